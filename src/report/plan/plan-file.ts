import * as z from 'zod';

import { describeError } from '../../shared/describe-error.ts';
import { formatBytes } from '../../shared/format.ts';
import { toPlainLine } from '../../shared/plain-text.ts';
import type { Problem } from '../../shared/problem.ts';
import type { Result } from '../../shared/result.ts';
import { digestPlan } from './create-plan-file.ts';
import { planFileSchema, type ReadablePlan } from './plan-file-schema.ts';
import { MOST_PLAN_BYTES, PLAN_FILE_VERSION, type PlanFile } from './types.ts';

/** More would only repeat one mistake. */
const MAX_PROBLEMS = 10;

const ADVICE = 'Use the file as a plan wrote it, or plan again.';

/**
 * The plan file as JSON text; docs/plan-file.md describes it. Throws if it has more bytes than are read: what is written
 * can be read again.
 */
export function renderPlanFile(plan: PlanFile): string {
  const text = `${JSON.stringify(plan satisfies ReadablePlan, null, 2)}\n`;
  const bytes = Buffer.byteLength(text);
  if (bytes > MOST_PLAN_BYTES)
    throw new Error(
      `the plan has ${formatBytes(bytes)}, and at most ${formatBytes(MOST_PLAN_BYTES)} of a plan file are read: split the spec`,
    );
  return text;
}

/**
 * Reads a plan file that anyone may have written, e.g. the run of a fork's pull request. `file` names it in problems. What
 * this version does not understand, and a plan that was changed after it was made, is an error.
 */
export function parsePlanFile(text: string, file: string): Result<PlanFile, readonly Problem[]> {
  const refuse = (...messages: readonly string[]): Result<never, readonly Problem[]> => ({
    ok: false,
    error: messages.map((message) => ({ severity: 'error', message: toPlainLine(`${file}: ${message}`) })),
  });
  const bytes = Buffer.byteLength(text);
  if (bytes > MOST_PLAN_BYTES)
    return refuse(
      `The plan file has ${formatBytes(bytes)}, and at most ${formatBytes(MOST_PLAN_BYTES)} are read. ${ADVICE}`,
    );
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return refuse(`The plan file is not JSON: ${describeError(error)}. ${ADVICE}`);
  }
  const found = z.looseObject({ version: z.number() }).safeParse(json).data?.version;
  if (found !== undefined && found > PLAN_FILE_VERSION)
    return refuse(
      `The plan file was written by a newer version of this action (its form is ${found}, this one knows ${PLAN_FILE_VERSION}). Use the same version to plan and to apply.`,
    );
  const parsed = planFileSchema.safeParse(json);
  if (!parsed.success)
    return refuse(
      ...parsed.error.issues
        .slice(0, MAX_PROBLEMS)
        .map(
          ({ path, message }) => `The plan file has a fault in ${describePath(path)}: ${message}. ${ADVICE}`,
        ),
    );
  const plan = parsed.data;
  if (new Set(plan.edits.map(({ id }) => id)).size < plan.edits.length)
    return refuse(`The plan file has two edits with the same id. ${ADVICE}`);
  if (digestPlan(plan) !== plan.digest)
    return refuse(`The plan file was changed after it was made: its digest does not fit. ${ADVICE}`);
  return { ok: true, value: plan };
}

function describePath(path: readonly PropertyKey[]): string {
  return path.length === 0 ? 'its form' : path.map(String).join(' > ');
}
