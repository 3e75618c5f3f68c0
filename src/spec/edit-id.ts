import type { Combination, Matrix } from './expand-matrix.ts';
import type { Scalar } from './types.ts';

/** What names one edit of the spec. */
export interface EditName {
  /** `hero`, or `hero@beach` where a matrix made it; several values are joined by `+`. */
  readonly id: string;
  /** The output path where the spec gives none: `hero`, `hero/beach`, `hero/beach-large`. */
  readonly defaultOutput: string;
}

/** The names of a key's edits: one without a matrix, else one for each combination, in their order. */
export function nameEdits(
  key: string,
  axes?: Matrix['axes'],
  combinations: readonly Combination[] = [],
): readonly EditName[] {
  if (axes === undefined) return [{ id: key, defaultOutput: key }];
  const short = combinations.map((values) => nameOf(key, axisValues(values, axes)));
  const uses = new Map<string, number>();
  for (const { id } of short) uses.set(id, (uses.get(id) ?? 0) + 1);
  // What `include` adds beside the axes is no part of a name, so that adding a value renames nothing: only
  // combinations that the axes do not tell apart take all of their values.
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
  // `+` and not a comma: `{ edit: hero@beach,large }` would be two keys in YAML.
  return { id: `${key}@${words.join('+')}`, defaultOutput: `${key}/${segment}` };
}

const MEDIA_EXTENSION = /\.(?:jpe?g|png|webp|gif|mp4|webm)$/i;
const MAX_WORD_CHARACTERS = 60;

/** A value as part of an id, usable in a glob and a file name: letters and digits of any script, `.`, `_` and `-`. */
function toWord(value: Scalar): string {
  const word = String(value)
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{M}\p{N}._-]+/gu, ' ')
    .replaceAll(/^[ .]+|[ .]+$/g, '')
    .replaceAll(' ', '-');
  return word === '' ? '_' : Array.from(word).slice(0, MAX_WORD_CHARACTERS).join('');
}
