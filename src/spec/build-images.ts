import { reject, renderText } from './build-context.ts';
import type { BuildContext } from './build-context.ts';
import { parseImageSource } from './image-source.ts';
import { quote } from './issue.ts';
import type { SpecPath } from './issue.ts';
import type { ImageSource } from './types.ts';

type WithoutPosition<T> = T extends unknown ? Omit<T, 'at'> : never;

/** An image with the path of its entry in the spec; of another edit's output it is not known yet whether that edit exists. */
export type BuiltImage = WithoutPosition<ImageSource> & { readonly path: SpecPath };

/** The images of an edit, those left out for which there is an issue. */
export function buildImages(context: BuildContext): readonly BuiltImage[] {
  const { key, fields } = context.expanded;
  const { images = [] } = fields;
  const path = ['edits', key, 'images'];
  if (!Array.isArray(images)) return buildImage(context, images, path);
  return images.flatMap((entry, index) => buildImage(context, entry, [...path, index]));
}

function buildImage(
  context: BuildContext,
  entry: string | { edit: string },
  path: SpecPath,
): readonly BuiltImage[] {
  if (typeof entry === 'object') {
    const id = renderText(context, entry.edit, [...path, 'edit']);
    return id === undefined ? [] : [{ kind: 'edit', id, path }];
  }
  const text = renderText(context, entry, path);
  if (text === undefined) return [];
  const source = parseImageSource(text);
  if (source.ok) return [{ ...source.value, path }];
  reject(context, `The image ${quote(redact(text))} ${source.error}`, { path, on: 'value' });
  return [];
}

/** Addresses may carry passwords and signatures, and messages are read by more people than the spec. */
function redact(text: string): string {
  return /^[^/]*:\/\//.test(text) ? text.replace(/\/\/[^/]*@/, '//…@').replace(/[?#].*$/s, '?…') : text;
}
