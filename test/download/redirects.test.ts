import type { RequestListener } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';

import { createDownloadStage, makePicture, never, sending, serve } from './download-stage.ts';

const picture = await makePicture('jpeg');

function redirecting(location: string): RequestListener {
  return (_, response) => {
    response.writeHead(302, { location }).end('moved');
  };
}

describe('redirects', () => {
  test('are followed where the next host is allowed as well', async () => {
    await using end = await serve(sending(picture));
    await using start = await serve((request, response) => {
      redirecting(request.url === '/a' ? '/b' : `${end.url}/c`)(request, response);
    });
    await using stage = await createDownloadStage([start.port, end.port]);
    const result = await stage.downloader.download(`${start.url}/a`, 'a', never);
    expect(result).toMatchObject({ ok: true });
    expect([...start.requests, ...end.requests].map(({ url }) => url)).toEqual(['/a', '/b', '/c']);
  });

  test.each([
    ['the metadata address', 'http://169.254.169.254/latest/meta-data/', '169.254.169.254'],
    ['the same over https', 'https://169.254.169.254/', '169.254.169.254'],
    ['the same as IPv4-mapped IPv6', 'https://[::ffff:169.254.169.254]/', '::ffff:a9fe:a9fe'],
    ['the same as a number', 'https://2852039166/', '169.254.169.254'],
    ['the metadata address of IPv6', 'http://[fd00:ec2::254]/', 'fd00:ec2::254'],
    ['loopback, another port', 'http://127.0.0.1:1/', '127.0.0.1'],
    ['loopback of IPv6', 'http://[::1]/', '::1'],
    ['a host that is not allowed', 'https://example.com/', 'example.com'],
    ['a file', 'file:///etc/passwd', '`file:///etc/passwd`'],
  ])('from a trusted host to %s are refused', async (_, location, host) => {
    await using server = await serve(redirecting(location));
    await using stage = await createDownloadStage([server.port]);
    const result = await stage.downloader.download(server.url, 'a', never);
    const code = location.startsWith('file:') ? 'output-unusable' : 'output-refused';
    expect(result).toMatchObject({ ok: false, error: { kind: 'permanent', code } });
    expect(!result.ok && result.error.message).toContain(host.startsWith('`') ? host : `from ${host}:`);
    expect(server.requests).toHaveLength(1);
    expect(await stage.files()).toEqual([]);
  });
});

describe('an allowed name that leads inside a network', () => {
  test.each([
    ['169.254.169.254'],
    ['127.0.0.1'],
    ['10.1.2.3'],
    ['::1'],
    ['fe80::1'],
    ['::ffff:169.254.169.254'],
    ['fd00:ec2::254'],
    ['64:ff9b::a9fe:a9fe'],
  ])('is refused: %s', async (address) => {
    const asked: string[] = [];
    const resolveHost = (host: string): Promise<readonly string[]> => {
      asked.push(host);
      return Promise.resolve([address]);
    };
    await using server = await serve(redirecting('https://metadata.runcomfy.net/'));
    await using stage = await createDownloadStage([server.port], { resolveHost });
    const result = await stage.downloader.download(server.url, 'a', never);
    expect(result).toMatchObject({ ok: false, error: { code: 'output-refused' } });
    expect(!result.ok && result.error.message).toContain('from metadata.runcomfy.net: its name leads inside');
    expect(asked).toEqual(['metadata.runcomfy.net']);
  });

  test('is an outage where the name does not resolve', async () => {
    const resolveHost = (): Promise<never> => Promise.reject(new Error('getaddrinfo ENOTFOUND'));
    await using stage = await createDownloadStage([], { resolveHost });
    const url = 'https://outputs.runcomfy.net/a';
    const result = await stage.downloader.download(url, 'a', stage.clock.endAfter(2000));
    expect(result).toMatchObject({ ok: false, error: { code: 'download-failed' } });
    expect(!result.ok && result.error.message).toContain('ENOTFOUND');
  });

  test('is fine where the name can only be this machine', async () => {
    await using server = await serve(sending(picture));
    await using stage = await createDownloadStage([], {
      outputHosts: [{ host: 'outputs.localhost', port: server.port }],
      resolveHost: () => Promise.resolve(['10.0.0.1', '127.0.0.1']),
    });
    const url = `http://outputs.localhost:${server.port}/a`;
    expect(await stage.downloader.download(url, 'a', never)).toMatchObject({ ok: true });
  });
});

describe('proxies', () => {
  test('are used for what is not on loopback', async () => {
    const tunnels: string[] = [];
    const proxy = createServer();
    proxy.on('connect', (request, socket) => {
      tunnels.push(request.url ?? '');
      socket.on('error', () => undefined);
      socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    const { port } = proxy.address() as AddressInfo;
    await using server = await serve(sending(picture));
    await using stage = await createDownloadStage([server.port], {
      env: { HTTPS_PROXY: `http://127.0.0.1:${port}`, HTTP_PROXY: `http://127.0.0.1:${port}` },
    });
    const direct = await stage.downloader.download(server.url, 'a', never);
    const url = 'https://outputs.runcomfy.net/a';
    const proxied = await stage.downloader.download(url, 'b', stage.clock.endAfter(0));
    proxy.close();
    expect(direct).toMatchObject({ ok: true });
    expect(proxied).toMatchObject({ ok: false, error: { code: 'download-failed' } });
    expect(tunnels[0]).toBe('outputs.runcomfy.net:443');
  });
});
