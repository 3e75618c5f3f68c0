import { describe, expect, it } from 'vitest';

import { editProblems } from '../../src/report/edit-problems.ts';
import { selectAnnotations } from '../../src/report/emit-problems.ts';
import type { EditError } from '../../src/shared/edit-error.ts';
import type { Problem } from '../../src/shared/problem.ts';
import { sampleOutcome } from './sample-run.ts';

function problems(severity: Problem['severity'], count: number): Problem[] {
  return Array.from({ length: count }, (_, index) => ({ severity, message: `${severity} ${index}` }));
}

describe('selectAnnotations', () => {
  it('takes the first nine of each kind, errors first, and hands back the rest', () => {
    const { annotations, rest } = selectAnnotations([...problems('warning', 12), ...problems('error', 20)]);
    expect(annotations).toEqual([...problems('error', 9), ...problems('warning', 9)]);
    expect(rest.map(({ message }) => message)).toEqual(
      [...problems('error', 20).slice(9), ...problems('warning', 12).slice(9)].map(({ message }) => message),
    );
  });

  it('keeps the place, cuts the message to what the runner keeps, on one line', () => {
    const at = { file: 'edits.yml', line: 3, column: 1 };
    const { annotations } = selectAnnotations([{ severity: 'error', message: `a\n${'x'.repeat(9000)}`, at }]);
    expect(annotations[0]?.at).toEqual(at);
    expect(annotations[0]?.message).toMatch(/^a x{3997}…$/);
  });
});

describe('edits as problems', () => {
  it('reports every edit that is missing, and warnings, at the position in the spec', () => {
    const error: EditError = { code: 'job-failed', message: 'The service said no.' };
    const edits = [
      sampleOutcome('a', 'succeeded', { warnings: ['The size differs.'] }),
      sampleOutcome('b', 'failed', { error }),
      sampleOutcome('c', 'pending', { error: { code: 'deadline', message: 'Time is up.' } }),
      sampleOutcome('d', 'unknown'),
      sampleOutcome('e', 'cancelled'),
      sampleOutcome('f', 'skipped', { error: { code: 'needs-not-met', message: 'It needs b.' } }),
      sampleOutcome('g', 'skipped', {}, { action: { kind: 'skip', reason: 'frozen' } }),
      sampleOutcome('h', 'unchanged'),
    ];
    const found = editProblems(edits);
    expect(found.map(({ severity, message }) => `${severity}: ${message}`)).toEqual([
      'error: b failed: The service said no.',
      'warning: c is still pending: Time is up.',
      'warning: d may or may not have been accepted: It is so.',
      'warning: e was cancelled: It is so.',
      'warning: f was skipped: It needs b.',
      'warning: a: The size differs.',
    ]);
    expect(found.every(({ at }) => at?.line === 7)).toBe(true);
  });
});
