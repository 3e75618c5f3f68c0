import { execFileSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';

import { run } from '../../../src/run/run.ts';
import { createRunStage, specOf } from '../run-stage.ts';

const PROMPT = 'version: 1\nedits:\n  e1: { prompt-file: pipe, images: a.png, size: 1024x1024 }\n';
const IMAGE = 'version: 1\nedits:\n  e1: { prompt: A cat., images: pipe, size: 1024x1024 }\n';

it.skipIf(process.platform === 'win32').each([
  ['spec', specOf(1), 'edits.yml'],
  ['prompt file', PROMPT, 'pipe'],
  ['reference', IMAGE, 'pipe'],
])('a %s that is a pipe is refused and never waited for', async (_, spec, name) => {
  await using stage = await createRunStage();
  await using here = await stage.world(spec);
  const file = path.join(here.world.workspace, name);
  await rm(file, { force: true });
  execFileSync('mkfifo', [file]);
  const end = await run(stage.inputs({ deliver: ['artifact'] }), here.world);
  expect(end.failure).toContain('Nothing was sent');
  const said = here.annotations.map(({ message }) => message).join('\n');
  expect(said).toContain(name);
  expect(said).toMatch(/not a (?:regular )?file/);
  expect(stage.emulator.requests).toEqual([]);
});
