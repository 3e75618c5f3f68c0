/** What a call to the service can fail with. The table in docs/results.md says what each code means. */
export type ServiceErrorCode =
  | 'authentication'
  | 'connection'
  | 'deadline'
  | 'insufficient-balance'
  | 'invalid-input'
  | 'not-found'
  | 'permission-denied'
  | 'rate-limited'
  | 'service-error'
  | 'unreadable-answer'
  | 'wrong-model';

/**
 * All codes with which an edit can end: stable, kebab-case, for people and for readers of the results file. A new code
 * is added here and in docs/results.md; the compiler then names each switch that has to decide about it.
 */
export type EditErrorCode =
  | ServiceErrorCode
  | 'cancelled'
  | 'copy-failed'
  | 'delivered-by-other-run'
  | 'download-failed'
  | 'internal-error'
  | 'interrupted'
  | 'job-failed'
  | 'left-unmade'
  | 'needs-not-met'
  | 'no-output'
  | 'not-committed'
  | 'not-planned'
  | 'not-recorded'
  | 'other-run'
  | 'output-refused'
  | 'output-unreadable'
  | 'output-unusable'
  | 'output-vanished'
  | 'over-budget'
  | 'reference-unusable'
  | 'run-refused'
  | 'run-stopped'
  | 'shared-edit-not-made'
  | 'unknown-submit'
  | 'unrecognized-status';

/** Why an edit did not succeed, fit to be shown: redacted, one line. */
export interface EditError {
  readonly code: EditErrorCode;
  /** What happened and what to do. */
  readonly message: string;
}
