import type { ImageRule, ValueRule } from '../models/types.ts';
import { isFrozen, reject } from './build-context.ts';
import type { BuildContext } from './build-context.ts';
import { buildImage, type BuiltImage } from './build-images.ts';
import type { SpecPath } from './issue.ts';
import { describeOption } from './option-value.ts';

/** Keys that are most likely pictures if the schema of the model is not known. */
const PICTURE_KEY = /(?:^|_)(?:image|mask)s?(?:_(?:url|uri)s?)?$/i;
const PICTURE_VALUE = /^https:\/\/|\.(?:jpe?g|png|webp)$/i;

/** Whether a value of `options` names pictures. */
export function isForPictures(
  context: BuildContext,
  rule: ValueRule | undefined,
  name: string,
  value: unknown,
): boolean {
  // The value of a frozen edit may be from a time when the key took something else.
  if (rule?.type === 'image') return !isFrozen(context) || isPicture('image', value);
  const isKnown = context.model?.answer.kind === 'known' && (rule !== undefined || !isFrozen(context));
  // A key that a schema no longer names as one for pictures may take them all the same: never a path as text.
  return (!isKnown || isFree(rule)) && isPicture(name, value);
}

/** Whether a rule says nothing of what a text is for. */
function isFree(rule: ValueRule | undefined): boolean {
  if (rule?.type === 'list') return rule.choices === undefined && isFree(rule.items);
  return (rule?.type === 'text' || rule?.type === 'any') && rule.choices === undefined;
}

/** Whether a key and its value look like pictures, whatever the schema says. */
export function isPicture(name: string, value: unknown): boolean {
  const first: unknown = Array.isArray(value) ? (value as readonly unknown[])[0] : value;
  const isNamed = typeof first === 'string' && PICTURE_VALUE.test(first);
  return PICTURE_KEY.test(name) && (isNamed || isEditReference(first));
}

/** The pictures of a key of `options`, without those that have an issue. */
export function buildPictures(
  context: BuildContext,
  value: unknown,
  rule: ImageRule | undefined,
  path: SpecPath,
): readonly BuiltImage[] {
  const option = String(path.at(-1));
  if (Array.isArray(value) && value.length === 0) {
    reject(context, `\`${describeOption(path)}\` is empty. Name a picture, or remove it.`, {
      path,
      on: 'value',
    });
    return [];
  }
  if (Array.isArray(value) && rule?.isList === false && !isFrozen(context)) {
    reject(context, `\`${describeOption(path)}\` takes a single picture, but it is a list.`, {
      path,
      on: 'value',
    });
    return [];
  }
  const entries: readonly unknown[] = Array.isArray(value) ? value : [value];
  return entries.flatMap((entry, index) => {
    const at = Array.isArray(value) ? [...path, index] : path;
    if (typeof entry === 'string' || isEditReference(entry))
      return buildImage(context, entry, at).map((image) => ({ ...image, option }));
    const message = `\`${describeOption(at)}\` must be a file of the repository, an https:// URL, or \`edit: ID\`.`;
    reject(context, message, { path: at, on: 'value' });
    return [];
  });
}

function isEditReference(value: unknown): value is { edit: string } {
  if (typeof value !== 'object' || value === null) return false;
  const { edit, ...others } = value as Readonly<Record<string, unknown>>;
  return typeof edit === 'string' && edit !== '' && Object.keys(others).length === 0;
}
