import { expect, it } from 'vitest';

import { creditParts, type PlannedParts } from '../../../src/plan/shards/made-by-parts.ts';
import type { PlannedAction } from '../../../src/plan/types.ts';
import { lockEntry } from '../../lock/sample-lock.ts';
import { sampleEdit } from '../../report/sample-run.ts';
import { outcomeOf } from '../../support/outcome-of.ts';

const PLANNED = Date.parse('2026-01-02T12:00:00Z');
const entry = (requestId: string, submittedAt: string) => ({
  ...lockEntry(['hero'], { requestId, costUsd: 0.04 }),
  submittedAt,
  finishedAt: '2026-01-02T12:10:00.000Z',
});
const since = entry('req-a', '2026-01-02T12:09:00.000Z');

function there(id: string, made = since) {
  const action: PlannedAction = { kind: 'unchanged', from: id, entry: made, files: made.files };
  return outcomeOf(sampleEdit(id, { action }), 'unchanged', { unchangedFiles: made.files });
}

function parts(
  actions: Readonly<Record<string, PlannedAction['kind']>>,
  forced: readonly string[] = [],
): PlannedParts {
  return { actions: new Map(Object.entries(actions)), forced: new Set(forced), plannedAtMs: PLANNED };
}

it('counts what other jobs of the plan made as made, with its cost and its times', () => {
  expect(creditParts([there('hero')], parts({ hero: 'submit' }))).toMatchObject([
    {
      state: 'succeeded',
      job: { kind: 'made', requestId: 'req-a' },
      costUsd: 0.04,
      timings: { totalMs: 60_000 },
      unchangedFiles: since.files,
    },
  ]);
});

it('counts one cost for edits that share a picture', () => {
  const credited = creditParts([there('a'), there('b')], parts({ a: 'submit', b: 'share' }));
  expect(credited.map(({ costUsd }) => costUsd)).toEqual([0.04, 0]);
});

const before = entry('req-old', '2026-01-01T00:00:00.000Z');

it.each([
  ['that the plan found there', there('hero'), parts({ hero: 'unchanged' })],
  ['that the plan does not have', there('hero'), parts({})],
  ['whose forced picture did not come', there('hero', before), parts({ hero: 'submit' }, ['hero'])],
  ['that has no pictures', outcomeOf(sampleEdit('hero'), 'pending'), parts({ hero: 'submit' })],
] as const)('leaves an edit %s as it is', (_, outcome, given) => {
  expect(creditParts([outcome], given)).toEqual([outcome]);
});

it('counts a job that was paid for before the plan, and collected by it', () => {
  expect(creditParts([there('hero', before)], parts({ hero: 'collect' }))).toMatchObject([
    { state: 'succeeded' },
  ]);
});
