import { parseGlob, type Glob } from '../shared/glob.ts';

/** A path as a part of a glob: characters with a meaning there match any one character. */
export function literally(path: string): string {
  return path.replaceAll(/[^\p{L}\p{N}_./-]/gu, '?');
}

/** The glob, or none if it cannot be one because it is too long. */
export function globOf(pattern: string): readonly Glob[] {
  const glob = parseGlob(pattern);
  return glob.ok ? [glob.value] : [];
}
