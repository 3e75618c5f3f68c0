import { expect, test } from 'vitest';

import { planChanges } from '../../../src/deliver/branch/plan-changes.ts';
import type { LockEntry } from '../../../src/lock/types.ts';
import { entry } from './sample-branch.ts';
import { facts, made } from './sample-outcomes.ts';

const kept: LockEntry = { ...entry(['hero.png'], 'r2'), take: 2, isKept: true };
const tip = 'c'.repeat(40);

test('a take that the spec no longer has, and whose place another edit has now, is set aside', () => {
  const branch = facts({ 'hero#2': kept }, { tip });
  expect(planChanges([made('hero', ['hero.png'])], branch).set).toMatchObject([
    { id: 'hero' },
    { id: 'hero#2', entry: { stored: 'aside', heldBy: tip } },
  ]);
});

test('with prune, it is discarded at once, and not by a commit of the next run', () => {
  const branch = facts({ 'hero#2': kept }, { tip, prune: true });
  const { set } = planChanges([made('hero', ['hero.png'])], branch);
  expect(set).toMatchObject([{ id: 'hero' }, { id: 'hero#2', entry: { stored: 'discarded', heldBy: tip } }]);

  const edits = Object.fromEntries(set.map(({ id, entry: recorded }) => [id, recorded]));
  const next = facts({ ...edits, hero: entry(['hero.png']) }, { tip, prune: true });
  expect(planChanges([], next)).toEqual({ set: [], remove: [] });
});
