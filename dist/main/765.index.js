export const id = 765;
export const ids = [765];
export const modules = {

/***/ 33432:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ compareReferences),
/* harmony export */   j: () => (/* binding */ listRecorded)
/* harmony export */ });
/* harmony import */ var _lock_locked_contents_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(94790);
/* harmony import */ var _shared_commit_name_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(48588);
/* harmony import */ var _shared_take_id_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49912);
/* harmony import */ var _name_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19907);




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
    const [was, is] = [(0,_shared_take_id_js__WEBPACK_IMPORTED_MODULE_0__/* .takeNumber */ .f2)(before.edit), (0,_shared_take_id_js__WEBPACK_IMPORTED_MODULE_0__/* .takeNumber */ .f2)(after.edit)];
    return was === is ? undefined : { kind: 'kept-take', edit: (0,_shared_take_id_js__WEBPACK_IMPORTED_MODULE_0__/* .editOfTake */ .Xo)(after.edit), before: was, after: is };
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
        return `output ${(0,_shared_take_id_js__WEBPACK_IMPORTED_MODULE_0__/* .editOfTake */ .Xo)(reference.edit)}`;
    return (0,_name_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .describeReference */ .P5)(reference);
}
function listPlanned({ images, lockedInput }, { commitOf }) {
    const contents = (0,_lock_locked_contents_js__WEBPACK_IMPORTED_MODULE_2__/* .contentsOf */ .KD)(images, lockedInput);
    return images.slice(0, MOST_COMPARED).flatMap((image, index) => {
        const content = contents[index];
        // A hosted picture of `options` is compared as a setting.
        if (content === undefined)
            return [];
        const side = { content: toText(content), reference: (0,_name_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .nameImage */ .Pe)(image) };
        const commit = image.kind === 'file' ? commitOf?.(image) : undefined;
        const isPinned = image.kind === 'file' && commit !== undefined;
        return [isPinned ? { ...side, picture: { path: image.path, commit } } : side];
    });
}
/** The references that an edit was made from, in their order. */
function listRecorded({ input, references = [], specCommit, }) {
    const named = new Map(references.map((reference) => [reference.content, reference]));
    // The commit of the spec most likely has the file as well; the lock file may say anything, and this becomes a link.
    const madeFrom = (0,_shared_commit_name_js__WEBPACK_IMPORTED_MODULE_3__/* .isCommitName */ .Nf)(specCommit) ? specCommit : undefined;
    return (0,_lock_locked_contents_js__WEBPACK_IMPORTED_MODULE_2__/* .listContents */ .HI)(input)
        .slice(0, MOST_COMPARED)
        .map(toText)
        .map((content) => {
        const recorded = named.get(content);
        const reference = (0,_name_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .nameRecorded */ .cU)(content, recorded ?? {});
        const commit = recorded?.commit ?? madeFrom;
        const isPinned = reference.kind === 'file' && commit !== undefined;
        return { content, reference, ...(isPinned && { picture: { path: reference.path, commit } }) };
    });
}
function toText(content) {
    return typeof content === 'string' ? content : JSON.stringify(content);
}


/***/ }),

/***/ 72578:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ findBlocked)
/* harmony export */ });
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


/***/ }),

/***/ 49765:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  c: () => (/* binding */ describeOptions),
  L: () => (/* binding */ reviewPlan)
});

// EXTERNAL MODULE: ./media/formats.js
var formats = __webpack_require__(92974);
// EXTERNAL MODULE: ./shared/map-values.js
var map_values = __webpack_require__(99864);
// EXTERNAL MODULE: ./shared/problem.js
var problem = __webpack_require__(85720);
// EXTERNAL MODULE: ./plan/review/count-renditions.js
var count_renditions = __webpack_require__(19343);
// EXTERNAL MODULE: ./plan/review/name-reference.js
var name_reference = __webpack_require__(19907);
// EXTERNAL MODULE: ./plan/review/estimate-growth.js
var estimate_growth = __webpack_require__(21776);
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
// EXTERNAL MODULE: ./lock/locked-contents.js
var locked_contents = __webpack_require__(94790);
// EXTERNAL MODULE: ./lock/sort-json.js
var sort_json = __webpack_require__(60696);
// EXTERNAL MODULE: ./shared/plain-text.js
var plain_text = __webpack_require__(60295);
// EXTERNAL MODULE: ./plan/review/compare-references.js
var compare_references = __webpack_require__(33432);
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
    const [before, after] = [(0,locked_contents/* listSettings */.cl)(entry.input), (0,locked_contents/* listSettings */.cl)(edit.lockedInput)];
    const names = [...new Set([...after.keys(), ...before.keys(), ...(isText ? [] : ['prompt'])])].toSorted();
    return [
        ...words,
        ...(0,compare_references/* compareReferences */.E)(edit, entry, facts),
        ...compareValues('model', entry.model, edit.model),
        ...names.flatMap((name) => compareValues(NAMES[name] ?? name, compare_edit_valueOf(before, entry.input, name), compare_edit_valueOf(after, edit.lockedInput, name))),
    ];
}
/** A prompt that is no text is compared like any other key. */
function compare_edit_valueOf(settings, input, name) {
    return name === 'prompt' ? input['prompt'] : settings.get(name);
}
function compareValues(name, was, is) {
    if (was === is || toText(was) === toText(is))
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
    const entry = (0,judge_entry/* findRepeated */.Ez)(action.over);
    return entry === undefined ? [] : [{ kind: 'again', what: (0,describe_entry/* describeUnknown */.E)(entry, nowMs) }];
}

// EXTERNAL MODULE: ./plan/review/seen-costs.js
var seen_costs = __webpack_require__(8020);
;// CONCATENATED MODULE: ./plan/review/review-plan.js













/** What a plan means for a reader: for each edit what happens and why, what is left over, and what it costs; pure. */
function reviewPlan({ edits }, facts) {
    const byId = new Map(edits.map((edit) => [edit.id, edit]));
    const willChange = (id) => {
        const kind = byId.get(id)?.action.kind;
        return (kind !== undefined && kind !== 'unchanged' && kind !== 'adopt' && kind !== 'aside' && kind !== 'skip');
    };
    const blocked = (0,find_blocked/* findBlocked */.g)(edits);
    const inOrder = edits.toSorted(({ at: a }, { at: b }) => (0,problem/* compareInFile */.V)(a, b));
    const reviewed = new Map(edits.map((edit) => [edit.id, reviewEdit(edit, blocked.get(edit.id), facts, willChange)]));
    const forKeep = findForKeep(edits, reviewed);
    const sent = edits.filter(({ id }) => !blocked.has(id));
    const { pixels, ...renditions } = (0,count_renditions/* countRenditions */.H)(edits, facts.recorded);
    const growth = facts.recorded && (0,estimate_growth/* estimateGrowth */.WC)(edits, facts.recorded.lock, { pixels });
    const costs = { prices: facts.prices, earlier: (0,seen_costs/* listPriced */.oE)(facts.recorded, facts.live?.recorded) };
    return {
        edits: inOrder.flatMap(({ id }) => {
            const edit = reviewed.get(id);
            if (edit === undefined)
                return [];
            return [forKeep.has(id) ? { ...edit, isForKeep: true } : edit];
        }),
        orphaned: (0,find_orphaned/* findOrphaned */.d)(edits, facts),
        estimate: (0,estimate_cost/* estimateCost */.a)(sent, costs),
        ...(renditions.files > 0 && { renditions }),
        ...(growth !== undefined && (0,estimate_growth/* isWorthSaying */.wU)(growth) && { growth }),
        ...(forKeep.size > 0 && {
            keepEstimate: (0,estimate_cost/* estimateCost */.a)(sent.filter(({ id }) => forKeep.has(id)), costs),
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


/***/ })

};
