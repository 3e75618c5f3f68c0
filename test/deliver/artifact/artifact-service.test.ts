import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import {
  startArtifactService,
  type ArtifactService,
} from '../../../demo/artifact-service/start-artifact-service.ts';

let storage = '';
let service: ArtifactService;

beforeEach(async () => {
  storage = await mkdtemp(path.join(tmpdir(), 'artifact-service-'));
  service = await startArtifactService({ storage });
});
afterEach(async () => {
  await service.close();
  await rm(storage, { recursive: true, maxRetries: 5 });
});

interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

async function call(
  method: string,
  body: object,
  token = service.env.ACTIONS_RUNTIME_TOKEN,
): Promise<Answer> {
  const url = `${service.url}/twirp/github.actions.results.api.v1.ArtifactService/${method}`;
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

const ids = { workflow_run_backend_id: 'run', workflow_job_run_backend_id: 'job' };

async function upload(name: string, content: string): Promise<string> {
  const { body } = await call('CreateArtifact', { ...ids, name, version: 7 });
  const url = String(body['signed_upload_url']);
  await fetch(url, { method: 'PUT', body: content });
  return url;
}

describe('the artifact service is as strict as the one it stands for', () => {
  test('a request with a field that the client does not know of is refused', async () => {
    const answer = await call('CreateArtifact', { ...ids, name: 'a', version: 7, colour: 'red' });
    expect(answer.status).toBe(400);
    expect(answer.body['msg']).toContain('colour');
  });

  test('a request with another token is refused', async () => {
    expect((await call('CreateArtifact', { ...ids, name: 'a', version: 7 }, 'other')).status).toBe(401);
  });

  test('a call that it does not have is refused', async () => {
    expect((await call('MakeCoffee', ids)).status).toBe(404);
  });

  test('a name is taken once and for all, also where its upload never ended', async () => {
    expect((await call('CreateArtifact', { ...ids, name: 'a', version: 7 })).status).toBe(200);
    expect((await call('CreateArtifact', { ...ids, name: 'a', version: 7 })).status).toBe(409);
  });

  test.each([
    ['another size', { size: '4' }],
    ['another digest', { size: '7', hash: `sha256:${'0'.repeat(64)}` }],
    ['another name', { size: '7', name: 'b' }],
  ])('an upload is not finished with %s', async (_, changes) => {
    await upload('a', 'picture');
    const answer = await call('FinalizeArtifact', { ...ids, name: 'a', ...changes });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(service.artifacts).toEqual([]);
  });

  test('bytes need the signed address', async () => {
    const url = await upload('a', 'picture');
    expect((await fetch(url.replace(/sig=.*/, 'sig=guessed'), { method: 'PUT', body: 'x' })).status).toBe(
      403,
    );
    expect((await fetch(`${service.url}/anything`)).status).toBe(403);
    expect(await (await fetch(url)).text()).toBe('picture');
  });

  test('faults strike as often as asked for', async () => {
    service.faults.add({ on: 'create', times: 2, kind: 'status', status: 503 });
    const statuses: number[] = [];
    for (let index = 0; index < 3; index += 1) {
      statuses.push((await call('CreateArtifact', { ...ids, name: 'a', version: 7 })).status);
    }
    expect(statuses).toEqual([503, 503, 200]);
    expect(service.requests).toHaveLength(3);
  });
});

test('as a program it says how to reach it, and ends on request', async () => {
  const program = path.join(import.meta.dirname, '../../../demo/artifact-service/main.ts');
  const child = spawn(process.execPath, [program, '--storage', storage], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  const hello = JSON.parse(line) as { url: string; env: Record<string, string> };
  expect(hello.env['ACTIONS_RESULTS_URL']).toBe(`${hello.url}/`);
  expect((await fetch(hello.url)).status).toBe(403);
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
});
