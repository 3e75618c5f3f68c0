import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';

import { readActionMetadata } from '../../demo/action-metadata.ts';
import { renderReadmeTables } from '../../scripts/readme-tables.ts';
import { repository } from './source-tree.ts';

const metadata = {
  name: 'Test',
  description: 'A test.',
  inputs: {
    'api-token': { description: 'Token.\n', required: true },
    spec: { description: 'Path,\n  relative.', required: false, default: 'a|b' },
    only: { description: 'Globs.', required: false, default: '' },
  },
  outputs: { outcome: { description: '`a` or `b`' } },
  runs: { using: 'node24', main: 'a', post: 'b' },
};

test('the tables of inputs and outputs are those of action.yml', async () => {
  const readme = await readFile(path.join(repository, 'docs/inputs-and-outputs.md'), 'utf8');
  expect(renderReadmeTables(readme, await readActionMetadata())).toBe(readme);
});

test('tables replace what is between the markers, and only that', () => {
  const readme = '# A\n<!-- inputs -->\nold\n<!-- /inputs -->\nB\n<!-- outputs --><!-- /outputs -->\nC\n';
  const made = renderReadmeTables(readme, metadata);

  expect(made).toBe(`# A
<!-- inputs -->

| Input       | Meaning         | Default      |
| ----------- | --------------- | ------------ |
| \`api-token\` | Token.          | **required** |
| \`spec\`      | Path, relative. | \`a\\|b\`       |
| \`only\`      | Globs.          | empty        |

<!-- /inputs -->
B
<!-- outputs -->

| Output    | Meaning    |
| --------- | ---------- |
| \`outcome\` | \`a\` or \`b\` |

<!-- /outputs -->
C
`);
  expect(renderReadmeTables(made, metadata)).toBe(made);
});

test('a missing marker is an error', () => {
  expect(() => renderReadmeTables('<!-- inputs -->', metadata)).toThrow('<!-- /inputs -->');
});
