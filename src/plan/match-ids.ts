import { matchesGlob, parseGlob } from '../shared/glob.ts';
import type { Problem } from '../shared/problem.ts';
import type { EditRequest } from '../spec/types.ts';
import { quote } from '../spec/issue.ts';
import { didYouMean, quoteSome } from '../spec/suggest.ts';

/** The ids that a list of globs matches, and an error for each glob that matches none: most likely a mistake. */
export interface Matches {
  readonly named: ReadonlySet<string>;
  /** The ids that each valid glob matches. */
  readonly byGlob: ReadonlyMap<string, readonly string[]>;
  readonly problems: readonly Problem[];
}

/** The most names that the braces of all globs of one input may stand for. */
const MAX_NAMES = 10_000;

/** An edit by its names: its id, and that of the edit it is a take of. */
type NamedEdit = Pick<EditRequest, 'id' | 'take'>;

/**
 * Matches the globs of a setting, e.g. `Input \`only\``, against the ids of the spec. One that names no take means the whole
 * edit: all its takes, or only the one that is kept.
 */
export function matchIds(
  setting: string,
  globs: readonly string[],
  edits: readonly NamedEdit[],
  means: 'all-takes' | 'kept-take',
): Matches {
  const problems: Problem[] = [];
  const byGlob = new Map<string, readonly string[]>();
  let names = 0;
  for (const text of new Set(globs)) {
    const glob = parseGlob(text);
    names += glob.ok ? glob.value.alternatives.length : 0;
    const nameOf = text.includes('#') ? (edit: NamedEdit) => edit.id : nameEdit;
    const isMeant = ({ take }: NamedEdit): boolean =>
      text.includes('#') || means === 'all-takes' || take?.isKept !== false;
    const matches =
      glob.ok && names <= MAX_NAMES
        ? edits.filter((edit) => isMeant(edit) && matchesGlob(glob.value, nameOf(edit))).map(({ id }) => id)
        : [];
    if (glob.ok) byGlob.set(text, matches);
    if (matches.length > 0) continue;
    const why = !glob.ok
      ? `${glob.error}.`
      : names > MAX_NAMES
        ? `is one glob too many: with it, the braces stand for more than ${MAX_NAMES} names. Use \`*\` instead of braces.`
        : `matches no edit of the spec.${suggest(text, [...new Set(edits.map(nameOf))])}`;
    problems.push({ severity: 'error', message: `${setting} has ${quote(text)}, which ${why}` });
  }
  return { named: new Set([...byGlob.values()].flat()), byGlob, problems };
}

function nameEdit({ id, take }: NamedEdit): string {
  return take?.edit ?? id;
}

/** Ids that start with the text come first: users leave out the values of a matrix. */
function suggest(text: string, ids: readonly string[]): string {
  const longer = ids.filter((id) => id.startsWith(text));
  return longer.length > 0 ? ` These start with it: ${quoteSome(longer)}.` : didYouMean(text, ids);
}
