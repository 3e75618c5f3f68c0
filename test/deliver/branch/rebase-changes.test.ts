import { describe, expect, test } from 'vitest';

import { rebaseChanges, type WrittenChange } from '../../../src/deliver/branch/rebase-changes.ts';
import { entry, place, sampleTip, type TipSample } from './sample-branch.ts';

/** Pictures that this run made. */
function made(id: string, path: string, requestId = 'req-new'): WrittenChange {
  return {
    id,
    entry: entry([path], requestId),
    sources: [{ kind: 'disk', absolutePath: '/x' }],
    blobs: ['new'],
  };
}

/** Pictures that this run moved. */
function moved(id: string, from: string, to: string, blob = 'old'): WrittenChange {
  return { id, entry: entry([to]), sources: [{ kind: 'branch', path: from }], blobs: [blob] };
}

function rebase(
  set: readonly WrittenChange[],
  before: TipSample,
  now: TipSample = before,
  remove: string[] = [],
) {
  const rebased = rebaseChanges(sampleTip(now), sampleTip(before), { set, remove }, place);
  return { ...rebased, set: rebased.set.map(({ id }) => id) };
}

const calm = { warnings: [], left: [], remove: [] };
const hero: TipSample = { files: { 'hero.png': 'old' }, edits: { hero: entry(['hero.png']) } };

describe('another run changed the same edit meanwhile', () => {
  const theirs: TipSample = {
    files: { 'hero.png': 'theirs' },
    edits: { hero: entry(['hero.png'], 'req-2') },
  };

  test('what this run made replaces it, and that is reported', () => {
    const { set, warnings } = rebase([made('hero', 'hero.png')], hero, theirs);
    expect(set).toEqual(['hero']);
    expect(warnings).toEqual([expect.stringMatching(/^Edit `hero` was also .*req-2.*replaces it/)]);
  });

  test('what this run only moved does not, and the old picture is not brought back', () => {
    const { set, warnings, left } = rebase([moved('hero', 'hero.png', 'new.png')], hero, theirs);
    expect([set, left]).toEqual([[], []]);
    expect(warnings).toEqual([expect.stringMatching(/req-2.*those of the other run stay/)]);
  });

  test('what this run only copied from a preview does not, and pictures of the same request are no news', () => {
    const copied = (requestId: string): WrittenChange => ({
      ...made('hero', 'hero.png', requestId),
      sources: [{ kind: 'copy', absolutePath: '/x' }],
    });
    const { set, warnings } = rebase([copied('req-7')], hero, theirs);
    expect(set).toEqual([]);
    expect(warnings).toEqual([expect.stringMatching(/req-2.*those of the other run stay/)]);
    const ofNewer = { ...theirs, edits: { hero: { ...entry(['hero.png'], 'req-2'), specCommit: 'c' } } };
    expect(rebase([copied('req-2')], hero, ofNewer)).toEqual({ ...calm, set: [] });
  });

  test('it did the very same: nothing is reported', () => {
    const now = { files: { 'new.png': 'old' }, edits: { hero: entry(['new.png']) } };
    expect(rebase([moved('hero', 'hero.png', 'new.png')], hero, now)).toEqual({ ...calm, set: ['hero'] });
    expect(rebase([made('hero', 'hero.png', 'req-2')], hero, theirs)).toEqual({ ...calm, set: ['hero'] });
  });

  test('it is not removed: another run has made it since', () => {
    expect(rebase([], hero, theirs, ['hero', 'no one'])).toEqual({ ...calm, set: [] });
    expect(rebase([], hero, hero, ['hero', 'no one'])).toEqual({ ...calm, set: [], remove: ['hero'] });
  });

  test('it removed the edit: what is new stays', () => {
    expect(rebase([made('hero', 'hero.png')], hero, {})).toEqual({ ...calm, set: ['hero'] });
  });
});

describe('left out', () => {
  test('a picture whose bytes are no longer on the branch', () => {
    const { set, left } = rebase([moved('hero', 'hero.png', 'new.png')], hero, {});
    expect(set).toEqual([]);
    expect(left).toEqual([
      {
        ...{ id: 'hero', reason: expect.stringMatching('`hero.png` is no longer') as unknown },
        remedy: 'make-again',
      },
    ]);
  });

  test('a picture that the plan never saw', () => {
    const change = { ...moved('hero', 'gone.png', 'new.png'), blobs: [undefined] };
    expect(rebase([change], hero).left).toHaveLength(1);
  });

  test('a change with a fault of its own', () => {
    const change = { ...made('hero', 'hero.png'), fault: 'it is too large' };
    expect(rebase([change], hero)).toEqual({
      ...calm,
      set: [],
      left: [{ id: 'hero', reason: 'it is too large' }],
    });
  });

  test.each([
    ['a file', { 'a/HERO.png': 'x' }],
    ['a file in place of a folder', { A: 'x' }],
    ['a folder in place of a file', { 'a/hero.png/x': 'x' }],
    ['a link', { 'a/hero.png': '120000 x' }],
  ])('%s of others is there', (_, files) => {
    expect(rebase([made('hero', 'a/hero.png')], {}, { files }).left).toMatchObject([
      { id: 'hero', remedy: 'clear-path' },
    ]);
  });

  test('its place is that of an edit which stays: also of one that is left out itself', () => {
    const before = {
      files: { 'a.png': 'a', 'b.png': 'b', 'C.png': 'c' },
      edits: { a: entry(['a.png']), b: entry(['b.png']), c: entry(['C.png']) },
    };
    const changes = [
      made('x', 'a.png'),
      moved('a', 'a.png', 'b.png', 'a'),
      moved('b', 'b.png', 'c.png', 'b'),
    ];
    const { set, left } = rebase(changes, before);
    expect(set).toEqual([]);
    expect(left.map(({ id }) => id)).toEqual(['b', 'a', 'x']);
    expect(left[0]?.reason).toBe('`c.png` is a picture of edit `c`, which keeps it');
    expect(rebase(changes, before, before, ['c'])).toEqual({ ...calm, set: ['x', 'a', 'b'], remove: ['c'] });
  });

  test('two that want one place: the first has it', () => {
    const { set, left } = rebase([made('a', 'x.png'), made('b', 'X.png')], {});
    expect(set).toEqual(['a']);
    expect(left).toEqual([
      { id: 'b', reason: '`X.png` is a picture of edit `a`, which keeps it', remedy: 'wait-for-path' },
    ]);
  });
});

describe('an entry stays with an edit that is left out', () => {
  const before = { files: { 'old.png': 'old' }, edits: { old: entry(['old.png']) } };

  test('which was to take over its pictures', () => {
    const now = { ...before, files: { 'old.png': 'old', 'new.png': 'theirs' } };
    expect(rebase([moved('new', 'old.png', 'new.png')], before, now, ['old'])).toMatchObject({
      set: [],
      remove: [],
    });
  });

  test('which was to replace them', () => {
    const change = { ...made('new', 'OLD.png'), fault: 'too large' };
    expect(rebase([change], before, before, ['old'])).toMatchObject({ set: [], remove: [] });
  });
});
