import type { Problem } from '../shared/problem.ts';
import type { EditRequest } from '../spec/types.ts';
import { matchIds } from './match-ids.ts';

/** The edits that are to be made again though nothing changed. */
export interface Forced {
  readonly forced: ReadonlySet<string>;
  readonly problems: readonly Problem[];
}

/** Finds the edits that the input `force` names. A frozen one stays as it is, and that is said. */
export function matchForced(globs: readonly string[], edits: readonly EditRequest[]): Forced {
  const { named, problems } = matchIds(
    'force',
    globs,
    edits.map(({ id }) => id),
  );
  const frozen = edits.filter(({ id, frozen: isFrozen }) => isFrozen && named.has(id));
  const warnings = frozen.map(({ id, at }): Problem => {
    const message = `Input \`force\` names \`${id}\`, which is frozen: it stays as it is. Take \`frozen\` away to have it made again.`;
    return { severity: 'warning', message, at };
  });
  return { forced: named, problems: [...problems, ...warnings] };
}
