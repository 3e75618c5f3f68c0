/** Why an edit did not succeed, fit to be shown: redacted, one line. */
export interface EditError {
  /** Stable, kebab-case, for programs: `insufficient-balance`, `authentication`, `job-failed`, `download-failed`, ... */
  readonly code: string;
  /** What happened and what to do. */
  readonly message: string;
}
