import { AssertionError } from 'node:assert';
import { execFile } from 'node:child_process';
import { maxHeaderSize } from 'node:http';
import { createRequire } from 'node:module';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as YAML from 'yaml';
import type * as z from 'zod';

import { copyWithout, LEAN_PACKAGES, type LeanPackage } from '../../scripts/leave-out.ts';
import { repository } from './source-tree.ts';

const installed = path.join(repository, 'node_modules');

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lean-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function copy(name: string): Promise<string> {
  const lean = LEAN_PACKAGES.find((each) => each.name === name);
  if (lean === undefined) throw new Error(`${name} is bundled whole`);
  const to = path.join(folder, 'node_modules', name);
  await copyWithout(lean, path.join(installed, name), to);
  return to;
}

async function importModule(file: string): Promise<Record<string, () => unknown>> {
  return (await import(pathToFileURL(file).href)) as Record<string, () => unknown>;
}

test('a part of undici that is left out says so when it is used, and the rest is as it was', async () => {
  const require = createRequire(import.meta.url);
  const undici = await copy('undici');
  const connect = require(path.join(undici, 'lib/dispatcher/client-h2.js')) as () => void;
  expect(connect).toThrow('HTTP/2 is left out of this bundle of undici');
  const { extractBody } = require(path.join(undici, 'lib/web/fetch/body.js')) as { extractBody: () => void };
  expect(extractBody).toThrow('a body that is a form is left out of this bundle of undici');
  expect(require(path.join(undici, 'lib/dispatcher/client.js'))).toBeTypeOf('function');
});

test('undici takes as long headers as Node, and its assertions fail as Node’s', async () => {
  const require = createRequire(import.meta.url);
  const undici = await copy('undici');
  const Client = require(path.join(undici, 'lib/dispatcher/client.js')) as new (url: string) => object;
  const symbols = require(path.join(undici, 'lib/core/symbols.js')) as { kMaxHeadersSize: symbol };
  expect(Reflect.get(new Client('http://127.0.0.1:1'), symbols.kMaxHeadersSize)).toBe(maxHeaderSize);
  const util = require(path.join(undici, 'lib/core/util.js')) as { getServerName: (host: unknown) => string };
  expect(util.getServerName('example.com:80')).toBe('example.com');
  expect(() => util.getServerName(80)).toThrow(
    expect.toSatisfy(
      (error) => error instanceof AssertionError && error.message === 'an assertion of undici failed',
    ),
  );
});

test('undici loads neither Node’s assertions nor its HTTP', async () => {
  const client = path.join(await copy('undici'), 'lib/dispatcher/client.js');
  // In a process of its own: this one has loaded both.
  const code = `require(${JSON.stringify(client)}); console.log(process.moduleLoadList.join('\\n'))`;
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', code]);
  expect(stdout).toContain('NativeModule net');
  expect(stdout).not.toMatch(/NativeModule (assert|http)$/m);
});

test('a line that no module has any more is refused', async () => {
  const lean: LeanPackage = { name: 'other', leftOut: {}, replaced: { 'const gone = 1': '' } };
  const other = path.join(folder, 'other');
  await mkdir(other);
  await writeFile(path.join(other, 'index.js'), 'const gone = 1;\n');
  await expect(copyWithout(lean, other, path.join(folder, 'copy'))).rejects.toThrow(
    'No module has the line const gone = 1',
  );
});

test('zod without JSON Schema checks values as before', async () => {
  const file = pathToFileURL(path.join(await copy('zod'), 'index.js')).href;
  const zod = (await import(file)) as typeof z;
  const schema = zod.strictObject({ a: zod.string().min(2), b: zod.array(zod.int()).optional() });
  expect(schema.parse({ a: 'xy', b: [1] })).toEqual({ a: 'xy', b: [1] });
  expect(schema.safeParse({ a: 'x', c: 1 }).error?.issues.map(({ code }) => code)).toEqual([
    'too_small',
    'unrecognized_keys',
  ]);
  expect(() => zod.toJSONSchema(schema)).toThrow('JSON Schema is left out of this bundle of zod');
  expect(() => schema.toJSONSchema()).toThrow('JSON Schema is left out of this bundle of zod');
});

test('yaml without what writes it reads as before', async () => {
  const file = pathToFileURL(path.join(await copy('yaml'), 'browser/dist/index.js')).href;
  const yaml = (await import(file)) as typeof YAML;
  const text = '? { a: 1 }\n: &x [0x10, 1.5, "q"]\nc: *x\nd: |\n  e\nf: !!set\n  ? g\n';
  const read = yaml.parseDocument(text, { version: '1.1', merge: true });
  const whole = YAML.parseDocument(text, { version: '1.1', merge: true });
  expect(read.errors).toEqual([]);
  expect(JSON.stringify(read.contents?.range)).toBe(JSON.stringify(whole.contents?.range));
  expect(yaml.isMap(read.contents)).toBe(true);
  expect(() => read.toString()).toThrow('writing of YAML is left out of this bundle of yaml');
});

test('the stand-ins of @actions/core export what the modules exported', async () => {
  const core = await copy('@actions/core');
  for (const file of ['lib/oidc-utils.js', 'lib/platform.js']) {
    const lean = await importModule(path.join(core, file));
    const whole = await importModule(path.join(installed, '@actions/core', file));
    expect(Object.keys(lean).toSorted()).toEqual(Object.keys(whole).toSorted());
    for (const each of Object.values(lean)) expect(each).toThrow('left out of this bundle of @actions/core');
  }
});

test('the artifact client sends blocks of 4 MiB', async () => {
  await copy('@actions/core'); // which it imports
  const { getUploadChunkSize } = await importModule(
    path.join(await copy('@actions/artifact'), 'lib/internal/shared/config.js'),
  );
  expect(getUploadChunkSize?.()).toBe(4 * 1024 * 1024);
});

test('a package that has no such part any more is refused', async () => {
  const lean: LeanPackage = { name: 'other', leftOut: { 'lib/gone.js': 'nothing' } };
  const other = path.join(folder, 'other');
  await mkdir(path.join(other, 'lib'), { recursive: true });
  await writeFile(path.join(other, 'lib/here.js'), '');
  await expect(copyWithout(lean, other, path.join(folder, 'copy'))).rejects.toThrow('ENOENT');
});
