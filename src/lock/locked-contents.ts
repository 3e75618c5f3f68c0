import { isMap } from '../shared/is-map.ts';
import type { Json, LockedInput } from './types.ts';

/** A picture by content begins like this; a hosted one is its address, which other keys may have as well. */
const CONTENT = /^(?:sha256|edit):/;

/** The keys under which references are recorded: the default model's own, and the one of all other models. */
const REFERENCE_KEYS: readonly string[] = ['image_urls', 'images'];

/** Whether a recorded value is a picture by content, or a list of such; pure. */
function isPicture(value: Json | undefined): boolean {
  if (Array.isArray(value)) return value.length > 0 && value.every((each: Json) => isPicture(each));
  return typeof value === 'string' && CONTENT.test(value);
}

/** The model's own keys of a recorded input that have no other name in the spec; pure. */
export function listOptions(input: LockedInput): LockedInput {
  const { options } = input;
  return isMap(options) ? (options as LockedInput) : input;
}

/** The references of a recorded input by content; pure. */
export function listReferences(input: LockedInput): readonly Json[] {
  return REFERENCE_KEYS.flatMap((key) => input[key] ?? []);
}

/** The references of a recorded input by content, then pictures under other keys; pure. */
export function listContents(input: LockedInput): readonly Json[] {
  const pictures = Object.entries(listOptions(input))
    .filter(([key, value]) => !REFERENCE_KEYS.includes(key) && isPicture(value))
    .flatMap(([, value]) => value);
  return [...listReferences(input), ...pictures];
}

/** What is recorded of each image of an edit, in their order; undefined for a hosted picture of `options`; pure. */
export function contentsOf(
  images: readonly { readonly option?: string }[],
  input: LockedInput,
): readonly (Json | undefined)[] {
  const left = new Map<string | undefined, Json[]>([[undefined, [...listReferences(input)]]]);
  for (const { option } of images) {
    if (option === undefined || left.has(option)) continue;
    const value = listOptions(input)[option];
    left.set(option, isPicture(value) ? [value ?? null].flat() : []);
  }
  return images.map(({ option }) => left.get(option)?.shift());
}

/** The settings of a recorded input by the names that people know: without the prompt and without pictures; pure. */
export function listSettings(input: LockedInput): ReadonlyMap<string, Json> {
  const options = listOptions(input);
  const prefix = options === input ? '' : 'options.';
  const isSetting = ([key, value]: readonly [string, Json]): boolean =>
    !isPicture(value) && !(options === input && (key === 'prompt' || REFERENCE_KEYS.includes(key)));
  return new Map(
    Object.entries(options)
      .filter(isSetting)
      .map(([key, value]) => [`${prefix}${key}`, value]),
  );
}
