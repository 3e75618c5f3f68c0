import { copyFile, cp, mkdir, stat } from 'node:fs/promises';
import path from 'node:path';

type Inputs = Readonly<Record<string, string>>;

/** What `actions/upload-artifact` does with one file: it is kept under its own name. False if there is none. */
export async function uploadArtifact(
  { name = '', path: file = '' }: Inputs,
  store: string,
): Promise<boolean> {
  if (!(await isThere(file))) return false;
  await mkdir(path.join(store, name), { recursive: true });
  await copyFile(file, path.join(store, name, path.basename(file)));
  return true;
}

/** What `actions/download-artifact` does; false if there is no such artifact. */
export async function downloadArtifact(
  { name = '', path: folder = '' }: Inputs,
  store: string,
): Promise<boolean> {
  if (!(await isThere(path.join(store, name)))) return false;
  await cp(path.join(store, name), folder, { recursive: true });
  return true;
}

async function isThere(file: string): Promise<boolean> {
  return await stat(file).then(
    () => true,
    () => false,
  );
}
