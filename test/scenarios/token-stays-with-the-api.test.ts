import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';

import { createStage } from '../support/stage.ts';

const spec = `
version: 1
defaults: { size: 1024x1024, force-single: true }
edits:
  base: { prompt: A base., images: [a.png] }
  next: { prompt: Upon it., images: [{ edit: base }] }
  refused: { prompt: Refused., images: [a.png] }
  broken: { prompt: Broken., images: [a.png] }
`;
const token = 'rc_5ecret+that/opens=everything';
/** What it contains even if characters around it are escaped. */
const core = '5ecret';

test('the token goes to the origin of the API alone, and is nowhere else: log, summary, outputs, files, artifact', async () => {
  await using stage = await createStage({ 'edits.yml': spec }, { service: { token } });
  const { faults } = stage.emulator;
  // A service that repeats what it was sent.
  const answer = `Bearer ${token} may not`;
  faults.add({ on: 'submit', kind: 'status', status: 422, body: { message: answer }, match: 'Refused' });
  faults.add({ on: 'job', kind: 'fails', error: { message: answer }, match: 'Broken' });
  const main = await stage.job.main({ env: { RUNNER_DEBUG: '1' } });
  expect(main.outputs).toMatchObject({ succeeded: '2', failed: '2' });

  for (const { server, headers } of stage.emulator.requests) {
    expect(headers['authorization']).toBe(server === 'api' ? `Bearer ${token}` : undefined);
    expect(JSON.stringify({ ...headers, authorization: '' })).not.toContain(core);
  }
  expect(JSON.stringify(stage.emulator.ledger)).not.toContain(core);
  expect(JSON.stringify(stage.artifacts.requests)).not.toContain(core);

  // The one line that asks the runner to mask it.
  const printed = main.stdout.replace(`::add-mask::${token}\n`, '');
  const written = { printed, errors: main.stderr, ...main.outputs, ...main.state, ...main.environment };
  for (const text of [JSON.stringify(written), printed, main.summary]) expect(text).not.toContain(core);
  for (const [name, bytes] of [...(await readAll(stage.job.temp)), ...(await stage.unpack())]) {
    expect(bytes.includes(core), name).toBe(false);
  }
  expect(main.log.masks).toContain(token);
});

async function readAll(folder: string): Promise<readonly (readonly [string, Buffer])[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return await Promise.all(
    files.map(async ({ parentPath, name }) => [name, await readFile(path.join(parentPath, name))] as const),
  );
}
