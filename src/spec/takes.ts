import { plural } from '../shared/format.ts';
import type { ExpandedEdit } from './expand-edits.ts';
import { quote } from './issue.ts';
import type { SpecIssue } from './issue.ts';
import type { RawDefaults } from './schema.ts';
import { quoteSome } from './suggest.ts';
import type { Take } from './types.ts';

/** Folder of the takes that are not kept, beside the outputs. */
const TAKES_FOLDER = 'takes';

/** A request for one take of an edit: its id, its output path, and which take it is. */
export interface NamedTake {
  readonly id: string;
  readonly output: string;
  readonly take?: Take;
}

/**
 * The takes of an edit whose output path is `output`. The kept one has that path; each of the others has one of its own,
 * `takes/OUTPUT/NUMBER`. An edit with a single take is only itself.
 */
export function listTakes(edit: ExpandedEdit, defaults: RawDefaults, output: string): readonly NamedTake[] {
  const of = countTakes(edit, defaults);
  if (of === 1) return [{ id: edit.id, output }];
  const chosen = readKeep(edit);
  const kept = chosen ?? 1;
  return listTakePaths(edit, defaults, output).map((path, index) => {
    const number = index + 1;
    const isKept = number === kept;
    return {
      id: nameTake(edit.id, number),
      output: isKept ? output : path,
      take: { edit: edit.id, number, of, isKept, isChosen: chosen !== undefined },
    };
  });
}

/** The output path of each take of an edit if it is not the kept one; none if there is a single take. */
export function listTakePaths(edit: ExpandedEdit, defaults: RawDefaults, output: string): readonly string[] {
  const of = countTakes(edit, defaults);
  return of === 1 ? [] : Array.from({ length: of }, (_, index) => `${TAKES_FOLDER}/${output}/${index + 1}`);
}

/** The id of what an edit's users get: that of the kept take, or the edit's own. */
export function nameKept(edit: ExpandedEdit, defaults: RawDefaults): string {
  return countTakes(edit, defaults) === 1 ? edit.id : nameTake(edit.id, readKeep(edit) ?? 1);
}

/** How often an edit is made. */
export function countTakes({ fields }: Pick<ExpandedEdit, 'fields'>, { takes }: RawDefaults): number {
  return fields.takes ?? takes ?? 1;
}

function nameTake(id: string, number: number): string {
  return `${id}#${number}`;
}

function readKeep({ id, fields: { keep } }: ExpandedEdit): number | undefined {
  return typeof keep === 'object' ? keep[id] : keep;
}

/** Checks that each `keep` names a take that its edit has, and with a matrix, edits that the matrix makes. */
export function checkKeep(edits: readonly ExpandedEdit[], defaults: RawDefaults): readonly SpecIssue[] {
  const byKey = Map.groupBy(edits, ({ key }) => key);
  return [...byKey].flatMap(([key, ofKey]): readonly SpecIssue[] => {
    const [first] = ofKey;
    const keep = first?.fields.keep;
    if (first === undefined || keep === undefined) return [];
    const takes = countTakes(first, defaults);
    const ids = ofKey.map(({ id }) => id);
    const reject = (message: string, ...path: readonly string[]): SpecIssue => ({
      severity: 'error',
      message,
      pointer: { path: ['edits', key, 'keep', ...path], on: path.length === 0 ? 'value' : 'key' },
    });
    const judge = (number: number, ...path: readonly string[]): readonly SpecIssue[] => {
      if (number <= takes) return [];
      const why = takes === 1 ? 'has a single take: set `takes`' : `has only ${plural(takes, 'take')}`;
      return [reject(`\`keep\` names take ${number}, but ${quote(path[0] ?? key)} ${why}.`, ...path)];
    };
    const hasMatrix = first.fields.matrix !== undefined;
    if (typeof keep === 'number') {
      if (!hasMatrix) return judge(keep);
      return [
        reject(
          `${quote(key)} has a matrix, so \`keep\` must say which take of which edit: \`keep: { "${ids[0] ?? key}": ${keep} }\`. Its edits are ${quoteSome(ids)}.`,
        ),
      ];
    }
    if (!hasMatrix)
      return [reject(`${quote(key)} has no matrix, so \`keep\` must be a number: the take to keep.`)];
    return Object.entries(keep).flatMap(([id, number]) =>
      ids.includes(id)
        ? judge(number, id)
        : [
            reject(
              `\`keep\` names ${quote(id)}, which is not an edit of ${quote(key)}. Its edits are ${quoteSome(ids)}.`,
              id,
            ),
          ],
    );
  });
}
