import { formatDuration } from '../shared/duration.ts';
import { escapeMarkdown, keepMoneyWhole, markdownSentence, unbroken } from '../shared/escape-markdown.ts';
import { formatBytes, plural } from '../shared/format.ts';
import { countStates, STATES } from './count-edits.ts';
import { isSkippedOnPurpose } from './decide-outcome.ts';
import { linkAddress } from './addresses.ts';
import { describeCost, sumCosts } from './sum-costs.ts';
import type { EndedRun, Report } from './types.ts';

/** The first line: how the run ended, as a Markdown heading. */
export function renderHeadline(run: EndedRun): string {
  return `## ${SIGNS[run.outcome]} ${describeOutcome(run)}\n`;
}

const SIGNS = { success: '✓', unchanged: '✓', partial: '✗', incomplete: '…', failed: '✗' } as const;

/**
 * How the run ended, in one plain sentence without a full stop. Only edits that this run had to make count as made or
 * missing; unchanged ones and those left out on purpose are named beside them.
 */
export function describeOutcome({ outcome, edits, refusal }: EndedRun): string {
  const made = edits.filter(({ state }) => state === 'succeeded').length;
  const adopted = edits.filter(({ state }) => state === 'adopted').length;
  const unchanged = edits.filter(({ state }) => state === 'unchanged').length;
  const leftOut = edits.filter(isSkippedOnPurpose).length;
  const asked = edits.length - adopted - unchanged - leftOut;
  const others = [
    ...(adopted > 0 ? [`${adopted} adopted`] : []),
    ...(unchanged > 0 ? [`${unchanged} unchanged`] : []),
    ...(leftOut > 0 ? [`${leftOut} left out`] : []),
  ];
  const describe = (text: string): string => [text, ...others].join(', ');
  if (refusal !== undefined && made === 0 && asked > 0 && outcome !== 'incomplete')
    return describe(`Nothing was sent: ${plural(asked, 'edit')} to make`);
  switch (outcome) {
    case 'success':
      if (made === 0 && adopted > 0) return describe('Nothing to make');
      if (others.length > 0) return describe(`${plural(made, 'edit')} made`);
      return made === 1 ? 'The edit succeeded' : `All ${plural(made, 'edit')} succeeded`;
    case 'unchanged':
      if (unchanged === 0) return describe('Nothing to make');
      return `Nothing to make: ${plural(unchanged, 'edit')} unchanged${leftOut > 0 ? `, ${leftOut} left out` : ''}`;
    case 'partial':
      return describe(`${made} of ${plural(asked, 'edit')} succeeded`);
    case 'incomplete':
      if (edits.length === 0) return 'The run ended before any edit was sent';
      if (made < asked)
        return `The run is not complete: ${describe(`${made} of ${plural(asked, 'edit')} made`)}`;
      return `Not everything could be delivered: ${describe(`${plural(made, 'edit')} made`)}`;
    case 'failed':
      if (edits.length === 0) return 'The run failed before any edit was sent';
      if (asked === 1) return describe('The edit failed');
      return describe(`None of the ${plural(asked, 'edit')} succeeded`);
  }
}

/** The totals as a table of one row, and where the pictures are. */
export function renderTotals(report: Report): string {
  const counts = countStates(report.edits);
  const files = report.edits.flatMap((edit) => edit.files);
  const sum = sumCosts(report.edits);
  const cells = [
    ['Edits', String(report.edits.length)],
    ...STATES.filter((state) => counts[state] > 0).map((state) => [capital(state), String(counts[state])]),
    ['Files', String(files.length)],
    ['Cost', keepMoneyWhole(describeCost(sum))],
    ['Time', unbroken(formatDuration(report.elapsedMs))],
  ] as const;
  return [
    `| ${cells.map(([name]) => name).join(' | ')} |`,
    `|${' ---: |'.repeat(cells.length)}`,
    `| ${cells.map(([, value]) => value).join(' | ')} |`,
    '',
    renderDelivery(report),
    ...(sum.unknownEdits > 0 ? [renderUnpriced(sum)] : []),
  ].join('\n');
}

/** The totals as sentences, which fit a phone too. */
export function renderTotalsAsText(report: Report): string {
  const counts = countStates(report.edits);
  const sum = sumCosts(report.edits);
  const states = STATES.filter((state) => counts[state] > 0).map((state) => `${counts[state]} ${state}`);
  const lines = [
    ...(states.length === 0 ? [] : [`**Edits:** ${states.join(', ')}.`]),
    `**Cost:** ${keepMoneyWhole(describeCost(sum))}. **Time:** ${formatDuration(report.elapsedMs)}.`,
  ];
  return [`${lines.join('\\\n')}\n`, renderDelivery(report), sum.unknownEdits > 0 ? renderUnpriced(sum) : '']
    .filter((part) => part !== '')
    .join('\n');
}

function renderUnpriced({ unknownEdits }: ReturnType<typeof sumCosts>): string {
  return `The service reported no cost for ${plural(unknownEdits, 'edit')} that it may have charged for.\n`;
}

function renderDelivery({ delivery }: Report): string {
  switch (delivery.kind) {
    case 'artifact': {
      const { name, url, files, bytes } = delivery;
      const size = `${plural(files, 'file')}, ${formatBytes(bytes)}`;
      return `**Download:** [${escapeMarkdown(name)}](${linkAddress(url)}) (${size}). Open its \`index.html\` to see the pictures.\n`;
    }
    case 'none':
      return '';
    case 'failed':
      // The message says where the files are, and for how long.
      return `**No artifact:** ${markdownSentence(delivery.message)}\n`;
  }
}

/** The word with a capital initial. */
export function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
