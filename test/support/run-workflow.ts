import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'yaml';
import * as z from 'zod';

import { actionFolder, readActionMetadata } from '../../demo/action-metadata.ts';
import { evaluateTemplate, type Contexts } from '../../demo/evaluate-expression.ts';
import type { StepResult } from '../../demo/run-action.ts';
import { downloadArtifact, uploadArtifact } from './artifact-steps.ts';
import type { Permissions } from './github/types.ts';
import type { Job, JobStep } from './job.ts';

const texts = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]).transform(String));
const permissions = z.record(z.string(), z.enum(['read', 'write', 'none']));
const step = z.strictObject({
  uses: z.string().optional(),
  run: z.string().optional(),
  id: z.string().optional(),
  if: z.string().optional(),
  'continue-on-error': z.boolean().default(false),
  with: texts.default({}),
  env: texts.default({}),
});
const job = z.strictObject({
  if: z.string().optional(),
  needs: z.string().optional(),
  environment: z.string().optional(),
  'runs-on': z.literal('ubuntu-latest'),
  'timeout-minutes': z.int(),
  concurrency: z.strictObject({ group: z.string() }).optional(),
  permissions,
  steps: z.array(step),
});
const concurrency = z.strictObject({ group: z.string(), 'cancel-in-progress': z.boolean().optional() });
const workflow = z.strictObject({
  name: z.string(),
  on: z.record(z.string(), z.unknown()),
  permissions,
  concurrency: concurrency.optional(),
  jobs: z.record(z.string(), job),
});

/** A run of a workflow: what starts it, and where its jobs run. */
export interface WorkflowStart {
  /** Its payload and its variables, as for a step. */
  readonly step: Pick<JobStep, 'event'> & { readonly env: Readonly<Record<string, string>> };
  /** E.g. `github.event_name`; names that the workflow asks for and that are not here make the test fail. */
  readonly contexts: Contexts;
  readonly job: Job;
  /** Called before a job with what its token may do. */
  readonly onJob?: (name: string, permissions: Permissions) => void;
  /** Asked before a job with an environment that has reviewers; without it, no job has one. */
  readonly approve?: (environment: string) => Promise<boolean>;
}

/** What a job of a workflow did. */
export interface JobRecord {
  /** Steps that use this action. */
  readonly actions: readonly StepResult[];
  /** What commands printed. */
  readonly printed: string;
}

/**
 * Runs the jobs of `examples/workflows/NAME` whose condition holds, as the runner would: conditions, inputs and variables are
 * evaluated, this action is the bundle, and `run` is carried out by bash. The checkout is there already. Throws if the
 * workflow has a key that this runner does not know, or if a command fails.
 */
export async function runWorkflow(
  name: string,
  { step: started, contexts, job: place, onJob, approve }: WorkflowStart,
): Promise<ReadonlyMap<string, JobRecord>> {
  const text = await readFile(path.join(actionFolder, 'examples', 'workflows', name), 'utf8');
  const { jobs } = workflow.parse(parse(text));
  const { outputs } = await readActionMetadata();
  const records = new Map<string, JobRecord>();
  const green = new Set<string>();
  for (const [id, each] of Object.entries(jobs)) {
    const { if: condition, permissions: rights, steps, concurrency: group, needs, environment } = each;
    if (needs !== undefined && !green.has(needs)) continue;
    if (condition !== undefined && !holds(condition, contexts)) continue;
    if (environment !== undefined && (await approve?.(environment)) !== true) continue;
    evaluateTemplate(group?.group ?? '', contexts);
    onJob?.(id, {
      contents: rights['contents'] === 'write' ? 'write' : 'read',
      'pull-requests': rights['pull-requests'] === 'write' ? 'write' : 'read',
    });
    const known: Record<string, string | number | boolean | null> = { ...contexts };
    const actions: StepResult[] = [];
    const artifacts = path.join(place.temp, 'artifacts');
    let printed = '';
    let isGreen = true;
    for (const each of steps) {
      if (!isGreen && each.if?.includes('!cancelled()') !== true) continue;
      if (each.if !== undefined && !holds(each.if, known)) continue;
      let succeeds = true;
      const evaluate = (values: Readonly<Record<string, string>>): Record<string, string> =>
        Object.fromEntries(
          Object.entries(values).map(([key, value]) => [key, evaluateTemplate(value, known)]),
        );
      if (each.run !== undefined) {
        printed += await runCommand(each.run, place.workspace, evaluate(each.env));
      } else if (each.uses === 'OWNER/dreamina-edit-action@v1') {
        const given = evaluate(each.with);
        const result = await place.main({ ...started, inputs: given });
        await place.post({ ...started, inputs: given });
        actions.push(result);
        succeeds = result.exitCode === 0;
        for (const output of Object.keys(outputs))
          known[`steps.${each.id ?? ''}.outputs.${output}`] = result.outputs[output] ?? '';
      } else if (each.uses?.startsWith('actions/upload-artifact@') === true) {
        succeeds = await uploadArtifact(evaluate(each.with), artifacts);
      } else if (each.uses?.startsWith('actions/download-artifact@') === true) {
        succeeds = await downloadArtifact(evaluate(each.with), artifacts);
      } else if (each.uses?.startsWith('actions/checkout@') !== true) {
        throw new Error(`This runner does not know ${each.uses ?? 'a step without \`uses\` and \`run\`'}`);
      }
      known[`steps.${each.id ?? ''}.outcome`] = succeeds ? 'success' : 'failure';
      isGreen &&= succeeds || each['continue-on-error'];
    }
    if (isGreen) green.add(id);
    records.set(id, { actions, printed });
  }
  return records;
}

/** Whether a condition holds; as in GitHub's, `${{ }}` around it may be left out. */
function holds(condition: string, contexts: Contexts): boolean {
  // No job is cancelled here.
  const known = condition.replace('!cancelled()', 'true');
  const text = known.includes('${{') ? known : `\${{ ${known} }}`;
  return !['', 'false', '0', 'null'].includes(evaluateTemplate(text, contexts));
}

async function runCommand(
  command: string,
  cwd: string,
  env: Readonly<Record<string, string>>,
): Promise<string> {
  const { stdout } = await promisify(execFile)(
    'bash',
    ['--noprofile', '--norc', '-eo', 'pipefail', '-c', command],
    {
      cwd,
      env: { PATH: process.env['PATH'], ...env },
    },
  );
  return stdout;
}
