import { expect, test } from 'vitest';

import { createStage, submitsOf, type Stage } from '../support/stage.ts';

const ids = Array.from({ length: 12 }, (_, index) => `e${index + 1}`);
const spec = `version: 1
defaults: { size: 1024x1024, force-single: true }
edits:
${ids.map((id) => `  ${id}: { prompt: Number ${id}., images: a.png }`).join('\n')}
`;
/** How long the service takes to answer a submit, at least. */
const ANSWER_MS = 700;

/** Runs all edits, 8 at once; gives when each submit reached the service (Unix ms), in order. */
async function timesOfSubmits(stage: Stage): Promise<readonly number[]> {
  stage.emulator.faults.add({ on: 'submit', kind: 'latency', ms: ANSWER_MS });
  const main = await stage.job.main({ inputs: { 'max-parallel': '8' } });
  expect(main.outputs, main.stdout).toMatchObject({ outcome: 'success', succeeded: '12' });
  expect(stage.emulator.ledger).toHaveLength(12);
  return submitsOf(stage.emulator.requests).map(({ timeMs }) => timeMs);
}

/** Time between two submits, counted from 0. */
function between(times: readonly number[], from: number, to: number): number {
  return (times[to] ?? Number.NaN) - (times[from] ?? Number.NaN);
}

test('"slow down" halves the submits that fly at once: 8, then 4, then 2', async () => {
  await using stage = await createStage({ 'edits.yml': spec });
  stage.emulator.faults.add({ on: 'submit', kind: 'rate-limit', retryAfter: 2, times: 12 });
  const times = await timesOfSubmits(stage);

  expect(times).toHaveLength(12 + 12);
  // Had more than half gone out, some of them would have been accepted, with no pause before the next.
  expect(between(times, 7, 8)).toBeGreaterThanOrEqual(2000);
  expect(between(times, 11, 12)).toBeGreaterThanOrEqual(2000);
  expect(between(times, 12, 14)).toBeGreaterThanOrEqual(ANSWER_MS);
});

test('"slow down" with a Retry-After to one edit holds the submits of all', async () => {
  await using stage = await createStage({ 'edits.yml': spec });
  stage.emulator.faults.add({ on: 'submit', kind: 'rate-limit', retryAfter: 4, times: 1 });
  const times = await timesOfSubmits(stage);

  expect(times).toHaveLength(12 + 1);
  const [refused] = submitsOf(stage.emulator.requests).filter(({ status }) => status === 429);
  const untilMs = (refused?.timeMs ?? 0) + 4000;
  // Those that were on their way already; the jobs of these are done long before the time is up.
  expect(times.filter((timeMs) => timeMs < untilMs).length).toBeLessThanOrEqual(8);
});
