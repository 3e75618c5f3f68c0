import type { Dimensions } from '../media/types.ts';
import { isInRange } from '../models/image-limits.ts';
import type { Range } from '../models/types.ts';
import { describeSides, findPictureRules, type PictureRules } from '../references/image-rules.ts';
import type { InspectedEdit } from '../references/types.ts';
import type { Problem } from '../shared/problem.ts';
import { hasPictures } from './outputs.ts';
import type { PlannedEdit } from './types.ts';

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
  return findFaults(made, (id, user, option) => {
    const needed = byId.get(id);
    return needed === undefined ? undefined : faultOf(needed, findPictureRules(user, option));
  });
}

/**
 * The same as far as the spec by itself says it. What a frozen edit has is not known, so nothing is said about edits that
 * use it.
 */
export function checkNeededSizes(edits: readonly InspectedEdit[]): readonly Problem[] {
  const byId = new Map(edits.map((edit) => [edit.id, edit]));
  const made = edits.filter(({ frozen }) => !frozen);
  return findFaults(made, (id, user, option) => {
    const needed = byId.get(id);
    if (needed?.size === undefined || needed.frozen) return undefined;
    return judgeSize(needed, needed.size, findPictureRules(user, option));
  });
}

/** One problem for each image that uses an edit with a fault. */
function findFaults(
  edits: readonly Pick<InspectedEdit, 'images' | 'model' | 'published'>[],
  findFault: (
    id: string,
    user: Pick<InspectedEdit, 'model' | 'published'>,
    option?: string,
  ) => string | undefined,
): readonly Problem[] {
  const problems = new Map<string, Problem>();
  const uses = edits.flatMap((user) => user.images.map((image) => ({ user, image })));
  for (const { user, image } of uses) {
    const fault = image.kind === 'edit' ? findFault(image.id, user, image.option) : undefined;
    if (fault === undefined) continue;
    const { file, line, column } = image.at;
    // With a matrix, one position in the spec makes many edits but is one mistake.
    problems.set(`${file}:${line}:${column}`, { severity: 'error', message: fault, at: image.at });
  }
  return [...problems.values()];
}

function faultOf(edit: PlannedEdit, rules: PictureRules): string | undefined {
  const { id, size, frozen, action } = edit;
  if (action.kind === 'skip' && !frozen)
    return `\`${id}\` has no output that could be used here: ${action.reason}.`;
  if (action.kind === 'skip')
    return `\`${id}\` is frozen and has no output that could be used here. Remove \`frozen\` for one run to have it made.`;
  // The existing picture counts: a frozen edit may ask for another size by now.
  const file = hasPictures(action) ? action.entry.files[0] : undefined;
  const type = rules.types.find((each) => each === file?.type);
  if (file !== undefined && type === undefined && file.type === 'image/webp')
    return `The output of \`${id}\` is a WebP picture, and the model that uses it here takes only JPEG and PNG.`;
  const { width = size?.width, height = size?.height } = file ?? {};
  return width === undefined || height === undefined ? undefined : judgeSize(edit, { width, height }, rules);
}

function judgeSize(
  { id, frozen }: Pick<InspectedEdit, 'id' | 'frozen'>,
  { width, height }: Dimensions,
  { limits }: PictureRules,
): string | undefined {
  if (isInRange(width, only(limits.width)) && isInRange(height, only(limits.height))) return undefined;
  const most = describeSides(limits, 'most');
  return (
    `The output of \`${id}\` is ${width} x ${height} pixels, but a reference may have at most ${most}. ` +
    `Give \`${id}\` a smaller size${frozen ? ', and remove `frozen` for one run to have it made' : ''}.`
  );
}

/** The upper bound of a range. */
function only({ most }: Range): Range {
  return most === undefined ? {} : { most };
}
