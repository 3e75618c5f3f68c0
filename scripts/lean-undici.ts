import { access, cp, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Parts that no request of the action comes to, which are loaded with every other one, and what takes their place. */
const LEFT_OUT = {
  // Used only with the option `allowH2`, which is never set. It loads Node's own HTTP/2 as well.
  'lib/dispatcher/client-h2.js': 'HTTP/2',
  // Used only for a body that is a form. It leads to the whole of fetch.
  'lib/web/fetch/body.js': 'a body that is a form',
};

/**
 * Copies undici to `to` without parts that are never used, so that they are neither read nor started. Throws if
 * undici no longer has one of them.
 */
export async function copyLeanUndici(from: string, to: string): Promise<void> {
  await cp(from, to, { recursive: true });
  for (const [file, what] of Object.entries(LEFT_OUT)) {
    const target = path.join(to, file);
    await access(target);
    await writeFile(target, refuse(what));
  }
}

/** A module in CommonJS that throws if something of it is used. */
function refuse(what: string): string {
  const fail = `() => { throw new Error('${what} is left out of this bundle of undici') }`;
  return `'use strict';\n\nconst refuse = ${fail};\nmodule.exports = Object.assign(refuse, { extractBody: refuse });\n`;
}
