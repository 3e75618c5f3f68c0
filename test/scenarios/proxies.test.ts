import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';

import { makeCertificate } from '../support/certificate.ts';
import { startProxy } from '../support/proxy.ts';
import { createStage } from '../support/stage.ts';
import { startTlsFront } from '../support/tls-front.ts';

const spec = `
version: 1
defaults: { size: 1024x1024, force-single: true }
edits:
  hero: { prompt: A cat., images: [a.png] }
`;

test('HTTPS_PROXY is honored: the service at its public name is reached through a tunnel, sealed for the proxy', async () => {
  const host = 'model-api.runcomfy.net';
  const certificate = makeCertificate(host);
  await using stage = await createStage({ 'edits.yml': spec }, { inputs: { 'api-url': `https://${host}` } });
  await using front = await startTlsFront(certificate, Number(new URL(stage.emulator.apiUrl).port));
  await using proxy = await startProxy({ [`${host}:443`]: front.port });
  const trusted = path.join(stage.job.workspace, 'trusted.pem');
  await writeFile(trusted, certificate.cert);
  const main = await stage.job.main({
    env: { HTTPS_PROXY: proxy.url, NO_PROXY: '127.0.0.1', NODE_EXTRA_CA_CERTS: trusted },
  });

  expect(main.exitCode).toBe(0);
  expect(stage.emulator.ledger).toHaveLength(1);
  expect([...new Set(proxy.tunnels)]).toEqual([`${host}:443`]);
  // The paid call has a connection of its own.
  expect(proxy.tunnels.length).toBeGreaterThan(1);
});

test('HTTP_PROXY is honored for the upload, but not for an API on loopback nor for the hosts of NO_PROXY', async () => {
  await using stage = await createStage({ 'edits.yml': spec });
  const api = new URL(stage.emulator.apiUrl);
  const results = new URL(stage.artifacts.url);
  await using proxy = await startProxy({
    [api.host]: Number(api.port),
    [results.host]: Number(results.port),
  });
  const all = await stage.job.main({ env: { HTTP_PROXY: proxy.url } });
  expect(all.exitCode).toBe(0);
  // The API and the pictures are on loopback here, for which a proxy is never asked.
  expect(new Set([...proxy.tunnels, ...proxy.forwards])).toEqual(new Set([results.host]));
  const asked = proxy.tunnels.length + proxy.forwards.length;

  const none = await stage.job.main({ env: { HTTP_PROXY: proxy.url, NO_PROXY: 'localhost,127.0.0.1' } });
  expect(none.exitCode).toBe(0);
  expect(proxy.tunnels.length + proxy.forwards.length).toBe(asked);
  expect(stage.emulator.ledger).toHaveLength(2);
});
