import type { PlanFile } from '../report/plan/types.ts';
import { listErrors, type Problem } from '../shared/problem.ts';
import type { Place } from './find-place.ts';

/** The form of the JSON; raised whenever programs that read it would have to change. */
const JSON_VERSION = 1;

/** What a command found, as docs/command-line.md describes it. */
export function renderJson(
  command: 'validate' | 'plan' | 'init',
  { spec }: Pick<Place, 'spec'>,
  problems: readonly Problem[],
  plan?: PlanFile,
): string {
  const isValid = listErrors(problems).length === 0;
  return JSON.stringify(
    { version: JSON_VERSION, command, spec, isValid, problems, ...(plan !== undefined && { plan }) },
    null,
    2,
  );
}
