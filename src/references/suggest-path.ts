import { readdir } from 'node:fs/promises';
import path from 'node:path';

import { distance } from 'fastest-levenshtein';

const PICTURE_NAME = /\.(?:jpe?g|png)$/i;

/**
 * What a person may have meant by a path or glob that leads nowhere: ``Did you mean `shots/mug.png`?``,
 * or which pictures stand where a glob looked. Empty where nothing is near.
 */
export async function suggestPath(workspace: string, wanted: string): Promise<string> {
  let folder = '';
  const segments = wanted.split('/');
  for (const [index, segment] of segments.entries()) {
    const names = await namesIn(path.join(workspace, folder));
    if (/[*?[{(]/.test(segment)) return describePictures(folder, names);
    if (!names.includes(segment)) {
      const near = closest(segment, names);
      if (near === undefined) return '';
      // What follows is repeated as it was written: it may be right, once this part is.
      return `Did you mean \`${[folder, near, ...segments.slice(index + 1)].filter((part) => part !== '').join('/')}\`?`;
    }
    folder = folder === '' ? segment : `${folder}/${segment}`;
  }
  return '';
}

async function namesIn(folder: string): Promise<readonly string[]> {
  // Only a suggestion: where the folder cannot be read there is none.
  return await readdir(folder).catch(() => []);
}

function closest(wanted: string, names: readonly string[]): string | undefined {
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  let best: { readonly name: string; readonly edits: number } | undefined;
  for (const name of names) {
    const edits = name.toLowerCase() === wanted.toLowerCase() ? 0 : nameDistance(wanted, name);
    if (edits <= limit && (best === undefined || edits < best.edits)) best = { name, edits };
  }
  return best?.name;
}

/** Another extension of the same picture counts as one edit. */
function nameDistance(wanted: string, name: string): number {
  const stem = (text: string) => text.replace(PICTURE_NAME, '');
  const samePicture = PICTURE_NAME.test(wanted) && PICTURE_NAME.test(name) && stem(wanted) === stem(name);
  return samePicture ? 1 : distance(wanted, name);
}

function describePictures(folder: string, names: readonly string[]): string {
  const pictures = names.filter((name) => PICTURE_NAME.test(name) && !name.startsWith('.')).toSorted();
  const where = folder === '' ? 'The workspace' : `\`${folder}\``;
  if (pictures.length === 0) return '';
  const shown = pictures.slice(0, 3).map((name) => `\`${name}\``);
  const more = pictures.length > shown.length ? ` and ${pictures.length - shown.length} more` : '';
  return `${where} holds ${shown.join(', ')}${more}.`;
}
