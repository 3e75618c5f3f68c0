import type { Glob } from '../shared/glob.ts';

/** How a command shows what it found. */
export interface Output {
  /** JSON on the standard output, and nothing else there. */
  readonly isJson: boolean;
  readonly isPlain: boolean;
}

export interface ValidateCommand extends Output {
  readonly kind: 'validate';
  /** Path from the current directory. */
  readonly spec: string;
  readonly only: readonly string[];
}

export interface PlanCommand extends Output {
  readonly kind: 'plan';
  readonly spec: string;
  readonly only: readonly string[];
  readonly force: readonly string[];
  readonly branch: string;
  readonly baseBranch: string | undefined;
  readonly branchDirectory: string;
  readonly adoptFrom: readonly Glob[];
  readonly remote: string;
  readonly prune: boolean;
  readonly takesOnBranch: boolean;
  readonly failOnChanges: boolean;
  /** Where the plan file is written; undefined: nowhere. */
  readonly out: string | undefined;
}

export interface InitCommand extends Output {
  readonly kind: 'init';
  /** The folder with the pictures, from the current directory. */
  readonly folder: string;
  readonly spec: string;
}

export interface ModelsCommand extends Output {
  readonly kind: 'models';
  /** Words that the ids or names of the models have. */
  readonly search: string;
  readonly apiUrl: string;
}

/** What the command line asks for. */
export type Command =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | ValidateCommand
  | PlanCommand
  | InitCommand
  | ModelsCommand;
