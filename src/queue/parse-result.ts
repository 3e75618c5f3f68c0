import * as z from 'zod';

import { readPhase } from './parse-status.ts';
import type { Redact } from './redact.ts';
import type { JobResult } from './types.ts';
import { readVendorError } from './vendor-error.ts';

const schema = z.looseObject({
  status: z.string(),
  request_id: z.string().optional(),
  output: z.unknown().optional(),
  // A strange cost stays unknown (never 0): it must not make a paid result unreadable.
  cost: z.number().nonnegative().optional().catch(undefined),
});

const url = z.union([z.literal(''), z.url({ protocol: /^https?$/ })]);
const outputSchema = z.object({
  image: url.nullish(),
  images: z.array(url).nullish(),
  video: url.nullish(),
  videos: z.array(url).nullish(),
});

/**
 * Reads the answer of `/result`; undefined where it is none, is about another request, or names outputs in a form that
 * nobody knows. A job that succeeded without any output has failed: the vendor's word alone is no picture.
 */
export function parseResult(body: unknown, requestId: string, redact: Redact): JobResult | undefined {
  const wire = schema.safeParse(body).data;
  if (wire === undefined || (wire.request_id ?? requestId) !== requestId) return undefined;
  const cost = wire.cost === undefined ? {} : { costUsd: wire.cost };
  const phase = readPhase(wire.status);
  switch (phase) {
    case 'queued':
    case 'running':
    case 'cancelled':
      return { kind: phase };
    case 'failed': {
      const { say } = readVendorError(wire);
      return { kind: 'failed', message: say === '' ? 'no reason was given' : redact(say), ...cost };
    }
    case 'succeeded': {
      const urls = readOutput(wire.output);
      if (urls === undefined) return undefined;
      if (urls.length === 0)
        return { kind: 'failed', message: 'it ended without output', isEmpty: true, ...cost };
      return { kind: 'succeeded', output: { urls }, ...cost };
    }
    case 'completed': // not a word of /result, where it would leave open how the job ended
    case undefined:
      return { kind: 'unknown', word: redact(wire.status) };
  }
}

/** All output URLs; none for an empty output; undefined where the output has an unknown form. */
function readOutput(output: unknown): readonly string[] | undefined {
  if (output === undefined || output === null || output === '') return [];
  if (Array.isArray(output) && output.length === 0) return [];
  const wire = outputSchema.safeParse(output).data;
  if (wire === undefined) return undefined;
  const urls = [wire.image, ...(wire.images ?? []), wire.video, ...(wire.videos ?? [])];
  return [...new Set(urls.filter((found) => typeof found === 'string'))].filter((found) => found !== '');
}
