import { shortCommit } from '../shared/commit-name.ts';
import type { InspectedImage, ReferenceForms } from '../references/types.ts';
import { formatAge } from '../shared/format-age.ts';
import { plural } from '../shared/format.ts';
import { shorten } from '../shared/plain-text.ts';
import { compareInFile } from '../shared/problem.ts';
import { listSome } from '../shared/list-some.ts';
import { describeUnknown } from '../ledger/life/describe-entry.ts';
import { findRepeated } from '../ledger/life/judge-entry.ts';
import { isSetAside, isUntouched } from './outputs.ts';
import { describeRenditions } from './review/count-renditions.ts';
import { describeChange } from './review/describe-change.ts';
import { describeEstimatedCost, describeSum } from './review/describe-estimate.ts';
import { describeGrowth } from './review/estimate-growth.ts';
import type { PlanReview, ReviewedEdit } from './review/types.ts';
import type { Plan, PlannedAction, PlannedEdit } from './types.ts';

/** Number of unchanged edits that are named, so that the line stays readable. */
const MAX_NAMED = 20;

/** As much of a description as fits a line of the log. */
const MAX_ABOUT = 80;

/**
 * The plan of a run for the log, in the order of the spec: one line of totals, then a line for each edit that is not
 * simply unchanged. With a review, lines beneath an edit say what changed, and the last ones what is left over and what
 * the submits cost. Ages are relative to `nowMs`.
 */
export function describePlan(
  { edits }: Plan,
  forms: ReferenceForms,
  nowMs: number,
  review?: PlanReview,
): readonly string[] {
  const inOrder = edits.toSorted(({ at: a }, { at: b }) => compareInFile(a, b));
  const reviewed = new Map(review?.edits.map((edit) => [edit.id, edit]));
  const moved = edits.filter(isMoved).length;
  const setAside = edits.filter(isSetAside).length;
  const asides = edits.filter(({ action }) => action.kind === 'aside').length - setAside;
  const count = (kind: PlannedAction['kind'], what: string): readonly string[] => {
    const all = edits.filter(({ action }) => action.kind === kind).length;
    const amount = kind === 'unchanged' ? all - moved + asides : all;
    return amount > 0 || kind === 'submit' ? [`${amount} ${what}`] : [];
  };
  const parts = [
    ...count('submit', 'to make'),
    ...count('collect', 'already paid for, to collect'),
    ...count('other-run', 'in progress in another run'),
    ...count('hold', 'on hold'),
    ...count('share', 'same as another edit'),
    ...count('adopt', 'to adopt'),
    ...(moved > 0 ? [`${moved} to move`] : []),
    ...(setAside > 0 ? [`${setAside} to set aside`] : []),
    ...count('unchanged', 'unchanged'),
    ...count('skip', 'left out'),
  ];
  const isForKeep = ({ id }: PlannedEdit): boolean => reviewed.get(id)?.isForKeep === true;
  const remarkable = inOrder.filter((edit) => !isUnremarkable(edit));
  const first = remarkable.filter(isForKeep);
  const unremarkable = inOrder.filter(isUnremarkable).map(({ id }) => id);
  return [
    `${plural(edits.length, 'edit')}: ${parts.join(', ')}`,
    ...describeKeep(first.length, review),
    ...[...first, ...remarkable.filter((edit) => !isForKeep(edit))].flatMap((edit) => [
      `${describeEdit(edit, forms, nowMs)}${describeAbout(edit)}`,
      ...describeChanges(reviewed.get(edit.id)),
    ]),
    ...(unremarkable.length > 0 ? [`unchanged: ${listSome(unremarkable, MAX_NAMED)}`] : []),
    ...(review === undefined ? [] : describeRest(review)),
  ];
}

/** Changing `keep` is free; what is made from the kept take is not. */
function describeKeep(count: number, review: PlanReview | undefined): readonly string[] {
  const estimate = review?.keepEstimate;
  if (count === 0 || estimate === undefined) return [];
  return [
    `because another take is kept, ${plural(count, 'edit')} ${count === 1 ? 'is' : 'are'} made again: ${describeSum(estimate)}`,
  ];
}

/** Why it is made again, and how the spec differs from what is recorded; the edit's own line says what is sent again. */
function describeChanges(reviewed: ReviewedEdit | undefined): readonly string[] {
  if (reviewed === undefined) return [];
  const { status, changes } = reviewed;
  return [
    ...(status.kind === 'blocked' ? [`not sent: it needs \`${status.by}\`, which is on hold`] : []),
    ...changes.filter(({ kind }) => kind !== 'again').map(describeChange),
  ].map((line) => `    ${line}`);
}

function describeRest({ orphaned, estimate, renditions, growth }: PlanReview): readonly string[] {
  const ids = orphaned.map(({ id }) => id);
  const fate = orphaned.some(({ isRemoved }) => isRemoved) ? 'removed' : 'left on the branch';
  return [
    ...(ids.length > 0 ? [`no longer in the spec, ${fate}: ${listSome(ids, MAX_NAMED)}`] : []),
    ...(estimate.kind === 'none' ? [] : [`cost: ${describeEstimatedCost(estimate)}`]),
    ...(renditions === undefined ? [] : [`renditions: ${describeRenditions(renditions)}`]),
    ...(growth === undefined ? [] : [`branch: ${describeGrowth(growth)}`]),
  ];
}

/** The edit's description, behind what happens to it. */
function describeAbout({ description }: PlannedEdit): string {
  return description === undefined ? '' : ` (${shorten(description, MAX_ABOUT)})`;
}

/** Whether the edit is unchanged and is what the spec asks for. */
function isUnremarkable(edit: PlannedEdit): boolean {
  return edit.action.kind === 'aside' ? !isSetAside(edit) : isUntouched(edit) && !isOutdated(edit);
}

/** Whether the edit is frozen, or of a newer commit, and the spec asks for other pictures. */
function isOutdated({ action, fingerprint }: PlannedEdit): boolean {
  return action.kind === 'unchanged' && action.entry.fingerprint !== fingerprint;
}

/** Whether its pictures are there, and only get another path. */
function isMoved(edit: PlannedEdit): boolean {
  return edit.action.kind === 'unchanged' && !isUntouched(edit) && !isOutdated(edit);
}

function describeEdit(edit: PlannedEdit, forms: ReferenceForms, nowMs: number): string {
  const { id, action } = edit;
  switch (action.kind) {
    case 'skip':
      return `${id}  left out: ${action.reason}`;
    case 'share':
      return `${id}  to ${edit.output}, same as ${action.with}: made and paid for once (for several candidates, use takes)`;
    case 'unchanged': {
      if (isOutdated(edit))
        return edit.frozen
          ? `${id}  frozen: unchanged although the spec has changed`
          : `${id}  unchanged: the branch was made from the newer commit ${action.entry.specCommit ?? ''}`;
      const from = action.entry.files.map(({ path }) => path).join(', ');
      return `${id}  moved, from ${from} to ${action.files.map(({ path }) => path).join(', ')}`;
    }
    case 'adopt': {
      const { from, entry, files, on } = action;
      const to = files.map(({ path }) => path).join(', ');
      return `${id}  adopted from ${from} of branch ${on.branch} (commit ${shortCommit(on.commit)}), already paid for (request ${entry.requestId}): to ${to}`;
    }
    case 'aside':
      return `${id}  set aside, already paid for (request ${action.entry.requestId}): not the kept take, its pictures stay in the history of the branch`;
    case 'submit': {
      const { size, model } = edit;
      const what = size === undefined ? `by ${model}` : `${size.width}x${size.height}`;
      const images = edit.images.map((image) => describeImage(image, forms));
      const over = findRepeated(action.over);
      const again =
        over === undefined ? '' : `, submitted again as requested: ${describeUnknown(over, nowMs)}`;
      return `${id}  ${what} to ${edit.output}, from ${images.join(', ')}${again}`;
    }
    case 'collect': {
      const { requestId, submittedAtMs } = action.entry;
      return `${id}  already paid for (request ${requestId}, submitted ${formatAge(nowMs - submittedAtMs)} ago): collecting to ${edit.output}`;
    }
    case 'other-run':
      return `${id}  another run is working on it: ${action.entry.step.url}`;
    case 'hold':
      return `${id}  on hold, not submitted again: ${describeUnknown(action.entry, nowMs)}`;
  }
}

function describeImage(image: InspectedImage, forms: ReferenceForms): string {
  switch (image.kind) {
    case 'file':
      return `${image.path}${forms.get(image.path)?.kind === 'url' ? ' (by URL)' : ''}`;
    case 'url':
      // The query may be a signature that gives everyone access to the picture.
      return image.url.replace(/[?#].*$/, '');
    case 'edit':
      return `the output of ${image.id}`;
  }
}
