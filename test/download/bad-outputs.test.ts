import type { RequestListener } from 'node:http';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { mkdir, writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';

import { createSetting, makePicture, never, sending, serve } from './setting.ts';

const picture = await makePicture('jpeg', 300, 200);
const html = Buffer.from('<!DOCTYPE html><html><body>Sign in</body></html>');

function status(code: number): RequestListener {
  return (_, response) => {
    response.writeHead(code).end('no');
  };
}

function brokenAfter(
  bytes: number,
  end: 'close' | 'reset' = 'close',
  headers: Record<string, number> = { 'content-length': picture.length },
): RequestListener {
  return (request, response) => {
    response.writeHead(200, headers);
    response.write(picture.subarray(0, bytes), () => {
      if (end === 'close') response.destroy();
      else request.socket.resetAndDestroy();
    });
  };
}

describe('a failed download is tried again, then an error, never a file (a client that exits 0 after one)', () => {
  test.each<[string, RequestListener, number, string, string]>([
    ['403', status(403), 4, 'output-vanished', 'HTTP 403 (tried 4 times)'],
    ['404', status(404), 4, 'output-vanished', 'HTTP 404 (tried 4 times)'],
    ['410', status(410), 4, 'output-vanished', 'HTTP 410 (tried 4 times)'],
    ['400', status(400), 4, 'download-failed', 'HTTP 400 (tried 4 times)'],
    ['no body', sending(Buffer.alloc(0)), 4, 'download-failed', 'the body is empty'],
    ['204', status(204), 4, 'download-failed', 'HTTP 204'],
    ['a web page with 200', sending(html), 4, 'download-failed', 'a web page'],
    [
      'a web page that says JPEG',
      sending(html, { 'content-type': 'image/jpeg' }),
      4,
      'download-failed',
      'web page',
    ],
    [
      'a long web page',
      sending(Buffer.concat([html, Buffer.alloc(1e6, 32)])),
      4,
      'download-failed',
      'web page',
    ],
    ['JSON', sending(Buffer.from('{"error":"expired"}')), 4, 'download-failed', 'JSON came'],
    ['blanks', sending(Buffer.alloc(100, 32)), 4, 'download-failed', 'the body is empty'],
    [
      'a PDF',
      sending(Buffer.from('%PDF-1.7 and so on'.repeat(9))),
      4,
      'download-failed',
      'neither a picture nor',
    ],
    ['a cut JPEG', sending(picture.subarray(0, -400)), 4, 'download-failed', 'the JPEG was cut off'],
    ['a cut JPEG header', sending(picture.subarray(0, 40)), 4, 'download-failed', 'the JPEG was cut off'],
    ['gzip', sending(picture, { 'content-encoding': 'gzip' }), 4, 'download-failed', 'gzip encoding'],
    [
      'a redirect to nowhere',
      (_, response) => response.writeHead(302, { location: 'http://' }).end(),
      4,
      'download-failed',
      'redirects to an address that cannot be read',
    ],
    [
      'a circle of redirects',
      (_, response) => response.writeHead(302, { location: '/again' }).end(),
      24,
      'download-failed',
      'more than 5 redirects',
    ],
  ])('%s', async (_, listener, requests, code, message) => {
    await using server = await serve(listener);
    await using setting = await createSetting([server.port]);
    const result = await setting.downloader.download(`${server.url}/out?sig=private`, 'hero/a', never);
    expect(result).toMatchObject({ ok: false, error: { code } });
    const text = result.ok ? '' : result.error.message;
    expect(text).toContain(message);
    expect(text).toContain('127.0.0.1');
    expect(text).not.toContain('private');
    expect(server.requests).toHaveLength(requests);
    expect(await setting.files()).toEqual([]);
  });

  test.each<[string, RequestListener]>([
    ['500', status(500)],
    ['429', status(429)],
    ['503', status(503)],
    ['a reset', (request) => request.socket.resetAndDestroy()],
    ['a reset in the middle of the body', brokenAfter(100, 'reset')],
    ['a body that ends before its time', brokenAfter(100)],
    ['a body of unknown length that breaks', brokenAfter(2000, 'reset', {})],
  ])('%s is sat out for as long as the run has time, which then tells why it ended', async (_, listener) => {
    await using server = await serve(listener);
    await using setting = await createSetting([server.port]);
    const result = await setting.downloader.download(server.url, 'a', setting.clock.endAfter(25 * 60_000));
    expect(result).toMatchObject({ ok: false, error: { code: 'download-failed' } });
    expect(!result.ok && result.error.message).toContain('was stopped: the time is over. Before that: ');
    expect(setting.clock.waitsMs.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThan(24 * 60_000);
    expect(server.requests.length).toBeGreaterThan(30);
    expect(await setting.files()).toEqual([]);
  });

  test('a body that breaks is told with how much should have come', async () => {
    await using server = await serve(brokenAfter(100));
    await using setting = await createSetting([server.port]);
    const result = await setting.downloader.download(server.url, 'a', setting.clock.endAfter(1000));
    expect(!result.ok && result.error.message).toContain(`broke before all ${picture.length} bytes came`);
  });

  test('a refused connection names the host', async () => {
    const probe = createServer();
    await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
    const { port } = probe.address() as AddressInfo;
    await new Promise((resolve) => probe.close(resolve));
    await using setting = await createSetting([port]);
    const url = `http://127.0.0.1:${port}/`;
    const result = await setting.downloader.download(url, 'a', setting.clock.endAfter(1000));
    expect(!result.ok && result.error.message).toMatch(/from 127\.0\.0\.1 .*ECONNREFUSED/);
  });

  test('an output over the size limit is refused at once, announced or not', async () => {
    const limits = { maxBytes: 1024 * 1024 };
    const large = Buffer.concat([picture, Buffer.alloc(limits.maxBytes)]);
    await using announced = await serve(sending(large));
    await using silent = await serve((_, response) => {
      response.writeHead(200);
      response.end(large);
    });
    await using setting = await createSetting([announced.port, silent.port], { limits });
    for (const server of [announced, silent]) {
      const result = await setting.downloader.download(server.url, 'a', never);
      expect(result).toMatchObject({ ok: false, error: { code: 'output-refused' } });
      expect(!result.ok && result.error.message).toContain('larger than 1 MiB');
      expect(server.requests).toHaveLength(1);
    }
    expect(await setting.files()).toEqual([]);
  });

  test('a disk that cannot be written to is not tried again', async () => {
    await using server = await serve(sending(picture));
    await using setting = await createSetting([server.port]);
    await mkdir(`${setting.folder}/taken.jpg/inside`, { recursive: true });
    await writeFile(`${setting.folder}/file`, '');
    for (const output of ['taken', 'file/below']) {
      const result = await setting.downloader.download(server.url, output, never);
      expect(!result.ok && result.error.message).toContain('the file cannot be written');
    }
    expect(await setting.files()).toEqual(['file']);
  });

  test('an address that is none', async () => {
    await using setting = await createSetting([]);
    const result = await setting.downloader.download('nonsense', 'a', never);
    expect(result).toMatchObject({ ok: false, error: { code: 'output-refused' } });
  });
});
