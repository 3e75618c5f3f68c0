import type { DownloadedFile, DownloadError } from '../download/types.ts';
import type { ClaimAnswer } from '../ledger/claims/types.ts';
import type { LedgerEntry, PaidEntry } from '../ledger/life/types.ts';
import type { Phases } from '../lock/recorded-phases.ts';
import type { SentPicture } from '../media/data-picture.ts';
import type { MediaFile } from '../media/types.ts';
import type { EditOutcome } from '../plan/outcome.ts';
import type { PlannedAction, PlannedEdit } from '../plan/types.ts';
import type { QueueClient } from '../queue/types.ts';
import type { Deadline } from '../shared/deadline.ts';
import type { EditError } from '../shared/edit-error.ts';
import type { Place } from '../shared/places.ts';
import type { Clock, Log } from '../shared/ports.ts';
import type { Result } from '../shared/result.ts';
import type { ReadPlanner } from './follow/waiting/types.ts';
import type { UploadMemory } from './one-edit/upload-memory.ts';

/** Something that happened to an edit. Each edit ends exactly once, and nothing happens to it afterwards. */
export type JobChange =
  | { readonly kind: 'submitting'; readonly edit: PlannedEdit }
  | { readonly kind: 'submitted'; readonly edit: PlannedEdit; readonly requestId: string }
  /** An earlier run, or another one, submitted it: from now on it is followed here. */
  | { readonly kind: 'collecting'; readonly edit: PlannedEdit; readonly requestId: string }
  /** Another run is working on it: this run waits. */
  | { readonly kind: 'other-run'; readonly edit: PlannedEdit; readonly entry: LedgerEntry }
  | { readonly kind: 'queued'; readonly edit: PlannedEdit; readonly position?: number }
  | { readonly kind: 'running'; readonly edit: PlannedEdit }
  /** The service uses an unknown status word. */
  | { readonly kind: 'unrecognized'; readonly edit: PlannedEdit; readonly word: string }
  | { readonly kind: 'downloading'; readonly edit: PlannedEdit }
  | { readonly kind: 'ended'; readonly outcome: EditOutcome };

/** How an edit goes on after a step: with its ending, or with what is to be done about it now. */
export type AfterStep =
  | { readonly kind: 'ended'; readonly outcome: EditOutcome }
  | { readonly kind: 'goes-on'; readonly action: PlannedAction };

/** Another run has delivered an edit since the plan was made: these files of that request are on the branch. */
export interface DeliveredByOther {
  readonly kind: 'delivered';
  readonly files: readonly MediaFile[];
  readonly requestId: string;
}

/** What became of the wish to send an edit. */
export type EditClaimAnswer = ClaimAnswer<DeliveredByOther>;

/** How an edit that another run was working on went on. */
export type OtherRunAnswer =
  /** The other run sent it, or even delivered it to another destination: it can be collected by its request id. */
  | { readonly kind: 'submitted'; readonly entry: PaidEntry }
  | DeliveredByOther
  /** The other run released it, or it ended there without pictures: it is free to be claimed. */
  | { readonly kind: 'free' }
  /** The other run ended, and it may have been sent, or its pictures can no longer be had. */
  | { readonly kind: 'unknown'; readonly entry: LedgerEntry };

/** The record of what was sent, kept where the next run finds it. Each promise resolves when the record is durable. */
export interface EditClaims {
  /** `upcoming` gives the edits that will be asked for next, the next one first: these are claimed ahead. */
  expect(upcoming: () => readonly PlannedEdit[]): void;
  /** Durable in the store: no other run sends the edit from now on. */
  claim(edit: PlannedEdit, signal: AbortSignal): Promise<EditClaimAnswer>;
  /** On this disk: the submit is about to leave. */
  posting(edit: PlannedEdit): Promise<void>;
  /** On this disk; in the store with the next write. */
  accepted(edit: PlannedEdit, requestId: string, submittedAtMs: number): Promise<void>;
  maybeSent(edit: PlannedEdit): Promise<void>;
  /** It was certainly not sent. */
  released(edit: PlannedEdit): Promise<void>;
  /** It has ended; if it was never asked for, others need not wait for it any longer. */
  releaseIfUnused(edit: PlannedEdit): Promise<void>;
  /** Waits until the run that holds the entry is done with it; rejects with the signal's reason. */
  waitForOtherRun(edit: PlannedEdit, entry: LedgerEntry, signal: AbortSignal): Promise<OtherRunAnswer>;
}

/** What a job that has ended cost. */
export interface JobCost {
  /** In USD; undefined if the service names no cost. */
  readonly usd: number | undefined;
  /** Whether it made something: only then its cost is one that others may have. */
  readonly hasMade: boolean;
}

/** The money of a run. Each edit is known by its id. */
export interface Budget {
  /**
   * Whether an edit is not to be sent before more is known of the cost of those that are `underWay` (ids): one of them has the same
   * options and no known cost, or what is set aside for them leaves no room, and they may cost less.
   */
  mustWait(edit: PlannedEdit, underWay: ReadonlySet<string>): boolean;
  /** Reserves what an edit may cost before anything is sent; the error says why the edit may not be sent. */
  reserve(edit: PlannedEdit): EditError | undefined;
  /** Nothing was sent after all. */
  release(edit: PlannedEdit): void;
  /** What it cost in the end; if that is not known, what was reserved counts. */
  recordCost(edit: PlannedEdit, cost: JobCost): void;
}

/** The pictures that go in and come out. */
export interface PictureFiles {
  /**
   * Bytes of an edit's pictures that are in memory while it is sent; 0 if all are given by URL. `unchanged` are the
   * unchanged edits whose outputs it uses.
   */
  uploadBytes(edit: PlannedEdit, unchanged: readonly PlannedEdit[]): number;
  /**
   * Turns an edit's images into https URLs or their bytes; throws if a file is not as it was inspected. `outputUrls` has
   * an entry for each edit that it needs.
   */
  makeSendable(
    edit: PlannedEdit,
    outputUrls: ReadonlyMap<string, SentPicture>,
  ): Promise<readonly SentPicture[]>;
  /** Address or bytes of an unchanged edit's first output; the error is a sentence. */
  unchangedOutput(edit: PlannedEdit, signal: AbortSignal): Promise<Result<SentPicture, string>>;
  /** Copies a file of this run to `output` (relative path without extension). Throws as `node:fs` does. */
  copy(file: DownloadedFile, output: string): Promise<DownloadedFile>;
  /** Fetches an output to `output` (relative path without extension). Retries by itself. */
  download(url: string, output: string, signal: AbortSignal): Promise<Result<DownloadedFile, DownloadError>>;
  /** Whether what is not known to be a picture or video can be delivered: an artifact accepts it, a branch does not. */
  readonly takesUnknownFiles: boolean;
}

/** What running edits needs from the other parts of the action. */
export interface JobDeps {
  readonly queue: QueueClient;
  readonly claims: EditClaims;
  /** Whether the next run finds what is in flight, so that it collects without paying again. */
  readonly keepsRecord: boolean;
  readonly budget: Budget;
  /**
   * The state of an edit that was to be sent and is not: `pending` if the run is the last one of several that share a plan,
   * so that it says what is still to come.
   */
  readonly unsent: 'skipped' | 'pending';
  /** What to do at a deadline about jobs that still wait in the service's queue. A stopped run always cancels them. */
  readonly onTimeout: 'cancel' | 'leave';
  readonly files: PictureFiles;
  readonly clock: Clock;
  readonly log: Log;
  /** How long jobs took that earlier runs have followed. */
  readonly earlierPhases: readonly Phases[];
  /**
   * How many jobs may be at the service: each from its submit until it has ended there. At least 1; `auto` follows what
   * the service does with them.
   */
  readonly maxParallel: number | 'auto';
  /** Of the whole run; its signal is aborted as well when the step is being stopped. */
  readonly deadline: Deadline;
  /** Called for every change, in order. Must not throw. */
  onChange(change: JobChange): void;
}

/** What the edits of a run share while it goes on. */
export interface SharedWork {
  readonly reads: ReadPlanner;
  readonly uploadMemory: UploadMemory;
  /**
   * Waits for a place among the jobs at the service, which the edit has until it leaves it; undefined once the signal is
   * aborted. Edits that others need come first.
   */
  enterService(edit: PlannedEdit, signal: AbortSignal): Promise<Place | undefined>;
  /** The edit is being made ready, and asks for a place soon: those of later turns wait for it. */
  expectPlace(edit: PlannedEdit, sends: 'bytes' | 'urls'): void;
  /** The edit has to wait before it can ask for its place: until it asks, later ones need not wait for it. */
  letOthersPass(edit: PlannedEdit): void;
  /** Lower-case output paths of the whole spec. */
  readonly takenOutputs: ReadonlySet<string>;
  /**
   * First output URL of each edit that succeeded in this run or was delivered by another one in the meantime, by id.
   */
  readonly outputUrls: ReadonlyMap<string, string>;
  /** The unchanged edits, by id. */
  readonly unchanged: ReadonlyMap<string, PlannedEdit>;
  /** Ends submits that were not accepted yet: the run's own signal, or an error that would affect every edit. */
  readonly submitSignal: AbortSignal;
  /** Called with an error after which no further submit makes sense: what happened and what to do, in sentences. */
  stopRun(message: string): void;
  /** As in JobDeps, with the count and the log of the run. */
  onChange(change: JobChange): void;
}

/** The ports that a function uses, by name. */
export type Uses<Name extends keyof (JobDeps & SharedWork)> = Pick<JobDeps & SharedWork, Name>;
