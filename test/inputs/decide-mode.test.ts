import { expect, test } from 'vitest';

import { decideMode, type AskedMode, type Mode, type StartedBy } from '../../src/inputs/decide-mode.ts';

type Kind = StartedBy['origin']['kind'];

const apply: Mode = { kind: 'apply' };
const byEvent: Mode = { kind: 'plan', because: 'event' };
const asked: Mode = { kind: 'plan', because: 'asked' };
const forFork: Mode = { kind: 'plan', because: 'fork-without-token' };
const validate: Mode = { kind: 'validate' };

test.each<[AskedMode, string, Kind, withToken: Mode, without: Mode]>([
  ['auto', '', 'own', apply, apply],
  ['auto', 'push', 'own', apply, apply],
  ['auto', 'schedule', 'own', apply, apply],
  ['auto', 'workflow_dispatch', 'own', apply, apply],
  ['auto', 'workflow_run', 'fork', apply, apply],
  ['auto', 'pull_request', 'own', byEvent, byEvent],
  ['auto', 'pull_request', 'fork', byEvent, byEvent],
  ['auto', 'pull_request_target', 'fork', byEvent, byEvent],
  ['auto', 'pull_request_review', 'own', byEvent, byEvent],
  ['auto', 'merge_group', 'own', byEvent, byEvent],
  ['auto', 'issue_comment', 'pull-request', byEvent, byEvent],
  ['apply', 'push', 'own', apply, apply],
  ['apply', 'pull_request', 'own', apply, apply],
  ['apply', 'pull_request', 'fork', apply, forFork],
  ['apply', 'pull_request', 'unknown', apply, forFork],
  ['apply', 'pull_request_target', 'fork', apply, forFork],
  ['apply', 'issue_comment', 'pull-request', apply, apply],
  ['apply', 'workflow_run', 'fork', apply, apply],
  ['plan', 'push', 'own', asked, asked],
  ['plan', 'pull_request', 'fork', asked, asked],
  ['comment', 'workflow_run', 'fork', { kind: 'comment' }, { kind: 'comment' }],
  ['validate', 'push', 'own', validate, validate],
  ['validate', 'pull_request_target', 'fork', validate, validate],
])('`mode: %s` on `%s`, code: %s', (mode, name, kind, withToken, without) => {
  const startedBy: StartedBy = { name, origin: { kind } };
  expect(decideMode(mode, { hasToken: true, startedBy })).toEqual(withToken);
  expect(decideMode(mode, { hasToken: false, startedBy })).toEqual(without);
});
