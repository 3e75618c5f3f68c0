import type { DefaultArtifactClient } from '@actions/artifact';

import { describeError } from '../../shared/describe-error.ts';
import { orAborted } from '../../shared/or-aborted.ts';
import type { Clock, Env, Log, Random } from '../../shared/ports.ts';
import type { Result } from '../../shared/result.ts';
import { describeRetry, retry } from '../../shared/retry.ts';
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
    return await sweepWhile(async () => {
      // Loaded here: it is most of the bundle, and a run that delivers nothing never needs it.
      const { DefaultArtifactClient } = await import('@actions/artifact');
      const uploading = uploadUnderFreeName(new DefaultArtifactClient(), request, deps);
      return await orAborted(uploading, deps.signal);
    }, deps.clock);
  } catch (error) {
    const message = `The pictures could not be uploaded: ${explain(error)}. They stay in ${folder} until the job ends.`;
    return { kind: 'failed', message, folder };
  }
}

async function uploadUnderFreeName(
  client: DefaultArtifactClient,
  request: ArtifactRequest,
  { clock, random, log, signal }: ArtifactDeps,
): Promise<Delivery> {
  const names = artifactNames(request.name, request.run.attempt).values();
  let name = names.next().value;
  const uploaded = await retry<Result<Delivery, unknown>>(
    async (tries) => {
      while (name !== undefined) {
        try {
          return { kind: 'done', value: { ok: true, value: await upload(client, name, request) } };
        } catch (error) {
          const verdict = judgeUploadError(error);
          if (verdict.kind === 'final' || (verdict.kind === 'again' && tries === TRIES)) throw error;
          if (verdict.kind === 'again') {
            const waitMs = retryDelayMs(tries, random);
            log.info(describeRetry(`The upload failed: ${verdict.reason}`, waitMs));
            return { kind: 'again', value: { ok: false, error }, waitMs };
          }
          const next = names.next().value;
          const then = next === undefined ? '' : `; trying ${next}`;
          log.info(`The artifact name ${name} is taken in this run${then}.`);
          name = next;
        }
      }
      throw new Error(`no name like ${request.name} is free in this run`);
    },
    { clock, signal },
  );
  if (!uploaded.ok) throw uploaded.error;
  return uploaded.value;
}

/** Throws the errors of the client. */
async function upload(
  client: DefaultArtifactClient,
  name: string,
  { folder, files, retentionDays, run }: ArtifactRequest,
): Promise<Delivery> {
  const uploaded = await client.uploadArtifact(name, [...files], folder, {
    // Pictures are already compressed: deflating them again takes three times as long and saves nothing.
    compressionLevel: 0,
    ...(retentionDays !== undefined && { retentionDays }),
  });
  const { id, size: bytes, digest } = uploaded;
  if (id === undefined || bytes === undefined || digest === undefined)
    throw new Error('the artifact service did not say which artifact it made');
  const url = `${run.runUrl}/artifacts/${id}`;
  return { kind: 'artifact', name, id, url, digest: `sha256:${digest}`, bytes, files: files.length };
}

function explain(error: unknown): string {
  // The client's own words name package versions instead of the cause.
  return error instanceof Error && error.name === 'GHESNotSupportedError'
    ? 'GitHub Enterprise Server (GHES) does not take artifacts of this kind'
    : describeError(error);
}
