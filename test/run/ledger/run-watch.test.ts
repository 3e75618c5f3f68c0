import { expect, it } from 'vitest';

import { lookAtLedger } from '../../../src/run/ledger/look-at-ledger.ts';
import { createRunWatch } from '../../../src/run/ledger/run-watch.ts';
import {
  stepOf,
  claimed,
  HOUR_MS,
  ledgerOf,
  NOW,
  OTHER_STEP,
  accepted,
  THEM,
  maybeSent,
  US,
} from '../../ledger/samples.ts';

const never = new AbortController().signal;

function stage(
  answers: readonly (boolean | undefined)[],
  deadPid = 0,
  serverMs?: number,
  ofJobs: readonly (boolean | undefined)[] = [],
  isLast = false,
) {
  const left = [...answers];
  const leftOfJobs = [...ofJobs];
  const asked: string[] = [];
  let nowMs = NOW;
  const watch = createRunWatch(US, {
    isLast,
    clock: {
      now: () => nowMs,
      monotonicMs: () => nowMs,
      sleep: async () => {
        await Promise.resolve();
      },
    },
    readTimes: () => ({ localMs: nowMs, serverMs }),
    process: { name: undefined, isOver: ({ pid }) => pid === deadPid },
    isJobOver: async (job) => {
      asked.push(`job ${job}`);
      return await Promise.resolve(leftOfJobs.shift());
    },
    isRunOver: async ({ runId, attempt }) => {
      asked.push(`${runId}/${attempt}`);
      return await Promise.resolve(left.shift());
    },
  });
  const pass = (ms: number): void => {
    nowMs += ms;
  };
  return { watch, asked, pass };
}

it('asks only about claims of other runs', async () => {
  const { watch, asked } = stage([]);
  expect((await watch.look(accepted(THEM, 'r'), never)).verdict).toBe('collect');
  expect((await watch.look(maybeSent(THEM), never)).verdict).toBe('unknown');
  expect((await watch.look(claimed(US), never)).verdict).toBe('ours');
  expect((await watch.look(claimed(OTHER_STEP), never)).verdict).toBe('other-run');
  expect((await watch.look({ ...claimed(OTHER_STEP), overAtMs: NOW - 1 }, never)).verdict).toBe('unknown');
  expect(asked).toEqual([]);
});

it('the last job of a run asks no one about the others: they have ended', async () => {
  const { watch, asked } = stage([false], 0, undefined, [], true);
  expect((await watch.look(claimed(OTHER_STEP), never)).verdict).toBe('unknown');
  expect(asked).toEqual([]);
  expect((await watch.look(claimed(THEM), never)).verdict).toBe('other-run');
  expect(asked).toEqual(['200/1']);
});

it.each([
  [false, 'other-run'],
  [undefined, 'unknown'],
  [true, 'unknown'],
])('a claim whose time is up by this clock: if GitHub says %s, it is %s', async (isOver, verdict) => {
  const { watch, asked } = stage([isOver]);
  expect((await watch.look({ ...claimed(THEM), overAtMs: NOW - 1 }, never)).verdict).toBe(verdict);
  expect(asked).toEqual(['200/1']);
});

it.each([
  [false, 'other-run'],
  [undefined, 'unknown'],
  [true, 'unknown'],
])(
  'a claim whose process has ended here: if GitHub says %s of its run, it is %s',
  async (isOver, verdict) => {
    const { watch } = stage([isOver], 17);
    const entry = claimed({ ...THEM, process: { machine: 'm', pid: 17 } });
    expect((await watch.look(entry, never)).verdict).toBe(verdict);
  },
);

const ahead = {
  ...claimed(THEM),
  claimedAtMs: NOW + 8760 * HOUR_MS,
  overAtMs: NOW + 8761 * HOUR_MS,
};
it.each([
  [false, 'other-run'],
  [undefined, 'unknown'],
  [true, 'unknown'],
])('a claim that is dated a year ahead: if GitHub says %s of its run, it is %s', async (isOver, verdict) => {
  const { watch } = stage([isOver], 0, NOW);
  expect((await watch.look(ahead, never)).verdict).toBe(verdict);
});

it('a claim of the same run is over once its process has ended on this machine', async () => {
  const { watch, asked } = stage([], 17);
  const by = (pid: number) => ({ ...claimed({ ...OTHER_STEP, process: { machine: 'm', pid } }) });
  expect((await watch.look(by(17), never)).verdict).toBe('unknown');
  expect((await watch.look(by(18), never)).verdict).toBe('other-run');
  expect(asked).toEqual([]);
});

it('asks once a minute, and no more once the run has ended', async () => {
  const { watch, asked, pass } = stage([undefined, false, true]);
  expect((await watch.look(claimed(THEM), never)).verdict).toBe('other-run');
  pass(59_000);
  expect((await watch.look(claimed(THEM, 'other'), never)).verdict).toBe('other-run');
  expect(asked).toEqual(['200/1']);
  pass(1000);
  expect((await watch.look(claimed(THEM), never)).verdict).toBe('other-run');
  pass(60_000);
  expect((await watch.look(claimed(THEM), never)).verdict).toBe('unknown');
  pass(600_000);
  expect((await watch.look(claimed(THEM), never)).verdict).toBe('unknown');
  expect(asked).toEqual(['200/1', '200/1', '200/1']);
});

it('looks at a whole ledger, and asks about each run once', async () => {
  const { watch, asked } = stage([true, false]);
  const third = stepOf('300', 2, 'd');
  const ledger = ledgerOf(claimed(THEM, 'a'), claimed(THEM, 'b'), claimed(third, 'c'), claimed(US, 'd'));
  const judged = await lookAtLedger(ledger, unreachable, watch, never);
  expect(verdicts(judged)).toEqual(['a unknown', 'b unknown', 'c other-run', 'd ours']);
  expect(asked).toEqual(['200/1', '300/2']);
});

it('reads the ledger once more if a run is over: it may have recorded what became of its claims', async () => {
  const { watch, asked } = stage([true]);
  const ledger = ledgerOf(claimed(THEM, 'a'), claimed(THEM, 'b'), claimed(THEM, 'hero'));
  const now = ledgerOf(claimed(THEM, 'a'), accepted(THEM, 'r'));
  const judged = await lookAtLedger(ledger, async () => await Promise.resolve(now), watch, never);
  expect(verdicts(judged)).toEqual(['a unknown', 'hero collect']);
  expect(asked).toEqual(['200/1']);
});

it('reads it once if nothing is in doubt', async () => {
  const { watch } = stage([false]);
  const ledger = ledgerOf(claimed(THEM, 'a'), maybeSent(THEM));
  const judged = await lookAtLedger(ledger, unreachable, watch, never);
  expect(verdicts(judged)).toEqual(['a other-run', 'hero unknown']);
});

/** For the ledger that is read again. */
async function unreachable(): Promise<undefined> {
  await Promise.resolve();
}

function verdicts(judged: Awaited<ReturnType<typeof lookAtLedger>>): readonly string[] {
  return [...judged.values()].flat().map(({ entry, verdict }) => `${entry.edit} ${verdict}`);
}

it.each([
  ['the job has ended, though its run goes on', [true], 'unknown', ['job 9']],
  ['the job still works', [false], 'other-run', ['job 9']],
  ['GitHub does not know the job, and its run has ended', [undefined], 'unknown', ['job 9', '200/1']],
] as const)('a claim that names its job: %s', async (_, ofJobs, verdict, questions) => {
  const { watch, asked } = stage([true], 0, undefined, ofJobs);
  expect((await watch.look(claimed({ ...THEM, job: '9' }), never)).verdict).toBe(verdict);
  expect(asked).toEqual(questions);
});

it.each([
  [true, 'unknown'],
  [false, 'other-run'],
  [undefined, 'other-run'],
] as const)(
  'a claim of another job of this run: if GitHub says %s of that job, it is %s',
  async (isOver, verdict) => {
    const { watch, asked } = stage([], 0, undefined, [isOver]);
    expect((await watch.look(claimed({ ...OTHER_STEP, job: '9' }), never)).verdict).toBe(verdict);
    expect(asked).toEqual(['job 9']);
  },
);
