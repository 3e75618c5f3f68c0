import { shortCommit } from '../shared/commit-name.ts';
import type { BranchDelivery } from '../deliver/branch/types.ts';
import { markdownCode, markdownSentence } from '../shared/escape-markdown.ts';
import { plural } from '../shared/format.ts';
import { shorten } from '../shared/plain-text.ts';
import { branchFolderAddress } from './branch-files.ts';
import { linkAddress } from './addresses.ts';
import { pullUrl } from './pull-outcome.ts';
import type { Report } from './types.ts';

/** Longest sentence shown; the results file has all of it. */
const SENTENCE_CHARACTERS = 500;

/** What happened to the branch, in a sentence with a link; empty if the run does not deliver to a branch. */
export function renderBranch(report: Report): string {
  const { branch, delivery } = report;
  if (branch.kind === 'none') return '';
  const name = markdownCode(branch.branch);
  if (branch.kind === 'failed') {
    const saved = delivery.kind === 'artifact' ? ' The pictures are in the artifact.' : '';
    return `**Branch ${name} was not updated:** ${markdownSentence(branch.message)}${saved}\n`;
  }
  const folder = branchFolderAddress(report);
  if (folder === undefined || branch.commit === undefined)
    return `**Branch:** there was nothing to commit, so the branch ${name} does not exist yet.\n`;
  const link = `[${name}](${linkAddress(folder)})`;
  const commit = `[${markdownCode(shortCommit(branch.commit))}](${linkAddress(`${report.repositoryUrl}/commit/${branch.commit}`)})`;
  switch (branch.kind) {
    case 'committed': {
      const files = plural(branch.changed.length, 'file');
      const how =
        branch.isByParts === true
          ? `committed by several jobs, and now at ${commit}`
          : `committed as ${commit}`;
      return `**Branch:** ${link}, ${files} ${how}.${renderGalleryLink(report)}\n${renderPull(report)}`;
    }
    case 'unchanged':
      return `**Branch:** ${link}, unchanged at ${commit}.${renderGalleryLink(report)}\n${renderPull(report)}`;
  }
}

function renderGalleryLink({ galleryUrl }: Pick<Report, 'galleryUrl'>): string {
  return galleryUrl === undefined ? '' : ` [Gallery](${linkAddress(galleryUrl)})`;
}

/** Where the pull request is; a warning says why there is none. */
function renderPull({ pull }: Pick<Report, 'pull'>): string {
  const url = pullUrl(pull);
  return url === '' ? '' : `\n**Pull request:** [${url.replace(/^.*\//, '#')}](${linkAddress(url)})\n`;
}

/** What is missing from the commit, and what to know about it; empty if there is nothing to say. */
export function renderBranchNotes(branch: BranchDelivery, max: number): string {
  if (branch.kind !== 'committed' || max === 0) return '';
  const { left, warnings } = branch;
  const lines = [
    ...left.map(
      ({ id, reason }) =>
        `- **Not committed:** ${markdownCode(id)}: ${markdownSentence(shorten(reason, SENTENCE_CHARACTERS))}`,
    ),
    ...warnings.map((text) => `- **Warning:** ${markdownSentence(shorten(text, SENTENCE_CHARACTERS))}`),
  ];
  if (lines.length === 0) return '';
  const more = lines.length - max;
  return [
    `### Branch (${lines.length})`,
    '',
    ...lines.slice(0, max),
    '',
    ...(more > 0 ? [`_And ${plural(more, 'more note')}: see the results file._`, ''] : []),
  ].join('\n');
}
