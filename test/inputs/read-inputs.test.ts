import { describe, expect, it } from 'vitest';

import { readInputs } from '../../src/inputs/read-inputs.ts';

const DEFAULTS: Readonly<Record<string, string>> = {
  spec: 'edits.yml',
  'api-token': 'rc-secret',
  'api-url': 'https://model-api.runcomfy.net',
  'github-token': 'gh-secret',
  deliver: 'artifact',
  'artifact-contents': 'new',
  branch: 'assets',
  'branch-directory': '',
  'commit-message': 'Update {files} pictures of {edits} edits ({spec})',
  prune: 'false',
  force: '',
  'artifact-name': 'dreamina-edits',
  'retention-days': '',
  'max-parallel': '8',
  timeout: '30m',
  'fail-on': 'any',
  references: 'auto',
  'output-hosts': '',
  only: '',
  ledger: 'auto',
  'on-unknown': 'hold',
  'on-timeout': 'cancel',
  'max-cost': '',
  'max-edits': '',
};

function read(changes: Readonly<Record<string, string>> = {}) {
  const given = { ...DEFAULTS, ...changes };
  const secrets: string[] = [];
  const result = readInputs({
    getInput: (name) => given[name] ?? '',
    setSecret: (value) => {
      secrets.push(value);
    },
  });
  return { result, secrets };
}

function problemsOf(changes: Readonly<Record<string, string>>): readonly string[] {
  const { result } = read(changes);
  return result.ok ? [] : result.error.map((problem) => problem.message);
}

describe('readInputs', () => {
  it('reads the defaults', () => {
    const { result } = read();
    expect(result).toEqual({
      ok: true,
      value: {
        spec: 'edits.yml',
        apiToken: 'rc-secret',
        apiUrl: 'https://model-api.runcomfy.net',
        githubToken: 'gh-secret',
        deliver: ['artifact'],
        artifactContents: 'new',
        branch: 'assets',
        branchDirectory: '',
        commitMessage: 'Update {files} pictures of {edits} edits ({spec})',
        prune: false,
        force: [],
        artifactName: 'dreamina-edits',
        maxParallel: 8,
        timeoutMs: 1_800_000,
        failOn: 'any',
        references: 'auto',
        outputHosts: [],
        only: [],
        ledger: 'auto',
        onUnknown: 'hold',
        onTimeout: 'cancel',
      },
    });
  });

  it('masks both tokens and the form in which git sends one, also when other inputs are wrong', () => {
    expect(read({ 'max-parallel': 'many' }).secrets).toEqual([
      'rc-secret',
      'gh-secret',
      btoa('x-access-token:gh-secret'),
    ]);
  });

  it('masks no token that is not there', () => {
    expect(read({ 'github-token': '' }).secrets).toEqual(['rc-secret']);
  });

  it('masks a token that is refused', () => {
    expect(read({ 'api-token': 'two words' }).secrets).toContain('two words');
  });

  it('reports all problems together, each with its input', () => {
    const problems = problemsOf({ 'api-token': '', timeout: 'soon', 'max-parallel': '0', 'fail-on': 'some' });
    expect(problems).toHaveLength(4);
    expect(problems.join('\n')).toMatch(/`api-token`[^]*`max-parallel`[^]*`timeout`[^]*`fail-on`/);
  });

  it.each([
    ['spec', ''],
    ['api-token', ''],
    ['api-token', 'a b'],
    ['api-token', 'line\nbreak'],
    ['api-url', 'model-api.runcomfy.net'],
    ['api-url', 'http://model-api.runcomfy.net'],
    ['api-url', 'ftp://127.0.0.1'],
    ['api-url', 'https://user:pass@model-api.runcomfy.net'],
    ['api-url', 'https://model-api.runcomfy.net/?x=1'],
    ['api-url', 'http://127.0.0.1.example.com'],
    ['deliver', ''],
    ['deliver', 'ftp'],
    ['artifact-contents', 'some'],
    ['artifact-name', ''],
    ['artifact-name', 'a/b'],
    ['artifact-name', 'a:b'],
    ['retention-days', '0'],
    ['retention-days', '401'],
    ['retention-days', '1.5'],
    ['max-parallel', ''],
    ['max-parallel', '65'],
    ['max-parallel', '-1'],
    ['max-parallel', '8 '.concat('x')],
    ['timeout', '30'],
    ['timeout', '0s'],
    ['timeout', '121h'],
    ['fail-on', 'Any'],
    ['ledger', 'cache'],
    ['on-unknown', ''],
    ['on-timeout', 'keep'],
    ['max-cost', '0'],
    ['max-cost', '$2'],
    ['max-cost', '-1'],
    ['max-cost', '1e3'],
    ['max-edits', '0'],
    ['max-edits', '2.5'],
    ['references', 'raw'],
    ['output-hosts', 'https://cdn.example.com'],
    ['output-hosts', '*.example.com'],
    ['output-hosts', 'cdn.example.com:99999'],
  ])('refuses %s: %j in one message that names it', (name, value) => {
    const problems = problemsOf({ [name]: value });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^Input \`${name}\` (is|holds|must|asks|names) .*\\.$`));
  });

  it.each([
    ['branch', ''],
    ['branch', 'a b'],
    ['branch-directory', '../x'],
    ['commit-message', '{count}'],
    ['prune', 'yes'],
    ['github-token', ''],
    ['artifact-contents', 'all'],
  ])('refuses %s: %j for delivery to a branch', (name, value) => {
    const problems = problemsOf({ deliver: 'branch', [name]: value });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^Input \`${name}\` .*\\.$`));
  });

  it('reads what a branch wants', () => {
    const { result } = read({
      deliver: 'artifact, branch',
      'artifact-contents': 'all',
      branch: 'art/work',
      'branch-directory': '/shop/',
      'commit-message': 'Pictures of {run}',
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
    ['max-cost', '2.50', 'maxCostUsd', 2.5],
    ['max-cost', '3', 'maxCostUsd', 3],
    ['max-edits', '40', 'maxEdits', 40],
    ['only', ' hero@*\ncutout ', 'only', ['hero@*', 'cutout']],
    [
      'output-hosts',
      'CDN.example.com\n127.0.0.1:8081 [::1]:443',
      'outputHosts',
      [{ host: 'cdn.example.com' }, { host: '127.0.0.1', port: 8081 }, { host: '::1', port: 443 }],
    ],
  ])('reads %s: %j', (name, value, key, expected) => {
    const { result } = read({ [name]: value });
    expect(result.ok && result.value).toHaveProperty(key, expected);
  });
});
