import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { locateFunctions } from '../../../bench/profile/locate-functions.ts';
import { shortenWithMap } from '../../../scripts/shorten.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'locate-functions-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

/** As the bundler writes it: its own import, then a line of each of four modules. */
const CODE = `import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
const zlib = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");
export function own() { return zlib.crc32("a"); }
export function lean() { return own() + 1; }
export function whole() { return lean() + 1; }
export function added() { return whole() + 1; }
`;

/** Its first two lines have no source; each of the others is the first line of a module. */
const MAP = {
  version: 3,
  file: 'index.js',
  sources: [
    '.././queue/send.js',
    '.././node_modules/undici/lib/api/request.js',
    '../../../checkout/node_modules/@azure/storage-blob/dist/esm/index.js',
    '../webpack/runtime/define property getters',
  ],
  sourcesContent: [null, null, null, null],
  names: [],
  mappings: ';;AAAA;ACAA;ACAA;ACAA',
};

test('a function of a shortened bundle is found in its module', async () => {
  const { code, map } = shortenWithMap('index.js', CODE, JSON.stringify(MAP));
  await writeFile(path.join(folder, 'index.js.map'), map);
  const fileOf = await locateFunctions(folder);
  const url = pathToFileURL(path.join(folder, 'index.js')).href;
  const find = (text: string): string => {
    const lines = code.split('\n');
    const lineNumber = lines.findIndex((line) => line.includes(text));
    const columnNumber = lines[lineNumber]?.indexOf(text) ?? -1;
    return fileOf({ functionName: '', url, lineNumber, columnNumber });
  };

  expect(find('function own(')).toBe('own/queue/send.js');
  expect(find('function lean(')).toBe('node_modules/undici/lib/api/request.js');
  expect(find('function whole(')).toBe('node_modules/@azure/storage-blob/dist/esm/index.js');
  expect(find('function added(')).toBe(url);
  expect(find('new Proxy(')).toBe(url);
  expect(fileOf({ functionName: '', url: 'node:net', lineNumber: 0, columnNumber: 0 })).toBe('node:net');
});
