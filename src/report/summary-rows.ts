import type { EditOutcome } from '../plan/outcome.ts';
import { formatDuration } from '../shared/duration.ts';
import { formatUsd, plural } from '../shared/format.ts';
import { escapeMarkdown, markdownCode, unbroken } from '../shared/escape-markdown.ts';
import { shorten } from '../shared/plain-text.ts';
import { createBranchAddress, filesOf, type FileAddress } from './branch-files.ts';
import { isSkippedOnPurpose } from './decide-outcome.ts';
import { linkAddress } from './addresses.ts';
import { createGalleryAddress } from './gallery-address.ts';

import { capital } from './summary-totals.ts';
import type { Report } from './types.ts';

/** A table with more rows than this is collapsed. */
const OPEN_ROWS = 40;

/** The table of all edits: `full` with descriptions and files, `short` without. */
export function renderEditRows(report: Report, form: 'full' | 'short'): string {
  const { edits, delivery } = report;
  if (edits.length === 0) return '';
  const full = form === 'full';
  // A label for the artifact's URL, so that thousands of rows do not repeat it.
  const linked = delivery.kind === 'artifact';
  const onBranch = createBranchAddress(report);
  const inGallery = createGalleryAddress(report);
  const head = full
    ? ['| Edit | State | Files | Size | Time | Cost |', '| --- | --- | --- | --- | ---: | ---: |']
    : ['| Edit | State | Size | Time | Cost |', '| --- | --- | --- | ---: | ---: |'];
  const table = [
    ...head,
    ...edits.map((outcome) =>
      full ? fullRow(outcome, onBranch(outcome), inGallery(outcome), linked) : shortRow(outcome),
    ),
    '',
  ];
  const label = linked && full ? [`[artifact]: ${linkAddress(delivery.url)}`, ''] : [];
  const heading = `### All edits (${edits.length})`;
  return edits.length <= OPEN_ROWS
    ? [heading, '', ...table, ...label].join('\n')
    : [
        '<details>',
        `<summary>All ${plural(edits.length, 'edit')}</summary>`,
        '',
        ...table,
        '</details>',
        '',
        ...label,
      ].join('\n');
}

/** Files link to the branch if it has them, otherwise to the artifact if this run made them. */
function fullRow(
  outcome: EditOutcome,
  onBranch: FileAddress | undefined,
  inGallery: string | undefined,
  inArtifact: boolean,
): string {
  const { edit, state, files } = outcome;
  const names = filesOf(outcome).map((file) => {
    const name = markdownCode(file.path);
    if (onBranch !== undefined) return `[${name}](${linkAddress(onBranch(file))})`;
    return inArtifact && files.length > 0 ? `[${name}][artifact]` : name;
  });
  const why =
    isSkippedOnPurpose(outcome) && edit.action.kind === 'skip'
      ? `: ${escapeMarkdown(shorten(edit.action.reason, 80))}`
      : '';
  // A picture above the table has its description already.
  const isShown = state === 'succeeded' && onBranch !== undefined;
  const about =
    edit.description === undefined || isShown ? '' : `<br>${escapeMarkdown(shorten(edit.description, 80))}`;
  const id = markdownCode(edit.id);
  return row([
    `${inGallery === undefined ? id : `[${id}](${linkAddress(inGallery)})`}${about}`,
    `${capital(state)}${why}`,
    names.join('<br>'),
    ...facts(outcome),
  ]);
}

function shortRow(outcome: EditOutcome): string {
  return row([markdownCode(outcome.edit.id), capital(outcome.state), ...facts(outcome)]);
}

function facts(outcome: EditOutcome): readonly string[] {
  const { edit, timings, costUsd } = outcome;
  const [first] = filesOf(outcome);
  const { width, height } = first?.width !== undefined ? first : (edit.size ?? {});
  return [
    width === undefined || height === undefined ? '' : `${width}×${height}`,
    timings.totalMs === undefined ? '' : unbroken(formatDuration(timings.totalMs)),
    costUsd === undefined ? '' : unbroken(formatUsd(costUsd)),
  ];
}

function row(cells: readonly (string | undefined)[]): string {
  return `| ${cells.join(' | ')} |`;
}
