import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** A push as the server saw it. */
export interface Push {
  /** Unix seconds. */
  readonly atSeconds: number;
  /** Of the objects that it brought. */
  readonly bytes: number;
  /** Full names of the refs that it was to change. */
  readonly refs: readonly string[];
}

const NAME = 'pushes.log';

/** Asked by git before it takes a push, while the objects are still set apart. */
const HOOK = `#!/bin/sh
refs=$(cut -d ' ' -f 3 | tr '\\n' ' ')
bytes=$(find "$GIT_QUARANTINE_PATH" -type f -printf '%s\\n' 2>/dev/null | awk '{ sum += $1 } END { print sum + 0 }')
echo "$(date +%s.%N) $bytes $refs" >> "$GIT_DIR/${NAME}"
`;

/** Has a bare repository write down each push from now on. */
export async function logPushes(repository: string): Promise<void> {
  await writeFile(path.join(repository, 'hooks', 'pre-receive'), HOOK, { mode: 0o755 });
}

/** The pushes so far, in the order in which they came. */
export async function readPushes(repository: string): Promise<readonly Push[]> {
  const text = await readFile(path.join(repository, NAME), 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [at = '', bytes = '', ...refs] = line.trim().split(' ');
      return { atSeconds: Number(at), bytes: Number(bytes), refs };
    });
}

/** Bytes of pushes in MB: those of the ledger, and all others. */
export function countMegabytes(pushes: readonly Push[]): {
  readonly ledger: number;
  readonly branch: number;
} {
  const isLedger = ({ refs }: Push): boolean => refs.every((ref) => ref.startsWith('refs/dreamina/ledger'));
  const sum = (some: readonly Push[]): number => some.reduce((total, { bytes }) => total + bytes, 0) / 1e6;
  return { ledger: sum(pushes.filter(isLedger)), branch: sum(pushes.filter((push) => !isLedger(push))) };
}

/** The most pushes that came within any 60 seconds. */
export function countBusiestMinute(pushes: readonly Push[]): number {
  return Math.max(
    0,
    ...pushes.map(
      ({ atSeconds: from }) =>
        pushes.filter(({ atSeconds }) => atSeconds >= from && atSeconds < from + 60).length,
    ),
  );
}
