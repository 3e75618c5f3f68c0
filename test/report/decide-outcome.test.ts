import { describe, expect, it } from 'vitest';

import type { EditOutcome, EditState } from '../../src/plan/outcome.ts';
import { decideRunOutcome, shouldFail } from '../../src/report/decide-outcome.ts';
import type { RunOutcome } from '../../src/report/types.ts';
import type { EditErrorCode } from '../../src/shared/edit-error.ts';
import { sampleOutcome } from './sample-run.ts';

type Shorthand = EditState | 'frozen' | 'out-of-time' | 'need-failed';

function outcomeOf(word: Shorthand): EditOutcome {
  if (word === 'frozen')
    return sampleOutcome('e', 'skipped', {}, { action: { kind: 'skip', reason: 'frozen' } });
  if (word === 'out-of-time') return skipped('deadline');
  if (word === 'need-failed') return skipped('needs-not-met');
  return sampleOutcome('e', word);
}

function skipped(code: EditErrorCode): EditOutcome {
  return sampleOutcome('e', 'skipped', { error: { code, message: 'Why, and what to do.' } });
}

const TABLE: readonly [Shorthand[], RunOutcome, any: boolean, all: boolean][] = [
  [[], 'unchanged', false, false],
  [['frozen'], 'unchanged', false, false],
  [['unchanged', 'unchanged', 'frozen'], 'unchanged', false, false],
  [['succeeded'], 'success', false, false],
  [['succeeded', 'unchanged', 'frozen'], 'success', false, false],
  [['succeeded', 'failed'], 'partial', true, false],
  [['unchanged', 'failed'], 'partial', true, false],
  [['succeeded', 'failed', 'need-failed'], 'partial', true, false],
  [['failed'], 'failed', true, true],
  [['failed', 'need-failed', 'frozen'], 'failed', true, true],
  [['succeeded', 'pending'], 'incomplete', true, false],
  [['succeeded', 'failed', 'pending'], 'incomplete', true, false],
  [['succeeded', 'unknown'], 'incomplete', true, false],
  [['cancelled'], 'incomplete', true, true],
  [['out-of-time', 'succeeded'], 'incomplete', true, false],
  [['out-of-time'], 'incomplete', true, true],
];

describe('decideRunOutcome', () => {
  it.each(TABLE)('%j is %s', (words, outcome) => {
    expect(decideRunOutcome(words.map(outcomeOf))).toBe(outcome);
  });
});

describe('shouldFail', () => {
  it.each(TABLE)('%j (%s) fails on any: %j, on all: %j, never', (words, _outcome, any, all) => {
    const edits = words.map(outcomeOf);
    expect(shouldFail(edits, 'any')).toBe(any);
    expect(shouldFail(edits, 'all')).toBe(all);
    expect(shouldFail(edits, 'never')).toBe(false);
  });
});
