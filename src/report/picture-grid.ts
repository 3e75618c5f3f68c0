/**
 * HTML cells as a table of so many columns, for a Markdown page on GitHub, where it is the only way to put text under
 * a picture. Cells have no blank line, as that would end the HTML; the same holds for the result.
 */
export function renderGrid(cells: readonly string[], columns: number): string {
  // Fewer cells than columns keep their own width: a lone picture is not stretched.
  const width = cells.length < columns ? '' : ` width="${Math.floor(100 / columns)}%"`;
  const rows: string[] = [];
  for (let start = 0; start < cells.length; start += columns) {
    const row = cells.slice(start, start + columns);
    rows.push(`<tr>\n${row.map((cell) => `<td valign="top"${width}>${cell}</td>`).join('\n')}\n</tr>`);
  }
  return `<table>\n${rows.join('\n')}\n</table>\n`;
}

/** A picture of so many pixels' width that leads to an address; both fit for a quoted attribute, as is `name`. */
export function linkedPicture(address: string, source: string, width: number, name: string): string {
  return `<a href="${address}"><img src="${source}" width="${width}" alt="${name}"></a>`;
}
