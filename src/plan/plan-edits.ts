import type { Recorded } from '../lock/types.ts';
import type { Options } from '../models/check-options.ts';
import type { InspectedEdit } from '../references/types.ts';
import { createDecider } from './decide-action.ts';
import { fingerprint, lockInput } from './fingerprint.ts';
import { listFormerOptions } from './former-inputs.ts';
import { makeRoom } from './make-room.ts';
import type { BaseWork, InFlight, OfferedEntry, Plan, PlannedEdit } from './types.ts';

/** What the plan depends on besides the edits. */
export interface PlanOptions {
  /** Finished work; absent if nothing is recorded, so that every edit is new. */
  readonly recorded?: Recorded;
  /** Counts beneath `recorded`; absent without a base branch. */
  readonly base?: BaseWork;
  /** Finished edits of preview branches that may be copied, by fingerprint. */
  readonly offers?: ReadonlyMap<string, readonly OfferedEntry[]>;
  /** Work in flight; absent if none is known. */
  readonly inFlight?: InFlight;
  /** Ids that are made again even if nothing changed. */
  readonly forced: ReadonlySet<string>;
  /** Commits that are newer than this run's: what was made from them stays as it is. */
  readonly newerCommits?: ReadonlySet<string>;
  /** Whether takes that are not kept are on the branch as well; otherwise they are set aside. */
  readonly takesOnBranch?: boolean;
  /** Every edit of the spec, including those that are not part of this run: their ids and outputs are taken. */
  readonly spec: readonly { readonly id: string; readonly output: string }[];
}

/**
 * Decides what to do with each edit and orders the edits as in the spec, but each after those that it uses and the one
 * that it shares with. Expects that these exist and form no cycle, which the checks of the spec ensure.
 */
export function planEdits(edits: readonly InspectedEdit[], options: PlanOptions): Plan {
  const { spec, ...known } = options;
  const byId = new Map(edits.map((edit) => [edit.id, edit]));
  const ordered = new Map<string, PlannedEdit>();
  const takenOutputs = new Set([...spec, ...edits].map(({ output }) => output.toLowerCase()));
  const decide = createDecider({
    ...known,
    specIds: new Set(spec.map(({ id }) => id)),
    takenOutputs,
  });
  const decideNow = (facts: Omit<PlannedEdit, 'action'>): PlannedEdit => ({
    ...facts,
    action: decide(facts),
  });
  for (const edit of edits) {
    // An explicit stack: a chain of thousands of edits would overflow the call stack.
    const stack = [edit];
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const needs = needsOf(top);
      const missing = needs.filter((id) => !ordered.has(id)).flatMap((id) => byId.get(id) ?? []);
      if (missing.length > 0) stack.push(...missing.reverse());
      else {
        if (!ordered.has(top.id)) {
          const current = top;
          const describe = (asked: Options): Omit<PlannedEdit, 'action'> => {
            const lockedInput = lockInput({ ...current, options: asked }, (id) => contentOf(ordered.get(id)));
            const print = fingerprint(current.model, lockedInput, current.take?.number);
            return { ...current, needs, lockedInput, fingerprint: print };
          };
          ordered.set(
            current.id,
            findUnchanged(current, describe, decide, options) ?? decideNow(describe(current.options)),
          );
        }
        stack.pop();
      }
    }
  }
  return { edits: makeRoom([...ordered.values()], { ...known, takenOutputs }), takenOutputs };
}

/** The edit as it was before its model's schema changed, if that is done or on its way: a schema makes no picture again. */
function findUnchanged(
  edit: InspectedEdit,
  describe: (options: Options) => Omit<PlannedEdit, 'action'>,
  decide: ReturnType<typeof createDecider>,
  options: PlanOptions,
): PlannedEdit | undefined {
  const formerOptions = options.forced.has(edit.id) ? [] : listFormerOptions(edit, options);
  if (formerOptions.length === 0) return undefined;
  const now = describe(edit.options).fingerprint;
  const entries = [options.recorded, options.base?.recorded].flatMap(
    (each) => each?.lock.edits.get(edit.id) ?? [],
  );
  for (const former of formerOptions.map(describe)) {
    const { fingerprint: print } = former;
    const isThere =
      entries.some((entry) => entry.fingerprint === print) || options.inFlight?.entries.has(print) === true;
    if (print === now || !isThere) continue;
    const action = decide(former);
    if (action.kind !== 'submit') return { ...former, action };
  }
  return undefined;
}

/** The fingerprint of an edit's output. For a frozen edit, that of the existing picture, whatever the spec says now. */
function contentOf(edit: PlannedEdit | undefined): string {
  if (edit === undefined) return '';
  return edit.action.kind === 'unchanged' ? edit.action.entry.fingerprint : edit.fingerprint;
}

function needsOf(edit: InspectedEdit): readonly string[] {
  return [...new Set(edit.images.flatMap((image) => (image.kind === 'edit' ? [image.id] : [])))];
}
