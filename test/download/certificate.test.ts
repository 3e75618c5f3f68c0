import { expect, test } from 'vitest';

import { makeCertificate } from '../support/certificate.ts';
import { startTlsFront } from '../support/tls-front.ts';
import { createDownloadStage, makePicture, never, sending, serve } from './download-stage.ts';

test('a host whose certificate this machine does not trust is left after a few tries, and the error says what to do', async () => {
  await using server = await serve(sending(await makePicture('jpeg')));
  await using front = await startTlsFront(makeCertificate('localhost'), server.port);
  await using stage = await createDownloadStage([], {
    outputHosts: [{ host: 'localhost', port: front.port }],
    resolveHost: () => Promise.resolve(['127.0.0.1']),
  });
  const result = await stage.downloader.download(`https://localhost:${front.port}/a`, 'a', never);
  expect(result).toMatchObject({ ok: false, error: { kind: 'passing', code: 'download-failed' } });
  expect(!result.ok && result.error.message).toMatch(/self-signed; .*NODE_EXTRA_CA_CERTS.*tried 4 times/);
  expect(server.requests).toEqual([]);
});
