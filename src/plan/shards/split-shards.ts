import type { PlannedAction, PlannedEdit } from '../types.ts';
import type { ExpectedDuration } from './expected-durations.ts';

/** How the edits of a plan are divided among jobs that run at the same time. */
export interface Shards {
  /** Ids of the edits whose outputs others use, and of those that ask for the same pictures: a job of their own makes them first. Often none. */
  readonly shared: readonly string[];
  /** Ids of the others, by job; those that ask for the same picture are together. No job has none. */
  readonly rest: readonly (readonly string[])[];
}

/** A job with fewer submits would take longer to start than it saves: so many run at once by default. */
const FEWEST_SUBMITS = 8;

type Work = Pick<PlannedEdit, 'id' | 'fingerprint' | 'needs' | 'action' | 'model'>;

/** Edits that ask for the same picture: one of them is made. */
interface Group {
  readonly edits: readonly Work[];
  readonly submits: number;
  /** How long its job is expected to take, relative to the others. */
  readonly load: number;
}

/**
 * Divides what a plan has to do among at most `most` jobs, evenly by how long its edits are expected to take; pure. The same plan and the
 * same expectations give the same shards, whatever the order of the spec. Edits with nothing to do are in none.
 */
export function splitShards(edits: readonly Work[], most: number, expected: ExpectedDuration): Shards {
  const byId = new Map(edits.map((edit) => [edit.id, edit]));
  const work = edits.filter(({ action }) => isWork(action, byId));
  const workIds = new Set(work.map(({ id }) => id));
  const needed = new Set(work.flatMap(({ needs }) => needs.filter((id) => workIds.has(id))));
  // Of edits that ask for the same picture one is sent, and it need not be the one whose output is used.
  const firstPrints = new Set(work.flatMap(({ id, fingerprint }) => (needed.has(id) ? [fingerprint] : [])));
  const shared = new Set(work.flatMap(({ id, fingerprint }) => (firstPrints.has(fingerprint) ? [id] : [])));
  const groups = Map.groupBy(
    work.filter(({ id }) => !shared.has(id)),
    ({ fingerprint }) => fingerprint,
  );
  const sorted = [...groups.values()].map((group) => weigh(group, expected)).toSorted(compareGroups);
  const submits = sorted.reduce((sum, group) => sum + group.submits, 0);
  const count = Math.min(most, sorted.length, Math.max(Math.ceil(submits / FEWEST_SUBMITS), 1));
  const shards = Array.from({ length: count }, () => ({ load: 0, ids: [] as string[] }));
  for (const { edits: same, load } of sorted) {
    const least = shards.reduce((a, b) => (b.load < a.load ? b : a));
    least.ids.push(...same.map(({ id }) => id));
    least.load += load;
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

function weigh(edits: readonly Work[], expected: ExpectedDuration): Group {
  const submits = edits.filter(({ action }) => action.kind === 'submit').length;
  // Only one of them is made, and the order of the spec must not decide whose record counts.
  const load = Math.max(...edits.map(expected));
  return { edits: edits.toSorted((a, b) => (a.id < b.id ? -1 : 1)), submits, load };
}

/** The longest first, so that the last ones even it out; otherwise by fingerprint, which the order of a spec does not change. */
function compareGroups(a: Group, b: Group): number {
  const [one = '', other = ''] = [a.edits[0]?.fingerprint, b.edits[0]?.fingerprint];
  return b.load - a.load || (one < other ? -1 : 1);
}
