import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { extractArtifact } from '../../demo/artifact-service/extract-artifact.ts';
import {
  startArtifactService,
  type ArtifactService,
} from '../../demo/artifact-service/start-artifact-service.ts';
import { deliverArtifact } from '../../src/deliver/artifact.ts';
import { createRecordingLog, realClock } from '../queue/client-deps.ts';

const RUN = {
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: 'acme/shop',
  GITHUB_RUN_ID: '4711',
};
let root = '';
let folder = '';
let service: ArtifactService;

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'deliver-'));
  folder = path.join(root, 'out');
  await mkdir(path.join(folder, 'sub'), { recursive: true });
  await writeFile(path.join(folder, 'a.jpg'), Buffer.alloc(9_000_000, 'a'));
  await writeFile(path.join(folder, 'sub', 'b ü.png'), 'b');
  service = await startArtifactService({ storage: path.join(root, 'stored') });
  // The client reads its own variables from the process.
  Object.assign(process.env, RUN, service.env);
});
afterEach(async () => {
  await service.close();
  for (const name of [...Object.keys(RUN), ...Object.keys(service.env)])
    Reflect.deleteProperty(process.env, name);
  await rm(root, { recursive: true });
});

async function deliver(
  changes: { env?: Record<string, string>; retentionDays?: number; signal?: AbortSignal } = {},
) {
  const log = createRecordingLog();
  const files = ['a.jpg', 'sub/b ü.png'].map((name) => path.join(folder, name));
  const { env, retentionDays, signal = new AbortController().signal } = changes;
  const delivery = await deliverArtifact(
    { name: 'pictures', folder, files, ...(retentionDays !== undefined && { retentionDays }) },
    // No chance: the first wait of a jitter that begins at 500 ms is none at all.
    { clock: realClock, random: () => 0, log, env: { ...RUN, ...service.env, ...env }, signal },
  );
  return { delivery, lines: log.lines };
}

describe('deliverArtifact', () => {
  it('uploads the files byte for byte, and says where they are', async () => {
    const { delivery } = await deliver({ retentionDays: 3 });
    const [stored] = service.artifacts;
    expect(delivery).toEqual({
      kind: 'artifact',
      name: 'pictures',
      id: stored?.id,
      url: `https://github.com/acme/shop/actions/runs/4711/artifacts/${stored?.id ?? ''}`,
      digest: stored?.digest,
      bytes: stored?.size,
      files: 2,
    });
    const unpacked = path.join(root, 'unpacked');
    expect((await extractArtifact(stored?.path ?? '', unpacked)).toSorted()).toEqual([
      'a.jpg',
      'sub/b ü.png',
    ]);
    expect(await readFile(path.join(unpacked, 'a.jpg'))).toEqual(await readFile(path.join(folder, 'a.jpg')));
    // Stored, not deflated: nine million equal bytes would become some thousands.
    expect(stored?.size).toBeGreaterThan(9_000_000);
  });

  it('takes the next name where one is taken, as in a matrix', async () => {
    await deliver();
    await deliver();
    const { delivery, lines } = await deliver();
    expect(delivery).toMatchObject({ kind: 'artifact', name: 'pictures-3' });
    expect(lines).toContain('The artifact name pictures is taken in this run; trying pictures-2.');
  });

  it("names a re-run's artifact by its attempt", async () => {
    const { delivery } = await deliver({ env: { GITHUB_RUN_ATTEMPT: '2' } });
    expect(delivery).toMatchObject({ name: 'pictures-attempt-2' });
  });

  it('tries again after resets, which the client gives up at', async () => {
    service.faults.add({ on: 'create', times: 2, kind: 'reset' });
    const { delivery, lines } = await deliver();
    expect(delivery).toMatchObject({ kind: 'artifact', name: 'pictures' });
    expect(lines.filter((line) => line.includes('is tried again'))).toHaveLength(2);
  });

  it('keeps the files and says so where the service refuses', async () => {
    service.faults.add({ on: 'create', times: 1, kind: 'status', status: 403 });
    const { delivery } = await deliver();
    expect(delivery).toMatchObject({ kind: 'failed', folder });
    expect(delivery.kind === 'failed' && delivery.message).toMatch(
      /could not be uploaded: .*\(403\).*They stay in /,
    );
  });

  it('keeps the files and says so on a server that has no such artifacts', async () => {
    process.env['GITHUB_SERVER_URL'] = 'https://github.acme.example';
    const { delivery } = await deliver();
    expect(delivery).toMatchObject({ kind: 'failed' });
    expect(delivery.kind === 'failed' && delivery.message).toContain('GHES');
  });

  it("does without waiting where the runner's variables are missing", async () => {
    const { delivery } = await deliver({ env: { ACTIONS_RESULTS_URL: '' } });
    expect(delivery.kind === 'failed' && delivery.message).toContain('ACTIONS_RESULTS_URL not set');
    expect(service.requests).toEqual([]);
  });

  it('stops waiting for an upload when it must', async () => {
    const delivery = await deliver({ signal: AbortSignal.abort(new Error('the step was stopped')) });
    expect(delivery.delivery).toMatchObject({ kind: 'failed' });
    expect(delivery.delivery.kind === 'failed' && delivery.delivery.message).toContain(
      'the step was stopped',
    );
  });
});
