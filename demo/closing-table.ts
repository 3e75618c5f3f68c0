import type { Results } from './read-results.ts';

/** One row for each edit, columns aligned: state, id, pictures, time, cost. */
export function renderClosingTable(results: Results): string {
  const head = ['Edit', 'State', 'Picture', 'Size', 'Time', 'Cost'];
  const rows = results.edits.map((edit) => [
    edit.id,
    edit.state,
    edit.files.map((file) => file.path).join(', '),
    edit.files.map((file) => `${String(file.width)}x${String(file.height)}`).join(', '),
    edit.timings.totalMs === null ? '' : `${(edit.timings.totalMs / 1000).toFixed(1)} s`,
    edit.costUsd === null ? '' : `${edit.costUsd.toFixed(2)} USD`,
  ]);
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row
      .map((text, column) => text.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return [head, widths.map((width) => '-'.repeat(width)), ...rows].map(line).join('\n');
}
