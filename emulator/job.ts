import type { Fault } from './fault.ts';
import type { ModelInput } from './read-input.ts';

/** What `/result` gives as `output`. */
export interface JobOutput {
  readonly image?: string;
  readonly images?: readonly string[];
  readonly video?: string;
}

/** The state of a job; times in milliseconds since the epoch. */
export type JobPhase =
  | { readonly kind: 'in_queue' }
  | { readonly kind: 'in_progress' }
  | { readonly kind: 'succeeded'; readonly output: JobOutput; readonly finishedAtMs: number }
  | { readonly kind: 'failed'; readonly error: unknown; readonly finishedAtMs: number }
  | { readonly kind: 'cancelled'; readonly finishedAtMs: number };

/** An accepted submit and the work behind it. */
export interface Job {
  readonly id: string;
  /** The token that submitted it: no other may read it. */
  readonly owner: string;
  readonly model: string;
  /** Let go when the job ends, for its `data:` URIs are large. */
  input: ModelInput | undefined;
  readonly prompt: string;
  /** The body as received, `data:` URIs replaced by their hashes. */
  readonly receivedInput: unknown;
  /** How often the same was accepted before. */
  readonly again: number;
  readonly acceptedAtMs: number;
  readonly imageCount: number;
  readonly serviceMs: number;
  readonly faults: readonly Fault[];
  phase: JobPhase;
  /** USD: the whole price from the submit on, nothing once it was cancelled or failed. */
  costUsd: number;
}

/** Whether the job is over. */
export function hasEnded(job: Job): boolean {
  return job.phase.kind !== 'in_queue' && job.phase.kind !== 'in_progress';
}
