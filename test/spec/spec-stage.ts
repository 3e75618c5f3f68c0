import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { formatProblem } from '../../src/shared/problem.ts';
import type { Problem } from '../../src/shared/problem.ts';
import { readSpec } from '../../src/spec/read-spec.ts';
import type { TextPorts } from '../../src/spec/read-text.ts';
import type { EditRequest } from '../../src/spec/types.ts';

export interface SpecStage extends AsyncDisposable {
  readonly root: string;
}

/** A folder of its own with these files, removed when it is disposed of. */
export async function createSpecStage(
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<SpecStage> {
  const root = await mkdtemp(path.join(tmpdir(), 'spec-'));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(root, name)), { recursive: true });
    await writeFile(path.join(root, name), content);
  }
  return {
    root,
    [Symbol.asyncDispose]: async () => {
      await rm(root, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Ports for a folder that is not a repository. */
export function textPorts(workspace: string): TextPorts {
  const lookUpCommitted: TextPorts['lookUpCommitted'] = (paths) =>
    Promise.resolve(new Map(paths.map((path) => [path, { kind: 'no repository' }])));
  return { workspace, untracked: [], lookUpCommitted, signal: new AbortController().signal };
}

/** What a spec comes to: its edits, and every problem as `file:line:column: message`, warnings marked. */
export async function read(
  text: string | Uint8Array,
  files: Readonly<Record<string, string>> = {},
): Promise<{ edits: readonly EditRequest[]; problems: readonly string[] }> {
  await using workspace = await createSpecStage({ ...files, 'edits.yml': text });
  const result = await readSpec('edits.yml', textPorts(workspace.root));
  return result.ok
    ? { edits: result.value.spec.edits, problems: result.value.warnings.map(show) }
    : { edits: [], problems: result.error.map(show) };
}

function show(problem: Problem): string {
  return `${problem.severity === 'warning' ? 'warning: ' : ''}${formatProblem(problem)}`;
}

/** A spec of one edit `hero`, whose own keys begin at line 4, column 5; `top` follows it. */
export function hero(keys: string, top = ''): string {
  const lines = keys.split('\n').map((line) => `    ${line}`);
  return `version: 1\nedits:\n  hero:\n${lines.join('\n')}\n${top}`;
}
