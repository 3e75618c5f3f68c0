import type { ActionInputs } from '../../inputs/types.ts';
import type { Recorded } from '../../lock/types.ts';
import { findAtRisk, isNewer, warnOfNewer, type EntryAtRisk } from '../../plan/newer-entries.ts';
import { planEdits, type PlanOptions } from '../../plan/plan-edits.ts';
import type { Plan } from '../../plan/types.ts';
import type { InspectedEdit } from '../../references/types.ts';
import { isOlder, type AncestryPorts } from '../../runner/is-older.ts';
import { readSpecCommit } from '../../runner/spec-commit.ts';
import type { Desk } from '../../shared/desk.ts';
import type { Problem } from '../../shared/problem.ts';
import { asEdits } from './other-specs.ts';

/** Each commit may take a request; for any more, it stays unknown whether they are newer. */
const MOST_ASKED = 30;

/** What the plan must know to keep newer pictures, and what people should know of them. */
interface NewerRead {
  readonly options: PlanOptions;
  /** The plan that these options give. */
  readonly plan: Plan;
  readonly problems: readonly Problem[];
}

/**
 * Makes sure that the run of an older commit (started again, or long in a queue) keeps what newer commits brought to the
 * branch. Asks only about entries that the run would change. Throws the signal's reason.
 */
export async function keepNewer(
  edits: readonly InspectedEdit[],
  options: PlanOptions,
  inputs: Pick<ActionInputs, 'githubToken' | 'prune' | 'spec'>,
  world: AncestryPorts & Desk,
  signal: AbortSignal,
): Promise<NewerRead> {
  const { recorded } = options;
  const sha = recorded === undefined ? undefined : await readSpecCommit(world);
  if (recorded === undefined || sha === undefined)
    return { options, plan: planEdits(edits, options), problems: [] };
  const answers = new Map<string, boolean | undefined>();
  const atRisk = new Map<string, EntryAtRisk>();
  for (;;) {
    const newerCommits = new Set([...answers].flatMap(([commit, is]) => (is === true ? [commit] : [])));
    const planned = withNewer(options, recorded, newerCommits);
    const specIds = new Set(planned.spec.map(({ id }) => id));
    const plan = planEdits(edits, planned);
    const found = findAtRisk(plan.edits, recorded, {
      sha,
      specIds,
      prune: inputs.prune,
    });
    for (const entry of found) atRisk.set(entry.id, entry);
    const open = [...new Set(found.map(({ commit }) => commit))].filter((commit) => !answers.has(commit));
    // Keeping an edit changes those that are made from it, so the plan is made again until it asks nothing new.
    if (open.length === 0)
      return { options: planned, plan, problems: warnOfNewer([...atRisk.values()], answers, sha, world) };
    for (const commit of open) {
      const mayAsk = answers.size < MOST_ASKED;
      answers.set(commit, mayAsk ? await isOlder(sha, commit, inputs, world, signal) : undefined);
    }
  }
}

/** Newer entries that the spec does not have (yet) are no leftovers of it: they are neither pruned nor taken over. */
function withNewer(options: PlanOptions, { lock }: Recorded, newerCommits: ReadonlySet<string>): PlanOptions {
  const ids = new Set(options.spec.map(({ id }) => id));
  const others = new Map(
    [...lock.edits].filter(([id, entry]) => !ids.has(id) && isNewer(entry, newerCommits)),
  );
  return { ...options, newerCommits, spec: [...options.spec, ...asEdits(others)] };
}
