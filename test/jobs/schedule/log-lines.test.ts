import { describe, expect, test } from 'vitest';

import { startProgress, renderProgress } from '../../../src/jobs/schedule/progress.ts';
import { renderChange } from '../../../src/jobs/schedule/render-change.ts';
import { createTally } from '../../../src/jobs/schedule/tally.ts';
import type { JobChange } from '../../../src/jobs/types.ts';
import type { EditOutcome, EditState } from '../../../src/plan/outcome.ts';
import { claimed, THEM } from '../../ledger/samples.ts';
import { createRecordingLog } from '../../queue/client-deps.ts';
import { makeEdit, makeFile } from '../run-plan.ts';
import { outcomeOf, type OutcomeFacts } from '../../support/outcome-of.ts';

const edit = makeEdit('hero@beach');

function outcome({
  state = 'succeeded',
  ...facts
}: OutcomeFacts & { readonly state?: EditState }): EditOutcome {
  return outcomeOf(edit, state, facts);
}

describe('the line about a change', () => {
  test.each<[JobChange, string | undefined]>([
    [{ kind: 'submitting', edit }, undefined],
    [{ kind: 'downloading', edit }, undefined],
    [{ kind: 'submitted', edit, requestId: 'abc123' }, 'hero@beach  submitted  request abc123'],
    [{ kind: 'collecting', edit, requestId: 'abc123' }, 'hero@beach  collecting  request abc123'],
    [
      { kind: 'other-run', edit, entry: claimed(THEM) },
      `hero@beach  another run is working on it; waiting for ${THEM.url}`,
    ],
    [{ kind: 'queued', edit }, 'hero@beach  queued'],
    [{ kind: 'queued', edit, position: 3 }, 'hero@beach  queued, position 3'],
    [{ kind: 'running', edit }, 'hero@beach  running'],
    [
      { kind: 'unrecognized', edit, word: 'pondering' },
      'hero@beach  the service says "pondering", which is unknown; still waiting',
    ],
    [
      {
        kind: 'ended',
        outcome: outcome({ files: [makeFile('a')], timings: { totalMs: 42_000 }, costUsd: 0.03 }),
      },
      'hero@beach  succeeded in 42 s, 1 picture, 2048x2048, 0.03 USD',
    ],
    [
      { kind: 'ended', outcome: outcome({ files: [makeFile('a'), makeFile('b')], costUsd: 0.0285 }) },
      'hero@beach  succeeded, 2 pictures, 2048x2048, 0.0285 USD',
    ],
    [
      {
        kind: 'ended',
        outcome: outcome({
          files: [{ path: 'a.mp4', absolutePath: '/a.mp4', sha256: 'ab', bytes: 1, type: 'video/mp4' }],
          warnings: ['odd'],
        }),
      },
      'hero@beach  succeeded, 1 video\nhero@beach  note: odd',
    ],
    [
      {
        kind: 'ended',
        outcome: outcome({
          edit: makeEdit('twin', { action: { kind: 'share', with: 'hero@beach' } }),
          files: [makeFile('a')],
          costUsd: 0,
        }),
      },
      'twin  succeeded, 1 picture, 2048x2048, the same as hero@beach',
    ],
    [{ kind: 'ended', outcome: outcome({ state: 'unchanged' }) }, undefined],
    [
      { kind: 'ended', outcome: outcome({ state: 'failed', error: { code: 'job-failed', message: 'No.' } }) },
      'hero@beach  failed: No.',
    ],
    [
      {
        kind: 'ended',
        outcome: outcome({ state: 'skipped', error: { code: 'run-refused', message: 'No.' } }),
      },
      undefined,
    ],
  ])('%#', (change, line) => {
    expect(renderChange(change)).toBe(line);
  });
});

test('the tally counts each edit once, by what happened to it last', () => {
  const tally = createTally(5);
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id) => makeEdit(id));
  if (!a || !b || !c || !d) throw new Error('four edits');
  const frozen = makeEdit('e', { action: { kind: 'skip', reason: 'It is frozen.' } });
  const changes: JobChange[] = [
    { kind: 'submitting', edit: a },
    { kind: 'submitted', edit: a, requestId: 'x' },
    { kind: 'queued', edit: a, position: 1 },
    { kind: 'submitting', edit: b },
    { kind: 'running', edit: b },
    { kind: 'unrecognized', edit: b, word: 'x' },
    { kind: 'submitting', edit: c },
    { kind: 'downloading', edit: c },
    { kind: 'ended', outcome: outcome({ edit: c }) },
    { kind: 'submitting', edit: d },
    { kind: 'other-run', edit: d, entry: claimed(THEM) },
    { kind: 'collecting', edit: d, requestId: 'y' },
    { kind: 'ended', outcome: outcome({ edit: d, state: 'unknown' }) },
    { kind: 'ended', outcome: outcome({ edit: frozen, state: 'skipped' }) },
  ];
  for (const change of changes) tally.count(change);
  expect(tally.counts()).toEqual({ total: 5, done: 3, failed: 1, running: 1, queued: 1 });
  expect(renderProgress(tally.counts(), 65_000)).toBe(
    'progress: 3 of 5 done, 1 running, 1 queued, 1 failed, 1 m 05 s',
  );
});

test('a progress line every 15 s, and none after the end', async () => {
  const log = createRecordingLog();
  let nowMs = 0;
  const { promise: thirdWait, resolve: onThirdWait } = Promise.withResolvers<undefined>();
  let waits = 0;
  const clock = {
    now: () => nowMs,
    monotonicMs: () => nowMs,
    sleep: async (ms: number, signal?: AbortSignal) => {
      waits += 1;
      if (waits === 3) {
        onThirdWait(undefined);
        await new Promise((_, reject) => {
          signal?.addEventListener('abort', () => {
            reject(signal.reason as Error);
          });
        });
      }
      nowMs += ms;
    },
  };
  const stop = startProgress(createTally(1), { clock, log });
  await thirdWait;
  stop();
  await new Promise((resolve) => setImmediate(resolve));
  expect(log.lines).toEqual([
    'progress: 0 of 1 done, 0 running, 0 queued, 0 failed, 15 s',
    'progress: 0 of 1 done, 0 running, 0 queued, 0 failed, 30 s',
  ]);
});
