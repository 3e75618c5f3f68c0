import { expect, test } from 'vitest';

import { stableText } from '../support/stable-text.ts';
import { createStage } from '../support/stage.ts';

const spec = `version: 1
"::set-output name=stolen::1": 1
"##[error]Forged": 2
edits:
  "a\\n::error file=x::Forged": { prompt: A cat., images: [a.png] }
  b: { prompt: "\${{ vars['\\n::error::Forged'] }}", images: ["\\n::error::Forged.png", "##[error]Forged"], size: "\\r::warning::Forged" }
`;

test('a spec of a stranger, all of it shown in messages, gives the runner no commands', async () => {
  await using stage = await createStage({ 'edits.yml': spec });
  const main = await stage.job.main();

  expect(main.exitCode).toBe(1);
  const { commands, annotations } = main.log;
  expect([...new Set(commands.map(({ name }) => name))].toSorted()).toEqual([
    'add-mask',
    'endgroup',
    'error',
    'group',
  ]);
  const own = /^(edits\.yml:\d+:\d+: |Nothing was sent: \d+ problems, all in the log and the job summary\.$)/;
  for (const { message, file } of annotations) {
    expect(message).toMatch(own);
    expect([undefined, 'edits.yml']).toContain(file);
  }
  expect(stableText(main.summary)).toMatchSnapshot();
  expect(stage.emulator.requests).toEqual([]);
});
