import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { StoredArtifact } from '../../demo/artifact-service/artifact-store.ts';
import { extractArtifact } from '../../demo/artifact-service/extract-artifact.ts';
import { readResultsFile } from './results-file.ts';

/** An edit whose pictures are whole in an artifact. */
export interface ArtifactEdit {
  readonly requestId: string;
  /** Hex SHA-256 of each picture, in order. */
  readonly pictures: readonly string[];
}

/** What an artifact delivers, by its own results file and as far as its files are what that says. */
export async function readArtifact({ path: file }: StoredArtifact): Promise<readonly ArtifactEdit[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'artifact-'));
  try {
    const names = await extractArtifact(file, folder);
    const hashes = new Map<string, string>();
    for (const name of names) {
      const content = await readFile(path.join(folder, name));
      hashes.set(name, createHash('sha256').update(content).digest('hex'));
    }
    const results = await readResultsFile(folder);
    return (results?.edits ?? []).flatMap(({ requestId, state, files }) =>
      requestId !== null &&
      state === 'succeeded' &&
      files.every((each) => hashes.get(each.path) === each.sha256)
        ? [{ requestId, pictures: files.map(({ sha256 }) => sha256) }]
        : [],
    );
  } finally {
    await rm(folder, { recursive: true, maxRetries: 5 });
  }
}
