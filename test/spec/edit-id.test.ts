import { describe, expect, test } from 'vitest';

import { nameEdits } from '../../src/spec/edit-id.ts';
import type { Scalar } from '../../src/spec/types.ts';

function idsOf(
  axes: readonly string[],
  ...combinations: readonly Readonly<Record<string, Scalar>>[]
): readonly string[] {
  const named = nameEdits(
    'hero',
    new Map(axes.map((name) => [name, []])),
    combinations.map((values) => new Map(Object.entries(values))),
  );
  return named.map(({ id, defaultOutput }) => `${id} ${defaultOutput}`);
}

test('without a matrix an edit is named by its key', () => {
  expect(nameEdits('hero')).toEqual([{ id: 'hero', defaultOutput: 'hero' }]);
});

describe('with a matrix', () => {
  test.each<readonly [Scalar, string]>([
    ['beach', 'hero@beach hero/beach'],
    [16, 'hero@16 hero/16'],
    [-1, 'hero@-1 hero/-1'],
    [0.5, 'hero@0.5 hero/0.5'],
    [true, 'hero@true hero/true'],
    ['On the beach!', 'hero@On-the-beach hero/On-the-beach'],
    ['Über/см 海', 'hero@Über-см-海 hero/Über-см-海'],
    ['e\u0301', 'hero@é hero/é'],
    ['../..', 'hero@_ hero/_'],
    ['', 'hero@_ hero/_'],
    ['{a,b}*?', 'hero@a-b hero/a-b'],
    ['shots/mug.png', 'hero@shots-mug.png hero/shots-mug'],
    ['x'.repeat(99), `hero@${'x'.repeat(60)} hero/${'x'.repeat(60)}`],
  ])('the value %j gives %j', (value, expected) => {
    expect(idsOf(['scene'], { scene: value })).toEqual([expected]);
  });

  test('several values are joined, those of include alone are no part of the name', () => {
    expect(
      idsOf(['scene', 'size'], { scene: 'beach', size: 'large', mood: 'warm' }, { scene: 'forest' }),
    ).toEqual(['hero@beach+large hero/beach-large', 'hero@forest hero/forest']);
  });

  test('combinations that the axes do not distinguish take all of their values', () => {
    expect(
      idsOf(
        ['scene'],
        { scene: 'beach' },
        { scene: 'forest', mood: 'dark' },
        { scene: 'forest', mood: 'light' },
      ),
    ).toEqual([
      'hero@beach hero/beach',
      'hero@forest+dark hero/forest-dark',
      'hero@forest+light hero/forest-light',
    ]);
  });

  test('a matrix of include alone takes all values', () => {
    expect(idsOf([], { site: 'a', mood: 'dark' })).toEqual(['hero@a+dark hero/a-dark']);
  });
});
