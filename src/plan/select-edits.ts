import { nameSetting, type Desk } from '../shared/desk.ts';
import type { Problem } from '../shared/problem.ts';
import type { EditRequest } from '../spec/types.ts';
import { matchIds } from './match-ids.ts';

/** The edits of a run, and what to report about the choice. */
export interface Selection {
  /** In the order of the spec. */
  readonly edits: readonly EditRequest[];
  /** Edits that no glob matched, included because a chosen edit uses their output. */
  readonly takenAlong: readonly string[];
  /** A glob that matches no edit is an error: most likely a mistake, and silence would look like success. */
  readonly problems: readonly Problem[];
}

/** Chooses the edits whose ids match a glob of `only` (all if it is empty), with the edits that they use. */
export function selectEdits(
  edits: readonly EditRequest[],
  only: readonly string[],
  desk: Desk = {},
): Selection {
  if (only.length === 0) return { edits, takenAlong: [], problems: [] };
  const { named, problems } = matchIds(nameSetting('only', desk), only, edits, 'all-takes');
  const wanted = withNeeds(edits, named);
  return {
    edits: edits.filter((edit) => wanted.has(edit.id)),
    takenAlong: [...wanted].filter((id) => !named.has(id)),
    problems,
  };
}

/** The edits with these ids, and those that they use. */
export function selectIds(edits: readonly EditRequest[], ids: ReadonlySet<string>): readonly EditRequest[] {
  const wanted = withNeeds(edits, ids);
  return edits.filter(({ id }) => wanted.has(id));
}

function withNeeds(edits: readonly EditRequest[], named: ReadonlySet<string>): ReadonlySet<string> {
  const byId = new Map(edits.map((edit) => [edit.id, edit]));
  const wanted = new Set(named);
  // Iterating a set also visits elements that are added meanwhile, so needs are followed transitively.
  for (const id of wanted) {
    for (const image of byId.get(id)?.images ?? []) if (image.kind === 'edit') wanted.add(image.id);
  }
  return wanted;
}
