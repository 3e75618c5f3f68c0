import { describe, expect, it } from 'vitest';

import type { EditChange } from '../../../src/plan/review/types.ts';
import type { InspectedEdit } from '../../../src/references/types.ts';
import { requestsOf } from '../takes-on-branch.ts';
import { inspectedEdit } from '../../support/edits.ts';
import { file, made, NEW_COMMIT, OLD_COMMIT, review, reviewOf } from './recorded-edits.ts';

const at = { file: 'edits.yml', line: 1, column: 1 };
const MUG = file('shots/mug.png');
const CUP = file('shots/cup.png', 'b');
const url = (address: string) => ({ kind: 'url', url: address, at }) as const;
const hero: InspectedEdit = {
  ...inspectedEdit('hero'),
  prompt: 'Put the mug on the beach.',
  images: [MUG, CUP],
};

/** How an edit changes if the spec changes from one form of it to another. */
function changesOf(before: Partial<InspectedEdit>, after: Partial<InspectedEdit>): readonly EditChange[] {
  const { status, changes } = reviewOf(
    'hero',
    review([{ ...hero, ...after }], { recorded: made([{ ...hero, ...before }]) }),
  );
  expect(status).toEqual({ kind: changes.length === 0 ? 'unchanged' : 'changed' });
  return changes;
}

const mug = { kind: 'file', path: 'shots/mug.png' } as const;
const old = (path: string) => ({ path, commit: OLD_COMMIT });
const now = (path: string) => ({ path, commit: NEW_COMMIT });

it.each<[string, Partial<InspectedEdit>, Partial<InspectedEdit>, readonly EditChange[]]>([
  ['nothing', {}, {}, []],
  ['only its place and description', {}, { output: 'hero', description: 'New.', timeoutMs: 1 }, []],
  [
    'the prompt',
    {},
    { prompt: 'Put the mug on the roof.' },
    [
      {
        kind: 'prompt',
        words: [
          { kind: 'same', text: 'Put the mug on the ' },
          { kind: 'removed', text: 'beach' },
          { kind: 'added', text: 'roof' },
          { kind: 'same', text: '.' },
        ],
      },
    ],
  ],
  [
    'size, scale and the number of pictures',
    {},
    {
      size: { width: 2560, height: 1440, wire: '2560x1440(16:9)' },
      scale: 0.7,
      forceSingle: false,
    },
    [
      { kind: 'setting', name: 'force-single', before: 'true', after: 'false' },
      { kind: 'setting', name: 'scale', before: '0.5', after: '0.7' },
      { kind: 'setting', name: 'size', before: '2048x2048', after: '2560x1440' },
    ],
  ],
  [
    'the bytes of a reference',
    {},
    { images: [file('shots/mug.png', 'c'), CUP] },
    [
      {
        kind: 'reference-replaced',
        reference: mug,
        before: old('shots/mug.png'),
        after: now('shots/mug.png'),
      },
    ],
  ],
  ['the name of a reference, with the same bytes', {}, { images: [file('new/mug.png'), CUP] }, []],
  [
    'a reference more',
    { images: [CUP] },
    { images: [MUG, CUP] },
    [{ kind: 'reference-added', reference: mug, after: now('shots/mug.png') }],
  ],
  [
    'a reference less',
    {},
    { images: [CUP] },
    [{ kind: 'reference-removed', reference: mug, before: old('shots/mug.png') }],
  ],
  [
    'one reference for another',
    { images: [MUG] },
    { images: [CUP] },
    [
      {
        kind: 'reference-added',
        reference: { kind: 'file', path: 'shots/cup.png' },
        after: now('shots/cup.png'),
      },
      { kind: 'reference-removed', reference: mug, before: old('shots/mug.png') },
    ],
  ],
  ['the order of references', {}, { images: [CUP, MUG] }, [{ kind: 'reference-order' }]],
  [
    'how often a reference is used',
    { images: [MUG] },
    { images: [MUG, MUG] },
    [{ kind: 'reference-added', reference: mug, after: now('shots/mug.png') }],
  ],
  [
    'the query of a hosted picture, which is not shown',
    { images: [url('https://cdn.example.com/a.jpg?v=1&signature=secret')] },
    { images: [url('https://cdn.example.com/a.jpg?v=2&signature=secret')] },
    [{ kind: 'reference-replaced', reference: { kind: 'url', url: 'https://cdn.example.com/a.jpg' } }],
  ],
])('names what changed: %s', (_what, before, after, expected) => {
  expect(changesOf(before, after)).toEqual(expected);
});

it('names the model', () => {
  const { changes } = reviewOf('hero', review([hero], { recorded: made([hero]), model: 'n' }));
  expect(changes).toEqual([
    { kind: 'setting', name: 'model', before: 'bytedance/dreamina-4-0/edit', after: 'n' },
  ]);
});

describe('a change of an input', () => {
  const cutout = inspectedEdit('cutout');
  const user = inspectedEdit('hero', { needs: ['cutout'] });
  const changed = { ...cutout, prompt: 'Another.' };

  it('counts as a change of the edit that uses it', () => {
    const { changes, status } = reviewOf('hero', review([changed, user], { recorded: made([cutout, user]) }));
    expect(status).toEqual({ kind: 'changed' });
    expect(changes).toEqual([{ kind: 'input', edit: 'cutout', isPlanned: true }]);
  });

  it('also if it was made in an earlier run', () => {
    const before = made([cutout, user]);
    const edits = new Map([...before.lock.edits, ...made([changed]).lock.edits]);
    const recorded = { ...before, lock: { ...before.lock, edits } };
    expect(reviewOf('hero', review([changed, user], { recorded })).changes).toEqual([
      { kind: 'input', edit: 'cutout', isPlanned: false },
    ]);
  });

  it('goes on to the edits that use that one', () => {
    const last = inspectedEdit('last', { needs: ['hero'] });
    const { edits } = review([changed, user, last], { recorded: made([cutout, user, last]) });
    expect(edits.map(({ changes }) => changes.map(({ kind }) => kind))).toEqual([
      ['prompt'],
      ['input'],
      ['input'],
    ]);
  });
});

describe('another take is kept', () => {
  const cutout = (keep: number) => requestsOf({ id: 'cutout', prompt: 'Cut.', takes: 2, keep });
  const user = (keep: number) => inspectedEdit('hero', { needs: [`cutout#${keep}`] });
  const last = inspectedEdit('last', { needs: ['hero'] });
  const recorded = made([...cutout(1), user(1), last]);
  const plain = { ...inspectedEdit('plain'), prompt: 'New.' };
  const { edits, keepEstimate, estimate } = review([plain, ...cutout(2), user(2), last], {
    recorded,
    takesOnBranch: true,
  });

  it('costs nothing for the edit itself, and what is made from it is named and priced by itself', () => {
    expect(edits.map(({ id, status, isForKeep }) => [id, status.kind, isForKeep])).toEqual([
      ['plain', 'new', undefined],
      ['cutout#1', 'moved', undefined],
      ['cutout#2', 'moved', undefined],
      ['hero', 'changed', true],
      ['last', 'changed', true],
    ]);
    expect(edits.find(({ id }) => id === 'hero')?.changes).toEqual([
      { kind: 'kept-take', edit: 'cutout', before: 1, after: 2 },
    ]);
    expect([keepEstimate, estimate]).toMatchObject([
      { edits: 2, usd: 0.06 },
      { edits: 3, usd: 0.09 },
    ]);
  });
});
