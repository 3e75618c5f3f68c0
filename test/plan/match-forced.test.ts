import { expect, it } from 'vitest';

import { matchForced } from '../../src/plan/match-forced.ts';
import { editRequest } from '../support/edits.ts';

const EDITS = [
  editRequest('cutout'),
  editRequest('hero@beach', { needs: ['cutout'] }),
  editRequest('hero@studio', { frozen: true }),
];

it.each([
  ['nothing, where nothing is named', [], []],
  ['an id', ['cutout'], ['cutout']],
  ['those of a glob, without what they need', ['hero@b*'], ['hero@beach']],
  ['those of several, each once', ['*@beach', 'hero@*', 'cutout'], ['hero@beach', 'hero@studio', 'cutout']],
  ['all', ['*'], ['cutout', 'hero@beach', 'hero@studio']],
])('names %s', (_what, globs, ids) => {
  expect([...matchForced(globs, EDITS).forced]).toEqual(ids);
});

it('makes each glob without a match an error, by the name of its input', () => {
  const { problems } = matchForced(['Cutout', 'cutout', 'hero'], EDITS);
  expect(problems).toEqual([
    {
      severity: 'error',
      message: 'Input `force` has "Cutout", which matches no edit of the spec. Did you mean `cutout`?',
    },
    { severity: 'error', message: 'Input `force` has "hero", which matches no edit of the spec.' },
  ]);
});

it('warns, at its place in the spec, of a frozen edit that stays as it is', () => {
  expect(matchForced(['hero@*'], EDITS).problems).toEqual([
    {
      severity: 'warning',
      message:
        'Input `force` names `hero@studio`, which is frozen: it stays as it is. Take `frozen` away to have it made again.',
      at: { file: 'edits.yml', line: 1, column: 1 },
    },
  ]);
});
