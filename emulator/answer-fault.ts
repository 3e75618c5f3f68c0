import type { Answer } from './answer.ts';
import type { FaultOf } from './fault.ts';
import type { CallFault } from './faults.ts';
import { shapeOutput } from './output-shape.ts';

/** The answer as it is after a fault that changes only what it says. */
export function changeAnswer(answer: Answer, fault: CallFault): Answer {
  if (answer.status >= 400) return answer;
  const { body } = answer;
  switch (fault.kind) {
    case 'no-id':
      return { ...answer, body: { message: 'Your request is being processed.' } };
    case 'word':
      return { ...answer, body: { ...body, status: fault.word } };
    case 'retry-after':
      return { ...answer, headers: { 'retry-after': String(fault.retryAfter) } };
    case 'shape':
      return body['status'] === 'succeeded' ? { ...answer, body: reshape(body, fault) } : answer;
    case 'failure-reason':
      return {
        ...answer,
        body: { ...without(body, 'output'), status: 'failed', failure_reason: fault.reason },
      };
    case 'no-cost':
      return { ...answer, body: without(body, 'cost') };
    case 'no-output':
      return {
        ...answer,
        body: {
          ...body,
          status: fault.status ?? 'in_progress',
          output: fault.output === undefined ? {} : fault.output,
        },
      };
    case 'status':
    case 'rate-limit':
    case 'reset':
    case 'hang':
    case 'truncated':
    case 'html':
    case 'empty':
    case 'redirect':
    case 'error-body':
    case 'refused':
    case 'odd':
    case 'slow':
    case 'mistyped':
      return answer;
  }
}

/** Whether a submit is accepted, or a cancel done, before this fault spoils the answer. */
export function strikesAfterwards(fault: CallFault): boolean {
  if (fault.kind === 'no-id' || fault.kind === 'truncated') return true;
  return 'accepted' in fault && fault.accepted === true;
}

function reshape(body: Answer['body'], { shape, word }: FaultOf<'shape'>): Answer['body'] {
  return {
    ...without(body, 'output'),
    ...(word !== undefined && { status: word }),
    ...shapeOutput(body['output'], shape),
  };
}

function without(body: Answer['body'], key: string): Answer['body'] {
  return Object.fromEntries(Object.entries(body).filter(([name]) => name !== key));
}
