import { describe, expect, it } from 'vitest';

import { parseLock } from '../../src/lock/parse-lock.ts';
import { renderLock } from '../../src/lock/render-lock.ts';
import { lockEntry } from './sample-lock.ts';

const LOCK = renderLock({
  edits: new Map([
    ['a', lockEntry(['a'], { costUsd: 0.03 })],
    ['b', lockEntry(['b-1', 'b-2'])],
  ]),
  pages: ['README.md'],
});
const TODO = "Only the action writes this file: restore it from the branch's history. It was left as it is.";

/** The problems of a text, each as `line:column: message`, without what all of them advise. */
function faultsOf(text: string): readonly string[] {
  const parsed = parseLock(text, 'assets:edits.lock.json');
  if (parsed.ok) return [];
  return parsed.error.map(({ severity, message, at }) => {
    expect([severity, at?.file]).toEqual(['error', 'assets:edits.lock.json']);
    return `${at?.line ?? 0}:${at?.column ?? 0}: ${message.replace(` ${TODO}`, '')}`;
  });
}

/** The faults of the lock file with the first place of `old` changed by hand, and where that is. */
function change(old: string, by: string): { readonly faults: readonly string[]; readonly at: string } {
  const before = LOCK.slice(0, LOCK.indexOf(old)).split('\n');
  expect(LOCK).toContain(old);
  const at = `${before.length}:${(before.at(-1) ?? '').length + 1}`;
  return { faults: faultsOf(LOCK.replace(old, () => by)), at };
}

it('reads what was written, whatever its formatting', () => {
  expect(parseLock(JSON.stringify(JSON.parse(LOCK)), 'f')).toEqual(parseLock(LOCK, 'f'));
  expect(parseLock(LOCK.replaceAll('\n', '\r\n'), 'f')).toEqual(parseLock(LOCK, 'f'));
});

describe('what is no lock file', () => {
  it.each([
    ['nothing', '', '1:1: The lock file is not JSON: Unexpected end of JSON input.'],
    [
      'marks of a merge',
      LOCK.replace('  "edits"', '<<<<<<< HEAD\n=======\n>>>>>>> theirs\n  "edits"'),
      '6:1: The lock file is not JSON: it contains the conflict markers of an unfinished merge.',
    ],
    [
      'a list',
      '[]',
      '1:1: The lock file has a fault in its form: Invalid input: expected object, received array.',
    ],
    [
      'no version',
      '{ "pages": [], "edits": {} }',
      '1:1: The lock file has a fault in version: Invalid input: expected 1.',
    ],
    [
      'a version before the first',
      '{ "version": 0, "pages": [], "edits": {} }',
      '1:14: The lock file has a fault in version: Invalid input: expected 1.',
    ],
  ])('%s', (_what, text, fault) => {
    expect(faultsOf(text)).toEqual([fault]);
  });

  it('half of one', () => {
    expect(faultsOf(LOCK.slice(0, 900))).toEqual([
      expect.stringMatching(/^\d+:\d+: The lock file is not JSON: \S/),
    ]);
  });
});

it('reports a newer version by itself, and says to update', () => {
  expect(faultsOf('{\n  "version": 2,\n  "edits": []\n}')).toEqual([
    '2:14: The lock file was written by a newer version of this action (its form is 2, this one knows 1). Update the action. The file was left as it is.',
  ]);
});

describe('what only a newer version can have written is never thrown away', () => {
  const update =
    'which this version of the action does not know. Update the action. The file was left as it is.';
  it.each([
    ['a section', '"pages"', '"later": {},\n  "pages"', 'the key "later" in its form'],
    ['a fact', '"alt"', '"mood": 1,\n      "alt"', 'the key "mood" in edits > a'],
    ['a type', '"image/jpeg"', '"image/x-later"', 'the type "image/x-later" in edits > a > files > 0 > type'],
  ])('%s', (_what, old, by, what) => {
    const text = LOCK.replace('"request_id"', '"alt": "A mug",\n      "request_id"');
    expect(faultsOf(text)).toEqual([]);
    expect(faultsOf(text.replace(old, by)).join()).toContain(`: The lock file has ${what}, ${update}`);
  });

  it('also beside other faults, which it may explain', () => {
    const faults = faultsOf(LOCK.replace('"pages"', '"later": {}, "pages"').replace('1830412', '0'));
    expect(faults.join()).toMatch(/Update the action\.[^,]*$/);
  });

  it('in one line, whatever it is', () => {
    expect(faultsOf(LOCK.replace('"pages"', '"x\\n::error::": 1,\n  "pages"'))).toEqual([
      `3:19: The lock file has the key "x\\n::error::" in its form, ${update}`,
    ]);
  });
});

it('an edit that is there twice, as two merged files leave it', () => {
  const entry = /    "a": \{[\s\S]*?\n    \}/.exec(LOCK)?.[0] ?? '';
  const text = LOCK.replace(entry, () => `${entry},\n${entry.replaceAll('a.jpg', 'older.jpg')}`);
  expect(faultsOf(text)).toEqual(['40:5: The lock file has a fault: the key "a" occurs twice.']);
});

describe('changes by hand, each at its place', () => {
  const fingerprint = 'f'.repeat(64);
  it.each([
    ['short', `"${fingerprint}"`, '"ff"', 'fingerprint: must be a SHA-256 in 64 hex digits.'],
    ['large', `"${fingerprint}"`, '"F"', 'fingerprint: must be a SHA-256 in 64 hex digits.'],
    ['no hash', `"${'a'.repeat(64)}"`, '""', 'files > 0 > sha256: must be a SHA-256 in 64 hex digits.'],
    ['no bytes', '1830412', '0', 'files > 0 > bytes: Too small: expected number to be >0.'],
    ['no time', '"2026-11-02T08:00:12.000Z"', '"now"', 'submitted_at: Invalid ISO datetime.'],
    ['a gain', '0.03', '-1', 'cost_usd: Too small: expected number to be >=0.'],
    ['another extension', '"a.jpg"', '"a.png"', 'files > 0 > path: must have the extension of its type.'],
    ['no path of ours', '"a.jpg"', '"README.md"', 'files > 0 > path: must have the extension of its type.'],
  ])('%s', (_what, old, by, fault) => {
    const { faults, at } = change(old, by);
    expect(faults).toEqual([`${at}: The lock file has a fault in edits > a > ${fault}`]);
  });

  it('a page that is none', () => {
    const { faults, at } = change('"README.md"', '"edits.lock.json"');
    const fault = 'The lock file has a fault in pages > 0: must be a page, README.md or the like.';
    expect(faults).toEqual([`${at}: ${fault}`]);
  });

  it('an entry without files, or without a fact', () => {
    expect(faultsOf(LOCK.replace(/"files": \[[^\]]*\]/, '"files": []')).join()).toMatch(
      /^29:16: .* edits > a > files: Too small: expected array to have >=1 items\.$/,
    );
    expect(faultsOf(LOCK.replace(/"request_id": .*/, '')).join()).toMatch(
      /^7:10: .* edits > a > request_id: Invalid input: expected string, received undefined\.$/,
    );
  });

  it('no more than ten of them', () => {
    const pages = Array.from({ length: 50 }, () => 1).join();
    expect(faultsOf(`{ "version": 1, "pages": [${pages}], "edits": {} }`)).toHaveLength(10);
  });
});

describe('a path', () => {
  it.each([
    '../a.jpg',
    'x/../../a.jpg',
    './a.jpg',
    '/a.jpg',
    'C:/a.jpg',
    'x\\\\a.jpg',
    'x//a.jpg',
    '.git/a.jpg',
    'x/.GIT/a.jpg',
    'git~1/a.jpg',
    'nul.jpg',
    'x /a.jpg',
    'a\\u0000.jpg',
    `${'a'.repeat(201)}.jpg`,
  ])('%s is not safe', (path) => {
    const { faults, at } = change('"a.jpg"', `"${path}"`);
    const what = 'must be a relative path with forward slashes, fit for every system.';
    expect(faults).toEqual([`${at}: The lock file has a fault in edits > a > files > 0 > path: ${what}`]);
  });

  // The longest name that an output may have gets a number and an extension.
  it.each([
    `${'a'.repeat(200)}-12.jpg`,
    'für alle/-1.jpg',
    '-set-1.jpg',
    'a.b/c.d.jpg',
    "it's #1, & more.jpg",
  ])('%s is', (path) => {
    expect(change('"a.jpg"', JSON.stringify(path)).faults).toEqual([]);
  });

  it.each([
    ['b-1.jpg', 'b-1.jpg'],
    ['b-1.jpg', 'B-1.jpg'],
    ['É.jpg', 'e\u0301.jpg'],
  ])('%s cannot stand beside %s', (first, second) => {
    const edits = new Map([
      ['a', lockEntry(['x'])],
      ['b', lockEntry(['y'])],
    ]);
    const text = renderLock({ edits, pages: [] }).replace('x.jpg', first).replace('y.jpg', second);
    const fault = `The lock file names "${second}" twice, for a and b.`;
    expect(faultsOf(text)).toEqual([expect.stringMatching(/^\d+:10: /)]);
    expect(faultsOf(text)[0]).toContain(fault);
  });

  it('cannot be that of two files of one edit', () => {
    expect(change('"b-2.jpg"', '"B-1.jpg"').faults).toEqual([
      '40:10: The lock file names "B-1.jpg" twice, for b and b.',
    ]);
  });
});
