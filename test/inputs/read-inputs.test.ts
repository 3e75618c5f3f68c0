import { describe, expect, it } from 'vitest';

import { matchesGlob } from '../../src/shared/glob.ts';
import { problemsOf, readChanged } from './changed-inputs.ts';

describe('readInputs', () => {
  it('reads the defaults', () => {
    const { result } = readChanged();
    expect(result).toEqual({
      ok: true,
      value: {
        mode: { kind: 'apply' },
        spec: 'edits.yml',
        apiToken: 'rc-secret',
        apiUrl: 'https://model-api.runcomfy.net',
        githubToken: 'gh-secret',
        deliver: ['artifact'],
        artifactContents: 'new',
        branch: 'assets',
        adoptFrom: [],
        branchDirectory: '',
        commitMessage: 'Update {files} of {edits} ({spec})',
        signCommits: false,
        prune: false,
        takesOnBranch: false,
        gallery: false,
        force: [],
        artifactName: 'dreamina-edits',
        maxParallel: 8,
        timeoutMs: 1_800_000,
        failOn: 'any',
        references: 'auto',
        outputHosts: [],
        only: [],
        untrackedFiles: [],
        comment: false,
        allowForks: false,
        ledger: 'auto',
        onUnknown: 'hold',
        onTimeout: 'cancel',
      },
    });
  });

  it('reads globs over files that may be untracked, one a line', () => {
    const { result } = readChanged({ 'untracked-files': 'out/*.yml\r\n  my prompts/*.md \n' });
    const globs = result.ok ? result.value.untrackedFiles : [];
    const matches = (path: string): boolean => globs.some((glob) => matchesGlob(glob, path));
    expect(['out/a.yml', 'my prompts/b.md', 'prompts/b.md', 'out/x/a.yml'].map(matches)).toEqual([
      ...[true, true, false, false],
    ]);
  });

  it.each([
    ['auto', 'auto'],
    ['64', 64],
  ])('reads `max-parallel: %s`', (text, value) => {
    const { result } = readChanged({ 'max-parallel': text });
    expect(result.ok && result.value.maxParallel).toBe(value);
  });

  it('masks both tokens and the form in which git sends one, also when other inputs are wrong', () => {
    expect(readChanged({ 'max-parallel': 'many' }).secrets).toEqual([
      'rc-secret',
      'gh-secret',
      btoa('x-access-token:gh-secret'),
    ]);
  });

  it('masks no token that is not there', () => {
    expect(readChanged({ 'github-token': '' }).secrets).toEqual(['rc-secret']);
  });

  it('masks a token that is refused', () => {
    expect(readChanged({ 'api-token': 'two words' }).secrets).toContain('two words');
  });

  it('reports all problems together, each with its input', () => {
    const problems = problemsOf({ 'api-token': '', timeout: 'soon', 'max-parallel': '0', 'fail-on': 'some' });
    expect(problems).toHaveLength(4);
    expect(problems.join('\n')).toMatch(/`api-token`[^]*`max-parallel`[^]*`timeout`[^]*`fail-on`/);
  });

  it.each(['plan', 'validate'])('needs no token for `mode: %s`', (mode) => {
    const inputs = { mode, 'api-token': '', 'github-token': '', deliver: 'branch', ledger: 'git' };
    expect(problemsOf(inputs)).toEqual([]);
  });

  it('needs none where the event decides for a plan, and names `mode: plan` where it does not', () => {
    const pull = { name: 'pull_request', origin: { kind: 'own' } } as const;
    expect(problemsOf({ 'api-token': '' }, pull)).toEqual([]);
    expect(problemsOf({ 'api-token': '' })).toEqual([expect.stringContaining('`mode: plan` needs none.')]);
  });

  it('reads what a branch wants', () => {
    const { result } = readChanged({
      deliver: 'artifact, branch',
      'artifact-contents': 'all',
      branch: 'art/work',
      'branch-directory': '/shop/',
      'commit-message': 'Pictures of {run}',
      'sign-commits': 'true',
      prune: 'true',
      force: 'hero@* cutout',
    });
    expect(result).toMatchObject({
      ok: true,
      value: {
        deliver: ['artifact', 'branch'],
        artifactContents: 'all',
        branch: 'art/work',
        branchDirectory: 'shop',
        commitMessage: 'Pictures of {run}',
        signCommits: true,
        prune: true,
        force: ['hero@*', 'cutout'],
      },
    });
  });

  it.each([
    ['api-url', 'http://127.0.0.1:8080/', 'apiUrl', 'http://127.0.0.1:8080'],
    ['api-url', 'http://localhost:8080/base/', 'apiUrl', 'http://localhost:8080/base'],
    ['api-url', 'http://[::1]:8080', 'apiUrl', 'http://[::1]:8080'],
    ['deliver', 'artifact,\nartifact', 'deliver', ['artifact']],
    ['deliver', 'branch', 'deliver', ['branch']],
    ['force', 'hero@*', 'force', ['hero@*']],
    ['artifact-contents', 'all', 'artifactContents', 'all'],
    ['retention-days', '7', 'retentionDays', 7],
    ['timeout', '500ms', 'timeoutMs', 500],
    ['ledger', 'none', 'ledger', 'none'],
    ['on-unknown', 'resubmit', 'onUnknown', 'resubmit'],
    ['on-timeout', 'leave', 'onTimeout', 'leave'],
    ['comment', 'true', 'comment', true],
    ['allow-forks', 'true', 'allowForks', true],
    ['plan-file', 'plans/plan.json', 'planFile', 'plans/plan.json'],
    ['max-cost', '2.50', 'maxCostUsd', 2.5],
    ['max-cost', '3', 'maxCostUsd', 3],
    ['max-cost', '0', 'maxCostUsd', 0],
    ['max-edits', '0', 'maxEdits', 0],
    ['fail-on', 'changes', 'failOn', 'changes'],
    ['mode', 'apply', 'mode', { kind: 'apply' }],
    ['mode', 'plan', 'mode', { kind: 'plan', because: 'asked' }],
    ['mode', 'validate', 'mode', { kind: 'validate' }],
    ['max-edits', '40', 'maxEdits', 40],
    ['only', ' hero@*\ncutout ', 'only', ['hero@*', 'cutout']],
    [
      'output-hosts',
      'CDN.example.com\n127.0.0.1:8081 [::1]:443',
      'outputHosts',
      [{ host: 'cdn.example.com' }, { host: '127.0.0.1', port: 8081 }, { host: '::1', port: 443 }],
    ],
  ])('reads %s: %j', (name, value, key, expected) => {
    const { result } = readChanged({ [name]: value });
    expect(result.ok && result.value).toHaveProperty(key, expected);
  });
});
