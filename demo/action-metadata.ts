import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';

const actionFile = z.object({
  name: z.string(),
  description: z.string(),
  inputs: z.record(
    z.string(),
    z.strictObject({
      description: z.string(),
      default: z.string().optional(),
      required: z.boolean().default(false),
    }),
  ),
  outputs: z.record(z.string(), z.strictObject({ description: z.string() })),
  runs: z.strictObject({ using: z.string(), main: z.string(), post: z.string() }),
});

/** What action.yml says. Inputs and outputs are in the order of the file. */
export type ActionMetadata = z.infer<typeof actionFile>;

/** The folder of this repository: the action as a workflow would check it out. */
export const actionFolder = path.dirname(import.meta.dirname);

/** Reads and checks `action.yml` of a folder. Throws if the runner would refuse it. */
export async function readActionMetadata(folder: string = actionFolder): Promise<ActionMetadata> {
  return actionFile.parse(parse(await readFile(path.join(folder, 'action.yml'), 'utf8')));
}
