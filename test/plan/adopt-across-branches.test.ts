import fc from 'fast-check';
import { expect, it } from 'vitest';

import type { BranchTip } from '../../src/deliver/branch/types.ts';
import { listWanted } from '../../src/plan/adopt/list-wanted.ts';
import { listOffers, rankOffers } from '../../src/plan/adopt/rank-offers.ts';
import type { OfferedEntry, OtherBranch, Plan } from '../../src/plan/types.ts';
import { sampleHistories } from './sample-history.ts';
import { NO_BRANCH, runOnBranch, type Asked, type Ran } from './run-on-branch.ts';

const commit = '1'.repeat(40);
const BASE: OtherBranch = { kind: 'base', branch: 'assets', commit };

/** Runs on one branch above or beside others, which it only reads; each file of them is named by its hash. */
function runBeside(
  tip: BranchTip,
  asked: Asked,
  { base, previews = [] }: { readonly base?: BranchTip; readonly previews?: readonly BranchTip[] },
): Ran {
  const more = base === undefined ? {} : { base: { on: BASE, recorded: base.recorded } };
  const copies = new Map(
    [base, ...previews].flatMap((each) => [...(each?.tree.values() ?? [])].map(({ blob }) => [blob, blob])),
  );
  const first = runOnBranch(tip, { ...asked, ...more, copies }).plan;
  const offers = offersOf(first, new Set(asked.forced), previews);
  return runOnBranch(tip, { ...asked, ...more, offers, copies });
}

function offersOf(plan: Plan, forced: ReadonlySet<string>, previews: readonly BranchTip[]) {
  const wanted = listWanted(plan, { forced, specIds: new Set(plan.edits.map(({ id }) => id)) });
  const all = previews.flatMap(({ recorded: { lock } }, index) =>
    listOffers({ branch: `preview-${index}`, commit, lock }, wanted),
  );
  const there = all.filter(({ on, entry }) => {
    const { recorded } = previews[Number(on.branch.slice('preview-'.length))] ?? NO_BRANCH;
    return entry.files.every(({ path }) => recorded.paths.has(path));
  });
  return Map.groupBy<string, OfferedEntry>(
    rankOffers(there, () => 'other'),
    ({ entry }) => entry.fingerprint,
  );
}

it('previews, then the merge: what a preview has is adopted exactly, and paid for once', () => {
  let adopted = 0;
  let beneath = 0;
  fc.assert(
    fc.property(sampleHistories, sampleHistories, (past, changes) => {
      let live = NO_BRANCH;
      for (const [index, { asked }] of past.entries())
        live = runOnBranch(live, { ...asked, run: `l${index}` }).tip;
      let shown = NO_BRANCH;
      for (const [index, { asked }] of changes.entries()) {
        const run = { ...asked, prune: false, run: `p${index}` };
        const ran = runBeside(shown, run, { base: live });
        if (ran.problems.length > 0) continue;
        beneath += ran.plan.edits.filter(({ action }) => 'on' in action).length;
        expectTrue(ran, run, { base: live });
        expect(ran.left).toEqual([]);
        shown = ran.tip;
        // The merge, after each push to the pull request.
        const merge = { ...asked, forced: [], failing: [], run: `m${index}` };
        const merged = runBeside(live, merge, { previews: [shown] });
        if (merged.problems.length > 0) continue;
        adopted += merged.plan.edits.filter(({ action }) => action.kind === 'adopt').length;
        expectTrue(merged, merge, { previews: [shown] });
        const again = runBeside(merged.tip, { ...merge, run: 'again' }, { previews: [shown] });
        if (merged.left.length > 0) continue;
        expect(again.plan.edits.filter(({ action }) => /submit|adopt/.test(action.kind))).toEqual([]);
        expect(again.isChange).toBe(false);
      }
    }),
    { numRuns: 80 },
  );
  expect(adopted).toBeGreaterThan(30);
  expect(beneath).toBeGreaterThan(30);
});

/** Nothing is sent that a branch has; what is adopted is what the spec asks for; what is on the branch is whole. */
function expectTrue(
  { plan, tip, outcomes, left }: Ran,
  { forced = [] }: Asked,
  {
    base = NO_BRANCH,
    previews = [],
  }: { readonly base?: BranchTip; readonly previews?: readonly BranchTip[] },
): void {
  const known = new Set(
    [base, ...previews].flatMap(({ recorded: { lock, paths } }) =>
      [...lock.edits.values()]
        .filter(({ files }) => files.every(({ path }) => paths.has(path)))
        .map(({ fingerprint }) => fingerprint),
    ),
  );
  for (const { id, fingerprint, frozen, action } of plan.edits) {
    if (action.kind === 'submit') expect(known.has(fingerprint) && !forced.includes(id)).toBe(false);
    if (action.kind === 'adopt') expect(action.entry.fingerprint).toBe(fingerprint);
    if (action.kind === 'unchanged' && !frozen) expect(action.entry.fingerprint).toBe(fingerprint);
  }
  for (const { edit, state } of outcomes) {
    if (state !== 'adopted' || left.length > 0 || edit.action.kind !== 'adopt') continue;
    const entry = tip.recorded.lock.edits.get(edit.id);
    expect(entry).toMatchObject({ requestId: edit.action.entry.requestId, files: edit.action.files });
    for (const { path, sha256 } of entry?.files ?? []) expect(tip.tree.get(path)?.blob).toBe(sha256);
  }
}
