import { createHash } from 'node:crypto';
import * as z from 'zod';

import { makeOdd, ODD_FILES } from '../../emulator/odd-file.ts';
import type { BranchStage } from '../support/branch-stage.ts';

import { submitsOf } from '../support/stage.ts';
import { keyAt, matchFingerprints, type AttemptRecord, type Evidence } from './evidence.ts';

const inputSchema = z.object({ prompt: z.string(), image_urls: z.array(z.string()) });

/** Marks our own looks at the outputs among the requests of the action. */
const OWN = 'x-chaos';

/** What is remembered of the outputs between two looks. */
export interface KnownOutputs {
  /** By URL. */
  readonly hashes: Map<string, string>;
  readonly disguises: Map<string, Set<string>>;
}

/** Gathers what the services know; the faults must be gone. */
export async function gatherEvidence(
  { emulator }: BranchStage,
  attempts: readonly AttemptRecord[],
  known: KnownOutputs,
  facts: Pick<Evidence, 'lost' | 'isArtifactOnly'>,
): Promise<Evidence> {
  const hasOdd = attempts.some(({ attempt }) => attempt.faults.service.some(({ kind }) => kind === 'odd'));
  const jobs = await Promise.all(
    emulator.ledger.map(async ({ requestId, acceptedAtMs, input, state, outputs: outputUrls }) => {
      const { prompt, image_urls: imageUrls } = inputSchema.parse(input);
      const outputs = await Promise.all(outputUrls.map(async (url) => await hashOutput(url, known, hasOdd)));
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
  const { keys } = matchFingerprints(attempts);
  return { attempts, jobs, submits, requests, keys, disguises: known.disguises, ...facts };
}

async function hashOutput(
  url: string,
  { hashes, disguises }: KnownOutputs,
  hasOdd: boolean,
): Promise<string> {
  const known = hashes.get(url);
  if (known !== undefined && (!hasOdd || [...disguises.values()].some((hidden) => hidden.has(known))))
    return known;
  const response = await fetch(url, { headers: { [OWN]: 'true' } });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  const picture = Buffer.from(await response.bytes());
  const hash = hashOf(picture);
  hashes.set(url, hash);
  for (const file of hasOdd ? ODD_FILES : []) {
    const odd = hashOf(await makeOdd(picture, file));
    disguises.set(odd, (disguises.get(odd) ?? new Set()).add(hash));
  }
  return hash;
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
