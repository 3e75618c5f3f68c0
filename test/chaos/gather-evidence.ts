import { createHash } from 'node:crypto';
import * as z from 'zod';

import type { BranchStage } from '../support/branch-stage.ts';
import { submitsOf } from '../support/stage.ts';
import { keyAt, matchFingerprints, type AttemptRecord, type Evidence } from './evidence.ts';

const inputSchema = z.object({ prompt: z.string(), image_urls: z.array(z.string()) });

/** Marks our own looks at the outputs among the requests of the action. */
const OWN = 'x-chaos';

/** Gathers what the services know; the faults must be gone. `hashes` of outputs, by URL, are kept between calls. */
export async function gatherEvidence(
  { emulator }: BranchStage,
  attempts: readonly AttemptRecord[],
  hashes: Map<string, string>,
): Promise<Evidence> {
  const jobs = await Promise.all(
    emulator.ledger.map(async ({ requestId, acceptedAtMs, input, state, outputs: outputUrls }) => {
      const { prompt, image_urls: imageUrls } = inputSchema.parse(input);
      const outputs = await Promise.all(outputUrls.map(async (url) => await hashOutput(url, hashes)));
      const key = keyAt(attempts, prompt, acceptedAtMs);
      return { requestId, key, acceptedAtMs, state, outputs, outputUrls, imageUrls };
    }),
  );
  const requests = emulator.requests.filter(({ headers }) => headers[OWN] === undefined);
  const submits = submitsOf(requests).flatMap(({ body, timeMs, status }) => {
    // Of one that broke off on its way there is no body.
    const input = inputSchema.safeParse(body);
    if (!input.success) return [];
    const key = keyAt(attempts, input.data.prompt, timeMs);
    return [{ key, atMs: timeMs, ...(status !== undefined && { status }) }];
  });
  return { attempts, jobs, submits, requests, keys: matchFingerprints(attempts).keys };
}

async function hashOutput(url: string, hashes: Map<string, string>): Promise<string> {
  const known = hashes.get(url);
  if (known !== undefined) return known;
  const response = await fetch(url, { headers: { [OWN]: 'true' } });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  const hash = createHash('sha256')
    .update(await response.bytes())
    .digest('hex');
  hashes.set(url, hash);
  return hash;
}
