import { createRequire } from 'node:module';
import path from 'node:path';
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
