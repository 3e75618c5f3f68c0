import { PATIENCE_S, type CaseRecord } from './run-case.ts';
import type { Trouble } from './unreliable-service.ts';
import type { Vendor } from './vendors.ts';

/** One kind of trouble, and what everyone makes of it. */
export interface Row {
  readonly title: string;
  readonly trouble: Trouble | 'killed';
  /** What a client did, in a few words. */
  readonly describe: (record: CaseRecord) => string;
  /** Whether a client can meet it at all; `otherwise` is said of the others. */
  readonly concerns: (vendor: Vendor) => boolean;
  readonly otherwise: string;
  /** What this action does, and the test that shows it, from `test/`. */
  readonly ours: string;
  readonly test: string;
}

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

function end({ end: last, seconds }: CaseRecord): string {
  if (last === undefined) return `still waiting after ${PATIENCE_S} s`;
  const after = `after ${Math.round(seconds)} s`;
  return { picture: 'a picture', nothing: 'ends well, without a picture', error: `an error ${after}` }[
    last.kind
  ];
}

const all = (): boolean => true;

export const ROWS: readonly Row[] = [
  {
    title: 'Every answer to a submit is lost',
    trouble: 'lost-answers',
    describe: (record) => `**${plural(record.jobs, 'job')}**, then ${end(record)}`,
    concerns: all,
    otherwise: '',
    ours: '1 job. The edit is `unknown`, and is sent again only with your consent',
    test: 'scenarios/unknown-submits.test.ts',
  },
  {
    title: 'One 502 while waiting',
    trouble: 'bad-gateway',
    describe: (record) => `${plural(record.jobs, 'job')}, ${end(record)}`,
    concerns: ({ waits }) => waits,
    otherwise: 'does not wait for jobs',
    ours: '1 job, a picture: it asks again',
    test: 'scenarios/outage-while-polling.test.ts',
  },
  {
    title: '429 with `Retry-After: 120`',
    trouble: 'slow-down',
    describe: (record) =>
      record.secondsToNext === undefined
        ? `${end(record)}, not sent again`
        : `sent again after ${record.secondsToNext.toFixed(1)} s`,
    concerns: all,
    otherwise: '',
    ours: 'sends that edit again no sooner than it was asked to, within its time limit',
    test: 'scenarios/slow-down.test.ts',
  },
  {
    title: 'The job ends without a picture',
    trouble: 'no-picture',
    describe: end,
    concerns: all,
    otherwise: '',
    ours: 'the edit is `failed` and the step is red',
    test: 'scenarios/not-success-yet.test.ts',
  },
  {
    title: 'The download breaks off',
    trouble: 'cut-download',
    describe: (record) => `${plural(record.jobs, 'job')}, ${end(record)}`,
    concerns: ({ downloads }) => downloads,
    otherwise: 'leaves the download to you',
    ours: '1 job, a picture: it downloads again, and checks that the file is whole',
    test: 'scenarios/broken-downloads.test.ts',
  },
  {
    title: 'The submit is never answered',
    trouble: 'silence',
    describe: end,
    concerns: all,
    otherwise: '',
    ours: 'waits for one minute; then the edit is `unknown`',
    test: 'queue/in-flight.test.ts',
  },
  {
    title: 'The process is killed after its submit, and started again',
    trouble: 'killed',
    describe: (record) => `**${plural(record.jobs, 'job')}**: it knows nothing of the first`,
    concerns: all,
    otherwise: '',
    ours: '1 job: the next run collects its picture',
    test: 'scenarios/killed-run-goes-on.test.ts',
  },
];
