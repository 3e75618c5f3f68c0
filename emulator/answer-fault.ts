import type { Answer } from './answer.ts';
import type { CallFault } from './faults.ts';

/** The answer as it is after a fault that changes only what it says. */
export function changeAnswer(answer: Answer, fault: CallFault): Answer {
  if (answer.status >= 400) return answer;
  const { body } = answer;
  switch (fault.kind) {
    case 'no-id':
      return { ...answer, body: { message: 'Your request is being processed.' } };
    case 'word':
      return { ...answer, body: { ...body, status: fault.word } };
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

function without(body: Answer['body'], key: string): Answer['body'] {
  return Object.fromEntries(Object.entries(body).filter(([name]) => name !== key));
}
