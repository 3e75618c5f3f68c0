import { nameSetting, type Desk } from '../shared/desk.ts';
import type { Problem } from '../shared/problem.ts';
import type { EditRequest } from '../spec/types.ts';
import { quote } from '../spec/issue.ts';
import { matchIds } from './match-ids.ts';

/** The edits to be made again even if nothing changed. */
export interface Forced {
  readonly forced: ReadonlySet<string>;
  readonly problems: readonly Problem[];
}

/**
 * Finds the edits that the input `force` names. Warns about frozen edits, which stay as they are, and about globs that match
 * only edits that are not part of this run (`chosen`).
 */
export function matchForced(
  globs: readonly string[],
  edits: readonly EditRequest[],
  chosen: readonly EditRequest[],
  desk: Desk = {},
): Forced {
  const setting = nameSetting('force', desk);
  const { named, byGlob, problems } = matchIds(setting, globs, edits, 'kept-take');
  const frozen = edits.filter(({ id, frozen: isFrozen }) => isFrozen && named.has(id));
  const warnings = frozen.map(({ id, at }): Problem => {
    const message = `${setting} names \`${id}\`, which is frozen and stays as it is. Remove \`frozen\` to have it made again.`;
    return { severity: 'warning', message, at };
  });
  const inRun = new Set(chosen.map(({ id }) => id));
  const idle = [...byGlob].flatMap(([glob, ids]): readonly Problem[] => {
    if (ids.length === 0 || ids.some((id) => inRun.has(id))) return [];
    const message = `${setting} has ${quote(glob)}, which has no effect in this run: \`only\` excludes every edit that it matches.`;
    return [{ severity: 'warning', message }];
  });
  return { forced: named, problems: [...problems, ...warnings, ...idle] };
}
