import type { LockFile } from '../../lock/types.ts';
import { escapeMarkdown, markdownCode } from '../../shared/escape-markdown.ts';
import { formatBytes, plural } from '../../shared/format.ts';
import { linkTarget } from '../link-target.ts';
import { renderGrid } from '../picture-grid.ts';

import { renderEntry } from './render-entry.ts';
import { splitPages } from './split-pages.ts';

export interface BranchPageOptions {
  /** The pages' heading, e.g. the repository's name. */
  readonly title: string;
  /** Branch directory, no slash at either end; empty: the root. */
  readonly directory: string;
  /** Address of the spec. */
  readonly specUrl?: string;
  readonly maxEditsPerPage?: number;
}

/** Each picture is loaded whole by who looks at the page: as many as a phone's line can bear. */
const EDITS_PER_PAGE = 60;

/** GitHub shows no more of a file than 512 KB; the rest is room for heading and links. */
const MAX_BYTES = 400_000;

/** Two leave pictures large enough to look at, and room for a prompt on a phone. */
const COLUMNS = 2;

/**
 * The pictures of the assets branch as GitHub Markdown, by file name relative to the branch directory: `README.md`,
 * which GitHub shows below the folder's list of files, and `gallery-2.md`, `gallery-3.md`, ... where there are many.
 * The same lock file gives the same bytes.
 */
export function renderBranchPages(lock: LockFile, options: BranchPageOptions): ReadonlyMap<string, string> {
  const entries = [...lock.edits].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const cells = entries.map(([id, entry]) => renderEntry(id, entry));
  const room = { maxParts: options.maxEditsPerPage ?? EDITS_PER_PAGE, maxBytes: MAX_BYTES };
  const pages = splitPages(cells, room);
  const names = (pages.length === 0 ? [[]] : pages).map((_, index) => pageName(index));
  const totals = renderTotals(lock, options);
  return new Map(
    names.map((name, index) => {
      const links = renderLinks(names, index);
      return [name, renderPage(pages[index] ?? [], { title: options.title, totals, links })];
    }),
  );
}

function pageName(index: number): string {
  return index === 0 ? 'README.md' : `gallery-${index + 1}.md`;
}

interface PageFrame {
  readonly title: string;
  readonly totals: string;
  readonly links: string;
}

function renderPage(cells: readonly string[], { title, totals, links }: PageFrame): string {
  return [
    '<!-- Made by dreamina-edit-action at each commit: what is changed here by hand is overwritten. -->',
    '',
    `# ${escapeMarkdown(title)}`,
    '',
    totals,
    '',
    ...(links === '' ? [] : [links, '']),
    ...(cells.length === 0 ? ['There are no pictures yet.', ''] : [renderGrid(cells, COLUMNS)]),
    ...(links === '' ? [] : [links, '']),
  ].join('\n');
}

function renderTotals({ edits }: LockFile, { directory, specUrl }: BranchPageOptions): string {
  const files = [...edits.values()].flatMap((entry) => entry.files);
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const totals = `${plural(edits.size, 'edit')}, ${plural(files.length, 'file')}, ${formatBytes(bytes)}`;
  const place = directory === '' ? '' : ` in ${markdownCode(directory)}`;
  const source = specUrl === undefined ? '' : `, made from [the spec](${linkTarget(specUrl)})`;
  return `${totals}${place}${source}. This page is written anew at each commit; what is changed in it by hand is overwritten.`;
}

function renderLinks(names: readonly string[], here: number): string {
  if (names.length < 2) return '';
  const links = names.map((name, index) => (index === here ? `**${index + 1}**` : `[${index + 1}](${name})`));
  return `Page ${links.join(' · ')}`;
}
