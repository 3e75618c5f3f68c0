import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';

import { renderResults } from '../../src/report/render-results.ts';
import { writeResults } from '../../src/report/write-results.ts';
import { keptOutcome, sampleCommit } from './sample-branch.ts';
import { openEdit, sampleFile, sampleImage, sampleOutcome, sampleReport } from './sample-run.ts';

const at = { file: 'edits.yml', line: 1, column: 1 };
const EDITS = [
  sampleOutcome(
    'hero@beach',
    'succeeded',
    { files: [sampleFile('hero/beach.jpg'), { ...VIDEO() }], warnings: ['Smaller than asked.'] },
    {
      matrix: { scene: 'beach' },
      description: 'Home page hero',
      images: [
        sampleImage('shots/mug.png'),
        { kind: 'url', url: 'https://cdn.example.com/a.jpg', at },
        { kind: 'edit', id: 'cutout', at },
      ],
    },
  ),
  sampleOutcome('broken', 'failed', { error: { code: 'job-failed', message: 'No.' } }),
  sampleOutcome('kept', 'skipped', {}, { action: { kind: 'skip', reason: 'It is frozen.' } }),
];

function VIDEO() {
  const { path, absolutePath, sha256, bytes } = sampleFile('hero/beach-2.mp4');
  return { path, absolutePath, sha256, bytes, type: 'video/mp4' as const };
}

it('lists all of a run that ended, in a fixed order of keys', () => {
  const problems = [
    { severity: 'warning', message: 'More than 6 images.', at } as const,
    { severity: 'error', message: 'Odd.' } as const,
  ];
  expect(renderResults(sampleReport(EDITS, { outcome: 'partial', problems }))).toMatchSnapshot();
});

it('has the same form while the run goes on: open edits, complete false', () => {
  const report = sampleReport(EDITS);
  const { problems, startedAtMs, elapsedMs } = report;
  const edits = [openEdit('a', 'req-a'), openEdit('b')];
  const soFar = JSON.parse(renderResults({ edits, problems, startedAtMs, elapsedMs })) as Tree;
  const ended = JSON.parse(renderResults(report)) as Tree;
  expect(soFar).toMatchObject({
    complete: false,
    outcome: null,
    delivery: null,
    branch: null,
    costUsd: null,
    editsOfUnknownCost: 1,
    totals: { edits: 2, open: 2 },
    edits: [
      { id: 'a', state: 'open', requestId: 'req-a', files: [], costUsd: null },
      { id: 'b', requestId: null },
    ],
  });
  expect(Object.keys(soFar)).toEqual(Object.keys(ended));
  expect(Object.keys(soFar.edits[0] ?? {})).toEqual(Object.keys(ended.edits[0] ?? {}));
});

interface Tree extends Record<string, unknown> {
  readonly edits: readonly Record<string, unknown>[];
}

it.each([
  [{ kind: 'none' } as const, { kind: 'none' }],
  [
    { kind: 'failed', message: 'No network.', folder: '/out' } as const,
    { kind: 'failed', message: 'No network.', folder: '/out' },
  ],
])('lists the delivery %j', (delivery, expected) => {
  const results = JSON.parse(renderResults(sampleReport([], { delivery }))) as Record<string, unknown>;
  expect(results['delivery']).toEqual(expected);
});

const COMMIT = sampleCommit({
  directory: 'shots',
  warnings: ['`a.jpg` is large.'],
  left: [{ id: 'left', reason: 'Over 100 MiB.' }],
});

it.each([
  ['committed', COMMIT, { commit: COMMIT.commit, changed: COMMIT.changed, left: COMMIT.left }],
  [
    'unchanged',
    { kind: 'unchanged', branch: 'assets', directory: '', commit: 'abc' } as const,
    { commit: 'abc', directory: '', changed: [], message: null },
  ],
  [
    'failed',
    {
      kind: 'failed',
      branch: 'assets',
      directory: '',
      message: 'Refused.',
      left: [{ id: 'left', reason: 'Gone.' }],
    } as const,
    { commit: null, branch: 'assets', message: 'Refused.', left: [{ id: 'left', reason: 'Gone.' }] },
  ],
  [
    'none',
    { kind: 'none' } as const,
    { branch: null, directory: null, commit: null, warnings: [], left: [] },
  ],
])('lists the branch with the same keys whatever became of it: %s', (kind, branch, expected) => {
  const results = JSON.parse(renderResults(sampleReport([], { branch }))) as Tree;
  expect(results['branch']).toMatchObject({ kind, ...expected });
  expect(Object.keys(results['branch'] as Tree)).toEqual(
    ['kind', 'branch', 'directory', 'commit'].concat('changed', 'warnings', 'left', 'message'),
  );
});

it('says for each edit what was done about it, and which of its files the branch has', () => {
  const shared = sampleOutcome('b', 'succeeded', {}, { action: { kind: 'share', with: 'a' } });
  const edits = [sampleOutcome('left', 'succeeded'), shared, keptOutcome('same', 'old/same.jpg')];
  const results = JSON.parse(renderResults(sampleReport(edits, { branch: COMMIT }))) as Tree;
  expect(results.edits).toMatchObject([
    { action: 'submit', sharedWith: null, files: [{ path: 'left.jpg', onBranch: false }] },
    { action: 'share', sharedWith: 'a', files: [{ path: 'b.jpg', onBranch: true }] },
    {
      ...{
        state: 'unchanged',
        action: 'unchanged',
        fingerprint: 'f'.repeat(64),
        requestId: null,
        costUsd: null,
      },
      files: [{ path: 'old/same.jpg', width: 2560, onBranch: true }],
    },
  ]);
});

it('is written whole: beside first, then renamed', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'results-'));
  try {
    const file = path.join(folder, 'results.json');
    await writeResults(file, sampleReport([]));
    await writeResults(file, sampleReport(EDITS));
    expect(await readFile(file, 'utf8')).toBe(renderResults(sampleReport(EDITS)));
    expect(await readdir(folder)).toEqual(['results.json']);
  } finally {
    await rm(folder, { recursive: true, maxRetries: 5 });
  }
});
