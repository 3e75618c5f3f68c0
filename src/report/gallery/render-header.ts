import { formatDuration } from '../../shared/duration.ts';
import { escapeHtml } from '../../shared/escape-html.ts';
import { formatBytes } from '../../shared/format.ts';
import { countStates, STATES } from '../count-edits.ts';
import { describeCost, sumCosts } from '../sum-costs.ts';
import { describeOutcome } from '../summary-totals.ts';
import type { EndedRun } from '../types.ts';
import { lookOf } from './state-looks.ts';

/** The page's header: title, how the run ended, totals, and a bar that shows the share of each state. */
export function renderHeader(run: EndedRun, title: string): string {
  const files = run.edits.flatMap((edit) => edit.files);
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const totals = [
    ['Edits', String(run.edits.length)],
    ['Files', String(files.length)],
    ['On disk', formatBytes(bytes)],
    ['Cost', describeCost(sumCosts(run.edits))],
    ['Time', formatDuration(run.elapsedMs)],
  ] as const;
  const made = new Date(run.startedAtMs).toISOString();
  const lead = `${escapeHtml(describeOutcome(run))} <time datetime="${made}">${made.slice(0, 10)} ${made.slice(11, 16)} UTC</time>`;
  return `${openHeader(title, lead, totals)}
${renderShares(run)}
</header>`;
}

/** A header up to its end tag. `lead` is HTML. */
export function openHeader(
  title: string,
  lead: string,
  totals: readonly (readonly [name: string, value: string])[],
): string {
  return `<header class="top">
<div>
<h1>${escapeHtml(title)}</h1>
<p class="lead">${lead}</p>
</div>
<dl class="totals">${totals.map(([name, value]) => `<div><dt>${name}</dt><dd>${value}</dd></div>`).join('')}</dl>`;
}

/** The shares as SVG, where a width is an attribute: the page's policy allows no inline style. */
function renderShares({ edits }: EndedRun): string {
  if (edits.length === 0) return '';
  const counts = countStates(edits);
  let x = 0;
  const bars = STATES.toReversed().flatMap((state) => {
    if (state === 'open' || counts[state] === 0) return [];
    const bar = `<rect class="${lookOf(state)}" x="${x}" width="${counts[state]}" height="1"/>`;
    x += counts[state];
    return [bar];
  });
  return `<svg class="shares" viewBox="0 0 ${edits.length} 1" preserveAspectRatio="none" aria-hidden="true">${bars.join('')}</svg>`;
}
