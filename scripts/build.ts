/**
 * Bundles the compiled entries in `lib/` into `dist/`: one folder for each entry, with lazily loaded parts as chunks
 * of their own. Run `tsc -p tsconfig.build.json` first (`npm run build` does both).
 */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { assembleEngine } from './assemble-engine.ts';
import { listPackageFolders, readPackage } from './bundled-packages.ts';
import { copyLeanUndici } from './lean-undici.ts';
import { renderLicenses } from './render-licenses.ts';

const root = path.dirname(import.meta.dirname);
const ncc = createRequire(import.meta.url).resolve('@vercel/ncc/dist/ncc/cli.js');

function bundle(entry: string): void {
  const input = path.join(root, 'lib', `${entry}.js`);
  const output = path.join(root, 'dist', entry);
  // No cache: a stale one would let an old bundle pass the check against a fresh build.
  const options = ['--no-cache', '--quiet', '--target', 'es2022', '--stats-out', statsFile(entry)];
  const built = spawnSync(process.execPath, [ncc, 'build', input, '--out', output, ...options], {
    cwd: path.join(root, 'lib'),
    stdio: 'inherit',
  });
  if (built.error !== undefined) throw built.error;
  if (built.status !== 0) throw new Error(`bundling ${entry} failed (exit ${String(built.status)})`);
}

/** Where the bundler says which modules it took. */
function statsFile(entry: string): string {
  return path.join(root, 'lib', `${entry}.stats.json`);
}

/** The bundler's own list of licenses lacks the packages in the entry file, and those that include no text. */
async function writeLicenses(entry: string): Promise<void> {
  const stats: unknown = JSON.parse(await readFile(statsFile(entry), 'utf8'));
  const packages = await Promise.all(listPackageFolders(stats).map(readPackage));
  await writeFile(path.join(root, 'dist', entry, 'licenses.txt'), renderLicenses(packages));
  await rm(statsFile(entry));
}

/** A CommonJS bundle of these packages builds and then crashes at the first line: refuse it here. */
async function requireModule(entry: string): Promise<void> {
  const file = path.join(root, 'dist', entry, 'package.json');
  const meta: unknown = JSON.parse(await readFile(file, 'utf8'));
  if (typeof meta !== 'object' || meta === null || !('type' in meta) || meta.type !== 'module') {
    throw new Error(`${file} does not say "type": "module": the bundle is not an ES module`);
  }
  await writeFile(file, `${JSON.stringify({ type: 'module' }, undefined, 2)}\n`);
}

/** The bundler leaves an import that it does not find to the run, which then ends after it has paid: refuse it here. */
async function refuseMissing(entry: string): Promise<void> {
  const folder = path.join(root, 'dist', entry);
  for (const name of await readdir(folder)) {
    if (!name.endsWith('.js')) continue;
    const [missing] =
      /eval\("require"\)\("\.[^"]*"\)/.exec(await readFile(path.join(folder, name), 'utf8')) ?? [];
    if (missing !== undefined)
      throw new Error(`${entry}/${name} has an import that was not found: ${missing}`);
  }
}

/** The bundler resolves as the tsconfig.json beside its input says. */
async function leave(paths: Readonly<Record<string, readonly string[]>>): Promise<void> {
  const config = { compilerOptions: { baseUrl: '.', paths } };
  await writeFile(path.join(root, 'lib', 'tsconfig.json'), JSON.stringify(config));
}

// What is in a folder of this name counts as a package, for its license.
const lean = path.join(root, 'lib', 'node_modules', 'undici');
await copyLeanUndici(path.join(root, 'node_modules', 'undici'), lean);
const paths = {
  undici: ['../bundle/undici.cjs'],
  'undici/*': ['node_modules/undici/*'],
  '@actions/http-client': ['../bundle/http-client.cjs'],
  '@actions/exec': ['../bundle/exec.cjs'],
  // The same code without a look at an environment variable for each token, which was a fifth of the time that reading took.
  yaml: ['../node_modules/yaml/browser/dist/index.js'],
};
await rm(path.join(root, 'dist'), { recursive: true, force: true });
for (const entry of ['main', 'post', 'cli']) {
  // The command line has no Actions cache to read.
  await leave({ ...paths, ...(entry === 'cli' && { '@actions/cache': ['../bundle/no-cache.cjs'] }) });
  bundle(entry);
  await requireModule(entry);
  await refuseMissing(entry);
  await writeLicenses(entry);
}
await assembleEngine(path.join(root, 'dist', 'engine'));
