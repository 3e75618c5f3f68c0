import type { InspectedImage, ReferenceForms } from '../references/types.ts';
import { formatAge } from '../shared/format-age.ts';
import { plural } from '../shared/format.ts';
import { describeUnclear, isUnclear } from '../ledger/life/describe-unclear.ts';
import { isStill } from './is-still.ts';
import type { Plan, PlannedAction, PlannedEdit } from './types.ts';

/** Unchanged edits are named as long as their line stays readable. */
const MAX_NAMED = 20;

/**
 * What a run is about to do, for the log: a line in all, then a line for each edit that is not simply unchanged.
 * `nowMs` is what ages are counted from.
 */
export function describePlan({ edits }: Plan, forms: ReferenceForms, nowMs: number): readonly string[] {
  const count = (kind: PlannedAction['kind'], what: string): readonly string[] => {
    const amount = edits.filter(({ action }) => action.kind === kind).length;
    return amount > 0 || kind === 'submit' ? [`${amount} ${what}`] : [];
  };
  const parts = [
    ...count('submit', 'to make'),
    ...count('collect', 'already paid for, to collect'),
    ...count('other-run', 'at another run'),
    ...count('hold', 'held'),
    ...count('share', 'the same as another'),
    ...count('unchanged', 'unchanged'),
    ...count('skip', 'left out'),
  ];
  const still = edits.filter(isUnremarkable);
  const names = still.slice(0, MAX_NAMED).map(({ id }) => id);
  const more = still.length - names.length;
  return [
    `${plural(edits.length, 'edit')}: ${parts.join(', ')}`,
    ...edits.filter((edit) => !isUnremarkable(edit)).map((edit) => describeEdit(edit, forms, nowMs)),
    ...(names.length > 0 ? [`unchanged: ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`] : []),
  ];
}

/** Whether the edit is as it was, and as the spec asks for it. */
function isUnremarkable(edit: PlannedEdit): boolean {
  return isStill(edit) && !isOutdated(edit);
}

/** Whether it is frozen and the spec meanwhile asks for other pictures. */
function isOutdated({ action, fingerprint }: PlannedEdit): boolean {
  return action.kind === 'unchanged' && action.entry.fingerprint !== fingerprint;
}

function describeEdit(edit: PlannedEdit, forms: ReferenceForms, nowMs: number): string {
  const { id, action } = edit;
  switch (action.kind) {
    case 'skip':
      return `${id}  left out: ${action.reason}`;
    case 'share':
      return `${id}  to ${edit.output}, the same as ${action.with}: made and paid for once`;
    case 'unchanged': {
      if (isOutdated(edit)) return `${id}  unchanged though the spec is not: it is frozen`;
      const from = action.entry.files.map(({ path }) => path).join(', ');
      return `${id}  unchanged, from ${from} to ${action.files.map(({ path }) => path).join(', ')}`;
    }
    case 'submit': {
      const { width, height } = edit.size;
      const images = edit.images.map((image) => describeImage(image, forms));
      const again =
        action.replaces === undefined || !isUnclear(action.replaces)
          ? ''
          : `, sent again on purpose: ${describeUnclear(action.replaces, nowMs)}`;
      return `${id}  ${width}x${height} to ${edit.output}, from ${images.join(', ')}${again}`;
    }
    case 'collect': {
      const { requestId, submittedAtMs } = action.entry;
      return `${id}  already paid for (request ${requestId}, sent ${formatAge(nowMs - submittedAtMs)} ago): collected to ${edit.output}`;
    }
    case 'other-run':
      return `${id}  another run is at it: ${action.entry.claimant.url}`;
    case 'hold':
      return `${id}  held, not sent again: ${describeUnclear(action.entry, nowMs)}`;
  }
}

function describeImage(image: InspectedImage, forms: ReferenceForms): string {
  switch (image.kind) {
    case 'file':
      return `${image.path}${forms.get(image.path)?.kind === 'url' ? ' (by URL)' : ''}`;
    case 'url':
      // Its query may be a signature that opens the picture to everyone.
      return image.url.replace(/[?#].*$/, '');
    case 'edit':
      return `the output of ${image.id}`;
  }
}
