import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';

import { makeCertificate } from '../support/certificate.ts';
import { startFakeService } from '../support/fake-service.ts';
import { plainPicture } from '../support/plain-picture.ts';
import { createPlainScript } from '../support/plain-script.ts';
import { startProxy } from '../support/proxy.ts';
import { createStage } from '../support/stage.ts';
import { startTlsFront } from '../support/tls-front.ts';

const spec = `
version: 1
defaults: { size: 1024x1024, force-single: true }
edits:
  hero: { prompt: A cat., images: [a.png] }
`;

test('pictures at the public host of the service are fetched through HTTPS_PROXY, without the token', async () => {
  const host = 'playgrounds-storage-public.runcomfy.net';
  const certificate = makeCertificate(host);
  const picture = await plainPicture(1024, 1024, '#369', 'jpeg');
  await using outputs = await startFakeService(createPlainScript({ output: picture }));
  await using front = await startTlsFront(certificate, Number(new URL(outputs.url).port));
  await using proxy = await startProxy({ [`${host}:443`]: front.port });
  await using stage = await createStage({ 'edits.yml': spec });
  stage.emulator.faults.add({ on: 'download', kind: 'redirect', to: `https://${host}/out/hero.jpg?sig=1` });
  const trusted = path.join(stage.job.temp, '..', 'trusted.pem');
  await writeFile(trusted, certificate.cert);
  const env = { https_proxy: proxy.url, no_proxy: '127.0.0.1', NODE_EXTRA_CA_CERTS: trusted };
  const main = await stage.job.main({ env });

  expect(main.exitCode).toBe(0);
  expect(proxy.tunnels).toEqual([`${host}:443`]);
  expect(outputs.requests).toMatchObject([
    { method: 'GET', path: '/out/hero.jpg?sig=1', authorization: undefined, body: '' },
  ]);
  expect((await stage.unpack()).get('hero.jpg')).toEqual(picture);
});
