import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { actionFolder } from './action-metadata.ts';

/** How the example page reads `pictures.json`, which a browser allows only to a page that is served. */
const READ = "await (await fetch('pictures.json')).json()";

/**
 * Writes the example page into a folder of pictures, as `page.html`, with the folder's `pictures.json` in it: so it can be
 * opened from disk. Throws if the example reads the file in another way.
 */
export async function writeExamplePage(folder: string): Promise<void> {
  const page = await readFile(path.join(actionFolder, 'examples', 'page', 'index.html'), 'utf8');
  if (!page.includes(READ)) throw new Error(`The example page does not read the pictures by \`${READ}\``);
  const pictures = await readFile(path.join(folder, 'pictures.json'), 'utf8');
  // Nothing in it may end the script.
  await writeFile(
    path.join(folder, 'page.html'),
    page.replace(READ, () => pictures.replaceAll('<', '\\u003c')),
  );
}
