import { readdir, readFile } from 'node:fs/promises';
import { SourceMap, type SourceMapPayload } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import type { Frame } from './sum-profile.ts';

/** The bundler writes paths from a folder in `lib/`, which it was started in; with `./` for a file below that. */
const OWN = '.././';
/** Wherever the folder of packages is: it may be a link. */
const PACKAGE = /(?:^|\/)(node_modules\/.*)/;

/**
 * Says of which file a function in the bundled modules of `folder` is, by their source maps: `own/...` for the action's own,
 * `node_modules/...` for a package's. Any other function is of the file that it was loaded from. Throws if no map names an own file.
 */
export async function locateFunctions(folder: string): Promise<(frame: Frame) => string> {
  const maps = new Map<string, SourceMap>();
  let knowsOwn = false;
  for (const name of await readdir(folder)) {
    if (!name.endsWith('.js.map')) continue;
    const payload = JSON.parse(await readFile(path.join(folder, name), 'utf8')) as SourceMapPayload;
    knowsOwn ||= payload.sources.some((source) => source.startsWith(OWN));
    maps.set(pathToFileURL(path.join(folder, name.slice(0, -'.map'.length))).href, new SourceMap(payload));
  }
  if (!knowsOwn) throw new Error(`No source map in ${folder} names a file of the action`);
  return ({ url, lineNumber, columnNumber }) => {
    // What the bundler itself added has no source, or one of its own.
    const entry = maps.get(url)?.findEntry(lineNumber, columnNumber) as
      { originalSource?: string } | undefined;
    const source = entry?.originalSource;
    if (source === undefined) return url;
    const [, file] = PACKAGE.exec(source) ?? [];
    if (file !== undefined) return file;
    return source.startsWith(OWN) ? `own/${source.slice(OWN.length)}` : url;
  };
}
