import * as z from 'zod';

import { lazily } from '../shared/lazily.ts';
import { quoteWords, type Clause } from '../shared/sentence.ts';
import { codeOfVendor } from './error-code.ts';
import { readOutput } from './parse-output.ts';
import { readPhase, soundsEnded } from './parse-status.ts';
import type { Redact } from './redact.ts';
import type { JobResult } from './types.ts';
import { readVendorError } from './vendor-error.ts';

const schema = lazily(() =>
  z.looseObject({
    status: z.string().optional(),
    request_id: z.string().optional(),
    output: z.unknown().optional(),
    finished_at: z.unknown().optional(),
    // An odd cost stays unknown (never 0): it must not make a paid result unreadable.
    cost: z.number().nonnegative().optional().catch(undefined),
  }),
);

/**
 * Reads the answer of `/result`; undefined if it is not one, or is about another request. What reads as final is final,
 * whatever its words and its shape: asking again would bring the same answer until time is up.
 */
export function parseResult(body: unknown, requestId: string, redact: Redact): JobResult | undefined {
  const wire = schema().safeParse(body).data;
  if (wire === undefined || (wire.request_id ?? requestId) !== requestId) return undefined;
  const cost = wire.cost === undefined ? {} : { costUsd: wire.cost };
  const phase = readPhase(wire.status ?? '');
  switch (phase) {
    case 'queued':
    case 'running':
    case 'cancelled':
      return { kind: phase };
    case 'failed':
      return { ...describeFailed(wire, redact), ...cost };
    case 'succeeded':
    case 'completed':
    case undefined:
      return readEnd(wire, phase, redact, cost);
  }
}

type Wire = z.infer<ReturnType<typeof schema>>;

/** The answer about a job that says it ended well, or whose word is missing or unknown. */
function readEnd(
  wire: Wire,
  phase: 'succeeded' | 'completed' | undefined,
  redact: Redact,
  cost: { readonly costUsd?: number },
): JobResult | undefined {
  const { urls, unread } = readOutput(wire.output);
  const reason = readReason(wire, redact);
  if (phase === undefined && !hasEnded(wire, urls.length > 0 || unread !== undefined)) {
    if (wire.status === undefined) return undefined;
    return { kind: 'unrecognized', word: redact(wire.status), hasEnded: false };
  }
  const rest = unread === undefined ? {} : { unread: redact(unread) };
  if (urls.length > 0) return { kind: 'succeeded', output: { urls, ...rest }, ...cost };
  if (unread !== undefined) return { kind: 'unreadable', shape: redact(unread), ...cost };
  const why = reason === undefined ? {} : { reason };
  if (phase === undefined)
    return { kind: 'unrecognized', word: redact(wire.status ?? 'no status'), hasEnded: true, ...why };
  // `completed` says only that the job ended; `succeeded` says that it was made, and charged.
  if (phase === 'completed' && reason !== undefined) return { ...describeFailed(wire, redact), ...cost };
  return { kind: 'no-output', ...why, ...cost };
}

/**
 * Whether an answer with an unknown word is about a job that is over. A word such as `rendering` may come with a
 * partial output.
 */
function hasEnded({ status = '', finished_at: finishedAt }: Wire, hasOutput: boolean): boolean {
  if (typeof finishedAt === 'string' && finishedAt !== '') return true;
  return soundsEnded(status) || (hasOutput && !/ing$/i.test(status));
}

function describeFailed(wire: Wire, redact: Redact): Extract<JobResult, { readonly kind: 'failed' }> {
  return {
    kind: 'failed',
    message: readReason(wire, redact) ?? 'no reason was given',
    isOutOfBalance: codeOfVendor(readVendorError(wire)) === 'insufficient-balance',
  };
}

/** The service's own words for what went wrong; undefined if it gave none. */
function readReason(wire: Wire, redact: Redact): Clause | undefined {
  const said = quoteWords(redact(readVendorError(wire).say));
  return said === '' ? undefined : said;
}
