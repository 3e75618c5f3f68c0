import path from 'node:path';
import { expect, test } from 'vitest';

import { chooseWork } from '../../../src/run/prepare/choose-work.ts';
import { systemClock } from '../../../src/runner/clock.ts';
import type { Log } from '../../../src/shared/ports.ts';
import { formatProblem } from '../../../src/shared/problem.ts';
import { createSpecStage, textPorts } from '../../spec/spec-stage.ts';
import { usesMaglev } from '../../support/run-with-flags.ts';

const log: Log = {
  info: () => undefined,
  debug: () => undefined,
  group: async (_title, body) => await body(),
};

const SPEC = `version: 1
edits:
  first:
    images: [a.png, 'shots/*.png']
    prompt: 'Of \${{ vars.nothing }}.'
  second:
    promt: A cat.
    images: b.png
  third:
    prompt: A cat.
    images: [{ edit: fourth }, c.png]
`;

test('images of an edit that has another fault are checked at the same time, all in the order of the file', async () => {
  await using workspace = await createSpecStage({ 'edits.yml': SPEC });
  const ports = { ...textPorts(workspace.root), clock: systemClock, resolveHost: undefined };
  const inputs = { spec: 'edits.yml', untrackedFiles: [], only: [], force: [] };
  const chosen = await chooseWork(inputs, ports, log);
  if (chosen.ok) throw new Error('The spec has no fault');
  expect(chosen.error.map(formatProblem).map((line) => /^\S+:\d+:\d+: .{0,38}/.exec(line)?.[0])).toEqual([
    'edits.yml:4:14: `a.png` does not exist. (edit `first`)',
    'edits.yml:4:21: `shots/*.png` matches no file. (edit `',
    'edits.yml:5:17: `vars.nothing` is not defined. Add it ',
    'edits.yml:7:5: Unknown key `promt`. Did you mean `pro',
    'edits.yml:8:13: `b.png` does not exist. (edit `second`',
    'edits.yml:11:22: There is no edit `fourth`.',
    'edits.yml:11:32: `c.png` does not exist. (edit `third`)',
  ]);
});

test.each([
  { count: 200, isUsed: true },
  { count: 201, isUsed: false },
])(
  'after a spec of $count edits, the compiler that takes memory for many is used: $isUsed',
  async ({ count, isUsed }) => {
    const edits = Array.from({ length: count }, (_, n) => `  e${n}: { prompt: A cat., images: a.png }`);
    await using workspace = await createSpecStage({
      'edits.yml': ['version: 1', 'edits:', ...edits, ''].join('\n'),
    });
    const fileOf = (file: string): string => JSON.stringify(path.join(import.meta.dirname, '../../..', file));
    const choose = `
    import { chooseWork } from ${fileOf('src/run/prepare/choose-work.ts')};
    import { systemClock } from ${fileOf('src/runner/clock.ts')};
    import { textPorts } from ${fileOf('test/spec/spec-stage.ts')};
    const ports = { ...textPorts(${JSON.stringify(workspace.root)}), clock: systemClock, resolveHost: undefined };
    const inputs = { spec: 'edits.yml', untrackedFiles: [], only: [], force: [] };
    const chosen = await chooseWork(inputs, ports, { info: () => undefined });
    if (chosen.value?.edits.length !== ${count}) throw new Error(JSON.stringify(chosen));`;
    expect(await usesMaglev(choose)).toBe(isUsed);
  },
);
