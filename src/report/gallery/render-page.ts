import { createHash } from 'node:crypto';

import { escapeHtml } from '../../shared/escape-html.ts';
import { PAGE_SCRIPT } from './page-script.ts';
import { PAGE_STYLE } from './page-style.ts';
import { renderCard } from './render-card.ts';
import { renderToolbar } from './render-toolbar.ts';
import type { GalleryEdit } from './types.ts';
import { VIEWER } from './viewer.ts';

/** With one or two edits, each gets more room than a column. */
const GRIDS = ['', ' single', ' few'] as const;

/** What a gallery shows. */
export interface GalleryPage {
  readonly title: string;
  /** The page's header, as HTML. */
  readonly header: string;
  readonly edits: readonly GalleryEdit[];
}

/**
 * A gallery as one HTML page. Its content security policy allows no other script or style, so that text from outside stays text
 * even if escaping fails.
 */
export function renderPage({ title, header, edits }: GalleryPage): string {
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
${header}
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
