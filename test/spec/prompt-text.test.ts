import { expect, test } from 'vitest';

import { parsePrompt } from '../../src/spec/prompt-text.ts';

test.each([
  ['x', 'x'],
  ['x'.repeat(800), 'x'.repeat(800)],
  ['🏖'.repeat(800), '🏖'.repeat(800)],
  ['two\nlines\twith tab\n\r\n', 'two\nlines\twith tab'],
  ['  kept ', '  kept '],
])('%j is a prompt', (text, prompt) => {
  expect(parsePrompt(text, 800)).toEqual({ ok: true, value: prompt });
});

test.each([
  ['', 'is empty.'],
  [' \n\t\u00a0\n', 'is empty.'],
  ['x'.repeat(801), 'has 801 characters; the model accepts at most 800. Shorten it.'],
  ['🏖'.repeat(801), 'has 801 characters; the model accepts at most 800. Shorten it.'],
  ['a\u0000b', 'contains the control character U+0000. Remove it.'],
  ['a\u001b[31m', 'contains the control character U+001B. Remove it.'],
  ['a\ud83c', 'contains the control character U+D83C. Remove it.'],
])('%j is refused', (text, error) => {
  expect(parsePrompt(text, 800)).toEqual({ ok: false, error });
});
