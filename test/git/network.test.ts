import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';

import { fetchTip } from '../../src/git/fetch-tip.ts';
import { makeCertificate } from '../support/certificate.ts';
import { startProxy } from '../support/proxy.ts';
import { startTlsFront } from '../support/tls-front.ts';
import { good } from './disk-remote.ts';
import { createHttpRemote, TOKEN } from './http-remote.ts';

const { signal } = new AbortController();
const ref = 'refs/heads/assets';
const { PATH } = process.env;

test('a proxy that the environment names is used, however it is spelled', async () => {
  await using remote = await createHttpRemote();
  const tip = await remote.disk.commit('assets', { a: 'a' });
  await using proxy = await startProxy({ 'github.example': remote.service.port });
  const over = { url: 'http://github.example/acme/shop.git', token: TOKEN };
  await using repository = good(await remote.disk.open(over, { PATH, HTTP_PROXY: proxy.url }));

  expect(good(await fetchTip(repository, ref, signal))).toBe(tip);
  expect(new Set(proxy.forwards)).toEqual(new Set(['github.example']));
});

test('a server on this machine is asked directly', async () => {
  await using remote = await createHttpRemote({ hostname: 'github.localhost' });
  const tip = await remote.disk.commit('assets', { a: 'a' });
  await using proxy = await startProxy({});
  const env = { PATH, HTTP_PROXY: proxy.url, http_proxy: proxy.url, ALL_PROXY: proxy.url };
  await using repository = good(await remote.open(TOKEN, env));

  expect(good(await fetchTip(repository, ref, signal))).toBe(tip);
  expect(proxy.forwards).toEqual([]);
});

test('a certificate that no one vouches for ends it; one that the user trusts does not', async () => {
  await using remote = await createHttpRemote();
  const tip = await remote.disk.commit('assets', { a: 'a' });
  const certificate = makeCertificate('localhost');
  await using front = await startTlsFront(certificate, remote.service.port);
  const over = { url: `https://localhost:${front.port}/acme/shop.git`, token: TOKEN };
  const home = path.join(remote.disk.root, 'home');
  await mkdir(home);
  await writeFile(path.join(home, 'ca.pem'), certificate.cert);
  {
    await using repository = good(await remote.disk.open(over, { PATH, HOME: home, GIT_SSL_NO_VERIFY: '1' }));
    const result = await fetchTip(repository, ref, signal);
    expect(result).toMatchObject({ ok: false, error: { kind: 'untrusted', why: /certificate/i } });
    expect(remote.service.requests).toEqual([]);
  }
  {
    await using repository = good(
      await remote.disk.open(over, { PATH, HOME: home, GIT_SSL_CAINFO: path.join(home, 'ca.pem') }),
    );
    expect(good(await fetchTip(repository, ref, signal))).toBe(tip);
  }
  await writeFile(path.join(home, '.gitconfig'), '[http]\nsslCAInfo = ~/ca.pem\n');
  await using repository = good(await remote.disk.open(over, { PATH, HOME: home }));
  expect(good(await fetchTip(repository, ref, signal))).toBe(tip);
});
