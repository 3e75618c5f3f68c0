import { escapeHtml } from '../shared/escape-html.ts';
import { createBranchAddress } from './branch-files.ts';
import { hashForPolicy } from './gallery/content-policy.ts';
import { PAGE_SCRIPT } from './gallery/page-script.ts';
import { PAGE_STYLE } from './gallery/page-style.ts';
import { renderCard } from './gallery/render-card.ts';
import { renderHeader, renderToolbar } from './gallery/render-header.ts';
import { VIEWER } from './gallery/viewer.ts';
import type { ReferencePath } from './reference-path.ts';
import type { BranchedRun, EndedRun } from './types.ts';

/** One or two edits get more room than a column. */
const GRIDS = ['', ' single', ' few'] as const;

export interface GalleryOptions {
  /** The page's heading, e.g. the repository's name. */
  readonly title: string;
  readonly referencePath: ReferencePath;
}

/**
 * The gallery as one HTML page that needs nothing but the pictures beside it: outputs at their `files[].path`,
 * references where `referencePath` says. Pictures that only
 * the assets branch has are links. It works from a disk, without a network (but for hosted references), and
 * without scripts as a plain list of pictures. Its policy lets no other script or style run, so text from outside
 * stays text even if escaping failed.
 */
export function renderGallery(run: EndedRun | BranchedRun, { title, referencePath }: GalleryOptions): string {
  const branchAddress = 'branch' in run ? createBranchAddress(run) : () => undefined;
  const policy = [
    "default-src 'none'",
    // A page opened from a disk has an opaque origin: 'self' is for one that is served.
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
${renderToolbar(run)}
<main class="grid${GRIDS[run.edits.length] ?? ''}">
${run.edits.map((outcome) => renderCard(outcome, { model: run.model, referencePath, onBranch: branchAddress(outcome) })).join('\n')}
</main>
<p class="none" hidden>No edit matches. <button type="button">Show all</button></p>
${VIEWER}
<script>${PAGE_SCRIPT}</script>
</body>
</html>
`;
}
