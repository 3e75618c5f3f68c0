import { expect, test } from 'vitest';

import { parsePrompt } from '../../src/spec/prompt-text.ts';

test.each([
  ['x', 'x'],
  ['x'.repeat(800), 'x'.repeat(800)],
  ['🏖'.repeat(800), '🏖'.repeat(800)],
  ['two\nlines\twith tab\n\r\n', 'two\nlines\twith tab'],
  ['  kept ', '  kept '],
])('%j is a prompt', (text, prompt) => {
  expect(parsePrompt(text)).toEqual({ ok: true, value: prompt });
});

test.each([
  ['', 'is empty.'],
  [' \n\t\u00a0\n', 'is empty.'],
  ['x'.repeat(801), 'is 801 characters long; the model takes at most 800.'],
  ['🏖'.repeat(801), 'is 801 characters long; the model takes at most 800.'],
  ['a\u0000b', 'holds the character U+0000, which is no text. Remove it.'],
  ['a\u001b[31m', 'holds the character U+001B, which is no text. Remove it.'],
  ['a\ud83c', 'holds the character U+D83C, which is no text. Remove it.'],
])('%j is refused', (text, error) => {
  expect(parsePrompt(text)).toEqual({ ok: false, error });
});
