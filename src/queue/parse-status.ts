import * as z from 'zod';

import { lazily } from '../shared/lazily.ts';
import type { Redact } from './redact.ts';
import type { JobStatus } from './types.ts';

const schema = lazily(() =>
  z.object({
    status: z.string(),
    request_id: z.string().optional(),
    // Only for the log: an odd position must not make the status unreadable.
    queue_position: z.number().int().nonnegative().optional().catch(undefined),
  }),
);

/** Reads the answer of `/status`; undefined if it is not one, or is about another request. */
export function parseStatus(body: unknown, requestId: string, redact: Redact): JobStatus | undefined {
  const wire = schema().safeParse(body).data;
  if (wire === undefined || (wire.request_id ?? requestId) !== requestId) return undefined;
  const phase = readPhase(wire.status);
  switch (phase) {
    case 'queued':
      return { kind: phase, ...(wire.queue_position !== undefined && { position: wire.queue_position }) };
    case 'running':
    case 'cancelled':
      return { kind: phase };
    case 'completed':
    case 'succeeded':
    case 'failed':
      return { kind: 'ended' };
    case undefined:
      return { kind: 'unrecognized', word: redact(wire.status) };
  }
}

export type Phase = 'queued' | 'running' | 'completed' | 'succeeded' | 'failed' | 'cancelled';

/** The service's words for the state of a job, and others that its own clients accept. */
const PHASES = new Map<string, Phase>([
  ['in_queue', 'queued'],
  ['pending', 'queued'],
  ['waiting', 'queued'],
  ['in_progress', 'running'],
  ['starting', 'running'],
  ['processing', 'running'],
  ['completed', 'completed'],
  ['succeeded', 'succeeded'],
  ['failed', 'failed'],
  ['cancelled', 'cancelled'],
  ['canceled', 'cancelled'],
]);

/** What a status word means; undefined if it is unknown. */
export function readPhase(word: string): Phase | undefined {
  return PHASES.get(word.toLowerCase());
}

const ENDED =
  /abort|expir|reject|error|time.?d?.?out|terminat|kill|stopp|dead|declin|refus|block|moderat|fail|succe|complet|finish|done|ended|lost|delet|remov|skipp|invalid|exhaust|ready/i;

/** Whether an unknown word reads as the end of a job, as `aborted` or `expired` do and `rendering` does not. */
export function soundsEnded(word: string): boolean {
  return ENDED.test(word) && !/ing$/i.test(word);
}
