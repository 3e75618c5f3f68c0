import { planChanges } from '../../src/deliver/branch/plan-changes.ts';
import { planCommit, type CommitPlan } from '../../src/deliver/branch/plan-commit.ts';
import type { BranchChanges, BranchTip } from '../../src/deliver/branch/types.ts';
import { parseLock } from '../../src/lock/parse-lock.ts';
import { renderLock } from '../../src/lock/render-lock.ts';
import { numberOutputs } from '../../src/plan/outputs.ts';
import type { EditOutcome } from '../../src/plan/outcome.ts';
import { checkNeeds } from '../../src/plan/check-needs.ts';
import { checkClashes } from '../../src/plan/check-clashes.ts';
import { planEdits, type PlanOptions } from '../../src/plan/plan-edits.ts';
import type { Plan, PlannedEdit } from '../../src/plan/types.ts';
import type { InspectedEdit } from '../../src/references/types.ts';
import type { Problem } from '../../src/shared/problem.ts';
import { holdBackTakes } from '../../src/run/deliver/hold-back-takes.ts';
import { outcomeOf } from '../support/outcome-of.ts';

const PLACE = { branch: 'assets', directory: '' };

/** A branch that is not there yet. */
export const NO_BRANCH: BranchTip = {
  tree: new Map(),
  recorded: { lock: { edits: new Map(), pages: [] }, paths: new Set() },
};

/** What a run is asked to do. */
export interface Asked {
  readonly spec: readonly InspectedEdit[];
  readonly only?: readonly string[];
  readonly forced?: readonly string[];
  readonly prune?: boolean;
  readonly base?: PlanOptions['base'];
  readonly offers?: PlanOptions['offers'];
  /** Files of other branches; here each is named by its hash. */
  readonly copies?: ReadonlyMap<string, string>;
  /** Ids of edits whose submit fails. */
  readonly failing?: readonly string[];
  readonly takesOnBranch?: boolean;
  /** Full name of the commit that it makes; without one, nothing is remembered of what the branch had before. */
  readonly commit?: string;
  /** Part of the ids of its requests. */
  readonly run: string;
}

export interface Ran {
  readonly plan: Plan;
  /** Where there is one, nothing was done. */
  readonly problems: readonly Problem[];
  readonly outcomes: readonly EditOutcome[];
  readonly changes: BranchChanges;
  readonly left: readonly string[];
  readonly isChange: boolean;
  /** The branch afterwards. A file's object is named by the hash of its bytes. */
  readonly tip: BranchTip;
}

/** A run upon a branch: planned, ended and committed as the action does it, but in memory. Each request gives pictures of its own. */
export function runOnBranch(tip: BranchTip, asked: Asked): Ran {
  const { spec, only, forced = [], prune = false } = asked;
  const specIds = new Set(spec.map(({ id }) => id));
  const edits = only === undefined ? spec : spec.filter(({ id }) => only.includes(id));
  const { recorded } = tip;
  const { base, offers } = asked;
  const others = {
    ...(base && { base }),
    ...(offers && { offers }),
    takesOnBranch: asked.takesOnBranch === true,
  };
  const plan = planEdits(edits, { recorded, forced: new Set(forced), spec, ...others });
  const problems = [...checkNeeds(plan.edits), ...checkClashes(plan.edits, recorded, specIds)];
  const outcomes = problems.length > 0 ? [] : holdBackTakes(endEdits(plan, asked), specIds);
  const facts = {
    actionVersion: '1',
    nowMs: 0,
    recorded,
    ...(tip.tip !== undefined && { tip: tip.tip }),
    specIds,
    prune,
    copies: asked.copies ?? new Map(),
  };
  const changes = problems.length > 0 ? { set: [], remove: [] } : planChanges(outcomes, facts);
  const commit = commitTo(tip, changes, asked);
  return {
    plan,
    problems,
    outcomes,
    changes,
    left: commit.left.map(({ id, reason }) => `${id}: ${reason}`),
    isChange: commit.isChange,
    tip: commit.tip,
  };
}

/** The branch after a commit of these changes, in memory. */
export function commitTo(
  tip: BranchTip,
  changes: BranchChanges,
  { commit: name, run }: Pick<Asked, 'commit' | 'run'>,
): Pick<CommitPlan, 'left' | 'isChange'> & { readonly tip: BranchTip } {
  const set = changes.set.map((change) => ({
    ...change,
    blobs: change.sources.map((source) =>
      source.kind === 'branch' ? tip.tree.get(source.path)?.blob : source.absolutePath,
    ),
  }));
  const commit = planCommit(tip, tip, { remove: changes.remove, set }, PLACE);
  const tree = new Map(tip.tree);
  for (const { path, blob } of commit.pictures) {
    if (blob === undefined) tree.delete(path);
    else tree.set(path, { path, blob, mode: '100644' });
  }
  const lock = parseLock(renderLock(commit.lock), run);
  if (!lock.ok) throw new Error(JSON.stringify(lock.error));
  const recorded = { lock: lock.value, paths: new Set(tree.keys()) };
  const after = { tree, recorded, ...(name !== undefined && { tip: name }) };
  return { left: commit.left, isChange: commit.isChange, tip: commit.isChange ? after : tip };
}

function endEdits(plan: Plan, { failing = [], run }: Asked): readonly EditOutcome[] {
  const ended = new Map<string, EditOutcome>();
  for (const edit of plan.edits) ended.set(edit.id, endEdit(edit));
  return [...ended.values()];

  function endEdit(edit: PlannedEdit): EditOutcome {
    const isThere = (id: string): boolean => /succeeded|unchanged|adopted/.test(ended.get(id)?.state ?? '');
    switch (edit.action.kind) {
      case 'unchanged':
        return outcomeOf(edit, 'unchanged', { unchangedFiles: edit.action.files });
      case 'adopt':
        return outcomeOf(edit, 'adopted', { unchangedFiles: edit.action.files });
      case 'aside':
        return outcomeOf(edit, 'unchanged', { unchangedFiles: edit.action.entry.files });
      case 'skip':
      case 'collect':
      case 'other-run':
      case 'hold':
        return outcomeOf(edit, 'skipped');
      case 'share':
        return isThere(edit.action.with)
          ? made(edit, `${run}-${edit.action.with}`)
          : outcomeOf(edit, 'skipped');
      case 'submit':
        if (failing.includes(edit.id) || !edit.needs.every(isThere)) return outcomeOf(edit, 'failed');
        return made(edit, `${run}-${edit.id}`);
    }
  }

  function made(edit: PlannedEdit, requestId: string): EditOutcome {
    const paths = numberOutputs(edit.output, edit.forceSingle ? 1 : 2, plan.takenOutputs);
    const files = paths.map((path, index) => {
      const sha256 = Buffer.from(`${requestId}#${index}`).toString('hex').padStart(64, '0');
      return { path: `${path}.jpg`, sha256, bytes: 1, type: 'image/jpeg' as const, absolutePath: sha256 };
    });
    return outcomeOf(edit, 'succeeded', { requestId, files });
  }
}
