import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';

import { createCommittedLookup } from '../git/look-up-committed.ts';
import { checkSpec, type Checked } from '../run/plan/validate.ts';
import type { Terminal } from '../runner/terminal.ts';
import type { Desk } from '../shared/desk.ts';
import { exists } from '../shared/optional-file.ts';
import type { Log, LookUpCommitted } from '../shared/ports.ts';
import type { Problem } from '../shared/problem.ts';
import type { Place } from './find-place.ts';

/** What the action's log would show and the command line has in its own form. */
export const SILENT: Log = {
  info: () => undefined,
  debug: () => undefined,
  group: async (_title, body) => await body(),
};

/** What the check found. */
export interface CheckedHere extends Pick<Checked, 'problems' | 'isOnlyChoice'> {
  /** Specs and prompt files that the commit does not have. */
  readonly untracked: readonly string[];
}

/**
 * Checks the spec and its references with the code of `mode: validate`. A file that the commit does not track is an
 * error in a run; here it is a warning, because it may be committed next.
 */
export async function checkHere(
  { workspace, spec }: Place,
  only: readonly string[],
  { env, clock, stop: signal, temp: parent }: Terminal,
): Promise<CheckedHere> {
  const temp = await mkdtemp(path.join(parent, 'dreamina-edits-'));
  try {
    const untracked = new Set<string>();
    const lookUpCommitted = tolerate(createCommittedLookup({ workspace, temp, env }), workspace, untracked);
    const desk: Desk = { isAtDesk: true };
    const ports = { workspace, clock, signal, lookUpCommitted, resolveHost: undefined, ...desk };
    const inputs = { spec, untrackedFiles: [], only, force: [] };
    const { problems, isOnlyChoice } = await checkSpec(inputs, ports, SILENT);
    const names = [...untracked].toSorted();
    return { problems: [...problems, ...names.map(warnOfUntracked)], isOnlyChoice, untracked: names };
  } finally {
    await rm(temp, { recursive: true, force: true });
  }
}

/** Notes files that the commit does not have and this machine has, and lets them be read. */
function tolerate(lookUp: LookUpCommitted, workspace: string, untracked: Set<string>): LookUpCommitted {
  return async (paths, signal) => {
    const entries = new Map(await lookUp(paths, signal));
    for (const [name, { kind }] of entries) {
      if (kind !== 'absent' && kind !== 'unknown') continue;
      if (!(await exists(path.join(workspace, ...name.split('/'))))) continue;
      if (kind === 'absent') untracked.add(name);
      entries.set(name, { kind: 'file' });
    }
    return entries;
  };
}

function warnOfUntracked(name: string): Problem {
  const message = `\`${name}\` is not tracked by the commit. Commit it before a run needs it, or allow it with the input \`untracked-files\`.`;
  return { severity: 'warning', message };
}
