import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';

import { createCommittedLookup } from '../git/look-up-committed.ts';
import { checkSpec, type Checked } from '../run/plan/validate.ts';
import type { Terminal } from '../runner/terminal.ts';
import type { Desk } from '../shared/desk.ts';
import { exists } from '../shared/optional-file.ts';
import type { CommittedEntry, Log, LookUpCommitted } from '../shared/ports.ts';
import type { Problem } from '../shared/problem.ts';
import { findOtherSpecs } from './find-other-specs.ts';
import type { Place } from './find-place.ts';

/** What the action's log would show and the command line has in its own form. */
export const SILENT: Log = {
  info: () => undefined,
  debug: () => undefined,
  group: async (_title, body) => await body(),
};

/** What the check found. */
export interface CheckedHere extends Pick<Checked, 'problems' | 'isOnlyChoice'> {
  /** Specs and prompt files that the commit does not have, or of which that is not known. */
  readonly untracked: readonly string[];
}

/**
 * Checks the spec and its references with the code of `mode: validate`. A file that the commit does not track, or may not, is
 * an error in a run; here it is a warning, because it may be committed next.
 */
export async function checkHere(
  place: Place,
  only: readonly string[],
  { env, clock, stop: signal, temp: parent, directory }: Terminal,
): Promise<CheckedHere> {
  const other = await findOtherSpecs(place, directory);
  if (other !== undefined) return { problems: [other], isOnlyChoice: false, untracked: [] };
  const { workspace, spec } = place;
  const temp = await mkdtemp(path.join(parent, 'dreamina-edits-'));
  try {
    const untracked = new Map<string, Doubt>();
    const lookUpCommitted = tolerate(createCommittedLookup({ workspace, temp, env }), workspace, untracked);
    const desk: Desk = { isAtDesk: true };
    const ports = { workspace, clock, signal, lookUpCommitted, resolveHost: undefined, ...desk };
    const inputs = { spec, untrackedFiles: [], only, force: [] };
    const { problems, isOnlyChoice } = await checkSpec(inputs, ports, SILENT);
    const names = [...untracked.keys()].toSorted();
    const warnings = names.map((name) => warnOfUntracked(name, untracked.get(name)));
    return { problems: [...problems, ...warnings], isOnlyChoice, untracked: names };
  } finally {
    await rm(temp, { recursive: true, force: true });
  }
}

/** What the commit says of a file that it may not have. */
type Doubt = { readonly kind: 'absent' } | Extract<CommittedEntry, { readonly kind: 'unknown' }>;

/** Notes files that the commit does not have, as far as is known, and this machine has, and lets them be read. */
function tolerate(
  lookUp: LookUpCommitted,
  workspace: string,
  untracked: Map<string, Doubt>,
): LookUpCommitted {
  return async (paths, signal) => {
    const entries = new Map(await lookUp(paths, signal));
    for (const [name, entry] of entries) {
      if (entry.kind !== 'absent' && entry.kind !== 'unknown') continue;
      if (!(await exists(path.join(workspace, ...name.split('/'))))) continue;
      untracked.set(name, entry.kind === 'unknown' ? entry : { kind: entry.kind });
      entries.set(name, { kind: 'file' });
    }
    return entries;
  };
}

function warnOfUntracked(name: string, doubt: Doubt | undefined): Problem {
  const what =
    doubt?.kind === 'unknown'
      ? `\`${name}\` is not known to be tracked by a commit: ${doubt.why}.`
      : `\`${name}\` is not tracked by the commit.`;
  const message = `${what} Commit it before a run needs it, or allow it with the input \`untracked-files\`.`;
  return { severity: 'warning', message };
}
