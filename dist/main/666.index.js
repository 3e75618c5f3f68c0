export const id = 666;
export const ids = [666];
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

/***/ 10811:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ decideAdvice)
/* harmony export */ });
/* harmony import */ var _decide_outcome_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81435);

/** What there is to do about an edit; undefined if it has its pictures, or has none on purpose. Pure. */
function decideAdvice(outcome) {
    switch (outcome.state) {
        case 'succeeded':
        case 'unchanged':
        case 'adopted':
            return undefined;
        case 'pending':
            if (outcome.job.kind === 'open')
                return 'collect';
            return adviseWithoutJob(outcome.error.code);
        case 'unknown':
            return outcome.job.kind === 'maybe-sent' ? 'check-submit' : 'check-request';
        case 'cancelled':
            return 'run-again';
        case 'failed':
            return adviseAfterFailure(outcome.job.kind);
        case 'skipped':
            return (0,_decide_outcome_js__WEBPACK_IMPORTED_MODULE_0__/* .isSkippedOnPurpose */ .mg)(outcome) ? undefined : 'unblock';
    }
}
/** An edit is pending without a job of this run: its pictures exist, another run has it, or other jobs of the plan were to make it. */
function adviseWithoutJob(code) {
    if (code === 'not-committed')
        return 'bring';
    return code === 'other-run' ? 'other-run' : 'other-jobs';
}
function adviseAfterFailure(job) {
    switch (job) {
        case 'none':
        case 'refused':
        case 'over-empty':
            return 'fix';
        case 'open':
            return 'fetch-again';
        case 'lost':
            return 'look-up';
    }
}


/***/ }),

/***/ 44340:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ describeCarried)
/* harmony export */ });
/** The IPTC's vocabulary, of whose addresses the last part is enough for people. */
const TERMS = /^https?:\/\/cv\.iptc\.org\/newscodes\/digitalsourcetype\//;
/** What a picture says of its origin, in its own words; empty if it says nothing. Nothing of it is verified. */
function describeCarried({ carries }) {
    const { mark, label, c2pa } = carries ?? {};
    return [
        ...(mark === undefined ? [] : [`source type ${mark.replace(TERMS, '')}`]),
        ...(label === undefined ? [] : [`AIGC label ${label}`]),
        ...(c2pa === undefined ? [] : [`C2PA: ${c2pa}`]),
    ];
}


/***/ }),

/***/ 2965:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AC: () => (/* binding */ codeInMarkdown),
/* harmony export */   eY: () => (/* binding */ textInMarkdown),
/* harmony export */   nR: () => (/* binding */ linkedCode)
/* harmony export */ });
/* harmony import */ var _shared_escape_html_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31944);
/* harmony import */ var _shared_escape_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67456);
/* harmony import */ var _shared_plain_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60295);



/** Marks where a long word may break, so that it does not make its column too wide for a phone. The text is a single line, so it has no line feed of its own. */
const BREAK = '\n';
/**
 * Text from outside as one line of HTML within a Markdown page on GitHub. Markdown leaves such HTML as it is, but
 * GitHub turns mentions, references, emoji, formulas and URLs in the page's text into markup. This prevents that.
 */
function textInMarkdown(text) {
    const parted = (0,_shared_plain_text_js__WEBPACK_IMPORTED_MODULE_2__/* .toPlainLine */ .Ic)(text)
        .replaceAll(/@|#(?=\d)|:(?=[\w+-]*[a-z][\w+-]*:)|:(?=\/\/)/gi, `$&${_shared_escape_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .WORD_JOINER */ .Pj}`)
        .replaceAll(/www(?=\.)/gi, `$&${_shared_escape_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .WORD_JOINER */ .Pj}`)
        .replaceAll(/\S{20}(?=\S)/gu, `$&${BREAK}`);
    // GitHub's documented way to show a dollar sign that does not begin a formula.
    return toHtml(parted).replaceAll('$', '<span>$</span>');
}
/** As `textInMarkdown`, but shown as code, so that it can be copied: GitHub turns nothing in code into markup. */
function codeInMarkdown(text) {
    const parted = (0,_shared_plain_text_js__WEBPACK_IMPORTED_MODULE_2__/* .toPlainLine */ .Ic)(text)
        .replaceAll(/[-_.+@/,]+(?=[^-_.+@/,])/g, `$&${BREAK}`)
        .replaceAll(/[^\n]{16}(?=[^\n])/gu, `$&${BREAK}`);
    return `<code>${toHtml(parted)}</code>`;
}
/** As `codeInMarkdown`, as a link if there is an address. */
function linkedCode(text, address) {
    const code = codeInMarkdown(text);
    return address === undefined ? code : `<a href="${(0,_shared_escape_html_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeHtml */ .Z)(address)}">${code}</a>`;
}
function toHtml(text) {
    return (0,_shared_escape_html_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeHtml */ .Z)(text).replaceAll(BREAK, '<wbr>');
}


/***/ }),

/***/ 77695:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ linkedPicture),
/* harmony export */   b: () => (/* binding */ renderGrid)
/* harmony export */ });
/**
 * HTML cells as a table with the given number of columns, for a Markdown page on GitHub, where a table is the only way
 * to put text under a picture. Neither the cells nor the result may contain a blank line, which would end the HTML.
 */
function renderGrid(cells, columns) {
    // With fewer cells than columns, cells keep their own width, so that a single picture is not stretched.
    const width = cells.length < columns ? '' : ` width="${Math.floor(100 / columns)}%"`;
    const rows = [];
    for (let start = 0; start < cells.length; start += columns) {
        const row = cells.slice(start, start + columns);
        rows.push(`<tr>\n${row.map((cell) => `<td valign="top"${width}>${cell}</td>`).join('\n')}\n</tr>`);
    }
    return `<table>\n${rows.join('\n')}\n</table>\n`;
}
/** A picture, `width` pixels wide, that links to a URL. URL, source and name must be escaped for a quoted attribute. */
function linkedPicture(address, source, width, name) {
    return `<a href="${address}"><img src="${source}" width="${width}" alt="${name}"></a>`;
}


/***/ }),

/***/ 74412:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ inSpecOrder)
/* harmony export */ });
/* harmony import */ var _shared_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85720);

/**
 * Edits in the order of the spec, in which people look for them; edits of one matrix keep their order. A run makes them
 * in the plan's order instead: each after those it needs.
 */
function inSpecOrder(edits) {
    return edits.toSorted(({ edit: { at: a } }, { edit: { at: b } }) => (0,_shared_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .compareInFile */ .V)(a, b));
}


/***/ }),

/***/ 72666:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  deliverRun: () => (/* binding */ deliverRun)
});

// EXTERNAL MODULE: ./plan/decide-aside.js
var decide_aside = __webpack_require__(96580);
// EXTERNAL MODULE: ./plan/outputs.js
var outputs = __webpack_require__(56987);
;// CONCATENATED MODULE: ./plan/shards/made-by-parts.js

/**
 * The outcomes as they are for the plan as a whole: what its other jobs have made and delivered is made, with its cost and its
 * times, and not unchanged; pure.
 */
function creditParts(outcomes, parts) {
    const counted = new Set();
    return outcomes.map((outcome) => {
        const entry = madeByParts(outcome, parts);
        if (entry === undefined)
            return outcome;
        // Equal edits share one job, which was paid for once.
        const isShared = counted.has(entry.requestId);
        counted.add(entry.requestId);
        return credit(outcome, entry, isShared);
    });
}
/** The entry of an edit that the branch lacked when the plan was made, and has now; undefined for all others. */
function madeByParts({ edit, state }, { actions, forced, plannedAtMs }) {
    const { id, action } = edit;
    if (state !== 'unchanged' || (action.kind !== 'unchanged' && action.kind !== 'aside'))
        return undefined;
    if (action.on !== undefined || !(0,outputs/* isUntouched */.O2)(edit) || !isWork(actions.get(id)))
        return undefined;
    const { entry } = action;
    // The picture that a forced edit replaces looks the same.
    return forced.has(id) && Date.parse(entry.submittedAt) <= plannedAtMs ? undefined : entry;
}
function isWork(action) {
    switch (action) {
        case 'submit':
        case 'collect':
        case 'other-run':
        case 'share':
        case 'hold':
            return true;
        case 'unchanged':
        case 'adopt':
        case 'aside':
        case 'skip':
        case undefined:
            return false;
    }
}
function credit(outcome, entry, isShared) {
    const { edit, files, unchangedFiles, outputUrls, warnings } = outcome;
    const { requestId, submittedAt, finishedAt, queuedMs, runningMs } = entry;
    const costUsd = isShared ? 0 : entry.costUsd;
    const submittedAtMs = Date.parse(submittedAt);
    return {
        ...{ edit, files, unchangedFiles, outputUrls, warnings, state: 'succeeded' },
        job: { kind: 'made', requestId, submittedAtMs },
        ...(costUsd !== undefined && { costUsd }),
        timings: {
            ...(queuedMs !== undefined && { queuedMs }),
            ...(runningMs !== undefined && { runningMs }),
            totalMs: Math.max(0, Date.parse(finishedAt) - submittedAtMs),
        },
    };
}

// EXTERNAL MODULE: ./report/decide-outcome.js
var decide_outcome = __webpack_require__(81435);
// EXTERNAL MODULE: ./shared/deadline.js
var deadline = __webpack_require__(56927);
// EXTERNAL MODULE: ./deliver/branch/fetch-files.js
var fetch_files = __webpack_require__(14218);
// EXTERNAL MODULE: ./deliver/branch/branch-paths.js
var branch_paths = __webpack_require__(39799);
// EXTERNAL MODULE: ./deliver/branch/read-tip.js
var read_tip = __webpack_require__(27394);
// EXTERNAL MODULE: ./lock/rendition-records.js
var rendition_records = __webpack_require__(74418);
;// CONCATENATED MODULE: ./run/deliver/collect-parts.js





/**
 * Fetches what other jobs of the plan brought to the branch and the artifact is to hold as well, besides the pictures
 * themselves: the takes that are in its history only, and the renditions. What cannot be fetched is left out; the log says why.
 */
async function collectParts(run, own, parts, places, world, signal) {
    const made = run.edits.filter((outcome) => madeByParts(outcome, parts) !== undefined);
    const takes = await fetchTakes(made, places, world, signal);
    return {
        run: {
            ...run,
            edits: run.edits.map((outcome) => ({
                ...outcome,
                files: [...outcome.files, ...(takes.get(outcome.edit.id) ?? [])],
            })),
        },
        renditions: await fetchRenditions(made, own, places, world, signal),
    };
}
/** The files of takes that are not kept, by edit. */
async function fetchTakes(made, { current, folder }, { log }, signal) {
    const byCommit = Map.groupBy(made, ({ edit: { action } }) => action.kind === 'aside' ? action.entry.heldBy : undefined);
    const fetched = new Map();
    for (const [commit, outcomes] of byCommit) {
        if (commit === undefined)
            continue;
        const { repository, place } = current;
        const tip = await (0,read_tip/* readCommitTip */.Dn)(repository, commit, place, signal, async (question) => await question());
        if (!tip.ok) {
            log.info(`The artifact does not hold takes of commit ${commit}, which cannot be read.`);
            continue;
        }
        const held = { repository, place, ...tip.value };
        for (const { edit, unchangedFiles } of outcomes) {
            const wanted = unchangedFiles.map((to) => ({ from: to.path, to }));
            const files = await (0,fetch_files/* fetchFiles */.U)(held, wanted, folder, signal);
            if (files.ok)
                fetched.set(edit.id, files.value);
            else
                log.info(`The artifact does not hold ${edit.id}: ${files.error.message}`);
        }
    }
    return fetched;
}
async function fetchRenditions(made, own, { current, folder }, { log }, signal) {
    const { renditions = {} } = current.recorded.lock;
    const originals = new Set(made.flatMap(({ unchangedFiles }) => unchangedFiles.map(({ sha256 }) => sha256)));
    const recorded = Object.fromEntries(Object.entries(renditions).filter(([sha256]) => originals.has(sha256)));
    const files = (0,rendition_records/* renditionRecords */.v)(recorded).flatMap((record) => record.files);
    const wanted = [
        ...new Map(files.map((to) => [to.path, { from: to.path, to }])).values(),
    ];
    if (wanted.length === 0)
        return own;
    const fetched = await (0,fetch_files/* fetchFiles */.U)(current, wanted, folder, signal);
    if (!fetched.ok) {
        log.info(`The artifact holds only renditions that this job made: ${fetched.error.message}`);
        return own;
    }
    return {
        files: [...own.files, ...fetched.value.map(({ absolutePath }) => absolutePath)],
        made: { ...recorded, ...own.made },
    };
}
/** The delivery as it is for the plan as a whole: with the pictures that its other jobs committed; pure. */
function creditBranch(branch, edits, parts) {
    if (branch.kind !== 'committed' && branch.kind !== 'unchanged')
        return branch;
    const { commit } = branch;
    const paths = edits
        .filter((outcome) => madeByParts(outcome, parts) !== undefined && outcome.edit.action.kind !== 'aside')
        .flatMap(({ unchangedFiles }) => unchangedFiles.map((file) => (0,branch_paths/* fromRoot */.tc)(branch, file.path)));
    if (paths.length === 0 || commit === undefined)
        return branch;
    const own = branch.kind === 'committed' ? branch : { changed: [], warnings: [], left: [] };
    return {
        ...branch,
        ...own,
        kind: 'committed',
        commit,
        changed: [...new Set([...own.changed, ...paths])].toSorted(),
        isByParts: true,
    };
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./shared/describe-error.js
var describe_error = __webpack_require__(82129);
// EXTERNAL MODULE: ./shared/or-aborted.js
var or_aborted = __webpack_require__(56268);
// EXTERNAL MODULE: ./shared/retry.js
var retry = __webpack_require__(51049);
// EXTERNAL MODULE: ./shared/retry-delay.js
var retry_delay = __webpack_require__(31171);
;// CONCATENATED MODULE: ./deliver/artifact/artifact-name.js
/** A matrix has at most 256 jobs (GitHub's documented limit), and each of them may ask for the same name. */
const MOST_JOBS = 256;
/**
 * The names to try for an artifact, in order. A name is taken for the whole run, re-runs and other jobs
 * included, so a re-run adds its attempt; the number behind it finds the next free name among matrix jobs.
 */
function artifactNames(name, attempt, tries = MOST_JOBS + 1) {
    const own = attempt > 1 ? `${name}-attempt-${attempt}` : name;
    return [own, ...Array.from({ length: tries - 1 }, (_, index) => `${own}-${index + 2}`)];
}

// EXTERNAL MODULE: ./deliver/artifact/find-artifact-fault.js
var find_artifact_fault = __webpack_require__(49615);
;// CONCATENATED MODULE: ./deliver/artifact/judge-upload-error.js

/** Codes of `node:net`, most of which make the client give up at once, and its own words for a dead connection. */
const PASSING = /\b(ECONNRESET|ECONNREFUSED|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH|EAI_AGAIN|EPIPE|REQUEST_SEND_ERROR)\b|Upload progress stalled|Failed to make request after \d+ attempts|socket hang up/;
/** Reads the client's error, which can be recognized only by its words: it wraps its own errors in plain ones. */
function judgeUploadError(error) {
    const code = error instanceof Error && 'code' in error ? ` ${String(error.code)}` : '';
    const reason = (0,describe_error/* describeError */.U)(error);
    if (/\(409\)|already exists/.test(reason))
        return { kind: 'taken' };
    if (PASSING.test(`${reason}${code}`))
        return { kind: 'again', reason };
    return { kind: 'final', reason };
}

// EXTERNAL MODULE: ./shared/collect-garbage.js
var collect_garbage = __webpack_require__(52623);
;// CONCATENATED MODULE: ./deliver/artifact/sweep-while.js

const SWEEP_EVERY_MS = 20;
/**
 * Makes the process small, keeps it so while `work` streams data that is invisible from here, and returns what it returns. The
 * artifact client makes a process grow by 100 MB, mostly dead buffers; with this, by 35 MB.
 */
async function sweepWhile(work, clock) {
    const collector = (0,collect_garbage/* createGarbageCollector */.R)();
    const done = new AbortController();
    collector.shrink();
    const working = work();
    const sweeping = (async () => {
        while (!done.signal.aborted) {
            // The end of the work ends the sleep as well; it rejects then.
            await clock.sleep(SWEEP_EVERY_MS, done.signal).catch(() => undefined);
            collector.sweep();
        }
    })();
    try {
        return await working;
    }
    finally {
        done.abort();
        await sweeping;
    }
}

;// CONCATENATED MODULE: ./deliver/artifact/artifact.js








const TRIES = 6;
/**
 * Uploads files as one artifact of the run, under the next free name. Never throws: if it cannot be done, the delivery
 * says why, and where the files are.
 */
async function deliverArtifact(request, deps) {
    const { folder } = request;
    const fault = (0,find_artifact_fault/* findArtifactFault */.m)(deps.env, deps.serverUrl);
    if (fault !== undefined) {
        const message = `The pictures could not be uploaded: ${fault}. They stay in ${folder} until the job ends.`;
        return { kind: 'failed', message, folder };
    }
    try {
        return await sweepWhile(async () => {
            // Loaded here: it is most of the bundle, and a run that delivers nothing never needs it.
            const { DefaultArtifactClient } = await Promise.all(/* import() */[__webpack_require__.e(789), __webpack_require__.e(361), __webpack_require__.e(165)]).then(__webpack_require__.bind(__webpack_require__, 35165));
            const uploading = uploadUnderFreeName(new DefaultArtifactClient(), request, deps);
            return await (0,or_aborted/* orAborted */.H)(uploading, deps.signal);
        }, deps.clock);
    }
    catch (error) {
        const message = `The pictures could not be uploaded: ${explain(error)}. They stay in ${folder} until the job ends.`;
        return { kind: 'failed', message, folder };
    }
}
async function uploadUnderFreeName(client, request, { clock, random, log, signal }) {
    const names = artifactNames(request.name, request.run.attempt).values();
    let name = names.next().value;
    const uploaded = await (0,retry/* retry */.L)(async (tries) => {
        while (name !== undefined) {
            try {
                return { kind: 'done', value: { ok: true, value: await upload(client, name, request) } };
            }
            catch (error) {
                const verdict = judgeUploadError(error);
                if (verdict.kind === 'final' || (verdict.kind === 'again' && tries === TRIES))
                    throw error;
                if (verdict.kind === 'again') {
                    const waitMs = (0,retry_delay/* retryDelayMs */.q)(tries, random);
                    log.info((0,retry/* describeRetry */.e)(`The upload failed: ${verdict.reason}`, waitMs));
                    return { kind: 'again', value: { ok: false, error }, waitMs };
                }
                const next = names.next().value;
                const then = next === undefined ? '' : `; trying ${next}`;
                log.info(`The artifact name ${name} is taken in this run${then}.`);
                name = next;
            }
        }
        throw new Error(`no name like ${request.name} is free in this run`);
    }, { clock, signal });
    if (!uploaded.ok)
        throw uploaded.error;
    return uploaded.value;
}
/** Throws the errors of the client. */
async function upload(client, name, { folder, files, retentionDays, run }) {
    const uploaded = await client.uploadArtifact(name, [...files], folder, {
        // Pictures are already compressed: deflating them again takes three times as long and saves nothing.
        compressionLevel: 0,
        ...(retentionDays !== undefined && { retentionDays }),
    });
    const { id, size: bytes, digest } = uploaded;
    if (id === undefined || bytes === undefined || digest === undefined)
        throw new Error('the artifact service did not say which artifact it made');
    const url = `${run.runUrl}/artifacts/${id}`;
    return { kind: 'artifact', name, id, url, digest: `sha256:${digest}`, bytes, files: files.length };
}
function explain(error) {
    // The client's own words name package versions instead of the cause.
    return error instanceof Error && error.name === 'GHESNotSupportedError'
        ? 'GitHub Enterprise Server (GHES) does not take artifacts of this kind'
        : (0,describe_error/* describeError */.U)(error);
}

// EXTERNAL MODULE: ./pictures/apply-renditions.js
var apply_renditions = __webpack_require__(5331);
// EXTERNAL MODULE: ./shared/encode-path.js
var encode_path = __webpack_require__(32613);
// EXTERNAL MODULE: ./shared/escape-html.js
var escape_html = __webpack_require__(31944);
;// CONCATENATED MODULE: ./pictures/picture-element.js


/** The smallest first: a browser takes the first type that it knows. */
const ORDER = ['image/avif', 'image/webp', 'image/jpeg', 'image/png'];
const ON_ONE_LINE = { line: '', comma: ', ', space: ' ' };
/** For people: one file a line. */
const ON_LINES = { line: '\n  ', comma: ',\n      ', space: '\n    ' };
/**
 * A `<picture>` element of one set's files (ascending in width), ready for a page in the folder of the pictures. Its size is
 * known before it is loaded, so that nothing jumps; `sizes` is the page's to refine.
 */
function renderPictureElement(files, original, { alt = '', color }, { line, comma, space } = ON_ONE_LINE) {
    const types = ORDER.filter((type) => files.some((file) => file.type === type));
    // What every browser shows, if there is one.
    const last = types.findLast((type) => type === 'image/jpeg' || type === 'image/png') ?? types.at(-1);
    const ofType = (type) => files.filter((file) => file.type === type);
    const shown = ofType(last).at(-1) ?? original;
    const sources = types
        .filter((type) => type !== last)
        .map((type) => `${line}<source type="${type}"${space}srcset="${sourceSet(ofType(type), comma)}"${space}sizes="100vw">`);
    const set = sourceSet(ofType(last), comma);
    const attributes = [
        `src="${address(shown.path)}"`,
        ...(set === '' ? [] : [`srcset="${set}"`, 'sizes="100vw"']),
        `width="${shown.width ?? ''}" height="${shown.height ?? ''}"`,
        `alt="${(0,escape_html/* escapeHtml */.Z)(alt)}"`,
        'loading="lazy" decoding="async"',
        `style="${color === undefined ? '' : `background-color:${color};`}max-width:100%;height:auto"`,
    ];
    return `<picture>${sources.join('')}${line}<img ${attributes.join(space)}>${line === '' ? '' : '\n'}</picture>`;
}
function sourceSet(files, comma) {
    return files.map(({ path, width }) => `${address(path)} ${width ?? ''}w`).join(comma);
}
/** As a relative address: every part is encoded, commas as well, which separate the parts of a `srcset`. */
function address(path) {
    return (0,escape_html/* escapeHtml */.Z)((0,encode_path/* encodePath */.O)(path));
}

;// CONCATENATED MODULE: ./pictures/pictures-file.js


/** Name of the file beside the pictures. */
const PICTURES_NAME = 'pictures.json';
const PICTURES_VERSION = 1;
/**
 * The list of pictures and renditions that pages are built from, as JSON: the same pictures give the same bytes. Paths are
 * relative to the folder of the file.
 */
function renderPicturesFile(edits, renditions) {
    const listed = edits
        .toSorted((a, b) => (a.id < b.id ? -1 : 1))
        .map(({ id, alt, files }) => [
        id,
        { alt: alt ?? null, pictures: files.map((file) => describe(file, alt, renditions)) },
    ]);
    return `${JSON.stringify({ version: PICTURES_VERSION, edits: Object.fromEntries(listed) }, null, 2)}\n`;
}
/** The renditions of a picture that are current, by the name of their set. */
function listCurrentSets(file, renditions) {
    return Object.values(renditions[file.sha256] ?? {})
        .map((record) => ({ record, files: (0,apply_renditions/* currentFiles */.tM)(record, file.path).toSorted(byWidth) }))
        .filter(({ files }) => files.length > 0)
        .toSorted((a, b) => (a.record.set < b.record.set ? -1 : 1));
}
function describe(file, alt, renditions) {
    const sets = listCurrentSets(file, renditions);
    const first = Object.values(renditions[file.sha256] ?? {}).find((record) => sets.some((set) => set.record === record));
    return {
        ...describeFile(file),
        ...{ carries: describeCarried(file.carries) },
        ...{ color: first?.color ?? null, placeholder: first?.placeholder ?? null },
        renditions: sets.map(({ record, files }) => ({
            set: record.set,
            color: record.color ?? null,
            placeholder: record.placeholder ?? null,
            files: files.map(describeFile),
            html: renderPictureElement(files, file, { alt, color: record.color }),
        })),
    };
}
function byWidth(a, b) {
    return (a.width ?? 0) - (b.width ?? 0) || (a.path < b.path ? -1 : 1);
}
function describeFile({ path, width, height, bytes, type, sha256 }) {
    return { path, width: width ?? null, height: height ?? null, bytes, type, sha256 };
}
function describeCarried(carried) {
    if (carried === undefined)
        return null;
    const { mark, label, c2pa } = carried;
    return { mark: mark ?? null, label: label ?? null, c2pa: c2pa ?? null };
}

// EXTERNAL MODULE: ./media/formats.js
var formats = __webpack_require__(92974);
;// CONCATENATED MODULE: ./report/find-thumbnails.js

/** Smaller than this, a picture looks blurred in a gallery. */
const LEAST_WIDTH = 300;
/** How much the shape of a rendition may differ from the original's: by rounding, not by cropping. */
const TOLERANCE = 0.02;
/** Finds the smallest rendition that shows the whole picture, among those that are beside the gallery. */
function createThumbnails(made, isThere, leastWidth = LEAST_WIDTH) {
    return ({ sha256, width, height }) => {
        if (width === undefined || height === undefined)
            return undefined;
        const files = Object.values(made[sha256] ?? {}).flatMap((set) => set.files);
        const fitting = files.filter((file) => file.width !== undefined &&
            file.height !== undefined &&
            file.width >= Math.min(leastWidth, width) &&
            Math.abs(file.width / file.height / (width / height) - 1) < TOLERANCE &&
            (0,formats/* shownAs */.sE)(file.type) === 'picture' &&
            isThere(file.path, file.type));
        return fitting.toSorted((a, b) => (a.width ?? 0) - (b.width ?? 0) || a.bytes - b.bytes)[0]?.path;
    };
}

;// CONCATENATED MODULE: ./report/reference-path.js

/** Finds reference pictures among the staged files, the hosted URLs and the outputs of this run's edits. */
function createReferencePath(edits, staged) {
    const firstOutput = new Map(edits.flatMap((edit) => {
        const file = edit.state === 'open' ? undefined : edit.files[0];
        return file !== undefined && (0,formats/* shownAs */.sE)(file.type) === 'picture'
            ? [[edit.edit.id, file.path]]
            : [];
    }));
    return (image) => {
        switch (image.kind) {
            case 'file':
                return staged.get(image.sha256);
            case 'url':
                return image.url;
            case 'edit':
                return firstOutput.get(image.id);
        }
    };
}

// EXTERNAL MODULE: ./report/branch-files.js
var branch_files = __webpack_require__(44128);
// EXTERNAL MODULE: ./report/request-of.js + 1 modules
var request_of = __webpack_require__(96711);
// EXTERNAL MODULE: ./shared/duration.js
var duration = __webpack_require__(42403);
// EXTERNAL MODULE: ./shared/format.js
var shared_format = __webpack_require__(19612);
// EXTERNAL MODULE: ./report/describe-carried.js
var describe_carried = __webpack_require__(44340);
;// CONCATENATED MODULE: ./report/gallery/render-facts.js






/** The most important facts in one line: size, bytes, time, cost. */
function renderGlance(outcome) {
    const { edit, timings, costUsd } = outcome;
    return describeGlance((0,branch_files/* filesOf */.R8)(outcome), edit.size, [
        ...(timings.totalMs === undefined ? [] : [(0,duration/* formatDuration */.a3)(timings.totalMs)]),
        ...(costUsd === undefined ? [] : [(0,shared_format/* formatUsd */.UK)(costUsd)]),
    ]);
}
/** Size and bytes of files, and more in the same line. `asked`: the size if there is no file that has one. */
function describeGlance(files, asked, more) {
    const [first] = files;
    const shown = hasSize(first) ? first : asked;
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    return ([
        ...(shown === undefined ? [] : [`${shown.width} × ${shown.height}`]),
        ...(files.length > 1 ? [(0,shared_format/* plural */.LS)(files.length, 'file')] : []),
        ...(bytes > 0 ? [(0,shared_format/* formatBytes */.z3)(bytes)] : []),
        ...more,
    ]
        // A line is broken between facts, not in one.
        .map((fact) => fact.replaceAll(' ', '\u00a0'))
        .join(' · '));
}
/** All facts of an edit, those without a value left out. */
function listFacts(outcome) {
    const { edit, costUsd, timings } = outcome;
    const requestId = (0,request_of/* requestOf */.f)(outcome);
    const matrix = Object.entries(edit.matrix).map(([key, value]) => `${key}: ${value}`);
    const phases = [
        ['queued', timings.queuedMs],
        ['running', timings.runningMs],
        ['download', timings.downloadMs],
    ];
    const times = phases.flatMap(([name, ms]) => (ms === undefined ? [] : [`${name} ${(0,duration/* formatDuration */.a3)(ms)}`]));
    return withoutEmpty([
        ['Request', requestId ?? '', 'code'],
        ['Model', edit.model, 'code'],
        ...describeSettings(edit),
        ['Matrix', matrix.join(', ')],
        ['Cost', costUsd === undefined ? (requestId === undefined ? '' : 'unknown') : (0,shared_format/* formatUsd */.UK)(costUsd)],
        ['Time', times.join(', ')],
        ...listFileFacts((0,branch_files/* filesOf */.R8)(outcome)),
        ['In the spec', `${edit.at.file}:${edit.at.line}`, 'code'],
    ]);
}
/** The facts that have a value. */
function withoutEmpty(facts) {
    return facts.filter(([, value]) => value !== '');
}
/** What is known of each file, and what it says of its origin. */
function listFileFacts(files) {
    return files.flatMap((file) => {
        const size = file.width === undefined ? '' : `${file.width} × ${file.height ?? 0}, `;
        return [
            ['File', file.path, 'code'],
            ['', `${file.type}, ${size}${(0,shared_format/* formatBytes */.z3)(file.bytes)}`],
            ['SHA-256', file.sha256, 'code'],
            ['Says of its origin', (0,describe_carried/* describeCarried */.O)(file).join('; ')],
        ];
    });
}
/** Facts as a definition list. */
function renderFacts(facts) {
    const rows = facts.map(([name, value, code]) => {
        const text = (0,escape_html/* escapeHtml */.Z)(value);
        return `<dt>${(0,escape_html/* escapeHtml */.Z)(name)}</dt><dd>${code === undefined ? text : `<code>${text}</code>`}</dd>`;
    });
    return `<dl class="facts">${rows.join('')}</dl>`;
}
/** What was asked for besides prompt and pictures, by the names of the spec. */
function describeSettings({ size, scale, forceSingle, options, }) {
    const own = Object.entries(options).map(([key, value]) => [key, typeof value === 'string' ? value : JSON.stringify(value)]);
    if (size === undefined || scale === undefined)
        return own;
    return [
        ['Asked size', `${size.width} × ${size.height}`],
        ['Scale', `${scale}${forceSingle ? ', one picture only' : ''}`],
        ...own,
    ];
}
function hasSize(file) {
    return file?.width !== undefined && file.height !== undefined;
}

// EXTERNAL MODULE: ./report/decide-advice.js
var decide_advice = __webpack_require__(10811);
;// CONCATENATED MODULE: ./report/gallery/next-step.js

/** If nothing is recorded, the next run knows of no request. */
const NOT_RECORDED = 'Keep the request id: you can read the result with it. A new run sends the edit and pays again.';
/** What a person can do about one edit that has no pictures: a sentence or two; undefined if there is nothing to do. */
function describeNextStep(outcome, keepsRecord) {
    const advice = (0,decide_advice/* decideAdvice */.p)(outcome);
    switch (advice) {
        case undefined:
            return undefined;
        case 'collect':
            return keepsRecord ? 'Run again: the next run collects it without paying again.' : NOT_RECORDED;
        case 'bring':
            return 'Run again: the next run brings the pictures to the branch, at no cost.';
        case 'other-run':
            return 'Run again when the other run has ended: nothing is paid for twice.';
        case 'other-jobs':
            return 'Do what the message says: nothing is paid for twice.';
        case 'check-submit':
        case 'check-request':
            return keepsRecord
                ? 'Look at your requests on RunComfy first. To have it made, and maybe pay twice, run with on-unknown: resubmit.'
                : 'Look at your requests on RunComfy before you run again.';
        case 'run-again':
            return 'Nothing is charged. Run again to have it made.';
        case 'fix':
            return 'Fix the cause, then run again: the next run sends it again and pays for what the service makes.';
        case 'fetch-again':
            return keepsRecord
                ? 'Run again: the next run fetches the pictures without paying again.'
                : NOT_RECORDED;
        case 'look-up':
            return 'Look for the request on RunComfy: the action no longer can fetch its pictures.';
        case 'unblock':
            return 'Nothing was sent. Run again when the reason no longer applies.';
    }
}

;// CONCATENATED MODULE: ./report/gallery/from-outcome.js


/** An edit's end as a card. */
function toGalleryEdit(outcome, { referencePath, thumbnail, onBranch, before, keepsRecord }) {
    const { edit, state, error, warnings, files, unchangedFiles, costUsd, timings } = outcome;
    return {
        id: edit.id,
        key: edit.key,
        ...(edit.take !== undefined && { take: edit.take }),
        // Models are compared like the values of a matrix, of which the model often is one.
        matrix: Object.fromEntries([
            ['model', edit.model],
            ...Object.entries(edit.matrix).map(([name, value]) => [name, String(value)]),
        ]),
        description: edit.description,
        prompt: edit.prompt,
        state,
        reason: error?.message ?? (edit.action.kind === 'skip' ? edit.action.reason : undefined),
        next: describeNextStep(outcome, keepsRecord),
        warnings,
        files: files.map((file, index) => ({ ...file, thumbnail: thumbnail?.(file), before: before[index] })),
        ...(files.length === 0 &&
            unchangedFiles.length > 0 && {
            linked: {
                where: onBranch === undefined ? 'Made by an earlier run' : 'On the branch',
                files: unchangedFiles.map((file) => ({ name: file.path, address: onBranch?.(file) })),
            },
        }),
        references: edit.images.map((image) => ({ name: nameOf(image), address: referencePath(image) })),
        glance: renderGlance(outcome),
        facts: listFacts(outcome),
        costUsd,
        totalMs: timings.totalMs,
    };
}
/** The name of a reference for people: its path, its address, or the edit that it comes from. */
function nameOf(image) {
    switch (image.kind) {
        case 'file':
            return image.path;
        case 'url':
            return image.url;
        case 'edit':
            return `output of ${image.id}`;
    }
}

// EXTERNAL MODULE: ./report/count-edits.js
var count_edits = __webpack_require__(3199);
// EXTERNAL MODULE: ./report/sum-costs.js
var sum_costs = __webpack_require__(1064);
// EXTERNAL MODULE: ./report/summary-totals.js
var summary_totals = __webpack_require__(32290);
;// CONCATENATED MODULE: ./report/gallery/state-looks.js
/** The color of a state: done, nothing happened, wrong, or still open. */
function lookOf(state) {
    switch (state) {
        case 'succeeded':
        case 'adopted':
            return 'good';
        case 'unchanged':
        case 'skipped':
            return 'calm';
        case 'failed':
            return 'bad';
        case 'pending':
        case 'unknown':
        case 'cancelled':
            return 'open';
    }
}

;// CONCATENATED MODULE: ./report/gallery/render-header.js







/** The page's header: title, how the run ended, totals, and a bar that shows the share of each state. */
function renderHeader(run, title) {
    const files = run.edits.flatMap((edit) => edit.files);
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    const totals = [
        ['Edits', String(run.edits.length)],
        ['Files', String(files.length)],
        ['On disk', (0,shared_format/* formatBytes */.z3)(bytes)],
        ['Cost', (0,sum_costs/* describeCost */.P)((0,sum_costs/* sumCosts */.A)(run.edits))],
        ['Time', (0,duration/* formatDuration */.a3)(run.elapsedMs)],
    ];
    const made = new Date(run.startedAtMs).toISOString();
    const lead = `${(0,escape_html/* escapeHtml */.Z)((0,summary_totals/* describeOutcome */.SS)(run))} <time datetime="${made}">${made.slice(0, 10)} ${made.slice(11, 16)} UTC</time>`;
    return `${openHeader(title, lead, totals)}
${renderShares(run)}
</header>`;
}
/** A header up to its end tag. `lead` is HTML. */
function openHeader(title, lead, totals) {
    return `<header class="top">
<div>
<h1>${(0,escape_html/* escapeHtml */.Z)(title)}</h1>
<p class="lead">${lead}</p>
</div>
<dl class="totals">${totals.map(([name, value]) => `<div><dt>${name}</dt><dd>${value}</dd></div>`).join('')}</dl>`;
}
/** The shares as SVG, where a width is an attribute: the page's policy allows no inline style. */
function renderShares({ edits }) {
    if (edits.length === 0)
        return '';
    const counts = (0,count_edits/* countStates */.c)(edits);
    let x = 0;
    const bars = count_edits/* STATES */.x.toReversed().flatMap((state) => {
        if (state === 'open' || counts[state] === 0)
            return [];
        const bar = `<rect class="${lookOf(state)}" x="${x}" width="${counts[state]}" height="1"/>`;
        x += counts[state];
        return [bar];
    });
    return `<svg class="shares" viewBox="0 0 ${edits.length} 1" preserveAspectRatio="none" aria-hidden="true">${bars.join('')}</svg>`;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./report/gallery/script/copy.js
/** What was chosen, as lines for the spec or for an input. */
const COPY = String.raw `
const spec = one('.spec'), text = one('.spec textarea'), hint = one('.spec .hint'), take = one('.take-it');
const plain = (id) => (/^[\w][\w@+.#/-]*$/.test(id) && !/^(true|false|null|yes|no|on|off|\d+)$/i.test(id) && !id.includes(' #') ? id : JSON.stringify(id));
const marked = (mark) => cards.filter((card) => hasMark(card, mark));

const starredTakes = () => marked('star').filter((card) => card.dataset.take !== undefined);

// The edits in the order of the spec, each key once.
function keepLines() {
  const starred = starredTakes();
  const byKey = Map.groupBy(starred, (card) => card.dataset.key);
  const lines = [];
  for (const [key, members] of byKey) {
    const kept = new Map(members.map((card) => [card.dataset.edit, card.dataset.take]));
    const isPlain = kept.size === 1 && kept.has(key);
    lines.push('  ' + plain(key) + ':');
    if (isPlain) lines.push('    keep: ' + kept.get(key));
    else lines.push('    keep:', ...[...kept].map(([edit, number]) => '      ' + plain(edit) + ': ' + number));
  }
  return lines.length === 0 ? '' : ['edits:', ...lines, ''].join('\n');
}
// Only one take of an edit can be kept: the lines name the last one that is starred.
function describeSeveral() {
  const several = [...Map.groupBy(starredTakes(), (card) => card.dataset.edit)].filter(([, takes]) => takes.length > 1);
  const list = several.map(([edit, takes]) => edit + ' (' + takes.map((card) => card.dataset.take).join(', ') + '; here ' + takes.at(-1).dataset.take + ')');
  return several.length === 0 ? '' : ' An edit keeps one take only, and several are starred of ' + list.join(', ') + '.';
}
const idLines = (input, ids) => (ids.length === 0 ? '' : [input + ': >-', ...ids.map((id) => '  ' + id), ''].join('\n'));
const FORMS = {
  keep: { lines: keepLines, more: describeSeveral, hint: 'Add these lines to the edits of the spec. Keeping another take costs nothing.', none: 'Star a take of an edit first. Edits with one take only have nothing to keep.' },
  force: { lines: () => idLines('force', marked('reject').map((card) => card.id)), hint: 'Give this input to the action: these edits are made again, and paid for.', none: 'Reject a picture first.' },
  only: { lines: () => idLines('only', marked('star').map((card) => card.id)), hint: 'Give this input to the action: it does these edits only.', none: 'Star a picture first.' },
  shown: { lines: () => idLines('only', cards.filter((card) => !card.hidden).map((card) => card.id)), hint: 'Give this input to the action: it does these edits only.', none: 'No edit is shown.' },
};
function showForm() {
  const form = FORMS[one('.spec input:checked').value];
  const lines = form.lines();
  text.value = lines;
  hint.textContent = lines === '' ? form.none : form.hint + (form.more?.() ?? '');
  take.disabled = lines === '';
  take.textContent = 'Copy';
}
one('button.copy').addEventListener('click', () => {
  const first = ['keep', 'force', 'only', 'shown'].find((form) => FORMS[form].lines() !== '') ?? 'keep';
  one('.spec input[value=' + first + ']').checked = true;
  showForm();
  spec.showModal();
});
for (const input of all('.spec input')) input.addEventListener('change', showForm);
take.addEventListener('click', async () => {
  text.select();
  try {
    await navigator.clipboard.writeText(text.value);
    take.textContent = 'Copied';
  } catch {
    take.textContent = 'Press Ctrl or ⌘ and C';
  }
});
one('.spec .clear').addEventListener('click', () => {
  marks.clear();
  store.write(MARKS_NAME, '[]');
  cards.forEach(showMark);
  showMarks();
  if (filters.chip.startsWith('mark:')) choose('');
  showForm();
});

showMarks();
followLink();
`;

;// CONCATENATED MODULE: ./report/gallery/script/filter.js
/** Search, filters, groups, order and size of the contact sheet. */
const FILTER = String.raw `
const filters = { chip: '', values: new Map() };
const texts = new Map();
const textOf = (card) => {
  if (!texts.has(card)) texts.set(card, card.textContent.toLowerCase());
  return texts.get(card);
};
function fitsChip(card) {
  const [kind, name] = filters.chip.split(':');
  if (kind === 'state') return card.dataset.state === name;
  if (kind === 'mark') return hasMark(card, name);
  return kind !== 'changed' || /^(succeeded|adopted)$/.test(card.dataset.state);
}
function fitsValues(card) {
  const own = valuesOf.get(card);
  return [...filters.values].every(([axis, value]) => own[axis] === value);
}
function filter() {
  const words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
  let count = 0;
  for (const card of cards) {
    const match = fitsChip(card) && fitsValues(card) && words.every((word) => textOf(card).includes(word));
    if (card.hidden === match) card.hidden = !match;
    if (match) count += 1;
  }
  for (const head of all('h2.group')) {
    const own = groups.get(head).filter((card) => !card.hidden).length;
    head.hidden = own === 0;
    one('span', head).textContent = own;
  }
  shown.textContent = count === cards.length ? '' : count + ' of ' + cards.length + ' shown';
  none.hidden = count > 0 || cards.length === 0;
}
function choose(chip) {
  filters.chip = chip;
  for (const button of all('.chip')) button.setAttribute('aria-pressed', String(button.dataset.filter === chip));
  filter();
}
function showAll() {
  find.value = '';
  filters.values.clear();
  for (const facet of all('.facet')) facet.value = '';
  choose('');
}
find.addEventListener('input', filter);
for (const chip of all('.chip')) chip.addEventListener('click', () => choose(chip.dataset.filter));
for (const facet of all('.facet')) facet.addEventListener('change', () => {
  if (facet.value === '') filters.values.delete(facet.dataset.axis); else filters.values.set(facet.dataset.axis, facet.value);
  filter();
});
one('button', none).addEventListener('click', () => { showAll(); find.focus(); });

// Order and groups. Thousands of cards are shown in a new order at once, and moved to it when that is painted, so that the keyboard
// and a screen reader meet them in this order too.
const groupBy = one('.group-by'), sortBy = one('select.sort'), density = one('.density');
const groups = new Map();
const inOrder = new Map(cards.map((card, index) => [card, index]));
function groupOf(card) {
  const by = groupBy.value;
  if (by.startsWith('value:')) return valuesOf.get(card)[by.slice(6)] ?? 'no ' + by.slice(6);
  return card.dataset[by] ?? '';
}
function arrange() {
  const by = sortBy.value;
  const sorted = [...cards];
  if (by === 'id') sorted.sort((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }));
  else if (by !== '') sorted.sort((a, b) => Number(b.dataset[by] ?? -1) - Number(a.dataset[by] ?? -1) || inOrder.get(a) - inOrder.get(b));
  for (const head of groups.keys()) head.remove();
  groups.clear();
  const byGroup = groupBy.value === '' ? [[undefined, sorted]] : Map.groupBy(sorted, groupOf);
  arranged = [];
  for (const [name, members] of byGroup) {
    if (name !== undefined) {
      const head = make('h2', 'group', name + ' ');
      head.append(make('span'));
      groups.set(head, members);
      arranged.push(head);
    }
    arranged.push(...members);
  }
  grid.prepend(...groups.keys());
  arranged.forEach((part, index) => { part.style.order = index; });
  filter();
  clearTimeout(settling);
  requestAnimationFrame(() => { settling = setTimeout(settle, 50); });
}
let arranged = [], settling = 0;
function settle() {
  clearTimeout(settling);
  for (const part of arranged) {
    // Moved in this way, a picture that is loading goes on loading.
    if (grid.moveBefore) grid.moveBefore(part, null); else grid.append(part);
    part.style.order = '';
  }
  arranged = [];
}
groupBy.addEventListener('change', arrange);
sortBy.addEventListener('change', arrange);

const WIDTHS = [120, 180, 260, 350, 560];
const SIZE_NAME = 'dreamina-edit-size';
function setSize(size) {
  grid.style.setProperty('--card', WIDTHS[size] + 'px');
  // Only the two smallest sizes look different: a class that changes restyles every card.
  grid.classList.toggle('dense', size < 2);
  grid.classList.toggle('tiny', size < 1);
  density.value = size;
}
density.addEventListener('input', () => { setSize(density.value); store.write(SIZE_NAME, density.value); });
if (WIDTHS[store.read(SIZE_NAME) ?? '']) setSize(store.read(SIZE_NAME));

bar.hidden = cards.length < 2;
// Whatever is scrolled to is below the bar, however many rows that has.
new ResizeObserver(() => {
  const covered = getComputedStyle(bar).position === 'sticky' ? bar.offsetHeight : 0;
  document.documentElement.style.scrollPaddingTop = covered + 12 + 'px';
}).observe(bar);
if (matchMedia('(max-width: 640px)').matches) one('.arrange').open = false;
`;

;// CONCATENATED MODULE: ./report/gallery/script/keyboard.js
/** The keyboard: single letters act in the large view only. */
const KEYBOARD = String.raw `
function neighbour(link, key) {
  const list = all('.edit:not([hidden]) .frame:not(.more .frame) > .shot');
  const here = list.indexOf(link);
  if (key === 'Home') return list[0];
  if (key === 'End') return list.at(-1);
  if (key === 'ArrowRight') return list[here + 1];
  if (key === 'ArrowLeft') return list[here - 1];
  const from = link.closest('.edit').getBoundingClientRect();
  const by = key === 'ArrowDown' ? 1 : -1;
  for (let at = here + by, best; ; at += by) {
    const box = list[at]?.closest('.edit').getBoundingClientRect();
    // Cards with the same top form a row. The next one is the first card of another row in the same column.
    if (!box) return best;
    if (Math.abs(box.top - from.top) < 2) continue;
    best ??= list[at];
    if (Math.abs(box.left - from.left) < 2) return list[at];
  }
}
const PAN = 60;
const IN_VIEW = {
  arrowright: () => step(1),
  arrowleft: () => step(-1),
  arrowdown: () => stepTake(1),
  arrowup: () => stepTake(-1),
  '+': () => zoomTo(zoom.z * 1.5),
  '=': () => zoomTo(zoom.z * 1.5),
  '-': () => zoomTo(zoom.z / 1.5),
  0: fit,
  1: () => zoomTo(fullSize()),
  c: () => setMode(LOOKS[(LOOKS.indexOf(mode) + 1) % LOOKS.length]),
  b: () => setMode(mode === 'blink' ? 'after' : 'blink'),
  ' ': () => { if (pair.dataset.mode === 'blink') { clearInterval(blinking); blink(); } },
  f: fullScreen,
  p: pin,
  s: () => mark('star'),
  x: () => mark('reject'),
};
const PANS = { ArrowRight: [-PAN, 0], ArrowLeft: [PAN, 0], ArrowDown: [0, -PAN], ArrowUp: [0, PAN] };
function pressInView(event) {
  const { key, target } = event;
  if (target.matches('input') || (key === ' ' && target.matches('button, a'))) return;
  if (target === side && /^Arrow(Up|Down)$/.test(key)) return;
  if (event.shiftKey && PANS[key]) {
    zoom.x += PANS[key][0];
    zoom.y += PANS[key][1];
    place();
  } else {
    const act = IN_VIEW[key.toLowerCase()];
    if (!act) return;
    act();
  }
  event.preventDefault();
}
document.addEventListener('keydown', (event) => {
  if (event.metaKey || event.ctrlKey || event.altKey) return;
  const { key, target } = event;
  if (view.open) pressInView(event);
  else if (target.matches('input, select, textarea')) {
    if (target === find && key === 'Escape') { find.value = ''; filter(); find.blur(); }
  } else if (key === 'Escape' && picked) setPicked(null);
  else if (key === '/' && !bar.hidden) {
    event.preventDefault();
    find.focus();
    find.select();
  } else if (/^(Arrow|Home$|End$)/.test(key) && target.matches('.shot')) {
    const next = neighbour(target, key);
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.closest('.edit').scrollIntoView({ block: 'nearest' });
  }
});
`;

;// CONCATENATED MODULE: ./report/gallery/script/marks.js
/** Stars and rejects: kept in the browser by the edit and its picture's content, so that they outlive the page. */
const MARKS = String.raw `
const MARKS_NAME = 'dreamina-edit-marks:' + document.title;
const marks = new Map(readMarks());
function readMarks() {
  try {
    const read = JSON.parse(store.read(MARKS_NAME) ?? '[]');
    return Array.isArray(read) ? read.filter((entry) => Array.isArray(entry) && entry.length === 2) : [];
  } catch {
    return [];
  }
}
const nameOf = (link) => link.closest('.edit').id + ' ' + link.dataset.file;
const markOf = (link) => marks.get(nameOf(link)) ?? '';
const shotsOf = (card) => all('.shot', card);
const hasMark = (card, mark) => shotsOf(card).some((link) => markOf(link) === mark);

function setMark(link, mark) {
  const name = nameOf(link);
  if (marks.get(name) === mark) marks.delete(name); else marks.set(name, mark);
  store.write(MARKS_NAME, JSON.stringify([...marks]));
  showMark(link.closest('.edit'));
  showMarks();
}
function showMark(card) {
  card.dataset.mark = hasMark(card, 'star') ? 'star' : hasMark(card, 'reject') ? 'reject' : '';
  const tools = one('.tools', card);
  if (!tools) return;
  const shot = one('.shot', card);
  const own = shot ? markOf(shot) : '';
  one('.star', tools).setAttribute('aria-pressed', String(own === 'star'));
  one('.reject', tools).setAttribute('aria-pressed', String(own === 'reject'));
}
function showMarks() {
  for (const mark of ['star', 'reject']) {
    const chip = one('.chip[data-filter="mark:' + mark + '"]');
    const count = cards.filter((card) => card.dataset.mark === mark).length;
    one('b', chip).textContent = count;
    chip.hidden = count === 0 && filters.chip !== chip.dataset.filter;
  }
  if (filters.chip.startsWith('mark:')) filter();
}

// The tools of a card: star, reject, and pick for a comparison.
const tools = make('div', 'tools');
for (const [look, text, name] of [['pick', 'Compare', 'Compare'], ['star', '★', 'Star'], ['reject', '✕', 'Reject']]) {
  const button = make('button', look, text);
  button.type = 'button';
  button.setAttribute('aria-pressed', 'false');
  button.dataset.name = name;
  tools.append(button);
}
for (const card of cards) {
  const frame = one('.shot', card)?.parentElement;
  if (!frame) continue;
  const own = tools.cloneNode(true);
  for (const button of own.children) button.setAttribute('aria-label', button.dataset.name + ' ' + titleOf(card));
  frame.append(own);
  showMark(card);
}
document.addEventListener('click', (event) => {
  const button = event.target.closest('.tools button');
  if (!button) return;
  const link = one('.shot', button.closest('.frame'));
  if (button.matches('.pick')) pick(link); else setMark(link, button.matches('.star') ? 'star' : 'reject');
});

// Any two pictures of the page: the second one that is picked opens both.
let picked = null;
function pick(link) {
  const other = picked;
  setPicked(other === link ? null : link);
  if (other === null || other === link) return;
  setPicked(null);
  if (mode === 'after') mode = 'side';
  show(link, { href: other.href, name: labelOf(other), link: other });
}
function setPicked(link) {
  picked = link;
  for (const button of all('.pick[aria-pressed=true]')) { button.setAttribute('aria-pressed', 'false'); button.textContent = 'Compare'; }
  document.body.classList.toggle('picking', link !== null);
  const button = link && one('.pick', link.parentElement);
  button?.setAttribute('aria-pressed', 'true');
  if (button) button.textContent = 'Pick another…';
}
`;

;// CONCATENATED MODULE: ./report/gallery/script/start.js
/** What all parts of the page's script use. No part makes HTML from text. */
const START = String.raw `'use strict';
const one = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const make = (name, look, text) => {
  const element = document.createElement(name);
  if (look) element.className = look;
  if (text !== undefined) element.textContent = text;
  return element;
};
const cards = all('.edit');
const grid = one('.grid');
const bar = one('.bar'), find = one('.find input'), shown = one('.shown'), none = one('.none');
const view = one('.view'), stage = one('.stage'), pair = one('.pair'), side = one('.side');
const valuesOf = new Map(cards.map((card) => [card, JSON.parse(card.dataset.values ?? '{}')]));
const titleOf = (card) => one('h2', card).textContent;
const takesOf = (card) => cards.filter((other) => other.dataset.edit === card.dataset.edit);

// A page that was opened from a disk may have no storage.
const store = {
  read(name) { try { return localStorage.getItem(name); } catch { return null; } },
  write(name, value) { try { localStorage.setItem(name, value); } catch { /* The choice lasts as long as the page. */ } },
};

// Sliders, in cards and in the large view.
document.addEventListener('input', (event) => {
  if (event.target.matches('.slide')) event.target.parentElement.style.setProperty('--at', event.target.value + '%');
});

// A picture that cannot be loaded: a hosted one is replaced by its address, and one of the history has a link below its frame.
document.addEventListener('error', (event) => {
  const image = event.target;
  if (!(image instanceof HTMLImageElement)) return;
  if (image.matches('.ref img')) {
    const link = image.parentElement;
    link.classList.add('named');
    link.textContent = link.title;
  } else if (image.matches('.other img')) {
    leaveOut(image.parentElement.dataset.href);
  } else if (image.matches('.before')) {
    const frame = image.closest('.frame');
    frame.classList.remove('compare');
    delete one('.shot', frame).dataset.before;
  } else if (image.matches('.after[src^="https:"]')) {
    const frame = image.closest('.frame');
    forget(one('.shot', frame));
    frame.className = 'frame empty calm';
    frame.replaceChildren(make('span', '', 'Not here'));
    showMark(frame.closest('.edit'));
    showMarks();
  }
}, true);
`;

;// CONCATENATED MODULE: ./report/gallery/script/viewer.js
/** The large view: which picture it shows, what it is compared with and how. */
const VIEW = String.raw `
const LOOKS = ['after', 'slide', 'side', 'blink'];
const slide = one('.pair .slide');
let mode = 'after', current = null, other = null, pinned = null, blinking = 0;
const pictures = () => (settle(), all('.edit:not([hidden]) .shot'));
const labelOf = (link) => {
  const card = link.closest('.edit');
  const shots = shotsOf(card);
  return titleOf(card) + (shots.length > 1 ? ', ' + (shots.indexOf(link) + 1) : '');
};

// Addresses of pictures that could not be loaded: nothing is compared with them.
const broken = new Set();
function leaveOut(href) {
  broken.add(href);
  if (!view.open) return;
  if (other?.href === href) show(current); else showSide(current.closest('.edit'), listOthers(current));
}
// Everything that this picture can be compared with, the most telling first.
function listOthers(link) {
  const card = link.closest('.edit');
  const before = link.dataset.before;
  const found = [
    ...(pinned ? [{ href: pinned.href, name: 'Pinned: ' + labelOf(pinned), link: pinned }] : []),
    ...(before ? [{ href: new URL(before, location).href, name: 'Before' }] : []),
    ...all('.ref:not(.named)', card).map((ref) => ({ href: ref.href, name: ref.title })),
    ...takesOf(card).flatMap(shotsOf).map((shot) => ({ href: shot.href, name: labelOf(shot), link: shot })),
  ];
  return found.filter(({ href }, index) => href !== link.href && !broken.has(href) && found.findIndex((one) => one.href === href) === index);
}
function setMode(wanted) {
  mode = wanted;
  pair.dataset.mode = other ? mode : 'after';
  for (const button of all('.modes button')) button.setAttribute('aria-pressed', String(button.dataset.mode === pair.dataset.mode));
  clearInterval(blinking);
  pair.dataset.show = 'now';
  if (pair.dataset.mode === 'blink' && !matchMedia('(prefers-reduced-motion: reduce)').matches) blinking = setInterval(blink, 700);
  layout();
}
const blink = () => { pair.dataset.show = pair.dataset.show === 'now' ? 'then' : 'now'; };

function fill(image, href, name, link) {
  if (image.src !== href) image.src = href;
  image.alt = name;
  image.nextElementSibling.textContent = name;
  const thumbnail = link && one('img', link);
  const [width, height] = thumbnail ? [thumbnail.getAttribute('width'), thumbnail.getAttribute('height')] : [];
  image.dataset.ratio = width && height ? width / height : '';
  image.dataset.wide = width ?? '';
}
function show(link, wanted) {
  const card = link.closest('.edit');
  const list = pictures();
  const others = listOthers(link);
  if (wanted && !others.some(({ href }) => href === wanted.href)) others.unshift(wanted);
  // The one that is asked for, or of the same kind as before, or the most telling.
  other = wanted ?? (pinned && pinned !== link ? others[0] : others.find(({ name }) => name === other?.name) ?? others[0]) ?? null;
  if (other?.href === link.href) other = null;
  current = link;
  fill(now, link.href, titleOf(card), link);
  if (other) fill(then, other.href, other.name, other.link); else then.removeAttribute('src');
  pair.style.setProperty('--at', '50%');
  slide.value = '50';
  one('.modes').hidden = !other;
  one('.who strong').textContent = titleOf(card);
  const at = list.indexOf(link);
  one('.count').textContent = at < 0 ? '' : at + 1 + ' / ' + list.length;
  for (const button of all('.step')) button.hidden = list.length < 2;
  one('.save').href = link.href;
  showSide(card, others);
  showActs();
  if (!view.open) { fit(); view.showModal(); }
  setMode(mode);
  stage.focus();
  history.replaceState(null, '', '#' + encodeURIComponent(card.id).replaceAll('%40', '@').replaceAll('%2B', '+'));
  const next = list[at + 1];
  if (next) new Image().src = next.href;
}
function showSide(card, others) {
  const parts = all('.about, .reason, .next, .prompt, .facts', card).map((part) => part.cloneNode(true));
  if (others.length > 0) {
    const row = make('div', 'others');
    row.setAttribute('role', 'group');
    row.setAttribute('aria-label', 'Compare with');
    row.append(...others.map((entry) => {
      const button = make('button', 'other');
      button.type = 'button';
      button.title = entry.name;
      button.dataset.href = entry.href;
      button.setAttribute('aria-pressed', String(entry.href === other?.href));
      const image = make('img');
      image.src = entry.link ? one('img', entry.link).src : entry.href;
      image.alt = '';
      image.loading = 'lazy';
      button.append(image, make('span', '', entry.name));
      button.addEventListener('click', () => {
        if (mode === 'after') mode = 'side';
        show(current, entry);
      });
      return button;
    }));
    parts.unshift(make('h3', '', 'Compare with'), row);
  }
  side.replaceChildren(...parts);
  side.scrollTop = 0;
}
function showActs() {
  one('.acts .star').setAttribute('aria-pressed', String(markOf(current) === 'star'));
  one('.acts .reject').setAttribute('aria-pressed', String(markOf(current) === 'reject'));
  one('.acts .pin').setAttribute('aria-pressed', String(pinned === current));
}
function mark(wanted) { setMark(current, wanted); showActs(); }
function pin() {
  pinned = pinned === current ? null : current;
  show(current, pinned === null || pinned === current ? undefined : other ?? undefined);
}
function step(by) {
  const list = pictures();
  const next = list[(list.indexOf(current) + by + list.length) % list.length];
  if (next) show(next);
}
// The next of the pictures that are candidates for the same place.
function stepTake(by) {
  const list = takesOf(current.closest('.edit')).flatMap(shotsOf);
  const next = list[(list.indexOf(current) + by + list.length) % list.length];
  if (next && next !== current) show(next);
}
function fullScreen() {
  const isWide = view.classList.toggle('wide');
  // Where the browser has no full screen, as on some phones, the picture gets the whole page at least.
  if (isWide) one('.room').requestFullscreen?.().catch(() => {}); else if (document.fullscreenElement) void document.exitFullscreen();
}
// A picture that cannot be loaded is none to look at, or to compare others with.
function forget(link) {
  if (pinned === link) pinned = null;
  if (picked === link) setPicked(null);
  if (current === link && view.open) view.close();
}
document.addEventListener('fullscreenchange', () => { if (!document.fullscreenElement) view.classList.remove('wide'); });

document.addEventListener('click', (event) => {
  if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = event.target.closest('.shot, .ref:not(.named)');
  if (!link) return;
  if (link.matches('.shot')) {
    event.preventDefault();
    if (picked && picked !== link) pick(link); else show(link);
    return;
  }
  // A reference: compared with the edit's picture if there is one.
  const picture = one('.shot', link.closest('.edit'));
  if (!picture) return;
  event.preventDefault();
  if (mode === 'after') mode = 'side';
  show(picture, { href: link.href, name: link.title });
});
for (const button of all('.modes button')) button.addEventListener('click', () => setMode(button.dataset.mode));
for (const [look, act] of [
  ['.back', () => step(-1)], ['.on', () => step(1)], ['.view .close', () => view.close()], ['.acts .star', () => mark('star')],
  ['.acts .reject', () => mark('reject')], ['.acts .pin', pin], ['.acts .full', fullScreen],
]) one(look).addEventListener('click', act);
view.addEventListener('close', () => {
  clearInterval(blinking);
  if (document.fullscreenElement) void document.exitFullscreen();
  view.classList.remove('wide');
  current?.focus();
  then.removeAttribute('src');
  now.removeAttribute('src');
  history.replaceState(null, '', location.pathname + location.search);
});

// An address that ends in an edit's id opens its picture: the kept one, if the edit has got several takes since, or the only one.
const keptOf = (id) => {
  const own = cards.filter((card) => card.dataset.edit === id);
  return own.find((card) => one('.take.kept', card)) ?? own[0];
};
function followLink() {
  const id = decode(location.hash.slice(1));
  const card = cards.find((one) => one.id === id) ?? keptOf(id.replace(/#1$/, ''));
  if (!card) return;
  if (card.hidden) showAll();
  card.scrollIntoView({ block: 'center' });
  const link = one('.shot', card);
  if (!link) view.close();
  else if (link !== current || !view.open) show(link);
}
function decode(text) { try { return decodeURIComponent(text); } catch { return text; } }
addEventListener('hashchange', followLink);
`;

;// CONCATENATED MODULE: ./report/gallery/script/zoom.js
/** The size and place of the pictures in the large view, from fit to several hundred percent, the same for both of two. */
const ZOOM = String.raw `
const zoom = { z: 1, x: 0, y: 0 };
const then = one('.then img'), now = one('.now img'), level = one('.level');
const MOST = 16;
let base = { width: 1, height: 1, paneWidth: 1, paneHeight: 1 };
const ratioOf = (image) => Number(image.dataset.ratio) || image.naturalWidth / image.naturalHeight || 1;
// How many times the fitted size a picture has when one of its pixels is one of the screen's.
const fullSize = () => (Number(now.dataset.wide) || now.naturalWidth || 1) / (base.width * devicePixelRatio);

function layout() {
  const { clientWidth: width, clientHeight: height } = stage;
  const apart = pair.dataset.mode === 'side';
  const stacked = apart && height > width;
  pair.classList.toggle('stacked', stacked);
  const paneWidth = apart && !stacked ? (width - 12) / 2 : width;
  const paneHeight = stacked ? (height - 12) / 2 : height;
  for (const image of [then, now]) {
    const ratio = ratioOf(apart ? image : now);
    const fitted = Math.min(paneWidth, paneHeight * ratio);
    image.style.width = fitted + 'px';
    image.style.height = fitted / ratio + 'px';
    image.dataset.height = fitted / ratio;
    if (image === now) base = { width: fitted, height: fitted / ratio, paneWidth, paneHeight };
  }
  place();
}
function place() {
  const apart = pair.dataset.mode === 'side';
  const wide = apart || zoom.z > 1;
  // At fit the pair is as large as the picture, so that the slider reaches from edge to edge.
  pair.style.width = wide ? '100%' : base.width + 'px';
  pair.style.height = wide ? '100%' : base.height + 'px';
  const spareX = Math.max(0, (base.width * zoom.z - base.paneWidth) / 2);
  const spareY = Math.max(0, (base.height * zoom.z - base.paneHeight) / 2);
  zoom.x = Math.min(spareX, Math.max(-spareX, zoom.x));
  zoom.y = Math.min(spareY, Math.max(-spareY, zoom.y));
  pair.style.setProperty('--z', zoom.z);
  pair.style.setProperty('--x', zoom.x + 'px');
  pair.style.setProperty('--y', zoom.y + 'px');
  // A caption is right below its picture, or on it if there is no room.
  for (const image of [then, now])
    image.parentElement.style.setProperty('--under', (wide ? (base.paneHeight - image.dataset.height * zoom.z) / 2 - 34 : 0) + 'px');
  const percent = Math.round((zoom.z / fullSize()) * 100);
  level.textContent = zoom.z === 1 ? 'Fit' : percent + ' %';
  stage.classList.toggle('zoomed', zoom.z > 1);
  pair.classList.toggle('pixels', percent >= 300);
}
// Zooms so that what is at this point of the screen stays there.
function zoomTo(z, at) {
  const to = Math.min(Math.max(z, Math.min(1, fullSize())), Math.max(MOST, fullSize() * 4));
  const box = stage.getBoundingClientRect();
  const pane = at && pair.dataset.mode === 'side' ? paneAt(at) : box;
  const px = at ? at.x - pane.left - pane.width / 2 : 0;
  const py = at ? at.y - pane.top - pane.height / 2 : 0;
  zoom.x = px - ((px - zoom.x) * to) / zoom.z;
  zoom.y = py - ((py - zoom.y) * to) / zoom.z;
  zoom.z = to;
  place();
}
function paneAt({ x, y }) {
  const boxes = all('.pane').map((pane) => pane.getBoundingClientRect());
  return boxes.find((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom) ?? boxes[1];
}
const toggleFull = (at) => zoomTo(zoom.z === 1 ? Math.max(fullSize(), fullSize() < 1.05 && fullSize() > 0.95 ? 2 : 0) : 1, at);
const fit = () => { zoom.z = 1; zoom.x = zoom.y = 0; place(); };
new ResizeObserver(() => { if (view.open) layout(); }).observe(stage);
for (const image of [then, now]) image.addEventListener('load', layout);
for (const button of all('[data-zoom]')) button.addEventListener('click', () => zoomTo(zoom.z * (button.dataset.zoom === 'in' ? 1.5 : 1 / 1.5)));
level.addEventListener('click', () => toggleFull());

// Pointers: drag to pan, two fingers to pinch, click or double tap between fit and 100 %, swipe to step.
const pointers = new Map();
let press = null, lastTap = -Infinity;
const middle = () => {
  const [a, b] = [...pointers.values()];
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, apart: Math.hypot(a.x - b.x, a.y - b.y) || 1 };
};
stage.addEventListener('pointerdown', (event) => {
  if (event.button || event.target.closest('.slide, .step')) return;
  pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  stage.setPointerCapture(event.pointerId);
  press = { x: event.clientX, y: event.clientY, moved: pointers.size > 1, wasAtFit: zoom.z === 1 };
});
stage.addEventListener('pointermove', (event) => {
  const before = pointers.get(event.pointerId);
  if (!before) return;
  const from = pointers.size === 2 ? middle() : before;
  pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  if (press && Math.hypot(event.clientX - press.x, event.clientY - press.y) > 5) press.moved = true;
  if (pointers.size === 2) {
    const to = middle();
    zoom.x += to.x - from.x;
    zoom.y += to.y - from.y;
    zoomTo((zoom.z * to.apart) / from.apart, to);
  } else if (zoom.z > 1 && press?.moved) {
    zoom.x += event.clientX - before.x;
    zoom.y += event.clientY - before.y;
    place();
  }
});
function lift(event) {
  if (!pointers.delete(event.pointerId) || pointers.size > 0 || event.type === 'pointercancel' || !press) return;
  const at = { x: event.clientX, y: event.clientY };
  if (press.moved) {
    const across = at.x - press.x;
    if (event.pointerType === 'touch' && press.wasAtFit && zoom.z === 1 && Math.abs(across) > 60 && Math.abs(at.y - press.y) < 60)
      step(across < 0 ? 1 : -1);
  } else if (event.pointerType !== 'touch') toggleFull(at);
  else if (event.timeStamp - lastTap < 320) { lastTap = -Infinity; toggleFull(at); }
  else lastTap = event.timeStamp;
  press = null;
}
stage.addEventListener('pointerup', lift);
stage.addEventListener('pointercancel', lift);
stage.addEventListener('wheel', (event) => {
  event.preventDefault();
  zoomTo(zoom.z * Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.0022)), { x: event.clientX, y: event.clientY });
}, { passive: false });
`;

;// CONCATENATED MODULE: ./report/gallery/page-script.js







/** The page's own script: one text, because the page's policy allows exactly one. */
const PAGE_SCRIPT = [START, FILTER, MARKS, ZOOM, VIEW, KEYBOARD, COPY].join('');

;// CONCATENATED MODULE: ./report/gallery/spec-style.js
/** The look of the dialog that copies what was chosen. */
const SPEC_STYLE = `.spec{width:min(560px,calc(100vw - 24px));padding:22px 24px;border:1px solid var(--line);border-radius:14px;background:var(--raised);color:var(--ink)}
.spec::backdrop{background:#0008}
.spec h2{font:600 18px/1.3 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
.forms{display:grid;gap:4px;margin-top:12px}
.forms label{display:flex;gap:8px;align-items:baseline}
.forms input{accent-color:var(--accent)}
.hint{margin:14px 0 6px;color:var(--soft);font-size:14px}
.spec textarea{width:100%;padding:10px 12px;border:1px solid var(--line);border-radius:8px;background:var(--paper);color:var(--ink);font:13px/1.5 var(--mono);resize:vertical}
.ends{display:flex;flex-wrap:wrap;gap:8px;margin-top:14px}
.ends button{height:36px;padding:0 16px;border:1px solid var(--line);border-radius:9px;background:none}
.ends .clear{margin-right:auto;padding:0;border:0;color:var(--soft);text-decoration:underline;text-underline-offset:3px}
.ends .take-it{border-color:var(--ink);background:var(--ink);color:var(--paper)}
.ends .take-it:disabled{opacity:.45;cursor:default}`;

;// CONCATENATED MODULE: ./report/gallery/viewer-style.js
/** The large view's look: always dark, as pictures are judged best on a dark ground. */
const VIEWER_STYLE = `.view{
--paper:#101013;--raised:#1f1f25;--well:#1c1c21;--ink:#ededf0;--soft:#a9a8b3;--line:#3a3a43;--accent:#b7a0ff;
--good:#4cc488;--calm:#a1a0ab;--bad:#ff8094;--open:#efb45c;
color-scheme:dark;width:100vw;height:100dvh;max-width:none;max-height:none;margin:0;padding:0;border:0;overflow:hidden;background:var(--paper);color:var(--ink)}
.room{display:grid;grid-template:auto minmax(0,1fr) auto/minmax(0,1fr) 340px;width:100%;height:100dvh;background:var(--paper)}
.wide .room{grid-template-columns:minmax(0,1fr) 0}
.wide .side,.wide .keys{display:none}
.viewbar{grid-column:1/-1;display:flex;flex-wrap:wrap;align-items:center;gap:8px 12px;padding:10px 14px 10px 20px}
.who{flex:1;min-width:120px;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.who strong{font:600 15px var(--mono)}
.count{margin-left:8px;color:var(--soft);font-variant-numeric:tabular-nums}
.modes,.zoom{display:flex;padding:3px;border-radius:10px;background:var(--raised)}
.modes button,.zoom button{height:32px;padding:0 12px;border:0;border-radius:7px;background:none;color:var(--soft);white-space:nowrap}
.zoom button{padding:0 10px}.zoom button:hover,.modes button:hover{color:var(--ink)}
.zoom .level{min-width:62px;font-variant-numeric:tabular-nums;color:var(--ink)}
.modes button[aria-pressed=true]{background:#3d3d48;color:var(--ink)}
.acts{display:flex;gap:6px}
.acts>*,.view .close{display:grid;place-items:center;height:38px;min-width:38px;padding:0 11px;border:0;border-radius:10px;background:var(--raised);color:var(--ink);font-size:14px;text-decoration:none;white-space:nowrap}
.acts>*:hover,.view .close:hover{background:#34343c}
.acts .star,.acts .reject{color:var(--soft);font-size:16px;padding:0}
.acts .star[aria-pressed=true]{background:#f2c14e;color:#231a00}
.acts .reject[aria-pressed=true]{background:#c0283f;color:#fff}
.acts .pin[aria-pressed=true]{background:var(--accent);color:#1b1230}
.stage{position:relative;margin:0 76px;outline:none;touch-action:none;cursor:zoom-in;user-select:none;-webkit-user-select:none}
.stage.zoomed{cursor:grab}.stage.zoomed:active{cursor:grabbing}
.pair{position:absolute;left:50%;top:50%;translate:-50% -50%;display:grid;grid-template:minmax(0,1fr)/minmax(0,1fr);gap:12px}
.pane{position:relative;min-width:0;min-height:0;grid-area:1/1;overflow:hidden;border-radius:4px;background:var(--paper)}
.pane img{position:absolute;left:50%;top:50%;max-width:none;object-fit:contain;transform:translate(-50%,-50%) translate(var(--x,0px),var(--y,0px)) scale(var(--z,1))}
.pair.pixels .pane img{image-rendering:pixelated}
.pane figcaption{display:none;position:absolute;left:10px;bottom:max(10px,var(--under,0px));max-width:calc(100% - 20px);padding:2px 9px;border-radius:6px;background:#000b;color:#fff;font-size:12.5px;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.pair[data-mode=after] .then{display:none}
.pair[data-mode=slide] .then{z-index:1;clip-path:inset(0 calc(100% - var(--at,50%)) 0 0)}
.pair[data-mode=slide] .now{clip-path:inset(0 0 0 var(--at,50%))}
.pair[data-mode=slide]{overflow:hidden}.pair[data-mode=slide] .pane{border-radius:0}
.pair[data-mode=slide] .line,.pair[data-mode=slide] .slide{display:block;z-index:2}
.pair[data-mode=slide] .now figcaption{left:auto;right:10px}
.pair[data-mode=blink][data-show=now] .then,.pair[data-mode=blink][data-show=then] .now{visibility:hidden}
.pair[data-mode=side]{grid-template-columns:minmax(0,1fr) minmax(0,1fr)}
.pair[data-mode=side].stacked{grid-template:minmax(0,1fr) minmax(0,1fr)/minmax(0,1fr)}
.pair[data-mode=side] .pane{grid-area:auto}
.pair:not([data-mode=after]) figcaption{display:block}
.step{position:absolute;top:50%;translate:0 -50%;z-index:3;width:44px;height:64px;padding:0 0 5px;border:0;border-radius:10px;background:var(--raised);color:#fff;font-size:30px;line-height:1}
.step:hover{background:#34343c}
.back{left:-60px}.on{right:-60px}
.side{padding:4px 24px 20px 4px;overflow:auto;font-size:14.5px}
.side h3{margin:0 0 8px;color:var(--soft);font-size:13px;font-weight:500}
.others{display:grid;grid-template-columns:repeat(auto-fill,minmax(88px,1fr));gap:8px;margin-bottom:18px}
.other{min-width:0;padding:0;border:0;background:none;color:var(--soft);font-size:12px;text-align:left}
.other img{display:block;width:100%;aspect-ratio:4/3;object-fit:cover;border-radius:7px;background:var(--well)}
.other span{display:block;margin-top:3px;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.other[aria-pressed=true]{color:var(--ink)}.other[aria-pressed=true] img{outline:2px solid var(--accent);outline-offset:2px}
.side .facts{margin-top:18px;font-size:13px;grid-template-columns:minmax(0,1fr);gap:0}
.side .facts dd{margin-bottom:7px}
.keys{grid-column:1/-1;padding:10px 20px;color:var(--soft);font-size:12.5px}
.keys kbd{padding:1px 6px;border:1px solid var(--line);border-radius:4px}
.keys kbd:not(:first-child){margin-left:4px}
@media (max-width:1080px){.keys{display:none}.room{grid-template-columns:minmax(0,1fr) 280px}}
@media (max-width:860px){
.room{grid-template:auto minmax(0,1fr) minmax(0,32%)/minmax(0,1fr)}
.wide .room{grid-template:auto minmax(0,1fr)/minmax(0,1fr)}
.viewbar{padding:8px 10px 8px 14px;gap:8px}.stage{margin:0 8px}.side{padding:12px 14px 20px}
.who{order:-2;flex:1 1 60%}.view .close{order:-1}
.step{width:38px;height:52px;background:#0007}.back{left:0}.on{right:0}
.modes{order:1;flex-basis:100%}.modes button{flex:1;padding:0 4px}
.zoom{order:2}.acts{order:2;margin-left:auto}.acts .full,.acts .save{display:none}
.others{display:flex;overflow-x:auto;padding:3px;margin:-3px -3px 10px}.other{flex:0 0 84px}
}`;

;// CONCATENATED MODULE: ./report/gallery/page-style.js


/** The page's style: a plain contact sheet, light or dark like the reader's system. */
const PAGE_STYLE = `:root{
color-scheme:light dark;
--paper:#f6f5f2;--raised:#fff;--well:#e9e7e1;--ink:#1c1b19;--soft:#69655d;--line:#dedad1;--accent:#6a35d0;
--good:#187a48;--calm:#69655d;--bad:#c0283f;--open:#9a5b00;
--round:10px;--mono:ui-monospace,SFMono-Regular,"SF Mono",Menlo,Consolas,"Liberation Mono",monospace;
}
@media (prefers-color-scheme:dark){:root{
--paper:#131316;--raised:#1d1d22;--well:#232329;--ink:#ededf0;--soft:#a1a0ab;--line:#303038;--accent:#b7a0ff;
--good:#4cc488;--calm:#a1a0ab;--bad:#ff8094;--open:#efb45c;
}}
*,*::before,*::after{box-sizing:border-box}
[hidden]{display:none!important}
body{margin:0 auto;max-width:1720px;padding:0 clamp(16px,3vw,48px) 64px;background:var(--paper);color:var(--ink);
font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;-webkit-text-size-adjust:100%}
a{color:inherit}
button,input{font:inherit;color:inherit}
button{cursor:pointer}
code,kbd{font-family:var(--mono);font-size:.86em}
:focus-visible{outline:2px solid var(--accent);outline-offset:3px}
h1,h2,h3,p,dl,ul,figure{margin:0;padding:0}
.good{--look:var(--good)}.calm{--look:var(--calm)}.bad{--look:var(--bad)}.open{--look:var(--open)}

.top{display:flex;flex-wrap:wrap;align-items:end;justify-content:space-between;gap:20px 48px;padding:clamp(28px,5vw,56px) 0 18px}
h1{font-size:clamp(24px,3.4vw,38px);line-height:1.12;letter-spacing:-.025em;font-weight:680;overflow-wrap:anywhere;text-wrap:balance}
.lead{margin-top:8px;color:var(--soft)}
.lead time{white-space:nowrap}
.lead time::before{content:"·";margin:0 6px 0 2px}
.totals{display:flex;flex-wrap:wrap;gap:10px 32px}
.totals dt{color:var(--soft);font-size:12.5px}
.totals dd{margin:0;font-size:17px;font-weight:600;font-variant-numeric:tabular-nums;letter-spacing:-.01em}
.shares{display:block;flex-basis:100%;width:100%;height:4px;border-radius:2px;overflow:hidden}
.shares rect{fill:var(--look)}

.bar{position:sticky;top:0;z-index:5;display:flex;flex-wrap:wrap;align-items:center;gap:8px 14px;padding:12px 0;margin-bottom:10px;background:var(--paper)}
.find{position:relative;flex:0 1 320px;min-width:0}
.find span{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}
.find input{width:100%;height:38px;padding:0 36px 0 14px;border:1px solid var(--line);border-radius:19px;background:var(--raised)}
.find input::placeholder{color:var(--soft);opacity:1}
.find input:focus-visible{outline-offset:0}
.find kbd{position:absolute;right:14px;top:9px;color:var(--soft);pointer-events:none}
.find input:focus~kbd,.find input:not(:placeholder-shown)~kbd{display:none}
.chips{display:flex;gap:6px;min-width:0;overflow-x:auto;padding:4px;margin:-4px;scrollbar-width:none}
.chip{flex:none;height:38px;padding:0 14px;border:1px solid var(--line);border-radius:19px;background:none;color:var(--soft);white-space:nowrap}
.chip b{font-weight:600;color:var(--look,var(--ink));font-variant-numeric:tabular-nums;margin-left:3px}
.chip:hover{color:var(--ink)}
.chip[aria-pressed=true]{background:var(--ink);border-color:var(--ink);color:var(--paper)}
.chip[aria-pressed=true] b{color:inherit}
.chip.marked{--look:var(--accent)}
.copy{height:38px;padding:0 14px;border:1px solid var(--line);border-radius:19px;background:none;white-space:nowrap}
.copy:hover{background:var(--raised)}
.shown{margin-left:auto;color:var(--soft);font-size:13.5px}
.arrange{flex-basis:100%;margin:0;font-size:13.5px}
.arrange>summary{display:none}
.arrange>div{display:flex;flex-wrap:wrap;gap:6px 18px;color:var(--soft)}
.arrange label{display:flex;align-items:center;gap:6px;min-width:0;max-width:100%}
.arrange select{min-width:0;max-width:220px;height:32px;padding:0 6px;border:1px solid var(--line);border-radius:8px;background:var(--raised);color:var(--ink);font:inherit}
.density{width:110px;accent-color:var(--accent)}
.group{grid-column:1/-1;padding-bottom:6px;border-bottom:1px solid var(--line);font:600 17px/1.3 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
.group span{color:var(--soft);font-weight:400}
.group{margin-bottom:-26px}.dense .group{margin-bottom:-4px}

.grid{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,var(--card,350px)),1fr));gap:40px 28px;align-items:start}
.grid.few{grid-template-columns:repeat(auto-fit,minmax(min(100%,var(--card,350px)),820px))}
.single .edit>.more{grid-column:1}
@media (min-width:900px){.single{grid-template-columns:minmax(0,1fr)}.single .edit{display:grid;grid-template-columns:minmax(0,1fr) 360px;gap:8px 32px;align-content:start}
.single .info{grid-area:1/2/span 2;margin-top:-10px}.single .prompt{-webkit-line-clamp:none;line-clamp:none}}
.edit{min-width:0;padding:6px;margin:-6px;content-visibility:auto;contain-intrinsic-size:auto 520px}
.frame{position:relative;overflow:hidden;border-radius:var(--round);background:var(--well)}
.frame img,.frame video{display:block;width:100%;height:auto;max-height:130vh}
.frame video{background:#000}
.frame .shot{display:block}
.frame:has(.shot:focus-visible){outline:3px solid var(--accent);outline-offset:3px}
.frame .shot:focus-visible{outline:none}
.frame.empty{display:grid;place-items:center;aspect-ratio:16/9;border:1px dashed var(--line);background:
repeating-linear-gradient(-45deg,transparent 0 9px,color-mix(in srgb,var(--look) 7%,transparent) 9px 10px)}
.frame.empty span{color:var(--look);font-weight:600}
.compare .before{position:absolute;inset:0;height:100%;max-height:none;object-fit:cover;clip-path:inset(0 calc(100% - var(--at,50%)) 0 0)}
.compare .after{clip-path:inset(0 0 0 var(--at,50%))}
.line{display:none;position:absolute;top:0;bottom:0;left:var(--at,50%);width:2px;margin-left:-1px;background:#fff;box-shadow:0 0 0 .5px #0005,0 0 10px #0006;pointer-events:none}
.compare .line{display:block}
.line::after{content:"";position:absolute;left:50%;top:50%;width:34px;height:34px;translate:-50% -50%;border-radius:50%;background:#fff;box-shadow:0 1px 6px #0007}
.line::before{content:"";position:absolute;z-index:1;left:50%;top:50%;width:16px;height:9px;translate:-50% -50%;background:#26252b;
clip-path:polygon(0 50%,32% 0,32% 100%,0 50%,100% 50%,68% 0,68% 100%,100% 50%)}
.slide{display:none;position:absolute;top:0;left:-22px;width:calc(100% + 44px);height:100%;margin:0;opacity:0;appearance:none;background:none;pointer-events:none;touch-action:pan-y}
.compare .slide{display:block}
.slide::-webkit-slider-thumb{appearance:none;width:44px;height:2000px;pointer-events:auto;cursor:ew-resize}
.slide::-moz-range-thumb{width:44px;height:2000px;border:0;pointer-events:auto;cursor:ew-resize}
.line:has(+.slide:focus-visible)::after{outline:3px solid var(--accent);outline-offset:2px}
.more{display:grid;grid-template-columns:repeat(auto-fill,minmax(84px,1fr));gap:8px;margin-top:8px}
.more .frame{border-radius:7px}
.frame .file{display:block;padding:40px 16px;text-align:center;font-family:var(--mono);overflow-wrap:anywhere}
.tools{position:absolute;right:8px;top:8px;z-index:2;display:flex;gap:5px;opacity:0}
.tools button{display:grid;place-items:center;height:32px;min-width:32px;padding:0;border:0;border-radius:8px;background:#141418d9;color:#e8e8ee;font-size:14px}
.tools .pick{padding:0 10px;font-size:13px}
.tools button:hover{background:#000}
.frame:hover .tools,.tools:focus-within,.picking .tools,[data-mark=star] .tools,[data-mark=reject] .tools{opacity:1}
.tools .star[aria-pressed=true]{background:#f2c14e;color:#231a00}
.tools .reject[aria-pressed=true]{background:#c0283f;color:#fff}
.tools .pick[aria-pressed=true]{background:#b7a0ff;color:#1b1230}
[data-mark=reject]:not(:hover) .shot img{opacity:.45}
@media (hover:none){.tools{opacity:1}.tools .pick{display:none}.picking .pick{display:grid}}
.dense .info>:not(.head),.tiny .slide,.tiny .line,.tiny .before,.dense .pick{display:none}
.tiny .compare .after{clip-path:none}
.grid.dense{gap:20px 14px}.grid.tiny{gap:14px 10px}
.dense .head{gap:6px;margin-top:5px}
.dense h2:not(.group){font-size:12px;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.tiny .state:not(.good){font-size:0}.tiny .state::before{margin:0}
.dense .edit{contain-intrinsic-size:auto 150px}
.tiny .frame.empty span{font-size:11px}

.head{display:flex;align-items:baseline;gap:12px;margin-top:13px}
h2{flex:1;min-width:0;font:600 14.5px/1.4 var(--mono);letter-spacing:-.01em;overflow-wrap:anywhere}
.state{flex:none;color:var(--look);font-size:13px;font-weight:550}
.state::before{content:"";display:inline-block;width:7px;height:7px;margin-right:6px;border-radius:50%;background:var(--look);vertical-align:1px}
.state.good{font-size:0}.state.good::before{margin:0}
.take{flex:none;padding:0 8px;border:1px solid var(--line);border-radius:10px;color:var(--soft);font-size:12.5px}
.take.kept{border-color:var(--accent);color:var(--accent)}
.next{margin-top:6px;font-size:14px;overflow-wrap:anywhere}
.about{margin-top:2px;color:var(--soft);font-size:14px;overflow-wrap:anywhere}
.prompt{margin-top:6px;white-space:pre-line;overflow-wrap:anywhere}
.info .prompt{display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:4;line-clamp:4;overflow:hidden}
.reason{margin-top:8px;padding:8px 12px;border-left:3px solid var(--look);border-radius:3px 8px 8px 3px;background:color-mix(in srgb,var(--look) 9%,transparent);font-size:14px;overflow-wrap:anywhere}
.refs{display:flex;flex-wrap:wrap;align-items:center;gap:6px;margin-top:10px;list-style:none}
.refs li{min-width:0;max-width:100%}
.ref{display:block;border-radius:6px}
.ref img{display:block;width:46px;height:46px;object-fit:cover;border-radius:6px;background:var(--well);font-size:0}
.named{display:block;max-width:100%;padding:3px 8px;border:1px solid var(--line);border-radius:6px;color:var(--soft);font:12.5px/1.5 var(--mono);overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
details{margin-top:8px;font-size:13.5px}
summary{color:var(--soft);cursor:pointer;font-variant-numeric:tabular-nums;border-radius:4px}
summary:hover{color:var(--ink)}
.facts{display:grid;grid-template-columns:auto minmax(0,1fr);gap:3px 16px;margin-top:8px}
.facts dt{color:var(--soft)}
.facts dd{margin:0;overflow-wrap:anywhere}
.none{padding:48px 0;text-align:center;color:var(--soft)}
.none button{border:0;background:none;color:var(--accent);text-decoration:underline;text-underline-offset:3px}
${VIEWER_STYLE}
${SPEC_STYLE}
@media (max-width:640px){
.totals{gap:8px 24px}.totals dd{font-size:15.5px}
.find{flex-basis:100%}.find kbd,.keys{display:none}
.shown:empty{display:none}.bar{position:static}
.arrange>summary{display:list-item}.arrange>div{display:grid;grid-template-columns:minmax(0,1fr);padding-top:8px}
.arrange label{justify-content:space-between}.arrange select{width:62%;max-width:none}.density{width:62%}
}
@media (prefers-reduced-motion:no-preference){.chip,.frame{transition:background-color .12s,color .12s}}
@media print{.bar,.slide,.line,.before,dialog{display:none!important}.edit{break-inside:avoid;content-visibility:visible}}
`;

// EXTERNAL MODULE: ./report/addresses.js
var addresses = __webpack_require__(35860);
;// CONCATENATED MODULE: ./report/gallery/render-references.js


/** The references of an edit as a row of small pictures. If one cannot be shown, its name is. */
function renderReferences(references) {
    if (references.length === 0)
        return '';
    const items = references.map((reference) => `<li>${renderReference(reference)}</li>`);
    return `<ul class="refs" aria-label="References">${items.join('')}</ul>`;
}
function renderReference({ name: plain, address }) {
    const name = (0,escape_html/* escapeHtml */.Z)(plain);
    if (address === undefined)
        return `<span class="named" title="${name}">${name}</span>`;
    return `<a class="ref" href="${(0,addresses/* mediaAddress */.X)(address)}" title="${name}"><img src="${(0,addresses/* mediaAddress */.X)(address)}" alt="Reference ${name}" loading="lazy" decoding="async"></a>`;
}

;// CONCATENATED MODULE: ./report/gallery/render-card.js







/** One edit: its pictures or the reason why there are none, its prompt, references, next step and facts. */
function renderCard(edit) {
    const { state, reason, next, warnings, description } = edit;
    const id = (0,escape_html/* escapeHtml */.Z)(edit.id);
    const look = state === undefined ? 'calm' : lookOf(state);
    const label = state === undefined ? '' : `<span class="state ${look}">${(0,summary_totals/* capital */.Nx)(state)}</span>`;
    return `<article class="edit" id="${id}"${renderData(edit)}>
${edit.files.length === 0 ? `<div class="frame empty ${look}"><span>${state === undefined ? 'Not kept' : (0,summary_totals/* capital */.Nx)(state)}</span></div>` : renderFiles(edit, id)}
<div class="info">
<div class="head"><h2>${id}</h2>${edit.take === undefined ? '' : renderTake(edit.take)}${label}</div>
${description === undefined ? '' : `<p class="about" dir="auto">${(0,escape_html/* escapeHtml */.Z)(description)}</p>`}
${reason === undefined ? '' : `<p class="reason ${look}" dir="auto">${(0,escape_html/* escapeHtml */.Z)(reason)}</p>`}
${next === undefined ? '' : `<p class="next"><b>Next:</b> ${(0,escape_html/* escapeHtml */.Z)(next)}</p>`}
${renderLinked(edit.linked)}
<p class="prompt" dir="auto">${(0,escape_html/* escapeHtml */.Z)(edit.prompt)}</p>
${warnings.map((text) => `<p class="reason open" dir="auto">${(0,escape_html/* escapeHtml */.Z)(text)}</p>`).join('')}
${renderReferences(edit.references)}
<details><summary>${(0,escape_html/* escapeHtml */.Z)(edit.glance)}</summary>${renderFacts(edit.facts)}</details>
</div>
</article>`;
}
/** What the script filters, sorts and groups by. */
function renderData(edit) {
    const { take, files } = edit;
    const data = [
        ['key', edit.key],
        ['edit', take?.edit ?? edit.id],
        ['take', take?.number],
        ['state', edit.state],
        ['cost', edit.costUsd],
        ['ms', edit.totalMs],
        ['made', edit.madeAtMs],
        ['bytes', files.length === 0 ? undefined : files.reduce((sum, file) => sum + file.bytes, 0)],
        ['values', Object.keys(edit.matrix).length === 0 ? undefined : JSON.stringify(edit.matrix)],
    ];
    return data
        .map(([name, value]) => (value === undefined ? '' : ` data-${name}="${(0,escape_html/* escapeHtml */.Z)(String(value))}"`))
        .join('');
}
function renderTake({ number, of, isKept }) {
    return `<span class="take${isKept ? ' kept' : ''}">${number} of ${of}${isKept ? ', kept' : ''}</span>`;
}
/** Files that are not beside the page. The page must work offline, so it only links to them. */
function renderLinked(linked) {
    if (linked === undefined)
        return '';
    const links = linked.files.map(({ name: plain, address }) => {
        const name = (0,escape_html/* escapeHtml */.Z)(plain);
        return address === undefined ? name : `<a href="${(0,escape_html/* escapeHtml */.Z)(address)}">${name}</a>`;
    });
    return `<p class="about">${linked.where}: ${links.join(', ')}</p>`;
}
function renderFiles({ files, references, take }, id) {
    const [only, ...more] = references;
    // Takes are compared with each other rather than each with its reference.
    const reference = more.length > 0 || take !== undefined ? undefined : only?.address;
    const [first, ...others] = files.map((file, index) => renderFile(file, files.length > 1 ? `${id}, ${index + 1} of ${files.length}` : id, index === 0 ? (file.before ?? reference) : undefined));
    return `${first ?? ''}${others.length === 0 ? '' : `<div class="more">${others.join('')}</div>`}`;
}
/** `name` is escaped; `behind` is what the slider compares it with. */
function renderFile(file, name, behind) {
    const address = (0,addresses/* mediaAddress */.X)(file.path);
    if ((0,formats/* shownAs */.sE)(file.type) === 'link')
        return `<div class="frame"><a class="file" href="${address}">${(0,escape_html/* escapeHtml */.Z)(file.path)}</a></div>`;
    if ((0,formats/* shownAs */.sE)(file.type) === 'video') {
        return `<div class="frame"><video src="${address}" controls preload="metadata" playsinline aria-label="Result of ${name}"></video></div>`;
    }
    const size = file.width === undefined || file.height === undefined
        ? ''
        : ` width="${file.width}" height="${file.height}"`;
    const before = file.before === undefined ? '' : ` data-before="${(0,addresses/* mediaAddress */.X)(file.before)}"`;
    const shot = `class="shot" href="${address}" data-file="${file.sha256.slice(0, 16)}"${before}`;
    const after = `<img class="after" src="${(0,addresses/* mediaAddress */.X)(file.thumbnail ?? file.path)}"${size} alt="Result of ${name}" loading="lazy" decoding="async">`;
    if (behind === undefined)
        return `<div class="frame"><a ${shot}>${after}</a></div>`;
    const what = file.before === undefined ? 'reference' : 'picture before';
    return `<div class="frame compare"><a ${shot}>${after}<img class="before" src="${(0,addresses/* mediaAddress */.X)(behind)}" alt="" loading="lazy" decoding="async"></a><span class="line"></span><input class="slide" type="range" min="0" max="100" value="50" aria-label="How much of the ${what} shows, ${name}"></div>`;
}

;// CONCATENATED MODULE: ./report/gallery/render-toolbar.js




/** A value of a matrix is offered for choice if there are at least 2 and at most so many of them. */
const MOST_VALUES = 100;
/** Search, filters and order. They are hidden until the script runs, because they do nothing without it. */
function renderToolbar(edits) {
    return `<search class="bar" hidden>
<label class="find"><span>Search</span><input type="search" placeholder="Search ids, prompts, request ids" autocomplete="off" spellcheck="false"><kbd>/</kbd></label>
<div class="chips" role="group" aria-label="Filter">${renderChips(edits)}</div>
<button type="button" class="copy">Copy as spec…</button>
<output class="shown"></output>
<details class="arrange" open><summary>Sort, group, size</summary><div>${renderSelects(edits)}
<label>Size <input class="density" type="range" min="0" max="4" value="3" aria-label="Size of the pictures"></label>
</div></details>
</search>`;
}
function renderChips(edits) {
    const count = (wanted) => edits.filter(({ state }) => state === wanted).length;
    const states = count_edits/* STATES */.x.toReversed().flatMap((state) => {
        const own = count(state);
        return own === 0 || state === 'open'
            ? []
            : [renderChip(`state:${state}`, (0,summary_totals/* capital */.Nx)(state), own, ` ${lookOf(state)}`)];
    });
    // With one of the two only, its own chip shows the same.
    const changed = count('succeeded') > 0 && count('adopted') > 0 ? count('succeeded') + count('adopted') : 0;
    return [
        renderChip('', 'All', edits.length, '', true),
        ...(states.length > 1 ? states : []),
        ...(changed > 0 ? [renderChip('changed', 'Changed', changed)] : []),
        // The script shows them as soon as something is marked.
        renderChip('mark:star', 'Starred', 0, ' marked'),
        renderChip('mark:reject', 'Rejected', 0, ' marked'),
    ].join('');
}
function renderChip(filter, name, count, look = '', isOn = false) {
    return `<button type="button" class="chip${look}" data-filter="${filter}" aria-pressed="${isOn}">${name} <b>${count}</b></button>`;
}
function renderSelects(edits) {
    const axes = listAxes(edits);
    const facets = [...axes].map(([axis, values]) => renderSelect(axis, `class="facet" data-axis="${(0,escape_html/* escapeHtml */.Z)(axis)}"`, [
        ['', 'all'],
        ...values.map((value) => [value, value]),
    ]));
    const hasTakes = edits.some(({ take }) => take !== undefined);
    const groups = [
        ['', 'nothing'],
        ...(hasTakes || axes.size > 0 ? [[hasTakes ? 'edit' : 'key', 'edit']] : []),
        ...(edits.some(({ state }) => state !== undefined) ? [['state', 'state']] : []),
        ...[...axes.keys()].map((axis) => [`value:${axis}`, axis]),
    ];
    const orders = [
        ['', 'as in the spec'],
        ['id', 'id'],
        ...(edits.some(({ madeAtMs }) => madeAtMs !== undefined) ? [['made', 'newest']] : []),
        ['cost', 'cost'],
        ['ms', 'time'],
        ['bytes', 'file size'],
    ];
    return [
        ...facets,
        renderSelect('Group by', 'class="group-by"', groups),
        renderSelect('Sort by', 'class="sort"', orders),
    ].join('');
}
function renderSelect(name, attributes, choices) {
    const options = choices.map(([value, text]) => `<option value="${(0,escape_html/* escapeHtml */.Z)(value)}">${(0,escape_html/* escapeHtml */.Z)(text)}</option>`);
    return `<label>${(0,escape_html/* escapeHtml */.Z)(name)} <select ${attributes}>${options.join('')}</select></label>`;
}
/** The matrix keys and their values, in the order in which they come. */
function listAxes(edits) {
    const axes = new Map();
    for (const { matrix } of edits) {
        for (const [axis, value] of Object.entries(matrix)) {
            axes.set(axis, (axes.get(axis) ?? new Set()).add(value));
        }
    }
    return new Map([...axes]
        .filter(([, values]) => values.size > 1 && values.size <= MOST_VALUES)
        .map(([axis, values]) => [axis, [...values]]));
}

;// CONCATENATED MODULE: ./report/gallery/viewer.js
/** The large view. The script fills it with a copy of the card's content. */
const VIEWER = `<dialog class="view" aria-label="Large view">
<div class="room">
<div class="viewbar">
<div class="who"><strong></strong> <span class="count"></span></div>
<div class="modes" role="group" aria-label="How to compare">
<button type="button" data-mode="after" aria-pressed="true">Result</button>
<button type="button" data-mode="slide" aria-pressed="false">Slider</button>
<button type="button" data-mode="side" aria-pressed="false">Side by side</button>
<button type="button" data-mode="blink" aria-pressed="false">Blink</button>
</div>
<div class="zoom" role="group" aria-label="Zoom">
<button type="button" data-zoom="out" aria-label="Zoom out">−</button>
<button type="button" class="level" title="Fit or 100 %">Fit</button>
<button type="button" data-zoom="in" aria-label="Zoom in">+</button>
</div>
<div class="acts">
<button type="button" class="star" aria-pressed="false" aria-label="Star" title="Star (S)">★</button>
<button type="button" class="reject" aria-pressed="false" aria-label="Reject" title="Reject (X)">✕</button>
<button type="button" class="pin" aria-pressed="false" title="Keep this picture to compare others with (P)">Pin</button>
<button type="button" class="full" title="Full screen (F)">Full screen</button>
<a class="save" download>Save</a>
</div>
<button type="button" class="close" aria-label="Close">✕</button>
</div>
<div class="stage" tabindex="-1">
<div class="pair">
<figure class="pane then"><img alt="Reference" draggable="false"><figcaption>Reference</figcaption></figure>
<figure class="pane now"><img alt="Result" draggable="false"><figcaption>Result</figcaption></figure>
<span class="line"></span>
<input class="slide" type="range" min="0" max="100" value="50" aria-label="How much of the other picture shows">
</div>
<button type="button" class="step back" aria-label="Previous picture">‹</button>
<button type="button" class="step on" aria-label="Next picture">›</button>
</div>
<aside class="side" tabindex="0" aria-label="About this picture"></aside>
<p class="keys"><kbd>←</kbd> <kbd>→</kbd> pictures <kbd>↑</kbd> <kbd>↓</kbd> takes <kbd>+</kbd> <kbd>−</kbd> zoom <kbd>0</kbd> fit <kbd>1</kbd> 100 % <kbd>C</kbd> compare <kbd>P</kbd> pin <kbd>S</kbd> star <kbd>X</kbd> reject <kbd>F</kbd> full screen <kbd>Esc</kbd> close</p>
</div>
</dialog>
<dialog class="spec" aria-label="Copy as spec">
<form method="dialog">
<h2>Copy as spec</h2>
<p class="forms" role="radiogroup" aria-label="What to copy">
<label><input type="radio" name="form" value="keep" checked> <span>Keep the starred takes</span></label>
<label><input type="radio" name="form" value="force"> <span>Make the rejected ones again</span></label>
<label><input type="radio" name="form" value="only"> <span>Only the starred ones</span></label>
<label><input type="radio" name="form" value="shown"> <span>Only those that are shown</span></label>
</p>
<p class="hint"></p>
<textarea readonly rows="9" spellcheck="false" aria-label="Text to copy"></textarea>
<p class="ends"><button type="button" class="clear">Remove all marks</button> <button type="button" class="take-it">Copy</button> <button type="submit">Close</button></p>
</form>
</dialog>`;

;// CONCATENATED MODULE: ./report/gallery/render-page.js







/** With one or two edits, each gets more room than a column. */
const GRIDS = ['', ' single', ' few'];
/**
 * A gallery as one HTML page. Its content security policy allows no other script or style, so that text from outside stays text
 * even if escaping fails.
 */
function renderPage({ title, header, edits }) {
    const policy = [
        "default-src 'none'",
        // A page opened from a disk has an opaque origin; 'self' is for a page on a server.
        "img-src 'self' file: https:",
        "media-src 'self' file:",
        `style-src ${hashForPolicy(PAGE_STYLE)}`,
        `script-src ${hashForPolicy(PAGE_SCRIPT)}`,
        "base-uri 'none'",
        "form-action 'none'",
    ].join('; ');
    return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${(0,escape_html/* escapeHtml */.Z)(title)}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
${header}
${renderToolbar(edits)}
<main class="grid${GRIDS[edits.length] ?? ''}">
${edits.map(renderCard).join('\n')}
</main>
<p class="none" hidden>No edit matches. <button type="button">Show all</button></p>
${VIEWER}
<script>${PAGE_SCRIPT}</script>
</body>
</html>
`;
}
/** The source expression with which a content security policy allows exactly this inline script or style. */
function hashForPolicy(text) {
    return `'sha256-${(0,external_node_crypto_.createHash)('sha256').update(text).digest('base64')}'`;
}

// EXTERNAL MODULE: ./report/spec-order.js
var spec_order = __webpack_require__(74412);
;// CONCATENATED MODULE: ./report/render-gallery.js





/**
 * The gallery as one HTML page that needs only the pictures beside it: outputs at their `files[].path`, references
 * where `referencePath` says. Pictures that are only on the assets branch are links. The page works from a disk and
 * without a network (except for hosted references); without scripts it is a plain list of pictures.
 */
function renderGallery(run, options) {
    const { title, referencePath, thumbnail, before } = options;
    const branchAddress = 'branch' in run ? (0,branch_files/* createBranchAddress */.$A)(run) : () => undefined;
    const edits = (0,spec_order/* inSpecOrder */.p)(run.edits).map((outcome) => toGalleryEdit(outcome, {
        referencePath,
        thumbnail,
        onBranch: branchAddress(outcome),
        before: before?.get(outcome.edit.id) ?? [],
        keepsRecord: run.keepsRecord,
    }));
    return renderPage({ title, header: renderHeader(run, title), edits });
}

// EXTERNAL MODULE: ./shared/optional-file.js
var optional_file = __webpack_require__(23490);
;// CONCATENATED MODULE: ./report/stage-references.js




/**
 * Copies the repository pictures that edits of this run used, whether or not they succeeded, to `<folder>/references/<sha256>.<ext>`, each once, so
 * that the gallery works without the repository. A copy-on-write file system shares the bytes. A picture that was
 * removed during the run is left out, and the gallery shows its name instead. Otherwise throws as `node:fs` does.
 */
async function stageReferences(edits, folder) {
    const staged = new Map();
    for (const { edit, state, files } of edits) {
        // What an earlier run made is only linked to, and so are its references.
        if (state === 'unchanged' && files.length === 0)
            continue;
        for (const image of edit.images) {
            if (image.kind !== 'file' || staged.has(image.sha256))
                continue;
            const relative = `references/${image.sha256}.${(0,formats/* fileExtension */.i_)(image.type)}`;
            if (await copyTo(image, external_node_path_.join(folder, relative)))
                staged.set(image.sha256, relative);
        }
    }
    return staged;
}
/** Whether the picture was copied: false if it was removed during the run. */
async function copyTo(image, copy) {
    await (0,promises_.mkdir)(external_node_path_.dirname(copy), { recursive: true });
    try {
        await (0,promises_.copyFile)(image.absolutePath, copy, promises_.constants.COPYFILE_FICLONE);
        return true;
    }
    catch (error) {
        if ((0,optional_file/* isNotFound */.c4)(error))
            return false;
        throw error;
    }
}

// EXTERNAL MODULE: ./report/write-results.js + 2 modules
var write_results = __webpack_require__(1697);
// EXTERNAL MODULE: ./shared/sentence.js
var sentence = __webpack_require__(47730);
;// CONCATENATED MODULE: ./run/deliver/deliver-to-artifact.js











/** Uploads the run's pictures, with the results file and the gallery, as one artifact. */
async function deliverToArtifact(run, folder, { spec, artifactName: name, retentionDays }, renditions, world, signal, before = new Map()) {
    const pictures = run.edits.flatMap(({ files }) => files.map(({ absolutePath }) => absolutePath));
    if (pictures.length === 0)
        return { kind: 'none' };
    const companions = await writeCompanions(run, folder, spec, renditions, before).catch((error) => {
        // The pictures were paid for: they are uploaded even without a page about them.
        world.log.info((0,sentence/* toSentence */.R)(`the gallery could not be made: ${(0,describe_error/* describeError */.U)(error)}`));
        return [];
    });
    return await deliverArtifact({
        name,
        folder,
        files: [...companions, ...pictures, ...renditions.files],
        ...(retentionDays !== undefined && { retentionDays }),
        run: world.job,
    }, { ...world, serverUrl: world.repository.serverUrl, signal });
}
/** Writes what goes with the pictures: gallery, results file, and the references that the gallery shows. */
async function writeCompanions(run, folder, title, renditions, before) {
    const staged = await stageReferences(run.edits, folder);
    const referencePath = createReferencePath(run.edits, staged);
    const onDisk = new Set(renditions.files);
    const thumbnail = createThumbnails(renditions.made, (file) => onDisk.has(external_node_path_.join(folder, file)));
    const gallery = external_node_path_.join(folder, 'index.html');
    const results = external_node_path_.join(folder, 'results.json');
    await (0,promises_.writeFile)(gallery, renderGallery(run, { title, referencePath, thumbnail, before }));
    await (0,write_results/* writeResults */.K)(results, run);
    const list = await writePicturesFile(run, folder, renditions);
    const beside = new Set([
        ...staged.values(),
        ...[...before.values()].flatMap((files) => files.flatMap((file) => file ?? [])),
    ]);
    return [gallery, results, ...list, ...[...beside].map((relative) => external_node_path_.join(folder, relative))];
}
/** The list of pictures for pages, if this run made renditions. */
async function writePicturesFile({ edits }, folder, { files, made }) {
    if (files.length === 0)
        return [];
    const listed = edits
        // The kept take is the picture of its edit.
        .filter(({ edit: { take }, files: own }) => own.length > 0 && take?.isKept !== false)
        .map(({ edit: { id, take, pictures }, files: own }) => ({
        id: take?.edit ?? id,
        files: own,
        ...(pictures?.alt !== undefined && { alt: pictures.alt }),
    }));
    const file = external_node_path_.join(folder, PICTURES_NAME);
    await (0,promises_.writeFile)(file, renderPicturesFile(listed, made));
    return [file];
}

// EXTERNAL MODULE: ./git/push.js + 1 modules
var push = __webpack_require__(38568);
// EXTERNAL MODULE: ./shared/problem.js
var problem = __webpack_require__(85720);
// EXTERNAL MODULE: ./git/commit-tree.js
var commit_tree = __webpack_require__(78678);
// EXTERNAL MODULE: ./git/write-blobs.js
var write_blobs = __webpack_require__(29964);
// EXTERNAL MODULE: ./shared/map-values.js
var map_values = __webpack_require__(99864);
// EXTERNAL MODULE: ./lock/lock-schema.js
var lock_schema = __webpack_require__(47384);
// EXTERNAL MODULE: ./lock/sort-json.js
var sort_json = __webpack_require__(60696);
;// CONCATENATED MODULE: ./lock/render-lock.js



/**
 * The lock file's text: the same bytes for the same lock, entries sorted by id, one value a line, so that a change to
 * one edit changes only its lines.
 */
function renderLock(lock) {
    const { edits, pages, gallery, preview, spending, models, renditions } = lock;
    // Put together by hand, as JavaScript moves keys such as `2024` to the front of an object.
    const entries = [...edits.keys()].toSorted().map((id) => {
        const entry = edits.get(id);
        if (entry === undefined)
            throw new Error(`${id} has no entry`);
        return `    ${JSON.stringify(id)}: ${indent(describeEntry(entry), '    ')}`;
    });
    const sections = {
        version: String(lock_schema/* LOCK_VERSION */.T),
        pages: indent(pages.toSorted(), '  '),
        ...(gallery !== undefined && { gallery: indent(gallery.toSorted(), '  ') }),
        ...(preview !== undefined && {
            preview: indent({ pull_request: preview.pullRequest, commit: preview.commit }, '  '),
        }),
        ...(spending !== undefined && {
            spending: indent((0,sort_json/* sortKeys */.d)((0,map_values/* mapValues */.L)(spending, describeMonth)), '  '),
        }),
        ...(models !== undefined && { models: indent((0,sort_json/* sortKeys */.d)((0,map_values/* mapValues */.L)(models, describeModel)), '  ') }),
        edits: entries.length === 0 ? '{}' : `{\n${entries.join(',\n')}\n  }`,
        ...(renditions !== undefined && { renditions: indent(describeRenditions(renditions), '  ') }),
    };
    const lines = Object.entries(sections).map(([key, value]) => `  "${key}": ${value}`);
    return `{\n${lines.join(',\n')}\n}\n`;
}
function describeEntry(entry) {
    return {
        spec: entry.spec ?? null,
        take: entry.take,
        kept: entry.isKept,
        stored: entry.stored,
        held_by: entry.heldBy,
        fingerprint: entry.fingerprint,
        model: entry.model,
        model_schema: entry.modelSchema,
        input: (0,sort_json/* sortJson */.B)(entry.input),
        references: entry.references?.map(({ content, path, commit, edit }) => ({
            content,
            path,
            commit,
            edit,
        })),
        alt: entry.alt,
        request_id: entry.requestId,
        cost_usd: entry.costUsd ?? null,
        submitted_at: entry.submittedAt,
        finished_at: entry.finishedAt,
        queued_ms: entry.queuedMs ?? null,
        running_ms: entry.runningMs ?? null,
        action_version: entry.actionVersion,
        spec_commit: entry.specCommit ?? null,
        files: entry.files.map(render_lock_describeFile),
        history: entry.history?.map(({ fingerprint, commit }) => ({ fingerprint, commit })),
    };
}
function render_lock_describeFile({ path, sha256, bytes, type, width, height, carries }) {
    const { mark, label, c2pa } = carries ?? {};
    return {
        path,
        sha256,
        bytes,
        width: width ?? null,
        height: height ?? null,
        type,
        ...(carries !== undefined && { carries: { mark, label, c2pa } }),
    };
}
function describeMonth({ costUsd, edits, unpriced, requests }) {
    return {
        cost_usd: costUsd,
        edits,
        unpriced,
        ...(requests !== undefined && {
            requests: (0,sort_json/* sortKeys */.d)(Object.fromEntries([...requests].map(([id, usd]) => [id, usd ?? null]))),
        }),
    };
}
function describeModel({ digest, schema }) {
    return { digest, schema: (0,sort_json/* sortJson */.B)(schema) };
}
function describeRenditions(renditions) {
    const describe = (rendition) => ({
        set: rendition.set,
        settings: (0,sort_json/* sortJson */.B)(rendition.settings),
        color: rendition.color,
        placeholder: rendition.placeholder,
        files: rendition.files.toSorted((a, b) => (a.path < b.path ? -1 : 1)).map(render_lock_describeFile),
        stale: rendition.stale?.toSorted(),
    });
    return (0,sort_json/* sortKeys */.d)((0,map_values/* mapValues */.L)(renditions, (bySettings) => (0,sort_json/* sortKeys */.d)((0,map_values/* mapValues */.L)(bySettings, describe))));
}
/** JSON on several lines, of which all but the first begin with `by`. */
function indent(value, by) {
    return JSON.stringify(value, null, 2).replaceAll('\n', `\n${by}`);
}

;// CONCATENATED MODULE: ./deliver/branch/find-missing.js

/**
 * Edits whose files were on the branch when the run began and are gone from this tip, because someone replaced the branch
 * or removed the files meanwhile; pure. They are reported, as they may have been removed on purpose.
 */
function findMissing({ tree }, unchanged, place) {
    return unchanged.flatMap(({ id, paths }) => {
        const gone = paths.find((path) => {
            const file = tree.get((0,branch_paths/* fromRoot */.tc)(place, path));
            return file === undefined || !(0,branch_paths/* isPlainFile */.Dn)(file);
        });
        if (gone === undefined)
            return [];
        const reason = `its picture ${(0,branch_paths/* quotePath */.WG)((0,branch_paths/* fromRoot */.tc)(place, gone))} was removed from the branch during the run; the next run makes it again`;
        return [{ id, reason }];
    });
}

// EXTERNAL MODULE: ./deliver/branch/foreign-files.js
var foreign_files = __webpack_require__(7066);
;// CONCATENATED MODULE: ./deliver/branch/plan-gallery.js


/**
 * Decides who asks for the gallery page, from what the branch records and what this run asks for; pure. `lock`: as it is after
 * the commit. The page is removed when the last spec no longer asks for it. A spec without pictures on the
 * branch does not ask: what is only remembered is on no page.
 */
function planGallery(tip, lock, wish, place) {
    const { gallery: before = [], pages } = tip.recorded.lock;
    if (wish === undefined)
        return { specs: before, isChange: false };
    const shown = [...lock.edits.values()].filter(({ stored }) => stored === undefined);
    const owners = new Set(shown.map(({ spec }) => spec));
    const others = before.filter((spec) => spec !== wish.spec && owners.has(spec));
    const specs = [...others, ...(wish.isAsked && shown.length > 0 ? [wish.spec] : [])].toSorted();
    if (specs.join('\n') !== before.toSorted().join('\n'))
        return { specs, isChange: true };
    if (specs.length === 0)
        return { specs, isChange: false };
    const path = (0,branch_paths/* fromRoot */.tc)(place, branch_paths/* GALLERY_NAME */.BE);
    const there = tip.tree.get(path);
    if (pages.includes(branch_paths/* GALLERY_NAME */.BE) && there !== undefined && (0,branch_paths/* isPlainFile */.Dn)(there))
        return { specs, isChange: false };
    // A file of others that has its name may be gone by now, and someone may have removed the page itself.
    const foreign = (0,foreign_files/* findForeign */.eN)(tip.tree, (0,branch_paths/* ownPaths */.Vw)(place, tip.recorded.lock));
    return { specs, isChange: (0,foreign_files/* findObstacle */.R5)(path, foreign) === undefined };
}
/** The message of a commit that does nothing else. */
function describeGallery({ specs }) {
    return specs.length === 0 ? 'Remove the gallery' : 'Write the gallery';
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./lock/has-files.js
var has_files = __webpack_require__(53119);
// EXTERNAL MODULE: ./lock/locked-models.js
var locked_models = __webpack_require__(67498);
// EXTERNAL MODULE: ./lock/remember-past.js
var remember_past = __webpack_require__(2539);
// EXTERNAL MODULE: ./lock/spending.js
var lock_spending = __webpack_require__(76325);
// EXTERNAL MODULE: ./shared/take-id.js
var take_id = __webpack_require__(49912);
// EXTERNAL MODULE: ./shared/fold-path.js
var fold_path = __webpack_require__(42274);
;// CONCATENATED MODULE: ./deliver/branch/plan-renditions.js






/**
 * What becomes of the renditions on one tip, whose entries after the commit are `edits`; pure. One whose path has a file of others,
 * or another edit's picture, is left out.
 */
function planRenditions(tip, edits, change, place) {
    const pictures = new Set([...edits.values()].flatMap(has_files/* filesOnBranch */.rB).map(({ path }) => (0,fold_path/* foldPath */.t)(path)));
    // A picture may have come to the path of a rendition that no one asks for anymore: then that one is gone.
    const before = (0,apply_renditions/* withoutFiles */.Oj)(tip.recorded.lock.renditions ?? {}, (path) => pictures.has((0,fold_path/* foldPath */.t)(path)));
    if (change === undefined)
        return { records: before, written: [], warnings: [] };
    const foreign = (0,foreign_files/* findForeign */.eN)(tip.tree, (0,branch_paths/* ownPaths */.Vw)(place, tip.recorded.lock));
    const warnings = [];
    const set = change.set.map((made) => ({
        ...made,
        files: made.files.filter(({ path }) => {
            if (!change.blobs.has(path))
                return false;
            const obstacle = (0,foreign_files/* findObstacle */.R5)((0,branch_paths/* fromRoot */.tc)(place, path), foreign);
            const owner = obstacle ?? (pictures.has((0,fold_path/* foldPath */.t)(path)) ? path : undefined);
            if (owner !== undefined)
                warnings.push(`The rendition ${(0,branch_paths/* quotePath */.WG)(path)} is left out, because ${(0,branch_paths/* quotePath */.WG)(owner)} is on the branch and is no rendition of this picture.`);
            return owner === undefined;
        }),
    }));
    const made = set.filter(({ files }) => files.length > 0);
    const records = (0,apply_renditions/* applyRenditions */.WD)(before, { ...change, set: made }, edits);
    const written = made
        .flatMap(({ original, key, files }) => {
        const kept = new Set(records[original]?.[key]?.files.map(({ path }) => path));
        return files.filter(({ path }) => kept.has(path));
    })
        .map(({ path }) => ({ path, blob: change.blobs.get(path) ?? '' }));
    return { records, written, warnings };
}
/** The paths of all files that are recorded. */
function listPaths(records) {
    return (0,rendition_records/* renditionRecords */.v)(records).flatMap(({ files }) => files.map(({ path }) => path));
}

;// CONCATENATED MODULE: ./deliver/branch/rebase-changes.js






/**
 * Fits changes that were planned on `base` to what is on the branch by now; pure. If another run made the same edit in
 * the meantime, pictures that this run made replace those, and pictures that it only moved or copied do not. Nothing is removed
 * that another run has made since, and nothing is written over what others wrote.
 */
function rebaseChanges(tip, base, changes, place) {
    const now = tip.recorded.lock.edits;
    const before = base.recorded.lock.edits;
    const isAsBefore = (id) => (0,external_node_util_.isDeepStrictEqual)(now.get(id), before.get(id));
    const warnings = [];
    const set = changes.set.filter(({ id, entry, sources }) => {
        const theirs = now.get(id);
        if (theirs === undefined || isAsBefore(id) || (0,remember_past/* isSameEntry */.TR)(theirs, entry))
            return true;
        const isMade = sources.some(({ kind }) => kind === 'disk');
        // Two runs that adopt the same pictures: the entries differ in the commit of the spec.
        if (!isMade && theirs.requestId === entry.requestId && sources.some(({ kind }) => kind === 'copy'))
            return false;
        const other = `Edit ${(0,branch_paths/* quotePath */.WG)(id)} was also made by another run, at ${theirs.finishedAt} (request ${theirs.requestId})`;
        warnings.push(isMade
            ? `${other}; this later one replaces it. The earlier pictures are in the branch's history.`
            : `${other}, while this run only moved or copied pictures; those of the other run stay.`);
        return isMade;
    });
    const left = new Map(findUnfit(tip, set, place).map((each) => [each.id, each]));
    const remaining = () => set.filter(({ id }) => !left.has(id));
    const removable = changes.remove.filter(isAsBefore);
    for (;;) {
        const remove = removable.filter((id) => !isNeeded(id, set, left, tip));
        const clashes = findClashes(tip, remaining(), remove);
        if (clashes.length === 0) {
            return {
                ...{ set: remaining(), remove: remove.filter((id) => now.has(id)) },
                ...{ left: [...left.values()], warnings },
            };
        }
        // An edit that is left out keeps its old paths, which another may have been about to take.
        for (const clash of clashes)
            left.set(clash.id, clash);
    }
}
/** Changes that cannot be made, whatever becomes of the others. */
function findUnfit(tip, set, place) {
    const foreign = (0,foreign_files/* findForeign */.eN)(tip.tree, (0,branch_paths/* ownPaths */.Vw)(place, tip.recorded.lock));
    const there = new Set([...tip.tree.values()].filter(branch_paths/* isPlainFile */.Dn).map(({ blob }) => blob));
    return set.flatMap(({ id, entry, sources, blobs, fault }) => {
        if (fault !== undefined)
            return [{ id, reason: fault }];
        const gone = sources.find(({ kind }, index) => kind === 'branch' && !there.has(blobs[index] ?? 'not known'));
        if (gone?.kind === 'branch') {
            const file = (0,branch_paths/* quotePath */.WG)((0,branch_paths/* fromRoot */.tc)(place, gone.path));
            const reason = `its picture ${file} is no longer on the branch; the next run makes it again`;
            return [{ id, reason, remedy: 'make-again' }];
        }
        for (const { path } of (0,has_files/* filesOnBranch */.rB)(entry)) {
            const obstacle = (0,foreign_files/* findObstacle */.R5)((0,branch_paths/* fromRoot */.tc)(place, path), foreign);
            if (obstacle === undefined)
                continue;
            const reason = `${(0,branch_paths/* quotePath */.WG)(obstacle)} is on the branch by now and was not made by this action`;
            return [{ id, reason, remedy: 'clear-path' }];
        }
        return [];
    });
}
/** Changes that would put a file where another edit of the branch has one, and keeps it. */
function findClashes(tip, set, remove) {
    const given = new Set([...remove, ...set.map(({ id }) => id)]);
    const owners = new Map();
    for (const [id, entry] of tip.recorded.lock.edits)
        if (!given.has(id))
            for (const { path } of (0,has_files/* filesOnBranch */.rB)(entry))
                owners.set((0,fold_path/* foldPath */.t)(path), id);
    return set.flatMap(({ id, entry }) => {
        const files = (0,has_files/* filesOnBranch */.rB)(entry);
        const taken = files.find(({ path }) => owners.has((0,fold_path/* foldPath */.t)(path)));
        if (taken === undefined) {
            for (const { path } of files)
                owners.set((0,fold_path/* foldPath */.t)(path), id);
            return [];
        }
        const owner = owners.get((0,fold_path/* foldPath */.t)(taken.path)) ?? '';
        const reason = `${(0,branch_paths/* quotePath */.WG)(taken.path)} is a picture of edit ${(0,branch_paths/* quotePath */.WG)(owner)}, which keeps it`;
        return [{ id, reason, remedy: 'wait-for-path' }];
    });
}
/** Whether the entry `id` must stay because an edit is left out that copies its files, or that was to replace them. */
function isNeeded(id, set, left, tip) {
    const entry = tip.recorded.lock.edits.get(id);
    const paths = new Set((entry === undefined ? [] : (0,has_files/* filesOnBranch */.rB)(entry)).map(({ path }) => (0,fold_path/* foldPath */.t)(path)));
    return set.some(({ id: other, entry: theirs, sources }) => left.has(other) &&
        ((0,has_files/* filesOnBranch */.rB)(theirs).some(({ path }) => paths.has((0,fold_path/* foldPath */.t)(path))) ||
            sources.some((source) => source.kind === 'branch' && paths.has((0,fold_path/* foldPath */.t)(source.path)))));
}

// EXTERNAL MODULE: ./deliver/branch/tip-facts.js
var tip_facts = __webpack_require__(68231);
;// CONCATENATED MODULE: ./deliver/branch/plan-commit.js











/**
 * Applies changes that were planned on `base` to the tip; pure. What others wrote stays: old files are removed only if
 * the tip's lock names them and nothing else has them after the commit.
 */
function planCommit(tip, base, changes, place) {
    const { set, remove, left, warnings } = rebaseChanges(tip, base, changes, place);
    const before = tip.recorded.lock.edits;
    const edits = new Map(before);
    for (const id of remove)
        edits.delete(id);
    for (const { id, entry } of set) {
        const past = findReplaced(id, tip, remove);
        edits.set(id, (0,remember_past/* rememberPast */.Uu)(entry, before.get(past), (0,tip_facts/* holderOf */.Kd)(tip, past)));
    }
    // Those that were only moved are recorded already, and count once.
    const paid = set.map(({ entry }) => entry);
    const spending = (0,lock_spending/* addSpending */.Kq)(tip.recorded.lock.spending, paid);
    const { models: known, renditions: recorded = {}, ...others } = tip.recorded.lock;
    const models = (0,locked_models/* gatherModels */.Q)(edits, changes.models, known);
    const derived = planRenditions(tip, edits, changes.renditions, place);
    const lock = {
        ...others,
        edits,
        ...(spending !== undefined && { spending }),
        ...(models !== undefined && { models }),
        ...(Object.keys(derived.records).length > 0 && { renditions: derived.records }),
    };
    const written = set
        .flatMap(({ entry, blobs }) => (0,has_files/* filesOnBranch */.rB)(entry).map(({ path }, index) => ({ path, blob: blobs[index] ?? '' })))
        .concat(derived.written)
        .map(({ path, blob }) => ({ path: (0,branch_paths/* fromRoot */.tc)(place, path), blob }))
        .filter(({ path, blob }) => !holds(tip.tree, path, blob));
    const own = (0,branch_paths/* ownPaths */.Vw)(place, lock);
    const removed = [...remove, ...set.map(({ id }) => id)]
        .flatMap((id) => {
        const entry = before.get(id);
        return entry === undefined ? [] : (0,has_files/* filesOnBranch */.rB)(entry).map(({ path }) => path);
    })
        .concat(listPaths(recorded))
        .map((path) => (0,branch_paths/* fromRoot */.tc)(place, path))
        .filter((path) => !own.has(path) && isPlainAt(tip.tree, path));
    const changed = set.filter(({ id }) => !(0,external_node_util_.isDeepStrictEqual)(before.get(id), edits.get(id)));
    const pictures = [...written, ...[...new Set(removed)].map((path) => ({ path }))];
    // A picture that moved counts once, although it is removed at one path and written at another.
    const blobs = new Set(written.map(({ blob }) => blob));
    const gone = pictures.filter((change) => !('blob' in change) && !blobs.has(tip.tree.get(change.path)?.blob ?? ''));
    return {
        lock,
        pictures,
        isChange: pictures.length > 0 ||
            changed.length > 0 ||
            remove.length > 0 ||
            !(0,external_node_util_.isDeepStrictEqual)(derived.records, recorded),
        facts: { edits: changed.length, files: written.length + gone.length },
        left,
        warnings: [...warnings, ...derived.warnings],
    };
}
/** The id of the entry that a change replaces: the edit's own, or the one it had before its takes were counted otherwise. */
function findReplaced(id, { recorded: { lock } }, remove) {
    const other = (0,take_id/* otherNameOf */.$G)(id);
    return !lock.edits.has(id) && other !== undefined && remove.includes(other) ? other : id;
}
/** Decides which of the pages `names` can be written and which old ones are removed; pure. */
function planPages(tip, lock, names, place) {
    const foreign = (0,foreign_files/* findForeign */.eN)(tip.tree, (0,branch_paths/* ownPaths */.Vw)(place, tip.recorded.lock));
    const judged = names.map((name) => ({ name, obstacle: (0,foreign_files/* findObstacle */.R5)((0,branch_paths/* fromRoot */.tc)(place, name), foreign) }));
    const pages = judged.filter(({ obstacle }) => obstacle === undefined).map(({ name }) => name);
    const own = (0,branch_paths/* ownPaths */.Vw)(place, { ...lock, pages });
    return {
        pages: pages.toSorted(),
        removed: tip.recorded.lock.pages
            .map((name) => (0,branch_paths/* fromRoot */.tc)(place, name))
            .filter((path) => !own.has(path) && isPlainAt(tip.tree, path)),
        obstacles: judged.flatMap(({ obstacle }) => obstacle ?? []),
    };
}
/** Whether the path already has these bytes. */
function holds(tree, path, blob) {
    return isPlainAt(tree, path) && tree.get(path)?.blob === blob;
}
function isPlainAt(tree, path) {
    const file = tree.get(path);
    return file !== undefined && (0,branch_paths/* isPlainFile */.Dn)(file);
}

;// CONCATENATED MODULE: ./deliver/branch/compose-commit.js








/** GitHub's own bot, whose name the runner's token uses. */
const AUTHOR = 'github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com>';
/** Makes the commit that brings the work onto `tip`: pictures, pages and lock file. Nothing goes over the network. */
async function composeCommit(tip, { opened, changes, request }, signal) {
    const { repository, place } = opened;
    const plan = planCommit(tip, opened, changes, place);
    const { warnings } = plan;
    const left = [...plan.left, ...findMissing(tip, request.unchanged ?? [], place)];
    const gallery = planGallery(tip, plan.lock, request.gallery, place);
    const isRefresh = request.pages === 'refresh' && tip.tip !== undefined;
    if (!plan.isChange && !gallery.isChange && !(0,tip_facts/* isBehind */.Jm)(tip) && !isRefresh)
        return { ok: true, value: { changed: [], left, warnings } };
    const { edits, pages: before, spending, models, renditions } = plan.lock;
    const preview = request.preview === 'as-before' ? plan.lock.preview : request.preview;
    const described = {
        edits,
        pages: before,
        ...(gallery.specs.length > 0 && { gallery: gallery.specs }),
        ...(preview !== undefined && { preview }),
        ...(spending !== undefined && { spending }),
        ...(models !== undefined && { models }),
        ...(renditions !== undefined && { renditions }),
    };
    const texts = request.pages === 'leave' ? new Map() : request.renderPages(described);
    const pages = request.pages === 'leave'
        ? { pages: before, removed: [], obstacles: [] }
        : planPages(tip, described, [...texts.keys()], place);
    const lock = renderLock({ ...described, pages: pages.pages });
    const documents = [
        ...pages.pages.flatMap((name) => {
            const text = texts.get(name);
            return text === undefined ? [] : [{ path: (0,branch_paths/* fromRoot */.tc)(place, name), text }];
        }),
        { path: (0,branch_paths/* fromRoot */.tc)(place, branch_paths/* LOCK_NAME */.Sy), text: lock },
    ];
    const written = await (0,write_blobs/* writeTexts */.qm)(repository, documents.map(({ text }) => text), signal);
    if (!written.ok)
        return written;
    const tree = [
        ...plan.pictures,
        ...pages.removed.map((path) => ({ path })),
        ...documents
            .map(({ path }, index) => ({ path, blob: written.value[index] ?? '' }))
            .filter(({ path, blob }) => !holds(tip.tree, path, blob)),
    ];
    const files = (0,tip_facts/* filesOf */.R8)(tip);
    const base = {
        ...(files !== undefined && { tip: files }),
        ...(tip.joined !== undefined && { parents: tip.joined.parents }),
    };
    const message = plan.isChange ? request.renderMessage(plan.facts) : describeRest(tip, place, gallery);
    const commit = await (0,commit_tree/* commitTree */.SC)(repository, { ...base, changes: tree, message, author: AUTHOR }, signal);
    if (!commit.ok)
        return commit;
    const blocked = pages.obstacles.map((path) => `${(0,branch_paths/* quotePath */.WG)(path)} was not made by this action, so the action's own file of that name was not written.`);
    return {
        ok: true,
        value: {
            ...(commit.value !== undefined && { commit: commit.value }),
            changed: tree.map(({ path }) => path).toSorted(),
            left,
            warnings: [...warnings, ...blocked],
        },
    };
}
/** The message of a commit without pictures. */
function describeRest(tip, { branch, into = '' }, gallery) {
    if ((0,tip_facts/* isBehind */.Jm)(tip))
        return `Merge branch '${into}' into ${branch}`;
    return gallery.isChange ? describeGallery(gallery) : 'Update the pages';
}

// EXTERNAL MODULE: ./deliver/branch/describe-git-error.js
var describe_git_error = __webpack_require__(45157);
// EXTERNAL MODULE: ./deliver/branch/describe-left.js
var describe_left = __webpack_require__(53277);
// EXTERNAL MODULE: ./deliver/branch/read-joined-tip.js + 5 modules
var read_joined_tip = __webpack_require__(42155);
// EXTERNAL MODULE: ./git/git-settings.js
var git_settings = __webpack_require__(394);
// EXTERNAL MODULE: ./git/judge-git-exit.js + 1 modules
var judge_git_exit = __webpack_require__(51724);
;// CONCATENATED MODULE: ./git/fetch-commit.js


/**
 * Fetches a commit by its name, without trees and files, for one whose files are here already. No ref of the remote needs
 * to name it: with version 2 of git's protocol, a client may want any object. False if the remote does not have it.
 */
async function fetchCommit(repository, commit, signal) {
    const args = ['fetch', '--quiet', '--filter=tree:0', '--no-tags', '--no-write-fetch-head', git_settings/* REMOTE */.Bn, commit];
    const exit = await repository.tryRun(args, { signal });
    if (exit.kind === 'exited' && exit.stderr.includes(`not our ref ${commit}`))
        return { ok: true, value: false };
    const fetched = (0,judge_git_exit/* judgeGitExit */.m)(exit, signal);
    return fetched.ok ? { ok: true, value: true } : fetched;
}

;// CONCATENATED MODULE: ./git/read-frame.js
/** Reads a commit that is in the private repository. */
async function readFrame(repository, commit, signal) {
    // `git log` and the like show no parents for a commit at which a truncated history ends; the object has them.
    const read = await repository.run(['cat-file', 'commit', commit], { signal });
    return read.ok ? { ok: true, value: parseCommit(read.value.toString()) } : read;
}
/** Parses a commit object; pure. */
function parseCommit(text) {
    const end = text.indexOf('\n\n');
    const lines = text.slice(0, end).split('\n');
    const find = (name) => lines.filter((line) => line.startsWith(`${name} `)).map((line) => line.slice(name.length + 1));
    const [tree = ''] = find('tree');
    return { tree, parents: find('parent'), message: text.slice(end + 2).trimEnd() };
}

// EXTERNAL MODULE: ./shared/unique-suffix.js
var unique_suffix = __webpack_require__(32900);
// EXTERNAL MODULE: ./git/fetch-tip.js
var fetch_tip = __webpack_require__(14342);
;// CONCATENATED MODULE: ./git/stage.js






/** Half of the largest push that GitHub accepts (2 GiB). */
const PART_BYTES = 1024 ** 3;
/** Outside `refs/heads`: no branch appears, no workflow starts. */
const STAGES = 'refs/dreamina/staging/';
const DAY_MS = 24 * 60 * 60 * 1000;
/**
 * The full name of a stage. It contains the time, so that one that was left behind can be distinguished from one in
 * use.
 */
function stageRef(nowMs, random) {
    return `${STAGES}${nowMs}-${(0,unique_suffix/* uniqueSuffix */.v)(random)}`;
}
/**
 * Sends files ahead under a ref of their own, so that the push of the branch is a few kilobytes: it can be repeated as
 * often as someone else pushes first, and is below every limit. Returns that ref, to be removed by the push of the
 * branch; undefined if the server refuses such a ref: then the push of the branch carries everything. `nowMs` is Unix
 * time.
 */
async function stageObjects(repository, blobs, options, signal) {
    const ref = stageRef(options.nowMs, options.random);
    let tip;
    let first = '';
    // Git looks only into the last commit of each ref for what the remote has: so each commit names the files of those
    // before it, too.
    const files = [];
    for (const part of splitParts(blobs, options.partBytes ?? PART_BYTES)) {
        files.push(...part.map((blob) => ({ path: blob, blob })));
        const content = {
            ...(tip !== undefined && { tip }),
            files,
            message: 'Pictures on their way to a branch',
            author: 'dreamina-edit-action <dreamina-edit-action@users.noreply.github.com>',
        };
        const commit = await (0,commit_tree/* commitFlat */.jG)(repository, content, signal);
        if (!commit.ok)
            return commit;
        const order = { commit: commit.value, ref, ...(tip !== undefined && { tip }) };
        const pushing = (0,push/* pushCommit */.Sq)(repository, order, signal);
        options.onPushing?.();
        const pushed = await pushing;
        if (!pushed.ok && pushed.error.kind !== 'refused')
            return pushed;
        if (!pushed.ok || pushed.value === 'moved')
            return { ok: true, value: undefined };
        if (tip === undefined)
            first = commit.value;
        tip = commit.value;
    }
    if (tip === undefined)
        return { ok: true, value: undefined };
    // Only in a shallow repository does git look into the trees of everything that the remote has, not just into those of
    // parents. This makes a repository without any fetch shallow, at a commit without parents that the remote would miss.
    await (0,promises_.appendFile)(external_node_path_.join(repository.folder, 'shallow'), `${first}\n`);
    return { ok: true, value: ref };
}
/** Object names in parts of at most `partBytes` each, or of a single larger file; each name once, in order. */
function splitParts(blobs, partBytes) {
    const parts = [];
    let room = 0;
    for (const [blob, bytes] of new Map(blobs.map((staged) => [staged.blob, staged.bytes]))) {
        if (parts.length === 0 || bytes > room) {
            parts.push([]);
            room = partBytes;
        }
        parts.at(-1)?.push(blob);
        room -= bytes;
    }
    return parts;
}
/** Full names of stages that dead runs left on the remote more than a day before `nowMs` (Unix). */
async function staleStages(repository, nowMs, signal) {
    const listed = await (0,fetch_tip/* listRefs */.D)(repository, [`${STAGES}*`], signal);
    return listed.ok ? { ok: true, value: listed.value.filter((ref) => isStaleStage(ref, nowMs)) } : listed;
}
/** Whether a ref is a stage that is more than a day old: no run lasts that long. */
function isStaleStage(ref, nowMs) {
    const [, madeMs] = new RegExp(`^${STAGES}(\\d+)-`).exec(ref) ?? [];
    return madeMs !== undefined && nowMs - Number(madeMs) > DAY_MS;
}

// EXTERNAL MODULE: ./git/retry-offline.js
var retry_offline = __webpack_require__(72838);
// EXTERNAL MODULE: ./deliver/branch/commit-signer.js
var commit_signer = __webpack_require__(13614);
;// CONCATENATED MODULE: ./deliver/branch/sign-commit.js






/**
 * Has GitHub make the same commit again, signed: same tree, same parents, same message. The objects go to the server under
 * a ref of their own, which is added to `stages` and must be removed with the push of the branch. Returns the signed
 * commit, which is in the private repository then.
 */
async function signCommit(repository, commit, { signer, place, stages }, deps) {
    const { clock, random, signal } = deps;
    const frame = await readFrame(repository, commit, signal);
    if (!frame.ok)
        return gitError(frame.error);
    const ref = stageRef(clock.now(), random);
    stages.push(ref);
    const pushed = await (0,push/* pushCommit */.Sq)(repository, { commit, ref }, signal);
    if (!pushed.ok && pushed.error.kind === 'refused')
        return unsigned({ kind: 'refused', why: `the server refuses the ref ${ref}: ${pushed.error.why}` }, place);
    if (!pushed.ok)
        return gitError(pushed.error);
    const answer = await signer.create(frame.value, signal);
    if (answer.kind === 'offline')
        return gitError(answer);
    if (answer.kind !== 'signed')
        return unsigned(answer, place);
    const fetched = await fetchPatiently(repository, answer.commit, deps);
    if (!fetched.ok)
        return gitError(fetched.error);
    const made = await readFrame(repository, answer.commit, signal);
    if (!made.ok)
        return gitError(made.error);
    if (isSame(made.value, frame.value))
        return { ok: true, value: answer.commit };
    return unsigned({ kind: 'refused', why: `the commit ${answer.commit} has other content than asked for` }, place);
}
/** A commit that REST made a moment ago may not have reached each of the server's machines. */
async function fetchPatiently(repository, commit, deps) {
    const why = `the server does not have the commit ${commit}, which GitHub says it made`;
    const notYet = { ok: false, error: { kind: 'offline', why } };
    const fetched = await (0,retry_offline/* retryOffline */.C)(async () => {
        const found = await fetchCommit(repository, commit, deps.signal);
        return found.ok && !found.value ? notYet : found;
    }, deps);
    if (fetched.ok)
        return { ok: true, value: undefined };
    return fetched.error.why === why ? { ok: false, error: { kind: 'failed', why } } : fetched;
}
function isSame(made, wanted) {
    return made.tree === wanted.tree && made.parents.join(' ') === wanted.parents.join(' ');
}
function unsigned(answer, { branch }) {
    const message = (0,commit_signer/* describeUnsigned */.D)(answer, branch);
    return { ok: false, error: { kind: 'unfit', problems: [{ severity: 'error', message }] } };
}
function gitError(error) {
    return { ok: false, error: { kind: 'git', error } };
}

;// CONCATENATED MODULE: ./deliver/branch/land-work.js









/** A push that lost to another one is tried again after 100 ms to 3.2 s: each try takes only a moment. */
const MOVED_SHARE = 1 / 5;
const MOVED_STEPS = 6;
/**
 * Pushes the work, at first the commit that was composed on the branch as it was opened. If someone else pushed first,
 * or an answer was lost, it reads the branch again, composes a new commit on top of it and tries again, until the
 * signal. Never forced. Without `commit` there was nothing left to do. With a signer, the commit that is pushed is the one
 * that it made; `remove` grows by the refs that this took.
 */
async function landWork(work, first, { remove, isLight }, deps) {
    const { place, repository } = work.opened;
    const { random, log, signal, signer } = deps;
    const pusher = isLight ? deflateTexts(repository) : repository;
    let tip = work.opened;
    /** Composed and pushed, and perhaps accepted: the answer was lost. */
    let unanswered;
    let lastWhy;
    const done = (value) => ({ kind: 'done', value });
    const landed = await (0,retry/* retry */.L)(async (tries) => {
        if (tries > 1) {
            const now = await readTipPatiently(work, deps);
            if (!now.ok)
                return done(now);
            tip = now.value;
            if (unanswered?.commit !== undefined && tip.tip === unanswered.commit)
                return done({ ok: true, value: { ...unanswered, tip: unanswered.commit } });
        }
        const composed = tries === 1 ? first : await composeCommit(tip, work, signal);
        if (!composed.ok)
            return done(failed(composed.error));
        const { commit } = composed.value;
        const base = tip.tip === undefined ? {} : { tip: tip.tip };
        if (commit === undefined) {
            // Everything is on the branch already: from the push whose answer was lost, if there was one.
            const known = unanswered === undefined || tip.tip === undefined
                ? composed.value
                : { ...unanswered, commit: tip.tip };
            const there = (0,tip_facts/* pictureCommit */.Et)(tip);
            return done({ ok: true, value: { ...known, ...(there !== undefined && { tip: there }) } });
        }
        const sealed = signer === undefined
            ? { ok: true, value: commit }
            : await signCommit(pusher, commit, { signer, place, stages: remove }, deps);
        const pushed = sealed.ok
            ? asTip(await (0,push/* pushCommit */.Sq)(pusher, { commit: sealed.value, ref: (0,read_tip/* refOf */.H8)(place), ...base, remove }, signal))
            : sealed;
        if (sealed.ok && pushed.ok && pushed.value === 'pushed')
            return done({ ok: true, value: { ...composed.value, commit: sealed.value, tip: sealed.value } });
        let why = `someone else pushed to ${place.branch} first`;
        if (!pushed.ok) {
            const offline = whyOffline(pushed.error);
            if (offline === undefined)
                return done(pushed);
            if (sealed.ok)
                unanswered = { ...composed.value, commit: sealed.value };
            why = offline;
        }
        lastWhy = why;
        const waitMs = pushed.ok
            ? Math.floor((0,retry_delay/* retryDelayMs */.q)(Math.min(tries, MOVED_STEPS), random) * MOVED_SHARE)
            : (0,retry_delay/* retryDelayMs */.q)(tries, random);
        log.info((0,retry/* describeRetry */.e)(`Push ${tries} did not succeed: ${why}`, waitMs));
        return { kind: 'again', value: failed({ kind: 'stopped', why }), waitMs };
    }, deps);
    if (landed.ok || landed.error.kind !== 'git' || lastWhy === undefined)
        return landed;
    const { kind } = landed.error.error;
    if (!signal.aborted || (kind !== 'stopped' && kind !== 'offline'))
        return landed;
    // If time ran out, the fault that used it up says more than the command that was stopped.
    return failed({ kind: 'stopped', why: `${lastWhy}; ${(0,describe_error/* describeError */.U)(signal.reason)}` });
}
/** Reads the tip, and keeps trying while the server cannot be reached. */
async function readTipPatiently({ opened }, deps) {
    return await (0,retry/* retry */.L)(async (tries) => {
        const value = await (0,read_joined_tip/* readJoinedTip */.p)(opened.repository, opened.place, deps.signal);
        if (value.ok || value.error.kind === 'unfit' || value.error.error.kind !== 'offline')
            return { kind: 'done', value };
        const waitMs = (0,retry_delay/* retryDelayMs */.q)(tries, deps.random);
        deps.log.info((0,retry/* describeRetry */.e)(`The branch cannot be read: ${value.error.error.why}`, waitMs));
        return { kind: 'again', value, waitMs };
    }, deps);
}
/**
 * The same repository, for pushes of lock file and pages: those shrink to a seventh, while pictures do not shrink at
 * all and are not deflated otherwise. A lock file of 1,000 edits is sent whole with each try, because git has no older
 * one to build a delta on.
 */
function deflateTexts(repository) {
    const deflate = ['-c', 'pack.compression=6'];
    return {
        ...repository,
        run: async (args, command) => await repository.run([...deflate, ...args], command),
        tryRun: async (args, command) => await repository.tryRun([...deflate, ...args], command),
    };
}
/** What kept an answer from coming; undefined for any other error: trying again would not help. */
function whyOffline(error) {
    return error.kind === 'git' && error.error.kind === 'offline' ? error.error.why : undefined;
}
function asTip(result) {
    return result.ok ? result : failed(result.error);
}
function failed(error) {
    return { ok: false, error: { kind: 'git', error } };
}

;// CONCATENATED MODULE: ./deliver/branch/send-ahead.js



/** Less than this may just as well be pushed again with each try. */
const SMALL_BYTES = 1024 * 1024;
/** As many as one push can reasonably name. */
const MOST_STALE = 100;
/**
 * Sends pictures ahead of the branch's push if they are more than a little, so that this push can be repeated cheaply.
 * Keeps trying through an outage until the signal. If the server accepts nothing ahead, the push of the branch carries
 * everything. `onPushing` is called each time a transfer has begun.
 */
async function sendAhead(repository, payload, deps, onPushing = () => undefined) {
    if (payload.reduce((sum, { bytes }) => sum + bytes, 0) <= SMALL_BYTES)
        return { ok: true, value: { remove: [], isLight: true } };
    const { clock, random, log, signal } = deps;
    let finding;
    const startMeanwhile = () => {
        finding ??= staleStages(repository, clock.now(), signal);
        onPushing();
    };
    const tried = [];
    const staged = await (0,retry/* retry */.L)(async (tries) => {
        const [nowMs, chance] = [clock.now(), random()];
        const options = { nowMs, random: () => chance, onPushing: startMeanwhile };
        const value = await stageObjects(repository, payload, options, signal);
        if (value.ok || value.error.kind !== 'offline')
            return { kind: 'done', value };
        // Its answer was lost: the ref may exist under this name.
        tried.push(stageRef(nowMs, options.random));
        const waitMs = (0,retry_delay/* retryDelayMs */.q)(tries, random);
        log.info((0,retry/* describeRetry */.e)(`Sending the pictures failed: ${value.error.why}`, waitMs));
        return { kind: 'again', value, waitMs };
    }, deps);
    const stale = await finding;
    if (!staged.ok)
        return staged;
    if (stale?.ok === false)
        log.debug(`Old stages are not known: ${stale.error.why}`);
    const old = stale?.ok === true ? stale.value.slice(0, MOST_STALE) : [];
    const own = staged.value === undefined ? [] : [...tried, staged.value];
    return { ok: true, value: { remove: [...old, ...own], isLight: own.length > 0 } };
}

// EXTERNAL MODULE: ./shared/pool.js
var pool = __webpack_require__(89821);
;// CONCATENATED MODULE: ./deliver/branch/write-changes.js






const MIB = 1024 * 1024;
/** GitHub warns of files over 50 MiB and refuses pushes with one over 100 MiB (docs.github.com, "About large files"). */
const WARNED_BYTES = 50 * MIB;
const REFUSED_BYTES = 100 * MIB;
const STATS_AT_ONCE = 16;
/** Writes the pictures on disk into the private repository. One that cannot be committed is a fault of its edit. */
async function writeChanges({ repository, place, tree }, { set, renditions, ...others }, signal) {
    const weighed = await (0,pool/* mapBounded */.y)(set, STATS_AT_ONCE, weigh);
    const weighedRenditions = await (0,pool/* mapBounded */.y)([...(renditions?.sources ?? [])], STATS_AT_ONCE, weighRendition);
    const files = [
        ...weighed.flatMap(({ fault, onDisk }) => (fault === undefined ? onDisk : [])),
        ...weighedRenditions.flat(),
    ];
    const names = await (0,write_blobs/* writeBlobs */.Ci)(repository, files.map(({ absolutePath }) => absolutePath), signal);
    if (!names.ok)
        return names;
    const written = new Map(files.map(({ absolutePath }, index) => [absolutePath, names.value[index] ?? '']));
    const blobAt = (path) => {
        const file = tree.get((0,branch_paths/* fromRoot */.tc)(place, path));
        return file !== undefined && (0,branch_paths/* isPlainFile */.Dn)(file) ? file.blob : undefined;
    };
    const nameOf = (source) => source.kind === 'branch' ? blobAt(source.path) : written.get(source.absolutePath);
    const changes = weighed.map(({ change, fault }) => {
        return { ...change, blobs: change.sources.map(nameOf), ...(fault !== undefined && { fault }) };
    });
    const blobs = [...(renditions?.sources ?? [])].flatMap(([path, source]) => {
        const blob = nameOf(source);
        return blob === undefined ? [] : [[path, blob]];
    });
    const there = new Set([...tree.values()].map(({ blob }) => blob));
    const payload = new Map(files.map(({ bytes }, index) => [names.value[index] ?? '', bytes]));
    return {
        ok: true,
        value: {
            changes: {
                ...others,
                set: changes,
                ...(renditions !== undefined && { renditions: { ...renditions, blobs: new Map(blobs) } }),
            },
            payload: [...payload].filter(([blob]) => !there.has(blob)).map(([blob, bytes]) => ({ blob, bytes })),
            warnings: files.flatMap(({ path, bytes }) => bytes < WARNED_BYTES
                ? []
                : `${(0,branch_paths/* quotePath */.WG)((0,branch_paths/* fromRoot */.tc)(place, path))} has ${(0,shared_format/* formatBytes */.z3)(bytes)}: GitHub warns of files over 50 MiB, and every clone of the branch carries it.`),
        },
    };
}
async function weigh(change) {
    const onDisk = [];
    for (const [index, source] of change.sources.entries()) {
        if (source.kind === 'branch')
            continue;
        const path = change.entry.files[index]?.path ?? '';
        try {
            const { size: bytes } = await (0,promises_.stat)(source.absolutePath);
            onDisk.push({ path, absolutePath: source.absolutePath, bytes });
            if (bytes < REFUSED_BYTES)
                continue;
            const fault = `${(0,branch_paths/* quotePath */.WG)(path)} has ${(0,shared_format/* formatBytes */.z3)(bytes)}, and GitHub refuses files of 100 MiB or more`;
            return { change, onDisk, fault };
        }
        catch (error) {
            return { change, onDisk, fault: `${(0,branch_paths/* quotePath */.WG)(path)} cannot be read: ${(0,describe_error/* describeError */.U)(error)}` };
        }
    }
    return { change, onDisk };
}
/** One that cannot be read, or that GitHub would refuse, is left out: the next run makes it again. */
async function weighRendition([path, source]) {
    if (source.kind === 'branch')
        return [];
    try {
        const { size: bytes } = await (0,promises_.stat)(source.absolutePath);
        return bytes < REFUSED_BYTES ? [{ path, absolutePath: source.absolutePath, bytes }] : [];
    }
    catch {
        return [];
    }
}

;// CONCATENATED MODULE: ./deliver/branch/deliver-branch.js












/**
 * Brings changes onto the branch as one commit on top of its newest one, never forced. Makes no request if there is
 * nothing to change. Never throws because of git: if it cannot be done, the delivery says why and what to do, and the
 * branch is as it was.
 */
async function deliverBranch(opened, request, deps) {
    const { repository, place } = opened;
    const { set, remove, renditions } = request.changes;
    const isNothing = set.length === 0 && remove.length === 0 && renditions === undefined;
    const gallery = planGallery(opened, opened.recorded.lock, request.gallery, place);
    const isRefresh = gallery.isChange || (request.pages === 'refresh' && opened.tip !== undefined);
    if (isNothing && !isRefresh && !(0,tip_facts/* isBehind */.Jm)(opened))
        return (0,tip_facts/* describeUnchanged */.bB)(opened, place);
    const failed = (error) => {
        const message = error.kind === 'git'
            ? (0,describe_git_error/* describeGitError */.e)(error.error, 'written to', place, repository.remote)
            : error.problems.map(problem/* formatProblem */.Vw).join(' ');
        return { kind: 'failed', ...place, message, left: [] };
    };
    const written = await writeChanges(opened, request.changes, deps.signal);
    if (!written.ok)
        return failed({ kind: 'git', error: written.error });
    const work = { opened, changes: written.value.changes, request };
    // Usually no one pushes in the meantime, and then the commit is ready when the pictures are on the server.
    let composing;
    const route = await sendAhead(repository, written.value.payload, deps, () => {
        composing ??= composeCommit(opened, work, deps.signal);
        composing.catch(() => undefined); // awaited below
    });
    if (!route.ok) {
        await composing; // the repository is removed next
        return failed({ kind: 'git', error: route.error });
    }
    const composed = await (composing ?? composeCommit(opened, work, deps.signal));
    const landed = await landWork(work, composed, route.value, deps);
    if (!landed.ok || landed.value.commit === undefined) {
        // Otherwise a later run that has much to send removes them.
        const removed = await (0,push/* removeRefs */.vQ)(repository, route.value.remove, deps.signal);
        if (!removed.ok)
            deps.log.debug(`A stage was left behind: ${removed.error.why}`);
    }
    if (!landed.ok)
        return failed(landed.error);
    const { commit, changed, left, warnings } = landed.value;
    if (commit !== undefined) {
        const reasons = [...written.value.warnings, ...warnings];
        deps.log.info(`Committed to ${place.branch}: ${commit}, ${(0,shared_format/* plural */.LS)(changed.length, 'file')} touched`);
        return { kind: 'committed', ...place, commit, changed, warnings: reasons, left };
    }
    if (left.length > 0)
        return { kind: 'failed', ...place, message: nothingLanded(left, place.branch), left };
    const there = landed.value.tip;
    return { kind: 'unchanged', ...place, ...(there !== undefined && { commit: there }) };
}
function nothingLanded(left, branch) {
    return `Nothing could be committed to branch ${(0,branch_paths/* quotePath */.WG)(branch)}: ${(0,describe_left/* describeLeft */.J)(left)}.`;
}

;// CONCATENATED MODULE: ./deliver/branch/plan-takes.js

/** Which take an entry is; nothing if its edit has one only. */
function describeTake({ take }) {
    return take === undefined ? {} : { take: take.number, ...(take.isKept && { isKept: true }) };
}
/** An entry of these pictures on the branch, as the take that an edit is now. */
function withTake(entry, edit) {
    const copy = { ...entry };
    delete copy.take;
    delete copy.isKept;
    delete copy.stored;
    delete copy.heldBy;
    return { ...copy, ...describeTake(edit) };
}
/** Takes the pictures of a take off the branch. Its entry stays, and says which commit has them; pure. */
function setAside(edit, { from, entry, on }, { tip }) {
    if (on?.kind === 'base')
        return [];
    const { stored = 'aside', heldBy = on?.commit ?? tip } = entry;
    const owner = from === edit.id && entry.spec === undefined ? {} : { spec: edit.at.file };
    const aside = {
        ...withTake(entry, edit),
        ...owner,
        stored,
        ...(heldBy !== undefined && { heldBy }),
    };
    return from === edit.id && (0,external_node_util_.isDeepStrictEqual)(aside, entry)
        ? []
        : [{ id: edit.id, entry: aside, sources: [] }];
}
/**
 * The changes that take those of the given takes off the branch again that a commit has brought to it: `there` are its
 * entries; pure.
 */
function setBroughtAside(brought, there, commit) {
    return brought.flatMap((edit) => {
        const entry = there.get(edit.id);
        return entry?.fingerprint === edit.fingerprint && entry.stored === undefined
            ? setAside(edit, { kind: 'aside', from: edit.id, entry }, { tip: commit })
            : [];
    });
}
/**
 * With `prune`, takes that the spec no longer has are discarded: their files leave the branch, and their entries stay, so that
 * they are not made and paid for again unless someone asks for it; pure. `taken`: ids whose pictures another edit takes over.
 */
function discardTakes(facts, taken) {
    if (!facts.prune)
        return [];
    const left = [...facts.recorded.lock.edits].filter(([id, { take }]) => take !== undefined && !facts.specIds.has(id));
    return left.flatMap(([id, entry]) => entry.stored === 'discarded' || taken.has(id) ? [] : [remember(id, entry, 'discarded', facts)]);
}
/**
 * What is remembered of these ids, whose places others have now: their entries stay, so that nothing is paid for again if the spec
 * asks for them later. `prune` forgets edits that the spec no longer has, and discards their takes; pure.
 */
function rememberReplaced(ids, facts) {
    const { recorded, specIds, prune, tip } = facts;
    return ids.flatMap((id) => {
        const entry = recorded.lock.edits.get(id);
        if (entry === undefined)
            return [];
        // Pictures that no commit is known to have cannot be taken from there.
        const isForgotten = entry.take === undefined && (tip === undefined || (prune && !specIds.has(id)));
        const isDiscarded = entry.stored === 'discarded' || (prune && !specIds.has(id));
        return isForgotten ? [] : [remember(id, entry, isDiscarded ? 'discarded' : 'aside', facts)];
    });
}
function remember(id, entry, stored, { tip }) {
    const heldBy = entry.stored === undefined ? tip : entry.heldBy;
    const remembered = { ...entry, stored, ...(heldBy !== undefined && { heldBy }) };
    delete remembered.isKept;
    return { id, entry: remembered, sources: [] };
}
/** Ids whose entries and files `prune` removes: edits that no spec has anymore. Their takes are only discarded; pure. */
function listPruned({ recorded, specIds, }) {
    const left = [...recorded.lock.edits].filter(([id, { take }]) => take === undefined && !specIds.has(id));
    return left.map(([id]) => id);
}

// EXTERNAL MODULE: ./lock/locked-contents.js
var locked_contents = __webpack_require__(94790);
// EXTERNAL MODULE: ./lock/types.js
var types = __webpack_require__(15624);
// EXTERNAL MODULE: ./shared/model.js
var model = __webpack_require__(50962);
;// CONCATENATED MODULE: ./deliver/branch/record-edit.js




/** The lock entry of an edit that succeeded. Throws if it has no files: then the lock file could not be read again. */
function recordEdit(outcome, facts) {
    const { edit, job, costUsd, files, timings } = outcome;
    if (files.length === 0)
        throw new Error(`${edit.id} succeeded without files`);
    if (files.some(({ type }) => type === 'application/octet-stream'))
        throw new Error(`Bug: ${edit.id} would bring a file of unknown type to the branch`);
    const references = describeReferences(edit, facts);
    return {
        spec: edit.at.file,
        ...describeTake(edit),
        fingerprint: edit.fingerprint,
        model: edit.model,
        ...(edit.model !== model/* MODEL */.A && edit.published !== undefined && { modelSchema: edit.published.digest }),
        input: edit.lockedInput,
        ...(references.length > 0 && { references }),
        ...(edit.pictures?.alt !== undefined && { alt: edit.pictures.alt }),
        requestId: job.requestId,
        ...(costUsd !== undefined && costUsd <= types/* MOST_USD */.L1 && { costUsd }),
        submittedAt: new Date(job.submittedAtMs).toISOString(),
        finishedAt: new Date(finishedAtMs(outcome, facts.nowMs)).toISOString(),
        // Phases have times only if this run followed the job from its submit on. One below 0 would make the lock unreadable.
        ...(timings.queuedMs !== undefined && { queuedMs: Math.max(0, Math.round(timings.queuedMs)) }),
        ...(timings.runningMs !== undefined && { runningMs: Math.max(0, Math.round(timings.runningMs)) }),
        files: files.map(record_edit_describeFile),
        actionVersion: facts.actionVersion,
        ...(facts.specCommit !== undefined && { specCommit: facts.specCommit }),
    };
}
/** What the spec calls the input's references by content; for a hosted picture, its address is enough. */
function describeReferences({ images, lockedInput }, { commitOf }) {
    const contents = (0,locked_contents/* contentsOf */.KD)(images, lockedInput);
    return images.flatMap((image, index) => {
        const content = contents[index];
        if (typeof content !== 'string' || image.kind === 'url')
            return [];
        if (image.kind === 'edit')
            return [{ content, edit: image.id }];
        const commit = commitOf?.(image);
        return [{ content, path: image.path, ...(commit !== undefined && { commit }) }];
    });
}
/** When its last file came, according to its phases; now at the latest, and not before the submit if the clock is slow. */
function finishedAtMs({ job, timings }, nowMs) {
    const { queuedMs, runningMs = 0, downloadMs = 0 } = timings;
    const byPhases = queuedMs === undefined ? nowMs : job.submittedAtMs + queuedMs + runningMs + downloadMs;
    return Math.max(job.submittedAtMs, Math.min(nowMs, byPhases));
}
/** Without its path on this machine. */
function record_edit_describeFile({ path, sha256, bytes, type, width, height, carries }) {
    return {
        path,
        sha256,
        bytes,
        type,
        ...(width !== undefined && { width }),
        ...(height !== undefined && { height }),
        ...(carries !== undefined && { carries }),
    };
}

;// CONCATENATED MODULE: ./deliver/branch/plan-changes.js







/**
 * What the branch is to become after a run: new pictures, and those that moved with a new id or output path. An edit
 * that did not succeed keeps what it has there, unless another edit's pictures are now at its path. An outcome that is
 * `unchanged` at its paths makes no change, so an unchanged spec makes none at all.
 */
function planChanges(outcomes, facts) {
    const made = outcomes.flatMap((outcome) => changeOf(outcome, facts));
    const replaced = new Set([...renamedAway(outcomes, facts), ...listOtherNames(made, facts)]);
    const decided = new Set([...replaced, ...made.map(({ id }) => id)]);
    const overwritten = listReplaced(made, outcomes, facts).filter((id) => !decided.has(id));
    const hidden = listSuperseded(outcomes, facts).filter((id) => !decided.has(id));
    const remembered = rememberReplaced([...overwritten, ...hidden], facts);
    const gone = new Set([...replaced, ...remembered.map(({ id }) => id)]);
    const set = [...made, ...remembered, ...discardTakes(facts, gone)];
    const remove = new Set([...replaced, ...overwritten, ...hidden, ...(facts.prune ? listPruned(facts) : [])]);
    for (const { id } of set)
        remove.delete(id);
    const published = outcomes.flatMap(({ edit }) => (edit.published === undefined ? [] : [edit.published]));
    const models = published.map(({ id, digest, schema }) => [id, { digest, schema }]);
    return {
        set,
        remove: [...remove].toSorted(),
        ...(models.length > 0 && { models: Object.fromEntries(models) }),
    };
}
function changeOf(outcome, facts) {
    const { edit, state } = outcome;
    if (outcome.state === 'succeeded') {
        const sources = outcome.files.map(({ absolutePath }) => ({ kind: 'disk', absolutePath }));
        return [{ id: edit.id, entry: recordEdit(outcome, facts), sources }];
    }
    if (edit.action.kind === 'aside')
        return setAside(edit, edit.action, facts);
    if (state === 'adopted' && edit.action.kind === 'adopt')
        return [copyOf(edit, edit.action, facts)];
    if (state !== 'unchanged' || edit.action.kind !== 'unchanged')
        return [];
    if (edit.action.on !== undefined)
        return [];
    const { from, entry } = edit.action;
    // An entry that is copied or taken over belongs to this spec from now on.
    const isOwnAlready = from === edit.id && entry.spec === undefined;
    const owner = isOwnAlready ? {} : { spec: edit.at.file };
    const moved = { ...withAlt(withTake(entry, edit), edit), ...owner, files: edit.action.files };
    if (from === edit.id && (0,external_node_util_.isDeepStrictEqual)(moved, entry))
        return [];
    const sources = entry.files.map(({ path }) => ({ kind: 'branch', path }));
    return [{ id: edit.id, entry: moved, sources }];
}
/** The entry with the alternative text that the spec has now, which is no part of the fingerprint. */
function withAlt(entry, { pictures }) {
    const copy = { ...entry };
    if (pictures?.alt === undefined)
        delete copy.alt;
    else
        copy.alt = pictures.alt;
    return copy;
}
/** A finished edit of another branch, as it is on this one. */
function copyOf(edit, { entry, files }, { copies, specCommit }) {
    const sources = files.map(({ sha256 }) => {
        const absolutePath = copies.get(sha256);
        if (absolutePath === undefined)
            throw new Error(`Bug: a picture of ${edit.id} was not fetched`);
        return { kind: 'copy', absolutePath };
    });
    const adopted = { ...withTake(entry, edit), spec: edit.at.file, files };
    // A preview has no lasting commit. This run's spec asks for these pictures: runs of older commits keep them.
    // Its older pictures are in the history of the other branch, which may be deleted at any time.
    return {
        id: edit.id,
        entry: withAlt((0,remember_past/* withoutHistory */.lI)(specCommit === undefined ? adopted : { ...adopted, specCommit }), edit),
        sources,
    };
}
/**
 * Ids whose pictures are on the base branch: other ones on this branch would hide them. Those are remembered, as the spec may go back
 * to them.
 */
function listSuperseded(outcomes, { recorded }) {
    return outcomes.flatMap(({ edit: { id, action } }) => {
        const entry = recorded.lock.edits.get(id);
        const isHidden = action.kind === 'unchanged' && action.on !== undefined;
        return isHidden && entry !== undefined && entry.stored === undefined ? [id] : [];
    });
}
/** Ids that the spec no longer has and whose pictures an edit of this run took over. */
function renamedAway(outcomes, { specIds }) {
    return outcomes.flatMap(({ edit, state }) => state === 'unchanged' &&
        (edit.action.kind === 'unchanged' || edit.action.kind === 'aside') &&
        !specIds.has(edit.action.from)
        ? [edit.action.from]
        : []);
}
/**
 * Ids whose recorded files are where an edit of this run puts its own: edits that left the spec, or that were to be
 * made again and were not. Edits that are frozen, or that this run is not about, are not replaced.
 */
function listReplaced(set, outcomes, { recorded, specIds }) {
    const taken = new Set(set.flatMap(({ entry }) => (0,has_files/* filesOnBranch */.rB)(entry).map(({ path }) => (0,fold_path/* foldPath */.t)(path))));
    const notMade = new Set(outcomes.filter(({ state }) => state !== 'unchanged').map(({ edit }) => edit.id));
    return [...recorded.lock.edits]
        .filter(([id]) => !specIds.has(id) || notMade.has(id))
        .filter(([, entry]) => (0,has_files/* filesOnBranch */.rB)(entry).some(({ path }) => taken.has((0,fold_path/* foldPath */.t)(path))))
        .map(([id]) => id);
}
/** Ids that edits of this run had before their takes were counted otherwise: the new entries replace those. */
function listOtherNames(set, { recorded, specIds }) {
    return set.flatMap(({ id }) => {
        const other = (0,take_id/* otherNameOf */.$G)(id);
        const isReplaced = other !== undefined && !specIds.has(other) && recorded.lock.edits.has(other);
        return isReplaced ? [other] : [];
    });
}

// EXTERNAL MODULE: ./inputs/commit-message.js
var commit_message = __webpack_require__(25584);
// EXTERNAL MODULE: ./plan/review/compare-references.js
var compare_references = __webpack_require__(33432);
// EXTERNAL MODULE: ./shared/commit-name.js
var commit_name = __webpack_require__(48588);
;// CONCATENATED MODULE: ./report/gallery/from-entry.js








/** As many older versions as are linked to. */
const MOST_OLDER = 5;
/** An entry of the lock file as a card of the gallery on the branch. */
function fromEntry(id, entry, facts) {
    const { input, files, stored, model, costUsd, queuedMs, runningMs, finishedAt } = entry;
    const { prompt } = input;
    const edit = (0,take_id/* editOfTake */.Xo)(id);
    const key = facts.listed?.key ?? edit.replace(/@.*$/s, '');
    return {
        id,
        key,
        ...(entry.take !== undefined && {
            take: { edit, number: (0,take_id/* takeNumber */.f2)(id), of: facts.takes, isKept: entry.isKept === true },
        }),
        matrix: Object.fromEntries([
            ['model', model],
            ...Object.entries(facts.listed?.matrix ?? {}).map(([name, value]) => [name, String(value)]),
        ]),
        description: facts.listed?.description,
        prompt: typeof prompt === 'string' ? prompt : '',
        state: undefined,
        warnings: [],
        files: stored === undefined
            ? files.map((file) => ({ ...file, thumbnail: facts.thumbnail(file) }))
            : listHeld(entry, facts),
        ...listOlder(entry, facts),
        references: (0,compare_references/* listRecorded */.j)(entry).map((reference) => facts.show(reference)),
        glance: describeGlance(files, undefined, [
            finishedAt.slice(0, 10),
            ...(costUsd === undefined ? [] : [(0,shared_format/* formatUsd */.UK)(costUsd)]),
        ]),
        facts: from_entry_listFacts(entry),
        costUsd,
        totalMs: runningMs === undefined ? undefined : (queuedMs ?? 0) + runningMs,
        madeAtMs: Date.parse(finishedAt),
    };
}
/** Pictures that only the history of the branch has: from the repository's page, so that takes can be compared all the same. */
function listHeld({ heldBy, files }, { addressIn }) {
    if (heldBy === undefined)
        return [];
    return files
        .filter(({ type }) => (0,formats/* shownAs */.sE)(type) === 'picture')
        .map((file) => ({ ...file, path: `${addressIn(heldBy, file.path)}?raw=true` }))
        .filter(({ path }) => /^https:\/\//i.test(path));
}
/** Where the pictures are that are not on the branch: those of a take that is not kept, or older ones. */
function listOlder({ stored, heldBy, files, history = [] }, { addressIn }) {
    if (stored !== undefined)
        return {
            linked: {
                where: 'In the history of the branch',
                files: files.map(({ path }) => ({
                    name: path,
                    address: heldBy === undefined ? undefined : addressIn(heldBy, path),
                })),
            },
        };
    if (history.length === 0)
        return {};
    return {
        linked: {
            where: 'Before, in the history of the branch',
            files: history
                .slice(0, MOST_OLDER)
                .map(({ commit }) => ({ name: (0,commit_name/* shortCommit */.Ax)(commit), address: addressIn(commit) })),
        },
    };
}
function from_entry_listFacts(entry) {
    const { requestId, model, input, costUsd, finishedAt, files, spec } = entry;
    const phases = [
        ['queued', entry.queuedMs],
        ['running', entry.runningMs],
    ];
    const times = phases.flatMap(([name, ms]) => (ms === undefined ? [] : [`${name} ${(0,duration/* formatDuration */.a3)(ms)}`]));
    return withoutEmpty([
        ['Request', requestId, 'code'],
        ['Model', model, 'code'],
        ...[...(0,locked_contents/* listSettings */.cl)(input)].map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
        ['Cost', costUsd === undefined ? 'unknown' : (0,shared_format/* formatUsd */.UK)(costUsd)],
        ['Made', `${finishedAt.slice(0, 10)} ${finishedAt.slice(11, 16)} UTC`],
        ['Time', times.join(', ')],
        ...listFileFacts(files),
        ['Spec', spec ?? '', 'code'],
    ]);
}

;// CONCATENATED MODULE: ./report/branch-page/order-entries.js
/**
 * The entries in the order of the spec; if there are several specs, by spec and id, because a run knows only its own.
 */
function orderEntries(lock, spec = []) {
    const isOne = hasOneSpec(lock);
    const listed = new Map(isOne ? spec.map((edit, index) => [edit.id, { edit, index }]) : []);
    const keyOf = ([id, entry]) => [
        isOne ? '' : (entry.spec ?? ''),
        listed.get(id)?.index ?? Infinity,
        id,
    ];
    return [...lock.edits]
        .toSorted((a, b) => compareKeys(keyOf(a), keyOf(b)))
        .map(([id, entry]) => ({ id, entry, listed: listed.get(id)?.edit }));
}
/** Otherwise the runs of two specs would order the page in turns. */
function hasOneSpec({ edits }) {
    return new Set([...edits.values()].flatMap(({ spec }) => spec ?? [])).size < 2;
}
/** By code unit, so that the order is the same on every machine. */
function compareKeys(a, b) {
    const index = a.findIndex((part, at) => part !== b[at]);
    return index < 0 ? 0 : (a[index] ?? 0) < (b[index] ?? 0) ? -1 : 1;
}

;// CONCATENATED MODULE: ./report/branch-page/render-branch-gallery.js










/**
 * The gallery of everything on the branch as one HTML page beside the pictures: it works in a clone, from a disk, and on a site
 * that serves the branch. References are loaded from the repository's page; if that is not possible, their names are shown. The
 * same lock file and spec give the same bytes.
 */
function renderBranchGallery(lock, options) {
    const { title, branch, directory, repositoryUrl } = options;
    // Of what is not on the branch, takes can still be chosen.
    const entries = orderEntries(lock, options.spec).filter(({ entry: { stored, take } }) => stored === undefined || (stored === 'aside' && take !== undefined));
    const counts = countTakes(entries);
    const thumbnail = createThumbnails(lock.renditions ?? {}, () => true);
    const folder = directory === '' ? '' : `/${(0,encode_path/* encodePath */.O)(directory)}`;
    const edits = entries.map(({ id, entry, listed }) => fromEntry(id, entry, {
        listed,
        thumbnail,
        takes: counts.get((0,take_id/* editOfTake */.Xo)(id)) ?? 1,
        show: (reference) => showReference(reference, lock, repositoryUrl),
        addressIn: (commit, path) => path === undefined
            ? `${repositoryUrl}/tree/${commit}${folder}`
            : `${repositoryUrl}/blob/${commit}${folder}/${(0,encode_path/* encodePath */.O)(path)}`,
    }));
    const there = entries.filter(({ entry }) => entry.stored === undefined);
    const files = there.flatMap(({ entry }) => entry.files);
    const priced = entries.flatMap(({ entry: { costUsd } }) => costUsd ?? []);
    const newest = there
        .map(({ entry }) => entry.finishedAt)
        .toSorted()
        .at(-1);
    const takes = entries.filter(({ entry }) => entry.take !== undefined).length;
    const totals = [
        ['Edits', String(new Set(there.map(({ id }) => (0,take_id/* editOfTake */.Xo)(id))).size)],
        ...(takes === 0 ? [] : [['Takes', String(takes)]]),
        ['Files', String(files.length)],
        ['On the branch', (0,shared_format/* formatBytes */.z3)(files.reduce((sum, { bytes }) => sum + bytes, 0))],
        ...(priced.length === 0
            ? []
            : [['Cost', (0,shared_format/* formatUsd */.UK)(priced.reduce((sum, usd) => sum + usd, 0))]]),
        ...(newest === undefined ? [] : [['Newest', newest.slice(0, 10)]]),
    ];
    const of = lock.preview === undefined ? '' : `Preview of pull request ${lock.preview.pullRequest}, on `;
    const lead = (0,escape_html/* escapeHtml */.Z)(`${of}${of === '' ? 'B' : 'b'}ranch ${branch}`);
    return renderPage({ title, header: `${openHeader(title, lead, totals)}\n</header>`, edits });
}
/** By its highest number: a take in between may not have been made. */
function countTakes(entries) {
    const counts = new Map();
    for (const { id } of entries) {
        const edit = (0,take_id/* editOfTake */.Xo)(id);
        counts.set(edit, Math.max((0,take_id/* takeNumber */.f2)(id), counts.get(edit) ?? 0));
    }
    return counts;
}
/** A reference by its name, with where a page finds it. */
function showReference({ content, reference, picture }, { edits }, repositoryUrl) {
    switch (reference.kind) {
        case 'file':
            return { name: reference.path, address: picture && render_branch_gallery_secure(addressOf(picture, repositoryUrl)) };
        case 'url':
            // What a query gives access to is not for everyone who sees the page.
            return { name: reference.url, address: reference.url === content ? render_branch_gallery_secure(content) : undefined };
        case 'output':
            return { name: `output of ${reference.edit}`, address: findOutput(content, reference.edit, edits) };
        case 'unnamed':
            return { name: reference.hash, address: undefined };
    }
}
function addressOf({ path, commit }, repositoryUrl) {
    return `${repositoryUrl}/blob/${commit}/${(0,encode_path/* encodePath */.O)(path)}?raw=true`;
}
/** The page's policy allows no other addresses. */
function render_branch_gallery_secure(address) {
    return /^https:\/\//i.test(address) ? address : undefined;
}
/** The first picture of the edit whose output was used, if the branch still has that one. */
function findOutput(content, edit, edits) {
    const candidates = [edits.get(edit), ...[...edits].filter(([id]) => (0,take_id/* editOfTake */.Xo)(id) === edit).map(entryOf)];
    const used = candidates.find((entry) => entry?.stored === undefined && content === `edit:${entry?.fingerprint ?? ''}`);
    const file = used?.files[0];
    return file !== undefined && (0,formats/* shownAs */.sE)(file.type) === 'picture' ? file.path : undefined;
}
function entryOf([, entry]) {
    return entry;
}

// EXTERNAL MODULE: ./shared/escape-markdown.js
var escape_markdown = __webpack_require__(67456);
// EXTERNAL MODULE: ./report/picture-grid.js
var picture_grid = __webpack_require__(77695);
// EXTERNAL MODULE: ./shared/plain-text.js
var plain_text = __webpack_require__(60295);
// EXTERNAL MODULE: ./report/html-in-markdown.js
var html_in_markdown = __webpack_require__(2965);
;// CONCATENATED MODULE: ./report/branch-page/render-entry.js








/** In pixels: two columns of this width fill a page on GitHub; on a phone they shrink with the table. */
const PICTURE_WIDTH = 440;
const SMALL_WIDTH = 70;
/** How many further pictures of one edit are shown; all are in the folder. */
const MAX_SMALL = 12;
/** As much of a prompt as is shown under a picture; the rest can be expanded. */
const PROMPT_START = 80;
const PROMPT_CHARACTERS = 2000;
/** As much of a description as fits under a picture. */
const ABOUT_CHARACTERS = 200;
/**
 * One edit of the branch as an HTML cell: its pictures, id, description, prompt and facts. URLs are relative to the
 * page.
 */
function renderEntry(id, entry, renditions, description) {
    const shownIn = (width) => 
    // Not every viewer of a branch shows AVIF, and there is always another format beside it.
    createThumbnails(renditions, (_, type) => type !== 'image/avif', width);
    const [first, ...others] = entry.files;
    const small = others
        .slice(0, MAX_SMALL)
        .map((file) => render_entry_renderFile(file, id, SMALL_WIDTH, shownIn(SMALL_WIDTH)));
    const more = others.length - small.length;
    return [
        first === undefined ? '' : render_entry_renderFile(first, id, PICTURE_WIDTH, shownIn(PICTURE_WIDTH)),
        small.length === 0 ? '' : `<br>${small.join(' ')}`,
        more > 0 ? `<br><sub>and ${more} more</sub>` : '',
        `<br><b>${(0,html_in_markdown/* codeInMarkdown */.AC)(id)}</b>`,
        description === undefined ? '' : `<br>${(0,html_in_markdown/* textInMarkdown */.eY)((0,plain_text/* shorten */.ml)(description, ABOUT_CHARACTERS))}`,
        `<br><small>${render_entry_renderFacts(entry)}</small>`,
        renderPrompt(entry.input['prompt']),
    ].join('');
}
/** A picture is shown, by a small rendition if there is one, and links to itself. A video is a link, because GitHub does not play a repository's videos within a page. */
function render_entry_renderFile(file, id, width, thumbnail) {
    const { path, type } = file;
    const address = (0,escape_html/* escapeHtml */.Z)((0,encode_path/* encodePath */.O)(path));
    if ((0,formats/* shownAs */.sE)(type) === 'picture') {
        const source = (0,escape_html/* escapeHtml */.Z)((0,encode_path/* encodePath */.O)(thumbnail(file) ?? path));
        return (0,picture_grid/* linkedPicture */.a)(address, source, width, (0,escape_html/* escapeHtml */.Z)((0,plain_text/* toPlainLine */.Ic)(id)));
    }
    return `<a href="${address}">▶ ${(0,html_in_markdown/* codeInMarkdown */.AC)(path.slice(path.lastIndexOf('/') + 1))}</a>`;
}
function renderPrompt(prompt) {
    if (typeof prompt !== 'string')
        return '';
    const line = (0,plain_text/* toPlainLine */.Ic)(prompt);
    const start = (0,plain_text/* shorten */.ml)(line, PROMPT_START);
    if (start === line)
        return `<br><small>${(0,html_in_markdown/* textInMarkdown */.eY)(line)}</small>`;
    // A word that would be cut in the middle is left out, and the sign before it.
    const words = start.replace(/\s\S{0,20}…$/, '…').replace(/[.,;:!?]…$/, '…');
    const whole = (0,html_in_markdown/* textInMarkdown */.eY)((0,plain_text/* shorten */.ml)(line, PROMPT_CHARACTERS));
    return `<details><summary><small>${(0,html_in_markdown/* textInMarkdown */.eY)(words)}</small></summary><small>${whole}</small></details>`;
}
function render_entry_renderFacts({ files, finishedAt, costUsd }) {
    const [first] = files;
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    return ([
        ...(first?.width === undefined || first.height === undefined
            ? []
            : [`${first.width} × ${first.height}`]),
        ...(files.length > 1 ? [(0,shared_format/* plural */.LS)(files.length, 'file')] : []),
        (0,shared_format/* formatBytes */.z3)(bytes),
        (0,html_in_markdown/* textInMarkdown */.eY)(finishedAt.slice(0, 10)),
        ...(costUsd === undefined ? [] : [(0,shared_format/* formatUsd */.UK)(costUsd)]),
    ]
        // Dates are not broken at their hyphens on a phone.
        .map((fact) => fact.replaceAll(' ', '&nbsp;').replaceAll('-', '&#8209;'))
        .join(' · '));
}

;// CONCATENATED MODULE: ./report/branch-page/render-snippet.js




/**
 * The `<picture>` elements of an edit's renditions as blocks of code, which GitHub gives a button that copies them; empty if the edit
 * has none. It has blank lines, so it cannot be part of a table.
 */
function renderSnippet(id, { files, alt = '' }, renditions) {
    const blocks = files.flatMap((file) => listCurrentSets(file, renditions).map(({ record: { color }, files: made }) => {
        // On one line, so that no line of it can end the block.
        const element = renderPictureElement(made, file, { alt: (0,plain_text/* toPlainLine */.Ic)(alt), color }, ON_LINES);
        return ['```html', element, '```', ''].join('\n');
    }));
    if (blocks.length === 0)
        return '';
    return ['<details>', `<summary>${(0,html_in_markdown/* codeInMarkdown */.AC)(id)}</summary>`, '', ...blocks, '</details>', ''].join('\n');
}

;// CONCATENATED MODULE: ./report/branch-page/split-pages.js
/** Distributes parts over as few pages as possible, in order. No page is empty; without parts there are no pages. */
function splitPages(parts, { maxParts, maxBytes }, textOf) {
    const pages = [];
    let page = [];
    let bytes = 0;
    for (const part of parts) {
        const size = Buffer.byteLength(textOf(part));
        if (page.length > 0 && (page.length >= maxParts || bytes + size > maxBytes)) {
            pages.push(page);
            page = [];
            bytes = 0;
        }
        page.push(part);
        bytes += size;
    }
    return page.length === 0 ? pages : [...pages, page];
}

;// CONCATENATED MODULE: ./report/branch-page/render-branch-pages.js








/** Everyone who opens the page loads each picture, at full size if it has no renditions, perhaps on a phone. */
const EDITS_PER_PAGE = 60;
/** GitHub shows only the first 512 KB of a file; the rest is room for heading and links. */
const MAX_BYTES = 400_000;
/** With two columns the pictures are large enough to judge, and a phone has room for the prompts. */
const COLUMNS = 2;
/**
 * The pictures of the assets branch as GitHub Markdown, by file name relative to the branch directory: `README.md`,
 * which GitHub shows below the folder's list of files, and `gallery-2.md`, `gallery-3.md`, ... if there are many. Edits
 * are in the order of the spec, with their descriptions; if there are several specs, by spec and id, because a run knows
 * only its own. The same lock file and spec give the same bytes.
 */
function renderBranchPages(lock, options) {
    // What is not on the branch is in its history only.
    const there = orderEntries(lock, options.spec).filter(({ entry }) => entry.stored === undefined);
    const parts = there.map(({ id, entry, listed }) => ({
        cell: renderEntry(id, entry, lock.renditions ?? {}, listed?.description),
        snippet: renderSnippet(id, entry, lock.renditions ?? {}),
    }));
    const room = { maxParts: options.maxEditsPerPage ?? EDITS_PER_PAGE, maxBytes: MAX_BYTES };
    const pages = splitPages(parts, room, ({ cell, snippet }) => cell + snippet);
    const names = (pages.length === 0 ? [[]] : pages).map((_, index) => pageName(index));
    const totals = renderTotals(lock, options);
    return new Map(names.map((name, index) => {
        const links = renderLinks(names, index);
        return [name, render_branch_pages_renderPage(pages[index] ?? [], { title: options.title, totals, links })];
    }));
}
/** GitHub shows a button that copies on every block of code. */
const COPY_HINT = 'Each element shows the web sizes of a picture. Copy it into a page in this folder, or put the address of this folder in front of its paths.';
function pageName(index) {
    return index === 0 ? 'README.md' : `gallery-${index + 1}.md`;
}
function render_branch_pages_renderPage(parts, { title, totals, links }) {
    const cells = parts.map(({ cell }) => cell);
    const snippets = parts.flatMap(({ snippet }) => (snippet === '' ? [] : [snippet]));
    return [
        '<!-- Generated by dreamina-edit-action. Changes made by hand are overwritten by its next commit. -->',
        '',
        `# ${(0,escape_markdown/* escapeMarkdown */.FV)(title)}`,
        '',
        totals,
        '',
        ...(links === '' ? [] : [links, '']),
        ...(cells.length === 0 ? ['There are no pictures yet.', ''] : [(0,picture_grid/* renderGrid */.b)(cells, COLUMNS)]),
        ...(snippets.length === 0 ? [] : ['## For a page', '', COPY_HINT, '', ...snippets]),
        ...(links === '' ? [] : [links, '']),
    ].join('\n');
}
function renderTotals({ edits, preview }, { directory, specUrl }) {
    const entries = [...edits.values()].filter(({ stored }) => stored === undefined);
    const files = entries.flatMap((entry) => entry.files);
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    const totals = `${(0,shared_format/* plural */.LS)(entries.length, 'edit')}, ${(0,shared_format/* plural */.LS)(files.length, 'file')}, ${(0,shared_format/* formatBytes */.z3)(bytes)}`;
    const folder = directory === '' ? '' : ` in ${(0,escape_markdown/* markdownCode */.D9)(directory)}`;
    const source = specUrl === undefined ? '' : `, made from [the spec](${(0,addresses/* linkAddress */.$)(specUrl)})`;
    // A preview may have only what its pull request changes.
    const of = preview === undefined ? '' : `Preview of pull request ${preview.pullRequest}: `;
    return `${of}${totals}${folder}${source}. This page is generated: changes made by hand are overwritten by the action's next commit.`;
}
function renderLinks(names, here) {
    if (names.length < 2)
        return '';
    const links = names.map((name, index) => (index === here ? `**${index + 1}**` : `[${index + 1}](${name})`));
    return `Page ${links.join(' · ')}`;
}

// EXTERNAL MODULE: ./shared/version.js
var version = __webpack_require__(68087);
// EXTERNAL MODULE: ./runner/pin-files.js
var pin_files = __webpack_require__(93197);
// EXTERNAL MODULE: ./runner/spec-commit.js
var spec_commit = __webpack_require__(99743);
// EXTERNAL MODULE: ./deliver/branch/read-tip-again.js
var read_tip_again = __webpack_require__(21815);
;// CONCATENATED MODULE: ./run/deliver/set-takes-aside.js




/**
 * Takes that are not kept came to the branch with a commit that has them for good; a second commit takes them off the branch
 * again, so that it has only what is kept. If that fails, they stay, and the next run does it. Returns the delivery with the
 * commit that has them.
 */
async function setTakesAside(edits, delivery, { repository, place }, request, takesOnBranch, deps) {
    if (delivery.kind !== 'committed')
        return delivery;
    const left = new Set(delivery.left.map(({ id }) => id));
    const brought = edits.filter(({ edit, state }) => (state === 'succeeded' || state === 'adopted') && (0,decide_aside/* isAside */.Zl)(edit, takesOnBranch) && !left.has(edit.id));
    if (brought.length === 0)
        return delivery;
    const { commit } = delivery;
    const read = await (0,read_tip_again/* readTipAgain */.e)({ repository, place }, deps);
    const current = read.ok ? { repository, place, ...read.value } : undefined;
    const set = current === undefined
        ? []
        : setBroughtAside(brought.map(({ edit }) => edit), current.recorded.lock.edits, commit);
    const again = current === undefined || set.length === 0
        ? undefined
        : await deliverBranch(current, { ...request, changes: { set, remove: [] } }, deps);
    if (again?.kind !== 'committed') {
        deps.log.info(`Takes that are not kept are still on branch ${place.branch}; the next run takes them off it.`);
        return delivery;
    }
    return {
        ...again,
        changed: [...new Set([...delivery.changed, ...again.changed])].toSorted(),
        warnings: [...delivery.warnings, ...again.warnings],
        left: delivery.left,
        aside: new Map([...(delivery.aside ?? []), ...set.map(({ id }) => [id, commit])]),
    };
}

;// CONCATENATED MODULE: ./run/deliver/deliver-to-branch.js













/** Commits what the run made, moved or pruned to the assets branch. */
async function deliverToBranch(run, opened, { specIds, specEdits, copies, renditions }, inputs, world, signal) {
    const specCommit = await (0,spec_commit/* readSpecCommit */.nE)(world);
    const changes = planChanges(run.edits, {
        recorded: opened.recorded,
        ...(opened.tip !== undefined && { tip: opened.tip }),
        specIds,
        prune: inputs.prune,
        copies,
        actionVersion: version/* VERSION */.x,
        ...(specCommit !== undefined && { specCommit }),
        commitOf: await (0,pin_files/* pinFiles */.z)(listSent(run), world, signal),
        nowMs: world.clock.now(),
    });
    const described = await describeCommits(inputs, specEdits, world);
    const deps = commitDeps(inputs, world, signal);
    const request = {
        changes: { ...changes, ...(renditions !== undefined && { renditions }) },
        unchanged: listUnchanged(run),
        ...described,
    };
    const delivery = await deliverBranch(opened, request, deps);
    const aside = new Map(changes.set.flatMap(({ id, entry: { heldBy } }) => (heldBy === undefined ? [] : [[id, heldBy]])));
    const delivered = delivery.kind === 'committed' && aside.size > 0 ? { ...delivery, aside } : delivery;
    return await setTakesAside(run.edits, delivered, opened, described, inputs.takesOnBranch, deps);
}
/** What commits of this run are made with. */
function commitDeps({ signCommits, githubToken }, { clock, random, log, commitSigner }, signal) {
    return { clock, random, log, signal, ...(signCommits && { signer: commitSigner(githubToken) }) };
}
/** The files that the new pictures were made from. */
function listSent({ edits }) {
    const made = edits.filter(({ state }) => state === 'succeeded');
    return made.flatMap(({ edit }) => edit.images.filter((image) => image.kind === 'file'));
}
/** How commits of this run describe themselves, and the branch. */
async function describeCommits(inputs, spec, { repository, job, readEvent }) {
    const { pull } = await readEvent();
    const { shard } = inputs;
    const page = {
        title: `${repository.owner}/${repository.name}`,
        branch: inputs.pullInto ?? inputs.branch,
        directory: inputs.branchDirectory,
        repositoryUrl: repository.url,
        spec,
    };
    return {
        // Once, by the last job: so many jobs would write them over and over.
        ...(shard !== undefined && { pages: shard.kind === 'merge' ? 'refresh' : 'leave' }),
        // A run without a base branch publishes, whatever started it.
        ...(inputs.baseBranch !== undefined && {
            preview: pull === undefined
                ? 'as-before'
                : { pullRequest: pull.number, ...(pull.head !== undefined && { commit: pull.head }) },
        }),
        renderMessage: (facts) => (0,commit_message/* renderCommitMessage */.j)(inputs.commitMessage, { ...facts, spec: inputs.spec, run: job.runUrl }),
        ...(shard?.kind !== 'part' && { gallery: { spec: inputs.spec, isAsked: inputs.gallery } }),
        renderPages: (lock) => new Map([
            ...renderBranchPages(lock, page),
            ...renderPicturesPage(lock),
            ...(lock.gallery === undefined ? [] : [[branch_paths/* GALLERY_NAME */.BE, renderBranchGallery(lock, page)]]),
        ]),
    };
}
/** The list of pictures for pages, if there are renditions. */
function renderPicturesPage({ edits, renditions }) {
    if (renditions === undefined)
        return new Map();
    // The kept take is the picture of its edit.
    const listed = [...edits].filter(([, { stored, take, isKept }]) => stored === undefined && (take === undefined || isKept === true));
    const text = renderPicturesFile(listed.map(([id, { alt, files }]) => ({ id: (0,take_id/* editOfTake */.Xo)(id), files, ...(alt !== undefined && { alt }) })), renditions);
    return new Map([[PICTURES_NAME, text]]);
}
/** Edits that the plan found on the run's own branch, and their files as they are after the run. */
function listUnchanged({ edits }) {
    return edits
        .filter(({ state, edit }) => state === 'unchanged' &&
        edit.action.kind === 'unchanged' &&
        edit.action.on === undefined &&
        (0,outputs/* isUntouched */.O2)(edit))
        .map(({ edit, unchangedFiles }) => ({ id: edit.id, paths: unchangedFiles.map(({ path }) => path) }));
}

;// CONCATENATED MODULE: ./run/deliver/fetch-before.js



/**
 * Brings the pictures that this run replaced to `references/before/` in the output folder, so that the gallery shows old beside new. If
 * they cannot be fetched, the gallery does without them.
 */
async function fetchBefore({ edits }, opened, folder, { log }, signal) {
    const replaced = fetch_before_listReplaced(edits, opened.recorded.lock.edits);
    const wanted = replaced.flatMap(([, files]) => files.flatMap((file) => file === undefined
        ? []
        : [{ from: file.path, to: { ...file, path: pathOf(file) } }]));
    if (wanted.length === 0)
        return new Map();
    const fetched = await (0,fetch_files/* fetchFiles */.U)(opened, wanted, folder, signal);
    if (!fetched.ok) {
        log.info(`The gallery does not show the pictures that were replaced: ${fetched.error.message}`);
        return new Map();
    }
    return new Map(replaced.map(([id, files]) => [id, files.map((file) => (file === undefined ? undefined : pathOf(file)))]));
}
/**
 * The files that were on the branch in the place of new ones, in their order and by the edit's id; undefined for those that are the same
 * or that no page can show; pure. What a kept take replaced is what was kept before it, whichever take that was.
 */
function fetch_before_listReplaced(edits, entries) {
    const kept = new Map([...entries].flatMap(([id, entry]) => (entry.isKept === true ? [[(0,take_id/* editOfTake */.Xo)(id), entry]] : [])));
    return edits.flatMap(({ edit: { id, take }, state, files }) => {
        const own = (0,take_id/* namesBefore */.G0)(id, take)
            .map((name) => entries.get(name))
            .find((entry) => entry !== undefined);
        const old = (take?.isKept === false ? undefined : kept.get((0,take_id/* editOfTake */.Xo)(id))) ?? own;
        if (state !== 'succeeded' || old === undefined || old.stored !== undefined)
            return [];
        const now = new Set(files.map(({ sha256 }) => sha256));
        return [[id, old.files.map((file) => (isOther(file, now) ? file : undefined))]];
    });
}
function isOther({ sha256, type }, now) {
    return !now.has(sha256) && (0,formats/* shownAs */.sE)(type) === 'picture';
}
function pathOf({ sha256, type }) {
    return `references/before/${sha256}.${(0,formats/* fileExtension */.i_)(type)}`;
}

// EXTERNAL MODULE: ./run/deliver/fetch-unchanged.js
var fetch_unchanged = __webpack_require__(1549);
;// CONCATENATED MODULE: ./run/deliver/look-again.js






/**
 * Looks at the branch again if it may have moved: while a run waits for the service or for another run, others push. Then
 * what the run reports (commit, links) describes the branch at its end, not at its start.
 */
async function lookAgain({ edits }, branch, opened, world, signal) {
    const hasWorked = edits.some(({ edit: { action } }) => action.kind !== 'unchanged' && action.kind !== 'aside' && action.kind !== 'skip');
    const isStale = branch.kind === 'unchanged' && hasWorked;
    if (!isStale && !edits.some(fetch_unchanged/* isDeliveredMeanwhile */.xT))
        return { branch, current: opened, isFresh: false };
    const { repository, place } = opened;
    const tip = await (0,read_tip_again/* readTipAgain */.e)({ repository, place }, { ...world, signal });
    if (!tip.ok) {
        world.log.info(`Cannot read branch ${place.branch} again: the report describes it as it was at the start of the run.`);
        return { branch, current: opened, isFresh: false };
    }
    const current = { repository, place, ...tip.value };
    if (branch.kind !== 'unchanged')
        return { branch, current, isFresh: true };
    const missing = findMissing(current, listUnchanged({ edits }), place);
    if (missing.length > 0) {
        const message = `Branch ${place.branch} lost pictures: ${(0,describe_left/* describeLeft */.J)(missing)}.`;
        return { branch: { kind: 'failed', ...place, message, left: missing }, current, isFresh: true };
    }
    return { branch: (0,tip_facts/* describeUnchanged */.bB)(current, place), current, isFresh: true };
}

// EXTERNAL MODULE: ./pictures/find-rendition-work.js
var find_rendition_work = __webpack_require__(96705);
;// CONCATENATED MODULE: ./media/embedded/walk-parts.js
/** The parts of a file in memory. */
function listParts(walk, bytes) {
    let step = walk.next();
    while (step.done !== true) {
        const { at, length } = step.value;
        step = walk.next(bytes.subarray(at, at + length));
    }
    return step.value?.map(({ dataStart, dataEnd, ...part }) => ({
        ...part,
        data: bytes.subarray(dataStart, dataEnd),
    }));
}
/** Where the parts of a file are that is read piece by piece. */
async function findParts(walk, readAt) {
    let step = walk.next();
    while (step.done !== true)
        step = walk.next(await readAt(step.value.at, step.value.length));
    return step.value;
}

;// CONCATENATED MODULE: ./media/embedded/jpeg-parts.js

const START_OF_SCAN = 0xda;
/**
 * The segments of a JPEG in front of its pixels, and the start of scan as the last one; undefined if they cannot be
 * followed that far. The start of the file and fill bytes belong to no segment.
 */
function listJpegParts(bytes) {
    return listParts(walkJpegParts(bytes.length), bytes);
}
/** Follows those segments in a file of `bytes` bytes. */
function* walkJpegParts(bytes) {
    const beginning = yield { at: 0, length: 4 };
    if (beginning.length < 4 || beginning.readUInt16BE(0) !== 0xffd8)
        return undefined;
    const parts = [];
    for (let start = 2;;) {
        const head = yield { at: start, length: 4 };
        const marker = head[1];
        if (head.length < 4 || head[0] !== 0xff || marker === undefined)
            return undefined;
        // A fill byte.
        if (marker === 0xff)
            start += 1;
        // Markers without a length do not occur here, except TEM.
        else if (marker === 0x01)
            start += 2;
        else {
            const end = start + 2 + head.readUInt16BE(2);
            if (end > bytes || end < start + 4)
                return undefined;
            parts.push({ name: marker.toString(16), start, end, dataStart: start + 4, dataEnd: end });
            if (marker === START_OF_SCAN)
                return parts;
            start = end;
        }
    }
}
/** A segment; its content has at most 65,533 bytes. */
function jpegPart(marker, data) {
    const head = Buffer.of(0xff, marker, 0, 0);
    head.writeUInt16BE(data.length + 2, 2);
    return Buffer.concat([head, data]);
}

;// CONCATENATED MODULE: ./media/embedded/xmp-in-jpeg.js

/** In front of the packet (XMP specification, part 3, section 1.1.3). */
const XMP_HEADER = Buffer.from('http://ns.adobe.com/xap/1.0/\0', 'latin1');
/** In front of each piece of what has no room in the packet (section 1.1.3.1). */
const EXTENSION_HEADER = Buffer.from('http://ns.adobe.com/xmp/extension/\0', 'latin1');
/** Behind that: the name of the whole in hex digits, its length, and where in it the piece is. */
const GUID_BYTES = 32;
const EXIF_HEADER = Buffer.from('Exif\0\0', 'latin1');
/** Further pictures behind the first one, found by their distance from here (CIPA DC-007). */
const MULTI_PICTURE_HEADER = Buffer.from('MPF\0', 'latin1');
/** As much as fits into a segment. */
const MAX_JPEG_PACKET_BYTES = 65_533 - XMP_HEADER.length;
/** The XMP packet of a JPEG. */
function readJpegXmp(bytes) {
    const part = listJpegParts(bytes)?.find(isXmp);
    return part?.data.subarray(XMP_HEADER.length);
}
/** What a JPEG's packet calls by this name, from all of its segments; undefined if some of it is missing. */
function readExtendedXmp(bytes, guid) {
    const start = Buffer.concat([EXTENSION_HEADER, Buffer.from(guid, 'latin1')]);
    const at = EXTENSION_HEADER.length + GUID_BYTES;
    const pieces = (listJpegParts(bytes) ?? [])
        .filter(({ name, data }) => name === 'e1' && data.length >= at + 8 && startsWith(data, start))
        .map(({ data }) => ({
        whole: data.readUInt32BE(at),
        from: data.readUInt32BE(at + 4),
        data: data.subarray(at + 8),
    }))
        .toSorted((a, b) => a.from - b.from);
    let bytesSoFar = 0;
    for (const { from, data } of pieces) {
        if (from !== bytesSoFar)
            return undefined;
        bytesSoFar += data.length;
    }
    return bytesSoFar > 0 && pieces.every(({ whole }) => whole === bytesSoFar)
        ? Buffer.concat(pieces.map(({ data }) => data))
        : undefined;
}
/** The JPEG with this packet in place of its own, behind JFIF and EXIF; not a byte of the rest changes. */
function writeJpegXmp(bytes, packet) {
    const parts = listJpegParts(bytes);
    if (parts === undefined)
        return { ok: false, error: 'the segments of the JPEG cannot be followed' };
    if (packet.length > MAX_JPEG_PACKET_BYTES) {
        const error = `its XMP would have ${packet.length} bytes, and a JPEG has room for ${MAX_JPEG_PACKET_BYTES}`;
        return { ok: false, error };
    }
    const old = parts.filter(isXmp);
    const first = parts.filter((part) => part.name === 'e0' || isExif(part)).at(-1);
    const at = first?.end ?? 2;
    const further = parts.find(({ name, data }) => name === 'e2' && startsWith(data, MULTI_PICTURE_HEADER));
    if (further !== undefined && [at, ...old.map(({ start }) => start)].some((each) => each > further.start))
        return { ok: false, error: 'it holds further pictures, which would no longer be found' };
    const pieces = [];
    let from = 0;
    const added = jpegPart(0xe1, Buffer.concat([XMP_HEADER, packet]));
    for (const cut of [...old, { start: at, end: at, added }].toSorted((a, b) => a.start - b.start)) {
        pieces.push(bytes.subarray(from, cut.start));
        if ('added' in cut)
            pieces.push(cut.added);
        from = Math.max(from, cut.end);
    }
    return { ok: true, value: Buffer.concat([...pieces, bytes.subarray(from)]) };
}
function isXmp({ name, data }) {
    return name === 'e1' && startsWith(data, XMP_HEADER);
}
function isExif({ name, data }) {
    return name === 'e1' && startsWith(data, EXIF_HEADER);
}
function startsWith(data, head) {
    return data.subarray(0, head.length).equals(head);
}
/** The EXIF data of a JPEG. */
function readJpegExif(bytes) {
    return listJpegParts(bytes)?.find(isExif)?.data.subarray(EXIF_HEADER.length);
}

// EXTERNAL MODULE: ./media/xmp/namespaces.js
var xmp_namespaces = __webpack_require__(88678);
;// CONCATENATED MODULE: ./media/xmp/parse-xml.js
// Both are tried at one place only, the end of the one before: otherwise a text that only seems to begin many of them would take
// the square of its length.
const TOKEN = /<!--[^]*?-->|<\?[^]*?\?>|<!\[CDATA\[[^]*?\]\]>|<(?<closing>\/?)(?<tag>[^\s/><!?]+)(?<rest>[^"'>]*(?:(?:"[^"]*"|'[^']*')[^"'>]*)*)>/y;
const ATTRIBUTE = /\s*([^\s=/"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;
/** What is in a text besides text and elements. */
const ASIDE = /<!--[^]*?-->|<\?[^]*?\?>|<!\[CDATA\[([^]*?)\]\]>/g;
const ENTITIES = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const MAX_DEPTH = 100;
const OUTERMOST = { own: new Map([['xml', 'xml']]) };
/**
 * The elements of a well-formed XML text without a document type, with their places in it, so that parts can be cut out or
 * added and the rest stays as it is; undefined if the text is anything else.
 */
function parseXml(text) {
    if (text.includes('<!DOCTYPE') || text.includes('<!ENTITY'))
        return undefined;
    const open = [];
    let root;
    for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
        const match = matchAt(TOKEN, text, at);
        if (match === null)
            return undefined;
        at = match.index + match[0].length;
        const { tag, closing, rest = '' } = match.groups ?? {};
        if (tag === undefined)
            continue;
        const end = at;
        const top = open.at(-1);
        if (closing === '/') {
            if (top?.tag !== tag)
                return undefined;
            open.pop();
            top.element.close = match.index;
            top.element.end = end;
            continue;
        }
        if (open.length === MAX_DEPTH || (top === undefined && root !== undefined))
            return undefined;
        const isEmpty = rest.endsWith('/');
        const read = readAttributes(rest, match.index + 1 + tag.length, top?.scope);
        if (read === undefined)
            return undefined;
        const { attributes, scope } = read;
        const [prefix] = splitName(tag);
        const element = {
            ...{ name: resolve(tag, scope, true), attributes, children: [] },
            ...{ prefix: prefix === '' ? '' : `${prefix}:`, start: match.index, open: end, close: end, end },
        };
        if (top === undefined)
            root = element;
        else
            top.element.children.push(element);
        if (!isEmpty)
            open.push({ element, tag, scope });
    }
    return open.length === 0 ? root : undefined;
}
function matchAt(pattern, text, at) {
    pattern.lastIndex = at;
    return pattern.exec(text);
}
/** The attributes of a tag; undefined if it has anything else. */
function readAttributes(text, offset, outer = OUTERMOST) {
    const found = [];
    let at = 0;
    for (let match = matchAt(ATTRIBUTE, text, at); match !== null; match = matchAt(ATTRIBUTE, text, at)) {
        at = match.index + match[0].length;
        found.push({
            ...{ written: match[1] ?? '', value: decode(match[2] ?? match[3] ?? '') },
            ...{ start: offset + match.index, end: offset + at },
        });
    }
    if (!['', '/'].includes(text.slice(at).trim()))
        return undefined;
    const own = found.filter(({ written }) => /^xmlns(?::|$)/.test(written));
    const scope = own.length === 0
        ? outer
        : { own: new Map(own.map(({ written, value }) => [written.slice(6), value])), outer };
    const attributes = found.map(({ written, ...rest }) => ({ ...rest, name: resolve(written, scope, false) }));
    return { attributes, scope };
}
function splitName(written) {
    const colon = written.indexOf(':');
    return colon < 0 ? ['', written] : [written.slice(0, colon), written.slice(colon + 1)];
}
function resolve(written, scope, isElement) {
    const [prefix, local] = splitName(written);
    if (prefix === 'xmlns' || (prefix === '' && !isElement))
        return written;
    const namespace = findNamespace(scope, prefix);
    return namespace === undefined ? written : `${namespace} ${local}`;
}
function findNamespace(scope, prefix) {
    for (let at = scope; at !== undefined; at = at.outer) {
        const found = at.own.get(prefix);
        if (found !== undefined)
            return found;
    }
    return undefined;
}
/** The text of an element without markup; elements inside are left out. */
function textOfElement(text, element) {
    let inner = '';
    let from = element.open;
    for (const child of element.children) {
        inner += text.slice(from, child.start);
        from = child.end;
    }
    inner += text.slice(from, element.close);
    let plain = '';
    let at = 0;
    for (const match of inner.matchAll(ASIDE)) {
        plain += decode(inner.slice(at, match.index)) + (match[1] ?? '');
        at = match.index + match[0].length;
    }
    return plain + decode(inner.slice(at));
}
function decode(text) {
    return text.replaceAll(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
        if (typeof name === 'string')
            return ENTITIES[name] ?? whole;
        const code = typeof hex === 'string' ? Number.parseInt(hex, 16) : Number(decimal);
        return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    });
}

;// CONCATENATED MODULE: ./media/xmp/xmp-packet.js



/** Reads a packet; undefined if it is not XMP. */
function parsePacket(text) {
    let end = text.length;
    while (text.charCodeAt(end - 1) === 0)
        end -= 1;
    const root = parseXml(text.slice(0, end));
    if (root === undefined)
        return undefined;
    const isRdf = ({ name }) => name === `${xmp_namespaces.NS.rdf} RDF`;
    const rdf = isRdf(root) ? root : root.children.find(isRdf);
    if (rdf === undefined)
        return undefined;
    const descriptions = rdf.children.filter(({ name }) => name === `${xmp_namespaces.NS.rdf} Description`);
    return { text, root, rdf, descriptions };
}
/** The text of a property, an address as well; undefined if the packet does not have it. */
function readProperty({ text, descriptions }, namespace, local) {
    const name = `${namespace} ${local}`;
    for (const { attributes, children } of descriptions) {
        const attribute = attributes.find((each) => each.name === name);
        if (attribute !== undefined)
            return attribute.value;
        const element = children.find((each) => each.name === name);
        if (element === undefined)
            continue;
        const resource = element.attributes.find((each) => each.name === `${xmp_namespaces.NS.rdf} resource`);
        return resource?.value ?? deepText(text, element).trim();
    }
    return undefined;
}
/** The first text in an element or in what it holds: an array's first item. */
function deepText(text, element) {
    const own = textOfElement(text, element);
    if (own.trim() !== '')
        return own;
    for (const child of element.children) {
        const inner = deepText(text, child);
        if (inner.trim() !== '')
            return inner;
    }
    return '';
}
/** The packet with these properties besides its own; one that it has already stays as it is. */
function addProperties(packet, properties) {
    const missing = properties.filter(({ namespace, local }) => readProperty(packet, namespace, local) === undefined);
    const { text, rdf, descriptions } = packet;
    if (missing.length === 0)
        return text;
    // All descriptions of one packet are about the same thing, by the same name.
    const about = descriptions
        .flatMap(({ attributes }) => attributes)
        .find(({ name }) => name === `${xmp_namespaces.NS.rdf} about`)?.value;
    return addDescriptions(packet, renderDescription(missing, rdf.prefix, about ?? ''));
}
/** The most characters that may be needed to repeat the namespaces of a second packet. */
const MOST_REPEATED = 1_000_000;
/** The packet with the descriptions of another one, which keep the namespaces that are declared around them there. */
function joinPackets(packet, { text, root, rdf }) {
    const declared = new Map();
    for (const { attributes } of root === rdf ? [rdf] : [root, rdf])
        for (const { name, start, end } of attributes)
            if (/^xmlns(?::|$)/.test(name))
                declared.set(name, ` ${text.slice(start, end).trim()}`);
    const names = [...declared];
    const repeated = rdf.children.length * names.reduce((sum, [, { length }]) => sum + length, 0);
    if (repeated > MOST_REPEATED)
        return packet.text;
    const added = rdf.children.map(({ start, end, attributes }) => {
        const own = new Set(attributes.map(({ name }) => name));
        const [tag = ''] = /^<[^\s/>]+/.exec(text.slice(start, end)) ?? [];
        const inherited = names.flatMap(([name, written]) => (own.has(name) ? [] : [written]));
        return `${tag}${inherited.join('')}${text.slice(start + tag.length, end)}`;
    });
    return addDescriptions(packet, added.join(''));
}
function addDescriptions({ text, rdf }, added) {
    if (rdf.end > rdf.open)
        return `${text.slice(0, rdf.close)}${added}${text.slice(rdf.close)}`;
    // It has no end tag, as it was empty.
    const start = text.slice(rdf.start, rdf.end).replace(/\/>$/, '>');
    return `${text.slice(0, rdf.start)}${start}${added}</${rdf.prefix}RDF>${text.slice(rdf.end)}`;
}
/** A new packet of these properties. */
function createPacket(properties) {
    return [
        '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>',
        `<x:xmpmeta xmlns:x="${xmp_namespaces.NS.meta}">`,
        `<rdf:RDF xmlns:rdf="${xmp_namespaces.NS.rdf}">${renderDescription(properties, 'rdf:', '')}</rdf:RDF>`,
        '</x:xmpmeta>',
        '<?xpacket end="w"?>',
    ].join('\n');
}
function renderDescription(properties, rdf, about) {
    const namespaces = new Map(properties.map(({ prefix, namespace }) => [prefix, namespace]));
    const declared = [...namespaces].map(([prefix, namespace]) => ` xmlns:${prefix}="${namespace}"`);
    const elements = properties.map(({ prefix, local, value }) => `<${prefix}:${local}>${escapeXml(value)}</${prefix}:${local}>`);
    // The prefix of RDF may be none, in which case an attribute cannot have it.
    const name = rdf === '' ? 'r:' : rdf;
    const own = rdf === '' ? ` xmlns:r="${xmp_namespaces.NS.rdf}"` : '';
    return `<${name}Description${own} ${name}about="${escapeXml(about)}"${declared.join('')}>${elements.join('')}</${name}Description>`;
}
/** Without the characters that XML cannot hold. */
function escapeXml(value) {
    return (0,escape_html/* escapeHtml */.Z)(value.toWellFormed().replaceAll(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, ''));
}

;// CONCATENATED MODULE: ./media/xmp/drop-stale.js


/**
 * Namespaces whose properties are not true of a picture that was made from another one, or say where and with what a
 * photograph was taken: TIFF and EXIF (orientation, positions), camera and lens (serial numbers), gain maps, depth and
 * motion that are stored beside the pixels, and the rest of a long packet.
 */
const STALE_NAMESPACES = [
    'http://ns.adobe.com/tiff/1.0/',
    'http://ns.adobe.com/exif/1.0/',
    'http://cipa.jp/exif/1.0/',
    'http://cipa.jp/exif/2.32/',
    'http://ns.adobe.com/exif/1.0/aux/',
    'http://ns.adobe.com/hdr-gain-map/1.0/',
    'http://ns.apple.com/HDRGainMap/1.0/',
    'http://ns.apple.com/pixeldatainfo/1.0/',
    'http://ns.google.com/photos/1.0/container/',
    'http://ns.google.com/photos/1.0/container/item/',
    'http://ns.google.com/photos/1.0/camera/',
    'http://ns.google.com/photos/dd/1.0/device/',
    'http://ns.google.com/photos/1.0/depthmap/',
    'http://ns.google.com/photos/1.0/image/',
    xmp_namespaces.NS.note,
];
/** Single properties that are stale as well: a link to a signed manifest, and small copies of the picture. */
const STALE_PROPERTIES = [`${xmp_namespaces.NS.dcterms} provenance`, `${xmp_namespaces.NS.xmp} Thumbnails`];
/** In whatever namespace, as makers of cameras and drones have their own: where and with what a photograph was taken. */
const STALE_LOCAL_NAME = /gps|latitude|longitude|altitude|serialnumber/i;
/**
 * The packet without what is stale for a picture that was made from its own; undefined if it is not XMP. Whatever else
 * others wrote stays as it is.
 */
function dropStale(text) {
    const packet = parsePacket(text);
    if (packet === undefined)
        return undefined;
    let kept = '';
    let from = 0;
    for (const { start, end } of staleOf(packet.rdf).toSorted((a, b) => a.start - b.start)) {
        kept += text.slice(from, start);
        from = end;
    }
    return kept + text.slice(from);
}
/** Whatever kind of description it is in, and also in structures: a place of the IPTC has its position by a property of EXIF. */
function staleOf({ attributes, children }) {
    return [
        ...attributes.filter(({ name }) => isStale(name)),
        ...children.flatMap((child) => (isStale(child.name) ? [child] : staleOf(child))),
    ];
}
function isStale(name) {
    // What declares a prefix, which properties that stay may have.
    if (name.startsWith('xmlns:'))
        return false;
    const space = name.lastIndexOf(' ');
    return (STALE_NAMESPACES.includes(name.slice(0, Math.max(0, space))) ||
        STALE_PROPERTIES.includes(name) ||
        STALE_LOCAL_NAME.test(name.slice(space + 1)));
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ./media/embedded/png-parts.js


/** How a PNG begins. */
const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
/** The chunks of a PNG up to its end; undefined if they cannot be followed that far. */
function listPngParts(bytes) {
    return listParts(walkPngParts(bytes.length), bytes);
}
/** Follows those chunks in a file of `bytes` bytes. */
function* walkPngParts(bytes) {
    const signature = yield { at: 0, length: SIGNATURE.length };
    if (!signature.equals(SIGNATURE))
        return undefined;
    const parts = [];
    for (let start = SIGNATURE.length; start + 12 <= bytes;) {
        const head = yield { at: start, length: 8 };
        if (head.length < 8)
            return undefined;
        const end = start + 12 + head.readUInt32BE();
        if (end > bytes)
            return undefined;
        const name = head.toString('latin1', 4);
        parts.push({ name, start, end, dataStart: start + 8, dataEnd: end - 4 });
        if (name === 'IEND')
            return parts;
        start = end;
    }
    return undefined;
}
/** A chunk with its checksum. */
function pngPart(name, data) {
    const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
    const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    checksum.writeUInt32BE((0,external_node_zlib_.crc32)(body));
    return Buffer.concat([length, body, checksum]);
}

;// CONCATENATED MODULE: ./media/embedded/png-text.js

/** More than any honest text in a picture. */
const MAX_TEXT_BYTES = 4 * 1024 * 1024;
/** The keyword of a text chunk (PNG, third edition, section 11.3.3); undefined for any other chunk. */
function keywordOf({ name, data }) {
    if (name !== 'tEXt' && name !== 'zTXt' && name !== 'iTXt')
        return undefined;
    const end = data.indexOf(0);
    return end < 0 ? undefined : data.toString('latin1', 0, end);
}
/** The text of a text chunk; undefined if it cannot be read. */
function textOf(part) {
    return textBytesOf(part)?.toString(part.name === 'iTXt' ? 'utf8' : 'latin1');
}
/** The bytes of a text chunk's text; undefined if they cannot be read. */
function textBytesOf(part) {
    const keyword = keywordOf(part);
    if (keyword === undefined)
        return undefined;
    const rest = part.data.subarray(keyword.length + 1);
    if (part.name === 'tEXt')
        return rest;
    if (part.name === 'zTXt')
        return rest[0] === 0 ? inflate(rest.subarray(1)) : undefined;
    // Two flags, then the language and the translated keyword, each with a zero at its end.
    const language = rest.indexOf(0, 2);
    const translated = language < 0 ? -1 : rest.indexOf(0, language + 1);
    if (translated < 0)
        return undefined;
    const text = rest.subarray(translated + 1);
    return rest[0] === 0 ? text : inflate(text);
}
/** The content of an iTXt chunk whose text is not compressed: that is where readers look for XMP. */
function internationalText(keyword, text) {
    return Buffer.from(`${keyword}\0\0\0\0\0${text}`);
}
function inflate(bytes) {
    try {
        return (0,external_node_zlib_.inflateSync)(bytes, { maxOutputLength: MAX_TEXT_BYTES });
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./media/embedded/webp-parts.js

/** The chunks of a WebP; undefined if they cannot be followed to the end that its header names. */
function listWebpParts(bytes) {
    return listParts(walkWebpParts(bytes.length), bytes);
}
/** Follows those chunks in a file of `bytes` bytes. */
function* walkWebpParts(bytes) {
    const header = yield { at: 0, length: 12 };
    if (header.length < 12 || header.toString('latin1', 0, 4) !== 'RIFF')
        return undefined;
    if (header.toString('latin1', 8) !== 'WEBP')
        return undefined;
    const whole = 8 + header.readUInt32LE(4);
    if (whole > bytes)
        return undefined;
    const parts = [];
    for (let start = 12; start + 8 <= whole;) {
        const head = yield { at: start, length: 8 };
        if (head.length < 8)
            return undefined;
        const length = head.readUInt32LE(4);
        const dataEnd = start + 8 + length;
        if (dataEnd > whole)
            return undefined;
        // Some writers leave out the padding of the last chunk.
        const end = Math.min(dataEnd + (length % 2), whole);
        parts.push({ name: head.toString('latin1', 0, 4), start, end, dataStart: start + 8, dataEnd });
        start = end;
    }
    return parts;
}
/** A chunk, padded to an even length. */
function webpPart(name, data) {
    const head = Buffer.from(`${name}\0\0\0\0`, 'latin1');
    head.writeUInt32LE(data.length, 4);
    return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
}
/** A WebP file of these chunks. */
function webpFile(chunks) {
    const body = Buffer.concat([Buffer.from('WEBP', 'latin1'), ...chunks]);
    const head = Buffer.from('RIFF\0\0\0\0', 'latin1');
    head.writeUInt32LE(body.length, 4);
    return Buffer.concat([head, body]);
}

;// CONCATENATED MODULE: ./media/mark/find-label.js




/** The label inside a comment of EXIF: an object of JSON. */
const LABEL_IN_EXIF = /\{\s*"AIGC"\s*:\s*\{[^{}]*\}\s*\}/;
/** The label that GB 45438-2025 asks for where it is not in XMP: a text chunk of a PNG, or a comment of EXIF. */
function findLabel(bytes, type) {
    if (type === 'image/jpeg')
        return inExif(readJpegExif(bytes));
    if (type === 'image/webp')
        return inExif(listWebpParts(bytes)?.find(({ name }) => name === 'EXIF')?.data);
    if (type !== 'image/png')
        return undefined;
    const parts = listPngParts(bytes) ?? [];
    const part = parts.find((each) => keywordOf(each) === 'AIGC');
    return part === undefined ? inExif(parts.find(({ name }) => name === 'eXIf')?.data) : textOf(part);
}
/** Comments are ASCII, or two bytes for each character. */
function inExif(exif) {
    if (exif === undefined)
        return undefined;
    const text = exif.toString('utf8').replaceAll('\0', '');
    return LABEL_IN_EXIF.exec(text)?.[0];
}

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
;// CONCATENATED MODULE: ./media/embedded/xmp-in-png.js


const XMP_KEYWORD = 'XML:com.adobe.xmp';
/** The XMP packet of a PNG, in whichever text chunk and at whichever place it is. */
function readPngXmp(bytes) {
    const part = listPngParts(bytes)?.find((each) => keywordOf(each) === XMP_KEYWORD);
    if (part === undefined)
        return undefined;
    // In a Latin-1 chunk, the bytes are UTF-8 all the same. One that cannot be read is there nevertheless.
    return textBytesOf(part) ?? Buffer.alloc(0);
}
/**
 * The PNG with this packet in place of its own, not compressed and right behind the header: many readers neither inflate
 * it nor look behind the pixels.
 */
function writePngXmp(bytes, packet) {
    const parts = listPngParts(bytes);
    const header = parts?.[0];
    if (parts === undefined || header?.name !== 'IHDR')
        return { ok: false, error: 'the chunks of the PNG cannot be followed' };
    const added = pngPart('iTXt', internationalText(XMP_KEYWORD, packet.toString('utf8')));
    const kept = parts.slice(1).filter((part) => keywordOf(part) !== XMP_KEYWORD);
    const end = parts.at(-1)?.end ?? bytes.length;
    return {
        ok: true,
        value: Buffer.concat([
            bytes.subarray(0, header.end),
            added,
            ...kept.map((part) => bytes.subarray(part.start, part.end)),
            bytes.subarray(end),
        ]),
    };
}

;// CONCATENATED MODULE: ./media/embedded/xmp-in-webp.js

/** Bits of the first byte of VP8X (RFC 9649, section 2.7). */
const XMP_FLAG = 0x04;
const ALPHA_FLAG = 0x10;
/** The XMP packet of a WebP. */
function readWebpXmp(bytes) {
    return listWebpParts(bytes)?.find(({ name }) => name === 'XMP ')?.data;
}
/** The WebP with this packet in place of its own, behind the pixels, and with the flag that announces it. */
function writeWebpXmp(bytes, packet) {
    const parts = listWebpParts(bytes);
    const [first, ...others] = parts ?? [];
    const header = first === undefined ? undefined : extendedHeader(first);
    if (first === undefined || header === undefined)
        return { ok: false, error: 'the chunks of the WebP cannot be followed' };
    const rest = first.name === 'VP8X' ? others : [first, ...others];
    const kept = rest.filter(({ name }) => name !== 'XMP ').map(({ name, data }) => webpPart(name, data));
    const chunks = [webpPart('VP8X', header), ...kept, webpPart('XMP ', packet)];
    return { ok: true, value: webpFile(chunks) };
}
/** The content of VP8X with the flag for XMP, by the file's own or by its only picture; undefined if it cannot be read. */
function extendedHeader({ name, data }) {
    if (name === 'VP8X') {
        if (data.length < 10)
            return undefined;
        const header = Buffer.from(data);
        header[0] = (header[0] ?? 0) | XMP_FLAG;
        return header;
    }
    const header = Buffer.alloc(10);
    if (name === 'VP8 ' && data.length >= 10) {
        header[0] = XMP_FLAG;
        writeCanvas(header, data.readUInt16LE(6) & 0x3fff, data.readUInt16LE(8) & 0x3fff);
        return header;
    }
    if (name === 'VP8L' && data.length >= 5) {
        const bits = data.readUInt32LE(1);
        header[0] = XMP_FLAG | (((bits >>> 28) & 1) === 1 ? ALPHA_FLAG : 0);
        writeCanvas(header, (bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1);
        return header;
    }
    return undefined;
}
function writeCanvas(header, width, height) {
    header.writeUIntLE(width - 1, 4, 3);
    header.writeUIntLE(height - 1, 7, 3);
}

;// CONCATENATED MODULE: ./media/embedded/embedded-xmp.js




const READERS = {
    'image/jpeg': readJpegXmp,
    'image/png': readPngXmp,
    'image/webp': readWebpXmp,
};
const WRITERS = {
    'image/jpeg': writeJpegXmp,
    'image/png': writePngXmp,
    'image/webp': writeWebpXmp,
};
/** The XMP packet of a picture, as text: undefined if it has none, empty if it is not valid UTF-8. */
function readXmp(bytes, type) {
    const packet = READERS[type](bytes);
    if (packet === undefined)
        return undefined;
    // Characters that were replaced would be written back.
    return (0,external_node_buffer_.isUtf8)(packet) ? packet.toString('utf8') : '';
}
/** The picture with this packet in place of its own; its pixels are not touched. */
function writeXmp(bytes, type, packet) {
    return WRITERS[type](bytes, Buffer.from(packet));
}

;// CONCATENATED MODULE: ./media/embedded/gif-parts.js

const TRAILER = 0x3b;
const EXTENSION = 0x21;
const IMAGE = 0x2c;
/** Blocks have at most 256 bytes, and pixels are many of them: each is not asked for on its own. */
const SEEN_BYTES = 4096;
/** What an application's block with XMP begins with: the length of its name, and the name (XMP specification, part 3, section 1.1.2). */
const gif_parts_XMP_HEADER = Buffer.from('\x0bXMP DataXMP', 'latin1');
/** Behind the packet: bytes that lead anyone who follows the lengths of blocks to the end, wherever in the packet that is from. */
const XMP_TRAILER_BYTES = 258;
/** The extensions of a GIF, named by their labels as hex digits; undefined if its blocks cannot be followed to its trailer. */
function listGifParts(bytes) {
    return listParts(walkGifParts(), bytes);
}
/** Follows the blocks of a GIF for its extensions. */
function* walkGifParts() {
    const head = yield { at: 0, length: 13 };
    if (head.length < 13 || !/^GIF8[79]a/.test(head.toString('latin1', 0, 6)))
        return undefined;
    const parts = [];
    for (let at = 13 + colorBytes(head.readUInt8(10));;) {
        const block = yield { at, length: 10 };
        const [kind, label = 0] = block;
        if (kind === TRAILER)
            return parts;
        const start = at;
        if (kind === IMAGE && block.length === 10)
            at += 11 + colorBytes(block.readUInt8(9));
        else if (kind === EXTENSION)
            at += 2;
        else
            return undefined;
        const dataStart = at;
        const next = yield* endOfBlocks(at);
        if (next === undefined)
            return undefined;
        at = next;
        if (kind === EXTENSION)
            parts.push({ name: label.toString(16), start, end: at, dataStart, dataEnd: at });
    }
}
/** Where a chain of blocks that begins at `at` ends; undefined if that is behind the file. */
function* endOfBlocks(at) {
    let from = at;
    let seen = Buffer.alloc(0);
    for (;;) {
        if (at >= from + seen.length) {
            seen = yield { at, length: SEEN_BYTES };
            from = at;
        }
        const length = seen[at - from];
        if (length === undefined)
            return undefined;
        at += 1 + length;
        if (length === 0)
            return at;
    }
}
/** The bytes of the color table that the packed byte of a descriptor announces. */
function colorBytes(packed) {
    return (packed & 0x80) === 0 ? 0 : 3 * 2 ** ((packed & 7) + 1);
}
/** The XMP packet of a GIF. */
function readGifXmp(bytes) {
    const isXmp = ({ name, data }) => name === 'ff' && data.subarray(0, gif_parts_XMP_HEADER.length).equals(gif_parts_XMP_HEADER);
    const data = listGifParts(bytes)?.find(isXmp)?.data;
    if (data === undefined)
        return undefined;
    return data.subarray(gif_parts_XMP_HEADER.length, Math.max(gif_parts_XMP_HEADER.length, data.length - XMP_TRAILER_BYTES));
}

;// CONCATENATED MODULE: ./media/embedded/part.js
/** Whether embedded data of this type can be written. */
function isTagged(type) {
    return type === 'image/jpeg' || type === 'image/png' || type === 'image/webp';
}

;// CONCATENATED MODULE: ./media/mark/whole-xmp.js







/**
 * The XMP of a picture, as text: in a JPEG with what had no room in its packet. Undefined if it has none, or is of a type whose XMP is
 * not read; empty if it is not valid UTF-8.
 */
function readWholeXmp(bytes, type) {
    if (type === 'image/gif') {
        const packet = readGifXmp(bytes);
        return packet && ((0,external_node_buffer_.isUtf8)(packet) ? packet.toString('utf8') : '');
    }
    const text = isTagged(type) ? readXmp(bytes, type) : undefined;
    return text === undefined || type !== 'image/jpeg' ? text : withExtension(bytes, text);
}
/** The packet of a JPEG with what it says is in further segments; as it is if there is nothing that can be read. */
function withExtension(bytes, text) {
    const packet = parsePacket(text);
    const guid = packet && readProperty(packet, xmp_namespaces.NS.note, 'HasExtendedXMP');
    if (packet === undefined || guid === undefined)
        return text;
    const more = readExtendedXmp(bytes, guid);
    const rest = more && (0,external_node_buffer_.isUtf8)(more) ? parsePacket(more.toString('utf8')) : undefined;
    return rest === undefined ? text : joinPackets(packet, rest);
}

;// CONCATENATED MODULE: ./media/mark/rendition-packet.js






/**
 * The XMP of a picture of type `to` that is made from an original: what others wrote there, without what is stale, its label
 * wherever that is, and the mark. What others wrote besides the label is left out if there is no room for it. Undefined if there is
 * nothing to write.
 */
function renditionPacket(original, type, mark, to) {
    const text = readWholeXmp(original, type);
    const kept = text === undefined ? undefined : dropStale(text);
    const packet = kept === undefined ? undefined : parsePacket(kept);
    const label = (packet && readProperty(packet, xmp_namespaces.NS.aigc, 'AIGC')) ?? findLabel(original, type);
    const labels = label === undefined ? [] : [{ prefix: 'TC260', namespace: xmp_namespaces.NS.aigc, local: 'AIGC', value: label }];
    const properties = [...mark, ...labels];
    const created = [properties, mark].filter(({ length }) => length > 0).map(createPacket);
    const candidates = packet === undefined ? created : [addProperties(packet, properties), ...created];
    return candidates.find((each) => to !== 'image/jpeg' || Buffer.byteLength(each) <= MAX_JPEG_PACKET_BYTES);
}

// EXTERNAL MODULE: ./shared/sweep-buffers.js
var sweep_buffers = __webpack_require__(51785);
// EXTERNAL MODULE: external "node:module"
var external_node_module_ = __webpack_require__(98995);
// EXTERNAL MODULE: external "node:v8"
var external_node_v8_ = __webpack_require__(78877);
;// CONCATENATED MODULE: ./pictures/engine.js




const PLACEHOLDER_WIDTH = 16;
const PLACEHOLDER_QUALITY = 40;
const COLOR_WIDTH = 64;
/**
 * How much of a function of WebAssembly has run, about in bytes, before V8 compiles it a second time to be faster. By default,
 * 13 million: then V8 compiles long functions that are rarely used, one of which takes 27 MB for it and keeps 12. What makes
 * a picture gets there at once all the same: the time for a picture stays the same, an AVIF takes a tenth longer.
 */
const COMPILED_AGAIN_AFTER = 1_000_000_000;
/**
 * Loads the engine from its folder beside the bundle: megabytes of WebAssembly, so only when a rendition is made. Throws if
 * it is not there.
 */
function loadEngine(folder) {
    // A name that the bundler does not follow: the engine stays a file of its own, which anyone can replace.
    const entry = external_node_path_.join(folder, 'index.cjs');
    const load = (0,external_node_module_.createRequire)(entry);
    (0,external_node_v8_.setFlagsFromString)(`--wasm-tiering-budget=${COMPILED_AGAIN_AFTER}`);
    const open = openEngine(() => load(entry));
    // Every picture is used only a few times, one after the other.
    open.cache(false);
    // By default that many as there are processors, except on Linux; an AVIF has other bytes with another number.
    open.concurrency(1);
    const scaled = ({ path: file, type }, { width, height, set }) => {
        const original = open(file);
        // As in browsers, which ignore the orientation in a WebP's EXIF.
        const upright = type === 'image/webp' ? original : original.autoOrient();
        const background = set.background ?? { r: 255, g: 255, b: 255, alpha: 0 };
        const fit = set.crop?.fit ?? 'fill';
        return upright.resize({ width, height, fit, background }).toColourspace('srgb');
    };
    return {
        encode: async (file, encoding) => {
            const { format, set, packet } = encoding;
            let picture = scaled(file, encoding).withIccProfile('srgb');
            if (format === 'jpeg' || set.background !== undefined)
                picture = picture.flatten({ background: set.background ?? '#ffffff' });
            if (packet !== undefined)
                picture = picture.withXmp(packet);
            return await encode(picture, encoding).toBuffer();
        },
        preview: async (file, { width, height, set }) => {
            const at = (tiny) => ({
                width: tiny,
                height: Math.max(1, Math.round((height * tiny) / width)),
                set,
            });
            const tiny = scaled(file, at(PLACEHOLDER_WIDTH));
            const bytes = await tiny.webp({ quality: PLACEHOLDER_QUALITY }).toBuffer();
            const placeholder = `data:image/webp;base64,${bytes.toString('base64')}`;
            const picture = scaled(file, at(COLOR_WIDTH));
            const filled = set.background === undefined ? picture : picture.flatten({ background: set.background });
            const { data, info } = await filled.raw().toBuffer({ resolveWithObject: true });
            const { width: across, height: down, channels } = info;
            const { dominant, isOpaque } = await open(data, {
                raw: { width: across, height: down, channels },
            }).stats();
            if (!isOpaque)
                return { placeholder };
            const color = [dominant.r, dominant.g, dominant.b].map((value) => value.toString(16).padStart(2, '0'));
            return { color: `#${color.join('')}`, placeholder };
        },
    };
}
function openEngine(open) {
    try {
        return open();
    }
    catch (error) {
        // The rest lists files of this machine.
        const [why] = (0,describe_error/* describeError */.U)(error).split('\n');
        throw new Error(`the engine cannot be loaded (${why ?? ''})`, { cause: error });
    }
}
function encode(picture, { format, quality }) {
    switch (format) {
        case 'avif':
            return picture.avif({ quality });
        case 'webp':
            return picture.webp({ quality });
        case 'jpeg':
            return picture.jpeg({ quality });
        case 'png':
            return picture.png({ compressionLevel: 9 });
    }
}

;// CONCATENATED MODULE: ./media/embedded/bmff-boxes.js

/** The boxes of a JUMBF or ISO media file one after the other; ends at the first one that does not fit. */
function listBmffBoxes(bytes) {
    return listParts(walkBmffBoxes(bytes.length), bytes) ?? [];
}
/** Follows those boxes in a file of `bytes` bytes. */
function* walkBmffBoxes(bytes) {
    const boxes = [];
    for (let start = 0; start + 8 <= bytes;) {
        const head = yield { at: start, length: 16 };
        if (head.length < 8)
            break;
        let [size, headBytes] = [head.readUInt32BE(), 8];
        if (size === 1)
            [size, headBytes] = [head.length < 16 ? 0 : Number(head.readBigUInt64BE(8)), 16];
        else if (size === 0)
            size = bytes - start;
        const end = start + size;
        if (size < headBytes || end > bytes)
            break;
        const name = head.toString('latin1', 4, 8);
        boxes.push({ name, start, end, dataStart: start + headBytes, dataEnd: end });
        start = end;
    }
    return boxes;
}

;// CONCATENATED MODULE: ./media/embedded/without-pixels.js






const NOTHING = Buffer.alloc(0);
/** Of a picture without pixels and without a color table. */
const GIF_HEAD = Buffer.concat([Buffer.from('GIF89a'), Buffer.alloc(7)]);
const GIF_TRAILER = Buffer.of(0x3b);
const BMFF = {
    walk: walkBmffBoxes,
    isKept: (name) => name !== 'mdat',
    join: (parts) => Buffer.concat(parts),
};
const CUTS = {
    'image/jpeg': {
        walk: walkJpegParts,
        // The application segments (APP0 to APP15), and the start of scan, up to which the others are followed.
        isKept: (name) => /^(?:e.|da)$/.test(name),
        join: (parts) => Buffer.concat([Buffer.of(0xff, 0xd8), ...parts]),
    },
    'image/png': {
        walk: walkPngParts,
        isKept: (name) => !['IDAT', 'fdAT'].includes(name),
        join: (parts) => Buffer.concat([SIGNATURE, ...parts]),
    },
    'image/webp': {
        walk: walkWebpParts,
        isKept: (name) => !['VP8 ', 'VP8L', 'ALPH', 'ANMF'].includes(name),
        join: webpFile,
    },
    'image/gif': {
        walk: walkGifParts,
        isKept: (name) => name === 'ff',
        join: (parts) => Buffer.concat([GIF_HEAD, ...parts, GIF_TRAILER]),
    },
    'image/avif': BMFF,
    'image/heic': BMFF,
};
/**
 * A picture of `bytes` bytes without its pixels, for looking at what else is in it: a few KB of a file of 20 MB. Empty for a
 * file whose parts cannot be followed, and for types in which there is nothing to find.
 */
async function readWithoutPixels(readAt, bytes, type) {
    const cut = CUTS[type];
    if (cut === undefined)
        return NOTHING;
    const parts = await findParts(cut.walk(bytes), readAt);
    if (parts === undefined)
        return NOTHING;
    const kept = [];
    for (const { start, end } of parts.filter(({ name }) => cut.isKept(name)))
        kept.push(Buffer.from(await readAt(start, end - start)));
    return cut.join(kept);
}

// EXTERNAL MODULE: ./shared/fill-buffer.js
var fill_buffer = __webpack_require__(42621);
;// CONCATENATED MODULE: ./pictures/read-through.js

/** Reads parts of a file through `window`, so that many small ones next to each other take few reads. */
function readThrough(file, window) {
    let start = 0;
    let filled = window.subarray(0, 0);
    return async (at, length) => {
        if (length > window.length)
            return await (0,fill_buffer/* fillBuffer */.Y)(file, Buffer.allocUnsafeSlow(length), at);
        if (at < start || at + length > start + filled.length) {
            filled = await (0,fill_buffer/* fillBuffer */.Y)(file, window, at);
            start = at;
        }
        return filled.subarray(at - start, at - start + length);
    };
}

;// CONCATENATED MODULE: ./pictures/look-into.js
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



/** Of a picture that is looked into, at most so many are in memory besides what is in it without its pixels. */
const WINDOW_BYTES = 64 * 1024;
/**
 * Gives a function that reads the picture at an absolute path without its pixels, one picture at a time. It throws what the file
 * system does.
 */
function createLookInto() {
    const window = Buffer.allocUnsafeSlow(WINDOW_BYTES);
    return async (absolutePath, type) => {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const handle = __addDisposableResource(env_1, await (0,promises_.open)(absolutePath), true);
            const { size } = await handle.stat();
            return await readWithoutPixels(readThrough(handle, window), size, type);
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
    };
}

// EXTERNAL MODULE: ./pictures/rendition-files.js
var rendition_files = __webpack_require__(22775);
;// CONCATENATED MODULE: ./pictures/make-file.js




const DEFAULT_QUALITY = { avif: 60, webp: 80, jpeg: 80, png: 100 };
/** Below this, a picture is visibly damaged: then it is rather too large. */
const LEAST_QUALITY = 30;
/** Makes one rendition of the picture in `file`. `packet`: its XMP. Throws what the engine throws. */
async function makeFile(engine, file, { set, original }, { width, height, type, path }, packet) {
    const format = set.formats.find((each) => rendition_files/* FORMAT_TYPES */._K[each] === type) ?? 'png';
    const encode = async (quality) => {
        const inFile = packet !== undefined && !isTagged(type) && { packet };
        const bytes = await engine.encode({ path: file, type: original.type }, { width, height, format, quality, set, ...inFile });
        if (packet === undefined || !isTagged(type))
            return bytes;
        const written = writeXmp(bytes, type, packet);
        if (!written.ok)
            throw new Error(written.error);
        return written.value;
    };
    const highest = set.quality ?? DEFAULT_QUALITY[format];
    const first = await encode(highest);
    const { maxBytes } = set;
    if (maxBytes === undefined || first.length <= maxBytes)
        return { bytes: first };
    const tooLarge = (bytes) => ({
        bytes,
        warning: `\`${path}\` has ${(0,shared_format/* formatBytes */.z3)(bytes.length)}, more than its \`max-bytes\` (${(0,shared_format/* formatBytes */.z3)(maxBytes)}): choose a smaller width or another format`,
    });
    if (format === 'png')
        return tooLarge(first);
    // The highest quality that fits, to two steps.
    let [fits, above] = [Math.min(LEAST_QUALITY, highest), highest];
    let best = await encode(fits);
    if (best.length > maxBytes)
        return tooLarge(best);
    while (above - fits > 2) {
        const middle = Math.floor((fits + above) / 2);
        const bytes = await encode(middle);
        if (bytes.length > maxBytes)
            above = middle;
        else
            [fits, best] = [middle, bytes];
    }
    return { bytes: best };
}

;// CONCATENATED MODULE: ./pictures/make-renditions.js











/**
 * Makes the files of sets below `folder` (absolute), one after the other; those that are only copied are recorded. `locate`
 * gives the absolute path of an original by its SHA-256, undefined if it cannot be had. Never throws for what a picture or
 * the engine does: the next run tries again.
 */
async function makeRenditions(work, folder, locate, ports) {
    const sets = [];
    const onDisk = new Map();
    const warnings = [];
    const [lookInto, sweep] = [createLookInto(), (0,sweep_buffers/* createBufferSweeper */.Y)()];
    let engine;
    for (const { wanted, make, copy, preview: known = {} } of work) {
        const { set, original, settings, key, mark } = wanted;
        const warn = (text) => {
            warnings.push({ original: original.path, text });
        };
        const files = copy.map(({ to }) => to);
        let preview = known;
        const file = make.length === 0 ? undefined : locate(original.sha256);
        if (make.length > 0 && file === undefined)
            warn('its renditions are not made: the picture is not here');
        if (file !== undefined) {
            const whys = new Set();
            const note = (error) => {
                whys.add(ports.signal.aborted
                    ? 'there was no more time for it; the next run makes them'
                    : (0,describe_error/* describeError */.U)(error));
            };
            try {
                engine ??= loadEngine(ports.engineFolder);
                const [first] = make;
                if (first !== undefined)
                    preview = await engine.preview({ path: file, type: original.type }, { ...first, set });
                const parts = await lookInto(file, original.type);
                for (const each of make) {
                    ports.signal.throwIfAborted();
                    const startedAtMs = ports.clock.now();
                    const packet = renditionPacket(parts, original.type, mark, each.type);
                    try {
                        const { bytes, warning } = await makeFile(engine, file, wanted, each, packet);
                        if (warning !== undefined)
                            warn(warning);
                        onDisk.set(each.path, await write(folder, each.path, bytes));
                        const sha256 = (0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex');
                        files.push({ ...each, sha256, bytes: bytes.length });
                        sweep(bytes.length);
                        ports.log.info(`${each.path}  ${(0,shared_format/* formatBytes */.z3)(bytes.length)}, made in ${(0,duration/* formatDuration */.a3)(ports.clock.now() - startedAtMs)}`);
                    }
                    catch (error) {
                        // Such as a width that its format does not have: the others can be made.
                        note(error);
                    }
                }
            }
            catch (error) {
                note(error);
            }
            for (const why of whys)
                warn(`its renditions ${set.name === '' ? '' : `\`${set.name}\` `}are not all made: ${why}`);
        }
        if (files.length > 0)
            sets.push({ original: original.sha256, key, set: set.name, settings, files, ...preview });
    }
    return { sets, onDisk, warnings };
}
/** Gives the absolute path. */
async function write(folder, name, bytes) {
    const target = external_node_path_.join(folder, ...name.split('/'));
    await (0,promises_.mkdir)(external_node_path_.dirname(target), { recursive: true });
    await (0,promises_.writeFile)(target, bytes);
    return target;
}

// EXTERNAL MODULE: ./plan/made-by.js
var made_by = __webpack_require__(88968);
;// CONCATENATED MODULE: ./media/c2pa/find-manifest.js




/** First bytes of the type of a C2PA manifest store (C2PA 2.2, section 11.1.4.2): `c2pa` and the rest of its UUID. */
const STORE_TYPE = Buffer.from('6332706100110010800000aa00389b71', 'hex');
/** The box of ISO media files that holds a manifest store (C2PA 2.2, appendix A.5.3). */
const BMFF_UUID = Buffer.from('d8fec3d61b0e483c92975828877ec481', 'hex');
const BMFF_TYPES = ['image/avif', 'image/heic', 'video/mp4', 'video/quicktime'];
/**
 * The C2PA manifest store in a picture, as JUMBF; empty if there is one that cannot be put together, undefined if there is
 * none.
 */
function findManifest(bytes, type) {
    if (type === 'image/jpeg')
        return findInJpeg(listJpegParts(bytes) ?? []);
    if (type === 'image/png')
        return listPngParts(bytes)?.find(({ name }) => name === 'caBX')?.data;
    if (type === 'image/webp')
        return listWebpParts(bytes)?.find(({ name }) => name === 'C2PA')?.data;
    return BMFF_TYPES.includes(type) ? findInBmff(bytes) : undefined;
}
/** One store may be cut into several segments (JPEG XT, ISO/IEC 18477-3): each repeats the header of the box. */
function findInJpeg(parts) {
    const segments = parts.filter(({ name, data }) => name === 'eb' && data.length >= 16 && data.toString('latin1', 0, 2) === 'JP');
    const byBox = Map.groupBy(segments, ({ data }) => data.readUInt16BE(2));
    for (const same of byBox.values()) {
        const sorted = same.toSorted((a, b) => a.data.readUInt32BE(4) - b.data.readUInt32BE(4));
        const pieces = sorted.map(({ data }, index) => {
            const isLong = data.readUInt32BE(8) === 1;
            return data.subarray(index === 0 ? 8 : isLong ? 24 : 16);
        });
        const box = Buffer.concat(pieces);
        if (box.includes(STORE_TYPE))
            return box;
    }
    return undefined;
}
function findInBmff(bytes) {
    const box = listBmffBoxes(bytes).find(({ name, data }) => name === 'uuid' && data.subarray(0, 16).equals(BMFF_UUID));
    if (box === undefined)
        return undefined;
    // Version and flags, the purpose with a zero at its end, and for `manifest` an offset of eight bytes.
    const purpose = box.data.indexOf(0, 20);
    return purpose < 0 ? Buffer.alloc(0) : box.data.subarray(purpose + 9);
}

;// CONCATENATED MODULE: ./media/mark/mark-picture.js







/**
 * An original with the mark in its XMP; its pixels and everything else in it stay byte for byte. A property that it has
 * already stays as it is. The error is why it is not marked: anything that is added to a signed picture makes its signature
 * invalid.
 */
function markPicture(bytes, type, mark) {
    if (!isTagged(type))
        return refuse(`${formats/* FORMATS */.hR[type].described} cannot be marked`);
    if (findManifest(bytes, type) !== undefined)
        return refuse('it is signed (C2PA), and any change would make the signature invalid');
    const text = readXmp(bytes, type);
    if (text === undefined)
        return writeXmp(bytes, type, createPacket(mark));
    const packet = parsePacket(text);
    if (packet === undefined)
        return refuse('its XMP cannot be read');
    const whole = parsePacket(readWholeXmp(bytes, type) ?? '') ?? packet;
    if (readProperty(whole, xmp_namespaces.NS.dcterms, 'provenance') !== undefined)
        return refuse('it is signed (C2PA, with a manifest that is not in the file), and any change would make the signature invalid');
    const missing = mark.filter(({ namespace, local }) => readProperty(whole, namespace, local) === undefined);
    const marked = addProperties(packet, missing);
    return marked === text ? { ok: true, value: bytes } : writeXmp(bytes, type, marked);
}
function refuse(error) {
    return { ok: false, error };
}

;// CONCATENATED MODULE: ./media/c2pa/cbor.js
/** More levels and items than any manifest has. */
const cbor_MAX_DEPTH = 40;
const MAX_ITEMS = 100_000;
/** The first value of `bytes`; undefined if it is cut off or malformed. */
function decodeCbor(bytes) {
    try {
        return new Decoder(bytes).read(0);
    }
    catch (error) {
        if (error instanceof RangeError)
            return undefined;
        throw error;
    }
}
class Decoder {
    #at = 0;
    #items = 0;
    #bytes;
    constructor(bytes) {
        this.#bytes = bytes;
    }
    read(depth) {
        this.#items += 1;
        if (depth > cbor_MAX_DEPTH || this.#items > MAX_ITEMS)
            throw new RangeError('too much');
        const head = this.#take(1)[0] ?? 0;
        const [major, info] = [head >> 5, head & 31];
        switch (major) {
            case 0:
                return this.#count(info);
            case 1: {
                const value = this.#count(info);
                return typeof value === 'bigint' ? -1n - value : -1 - value;
            }
            case 2:
                return this.#string(info, depth);
            case 3:
                return this.#string(info, depth).toString('utf8');
            case 4:
                return this.#list(info, depth);
            case 5:
                return this.#map(info, depth);
            case 6:
                this.#count(info);
                return this.read(depth + 1);
            default:
                return this.#simple(info);
        }
    }
    #take(count) {
        const end = this.#at + count;
        if (end > this.#bytes.length)
            throw new RangeError('cut off');
        const taken = this.#bytes.subarray(this.#at, end);
        this.#at = end;
        return taken;
    }
    #count(info) {
        if (info < 24)
            return info;
        if (info > 27)
            throw new RangeError('malformed');
        const bytes = this.#take(2 ** (info - 24));
        if (info < 27)
            return bytes.readUIntBE(0, bytes.length);
        const value = bytes.readBigUInt64BE(0);
        return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value;
    }
    #isAtBreak() {
        if (this.#bytes[this.#at] !== 0xff)
            return false;
        this.#at += 1;
        return true;
    }
    #string(info, depth) {
        if (info !== 31)
            return this.#take(Number(this.#count(info)));
        const pieces = [];
        while (!this.#isAtBreak()) {
            const piece = this.read(depth + 1);
            pieces.push(Buffer.isBuffer(piece) ? piece : Buffer.from(typeof piece === 'string' ? piece : ''));
        }
        return Buffer.concat(pieces);
    }
    #list(info, depth) {
        const items = [];
        const count = info === 31 ? Infinity : Number(this.#count(info));
        while (items.length < count && !(count === Infinity && this.#isAtBreak()))
            items.push(this.read(depth + 1));
        return items;
    }
    #map(info, depth) {
        const entries = [];
        const count = info === 31 ? Infinity : Number(this.#count(info));
        while (entries.length < count && !(count === Infinity && this.#isAtBreak())) {
            const key = this.read(depth + 1);
            entries.push([typeof key === 'object' ? '' : String(key), this.read(depth + 1)]);
        }
        return Object.fromEntries(entries);
    }
    #simple(info) {
        if (info === 20 || info === 21)
            return info === 21;
        if (info === 25)
            this.#take(2);
        if (info === 26)
            return this.#take(4).readFloatBE(0);
        if (info === 27)
            return this.#take(8).readDoubleBE(0);
        if (info === 31)
            throw new RangeError('malformed');
        if (info === 24)
            this.#take(1);
        return null;
    }
}

;// CONCATENATED MODULE: ./media/c2pa/describe-manifest.js




/** Longest text that is repeated from a file. */
const MAX_WORDS = 120;
/** COSE header with the signer's certificates (RFC 9360). */
const CERTIFICATES = '33';
/**
 * What the active manifest of a C2PA manifest store says of itself, in its own words: who signed it, with what it says the
 * picture was made, and the source types that its actions name. Nothing is verified: neither the signature nor the signer.
 */
function describeManifest(store) {
    const [root] = listSuperboxes(store);
    const manifest = root?.inner.at(-1);
    if (manifest === undefined)
        return 'a manifest that cannot be read';
    const find = (label) => manifest.inner.find((each) => label.test(each.label));
    const signer = readSigner(find(/^c2pa\.signature/));
    const generator = readGenerator(find(/^c2pa\.claim/));
    const sources = (find(/^c2pa\.assertions/)?.inner ?? [])
        .filter(({ label }) => label.startsWith('c2pa.actions'))
        .flatMap((actions) => listSourceTypes(contentOf(actions)));
    const said = [
        ...(signer === undefined ? [] : [`signed by ${signer}`]),
        ...(generator === undefined ? [] : [`claim of ${generator}`]),
        ...[...new Set(sources)].map((source) => `source type ${source}`),
    ];
    return said.length === 0 ? 'a manifest that says nothing of its origin' : said.join(', ');
}
function listSuperboxes(bytes, depth = 0) {
    if (depth > 6)
        return [];
    return listBmffBoxes(bytes).flatMap(({ name, data }) => {
        if (name !== 'jumb')
            return [];
        const boxes = listBmffBoxes(data);
        const [description] = boxes;
        if (description?.name !== 'jumd')
            return [];
        const content = boxes.filter((box) => box.name === 'cbor').map((box) => box.data);
        return [{ label: readLabel(description.data), content, inner: listSuperboxes(data, depth + 1) }];
    });
}
/** Behind the type (16 bytes) and the toggles, up to a zero. */
function readLabel(data) {
    const end = data.indexOf(0, 17);
    return data.toString('utf8', 17, end < 0 ? data.length : end);
}
function contentOf(box) {
    const [first] = box?.content ?? [];
    return first === undefined ? undefined : decodeCbor(first);
}
function readGenerator(claim) {
    const value = contentOf(claim);
    const generator = member(value, 'claim_generator');
    if (typeof generator === 'string' && generator.trim() !== '')
        return (0,plain_text/* shorten */.ml)(generator, MAX_WORDS);
    const info = member(value, 'claim_generator_info');
    const first = Array.isArray(info) ? info[0] : info;
    const parts = [member(first, 'name'), member(first, 'version')].filter((part) => typeof part === 'string');
    return parts.length === 0 ? undefined : (0,plain_text/* shorten */.ml)(parts.join('/'), MAX_WORDS);
}
/** The subject of the first certificate of the signature (COSE_Sign1: protected header, header, payload, signature). */
function readSigner(signature) {
    const value = contentOf(signature);
    if (!Array.isArray(value))
        return undefined;
    const [sealed, open] = value;
    const header = Buffer.isBuffer(sealed) ? decodeCbor(sealed) : undefined;
    const chain = [header, open].flatMap((each) => [member(each, CERTIFICATES), member(each, 'x5chain')]);
    const first = chain.find((each) => each !== undefined);
    const certificate = isList(first) ? first[0] : first;
    if (!Buffer.isBuffer(certificate))
        return undefined;
    try {
        const { subject } = new external_node_crypto_.X509Certificate(certificate);
        const names = new Map(subject.split('\n').map((line) => splitOnce(line)));
        const name = names.get('O') ?? names.get('CN');
        return name === undefined ? undefined : (0,plain_text/* shorten */.ml)(name, MAX_WORDS);
    }
    catch {
        return undefined;
    }
}
function splitOnce(line) {
    const at = line.indexOf('=');
    return [line.slice(0, at), line.slice(at + 1)];
}
function listSourceTypes(value) {
    const actions = member(value, 'actions');
    if (!isList(actions))
        return [];
    return actions.flatMap((action) => {
        const source = member(action, 'digitalSourceType');
        return typeof source === 'string' ? [(0,plain_text/* shorten */.ml)(source, MAX_WORDS)] : [];
    });
}
function isList(value) {
    return Array.isArray(value);
}
function member(value, key) {
    if (typeof value !== 'object' || value === null || Array.isArray(value) || Buffer.isBuffer(value))
        return undefined;
    return value[key];
}

;// CONCATENATED MODULE: ./media/mark/read-carried.js







/** Longest text that is repeated from a file. */
const read_carried_MAX_WORDS = 500;
/** What a picture says about its origin; undefined if it says nothing. Nothing is verified. */
function readCarried(bytes, type) {
    const text = readWholeXmp(bytes, type);
    const packet = text === undefined ? undefined : parsePacket(text);
    const mark = packet && readProperty(packet, xmp_namespaces.NS.iptc, 'DigitalSourceType');
    const label = (packet && readProperty(packet, xmp_namespaces.NS.aigc, 'AIGC')) ?? findLabel(bytes, type);
    const c2pa = describeC2pa(bytes, type, packet && readProperty(packet, xmp_namespaces.NS.dcterms, 'provenance'));
    const carried = {
        ...(hasWords(mark) && { mark: (0,plain_text/* shorten */.ml)(mark, read_carried_MAX_WORDS) }),
        ...(hasWords(label) && { label: (0,plain_text/* shorten */.ml)(label, read_carried_MAX_WORDS) }),
        ...(c2pa !== undefined && { c2pa: (0,plain_text/* shorten */.ml)(c2pa, read_carried_MAX_WORDS) }),
    };
    return Object.keys(carried).length === 0 ? undefined : carried;
}
function describeC2pa(bytes, type, link) {
    const manifest = findManifest(bytes, type);
    if (manifest !== undefined)
        return describeManifest(manifest);
    return hasWords(link) ? `a manifest at ${link}` : undefined;
}
function hasWords(text) {
    return text !== undefined && (0,plain_text/* shorten */.ml)(text, 1) !== '';
}

// EXTERNAL MODULE: ./pictures/list-wanted.js + 1 modules
var list_wanted = __webpack_require__(89363);
;// CONCATENATED MODULE: ./run/deliver/pictures/mark-originals.js









/** More than any picture has; a video is not looked into. */
const mark_originals_MAX_BYTES = 100 * 1024 * 1024;
/**
 * The outcomes with what their new pictures say of their origin and, if the spec asks for it, with the mark in them. A picture that
 * cannot be marked stays as the service made it, with a warning. Never throws for what a picture is.
 */
async function markOriginals(outcomes) {
    const looked = [];
    const tools = { lookInto: createLookInto(), sweep: (0,sweep_buffers/* createBufferSweeper */.Y)() };
    for (const outcome of outcomes) {
        if (outcome.state !== 'succeeded') {
            looked.push(outcome);
            continue;
        }
        const warnings = [...outcome.warnings];
        const files = [];
        for (const file of outcome.files) {
            try {
                files.push(await lookAt(file, outcome, warnings, tools));
            }
            catch (error) {
                warnings.push(`\`${file.path}\` was not looked into: ${(0,describe_error/* describeError */.U)(error)}.`);
                files.push(file);
            }
        }
        looked.push({ ...outcome, files, warnings });
    }
    return looked;
}
async function lookAt(file, { edit }, warnings, { lookInto, sweep }) {
    const { absolutePath, type } = file;
    if (!type.startsWith('image/') || file.bytes > mark_originals_MAX_BYTES)
        return file;
    const settings = edit.pictures;
    if (settings?.mark !== 'all')
        return withCarried(file, await lookInto(absolutePath, type));
    const bytes = await (0,promises_.readFile)(absolutePath);
    const marked = markPicture(bytes, type, (0,list_wanted/* markOf */.F)(settings, (0,made_by/* madeBy */.v)(edit)));
    if (!marked.ok)
        warnings.push(`\`${file.path}\` is not marked: ${marked.error}.`);
    const whole = marked.ok ? marked.value : bytes;
    sweep(bytes.length + whole.length);
    const seen = withCarried(file, whole);
    if (whole.equals(bytes))
        return seen;
    // Never half of it in place of what was paid for.
    const aside = `${absolutePath}.marked`;
    await (0,promises_.writeFile)(aside, whole);
    await (0,promises_.rename)(aside, absolutePath);
    return { ...seen, bytes: whole.length, sha256: (0,external_node_crypto_.createHash)('sha256').update(whole).digest('hex') };
}
/** The file with what is said in it of its origin; `bytes`: its own, with or without its pixels. */
function withCarried(file, bytes) {
    const carries = readCarried(bytes, file.type);
    return { ...file, ...(carries !== undefined && { carries }) };
}

;// CONCATENATED MODULE: ./run/deliver/pictures/shown-pictures.js
/**
 * The pictures of an edit that renditions are made of: new ones, those that the branch has, and those that are copied to it.
 * Those that stay on another branch, or that another run delivered meanwhile, are left to the runs of that branch.
 */
function listShown(outcome, copies) {
    const { state, edit, files } = outcome;
    const { action } = edit;
    // Only the kept take is the picture of its edit.
    if (edit.take?.isKept === false)
        return [];
    if (state === 'succeeded')
        return files.map((file) => ({ outcome, file, absolutePath: file.absolutePath }));
    if (state === 'adopted' && action.kind === 'adopt')
        return action.files.flatMap((file) => {
            const absolutePath = copies.get(file.sha256);
            return absolutePath === undefined ? [] : [{ outcome, file, absolutePath }];
        });
    if (state !== 'unchanged' || action.kind !== 'unchanged' || action.on !== undefined)
        return [];
    return action.files.map((file, index) => {
        const from = action.entry.files[index]?.path;
        return { outcome, file, ...(from !== undefined && { from }) };
    });
}

;// CONCATENATED MODULE: ./run/deliver/pictures/prepare-pictures.js
var prepare_pictures_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var prepare_pictures_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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













/** Pictures that were paid for wait for it. What is not made by then is made by the next run. */
const LIMIT_MS = 15 * 60_000;
/**
 * Looks into the new pictures, marks them if the spec asks for it, and makes the renditions that are missing. A rendition that
 * cannot be made is a warning of its edit: the pictures are delivered all the same.
 */
async function preparePictures(ended, request, world) {
    const run = { ...ended, edits: await markOriginals(ended.edits) };
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const limit = prepare_pictures_addDisposableResource(env_1, (0,deadline/* startDeadline */.d)(world.clock, LIMIT_MS, 'the renditions', world.stop), false);
            const { signal } = limit;
            const { branch } = request;
            const shown = run.edits.flatMap((outcome) => listShown(outcome, request.copies));
            const work = findWork(shown, branch);
            const made = await make(work, shown, request, world, signal);
            const warnings = [...work.blocked.map(describeBlocked), ...made.warnings];
            const renditions = describeChange(work, made, request, shown);
            return {
                run: { ...run, edits: run.edits.map((outcome) => withWarnings(outcome, shown, warnings)) },
                ...(renditions !== undefined && { renditions }),
                files: [...made.onDisk.values()],
                made: (0,apply_renditions/* applyRenditions */.WD)({}, { set: made.sets, stale: [], own: [], prune: false }, entriesOf(shown)),
            };
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            prepare_pictures_disposeResources(env_1);
        }
    }
    catch (error) {
        const warning = (0,sentence/* toSentence */.R)(`its renditions were not made: ${(0,describe_error/* describeError */.U)(error)}`);
        const edits = run.edits.map((outcome) => (outcome.edit.pictures?.renditions.length ?? 0) === 0
            ? outcome
            : { ...outcome, warnings: [...outcome.warnings, warning] });
        return { run: { ...run, edits }, files: [], made: {} };
    }
}
function findWork(shown, branch) {
    const byEdit = Map.groupBy(shown, ({ outcome }) => outcome);
    const users = [...byEdit].map(([{ edit }, pictures]) => ({
        ...{ id: edit.id, ...(0,made_by/* madeBy */.v)(edit), settings: edit.pictures },
        shown: pictures.map(({ file }) => file),
    }));
    return (0,find_rendition_work/* findRenditionWork */.bS)(users, branch?.recorded);
}
async function make({ sets }, shown, { folder, branch }, world, signal) {
    // As in most runs: no folder is made for nothing.
    if (sets.length === 0)
        return { sets: [], onDisk: new Map(), warnings: [] };
    const needed = new Set(sets.flatMap((set) => (set.make.length > 0 ? [set.wanted.original.sha256] : [])));
    const onDisk = new Map(shown.flatMap(({ file, absolutePath }) => absolutePath === undefined ? [] : [[file.sha256, absolutePath]]));
    const missing = shown.filter(({ file }) => needed.has(file.sha256) && !onDisk.has(file.sha256));
    const temp = await (0,promises_.mkdtemp)(external_node_path_.join(world.temp, 'dreamina-originals-'));
    try {
        const wanted = missing.flatMap(({ file, from }) => from === undefined ? [] : [{ from, to: file }]);
        if (branch !== undefined && wanted.length > 0) {
            const fetched = await (0,fetch_files/* fetchFiles */.U)(branch, wanted, temp, signal);
            if (!fetched.ok)
                world.log.info(fetched.error.message);
            else
                for (const { sha256, absolutePath } of fetched.value)
                    onDisk.set(sha256, absolutePath);
        }
        return await makeRenditions(sets, folder, (sha256) => onDisk.get(sha256), { ...world, signal });
    }
    finally {
        await (0,promises_.rm)(temp, { recursive: true, force: true });
    }
}
/** Whether a picture leaves its path on the branch. */
function isMoving({ from, file }) {
    return from !== undefined && from !== file.path;
}
/** What the branch's renditions become; undefined if nothing changes. */
function describeChange({ sets, stale, own }, { sets: made, onDisk }, { branch, prune }, shown) {
    if (branch === undefined)
        return undefined;
    const copied = sets.flatMap(({ copy }) => copy.map(({ to, from }) => [to.path, { kind: 'branch', path: from }]));
    const sources = new Map([
        ...copied,
        ...[...onDisk].map(([name, absolutePath]) => [name, { kind: 'disk', absolutePath }]),
    ]);
    const change = { set: made, stale, own, prune, sources };
    const { edits, renditions = {} } = branch.recorded.lock;
    // With entries that are removed or that move, more may go or be stale; those are known only on the tip.
    if (made.length > 0 || (prune && Object.keys(renditions).length > 0 && edits.size > 0))
        return change;
    if (stale.length > 0 && shown.some(isMoving))
        return change;
    const ids = new Set(shown.map(({ outcome }) => outcome.edit.id));
    const others = new Map([...edits].filter(([id]) => !ids.has(id)));
    return (0,external_node_util_.isDeepStrictEqual)((0,apply_renditions/* applyRenditions */.WD)(renditions, change, others), renditions) ? undefined : change;
}
function describeBlocked({ original, path: taken, owner, }) {
    const why = owner === undefined
        ? 'the branch has a file there that this action did not make: remove or rename that file'
        : `the branch has a picture of \`${owner}\` there: choose another \`output\`, or run with \`prune: true\` if no spec has that edit anymore`;
    return { original, text: `its rendition \`${taken}\` is left out, because ${why}` };
}
function withWarnings(outcome, shown, warnings) {
    const own = new Set(shown.filter((each) => each.outcome === outcome).map(({ file }) => file.path));
    const texts = warnings
        .filter(({ original }) => own.has(original))
        .map(({ original, text }) => (0,sentence/* toSentence */.R)(`\`${original}\`: ${text}`));
    return texts.length === 0 ? outcome : { ...outcome, warnings: [...outcome.warnings, ...texts] };
}
function entriesOf(shown) {
    return new Map(shown.map(({ file }) => [file.path, { files: [{ ...file }] }]));
}

// EXTERNAL MODULE: ./git/fetch-history.js
var fetch_history = __webpack_require__(90855);
// EXTERNAL MODULE: ./git/is-built-on.js
var is_built_on = __webpack_require__(96283);
;// CONCATENATED MODULE: ./git/is-descendant.js


/**
 * Whether the commit `newer`, which `ref` (a full name) named on the remote a moment ago, builds on `older`. Both must have
 * been fetched. Fetches the commits between them and before them, without their files.
 */
async function isDescendant(repository, { older, newer, ref }, signal) {
    const fetched = await (0,fetch_history/* fetchHistory */.N)(repository, [ref], signal);
    if (!fetched.ok)
        return fetched;
    return await (0,is_built_on/* isBuiltOn */.K)(repository, { older, newer }, signal);
}

;// CONCATENATED MODULE: ./run/deliver/put-back.js








/**
 * Puts back the pictures of unchanged edits that someone removed from the branch during the run: they are paid for, and
 * they are in the branch's history. If that history was replaced, or cannot be read, the delivery stays as it is, and
 * names them: they may have been removed from it on purpose.
 */
async function putBack(run, found, { opened, folder, inputs, specEdits }, world, signal) {
    const unchanged = listUnchanged(run);
    const left = leftOf(found.branch);
    const lost = new Set(unchanged.map(({ id }) => id).filter((id) => left.some((each) => each.id === id)));
    if (lost.size === 0)
        return found;
    const current = found.isFresh ? found.current : await readAgain(opened, commitDeps(inputs, world, signal));
    if (current === undefined || !(await isHistoryIntact(opened, current, signal)))
        return found;
    const outcomes = run.edits.filter(({ edit }) => lost.has(edit.id) && isAsItWas(edit.id, opened, current));
    const fetched = await (0,fetch_files/* fetchFiles */.U)(opened, outcomes.flatMap(fetch_unchanged/* filesAtStart */.jg), folder, signal);
    if (!fetched.ok) {
        world.log.info(`Pictures that were removed from the branch cannot be put back: ${fetched.error.message}`);
        return found;
    }
    const onDisk = new Map(fetched.value.map(({ path, absolutePath }) => [path, absolutePath]));
    const set = outcomes.flatMap((outcome) => put_back_changeOf(outcome, onDisk));
    const request = { changes: { set, remove: [] }, ...(await describeCommits(inputs, specEdits, world)) };
    const again = await deliverBranch(current, request, commitDeps(inputs, world, signal));
    if (again.kind !== 'committed')
        return found;
    const ids = new Set(set.map(({ id }) => id));
    world.log.info(`Put back on branch ${opened.place.branch} what was removed during the run: ${[...ids].join(', ')}.`);
    const before = found.branch.kind === 'committed' ? found.branch : { changed: [], warnings: [] };
    const branch = {
        ...again,
        changed: [...new Set([...before.changed, ...again.changed])].toSorted(),
        warnings: [...before.warnings, ...again.warnings],
        left: [...left.filter(({ id }) => !ids.has(id)), ...again.left.filter(({ id }) => ids.has(id))],
    };
    return { ...found, branch };
}
async function readAgain(opened, deps) {
    const tip = await (0,read_tip_again/* readTipAgain */.e)(opened, deps);
    return tip.ok ? { repository: opened.repository, place: opened.place, ...tip.value } : undefined;
}
function leftOf(branch) {
    return branch.kind === 'committed' || branch.kind === 'failed' ? branch.left : [];
}
async function isHistoryIntact(opened, { tip }, signal) {
    if (opened.tip === undefined || tip === undefined)
        return false;
    const ref = (0,read_tip/* refOf */.H8)(opened.place);
    const built = await isDescendant(opened.repository, { older: opened.tip, newer: tip, ref }, signal);
    return built.ok && built.value;
}
/** Whether no other run has made the edit again in the meantime. */
function isAsItWas(id, opened, tip) {
    const now = tip.recorded.lock.edits.get(id);
    return now === undefined || (0,external_node_util_.isDeepStrictEqual)(now, opened.recorded.lock.edits.get(id));
}
function put_back_changeOf({ edit: { id, action } }, onDisk) {
    if (action.kind !== 'unchanged')
        return [];
    const { entry, files } = action;
    return [
        {
            id,
            entry,
            sources: files.map(({ path }) => ({ kind: 'copy', absolutePath: onDisk.get(path) ?? '' })),
        },
    ];
}

// EXTERNAL MODULE: ./run/deliver/uncommitted.js
var uncommitted = __webpack_require__(67654);
;// CONCATENATED MODULE: ./run/deliver/deliver-run.js
var deliver_run_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var deliver_run_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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













/** Enough for gigabytes on a slow connection. If it is not, the step says where the files are. */
const DELIVERY_LIMIT_MS = 20 * 60_000;
/**
 * Delivers the pictures: to the branch first, then as an artifact if that is asked for or if the branch did not take
 * everything, so that nothing that was paid for is lost with the runner.
 */
async function deliverRun(ended, request, world) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { inputs, folder, branch: opened, others, debts, parts } = request;
        const isStopped = () => world.stop.aborted;
        if (isStopped())
            return leaveToPost(ended, folder);
        const pictures = await preparePictures(ended, { ...request, prune: inputs.prune }, world);
        const { run } = pictures;
        if (isStopped())
            return leaveToPost(run, folder);
        // Not under the run's deadline: what was paid for is delivered even after it.
        const limit = deliver_run_addDisposableResource(env_1, (0,deadline/* startDeadline */.d)(world.clock, DELIVERY_LIMIT_MS, 'the delivery', world.stop), false);
        const { signal } = limit;
        if (opened === undefined) {
            const branch = { kind: 'none' };
            const branched = { ...run, branch, repositoryUrl: world.repository.url };
            const artifact = await deliverToArtifact(branched, folder, inputs, pictures, world, signal);
            return { edits: run.edits, branch, artifact, hasBegun: true, paidDebts: [] };
        }
        const delivery = await deliverToBranch(run, opened, { ...request, renditions: pictures.renditions }, inputs, world, signal);
        const found = await lookAgain(run, delivery, opened, world, signal);
        const { branch: committed, current } = await putBack(run, found, { opened, folder, inputs, specEdits: request.specEdits }, world, signal);
        const branch = parts === undefined ? committed : creditBranch(committed, run.edits, parts);
        const credit = (edits) => parts === undefined ? edits : creditParts(edits, parts);
        const isAsked = inputs.deliver.includes('artifact') || !isAllOnBranch(run, branch);
        // Someone has to choose: the artifact shows the takes of an edit beside each other.
        const hasTakes = inputs.shard?.kind !== 'part' && // the last job shows those of all jobs
            run.edits.some(({ edit, state }) => state === 'succeeded' && (0,decide_aside/* isAside */.Zl)(edit, inputs.takesOnBranch));
        if (!isAsked && !hasTakes)
            return { edits: credit(run.edits), branch, artifact: { kind: 'none' }, hasBegun: true, paidDebts: [] };
        const edits = await (0,uncommitted/* keepAdopted */.V)(run.edits, branch, request, world.log);
        const ofParts = edits.flatMap((outcome) => (parts && madeByParts(outcome, parts)) ?? []);
        const wanted = new Set([...debts, ...ofParts].map(({ requestId }) => requestId));
        const fetched = await (0,fetch_unchanged/* fetchUnchanged */.MN)({ ...run, edits }, { opened, others, current, folder, owed: wanted }, inputs.artifactContents, world, signal);
        const { run: whole, renditions } = parts === undefined
            ? { run: fetched, renditions: pictures }
            : await collectParts(fetched, pictures, parts, { current, folder }, world, signal);
        const marked = credit((0,uncommitted/* markUncommitted */.J)(whole.edits, branch));
        const done = { ...whole, edits: marked, outcome: (0,decide_outcome/* decideRunOutcome */.qD)(marked) };
        const branched = { ...done, branch, repositoryUrl: world.repository.url };
        const before = await fetchBefore(branched, opened, folder, world, signal);
        const uploaded = await deliverToArtifact(branched, folder, inputs, renditions, world, signal, before);
        // Nothing is lost without it: the branch has everything.
        const isMissed = !isAsked && uploaded.kind === 'failed';
        if (isMissed)
            world.log.info(`There is no artifact with the takes: ${uploaded.message}`);
        const artifact = isMissed ? { kind: 'none' } : uploaded;
        const isPaid = ({ requestId }) => artifact.kind === 'artifact' &&
            whole.edits.some(({ edit, files }) => files.length > 0 && (0,fetch_unchanged/* isOwed */.mR)(edit, new Set([requestId])));
        return { edits: credit(edits), branch, artifact, hasBegun: true, paidDebts: debts.filter(isPaid) };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        deliver_run_disposeResources(env_1);
    }
}
/** A stopped step has no time for it; the post step has minutes. */
function leaveToPost({ edits }, folder) {
    const nothing = { edits, branch: { kind: 'none' }, hasBegun: false, paidDebts: [] };
    if (edits.every(({ state }) => state !== 'succeeded'))
        return { ...nothing, artifact: { kind: 'none' } };
    const message = 'The step was stopped before its pictures were delivered: the post step puts them in an artifact.';
    return { ...nothing, artifact: { kind: 'failed', message, folder } };
}
/** A branch takes only complete edits: the pictures of any other would be lost with the runner. */
function isAllOnBranch({ edits }, branch) {
    if (branch.kind === 'failed' || (branch.kind === 'committed' && branch.left.length > 0))
        return false;
    return edits.every(({ state, files }) => state === 'succeeded' || files.length === 0);
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
