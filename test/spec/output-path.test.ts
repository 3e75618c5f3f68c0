import path from 'node:path';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { foldPath } from '../../src/shared/fold-path.ts';
import { parseOutputPath } from '../../src/spec/output-path.ts';

test.each([
  'hero',
  'banners/beach',
  'a/b/c/d',
  '.hidden',
  'v1.5',
  'hero@beach+large',
  'mit Leerzeichen/Übergröße',
  '海/🏖️',
  'console',
  'com10',
  'nullable',
  'index.html',
  'my-references/x',
  'x'.repeat(200),
])('%j may be written', (text) => {
  expect(parseOutputPath(text)).toEqual({ ok: true, value: text.normalize('NFC') });
});

test.each([
  ['', 'is empty'],
  ['  ', 'is empty'],
  ['/etc/passwd', 'is absolute'],
  ['C:/x', 'is absolute'],
  ['c:x', 'is absolute'],
  ['../x', 'contains `..`'],
  ['a/../../x', 'contains `..`'],
  ['a/..', 'contains `..`'],
  ['./x', 'has `.` as a part'],
  ['a//b', 'empty part'],
  ['a/', 'empty part'],
  ['a\\b', 'backslash'],
  ['References', 'is reserved for'],
  ['references/x', 'is reserved for'],
  ['results.json/x', 'is reserved for'],
  ['Index.HTML/y', 'is reserved for'],
  ['a<b', '`<`'],
  ['a?', '`?`'],
  ['ab:c', '`:`'],
  ['a\u0000b', 'U+0000'],
  ['a\nb', 'U+000A'],
  ['a\u202eb', 'U+202E'],
  ['a\ud800b', 'U+D800'],
  ['a./b', 'ends in a dot or a blank'],
  ['a ', 'ends in a dot or a blank'],
  ['a/ b', 'begins with a blank'],
  ['CON', 'keeps for a device'],
  ['a/nul', 'keeps for a device'],
  ['aux.x', 'keeps for a device'],
  ['COM1', 'keeps for a device'],
  ['lpt¹', 'keeps for a device'],
  ['con .txt', 'keeps for a device'],
  ['a/.git/x', 'git keeps for itself'],
  ['Git~1', 'git keeps for itself'],
  ['hero.png', "the file's type decides"],
  ['hero.JPEG', "the file's type decides"],
  ['a.mp4/b', "the file's type decides"],
  ['ä'.repeat(101), 'longer than 200 bytes'],
  [Array.from({ length: 60 }, () => 'ten-bytes').join('/'), 'longer than 512 bytes'],
])('%j is refused', (text, why) => {
  const result = parseOutputPath(text);
  expect(result.ok ? '' : result.error).toContain(why);
});

test('paths are put into the form NFC', () => {
  expect(parseOutputPath('e\u0301')).toEqual({ ok: true, value: '\u00e9' });
});

test.each([
  ['Hero', 'hERO'],
  ['É', 'e\u0301'],
  ['ΣΑΣ', 'σας'],
  ['ß', 'SS'],
  ['ẞ', 'ß'],
])('%j and %j are one file somewhere', (a, b) => {
  expect(foldPath(a)).toBe(foldPath(b));
});

describe('for any text', () => {
  const segment = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom('..', '.', '', 'con', 'a.png', ' ', 'references', 'C:', '\\', 'a'),
  );
  const anyPath = fc.array(segment, { minLength: 1, maxLength: 5 }).map((parts) => parts.join('/'));

  test('what is accepted stays inside on every system and needs no repair', () => {
    fc.assert(
      fc.property(anyPath, (text) => {
        const result = parseOutputPath(text);
        if (!result.ok) return;
        for (const system of [path.posix, path.win32]) {
          expect(system.isAbsolute(result.value)).toBe(false);
          const root = system === path.win32 ? 'C:\\out' : '/out';
          const target = system.resolve(root, result.value);
          expect(target.startsWith(root + system.sep)).toBe(true);
          expect(system.relative(root, target).split(system.sep).join('/')).toBe(result.value);
        }
        expect(parseOutputPath(result.value)).toEqual(result);
        expect(foldPath(foldPath(result.value))).toBe(foldPath(result.value));
      }),
      { numRuns: 1000 },
    );
  });
});
