import type { Dimensions } from '../media/types.ts';
import type { InspectedEdit } from '../references/types.ts';
import type { Problem } from '../shared/problem.ts';
import { hasPictures } from './outputs.ts';
import type { PlannedEdit } from './types.ts';

/** The longest side of a reference image that the model accepts, in pixels. Some of its own outputs are longer. */
const MAX_REFERENCE_PIXELS = 4096;

/**
 * Finds edits that cannot be made because an edit that they use is too large for a reference, or is skipped. This is an
 * error before anything is paid for, at the image's position in the spec.
 */
export function checkNeeds(edits: readonly PlannedEdit[]): readonly Problem[] {
  const byId = new Map(edits.map((edit) => [edit.id, edit]));
  const made = edits.filter((edit) => {
    const { action } = edit;
    // An edit that shares pictures needs what the other one does, unless that one is already paid for.
    return (action.kind === 'share' ? byId.get(action.with) : edit)?.action.kind === 'submit';
  });
  return findFaults(made, (id) => {
    const needed = byId.get(id);
    return needed === undefined ? undefined : faultOf(needed);
  });
}

/**
 * The same as far as the spec by itself says it. What a frozen edit has is not known, so nothing is said about edits that
 * use it.
 */
export function checkNeededSizes(edits: readonly InspectedEdit[]): readonly Problem[] {
  const byId = new Map(edits.map((edit) => [edit.id, edit]));
  const made = edits.filter(({ frozen }) => !frozen);
  return findFaults(made, (id) => {
    const needed = byId.get(id);
    return needed === undefined || needed.frozen ? undefined : judgeSize(needed, needed.size);
  });
}

/** One problem for each image that uses an edit with a fault. */
function findFaults(
  edits: readonly Pick<InspectedEdit, 'images'>[],
  findFault: (id: string) => string | undefined,
): readonly Problem[] {
  const problems = new Map<string, Problem>();
  for (const image of edits.flatMap(({ images }) => images)) {
    const fault = image.kind === 'edit' ? findFault(image.id) : undefined;
    if (fault === undefined) continue;
    const { file, line, column } = image.at;
    // With a matrix, one position in the spec makes many edits but is one mistake.
    problems.set(`${file}:${line}:${column}`, { severity: 'error', message: fault, at: image.at });
  }
  return [...problems.values()];
}

function faultOf(edit: PlannedEdit): string | undefined {
  const { id, size, frozen, action } = edit;
  if (action.kind === 'skip' && !frozen)
    return `\`${id}\` has no output that could be used here: ${action.reason}.`;
  if (action.kind === 'skip')
    return `\`${id}\` is frozen and has no output that could be used here. Remove \`frozen\` for one run to have it made.`;
  // The existing picture counts: a frozen edit may ask for another size by now.
  return judgeSize(edit, { ...size, ...(hasPictures(action) && action.entry.files[0]) });
}

function judgeSize(
  { id, frozen }: Pick<InspectedEdit, 'id' | 'frozen'>,
  { width, height }: Dimensions,
): string | undefined {
  if (width <= MAX_REFERENCE_PIXELS && height <= MAX_REFERENCE_PIXELS) return undefined;
  return (
    `The output of \`${id}\` is ${width} x ${height} pixels, but a reference may have at most ${MAX_REFERENCE_PIXELS} x ${MAX_REFERENCE_PIXELS}. ` +
    `Give \`${id}\` a smaller size${frozen ? ', and remove `frozen` for one run to have it made' : ''}.`
  );
}
