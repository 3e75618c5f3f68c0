import type { Combination, Matrix } from './expand-matrix.ts';
import { MEDIA_EXTENSION } from './output-path.ts';
import type { Scalar } from './types.ts';

/** The names of one edit of the spec. */
export interface EditName {
  /** `hero`, or `hero@beach` if a matrix made it; several values are joined with `+`. */
  readonly id: string;
  /** The output path if the spec has none: `hero`, `hero/beach`, `hero/beach-large`. */
  readonly defaultOutput: string;
}

/** The names of a key's edits: one without a matrix, otherwise one for each combination, in order. */
export function nameEdits(
  key: string,
  axes?: Matrix['axes'],
  combinations: readonly Combination[] = [],
): readonly EditName[] {
  if (axes === undefined) return [{ id: key, defaultOutput: key }];
  const short = combinations.map((values) => nameOf(key, axisValues(values, axes)));
  const uses = new Map<string, number>();
  for (const { id } of short) uses.set(id, (uses.get(id) ?? 0) + 1);
  // Values that `include` adds beside the axes are not part of a name, so that adding one renames nothing. Only
  // combinations with equal axis values are named by all of their values.
  return short.map((name, index) => {
    const values = combinations[index];
    return (uses.get(name.id) ?? 0) > 1 && values !== undefined ? nameOf(key, [...values.values()]) : name;
  });
}

function axisValues(values: Combination, axes: Matrix['axes']): readonly Scalar[] {
  const onAxes = [...values].filter(([name]) => axes.has(name)).map(([, value]) => value);
  return onAxes.length > 0 ? onAxes : [...values.values()];
}

function nameOf(key: string, values: readonly Scalar[]): EditName {
  const words = values.map(toWord);
  const segment = words.join('-').replace(MEDIA_EXTENSION, '');
  // `+` instead of a comma: `{ edit: hero@beach,large }` would be two keys in YAML.
  return { id: `${key}@${words.join('+')}`, defaultOutput: `${key}/${segment}` };
}

const MAX_WORD_CHARACTERS = 60;

/** A value as part of an id, safe in globs and file names: letters and digits of any script, `.`, `_` and `-`. */
function toWord(value: Scalar): string {
  const word = String(value)
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{M}\p{N}._-]+/gu, ' ')
    .replaceAll(/^[ .]+|[ .]+$/g, '')
    .replaceAll(' ', '-');
  return word === '' ? '_' : Array.from(word).slice(0, MAX_WORD_CHARACTERS).join('');
}
