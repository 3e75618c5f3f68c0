import type { QueueError } from './types.ts';
import type { VendorError } from './vendor-error.ts';

type Code = QueueError['code'];

/** The service's own codes, which come with HTTP 400 as well as with 200. */
const BY_CODE = new Map<string, Code>([
  ['400001', 'wrong-model'],
  ['400002', 'insufficient-balance'],
  ['400004', 'authentication'],
  ['403001', 'permission-denied'],
  ['404001', 'not-found'],
]);
const BY_NAME = new Map<string, Code>([
  ['invalidresourceidentifier', 'wrong-model'],
  ['insufficientresources', 'insufficient-balance'],
  ['useraccounterror', 'authentication'],
  ['permissiondeniederror', 'permission-denied'],
  ['resourcenotfound', 'not-found'],
]);

/** Words with which the service and its gateways say that the account has no balance. */
const NO_BALANCE =
  /insufficient[\s_-]*(?:resources?|balance|credits?|funds?)|(?:not[\s_-]+enough|no[\s_-]+more|out[\s_-]+of|low)[\s_-]+(?:balance|credits?|funds?)|(?:balance|credits?|funds?)[\s_-]+(?:is |are )?(?:too[\s_-]+low|insufficient|exhausted|used up)|payment[\s_-]+required/i;

/** Longer texts may repeat the prompt, whose words mean nothing here. */
const LONGEST_WORDS = 200;

/** What a vendor code means; undefined if it is unknown. `429001` is read as HTTP 429 would be. */
export function codeOfVendor({ code, name, say }: VendorError): Code | undefined {
  for (const word of [code, name]) {
    const known = word === undefined ? undefined : (BY_CODE.get(word) ?? BY_NAME.get(word.toLowerCase()));
    if (known !== undefined) return known;
  }
  const words = [code, name, say].filter((text) => text !== undefined && text.length <= LONGEST_WORDS);
  if (words.some((text) => text !== undefined && NO_BALANCE.test(text))) return 'insufficient-balance';
  if (code === undefined) return undefined;
  if (/^[45]\d\d(\d{3})?$/.test(code)) return codeOfStatus(Number(code.slice(0, 3)));
  // Names of trouble inside the service leave open what became of the request.
  return /internal|server|timeout|timed.?out|unavailable/i.test(code) ? 'service-error' : 'invalid-input';
}

/** What an HTTP status other than 2xx means if the body says nothing that is known. */
export function codeOfStatus(status: number): Code {
  switch (status) {
    case 401:
      return 'authentication';
    case 402:
      return 'insufficient-balance';
    case 403:
      return 'permission-denied';
    case 404:
    case 410:
      return 'not-found';
    case 429:
      return 'rate-limited';
    case 408:
    case 425:
    case 499:
      return 'service-error';
    default:
      if (status >= 500) return 'service-error';
      return status >= 400 ? 'invalid-input' : 'unreadable-answer';
  }
}
