import { describe, expect, test } from 'vitest';

import { planNextStep, type NextStep } from '../../src/jobs/next-step.ts';
import type { EditOutcome, EditState } from '../../src/plan/outcome.ts';
import type { PlannedEdit } from '../../src/plan/types.ts';
import { keep, makeEdit, makeMedia } from './run-plan.ts';

const stopped = { code: 'run-stopped', message: 'Not sent: no balance.' };

/** The step of an edit, when `a` ended so, or is `coming`, or is not part of the run. */
function stepOf(edit: PlannedEdit, a: EditState | 'coming' | 'absent', isStopped = false): NextStep {
  const outcome = (state: EditState): EditOutcome => ({
    edit: makeEdit('a'),
    state,
    outputUrls: [],
    files: [],
    kept: [],
    timings: {},
    warnings: [],
  });
  return planNextStep(edit, {
    ended: new Map(a === 'coming' || a === 'absent' ? [] : [['a', outcome(a)]]),
    isComing: (id) => a === 'coming' && id === 'a',
    stopped: isStopped ? stopped : undefined,
  });
}

function brief(step: NextStep): string {
  return step.kind === 'skip' ? `skip ${step.error.code}: ${step.error.message}` : step.kind;
}

describe('an edit that uses the output of another', () => {
  const edit = makeEdit('b', { needs: ['a'] });
  test.each([
    ['succeeded', 'start'],
    ['unchanged', 'start'],
    ['coming', 'wait'],
    ['failed', 'skip needs-not-met: It uses the output of a, which ended as failed.'],
    ['pending', 'skip needs-not-met: It uses the output of a, which ended as pending.'],
    ['skipped', 'skip needs-not-met: It uses the output of a, which ended as skipped.'],
    ['absent', 'skip needs-not-met: It uses the output of a, which is not part of this run.'],
  ] as const)('that is %s: %s', (a, step) => {
    expect(brief(stepOf(edit, a))).toBe(step);
  });

  test('is not begun once nothing more may be submitted', () => {
    expect(stepOf(edit, 'succeeded', true)).toEqual({ kind: 'skip', error: stopped });
    expect(stepOf(edit, 'coming', true)).toEqual({ kind: 'skip', error: stopped });
  });
});

describe('an edit that shares with another', () => {
  const edit = makeEdit('b', { action: { kind: 'share', with: 'a' }, needs: ['gone'] });
  test.each([
    ['succeeded', 'share'],
    ['coming', 'wait'],
    ['failed', 'skip shared-edit-not-made: Its picture is that of a, which ended as failed.'],
    ['unknown', 'skip shared-edit-not-made: Its picture is that of a, which ended as unknown.'],
    ['absent', 'skip shared-edit-not-made: Its picture is that of a, which is not part of this run.'],
  ] as const)('that is %s: %s, also when nothing more may be submitted', (a, step) => {
    expect(brief(stepOf(edit, a))).toBe(step);
    expect(brief(stepOf(edit, a, true))).toBe(step);
  });
});

test('an unchanged edit ends at once, also when nothing more may be submitted', () => {
  const edit = makeEdit('b', { action: keep('b'), needs: ['a'] });
  expect(stepOf(edit, 'coming', true)).toEqual({ kind: 'keep', files: [makeMedia('b')] });
});
