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

/** What a vendor code means; undefined where it is unknown. `429001` is read as HTTP 429 would be. */
export function codeOfVendor({ code, name }: VendorError): Code | undefined {
  for (const word of [code, name]) {
    const known = word === undefined ? undefined : (BY_CODE.get(word) ?? BY_NAME.get(word.toLowerCase()));
    if (known !== undefined) return known;
  }
  if (code === undefined) return undefined;
  if (/^[45]\d\d(\d{3})?$/.test(code)) return codeOfStatus(Number(code.slice(0, 3)));
  // Names that tell of trouble on the service's side leave open what became of the request.
  return /internal|server|timeout|timed.?out|unavailable/i.test(code) ? 'service-error' : 'invalid-input';
}

/** What an HTTP status other than 2xx means where the body says nothing that we know. */
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
