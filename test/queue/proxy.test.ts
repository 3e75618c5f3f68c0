import { createServer } from 'node:http';
import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';

import { connectClient, noAbort } from './client-deps.ts';
import { startFakeService } from '../support/fake-service.ts';
import { close, listen } from './listen.ts';

describe('proxies, from the given environment only', () => {
  async function throughProxy(makeEnv: (proxy: string) => Record<string, string>, host = '127.0.0.1') {
    await using api = await startFakeService((_, reply) => {
      reply.json({ status: 'in_queue' });
    });
    const tunnels: string[] = [];
    const proxy = createServer().on('connect', (request, socket, head) => {
      tunnels.push(request.url ?? '');
      const upstream = connect(Number(new URL(api.url).port), '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n');
        upstream.write(head);
        upstream.pipe(socket).pipe(upstream);
      });
      for (const end of [upstream, socket]) end.on('error', () => undefined);
    });
    const env = makeEnv(`http://127.0.0.1:${await listen(proxy)}`);
    {
      await using client = connectClient(api.url.replace('127.0.0.1', host), { env });
      expect(await client.status('req-1', noAbort())).toMatchObject({ ok: true });
    }
    await close(proxy);
    return tunnels.length;
  }

  test('HTTP_PROXY is used', async () => {
    expect(await throughProxy((proxy) => ({ HTTP_PROXY: proxy }), 'api.example')).toBe(1);
  });
  test.each(['127.0.0.1', 'localhost'])('%s is this machine: never proxied', async (host) => {
    expect(await throughProxy((proxy) => ({ HTTP_PROXY: proxy, HTTPS_PROXY: proxy }), host)).toBe(0);
  });
  test('NO_PROXY is heeded', async () => {
    expect(await throughProxy((proxy) => ({ http_proxy: proxy, no_proxy: 'localhost,127.0.0.1' }))).toBe(0);
  });
  test('without the variables there is none', async () => {
    expect(await throughProxy(() => ({}))).toBe(0);
  });
  test('a proxy that is no address is reported by its variable, without its secrets', () => {
    expect(() => connectClient('https://api.example', { env: { HTTPS_PROXY: '//user:geheim@' } })).toThrow(
      /^HTTPS_PROXY, HTTP_PROXY .* not a URL/,
    );
  });
});
