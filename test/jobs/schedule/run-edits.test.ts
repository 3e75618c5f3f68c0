import { describe, expect, test } from 'vitest';

import type { SentPicture } from '../../../src/media/data-picture.ts';
import { succeeded } from '../../support/job-script.ts';
import { HOUR_MS } from '../../ledger/samples.ts';
import { createSimulatedClock } from '../../support/clocks.ts';
import { countJobs, LATER, makeEdit, makeFile, runPlan } from '../run-plan.ts';

test('one edit from submit to file: every change is reported, every fact recorded', async () => {
  const { outcomes, changes, lines, requests } = await runPlan([makeEdit('hero@beach')], {
    api: { position: () => 3 },
  });
  expect(outcomes).toMatchObject([
    {
      state: 'succeeded',
      outputUrls: ['https://out.example/req-1.png'],
      files: [makeFile('hero@beach')],
      costUsd: 0.03,
      job: { kind: 'made', requestId: 'req-1', submittedAtMs: expect.any(Number) as number },
      unchangedFiles: [],
      warnings: [],
    },
  ]);
  expect(Object.keys(outcomes[0]?.timings ?? {}).toSorted()).toEqual([
    'downloadMs',
    'queuedMs',
    'runningMs',
    'totalMs',
  ]);
  expect(changes.map(({ kind }) => kind)).toEqual([
    'submitting',
    'submitted',
    'queued',
    'running',
    'downloading',
    'ended',
  ]);
  expect(
    lines.filter((line) => !line.startsWith('progress')).map((line) => line.replace(/in [\d.]+ s/, 'in T')),
  ).toEqual([
    'hero@beach  submitted  request req-1',
    'hero@beach  queued, position 3',
    'hero@beach  running',
    'hero@beach  succeeded in T, 1 picture, 2048x2048, 0.03 USD',
  ]);
  expect(requests).toEqual([
    'POST /v1/models/bytedance/dreamina-4-0/edit',
    'GET /v1/requests/req-1/status',
    'GET /v1/requests/req-1/status',
    'GET /v1/requests/req-1/result?include_cost=true',
  ]);
});

test.each([
  ['two hours slow', 2 * HOUR_MS],
  ['two hours fast', -2 * HOUR_MS],
])('the clock of this machine is %s: a job is dated by the clock of the service', async (_what, aheadMs) => {
  const clock = createSimulatedClock(LATER);
  const { outcomes } = await runPlan([makeEdit('hero')], {
    clock,
    api: { now: () => clock.now() + aheadMs },
  });
  const [outcome] = outcomes;
  if (outcome?.state !== 'succeeded') throw new Error('not made');
  expect(Math.abs(outcome.job.submittedAtMs - (LATER + aheadMs))).toBeLessThan(1000);
});

test('outcomes come in the order of the plan, and never more than max-parallel jobs are at the service', async () => {
  const edits = Array.from({ length: 12 }, (_, index) => makeEdit(`edit-${index}`));
  const jobs = countJobs();
  const { outcomes } = await runPlan(edits, { maxParallel: 3, onChange: jobs.onChange });
  expect(outcomes.map(({ edit }) => edit.id)).toEqual(edits.map(({ id }) => id));
  expect(jobs.most).toBe(3);
});

describe('the graph', () => {
  test('an edit that uses another is given the address of its first output', async () => {
    const given: SentPicture[][] = [];
    const { states } = await runPlan([makeEdit('cutout'), makeEdit('hero', { needs: ['cutout'] })], {
      api: {
        result: (_, id) => succeeded(`https://out.example/${id}-a.png`, `https://out.example/${id}-b.png`),
      },
      makeSendable: async (edit, urls) => {
        given.push([edit.id, ...urls.values()]);
        return await Promise.resolve(['https://cdn.example.com/a.jpg']);
      },
    });
    expect(states).toEqual({ cutout: 'succeeded', hero: 'succeeded' });
    expect(given).toEqual([['cutout'], ['hero', 'https://out.example/req-1-a.png']]);
  });

  test('what needs a failed edit is skipped, with all that needs it in turn; the rest goes on', async () => {
    const { outcomes, posts } = await runPlan(
      [
        makeEdit('a'),
        makeEdit('b', { needs: ['a'] }),
        makeEdit('c', { needs: ['b'] }),
        makeEdit('d'),
        makeEdit('e', { needs: ['gone'] }),
        makeEdit('f', { action: { kind: 'skip', reason: 'It is frozen.' } }),
      ],
      {
        api: {
          result: (prompt) =>
            prompt === 'a' ? { status: 'failed', error: 'no' } : succeeded('https://o.example/'),
        },
      },
    );
    expect(outcomes.map(({ edit, state, error }) => `${edit.id} ${state}: ${error?.message ?? ''}`)).toEqual([
      'a failed: The service could not make it (request req-1): no.',
      'b skipped: It uses the output of a, which ended as failed.',
      'c skipped: It uses the output of b, which ended as skipped.',
      'd succeeded: ',
      'e skipped: It uses the output of gone, which is not part of this run.',
      'f skipped: It is frozen.',
    ]);
    expect(posts).toBe(2);
  });
});

test('an error that would meet every edit stops the submits; what runs is collected', async () => {
  const edits = ['a', 'b', 'c', 'd'].map((id) => makeEdit(id));
  const { outcomes, posts } = await runPlan(edits, {
    maxParallel: 2,
    api: {
      stages: () => ['in_queue', 'in_queue', 'in_progress', 'in_progress', 'completed'],
      fault: ({ body }, answer) => {
        if (!body.includes('"prompt":"b"')) return false;
        answer.json({ code: 400002, error: 'InsufficientResources' }, 400);
        return true;
      },
    },
  });
  expect(outcomes.map(({ state }) => state)).toEqual(['succeeded', 'failed', 'skipped', 'skipped']);
  expect(outcomes[1]?.error?.code).toBe('insufficient-balance');
  expect(outcomes[3]?.error).toMatchObject({ code: 'run-stopped' });
  expect(outcomes[3]?.error?.message).toContain('Top up the balance');
  expect(posts).toBe(2);
});

test('5,000 edits of which the first fails for all: nothing more is sent, each is in the outcome', async () => {
  const edits = Array.from({ length: 5000 }, (_, index) => makeEdit(`edit-${index}`));
  const { outcomes, posts } = await runPlan(edits, {
    maxParallel: 1,
    api: {
      fault: (_, answer) => {
        answer.json({ code: 400004, error: 'UserAccountError' }, 400);
        return true;
      },
    },
  });
  expect(outcomes).toHaveLength(5000);
  expect(posts).toBe(1);
});

test('a token that is revoked while jobs run: they stay pending, and nothing more is submitted', async () => {
  const { outcomes, posts } = await runPlan(
    ['a', 'b', 'c'].map((id) => makeEdit(id)),
    {
      maxParallel: 2,
      api: {
        fault: ({ method }, answer) => {
          if (method === 'POST') return false;
          answer.json({ code: 400004, error: 'UserAccountError' }, 400);
          return true;
        },
      },
    },
  );
  expect(outcomes.map(({ state, error }) => `${state}: ${error?.code ?? ''}`)).toEqual([
    'pending: authentication',
    'pending: authentication',
    'skipped: run-stopped',
  ]);
  expect(outcomes[0]?.error?.message).toContain(
    'the next run collects it without paying again. Its result stays readable at',
  );
  expect(posts).toBe(2);
});
