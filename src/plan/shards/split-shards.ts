import type { PlannedAction, PlannedEdit } from '../types.ts';

/** How the edits of a plan are divided among jobs that run at the same time. */
export interface Shards {
  /** Ids of the edits whose outputs others use: they are made first, by a job of their own. Often none. */
  readonly shared: readonly string[];
  /** Ids of the others, by job; those that ask for the same picture are together. No job has none. */
  readonly rest: readonly (readonly string[])[];
}

/** A job with fewer submits would take longer to start than it saves: so many run at once by default. */
const FEWEST_SUBMITS = 8;

type Work = Pick<PlannedEdit, 'id' | 'fingerprint' | 'needs' | 'action'>;

/**
 * Divides what a plan has to do among at most `most` jobs, evenly by submits; pure. The same plan gives the same shards. Edits with nothing
 * to do, and those that only copy a picture, are in none.
 */
export function splitShards(edits: readonly Work[], most: number): Shards {
  const byId = new Map(edits.map((edit) => [edit.id, edit]));
  const work = edits.filter(({ action }) => isWork(action, byId));
  const workIds = new Set(work.map(({ id }) => id));
  const shared = new Set(work.flatMap(({ needs }) => needs.filter((id) => workIds.has(id))));
  const groups = Map.groupBy(
    work.filter(({ id }) => !shared.has(id)),
    ({ fingerprint }) => fingerprint,
  );
  const sorted = [...groups.values()].toSorted(compareGroups);
  const submits = sorted.reduce((sum, group) => sum + countSubmits(group), 0);
  const count = Math.min(most, sorted.length, Math.max(Math.ceil(submits / FEWEST_SUBMITS), 1));
  const shards = Array.from({ length: count }, () => ({ load: 0, ids: [] as string[] }));
  for (const group of sorted) {
    const [least] = shards.toSorted((a, b) => a.load - b.load);
    least?.ids.push(...group.map(({ id }) => id));
    if (least !== undefined) least.load += Math.max(countSubmits(group), 1);
  }
  return { shared: [...shared], rest: shards.map(({ ids }) => ids) };
}

function isWork(action: PlannedAction, byId: ReadonlyMap<string, Work>): boolean {
  switch (action.kind) {
    case 'submit':
    case 'collect':
    case 'other-run':
      return true;
    case 'share': {
      const other = byId.get(action.with);
      return other !== undefined && isWork(other.action, byId);
    }
    case 'hold':
    case 'unchanged':
    case 'adopt':
    case 'aside':
    case 'skip':
      return false;
  }
}

function countSubmits(group: readonly Work[]): number {
  return group.filter(({ action }) => action.kind === 'submit').length;
}

/** The largest first, so that the last ones even it out; otherwise by fingerprint, which the order of a spec does not change. */
function compareGroups(a: readonly Work[], b: readonly Work[]): number {
  const [one = '', other = ''] = [a[0]?.fingerprint, b[0]?.fingerprint];
  return countSubmits(b) - countSubmits(a) || (one < other ? -1 : 1);
}
