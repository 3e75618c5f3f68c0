import { findArtifactFault } from '../../deliver/artifact/find-artifact-fault.ts';
import type { ActionInputs } from '../../inputs/types.ts';
import type { PlannedEdit } from '../../plan/types.ts';
import type { World } from '../../runner/world.ts';
import { formatBytes } from '../../shared/format.ts';
import type { Problem } from '../../shared/problem.ts';

/** One pixel of the largest picture that the model makes, as a PNG that cannot be compressed. */
const BYTES_PER_PIXEL = 4;

/**
 * What certainly keeps the pictures of `toSend` from being delivered, found before they are paid for: no artifact
 * service, or less free disk space than the largest picture needs.
 */
export async function checkDelivery(
  toSend: readonly PlannedEdit[],
  { deliver }: Pick<ActionInputs, 'deliver'>,
  { env, repository, temp, freeBytes }: Pick<World, 'env' | 'repository' | 'temp' | 'freeBytes'>,
): Promise<readonly Problem[]> {
  if (toSend.length === 0) return [];
  const messages: string[] = [];
  const fault = deliver.includes('artifact') ? findArtifactFault(env, repository.serverUrl) : undefined;
  if (fault !== undefined)
    messages.push(
      `Nothing was sent: its pictures could not be uploaded as an artifact: ${fault}. Set \`deliver: branch\` to commit them to a branch instead.`,
    );
  const free = await freeBytes(temp);
  // A branch takes a second copy of each picture, in a git repository beside it.
  const copies = deliver.includes('branch') ? 2 : 1;
  const needed = copies * Math.max(...toSend.map(({ size }) => pixelsOf(size) * BYTES_PER_PIXEL));
  if (free !== undefined && free < needed)
    messages.push(
      `Nothing was sent: the disk of ${temp} has ${formatBytes(free)} left, and one picture may need ${formatBytes(needed)}. Free some disk space in an earlier step.`,
    );
  return messages.map((message) => ({ severity: 'error', message }));
}

/** Other models than the default one have sizes of many names: 4K is the largest. */
function pixelsOf(size: PlannedEdit['size']): number {
  return size === undefined ? 4096 * 4096 : size.width * size.height;
}
