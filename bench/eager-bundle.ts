import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

const root = path.dirname(import.meta.dirname);

/** Where the bundler's own code ends and the action starts: with the entry's own module. */
const START = /var (\w+)=(\w+)\(\d+\);\1=await \1;\s*$/;
/** An import that is loaded when it is needed: its last step, with the number of the module. */
const LAZY_IMPORT = /\.then\((\w+)\.bind\(\1,(\d+)\)\)/g;

/**
 * Copies the action to `folder` with a main entry that first loads, and runs, everything that it otherwise loads when it is
 * needed. Throws if the bundle has another form than the bundler gave it so far.
 */
export async function copyWithEverythingLoaded(folder: string): Promise<void> {
  const main = path.join(folder, 'dist', 'main');
  await cp(path.join(root, 'action.yml'), path.join(folder, 'action.yml'));
  await cp(path.join(root, 'dist', 'main'), main, { recursive: true });
  const names = (await readdir(main)).filter((name) => name.endsWith('.js'));
  const chunks = names.flatMap((name) => /^(\d+)\.index\.js$/.exec(name)?.[1] ?? []);
  const texts = await Promise.all(names.map(async (name) => await readFile(path.join(main, name), 'utf8')));
  const modules = new Set(texts.flatMap((text) => [...text.matchAll(LAZY_IMPORT)].map(([, , id]) => id)));
  const entry = path.join(main, 'index.js');
  const code = await readFile(entry, 'utf8');
  const found = START.exec(code);
  const load = found?.[2];
  if (found === null || load === undefined || chunks.length === 0 || modules.size === 0)
    throw new Error(`${entry} has another form: nothing to load eagerly was found.`);
  const eager = [
    `await Promise.all([${chunks.join(', ')}].map((chunk) => ${load}.e(chunk)));`,
    `for (const id of [${[...modules].join(', ')}]) await ${load}(id);`,
  ];
  await writeFile(entry, `${code.slice(0, found.index)}\n${eager.join('\n')}\n${code.slice(found.index)}`);
}
