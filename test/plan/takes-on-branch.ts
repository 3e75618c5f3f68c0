import { setBroughtAside } from '../../src/deliver/branch/plan-takes.ts';
import type { BranchTip } from '../../src/deliver/branch/types.ts';
import { hasFiles } from '../../src/lock/has-files.ts';
import { listPast, rankPast } from '../../src/plan/adopt/list-past.ts';
import { listWanted } from '../../src/plan/adopt/list-wanted.ts';
import { listEntries } from '../../src/plan/adopt/rank-offers.ts';
import { isAside } from '../../src/plan/decide-aside.ts';
import { planEdits } from '../../src/plan/plan-edits.ts';
import type { OfferedEntry } from '../../src/plan/types.ts';
import type { InspectedEdit } from '../../src/references/types.ts';
import { listTakes } from '../../src/spec/takes.ts';
import { inspectedEdit } from '../support/edits.ts';
import { commitTo, NO_BRANCH, runOnBranch, type Asked, type Ran } from './run-on-branch.ts';

/** A branch with its history, in memory. */
export interface TakesBranch {
  readonly tip: BranchTip;
  /** By full name. */
  readonly commits: ReadonlyMap<string, BranchTip>;
}

export const EMPTY: TakesBranch = { tip: NO_BRANCH, commits: new Map() };

/** An edit of a spec, as much of it as decides about its takes. */
export interface SpecEdit {
  readonly id: string;
  readonly prompt: string;
  readonly takes: number;
  readonly keep?: number | undefined;
  readonly output?: string;
}

/** The requests of an edit, one for each take; it uses the output of the edit `upon`. */
export function requestsOf(edit: SpecEdit, upon?: string): readonly InspectedEdit[] {
  const { id, prompt, takes, keep, output = id } = edit;
  const scope = { matrix: new Map(), vars: new Map(), id, axisNames: new Set<string>() };
  const fields = { takes, ...(keep !== undefined && { keep }) };
  const plain = inspectedEdit(id, upon === undefined ? {} : { needs: [upon] });
  return listTakes({ key: id, id, defaultOutput: id, fields, scope }, {}, output).map((take) => ({
    ...plain,
    prompt,
    ...take,
  }));
}

/** A run upon a branch that remembers what it had, as the action does it: with the second commit that sets takes aside. */
export function runWithTakes(
  { tip, commits }: TakesBranch,
  asked: Omit<Asked, 'commit' | 'offers' | 'copies'>,
): Ran & { readonly branch: TakesBranch } {
  const { recorded } = tip;
  const { spec, forced = [], takesOnBranch = false } = asked;
  const options = { forced: new Set(forced), takesOnBranch, recorded, spec };
  const wanted = listWanted(planEdits(spec, options), {
    ...options,
    specIds: new Set(spec.map(({ id }) => id)),
  });
  const past = listPast(recorded.lock);
  const offers: OfferedEntry[] = [...new Set([...wanted].flatMap((each) => past.get(each) ?? []))].flatMap(
    (commit) => {
      const { lock, paths } = commits.get(commit)?.recorded ?? NO_BRANCH.recorded;
      return listEntries(lock, wanted)
        .filter(([, entry]) => hasFiles(entry, paths))
        .map(([id, entry]) => ({ on: { kind: 'history' as const, branch: 'assets', commit }, id, entry }));
    },
  );
  const shas = offers.flatMap(({ entry }) => entry.files.map(({ sha256 }) => [sha256, sha256] as const));
  const name = nameCommit(commits.size);
  const ran = runOnBranch(tip, {
    ...asked,
    commit: name,
    offers: rankPast(offers, past),
    copies: new Map(shas),
  });
  const brought = ran.outcomes
    .filter(
      ({ edit, state }) => (state === 'succeeded' || state === 'adopted') && isAside(edit, takesOnBranch),
    )
    .map(({ edit }) => edit);
  const first = ran.isChange ? new Map([...commits, [name, ran.tip]]) : commits;
  if (!ran.isChange || brought.length === 0) return { ...ran, branch: { tip: ran.tip, commits: first } };
  const set = setBroughtAside(brought, ran.tip.recorded.lock.edits, name);
  const second = nameCommit(first.size);
  const after = commitTo(ran.tip, { set, remove: [] }, { commit: second, run: asked.run });
  return { ...ran, branch: { tip: after.tip, commits: new Map([...first, [second, after.tip]]) } };
}

function nameCommit(index: number): string {
  return index.toString(16).padStart(40, '0');
}
