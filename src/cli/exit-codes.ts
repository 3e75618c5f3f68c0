/** What the exit code of the command line says; docs/command-line.md documents it. */
export const EXIT_CODES = {
  ok: 0,
  /** The spec or the plan has errors, or `init` found a spec that it must not overwrite. */
  errors: 1,
  /** The command itself is wrong, or names a place where nothing can be written. */
  usage: 2,
  /** `plan --fail-on-changes`: a run would send at least one edit. */
  changes: 3,
  /** Something that should not happen. */
  unexpected: 70,
  /** Ctrl+C. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT_CODES)[keyof typeof EXIT_CODES];
