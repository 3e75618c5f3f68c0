import { accessSync, constants } from 'node:fs';
import path from 'node:path';

/** Absolute path of a program: the one that the variable `NAME` (in capitals) names, otherwise the first on PATH; undefined if there is none. */
export function findProgram(name: string): string | undefined {
  const named = process.env[name.toUpperCase()];
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  return [...(named === undefined ? [] : [named]), ...folders.map((folder) => path.join(folder, name))].find(
    isProgram,
  );
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
