/** `a, b and 3 more`: the first `most` of a list, and how many more there are. */
export function listSome(items: readonly string[], most: number): string {
  const rest = items.length - most;
  const shown = items.slice(0, most).join(', ');
  return rest > 0 ? `${shown} and ${rest} more` : shown;
}

/** `a: no; b: no; and 3 more`: as `listSome`, for items that are statements of their own. */
export function listStatements(items: readonly string[], most: number): string {
  const rest = items.length - most;
  return [...items.slice(0, most), ...(rest > 0 ? [`and ${rest} more`] : [])].join('; ');
}
