import * as z from 'zod';

import { lazily } from '../shared/lazily.ts';
import { startDeadline } from '../shared/deadline.ts';
import { describeFailure } from './describe-failure.ts';
import { judgeReply } from './judge-reply.ts';
import { readPhase } from './parse-status.ts';
import type { CallDeps } from './send.ts';
import type { CancelAnswer } from './types.ts';

/** Short, because the runner leaves only seconds to a step that is being stopped. */
const LIMIT_MS = 5000;

const schema = lazily(() => {
  const word = z.string().optional().catch(undefined);
  return z.object({ outcome: word, status: word });
});

/** Asks once, for at most 5 s, to cancel a job. Anything but a clear yes or no is `unconfirmed`: the job may go on. */
export async function cancel(url: string, deps: CallDeps, signal: AbortSignal): Promise<CancelAnswer> {
  using limit = startDeadline(deps.clock, LIMIT_MS, 'cancelling', signal);
  const judged = judgeReply(await deps.sender.free('POST', url, limit.signal));
  if (!judged.ok) {
    deps.log.debug(describeFailure({ method: 'POST', url }, judged.error, deps.redact).message);
    return 'unconfirmed';
  }
  const { outcome = '', status = '' } = schema().parse(judged.value);
  // The two fields may contradict each other; each of them is enough.
  if ([outcome, status].some((word) => readPhase(word) === 'cancelled')) return 'cancelled';
  return outcome === 'not_cancellable' ? 'not-cancellable' : 'unconfirmed';
}
