import { describe, expect, it } from 'vitest';

import type { Recorded } from '../../src/lock/types.ts';
import { findAtRisk, warnOfNewer } from '../../src/plan/newer-entries.ts';
import type { InspectedEdit } from '../../src/references/types.ts';
import { inspectedEdit } from '../support/edits.ts';
import { actionsOf, madeAll, plan } from './recorded-work.ts';

const OURS = '1'.repeat(40);
const THEIRS = '2'.repeat(40);

function asks(id: string, prompt: string, changes: Partial<InspectedEdit> = {}): InspectedEdit {
  return { ...inspectedEdit(id), prompt, ...changes };
}

const A = asks('a', 'x');
const B = asks('b', 'y');
const CHANGED = { ...A, prompt: 'z' };

/** Both are done, `a` by another commit. */
function done(commit = THEIRS): Recorded {
  const made = madeAll([A, B]);
  const edits = [...made.lock.edits].map(
    ([id, entry]) => [id, { ...entry, specCommit: id === 'a' ? commit : OURS }] as const,
  );
  return { ...made, lock: { ...made.lock, edits: new Map(edits) } };
}

describe('an entry of a newer commit', () => {
  const newerCommits = new Set([THEIRS]);
  it.each<[string, InspectedEdit, readonly string[]]>([
    ['stays when the spec asks for something else', CHANGED, []],
    ['stays when it is forced', A, ['a']],
    ['stays at its path', { ...A, output: 'other/A' }, []],
  ])('%s', (_what, edit, forced) => {
    const made = plan([edit, B], { recorded: done(), newerCommits, forced: new Set(forced) });
    expect(actionsOf(made)).toEqual({ a: 'keep a at a.jpg', b: 'keep b at b.jpg' });
  });

  it('without its pictures is left to a run of that commit', () => {
    const recorded = { ...done(), paths: new Set(['b.jpg']) };
    expect(actionsOf(plan([CHANGED, B], { recorded, newerCommits }))).toMatchObject({ a: 'skip' });
  });

  it('is replaced if the other commit is not newer', () => {
    expect(actionsOf(plan([CHANGED, B], { recorded: done(), newerCommits: new Set() }))).toMatchObject({
      a: 'submit',
    });
  });
});

describe('at risk', () => {
  const facts = { sha: OURS, specIds: new Set(['a', 'b']), prune: false };
  it.each<[string, readonly InspectedEdit[], Partial<typeof facts>, readonly string[]]>([
    ['is what is made again', [CHANGED, B], {}, ['a']],
    ['is nothing where all is as it was', [A, B], {}, []],
    ['is what is pruned', [B], { specIds: new Set(['b']), prune: true }, ['a']],
    ['is what is renamed', [{ ...A, id: 'c', output: 'c' }, B], { specIds: new Set(['c', 'b']) }, ['a']],
    ['is nothing of our own commit', [CHANGED, B], { sha: THEIRS }, []],
  ])('%s', (_what, edits, more, ids) => {
    const recorded = done();
    const found = findAtRisk(plan(edits, { recorded }).edits, recorded, { ...facts, ...more });
    expect(found.map(({ id }) => id)).toEqual(ids);
  });
});

describe('the warning', () => {
  const atRisk = [{ id: 'a', commit: THEIRS }];
  it.each<[string, boolean | undefined, RegExp | undefined]>([
    ['names what is kept', true, /newer commit \(2222222\).*stay as they are.*: a\./],
    [
      'names what may be replaced',
      undefined,
      /may replace newer pictures of these edits: a\. Set `fetch-depth: 0`/,
    ],
    ['is none if the other commit is older', false, undefined],
  ])('%s', (_what, isNewer, text) => {
    const problems = warnOfNewer(atRisk, new Map([[THEIRS, isNewer]]), OURS);
    if (text === undefined) expect(problems).toEqual([]);
    else
      expect(problems).toMatchObject([
        { severity: 'warning', message: expect.stringMatching(text) as string },
      ]);
  });
});
