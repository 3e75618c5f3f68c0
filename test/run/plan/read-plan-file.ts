import { readFile } from 'node:fs/promises';

import { parsePlanFile } from '../../../src/report/plan/plan-file.ts';
import type { PlanFile } from '../../../src/report/plan/types.ts';

/** The plan at a path that a step gave, or undefined if it gave none. Throws if it cannot be read. */
export async function readPlanFile(file: string | undefined): Promise<PlanFile | undefined> {
  if (file === undefined || file === '') return undefined;
  const parsed = parsePlanFile(await readFile(file, 'utf8'), 'plan.json');
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
}
