import { lstat, readFile } from 'node:fs/promises';
import path from 'node:path';

import type { ActionInputs } from '../../inputs/types.ts';
import { MOST_PLAN_BYTES, type PlanFile } from '../../report/plan/types.ts';
import type { World } from '../../runner/world.ts';
import { describeError } from '../../shared/describe-error.ts';
import { formatBytes } from '../../shared/format.ts';
import type { Problem } from '../../shared/problem.ts';
import type { Result } from '../../shared/result.ts';
import type { Clause } from '../../shared/sentence.ts';

/**
 * Reads the plan that the input `plan-file` names; undefined without that input. The file comes from another job, often
 * as an artifact, so it is trusted in nothing: it only says what may be sent, never what is sent.
 */
export async function readApprovedPlan(
  { planFile }: Pick<ActionInputs, 'planFile'>,
  { workspace }: Pick<World, 'workspace'>,
): Promise<Result<PlanFile | undefined, readonly Problem[]>> {
  if (planFile === undefined) return { ok: true, value: undefined };
  const file = path.resolve(workspace, planFile);
  const fault = await findFault(file);
  if (fault !== undefined) {
    const message = `Input \`plan-file\` is \`${planFile}\`, ${fault}. Give the path of the file that a run with \`mode: plan\` wrote (its output \`plan-file\`).`;
    return { ok: false, error: [{ severity: 'error', message }] };
  }
  // Its schema is large, and few runs have such a file.
  const { parsePlanFile } = await import('../../report/plan/plan-file.ts');
  return parsePlanFile(await readFile(file, 'utf8'), planFile);
}

/** Why the file is not read. A link could lead to any file of the runner, and a message could then show a part of it. */
async function findFault(file: string): Promise<Clause | undefined> {
  try {
    const found = await lstat(file);
    if (found.isSymbolicLink()) return 'which is a symbolic link';
    if (!found.isFile()) return 'which is not a file';
    return found.size > MOST_PLAN_BYTES
      ? `which has ${formatBytes(found.size)}, and at most ${formatBytes(MOST_PLAN_BYTES)} are read`
      : undefined;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT'
      ? 'which does not exist'
      : `which cannot be read: ${describeError(error)}`;
  }
}
