import { readdir } from 'node:fs/promises';

import { distance } from 'fastest-levenshtein';

import { isGlob } from '../shared/glob.ts';
import { resolveInside } from '../shared/inside.ts';
import { listSome } from '../shared/list-some.ts';
import { faultOfSecretPath } from '../shared/secret-path.ts';

const PICTURE_NAME = /\.(?:jpe?g|png)$/i;

/** A message names at most this many pictures. */
const MAX_PICTURES = 10;

/**
 * What the user may have meant by a path or glob that matches nothing: ``Did you mean `shots/mug.png`?``, or the pictures in
 * the folder of the glob, the most similar names first. Empty if nothing is similar. Looks only inside the workspace.
 */
export async function suggestPath(workspace: string, wanted: string): Promise<string> {
  let found = '';
  let isOther = false;
  const segments = wanted.split('/');
  for (const [index, segment] of segments.entries()) {
    if (isOther && isGlob(segment)) return `Did you mean \`${[found, ...segments.slice(index)].join('/')}\`?`;
    const names = await namesIn(workspace, found);
    if (isGlob(segment)) return describePictures(found, segment, names);
    const near = names.includes(segment) ? segment : closest(segment, names);
    if (near === undefined) return isOther ? `Did you mean the folder \`${found}\`?` : '';
    isOther ||= near !== segment;
    found = found === '' ? near : `${found}/${near}`;
  }
  return isOther ? `Did you mean \`${found}\`?` : '';
}

async function namesIn(workspace: string, folder: string): Promise<readonly string[]> {
  const inside = await resolveInside(workspace, folder);
  // Without access to the folder, there is no suggestion.
  const names = inside.ok ? await readdir(inside.value.absolute).catch(() => []) : [];
  return names.filter((name) => faultOfSecretPath(name) === undefined);
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

function describePictures(folder: string, wanted: string, inFolder: readonly string[]): string {
  const pictures = inFolder
    .filter((name) => PICTURE_NAME.test(name) && !name.startsWith('.'))
    .toSorted()
    .map((name) => ({ name, edits: nameDistance(wanted, name) }))
    .toSorted((a, b) => a.edits - b.edits);
  if (pictures.length === 0) return '';
  const names = pictures.map(({ name }) => `\`${name}\``);
  return `${folder === '' ? 'The workspace' : `\`${folder}\``} contains ${listSome(names, MAX_PICTURES)}.`;
}
