import type { ActionMetadata } from '../demo/action-metadata.ts';

/**
 * Replaces what is between `<!-- inputs -->` and `<!-- /inputs -->`, and the same for `outputs`, by tables made from
 * action.yml. Throws if a marker is missing. Gives the whole document.
 */
export function renderReadmeTables(readme: string, metadata: ActionMetadata): string {
  const inputs = Object.entries(metadata.inputs).map(([name, input]) => [
    `\`${name}\``,
    tableCell(input.description),
    input.required ? '**required**' : renderDefault(input.default ?? ''),
  ]);
  const outputs = Object.entries(metadata.outputs).map(([name, output]) => [
    `\`${name}\``,
    tableCell(output.description),
  ]);
  const withInputs = replaceBetween(readme, 'inputs', renderTable(['Input', 'Meaning', 'Default'], inputs));
  return replaceBetween(withInputs, 'outputs', renderTable(['Output', 'Meaning'], outputs));
}

function renderDefault(value: string): string {
  return value === '' ? 'empty' : `\`${tableCell(value)}\``;
}

/** A text in a cell: GitHub splits a row at `|` also inside code. */
export function tableCell(text: string): string {
  return text
    .trim()
    .replaceAll(/\s*\n\s*/g, ' ')
    .replaceAll('|', '\\|');
}

/** Columns are padded, as the formatter would, so that generating and formatting never disagree. */
export function renderTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) =>
    Math.max(3, ...[head, ...rows].map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]): string =>
    `| ${widths.map((width, column) => (row[column] ?? '').padEnd(width)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

function replaceBetween(text: string, name: string, content: string): string {
  const [opening, closing] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const start = text.indexOf(opening);
  const end = text.indexOf(closing, start);
  if (start < 0 || end < 0) throw new Error(`The page needs the markers ${opening} and ${closing}`);
  return `${text.slice(0, start + opening.length)}\n\n${content}\n\n${text.slice(end)}`;
}
