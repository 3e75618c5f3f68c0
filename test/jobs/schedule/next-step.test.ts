import { describe, expect, test } from 'vitest';

import { holdEdit } from '../../../src/jobs/endings.ts';
import { planNextStep, rankEdit, type NextStep } from '../../../src/jobs/schedule/next-step.ts';
import type { EditOutcome, EditState } from '../../../src/plan/outcome.ts';
import type { PlannedEdit } from '../../../src/plan/types.ts';
import type { EditError } from '../../../src/shared/edit-error.ts';
import { accepted, claimed, maybeSent, NOW, THEM } from '../../ledger/samples.ts';
import { collect, otherRun, hold } from '../in-flight.ts';
import { keep, makeEdit, makeMedia } from '../run-plan.ts';
import { outcomeOf } from '../../support/outcome-of.ts';

const stopped: EditError = { code: 'run-stopped', message: 'Not sent: no balance.' };

/** The step of an edit, when `a` ended so, or is `coming`, or is not part of the run. */
function stepOf(edit: PlannedEdit, a: EditState | 'coming' | 'absent', isStopped = false): NextStep {
  const outcome = (state: EditState): EditOutcome => outcomeOf(makeEdit('a'), state);
  return planNextStep(
    { edit, action: edit.action },
    {
      nowMs: NOW,
      ended: new Map(a === 'coming' || a === 'absent' ? [] : [['a', outcome(a)]]),
      isComing: (id) => a === 'coming' && id === 'a',
      stopped: isStopped ? stopped : undefined,
    },
  );
}

function brief(step: NextStep): string {
  if (step.kind !== 'end') return step.kind;
  const { state, error } = step.ending;
  return error === undefined ? state : `${state} ${error.code}: ${error.message}`;
}

describe('an edit that uses the output of another', () => {
  const edit = makeEdit('b', { needs: ['a'] });
  test.each([
    ['succeeded', 'submit'],
    ['unchanged', 'submit'],
    ['coming', 'wait'],
    ['failed', 'skipped needs-not-met: It uses the output of a, which ended as failed.'],
    ['pending', 'skipped needs-not-met: It uses the output of a, which ended as pending.'],
    ['skipped', 'skipped needs-not-met: It uses the output of a, which ended as skipped.'],
    ['absent', 'skipped needs-not-met: It uses the output of a, which is not part of this run.'],
  ] as const)('that is %s: %s', (a, step) => {
    expect(brief(stepOf(edit, a))).toBe(step);
  });

  test('is not begun once nothing more may be submitted', () => {
    const expected = 'skipped run-stopped: Not sent: no balance.';
    expect(brief(stepOf(edit, 'succeeded', true))).toBe(expected);
    expect(brief(stepOf(edit, 'coming', true))).toBe(expected);
  });
});

describe('an edit that shares with another', () => {
  const edit = makeEdit('b', { action: { kind: 'share', with: 'a' }, needs: ['gone'] });
  test.each([
    ['succeeded', 'share'],
    ['coming', 'wait'],
    ['failed', 'skipped shared-edit-not-made: Its picture is that of a, which ended as failed.'],
    ['unknown', 'skipped shared-edit-not-made: Its picture is that of a, which ended as unknown.'],
    ['absent', 'skipped shared-edit-not-made: Its picture is that of a, which is not part of this run.'],
  ] as const)('that is %s: %s, also when nothing more may be submitted', (a, step) => {
    expect(brief(stepOf(edit, a))).toBe(step);
    expect(brief(stepOf(edit, a, true))).toBe(step);
  });
});

test('an edit that shares with one that another run delivered meanwhile is to be taken from there', () => {
  const edit = makeEdit('b', { action: { kind: 'share', with: 'a' } });
  expect(brief(stepOf(edit, 'unchanged'))).toBe(
    'skipped delivered-by-other-run: Its picture is that of a, which another run delivered in the meantime. Run again: it is taken from there, at no cost.',
  );
});

test.each([
  [collect('b', 'req-7', { needs: ['a'] }), { kind: 'collect', entry: accepted(THEM, 'req-7') }],
  [otherRun('b', { needs: ['a'] }), { kind: 'other-run', entry: claimed(THEM) }],
  [hold('b'), { kind: 'end', ending: holdEdit(maybeSent(THEM), NOW) }],
])('what is in flight waits for nothing, also when nothing more may be submitted: %#', (edit, step) => {
  for (const a of ['coming', 'failed', 'absent'] as const) {
    expect(stepOf(edit, a)).toEqual(step);
    expect(stepOf(edit, a, true)).toEqual(step);
  }
});

test('first comes what ends at once or only waits, then what is paid for, and then what costs', () => {
  const share = makeEdit('share', { action: { kind: 'share', with: 'submit' } });
  const skip = makeEdit('skip', { action: { kind: 'skip', reason: 'It is frozen.' } });
  const unchanged = makeEdit('keep', { action: keep('keep') });
  const edits = [
    makeEdit('submit'),
    share,
    collect('collect', 'x'),
    otherRun('otherRun'),
    unchanged,
    skip,
    hold('hold'),
  ];
  expect(edits.toSorted((a, b) => rankEdit(a) - rankEdit(b)).map(({ id }) => id)).toEqual([
    'otherRun',
    'keep',
    'skip',
    'hold',
    'collect',
    'submit',
    'share',
  ]);
});

test('an unchanged edit ends at once, also when nothing more may be submitted', () => {
  const edit = makeEdit('b', { action: keep('b'), needs: ['a'] });
  expect(stepOf(edit, 'coming', true)).toEqual({
    kind: 'end',
    ending: {
      state: 'unchanged',
      job: { kind: 'delivered', requestId: 'req-of-b' },
      unchangedFiles: [makeMedia('b')],
    },
  });
});
