import type { Problem } from '../shared/problem.ts';
import type { PlannedEdit } from './types.ts';

/** The longest side of a reference image that the model takes, in pixels; some of its own outputs are longer. */
const MAX_REFERENCE_PIXELS = 4096;

/**
 * Finds edits that could never be made, since what they need cannot serve them: an output that is larger than a
 * reference may be, or an edit that is left out. Told before anything is paid for, at the image's place in the spec.
 */
export function checkNeeds(edits: readonly PlannedEdit[]): readonly Problem[] {
  const byId = new Map(edits.map((edit) => [edit.id, edit]));
  const problems = new Map<string, Problem>();
  for (const edit of edits) {
    if (edit.action.kind !== 'submit' && edit.action.kind !== 'share') continue;
    for (const image of edit.images) {
      const needed = image.kind === 'edit' ? byId.get(image.id) : undefined;
      const fault = needed === undefined ? undefined : faultOf(needed);
      if (fault === undefined) continue;
      const { file, line, column } = image.at;
      // One place in the spec makes many edits where there is a matrix, but is one mistake.
      problems.set(`${file}:${line}:${column}`, { severity: 'error', message: fault, at: image.at });
    }
  }
  return [...problems.values()];
}

function faultOf({ id, size, frozen, action }: PlannedEdit): string | undefined {
  if (action.kind === 'skip')
    return `The output of \`${id}\` is used here, but \`${id}\` is frozen, and there is no output of it. Take \`frozen\` away once to have it made.`;
  // What is there counts: the spec of a frozen edit may have asked for another size by now.
  const { width, height } = { ...size, ...(action.kind === 'unchanged' && action.entry.files[0]) };
  if (width <= MAX_REFERENCE_PIXELS && height <= MAX_REFERENCE_PIXELS) return undefined;
  return (
    `The output of \`${id}\` is ${width}x${height}, but a reference may be ${MAX_REFERENCE_PIXELS} x ${MAX_REFERENCE_PIXELS} at the most. ` +
    `Give \`${id}\` a smaller size${frozen ? ', and take `frozen` away once to have it made' : ''}.`
  );
}
