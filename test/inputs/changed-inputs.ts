import type { StartedBy } from '../../src/inputs/decide-mode.ts';
import { readInputs } from '../../src/inputs/read-inputs.ts';

const PUSH: StartedBy = { name: 'push', origin: { kind: 'own' } };

/** As `action.yml` gives them, with both tokens. */
const DEFAULTS: Readonly<Record<string, string>> = {
  mode: 'auto',
  spec: 'edits.yml',
  'api-token': 'rc-secret',
  'api-url': 'https://model-api.runcomfy.net',
  'github-token': 'gh-secret',
  deliver: 'artifact',
  'artifact-contents': 'new',
  branch: 'assets',
  'branch-directory': '',
  'commit-message': 'Update {files} of {edits} ({spec})',
  'sign-commits': 'false',
  prune: 'false',
  'takes-on-branch': 'false',
  gallery: 'false',
  'gallery-url': '',
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
  comment: 'false',
  'allow-forks': 'false',
  'max-cost': '',
  'max-edits': '',
};

/** Reads the inputs that a workflow changed, and returns what was masked. */
export function readChanged(changes: Readonly<Record<string, string>> = {}, startedBy = PUSH) {
  const given = { ...DEFAULTS, ...changes };
  const secrets: string[] = [];
  const result = readInputs(
    {
      getInput: (name) => given[name] ?? '',
      setSecret: (value) => {
        secrets.push(value);
      },
    },
    startedBy,
  );
  return { result, secrets };
}

/** Messages about the inputs that a workflow changed. */
export function problemsOf(changes: Readonly<Record<string, string>>, startedBy = PUSH): readonly string[] {
  const { result } = readChanged(changes, startedBy);
  return result.ok ? [] : result.error.map((problem) => problem.message);
}
