import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { plural } from '../shared/format.ts';
import type { GitRepository, GitResult } from './types.ts';

/** Two use both processors of a small runner; with 900 MB they took 3.0 s instead of 5.3 s, and more were no faster. */
const SIDE_BY_SIDE = 2;

/**
 * Writes files as they are (no line endings changed, no filters) into the repository: returns the object name of each,
 * in order. Paths are absolute. `failed` if one cannot be read.
 */
export async function writeBlobs(
  repository: GitRepository,
  files: readonly string[],
  signal: AbortSignal,
): Promise<GitResult<readonly string[]>> {
  const shares = Array.from({ length: SIDE_BY_SIDE }, (_, share) =>
    files.filter((_file, index) => index % SIDE_BY_SIDE === share),
  );
  const written = await Promise.all(shares.map(async (share) => await writeShare(repository, share, signal)));
  const names: string[] = [];
  for (const [share, result] of written.entries()) {
    if (!result.ok) return result;
    for (const [index, name] of result.value.entries()) names[index * SIDE_BY_SIDE + share] = name;
  }
  return { ok: true, value: names };
}

async function writeShare(
  repository: GitRepository,
  files: readonly string[],
  signal: AbortSignal,
): Promise<GitResult<readonly string[]>> {
  if (files.length === 0) return { ok: true, value: [] };
  const input = files.map((file) => asInputLine(file)).join('');
  const written = await repository.run(['hash-object', '-w', '--no-filters', '--stdin-paths'], {
    signal,
    input,
  });
  if (!written.ok) return written;
  const names = written.value.toString().split('\n').slice(0, -1);
  if (names.length !== files.length)
    throw new Error(`git hash-object wrote ${names.length} of ${plural(files.length, 'file')}`);
  return { ok: true, value: names };
}

/** A path as a line of git's input: one that would break the line is quoted as git quotes it. */
function asInputLine(file: string): string {
  if (!/[\n\r]|^"/.test(file)) return `${file}\n`;
  const escaped = file.replaceAll(/["\\]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
  return `"${escaped}"\n`;
}

/** Writes texts as files into the repository, in one process: returns the object name of each, in order. */
export async function writeTexts(
  repository: GitRepository,
  texts: readonly string[],
  signal: AbortSignal,
): Promise<GitResult<readonly string[]>> {
  const folder = await mkdtemp(path.join(repository.folder, 'texts-'));
  try {
    const files = texts.map((_text, index) => path.join(folder, String(index)));
    for (const [index, file] of files.entries()) await writeFile(file, texts[index] ?? '');
    return await writeShare(repository, files, signal);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Writes a text as a file into the repository: returns its object name. */
export async function writeText(
  repository: GitRepository,
  text: string,
  signal: AbortSignal,
): Promise<GitResult<string>> {
  const written = await repository.run(['hash-object', '-w', '--no-filters', '--stdin'], {
    signal,
    input: text,
  });
  return written.ok ? { ok: true, value: written.value.toString().trim() } : written;
}
