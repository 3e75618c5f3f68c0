import type { EditEnd } from './edit-end.ts';
import type { DeliveredElsewhere, EditDeps } from './types.ts';

/** The end of an edit that another run delivered: unchanged, with fresh addresses for the edits that use it, if any are to be had. */
export async function takeDelivered(
  { files, requestId }: DeliveredElsewhere,
  { queue, deadline }: EditDeps,
): Promise<EditEnd> {
  const result = await queue.result(requestId, deadline.signal);
  const outputUrls = result.ok && result.value.kind === 'succeeded' ? result.value.output.urls : [];
  return { state: 'unchanged', kept: files, outputUrls };
}
