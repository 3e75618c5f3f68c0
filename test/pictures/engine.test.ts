import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import type sharp from 'sharp';
import { expect, it } from 'vitest';

import { loadEngine } from '../../src/pictures/engine.ts';
import { ENGINE_FOLDER } from '../support/engine-folder.ts';

it('encodes with one thread, whatever the platform has it use: the bytes of an AVIF depend on their number', () => {
  const entry = path.join(ENGINE_FOLDER, 'index.cjs');
  const engine = createRequire(entry)(entry) as typeof sharp;
  engine.concurrency(4);
  loadEngine(ENGINE_FOLDER);
  expect(engine.concurrency()).toBe(1);
});

it('V8 still has the flag that keeps it from compiling what is rarely used: it is no official interface', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ['--v8-options']);
  expect(stdout).toContain('--wasm-tiering-budget ');
});
