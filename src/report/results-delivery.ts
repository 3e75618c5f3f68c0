import type { BranchDelivery } from '../deliver/branch/types.ts';
import type { Delivery } from '../deliver/types.ts';

/** The artifact as the results file tells it. */
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

/** The branch as the results file tells it. Every kind has the same keys, so that a reader need not ask for the kind first. */
export function describeBranch(delivery: BranchDelivery): Record<string, unknown> {
  const committed = delivery.kind === 'committed' ? delivery : undefined;
  const place = delivery.kind === 'none' ? undefined : delivery;
  return {
    kind: delivery.kind,
    branch: place?.branch ?? null,
    directory: place?.directory ?? null,
    commit: (place?.kind === 'failed' ? undefined : place?.commit) ?? null,
    changed: committed?.changed ?? [],
    warnings: committed?.warnings ?? [],
    left: (committed?.left ?? []).map(({ id, reason }) => ({ id, reason })),
    message: delivery.kind === 'failed' ? delivery.message : null,
  };
}
