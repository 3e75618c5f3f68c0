export const id = 164;
export const ids = [164];
export const modules = {

/***/ 89449:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ renderNotPosted),
/* harmony export */   s: () => (/* binding */ describeNotPosted)
/* harmony export */ });
/* harmony import */ var _shared_escape_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67456);

/** Why a comment is not on the pull request, and what to do. */
function describeNotPosted(reason) {
    switch (reason.kind) {
        case 'no-token':
            return 'The comment was not posted on the pull request, because the input `github-token` is empty.';
        case 'denied':
            return reason.isFork
                ? `The comment was not posted on the pull request: ${reason.why}. Runs of pull requests from forks may not comment. A second workflow can post it: see “Forks” in docs/pull-requests.md.`
                : `The comment was not posted on the pull request: ${reason.why}. Give the job \`permissions: pull-requests: write\`.`;
        case 'failed':
            return `The comment was not posted on the pull request: ${reason.why}.`;
    }
}
/** The same as a note below a job summary. */
function renderNotPosted(reason) {
    return `\n> [!NOTE]\n> ${(0,_shared_escape_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownSentence */ .nv)(describeNotPosted(reason))}\n`;
}


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

/***/ 75369:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ commentIfAsked)
/* harmony export */ });
/* harmony import */ var _report_comment_describe_not_posted_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(89449);
/* harmony import */ var _shared_sentence_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(47730);
/* harmony import */ var _ledger_name_destination_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(74131);
/* harmony import */ var _post_comment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7921);




/**
 * Comments, if the input `comment` asks for it. A comment that cannot be posted never fails the step. Gives what the job
 * summary then says: `note`, in Markdown; empty if there is nothing to say.
 */
async function commentIfAsked(text, inputs, world) {
    // A step that is stopped has no time for it.
    if (!inputs.comment || world.stop.aborted)
        return { note: '' };
    const outcome = await (0,_post_comment_js__WEBPACK_IMPORTED_MODULE_1__/* .postComment */ .G)(text, { ...inputs, destination: (0,_ledger_name_destination_js__WEBPACK_IMPORTED_MODULE_2__/* .nameDestination */ .a)(inputs) }, world);
    switch (outcome.kind) {
        case 'posted':
            return { note: '' };
        case 'no-pull':
            world.log.info((0,_shared_sentence_js__WEBPACK_IMPORTED_MODULE_3__/* .toSentence */ .R)(`there is no comment, because ${outcome.why}`));
            return { note: '' };
        case 'not-posted':
            world.log.info((0,_report_comment_describe_not_posted_js__WEBPACK_IMPORTED_MODULE_0__/* .describeNotPosted */ .s)(outcome.reason));
            return { note: (0,_report_comment_describe_not_posted_js__WEBPACK_IMPORTED_MODULE_0__/* .renderNotPosted */ .d)(outcome.reason) };
    }
}


/***/ }),

/***/ 13813:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ publishParts)
/* harmony export */ });
/* harmony import */ var _shared_describe_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(82129);
/* harmony import */ var _shared_sentence_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47730);


/** Publishes one part after the other. One that fails neither stops the others nor fails the step; the log says why. */
async function publishParts(parts, log) {
    for (const [name, publish] of parts) {
        try {
            await publish();
        }
        catch (error) {
            log.info((0,_shared_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .toSentence */ .R)(`the ${name} could not be written: ${(0,_shared_describe_error_js__WEBPACK_IMPORTED_MODULE_1__/* .describeError */ .U)(error)}`));
        }
    }
}


/***/ }),

/***/ 60164:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  planRun: () => (/* binding */ planRun)
});

// EXTERNAL MODULE: ./report/comment/render-comment.js + 2 modules
var render_comment = __webpack_require__(5716);
// EXTERNAL MODULE: ./report/render-check.js
var render_check = __webpack_require__(98307);
// EXTERNAL MODULE: ./shared/deadline.js
var shared_deadline = __webpack_require__(56927);
// EXTERNAL MODULE: ./run/comment/comment-note.js
var comment_note = __webpack_require__(75369);
// EXTERNAL MODULE: ./plan/describe-plan.js
var describe_plan = __webpack_require__(31334);
// EXTERNAL MODULE: ./report/plan/describe-month.js
var describe_month = __webpack_require__(95426);
;// CONCATENATED MODULE: ./run/plan/describe-foreseen.js


/** A plan as lines of text, with what was spent of the month's budget. Ages are relative to `nowMs`. */
function describeForeseen({ plan, forms, file }, nowMs) {
    const { month } = file;
    return [
        ...(0,describe_plan/* describePlan */.d)(plan, forms, nowMs, file),
        ...(month === undefined ? [] : [`this month: ${(0,describe_month/* describeMonth */.k)(month)}`]),
    ];
}

// EXTERNAL MODULE: ./deliver/branch/tip-facts.js
var tip_facts = __webpack_require__(68231);
// EXTERNAL MODULE: ./lock/spending.js
var spending = __webpack_require__(76325);
// EXTERNAL MODULE: ./plan/list-to-send.js
var list_to_send = __webpack_require__(46718);
// EXTERNAL MODULE: ./jobs/budget/check-budget.js
var check_budget = __webpack_require__(72650);
// EXTERNAL MODULE: ./jobs/budget/month-budget.js
var month_budget = __webpack_require__(65796);
;// CONCATENATED MODULE: ./jobs/budget/foresee-excess.js



/**
 * What a budget will say to a run that applies this plan; pure. About a price that is not known, a limit on cost says
 * nothing yet: the run that applies asks for it. A month of which nothing is left needs no price.
 */
function foreseeExcess(plan, limits, facts) {
    const isPriced = (0,list_to_send/* listToSend */.G)(plan).every(({ model }) => facts.prices?.has(model) === true);
    const excess = (0,check_budget/* checkBudget */.Ik)(plan, limits, facts);
    const isSure = isPriced || excess?.isUnknown !== true;
    const sure = isSure ? excess : (0,month_budget/* findSpentMonth */.MV)(plan.edits, limits.month);
    return sure === undefined ? [] : [warnOf(sure)];
}
function warnOf({ why, todo, at }) {
    const message = `A run that applies this plan sends nothing: ${why}. ${todo}`;
    return { severity: 'warning', message, ...(at !== undefined && { at }) };
}

// EXTERNAL MODULE: ./jobs/budget/open-budget.js + 1 modules
var open_budget = __webpack_require__(59182);
// EXTERNAL MODULE: ./plan/review/review-plan.js + 5 modules
var review_plan = __webpack_require__(49765);
// EXTERNAL MODULE: ./plan/review/seen-costs.js
var seen_costs = __webpack_require__(8020);
// EXTERNAL MODULE: ./report/plan/create-plan-file.js
var create_plan_file = __webpack_require__(88669);
// EXTERNAL MODULE: ./runner/pin-files.js
var pin_files = __webpack_require__(93197);
// EXTERNAL MODULE: ./runner/spec-commit.js
var spec_commit = __webpack_require__(99743);
// EXTERNAL MODULE: ./shared/version.js
var version = __webpack_require__(68087);
// EXTERNAL MODULE: ./run/ledger/look-at-work.js + 2 modules
var look_at_work = __webpack_require__(11964);
// EXTERNAL MODULE: ./run/ledger/name-destination.js
var name_destination = __webpack_require__(74131);
// EXTERNAL MODULE: ./ledger/life/prune.js
var prune = __webpack_require__(38814);
// EXTERNAL MODULE: ./ledger/stores/cache-client.js
var cache_client = __webpack_require__(37622);
// EXTERNAL MODULE: ./ledger/stores/cache-available.js
var cache_available = __webpack_require__(22518);
// EXTERNAL MODULE: ./ledger/stores/cache-over-git.js + 2 modules
var cache_over_git = __webpack_require__(92268);
// EXTERNAL MODULE: ./ledger/stores/cache-store.js
var cache_store = __webpack_require__(94980);
// EXTERNAL MODULE: ./ledger/stores/no-store.js
var no_store = __webpack_require__(17919);
;// CONCATENATED MODULE: ./ledger/stores/cache-reader.js


/** The client requires a key of its own before the prefixes. No run saves this one. */
const UNUSED_KEY = `${cache_store/* BEGIN_PREFIX */.vG}unused`;
/**
 * Reads the ledger in the Actions cache and saves nothing, not even a beginning. Without one, a cache that cannot be read
 * looks the same as an empty one, and counts as that.
 */
function createCacheReader(entries, clock) {
    const nothing = (0,no_store/* createNoStore */.d)();
    return {
        read: async (signal) => await (0,cache_store/* callCache */.ZK)(clock, 'read', signal, async () => {
            const found = await entries.load(UNUSED_KEY, [cache_store/* LEDGER_PREFIX */.dE, cache_store/* BEGIN_PREFIX */.vG]);
            return found === undefined
                ? { ok: true, value: { ledger: new Map(), removed: new Set(), version: undefined } }
                : await (0,cache_store/* parseEntry */.ER)(found, signal);
        }),
        write: async (ledger, version, signal) => await nothing.write(ledger, version, signal),
    };
}

// EXTERNAL MODULE: ./ledger/write/save-changes.js + 1 modules
var save_changes = __webpack_require__(41250);
// EXTERNAL MODULE: ./run/ledger/measure-ahead.js
var measure_ahead = __webpack_require__(17589);
// EXTERNAL MODULE: ./run/ledger/open-store.js
var open_store = __webpack_require__(24473);
// EXTERNAL MODULE: ./run/ledger/this-step.js
var this_step = __webpack_require__(88964);
;// CONCATENATED MODULE: ./run/ledger/read-ledger.js
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









/**
 * Reads what is in flight for a run that sends nothing: nothing is written, neither to the store nor on this machine. If it
 * cannot be read, `found` says why. Throws the signal's reason; then nothing is left open.
 */
async function readLedger(inputs, world, signal) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { clock } = world;
        const made = __addDisposableResource(env_1, new AsyncDisposableStack(), true);
        const opening = await openToRead(inputs, world, signal);
        const { store } = made.use(opening.ok ? opening.value : open_store/* NOTHING_KEPT */.Ff);
        const thisStep = (0,this_step/* createThisStep */.X)(inputs, world);
        let aheadMs;
        const times = { clock, serverAheadMs: () => aheadMs };
        const deps = { ...world, store, step: thisStep, ...times, signal };
        const read = opening.ok ? await (0,save_changes/* readStore */.uz)(deps) : opening;
        signal.throwIfAborted();
        if (read.ok)
            aheadMs = await (0,measure_ahead/* measureAhead */.O)(read.value.ledger, inputs.githubToken, world, signal);
        const found = read.ok
            ? { ok: true, value: (0,prune/* pruneOld */.i)(read.value.ledger, (0,save_changes/* readTimes */.fh)(times)) }
            : read;
        const resources = made.move();
        return {
            thisStep,
            found,
            readTimes: () => (0,save_changes/* readTimes */.fh)(times),
            readAgain: async () => {
                const again = await (0,save_changes/* readStore */.uz)(deps);
                return again.ok ? (0,prune/* pruneOld */.i)(again.value.ledger, (0,save_changes/* readTimes */.fh)(times)).ledger : undefined;
            },
            [Symbol.asyncDispose]: async () => {
                await resources.disposeAsync();
            },
        };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = __disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
/** The store that the input `ledger` names. `auto` reads whatever a run that applies may have written. */
async function openToRead({ ledger, githubToken, deliver }, world, signal) {
    switch (ledger) {
        case 'none':
            return { ok: true, value: open_store/* NOTHING_KEPT */.Ff };
        case 'git':
            return await (0,open_store/* openGitStore */.oR)(githubToken, world, signal);
        case 'cache':
            return openCacheToRead(world);
        case 'auto': {
            const opening = await (0,open_store/* openGitStore */.oR)(githubToken, world, signal);
            // A token that may push the branch may also write the ledger.
            if (deliver.includes('branch') || (0,cache_available/* findCacheFault */._)(world.env) !== undefined)
                return opening;
            const cache = openCacheToRead(world);
            if (!opening.ok)
                return opening.error.kind === 'denied' ? cache : opening;
            if (!cache.ok)
                return opening;
            const git = opening.value;
            return {
                ok: true,
                value: {
                    store: (0,cache_over_git/* createCacheOverGit */.P)(cache.value.store, git.store),
                    [Symbol.asyncDispose]: async () => {
                        await git[Symbol.asyncDispose]();
                    },
                },
            };
        }
    }
}
function openCacheToRead(world) {
    const opened = (0,open_store/* openCacheStore */.qb)(world);
    if (!opened.ok)
        return opened;
    const store = createCacheReader((0,cache_client/* createCacheEntries */.p)(world.workspace), world.clock);
    return { ok: true, value: { ...opened.value, store } };
}

// EXTERNAL MODULE: ./run/prepare/look-around.js + 2 modules
var look_around = __webpack_require__(19043);
// EXTERNAL MODULE: ./run/prepare/make-plan.js + 16 modules
var make_plan = __webpack_require__(16205);
// EXTERNAL MODULE: ./run/prepare/refused-run.js
var refused_run = __webpack_require__(83859);
// EXTERNAL MODULE: ./jobs/budget/read-prices.js
var read_prices = __webpack_require__(7571);
// EXTERNAL MODULE: ./queue/create-queue-client.js + 23 modules
var create_queue_client = __webpack_require__(9517);
;// CONCATENATED MODULE: ./run/plan/ask-prices.js
var ask_prices_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var ask_prices_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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



/** Asks the service what the submits of a plan cost, which is free but takes a token. What is `known` is not asked for. */
async function askPrices(plan, known, { apiToken, apiUrl }, world, signal) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const models = (0,list_to_send/* listToSend */.G)(plan).map(({ model }) => model);
        if (apiToken === '' || models.every((model) => known.has(model)))
            return { prices: known, problems: [] };
        const client = ask_prices_addDisposableResource(env_1, (0,create_queue_client/* createQueueClient */.f)({ apiUrl, token: apiToken, ...world }), true);
        const { prices, failures } = await (0,read_prices/* readPrices */.R)(models, known, client, signal);
        signal.throwIfAborted();
        const refused = failures.find(({ code }) => code === 'authentication');
        for (const failure of failures)
            if (failure !== refused)
                world.log.info(`The price is not known: ${failure.message}`);
        return {
            prices,
            problems: refused === undefined ? [] : [{ severity: 'warning', message: refused.message }],
        };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = ask_prices_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}

;// CONCATENATED MODULE: ./run/plan/describe-unread.js
/** What could not be read, and what is therefore not known: warnings, as a plan is of use without it. */
function describeUnread(branchFaults, previewFaults, { found }) {
    const messages = [
        ...branchFaults.map(({ message }) => `${message} So it is not known which pictures are there already, and every edit counts as new.`),
        ...previewFaults.map(({ message }) => `${message} So it is not known what could be adopted, and such edits count as edits to make.`),
        ...(found.ok
            ? []
            : [
                `${found.error.message} So it is not known what other runs work on or have paid for, and such edits count as edits to make.`,
            ]),
    ];
    return messages.map((message) => ({ severity: 'warning', message }));
}

// EXTERNAL MODULE: ./shared/median.js
var median = __webpack_require__(54493);
;// CONCATENATED MODULE: ./plan/shards/expected-durations.js

/**
 * How long edits are expected to take, from what the lock files of the branches recorded; pure, so that the same plan and the
 * same lock files give the same shards. An edit takes as long as it took before; one that was never made, as long as the middle one
 * of those of its model; if there are none, all take the same.
 */
function expectDurations(locks) {
    const byId = new Map();
    for (const { edits } of locks)
        for (const [id, { model, queuedMs, runningMs }] of edits)
            // What the queue did then says little about today; a job that was never seen at work took no time at all.
            if (queuedMs !== undefined && runningMs !== undefined && !byId.has(id))
                byId.set(id, { model, ms: Math.max(runningMs, 1) });
    const medians = new Map([...Map.groupBy(byId.values(), ({ model }) => model)].map(([model, known]) => [
        model,
        (0,median/* median */.J)(known.map(({ ms }) => ms)) ?? 1,
    ]));
    const usual = (0,median/* median */.J)([...medians.values()]) ?? 1;
    return ({ id, model }) => {
        const own = byId.get(id);
        return own?.model === model ? own.ms : (medians.get(model) ?? usual);
    };
}

;// CONCATENATED MODULE: ./plan/shards/split-shards.js
/** A job with fewer submits would take longer to start than it saves: so many run at once by default. */
const FEWEST_SUBMITS = 8;
/**
 * Divides what a plan has to do among at most `most` jobs, evenly by how long its edits are expected to take; pure. The same plan and the
 * same expectations give the same shards, whatever the order of the spec. Edits with nothing to do are in none.
 */
function splitShards(edits, most, expected) {
    const byId = new Map(edits.map((edit) => [edit.id, edit]));
    const work = edits.filter(({ action }) => isWork(action, byId));
    const workIds = new Set(work.map(({ id }) => id));
    const needed = new Set(work.flatMap(({ needs }) => needs.filter((id) => workIds.has(id))));
    // Of edits that ask for the same picture one is sent, and it need not be the one whose output is used.
    const firstPrints = new Set(work.flatMap(({ id, fingerprint }) => (needed.has(id) ? [fingerprint] : [])));
    const shared = new Set(work.flatMap(({ id, fingerprint }) => (firstPrints.has(fingerprint) ? [id] : [])));
    const groups = Map.groupBy(work.filter(({ id }) => !shared.has(id)), ({ fingerprint }) => fingerprint);
    const sorted = [...groups.values()].map((group) => weigh(group, expected)).toSorted(compareGroups);
    const submits = sorted.reduce((sum, group) => sum + group.submits, 0);
    const count = Math.min(most, sorted.length, Math.max(Math.ceil(submits / FEWEST_SUBMITS), 1));
    const shards = Array.from({ length: count }, () => ({ load: 0, ids: [] }));
    for (const { edits: same, load } of sorted) {
        const least = shards.reduce((a, b) => (b.load < a.load ? b : a));
        least.ids.push(...same.map(({ id }) => id));
        least.load += load;
    }
    return { shared: [...shared], rest: shards.map(({ ids }) => ids) };
}
function isWork(action, byId) {
    switch (action.kind) {
        case 'submit':
        case 'collect':
        case 'other-run':
            return true;
        case 'share': {
            const other = byId.get(action.with);
            return other !== undefined && isWork(other.action, byId);
        }
        case 'hold':
        case 'unchanged':
        case 'adopt':
        case 'aside':
        case 'skip':
            return false;
    }
}
function weigh(edits, expected) {
    const submits = edits.filter(({ action }) => action.kind === 'submit').length;
    // Only one of them is made, and the order of the spec must not decide whose record counts.
    const load = Math.max(...edits.map(expected));
    return { edits: edits.toSorted((a, b) => (a.id < b.id ? -1 : 1)), submits, load };
}
/** The longest first, so that the last ones even it out; otherwise by fingerprint, which the order of a spec does not change. */
function compareGroups(a, b) {
    const [one = '', other = ''] = [a.edits[0]?.fingerprint, b.edits[0]?.fingerprint];
    return b.load - a.load || (one < other ? -1 : 1);
}

;// CONCATENATED MODULE: ./run/plan/divide.js



/**
 * Divides a plan among jobs, if that is asked for; pure. What the lock files recorded of earlier jobs decides, and the plan file
 * says the result: no other job divides anything.
 */
function divide({ edits }, { branch, base }, { maxShards }) {
    if (maxShards === undefined)
        return undefined;
    return splitShards(edits, maxShards, expectDurations((0,tip_facts/* locksOf */.aZ)(branch, base)));
}

// EXTERNAL MODULE: ./references/reference-forms.js + 1 modules
var reference_forms = __webpack_require__(70777);
// EXTERNAL MODULE: ./run/prepare/describe-repository.js
var describe_repository = __webpack_require__(80427);
;// CONCATENATED MODULE: ./run/plan/resolve-freely.js



/** How files would be sent, if that can be found out without a question to GitHub. */
async function resolveFreely(plan, { references }, world, signal) {
    const { isPrivate } = await world.readEvent();
    if (isPrivate === undefined)
        return { forms: new Map(), problems: [] };
    const visibility = async () => await Promise.resolve(isPrivate ? 'private' : 'public');
    return await (0,reference_forms/* resolveReferenceForms */.F)((0,list_to_send/* listToSend */.G)(plan), {
        mode: references,
        repository: await (0,describe_repository/* describeRepository */.M)(visibility, world),
        signal,
    });
}

;// CONCATENATED MODULE: ./run/plan/foresee.js
var foresee_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var foresee_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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





















/** Makes the plan of a run that applies. Makes no paid call, needs no secret, and writes nothing. */
async function foresee(because, inputs, world, signal) {
    return await (0,refused_run/* unlessCutShort */.R)('There is no plan', signal, async () => await foreseeInTime(because, inputs, world, signal));
}
async function foreseeInTime(because, inputs, world, signal) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { clock } = world;
        const startedAtMs = clock.now();
        const made = foresee_addDisposableResource(env_1, new AsyncDisposableStack(), true);
        const looked = await (0,look_around/* lookAround */.h)(inputs, world, signal);
        if (!looked.ok)
            return { kind: 'refused', problems: looked.error };
        const seen = made.use(looked.value);
        const first = await (0,make_plan/* planFinished */.gH)(seen, inputs, world, signal);
        const view = made.use(await readLedger((0,look_at_work/* skipIdleLedger */.T)(first.plan, inputs), world, signal));
        const work = await (0,look_at_work/* lookAtWork */.E)(view, startedAtMs, inputs, world, signal);
        const plan = (0,make_plan/* planWithFlight */.yI)(seen, first, work, inputs);
        const { forms, problems: formProblems } = await resolveFreely(plan, inputs, world, signal);
        const { prices, problems: priceProblems } = await askPrices(plan, seen.prices, inputs, world, signal);
        const limits = (0,open_budget/* findLimits */.Us)(seen.spec.budget, inputs, (0,spending/* withSpendingOf */.ac)(seen.branch?.recorded, seen.base?.recorded), startedAtMs);
        const problems = [
            ...describeInstead(because),
            ...seen.problems,
            ...describeUnread(seen.branchFaults, first.faults, view),
            ...first.problems,
            ...formProblems,
            ...(0,make_plan/* judgePlan */.t7)(plan, seen, first, work, inputs, { nowMs: clock.now(), mode: 'plan' }),
            ...priceProblems,
            ...foreseeExcess(plan, limits, {
                prices,
                earlier: (0,seen_costs/* listPriced */.oE)(seen.branch?.recorded, seen.base?.recorded),
            }),
        ];
        const review = (0,review_plan/* reviewPlan */.L)(plan, {
            ...compareWith(await (0,pin_files/* pinFiles */.z)(listFiles(plan), world, signal), seen, first, inputs, world),
            prices,
        });
        const commit = (await (0,spec_commit/* readLastingCommit */.Ay)(world)) ?? world.repository.sha;
        const shards = divide(plan, seen, inputs);
        const file = fileOf(review, problems, { ...limits, shards }, { ...seen, commit }, inputs, world);
        return { kind: 'foreseen', plan, forms, file };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = foresee_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
/** Why the run does not do what the input `mode` asks for. */
function describeInstead(because) {
    if (because !== 'fork-without-token')
        return [];
    const message = 'This run only plans and sends nothing, because there is no API token: pull requests of forks get no secrets.';
    return [{ severity: 'warning', message }];
}
/** The files that would be sent. */
function listFiles(plan) {
    const images = (0,list_to_send/* listToSend */.G)(plan).flatMap((edit) => edit.images);
    return images.filter((image) => image.kind === 'file');
}
/** What the plan is compared with. */
function compareWith(commitOf, { spec, branch, base }, first, { prune }, { clock }) {
    const there = branch && (0,tip_facts/* pictureCommit */.Et)(branch);
    return {
        spec: spec.path,
        forced: first.options.forced,
        specIds: (0,make_plan/* idsOf */.UX)(first),
        prune,
        ...(branch !== undefined && { recorded: branch.recorded }),
        ...(branch !== undefined &&
            there !== undefined && {
            branch: { commit: there, directory: branch.place.directory },
        }),
        ...(base?.tip !== undefined && {
            live: { recorded: base.recorded, folder: { commit: base.tip, directory: base.place.directory } },
        }),
        commitOf,
        nowMs: clock.now(),
    };
}
function fileOf(review, problems, { month, shards }, { spec, branch, commit }, inputs, { clock, repository }) {
    const { url } = repository;
    const there = branch && (0,tip_facts/* pictureCommit */.Et)(branch);
    return (0,create_plan_file/* createPlanFile */.I)({
        ...review,
        createdAt: new Date(clock.now()).toISOString(),
        actionVersion: version/* VERSION */.x,
        repositoryUrl: url,
        spec: { path: spec.path, ...(commit !== undefined && { commit }) },
        destination: (0,name_destination/* nameDestination */.a)(inputs),
        ...(there !== undefined && { branchCommit: there }),
        ...(month !== undefined && { month: planMonth(month) }),
        ...(shards !== undefined && { shards }),
        problems,
    });
}
function planMonth({ month: name, limitUsd, spent }) {
    const { costUsd: spentUsd, edits, unpriced } = spent;
    return { name, limitUsd, spentUsd, edits, unpriced };
}

// EXTERNAL MODULE: ./run/plan/publish-check.js
var publish_check = __webpack_require__(68537);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./report/emit-problems.js
var emit_problems = __webpack_require__(4410);
// EXTERNAL MODULE: ./report/plan/plan-file.js + 2 modules
var plan_file = __webpack_require__(92218);
// EXTERNAL MODULE: ./report/plan/render-plan-summary.js + 5 modules
var render_plan_summary = __webpack_require__(47485);
// EXTERNAL MODULE: ./shared/problem.js
var problem = __webpack_require__(85720);
;// CONCATENATED MODULE: ./report/plan/plan-outputs.js

/** The outputs of a run that only plans, by name, without the path of the plan file. */
function planOutputs({ edits, estimate, problems, shards, }) {
    const hasErrors = (0,problem/* listErrors */.Gr)(problems).length > 0;
    return {
        outcome: hasErrors ? 'failed' : 'planned',
        planned: String(edits.filter(({ action }) => action === 'submit').length),
        adopted: String(edits.filter(({ action }) => action === 'adopt').length),
        unchanged: String(edits.filter(({ action }) => action === 'unchanged' || action === 'aside').length),
        'estimated-cost-usd': describeUsd(estimate),
        ...(shards !== undefined && describeShards(shards)),
    };
}
function describeUsd(estimate) {
    switch (estimate.kind) {
        case 'none':
            return '0';
        case 'unknown':
            return '';
        case 'known':
            return String(estimate.usd);
    }
}
/** For the matrix of a workflow: `["1/2","2/2"]`. */
function describeShards({ shared, rest }) {
    const of = rest.length;
    return {
        shards: JSON.stringify(rest.map((_, index) => `${index + 1}/${of}`)),
        'shared-shard': shared.length > 0 ? `0/${of}` : '',
    };
}

// EXTERNAL MODULE: ./report/plan/count-plan.js
var count_plan = __webpack_require__(66941);
// EXTERNAL MODULE: ./shared/format.js
var format = __webpack_require__(19612);
// EXTERNAL MODULE: ./run/end/publish-parts.js
var publish_parts = __webpack_require__(13813);
;// CONCATENATED MODULE: ./run/plan/publish-plan.js












/** Publishes a plan: outputs, plan file, annotations and log, comment, job summary. */
async function publishPlan(plan, inputs, world) {
    const { actions, log, temp, job } = world;
    let note = '';
    await (0,publish_parts/* publishParts */.a)([
        [
            'outputs',
            () => {
                for (const [name, value] of Object.entries(planOutputs(plan)))
                    actions.setOutput(name, value);
            },
        ],
        [
            'plan file',
            async () => {
                const file = external_node_path_.join(await (0,promises_.mkdtemp)(external_node_path_.join(temp, 'dreamina-plan-')), 'plan.json');
                await (0,promises_.writeFile)(file, (0,plan_file/* renderPlanFile */.w)(plan));
                actions.setOutput('plan-file', file);
            },
        ],
        [
            'annotations',
            () => {
                (0,emit_problems/* emitProblems */.E)(plan.problems, actions.annotate, log);
            },
        ],
        [
            'comment',
            async () => {
                const text = (0,render_comment/* planComment */.tx)(plan, { runUrl: job.runUrl, job: job.name });
                ({ note } = await (0,comment_note/* commentIfAsked */.r)(text, inputs, world));
            },
        ],
        [
            'job summary',
            async () => {
                await actions.writeSummary((0,render_plan_summary/* renderPlanSummary */.O)(plan) + note);
            },
        ],
    ], log);
    log.info(`${(0,count_plan/* describeHeadline */.ug)(plan)}.`);
}
/** Whether a plan fails the step: with errors always, and with something to send if `fail-on` is `changes`; pure. */
function judgePlanned({ edits, problems }, { failOn }) {
    const errors = (0,problem/* listErrors */.Gr)(problems).length;
    if (errors > 0) {
        const what = `The plan has ${(0,format/* plural */.LS)(errors, 'error')}, all in the log and the job summary.`;
        return { failure: `${what} A run that applies it would send nothing.` };
    }
    const submits = edits.filter(({ action }) => action === 'submit').length;
    if (failOn !== 'changes' || submits === 0)
        return {};
    return { failure: `${(0,format/* plural */.LS)(submits, 'edit')} would be sent, and \`fail-on\` is \`changes\`.` };
}

;// CONCATENATED MODULE: ./run/plan/plan-run.js
var plan_run_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var plan_run_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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








/**
 * The story of a run that only plans: it says what a run that applies would do, and does nothing of it. It makes no paid
 * call, needs no secret, and writes nothing but the plan file, in a folder of the job.
 */
async function planRun(because, inputs, world) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { clock, log, stop } = world;
        const deadline = plan_run_addDisposableResource(env_1, (0,shared_deadline/* startDeadline */.d)(clock, inputs.timeoutMs, 'the run (input `timeout`)', stop), false);
        if (because === 'event') {
            const { name } = await world.readEvent();
            log.info(`This run only plans, because the event is \`${name}\`. With \`mode: apply\` it would send.`);
        }
        const foreseen = await log.group('Plan', async () => {
            const outcome = await foresee(because, inputs, world, deadline.signal);
            if (outcome.kind === 'foreseen')
                log.info(describeForeseen(outcome, clock.now()).join('\n'));
            return outcome;
        });
        if (foreseen.kind === 'refused')
            return await refusePlan(foreseen, inputs, world);
        await publishPlan(foreseen.file, inputs, world);
        return judgePlanned(foreseen.file, inputs);
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        plan_run_disposeResources(env_1);
    }
}
/** Reports that there is no plan, which always fails the step. */
async function refusePlan({ problems, cutShortBy }, inputs, world) {
    const headline = `There is no plan: ${cutShortBy ?? (0,render_check/* countProblems */._)(problems)}`;
    const outcome = cutShortBy === undefined ? 'failed' : 'incomplete';
    const { runUrl, name } = world.job;
    const text = (0,render_comment/* problemsComment */.oE)(`✗ ${headline}`, problems, { runUrl, job: name });
    await (0,publish_check/* publishCheck */.k)({ outcome, headline, problems }, world, async () => {
        return (await (0,comment_note/* commentIfAsked */.r)(text, inputs, world)).note;
    });
    const where = cutShortBy === undefined ? ', all in the log and the job summary' : '';
    return { failure: `${headline}${where}.` };
}


/***/ }),

/***/ 68537:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ publishCheck)
/* harmony export */ });
/* harmony import */ var _report_emit_problems_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4410);
/* harmony import */ var _report_render_check_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98307);
/* harmony import */ var _end_publish_parts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13813);



const SIGNS = { valid: '✓', cleaned: '✓', failed: '✗', incomplete: '…' };
/**
 * Publishes what a step found that made neither pictures nor a plan: output, annotations and log, comment, job summary.
 * `comment` gives what the summary says about the comment; without it there is none.
 */
async function publishCheck({ outcome, headline, problems, details }, { actions, log }, comment = async () => await Promise.resolve('')) {
    const summary = (0,_report_render_check_js__WEBPACK_IMPORTED_MODULE_0__/* .renderCheck */ .d)(`${SIGNS[outcome]} ${headline}`, problems, details);
    let note = '';
    await (0,_end_publish_parts_js__WEBPACK_IMPORTED_MODULE_1__/* .publishParts */ .a)([
        [
            'outputs',
            () => {
                actions.setOutput('outcome', outcome);
            },
        ],
        [
            'annotations',
            () => {
                (0,_report_emit_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .emitProblems */ .E)(problems, actions.annotate, log);
            },
        ],
        [
            'comment',
            async () => {
                note = await comment();
            },
        ],
        [
            'job summary',
            async () => {
                await actions.writeSummary(summary + note);
            },
        ],
    ], log);
    log.info(`${headline}.`);
}


/***/ }),

/***/ 93197:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ pinFiles)
/* harmony export */ });
/* harmony import */ var _git_read_committed_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29059);
/* harmony import */ var _spec_commit_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99743);


/**
 * Finds commits for these files, so that people can see later what a picture was made from. Only what the checkout has is
 * looked at: in a shallow one, a pull request's files are found in its merge commit only. Throws the signal's reason.
 */
async function pinFiles(files, world, signal) {
    const commits = new Map();
    for (const sha of await (0,_spec_commit_js__WEBPACK_IMPORTED_MODULE_1__/* .listCommits */ .VE)(world)) {
        const open = files.filter((file) => !commits.has(keyOf(file)));
        if (open.length === 0)
            break;
        const paths = [...new Set(open.map(({ absolutePath }) => absolutePath))];
        const committed = await (0,_git_read_committed_js__WEBPACK_IMPORTED_MODULE_0__/* .readCommitted */ .r)(paths, { ...world, sha }, signal);
        for (const file of open) {
            const found = committed.get(file.absolutePath);
            if (found?.ok === true && found.value.blob === file.gitBlob && found.value.path === file.path)
                commits.set(keyOf(file), sha);
        }
    }
    return (file) => commits.get(keyOf(file));
}
function keyOf({ absolutePath, path, gitBlob }) {
    return JSON.stringify([absolutePath, path, gitBlob]);
}


/***/ }),

/***/ 68087:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ VERSION)
/* harmony export */ });
/** This action's version, as in package.json. The lock file records it for each edit. */
const VERSION = '1.0.0';


/***/ })

};
