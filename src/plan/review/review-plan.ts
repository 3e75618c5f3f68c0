import { shownAs } from '../../media/formats.ts';
import { mapValues } from '../../shared/map-values.ts';
import { compareInFile } from '../../shared/problem.ts';
import type { Plan, PlannedEdit } from '../types.ts';
import { nameImage } from './name-reference.ts';
import { estimateCost } from './estimate-cost.ts';
import { findBlocked } from './find-blocked.ts';
import { findOrphaned } from './find-orphaned.ts';
import { findRecorded, type RecordedEdit } from './find-recorded.ts';
import { judgeStatus } from './judge-status.ts';
import { listChanges } from './list-changes.ts';
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
  const earlier = [facts.recorded, facts.live?.recorded].flatMap((all) => [
    ...(all?.lock.edits.values() ?? []),
  ]);
  return {
    edits: inOrder.map((edit) => reviewEdit(edit, blocked.get(edit.id), facts, willChange)),
    orphaned: findOrphaned(edits, facts),
    estimate: estimateCost(
      edits.filter(({ id }) => !blocked.has(id)),
      {
        prices: facts.prices,
        earlier,
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
  if (!paths.has(first.path)) return undefined;
  const { commit, directory } = folder;
  return { path: directory === '' ? first.path : `${directory}/${first.path}`, commit };
}

/** A model's own keys for people: texts as they are, other values as JSON. */
export function describeOptions(options: PlannedEdit['options']): Readonly<Record<string, string>> {
  return mapValues(options, (value) => (typeof value === 'string' ? value : JSON.stringify(value)));
}
