import { expect, test } from 'vitest';

import { createStage, submitsOf } from '../support/stage.ts';

const spec = `
version: 1
defaults: { size: 1024x1024, force-single: true }
edits:
  many: { prompt: 'Number \${{ matrix.n }}.', images: [a.png], matrix: { n: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] } }
`;

test('a token that the service refuses is reported once, and no edit is sent', async () => {
  await using stage = await createStage({ 'edits.yml': spec }, { inputs: { 'api-token': 'rc-mistyped' } });
  const main = await stage.job.main();

  expect(main.exitCode).toBe(1);
  expect(submitsOf(stage.emulator.requests)).toEqual([]);
  expect(main.outputs).toMatchObject({ outcome: 'failed', planned: '12', succeeded: '0' });
  const about = main.log.annotations.filter(({ message }) => message.includes('UserAccountError'));
  expect(about).toHaveLength(1);
  expect(main.log.annotations).toHaveLength(2); // the other one is how the step ended
  expect(main.summary).toContain('UserAccountError');
  // One line for all edits, and one for the reason.
  expect(main.stdout.split('\n').filter((line) => line.includes('UserAccountError'))).toHaveLength(1);
  expect(main.stdout.split('\n').filter((line) => line.includes('skipped'))).toEqual([
    expect.stringMatching(/^12 edits skipped: Not sent: the service refused the API token\. \(many@1, /),
  ]);
});
