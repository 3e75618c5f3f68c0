import path from 'node:path';

import { findObjects, findOutermost } from './find-objects.ts';
import { withReader, type CommitSource } from './object-reader.ts';

/**
 * Whether the commit `older` is an ancestor of `newer`, by the repository that has the path `near` of the workspace;
 * undefined if its history does not reach that far. Throws only the signal's reason.
 */
export async function isAncestor(
  older: string,
  newer: string,
  { near, ...source }: CommitSource & { readonly near: string },
  signal: AbortSignal,
): Promise<boolean | undefined> {
  const checkout = await findOutermost(source.workspace, path.join(source.workspace, near));
  if (checkout === undefined) return undefined;
  const answer = await withReader(await findObjects(checkout.root), source, async (reader) => {
    const exit = await reader.run(['merge-base', '--is-ancestor', older, newer], signal);
    const code = exit.kind === 'exited' ? exit.code : undefined;
    // A truncated history says no although it only ends.
    const isKnown = code === 0 || (code === 1 && !reader.isShallow);
    return { ok: true, value: isKnown ? code === 0 : undefined };
  });
  signal.throwIfAborted();
  return answer.ok ? answer.value : undefined;
}
