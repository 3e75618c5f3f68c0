import type { DownloadedFile } from '../download/types.ts';
import type { EditOutcome } from '../plan/outcome.ts';
import type { PlannedEdit } from '../plan/types.ts';
import type { QueueClient, QueueError } from '../queue/types.ts';
import type { Deadline } from '../shared/deadline.ts';
import type { EditError } from '../shared/edit-error.ts';
import type { Clock, Log } from '../shared/ports.ts';
import type { Result } from '../shared/result.ts';
import type { TypicalTimes } from './typical-times.ts';
import type { UploadBudget } from './upload-budget.ts';

/** Something that happened to an edit. Each edit ends exactly once, and nothing happens to it afterwards. */
export type JobChange =
  | { readonly kind: 'submitting'; readonly edit: PlannedEdit }
  | { readonly kind: 'submitted'; readonly edit: PlannedEdit; readonly requestId: string }
  | { readonly kind: 'queued'; readonly edit: PlannedEdit; readonly position?: number }
  | { readonly kind: 'running'; readonly edit: PlannedEdit }
  | { readonly kind: 'unknown'; readonly edit: PlannedEdit; readonly word: string }
  | { readonly kind: 'downloading'; readonly edit: PlannedEdit }
  | { readonly kind: 'ended'; readonly outcome: EditOutcome };

/** What running edits needs from the other parts of the action. */
export interface JobDeps {
  readonly queue: QueueClient;
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
  download(url: string, output: string, signal: AbortSignal): Promise<Result<DownloadedFile, EditError>>;
  readonly clock: Clock;
  readonly log: Log;
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
  /** First output URL of each edit that succeeded in this run, by id. */
  readonly outputUrls: ReadonlyMap<string, string>;
  /** The unchanged edits, by id. */
  readonly kept: ReadonlyMap<string, PlannedEdit>;
  /** Ends submits that were not accepted yet: the run's own signal, or an error that would meet every edit. */
  readonly submitSignal: AbortSignal;
  /** Told of an error after which no further submit makes sense. */
  stopRun(error: QueueError): void;
}
