import { describe, expect, test } from 'vitest';

import type { Answer } from '../../support/fake-service.ts';
import { makeEdit, runPlan, type RunOptions } from '../run-plan.ts';

const SECOND = 1000;
const cancels = (requests: readonly string[]) => requests.filter((request) => request.endsWith('/cancel'));

/** Runs an edit whose job stays in the queue, until its time is up. */
async function runOutOfTime(options: RunOptions & { readonly onCancel?: (answer: Answer) => void } = {}) {
  const { onCancel, ...rest } = options;
  const { outcomes, requests } = await runPlan([makeEdit('hero', { timeoutMs: 20 * SECOND })], {
    ...rest,
    api: {
      stages: () => ['in_queue'],
      fault: ({ path }, answer) => {
        if (!path.endsWith('/cancel') || onCancel === undefined) return false;
        onCancel(answer);
        return true;
      },
    },
  });
  return { state: outcomes[0]?.state, message: outcomes[0]?.error?.message, cancels: cancels(requests) };
}

describe('a job in the queue at its deadline', () => {
  test('is cancelled, and costs nothing', async () => {
    const { state, message } = await runOutOfTime();
    expect(state).toBe('cancelled');
    expect(message).toContain(
      "It was cancelled in the service's queue (request req-1): nothing is charged for it.",
    );
  });

  test('is left where that is wanted: the next run collects it', async () => {
    const { state, message, cancels: sent } = await runOutOfTime({ onTimeout: 'leave' });
    expect({ state, sent }).toEqual({ state: 'pending', sent: [] });
    expect(message).toMatch(
      /^It ran out of time: .* 20 s\. The service last said that it was in the queue\. The job may still be running .* without paying again\./,
    );
  });

  test.each([
    [
      'began meanwhile',
      (answer: Answer) => {
        answer.json({ request_id: 'req-1', status: 'in_progress', outcome: 'not_cancellable' }, 202);
      },
      /\. It could no longer be cancelled\. .* the next run collects it without paying again\./,
    ],
    [
      'and no one knows',
      (answer: Answer) => {
        answer.reset();
      },
      /\. The service did not confirm whether it was cancelled\. .* the next run collects it without paying again\./,
    ],
  ])('is tried to be cancelled: %s', async (_, onCancel, words) => {
    const { state, message } = await runOutOfTime({ onCancel });
    expect(state).toBe('pending');
    expect(message).toMatch(words);
  });

  test('without a record, nothing is said of a next run', async () => {
    const { message } = await runOutOfTime({ onTimeout: 'leave', keepsRecord: false });
    expect(message).toMatch(/will be charged; its result stays readable at http:.*\/req-1\/result\.$/);
  });
});

test('story 12: a stopped step cancels what queues side by side, also where a deadline would leave it', async () => {
  const stop = new AbortController();
  const together = Promise.withResolvers<undefined>();
  const held: (() => void)[] = [];
  const edits = ['a', 'b', 'c', 'd'].map((id) => makeEdit(id));
  let queued = 0;
  const { states, requests } = await runPlan(edits, {
    stop: stop.signal,
    onTimeout: 'leave',
    api: {
      stages: (prompt) => [prompt === 'd' ? 'in_progress' : 'in_queue'],
      fault: ({ path }, answer) => {
        if (!path.endsWith('/cancel')) return false;
        held.push(() => {
          answer.json({ request_id: 'x', status: 'cancelled', outcome: 'cancelled' }, 202);
        });
        // None is answered before all are there.
        if (held.length === 3) together.resolve(undefined);
        void together.promise.then(() => held.shift()?.());
        return true;
      },
    },
    onChange: ({ kind }) => {
      if (kind === 'queued' || kind === 'running') queued += 1;
      if (queued === edits.length) stop.abort(new Error('the step was stopped by SIGTERM'));
    },
  });
  expect(states).toEqual({ a: 'cancelled', b: 'cancelled', c: 'cancelled', d: 'pending' });
  expect(cancels(requests)).toHaveLength(3);
});
