import { describe, expect, it } from 'vitest';

import type { BranchTip } from '../../src/deliver/branch/types.ts';
import type { InspectedEdit } from '../../src/references/types.ts';
import { inspectedEdit } from '../support/edits.ts';
import { NO_BRANCH, runOnBranch, type Asked, type Ran } from './run-on-branch.ts';

/** An edit of this prompt: two of one prompt ask for the same. */
function asks(id: string, prompt: string, changes: Partial<InspectedEdit> = {}): InspectedEdit {
  return { ...inspectedEdit(id), prompt, ...changes };
}

/** The branch's pictures by path, each named by the request that made it. */
function picturesOf({ tree, recorded }: BranchTip): Record<string, string> {
  const entries = [...recorded.lock.edits.values()];
  const files = entries.flatMap((entry) => entry.files.map((file) => ({ ...file, made: entry.requestId })));
  return Object.fromEntries(
    [...tree.values()].map(({ path, blob }) => {
      const file = files.find((each) => each.path === path);
      expect(file?.sha256).toBe(blob);
      return [path, file?.made ?? 'no one'];
    }),
  );
}

function next(tip: BranchTip, spec: readonly InspectedEdit[], asked: Partial<Asked> = {}): Ran {
  return runOnBranch(tip, { run: 'second', ...asked, spec });
}

const [A, B] = [asks('a', 'x'), asks('b', 'y')];
const FIRST = runOnBranch(NO_BRANCH, { spec: [A, B], run: 'first' }).tip;

function submitsOf({ plan }: Ran): readonly string[] {
  return plan.edits.filter(({ action }) => action.kind === 'submit').map(({ id }) => id);
}

describe('two edits ask for what the other asked for', () => {
  it('their pictures change places, and nothing is sent', () => {
    const ran = next(FIRST, [asks('a', 'y'), asks('b', 'x')]);
    expect(submitsOf(ran)).toEqual([]);
    expect(picturesOf(ran.tip)).toEqual({ 'a.jpg': 'first-b', 'b.jpg': 'first-a' });
    expect(picturesOf(next(ran.tip, [A, B]).tip)).toEqual(picturesOf(FIRST));
  });

  it('and one of them asks for more than that: its new picture is beside the old one of the other', () => {
    const ran = next(FIRST, [asks('a', 'y'), asks('b', 'new')]);
    expect(submitsOf(ran)).toEqual(['b']);
    expect(picturesOf(ran.tip)).toEqual({ 'a.jpg': 'first-b', 'b.jpg': 'second-b' });
  });

  it('and one of them fails: it keeps what it had', () => {
    const ran = next(FIRST, [asks('a', 'y'), asks('b', 'new')], { failing: ['b'] });
    expect(picturesOf(ran.tip)).toEqual({ 'a.jpg': 'first-b', 'b.jpg': 'first-b' });
  });
});

describe('two edits change their output paths', () => {
  it('the pictures go with their edits', () => {
    const ran = next(FIRST, [
      { ...A, output: 'b' },
      { ...B, output: 'a' },
    ]);
    expect([submitsOf(ran), ran.left]).toEqual([[], []]);
    expect(picturesOf(ran.tip)).toEqual({ 'a.jpg': 'first-b', 'b.jpg': 'first-a' });
  });

  it('and one of them is made again, without pictures: the place is that of the other', () => {
    const moved = [{ ...A, output: 'b' }, asks('b', 'new', { output: 'a' })];
    const ran = next(FIRST, moved, { failing: ['b'] });
    expect(picturesOf(ran.tip)).toEqual({ 'b.jpg': 'first-a' });
    expect([...ran.tip.recorded.lock.edits.keys()]).toEqual(['a']);
  });
});

describe('two edits of the spec are the same', () => {
  it('and one is there: the other gets a copy', () => {
    const ran = next(FIRST, [A, B, asks('c', 'x')]);
    expect(submitsOf(ran)).toEqual([]);
    expect(picturesOf(ran.tip)).toEqual({ 'a.jpg': 'first-a', 'b.jpg': 'first-b', 'c.jpg': 'first-a' });
    expect(next(ran.tip, [A, B, asks('c', 'x')]).isChange).toBe(false);
  });

  it('and the one that is there is forced: the other gets a copy of the old one', () => {
    const ran = next(FIRST, [A, B, asks('c', 'x')], { forced: ['a'] });
    expect(picturesOf(ran.tip)).toEqual({ 'a.jpg': 'second-a', 'b.jpg': 'first-b', 'c.jpg': 'first-a' });
  });

  it('and neither is there: one is made, both have it', () => {
    const twins = [asks('c', 'z'), asks('d', 'z', { output: 'D' })];
    const ran = next(FIRST, [A, B, ...twins]);
    expect(submitsOf(ran)).toEqual(['c']);
    expect(picturesOf(ran.tip)).toMatchObject({ 'c.jpg': 'second-c', 'D.jpg': 'second-c' });
  });

  it('and both are renamed: each takes its own, though a forced one was made again', () => {
    const twins = [A, asks('b', 'x')];
    const { tip } = next(runOnBranch(NO_BRANCH, { spec: twins, run: 'first' }).tip, twins, { forced: ['b'] });
    expect(picturesOf(tip)).toEqual({ 'a.jpg': 'first-a', 'b.jpg': 'second-b' });
    const ran = next(tip, [asks('c', 'x'), asks('d', 'x')]);
    expect(picturesOf(ran.tip)).toEqual({ 'c.jpg': 'first-a', 'd.jpg': 'second-b' });
  });
});

describe('a frozen edit', () => {
  const frozen = asks('a', 'other', { frozen: true });

  it('stays, though a new edit asks for what it was made from, and gets a copy', () => {
    const ran = next(FIRST, [frozen, B, asks('c', 'x')]);
    expect(submitsOf(ran)).toEqual([]);
    expect(picturesOf(ran.tip)).toEqual({ 'a.jpg': 'first-a', 'b.jpg': 'first-b', 'c.jpg': 'first-a' });
  });

  it('that uses a renamed edit stays, and so does what it was made from', () => {
    const uses = { ...inspectedEdit('c', { needs: ['a'] }), frozen: true };
    const { tip } = next(FIRST, [A, B, { ...uses, frozen: false }]);
    const renamed = { ...inspectedEdit('c', { needs: ['z'] }), frozen: true };
    const ran = next(tip, [asks('z', 'x'), B, renamed], { run: 'third' });
    expect(submitsOf(ran)).toEqual([]);
    expect(picturesOf(ran.tip)).toEqual({ 'z.jpg': 'first-a', 'b.jpg': 'first-b', 'c.jpg': 'second-c' });
  });

  it('goes along with a new id as long as it asks for the same', () => {
    const ran = next(FIRST, [asks('z', 'x', { frozen: true }), B]);
    expect(picturesOf(ran.tip)).toEqual({ 'z.jpg': 'first-a', 'b.jpg': 'first-b' });
  });

  it('is not driven from its place: the run ends before anything is sent', () => {
    const ran = next(FIRST, [
      { ...frozen, output: 'else' },
      { ...B, output: 'a' },
    ]);
    expect(ran.problems).toHaveLength(1);
  });
});

describe('a picture moves to where that of an edit is', () => {
  it('which left the spec: that one goes', () => {
    const ran = next(FIRST, [{ ...A, output: 'b' }]);
    expect(picturesOf(ran.tip)).toEqual({ 'b.jpg': 'first-a' });
    expect([...ran.tip.recorded.lock.edits.keys()]).toEqual(['a']);
  });

  it('which is renamed: both stand where they are asked for', () => {
    const ran = next(FIRST, [{ ...A, output: 'b' }, asks('c', 'y', { output: 'a' })]);
    expect(picturesOf(ran.tip)).toEqual({ 'a.jpg': 'first-b', 'b.jpg': 'first-a' });
  });

  it('which the run is not about: the run ends before anything is sent', () => {
    const spec = [
      { ...A, output: 'b' },
      { ...B, output: 'a' },
    ];
    expect(next(FIRST, spec, { only: ['a'] }).problems).toHaveLength(1);
  });
});
