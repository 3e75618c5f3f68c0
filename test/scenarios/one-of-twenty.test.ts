import { test } from 'vitest';

import type { Fault } from '../../emulator/fault.ts';
import { tellSummary } from '../support/run-account.ts';
import { createStage, readStates, submitsOf } from '../support/stage.ts';

const others = Array.from({ length: 19 }, (_, index) => `e${index + 1}`);
const edit = (id: string): string => `  ${id}: { prompt: Number ${id}., images: [a.png] }`;
const spec = `
version: 1
defaults: { size: 1024x1024, force-single: true }
edits:
${others.slice(0, 9).map(edit).join('\n')}
  bad: { prompt: The bad one., images: [a.png], timeout: 2s }
${others.slice(9).map(edit).join('\n')}
`;

interface Phase {
  readonly name: string;
  readonly fault: Fault;
  readonly state: string;
  readonly kind: string;
  readonly outcome: string;
  readonly message: string;
}

const phases: readonly Phase[] = [
  {
    name: 'its submit is refused',
    fault: { on: 'submit', kind: 'status', status: 422, body: { error: 'Not this prompt' } },
    state: 'failed',
    kind: 'error',
    outcome: 'partial',
    message: 'Not this prompt',
  },
  {
    name: 'its job fails',
    fault: { on: 'job', kind: 'fails', error: { message: 'The model gave up' } },
    state: 'failed',
    kind: 'error',
    outcome: 'partial',
    message: 'The model gave up',
  },
  {
    name: 'it is stuck until its own time is up',
    fault: { on: 'job', kind: 'stuck' },
    state: 'pending',
    kind: 'warning',
    outcome: 'incomplete',
    message: 'not done within 2.0 s',
  },
  {
    name: 'its picture cannot be downloaded',
    fault: { on: 'download', kind: 'status', status: 404 },
    state: 'failed',
    kind: 'error',
    outcome: 'partial',
    message: 'it answered HTTP 404',
  },
];

test.concurrent.for(phases)(
  'one of 20 cannot kill the batch: $name, 19 are delivered',
  async (phase, { expect }) => {
    const { fault, state, kind, outcome, message } = phase;
    await using stage = await createStage({ 'edits.yml': spec }, { inputs: { 'max-parallel': '20' } });
    stage.emulator.faults.add({ ...fault, match: 'The bad one' });
    const main = await stage.job.main();

    expect(main.exitCode).toBe(1);
    expect(main.outputs).toMatchObject({ outcome, succeeded: '19' });
    expect(await readStates(main.outputs['results-file'] ?? '')).toEqual({
      ...Object.fromEntries(others.map((id) => [id, 'succeeded'])),
      bad: state,
    });
    expect(submitsOf(stage.emulator.requests)).toHaveLength(20);
    const pictures = [...(await stage.unpack()).keys()].filter((name) => /^\w+\.jpg$/.test(name));
    expect(pictures.toSorted()).toEqual(others.map((id) => `${id}.jpg`).toSorted());

    // Only that one is reported, at its position in the spec; and that the step failed.
    const [first, ...more] = main.log.annotations;
    expect(first).toMatchObject({ kind, file: 'edits.yml', line: 14, column: 3 });
    expect(first?.message).toContain(message);
    expect(more).toHaveLength(1);
    const [attention] = tellSummary(stage, main).split('### All edits');
    // All are sent at once: which of them is accepted as which, is chance.
    expect(attention?.replaceAll(/REQUEST-\d+/g, 'REQUEST')).toMatchSnapshot();
  },
);
