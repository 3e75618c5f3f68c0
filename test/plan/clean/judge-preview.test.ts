import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { LockEntry, LockFile } from '../../../src/lock/types.ts';
import { findNeed, findStay, type PullFacts } from '../../../src/plan/clean/judge-preview.ts';
import { listPublished } from '../../../src/plan/clean/list-needed.ts';
import { lockEntry } from '../../lock/sample-lock.ts';

const DAY = 24 * 60 * 60 * 1000;
const nowMs = Date.parse('2026-11-20T12:00:00Z');

function lockOf(entries: Readonly<Record<string, LockEntry>>): LockFile {
  return { edits: new Map(Object.entries(entries)), pages: [], preview: { pullRequest: 7 } };
}

function entry(fingerprint: string, spec = 'edits.yml'): LockEntry {
  return lockEntry([fingerprint], { fingerprint, spec });
}

function need(lock: LockFile, published: string[], wanted: string[], foreign: string[] = []) {
  const facts = { published: new Set(published), wanted: new Set(wanted), spec: 'edits.yml' };
  return findNeed({ lock, foreign }, facts);
}

describe('what is still needed of a preview', () => {
  it.each([
    ['everything is published', ['a', 'b'], ['a', 'b'], undefined],
    ['nothing is wanted', [], [], undefined],
    ['one is published, and one is not wanted', ['a'], ['a'], undefined],
    [
      'one is wanted and not published',
      ['a'],
      ['a', 'b'],
      'the spec asks for pictures that are not published yet: `two`',
    ],
  ])('%s', (_, published, wanted, why) => {
    expect(need(lockOf({ one: entry('a'), two: entry('b') }), published, wanted)).toBe(why);
  });

  it('keeps what it cannot judge', () => {
    expect(need({ edits: new Map(), pages: [] }, [], [])).toBe('its lock file names no pull request');
    expect(need(lockOf({}), [], [], ['notes.txt'])).toBe(
      'it has files that no run of this action made: `notes.txt`',
    );
    expect(need(lockOf({ one: entry('a', 'other.yml') }), [], [])).toBe(
      'it has pictures of another spec that are not published yet: `one`',
    );
    expect(need(lockOf({ one: entry('a', 'other.yml') }), ['a'], [])).toBeUndefined();
  });

  it('pictures in the history of the published branch do not count: no run takes them from there', () => {
    const past = { ...entry('b'), history: [{ fingerprint: 'a', commit: 'c'.repeat(40) }] };
    const lock = { edits: new Map([['one', past]]), pages: [] };
    expect(listPublished({ lock, paths: new Set(past.files.map(({ path }) => path)) })).toEqual(
      new Set(['b']),
    );
  });

  it('never lets go of a wanted picture that is not published', () => {
    const hash = fc.constantFrom('a', 'b', 'c', 'd');
    const some = fc.uniqueArray(hash);
    fc.assert(
      fc.property(fc.array(hash), some, some, (made, published, wanted) => {
        const lock = lockOf(Object.fromEntries(made.map((each, index) => [`e${index}`, entry(each)])));
        const isNeeded = made.some((each) => wanted.includes(each) && !published.includes(each));
        expect(need(lock, published, wanted) !== undefined).toBe(isNeeded);
      }),
    );
  });
});

describe('the pull request of a preview', () => {
  const closed = (days: number, isIncluded?: boolean): PullFacts => ({
    kind: 'closed',
    closedAtMs: nowMs - days * DAY,
    ...(isIncluded !== undefined && { merge: { isIncluded } }),
  });
  it.each([
    [
      undefined,
      true,
      'GitHub does not say whether pull request 7 is closed (give the job `permissions: pull-requests: read`)',
    ],
    [{ kind: 'open' } as const, true, 'pull request 7 is open'],
    [closed(0.5), true, 'pull request 7 was closed less than a day ago, and previews are kept for 7 days'],
    [closed(6.9), true, 'pull request 7 was closed 6 days ago, and previews are kept for 7 days'],
    [closed(7), true, undefined],
    [closed(7), false, undefined],
    [closed(8, true), false, undefined],
    [closed(8, false), true, undefined],
    [closed(8, false), false, "pull request 7 was merged, and this run's commit does not have the merge"],
    [
      { kind: 'closed', closedAtMs: nowMs - 8 * DAY, merge: { isIncluded: undefined } } as const,
      false,
      "pull request 7 was merged, and it is not known whether this run's commit has the merge (set `fetch-depth: 0` for `actions/checkout`)",
    ],
  ])('%j, all published: %s', (pull, isAllPublished, why) => {
    expect(findStay(7, pull, { isAllPublished, nowMs })).toEqual(why);
  });
});
