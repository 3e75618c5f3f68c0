import { cpus } from 'node:os';

import type { Benchmark } from './benchmark.ts';
import { countLosses, measurePictures } from './shards/count-losses.ts';
import { createDividedPlan, type Scale } from './shards/divided-plan.ts';
import { countBusiestMinute, countMegabytes, readPushes } from './shards/push-log.ts';

const FULL = { edits: 5000, parts: 20, parallel: 8, serviceMs: 60_000, pictureBytes: 0 } as const;
const QUICK = { ...FULL, edits: 48, parts: 3, serviceMs: 2000 } as const;

/** Pictures as the service makes them, which do not compress, and how many of them each job makes. */
const LARGE = { parallel: 8, serviceMs: 1000, pictureBytes: 3_000_000 } as const;
const LARGE_FULL = { ...LARGE, edits: 160, parts: 20 } as const;
const LARGE_QUICK = { ...LARGE, edits: 16, parts: 2 } as const;

/**
 * A plan that many jobs make at the same time, each a process of its own: one service, one repository behind git's own
 * server, which takes 1 s for each push. One job is lost for good halfway, another is killed and run again. The time is that of the
 * jobs that are left alone, beside what the service's time allows; then the last job reports, and what the service was sent is
 * compared with what the branch has. Then jobs that make pictures of 3 MB: what they send for their bytes.
 */
export const benchmark: Benchmark = async ({ quick }) => {
  const scale = quick ? QUICK : FULL;
  const time = await measureTime(scale);
  const payload = await measurePayload(quick ? LARGE_QUICK : LARGE_FULL);
  return {
    figures: { ...time, ...payload },
    limits: {
      paid_twice: { max: 0 },
      lost: { max: 0 },
      forks: { max: 0 },
      sent_again: { max: 0 },
      times_payload: { max: 1.05 },
      // In a minute, every job has begun and ended: there is no steady state to look at.
      ...(!quick && { share_of_ideal: { min: 0.8 }, pushes_per_minute: { max: 6 } }),
    },
  };
};

async function measureTime(scale: Scale): Promise<Record<string, number>> {
  const { edits, parts, parallel, serviceMs } = scale;
  await using plan = await createDividedPlan(scale);
  const half = Math.floor(edits / parts / 2);
  const before = readProcessor();
  const startMs = performance.now();
  const endedMs: number[] = [];
  const lost = plan.run(`1/${parts}`, { dieAfter: half });
  const killed = (async () => {
    await plan.run(`2/${parts}`, { dieAfter: half, hasPost: true });
    return await plan.run(`2/${parts}`, { attempt: 2 });
  })();
  const others = Array.from({ length: parts - 2 }, async (_, index) => {
    const end = await plan.run(`${index + 3}/${parts}`);
    if (end.exitCode !== 0) throw new Error(`A job that was left alone failed:\n${end.stdout.slice(-4000)}`);
    endedMs.push(performance.now() - startMs);
  });
  await Promise.all([lost, killed, ...others]);
  const free = freeShare(before, readProcessor());
  const minutes = (performance.now() - startMs) / 60_000;
  const pushes = await readPushes(plan.repository);
  const submits = plan.emulator.ledger.length;
  const merged = await plan.run('merge', { attempt: 2 });
  const losses = await countLosses(plan, merged.outputs['results-file'] ?? '');
  const idealSeconds = (Math.ceil(edits / parts / parallel) * serviceMs) / 1000;
  const seconds = Math.max(...endedMs) / 1000;
  const megabytes = countMegabytes(pushes);
  return {
    edits,
    parts,
    ideal_s: idealSeconds,
    seconds,
    share_of_ideal: idealSeconds / seconds,
    processor_free_percent: free * 100,
    pushes: pushes.length,
    pushes_per_minute: pushes.length / minutes,
    busiest_minute_pushes: countBusiestMinute(pushes),
    ledger_mb: megabytes.ledger,
    branch_mb: megabytes.branch,
    sent_again: plan.emulator.ledger.length - submits,
    ...losses,
  };
}

async function measurePayload(scale: Scale): Promise<Record<string, number>> {
  const { parts } = scale;
  await using plan = await createDividedPlan(scale);
  const startMs = performance.now();
  const ends = await Promise.all(
    Array.from({ length: parts }, async (_, index) => await plan.run(`${index + 1}/${parts}`)),
  );
  const failed = ends.find(({ exitCode }) => exitCode !== 0);
  if (failed !== undefined) throw new Error(`A job failed:\n${failed.stdout.slice(-4000)}`);
  const payloadSeconds = (performance.now() - startMs) / 1000;
  const { ledger, branch } = countMegabytes(await readPushes(plan.repository));
  const payloadMb = await measurePictures(plan.repository);
  return {
    payload_mb: payloadMb,
    payload_s: payloadSeconds,
    payload_ledger_mb: ledger,
    times_payload: branch / payloadMb,
  };
}

interface Processor {
  readonly idleMs: number;
  readonly allMs: number;
}

function readProcessor(): Processor {
  const times = cpus().map(({ times: each }) => each);
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  return {
    idleMs: sum(times.map(({ idle }) => idle)),
    allMs: sum(times.map((each) => sum(Object.values(each)))),
  };
}

function freeShare(before: Processor, after: Processor): number {
  return (after.idleMs - before.idleMs) / (after.allMs - before.allMs);
}
