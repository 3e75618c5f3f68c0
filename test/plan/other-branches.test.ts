import { describe, expect, it } from 'vitest';

import type { InspectedEdit } from '../../src/references/types.ts';
import type { PlanOptions } from '../../src/plan/plan-edits.ts';
import type { OfferedEntry, OtherBranch } from '../../src/plan/types.ts';
import { withoutFailed } from '../../src/run/adopt/adopt-pictures.ts';
import { inspectedEdit } from '../support/edits.ts';
import { actionsOf, madeAll, plan, recorded } from './recorded-work.ts';

const commit = 'c'.repeat(40);
const on: OtherBranch = { kind: 'base', branch: 'assets', commit };
const A: InspectedEdit = { ...inspectedEdit('a'), prompt: 'x' };
const B: InspectedEdit = { ...inspectedEdit('b', { needs: ['a'] }), prompt: 'y' };
const CHANGED = { ...A, prompt: 'z' };
const base = { on, recorded: madeAll([A, B]) };

/** The pictures of these edits on a preview branch, as a plan takes them. */
function offersOf(
  edits: readonly InspectedEdit[],
  branches = ['assets-pr-7'],
): ReadonlyMap<string, readonly OfferedEntry[]> {
  const offer = (branch: string): OtherBranch => ({ kind: 'preview', branch, commit });
  return new Map(
    [...madeAll(edits).lock.edits].map(([id, entry]) => [
      entry.fingerprint,
      branches.map((branch) => ({ on: offer(branch), id, entry })),
    ]),
  );
}

describe('the base branch', () => {
  it.each<[string, InspectedEdit, Record<string, string>]>([
    ['what it has is not made', A, { a: 'keep a at a.jpg', b: 'keep b at b.jpg' }],
    ['what it does not have is made, and what needs that', CHANGED, { a: 'submit', b: 'submit' }],
    [
      'another path is a copy',
      { ...A, output: 'new/a' },
      { a: 'adopt a of assets at new/a.jpg', b: 'keep b at b.jpg' },
    ],
    [
      'a frozen edit stays as it is there',
      { ...CHANGED, frozen: true },
      { a: 'keep a at a.jpg', b: 'keep b at b.jpg' },
    ],
  ])('%s', (_what, edit, actions) => {
    const planned = plan([edit, B], { base });
    expect(actionsOf(planned)).toEqual(actions);
    for (const { action } of planned.edits)
      if (action.kind !== 'submit') expect(action).toMatchObject({ on });
  });

  it('is beneath the own branch, which may have something newer or the same', () => {
    const own = madeAll([CHANGED, { ...B, prompt: 'own' }]);
    expect(plan([CHANGED], { base, recorded: own }).edits[0]?.action).not.toHaveProperty('on');
    expect(plan([A], { base, recorded: own }).edits[0]?.action).toMatchObject({ kind: 'unchanged', on });
    expect(plan([A], { base, recorded: madeAll([A]) }).edits[0]?.action).not.toHaveProperty('on');
  });

  it('a renamed edit is copied, and its old pictures stay', () => {
    const renamed = { ...A, id: 'c', output: 'c' };
    expect(actionsOf(plan([renamed], { base, spec: [renamed] }))).toEqual({
      c: 'adopt a of assets at c.jpg',
    });
  });

  it('files that are missing there are made again', () => {
    const broken = { on, recorded: recorded(base.recorded.lock.edits, ['a.jpg']) };
    expect(actionsOf(plan([A], { base: broken }))).toEqual({ a: 'submit' });
  });
});

describe('what previews offer', () => {
  const offers = offersOf([CHANGED, B]);

  it('is adopted if nothing nearer has it, also for a frozen edit without pictures', () => {
    expect(actionsOf(plan([CHANGED, B], { offers }))).toEqual({
      a: 'adopt a of assets-pr-7 at a.jpg',
      b: 'adopt b of assets-pr-7 at b.jpg',
    });
    expect(actionsOf(plan([CHANGED], { offers, base: { on, recorded: madeAll([CHANGED]) } }))).toEqual({
      a: 'keep a at a.jpg',
    });
    expect(actionsOf(plan([{ ...CHANGED, frozen: true }], { offers }))).toEqual({
      a: 'adopt a of assets-pr-7 at a.jpg',
    });
  });

  it('is not adopted by a forced edit, nor by one that asks for something else', () => {
    expect(actionsOf(plan([CHANGED], { offers, forced: new Set(['a']) }))).toEqual({ a: 'submit' });
    expect(actionsOf(plan([A], { offers }))).toEqual({ a: 'submit' });
  });
});

it('plans without pictures that cannot be copied, of either kind', () => {
  const options = { forced: new Set<string>(), spec: [A, B], base, offers: offersOf([CHANGED]) };
  const moved = { ...A, output: 'new/a' };
  const [copy] = plan([moved], options).edits;
  const [adopted] = plan([CHANGED], options).edits;
  if (copy?.action.kind !== 'adopt' || adopted?.action.kind !== 'adopt')
    throw new Error('nothing is adopted');
  const failed = [copy.action, adopted.action].map((action) => ({
    id: 'a',
    action,
    why: 'It is gone.' as const,
  }));
  const left = withoutFailed(options, failed);
  expect(actionsOf(plan([moved], left))).toEqual({ a: 'submit' });
  expect(actionsOf(plan([CHANGED], left))).toEqual({ a: 'submit' });
  expect(actionsOf(plan([A, B], { ...left, recorded: madeAll([A]) }))).toEqual({
    a: 'keep a at a.jpg',
    b: 'keep b at b.jpg',
  });
});

describe('a copy that fails', () => {
  const fail = (edit: InspectedEdit, options: PlanOptions) => {
    const planned = plan([edit, B], options).edits[0];
    if (planned?.action.kind !== 'adopt') throw new Error('nothing is adopted');
    return withoutFailed(options, [{ id: edit.id, action: planned.action, why: 'It is gone.' }]);
  };

  it('from one preview is tried from the next that has the same pictures', () => {
    const offers = offersOf([CHANGED], ['assets-pr-7', 'assets-pr-8']);
    const options = { forced: new Set<string>(), spec: [A, B], offers };
    const next = fail(CHANGED, options);
    expect(actionsOf(plan([CHANGED], next))).toEqual({ a: 'adopt a of assets-pr-8 at a.jpg' });
    expect(actionsOf(plan([CHANGED], fail(CHANGED, next)))).toEqual({ a: 'submit' });
  });

  it('from the base leaves the edit that is there as it is', () => {
    const copy = { ...A, id: 'copy', output: 'copy' };
    const options = { forced: new Set<string>(), spec: [A, B, copy], base };
    expect(actionsOf(plan([A, B, copy], fail(copy, options)))).toEqual({
      a: 'keep a at a.jpg',
      b: 'keep b at b.jpg',
      copy: 'submit',
    });
  });
});
