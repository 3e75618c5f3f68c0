import { expect, test } from 'vitest';

import { parseFileCommand } from '../../demo/file-command.ts';

test.each([
  ['', {}],
  ['\n\n', {}],
  ['a=1\nb=\n', { a: '1', b: '' }],
  ['a=x<<y=z\n', { a: 'x<<y=z' }],
  ['a<<END\none\n\ntwo=2\nEND\nb=1', { a: 'one\n\ntwo=2', b: '1' }],
  ['a<<END\r\none\r\nEND\r\n', { a: 'one' }],
  ['a<<END\nEND\n', { a: '' }],
  ['a=1\na=2\n', { a: '2' }],
])('%j is read as the runner reads it', (text, values) => {
  expect(parseFileCommand(text)).toEqual(values);
});

test.each([
  ['no sign\n', "Invalid format 'no sign'"],
  ['=1\n', 'Name must not be empty'],
  ['<<END\nEND\n', 'Name must not be empty'],
  ['a<<END\none\nEND \n', "Matching delimiter not found 'END'"],
])('%j fails the step', (text, message) => {
  expect(() => parseFileCommand(text)).toThrow(message);
});
