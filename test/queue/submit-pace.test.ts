import { describe, expect, test } from 'vitest';

import { createSubmitPace, type Turn, type TurnEnd } from '../../src/queue/submit-pace.ts';
import type { Clock } from '../../src/shared/ports.ts';
import { ACCEPTED, connectClient, INPUT, noAbort, submitCall } from './client-deps.ts';
import { createSimulatedClock } from '../support/clocks.ts';
import { startFakeService } from '../support/fake-service.ts';

/** Longer than the service asks to wait in these tests. */
const LONG_MS = 10_000;

/** Enters `count` submits and gives the turns of those that may go before one of them ends. */
async function enterMany(
  pace: ReturnType<typeof createSubmitPace>,
  count: number,
  { clock, signal }: { readonly clock: Clock; readonly signal: AbortSignal },
) {
  const turns: Turn[] = [];
  for (let index = 0; index < count; index += 1) {
    void pace.enter(signal).then((turn) => turn && turns.push(turn));
  }
  await clock.sleep(LONG_MS);
  return turns;
}

function slowDown(waitMs: number): TurnEnd {
  const error = { code: 'rate-limited', message: 'Slow down.', stopsRun: false } as const;
  return { kind: 'slow-down', waitMs, error };
}

describe('how many submits may fly at once', () => {
  test('all, until the service says "slow down"; then half, and one more after each success', async () => {
    const stop = new AbortController();
    const clock = createSimulatedClock();
    const { signal } = stop;
    const pace = createSubmitPace(clock);
    const first = await enterMany(pace, 8, { clock, signal });
    expect(first).toHaveLength(8);
    // All eight were sent before the service said so: they halve once, not eight times.
    for (const turn of first) turn.end(slowDown(1000));
    expect(pace.strikes).toBe(1);
    const second = await enterMany(pace, 8, { clock, signal });
    expect(second).toHaveLength(4);
    second[0]?.end({ kind: 'accepted' });
    expect(pace.strikes).toBe(0);
    await clock.sleep(LONG_MS);
    expect(second).toHaveLength(6); // one for the turn that ended, one more for its success
    stop.abort();
  });

  test.each([-3_600_000, 3_600_000])(
    'by %i ms: a clock that is set during a pause makes it neither longer nor shorter than it was asked for',
    async (stepMs) => {
      const simulated = createSimulatedClock();
      let aheadMs = 0;
      const pace = createSubmitPace({ ...simulated, now: () => simulated.now() + aheadMs });
      const turn = await pace.enter(noAbort());
      turn?.end(slowDown(9000));
      aheadMs = stepMs;
      const startMs = simulated.now();
      expect(await pace.enter(noAbort())).toBeDefined();
      expect(simulated.now() - startMs).toBe(9000);
    },
  );

  test('never fewer than one', async () => {
    const pace = createSubmitPace(createSimulatedClock());
    for (let round = 1; round <= 3; round += 1) {
      const turn = await pace.enter(noAbort());
      turn?.end(slowDown(10));
      expect(pace.strikes).toBe(round);
    }
    expect(await pace.enter(noAbort())).toBeDefined();
  });

  test('an end that is neither leaves the pace as it is', async () => {
    const pace = createSubmitPace(createSimulatedClock());
    (await pace.enter(noAbort()))?.end({ kind: 'other' });
    expect(pace.strikes).toBe(0);
  });

  test('no turn for those whose time is up, also while they wait', async () => {
    const pace = createSubmitPace(createSimulatedClock());
    expect(await pace.enter(AbortSignal.abort())).toBeUndefined();
    (await pace.enter(noAbort()))?.end(slowDown(10));
    const held = await pace.enter(noAbort());
    const stop = new AbortController();
    const waiting = pace.enter(stop.signal);
    stop.abort();
    expect(await waiting).toBeUndefined();
    held?.end({ kind: 'accepted' });
  });
});

test('story 8: a service that takes three submits per minute gets all twelve, each accepted once', async () => {
  const clock = createSimulatedClock();
  let refusals = 0;
  const taken: number[] = [];
  await using api = await startFakeService((_, reply) => {
    const recent = taken.filter((atMs) => clock.now() - atMs < 60_000);
    if (recent.length >= 3) {
      refusals += 1;
      reply.json({}, 429, { 'retry-after': '60' });
      return;
    }
    taken.push(clock.now());
    reply.json({ ...ACCEPTED, request_id: `req-${taken.length}` });
  });
  await using client = connectClient(api.url, { clock });
  const answers = await Promise.all(
    Array.from({ length: 12 }, async () => await client.submit(INPUT, submitCall())),
  );
  const ids = answers.map((answer) => (answer.kind === 'accepted' ? answer.requestId : answer.kind));
  expect(new Set(ids).size).toBe(12);
  expect(taken).toHaveLength(12);
  expect(refusals).toBeLessThan(30);
});
