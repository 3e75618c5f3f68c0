import type { BranchDelivery } from '../deliver/branch/types.ts';
import type { Delivery } from '../deliver/types.ts';

/** The artifact as it appears in the results file. */
export function describeDelivery(delivery: Delivery): Record<string, unknown> {
  switch (delivery.kind) {
    case 'artifact': {
      const { kind, name, id, url, digest, bytes, files } = delivery;
      return { kind, name, id, url, digest, bytes, files };
    }
    case 'none':
      return { kind: delivery.kind };
    case 'failed':
      return { kind: delivery.kind, message: delivery.message, folder: delivery.folder };
  }
}

/** The branch as it appears in the results file. All kinds have the same keys, so a reader need not check the kind first. */
export function describeBranch(delivery: BranchDelivery): Record<string, unknown> {
  const committed = delivery.kind === 'committed' ? delivery : undefined;
  const named = delivery.kind === 'none' ? undefined : delivery;
  return {
    kind: delivery.kind,
    branch: named?.branch ?? null,
    directory: named?.directory ?? null,
    commit: (named?.kind === 'failed' ? undefined : named?.commit) ?? null,
    changed: committed?.changed ?? [],
    warnings: committed?.warnings ?? [],
    left: (delivery.kind === 'failed' ? delivery.left : (committed?.left ?? [])).map(({ id, reason }) => ({
      id,
      reason,
    })),
    message: delivery.kind === 'failed' ? delivery.message : null,
  };
}
