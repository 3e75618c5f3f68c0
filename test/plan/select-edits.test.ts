import { describe, expect, it } from 'vitest';

import { selectEdits } from '../../src/plan/select-edits.ts';
import { editRequest } from '../support/edits.ts';

const EDITS = [
  editRequest('cutout'),
  editRequest('plate', { needs: ['cutout'] }),
  editRequest('hero@beach', { needs: ['plate'] }),
  editRequest('hero@studio', { needs: ['cutout'] }),
  editRequest('banner'),
];

function select(...only: string[]) {
  const selection = selectEdits(EDITS, only);
  return { ...selection, edits: selection.edits.map((edit) => edit.id) };
}

describe('selectEdits', () => {
  it('takes all edits when there is no glob', () => {
    expect(select().edits).toEqual(['cutout', 'plate', 'hero@beach', 'hero@studio', 'banner']);
  });

  it.each([
    [['banner'], ['banner'], []],
    [['ban*'], ['banner'], []],
    [['hero@*'], ['cutout', 'plate', 'hero@beach', 'hero@studio'], ['plate', 'cutout']],
    [['hero@{studio,lake}'], ['cutout', 'hero@studio'], ['cutout']],
    [['banner', 'plate'], ['cutout', 'plate', 'banner'], ['cutout']],
    [['*'], ['cutout', 'plate', 'hero@beach', 'hero@studio', 'banner'], []],
  ])('%j takes %j, of them along %j', (only, edits, takenAlong) => {
    const selection = select(...only);
    expect(selection.edits).toEqual(edits);
    expect([...selection.takenAlong].sort()).toEqual([...takenAlong].sort());
    expect(selection.problems).toEqual([]);
  });

  it('makes each glob without a match an error', () => {
    const { problems } = select('hero', 'banner', 'Banner');
    expect(problems.map((problem) => problem.message)).toEqual([
      'Input `only` has `hero`, which matches no edit of the spec. These start with it: `hero@beach`, `hero@studio`.',
      'Input `only` has `Banner`, which matches no edit of the spec. Did you mean `banner`?',
    ]);
  });
});
