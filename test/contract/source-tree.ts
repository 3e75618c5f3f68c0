import { glob, readFile } from 'node:fs/promises';
import path from 'node:path';

/** A file of the repository, or an imagined one. */
export interface SourceFile {
  /** Relative to the repository, forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** A rule: gives a sentence for each place that breaks it. */
export type Rule = (files: readonly SourceFile[]) => readonly string[];

/** The folder of this repository. */
export const repository = path.resolve(import.meta.dirname, '../..');

/** Reads every TypeScript file of the project's own folders, sorted by path. */
export async function readSourceTree(): Promise<readonly SourceFile[]> {
  const pattern = '{src,emulator,demo,test,bench,scripts}/**/*.ts';
  const paths: string[] = [];
  for await (const file of glob(pattern, { cwd: repository })) {
    const own = !file.includes('node_modules') && !file.startsWith(path.join('demo', 'out'));
    if (own) paths.push(file);
  }
  return await Promise.all(
    paths.toSorted().map(async (file) => ({
      path: file.replaceAll('\\', '/'),
      text: await readFile(path.join(repository, file), 'utf8'),
    })),
  );
}

/** Files from a plain object: path to text. */
export function imagine(files: Readonly<Record<string, string>>): readonly SourceFile[] {
  return Object.entries(files).map(([name, text]) => ({ path: name, text }));
}
