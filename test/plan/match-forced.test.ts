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
  expect([...matchForced(globs, EDITS, EDITS).forced]).toEqual(ids);
});

it('makes each glob without a match an error, by the name of its input', () => {
  const { problems } = matchForced(['Cutout', 'cutout', 'hero'], EDITS, EDITS);
  expect(problems).toEqual([
    {
      severity: 'error',
      message: 'Input `force` has `Cutout`, which matches no edit of the spec. Did you mean `cutout`?',
    },
    {
      severity: 'error',
      message:
        'Input `force` has `hero`, which matches no edit of the spec. These start with it: `hero@beach`, `hero@studio`.',
    },
  ]);
});

it('warns, at its place in the spec, of a frozen edit that stays as it is', () => {
  expect(matchForced(['hero@*'], EDITS, EDITS).problems).toEqual([
    {
      severity: 'warning',
      message:
        'Input `force` names `hero@studio`, which is frozen and stays as it is. Remove `frozen` to have it made again.',
      at: { file: 'edits.yml', line: 1, column: 1 },
    },
  ]);
});

it('warns where it names only edits that this run is not about', () => {
  const chosen = EDITS.filter(({ id }) => id === 'hero@beach');
  const { forced, problems } = matchForced(['cutout', 'hero@b*', '*'], EDITS, chosen);
  expect(forced.has('hero@beach')).toBe(true);
  expect(problems.filter(({ at }) => at === undefined)).toEqual([
    {
      severity: 'warning',
      message:
        'Input `force` has `cutout`, which has no effect in this run: `only` excludes every edit that it matches.',
    },
  ]);
});
