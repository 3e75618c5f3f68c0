import type { EditClaims } from '../../src/jobs/types.ts';
import { writeDown } from './in-flight.ts';
import type { JobScriptOptions } from '../support/job-script.ts';
import { makeEdit, runPlan, type RunOptions } from './run-plan.ts';

/** A fault of the answer to a submit. */
export type SubmitFault = NonNullable<JobScriptOptions['fault']>;

/** Refuses it with this HTTP status. */
export function refuse(status: number): SubmitFault {
  return (_, answer) => {
    answer.json({}, status);
    return true;
  };
}

export const reset: SubmitFault = (_, answer) => {
  answer.reset();
  return true;
};

/** Runs one edit, and returns in which order it was recorded, made sendable and sent. */
export async function followSubmit(
  options: RunOptions = {},
  claims: Partial<EditClaims> = {},
  fault?: SubmitFault,
) {
  const calls: string[] = [];
  const run = await runPlan([makeEdit('hero')], {
    makeSendable: async () => {
      calls.push('make sendable');
      return await Promise.resolve(['https://cdn.example.com/a.jpg']);
    },
    ...options,
    claims: writeDown(calls, claims),
    api: {
      stages: () => ['completed'],
      fault: (request, answer, jobs) => {
        const isSubmit = request.path.startsWith('/v1/models');
        calls.push(isSubmit ? 'POST' : 'look');
        return isSubmit && (fault?.(request, answer, jobs) ?? false);
      },
    },
  });
  const [outcome] = run.outcomes;
  return { ...run, calls, end: `${outcome?.state ?? ''}: ${outcome?.error?.code ?? ''}`, outcome };
}
