import { escapeHtml } from '../../shared/escape-html.ts';
import { STATES } from '../count-edits.ts';
import { capital } from '../summary-totals.ts';
import { lookOf } from './state-looks.ts';
import type { GalleryEdit } from './types.ts';

/** A value of a matrix is offered for choice if there are at least 2 and at most so many of them. */
const MOST_VALUES = 100;

/** Search, filters and order. They are hidden until the script runs, because they do nothing without it. */
export function renderToolbar(edits: readonly GalleryEdit[]): string {
  return `<search class="bar" hidden>
<label class="find"><span>Search</span><input type="search" placeholder="Search ids, prompts, request ids" autocomplete="off" spellcheck="false"><kbd>/</kbd></label>
<div class="chips" role="group" aria-label="Filter">${renderChips(edits)}</div>
<button type="button" class="copy">Copy as spec…</button>
<output class="shown"></output>
<details class="arrange" open><summary>Sort, group, size</summary><div>${renderSelects(edits)}
<label>Size <input class="density" type="range" min="0" max="4" value="3" aria-label="Size of the pictures"></label>
</div></details>
</search>`;
}

function renderChips(edits: readonly GalleryEdit[]): string {
  const count = (wanted: (typeof STATES)[number]): number =>
    edits.filter(({ state }) => state === wanted).length;
  const states = STATES.toReversed().flatMap((state) => {
    const own = count(state);
    return own === 0 || state === 'open'
      ? []
      : [renderChip(`state:${state}`, capital(state), own, ` ${lookOf(state)}`)];
  });
  // With one of the two only, its own chip shows the same.
  const changed = count('succeeded') > 0 && count('adopted') > 0 ? count('succeeded') + count('adopted') : 0;
  return [
    renderChip('', 'All', edits.length, '', true),
    ...(states.length > 1 ? states : []),
    ...(changed > 0 ? [renderChip('changed', 'Changed', changed)] : []),
    // The script shows them as soon as something is marked.
    renderChip('mark:star', 'Starred', 0, ' marked'),
    renderChip('mark:reject', 'Rejected', 0, ' marked'),
  ].join('');
}

function renderChip(filter: string, name: string, count: number, look = '', isOn = false): string {
  return `<button type="button" class="chip${look}" data-filter="${filter}" aria-pressed="${isOn}">${name} <b>${count}</b></button>`;
}

function renderSelects(edits: readonly GalleryEdit[]): string {
  const axes = listAxes(edits);
  const facets = [...axes].map(([axis, values]) =>
    renderSelect(axis, `class="facet" data-axis="${escapeHtml(axis)}"`, [
      ['', 'all'],
      ...values.map((value) => [value, value] as const),
    ]),
  );
  const hasTakes = edits.some(({ take }) => take !== undefined);
  const groups = [
    ['', 'nothing'],
    ...(hasTakes || axes.size > 0 ? [[hasTakes ? 'edit' : 'key', 'edit'] as const] : []),
    ...(edits.some(({ state }) => state !== undefined) ? ([['state', 'state']] as const) : []),
    ...[...axes.keys()].map((axis) => [`value:${axis}`, axis] as const),
  ] as const;
  const orders = [
    ['', 'as in the spec'],
    ['id', 'id'],
    ...(edits.some(({ madeAtMs }) => madeAtMs !== undefined) ? ([['made', 'newest']] as const) : []),
    ['cost', 'cost'],
    ['ms', 'time'],
    ['bytes', 'file size'],
  ] as const;
  return [
    ...facets,
    renderSelect('Group by', 'class="group-by"', groups),
    renderSelect('Sort by', 'class="sort"', orders),
  ].join('');
}

function renderSelect(
  name: string,
  attributes: string,
  choices: readonly (readonly [value: string, text: string])[],
): string {
  const options = choices.map(
    ([value, text]) => `<option value="${escapeHtml(value)}">${escapeHtml(text)}</option>`,
  );
  return `<label>${escapeHtml(name)} <select ${attributes}>${options.join('')}</select></label>`;
}

/** The matrix keys and their values, in the order in which they come. */
function listAxes(edits: readonly GalleryEdit[]): ReadonlyMap<string, readonly string[]> {
  const axes = new Map<string, Set<string>>();
  for (const { matrix } of edits) {
    for (const [axis, value] of Object.entries(matrix)) {
      axes.set(axis, (axes.get(axis) ?? new Set()).add(value));
    }
  }
  return new Map(
    [...axes]
      .filter(([, values]) => values.size > 1 && values.size <= MOST_VALUES)
      .map(([axis, values]) => [axis, [...values]]),
  );
}
