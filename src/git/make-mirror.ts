import { appendFile, copyFile, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { findObjects } from './find-objects.ts';
import { makeGitFolder } from './make-git-folder.ts';

/**
 * Makes a bare repository at `folder` (absolute, must not exist) that has exactly these refs (full names with their
 * commits) and takes its objects from the checkout at `root`. Git can fetch from it without any network, and without the
 * checkout's own configuration, hooks or programs taking part.
 */
export async function makeMirror(
  folder: string,
  root: string,
  refs: ReadonlyMap<string, string>,
): Promise<void> {
  const { objects, shallow } = await findObjects(root);
  const isSha256 = [...refs.values()].some((commit) => commit.length === 64);
  await makeGitFolder(folder, isSha256 ? 'sha256' : 'sha1');
  // Otherwise the bytes of all pictures would be copied with the commit.
  await appendFile(path.join(folder, 'config'), '[uploadpack]\n\tallowFilter = true\n');
  await mkdir(path.join(folder, 'objects', 'info'));
  await writeFile(path.join(folder, 'objects', 'info', 'alternates'), `${objects}\n`);
  await copyFile(shallow, path.join(folder, 'shallow')).catch(() => undefined); // usually there is none
  const lines = [...refs].map(([ref, commit]) => `${commit} ${ref}\n`).toSorted();
  await writeFile(path.join(folder, 'packed-refs'), `# pack-refs with: peeled \n${lines.join('')}`);
}
