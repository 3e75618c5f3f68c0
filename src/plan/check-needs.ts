import type { Problem } from '../shared/problem.ts';
import type { PlannedEdit } from './types.ts';

/** The longest side of a reference image that the model accepts, in pixels. Some of its own outputs are longer. */
const MAX_REFERENCE_PIXELS = 4096;

/**
 * Finds edits that cannot be made because an edit that they use is too large for a reference, or is skipped. This is an
 * error before anything is paid for, at the image's position in the spec.
 */
export function checkNeeds(edits: readonly PlannedEdit[]): readonly Problem[] {
  const byId = new Map(edits.map((edit) => [edit.id, edit]));
  const problems = new Map<string, Problem>();
  for (const edit of edits) {
    const { action } = edit;
    // An edit that shares pictures needs what the other one does, unless that one is already paid for.
    const made = action.kind === 'share' ? byId.get(action.with) : edit;
    if (made?.action.kind !== 'submit') continue;
    for (const image of edit.images) {
      const needed = image.kind === 'edit' ? byId.get(image.id) : undefined;
      const fault = needed === undefined ? undefined : faultOf(needed);
      if (fault === undefined) continue;
      const { file, line, column } = image.at;
      // With a matrix, one position in the spec makes many edits but is one mistake.
      problems.set(`${file}:${line}:${column}`, { severity: 'error', message: fault, at: image.at });
    }
  }
  return [...problems.values()];
}

function faultOf({ id, size, frozen, action }: PlannedEdit): string | undefined {
  if (action.kind === 'skip' && !frozen)
    return `\`${id}\` has no output that could be used here: ${action.reason}.`;
  if (action.kind === 'skip')
    return `\`${id}\` is frozen and has no output that could be used here. Remove \`frozen\` for one run to have it made.`;
  // The existing picture counts: a frozen edit may ask for another size by now.
  const { width, height } = { ...size, ...(action.kind === 'unchanged' && action.entry.files[0]) };
  if (width <= MAX_REFERENCE_PIXELS && height <= MAX_REFERENCE_PIXELS) return undefined;
  return (
    `The output of \`${id}\` is ${width} x ${height} pixels, but a reference may have at most ${MAX_REFERENCE_PIXELS} x ${MAX_REFERENCE_PIXELS}. ` +
    `Give \`${id}\` a smaller size${frozen ? ', and remove `frozen` for one run to have it made' : ''}.`
  );
}
