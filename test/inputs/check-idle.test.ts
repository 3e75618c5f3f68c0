import { expect, it } from 'vitest';

import { readActionMetadata } from '../../demo/action-metadata.ts';
import { checkIdle } from '../../src/inputs/check-idle.ts';
import type { Mode } from '../../src/inputs/decide-mode.ts';

const { inputs } = await readActionMetadata();

it.each<[Mode, Readonly<Record<string, string>>, readonly string[]]>([
  [{ kind: 'clean' }, {}, []],
  [{ kind: 'clean' }, { only: 'hero', prune: 'true', 'adopt-from': 'p-*' }, ['only', 'prune']],
  [
    { kind: 'clean' },
    { force: '*', 'sign-commits': 'true', comment: 'true' },
    ['force', 'sign-commits', 'comment'],
  ],
  [{ kind: 'validate' }, { comment: 'true', only: 'hero' }, ['comment']],
  [{ kind: 'apply' }, { only: 'hero', prune: 'true', comment: 'true' }, []],
])('%j with %j: %j', (mode, given, idle) => {
  const problems = checkIdle(mode, (name) => given[name] ?? inputs[name]?.default ?? '');
  expect(problems.map(({ message }) => message)).toEqual(
    idle.map((name) => `Input \`${name}\` does nothing with \`mode: ${mode.kind}\`. Leave it out.`),
  );
});
