import type { DownloadedFile } from '../download/types.ts';
import type { EditOutcome } from '../plan/outcome.ts';
import type { PlannedEdit } from '../plan/types.ts';
import type { QueueClient } from '../queue/types.ts';
import type { Deadline } from '../shared/deadline.ts';
import type { EditError } from '../shared/edit-error.ts';
import type { Clock, Log } from '../shared/ports.ts';
import type { Result } from '../shared/result.ts';

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
  /** Bytes of an edit's pictures that `makeSendable` would hold in memory; 0 where all are given by URL. */
  uploadBytes(edit: PlannedEdit): number;
  /** Turns an edit's images into https or `data:` URLs; throws where a file is not as it was inspected. */
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
