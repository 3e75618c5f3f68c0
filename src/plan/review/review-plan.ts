import type { LockEntry } from '../../lock/types.ts';
import { shownAs } from '../../media/formats.ts';
import { compareInFile } from '../../shared/problem.ts';
import type { Plan, PlannedEdit } from '../types.ts';
import { nameImage } from './name-reference.ts';
import { estimateCost } from './estimate-cost.ts';
import { findBlocked } from './find-blocked.ts';
import { findOrphaned } from './find-orphaned.ts';
import { judgeStatus } from './judge-status.ts';
import { listChanges } from './list-changes.ts';
import type { PinnedFile, PlanReview, ReviewedEdit, ReviewFacts } from './types.ts';

/** What a plan means for a reader: for each edit what happens and why, what is left over, and what it costs; pure. */
export function reviewPlan({ edits }: Plan, facts: ReviewFacts): PlanReview {
  const byId = new Map(edits.map((edit) => [edit.id, edit]));
  const willChange = (id: string): boolean => {
    const kind = byId.get(id)?.action.kind;
    return kind !== undefined && kind !== 'unchanged' && kind !== 'skip';
  };
  const blocked = findBlocked(edits);
  const inOrder = edits.toSorted(({ at: a }, { at: b }) => compareInFile(a, b));
  const earlier = [...(facts.recorded?.lock.edits.values() ?? [])];
  return {
    edits: inOrder.map((edit) => reviewEdit(edit, blocked.get(edit.id), facts, willChange)),
    orphaned: findOrphaned(edits, facts),
    estimate: estimateCost(
      edits.filter(({ id }) => !blocked.has(id)),
      {
        price: facts.prices?.get(facts.model),
        earlier: earlier.filter(({ model }) => model === facts.model),
      },
    ),
  };
}

function reviewEdit(
  edit: PlannedEdit,
  blockedBy: string | undefined,
  facts: ReviewFacts,
  willChange: (id: string) => boolean,
): ReviewedEdit {
  const { id, description, at, prompt, output, size, images, fingerprint, action } = edit;
  const own = facts.recorded?.lock.edits.get(id);
  const current = own === undefined ? undefined : findPicture(own, facts);
  return {
    id,
    ...(description !== undefined && { description }),
    at,
    prompt,
    output,
    size: size.wire,
    references: images.map(nameImage),
    fingerprint,
    action: blockedBy === undefined ? action.kind : 'hold',
    status: judgeStatus(edit, blockedBy, facts),
    changes: listChanges(edit, own, facts, willChange),
    ...(current !== undefined && { current }),
  };
}

/** The first picture of an entry on the branch, if a page can show it. */
function findPicture(
  { files }: LockEntry,
  { branch, recorded }: Pick<ReviewFacts, 'branch' | 'recorded'>,
): PinnedFile | undefined {
  const [first] = files;
  if (branch === undefined || first === undefined || shownAs(first.type) !== 'picture') return undefined;
  if (recorded?.paths.has(first.path) !== true) return undefined;
  const { commit, directory } = branch;
  return { path: directory === '' ? first.path : `${directory}/${first.path}`, commit };
}
