import { describe, expect, test } from 'vitest';

import type { SentPicture } from '../../../src/media/data-picture.ts';
import { NOW } from '../../ledger/samples.ts';
import { createSimulatedClock } from '../../support/clocks.ts';
import { collect, writeDown } from '../in-flight.ts';
import { succeeded } from '../../support/job-script.ts';
import { countJobs, LATER, makeEdit, makeFile, runPlan } from '../run-plan.ts';

const SECOND = 1000;

test('story 2: what an earlier run paid for is followed and fetched, and nothing is sent', async () => {
  const calls: string[] = [];
  const { outcomes, requests, changes, lines } = await runPlan([collect('hero', 'paid-1')], {
    api: { paid: ['hero'] },
    claims: writeDown(calls),
  });
  expect(outcomes).toMatchObject([
    {
      state: 'succeeded',
      job: { kind: 'made', requestId: 'paid-1', submittedAtMs: NOW },
      files: [makeFile('hero')],
      costUsd: 0.03,
      outputUrls: ['https://out.example/paid-1.png'],
    },
  ]);
  // How long it waited before anybody looked is not known.
  expect(Object.keys(outcomes[0]?.timings ?? {}).toSorted()).toEqual(['downloadMs', 'totalMs']);
  expect(requests.filter((request) => request.startsWith('POST'))).toEqual([]);
  expect(calls).toEqual([]);
  expect(changes.map(({ kind }) => kind)).toEqual([
    'collecting',
    'queued',
    'running',
    'downloading',
    'ended',
  ]);
  expect(lines[0]).toBe('hero  collecting  request paid-1');
});

test('it begins before what costs, and takes a place among those that run', async () => {
  const jobs = countJobs();
  const { states, changes } = await runPlan(
    [makeEdit('new'), collect('a', 'paid-1', { needs: ['gone'] }), collect('b', 'paid-2')],
    {
      maxParallel: 1,
      api: { paid: ['a', 'b'] },
      onChange: jobs.onChange,
    },
  );
  expect(states).toEqual({ new: 'succeeded', a: 'succeeded', b: 'succeeded' });
  const kinds = changes.map(({ kind }) => kind);
  expect(kinds.indexOf('submitting')).toBeGreaterThan(kinds.lastIndexOf('collecting'));
  expect(jobs.most).toBe(1);
});

test('edits that use its output, or are the same, have it without being sent', async () => {
  const given: SentPicture[][] = [];
  const { states, posts } = await runPlan(
    [
      collect('cutout', 'paid-1'),
      makeEdit('twin', { action: { kind: 'share', with: 'cutout' } }),
      makeEdit('hero', { needs: ['cutout', 'twin'] }),
    ],
    {
      api: { paid: ['cutout'] },
      makeSendable: async (_, urls) => {
        given.push([...urls.values()]);
        return await Promise.resolve(['https://cdn.example.com/a.jpg']);
      },
    },
  );
  expect(states).toEqual({ cutout: 'succeeded', twin: 'succeeded', hero: 'succeeded' });
  expect(given).toEqual([['https://out.example/paid-1.png', 'https://out.example/paid-1.png']]);
  expect(posts).toBe(1);
});

test('it goes on where nothing more may be accepted, never more than max-parallel at once', async () => {
  const jobs = countJobs();
  const paid = Array.from({ length: 6 }, (_, index) => `e${index}`);
  const { outcomes } = await runPlan(
    [makeEdit('broke'), ...paid.map((id, index) => collect(id, `paid-${index + 1}`)), makeEdit('last')],
    {
      maxParallel: 2,
      api: {
        paid,
        fault: ({ method }, answer) => {
          if (method === 'POST') answer.json({ code: 400002, error: 'InsufficientResources' }, 400);
          return method === 'POST';
        },
      },
      onChange: jobs.onChange,
    },
  );
  const [broke, ...others] = outcomes.map(({ state }) => state);
  expect(broke).toBe('failed');
  expect(others.slice(0, -1)).toEqual(paid.map(() => 'succeeded'));
  // Two places may come free at once: then both were on their way to the service.
  expect(others.at(-1)).toMatch(/^(skipped|failed)$/);
  expect(jobs.most).toBe(2);
});

describe('a job that cannot be collected', () => {
  test('the service does not know it anymore: unknown, with what to do', async () => {
    const young = collect('young', 'expired');
    if (young.action.kind !== 'collect') throw new Error('not to be collected');
    const clock = createSimulatedClock(LATER);
    const entry = { ...young.action.entry, submittedAtMs: clock.now() };
    const { outcomes } = await runPlan(
      [collect('hero', 'expired'), { ...young, action: { ...young.action, entry } }],
      { clock },
    );
    expect(outcomes).toMatchObject([
      { state: 'unknown', job: { requestId: 'expired', submittedAtMs: NOW }, error: { code: 'not-found' } },
      { state: 'unknown', job: { requestId: 'expired' }, error: { code: 'not-found' } },
    ]);
    expect(outcomes.map(({ error }) => error?.message)).toEqual([
      expect.stringMatching(
        /404.* It is given up: only a run with `on-unknown: resubmit` has it made, and pays, again\.$/,
      ),
      expect.stringMatching(
        /404.* It counts as paid for: the next run looks for it again, and does not pay again\.$/,
      ),
    ]);
  });

  test.each([
    ['the service does not say what time it is', undefined, 'open'],
    ['it is young by the clock of the service', NOW + 59 * 60 * SECOND, 'open'],
    ['it is old by the clock of the service', NOW + 61 * 60 * SECOND, 'lost'],
    ['it is dated ahead of the clock of the service, too', NOW - 24 * 60 * 60 * SECOND, 'lost'],
  ])('it is dated ahead of this machine: %s', async (_what, serviceMs, kind) => {
    const { outcomes } = await runPlan([collect('hero', 'expired')], {
      clock: createSimulatedClock(NOW - 24 * 60 * 60 * SECOND),
      ...(serviceMs !== undefined && { api: { now: () => serviceMs } }),
    });
    expect(outcomes).toMatchObject([{ state: 'unknown', job: { kind, requestId: 'expired' } }]);
  });

  test.each([
    [{ status: 'failed', error: 'no' }, 'failed: job-failed'],
    [{ status: 'cancelled' }, 'cancelled: cancelled'],
  ])('it ended without pictures: %j', async (result, expected) => {
    const { outcomes } = await runPlan([collect('hero', 'paid-1')], {
      api: { paid: ['hero'], stages: () => ['completed'], result: () => result },
    });
    expect(outcomes.map(({ state, error }) => `${state}: ${error?.code ?? ''}`)).toEqual([expected]);
  });

  test('its output has vanished: the fresh address serves', async () => {
    const tried: string[] = [];
    const { states } = await runPlan([collect('hero', 'paid-1')], {
      api: { paid: ['hero'], result: () => succeeded('https://out.example/a.png') },
      download: async (url, output) => {
        tried.push(url);
        return await Promise.resolve(
          tried.length === 1
            ? { ok: false, error: { kind: 'vanished', code: 'output-vanished', message: 'HTTP 404.' } }
            : { ok: true, value: makeFile(output) },
        );
      },
    });
    expect(states).toEqual({ hero: 'succeeded' });
  });

  test('its own time is up: it stays pending, and is not cancelled: another run may wait for it', async () => {
    const { outcomes, requests } = await runPlan([collect('hero', 'paid-1', { timeoutMs: 20 * SECOND })], {
      api: { paid: ['hero'], stages: () => ['in_queue'] },
    });
    expect(outcomes).toMatchObject([
      { state: 'pending', job: { requestId: 'paid-1' }, error: { code: 'deadline' } },
    ]);
    expect(outcomes[0]?.error?.message).toContain('the next run collects it without paying again');
    expect(requests).not.toContain('POST /v1/requests/paid-1/cancel');
  });

  test('the step was stopped before it began: pending, without a request', async () => {
    const edits = ['a', 'b', 'c'].map((id, index) => collect(id, `paid-${index + 1}`));
    const { states, requests } = await runPlan(edits, {
      maxParallel: 1,
      stop: AbortSignal.abort(new Error('the step was stopped by SIGTERM')),
    });
    expect(states).toEqual({ a: 'pending', b: 'pending', c: 'pending' });
    expect(requests).toEqual([]);
  });
});
