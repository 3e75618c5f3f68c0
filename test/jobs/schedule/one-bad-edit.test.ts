import { describe, expect, test } from 'vitest';

import type { JobScriptOptions } from '../../support/job-script.ts';
import { makeEdit, makeFile, runPlan, type RunOptions } from '../run-plan.ts';
import { requestIdOf } from '../../../src/plan/outcome.ts';

const EDITS = Array.from({ length: 20 }, (_, index) => makeEdit(index === 13 ? 'bad' : `edit-${index}`));

type Fault = NonNullable<JobScriptOptions['fault']>;

/** Refuses to report the status of one job. */
function refuseReads(prompt: string, status: number, body: unknown): Fault {
  return ({ method, path }, answer, jobs) => {
    const id = jobs.find((job) => job.prompt === prompt)?.id ?? 'none';
    if (method === 'POST' || !path.includes(`/${id}/`)) return false;
    answer.json(body, status);
    return true;
  };
}

describe('story 6: one of twenty goes wrong: the nineteen others are delivered', () => {
  test.each<[string, string, RunOptions]>([
    [
      'its reference changed since it was looked at',
      'failed: reference-unusable',
      {
        makeSendable: async ({ id }) => {
          if (id === 'bad') throw new Error('shots/mug.png is not as it was');
          return await Promise.resolve(['https://cdn.example.com/a.jpg']);
        },
      },
    ],
    [
      'its submit is refused',
      'failed: invalid-input',
      {
        api: {
          fault: ({ body }, answer) => {
            if (!body.includes('"bad"')) return false;
            answer.json({ detail: 'prompt was refused' }, 422);
            return true;
          },
        },
      },
    ],
    [
      'its submit is answered by a dropped connection',
      'unknown: connection',
      {
        api: {
          fault: ({ body }, answer) => {
            if (!body.includes('"bad"')) return false;
            answer.reset();
            return true;
          },
        },
      },
    ],
    [
      'its job fails',
      'failed: job-failed',
      {
        api: {
          result: (prompt, id) =>
            prompt === 'bad'
              ? { status: 'failed', error: 'no' }
              : { status: 'succeeded', output: { image: `https://out.example/${id}` } },
        },
      },
    ],
    [
      'its job is cancelled by somebody else',
      'cancelled: cancelled',
      { api: { stages: (prompt) => (prompt === 'bad' ? ['canceled'] : ['completed']) } },
    ],
    [
      'its job ends in words that no one knows',
      'pending: deadline',
      { timeoutMs: 40_000, api: { stages: (prompt) => (prompt === 'bad' ? ['pondering'] : ['completed']) } },
    ],
    [
      'its job is lost at the service',
      'unknown: not-found',
      { api: { fault: refuseReads('bad', 404, { code: 404001, error: 'ResourceNotFound' }) } },
    ],
    [
      'its job is suddenly somebody else’s',
      'pending: permission-denied',
      { api: { fault: refuseReads('bad', 403, {}) } },
    ],
    [
      'its download fails',
      'failed: download-failed',
      {
        download: async (_url, output) =>
          await Promise.resolve(
            output === 'bad'
              ? { ok: false, error: { kind: 'passing', code: 'download-failed', message: 'HTTP 500.' } }
              : { ok: true, value: makeFile(output) },
          ),
      },
    ],
    [
      'a surprise before it is sent',
      'failed: internal-error',
      {
        onChange: (change) => {
          if (change.kind === 'submitting' && change.edit.id === 'bad') throw new Error('a bug');
        },
      },
    ],
    [
      'a surprise as soon as its request id is known',
      'pending: internal-error',
      {
        onChange: (change) => {
          if (change.kind === 'submitted' && change.edit.id === 'bad') throw new Error('a bug');
        },
      },
    ],
    [
      'the downloader itself breaks',
      'pending: internal-error',
      {
        download: async (_url, output) => {
          if (output === 'bad') throw new Error('no space left on device');
          return await Promise.resolve({ ok: true, value: makeFile(output) });
        },
      },
    ],
  ])('%s', async (_, expected, options) => {
    const { outcomes, posts } = await runPlan(EDITS, options);
    const bad = outcomes.find(({ edit }) => edit.id === 'bad');
    expect(`${bad?.state ?? ''}: ${bad?.error?.code ?? ''}`).toBe(expected);
    if (bad?.state === 'pending') expect(requestIdOf(bad)).toMatch(/^req-/);
    expect(outcomes.filter(({ state }) => state === 'succeeded')).toHaveLength(19);
    expect(posts).toBeLessThanOrEqual(20);
  });
});
