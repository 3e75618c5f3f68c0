import path from 'node:path';

import { relativeTo } from '../shared/inside.ts';
import { exists } from '../shared/optional-file.ts';

/** Where a command works. */
export interface Place {
  /** Absolute path: the root of the checkout, as the workspace of a run is; without one, the current directory. */
  readonly workspace: string;
  readonly isCheckout: boolean;
  /** Path of the spec from there, with forward slashes. */
  readonly spec: string;
}

/** Paths in a spec are relative to the root of the repository, from whichever folder a command is started. */
export async function findPlace(directory: string, spec: string): Promise<Place> {
  const root = await findRoot(directory);
  const workspace = root ?? directory;
  return {
    workspace,
    isCheckout: root !== undefined,
    spec: relativeTo(workspace, path.resolve(directory, spec)),
  };
}

/** The nearest folder with a `.git`, from `directory` up. */
async function findRoot(directory: string): Promise<string | undefined> {
  for (let folder = directory; ; folder = path.dirname(folder)) {
    if (await exists(path.join(folder, '.git'))) return folder;
    if (folder === path.dirname(folder)) return undefined;
  }
}
