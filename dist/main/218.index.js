export const id = 218;
export const ids = [218];
export const modules = {

/***/ 19895:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ PUBLIC_MODELS),
/* harmony export */   T: () => (/* binding */ isModelId)
/* harmony export */ });
/** Two to four segments, none of which changes the meaning of an address. */
const MODEL_ID = /^(?!.*(?:^|\/)\.{1,2}(?:\/|$))[A-Za-z0-9_.-]+(?:\/[A-Za-z0-9_.-]+){1,3}$/;
/** Whether a text has the form of a model's id. Whether the service has such a model is another question. */
function isModelId(text) {
    return text.length <= 200 && MODEL_ID.test(text);
}
/** Edit models that the service's public pages named in September 2026, to find out what a misspelled id was meant to be. */
const PUBLIC_MODELS = [
    'bytedance/dreamina-4-0/edit',
    'bytedance/seedream-5.0-pro/image-to-image',
    'google/nano-banana-2/edit',
    'google/nano-banana-2-lite/edit',
    'openai/gpt-image-2/edit',
    'openai/gpt-image-2.5/flare/edit',
    'openai/gpt-image-2.5/sunburst/edit',
    'qwen/qwen-image-2.1/edit',
    'qwen/qwen-image-3.0/edit',
    'qwen/qwen-image-3.0/pro/edit',
    'wan-ai/wan-2.7/edit',
    'blackforestlabs/flux-1-kontext/pro/edit',
    'blackforestlabs/flux-1-kontext/max/edit',
];


/***/ }),

/***/ 88669:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ createPlanFile),
/* harmony export */   w: () => (/* binding */ digestPlan)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9319);


/** A plan as a file holds it, with its digest. */
function createPlanFile(facts) {
    return { version: _types_js__WEBPACK_IMPORTED_MODULE_1__/* .PLAN_FILE_VERSION */ .g, ...facts, digest: digestPlan(facts) };
}
/**
 * Hex SHA-256 over what a plan decides: what happens to which edit, for which pictures, to which paths. Descriptions,
 * changes, costs, times, problems, and the order of the spec are not in it.
 */
function digestPlan({ spec, destination, edits, orphaned, }) {
    const facts = [
        spec.path,
        destination,
        edits.map(decisionOf).toSorted(compareFirst),
        orphaned
            .filter(({ isRemoved }) => isRemoved)
            .map(({ id }) => id)
            .toSorted(),
    ];
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(JSON.stringify(facts)).digest('hex');
}
function decisionOf({ id, fingerprint, action, output, status }) {
    switch (status.kind) {
        case 'shared':
            return [id, fingerprint, action, output, status.with];
        case 'moved':
            return [id, fingerprint, action, output, status.from, status.files.map(({ to }) => to)];
        case 'aside':
            return [id, fingerprint, action, output, status.from];
        case 'adopted':
            return [id, fingerprint, action, output, status.files.map(({ to }) => to)];
        case 'new':
        case 'changed':
        case 'unchanged':
        case 'pending':
        case 'blocked':
        case 'frozen':
        case 'skipped':
            return [id, fingerprint, action, output];
    }
}
/** By code unit, so that the order is the same on every machine. */
function compareFirst([a], [b]) {
    return a < b ? -1 : a > b ? 1 : 0;
}


/***/ }),

/***/ 92218:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  parsePlanFile: () => (/* binding */ parsePlanFile),
  w: () => (/* binding */ renderPlanFile)
});

// EXTERNAL MODULE: ../node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(69987);
// EXTERNAL MODULE: ./shared/describe-error.js
var describe_error = __webpack_require__(82129);
// EXTERNAL MODULE: ./shared/format.js
var format = __webpack_require__(19612);
// EXTERNAL MODULE: ./shared/plain-text.js
var plain_text = __webpack_require__(60295);
// EXTERNAL MODULE: ./report/plan/create-plan-file.js
var create_plan_file = __webpack_require__(88669);
// EXTERNAL MODULE: ../node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(79435);
// EXTERNAL MODULE: ./models/model-id.js
var model_id = __webpack_require__(19895);
;// CONCATENATED MODULE: ./plan/action-kinds.js
/** What a run may do with an edit, as the plan file and the results file name it. */
const ACTION_KINDS = [
    'submit',
    'collect',
    'other-run',
    'hold',
    'share',
    'unchanged',
    'adopt',
    'aside',
    'skip',
];

// EXTERNAL MODULE: ./shared/commit-name.js
var commit_name = __webpack_require__(48588);
// EXTERNAL MODULE: ./report/plan/types.js
var types = __webpack_require__(9319);
;// CONCATENATED MODULE: ./report/plan/plan-file-schema.js





/** As many as a spec may have. */
const MOST_EDITS = 10_000;
/** What a person or a model wrote, and what is said of it: any length, as the file has one. Pages show a part of it. */
const plan_file_schema_text = schemas/* string */.YjP();
/** Shown as it is. */
const line = plan_file_schema_text.max(10_000);
const plan_file_schema_name = line.min(1);
const hash = schemas/* string */.YjP().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in 64 hex digits');
const commit = schemas/* string */.YjP().regex(commit_name/* COMMIT_NAME */.AY, 'must be the full name of a commit');
/** It becomes a link. */
const address = schemas/* url */.OZ5({ protocol: /^https?$/ }).max(10_000);
const number = schemas/* int */.Whr().positive();
/** It is shown as it is. */
const model = schemas/* string */.YjP().refine(model_id/* isModelId */.T, { error: 'must be the id of a model' });
const at = schemas/* strictObject */.rej({ file: plan_file_schema_name, line: number, column: number });
/** It becomes a part of a link: a segment of dots would lead out of the repository. */
const path = plan_file_schema_name.refine((text) => text.split('/').every((segment) => !/^\.{0,2}$/.test(segment)), {
    error: 'must be a path inside the repository',
});
const pinned = schemas/* strictObject */.rej({ path, commit });
const reference = schemas/* discriminatedUnion */.gMt('kind', [
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('file'), path: plan_file_schema_name }),
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('url'), url: plan_file_schema_text }),
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('output'), edit: plan_file_schema_name }),
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('unnamed'), hash: plan_file_schema_name }),
]);
const words = schemas/* array */.YOg(schemas/* strictObject */.rej({ kind: schemas/* enum */.k5n(['same', 'removed', 'added']), text: plan_file_schema_text }));
const change = schemas/* discriminatedUnion */.gMt('kind', [
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('forced') }),
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('missing-files'), paths: schemas/* array */.YOg(plan_file_schema_name) }),
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('again'), what: plan_file_schema_text }),
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('prompt'), words }),
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('reference-added'), reference, after: schemas/* exactOptional */.yqP(pinned) }),
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('reference-removed'), reference, before: schemas/* exactOptional */.yqP(pinned) }),
    schemas/* strictObject */.rej({
        kind: schemas/* literal */.euz('reference-replaced'),
        reference,
        before: schemas/* exactOptional */.yqP(pinned),
        after: schemas/* exactOptional */.yqP(pinned),
    }),
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('reference-order') }),
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('kept-take'), edit: plan_file_schema_name, before: number, after: number }),
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('input'), edit: plan_file_schema_name, isPlanned: schemas/* boolean */.zMY() }),
    schemas/* strictObject */.rej({
        kind: schemas/* literal */.euz('setting'),
        name: line,
        before: schemas/* exactOptional */.yqP(plan_file_schema_text),
        after: schemas/* exactOptional */.yqP(plan_file_schema_text),
    }),
]);
const plan_file_schema_status = schemas/* discriminatedUnion */.gMt('kind', [
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('new') }),
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('changed') }),
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('unchanged'), newerCommit: schemas/* exactOptional */.yqP(line) }),
    schemas/* strictObject */.rej({
        kind: schemas/* literal */.euz('pending'),
        why: schemas/* enum */.k5n(['collect', 'other-run', 'hold']),
        what: plan_file_schema_text,
        runUrl: line,
        requestId: schemas/* exactOptional */.yqP(plan_file_schema_name),
    }),
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('blocked'), by: plan_file_schema_name }),
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('frozen'), hasPictures: schemas/* boolean */.zMY() }),
    schemas/* strictObject */.rej({
        kind: schemas/* literal */.euz('moved'),
        from: plan_file_schema_name,
        isCopied: schemas/* boolean */.zMY(),
        files: schemas/* array */.YOg(schemas/* strictObject */.rej({ from: plan_file_schema_name, to: plan_file_schema_name })),
    }),
    schemas/* strictObject */.rej({
        kind: schemas/* literal */.euz('adopted'),
        from: plan_file_schema_name,
        branch: plan_file_schema_name,
        commit,
        files: schemas/* array */.YOg(schemas/* strictObject */.rej({ from: plan_file_schema_name, to: plan_file_schema_name })),
    }),
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('aside'), from: plan_file_schema_name }),
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('shared'), with: plan_file_schema_name }),
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('skipped'), reason: plan_file_schema_text }),
]);
const edit = schemas/* strictObject */.rej({
    id: plan_file_schema_name,
    description: schemas/* exactOptional */.yqP(plan_file_schema_text),
    at,
    prompt: plan_file_schema_text,
    output: plan_file_schema_name,
    model,
    size: schemas/* exactOptional */.yqP(line),
    options: schemas/* exactOptional */.yqP(schemas/* record */.g1P(plan_file_schema_name, plan_file_schema_text)),
    references: schemas/* array */.YOg(reference),
    fingerprint: hash,
    action: schemas/* enum */.k5n(ACTION_KINDS),
    status: plan_file_schema_status,
    changes: schemas/* array */.YOg(change),
    isForKeep: schemas/* exactOptional */.yqP(schemas/* literal */.euz(true)),
    current: schemas/* exactOptional */.yqP(pinned),
});
const orphaned = schemas/* strictObject */.rej({
    id: plan_file_schema_name,
    spec: schemas/* exactOptional */.yqP(plan_file_schema_name),
    files: schemas/* array */.YOg(plan_file_schema_name),
    isRemoved: schemas/* boolean */.zMY(),
});
const estimate = schemas/* discriminatedUnion */.gMt('kind', [
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('none') }),
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('unknown'), edits: number }),
    schemas/* strictObject */.rej({
        kind: schemas/* literal */.euz('known'),
        edits: number,
        usd: schemas/* number */.aig().nonnegative(),
        isLeast: schemas/* boolean */.zMY(),
        parts: schemas/* array */.YOg(schemas/* strictObject */.rej({
            model,
            edits: number,
            eachUsd: schemas/* number */.aig().nonnegative(),
            isLeast: schemas/* boolean */.zMY(),
            basis: schemas/* discriminatedUnion */.gMt('kind', [
                schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('price') }),
                schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('recorded'), earlierEdits: number }),
            ]),
        })),
    }),
]);
const count = schemas/* int */.Whr().nonnegative();
const month = schemas/* strictObject */.rej({
    name: schemas/* string */.YjP().regex(/^\d{4}-\d\d$/, 'must be a month such as 2026-11'),
    limitUsd: schemas/* number */.aig().nonnegative(),
    spentUsd: schemas/* number */.aig().nonnegative(),
    edits: count,
    unpriced: count,
});
const problem = schemas/* strictObject */.rej({
    severity: schemas/* enum */.k5n(['error', 'warning']),
    message: plan_file_schema_text,
    at: schemas/* exactOptional */.yqP(at),
});
/** A plan file as it is written; strict, so that nothing is applied that this version does not understand. */
const planFileSchema = schemas/* strictObject */.rej({
    version: schemas/* literal */.euz(types/* PLAN_FILE_VERSION */.g),
    digest: hash,
    createdAt: iso/* datetime */.w$(),
    actionVersion: plan_file_schema_name,
    repositoryUrl: address,
    spec: schemas/* strictObject */.rej({ path, commit: schemas/* exactOptional */.yqP(commit) }),
    destination: plan_file_schema_name,
    branchCommit: schemas/* exactOptional */.yqP(commit),
    estimate,
    keepEstimate: schemas/* exactOptional */.yqP(estimate),
    renditions: schemas/* exactOptional */.yqP(schemas/* strictObject */.rej({
        files: count,
        isLeast: schemas/* boolean */.zMY(),
        avif: schemas/* exactOptional */.yqP(schemas/* strictObject */.rej({ files: count, ms: count })),
    })),
    growth: schemas/* exactOptional */.yqP(schemas/* strictObject */.rej({ branchBytes: count, addedBytes: schemas/* exactOptional */.yqP(count) })),
    month: schemas/* exactOptional */.yqP(month),
    shards: schemas/* exactOptional */.yqP(schemas/* strictObject */.rej({
        shared: schemas/* array */.YOg(plan_file_schema_name).max(MOST_EDITS),
        rest: schemas/* array */.YOg(schemas/* array */.YOg(plan_file_schema_name).max(MOST_EDITS)).max(256),
    })),
    edits: schemas/* array */.YOg(edit).max(MOST_EDITS),
    orphaned: schemas/* array */.YOg(orphaned),
    problems: schemas/* array */.YOg(problem),
});

;// CONCATENATED MODULE: ./report/plan/plan-file.js







/** More would only repeat one mistake. */
const MAX_PROBLEMS = 10;
const ADVICE = 'Use the file as a plan wrote it, or plan again.';
/**
 * The plan file as JSON text; docs/plan-file.md describes it. Throws if it has more bytes than are read: what is written
 * can be read again.
 */
function renderPlanFile(plan) {
    const text = `${JSON.stringify(plan, null, 2)}\n`;
    const bytes = Buffer.byteLength(text);
    if (bytes > types/* MOST_PLAN_BYTES */.u)
        throw new Error(`the plan has ${(0,format/* formatBytes */.z3)(bytes)}, and at most ${(0,format/* formatBytes */.z3)(types/* MOST_PLAN_BYTES */.u)} of a plan file are read: split the spec`);
    return text;
}
/**
 * Reads a plan file that anyone may have written, e.g. the run of a fork's pull request. `file` names it in problems. What
 * this version does not understand, and a plan that was changed after it was made, is an error.
 */
function parsePlanFile(text, file) {
    const refuse = (...messages) => ({
        ok: false,
        error: messages.map((message) => ({ severity: 'error', message: (0,plain_text/* toPlainLine */.Ic)(`${file}: ${message}`) })),
    });
    const bytes = Buffer.byteLength(text);
    if (bytes > types/* MOST_PLAN_BYTES */.u)
        return refuse(`The plan file has ${(0,format/* formatBytes */.z3)(bytes)}, and at most ${(0,format/* formatBytes */.z3)(types/* MOST_PLAN_BYTES */.u)} are read. ${ADVICE}`);
    let json;
    try {
        json = JSON.parse(text);
    }
    catch (error) {
        return refuse(`The plan file is not JSON: ${(0,describe_error/* describeError */.U)(error)}. ${ADVICE}`);
    }
    const found = schemas/* looseObject */._H3({ version: schemas/* number */.aig() }).safeParse(json).data?.version;
    if (found !== undefined && found > types/* PLAN_FILE_VERSION */.g)
        return refuse(`The plan file was written by a newer version of this action (its form is ${found}, this one knows ${types/* PLAN_FILE_VERSION */.g}). Use the same version to plan and to apply.`);
    const parsed = planFileSchema.safeParse(json);
    if (!parsed.success)
        return refuse(...parsed.error.issues
            .slice(0, MAX_PROBLEMS)
            .map(({ path, message }) => `The plan file has a fault in ${describePath(path)}: ${message}. ${ADVICE}`));
    const plan = parsed.data;
    if (new Set(plan.edits.map(({ id }) => id)).size < plan.edits.length)
        return refuse(`The plan file has two edits with the same id. ${ADVICE}`);
    if ((0,create_plan_file/* digestPlan */.w)(plan) !== plan.digest)
        return refuse(`The plan file was changed after it was made: its digest does not fit. ${ADVICE}`);
    return { ok: true, value: plan };
}
function describePath(path) {
    return path.length === 0 ? 'its form' : path.map(String).join(' > ');
}


/***/ }),

/***/ 79435:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w$: () => (/* binding */ datetime)
/* harmony export */ });
/* unused harmony exports date, time, duration */
/* harmony import */ var _core_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68729);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69987);



function datetime(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* ._isoDateTime */ .G1(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODateTime */ .You, params);
}
function date(params) {
    return core._isoDate(ZodISODate, params);
}
function time(params) {
    return core._isoTime(ZodISOTime, params);
}
function duration(params) {
    return core._isoDuration(ZodISODuration, params);
}


/***/ })

};
