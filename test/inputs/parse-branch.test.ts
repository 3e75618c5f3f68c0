import fc from 'fast-check';
import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';

import { parseBranch, parseBranchDirectory } from '../../src/inputs/parse-branch.ts';

/** Whether git would take it; the name must hold no NUL, which no argument can. */
function gitTakes(name: string): boolean {
  const { status } = spawnSync('git', ['check-ref-format', '--branch', name], {
    env: { PATH: process.env['PATH'] },
  });
  return status === 0;
}

describe('parseBranch', () => {
  test.each([
    'assets',
    'art/work',
    'a.b',
    'v1',
    'ünïcode/🏖',
    'a@b',
    'x{y}',
    '"quoted"',
    "it's",
    'x-',
    '#1',
    'a'.repeat(244),
  ])('takes %j, as git does', (name) => {
    expect(parseBranch(name)).toEqual({ ok: true, value: name });
    expect(gitTakes(name)).toBe(true);
  });

  test.each([
    '',
    '-x',
    'a b',
    'a..b',
    'a~1',
    'a^',
    'a:b',
    'a?',
    'a*',
    'a[b',
    'a\\b',
    'a@{1}',
    '@',
    'HEAD',
    '/a',
    'a/',
    'a//b',
    '.a',
    'a/.b',
    'a.lock',
    'a.lock/b',
    'a.',
    'a\u007f',
    'a\tb',
    '..',
    '.',
  ])('refuses %j, as git does', (name) => {
    expect(parseBranch(name)).toMatchObject({ ok: false });
    // `@` is git's short form of HEAD, and expands to it.
    if (name !== '@') expect(gitTakes(name)).toBe(false);
  });

  test.each([
    ['refs/heads/assets', 'short name'],
    ['0123456789abcdef0123456789abcdef01234567', 'name of a commit'],
    ['a'.repeat(245), 'longer than 244 bytes'],
    ['a\ud800', 'no branch'],
  ])('refuses %j, which is not what it seems', (name, expected) => {
    expect(parseBranch(name)).toEqual({ ok: false, error: expect.stringContaining(expected) as string });
  });

  test('takes nothing that git refuses', () => {
    const part = fc.oneof(
      fc.constantFrom(
        '.',
        '..',
        '/',
        '-',
        '@',
        '@{',
        '.lock',
        'HEAD',
        'a',
        '\\',
        '*',
        ' ',
        '\u0007',
        '~',
        'é',
      ),
      fc.string({ maxLength: 3 }),
    );
    const name = fc
      .array(part, { minLength: 1, maxLength: 4 })
      .map((parts) => parts.join(''))
      .filter((text) => parseBranch(text).ok);
    fc.assert(
      fc.property(name, (text) => {
        expect(gitTakes(text)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

describe('parseBranchDirectory', () => {
  test.each([
    ['', ''],
    ['/', ''],
    ['.', ''],
    ['./', ''],
    ['shop', 'shop'],
    ['/shop/', 'shop'],
    ['./shop/art', 'shop/art'],
    ['Bilder für alle', 'Bilder für alle'],
    ['u\u0308', 'ü'],
    ['-x', '-x'],
    ['.github', '.github'],
  ])('takes %j as %j', (text, expected) => {
    expect(parseBranchDirectory(text)).toEqual({ ok: true, value: expected });
  });

  test.each([
    ['..', 'stay in the branch'],
    ['a/../b', 'stay in the branch'],
    ['a\\b', 'backslash'],
    ['.git', 'git keeps'],
    ['a/.GIT/b', 'git keeps'],
    ['GIT~1', 'git keeps'],
    ['.g\u200cit', 'git keeps'],
    ['a//b', 'empty part'],
    ['a:b', '`:`'],
    ['con', 'device'],
    ['a.', 'ends in a dot'],
    ['a\u0000', 'U+0000'],
    ['x/'.repeat(201), 'longer than 400 bytes'],
    ['x'.repeat(201), 'longer than 200 bytes'],
  ])('refuses %j', (text, expected) => {
    expect(parseBranchDirectory(text)).toEqual({
      ok: false,
      error: expect.stringContaining(expected) as string,
    });
  });
});
