import { describeError } from '../shared/describe-error.ts';
import { describeUntrusted } from '../shared/untrusted-certificate.ts';
import { codeOfStatus, codeOfVendor } from './error-code.ts';
import type { Result } from '../shared/result.ts';
import type { Reply } from './send.ts';
import type { QueueError } from './types.ts';
import { readVendorError, type VendorError } from './vendor-error.ts';

/** Why a call gave nothing usable; `say` is raw text from outside. */
export interface CallFailure {
  readonly code: QueueError['code'];
  /** Absent if no answer came. */
  readonly status?: number;
  readonly vendorCode?: string;
  readonly say: string;
  readonly retryAfter?: string;
  /** The same for every call, and waiting does not change it. */
  readonly isLasting?: boolean;
}

/** A JSON object that is not an error, or the failure. */
export type Judged = Result<Readonly<Record<string, unknown>>, CallFailure>;

/** Decides whether a reply is an answer or a failure, and which kind. HTTP 200 with an `error_code` is a failure. */
export function judgeReply(reply: Reply): Judged {
  if (reply.kind === 'unanswered') {
    const untrusted = describeUntrusted(reply.error);
    if (untrusted !== undefined) return fail({ code: 'connection', say: untrusted, isLasting: true });
    return fail({ code: 'connection', say: describeError(reply.error) });
  }
  const { status, retryAfter } = reply;
  const facts = { status, ...(retryAfter !== undefined && { retryAfter }) };
  const json = reply.cutShort === undefined ? parseObject(reply.text) : undefined;
  const vendor = json && readVendorError(json);
  if (status >= 200 && status < 300) {
    if (reply.cutShort !== undefined) {
      const say = `the answer broke off (${describeError(reply.cutShort)})`;
      return fail({ ...facts, code: 'unreadable-answer', say });
    }
    if (json === undefined)
      return fail({ ...facts, code: 'unreadable-answer', say: describeText(reply.text) });
    if (vendor?.isError !== true) return { ok: true, value: json };
    return fail({ ...facts, ...wordsOf(vendor, reply.text), code: codeOfVendor(vendor) ?? 'service-error' });
  }
  if (vendor === undefined)
    return fail({ ...facts, code: codeOfStatus(status), say: describeText(reply.text) });
  // The body of a 5xx is trusted no further than its status.
  const code = status >= 500 ? codeOfStatus(status) : (codeOfVendor(vendor) ?? codeOfStatus(status));
  return fail({ ...facts, ...wordsOf(vendor, reply.text), code });
}

function wordsOf(vendor: VendorError, text: string): Pick<CallFailure, 'say' | 'vendorCode'> {
  return {
    say: vendor.say === '' ? text : vendor.say,
    ...(vendor.code !== undefined && { vendorCode: vendor.code }),
  };
}

function fail(failure: CallFailure): Judged {
  return { ok: false, error: failure };
}

function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === 'object' && json !== null && !Array.isArray(json)
      ? (json as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined; // not JSON: the caller says what came instead
  }
}

function describeText(text: string): string {
  if (text.trim() === '') return 'an empty body';
  const title = /<title[^>]*>([^<]*)/i.exec(text)?.[1]?.trim();
  if (title !== undefined && title !== '') return `a page titled "${title}" instead of JSON`;
  return /^\s*</.test(text) ? 'a page instead of JSON' : text;
}
