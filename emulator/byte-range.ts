/** The part of a file that is asked for: both ends included. */
export interface ByteRange {
  readonly kind: 'part';
  readonly start: number;
  readonly end: number;
}

/** Reads a Range header of one range (RFC 9110, 14.2). What cannot be read means the whole file, as the RFC has it. */
export function parseRange(
  header: string | undefined,
  length: number,
): ByteRange | { readonly kind: 'whole' | 'unsatisfiable' } {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  const [, first = '', last = ''] = match ?? [];
  if (match === null || (first === '' && last === '')) return { kind: 'whole' };
  if (first === '') {
    const start = Math.max(length - Number(last), 0);
    return Number(last) === 0 || length === 0
      ? { kind: 'unsatisfiable' }
      : { kind: 'part', start, end: length - 1 };
  }
  const start = Number(first);
  const end = last === '' ? length - 1 : Math.min(Number(last), length - 1);
  if (last !== '' && Number(last) < start) return { kind: 'whole' };
  return start >= length ? { kind: 'unsatisfiable' } : { kind: 'part', start, end };
}
