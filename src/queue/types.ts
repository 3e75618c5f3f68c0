import type { SentPicture } from '../media/data-picture.ts';
import type { ServiceErrorCode } from '../shared/edit-error.ts';
import type { Clause } from '../shared/sentence.ts';

/**
 * The service's answers in our own closed vocabulary. Nothing outside `queue/` sees its wire format.
 */

/** The model's input as it goes on the wire, by the model's own keys. */
export type WireInput = Readonly<Record<string, WireValue>>;

/** JSON in which a picture may be given by its bytes. */
export type WireValue =
  | null
  | boolean
  | number
  | SentPicture
  | readonly WireValue[]
  | { readonly [key: string]: WireValue | undefined };

/** Why a call failed, fit to be shown: method, redacted URL, HTTP status, vendor code and what to do. */
export interface QueueError {
  readonly code: ServiceErrorCode;
  /** One line. */
  readonly message: string;
  /** Whether every further submit would fail in the same way. */
  readonly stopsRun: boolean;
  /** What the last try ran into, if the signal ended the call: sentences. */
  readonly lastTry?: string;
}

/** How a paid call is made. */
export interface SubmitCall {
  /** The model's id. */
  readonly model: string;
  /** Ends the waits and connection attempts, never a POST in flight. */
  readonly signal: AbortSignal;
  /** Sent as `Idempotency-Key`, the same on every try: the claim's id. */
  readonly key: string;
  /** Milliseconds until the run ends: if the service asks to wait longer than that, the run does not wait. */
  readonly leftMs: () => number;
}

export type SubmitAnswer =
  | { readonly kind: 'accepted'; readonly requestId: string }
  /** Certainly not accepted, and repeating would not help: nothing was or will be charged. */
  | { readonly kind: 'rejected'; readonly error: QueueError }
  /**
   * Certainly not accepted; time ran out before the service took it, or the service asks to wait longer than the run
   * has.
   */
  | { readonly kind: 'not-sent'; readonly error: QueueError }
  /** May have been accepted and charged. Never repeat it. */
  | { readonly kind: 'maybe-sent'; readonly error: QueueError };

/** What `/status` says about a job. `ended`: ask /result how. `unrecognized`: an unknown word; /result may say more. */
export type JobStatus =
  | { readonly kind: 'queued'; readonly position?: number }
  | { readonly kind: 'running' }
  | { readonly kind: 'ended' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'unrecognized'; readonly word: string };

export interface OutputUrls {
  /** http(s) addresses in the service's order: `image`, `images`, `video`, `videos`, ...; duplicates removed. */
  readonly urls: readonly string[];
  /** What else came as an output and is not an address to download from. */
  readonly unread?: Clause;
}

export type JobResult =
  | { readonly kind: 'queued' | 'running' }
  | { readonly kind: 'succeeded'; readonly output: OutputUrls; readonly costUsd?: number }
  | {
      readonly kind: 'failed';
      readonly message: Clause;
      /** The account has no balance: every further submit would fail in the same way. */
      readonly isOutOfBalance: boolean;
      readonly costUsd?: number;
    }
  /** The service calls it a success but names no output: it was charged like one. */
  | { readonly kind: 'no-output'; readonly reason?: Clause; readonly costUsd?: number }
  /** It was made, but the form of its output is unknown: `shape` says what came. */
  | { readonly kind: 'unreadable'; readonly shape: Clause; readonly costUsd?: number }
  | { readonly kind: 'cancelled' }
  /** An unknown status word. `hasEnded`: the answer reads as one about a job that is over. */
  | {
      readonly kind: 'unrecognized';
      readonly word: string;
      readonly hasEnded: boolean;
      readonly reason?: Clause;
    };

export type CancelAnswer = 'cancelled' | 'not-cancellable' | 'unconfirmed';

/** A read that went well, or the error after which it was abandoned. */
export type ReadAnswer<T> =
  | {
      readonly ok: true;
      readonly value: T;
      /** Milliseconds from now before which the service asks not to be called again. */
      readonly retryAfterMs?: number;
    }
  | { readonly ok: false; readonly error: QueueError };

/** What the model costs. `unit` is `output` for image models: one price for each picture. */
export interface ModelPrice {
  readonly baseUsd: number;
  readonly unit: string;
}

/** What the service publishes about a model. */
export interface PublishedModel {
  /** Absent if it has an unknown form, which is never 0. */
  readonly price?: ModelPrice;
  /** As it is published: anything. */
  readonly inputSchema: unknown;
}

/** What the reads of a run have in common. */
export interface ReadPace {
  /** Called each time that the service asks to slow down. */
  slowDown(): void;
  /** Waits until a read may be sent again: tries that failed count as reads too. */
  waitForTurn(): Promise<void>;
  /** The wait before another try, in ms: shorter than the given one if there would be none in time before a deadline. */
  limitWaitMs(waitMs: number): number;
}

/** A model in the service's list. */
export interface CatalogEntry extends PublishedModel {
  readonly id: string;
  readonly name: string;
}

/** Some of the service's models. */
export interface CatalogPage {
  readonly models: readonly CatalogEntry[];
  /** How many there are in all. */
  readonly total: number;
}

/** The RunComfy Model API. Every call is bounded by its signal. */
export interface QueueClient {
  /** The paid call: sent again only if it was certainly not accepted. Never throws. */
  submit(input: WireInput, call: SubmitCall): Promise<SubmitAnswer>;
  /** Retried until the signal ends it, at the pace of the run's reads. */
  status(requestId: string, signal: AbortSignal, pace?: ReadPace): Promise<ReadAnswer<JobStatus>>;
  /** The same; asks for the cost as well. */
  result(requestId: string, signal: AbortSignal, pace?: ReadPace): Promise<ReadAnswer<JobResult>>;
  /** One try and a short bound of its own; only queued jobs can be cancelled. */
  cancel(requestId: string, signal: AbortSignal): Promise<CancelAnswer>;
  /** One try; an unknown price is an error, never 0. */
  price(model: string, signal: AbortSignal): Promise<ReadAnswer<ModelPrice>>;
  /** One try: what the service publishes about a model. */
  model(model: string, signal: AbortSignal): Promise<ReadAnswer<PublishedModel>>;
  /** One try: the models that a search finds, from the given one on. */
  catalog(
    search: { readonly search: string; readonly offset: number },
    signal: AbortSignal,
  ): Promise<ReadAnswer<CatalogPage>>;
  /** The address at which a job's result stays readable (with the token), for messages. */
  resultUrl(requestId: string): string;
  /**
   * How far the service's clock is ahead of this machine's, in ms, by its last answer; 0 for less than a minute.
   * Undefined as long as no answer said what time it is.
   */
  aheadMs(): number | undefined;
  /** How often the service has asked to slow down; answers to submits that left together count once. */
  slowDowns(): number;
}
