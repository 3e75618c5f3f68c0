import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';

import { quotePath } from '../../deliver/branch/branch-paths.ts';
import { planEdits, type PlanOptions } from '../../plan/plan-edits.ts';
import type { BaseWork, OtherBranch, Plan } from '../../plan/types.ts';
import type { InspectedEdit } from '../../references/types.ts';
import type { World } from '../../runner/world.ts';
import type { Problem } from '../../shared/problem.ts';
import type { Result } from '../../shared/result.ts';
import type { FailedCopy } from './fetch-copies.ts';
import { nameTip, type OtherBranches } from './other-branches.ts';

type Offers = NonNullable<PlanOptions['offers']>;

/** A plan, and what it was made from. */
export interface AdoptingPlan {
  readonly plan: Plan;
  readonly options: PlanOptions;
  readonly others: OtherBranches;
}

/** A plan whose adopted pictures are all on this machine. Disposing of it removes them. */
export interface AdoptedPictures extends AsyncDisposable {
  readonly plan: Plan;
  readonly options: PlanOptions;
  /** Absolute paths by SHA-256. */
  readonly copies: ReadonlyMap<string, string>;
  /** Pictures that cannot be adopted after all. */
  readonly problems: readonly Problem[];
}

/**
 * Fetches the pictures that the plan adopts, and plans again without those that cannot be copied. Throws the signal's
 * reason; then nothing is left on disk.
 */
export async function adoptPictures(
  edits: readonly InspectedEdit[],
  first: AdoptingPlan,
  world: Pick<World, 'temp' | 'clock' | 'random' | 'log'>,
  signal: AbortSignal,
): Promise<Result<AdoptedPictures, Problem>> {
  await using made = new AsyncDisposableStack();
  let { plan, options } = first;
  let copies: ReadonlyMap<string, string> = new Map();
  const problems: Problem[] = [];
  while (plan.edits.some(({ action }) => action.kind === 'adopt')) {
    // Beside the output folder, not in it: what is in there is uploaded if this process is killed.
    const folder = await mkdtemp(path.join(world.temp, 'dreamina-adopt-'));
    made.defer(async () => {
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    });
    const { fetchCopies } = await loadCopying();
    const fetched = await fetchCopies(plan, first.others, folder, { ...world, signal });
    if (!fetched.ok) return fetched;
    copies = fetched.value.copies;
    const { failed } = fetched.value;
    if (failed.length === 0) break;
    problems.push(...failed.map(describeFailed));
    options = withoutFailed(options, failed);
    plan = planEdits(edits, options);
  }
  const resources = made.move();
  return {
    ok: true,
    value: {
      plan,
      options,
      copies,
      problems,
      [Symbol.asyncDispose]: async () => {
        await resources.disposeAsync();
      },
    },
  };
}

/** Most runs adopt nothing. A function of its own: the compiler leaves the names of imports as they are beside a `using`. */
async function loadCopying() {
  return await import('./fetch-copies.ts');
}

/**
 * What can be planned with once these copies have failed; pure. Other branches that offer the same pictures are next. Of the
 * base, an edit that is there under its own id is left as it is: only what would be copied from it is not.
 */
export function withoutFailed(options: PlanOptions, failed: readonly FailedCopy[]): PlanOptions {
  const { base, offers } = options;
  return {
    ...options,
    ...(offers !== undefined && { offers: withoutOffers(offers, failed) }),
    ...(base !== undefined && { base: withoutBase(base, failed) }),
  };
}

function withoutOffers(offers: Offers, failed: readonly FailedCopy[]): Offers {
  const gone = new Set(failed.map(({ action }) => nameEntry(action.on, action.from)));
  return new Map(
    [...offers].map(([fingerprint, same]) => [
      fingerprint,
      same.filter(({ on, id }) => !gone.has(nameEntry(on, id))),
    ]),
  );
}

function withoutBase(base: BaseWork, failed: readonly FailedCopy[]): BaseWork {
  const copies = failed.filter(({ action }) => action.on.kind === 'base');
  const own = new Set(copies.filter(({ id, action }) => action.from === id).map(({ id }) => id));
  const uncopyable = new Set([...(base.uncopyable ?? []), ...copies.map(({ action }) => action.from)]);
  const { recorded } = base;
  const edits = new Map([...recorded.lock.edits].filter(([id]) => !own.has(id)));
  return { ...base, uncopyable, recorded: { ...recorded, lock: { ...recorded.lock, edits } } };
}

/** The entry `id` of a branch at one commit. */
function nameEntry(on: OtherBranch, id: string): string {
  return `${nameTip(on)} ${id}`;
}

function describeFailed({ id, action, why }: FailedCopy): Problem {
  const message = `The pictures of \`${id}\` cannot be copied from branch ${quotePath(action.on.branch)}, so they count as not made: ${why}`;
  return { severity: 'warning', message };
}
