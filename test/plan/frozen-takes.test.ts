import { expect, it } from 'vitest';

import { accepted, judgeAll, ledgerOf, NOW, THEM, US } from '../ledger/samples.ts';
import { actionsOf, madeAll, plan } from './recorded-work.ts';
import { EMPTY, requestsOf, runWithTakes, type SpecEdit, type TakesBranch } from './takes-on-branch.ts';

const single: SpecEdit = { id: 'hero', prompt: 'A', takes: 1 };
const other: SpecEdit = { id: 'old', prompt: 'B', takes: 2, keep: 2 };

/** The spec afterwards: the second take of what another edit had is to be the picture, and `frozen` keeps everything. */
const frozen = freeze({ id: 'hero', prompt: 'B', takes: 2, keep: 2 });

function freeze(edit: SpecEdit) {
  return requestsOf(edit).map((each) => ({ ...each, frozen: true }));
}

function start(before: readonly SpecEdit[]): TakesBranch {
  return runWithTakes(EMPTY, { spec: before.flatMap((edit) => requestsOf(edit)), run: 'r1' }).branch;
}

/** What the branch has of each edit, by the request that made it. */
function picturesOf({ tip }: TakesBranch) {
  return Object.fromEntries(
    [...tip.recorded.lock.edits].map(([id, { requestId, files, stored }]) => [
      id,
      `${requestId} ${stored ?? files.map(({ path }) => path).join(' ')}`,
    ]),
  );
}

it.each([
  ['is on the branch', other],
  ['is in its history', { ...other, keep: 1 }],
])('the kept take gets the place of a frozen one that is not kept: its picture %s', (_, before) => {
  const ran = runWithTakes(start([single, before]), { spec: frozen, run: 'r2' });
  expect([ran.problems, ran.left]).toEqual([[], []]);
  expect(picturesOf(ran.branch)).toMatchObject({ 'hero#1': 'r1-hero aside', 'hero#2': 'r1-old#2 hero.jpg' });
  expect(runWithTakes(ran.branch, { spec: frozen, run: 'r3' })).toMatchObject({ isChange: false, left: [] });
});

it('with takes on the branch, the other one moves to its own path', () => {
  const asked = { spec: frozen, takesOnBranch: true };
  const ran = runWithTakes(start([single, other]), { ...asked, run: 'r2' });
  expect([ran.problems, ran.left]).toEqual([[], []]);
  expect(picturesOf(ran.branch)).toMatchObject({
    'hero#1': 'r1-hero takes/hero/1.jpg',
    'hero#2': 'r1-old#2 hero.jpg',
  });
  expect(runWithTakes(ran.branch, { ...asked, run: 'r3' })).toMatchObject({ isChange: false, left: [] });
});

it('it stays if the kept one has no pictures', () => {
  const ran = runWithTakes(start([single]), { spec: frozen, run: 'r2' });
  expect([ran.problems, ran.left]).toEqual([[], []]);
  expect(picturesOf(ran.branch)).toEqual({ 'hero#1': 'r1-hero hero.jpg' });
});

it('it makes room for one that is paid for and on its way', () => {
  const recorded = madeAll(requestsOf(single));
  const fingerprint = plan(frozen).edits[1]?.fingerprint ?? '';
  const entries = judgeAll(ledgerOf({ ...accepted(THEM, 'r'), fingerprint }), { thisStep: US, nowMs: NOW });
  const none = { owed: new Set<string>(), deliveredSince: new Set<string>() };
  const inFlight = {
    entries,
    destination: accepted(THEM, 'r').destination,
    ...none,
    onUnknown: 'hold',
  } as const;
  expect(actionsOf(plan(frozen, { recorded, inFlight }))).toEqual({
    'hero#1': 'aside hero',
    'hero#2': 'collect',
  });
  expect(actionsOf(plan(frozen, { recorded }))).toEqual({
    'hero#1': 'keep hero at hero.jpg',
    'hero#2': 'skip',
  });
});

it('renamed twice, it does not stay at its first path once another edit has that', () => {
  const star: SpecEdit = { id: 'star', prompt: 'B', takes: 1 };
  const twin = freeze({ id: 'twin', prompt: 'B', takes: 2, keep: 2 });
  const first = runWithTakes(start([star]), { spec: frozen, run: 'r2' }).branch;
  expect(picturesOf(first)).toEqual({ 'hero#1': 'r1-star star.jpg' });
  const asked = { spec: [...requestsOf({ ...star, prompt: 'A' }), ...twin] };
  const ran = runWithTakes(first, { ...asked, run: 'r3' });
  expect([ran.problems, ran.left]).toEqual([[], []]);
  expect(picturesOf(ran.branch)).toEqual({ star: 'r3-star star.jpg', 'twin#1': 'r1-star aside' });
  expect(runWithTakes(ran.branch, { ...asked, run: 'r4' })).toMatchObject({ isChange: false, left: [] });
});

it('its place is refused to another frozen edit that asks for the same, once it has no takes anymore', () => {
  const hero: SpecEdit = { id: 'hero', prompt: 'B', takes: 1 };
  const twin: SpecEdit = { id: 'twin', prompt: 'B', takes: 2, keep: 2 };
  const first = runWithTakes(start([hero]), { spec: freeze(twin), run: 'r2' }).branch;
  expect(picturesOf(first)).toEqual({ 'twin#1': 'r1-hero hero.jpg' });
  const spec = [...freeze(hero), ...freeze({ id: 'twin', prompt: 'A', takes: 1 })];
  const ran = runWithTakes(first, { spec, run: 'r3' });
  expect(ran.problems.map(({ message }) => message)).toEqual([
    'The pictures of `hero` cannot be saved as `hero`: the branch has those of `twin` there, and `twin` is frozen. Remove `frozen`, or choose another `output`.',
  ]);
  expect(ran.isChange).toBe(false);
});
