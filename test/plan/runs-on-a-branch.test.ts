import fc from 'fast-check';
import { expect, it } from 'vitest';

import type { BranchTip } from '../../src/deliver/branch/types.ts';
import type { LockEntry } from '../../src/lock/types.ts';
import { sampleHistories } from './sample-history.ts';
import { NO_BRANCH, runOnBranch, type Asked, type Ran } from './run-on-branch.ts';

it('any history of a spec pays for nothing twice, loses nothing and comes to rest', () => {
  let runs = 0;
  fc.assert(
    fc.property(sampleHistories, (history) => {
      let tip = NO_BRANCH;
      for (const [index, { asked, deleted }] of history.entries()) {
        if (deleted !== undefined) tip = without(tip, [...tip.tree.keys()][deleted]);
        const ran = runOnBranch(tip, { ...asked, run: `r${index}` });
        if (ran.problems.length > 0) {
          expect(ran.isChange).toBe(false);
          continue;
        }
        runs += 1;
        expectPaidOnce(tip, ran, asked);
        expectWhole(tip, ran);
        expectNothingLost(tip, ran, asked);
        tip = ran.tip;
        if (asked.failing?.length === 0) expectAtRest(tip, asked);
      }
    }),
    { numRuns: 500 },
  );
  expect(runs).toBeGreaterThan(250);
});

function expectPaidOnce({ recorded }: BranchTip, { plan }: Ran, { forced = [] }: Omit<Asked, 'run'>): void {
  const entries = [...recorded.lock.edits.values()];
  const there = entries.filter(({ files }) => files.every(({ path }) => recorded.paths.has(path)));
  const known = new Set(there.map(({ fingerprint }) => fingerprint));
  const sent = plan.edits.filter(({ action }) => action.kind === 'submit');
  expect(new Set(sent.map(({ fingerprint }) => fingerprint)).size).toBe(sent.length);
  expect(sent.filter(({ id, fingerprint }) => known.has(fingerprint) && !forced.includes(id))).toEqual([]);
}

/** Every edit that is there has its entry and its files, which are those of its request. */
function expectWhole(before: BranchTip, { outcomes, left, tip }: Ran): void {
  expect(left).toEqual([]);
  for (const { edit, state } of outcomes) {
    const entry = tip.recorded.lock.edits.get(edit.id);
    if (edit.action.kind === 'unchanged')
      expect(entry).toEqual({ ...edit.action.entry, files: edit.action.files });
    if (state === 'succeeded') expect(entry?.fingerprint).toBe(edit.fingerprint);
  }
  for (const [id, { files }] of tip.recorded.lock.edits) {
    const wasBroken = before.recorded.lock.edits.get(id)?.files.some(({ path }) => !before.tree.has(path));
    for (const { path, sha256 } of files)
      if (wasBroken !== true || tip.tree.has(path)) expect(tip.tree.get(path)?.blob).toBe(sha256);
  }
  const named = [...tip.recorded.lock.edits.values()].flatMap(({ files }) => files.map(({ path }) => path));
  expect([...tip.tree.keys()].filter((path) => !named.includes(path))).toEqual([]);
}

/** An entry goes only where it was renamed or pruned, or where another edit's pictures stand in its place. */
function expectNothingLost(before: BranchTip, ran: Ran, { spec, prune }: Omit<Asked, 'run'>): void {
  const after = ran.tip.recorded.lock.edits;
  const ids = new Set(spec.map(({ id }) => id));
  const placed = new Set(pathsOf([...after.values()]));
  const moved = ran.plan.edits.flatMap(({ action }) => (action.kind === 'unchanged' ? action.from : []));
  for (const [id, entry] of before.recorded.lock.edits) {
    if (!ids.has(id) && moved.includes(id)) expect([...after.keys()]).not.toContain(id);
    if (after.has(id)) continue;
    const isPruned = prune === true && !ids.has(id);
    const isTaken = pathsOf([entry]).some((path) => placed.has(path));
    expect({ id, goes: isPruned || isTaken || moved.includes(id) }).toEqual({ id, goes: true });
  }
}

function expectAtRest(tip: BranchTip, asked: Omit<Asked, 'run'>): void {
  const { plan, isChange } = runOnBranch(tip, { ...asked, forced: [], run: 'again' });
  expect(plan.edits.filter(({ action }) => /submit|share/.test(action.kind))).toEqual([]);
  expect(isChange).toBe(false);
}

function pathsOf(entries: readonly LockEntry[]): readonly string[] {
  return entries.flatMap(({ files }) => files.map(({ path }) => path.toLowerCase()));
}

function without(tip: BranchTip, path: string | undefined): BranchTip {
  const tree = new Map([...tip.tree].filter(([each]) => each !== path));
  return { tree, recorded: { lock: tip.recorded.lock, paths: new Set(tree.keys()) } };
}
