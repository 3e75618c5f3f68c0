import { describe, expect, test } from 'vitest';

import { importsPointLeft, noCycles } from './import-order.ts';
import {
  actionAndEmulatorApart,
  actionsPackagesAtTheEdge,
  heavyPackagesAreLazy,
  processesInOneFile,
  undiciInTwoFiles,
} from './package-places.ts';
import { imagine, readSourceTree } from './source-tree.ts';
import type { Rule } from './source-tree.ts';

const files = await readSourceTree();

interface Broken {
  readonly name: string;
  readonly rule: Rule;
  readonly faults: Readonly<Record<string, string>>;
  readonly fine: Readonly<Record<string, string>>;
}

const rules: readonly Broken[] = [
  {
    name: 'imports point left',
    rule: importsPointLeft,
    faults: {
      'src/spec/a.ts': "import { b } from '../queue/b.ts';",
      'src/queue/a.ts': "import { type A, b } from '../download/b.ts';",
      'src/jobs/a.ts': "import type { World } from '../runner/world.ts';",
      'src/shared/a.ts': "import type { B } from '../spec/b.ts';",
      'src/plan/a.ts': "export { b } from '../report/b.ts';",
      'src/report/a.ts': "const b = await import('../jobs/b.ts');",
      'src/run/run.ts': "import { main } from '../main.ts';",
      'src/loose.ts': '',
      'src/ledger/stores/a.ts': "import { b } from '../write/b.ts';",
      'src/jobs/follow/a.ts': "import { b } from '../schedule/b.ts';",
      'src/ledger/life/a.ts': "import type { Clock } from '../../run/b.ts';",
      'src/download/a.ts': "import '../deliver/b.ts';",
      'src/odd/a.ts': '',
      'src/media/a.ts': "import { b } from '../shared/b.js';",
    },
    fine: {
      'src/spec/a.ts': "import { b } from '../shared/b.ts'; import type { C } from '../plan/c.ts';",
      'src/queue/a.ts': "import { type A, type B } from '../download/b.ts'; import { z } from 'zod';",
      'src/jobs/a.ts': "import { b } from '../queue/b.ts'; import { c } from './c.ts';",
      'src/run/run.ts': "import { b } from '../jobs/b.ts'; import type { World } from '../runner/world.ts';",
      'src/main.ts': "import { run } from './run/run.ts';",
      'src/ledger/claims/a.ts': "import { b } from '../write/b.ts';",
      'src/jobs/types.ts': "import type { B } from './follow/b.ts';",
    },
  },
  {
    name: 'no cycles',
    rule: noCycles,
    faults: {
      'src/spec/a.ts': "import './b.ts';",
      'src/spec/b.ts': "import './c.ts';",
      'src/spec/c.ts': "import './a.ts';",
    },
    fine: { 'src/spec/a.ts': "import './b.ts';", 'src/spec/b.ts': "import type { A } from './a.ts';" },
  },
  {
    name: '@actions/* only where the action meets the runner',
    rule: actionsPackagesAtTheEdge,
    faults: {
      'src/jobs/a.ts': "import * as core from '@actions/core';",
      'src/deliver/name.ts': "await import('@actions/artifact');",
    },
    fine: {
      'src/runner/world.ts': "import * as core from '@actions/core';",
      'src/deliver/artifact/artifact.ts': "await import('@actions/artifact');",
      'demo/a.ts': "import '@actions/core';",
    },
  },
  {
    name: 'heavy packages are loaded late',
    rule: heavyPackagesAreLazy,
    faults: {
      'src/deliver/artifact/artifact.ts': "import { DefaultArtifactClient } from '@actions/artifact';",
    },
    fine: {
      'src/deliver/artifact/artifact.ts':
        "import type { A } from '@actions/artifact'; await import('@actions/artifact');",
    },
  },
  {
    name: 'undici in one file of the queue and one of the download',
    rule: undiciInTwoFiles,
    faults: {
      'src/queue/a.ts': "import { request } from 'undici';",
      'src/queue/b.ts': "import type { Agent } from 'undici';",
      'src/spec/a.ts': "import 'undici';",
    },
    fine: { 'src/queue/a.ts': "import 'undici';", 'src/download/a.ts': "import 'undici';" },
  },
  {
    name: 'processes are started in one file',
    rule: processesInOneFile,
    faults: {
      'src/references/a.ts': "import { execFile } from 'node:child_process';",
      'src/git/a.ts': "await import('child_process');",
    },
    fine: {
      'src/git/run-git.ts': "import { spawn } from 'node:child_process';",
      'demo/a.ts': "import 'node:child_process';",
    },
  },
  {
    name: 'the action and the emulator know nothing of each other',
    rule: actionAndEmulatorApart,
    faults: {
      'src/queue/a.ts': "import { a } from '../../emulator/a.ts';",
      'src/run/run.ts': "import type { A } from '../../test/a.ts';",
      'emulator/a.ts': "import type { A } from '../src/queue/types.ts';",
      'emulator/picture/a.ts': "await import('../../src/shared/a.ts');",
    },
    fine: { 'demo/a.ts': "import '../emulator/a.ts';", 'emulator/a.ts': "import './b.ts';" },
  },
];

describe.each(rules)('$name', ({ rule, faults, fine }) => {
  test('holds', () => {
    expect(rule(files)).toEqual([]);
  });

  test('can be broken', () => {
    const broken = rule(imagine(faults));
    expect(broken.length).toBeGreaterThan(0);
    for (const file of Object.keys(faults)) expect(broken.join('\n')).toContain(file);
  });

  test('allows what it should', () => {
    expect(rule(imagine(fine))).toEqual([]);
  });
});
