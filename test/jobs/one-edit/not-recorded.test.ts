import { describe, expect, test } from 'vitest';

import type { EditClaims } from '../../../src/jobs/types.ts';
import { followSubmit, reset } from '../follow-submit.ts';
import { writeDown } from '../in-flight.ts';
import { makeEdit, runPlan } from '../run-plan.ts';

describe('what cannot be recorded is not sent, nor is anything after it', () => {
  const failing: readonly [string, Partial<EditClaims>, readonly string[]][] = [
    [
      'the store cannot be written',
      { claim: async () => await Promise.resolve({ kind: 'failed', message: 'The store is gone.' }) },
      ['claim hero'],
    ],
    [
      'the disk is full',
      {
        posting: async () => {
          await Promise.reject(new Error('ENOSPC'));
        },
      },
      ['claim hero', 'make sendable', 'posting hero', 'released hero'],
    ],
  ];
  test.each(failing)('%s', async (_, claims, order) => {
    const { calls, end, posts } = await followSubmit({}, claims);
    expect(calls).toEqual(order);
    expect(end).toBe('skipped: not-recorded');
    expect(posts).toBe(0);
  });

  test('the others are skipped with the reason', async () => {
    const calls: string[] = [];
    const { outcomes } = await runPlan([makeEdit('a'), makeEdit('b')], {
      maxParallel: 1,
      claims: writeDown(calls, failing[0]?.[1]),
    });
    // It is made ready at the same time.
    expect(calls).toEqual(['claim a', 'claim b']);
    expect(
      outcomes.map(({ state, error }) => `${state} ${error?.code ?? ''}: ${error?.message ?? ''}`),
    ).toEqual([
      'skipped not-recorded: Not sent. Cannot guarantee that it is submitted only once: The store is gone.',
      'skipped run-stopped: Not sent: another edit failed in a way that would affect every edit. Cannot guarantee that it is submitted only once: The store is gone.',
    ]);
  });

  test('stopped while the claim is waited for: interrupted, not a fault of the store', async () => {
    const stop = new AbortController();
    const { end } = await followSubmit(
      { stop: stop.signal },
      {
        claim: async () => {
          stop.abort(new Error('the step was stopped by SIGINT'));
          return await Promise.resolve({ kind: 'failed', message: 'The claim was not waited for.' });
        },
      },
    );
    expect(end).toBe('skipped: interrupted');
  });
});

test('a record that breaks after the answer does not lose the request id', async () => {
  const { end, outcome } = await followSubmit(
    {},
    {
      accepted: async () => {
        await Promise.reject(new Error('a bug'));
      },
    },
  );
  expect(end).toBe('pending: internal-error');
  expect(outcome).toMatchObject({ job: { requestId: 'req-1' } });
});

test('a record that breaks with everything else is reported as well', async () => {
  const { outcome } = await followSubmit(
    {},
    {
      maybeSent: async () => {
        await Promise.reject(new Error('a bug'));
      },
    },
    reset,
  );
  expect(outcome).toMatchObject({ state: 'unknown', error: { code: 'internal-error' } });
  expect(outcome?.error?.message).toMatch(/look at your requests .* That could not be recorded: a bug\.$/);
});
