import type { EditOutcome } from '../plan/outcome.ts';
import { formatDuration } from '../shared/duration.ts';
import { escapeMarkdown, markdownCode } from '../shared/escape-markdown.ts';
import { shorten } from '../shared/plain-text.ts';
import { isSkippedOnPurpose } from './decide-outcome.ts';
import { formatUsd } from './sum-costs.ts';
import { capital, linkTarget } from './summary-totals.ts';
import type { Report } from './types.ts';

/** More rows than this are folded away. */
const OPEN_ROWS = 40;

/** The table of all edits in the plan's order: `full` with the files, `short` with the facts alone. */
export function renderEditRows({ edits, delivery }: Report, form: 'full' | 'short'): string {
  if (edits.length === 0) return '';
  const full = form === 'full';
  // A label for the artifact's address, so that thousands of rows do not repeat it.
  const linked = delivery.kind === 'artifact';
  const head = full
    ? ['| Edit | State | Files | Size | Time | Cost |', '| --- | --- | --- | --- | ---: | ---: |']
    : ['| Edit | State | Size | Time | Cost |', '| --- | --- | --- | ---: | ---: |'];
  const table = [
    ...head,
    ...edits.map((outcome) => (full ? fullRow(outcome, linked) : shortRow(outcome))),
    '',
  ];
  const label = linked && full ? [`[artifact]: ${linkTarget(delivery.url)}`, ''] : [];
  const heading = `### All edits (${edits.length})`;
  return edits.length <= OPEN_ROWS
    ? [heading, '', ...table, ...label].join('\n')
    : [
        '<details>',
        `<summary>All ${edits.length} edits</summary>`,
        '',
        ...table,
        '</details>',
        '',
        ...label,
      ].join('\n');
}

function fullRow(outcome: EditOutcome, linked: boolean): string {
  const { edit, state, files } = outcome;
  const names = files.map(({ path }) => {
    const name = markdownCode(path);
    return linked ? `[${name}][artifact]` : name;
  });
  const why =
    isSkippedOnPurpose(outcome) && edit.action.kind === 'skip'
      ? `: ${escapeMarkdown(shorten(edit.action.reason, 80))}`
      : '';
  return row([markdownCode(edit.id), `${capital(state)}${why}`, names.join('<br>'), ...facts(outcome)]);
}

function shortRow(outcome: EditOutcome): string {
  return row([markdownCode(outcome.edit.id), capital(outcome.state), ...facts(outcome)]);
}

function facts({ edit, files, timings, costUsd }: EditOutcome): readonly string[] {
  const [first] = files;
  const { width, height } = first?.width !== undefined && first.height !== undefined ? first : edit.size;
  return [
    `${width}×${height}`,
    timings.totalMs === undefined ? '' : formatDuration(timings.totalMs),
    costUsd === undefined ? '' : formatUsd(costUsd),
  ];
}

function row(cells: readonly (string | undefined)[]): string {
  return `| ${cells.join(' | ')} |`;
}
