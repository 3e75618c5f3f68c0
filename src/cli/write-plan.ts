import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { renderPlanFile } from '../report/plan/plan-file.ts';
import type { PlanFile } from '../report/plan/types.ts';
import { describeError } from '../shared/describe-error.ts';
import type { Clause, Sentence } from '../shared/sentence.ts';
import { codeOf } from '../shared/system-error.ts';

/** Writes the plan to `out`, a path from the current directory. Gives what is wrong with the path, if anything is. */
export async function writePlan(
  out: string,
  directory: string,
  plan: PlanFile,
): Promise<Sentence | undefined> {
  const file = path.resolve(directory, out);
  try {
    await makeFolders(path.dirname(file));
    await writeFile(file, renderPlanFile(plan));
    return undefined;
  } catch (error) {
    return `Option \`--out\` is \`${out}\`, and the plan cannot be written there: ${explain(error)}.`;
  }
}

/** One by one: below `/proc`, `mkdir` with `recursive` never ends (Node 24). */
async function makeFolders(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    const above = path.dirname(folder);
    if (codeOf(error) === 'EEXIST') return;
    if (codeOf(error) !== 'ENOENT' || above === folder) throw error;
    await makeFolders(above);
    await mkdir(folder);
  }
}

function explain(error: unknown): Clause {
  switch (codeOf(error)) {
    case 'EISDIR':
      return 'it is a folder';
    case 'EEXIST':
    case 'ENOTDIR':
      return 'a file is in the place of a folder of this path';
    case 'ENOENT':
      return 'its folder cannot be made';
    case 'EACCES':
    case 'EPERM':
      return 'there is no permission to write there';
    case undefined:
    default:
      return describeError(error);
  }
}
