import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { shorten } from '../../scripts/shorten.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'shorten-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

/** What a module exports as `result` once it is shortened. */
async function resultOf(code: string): Promise<unknown> {
  const file = path.join(folder, 'module.mjs');
  await writeFile(file, shorten('module.mjs', code));
  const { result } = (await import(pathToFileURL(file).href)) as { result: unknown };
  return result;
}

test('functions and classes keep their names, which an error shows', async () => {
  const code = `
    class SpecError extends Error {}
    function readSpecFile() { throw new SpecError('no'); }
    export let result;
    try { readSpecFile(); } catch (error) { result = [error.constructor.name, error.stack]; }
  `;
  const [name, stack] = (await resultOf(code)) as [string, string];
  expect(name).toBe('SpecError');
  expect(stack).toContain('readSpecFile');
});

test('Node’s own modules are required by one function', async () => {
  const code = [
    'import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";',
    'const os = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");',
    'const path = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");',
    'export const result = [typeof os.cpus, path.posix.join("a", "b")];',
    '',
  ].join('\n');
  expect(shorten('module.mjs', code).match(/import\.meta\.url/g)).toHaveLength(1);
  expect(await resultOf(code)).toEqual(['function', 'a/b']);
});

test('Node’s zlib is loaded when something of it is used', async () => {
  const code = [
    'import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";',
    'const zlib = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");',
    'const isLoaded = () => process.moduleLoadList.includes("NativeModule zlib");',
    'console.log(JSON.stringify([isLoaded(), zlib.crc32("a"), isLoaded()]));',
    '',
  ].join('\n');
  const file = path.join(folder, 'module.mjs');
  await writeFile(file, shorten('module.mjs', code));
  // In a process of its own: in this one, zlib may have been loaded for something else.
  const { stdout } = await promisify(execFile)(process.execPath, [file]);
  expect(JSON.parse(stdout)).toEqual([false, 3904355907, true]);
});

test('code that nothing comes to is left out', () => {
  const short = shorten(
    'module.mjs',
    'function f() { function unused() { return 1; } return () => 2; } export { f };',
  );
  expect(short).not.toContain('unused');
  expect(short).toContain('2');
});

test('what is not ASCII means the same as an escape', async () => {
  const code = [
    "function größe() { return '×\\\\…'; }",
    'export const result = [größe.name, größe(), `${größe()}→`, /^[😀-😂]$/u.test("😁"), "\u{1f600}"];',
    '',
  ].join('\n');
  expect(shorten('module.mjs', code)).toMatch(/^[\x20-\x7e\n]+$/);
  expect(await resultOf(code)).toEqual(['größe', '×\\…', '×\\…→', true, '😀']);
});

test.each([
  ['String.raw`a…`', 'a…'],
  ['String.raw`${`a`}…`', 'a…'],
  ['((strings) => strings.raw[0])`…`', '…'],
  ['(() => { const 𝒳 = "…"; return { 𝒳 }; })().𝒳', '…'],
  ["/\\…/.test('…')", true],
])('in a module with %s, where an escape would not mean the same, all stays', async (code, result) => {
  const module = `export const result = ${code};`;
  expect(shorten('module.mjs', module)).toContain('…');
  expect(await resultOf(module)).toEqual(result);
});

test('what is not JavaScript is refused by name', () => {
  expect(() => shorten('dist/bad.js', 'const = 1;')).toThrow(/^dist\/bad\.js: /);
});
