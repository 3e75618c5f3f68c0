export const id = 534;
export const ids = [534];
export const modules = {

/***/ 7066:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gi: () => (/* binding */ findObstacleAbove),
/* harmony export */   R5: () => (/* binding */ findObstacle),
/* harmony export */   eN: () => (/* binding */ findForeign)
/* harmony export */ });
/* harmony import */ var _shared_fold_path_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(42274);
/* harmony import */ var _branch_paths_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39799);


/** All files but those in `own`; a link or a submodule is never ours, as we make none. */
function findForeign(tree, own) {
    const files = new Map();
    const folders = new Map();
    for (const file of tree.values()) {
        if (own.has(file.path) && (0,_branch_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .isPlainFile */ .Dn)(file))
            continue;
        const key = (0,_shared_fold_path_js__WEBPACK_IMPORTED_MODULE_1__/* .foldPath */ .t)(file.path);
        files.set(key, file.path);
        for (const folder of (0,_branch_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .foldersOf */ .pd)(key))
            folders.set(folder, file.path);
    }
    return { files, folders };
}
/**
 * The foreign file that keeps a file of ours from being at `path` (from the root), also on systems that ignore case: at
 * the path itself, below it, or at the path of a folder that it needs. Undefined if the way is free.
 */
function findObstacle(path, foreign) {
    const key = (0,_shared_fold_path_js__WEBPACK_IMPORTED_MODULE_1__/* .foldPath */ .t)(path);
    return foreign.files.get(key) ?? foreign.folders.get(key) ?? findObstacleAbove(key, foreign);
}
/** The foreign file at the path of a folder that a file at the folded path `key` needs. */
function findObstacleAbove(key, { files }) {
    for (const folder of (0,_branch_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .foldersOf */ .pd)(key)) {
        const file = files.get(folder);
        if (file !== undefined)
            return file;
    }
    return undefined;
}


/***/ }),

/***/ 29964:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ci: () => (/* binding */ writeBlobs),
/* harmony export */   qm: () => (/* binding */ writeTexts),
/* harmony export */   x3: () => (/* binding */ writeText)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _shared_format_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19612);



/** Two use both processors of a small runner; with 900 MB they took 3.0 s instead of 5.3 s, and more were no faster. */
const SIDE_BY_SIDE = 2;
/**
 * Writes files as they are (no line endings changed, no filters) into the repository: returns the object name of each,
 * in order. Paths are absolute. `failed` if one cannot be read.
 */
async function writeBlobs(repository, files, signal) {
    const shares = Array.from({ length: SIDE_BY_SIDE }, (_, share) => files.filter((_file, index) => index % SIDE_BY_SIDE === share));
    const written = await Promise.all(shares.map(async (share) => await writeShare(repository, share, signal)));
    const names = [];
    for (const [share, result] of written.entries()) {
        if (!result.ok)
            return result;
        for (const [index, name] of result.value.entries())
            names[index * SIDE_BY_SIDE + share] = name;
    }
    return { ok: true, value: names };
}
async function writeShare(repository, files, signal) {
    if (files.length === 0)
        return { ok: true, value: [] };
    const input = files.map((file) => asInputLine(file)).join('');
    const written = await repository.run(['hash-object', '-w', '--no-filters', '--stdin-paths'], {
        signal,
        input,
    });
    if (!written.ok)
        return written;
    const names = written.value.toString().split('\n').slice(0, -1);
    if (names.length !== files.length)
        throw new Error(`git hash-object wrote ${names.length} of ${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_2__/* .plural */ .LS)(files.length, 'file')}`);
    return { ok: true, value: names };
}
/** A path as a line of git's input: one that would break the line is quoted as git quotes it. */
function asInputLine(file) {
    if (!/[\n\r]|^"/.test(file))
        return `${file}\n`;
    const escaped = file.replaceAll(/["\\]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
    return `"${escaped}"\n`;
}
/** Writes texts as files into the repository, in one process: returns the object name of each, in order. */
async function writeTexts(repository, texts, signal) {
    const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)(node_path__WEBPACK_IMPORTED_MODULE_1__.join(repository.folder, 'texts-'));
    try {
        const files = texts.map((_text, index) => node_path__WEBPACK_IMPORTED_MODULE_1__.join(folder, String(index)));
        for (const [index, file] of files.entries())
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(file, texts[index] ?? '');
        return await writeShare(repository, files, signal);
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(folder, { recursive: true, force: true, maxRetries: 5 });
    }
}
/** Writes a text as a file into the repository: returns its object name. */
async function writeText(repository, text, signal) {
    const written = await repository.run(['hash-object', '-w', '--no-filters', '--stdin'], {
        signal,
        input: text,
    });
    return written.ok ? { ok: true, value: written.value.toString().trim() } : written;
}


/***/ }),

/***/ 72650:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ik: () => (/* binding */ checkBudget),
/* harmony export */   SD: () => (/* binding */ describeEstimate),
/* harmony export */   ic: () => (/* binding */ MAX_EDITS_WITHOUT_BUDGET)
/* harmony export */ });
/* harmony import */ var _plan_review_estimate_cost_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49290);
/* harmony import */ var _plan_review_describe_estimate_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(99336);
/* harmony import */ var _shared_format_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(19612);
/* harmony import */ var _shared_model_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(50962);
/* harmony import */ var _shared_list_some_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(65020);
/* harmony import */ var _is_within_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(72750);
/* harmony import */ var _month_budget_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65796);
/* harmony import */ var _foresee_costs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31976);








/** How many edits one run sends if no limit was set at all: more may be a slip in a matrix. */
const MAX_EDITS_WITHOUT_BUDGET = 200;
/** How many ids of what would be sent are named. */
const MAX_NAMED = 20;
/**
 * Whether a plan may be sent within a budget: undefined if it may. With a limit on cost, an edit whose cost cannot be
 * counted with is over budget: unknown is never 0. `whyUnknown`: why a price is not known, in sentences.
 */
function checkBudget({ edits }, limits, facts, whyUnknown = '') {
    const submits = edits.filter(({ action }) => action.kind === 'submit');
    if (submits.length === 0)
        return undefined;
    const foresee = (0,_foresee_costs_js__WEBPACK_IMPORTED_MODULE_2__/* .createForesight */ .e)(facts);
    const excess = findExcess(submits, limits, foresee, whyUnknown) ??
        (limits.month && (0,_month_budget_js__WEBPACK_IMPORTED_MODULE_1__/* .findMonthExcess */ .lJ)(edits, limits.month, { ...facts, foresee }, whyUnknown));
    const ids = (0,_shared_list_some_js__WEBPACK_IMPORTED_MODULE_3__/* .listSome */ .X)(submits.map(({ id }) => id), MAX_NAMED);
    return excess && { ...excess, would: `It would send ${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .LS)(submits.length, 'edit')}: ${ids}.` };
}
function findExcess(edits, { maxEdits, maxCostUsd, month, at }, foresee, whyUnknown) {
    const submits = edits.length;
    if (maxEdits === undefined && maxCostUsd === undefined && month === undefined) {
        if (submits <= MAX_EDITS_WITHOUT_BUDGET)
            return undefined;
        return {
            why: `the run has no budget, and without one at most ${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .LS)(MAX_EDITS_WITHOUT_BUDGET, 'edit')} are sent in one run`,
            todo: 'To allow more, set `max-edits` (an input, or a key of `budget` in the spec), or choose some edits with `only`.',
        };
    }
    if (maxEdits !== undefined && submits > maxEdits) {
        return {
            why: `${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .LS)(submits, 'edit')} ${submits === 1 ? 'is' : 'are'} over the budget of at most ${maxEdits} in one run`,
            todo: 'Raise `max-edits`, or choose some edits with `only`.',
            ...placeOf(at?.maxEdits),
        };
    }
    if (maxCostUsd === undefined)
        return undefined;
    const sum = (0,_foresee_costs_js__WEBPACK_IMPORTED_MODULE_2__/* .sumForeseen */ .XX)(edits, foresee);
    if (!(0,_is_within_js__WEBPACK_IMPORTED_MODULE_5__/* .isWithin */ .U)(sum.usd, maxCostUsd))
        return {
            why: `${(0,_foresee_costs_js__WEBPACK_IMPORTED_MODULE_2__/* .describeForeseenSum */ .Cg)(sum)} is over the budget of ${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_4__/* .formatUsd */ .UK)(maxCostUsd)}`,
            todo: 'Raise `max-cost`, or choose some edits with `only`.',
            ...placeOf(at?.maxCostUsd),
        };
    if (sum.fault !== undefined) {
        const { why, isAbsent } = sum.fault;
        return {
            why: `${why}, so it is unknown whether the run keeps within ${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_4__/* .formatUsd */ .UK)(maxCostUsd)}`,
            todo: isAbsent
                ? 'Run again later, or remove `max-cost`.'
                : 'Use `max-edits` as the limit, or remove `max-cost`.',
            isUnknown: true,
            ...(whyUnknown !== '' && { details: whyUnknown }),
            ...placeOf(at?.maxCostUsd),
        };
    }
    return undefined;
}
function placeOf(at) {
    return at === undefined ? {} : { at };
}
/**
 * What a plan will cost at least, as sentences for the log. The service charges for each output, and an edit that does
 * not force a single one may return several, so for those the sum is a lower bound. What was paid for before, and what
 * another run is working on, is not in the sum.
 */
function describeEstimate({ edits }, { prices = new Map(), earlier = [] }) {
    const models = [...Map.groupBy(edits, ({ model }) => model)];
    return models
        .flatMap(([model, own]) => {
        const estimate = (0,_plan_review_estimate_cost_js__WEBPACK_IMPORTED_MODULE_0__/* .estimateCost */ .a)(own, { prices, earlier });
        const price = prices.get(model);
        if (price !== undefined)
            return [describeOfModel(model, price, estimate)];
        if (model === _shared_model_js__WEBPACK_IMPORTED_MODULE_6__/* .MODEL */ .A || estimate.kind !== 'known')
            return [];
        return [`${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .LS)(estimate.edits, 'edit')} by ${model}: ${(0,_plan_review_describe_estimate_js__WEBPACK_IMPORTED_MODULE_7__/* .describeEstimatedCost */ .f)(estimate)}.`];
    })
        .join(' ');
}
function describeOfModel(model, price, estimate) {
    const each = `${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_4__/* .formatUsd */ .UK)(price.baseUsd)} for each ${price.unit}`;
    if (model !== _shared_model_js__WEBPACK_IMPORTED_MODULE_6__/* .MODEL */ .A) {
        const count = estimate.kind === 'none' ? 0 : estimate.edits;
        return `The service's base price of ${model}: ${each}. ${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .LS)(count, 'edit')}: ${(0,_plan_review_describe_estimate_js__WEBPACK_IMPORTED_MODULE_7__/* .describeEstimatedCost */ .f)(estimate)}.`;
    }
    if (estimate.kind !== 'known')
        return `The service's price: ${each}.`;
    const sum = (0,_shared_format_js__WEBPACK_IMPORTED_MODULE_4__/* .formatUsd */ .UK)(estimate.usd);
    const bound = estimate.isLeast
        ? `at least ${sum}, more if an edit returns several pictures`
        : `about ${sum}`;
    return `The service's price: ${each}. ${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .LS)(estimate.edits, 'edit')}: ${bound}.`;
}


/***/ }),

/***/ 31976:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cg: () => (/* binding */ describeForeseenSum),
/* harmony export */   XX: () => (/* binding */ sumForeseen),
/* harmony export */   cj: () => (/* binding */ highestPrice),
/* harmony export */   e: () => (/* binding */ createForesight)
/* harmony export */ });
/* harmony import */ var _plan_review_estimate_cost_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49290);
/* harmony import */ var _plan_review_seen_costs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8020);
/* harmony import */ var _shared_format_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19612);
/* harmony import */ var _shared_model_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50962);




/**
 * Foresees costs: the default model's by its price, for each edit that of one output, the least. Options of other models may
 * multiply their price, so the highest cost of an earlier edit with the same options counts if it is higher, or if there is
 * no price that could count.
 */
function createForesight({ prices = new Map(), earlier }, seenCosts = (0,_plan_review_seen_costs_js__WEBPACK_IMPORTED_MODULE_1__/* .createSeenCosts */ .ay)(earlier)) {
    return (edit) => {
        const { model } = edit;
        const price = prices.get(model);
        const seenUsd = model === _shared_model_js__WEBPACK_IMPORTED_MODULE_2__/* .MODEL */ .A ? undefined : seenCosts.find(edit)?.highestUsd;
        const baseUsd = (0,_plan_review_estimate_cost_js__WEBPACK_IMPORTED_MODULE_0__/* .outputUsd */ .C)(price);
        if (seenUsd !== undefined && seenUsd > (baseUsd ?? 0))
            return { ok: true, value: { usd: seenUsd, isRecorded: true } };
        if (baseUsd !== undefined)
            return { ok: true, value: { usd: baseUsd, isRecorded: false } };
        const of = model === _shared_model_js__WEBPACK_IMPORTED_MODULE_2__/* .MODEL */ .A ? 'the price' : `the price of ${model}`;
        const why = price === undefined ? `${of} is not known` : `${of} is for each ${price.unit}`;
        return { ok: false, error: { why, isAbsent: price === undefined } };
    };
}
/** What these edits cost together. */
function sumForeseen(edits, foresee) {
    let sum = { usd: 0, isRecorded: false };
    for (const edit of edits) {
        const cost = foresee(edit);
        if (!cost.ok)
            sum = { fault: cost.error, ...sum };
        else
            sum = { ...sum, usd: sum.usd + cost.value.usd, isRecorded: sum.isRecorded || cost.value.isRecorded };
    }
    return sum;
}
/** A sum in a few words: `at least 0.09 USD`. */
function describeForeseenSum({ usd, isRecorded, fault }) {
    if (!isRecorded || fault !== undefined)
        return `at least ${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatUsd */ .UK)(usd)}`;
    return `about ${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatUsd */ .UK)(usd)}, by what earlier edits with the same options cost,`;
}
/** The highest price of an output, in USD; undefined if none is known. */
function highestPrice(prices = new Map()) {
    const known = [...prices.values()].flatMap((price) => (0,_plan_review_estimate_cost_js__WEBPACK_IMPORTED_MODULE_0__/* .outputUsd */ .C)(price) ?? []);
    return known.length === 0 ? undefined : known.reduce((most, each) => Math.max(most, each));
}


/***/ }),

/***/ 72750:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ isWithin)
/* harmony export */ });
/**
 * Whether a sum keeps within a limit, both in USD: prices such as 0.03 have no exact binary form, so one exactly at it
 * may seem over.
 */
function isWithin(costUsd, maxCostUsd) {
    return costUsd <= maxCostUsd + 1e-9;
}


/***/ }),

/***/ 65796:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ spentUsd),
/* harmony export */   E$: () => (/* binding */ readMonthBudget),
/* harmony export */   MV: () => (/* binding */ findSpentMonth),
/* harmony export */   k0: () => (/* binding */ describeMonth),
/* harmony export */   lJ: () => (/* binding */ findMonthExcess),
/* harmony export */   mL: () => (/* binding */ checkMonthBudget)
/* harmony export */ });
/* harmony import */ var _lock_spending_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76325);
/* harmony import */ var _shared_format_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19612);
/* harmony import */ var _foresee_costs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31976);
/* harmony import */ var _is_within_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(72750);




/** The spec's limit for the month and what the lock says about it; undefined if the spec sets none. Pure. */
function readMonthBudget({ perMonthUsd, at }, recorded, nowMs) {
    if (perMonthUsd === undefined)
        return undefined;
    const month = (0,_lock_spending_js__WEBPACK_IMPORTED_MODULE_1__/* .monthOf */ .GS)(nowMs);
    return {
        month,
        limitUsd: perMonthUsd,
        spent: recorded?.lock.spending?.[month] ?? (0,_lock_spending_js__WEBPACK_IMPORTED_MODULE_1__/* .sumUp */ .Bw)(new Map()),
        ...(at?.perMonthUsd !== undefined && { at: at.perMonthUsd }),
    };
}
/** An error if the spec limits the month and the run has no branch, whose lock file has the spending; pure. */
function checkMonthBudget({ perMonthUsd, at }, deliver) {
    if (perMonthUsd === undefined || deliver.includes('branch'))
        return [];
    const message = '`per-month` needs the lock file on a branch, which records the spending of each month, and this run delivers to no branch. Set `deliver: branch`, or remove `per-month`.';
    return [{ severity: 'error', message, ...(at?.perMonthUsd !== undefined && { at: at.perMonthUsd }) }];
}
/**
 * What is spent of the month and what is certain to come, in USD: edits of which no cost is known, and those that are
 * paid for and not recorded yet, count with what they should cost, or with the most that an edit of the plan should.
 */
function spentUsd(budget, edits, { prices, foresee }) {
    const { costUsd, unpriced } = withAdopted(budget, edits);
    const costs = edits.map((edit) => {
        const cost = foresee(edit);
        return { usd: cost.ok ? cost.value.usd : undefined, isComing: isComing(edit.action, budget) };
    });
    const dearestUsd = costs.reduce((most, { usd = 0 }) => Math.max(most, usd), (0,_foresee_costs_js__WEBPACK_IMPORTED_MODULE_0__/* .highestPrice */ .cj)(prices) ?? 0);
    const comingUsd = costs.reduce((sum, { usd, isComing }) => sum + (isComing ? (usd ?? dearestUsd) : 0), 0);
    return costUsd + unpriced * dearestUsd + comingUsd;
}
/** The month with what the pictures cost that the plan adopts from other branches. */
function withAdopted({ month, spent }, edits) {
    const adopted = edits.flatMap(({ action }) => (action.kind === 'adopt' ? [action.entry] : []));
    return (0,_lock_spending_js__WEBPACK_IMPORTED_MODULE_1__/* .addSpending */ .Kq)({ [month]: spent }, adopted)?.[month] ?? spent;
}
/** Whether an edit is paid for, may be, or is being sent by another run, and is not recorded in the month yet. */
function isComing(action, { month, spent }) {
    if (action.kind !== 'collect' && action.kind !== 'other-run' && action.kind !== 'hold')
        return false;
    const { entry } = action;
    if (!('requestId' in entry))
        return true;
    return (0,_lock_spending_js__WEBPACK_IMPORTED_MODULE_1__/* .monthOf */ .GS)(entry.submittedAtMs) === month && spent.requests?.has(entry.requestId) !== true;
}
/**
 * Why the submits among these edits do not fit into the month; undefined if they do. A price that is not known never
 * fits.
 */
function findMonthExcess(edits, budget, known, whyUnknown) {
    const { limitUsd, month, at } = budget;
    const place = at === undefined ? {} : { at };
    const limit = `the budget of ${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatUsd */ .UK)(limitUsd)} for ${month}`;
    const spent = spentUsd(budget, edits, known);
    const sum = (0,_foresee_costs_js__WEBPACK_IMPORTED_MODULE_0__/* .sumForeseen */ .XX)(edits.filter(({ action }) => action.kind === 'submit'), known.foresee);
    if (sum.usd > 0 && !(0,_is_within_js__WEBPACK_IMPORTED_MODULE_3__/* .isWithin */ .U)(spent + sum.usd, limitUsd))
        return {
            why: `${(0,_foresee_costs_js__WEBPACK_IMPORTED_MODULE_0__/* .describeForeseenSum */ .Cg)(sum)} is over ${limit}, of which ${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatUsd */ .UK)(spent)} are spent or certain to be`,
            todo: 'Raise `per-month`, wait for the next month (UTC), or choose some edits with `only`.',
            ...place,
        };
    if (sum.fault !== undefined) {
        const { why, isAbsent } = sum.fault;
        return {
            why: `${why}, so it is unknown whether the run keeps within ${limit}`,
            todo: isAbsent ? 'Run again later, or remove `per-month`.' : 'Remove `per-month`.',
            isUnknown: true,
            ...(whyUnknown !== '' && { details: whyUnknown }),
            ...place,
        };
    }
    return undefined;
}
/**
 * Why nothing can be sent in a month of which nothing is left, whatever the price; undefined if something is left. Pure.
 */
function findSpentMonth(edits, budget) {
    if (budget === undefined || edits.every(({ action }) => action.kind !== 'submit'))
        return undefined;
    const { limitUsd, month, at } = budget;
    if (withAdopted(budget, edits).costUsd < limitUsd)
        return undefined;
    return {
        why: `nothing is left of the budget of ${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatUsd */ .UK)(limitUsd)} for ${month}`,
        todo: 'Raise `per-month`, or wait for the next month (UTC).',
        ...(at !== undefined && { at }),
    };
}
/** `12.30 of 50.00 USD spent in 2026-11`, and of how many edits the cost is not known. */
function describeMonth({ month, limitUsd, spent }) {
    const unknown = spent.unpriced > 0 ? `, and the cost of ${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_2__/* .plural */ .LS)(spent.unpriced, 'edit')} is not known` : '';
    return `${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatUsd */ .UK)(spent.costUsd)} of ${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatUsd */ .UK)(limitUsd)} spent in ${month}${unknown}`;
}


/***/ }),

/***/ 59182:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Us: () => (/* binding */ findLimits),
  ak: () => (/* binding */ openBudget),
  Fz: () => (/* binding */ stricterLimits)
});

// EXTERNAL MODULE: ./plan/list-to-send.js
var list_to_send = __webpack_require__(46718);
// EXTERNAL MODULE: ./jobs/budget/check-budget.js
var check_budget = __webpack_require__(72650);
// EXTERNAL MODULE: ./shared/sentence.js
var sentence = __webpack_require__(47730);
// EXTERNAL MODULE: ./plan/review/estimate-cost.js
var estimate_cost = __webpack_require__(49290);
// EXTERNAL MODULE: ./plan/review/seen-costs.js
var seen_costs = __webpack_require__(8020);
// EXTERNAL MODULE: ./shared/format.js
var format = __webpack_require__(19612);
// EXTERNAL MODULE: ./shared/model.js
var model = __webpack_require__(50962);
// EXTERNAL MODULE: ./jobs/budget/foresee-costs.js
var foresee_costs = __webpack_require__(31976);
// EXTERNAL MODULE: ./jobs/budget/is-within.js
var is_within = __webpack_require__(72750);
// EXTERNAL MODULE: ./jobs/budget/month-budget.js
var month_budget = __webpack_require__(65796);
;// CONCATENATED MODULE: ./jobs/budget/create-budget.js








/**
 * A budget that lets a run submit as long as it keeps within its limits. What an edit may cost is reserved before it is
 * sent: the service's price, or if earlier edits with the same options cost more, the highest of their costs. The actual
 * cost, which is known later, replaces it. With a limit on cost and an unknown price, nothing may be sent: unknown is never
 * 0. `edits` are those of the plan: what is paid for and not recorded yet counts for the month.
 */
function createBudget({ maxEdits: asked, maxCostUsd, month }, facts, edits = [], log) {
    const isLimited = maxCostUsd !== undefined || month !== undefined;
    const maxEdits = asked ?? (isLimited ? undefined : check_budget/* MAX_EDITS_WITHOUT_BUDGET */.ic);
    const seenBefore = (0,seen_costs/* createSeenCosts */.ay)(facts.earlier);
    const foresee = (0,foresee_costs/* createForesight */.e)(facts, seenBefore);
    const spentBefore = month === undefined ? 0 : (0,month_budget/* spentUsd */.$N)(month, edits, { ...facts, foresee });
    /** The highest cost of this run's edits, by key. */
    const seenNow = new Map();
    /** Keys of edits that were made at a cost that the service does not name: more will not be known of others. */
    const unnamed = new Set();
    /** By id. */
    const items = new Map();
    /** What all items take: with thousands of edits, it is asked for very often. */
    let takenUsd = 0;
    function setItem(id, item) {
        if (item === undefined)
            items.delete(id);
        else
            items.set(id, item);
        takenUsd = [...items.values()].reduce((sum, { usd }) => sum + usd, 0);
    }
    function seenUsd(edit) {
        const [before, now] = [seenBefore.find(edit)?.highestUsd, seenNow.get(seenBefore.keyOf(edit))];
        return before === undefined || now === undefined ? (before ?? now) : Math.max(before, now);
    }
    function leastUsd({ model }) {
        return (0,estimate_cost/* outputUsd */.C)(facts.prices?.get(model));
    }
    /** What is reserved for an edit, in USD; undefined if it is not known. */
    function priceOf(edit) {
        const cost = foresee(edit);
        return cost.ok ? Math.max(cost.value.usd, seenUsd(edit) ?? 0) : undefined;
    }
    /**
     * Whether nothing is known of what edits with its options cost. The default model is charged by output: its price is no
     * mere lower bound.
     */
    function isFirst(edit) {
        return edit.model !== model/* MODEL */.A && seenUsd(edit) === undefined && !unnamed.has(seenBefore.keyOf(edit));
    }
    /** Another edit with the same options that was sent, and of which no cost is known. */
    function findOpen(edit) {
        const key = seenBefore.keyOf(edit);
        return [...items].find(([id, item]) => id !== edit.id && item.key === key && !item.isKnown)?.[0];
    }
    function findExcess(edit, priceUsd) {
        const own = items.get(edit.id);
        const others = items.size - (own === undefined ? 0 : 1);
        if (maxEdits !== undefined && others >= maxEdits) {
            const raise = asked === undefined ? 'set `max-edits`' : 'raise `max-edits`';
            return `${(0,format/* plural */.LS)(others, 'edit')} of at most ${maxEdits} were sent. Run again, or ${raise}.`;
        }
        if (!isLimited)
            return undefined;
        const name = maxCostUsd === undefined ? 'per-month' : 'max-cost';
        if (priceUsd === undefined)
            return `the price is not known. Run again later, or remove \`${name}\`.`;
        const first = isFirst(edit) ? findOpen(edit) : undefined;
        if (first !== undefined)
            return `what an edit with these options costs is not known, and ${first}, which was sent to find out, has not ended. Run again, or remove \`${name}\`.`;
        const othersUsd = takenUsd - (own?.usd ?? 0);
        const seen = seenUsd(edit);
        const cost = seen === priceUsd && seen > (leastUsd(edit) ?? 0)
            ? `it may cost ${(0,format/* formatUsd */.UK)(priceUsd)}, as an earlier edit with the same options did`
            : `it costs at least ${(0,format/* formatUsd */.UK)(priceUsd)}`;
        if (maxCostUsd !== undefined && !(0,is_within/* isWithin */.U)(othersUsd + priceUsd, maxCostUsd))
            return `${(0,format/* formatUsd */.UK)(othersUsd)} of ${(0,format/* formatUsd */.UK)(maxCostUsd)} are spent or set aside, and ${cost}. Run again, or raise \`max-cost\`.`;
        if (month === undefined)
            return undefined;
        const monthUsd = othersUsd + spentBefore;
        if ((0,is_within/* isWithin */.U)(monthUsd + priceUsd, month.limitUsd))
            return undefined;
        return `${(0,format/* formatUsd */.UK)(monthUsd)} of ${(0,format/* formatUsd */.UK)(month.limitUsd)} are spent in ${month.month} or set aside, and ${cost}. Raise \`per-month\`, or wait for the next month (UTC).`;
    }
    return {
        mustWait: (edit, underWay) => {
            if (!isLimited)
                return false;
            const open = [...underWay].flatMap((id) => items.get(id) ?? []).filter(({ isKnown }) => !isKnown);
            const key = seenBefore.keyOf(edit);
            if (isFirst(edit) && open.some((item) => item.key === key))
                return true;
            return open.some((item) => item.usd > item.leastUsd) && findExcess(edit, priceOf(edit)) !== undefined;
        },
        reserve: (edit) => {
            const usd = priceOf(edit);
            const excess = findExcess(edit, usd);
            if (excess !== undefined)
                return { code: 'over-budget', message: `Over budget, not sent: ${excess}` };
            const item = { leastUsd: leastUsd(edit) ?? 0, key: seenBefore.keyOf(edit), isKnown: false };
            setItem(edit.id, { ...item, usd: usd ?? 0 });
            return undefined;
        },
        release: ({ id }) => {
            setItem(id, undefined);
        },
        recordCost: (edit, { usd, hasMade }) => {
            const item = items.get(edit.id);
            if (item === undefined)
                return;
            setItem(edit.id, { ...item, usd: usd ?? item.usd, isKnown: true });
            if (usd === undefined || usd <= 0) {
                if (hasMade)
                    noteUnnamed(edit, item.key);
                return;
            }
            // What a failure costs says nothing of what a picture does.
            if (!hasMade)
                return;
            seenNow.set(item.key, Math.max(seenNow.get(item.key) ?? 0, usd));
            // Those that are under way should cost the same.
            for (const [id, other] of items)
                if (other.key === item.key && !other.isKnown)
                    setItem(id, { ...other, usd: Math.max(other.usd, usd) });
        },
    };
    function noteUnnamed(edit, key) {
        const isNew = !unnamed.has(key);
        unnamed.add(key);
        if (!isNew || !isLimited || edit.model === model/* MODEL */.A || seenUsd(edit) !== undefined)
            return;
        log?.info(`The service did not say what ${edit.id} cost. For edits by ${edit.model} with the same options, its base price is set aside; they may cost more.`);
    }
}

// EXTERNAL MODULE: ./jobs/budget/read-prices.js
var read_prices = __webpack_require__(7571);
;// CONCATENATED MODULE: ./jobs/budget/open-budget.js






/** The limits of a run: the stricter ones of the spec and the inputs, and what the lock says of the month. */
function findLimits(spec, inputs, recorded, nowMs) {
    const month = (0,month_budget/* readMonthBudget */.E$)(spec, recorded, nowMs);
    return { ...stricterLimits(spec, inputs), ...(month !== undefined && { month }) };
}
/** The limits that apply if both set one: the stricter of each. */
function stricterLimits(one, other) {
    const maxEdits = pickStricter('maxEdits', one, other);
    const maxCostUsd = pickStricter('maxCostUsd', one, other);
    const at = { ...maxEdits.at, ...maxCostUsd.at };
    return {
        ...maxEdits.limit,
        ...maxCostUsd.limit,
        ...(Object.keys(at).length > 0 && { at }),
    };
}
/** The stricter of two limits, with its place in the spec if it has one; the first if they are equal. */
function pickStricter(key, one, other) {
    const { [key]: most = Infinity } = one;
    const { [key]: otherMost = Infinity } = other;
    const { [key]: limit, at } = most <= otherMost && one[key] !== undefined ? one : other;
    const place = at?.[key];
    return {
        limit: limit === undefined ? {} : { [key]: limit },
        at: place === undefined ? {} : { [key]: place },
    };
}
/**
 * Asks for the price, logs what the run will cost, and checks the plan against its limits: if it is over them, nothing
 * at all is sent. A run that sends nothing asks for nothing.
 */
async function openBudget(plan, limits, queue, log, signal, known = {}) {
    const toSend = (0,list_to_send/* listToSend */.G)(plan);
    if (toSend.length === 0)
        return { kind: 'within', budget: createBudget(limits, {}) };
    const models = toSend.map(({ model }) => model);
    const { prices, failures } = await (0,read_prices/* readPrices */.R)(models, known.prices ?? new Map(), queue, signal);
    const refused = failures.find(({ code }) => code === 'authentication');
    if (refused !== undefined)
        return { kind: 'unauthorized', budget: closedBudget(), refusal: refuse(refused.message) };
    const facts = { ...known, prices };
    const estimate = (0,check_budget/* describeEstimate */.SD)(plan, facts);
    if (estimate !== '')
        log.info(estimate);
    for (const { message } of failures)
        log.info(`The price is not known: ${message}`);
    if (limits.month !== undefined)
        log.info((0,sentence/* toSentence */.R)((0,month_budget/* describeMonth */.k0)(limits.month)));
    const excess = (0,check_budget/* checkBudget */.Ik)(plan, limits, facts, failures[0]?.message);
    if (excess === undefined)
        return { kind: 'within', budget: createBudget(limits, facts, plan.edits, log) };
    const { why, todo, details, would, at } = excess;
    const said = [`Nothing was sent: ${why}.`, todo, ...(details === undefined ? [] : [details]), would];
    return { kind: 'over', budget: closedBudget(), refusal: refuse(said.join(' '), at) };
}
function refuse(message, at) {
    return { severity: 'error', message, ...(at !== undefined && { at }) };
}
/** Lets nothing be sent. */
function closedBudget() {
    const message = 'Not sent: the run as a whole may send nothing.';
    return {
        mustWait: () => false,
        reserve: () => ({ code: 'run-refused', message }),
        release: () => undefined,
        recordCost: () => undefined,
    };
}


/***/ }),

/***/ 7571:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ readPrices)
/* harmony export */ });
/** Asks for the price of each of these models that is not `known`, one after the other. A token that is refused is refused for all. */
async function readPrices(models, known, queue, signal) {
    const prices = new Map(known);
    const failures = [];
    for (const model of new Set(models)) {
        if (prices.has(model))
            continue;
        const answer = await queue.price(model, signal);
        if (answer.ok)
            prices.set(model, answer.value);
        else
            failures.push(answer.error);
        if (!answer.ok && answer.error.code === 'authentication')
            break;
    }
    return { prices, failures };
}


/***/ }),

/***/ 70205:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cs: () => (/* binding */ findDebts),
/* harmony export */   IH: () => (/* binding */ payDebt),
/* harmony export */   Km: () => (/* binding */ createDebt),
/* harmony export */   _D: () => (/* binding */ nameSecondDestination),
/* harmony export */   a_: () => (/* binding */ isDebt),
/* harmony export */   vC: () => (/* binding */ withoutDebts)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

/** No destination of a run begins like this. */
const BESIDE = 'artifact beside ';
/**
 * Where the second copy of a run's pictures goes, if it delivers to a branch and uploads an artifact. `destination` is that
 * of its claims.
 */
function nameSecondDestination(destination) {
    return `${BESIDE}${destination}`;
}
/**
 * The debt of a run whose pictures are on the branch and whose upload failed. Its key is not the fingerprint of the edit, so
 * claiming, collecting or holding that edit never meets it: it costs nothing and blocks nothing.
 */
function createDebt({ edit, destination, step }, { requestId, submittedAtMs }, nowMs) {
    const second = nameSecondDestination(destination);
    const fingerprint = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256')
        .update(JSON.stringify([second, requestId]))
        .digest('hex');
    const id = `second-copy-of-${requestId}`;
    const times = { claimedAtMs: nowMs, overAtMs: nowMs };
    const claim = { id, fingerprint, edit, destination: second, step, ...times };
    return { kind: 'accepted', claim, requestId, submittedAtMs };
}
/** What the ledger learns once the copy is in an artifact. */
function payDebt({ fingerprint, requestId, destination }, atMs) {
    return { kind: 'delivered', fingerprint, requestId, destination, atMs };
}
/** Whether an entry, or the claim of one, is about a second copy only. */
function isDebt({ destination }) {
    return destination.startsWith(BESIDE);
}
/** A ledger without its debts: the work that a plan depends on. */
function withoutDebts(ledger) {
    return new Map([...ledger].filter(([, entries]) => !entries.some(isDebt)));
}
/** What is still owed to this second destination. */
function findDebts(ledger, second) {
    return [...ledger.values()]
        .flat()
        .filter((entry) => entry.state === 'accepted' && entry.destination === second);
}


/***/ }),

/***/ 86208:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ describeUnknown)
/* harmony export */ });
/* harmony import */ var _judge_entry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49112);
/* harmony import */ var _shared_format_age_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81786);


/** What is known about a submit that was, or may have been, paid for without any pictures: one clause, with its age and its run. */
function describeUnknown(entry, nowMs) {
    const { step, claimedAtMs } = entry;
    const ago = `${(0,_shared_format_age_js__WEBPACK_IMPORTED_MODULE_0__/* .formatAge */ .n)(nowMs - claimedAtMs)} ago`;
    switch (entry.state) {
        case 'claimed':
            return `the run ${step.url} was about to send it ${ago}, and ended without recording whether it did`;
        case 'maybe-sent':
            return `the run ${step.url} may have sent it ${ago}, and no answer is known`;
        case 'accepted':
        case 'lost':
        case 'delivered': {
            const why = (0,_judge_entry_js__WEBPACK_IMPORTED_MODULE_1__/* .isUnusable */ .Im)(entry)
                ? 'what it made cannot be delivered'
                : 'its pictures are no longer available';
            return `the run ${step.url} paid for it ${(0,_shared_format_age_js__WEBPACK_IMPORTED_MODULE_0__/* .formatAge */ .n)(nowMs - entry.submittedAtMs)} ago (request ${entry.requestId}), and ${why}`;
        }
    }
}


/***/ }),

/***/ 38814:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ KEPT_DAYS),
/* harmony export */   i: () => (/* binding */ pruneOld)
/* harmony export */ });
/** How long work in flight is remembered: by then its pictures are gone from the service, or no one wants them. */
const KEPT_DAYS = 30;
const KEPT_MS = KEPT_DAYS * 24 * 60 * 60 * 1000;
/**
 * How long a delivery is remembered: a job on a GitHub-hosted runner lasts six hours at most (docs.github.com, "Actions
 * limits"), so a run that began before the delivery learns about it.
 */
const DELIVERED_KEPT_MS = 6 * 60 * 60 * 1000;
/**
 * Separates the entries that are too old from the others; pure. `pruned` is to be reported; deliveries are removed
 * silently. Only a server's clock decides: one machine whose clock is ahead must not make all others pay again. If it is
 * not known what time it is there, everything stays. The given ledger itself is returned if nothing is too old.
 */
function pruneOld(ledger, times) {
    const old = new Set([...ledger.values()].flat().filter((entry) => isOld(entry, times)));
    if (old.size === 0)
        return { ledger, pruned: [] };
    const young = [...ledger].flatMap(([fingerprint, entries]) => {
        const left = entries.filter((entry) => !old.has(entry));
        return left.length === 0 ? [] : [[fingerprint, left]];
    });
    return { ledger: new Map(young), pruned: [...old].filter(({ state }) => state !== 'delivered') };
}
function isOld(entry, { serverMs }) {
    if (serverMs === undefined)
        return false;
    switch (entry.state) {
        case 'delivered':
            return serverMs - entry.deliveredAtMs > DELIVERED_KEPT_MS;
        case 'claimed':
        case 'maybe-sent':
            return serverMs - lastSignMs(entry) > KEPT_MS;
        case 'accepted':
        case 'lost':
            return serverMs - Math.max(lastSignMs(entry), entry.submittedAtMs) > KEPT_MS;
    }
}
/** The last time at which its step was certainly running. */
function lastSignMs({ claimedAtMs, overAtMs }) {
    return Math.max(claimedAtMs, overAtMs);
}


/***/ }),

/***/ 22518:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ findCacheFault)
/* harmony export */ });
/**
 * Ways of using the cache that the runner may grant (`ACTIONS_CACHE_MODE`) and that do not allow both reading and
 * writing.
 */
const LESSER_MODES = ['none', 'read', 'write-only'];
/**
 * Why the Actions cache cannot be used by this step, as far as the runner's environment shows; undefined if it seems to
 * be available. This is about the second version of the service: an older GitHub Enterprise Server has another one.
 */
function findCacheFault(env) {
    const missing = ['ACTIONS_RUNTIME_TOKEN', 'ACTIONS_RESULTS_URL', 'ACTIONS_CACHE_SERVICE_V2'].filter((name) => !env[name]);
    if (missing.length > 0)
        return `the runner offers none (${missing.join(', ')} not set)`;
    const mode = env['ACTIONS_CACHE_MODE']?.trim().toLowerCase() ?? '';
    return LESSER_MODES.includes(mode)
        ? `the runner gives this job no more than the mode \`${mode}\``
        : undefined;
}


/***/ }),

/***/ 37622:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ createCacheEntries)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _shared_optional_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23490);



/**
 * What an entry holds: a folder of the workspace, the only folder with the same name on each runner. Entries are found
 * by the words with which a path is given, and unpacked to the same path in the workspace.
 */
const FOLDER = '.dreamina-ledger';
const FILE = 'ledger.json';
/** The entries as a step in `workspace` (absolute path, the process's working folder) sees them. One call at a time. */
function createCacheEntries(workspace) {
    const folder = node_path__WEBPACK_IMPORTED_MODULE_1__.join(workspace, FOLDER);
    const file = node_path__WEBPACK_IMPORTED_MODULE_1__.join(folder, FILE);
    // Loaded here: it is heavy, and most runs never need it.
    const client = async () => await Promise.all(/* import() */[__webpack_require__.e(789), __webpack_require__.e(422)]).then(__webpack_require__.bind(__webpack_require__, 31422));
    /** Nothing of an earlier call is mistaken for what this one brought, and nothing stays in the workspace. */
    async function inFolder(work) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(folder, { recursive: true, force: true });
        try {
            return await work();
        }
        finally {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(folder, { recursive: true, force: true });
        }
    }
    return {
        find: async (key, prefixes) => {
            const { restoreCache: fetch } = await client();
            return await fetch([FOLDER], key, [...prefixes], { lookupOnly: true }, true);
        },
        load: async (key, prefixes) => await inFolder(async () => {
            const { restoreCache: fetch } = await client();
            const found = await fetch([FOLDER], key, [...prefixes], undefined, true);
            return found === undefined ? undefined : { key: found, text: await (0,_shared_optional_file_js__WEBPACK_IMPORTED_MODULE_2__/* .readIfExists */ .OR)(file) };
        }),
        save: async (key, text) => await inFolder(async () => {
            const { saveCache: send } = await client();
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(folder);
            // A step that is killed here leaves the folder behind: git must not see it.
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(node_path__WEBPACK_IMPORTED_MODULE_1__.join(folder, '.gitignore'), '*\n');
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(file, text);
            return (await send([FOLDER], key, undefined, true)) >= 0;
        }),
    };
}


/***/ }),

/***/ 92268:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  P: () => (/* binding */ createCacheOverGit)
});

;// CONCATENATED MODULE: ./ledger/life/merge-ledgers.js
/**
 * What two ledgers know together; pure. If both have a claim, what came later in its life counts. What only `above` has
 * was claimed later than what `beneath` has.
 */
function mergeLedgers(beneath, above) {
    const merged = new Map(beneath);
    for (const [fingerprint, entries] of above)
        merged.set(fingerprint, mergeEntries(beneath.get(fingerprint) ?? [], entries));
    return merged;
}
function mergeEntries(beneath, above) {
    const later = new Map(above.map((entry) => [entry.id, entry]));
    const known = new Set(beneath.map(({ id }) => id));
    return [
        ...beneath.map((entry) => {
            const other = later.get(entry.id);
            return other === undefined || rankLife(other) < rankLife(entry) ? entry : other;
        }),
        ...above.filter(({ id }) => !known.has(id)),
    ];
}
/** Higher for what comes later in the life of a claim. */
function rankLife({ state }) {
    switch (state) {
        case 'claimed':
            return 0;
        case 'maybe-sent':
            return 1;
        case 'accepted':
            return 2;
        case 'lost':
            return 3;
        case 'delivered':
            return 4;
    }
}

// EXTERNAL MODULE: ./ledger/life/change-entry.js
var change_entry = __webpack_require__(23693);
;// CONCATENATED MODULE: ./ledger/stores/layer.js

/**
 * The name of an entry that is removed. It changes when the entry has a request id: an answer that comes after a doubt was
 * removed is about a job whose pictures can be collected.
 */
function nameRemoved(entry) {
    return (0,change_entry/* hasAnswer */.H1)(entry) ? `${entry.id} ${entry.requestId}` : entry.id;
}

;// CONCATENATED MODULE: ./ledger/stores/cache-over-git.js


/**
 * For a token that may read the repository's ledger but not write it: what is there counts too, so that work that
 * another workflow began is not paid for twice, and only what is not there goes to the cache. What is over although the
 * repository still has it is remembered in the cache for as long. A run that writes the repository's own ledger sees
 * nothing of the cache.
 */
function createCacheOverGit(cache, git) {
    let beneath;
    let versionBeneath;
    async function readBoth(signal) {
        const below = await git.read(signal);
        // If it may not even be read, nothing of it can be known.
        if (!below.ok && below.error.kind !== 'denied')
            return below;
        const own = await cache.read(signal);
        if (!own.ok)
            return own;
        beneath = below.ok ? below.value.ledger : undefined;
        versionBeneath = below.ok ? below.value.version : undefined;
        const { ledger, version, removed } = own.value;
        const left = filterEntries(beneath ?? new Map(), (entry) => !removed.has(nameRemoved(entry)));
        return { ok: true, value: { ledger: mergeLedgers(left, ledger), version } };
    }
    return {
        read: readBoth,
        write: async (ledger, version, signal) => {
            const below = await git.read(signal);
            if (!below.ok && below.error.kind !== 'denied')
                return below;
            const isMoved = below.ok && below.value.version !== versionBeneath;
            if (isMoved)
                return { ok: true, value: 'moved' };
            const known = new Set(listEntries(beneath).map(describe));
            const own = filterEntries(ledger, (entry) => !known.has(describe(entry)));
            return await cache.write(own, version, signal, listRemoved(beneath, ledger));
        },
    };
}
/** What is not in `ledger` anymore of what is `beneath`; undefined if that is not known. */
function listRemoved(beneath, ledger) {
    if (beneath === undefined)
        return undefined;
    const left = new Set(listEntries(ledger).map(({ id }) => id));
    const over = listEntries(beneath).filter(({ id }) => !left.has(id));
    return new Set(over.map(nameRemoved));
}
function filterEntries(ledger, isWanted) {
    return Map.groupBy(listEntries(ledger).filter(isWanted), ({ fingerprint }) => fingerprint);
}
function listEntries(ledger = new Map()) {
    return [...ledger.values()].flat();
}
function describe(entry) {
    return JSON.stringify(entry);
}


/***/ }),

/***/ 94980:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ER: () => (/* binding */ parseEntry),
/* harmony export */   ZK: () => (/* binding */ callCache),
/* harmony export */   dE: () => (/* binding */ LEDGER_PREFIX),
/* harmony export */   mX: () => (/* binding */ createCacheStore),
/* harmony export */   vG: () => (/* binding */ BEGIN_PREFIX)
/* harmony export */ });
/* harmony import */ var _shared_deadline_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56927);
/* harmony import */ var _shared_describe_error_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(82129);
/* harmony import */ var _shared_line_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(93777);
/* harmony import */ var _shared_or_aborted_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(56268);
/* harmony import */ var _shared_unique_suffix_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(32900);
/* harmony import */ var _parse_ledger_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20975);
/* harmony import */ var _render_ledger_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(61556);
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







/** Keys of entries that hold a ledger; the newest one counts. */
const LEDGER_PREFIX = 'dreamina-ledger-';
/**
 * Keys of entries that say that there is no ledger. The client reports a failure in the same way as nothing found; if
 * one of these is found instead, there is certainly no ledger.
 */
const BEGIN_PREFIX = 'dreamina-begin-';
/** A longer call will not succeed; the client itself tries again for half a minute. */
const CALL_LIMIT_MS = 90_000;
/**
 * Keeps the ledger in entries of the Actions cache, a new one for each write. The service has no compare-and-swap:
 * before a write it is asked whether the newest entry is still the one that was read, so two runs that write within the
 * same second or two may both believe that they were the only one. Runs of other branches see only the entries of the
 * default branch.
 */
function createCacheStore({ entries, clock, run, random }) {
    const prefixes = [LEDGER_PREFIX, BEGIN_PREFIX];
    const unique = (0,_shared_unique_suffix_js__WEBPACK_IMPORTED_MODULE_3__/* .uniqueSuffix */ .v)(random);
    const writer = `${run.runId || '0'}-${run.attempt}-${unique}`;
    /** The client requires a key of its own before the prefixes. */
    const unusedKey = `${BEGIN_PREFIX}${writer}-0`;
    let count = 0;
    let hasSaved = false;
    let known;
    /** What this step wrote last, and the keys that it replaced: the service may still show one of those. */
    let last;
    const replaced = new Set();
    /** The entry that a test write made from another one. */
    let copy;
    const line = (0,_shared_line_js__WEBPACK_IMPORTED_MODULE_4__/* .createLine */ .R)();
    /** A call that is no longer awaited goes on, and the next one begins after it. */
    async function call(what, signal, work) {
        return await callCache(clock, what, signal, async () => await line.run(work));
    }
    async function save(prefix, { ledger, removed }) {
        count += 1;
        const key = `${prefix}${writer}-${count}`;
        if (!(await entries.save(key, (0,_render_ledger_js__WEBPACK_IMPORTED_MODULE_2__/* .renderLedger */ .w)(ledger, removed))))
            return undefined;
        hasSaved = true;
        return key;
    }
    async function load() {
        const found = await entries.load(unusedKey, prefixes);
        if (found !== undefined)
            return found;
        // Nothing, or nothing readable: once there is a beginning, these two are different.
        const begun = await save(BEGIN_PREFIX, { ledger: new Map(), removed: new Set() });
        return begun === undefined ? undefined : await entries.load(unusedKey, prefixes);
    }
    async function read(signal) {
        const found = await load();
        if (found === undefined)
            return failed('unreachable', 'read', 'the service did not give an entry');
        if (last !== undefined && replaced.has(found.key))
            return { ok: true, value: last };
        const layer = await parseEntry(found, signal);
        if (layer.ok)
            known = layer.value;
        return layer;
    }
    function removedAt(version) {
        return [last, known].find((layer) => layer?.version === version)?.removed ?? new Set();
    }
    /** Whether what was read as `version` is still the latest. */
    function isCurrent(newest, version) {
        if (newest === version || (copy?.of === version && copy?.key === newest))
            return true;
        return replaced.has(newest) && last?.version === version;
    }
    async function write(layer, version) {
        const newest = await entries.find(unusedKey, prefixes);
        if (newest === undefined)
            return failed('unreachable', 'written', 'the service does not say what is there');
        if (!isCurrent(newest, version))
            return { ok: true, value: 'moved' };
        const key = await save(LEDGER_PREFIX, layer);
        if (key === undefined)
            return failed('unreachable', 'written', 'the service did not accept a new entry');
        for (const old of [newest, version, last?.version])
            if (old !== undefined)
                replaced.add(old);
        last = { ...layer, version: key };
        return { ok: true, value: { version: key } };
    }
    /** What others write in the meantime proves nothing for this step. */
    async function proveWritable(signal) {
        while (!hasSaved && known !== undefined) {
            const { version } = known;
            const written = await write(known, version);
            if (!written.ok)
                return written;
            if (written.value !== 'moved')
                copy = { of: version, key: written.value.version };
            else {
                const again = await read(signal);
                if (!again.ok)
                    return again;
            }
        }
        return { ok: true, value: undefined };
    }
    return {
        read: async (signal) => await call('read', signal, async () => await read(signal)),
        write: async (ledger, version, signal, removed = removedAt(version)) => await call('written', signal, async () => await write({ ledger, removed }, version)),
        findWriteFault: async (signal) => {
            const tried = await call('written', signal, async () => await proveWritable(signal));
            return tried.ok ? undefined : tried.error;
        },
    };
}
/** The ledger that an entry of the cache holds. */
async function parseEntry({ key, text }, signal) {
    const source = `the cache entry ${key}`;
    if (text === undefined)
        return (0,_parse_ledger_js__WEBPACK_IMPORTED_MODULE_1__/* .damaged */ .qM)(source, 'there is no ledger in it');
    const layer = await (0,_parse_ledger_js__WEBPACK_IMPORTED_MODULE_1__/* .parseLayer */ .RO)(text, source, signal);
    return layer.ok ? { ok: true, value: { ...layer.value, version: key } } : layer;
}
/** Why the cache could not be used. */
/** Awaits a call of the client, which cannot be aborted, for as long as it may succeed. */
async function callCache(clock, what, signal, work) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const limit = __addDisposableResource(env_1, (0,_shared_deadline_js__WEBPACK_IMPORTED_MODULE_0__/* .startDeadline */ .d)(clock, CALL_LIMIT_MS, 'the call of the Actions cache', signal), false);
        try {
            signal.throwIfAborted();
            return await (0,_shared_or_aborted_js__WEBPACK_IMPORTED_MODULE_5__/* .orAborted */ .H)(work(), limit.signal);
        }
        catch (error) {
            return failed(signal.aborted ? 'stopped' : 'unreachable', what, (0,_shared_describe_error_js__WEBPACK_IMPORTED_MODULE_6__/* .describeError */ .U)(error));
        }
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        __disposeResources(env_1);
    }
}
function failed(kind, what, why) {
    const message = `The ledger of work in flight cannot be ${what} in the Actions cache: ${why}.`;
    return { ok: false, error: { kind, message } };
}


/***/ }),

/***/ 35142:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q3: () => (/* binding */ createGitStore),
/* harmony export */   oQ: () => (/* binding */ LEDGER_REF),
/* harmony export */   zu: () => (/* binding */ judgeLedgerKind)
/* harmony export */ });
/* unused harmony export LEDGER_FILE */
/* harmony import */ var _git_commit_tree_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78678);
/* harmony import */ var _git_fetch_tip_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14342);
/* harmony import */ var _git_push_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38568);
/* harmony import */ var _git_read_blobs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73029);
/* harmony import */ var _git_write_blobs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(29964);
/* harmony import */ var _shared_sentence_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(47730);
/* harmony import */ var _parse_ledger_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(20975);
/* harmony import */ var _render_ledger_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(61556);








/** Outside `refs/heads` and `refs/tags`: no branch appears, no workflow starts. */
const LEDGER_REF = 'refs/dreamina/ledger';
/** The one file of the ledger's commit. */
const LEDGER_FILE = 'ledger.json';
const AUTHOR = 'dreamina-edit-action <dreamina-edit-action@users.noreply.github.com>';
/**
 * Keeps the ledger in one file of one commit without parents, at `ref` of the remote: no history grows. It is changed
 * only from the value that was read. Reading takes three HTTP requests (two if nothing is kept yet), writing two.
 */
function createGitStore(repository, ref = LEDGER_REF) {
    return {
        read: async (signal) => {
            const tip = await (0,_git_fetch_tip_js__WEBPACK_IMPORTED_MODULE_1__/* .fetchTip */ .m)(repository, ref, signal, 'whole');
            if (!tip.ok)
                return failed('read', ref, tip.error);
            if (tip.value === undefined)
                return { ok: true, value: { ledger: new Map(), version: undefined } };
            const text = await (0,_git_read_blobs_js__WEBPACK_IMPORTED_MODULE_3__/* .readFileOf */ .mH)(repository, tip.value, LEDGER_FILE, signal);
            if (!text.ok)
                return failed('read', ref, text.error);
            if (text.value === undefined)
                return (0,_parse_ledger_js__WEBPACK_IMPORTED_MODULE_5__/* .damaged */ .qM)(ref, `there is no ${LEDGER_FILE} in it`);
            const ledger = await (0,_parse_ledger_js__WEBPACK_IMPORTED_MODULE_5__/* .parseLedger */ .h8)(text.value.toString(), ref, signal);
            return ledger.ok ? { ok: true, value: { ledger: ledger.value, version: tip.value } } : ledger;
        },
        write: async (ledger, version, signal) => {
            const blob = await (0,_git_write_blobs_js__WEBPACK_IMPORTED_MODULE_4__/* .writeText */ .x3)(repository, (0,_render_ledger_js__WEBPACK_IMPORTED_MODULE_6__/* .renderLedger */ .w)(ledger), signal);
            if (!blob.ok)
                return failed('written', ref, blob.error);
            const message = 'Edits that were claimed or paid for, and are not delivered yet';
            const order = { files: [{ path: LEDGER_FILE, blob: blob.value }], message, author: AUTHOR };
            const commit = await (0,_git_commit_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .commitFlat */ .jG)(repository, order, signal);
            if (!commit.ok)
                return failed('written', ref, commit.error);
            const push = { commit: commit.value, ref, ...(version !== undefined && { tip: version }) };
            const end = await (0,_git_push_js__WEBPACK_IMPORTED_MODULE_2__/* .replaceRef */ .UX)(repository, push, signal);
            if (!end.ok)
                return failed('written', ref, end.error);
            return { ok: true, value: end.value === 'moved' ? 'moved' : { version: commit.value } };
        },
    };
}
function failed(what, ref, { kind, why }) {
    const text = (0,_shared_sentence_js__WEBPACK_IMPORTED_MODULE_7__/* .toSentence */ .R)(`the ledger of work in flight (${ref}) cannot be ${what}: ${why}`);
    return { ok: false, error: { kind: judgeLedgerKind(kind), message: `${text} ${advise(kind)}`.trim() } };
}
/** What an error of git means for the ledger; pure. */
function judgeLedgerKind(kind) {
    switch (kind) {
        case 'offline':
            return 'unreachable';
        case 'stopped':
            return 'stopped';
        case 'git-missing':
        case 'unauthorized':
        case 'denied':
        case 'not-found':
        case 'redirected':
        case 'untrusted':
        case 'refused':
            return 'denied';
        case 'failed':
            return 'failed';
    }
}
function advise(kind) {
    switch (kind) {
        case 'unauthorized':
            return 'The token in the input `github-token` may have expired: give a new one, or set `ledger: none`.';
        case 'redirected':
        case 'untrusted':
            return '';
        case 'denied':
        case 'not-found':
            return 'Give the job `permissions: contents: write`, or set `ledger: none`.';
        case 'refused':
            return 'Allow the token to write this ref, or set `ledger: none`.';
        case 'git-missing':
            return 'Install it, or set `ledger: none`.';
        case 'failed':
            return 'Fix the repository, or set `ledger: none`.';
        case 'offline':
        case 'stopped':
            return '';
    }
}


/***/ }),

/***/ 58761:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bn: () => (/* binding */ LEDGER_VERSION),
/* harmony export */   Bx: () => (/* binding */ ledgerSchema),
/* harmony export */   pw: () => (/* binding */ layerSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69987);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(79435);
/* harmony import */ var _shared_lazily_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99670);
/* harmony import */ var _shared_request_id_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(45734);



/** The form of the ledger that this version reads and writes. */
const LEDGER_VERSION = 1;
const schemas = (0,_shared_lazily_js__WEBPACK_IMPORTED_MODULE_0__/* .lazily */ .q)(() => {
    const text = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP();
    const time = zod__WEBPACK_IMPORTED_MODULE_2__/* .datetime */ .w$();
    const fingerprint = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in 64 hex digits');
    const claim = {
        id: text.min(1),
        edit: text,
        destination: text,
        run: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
            id: text,
            attempt: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().positive(),
            job: text.exactOptional(),
            step: text,
            process: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ machine: text, pid: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().positive() }).exactOptional(),
            url: text,
        }),
        claimed_at: time,
        over_at: time,
    };
    const job = {
        request_id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().refine(_shared_request_id_js__WEBPACK_IMPORTED_MODULE_3__/* .isRequestId */ .h, 'must be a request id'),
        submitted_at: time,
    };
    const entry = zod__WEBPACK_IMPORTED_MODULE_1__/* .discriminatedUnion */ .gMt('state', [
        zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ state: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('claimed'), ...claim }),
        zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ state: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('maybe-sent'), ...claim }),
        zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
            state: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('accepted'),
            ...claim,
            ...job,
            unusable: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(true).exactOptional(),
        }),
        zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ state: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('lost'), ...claim, ...job, lost_at: time }),
        zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ state: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('delivered'), ...claim, ...job, delivered_at: time }),
    ]);
    // Strict, so that what another version added is not silently lost.
    const ledger = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        version: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(LEDGER_VERSION),
        entries: zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(fingerprint, zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(entry).min(1)),
    });
    const layer = ledger.extend({ removed: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(text.min(1)).exactOptional() });
    return { claim, job, entry, ledger, layer };
});
/** The ledger as it is written. */
const ledgerSchema = () => schemas().ledger;
/** The same above another ledger, with what counts as removed of that one. */
const layerSchema = () => schemas().layer;


/***/ }),

/***/ 17919:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ createNoStore)
/* harmony export */ });
/** For `ledger: none`: nothing is kept for the next run, and nothing is known about other runs. */
function createNoStore() {
    return {
        read: async () => await Promise.resolve({ ok: true, value: { ledger: new Map(), version: undefined } }),
        write: async () => await Promise.resolve({ ok: true, value: { version: 'not kept' } }),
    };
}


/***/ }),

/***/ 20975:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RO: () => (/* binding */ parseLayer),
/* harmony export */   h8: () => (/* binding */ parseLedger),
/* harmony export */   qM: () => (/* binding */ damaged)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69987);
/* harmony import */ var _shared_breathe_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(18586);
/* harmony import */ var _shared_describe_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(82129);
/* harmony import */ var _shared_sentence_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(47730);
/* harmony import */ var _ledger_schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58761);





const NOTHING_DONE = 'Nothing was sent or overwritten.';
/** Fingerprints whose entries are checked at once: some 30 ms. A ledger may have hundreds of thousands. */
const SLICE = 2000;
/**
 * Reads a ledger. `source` names where it is kept, e.g. `refs/dreamina/ledger`. One that was written by a newer version,
 * by hand or only in part is `damaged`, and never taken for an empty one. `stopped` if the signal is aborted meanwhile.
 */
async function parseLedger(text, source, signal) {
    const layer = await parseText(text, source, (0,_ledger_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .ledgerSchema */ .Bx)(), signal);
    return layer.ok ? { ok: true, value: layer.value.ledger } : layer;
}
/** Reads a ledger that may lie above another one, as `parseLedger` does. */
async function parseLayer(text, source, signal) {
    return await parseText(text, source, (0,_ledger_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .layerSchema */ .pw)(), signal);
}
async function parseText(text, source, schema, signal) {
    let json;
    try {
        json = JSON.parse(text);
    }
    catch (error) {
        return damaged(source, `it is not JSON: ${(0,_shared_describe_error_js__WEBPACK_IMPORTED_MODULE_1__/* .describeError */ .U)(error)}`);
    }
    const version = zod__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({ version: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig() }).safeParse(json).data?.version;
    if (version !== undefined && version > _ledger_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .LEDGER_VERSION */ .Bn)
        return newer(source, `its form is ${version}, this version knows ${_ledger_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .LEDGER_VERSION */ .Bn}`);
    const ledger = new Map();
    const issues = [];
    let removed = [];
    for (const slice of sliceEntries(json)) {
        try {
            await (0,_shared_breathe_js__WEBPACK_IMPORTED_MODULE_3__/* .breathe */ .q)(signal);
        }
        catch (error) {
            const why = (0,_shared_sentence_js__WEBPACK_IMPORTED_MODULE_4__/* .toSentence */ .R)(`the ledger of work in flight in ${source} was not read: ${(0,_shared_describe_error_js__WEBPACK_IMPORTED_MODULE_1__/* .describeError */ .U)(error)}`);
            return { ok: false, error: { kind: 'stopped', message: why } };
        }
        const parsed = schema.safeParse(slice);
        issues.push(...(parsed.error?.issues ?? []));
        removed = parsed.data?.removed ?? removed;
        for (const [fingerprint, all] of Object.entries(parsed.data?.entries ?? {}))
            ledger.set(fingerprint, all.map((wire) => fromWire(fingerprint, wire)));
    }
    return issues.length === 0
        ? { ok: true, value: { ledger, removed: new Set(removed) } }
        : describeFault(source, issues, json);
}
/** The same value in parts, each with some of its entries: the whole is right if every part is. */
function* sliceEntries(json) {
    const { entries } = (json ?? {});
    const isRecord = typeof entries === 'object' && entries !== null && !Array.isArray(entries);
    const all = isRecord ? Object.entries(entries) : [];
    if (all.length === 0)
        yield json;
    for (let at = 0; at < all.length; at += SLICE)
        yield { ...json, entries: Object.fromEntries(all.slice(at, at + SLICE)) };
}
/** What is only unknown here comes from a newer version: the message must not lead anyone to discard it. */
function describeFault(source, issues, json) {
    const unknown = issues.find((issue) => isUnknownHere(issue, json));
    if (unknown?.code === 'unrecognized_keys')
        return newer(source, `it has the key ${unknown.keys.join(', ')}, which this version does not know`);
    if (unknown !== undefined)
        return newer(source, `it has a state at ${nameSpot(unknown)} that this version does not know`);
    const [issue] = issues;
    return damaged(source, issue === undefined ? 'it has another form' : `${nameSpot(issue)}: ${issue.message}`);
}
function isUnknownHere({ code, path }, json) {
    if (code === 'unrecognized_keys')
        return true;
    if (path.at(-1) !== 'state')
        return false;
    const state = path.reduce((value, key) => value[key], json);
    return typeof state === 'string';
}
function nameSpot({ path }) {
    return path.map(String).join(' > ');
}
function newer(source, fact) {
    const message = `The ledger of work in flight in ${source} was written by a newer version of this action (${fact}). Update the action. ${NOTHING_DONE}`;
    return { ok: false, error: { kind: 'damaged', message } };
}
/** The ledger of `source` cannot be understood; `why` is a clause. */
function damaged(source, why) {
    const todo = `Look at your requests on RunComfy, then remove ${source}, or set \`ledger: none\`.`;
    const message = `The ledger of work in flight in ${source} cannot be read (${why}). Only the action writes it. ${todo} ${NOTHING_DONE}`;
    return { ok: false, error: { kind: 'damaged', message } };
}
function fromWire(fingerprint, wire) {
    const claim = readClaim(fingerprint, wire);
    switch (wire.state) {
        case 'claimed':
        case 'maybe-sent':
            return { ...claim, state: wire.state };
        case 'accepted':
            return {
                ...{ ...claim, state: wire.state, ...readJob(wire) },
                ...(wire.unusable === true && { isUnusable: true }),
            };
        case 'lost':
            return { ...claim, state: wire.state, ...readJob(wire), lostAtMs: Date.parse(wire.lost_at) };
        case 'delivered':
            return { ...claim, state: wire.state, ...readJob(wire), deliveredAtMs: Date.parse(wire.delivered_at) };
    }
}
function readClaim(fingerprint, { id, edit, destination, run, ...times }) {
    const { id: runId, attempt, job, step: name, process, url } = run;
    return {
        id,
        fingerprint,
        edit,
        destination,
        step: {
            ...{ runId, attempt, ...(job !== undefined && { job }), name },
            ...(process !== undefined && { process }),
            url,
        },
        claimedAtMs: Date.parse(times.claimed_at),
        overAtMs: Date.parse(times.over_at),
    };
}
function readJob(wire) {
    return { requestId: wire.request_id, submittedAtMs: Date.parse(wire.submitted_at) };
}


/***/ }),

/***/ 61556:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ renderLedger)
/* harmony export */ });
/* harmony import */ var _ledger_schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58761);

/**
 * The ledger's text: the same bytes for the same ledger, sorted by fingerprint, and what counts as `removed` of the one
 * beneath it. Throws if it could not be read again: one wrong entry must not lock in all others.
 */
function renderLedger(ledger, removed = new Set()) {
    const sorted = [...ledger].toSorted(([a], [b]) => (a < b ? -1 : Number(a > b)));
    const entries = sorted.map(([fingerprint, all]) => [fingerprint, all.map(toWire)]);
    const wire = {
        version: _ledger_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .LEDGER_VERSION */ .Bn,
        entries: Object.fromEntries(entries),
        ...(removed.size > 0 && { removed: [...removed].toSorted() }),
    };
    return `${JSON.stringify((0,_ledger_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .layerSchema */ .pw)().parse(wire), null, 2)}\n`;
}
function toWire(entry) {
    switch (entry.state) {
        case 'claimed':
        case 'maybe-sent':
            return { state: entry.state, ...claimToWire(entry) };
        case 'accepted':
            return {
                ...{ state: entry.state, ...claimToWire(entry), ...jobToWire(entry) },
                ...(entry.isUnusable === true && { unusable: true }),
            };
        case 'lost': {
            const lostAt = formatTime(entry.lostAtMs);
            return { state: entry.state, ...claimToWire(entry), ...jobToWire(entry), lost_at: lostAt };
        }
        case 'delivered': {
            const deliveredAt = formatTime(entry.deliveredAtMs);
            return { state: entry.state, ...claimToWire(entry), ...jobToWire(entry), delivered_at: deliveredAt };
        }
    }
}
function claimToWire({ id, edit, destination, step, claimedAtMs, overAtMs }) {
    const { runId, attempt, job, name, process, url } = step;
    return {
        id,
        edit,
        destination,
        run: {
            ...{ id: runId, attempt, ...(job !== undefined && { job }), step: name },
            ...(process !== undefined && { process }),
            url,
        },
        claimed_at: formatTime(claimedAtMs),
        over_at: formatTime(overAtMs),
    };
}
function jobToWire({ requestId, submittedAtMs }) {
    return { request_id: requestId, submitted_at: formatTime(submittedAtMs) };
}
function formatTime(ms) {
    return new Date(ms).toISOString();
}


/***/ }),

/***/ 41250:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  uz: () => (/* binding */ readStore),
  fh: () => (/* binding */ readTimes),
  Zm: () => (/* binding */ saveChanges)
});

// EXTERNAL MODULE: ./shared/describe-error.js
var describe_error = __webpack_require__(82129);
// EXTERNAL MODULE: ./shared/duration.js
var duration = __webpack_require__(42403);
// EXTERNAL MODULE: ./shared/retry.js
var retry = __webpack_require__(51049);
// EXTERNAL MODULE: ./shared/retry-delay.js
var retry_delay = __webpack_require__(31171);
// EXTERNAL MODULE: ./ledger/life/change-entry.js
var change_entry = __webpack_require__(23693);
// EXTERNAL MODULE: ./ledger/life/delivered-since.js
var delivered_since = __webpack_require__(90029);
// EXTERNAL MODULE: ./ledger/life/judge-entry.js
var judge_entry = __webpack_require__(49112);
;// CONCATENATED MODULE: ./ledger/life/apply-changes.js



/**
 * Makes changes in their order; pure. A claim is refused if there is an entry that it does not name; all other changes
 * do what they can. The same changes made twice are the same as made once, also with changes of others between: a write
 * whose answer was lost is simply repeated.
 */
function applyChanges(ledger, changes) {
    const all = new Map(ledger);
    const refused = new Map();
    let isChanged = false;
    for (const change of changes) {
        const fingerprint = 'claim' in change ? change.claim.fingerprint : change.fingerprint;
        const before = all.get(fingerprint) ?? [];
        const inTheWay = change.kind === 'claim' ? findInTheWay(before, change) : undefined;
        if (inTheWay !== undefined)
            refused.set(fingerprint, inTheWay);
        const after = change.kind === 'claim' && inTheWay !== undefined
            ? withoutOwn(before, change)
            : changeEntries(before, change);
        if (after.length === before.length && after.every((entry, index) => entry === before[index]))
            continue;
        isChanged = true;
        if (after.length === 0)
            all.delete(fingerprint);
        else
            all.set(fingerprint, after);
    }
    return { ledger: isChanged ? all : ledger, refused };
}
/** Of the entries that a claim does not name, the one that counts most. Earlier claims of the same step are its own. */
function findInTheWay(there, { claim, over }) {
    return (0,judge_entry/* pickStrongest */.Dv)(there.filter((entry) => !isOwnClaim(entry, claim) && !over.includes((0,change_entry/* nameEntry */.ap)(entry))));
}
function isOwnClaim(entry, { step }) {
    return entry.state === 'claimed' && (0,judge_entry/* isOwn */.NP)(entry.step, step);
}
/** A claim that is refused was never granted, so what a write without an answer left of it is removed. */
function withoutOwn(there, { claim }) {
    return there.filter((entry) => entry.id !== claim.id || (0,change_entry/* hasAnswer */.H1)(entry));
}
function changeEntries(there, change) {
    switch (change.kind) {
        case 'claim':
            return makeClaim(there, change);
        case 'accepted':
            return addJob(there, change);
        case 'maybe-sent':
            return isOutdone(there, change.claim) ? there : changeById(there, change.claim.id, change);
        case 'released':
            return changeById(there, change.id, change);
        case 'delivered':
            return deliverJob(there, change);
        case 'unusable':
            return changeWhere(there, change, (entry) => isJob(entry, change.requestId) && entry.destination === change.destination);
        case 'ended-empty':
        case 'lost':
            return changeWhere(there, change, (entry) => isJob(entry, change.requestId));
    }
}
function makeClaim(there, { claim }) {
    if (there.some(({ id }) => id === claim.id))
        return there;
    const beneath = there.filter((entry) => !isOwnClaim(entry, claim));
    return changeById(changeWhere(beneath, { kind: 'replaced' }, () => true), claim.id, { kind: 'claim', claim });
}
/**
 * There may be several jobs: of runs that did not see each other, or that sent again on purpose. If the service answers
 * such a submit with the job of an earlier one, it is still one job, and no claim is left that waits for an answer. One
 * that was delivered to the same destination is a job again if another run collects it: every run has an artifact of its
 * own.
 */
function addJob(there, change) {
    const { claim, requestId } = change;
    const isSame = (entry) => entry.id !== claim.id &&
        isJob(entry, requestId) &&
        entry.destination === claim.destination &&
        (entry.state !== 'delivered' || claim.destination !== delivered_since/* ARTIFACT */.t);
    if (!there.some(isSame))
        return changeById(there, claim.id, change);
    const isWaiting = there.some((entry) => entry.id === claim.id && !(0,change_entry/* hasAnswer */.H1)(entry));
    return isWaiting ? changeById(changeWhere(there, { kind: 'renewed' }, isSame), claim.id, change) : there;
}
/** The answer to a claim that is no longer there: someone who replaced it has delivered the pictures since. */
function isOutdone(there, { id, claimedAtMs }) {
    return there.every((entry) => entry.id !== id) && there.some(isDeliveredSince);
    function isDeliveredSince(entry) {
        return entry.state === 'delivered' && entry.deliveredAtMs >= claimedAtMs;
    }
}
function deliverJob(there, change) {
    const { requestId, destination } = change;
    const at = there.findIndex((entry) => (0,change_entry/* isOpen */.nT)(entry) && isJob(entry, requestId) && entry.destination === destination);
    if (at < 0)
        return there;
    return [
        ...changeWhere(there.slice(0, at), { kind: 'outdone', destination }, () => true),
        ...changeWhere(there.slice(at, at + 1), change, () => true),
        ...there.slice(at + 1),
    ];
}
function isJob(entry, requestId) {
    return (0,change_entry/* hasAnswer */.H1)(entry) && entry.requestId === requestId;
}
function changeWhere(there, event, isMeant) {
    return there.flatMap((entry) => (isMeant(entry) ? ((0,change_entry/* changeEntry */.df)(entry, event) ?? []) : entry));
}
/** The claim with this id, or one that begins now, on top of everything that is there. */
function changeById(there, id, event) {
    if (there.some((entry) => entry.id === id))
        return changeWhere(there, event, (entry) => entry.id === id);
    const added = (0,change_entry/* changeEntry */.df)(undefined, event);
    return added === undefined ? there : [...there, added];
}

// EXTERNAL MODULE: ./ledger/life/prune.js
var prune = __webpack_require__(38814);
;// CONCATENATED MODULE: ./ledger/write/save-changes.js






/**
 * Brings changes into the store, on top of what others wrote meanwhile; tries until it is done, `signal` ends it or
 * trying again would not help. `known` is what the store last held, if that is known. `takeChanges` is called before
 * each attempt: what was added meanwhile goes along. Entries that are too old are removed.
 */
async function saveChanges(known, takeChanges, deps) {
    let base = known;
    let isRead = false;
    const attempt = async () => {
        if (base === undefined) {
            const read = await deps.store.read(deps.signal);
            if (!read.ok)
                return read;
            base = read.value;
            isRead = true;
        }
        const { ledger, version } = base;
        const changes = takeChanges();
        const { ledger: young, pruned } = (0,prune/* pruneOld */.i)(ledger, readTimes(deps));
        const { ledger: changed, refused } = applyChanges(young, changes);
        // Forgetting old deliveries does not justify a write of its own.
        const next = changes.length === 0 && pruned.length === 0 ? ledger : changed;
        if (next === ledger) {
            // Everything is there already, as after a write whose answer was lost. What was known before may be out of date.
            if (isRead || changes.length === 0)
                return { ok: true, value: { snapshot: base, refused, wasRead: isRead } };
            base = undefined;
            return await attempt();
        }
        const written = await deps.store.write(next, version, deps.signal);
        if (!written.ok || written.value === 'moved')
            base = undefined;
        if (!written.ok)
            return written;
        if (written.value === 'moved')
            return { ok: true, value: 'moved' };
        const after = { ledger: next, version: written.value.version };
        return { ok: true, value: { snapshot: after, refused, wasRead: isRead } };
    };
    return await untilReached(deps, Infinity, attempt);
}
/** Reads the store; during an outage it makes `mostTries` attempts, which take up to 16 s if there are six. */
async function readStore(deps, mostTries = 6) {
    return await untilReached(deps, mostTries, async () => await deps.store.read(deps.signal));
}
async function untilReached({ clock, random, log, signal }, mostTries, attempt) {
    const startedAtMs = clock.now();
    let isOut = false;
    // As a function: why it was stopped is known only when the wait for the next attempt was cut short.
    const conclude = await (0,retry/* retry */.L)(async (tries) => {
        if (signal.aborted)
            return { kind: 'done', value: () => stopped(signal) };
        const result = await attempt();
        if (!result.ok) {
            if (result.error.kind !== 'unreachable' || tries >= mostTries)
                return { kind: 'done', value: () => result };
            if (!isOut)
                log.info(`${result.error.message} Trying again.`);
            isOut = true;
        }
        else if (result.value !== 'moved') {
            const { value } = result;
            if (isOut)
                log.info(`The ledger is reachable again after ${(0,duration/* formatDuration */.a3)(clock.now() - startedAtMs)}.`);
            return { kind: 'done', value: () => ({ ok: true, value }) };
        }
        return { kind: 'again', value: () => stopped(signal), waitMs: (0,retry_delay/* retryDelayMs */.q)(tries, random) };
    }, { clock, signal });
    return conclude();
}
function stopped(signal) {
    const message = `The ledger of work in flight could not be written completely: ${(0,describe_error/* describeError */.U)(signal.reason)}.`;
    return { ok: false, error: { kind: 'stopped', message } };
}
/** What time it is, as far as that is known. */
function readTimes({ clock, serverAheadMs }) {
    const localMs = clock.now();
    const aheadMs = serverAheadMs();
    return { localMs, serverMs: aheadMs === undefined ? undefined : localMs + aheadMs };
}


/***/ }),

/***/ 5331:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Oj: () => (/* binding */ withoutFiles),
/* harmony export */   WD: () => (/* binding */ applyRenditions),
/* harmony export */   tM: () => (/* binding */ currentFiles)
/* harmony export */ });
/* unused harmony export pathsOfOriginals */
/* harmony import */ var _lock_has_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53119);
/* harmony import */ var _shared_map_values_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(99864);
/* harmony import */ var _shared_without_extension_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44303);
/* harmony import */ var _rendition_files_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22775);




/**
 * The renditions that are recorded after a commit; pure. `edits` are the entries after it: what was made of pictures that are not among
 * them is left out, as another run has replaced them. A path that is written belongs to its new record only. What may have been made of
 * the picture of an edit of other runs is none of this run's business.
 */
function applyRenditions(before, { set, stale, own, prune }, edits) {
    const originals = pathsOfOriginals(edits);
    const made = set.filter(({ original }) => originals.has(original));
    const written = new Set(made.flatMap(({ files }) => files.map(({ path }) => path)));
    const rest = withoutFiles(before, (path) => written.has(path));
    const outdated = new Set(stale.filter((path) => !written.has(path)));
    const others = stemsOfOthers(edits, own);
    const marked = mapRecords(rest, (record) => withStale(record, (path) => outdated.has(path) && !(0,_rendition_files_js__WEBPACK_IMPORTED_MODULE_0__/* .stemsOf */ .gz)(path, record.set).some((stem) => others.has(stem))));
    const merged = made.reduce(addSet, marked);
    if (!prune)
        return merged;
    return mapRecords(merged, (record, original) => without(record, (path) => !isCurrent(path, record, originals.get(original) ?? [])));
}
/** Where the pictures of edits are that this run knows nothing of, without extensions. */
function stemsOfOthers(edits, own) {
    const ours = new Set(own.map(_shared_without_extension_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutExtension */ .w));
    const all = [...edits.values()].flatMap(_lock_has_files_js__WEBPACK_IMPORTED_MODULE_2__/* .filesOnBranch */ .rB);
    return new Set(all.map(({ path }) => (0,_shared_without_extension_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutExtension */ .w)(path)).filter((stem) => !ours.has(stem)));
}
/** Whether a recorded file is what the settings ask for of a picture that the lock file has. */
function isCurrent(path, record, originals) {
    return (record.stale?.includes(path) !== true &&
        originals.some((original) => (0,_rendition_files_js__WEBPACK_IMPORTED_MODULE_0__/* .isRenditionOf */ ._9)(path, original, record.set)));
}
/** The files of a record that pages use for a picture at `original`. */
function currentFiles(record, original) {
    return record.files.filter(({ path }) => isCurrent(path, record, [original]));
}
/** The paths of each picture on the branch, by its SHA-256. */
function pathsOfOriginals(edits) {
    const files = [...edits.values()].flatMap(_lock_has_files_js__WEBPACK_IMPORTED_MODULE_2__/* .filesOnBranch */ .rB);
    return mapGroups(Map.groupBy(files, ({ sha256 }) => sha256), ({ path }) => path);
}
function mapGroups(groups, change) {
    return new Map([...groups].map(([key, items]) => [key, items.map(change)]));
}
function addSet(records, made) {
    const { original, key, set, settings, files, color, placeholder } = made;
    const old = records[original]?.[key];
    const paths = new Set(files.map(({ path }) => path));
    const record = {
        ...(old?.color !== undefined && { color: old.color }),
        ...(old?.placeholder !== undefined && { placeholder: old.placeholder }),
        ...(color !== undefined && { color }),
        ...(placeholder !== undefined && { placeholder }),
        ...{ set, settings, files: [...(old?.files ?? []).filter(({ path }) => !paths.has(path)), ...files] },
    };
    const stale = (old?.stale ?? []).filter((path) => !paths.has(path));
    const whole = stale.length === 0 ? record : { ...record, stale };
    return { ...records, [original]: { ...records[original], [key]: whole } };
}
/** The records without some of their files, by path. */
function withoutFiles(records, isGone) {
    return mapRecords(records, (record) => without(record, isGone));
}
/** The record without some of its files; undefined if none is left. */
function without(record, isGone) {
    const files = record.files.filter(({ path }) => !isGone(path));
    if (files.length === record.files.length)
        return record;
    return files.length === 0 ? undefined : withoutStale({ ...record, files }, isGone);
}
function withStale(record, isOutdated) {
    const added = record.files.map(({ path }) => path).filter(isOutdated);
    return added.length === 0
        ? record
        : { ...record, stale: [...new Set([...(record.stale ?? []), ...added])].toSorted() };
}
function withoutStale(record, isGone) {
    const { stale = [], ...rest } = record;
    const left = stale.filter((path) => !isGone(path));
    return left.length === 0 ? rest : { ...rest, stale: left };
}
function mapRecords(records, change) {
    const mapped = Object.entries(records).map(([original, bySettings]) => {
        const changed = (0,_shared_map_values_js__WEBPACK_IMPORTED_MODULE_3__/* .mapValues */ .L)(bySettings, (record) => change(record, original));
        const kept = Object.entries(changed).filter((entry) => entry[1] !== undefined);
        return [original, Object.fromEntries(kept)];
    });
    return Object.fromEntries(mapped.filter(([, bySettings]) => Object.keys(bySettings).length > 0));
}


/***/ }),

/***/ 16849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ checkNeeds),
/* harmony export */   g: () => (/* binding */ checkNeededSizes)
/* harmony export */ });
/* harmony import */ var _models_image_limits_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8510);
/* harmony import */ var _references_image_rules_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31687);
/* harmony import */ var _outputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(56987);



/**
 * Finds edits that cannot be made because an edit that they use is too large for a reference, or is skipped. This is an
 * error before anything is paid for, at the image's position in the spec.
 */
function checkNeeds(edits) {
    const byId = new Map(edits.map((edit) => [edit.id, edit]));
    const made = edits.filter((edit) => {
        const { action } = edit;
        // An edit that shares pictures needs what the other one does, unless that one is already paid for.
        return (action.kind === 'share' ? byId.get(action.with) : edit)?.action.kind === 'submit';
    });
    return findFaults(made, (id, user, option) => {
        const needed = byId.get(id);
        return needed === undefined ? undefined : faultOf(needed, (0,_references_image_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .findPictureRules */ .l3)(user, option));
    });
}
/**
 * The same as far as the spec by itself says it. What a frozen edit has is not known, so nothing is said about edits that
 * use it.
 */
function checkNeededSizes(edits) {
    const byId = new Map(edits.map((edit) => [edit.id, edit]));
    const made = edits.filter(({ frozen }) => !frozen);
    return findFaults(made, (id, user, option) => {
        const needed = byId.get(id);
        if (needed?.size === undefined || needed.frozen)
            return undefined;
        return judgeSize(needed, needed.size, (0,_references_image_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .findPictureRules */ .l3)(user, option));
    });
}
/** One problem for each image that uses an edit with a fault. */
function findFaults(edits, findFault) {
    const problems = new Map();
    const uses = edits.flatMap((user) => user.images.map((image) => ({ user, image })));
    for (const { user, image } of uses) {
        const fault = image.kind === 'edit' ? findFault(image.id, user, image.option) : undefined;
        if (fault === undefined)
            continue;
        const { file, line, column } = image.at;
        // With a matrix, one position in the spec makes many edits but is one mistake.
        problems.set(`${file}:${line}:${column}`, { severity: 'error', message: fault, at: image.at });
    }
    return [...problems.values()];
}
function faultOf(edit, rules) {
    const { id, size, frozen, action } = edit;
    if (action.kind === 'skip' && !frozen)
        return `\`${id}\` has no output that could be used here: ${action.reason}.`;
    if (action.kind === 'skip')
        return `\`${id}\` is frozen and has no output that could be used here. Remove \`frozen\` for one run to have it made.`;
    // The existing picture counts: a frozen edit may ask for another size by now.
    const file = (0,_outputs_js__WEBPACK_IMPORTED_MODULE_2__/* .hasPictures */ .MB)(action) ? action.entry.files[0] : undefined;
    const type = rules.types.find((each) => each === file?.type);
    if (file !== undefined && type === undefined && file.type === 'image/webp')
        return `The output of \`${id}\` is a WebP picture, and the model that uses it here takes only JPEG and PNG.`;
    const { width = size?.width, height = size?.height } = file ?? {};
    return width === undefined || height === undefined ? undefined : judgeSize(edit, { width, height }, rules);
}
function judgeSize({ id, frozen }, { width, height }, { limits }) {
    if ((0,_models_image_limits_js__WEBPACK_IMPORTED_MODULE_0__/* .isInRange */ .h)(width, only(limits.width)) && (0,_models_image_limits_js__WEBPACK_IMPORTED_MODULE_0__/* .isInRange */ .h)(height, only(limits.height)))
        return undefined;
    const most = (0,_references_image_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .describeSides */ .WO)(limits, 'most');
    return (`The output of \`${id}\` is ${width} x ${height} pixels, but a reference may have at most ${most}. ` +
        `Give \`${id}\` a smaller size${frozen ? ', and remove `frozen` for one run to have it made' : ''}.`);
}
/** The upper bound of a range. */
function only({ most }) {
    return most === undefined ? {} : { most };
}


/***/ }),

/***/ 31334:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ describePlan)
/* harmony export */ });
/* harmony import */ var _shared_commit_name_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(48588);
/* harmony import */ var _shared_format_age_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81786);
/* harmony import */ var _shared_format_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(19612);
/* harmony import */ var _shared_plain_text_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(60295);
/* harmony import */ var _shared_problem_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(85720);
/* harmony import */ var _shared_list_some_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(65020);
/* harmony import */ var _ledger_life_describe_entry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(86208);
/* harmony import */ var _ledger_life_judge_entry_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(49112);
/* harmony import */ var _outputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(56987);
/* harmony import */ var _review_count_renditions_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19343);
/* harmony import */ var _review_describe_change_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(27506);
/* harmony import */ var _review_describe_estimate_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(99336);
/* harmony import */ var _review_estimate_growth_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(21776);













/** Number of unchanged edits that are named, so that the line stays readable. */
const MAX_NAMED = 20;
/** As much of a description as fits a line of the log. */
const MAX_ABOUT = 80;
/**
 * The plan of a run for the log, in the order of the spec: one line of totals, then a line for each edit that is not
 * simply unchanged. With a review, lines beneath an edit say what changed, and the last ones what is left over and what
 * the submits cost. Ages are relative to `nowMs`.
 */
function describePlan({ edits }, forms, nowMs, review) {
    const inOrder = edits.toSorted(({ at: a }, { at: b }) => (0,_shared_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .compareInFile */ .V)(a, b));
    const reviewed = new Map(review?.edits.map((edit) => [edit.id, edit]));
    const moved = edits.filter(isMoved).length;
    const setAside = edits.filter(_outputs_js__WEBPACK_IMPORTED_MODULE_2__/* .isSetAside */ .JA).length;
    const asides = edits.filter(({ action }) => action.kind === 'aside').length - setAside;
    const count = (kind, what) => {
        const all = edits.filter(({ action }) => action.kind === kind).length;
        const amount = kind === 'unchanged' ? all - moved + asides : all;
        return amount > 0 || kind === 'submit' ? [`${amount} ${what}`] : [];
    };
    const parts = [
        ...count('submit', 'to make'),
        ...count('collect', 'already paid for, to collect'),
        ...count('other-run', 'in progress in another run'),
        ...count('hold', 'on hold'),
        ...count('share', 'same as another edit'),
        ...count('adopt', 'to adopt'),
        ...(moved > 0 ? [`${moved} to move`] : []),
        ...(setAside > 0 ? [`${setAside} to set aside`] : []),
        ...count('unchanged', 'unchanged'),
        ...count('skip', 'left out'),
    ];
    const isForKeep = ({ id }) => reviewed.get(id)?.isForKeep === true;
    const remarkable = inOrder.filter((edit) => !isUnremarkable(edit));
    const first = remarkable.filter(isForKeep);
    const unremarkable = inOrder.filter(isUnremarkable).map(({ id }) => id);
    return [
        `${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_6__/* .plural */ .LS)(edits.length, 'edit')}: ${parts.join(', ')}`,
        ...describeKeep(first.length, review),
        ...[...first, ...remarkable.filter((edit) => !isForKeep(edit))].flatMap((edit) => [
            `${describeEdit(edit, forms, nowMs)}${describeAbout(edit)}`,
            ...describeChanges(reviewed.get(edit.id)),
        ]),
        ...(unremarkable.length > 0 ? [`unchanged: ${(0,_shared_list_some_js__WEBPACK_IMPORTED_MODULE_7__/* .listSome */ .X)(unremarkable, MAX_NAMED)}`] : []),
        ...(review === undefined ? [] : describeRest(review)),
    ];
}
/** Changing `keep` is free; what is made from the kept take is not. */
function describeKeep(count, review) {
    const estimate = review?.keepEstimate;
    if (count === 0 || estimate === undefined)
        return [];
    return [
        `because another take is kept, ${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_6__/* .plural */ .LS)(count, 'edit')} ${count === 1 ? 'is' : 'are'} made again: ${(0,_review_describe_estimate_js__WEBPACK_IMPORTED_MODULE_8__/* .describeSum */ .V)(estimate)}`,
    ];
}
/** Why it is made again, and how the spec differs from what is recorded; the edit's own line says what is sent again. */
function describeChanges(reviewed) {
    if (reviewed === undefined)
        return [];
    const { status, changes } = reviewed;
    return [
        ...(status.kind === 'blocked' ? [`not sent: it needs \`${status.by}\`, which is on hold`] : []),
        ...changes.filter(({ kind }) => kind !== 'again').map(_review_describe_change_js__WEBPACK_IMPORTED_MODULE_9__/* .describeChange */ .u),
    ].map((line) => `    ${line}`);
}
function describeRest({ orphaned, estimate, renditions, growth }) {
    const ids = orphaned.map(({ id }) => id);
    const fate = orphaned.some(({ isRemoved }) => isRemoved) ? 'removed' : 'left on the branch';
    return [
        ...(ids.length > 0 ? [`no longer in the spec, ${fate}: ${(0,_shared_list_some_js__WEBPACK_IMPORTED_MODULE_7__/* .listSome */ .X)(ids, MAX_NAMED)}`] : []),
        ...(estimate.kind === 'none' ? [] : [`cost: ${(0,_review_describe_estimate_js__WEBPACK_IMPORTED_MODULE_8__/* .describeEstimatedCost */ .f)(estimate)}`]),
        ...(renditions === undefined ? [] : [`renditions: ${(0,_review_count_renditions_js__WEBPACK_IMPORTED_MODULE_3__/* .describeRenditions */ .z)(renditions)}`]),
        ...(growth === undefined ? [] : [`branch: ${(0,_review_estimate_growth_js__WEBPACK_IMPORTED_MODULE_4__/* .describeGrowth */ .hT)(growth)}`]),
    ];
}
/** The edit's description, behind what happens to it. */
function describeAbout({ description }) {
    return description === undefined ? '' : ` (${(0,_shared_plain_text_js__WEBPACK_IMPORTED_MODULE_10__/* .shorten */ .ml)(description, MAX_ABOUT)})`;
}
/** Whether the edit is unchanged and is what the spec asks for. */
function isUnremarkable(edit) {
    return edit.action.kind === 'aside' ? !(0,_outputs_js__WEBPACK_IMPORTED_MODULE_2__/* .isSetAside */ .JA)(edit) : (0,_outputs_js__WEBPACK_IMPORTED_MODULE_2__/* .isUntouched */ .O2)(edit) && !isOutdated(edit);
}
/** Whether the edit is frozen, or of a newer commit, and the spec asks for other pictures. */
function isOutdated({ action, fingerprint }) {
    return action.kind === 'unchanged' && action.entry.fingerprint !== fingerprint;
}
/** Whether its pictures are there, and only get another path. */
function isMoved(edit) {
    return edit.action.kind === 'unchanged' && !(0,_outputs_js__WEBPACK_IMPORTED_MODULE_2__/* .isUntouched */ .O2)(edit) && !isOutdated(edit);
}
function describeEdit(edit, forms, nowMs) {
    const { id, action } = edit;
    switch (action.kind) {
        case 'skip':
            return `${id}  left out: ${action.reason}`;
        case 'share':
            return `${id}  to ${edit.output}, same as ${action.with}: made and paid for once (for several candidates, use takes)`;
        case 'unchanged': {
            if (isOutdated(edit))
                return edit.frozen
                    ? `${id}  frozen: unchanged although the spec has changed`
                    : `${id}  unchanged: the branch was made from the newer commit ${action.entry.specCommit ?? ''}`;
            const from = action.entry.files.map(({ path }) => path).join(', ');
            return `${id}  moved, from ${from} to ${action.files.map(({ path }) => path).join(', ')}`;
        }
        case 'adopt': {
            const { from, entry, files, on } = action;
            const to = files.map(({ path }) => path).join(', ');
            return `${id}  adopted from ${from} of branch ${on.branch} (commit ${(0,_shared_commit_name_js__WEBPACK_IMPORTED_MODULE_11__/* .shortCommit */ .Ax)(on.commit)}), already paid for (request ${entry.requestId}): to ${to}`;
        }
        case 'aside':
            return `${id}  set aside, already paid for (request ${action.entry.requestId}): not the kept take, its pictures stay in the history of the branch`;
        case 'submit': {
            const { size, model } = edit;
            const what = size === undefined ? `by ${model}` : `${size.width}x${size.height}`;
            const images = edit.images.map((image) => describeImage(image, forms));
            const over = (0,_ledger_life_judge_entry_js__WEBPACK_IMPORTED_MODULE_12__/* .findRepeated */ .Ez)(action.over);
            const again = over === undefined ? '' : `, submitted again as requested: ${(0,_ledger_life_describe_entry_js__WEBPACK_IMPORTED_MODULE_1__/* .describeUnknown */ .E)(over, nowMs)}`;
            return `${id}  ${what} to ${edit.output}, from ${images.join(', ')}${again}`;
        }
        case 'collect': {
            const { requestId, submittedAtMs } = action.entry;
            return `${id}  already paid for (request ${requestId}, submitted ${(0,_shared_format_age_js__WEBPACK_IMPORTED_MODULE_0__/* .formatAge */ .n)(nowMs - submittedAtMs)} ago): collecting to ${edit.output}`;
        }
        case 'other-run':
            return `${id}  another run is working on it: ${action.entry.step.url}`;
        case 'hold':
            return `${id}  on hold, not submitted again: ${(0,_ledger_life_describe_entry_js__WEBPACK_IMPORTED_MODULE_1__/* .describeUnknown */ .E)(action.entry, nowMs)}`;
    }
}
function describeImage(image, forms) {
    switch (image.kind) {
        case 'file':
            return `${image.path}${forms.get(image.path)?.kind === 'url' ? ' (by URL)' : ''}`;
        case 'url':
            // The query may be a signature that gives everyone access to the picture.
            return image.url.replace(/[?#].*$/, '');
        case 'edit':
            return `the output of ${image.id}`;
    }
}


/***/ }),

/***/ 46718:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ listToSend)
/* harmony export */ });
/** What a run may get to send: an edit that another run is working on may become its own to send. */
function listToSend({ edits }) {
    return edits.filter(({ action }) => action.kind === 'submit' || action.kind === 'other-run');
}


/***/ }),

/***/ 49290:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ outputUsd),
/* harmony export */   a: () => (/* binding */ estimateCost)
/* harmony export */ });
/* harmony import */ var _shared_model_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50962);
/* harmony import */ var _seen_costs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8020);


/** What an output costs at least by a price, in USD; undefined if it is not known, or is for another unit. */
function outputUsd(price) {
    return price?.unit === 'output' ? price.baseUsd : undefined;
}
/**
 * What the submits among these edits cost. The default model is charged by output: by the service's price, without it by
 * what earlier edits cost for each output, and each edit counts as one output, the least that it can cost. Other models
 * have options that multiply their price: what earlier edits with the same options cost counts, and without any, the price
 * is the least. What is not known is never 0.
 */
function estimateCost(edits, { prices, earlier = [] }) {
    const submits = edits.filter(({ action }) => action.kind === 'submit');
    const count = submits.length;
    if (count === 0)
        return { kind: 'none' };
    const seenCosts = (0,_seen_costs_js__WEBPACK_IMPORTED_MODULE_0__/* .createSeenCosts */ .ay)(earlier);
    const parts = [];
    for (const [model, own] of Map.groupBy(submits, (each) => each.model)) {
        const price = prices?.get(model);
        parts.push(...(model === _shared_model_js__WEBPACK_IMPORTED_MODULE_1__/* .MODEL */ .A
            ? estimateDefault(own, price, earlier.filter((each) => each.model === _shared_model_js__WEBPACK_IMPORTED_MODULE_1__/* .MODEL */ .A))
            : estimateOther(model, own, price, seenCosts)));
    }
    const known = parts.reduce((sum, part) => sum + part.edits, 0);
    if (known === 0)
        return { kind: 'unknown', edits: count };
    return {
        kind: 'known',
        edits: count,
        usd: roundUsd(parts.reduce((sum, part) => sum + part.edits * part.eachUsd, 0)),
        isLeast: known < count || parts.some(({ isLeast }) => isLeast),
        parts,
    };
}
function estimateDefault(edits, price, earlier) {
    const mayReturnMore = edits.some(({ forceSingle }) => !forceSingle);
    const part = { model: _shared_model_js__WEBPACK_IMPORTED_MODULE_1__/* .MODEL */ .A, edits: edits.length };
    const priceUsd = outputUsd(price);
    if (priceUsd !== undefined)
        return [{ ...part, eachUsd: priceUsd, isLeast: mayReturnMore, basis: { kind: 'price' } }];
    const seen = earlier.flatMap(({ costUsd, files }) => costUsd === undefined || costUsd <= 0 || files.length === 0 ? [] : [roundUsd(costUsd / files.length)]);
    if (seen.length === 0)
        return [];
    const least = seen.reduce((one, other) => Math.min(one, other));
    const isVaried = seen.some((each) => each !== least);
    const basis = { kind: 'recorded', earlierEdits: seen.length };
    return [{ ...part, eachUsd: least, isLeast: mayReturnMore || isVaried, basis }];
}
function estimateOther(model, edits, price, seenCosts) {
    const baseUsd = outputUsd(price);
    const byCost = Map.groupBy(edits, (edit) => JSON.stringify(seenCosts.find(edit)));
    return [...byCost.values()].flatMap((own) => {
        const [first] = own;
        const seen = first && seenCosts.find(first);
        const part = { model, edits: own.length };
        // The price is a lower bound, also if it rose since.
        if (seen !== undefined && seen.highestUsd >= (baseUsd ?? 0)) {
            const basis = { kind: 'recorded', earlierEdits: seen.edits };
            return [{ ...part, eachUsd: seen.highestUsd, isLeast: false, basis }];
        }
        if (baseUsd === undefined)
            return [];
        return [{ ...part, eachUsd: baseUsd, isLeast: true, basis: { kind: 'price' } }];
    });
}
/** Prices have few decimals; any more come from binary fractions. */
function roundUsd(usd) {
    return Math.round(usd * 1e6) / 1e6;
}


/***/ }),

/***/ 55375:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ findOrphaned)
/* harmony export */ });
/* harmony import */ var _shared_take_id_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49912);

/**
 * Finished edits that no spec asks for, in the order of the lock: those of this spec, and of specs that are gone. Those
 * whose files move to a renamed edit are not among them.
 */
function findOrphaned(edits, { recorded, spec, specIds, prune }) {
    const renamed = new Set(edits.flatMap(({ id, action }) => [
        (0,_shared_take_id_js__WEBPACK_IMPORTED_MODULE_0__/* .otherNameOf */ .$G)(id) ?? id,
        ...(action.kind === 'unchanged' || action.kind === 'aside' ? [action.from] : []),
    ]));
    return [...(recorded?.lock.edits ?? [])].flatMap(([id, entry]) => {
        // A take that needs no files is only remembered.
        if (specIds.has(id) || renamed.has(id) || entry.stored !== undefined)
            return [];
        const isForeign = entry.spec !== undefined && entry.spec !== spec;
        return [
            {
                id,
                ...(isForeign && { spec: entry.spec }),
                files: entry.files.map(({ path }) => path),
                isRemoved: prune,
            },
        ];
    });
}


/***/ }),

/***/ 8020:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ay: () => (/* binding */ createSeenCosts),
/* harmony export */   oE: () => (/* binding */ listPriced)
/* harmony export */ });
/* unused harmony export costKey */
/* harmony import */ var _lock_locked_contents_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(94790);
/* harmony import */ var _lock_sort_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(60696);
/* harmony import */ var _models_default_model_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16193);
/* harmony import */ var _models_fit_options_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13316);
/* harmony import */ var _shared_is_map_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(76144);
/* harmony import */ var _shared_model_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50962);






/** What is recorded of finished edits, whatever their model. */
function listPriced(...recorded) {
    return recorded.flatMap((each) => (each === undefined ? [] : [...each.lock.edits.values()]));
}
/** By any name, it is drawn at random, and never multiplies a price. */
const SEED = /seed$/i;
/** How much a text or a picture counts, by the names that services give it. Other fractions may be sizes or qualities. */
const WEIGHT = /weight|strength|scale|guidance|influence/i;
/** One word such as `1024x1024`, `2K` or `high` may be a setting even if its choices are not published. */
const WORD = /^(?:[^\s/]{1,40}|\d+ ?[x×*:] ?\d+)$/;
/**
 * Equal for two edits if they should cost the same: one model, and the same options as far as they may multiply its price.
 * All may, except for what only changes the picture: seeds, pictures, prompts and other texts, and weights.
 */
function costKey(model, input, published) {
    const known = published ?? (model === _shared_model_js__WEBPACK_IMPORTED_MODULE_1__/* .MODEL */ .A ? _models_default_model_js__WEBPACK_IMPORTED_MODULE_0__/* .DEFAULT_MODEL */ .U : undefined);
    const settings = [...(0,_lock_locked_contents_js__WEBPACK_IMPORTED_MODULE_2__/* .listSettings */ .cl)(input)].map(([name, value]) => {
        const key = name.replace(/^options\./, '');
        const rule = known?.options.get(key);
        return [name, keepPriced(key, (0,_models_fit_options_js__WEBPACK_IMPORTED_MODULE_3__/* .fitValue */ .Z)(rule, value), rule)];
    });
    return JSON.stringify([model, (0,_lock_sort_json_js__WEBPACK_IMPORTED_MODULE_4__/* .sortJson */ .B)(Object.fromEntries(dropEmpty(settings)))]);
}
/** The part of a value that may multiply a price; undefined if there is none. */
function keepPriced(key, value, rule) {
    if (SEED.test(key) || rule?.type === 'image')
        return undefined;
    if (rule?.choices !== undefined)
        return value;
    if (Array.isArray(value)) {
        const items = rule?.type === 'list' ? rule.items : undefined;
        const kept = value.flatMap((each) => typeof each === 'string' && !hasChoices(items) ? [] : (keepPriced('', each, items) ?? []));
        return kept.length === 0 ? undefined : kept;
    }
    if ((0,_shared_is_map_js__WEBPACK_IMPORTED_MODULE_5__/* .isMap */ .j)(value)) {
        const keys = rule?.type === 'map' ? rule.keys : undefined;
        const kept = dropEmpty(Object.entries(value).map(([name, each]) => [name, keepPriced(name, each, keys?.get(name))]));
        return kept.length === 0 ? undefined : Object.fromEntries(kept);
    }
    if (typeof value === 'string')
        return /prompt/i.test(key) || !WORD.test(value) ? undefined : value;
    return WEIGHT.test(key) && isFraction(rule) ? undefined : value;
}
function hasChoices(rule) {
    return rule !== undefined && rule.type !== 'image' && rule.choices !== undefined;
}
/** A fraction of at most 1 is not a number of pictures. */
function isFraction(rule) {
    return rule?.type === 'number' && !rule.isWhole && (rule.range.most?.value ?? Infinity) <= 1;
}
function dropEmpty(entries) {
    return entries.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]));
}
/** Gathers the costs of finished edits. Those that share a request have its cost together. */
function createSeenCosts(earlier = []) {
    const byModel = Map.groupBy(earlier, ({ model }) => model);
    const known = new Map();
    const keys = new WeakMap();
    const keyOf = (edit) => {
        const key = keys.get(edit) ?? costKey(edit.model, edit.lockedInput, edit.published);
        keys.set(edit, key);
        return key;
    };
    return {
        keyOf,
        find: (edit) => {
            const { model, published } = edit;
            const entries = byModel.get(model);
            if (entries === undefined)
                return undefined;
            const costs = known.get(model) ?? gatherCosts(entries, published);
            known.set(model, costs);
            return costs.get(keyOf(edit));
        },
    };
}
function gatherCosts(entries, published) {
    const requests = new Map();
    for (const { model, input, requestId, costUsd } of entries) {
        // Of edits that share a request, only one has its cost. An unknown cost is not 0.
        if (costUsd === undefined || costUsd <= 0)
            continue;
        const { usd = 0 } = requests.get(requestId) ?? {};
        requests.set(requestId, { key: costKey(model, input, published), usd: Math.max(usd, costUsd) });
    }
    const byKey = Map.groupBy(requests.values(), ({ key }) => key);
    return new Map([...byKey].map(([key, own]) => {
        const highestUsd = own.reduce((most, { usd }) => Math.max(most, usd), 0);
        return [key, { highestUsd, edits: own.length }];
    }));
}


/***/ }),

/***/ 86187:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ uploadBytes),
/* harmony export */   yL: () => (/* binding */ MAX_DATA_BYTES),
/* harmony export */   zR: () => (/* binding */ makeSendable)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var _shared_fill_buffer_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(42621);
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



/** The largest picture that the vendor's own clients send as a `data:` URI. */
const MAX_DATA_BYTES = 6 * 1024 * 1024;
/**
 * The images of an edit as the service accepts them, in order. Call it just before the submit and drop the result
 * afterwards, because it may hold the pictures' bytes. `outputUrls` has the first output of each edit that this one
 * uses, by id. Throws if a file has changed since it was inspected: its fingerprint would no longer
 * match what is sent.
 */
async function makeSendable(edit, forms, outputUrls) {
    const sendable = [];
    for (const image of edit.images) {
        switch (image.kind) {
            case 'url':
                sendable.push(new URL(image.url).href);
                break;
            case 'edit': {
                const url = outputUrls.get(image.id);
                if (url === undefined)
                    throw new Error(`Bug: the output of edit ${image.id} has no URL in this run.`);
                sendable.push(url);
                break;
            }
            case 'file': {
                const form = forms.get(image.path);
                if (form === undefined)
                    throw new Error(`Bug: no delivery form was chosen for ${image.path}.`);
                sendable.push(form.kind === 'url' ? form.url : { type: image.type, bytes: await readUnchanged(image) });
                break;
            }
        }
    }
    return sendable;
}
async function readUnchanged(file) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const handle = __addDisposableResource(env_1, await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(file.absolutePath), true);
        // One byte more than expected is enough to detect that the file grew, however large it has become.
        const bytes = await (0,_shared_fill_buffer_js__WEBPACK_IMPORTED_MODULE_2__/* .fillBuffer */ .Y)(handle, Buffer.alloc(file.bytes + 1), 0);
        if (bytes.length === file.bytes && (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(bytes).digest('hex') === file.sha256)
            return bytes;
        throw new Error(`${file.path} changed during the run. Make sure that nothing writes to it.`);
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
/**
 * The bytes of the pictures that are sent with an edit's submit. A picture that is sent as a URL takes no
 * memory and counts as nothing; one that is listed twice is sent twice.
 */
function uploadBytes({ images }, forms) {
    return images
        .filter((image) => image.kind === 'file')
        .filter(({ path }) => forms.get(path)?.kind === 'data')
        .reduce((sum, { bytes }) => sum + bytes, 0);
}


/***/ }),

/***/ 70777:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  F: () => (/* binding */ resolveReferenceForms)
});

// EXTERNAL MODULE: ./shared/format.js
var format = __webpack_require__(19612);
// EXTERNAL MODULE: ./media/data-picture.js
var data_picture = __webpack_require__(98319);
// EXTERNAL MODULE: ./references/make-sendable.js
var make_sendable = __webpack_require__(86187);
// EXTERNAL MODULE: ./references/findings.js
var references_findings = __webpack_require__(57116);
// EXTERNAL MODULE: ./shared/encode-path.js
var encode_path = __webpack_require__(32613);
// EXTERNAL MODULE: ./shared/commit-name.js
var commit_name = __webpack_require__(48588);
;// CONCATENATED MODULE: ./references/publish-files.js


/**
 * Finds out which files anyone can fetch from GitHub just as they are here: those of a public repository, with the same
 * bytes as in the commit of this run. The answer has an entry for each file, by its path. Throws only the signal's reason.
 */
async function publishFiles(files, repository, signal) {
    const everyFile = (error) => new Map(files.map((file) => [file.path, { ok: false, error }]));
    const { sha } = repository;
    if (repository.serverUrl.replace(/\/+$/, '') !== 'https://github.com') {
        return everyFile('the repository is not on github.com');
    }
    if (sha === undefined)
        return everyFile('the commit of this run is not known');
    const committed = await repository.committed(files.map(({ absolutePath }) => absolutePath), signal);
    const publications = new Map(files.map((file) => {
        const found = committed.get(file.absolutePath);
        if (found?.ok !== true)
            return [file.path, found ?? { ok: false, error: 'it was not looked up' }];
        if (found.value.blob === file.gitBlob)
            return [file.path, { ok: true, value: rawUrl({ ...repository, sha }, found.value.path) }];
        const error = `its bytes are not those in commit ${(0,commit_name/* shortCommit */.Ax)(sha)} (changed since, or stored by Git LFS)`;
        return [file.path, { ok: false, error }];
    }));
    const someMatch = [...publications.values()].some(({ ok }) => ok);
    if (someMatch && (await repository.visibility(signal)) === 'private')
        return everyFile('the repository is private');
    return publications;
}
/** The address of a public repository's file at a commit: open to anyone, for as long as the commit exists. */
function rawUrl({ owner, name, sha }, path) {
    return `https://raw.githubusercontent.com/${(0,encode_path/* encodePath */.O)(`${owner}/${name}/${sha}/${path}`)}`;
}

;// CONCATENATED MODULE: ./references/reference-forms.js





/** The largest request that the vendor's own clients send. */
const MAX_REQUEST_BYTES = 64 * 1024 * 1024;
/** Room for everything in a request except the pictures: 800 characters of prompt, ten URLs, keys. */
const OTHER_REQUEST_BYTES = 64 * 1024;
/**
 * Decides, before anything is sent, how each repository file reaches the service: by its URL on GitHub if anyone
 * can fetch it there, otherwise as a `data:` URI within the service's limits. Files that can use neither way are
 * problems at their position in the spec. Reads no file. Throws only the signal's reason.
 */
async function resolveReferenceForms(edits, { mode, repository, signal }) {
    const files = edits.flatMap(({ images }) => images).filter((image) => image.kind === 'file');
    const distinct = [...new Map(files.map((file) => [file.path, file])).values()];
    const publications = mode === 'data-uri' || distinct.length === 0
        ? new Map()
        : await publishFiles(distinct, repository, signal);
    const forms = new Map();
    for (const { path } of distinct) {
        const publication = publications.get(path);
        forms.set(path, publication?.ok === true ? { kind: 'url', url: publication.value } : { kind: 'data' });
    }
    const findings = [];
    for (const edit of edits) {
        const sent = edit.images.filter((image) => image.kind === 'file' && forms.get(image.path)?.kind === 'data');
        const asData = sent.filter((image) => image.kind === 'file');
        const faults = asData.flatMap((file) => findFault(file, edit.id, mode, publications.get(file.path)) ?? []);
        findings.push(...faults);
        const total = faults.length > 0 ? undefined : checkRequestSize(asData);
        if (total !== undefined) {
            findings.push({
                severity: 'error',
                at: edit.at,
                rule: 'request-size',
                subject: '',
                message: total,
                edit: edit.id,
            });
        }
    }
    return { forms, problems: (0,references_findings/* groupFindings */.k)(findings) };
}
function findFault(file, edit, mode, publication) {
    const about = { severity: 'error', at: file.at, subject: file.path, edit };
    const why = publication?.ok === false ? publication.error : undefined;
    if (mode === 'url') {
        const message = `\`${file.path}\` cannot be sent as a URL: ${why ?? 'it is not published'}. Push it to a public repository on github.com, use a public https URL, or set \`references: auto\`.`;
        return { ...about, rule: 'not-published', message };
    }
    const size = checkDataSize(file, why);
    return size === undefined ? undefined : { ...about, rule: 'data-size', message: size };
}
/**
 * The limit for one picture that is sent with the request: undefined if the picture obeys it, otherwise a message.
 * `whyNotUrl` is the reason why it is not sent as a URL, if that was tried.
 */
function checkDataSize(file, whyNotUrl) {
    if (file.bytes <= make_sendable/* MAX_DATA_BYTES */.yL)
        return undefined;
    const tried = whyNotUrl === undefined ? '' : ` It cannot be sent as a URL instead: ${whyNotUrl}.`;
    return `\`${file.path}\` has ${file.bytes} bytes; a picture that is sent with the request may have at most ${make_sendable/* MAX_DATA_BYTES */.yL} (${(0,format/* formatBytes */.z3)(make_sendable/* MAX_DATA_BYTES */.yL)}).${tried} Make it smaller, preferably as a JPEG, or use a public https URL.`;
}
/** The limit for all pictures that are sent with one request; undefined if they obey it. */
function checkRequestSize(files) {
    const bytes = files.reduce((sum, file) => sum + (0,data_picture/* dataPrefix */.BW)(file.type).length + (0,data_picture/* base64Length */.wE)(file.bytes), OTHER_REQUEST_BYTES);
    return bytes <= MAX_REQUEST_BYTES
        ? undefined
        : `With its pictures, the request would have ${(0,format/* formatBytes */.z3)(bytes)}; the limit is ${(0,format/* formatBytes */.z3)(MAX_REQUEST_BYTES)}. Use fewer or smaller pictures, preferably as JPEG, or public https URLs.`;
}


/***/ }),

/***/ 40677:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W0: () => (/* binding */ branchOf),
/* harmony export */   bE: () => (/* binding */ nameTip),
/* harmony export */   zp: () => (/* binding */ byTip)
/* harmony export */ });
/** A branch at one commit: a key. */
function nameTip({ branch, commit }) {
    return `${commit} ${branch}`;
}
/** These branches by name and commit. Each must exist. */
function byTip(branches) {
    return new Map(branches.map((each) => [nameTip({ branch: each.place.branch, commit: each.tip ?? '' }), each]));
}
/** The branch that has the pictures of a finished edit. Throws if it was not opened. */
function branchOf({ on }, own, others) {
    const found = on === undefined ? own : others.get(nameTip(on));
    if (found === undefined)
        throw new Error(`Bug: the branch ${on?.branch ?? 'of the run'} was not opened`);
    return found;
}


/***/ }),

/***/ 61936:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ listFound)
/* harmony export */ });
/** What was in flight when the ledger was opened, as far as that is known. */
function listFound({ found }) {
    return found.ok ? found.value : { ledger: new Map(), pruned: [] };
}


/***/ }),

/***/ 11964:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E: () => (/* binding */ lookAtWork),
  T: () => (/* binding */ skipIdleLedger)
});

// EXTERNAL MODULE: ./ledger/life/debt.js
var debt = __webpack_require__(70205);
// EXTERNAL MODULE: ./ledger/life/delivered-since.js
var delivered_since = __webpack_require__(90029);
// EXTERNAL MODULE: ./plan/outputs.js
var outputs = __webpack_require__(56987);
// EXTERNAL MODULE: ./run/ledger/ledger-view.js
var ledger_view = __webpack_require__(61936);
// EXTERNAL MODULE: ./ledger/life/judge-entry.js
var judge_entry = __webpack_require__(49112);
// EXTERNAL MODULE: ./shared/pool.js
var pool = __webpack_require__(89821);
;// CONCATENATED MODULE: ./run/ledger/look-at-ledger.js


/** Questions to GitHub at one time. */
const ASKED_AT_ONCE = 4;
/**
 * What each entry of the ledger means for this run. If a claim turns out to be of a run that is over, the ledger is read
 * once more (`readAgain`, undefined if it cannot be read): before its end that run may have written more.
 */
async function lookAtLedger(ledger, readAgain, watch, signal) {
    const judged = await lookAtAll(ledger, watch, signal);
    const isDoubtful = [...judged.values()].flat().some(judge_entry/* isDeadClaim */.jB);
    const now = isDoubtful ? await readAgain() : undefined;
    return now === undefined ? judged : await lookAtAll(now, watch, signal);
}
async function lookAtAll(ledger, watch, signal) {
    const look = async (entry) => await watch.look(entry, signal);
    const judged = await (0,pool/* mapBounded */.y)([...ledger.values()].flat(), ASKED_AT_ONCE, look);
    return Map.groupBy(judged, ({ entry }) => entry.fingerprint);
}

// EXTERNAL MODULE: ./run/ledger/name-destination.js
var name_destination = __webpack_require__(74131);
;// CONCATENATED MODULE: ./run/ledger/run-watch.js

/** How long an answer counts: the REST API allows 1,000 requests an hour for all of a repository's jobs. */
const FRESH_MS = 60_000;
/** A watch for `thisStep`. It asks about a job or a run once a minute at most, and never again once that has ended. */
function createRunWatch(thisStep, { clock, readTimes, isRunOver, isJobOver, process, isLast = false }) {
    const answers = new Map();
    function now() {
        const { localMs, serverMs } = readTimes();
        return { nowMs: localMs, serverMs };
    }
    async function ask(key, question) {
        const known = answers.get(key);
        if (known !== undefined) {
            const isOver = await known.isOver;
            if (isOver === true || Math.abs(clock.now() - known.atMs) < FRESH_MS)
                return isOver;
        }
        const isOver = question();
        answers.set(key, { atMs: clock.now(), isOver });
        return await isOver;
    }
    /** Whether the step of a claim has ended; undefined if only its time limit can answer that. */
    async function isStepOver(step, signal) {
        const { runId, attempt, job } = step;
        if (isLast && runId === thisStep.runId && attempt <= thisStep.attempt)
            return true;
        // A job may end long before its run: its machine is lost, and the other jobs of the run go on.
        const isJobEnded = job === undefined || job === thisStep.job
            ? undefined
            : await ask(`job ${job}`, async () => await isJobOver(job, signal));
        if (isJobEnded !== undefined)
            return isJobEnded;
        const isRunEnded = runId === thisStep.runId
            ? undefined
            : await ask(`run ${runId}/${attempt}`, async () => await isRunOver(step, signal));
        if (isRunEnded !== undefined)
            return isRunEnded;
        // GitHub counts more: after a process has died, the post step of its job may still record what became of its claims.
        // Outside GitHub every run may have the same id, and only the process shows that it is over.
        return step.process !== undefined && process.isOver(step.process) ? true : undefined;
    }
    return {
        look: async (entry, signal) => {
            // As if its time were not up: this machine's clock may be ahead, and GitHub knows better.
            const judged = (0,judge_entry/* judgeEntry */.YX)(entry, { thisStep, ...now(), isRunOver: false });
            if (judged.verdict !== 'other-run')
                return judged;
            const isRunOver = await isStepOver(entry.step, signal);
            return (0,judge_entry/* judgeEntry */.YX)(entry, {
                thisStep,
                ...now(),
                ...(isRunOver !== undefined && { isRunOver }),
            });
        },
    };
}

;// CONCATENATED MODULE: ./run/ledger/look-at-work.js







/**
 * The inputs for opening the ledger: without one if it does not matter to the plan. What was delivered is never in flight,
 * so a run with nothing to do skips it; but an upload may still be owed, and of what the branch had before, something newer may be
 * in flight.
 */
function skipIdleLedger({ edits }, inputs) {
    const isIdle = edits.every(({ action }) => action.kind === 'aside' || ((0,outputs/* hasPictures */.MB)(action) && !(0,outputs/* isOfThePast */.ld)(action)));
    return isIdle && !inputs.deliver.includes('artifact') ? { ...inputs, ledger: 'none' } : inputs;
}
/**
 * Looks at what is in flight, and asks about the runs behind it. `startedAtMs` is the start of this run, by the clock of
 * this machine. Throws the signal's reason.
 */
async function lookAtWork(view, startedAtMs, inputs, world, signal) {
    const { isRunOver, isJobOver } = world.github(inputs.githubToken);
    const readTimes = () => view.readTimes();
    const isLast = inputs.shard?.kind === 'merge';
    const watch = createRunWatch(view.thisStep, { ...world, readTimes, isRunOver, isJobOver, isLast });
    const { ledger: found, pruned } = (0,ledger_view/* listFound */.n)(view);
    const readAgain = async () => {
        const again = await view.readAgain();
        return again === undefined ? undefined : (0,debt/* withoutDebts */.vC)(again);
    };
    const judged = await lookAtLedger((0,debt/* withoutDebts */.vC)(found), readAgain, watch, signal);
    const destination = (0,name_destination/* nameDestination */.a)(inputs);
    const debts = inputs.deliver.includes('artifact')
        ? (0,debt/* findDebts */.Cs)(found, (0,debt/* nameSecondDestination */._D)(destination))
        : [];
    const owed = new Set(debts.map(({ requestId }) => requestId));
    const deliveredSince = (0,delivered_since/* listDeliveredSince */.R)([...judged.values()].flat(), {
        startedAtMs: startedAtMs + serverAheadMs(view.readTimes()),
        destination,
    });
    const isNothing = judged.size === 0 && owed.size === 0;
    return {
        watch,
        judged,
        pruned,
        inFlight: isNothing
            ? undefined
            : { entries: judged, destination, owed, deliveredSince, onUnknown: inputs.onUnknown },
        debts,
    };
}
/** Deliveries are marked by a server's clock if that is known. */
function serverAheadMs({ localMs, serverMs }) {
    return (serverMs ?? localMs) - localMs;
}


/***/ }),

/***/ 17589:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ measureAhead)
/* harmony export */ });
/* harmony import */ var _ledger_life_judge_entry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49112);
/* harmony import */ var _ledger_life_prune_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38814);


/** How far a server's clock is ahead of this machine's, in ms; undefined if that is not known or does not matter. */
async function measureAhead(ledger, githubToken, { clock, github }, signal) {
    if (!isTimeInDoubt(ledger, clock.now()))
        return undefined;
    const serverMs = await github(githubToken).serverTime(signal);
    return serverMs === undefined ? undefined : serverMs - clock.now();
}
/** Whether something would be forgotten if this machine's clock were right, or is dated far ahead of it. */
function isTimeInDoubt(ledger, nowMs) {
    if ((0,_ledger_life_judge_entry_js__WEBPACK_IMPORTED_MODULE_1__/* .hasClaimsAhead */ .RB)(ledger, nowMs))
        return true;
    return (0,_ledger_life_prune_js__WEBPACK_IMPORTED_MODULE_0__/* .pruneOld */ .i)(ledger, { localMs: nowMs, serverMs: nowMs }).ledger !== ledger;
}


/***/ }),

/***/ 24473:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ff: () => (/* binding */ NOTHING_KEPT),
/* harmony export */   oR: () => (/* binding */ openGitStore),
/* harmony export */   qb: () => (/* binding */ openCacheStore)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _git_open_repository_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49523);
/* harmony import */ var _git_push_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(38568);
/* harmony import */ var _git_retry_offline_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(72838);
/* harmony import */ var _ledger_stores_cache_available_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(22518);
/* harmony import */ var _ledger_stores_cache_client_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(37622);
/* harmony import */ var _ledger_stores_cache_store_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(94980);
/* harmony import */ var _ledger_stores_git_store_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(35142);
/* harmony import */ var _ledger_stores_no_store_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(17919);










/** A store that keeps nothing. */
const NOTHING_KEPT = {
    kind: 'none',
    store: (0,_ledger_stores_no_store_js__WEBPACK_IMPORTED_MODULE_8__/* .createNoStore */ .d)(),
    findWriteFault: async () => {
        await Promise.resolve();
        return undefined;
    },
    [Symbol.asyncDispose]: async () => {
        await Promise.resolve();
    },
};
/**
 * Opens the store in the job's repository; asks nothing of the network yet. It has a private repository of its own, so
 * that it can be read at the same time as the branch. `denied` if there is no git to do it with.
 */
async function openGitStore(token, world, signal) {
    const { env, repository, temp } = world;
    const folder = node_path__WEBPACK_IMPORTED_MODULE_1__.join(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)(node_path__WEBPACK_IMPORTED_MODULE_1__.join(temp, 'dreamina-ledger-')), 'repository.git');
    const remote = { url: `${repository.url}.git`, token };
    const opened = await (0,_git_open_repository_js__WEBPACK_IMPORTED_MODULE_2__/* .openRepository */ .h)(folder, remote, env, signal);
    if (!opened.ok) {
        const { kind, why } = opened.error;
        const message = `The ledger of work in flight cannot be kept in the repository: ${why}.`;
        return { ok: false, error: { kind: (0,_ledger_stores_git_store_js__WEBPACK_IMPORTED_MODULE_7__/* .judgeLedgerKind */ .zu)(kind), message } };
    }
    const own = opened.value;
    return {
        ok: true,
        value: {
            kind: 'git',
            store: (0,_ledger_stores_git_store_js__WEBPACK_IMPORTED_MODULE_7__/* .createGitStore */ .Q3)(own),
            findWriteFault: async (until) => await findGitFault(own, world, until),
            [Symbol.asyncDispose]: async () => {
                await own[Symbol.asyncDispose]();
            },
        },
    };
}
async function findGitFault(repository, world, signal) {
    const writable = await (0,_git_retry_offline_js__WEBPACK_IMPORTED_MODULE_4__/* .retryOffline */ .C)(async () => await (0,_git_push_js__WEBPACK_IMPORTED_MODULE_3__/* .checkWritable */ .ZB)(repository, _ledger_stores_git_store_js__WEBPACK_IMPORTED_MODULE_7__/* .LEDGER_REF */ .oQ, signal), {
        ...world,
        signal,
    });
    signal.throwIfAborted();
    if (writable.ok)
        return undefined;
    const kind = (0,_ledger_stores_git_store_js__WEBPACK_IMPORTED_MODULE_7__/* .judgeLedgerKind */ .zu)(writable.error.kind);
    const what = `The ledger of work in flight (${_ledger_stores_git_store_js__WEBPACK_IMPORTED_MODULE_7__/* .LEDGER_REF */ .oQ}) cannot be written: ${writable.error.why}.`;
    const todo = kind === 'denied' ? ' Give the job `permissions: contents: write`.' : '';
    return { kind, message: `${what}${todo}` };
}
/** Opens the store in the Actions cache; asks nothing of the network yet. `denied` if the runner offers none. */
function openCacheStore({ env, job, workspace, clock, random, }) {
    const fault = (0,_ledger_stores_cache_available_js__WEBPACK_IMPORTED_MODULE_9__/* .findCacheFault */ ._)(env);
    if (fault !== undefined) {
        const message = `The ledger of work in flight cannot be kept in the Actions cache: ${fault}.`;
        return { ok: false, error: { kind: 'denied', message } };
    }
    const store = (0,_ledger_stores_cache_store_js__WEBPACK_IMPORTED_MODULE_6__/* .createCacheStore */ .mX)({ entries: (0,_ledger_stores_cache_client_js__WEBPACK_IMPORTED_MODULE_5__/* .createCacheEntries */ .p)(workspace), clock, run: job, random });
    return {
        ok: true,
        value: {
            kind: 'cache',
            store,
            findWriteFault: async (signal) => {
                const found = await store.findWriteFault(signal);
                signal.throwIfAborted();
                return found;
            },
            [Symbol.asyncDispose]: NOTHING_KEPT[Symbol.asyncDispose],
        },
    };
}


/***/ }),

/***/ 88964:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ createThisStep)
/* harmony export */ });
/* harmony import */ var _shared_unique_suffix_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32900);

/** This step as the ledger names it. Its job goes by the id that the input `job-id` gives. */
function createThisStep({ jobId }, { random, job, process }) {
    const { runId, attempt, name, runUrl } = job;
    const unique = (0,_shared_unique_suffix_js__WEBPACK_IMPORTED_MODULE_0__/* .uniqueSuffix */ .v)(random);
    return {
        runId,
        attempt,
        ...(jobId !== undefined && { job: jobId }),
        // It becomes part of a header.
        name: `${name.replace(/[^\w-]/g, '-')}-${unique}`,
        ...(process.name !== undefined && { process: process.name }),
        url: attempt > 1 ? `${runUrl}/attempts/${attempt}` : runUrl,
    };
}


/***/ }),

/***/ 80427:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ describeRepository)
/* harmony export */ });
/* harmony import */ var _git_read_committed_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29059);
/* harmony import */ var _runner_spec_commit_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99743);


/** What decides whether the service can fetch a file from GitHub: for a pull request, its head commit must have it. */
async function describeRepository(visibility, world) {
    const sha = await (0,_runner_spec_commit_js__WEBPACK_IMPORTED_MODULE_1__/* .readLastingCommit */ .Ay)(world);
    return {
        ...world.repository,
        sha,
        visibility,
        committed: async (files, signal) => await (0,_git_read_committed_js__WEBPACK_IMPORTED_MODULE_0__/* .readCommitted */ .r)(files, { ...world, sha }, signal),
    };
}


/***/ }),

/***/ 16205:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  UX: () => (/* binding */ idsOf),
  t7: () => (/* binding */ judgePlan),
  gH: () => (/* binding */ planFinished),
  yI: () => (/* binding */ planWithFlight)
});

// EXTERNAL MODULE: ./media/formats.js
var formats = __webpack_require__(92974);
// EXTERNAL MODULE: ./shared/fold-path.js
var fold_path = __webpack_require__(42274);
// EXTERNAL MODULE: ./deliver/branch/branch-paths.js
var branch_paths = __webpack_require__(39799);
// EXTERNAL MODULE: ./deliver/branch/foreign-files.js
var foreign_files = __webpack_require__(7066);
;// CONCATENATED MODULE: ./deliver/branch/check-paths.js




/** Which of the extensions an output gets is known only once it has been downloaded. */
const MEDIA_FILE = new RegExp(`^(.+)\\.(?:${formats/* MEDIA_TYPES */.Z2.map(formats/* fileExtension */.i_).join('|')})$`);
const NUMBERED = /^(.+)-[1-9]\d*$/;
/** Names of the branch directory's own files; the gallery has as many pages as it needs. */
const OWN_NAME = /^(?:readme\.md|edits\.lock\.json|pictures\.json|gallery-\d+\.md)$/;
/**
 * Everything on the branch at a path where a run would write and that no run of this action made: an error at the edit
 * that wants the path, so that no one else's file is overwritten and no money is wasted.
 */
function checkPaths(edits, opened) {
    const { tree, place, recorded } = opened;
    const foreign = (0,foreign_files/* findForeign */.eN)(tree, (0,branch_paths/* ownPaths */.Vw)(place, recorded.lock));
    const stems = findStems(foreign);
    const writing = edits.filter(willWrite);
    if (writing.length === 0)
        return [];
    return [
        ...checkOwnNames(opened, foreign),
        ...writing.flatMap((edit) => {
            const message = findFault(edit, place, foreign, stems);
            return message === undefined ? [] : [{ severity: 'error', message, at: edit.at }];
        }),
    ];
}
/** Whether a run writes pictures of the edit at all: not if they stay as they are. */
function willWrite({ action }) {
    if (action?.kind === 'unchanged')
        return action.files.some(({ path }, index) => path !== action.entry.files[index]?.path);
    return action?.kind !== 'skip' && action?.kind !== 'aside';
}
function findFault(edit, place, foreign, stems) {
    const { output, forceSingle, action } = edit;
    const [first = '', ...rest] = output.split('/');
    if (rest.length > 0 && OWN_NAME.test((0,fold_path/* foldPath */.t)(first))) {
        const what = `The output path ${(0,branch_paths/* quotePath */.WG)(output)} begins with ${(0,branch_paths/* quotePath */.WG)(first)}`;
        return `${what}, a name that the branch keeps for a file of its own: give the edit another \`output\`.`;
    }
    const todo = 'give the edit another `output`, use another `branch-directory`, or remove the file.';
    if (action?.kind === 'unchanged' || action?.kind === 'adopt') {
        const paths = action.files.map(({ path }) => (0,foreign_files/* findObstacle */.R5)((0,branch_paths/* fromRoot */.tc)(place, path), foreign));
        const obstacle = paths.find((path) => path !== undefined);
        return obstacle === undefined ? undefined : `${isForeign(obstacle, place.branch)}: ${todo}`;
    }
    const key = (0,fold_path/* foldPath */.t)((0,branch_paths/* fromRoot */.tc)(place, output));
    const taken = (0,foreign_files/* findObstacleAbove */.Gi)(key, foreign) ?? stems.single.get(key);
    if (taken !== undefined)
        return `${isForeign(taken, place.branch)}: ${todo}`;
    const numbered = forceSingle ? undefined : stems.numbered.get(key);
    if (numbered === undefined)
        return undefined;
    return `${isForeign(numbered, place.branch)}: set \`force-single: true\`, ${todo}`;
}
/** Foreign files and folders that are named like an output, by their folded path without extension and without number. */
function findStems({ files, folders }) {
    const single = new Map();
    const numbered = new Map();
    for (const [key, path] of [...files, ...folders]) {
        const stem = MEDIA_FILE.exec(key)?.[1];
        if (stem === undefined)
            continue;
        single.set(stem, path);
        const base = NUMBERED.exec(stem)?.[1];
        if (base !== undefined)
            numbered.set(base, path);
    }
    return { single, numbered };
}
/** Every commit writes gallery pages and lock file, whatever the edits. */
function checkOwnNames({ place }, foreign) {
    const folder = (0,fold_path/* foldPath */.t)((0,branch_paths/* fromRoot */.tc)(place, ''));
    const gallery = [...foreign.files].find(([key]) => key.startsWith(folder) && /^gallery-\d+\.md$/.test(key.slice(folder.length)))?.[1];
    const names = ['README.md', branch_paths/* LOCK_NAME */.Sy].map((name) => (0,foreign_files/* findObstacle */.R5)((0,branch_paths/* fromRoot */.tc)(place, name), foreign));
    return [...new Set([...names, gallery])]
        .filter((path) => path !== undefined)
        .map((path) => ({
        severity: 'error',
        message: `${isForeign(path, place.branch)}: use another \`branch-directory\`, another \`branch\`, or remove the file.`,
    }));
}
function isForeign(path, branch) {
    return `${(0,branch_paths/* quotePath */.WG)(path)} exists on branch ${(0,branch_paths/* quotePath */.WG)(branch)} and was not made by this action`;
}

// EXTERNAL MODULE: ./jobs/budget/month-budget.js
var month_budget = __webpack_require__(65796);
// EXTERNAL MODULE: ./jobs/budget/open-budget.js + 1 modules
var open_budget = __webpack_require__(59182);
// EXTERNAL MODULE: ./plan/find-finished.js
var find_finished = __webpack_require__(54797);
// EXTERNAL MODULE: ./plan/outputs.js
var outputs = __webpack_require__(56987);
;// CONCATENATED MODULE: ./plan/adopt/list-wanted.js


/** Fingerprints of the pictures that are not there yet: only these may be copied from other branches; pure. */
function listWanted({ edits }, { forced, recorded, specIds }) {
    const aside = Map.groupBy([...(recorded?.lock.edits ?? [])].filter(([, { stored }]) => stored !== undefined), ([, { fingerprint }]) => fingerprint);
    /** Whether an edit would get a copy of what another one has of the same request, although it had a picture of its own. */
    function isOfTwin({ id, fingerprint, action }) {
        if (action.kind !== 'unchanged' || action.on !== undefined || action.from === id)
            return false;
        const names = (0,find_finished/* namesOf */.e)(id, specIds);
        return (aside.get(fingerprint) ?? []).some(([name, { requestId }]) => requestId !== action.entry.requestId && (names.includes(name) || !specIds.has(name)));
    }
    const isMissing = (edit) => (!(0,outputs/* hasPictures */.MB)(edit.action) && edit.action.kind !== 'aside') || isOfTwin(edit);
    return new Set(edits
        // A forced edit is made again on purpose, unless it is frozen.
        .filter((edit) => isMissing(edit) && !(forced.has(edit.id) && !edit.frozen))
        .map(({ fingerprint }) => fingerprint));
}

// EXTERNAL MODULE: ./lock/has-files.js
var has_files = __webpack_require__(53119);
// EXTERNAL MODULE: ./pictures/apply-renditions.js
var apply_renditions = __webpack_require__(5331);
// EXTERNAL MODULE: ./plan/clash-keys.js
var clash_keys = __webpack_require__(17089);
;// CONCATENATED MODULE: ./plan/check-clashes.js




/**
 * Finds edits whose pictures would overwrite those of another edit that keeps them, because it is frozen or not part of
 * this run, or renditions of one that is not part of it. This is an error before anything is paid for. `specIds` has the ids
 * of the whole spec; within one spec, its own check compares renditions.
 */
function checkClashes(edits, { lock }, specIds) {
    const planned = new Map(edits.map((edit) => [edit.id, edit]));
    const stayingUnder = new Map(edits.flatMap((edit) => (isInPlace(edit) ? [[edit.action.from, edit]] : [])));
    const owners = new Map();
    for (const [name, entry] of lock.edits) {
        const edit = planned.get(name) ?? stayingUnder.get(name);
        const stays = edit === undefined
            ? specIds.has(name)
            : stayingUnder.get(name) === edit || (0,outputs/* isUntouched */.O2)(edit) || edit.action.kind === 'skip';
        if (!stays)
            continue;
        const owner = { id: edit?.id ?? name, spec: entry.spec };
        if (edit === undefined)
            for (const path of listRenditionPaths(entry, lock.renditions))
                for (const key of (0,clash_keys/* keysOf */.Y)(path))
                    owners.set(key, { ...owner, has: 'renditions' });
        for (const { path } of (0,has_files/* filesOnBranch */.rB)(entry))
            for (const key of (0,clash_keys/* keysOf */.Y)(path))
                owners.set(key, { ...owner, has: 'those' });
    }
    return edits.flatMap((edit) => {
        const clash = (0,outputs/* isUntouched */.O2)(edit) || isInPlace(edit) ? undefined : (0,clash_keys/* clashKeysOf */.F)(edit).find((key) => owners.has(key));
        const owner = clash === undefined ? undefined : owners.get(clash);
        if (owner === undefined)
            return [];
        const { id, spec, has } = owner;
        const isOther = spec !== undefined && spec !== edit.at.file;
        const why = isOther
            ? `belongs to the spec \`${spec}\`. Use another \`branch-directory\``
            : planned.has(id)
                ? 'is frozen. Remove `frozen`'
                : 'is not part of this run. Name both in `only`';
        const message = `The pictures of \`${edit.id}\` cannot be saved as \`${edit.output}\`: the branch has ${has} of \`${id}\` there, and \`${id}\` ${why}, or choose another \`output\`.`;
        return [{ severity: 'error', message, at: edit.at }];
    });
}
/** Whether the pictures of a frozen edit stay where they are, recorded under the name that the edit had with other `takes`. */
function isInPlace(edit) {
    const { id, frozen, action } = edit;
    return (frozen &&
        action.kind === 'unchanged' &&
        action.on === undefined &&
        action.from !== id &&
        action.files.every(({ path }, index) => path === action.entry.files[index]?.path));
}
/** The paths of an entry's renditions that pages use. */
function listRenditionPaths(entry, renditions = {}) {
    return (0,has_files/* filesOnBranch */.rB)(entry).flatMap(({ path: original, sha256 }) => Object.values(renditions[sha256] ?? {}).flatMap((record) => (0,apply_renditions/* currentFiles */.tM)(record, original).map(({ path }) => path)));
}

;// CONCATENATED MODULE: ./plan/check-kept.js

/**
 * What is wrong with the kept takes of a plan: a choice that was made among other pictures, and pictures that are not to be had
 * anymore; pure. Both are errors before anything is paid for; a plan that is only to be read has the first one as a warning.
 */
function checkKept(edits, { lock }, mode) {
    const discarded = new Set([...lock.edits.values()].flatMap(({ stored, fingerprint }) => stored === undefined ? [] : [fingerprint]));
    return edits.flatMap((edit) => {
        const { id, take, action, fingerprint, frozen, at } = edit;
        if (frozen || (0,outputs/* hasPictures */.MB)(action))
            return [];
        const isWanted = take === undefined || take.isKept;
        if (isWanted && action.kind === 'skip' && discarded.has(fingerprint)) {
            const message = `\`${id}\` has no pictures: ${action.reason}.`;
            return [{ severity: 'error', message, at }];
        }
        const entry = lock.edits.get(id);
        const isOfOthers = entry !== undefined && entry.fingerprint !== fingerprint;
        if (take?.isKept !== true || !take.isChosen || !isOfOthers)
            return [];
        const message = `\`keep\` says that take ${take.number} of \`${take.edit}\` is kept, but that choice was made among other pictures: what the edit asks for has changed since. ` +
            'Remove `keep` to have new takes made, and choose among those; or go back to what the edit asked for.';
        return [{ severity: mode === 'apply' ? 'error' : 'warning', message, at }];
    });
}

// EXTERNAL MODULE: ./plan/check-needs.js
var check_needs = __webpack_require__(16849);
// EXTERNAL MODULE: ./plan/plan-edits.js + 4 modules
var plan_edits = __webpack_require__(96719);
// EXTERNAL MODULE: ./plan/review/count-renditions.js
var count_renditions = __webpack_require__(19343);
// EXTERNAL MODULE: ./plan/review/estimate-growth.js
var estimate_growth = __webpack_require__(21776);
;// CONCATENATED MODULE: ./plan/without-sending.js
/** Why nothing at all may be sent: a limit of 0, which people set to have collected and delivered what is paid for. */
function findSendingBan({ maxEdits, maxCostUsd }) {
    if (maxEdits === 0)
        return 'nothing is sent, because `max-edits` is 0';
    if (maxCostUsd === 0)
        return 'nothing is sent, because `max-cost` is 0';
    return undefined;
}
/**
 * The plan without everything that could be sent: those edits are left out, as the spec's frozen ones are. What is paid
 * for stays, and so do edits that share its pictures; pure.
 */
function withoutSending({ edits, takenOutputs }, why) {
    const left = new Set();
    const decide = (action) => {
        switch (action.kind) {
            case 'submit':
                return { kind: 'skip', reason: why };
            case 'other-run':
                // If that run does not send it, this one would have to.
                return { kind: 'skip', reason: `another run is working on it, and ${why}` };
            case 'share':
                return left.has(action.with) ? { kind: 'skip', reason: why } : action;
            case 'collect':
            case 'hold':
            case 'unchanged':
            case 'adopt':
            case 'aside':
            case 'skip':
                return action;
        }
    };
    return {
        takenOutputs,
        edits: edits.map((edit) => {
            const action = decide(edit.action);
            if (action !== edit.action)
                left.add(edit.id);
            return { ...edit, action };
        }),
    };
}

// EXTERNAL MODULE: ./deliver/branch/describe-git-error.js
var describe_git_error = __webpack_require__(45157);
// EXTERNAL MODULE: ./deliver/branch/read-previews.js + 1 modules
var read_previews = __webpack_require__(12517);
;// CONCATENATED MODULE: ./plan/adopt/rank-offers.js
/** The finished edits of one branch that have a wanted fingerprint; pure. */
function listOffers({ branch, commit, lock }, wanted) {
    const { preview } = lock;
    return listEntries(lock, wanted).map(([id, entry]) => ({
        on: { kind: 'preview', branch, commit },
        id,
        entry,
        ...(preview !== undefined && { preview }),
    }));
}
/** The entries of a lock file with a wanted fingerprint whose pictures are files of the branch; pure. */
function listEntries({ edits }, wanted) {
    return [...edits].filter(([, { fingerprint, stored }]) => wanted.has(fingerprint) && stored === undefined);
}
/** Names of branches that offer pictures which another branch offers too: only then does it matter which one is taken. */
function listContested(offers) {
    const byFingerprint = Map.groupBy(offers, ({ entry }) => entry.fingerprint);
    return new Set([...byFingerprint.values()].flatMap((same) => {
        const branches = new Set(same.map(({ on }) => on.branch));
        return branches.size > 1 ? [...branches] : [];
    }));
}
/**
 * The offers in the order in which they are taken; pure. Those of a pull request that was merged with this run's commit come
 * first, those of open ones last, since their pictures are still being discussed; the newest picture comes first among equals.
 */
function rankOffers(offers, standingOf) {
    const rank = ({ on }) => ORDER.indexOf(standingOf(on.branch));
    return offers.toSorted((a, b) => rank(a) - rank(b) ||
        Date.parse(b.entry.finishedAt) - Date.parse(a.entry.finishedAt) ||
        compare(a.on.branch, b.on.branch) ||
        compare(a.id, b.id));
}
const ORDER = ['merged-here', 'other', 'unknown', 'open'];
/** By code unit, so that the order is the same on every machine. */
function compare(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}

// EXTERNAL MODULE: ./shared/list-some.js
var list_some = __webpack_require__(65020);
// EXTERNAL MODULE: ./runner/is-older.js + 1 modules
var is_older = __webpack_require__(24374);
;// CONCATENATED MODULE: ./run/adopt/judge-pulls.js


/** Each pull request may take a request or two; about any more, nothing is known. */
const MOST_ASKED = 30;
/**
 * How the pull requests stand whose branches offer the same pictures, by branch. Asks nothing if each picture is offered
 * once. Throws the signal's reason.
 */
async function judgePulls(offers, inputs, world, signal) {
    const contested = listContested(offers);
    const previews = new Map(offers.flatMap(({ on, preview }) => preview !== undefined && contested.has(on.branch) ? [[on.branch, preview]] : []));
    const { sha } = world.repository;
    if (previews.size === 0 || sha === undefined)
        return new Map();
    const github = world.github(inputs.githubToken);
    // Whether a pull request is open matters only beside others: one of which nothing is known comes after closed ones.
    const standings = new Map([...previews.keys()].map((branch) => [branch, 'unknown']));
    for (const [branch, { pullRequest, commit }] of [...previews].slice(0, MOST_ASKED)) {
        const pull = await github.pullState(pullRequest, signal);
        signal.throwIfAborted();
        if (pull !== undefined)
            standings.set(branch, judge(pull));
        // Without the right to ask about pull requests, a merge commit still shows what it merged.
        else if (commit !== undefined && (await (0,is_older/* isOlder */.t)(commit, sha, inputs, world, signal)) === true)
            standings.set(branch, 'merged-here');
    }
    return standings;
    function judge(pull) {
        if (pull.kind === 'open')
            return 'open';
        return pull.mergeCommit === sha ? 'merged-here' : 'other';
    }
}

// EXTERNAL MODULE: ./run/adopt/read-adoptable.js
var read_adoptable = __webpack_require__(19459);
;// CONCATENATED MODULE: ./run/adopt/find-offers.js








/** Nothing is offered. */
const NOTHING = { offers: new Map(), branches: [], faults: [], problems: [] };
/** How many branches are kept in mind for the same pictures. */
const MOST_OFFERS = 3;
/**
 * Looks for the `wanted` pictures (fingerprints) on the branches of the input `adopt-from`. Asks nothing if none is wanted.
 * Throws the signal's reason.
 */
async function findOffers(wanted, branch, inputs, world, signal) {
    if (branch === undefined || inputs.adoptFrom.length === 0 || wanted.size === 0)
        return NOTHING;
    const { repository, place } = branch;
    const read = await (0,read_adoptable/* readAdoptable */.z)(branch, inputs, { ...world, signal });
    if (!read.ok)
        return { ...NOTHING, faults: [read.error] };
    const { previews, unreadable, unseen } = read.value;
    // Their pictures may be the ones that this run would pay for again.
    if (unreadable.length > 0)
        return { ...NOTHING, faults: unreadable.map(describeUnreadable) };
    const byName = new Map(previews.map((preview) => [preview.branch, preview]));
    const offers = previews.flatMap((preview) => listOffers(preview, wanted));
    const standings = await judgePulls(offers, inputs, world, signal);
    const ranked = rankOffers(offers, (name) => standings.get(name) ?? 'other');
    const chosen = new Map();
    const opened = new Map();
    for (const offer of ranked) {
        const known = chosen.get(offer.entry.fingerprint) ?? [];
        const preview = byName.get(offer.on.branch);
        if (known.length === MOST_OFFERS || preview === undefined)
            continue;
        let there = opened.get(preview.branch);
        if (there === undefined) {
            const opening = await (0,read_previews/* openPreview */.H)(repository, preview, place.directory, signal);
            signal.throwIfAborted();
            if (!opening.ok)
                return { ...NOTHING, faults: [describeUnlisted(preview, opening.error, branch)] };
            there = opening.value;
            opened.set(preview.branch, there);
        }
        if ((0,has_files/* hasFiles */.YQ)(offer.entry, there.recorded.paths))
            chosen.set(offer.entry.fingerprint, [...known, offer]);
    }
    const isAllOffered = [...wanted].every((each) => chosen.has(each));
    const problems = isAllOffered ? [] : describeUnseen(unseen, place);
    return { offers: chosen, branches: [...opened.values()], faults: [], problems };
}
function describeUnlisted({ branch }, error, { place, repository }) {
    const message = (0,describe_git_error/* describeGitError */.e)(error, 'read', { ...place, branch }, repository.remote);
    return { severity: 'error', message };
}
function describeUnreadable({ branch, why }) {
    const message = `Branch ${(0,branch_paths/* quotePath */.WG)(branch)} may have pictures to adopt, and its lock file cannot be read: ${why} Or remove the branch, or leave it out of \`adopt-from\`.`;
    return { severity: 'error', message };
}
/** Warnings about branches whose pictures are made and paid for again if they are what the spec asks for. */
function describeUnseen(unseen, { directory }) {
    const named = (kind) => unseen.flatMap((each) => (each.kind === kind ? [(0,branch_paths/* quotePath */.WG)(each.branch)] : []));
    const [deleted, without] = [named('deleted'), named('no-lock')];
    const where = directory === '' ? 'at the root' : `in ${(0,branch_paths/* quotePath */.WG)(directory)}`;
    return [
        ...(deleted.length === 0
            ? []
            : [
                `Deleted while this run read it, so that its pictures are not adopted: ${(0,list_some/* listSome */.X)(deleted, MOST_NAMED)}. Edits that only such a branch had are made and paid for again.`,
            ]),
        ...(without.length === 0
            ? []
            : [
                `No lock file ${where}, so that the pictures of the branch are not seen: ${(0,list_some/* listSome */.X)(without, MOST_NAMED)}. If it is a preview, give its workflow the same \`branch-directory\`; otherwise leave the branch out of \`adopt-from\`.`,
            ]),
    ].map((message) => ({ severity: 'warning', message }));
}
/** How many branches a warning names. */
const MOST_NAMED = 5;

// EXTERNAL MODULE: ./deliver/branch/read-tip.js
var read_tip = __webpack_require__(27394);
// EXTERNAL MODULE: ./git/fetch-history.js
var fetch_history = __webpack_require__(90855);
;// CONCATENATED MODULE: ./git/pick-ancestors.js

/**
 * Those of the `commits` that are in the history of a branch of the remote. Fetches that history, without its trees and
 * files.
 */
async function pickAncestors(repository, { ref, commit }, commits, signal) {
    const fetched = await (0,fetch_history/* fetchHistory */.N)(repository, [ref], signal);
    if (!fetched.ok)
        return fetched;
    const listed = await repository.run(['rev-list', commit], { signal });
    if (!listed.ok)
        return listed;
    const history = new Set(listed.value.toString().split('\n'));
    return { ok: true, value: commits.filter((each) => history.has(each)) };
}

// EXTERNAL MODULE: ./git/retry-offline.js
var retry_offline = __webpack_require__(72838);
;// CONCATENATED MODULE: ./plan/adopt/list-past.js
/** The commits that have what the edits were before, and the takes that were set aside, by fingerprint; pure. */
function listPast({ edits }) {
    const past = new Map();
    for (const { fingerprint: own, stored, heldBy, history = [] } of edits.values()) {
        const aside = stored === undefined || heldBy === undefined ? [] : [{ fingerprint: own, commit: heldBy }];
        for (const { fingerprint, commit } of [...aside, ...history]) {
            const known = past.get(fingerprint);
            if (known === undefined)
                past.set(fingerprint, [commit]);
            else
                known.push(commit);
        }
    }
    return past;
}
/**
 * The offers of older commits by fingerprint, the commit first that is remembered for just these pictures; pure. Others may have
 * older pictures of the same request.
 */
function rankPast(offers, past) {
    const rank = ({ on, entry }) => {
        const index = past.get(entry.fingerprint)?.indexOf(on.commit) ?? -1;
        return index < 0 ? Infinity : index;
    };
    const inOrder = offers.toSorted((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0));
    return Map.groupBy(inOrder, ({ entry }) => entry.fingerprint);
}

;// CONCATENATED MODULE: ./run/adopt/find-past.js








/**
 * The `wanted` pictures (fingerprints) that the branch had before: a spec that goes back to what it asked for is not paid for
 * again. Only what is still in the branch's history counts, as pictures may have been removed from it on purpose. Asks
 * nothing if none of them is remembered, and no merged branch may have them. Throws the signal's reason.
 */
async function findPast(branch, wanted, deps) {
    const offers = [];
    const branches = [];
    const past = branch === undefined ? new Map() : listKnown(branch, wanted);
    const found = (faults) => ({
        offers: rankPast(offers, past),
        branches,
        faults,
        problems: [],
    });
    if (branch === undefined || wanted.size === 0)
        return found([]);
    const left = new Set([...wanted].flatMap((each) => past.get(each) ?? []));
    const { repository } = branch;
    const { signal } = deps;
    const ask = async (question) => await (0,retry_offline/* retryOffline */.C)(question, deps);
    for (const tip of tipsOf(branch)) {
        if (left.size === 0)
            break;
        const known = await ask(async () => await pickAncestors(repository, tip.at, [...left], signal));
        signal.throwIfAborted();
        if (!known.ok)
            return found([describeUnread(branch, known.error)]);
        for (const commit of known.value) {
            left.delete(commit);
            const read = await (0,read_tip/* readCommitTip */.Dn)(repository, commit, tip.place, signal, ask);
            signal.throwIfAborted();
            if (!read.ok && read.error.kind === 'git')
                return found([describeUnread(branch, read.error.error)]);
            // A damaged lock file of the past keeps no one from going on: its pictures are made again.
            if (!read.ok)
                continue;
            const { lock, paths } = read.value.recorded;
            const on = { kind: 'history', branch: tip.place.branch, commit };
            const there = listEntries(lock, wanted).filter(([, entry]) => (0,has_files/* hasFiles */.YQ)(entry, paths));
            offers.push(...there.map(([id, entry]) => ({ on, id, entry })));
            branches.push({ repository, place: tip.place, ...read.value });
        }
    }
    return found([]);
}
/**
 * The commits to look at, by fingerprint. A proposal that was merged still has its pictures, whatever became of them in the
 * branch that it was merged into: the merge may have been reverted, and the memory of the lock file with it.
 */
function listKnown({ recorded, tip, joined }, wanted) {
    const past = listPast(recorded.lock);
    const isMerged = tip !== undefined && joined?.parents.length === 1 && joined.parents[0] === joined.base;
    if (!isMerged || tip === joined.base)
        return past;
    return new Map([
        ...past,
        ...Array.from(wanted, (each) => [each, [...(past.get(each) ?? []), tip]]),
    ]);
}
/** The branches of the server whose history is that of the opened one: two if it is to be merged into another one. */
function tipsOf({ place, tip, joined, }) {
    const { into, ...own } = place;
    const target = { ...own, branch: into ?? '' };
    return [
        ...(tip === undefined ? [] : [{ at: { ref: (0,read_tip/* refOf */.H8)(own), commit: tip }, place: own }]),
        ...(joined === undefined ? [] : [{ at: { ref: (0,read_tip/* refOf */.H8)(target), commit: joined.base }, place: target }]),
    ];
}
function describeUnread({ place, repository }, error) {
    const why = (0,describe_git_error/* describeGitError */.e)(error, 'read', place, repository.remote);
    const message = `Earlier pictures of branch ${(0,branch_paths/* quotePath */.WG)(place.branch)} cannot be read: ${why}`;
    return { severity: 'error', message };
}

;// CONCATENATED MODULE: ./run/adopt/offer-target.js


/**
 * The `wanted` pictures (fingerprints) that are on the branch which the run's own one is to be merged into, or on the own branch
 * as it is before the merge; pure. Both together count as there, but of an edit that both have, only the pictures of one do, and
 * what was taken back on one of them is in neither. If the spec asks for the others, they are copied from where they still are
 * instead of being paid for again.
 */
function offerTarget(own, wanted) {
    const { joined, place } = own ?? {};
    if (own === undefined || joined === undefined || place?.into === undefined)
        return { offers: new Map(), branches: [], faults: [], problems: [] };
    const { repository } = own;
    const { directory } = place;
    const { base: tip, tree, recorded, head } = joined;
    const branches = [
        { repository, place: { branch: place.into, directory }, tip, tree, recorded },
        ...(head === undefined ? [] : [{ repository, place: { branch: place.branch, directory }, ...head }]),
    ];
    const offers = branches.flatMap((each) => listOffered(each, wanted));
    return {
        offers: Map.groupBy(offers, ({ entry }) => entry.fingerprint),
        branches,
        faults: [],
        problems: [],
    };
}
function listOffered({ place, tip, recorded }, wanted) {
    const on = { kind: 'target', branch: place.branch, commit: tip };
    return listEntries(recorded.lock, wanted)
        .filter(([, entry]) => (0,has_files/* hasFiles */.YQ)(entry, recorded.paths))
        .map(([id, entry]) => ({ on, id, entry }));
}

;// CONCATENATED MODULE: ./run/adopt/gather-offers.js



/**
 * Looks for the `wanted` pictures (fingerprints) wherever they may be copied from, the nearest places first: what is found
 * there is not asked for anywhere else. Throws the signal's reason.
 */
async function gatherOffers(wanted, { branch, base }, inputs, world, signal) {
    const left = new Set(wanted);
    const places = [
        () => offerTarget(branch, left),
        async () => await findPast(branch, left, { ...world, signal }),
        async () => await findPast(base, left, { ...world, signal }),
        async () => await findOffers(left, branch, inputs, world, signal),
    ];
    const offers = new Map();
    const [branches, faults, problems] = [[], [], []];
    for (const look of places) {
        const found = await look();
        branches.push(...found.branches);
        faults.push(...found.faults);
        problems.push(...found.problems);
        for (const [fingerprint, same] of found.offers) {
            offers.set(fingerprint, same);
            left.delete(fingerprint);
        }
    }
    return { offers, branches, faults, problems };
}

// EXTERNAL MODULE: ./run/adopt/other-branches.js
var other_branches = __webpack_require__(40677);
// EXTERNAL MODULE: ./run/ledger/name-destination.js
var name_destination = __webpack_require__(74131);
// EXTERNAL MODULE: ./plan/newer-entries.js
var newer_entries = __webpack_require__(44857);
// EXTERNAL MODULE: ./runner/spec-commit.js
var spec_commit = __webpack_require__(99743);
// EXTERNAL MODULE: ./run/prepare/other-specs.js
var other_specs = __webpack_require__(2712);
;// CONCATENATED MODULE: ./run/prepare/keep-newer.js





/** Each commit may take a request; for any more, it stays unknown whether they are newer. */
const keep_newer_MOST_ASKED = 30;
/**
 * Makes sure that the run of an older commit (started again, or long in a queue) keeps what newer commits brought to the
 * branch. Asks only about entries that the run would change. Throws the signal's reason.
 */
async function keepNewer(edits, options, inputs, world, signal) {
    const { recorded } = options;
    const sha = recorded === undefined ? undefined : await (0,spec_commit/* readSpecCommit */.nE)(world);
    if (recorded === undefined || sha === undefined)
        return { options, plan: (0,plan_edits/* planEdits */.r)(edits, options), problems: [] };
    const answers = new Map();
    const atRisk = new Map();
    for (;;) {
        const newerCommits = new Set([...answers].flatMap(([commit, is]) => (is === true ? [commit] : [])));
        const planned = withNewer(options, recorded, newerCommits);
        const specIds = new Set(planned.spec.map(({ id }) => id));
        const plan = (0,plan_edits/* planEdits */.r)(edits, planned);
        const found = (0,newer_entries/* findAtRisk */.eQ)(plan.edits, recorded, {
            sha,
            specIds,
            prune: inputs.prune,
        });
        for (const entry of found)
            atRisk.set(entry.id, entry);
        const open = [...new Set(found.map(({ commit }) => commit))].filter((commit) => !answers.has(commit));
        // Keeping an edit changes those that are made from it, so the plan is made again until it asks nothing new.
        if (open.length === 0)
            return { options: planned, plan, problems: (0,newer_entries/* warnOfNewer */.xK)([...atRisk.values()], answers, sha, world) };
        for (const commit of open) {
            const mayAsk = answers.size < keep_newer_MOST_ASKED;
            answers.set(commit, mayAsk ? await (0,is_older/* isOlder */.t)(sha, commit, inputs, world, signal) : undefined);
        }
    }
}
/** Newer entries that the spec does not have (yet) are no leftovers of it: they are neither pruned nor taken over. */
function withNewer(options, { lock }, newerCommits) {
    const ids = new Set(options.spec.map(({ id }) => id));
    const others = new Map([...lock.edits].filter(([id, entry]) => !ids.has(id) && (0,newer_entries/* isNewer */.U4)(entry, newerCommits)));
    return { ...options, newerCommits, spec: [...options.spec, ...(0,other_specs/* asEdits */.Ym)(others)] };
}

// EXTERNAL MODULE: ./shared/commit-name.js
var commit_name = __webpack_require__(48588);
;// CONCATENATED MODULE: ./run/prepare/warn-of-lost-past.js




/**
 * A warning if edits are sent whose pictures the branch had before, because they cannot be taken from its history anymore;
 * pure. Those that are forced are made again on purpose.
 */
function warnOfLostPast({ edits }, { place, recorded }, forced) {
    const sent = edits.filter(({ id, action }) => action.kind === 'submit' && !forced.has(id));
    if (sent.length === 0)
        return [];
    const past = listPast(recorded.lock);
    const lost = sent.flatMap(({ id, fingerprint }) => {
        const commit = past.get(fingerprint)?.at(-1);
        return commit === undefined ? [] : [`${id} (commit ${(0,commit_name/* shortCommit */.Ax)(commit)})`];
    });
    if (lost.length === 0)
        return [];
    const message = `Branch ${(0,branch_paths/* quotePath */.WG)(place.branch)} had the pictures of ${(0,list_some/* listSome */.X)(lost, 5)} before, but they cannot be taken from its history anymore, so they are made and paid for again.`;
    return [{ severity: 'warning', message }];
}

// EXTERNAL MODULE: ./ledger/life/debt.js
var debt = __webpack_require__(70205);
// EXTERNAL MODULE: ./ledger/life/change-entry.js
var change_entry = __webpack_require__(23693);
// EXTERNAL MODULE: ./ledger/life/prune.js
var prune = __webpack_require__(38814);
// EXTERNAL MODULE: ./queue/job-url.js
var job_url = __webpack_require__(95322);
// EXTERNAL MODULE: ./shared/format-age.js
var format_age = __webpack_require__(81786);
// EXTERNAL MODULE: ./shared/format.js
var format = __webpack_require__(19612);
;// CONCATENATED MODULE: ./run/prepare/warn-of-strays.js







/**
 * Warnings about work that was paid for, or may have been, and that no edit of this run covers: its prompt, pictures or
 * settings have changed since, or it left the spec; pure. There is no warning about work of a run that is still
 * going on, or about edits that are not part of this run.
 */
function findStrays(inFlight, { plan, specIds, destination, nowMs, apiUrl }) {
    const wanted = new Map(plan.edits.map((edit) => [edit.fingerprint, edit]));
    const planned = new Set(plan.edits.map(({ id }) => id));
    const judged = [...inFlight.values()].flat();
    const unasked = judged
        .filter(({ entry, verdict }) => {
        const isOfRun = planned.has(entry.edit) || !specIds.has(entry.edit);
        const isOver = verdict === 'unknown' || nowMs > entry.overAtMs;
        return isOfRun && isOver && entry.state !== 'delivered' && !wanted.has(entry.fingerprint);
    })
        .map(({ entry }) => {
        const todo = `It is forgotten after ${(0,format/* plural */.LS)(prune/* KEPT_DAYS */.b, 'day')}.`;
        return warning(`${describeWork(entry, nowMs, apiUrl)}, and no edit of the spec asks for these pictures anymore. ${todo}`);
    });
    const hidden = judged.filter(({ entry }) => entry.destination === destination && isHidden(entry, wanted.get(entry.fingerprint)));
    return [
        ...unasked,
        ...hidden.map(({ entry }) => warning(`${describeWork(entry, nowMs, apiUrl)}, but older pictures of it are on the branch. A run with \`force: ${entry.edit}\` collects it without paying again.`)),
    ];
}
/** Whether an edit stays as it is although a run sent it again on purpose and did not get to deliver it. */
function isHidden(entry, edit) {
    if ((edit?.action.kind !== 'unchanged' && edit?.action.kind !== 'aside') || entry.state !== 'accepted')
        return false;
    return (edit.action.entry.fingerprint === entry.fingerprint && edit.action.entry.requestId !== entry.requestId);
}
/** Warnings about entries that are now too old to keep; pure. There is none if the pictures are on the branch. */
function describePruned(pruned, { plan, nowMs, apiUrl }) {
    const delivered = new Set(plan.edits.flatMap(({ action }) => ((0,outputs/* hasPictures */.MB)(action) ? action.entry.requestId : [])));
    return pruned
        .filter((entry) => (0,debt/* isDebt */.a_)(entry) || !((0,change_entry/* hasAnswer */.H1)(entry) && delivered.has(entry.requestId)))
        .map((entry) => warning(`${describeWork(entry, nowMs, apiUrl)}, and is forgotten now.`));
}
function describeWork(entry, nowMs, apiUrl) {
    const { edit, destination, step } = entry;
    if (!(0,change_entry/* hasAnswer */.H1)(entry)) {
        const age = (0,format_age/* formatAge */.n)(nowMs - entry.claimedAtMs);
        return `Edit ${edit} may have been sent ${age} ago by ${step.url}; it is not known whether it was accepted and paid for`;
    }
    const { requestId, submittedAtMs } = entry;
    const age = (0,format_age/* formatAge */.n)(nowMs - submittedAtMs);
    if ((0,debt/* isDebt */.a_)(entry))
        return `Edit ${edit} is on the branch, but its upload to an artifact failed (request ${requestId}; ${step.url})`;
    const job = `request ${requestId}, sent ${age} ago, result at ${(0,job_url/* jobUrl */.N)(apiUrl, requestId, 'result')}`;
    return `Edit ${edit} was paid for and never delivered (to ${destination}; ${job})`;
}
function warning(message) {
    return { severity: 'warning', message };
}

;// CONCATENATED MODULE: ./run/prepare/make-plan.js

















/**
 * Plans by what is on the branches. Asks about newer commits, and reads preview branches, if that matters. Throws the
 * signal's reason.
 */
async function planFinished(seen, inputs, world, signal) {
    const { edits, branch, base } = seen;
    const { options, plan, problems } = await keepNewer(edits, seen.options, inputs, world, signal);
    signal.throwIfAborted();
    const wanted = listWanted(plan, {
        forced: options.forced,
        specIds: new Set(options.spec.map(({ id }) => id)),
        ...(options.recorded !== undefined && { recorded: options.recorded }),
    });
    const found = await gatherOffers(wanted, { branch, base }, inputs, world, signal);
    const { offers, branches } = found;
    const others = (0,other_branches/* byTip */.zp)([...(base?.tip === undefined ? [] : [base]), ...branches]);
    const first = {
        plan,
        options,
        others,
        faults: found.faults,
        problems: [...problems, ...found.problems],
    };
    if (offers.size === 0)
        return first;
    const offered = { ...options, offers };
    return { ...first, plan: (0,plan_edits/* planEdits */.r)(edits, offered), options: offered };
}
/** The plan with what is in flight, as the limits allow it; pure. */
function planWithFlight({ edits, spec }, first, { inFlight }, inputs) {
    const plan = inFlight === undefined ? first.plan : (0,plan_edits/* planEdits */.r)(edits, { ...first.options, inFlight });
    const ban = findSendingBan((0,open_budget/* stricterLimits */.Fz)(spec.budget, inputs));
    return ban === undefined ? plan : withoutSending(plan, ban);
}
/** Ids of the spec, and those that other specs have on the branch. */
function idsOf({ options }) {
    return new Set(options.spec.map(({ id }) => id));
}
/** What is wrong with a plan, or should be known about it; pure. */
function judgePlan(plan, { branch, spec }, first, { judged, pruned }, inputs, { nowMs, mode }) {
    const specIds = idsOf(first);
    const facts = { plan, specIds, destination: (0,name_destination/* nameDestination */.a)(inputs), nowMs, apiUrl: inputs.apiUrl };
    return [
        ...(0,month_budget/* checkMonthBudget */.mL)(spec.budget, inputs.deliver),
        ...(0,check_needs/* checkNeeds */.Q)(plan.edits),
        ...(branch === undefined ? [] : checkKept(plan.edits, branch.recorded, mode)),
        ...(branch === undefined
            ? []
            : (0,estimate_growth/* warnOfSize */.HP)((0,estimate_growth/* estimateGrowth */.WC)(plan.edits, branch.recorded.lock, (0,count_renditions/* countRenditions */.H)(plan.edits, branch.recorded)), branch.place.branch)),
        ...(branch === undefined ? [] : checkPaths(plan.edits, branch)),
        ...findStrays(judged, facts),
        ...describePruned(pruned, facts),
        ...(branch === undefined ? [] : checkClashes(plan.edits, branch.recorded, specIds)),
        ...(branch === undefined ? [] : warnOfLostPast(plan, branch, first.options.forced)),
    ];
}


/***/ }),

/***/ 99743:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ay: () => (/* binding */ readLastingCommit),
/* harmony export */   VE: () => (/* binding */ listCommits),
/* harmony export */   nE: () => (/* binding */ readSpecCommit)
/* harmony export */ });
/**
 * The commit that this run's pictures are made from. Undefined outside a workflow, and for a pull request: its merge
 * commit is in no branch's history, so it is neither older nor newer than anything.
 */
async function readSpecCommit({ readEvent, repository }) {
    const { name } = await readEvent();
    return name.startsWith('pull_request') ? undefined : repository.sha;
}
/**
 * The commit whose address is good for as long as anyone may need it: this run's own, or for a pull request the head
 * commit. GitHub makes a new merge commit of a pull request whenever either side changes, and the old one may vanish
 * while a job waits. Undefined if it is not known.
 */
async function readLastingCommit({ readEvent, repository }) {
    const event = await readEvent();
    return runsOnMergeCommit(event) ? event.pull?.head : repository.sha;
}
/** The commits that may have this run's files, those whose addresses last the longest first. */
async function listCommits(world) {
    const all = [await readLastingCommit(world), world.repository.sha];
    return [...new Set(all.filter((commit) => commit !== undefined))];
}
/** `pull_request_target` runs on a commit of the base branch. */
function runsOnMergeCommit({ name }) {
    return name.startsWith('pull_request') && name !== 'pull_request_target';
}


/***/ }),

/***/ 81786:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ formatAge)
/* harmony export */ });
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** How long ago something was, roughly and for people: `less than a minute`, `5 minutes`, `2 hours`, `3 days`. */
function formatAge(ms) {
    if (ms < MINUTE_MS)
        return 'less than a minute';
    if (ms < HOUR_MS)
        return count(ms / MINUTE_MS, 'minute');
    if (ms < 2 * DAY_MS)
        return count(ms / HOUR_MS, 'hour');
    return count(ms / DAY_MS, 'day');
}
function count(amount, unit) {
    const whole = Math.floor(amount);
    return `${whole} ${unit}${whole === 1 ? '' : 's'}`;
}


/***/ }),

/***/ 93777:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ createLine)
/* harmony export */ });
function createLine() {
    let last = Promise.resolve();
    return {
        run: async (work) => {
            const turn = last.then(work);
            last = turn.catch(() => undefined); // the caller of this work gets its error
            return await turn;
        },
        idle: async () => {
            await last;
        },
    };
}


/***/ }),

/***/ 54493:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ median)
/* harmony export */ });
/** The middle one of some values, the upper of two; undefined if there are none. */
function median(values) {
    return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}


/***/ }),

/***/ 32900:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ uniqueSuffix)
/* harmony export */ });
/** A part of a name that makes it differ from all others: a random number below 2^48, as lower-case letters and digits. */
function uniqueSuffix(random) {
    return Math.floor(random() * 2 ** 48).toString(36);
}


/***/ })

};
