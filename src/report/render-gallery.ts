import { createHash } from 'node:crypto';

import { escapeHtml } from '../shared/escape-html.ts';
import { createBranchAddress } from './branch-files.ts';
import { PAGE_SCRIPT } from './gallery/page-script.ts';
import { PAGE_STYLE } from './gallery/page-style.ts';
import { renderCard } from './gallery/render-card.ts';
import { toGalleryEdit } from './gallery/from-outcome.ts';
import { renderHeader } from './gallery/render-header.ts';
import { renderToolbar } from './gallery/render-toolbar.ts';
import { VIEWER } from './gallery/viewer.ts';
import { inSpecOrder } from './spec-order.ts';
import type { Thumbnail } from './find-thumbnails.ts';
import type { ReferencePath } from './reference-path.ts';
import type { BranchedRun, EndedRun } from './types.ts';

/** With one or two edits, each gets more room than a column. */
const GRIDS = ['', ' single', ' few'] as const;

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
 * without a network (except for hosted references); without scripts it is a plain list of pictures. Its content
 * security policy allows no other script or style, so that text from outside stays text even if escaping fails.
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
  const policy = [
    "default-src 'none'",
    // A page opened from a disk has an opaque origin; 'self' is for a page on a server.
    "img-src 'self' file: https:",
    "media-src 'self' file:",
    `style-src ${hashForPolicy(PAGE_STYLE)}`,
    `script-src ${hashForPolicy(PAGE_SCRIPT)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
${renderHeader(run, title)}
${renderToolbar(edits)}
<main class="grid${GRIDS[edits.length] ?? ''}">
${edits.map(renderCard).join('\n')}
</main>
<p class="none" hidden>No edit matches. <button type="button">Show all</button></p>
${VIEWER}
<script>${PAGE_SCRIPT}</script>
</body>
</html>
`;
}

/** The source expression with which a content security policy allows exactly this inline script or style. */
function hashForPolicy(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
