import path from 'node:path';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { parseBraces } from '../../src/shared/glob-braces.ts';
import { isGlob, matchesGlob, parseGlob } from '../../src/shared/glob.ts';

function matches(pattern: string, file: string): boolean {
  const glob = parseGlob(pattern);
  return glob.ok && matchesGlob(glob.value, file);
}

describe('braces', () => {
  test.each([
    ['a', ['a']],
    ['a{b,c}d', ['abd', 'acd']],
    ['{a,b}{c,d}', ['ac', 'ad', 'bc', 'bd']],
    ['{a,{b,c}}', ['a', 'b', 'c']],
    ['{,x}', ['', 'x']],
    ['{a}', ['{a}']],
    ['{{a,b}}', ['{a}', '{b}']],
    ['{a,b', ['{a,b']],
    ['a}b', ['a}b']],
    ['{1..3}', ['1', '2', '3']],
    ['{3..1}', ['3', '2', '1']],
    ['{01..10..4}', ['01', '05', '09']],
    ['{-1..1}', ['-1', '0', '1']],
    ['{a..e..2}', ['a', 'c', 'e']],
  ])('%s', (pattern, names) => {
    const braces = parseBraces(pattern);
    expect([braces.count, braces.expand()]).toEqual([names.length, names]);
  });

  test.each([
    ['{1..1000000000}', 1e9],
    ['{1..99999999999999999999}', Infinity],
    ['{1..9}'.repeat(10), 9 ** 10],
    ['{a,b}'.repeat(50), 2 ** 50],
  ])('%s is counted, not expanded', (pattern, count) => {
    expect(parseBraces(pattern).count).toBe(count);
  });

  test('the count is that of the names', () => {
    const anyPattern = fc
      .array(fc.constantFrom('{', '}', ',', '..', 'a', '1', '9', '-'), { maxLength: 12 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(anyPattern, (pattern) => {
        const braces = parseBraces(pattern);
        if (braces.count <= 1000) expect(braces.expand()).toHaveLength(braces.count);
      }),
    );
  });
});

describe('globs', () => {
  test.each([
    ['shots/*.png', 'shots/a.png'],
    ['**/*.png', 'a.png'],
    ['**/*.png', 'a/b/c.png'],
    ['a/**/b', 'a/b'],
    ['a/**', 'a/b/c'],
    ['*', 'hero@beach+small'],
    ['hero@*', 'hero@'],
    ['!(hero)*', 'banner'],
    ['@(a|b)c', 'bc'],
    ['+(ab|c)', 'ababc'],
    ['?(a)b', 'b'],
    ['[]a]', ']'],
    ['[!a-c]', 'd'],
    ['[', '['],
    ['a(1)*', 'a(1).png'],
    ['+(a', '+(a'],
    ['.env*', '.envrc'],
    ['{a,b}/{1..2}', 'b/2'],
    ['caf\u00e9*', 'cafe\u0301.png'],
    ['??', '👍🏽'],
  ])('%s matches %s', (pattern, file) => {
    expect(matches(pattern, file)).toBe(true);
  });

  test.each([
    ['*', 'a/b'],
    ['*', '.a'],
    ['**', '.git/config'],
    ['a/**', 'a'],
    ['*.png', 'a.PNG'],
    ['!(a|b)', 'a'],
    ['[!a]*', '.b'],
    ['+(a)', ''],
  ])('%s does not match %s', (pattern, file) => {
    expect(matches(pattern, file)).toBe(false);
  });

  test.each([
    ['{1..1001}', 'stands for more than 1000 names. Use `*` instead of braces'],
    ['x'.repeat(1001), 'is longer than 1000 characters'],
    ['+(a)'.repeat(11), 'has more than 10 groups in parentheses'],
  ])('%s is refused', (pattern, error) => {
    expect(parseGlob(pattern)).toEqual({ ok: false, error });
  });

  test.each([
    ['a[1].png', true],
    ['a(1).png', false],
    ['a@(1).png', true],
    ['a!.png', false],
  ])('%s is a glob: %s', (text, expected) => {
    expect(isGlob(text)).toBe(expected);
  });

  test('what would make a backtracking matcher take forever', () => {
    const name = 'a'.repeat(255);
    expect(matches(`${'*a'.repeat(100)}*b`, name)).toBe(false);
    expect(matches('*(*(*(*(a|aa)|a)|aa)|a)b', name)).toBe(false);
    expect(matches('!(!(!(!(a)*)*)*)*b', name)).toBe(false);
    expect(matches('+([)]'.repeat(10), name)).toBe(false);
  });

  test('agrees with the matcher of Node.js', () => {
    const anyPattern = fc
      .array(fc.constantFrom('a', 'b', '*', '?', '[ab]', '[!a]', '{a,b}', '/', '**/'), {
        minLength: 1,
        maxLength: 6,
      })
      .map((parts) => path.posix.normalize(parts.join('')))
      .filter((pattern) => !/^\/|\/$|[^/]\*\*|\*\*[^/]|\*\*$/.test(pattern));
    const anyFile = fc.array(fc.constantFrom('a', 'b', 'ab', 'ba/a', 'b/a'), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(anyPattern, anyFile, (pattern, names) => {
        const file = names.join('/');
        expect(matches(pattern, file)).toBe(path.posix.matchesGlob(file, pattern));
      }),
      { numRuns: 500 },
    );
  });
});
