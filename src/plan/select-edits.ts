import type { Problem } from '../shared/problem.ts';
import type { EditRequest } from '../spec/types.ts';
import { matchIds } from './match-ids.ts';

/** The edits that a run is about, and what to say of the choice. */
export interface Selection {
  /** In the order of the spec. */
  readonly edits: readonly EditRequest[];
  /** Edits that no glob named, taken along because a chosen edit uses their output. */
  readonly takenAlong: readonly string[];
  /** A glob that names no edit is an error: most likely a slip, and silence would look like success. */
  readonly problems: readonly Problem[];
}

/** Chooses the edits whose ids match a glob of `only` (all when there is none), with those they need. */
export function selectEdits(edits: readonly EditRequest[], only: readonly string[]): Selection {
  if (only.length === 0) return { edits, takenAlong: [], problems: [] };
  const { named, problems } = matchIds(
    'only',
    only,
    edits.map(({ id }) => id),
  );
  const wanted = withNeeds(edits, named);
  return {
    edits: edits.filter((edit) => wanted.has(edit.id)),
    takenAlong: [...wanted].filter((id) => !named.has(id)),
    problems,
  };
}

function withNeeds(edits: readonly EditRequest[], named: ReadonlySet<string>): ReadonlySet<string> {
  const byId = new Map(edits.map((edit) => [edit.id, edit]));
  const wanted = new Set(named);
  // A set's iteration also visits what is added on the way, so needs of needs are followed.
  for (const id of wanted) {
    for (const image of byId.get(id)?.images ?? []) if (image.kind === 'edit') wanted.add(image.id);
  }
  return wanted;
}
