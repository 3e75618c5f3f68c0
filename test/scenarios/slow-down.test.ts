import { expect, test } from 'vitest';

import type { Fault } from '../../emulator/fault.ts';
import { createStage, readStates, submitsOf } from '../support/stage.ts';

const ids = Array.from({ length: 12 }, (_, index) => `e${index + 1}`);
const spec = `
version: 1
defaults: { size: 1024x1024, force-single: true }
edits:
${ids.map((id) => `  ${id}: { prompt: Number ${id}., images: [a.png] }`).join('\n')}
`;

const ways: readonly { readonly name: string; readonly fault: Fault; readonly keptMs: number }[] = [
  {
    name: 'as seconds',
    fault: { on: 'submit', kind: 'rate-limit', retryAfter: 1, times: 3 },
    keptMs: 1000,
  },
  {
    name: 'as a date',
    fault: { on: 'submit', kind: 'rate-limit', retryAfterDateMs: 3000, times: 3 },
    // A date has whole seconds.
    keptMs: 2000,
  },
  { name: 'missing', fault: { on: 'submit', kind: 'rate-limit', times: 6 }, keptMs: 0 },
  {
    name: 'unreadable',
    fault: { on: 'submit', kind: 'rate-limit', retryAfter: '-1 soon', times: 6 },
    keptMs: 0,
  },
];

test.concurrent.each(ways)(
  'a storm of 429 with Retry-After $name: each edit is accepted once, none is lost',
  async (way) => {
    await using stage = await createStage({ 'edits.yml': spec });
    stage.emulator.faults.add(way.fault);
    const main = await stage.job.main();

    expect(main.exitCode).toBe(0);
    expect(main.outputs).toMatchObject({ outcome: 'success', succeeded: '12', 'cost-usd': '0.36' });
    expect(stage.emulator.ledger).toHaveLength(12);
    const submits = submitsOf(stage.emulator.requests);
    const refused = submits.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(way.fault.times ?? 0);
    expect(submits).toHaveLength(12 + refused.length);
    // What was asked for is respected by each edit that was refused.
    for (const refusal of refused) {
      const again = submits.find(
        ({ body, timeMs }) => promptOf(body) === promptOf(refusal.body) && timeMs > refusal.timeMs,
      );
      expect((again?.timeMs ?? 0) - refusal.timeMs).toBeGreaterThanOrEqual(way.keptMs);
    }
  },
);

function promptOf(body: unknown): string {
  return (body as { readonly prompt: string }).prompt;
}

test.concurrent(
  '429 for ever, with an absurd Retry-After: the run ends in time, nothing was paid for, a later run can make it',
  async () => {
    await using stage = await createStage({ 'edits.yml': spec }, { inputs: { timeout: '3s' } });
    stage.emulator.faults.add({ on: 'submit', kind: 'rate-limit', retryAfter: '99999999999999999999' });
    const main = await stage.job.main();

    expect(main.exitCode).toBe(1);
    expect(main.outputs).toMatchObject({ outcome: 'incomplete', succeeded: '0', failed: '0', pending: '0' });
    expect(await readStates(main.outputs['results-file'] ?? '')).toEqual(
      Object.fromEntries(ids.map((id) => [id, 'skipped'])),
    );
    // One salvo; then the wait that was asked for, clamped, is longer than the run.
    expect(submitsOf(stage.emulator.requests).length).toBeLessThanOrEqual(8);
    expect(stage.emulator.ledger).toEqual([]);

    stage.emulator.faults.clear();
    const again = await stage.job.main({ inputs: { timeout: '10m' } });
    expect(again.outputs).toMatchObject({ outcome: 'success', succeeded: '12' });
    expect(stage.emulator.ledger).toHaveLength(12);
  },
);
