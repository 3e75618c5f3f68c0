import type { LockEntry } from '../../src/lock/types.ts';
import { planEdits } from '../../src/plan/plan-edits.ts';
import { inspectReferences } from '../../src/references/inspect-references.ts';
import { readSpec } from '../../src/spec/read-spec.ts';
import { createWorld } from '../../src/runner/world.ts';
import { lockedEdit } from './locked-edit.ts';

/** The entries that a lock file would hold had every edit of a workspace's `edits.yml` been made, with one JPEG each. */
export async function planSpec(workspace: string): Promise<ReadonlyMap<string, LockEntry>> {
  const { clock, resolveHost } = createWorld();
  const { signal } = new AbortController();
  // Nothing is looked up in git: the workspace is not a repository.
  const ports = { workspace, signal, lookUpCommitted: () => Promise.resolve(new Map()) };
  const reading = await readSpec('edits.yml', { ...ports, untracked: [] });
  if (!reading.ok) throw new Error(JSON.stringify(reading.error));
  const { edits: spec } = reading.value.spec;
  const inspected = await inspectReferences(spec, { ...ports, resolveHost, clock });
  const { edits } = planEdits(inspected.edits, { forced: new Set(), spec });
  return new Map(
    edits.map(({ id, fingerprint, lockedInput, output }, number) => {
      const { entry } = lockedEdit(number);
      const files = entry.files.map((file) => ({ ...file, path: `${output}.jpg` }));
      return [id, { ...entry, fingerprint, input: lockedInput, files }];
    }),
  );
}
