import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';

import { findEvent, findPullHead, judgeOrigin, readEvent } from '../../src/runner/read-event.ts';
import { createRecordingLog } from '../queue/client-deps.ts';

const OWN = { full_name: 'acme/shop' };
const FORK = { full_name: 'evil/shop' };
const head = (repo: typeof OWN | null) => ({ repository: OWN, pull_request: { head: { repo } } });
const run = (head_repository: typeof OWN | null) => ({ repository: OWN, workflow_run: { head_repository } });
const comment = (pull_request: unknown) => ({ repository: OWN, issue: { number: 5, pull_request } });

it.each([
  ['push', { repository: OWN }, { kind: 'own' }],
  ['schedule', {}, { kind: 'own' }],
  ['', {}, { kind: 'own' }],
  ['pull_request', head(OWN), { kind: 'own' }],
  ['pull_request', head(FORK), { kind: 'fork', repository: 'evil/shop' }],
  ['pull_request_target', head({ full_name: 'Acme/Shop' }), { kind: 'own' }],
  ['pull_request_target', head(FORK), { kind: 'fork', repository: 'evil/shop' }],
  ['pull_request_target', head(null), { kind: 'fork', repository: undefined }],
  ['pull_request_target', {}, { kind: 'unknown' }],
  ['pull_request_review', head(FORK), { kind: 'fork', repository: 'evil/shop' }],
  ['workflow_run', run(OWN), { kind: 'own' }],
  ['workflow_run', run(FORK), { kind: 'fork', repository: 'evil/shop' }],
  ['workflow_run', run(null), { kind: 'fork', repository: undefined }],
  ['workflow_run', { repository: OWN }, { kind: 'unknown' }],
  ['issue_comment', comment({ url: 'https://api.github.com' }), { kind: 'pull-request', number: 5 }],
  ['issue_comment', comment(undefined), { kind: 'own' }],
  ['merge_group', { repository: OWN }, { kind: 'own' }],
])('the code of %s %j is %j', (name, payload, origin) => {
  expect(judgeOrigin(name, payload, 'acme/shop')).toEqual(origin);
});

it.each([
  [JSON.stringify({ ...head(FORK), repository: { ...OWN, private: true } }), true, 'fork'],
  [JSON.stringify({ ...head(OWN), repository: { ...OWN, private: false } }), false, 'own'],
  ['{"pull_request":"odd"}', undefined, 'unknown'],
  ['', undefined, 'unknown'],
  [undefined, undefined, 'unknown'],
])('reads %s', async (content, isPrivate, kind) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'event-'));
  const file = path.join(folder, 'event.json');
  if (content !== undefined) await writeFile(file, content);
  const env = {
    GITHUB_EVENT_NAME: 'pull_request_target',
    GITHUB_EVENT_PATH: file,
    GITHUB_REPOSITORY: 'acme/shop',
  };
  const event = readEvent(findEvent(env), createRecordingLog());
  await rm(folder, { recursive: true, maxRetries: 5 });
  expect(event).toMatchObject({ name: 'pull_request_target', isPrivate, origin: { kind } });
});

const sha = 'a'.repeat(40);

it.each([
  ['push', { repository: OWN }, undefined],
  [
    'workflow_run',
    { workflow_run: { head_repository: FORK, head_branch: 'new', head_sha: sha } },
    { owner: 'evil', branch: 'new', sha },
  ],
  [
    'workflow_run',
    { workflow_run: { head_repository: FORK, head_branch: 'new', head_sha: 'odd' } },
    undefined,
  ],
  ['workflow_run', { workflow_run: { head_repository: FORK, head_branch: null, head_sha: sha } }, undefined],
  ['workflow_run', run(null), undefined],
])('what the other workflow of %s %j ran for is %j', (name, payload, head) => {
  expect(findPullHead(name, payload)).toEqual(head);
});

it.each([
  ['pull_request', { pull_request: { number: 7, head: { sha, repo: OWN } } }, { number: 7, head: sha }],
  ['pull_request_target', { pull_request: { number: 7, head: { sha: 'odd', repo: OWN } } }, { number: 7 }],
  ['issue_comment', { issue: { number: 8, pull_request: {} } }, { number: 8 }],
  ['issue_comment', { issue: { number: 8 } }, undefined],
  ['push', { pull_request: { number: 7, head: { sha, repo: OWN } } }, undefined],
])('the pull request of %s %j is %j', async (name, payload, pull) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'event-'));
  const file = path.join(folder, 'event.json');
  await writeFile(file, JSON.stringify(payload));
  const env = { GITHUB_EVENT_NAME: name, GITHUB_EVENT_PATH: file, GITHUB_REPOSITORY: 'acme/shop' };
  const event = readEvent(findEvent(env), createRecordingLog());
  await rm(folder, { recursive: true, maxRetries: 5 });
  expect(event.pull).toEqual(pull);
});
