import { describe, expect, test } from 'vitest';

import { makeEdit, runPlan } from '../run-plan.ts';

const SECOND = 1000;

describe('the time of an edit is over', () => {
  test('still in the queue: cancelled, nothing is charged', async () => {
    const { outcomes, requests } = await runPlan([makeEdit('hero', { timeoutMs: 20 * SECOND })], {
      api: { stages: () => ['in_queue'] },
    });
    expect(outcomes).toMatchObject([
      { state: 'cancelled', job: { requestId: 'req-1' }, error: { code: 'deadline' } },
    ]);
    expect(outcomes[0]?.error?.message).toBe(
      'It ran out of time: it was not done within 20 s. ' +
        "The service last said that it was in the queue. It was cancelled in the service's queue (request req-1): nothing is charged for it.",
    );
    expect(requests.at(-1)).toBe('POST /v1/requests/req-1/cancel');
  });

  test('running: not cancelled but pending, with its id and the address of its result', async () => {
    const { outcomes, requests } = await runPlan([makeEdit('hero', { timeoutMs: 60 * SECOND })], {
      api: { stages: () => ['in_progress'] },
    });
    expect(outcomes).toMatchObject([
      { state: 'pending', job: { requestId: 'req-1' }, error: { code: 'deadline' } },
    ]);
    expect(outcomes[0]?.error?.message).toMatch(
      /will be charged; the next run collects it without paying again. Its result stays readable at http:\/\/127\.0\.0\.1:\d+\/v1\/requests\/req-1\/result\.$/,
    );
    expect(requests).not.toContain('POST /v1/requests/req-1/cancel');
  });

  test('seen in the queue, but it began meanwhile: not_cancellable stays pending', async () => {
    const { states } = await runPlan([makeEdit('hero', { timeoutMs: 20 * SECOND })], {
      api: {
        stages: () => ['in_queue'],
        fault: ({ path }, answer) => {
          if (!path.endsWith('/cancel')) return false;
          answer.json({ request_id: 'req-1', status: 'in_progress', outcome: 'not_cancellable' }, 202);
          return true;
        },
      },
    });
    expect(states).toEqual({ hero: 'pending' });
  });

  test('no one knows whether the cancel arrived: pending', async () => {
    const { states } = await runPlan([makeEdit('hero', { timeoutMs: 20 * SECOND })], {
      api: {
        stages: () => ['in_queue'],
        fault: ({ path }, answer) => {
          if (!path.endsWith('/cancel')) return false;
          answer.reset();
          return true;
        },
      },
    });
    expect(states).toEqual({ hero: 'pending' });
  });
});

describe('the time of the run is over', () => {
  test('story 5: seven of ten are done at the deadline: they are kept, three are pending', async () => {
    const ids = Array.from({ length: 10 }, (_, index) => `edit-${index}`);
    const { states, posts } = await runPlan(
      ids.map((id) => makeEdit(id)),
      {
        timeoutMs: 100 * SECOND,
        maxParallel: 10,
        api: {
          stages: (prompt) => (Number(prompt.at(-1)) < 7 ? ['in_progress', 'completed'] : ['in_progress']),
        },
      },
    );
    expect(Object.values(states)).toEqual([
      ...Array.from({ length: 7 }, () => 'succeeded'),
      ...Array.from({ length: 3 }, () => 'pending'),
    ]);
    expect(posts).toBe(10);
  });

  test('nothing is sent anymore once it is over', async () => {
    const { outcomes, posts } = await runPlan(
      ['a', 'b', 'c'].map((id) => makeEdit(id)),
      {
        timeoutMs: 20 * SECOND,
        maxParallel: 1,
        api: { stages: () => ['in_progress'] },
      },
    );
    expect(outcomes.map(({ state }) => state)).toEqual(['pending', 'skipped', 'skipped']);
    expect(outcomes[1]?.error?.code).toBe('deadline');
    expect(posts).toBe(1);
  });

  test('story 8: a storm of 429 without end: nothing was sent, nothing is charged, it can run again', async () => {
    const { outcomes } = await runPlan([makeEdit('a'), makeEdit('b')], {
      timeoutMs: 40 * SECOND,
      api: {
        fault: (_, answer) => {
          answer.json({}, 429, { 'retry-after': '5' });
          return true;
        },
      },
    });
    expect(outcomes.map(({ state }) => state)).toEqual(['skipped', 'skipped']);
    // The last answer asks for more time than is left of the run.
    expect(outcomes.map(({ error }) => error?.code).toSorted()).toEqual(['rate-limited', 'run-stopped']);
    for (const { error } of outcomes) expect(error?.message).toContain('answered 429');
  });

  test('while a picture is being downloaded: pending, as it is paid for and can be read again', async () => {
    const { outcomes } = await runPlan([makeEdit('hero')], {
      timeoutMs: 20 * SECOND,
      download: async (_url, _output, signal) => {
        const { promise, resolve } = Promise.withResolvers<undefined>();
        signal.addEventListener('abort', () => {
          resolve(undefined);
        });
        await promise;
        return { ok: false, error: { kind: 'passing', code: 'download-failed', message: 'It was stopped.' } };
      },
    });
    expect(outcomes).toMatchObject([
      { state: 'pending', job: { requestId: 'req-1' }, error: { code: 'deadline' } },
    ]);
    expect(outcomes[0]?.outputUrls).toEqual(['https://out.example/req-1.png']);
  });
});

describe('the step is being stopped', () => {
  test('a POST in flight may finish: its answer has the id, and the queued job is cancelled', async () => {
    const stop = new AbortController();
    const { outcomes, requests } = await runPlan([makeEdit('hero'), makeEdit('next')], {
      stop: stop.signal,
      maxParallel: 1,
      api: {
        stages: () => ['in_queue'],
        fault: ({ method }) => {
          if (method === 'POST') stop.abort(new Error('the step was stopped by SIGINT'));
          return false;
        },
      },
    });
    expect(outcomes).toMatchObject([
      { state: 'cancelled', job: { requestId: 'req-1' }, error: { code: 'interrupted' } },
      {
        state: 'skipped',
        error: {
          code: 'interrupted',
          message: 'Not sent: the step was stopped by SIGINT. Run again to have it made.',
        },
      },
    ]);
    expect(requests).toEqual([
      'POST /v1/models/bytedance/dreamina-4-0/edit',
      'POST /v1/requests/req-1/cancel',
    ]);
  });
});
