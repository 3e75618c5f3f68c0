import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { createArtifactStage, digests, type ArtifactStage } from '../../support/artifact-stage.ts';

const CONTENTS = new Map([
  ['a.jpg', Buffer.alloc(9_000_000, 'a')],
  ['sub/b ü.png', Buffer.from('b')],
]);
let stage: ArtifactStage;
let files: readonly string[] = [];

beforeEach(async () => {
  stage = await createArtifactStage();
  files = await stage.writeFiles(CONTENTS);
});
afterEach(async () => {
  await stage[Symbol.asyncDispose]();
});

describe('deliverArtifact', () => {
  it('uploads the files byte for byte, and says where they are', async () => {
    const { delivery } = await stage.deliver(files, { retentionDays: 3 });
    const [stored] = stage.service.artifacts;
    expect(delivery).toEqual({
      kind: 'artifact',
      name: 'pictures',
      id: stored?.id,
      url: `https://github.com/acme/shop/actions/runs/4711/artifacts/${stored?.id ?? ''}`,
      digest: stored?.digest,
      bytes: stored?.size,
      files: 2,
    });
    expect(digests(await stage.unpack())).toEqual(digests(CONTENTS));
    // Stored, not deflated: nine million equal bytes would become some thousands.
    expect(stored?.size).toBeGreaterThan(9_000_000);
  });

  it('takes the next name where one is taken, as in a matrix', async () => {
    await stage.deliver(files);
    await stage.deliver(files);
    const { delivery, lines } = await stage.deliver(files);
    expect(delivery).toMatchObject({ kind: 'artifact', name: 'pictures-3' });
    expect(lines).toContain('The artifact name pictures is taken in this run; trying pictures-2.');
  });

  it("names a re-run's artifact by its attempt", async () => {
    const { delivery } = await stage.deliver(files, { attempt: 2 });
    expect(delivery).toMatchObject({ name: 'pictures-attempt-2' });
  });

  it('tries again after resets, which the client gives up at', async () => {
    stage.service.faults.add({ on: 'create', times: 2, kind: 'reset' });
    const { delivery, lines } = await stage.deliver(files);
    expect(delivery).toMatchObject({ kind: 'artifact', name: 'pictures' });
    expect(lines.filter((line) => line.startsWith('The upload failed: '))).toHaveLength(2);
  });

  it('keeps the files and says so where the service refuses', async () => {
    stage.service.faults.add({ on: 'create', times: 1, kind: 'status', status: 403 });
    const { delivery } = await stage.deliver(files);
    expect(delivery).toMatchObject({ kind: 'failed', folder: stage.folder });
    expect(delivery.kind === 'failed' && delivery.message).toMatch(
      /could not be uploaded: .*\(403\).*They stay in /,
    );
  });

  it('keeps the files and says so on a server that has no such artifacts', async () => {
    process.env['GITHUB_SERVER_URL'] = 'https://github.acme.example';
    const { delivery } = await stage.deliver(files);
    expect(delivery).toMatchObject({ kind: 'failed' });
    expect(delivery.kind === 'failed' && delivery.message).toContain('GHES');
  });

  it("does without waiting where the runner's variables are missing", async () => {
    const { delivery } = await stage.deliver(files, { env: { ACTIONS_RESULTS_URL: '' } });
    expect(delivery.kind === 'failed' && delivery.message).toContain('ACTIONS_RESULTS_URL not set');
    expect(stage.service.requests).toEqual([]);
  });

  it('stops waiting for an upload when it must', async () => {
    const signal = AbortSignal.abort(new Error('the step was stopped'));
    const { delivery } = await stage.deliver(files, { signal });
    expect(delivery).toMatchObject({ kind: 'failed' });
    expect(delivery.kind === 'failed' && delivery.message).toContain('the step was stopped');
  });
});
