/** The id of the edit that a take belongs to: `hero` for `hero#2`, and for `hero` itself. */
export function editOfTake(id: string): string {
  const at = id.lastIndexOf('#');
  return at < 0 ? id : id.slice(0, at);
}

/**
 * The other id of the same pictures: an edit's first take is what the edit was before it had several, and becomes that again.
 * Undefined for all other takes.
 */
export function otherNameOf(id: string): string | undefined {
  if (!id.includes('#')) return `${id}#1`;
  return id.endsWith('#1') ? editOfTake(id) : undefined;
}

/**
 * The ids under which what an edit had before may be, the most fitting first: a kept take is compared with what was kept before
 * it.
 */
export function namesBefore(
  id: string,
  take: { readonly edit: string; readonly isKept: boolean } | undefined,
): readonly string[] {
  return take?.isKept === true ? [take.edit, id] : [id, otherNameOf(id) ?? id];
}

/** The number of the take that an id names; the only take of an edit is its first. */
export function takeNumber(id: string): number {
  const number = /#(\d{1,2})$/.exec(id)?.[1];
  return number === undefined ? 1 : Number(number);
}
