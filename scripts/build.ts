/**
 * Bundles the compiled entries in `lib/` into `dist/`: one folder for each entry, with lazily loaded parts as chunks
 * of their own. Run `tsc -p tsconfig.build.json` first (`npm run build` does both).
 *
 * `--main-with-maps FOLDER` bundles only the main entry, with a source map for each module, into a folder that does not exist yet: a profile
 * needs it.
 */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { assembleEngine } from './assemble-engine.ts';
import { listPackageFolders, readPackage } from './bundled-packages.ts';
import { copyWithout, LEAN_PACKAGES } from './leave-out.ts';
import { listNotices } from './list-notices.ts';
import { renderLicenses } from './render-licenses.ts';
import { shorten, shortenWithMap } from './shorten.ts';

const root = path.dirname(import.meta.dirname);
const { values } = parseArgs({ options: { 'main-with-maps': { type: 'string' } } });
const withMaps = values['main-with-maps'] !== undefined;
const dist = path.resolve(values['main-with-maps'] ?? path.join(root, 'dist'));
const ncc = createRequire(import.meta.url).resolve('@vercel/ncc/dist/ncc/cli.js');

/** The path of a module in the bundler's comments, with its package. */
const PACKAGE = /node_modules\/((?:@[\w.-]+\/)?[\w.-]+)\//g;

function bundle(entry: string): void {
  const input = path.join(root, 'lib', `${entry}.js`);
  const output = path.join(dist, entry);
  // No cache: a stale one would let an old bundle pass the check against a fresh build.
  const options = ['--no-cache', '--quiet', '--target', 'es2022', '--stats-out', statsFile(entry)];
  if (withMaps) options.push('--source-map', '--no-source-map-register');
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

/** What the code of a bundle says of its origin. */
interface Origins {
  /** Packages with a module that was not joined with others. */
  readonly packages: ReadonlySet<string>;
  readonly notices: ReadonlySet<string>;
}

/** The bundler's own list of licenses lacks the packages in the entry file, and those that include no text. */
async function writeLicenses(entry: string, origins: Origins): Promise<void> {
  const stats: unknown = JSON.parse(await readFile(statsFile(entry), 'utf8'));
  const packages = await Promise.all(listPackageFolders(stats).map(readPackage));
  const listed = new Set(packages.map(({ name }) => name));
  const unlisted = [...origins.packages].filter((name) => !listed.has(name));
  if (unlisted.length > 0 || origins.packages.size === 0)
    throw new Error(`${entry} has code of packages whose license is missing: ${unlisted.join(', ')}`);
  const text = renderLicenses(packages, [...origins.notices]);
  await writeFile(path.join(dist, entry, 'licenses.txt'), text);
  await rm(statsFile(entry));
}

/** A CommonJS bundle of these packages builds and then crashes at the first line: refuse it here. */
async function requireModule(entry: string): Promise<void> {
  const file = path.join(dist, entry, 'package.json');
  const meta: unknown = JSON.parse(await readFile(file, 'utf8'));
  if (typeof meta !== 'object' || meta === null || !('type' in meta) || meta.type !== 'module') {
    throw new Error(`${file} does not say "type": "module": the bundle is not an ES module`);
  }
  await writeFile(file, `${JSON.stringify({ type: 'module' }, undefined, 2)}\n`);
}

/** Checks and shortens the bundled modules. */
async function finishModules(entry: string): Promise<Origins> {
  const folder = path.join(dist, entry);
  const [packages, notices] = [new Set<string>(), new Set<string>()];
  for (const name of await readdir(folder)) {
    if (!name.endsWith('.js')) continue;
    const code = await readFile(path.join(folder, name), 'utf8');
    refuseMissing(`${entry}/${name}`, code);
    for (const [, each = ''] of code.matchAll(PACKAGE)) packages.add(each);
    for (const each of listNotices(name, code)) notices.add(each);
    await writeShortened(path.join(folder, name), `${entry}/${name}`, code);
  }
  return { packages, notices };
}

async function writeShortened(file: string, name: string, code: string): Promise<void> {
  if (!withMaps) {
    await writeFile(file, shorten(name, code));
    return;
  }
  const short = shortenWithMap(name, code, await readFile(`${file}.map`, 'utf8'));
  await writeFile(file, short.code);
  await writeFile(`${file}.map`, short.map);
}

/** The bundler leaves an import that it does not find to the run, which then ends after it has paid: refuse it here. */
function refuseMissing(name: string, code: string): void {
  const [missing] = /eval\("require"\)\("\.[^"]*"\)/.exec(code) ?? [];
  if (missing !== undefined) throw new Error(`${name} has an import that was not found: ${missing}`);
}

/** The bundler resolves as the tsconfig.json beside its input says. */
async function leave(paths: Readonly<Record<string, readonly string[]>>): Promise<void> {
  const config = { compilerOptions: { baseUrl: '.', paths } };
  await writeFile(path.join(root, 'lib', 'tsconfig.json'), JSON.stringify(config));
}

// What is in a folder of this name counts as a package, for its license.
const packages = path.join(root, 'lib', 'node_modules');
for (const lean of LEAN_PACKAGES)
  await copyWithout(lean, path.join(root, 'node_modules', lean.name), path.join(packages, lean.name));
const paths = {
  undici: ['../bundle/undici.cjs'],
  'undici/*': ['node_modules/undici/*'],
  zod: ['node_modules/zod/index.js'],
  '@actions/artifact': ['node_modules/@actions/artifact/lib/artifact.js'],
  '@actions/core': ['node_modules/@actions/core/lib/core.js'],
  // The same code without a look at an environment variable for each token, which was a fifth of the time that reading took.
  yaml: ['node_modules/yaml/browser/dist/index.js'],
};
if (withMaps) await mkdir(dist);
else await rm(dist, { recursive: true, force: true });
for (const entry of withMaps ? ['main'] : ['main', 'post', 'cli']) {
  // The command line has no Actions cache to read.
  await leave({ ...paths, ...(entry === 'cli' && { '@actions/cache': ['../bundle/no-cache.cjs'] }) });
  bundle(entry);
  await requireModule(entry);
  await writeLicenses(entry, await finishModules(entry));
}
if (!withMaps) await assembleEngine(path.join(dist, 'engine'));
