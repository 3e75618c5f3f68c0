import { createBranchAddress } from './branch-files.ts';
import { toGalleryEdit } from './gallery/from-outcome.ts';
import { renderHeader } from './gallery/render-header.ts';
import { renderPage } from './gallery/render-page.ts';
import { inSpecOrder } from './spec-order.ts';
import type { Thumbnail } from './find-thumbnails.ts';
import type { ReferencePath } from './reference-path.ts';
import type { BranchedRun, EndedRun } from './types.ts';

export interface GalleryOptions {
  /** Heading of the page, e.g. the repository's name. */
  readonly title: string;
  readonly referencePath: ReferencePath;
  /** Smaller pictures for the page; the large view shows the files themselves. */
  readonly thumbnail?: Thumbnail;
  /** What was in the place of an edit's files before, by the edit's id: relative paths or https URLs, in their order. */
  readonly before?: ReadonlyMap<string, readonly (string | undefined)[]>;
}

/**
 * The gallery as one HTML page that needs only the pictures beside it: outputs at their `files[].path`, references
 * where `referencePath` says. Pictures that are only on the assets branch are links. The page works from a disk and
 * without a network (except for hosted references); without scripts it is a plain list of pictures.
 */
export function renderGallery(run: EndedRun | BranchedRun, options: GalleryOptions): string {
  const { title, referencePath, thumbnail, before } = options;
  const branchAddress = 'branch' in run ? createBranchAddress(run) : () => undefined;
  const edits = inSpecOrder(run.edits).map((outcome) =>
    toGalleryEdit(outcome, {
      referencePath,
      thumbnail,
      onBranch: branchAddress(outcome),
      before: before?.get(outcome.edit.id) ?? [],
      keepsRecord: run.keepsRecord,
    }),
  );
  return renderPage({ title, header: renderHeader(run, title), edits });
}
