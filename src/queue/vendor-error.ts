import * as z from 'zod';

import { lazily } from '../shared/lazily.ts';
import { writeJson } from './describe-json.ts';
import { readPhase } from './parse-status.ts';

/** What the body of an answer says about an error. */
export interface VendorError {
  /** True if the body itself declares that the call failed, whatever the HTTP status says. */
  readonly isError: boolean;
  /** As the service wrote it: `400004`, or a name. */
  readonly code?: string;
  /** `InsufficientResources` and the like. */
  readonly name?: string;
  /** Raw text from outside: redact before it is shown. Empty if the body gives no reason. */
  readonly say: string;
}

const schemas = lazily(() => {
  const word = z.union([z.string(), z.number()]).transform(String).optional().catch(undefined);
  const any = z.unknown().optional();
  const body = z.object({
    status: word,
    code: word,
    error_code: word,
    error_message: any,
    message: any,
    detail: any,
    error: any,
    failure_reason: any,
    failure_message: any,
    output: any,
  });
  // An error as an object: `{error: {code, message}}`, `{detail: {type}}` and the like.
  const nested = z.object({
    code: word,
    error_code: word,
    name: word,
    type: word,
    error: word,
    message: any,
    error_message: any,
  });
  return { body, nested };
});

/** Codes that mean "no error", from services that always send the key. */
const NO_ERROR = new Set(['', '0', '200']);

/** Reads the service's error forms: `{code, error}` with a 4xx, `{error_code, error_message}` with a 200, and objects in either. */
export function readVendorError(body: Readonly<Record<string, unknown>>): VendorError {
  const schema = schemas();
  const wire = schema.body.parse(body);
  const { error, detail } = wire;
  const nested = schema.nested.safeParse(error).data ?? schema.nested.safeParse(detail).data;
  const isNoError = wire.error_code === undefined || NO_ERROR.has(wire.error_code);
  const code = (isNoError ? undefined : wire.error_code) ?? wire.code ?? nested?.code ?? nested?.error_code;
  const name = typeof error === 'string' ? error : (nested?.name ?? nested?.type ?? nested?.error);
  const own = schema.nested.safeParse(error).data;
  const parts = [
    own?.message ?? own?.error_message ?? error,
    wire.error_message,
    wire.failure_reason,
    wire.failure_message,
    wire.message,
    detail,
  ]
    .filter((part) => part !== undefined && part !== null && part !== '')
    .map((part) => (typeof part === 'string' ? part : writeJson(part)));
  return {
    isError: isCallError(wire, !isNoError),
    ...(code !== undefined && { code }),
    ...(name !== undefined && { name }),
    say: [...new Set(parts)].join(': '),
  };
}

type Wire = z.infer<ReturnType<typeof schemas>['body']>;

/**
 * Whether a body declares that the call itself failed. A job that ended reports its own error, or its pictures, in an
 * answer of its own: then the call went well.
 */
function isCallError({ status, error, output }: Wire, hasCode: boolean): boolean {
  const hasOutput = output !== undefined && output !== null;
  if (status === undefined) return !hasOutput && (hasCode || isSaid(error));
  const isEnded = readPhase(status) !== 'queued' && readPhase(status) !== 'running';
  return hasCode && !isEnded;
}

function isSaid(error: unknown): boolean {
  return error !== undefined && error !== null && error !== '' && error !== false;
}
