export const id = 611;
export const ids = [611];
export const modules = {

/***/ 77611:
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
// EXTERNAL MODULE: ./jobs/budget/check-budget.js
var check_budget = __webpack_require__(72650);
// EXTERNAL MODULE: ./jobs/budget/month-budget.js
var month_budget = __webpack_require__(65796);
;// CONCATENATED MODULE: ./jobs/budget/foresee-excess.js


/**
 * What a budget will say to a run that applies this plan; pure. Without a price, a limit on cost says nothing yet: the
 * run that applies asks for it. A month of which nothing is left needs no price.
 */
function foreseeExcess(plan, limits, price) {
    const { maxEdits = Infinity, maxCostUsd, month, ...place } = limits;
    const isLimited = maxCostUsd !== undefined || month !== undefined;
    const known = price === undefined && isLimited ? { maxEdits, ...place } : limits;
    const excess = (0,check_budget/* checkBudget */.Ik)(plan, known, price) ?? (price === undefined ? (0,month_budget/* findSpentMonth */.MV)(plan.edits, month) : undefined);
    if (excess === undefined)
        return [];
    const { why, todo, at } = excess;
    const message = `A run that applies this plan sends nothing: ${why}. ${todo}`;
    return [{ severity: 'warning', message, ...(at !== undefined && { at }) }];
}

// EXTERNAL MODULE: ./jobs/budget/open-budget.js + 1 modules
var open_budget = __webpack_require__(59182);
// EXTERNAL MODULE: ./plan/list-to-send.js
var list_to_send = __webpack_require__(46718);
// EXTERNAL MODULE: ./media/formats.js
var formats = __webpack_require__(92974);
// EXTERNAL MODULE: ./shared/problem.js
var problem = __webpack_require__(85720);
// EXTERNAL MODULE: ./plan/review/name-reference.js
var name_reference = __webpack_require__(19907);
// EXTERNAL MODULE: ./plan/review/estimate-cost.js
var estimate_cost = __webpack_require__(49290);
// EXTERNAL MODULE: ./plan/review/find-blocked.js
var find_blocked = __webpack_require__(72578);
// EXTERNAL MODULE: ./plan/review/find-orphaned.js
var find_orphaned = __webpack_require__(55375);
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

// EXTERNAL MODULE: ./ledger/life/describe-entry.js
var describe_entry = __webpack_require__(86208);
// EXTERNAL MODULE: ./shared/format-age.js
var format_age = __webpack_require__(81786);
// EXTERNAL MODULE: ./plan/outputs.js
var outputs = __webpack_require__(56987);
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
            const what = `already paid for, submitted ${(0,format_age/* formatAge */.n)(nowMs - submittedAtMs)} ago: its pictures are collected, and nothing is paid again`;
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
            return { kind: 'pending', why: kind, what: (0,describe_entry/* describeUnknown */.E)(entry, nowMs), runUrl, ...requestId };
        }
    }
}

// EXTERNAL MODULE: ./ledger/life/judge-entry.js
var judge_entry = __webpack_require__(49112);
// EXTERNAL MODULE: ./lock/sort-json.js
var sort_json = __webpack_require__(60696);
// EXTERNAL MODULE: ./shared/plain-text.js
var plain_text = __webpack_require__(60295);
// EXTERNAL MODULE: ./shared/commit-name.js
var commit_name = __webpack_require__(48588);
;// CONCATENATED MODULE: ./plan/review/compare-references.js


/** A lock file may say anything: what is beyond this is not compared. The model takes ten references. */
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
function nameOf({ reference }) {
    return (0,name_reference/* describeReference */.P5)(reference);
}
function listPlanned({ images, lockedInput }, { commitOf }) {
    const contents = listContents(lockedInput['image_urls']);
    return images.slice(0, MOST_COMPARED).map((image, index) => {
        const side = { content: contents[index] ?? '', reference: (0,name_reference/* nameImage */.Pe)(image) };
        const commit = image.kind === 'file' ? commitOf?.(image) : undefined;
        return image.kind === 'file' && commit !== undefined
            ? { ...side, picture: { path: image.path, commit } }
            : side;
    });
}
function listRecorded({ input, references = [], specCommit }) {
    const named = new Map(references.map((reference) => [reference.content, reference]));
    // The commit of the spec most likely has the file as well; the lock file may say anything, and this becomes a link.
    const madeFrom = (0,commit_name/* isCommitName */.Nf)(specCommit) ? specCommit : undefined;
    return listContents(input['image_urls']).map((content) => {
        const recorded = named.get(content);
        const reference = (0,name_reference/* nameRecorded */.cU)(content, recorded ?? {});
        const commit = recorded?.commit ?? madeFrom;
        const isPinned = reference.kind === 'file' && commit !== undefined;
        return { content, reference, ...(isPinned && { picture: { path: reference.path, commit } }) };
    });
}
function listContents(value) {
    const all = Array.isArray(value) ? value.slice(0, MOST_COMPARED) : [];
    return all.map((each) => (typeof each === 'string' ? each : JSON.stringify(each)));
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
    const old = splitWords(before.slice(start, before.length - end));
    const now = splitWords(after.slice(start, after.length - end));
    return joinParts([
        { kind: 'same', text: after.slice(0, start) },
        ...(old.length * now.length > MOST_PAIRS ? replaceAll(old, now) : align(old, now)),
        { kind: 'same', text: after.slice(after.length - end) },
    ]);
}
/** How many characters are the same at the start, up to the end of a blank: only what is left has to be split. */
function countStart(one, other) {
    const most = Math.min(one.length, other.length);
    let count = 0;
    while (count < most && one.charCodeAt(count) === other.charCodeAt(count))
        count += 1;
    if (count === one.length && count === other.length)
        return count;
    while (count > 0 && isInWord(one[count - 1]))
        count -= 1;
    return count;
}
/** As `countStart`, at the end, from the beginning of a blank. */
function countEnd(one, other) {
    const most = Math.min(one.length, other.length);
    let count = 0;
    while (count < most && one.at(-1 - count) === other.at(-1 - count))
        count += 1;
    while (count > 0 && isInWord(one[one.length - count]))
        count -= 1;
    return count;
}
function isInWord(character = '') {
    return !/\s/.test(character);
}
/** Words, and what is between them. */
function splitWords(text) {
    segmenter ??= new Intl.Segmenter('en', { granularity: 'word' });
    return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
function replaceAll(old, now) {
    return [
        { kind: 'removed', text: old.join('') },
        { kind: 'added', text: now.join('') },
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
    const keys = Object.keys({ ...edit.lockedInput, ...entry.input }).toSorted();
    const others = keys.filter((key) => key !== 'image_urls' && !(key === 'prompt' && isText));
    return [
        ...words,
        ...compareReferences(edit, entry, facts),
        ...compareValues('model', entry.model, facts.model),
        ...others.flatMap((key) => compareValues(NAMES[key] ?? key, entry.input[key], edit.lockedInput[key])),
    ];
}
function compareValues(name, was, is) {
    if (toText(was) === toText(is))
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
function toText(value) {
    return value === undefined ? undefined : JSON.stringify((0,sort_json/* sortJson */.B)(value));
}
/** A size without its ratio, which follows from it. */
function showValue(value) {
    const text = typeof value === 'string' ? value.replace(/^(\d+x\d+)\(\d+:\d+\)$/, '$1') : toText(value);
    return text === undefined ? undefined : (0,plain_text/* shorten */.ml)(text, MOST_OF_A_VALUE);
}

;// CONCATENATED MODULE: ./plan/review/list-changes.js



/** Why an edit is made again, and how the spec differs from what is recorded under its id, if anything is. */
function listChanges(edit, found, facts, willChange) {
    const again = listRepeated(edit, facts.nowMs);
    if (found === undefined)
        return again;
    const { entry: own, paths } = found;
    const isMade = !['unchanged', 'adopt', 'skip'].includes(edit.action.kind);
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
    const entry = (0,judge_entry/* findRepeated */.Ez)(action.over);
    return entry === undefined ? [] : [{ kind: 'again', what: (0,describe_entry/* describeUnknown */.E)(entry, nowMs) }];
}

;// CONCATENATED MODULE: ./plan/review/review-plan.js









/** What a plan means for a reader: for each edit what happens and why, what is left over, and what it costs; pure. */
function reviewPlan({ edits }, facts) {
    const byId = new Map(edits.map((edit) => [edit.id, edit]));
    const willChange = (id) => {
        const kind = byId.get(id)?.action.kind;
        return kind !== undefined && kind !== 'unchanged' && kind !== 'adopt' && kind !== 'skip';
    };
    const blocked = (0,find_blocked/* findBlocked */.g)(edits);
    const inOrder = edits.toSorted(({ at: a }, { at: b }) => (0,problem/* compareInFile */.V)(a, b));
    const earlier = [facts.recorded, facts.live?.recorded].flatMap((all) => [
        ...(all?.lock.edits.values() ?? []),
    ]);
    return {
        edits: inOrder.map((edit) => reviewEdit(edit, blocked.get(edit.id), facts, willChange)),
        orphaned: (0,find_orphaned/* findOrphaned */.d)(edits, facts),
        estimate: (0,estimate_cost/* estimateCost */.a)(edits.filter(({ id }) => !blocked.has(id)), {
            price: facts.prices?.get(facts.model),
            earlier: earlier.filter(({ model }) => model === facts.model),
        }),
    };
}
function reviewEdit(edit, blockedBy, facts, willChange) {
    const { id, description, at, prompt, output, size, images, fingerprint, action } = edit;
    const found = findRecorded(id, facts);
    const current = found && findPicture(found);
    return {
        id,
        ...(description !== undefined && { description }),
        at,
        prompt,
        output,
        size: size.wire,
        references: images.map(name_reference/* nameImage */.Pe),
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
    if (!paths.has(first.path))
        return undefined;
    const { commit, directory } = folder;
    return { path: directory === '' ? first.path : `${directory}/${first.path}`, commit };
}

// EXTERNAL MODULE: ./references/reference-forms.js + 1 modules
var reference_forms = __webpack_require__(70777);
// EXTERNAL MODULE: ./report/plan/create-plan-file.js
var create_plan_file = __webpack_require__(88669);
// EXTERNAL MODULE: ./runner/pin-files.js
var pin_files = __webpack_require__(93197);
// EXTERNAL MODULE: ./runner/spec-commit.js
var spec_commit = __webpack_require__(99743);
// EXTERNAL MODULE: ./shared/model.js
var model = __webpack_require__(50962);
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
        const thisStep = (0,this_step/* createThisStep */.X)(world);
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

// EXTERNAL MODULE: ./run/prepare/describe-repository.js
var describe_repository = __webpack_require__(80427);
// EXTERNAL MODULE: ./run/prepare/look-around.js + 1 modules
var look_around = __webpack_require__(6424);
// EXTERNAL MODULE: ./run/prepare/make-plan.js + 15 modules
var make_plan = __webpack_require__(37013);
// EXTERNAL MODULE: ./run/prepare/refused-run.js
var refused_run = __webpack_require__(83859);
// EXTERNAL MODULE: ./queue/create-queue-client.js + 20 modules
var create_queue_client = __webpack_require__(70521);
;// CONCATENATED MODULE: ./run/plan/ask-price.js
var ask_price_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var ask_price_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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

/** Asks the service what the submits of a plan cost, which is free but takes a token. */
async function askPrice({ edits }, { apiToken, apiUrl }, world, signal) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const sends = edits.some(({ action }) => action.kind === 'submit');
        if (apiToken === '' || !sends)
            return { price: undefined, problems: [] };
        const client = ask_price_addDisposableResource(env_1, (0,create_queue_client/* createQueueClient */.f)({ apiUrl, token: apiToken, ...world }), true);
        const answer = await client.price(signal);
        signal.throwIfAborted();
        if (answer.ok)
            return { price: answer.value, problems: [] };
        const { code, message } = answer.error;
        if (code !== 'authentication')
            world.log.info(`The price is not known: ${message}`);
        return {
            price: undefined,
            problems: code === 'authentication' ? [{ severity: 'warning', message }] : [],
        };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = ask_price_disposeResources(env_1);
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
        const { price, problems: priceProblems } = await askPrice(plan, inputs, world, signal);
        const limits = (0,open_budget/* findLimits */.Us)(seen.spec.budget, inputs, (0,spending/* withSpendingOf */.ac)(seen.branch?.recorded, seen.base?.recorded), startedAtMs);
        const problems = [
            ...describeInstead(because),
            ...seen.problems,
            ...describeUnread(seen.branchFaults, first.faults, view),
            ...first.problems,
            ...formProblems,
            ...(0,make_plan/* judgePlan */.t7)(plan, seen, first, work, inputs, clock.now()),
            ...priceProblems,
            ...foreseeExcess(plan, limits, price),
        ];
        const review = reviewPlan(plan, {
            ...compareWith(await (0,pin_files/* pinFiles */.z)(listFiles(plan), world, signal), seen, first, inputs, world),
            ...(price !== undefined && { prices: new Map([[model/* MODEL */.A, price]]) }),
        });
        const commit = (await (0,spec_commit/* readLastingCommit */.Ay)(world)) ?? world.repository.sha;
        const file = fileOf(review, problems, limits, { ...seen, commit }, inputs, world);
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
/** What the plan is compared with. */
function compareWith(commitOf, { spec, branch, base }, first, { prune }, { clock }) {
    const there = branch && (0,tip_facts/* pictureCommit */.Et)(branch);
    return {
        model: model/* MODEL */.A,
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
function fileOf(review, problems, limits, { spec, branch, commit }, inputs, { clock, repository }) {
    const { url } = repository;
    const { month } = limits;
    const there = branch && (0,tip_facts/* pictureCommit */.Et)(branch);
    return (0,create_plan_file/* createPlanFile */.I)({
        ...review,
        createdAt: new Date(clock.now()).toISOString(),
        actionVersion: version/* VERSION */.x,
        model: model/* MODEL */.A,
        repositoryUrl: url,
        spec: { path: spec.path, ...(commit !== undefined && { commit }) },
        destination: (0,name_destination/* nameDestination */.a)(inputs),
        ...(there !== undefined && { branchCommit: there }),
        ...(month !== undefined && { month: planMonth(month) }),
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
;// CONCATENATED MODULE: ./report/plan/plan-outputs.js

/** The outputs of a run that only plans, by name, without the path of the plan file. */
function planOutputs({ edits, estimate, problems, }) {
    const hasErrors = (0,problem/* listErrors */.Gr)(problems).length > 0;
    return {
        outcome: hasErrors ? 'failed' : 'planned',
        planned: String(edits.filter(({ action }) => action === 'submit').length),
        adopted: String(edits.filter(({ action }) => action === 'adopt').length),
        unchanged: String(edits.filter(({ action }) => action === 'unchanged').length),
        'estimated-cost-usd': describeUsd(estimate),
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
                await (0,promises_.writeFile)(file, (0,plan_file/* renderPlanFile */.wL)(plan));
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


/***/ })

};
