import { describe, expect, it } from 'vitest';

import type { InspectedEdit } from '../../src/references/types.ts';
import { inspectedEdit } from '../support/edits.ts';
import { actionsOf, madeAll, plan, recorded } from './recorded-work.ts';

/** An edit of this prompt: two of one prompt ask for the same. */
function asks(id: string, prompt: string, changes: Partial<InspectedEdit> = {}): InspectedEdit {
  return { ...inspectedEdit(id), prompt, ...changes };
}

const A = asks('a', 'x');
const B = asks('b', 'y');
const DONE = madeAll([A, B]);

describe('what the branch records', () => {
  it.each<[string, InspectedEdit, string]>([
    ['as it is asked for', A, 'keep a at a.jpg'],
    ['at another path', { ...A, output: 'new/A' }, 'keep a at new/A.jpg'],
    [
      'by another description, time-out or key',
      { ...A, key: 'z', description: 'D', timeoutMs: 1 },
      'keep a at a.jpg',
    ],
    ['under another id', { ...A, id: 'c', output: 'c' }, 'keep a at c.jpg'],
    ['and was not that', { ...A, prompt: 'z' }, 'submit'],
    ['whatever is asked for by now', { ...A, prompt: 'z', output: 'z', frozen: true }, 'keep a at a.jpg'],
    ['under another id, and frozen', { ...A, id: 'c', output: 'c', frozen: true }, 'keep a at c.jpg'],
    ['not, and frozen', { ...A, id: 'c', prompt: 'z', frozen: true }, 'skip'],
  ])('%s', (_what, edit, action) => {
    expect(actionsOf(plan([edit, B], { recorded: DONE }))).toEqual({
      [edit.id]: action,
      b: 'keep b at b.jpg',
    });
  });

  it('for another model is not what is asked for', () => {
    expect(actionsOf(plan([A], { recorded: DONE, model: 'another' }))).toEqual({ a: 'submit' });
  });

  it('is made again where a single file of it is missing', () => {
    const { lock } = madeAll([A], { a: 2 });
    const again = plan([A], { recorded: recorded(lock.edits) });
    expect(actionsOf(again)).toEqual({ a: 'keep a at a-1.jpg a-2.jpg' });
    expect(actionsOf(plan([A], { recorded: recorded(lock.edits, ['a-2.jpg']) }))).toEqual({ a: 'submit' });
  });

  it('is left out where it is frozen and a file is missing', () => {
    const gone = recorded(DONE.lock.edits, ['a.jpg']);
    const [frozen] = plan([{ ...A, frozen: true }], { recorded: gone }).edits;
    expect(frozen?.action).toEqual({ kind: 'skip', reason: 'frozen in the spec' });
  });

  it('numbers its files clear of the paths of the whole spec, also of edits that the run is not about', () => {
    const two = madeAll([A], { a: 2 });
    const spec = [A, { id: 'other', output: 'A-1' }];
    expect(actionsOf(plan([A], { recorded: two, spec }))).toEqual({ a: 'keep a at a-2.jpg a-3.jpg' });
  });
});

describe('an edit whose pictures stand under another id', () => {
  it('copies them where that one is still in the spec, also one that the run is not about', () => {
    const twin = asks('c', 'x');
    expect(actionsOf(plan([twin, A], { recorded: DONE }))).toEqual({
      c: 'keep a at c.jpg',
      a: 'keep a at a.jpg',
    });
    expect(actionsOf(plan([twin], { recorded: DONE, spec: [twin, A] }))).toEqual({ c: 'keep a at c.jpg' });
  });

  it('copies nothing where it is frozen: it stays without', () => {
    const frozen = asks('c', 'x', { frozen: true });
    expect(actionsOf(plan([frozen, A], { recorded: DONE }))).toEqual({ c: 'skip', a: 'keep a at a.jpg' });
  });

  it('takes those of an edit that left the spec before others, and those of each such edit once', () => {
    const done = madeAll([A, asks('old-1', 'x'), asks('old-2', 'x')]);
    const now = [asks('c', 'x'), asks('d', 'x'), asks('e', 'x'), A];
    expect(actionsOf(plan(now, { recorded: done }))).toEqual({
      c: 'keep old-1 at c.jpg',
      d: 'keep old-2 at d.jpg',
      e: 'keep old-1 at e.jpg',
      a: 'keep a at a.jpg',
    });
  });

  it('has its own where both are there', () => {
    const done = madeAll([asks('0', 'x'), A]);
    expect(actionsOf(plan([A], { recorded: done }))).toEqual({ a: 'keep a at a.jpg' });
  });
});

describe('edits that are the same', () => {
  const twins = [asks('a', 'x'), asks('b', 'y'), asks('c', 'x'), asks('d', 'x')];

  it('are made once, the later ones after the first', () => {
    expect(Object.entries(actionsOf(plan(twins)))).toEqual([
      ['a', 'submit'],
      ['b', 'submit'],
      ['c', 'share a'],
      ['d', 'share a'],
    ]);
  });

  it('are made once also where they are forced', () => {
    const forced = new Set(['a', 'c', 'd', 'b']);
    expect(actionsOf(plan(twins, { recorded: madeAll(twins), forced }))).toEqual({
      a: 'submit',
      b: 'submit',
      c: 'share a',
      d: 'share a',
    });
  });

  it('are not made for the one that is not forced', () => {
    const forced = new Set(['a']);
    expect(actionsOf(plan(twins, { recorded: madeAll([A]), forced }))).toEqual({
      a: 'submit',
      b: 'submit',
      c: 'keep a at c.jpg',
      d: 'keep a at d.jpg',
    });
  });

  it('come after what the first of them needs', () => {
    const needy = (id: string): InspectedEdit => ({
      ...inspectedEdit(id, { needs: ['base'] }),
      prompt: 'same',
    });
    const { edits } = plan([needy('one'), needy('two'), inspectedEdit('base')]);
    expect(edits.map(({ id, action }) => [id, action.kind])).toEqual([
      ['base', 'submit'],
      ['one', 'submit'],
      ['two', 'share'],
    ]);
  });

  it('are the same by what they use, whatever its id', () => {
    const using = (id: string, needed: string): InspectedEdit => ({
      ...inspectedEdit(id, { needs: [needed] }),
      prompt: 'same',
    });
    const edits = [asks('p', 'x'), asks('q', 'x'), using('one', 'p'), using('two', 'q')];
    expect(actionsOf(plan(edits))).toEqual({ p: 'submit', q: 'share p', one: 'submit', two: 'share one' });
  });

  it('are not sent for a frozen one', () => {
    const frozen = asks('c', 'x', { frozen: true });
    expect(actionsOf(plan([frozen, A]))).toEqual({ c: 'skip', a: 'submit' });
  });
});

it('a forced edit is made again, a frozen one is not', () => {
  const forced = new Set(['a', 'b']);
  expect(actionsOf(plan([A, { ...B, frozen: true }], { recorded: DONE, forced }))).toEqual({
    a: 'submit',
    b: 'keep b at b.jpg',
  });
});
