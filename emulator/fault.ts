import * as z from 'zod';
import { ACCOUNT_ERRORS } from './account-error.ts';
import { ODD_FILES } from './odd-file.ts';
import { OUTPUT_SHAPES } from './output-shape.ts';

/** When a fault strikes. Without any of these: at every call. */
const when = {
  /** Only at the nth call that matches, or from it on with `times`. */
  nth: z.int().min(1).optional(),
  /** At so many calls that match, beginning with the first (or the nth). */
  times: z.int().min(1).optional(),
  /** At this share of the calls, chosen by the seed. */
  rate: z.number().min(0).max(1).optional(),
  /** Only if the prompt, the request id or the path of the download holds this text. */
  match: z.string().optional(),
};
/** The work is done before the answer goes wrong: a submit is accepted and paid for, a cancel takes place. */
const accepted = { accepted: z.boolean().optional() };

const read = ['status', 'result'] as const;
const api = ['submit', ...read, 'cancel', 'price', 'catalog'] as const;
const onCall = z.enum([...api, 'download']);
const ms = z.number().min(0);

/**
 * Everything that can be made to go wrong: `on` says at which call, `kind` how. `job` means the work
 * behind an accepted submit.
 */
export const faultSchema = z.discriminatedUnion('kind', [
  /** Answers late; other faults may strike the same call. */
  z.strictObject({ kind: z.literal('latency'), on: onCall, ms, ...when }),
  /** Any status with any JSON body. */
  z.strictObject({
    kind: z.literal('status'),
    on: onCall,
    status: z.int().min(200).max(599),
    body: z.json().optional(),
    headers: z.record(z.string(), z.string()).optional(),
    ...accepted,
    ...when,
  }),
  /** 429; `retryAfter` is sent as it is, `retryAfterDateMs` as an HTTP date so far from now; neither: no header. */
  z.strictObject({
    kind: z.literal('rate-limit'),
    on: onCall,
    retryAfter: z.union([z.string(), z.number()]).optional(),
    retryAfterDateMs: z.number().optional(),
    ...accepted,
    ...when,
  }),
  /** The connection is reset (RST) in place of an answer. */
  z.strictObject({ kind: z.literal('reset'), on: onCall, ...accepted, ...when }),
  /** No answer ever. */
  z.strictObject({ kind: z.literal('hang'), on: onCall, ...accepted, ...when }),
  /** Half of the body: with the length of the half (`honest`), or of the whole and a closed connection (`full`). */
  z.strictObject({
    kind: z.literal('truncated'),
    on: onCall,
    contentLength: z.enum(['honest', 'full']).optional(),
    ...when,
  }),
  /** 200 with a web page, under any Content-Type. */
  z.strictObject({
    kind: z.literal('html'),
    on: onCall,
    contentType: z.string().optional(),
    ...accepted,
    ...when,
  }),
  /** 200 with no body. */
  z.strictObject({ kind: z.literal('empty'), on: onCall, ...accepted, ...when }),
  /** To any address; `self`: to the same one, for ever. */
  z.strictObject({
    kind: z.literal('redirect'),
    on: onCall,
    to: z.string(),
    status: z
      .union([z.literal(301), z.literal(302), z.literal(303), z.literal(307), z.literal(308)])
      .optional(),
    ...when,
  }),
  /** 200 with `error_code` and `error_message`. */
  z.strictObject({
    kind: z.literal('error-body'),
    on: z.enum(api),
    code: z.union([z.int(), z.string()]).optional(),
    message: z.string().optional(),
    ...accepted,
    ...when,
  }),
  /** Accepted, and the answer names no request. */
  z.strictObject({ kind: z.literal('no-id'), on: z.literal('submit'), ...when }),
  /** Another word in place of the job's status. */
  z.strictObject({ kind: z.literal('word'), on: z.enum(read), word: z.string(), ...when }),
  /** The answer is good, and asks to be left alone for so many seconds (or until a date): `Retry-After`. */
  z.strictObject({
    kind: z.literal('retry-after'),
    on: z.enum(read),
    retryAfter: z.union([z.string(), z.number()]),
    ...when,
  }),
  /** The output of a job that succeeded in another shape, and with `word` under another status; see output-shape.ts. */
  z.strictObject({
    kind: z.literal('shape'),
    on: z.literal('result'),
    shape: z.enum(OUTPUT_SHAPES),
    word: z.string().optional(),
    ...when,
  }),
  /** The job failed, and says why in `failure_reason`. */
  z.strictObject({ kind: z.literal('failure-reason'), on: z.literal('result'), reason: z.string(), ...when }),
  /** The account or the token is refused, in one of the forms in which the service says so; see account-error.ts. */
  z.strictObject({ kind: z.literal('refused'), on: z.enum(api), form: z.enum(ACCOUNT_ERRORS), ...when }),
  /** No `cost`, though it was asked for. */
  z.strictObject({ kind: z.literal('no-cost'), on: z.literal('result'), ...when }),
  /** `result`: this status (default `in_progress`) with an empty output; `job`: it succeeds with nothing to show. */
  z.strictObject({
    kind: z.literal('no-output'),
    on: z.enum(['result', 'job']),
    status: z.string().optional(),
    output: z.json().optional(),
    ...when,
  }),
  /** The job ends as failed, with this error: a text or an object. */
  z.strictObject({ kind: z.literal('fails'), on: z.literal('job'), error: z.json().optional(), ...when }),
  /** The job never leaves the queue, or never ends. */
  z.strictObject({
    kind: z.literal('stuck'),
    on: z.literal('job'),
    at: z.enum(['queue', 'run']).optional(),
    ...when,
  }),
  /** The job runs for so long. */
  z.strictObject({ kind: z.literal('lasts'), on: z.literal('job'), ms, ...when }),
  /** The job makes so many pictures, or makes them in this format, or a video in their place. */
  z.strictObject({ kind: z.literal('images'), on: z.literal('job'), count: z.int().min(1).max(15), ...when }),
  z.strictObject({ kind: z.literal('png'), on: z.literal('job'), ...when }),
  z.strictObject({ kind: z.literal('video'), on: z.literal('job'), ...when }),
  /** The body trickles. */
  z.strictObject({
    kind: z.literal('slow'),
    on: z.literal('download'),
    bytesPerSecond: z.number().min(1),
    ...when,
  }),
  /** Bytes that come whole and are not what a picture should be: the same each time; see odd-file.ts. */
  z.strictObject({ kind: z.literal('odd'), on: z.literal('download'), file: z.enum(ODD_FILES), ...when }),
  /** PNG bytes under the name and the Content-Type of a JPEG. */
  z.strictObject({ kind: z.literal('mistyped'), on: z.literal('download'), ...when }),
]);

/** A fault, ready to be added. */
export type Fault = z.infer<typeof faultSchema>;

/** A fault of one of these kinds. */
export type FaultOf<K extends Fault['kind']> = Extract<Fault, { readonly kind: K }>;
