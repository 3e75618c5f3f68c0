import { formatDuration } from '../shared/duration.ts';
import { escapeMarkdown, markdownCode } from '../shared/escape-markdown.ts';
import { formatBytes, plural } from '../shared/format.ts';
import { countStates, STATES } from './count-edits.ts';
import { isSkippedOnPurpose, isThere } from './decide-outcome.ts';
import { linkTarget } from './link-target.ts';
import { describeCost, sumCosts } from './sum-costs.ts';
import type { EndedRun, Report } from './types.ts';

/** The first thing to read: how the run ended, as a Markdown heading. */
export function renderHeadline(run: EndedRun): string {
  return `## ${SIGNS[run.outcome]} ${describeOutcome(run)}\n`;
}

const SIGNS = { success: '✓', unchanged: '✓', partial: '✗', incomplete: '…', failed: '✗' } as const;

/** How the run ended in one plain sentence without a full stop. */
export function describeOutcome({ outcome, edits }: EndedRun): string {
  const there = edits.filter(isThere).length;
  const unchanged = edits.filter(({ state }) => state === 'unchanged').length;
  const wanted = edits.filter((edit) => !isSkippedOnPurpose(edit)).length;
  switch (outcome) {
    case 'success':
      if (unchanged > 0) return `${plural(there - unchanged, 'edit')} made, ${unchanged} unchanged`;
      return wanted === 1 ? 'The edit succeeded' : `All ${wanted} edits succeeded`;
    case 'unchanged':
      return wanted === 0 ? 'Nothing to make' : `Nothing to make: ${plural(wanted, 'edit')} unchanged`;
    case 'partial':
      if (unchanged > 0)
        return `${there - unchanged} of ${plural(wanted - unchanged, 'edit')} succeeded, ${unchanged} unchanged`;
      return `${there} of ${wanted} edits succeeded`;
    case 'incomplete':
      if (wanted === 0) return 'The run ended before any edit was sent';
      if (there === wanted) return `${plural(wanted, 'edit')} made, but not everything is where it belongs`;
      return `${there} of ${wanted} edits are done, the run is not complete`;
    case 'failed':
      if (wanted === 0) return 'The run failed before any edit was sent';
      return wanted === 1 ? 'The edit failed' : `None of the ${wanted} edits succeeded`;
  }
}

/** Totals as a table of one row, and where the pictures are. */
export function renderTotals(report: Report): string {
  const counts = countStates(report.edits);
  const files = report.edits.flatMap((edit) => edit.files);
  const sum = sumCosts(report.edits);
  const cells = [
    ['Edits', String(report.edits.length)],
    ...STATES.filter((state) => counts[state] > 0).map((state) => [capital(state), String(counts[state])]),
    ['Files', String(files.length)],
    ['Cost', describeCost(sum)],
    ['Time', formatDuration(report.elapsedMs)],
  ] as const;
  const lines = [
    `| ${cells.map(([name]) => name).join(' | ')} |`,
    `|${' ---: |'.repeat(cells.length)}`,
    `| ${cells.map(([, value]) => value).join(' | ')} |`,
    '',
    renderDelivery(report),
  ];
  if (sum.unknownEdits > 0) {
    lines.push(
      `The service named no cost for ${plural(sum.unknownEdits, 'edit')} that it may have charged.`,
      '',
    );
  }
  return lines.join('\n');
}

function renderDelivery({ delivery, branch }: Report): string {
  switch (delivery.kind) {
    case 'artifact': {
      const { name, url, files, bytes } = delivery;
      const size = `${plural(files, 'file')}, ${formatBytes(bytes)}`;
      return `**Download:** [${escapeMarkdown(name)}](${linkTarget(url)}) (${size}). Open its \`index.html\` to see the pictures.\n`;
    }
    case 'none':
      return '';
    case 'failed': {
      const what =
        branch.kind === 'committed'
          ? 'The artifact could not be uploaded'
          : 'The pictures could not be delivered';
      return `**${what}:** ${escapeMarkdown(delivery.message)} They are kept in ${markdownCode(delivery.folder)} as long as this runner lives.\n`;
    }
  }
}

/** The word with a capital initial. */
export function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
