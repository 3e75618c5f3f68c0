import { describeError } from '../../shared/describe-error.ts';
import type { EditEnd } from '../edit-end.ts';
import type { DeliveredElsewhere, EditDeps } from '../types.ts';

/**
 * The end of an edit that another run delivered: unchanged, with fresh addresses for the edits that use it, if any are to be
 * had. Never throws: a surprise is the edit's failure.
 */
export async function takeDelivered(
  { files, requestId }: DeliveredElsewhere,
  { queue, deadline }: EditDeps,
): Promise<EditEnd> {
  try {
    const result = await queue.result(requestId, deadline.signal);
    const outputUrls = result.ok && result.value.kind === 'succeeded' ? result.value.output.urls : [];
    return { state: 'unchanged', kept: files, outputUrls };
  } catch (error) {
    const message = `Another run delivered it, but here was an internal error: ${describeError(error)}. Run again: it is taken from the branch, at no cost.`;
    return { state: 'failed', error: { code: 'internal-error', message } };
  }
}
