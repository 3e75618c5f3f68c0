export const id = 373;
export const ids = [373];
export const modules = {

/***/ 7696:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {



/**
 * What the bundle means by `undici`: the parts that are used, by their paths in the package. Its index loads fetch,
 * WebSocket, caches, mocks and more at once, which would be half of the main bundle and a fifth of its start-up time.
 */
module.exports = {
  DecoratorHandler: __webpack_require__(5535),
  EnvHttpProxyAgent: __webpack_require__(629),
  // For @actions/http-client.
  ProxyAgent: __webpack_require__(5044),
  // For @actions/github, which hands it a ProxyAgent of undici 7: Node 24's own fetch is that of undici 7, too.
  get fetch() {
    return globalThis.fetch;
  },
};

// The index does the same: without it a dispatcher has no `request`.
Object.assign((__webpack_require__(3431).prototype), __webpack_require__(5139));


/***/ }),

/***/ 8319:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BW: () => (/* binding */ dataPrefix),
/* harmony export */   wE: () => (/* binding */ base64Length),
/* harmony export */   zl: () => (/* binding */ isDataPicture)
/* harmony export */ });
/* unused harmony export freePicture */
function isDataPicture(value) {
    return typeof value === 'object' && value !== null && 'bytes' in value && Buffer.isBuffer(value.bytes);
}
/** Smaller ones may share their memory with others, and matter less. */
const WORTH_FREEING_BYTES = (/* unused pure expression or super */ null && (1024 * 1024));
/**
 * Gives back the memory of a picture that was sent; its bytes are gone then. As garbage it would lie about until V8 looks
 * for old objects, which it rarely does: the bytes are not in its heap.
 */
function freePicture({ bytes: { buffer, byteLength } }) {
    if (byteLength >= WORTH_FREEING_BYTES && buffer instanceof ArrayBuffer && 'transfer' in buffer)
        buffer.transfer(0);
}
/** How every `data:` URI of a type begins. */
function dataPrefix(type) {
    return `data:${type};base64,`;
}
/** Characters of the base64 text of so many bytes. */
function base64Length(bytes) {
    return Math.ceil(bytes / 3) * 4;
}


/***/ }),

/***/ 7373:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  f: () => (/* binding */ createQueueClient)
});

// EXTERNAL MODULE: ../node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(9987);
// EXTERNAL MODULE: ./shared/lazily.js
var lazily = __webpack_require__(9670);
// EXTERNAL MODULE: ./shared/deadline.js
var deadline = __webpack_require__(6927);
// EXTERNAL MODULE: ./shared/describe-error.js
var describe_error = __webpack_require__(2129);
// EXTERNAL MODULE: ./shared/sentence.js
var sentence = __webpack_require__(7730);
;// CONCATENATED MODULE: ./queue/describe-failure.js


/**
 * Turns a failed call into an error for people: one line with method, URL without its query, HTTP status, the
 * service's code and words, and what to do. `advice` replaces the usual advice for the error's code.
 */
function describeFailure(call, failure, redact, advice) {
    const { origin, pathname } = new URL(call.url);
    const request = `${call.method} ${redact(origin + pathname)}`;
    const vendor = failure.vendorCode === undefined ? '' : ` (code ${redact(failure.vendorCode)})`;
    const say = (0,sentence/* quoteWords */.A)(redact(failure.say));
    const what = failure.status === undefined
        ? `${request} got no answer: ${say}`
        : `${request} answered ${failure.status}${vendor}: ${say}`;
    return {
        code: failure.code,
        message: `${what}. ${advice ?? ADVICE[failure.code]}`,
        stopsRun: stopsRun(failure),
    };
}
/** After these no further submit makes sense. A plain 403 may be about one edit only (a filter in front, say). */
function stopsRun({ code, vendorCode, isLasting }) {
    return (STOPPING.has(code) || isLasting === true || (code === 'permission-denied' && vendorCode !== undefined));
}
const STOPPING = new Set([
    'insufficient-balance',
    'authentication',
    'wrong-model',
]);
const ADVICE = {
    'insufficient-balance': 'Top up the balance at runcomfy.com, then run again.',
    authentication: 'Create a new API token in your RunComfy profile and update the secret given as `api-token`.',
    'permission-denied': 'Check that the token given as `api-token` belongs to the right RunComfy account.',
    'wrong-model': 'Check `api-url`: at this address there is no such model.',
    'not-found': 'The request has expired, or belongs to another service; check `api-url`.',
    'invalid-input': 'Change the edit as the answer says.',
    'rate-limited': 'Run again later, or lower `max-parallel`.',
    'service-error': 'The service has trouble; run again later.',
    'unreadable-answer': 'Check that `api-url`, and a proxy if there is one, lead to the RunComfy Model API.',
    connection: 'Check the network, the proxy settings and `api-url`.',
    deadline: 'Run again, or allow more time by `timeout`.',
};
/** The error of a call that its signal ended, with what the last try ran into. */
function describeAbandoned(call, signal, redact, last) {
    const why = redact((0,describe_error/* describeError */.U)(signal.reason));
    if (last === undefined) {
        const message = `${call.method} ${redact(new URL(call.url).pathname)} was abandoned: ${why}.`;
        return { code: 'deadline', message, stopsRun: false };
    }
    const message = `Stopped trying: ${why}. The last try: ${last.message}`;
    return { code: last.code, message, stopsRun: false, lastTry: last.message };
}

;// CONCATENATED MODULE: ./shared/retry-after.js
const LONGEST_MS = 5 * 60_000;
/** `Sun, 06 Nov 1994 08:49:37 GMT`: the one form that RFC 9110 (section 5.6.7) lets servers send. */
const IMF_FIXDATE = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} GMT$/;
/**
 * A `Retry-After` header (RFC 9110, section 10.2.3: whole seconds or a date) as milliseconds from `nowMs`, clamped to
 * [0, `longestMs`], by default 5 min, so that an absurd value cannot stop a run. Undefined if the header is missing or is
 * neither form.
 */
function parseRetryAfter(header, nowMs, longestMs = LONGEST_MS) {
    const text = header?.trim() ?? '';
    if (/^\d+$/.test(text))
        return Math.min(Number(text) * 1000, longestMs);
    if (!IMF_FIXDATE.test(text))
        return undefined;
    const at = Date.parse(text);
    return Number.isNaN(at) ? undefined : Math.min(Math.max(0, at - nowMs), longestMs);
}

// EXTERNAL MODULE: ./shared/retry-delay.js
var retry_delay = __webpack_require__(1171);
// EXTERNAL MODULE: ./shared/retry.js
var retry = __webpack_require__(1049);
;// CONCATENATED MODULE: ./queue/describe-json.js
/** Values nested deeper than this are left out: an answer may be nested deeper than the stack allows. */
const DEEPEST = 3;
const MOST_KEYS = 8;
/**
 * The shape of a JSON value from outside without its values, e.g. `{"pictures": [text, 2 in all]}`: short, and fit for
 * a message once it is redacted, because keys come from outside too. For a text, only the scheme of an address is
 * shown.
 */
function describeShape(value, depth = 0) {
    if (value === null)
        return 'null';
    if (Array.isArray(value))
        return describeArray(value, depth);
    if (typeof value === 'object')
        return describeObject(value, depth);
    if (typeof value !== 'string')
        return typeof value;
    const scheme = /^([a-z][a-z\d+.-]{0,19}):/i.exec(value)?.[1];
    return value === '' ? 'an empty text' : scheme === undefined ? 'text' : `"${scheme}:..."`;
}
function describeArray(items, depth) {
    if (items.length === 0)
        return '[]';
    if (depth >= DEEPEST)
        return '[...]';
    const all = items.length === 1 ? '' : `, ${items.length} in all`;
    return `[${describeShape(items[0], depth + 1)}${all}]`;
}
function describeObject(value, depth) {
    const entries = Object.entries(value);
    if (entries.length === 0)
        return '{}';
    if (depth >= DEEPEST)
        return '{...}';
    const shown = entries
        .slice(0, MOST_KEYS)
        .map(([key, item]) => `"${key.slice(0, 40)}": ${describeShape(item, depth + 1)}`);
    const more = entries.length > MOST_KEYS ? `, ${entries.length} keys in all` : '';
    return `{${shown.join(', ')}${more}}`;
}
/** A JSON value from outside as text, or its shape if it is nested too deep for that. */
function writeJson(value) {
    try {
        return JSON.stringify(value);
    }
    catch {
        return describeShape(value); // deeper than the stack allows
    }
}

;// CONCATENATED MODULE: ./shared/untrusted-certificate.js
/** Codes of Node for a certificate that this machine does not trust, and what is wrong with it. */
const CODES = {
    DEPTH_ZERO_SELF_SIGNED_CERT: 'it is self-signed',
    SELF_SIGNED_CERT_IN_CHAIN: 'an authority that this machine does not know signed it',
    UNABLE_TO_GET_ISSUER_CERT: 'an authority that this machine does not know signed it',
    UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'an authority that this machine does not know signed it',
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'an authority that this machine does not know signed it',
    CERT_HAS_EXPIRED: 'it has expired',
    CERT_NOT_YET_VALID: 'it is not valid yet',
    ERR_TLS_CERT_ALTNAME_INVALID: 'it is for another host',
};
const EXTRA_AUTHORITY = 'if you trust it, set the environment variable NODE_EXTRA_CA_CERTS to a PEM file with the certificate of its authority';
/**
 * Why a connection failed, if the certificate of the server or of a proxy is the reason: a clause with what to do.
 * Waiting does not change that. Undefined for any other error.
 */
function describeUntrusted(error) {
    if (!(error instanceof Error))
        return undefined;
    const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
    const why = CODES[code];
    if (why === undefined)
        return describeUntrusted(error.cause);
    const isUnknown = /sign/i.test(why);
    return `the server's certificate is not trusted: ${why}${isUnknown ? `; ${EXTRA_AUTHORITY}` : ''}`;
}

;// CONCATENATED MODULE: ./queue/error-code.js
/** The service's own codes, which come with HTTP 400 as well as with 200. */
const BY_CODE = new Map([
    ['400001', 'wrong-model'],
    ['400002', 'insufficient-balance'],
    ['400004', 'authentication'],
    ['403001', 'permission-denied'],
    ['404001', 'not-found'],
]);
const BY_NAME = new Map([
    ['invalidresourceidentifier', 'wrong-model'],
    ['insufficientresources', 'insufficient-balance'],
    ['useraccounterror', 'authentication'],
    ['permissiondeniederror', 'permission-denied'],
    ['resourcenotfound', 'not-found'],
]);
/** Words with which the service and its gateways say that the account has no balance. */
const NO_BALANCE = /insufficient[\s_-]*(?:resources?|balance|credits?|funds?)|(?:not[\s_-]+enough|no[\s_-]+more|out[\s_-]+of|low)[\s_-]+(?:balance|credits?|funds?)|(?:balance|credits?|funds?)[\s_-]+(?:is |are )?(?:too[\s_-]+low|insufficient|exhausted|used up)|payment[\s_-]+required/i;
/** Longer texts may repeat the prompt, whose words mean nothing here. */
const LONGEST_WORDS = 200;
/** What a vendor code means; undefined if it is unknown. `429001` is read as HTTP 429 would be. */
function codeOfVendor({ code, name, say }) {
    for (const word of [code, name]) {
        const known = word === undefined ? undefined : (BY_CODE.get(word) ?? BY_NAME.get(word.toLowerCase()));
        if (known !== undefined)
            return known;
    }
    const words = [code, name, say].filter((text) => text !== undefined && text.length <= LONGEST_WORDS);
    if (words.some((text) => text !== undefined && NO_BALANCE.test(text)))
        return 'insufficient-balance';
    if (code === undefined)
        return undefined;
    if (/^[45]\d\d(\d{3})?$/.test(code))
        return codeOfStatus(Number(code.slice(0, 3)));
    // Names of trouble inside the service leave open what became of the request.
    return /internal|server|timeout|timed.?out|unavailable/i.test(code) ? 'service-error' : 'invalid-input';
}
/** What an HTTP status other than 2xx means if the body says nothing that is known. */
function codeOfStatus(status) {
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
            if (status >= 500)
                return 'service-error';
            return status >= 400 ? 'invalid-input' : 'unreadable-answer';
    }
}

;// CONCATENATED MODULE: ./queue/parse-status.js


const schema = (0,lazily/* lazily */.q)(() => schemas/* object */.Ikc({
    status: schemas/* string */.YjP(),
    request_id: schemas/* string */.YjP().optional(),
    // Only for the log: an odd position must not make the status unreadable.
    queue_position: schemas/* number */.aig().int().nonnegative().optional().catch(undefined),
}));
/** Reads the answer of `/status`; undefined if it is not one, or is about another request. */
function parseStatus(body, requestId, redact) {
    const wire = schema().safeParse(body).data;
    if (wire === undefined || (wire.request_id ?? requestId) !== requestId)
        return undefined;
    const phase = readPhase(wire.status);
    switch (phase) {
        case 'queued':
            return { kind: phase, ...(wire.queue_position !== undefined && { position: wire.queue_position }) };
        case 'running':
        case 'cancelled':
            return { kind: phase };
        case 'completed':
        case 'succeeded':
        case 'failed':
            return { kind: 'ended' };
        case undefined:
            return { kind: 'unrecognized', word: redact(wire.status) };
    }
}
/** The service's words for the state of a job, and others that its own clients accept. */
const PHASES = new Map([
    ['in_queue', 'queued'],
    ['pending', 'queued'],
    ['waiting', 'queued'],
    ['in_progress', 'running'],
    ['starting', 'running'],
    ['processing', 'running'],
    ['completed', 'completed'],
    ['succeeded', 'succeeded'],
    ['failed', 'failed'],
    ['cancelled', 'cancelled'],
    ['canceled', 'cancelled'],
]);
/** What a status word means; undefined if it is unknown. */
function readPhase(word) {
    return PHASES.get(word.toLowerCase());
}
const ENDED = /abort|expir|reject|error|time.?d?.?out|terminat|kill|stopp|dead|declin|refus|block|moderat|fail|succe|complet|finish|done|ended|lost|delet|remov|skipp|invalid|exhaust|ready/i;
/** Whether an unknown word reads as the end of a job, as `aborted` or `expired` do and `rendering` does not. */
function soundsEnded(word) {
    return ENDED.test(word) && !/ing$/i.test(word);
}

;// CONCATENATED MODULE: ./queue/vendor-error.js




const vendor_error_schemas = (0,lazily/* lazily */.q)(() => {
    const word = schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig()]).transform(String).optional().catch(undefined);
    const any = schemas/* unknown */.L5J().optional();
    const body = schemas/* object */.Ikc({
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
    const nested = schemas/* object */.Ikc({
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
function readVendorError(body) {
    const schema = vendor_error_schemas();
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
/**
 * Whether a body declares that the call itself failed. A job that ended reports its own error, or its pictures, in an
 * answer of its own: then the call went well.
 */
function isCallError({ status, error, output }, hasCode) {
    const hasOutput = output !== undefined && output !== null;
    if (status === undefined)
        return !hasOutput && (hasCode || isSaid(error));
    const isEnded = readPhase(status) !== 'queued' && readPhase(status) !== 'running';
    return hasCode && !isEnded;
}
function isSaid(error) {
    return error !== undefined && error !== null && error !== '' && error !== false;
}

;// CONCATENATED MODULE: ./queue/judge-reply.js




/** Decides whether a reply is an answer or a failure, and which kind. HTTP 200 with an `error_code` is a failure. */
function judgeReply(reply) {
    if (reply.kind === 'unanswered') {
        const untrusted = describeUntrusted(reply.error);
        if (untrusted !== undefined)
            return fail({ code: 'connection', say: untrusted, isLasting: true });
        return fail({ code: 'connection', say: (0,describe_error/* describeError */.U)(reply.error) });
    }
    const { status, retryAfter } = reply;
    const facts = { status, ...(retryAfter !== undefined && { retryAfter }) };
    const json = reply.cutShort === undefined ? parseObject(reply.text) : undefined;
    const vendor = json && readVendorError(json);
    if (status >= 200 && status < 300) {
        if (reply.cutShort !== undefined) {
            const say = `the answer broke off (${(0,describe_error/* describeError */.U)(reply.cutShort)})`;
            return fail({ ...facts, code: 'unreadable-answer', say });
        }
        if (json === undefined)
            return fail({ ...facts, code: 'unreadable-answer', say: describeText(reply.text) });
        if (vendor?.isError !== true)
            return { ok: true, value: json };
        return fail({ ...facts, ...wordsOf(vendor, reply.text), code: codeOfVendor(vendor) ?? 'service-error' });
    }
    if (vendor === undefined)
        return fail({ ...facts, code: codeOfStatus(status), say: describeText(reply.text) });
    // The body of a 5xx is trusted no further than its status.
    const code = status >= 500 ? codeOfStatus(status) : (codeOfVendor(vendor) ?? codeOfStatus(status));
    return fail({ ...facts, ...wordsOf(vendor, reply.text), code });
}
function wordsOf(vendor, text) {
    return {
        say: vendor.say === '' ? text : vendor.say,
        ...(vendor.code !== undefined && { vendorCode: vendor.code }),
    };
}
function fail(failure) {
    return { ok: false, error: failure };
}
function parseObject(text) {
    try {
        const json = JSON.parse(text);
        return typeof json === 'object' && json !== null && !Array.isArray(json)
            ? json
            : undefined;
    }
    catch {
        return undefined; // not JSON: the caller says what came instead
    }
}
function describeText(text) {
    if (text.trim() === '')
        return 'an empty body';
    const title = /<title[^>]*>([^<]*)/i.exec(text)?.[1]?.trim();
    if (title !== undefined && title !== '')
        return `a page titled "${title}" instead of JSON`;
    return /^\s*</.test(text) ? 'a page instead of JSON' : text;
}

;// CONCATENATED MODULE: ./queue/read-policy.js
/** Tries of a read that the service refuses in a way that may pass: about 15 s in all, waits included. */
const FEW_TRIES = 6;
/**
 * Whether a failed read is worth another try. Trouble on the way or at the service is, for as long as the deadline
 * allows: behind the read is a job that was paid for. A new id may take a moment to become readable, so after a refusal
 * it is read a few more times; a fault of the token or the account ends the read at once.
 */
function isWorthAnotherRead({ code, vendorCode, status }, attempt) {
    switch (code) {
        case 'authentication':
        case 'insufficient-balance':
            return false;
        case 'permission-denied':
            // A 403 that is not in the service's own words comes from something in between, and may pass.
            return vendorCode === undefined && attempt < FEW_TRIES;
        case 'not-found':
        case 'wrong-model':
        case 'invalid-input':
            return attempt < FEW_TRIES;
        case 'service-error':
            // An error inside a 200 is what the service says about this request: it is not an outage.
            return status === undefined || status >= 300 || attempt < FEW_TRIES;
        case 'connection':
        case 'rate-limited':
        case 'unreadable-answer':
        case 'deadline':
            return true;
    }
}
/** Whether the waits between tries grow without randomness: only few tries are left, so none may come too early. */
function isFewTries(failure) {
    return isWorthAnotherRead(failure, 1) && !isWorthAnotherRead(failure, FEW_TRIES);
}

;// CONCATENATED MODULE: ./queue/read-with-retry.js







/** Tries that may fail before the log shows the trouble outside of debug mode. */
const QUIET_TRIES = 3;
/**
 * The wait between tries grows up to this step, which is 8 s: when an outage ends, paid pictures are fetched soon.
 * After "slow down" it grows on.
 */
const OUTAGE_STEPS = 5;
/** Reads `url` until `parse` understands the answer, the failure is final, or `signal` ends it. */
async function readWithRetry(url, parse, deps, signal) {
    const { clock, random, log, redact } = deps;
    const isOver = () => signal.aborted;
    const call = { method: 'GET', url };
    let last;
    const answer = await (0,retry/* retry */.L)(async (tries) => {
        if (tries > 1)
            await deps.reads?.waitForTurn();
        if (isOver())
            return { kind: 'done', value: undefined };
        const read = await readOnce(url, parse, deps, signal);
        if (read.ok) {
            if (tries > QUIET_TRIES)
                log.info(`The service answers again, after ${tries} tries.`);
            const { parsed, retryAfter } = read.value;
            const retryAfterMs = parseRetryAfter(retryAfter, clock.now());
            const floor = retryAfterMs === undefined ? {} : { retryAfterMs };
            return { kind: 'done', value: { ok: true, value: parsed, ...floor } };
        }
        // An answer that was cut off because time ran out is no news.
        if (isOver())
            return { kind: 'done', value: undefined };
        const failure = namedForRead(read.error);
        if (failure.code === 'rate-limited')
            deps.reads?.slowDown();
        last = describeFailure(call, failure, redact);
        if (!isWorthAnotherRead(failure, tries))
            return { kind: 'done', value: { ok: false, error: last } };
        log.debug(`try ${tries}: ${last.message}`);
        if (tries === QUIET_TRIES)
            log.info(`Still trying to read: ${last.message}`);
        const askedMs = parseRetryAfter(failure.retryAfter, clock.now());
        const chance = isFewTries(failure) ? fullWait : random;
        const steps = failure.code === 'rate-limited' ? tries : Math.min(tries, OUTAGE_STEPS);
        return { kind: 'again', value: undefined, waitMs: (0,retry_delay/* retryDelayMs */.q)(steps, chance, askedMs) };
    }, { clock, signal });
    return answer ?? { ok: false, error: describeAbandoned(call, signal, redact, last) };
}
/** At a request's own address, "invalid identifier" is about the request, not the model. */
function namedForRead(failure) {
    return failure.code === 'wrong-model' ? { ...failure, code: 'not-found' } : failure;
}
const fullWait = () => 1;
/** One try of a read: the parsed answer, or why there is none. Never throws. */
async function readOnce(url, parse, { sender }, signal) {
    const reply = await sender.free('GET', url, signal);
    const judged = judgeReply(reply);
    if (!judged.ok)
        return judged;
    const parsed = parse(judged.value);
    const retryAfter = reply.kind === 'answered' ? reply.retryAfter : undefined;
    if (parsed !== undefined)
        return { ok: true, value: { parsed, retryAfter } };
    const say = `the answer has an unknown form: ${writeJson(judged.value)}`;
    const status = reply.kind === 'answered' ? { status: reply.status } : {};
    return { ok: false, error: { code: 'unreadable-answer', say, ...status } };
}

;// CONCATENATED MODULE: ./queue/catalog.js
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});





const LIMIT_MS = 30_000;
/** The most entries that the service gives at once. */
const PAGE = 100;
const catalog_schema = (0,lazily/* lazily */.q)(() => schemas/* object */.Ikc({
    models: schemas/* array */.YOg(schemas/* looseObject */._H3({
        model_id: schemas/* string */.YjP(),
        display_name: schemas/* string */.YjP().optional().catch(undefined),
        base_price_usd: schemas/* number */.aig().nonnegative().optional().catch(undefined),
        price_unit: schemas/* string */.YjP().optional().catch(undefined),
        input_schema: schemas/* unknown */.L5J(),
    })),
    total: schemas/* number */.aig().optional().catch(undefined),
}));
/** Asks once for a page of the service's models, with their schemas. */
async function readCatalog(apiUrl, { search, offset }, deps, signal) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const limit = __addDisposableResource(env_1, (0,deadline/* startDeadline */.d)(deps.clock, LIMIT_MS, 'reading the list of models', signal), false);
        const query = new URLSearchParams({
            search,
            include_schema: 'true',
            limit: String(PAGE),
            offset: String(offset),
        });
        const url = `${apiUrl}/v1/models?${query.toString()}`;
        const read = await readOnce(url, parsePage, deps, limit.signal);
        if (read.ok)
            return { ok: true, value: read.value.parsed };
        const call = { method: 'GET', url };
        if (limit.signal.aborted)
            return { ok: false, error: describeAbandoned(call, limit.signal, deps.redact) };
        return { ok: false, error: describeFailure(call, read.error, deps.redact) };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        __disposeResources(env_1);
    }
}
function parsePage(body) {
    const wire = catalog_schema().safeParse(body).data;
    if (wire === undefined)
        return undefined;
    const models = wire.models.map((each) => ({
        id: each.model_id,
        name: each.display_name ?? each.model_id,
        inputSchema: each.input_schema,
        ...(each.base_price_usd !== undefined &&
            each.price_unit !== undefined && { price: { baseUsd: each.base_price_usd, unit: each.price_unit } }),
    }));
    return { models, total: wire.total ?? models.length };
}

;// CONCATENATED MODULE: ./queue/cancel.js
var cancel_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var cancel_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});






/** Short, because the runner leaves only seconds to a step that is being stopped. */
const cancel_LIMIT_MS = 5000;
const cancel_schema = (0,lazily/* lazily */.q)(() => {
    const word = schemas/* string */.YjP().optional().catch(undefined);
    return schemas/* object */.Ikc({ outcome: word, status: word });
});
/** Asks once, for at most 5 s, to cancel a job. Anything but a clear yes or no is `unconfirmed`: the job may go on. */
async function cancel(url, deps, signal) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const limit = cancel_addDisposableResource(env_1, (0,deadline/* startDeadline */.d)(deps.clock, cancel_LIMIT_MS, 'cancelling', signal), false);
        const judged = judgeReply(await deps.sender.free('POST', url, limit.signal));
        if (!judged.ok) {
            deps.log.debug(describeFailure({ method: 'POST', url }, judged.error, deps.redact).message);
            return 'unconfirmed';
        }
        const { outcome = '', status = '' } = cancel_schema().parse(judged.value);
        // The two fields may contradict each other; each of them is enough.
        if ([outcome, status].some((word) => readPhase(word) === 'cancelled'))
            return 'cancelled';
        return outcome === 'not_cancellable' ? 'not-cancellable' : 'unconfirmed';
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        cancel_disposeResources(env_1);
    }
}

// EXTERNAL MODULE: ./queue/job-url.js
var job_url = __webpack_require__(5322);
;// CONCATENATED MODULE: ./queue/parse-output.js

/** The keys of an object under which the service and its own clients put addresses, in order of preference. */
const KEYS = [
    'image',
    'images',
    'video',
    'videos',
    'url',
    'urls',
    'image_url',
    'image_urls',
    'video_url',
    'video_urls',
];
/** Deep enough for `{images: [{image: {url}}]}`. */
const parse_output_DEEPEST = 4;
/**
 * Reads an output of any shape that the vendor documents or its clients accept: an address, addresses in an array,
 * objects around either; `null` and empty texts among them count as nothing. Addresses under unknown keys are not
 * taken: they may be previews or logs.
 */
function readOutput(output) {
    const urls = [];
    const unread = [];
    collect(output, 0, urls, unread);
    const [first] = unread;
    return {
        urls: [...new Set(urls)],
        // If nothing was read, the whole shape is useful, otherwise only what was left out.
        ...(first !== undefined && { unread: describeShape(urls.length === 0 ? output : first) }),
    };
}
function collect(value, depth, urls, unread) {
    if (value === undefined || value === null || value === '')
        return;
    if (typeof value === 'string' && isAddress(value))
        urls.push(value);
    else if (depth >= parse_output_DEEPEST || typeof value !== 'object')
        unread.push(value);
    else if (Array.isArray(value))
        for (const item of value)
            collect(item, depth + 1, urls, unread);
    else
        collectObject(value, depth, urls, unread);
}
function collectObject(value, depth, urls, unread) {
    const known = KEYS.filter((key) => Object.hasOwn(value, key));
    for (const key of known)
        collect(value[key], depth + 1, urls, unread);
    // Other keys beside known ones are facts about the picture; by themselves they are an output that cannot be read.
    if (known.length === 0 && Object.keys(value).length > 0)
        unread.push(value);
}
function isAddress(text) {
    return /^https?:\/\//i.test(text) && URL.canParse(text);
}

;// CONCATENATED MODULE: ./queue/parse-result.js







const parse_result_schema = (0,lazily/* lazily */.q)(() => schemas/* looseObject */._H3({
    status: schemas/* string */.YjP().optional(),
    request_id: schemas/* string */.YjP().optional(),
    output: schemas/* unknown */.L5J().optional(),
    finished_at: schemas/* unknown */.L5J().optional(),
    // An odd cost stays unknown (never 0): it must not make a paid result unreadable.
    cost: schemas/* number */.aig().nonnegative().optional().catch(undefined),
}));
/**
 * Reads the answer of `/result`; undefined if it is not one, or is about another request. What reads as final is final,
 * whatever its words and its shape: asking again would bring the same answer until time is up.
 */
function parseResult(body, requestId, redact) {
    const wire = parse_result_schema().safeParse(body).data;
    if (wire === undefined || (wire.request_id ?? requestId) !== requestId)
        return undefined;
    const cost = wire.cost === undefined ? {} : { costUsd: wire.cost };
    const phase = readPhase(wire.status ?? '');
    switch (phase) {
        case 'queued':
        case 'running':
        case 'cancelled':
            return { kind: phase };
        case 'failed':
            return { ...describeFailed(wire, redact), ...cost };
        case 'succeeded':
        case 'completed':
        case undefined:
            return readEnd(wire, phase, redact, cost);
    }
}
/** The answer about a job that says it ended well, or whose word is missing or unknown. */
function readEnd(wire, phase, redact, cost) {
    const { urls, unread } = readOutput(wire.output);
    const reason = readReason(wire, redact);
    if (phase === undefined && !hasEnded(wire, urls.length > 0 || unread !== undefined)) {
        if (wire.status === undefined)
            return undefined;
        return { kind: 'unrecognized', word: redact(wire.status), hasEnded: false };
    }
    const rest = unread === undefined ? {} : { unread: redact(unread) };
    if (urls.length > 0)
        return { kind: 'succeeded', output: { urls, ...rest }, ...cost };
    if (unread !== undefined)
        return { kind: 'unreadable', shape: redact(unread), ...cost };
    const why = reason === undefined ? {} : { reason };
    if (phase === undefined)
        return { kind: 'unrecognized', word: redact(wire.status ?? 'no status'), hasEnded: true, ...why };
    // `completed` says only that the job ended; `succeeded` says that it was made, and charged.
    if (phase === 'completed' && reason !== undefined)
        return { ...describeFailed(wire, redact), ...cost };
    return { kind: 'no-output', ...why, ...cost };
}
/**
 * Whether an answer with an unknown word is about a job that is over. A word such as `rendering` may come with a
 * partial output.
 */
function hasEnded({ status = '', finished_at: finishedAt }, hasOutput) {
    if (typeof finishedAt === 'string' && finishedAt !== '')
        return true;
    return soundsEnded(status) || (hasOutput && !/ing$/i.test(status));
}
function describeFailed(wire, redact) {
    return {
        kind: 'failed',
        message: readReason(wire, redact) ?? 'no reason was given',
        isOutOfBalance: codeOfVendor(readVendorError(wire)) === 'insufficient-balance',
    };
}
/** The service's own words for what went wrong; undefined if it gave none. */
function readReason(wire, redact) {
    const said = (0,sentence/* quoteWords */.A)(redact(readVendorError(wire).say));
    return said === '' ? undefined : said;
}

// EXTERNAL MODULE: ./shared/request-id.js
var request_id = __webpack_require__(5734);
;// CONCATENATED MODULE: ./queue/read-cut-id.js

/**
 * The request id that a JSON answer names although it was cut off: a whole member of the outermost object, closing
 * quote included. Undefined if there is none, if the text mentions an error, or if it names ids in more than one way,
 * because then the right one is unknown.
 */
function readCutId(text) {
    if (/"error(?:_code|_message)?"/.test(text))
        return undefined;
    const named = [...text.matchAll(/"request_id"(?:\s*:\s*"([^"\\]*)")?/g)];
    const [first] = named;
    const ids = new Set(named.map(([, id]) => id));
    const [id] = ids;
    // A bracket before it may mean that it belongs to something else. Inside a text it means nothing, but that is rare.
    const isOutermost = first !== undefined && /^\s*\{[^{}[\]]*$/.test(text.slice(0, first.index));
    return isOutermost && ids.size === 1 && (0,request_id/* isRequestId */.h)(id) ? id : undefined;
}

;// CONCATENATED MODULE: ./queue/submit-verdict.js


/**
 * Judges whether a paid POST was accepted, was refused, or may be either. The service promises nothing about its
 * `Idempotency-Key`, so only a connection that was never made and an answer that refuses the request count as
 * "certainly not accepted". An answer that was cut off after its request id is enough: the id is the service's own.
 */
function judgeSubmit(reply, judged) {
    if (judged.ok) {
        const requestId = judged.value['request_id'];
        if ((0,request_id/* isRequestId */.h)(requestId))
            return { kind: 'accepted', requestId };
        const say = 'the answer holds no usable request id';
        return { kind: 'maybe-sent', failure: { code: 'unreadable-answer', say, ...statusOf(reply) } };
    }
    const failure = namedForSubmit(judged.error);
    if (reply.kind === 'unanswered') {
        if (reply.sent)
            return { kind: 'maybe-sent', failure };
        return { kind: failure.isLasting === true ? 'rejected' : 'again', failure };
    }
    const isUnreadable = isSuccess(reply.status) && failure.code === 'unreadable-answer';
    const cutId = isUnreadable ? readCutId(reply.text) : undefined;
    if (cutId !== undefined)
        return { kind: 'accepted', requestId: cutId };
    return { kind: refusalOf(reply, failure), failure };
}
function refusalOf({ status, text }, { code }) {
    if (isSuccess(status)) {
        // An error inside a 200. One that names a request nevertheless, or reports trouble inside, refuses nothing.
        if (code === 'unreadable-answer' || code === 'service-error' || text.includes('"request_id"'))
            return 'maybe-sent';
        return code === 'rate-limited' ? 'again' : 'rejected';
    }
    // A redirect may follow work that was done (303). 408 and 499 are about a request that was cut off on its way in, and
    // it may have been read completely.
    if (status < 400 || status >= 500 || status === 408 || status === 499)
        return 'maybe-sent';
    return status === 429 ? 'again' : 'rejected';
}
/** At the model's own address, "not found" is about the model. */
function namedForSubmit(failure) {
    return failure.code === 'not-found' ? { ...failure, code: 'wrong-model' } : failure;
}
function isSuccess(status) {
    return status >= 200 && status < 300;
}
function statusOf(reply) {
    return reply.kind === 'answered' ? { status: reply.status } : {};
}

;// CONCATENATED MODULE: ./queue/price.js
var price_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var price_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});






const price_LIMIT_MS = 15_000;
const price_schema = (0,lazily/* lazily */.q)(() => schemas/* object */.Ikc({
    base_price_usd: schemas/* number */.aig().nonnegative(),
    price_unit: schemas/* string */.YjP().min(1),
}));
/** Asks once, for at most 15 s, what the model at `url` costs. A price in an unknown form is an error, never 0. */
async function price(url, deps, signal) {
    return await readAbout('the price', url, parsePrice, deps, signal);
}
/** Asks once, for at most 15 s, what the service publishes about the model at `url`. */
async function readPublished(url, deps, signal) {
    return await readAbout("the model's schema", url, parsePublished, deps, signal);
}
async function readAbout(what, url, parse, deps, signal) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const limit = price_addDisposableResource(env_1, (0,deadline/* startDeadline */.d)(deps.clock, price_LIMIT_MS, `reading ${what}`, signal), false);
        const read = await readOnce(url, parse, deps, limit.signal);
        if (read.ok)
            return { ok: true, value: read.value.parsed };
        const call = { method: 'GET', url };
        if (limit.signal.aborted)
            return { ok: false, error: describeAbandoned(call, limit.signal, deps.redact) };
        return { ok: false, error: describeFailure(call, namedForSubmit(read.error), deps.redact) };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        price_disposeResources(env_1);
    }
}
function parsePrice(body) {
    const wire = price_schema().safeParse(body).data;
    if (wire === undefined)
        return undefined;
    return { baseUsd: wire.base_price_usd, unit: wire.price_unit };
}
function parsePublished(body) {
    const { input_schema: inputSchema } = body;
    if (inputSchema === undefined || inputSchema === null)
        return undefined;
    const known = parsePrice(body);
    return { inputSchema, ...(known !== undefined && { price: known }) };
}

;// CONCATENATED MODULE: ./queue/redact.js
const LONGEST = 300;
/**
 * Returns a function that makes text from the service one line of at most 300 characters, without control
 * characters, without the token in any spelling, and without the queries of URLs (pre-signed addresses are secrets).
 */
function createRedactor(token) {
    const spellings = [...new Set([token, encodeURIComponent(token), JSON.stringify(token).slice(1, -1)])]
        .filter((spelling) => spelling !== '')
        .toSorted((a, b) => b.length - a.length);
    return (text) => {
        let clean = text;
        // Before anything is cut off: half a token is still a secret.
        for (const spelling of spellings)
            clean = clean.replaceAll(spelling, '[token]');
        clean = clean
            .replaceAll(/(https?:\/\/[^\s"'<>?#]+)[?#][^\s"'<>]*/gi, '$1?...')
            .replaceAll(/(data:[\w/+.-]+;base64,)[\w+/=-]+/gi, '$1...')
            .replaceAll(/[\p{C}\s]+/gu, ' ')
            .trim();
        // Cut between characters: half a surrogate pair is not valid text.
        return clean.length <= LONGEST
            ? clean
            : `${clean.slice(0, LONGEST - 3).replace(/[\uD800-\uDBFF]$/, '')}...`;
    };
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: ../bundle/undici.cjs
var undici = __webpack_require__(7696);
// EXTERNAL MODULE: ./shared/collect-garbage.js
var collect_garbage = __webpack_require__(2623);
// EXTERNAL MODULE: ./shared/or-aborted.js
var or_aborted = __webpack_require__(6268);
// EXTERNAL MODULE: ./shared/proxies.js
var proxies = __webpack_require__(1839);
;// CONCATENATED MODULE: ./shared/leaving-limit.js
/** The runner sends SIGTERM 7.5 s after SIGINT; some of that is needed to record the state of the run. */
const LEAVING_LIMIT_MS = 5000;
/** Watches `stop` until it is disposed of. */
function startLeavingLimit(clock, stop, limitMs = LEAVING_LIMIT_MS) {
    const over = new AbortController();
    const done = new AbortController();
    const onStop = () => {
        clock.sleep(limitMs, done.signal).then(() => {
            over.abort(new Error('the step was stopped, and no answer came in its last seconds'));
        }, () => undefined);
    };
    if (stop.aborted)
        onStop();
    else
        stop.addEventListener('abort', onStop, { once: true });
    return {
        signal: over.signal,
        [Symbol.dispose]: () => {
            stop.removeEventListener('abort', onStop);
            done.abort();
        },
    };
}

;// CONCATENATED MODULE: ./queue/shorten-json.js
const LONGEST_STRING_BYTES = 64 * 1024;
const MOST_BYTES = 1024 * 1024;
/** A request may hold 64 MiB of `data:` URIs, and a result may echo it. */
const READ_BYTES = 128 * 1024 * 1024;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const LETTER_U = 0x75;
/**
 * Keeps at most 1 MiB of a JSON body of up to 128 MiB, by cutting each string in it after 64 KiB. A result may echo its
 * input, including pictures as `data:` URIs; with a plain limit, exactly those results could never be read.
 */
function createJsonShortener() {
    const chunks = [];
    let usedBytes = 0;
    let readBytes = 0;
    /** Bytes of the string being read; undefined outside of strings. */
    let stringBytes;
    /** The position in an escape (`\n`, or 4 digits after `\u`): half an escape is not JSON, so none is cut. */
    let escape = 0;
    let dropping = false;
    const use = (bytes) => {
        usedBytes += bytes.byteLength;
        if (usedBytes > MOST_BYTES)
            throw new Error('the answer is larger than 1 MiB');
        if (bytes.byteLength > 0)
            chunks.push(bytes.slice()); // a copy: a view would hold the whole chunk
    };
    return {
        push: (chunk) => {
            readBytes += chunk.byteLength;
            if (readBytes > READ_BYTES)
                throw new Error('the answer is larger than 128 MiB');
            const findQuote = createFinder(chunk, QUOTE);
            const findBackslash = createFinder(chunk, BACKSLASH);
            let useFrom = dropping ? chunk.byteLength : 0;
            for (let at = 0; at < chunk.byteLength; at += 1) {
                if (stringBytes === undefined) {
                    if (chunk[at] === QUOTE)
                        stringBytes = 0;
                    continue;
                }
                // Of what is dropped, only the end counts.
                if (dropping && escape === 0)
                    at = Math.min(findQuote(at), findBackslash(at));
                const byte = chunk[at];
                stringBytes += 1;
                if (escape === 'begun')
                    escape = byte === LETTER_U ? 4 : 0;
                else if (escape > 0)
                    escape -= 1;
                else if (byte === BACKSLASH)
                    escape = 'begun';
                else if (byte === QUOTE) {
                    if (dropping)
                        useFrom = at;
                    dropping = false;
                    stringBytes = undefined;
                }
                if (!dropping && escape === 0 && (stringBytes ?? 0) >= LONGEST_STRING_BYTES) {
                    use(chunk.subarray(useFrom, at + 1));
                    useFrom = chunk.byteLength;
                    dropping = true;
                }
            }
            use(chunk.subarray(useFrom));
        },
        text: () => new TextDecoder().decode(Buffer.concat(chunks)),
    };
}
/** Finds the next such byte at or after a position that only grows; the length if there is none. Each byte is read once. */
function createFinder(chunk, byte) {
    let found = -1;
    return (from) => {
        if (found < from) {
            const next = chunk.indexOf(byte, from);
            found = next < 0 ? chunk.byteLength : next;
        }
        return found;
    };
}

;// CONCATENATED MODULE: ./queue/sweep-after.js
const SWEEP_EVERY_BYTES = 4 * 1024 * 1024;
/** Gives pieces on; what was sent of them is dead, and would lie about until there is much of it. */
function* sweepAfter(pieces, { sweep }) {
    let bytes = 0;
    for (const piece of pieces) {
        yield piece;
        bytes += piece.byteLength;
        if (bytes < SWEEP_EVERY_BYTES)
            continue;
        bytes = 0;
        sweep();
    }
}

;// CONCATENATED MODULE: ./queue/send.js
var send_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var send_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});









const SILENCE_MS = 60_000;
/** Time for 64 MiB of references on a slow line; after it the outcome is unknown. */
const PAID_LIMIT_MS = 10 * 60_000;
/** How long after the run's end the answer to a paid POST is still awaited, even if it drips byte by byte. */
const PAID_GRACE_MS = 2 * 60_000;
/**
 * Opens the connection to the API. Proxies are taken from `env`; this throws if one of their variables is not a whole
 * URL. An API on loopback is never proxied: the token would leave the machine.
 */
function createRequestSender(deps) {
    const openAgent = () => openProxyAgent(deps.env, deps.apiUrl);
    const headers = {
        accept: 'application/json',
        authorization: `Bearer ${deps.token}`,
        'user-agent': 'dreamina-edit-action',
    };
    const reused = openAgent();
    const collector = (0,collect_garbage/* createGarbageCollector */.R)();
    return {
        free: async (method, url, signal) => await exchange(reused, { url, method, headers, signal }),
        paid: async (url, body, { signal: untilSent, key, endsAtMs }) => {
            const fresh = openAgent();
            const leftMs = Math.max(0, endsAtMs - deps.clock.now()) + PAID_GRACE_MS;
            try {
                const env_1 = { stack: [], error: void 0, hasError: false };
                try {
                    const limit = send_addDisposableResource(env_1, (0,deadline/* startDeadline */.d)(deps.clock, Math.min(PAID_LIMIT_MS, leftMs), 'the submit'), false);
                    const leaving = send_addDisposableResource(env_1, startLeavingLimit(deps.clock, deps.stop), false);
                    return await exchange(fresh, {
                        url,
                        method: 'POST',
                        headers: {
                            ...headers,
                            'idempotency-key': key,
                            'content-type': 'application/json',
                            'content-length': String(body.byteLength),
                        },
                        // In pieces: progress then resets the silence timer, so that a long upload is not taken for silence.
                        body: external_node_stream_.Readable.from(sweepAfter(body.pieces(), collector), { objectMode: false }),
                        reset: true,
                        signal: AbortSignal.any([limit.signal, leaving.signal]),
                        untilSent,
                    });
                }
                catch (e_1) {
                    env_1.error = e_1;
                    env_1.hasError = true;
                }
                finally {
                    send_disposeResources(env_1);
                }
            }
            finally {
                await fresh.destroy();
            }
        },
        [Symbol.asyncDispose]: async () => {
            await reused.destroy();
        },
    };
}
function openProxyAgent(env, apiUrl) {
    try {
        return new undici.EnvHttpProxyAgent({
            headersTimeout: SILENCE_MS,
            bodyTimeout: SILENCE_MS,
            ...(0,proxies/* readProxies */.r)(env, [new URL(apiUrl).hostname]),
        });
    }
    catch {
        // Without the cause: its text contains the address, which may contain a password.
        throw new Error('HTTPS_PROXY, HTTP_PROXY or both are not a URL like http://proxy.example:3128.');
    }
}
async function exchange(agent, { url, untilSent, ...request }) {
    const { origin, pathname, search } = new URL(url);
    let sent = false;
    const started = Promise.withResolvers();
    const onStart = () => {
        // undici may dispatch a request again if it considers that safe; for a paid one it never is.
        if (sent)
            throw new Error('the request would have been sent twice');
        untilSent?.throwIfAborted();
        sent = true;
        started.resolve(undefined);
    };
    const watched = agent.compose((dispatch) => (options, handler) => {
        return dispatch(options, watchStart(handler, onStart));
    });
    let answer;
    try {
        // undici heeds a signal only once it is connected; a dead network would hold an aborted call for 10 s.
        const answering = watched.request({ origin, path: pathname + search, ...request });
        if (untilSent !== undefined)
            await (0,or_aborted/* orAborted */.H)(Promise.race([started.promise, answering]), untilSent);
        answer = await (0,or_aborted/* orAborted */.H)(answering, request.signal);
    }
    catch (error) {
        return { kind: 'unanswered', sent, error };
    }
    const { date, 'retry-after': retryAfter } = answer.headers;
    const dateMs = typeof date === 'string' ? Date.parse(date) : Number.NaN;
    const head = {
        kind: 'answered',
        status: answer.statusCode,
        retryAfter: typeof retryAfter === 'string' ? retryAfter : undefined,
        dateMs: Number.isNaN(dateMs) ? undefined : dateMs,
    };
    const shortener = createJsonShortener();
    try {
        for await (const chunk of answer.body)
            shortener.push(chunk);
        return { ...head, text: shortener.text() };
    }
    catch (error) {
        return { ...head, text: shortener.text(), cutShort: error };
    }
}
/** Calls `onStart` when a request is about to be written on a connection: before that, nothing of it has left. */
function watchStart(handler, onStart) {
    return {
        onRequestStart: (controller, context) => {
            onStart();
            handler.onRequestStart?.(controller, context);
        },
        onRequestUpgrade: (...args) => handler.onRequestUpgrade?.(...args),
        onResponseStart: (...args) => handler.onResponseStart?.(...args),
        onResponseData: (...args) => handler.onResponseData?.(...args),
        onResponseEnd: (...args) => handler.onResponseEnd?.(...args),
        onResponseError: (...args) => handler.onResponseError?.(...args),
    };
}

;// CONCATENATED MODULE: ./queue/service-time.js
/** Below this, a difference is the way of an answer through the network, and the second that a header is exact to. */
const NOTEWORTHY_MS = 60_000;
/** The time of one service. */
function createServiceTime(clock) {
    let aheadMs;
    return {
        hear: (reply) => {
            if (reply.kind === 'answered' && reply.dateMs !== undefined) {
                const differenceMs = reply.dateMs - clock.now();
                aheadMs = Math.abs(differenceMs) < NOTEWORTHY_MS ? 0 : differenceMs;
            }
            return reply;
        },
        aheadMs: () => aheadMs,
    };
}

;// CONCATENATED MODULE: ./shared/gate.js

function createGate() {
    let next = Promise.withResolvers();
    return {
        wait: async (signal) => {
            // Only an abort can fail this wait.
            await (0,or_aborted/* orAborted */.H)(next.promise, signal).catch(() => undefined);
        },
        open: () => {
            next.resolve(undefined);
            next = Promise.withResolvers();
        },
    };
}

// EXTERNAL MODULE: ./shared/wait.js
var wait = __webpack_require__(4926);
;// CONCATENATED MODULE: ./queue/submit-pace.js


/** Above this many accepted submits since the last "slow down" there is no limit anymore. */
const UNLIMITED_FROM = 64;
/**
 * A pace with no limit at first. After a "slow down", half as many submits run at once, one more after each success.
 */
function createSubmitPace(clock) {
    let limit = Number.POSITIVE_INFINITY;
    let active = 0;
    let strikes = 0;
    /** Counts the slow-downs: answers to submits sent before the last one must not halve the limit again. */
    let era = 0;
    let pausedUntilMs = 0;
    /** How long the pause was when it began. */
    let pausedForMs = 0;
    let lastSlowDown;
    const turnEnded = createGate();
    const takeTurn = () => {
        const bornIn = era;
        return {
            end: (how) => {
                if (how.kind === 'accepted') {
                    strikes = 0;
                    limit = limit + 1 >= UNLIMITED_FROM ? Number.POSITIVE_INFINITY : limit + 1;
                }
                if (how.kind === 'slow-down') {
                    lastSlowDown = how.error;
                    const untilMs = clock.now() + how.waitMs;
                    if (untilMs > pausedUntilMs)
                        [pausedUntilMs, pausedForMs] = [untilMs, how.waitMs];
                    if (bornIn === era) {
                        limit = Math.max(1, Math.floor(Math.min(active, limit) / 2));
                        era += 1;
                        strikes += 1;
                    }
                }
                active -= 1;
                turnEnded.open();
            },
        };
    };
    return {
        get slowDowns() {
            return era;
        },
        get strikes() {
            return strikes;
        },
        get lastSlowDown() {
            return lastSlowDown;
        },
        enter: async (signal) => {
            while (!signal.aborted) {
                const nowMs = clock.now();
                // Only a clock that was set back makes the pause longer than it was: then it starts again.
                if (pausedUntilMs - nowMs > pausedForMs)
                    pausedUntilMs = nowMs + pausedForMs;
                const waitMs = pausedUntilMs - nowMs;
                if (waitMs > 0)
                    await (0,wait/* wait */.u)(clock, waitMs, signal);
                else if (active >= limit)
                    await turnEnded.wait(signal);
                else {
                    active += 1;
                    return takeTurn();
                }
            }
            return undefined;
        },
    };
}

// EXTERNAL MODULE: ./media/data-picture.js
var data_picture = __webpack_require__(8319);
;// CONCATENATED MODULE: ./queue/write-body.js

/** Bytes of a picture that are encoded at once: a multiple of three, so that the texts can follow each other. */
const PICTURE_BYTES = 48 * 1024;
/** The JSON of an input, with its pictures as `data:` URIs. Pictures are encoded when they are sent. */
function writeBody(input) {
    const parts = [...joinTexts(writeValue(input))];
    const lengths = parts.map((part) => (0,data_picture/* isDataPicture */.zl)(part) ? (0,data_picture/* base64Length */.wE)(part.bytes.byteLength) : part.byteLength);
    return {
        byteLength: lengths.reduce((sum, length) => sum + length, 0),
        pieces: function* () {
            for (const part of parts)
                if ((0,data_picture/* isDataPicture */.zl)(part))
                    yield* encode(part.bytes);
                else
                    yield part;
        },
    };
}
function* encode(bytes) {
    for (let at = 0; at < bytes.byteLength; at += PICTURE_BYTES)
        yield Buffer.from(bytes.toString('base64', at, at + PICTURE_BYTES), 'latin1');
}
function* joinTexts(parts) {
    let text = '';
    for (const part of parts) {
        if (typeof part === 'string') {
            text += part;
            continue;
        }
        yield Buffer.from(text);
        yield part;
        text = '';
    }
    yield Buffer.from(text);
}
function* writeValue(value) {
    if ((0,data_picture/* isDataPicture */.zl)(value)) {
        yield `"${(0,data_picture/* dataPrefix */.BW)(value.type)}`;
        yield value;
        yield '"';
    }
    else if (isList(value)) {
        yield '[';
        for (const [index, item] of value.entries()) {
            if (index > 0)
                yield ',';
            yield* writeValue(item);
        }
        yield ']';
    }
    else if (typeof value === 'object' && value !== null) {
        yield '{';
        let comma = '';
        for (const [key, item] of Object.entries(value)) {
            if (item === undefined)
                continue;
            yield `${comma}${JSON.stringify(key)}:`;
            yield* writeValue(item);
            comma = ',';
        }
        yield '}';
    }
    else {
        yield JSON.stringify(value);
    }
}
function isList(value) {
    return Array.isArray(value);
}

;// CONCATENATED MODULE: ./queue/submit.js







const MAYBE_SENT_ADVICE = 'It may have been accepted and charged: look at the requests in the RunComfy dashboard before it is sent again.';
/** Longer than any job can last: a longer wait is as good as forever. */
const LONGEST_ASKED_MS = 365 * 24 * 60 * 60_000;
/**
 * Sends the paid call to `url` until the service accepts or refuses it, or until its outcome is unknown. It is sent
 * again only if it was certainly not accepted, and never before the time that the service asks for: if that is after
 * the end of the run, submitting ends at once.
 */
async function submit_submit(url, input, deps, call) {
    const { clock, random, log, redact, pace } = deps;
    const post = { method: 'POST', url };
    const body = writeBody(input);
    let last;
    const answer = await (0,retry/* retry */.L)(async (tries) => {
        const verdict = await tryOnce(post, body, deps, call);
        switch (verdict.kind) {
            case 'accepted':
                return { kind: 'done', value: verdict };
            case 'rejected':
                return {
                    kind: 'done',
                    value: { kind: 'rejected', error: describeFailure(post, verdict.failure, redact) },
                };
            case 'maybe-sent': {
                const error = describeFailure(post, verdict.failure, redact, MAYBE_SENT_ADVICE);
                return { kind: 'done', value: { kind: 'maybe-sent', error } };
            }
            case 'no-turn':
                return { kind: 'done', value: undefined };
            case 'too-late':
                return { kind: 'done', value: { kind: 'not-sent', error: verdict.error } };
            case 'again':
                last = describeFailure(post, verdict.failure, redact);
                log.debug(`try ${tries}: ${last.message}`);
                if (tries === 3)
                    log.info(`Still trying to submit: ${last.message}`);
                // After a "slow down", the pace holds back the next try.
                return {
                    kind: 'again',
                    value: undefined,
                    waitMs: verdict.failure.code === 'rate-limited' ? 0 : (0,retry_delay/* retryDelayMs */.q)(tries, random),
                };
        }
    }, { clock, signal: call.signal });
    return (answer ?? {
        kind: 'not-sent',
        error: describeAbandoned(post, call.signal, redact, last ?? pace.lastSlowDown),
    });
}
async function tryOnce(post, body, { clock, random, sender, pace, redact }, call) {
    const turn = await pace.enter(call.signal);
    if (turn === undefined)
        return { kind: 'no-turn' };
    const reply = await sender.paid(post.url, body, call);
    const verdict = judgeSubmit(reply, judgeReply(reply));
    if (verdict.kind !== 'again' || verdict.failure.code !== 'rate-limited') {
        turn.end({ kind: verdict.kind === 'accepted' ? 'accepted' : 'other' });
        return verdict;
    }
    const askedMs = parseRetryAfter(verdict.failure.retryAfter, clock.now(), LONGEST_ASKED_MS);
    const nowMs = clock.now();
    const atMs = nowMs + (askedMs ?? 0);
    const error = atMs > call.endsAtMs
        ? describeTooLate(post, verdict.failure, atMs, redact)
        : describeFailure(post, verdict.failure, redact);
    const waitMs = Math.min((0,retry_delay/* retryDelayMs */.q)(pace.strikes + 1, random, askedMs), Math.max(0, call.endsAtMs - nowMs));
    turn.end({ kind: 'slow-down', waitMs, error });
    return atMs > call.endsAtMs ? { kind: 'too-late', error } : verdict;
}
/** The service accepts nothing until after the end of the run, which holds for every other submit as well. */
function describeTooLate(post, failure, atMs, redact) {
    const at = `${new Date(atMs).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
    const advice = `The service wants to be asked again at ${at}, after the end of this run. Run again then: nothing was sent, and nothing is charged.`;
    return { ...describeFailure(post, failure, redact, advice), stopsRun: true };
}

;// CONCATENATED MODULE: ./queue/create-queue-client.js












/**
 * A client for the RunComfy Model API. Dispose of it when the run is over: its open connections would keep
 * the process alive. Throws if a proxy variable of `env` is not a URL.
 */
function createQueueClient(options) {
    const { apiUrl, token, clock, random, log, env, stop } = options;
    const redact = createRedactor(token);
    const connection = createRequestSender({
        apiUrl,
        token,
        env,
        clock,
        stop: stop ?? new AbortController().signal,
    });
    const time = createServiceTime(clock);
    const sender = {
        free: async (...call) => time.hear(await connection.free(...call)),
        paid: async (...call) => time.hear(await connection.paid(...call)),
    };
    const deps = { sender, clock, random, log, redact };
    const pace = createSubmitPace(clock);
    const modelUrl = (model) => `${apiUrl}/v1/models/${model}`;
    return {
        submit: async (input, call) => await submit_submit(modelUrl(call.model), input, { ...deps, pace }, call),
        status: async (id, signal, pace) => {
            const url = (0,job_url/* jobUrl */.N)(apiUrl, id, 'status');
            return await readWithRetry(url, (body) => parseStatus(body, id, redact), { ...deps, reads: pace }, signal);
        },
        result: async (id, signal, pace) => {
            const url = `${(0,job_url/* jobUrl */.N)(apiUrl, id, 'result')}?include_cost=true`;
            return await readWithRetry(url, (body) => parseResult(body, id, redact), { ...deps, reads: pace }, signal);
        },
        cancel: async (id, signal) => await cancel((0,job_url/* jobUrl */.N)(apiUrl, id, 'cancel'), deps, signal),
        price: async (model, signal) => await price(modelUrl(model), deps, signal),
        catalog: async (search, signal) => await readCatalog(apiUrl, search, deps, signal),
        model: async (model, signal) => await readPublished(modelUrl(model), deps, signal),
        resultUrl: (id) => (0,job_url/* jobUrl */.N)(apiUrl, id, 'result'),
        aheadMs: () => time.aheadMs(),
        slowDowns: () => pace.slowDowns,
        [Symbol.asyncDispose]: async () => {
            await connection[Symbol.asyncDispose]();
        },
    };
}


/***/ }),

/***/ 5322:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ jobUrl)
/* harmony export */ });
/* harmony import */ var _shared_request_id_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5734);

/** The addresses of one job, made from our own `apiUrl`: those in an answer are not trusted with the token. */
function jobUrl(apiUrl, requestId, what) {
    // Not data: every caller has an id that was checked on the way, whether the service or a person wrote it.
    if (!(0,_shared_request_id_js__WEBPACK_IMPORTED_MODULE_0__/* .isRequestId */ .h)(requestId))
        throw new TypeError('not a request id');
    return `${apiUrl}/v1/requests/${requestId}/${what}`;
}


/***/ }),

/***/ 9670:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ lazily)
/* harmony export */ });
/**
 * What `make` gives, made at the first use and kept. For the form of what only some runs read, such as a lock file or
 * an error of the service: to build all of these forms took a tenth of the start of every run. An error of `make` is thrown
 * at each use.
 */
function lazily(make) {
    let made;
    return () => (made ??= { value: make() }).value;
}


/***/ }),

/***/ 5734:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ isRequestId)
/* harmony export */ });
/** The only form in which a request id is put in a path: anything else could lead to another address. */
const REQUEST_ID = /^[A-Za-z0-9_-]{1,128}$/;
/** Whether text from outside is a request id. */
function isRequestId(text) {
    return typeof text === 'string' && REQUEST_ID.test(text);
}


/***/ })

};
