import { expect, test } from 'vitest';

import { readActionMetadata } from '../../demo/action-metadata.ts';
import { checkRun, checkSecondRun, checkTakes } from '../../demo/check-run.ts';
import type { DemoRun } from '../../demo/check-run.ts';
import { renderClosingTable } from '../../demo/closing-table.ts';
import type { Results } from '../../demo/read-results.ts';
import type { StepResult } from '../../demo/run-action.ts';
import { createRunnerLog } from '../../demo/runner-log.ts';

const { outputs } = await readActionMetadata();

const file = { path: 'a.jpg', sha256: '', bytes: 1, width: 20, height: 10 };
const results: Results = {
  complete: true,
  outcome: 'success',
  costUsd: 0.18,
  edits: Array.from({ length: 6 }, (_, index) => ({
    id: `edit-${index}`,
    state: 'succeeded',
    requestId: 'r',
    costUsd: 0.03,
    timings: { totalMs: 1234 },
    error: null,
    files: [file],
  })),
};

const step: StepResult = {
  exitCode: 0,
  signal: undefined,
  stdout: '::add-mask::s3cret\nfine\n',
  stderr: '',
  log: createRunnerLog(),
  outputs: { ...Object.fromEntries(Object.keys(outputs).map((name) => [name, 'x'])), outcome: 'success' },
  state: {},
  environment: {},
  summary: '# Done',
};

const good: DemoRun = {
  main: step,
  post: step,
  results,
  branch: { commit: 'x', log: ['x bot: Update the pictures'], tree: ['1  a.jpg'] },
  submits: 6,
  artifacts: [{ name: 'x', digest: 'x' }],
  secrets: ['s3cret'],
};

test('a good run has no faults', async () => {
  expect(await checkRun(good)).toEqual([]);
});

test.each<[string, Partial<DemoRun>]>([
  ['main ended with 1', { main: { ...step, exitCode: 1 } }],
  ['post ended with SIGKILL', { post: { ...step, exitCode: undefined, signal: 'SIGKILL' } }],
  ['the outcome is partial', { main: { ...step, outputs: { ...step.outputs, outcome: 'partial' } } }],
  ['outputs not set: cost-usd', { main: { ...step, outputs: { ...step.outputs, 'cost-usd': '' } } }],
  [
    'outputs that action.yml does not name: more',
    { main: { ...step, outputs: { ...step.outputs, more: '1' } } },
  ],
  ['there is no job summary', { main: { ...step, summary: '' } }],
  ['results.json is not complete', { results: { ...results, complete: false } }],
  [
    'the outputs name another artifact than the one that was uploaded',
    { artifacts: [{ name: 'x', digest: 'y' }] },
  ],
  ['submits: 7, edits: 6', { submits: 7 }],
  ['the branch has more than one commit', { branch: { commit: 'x', log: ['x', 'y'], tree: [] } }],
  [
    'the output commit-sha is not the commit of the branch',
    { branch: { commit: 'y', log: ['y'], tree: [] } },
  ],
  ['a secret appears in what the action wrote', { main: { ...step, stdout: 'Authorization: s3cret' } }],
  ['a secret appears in what the action wrote', { main: { ...step, summary: 's3cret' } }],
])('%s', async (fault, change) => {
  expect(await checkRun({ ...good, ...change })).toEqual([fault]);
});

test('without a branch that is said', async () => {
  const { main, post, artifacts, submits, secrets } = good;
  expect(await checkRun({ main, post, results, artifacts, submits, secrets })).toEqual([
    'there is no assets branch',
  ]);
});

const again: DemoRun = {
  ...good,
  main: { ...step, outputs: { ...step.outputs, outcome: 'unchanged' } },
};

test('a second run that did nothing has no faults', () => {
  expect(checkSecondRun(good, again)).toEqual([]);
});

test.each<[string, Partial<DemoRun>]>([
  ['the second run failed', { post: { ...step, exitCode: 1 } }],
  ['the outcome of the second run is success', { main: step }],
  ['submits in the second run: 2', { submits: 8 }],
  ['the second run made a commit', { branch: { commit: 'y', log: ['y', 'x'], tree: [] } }],
  ['the second run uploaded an artifact', { artifacts: [...good.artifacts, { name: 'y', digest: 'y' }] }],
  ['a secret appears in what the second run wrote', { main: { ...again.main, summary: 's3cret' } }],
])('second run: %s', (fault, change) => {
  expect(checkSecondRun(good, { ...again, ...change })).toEqual([fault]);
});

test('an edit that was not made is named', async () => {
  const edits = results.edits.map((edit, index) => (index === 2 ? { ...edit, state: 'failed' } : edit));
  expect(await checkRun({ ...good, results: { ...results, edits } })).toEqual(['not made: edit-2']);
});

test('the closing table has a row for each edit', () => {
  const [first] = results.edits;
  const unmade = {
    ...results.edits[1],
    id: 'b',
    state: 'failed',
    files: [],
    costUsd: null,
    timings: { totalMs: null },
  };
  expect(
    renderClosingTable({
      ...results,
      edits: [first, { ...results.edits[1], ...unmade }] as Results['edits'],
    }),
  ).toBe(
    [
      'Edit    State      Picture  Size   Time   Cost',
      '------  ---------  -------  -----  -----  --------',
      'edit-0  succeeded  a.jpg    20x10  1.2 s  0.03 USD',
      'b       failed',
    ].join('\n'),
  );
});

test('further takes are paid for, and keeping another one is not', () => {
  const takes: DemoRun = { ...good, submits: good.submits + 3 };
  const kept: DemoRun = { ...takes, branch: { commit: 'y', log: [], tree: [] } };
  expect(checkTakes(good, takes, kept)).toEqual([]);
  expect(checkTakes(good, { ...takes, submits: good.submits + 4 }, kept)).toEqual([
    'submits for 3 further takes: 4',
    'submits to keep another take: -1',
  ]);
  expect(checkTakes(good, takes, { ...kept, submits: kept.submits + 1 })).toEqual([
    'submits to keep another take: 1',
  ]);
  expect(checkTakes(good, takes, takes)).toEqual(['keeping another take changed nothing on the branch']);
});
