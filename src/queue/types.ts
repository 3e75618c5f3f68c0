import type { ServiceErrorCode } from '../shared/edit-error.ts';

/**
 * The service's answers in our own closed vocabulary. Nothing outside `queue/` sees its wire format.
 */

/** The model's input as it goes on the wire. The size's key is really spelled with U+00D7. */
export interface WireInput {
  readonly image_urls: readonly string[];
  readonly prompt: string;
  readonly 'width×height': string;
  readonly scale: number;
  readonly force_single: boolean;
}

/** Why a call failed, fit to be shown: method, redacted URL, HTTP status, vendor code and what to do. */
export interface QueueError {
  readonly code: ServiceErrorCode;
  /** One line. */
  readonly message: string;
  /** Whether every further submit would meet the same error. */
  readonly stopsRun: boolean;
}

export type SubmitAnswer =
  | { readonly kind: 'accepted'; readonly requestId: string }
  /** Surely not accepted, and repeating would not help: nothing was or will be charged. */
  | { readonly kind: 'rejected'; readonly error: QueueError }
  /** Surely not accepted; the deadline ended before the service took it. */
  | { readonly kind: 'not-sent'; readonly error: QueueError }
  /** May have been accepted and charged. Never repeat it. */
  | { readonly kind: 'unclear'; readonly error: QueueError };

/** Where a job stands. `ended` (from /status): ask /result how. `unknown`: a word nobody knows. */
export type JobStatus =
  | { readonly kind: 'queued'; readonly position?: number }
  | { readonly kind: 'running' }
  | { readonly kind: 'ended' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'unknown'; readonly word: string };

export interface OutputUrls {
  /** In the service's order: `image`, `images`, `video`, `videos`; duplicates removed. */
  readonly urls: readonly string[];
}

export type JobResult =
  | { readonly kind: 'queued' | 'running' }
  | { readonly kind: 'succeeded'; readonly output: OutputUrls; readonly costUsd?: number }
  | {
      readonly kind: 'failed';
      readonly message: string;
      /** The service calls it a success, and names no output: it was charged like one. */
      readonly isEmpty?: true;
      readonly costUsd?: number;
    }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'unknown'; readonly word: string };

export type CancelAnswer = 'cancelled' | 'not-cancellable' | 'unconfirmed';

/** A read that went well, or the error after which it was given up. */
export type ReadAnswer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: QueueError };

/** What the model costs. `unit` is `output` for image models: one price for each picture. */
export interface ModelPrice {
  readonly baseUsd: number;
  readonly unit: string;
}

/** The RunComfy Model API, for one model. Every call is bounded by its signal. */
export interface QueueClient {
  /** The paid call: sent again only where it surely was not accepted. Never throws. */
  submit(input: WireInput, signal: AbortSignal): Promise<SubmitAnswer>;
  /** Retried until the signal ends it. */
  status(requestId: string, signal: AbortSignal): Promise<ReadAnswer<JobStatus>>;
  /** Retried until the signal ends it; asks for the cost as well. */
  result(requestId: string, signal: AbortSignal): Promise<ReadAnswer<JobResult>>;
  /** One try and a short bound of its own; only queued jobs can be cancelled. */
  cancel(requestId: string, signal: AbortSignal): Promise<CancelAnswer>;
  /** One try; an unknown price is an error, never 0. */
  price(signal: AbortSignal): Promise<ReadAnswer<ModelPrice>>;
  /** The address at which a job's result stays readable (with the token), for messages. */
  resultUrl(requestId: string): string;
}
