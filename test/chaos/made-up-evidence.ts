import { createRunnerLog } from '../../demo/runner-log.ts';
import { expandSpec, type ChaosSpec } from './chaos-spec.ts';
import type { AttemptRecord, Evidence, Job } from './evidence.ts';
import { planCalmAttempt } from './plan-run.ts';
import type { LedgerEntries, RepositoryState } from './read-repository.ts';

type Entry = LedgerEntries[string][number];

/** What happened in an attempt of a story about the takes of one edit; takes by their numbers. */
export interface Chapter {
  readonly takes: number;
  /** Sent and paid for, in this order; `?` is one whose answer no run has seen. */
  readonly sends?: readonly string[];
  /** Sent, and the service made nothing of it. */
  readonly fails?: readonly string[];
  /** On the branch at the end, beside those of before. */
  readonly delivers?: readonly string[];
  /** What the ledger says at the end. */
  readonly ledger?: Readonly<Record<string, Entry['state']>>;
  readonly consents?: boolean;
}

export type Story = readonly Chapter[];

const ID = 'hero';

const REQUEST = { outputs: [], outputUrls: [], imageUrls: [] };

/** Evidence of a story in which each attempt takes a thousand milliseconds. */
export function createEvidence(story: Story): Evidence {
  const keys = new Map(expandSpec(specOf(9)).map(({ id, key }) => [numberOf(id), key]));
  const group = keys.get('1') ?? '';
  const jobs: Job[] = [];
  const attempts: AttemptRecord[] = [];
  let before = stateOf({}, {});
  for (const [index, chapter] of story.entries()) {
    const { sends = [], fails = [], delivers = [], ledger = {} } = chapter;
    const sent = [...fails, ...sends].map((take, number) => ({ take, requestId: `${index}-${number}` }));
    for (const [number, { requestId }] of sent.entries())
      jobs.push({
        ...REQUEST,
        ...{ requestId, key: group, acceptedAtMs: index * 1000 + 1 + number },
        state: number < fails.length ? 'failed' : 'succeeded',
      });
    const requestOf = (take: string): string =>
      sent.findLast((each) => each.take === take)?.requestId ?? 'earlier';
    const entries = Object.entries(ledger).map(([take, state]): [string, Entry[]] => {
      const known = state === 'accepted' && { request_id: requestOf(take) };
      return [take, [{ state, edit: `${ID}#${take}`, ...known }]];
    });
    const delivered = delivers.map((take) => [`${ID}#${take}`, lockedTake(take, requestOf(take))] as const);
    const after = stateOf(Object.fromEntries(entries), {
      ...before.locked,
      ...Object.fromEntries(delivered),
    });
    const log = sent.flatMap(({ take, requestId }) =>
      take === '?' ? [] : `${ID}#${take}  submitted  request ${requestId}`,
    );
    attempts.push({
      attempt: planCalmAttempt(specOf(chapter.takes), chapter.consents === true ? 'resubmit' : 'hold', 0),
      ...{ startedAtMs: index * 1000, before, after, reported: [], artifacts: [] },
      machines: [machineOf(log)],
    });
    before = after;
  }
  return {
    ...{ attempts, jobs, keys, isArtifactOnly: false, requests: [] },
    submits: jobs.map(({ key, acceptedAtMs }) => ({ key, atMs: acceptedAtMs, status: 200 })),
    ...{ lost: new Set(), disguises: new Map() },
  };
}

function specOf(takes: number): ChaosSpec {
  return [{ id: ID, prompt: 'Make it.', images: ['a.png'], size: '1024x1024', forceSingle: true, takes }];
}

function numberOf(id: string): string {
  return id.slice(ID.length + 1);
}

function stateOf(ledger: LedgerEntries, locked: RepositoryState['locked']): RepositoryState {
  return { prefix: '', files: new Map(), deliveredIds: new Set(), others: new Map(), ledger, locked };
}

function lockedTake(take: string, requestId: string): RepositoryState['locked'][string] {
  return { fingerprint: take, input: { image_urls: [], prompt: '' }, request_id: requestId, files: [] };
}

function machineOf(log: readonly string[]): AttemptRecord['machines'][number] {
  const record = { outputs: {}, state: {}, environment: {}, summary: '' };
  const result = {
    ...record,
    exitCode: 0,
    signal: undefined,
    stdout: '',
    stderr: '',
    log: createRunnerLog(),
  };
  const lines = log.map((text) => ({ text, atMs: 0 }));
  const main = {
    entry: 'main',
    result,
    wasEnded: false,
    startedAtMs: 0,
    endedAtMs: 0,
    lines,
    requests: 0,
  } as const;
  return { runId: '1', ending: { how: 'by itself' }, main, disk: new Map() };
}
