import type { Answer } from './answer.ts';

/** The forms in which the service, or a gateway in front of it, refuses an account or a token. */
const FORMS = {
  'no-balance-400': [400, { code: 400002, error: 'InsufficientResources' }],
  'no-balance-402': [402, { message: 'Payment required' }],
  'no-balance-nested': [400, { error: { code: 400002, message: 'No resources left.' } }],
  'no-balance-word': [403, { error: { code: 'insufficient_balance', message: 'Top up.' } }],
  'no-balance-text': [400, { detail: 'Not enough credits left.' }],
  'token-400': [400, { code: 400004, error: 'UserAccountError' }],
  'token-401': [401, { error: 'Unauthorized' }],
  'not-yours-403': [403, { code: 403001, error: 'PermissionDeniedError' }],
  'filter-403': [403, { message: 'Forbidden' }],
} as const satisfies Record<string, readonly [number, Answer['body']]>;

export type AccountError = keyof typeof FORMS;

export const ACCOUNT_ERRORS = Object.keys(FORMS) as AccountError[];

/** The refusal in this form. */
export function accountError(form: AccountError): Answer {
  const [status, body] = FORMS[form];
  return { status, body };
}
