import { describe, expect, it } from 'vitest';

import { shorten, toPlainLine, toPlainText } from '../../src/shared/plain-text.ts';

describe('toPlainText', () => {
  it('keeps tabs, line feeds and every script, drops controls and reordering marks', () => {
    expect(toPlainText('a\tb\nč 日本 🎨 עברית')).toBe('a\tb\nč 日本 🎨 עברית');
    expect(toPlainText('a\u001b\u0085\u202eb\u2066c\ufeff')).toBe('abc');
  });
});

describe('toPlainLine', () => {
  it('joins white space', () => {
    expect(toPlainLine('  a\n\n b\t c ')).toBe('a b c');
  });
});

describe('shorten', () => {
  it.each([
    ['abcdef', 6, 'abcdef'],
    ['abcdefg', 6, 'abcde…'],
    ['🎨🎨🎨🎨', 4, '🎨🎨🎨🎨'],
    ['🎨🎨🎨🎨🎨', 4, '🎨🎨🎨…'],
    ['a\nb', 9, 'a b'],
  ])('%j at %i is %j', (text, max, expected) => {
    expect(shorten(text, max)).toBe(expected);
  });
});
