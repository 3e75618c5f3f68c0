import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { createBareRepository } from '../demo/git-service/create-bare-repository.ts';
import { startGitService } from '../demo/git-service/start-git-service.ts';
import { runAction } from '../demo/run-action.ts';
import { defaultRunFacts } from '../demo/runner-environment.ts';
import { renderLock } from '../src/lock/render-lock.ts';
import type { LockEntry } from '../src/lock/types.ts';
import { fingerprint } from '../src/plan/fingerprint.ts';
import { MODEL } from '../src/shared/model.ts';
import { runGit } from '../test/support/bare-repository.ts';
import { createBenchFolder } from './workspace.ts';

const EDITS = 5000;
/** So many are as the branch has them; the others have another prompt. */
const UNCHANGED = EDITS / 2;

const wordsOf = (index: number): string => `Paint number ${index} on the mug, and put it on a table of oak.`;

const SPEC = `version: 1
edits:
${Array.from(
  { length: EDITS },
  (_, index) =>
    `  e${index}:\n    prompt: ${wordsOf(index)}${index < UNCHANGED ? '' : ' Let the light come from the left.'}\n` +
    '    images: [a.jpg]\n    size: 1024x1024\n    force-single: true\n',
).join('')}`;

/**
 * The bundled action plans 5,000 edits against a branch whose lock file has an entry for each: from the start of its process
 * to its end, with all that it fetches and writes. Gives the largest time and peak memory of the rounds.
 */
export async function measureLockedPlan(rounds: number): Promise<{ ms: number; mib: number }> {
  await using folder = await createBenchFolder(SPEC);
  const root = path.join(folder.temp, 'repositories');
  const repository = await createBareRepository(root, defaultRunFacts.repository);
  const picture = await readFile(path.join(folder.workspace, 'a.jpg'));
  await runGit(repository, ['fast-import', '--quiet'], renderBranch(picture));
  await using git = await startGitService({ root, hostname: 'github.localhost' });
  let worst = { ms: 0, mib: 0 };
  for (let round = 0; round < rounds; round += 1) {
    const peak = path.join(folder.temp, `peak-${round}`);
    const startMs = performance.now();
    const { exitCode, outputs, stdout } = await runAction({
      entry: 'main',
      inputs: { mode: 'plan', deliver: 'branch' },
      env: { GITHUB_SERVER_URL: git.url, NODE_OPTIONS: notePeak(peak) },
      workspace: folder.workspace,
      temp: path.join(folder.temp, `round-${round}`),
    });
    const ms = performance.now() - startMs;
    if (exitCode !== 0 || outputs['planned'] !== String(EDITS - UNCHANGED))
      throw new Error(`Not the plan that was expected:\n${stdout.slice(0, 4000)}`);
    worst = { ms: Math.max(worst.ms, ms), mib: Math.max(worst.mib, Number(await readFile(peak)) / 1024) };
  }
  return worst;
}

/** Has a Node process write its peak memory in KiB to a file when it ends. */
function notePeak(file: string): string {
  const text = `import { readFileSync, writeFileSync } from 'node:fs';
    const peak = () => /^VmHWM:\\s+(\\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))[1];
    process.on('exit', () => writeFileSync(${JSON.stringify(file)}, peak()));`;
  return `--import=data:text/javascript,${encodeURIComponent(text)}`;
}

/** The branch as a stream for `git fast-import`: the lock file, and one picture for each edit. */
function renderBranch(picture: Buffer): Buffer {
  const sha256 = createHash('sha256').update(picture).digest('hex');
  const edits = new Map(
    Array.from({ length: EDITS }, (_, index) => [`e${index}`, makeEntry(index, sha256, picture)] as const),
  );
  const lock = Buffer.from(renderLock({ edits, pages: [] }));
  const blob = (mark: number, bytes: Buffer): readonly (string | Buffer)[] => [
    `blob\nmark :${mark}\ndata ${bytes.length}\n`,
    bytes,
    '\n',
  ];
  const files = [...edits.keys()].map((id) => `M 100644 :1 ${id}.jpg\n`).join('');
  const parts = [
    ...blob(1, picture),
    ...blob(2, lock),
    'commit refs/heads/assets\ncommitter Bench <bench@example.com> 1764000000 +0000\ndata 6\nUpdate\n',
    `M 100644 :2 edits.lock.json\n${files}\n`,
  ];
  return Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)));
}

function makeEntry(index: number, sha256: string, picture: Buffer): LockEntry {
  const input = {
    image_urls: [`sha256:${sha256}`],
    prompt: wordsOf(index),
    'width×height': '1024x1024(1:1)',
    scale: 0.5,
    force_single: true,
  };
  return {
    spec: 'edits.yml',
    fingerprint: fingerprint(MODEL, input),
    model: MODEL,
    input,
    references: [{ content: `sha256:${sha256}`, path: 'a.jpg' }],
    requestId: `req-${index}`,
    costUsd: 0.03,
    submittedAt: '2026-11-22T09:30:00.000Z',
    finishedAt: '2026-11-22T09:31:00.000Z',
    actionVersion: '1.0.0',
    files: [
      {
        path: `e${index}.jpg`,
        sha256,
        bytes: picture.length,
        type: 'image/jpeg',
        width: 640,
        height: 480,
      },
    ],
  };
}
