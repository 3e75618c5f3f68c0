import { expect, test } from 'vitest';

import { createEmulator } from '../../emulator/emulator.ts';
import { createJob } from '../support/job.ts';

test('all problems of the inputs are reported at once, each with the name of its input, and nothing is sent', async () => {
  await using emulator = await createEmulator();
  await using job = await createJob({});
  const main = await job.main({
    inputs: {
      'api-token': '',
      'api-url': 'http://model-api.example.com',
      deliver: 'email',
      'artifact-name': 'a/b',
      'retention-days': '0',
      'max-parallel': 'many',
      timeout: '30',
      'fail-on': 'sometimes',
      references: 'link',
      'output-hosts': 'https://cdn.example.com/x',
    },
  });

  expect(main.exitCode).toBe(1);
  // The runner keeps ten annotations of a kind: the last one says how the step ended, the rest is in the log.
  expect(main.log.annotations).toHaveLength(10);
  expect(main.log.lines.map(({ kind, text }) => `${kind}: ${text}`).join('\n')).toMatchSnapshot();
  expect(main.outputs).toEqual({ outcome: 'failed' });
  expect(main.stderr).toBe('');
  expect(emulator.requests).toEqual([]);
});
