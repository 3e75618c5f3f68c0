import { describe, expect, test } from 'vitest';

import type { SentPicture } from '../../../src/media/data-picture.ts';
import type { OtherRunAnswer } from '../../../src/jobs/types.ts';
import { accepted, claimed, THEM } from '../../ledger/samples.ts';
import { otherRun, waitForEver, writeDown } from '../in-flight.ts';
import { grantAll, makeEdit, makeMedia, runPlan, type RunOptions } from '../run-plan.ts';

const SECOND = 1000;

/** Runs edits while another run is working on some, until it has ended so for all of them. */
async function runUntil(end: OtherRunAnswer, edits: Parameters<typeof runPlan>[0], options: RunOptions = {}) {
  const calls: string[] = [];
  const claims = writeDown(calls, { waitForOtherRun: async () => await Promise.resolve(end) });
  const run = await runPlan(edits, { claims, ...options });
  return { ...run, calls };
}

describe('story 13: another run is working on an edit', () => {
  test('it sent it: collected, not sent here', async () => {
    const { outcomes, calls, posts, lines } = await runUntil(
      { kind: 'submitted', entry: accepted(THEM, 'paid-1') },
      [otherRun('hero')],
      { api: { paid: ['hero'] } },
    );
    expect(outcomes).toMatchObject([
      { edit: { id: 'hero' }, state: 'succeeded', job: { requestId: 'paid-1' } },
    ]);
    expect(calls).toEqual(['wait hero']);
    expect(posts).toBe(0);
    expect(lines.slice(0, 2)).toEqual([
      `hero  another run is working on it; waiting for ${THEM.url}`,
      'hero  collecting  request paid-1',
    ]);
  });

  test('it gave it back: claimed and sent once what it needs is there', async () => {
    const { states, calls } = await runUntil({ kind: 'free' }, [
      makeEdit('cutout'),
      otherRun('hero', { needs: ['cutout'] }),
    ]);
    expect(states).toEqual({ cutout: 'succeeded', hero: 'succeeded' });
    expect(calls.filter((line) => line.endsWith('hero'))).toEqual([
      'wait hero',
      'claim hero',
      'posting hero',
    ]);
    expect(calls.indexOf('claim hero')).toBeGreaterThan(calls.indexOf('accepted cutout req-1'));
  });

  test('it delivered it: unchanged, with those files, and an address for what uses it', async () => {
    const given: SentPicture[][] = [];
    const { outcomes, posts } = await runUntil(
      { kind: 'delivered', files: [makeMedia('hero')], requestId: 'paid-1' },
      [otherRun('hero'), makeEdit('next', { needs: ['hero'] })],
      {
        api: { paid: ['hero'], stages: () => ['completed'] },
        makeSendable: async (_, urls) => {
          given.push([...urls.values()]);
          return await Promise.resolve(['https://cdn.example.com/a.jpg']);
        },
      },
    );
    expect(outcomes).toMatchObject([
      { state: 'unchanged', unchangedFiles: [makeMedia('hero')], files: [] },
      { state: 'succeeded' },
    ]);
    expect(outcomes[0]?.job).toEqual({ kind: 'delivered', requestId: 'paid-1' });
    expect(given).toEqual([['https://out.example/paid-1.png']]);
    expect(posts).toBe(1);
  });

  test('it delivered what the service no longer has: what uses it fails before it is sent', async () => {
    const { outcomes, posts } = await runUntil(
      { kind: 'delivered', files: [makeMedia('hero')], requestId: 'expired' },
      [otherRun('hero'), makeEdit('next', { needs: ['hero'] })],
    );
    expect(outcomes.map(({ state }) => state)).toEqual(['unchanged', 'failed']);
    expect(outcomes[1]?.error).toEqual({
      code: 'reference-unusable',
      message: 'The output of hero, which another run made, has no address. Run again.',
    });
    expect(posts).toBe(0);
  });

  test('it ended, and no one knows whether it sent it: held, and so is what shares with it', async () => {
    const { outcomes, posts } = await runUntil({ kind: 'unknown', entry: claimed(THEM) }, [
      makeEdit('twin', { action: { kind: 'share', with: 'hero' } }),
      otherRun('hero'),
    ]);
    expect(outcomes.map(({ state, error }) => `${state}: ${error?.code ?? ''}`)).toEqual([
      'skipped: shared-edit-not-made',
      'unknown: unknown-submit',
    ]);
    expect(posts).toBe(0);
  });

  test('it was faster: a claim that meets its entry waits, and collects', async () => {
    const calls: string[] = [];
    const { outcomes, posts } = await runPlan([makeEdit('hero')], {
      api: { paid: ['hero'] },
      claims: writeDown(calls, {
        claim: async () => await Promise.resolve({ kind: 'other-run', entry: claimed(THEM) }),
        waitForOtherRun: async () =>
          await Promise.resolve({ kind: 'submitted', entry: accepted(THEM, 'paid-1') }),
      }),
    });
    expect(outcomes).toMatchObject([{ state: 'succeeded', job: { requestId: 'paid-1' } }]);
    expect(calls).toEqual(['claim hero', 'wait hero']);
    expect(posts).toBe(0);
  });

  test('it delivered before the claim was made: unchanged', async () => {
    const { outcomes, posts } = await runPlan([makeEdit('hero')], {
      claims: {
        ...grantAll,
        claim: async () =>
          await Promise.resolve({ kind: 'delivered', files: [makeMedia('hero')], requestId: 'expired' }),
      },
    });
    expect(outcomes).toMatchObject([{ state: 'unchanged', unchangedFiles: [makeMedia('hero')] }]);
    expect(posts).toBe(0);
  });

  test('it takes and gives back in turn: asked for until it is ours', async () => {
    const calls: string[] = [];
    let asked = 0;
    const { outcomes } = await runPlan([makeEdit('hero')], {
      claims: writeDown(calls, {
        claim: async () => {
          asked += 1;
          return await Promise.resolve(
            asked < 3 ? { kind: 'other-run', entry: claimed(THEM) } : { kind: 'claimed', id: 'c' },
          );
        },
        waitForOtherRun: async () => await Promise.resolve({ kind: 'free' }),
      }),
    });
    expect(outcomes).toMatchObject([{ state: 'succeeded' }]);
    expect(calls.slice(0, 5)).toEqual(['claim hero', 'wait hero', 'claim hero', 'wait hero', 'claim hero']);
  });
});

describe('waiting for another run', () => {
  test('takes no place among those that run, and ends with the time of the run', async () => {
    const waiting = Array.from({ length: 5 }, (_, index) => otherRun(`e${index}`));
    const { outcomes, posts } = await runPlan([...waiting, makeEdit('hero')], {
      maxParallel: 1,
      timeoutMs: 60 * SECOND,
      claims: { ...grantAll, waitForOtherRun: waitForEver },
      api: { stages: () => ['completed'] },
    });
    expect(outcomes.map(({ state }) => state)).toEqual([...waiting.map(() => 'pending'), 'succeeded']);
    expect(outcomes[0]?.error).toEqual({
      code: 'other-run',
      message:
        `Another run (${THEM.url}) claimed this edit and may have submitted it. ` +
        'Stopped waiting: the run was not done within 1 m 00 s. Run again when that run has ended.',
    });
    expect(posts).toBe(1);
  });

  test('ends at once when the step is stopped', async () => {
    const stop = new AbortController();
    const { outcomes } = await runPlan([otherRun('hero')], {
      stop: stop.signal,
      claims: { ...grantAll, waitForOtherRun: waitForEver },
      onChange: ({ kind }) => {
        if (kind === 'other-run') stop.abort(new Error('the step was stopped by SIGINT'));
      },
    });
    expect(outcomes).toMatchObject([{ state: 'pending', error: { code: 'other-run' } }]);
    expect(outcomes[0]?.error?.message).toContain(
      'Stopped waiting: the step was stopped by SIGINT. Run again',
    );
  });

  test('goes wrong: pending, as the other run may have sent it', async () => {
    const { outcomes } = await runPlan([otherRun('hero')]);
    expect(outcomes).toMatchObject([{ state: 'pending', error: { code: 'other-run' } }]);
    expect(outcomes[0]?.error?.message).toContain(
      'Stopped waiting: no other run is working on it. Run again',
    );
  });
});
