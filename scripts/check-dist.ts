/**
 * Fails if `dist/` is not what was committed. Run it right after a build: a file that the build changed, removed or
 * added counts (`git diff dist/` alone would not see an added one). The index is left as it is.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.dirname(import.meta.dirname);
const status = spawnSync(
  'git',
  ['status', '--porcelain', '--ignored', '--untracked-files=all', '--', 'dist'],
  { cwd: root, encoding: 'utf8' },
);
if (status.error !== undefined) throw status.error;
if (status.status !== 0) throw new Error(`git status failed: ${status.stderr}`);

if (status.stdout !== '') {
  console.error('dist/ differs from what a fresh build makes. Run `npm run build` and commit dist/:');
  console.error(status.stdout.trimEnd());
  process.exitCode = 1;
} else {
  console.log('dist/ is what a fresh build makes.');
}
