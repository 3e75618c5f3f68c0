import { expect, test } from 'vitest';

import { makeCertificate } from '../support/certificate.ts';
import { startTlsFront } from '../support/tls-front.ts';
import { connectClient, INPUT, submitCall } from './client-deps.ts';
import { startFakeService } from '../support/fake-service.ts';

test('a certificate that this machine does not trust ends the submit at once, and the error says what to do', async () => {
  await using api = await startFakeService((_, reply) => {
    reply.json({});
  });
  await using front = await startTlsFront(makeCertificate('localhost'), Number(new URL(api.url).port));
  await using client = connectClient(`https://localhost:${front.port}`);
  const answer = await client.submit(INPUT, submitCall());
  expect(answer).toMatchObject({ kind: 'rejected', error: { code: 'connection', stopsRun: true } });
  expect(answer.kind === 'rejected' && answer.error.message).toMatch(
    /it is self-signed; .*NODE_EXTRA_CA_CERTS/,
  );
  expect(api.requests).toEqual([]);
});
