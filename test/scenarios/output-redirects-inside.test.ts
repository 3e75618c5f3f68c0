import { expect, test } from 'vitest';

import { startProxy } from '../support/proxy.ts';
import { createStage, readStates } from '../support/stage.ts';

const spec = `
version: 1
defaults: { size: 1024x1024, force-single: true }
edits:
  plain-http: { prompt: To http., images: [a.png] }
  by-literal: { prompt: To a literal., images: [a.png] }
  by-ipv6: { prompt: To IPv6., images: [a.png] }
  by-mapped: { prompt: To mapped IPv6., images: [a.png] }
  other-port: { prompt: To another port., images: [a.png] }
  fine: { prompt: Nowhere., images: [a.png] }
`;

test('a redirect from a trusted host to 169.254.169.254 is refused, in every spelling, and nothing goes there', async () => {
  // Every connection that leaves loopback would have to pass here.
  await using proxy = await startProxy({});
  await using stage = await createStage(
    { 'edits.yml': spec },
    { env: { HTTP_PROXY: proxy.url, HTTPS_PROXY: proxy.url, NO_PROXY: '127.0.0.1' } },
  );
  const redirect = (match: string, to: string): void => {
    stage.emulator.faults.add({ on: 'download', kind: 'redirect', to, match });
  };
  redirect('To http', 'http://169.254.169.254/latest/meta-data/');
  redirect('To a literal', 'https://169.254.169.254/latest/meta-data/');
  redirect('To IPv6', 'https://[fd00:ec2::254]/latest/meta-data/');
  redirect('To mapped IPv6', 'https://[::ffff:169.254.169.254]/latest/meta-data/');
  redirect('To another port', `${stage.emulator.adminUrl}/requests`);
  const main = await stage.job.main();

  expect(main.exitCode).toBe(1);
  expect(await readStates(main.outputs['results-file'] ?? '')).toEqual({
    'plain-http': 'failed',
    'by-literal': 'failed',
    'by-ipv6': 'failed',
    'by-mapped': 'failed',
    'other-port': 'failed',
    fine: 'succeeded',
  });
  expect(proxy).toMatchObject({ tunnels: [], forwards: [] });
  const refusals = main.log.annotations.filter(({ line }) => line !== undefined);
  expect(
    refusals.map(({ message }) => /The output was.*? The picture is paid for/.exec(message)?.[0]),
  ).toMatchSnapshot();
});
