import { expect, test } from 'vitest';

import type { JobChange } from '../../../src/jobs/types.ts';
import { writeDown } from '../in-flight.ts';
import type { PlannedEdit } from '../../../src/plan/types.ts';
import { makeEdit, makeFile, runPlan, type RunOptions } from '../run-plan.ts';

const NAMES = ['a', 'b', 'c'];

function nameChange(change: JobChange): string {
  return change.kind === 'ended'
    ? `${change.outcome.edit.id} ${change.outcome.state}`
    : `${change.edit.id} ${change.kind}`;
}

test('while a picture is fetched, the next job is already at the service', async () => {
  const allSent = Promise.withResolvers<undefined>();
  let sent = 0;
  const { states } = await runPlan(
    NAMES.map((id) => makeEdit(id)),
    {
      maxParallel: 1,
      download: async (_, output) => {
        await allSent.promise;
        return { ok: true, value: makeFile(output) };
      },
      onChange: ({ kind }) => {
        if (kind === 'submitted' && (sent += 1) === NAMES.length) allSent.resolve(undefined);
      },
    },
  );
  expect(states).toEqual({ a: 'succeeded', b: 'succeeded', c: 'succeeded' });
});

test('the next edit is claimed and made sendable before there is room for it, and not sent before', async () => {
  const calls: string[] = [];
  await runPlan([makeEdit('a'), makeEdit('b')], {
    maxParallel: 1,
    claims: writeDown(calls),
    makeSendable: async ({ id }) => {
      calls.push(`sendable ${id}`);
      return await Promise.resolve(['https://cdn.example.com/a.jpg']);
    },
    onChange: (change) => {
      calls.push(nameChange(change));
    },
  });
  const at = (call: string): number => {
    expect(calls).toContain(call);
    return calls.indexOf(call);
  };
  expect(at('sendable b')).toBeLessThan(at('a running'));
  expect(at('claim b')).toBeLessThan(at('sendable b'));
  expect(at('a running')).toBeLessThan(at('posting b'));
  expect(calls.slice(at('b submitting'), at('b submitting') + 2)).toEqual(['b submitting', 'posting b']);
});

test('what was made ready and is not sent is released: the run is stopped before there is room', async () => {
  const calls: string[] = [];
  const stop = new AbortController();
  const { states, posts } = await runPlan(
    NAMES.map((id) => makeEdit(id)),
    {
      maxParallel: 1,
      stop: stop.signal,
      claims: writeDown(calls),
      onChange: ({ kind }) => {
        if (kind === 'running') stop.abort(new Error('the step was stopped by SIGTERM'));
      },
    },
  );
  expect(states).toEqual({ a: 'pending', b: 'skipped', c: 'skipped' });
  expect(posts).toBe(1);
  expect(calls.filter((call) => !call.includes(' a'))).toEqual(['claim b', 'released b']);
});

test('its time begins when it is sent, not when it is made ready', async () => {
  const { outcomes } = await runPlan([makeEdit('a'), makeEdit('b')], {
    maxParallel: 1,
    api: { stages: () => ['in_progress', 'in_progress', 'completed'] },
  });
  const [first, second] = outcomes.map(({ timings }) => timings.totalMs ?? Number.NaN);
  expect(first).toBeGreaterThan(1000);
  expect(second).toBeLessThan(1.5 * (first ?? 0));
});

/** Runs edits one at a time at the service, and gives their ids in the order of their submits. */
async function submitInOrder(
  edits: readonly PlannedEdit[],
  options: Pick<RunOptions, 'uploadBytes' | 'makeSendable'>,
): Promise<readonly string[]> {
  const { states, changes } = await runPlan(edits, { maxParallel: 1, ...options });
  expect(new Set(Object.values(states))).toEqual(new Set(['succeeded']));
  return changes.flatMap((change) => (change.kind === 'submitting' ? [change.edit.id] : []));
}

test.each([
  ['URLs', 0],
  ['bytes', 1],
])('an edit that is still made ready to send %s comes before those of later turns', async (_what, bytes) => {
  const nextIsReady = Promise.withResolvers<undefined>();
  const order = await submitInOrder(
    NAMES.map((id) => makeEdit(id)),
    {
      uploadBytes: () => bytes,
      makeSendable: async ({ id }) => {
        if (id === 'b') nextIsReady.resolve(undefined);
        if (id === 'a') await nextIsReady.promise;
        return ['https://cdn.example.com/a.jpg'];
      },
    },
  );
  expect(order).toEqual(NAMES);
});

test('an edit that ends before it is sent keeps no other waiting', async () => {
  const { states } = await runPlan(
    NAMES.map((id) => makeEdit(id)),
    {
      maxParallel: 1,
      makeSendable: async ({ id }) => {
        if (id === 'a') throw new Error('a.jpg changed during the run');
        return await Promise.resolve(['https://cdn.example.com/a.jpg']);
      },
    },
  );
  expect(states).toEqual({ a: 'failed', b: 'succeeded', c: 'succeeded' });
});
