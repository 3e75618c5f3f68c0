/**
 * HTML cells as a table with the given number of columns, for a Markdown page on GitHub, where a table is the only way
 * to put text under a picture. Neither the cells nor the result may contain a blank line, which would end the HTML.
 */
export function renderGrid(cells: readonly string[], columns: number): string {
  // With fewer cells than columns, cells keep their own width, so that a single picture is not stretched.
  const width = cells.length < columns ? '' : ` width="${Math.floor(100 / columns)}%"`;
  const rows: string[] = [];
  for (let start = 0; start < cells.length; start += columns) {
    const row = cells.slice(start, start + columns);
    rows.push(`<tr>\n${row.map((cell) => `<td valign="top"${width}>${cell}</td>`).join('\n')}\n</tr>`);
  }
  return `<table>\n${rows.join('\n')}\n</table>\n`;
}

/** A picture, `width` pixels wide, that links to a URL. URL, source and name must be escaped for a quoted attribute. */
export function linkedPicture(address: string, source: string, width: number, name: string): string {
  return `<a href="${address}"><img src="${source}" width="${width}" alt="${name}"></a>`;
}
