import type { Job, JobPhase } from './job.ts';

/** A submit that was accepted, and what became of it. */
export interface LedgerEntry {
  readonly requestId: string;
  /** The model's id. */
  readonly model: string;
  /** Milliseconds since the epoch. */
  readonly acceptedAtMs: number;
  /** The body as it was received, `data:` URIs replaced by their hashes. */
  readonly input: unknown;
  readonly state: JobPhase['kind'];
  /** USD charged: the price from the submit on; nothing once it was cancelled in the queue or failed. */
  readonly costUsd: number;
  /** Addresses of the outputs; empty unless succeeded. */
  readonly outputs: readonly string[];
}

/** The ledger of paid submits, in the order in which they were accepted. */
export function readLedger(jobs: readonly Job[]): readonly LedgerEntry[] {
  return jobs.map((job) => ({
    requestId: job.id,
    model: job.model,
    acceptedAtMs: job.acceptedAtMs,
    input: job.receivedInput,
    state: job.phase.kind,
    costUsd: job.costUsd,
    outputs: outputsOf(job.phase),
  }));
}

function outputsOf(phase: JobPhase): readonly string[] {
  if (phase.kind !== 'succeeded') return [];
  const { image, images = [], video } = phase.output;
  return [image, ...images, video].filter((url) => url !== undefined);
}
