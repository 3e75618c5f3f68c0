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

/** Runs one edit, and tells in which order it was recorded, made sendable and sent. */
export async function followSubmit(
  options: RunOptions = {},
  claims: Partial<EditClaims> = {},
  fault?: SubmitFault,
) {
  const told: string[] = [];
  const run = await runPlan([makeEdit('hero')], {
    makeSendable: async () => {
      told.push('make sendable');
      return await Promise.resolve(['https://cdn.example.com/a.jpg']);
    },
    ...options,
    claims: writeDown(told, claims),
    api: {
      stages: () => ['completed'],
      fault: (request, answer, jobs) => {
        const isSubmit = request.path.startsWith('/v1/models');
        told.push(isSubmit ? 'POST' : 'look');
        return isSubmit && (fault?.(request, answer, jobs) ?? false);
      },
    },
  });
  const [outcome] = run.outcomes;
  return { ...run, told, end: `${outcome?.state ?? ''}: ${outcome?.error?.code ?? ''}`, outcome };
}
