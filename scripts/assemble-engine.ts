import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { readPackage } from './bundled-packages.ts';
import { renderLicenses } from './render-licenses.ts';

const modules = path.join(path.dirname(import.meta.dirname), 'node_modules');

/** Packages of the engine, and those of their files that it needs. Each keeps its own license and description. */
const PACKAGES: Readonly<Record<string, RegExp>> = {
  sharp: /^dist\/[\w-]+\.cjs$/,
  '@img/sharp-wasm32': /^(?:index\.cjs|versions\.json|lib\/.+\.(?:js|wasm))$/,
  '@img/colour': /^(?:[\w-]+\.cjs|lib\/.+)$/,
  '@emnapi/runtime': /^(?:index\.js|dist\/emnapi\.cjs(?:\.min)?\.js)$/,
  'detect-libc': /^lib\/.+\.js$/,
  semver: /^(?:index|preload|(?:classes|functions|internal|ranges)\/.+)\.?(?:js)?$/,
};
const ALWAYS = /^(?:package\.json|(?:licen[cs]e|copying|notice)[^/]*)$/i;

const LOADER = `// Loads sharp with its WebAssembly build, whatever native build the surroundings have.
const file = require.resolve('./node_modules/sharp/dist/sharp.cjs');
const module_ = { id: file, filename: file, loaded: true, children: [], paths: [], exports: require('@img/sharp-wasm32/sharp.node') };
require.cache[file] = module_;
module.exports = require('sharp');
`;

const README = `# The engine for renditions

Unchanged packages from npm: sharp, its WebAssembly build and what they need. The action loads them only when it makes a rendition.

\`node_modules/@img/sharp-wasm32/lib/\` is libvips and the libraries that it uses, compiled to WebAssembly together. libvips and some of them
are under the LGPL 3.0 or later: you may replace these files by a build of your own of the same version of sharp.
The versions of all libraries are in \`node_modules/@img/sharp-wasm32/versions.json\`.

Sources:

- sharp and the build of its WebAssembly: https://github.com/lovell/sharp (folder \`npm/wasm32\`)
- the build of libvips and its libraries, with links to each of their sources: https://github.com/lovell/sharp-libvips and https://github.com/kleisauke/wasm-vips
- libvips: https://github.com/libvips/libvips
- emnapi: https://github.com/toyobayashi/emnapi

The licenses are in licenses.txt, and in each package.
`;

/** Puts the engine into \`folder\` (absolute), in place of what is there. */
export async function assembleEngine(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  for (const [name, wanted] of Object.entries(PACKAGES)) {
    const from = path.join(modules, name);
    const to = path.join(folder, 'node_modules', name);
    for (const entry of await readdir(from, { recursive: true, withFileTypes: true })) {
      const file = path.relative(from, path.join(entry.parentPath, entry.name)).split(path.sep).join('/');
      if (!entry.isFile() || file.startsWith('node_modules/') || !(wanted.test(file) || ALWAYS.test(file)))
        continue;
      await mkdir(path.dirname(path.join(to, file)), { recursive: true });
      await cp(path.join(from, file), path.join(to, file));
    }
  }
  const packages = await Promise.all(
    Object.keys(PACKAGES).map(async (name) => await readPackage(path.join(modules, name))),
  );
  await writeFile(path.join(folder, 'licenses.txt'), renderLicenses(packages));
  await writeFile(path.join(folder, 'index.cjs'), LOADER);
  await writeFile(path.join(folder, 'package.json'), `${JSON.stringify({ type: 'commonjs' })}\n`);
  await writeFile(path.join(folder, 'README.md'), README);
}
