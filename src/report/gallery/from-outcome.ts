import type { EditOutcome } from '../../plan/outcome.ts';
import type { InspectedImage } from '../../references/types.ts';
import type { FileAddress } from '../branch-files.ts';
import type { Thumbnail } from '../find-thumbnails.ts';
import type { ReferencePath } from '../reference-path.ts';
import { listFacts, renderGlance } from './render-facts.ts';
import { describeNextStep } from './next-step.ts';
import type { GalleryEdit } from './types.ts';

/** What is known besides the edit itself. */
export interface OutcomeFacts {
  readonly referencePath: ReferencePath;
  readonly thumbnail: Thumbnail | undefined;
  /** URLs of the edit's files on the branch; undefined if the branch does not have them. */
  readonly onBranch: FileAddress | undefined;
  /** What was in the place of its files before: relative paths or URLs, in their order. */
  readonly before: readonly (string | undefined)[];
  /** Whether the next run finds what this one noted. */
  readonly keepsRecord: boolean;
}

/** An edit's end as a card. */
export function toGalleryEdit(
  outcome: EditOutcome,
  { referencePath, thumbnail, onBranch, before, keepsRecord }: OutcomeFacts,
): GalleryEdit {
  const { edit, state, error, warnings, files, unchangedFiles, costUsd, timings } = outcome;
  return {
    id: edit.id,
    key: edit.key,
    ...(edit.take !== undefined && { take: edit.take }),
    // Models are compared like the values of a matrix, of which the model often is one.
    matrix: Object.fromEntries([
      ['model', edit.model],
      ...Object.entries(edit.matrix).map(([name, value]) => [name, String(value)] as const),
    ]),
    description: edit.description,
    prompt: edit.prompt,
    state,
    reason: error?.message ?? (edit.action.kind === 'skip' ? edit.action.reason : undefined),
    next: describeNextStep(outcome, keepsRecord),
    warnings,
    files: files.map((file, index) => ({ ...file, thumbnail: thumbnail?.(file), before: before[index] })),
    ...(files.length === 0 &&
      unchangedFiles.length > 0 && {
        linked: {
          where: onBranch === undefined ? 'Made by an earlier run' : 'On the branch',
          files: unchangedFiles.map((file) => ({ name: file.path, address: onBranch?.(file) })),
        },
      }),
    references: edit.images.map((image) => ({ name: nameOf(image), address: referencePath(image) })),
    glance: renderGlance(outcome),
    facts: listFacts(outcome),
    costUsd,
    totalMs: timings.totalMs,
  };
}

/** The name of a reference for people: its path, its address, or the edit that it comes from. */
function nameOf(image: InspectedImage): string {
  switch (image.kind) {
    case 'file':
      return image.path;
    case 'url':
      return image.url;
    case 'edit':
      return `output of ${image.id}`;
  }
}
