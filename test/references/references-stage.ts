import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import type { InspectionDeps } from '../../src/references/inspect-references.ts';
import { inspectReferences } from '../../src/references/inspect-references.ts';
import { readCommitted } from '../../src/git/read-committed.ts';
import type { InspectedEdit, InspectedImage, RepositoryFacts } from '../../src/references/types.ts';
import type { Clock } from '../../src/shared/ports.ts';
import type { Position } from '../../src/shared/problem.ts';
import type { EditRequest, ImageSource } from '../../src/spec/types.ts';

/** A folder of its own, gone after the test. */
export interface ReferencesStage extends AsyncDisposable {
  readonly folder: string;
  write(file: string, data: Buffer | string): Promise<string>;
  /** Runs git in the folder and gives its output, trimmed. */
  git(...args: readonly string[]): string;
  /** Commits everything there is, and gives the commit. */
  commit(): string;
}

export async function createReferencesStage(): Promise<ReferencesStage> {
  const folder = await realpath(await mkdtemp(path.join(os.tmpdir(), 'references-')));
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-C', folder, '-c', 'user.name=T', '-c', 'user.email=t@example.com', ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    }).trim();
  return {
    folder,
    git,
    async write(file, data) {
      const absolute = path.join(folder, file);
      await mkdir(path.dirname(absolute), { recursive: true });
      await writeFile(absolute, data);
      return absolute;
    },
    commit() {
      git('init', '-q');
      git('add', '-A');
      git('commit', '-q', '-m', 'pictures');
      return git('rev-parse', 'HEAD');
    },
    async [Symbol.asyncDispose]() {
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** The port that looks up what a commit of the folder's repository has. */
export function committedIn(workspace: string, sha: string): RepositoryFacts['committed'] {
  const place = { workspace, sha, temp: os.tmpdir(), env: process.env };
  return async (files, signal) => await readCommitted(files, place, signal);
}

/** Time that does not pass until the test moves it: what waits, waits. */
export function createStillClock(): Clock & { advance(): void } {
  const waiting = new Set<() => void>();
  return {
    now: () => 0,
    monotonicMs: () => 0,
    async sleep(_ms, signal) {
      const { promise, resolve, reject } = Promise.withResolvers<undefined>();
      waiting.add(() => {
        resolve(undefined);
      });
      signal?.addEventListener('abort', () => {
        reject(new Error('called off'));
      });
      await promise;
    },
    advance() {
      for (const wake of waiting) wake();
    },
  };
}

export const NEVER = new AbortController().signal;

export function place(line: number, column = 7): Position {
  return { file: 'edits.yml', line, column };
}

/** An image as the spec has it: a URL, `edit:ID`, or a path or glob. */
export function image(text: string, at: Position): ImageSource {
  if (text.startsWith('https:')) return { kind: 'url', url: text, at };
  if (text.startsWith('edit:')) return { kind: 'edit', id: text.slice(5), at };
  return { kind: 'file', pattern: text, at };
}

/** An edit whose images stand in the lines after its own. */
export function edit(id: string, images: readonly string[], line = 1): EditRequest {
  return {
    id,
    key: id.replace(/@.*/, ''),
    matrix: {},
    prompt: 'p',
    images: images.map((text, index) => image(text, place(line + 1 + index))),
    model: 'bytedance/dreamina-4-0/edit',
    options: {},
    size: { width: 2048, height: 2048, wire: '2048x2048(1:1)' },
    scale: 0.5,
    forceSingle: false,
    timeoutMs: 1000,
    output: id,
    frozen: false,
    at: place(line, 3),
  };
}

export function inspectedEdit(id: string, images: readonly InspectedImage[], line = 1): InspectedEdit {
  return { ...edit(id, [], line), images };
}

/** Inspects edits in a workspace, with names that resolve to a public address unless set otherwise. */
export async function inspect(
  workspace: ReferencesStage,
  edits: readonly EditRequest[],
  deps: Partial<InspectionDeps> = {},
) {
  return await inspectReferences(edits, {
    workspace: workspace.folder,
    clock: createStillClock(),
    resolveHost: () => Promise.resolve(['1.1.1.1']),
    lookUpCommitted: () => Promise.resolve(new Map()),
    signal: NEVER,
    ...deps,
  });
}
