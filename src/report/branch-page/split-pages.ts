/** How much fits on one page. */
export interface PageRoom {
  readonly maxParts: number;
  /** Bytes of UTF-8. A part that is larger than this gets its own page. */
  readonly maxBytes: number;
}

/** Distributes parts over as few pages as possible, in order. No page is empty; without parts there are no pages. */
export function splitPages<T>(
  parts: readonly T[],
  { maxParts, maxBytes }: PageRoom,
  textOf: (part: T) => string,
): T[][] {
  const pages: T[][] = [];
  let page: T[] = [];
  let bytes = 0;
  for (const part of parts) {
    const size = Buffer.byteLength(textOf(part));
    if (page.length > 0 && (page.length >= maxParts || bytes + size > maxBytes)) {
      pages.push(page);
      page = [];
      bytes = 0;
    }
    page.push(part);
    bytes += size;
  }
  return page.length === 0 ? pages : [...pages, page];
}
