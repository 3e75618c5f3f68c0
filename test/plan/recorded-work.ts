import type { LockEntry, Recorded } from '../../src/lock/types.ts';
import { planEdits, type PlanOptions } from '../../src/plan/plan-edits.ts';
import type { Plan, PlannedEdit } from '../../src/plan/types.ts';
import type { InspectedEdit } from '../../src/references/types.ts';
import { lockEntry } from '../lock/sample-lock.ts';

/** A plan for a whole spec, where nothing else is said. */
export function plan(
  edits: readonly InspectedEdit[],
  { model, ...options }: Partial<PlanOptions> & { readonly model?: string } = {},
): Plan {
  const asked = model === undefined ? edits : edits.map((edit) => ({ ...edit, model }));
  return planEdits(asked, { forced: new Set(), spec: edits, ...options });
}

/** What is done about each edit of a plan, by id, in its order. */
export function actionsOf({ edits }: Plan): Record<string, string> {
  return Object.fromEntries(edits.map((edit) => [edit.id, describe(edit)]));
}

function describe({ action }: PlannedEdit): string {
  switch (action.kind) {
    case 'unchanged':
      return `keep ${action.from} at ${action.files.map(({ path }) => path).join(' ')}`;
    case 'adopt':
      return `adopt ${action.from} of ${action.on.branch} at ${action.files.map(({ path }) => path).join(' ')}`;
    case 'aside':
      return `aside ${action.from}`;
    case 'share':
      return `share ${action.with}`;
    case 'submit':
    case 'collect':
    case 'other-run':
    case 'hold':
    case 'skip':
      return action.kind;
  }
}

/** What a branch records once all the edits are made, each as one JPEG, by a request named like the edit. */
export function madeAll(
  edits: readonly InspectedEdit[],
  files: Readonly<Record<string, number>> = {},
): Recorded {
  return recorded(
    plan(edits.map((edit) => ({ ...edit, frozen: false }))).edits.map(({ id, output, fingerprint }) => {
      const count = files[id] ?? 1;
      const paths = Array.from({ length: count }, (_, index) =>
        count > 1 ? `${output}-${index + 1}` : output,
      );
      return [id, lockEntry(paths, { fingerprint, requestId: id })];
    }),
  );
}

/** These entries, with all of their files but `missing` on the branch. */
export function recorded(
  entries: Iterable<readonly [string, LockEntry]>,
  missing: readonly string[] = [],
): Recorded {
  const edits = new Map(entries);
  const paths = [...edits.values()].flatMap((entry) => entry.files.map(({ path }) => path));
  return { lock: { edits, pages: [] }, paths: new Set(paths.filter((path) => !missing.includes(path))) };
}
