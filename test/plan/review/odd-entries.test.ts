import { describe, expect, it } from 'vitest';

import type { EditChange } from '../../../src/plan/review/types.ts';
import { inspectedEdit } from '../../support/edits.ts';
import { file, made, OLD_COMMIT, review, reviewOf } from './recorded-edits.ts';

const MUG = file('shots/mug.png');
const CUP = file('shots/cup.png', 'b');
const mug = { kind: 'file', path: 'shots/mug.png' } as const;

describe('an entry of the lock that says little, or odd things', () => {
  const asks = { ...inspectedEdit('hero'), images: [MUG, CUP], prompt: 'New.' };
  const fingerprint = '0'.repeat(64);
  function changesFrom(changes: Parameters<typeof made>[1]): readonly EditChange[] {
    return reviewOf('hero', review([asks], { recorded: made([asks], { fingerprint, ...changes }) })).changes;
  }

  it('names pictures without a name by their hash', () => {
    const input = {
      ...[...made([asks]).lock.edits.values()][0]?.input,
      image_urls: [`sha256:${'d'.repeat(64)}`, `edit:${'e'.repeat(64)}`, 7],
    };
    expect(
      changesFrom({ input, references: [] }).map((change) => 'reference' in change && change.reference),
    ).toEqual([
      mug,
      { kind: 'file', path: 'shots/cup.png' },
      { kind: 'unnamed', hash: 'd'.repeat(12) },
      { kind: 'unnamed', hash: 'e'.repeat(12) },
      { kind: 'url', url: '7' },
    ]);
  });

  it('has no picture if its commit is not the name of a commit', () => {
    const input = { ...[...made([asks]).lock.edits.values()][0]?.input, image_urls: [] };
    const references = [{ content: 'x', path: 'a.png' }];
    const content = { input: { ...input, image_urls: ['x'] }, references };
    const removed = { kind: 'reference-removed', reference: { kind: 'file', path: 'a.png' } };
    expect(changesFrom({ ...content, specCommit: '../../x' })).toContainEqual(removed);
    expect(changesFrom({ ...content, specCommit: OLD_COMMIT })).toContainEqual({
      ...removed,
      before: { path: 'a.png', commit: OLD_COMMIT },
    });
  });

  it('names keys that are not known, and keys without a value', () => {
    const input = { seed: 7, prompt: ['New.'], style: { a: 1 } };
    expect(changesFrom({ input }).filter(({ kind }) => kind === 'setting')).toEqual([
      { kind: 'setting', name: 'force-single', after: 'true' },
      { kind: 'setting', name: 'prompt', before: '["New."]', after: 'New.' },
      { kind: 'setting', name: 'scale', after: '0.5' },
      { kind: 'setting', name: 'seed', before: '7' },
      { kind: 'setting', name: 'style', before: '{"a":1}' },
      { kind: 'setting', name: 'size', after: '2048x2048' },
    ]);
  });

  it('does not bring a text without end', () => {
    const input = { ...[...made([asks]).lock.edits.values()][0]?.input, prompt: 'x'.repeat(10_000) };
    const [change] = changesFrom({ input });
    const words = change?.kind === 'prompt' ? change.words : [];
    expect(words.map(({ kind, text }) => [kind, text.length])).toEqual([
      ['removed', 4000],
      ['added', 4],
    ]);
  });

  it('differs by its fingerprint if by nothing else', () => {
    expect(changesFrom({})).toEqual([
      {
        kind: 'setting',
        name: 'fingerprint',
        before: '0'.repeat(12),
        after: expect.stringMatching(/^[0-9a-f]{12}$/) as string,
      },
    ]);
  });
});

it('shows a take that is set aside as the commit has it that holds it, not what is in its place by now', () => {
  const [wanted, changed] = [inspectedEdit('a'), { ...inspectedEdit('a'), prompt: 'Another.' }];
  const currentOf = (changes: Parameters<typeof made>[1]) =>
    reviewOf('a', review([changed], { recorded: made([wanted], { take: 1, stored: 'aside', ...changes }) }))
      .current;
  expect(currentOf({ heldBy: OLD_COMMIT })).toEqual({ path: 'a.jpg', commit: OLD_COMMIT });
  expect(currentOf({})).toBeUndefined();
});
