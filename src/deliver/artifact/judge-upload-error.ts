import { describeError } from '../../shared/describe-error.ts';

/** What to do after the artifact client threw. */
export type UploadVerdict =
  /** The name is taken in this run: take another. */
  | { readonly kind: 'taken' }
  /** The network or the service failed: the same request may work in a moment. */
  | { readonly kind: 'again'; readonly reason: string }
  | { readonly kind: 'final'; readonly reason: string };

/** Codes of `node:net`, most of which make the client give up at once, and its own words for a dead connection. */
const PASSING =
  /\b(ECONNRESET|ECONNREFUSED|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH|EAI_AGAIN|EPIPE|REQUEST_SEND_ERROR)\b|Upload progress stalled|Failed to make request after \d+ attempts|socket hang up/;

/** Reads the client's error, which can be recognized only by its words: it wraps its own errors in plain ones. */
export function judgeUploadError(error: unknown): UploadVerdict {
  const code = error instanceof Error && 'code' in error ? ` ${String(error.code)}` : '';
  const reason = describeError(error);
  if (/\(409\)|already exists/.test(reason)) return { kind: 'taken' };
  if (PASSING.test(`${reason}${code}`)) return { kind: 'again', reason };
  return { kind: 'final', reason };
}
