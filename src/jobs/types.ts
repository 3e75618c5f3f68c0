import type { DownloadedFile, DownloadError } from '../download/types.ts';
import type { LedgerEntry, PaidEntry } from '../ledger/life/types.ts';
import type { MediaFile } from '../media/types.ts';
import type { EditOutcome } from '../plan/outcome.ts';
import type { PlannedEdit } from '../plan/types.ts';
import type { QueueClient, QueueError } from '../queue/types.ts';
import type { Deadline } from '../shared/deadline.ts';
import type { EditError } from '../shared/edit-error.ts';
import type { Clock, Log } from '../shared/ports.ts';
import type { Result } from '../shared/result.ts';
import type { TypicalTimes } from './follow/typical-times.ts';
import type { UploadBudget } from './one-edit/upload-budget.ts';

/** Something that happened to an edit. Each edit ends exactly once, and nothing happens to it afterwards. */
export type JobChange =
  | { readonly kind: 'submitting'; readonly edit: PlannedEdit }
  | { readonly kind: 'submitted'; readonly edit: PlannedEdit; readonly requestId: string }
  /** An earlier run, or another one, submitted it: from now on it is followed here. */
  | { readonly kind: 'collecting'; readonly edit: PlannedEdit; readonly requestId: string }
  /** Another run is at it: it is waited for. */
  | { readonly kind: 'other-run'; readonly edit: PlannedEdit; readonly entry: LedgerEntry }
  | { readonly kind: 'queued'; readonly edit: PlannedEdit; readonly position?: number }
  | { readonly kind: 'running'; readonly edit: PlannedEdit }
  | { readonly kind: 'unknown'; readonly edit: PlannedEdit; readonly word: string }
  | { readonly kind: 'downloading'; readonly edit: PlannedEdit }
  | { readonly kind: 'ended'; readonly outcome: EditOutcome };

/** Another run delivered an edit since the plan was made: these files of that request are on the branch. */
export interface DeliveredElsewhere {
  readonly kind: 'delivered';
  readonly files: readonly MediaFile[];
  readonly requestId: string;
}

/** What became of the wish to send an edit. */
export type ClaimAnswer =
  /** `id` is the claim's own. */
  | { readonly kind: 'claimed'; readonly id: string }
  | DeliveredElsewhere
  /** Another run was first. */
  | { readonly kind: 'other-run'; readonly entry: LedgerEntry }
  /** It cannot be recorded, or not be seen what others did, so nothing may be sent; the message is a sentence. */
  | { readonly kind: 'failed'; readonly message: string };

/** How an edit that another run was at went on. */
export type ElsewhereEnd =
  /** The other run sent it, or even delivered it elsewhere: it can be collected by its request id. */
  | { readonly kind: 'submitted'; readonly entry: PaidEntry }
  | DeliveredElsewhere
  /** The other run gave it back, or it ended there without pictures: it is free to be claimed. */
  | { readonly kind: 'free' }
  /** The other run ended, and nobody knows whether it was sent, or its pictures are gone. */
  | { readonly kind: 'unclear'; readonly entry: LedgerEntry };

/** The record of what was sent, kept where the next run finds it. Each promise resolves when the word is durable. */
export interface Claims {
  /** Durable in the store: no other run sends the edit from now on. */
  claim(edit: PlannedEdit, signal: AbortSignal): Promise<ClaimAnswer>;
  /** On this disk: the submit is about to leave. */
  posting(edit: PlannedEdit): Promise<void>;
  /** On this disk; in the store with the next write. */
  accepted(edit: PlannedEdit, requestId: string, submittedAtMs: number): Promise<void>;
  maybeSent(edit: PlannedEdit): Promise<void>;
  /** It was surely not sent. */
  released(edit: PlannedEdit): Promise<void>;
  /** It has ended; where it was never asked for, others need not wait for it any longer. */
  forgone(edit: PlannedEdit): Promise<void>;
  /** Waits until the run that holds the entry is done with it; rejects with the signal's reason. */
  waitElsewhere(edit: PlannedEdit, entry: LedgerEntry, signal: AbortSignal): Promise<ElsewhereEnd>;
}

/** The money of a run. Edits are told apart by their ids. */
export interface Purse {
  /** Sets the price of one output aside, before anything is sent; the error tells why the edit may not be sent. */
  reserve(edit: PlannedEdit): EditError | undefined;
  /** Nothing was sent after all. */
  giveBack(edit: PlannedEdit): void;
  /** What it cost in the end, in USD; what is not known stays as it was reserved. */
  spent(edit: PlannedEdit, costUsd: number | undefined): void;
}

/** What running edits needs from the other parts of the action. */
export interface JobDeps {
  readonly queue: QueueClient;
  readonly claims: Claims;
  /** Whether the next run finds what is in flight, so that it collects without paying again. */
  readonly keepsRecord: boolean;
  readonly purse: Purse;
  /** What to do at a deadline about jobs that still wait in the service's queue. A stopped run always cancels them. */
  readonly onTimeout: 'cancel' | 'leave';
  /**
   * Bytes of an edit's pictures that are in memory while it is sent; 0 where all are given by URL. `kept` are the
   * unchanged edits whose outputs it uses.
   */
  uploadBytes(edit: PlannedEdit, kept: readonly PlannedEdit[]): number;
  /**
   * Turns an edit's images into https or `data:` URLs; throws where a file is not as it was inspected. `outputUrls`
   * has an entry for each edit that it needs.
   */
  makeSendable(edit: PlannedEdit, outputUrls: ReadonlyMap<string, string>): Promise<readonly string[]>;
  /** Address or `data:` URI of an unchanged edit's first output; the error is a sentence. */
  keptOutput(edit: PlannedEdit, signal: AbortSignal): Promise<Result<string, string>>;
  /** Copies a file of this run to `output` (relative path without extension). Throws as `node:fs` does. */
  copy(file: DownloadedFile, output: string): Promise<DownloadedFile>;
  /** Fetches an output to `output` (relative path without extension). Retries by itself; codes as in EditError. */
  download(url: string, output: string, signal: AbortSignal): Promise<Result<DownloadedFile, DownloadError>>;
  readonly clock: Clock;
  readonly log: Log;
  /** Whether what is not known to be a picture or video can be delivered: an artifact takes it, a branch does not. */
  readonly takesUnknownFiles: boolean;
  /** How many edits may be between the start of their submit and the end of their download. At least 1. */
  readonly maxParallel: number;
  /** Of the whole run; its signal also tells that the step is being stopped. */
  readonly deadline: Deadline;
  /** Told of every change, in order. Must not throw. */
  onChange(change: JobChange): void;
}

/** What one edit needs: what all edits of the run share, and what is known when it starts. */
export interface EditDeps extends Omit<JobDeps, 'maxParallel'> {
  readonly typical: TypicalTimes;
  readonly uploads: UploadBudget;
  /** Lower-case output paths of the whole spec. */
  readonly takenOutputs: ReadonlySet<string>;
  /** First output URL of each edit that succeeded in this run or was delivered by another one meanwhile, by id. */
  readonly outputUrls: ReadonlyMap<string, string>;
  /** The unchanged edits, by id. */
  readonly kept: ReadonlyMap<string, PlannedEdit>;
  /** Ends submits that were not accepted yet: the run's own signal, or an error that would meet every edit. */
  readonly submitSignal: AbortSignal;
  /** Told of an error after which no further submit makes sense. */
  stopRun(error: Pick<QueueError, 'message'>): void;
}
