/** How much goes on one page. */
export interface PageRoom {
  readonly maxParts: number;
  /** Of UTF-8. A part that is larger alone gets a page of its own. */
  readonly maxBytes: number;
}

/** Divides parts among pages, each as full as it may be; in order, none is empty. No parts make no pages. */
export function splitPages(parts: readonly string[], { maxParts, maxBytes }: PageRoom): string[][] {
  const pages: string[][] = [];
  let page: string[] = [];
  let bytes = 0;
  for (const part of parts) {
    const size = Buffer.byteLength(part);
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
