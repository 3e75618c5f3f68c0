import type { DefaultArtifactClient } from '@actions/artifact';

import { describeError } from '../../shared/describe-error.ts';
import { orAborted } from '../../shared/or-aborted.ts';
import type { Clock, Env, Log, Random } from '../../shared/ports.ts';
import { retryDelayMs } from '../../shared/retry-delay.ts';
import { artifactNames } from './artifact-name.ts';
import { findArtifactFault } from './find-artifact-fault.ts';
import { judgeUploadError } from './judge-upload-error.ts';
import { sweepWhile } from './sweep-while.ts';
import type { Delivery } from '../types.ts';

export interface ArtifactRequest {
  readonly name: string;
  /** Absolute path that the names inside the artifact are relative to. */
  readonly folder: string;
  /** Absolute paths of files below `folder`. */
  readonly files: readonly string[];
  /** Absent: the repository's own setting. */
  readonly retentionDays?: number;
  /** The workflow run that the artifact belongs to. */
  readonly run: { readonly attempt: number; readonly runUrl: string };
}

export interface ArtifactDeps {
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly env: Env;
  /** Of GitHub. */
  readonly serverUrl: string;
  /** Ends the wait for an upload, which itself cannot be aborted. */
  readonly signal: AbortSignal;
}

const TRIES = 6;

/**
 * Uploads files as one artifact of the run, under the next free name. Never throws: if it cannot be done, the delivery
 * says why, and where the files are.
 */
export async function deliverArtifact(request: ArtifactRequest, deps: ArtifactDeps): Promise<Delivery> {
  const { folder } = request;
  const fault = findArtifactFault(deps.env, deps.serverUrl);
  if (fault !== undefined) {
    const message = `The pictures could not be uploaded: ${fault}. They stay in ${folder} until the job ends.`;
    return { kind: 'failed', message, folder };
  }
  try {
    // Loaded here: it is most of the bundle, and a run that delivers nothing never needs it.
    const { DefaultArtifactClient } = await import('@actions/artifact');
    const upload = uploadUnderFreeName(new DefaultArtifactClient(), request, deps);
    return await sweepWhile(orAborted(upload, deps.signal), deps.clock);
  } catch (error) {
    const message = `The pictures could not be uploaded: ${explain(error)}. They stay in ${folder} until the job ends.`;
    return { kind: 'failed', message, folder };
  }
}

async function uploadUnderFreeName(
  client: DefaultArtifactClient,
  { name, folder, files, retentionDays, run }: ArtifactRequest,
  { clock, random, log, signal }: ArtifactDeps,
): Promise<Delivery> {
  const names = artifactNames(name, run.attempt).values();
  let candidate = names.next().value;
  for (let failures = 0; candidate !== undefined;) {
    try {
      const uploaded = await client.uploadArtifact(candidate, [...files], folder, {
        // Pictures are already compressed: deflating them again takes three times as long and saves nothing.
        compressionLevel: 0,
        ...(retentionDays !== undefined && { retentionDays }),
      });
      const { id, size: bytes, digest } = uploaded;
      if (id === undefined || bytes === undefined || digest === undefined)
        throw new Error('the artifact service did not say which artifact it made');
      const url = `${run.runUrl}/artifacts/${id}`;
      return {
        kind: 'artifact',
        name: candidate,
        id,
        url,
        digest: `sha256:${digest}`,
        bytes,
        files: files.length,
      };
    } catch (error) {
      const verdict = judgeUploadError(error);
      if (verdict.kind === 'taken') {
        const next = names.next().value;
        log.info(
          `The artifact name ${candidate} is taken in this run${next === undefined ? '' : `; trying ${next}`}.`,
        );
        candidate = next;
        continue;
      }
      failures += 1;
      if (verdict.kind === 'final' || failures === TRIES || signal.aborted) throw error;
      const waitMs = retryDelayMs(failures, random);
      log.info(`The upload failed and is tried again in ${waitMs} ms: ${verdict.reason}`);
      await clock.sleep(waitMs, signal);
    }
  }
  throw new Error(`no name like ${name} is free in this run`);
}

function explain(error: unknown): string {
  // The client's own words name package versions instead of the cause.
  return error instanceof Error && error.name === 'GHESNotSupportedError'
    ? 'GitHub Enterprise Server (GHES) does not take artifacts of this kind'
    : describeError(error);
}
