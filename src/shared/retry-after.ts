const LONGEST_MS = 5 * 60_000;

/** `Sun, 06 Nov 1994 08:49:37 GMT`: the one form that RFC 9110 (section 5.6.7) lets servers send. */
const IMF_FIXDATE =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/**
 * A `Retry-After` header in seconds if it is a date and the answer says in its `Date` header (`dateMs`, Unix ms) what time it is there: this
 * machine's clock may be wrong by hours. Otherwise as it is.
 */
export function dateToSeconds(header: string, dateMs: number | undefined): string {
  const text = header.trim();
  if (dateMs === undefined || !IMF_FIXDATE.test(text)) return header;
  const seconds = (Date.parse(text) - dateMs) / 1000;
  return Number.isNaN(seconds) ? header : String(Math.max(0, Math.ceil(seconds)));
}

/**
 * A `Retry-After` header (RFC 9110, section 10.2.3: whole seconds or a date) as milliseconds from `nowMs`, clamped to
 * [0, `longestMs`], by default 5 min, so that an absurd value cannot stop a run. Undefined if the header is missing or is
 * neither form.
 */
export function parseRetryAfter(
  header: string | undefined,
  nowMs: number,
  longestMs = LONGEST_MS,
): number | undefined {
  const text = header?.trim() ?? '';
  if (/^\d+$/.test(text)) return Math.min(Number(text) * 1000, longestMs);
  if (!IMF_FIXDATE.test(text)) return undefined;
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : Math.min(Math.max(0, at - nowMs), longestMs);
}
