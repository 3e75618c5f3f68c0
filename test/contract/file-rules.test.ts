import { describe, expect, test } from 'vitest';

import { mostFilesAreShort, namesSaySomething, noBarrels, noLongFiles } from './file-shape.ts';
import { imagine, readSourceTree } from './source-tree.ts';
import { worldOnlyThroughPorts } from './world-access.ts';

const files = await readSourceTree();
const lines = (count: number): string => 'line();\n'.repeat(count);

const rules = [
  {
    name: 'no file over 200 lines',
    rule: noLongFiles,
    faults: { 'test/a.test.ts': lines(201), 'scripts/b.ts': lines(300) },
    fine: { 'src/run/run.ts': lines(200) },
  },
  {
    name: 'half of the files are under 60 lines',
    rule: mostFilesAreShort,
    faults: { 'src/a.ts': lines(60), 'src/b.ts': lines(61), 'src/c.ts': lines(1) },
    fine: { 'src/a.ts': lines(59), 'src/b.ts': lines(60), 'demo/c.ts': lines(150) },
  },
  {
    name: 'files are named by the domain, in kebab-case',
    rule: namesSaySomething,
    faults: {
      'src/spec/index.ts': '',
      'src/utils/a.ts': '',
      'test/helpers.ts': '',
      'demo/constants.test.ts': '',
      'src/readSpec.ts': '',
    },
    fine: { 'src/spec/read-spec.ts': '', 'test/spec/read-spec.test.ts': '', 'src/media/probe.d.ts': '' },
  },
  {
    name: 'no barrels',
    rule: noBarrels,
    faults: {
      'src/a.ts': "export * from './b.ts';",
      'src/c.ts': "import './d.ts';\nexport { e } from './e.ts';",
    },
    fine: { 'src/a.ts': "export { b } from './b.ts';\nexport const c = 1;", 'src/d.ts': "import './e.ts';" },
  },
  {
    name: 'time, chance and the environment only through world.ts',
    rule: worldOnlyThroughPorts,
    faults: {
      'src/a.ts': 'const now = Date.now();',
      'src/b.ts': 'const now = new Date();',
      'src/c.ts': "const r = Math['random']();",
      'src/d.ts': 'setTimeout(() => {}, 1);',
      'src/e.ts': 'const { CI } = process.env;',
      'src/f.ts': 'AbortSignal.timeout(1);',
      'src/g.ts': "import { setTimeout as delay } from 'node:timers/promises';",
      'src/h.ts': 'const later = globalThis.setInterval;',
      'src/i.ts': 'const now = performance.now();',
    },
    fine: {
      'src/runner/world.ts': 'const now = Date.now(); setTimeout(f, 1);',
      'src/a.ts': 'new Date(clock.now()).toISOString(); clock.setTimeout(1); Math.max(1, 2);',
      'demo/b.ts': 'process.env.CI;',
    },
  },
];

describe.each(rules)('$name', ({ rule, faults, fine }) => {
  test('holds', () => {
    expect(rule(files)).toEqual([]);
  });

  test('can be broken', () => {
    const broken = rule(imagine(faults)).join('\n');
    if (rule === mostFilesAreShort) expect(broken).toContain('only 1 of 3');
    else for (const file of Object.keys(faults)) expect(broken).toContain(file);
  });

  test('allows what it should', () => {
    expect(rule(imagine(fine))).toEqual([]);
  });
});
