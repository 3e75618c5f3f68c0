import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';

const STATES = [
  ...(['open', 'succeeded', 'adopted', 'unchanged', 'failed'] as const),
  ...(['pending', 'cancelled', 'unknown', 'skipped'] as const),
] as const;

const resultsSchema = z.object({
  complete: z.boolean(),
  outcome: z.string().nullable(),
  edits: z.array(
    z.object({
      id: z.string(),
      state: z.enum(STATES),
      action: z.string(),
      fingerprint: z.string(),
      requestId: z.string().nullable(),
      error: z.object({ code: z.string(), message: z.string() }).nullable(),
      files: z.array(z.object({ path: z.string(), sha256: z.string() })),
    }),
  ),
});

/** What a run said of itself, whole or as far as it came. */
export type Results = z.infer<typeof resultsSchema>;
export type ResultsEdit = Results['edits'][number];

/** Reads the results file of an output folder; undefined if there is none. Throws if it is not whole. */
export async function readResultsFile(folder: string | undefined): Promise<Results | undefined> {
  if (folder === undefined) return undefined;
  try {
    return resultsSchema.parse(JSON.parse(await readFile(path.join(folder, 'results.json'), 'utf8')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
