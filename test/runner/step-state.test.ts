import { expect, it } from 'vitest';

import { createStepState, type StepState } from '../../src/runner/step-state.ts';

function keep() {
  const saved: Record<string, string> = {};
  const text = {
    saveState: (name: string, value: string) => (saved[name] = value),
    getState: (name: string) => saved[name] ?? '',
  };
  return { saved, ...createStepState(text) };
}

const WHOLE: StepState = {
  folder: '/tmp/edits',
  artifactName: 'pictures',
  retentionDays: 3,
  journal: '/tmp/journal.jsonl',
  ledger: 'git',
  isDelivered: true,
  hasEnded: true,
};

it('gives back what was saved, part by part', () => {
  const { save, read } = keep();
  const { folder, artifactName, retentionDays, ...later } = WHOLE;
  save({ folder, artifactName, retentionDays });
  save(later);
  expect(read()).toEqual(WHOLE);
});

it('is nothing before there is a folder', () => {
  const { save, read } = keep();
  save({ ledger: 'git' });
  expect(read()).toBeUndefined();
});

it('knows what was not saved', () => {
  const { save, read, saved } = keep();
  save({ folder: '/tmp/edits', artifactName: 'pictures', retentionDays: undefined });
  expect(read()).toEqual({
    ...{ folder: '/tmp/edits', artifactName: 'pictures', retentionDays: undefined, journal: undefined },
    ...{ ledger: 'none', isDelivered: false, hasEnded: false },
  });
  saved['ledger'] = 'a word of a newer version';
  expect(read()?.ledger).toBe('none');
});
