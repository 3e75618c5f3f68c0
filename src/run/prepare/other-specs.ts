import path from 'node:path';

import type { OpenedBranch } from '../../deliver/branch/types.ts';
import type { LockEntry } from '../../lock/types.ts';
import type { Desk } from '../../shared/desk.ts';
import { exists } from '../../shared/optional-file.ts';
import type { LookUpCommitted } from '../../shared/ports.ts';
import type { Problem } from '../../shared/problem.ts';
import type { EditRequest } from '../../spec/types.ts';
import { withoutExtension } from '../../shared/without-extension.ts';

interface OwnerPorts extends Desk {
  readonly lookUpCommitted: LookUpCommitted;
  readonly workspace: string;
  readonly signal: AbortSignal;
}

/** Finished edits by id that belong to another spec, one that still exists: this run may copy them, and changes none. */
export type OtherEntries = ReadonlyMap<string, LockEntry>;

/**
 * Finds the finished edits on the branches that another spec owns; the later of two branches counts. An entry whose spec is
 * gone has no owner.
 */
export async function findOtherEntries(
  branches: readonly (Pick<OpenedBranch, 'recorded'> | undefined)[],
  specPath: string,
  { lookUpCommitted, workspace, signal, isAtDesk }: OwnerPorts,
): Promise<OtherEntries> {
  const entries = new Map(branches.flatMap((branch) => [...(branch?.recorded.lock.edits ?? [])]));
  const owned = [...entries].filter(([, { spec }]) => spec !== undefined && spec !== specPath);
  const specs = [...new Set(owned.flatMap(([, { spec }]) => spec ?? []))];
  if (specs.length === 0) return new Map();
  const committed = await lookUpCommitted(specs, signal);
  const existing = new Set<string>();
  for (const spec of specs) {
    const kind = committed.get(spec)?.kind;
    // At a desk, what is here counts: a spec may be renamed, and not committed yet.
    const isHereOnly = isAtDesk === true || kind === 'no repository' || kind === 'unknown';
    if (isHereOnly ? await isInWorkspace(workspace, spec) : kind === 'file') existing.add(spec);
  }
  return new Map(owned.filter(([, { spec }]) => spec !== undefined && existing.has(spec)));
}

/** Edits whose id is taken by another spec in the same lock file; pure. */
export function checkOwners(
  edits: readonly Pick<EditRequest, 'id' | 'at'>[],
  others: OtherEntries,
): readonly Problem[] {
  return edits.flatMap(({ id, at }): readonly Problem[] => {
    const owner = others.get(id)?.spec;
    if (owner === undefined) return [];
    const message = `The branch has an edit \`${id}\` of another spec, \`${owner}\`, in the same folder, so this one would replace it: give one of them another id, or give each spec a \`branch-directory\` of its own.`;
    return [{ severity: 'error', message, at }];
  });
}

/** The entries as edits that are not part of this run: their ids and outputs are taken. */
export function asEdits(others: OtherEntries): readonly { readonly id: string; readonly output: string }[] {
  return [...others].map(([id, { files }]) => ({ id, output: withoutExtension(files[0]?.path ?? '') }));
}

async function isInWorkspace(workspace: string, file: string): Promise<boolean> {
  const isOutside = path.isAbsolute(file) || path.posix.normalize(file).startsWith('..');
  return !isOutside && (await exists(path.join(workspace, file)));
}
