export const id = 983;
export const ids = [983];
export const modules = {

/***/ 3406:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ literally),
/* harmony export */   k: () => (/* binding */ globOf)
/* harmony export */ });
/* harmony import */ var _shared_glob_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6534);

/** A path as a part of a glob: characters with a meaning there match any one character. */
function literally(path) {
    return path.replaceAll(/[^\p{L}\p{N}_./-]/gu, '?');
}
/** The glob, or none if it cannot be one because it is too long. */
function globOf(pattern) {
    const glob = (0,_shared_glob_js__WEBPACK_IMPORTED_MODULE_0__/* .parseGlob */ .qF)(pattern);
    return glob.ok ? [glob.value] : [];
}


/***/ }),

/***/ 4603:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ findPlace)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _shared_inside_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9391);
/* harmony import */ var _shared_optional_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3490);



/** Paths in a spec are relative to the root of the repository, from whichever folder a command is started. */
async function findPlace(directory, spec) {
    const root = await findRoot(directory);
    const workspace = root ?? directory;
    return {
        workspace,
        isCheckout: root !== undefined,
        spec: (0,_shared_inside_js__WEBPACK_IMPORTED_MODULE_1__/* .relativeTo */ .Mf)(workspace, node_path__WEBPACK_IMPORTED_MODULE_0__.resolve(directory, spec)),
    };
}
/** The nearest folder with a `.git`, from `directory` up. */
async function findRoot(directory) {
    for (let folder = directory;; folder = node_path__WEBPACK_IMPORTED_MODULE_0__.dirname(folder)) {
        if (await (0,_shared_optional_file_js__WEBPACK_IMPORTED_MODULE_2__/* .exists */ .t2)(node_path__WEBPACK_IMPORTED_MODULE_0__.join(folder, '.git')))
            return folder;
        if (folder === node_path__WEBPACK_IMPORTED_MODULE_0__.dirname(folder))
            return undefined;
    }
}


/***/ }),

/***/ 2983:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  planHere: () => (/* binding */ planHere)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./shared/format.js
var format = __webpack_require__(9612);
// EXTERNAL MODULE: ./shared/list-some.js
var list_some = __webpack_require__(5020);
// EXTERNAL MODULE: ./shared/model.js
var shared_model = __webpack_require__(962);
;// CONCATENATED MODULE: ./plan/review/describe-estimate.js



/** More models than this are not named. */
const MAX_PARTS = 10;
/** An estimate in a few words: `about 0.09 USD`, `at least 0.09 USD`, `unknown cost`, `no cost`. */
function describeSum(estimate) {
    switch (estimate.kind) {
        case 'none':
            return 'no cost';
        case 'unknown':
            return 'unknown cost';
        case 'known':
            return `${estimate.isLeast ? 'at least' : 'about'} ${(0,format/* formatUsd */.UK)(estimate.usd)}`;
    }
}
/** What an estimate is based on, as a clause that follows the sum. */
function describeBasis(estimate) {
    switch (estimate.kind) {
        case 'none':
            return 'nothing is sent';
        case 'unknown':
            return 'the price is not known, and no earlier edit of this model has a recorded cost';
        case 'known': {
            const { edits, parts } = estimate;
            const known = parts.reduce((sum, part) => sum + part.edits, 0);
            const rest = edits - known;
            const [only, ...others] = parts;
            const of = only !== undefined && others.length === 0
                ? describePart(only)
                : (0,list_some/* listStatements */.l)(parts.map(namePart), MAX_PARTS);
            return rest === 0 ? of : `${of}; the cost of ${(0,format/* plural */.LS)(rest, 'edit')} is not known`;
        }
    }
}
function namePart(part) {
    return `${(0,format/* plural */.LS)(part.edits, 'edit')} by ${part.model}: ${describePart(part)}`;
}
/** `0.12 USD for each, from 9 earlier edits`. */
function describePart({ model, eachUsd, basis }) {
    const each = `${(0,format/* formatUsd */.UK)(eachUsd)} for each`;
    if (basis.kind === 'recorded')
        return `${each}, from ${(0,format/* plural */.LS)(basis.earlierEdits, 'earlier edit')}`;
    return model === shared_model/* MODEL */.A
        ? "by the service's price"
        : `${each} by the service's base price, which options may multiply`;
}
/** An estimate and what it is based on, behind the word "cost": `about 0.09 USD, 0.03 USD for each, from 12 earlier edits`. */
function describe_estimate_describeEstimatedCost(estimate) {
    const basis = describeBasis(estimate);
    if (estimate.kind === 'known')
        return `${describeSum(estimate)}, ${basis}`;
    return `${estimate.kind === 'none' ? 'none' : 'unknown'}: ${basis}`;
}

// EXTERNAL MODULE: ./shared/problem.js
var problem = __webpack_require__(5720);
;// CONCATENATED MODULE: ./report/plan/count-plan.js



/** How many edits of a plan have each status; every status is present. */
function countPlan({ edits, }) {
    const counts = {
        new: 0,
        changed: 0,
        pending: 0,
        blocked: 0,
        adopted: 0,
        moved: 0,
        aside: 0,
        shared: 0,
        frozen: 0,
        skipped: 0,
        unchanged: 0,
    };
    for (const { status } of edits)
        counts[status.kind] += 1;
    return counts;
}
/** What a plan comes to, in one plain clause: the number of edits and the cost first. */
function describeHeadline(plan) {
    const errors = (0,problem/* listErrors */.Gr)(plan.problems).length;
    const counts = countPlan(plan);
    const made = counts.new + counts.changed;
    const open = counts.pending + counts.blocked;
    const faults = errors > 0 ? `: ${(0,format/* plural */.LS)(errors, 'error')}` : '';
    if (plan.edits.length === 0)
        return errors > 0 ? `No plan${faults}` : 'Plan: the spec has no edits';
    const what = made > 0
        ? `${(0,format/* plural */.LS)(made, 'edit')} to make, ${describeSum(plan.estimate)}`
        : `nothing to make${open > 0 ? `, ${open} pending` : ''}`;
    return errors > 0 ? `Plan with ${(0,format/* plural */.LS)(errors, 'error')}: ${what}` : `Plan: ${what}`;
}
/** How many edits have which status, as `2 new, 1 changed`; statuses that no edit has are left out. */
function describeCounts(plan) {
    const counts = countPlan(plan);
    const words = { aside: 'set aside', shared: 'same as another edit', skipped: 'left out' };
    const parts = Object.entries({ ...counts })
        .filter(([, count]) => count > 0)
        .map(([kind, count]) => `${count} ${kind in words ? words[kind] : kind}`);
    const left = plan.orphaned.length;
    return [...parts, ...(left > 0 ? [`${left} no longer in the spec`] : [])].join(', ');
}

// EXTERNAL MODULE: ./report/render-check.js + 5 modules
var render_check = __webpack_require__(3433);
// EXTERNAL MODULE: ./deliver/branch/tip-facts.js
var tip_facts = __webpack_require__(8231);
// EXTERNAL MODULE: ./lock/spending.js
var spending = __webpack_require__(6325);
;// CONCATENATED MODULE: ./plan/list-to-send.js
/** What a run may get to send: an edit that another run is working on may become its own to send. */
function list_to_send_listToSend({ edits }) {
    return edits.filter(({ action }) => action.kind === 'submit' || action.kind === 'other-run');
}

// EXTERNAL MODULE: ./shared/is-map.js
var is_map = __webpack_require__(6144);
;// CONCATENATED MODULE: ./lock/locked-contents.js

/** A picture by content begins like this; a hosted one is its address, which other keys may have as well. */
const CONTENT = /^(?:sha256|edit):/;
/** The keys under which references are recorded: the default model's own, and the one of all other models. */
const REFERENCE_KEYS = ['image_urls', 'images'];
/** Whether a recorded value is a picture by content, or a list of such; pure. */
function isPicture(value) {
    if (Array.isArray(value))
        return value.length > 0 && value.every((each) => isPicture(each));
    return typeof value === 'string' && CONTENT.test(value);
}
/** The model's own keys of a recorded input that have no other name in the spec; pure. */
function listOptions(input) {
    const { options } = input;
    return (0,is_map/* isMap */.j)(options) ? options : input;
}
/** The references of a recorded input by content; pure. */
function listReferences(input) {
    return REFERENCE_KEYS.flatMap((key) => input[key] ?? []);
}
/** The references of a recorded input by content, then pictures under other keys; pure. */
function listContents(input) {
    const pictures = Object.entries(listOptions(input))
        .filter(([key, value]) => !REFERENCE_KEYS.includes(key) && isPicture(value))
        .flatMap(([, value]) => value);
    return [...listReferences(input), ...pictures];
}
/** What is recorded of each image of an edit, in their order; undefined for a hosted picture of `options`; pure. */
function contentsOf(images, input) {
    const left = new Map([[undefined, [...listReferences(input)]]]);
    for (const { option } of images) {
        if (option === undefined || left.has(option))
            continue;
        const value = listOptions(input)[option];
        left.set(option, isPicture(value) ? [value ?? null].flat() : []);
    }
    return images.map(({ option }) => left.get(option)?.shift());
}
/** The settings of a recorded input by the names that people know: without the prompt and without pictures; pure. */
function listSettings(input) {
    const options = listOptions(input);
    const prefix = options === input ? '' : 'options.';
    const isSetting = ([key, value]) => !isPicture(value) && !(options === input && (key === 'prompt' || REFERENCE_KEYS.includes(key)));
    return new Map(Object.entries(options)
        .filter(isSetting)
        .map(([key, value]) => [`${prefix}${key}`, value]));
}

// EXTERNAL MODULE: ./lock/sort-json.js
var sort_json = __webpack_require__(696);
// EXTERNAL MODULE: ./models/default-model.js
var default_model = __webpack_require__(6193);
// EXTERNAL MODULE: ./models/fit-options.js
var fit_options = __webpack_require__(3316);
;// CONCATENATED MODULE: ./plan/review/seen-costs.js






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
    const known = published ?? (model === shared_model/* MODEL */.A ? default_model/* DEFAULT_MODEL */.U : undefined);
    const settings = [...listSettings(input)].map(([name, value]) => {
        const key = name.replace(/^options\./, '');
        const rule = known?.options.get(key);
        return [name, keepPriced(key, (0,fit_options/* fitValue */.Z)(rule, value), rule)];
    });
    return JSON.stringify([model, (0,sort_json/* sortJson */.B)(Object.fromEntries(dropEmpty(settings)))]);
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
    if ((0,is_map/* isMap */.j)(value)) {
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
function seen_costs_createSeenCosts(earlier = []) {
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

;// CONCATENATED MODULE: ./plan/review/estimate-cost.js


/** What an output costs at least by a price, in USD; undefined if it is not known, or is for another unit. */
function estimate_cost_outputUsd(price) {
    return price?.unit === 'output' ? price.baseUsd : undefined;
}
/**
 * What the submits among these edits cost. The default model is charged by output: by the service's price, without it by
 * what earlier edits cost for each output, and each edit counts as one output, the least that it can cost. Other models
 * have options that multiply their price: what earlier edits with the same options cost counts, and without any, the price
 * is the least. What is not known is never 0.
 */
function estimate_cost_estimateCost(edits, { prices, earlier = [] }) {
    const submits = edits.filter(({ action }) => action.kind === 'submit');
    const count = submits.length;
    if (count === 0)
        return { kind: 'none' };
    const seenCosts = seen_costs_createSeenCosts(earlier);
    const parts = [];
    for (const [model, own] of Map.groupBy(submits, (each) => each.model)) {
        const price = prices?.get(model);
        parts.push(...(model === shared_model/* MODEL */.A
            ? estimateDefault(own, price, earlier.filter((each) => each.model === shared_model/* MODEL */.A))
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
    const part = { model: shared_model/* MODEL */.A, edits: edits.length };
    const priceUsd = estimate_cost_outputUsd(price);
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
    const baseUsd = estimate_cost_outputUsd(price);
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

;// CONCATENATED MODULE: ./jobs/budget/is-within.js
/**
 * Whether a sum keeps within a limit, both in USD: prices such as 0.03 have no exact binary form, so one exactly at it
 * may seem over.
 */
function is_within_isWithin(costUsd, maxCostUsd) {
    return costUsd <= maxCostUsd + 1e-9;
}

;// CONCATENATED MODULE: ./jobs/budget/foresee-costs.js




/**
 * Foresees costs: the default model's by its price, for each edit that of one output, the least. Options of other models may
 * multiply their price, so the highest cost of an earlier edit with the same options counts if it is higher, or if there is
 * no price that could count.
 */
function foresee_costs_createForesight({ prices = new Map(), earlier }, seenCosts = seen_costs_createSeenCosts(earlier)) {
    return (edit) => {
        const { model } = edit;
        const price = prices.get(model);
        const seenUsd = model === shared_model/* MODEL */.A ? undefined : seenCosts.find(edit)?.highestUsd;
        const baseUsd = estimate_cost_outputUsd(price);
        if (seenUsd !== undefined && seenUsd > (baseUsd ?? 0))
            return { ok: true, value: { usd: seenUsd, isRecorded: true } };
        if (baseUsd !== undefined)
            return { ok: true, value: { usd: baseUsd, isRecorded: false } };
        const of = model === shared_model/* MODEL */.A ? 'the price' : `the price of ${model}`;
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
        return `at least ${(0,format/* formatUsd */.UK)(usd)}`;
    return `about ${(0,format/* formatUsd */.UK)(usd)}, by what earlier edits with the same options cost,`;
}
/** The highest price of an output, in USD; undefined if none is known. */
function highestPrice(prices = new Map()) {
    const known = [...prices.values()].flatMap((price) => estimate_cost_outputUsd(price) ?? []);
    return known.length === 0 ? undefined : known.reduce((most, each) => Math.max(most, each));
}

;// CONCATENATED MODULE: ./jobs/budget/month-budget.js




/** The spec's limit for the month and what the lock says about it; undefined if the spec sets none. Pure. */
function readMonthBudget({ perMonthUsd, at }, recorded, nowMs) {
    if (perMonthUsd === undefined)
        return undefined;
    const month = (0,spending/* monthOf */.GS)(nowMs);
    return {
        month,
        limitUsd: perMonthUsd,
        spent: recorded?.lock.spending?.[month] ?? (0,spending/* sumUp */.Bw)(new Map()),
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
function month_budget_spentUsd(budget, edits, { prices, foresee }) {
    const { costUsd, unpriced } = withAdopted(budget, edits);
    const costs = edits.map((edit) => {
        const cost = foresee(edit);
        return { usd: cost.ok ? cost.value.usd : undefined, isComing: isComing(edit.action, budget) };
    });
    const dearestUsd = costs.reduce((most, { usd = 0 }) => Math.max(most, usd), highestPrice(prices) ?? 0);
    const comingUsd = costs.reduce((sum, { usd, isComing }) => sum + (isComing ? (usd ?? dearestUsd) : 0), 0);
    return costUsd + unpriced * dearestUsd + comingUsd;
}
/** The month with what the pictures cost that the plan adopts from other branches. */
function withAdopted({ month, spent }, edits) {
    const adopted = edits.flatMap(({ action }) => (action.kind === 'adopt' ? [action.entry] : []));
    return (0,spending/* addSpending */.Kq)({ [month]: spent }, adopted)?.[month] ?? spent;
}
/** Whether an edit is paid for, may be, or is being sent by another run, and is not recorded in the month yet. */
function isComing(action, { month, spent }) {
    if (action.kind !== 'collect' && action.kind !== 'other-run' && action.kind !== 'hold')
        return false;
    const { entry } = action;
    if (!('requestId' in entry))
        return true;
    return (0,spending/* monthOf */.GS)(entry.submittedAtMs) === month && spent.requests?.has(entry.requestId) !== true;
}
/**
 * Why the submits among these edits do not fit into the month; undefined if they do. A price that is not known never
 * fits.
 */
function findMonthExcess(edits, budget, known, whyUnknown) {
    const { limitUsd, month, at } = budget;
    const place = at === undefined ? {} : { at };
    const limit = `the budget of ${(0,format/* formatUsd */.UK)(limitUsd)} for ${month}`;
    const spent = month_budget_spentUsd(budget, edits, known);
    const sum = sumForeseen(edits.filter(({ action }) => action.kind === 'submit'), known.foresee);
    if (sum.usd > 0 && !is_within_isWithin(spent + sum.usd, limitUsd))
        return {
            why: `${describeForeseenSum(sum)} is over ${limit}, of which ${(0,format/* formatUsd */.UK)(spent)} are spent or certain to be`,
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
        why: `nothing is left of the budget of ${(0,format/* formatUsd */.UK)(limitUsd)} for ${month}`,
        todo: 'Raise `per-month`, or wait for the next month (UTC).',
        ...(at !== undefined && { at }),
    };
}
/** `12.30 of 50.00 USD spent in 2026-11`, and of how many edits the cost is not known. */
function month_budget_describeMonth({ month, limitUsd, spent }) {
    const unknown = spent.unpriced > 0 ? `, and the cost of ${plural(spent.unpriced, 'edit')} is not known` : '';
    return `${formatUsd(spent.costUsd)} of ${formatUsd(limitUsd)} spent in ${month}${unknown}`;
}

;// CONCATENATED MODULE: ./jobs/budget/check-budget.js








/** How many edits one run sends if no limit was set at all: more may be a slip in a matrix. */
const check_budget_MAX_EDITS_WITHOUT_BUDGET = 200;
/** How many ids of what would be sent are named. */
const MAX_NAMED = 20;
/**
 * Whether a plan may be sent within a budget: undefined if it may. With a limit on cost, an edit whose cost cannot be
 * counted with is over budget: unknown is never 0. `whyUnknown`: why a price is not known, in sentences.
 */
function check_budget_checkBudget({ edits }, limits, facts, whyUnknown = '') {
    const submits = edits.filter(({ action }) => action.kind === 'submit');
    if (submits.length === 0)
        return undefined;
    const foresee = foresee_costs_createForesight(facts);
    const excess = findExcess(submits, limits, foresee, whyUnknown) ??
        (limits.month && findMonthExcess(edits, limits.month, { ...facts, foresee }, whyUnknown));
    const ids = (0,list_some/* listSome */.X)(submits.map(({ id }) => id), MAX_NAMED);
    return excess && { ...excess, would: `It would send ${(0,format/* plural */.LS)(submits.length, 'edit')}: ${ids}.` };
}
function findExcess(edits, { maxEdits, maxCostUsd, month, at }, foresee, whyUnknown) {
    const submits = edits.length;
    if (maxEdits === undefined && maxCostUsd === undefined && month === undefined) {
        if (submits <= check_budget_MAX_EDITS_WITHOUT_BUDGET)
            return undefined;
        return {
            why: `the run has no budget, and without one at most ${(0,format/* plural */.LS)(check_budget_MAX_EDITS_WITHOUT_BUDGET, 'edit')} are sent in one run`,
            todo: 'To allow more, set `max-edits` (an input, or a key of `budget` in the spec), or choose some edits with `only`.',
        };
    }
    if (maxEdits !== undefined && submits > maxEdits) {
        return {
            why: `${(0,format/* plural */.LS)(submits, 'edit')} ${submits === 1 ? 'is' : 'are'} over the budget of at most ${maxEdits} in one run`,
            todo: 'Raise `max-edits`, or choose some edits with `only`.',
            ...placeOf(at?.maxEdits),
        };
    }
    if (maxCostUsd === undefined)
        return undefined;
    const sum = sumForeseen(edits, foresee);
    if (!is_within_isWithin(sum.usd, maxCostUsd))
        return {
            why: `${describeForeseenSum(sum)} is over the budget of ${(0,format/* formatUsd */.UK)(maxCostUsd)}`,
            todo: 'Raise `max-cost`, or choose some edits with `only`.',
            ...placeOf(at?.maxCostUsd),
        };
    if (sum.fault !== undefined) {
        const { why, isAbsent } = sum.fault;
        return {
            why: `${why}, so it is unknown whether the run keeps within ${(0,format/* formatUsd */.UK)(maxCostUsd)}`,
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
function check_budget_describeEstimate({ edits }, { prices = new Map(), earlier = [] }) {
    const models = [...Map.groupBy(edits, ({ model }) => model)];
    return models
        .flatMap(([model, own]) => {
        const estimate = estimateCost(own, { prices, earlier });
        const price = prices.get(model);
        if (price !== undefined)
            return [describeOfModel(model, price, estimate)];
        if (model === MODEL || estimate.kind !== 'known')
            return [];
        return [`${plural(estimate.edits, 'edit')} by ${model}: ${describeEstimatedCost(estimate)}.`];
    })
        .join(' ');
}
function describeOfModel(model, price, estimate) {
    const each = `${formatUsd(price.baseUsd)} for each ${price.unit}`;
    if (model !== MODEL) {
        const count = estimate.kind === 'none' ? 0 : estimate.edits;
        return `The service's base price of ${model}: ${each}. ${plural(count, 'edit')}: ${describeEstimatedCost(estimate)}.`;
    }
    if (estimate.kind !== 'known')
        return `The service's price: ${each}.`;
    const sum = formatUsd(estimate.usd);
    const bound = estimate.isLeast
        ? `at least ${sum}, more if an edit returns several pictures`
        : `about ${sum}`;
    return `The service's price: ${each}. ${plural(estimate.edits, 'edit')}: ${bound}.`;
}

;// CONCATENATED MODULE: ./jobs/budget/foresee-excess.js



/**
 * What a budget will say to a run that applies this plan; pure. About a price that is not known, a limit on cost says
 * nothing yet: the run that applies asks for it. A month of which nothing is left needs no price.
 */
function foreseeExcess(plan, limits, facts) {
    const isPriced = list_to_send_listToSend(plan).every(({ model }) => facts.prices?.has(model) === true);
    const excess = check_budget_checkBudget(plan, limits, facts);
    const isSure = isPriced || excess?.isUnknown !== true;
    const sure = isSure ? excess : findSpentMonth(plan.edits, limits.month);
    return sure === undefined ? [] : [warnOf(sure)];
}
function warnOf({ why, todo, at }) {
    const message = `A run that applies this plan sends nothing: ${why}. ${todo}`;
    return { severity: 'warning', message, ...(at !== undefined && { at }) };
}

;// CONCATENATED MODULE: ./jobs/budget/create-budget.js








/**
 * A budget that lets a run submit as long as it keeps within its limits. What an edit may cost is reserved before it is
 * sent: the service's price, or if earlier edits with the same options cost more, the highest of their costs. The actual
 * cost, which is known later, replaces it. With a limit on cost and an unknown price, nothing may be sent: unknown is never
 * 0. `edits` are those of the plan: what is paid for and not recorded yet counts for the month.
 */
function create_budget_createBudget({ maxEdits: asked, maxCostUsd, month }, facts, edits = [], log) {
    const isLimited = maxCostUsd !== undefined || month !== undefined;
    const maxEdits = asked ?? (isLimited ? undefined : MAX_EDITS_WITHOUT_BUDGET);
    const seenBefore = createSeenCosts(facts.earlier);
    const foresee = createForesight(facts, seenBefore);
    const spentBefore = month === undefined ? 0 : spentUsd(month, edits, { ...facts, foresee });
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
        return outputUsd(facts.prices?.get(model));
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
        return edit.model !== MODEL && seenUsd(edit) === undefined && !unnamed.has(seenBefore.keyOf(edit));
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
            return `${plural(others, 'edit')} of at most ${maxEdits} were sent. Run again, or ${raise}.`;
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
            ? `it may cost ${formatUsd(priceUsd)}, as an earlier edit with the same options did`
            : `it costs at least ${formatUsd(priceUsd)}`;
        if (maxCostUsd !== undefined && !isWithin(othersUsd + priceUsd, maxCostUsd))
            return `${formatUsd(othersUsd)} of ${formatUsd(maxCostUsd)} are spent or set aside, and ${cost}. Run again, or raise \`max-cost\`.`;
        if (month === undefined)
            return undefined;
        const monthUsd = othersUsd + spentBefore;
        if (isWithin(monthUsd + priceUsd, month.limitUsd))
            return undefined;
        return `${formatUsd(monthUsd)} of ${formatUsd(month.limitUsd)} are spent in ${month.month} or set aside, and ${cost}. Raise \`per-month\`, or wait for the next month (UTC).`;
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
        if (!isNew || !isLimited || edit.model === MODEL || seenUsd(edit) !== undefined)
            return;
        log?.info(`The service did not say what ${edit.id} cost. For edits by ${edit.model} with the same options, its base price is set aside; they may cost more.`);
    }
}

;// CONCATENATED MODULE: ./jobs/budget/open-budget.js






/** The limits of a run: the stricter ones of the spec and the inputs, and what the lock says of the month. */
function findLimits(spec, inputs, recorded, nowMs) {
    const month = readMonthBudget(spec, recorded, nowMs);
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
    const toSend = listToSend(plan);
    if (toSend.length === 0)
        return { kind: 'within', budget: createBudget(limits, {}) };
    const models = toSend.map(({ model }) => model);
    const { prices, failures } = await readPrices(models, known.prices ?? new Map(), queue, signal);
    const refused = failures.find(({ code }) => code === 'authentication');
    if (refused !== undefined)
        return { kind: 'unauthorized', budget: closedBudget(), refusal: refuse(refused.message) };
    const facts = { ...known, prices };
    const estimate = describeEstimate(plan, facts);
    if (estimate !== '')
        log.info(estimate);
    for (const { message } of failures)
        log.info(`The price is not known: ${message}`);
    if (limits.month !== undefined)
        log.info(toSentence(describeMonth(limits.month)));
    const excess = checkBudget(plan, limits, facts, failures[0]?.message);
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

// EXTERNAL MODULE: ./media/formats.js
var formats = __webpack_require__(2974);
// EXTERNAL MODULE: ./shared/map-values.js
var map_values = __webpack_require__(9864);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./shared/without-extension.js
var without_extension = __webpack_require__(4303);
;// CONCATENATED MODULE: ./pictures/rendition-files.js


const FORMAT_TYPES = {
    avif: 'image/avif',
    webp: 'image/webp',
    jpeg: 'image/jpeg',
    png: 'image/png',
};
/**
 * The files of a set for an original at `path` (with extension): each width in each format. A width above the original's
 * gives the original's, once; nothing is enlarged.
 */
function listRenditions(path, original, set) {
    const widest = widestOf(original, set);
    const widths = [...new Set(set.widths.map((width) => Math.min(width, widest)))];
    const stem = `${(0,without_extension/* withoutExtension */.w)(path)}${set.isNamed ? `-${set.name}` : ''}`;
    return widths.flatMap((width) => set.formats.map((format) => {
        const type = FORMAT_TYPES[format];
        const height = heightOf(width, original, set);
        return { path: `${stem}-${width}w.${(0,formats/* fileExtension */.i_)(type)}`, type, width, height };
    }));
}
/** Whether a path is one that a rendition of the picture at `original` may have, by a set of this name. */
function isRenditionOf(path, original, set) {
    return rendition_files_stemsOf(path, set).includes((0,without_extension/* withoutExtension */.w)(original));
}
/** The paths without extension of the pictures that a file may be a rendition of, by a set of this name. */
function rendition_files_stemsOf(path, set) {
    const stem = /^(.+)-\d+w\.\w+$/s.exec(path)?.[1];
    if (stem === undefined)
        return [];
    return stem.endsWith(`-${set}`) ? [stem, stem.slice(0, -set.length - 1)] : [stem];
}
function widestOf({ width, height }, { crop }) {
    if (crop === undefined)
        return width;
    const byHeight = Math.max(1, Math.round((height * crop.width) / crop.height));
    return crop.fit === 'cover' ? Math.min(width, byHeight) : Math.max(width, byHeight);
}
function heightOf(width, original, { crop }) {
    const ratio = crop === undefined ? original.height / original.width : crop.height / crop.width;
    return Math.max(1, Math.round(width * ratio));
}

;// CONCATENATED MODULE: ./pictures/compare-renditions.js





/**
 * Compares what the edits' pictures (at `own`) are to have with what is recorded and on the branch; pure. `paths`: every file of
 * the branch.
 */
function compare_renditions_compareRenditions(wanted, own, recorded, paths) {
    const keep = new Set(wanted.flatMap(({ files }) => files.map(({ path }) => foldPath(path))));
    const stems = new Set(own.map(withoutExtension));
    const stale = renditionRecords(recorded).flatMap((record) => record.files
        .map(({ path }) => path)
        .filter((path) => record.stale?.includes(path) !== true && !keep.has(foldPath(path)))
        .filter((path) => stemsOf(path, record.set).some((stem) => stems.has(stem))));
    return { sets: compareSets(wanted, recorded, paths), stale: [...new Set(stale)], own };
}
/** What is to be done for the sets that are not there as they are wanted; pure. */
function compareSets(wanted, recorded, paths) {
    return wanted.flatMap((each) => {
        const records = recorded[each.original.sha256] ?? {};
        const record = records[each.key];
        const isThere = ({ path }) => paths.has(path);
        const current = new Set((record?.files ?? [])
            .filter(isThere)
            .map(({ path }) => path)
            .filter((path) => record?.stale?.includes(path) !== true));
        const missing = each.files.filter(({ path }) => !current.has(path));
        if (missing.length === 0)
            return [];
        const donors = listDonors(each, records);
        const there = donors.flatMap(({ files }) => files).filter(isThere);
        const copies = missing.map((file) => ({ file, twin: there.find((other) => isSame(file, other)) }));
        const known = donors.find(({ placeholder }) => placeholder !== undefined);
        return [
            {
                wanted: each,
                make: copies.flatMap(({ file, twin }) => (twin === undefined ? [file] : [])),
                copy: copies.flatMap(({ file, twin }) => twin === undefined ? [] : [{ to: { ...twin, path: file.path }, from: twin.path }]),
                ...(known !== undefined && { preview: previewOf(known) }),
            },
        ];
    });
}
/**
 * The records whose files have the bytes that a set wants, its own first. A set that got another name, or that has the settings
 * of another one, takes its files from there: none is made twice.
 */
function listDonors({ key, settings }, records) {
    const equal = Object.entries(records).filter(([other, record]) => other === key || (0,external_node_util_.isDeepStrictEqual)(record.settings, settings));
    return equal.toSorted(([a], [b]) => Number(b === key) - Number(a === key)).map(([, record]) => record);
}
function previewOf({ color, placeholder }) {
    return { ...(color !== undefined && { color }), ...(placeholder !== undefined && { placeholder }) };
}
function isSame(one, other) {
    return one.type === other.type && one.width === other.width && one.height === other.height;
}

// EXTERNAL MODULE: ./lock/has-files.js
var has_files = __webpack_require__(3119);
// EXTERNAL MODULE: ./lock/rendition-records.js
var rendition_records = __webpack_require__(4418);
// EXTERNAL MODULE: ./shared/fold-path.js
var fold_path = __webpack_require__(2274);
// EXTERNAL MODULE: ./media/mark/compose-mark.js + 1 modules
var compose_mark = __webpack_require__(8074);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./pictures/rendition-settings.js


/**
 * Every setting that shapes the bytes of a set's files, but for width and format, which the files have themselves: so a width
 * that is added makes only its own files. The version of the engine is none of them: a new one is no reason to make everything again.
 */
function renditionSettings(set, mark) {
    const { quality, maxBytes, background, crop } = set;
    return {
        ...(quality !== undefined && { quality }),
        ...(maxBytes !== undefined && { 'max-bytes': maxBytes }),
        ...(background !== undefined && { background }),
        ...(crop !== undefined && { aspect: `${crop.width}:${crop.height}`, fit: crop.fit }),
        ...(mark.length > 0 && { mark: Object.fromEntries(mark.map(({ local, value }) => [local, value])) }),
    };
}
/** The name of a set's record in the lock file: two sets with the same settings have a record each. */
function recordKey({ name }, settings) {
    return (0,external_node_crypto_.createHash)('sha256')
        .update(JSON.stringify([name, (0,sort_json/* sortJson */.B)(settings)]))
        .digest('hex');
}

;// CONCATENATED MODULE: ./pictures/list-wanted.js



/** The mark of an edit's pictures. */
function markOf({ sourceType, markPrompt }, { model, prompt, hasImages }) {
    const usual = hasImages ? 'compositeWithTrainedAlgorithmicMedia' : 'trainedAlgorithmicMedia';
    return (0,compose_mark/* composeMark */.q)({ sourceType: sourceType ?? usual, system: model, ...(markPrompt && { prompt }) });
}
/** The renditions that an edit's pictures are to have. Those without a size that is known, such as videos, have none. */
function listWanted(pictures, settings, facts) {
    if (settings === undefined)
        return [];
    const mark = settings.mark === 'none' ? [] : markOf(settings, facts);
    return pictures.flatMap((original) => {
        const { width, height } = original;
        if (width === undefined || height === undefined || !original.type.startsWith('image/'))
            return [];
        return settings.renditions.map((set) => {
            const shaped = renditionSettings(set, mark);
            const files = listRenditions(original.path, { width, height }, set);
            return { set, original, settings: shaped, key: recordKey(set, shaped), mark, files };
        });
    });
}

;// CONCATENATED MODULE: ./pictures/find-rendition-work.js





/** The renditions that edits are to have; pure. */
function listWantedOf(users) {
    return users.flatMap((user) => listWanted(user.shown, user.settings, user));
}
/** How the renditions that edits are to have differ from those of the branch; pure. `recorded`: absent without a branch. */
function findRenditionWork(users, recorded) {
    const ids = new Set(users.map(({ id }) => id));
    const own = users.flatMap(({ shown }) => shown.map(({ path }) => path));
    const { free, blocked } = splitBlocked(listWantedOf(users), recorded, ids);
    return {
        ...compareRenditions(free, own, recorded?.lock.renditions ?? {}, recorded?.paths ?? new Set()),
        blocked,
    };
}
/**
 * Takes the renditions away that could not be committed, so that they are not made in every run; pure. `ids`: the edits of this run,
 * whose own pictures may move.
 */
function splitBlocked(wanted, recorded, ids) {
    if (recorded === undefined)
        return { free: wanted, blocked: [] };
    const { edits, renditions } = recorded.lock;
    const foreign = new Set([...recorded.paths].map(fold_path/* foldPath */.t));
    const own = [
        ...(0,rendition_records/* renditionRecords */.v)(renditions).flatMap(({ files }) => files),
        ...[...edits.values()].flatMap(has_files/* filesOnBranch */.rB),
    ];
    for (const { path } of own)
        foreign.delete((0,fold_path/* foldPath */.t)(path));
    const owners = new Map([...edits].flatMap(([id, entry]) => ids.has(id) ? [] : (0,has_files/* filesOnBranch */.rB)(entry).map(({ path }) => [(0,fold_path/* foldPath */.t)(path), id])));
    const isBlocked = ({ path }) => foreign.has((0,fold_path/* foldPath */.t)(path)) || owners.has((0,fold_path/* foldPath */.t)(path));
    return {
        free: wanted.map((set) => ({ ...set, files: set.files.filter((file) => !isBlocked(file)) })),
        blocked: wanted.flatMap(({ original, files }) => files.filter(isBlocked).map(({ path }) => {
            const owner = owners.get((0,fold_path/* foldPath */.t)(path));
            return { original: original.path, path, ...(owner !== undefined && { owner }) };
        })),
    };
}

// EXTERNAL MODULE: ./shared/duration.js
var duration = __webpack_require__(2403);
;// CONCATENATED MODULE: ./plan/made-by.js

/**
 * What the pictures of an edit are made by; pure. Pictures that stay are those of their entry, whatever the spec asks for now: that
 * of a frozen edit may have changed since, and a mark must not say it of older pictures.
 */
function madeBy({ action, model, prompt, images, }) {
    if (action.kind !== 'unchanged' && action.kind !== 'adopt')
        return { model, prompt, hasImages: images.some(({ option }) => option === undefined) };
    const { entry } = action;
    const { prompt: recorded } = entry.input;
    return {
        model: entry.model,
        prompt: typeof recorded === 'string' ? recorded : prompt,
        hasImages: listReferences(entry.input).length > 0,
    };
}

;// CONCATENATED MODULE: ./plan/review/count-renditions.js





/** Measured on a runner with two processors: 15 s for 1280 x 720. */
const AVIF_MS_PER_PIXEL = 15_000 / (1280 * 720);
/** Counts the renditions that a plan makes; pure. Pictures that are not there yet count as of the size that is asked for. */
function countRenditions(edits, recorded) {
    // Only the kept take is the picture of its edit.
    const shown = edits.filter(({ pictures, take }) => (pictures?.renditions.length ?? 0) > 0 && take?.isKept !== false);
    const users = shown.map((edit) => ({
        ...{ id: edit.id, ...madeBy(edit) },
        shown: listShown(edit),
        settings: edit.pictures,
    }));
    const work = compareSets(splitBlocked(listWantedOf(users), recorded, new Set(edits.map(({ id }) => id))).free, recorded?.lock.renditions ?? {}, recorded?.paths ?? new Set());
    const files = work.flatMap(({ make }) => make);
    const avif = files.filter(({ type }) => type === 'image/avif');
    return {
        files: files.length,
        isLeast: shown.some((edit) => isMade(edit) && !edit.forceSingle),
        pixels: sumPixels(files),
        ...(avif.length > 0 && {
            avif: { files: avif.length, ms: Math.round(sumPixels(avif) * AVIF_MS_PER_PIXEL) },
        }),
    };
}
/** What a plan makes of renditions, in a few words. */
function describeRenditions({ files, isLeast, avif }) {
    const count = `${isLeast ? 'at least ' : ''}${(0,format/* plural */.LS)(files, 'file')} to make, at no cost`;
    return avif === undefined
        ? count
        : `${count}; ${avif.files} of them ${avif.files === 1 ? 'is' : 'are'} AVIF, which takes about ${(0,duration/* formatDuration */.a3)(avif.ms)}`;
}
function isMade({ action }) {
    return action.kind === 'submit' || action.kind === 'collect' || action.kind === 'share';
}
/** The pictures of an edit after the run, as far as they are known. */
function listShown(edit) {
    const { action, size, output, fingerprint } = edit;
    // What stays on another branch is left to the runs of that branch.
    if (action.kind === 'unchanged')
        return action.on === undefined ? action.files : [];
    if (action.kind === 'adopt')
        return action.files;
    if (!isMade(edit))
        return [];
    // Of an unknown size: larger than any width that is asked for.
    const { width, height } = size ?? { width: LARGE, height: LARGE };
    const path = `${output}.jpg`;
    return [{ path, sha256: fingerprint, bytes: 0, type: 'image/jpeg', width, height }];
}
const LARGE = 8192;
function sumPixels(files) {
    return files.reduce((sum, { width, height }) => sum + width * height, 0);
}

;// CONCATENATED MODULE: ./plan/review/name-reference.js
/** What people call a reference of the spec. */
function nameImage(image) {
    switch (image.kind) {
        case 'file':
            return { kind: 'file', path: image.path };
        case 'url':
            return { kind: 'url', url: withoutQuery(image.url) };
        case 'edit':
            return { kind: 'output', edit: image.id };
    }
}
/** What people called a reference that the lock recorded: by the name that is recorded, otherwise by its content. */
function nameRecorded(content, { path, edit }) {
    if (edit !== undefined)
        return { kind: 'output', edit };
    if (path !== undefined)
        return { kind: 'file', path };
    const hash = /^(?:sha256|edit):([0-9a-f]{12})/.exec(content)?.[1];
    return hash === undefined ? { kind: 'url', url: withoutQuery(content) } : { kind: 'unnamed', hash };
}
/** A reference in a few words; names are in backticks. */
function describeReference(name) {
    switch (name.kind) {
        case 'file':
            return `\`${name.path}\``;
        case 'url':
            return `\`${name.url}\``;
        case 'output':
            return `the output of \`${name.edit}\``;
        case 'unnamed':
            return `a picture without a name (\`${name.hash}\`)`;
    }
}
function withoutQuery(url) {
    return url.replace(/[?#].*$/s, '');
}

;// CONCATENATED MODULE: ./plan/review/estimate-growth.js


/** What GitHub recommends as the most for a repository on its disks (docs.github.com, "Repository limits"). */
const RECOMMENDED_BYTES = 10 * 1000 ** 3;
/** From here on a person should know. */
const WARNED_BYTES = 0.8 * RECOMMENDED_BYTES;
/**
 * How much a plan adds to the branch, its renditions of so many pixels included; pure. Pictures of its own history cost no room.
 */
function estimateGrowth(edits, { edits: entries, renditions }, { pixels } = { pixels: 0 }) {
    const derived = (0,rendition_records/* renditionRecords */.v)(renditions).flatMap(({ files: made }) => made);
    const originals = [...entries.values()].flatMap((entry) => entry.files);
    const files = [...originals, ...derived];
    const branchBytes = sum(new Map(files.map(({ sha256, bytes }) => [sha256, bytes])).values());
    const brought = edits.flatMap(({ action }) => action.kind === 'adopt' && action.on.kind !== 'history' ? action.files.map(({ bytes }) => bytes) : []);
    const made = edits.filter(({ action }) => action.kind === 'submit' || action.kind === 'collect').length;
    const each = [...entries.values()].map((entry) => sum(entry.files.map(({ bytes }) => bytes)));
    if (made > 0 && each.length === 0)
        return { branchBytes };
    const average = each.length === 0 ? 0 : sum(each) / each.length;
    const density = densityOf(derived) ?? densityOf(originals);
    if (pixels > 0 && density === undefined)
        return { branchBytes };
    const smaller = pixels * (density ?? 0);
    return { branchBytes, addedBytes: Math.round(sum(brought) + made * average + smaller) };
}
/** Bytes for each pixel; undefined if no file has a size. */
function densityOf(files) {
    const sized = files.filter(({ width, height }) => width !== undefined && height !== undefined);
    const pixels = sum(sized.map(({ width = 0, height = 0 }) => width * height));
    return pixels === 0 ? undefined : sum(sized.map(({ bytes }) => bytes)) / pixels;
}
/** Whether there is anything to say: nothing is known of an empty branch, and nothing may be added. */
function isWorthSaying({ branchBytes, addedBytes }) {
    return addedBytes === undefined ? branchBytes > 0 : addedBytes !== 0;
}
/** The growth in a few words. */
function describeGrowth({ branchBytes, addedBytes }) {
    const added = addedBytes === undefined
        ? 'it is not known how much is added'
        : `about ${(0,format/* formatBytes */.z3)(addedBytes)} are added`;
    return `${(0,format/* formatBytes */.z3)(branchBytes)} of pictures, ${added}`;
}
/** A warning if the pictures of a branch come near what GitHub recommends for a repository; pure. */
function warnOfSize({ branchBytes, addedBytes = 0 }, branch) {
    if (branchBytes + addedBytes < WARNED_BYTES)
        return [];
    const message = `The pictures of branch \`${branch}\` come to ${(0,format/* formatBytes */.z3)(branchBytes + addedBytes)}, older versions not counted, and GitHub recommends at most 10 GB for a whole repository. docs/assets-branch.md describes how to shorten the history of the branch.`;
    return [{ severity: 'warning', message }];
}
function sum(numbers) {
    let total = 0;
    for (const number of numbers)
        total += number;
    return total;
}

;// CONCATENATED MODULE: ./plan/review/find-blocked.js
/**
 * Edits that would be made and are not, because they need an edit that is on hold, with the id of that one. In the order
 * of a plan, in which each edit comes after those that it needs or shares with.
 */
function findBlocked(edits) {
    /** The edit on hold because of which there is no output. */
    const causes = new Map();
    const blocked = new Map();
    for (const { id, needs, action } of edits) {
        if (action.kind === 'hold')
            causes.set(id, id);
        const used = action.kind === 'submit' ? needs : action.kind === 'share' ? [action.with] : [];
        const cause = used.map((each) => causes.get(each)).find((each) => each !== undefined);
        if (cause === undefined)
            continue;
        causes.set(id, cause);
        blocked.set(id, cause);
    }
    return blocked;
}

;// CONCATENATED MODULE: ./shared/take-id.js
/** The id of the edit that a take belongs to: `hero` for `hero#2`, and for `hero` itself. */
function editOfTake(id) {
    const at = id.lastIndexOf('#');
    return at < 0 ? id : id.slice(0, at);
}
/**
 * The other id of the same pictures: an edit's first take is what the edit was before it had several, and becomes that again.
 * Undefined for all other takes.
 */
function otherNameOf(id) {
    if (!id.includes('#'))
        return `${id}#1`;
    return id.endsWith('#1') ? editOfTake(id) : undefined;
}
/**
 * The ids under which what an edit had before may be, the most fitting first: a kept take is compared with what was kept before
 * it.
 */
function namesBefore(id, take) {
    return take?.isKept === true ? [take.edit, id] : [id, otherNameOf(id) ?? id];
}
/** The number of the take that an id names; the only take of an edit is its first. */
function takeNumber(id) {
    const number = /#(\d{1,2})$/.exec(id)?.[1];
    return number === undefined ? 1 : Number(number);
}

;// CONCATENATED MODULE: ./plan/review/find-orphaned.js

/**
 * Finished edits that no spec asks for, in the order of the lock: those of this spec, and of specs that are gone. Those
 * whose files move to a renamed edit are not among them.
 */
function findOrphaned(edits, { recorded, spec, specIds, prune }) {
    const renamed = new Set(edits.flatMap(({ id, action }) => [
        otherNameOf(id) ?? id,
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

;// CONCATENATED MODULE: ./plan/review/find-recorded.js
/**
 * What an edit is compared with: the entry of the base branch, as that is what a reader sees live; without one, the entry
 * of the run's own branch.
 */
function findRecorded(id, { recorded, branch, live }) {
    const below = live?.recorded.lock.edits.get(id);
    if (live !== undefined && below !== undefined)
        return { entry: below, paths: live.recorded.paths, folder: live.folder };
    const own = recorded?.lock.edits.get(id);
    if (recorded === undefined || own === undefined)
        return undefined;
    return { entry: own, paths: recorded.paths, ...(branch !== undefined && { folder: branch }) };
}

;// CONCATENATED MODULE: ./ledger/life/judge-entry.js
/** A clock that is ahead by more than this is wrong, not just slow to be corrected or in another time zone. */
const FAR_AHEAD_MS = 24 * 60 * 60_000;
/**
 * What an entry means for `thisStep`; pure. `collect`: it has a request id, and costs nothing more. `other-run`:
 * another step may be about to send it. `unknown`: it may have been paid for and that can never become known, or it was
 * and its pictures are gone: only consent lets the edit be sent again. `ours`: claimed by this step, and not sent yet
 * as far as the ledger knows. `delivered`: it matters only to a run that began before.
 */
function judgeEntry(entry, facts) {
    switch (entry.state) {
        case 'accepted':
            return { verdict: 'collect', entry };
        case 'delivered':
            return { verdict: 'delivered', entry };
        case 'lost':
        case 'maybe-sent':
            return { verdict: 'unknown', entry };
        case 'claimed': {
            const { step } = entry;
            const { thisStep, isRunOver } = facts;
            if (isOwn(step, thisStep))
                return { verdict: 'ours', entry };
            // A run is attempted again only after it has ended.
            const isEarlier = step.runId === thisStep.runId && step.attempt < thisStep.attempt;
            // Clocks may be wrong, so they count only if no one else can answer.
            const isOver = isEarlier || (isRunOver ?? isTimeUp(entry, facts));
            return { verdict: isOver ? 'unknown' : 'other-run', entry };
        }
    }
}
/**
 * Whether a claim is over by its time. One that is dated far ahead was made by a machine with a wrong clock: it must not
 * block its edit until that date, and to send the edit again takes consent. Only a server's clock shows it, as the wrong
 * clock may be the one of this machine. Within the same run it counts for nothing: all its jobs may still be working.
 */
function isTimeUp({ step, claimedAtMs, overAtMs }, { thisStep, nowMs, serverMs }) {
    if ((serverMs ?? nowMs) > overAtMs)
        return true;
    return serverMs !== undefined && step.runId !== thisStep.runId && isFarAhead(claimedAtMs, serverMs);
}
function isFarAhead(atMs, nowMs) {
    return atMs - nowMs > FAR_AHEAD_MS;
}
/** Whether a claim is dated so far ahead of this machine's clock that only a server can show which of the two is wrong. */
function hasClaimsAhead(ledger, localMs) {
    return [...ledger.values()]
        .flat()
        .some((entry) => entry.state === 'claimed' && isFarAhead(entry.claimedAtMs, localMs));
}
/**
 * Whether it is a claim whose step is over. That step may have recorded more between the read that showed the claim and
 * its end: only a read after the verdict is certain.
 */
function isDeadClaim({ entry, verdict }) {
    return entry.state === 'claimed' && verdict === 'unknown';
}
/** Whether both are the very same step. */
function isOwn(step, thisStep) {
    return step.runId === thisStep.runId && step.attempt === thisStep.attempt && step.name === thisStep.name;
}
/** The entry that needs consent before its edit is sent again once no run is working on it; undefined if none does. */
function findConsented(entries) {
    return pickStrongest(entries.filter(needsConsent));
}
/** What a submit over these entries does again, if anything: what needs consent, else a job that cannot be delivered. */
function findRepeated(over) {
    return findConsented(over) ?? over.findLast(isUnusable);
}
function needsConsent({ state }) {
    switch (state) {
        case 'claimed':
        case 'maybe-sent':
        case 'lost':
            return true;
        case 'accepted':
        case 'delivered':
            return false;
    }
}
/**
 * The entry that decides what is done about the edit; undefined if there are none. A job whose pictures cannot be
 * delivered decides only if there is nothing else to follow or to ask about.
 */
function pickRuling(all) {
    if (all.length === 0)
        return undefined; // as for almost every edit
    const usable = all.filter(({ entry }) => !isUnusable(entry));
    const judged = usable.some(({ verdict }) => verdict !== 'delivered') ? usable : all;
    const most = Math.max(...judged.map(weighVerdict));
    const weighty = judged.filter((each) => weighVerdict(each) === most);
    const strongest = pickStrongest(weighty.map(({ entry }) => entry));
    return weighty.find(({ entry }) => entry === strongest);
}
/** Whether a run found that what its job made cannot be delivered. */
function isUnusable(entry) {
    return entry.state === 'accepted' && entry.isUnusable === true;
}
/** The entry that says most about money; the first of several jobs, the last of several others. */
function pickStrongest(entries) {
    const most = Math.max(...entries.map(weighState));
    const strongest = entries.filter((entry) => weighState(entry) === most);
    return strongest[0]?.state === 'accepted' ? strongest[0] : strongest.at(-1);
}
/** What can be collected comes first; then what must be waited for; then what needs consent. */
function weighVerdict({ verdict }) {
    switch (verdict) {
        case 'collect':
            return 4;
        case 'ours':
            return 3;
        case 'other-run':
            return 2;
        case 'unknown':
            return 1;
        case 'delivered':
            return 0;
    }
}
function weighState({ state }) {
    switch (state) {
        case 'accepted':
            return 4;
        case 'claimed':
            return 3;
        case 'maybe-sent':
            return 2;
        case 'lost':
            return 1;
        case 'delivered':
            return 0;
    }
}

;// CONCATENATED MODULE: ./shared/format-age.js
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

;// CONCATENATED MODULE: ./ledger/life/describe-entry.js


/** What is known about a submit that was, or may have been, paid for without any pictures: one clause, with its age and its run. */
function describeUnknown(entry, nowMs) {
    const { step, claimedAtMs } = entry;
    const ago = `${formatAge(nowMs - claimedAtMs)} ago`;
    switch (entry.state) {
        case 'claimed':
            return `the run ${step.url} was about to send it ${ago}, and ended without recording whether it did`;
        case 'maybe-sent':
            return `the run ${step.url} may have sent it ${ago}, and no answer is known`;
        case 'accepted':
        case 'lost':
        case 'delivered': {
            const why = isUnusable(entry)
                ? 'what it made cannot be delivered'
                : 'its pictures are no longer available';
            return `the run ${step.url} paid for it ${formatAge(nowMs - entry.submittedAtMs)} ago (request ${entry.requestId}), and ${why}`;
        }
    }
}

// EXTERNAL MODULE: ./plan/outputs.js
var outputs = __webpack_require__(6987);
;// CONCATENATED MODULE: ./plan/review/judge-status.js




/** What a plan does about an edit, in the words of a reader. `blockedBy`: the edit on hold that it needs, if it does. */
function judgeStatus(edit, blockedBy, { specIds, nowMs, ...facts }) {
    if (blockedBy !== undefined)
        return { kind: 'blocked', by: blockedBy };
    const { id, action, frozen } = edit;
    switch (action.kind) {
        case 'submit':
            return { kind: findRecorded(id, facts) === undefined ? 'new' : 'changed' };
        case 'collect':
        case 'other-run':
        case 'hold':
            return judgePending(action, nowMs);
        case 'share':
            return { kind: 'shared', with: action.with };
        case 'unchanged':
            return judgeUnchanged(edit, action, specIds);
        case 'adopt': {
            const { from, on, entry, files } = action;
            return { kind: 'adopted', from, branch: on.branch, commit: on.commit, files: listMoves(entry, files) };
        }
        case 'aside':
            return (0,outputs/* isSetAside */.JA)(edit) ? { kind: 'aside', from: action.from } : { kind: 'unchanged' };
        case 'skip':
            return frozen ? { kind: 'frozen', hasPictures: false } : { kind: 'skipped', reason: action.reason };
    }
}
function judgeUnchanged(edit, { from, entry, files }, specIds) {
    if (!(0,outputs/* isUntouched */.O2)(edit)) {
        const isCopied = from !== edit.id && specIds.has(from);
        return { kind: 'moved', from, isCopied, files: listMoves(entry, files) };
    }
    if (edit.frozen)
        return { kind: 'frozen', hasPictures: true };
    const isOutdated = entry.fingerprint !== edit.fingerprint;
    return { kind: 'unchanged', ...(isOutdated && { newerCommit: entry.specCommit ?? '' }) };
}
function listMoves({ files: before }, files) {
    return before.map(({ path }, index) => ({ from: path, to: files[index]?.path ?? path }));
}
function judgePending({ kind, entry }, nowMs) {
    const runUrl = entry.step.url;
    switch (kind) {
        case 'collect': {
            const { requestId, submittedAtMs } = entry;
            const what = `already paid for, submitted ${formatAge(nowMs - submittedAtMs)} ago: its pictures are collected, and nothing is paid again`;
            return { kind: 'pending', why: kind, what, runUrl, requestId };
        }
        case 'other-run':
            return {
                kind: 'pending',
                why: kind,
                what: 'another run is working on it and pays for it; it is sent only if that run ends without sending it',
                runUrl,
            };
        case 'hold': {
            const requestId = 'requestId' in entry ? { requestId: entry.requestId } : {};
            return { kind: 'pending', why: kind, what: describeUnknown(entry, nowMs), runUrl, ...requestId };
        }
    }
}

// EXTERNAL MODULE: ./shared/plain-text.js
var plain_text = __webpack_require__(295);
// EXTERNAL MODULE: ./shared/commit-name.js
var commit_name = __webpack_require__(8588);
;// CONCATENATED MODULE: ./plan/review/compare-references.js




/** A lock file may say anything: what is beyond this is not compared. A model takes some twenty references. */
const MOST_COMPARED = 100;
/** How the references of an edit differ from those that it was made from. */
function compareReferences(edit, entry, facts) {
    const before = listRecorded(entry);
    const after = listPlanned(edit, facts);
    const pairs = pairUp(before, after);
    const paired = new Set(pairs.values());
    const changes = after.flatMap((side, index) => {
        const partner = before[pairs.get(index) ?? -1];
        if (partner?.content === side.content)
            return [];
        const { reference } = side;
        const kept = compareTakes(partner?.reference, reference);
        if (kept !== undefined)
            return [kept];
        if (reference.kind === 'output' && partner !== undefined)
            return [{ kind: 'input', edit: reference.edit, isPlanned: facts.changes(reference.edit) }];
        const after = side.picture !== undefined && { after: side.picture };
        if (partner === undefined)
            return [{ kind: 'reference-added', reference, ...after }];
        return [{ kind: 'reference-replaced', reference, ...pinBefore(partner), ...after }];
    });
    const removed = before
        .filter((_, index) => !paired.has(index))
        .map((side) => ({
        kind: 'reference-removed',
        reference: side.reference,
        ...pinBefore(side),
    }));
    // In the order in which a map was filled, which is not that of the list.
    const order = after.flatMap((_, index) => pairs.get(index) ?? []);
    const isMixed = order.some((index, place) => index < (order[place - 1] ?? 0));
    return [...changes, ...removed, ...(isMixed ? [{ kind: 'reference-order' }] : [])];
}
/** Another take of the same edit; undefined for everything else. */
function compareTakes(before, after) {
    if (before?.kind !== 'output' || after.kind !== 'output')
        return undefined;
    const [was, is] = [takeNumber(before.edit), takeNumber(after.edit)];
    return was === is ? undefined : { kind: 'kept-take', edit: editOfTake(after.edit), before: was, after: is };
}
function pinBefore({ picture }) {
    return picture === undefined ? {} : { before: picture };
}
/** For each reference of the spec (by index) the recorded one that it is, or that it replaces: equal content first, then equal names. */
function pairUp(before, after) {
    const pairs = new Map();
    const isFree = (index) => ![...pairs.values()].includes(index);
    for (const keyOf of [contentOf, nameOf])
        for (const [index, side] of after.entries()) {
            if (pairs.has(index))
                continue;
            const partner = before.findIndex((each, other) => keyOf(each) === keyOf(side) && isFree(other));
            if (partner >= 0)
                pairs.set(index, partner);
        }
    return pairs;
}
function contentOf({ content }) {
    return content;
}
/** Takes of one edit have one name: a reference is the output of the edit. */
function nameOf({ reference }) {
    if (reference.kind === 'output')
        return `output ${editOfTake(reference.edit)}`;
    return describeReference(reference);
}
function listPlanned({ images, lockedInput }, { commitOf }) {
    const contents = contentsOf(images, lockedInput);
    return images.slice(0, MOST_COMPARED).flatMap((image, index) => {
        const content = contents[index];
        // A hosted picture of `options` is compared as a setting.
        if (content === undefined)
            return [];
        const side = { content: toText(content), reference: nameImage(image) };
        const commit = image.kind === 'file' ? commitOf?.(image) : undefined;
        const isPinned = image.kind === 'file' && commit !== undefined;
        return [isPinned ? { ...side, picture: { path: image.path, commit } } : side];
    });
}
/** The references that an edit was made from, in their order. */
function listRecorded({ input, references = [], specCommit, }) {
    const named = new Map(references.map((reference) => [reference.content, reference]));
    // The commit of the spec most likely has the file as well; the lock file may say anything, and this becomes a link.
    const madeFrom = (0,commit_name/* isCommitName */.Nf)(specCommit) ? specCommit : undefined;
    return listContents(input)
        .slice(0, MOST_COMPARED)
        .map(toText)
        .map((content) => {
        const recorded = named.get(content);
        const reference = nameRecorded(content, recorded ?? {});
        const commit = recorded?.commit ?? madeFrom;
        const isPinned = reference.kind === 'file' && commit !== undefined;
        return { content, reference, ...(isPinned && { picture: { path: reference.path, commit } }) };
    });
}
function toText(content) {
    return typeof content === 'string' ? content : JSON.stringify(content);
}

;// CONCATENATED MODULE: ./plan/review/diff-words.js
/** Pairs of words that may be compared: two prompts of the longest kind are below it; other texts may be anything. */
const MOST_PAIRS = 400_000;
let segmenter;
/**
 * How one text becomes the other, word by word. The parts that are the same or removed are the text before, those that
 * are the same or added the text after. In a group of changes, what is removed comes first. Words are found in any
 * script. Very long texts whose middles differ are not compared: one part is removed, and one is added.
 */
function diffWords(before, after) {
    const start = countStart(before, after);
    const end = countEnd(before.slice(start), after.slice(start));
    const middles = [before.slice(start, before.length - end), after.slice(start, after.length - end)];
    return joinParts([
        { kind: 'same', text: after.slice(0, start) },
        ...(middles.includes('') ? replaceAll(...middles) : compareWords(...middles)),
        { kind: 'same', text: after.slice(after.length - end) },
    ]);
}
function compareWords(before, after) {
    const [old, now] = [splitWords(before), splitWords(after)];
    return old.length * now.length > MOST_PAIRS ? replaceAll(before, after) : align(old, now);
}
/** How many characters are the same at the start, up to the end of a word or blank: only what is left has to be split. */
function countStart(one, other) {
    const most = Math.min(one.length, other.length);
    let count = 0;
    while (count < most && one.charCodeAt(count) === other.charCodeAt(count))
        count += 1;
    if (isBoundary(one[count]) && isBoundary(other[count]))
        return count;
    while (count > 0 && isInWord(one[count - 1]))
        count -= 1;
    return count;
}
/** As `countStart`, at the end, from the beginning of a blank. */
function countEnd(one, other) {
    const most = Math.min(one.length, other.length);
    let count = 0;
    while (count < most &&
        one.charCodeAt(one.length - 1 - count) === other.charCodeAt(other.length - 1 - count))
        count += 1;
    while (count > 0 && isInWord(one[one.length - count]))
        count -= 1;
    return count;
}
function isInWord(character) {
    return !isBoundary(character);
}
/** A blank, or the end of the text. */
function isBoundary(character) {
    return character === undefined || /\s/.test(character);
}
/** Words, and what is between them. */
function splitWords(text) {
    segmenter ??= new Intl.Segmenter('en', { granularity: 'word' });
    return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
function replaceAll(before, after) {
    return [
        { kind: 'removed', text: before },
        { kind: 'added', text: after },
    ];
}
/** The longest common subsequence, by a table of the lengths that remain from each pair of positions. */
function align(old, now) {
    const [rows = new Uint32Array(), columns = new Uint32Array()] = numberWords(old, now);
    const width = now.length + 1;
    const lengths = new Uint16Array((old.length + 1) * width);
    for (let row = old.length - 1; row >= 0; row -= 1) {
        const word = rows[row];
        for (let at = row * width + now.length - 1, column = now.length - 1; column >= 0; column -= 1, at -= 1) {
            const below = lengths[at + width] ?? 0;
            const right = lengths[at + 1] ?? 0;
            const both = (lengths[at + width + 1] ?? 0) + 1;
            lengths[at] = word === columns[column] ? both : below > right ? below : right;
        }
    }
    const parts = [];
    let [row, column] = [0, 0];
    while (row < old.length || column < now.length) {
        const [was, is] = [old[row], now[column]];
        const at = row * width + column;
        if (was !== undefined && was === is) {
            parts.push({ kind: 'same', text: was });
            row += 1;
            column += 1;
        }
        else if (is === undefined ||
            (was !== undefined && (lengths[at + width] ?? 0) >= (lengths[at + 1] ?? 0))) {
            parts.push({ kind: 'removed', text: was ?? '' });
            row += 1;
        }
        else {
            parts.push({ kind: 'added', text: is });
            column += 1;
        }
    }
    return parts;
}
/** The words of each list as numbers, the same for the same word: thousands of prompts are compared in a run. */
function numberWords(...lists) {
    const numbers = new Map();
    return lists.map((words) => Uint32Array.from(words, (word) => {
        const number = numbers.get(word) ?? numbers.size;
        numbers.set(word, number);
        return number;
    }));
}
/**
 * Neighbors of one kind become one part. Blanks and punctuation between two changes belong to both of them, so that
 * `red mug` becomes `blue cup` at once, not word by word.
 */
function joinParts(parts) {
    const joined = [];
    let [removed, added, between] = ['', '', ''];
    const flush = () => {
        if (removed !== '')
            joined.push({ kind: 'removed', text: removed });
        if (added !== '')
            joined.push({ kind: 'added', text: added });
        if (between !== '')
            joined.push({ kind: 'same', text: between });
        [removed, added, between] = ['', '', ''];
    };
    for (const { kind, text } of parts) {
        if (text === '')
            continue;
        if (kind === 'same') {
            between += text;
            continue;
        }
        const isChanging = removed !== '' || added !== '';
        if (between !== '' && isChanging && !/[\p{L}\p{N}]/u.test(between)) {
            removed += between;
            added += between;
            between = '';
        }
        else if (between !== '')
            flush();
        if (kind === 'removed')
            removed += text;
        else
            added += text;
    }
    flush();
    return joined;
}

;// CONCATENATED MODULE: ./plan/review/compare-edit.js





/** Names in the spec of keys that the service spells differently. */
const NAMES = { 'width×height': 'size', force_single: 'force-single' };
/** A prompt may have 800 characters; a lock file may say anything. */
const MOST_OF_A_PROMPT = 4000;
const MOST_OF_A_VALUE = 200;
/** How what the spec asks for differs from what an edit was made from, the prompt first. */
function compareEdit(edit, entry, facts) {
    const [was, is] = [entry.input['prompt'], edit.lockedInput['prompt']];
    const isText = typeof was === 'string' && typeof is === 'string';
    const words = isText && was !== is
        ? [{ kind: 'prompt', words: diffWords(was.slice(0, MOST_OF_A_PROMPT), is.slice(0, MOST_OF_A_PROMPT)) }]
        : [];
    const [before, after] = [listSettings(entry.input), listSettings(edit.lockedInput)];
    const names = [...new Set([...after.keys(), ...before.keys(), ...(isText ? [] : ['prompt'])])].toSorted();
    return [
        ...words,
        ...compareReferences(edit, entry, facts),
        ...compareValues('model', entry.model, edit.model),
        ...names.flatMap((name) => compareValues(NAMES[name] ?? name, compare_edit_valueOf(before, entry.input, name), compare_edit_valueOf(after, edit.lockedInput, name))),
    ];
}
/** A prompt that is no text is compared like any other key. */
function compare_edit_valueOf(settings, input, name) {
    return name === 'prompt' ? input['prompt'] : settings.get(name);
}
function compareValues(name, was, is) {
    if (was === is || compare_edit_toText(was) === compare_edit_toText(is))
        return [];
    const [before, after] = [showValue(was), showValue(is)];
    return [
        {
            kind: 'setting',
            name,
            ...(before !== undefined && { before }),
            ...(after !== undefined && { after }),
        },
    ];
}
function compare_edit_toText(value) {
    return value === undefined ? undefined : JSON.stringify((0,sort_json/* sortJson */.B)(value));
}
/** A size without its ratio, which follows from it. */
function showValue(value) {
    const text = typeof value === 'string' ? value.replace(/^(\d+x\d+)\(\d+:\d+\)$/, '$1') : compare_edit_toText(value);
    return text === undefined ? undefined : (0,plain_text/* shorten */.ml)(text, MOST_OF_A_VALUE);
}

;// CONCATENATED MODULE: ./plan/review/list-changes.js



/** Why an edit is made again, and how the spec differs from what is recorded under its id, if anything is. */
function listChanges(edit, found, facts, willChange) {
    const again = listRepeated(edit, facts.nowMs);
    if (found === undefined)
        return again;
    const { entry: own, paths } = found;
    const isMade = !['unchanged', 'adopt', 'aside', 'skip'].includes(edit.action.kind);
    const isForced = isMade && facts.forced.has(edit.id) && !edit.frozen;
    const missing = own.files.map(({ path }) => path).filter((path) => !paths.has(path));
    return [
        ...(isForced ? [{ kind: 'forced' }] : []),
        ...(missing.length > 0 ? [{ kind: 'missing-files', paths: missing }] : []),
        ...again,
        ...listDifferences(edit, own, facts, willChange),
    ];
}
function listDifferences(edit, own, facts, willChange) {
    if (own.fingerprint === edit.fingerprint)
        return [];
    const differences = compareEdit(edit, own, { ...facts, changes: willChange });
    if (differences.length > 0)
        return differences;
    // The input may be the same nevertheless: the entry was edited by hand, or its fingerprint has an older form.
    const [before, after] = [own.fingerprint.slice(0, 12), edit.fingerprint.slice(0, 12)];
    return [{ kind: 'setting', name: 'fingerprint', before, after }];
}
/** An attempt that was, or may have been, paid for, and that is repeated with consent. */
function listRepeated({ action }, nowMs) {
    if (action.kind !== 'submit')
        return [];
    const entry = findRepeated(action.over);
    return entry === undefined ? [] : [{ kind: 'again', what: describeUnknown(entry, nowMs) }];
}

;// CONCATENATED MODULE: ./plan/review/review-plan.js













/** What a plan means for a reader: for each edit what happens and why, what is left over, and what it costs; pure. */
function reviewPlan({ edits }, facts) {
    const byId = new Map(edits.map((edit) => [edit.id, edit]));
    const willChange = (id) => {
        const kind = byId.get(id)?.action.kind;
        return (kind !== undefined && kind !== 'unchanged' && kind !== 'adopt' && kind !== 'aside' && kind !== 'skip');
    };
    const blocked = findBlocked(edits);
    const inOrder = edits.toSorted(({ at: a }, { at: b }) => (0,problem/* compareInFile */.V)(a, b));
    const reviewed = new Map(edits.map((edit) => [edit.id, reviewEdit(edit, blocked.get(edit.id), facts, willChange)]));
    const forKeep = findForKeep(edits, reviewed);
    const sent = edits.filter(({ id }) => !blocked.has(id));
    const { pixels, ...renditions } = countRenditions(edits, facts.recorded);
    const growth = facts.recorded && estimateGrowth(edits, facts.recorded.lock, { pixels });
    const costs = { prices: facts.prices, earlier: listPriced(facts.recorded, facts.live?.recorded) };
    return {
        edits: inOrder.flatMap(({ id }) => {
            const edit = reviewed.get(id);
            if (edit === undefined)
                return [];
            return [forKeep.has(id) ? { ...edit, isForKeep: true } : edit];
        }),
        orphaned: findOrphaned(edits, facts),
        estimate: estimate_cost_estimateCost(sent, costs),
        ...(renditions.files > 0 && { renditions }),
        ...(growth !== undefined && isWorthSaying(growth) && { growth }),
        ...(forKeep.size > 0 && {
            keepEstimate: estimate_cost_estimateCost(sent.filter(({ id }) => forKeep.has(id)), costs),
        }),
    };
}
/** Edits that are sent because another take is kept, of an edit that they use, directly or not; `edits` in the order of a plan. */
function findForKeep(edits, reviewed) {
    const found = new Set();
    for (const { id, action } of edits) {
        const changes = reviewed.get(id)?.changes ?? [];
        const isFor = changes.some((change) => change.kind === 'kept-take' || (change.kind === 'input' && found.has(change.edit)));
        if (isFor && action.kind === 'submit')
            found.add(id);
    }
    return found;
}
function reviewEdit(edit, blockedBy, facts, willChange) {
    const { id, description, at, prompt, output, model, size, options, images, fingerprint, action } = edit;
    const found = findRecorded(id, facts);
    const current = found && findPicture(found);
    return {
        id,
        ...(description !== undefined && { description }),
        at,
        prompt,
        output,
        model,
        ...(size !== undefined && { size: size.wire }),
        ...(Object.keys(options).length > 0 && { options: describeOptions(options) }),
        references: images.map(nameImage),
        fingerprint,
        action: blockedBy === undefined ? action.kind : 'hold',
        status: judgeStatus(edit, blockedBy, facts),
        changes: listChanges(edit, found, facts, willChange),
        ...(current !== undefined && { current }),
    };
}
/** The first picture of an entry on a branch, if a page can show it. */
function findPicture({ entry, paths, folder }) {
    const [first] = entry.files;
    if (folder === undefined || first === undefined || (0,formats/* shownAs */.sE)(first.type) !== 'picture')
        return undefined;
    // Where a take was that is set aside, another one may be by now.
    const isHere = entry.stored === undefined;
    const commit = isHere ? folder.commit : entry.heldBy;
    if (commit === undefined || (isHere && !paths.has(first.path)))
        return undefined;
    const { directory } = folder;
    return { path: directory === '' ? first.path : `${directory}/${first.path}`, commit };
}
/** A model's own keys for people: texts as they are, other values as JSON. */
function describeOptions(options) {
    return (0,map_values/* mapValues */.L)(options, (value) => (typeof value === 'string' ? value : JSON.stringify(value)));
}

;// CONCATENATED MODULE: ./report/plan/types.js
/** The form of the plan file that this version reads and writes. */
const types_PLAN_FILE_VERSION = 1;
/** The most bytes of a plan file that is read. Thousands of changed edits with long prompts stay below it. */
const types_MOST_PLAN_BYTES = 64 * 1024 * 1024;

;// CONCATENATED MODULE: ./report/plan/create-plan-file.js


/** A plan as a file holds it, with its digest. */
function createPlanFile(facts) {
    return { version: types_PLAN_FILE_VERSION, ...facts, digest: create_plan_file_digestPlan(facts) };
}
/**
 * Hex SHA-256 over what a plan decides: what happens to which edit, for which pictures, to which paths. Descriptions,
 * changes, costs, times, problems, and the order of the spec are not in it.
 */
function create_plan_file_digestPlan({ spec, destination, edits, orphaned, }) {
    const facts = [
        spec.path,
        destination,
        edits.map(decisionOf).toSorted(compareFirst),
        orphaned
            .filter(({ isRemoved }) => isRemoved)
            .map(({ id }) => id)
            .toSorted(),
    ];
    return (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(facts)).digest('hex');
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

// EXTERNAL MODULE: ./git/read-committed.js
var read_committed = __webpack_require__(9059);
;// CONCATENATED MODULE: ./runner/spec-commit.js
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

;// CONCATENATED MODULE: ./runner/pin-files.js


/**
 * Finds commits for these files, so that people can see later what a picture was made from. Only what the checkout has is
 * looked at: in a shallow one, a pull request's files are found in its merge commit only. Throws the signal's reason.
 */
async function pinFiles(files, world, signal) {
    const commits = new Map();
    for (const sha of await listCommits(world)) {
        const open = files.filter((file) => !commits.has(keyOf(file)));
        if (open.length === 0)
            break;
        const paths = [...new Set(open.map(({ absolutePath }) => absolutePath))];
        const committed = await (0,read_committed/* readCommitted */.r)(paths, { ...world, sha }, signal);
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

// EXTERNAL MODULE: ./shared/version.js
var version = __webpack_require__(8087);
;// CONCATENATED MODULE: ./ledger/life/debt.js

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
    const fingerprint = createHash('sha256')
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

;// CONCATENATED MODULE: ./ledger/life/delivered-since.js
/**
 * Request ids whose pictures another run delivered after this one had begun: it takes what was made instead of paying
 * again. Without those on its own branch: it reads that again before it pays, and they are there. Pure.
 */
function listDeliveredSince(judged, { startedAtMs, destination }) {
    return new Set(judged.flatMap(({ verdict, entry }) => {
        if (verdict !== 'delivered' || entry.deliveredAtMs < startedAtMs)
            return [];
        const isOnOwnBranch = entry.destination === destination && destination !== ARTIFACT;
        return isOnOwnBranch ? [] : [entry.requestId];
    }));
}
/** The destination of pictures that go to no branch. */
const ARTIFACT = 'artifact';

;// CONCATENATED MODULE: ./run/ledger/ledger-view.js
/** What was in flight when the ledger was opened, as far as that is known. */
function listFound({ found }) {
    return found.ok ? found.value : { ledger: new Map(), pruned: [] };
}

// EXTERNAL MODULE: ./shared/pool.js
var pool = __webpack_require__(9821);
;// CONCATENATED MODULE: ./run/ledger/look-at-ledger.js


/** Questions to GitHub at one time. */
const ASKED_AT_ONCE = 4;
/**
 * What each entry of the ledger means for this run. If a claim turns out to be of a run that is over, the ledger is read
 * once more (`readAgain`, undefined if it cannot be read): before its end that run may have written more.
 */
async function lookAtLedger(ledger, readAgain, watch, signal) {
    const judged = await lookAtAll(ledger, watch, signal);
    const isDoubtful = [...judged.values()].flat().some(isDeadClaim);
    const now = isDoubtful ? await readAgain() : undefined;
    return now === undefined ? judged : await lookAtAll(now, watch, signal);
}
async function lookAtAll(ledger, watch, signal) {
    const look = async (entry) => await watch.look(entry, signal);
    const judged = await (0,pool/* mapBounded */.y)([...ledger.values()].flat(), ASKED_AT_ONCE, look);
    return Map.groupBy(judged, ({ entry }) => entry.fingerprint);
}

;// CONCATENATED MODULE: ./run/ledger/name-destination.js

/**
 * Where a run's pictures are to go, as the ledger names it. If they go to a branch, only the branch counts: an artifact
 * beside it that is missing is a debt of its own.
 */
function nameDestination({ deliver, branch, branchDirectory, }) {
    if (!deliver.includes('branch'))
        return ARTIFACT;
    // No branch name contains a colon.
    return branchDirectory === '' ? `branch ${branch}` : `branch ${branch}:${branchDirectory}`;
}

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
            const judged = judgeEntry(entry, { thisStep, ...now(), isRunOver: false });
            if (judged.verdict !== 'other-run')
                return judged;
            const isRunOver = await isStepOver(entry.step, signal);
            return judgeEntry(entry, {
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
    const { ledger: found, pruned } = listFound(view);
    const readAgain = async () => {
        const again = await view.readAgain();
        return again === undefined ? undefined : withoutDebts(again);
    };
    const judged = await lookAtLedger(withoutDebts(found), readAgain, watch, signal);
    const destination = nameDestination(inputs);
    const debts = inputs.deliver.includes('artifact')
        ? findDebts(found, nameSecondDestination(destination))
        : [];
    const owed = new Set(debts.map(({ requestId }) => requestId));
    const deliveredSince = listDeliveredSince([...judged.values()].flat(), {
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

;// CONCATENATED MODULE: ./ledger/life/prune.js
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
function prune_pruneOld(ledger, times) {
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

// EXTERNAL MODULE: ./shared/optional-file.js
var optional_file = __webpack_require__(3490);
;// CONCATENATED MODULE: ./ledger/stores/cache-client.js



/**
 * What an entry holds: a folder of the workspace, the only folder with the same name on each runner. Entries are found
 * by the words with which a path is given, and unpacked to the same path in the workspace.
 */
const FOLDER = '.dreamina-ledger';
const FILE = 'ledger.json';
/** The entries as a step in `workspace` (absolute path, the process's working folder) sees them. One call at a time. */
function createCacheEntries(workspace) {
    const folder = external_node_path_.join(workspace, FOLDER);
    const file = external_node_path_.join(folder, FILE);
    // Loaded here: it is heavy, and most runs never need it.
    const client = async () => await __webpack_require__.e(/* import() */ 704).then(__webpack_require__.t.bind(__webpack_require__, 5704, 19));
    /** Nothing of an earlier call is mistaken for what this one brought, and nothing stays in the workspace. */
    async function inFolder(work) {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
        try {
            return await work();
        }
        finally {
            await (0,promises_.rm)(folder, { recursive: true, force: true });
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
            return found === undefined ? undefined : { key: found, text: await (0,optional_file/* readIfExists */.OR)(file) };
        }),
        save: async (key, text) => await inFolder(async () => {
            const { saveCache: send } = await client();
            await (0,promises_.mkdir)(folder);
            // A step that is killed here leaves the folder behind: git must not see it.
            await (0,promises_.writeFile)(external_node_path_.join(folder, '.gitignore'), '*\n');
            await (0,promises_.writeFile)(file, text);
            return (await send([FOLDER], key, undefined, true)) >= 0;
        }),
    };
}

;// CONCATENATED MODULE: ./ledger/stores/cache-available.js
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

;// CONCATENATED MODULE: ./ledger/life/change-entry.js
/**
 * The life of a paid edit: what an entry becomes when something happens to it; undefined is no entry; pure. A request
 * id stays until its job is delivered, has ended without pictures or answers another claim, or until it cannot be
 * delivered and another job is. The same entry is returned if nothing changes, so the same event twice is the same as
 * once.
 */
function changeEntry(entry, event) {
    switch (event.kind) {
        case 'claim':
            return entry ?? { ...claimOf(event.claim), state: 'claimed' };
        case 'replaced':
            return entry?.state === 'claimed' ? { ...claimOf(entry), state: 'maybe-sent' } : entry;
        case 'maybe-sent':
            return entry === undefined || entry.state === 'claimed'
                ? { ...claimOf(event.claim), state: 'maybe-sent' }
                : entry;
        case 'released':
            return hasAnswer(entry) ? entry : undefined;
        case 'accepted':
            return hasAnswer(entry) ? entry : { ...claimOf(event.claim), state: 'accepted', ...jobOf(event) };
        case 'delivered':
            return isOpen(entry)
                ? { ...claimOf(entry), state: 'delivered', ...jobOf(entry), deliveredAtMs: event.atMs }
                : entry;
        case 'unusable':
            return entry?.state === 'accepted' && entry.isUnusable !== true
                ? { ...entry, isUnusable: true }
                : entry;
        case 'ended-empty':
            return isOpen(entry) ? undefined : entry;
        case 'lost':
            return entry?.state === 'accepted'
                ? { ...claimOf(entry), state: 'lost', ...jobOf(entry), lostAtMs: event.atMs }
                : entry;
        case 'renewed':
            return hasAnswer(entry) ? undefined : entry;
        case 'outdone':
            // A claim may be about to be sent, and what was accepted is still to be collected.
            // What cannot be delivered to one destination may still be delivered to another.
            if (entry?.state === 'claimed')
                return entry;
            return entry?.state === 'accepted' &&
                (entry.isUnusable !== true || entry.destination !== event.destination)
                ? entry
                : undefined;
    }
}
/** Whether the service accepted its submit. */
function hasAnswer(entry) {
    return entry?.state === 'accepted' || entry?.state === 'lost' || entry?.state === 'delivered';
}
/** Whether it was paid for, and its pictures are not delivered. */
function isOpen(entry) {
    return entry?.state === 'accepted' || entry?.state === 'lost';
}
/**
 * The name of an entry for a claim that is made over it. It changes when the entry has a request id, when its job is lost,
 * and when a lost job is delivered after all: consent to what it was before is no consent to what it is then.
 */
function nameEntry(entry) {
    switch (entry.state) {
        case 'claimed':
        case 'maybe-sent':
            return entry.id;
        case 'lost':
            return `lost ${entry.requestId}`;
        case 'accepted':
        case 'delivered':
            return entry.requestId;
    }
}
/** An id for a claim of a step; `key` is its own within the step. */
function nameClaim({ runId, attempt, name }, key) {
    return [runId, attempt, name, key].join('.');
}
/** Only the claim of an entry. */
function claimOf(claim) {
    const { id, fingerprint, edit, destination, step, claimedAtMs, overAtMs } = claim;
    return { id, fingerprint, edit, destination, step, claimedAtMs, overAtMs };
}
function jobOf({ requestId, submittedAtMs }) {
    return { requestId, submittedAtMs };
}

;// CONCATENATED MODULE: ./ledger/stores/layer.js

/**
 * The name of an entry that is removed. It changes when the entry has a request id: an answer that comes after a doubt was
 * removed is about a job whose pictures can be collected.
 */
function nameRemoved(entry) {
    return hasAnswer(entry) ? `${entry.id} ${entry.requestId}` : entry.id;
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

// EXTERNAL MODULE: ./shared/deadline.js
var deadline = __webpack_require__(6927);
// EXTERNAL MODULE: ./shared/describe-error.js
var describe_error = __webpack_require__(2129);
;// CONCATENATED MODULE: ./shared/line.js
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

// EXTERNAL MODULE: ./shared/or-aborted.js
var or_aborted = __webpack_require__(6268);
;// CONCATENATED MODULE: ./shared/unique-suffix.js
/** A part of a name that makes it differ from all others: a random number below 2^48, as lower-case letters and digits. */
function uniqueSuffix(random) {
    return Math.floor(random() * 2 ** 48).toString(36);
}

// EXTERNAL MODULE: ../node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(9987);
// EXTERNAL MODULE: ./shared/breathe.js
var breathe = __webpack_require__(8586);
// EXTERNAL MODULE: ./shared/sentence.js
var sentence = __webpack_require__(7730);
// EXTERNAL MODULE: ../node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(9435);
// EXTERNAL MODULE: ./shared/lazily.js
var lazily = __webpack_require__(9670);
// EXTERNAL MODULE: ./shared/request-id.js
var request_id = __webpack_require__(5734);
;// CONCATENATED MODULE: ./ledger/stores/ledger-schema.js



/** The form of the ledger that this version reads and writes. */
const LEDGER_VERSION = 1;
const ledger_schema_schemas = (0,lazily/* lazily */.q)(() => {
    const text = schemas/* string */.YjP();
    const time = iso/* datetime */.w$();
    const fingerprint = schemas/* string */.YjP().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in 64 hex digits');
    const claim = {
        id: text.min(1),
        edit: text,
        destination: text,
        run: schemas/* strictObject */.rej({
            id: text,
            attempt: schemas/* int */.Whr().positive(),
            job: text.exactOptional(),
            step: text,
            process: schemas/* strictObject */.rej({ machine: text, pid: schemas/* int */.Whr().positive() }).exactOptional(),
            url: text,
        }),
        claimed_at: time,
        over_at: time,
    };
    const job = {
        request_id: schemas/* string */.YjP().refine(request_id/* isRequestId */.h, 'must be a request id'),
        submitted_at: time,
    };
    const entry = schemas/* discriminatedUnion */.gMt('state', [
        schemas/* strictObject */.rej({ state: schemas/* literal */.euz('claimed'), ...claim }),
        schemas/* strictObject */.rej({ state: schemas/* literal */.euz('maybe-sent'), ...claim }),
        schemas/* strictObject */.rej({
            state: schemas/* literal */.euz('accepted'),
            ...claim,
            ...job,
            unusable: schemas/* literal */.euz(true).exactOptional(),
        }),
        schemas/* strictObject */.rej({ state: schemas/* literal */.euz('lost'), ...claim, ...job, lost_at: time }),
        schemas/* strictObject */.rej({ state: schemas/* literal */.euz('delivered'), ...claim, ...job, delivered_at: time }),
    ]);
    // Strict, so that what another version added is not silently lost.
    const ledger = schemas/* strictObject */.rej({
        version: schemas/* literal */.euz(LEDGER_VERSION),
        entries: schemas/* record */.g1P(fingerprint, schemas/* array */.YOg(entry).min(1)),
    });
    const layer = ledger.extend({ removed: schemas/* array */.YOg(text.min(1)).exactOptional() });
    return { claim, job, entry, ledger, layer };
});
/** The ledger as it is written. */
const ledgerSchema = () => ledger_schema_schemas().ledger;
/** The same above another ledger, with what counts as removed of that one. */
const layerSchema = () => ledger_schema_schemas().layer;

;// CONCATENATED MODULE: ./ledger/stores/parse-ledger.js





const NOTHING_DONE = 'Nothing was sent or overwritten.';
/** Fingerprints whose entries are checked at once: some 30 ms. A ledger may have hundreds of thousands. */
const SLICE = 2000;
/**
 * Reads a ledger. `source` names where it is kept, e.g. `refs/dreamina/ledger`. One that was written by a newer version,
 * by hand or only in part is `damaged`, and never taken for an empty one. `stopped` if the signal is aborted meanwhile.
 */
async function parseLedger(text, source, signal) {
    const layer = await parseText(text, source, ledgerSchema(), signal);
    return layer.ok ? { ok: true, value: layer.value.ledger } : layer;
}
/** Reads a ledger that may lie above another one, as `parseLedger` does. */
async function parseLayer(text, source, signal) {
    return await parseText(text, source, layerSchema(), signal);
}
async function parseText(text, source, schema, signal) {
    let json;
    try {
        json = JSON.parse(text);
    }
    catch (error) {
        return damaged(source, `it is not JSON: ${(0,describe_error/* describeError */.U)(error)}`);
    }
    const version = schemas/* looseObject */._H3({ version: schemas/* number */.aig() }).safeParse(json).data?.version;
    if (version !== undefined && version > LEDGER_VERSION)
        return newer(source, `its form is ${version}, this version knows ${LEDGER_VERSION}`);
    const ledger = new Map();
    const issues = [];
    let removed = [];
    for (const slice of sliceEntries(json)) {
        try {
            await (0,breathe/* breathe */.q)(signal);
        }
        catch (error) {
            const why = (0,sentence/* toSentence */.R)(`the ledger of work in flight in ${source} was not read: ${(0,describe_error/* describeError */.U)(error)}`);
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

;// CONCATENATED MODULE: ./ledger/stores/render-ledger.js

/**
 * The ledger's text: the same bytes for the same ledger, sorted by fingerprint, and what counts as `removed` of the one
 * beneath it. Throws if it could not be read again: one wrong entry must not lock in all others.
 */
function renderLedger(ledger, removed = new Set()) {
    const sorted = [...ledger].toSorted(([a], [b]) => (a < b ? -1 : Number(a > b)));
    const entries = sorted.map(([fingerprint, all]) => [fingerprint, all.map(toWire)]);
    const wire = {
        version: LEDGER_VERSION,
        entries: Object.fromEntries(entries),
        ...(removed.size > 0 && { removed: [...removed].toSorted() }),
    };
    return `${JSON.stringify(layerSchema().parse(wire), null, 2)}\n`;
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

;// CONCATENATED MODULE: ./ledger/stores/cache-store.js
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
    const unique = uniqueSuffix(random);
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
    const line = createLine();
    /** A call that is no longer awaited goes on, and the next one begins after it. */
    async function call(what, signal, work) {
        return await callCache(clock, what, signal, async () => await line.run(work));
    }
    async function save(prefix, { ledger, removed }) {
        count += 1;
        const key = `${prefix}${writer}-${count}`;
        if (!(await entries.save(key, renderLedger(ledger, removed))))
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
        return damaged(source, 'there is no ledger in it');
    const layer = await parseLayer(text, source, signal);
    return layer.ok ? { ok: true, value: { ...layer.value, version: key } } : layer;
}
/** Why the cache could not be used. */
/** Awaits a call of the client, which cannot be aborted, for as long as it may succeed. */
async function callCache(clock, what, signal, work) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const limit = __addDisposableResource(env_1, (0,deadline/* startDeadline */.d)(clock, CALL_LIMIT_MS, 'the call of the Actions cache', signal), false);
        try {
            signal.throwIfAborted();
            return await (0,or_aborted/* orAborted */.H)(work(), limit.signal);
        }
        catch (error) {
            return failed(signal.aborted ? 'stopped' : 'unreachable', what, (0,describe_error/* describeError */.U)(error));
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

;// CONCATENATED MODULE: ./ledger/stores/no-store.js
/** For `ledger: none`: nothing is kept for the next run, and nothing is known about other runs. */
function createNoStore() {
    return {
        read: async () => await Promise.resolve({ ok: true, value: { ledger: new Map(), version: undefined } }),
        write: async () => await Promise.resolve({ ok: true, value: { version: 'not kept' } }),
    };
}

;// CONCATENATED MODULE: ./ledger/stores/cache-reader.js


/** The client requires a key of its own before the prefixes. No run saves this one. */
const UNUSED_KEY = `${BEGIN_PREFIX}unused`;
/**
 * Reads the ledger in the Actions cache and saves nothing, not even a beginning. Without one, a cache that cannot be read
 * looks the same as an empty one, and counts as that.
 */
function createCacheReader(entries, clock) {
    const nothing = createNoStore();
    return {
        read: async (signal) => await callCache(clock, 'read', signal, async () => {
            const found = await entries.load(UNUSED_KEY, [LEDGER_PREFIX, BEGIN_PREFIX]);
            return found === undefined
                ? { ok: true, value: { ledger: new Map(), removed: new Set(), version: undefined } }
                : await parseEntry(found, signal);
        }),
        write: async (ledger, version, signal) => await nothing.write(ledger, version, signal),
    };
}

// EXTERNAL MODULE: ./shared/retry.js
var retry = __webpack_require__(1049);
// EXTERNAL MODULE: ./shared/retry-delay.js
var retry_delay = __webpack_require__(1171);
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
        const { ledger: young, pruned } = pruneOld(ledger, readTimes(deps));
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

;// CONCATENATED MODULE: ./run/ledger/measure-ahead.js


/** How far a server's clock is ahead of this machine's, in ms; undefined if that is not known or does not matter. */
async function measureAhead(ledger, githubToken, { clock, github }, signal) {
    if (!isTimeInDoubt(ledger, clock.now()))
        return undefined;
    const serverMs = await github(githubToken).serverTime(signal);
    return serverMs === undefined ? undefined : serverMs - clock.now();
}
/** Whether something would be forgotten if this machine's clock were right, or is dated far ahead of it. */
function isTimeInDoubt(ledger, nowMs) {
    if (hasClaimsAhead(ledger, nowMs))
        return true;
    return prune_pruneOld(ledger, { localMs: nowMs, serverMs: nowMs }).ledger !== ledger;
}

// EXTERNAL MODULE: ./git/open-repository.js + 1 modules
var open_repository = __webpack_require__(9523);
// EXTERNAL MODULE: ./git/push.js + 2 modules
var git_push = __webpack_require__(6677);
// EXTERNAL MODULE: ./git/retry-offline.js
var retry_offline = __webpack_require__(2838);
// EXTERNAL MODULE: ./git/commit-tree.js
var commit_tree = __webpack_require__(8678);
// EXTERNAL MODULE: ./git/fetch-tip.js
var fetch_tip = __webpack_require__(4342);
// EXTERNAL MODULE: ./git/read-blobs.js
var read_blobs = __webpack_require__(3029);
;// CONCATENATED MODULE: ./git/write-blobs.js



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
        throw new Error(`git hash-object wrote ${names.length} of ${plural(files.length, 'file')}`);
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
    const folder = await mkdtemp(path.join(repository.folder, 'texts-'));
    try {
        const files = texts.map((_text, index) => path.join(folder, String(index)));
        for (const [index, file] of files.entries())
            await writeFile(file, texts[index] ?? '');
        return await writeShare(repository, files, signal);
    }
    finally {
        await rm(folder, { recursive: true, force: true, maxRetries: 5 });
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

;// CONCATENATED MODULE: ./ledger/stores/git-store.js








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
            const tip = await (0,fetch_tip/* fetchTip */.m)(repository, ref, signal, 'whole');
            if (!tip.ok)
                return git_store_failed('read', ref, tip.error);
            if (tip.value === undefined)
                return { ok: true, value: { ledger: new Map(), version: undefined } };
            const text = await (0,read_blobs/* readFileOf */.mH)(repository, tip.value, LEDGER_FILE, signal);
            if (!text.ok)
                return git_store_failed('read', ref, text.error);
            if (text.value === undefined)
                return damaged(ref, `there is no ${LEDGER_FILE} in it`);
            const ledger = await parseLedger(text.value.toString(), ref, signal);
            return ledger.ok ? { ok: true, value: { ledger: ledger.value, version: tip.value } } : ledger;
        },
        write: async (ledger, version, signal) => {
            const blob = await writeText(repository, renderLedger(ledger), signal);
            if (!blob.ok)
                return git_store_failed('written', ref, blob.error);
            const message = 'Edits that were claimed or paid for, and are not delivered yet';
            const order = { files: [{ path: LEDGER_FILE, blob: blob.value }], message, author: AUTHOR };
            const commit = await (0,commit_tree/* commitFlat */.jG)(repository, order, signal);
            if (!commit.ok)
                return git_store_failed('written', ref, commit.error);
            const push = { commit: commit.value, ref, ...(version !== undefined && { tip: version }) };
            const end = await (0,git_push/* replaceRef */.UX)(repository, push, signal);
            if (!end.ok)
                return git_store_failed('written', ref, end.error);
            return { ok: true, value: end.value === 'moved' ? 'moved' : { version: commit.value } };
        },
    };
}
function git_store_failed(what, ref, { kind, why }) {
    const text = (0,sentence/* toSentence */.R)(`the ledger of work in flight (${ref}) cannot be ${what}: ${why}`);
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

;// CONCATENATED MODULE: ./run/ledger/open-store.js










/** A store that keeps nothing. */
const NOTHING_KEPT = {
    kind: 'none',
    store: createNoStore(),
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
    const folder = external_node_path_.join(await (0,promises_.mkdtemp)(external_node_path_.join(temp, 'dreamina-ledger-')), 'repository.git');
    const remote = { url: `${repository.url}.git`, token };
    const opened = await (0,open_repository/* openRepository */.h)(folder, remote, env, signal);
    if (!opened.ok) {
        const { kind, why } = opened.error;
        const message = `The ledger of work in flight cannot be kept in the repository: ${why}.`;
        return { ok: false, error: { kind: judgeLedgerKind(kind), message } };
    }
    const own = opened.value;
    return {
        ok: true,
        value: {
            kind: 'git',
            store: createGitStore(own),
            findWriteFault: async (until) => await findGitFault(own, world, until),
            [Symbol.asyncDispose]: async () => {
                await own[Symbol.asyncDispose]();
            },
        },
    };
}
async function findGitFault(repository, world, signal) {
    const writable = await (0,retry_offline/* retryOffline */.C)(async () => await (0,git_push/* checkWritable */.ZB)(repository, LEDGER_REF, signal), {
        ...world,
        signal,
    });
    signal.throwIfAborted();
    if (writable.ok)
        return undefined;
    const kind = judgeLedgerKind(writable.error.kind);
    const what = `The ledger of work in flight (${LEDGER_REF}) cannot be written: ${writable.error.why}.`;
    const todo = kind === 'denied' ? ' Give the job `permissions: contents: write`.' : '';
    return { kind, message: `${what}${todo}` };
}
/** Opens the store in the Actions cache; asks nothing of the network yet. `denied` if the runner offers none. */
function openCacheStore({ env, job, workspace, clock, random, }) {
    const fault = findCacheFault(env);
    if (fault !== undefined) {
        const message = `The ledger of work in flight cannot be kept in the Actions cache: ${fault}.`;
        return { ok: false, error: { kind: 'denied', message } };
    }
    const store = createCacheStore({ entries: createCacheEntries(workspace), clock, run: job, random });
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

;// CONCATENATED MODULE: ./run/ledger/this-step.js

/** This step as the ledger names it. Its job goes by the id that the input `job-id` gives. */
function createThisStep({ jobId }, { random, job, process }) {
    const { runId, attempt, name, runUrl } = job;
    const unique = uniqueSuffix(random);
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

;// CONCATENATED MODULE: ./run/ledger/read-ledger.js
var read_ledger_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var read_ledger_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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
        const made = read_ledger_addDisposableResource(env_1, new AsyncDisposableStack(), true);
        const opening = await openToRead(inputs, world, signal);
        const { store } = made.use(opening.ok ? opening.value : NOTHING_KEPT);
        const thisStep = createThisStep(inputs, world);
        let aheadMs;
        const times = { clock, serverAheadMs: () => aheadMs };
        const deps = { ...world, store, step: thisStep, ...times, signal };
        const read = opening.ok ? await readStore(deps) : opening;
        signal.throwIfAborted();
        if (read.ok)
            aheadMs = await measureAhead(read.value.ledger, inputs.githubToken, world, signal);
        const found = read.ok
            ? { ok: true, value: prune_pruneOld(read.value.ledger, readTimes(times)) }
            : read;
        const resources = made.move();
        return {
            thisStep,
            found,
            readTimes: () => readTimes(times),
            readAgain: async () => {
                const again = await readStore(deps);
                return again.ok ? prune_pruneOld(again.value.ledger, readTimes(times)).ledger : undefined;
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
        const result_1 = read_ledger_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
/** The store that the input `ledger` names. `auto` reads whatever a run that applies may have written. */
async function openToRead({ ledger, githubToken, deliver }, world, signal) {
    switch (ledger) {
        case 'none':
            return { ok: true, value: NOTHING_KEPT };
        case 'git':
            return await openGitStore(githubToken, world, signal);
        case 'cache':
            return openCacheToRead(world);
        case 'auto': {
            const opening = await openGitStore(githubToken, world, signal);
            // A token that may push the branch may also write the ledger.
            if (deliver.includes('branch') || findCacheFault(world.env) !== undefined)
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
                    store: createCacheOverGit(cache.value.store, git.store),
                    [Symbol.asyncDispose]: async () => {
                        await git[Symbol.asyncDispose]();
                    },
                },
            };
        }
    }
}
function openCacheToRead(world) {
    const opened = openCacheStore(world);
    if (!opened.ok)
        return opened;
    const store = createCacheReader(createCacheEntries(world.workspace), world.clock);
    return { ok: true, value: { ...opened.value, store } };
}

// EXTERNAL MODULE: ./queue/create-queue-client.js + 27 modules
var create_queue_client = __webpack_require__(7373);
// EXTERNAL MODULE: ./git/look-up-committed.js
var look_up_committed = __webpack_require__(1810);
// EXTERNAL MODULE: ./references/inspect-references.js + 29 modules
var inspect_references = __webpack_require__(8449);
// EXTERNAL MODULE: ./shared/collect-garbage.js
var collect_garbage = __webpack_require__(2623);
// EXTERNAL MODULE: ./spec/locate-issues.js
var locate_issues = __webpack_require__(1696);
// EXTERNAL MODULE: ./run/prepare/choose-work.js + 54 modules
var choose_work = __webpack_require__(7067);
// EXTERNAL MODULE: ./models/read-model.js + 2 modules
var read_model = __webpack_require__(2068);
;// CONCATENATED MODULE: ./run/prepare/look-up-models.js

/**
 * Finds out about models: from the service, once for each; if that is not possible, by what a lock file last saw of them.
 */
function createModelBook({ connect, locks, signal }) {
    const prices = new Map();
    const known = new Map();
    let queue;
    async function ask(id) {
        if (connect === undefined)
            return await remember(id, 'there is no API token to ask the service with');
        queue ??= connect();
        const answer = await queue.model(id, signal);
        signal.throwIfAborted();
        if (!answer.ok)
            return await judgeFailure(id, answer.error);
        const { price, inputSchema } = answer.value;
        if (price !== undefined)
            prices.set(id, price);
        const model = (0,read_model/* readModel */.k)(id, inputSchema);
        return model.ok
            ? { kind: 'known', model: model.value }
            : await refuse(id, `it is not a model that edits pictures: ${model.error}`);
    }
    async function judgeFailure(id, { code, message }) {
        if (code === 'wrong-model')
            return await refuse(id, 'the service has no such model');
        return await remember(id, `the service did not give it (${message.replace(/\.$/, '')})`, message);
    }
    async function refuse(id, why) {
        const last = await findLocked(id);
        return { kind: 'refused', why, ...(last !== undefined && { last }) };
    }
    /** What the lock files last saw. `failure`: why the service was not able to say it, in sentences. */
    async function remember(id, why, failure) {
        const model = await findLocked(id);
        if (model === undefined)
            return { kind: 'unknown', why: `${why}, and no edit on the branch was made with this model` };
        if (failure === undefined)
            return { kind: 'known', model };
        const note = `\`${id}\` was checked by the schema that the lock file last saw, because the service did not give the current one: ${failure}`;
        return { kind: 'known', model, note };
    }
    async function findLocked(id) {
        const [seen] = (await locks()).flatMap(({ models }) => models !== undefined && Object.hasOwn(models, id) ? [models[id]] : []);
        const model = seen === undefined ? undefined : (0,read_model/* readModel */.k)(id, seen.schema);
        return model?.ok === true ? model.value : undefined;
    }
    return {
        prices,
        lookUp: async (ids) => {
            for (const id of ids)
                if (!known.has(id))
                    known.set(id, ask(id));
            const answers = ids.map(async (id) => {
                const answer = await known.get(id);
                if (answer === undefined)
                    throw new Error(`Bug: ${id} was not looked up`);
                return [id, answer];
            });
            return new Map(await Promise.all(answers));
        },
    };
}

;// CONCATENATED MODULE: ./run/prepare/open-assets-branch.js
const NOT_ASKED_FOR = {
    opened: { ok: true, value: undefined },
    [Symbol.asyncDispose]: async () => {
        await Promise.resolve();
    },
};
/** Reads the assets branch, and the base branch beneath it, if pictures are delivered to a branch. Throws the signal's reason; then nothing is left on disk. */
async function openAssetsBranch(inputs, world, signal) {
    if (!inputs.deliver.includes('branch'))
        return NOT_ASKED_FOR;
    // Not loaded for nothing.
    const { openBranches } = await __webpack_require__.e(/* import() */ 270).then(__webpack_require__.bind(__webpack_require__, 2270));
    return await openBranches(inputs, world, signal);
}

;// CONCATENATED MODULE: ./run/prepare/other-specs.js



/**
 * Finds the finished edits on the branches that another spec owns; the later of two branches counts. An entry whose spec is
 * gone has no owner.
 */
async function findOtherEntries(branches, specPath, { lookUpCommitted, workspace, signal, isAtDesk }) {
    const entries = new Map(branches.flatMap((branch) => [...(branch?.recorded.lock.edits ?? [])]));
    const owned = [...entries].filter(([, { spec }]) => spec !== undefined && spec !== specPath);
    const specs = [...new Set(owned.flatMap(([, { spec }]) => spec ?? []))];
    if (specs.length === 0)
        return new Map();
    const committed = await lookUpCommitted(specs, signal);
    const existing = new Set();
    for (const spec of specs) {
        const kind = committed.get(spec)?.kind;
        // At a desk, what is here counts: a spec may be renamed, and not committed yet.
        const isHereOnly = isAtDesk === true || kind === 'no repository' || kind === 'unknown';
        if (isHereOnly ? await isInWorkspace(workspace, spec) : kind === 'file')
            existing.add(spec);
    }
    return new Map(owned.filter(([, { spec }]) => spec !== undefined && existing.has(spec)));
}
/** Edits whose id is taken by another spec in the same lock file; pure. */
function checkOwners(edits, others) {
    return edits.flatMap(({ id, at }) => {
        const owner = others.get(id)?.spec;
        if (owner === undefined)
            return [];
        const message = `The branch has an edit \`${id}\` of another spec, \`${owner}\`, in the same folder, so this one would replace it: give one of them another id, or give each spec a \`branch-directory\` of its own.`;
        return [{ severity: 'error', message, at }];
    });
}
/** The entries as edits that are not part of this run: their ids and outputs are taken. */
function asEdits(others) {
    return [...others].map(([id, { files }]) => ({ id, output: (0,without_extension/* withoutExtension */.w)(files[0]?.path ?? '') }));
}
async function isInWorkspace(workspace, file) {
    const isOutside = external_node_path_.isAbsolute(file) || external_node_path_.posix.normalize(file).startsWith('..');
    return !isOutside && (await (0,optional_file/* exists */.t2)(external_node_path_.join(workspace, file)));
}

;// CONCATENATED MODULE: ./run/prepare/look-around.js
var look_around_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var look_around_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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
 * Reads the spec, and looks at every reference image and at the branch. The error is what is wrong, if the spec cannot be
 * used. Throws the signal's reason; then nothing is left open.
 */
async function lookAround(inputs, world, signal) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        (0,collect_garbage/* keepYoungSpaceSmall */.j)();
        const { workspace, resolveHost, clock, log } = world;
        const lookUpCommitted = (0,look_up_committed/* createCommittedLookup */.b)(world);
        const desk = world.isAtDesk === true ? { isAtDesk: true } : {};
        const ports = { workspace, resolveHost, clock, signal, lookUpCommitted, ...desk };
        const made = look_around_addDisposableResource(env_1, new AsyncDisposableStack(), true);
        const over = new AbortController();
        // Git works on another processor while a large spec is read.
        const opening = openAssetsBranch(inputs, world, AbortSignal.any([signal, over.signal]));
        // Registered, and its failure handled, before it is open: what is read beside it may fail first.
        const opened = opening.catch(() => undefined);
        made.defer(async () => {
            over.abort();
            await (await opened)?.[Symbol.asyncDispose]();
        });
        const { apiToken: token, apiUrl } = inputs;
        const connect = () => made.use((0,create_queue_client/* createQueueClient */.f)({ ...world, apiUrl, token }));
        const models = createModelBook({
            connect: token === '' ? undefined : connect,
            locks: async () => listLocks(await opening),
            signal,
        });
        const chosen = await (0,choose_work/* chooseWork */.v)(inputs, { ...ports, lookUpModels: models.lookUp }, log);
        if (!chosen.ok)
            return chosen;
        const { spec, edits, forced, warnings, problems } = chosen.value;
        const [inspected, { opened: found }] = await Promise.all([(0,inspect_references/* inspectReferences */.D)(edits, ports), opening]);
        const { own: branch, base, problems: branchProblems = [] } = (found.ok ? found.value : undefined) ?? {};
        const others = await findOtherEntries([base, branch], spec.path, ports);
        const resources = made.move();
        const value = {
            spec,
            edits: inspected.edits,
            options: {
                forced,
                takesOnBranch: inputs.takesOnBranch || !inputs.deliver.includes('branch'),
                spec: [...spec.edits, ...asEdits(others)],
                ...(branch !== undefined && { recorded: branch.recorded }),
                ...(base?.tip !== undefined && {
                    base: { on: { kind: 'base', branch: base.place.branch, commit: base.tip }, recorded: base.recorded },
                }),
            },
            branch,
            base,
            branchFaults: found.ok ? [] : found.error,
            prices: models.prices,
            problems: (0,locate_issues/* sortProblems */.d)([
                ...problems,
                ...branchProblems,
                ...warnings,
                ...inspected.problems,
                ...checkOwners(edits, others),
            ]),
            [Symbol.asyncDispose]: async () => {
                await resources.disposeAsync();
            },
        };
        return { ok: true, value };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = look_around_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
/** The lock files of the branches, the own one first. */
function listLocks({ opened }) {
    const { own, base } = (opened.ok ? opened.value : undefined) ?? {};
    return (0,tip_facts/* locksOf */.aZ)(own, base);
}

// EXTERNAL MODULE: ./deliver/branch/branch-paths.js
var branch_paths = __webpack_require__(9799);
;// CONCATENATED MODULE: ./deliver/branch/foreign-files.js


/** All files but those in `own`; a link or a submodule is never ours, as we make none. */
function findForeign(tree, own) {
    const files = new Map();
    const folders = new Map();
    for (const file of tree.values()) {
        if (own.has(file.path) && (0,branch_paths/* isPlainFile */.Dn)(file))
            continue;
        const key = (0,fold_path/* foldPath */.t)(file.path);
        files.set(key, file.path);
        for (const folder of (0,branch_paths/* foldersOf */.pd)(key))
            folders.set(folder, file.path);
    }
    return { files, folders };
}
/**
 * The foreign file that keeps a file of ours from being at `path` (from the root), also on systems that ignore case: at
 * the path itself, below it, or at the path of a folder that it needs. Undefined if the way is free.
 */
function findObstacle(path, foreign) {
    const key = (0,fold_path/* foldPath */.t)(path);
    return foreign.files.get(key) ?? foreign.folders.get(key) ?? findObstacleAbove(key, foreign);
}
/** The foreign file at the path of a folder that a file at the folded path `key` needs. */
function findObstacleAbove(key, { files }) {
    for (const folder of (0,branch_paths/* foldersOf */.pd)(key)) {
        const file = files.get(folder);
        if (file !== undefined)
            return file;
    }
    return undefined;
}

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
    const foreign = findForeign(tree, (0,branch_paths/* ownPaths */.Vw)(place, recorded.lock));
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
        const paths = action.files.map(({ path }) => findObstacle((0,branch_paths/* fromRoot */.tc)(place, path), foreign));
        const obstacle = paths.find((path) => path !== undefined);
        return obstacle === undefined ? undefined : `${isForeign(obstacle, place.branch)}: ${todo}`;
    }
    const key = (0,fold_path/* foldPath */.t)((0,branch_paths/* fromRoot */.tc)(place, output));
    const taken = findObstacleAbove(key, foreign) ?? stems.single.get(key);
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
    const names = ['README.md', branch_paths/* LOCK_NAME */.Sy].map((name) => findObstacle((0,branch_paths/* fromRoot */.tc)(place, name), foreign));
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

;// CONCATENATED MODULE: ./plan/find-finished.js


/** Creates the finder of one plan. */
function createFinder({ recorded, base, offers, specIds }) {
    const own = createShelf(recorded, specIds);
    const beneath = createShelf(base?.recorded, specIds);
    /** Ids of entries whose files move to a renamed edit. */
    const taken = new Set();
    const onBase = (id, entry) => ({ id, entry, ...(base && { on: base.on }) });
    const findOwnAside = (edit) => {
        const found = own.findAside(edit);
        if (found === undefined || namesOf(edit.id, specIds).includes(found.id))
            return found;
        // A renamed edit whose pictures are on the branch comes before one whose are not.
        const same = own.findSame(edit, taken);
        const isMoved = same !== undefined && (same.id === edit.id || !specIds.has(same.id));
        return isMoved || specIds.has(found.id) ? undefined : found;
    };
    return {
        findById: ({ id }) => {
            for (const name of namesOf(id, specIds)) {
                const entry = own.get(name);
                if (entry !== undefined)
                    return { id: name, entry };
                const below = beneath.get(name);
                if (below !== undefined)
                    return onBase(name, below);
            }
            return undefined;
        },
        findAside: (edit) => {
            const here = own.findAside(edit);
            if (here !== undefined)
                return here;
            const below = beneath.findAside(edit);
            return below && onBase(below.id, below.entry);
        },
        findOwnAside,
        find: (edit) => {
            const { id, fingerprint } = edit;
            const here = own.get(id);
            if (here?.fingerprint === fingerprint)
                return { id, entry: here };
            const below = beneath.get(id);
            if (below?.fingerprint === fingerprint)
                return onBase(id, below);
            // An older commit may have an older picture of the same request, and another edit may have a newer one.
            const offered = offers?.get(fingerprint) ?? [];
            const ownAside = findOwnAside(edit)?.entry.requestId;
            const restored = offered.find(({ entry }) => entry.requestId === ownAside);
            if (restored !== undefined)
                return restored;
            const same = own.findSame(edit, taken);
            if (same !== undefined)
                return same;
            const copy = beneath.findSame(edit, NONE, base?.uncopyable);
            if (copy !== undefined)
                return onBase(copy.id, copy.entry);
            const aside = own.findAside(edit)?.entry.requestId;
            return offered.find(({ entry }) => entry.requestId === aside) ?? offered[0];
        },
        take: ({ id, on }) => {
            if (on === undefined)
                taken.add(id);
        },
    };
}
const NONE = new Set();
/** The ids under which an edit's pictures may be recorded: its own, and the one it had before its takes were counted otherwise. */
function namesOf(id, specIds) {
    const other = otherNameOf(id);
    return other === undefined || specIds.has(other) ? [id] : [id, other];
}
function createShelf(recorded, specIds) {
    const byFingerprint = Map.groupBy(recorded?.lock.edits ?? [], ([, entry]) => entry.fingerprint);
    const isThere = (entry) => recorded !== undefined && (0,has_files/* hasFiles */.YQ)(entry, recorded.paths);
    return {
        get: (id) => {
            const entry = recorded?.lock.edits.get(id);
            return entry !== undefined && isThere(entry) ? entry : undefined;
        },
        findAside: ({ id: own, fingerprint }) => {
            const all = (byFingerprint.get(fingerprint) ?? []).filter(([, { stored }]) => stored !== undefined);
            const names = namesOf(own, specIds);
            const found = all.find(([id]) => id === own) ??
                all.find(([id]) => names.includes(id)) ??
                all.find(([id]) => !specIds.has(id)) ??
                all[0];
            return found && { id: found[0], entry: found[1] };
        },
        findSame: ({ fingerprint, frozen }, taken, without = NONE) => {
            const same = (byFingerprint.get(fingerprint) ?? []).filter(([id, entry]) => isThere(entry) && !without.has(id));
            const isLeft = ([id]) => !specIds.has(id);
            // A renamed edit comes first: its files move. The files of an edit that is still in the spec are copied, unless
            // this edit is frozen: a frozen edit stays as it is, even without pictures.
            const found = same.find((each) => isLeft(each) && !taken.has(each[0])) ??
                same.find(isLeft) ??
                (frozen ? undefined : same[0]);
            return found && { id: found[0], entry: found[1] };
        },
    };
}

;// CONCATENATED MODULE: ./plan/adopt/list-wanted.js


/** Fingerprints of the pictures that are not there yet: only these may be copied from other branches; pure. */
function list_wanted_listWanted({ edits }, { forced, recorded, specIds }) {
    const aside = Map.groupBy([...(recorded?.lock.edits ?? [])].filter(([, { stored }]) => stored !== undefined), ([, { fingerprint }]) => fingerprint);
    /** Whether an edit would get a copy of what another one has of the same request, although it had a picture of its own. */
    function isOfTwin({ id, fingerprint, action }) {
        if (action.kind !== 'unchanged' || action.on !== undefined || action.from === id)
            return false;
        const names = namesOf(id, specIds);
        return (aside.get(fingerprint) ?? []).some(([name, { requestId }]) => requestId !== action.entry.requestId && (names.includes(name) || !specIds.has(name)));
    }
    const isMissing = (edit) => (!(0,outputs/* hasPictures */.MB)(edit.action) && edit.action.kind !== 'aside') || isOfTwin(edit);
    return new Set(edits
        // A forced edit is made again on purpose, unless it is frozen.
        .filter((edit) => isMissing(edit) && !(forced.has(edit.id) && !edit.frozen))
        .map(({ fingerprint }) => fingerprint));
}

;// CONCATENATED MODULE: ./pictures/apply-renditions.js




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
    const marked = mapRecords(rest, (record) => withStale(record, (path) => outdated.has(path) && !stemsOf(path, record.set).some((stem) => others.has(stem))));
    const merged = made.reduce(addSet, marked);
    if (!prune)
        return merged;
    return mapRecords(merged, (record, original) => without(record, (path) => !isCurrent(path, record, originals.get(original) ?? [])));
}
/** Where the pictures of edits are that this run knows nothing of, without extensions. */
function stemsOfOthers(edits, own) {
    const ours = new Set(own.map(withoutExtension));
    const all = [...edits.values()].flatMap(filesOnBranch);
    return new Set(all.map(({ path }) => withoutExtension(path)).filter((stem) => !ours.has(stem)));
}
/** Whether a recorded file is what the settings ask for of a picture that the lock file has. */
function isCurrent(path, record, originals) {
    return (record.stale?.includes(path) !== true &&
        originals.some((original) => isRenditionOf(path, original, record.set)));
}
/** The files of a record that pages use for a picture at `original`. */
function currentFiles(record, original) {
    return record.files.filter(({ path }) => isCurrent(path, record, [original]));
}
/** The paths of each picture on the branch, by its SHA-256. */
function pathsOfOriginals(edits) {
    const files = [...edits.values()].flatMap(filesOnBranch);
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
        const changed = mapValues(bySettings, (record) => change(record, original));
        const kept = Object.entries(changed).filter((entry) => entry[1] !== undefined);
        return [original, Object.fromEntries(kept)];
    });
    return Object.fromEntries(mapped.filter(([, bySettings]) => Object.keys(bySettings).length > 0));
}

;// CONCATENATED MODULE: ./plan/clash-keys.js


/** A file's folded path, the same without extension, and also without number. */
function keysOf(path) {
    const key = (0,fold_path/* foldPath */.t)(path);
    const stem = (0,without_extension/* withoutExtension */.w)(key);
    return [key, stem, stem.replace(/-[1-9]\d*$/, '-*')];
}
/** The keys under which an edit's pictures could clash. The number and types of pictures to be made are not known yet. */
function clashKeysOf({ output, forceSingle, action, }) {
    switch (action.kind) {
        case 'skip':
        case 'hold':
        case 'aside':
            return [];
        case 'unchanged':
        case 'adopt':
            return action.files.map(({ path }) => (0,fold_path/* foldPath */.t)(path));
        case 'submit':
        case 'collect':
        case 'other-run':
        case 'share':
            return forceSingle ? [(0,fold_path/* foldPath */.t)(output)] : [(0,fold_path/* foldPath */.t)(output), (0,fold_path/* foldPath */.t)(`${output}-*`)];
    }
}

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
                for (const key of keysOf(path))
                    owners.set(key, { ...owner, has: 'renditions' });
        for (const { path } of (0,has_files/* filesOnBranch */.rB)(entry))
            for (const key of keysOf(path))
                owners.set(key, { ...owner, has: 'those' });
    }
    return edits.flatMap((edit) => {
        const clash = (0,outputs/* isUntouched */.O2)(edit) || isInPlace(edit) ? undefined : clashKeysOf(edit).find((key) => owners.has(key));
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
    return (0,has_files/* filesOnBranch */.rB)(entry).flatMap(({ path: original, sha256 }) => Object.values(renditions[sha256] ?? {}).flatMap((record) => currentFiles(record, original).map(({ path }) => path)));
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
var check_needs = __webpack_require__(6849);
;// CONCATENATED MODULE: ./lock/recorded-jobs.js

/** One name for a job and the pictures that it was asked for. */
function nameJob({ fingerprint, requestId }) {
    return `${fingerprint} ${requestId}`;
}
/** The jobs (see `nameJob`) whose pictures are recorded, and are all still on the branch or set aside; pure. */
function listJobs({ lock, paths }) {
    const there = [...lock.edits.values()].filter((entry) => (0,has_files/* isWhole */.wP)(entry, paths));
    return new Set(there.map(nameJob));
}

;// CONCATENATED MODULE: ./plan/decide-aside.js
/** Whether the pictures of a take do not stay on the branch: another take is kept. */
function isAside({ take }, takesOnBranch) {
    return take !== undefined && !take.isKept && takesOnBranch !== true;
}
/**
 * What to do with a take that is not kept and whose pictures exist; undefined for everything else, and for pictures of other
 * branches: those are brought here first. `recordedOwn`: its own entry on the branch, whatever it was made from.
 */
function decideAside(edit, recordedOwn, { finished, forced, takesOnBranch }) {
    if (!isAside(edit, takesOnBranch) || (forced.has(edit.id) && !edit.frozen))
        return undefined;
    // A frozen take stays as it is, whatever the spec says by now, even if another edit has that.
    if (edit.frozen && recordedOwn?.stored !== undefined && recordedOwn.fingerprint !== edit.fingerprint)
        return { kind: 'aside', from: edit.id, entry: recordedOwn };
    // What it has comes before what another edit has of the same request: that one may be made again, or move.
    const own = finished.findOwnAside(edit);
    if (own?.entry.heldBy !== undefined)
        return { kind: 'aside', from: own.id, entry: own.entry };
    const there = finished.find(edit);
    if (there !== undefined) {
        const { id: from, entry, on } = there;
        if (on !== undefined && on.kind !== 'history')
            return undefined;
        if (on === undefined)
            finished.take(there);
        return { kind: 'aside', from, entry, ...(on !== undefined && { on }) };
    }
    const known = finished.findAside(edit);
    if (known !== undefined) {
        const { id: from, entry, on } = known;
        return { kind: 'aside', from, entry, ...(on !== undefined && { on }) };
    }
    return undefined;
}
/**
 * Why the pictures of a take are not to be had, although they were made: they were discarded, or are no longer in the branch's
 * history. Only `force` has them made again. Undefined if they were never made.
 */
function describeLostTake(edit, finished) {
    const known = finished.findAside(edit);
    // An edit with one picture is made again then, as if the picture was an older one of it.
    if (known?.entry.take === undefined)
        return undefined;
    const why = known.entry.stored === 'discarded' ? 'were discarded' : 'were set aside';
    return `its pictures ${why}, and cannot be taken from the branch's history; \`force: ${edit.id}\` has them made again`;
}

;// CONCATENATED MODULE: ./plan/newer-entries.js



/** Whether the entry was made from one of these commits, which are newer than this run's. */
function isNewer({ specCommit }, newerCommits) {
    return specCommit !== undefined && newerCommits?.has(specCommit) === true;
}
/**
 * The entries that a run would replace, move or remove and that were made from another commit than its own; pure. Only
 * of their commits is it worth finding out whether they are newer.
 */
function findAtRisk(edits, { lock }, facts) {
    const touched = new Set();
    for (const edit of edits) {
        if ((0,outputs/* isUntouched */.O2)(edit))
            continue;
        touched.add(edit.id);
        const isTakenOver = edit.action.kind === 'unchanged' || edit.action.kind === 'aside';
        if (isTakenOver && !facts.specIds.has(edit.action.from))
            touched.add(edit.action.from);
    }
    return [...lock.edits].flatMap(([id, { specCommit }]) => {
        const isAtRisk = touched.has(id) || (facts.prune && !facts.specIds.has(id));
        return isAtRisk && specCommit !== undefined && specCommit !== facts.sha
            ? [{ id, commit: specCommit }]
            : [];
    });
}
/** How many edits or commits a warning names. */
const MOST_NAMED = 10;
/** What people should know of entries of other commits, by whether each commit is newer than the run's; pure. */
function warnOfNewer(atRisk, isCommitNewer, sha, { isAtDesk } = {}) {
    const history = isAtDesk === true
        ? 'Fetch the history with `git fetch`, in a shallow clone with `git fetch --unshallow`.'
        : 'Set `fetch-depth: 0` for `actions/checkout` to have the history.';
    const newer = atRisk.filter(({ commit }) => isCommitNewer.get(commit) === true);
    const unknown = atRisk.filter(({ commit }) => isCommitNewer.has(commit) && isCommitNewer.get(commit) === undefined);
    const messages = [
        ...(newer.length === 0
            ? []
            : [
                `The branch was made from a newer commit (${nameCommits(newer)}) than this run's (${(0,commit_name/* shortCommit */.Ax)(sha)}). These edits stay as they are on the branch, and nothing is sent for them: ${nameIds(newer)}. To go back to older pictures, revert the spec in a new commit.`,
            ]),
        ...(unknown.length === 0
            ? []
            : [
                `${isAtDesk === true ? 'The fetched history does not say' : 'Neither the fetched history nor GitHub says'} whether the branch was made from a newer commit (${nameCommits(unknown)}) than this run's (${(0,commit_name/* shortCommit */.Ax)(sha)}), so this run may replace newer pictures of these edits: ${nameIds(unknown)}. ${history}`,
            ]),
    ];
    return messages.map((message) => ({ severity: 'warning', message }));
}
function nameIds(entries) {
    return nameEach(entries.map(({ id }) => id));
}
function nameCommits(entries) {
    return nameEach(entries.map(({ commit }) => (0,commit_name/* shortCommit */.Ax)(commit)));
}
function nameEach(all) {
    return (0,list_some/* listSome */.X)([...new Set(all)], MOST_NAMED);
}

;// CONCATENATED MODULE: ./plan/decide-action.js







/** Creates the decider for the edits of one plan. It remembers its decisions, because equal edits are made only once. */
function createDecider(decisions) {
    const { recorded, inFlight, forced } = decisions;
    const finished = createFinder(decisions);
    const firstOf = new Map();
    const done = recorded === undefined ? new Set() : listJobs(recorded);
    /**
     * Whether a job's pictures are recorded already: the run that delivered them ended before it updated the ledger. One that
     * is for another destination stays in the ledger until a run delivers it there: it must not replace pictures that are newer.
     */
    function isSetAside(entry, there) {
        if (!isOpen(entry))
            return false;
        const isOurs = entry.destination === inFlight?.destination;
        const isNewerThere = there !== undefined && Date.parse(there.submittedAt) >= entry.submittedAtMs;
        return done.has(nameJob(entry)) || (!isOurs && isNewerThere);
    }
    function isUnusableHere(entry) {
        return isUnusable(entry) && entry.destination === inFlight?.destination;
    }
    function stay(edit, { id: from, entry, on }) {
        const files = (0,outputs/* outputFiles */.Lo)(edit, entry, decisions.takenOutputs);
        if (on === undefined)
            return { kind: 'unchanged', from, entry, files };
        const isInPlace = on.kind === 'base' &&
            from === edit.id &&
            files.every(({ path }, index) => path === entry.files[index]?.path);
        return { kind: isInPlace ? 'unchanged' : 'adopt', from, entry, files, on };
    }
    return (edit) => {
        const there = finished.findById(edit);
        const own = there?.on === undefined ? there?.entry : undefined;
        const recordedOwn = namesOf(edit.id, decisions.specIds)
            .map((name) => recorded?.lock.edits.get(name))
            .find((entry) => entry !== undefined);
        // Not even if it is forced: the newer commit may have asked for it in another way.
        const isOfNewer = recordedOwn !== undefined && isNewer(recordedOwn, decisions.newerCommits);
        // What is only remembered hides nothing of the base branch.
        if (isOfNewer && own === undefined && (recordedOwn.stored === undefined || there === undefined))
            return {
                kind: 'skip',
                reason: `the branch was made from the newer commit ${recordedOwn.specCommit ?? ''} and lacks its pictures`,
            };
        // Which take of a frozen edit is kept may change: that sends nothing.
        const isSameTake = edit.take !== undefined && there?.entry.fingerprint === edit.fingerprint;
        if ((isOfNewer || (edit.frozen && !isSameTake)) && there !== undefined) {
            const { id: from, entry, on } = there;
            return { kind: 'unchanged', from, entry, files: entry.files, ...(on !== undefined && { on }) };
        }
        const aside = decideAside(edit, recordedOwn, { ...decisions, finished });
        if (aside !== undefined)
            return aside;
        const isForced = forced.has(edit.id) && !edit.frozen;
        const same = finished.find(edit);
        // Also if it is forced: pictures that were paid for and never delivered are as new as any made now.
        // If an earlier run found that they cannot be delivered, `force` has the edit made again.
        const work = continueWork(edit, inFlight, (entry) => isSetAside(entry, same?.entry) || (isForced && isUnusableHere(entry)));
        // They are also newer than what the branch had before.
        const isOutdone = work.kind === 'collect' && same !== undefined && (0,outputs/* isOfThePast */.ld)(same);
        if (same !== undefined && !isForced && !isOutdone) {
            finished.take(same);
            return stay(edit, same);
        }
        // The same holds for pictures that did not come to the artifact yet.
        if (same !== undefined && work.kind === 'submit' && inFlight?.owed.has(same.entry.requestId) === true) {
            finished.take(same);
            return stay(edit, same);
        }
        // Paid work for exactly the requested pictures is collected even if the edit is frozen: it costs nothing, changes
        // no existing picture, and would be lost otherwise.
        if (edit.frozen && work.kind !== 'collect')
            return { kind: 'skip', reason: 'frozen in the spec' };
        const lost = isForced || work.kind === 'collect' ? undefined : describeLostTake(edit, finished);
        if (lost !== undefined)
            return { kind: 'skip', reason: lost };
        const twin = firstOf.get(edit.fingerprint);
        if (twin !== undefined)
            return { kind: 'share', with: twin };
        firstOf.set(edit.fingerprint, edit.id);
        return work;
    };
}
/** What to do about an edit whose pictures are not there, by what is in flight of it. */
function continueWork({ fingerprint }, inFlight, isSetAside) {
    const judged = inFlight?.entries.get(fingerprint) ?? [];
    const over = judged.map(({ entry }) => entry);
    const ruling = pickRuling(judged.filter(({ entry }) => !isSetAside(entry)));
    switch (ruling?.verdict) {
        case undefined:
        case 'ours':
            return { kind: 'submit', over };
        case 'delivered':
            return inFlight?.deliveredSince.has(ruling.entry.requestId) === true
                ? { kind: 'collect', entry: ruling.entry }
                : { kind: 'submit', over };
        case 'collect':
            return { kind: 'collect', entry: ruling.entry };
        case 'other-run':
            return { kind: 'other-run', entry: ruling.entry };
        case 'unknown':
            return inFlight?.onUnknown === 'resubmit'
                ? { kind: 'submit', over }
                : { kind: 'hold', entry: ruling.entry };
    }
}

;// CONCATENATED MODULE: ./plan/fingerprint.js


/** Part of every fingerprint. Increase it when the hashed form changes, which makes every edit new. */
const FORM = 1;
/**
 * An edit's input as the lock file records it: the default model's with its own keys as on the wire, that of any other model as
 * the spec has it. Its references are there by content: a file by its bytes, the output of another edit by that edit's
 * fingerprint (from `fingerprintOf`), a hosted picture by its URL.
 */
function lockInput(edit, fingerprintOf) {
    const { prompt, size, scale, images } = edit;
    const hasPictures = images.some(({ option }) => option !== undefined);
    const named = hasPictures
        ? images.map((image) => [image.option, describeImage(image, fingerprintOf)])
        : [];
    const references = (hasPictures ? images.filter(({ option }) => option === undefined) : images).map((image) => describeImage(image, fingerprintOf));
    const options = { ...edit.options, ...describePictures(named) };
    // What other models call their keys may change without another picture being asked for.
    if (size === undefined || scale === undefined)
        return { images: references, prompt, options };
    return {
        image_urls: references,
        prompt,
        'width×height': size.wire,
        scale,
        force_single: edit.forceSingle,
        ...options,
    };
}
/** Pictures of `options`: one by itself, several as a list, whether the model takes a list or not. */
function describePictures(contents) {
    if (contents.length === 0)
        return {};
    const byKey = Map.groupBy(contents, ([option]) => option);
    byKey.delete(undefined);
    return Object.fromEntries([...byKey].map(([key, own]) => {
        const [first = '', ...others] = own.map(([, content]) => content);
        return [key ?? '', others.length === 0 ? first : [first, ...others]];
    }));
}
function describeImage(image, fingerprintOf) {
    switch (image.kind) {
        case 'file':
            return `sha256:${image.sha256}`;
        case 'url':
            return new URL(image.url).href;
        case 'edit':
            return `edit:${fingerprintOf(image.id)}`;
    }
}
/**
 * Hex SHA-256 over model and input: equal for two edits if and only if they ask for the same pictures. Takes of an edit ask
 * for different ones; the first take is what the edit was before it had several.
 */
function fingerprint(model, input, take = 1) {
    const facts = [FORM, model, (0,sort_json/* sortJson */.B)(input), ...(take === 1 ? [] : [take])];
    return (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(facts)).digest('hex');
}

// EXTERNAL MODULE: ./models/own-keys.js
var own_keys = __webpack_require__(8165);
;// CONCATENATED MODULE: ./plan/former-inputs.js





/**
 * The options that an edit may have had before its model's schema changed, because `defaults` are only for models that have the
 * key: by the schemas that the lock files last saw, and by what is recorded of the edit. Pure.
 */
function listFormerOptions({ id, model, options, defaultOptions, published }, { recorded, base }) {
    if (defaultOptions === undefined)
        return [];
    const locks = [recorded?.lock, base?.recorded.lock].filter((lock) => lock !== undefined);
    const seen = locks.flatMap(({ models = {} }) => Object.hasOwn(models, model) ? (models[model] ?? []) : []);
    const former = seen
        .filter(({ digest }) => digest !== published?.digest)
        .flatMap(({ schema }) => {
        const read = (0,read_model/* readModel */.k)(model, schema);
        return read.ok ? [read.value] : [];
    });
    if (model === shared_model/* MODEL */.A && published !== undefined)
        former.push(default_model/* DEFAULT_MODEL */.U);
    const known = new Set([published?.digest, ...seen.map(({ digest }) => digest)]);
    const recordedKeys = locks
        .flatMap(({ edits }) => edits.get(id) ?? [])
        .filter((entry) => entry.model === model && !known.has(entry.modelSchema))
        .map(({ input }) => new Set(Object.keys(listOptions(input))));
    const own = Object.entries(options).filter(([key]) => !Object.hasOwn(defaultOptions, key));
    const inherit = (has) => Object.fromEntries([...own, ...Object.entries(defaultOptions).filter(([key]) => has(key))]);
    return [
        ...former.map((each) => inherit((key) => (0,own_keys/* hasOption */.K)(each, key))),
        ...recordedKeys.map((keys) => inherit((key) => keys.has(key))),
    ];
}

;// CONCATENATED MODULE: ./plan/make-room.js




/**
 * The edits of a plan; a frozen take that is where the kept one of its edit goes makes room for that, as any other take would:
 * `frozen` keeps pictures as they are, but which take is kept may change. Without it, the kept take could never be delivered; pure.
 */
function makeRoom(edits, facts) {
    const kept = new Map(edits.flatMap((edit) => (edit.take?.isKept === true ? [[edit.take.edit, edit]] : [])));
    return edits.map((edit) => {
        const { take, frozen, action } = edit;
        if (take === undefined || take.isKept || !frozen || action.kind !== 'unchanged')
            return edit;
        if (isNewer(action.entry, facts.newerCommits))
            return edit;
        const place = kept.get(take.edit);
        const wanted = new Set(place === undefined ? [] : clashKeysOf(place));
        const isInTheWay = action.files.some(({ path }) => keysOf(path).some((key) => wanted.has(key)));
        return isInTheWay ? { ...edit, action: moveAway(edit, action, facts) } : edit;
    });
}
/** Where the take goes that is not kept: off the branch, or to a path of its own. */
function moveAway(edit, { from, entry, on }, { takesOnBranch, takenOutputs }) {
    if (on === undefined && isAside(edit, takesOnBranch))
        return { kind: 'aside', from, entry };
    const files = (0,outputs/* outputFiles */.Lo)(edit, entry, takenOutputs);
    return on === undefined
        ? { kind: 'unchanged', from, entry, files }
        : { kind: 'adopt', from, entry, files, on };
}

;// CONCATENATED MODULE: ./plan/plan-edits.js




/**
 * Decides what to do with each edit and orders the edits as in the spec, but each after those that it uses and the one
 * that it shares with. Expects that these exist and form no cycle, which the checks of the spec ensure.
 */
function planEdits(edits, options) {
    const { spec, ...known } = options;
    const byId = new Map(edits.map((edit) => [edit.id, edit]));
    const ordered = new Map();
    const takenOutputs = new Set([...spec, ...edits].map(({ output }) => output.toLowerCase()));
    const decide = createDecider({
        ...known,
        specIds: new Set(spec.map(({ id }) => id)),
        takenOutputs,
    });
    const decideNow = (facts) => ({
        ...facts,
        action: decide(facts),
    });
    for (const edit of edits) {
        // An explicit stack: a chain of thousands of edits would overflow the call stack.
        const stack = [edit];
        for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
            const needs = needsOf(top);
            const missing = needs.filter((id) => !ordered.has(id)).flatMap((id) => byId.get(id) ?? []);
            if (missing.length > 0)
                stack.push(...missing.reverse());
            else {
                if (!ordered.has(top.id)) {
                    const current = top;
                    const describe = (asked) => {
                        const lockedInput = lockInput({ ...current, options: asked }, (id) => plan_edits_contentOf(ordered.get(id)));
                        const print = fingerprint(current.model, lockedInput, current.take?.number);
                        return { ...current, needs, lockedInput, fingerprint: print };
                    };
                    ordered.set(current.id, findUnchanged(current, describe, decide, options) ?? decideNow(describe(current.options)));
                }
                stack.pop();
            }
        }
    }
    return { edits: makeRoom([...ordered.values()], { ...known, takenOutputs }), takenOutputs };
}
/** The edit as it was before its model's schema changed, if that is done or on its way: a schema makes no picture again. */
function findUnchanged(edit, describe, decide, options) {
    const formerOptions = options.forced.has(edit.id) ? [] : listFormerOptions(edit, options);
    if (formerOptions.length === 0)
        return undefined;
    const now = describe(edit.options).fingerprint;
    const entries = [options.recorded, options.base?.recorded].flatMap((each) => each?.lock.edits.get(edit.id) ?? []);
    for (const former of formerOptions.map(describe)) {
        const { fingerprint: print } = former;
        const isThere = entries.some((entry) => entry.fingerprint === print) || options.inFlight?.entries.has(print) === true;
        if (print === now || !isThere)
            continue;
        const action = decide(former);
        if (action.kind !== 'submit')
            return { ...former, action };
    }
    return undefined;
}
/** The fingerprint of an edit's output. For a frozen edit, that of the existing picture, whatever the spec says now. */
function plan_edits_contentOf(edit) {
    if (edit === undefined)
        return '';
    return edit.action.kind === 'unchanged' ? edit.action.entry.fingerprint : edit.fingerprint;
}
function needsOf(edit) {
    return [...new Set(edit.images.flatMap((image) => (image.kind === 'edit' ? [image.id] : [])))];
}

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
var describe_git_error = __webpack_require__(5157);
// EXTERNAL MODULE: ./git/list-files.js
var list_files = __webpack_require__(2942);
// EXTERNAL MODULE: ./git/fetch-shallow.js
var fetch_shallow = __webpack_require__(2075);
// EXTERNAL MODULE: ./git/git-settings.js
var git_settings = __webpack_require__(394);
// EXTERNAL MODULE: ./git/judge-git-exit.js + 1 modules
var judge_git_exit = __webpack_require__(1724);
;// CONCATENATED MODULE: ./git/read-branches.js



const HEADS = 'refs/heads/';
/** The branches of the remote: one HTTP request or two, however many there are. */
async function listBranches(repository, signal) {
    const listed = await repository.run(['ls-remote', '--heads', git_settings/* REMOTE */.Bn], { signal });
    if (!listed.ok)
        return listed;
    const heads = listed.value
        .toString()
        .split('\n')
        .flatMap((line) => {
        const [commit = '', ref = ''] = line.split('\t');
        return ref.startsWith(HEADS) ? [{ branch: ref.slice(HEADS.length), commit }] : [];
    });
    return { ok: true, value: heads };
}
/**
 * Fetches the newest commits of these branches with their trees, without parents and without the bytes of files: one git
 * command for all of them, in their order. Undefined if one of them is gone by now: then they must be listed again. Like
 * `fetchTip`, it must not run beside another fetch into the same repository.
 */
async function fetchHeads(repository, branches, signal) {
    if (branches.length === 0)
        return { ok: true, value: [] };
    const locals = new Map(branches.map((branch) => [(0,fetch_shallow/* nameFetched */.BP)(`${HEADS}${branch}`), branch]));
    const input = [...locals].map(([local, branch]) => `+${HEADS}${branch}:${local}\n`).join('');
    const exit = await (0,fetch_shallow/* fetchShallow */.X7)(async (bounds) => {
        const args = ['fetch', '--quiet', ...bounds, '--no-tags', '--no-write-fetch-head', '--stdin', git_settings/* REMOTE */.Bn];
        return await repository.tryRun(args, { signal, input });
    });
    if (exit.kind === 'exited' && exit.stderr.includes("couldn't find remote ref"))
        return { ok: true, value: undefined };
    const fetched = (0,judge_git_exit/* judgeGitExit */.m)(exit, signal);
    if (!fetched.ok)
        return fetched;
    const listed = await repository.run(['for-each-ref', '--format=%(objectname) %(refname)', fetch_shallow/* FETCHED */.i1], {
        signal,
    });
    if (!listed.ok)
        return listed;
    const commits = new Map(listed.value
        .toString()
        .split('\n')
        .map((line) => line.split(' '))
        .map(([commit = '', local = '']) => [local, commit]));
    const heads = [...locals].flatMap(([local, branch]) => {
        const commit = commits.get(local);
        return commit === undefined ? [] : [{ branch, commit }];
    });
    return { ok: true, value: heads };
}
/**
 * Removes a branch of the remote if it still names `commit`. `moved` if it names another commit by now, or is gone already.
 */
async function removeBranch(repository, { branch, commit }, signal) {
    const ref = `${HEADS}${branch}`;
    const args = [
        'push',
        '--porcelain',
        '--no-verify',
        `--force-with-lease=${ref}:${commit}`,
        REMOTE,
        `:${ref}`,
    ];
    const exit = await repository.tryRun(args, { signal });
    const judged = judgeGitExit(exit, signal);
    if (judged.ok)
        return { ok: true, value: 'removed' };
    const now = await listBranches(repository, signal);
    if (!now.ok)
        return judged;
    const isSame = now.value.some((head) => head.branch === branch && head.commit === commit);
    return isSame ? judged : { ok: true, value: 'moved' };
}

;// CONCATENATED MODULE: ./git/read-objects.js
/**
 * Reads objects by any name that git understands, all with one git process; undefined for one that is not here and that the
 * remote does not have. In the order of the names.
 */
async function readObjects(repository, names, signal) {
    if (names.length === 0)
        return { ok: true, value: [] };
    const input = names.map((name) => `${name}\n`).join('');
    const read = await repository.run(['cat-file', '--batch'], { signal, input });
    return read.ok ? { ok: true, value: parseBatch(read.value, names.length) } : read;
}
/** `<object> <type> <size>`, the bytes and a line feed for each; `<name> missing` for one that is not there. */
function parseBatch(output, count) {
    let at = 0;
    return Array.from({ length: count }, () => {
        const end = output.indexOf('\n', at);
        const [, name = '', type = '', size = ''] = /^([0-9a-f]+) (\w+) (\d+)$/.exec(output.toString('latin1', at, end)) ?? [];
        at = end + 1;
        if (name === '')
            return undefined;
        const bytes = output.subarray(at, at + Number(size));
        at += bytes.length + 1;
        return { name, type, bytes };
    });
}
/** The object name of the file or folder that a tree has under a name; undefined if there is none of that kind. */
function findInTree({ name: own, bytes }, name, kind) {
    const hashBytes = own.length / 2;
    let at = 0;
    // `<mode> <name>`, a zero byte, and the hash in binary.
    while (at < bytes.length) {
        const end = bytes.indexOf(0, at);
        if (end < 0)
            return undefined;
        const entry = bytes.toString('utf8', at, end);
        at = end + 1 + hashBytes;
        // No link and no submodule.
        const found = (kind === 'file' ? /^100(?:644|755) (.*)$/s : /^40000 (.*)$/s).exec(entry)?.[1];
        if (found === name)
            return bytes.toString('hex', end + 1, at);
    }
    return undefined;
}

// EXTERNAL MODULE: ./lock/parse-lock.js + 4 modules
var parse_lock = __webpack_require__(9114);
// EXTERNAL MODULE: ./deliver/branch/read-tip.js
var read_tip = __webpack_require__(7394);
;// CONCATENATED MODULE: ./deliver/branch/read-previews.js









/** A branch may be deleted between two questions. */
const MOST_TRIES = 3;
/** Lock files in memory as text at one time. */
const LOCKS_AT_ONCE = 32;
/**
 * Reads the lock files of all branches that match, without pictures: three git commands that use the network, however many
 * branches there are.
 */
async function readPreviews({ repository, isPreview, directory }, deps) {
    const { signal } = deps;
    const matching = await fetchMatching(repository, isPreview, deps);
    if (!matching.ok)
        return matching;
    const { heads, deleted } = matching.value;
    const locks = await findLocks(repository, heads, directory, signal);
    if (!locks.ok)
        return locks;
    const without = heads.filter((_, index) => locks.value[index] === undefined);
    const there = heads.flatMap((head, index) => {
        const blob = locks.value[index];
        return blob === undefined ? [] : [{ head, blob }];
    });
    const fetched = await (0,retry_offline/* retryOffline */.C)(async () => await (0,read_blobs/* fetchBlobs */.HP)(repository, there.map(({ blob }) => blob), signal), deps);
    if (!fetched.ok)
        return fetched;
    const previews = [];
    const unreadable = [];
    for (let from = 0; from < there.length; from += LOCKS_AT_ONCE) {
        const some = there.slice(from, from + LOCKS_AT_ONCE);
        const read = await readObjects(repository, some.map(({ blob }) => blob), signal);
        if (!read.ok)
            return read;
        for (const [index, { head }] of some.entries()) {
            const text = read.value[index]?.bytes.toString() ?? '';
            const lock = (0,parse_lock/* parseLock */.P)(text, `${head.branch}:${(0,branch_paths/* fromRoot */.tc)({ ...head, directory }, branch_paths/* LOCK_NAME */.Sy)}`);
            if (lock.ok)
                previews.push({ ...head, lock: lock.value });
            else
                unreadable.push({ branch: head.branch, why: (0,plain_text/* toPlainLine */.Ic)(lock.error[0]?.message ?? '') });
        }
    }
    const unseen = [
        ...deleted.map((branch) => ({ branch, kind: 'deleted' })),
        ...without.map(({ branch }) => ({ branch, kind: 'no-lock' })),
    ];
    return { ok: true, value: { previews, unreadable, unseen } };
}
/** A preview branch with its list of files. Nothing goes over the network. */
async function openPreview(repository, { branch, commit, lock }, directory, signal) {
    const files = await (0,list_files/* listFiles */.C)(repository, commit, signal);
    if (!files.ok)
        return files;
    const tree = new Map(files.value.map((file) => [file.path, file]));
    const place = { branch, directory };
    const recorded = { lock, paths: (0,read_tip/* pathsBelow */.Yl)(tree, place) };
    return { ok: true, value: { repository, place, tip: commit, tree, recorded } };
}
/** The branches that match, and the names of those that were deleted since they were listed first. */
async function fetchMatching(repository, isPreview, deps) {
    const known = new Set();
    for (let tries = 1;; tries += 1) {
        const listed = await (0,retry_offline/* retryOffline */.C)(async () => await listBranches(repository, deps.signal), deps);
        if (!listed.ok)
            return listed;
        const names = listed.value.map(({ branch }) => branch).filter(isPreview);
        for (const name of names)
            known.add(name);
        const heads = await (0,retry_offline/* retryOffline */.C)(async () => await fetchHeads(repository, names, deps.signal), deps);
        if (!heads.ok)
            return heads;
        if (heads.value !== undefined) {
            const deleted = [...known].filter((name) => !names.includes(name));
            return { ok: true, value: { heads: heads.value, deleted } };
        }
        if (tries >= MOST_TRIES)
            return { ok: false, error: { kind: 'failed', why: 'branches were deleted while they were read' } };
    }
}
/** The object name of each branch's lock file; undefined if it has none. One git process for each level of folders. */
async function findLocks(repository, heads, directory, signal) {
    const folders = directory === '' ? [] : directory.split('/');
    let at = heads.map(({ commit }) => `${commit}^{tree}`);
    for (const name of [...folders, branch_paths/* LOCK_NAME */.Sy]) {
        const known = at.filter((each) => each !== undefined);
        const read = await readObjects(repository, known, signal);
        if (!read.ok)
            return read;
        let next = 0;
        at = at.map((each) => {
            const tree = each === undefined ? undefined : read.value[next++];
            return tree?.type === 'tree'
                ? findInTree(tree, name, name === branch_paths/* LOCK_NAME */.Sy ? 'file' : 'folder')
                : undefined;
        });
    }
    return { ok: true, value: at };
}

;// CONCATENATED MODULE: ./plan/adopt/rank-offers.js
/** The finished edits of one branch that have a wanted fingerprint; pure. */
function listOffers({ branch, commit, lock }, wanted) {
    const { preview } = lock;
    return rank_offers_listEntries(lock, wanted).map(([id, entry]) => ({
        on: { kind: 'preview', branch, commit },
        id,
        entry,
        ...(preview !== undefined && { preview }),
    }));
}
/** The entries of a lock file with a wanted fingerprint whose pictures are files of the branch; pure. */
function rank_offers_listEntries({ edits }, wanted) {
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

// EXTERNAL MODULE: ./git/find-objects.js
var find_objects = __webpack_require__(1126);
// EXTERNAL MODULE: ./git/object-reader.js
var object_reader = __webpack_require__(6903);
;// CONCATENATED MODULE: ./git/read-ancestry.js



/**
 * Whether the commit `older` is an ancestor of `newer`, by the repository that has the path `near` of the workspace;
 * undefined if its history does not reach that far. Throws only the signal's reason.
 */
async function isAncestor(older, newer, { near, ...source }, signal) {
    const checkout = await (0,find_objects/* findOutermost */.UY)(source.workspace, external_node_path_.join(source.workspace, near));
    if (checkout === undefined)
        return undefined;
    const answer = await (0,object_reader/* withReader */.m)(await (0,find_objects/* findObjects */.Qe)(checkout.root), source, async (reader) => {
        const exit = await reader.run(['merge-base', '--is-ancestor', older, newer], signal);
        const code = exit.kind === 'exited' ? exit.code : undefined;
        // A truncated history says no although it only ends.
        const isKnown = code === 0 || (code === 1 && !reader.isShallow);
        return { ok: true, value: isKnown ? code === 0 : undefined };
    });
    signal.throwIfAborted();
    return answer.ok ? answer.value : undefined;
}

;// CONCATENATED MODULE: ./runner/is-older.js


/**
 * Whether the commit `older` is an ancestor of `newer`: by the fetched history, otherwise by GitHub. Undefined if that cannot
 * be found out. `spec` is a file of the checkout.
 */
async function isOlder(older, newer, { githubToken, spec }, world, signal) {
    // The lock file may say anything, and this becomes an argument and a part of an address.
    if (![older, newer].every(commit_name/* isCommitName */.Nf))
        return undefined;
    const { workspace, temp, env, repository } = world;
    const { sha } = repository;
    const known = await isAncestor(older, newer, { workspace, temp, env, sha, near: spec }, signal);
    return known ?? (await world.github(githubToken).isAncestor(older, newer, signal));
}

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
        else if (commit !== undefined && (await isOlder(commit, sha, inputs, world, signal)) === true)
            standings.set(branch, 'merged-here');
    }
    return standings;
    function judge(pull) {
        if (pull.kind === 'open')
            return 'open';
        return pull.mergeCommit === sha ? 'merged-here' : 'other';
    }
}

// EXTERNAL MODULE: ./shared/glob.js + 2 modules
var shared_glob = __webpack_require__(6534);
;// CONCATENATED MODULE: ./run/adopt/read-adoptable.js



/** Whether a branch is a preview according to the input `adopt-from`; the branches that are published never are. */
function isPreview({ adoptFrom, branch, baseBranch }, name) {
    return name !== branch && name !== baseBranch && adoptFrom.some((glob) => (0,shared_glob/* matchesGlob */.kt)(glob, name));
}
/** Reads the lock files of the branches of the input `adopt-from`. Throws the signal's reason. */
async function readAdoptable({ repository, place }, inputs, deps) {
    const read = await readPreviews({ repository, directory: place.directory, isPreview: (name) => isPreview(inputs, name) }, deps);
    deps.signal.throwIfAborted();
    if (read.ok)
        return read;
    const message = `The branches of \`adopt-from\` cannot be read: ${(0,describe_git_error/* describeGitError */.e)(read.error, 'read', place, repository.remote)}`;
    return { ok: false, error: { severity: 'error', message } };
}

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
    const read = await readAdoptable(branch, inputs, { ...world, signal });
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
            const opening = await openPreview(repository, preview, place.directory, signal);
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
                `Deleted while this run read it, so that its pictures are not adopted: ${(0,list_some/* listSome */.X)(deleted, find_offers_MOST_NAMED)}. Edits that only such a branch had are made and paid for again.`,
            ]),
        ...(without.length === 0
            ? []
            : [
                `No lock file ${where}, so that the pictures of the branch are not seen: ${(0,list_some/* listSome */.X)(without, find_offers_MOST_NAMED)}. If it is a preview, give its workflow the same \`branch-directory\`; otherwise leave the branch out of \`adopt-from\`.`,
            ]),
    ].map((message) => ({ severity: 'warning', message }));
}
/** How many branches a warning names. */
const find_offers_MOST_NAMED = 5;

// EXTERNAL MODULE: ./git/fetch-history.js
var fetch_history = __webpack_require__(855);
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
            const there = rank_offers_listEntries(lock, wanted).filter(([, entry]) => (0,has_files/* hasFiles */.YQ)(entry, paths));
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
    return rank_offers_listEntries(recorded.lock, wanted)
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

;// CONCATENATED MODULE: ./run/adopt/other-branches.js
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

;// CONCATENATED MODULE: ./run/prepare/keep-newer.js





/** Each commit may take a request; for any more, it stays unknown whether they are newer. */
const keep_newer_MOST_ASKED = 30;
/**
 * Makes sure that the run of an older commit (started again, or long in a queue) keeps what newer commits brought to the
 * branch. Asks only about entries that the run would change. Throws the signal's reason.
 */
async function keepNewer(edits, options, inputs, world, signal) {
    const { recorded } = options;
    const sha = recorded === undefined ? undefined : await readSpecCommit(world);
    if (recorded === undefined || sha === undefined)
        return { options, plan: planEdits(edits, options), problems: [] };
    const answers = new Map();
    const atRisk = new Map();
    for (;;) {
        const newerCommits = new Set([...answers].flatMap(([commit, is]) => (is === true ? [commit] : [])));
        const planned = withNewer(options, recorded, newerCommits);
        const specIds = new Set(planned.spec.map(({ id }) => id));
        const plan = planEdits(edits, planned);
        const found = findAtRisk(plan.edits, recorded, {
            sha,
            specIds,
            prune: inputs.prune,
        });
        for (const entry of found)
            atRisk.set(entry.id, entry);
        const open = [...new Set(found.map(({ commit }) => commit))].filter((commit) => !answers.has(commit));
        // Keeping an edit changes those that are made from it, so the plan is made again until it asks nothing new.
        if (open.length === 0)
            return { options: planned, plan, problems: warnOfNewer([...atRisk.values()], answers, sha, world) };
        for (const commit of open) {
            const mayAsk = answers.size < keep_newer_MOST_ASKED;
            answers.set(commit, mayAsk ? await isOlder(sha, commit, inputs, world, signal) : undefined);
        }
    }
}
/** Newer entries that the spec does not have (yet) are no leftovers of it: they are neither pruned nor taken over. */
function withNewer(options, { lock }, newerCommits) {
    const ids = new Set(options.spec.map(({ id }) => id));
    const others = new Map([...lock.edits].filter(([id, entry]) => !ids.has(id) && isNewer(entry, newerCommits)));
    return { ...options, newerCommits, spec: [...options.spec, ...asEdits(others)] };
}

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

// EXTERNAL MODULE: ./queue/job-url.js
var job_url = __webpack_require__(5322);
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
        const todo = `It is forgotten after ${(0,format/* plural */.LS)(KEPT_DAYS, 'day')}.`;
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
        .filter((entry) => isDebt(entry) || !(hasAnswer(entry) && delivered.has(entry.requestId)))
        .map((entry) => warning(`${describeWork(entry, nowMs, apiUrl)}, and is forgotten now.`));
}
function describeWork(entry, nowMs, apiUrl) {
    const { edit, destination, step } = entry;
    if (!hasAnswer(entry)) {
        const age = formatAge(nowMs - entry.claimedAtMs);
        return `Edit ${edit} may have been sent ${age} ago by ${step.url}; it is not known whether it was accepted and paid for`;
    }
    const { requestId, submittedAtMs } = entry;
    const age = formatAge(nowMs - submittedAtMs);
    if (isDebt(entry))
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
    const wanted = list_wanted_listWanted(plan, {
        forced: options.forced,
        specIds: new Set(options.spec.map(({ id }) => id)),
        ...(options.recorded !== undefined && { recorded: options.recorded }),
    });
    const found = await gatherOffers(wanted, { branch, base }, inputs, world, signal);
    const { offers, branches } = found;
    const others = byTip([...(base?.tip === undefined ? [] : [base]), ...branches]);
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
    return { ...first, plan: planEdits(edits, offered), options: offered };
}
/** The plan with what is in flight, as the limits allow it; pure. */
function planWithFlight({ edits, spec }, first, { inFlight }, inputs) {
    const plan = inFlight === undefined ? first.plan : planEdits(edits, { ...first.options, inFlight });
    const ban = findSendingBan(stricterLimits(spec.budget, inputs));
    return ban === undefined ? plan : withoutSending(plan, ban);
}
/** Ids of the spec, and those that other specs have on the branch. */
function idsOf({ options }) {
    return new Set(options.spec.map(({ id }) => id));
}
/** What is wrong with a plan, or should be known about it; pure. */
function judgePlan(plan, { branch, spec }, first, { judged, pruned }, inputs, { nowMs, mode }) {
    const specIds = idsOf(first);
    const facts = { plan, specIds, destination: nameDestination(inputs), nowMs, apiUrl: inputs.apiUrl };
    return [
        ...checkMonthBudget(spec.budget, inputs.deliver),
        ...(0,check_needs/* checkNeeds */.Q)(plan.edits),
        ...(branch === undefined ? [] : checkKept(plan.edits, branch.recorded, mode)),
        ...(branch === undefined
            ? []
            : warnOfSize(estimateGrowth(plan.edits, branch.recorded.lock, countRenditions(plan.edits, branch.recorded)), branch.place.branch)),
        ...(branch === undefined ? [] : checkPaths(plan.edits, branch)),
        ...findStrays(judged, facts),
        ...describePruned(pruned, facts),
        ...(branch === undefined ? [] : checkClashes(plan.edits, branch.recorded, specIds)),
        ...(branch === undefined ? [] : warnOfLostPast(plan, branch, first.options.forced)),
    ];
}

;// CONCATENATED MODULE: ./run/prepare/refused-run.js

/** The result of `work`, which throws the signal's reason if it is cut short. `what` is then missing: a clause. */
async function unlessCutShort(what, signal, work) {
    try {
        return await work();
    }
    catch (error) {
        if (!signal.aborted)
            throw error;
        const cutShortBy = (0,describe_error/* describeError */.U)(signal.reason);
        return {
            kind: 'refused',
            problems: [{ severity: 'error', message: `${what}: ${cutShortBy}.` }],
            cutShortBy,
        };
    }
}

;// CONCATENATED MODULE: ./jobs/budget/read-prices.js
/** Asks for the price of each of these models that is not `known`, one after the other. A token that is refused is refused for all. */
async function read_prices_readPrices(models, known, queue, signal) {
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
        const models = list_to_send_listToSend(plan).map(({ model }) => model);
        if (apiToken === '' || models.every((model) => known.has(model)))
            return { prices: known, problems: [] };
        const client = ask_prices_addDisposableResource(env_1, (0,create_queue_client/* createQueueClient */.f)({ apiUrl, token: apiToken, ...world }), true);
        const { prices, failures } = await read_prices_readPrices(models, known, client, signal);
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
function describe_unread_describeUnread(branchFaults, previewFaults, { found }) {
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

;// CONCATENATED MODULE: ./shared/median.js
/** The middle one of some values, the upper of two; undefined if there are none. */
function median(values) {
    return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

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
        median(known.map(({ ms }) => ms)) ?? 1,
    ]));
    const usual = median([...medians.values()]) ?? 1;
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

// EXTERNAL MODULE: ./media/data-picture.js
var data_picture = __webpack_require__(8319);
;// CONCATENATED MODULE: ./references/make-sendable.js
var make_sendable_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var make_sendable_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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
        const handle = make_sendable_addDisposableResource(env_1, await open(file.absolutePath), true);
        // One byte more than expected is enough to detect that the file grew, however large it has become.
        const bytes = await fillBuffer(handle, Buffer.alloc(file.bytes + 1), 0);
        if (bytes.length === file.bytes && createHash('sha256').update(bytes).digest('hex') === file.sha256)
            return bytes;
        throw new Error(`${file.path} changed during the run. Make sure that nothing writes to it.`);
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = make_sendable_disposeResources(env_1);
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

// EXTERNAL MODULE: ./references/findings.js
var references_findings = __webpack_require__(7116);
;// CONCATENATED MODULE: ./shared/encode-path.js
/**
 * A relative path with forward slashes as the path of a URL. Every character with a meaning in URLs is encoded, so
 * `a#1.png`, `50%.png` and `javascript:x` are file names.
 */
function encodePath(path) {
    return path.toWellFormed().split('/').map(encodeURIComponent).join('/');
}

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
    return `https://raw.githubusercontent.com/${encodePath(`${owner}/${name}/${sha}/${path}`)}`;
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
        const faults = asData.flatMap((file) => reference_forms_findFault(file, edit.id, mode, publications.get(file.path)) ?? []);
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
function reference_forms_findFault(file, edit, mode, publication) {
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
    if (file.bytes <= MAX_DATA_BYTES)
        return undefined;
    const tried = whyNotUrl === undefined ? '' : ` It cannot be sent as a URL instead: ${whyNotUrl}.`;
    return `\`${file.path}\` has ${file.bytes} bytes; a picture that is sent with the request may have at most ${MAX_DATA_BYTES} (${(0,format/* formatBytes */.z3)(MAX_DATA_BYTES)}).${tried} Make it smaller, preferably as a JPEG, or use a public https URL.`;
}
/** The limit for all pictures that are sent with one request; undefined if they obey it. */
function checkRequestSize(files) {
    const bytes = files.reduce((sum, file) => sum + (0,data_picture/* dataPrefix */.BW)(file.type).length + (0,data_picture/* base64Length */.wE)(file.bytes), OTHER_REQUEST_BYTES);
    return bytes <= MAX_REQUEST_BYTES
        ? undefined
        : `With its pictures, the request would have ${(0,format/* formatBytes */.z3)(bytes)}; the limit is ${(0,format/* formatBytes */.z3)(MAX_REQUEST_BYTES)}. Use fewer or smaller pictures, preferably as JPEG, or public https URLs.`;
}

;// CONCATENATED MODULE: ./run/prepare/describe-repository.js


/** What decides whether the service can fetch a file from GitHub: for a pull request, its head commit must have it. */
async function describeRepository(visibility, world) {
    const sha = await readLastingCommit(world);
    return {
        ...world.repository,
        sha,
        visibility,
        committed: async (files, signal) => await (0,read_committed/* readCommitted */.r)(files, { ...world, sha }, signal),
    };
}

;// CONCATENATED MODULE: ./run/plan/resolve-freely.js



/** How files would be sent, if that can be found out without a question to GitHub. */
async function resolveFreely(plan, { references }, world, signal) {
    const { isPrivate } = await world.readEvent();
    if (isPrivate === undefined)
        return { forms: new Map(), problems: [] };
    const visibility = async () => await Promise.resolve(isPrivate ? 'private' : 'public');
    return await resolveReferenceForms(list_to_send_listToSend(plan), {
        mode: references,
        repository: await describeRepository(visibility, world),
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
    return await unlessCutShort('There is no plan', signal, async () => await foreseeInTime(because, inputs, world, signal));
}
async function foreseeInTime(because, inputs, world, signal) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { clock } = world;
        const startedAtMs = clock.now();
        const made = foresee_addDisposableResource(env_1, new AsyncDisposableStack(), true);
        const looked = await lookAround(inputs, world, signal);
        if (!looked.ok)
            return { kind: 'refused', problems: looked.error };
        const seen = made.use(looked.value);
        const first = await planFinished(seen, inputs, world, signal);
        const view = made.use(await readLedger(skipIdleLedger(first.plan, inputs), world, signal));
        const work = await lookAtWork(view, startedAtMs, inputs, world, signal);
        const plan = planWithFlight(seen, first, work, inputs);
        const { forms, problems: formProblems } = await resolveFreely(plan, inputs, world, signal);
        const { prices, problems: priceProblems } = await askPrices(plan, seen.prices, inputs, world, signal);
        const limits = findLimits(seen.spec.budget, inputs, (0,spending/* withSpendingOf */.ac)(seen.branch?.recorded, seen.base?.recorded), startedAtMs);
        const problems = [
            ...describeInstead(because),
            ...seen.problems,
            ...describe_unread_describeUnread(seen.branchFaults, first.faults, view),
            ...first.problems,
            ...formProblems,
            ...judgePlan(plan, seen, first, work, inputs, { nowMs: clock.now(), mode: 'plan' }),
            ...priceProblems,
            ...foreseeExcess(plan, limits, {
                prices,
                earlier: listPriced(seen.branch?.recorded, seen.base?.recorded),
            }),
        ];
        const review = reviewPlan(plan, {
            ...compareWith(await pinFiles(listFiles(plan), world, signal), seen, first, inputs, world),
            prices,
        });
        const commit = (await readLastingCommit(world)) ?? world.repository.sha;
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
    const images = list_to_send_listToSend(plan).flatMap((edit) => edit.images);
    return images.filter((image) => image.kind === 'file');
}
/** What the plan is compared with. */
function compareWith(commitOf, { spec, branch, base }, first, { prune }, { clock }) {
    const there = branch && (0,tip_facts/* pictureCommit */.Et)(branch);
    return {
        spec: spec.path,
        forced: first.options.forced,
        specIds: idsOf(first),
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
    return createPlanFile({
        ...review,
        createdAt: new Date(clock.now()).toISOString(),
        actionVersion: version/* VERSION */.x,
        repositoryUrl: url,
        spec: { path: spec.path, ...(commit !== undefined && { commit }) },
        destination: nameDestination(inputs),
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

;// CONCATENATED MODULE: ./plan/review/describe-change.js



/** Number of missing files that are named. */
const describe_change_MAX_NAMED = 5;
/** One difference as a clause for people; names are in backticks. */
function describeChange(change) {
    switch (change.kind) {
        case 'forced':
            return '`force` names it';
        case 'missing-files': {
            const names = change.paths.map((path) => `\`${path}\``);
            return `${names.length === 1 ? 'a picture is' : 'pictures are'} missing on the branch: ${(0,list_some/* listSome */.X)(names, describe_change_MAX_NAMED)}`;
        }
        case 'again':
            return `submitted again as requested: ${change.what}`;
        case 'prompt':
            return `prompt: ${describeWords(change.words)}`;
        case 'reference-added':
            return `new reference: ${describeReference(change.reference)}`;
        case 'reference-removed':
            return `reference removed: ${describeReference(change.reference)}`;
        case 'reference-replaced':
            return `reference changed: ${describeReference(change.reference)}`;
        case 'reference-order':
            return 'references in another order';
        case 'input':
            return `made from the output of \`${change.edit}\`, which ${change.isPlanned ? 'changes with this plan' : 'has changed'}`;
        case 'kept-take':
            return `take ${change.after} of \`${change.edit}\` is kept in place of take ${change.before}`;
        case 'setting':
            return `\`${change.name}\`: ${change.before ?? 'none'} → ${change.after ?? 'none'}`;
    }
}
/** What a change is about, in one or two words: for lists that have no room for more. */
function nameChange(change) {
    switch (change.kind) {
        case 'forced':
            return 'forced';
        case 'missing-files':
            return 'missing files';
        case 'again':
            return 'submitted again';
        case 'prompt':
            return 'prompt';
        case 'reference-added':
        case 'reference-removed':
        case 'reference-replaced':
        case 'reference-order':
            return 'references';
        case 'kept-take':
        case 'input':
            return `output of \`${change.edit}\``;
        case 'setting':
            return change.name;
    }
}
/** Words for a log, where nothing can be struck out: `[-removed-]` and `{+added+}`. */
function describeWords(words) {
    const marks = { same: ['', ''], removed: ['[-', '-]'], added: ['{+', '+}'] };
    return (0,plain_text/* toPlainLine */.Ic)(words.map(({ kind, text }) => `${marks[kind][0]}${text}${marks[kind][1]}`).join(''));
}

;// CONCATENATED MODULE: ./plan/describe-plan.js













/** Number of unchanged edits that are named, so that the line stays readable. */
const describe_plan_MAX_NAMED = 20;
/** As much of a description as fits a line of the log. */
const MAX_ABOUT = 80;
/**
 * The plan of a run for the log, in the order of the spec: one line of totals, then a line for each edit that is not
 * simply unchanged. With a review, lines beneath an edit say what changed, and the last ones what is left over and what
 * the submits cost. Ages are relative to `nowMs`.
 */
function describePlan({ edits }, forms, nowMs, review) {
    const inOrder = edits.toSorted(({ at: a }, { at: b }) => (0,problem/* compareInFile */.V)(a, b));
    const reviewed = new Map(review?.edits.map((edit) => [edit.id, edit]));
    const moved = edits.filter(isMoved).length;
    const setAside = edits.filter(outputs/* isSetAside */.JA).length;
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
        `${(0,format/* plural */.LS)(edits.length, 'edit')}: ${parts.join(', ')}`,
        ...describeKeep(first.length, review),
        ...[...first, ...remarkable.filter((edit) => !isForKeep(edit))].flatMap((edit) => [
            `${describeEdit(edit, forms, nowMs)}${describeAbout(edit)}`,
            ...describeChanges(reviewed.get(edit.id)),
        ]),
        ...(unremarkable.length > 0 ? [`unchanged: ${(0,list_some/* listSome */.X)(unremarkable, describe_plan_MAX_NAMED)}`] : []),
        ...(review === undefined ? [] : describeRest(review)),
    ];
}
/** Changing `keep` is free; what is made from the kept take is not. */
function describeKeep(count, review) {
    const estimate = review?.keepEstimate;
    if (count === 0 || estimate === undefined)
        return [];
    return [
        `because another take is kept, ${(0,format/* plural */.LS)(count, 'edit')} ${count === 1 ? 'is' : 'are'} made again: ${describeSum(estimate)}`,
    ];
}
/** Why it is made again, and how the spec differs from what is recorded; the edit's own line says what is sent again. */
function describeChanges(reviewed) {
    if (reviewed === undefined)
        return [];
    const { status, changes } = reviewed;
    return [
        ...(status.kind === 'blocked' ? [`not sent: it needs \`${status.by}\`, which is on hold`] : []),
        ...changes.filter(({ kind }) => kind !== 'again').map(describeChange),
    ].map((line) => `    ${line}`);
}
function describeRest({ orphaned, estimate, renditions, growth }) {
    const ids = orphaned.map(({ id }) => id);
    const fate = orphaned.some(({ isRemoved }) => isRemoved) ? 'removed' : 'left on the branch';
    return [
        ...(ids.length > 0 ? [`no longer in the spec, ${fate}: ${(0,list_some/* listSome */.X)(ids, describe_plan_MAX_NAMED)}`] : []),
        ...(estimate.kind === 'none' ? [] : [`cost: ${describe_estimate_describeEstimatedCost(estimate)}`]),
        ...(renditions === undefined ? [] : [`renditions: ${describeRenditions(renditions)}`]),
        ...(growth === undefined ? [] : [`branch: ${describeGrowth(growth)}`]),
    ];
}
/** The edit's description, behind what happens to it. */
function describeAbout({ description }) {
    return description === undefined ? '' : ` (${(0,plain_text/* shorten */.ml)(description, MAX_ABOUT)})`;
}
/** Whether the edit is unchanged and is what the spec asks for. */
function isUnremarkable(edit) {
    return edit.action.kind === 'aside' ? !(0,outputs/* isSetAside */.JA)(edit) : (0,outputs/* isUntouched */.O2)(edit) && !isOutdated(edit);
}
/** Whether the edit is frozen, or of a newer commit, and the spec asks for other pictures. */
function isOutdated({ action, fingerprint }) {
    return action.kind === 'unchanged' && action.entry.fingerprint !== fingerprint;
}
/** Whether its pictures are there, and only get another path. */
function isMoved(edit) {
    return edit.action.kind === 'unchanged' && !(0,outputs/* isUntouched */.O2)(edit) && !isOutdated(edit);
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
            return `${id}  adopted from ${from} of branch ${on.branch} (commit ${(0,commit_name/* shortCommit */.Ax)(on.commit)}), already paid for (request ${entry.requestId}): to ${to}`;
        }
        case 'aside':
            return `${id}  set aside, already paid for (request ${action.entry.requestId}): not the kept take, its pictures stay in the history of the branch`;
        case 'submit': {
            const { size, model } = edit;
            const what = size === undefined ? `by ${model}` : `${size.width}x${size.height}`;
            const images = edit.images.map((image) => describe_plan_describeImage(image, forms));
            const over = findRepeated(action.over);
            const again = over === undefined ? '' : `, submitted again as requested: ${describeUnknown(over, nowMs)}`;
            return `${id}  ${what} to ${edit.output}, from ${images.join(', ')}${again}`;
        }
        case 'collect': {
            const { requestId, submittedAtMs } = action.entry;
            return `${id}  already paid for (request ${requestId}, submitted ${formatAge(nowMs - submittedAtMs)} ago): collecting to ${edit.output}`;
        }
        case 'other-run':
            return `${id}  another run is working on it: ${action.entry.step.url}`;
        case 'hold':
            return `${id}  on hold, not submitted again: ${describeUnknown(action.entry, nowMs)}`;
    }
}
function describe_plan_describeImage(image, forms) {
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

;// CONCATENATED MODULE: ./report/plan/describe-month.js

/**
 * What was spent of the month's budget before this plan, behind the words "this month": `12.00 USD of 50.00 USD spent (2026-11, as
 * the lock file records it)`. `money` may change how an amount is written.
 */
function describe_month_describeMonth({ name, limitUsd, spentUsd, unpriced }, money = (usd) => usd) {
    const unknown = unpriced > 0 ? `; the cost of ${(0,format/* plural */.LS)(unpriced, 'edit')} is not known` : '';
    const sums = `${money((0,format/* formatUsd */.UK)(spentUsd))} of ${money((0,format/* formatUsd */.UK)(limitUsd))}`;
    return `${sums} spent (${name}, as the lock file records it${unknown})`;
}

;// CONCATENATED MODULE: ./run/plan/describe-foreseen.js


/** A plan as lines of text, with what was spent of the month's budget. Ages are relative to `nowMs`. */
function describeForeseen({ plan, forms, file }, nowMs) {
    const { month } = file;
    return [
        ...describePlan(plan, forms, nowMs, file),
        ...(month === undefined ? [] : [`this month: ${describe_month_describeMonth(month)}`]),
    ];
}

// EXTERNAL MODULE: ./cli/check-here.js + 1 modules
var check_here = __webpack_require__(7106);
// EXTERNAL MODULE: ./cli/exit-codes.js
var exit_codes = __webpack_require__(85);
;// CONCATENATED MODULE: ./git/find-unfetched.js





/**
 * What the repository that is checked out at `root` (absolute) lacks of these files because it is a partial clone; files that
 * are here, or that their commits do not have, are not in it. Nothing is fetched. `temp`: as `CommitSource` has it. Throws
 * only the signal's reason.
 */
async function findUnfetched(files, { root, temp, env }, signal) {
    const [first] = files;
    if (first === undefined || !(await isPartial(root)))
        return new Map();
    const source = { workspace: root, temp, env, sha: first.commit };
    const found = new Map();
    await (0,object_reader/* withReader */.m)(await (0,find_objects/* findObjects */.Qe)(root), source, async (reader) => {
        for (const file of files) {
            const lacks = await findIn(reader, file, signal);
            if (lacks !== undefined)
                found.set(file, lacks);
        }
        return { ok: true, value: undefined };
    });
    signal.throwIfAborted();
    return found;
}
/** Git writes it into the settings of the repository itself when it clones. */
async function isPartial(root) {
    const { shared } = await (0,find_objects/* findFolders */.r0)(root);
    const settings = await (0,promises_.readFile)(external_node_path_.join(shared, 'config'), 'utf8').catch(() => '');
    return /^\s*(?:promisor|partialclonefilter)\s*=/im.test(settings);
}
/** The reader has no remote, so git cannot fetch what it does not find. */
async function findIn(reader, { commit, path: wanted }, signal) {
    const listed = await reader.run(['ls-tree', '-r', '-z', '--full-tree', commit], signal);
    if (listed.kind !== 'exited')
        return undefined;
    if (listed.code !== 0)
        return 'folders';
    const file = (0,list_files/* parseTree */.c)(listed.stdout.toString()).find((each) => each.path === wanted);
    if (file === undefined)
        return undefined;
    const looked = await reader.run(['cat-file', '-e', file.blob], signal);
    return looked.kind === 'exited' && looked.code !== 0 ? 'bytes' : undefined;
}

// EXTERNAL MODULE: ./git/make-git-folder.js
var make_git_folder = __webpack_require__(908);
;// CONCATENATED MODULE: ./git/make-mirror.js




/**
 * Makes a bare repository at `folder` (absolute, must not exist) that has exactly these refs (full names with their
 * commits) and takes its objects from the checkout at `root`. Git can fetch from it without any network, and without the
 * checkout's own configuration, hooks or programs taking part.
 */
async function makeMirror(folder, root, refs) {
    const { objects, shallow } = await (0,find_objects/* findObjects */.Qe)(root);
    const isSha256 = [...refs.values()].some((commit) => commit.length === 64);
    await (0,make_git_folder/* makeGitFolder */.R)(folder, isSha256 ? 'sha256' : 'sha1');
    // Otherwise the bytes of all pictures would be copied with the commit.
    await (0,promises_.appendFile)(external_node_path_.join(folder, 'config'), '[uploadpack]\n\tallowFilter = true\n');
    await (0,promises_.mkdir)(external_node_path_.join(folder, 'objects', 'info'));
    await (0,promises_.writeFile)(external_node_path_.join(folder, 'objects', 'info', 'alternates'), `${objects}\n`);
    await (0,promises_.copyFile)(shallow, external_node_path_.join(folder, 'shallow')).catch(() => undefined); // usually there is none
    const lines = [...refs].map(([ref, commit]) => `${commit} ${ref}\n`).toSorted();
    await (0,promises_.writeFile)(external_node_path_.join(folder, 'packed-refs'), `# pack-refs with: peeled \n${lines.join('')}`);
}

;// CONCATENATED MODULE: ./git/read-refs.js




/**
 * The refs below `prefix` (e.g. `refs/remotes/origin/`) of the repository that is checked out at `root`: full names with
 * their commits. Read without git and without the repository's configuration; refs that only name another one are left
 * out.
 */
async function readRefs(root, prefix) {
    const { shared } = await (0,find_objects/* findFolders */.r0)(root);
    const packed = await (0,promises_.readFile)(external_node_path_.join(shared, 'packed-refs'), 'utf8').catch(() => '');
    const lines = packed.split(/\r?\n/).map((line) => line.split(' '));
    const found = new Map(lines.flatMap(([commit = '', ref = '']) => ((0,commit_name/* isCommitName */.Nf)(commit) ? [[ref, commit]] : [])));
    // A ref that moved since it was packed has a file of its own.
    const folder = external_node_path_.join(shared, ...prefix.split('/'));
    const names = await (0,promises_.readdir)(folder, { recursive: true }).catch(() => []);
    for (const name of names) {
        const text = await (0,promises_.readFile)(external_node_path_.join(folder, name), 'utf8').catch(() => '');
        const commit = text.trim();
        if ((0,commit_name/* isCommitName */.Nf)(commit))
            found.set(`${prefix}${name.split(external_node_path_.sep).join('/')}`, commit);
    }
    return new Map([...found].filter(([ref]) => ref.startsWith(prefix)));
}

// EXTERNAL MODULE: ./git/run-git.js + 1 modules
var run_git = __webpack_require__(4472);
;// CONCATENATED MODULE: ./cli/quote-argument.js
/** An argument as it is typed in a shell: in double quotes, which all shells know, if it has anything but plain characters; pure. */
function quoteArgument(argument) {
    return /^[\w@%+=:,./-]+$/.test(argument) ? argument : `"${argument.replaceAll(/["$`\\]/g, '\\$&')}"`;
}

;// CONCATENATED MODULE: ./cli/fetched-refs.js










/** Reads the branches and the ledger that were fetched from the remote. */
async function readFetched(root, command, ports, signal) {
    const { remote, branch, baseBranch } = command;
    const prefix = `refs/remotes/${remote}/`;
    const branches = await readRefs(root, prefix);
    const ledger = (await readRefs(root, `${external_node_path_.posix.dirname(LEDGER_REF)}/`)).get(LEDGER_REF);
    const refs = new Map([
        ...[...branches].map(([ref, commit]) => [`refs/heads/${ref.slice(prefix.length)}`, commit]),
        ...(ledger === undefined ? [] : [[LEDGER_REF, ledger]]),
    ]);
    const unfetched = await findUnfetched(listNeeded(refs, command), { root, ...ports }, signal);
    for (const { ref } of unfetched.keys())
        refs.delete(ref);
    return {
        refs,
        head: await (0,find_objects/* readHeadCommit */.g0)(root),
        hasBranch: refs.has(`refs/heads/${branch}`),
        hasBase: baseBranch !== undefined && refs.has(`refs/heads/${baseBranch}`),
        hasLedger: refs.has(LEDGER_REF),
        lacking: [...unfetched].map(([file, lacks]) => ({ ...file, lacks })),
    };
}
/** The files that a plan reads, each of its own ref. */
function listNeeded(refs, { branch, baseBranch, branchDirectory, adoptFrom }) {
    const lock = (0,branch_paths/* fromRoot */.tc)({ branch, directory: branchDirectory }, branch_paths/* LOCK_NAME */.Sy);
    return [...refs].flatMap(([ref, commit]) => {
        if (ref === LEDGER_REF)
            return [{ ref, commit, path: LEDGER_FILE }];
        const name = ref.slice('refs/heads/'.length);
        const isRead = name === branch || name === baseBranch || adoptFrom.some((glob) => (0,shared_glob/* matchesGlob */.kt)(glob, name));
        return isRead ? [{ ref, commit, path: lock }] : [];
    });
}
/** The command that fetches a branch. */
function fetchBranch({ remote }, branch) {
    const refs = `+refs/heads/${branch}:refs/remotes/${remote}/${branch}`;
    return `git fetch ${quoteArgument(remote)} ${quoteArgument(refs)}`;
}
/** The command that fetches the ledger. */
function fetchLedger({ remote }) {
    return `git fetch ${quoteArgument(remote)} +${LEDGER_REF}:${LEDGER_REF}`;
}
/** A repository in `temp` that a run can read in place of the remote, without any network: the URL without `.git`. */
async function mirrorFetched(root, temp, { refs }) {
    const folder = external_node_path_.join(temp, 'fetched.git');
    await makeMirror(folder, root, refs);
    return new URL(`file://${folder.replace(/\.git$/, '')}`).href;
}
/** The remote's address; undefined if there is no such remote. */
async function readRemote(root, remote, env, signal) {
    const { shared } = await (0,find_objects/* findFolders */.r0)(root);
    const args = ['config', '--file', external_node_path_.join(shared, 'config'), '--get', `remote.${remote}.url`];
    const own = { PATH: env['PATH'] ?? '', GIT_CONFIG_NOSYSTEM: '1', HOME: shared };
    const exit = await (0,run_git/* runGit */.E)({ args, folder: shared, env: own, signal });
    return exit.kind === 'exited' && exit.code === 0 ? exit.stdout.toString().trim() : undefined;
}
/** The page, e.g. `https://github.com/acme/shop`, behind `https://host/owner/name.git`, `git@host:owner/name.git` and the like; pure. */
function pageOf(url) {
    const [, host, name] = /^(?:https?|ssh|git):\/\/(?:[^@/]*@)?([^/:]+)(?::\d+)?\/(.+?)(?:\.git)?\/?$/.exec(url) ??
        /^(?:[^@/:]+@)?([^/:]+):([^/].*?)(?:\.git)?\/?$/.exec(url) ??
        [];
    return host === undefined || name === undefined ? undefined : URL.parse(`https://${host}/${name}`)?.href;
}

// EXTERNAL MODULE: ./cli/find-place.js
var find_place = __webpack_require__(4603);
;// CONCATENATED MODULE: ./cli/describe-missing.js



/** A warning for each branch that was not fetched or only in part, with what follows from that and what to do; pure. */
function describeMissing(fetched, hasRemote, command) {
    if (fetched === undefined)
        return [
            warn('This folder is in no git checkout, so it is not known which pictures are there already, and every edit counts as new.'),
        ];
    const { remote, branch, baseBranch } = command;
    const { lacking, hasBranch, hasBase } = fetched;
    if (!hasRemote && !hasBranch && !hasBase && lacking.length === 0)
        return [
            warn(`This checkout has no remote \`${remote}\`, so it is not known which pictures are there already, and every edit counts as new. If the remote has another name, give it with \`--remote\`.`),
        ];
    const consequences = new Map([
        ...(hasBranch
            ? []
            : [
                [
                    branch,
                    hasBase ? `only what \`${baseBranch ?? ''}\` has counts as made` : 'every edit counts as new',
                ],
            ]),
        ...(baseBranch === undefined || hasBase
            ? []
            : [[baseBranch, 'none of its pictures count as made']]),
    ]);
    const isLacking = (name) => lacking.some(({ ref }) => ref === headOf(name));
    const absent = [...consequences].filter(([name]) => !isLacking(name));
    return [
        ...absent.map(([name, so]) => warn(`There is no \`${localName(headOf(name), remote)}\` here, so ${so}. If the branch exists, fetch it: \`${fetchBranch(command, name)}\`.`)),
        ...lacking.map((file) => describeLacking(file, consequences, remote)),
    ];
}
/** A line if nothing is known of work in flight, because the ledger was never fetched; pure. */
function describe_missing_describeUnread(fetched, command) {
    if (fetched === undefined || fetched.hasLedger || fetched.lacking.some(({ ref }) => ref === LEDGER_REF))
        return [];
    return [
        `Work in flight is not in this plan. To include it, fetch the ledger: \`${fetchLedger(command)}\`.`,
    ];
}
function describeLacking({ ref, path, lacks }, consequences, remote) {
    const local = localName(ref, remote);
    const so = ref === LEDGER_REF
        ? 'work in flight is not in this plan'
        : (consequences.get(ref.replace('refs/heads/', '')) ?? 'nothing of it can be adopted');
    // Git fetches what it is asked for.
    const commands = [
        ...(lacks === 'folders' ? [`git ls-tree -r --name-only ${quoteArgument(local)}`] : []),
        `git cat-file -e ${quoteArgument(`${local}:${path}`)}`,
    ].map((command) => `\`${command}\``);
    return warn(`This partial clone has no \`${path}\` of \`${local}\`, so ${so}. Fetch it with ${commands.join(' and ')}, and plan again.`);
}
function headOf(branch) {
    return `refs/heads/${branch}`;
}
/** Where a ref of the remote is in the checkout. */
function localName(ref, remote) {
    return ref.replace(/^refs\/heads\//, `refs/remotes/${remote}/`);
}
function warn(message) {
    return { severity: 'warning', message };
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:process"
var external_node_process_ = __webpack_require__(1708);
;// CONCATENATED MODULE: ./runner/own-process.js



function findOwnProcess() {
    const machine = nameMachine();
    return {
        name: machine === undefined ? undefined : { machine, pid: external_node_process_.pid },
        isOver: (other) => other.machine === machine && !isAlive(other.pid),
    };
}
/** The same only for processes that see each other: of one start of one machine, and of one container. */
function nameMachine() {
    try {
        const start = (0,external_node_fs_.readFileSync)('/proc/sys/kernel/random/boot_id', 'utf8');
        const space = (0,external_node_fs_.readlinkSync)('/proc/self/ns/pid');
        return (0,external_node_crypto_.createHash)('sha256').update(`${start} ${space}`).digest('hex').slice(0, 16);
    }
    catch {
        // No Linux.
        return undefined;
    }
}
function isAlive(pid) {
    try {
        return external_node_process_.kill(pid, 0);
    }
    catch (error) {
        return error.code !== 'ESRCH';
    }
}

// EXTERNAL MODULE: ./cli/exact-glob.js
var exact_glob = __webpack_require__(3406);
;// CONCATENATED MODULE: ./cli/local-ports.js



/** Nothing is asked of GitHub: every answer is unknown. */
const NO_GITHUB = {
    visibility: async () => await Promise.resolve('private'),
    isRunOver: unknown,
    isJobOver: unknown,
    serverTime: unknown,
    isAncestor: unknown,
    originOfPull: async (number) => await Promise.resolve({ kind: 'pull-request', number }),
    pullState: unknown,
};
async function unknown() {
    await Promise.resolve();
    return undefined;
}
/** What a plan is made with on this machine: `mirror` takes the place of the remote, and there is no network. */
function createLocalPorts({ workspace }, { temp, mirror, head, }, { clock, random, stop, env: all }) {
    return {
        clock,
        random,
        stop,
        env: { ...withoutRunner(all), ...(head !== undefined && { GITHUB_SHA: head }) },
        log: check_here/* SILENT */.q,
        resolveHost: undefined,
        isAtDesk: true,
        repository: { owner: '', name: '', serverUrl: 'https://github.com', url: mirror, sha: head },
        job: { runId: '', attempt: 1, workflow: 'local', name: 'local', runUrl: '' },
        process: findOwnProcess(),
        readEvent: async () => await Promise.resolve({ name: '', isPrivate: undefined, origin: { kind: 'own' } }),
        github: () => NO_GITHUB,
        workspace,
        temp,
    };
}
/** In a job of a workflow, its variables would make this a part of that job's run. */
function withoutRunner(env) {
    return Object.fromEntries(Object.entries(env).filter(([name]) => !/^(?:GITHUB|ACTIONS|INPUT|RUNNER)_/.test(name)));
}
/** The inputs of a run that plans, as the command line sets them. */
function localInputs({ spec, isCheckout }, { only, force, branch, baseBranch, branchDirectory, adoptFrom, prune, takesOnBranch }, untracked) {
    return {
        mode: { kind: 'plan', because: 'asked' },
        spec,
        only,
        force,
        branch,
        ...(baseBranch !== undefined && { baseBranch }),
        branchDirectory,
        adoptFrom,
        prune,
        takesOnBranch: takesOnBranch || baseBranch !== undefined,
        deliver: isCheckout ? ['branch'] : ['artifact'],
        ledger: isCheckout ? 'git' : 'none',
        // A run would refuse them; here they only come with a warning.
        untrackedFiles: untracked.flatMap((name) => (0,exact_glob/* globOf */.k)((0,exact_glob/* literally */.D)(name))),
        apiToken: '',
        apiUrl: 'https://model-api.runcomfy.net',
        githubToken: '',
        artifactContents: 'new',
        artifactName: 'dreamina-edits',
        commitMessage: '',
        signCommits: false,
        gallery: false,
        maxParallel: 1,
        timeoutMs: 0,
        failOn: 'any',
        references: 'data-uri',
        outputHosts: [],
        onUnknown: 'hold',
        onTimeout: 'leave',
        allowForks: false,
        comment: false,
    };
}

// EXTERNAL MODULE: ./cli/paint.js
var cli_paint = __webpack_require__(6152);
// EXTERNAL MODULE: ./cli/render-json.js
var render_json = __webpack_require__(4605);
// EXTERNAL MODULE: ./cli/render-problems.js
var render_problems = __webpack_require__(907);
// EXTERNAL MODULE: ./models/model-id.js
var model_id = __webpack_require__(9895);
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
const plan_file_schema_path = plan_file_schema_name.refine((text) => text.split('/').every((segment) => !/^\.{0,2}$/.test(segment)), {
    error: 'must be a path inside the repository',
});
const pinned = schemas/* strictObject */.rej({ path: plan_file_schema_path, commit });
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
const plan_file_schema_count = schemas/* int */.Whr().nonnegative();
const month = schemas/* strictObject */.rej({
    name: schemas/* string */.YjP().regex(/^\d{4}-\d\d$/, 'must be a month such as 2026-11'),
    limitUsd: schemas/* number */.aig().nonnegative(),
    spentUsd: schemas/* number */.aig().nonnegative(),
    edits: plan_file_schema_count,
    unpriced: plan_file_schema_count,
});
const plan_file_schema_problem = schemas/* strictObject */.rej({
    severity: schemas/* enum */.k5n(['error', 'warning']),
    message: plan_file_schema_text,
    at: schemas/* exactOptional */.yqP(at),
});
/** A plan file as it is written; strict, so that nothing is applied that this version does not understand. */
const plan_file_schema_planFileSchema = schemas/* strictObject */.rej({
    version: schemas/* literal */.euz(types_PLAN_FILE_VERSION),
    digest: hash,
    createdAt: iso/* datetime */.w$(),
    actionVersion: plan_file_schema_name,
    repositoryUrl: address,
    spec: schemas/* strictObject */.rej({ path: plan_file_schema_path, commit: schemas/* exactOptional */.yqP(commit) }),
    destination: plan_file_schema_name,
    branchCommit: schemas/* exactOptional */.yqP(commit),
    estimate,
    keepEstimate: schemas/* exactOptional */.yqP(estimate),
    renditions: schemas/* exactOptional */.yqP(schemas/* strictObject */.rej({
        files: plan_file_schema_count,
        isLeast: schemas/* boolean */.zMY(),
        avif: schemas/* exactOptional */.yqP(schemas/* strictObject */.rej({ files: plan_file_schema_count, ms: plan_file_schema_count })),
    })),
    growth: schemas/* exactOptional */.yqP(schemas/* strictObject */.rej({ branchBytes: plan_file_schema_count, addedBytes: schemas/* exactOptional */.yqP(plan_file_schema_count) })),
    month: schemas/* exactOptional */.yqP(month),
    shards: schemas/* exactOptional */.yqP(schemas/* strictObject */.rej({
        shared: schemas/* array */.YOg(plan_file_schema_name).max(MOST_EDITS),
        rest: schemas/* array */.YOg(schemas/* array */.YOg(plan_file_schema_name).max(MOST_EDITS)).max(256),
    })),
    edits: schemas/* array */.YOg(edit).max(MOST_EDITS),
    orphaned: schemas/* array */.YOg(orphaned),
    problems: schemas/* array */.YOg(plan_file_schema_problem),
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
    if (bytes > types_MOST_PLAN_BYTES)
        throw new Error(`the plan has ${(0,format/* formatBytes */.z3)(bytes)}, and at most ${(0,format/* formatBytes */.z3)(types_MOST_PLAN_BYTES)} of a plan file are read: split the spec`);
    return text;
}
/**
 * Reads a plan file that anyone may have written, e.g. the run of a fork's pull request. `file` names it in problems. What
 * this version does not understand, and a plan that was changed after it was made, is an error.
 */
function parsePlanFile(text, file) {
    const refuse = (...messages) => ({
        ok: false,
        error: messages.map((message) => ({ severity: 'error', message: toPlainLine(`${file}: ${message}`) })),
    });
    const bytes = Buffer.byteLength(text);
    if (bytes > MOST_PLAN_BYTES)
        return refuse(`The plan file has ${formatBytes(bytes)}, and at most ${formatBytes(MOST_PLAN_BYTES)} are read. ${ADVICE}`);
    let json;
    try {
        json = JSON.parse(text);
    }
    catch (error) {
        return refuse(`The plan file is not JSON: ${describeError(error)}. ${ADVICE}`);
    }
    const found = z.looseObject({ version: z.number() }).safeParse(json).data?.version;
    if (found !== undefined && found > PLAN_FILE_VERSION)
        return refuse(`The plan file was written by a newer version of this action (its form is ${found}, this one knows ${PLAN_FILE_VERSION}). Use the same version to plan and to apply.`);
    const parsed = planFileSchema.safeParse(json);
    if (!parsed.success)
        return refuse(...parsed.error.issues
            .slice(0, MAX_PROBLEMS)
            .map(({ path, message }) => `The plan file has a fault in ${describePath(path)}: ${message}. ${ADVICE}`));
    const plan = parsed.data;
    if (new Set(plan.edits.map(({ id }) => id)).size < plan.edits.length)
        return refuse(`The plan file has two edits with the same id. ${ADVICE}`);
    if (digestPlan(plan) !== plan.digest)
        return refuse(`The plan file was changed after it was made: its digest does not fit. ${ADVICE}`);
    return { ok: true, value: plan };
}
function describePath(path) {
    return path.length === 0 ? 'its form' : path.map(String).join(' > ');
}

// EXTERNAL MODULE: ./shared/system-error.js
var system_error = __webpack_require__(8169);
;// CONCATENATED MODULE: ./cli/write-plan.js





/** Writes the plan to `out`, a path from the current directory. Gives what is wrong with the path, if anything is. */
async function writePlan(out, directory, plan) {
    const file = external_node_path_.resolve(directory, out);
    try {
        await makeFolders(external_node_path_.dirname(file));
        await (0,promises_.writeFile)(file, renderPlanFile(plan));
        return undefined;
    }
    catch (error) {
        return `Option \`--out\` is \`${out}\`, and the plan cannot be written there: ${explain(error)}.`;
    }
}
/** One by one: below `/proc`, `mkdir` with `recursive` never ends (Node 24). */
async function makeFolders(folder) {
    try {
        await (0,promises_.mkdir)(folder);
    }
    catch (error) {
        const above = external_node_path_.dirname(folder);
        if ((0,system_error/* codeOf */.$)(error) === 'EEXIST')
            return;
        if ((0,system_error/* codeOf */.$)(error) !== 'ENOENT' || above === folder)
            throw error;
        await makeFolders(above);
        await (0,promises_.mkdir)(folder);
    }
}
function explain(error) {
    switch ((0,system_error/* codeOf */.$)(error)) {
        case 'EISDIR':
            return 'it is a folder';
        case 'EEXIST':
        case 'ENOTDIR':
            return 'a file is in the place of a folder of this path';
        case 'ENOENT':
            return 'its folder cannot be made';
        case 'EACCES':
        case 'EPERM':
            return 'there is no permission to write there';
        case undefined:
        default:
            return (0,describe_error/* describeError */.U)(error);
    }
}

;// CONCATENATED MODULE: ./cli/plan-here.js


















/** `dreamina-edits plan`: what `mode: plan` says, by what was fetched from the remote. */
async function planHere(command, terminal) {
    const place = await (0,find_place/* findPlace */.P)(terminal.directory, command.spec);
    const { foreseen, problems, notes } = await plan(place, command, terminal);
    const unwritten = command.out !== undefined && foreseen !== undefined
        ? await writePlan(command.out, terminal.directory, foreseen.file)
        : undefined;
    if (command.isJson)
        terminal.print((0,render_json/* renderJson */.h)('plan', place, problems, foreseen?.file));
    else {
        const paint = (0,cli_paint/* createPaint */.X)(terminal.isColored && !command.isPlain);
        const headline = foreseen === undefined
            ? `There is no plan: ${(0,render_check/* countProblems */._)(problems)}`
            : describeHeadline({ ...foreseen.file, problems });
        const isRed = (0,problem/* listErrors */.Gr)(problems).length > 0;
        terminal.print([
            ...(foreseen === undefined ? [] : renderLines(foreseen, terminal.clock.now(), paint)),
            ...(0,render_problems/* renderProblems */.x)(problems, paint),
            ...notes.map(paint.dim),
            isRed ? paint.red(`✗ ${headline}.`) : paint.green(`✓ ${headline}.`),
        ].join('\n'));
    }
    if (unwritten !== undefined) {
        terminal.complain(unwritten);
        return exit_codes/* EXIT_CODES */.a.usage;
    }
    if ((0,problem/* listErrors */.Gr)(problems).length > 0)
        return exit_codes/* EXIT_CODES */.a.errors;
    return command.failOnChanges && foreseen !== undefined && sends(foreseen.file)
        ? exit_codes/* EXIT_CODES */.a.changes
        : exit_codes/* EXIT_CODES */.a.ok;
}
async function plan(place, command, terminal) {
    // With the warnings that only this machine needs.
    const { problems: checked, untracked } = await (0,check_here/* checkHere */.J)(place, command.only, terminal);
    if ((0,problem/* listErrors */.Gr)(checked).length > 0)
        return { foreseen: undefined, problems: checked, notes: [] };
    const temp = await (0,promises_.mkdtemp)(external_node_path_.join(terminal.temp, 'dreamina-edits-'));
    try {
        const { workspace, isCheckout } = place;
        const fetched = isCheckout
            ? await readFetched(workspace, command, { temp, env: terminal.env }, terminal.stop)
            : undefined;
        const mirror = fetched === undefined ? '' : await mirrorFetched(workspace, temp, fetched);
        const ports = createLocalPorts(place, { temp, mirror, head: fetched?.head }, terminal);
        const outcome = await foresee('asked', localInputs(place, command, untracked), ports, terminal.stop);
        if (outcome.kind === 'refused')
            return { foreseen: undefined, problems: outcome.problems, notes: [] };
        const remote = isCheckout
            ? await readRemote(workspace, command.remote, terminal.env, terminal.stop)
            : undefined;
        const known = new Set(outcome.file.problems.map(({ message }) => message));
        const problems = (0,locate_issues/* sortProblems */.d)([
            ...describeMissing(fetched, remote !== undefined, command),
            ...checked.filter((problem) => !known.has(problem.message) && !isAboutModels(problem)),
            ...outcome.file.problems.filter((problem) => !isAboutBase(problem)),
        ]);
        const file = { ...outcome.file, problems, repositoryUrl: pageOf(remote ?? '') ?? 'https://github.com' };
        return {
            foreseen: { ...outcome, file },
            problems,
            notes: [
                ...(remote === undefined ? [] : describe_missing_describeUnread(fetched, command)),
                describeDestination(file, isCheckout),
            ],
        };
    }
    finally {
        await (0,promises_.rm)(temp, { recursive: true, force: true, maxRetries: 5 });
    }
}
/** There is no option for it, so it is said. */
function describeDestination({ destination }, isCheckout) {
    const deliver = isCheckout ? 'branch' : 'artifact';
    return `Planned as with \`deliver: ${deliver}\`; the destination is ${destination}.`;
}
/** The base branch that was not fetched may exist: `describeMissing` says what to do. */
function isAboutBase({ message }) {
    return message.includes('(input `base-branch`) does not exist');
}
/** The plan itself says what it could not check. */
function isAboutModels({ message }) {
    return message.includes('its schema is not known here');
}
/** The plan's lines, with ids and changed words in color. */
function renderLines(foreseen, nowMs, paint) {
    return describeForeseen(foreseen, nowMs).map((line, index) => {
        if (index === 0)
            return paint.bold(line);
        const [, id = '', rest = line] = /^(\S+)( {2}.*)$/s.exec(line) ?? [];
        return `${id === '' ? '' : paint.bold(id)}${paintWords(rest, paint)}`;
    });
}
function paintWords(line, { red, green, plain }) {
    return line
        .split(/(\[-.*?-\]|\{\+.*?\+\})/s)
        .map((part) => part.startsWith('[-')
        ? red(part)
        : part.startsWith('{+')
            ? green(part)
            : part === ''
                ? ''
                : plain(part))
        .join('');
}
function sends({ edits }) {
    return edits.some(({ action }) => action === 'submit');
}


/***/ }),

/***/ 4605:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ renderJson)
/* harmony export */ });
/* harmony import */ var _shared_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5720);

/** The form of the JSON; raised whenever programs that read it would have to change. */
const JSON_VERSION = 1;
/** What a command found, as docs/command-line.md describes it. */
function renderJson(command, { spec }, problems, plan) {
    const isValid = (0,_shared_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .listErrors */ .Gr)(problems).length === 0;
    return JSON.stringify({ version: JSON_VERSION, command, spec, isValid, problems, ...(plan !== undefined && { plan }) }, null, 2);
}


/***/ }),

/***/ 907:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ renderProblems)
/* harmony export */ });
/* harmony import */ var _shared_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5720);

/** A line for each problem, errors first, as the action's log has them: `error: edits.yml:3:5: message`. */
function renderProblems(problems, paint) {
    const warnings = problems.filter(({ severity }) => severity === 'warning');
    return [...(0,_shared_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .listErrors */ .Gr)(problems), ...warnings].map((problem) => {
        const mark = problem.severity === 'error' ? paint.red('error:') : paint.yellow('warning:');
        return `${mark} ${paintText((0,_shared_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .formatProblem */ .Vw)(problem), paint)}`;
    });
}
function paintText(text, { dim, plain }) {
    const [, place, message] = /^(\S+:\d+:\d+:) (.*)$/s.exec(text) ?? [];
    return place === undefined || message === undefined ? plain(text) : `${dim(place)} ${plain(message)}`;
}


/***/ }),

/***/ 9799:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dn: () => (/* binding */ isPlainFile),
/* harmony export */   Sy: () => (/* binding */ LOCK_NAME),
/* harmony export */   Vw: () => (/* binding */ ownPaths),
/* harmony export */   WG: () => (/* binding */ quotePath),
/* harmony export */   pd: () => (/* binding */ foldersOf),
/* harmony export */   tc: () => (/* binding */ fromRoot)
/* harmony export */ });
/* unused harmony export GALLERY_NAME */
/* harmony import */ var _lock_has_files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3119);
/* harmony import */ var _lock_rendition_records_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4418);
/* harmony import */ var _shared_plain_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(295);



/** Name of the lock file in the branch directory. */
const LOCK_NAME = 'edits.lock.json';
/** Name of the gallery page in the branch directory: what a site shows for the folder. */
const GALLERY_NAME = 'index.html';
/** A path relative to the branch directory as a path from the branch's root. */
function fromRoot({ directory }, path) {
    return directory === '' ? path : `${directory}/${path}`;
}
/** Paths from the root of everything that the lock file names, and of the lock file itself. */
function ownPaths(place, { edits, pages, renditions }) {
    const derived = (0,_lock_rendition_records_js__WEBPACK_IMPORTED_MODULE_0__/* .renditionRecords */ .v)(renditions).flatMap((each) => each.files);
    const files = [...[...edits.values()].flatMap(_lock_has_files_js__WEBPACK_IMPORTED_MODULE_1__/* .filesOnBranch */ .rB), ...derived];
    return new Set([...files.map(({ path }) => path), ...pages, LOCK_NAME].map((path) => fromRoot(place, path)));
}
/** Every folder that a file at `path` needs, the outermost first. */
function foldersOf(path) {
    const parts = path.split('/').slice(0, -1);
    return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}
/** Whether it is a file with bytes of its own: no link, no submodule. */
function isPlainFile({ mode }) {
    return mode === '100644' || mode === '100755';
}
/** A path or name from anywhere, fit to be part of a sentence. */
function quotePath(path) {
    return `\`${(0,_shared_plain_text_js__WEBPACK_IMPORTED_MODULE_2__/* .toPlainLine */ .Ic)(path)}\``;
}


/***/ }),

/***/ 5157:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ describeGitError)
/* harmony export */ });
/* harmony import */ var _shared_sentence_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7730);
/* harmony import */ var _branch_paths_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9799);


/** Why the branch could not be read or written, and what to do; pure. */
function describeGitError({ kind, why }, deed, { branch }, { url }) {
    const what = (0,_shared_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .toSentence */ .R)(`branch ${(0,_branch_paths_js__WEBPACK_IMPORTED_MODULE_1__/* .quotePath */ .WG)(branch)} cannot be ${deed}: ${why}`);
    switch (kind) {
        case 'git-missing':
            return `${(0,_shared_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .toSentence */ .R)(`delivery to a branch needs git: ${why}`)} Install git on the runner, or use \`deliver: artifact\`.`;
        case 'unauthorized':
            return `${what} The token in the input \`github-token\` may have expired or been revoked, so that it is no longer valid: run again with a new one.`;
        case 'denied':
            return `${what} Give the job \`permissions: contents: write\`, or a token with that right in the input \`github-token\`.`;
        case 'not-found':
            return `${what} There is no repository at ${url}, or the token in the input \`github-token\` may not see it.`;
        case 'redirected':
            return `${what} The server redirects ${url} to another address: the repository was renamed or moved, or the server has another address. Run the workflow in the repository under its new name, as the token is not sent to other addresses.`;
        case 'untrusted':
            return `${what} This machine does not trust the server's certificate. Name a file with the certificate of its authority in the environment variable \`GIT_SSL_CAINFO\`, or in git's own setting \`http.sslCAInfo\` on the runner; verification cannot be turned off here.`;
        case 'refused':
            return `${what} Allow github-actions[bot] to push to it in the repository's branch protection or rulesets, or choose another \`branch\`.`;
        case 'offline':
            return `${what} The server could not be reached; run it again later.`;
        case 'stopped':
        case 'failed':
            return what;
    }
}


/***/ }),

/***/ 7394:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dn: () => (/* binding */ readCommitTip),
/* harmony export */   H8: () => (/* binding */ refOf),
/* harmony export */   Yl: () => (/* binding */ pathsBelow),
/* harmony export */   av: () => (/* binding */ readTip)
/* harmony export */ });
/* harmony import */ var _git_fetch_tip_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4342);
/* harmony import */ var _git_list_files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2942);
/* harmony import */ var _git_read_blobs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3029);
/* harmony import */ var _lock_parse_lock_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9114);
/* harmony import */ var _branch_paths_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9799);





/** The full name of the branch. */
function refOf({ branch }) {
    return `refs/heads/${branch}`;
}
/** Fetches the branch's tip with its list of files and its lock file: at most two git commands that use the network. */
async function readTip(repository, place, signal, ask = async (question) => await question()) {
    const tip = await ask(async () => await (0,_git_fetch_tip_js__WEBPACK_IMPORTED_MODULE_0__/* .fetchTip */ .m)(repository, refOf(place), signal));
    if (!tip.ok)
        return gitError(tip.error);
    if (tip.value === undefined) {
        const lock = { edits: new Map(), pages: [] };
        return { ok: true, value: { tree: new Map(), recorded: { lock, paths: new Set() } } };
    }
    return await readCommitTip(repository, tip.value, place, signal, ask);
}
/** Reads a commit as `readTip` does; its list of files is fetched if it is not here. */
async function readCommitTip(repository, commit, place, signal, ask) {
    const files = await ask(async () => await (0,_git_list_files_js__WEBPACK_IMPORTED_MODULE_3__/* .listFiles */ .C)(repository, commit, signal));
    if (!files.ok)
        return gitError(files.error);
    const tree = new Map(files.value.map((file) => [file.path, file]));
    const unfit = checkOwnPaths(tree, place);
    if (unfit !== undefined)
        return { ok: false, error: { kind: 'unfit', problems: [unfit] } };
    const lock = await readLock(repository, tree, place, signal, ask);
    if (!lock.ok)
        return lock;
    const paths = pathsBelow(tree, place);
    return { ok: true, value: { tip: commit, tree, recorded: { lock: lock.value, paths } } };
}
/** The lock file must be a file, and what leads to it must be folders: nothing can be read or written through a link. */
function checkOwnPaths(tree, place) {
    const file = (0,_branch_paths_js__WEBPACK_IMPORTED_MODULE_4__/* .fromRoot */ .tc)(place, _branch_paths_js__WEBPACK_IMPORTED_MODULE_4__/* .LOCK_NAME */ .Sy);
    const inTheWay = (0,_branch_paths_js__WEBPACK_IMPORTED_MODULE_4__/* .foldersOf */ .pd)(file).find((folder) => tree.has(folder));
    const at = ` on branch ${(0,_branch_paths_js__WEBPACK_IMPORTED_MODULE_4__/* .quotePath */ .WG)(place.branch)}`;
    if (inTheWay !== undefined) {
        const message = `${(0,_branch_paths_js__WEBPACK_IMPORTED_MODULE_4__/* .quotePath */ .WG)(inTheWay)}${at} is a file, a link or a submodule, but \`branch-directory\` needs a folder of that name: use another \`branch-directory\`, or remove the file.`;
        return { severity: 'error', message };
    }
    const lock = tree.get(file);
    if (lock === undefined || (0,_branch_paths_js__WEBPACK_IMPORTED_MODULE_4__/* .isPlainFile */ .Dn)(lock))
        return undefined;
    const message = `${(0,_branch_paths_js__WEBPACK_IMPORTED_MODULE_4__/* .quotePath */ .WG)(file)}${at} is a link or a submodule, but must be a file: restore it from the branch's history, or use another \`branch-directory\`.`;
    return { severity: 'error', message };
}
async function readLock(repository, tree, place, signal, ask) {
    const path = (0,_branch_paths_js__WEBPACK_IMPORTED_MODULE_4__/* .fromRoot */ .tc)(place, _branch_paths_js__WEBPACK_IMPORTED_MODULE_4__/* .LOCK_NAME */ .Sy);
    const file = tree.get(path);
    if (file === undefined)
        return { ok: true, value: { edits: new Map(), pages: [] } };
    const bytes = await ask(async () => await (0,_git_read_blobs_js__WEBPACK_IMPORTED_MODULE_1__/* .readBlob */ .gm)(repository, file.blob, signal));
    if (!bytes.ok)
        return gitError(bytes.error);
    const lock = (0,_lock_parse_lock_js__WEBPACK_IMPORTED_MODULE_2__/* .parseLock */ .P)(bytes.value.toString(), `${place.branch}:${path}`);
    return lock.ok ? lock : { ok: false, error: { kind: 'unfit', problems: lock.error } };
}
/** The plain files below the branch directory, relative to it. */
function pathsBelow(tree, place) {
    const folder = (0,_branch_paths_js__WEBPACK_IMPORTED_MODULE_4__/* .fromRoot */ .tc)(place, '');
    const below = [...tree.values()].filter((file) => file.path.startsWith(folder) && (0,_branch_paths_js__WEBPACK_IMPORTED_MODULE_4__/* .isPlainFile */ .Dn)(file));
    return new Set(below.map(({ path }) => path.slice(folder.length)));
}
function gitError(error) {
    return { ok: false, error: { kind: 'git', error } };
}


/***/ }),

/***/ 8231:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Et: () => (/* binding */ pictureCommit),
/* harmony export */   aZ: () => (/* binding */ locksOf)
/* harmony export */ });
/* unused harmony exports filesOf, describeUnchanged, isBehind, holderOf */
/* harmony import */ var _lock_remember_past_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2539);

/** The lock files of the branches that are known, in this order. */
function locksOf(...branches) {
    return branches.flatMap((branch) => (branch === undefined ? [] : [branch.recorded.lock]));
}
/** A commit or a tree in the private repository with the files of the tip; undefined if there are none. */
function filesOf({ tip, joined }) {
    return joined?.files ?? tip;
}
/** A commit on the server that has the pictures of the tip; undefined if there is none. */
function pictureCommit({ tip, joined }) {
    return joined === undefined || joined.isAhead ? tip : joined.base;
}
/** Where the pictures of a tip are, if nothing is committed: on the branch, or on the one that has all that it has. */
function describeUnchanged(tip, place) {
    const commit = pictureCommit(tip);
    const isMerged = tip.joined?.isAhead === false && place.into !== undefined;
    return {
        kind: 'unchanged',
        ...place,
        ...(isMerged && { branch: place.into }),
        ...(commit !== undefined && { commit }),
    };
}
/** Whether the branch has something to propose, and lacks what came to the other branch in the meantime. */
function isBehind({ tip, joined }) {
    return tip !== undefined && joined?.isAhead === true && joined.parents.length > 1;
}
/** A commit on the server whose lock file has the entry of an edit as it is in the tip; undefined if there is none. */
function holderOf({ tip, joined, recorded }, id) {
    const entry = recorded.lock.edits.get(id);
    const there = joined?.recorded.lock.edits.get(id);
    return joined !== undefined && entry !== undefined && there !== undefined && isSameEntry(entry, there)
        ? joined.base
        : tip;
}


/***/ }),

/***/ 8678:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SC: () => (/* binding */ commitTree),
/* harmony export */   WM: () => (/* binding */ writeTree),
/* harmony export */   jG: () => (/* binding */ commitFlat)
/* harmony export */ });
/* unused harmony exports checkTree, withIndex */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _judge_git_exit_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1724);



/**
 * Makes a commit here, not on the remote: returns its object name, or undefined if its tree would be that of its last
 * parent. What the changes do not name stays as it is, modes included; files that are set become plain ones.
 */
async function commitTree(repository, order, signal) {
    const { tip, changes } = order;
    const last = order.parents?.at(-1) ?? tip;
    const [tree, before] = await Promise.all([
        writeTree(repository, tip, changes, signal),
        last === undefined ? undefined : ask(repository, ['rev-parse', '--verify', `${last}^{tree}`], signal),
    ]);
    if (!tree.ok)
        return tree;
    if (before?.ok === false)
        return before;
    if (before?.value === tree.value)
        return { ok: true, value: undefined };
    return await commitAs(repository, order, tree.value, signal);
}
/** Makes a commit that has only plain files in its root, whatever its parent has: returns its object name. */
async function commitFlat(repository, order, signal) {
    const input = order.files.map(({ path: file, blob }) => `100644 blob ${blob}\t${file}\0`).join('');
    const tree = await ask(repository, ['mktree', '-z', '--missing'], signal, input);
    return tree.ok ? await commitAs(repository, order, tree.value, signal) : tree;
}
async function commitAs(repository, { tip, parents = tip === undefined ? [] : [tip], message, author }, tree, signal) {
    const [, name = author, mail = ''] = /^(.*?)\s*<([^<>]*)>$/.exec(author) ?? [];
    const person = ['-c', `user.name=${name}`, '-c', `user.email=${mail}`];
    const named = parents.flatMap((parent) => ['-p', parent]);
    return await ask(repository, [...person, 'commit-tree', tree, ...named, '-F', '-'], signal, message);
}
/**
 * Checks whether git can build on the tree of `tip` (a commit or a tree): it refuses names such as `..` and `.git`, which a tree made by
 * other tools may contain nevertheless. Nothing is asked of the remote.
 */
async function checkTree(repository, tip, signal) {
    return await withIndex(repository, tip, signal, () => ({ ok: true, value: undefined }));
}
/** Makes a tree here: that of `tip` (a commit or a tree; nothing without one) with the changes. */
async function writeTree(repository, tip, changes, signal) {
    return await withIndex(repository, tip, signal, async (indexFile) => {
        const input = renderChanges(changes, tip);
        const exit = await repository.tryRun(['update-index', '-z', '--index-info'], {
            signal,
            indexFile,
            input,
        });
        const updated = (0,_judge_git_exit_js__WEBPACK_IMPORTED_MODULE_2__/* .judgeGitExit */ .m)(exit, signal);
        if (!updated.ok)
            return updated;
        // Git skips a path like `a/../b` and reports success.
        const [, ignored] = /^Ignoring path (.*)/m.exec(exit.kind === 'exited' ? exit.stderr : '') ?? [];
        if (ignored !== undefined)
            return { ok: false, error: { kind: 'failed', why: `git does not accept the path ${ignored}` } };
        // Without `--missing-ok`, git would fetch every file of others to see that it exists.
        const tree = await repository.run(['write-tree', '--missing-ok'], { signal, indexFile });
        return tree.ok ? { ok: true, value: tree.value.toString().trim() } : tree;
    });
}
/** Does `work` with an index of the tip's files (an empty one without a tip), which is removed afterwards. */
async function withIndex(repository, tip, signal, work) {
    const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)(node_path__WEBPACK_IMPORTED_MODULE_1__.join(repository.folder, 'index-'));
    const indexFile = node_path__WEBPACK_IMPORTED_MODULE_1__.join(folder, 'index');
    try {
        const read = await repository.run(['read-tree', tip ?? '--empty'], { signal, indexFile });
        return read.ok ? await work(indexFile) : read;
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(folder, { recursive: true, force: true, maxRetries: 5 });
    }
}
/** Removals come first: after them a folder may replace a file. The object name of a removal is not read. */
function renderChanges(changes, tip) {
    const nothing = '0'.repeat(tip?.length ?? 40);
    const removed = changes.filter(({ blob }) => blob === undefined);
    const set = changes.filter(({ blob }) => blob !== undefined);
    return [...removed, ...set]
        .map(({ path: file, blob, mode = '100644' }) => blob === undefined ? `0 ${nothing}\t${file}\0` : `${mode} ${blob}\t${file}\0`)
        .join('');
}
async function ask(repository, args, signal, input) {
    const answer = await repository.run(args, { signal, ...(input !== undefined && { input }) });
    return answer.ok ? { ok: true, value: answer.value.toString().trim() } : answer;
}


/***/ }),

/***/ 855:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ fetchHistory)
/* harmony export */ });
/* harmony import */ var _fetch_shallow_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2075);
/* harmony import */ var _git_settings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(394);
/* harmony import */ var _judge_git_exit_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1724);



/** The largest depth means all of the history (git-fetch(1)); `--unshallow` is refused if nothing is missing. */
const ALL = '--depth=2147483647';
/** Fetches all commits of the `refs` (full names), without their trees and files: two HTTP requests or three. */
async function fetchHistory(repository, refs, signal) {
    const quiet = ['--quiet', '--no-tags', '--no-write-fetch-head'];
    const exit = await (0,_fetch_shallow_js__WEBPACK_IMPORTED_MODULE_0__/* .fetchFiltered */ .qQ)(ALL, '--filter=tree:0', async (bounds) => await repository.tryRun(['fetch', ...quiet, ...bounds, _git_settings_js__WEBPACK_IMPORTED_MODULE_2__/* .REMOTE */ .Bn, ...refs], { signal }));
    return (0,_judge_git_exit_js__WEBPACK_IMPORTED_MODULE_1__/* .judgeGitExit */ .m)(exit, signal);
}


/***/ }),

/***/ 2075:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BP: () => (/* binding */ nameFetched),
/* harmony export */   X7: () => (/* binding */ fetchShallow),
/* harmony export */   i1: () => (/* binding */ FETCHED),
/* harmony export */   qQ: () => (/* binding */ fetchFiltered)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

/** Where fetched refs are kept here. */
const FETCHED = 'refs/fetched/';
/**
 * The ref here for one of the remote (full name), so that what is here is not sent again when that moves. Hashed, because
 * `a` and `a/b` cannot both be refs.
 */
function nameFetched(ref) {
    return `${FETCHED}${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(ref).digest('hex')}`;
}
/** Some servers offer filters and answer 500 if one comes together with a depth (dulwich does). */
const REFUSED_TOGETHER = /(?:returned error: |RPC failed; HTTP )500\b/;
/**
 * Fetches commits with their trees, without parents and without the bytes of files; from a server that refuses that, with
 * all files. `fetch` runs `git fetch` with the options that it is given.
 */
async function fetchShallow(fetch) {
    return await fetchFiltered('--depth=1', '--filter=blob:none', fetch);
}
/** Fetches with a depth and a filter; from a server that refuses both together, with all that the filter leaves out. */
async function fetchFiltered(depth, filter, fetch) {
    const exit = await fetch([depth, filter]);
    return exit.kind === 'exited' && REFUSED_TOGETHER.test(exit.stderr)
        ? await fetch([depth, '--no-filter'])
        : exit;
}


/***/ }),

/***/ 4342:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ listRefs),
/* harmony export */   m: () => (/* binding */ fetchTip)
/* harmony export */ });
/* harmony import */ var _fetch_shallow_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2075);
/* harmony import */ var _git_settings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(394);
/* harmony import */ var _judge_git_exit_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1724);



/**
 * The commit that `ref` (a full name, e.g. `refs/heads/assets`) names on the remote; undefined if the remote has no
 * such ref. Three HTTP requests, two if there is none: git 2.39 asks for the server's capabilities, for the ref and for
 * the objects. Two simultaneous fetches of `tip` into one repository get in each other's way, because git keeps one
 * list of commits without parents; any other two do not.
 */
async function fetchTip(repository, ref, signal, parts = 'tip') {
    const local = (0,_fetch_shallow_js__WEBPACK_IMPORTED_MODULE_0__/* .nameFetched */ .BP)(ref);
    const fetch = async (bounds) => {
        const args = ['fetch', '--quiet', ...bounds, '--no-tags', '--no-write-fetch-head'];
        return await repository.tryRun([...args, _git_settings_js__WEBPACK_IMPORTED_MODULE_2__/* .REMOTE */ .Bn, `+${ref}:${local}`], { signal });
    };
    const exit = parts === 'tip' ? await (0,_fetch_shallow_js__WEBPACK_IMPORTED_MODULE_0__/* .fetchShallow */ .X7)(fetch) : await fetch(['--no-filter']);
    if (exit.kind === 'exited' && exit.stderr.includes(`couldn't find remote ref ${ref}`))
        return { ok: true, value: undefined };
    const fetched = (0,_judge_git_exit_js__WEBPACK_IMPORTED_MODULE_1__/* .judgeGitExit */ .m)(exit, signal);
    if (!fetched.ok)
        return fetched;
    const found = await repository.run(['rev-parse', '--verify', '--quiet', `${local}^{commit}`], { signal });
    return found.ok ? { ok: true, value: found.value.toString().trim() } : found;
}
/** Full names of the remote's refs that match one of the patterns (as `git ls-remote` reads them): one HTTP request or two. */
async function listRefs(repository, patterns, signal) {
    const listed = await repository.run(['ls-remote', '--refs', _git_settings_js__WEBPACK_IMPORTED_MODULE_2__/* .REMOTE */ .Bn, ...patterns], { signal });
    if (!listed.ok)
        return listed;
    const lines = listed.value.toString().split('\n');
    return { ok: true, value: lines.flatMap((line) => line.split('\t')[1] ?? []) };
}


/***/ }),

/***/ 9523:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  h: () => (/* binding */ openRepository)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./shared/describe-error.js
var describe_error = __webpack_require__(2129);
// EXTERNAL MODULE: ./git/git-environment.js
var git_environment = __webpack_require__(6);
// EXTERNAL MODULE: ./git/git-settings.js
var git_settings = __webpack_require__(394);
// EXTERNAL MODULE: ./git/judge-git-exit.js + 1 modules
var judge_git_exit = __webpack_require__(1724);
;// CONCATENATED MODULE: ./git/machine-settings.js
/** Names under `http.` (or `http.<url>.`) for how this machine reaches the network, by the kind of their value. */
const NAMES = {
    proxy: 'text',
    proxyauthmethod: 'text',
    proxysslcainfo: 'path',
    proxysslcert: 'path',
    proxysslkey: 'path',
    sslbackend: 'text',
    sslcainfo: 'path',
    sslcapath: 'path',
    sslcert: 'path',
    sslkey: 'path',
    sslversion: 'text',
    sslcipherlist: 'text',
    schannelcheckrevoke: 'switch',
    schannelusesslcainfo: 'switch',
    pinnedpubkey: 'text',
    version: 'text',
};
/** Arguments that list the machine's settings for proxies and certificates; exit status 1 if there are none. */
const LIST_MACHINE_SETTINGS = [
    'config',
    '--null',
    '--get-regexp',
    `^http\\.(.*\\.)?(${Object.keys(NAMES).join('|')})$`,
];
/**
 * Reads what `LIST_MACHINE_SETTINGS` prints: `key`, a line break, `value`, NUL; a switch may have no value. `~/` is
 * resolved here, because git's home is a different one in our own processes. A setting without a value is left out.
 */
function parseMachineSettings(text, env) {
    const home = env['HOME'] ?? env['USERPROFILE'];
    return text
        .split('\0')
        .filter((record) => record !== '')
        .flatMap((record) => {
        const [key = '', ...rest] = record.split('\n');
        const kind = NAMES[key.slice(key.lastIndexOf('.') + 1)];
        const value = rest.length === 0 ? undefined : rest.join('\n');
        if (value === undefined)
            return kind === 'switch' ? [[key, 'true']] : [];
        const isHome = kind === 'path' && home !== undefined && /^~[/\\]/.test(value);
        return [[key, isHome ? home + value.slice(1) : value]];
    });
}

// EXTERNAL MODULE: ./git/make-git-folder.js
var make_git_folder = __webpack_require__(908);
// EXTERNAL MODULE: ./git/run-git.js + 1 modules
var run_git = __webpack_require__(4472);
;// CONCATENATED MODULE: ./git/open-repository.js
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








/** What git says when the remote's objects are named by a different hash. */
const OTHER_FORMAT = /mismatched algorithms: client \w+; server (sha1|sha256)/;
/**
 * Makes a private bare repository at `folder` (absolute, must not exist; the folders above it are made too) that works
 * on `remote`: an `http:`, `https:` or `file:` URL. Nothing is asked of the remote yet. Disposing of it removes the
 * folder. `git-missing` if git is absent or older than 2.31.
 */
async function openRepository(folder, remote, env, signal) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        if (!/^(?:https?|file):$/.test(URL.parse(remote.url)?.protocol ?? ''))
            return failed(`${remote.url} is not the https, http or file address of a repository`);
        try {
            await (0,make_git_folder/* makeGitFolder */.R)(folder, guessFormat(env));
        }
        catch (error) {
            return failed(`cannot make a folder for a git repository: ${(0,describe_error/* describeError */.U)(error)}`);
        }
        const made = __addDisposableResource(env_1, new AsyncDisposableStack(), true);
        made.defer(async () => {
            // Windows locks files for a moment after the process that had them open has ended.
            await (0,promises_.rm)(folder, { recursive: true, force: true, maxRetries: 5 });
        });
        const machine = await readMachine(folder, env, signal);
        if (!machine.ok)
            return machine;
        const variables = (0,git_environment/* gitEnvironment */._K)(env, remote, { folder, machine: machine.value });
        const runOnce = async (args, { indexFile, ...command }) => {
            const index = indexFile === undefined ? {} : { GIT_INDEX_FILE: indexFile };
            const exit = await (0,run_git/* runGit */.E)({ args, folder, env: { ...variables, ...index }, ...command });
            return exit.kind === 'exited' ? { ...exit, stderr: (0,git_settings/* redactToken */.bH)(exit.stderr, remote.token) } : exit;
        };
        const tryRun = async (args, command) => {
            const exit = await runOnce(args, command);
            const format = exit.kind === 'exited' ? OTHER_FORMAT.exec(exit.stderr)?.[1] : undefined;
            if (format === undefined)
                return exit;
            // Noticed at the first fetch, before anything is in here.
            await (0,make_git_folder/* setObjectFormat */.i)(folder, format === 'sha256' ? 'sha256' : 'sha1');
            return await runOnce(args, command);
        };
        const resources = made.move();
        return {
            ok: true,
            value: {
                remote,
                folder,
                run: async (args, command) => (0,judge_git_exit/* judgeGitExit */.m)(await tryRun(args, command), command.signal),
                tryRun,
                [Symbol.asyncDispose]: async () => {
                    await resources.disposeAsync();
                },
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
/**
 * The remote is the job's own repository, so the commit that the job runs on shows its hash. A fetch shows it as well, but
 * only if what it asks for exists.
 */
function guessFormat({ GITHUB_SHA: sha }) {
    return sha !== undefined && /^[0-9a-f]{64}$/.test(sha) ? 'sha256' : 'sha1';
}
/** Checks git, and returns the machine's network settings. */
async function readMachine(folder, env, signal) {
    const own = { folder, env: (0,git_environment/* machineEnvironment */.R5)(env, folder), signal };
    const [asked, listed] = await Promise.all([
        (0,run_git/* runGit */.E)({ args: ['version'], ...own }),
        (0,run_git/* runGit */.E)({ args: LIST_MACHINE_SETTINGS, ...own }),
    ]);
    const version = (0,judge_git_exit/* judgeGitExit */.m)(asked, signal);
    if (!version.ok)
        return version;
    const tooOld = (0,judge_git_exit/* judgeGitVersion */.G)(version.value.toString());
    if (tooOld !== undefined)
        return { ok: false, error: { kind: 'git-missing', why: tooOld } };
    if (listed.kind === 'exited' && listed.code === 1)
        return { ok: true, value: [] };
    const settings = (0,judge_git_exit/* judgeGitExit */.m)(listed, signal);
    return settings.ok ? { ok: true, value: parseMachineSettings(settings.value.toString(), env) } : settings;
}
function failed(why) {
    return { ok: false, error: { kind: 'failed', why } };
}


/***/ }),

/***/ 6677:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ZB: () => (/* binding */ checkWritable),
  UX: () => (/* binding */ replaceRef)
});

// UNUSED EXPORTS: pushCommit, removeRefs

// EXTERNAL MODULE: ./git/commit-tree.js
var commit_tree = __webpack_require__(8678);
// EXTERNAL MODULE: ./git/fetch-tip.js
var fetch_tip = __webpack_require__(4342);
// EXTERNAL MODULE: ./git/git-settings.js
var git_settings = __webpack_require__(394);
// EXTERNAL MODULE: ./git/judge-git-exit.js + 1 modules
var judge_git_exit = __webpack_require__(1724);
;// CONCATENATED MODULE: ./git/is-built-on.js

/** Whether `older` is the commit `newer` or one of its ancestors, as far as the private repository knows its history. */
async function is_built_on_isBuiltOn(repository, { older, newer }, signal) {
    const exit = await repository.tryRun(['merge-base', '--is-ancestor', older, newer], { signal });
    if (exit.kind === 'exited' && exit.code === 1)
        return { ok: true, value: false };
    const judged = judgeGitExit(exit, signal);
    return judged.ok ? { ok: true, value: true } : judged;
}

// EXTERNAL MODULE: ./git/remote-words.js
var remote_words = __webpack_require__(4646);
;// CONCATENATED MODULE: ./git/judge-push.js

/** Said about a ref that someone else changed between reading and writing. */
const MOVED = /stale info|fetch first|non-fast-forward|needs force|already exists|failed to update ref|atomic transaction failed|cannot lock ref|incorrect old value/;
/** Said by a server that lets no ref go back, whatever the client says. If the ref moved, it says something else. */
const DENIED = '[remote rejected] (non-fast-forward)';
/** A ref that cannot be written now or later, although the server describes it like one that moved. */
const NEVER = /exists; cannot create|Permission denied|Read-only file system|No space left|disk quota/i;
/**
 * What `git push --porcelain` says about `ref` (its full name on the remote); pure. A line of it is a flag, a tab,
 * `<from>:<to>`, a tab and words; the flag `!` means that it was refused.
 */
function judgePush(ref, stdout, stderr) {
    const line = stdout.split('\n').find((text) => text.split('\t')[1]?.endsWith(`:${ref}`) === true);
    if (line === undefined)
        return { kind: 'none' };
    const [flag, , summary = ''] = line.split('\t');
    if (flag !== '!')
        return { kind: 'pushed' };
    const words = (0,remote_words/* remoteWords */.S)(stderr);
    if (/failed to report status|remote failure/.test(summary))
        return { kind: 'lost' };
    if (summary.includes('atomic push fail'))
        return { kind: 'with-another' };
    if (MOVED.test(summary) && !summary.startsWith(DENIED) && !NEVER.test(stderr))
        return { kind: summary.startsWith('[remote') ? 'contested' : 'moved' };
    const reason = (0,remote_words/* plainWords */.c)(/\((.*)\)$/.exec(summary)?.[1] ?? summary);
    const isSaid = words === '' || words.includes(reason);
    return { kind: 'refused', why: isSaid ? words || reason : `${words} (${reason})` };
}

;// CONCATENATED MODULE: ./git/push.js






/**
 * Moves a ref of the remote forward from `tip` to `commit`, which must be a descendant of it: no commit is ever lost.
 * `moved` if the ref names another commit by now, or is gone. `refused` with the server's words; `offline` if the
 * answer was lost: then the push may have succeeded, and the ref shows it.
 */
async function pushCommit(repository, order, signal) {
    const { commit, tip } = order;
    if (tip !== undefined) {
        // The lease below says what the ref must name; this check makes sure that nothing of it is lost.
        const built = await isBuiltOn(repository, { older: tip, newer: commit }, signal);
        if (!built.ok)
            return built;
        if (!built.value)
            return failed(`the commit ${commit} does not build on ${tip}`);
    }
    return await replaceRef(repository, order, signal);
}
/**
 * Points a ref of the remote to `commit` if it still names `tip`, and drops what it named before: for a ref that holds
 * a value and no history. Two HTTP requests. Its result is that of `pushCommit`.
 */
async function replaceRef(repository, order, signal) {
    const { commit, ref, tip, remove = [] } = order;
    const args = ['push', '--porcelain', '--no-verify', `--force-with-lease=${ref}:${tip ?? ''}`];
    const removals = remove.map((other) => `:${other}`);
    const atomic = removals.length > 0 ? ['--atomic'] : [];
    const exit = await repository.tryRun([...args, ...atomic, git_settings/* REMOTE */.Bn, `${commit}:${ref}`, ...removals], {
        signal,
    });
    const { stdout, stderr } = exit.kind === 'exited' ? exit : { stdout: '', stderr: '' };
    const verdict = judgePush(ref, stdout.toString(), stderr);
    switch (verdict.kind) {
        case 'pushed':
        case 'moved':
            return { ok: true, value: verdict.kind };
        case 'contested':
            return await readContest(repository, order, signal);
        case 'refused':
            return { ok: false, error: verdict };
        case 'with-another':
            return removals.length > 0
                ? await pushInTwo(repository, order, signal)
                : failed('the server took no part of the push');
        case 'lost': {
            const why = 'the connection ended before the server said what became of the push';
            return { ok: false, error: { kind: 'offline', why } };
        }
        case 'none': {
            if (removals.length > 0 && stderr.includes('does not support --atomic'))
                return await pushInTwo(repository, order, signal);
            const judged = (0,judge_git_exit/* judgeGitExit */.m)(exit, signal);
            return judged.ok ? failed('git push succeeded without naming the ref') : judged;
        }
    }
}
/** For a server that does not accept both at once: first the ref, then the removals, whose result does not count. */
async function pushInTwo(repository, { remove = [], ...order }, signal) {
    const pushed = await replaceRef(repository, order, signal);
    // A ref that stays is found by `staleStages` a day later.
    if (pushed.ok && pushed.value === 'pushed')
        await removeRefs(repository, remove, signal);
    return pushed;
}
/** If a connection breaks before the answer, curl itself may send the push again: then the first one was ours. */
async function readContest(repository, { commit, ref }, signal) {
    const listed = await repository.run(['ls-remote', git_settings/* REMOTE */.Bn, ref], { signal });
    if (!listed.ok)
        return listed;
    return { ok: true, value: listed.value.toString().startsWith(`${commit}\t`) ? 'pushed' : 'moved' };
}
/** Removes refs of the remote, whatever they name; one that does not exist does no harm. */
async function removeRefs(repository, refs, signal) {
    if (refs.length === 0)
        return { ok: true, value: undefined };
    // Some servers fail if they are asked to remove what does not exist (go-git answers 500).
    const listed = await (0,fetch_tip/* listRefs */.D)(repository, refs, signal);
    if (!listed.ok)
        return listed;
    const there = refs.filter((ref) => listed.value.includes(ref));
    if (there.length === 0)
        return { ok: true, value: undefined };
    const args = ['push', '--porcelain', '--no-verify', git_settings/* REMOTE */.Bn, ...there.map((ref) => `:${ref}`)];
    const removed = await repository.run(args, { signal });
    return removed.ok ? { ok: true, value: undefined } : removed;
}
/**
 * Asks the server for the right to push to `ref`, and changes nothing: one HTTP request. `denied` if the token has
 * none. What a branch protection or a hook refuses shows only in a real push.
 */
async function checkWritable(repository, ref, signal) {
    const order = { changes: [], message: 'Nothing', author: 'none <none>' };
    const nothing = await (0,commit_tree/* commitTree */.SC)(repository, order, signal);
    if (!nothing.ok)
        return nothing;
    const args = ['push', '--dry-run', '--porcelain', '--no-verify', git_settings/* REMOTE */.Bn, `${nothing.value ?? ''}:${ref}`];
    const exit = await repository.tryRun(args, { signal });
    // It does not matter that it is not a fast-forward: the server has let us in.
    if (exit.kind === 'exited' && judgePush(ref, exit.stdout.toString(), exit.stderr).kind !== 'none')
        return { ok: true, value: undefined };
    const judged = (0,judge_git_exit/* judgeGitExit */.m)(exit, signal);
    return judged.ok ? failed('git push succeeded without naming the ref') : judged;
}
function failed(why) {
    return { ok: false, error: { kind: 'failed', why } };
}


/***/ }),

/***/ 3029:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HP: () => (/* binding */ fetchBlobs),
/* harmony export */   gm: () => (/* binding */ readBlob),
/* harmony export */   mH: () => (/* binding */ readFileOf)
/* harmony export */ });
/* unused harmony export saveBlob */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var _git_settings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(394);
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


/** Fetches the bytes of all files that are missing here at once: two HTTP requests, none if all are here. */
async function fetchBlobs(repository, blobs, signal) {
    if (blobs.length === 0)
        return { ok: true, value: undefined };
    // Lists what is here instead of asking for each: git would fetch a missing one just to say that it is missing.
    const listing = ['cat-file', '--batch-all-objects', '--batch-check=%(objectname)'];
    const listed = await repository.run(listing, { signal });
    if (!listed.ok)
        return listed;
    const here = new Set(listed.value.toString().split('\n'));
    const missing = [...new Set(blobs)].filter((blob) => !here.has(blob));
    if (missing.length === 0)
        return { ok: true, value: undefined };
    const args = [
        '-c',
        'fetch.negotiationAlgorithm=noop',
        'fetch',
        '--quiet',
        '--filter=blob:none',
        '--no-tags',
    ];
    const fetched = await repository.run([...args, '--no-write-fetch-head', '--stdin', _git_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .REMOTE */ .Bn], {
        signal,
        input: missing.map((blob) => `${blob}\n`).join(''),
    });
    return fetched.ok ? { ok: true, value: undefined } : fetched;
}
/** The bytes of a file, fetched if they are not here. For small files: for a picture use `saveBlob`. */
async function readBlob(repository, blob, signal) {
    return await repository.run(['cat-file', 'blob', blob], { signal });
}
/** The bytes of the file at a path of a commit that was fetched; undefined if the commit has no file there. */
async function readFileOf(repository, commit, path, signal) {
    const read = await repository.run(['cat-file', '--batch'], { signal, input: `${commit}:${path}\n` });
    if (!read.ok)
        return read;
    // `<object> blob <size>` and the bytes, or `<name> missing`.
    const header = read.value.subarray(0, read.value.indexOf('\n'));
    const [, type, size] = header.toString().split(' ');
    if (type !== 'blob')
        return { ok: true, value: undefined };
    const from = header.length + 1;
    return { ok: true, value: read.value.subarray(from, from + Number(size)) };
}
/**
 * Writes the bytes of a file to disk at `file` (absolute, its folder must exist; an existing file is replaced), under
 * another name until it is whole. Throws as the file system does.
 */
async function saveBlob(repository, blob, file, signal) {
    const part = `${file}.${blob}.part`;
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const handle = __addDisposableResource(env_1, await open(part, 'w'), true);
            // Straight from git to the disk.
            const saved = await repository.run(['cat-file', 'blob', blob], { signal, output: handle.fd });
            if (!saved.ok)
                return saved;
            await handle.close();
            await rename(part, file);
            return { ok: true, value: undefined };
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
    finally {
        await rm(part, { force: true });
    }
}


/***/ }),

/***/ 2838:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ retryOffline)
/* harmony export */ });
/* harmony import */ var _shared_retry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1049);
/* harmony import */ var _shared_retry_delay_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1171);


/** Half a minute at most: nothing is lost yet, and a run that cannot begin should say so soon. */
const TRIES = 6;
/** Asks the server up to six times as long as no whole answer comes; for questions, which can be asked again. */
async function retryOffline(ask, deps) {
    return await (0,_shared_retry_js__WEBPACK_IMPORTED_MODULE_0__/* .retry */ .L)(async (tries) => {
        const value = await ask();
        if (value.ok || value.error.kind !== 'offline' || tries === TRIES)
            return { kind: 'done', value };
        const waitMs = (0,_shared_retry_delay_js__WEBPACK_IMPORTED_MODULE_1__/* .retryDelayMs */ .q)(tries, deps.random);
        deps.log.info((0,_shared_retry_js__WEBPACK_IMPORTED_MODULE_0__/* .describeRetry */ .e)(`The git server did not answer: ${value.error.why}`, waitMs));
        return { kind: 'again', value, waitMs };
    }, deps);
}


/***/ }),

/***/ 3119:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YQ: () => (/* binding */ hasFiles),
/* harmony export */   rB: () => (/* binding */ filesOnBranch),
/* harmony export */   wP: () => (/* binding */ isWhole)
/* harmony export */ });
/** Files of the branch that belong to an entry: none if it was set aside or discarded; pure. */
function filesOnBranch({ files, stored }) {
    return stored === undefined ? files : [];
}
/** Whether all files of an entry are among these paths, which are relative to the branch directory; pure. */
function hasFiles({ files, stored }, paths) {
    return stored === undefined && files.every(({ path }) => paths.has(path));
}
/** Whether nothing is missing of an entry: a take that was set aside or discarded needs no files on the branch; pure. */
function isWhole(entry, paths) {
    return (entry.stored !== undefined && entry.take !== undefined) || hasFiles(entry, paths);
}


/***/ }),

/***/ 9114:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  P: () => (/* binding */ parseLock)
});

// EXTERNAL MODULE: ../node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(9987);
// EXTERNAL MODULE: ./shared/describe-error.js
var describe_error = __webpack_require__(2129);
// EXTERNAL MODULE: ./shared/fold-path.js
var fold_path = __webpack_require__(2274);
// EXTERNAL MODULE: ./shared/plain-text.js
var plain_text = __webpack_require__(295);
;// CONCATENATED MODULE: ./lock/find-lost-key.js
/** JSON's strings, with the colon that makes one a key, and its braces. */
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?|[{}]/g;
const [SPACE, COLON, BACKSLASH] = [0x20, 0x3a, 0x5c];
/**
 * The first key that occurs twice in one object of a valid JSON text, as a merge of two files may leave it: `JSON.parse`
 * keeps the last one and silently drops the others. `__proto__` is lost in the same way when its result is used. `value` is what
 * `JSON.parse` made of the text.
 */
function findLostKey(text, value) {
    // Counting is quicker than a search.
    return countKeys(text) === countKept(value) ? undefined : searchLostKey(text);
}
/** How many keys a valid JSON text has. */
function countKeys(text) {
    let count = 0;
    for (let start = text.indexOf('"'); start >= 0;) {
        let end = text.indexOf('"', start + 1);
        while (isEscaped(text, end))
            end = text.indexOf('"', end + 1);
        let next = end + 1;
        while (isBlank(text.charCodeAt(next)))
            next += 1;
        if (text.charCodeAt(next) === COLON)
            count += 1;
        start = text.indexOf('"', next);
    }
    return count;
}
/** JSON's blanks: all its other characters have higher codes. */
function isBlank(code) {
    return code <= SPACE;
}
function isEscaped(text, quote) {
    let before = quote;
    while (text.charCodeAt(before - 1) === BACKSLASH)
        before -= 1;
    return (quote - before) % 2 === 1;
}
/** How many keys a value from JSON has; without a number if one of them is `__proto__`. */
function countKept(value) {
    let count = 0;
    const open = [value];
    while (open.length > 0) {
        const top = open.pop();
        if (typeof top !== 'object' || top === null)
            continue;
        if (Array.isArray(top)) {
            for (const inner of top)
                if (typeof inner === 'object')
                    open.push(inner);
            continue;
        }
        for (const key of Object.keys(top)) {
            if (key === '__proto__')
                return Number.NaN;
            count += 1;
            const inner = top[key];
            if (typeof inner === 'object')
                open.push(inner);
        }
    }
    return count;
}
function searchLostKey(text) {
    const objects = [];
    for (const { 0: token, 1: colon, index } of text.matchAll(TOKEN)) {
        if (token === '{')
            objects.push(new Set());
        else if (token === '}')
            objects.pop();
        else if (colon !== undefined) {
            // With escapes in it, it is the same key.
            const key = String(JSON.parse(token.slice(0, -colon.length)));
            if (key === '__proto__')
                return { key, fault: 'is not allowed', offset: index };
            if (objects.at(-1)?.has(key) === true)
                return { key, fault: 'occurs twice', offset: index };
            objects.at(-1)?.add(key);
        }
    }
    return undefined;
}

// EXTERNAL MODULE: ../node_modules/yaml/browser/dist/index.js + 70 modules
var dist = __webpack_require__(9610);
;// CONCATENATED MODULE: ./lock/locate-in-json.js

/** Parsing with positions takes seconds for more; problems in such a file name its first line. */
const MAX_CHARACTERS = 2_000_000;
/** The position of the character at `offset`. */
function positionAt(text, offset) {
    const before = text.slice(0, offset).split('\n');
    return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}
/**
 * Finds a value in a JSON text: the deepest part of its path that exists. The text is parsed once, and only when the
 * locator is used, as that takes far longer than reading it.
 */
function createLocator(text) {
    if (text.length > MAX_CHARACTERS)
        return () => ({ line: 1, column: 1 });
    let document;
    return (path) => {
        // JSON is YAML, whose parser keeps positions and reads on after a mistake.
        document ??= (0,dist/* parseDocument */.Tp)(text, { uniqueKeys: false, prettyErrors: false, logLevel: 'silent' });
        const [error] = document.errors;
        let offset = path.length === 0 && error !== undefined ? error.pos[0] : 0;
        let node = document.contents;
        for (const step of path) {
            const inner = (0,dist/* isMap */.jh)(node) || (0,dist/* isSeq */.oP)(node) ? node.get(step, true) : undefined;
            if (!(0,dist/* isNode */.Ll)(inner))
                break;
            node = inner;
            offset = inner.range?.[0] ?? offset;
        }
        return positionAt(text, offset);
    };
}

// EXTERNAL MODULE: ../node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(9435);
// EXTERNAL MODULE: ./media/formats.js
var formats = __webpack_require__(2974);
// EXTERNAL MODULE: ./shared/commit-name.js
var commit_name = __webpack_require__(8588);
// EXTERNAL MODULE: ./shared/file-name.js
var file_name = __webpack_require__(3761);
// EXTERNAL MODULE: ./shared/lazily.js
var lazily = __webpack_require__(9670);
// EXTERNAL MODULE: ./lock/types.js
var types = __webpack_require__(5624);
;// CONCATENATED MODULE: ./lock/lock-schema.js






/** The form of the lock file that this version reads and writes. */
const LOCK_VERSION = 1;
/** The lock file as it is written; strict, so that what another version added is not lost without a word. */
const lockSchema = (0,lazily/* lazily */.q)(() => {
    const hash = schemas/* string */.YjP().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in 64 hex digits');
    const commit = schemas/* string */.YjP().regex(commit_name/* COMMIT_NAME */.AY, 'must be the full name of a commit');
    const text = schemas/* string */.YjP().min(1);
    const count = schemas/* int */.Whr().nonnegative();
    const usd = schemas/* number */.aig().nonnegative().max(types/* MOST_USD */.L1);
    const sum = schemas/* number */.aig().nonnegative().max(types/* MOST_SPENT_USD */.s_);
    // A path that is safe to write on every system and leads to nowhere but below the branch directory.
    const path = schemas/* string */.YjP()
        .refine(isSafePath, 'must be a relative path with forward slashes, fit for every system');
    const pixels = schemas/* int */.Whr().positive().nullable();
    const file = schemas/* strictObject */.rej({
        path,
        sha256: hash,
        bytes: schemas/* int */.Whr().positive(),
        width: pixels,
        height: pixels,
        type: schemas/* enum */.k5n(formats/* MEDIA_TYPES */.Z2),
        carries: schemas/* strictObject */.rej({ mark: text.optional(), label: text.optional(), c2pa: text.optional() })
            .optional(),
    })
        // What an entry names may be moved or removed: that is never the lock file, a page, or anything but a picture.
        .refine((value) => value.path.endsWith(`.${(0,formats/* fileExtension */.i_)(value.type)}`), {
        path: ['path'],
        message: 'must have the extension of its type',
    });
    // The model's own keys, whatever they are. What was read from JSON is JSON: checking that takes longer than all else.
    const input = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* custom */.IeY());
    const reference = schemas/* strictObject */.rej({
        content: text,
        path: text.optional(),
        commit: commit.optional(),
        edit: text.optional(),
    });
    const entry = schemas/* strictObject */.rej({
        spec: text.nullable(),
        take: schemas/* int */.Whr().positive().optional(),
        kept: schemas/* literal */.euz(true).optional(),
        stored: schemas/* enum */.k5n(['aside', 'discarded']).optional(),
        held_by: commit.optional(),
        fingerprint: hash,
        model: text,
        model_schema: hash.optional(),
        input,
        references: schemas/* array */.YOg(reference).optional(),
        alt: text.optional(),
        request_id: text,
        cost_usd: usd.nullable(),
        submitted_at: iso/* datetime */.w$(),
        finished_at: iso/* datetime */.w$(),
        queued_ms: count.nullable(),
        running_ms: count.nullable(),
        action_version: text,
        spec_commit: text.nullable(),
        files: schemas/* array */.YOg(file).min(1),
        history: schemas/* array */.YOg(schemas/* strictObject */.rej({ fingerprint: hash, commit }))
            .max(types/* MOST_PAST */.nw)
            .optional(),
    });
    const month = schemas/* string */.YjP().regex(/^\d{4}-\d\d$/, 'must be a month such as 2026-11');
    const spending = schemas/* strictObject */.rej({
        cost_usd: sum,
        edits: count,
        unpriced: count,
        requests: schemas/* record */.g1P(text, usd.nullable()).optional(),
    });
    const rendition = schemas/* strictObject */.rej({
        set: text,
        settings: input,
        color: text.optional(),
        placeholder: text.optional(),
        files: schemas/* array */.YOg(file).min(1),
        stale: schemas/* array */.YOg(path).min(1).optional(),
    });
    return schemas/* strictObject */.rej({
        version: schemas/* literal */.euz(LOCK_VERSION),
        pages: schemas/* array */.YOg(path.regex(/(?:\.md|(?:^|\/)pictures\.json|^index\.html)$/, 'must be a page, README.md or the like')),
        gallery: schemas/* array */.YOg(text).min(1).optional(),
        preview: schemas/* strictObject */.rej({ pull_request: schemas/* int */.Whr().positive(), commit: commit.optional() }).optional(),
        spending: schemas/* record */.g1P(month, spending).optional(),
        models: schemas/* record */.g1P(text, schemas/* strictObject */.rej({ digest: hash, schema: input })).optional(),
        edits: schemas/* record */.g1P(schemas/* string */.YjP().min(1), entry),
        renditions: schemas/* record */.g1P(hash, schemas/* record */.g1P(hash, rendition)).optional(),
    });
});
function isSafePath(value) {
    // An output's name has room for a number and an extension behind it, so it is judged without them.
    const names = value.replace(/([^/])(?:-\d+)?\.\w+$/, '$1').split('/');
    return names.every((name) => !name.includes('\\') && (0,file_name/* faultOfFileName */.v)(name) === undefined);
}

// EXTERNAL MODULE: ./shared/map-values.js
var map_values = __webpack_require__(9864);
// EXTERNAL MODULE: ./lock/spending.js
var spending = __webpack_require__(6325);
;// CONCATENATED MODULE: ./lock/read-wire-lock.js


/** A lock file's content by our own names; pure. */
function readWireLock({ edits, pages, gallery, preview, spending, models, renditions, }) {
    return {
        pages,
        edits: new Map(Object.entries(edits).map(([id, wire]) => [id, readEntry(wire)])),
        ...(gallery !== undefined && { gallery }),
        ...(preview !== undefined && {
            preview: dropAbsent({ pullRequest: preview.pull_request, commit: preview.commit }),
        }),
        ...(spending !== undefined && {
            spending: (0,map_values/* mapValues */.L)(spending, readMonth),
        }),
        ...(models !== undefined && { models }),
        ...(renditions !== undefined && {
            renditions: (0,map_values/* mapValues */.L)(renditions, (bySettings) => (0,map_values/* mapValues */.L)(bySettings, ({ files, ...facts }) => ({
                ...dropAbsent(facts),
                files: files.map(readFile),
            }))),
        }),
    };
}
/** The sums beside the requests are for people. */
function readMonth({ cost_usd: costUsd, edits, unpriced, requests }) {
    if (requests === undefined)
        return { costUsd, edits, unpriced };
    return (0,spending/* sumUp */.Bw)(new Map(Object.entries(requests).map(([id, usd]) => [id, usd ?? undefined])));
}
function readEntry(wire) {
    return dropAbsent({
        spec: wire.spec,
        take: wire.take,
        isKept: wire.kept,
        stored: wire.stored,
        heldBy: wire.held_by,
        fingerprint: wire.fingerprint,
        model: wire.model,
        modelSchema: wire.model_schema,
        input: wire.input,
        references: wire.references?.map(dropAbsent),
        alt: wire.alt,
        requestId: wire.request_id,
        costUsd: wire.cost_usd,
        submittedAt: wire.submitted_at,
        finishedAt: wire.finished_at,
        queuedMs: wire.queued_ms,
        runningMs: wire.running_ms,
        actionVersion: wire.action_version,
        specCommit: wire.spec_commit,
        files: wire.files.map(readFile),
        history: wire.history,
    });
}
function readFile({ carries, ...facts }) {
    return { ...dropAbsent(facts), ...(carries !== undefined && { carries: dropAbsent(carries) }) };
}
/** Without the keys that have no value. */
function dropAbsent(value) {
    const present = {};
    for (const [key, each] of Object.entries(value)) {
        if (each !== null && each !== undefined)
            present[key] = each;
    }
    return present;
}

;// CONCATENATED MODULE: ./lock/parse-lock.js








const ADVICE = "Only the action writes this file: restore it from the branch's history. It was left as it is.";
const UPDATE = 'Update the action. The file was left as it is.';
/** More would only repeat one mistake. */
const MAX_PROBLEMS = 10;
/**
 * Reads a lock file. `file` names it in problems, e.g. `assets:edits.lock.json`. A file that a newer version wrote, or that
 * is damaged or edited by hand, is never taken for an empty one: each problem says what is wrong, where, and what to do.
 */
function parseLock(text, file) {
    const locate = createLocator(text);
    const problemAt = (position, message) => ({
        severity: 'error',
        message: (0,plain_text/* toPlainLine */.Ic)(message),
        at: { file, ...position },
    });
    const problem = (message, path = []) => problemAt(locate(path), message);
    let json;
    try {
        json = JSON.parse(text);
    }
    catch (error) {
        const conflict = /^(?:<{7}|>{7}) /m.exec(text)?.index;
        const why = conflict === undefined
            ? (0,describe_error/* describeError */.U)(error)
            : 'it contains the conflict markers of an unfinished merge';
        const position = conflict === undefined ? locate([]) : positionAt(text, conflict);
        return { ok: false, error: [problemAt(position, `The lock file is not JSON: ${why}. ${ADVICE}`)] };
    }
    const version = schemas/* looseObject */._H3({ version: schemas/* number */.aig() }).safeParse(json).data?.version;
    if (version !== undefined && version > LOCK_VERSION) {
        const message = `The lock file was written by a newer version of this action (its form is ${version}, this one knows ${LOCK_VERSION}). ${UPDATE}`;
        return { ok: false, error: [problem(message, ['version'])] };
    }
    const lost = findLostKey(text, json);
    if (lost !== undefined) {
        const message = `The lock file has a fault: the key ${JSON.stringify(lost.key)} ${lost.fault}. ${ADVICE}`;
        return { ok: false, error: [problemAt(positionAt(text, lost.offset), message)] };
    }
    const parsed = lockSchema().safeParse(json);
    if (!parsed.success) {
        const { issues } = parsed.error;
        // A newer version explains the other faults as well; restoring an older file would lose what it recorded.
        const newer = issues.flatMap((issue) => describeNewer(issue, json));
        if (newer.length > 0)
            return { ok: false, error: newer.slice(0, MAX_PROBLEMS).map(({ what, path }) => problem(what, path)) };
        const faults = issues.slice(0, MAX_PROBLEMS).map(({ path, message }) => {
            return problem(`The lock file has a fault in ${describePath(path)}: ${message}. ${ADVICE}`, path);
        });
        return { ok: false, error: faults };
    }
    const twice = findTwice(parsed.data);
    if (twice !== undefined) {
        const message = `The lock file names ${JSON.stringify(twice.path)} twice, for ${twice.ids.join(' and ')}. ${ADVICE}`;
        return { ok: false, error: [problem(message, ['edits', twice.ids[1]])] };
    }
    return { ok: true, value: readWireLock(parsed.data) };
}
/** What only a newer version of the action can have written: keys and media types that this one does not know. */
function describeNewer(issue, json) {
    const { path } = issue;
    const found = (what, at) => ({
        what: `The lock file has ${what} in ${describePath(path)}, which this version of the action does not know. ${UPDATE}`,
        path: at,
    });
    if (issue.code === 'unrecognized_keys')
        return issue.keys.map((key) => found(`the key ${JSON.stringify(key)}`, [...path, key]));
    const value = path.reduce((all, key) => all[key], json);
    return path.at(-1) === 'type' && typeof value === 'string' && /^(?:image|video)\//.test(value)
        ? [found(`the type ${JSON.stringify(value)}`, path)]
        : [];
}
function describePath(path) {
    return path.length === 0 ? 'its form' : path.map(String).join(' > ');
}
/** A file of the branch that two entries claim, by names that Windows or macOS would take for one. */
function findTwice({ edits }) {
    const owners = new Map();
    for (const [id, { files, stored }] of Object.entries(edits)) {
        for (const { path } of stored === undefined ? files : []) {
            const owner = owners.get((0,fold_path/* foldPath */.t)(path));
            if (owner !== undefined)
                return { path, ids: [owner, id] };
            owners.set((0,fold_path/* foldPath */.t)(path), id);
        }
    }
    return undefined;
}


/***/ }),

/***/ 2539:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TR: () => (/* binding */ isSameEntry)
/* harmony export */ });
/* unused harmony exports rememberPast, withoutHistory */
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);


/**
 * The entry with the history it has when it replaces `replaced`, whose files and entry the commit `tip` still
 * has; pure. What the edit is now is not part of its history.
 */
function rememberPast(entry, replaced, tip) {
    const commit = replaced?.stored === undefined ? tip : replaced.heldBy;
    const last = replaced === undefined || commit === undefined ? [] : [{ fingerprint: replaced.fingerprint, commit }];
    const all = [...last, ...(replaced?.history ?? []), ...(entry.history ?? [])];
    const history = [];
    for (const past of all) {
        const isKnown = history.some(({ fingerprint }) => fingerprint === past.fingerprint);
        if (past.fingerprint !== entry.fingerprint && !isKnown)
            history.push(past);
    }
    const recent = history.slice(0, MOST_PAST);
    return isDeepStrictEqual(recent, entry.history ?? []) ? entry : { ...entry, history: recent };
}
/** Whether two entries record the same pictures of the same edit, whatever came before them. */
function isSameEntry(one, other) {
    return (0,node_util__WEBPACK_IMPORTED_MODULE_0__.isDeepStrictEqual)({ ...one, history: [] }, { ...other, history: [] });
}
/** The entry as if nothing had come before it. */
function withoutHistory(entry) {
    const copy = { ...entry };
    delete copy.history;
    return copy;
}


/***/ }),

/***/ 4418:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ renditionRecords)
/* harmony export */ });
/** The records of all renditions, whatever their original and their set; pure. */
function renditionRecords(renditions = {}) {
    return Object.values(renditions).flatMap((bySet) => Object.values(bySet));
}


/***/ }),

/***/ 6325:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bw: () => (/* binding */ sumUp),
/* harmony export */   GS: () => (/* binding */ monthOf),
/* harmony export */   Kq: () => (/* binding */ addSpending),
/* harmony export */   ac: () => (/* binding */ withSpendingOf),
/* harmony export */   hv: () => (/* binding */ mergeSpending)
/* harmony export */ });
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5624);

/** How many months, the newest first, are recorded request by request. Of older ones, only the sums are kept. */
const MONTHS_IN_DETAIL = 3;
/** The calendar month of a time in UTC, e.g. `2026-11`. */
function monthOf(timeMs) {
    return new Date(timeMs).toISOString().slice(0, 7);
}
/** The spending of a month in which these requests were submitted; pure. */
function sumUp(requests) {
    const costs = [...requests.values()];
    const known = costs.filter((each) => each !== undefined);
    const costUsd = known.reduce((sum, each) => sum + each, 0);
    return {
        // Costs have few decimals; any more come from binary fractions.
        costUsd: Math.min(_types_js__WEBPACK_IMPORTED_MODULE_0__/* .MOST_SPENT_USD */ .s_, Math.round(costUsd * 1e6) / 1e6),
        edits: costs.length,
        unpriced: costs.length - known.length,
        requests,
    };
}
/**
 * The spending with that of these entries in it, each in the month in which it was submitted; pure. A request counts once,
 * however many entries it has, and whether or not it is recorded already.
 */
function addSpending(spending, entries) {
    const byMonth = Map.groupBy(entries, ({ submittedAt }) => monthOf(Date.parse(submittedAt)));
    const more = [...byMonth].map(([month, paid]) => [month, sumUp(mergeCosts(paid.map(({ requestId, costUsd }) => [requestId, costUsd])))]);
    return mergeSpending(spending, Object.fromEntries(more));
}
/** What two branches spent; pure. What both recorded, because pictures went from one to the other, counts once. */
function mergeSpending(one, other) {
    const months = new Map(Object.entries(one ?? {}));
    for (const [month, theirs] of Object.entries(other ?? {})) {
        const ours = months.get(month);
        months.set(month, ours === undefined ? theirs : mergeMonth(ours, theirs));
    }
    if (months.size === 0)
        return undefined;
    const recent = new Set([...months.keys()].toSorted().slice(-MONTHS_IN_DETAIL));
    return Object.fromEntries([...months].map(([month, each]) => [month, recent.has(month) ? each : withoutRequests(each)]));
}
/** If one of them has only sums, it is not known what is in both: the larger one counts, so that nothing counts twice. */
function mergeMonth(one, other) {
    if (one.requests !== undefined && other.requests !== undefined)
        return sumUp(mergeCosts([...one.requests, ...other.requests]));
    return other.edits > one.edits ? other : one;
}
/** The highest known cost of each request: edits that share a request with another one record it as free. */
function mergeCosts(costs) {
    const merged = new Map();
    for (const [id, costUsd] of costs) {
        const known = merged.get(id);
        merged.set(id, known === undefined || costUsd === undefined ? (known ?? costUsd) : Math.max(known, costUsd));
    }
    return merged;
}
function withoutRequests({ costUsd, edits, unpriced }) {
    return { costUsd, edits, unpriced };
}
/** What is recorded on a branch, with the spending of the branch beneath it; pure. */
function withSpendingOf(recorded, base) {
    if (recorded === undefined)
        return recorded;
    const spending = mergeSpending(recorded.lock.spending, base?.lock.spending);
    if (spending === undefined)
        return recorded;
    return { ...recorded, lock: { ...recorded.lock, spending } };
}


/***/ }),

/***/ 5624:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L1: () => (/* binding */ MOST_USD),
/* harmony export */   nw: () => (/* binding */ MOST_PAST),
/* harmony export */   s_: () => (/* binding */ MOST_SPENT_USD)
/* harmony export */ });
/** The most that one edit can have cost; a service that names more is mistaken, and the cost counts as unknown. */
const MOST_USD = 1_000_000;
/** The most that the spending of a month can be: any more edits than there can be, at the highest cost. */
const MOST_SPENT_USD = 1e12;
/** How many fingerprints of an edit are remembered. */
const MOST_PAST = 20;


/***/ }),

/***/ 4303:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ withoutExtension)
/* harmony export */ });
/** A file's path without its extension. */
function withoutExtension(path) {
    return path.replace(/\.\w+$/, '');
}


/***/ }),

/***/ 9435:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w$: () => (/* binding */ datetime)
/* harmony export */ });
/* unused harmony exports date, time, duration */
/* harmony import */ var _core_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8729);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9987);



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
