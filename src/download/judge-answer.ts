import { parseRetryAfter } from '../shared/retry-after.ts';
import type { DownloadFailure, WithoutHost } from './types.ts';

/** What to make of an answer by its status and headers only. */
export type AnswerVerdict =
  | { readonly kind: 'body'; readonly expectedBytes: number | undefined }
  | { readonly kind: 'redirect'; readonly location: string }
  | { readonly kind: 'failure'; readonly failure: WithoutHost<DownloadFailure> };

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * Judges the head of an answer. Object stores say 403 as well as 404 and 410 for an address that has expired.
 * `maxBytes` is compared with Content-Length here, and with the bytes themselves when they are read.
 */
export function judgeAnswer(
  status: number,
  header: (name: string) => string | undefined,
  maxBytes: number,
  nowMs: number,
): AnswerVerdict {
  if (status === 200) return judgeBody(header, maxBytes);
  const location = header('location');
  if (REDIRECTS.has(status) && location !== undefined) return { kind: 'redirect', location };
  const reason = `it answered HTTP ${status}`;
  if ([401, 403, 404, 410].includes(status)) return failed({ kind: 'vanished', reason });
  if (status === 408 || status === 425 || status === 429 || status >= 500) {
    const retryAfterMs = parseRetryAfter(header('retry-after'), nowMs);
    return failed({ kind: 'outage', reason, ...(retryAfterMs !== undefined && { retryAfterMs }) });
  }
  return failed({ kind: 'damaged', reason });
}

function judgeBody(header: (name: string) => string | undefined, maxBytes: number): AnswerVerdict {
  const encoding = header('content-encoding') ?? 'identity';
  if (encoding !== 'identity') {
    const reason = `it sent ${encoding} encoding, which was not asked for`;
    return failed({ kind: 'damaged', reason });
  }
  const length = header('content-length');
  if (length === undefined) return { kind: 'body', expectedBytes: undefined };
  const expectedBytes = Number(length);
  return expectedBytes > maxBytes
    ? failed({ kind: 'unusable', reason: tooLarge(maxBytes) })
    : { kind: 'body', expectedBytes };
}

function failed(failure: WithoutHost<DownloadFailure>): AnswerVerdict {
  return { kind: 'failure', failure };
}

/** The reason for an output over the limit. */
export function tooLarge(maxBytes: number): string {
  return `the output is larger than ${Math.floor(maxBytes / 1024 / 1024)} MiB`;
}
