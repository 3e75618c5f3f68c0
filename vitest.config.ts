import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';

import { findProgram } from './test/support/find-program.ts';
import { hasPillow } from './test/support/pillow.ts';

// Programs that npm cannot install; test/README.md says how to get them.
const missing = ['act', 'actionlint', 'zizmor'].filter((name) => findProgram(name) === undefined);
if (missing.length > 0)
  process.stderr.write(
    `Left out, because they are not installed: the tests in ${missing.map((name) => `test/${name}`).join(', ')}.\n`,
  );

if (!hasPillow())
  process.stderr.write(
    'Left out, because it is not installed: Pillow, as a reader of marks in test/media/mark.\n',
  );

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: [...configDefaults.exclude, ...missing.map((name) => `test/${name}/**`)],
    setupFiles: ['test/support/clean-process.ts'],
    // With more workers than cores, and other checks beside them, a test may take several times as long as by itself.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 60_000 } },
    // Half of the work is waiting for child processes and sockets, so there are twice as many workers as cores.
    maxWorkers: Math.min(2 * availableParallelism(), 16),
    // Nothing is mocked, so files need no module graph of their own: loading it took as long as the tests themselves.
    isolate: false,
    // They import JSON as only bundlers allow.
    server: { deps: { inline: ['@actions/languageservice', '@actions/workflow-parser'] } },
    coverage: {
      provider: 'v8',
      include: ['src/**'],
      // What only ever runs in a process of its own, which is not measured: the entries and the command line.
      exclude: ['src/{main,post,cli}.ts', 'src/cli/**'],
      reporter: ['text-summary', 'json-summary'],
      thresholds: { lines: 95 },
    },
  },
});
