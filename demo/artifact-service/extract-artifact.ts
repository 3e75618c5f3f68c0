import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Entry, open, type ZipFile } from 'yauzl';

/**
 * Unpacks an artifact's archive into `folder` and gives the paths of its files, with forward slashes.
 * Throws for a damaged archive and for a name that leads out of the folder.
 */
export async function extractArtifact(zipPath: string, folder: string): Promise<readonly string[]> {
  const zip = await openZip(zipPath);
  const names: string[] = [];
  zip.on('entry', (entry: Entry) => {
    extractEntry(zip, entry, folder).then(
      () => {
        if (!entry.fileName.endsWith('/')) names.push(entry.fileName);
        zip.readEntry();
      },
      (error: unknown) => zip.emit('error', error),
    );
  });
  zip.readEntry();
  await once(zip, 'end');
  return names;
}

async function extractEntry(zip: ZipFile, entry: Entry, folder: string): Promise<void> {
  const file = path.resolve(folder, entry.fileName);
  if (!file.startsWith(path.resolve(folder) + path.sep)) {
    throw new Error(`${entry.fileName} leads out of ${folder}`);
  }
  if (entry.fileName.endsWith('/')) return;
  await mkdir(path.dirname(file), { recursive: true });
  const content = await new Promise<Readable>((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) reject(error);
      else resolve(stream);
    });
  });
  await pipeline(content, createWriteStream(file));
}

async function openZip(zipPath: string): Promise<ZipFile> {
  return await new Promise((resolve, reject) => {
    open(zipPath, { lazyEntries: true }, (error, zip) => {
      if (error) reject(error);
      else resolve(zip);
    });
  });
}
