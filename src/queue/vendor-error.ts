import * as z from 'zod';

/** What the body of an answer says about an error. */
export interface VendorError {
  /** True where the body itself declares an error, whatever the HTTP status says. */
  readonly isError: boolean;
  /** As the service wrote it: `400004`, or a name. */
  readonly code?: string;
  /** `InsufficientResources` and the like. */
  readonly name?: string;
  /** Raw text from outside: redact before it is shown. Empty where the body gives no reason. */
  readonly say: string;
}

const word = z.union([z.string(), z.number()]).transform(String).optional().catch(undefined);
const schema = z.object({
  status: word,
  code: word,
  error_code: word,
  error_message: z.unknown().optional(),
  message: z.unknown().optional(),
  detail: z.unknown().optional(),
  error: z.unknown().optional(),
});

/** Codes that mean "no error" where a service always sends the key. */
const NO_ERROR = new Set(['', '0', '200']);

/** Reads both of the service's error forms: `{code, error}` with a 4xx, and `{error_code, error_message}` with a 200. */
export function readVendorError(body: Readonly<Record<string, unknown>>): VendorError {
  const wire = schema.parse(body);
  const { error } = wire;
  const nested = z.object({ code: word, message: z.unknown().optional() }).safeParse(error).data;
  const isNoError = wire.error_code === undefined || NO_ERROR.has(wire.error_code);
  const code = (isNoError ? undefined : wire.error_code) ?? wire.code ?? nested?.code;
  const parts = [nested?.message ?? error, wire.error_message, wire.message, wire.detail]
    .filter((part) => part !== undefined && part !== null && part !== '')
    .map((part) => (typeof part === 'string' ? part : JSON.stringify(part)));
  return {
    // A job that ended badly tells its own error in the same keys: then the call itself went well.
    isError: !isNoError && !/^(failed|cancell?ed)$/i.test(wire.status ?? ''),
    ...(code !== undefined && { code }),
    ...(typeof error === 'string' && { name: error }),
    say: [...new Set(parts)].join(': '),
  };
}
