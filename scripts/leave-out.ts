import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** A package that is bundled without modules that nothing of the action comes to. */
export interface LeanPackage {
  readonly name: string;
  /** What each of these modules is for, by its path in the package. */
  readonly leftOut: Readonly<Record<string, string>>;
}

/** See docs/decisions/0003. */
export const LEAN_PACKAGES: readonly LeanPackage[] = [
  {
    name: 'undici',
    leftOut: {
      // Only with the option `allowH2`, which is never set. It loads Node's own HTTP/2 as well.
      'lib/dispatcher/client-h2.js': 'HTTP/2',
      // It leads to the whole of fetch.
      'lib/web/fetch/body.js': 'a body that is a form',
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
    name: '@actions/core',
    leftOut: {
      // They lead to `@actions/http-client` and `@actions/exec`, and with the first to Node's HTTPS and TLS.
      'lib/oidc-utils.js': 'OpenID Connect',
      'lib/platform.js': 'the description of the machine',
    },
  },
];

/**
 * Copies a package to `to` without some of its modules. What takes their place throws if something of it is called. Throws if
 * the package no longer has one of them.
 */
export async function copyWithout({ name, leftOut }: LeanPackage, from: string, to: string): Promise<void> {
  await rm(to, { recursive: true, force: true });
  await cp(from, to, { recursive: true });
  for (const [file, what] of Object.entries(leftOut)) {
    const target = path.join(to, file);
    const code = await readFile(target, 'utf8');
    await writeFile(target, standInFor(code, `${what} is left out of this bundle of ${name}`));
  }
}

/** A module with the same exports, each of which throws when it is called. */
function standInFor(code: string, message: string): string {
  const refuse = `const refuse = () => { throw new Error('${message}'); };`;
  const names = listExports(code);
  if (names.length === 0)
    return `'use strict';\n\n${refuse}\nmodule.exports = Object.assign(refuse, { extractBody: refuse });\n`;
  // zod makes such functions with each schema, and calls them for a JSON Schema only.
  const give = (name: string): string => (name.startsWith('create') ? '() => refuse' : 'refuse');
  return [refuse, ...names.map((name) => `export const ${name} = ${give(name)};`), ''].join('\n');
}

/** The names that an ES module exports; none for a CommonJS module. */
function listExports(code: string): readonly string[] {
  const declared = code.matchAll(/^export (?:const|function|class) (\w+)/gm);
  const renamed = code.matchAll(/^export \{ \w+ as (\w+) \};/gm);
  return [...declared, ...renamed].flatMap(([, name]) => name ?? []);
}
