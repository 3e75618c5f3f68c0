import { describe, expect, test } from 'vitest';

import type { EditClaims } from '../../../src/jobs/types.ts';
import { followSubmit, refuse, reset, type SubmitFault } from '../follow-submit.ts';
import type { RunOptions } from '../run-plan.ts';

const SENT = ['claim hero', 'make sendable', 'posting hero', 'POST'];

test('claimed, made sendable, posting, sent, accepted: only then the job is looked at', async () => {
  const { calls, end } = await followSubmit();
  expect(calls).toEqual([...SENT, 'accepted hero req-1', 'look', 'look']);
  expect(end).toBe('succeeded: ');
});

describe('what becomes of a submit is recorded', () => {
  test.each<[string, SubmitFault, string, string]>([
    ['no answer', reset, 'maybe-sent hero', 'unknown: connection'],
    ['refused', refuse(422), 'released hero', 'failed: invalid-input'],
    ['no balance', refuse(402), 'released hero', 'failed: insufficient-balance'],
  ])('%s', async (_, fault, record, expected) => {
    const { calls, end } = await followSubmit({}, {}, fault);
    expect(calls).toEqual([...SENT, record]);
    expect(end).toBe(expected);
  });

  test('an unclear one says how it could be sent again', async () => {
    const { outcome } = await followSubmit({}, {}, reset);
    expect(outcome?.error?.message).toMatch(/ Only a run with `on-unknown: resubmit` sends it again\.$/);
  });

  test('stopped while it is sent again and again: not accepted, so it is released', async () => {
    const stop = new AbortController();
    const { calls, end } = await followSubmit({ stop: stop.signal }, {}, (_, answer) => {
      answer.json({}, 429);
      stop.abort(new Error('the step was stopped by SIGINT'));
      return true;
    });
    expect(calls).toEqual([...SENT, 'released hero']);
    expect(end).toBe('skipped: interrupted');
  });
});

describe('released, as nothing was sent', () => {
  test('a picture that is not as it was', async () => {
    const { calls, end, posts } = await followSubmit({
      makeSendable: async () => await Promise.reject(new Error('shots/mug.png is not as it was')),
    });
    expect(calls).toEqual(['claim hero', 'released hero']);
    expect(end).toBe('failed: reference-unusable');
    expect(posts).toBe(0);
  });

  test.each<[string, (stop: () => void) => RunOptions, Partial<EditClaims>, readonly string[]]>([
    [
      'between claim and room in memory',
      (stop) => ({
        uploadBytes: () => {
          stop();
          return 1;
        },
      }),
      {},
      ['claim hero', 'released hero'],
    ],
    [
      'while it is made sendable',
      (stop) => ({
        makeSendable: async () => {
          stop();
          return await Promise.resolve(['https://cdn.example.com/a.jpg']);
        },
      }),
      {},
      ['claim hero', 'released hero'],
    ],
  ])('stopped %s', async (_, prepare, claims, order) => {
    const stop = new AbortController();
    const options = prepare(() => {
      stop.abort(new Error('the step was stopped by SIGINT'));
    });
    const { calls, end, posts } = await followSubmit({ ...options, stop: stop.signal }, claims);
    expect(calls).toEqual(order);
    expect(end).toBe('skipped: interrupted');
    expect(posts).toBe(0);
  });

  test('a surprise before it is sent', async () => {
    const { calls, end, outcome } = await followSubmit({
      onChange: ({ kind }) => {
        if (kind === 'submitting') throw new Error('a bug');
      },
    });
    expect(calls).toEqual(['claim hero', 'make sendable', 'released hero']);
    expect(end).toBe('failed: internal-error');
    expect(outcome?.error?.message).toBe('An internal error: a bug. It was not sent.');
  });
});
