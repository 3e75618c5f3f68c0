import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { nameHead } from '../../src/inputs/name-head.ts';
import { parseBranch } from '../../src/inputs/parse-branch.ts';

test.each([
  ['edits.yml', 'assets', 'dreamina-edits/assets/edits.yml'],
  ['./edits.yml', 'main', 'dreamina-edits/main/edits.yml'],
  ['shop/edits.yml', 'main', /^dreamina-edits\/main\/shop-edits\.yml-[0-9a-f]{8}$/],
  [
    '.github/edits.yml',
    'release/2',
    /^dreamina-edits\/release-2-[0-9a-f]{8}\/github-edits\.yml-[0-9a-f]{8}$/,
  ],
  ['画像.yml', 'main', /^dreamina-edits\/main\/yml-[0-9a-f]{8}$/],
  ['a.lock', 'main', /^dreamina-edits\/main\/a-lock-[0-9a-f]{8}$/],
])('%s for %s', (spec, base, name) => {
  if (typeof name === 'string') expect(nameHead(spec, base)).toBe(name);
  else expect(nameHead(spec, base)).toMatch(name);
});

test('is a name that git takes, for any spec and base, and another one for another spec', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.string({ minLength: 1 }), (spec, base) => {
      const head = nameHead(spec, base);
      expect(parseBranch(head)).toEqual({ ok: true, value: head });
      expect(nameHead(`${spec}x`, base)).not.toBe(head);
    }),
  );
  const odd = nameHead('..a..b.lock', '-');
  expect(execFileSync('git', ['check-ref-format', '--branch', odd]).toString().trim()).toBe(odd);
});
