import fc from 'fast-check';
import { expect, it } from 'vitest';

import { diffWords } from '../../../src/plan/review/diff-words.ts';
import type { WordPart } from '../../../src/plan/review/types.ts';

/** `[-removed-]` and `{+added+}`. */
function show(parts: readonly WordPart[]): string {
  const marks = { same: ['', ''], removed: ['[-', '-]'], added: ['{+', '+}'] } as const;
  return parts.map(({ kind, text }) => `${marks[kind][0]}${text}${marks[kind][1]}`).join('');
}

function join(parts: readonly WordPart[], without: WordPart['kind']): string {
  return parts
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('');
}

it.each([
  [
    'a word',
    'Put the mug on the beach.',
    'Put the mug on the roof.',
    'Put the mug on the [-beach-]{+roof+}.',
  ],
  ['two words at once', 'A red mug here.', 'A blue cup here.', 'A [-red mug-]{+blue cup+} here.'],
  ['a word more', 'The mug.', 'The old mug.', 'The {+old +}mug.'],
  ['a word less', 'The old mug.', 'The mug.', 'The [-old -]mug.'],
  ['the end', 'The mug', 'The mug on sand', 'The mug{+ on sand+}'],
  ['capitals', 'the mug', 'The mug', '[-the-]{+The+} mug'],
  ['two places', 'One cup, two mugs.', 'A cup, ten mugs.', '[-One-]{+A+} cup, [-two-]{+ten+} mugs.'],
  ['a script without blanks', '把杯子放在沙滩上', '把杯子放在屋顶上', '把杯子放在[-沙滩-]{+屋顶+}上'],
  ['white space', 'a  b', 'a b', 'a [- -]b'],
  ['everything', 'mug', 'cup', '[-mug-]{+cup+}'],
  ['nothing before', '', 'mug', '{+mug+}'],
  ['nothing after', 'mug', '', '[-mug-]'],
])('finds %s', (_, before, after, expected) => {
  expect(show(diffWords(before, after))).toBe(expected);
});

it('has no parts for two empty texts, and one for equal texts', () => {
  expect(diffWords('', '')).toEqual([]);
  expect(diffWords('a b', 'a b')).toEqual([{ kind: 'same', text: 'a b' }]);
});

const words = fc
  .array(fc.constantFrom('a', 'b', 'the', 'mug', ' ', ' ', '  ', ',', '.', '\n', '杯子', '👩‍🎨', '\uD800'))
  .map((all) => all.join(''));

it('re-assembles both texts, and no two neighbors are of one kind', () => {
  fc.assert(
    fc.property(fc.oneof(words, fc.string()), words, (before, after) => {
      const parts = diffWords(before, after);
      expect(join(parts, 'added')).toBe(before);
      expect(join(parts, 'removed')).toBe(after);
      expect(parts.every(({ kind }, index) => kind !== parts[index + 1]?.kind)).toBe(true);
      expect(parts.every(({ text }) => text !== '')).toBe(true);
    }),
  );
});

it('does not compare the middles of two very long texts', () => {
  const long = (word: string): string => `Start ${`${word} x `.repeat(2000)}end`;
  const parts = diffWords(long('a'), long('b'));
  expect(parts.map(({ kind }) => kind)).toEqual(['same', 'removed', 'added', 'same']);
  expect(join(parts, 'added')).toBe(long('a'));
  expect(join(parts, 'removed')).toBe(long('b'));
});
