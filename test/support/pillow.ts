import { spawnSync } from 'node:child_process';

/** A Python that may have Pillow: continuous integration makes one. */
export const PYTHON = process.env['METADATA_PYTHON'] ?? 'python3';

/** Whether it has. */
export function hasPillow(): boolean {
  return spawnSync(PYTHON, ['-c', 'import PIL']).status === 0;
}
