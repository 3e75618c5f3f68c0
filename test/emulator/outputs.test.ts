import { once } from 'node:events';
import { request } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import sharp from 'sharp';
import { parseRange } from '../../emulator/byte-range.ts';
import { createEmulator, type Emulator } from '../../emulator/emulator.ts';
import type { Fault } from '../../emulator/fault.ts';
import { finished, imageOf, submitPrompt } from './client.ts';

let emulator: Emulator;
let url = '';
let whole: Buffer;
beforeAll(async () => {
  emulator = await createEmulator({ serviceMs: 1, render: 'flat', minOutputBytes: 200_000 });
  url = imageOf(await finished(emulator, await submitPrompt(emulator, 'A mug')));
  whole = await bytesOf(await fetch(url));
});
beforeEach(() => {
  emulator.faults.clear();
});
afterAll(async () => {
  await emulator.close();
});

async function bytesOf(response: Response): Promise<Buffer> {
  return Buffer.from(await response.arrayBuffer());
}

/** The format by content; undefined if it is no picture. */
async function formatOf(bytes: Buffer): Promise<string | undefined> {
  try {
    return (await sharp(bytes).metadata()).format;
  } catch {
    return undefined;
  }
}

describe('parts of a file', () => {
  it.each([
    [undefined, { kind: 'whole' }],
    ['bytes=0-0', { kind: 'part', start: 0, end: 0 }],
    ['bytes=90-', { kind: 'part', start: 90, end: 99 }],
    ['bytes=90-1000', { kind: 'part', start: 90, end: 99 }],
    ['bytes=-10', { kind: 'part', start: 90, end: 99 }],
    ['bytes=-1000', { kind: 'part', start: 0, end: 99 }],
    ['bytes=100-', { kind: 'unsatisfiable' }],
    ['bytes=-0', { kind: 'unsatisfiable' }],
    ['bytes=9-3', { kind: 'whole' }],
    ['bytes=-', { kind: 'whole' }],
    ['bytes=0-1,5-6', { kind: 'whole' }],
    ['lines=0-1', { kind: 'whole' }],
  ])('%s of 100 bytes', (header, range) => {
    expect(parseRange(header, 100)).toEqual(range);
  });
});

describe('the outputs’ host', () => {
  it('serves a picture of the asked length, whole and in parts', async () => {
    const response = await fetch(url);
    expect(response.headers.get('content-length')).toBe(String(whole.length));
    expect(response.headers.get('etag')).toMatch(/^"[0-9a-f]{32}"$/);
    expect(whole.length).toBeGreaterThanOrEqual(200_000);
    expect(whole.length).toBeLessThan(201_000);
    expect(await sharp(whole).metadata()).toMatchObject({ format: 'jpeg', width: 1024, height: 1024 });

    const part = await fetch(url, { headers: { range: 'bytes=100-199' } });
    expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 100-199/${whole.length}`]);
    expect(await bytesOf(part)).toEqual(whole.subarray(100, 200));
    const beyond = await fetch(url, { headers: { range: `bytes=${whole.length}-` } });
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, `bytes */${whole.length}`]);
    const head = await fetch(url, { method: 'HEAD' });
    expect(head.headers.get('content-length')).toBe(String(whole.length));
    expect((await fetch(new URL('/nothing.jpg', url))).status).toBe(404);
    expect((await fetch(url, { method: 'POST' })).status).toBe(405);
  });

  it('needs no token, and records one that is sent', async () => {
    await (await fetch(url, { headers: { authorization: 'Bearer leaked' } })).arrayBuffer();
    const last = emulator.requests.findLast((entry) => entry.server === 'outputs');
    expect(last).toMatchObject({ method: 'GET', headers: { authorization: 'Bearer leaked' }, status: 200 });
  });
});

describe('downloads that go wrong', () => {
  it.each<[Fault, object]>([
    [{ on: 'download', kind: 'status', status: 404 }, { status: 404 }],
    [{ on: 'download', kind: 'status', status: 403, body: 'expired' }, { status: 403 }],
    [
      { on: 'download', kind: 'empty' },
      { status: 200, type: 'image/jpeg', length: 0 },
    ],
    [
      { on: 'download', kind: 'html' },
      { status: 200, type: 'text/html; charset=utf-8' },
    ],
    [
      { on: 'download', kind: 'html', contentType: 'image/jpeg' },
      { status: 200, type: 'image/jpeg', format: undefined },
    ],
    [
      { on: 'download', kind: 'mistyped' },
      { status: 200, type: 'image/jpeg', format: 'png' },
    ],
    [
      { on: 'download', kind: 'redirect', to: 'https://example.com/x' },
      { status: 302, location: 'https://example.com/x' },
    ],
    [
      { on: 'download', kind: 'redirect', to: 'self', status: 308 },
      { status: 308, location: expect.stringMatching(/^\/.*1\.jpg$/) as unknown },
    ],
    [
      { on: 'download', kind: 'truncated', contentLength: 'honest' },
      { status: 200, halved: true },
    ],
  ])('%j', async (fault, expected) => {
    emulator.faults.add({ ...fault, match: 'mug' });
    const response = await fetch(url, { redirect: 'manual' });
    const bytes = await bytesOf(response);
    const format = bytes.length === 0 ? undefined : await formatOf(bytes);
    expect({
      status: response.status,
      type: response.headers.get('content-type'),
      location: response.headers.get('location'),
      length: bytes.length,
      halved: bytes.length === Math.floor(whole.length / 2),
      format,
    }).toMatchObject(expected);
  });

  it.each<[Fault]>([[{ on: 'download', kind: 'truncated' }], [{ on: 'download', kind: 'reset' }]])(
    '%j breaks the connection',
    async (fault) => {
      emulator.faults.add(fault);
      await expect(fetch(url).then(bytesOf)).rejects.toThrow();
    },
  );

  it('trickle, and stop when the client leaves', async () => {
    emulator.faults.add({ on: 'download', kind: 'slow', bytesPerSecond: 2_000_000 });
    expect(await bytesOf(await fetch(url))).toEqual(whole);
    emulator.faults.clear();
    emulator.faults.add({ on: 'download', kind: 'slow', bytesPerSecond: 100 });
    const impatient = request(url).end();
    const [response] = (await once(impatient, 'response')) as [NodeJS.ReadableStream];
    expect(await once(response, 'data')).toEqual([whole.subarray(0, 5)]);
    impatient.destroy();
  });
});
