import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** A package that is bundled without modules that nothing of the action comes to, and with some lines of its code replaced. */
export interface LeanPackage {
  readonly name: string;
  /** What each of these modules is for, by its path in the package. */
  readonly leftOut: Readonly<Record<string, string>>;
  /** Lines of code that cost time or memory for little, and what takes their place, in every module. */
  readonly replaced?: Readonly<Record<string, string>>;
}

/** See docs/decisions/0003 and, for blocks and streams, 0008. */
export const LEAN_PACKAGES: readonly LeanPackage[] = [
  {
    name: 'undici',
    leftOut: {
      // Only with the option `allowH2`, which is never set. It loads Node's own HTTP/2 as well.
      'lib/dispatcher/client-h2.js': 'HTTP/2',
      // It leads to the whole of fetch.
      'lib/web/fetch/body.js': 'a body that is a form',
    },
    replaced: {
      // Loaded by the first assertion that fails: it takes longer to load than the client itself.
      "const assert = require('node:assert')":
        "const assert = (ok, message = 'an assertion of undici failed') => { if (!ok) require('node:assert')(ok, message) }",
      // Node's default. `--max-http-header-size` no longer changes it.
      "const http = require('node:http')": 'const http = { maxHeaderSize: 16384 }',
      // A body that came in by Node's own HTTP, which is never sent on.
      "const { IncomingMessage } = require('node:http')": 'class IncomingMessage {}',
    },
  },
  {
    name: 'zod',
    leftOut: {
      // Only `npm run schema` makes the one for editors.
      'v4/core/to-json-schema.js': 'JSON Schema',
      'v4/core/json-schema-processors.js': 'JSON Schema',
    },
  },
  {
    name: 'yaml',
    leftOut: {
      // A spec is read, and its nodes are walked: nothing is written as YAML. (Its own `toJS` would write keys that are maps.)
      'browser/dist/stringify/stringify.js': 'writing of YAML',
      'browser/dist/stringify/stringifyCollection.js': 'writing of YAML',
      'browser/dist/stringify/stringifyDocument.js': 'writing of YAML',
      'browser/dist/stringify/stringifyPair.js': 'writing of YAML',
      'browser/dist/stringify/stringifyString.js': 'writing of YAML',
      'browser/dist/parse/cst-scalar.js': 'a change of tokens',
      'browser/dist/parse/cst-stringify.js': 'writing of YAML',
      'browser/dist/parse/cst-visit.js': 'a change of tokens',
    },
  },
  {
    name: '@actions/core',
    leftOut: {
      // They lead to `@actions/http-client` and `@actions/exec`, and with the first to Node's HTTPS and TLS.
      'lib/oidc-utils.js': 'OpenID Connect',
      'lib/platform.js': 'the description of the machine',
    },
  },
  {
    name: '@actions/artifact',
    leftOut: {},
    replaced: {
      // Blocks of half the size; and the archive and the stream after it hold 1 MiB each instead of a block. See docs/decisions/0008.
      '    return 8 * 1024 * 1024; // 8 MB Chunks': '    return 4 * 1024 * 1024;',
      '            highWaterMark: getUploadChunkSize(),': '            highWaterMark: 1024 * 1024,',
      '        const zipUploadStream = new WaterMarkedUploadStream(bufferSize);':
        '        const zipUploadStream = new WaterMarkedUploadStream(1024 * 1024);',
    },
  },
];

/**
 * Copies a package to `to` without some of its modules. What takes their place throws if something of it is called. Throws if
 * the package no longer has one of them, or one of the replaced lines.
 */
export async function copyWithout(
  { name, leftOut, replaced = {} }: LeanPackage,
  from: string,
  to: string,
): Promise<void> {
  await rm(to, { recursive: true, force: true });
  await cp(from, to, { recursive: true });
  for (const [file, what] of Object.entries(leftOut)) {
    const target = path.join(to, file);
    const code = await readFile(target, 'utf8');
    await writeFile(target, standInFor(code, `${what} is left out of this bundle of ${name}`));
  }
  for (const [line, instead] of Object.entries(replaced)) await replaceLine(to, line, instead);
}

/** Replaces a line of code wherever it is in a package. */
async function replaceLine(folder: string, line: string, instead: string): Promise<void> {
  let count = 0;
  for (const file of await readdir(folder, { recursive: true })) {
    if (!file.endsWith('.js')) continue;
    const target = path.join(folder, file);
    const code = await readFile(target, 'utf8');
    const lines = code.split('\n');
    if (!lines.includes(line)) continue;
    count += 1;
    await writeFile(target, lines.map((each) => (each === line ? instead : each)).join('\n'));
  }
  if (count === 0) throw new Error(`No module has the line ${line}`);
}

/** A module with the same exports, each of which throws when it is called. */
function standInFor(code: string, message: string): string {
  const refuse = `const refuse = () => { throw new Error('${message}'); };`;
  const names = listExports(code);
  if (names.length === 0)
    return `'use strict';\n\n${refuse}\nmodule.exports = Object.assign(refuse, { extractBody: refuse });\n`;
  // zod makes such functions with each schema, and calls them for a JSON Schema only.
  const give = (name: string): string => (/^create\w*JSONSchema/.test(name) ? '() => refuse' : 'refuse');
  return [refuse, ...names.map((name) => `export const ${name} = ${give(name)};`), ''].join('\n');
}

/** The names that an ES module exports; none for a CommonJS module. */
function listExports(code: string): readonly string[] {
  const declared = [...code.matchAll(/^export (?:const|function|class) (\w+)/gm)].map(
    ([, name = '']) => name,
  );
  const listed = [...code.matchAll(/^export \{ (.+) \};/gm)].flatMap(([, list = '']) => list.split(', '));
  return [...declared, ...listed.map((each) => each.replace(/^\w+ as /, ''))];
}
