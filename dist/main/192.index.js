export const id = 192;
export const ids = [192];
export const modules = {

/***/ 90029:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ listDeliveredSince),
/* harmony export */   t: () => (/* binding */ ARTIFACT)
/* harmony export */ });
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


/***/ }),

/***/ 74858:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ compareRenditions),
/* harmony export */   z: () => (/* binding */ compareSets)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
/* harmony import */ var _shared_fold_path_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(42274);
/* harmony import */ var _lock_rendition_records_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(74418);
/* harmony import */ var _shared_without_extension_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(44303);
/* harmony import */ var _rendition_files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(22775);





/**
 * Compares what the edits' pictures (at `own`) are to have with what is recorded and on the branch; pure. `paths`: every file of
 * the branch.
 */
function compareRenditions(wanted, own, recorded, paths) {
    const keep = new Set(wanted.flatMap(({ files }) => files.map(({ path }) => (0,_shared_fold_path_js__WEBPACK_IMPORTED_MODULE_2__/* .foldPath */ .t)(path))));
    const stems = new Set(own.map(_shared_without_extension_js__WEBPACK_IMPORTED_MODULE_3__/* .withoutExtension */ .w));
    const stale = (0,_lock_rendition_records_js__WEBPACK_IMPORTED_MODULE_4__/* .renditionRecords */ .v)(recorded).flatMap((record) => record.files
        .map(({ path }) => path)
        .filter((path) => record.stale?.includes(path) !== true && !keep.has((0,_shared_fold_path_js__WEBPACK_IMPORTED_MODULE_2__/* .foldPath */ .t)(path)))
        .filter((path) => (0,_rendition_files_js__WEBPACK_IMPORTED_MODULE_1__/* .stemsOf */ .gz)(path, record.set).some((stem) => stems.has(stem))));
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
    const equal = Object.entries(records).filter(([other, record]) => other === key || (0,node_util__WEBPACK_IMPORTED_MODULE_0__.isDeepStrictEqual)(record.settings, settings));
    return equal.toSorted(([a], [b]) => Number(b === key) - Number(a === key)).map(([, record]) => record);
}
function previewOf({ color, placeholder }) {
    return { ...(color !== undefined && { color }), ...(placeholder !== undefined && { placeholder }) };
}
function isSame(one, other) {
    return one.type === other.type && one.width === other.width && one.height === other.height;
}


/***/ }),

/***/ 96705:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bS: () => (/* binding */ findRenditionWork),
/* harmony export */   dX: () => (/* binding */ listWantedOf),
/* harmony export */   xy: () => (/* binding */ splitBlocked)
/* harmony export */ });
/* harmony import */ var _lock_has_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(53119);
/* harmony import */ var _lock_rendition_records_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(74418);
/* harmony import */ var _shared_fold_path_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(42274);
/* harmony import */ var _compare_renditions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74858);
/* harmony import */ var _list_wanted_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(89363);





/** The renditions that edits are to have; pure. */
function listWantedOf(users) {
    return users.flatMap((user) => (0,_list_wanted_js__WEBPACK_IMPORTED_MODULE_1__/* .listWanted */ .U)(user.shown, user.settings, user));
}
/** How the renditions that edits are to have differ from those of the branch; pure. `recorded`: absent without a branch. */
function findRenditionWork(users, recorded) {
    const ids = new Set(users.map(({ id }) => id));
    const own = users.flatMap(({ shown }) => shown.map(({ path }) => path));
    const { free, blocked } = splitBlocked(listWantedOf(users), recorded, ids);
    return {
        ...(0,_compare_renditions_js__WEBPACK_IMPORTED_MODULE_0__/* .compareRenditions */ .x)(free, own, recorded?.lock.renditions ?? {}, recorded?.paths ?? new Set()),
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
    const foreign = new Set([...recorded.paths].map(_shared_fold_path_js__WEBPACK_IMPORTED_MODULE_2__/* .foldPath */ .t));
    const own = [
        ...(0,_lock_rendition_records_js__WEBPACK_IMPORTED_MODULE_3__/* .renditionRecords */ .v)(renditions).flatMap(({ files }) => files),
        ...[...edits.values()].flatMap(_lock_has_files_js__WEBPACK_IMPORTED_MODULE_4__/* .filesOnBranch */ .rB),
    ];
    for (const { path } of own)
        foreign.delete((0,_shared_fold_path_js__WEBPACK_IMPORTED_MODULE_2__/* .foldPath */ .t)(path));
    const owners = new Map([...edits].flatMap(([id, entry]) => ids.has(id) ? [] : (0,_lock_has_files_js__WEBPACK_IMPORTED_MODULE_4__/* .filesOnBranch */ .rB)(entry).map(({ path }) => [(0,_shared_fold_path_js__WEBPACK_IMPORTED_MODULE_2__/* .foldPath */ .t)(path), id])));
    const isBlocked = ({ path }) => foreign.has((0,_shared_fold_path_js__WEBPACK_IMPORTED_MODULE_2__/* .foldPath */ .t)(path)) || owners.has((0,_shared_fold_path_js__WEBPACK_IMPORTED_MODULE_2__/* .foldPath */ .t)(path));
    return {
        free: wanted.map((set) => ({ ...set, files: set.files.filter((file) => !isBlocked(file)) })),
        blocked: wanted.flatMap(({ original, files }) => files.filter(isBlocked).map(({ path }) => {
            const owner = owners.get((0,_shared_fold_path_js__WEBPACK_IMPORTED_MODULE_2__/* .foldPath */ .t)(path));
            return { original: original.path, path, ...(owner !== undefined && { owner }) };
        })),
    };
}


/***/ }),

/***/ 89363:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  U: () => (/* binding */ listWanted),
  F: () => (/* binding */ markOf)
});

// EXTERNAL MODULE: ./media/mark/compose-mark.js
var compose_mark = __webpack_require__(51186);
// EXTERNAL MODULE: ./pictures/rendition-files.js
var rendition_files = __webpack_require__(22775);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lock/sort-json.js
var sort_json = __webpack_require__(60696);
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
            const files = (0,rendition_files/* listRenditions */.Ww)(original.path, { width, height }, set);
            return { set, original, settings: shaped, key: recordKey(set, shaped), mark, files };
        });
    });
}


/***/ }),

/***/ 22775:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ww: () => (/* binding */ listRenditions),
/* harmony export */   _9: () => (/* binding */ isRenditionOf),
/* harmony export */   _K: () => (/* binding */ FORMAT_TYPES),
/* harmony export */   gz: () => (/* binding */ stemsOf)
/* harmony export */ });
/* harmony import */ var _media_formats_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92974);
/* harmony import */ var _shared_without_extension_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44303);


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
    const stem = `${(0,_shared_without_extension_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutExtension */ .w)(path)}${set.isNamed ? `-${set.name}` : ''}`;
    return widths.flatMap((width) => set.formats.map((format) => {
        const type = FORMAT_TYPES[format];
        const height = heightOf(width, original, set);
        return { path: `${stem}-${width}w.${(0,_media_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .fileExtension */ .i_)(type)}`, type, width, height };
    }));
}
/** Whether a path is one that a rendition of the picture at `original` may have, by a set of this name. */
function isRenditionOf(path, original, set) {
    return stemsOf(path, set).includes((0,_shared_without_extension_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutExtension */ .w)(original));
}
/** The paths without extension of the pictures that a file may be a rendition of, by a set of this name. */
function stemsOf(path, set) {
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


/***/ }),

/***/ 88968:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ madeBy)
/* harmony export */ });
/* harmony import */ var _lock_locked_contents_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94790);

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
        hasImages: (0,_lock_locked_contents_js__WEBPACK_IMPORTED_MODULE_0__/* .listReferences */ .Xo)(entry.input).length > 0,
    };
}


/***/ }),

/***/ 19343:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ countRenditions),
/* harmony export */   z: () => (/* binding */ describeRenditions)
/* harmony export */ });
/* harmony import */ var _pictures_compare_renditions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74858);
/* harmony import */ var _pictures_find_rendition_work_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96705);
/* harmony import */ var _shared_duration_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(42403);
/* harmony import */ var _shared_format_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(19612);
/* harmony import */ var _made_by_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88968);





/** Measured on a runner with two processors: 15 s for 1280 x 720. */
const AVIF_MS_PER_PIXEL = 15_000 / (1280 * 720);
/** Counts the renditions that a plan makes; pure. Pictures that are not there yet count as of the size that is asked for. */
function countRenditions(edits, recorded) {
    // Only the kept take is the picture of its edit.
    const shown = edits.filter(({ pictures, take }) => (pictures?.renditions.length ?? 0) > 0 && take?.isKept !== false);
    const users = shown.map((edit) => ({
        ...{ id: edit.id, ...(0,_made_by_js__WEBPACK_IMPORTED_MODULE_3__/* .madeBy */ .v)(edit) },
        shown: listShown(edit),
        settings: edit.pictures,
    }));
    const work = (0,_pictures_compare_renditions_js__WEBPACK_IMPORTED_MODULE_0__/* .compareSets */ .z)((0,_pictures_find_rendition_work_js__WEBPACK_IMPORTED_MODULE_1__/* .splitBlocked */ .xy)((0,_pictures_find_rendition_work_js__WEBPACK_IMPORTED_MODULE_1__/* .listWantedOf */ .dX)(users), recorded, new Set(edits.map(({ id }) => id))).free, recorded?.lock.renditions ?? {}, recorded?.paths ?? new Set());
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
    const count = `${isLeast ? 'at least ' : ''}${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .LS)(files, 'file')} to make, at no cost`;
    return avif === undefined
        ? count
        : `${count}; ${avif.files} of them ${avif.files === 1 ? 'is' : 'are'} AVIF, which takes about ${(0,_shared_duration_js__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a3)(avif.ms)}`;
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


/***/ }),

/***/ 27506:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ nameChange),
/* harmony export */   u: () => (/* binding */ describeChange)
/* harmony export */ });
/* harmony import */ var _shared_plain_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60295);
/* harmony import */ var _shared_list_some_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65020);
/* harmony import */ var _name_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19907);



/** Number of missing files that are named. */
const MAX_NAMED = 5;
/** One difference as a clause for people; names are in backticks. */
function describeChange(change) {
    switch (change.kind) {
        case 'forced':
            return '`force` names it';
        case 'missing-files': {
            const names = change.paths.map((path) => `\`${path}\``);
            return `${names.length === 1 ? 'a picture is' : 'pictures are'} missing on the branch: ${(0,_shared_list_some_js__WEBPACK_IMPORTED_MODULE_0__/* .listSome */ .X)(names, MAX_NAMED)}`;
        }
        case 'again':
            return `submitted again as requested: ${change.what}`;
        case 'prompt':
            return `prompt: ${describeWords(change.words)}`;
        case 'reference-added':
            return `new reference: ${(0,_name_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .describeReference */ .P5)(change.reference)}`;
        case 'reference-removed':
            return `reference removed: ${(0,_name_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .describeReference */ .P5)(change.reference)}`;
        case 'reference-replaced':
            return `reference changed: ${(0,_name_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .describeReference */ .P5)(change.reference)}`;
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
    return (0,_shared_plain_text_js__WEBPACK_IMPORTED_MODULE_2__/* .toPlainLine */ .Ic)(words.map(({ kind, text }) => `${marks[kind][0]}${text}${marks[kind][1]}`).join(''));
}


/***/ }),

/***/ 99336:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ describeSum),
/* harmony export */   f: () => (/* binding */ describeEstimatedCost)
/* harmony export */ });
/* harmony import */ var _shared_format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19612);
/* harmony import */ var _shared_list_some_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65020);
/* harmony import */ var _shared_model_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50962);



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
            return `${estimate.isLeast ? 'at least' : 'about'} ${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatUsd */ .UK)(estimate.usd)}`;
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
                : (0,_shared_list_some_js__WEBPACK_IMPORTED_MODULE_1__/* .listStatements */ .l)(parts.map(namePart), MAX_PARTS);
            return rest === 0 ? of : `${of}; the cost of ${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(rest, 'edit')} is not known`;
        }
    }
}
function namePart(part) {
    return `${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(part.edits, 'edit')} by ${part.model}: ${describePart(part)}`;
}
/** `0.12 USD for each, from 9 earlier edits`. */
function describePart({ model, eachUsd, basis }) {
    const each = `${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatUsd */ .UK)(eachUsd)} for each`;
    if (basis.kind === 'recorded')
        return `${each}, from ${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(basis.earlierEdits, 'earlier edit')}`;
    return model === _shared_model_js__WEBPACK_IMPORTED_MODULE_2__/* .MODEL */ .A
        ? "by the service's price"
        : `${each} by the service's base price, which options may multiply`;
}
/** An estimate and what it is based on, behind the word "cost": `about 0.09 USD, 0.03 USD for each, from 12 earlier edits`. */
function describeEstimatedCost(estimate) {
    const basis = describeBasis(estimate);
    if (estimate.kind === 'known')
        return `${describeSum(estimate)}, ${basis}`;
    return `${estimate.kind === 'none' ? 'none' : 'unknown'}: ${basis}`;
}


/***/ }),

/***/ 21776:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HP: () => (/* binding */ warnOfSize),
/* harmony export */   WC: () => (/* binding */ estimateGrowth),
/* harmony export */   hT: () => (/* binding */ describeGrowth),
/* harmony export */   wU: () => (/* binding */ isWorthSaying)
/* harmony export */ });
/* harmony import */ var _lock_rendition_records_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74418);
/* harmony import */ var _shared_format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19612);


/** What GitHub recommends as the most for a repository on its disks (docs.github.com, "Repository limits"). */
const RECOMMENDED_BYTES = 10 * 1000 ** 3;
/** From here on a person should know. */
const WARNED_BYTES = 0.8 * RECOMMENDED_BYTES;
/**
 * How much a plan adds to the branch, its renditions of so many pixels included; pure. Pictures of its own history cost no room.
 */
function estimateGrowth(edits, { edits: entries, renditions }, { pixels } = { pixels: 0 }) {
    const derived = (0,_lock_rendition_records_js__WEBPACK_IMPORTED_MODULE_0__/* .renditionRecords */ .v)(renditions).flatMap(({ files: made }) => made);
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
        : `about ${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(addedBytes)} are added`;
    return `${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(branchBytes)} of pictures, ${added}`;
}
/** A warning if the pictures of a branch come near what GitHub recommends for a repository; pure. */
function warnOfSize({ branchBytes, addedBytes = 0 }, branch) {
    if (branchBytes + addedBytes < WARNED_BYTES)
        return [];
    const message = `The pictures of branch \`${branch}\` come to ${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(branchBytes + addedBytes)}, older versions not counted, and GitHub recommends at most 10 GB for a whole repository. docs/assets-branch.md describes how to shorten the history of the branch.`;
    return [{ severity: 'warning', message }];
}
function sum(numbers) {
    let total = 0;
    for (const number of numbers)
        total += number;
    return total;
}


/***/ }),

/***/ 19907:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P5: () => (/* binding */ describeReference),
/* harmony export */   Pe: () => (/* binding */ nameImage),
/* harmony export */   cU: () => (/* binding */ nameRecorded)
/* harmony export */ });
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


/***/ }),

/***/ 44128:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $A: () => (/* binding */ createBranchAddress),
/* harmony export */   R8: () => (/* binding */ filesOf),
/* harmony export */   Rj: () => (/* binding */ branchFolderAddress),
/* harmony export */   yZ: () => (/* binding */ heldByCommit)
/* harmony export */ });
/* harmony import */ var _shared_encode_path_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32613);

/** The edit's pictures: those on disk or, if the edit is unchanged or adopted, those on the branch. */
function filesOf({ files, unchangedFiles, }) {
    return files.length > 0 ? files : unchangedFiles;
}
/**
 * Finds out which edits have their pictures in the branch's commit. Gives the pictures' URLs, or undefined if the
 * commit does not hold them or that is not known. Anyone who can read the repository can open a URL for as long as
 * the commit exists.
 */
function createBranchAddress(run) {
    const { branch, repositoryUrl } = run;
    const committed = committedFolder(branch);
    const left = new Set(branch.kind === 'committed' ? branch.left.map(({ id }) => id) : []);
    const addressIn = ({ commit, directory }) => ({ path }) => `${repositoryUrl}/blob/${commit}/${(0,_shared_encode_path_js__WEBPACK_IMPORTED_MODULE_0__/* .encodePath */ .O)(joinPath(directory, path))}`;
    const address = committed && addressIn(committed);
    return (outcome) => {
        const { edit, state } = outcome;
        const { action } = edit;
        const heldBy = heldByCommit(outcome, branch);
        if (heldBy !== undefined && 'directory' in branch)
            return addressIn({ commit: heldBy, directory: branch.directory });
        if (action.kind === 'aside')
            return undefined;
        if (action.kind === 'unchanged' && action.on !== undefined && branch.kind !== 'none')
            return addressIn({ commit: action.on.commit, directory: branch.directory });
        const isBrought = state === 'succeeded' || state === 'adopted';
        const isThere = state === 'unchanged' || (isBrought && branch.kind === 'committed');
        return isThere && !left.has(edit.id) ? address : undefined;
    };
}
/** A commit that has the pictures of a take that is not kept and that the branch does not have; undefined for all others. */
function heldByCommit({ edit: { id, action } }, branch) {
    const now = branch.kind === 'committed' ? branch.aside?.get(id) : undefined;
    if (now !== undefined)
        return now;
    return action.kind === 'aside' ? (action.entry.heldBy ?? action.on?.commit) : undefined;
}
/** URL of the branch directory in the commit; undefined if there is no commit. */
function branchFolderAddress({ branch, repositoryUrl, }) {
    const committed = committedFolder(branch);
    if (committed === undefined)
        return undefined;
    const folder = committed.directory === '' ? '' : `/${(0,_shared_encode_path_js__WEBPACK_IMPORTED_MODULE_0__/* .encodePath */ .O)(committed.directory)}`;
    return `${repositoryUrl}/tree/${committed.commit}${folder}`;
}
function committedFolder(branch) {
    switch (branch.kind) {
        case 'committed':
            return branch;
        case 'unchanged':
            return branch.commit === undefined ? undefined : { commit: branch.commit, directory: branch.directory };
        case 'none':
        case 'failed':
            return undefined;
    }
}
function joinPath(directory, path) {
    return directory === '' ? path : `${directory}/${path}`;
}


/***/ }),

/***/ 80017:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ listBefore)
/* harmony export */ });
/* harmony import */ var _shared_take_id_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49912);

/** What an edit had before: a kept take is compared with what was kept before it. */
function listBefore({ pictures }, { id, take }) {
    const found = (0,_shared_take_id_js__WEBPACK_IMPORTED_MODULE_0__/* .namesBefore */ .G0)(id, take).map((name) => pictures.get(name));
    return found.find((each) => each !== undefined) ?? [];
}


/***/ }),

/***/ 9319:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ PLAN_FILE_VERSION),
/* harmony export */   u: () => (/* binding */ MOST_PLAN_BYTES)
/* harmony export */ });
/** The form of the plan file that this version reads and writes. */
const PLAN_FILE_VERSION = 1;
/** The most bytes of a plan file that is read. Thousands of changed edits with long prompts stay below it. */
const MOST_PLAN_BYTES = 64 * 1024 * 1024;


/***/ }),

/***/ 38536:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ pullUrl),
/* harmony export */   q: () => (/* binding */ pullProblems)
/* harmony export */ });
/* harmony import */ var _shared_sentence_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47730);

/** What a person should know about it: nothing if all is well. */
function pullProblems(pull) {
    switch (pull?.kind) {
        case undefined:
        case 'up-to-date':
            return [];
        case 'not-opened': {
            const what = (0,_shared_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .toSentence */ .R)(`the pictures are pushed, but no pull request could be opened: ${pull.why}`);
            const advice = pull.isDenied
                ? ' To let workflows open it, give the job `permissions: pull-requests: write`, and allow it in the settings of the repository (Actions, General, Workflow permissions).'
                : '';
            return [{ severity: 'warning', message: `${what}${advice} Open it yourself: ${pull.compareUrl}` }];
        }
        case 'not-updated': {
            const what = (0,_shared_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .toSentence */ .R)(`the text of the pull request ${pull.url} could not be updated: ${pull.why}`);
            return [{ severity: 'warning', message: what }];
        }
    }
}
/** The address of the pull request; empty if there is none. */
function pullUrl(pull) {
    return pull === undefined || pull.kind === 'not-opened' ? '' : pull.url;
}


/***/ }),

/***/ 74131:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ nameDestination)
/* harmony export */ });
/* harmony import */ var _ledger_life_delivered_since_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90029);

/**
 * Where a run's pictures are to go, as the ledger names it. If they go to a branch, only the branch counts: an artifact
 * beside it that is missing is a debt of its own.
 */
function nameDestination({ deliver, branch, branchDirectory, }) {
    if (!deliver.includes('branch'))
        return _ledger_life_delivered_since_js__WEBPACK_IMPORTED_MODULE_0__/* .ARTIFACT */ .t;
    // No branch name contains a colon.
    return branchDirectory === '' ? `branch ${branch}` : `branch ${branch}:${branchDirectory}`;
}


/***/ })

};
