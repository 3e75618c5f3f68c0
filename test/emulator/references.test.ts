import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEmulator, type Emulator } from '../../emulator/emulator.ts';
import { dataUri, finished, imageOf, picture, submitPrompt } from './client.ts';

const seen: { path: string; headers: object }[] = [];
const bodies: Record<string, Buffer> = {};
const listener: RequestListener = (request, response) => {
  const path = request.url ?? '';
  seen.push({ path, headers: request.headers });
  const body = bodies[path];
  if (path === '/loop') response.writeHead(302, { location: '/loop' }).end();
  else if (path === '/moved') response.writeHead(301, { location: '/fine.png' }).end();
  else if (path === '/away') response.writeHead(302, { location: 'http://10.0.0.1/fine.png' }).end();
  else if (path === '/endless') response.end(Buffer.alloc(33 * 1024 * 1024));
  else if (body === undefined) response.writeHead(404).end();
  else response.end(body);
};
const server = createServer(listener);
let origin = '';
let folder = '';
let emulator: Emulator;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  folder = await mkdtemp(join(tmpdir(), 'emulator-references-'));
  bodies['/fine.png'] = await picture('teal');
  bodies['/wide.png'] = await picture('teal', 400, 100);
  bodies['/page.jpg'] = Buffer.from('<html></html>');
  bodies['/half.jpg'] = (await picture('teal', 600, 600, 'jpeg')).subarray(0, 900);
  bodies['/picture.svg'] = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
  await writeFile(join(folder, 'a b.png'), bodies['/fine.png']);
  emulator = await createEmulator({
    serviceMs: 1,
    render: 'flat',
    hosts: { 'cdn.example.com': folder, 'raw.example.com': origin },
  });
});

afterAll(async () => {
  await emulator.close();
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true, maxRetries: 5 });
});

async function outcomeOf(url: string): Promise<Record<string, unknown>> {
  return await finished(
    emulator,
    await submitPrompt(emulator, `Use ${url.slice(0, 60)}`, { image_urls: [url] }),
  );
}

describe('references', () => {
  it('are fetched from loopback, from mapped hosts and after redirects, and no token goes with the request', async () => {
    const urls = [
      `${origin}/fine.png`,
      `${origin}/moved`,
      'https://raw.example.com/fine.png',
      'https://cdn.example.com/a%20b.png',
      await dataUri('teal'),
    ];
    for (const url of urls) expect(await outcomeOf(url)).toMatchObject({ status: 'succeeded' });
    expect(seen.length).toBeGreaterThanOrEqual(4);
    for (const { headers } of seen) expect(headers).not.toHaveProperty('authorization');
  });

  it('can be outputs of other jobs', async () => {
    const image = imageOf(await outcomeOf(`${origin}/fine.png`));
    const before = emulator.requests.filter((request) => request.server === 'outputs').length;
    expect(await outcomeOf(image)).toMatchObject({ status: 'succeeded' });
    expect(emulator.requests.filter((request) => request.server === 'outputs')).toHaveLength(before);
  });

  it.each([
    ['/missing.png', 'answered 404'],
    ['/loop', 'more than 5 redirects'],
    ['/away', 'plain http is fetched from loopback only'],
    ['/endless', 'sends more than'],
    ['/page.jpg', 'is no readable picture'],
    ['/half.jpg', 'is no readable picture'],
    ['/picture.svg', 'only JPEG and PNG are supported'],
    ['/wide.png', 'aspect ratio must be within'],
  ])('that cannot be used fail the job after it was accepted: %s', async (path, message) => {
    expect(await outcomeOf(`${origin}${path}`)).toMatchObject({
      status: 'failed',
      cost: 0,
      error: { code: 'InvalidInput', message: expect.stringContaining(message) as unknown },
    });
  });

  it.each([
    ['http://example.com/a.png', 'plain http'],
    ['https://cdn.example.com/%2e%2e%2f%2e%2e%2fetc%2fpasswd', 'answered 404'],
    ['https://cdn.example.com/missing.png', 'ENOENT'],
    ['https://', 'no URL'],
    ['https://127.0.0.1:1/a.png', 'ECONNREFUSED'],
    ['https://no-one.invalid/a.png', 'no-one.invalid'],
  ])('%s fails with the reason', async (url, message) => {
    const { error } = await outcomeOf(url);
    expect(error).toMatchObject({ message: expect.stringContaining(message) as unknown });
  });

  it('have a stand-in if the name of their host cannot be resolved here, as without a network', async () => {
    const url = 'https://pictures.no-such-host-of-the-emulator.com/a.png';
    expect(await outcomeOf(url)).toMatchObject({ status: 'succeeded' });
  });

  it('come from the allowed hosts alone, where some are named', async () => {
    await using strict = await createEmulator({
      serviceMs: 1,
      render: 'flat',
      referenceHosts: ['raw.example.com'],
    });
    const id = await submitPrompt(strict, 'x', { image_urls: [`${origin}/fine.png`] });
    expect(await finished(strict, id)).toMatchObject({
      error: { message: expect.stringContaining('not among the hosts allowed') as unknown },
    });
  });
});
