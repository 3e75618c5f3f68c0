import { readFile } from 'node:fs/promises';
import * as z from 'zod';

const resultsFile = z.object({
  complete: z.boolean(),
  outcome: z.string(),
  costUsd: z.number().nullable(),
  edits: z.array(
    z.object({
      id: z.string(),
      state: z.string(),
      requestId: z.string().nullable(),
      costUsd: z.number().nullable(),
      timings: z.object({ totalMs: z.number().nullable() }),
      error: z.object({ message: z.string() }).nullable(),
      files: z.array(
        z.object({
          path: z.string(),
          sha256: z.string(),
          bytes: z.number(),
          width: z.number().nullable(),
          height: z.number().nullable(),
        }),
      ),
    }),
  ),
});

/** What the demo needs of a results file. */
export type Results = z.infer<typeof resultsFile>;

/** Reads the file that the output `results-file` names. Throws if it has another form. */
export async function readResults(file: string): Promise<Results> {
  return resultsFile.parse(JSON.parse(await readFile(file, 'utf8')));
}
