import type { RequestListener } from 'node:http';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { mkdir, writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';

import { createDownloadStage, makePicture, never, sending, serve } from './download-stage.ts';

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

function sendingInTurn(...bodies: readonly Buffer[]): RequestListener {
  let turn = 0;
  return (request, response) => {
    sending(bodies[turn++ % bodies.length] ?? Buffer.alloc(0))(request, response);
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
    ['a web page with 200', sending(html), 4, 'output-unusable', 'it sent an HTML page, not a picture'],
    [
      'a web page that says JPEG',
      sending(html, { 'content-type': 'image/jpeg' }),
      4,
      'output-unusable',
      'an HTML page',
    ],
    [
      'a long web page',
      sending(Buffer.concat([html, Buffer.alloc(1e6, 32)])),
      4,
      'output-unusable',
      'an HTML page',
    ],
    ['JSON', sending(Buffer.from('{"error":"expired"}')), 4, 'output-unusable', 'it sent JSON'],
    ['an SVG', sending(Buffer.from('<svg xmlns="a"/>')), 4, 'output-unusable', 'it sent an SVG drawing'],
    ['a script', sending(Buffer.from('#!/bin/sh\n')), 4, 'output-unusable', 'it sent text'],
    ['a program', sending(Buffer.from('\x7fELF\x02\x01\0\0')), 4, 'output-unusable', 'it sent a program'],
    [
      'pages that differ',
      sendingInTurn(...['<p>1', '<p>2', '<p>3', '<p>4'].map((page) => Buffer.from(page))),
      4,
      'download-failed',
      'it sent text',
    ],
    ['blanks', sending(Buffer.alloc(100, 32)), 4, 'download-failed', 'the body is empty'],
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
    await using stage = await createDownloadStage([server.port]);
    const result = await stage.downloader.download(`${server.url}/out?sig=private`, 'hero/a', never);
    expect(result).toMatchObject({ ok: false, error: { code } });
    const text = result.ok ? '' : result.error.message;
    expect(text).toContain(message);
    expect(text).toContain('127.0.0.1');
    expect(text).not.toContain('private');
    expect(server.requests).toHaveLength(requests);
    expect(await stage.files()).toEqual([]);
  });

  test.each<[string, RequestListener]>([
    ['500', status(500)],
    ['429', status(429)],
    ['503', status(503)],
    ['a reset', (request) => request.socket.resetAndDestroy()],
    ['a reset in the middle of the body', brokenAfter(100, 'reset')],
    ['a body that ends before its time', brokenAfter(100)],
    ['a body of unknown length that breaks', brokenAfter(2000, 'reset', {})],
  ])('%s is sat out for as long as the run has time, which then says why it ended', async (_, listener) => {
    await using server = await serve(listener);
    await using stage = await createDownloadStage([server.port]);
    const result = await stage.downloader.download(server.url, 'a', stage.clock.endAfter(25 * 60_000));
    expect(result).toMatchObject({ ok: false, error: { code: 'download-failed' } });
    expect(!result.ok && result.error.message).toContain('was stopped: the time is up. Before that: ');
    expect(stage.clock.waitsMs.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThan(24 * 60_000);
    expect(server.requests.length).toBeGreaterThan(30);
    expect(await stage.files()).toEqual([]);
  });

  test('the error of a body that breaks says how much should have come', async () => {
    await using server = await serve(brokenAfter(100));
    await using stage = await createDownloadStage([server.port]);
    const result = await stage.downloader.download(server.url, 'a', stage.clock.endAfter(1000));
    expect(!result.ok && result.error.message).toContain(`broke before all ${picture.length} bytes came`);
  });

  test('a refused connection names the host', async () => {
    const probe = createServer();
    await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
    const { port } = probe.address() as AddressInfo;
    await new Promise((resolve) => probe.close(resolve));
    await using stage = await createDownloadStage([port]);
    const url = `http://127.0.0.1:${port}/`;
    const result = await stage.downloader.download(url, 'a', stage.clock.endAfter(1000));
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
    await using stage = await createDownloadStage([announced.port, silent.port], { limits });
    for (const server of [announced, silent]) {
      const result = await stage.downloader.download(server.url, 'a', never);
      expect(result).toMatchObject({ ok: false, error: { code: 'output-unusable' } });
      expect(!result.ok && result.error.message).toContain('larger than 1 MiB');
      expect(server.requests).toHaveLength(1);
    }
    expect(await stage.files()).toEqual([]);
  });

  test('a disk that cannot be written to is not tried again', async () => {
    await using server = await serve(sending(picture));
    await using stage = await createDownloadStage([server.port]);
    await mkdir(`${stage.folder}/taken.jpg/inside`, { recursive: true });
    await writeFile(`${stage.folder}/file`, '');
    for (const output of ['taken', 'file/below']) {
      const result = await stage.downloader.download(server.url, output, never);
      expect(!result.ok && result.error.message).toContain('the file cannot be written');
    }
    expect(await stage.files()).toEqual(['file']);
  });

  test('an address of an unknown scheme ends with what came', async () => {
    await using stage = await createDownloadStage([]);
    for (const [address, named] of [
      ['nonsense', '`nonsense`'],
      ['s3://bucket/hero.png?sig=private', '`s3://bucket/hero.png`'],
      [`data:image/png;base64,${'A'.repeat(9000)}`, '`data:image/png;base64,AAA'],
    ] as const) {
      const result = await stage.downloader.download(address, 'a', never);
      expect(result).toMatchObject({ ok: false, error: { kind: 'permanent', code: 'output-unusable' } });
      const message = result.ok ? '' : result.error.message;
      expect(message).toContain(named);
      expect(message).not.toMatch(/private|A{200}|from :/);
    }
  });
});
