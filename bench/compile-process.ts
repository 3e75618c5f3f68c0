import { execFile } from 'node:child_process';
import { copyFile, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';

import { actionFolder } from '../demo/action-metadata.ts';

/**
 * Compiles a script of this folder, e.g. `branch/our-process.ts`, and what it imports to an empty folder, as the action is
 * compiled too: Node's own reading of TypeScript costs 45 MB. Gives the path of the compiled script.
 */
export async function compileProcess(name: string, folder: string): Promise<string> {
  const script = path.relative(actionFolder, path.join(import.meta.dirname, name));
  const project = {
    extends: path.join(actionFolder, 'tsconfig.json'),
    compilerOptions: {
      noEmit: false,
      noCheck: true,
      rewriteRelativeImportExtensions: true,
      rootDir: actionFolder,
      outDir: folder,
      typeRoots: [path.join(actionFolder, 'node_modules', '@types')],
    },
    include: [],
    files: [path.join(actionFolder, script)],
  };
  const projectFile = path.join(folder, 'tsconfig.json');
  await writeFile(projectFile, JSON.stringify(project));
  await copyFile(path.join(actionFolder, 'package.json'), path.join(folder, 'package.json'));
  await symlink(path.join(actionFolder, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  await promisify(execFile)(process.execPath, [tsc, '--project', projectFile]);
  return path.join(folder, script.replace(/\.ts$/, '.js'));
}
