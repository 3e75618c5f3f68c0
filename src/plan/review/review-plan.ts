import { shownAs } from '../../media/formats.ts';
import { mapValues } from '../../shared/map-values.ts';
import { compareInFile } from '../../shared/problem.ts';
import type { Plan, PlannedEdit } from '../types.ts';
import { countRenditions } from './count-renditions.ts';
import { nameImage } from './name-reference.ts';
import { estimateGrowth, isWorthSaying } from './estimate-growth.ts';
import { estimateCost } from './estimate-cost.ts';
import { findBlocked } from './find-blocked.ts';
import { findOrphaned } from './find-orphaned.ts';
import { findRecorded, type RecordedEdit } from './find-recorded.ts';
import { judgeStatus } from './judge-status.ts';
import { listChanges } from './list-changes.ts';
import { listPriced } from './seen-costs.ts';
import type { PinnedFile, PlanReview, ReviewedEdit, ReviewFacts } from './types.ts';

/** What a plan means for a reader: for each edit what happens and why, what is left over, and what it costs; pure. */
export function reviewPlan({ edits }: Plan, facts: ReviewFacts): PlanReview {
  const byId = new Map(edits.map((edit) => [edit.id, edit]));
  const willChange = (id: string): boolean => {
    const kind = byId.get(id)?.action.kind;
    return (
      kind !== undefined && kind !== 'unchanged' && kind !== 'adopt' && kind !== 'aside' && kind !== 'skip'
    );
  };
  const blocked = findBlocked(edits);
  const inOrder = edits.toSorted(({ at: a }, { at: b }) => compareInFile(a, b));
  const reviewed = new Map(
    edits.map((edit) => [edit.id, reviewEdit(edit, blocked.get(edit.id), facts, willChange)]),
  );
  const forKeep = findForKeep(edits, reviewed);
  const sent = edits.filter(({ id }) => !blocked.has(id));
  const { pixels, ...renditions } = countRenditions(edits, facts.recorded);
  const growth = facts.recorded && estimateGrowth(edits, facts.recorded.lock, { pixels });
  const costs = { prices: facts.prices, earlier: listPriced(facts.recorded, facts.live?.recorded) };
  return {
    edits: inOrder.flatMap(({ id }) => {
      const edit = reviewed.get(id);
      if (edit === undefined) return [];
      return [forKeep.has(id) ? { ...edit, isForKeep: true as const } : edit];
    }),
    orphaned: findOrphaned(edits, facts),
    estimate: estimateCost(sent, costs),
    ...(renditions.files > 0 && { renditions }),
    ...(growth !== undefined && isWorthSaying(growth) && { growth }),
    ...(forKeep.size > 0 && {
      keepEstimate: estimateCost(
        sent.filter(({ id }) => forKeep.has(id)),
        costs,
      ),
    }),
  };
}

/** Edits that are sent because another take is kept, of an edit that they use, directly or not; `edits` in the order of a plan. */
function findForKeep(
  edits: readonly PlannedEdit[],
  reviewed: ReadonlyMap<string, ReviewedEdit>,
): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { id, action } of edits) {
    const changes = reviewed.get(id)?.changes ?? [];
    const isFor = changes.some(
      (change) => change.kind === 'kept-take' || (change.kind === 'input' && found.has(change.edit)),
    );
    if (isFor && action.kind === 'submit') found.add(id);
  }
  return found;
}

function reviewEdit(
  edit: PlannedEdit,
  blockedBy: string | undefined,
  facts: ReviewFacts,
  willChange: (id: string) => boolean,
): ReviewedEdit {
  const { id, description, at, prompt, output, model, size, options, images, fingerprint, action } = edit;
  const found = findRecorded(id, facts);
  const current = found && findPicture(found);
  return {
    id,
    ...(description !== undefined && { description }),
    at,
    prompt,
    output,
    model,
    ...(size !== undefined && { size: size.wire }),
    ...(Object.keys(options).length > 0 && { options: describeOptions(options) }),
    references: images.map(nameImage),
    fingerprint,
    action: blockedBy === undefined ? action.kind : 'hold',
    status: judgeStatus(edit, blockedBy, facts),
    changes: listChanges(edit, found, facts, willChange),
    ...(current !== undefined && { current }),
  };
}

/** The first picture of an entry on a branch, if a page can show it. */
function findPicture({ entry, paths, folder }: RecordedEdit): PinnedFile | undefined {
  const [first] = entry.files;
  if (folder === undefined || first === undefined || shownAs(first.type) !== 'picture') return undefined;
  // Where a take was that is set aside, another one may be by now.
  const isHere = entry.stored === undefined;
  const commit = isHere ? folder.commit : entry.heldBy;
  if (commit === undefined || (isHere && !paths.has(first.path))) return undefined;
  const { directory } = folder;
  return { path: directory === '' ? first.path : `${directory}/${first.path}`, commit };
}

/** A model's own keys for people: texts as they are, other values as JSON. */
export function describeOptions(options: PlannedEdit['options']): Readonly<Record<string, string>> {
  return mapValues(options, (value) => (typeof value === 'string' ? value : JSON.stringify(value)));
}
