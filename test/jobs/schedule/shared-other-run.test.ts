import { describe, expect, test } from 'vitest';

import type { OtherRunAnswer } from '../../../src/jobs/types.ts';
import { accepted, THEM } from '../../ledger/samples.ts';
import { otherRun, writeDown } from '../in-flight.ts';
import { makeEdit, makeMedia, runPlan, type RunOptions } from '../run-plan.ts';

const twin = makeEdit('twin', { action: { kind: 'share', with: 'hero' } });

/** Two edits that are the same, while another run is working on them, until that ends so. */
async function runTwins(end: OtherRunAnswer, options: RunOptions = {}) {
  const claims = writeDown([], { waitForOtherRun: async () => await Promise.resolve(end) });
  return await runPlan([otherRun('hero'), twin], { claims, ...options });
}

describe('two edits that are the same, while another run is working on them', () => {
  test('it sent it: collected once, and copied', async () => {
    const end = { kind: 'submitted', entry: accepted(THEM, 'paid-1') } as const;
    const { outcomes, posts } = await runTwins(end, { api: { paid: ['hero'] } });
    expect(outcomes).toMatchObject([
      { edit: { id: 'hero' }, state: 'succeeded', job: { requestId: 'paid-1' } },
      { edit: { id: 'twin' }, state: 'succeeded', job: { requestId: 'paid-1' }, costUsd: 0 },
    ]);
    expect(outcomes.map(({ files }) => files.length)).toEqual([1, 1]);
    expect(posts).toBe(0);
  });

  test('it gave it back: sent once', async () => {
    const { states, posts } = await runTwins({ kind: 'free' });
    expect(states).toEqual({ hero: 'succeeded', twin: 'succeeded' });
    expect(posts).toBe(1);
  });

  test('it delivered it: the next run copies it on the branch, at no cost', async () => {
    const files = [makeMedia('hero')];
    const { outcomes, posts } = await runTwins({ kind: 'delivered', files, requestId: 'expired' });
    expect(outcomes).toMatchObject([
      { state: 'unchanged' },
      { state: 'skipped', error: { code: 'delivered-by-other-run' } },
    ]);
    expect(posts).toBe(0);
  });
});

test('a surprise about what another run delivered is the failure of that edit alone', async () => {
  const files = [makeMedia('hero')];
  const claims = writeDown([], {
    waitForOtherRun: async () => await Promise.resolve({ kind: 'delivered', files, requestId: '../odd' }),
    claim: async (edit) =>
      await Promise.resolve(
        edit.id === 'sent' ? { kind: 'delivered', files, requestId: '../odd' } : { kind: 'claimed', id: 'c' },
      ),
  });
  const edits = [otherRun('hero'), makeEdit('sent'), makeEdit('other')];
  const { outcomes, states } = await runPlan(edits, { claims });
  expect(states).toEqual({ hero: 'failed', sent: 'failed', other: 'succeeded' });
  const message =
    'Another run delivered it (request ../odd), but an internal error came up here: not a request id. Run again: it is taken from the branch, at no cost.';
  for (const { error } of outcomes.slice(0, 2)) expect(error).toEqual({ code: 'internal-error', message });
});
