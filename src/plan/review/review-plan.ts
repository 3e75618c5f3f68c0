import { findConsented, isUnusable } from '../../ledger/life/judge-entry.ts';
import { describeUnknown } from '../../ledger/life/describe-entry.ts';
import type { LockEntry } from '../../lock/types.ts';
import { shownAs } from '../../media/formats.ts';
import type { Plan, PlannedEdit } from '../types.ts';
import { compareEdit } from './compare-edit.ts';
import { nameImage } from './name-reference.ts';
import { estimateCost } from './estimate-cost.ts';
import { findOrphaned } from './find-orphaned.ts';
import { judgeStatus } from './judge-status.ts';
import type { EditChange, PinnedFile, PlanReview, ReviewedEdit, ReviewFacts } from './types.ts';

/** What a plan means for a reader: for each edit what happens and why, what is left over, and what it costs; pure. */
export function reviewPlan({ edits }: Plan, facts: ReviewFacts): PlanReview {
  const byId = new Map(edits.map((edit) => [edit.id, edit]));
  const willChange = (id: string): boolean => {
    const kind = byId.get(id)?.action.kind;
    return kind !== undefined && kind !== 'unchanged' && kind !== 'skip';
  };
  const inOrder = edits.toSorted(({ at: a }, { at: b }) => a.line - b.line || a.column - b.column);
  const earlier = [...(facts.recorded?.lock.edits.values() ?? [])];
  return {
    edits: inOrder.map((edit) => reviewEdit(edit, facts, willChange)),
    orphaned: findOrphaned(edits, facts),
    estimate: estimateCost(edits, {
      price: facts.prices?.get(facts.model),
      earlier: earlier.filter(({ model }) => model === facts.model),
    }),
  };
}

function reviewEdit(
  edit: PlannedEdit,
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
    action: action.kind,
    status: judgeStatus(edit, facts),
    changes: own === undefined ? againOf(edit, facts.nowMs) : listChanges(edit, own, facts, willChange),
    ...(current !== undefined && { current }),
  };
}

/** Why an edit is made again, and how the spec differs from what is recorded of it. */
function listChanges(
  edit: PlannedEdit,
  own: LockEntry,
  facts: ReviewFacts,
  willChange: (id: string) => boolean,
): readonly EditChange[] {
  const { id, fingerprint, action } = edit;
  const isMade = action.kind !== 'unchanged' && action.kind !== 'skip';
  const missing = own.files
    .map(({ path }) => path)
    .filter((path) => facts.recorded?.paths.has(path) !== true);
  const differences =
    own.fingerprint === fingerprint ? [] : compareEdit(edit, own, { ...facts, changes: willChange });
  // A fingerprint can differ although its input does not: an entry that was edited by hand, or of an older form.
  const isUnexplained = own.fingerprint !== fingerprint && differences.length === 0;
  return [
    ...(isMade && facts.forced.has(id) && !edit.frozen ? [{ kind: 'forced' } as const] : []),
    ...(isMade && missing.length > 0 ? [{ kind: 'missing-files', paths: missing } as const] : []),
    ...againOf(edit, facts.nowMs),
    ...differences,
    ...(isUnexplained
      ? [
          {
            kind: 'setting',
            name: 'fingerprint',
            before: own.fingerprint.slice(0, 12),
            after: fingerprint.slice(0, 12),
          } as const,
        ]
      : []),
  ];
}

/** An attempt that was, or may have been, paid for, and that is repeated with consent. */
function againOf({ action }: PlannedEdit, nowMs: number): readonly EditChange[] {
  if (action.kind !== 'submit') return [];
  const entry = findConsented(action.over) ?? action.over.findLast(isUnusable);
  return entry === undefined ? [] : [{ kind: 'again', what: describeUnknown(entry, nowMs) }];
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
