import { describe, expect, test } from 'vitest';

import { requestIdOf } from '../../../src/plan/outcome.ts';
import { makeEdit, runPlan, type RunOptions } from '../run-plan.ts';

const URL_OF_A = 'https://out.example/a.png';
const SECOND = 1000;

/** Makes one edit whose job ends with this answer of /result. */
async function endWith(result: Record<string, unknown>, options: RunOptions = {}) {
  const { outcomes, requests } = await runPlan([makeEdit('hero')], {
    api: { result: () => result },
    ...options,
  });
  const [outcome] = outcomes;
  if (outcome === undefined) throw new Error('no outcome');
  const looks = requests.filter((request) => request.includes('/result')).length;
  return { outcome, looks, message: outcome.error?.message ?? '' };
}

describe('a final answer ends the edit at once, whatever its form', () => {
  test.each<[string, Record<string, unknown>]>([
    ['a text', { status: 'succeeded', output: URL_OF_A }],
    ['objects', { status: 'succeeded', output: [{ url: URL_OF_A }] }],
    ['null among addresses', { status: 'succeeded', output: { images: [null, URL_OF_A] } }],
    ['completed', { status: 'completed', output: { image: URL_OF_A } }],
    ['a word that is not known, with an output', { status: 'delivered', output: { image: URL_OF_A } }],
  ])('with an address: success (%s)', async (_, result) => {
    const { outcome, looks } = await endWith(result);
    expect([outcome.state, looks]).toEqual(['succeeded', 1]);
  });

  test.each<[string, Record<string, unknown>, string, string]>([
    [
      'another key',
      { status: 'succeeded', output: { pictures: [URL_OF_A] } },
      'output-unreadable',
      '{"pictures": ["https:..."]}',
    ],
    [
      'another scheme',
      { status: 'succeeded', output: { image: 's3://b/a.png' } },
      'output-unreadable',
      '{"image": "s3:..."}',
    ],
    ['no output', { status: 'succeeded', output: null }, 'no-output', 'names no output'],
    ['an end that is not known', { status: 'aborted' }, 'unrecognized-status', '"aborted"'],
  ])('without one: an end that names what came (%s)', async (_, result, code, words) => {
    const { outcome, looks, message } = await endWith(result);
    expect([outcome.state, outcome.error?.code, outcome.job.kind, looks]).toEqual([
      'failed',
      code,
      'open',
      1,
    ]);
    expect(message).toContain(words);
    expect(message).toContain(requestIdOf(outcome));
    expect(message).toContain('does not pay again');
  });

  test('an output beside one that cannot be read: delivered, with a note', async () => {
    const { outcome } = await endWith({
      status: 'succeeded',
      output: { images: [URL_OF_A, 'gs://b/c.png'] },
    });
    expect(outcome.state).toBe('succeeded');
    expect(outcome.warnings).toEqual([expect.stringContaining('"gs:..."')]);
  });

  test('a failure for lack of balance stops the run', async () => {
    const { outcomes, posts } = await runPlan([makeEdit('a'), makeEdit('b')], {
      maxParallel: 1,
      api: {
        result: () => ({ status: 'failed', error: { code: 'InsufficientResources', message: 'Top up.' } }),
      },
    });
    expect(outcomes.map(({ error }) => error?.code)).toEqual(['job-failed', 'run-stopped']);
    expect(posts).toBe(1);
  });
});

test('a wait that its deadline ends says what the service said last', async () => {
  const { outcomes } = await runPlan([makeEdit('hero', { timeoutMs: 20 * SECOND })], {
    api: { stages: () => ['pondering'] },
  });
  expect(outcomes[0]?.error?.message).toContain('The service last said "pondering", an unknown word.');
});

test('the paid POST carries the id of its claim', async () => {
  const keys: (string | undefined)[] = [];
  await runPlan([makeEdit('hero')], {
    api: {
      fault: ({ method, headers }) => {
        if (method === 'POST') keys.push(String(headers['idempotency-key']));
        return false;
      },
    },
  });
  expect(keys).toEqual(['claim-of-hero']);
});

test('without a budget no more than 200 edits are sent', async () => {
  const edits = Array.from({ length: 201 }, (_, index) => makeEdit(`e${index}`));
  const { states, posts } = await runPlan(edits, { maxParallel: 50 });
  expect(posts).toBe(200);
  expect(Object.values(states).filter((state) => state === 'skipped')).toHaveLength(1);
});
