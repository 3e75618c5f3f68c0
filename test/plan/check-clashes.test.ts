import { describe, expect, it } from 'vitest';

import type { Recorded } from '../../src/lock/types.ts';
import { checkClashes } from '../../src/plan/check-clashes.ts';
import type { PlanOptions } from '../../src/plan/plan-edits.ts';
import type { InspectedEdit } from '../../src/references/types.ts';
import { inspectedEdit } from '../support/edits.ts';
import { madeAll, plan, recorded } from './recorded-work.ts';

const at = { file: 'edits.yml', line: 7, column: 3 };

function asks(id: string, prompt: string, changes: Partial<InspectedEdit> = {}): InspectedEdit {
  return { ...inspectedEdit(id), prompt, at, ...changes };
}

function faultsOf(edits: readonly InspectedEdit[], work: Recorded, options: Partial<PlanOptions> = {}) {
  const spec = options.spec ?? edits;
  const planned = plan(edits, { recorded: work, spec, ...options });
  return checkClashes(planned.edits, work, new Set(spec.map(({ id }) => id)));
}

const [A, B] = [asks('a', 'x'), asks('b', 'y')];
const DONE = madeAll([A, B]);

describe('the place of a frozen edit is not free', () => {
  const frozen = { ...A, output: 'else', frozen: true };

  it.each<[string, InspectedEdit]>([
    ['one that is to be made', asks('c', 'z', { output: 'a' })],
    ['one that may get it by another case', asks('c', 'z', { output: 'A' })],
    ['one that is the same as a new one', asks('c', 'new', { output: 'a' })],
    ['one that moves', { ...B, output: 'a' }],
    ['one that is renamed', { ...B, id: 'c', output: 'a' }],
    ['one that is copied from it', asks('c', 'x', { output: 'a' })],
  ])('for %s', (_what, edit) => {
    expect(faultsOf([frozen, asks('new', 'new'), edit], DONE)).toEqual([
      {
        severity: 'error',
        message: `The pictures of \`${edit.id}\` cannot be saved as \`${edit.output}\`: the branch has those of \`a\` there, and \`a\` is frozen. Remove \`frozen\`, or choose another \`output\`.`,
        at,
      },
    ]);
  });

  it('also if it has takes by now, and is recorded under its name without them', () => {
    const take = { edit: 'a', number: 1, of: 2, isKept: true, isChosen: false };
    const edits = [{ ...frozen, id: 'a#1', take, prompt: 'new' }, asks('c', 'z', { output: 'a' })];
    expect(faultsOf(edits, DONE).map(({ message }) => message)).toEqual([
      'The pictures of `c` cannot be saved as `a`: the branch has those of `a#1` there, and `a#1` is frozen. Remove `frozen`, or choose another `output`.',
    ]);
  });

  it('also where some of its files are gone', () => {
    const work = recorded(madeAll([A], { a: 2 }).lock.edits, ['a-2.jpg']);
    expect(faultsOf([frozen, asks('c', 'z', { output: 'a-1' })], work)).toHaveLength(1);
  });
});

describe('nor is the place of an edit that the run is not about', () => {
  const spec = [
    { ...A, output: 'b' },
    { ...B, output: 'a' },
  ];

  it.each([
    ['for one that moves', { ...A, output: 'b' }],
    ['for one that is to be made', { ...A, prompt: 'z', output: 'b' }],
  ])('%s', (_what, edit) => {
    expect(faultsOf([edit], DONE, { spec })).toEqual([
      {
        severity: 'error',
        message:
          'The pictures of `a` cannot be saved as `b`: the branch has those of `b` there, and `b` is not part of this run. Name both in `only`, or choose another `output`.',
        at,
      },
    ]);
  });

  it('for an edit of which several pictures may come', () => {
    const work = madeAll([B], { b: 2 });
    const many = asks('c', 'z', { output: 'b', forceSingle: false });
    expect(faultsOf([many], work, { spec: [many, B] })).toHaveLength(1);
    expect(faultsOf([{ ...many, forceSingle: true }], work, { spec: [many, B] })).toEqual([]);
  });
});

describe('nor is the place of a rendition', () => {
  const sha256 = DONE.lock.edits.get('b')?.files[0]?.sha256 ?? '';
  const file = { path: 'b-640w.jpg', sha256: 'f'.repeat(64), bytes: 1, type: 'image/jpeg' } as const;
  const withRendition = (stale?: readonly string[]): Recorded => ({
    lock: {
      ...DONE.lock,
      renditions: {
        [sha256]: { key: { set: 'web', settings: {}, files: [file], ...(stale && { stale }) } },
      },
    },
    paths: new Set([...DONE.paths, file.path]),
  });
  const small = asks('c', 'z', { output: 'b-640w' });

  it('of an edit that the run is not about', () => {
    expect(faultsOf([small], withRendition(), { spec: [small, B] }).map(({ message }) => message)).toEqual([
      'The pictures of `c` cannot be saved as `b-640w`: the branch has renditions of `b` there, and `b` is not part of this run. Name both in `only`, or choose another `output`.',
    ]);
  });

  it('unless nothing asks for it anymore, or its edit is part of the run', () => {
    expect(faultsOf([small], withRendition([file.path]), { spec: [small, B] })).toEqual([]);
    expect(faultsOf([small, B], withRendition())).toEqual([]);
  });
});

describe('a place is free', () => {
  it.each<[string, readonly InspectedEdit[]]>([
    ['for the edit itself', [{ ...A, prompt: 'z' }, B]],
    ['where nothing changes', [A, { ...B, frozen: true }]],
    ['of an edit that left the spec', [asks('c', 'z', { output: 'a' })]],
    ['of an edit that moves away', [{ ...A, output: 'new' }, asks('c', 'z', { output: 'a' })]],
    [
      'of an edit that changes places',
      [
        { ...A, output: 'b' },
        { ...B, output: 'a' },
      ],
    ],
    [
      'of an edit that is made again at another path',
      [
        { ...A, prompt: 'z', output: 'c' },
        { ...B, output: 'a' },
      ],
    ],
    ['for a frozen edit that has nothing', [A, asks('c', 'z', { output: 'A', frozen: true })]],
  ])('%s', (_what, edits) => {
    expect(faultsOf(edits, DONE)).toEqual([]);
  });
});
