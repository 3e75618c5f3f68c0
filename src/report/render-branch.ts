import type { BranchDelivery } from '../deliver/branch/types.ts';
import { escapeMarkdown, markdownCode } from '../shared/escape-markdown.ts';
import { plural } from '../shared/format.ts';
import { shorten } from '../shared/plain-text.ts';
import { branchFolderAddress } from './branch-files.ts';
import { linkTarget } from './link-target.ts';
import type { Report } from './types.ts';

/** Longest sentence shown; the results file has it whole. */
const SENTENCE_CHARACTERS = 500;

/** What became of the branch, in a sentence with a link; empty where it was not asked for. */
export function renderBranch(report: Report): string {
  const { branch, delivery } = report;
  if (branch.kind === 'none') return '';
  const name = markdownCode(branch.branch);
  if (branch.kind === 'failed') {
    const elsewhere = delivery.kind === 'artifact' ? ' They are in the artifact.' : '';
    return `**The pictures could not be put on the branch ${name}:** ${escapeMarkdown(branch.message)}${elsewhere}\n`;
  }
  const folder = branchFolderAddress(report);
  if (folder === undefined || branch.commit === undefined)
    return `**Branch:** nothing to commit, there is no branch ${name} yet.\n`;
  const link = `[${name}](${linkTarget(folder)})`;
  const commit = `[${markdownCode(branch.commit.slice(0, 7))}](${linkTarget(`${report.repositoryUrl}/commit/${branch.commit}`)})`;
  switch (branch.kind) {
    case 'committed':
      return `**Branch:** ${link}, ${plural(branch.changed.length, 'file')} committed as ${commit}.\n`;
    case 'unchanged':
      return `**Branch:** ${link}, unchanged at ${commit}.\n`;
  }
}

/** What of the run is not on the branch, and what a person should know of the commit; empty without any. */
export function renderBranchNotes(branch: BranchDelivery, max: number): string {
  if (branch.kind !== 'committed' || max === 0) return '';
  const { left, warnings } = branch;
  const lines = [
    ...left.map(
      ({ id, reason }) =>
        `- **Kept out of the commit:** ${markdownCode(id)}: ${escapeMarkdown(shorten(reason, SENTENCE_CHARACTERS))}`,
    ),
    ...warnings.map((text) => `- **Warning:** ${escapeMarkdown(shorten(text, SENTENCE_CHARACTERS))}`),
  ];
  if (lines.length === 0) return '';
  const more = lines.length - max;
  return [
    `### Branch (${lines.length})`,
    '',
    ...lines.slice(0, max),
    '',
    ...(more > 0 ? [`_And ${more} more: see the results file._`, ''] : []),
  ].join('\n');
}
