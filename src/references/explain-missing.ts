import { readdir } from 'node:fs/promises';
import path from 'node:path';

import { isGlob } from '../shared/glob.ts';
import { resolveInside } from '../shared/inside.ts';
import type { Desk } from '../shared/desk.ts';
import type { LookUpCommitted } from '../shared/ports.ts';
import { describeAbsent } from '../spec/describe-absent.ts';
import { suggestPath } from './suggest-path.ts';

/** What finding an explanation needs. */
export interface MissingPorts extends Desk {
  readonly workspace: string;
  readonly lookUpCommitted: LookUpCommitted;
  readonly signal: AbortSignal;
}

/**
 * Explains why paths do not exist and globs match nothing: a sparse checkout, a submodule, a typing error, or a path that is
 * relative to `specFolder`, the folder of the spec. The result has sentences for each, which continue after it.
 */
export async function explainMissing(
  wanted: readonly string[],
  specFolder: string,
  { workspace, lookUpCommitted, signal, ...desk }: MissingPorts,
): Promise<ReadonlyMap<string, string>> {
  const beginnings = new Set(wanted.map(literalBeginning).filter((beginning) => beginning !== ''));
  const committed =
    beginnings.size === 0 ? new Map<string, never>() : await lookUpCommitted([...beginnings], signal);
  const explained = new Map<string, string>();
  for (const each of wanted) {
    signal.throwIfAborted();
    const beginning = literalBeginning(each);
    const why = (await isCheckedOut(workspace, beginning))
      ? undefined
      : describeAbsent(committed.get(beginning), desk);
    explained.set(each, why ?? (await describeMissing(each, specFolder, workspace)));
  }
  return explained;
}

async function describeMissing(wanted: string, specFolder: string, workspace: string): Promise<string> {
  const what = isGlob(wanted) ? 'matches no file.' : 'does not exist.';
  const beside = path.posix.join(specFolder, wanted);
  const isBeside =
    beside !== wanted &&
    literalBeginning(wanted) !== '' &&
    (await isCheckedOut(workspace, literalBeginning(beside)));
  const hint = isBeside
    ? `Did you mean \`${beside}\`? Paths are relative to the workspace, not to the spec.`
    : await suggestPath(workspace, wanted);
  return `${what} ${hint}`.trimEnd();
}

/** The folders of a glob before its first wildcard; a path without wildcards as a whole. */
function literalBeginning(wanted: string): string {
  const segments = wanted.split('/');
  const wildcard = segments.findIndex(isGlob);
  return segments.slice(0, wildcard < 0 ? undefined : wildcard).join('/');
}

/** An empty folder counts as missing: a submodule that is not checked out is one. */
async function isCheckedOut(workspace: string, relative: string): Promise<boolean> {
  const found = await resolveInside(workspace, relative);
  if (!found.ok) return false;
  const names = await readdir(found.value.absolute).catch(() => undefined);
  return names === undefined || names.length > 0;
}
