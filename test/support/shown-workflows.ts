import { glob, readFile } from 'node:fs/promises';
import path from 'node:path';

import { actionFolder } from '../../demo/action-metadata.ts';
import { listYamlBlocks } from './yaml-blocks.ts';

/** The files of the project's own workflows and of the examples, from the repository. */
export async function listWorkflowFiles(): Promise<readonly string[]> {
  const files: string[] = [];
  for await (const file of glob(['.github/workflows/*.yml', 'examples/workflows/*.yml'], {
    cwd: actionFolder,
  }))
    files.push(file.replaceAll('\\', '/'));
  return files.toSorted();
}

/** Whole workflows, by where they are: those files, and the blocks of pages that have jobs. */
export async function findShownWorkflows(): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const file of await listWorkflowFiles())
    found.set(file, await readFile(path.join(actionFolder, file), 'utf8'));
  for await (const file of glob(['README.md', 'docs/**/*.md'], { cwd: actionFolder })) {
    const page = await readFile(path.join(actionFolder, file), 'utf8');
    let count = 0;
    for (const text of listYamlBlocks(page)) {
      if (!/^on:/m.test(text) || !/^jobs:/m.test(text)) continue;
      count += 1;
      found.set(`${file} (workflow ${count})`, text);
    }
  }
  return found;
}
