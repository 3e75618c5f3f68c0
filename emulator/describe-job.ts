import type { Answer } from './answer.ts';
import { hasEnded, type Job } from './job.ts';

/** The addresses that the service gives for a request. */
export function requestUrls(
  apiUrl: string,
  id: string,
): Record<'status_url' | 'result_url' | 'cancel_url', string> {
  const base = `${apiUrl}/v1/requests/${id}`;
  return { status_url: `${base}/status`, result_url: `${base}/result`, cancel_url: `${base}/cancel` };
}

/** The answer to a submit that was accepted. */
export function describeAccepted(job: Job, apiUrl: string): Answer {
  return { status: 200, body: { request_id: job.id, ...requestUrls(apiUrl, job.id) } };
}

/** The answer of `/status`: a job that failed is `completed` too. */
export function describeStatus(job: Job, apiUrl: string, position: number | undefined): Answer {
  const { status_url, result_url } = requestUrls(apiUrl, job.id);
  const ended = job.phase.kind === 'succeeded' || job.phase.kind === 'failed';
  return {
    status: 200,
    body: {
      request_id: job.id,
      status: ended ? 'completed' : job.phase.kind,
      ...(position === undefined ? {} : { queue_position: position }),
      status_url,
      result_url,
    },
  };
}

/** The answer of `/result`: output or error, times, and the cost if it was asked for. */
export function describeResult(
  job: Job,
  options: { readonly cost: boolean; readonly echoInput: boolean },
): Answer {
  const { phase } = job;
  return {
    status: 200,
    body: {
      request_id: job.id,
      status: phase.kind,
      ...(options.echoInput ? { input: job.receivedInput } : {}),
      ...(phase.kind === 'succeeded' ? { output: phase.output } : {}),
      ...(phase.kind === 'failed' ? { error: phase.error } : {}),
      created_at: new Date(job.acceptedAtMs).toISOString(),
      finished_at: 'finishedAtMs' in phase ? new Date(phase.finishedAtMs).toISOString() : null,
      ...(options.cost && hasEnded(job) ? { cost: job.costUsd } : {}),
    },
  };
}

/** The answer of `/cancel`; a job that runs or has ended is charged all the same. */
export function describeCancel(job: Job, cancelled: boolean): Answer {
  const status = job.phase.kind === 'succeeded' || job.phase.kind === 'failed' ? 'completed' : job.phase.kind;
  return {
    status: 202,
    body: { request_id: job.id, status, outcome: cancelled ? 'cancelled' : 'not_cancellable' },
  };
}
