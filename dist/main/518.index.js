export const id = 518;
export const ids = [518];
export const modules = {

/***/ 49615:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ findArtifactFault)
/* harmony export */ });
/**
 * Why the artifact service cannot accept anything from this step, as far as the runner's environment shows; undefined
 * if it seems to be available. These are the conditions of `@actions/artifact`, which checks them only when it uploads.
 */
function findArtifactFault(env, serverUrl) {
    const host = URL.parse(serverUrl)?.hostname ?? '';
    // GitHub Enterprise Server has an older artifact service, and other servers have none of this kind.
    if (host !== 'github.com' && !/\.(?:ghe\.com|localhost)$/i.test(host))
        return `${host === '' ? serverUrl : host} does not take artifacts of this kind: only github.com and ghe.com do`;
    const missing = ['ACTIONS_RUNTIME_TOKEN', 'ACTIONS_RESULTS_URL'].filter((name) => !env[name]);
    if (missing.length > 0)
        return `${missing.join(' and ')} not set, as only the runner of a workflow does`;
    return mayWriteResults(env['ACTIONS_RUNTIME_TOKEN'] ?? '')
        ? undefined
        : 'ACTIONS_RUNTIME_TOKEN does not permit it (it has no scope `Actions.Results`)';
}
/** Whether the scopes of a runner's token (a JWT) name the run and the job that artifacts belong to. */
function mayWriteResults(token) {
    const [, body = ''] = token.split('.');
    let claims;
    try {
        claims = JSON.parse(Buffer.from(body, 'base64url').toString());
    }
    catch {
        return false;
    }
    const scopes = typeof claims === 'object' && claims !== null && 'scp' in claims ? claims.scp : '';
    return typeof scopes === 'string' && /(?:^| )Actions\.Results:[^: ]+:[^: ]+(?: |$)/.test(scopes);
}


/***/ }),

/***/ 13614:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ describeUnsigned)
/* harmony export */ });
/* harmony import */ var _shared_sentence_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47730);
/* harmony import */ var _branch_paths_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39799);


/** Why there is no signed commit, and what to do; pure. */
function describeUnsigned({ kind, why }, branch) {
    const what = (0,_shared_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .toSentence */ .R)(`branch ${(0,_branch_paths_js__WEBPACK_IMPORTED_MODULE_1__/* .quotePath */ .WG)(branch)} cannot get a signed commit: ${why}`);
    switch (kind) {
        case 'unsigned':
            return `${what} It signs only commits of an app, so leave the input \`github-token\` out, or use the token of a GitHub App; otherwise remove \`sign-commits\`.`;
        case 'denied':
            return `${what} Give the job \`permissions: contents: write\`, or a token with that right in the input \`github-token\`.`;
        case 'refused':
            return `${what} Remove \`sign-commits\` if the branch does not need signed commits.`;
        case 'offline':
            return `${what} GitHub could not be reached; run it again later.`;
    }
}


/***/ }),

/***/ 53277:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ describeLeft)
/* harmony export */ });
/* harmony import */ var _shared_list_some_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65020);
/* harmony import */ var _branch_paths_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39799);


/** More would hide the message that they are part of. */
const MOST_REASONS = 5;
/** Why each of some edits is not on the branch. */
function describeLeft(left) {
    return (0,_shared_list_some_js__WEBPACK_IMPORTED_MODULE_0__/* .listStatements */ .l)(left.map(({ id, reason }) => `${(0,_branch_paths_js__WEBPACK_IMPORTED_MODULE_1__/* .quotePath */ .WG)(id)}: ${reason}`), MOST_REASONS);
}


/***/ }),

/***/ 14218:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ blobsOf),
/* harmony export */   U: () => (/* binding */ fetchFiles)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(46466);
/* harmony import */ var _git_read_blobs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(73029);
/* harmony import */ var _branch_paths_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(39799);
/* harmony import */ var _describe_git_error_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(45157);








/** Object names of files of the branch, as far as they are there. */
function blobsOf({ place, tree }, files) {
    return files.flatMap(({ from }) => {
        const file = tree.get((0,_branch_paths_js__WEBPACK_IMPORTED_MODULE_6__/* .fromRoot */ .tc)(place, from));
        return file !== undefined && (0,_branch_paths_js__WEBPACK_IMPORTED_MODULE_6__/* .isPlainFile */ .Dn)(file) ? [file.blob] : [];
    });
}
/**
 * Brings files of the branch to disk, below `folder` (absolute): one fetch for all of them. Files that came before an
 * error stay. A file that is not what the lock file says is an error, and is removed again.
 */
async function fetchFiles({ repository, place, tree }, files, folder, signal) {
    const blobs = [];
    for (const { from } of files) {
        const file = tree.get((0,_branch_paths_js__WEBPACK_IMPORTED_MODULE_6__/* .fromRoot */ .tc)(place, from));
        if (file === undefined || !(0,_branch_paths_js__WEBPACK_IMPORTED_MODULE_6__/* .isPlainFile */ .Dn)(file))
            return lost(`${where(from)} does not exist.`);
        blobs.push(file.blob);
    }
    const fetched = await (0,_git_read_blobs_js__WEBPACK_IMPORTED_MODULE_5__/* .fetchBlobs */ .HP)(repository, blobs, signal);
    if (!fetched.ok)
        return unfetched(fetched.error);
    const fetchedFiles = [];
    for (const [index, { from, to }] of files.entries()) {
        const absolutePath = node_path__WEBPACK_IMPORTED_MODULE_3__.join(folder, ...to.path.split('/'));
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)(node_path__WEBPACK_IMPORTED_MODULE_3__.dirname(absolutePath), { recursive: true });
        const saved = await (0,_git_read_blobs_js__WEBPACK_IMPORTED_MODULE_5__/* .saveBlob */ .H4)(repository, blobs[index] ?? '', absolutePath, signal);
        if (!saved.ok)
            return unfetched(saved.error);
        if ((await hashFile(absolutePath)) !== to.sha256) {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(absolutePath, { force: true });
            const what = `${where(from)} is not the file that the lock file records`;
            return lost(`${what}: restore it from the branch's history, or make the edit again with the input \`force\`.`);
        }
        fetchedFiles.push({ ...to, absolutePath });
    }
    return { ok: true, value: fetchedFiles };
    function lost(message) {
        return { ok: false, error: { isLost: true, message } };
    }
    function unfetched(error) {
        const message = (0,_describe_git_error_js__WEBPACK_IMPORTED_MODULE_7__/* .describeGitError */ .e)(error, 'read', place, repository.remote);
        return { ok: false, error: { isLost: false, message } };
    }
    function where(file) {
        return `${(0,_branch_paths_js__WEBPACK_IMPORTED_MODULE_6__/* .quotePath */ .WG)((0,_branch_paths_js__WEBPACK_IMPORTED_MODULE_6__/* .fromRoot */ .tc)(place, file))} on branch ${(0,_branch_paths_js__WEBPACK_IMPORTED_MODULE_6__/* .quotePath */ .WG)(place.branch)}`;
    }
}
async function hashFile(file) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_4__.pipeline)((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(file), hash);
    return hash.digest('hex');
}


/***/ }),

/***/ 27954:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ reportOutputs)
/* harmony export */ });
/* harmony import */ var _count_edits_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3199);
/* harmony import */ var _pull_outcome_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38536);
/* harmony import */ var _sum_costs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1064);



/**
 * The action's outputs by name. During a run they hold what is true if it ends right now, because the runner reads
 * them even after a kill: `outcome` is `incomplete`, and edits in flight count as pending.
 *
 * @param resultsFile path of the results file
 */
function reportOutputs(run, resultsFile) {
    const counts = (0,_count_edits_js__WEBPACK_IMPORTED_MODULE_0__/* .countStates */ .c)(run.edits);
    const underWay = run.edits.filter((edit) => edit.state === 'open' && edit.requestId !== undefined);
    const { knownUsd } = (0,_sum_costs_js__WEBPACK_IMPORTED_MODULE_1__/* .sumCosts */ .A)(run.edits);
    return {
        outcome: 'outcome' in run ? run.outcome : 'incomplete',
        'results-file': resultsFile,
        planned: String(run.edits.filter(({ edit }) => WANTED.has(edit.action.kind)).length),
        succeeded: String(counts.succeeded),
        failed: String(counts.failed),
        pending: String(counts.pending + counts.unknown + underWay.length),
        adopted: String(counts.adopted),
        unchanged: String(counts.unchanged),
        'cost-usd': knownUsd === undefined ? '' : String(knownUsd),
        ...branchOutputs('branch' in run ? run.branch : { kind: 'none' }),
        'pull-request-url': (0,_pull_outcome_js__WEBPACK_IMPORTED_MODULE_2__/* .pullUrl */ .X)('pull' in run ? run.pull : undefined),
        ...artifactOutputs('delivery' in run ? run.delivery : { kind: 'none' }),
    };
}
/** Actions on which the run has something to make: all but `unchanged`, `adopt` and `skip`. */
const WANTED = new Set([
    'submit',
    'collect',
    'other-run',
    'hold',
    'share',
]);
/** All outputs of a job share 1 MB; the results file has all paths. */
const CHANGED_CHARACTERS = 10_000;
function branchOutputs(branch) {
    switch (branch.kind) {
        case 'committed':
            return {
                branch: branch.branch,
                'commit-sha': branch.commit,
                changed: wholeLines(branch.changed, CHANGED_CHARACTERS),
            };
        case 'unchanged':
            // Without a commit the branch does not exist, so it is not named.
            return {
                branch: branch.commit === undefined ? '' : branch.branch,
                'commit-sha': branch.commit ?? '',
                changed: '',
            };
        case 'none':
        case 'failed':
            return { branch: '', 'commit-sha': '', changed: '' };
    }
}
/** The first whole lines that together fit into `max` characters, including the line feeds between them. */
function wholeLines(lines, max) {
    const text = lines.join('\n');
    if (text.length <= max)
        return text;
    return text.slice(0, Math.max(0, text.lastIndexOf('\n', max)));
}
function artifactOutputs(delivery) {
    switch (delivery.kind) {
        case 'artifact':
            return {
                'artifact-name': delivery.name,
                'artifact-id': String(delivery.id),
                'artifact-url': delivery.url,
                'artifact-digest': delivery.digest,
            };
        case 'none':
        case 'failed':
            return { 'artifact-name': '', 'artifact-id': '', 'artifact-url': '', 'artifact-digest': '' };
    }
}


/***/ }),

/***/ 1697:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K: () => (/* binding */ writeResults)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./report/branch-files.js
var branch_files = __webpack_require__(44128);
// EXTERNAL MODULE: ./report/count-edits.js
var count_edits = __webpack_require__(3199);
// EXTERNAL MODULE: ./report/decide-outcome.js
var decide_outcome = __webpack_require__(81435);
;// CONCATENATED MODULE: ./report/results-delivery.js
/** The artifact as it appears in the results file. */
function describeDelivery(delivery) {
    switch (delivery.kind) {
        case 'artifact': {
            const { kind, name, id, url, digest, bytes, files } = delivery;
            return { kind, name, id, url, digest, bytes, files };
        }
        case 'none':
            return { kind: delivery.kind };
        case 'failed':
            return { kind: delivery.kind, message: delivery.message, folder: delivery.folder };
    }
}
/** The branch as it appears in the results file. All kinds have the same keys, so a reader need not check the kind first. */
function describeBranch(delivery) {
    const committed = delivery.kind === 'committed' ? delivery : undefined;
    const named = delivery.kind === 'none' ? undefined : delivery;
    return {
        kind: delivery.kind,
        branch: named?.branch ?? null,
        directory: named?.directory ?? null,
        commit: (named?.kind === 'failed' ? undefined : named?.commit) ?? null,
        changed: committed?.changed ?? [],
        warnings: committed?.warnings ?? [],
        left: (delivery.kind === 'failed' ? delivery.left : (committed?.left ?? [])).map(({ id, reason }) => ({
            id,
            reason,
        })),
        message: delivery.kind === 'failed' ? delivery.message : null,
    };
}

// EXTERNAL MODULE: ./report/sum-costs.js
var sum_costs = __webpack_require__(1064);
// EXTERNAL MODULE: ./report/pictures-before.js
var pictures_before = __webpack_require__(80017);
// EXTERNAL MODULE: ./report/request-of.js + 1 modules
var request_of = __webpack_require__(96711);
;// CONCATENATED MODULE: ./report/render-results.js







/** Raised whenever programs that read the results file would have to change. */
const SCHEMA_VERSION = 1;
/**
 * The results file as JSON text. Keys are camelCase and always present, in a fixed order. A value that is unknown or
 * does not apply is `null`, never 0. Durations are in milliseconds, money is in USD, times are ISO 8601 (UTC).
 *
 * A file that is written during the run has the same form with `"complete": false`: edits that have not ended are
 * `open`, with their request id as soon as there is one. The file inside the artifact is written before the
 * upload, so its `delivery` is `null`. `branch` is `null` until the branch is delivered.
 */
function renderResults(run) {
    const branchAddress = 'branch' in run ? (0,branch_files/* createBranchAddress */.$A)(run) : undefined;
    const was = 'outcome' in run ? run.before : undefined;
    const costs = (0,sum_costs/* sumCosts */.A)(run.edits);
    const results = {
        schemaVersion: SCHEMA_VERSION,
        complete: 'outcome' in run,
        outcome: 'outcome' in run ? run.outcome : null,
        model: findOnlyModel(run.edits),
        startedAt: new Date(run.startedAtMs).toISOString(),
        elapsedMs: run.elapsedMs,
        totals: { edits: run.edits.length, ...(0,count_edits/* countStates */.c)(run.edits) },
        costUsd: costs.knownUsd ?? null,
        editsOfUnknownCost: costs.unknownEdits,
        delivery: 'delivery' in run ? describeDelivery(run.delivery) : null,
        branch: 'branch' in run ? describeBranch(run.branch) : null,
        problems: run.problems.map(describeProblem),
        edits: run.edits.map((edit) => {
            const heldBy = 'branch' in run && edit.state !== 'open' ? (0,branch_files/* heldByCommit */.yZ)(edit, run.branch) : undefined;
            const isThere = edit.state !== 'open' && !isElsewhere(edit) && branchAddress?.(edit) !== undefined;
            const before = was === undefined ? [] : (0,pictures_before/* listBefore */.C)(was, edit.edit);
            return {
                ...describeEdit(edit, isThere && heldBy === undefined, heldBy),
                before: replaced(edit, before),
            };
        }),
    };
    return `${JSON.stringify(results, null, 2)}\n`;
}
/** The model of all edits; `null` if they have several, or if there are none. */
function findOnlyModel(edits) {
    const [only, ...others] = new Set(edits.map(({ edit }) => edit.model));
    return others.length === 0 ? (only ?? null) : null;
}
function describeEdit(edit, onBranch, heldBy) {
    const { edit: request, state } = edit;
    const ended = state === 'open' ? undefined : edit;
    return {
        id: request.id,
        key: request.key,
        matrix: request.matrix,
        take: describeTake(request.take),
        description: request.description ?? null,
        state,
        action: request.action.kind,
        sharedWith: request.action.kind === 'share' ? request.action.with : null,
        otherBranch: describeOtherBranch(request.action),
        heldBy: heldBy ?? null,
        fingerprint: request.fingerprint,
        requestId: (0,request_of/* requestOf */.f)(edit) ?? null,
        files: (ended === undefined ? [] : (0,branch_files/* filesOf */.R8)(ended)).map(({ path, sha256, bytes, type, width, height, ...rest }) => ({
            ...{ path, sha256, bytes, type },
            ...{ width: width ?? null, height: height ?? null, onBranch },
            carries: describeCarried(rest),
        })),
        costUsd: ended?.costUsd ?? null,
        timings: describeTimings(ended?.timings ?? {}),
        error: ended?.error === undefined ? null : { code: ended.error.code, message: ended.error.message },
        skippedBecause: skipReason(ended),
        warnings: ended?.warnings ?? [],
        prompt: request.prompt,
        references: request.images.map(describeReference),
        model: request.model,
        options: request.options,
        size: request.size?.wire ?? null,
        scale: request.scale ?? null,
        forceSingle: request.forceSingle,
        output: request.output,
        at: describePosition(request.at),
    };
}
/** The pictures that an edit of this run has taken the place of, each in a commit that has it. */
function replaced(edit, before) {
    if (edit.state !== 'succeeded' && edit.state !== 'adopted')
        return [];
    const now = new Set((0,branch_files/* filesOf */.R8)(edit).map(({ sha256 }) => sha256));
    return before.flatMap((picture) => picture === undefined || now.has(picture.sha256)
        ? []
        : [{ path: picture.path, commit: picture.commit, sha256: picture.sha256 }]);
}
/** Which take of its edit it is; `null` if there is only one. */
function describeTake(take) {
    if (take === undefined)
        return null;
    const { edit, number, of, isKept } = take;
    return { edit, number, of, isKept };
}
/** What a picture says of its origin; `null` if it says nothing, or if it was not looked for. */
function describeCarried({ carries }) {
    if (carries === undefined)
        return null;
    const { mark, label, c2pa } = carries;
    return { mark: mark ?? null, label: label ?? null, c2pa: c2pa ?? null };
}
/** The branch that has the pictures of an edit, or from which they were copied; `null` if they are the branch's own. */
function describeOtherBranch(action) {
    if (!('on' in action))
        return null;
    const { branch, commit } = action.on;
    return { branch, commit };
}
/** Whether the pictures stay on another branch. */
function isElsewhere({ edit: { action } }) {
    return action.kind === 'unchanged' && action.on !== undefined;
}
/** Why the plan left the edit out on purpose; `null` if it did not. */
function skipReason(outcome) {
    if (outcome === undefined || !(0,decide_outcome/* isSkippedOnPurpose */.mg)(outcome))
        return null;
    return outcome.edit.action.kind === 'skip' ? outcome.edit.action.reason : null;
}
function describeTimings(timings) {
    return {
        queuedMs: timings.queuedMs ?? null,
        runningMs: timings.runningMs ?? null,
        downloadMs: timings.downloadMs ?? null,
        totalMs: timings.totalMs ?? null,
    };
}
function describeReference(image) {
    switch (image.kind) {
        case 'file': {
            const { kind, path, sha256, bytes, type, width, height } = image;
            return { kind, path, sha256, bytes, type, width, height, option: image.option ?? null };
        }
        case 'url':
            return { kind: image.kind, url: image.url, option: image.option ?? null };
        case 'edit':
            return { kind: image.kind, edit: image.id, option: image.option ?? null };
    }
}
function describeProblem({ severity, message, at }) {
    return { severity, message, at: at === undefined ? null : describePosition(at) };
}
function describePosition({ file, line, column }) {
    return { file, line, column };
}

;// CONCATENATED MODULE: ./report/write-results.js


/**
 * Writes the results file in one step (a temporary file is renamed over it), so that a reader never sees half of it,
 * even after a kill. Calls for the same path must not overlap. Throws as `node:fs` does.
 */
async function writeResults(path, run) {
    const beside = `${path}.part`;
    await (0,promises_.writeFile)(beside, renderResults(run));
    await (0,promises_.rename)(beside, path);
}


/***/ }),

/***/ 53254:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ wantedOf),
/* harmony export */   m: () => (/* binding */ fetchCopies)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _deliver_branch_branch_paths_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(39799);
/* harmony import */ var _deliver_branch_describe_git_error_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(45157);
/* harmony import */ var _deliver_branch_fetch_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14218);
/* harmony import */ var _git_read_blobs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73029);
/* harmony import */ var _git_retry_offline_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(72838);
/* harmony import */ var _media_identify_content_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2936);
/* harmony import */ var _other_branches_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(40677);
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
 * Brings the pictures that a plan adopts to disk, below `folder` (absolute), before anything is sent: from then on, it does
 * not matter what becomes of the branches that they are on. One fetch for each branch. The error is what keeps all of them
 * from being fetched. Throws the signal's reason.
 */
async function fetchCopies({ edits }, others, folder, deps) {
    const adopted = edits.flatMap(({ id, action }) => (action.kind === 'adopt' ? [{ id, action }] : []));
    const copies = new Map();
    const failed = [];
    for (const [index, [branch, same]] of [
        ...Map.groupBy(adopted, ({ action }) => (0,_other_branches_js__WEBPACK_IMPORTED_MODULE_6__/* .branchOf */ .W0)(action, undefined, others)),
    ].entries()) {
        const refuse = (why) => {
            const message = `Pictures of branch ${(0,_deliver_branch_branch_paths_js__WEBPACK_IMPORTED_MODULE_7__/* .quotePath */ .WG)(branch.place.branch)} cannot be copied, so nothing was sent: ${why}`;
            return { ok: false, error: { severity: 'error', message } };
        };
        const fault = await fetchAhead(branch, same, deps);
        if (fault !== undefined)
            return refuse(fault);
        for (const { id, action } of same) {
            const files = wantedOf(action);
            const fetched = await (0,_deliver_branch_fetch_files_js__WEBPACK_IMPORTED_MODULE_2__/* .fetchFiles */ .U)(branch, files, node_path__WEBPACK_IMPORTED_MODULE_1__.join(folder, String(index)), deps.signal);
            deps.signal.throwIfAborted();
            if (!fetched.ok && !fetched.error.isLost)
                return refuse(fetched.error.message);
            const why = fetched.ok ? await findOddFile(fetched.value, branch) : fetched.error.message;
            if (why !== undefined)
                failed.push({ id, action, why });
            else if (fetched.ok)
                for (const { sha256, absolutePath } of fetched.value)
                    copies.set(sha256, absolutePath);
        }
    }
    return { ok: true, value: { copies, failed } };
}
/**
 * What is wrong with files whose bytes are not of the type that the lock file says. Anyone who may push to that branch could
 * put them there, and they would be published as pictures.
 */
async function findOddFile(files, { place }) {
    for (const { absolutePath, path: name, type } of files) {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const handle = __addDisposableResource(env_1, await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(absolutePath), true);
            const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(_media_identify_content_js__WEBPACK_IMPORTED_MODULE_5__/* .IDENTITY_BYTES */ .Hc) });
            const identity = (0,_media_identify_content_js__WEBPACK_IMPORTED_MODULE_5__/* .identifyContent */ .Ui)(buffer.subarray(0, bytesRead));
            if (identity.kind === 'media' && identity.type === type)
                continue;
            return `${(0,_deliver_branch_branch_paths_js__WEBPACK_IMPORTED_MODULE_7__/* .quotePath */ .WG)(name)} on branch ${(0,_deliver_branch_branch_paths_js__WEBPACK_IMPORTED_MODULE_7__/* .quotePath */ .WG)(place.branch)} is ${identity.described}, and not the picture that the lock file records.`;
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
    return undefined;
}
/** The files of an edit whose pictures exist: as they are on their branch, and as the spec wants them. */
function wantedOf({ entry, files }) {
    return files.map((to, index) => ({ from: entry.files[index]?.path ?? to.path, to }));
}
/** Fetches all pictures of one branch at once, and says why that is impossible. */
async function fetchAhead(branch, adopted, deps) {
    const { repository, place } = branch;
    const blobs = adopted.flatMap(({ action }) => (0,_deliver_branch_fetch_files_js__WEBPACK_IMPORTED_MODULE_2__/* .blobsOf */ .O)(branch, wantedOf(action)));
    const fetched = await (0,_git_retry_offline_js__WEBPACK_IMPORTED_MODULE_4__/* .retryOffline */ .C)(async () => await (0,_git_read_blobs_js__WEBPACK_IMPORTED_MODULE_3__/* .fetchBlobs */ .HP)(repository, blobs, deps.signal), deps);
    deps.signal.throwIfAborted();
    return fetched.ok ? undefined : (0,_deliver_branch_describe_git_error_js__WEBPACK_IMPORTED_MODULE_8__/* .describeGitError */ .e)(fetched.error, 'read', place, repository.remote);
}


/***/ }),

/***/ 1549:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MN: () => (/* binding */ fetchUnchanged),
/* harmony export */   jg: () => (/* binding */ filesAtStart),
/* harmony export */   mR: () => (/* binding */ isOwed),
/* harmony export */   xT: () => (/* binding */ isDeliveredMeanwhile)
/* harmony export */ });
/* harmony import */ var _deliver_branch_fetch_files_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14218);
/* harmony import */ var _plan_outputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(56987);
/* harmony import */ var _adopt_fetch_copies_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53254);
/* harmony import */ var _adopt_other_branches_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(40677);




/** Whether another run delivered the edit after this run had planned to make it. */
function isDeliveredMeanwhile({ state, edit }) {
    const { kind } = edit.action;
    return state === 'unchanged' && kind !== 'unchanged' && kind !== 'aside';
}
/**
 * Fetches files of the branch for the artifact: those of edits that another run delivered in the meantime, those that an
 * earlier run could not upload and, with the contents `all`, those of every unchanged edit. Returns the run with them; if
 * they cannot be fetched, the log says why, and the run stays as it is.
 */
async function fetchUnchanged(run, { opened, others, current, folder, owed, }, contents, { log }, signal) {
    const unchanged = run.edits
        .filter(({ edit, files }) => files.length === 0 && (contents === 'all' || isOwed(edit, owed)))
        .flatMap((outcome) => {
        const { action } = outcome.edit;
        return (0,_plan_outputs_js__WEBPACK_IMPORTED_MODULE_1__/* .hasPictures */ .MB)(action) ? [{ branch: (0,_adopt_other_branches_js__WEBPACK_IMPORTED_MODULE_3__/* .branchOf */ .W0)(action, opened, others), outcome }] : [];
    });
    const meanwhile = run.edits.filter(isDeliveredMeanwhile).flatMap(filesAtEnd);
    const byPath = new Map();
    for (const [branch, files] of [
        ...[...Map.groupBy(unchanged, ({ branch }) => branch)].map(([branch, same]) => [branch, same.flatMap(({ outcome }) => filesAtStart(outcome))]),
        [current, meanwhile],
    ]) {
        if (files.length === 0)
            continue;
        const fetched = await (0,_deliver_branch_fetch_files_js__WEBPACK_IMPORTED_MODULE_0__/* .fetchFiles */ .U)(branch, files, folder, signal);
        if (!fetched.ok) {
            log.info(`The artifact holds only pictures that this run made: ${fetched.error.message}`);
            return run;
        }
        for (const file of fetched.value)
            byPath.set(file.path, file);
    }
    if (byPath.size === 0)
        return run;
    const edits = run.edits.map((outcome) => ({
        ...outcome,
        files: [...outcome.files, ...outcome.unchangedFiles.flatMap(({ path }) => byPath.get(path) ?? [])],
    }));
    return { ...run, edits };
}
/** Whether the pictures of an unchanged edit are among those that are `owed` (request ids) to the artifact. */
function isOwed({ action }, owed) {
    return (0,_plan_outputs_js__WEBPACK_IMPORTED_MODULE_1__/* .hasPictures */ .MB)(action) && owed.has(action.entry.requestId);
}
/** Files of an edit that the plan found on a branch, at the paths they had then. */
function filesAtStart({ edit: { action } }) {
    return (0,_plan_outputs_js__WEBPACK_IMPORTED_MODULE_1__/* .hasPictures */ .MB)(action) ? (0,_adopt_fetch_copies_js__WEBPACK_IMPORTED_MODULE_2__/* .wantedOf */ .L)(action) : [];
}
function filesAtEnd({ unchangedFiles }) {
    return unchangedFiles.map((to) => ({ from: to.path, to }));
}


/***/ }),

/***/ 67654:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ markUncommitted),
/* harmony export */   V: () => (/* binding */ keepAdopted)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _deliver_branch_branch_paths_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(39799);
/* harmony import */ var _plan_outputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(56987);
/* harmony import */ var _shared_describe_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(82129);





/**
 * The outcomes once it is known what came to the branch; pure. Pictures that exist already, and that the run was to copy or to
 * move there, count as there only if they are: otherwise they are left to the next run.
 */
function markUncommitted(edits, branch) {
    return edits.map((outcome) => {
        const missing = isBrought(outcome) ? whyMissing(outcome.edit.id, branch) : undefined;
        if (missing === undefined)
            return outcome;
        const error = { code: 'not-committed', message: describeMissing(outcome, missing) };
        return { ...outcome, state: 'pending', job: { kind: 'none' }, unchangedFiles: [], error };
    });
}
/**
 * The outcomes with the adopted pictures that did not come to the branch among their files, copied below the output folder
 * (absolute path): the artifact gets them. Those that cannot be copied are still on their own branch; the log says so.
 */
async function keepAdopted(edits, branch, { copies, folder }, log) {
    const kept = [];
    for (const outcome of edits) {
        const { edit, state } = outcome;
        const isMissing = state === 'adopted' && whyMissing(edit.id, branch) !== undefined;
        if (!isMissing || edit.action.kind !== 'adopt') {
            kept.push(outcome);
            continue;
        }
        try {
            const files = [];
            for (const file of edit.action.files) {
                const absolutePath = node_path__WEBPACK_IMPORTED_MODULE_1__.join(folder, ...file.path.split('/'));
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(absolutePath), { recursive: true });
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.copyFile)(copies.get(file.sha256) ?? '', absolutePath);
                files.push({ ...file, absolutePath });
            }
            kept.push({ ...outcome, files });
        }
        catch (error) {
            log.info(`The artifact does not hold the pictures of ${edit.id}: ${(0,_shared_describe_error_js__WEBPACK_IMPORTED_MODULE_3__/* .describeError */ .U)(error)}.`);
            kept.push(outcome);
        }
    }
    return kept;
}
/** Whether the pictures exist, and the commit of the run was to bring them to where the spec wants them. */
function isBrought({ edit, state }) {
    if (state === 'adopted')
        return true;
    const { action } = edit;
    return (state === 'unchanged' && action.kind === 'unchanged' && action.on === undefined && !(0,_plan_outputs_js__WEBPACK_IMPORTED_MODULE_2__/* .isUntouched */ .O2)(edit));
}
/** Why the branch does not have an edit as the run was to bring it there; undefined if it has. */
function whyMissing(id, branch) {
    switch (branch.kind) {
        case 'none':
            return { reason: 'the step was stopped before' };
        case 'unchanged':
            return undefined;
        case 'committed':
            return branch.left.find((each) => each.id === id);
        case 'failed':
            // If others were left out, this one was not: there was nothing to commit of it.
            return branch.left.length === 0
                ? { reason: 'the commit could not be delivered' }
                : branch.left.find((each) => each.id === id);
    }
}
function describeMissing({ edit: { action } }, { reason, remedy }) {
    const isCopy = action.kind === 'adopt';
    const was = isCopy
        ? `were not copied from branch ${(0,_deliver_branch_branch_paths_js__WEBPACK_IMPORTED_MODULE_4__/* .quotePath */ .WG)(action.on.branch)}`
        : 'were not moved to their new paths';
    const brings = `${isCopy ? 'copies' : 'moves'} them, at no cost`;
    const there = isCopy ? '' : 'are on the branch, but ';
    if (remedy === undefined)
        return `Its pictures ${there}${was}: ${reason}. The next run ${brings}.`;
    switch (remedy) {
        case 'make-again':
            return `Its pictures ${was}: ${reason}.`;
        case 'clear-path':
            return `Its pictures ${there}${was}: ${reason}. Give the edit another \`output\`, use another \`branch-directory\`, or remove the file: then the next run ${brings}.`;
        case 'wait-for-path':
            return `Its pictures ${there}${was}: ${reason}. The next run ${brings}, if that path is free by then.`;
    }
}


/***/ }),

/***/ 3408:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   As: () => (/* binding */ describeReport),
/* harmony export */   LU: () => (/* binding */ createReport),
/* harmony export */   as: () => (/* binding */ isAllDone),
/* harmony export */   wI: () => (/* binding */ judgeReport),
/* harmony export */   wP: () => (/* binding */ isWhole)
/* harmony export */ });
/* harmony import */ var _deliver_branch_describe_left_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(53277);
/* harmony import */ var _deliver_uncommitted_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67654);
/* harmony import */ var _report_decide_outcome_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(81435);
/* harmony import */ var _report_summary_totals_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(32290);
/* harmony import */ var _shared_format_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19612);





/** The whole report. A run whose pictures are not where they belong is not complete, whatever its edits say. */
function createReport(ended, { edits: delivered, branch, artifact }, repository) {
    const isDelivered = deliveryFailures(branch, artifact).length === 0;
    const edits = (0,_deliver_uncommitted_js__WEBPACK_IMPORTED_MODULE_0__/* .markUncommitted */ .J)(delivered, branch);
    return {
        ...ended,
        edits: edits.map((outcome) => withWhereabouts(outcome, artifact)),
        delivery: artifact,
        branch,
        repositoryUrl: repository.url,
        outcome: isDelivered ? (0,_report_decide_outcome_js__WEBPACK_IMPORTED_MODULE_2__/* .decideRunOutcome */ .qD)(edits) : 'incomplete',
    };
}
/** Pictures of an edit that did not all come go to the artifact only. Only now is it known whether they are there. */
function withWhereabouts(outcome, artifact) {
    const { error, files } = outcome;
    if (error === undefined || files.length === 0)
        return outcome;
    const where = artifact.kind === 'artifact'
        ? `What came is in the artifact \`${artifact.name}\`.`
        : 'What came was not delivered.';
    return { ...outcome, error: { ...error, message: `${error.message} ${where}` } };
}
/** The last line of the log: how it ended, and where the pictures are. */
function describeReport(report) {
    const { branch, delivery } = report;
    const links = [
        ...(branch.kind === 'committed' ? [`Branch ${branch.branch}: commit ${branch.commit}.`] : []),
        ...(delivery.kind === 'artifact' ? [`Pictures and gallery: ${delivery.url}`] : []),
    ];
    return [`${(0,_report_summary_totals_js__WEBPACK_IMPORTED_MODULE_1__/* .describeOutcome */ .SS)(report)}.`, ...links].join(' ');
}
/** Whether a run that made its edits fails the step. */
function judgeReport(report, failOn) {
    const failures = deliveryFailures(report.branch, report.delivery);
    if (failures.length > 0)
        return { failure: failures.join(' ') };
    return (0,_report_decide_outcome_js__WEBPACK_IMPORTED_MODULE_2__/* .shouldFail */ .W9)(report.edits, failOn) ? { failure: (0,_report_summary_totals_js__WEBPACK_IMPORTED_MODULE_1__/* .describeOutcome */ .SS)(report) } : {};
}
/**
 * Whether the post step has nothing left to do: the main step ended by itself, or was stopped when everything was
 * already delivered, and the ledger knows about it. A step that is stopped earlier leaves its upload to the post step.
 */
function isAllDone({ isStopped, isDelivered }, unrecorded) {
    return unrecorded.length === 0 && (!isStopped || isDelivered);
}
/** Whether the delivery was begun, and everything is where it belongs. */
function isWhole(delivered) {
    return delivered.hasBegun && deliveryFailures(delivered.branch, delivered.artifact).length === 0;
}
function deliveryFailures(branch, artifact) {
    return [
        ...(branch.kind === 'failed' ? [branch.message] : []),
        ...(branch.kind === 'committed' && branch.left.length > 0
            ? [`${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(branch.left.length, 'edit')} could not be committed: ${(0,_deliver_branch_describe_left_js__WEBPACK_IMPORTED_MODULE_4__/* .describeLeft */ .J)(branch.left)}.`]
            : []),
        ...(artifact.kind === 'failed' ? [artifact.message] : []),
    ];
}


/***/ }),

/***/ 70024:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ startRunRecord)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _report_outputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27954);
/* harmony import */ var _report_write_results_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1697);
/* harmony import */ var _shared_line_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(93777);
/* harmony import */ var _shared_describe_error_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(82129);
/* harmony import */ var _shared_sentence_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(47730);






/** Pause before a write: almost none in a small run; half a second with 5,000 edits, whose writing takes some 30 ms. */
const PAUSE_MS_PER_EDIT = 0.1;
/** Keeps outputs and results file up to date, beginning with `start`. */
function startRunRecord(start, folder, { actions, clock, log }) {
    const resultsFile = node_path__WEBPACK_IMPORTED_MODULE_0__.join(folder, 'results.json');
    const edits = new Map(start.edits.map((edit) => [edit.edit.id, edit]));
    const written = new Map();
    const closed = new AbortController();
    const pauseMs = edits.size * PAUSE_MS_PER_EDIT;
    let isDue = false;
    let lastProblem;
    const line = (0,_shared_line_js__WEBPACK_IMPORTED_MODULE_3__/* .createLine */ .R)();
    function setOutputs(outputs) {
        for (const [name, value] of Object.entries(outputs)) {
            if (written.get(name) === value)
                continue;
            actions.setOutput(name, value);
            written.set(name, value);
        }
    }
    async function write() {
        await clock.sleep(pauseMs, closed.signal).catch(ignoreClosing);
        isDue = false;
        const elapsedMs = clock.now() - start.startedAtMs;
        const run = { ...start, edits: [...edits.values()], elapsedMs };
        setOutputs((0,_report_outputs_js__WEBPACK_IMPORTED_MODULE_1__/* .reportOutputs */ .r)(run, resultsFile));
        await (0,_report_write_results_js__WEBPACK_IMPORTED_MODULE_2__/* .writeResults */ .K)(resultsFile, run);
    }
    function ignoreClosing(error) {
        if (!closed.signal.aborted)
            throw error;
    }
    /** One write after the other; each holds all changes up to its beginning. */
    function writeSoon() {
        if (isDue)
            return;
        isDue = true;
        line.run(write).catch((error) => {
            const problem = (0,_shared_sentence_js__WEBPACK_IMPORTED_MODULE_4__/* .toSentence */ .R)(`the results file cannot be written: ${(0,_shared_describe_error_js__WEBPACK_IMPORTED_MODULE_5__/* .describeError */ .U)(error)}`);
            if (problem !== lastProblem)
                log.info(problem);
            lastProblem = problem;
        });
    }
    writeSoon();
    return {
        resultsFile,
        update: (change) => {
            if (change.kind !== 'submitted' && change.kind !== 'collecting' && change.kind !== 'ended')
                return;
            // Pictures of other branches come to this one at the end of the run: until then, they are only planned to.
            if (change.kind === 'ended' && change.outcome.state === 'adopted')
                return;
            const soFar = change.kind === 'ended' ? change.outcome : { ...change, state: 'open' };
            edits.set(soFar.edit.id, soFar);
            writeSoon();
        },
        setOutputs,
        close: async () => {
            closed.abort();
            await line.idle();
        },
    };
}


/***/ }),

/***/ 22822:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ checkOrigin)
/* harmony export */ });
/**
 * Refuses to work on code of a fork: anyone who can open a pull request would decide what is paid for with the API token,
 * and what is pushed. Undefined if the code is the repository's own, or if the input `allow-forks` permits it.
 */
async function checkOrigin({ allowForks, githubToken }, world, signal) {
    if (allowForks)
        return undefined;
    const { name, origin } = await world.readEvent();
    const whose = origin.kind === 'pull-request'
        ? await world.github(githubToken).originOfPull(origin.number, signal)
        : origin;
    const why = describeForeign(whose);
    if (why === undefined)
        return undefined;
    const message = `Nothing was sent: the event \`${name}\` runs on ${why}, and its code would decide what is paid for with your API token and what is pushed. ` +
        'Review the code, then run the workflow on a branch of this repository, or set `allow-forks: true`.';
    return { severity: 'error', message };
}
function describeForeign(origin) {
    switch (origin.kind) {
        case 'own':
            return undefined;
        case 'fork':
            return origin.repository === undefined ? 'a fork that was deleted' : `the fork ${origin.repository}`;
        case 'pull-request':
            return `pull request ${origin.number}, which may come from a fork (give the job \`permissions: pull-requests: read\` to find out)`;
        case 'unknown':
            return 'a pull request that may come from a fork (the event file does not say)';
    }
}


/***/ }),

/***/ 46399:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ readApprovedPlan)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _report_plan_types_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9319);
/* harmony import */ var _shared_describe_error_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(82129);
/* harmony import */ var _shared_format_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19612);





/**
 * Reads the plan that the input `plan-file` names; undefined without that input. The file comes from another job, often
 * as an artifact, so it is trusted in nothing: it only says what may be sent, never what is sent.
 */
async function readApprovedPlan({ planFile }, { workspace }) {
    if (planFile === undefined)
        return { ok: true, value: undefined };
    const file = node_path__WEBPACK_IMPORTED_MODULE_1__.resolve(workspace, planFile);
    const fault = await findFault(file);
    if (fault !== undefined) {
        const message = `Input \`plan-file\` is \`${planFile}\`, ${fault}. Give the path of the file that a run with \`mode: plan\` wrote (its output \`plan-file\`).`;
        return { ok: false, error: [{ severity: 'error', message }] };
    }
    // Its schema is large, and few runs have such a file.
    const { parsePlanFile } = await __webpack_require__.e(/* import() */ 218).then(__webpack_require__.bind(__webpack_require__, 92218));
    return parsePlanFile(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, 'utf8'), planFile);
}
/** Why the file is not read. A link could lead to any file of the runner, and a message could then show a part of it. */
async function findFault(file) {
    try {
        const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(file);
        if (found.isSymbolicLink())
            return 'which is a symbolic link';
        if (!found.isFile())
            return 'which is not a file';
        return found.size > _report_plan_types_js__WEBPACK_IMPORTED_MODULE_2__/* .MOST_PLAN_BYTES */ .u
            ? `which has ${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatBytes */ .z3)(found.size)}, and at most ${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatBytes */ .z3)(_report_plan_types_js__WEBPACK_IMPORTED_MODULE_2__/* .MOST_PLAN_BYTES */ .u)} are read`
            : undefined;
    }
    catch (error) {
        return error.code === 'ENOENT'
            ? 'which does not exist'
            : `which cannot be read: ${(0,_shared_describe_error_js__WEBPACK_IMPORTED_MODULE_4__/* .describeError */ .U)(error)}`;
    }
}


/***/ }),

/***/ 11518:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./report/decide-outcome.js
var decide_outcome = __webpack_require__(81435);
// EXTERNAL MODULE: ./shared/deadline.js
var shared_deadline = __webpack_require__(56927);
// EXTERNAL MODULE: ./plan/outputs.js
var outputs = __webpack_require__(56987);
// EXTERNAL MODULE: ./shared/take-id.js
var take_id = __webpack_require__(49912);
;// CONCATENATED MODULE: ./run/deliver/hold-back-takes.js



/**
 * The outcomes, with takes left where they are if they were to make room for the kept take and that one has no pictures: the
 * output of an edit is never empty because another take of it could not be made. What was the picture of the edit stays that, with
 * its renditions; pure. `specIds`: every id of the spec. What another edit has of the same request is not an edit's own.
 */
function holdBackTakes(edits, specIds) {
    const there = new Set(edits.flatMap(({ edit: { take }, state }) => take?.isKept === true && (0,decide_outcome/* isThere */.$B)({ state }) ? [take.edit] : []));
    const held = new Set();
    const editIds = new Set([...specIds].map(take_id/* editOfTake */.Xo));
    const ofKept = new Map(edits.flatMap(({ edit: { take, pictures } }) => take?.isKept === true && pictures !== undefined ? [[take.edit, pictures]] : []));
    return edits.map((outcome) => {
        const { edit } = outcome;
        const { take, action } = edit;
        if (outcome.state !== 'unchanged' || take === undefined || take.isKept || there.has(take.edit))
            return outcome;
        const isOnBranch = (action.kind === 'unchanged' || action.kind === 'aside') &&
            action.on === undefined &&
            action.entry.stored === undefined;
        if (!isOnBranch)
            return outcome;
        const { from, entry } = action;
        const isOfOther = (0,take_id/* editOfTake */.Xo)(from) !== take.edit && editIds.has((0,take_id/* editOfTake */.Xo)(from));
        const isOwn = from === edit.id || (!specIds.has(from) && !isOfOther);
        // Of two edits that were renamed from the same one, one has its place.
        if (!isOwn || held.has(from))
            return outcome;
        held.add(from);
        const stays = { kind: 'unchanged', from, entry, files: entry.files };
        if (entry.take !== undefined && entry.isKept !== true)
            return (0,outputs/* isUntouched */.O2)(edit)
                ? outcome
                : { ...outcome, edit: { ...edit, action: stays }, unchangedFiles: entry.files };
        const pictures = ofKept.get(take.edit) ?? edit.pictures;
        const stillKept = {
            ...edit,
            take: { ...take, isKept: true },
            ...(pictures !== undefined && { pictures }),
            action: stays,
        };
        return { ...outcome, edit: stillKept, unchangedFiles: entry.files };
    });
}

// EXTERNAL MODULE: ./ledger/life/change-entry.js
var change_entry = __webpack_require__(23693);
// EXTERNAL MODULE: ./ledger/life/debt.js
var life_debt = __webpack_require__(70205);
// EXTERNAL MODULE: ./lock/recorded-jobs.js
var recorded_jobs = __webpack_require__(59170);
;// CONCATENATED MODULE: ./run/end/decide-ledger-changes.js



/**
 * What the ledger learns from a run that has ended and delivered; pure. An entry is closed once its pictures are at
 * their destination, or if there are none to come. Pictures for another destination are left to other runs. Pictures that
 * are on the branch and could not be uploaded become a debt. Everything else stays, and the next run collects it without
 * paying again.
 */
function decideLedgerChanges(edits, facts) {
    const changes = [
        ...recordOlder(facts),
        ...edits.flatMap((outcome) => changesFor(outcome, facts)),
        ...facts.delivered.paidDebts.map((debt) => (0,life_debt/* payDebt */.IH)(debt, facts.nowMs)),
    ];
    // Identical edits share one entry; it is enough if one of them is delivered.
    return [...new Map(changes.map((change) => [JSON.stringify(change), change])).values()];
}
/**
 * Jobs that the branch has, and whose run ended before it could record that. A forced edit replaces their pictures, and
 * after that no run could see that they were delivered: the next one would collect them over the newer ones.
 */
function recordOlder({ recorded, found, destination, nowMs: atMs }) {
    if (recorded === undefined)
        return [];
    const done = (0,recorded_jobs/* listJobs */.N)(recorded);
    return [...found.values()].flat().flatMap((entry) => {
        if (!(0,change_entry/* isOpen */.nT)(entry) || entry.destination !== destination || !done.has((0,recorded_jobs/* nameJob */.P)(entry)))
            return [];
        const { fingerprint, requestId } = entry;
        return [{ kind: 'delivered', fingerprint, requestId, destination, atMs }];
    });
}
/** Only the fact about the job decides: the words for it can change without affecting money. */
function changesFor(outcome, facts) {
    const { job } = outcome;
    const { fingerprint } = outcome.edit;
    const { destination, nowMs: atMs } = facts;
    switch (job.kind) {
        case 'none':
        case 'refused':
        case 'maybe-sent':
            return [];
        case 'open':
            return job.isUnusable === true
                ? [{ kind: 'unusable', fingerprint, requestId: job.requestId, destination }]
                : [];
        case 'made':
            if (!isDelivered(outcome, facts))
                return [];
            return [
                { kind: 'delivered', fingerprint, requestId: job.requestId, destination, atMs },
                ...(isUploadOwed(facts)
                    ? [(0,life_debt/* createDebt */.Km)({ edit: outcome.edit.id, destination, step: facts.thisStep }, job, atMs)]
                    : []),
            ];
        case 'delivered':
            if (outcome.state === 'adopted' && !isDelivered(outcome, facts))
                return [];
            // The run that brought its pictures to the branch did not get to record it.
            return isUndelivered(fingerprint, job.requestId, facts.found)
                ? [{ kind: 'delivered', fingerprint, requestId: job.requestId, destination, atMs }]
                : [];
        case 'over-empty':
            return [{ kind: 'ended-empty', fingerprint, requestId: job.requestId }];
        case 'lost':
            return job.isRecorded ? [] : [{ kind: 'lost', fingerprint, requestId: job.requestId, atMs }];
    }
}
function isUndelivered(fingerprint, requestId, found) {
    return (found.get(fingerprint) ?? []).some((entry) => (0,change_entry/* isOpen */.nT)(entry) && entry.requestId === requestId);
}
/** If they go to a branch, only the branch counts: an upload that failed beside it is a debt of its own. */
function isDelivered({ edit }, { deliver, delivered }) {
    const { branch, artifact } = delivered;
    if (!deliver.includes('branch'))
        return artifact.kind === 'artifact';
    switch (branch.kind) {
        case 'committed':
            return branch.left.every(({ id }) => id !== edit.id);
        case 'unchanged':
            return true;
        case 'none':
        case 'failed':
            return false;
    }
}
/** Whether pictures that are on the branch are missing in the artifact that was to hold them, too. */
function isUploadOwed({ deliver, delivered: { artifact } }) {
    return deliver.includes('branch') && deliver.includes('artifact') && artifact.kind === 'failed';
}

// EXTERNAL MODULE: ./run/ledger/ledger-view.js
var ledger_view = __webpack_require__(61936);
;// CONCATENATED MODULE: ./run/end/close-ledger.js


/** Everything else in the run is done by then. */
const LIMIT_MS = 60_000;
/**
 * Records in the ledger how the edits ended, and writes everything to the store that is not there yet. Returns a
 * warning if that fails: the post step has the journal, and tries again.
 */
async function closeLedger(edits, ledger, facts) {
    const { thisStep } = ledger;
    const { ledger: found } = (0,ledger_view/* listFound */.n)(ledger);
    const { localMs, serverMs } = ledger.readTimes();
    const changes = decideLedgerChanges(edits, { ...facts, found, thisStep, nowMs: serverMs ?? localMs });
    if (changes.length > 0)
        await ledger.handle.note(changes);
    const flushed = await ledger.finish(LIMIT_MS);
    if (flushed.ok || !ledger.keepsRecord())
        return [];
    const message = `${flushed.error.message} The post step tries again. If that fails too, the next run collects once more what this one delivered, and holds as unknown what this one left at the service.`;
    return [{ severity: 'warning', message }];
}

// EXTERNAL MODULE: ./shared/format.js
var format = __webpack_require__(19612);
// EXTERNAL MODULE: ./run/deliver/fetch-unchanged.js
var fetch_unchanged = __webpack_require__(1549);
;// CONCATENATED MODULE: ./run/end/describe-debts.js



/**
 * What became of the pictures that an earlier run brought to the branch and could not upload; pure. Says nothing about
 * edits that are not part of this run.
 */
function describeDebts(debts, edits, { artifact, paidDebts }) {
    const paid = countPictures(paidDebts, edits);
    const unpaid = countPictures(debts.filter((debt) => !paidDebts.includes(debt)), edits);
    const isOne = unpaid === 1;
    return [
        ...(paid === 0
            ? []
            : [
                `${(0,format/* plural */.LS)(paid, 'picture')} of an earlier run, whose upload failed, ${paid === 1 ? 'is' : 'are'} in the artifact now.`,
            ]),
        // If the upload failed again, that is an error of its own.
        ...(unpaid === 0 || artifact.kind === 'failed'
            ? []
            : [
                `${(0,format/* plural */.LS)(unpaid, 'picture')} of an earlier run, whose upload failed, could not be fetched from the branch, so the artifact does not hold ${isOne ? 'it' : 'them'}; the log says why. The next run tries again.`,
            ]),
    ].map((message) => ({ severity: 'warning', message }));
}
function countPictures(debts, edits) {
    const owed = new Set(debts.map(({ requestId }) => requestId));
    return edits
        .filter((edit) => (0,fetch_unchanged/* isOwed */.mR)(edit, owed))
        .reduce((sum, { action }) => sum + ((0,outputs/* hasPictures */.MB)(action) ? action.files.length : 0), 0);
}

// EXTERNAL MODULE: ./run/end/conclude-run.js
var conclude_run = __webpack_require__(3408);
// EXTERNAL MODULE: ./media/formats.js
var formats = __webpack_require__(92974);
;// CONCATENATED MODULE: ./run/end/list-pictures-before.js


/**
 * The pictures that a run is compared with, pinned to a commit; pure. A preview is compared with its base branch, as that is
 * what a merge replaces. Nothing without a branch.
 */
function listPicturesBefore({ branch, base: below, }) {
    const { joined } = branch ?? {};
    // A pull request replaces what its base has.
    const base = branch === undefined || joined === undefined
        ? below
        : { place: branch.place, tip: joined.base, recorded: joined.recorded };
    const from = base?.tip === undefined ? 'own' : 'base';
    const { tip: commit, place, recorded } = (from === 'base' ? base : branch) ?? {};
    const folder = place === undefined || place.directory === '' ? '' : `${place.directory}/`;
    const entries = commit === undefined || recorded === undefined ? [] : [...recorded.lock.edits];
    const picturesOf = ({ files, stored, heldBy }) => {
        // A take that was set aside is in an older commit.
        const there = stored === undefined ? commit : heldBy;
        return files.map(({ path, type, sha256 }) => there !== undefined &&
            (0,formats/* shownAs */.sE)(type) === 'picture' &&
            (stored !== undefined || recorded?.paths.has(path) === true)
            ? { path: `${folder}${path}`, commit: there, sha256 }
            : undefined);
    };
    return {
        from,
        pictures: new Map(entries.flatMap(([id, entry]) => {
            const pictures = picturesOf(entry);
            return [id, ...(entry.isKept === true ? [(0,take_id/* editOfTake */.Xo)(id)] : [])].map((name) => [name, pictures]);
        })),
    };
}

// EXTERNAL MODULE: ./run/end/run-record.js
var run_record = __webpack_require__(70024);
// EXTERNAL MODULE: ./run/ledger/name-destination.js
var name_destination = __webpack_require__(74131);
// EXTERNAL MODULE: ./shared/or-aborted.js
var or_aborted = __webpack_require__(56268);
// EXTERNAL MODULE: ./ledger/life/judge-entry.js
var judge_entry = __webpack_require__(49112);
;// CONCATENATED MODULE: ./run/make/judge-other-run.js

/**
 * Judges the entries that a look found for an edit; pure. An edit that is unknown is held even if the run has the consent
 * to submit again: that consent is for what was unknown before the run began, and could be looked up.
 */
function judgeOtherRun(judged) {
    const ruling = (0,judge_entry/* pickRuling */.LL)(judged);
    switch (ruling?.verdict) {
        case undefined:
            return { kind: 'ask-branch', otherwise: { kind: 'free' } };
        case 'ours':
            return { kind: 'answered', answer: { kind: 'free' } };
        case 'collect':
            return { kind: 'answered', answer: { kind: 'submitted', entry: ruling.entry } };
        case 'delivered':
            // If it was delivered to another destination, it is paid for, and can be collected.
            return { kind: 'ask-branch', otherwise: { kind: 'submitted', entry: ruling.entry } };
        case 'unknown':
            return (0,judge_entry/* isDeadClaim */.jB)(ruling)
                ? { kind: 'in-doubt', entry: ruling.entry }
                : { kind: 'answered', answer: { kind: 'unknown', entry: ruling.entry } };
        case 'other-run':
            return { kind: 'busy' };
    }
}
/** The answer for an edit that may be on the branch; pure. */
function pickDelivered(delivered, fingerprint, otherwise) {
    const entry = delivered.get(fingerprint);
    if (entry === undefined)
        return otherwise;
    return { kind: 'delivered', files: entry.files, requestId: entry.requestId };
}

// EXTERNAL MODULE: ./shared/line.js
var shared_line = __webpack_require__(93777);
;// CONCATENATED MODULE: ./run/make/shared-looks.js

/** Time between two looks at the ledger; up to half as much again at random, so that runs do not look in step. */
const LOOK_MS = 5000;
function createSharedLooks({ ledger: { handle }, readDelivered, clock, random, log, signal, }) {
    const line = (0,shared_line/* createLine */.R)();
    let coming;
    let fresh;
    async function readBranch() {
        const read = await readDelivered();
        if (!read.ok)
            log.debug(`Cannot see what other runs delivered: ${read.error.message}`);
        return read.ok ? read.value : undefined;
    }
    function known(ledger) {
        let delivered;
        return { kind: 'seen', ledger, readDelivered: async () => await (delivered ??= readBranch()) };
    }
    async function look() {
        const read = await handle.open();
        if (read.ok)
            return known(read.value.ledger);
        const { kind, message } = read.error;
        log.debug(`Cannot see what other runs do: ${message}`);
        return kind === 'unreachable' ? { kind } : { kind: 'unreadable', message };
    }
    async function lookLater() {
        await clock.sleep(LOOK_MS * (1 + random() / 2), signal);
        coming = undefined;
        return await look();
    }
    return {
        next: async () => await (coming ??= lookLater()),
        afresh: async () => {
            fresh ??= line.run(async () => {
                fresh = undefined;
                return await look();
            });
            return await fresh;
        },
        known,
    };
}

;// CONCATENATED MODULE: ./run/make/wait-for-other-runs.js



/**
 * Waits for edits that other runs are working on, all together: one look at the ledger serves every wait. Each wait
 * ends as soon as its edit has a request id, is free or delivered, or can never become known. It rejects with its
 * signal's reason, and if the ledger can no longer be read.
 */
function createOtherRunWait(deps) {
    const { watch } = deps;
    const looks = createSharedLooks(deps);
    async function checkEntries({ ledger }, edit, signal) {
        const entries = ledger.get(edit.fingerprint) ?? [];
        return judgeOtherRun(await Promise.all(entries.map(async (entry) => await watch.look(entry, signal))));
    }
    async function readAnswer(look, edit, signal, isLater = false) {
        const seen = requireSeen(look);
        if (seen === undefined)
            return undefined;
        const verdict = await checkEntries(seen, edit, signal);
        switch (verdict.kind) {
            case 'answered':
                return verdict.answer;
            case 'busy':
                return undefined;
            case 'ask-branch': {
                const delivered = await seen.readDelivered();
                return delivered && pickDelivered(delivered, edit.fingerprint, verdict.otherwise);
            }
            case 'in-doubt':
                if (isLater)
                    return { kind: 'unknown', entry: verdict.entry };
                return await readAnswer(await looks.afresh(), edit, signal, true);
        }
    }
    return async (edit, entry, signal) => {
        let look = looks.known(new Map([[edit.fingerprint, [entry]]]));
        for (;;) {
            const answer = await (0,or_aborted/* orAborted */.H)(readAnswer(look, edit, signal), signal);
            if (answer !== undefined)
                return answer;
            look = await (0,or_aborted/* orAborted */.H)(looks.next(), signal);
        }
    };
}
/** Undefined if a later look may show more; throws if none will. */
function requireSeen(look) {
    switch (look.kind) {
        case 'seen':
            return look;
        case 'unreachable':
            return undefined;
        case 'unreadable':
            throw new Error(look.message);
    }
}

// EXTERNAL MODULE: ./shared/describe-error.js
var describe_error = __webpack_require__(82129);
;// CONCATENATED MODULE: ./ledger/claims/claim-slot.js


/** A slot for each edit by its fingerprint, in their order. */
function createSlots(edits) {
    return new Map(edits.map((edit) => [edit.fingerprint, { edit, state: { kind: 'free' } }]));
}
/** Whether it may be claimed ahead. */
function isFresh({ edit, state }) {
    return (state.kind === 'free' || state.kind === 'ahead-failed') && edit.kind === 'submit';
}
/** Whether the store may have it, and no caller has asked for it. */
function isAhead({ state }) {
    return state.kind === 'ahead' || state.kind === 'ahead-failed';
}
/** Whether it is not claimed ahead anymore. */
function wasAskedFor({ state }) {
    switch (state.kind) {
        case 'free':
        case 'ahead':
        case 'ahead-failed':
        case 'ahead-refused':
            return false;
        case 'asked':
        case 'not-granted':
        case 'granted':
        case 'leaving':
        case 'answered':
        case 'over':
            return true;
    }
}
/** Whether the store may have it without a request id: the next run would not know what became of it. */
function isUnanswered({ state }) {
    return state.kind !== 'answered' && findClaim(state) !== undefined;
}
/** Whether the caller may have sent it, or may yet. */
function mayLeave({ state }) {
    return state.kind === 'granted' || state.kind === 'leaving';
}
/** Whether its submit is on its way: unlike one before that, it has a place at the service. */
function isLeaving({ state }) {
    return state.kind === 'leaving';
}
/** What the store may have of it. */
function findClaim(state) {
    switch (state.kind) {
        case 'ahead':
        case 'ahead-failed':
        case 'asked':
        case 'not-granted':
        case 'granted':
        case 'leaving':
        case 'answered':
            return state.claim;
        case 'free':
        case 'ahead-refused':
        case 'over':
            return undefined;
    }
}
/** That a caller asks for it; returns the answer if it was claimed ahead. */
function askFor(slot) {
    const { state } = slot;
    switch (state.kind) {
        case 'free':
            slot.state = { kind: 'over' };
            return undefined;
        case 'ahead':
            slot.state = { ...state, kind: 'asked' };
            return state.answer;
        case 'ahead-failed':
            slot.state = { kind: 'not-granted', claim: state.claim };
            return undefined;
        case 'ahead-refused':
            slot.state = { kind: 'over' };
            return state.answer;
        case 'not-granted':
        case 'over':
            return undefined;
        case 'asked':
        case 'granted':
        case 'leaving':
        case 'answered':
            throw new Error(`${slot.edit.fingerprint} is claimed twice at once`);
    }
}
/** That a write which claims it is under way. */
function startClaim(slot, claim, answer) {
    slot.state = { kind: wasAskedFor(slot) ? 'asked' : 'ahead', claim, answer };
}
/** To be called when its claim is released. */
function clearSlot(slot) {
    slot.state = { kind: wasAskedFor(slot) ? 'over' : 'free' };
}
/** What the write that held its claim means for it. */
function answerSlot(slot, claim, result, delivered) {
    const { state } = slot;
    if (!result.ok) {
        // A later caller may try again. The claim stays: the failed write may have reached the store.
        if (state.kind === 'ahead' && state.claim === claim)
            slot.state = { kind: 'ahead-failed', claim };
        return { kind: 'failed', message: result.error.message };
    }
    const entry = result.value.refused.get(slot.edit.fingerprint);
    if (entry === undefined)
        return delivered.get(slot.edit.fingerprint) ?? { kind: 'claimed', id: claim.id };
    // It may have been released while the write went on, and claimed again.
    if (findClaim(state) === claim)
        slot.state = state.kind === 'ahead' ? { kind: 'ahead-refused', answer: state.answer } : { kind: 'over' };
    return { kind: 'other-run', entry };
}
/** What the caller that asked for it gets: the answer, or that the wait for it was ended. */
async function awaitAsked(slot, answering, signal) {
    const answer = await waitForAnswer(answering, signal);
    const { state } = slot;
    // It may have been released meanwhile, and asked for again.
    if (state.kind === 'asked' && state.answer === answering)
        slot.state = { kind: answer.kind === 'claimed' ? 'granted' : 'not-granted', claim: state.claim };
    return answer;
}
async function waitForAnswer(answer, signal) {
    try {
        return await (0,or_aborted/* orAborted */.H)(answer, signal);
    }
    catch (error) {
        if (!signal.aborted)
            throw error;
        const message = `Stopped waiting for the claim: ${(0,describe_error/* describeError */.U)(signal.reason)}.`;
        return { kind: 'failed', message };
    }
}

;// CONCATENATED MODULE: ./ledger/claims/claim-window.js

/** `upcoming` gives the edits that will be asked for next, in their order, if that is known. */
function createClaimWindow(slots, { size, freeShare }, upcoming = () => undefined) {
    /** How far the run is: edits before it that were not asked for have to wait for others. */
    let first = 0;
    function inTurn() {
        return upcoming() ?? [...slots.slice(first), ...slots.slice(0, first)];
    }
    function room() {
        const leaving = slots.filter(isLeaving).length;
        const ahead = slots.filter(isUnanswered).length - leaving;
        // Submits on their way count too, but at most for half of it: with many of them, no batch would have room.
        return size() - ahead - Math.min(leaving, size() / 2);
    }
    return {
        take: (asked) => {
            if (asked === undefined)
                return { claimed: inTurn().filter(isFresh).slice(0, room()), released: [] };
            first = slots.indexOf(asked);
            const left = room() - (isUnanswered(asked) ? 0 : 1);
            const next = inTurn().filter((slot) => slot !== asked && isFresh(slot) && !isUnanswered(slot));
            const ahead = inTurn().filter(isAhead);
            return left >= 0
                ? { claimed: [asked, ...next.slice(0, left)], released: [] }
                : { claimed: [asked], released: ahead.slice(left) };
        },
        isDue: () => room() >= Math.max(1, size() * freeShare) && inTurn().some(isFresh),
    };
}

;// CONCATENATED MODULE: ./ledger/claims/create-deliveries.js
/** Without `find`, nothing is ever found. */
function createDeliveries(ledger, find) {
    let found = new Map();
    /** Foreign writes that `found` knows of: what was delivered is on the branch before its entry is gone. */
    let known = -1;
    async function lookAgain() {
        const { foreignWrites } = ledger;
        if (known >= foreignWrites || find === undefined)
            return { ok: true, value: undefined };
        const delivered = await find();
        if (!delivered.ok)
            return delivered;
        found = new Map([...found, ...delivered.value]);
        known = Math.max(known, foreignWrites);
        return delivered;
    }
    return {
        get found() {
            return found;
        },
        check: async (update) => {
            const [result] = await Promise.all([update, lookAgain()]);
            if (!result.ok)
                return result;
            // Others may have written meanwhile, or the first look may have failed.
            const after = await lookAgain();
            return after.ok ? result : after;
        },
    };
}

;// CONCATENATED MODULE: ./ledger/claims/create-claims.js




/**
 * Claims edits (in plan order) ahead of their submits: many with one write of the store, which also takes along the
 * request ids that came in the meantime. The next write begins while there are claims left, so that usually only the
 * first one causes a wait.
 */
function createClaims(edits, deps) {
    const { ledger, step, destination, clock, aheadOf, overAtMs } = deps;
    const slots = createSlots(edits);
    let upcoming;
    const { untilNextTurn } = deps;
    const size = () => Math.max(2 * aheadOf, untilNextTurn?.() ?? 0);
    const freeShare = untilNextTurn === undefined ? 1 / 2 : 0;
    const window = createClaimWindow([...slots.values()], { size, freeShare }, () => upcoming?.().map(slotOf));
    const deliveries = createDeliveries(ledger, deps.findDelivered);
    let claims = 0;
    function slotOf({ fingerprint }) {
        const slot = slots.get(fingerprint);
        if (slot === undefined)
            throw new Error(`${fingerprint} is not among the edits to claim`);
        return slot;
    }
    function claimOf(edit) {
        const claim = findClaim(slotOf(edit).state);
        if (claim === undefined)
            throw new Error(`${edit.fingerprint} was not claimed`);
        return claim;
    }
    function makeClaim({ id: edit, fingerprint }) {
        claims += 1;
        const id = (0,change_entry/* nameClaim */._x)(step, claims);
        return { id, fingerprint, edit, destination, step, claimedAtMs: clock.now(), overAtMs };
    }
    function claimBatch({ claimed, released }) {
        const releases = releaseAll(released);
        // One that may be in the store after a failed write is claimed again, and is still the same claim.
        const made = claimed.map((slot) => ({ slot, claim: findClaim(slot.state) ?? makeClaim(slot.edit) }));
        const changes = made.map(({ slot: { edit }, claim }) => {
            return { kind: 'claim', claim, over: edit.kind === 'submit' ? edit.over : [] };
        });
        const update = deliveries.check(ledger.update([...releases, ...changes]));
        for (const { slot, claim } of made) {
            const answer = update.then((result) => answerSlot(slot, claim, result, deliveries.found));
            answer.catch(() => undefined); // the caller that asks for it gets it
            startClaim(slot, claim, answer);
        }
    }
    function claimAsked(slot) {
        claimBatch(window.take(slot));
        if (slot.state.kind !== 'asked')
            throw new Error('nothing was claimed');
        return slot.state.answer;
    }
    /** What becomes of its submit is known from now on. */
    function endSubmit(edit) {
        const claim = claimOf(edit);
        slotOf(edit).state = { kind: 'answered', claim };
        return claim;
    }
    async function release(given) {
        const releases = releaseAll(given);
        if (releases.length > 0)
            await ledger.note(releases);
    }
    return {
        expect: (next) => {
            upcoming = next;
        },
        claim: async (edit, signal) => {
            const slot = slotOf(edit);
            const answering = askFor(slot) ?? claimAsked(slot);
            if (window.isDue())
                claimBatch(window.take());
            const answer = await awaitAsked(slot, answering, signal);
            if (answer.kind === 'delivered')
                await release([slot]);
            return answer;
        },
        posting: async (edit) => {
            // Others rely on it: to them, a claim that is over belongs to a dead run.
            const claim = claimOf(edit);
            if (clock.now() > claim.overAtMs)
                throw new Error('Its claim has run out; nothing was sent');
            slotOf(edit).state = { kind: 'leaving', claim };
            await ledger.posting(claim);
        },
        accepted: async (edit, requestId, submittedAtMs) => {
            await ledger.note([{ kind: 'accepted', claim: endSubmit(edit), requestId, submittedAtMs }]);
        },
        maybeSent: async (edit) => {
            await ledger.note([{ kind: 'maybe-sent', claim: endSubmit(edit) }]);
        },
        released: async (edit) => {
            await release([slotOf(edit)]);
        },
        releaseIfUnused: async (edit) => {
            const slot = slotOf(edit);
            if (wasAskedFor(slot))
                return;
            void askFor(slot);
            await release([slot]);
        },
        releaseUnused: async () => {
            await release([...slots.values()].filter((slot) => isUnanswered(slot) && !mayLeave(slot)));
        },
    };
}
/** Removes the claims of slots; returns what the ledger must learn. */
function releaseAll(slots) {
    return slots.flatMap((slot) => {
        const claim = findClaim(slot.state);
        clearSlot(slot);
        if (claim === undefined)
            return [];
        return [{ kind: 'released', fingerprint: claim.fingerprint, id: claim.id }];
    });
}

;// CONCATENATED MODULE: ./run/make/take-over-jobs.js

/**
 * Notes jobs that were submitted for another destination, or that another run has delivered, as jobs for this run's
 * destination too. If this run does not get to deliver them, the next run to the same destination collects them: without
 * the note it would find nothing that is left to collect, and would pay again.
 */
async function takeOverJobs(jobs, deps) {
    const changes = jobs
        .filter(([, entry]) => entry.state === 'delivered' || entry.destination !== deps.destination)
        .map((job) => noteFor(job, deps));
    if (changes.length > 0)
        await deps.ledger.note(changes);
}
function noteFor([{ id: edit, fingerprint }, { requestId, submittedAtMs }], { step, destination, clock, overAtMs }) {
    // By the request, so that the same note made twice is one entry.
    const id = (0,change_entry/* nameClaim */._x)(step, requestId);
    const claim = { id, fingerprint, edit, destination, step, claimedAtMs: clock.now(), overAtMs };
    return { kind: 'accepted', claim, requestId, submittedAtMs };
}

;// CONCATENATED MODULE: ./run/make/create-run-claims.js



/**
 * The claims of a run's edits: those that are to be sent are claimed ahead, in batches; those that another run is working
 * on, once they are free. What another run delivered since the plan was made is not claimed.
 */
function createRunClaims(edits, deps) {
    const claims = createClaims(edits.flatMap(claimable), {
        ...deps,
        findDelivered: async () => {
            const read = await deps.readDelivered();
            return read.ok ? { ok: true, value: nameDelivered(read.value) } : read;
        },
    });
    return {
        ...claims,
        releaseIfUnused: async (edit) => {
            if (claimable(edit).length > 0)
                await claims.releaseIfUnused(edit);
        },
        waitForOtherRun: async (edit, ...call) => {
            const answer = await deps.waitForOtherRun(edit, ...call);
            if (answer.kind === 'submitted')
                await takeOverJobs([[edit, answer.entry]], deps);
            return answer;
        },
    };
}
function nameDelivered(delivered) {
    return new Map([...delivered].map(([fingerprint, { files, requestId }]) => [
        fingerprint,
        { kind: 'delivered', files, requestId },
    ]));
}
function claimable({ id, fingerprint, action }) {
    switch (action.kind) {
        case 'submit':
            return [{ id, fingerprint, kind: 'submit', over: action.over.map(change_entry/* nameEntry */.ap) }];
        case 'other-run':
            return [{ id, fingerprint, kind: 'other-run' }];
        case 'collect':
        case 'hold':
        case 'share':
        case 'unchanged':
        case 'adopt':
        case 'aside':
        case 'skip':
            return [];
    }
}

// EXTERNAL MODULE: ./deliver/branch/tip-facts.js
var tip_facts = __webpack_require__(68231);
;// CONCATENATED MODULE: ./download/name-file.js


/**
 * Where a file of an edit goes, by what it is: `output` (relative path without extension) with the extension of its type,
 * or its hash in the same folder if its type is unknown, so that its name promises nothing.
 */
function nameFile(folder, output, { type, sha256 }) {
    const relative = type === 'application/octet-stream'
        ? external_node_path_.posix.join(external_node_path_.posix.dirname(output), `${sha256}.bin`)
        : `${output}.${(0,formats/* fileExtension */.i_)(type)}`;
    return { path: relative, absolutePath: external_node_path_.join(folder, ...relative.split('/')) };
}

;// CONCATENATED MODULE: ./download/copy-file.js



/**
 * Copies a downloaded file to `output` (relative path without extension) below `folder`; a copy-on-write file system
 * shares the bytes. The copy is complete as soon as it has its name. Throws as `node:fs` does, and then leaves nothing.
 */
async function copyFile(file, folder, output) {
    const named = nameFile(folder, output, file);
    const { absolutePath } = named;
    const part = `${absolutePath}.copy.part`;
    await (0,promises_.mkdir)(external_node_path_.dirname(absolutePath), { recursive: true });
    try {
        await (0,promises_.copyFile)(file.absolutePath, part, promises_.constants.COPYFILE_FICLONE);
        await (0,promises_.rename)(part, absolutePath);
    }
    catch (error) {
        await (0,promises_.rm)(part, { force: true });
        throw error;
    }
    return { ...file, ...named };
}

;// CONCATENATED MODULE: ./shared/places.js
/**
 * `limit` is asked whenever a place may be given: a lower one takes no place away, it only gives fewer new ones.
 * `mayEnter` says whether someone of that turn may have a place now; absent: everyone may.
 */
function createPlaces(limit, mayEnter = () => true) {
    const waiting = [];
    let taken = 0;
    function take() {
        taken += 1;
        let isTaken = true;
        return {
            leave: () => {
                if (!isTaken)
                    return;
                isTaken = false;
                taken -= 1;
                admit();
            },
        };
    }
    function admit() {
        while (taken < limit()) {
            const at = waiting.findIndex(({ turn }) => mayEnter(turn));
            const [next] = at < 0 ? [] : waiting.splice(at, 1);
            if (next === undefined)
                return;
            next.enter(take());
        }
    }
    return {
        admit,
        enter: async (signal, turn = 0) => {
            if (signal.aborted)
                return undefined;
            const { promise, resolve: enter } = Promise.withResolvers();
            const self = { turn, enter };
            const behind = waiting.findIndex((other) => other.turn > turn);
            waiting.splice(behind < 0 ? waiting.length : behind, 0, self);
            const onAbort = () => {
                const at = waiting.indexOf(self);
                if (at >= 0)
                    waiting.splice(at, 1);
                enter(undefined);
            };
            signal.addEventListener('abort', onAbort, { once: true });
            admit();
            try {
                return await promise;
            }
            finally {
                signal.removeEventListener('abort', onAbort);
            }
        },
    };
}

// EXTERNAL MODULE: ./shared/retry.js
var retry = __webpack_require__(51049);
// EXTERNAL MODULE: ./shared/unique-suffix.js
var unique_suffix = __webpack_require__(32900);
;// CONCATENATED MODULE: ./download/describe-failure.js

/** The error of a download that was given up after its last failure. */
function describeLastFailure(failure, count, tries) {
    const { host, reason } = failure;
    const after = tries === 1 ? '' : ` (tried ${tries} times)`;
    const from = host === '' ? '' : ` from ${host}`;
    switch (failure.kind) {
        case 'vanished':
            return {
                kind: 'vanished',
                code: 'output-vanished',
                message: `The output is gone${from}: ${reason}${after}.`,
            };
        case 'refused':
            return {
                kind: 'permanent',
                code: 'output-refused',
                message: `The output was not downloaded${from}: ${reason}.`,
            };
        case 'unusable':
            return {
                kind: 'permanent',
                code: 'output-unusable',
                message: `The output was not downloaded${from}: ${reason}.`,
            };
        case 'damaged':
            if (count.isAlwaysSame)
                return {
                    kind: 'permanent',
                    code: 'output-unusable',
                    message: `The output${from} is not usable: ${reason}. It was the same in ${tries} tries.`,
                };
            return failed(`The output could not be downloaded${from}: ${reason}${after}.`);
        case 'outage':
        case 'disk':
            return failed(`The output could not be downloaded${from}: ${reason}${after}.`);
    }
}
/** The error of a download that its signal ended; what went wrong before it says more than the stop itself. */
function describeStopped({ host, reason }, signal) {
    const why = (0,describe_error/* describeError */.U)(signal.reason);
    const last = reason.includes(why) ? '' : ` Before that: ${reason}.`;
    return failed(`The download from ${host} was stopped: ${why}.${last}`);
}
function failed(message) {
    return { kind: 'passing', code: 'download-failed', message };
}

// EXTERNAL MODULE: ./shared/retry-delay.js
var retry_delay = __webpack_require__(31171);
;// CONCATENATED MODULE: ./download/next-try.js

/** Before the first try. */
const NO_FAILURES = {
    vanished: 0,
    damaged: 0,
    outage: 0,
    seen: undefined,
    isAlwaysSame: false,
};
/** Adds a failure to the count. */
function countFailure(count, failure) {
    switch (failure.kind) {
        case 'vanished':
            return { ...count, vanished: count.vanished + 1, outage: 0 };
        case 'damaged': {
            const seen = failure.bytes;
            const isAlwaysSame = seen !== undefined && (count.damaged === 0 || (count.isAlwaysSame && count.seen === seen));
            return { ...count, damaged: count.damaged + 1, outage: 0, seen, isAlwaysSame };
        }
        case 'outage':
            return { ...count, outage: count.outage + 1 };
        case 'refused':
        case 'unusable':
        case 'disk':
            return count;
    }
}
/** The wait between tries grows up to this step, which is 8 s: when an outage ends, paid pictures are fetched soon. */
const OUTAGE_STEPS = 5;
/**
 * Milliseconds until the next try after `failure`, which `count` already includes; undefined to give up. Reading is free
 * and the picture is paid for, so an outage is sat out for as long as the run has time.
 */
function nextTryMs(count, failure, limits, random) {
    switch (failure.kind) {
        case 'refused':
        case 'unusable':
        case 'disk':
            return undefined;
        case 'vanished':
            return count.vanished < limits.vanishedTries ? steadyDelayMs(count.vanished, random) : undefined;
        case 'damaged':
            return count.damaged < limits.damagedTries ? steadyDelayMs(count.damaged, random) : undefined;
        case 'outage':
            return (0,retry_delay/* retryDelayMs */.q)(Math.min(count.outage, OUTAGE_STEPS), random, failure.retryAfterMs);
    }
}
/**
 * A second more after every failure, and up to another one by chance. If tries are counted, a wait must not come out as
 * zero: all tries would be over in an instant, and a picture that is only late would be given up.
 */
function steadyDelayMs(failures, random) {
    return Math.floor((failures + random()) * 1000);
}

// EXTERNAL MODULE: ../bundle/undici.cjs
var undici = __webpack_require__(97696);
// EXTERNAL MODULE: ./shared/proxies.js
var proxies = __webpack_require__(41839);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
// EXTERNAL MODULE: ./shared/address.js
var address = __webpack_require__(88419);
// EXTERNAL MODULE: ./shared/loopback.js
var loopback = __webpack_require__(75170);
;// CONCATENATED MODULE: ./download/guarded-lookup.js



/** Thrown while connecting: every address of a name leads inside a network. Never worth another try. */
class AddressRefused extends Error {
    name = 'AddressRefused';
}
/**
 * Resolves names for a connection and gives only addresses that may be contacted: public ones, or loopback for a
 * name that can mean nothing else. The check is made here, on the very addresses that are then connected to, so that
 * changing a name between check and use does not help.
 */
function createGuardedLookup(resolveHost) {
    return (host, options, callback) => {
        resolveHost(host).then((resolved) => {
            const allowed = resolved.filter((0,loopback/* isLoopbackHost */.c)(host) ? loopback/* isLoopbackHost */.c : address/* isPublicAddress */.i);
            const addresses = allowed.map((address) => ({ address, family: (0,external_node_net_.isIPv6)(address) ? 6 : 4 }));
            const [first] = addresses;
            if (first === undefined)
                callback(new AddressRefused('its name leads inside a network'), []);
            else if (options.all === true)
                callback(null, addresses);
            else
                callback(null, first.address, first.family);
        }, (error) => {
            callback(error instanceof Error ? error : new Error(String(error)), []);
        });
    };
}

;// CONCATENATED MODULE: ./download/open-output.js




/** Small, since many downloads run side by side and each holds at most about this much. */
const HIGH_WATER_MARK_BYTES = 64 * 1024;
/** Opens the way to the hosts of outputs, through the proxies that `env` names; loopback is never proxied. */
function createOutputReader(deps) {
    const { env, outputHosts, limits } = deps;
    const agent = new undici.EnvHttpProxyAgent({
        ...(0,proxies/* readProxies */.r)(env, outputHosts.map(({ host }) => host)),
        // Only for connections without a proxy: behind one, it is the proxy that resolves and may refuse.
        connect: { lookup: createGuardedLookup(deps.resolveHost) },
        headersTimeout: limits.silenceMs,
        bodyTimeout: limits.silenceMs,
    });
    return {
        get: async (url, signal) => {
            const answering = agent.request({
                origin: url.origin,
                path: url.pathname + url.search,
                method: 'GET',
                headers: {
                    accept: 'image/*, video/*',
                    'accept-encoding': 'identity',
                    'user-agent': 'dreamina-edit-action',
                },
                signal,
                highWaterMark: HIGH_WATER_MARK_BYTES,
            });
            // undici heeds a signal only once it is connected; a dead network would hold an aborted call for 10 s.
            const { statusCode, headers, body } = await (0,or_aborted/* orAborted */.H)(answering, signal);
            // A body that is dropped before its end fails; its reader learns that by reading.
            body.on('error', () => undefined);
            return {
                status: statusCode,
                header: (name) => {
                    const value = headers[name];
                    return typeof value === 'string' ? value : value?.[0];
                },
                body,
            };
        },
        [Symbol.asyncDispose]: async () => {
            await agent.destroy();
        },
    };
}

// EXTERNAL MODULE: ./shared/sweep-buffers.js
var sweep_buffers = __webpack_require__(51785);
// EXTERNAL MODULE: ./shared/untrusted-certificate.js
var untrusted_certificate = __webpack_require__(32663);
// EXTERNAL MODULE: ./shared/plain-text.js
var plain_text = __webpack_require__(60295);
;// CONCATENATED MODULE: ./download/check-address.js




/** The service keeps its outputs under these names, for anyone who has the address. */
const SERVICE_HOST = /^(?:[a-z0-9-]+\.)+runcomfy\.(?:net|com)$/;
/** Characters of a quoted address: a `data:` address would otherwise show a whole picture. */
const MAX_QUOTED = 100;
/**
 * Whether an output, or a redirect on the way to it, may be read from this address: https from the service's own
 * hosts, or from the `output-hosts` given by the user, which may speak http on loopback.
 * Undefined if it may, otherwise the reason. Names are resolved, and judged again, later.
 */
function refuseAddress(url, outputHosts) {
    const host = bareHost(url);
    if (url.username !== '' || url.password !== '')
        return unusable('the address contains a user name or a password');
    if (url.protocol !== 'https:' && url.protocol !== 'http:')
        return unusable(`the address is ${quoteAddress(url.href)}, and only https addresses are read`);
    const listed = outputHosts.some((allowed) => allowed.host === host && (allowed.port ?? defaultPort(url)) === effectivePort(url));
    if (!listed && !(SERVICE_HOST.test(host) && url.port === '')) {
        const reason = 'outputs may not come from this host. If you trust it, add it to the input `output-hosts`';
        return { kind: 'refused', reason };
    }
    if (url.protocol === 'http:' && !(0,loopback/* isLoopbackHost */.c)(host))
        return unusable('http is allowed on loopback only');
    if ((0,external_node_net_.isIP)(host) !== 0 && !(0,address/* isPublicAddress */.i)(host) && !(0,loopback/* isLoopbackHost */.c)(host)) {
        return unusable('the address leads inside a network');
    }
    return undefined;
}
function unusable(reason) {
    return { kind: 'unusable', reason };
}
/** `URL.port` is empty for the scheme's default, also if the address names it. */
function effectivePort(url) {
    return url.port === '' ? defaultPort(url) : Number(url.port);
}
function defaultPort(url) {
    return url.protocol === 'http:' ? 80 : 443;
}
/** A URL's host without the brackets around IPv6. */
function bareHost(url) {
    return url.hostname.replace(/^\[|\]$/g, '');
}
/** An address of any kind for a message: without its query, which may contain a signature, and not too long. */
function quoteAddress(address) {
    const plain = (0,plain_text/* shorten */.ml)(address.replace(/[?#].*$/s, ''), MAX_QUOTED).replaceAll('`', '');
    return `\`${plain}\``;
}

// EXTERNAL MODULE: ./shared/retry-after.js
var retry_after = __webpack_require__(75102);
;// CONCATENATED MODULE: ./download/judge-answer.js

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/**
 * Judges the head of an answer. Object stores say 403 as well as 404 and 410 for an address that has expired.
 * `maxBytes` is compared with Content-Length here, and with the bytes themselves when they are read.
 */
function judgeAnswer(status, header, maxBytes, nowMs) {
    if (status === 200)
        return judgeBody(header, maxBytes);
    const location = header('location');
    if (REDIRECTS.has(status) && location !== undefined)
        return { kind: 'redirect', location };
    const reason = `it answered HTTP ${status}`;
    if ([401, 403, 404, 410].includes(status))
        return judge_answer_failed({ kind: 'vanished', reason });
    if (status === 408 || status === 425 || status === 429 || status >= 500) {
        const retryAfterMs = (0,retry_after/* parseRetryAfter */.m)(header('retry-after'), nowMs);
        return judge_answer_failed({ kind: 'outage', reason, ...(retryAfterMs !== undefined && { retryAfterMs }) });
    }
    return judge_answer_failed({ kind: 'damaged', reason });
}
function judgeBody(header, maxBytes) {
    const encoding = header('content-encoding') ?? 'identity';
    if (encoding !== 'identity') {
        const reason = `it sent ${encoding} encoding, which was not asked for`;
        return judge_answer_failed({ kind: 'damaged', reason });
    }
    const length = header('content-length');
    if (length === undefined)
        return { kind: 'body', expectedBytes: undefined };
    const expectedBytes = Number(length);
    return expectedBytes > maxBytes
        ? judge_answer_failed({ kind: 'unusable', reason: tooLarge(maxBytes) })
        : { kind: 'body', expectedBytes };
}
function judge_answer_failed(failure) {
    return { kind: 'failure', failure };
}
/** The reason for an output over the limit. */
function tooLarge(maxBytes) {
    return `the output is larger than ${Math.floor(maxBytes / 1024 / 1024)} MiB`;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: ./shared/shortage.js
var shortage = __webpack_require__(78658);
// EXTERNAL MODULE: ./media/check-file.js + 12 modules
var check_file = __webpack_require__(31822);
// EXTERNAL MODULE: ./media/detect-type.js
var detect_type = __webpack_require__(88424);
// EXTERNAL MODULE: ./media/identify-content.js
var identify_content = __webpack_require__(2936);
;// CONCATENATED MODULE: ./download/inspect-content.js





/** Finds type and dimensions by content while the body streams by, and whether all of it came. */
function createContentInspector() {
    let head = [];
    let headBytes = 0;
    let identity;
    let check;
    function look() {
        const beginning = Buffer.concat(head);
        head = [];
        identity = (0,identify_content/* identifyContent */.Ui)(beginning);
        if (identity.kind === 'empty')
            return { reason: 'the body is empty' };
        if (identity.kind === 'text' || identity.kind === 'program') {
            const bytes = (0,external_node_crypto_.createHash)('sha256').update(beginning.subarray(0, identify_content/* IDENTITY_BYTES */.Hc)).digest('hex');
            return { reason: `it sent ${identity.described}, not a picture`, bytes };
        }
        if (identity.kind === 'media' && (0,detect_type/* isCheckedType */.SX)(identity.type))
            check = (0,check_file/* createFileCheck */.B)(identity.type);
        check?.push(beginning);
        return undefined;
    }
    return {
        push(chunk) {
            if (identity !== undefined) {
                check?.push(chunk);
                return undefined;
            }
            // A copy: the chunk may be a small part of a large buffer, which would stay in memory with it.
            head.push(Buffer.from(chunk));
            headBytes += chunk.length;
            return headBytes >= identify_content/* IDENTITY_BYTES */.Hc ? look() : undefined;
        },
        finish() {
            const unusable = identity === undefined ? look() : undefined;
            if (unusable !== undefined)
                return { ok: false, error: unusable };
            if (identity?.kind !== 'media')
                return { ok: true, value: { type: 'application/octet-stream', oddity: describeUnknown(identity) } };
            const { type } = identity;
            if (check === undefined) {
                const oddity = `${formats/* FORMATS */.hR[type].described} came, and whether it is complete cannot be checked`;
                return { ok: true, value: { type, oddity } };
            }
            const { fault, dimensions } = check.finish();
            return {
                ok: true,
                value: { type, ...(dimensions && { dimensions }), ...(fault !== undefined && { oddity: fault }) },
            };
        },
    };
}
function describeUnknown(identity) {
    return identity?.described === 'of an unknown kind'
        ? 'what came is not a picture or video of a known type'
        : `${identity?.described ?? 'something'} came, not a picture or video`;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./download/part-file.js



/** Begins `<base>.<unique>.part`, with the folders above it. Throws as the file system does, and so does the file. */
async function openPartFile(base, unique) {
    await (0,promises_.mkdir)(external_node_path_.dirname(base), { recursive: true });
    const part = `${base}.${unique}.part`;
    // Never over something else: two writers of one part would mix their bytes.
    const handle = await (0,promises_.open)(part, 'wx');
    let isOpen = true;
    let isCommitted = false;
    async function close() {
        if (!isOpen)
            return;
        isOpen = false;
        await handle.close();
    }
    return {
        write: (chunk) => {
            for (let at = 0; at < chunk.length;)
                at += (0,external_node_fs_.writeSync)(handle.fd, chunk, at);
        },
        commit: async (file) => {
            await close();
            await (0,promises_.rename)(part, file);
            isCommitted = true;
        },
        [Symbol.asyncDispose]: async () => {
            await close();
            if (!isCommitted)
                await (0,promises_.rm)(part, { force: true });
        },
    };
}

;// CONCATENATED MODULE: ./download/receive-file.js
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










/** Above the size of any chunk, so that the sink never asks the body to wait. */
const SINK_BYTES = 1024 * 1024;
/**
 * Streams a body to disk one chunk at a time, hashing and checking it on the way, and gives the file the extension of
 * what it is. The body is read to its end or destroyed. Whatever fails, nothing of it stays on disk.
 */
async function receiveFile(body, expected, file) {
    const base = external_node_path_.join(file.folder, ...file.output.split('/'));
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const part = __addDisposableResource(env_1, await openPartFile(base, file.unique), true);
            return await receive(body, expected, file, part);
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
    catch (error) {
        return { ok: false, error: unwritable(error) };
    }
    finally {
        body.destroy();
    }
}
async function receive(body, expected, file, part) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    const inspector = createContentInspector();
    const ended = {};
    let bytes = 0;
    // All of the work on a chunk is done before the next one is read. Waiting for each write would let chunks pile up
    // in the streams before it: eight downloads at a time took 20 MB more, and longer.
    const sink = new external_node_stream_.Writable({
        highWaterMark: SINK_BYTES,
        write: (chunk, _encoding, done) => {
            bytes += chunk.length;
            if (bytes > expected.maxBytes)
                ended.failure = { kind: 'unusable', reason: tooLarge(expected.maxBytes) };
            const unusable = inspector.push(chunk);
            if (unusable !== undefined)
                ended.failure ??= { kind: 'damaged', ...unusable };
            if (ended.failure !== undefined) {
                done(new Error(ended.failure.reason));
                return;
            }
            hash.update(chunk);
            try {
                part.write(chunk);
            }
            catch (error) {
                ended.failure = unwritable(error);
                done(error);
                return;
            }
            file.sweep(chunk.length);
            done();
        },
    });
    try {
        await (0,external_node_stream_promises_.pipeline)(body, sink);
    }
    catch (error) {
        // The network failed, not the server: sat out like any other outage.
        const all = expected.bytes === undefined ? 'all' : `all ${expected.bytes} bytes`;
        const reason = `the connection broke before ${all} came: ${(0,describe_error/* describeError */.U)(error)}`;
        return { ok: false, error: ended.failure ?? { kind: 'outage', reason } };
    }
    const content = inspector.finish();
    if (!content.ok)
        return { ok: false, error: { kind: 'damaged', ...content.error } };
    const { type, dimensions, oddity } = content.value;
    const sha256 = hash.digest('hex');
    if (oddity !== undefined && expected.seen !== sha256)
        return { ok: false, error: { kind: 'damaged', reason: oddity, bytes: sha256 } };
    const named = nameFile(file.folder, file.output, { type, sha256 });
    await part.commit(named.absolutePath);
    const odd = oddity === undefined ? {} : { oddity };
    return { ok: true, value: { ...named, sha256, bytes, type, ...dimensions, ...odd } };
}
/** A disk that is full or read-only stays so for this run; a shortage of the machine passes. */
function unwritable(error) {
    return {
        kind: (0,shortage/* isShortage */.o)(error) ? 'outage' : 'disk',
        reason: `the file cannot be written: ${(0,describe_error/* describeError */.U)(error)}`,
    };
}

;// CONCATENATED MODULE: ./download/try-download.js






const MAX_REDIRECTS = 5;
/**
 * One try: asks for the address, follows redirects with every hop checked like the first, and streams what comes to
 * disk. Nothing is sent but the address itself; in particular no credentials.
 */
async function tryDownload(address, file, deps) {
    let url = URL.parse(address);
    if (url === null)
        return try_download_failed('unusable', '', `the service named ${quoteAddress(address)}, which is not an address`);
    for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
        const host = bareHost(url);
        const refusal = refuseAddress(url, deps.outputHosts);
        if (refusal !== undefined)
            return try_download_failed(refusal.kind, host, refusal.reason);
        let answer;
        try {
            answer = await deps.reader.get(url, deps.signal);
        }
        catch (error) {
            if (error instanceof AddressRefused)
                return try_download_failed('refused', host, (0,describe_error/* describeError */.U)(error));
            // Tried a few times only: no run is long enough for someone to change a certificate.
            const untrusted = (0,untrusted_certificate/* describeUntrusted */._)(error);
            return try_download_failed(untrusted === undefined ? 'outage' : 'damaged', host, untrusted ?? (0,describe_error/* describeError */.U)(error));
        }
        const verdict = judgeAnswer(answer.status, answer.header, deps.maxBytes, deps.nowMs());
        if (verdict.kind === 'body') {
            const expected = { bytes: verdict.expectedBytes, maxBytes: deps.maxBytes, seen: deps.seen };
            const received = await receiveFile(answer.body, expected, file);
            return received.ok ? received : { ok: false, error: { host, ...received.error } };
        }
        // Its body says nothing that is needed; the connection is closed with it.
        answer.body.destroy();
        if (verdict.kind === 'failure') {
            return { ok: false, error: { ...verdict.failure, host } };
        }
        const next = URL.parse(verdict.location, url.href);
        if (next === null)
            return try_download_failed('damaged', host, 'it redirects to an address that cannot be read');
        url = next;
    }
    return try_download_failed('damaged', bareHost(url), `more than ${MAX_REDIRECTS} redirects`);
}
function try_download_failed(kind, host, reason) {
    return { ok: false, error: { kind, host, reason } };
}

;// CONCATENATED MODULE: ./download/create-downloader.js










const LIMITS = {
    maxBytes: 512 * 1024 * 1024,
    vanishedTries: 4,
    damagedTries: 4,
    silenceMs: 60_000,
    atOnce: 8,
};
/**
 * Opens the way from output addresses to verified files under `folder`. Those that wait for their next try do not keep
 * others from theirs. Dispose of it to close its connections.
 */
function createDownloader(deps) {
    const { clock, random, log } = deps;
    const limits = { ...LIMITS, ...deps.limits };
    const reader = createOutputReader({ ...deps, limits });
    const sweep = (0,sweep_buffers/* createBufferSweeper */.Y)();
    const places = createPlaces(() => limits.atOnce);
    let begun = 0;
    return {
        download: async (url, output, signal) => {
            begun += 1;
            const unique = `${begun}-${(0,unique_suffix/* uniqueSuffix */.v)(random)}`;
            const file = { folder: deps.folder, output, unique, sweep };
            const parts = { ...deps, reader, maxBytes: limits.maxBytes, nowMs: () => clock.now(), signal };
            let count = NO_FAILURES;
            let before;
            const last = await (0,retry/* retry */.L)(async (tries) => {
                const place = await places.enter(signal);
                if (place === undefined) {
                    const error = before ?? notBegun(url, signal);
                    return { kind: 'done', value: { result: { ok: false, error }, tries } };
                }
                const trying = tryDownload(url, file, { ...parts, seen: count.seen });
                const result = await trying.finally(() => {
                    place.leave();
                });
                const value = { result, tries };
                if (result.ok || signal.aborted)
                    return { kind: 'done', value };
                before = result.error;
                count = countFailure(count, result.error);
                const waitMs = nextTryMs(count, result.error, limits, random);
                if (waitMs === undefined)
                    return { kind: 'done', value };
                log.debug(`${output}: ${result.error.host}: ${(0,retry/* describeRetry */.e)(result.error.reason, waitMs)}`);
                return { kind: 'again', value, waitMs };
            }, { clock, signal });
            if (last.result.ok)
                return last.result;
            const failure = last.result.error;
            return {
                ok: false,
                error: signal.aborted
                    ? describeStopped(failure, signal)
                    : describeLastFailure(failure, count, last.tries),
            };
        },
        [Symbol.asyncDispose]: async () => {
            await reader[Symbol.asyncDispose]();
        },
    };
}
/** It ran out of time before its first try. */
function notBegun(address, signal) {
    const url = URL.parse(address);
    return { kind: 'outage', host: url === null ? '' : bareHost(url), reason: (0,describe_error/* describeError */.U)(signal.reason) };
}

// EXTERNAL MODULE: ./lock/spending.js
var spending = __webpack_require__(76325);
;// CONCATENATED MODULE: ./lock/recorded-phases.js
/** More would say little more, and older ones less. */
const MOST = 100;
/** The phases of these models' newest jobs that one run followed from submit to end, from some lock files; pure. */
function listPhases(locks, models) {
    // Several branches may record the same job.
    const byJob = new Map(locks.flatMap(({ edits }) => [...edits.values()].map((entry) => [entry.requestId, entry])));
    return [...byJob.values()]
        .filter((entry) => models.has(entry.model))
        .toSorted((a, b) => Date.parse(b.finishedAt) - Date.parse(a.finishedAt))
        .flatMap(({ queuedMs, runningMs }) => queuedMs === undefined || runningMs === undefined ? [] : [{ queuedMs, runningMs }])
        .slice(0, MOST);
}

;// CONCATENATED MODULE: ./jobs/budget/limit-to-approved.js
/**
 * A budget that lets only some edits be sent, whatever happens during the run: another run may leave an edit unsent that
 * it was working on, and this one would send it. `shard` is the part of the plan that the run does.
 */
function limitToApproved(budget, { maySend, partOf }, shard) {
    if (maySend === undefined)
        return budget;
    return {
        ...budget,
        reserve: (edit) => maySend.has(edit.id) ? budget.reserve(edit) : describeRefusal(shard, partOf.get(edit.id)),
    };
}
/** What the plan found there or in flight is gone since, or came to nothing. */
const NOT_SENT_BY_PLAN = 'the plan has no job that sends it, because it was there or in flight when the plan was made. Start the workflow again: a new plan has it.';
/** `part`: the job of a divided plan that sends the edit; undefined if none does. */
function describeRefusal(shard, part) {
    switch (shard?.kind) {
        case undefined: {
            const message = 'Not sent: the plan file does not have it as an edit to send. Plan again, and apply the new plan.';
            return { code: 'not-planned', message };
        }
        case 'part': {
            const message = part === undefined
                ? `Not sent: ${NOT_SENT_BY_PLAN}`
                : `Not sent: another part of the plan makes it, the job with \`shard: ${part}\`, and has not delivered it. Run that job again, and then this one.`;
            return { code: 'not-planned', message };
        }
        case 'merge': {
            const message = part === undefined
                ? `Not made: ${NOT_SENT_BY_PLAN}`
                : `Not made: the job with \`shard: ${part}\` was to make it, and ended without it; the summary of that job says why. Run that job again: nothing is paid for twice.`;
            return { code: 'left-unmade', message };
        }
    }
}

;// CONCATENATED MODULE: ./jobs/budget/share-limits.js
/**
 * The limits of a job that does a part of a plan (0 to 1); pure. The plan as a whole was checked before, so the number of edits
 * needs no share. What other jobs of the plan have spent of the month since it was made is from their own shares.
 */
function shareLimits(limits, { part, monthSpentUsd }) {
    if (part === 1)
        return limits;
    const { maxCostUsd, month } = limits;
    const left = month === undefined ? 0 : month.limitUsd - (monthSpentUsd ?? month.spent.costUsd);
    return {
        ...limits,
        ...(maxCostUsd !== undefined && { maxCostUsd: maxCostUsd * part }),
        ...(month !== undefined && {
            month: { ...month, limitUsd: Math.min(month.limitUsd, month.spent.costUsd + left * part) },
        }),
    };
}

// EXTERNAL MODULE: ./shared/gate.js
var gate = __webpack_require__(31352);
// EXTERNAL MODULE: ./ledger/life/describe-entry.js
var describe_entry = __webpack_require__(86208);
;// CONCATENATED MODULE: ./jobs/endings.js



/** The outcome of an edit that ended in this way. */
function endEdit(edit, ending) {
    const nothing = { outputUrls: [], files: [], unchangedFiles: [], timings: {}, warnings: [] };
    return { edit, ...nothing, ...ending };
}
/** An outcome as the run reports it: an edit that was to be sent and is not may still be to come. */
function nameUnsent(outcome, unsent) {
    // What the plan leaves out on purpose is not to come.
    return outcome.state === 'skipped' && outcome.edit.action.kind !== 'skip'
        ? { ...outcome, state: unsent }
        : outcome;
}
/**
 * The ending of an edit that was or may have been paid for, and cannot be collected: with its age, the run that sent
 * it, its request id if there is one, and what to do.
 */
function holdEdit(entry, nowMs) {
    const what = (0,describe_entry/* describeUnknown */.E)(entry, nowMs);
    if ((0,change_entry/* hasAnswer */.H1)(entry)) {
        const { requestId, submittedAtMs } = entry;
        const message = `It was not sent: ${what}. Only a run with \`on-unknown: resubmit\` has it made, and pays, again.`;
        const job = { kind: 'lost', requestId, submittedAtMs, isRecorded: true };
        return { state: 'unknown', job, error: { code: 'unknown-submit', message } };
    }
    const message = `It was not sent, because it may be paid for already: ${what}. ` +
        'Look for it among your requests on RunComfy; a run with `on-unknown: resubmit` sends it again.';
    return { state: 'unknown', job: { kind: 'maybe-sent' }, error: { code: 'unknown-submit', message } };
}
/**
 * The ending of an edit that another run delivered: unchanged, with fresh addresses for the edits that use it, if the
 * service still has them. Never throws: a surprise is the edit's failure.
 */
async function takeDelivered({ files, requestId }, { queue, deadline }) {
    try {
        const result = await queue.result(requestId, deadline.signal);
        const outputUrls = result.ok && result.value.kind === 'succeeded' ? result.value.output.urls : [];
        return { state: 'unchanged', job: { kind: 'delivered', requestId }, unchangedFiles: files, outputUrls };
    }
    catch (error) {
        const message = `Another run delivered it (request ${requestId}), but an internal error came up here: ${(0,describe_error/* describeError */.U)(error)}. Run again: it is taken from the branch, at no cost.`;
        return { state: 'failed', job: { kind: 'none' }, error: { code: 'internal-error', message } };
    }
}

// EXTERNAL MODULE: ./shared/duration.js
var duration = __webpack_require__(42403);
;// CONCATENATED MODULE: ./jobs/stop-reason.js


/** The reason with which a run stops submitting after an error that would affect every edit. */
class RunStopped extends Error {
    name = 'RunStopped';
    /** What happened and what to do, in sentences. */
    details;
    constructor(why, details) {
        super(why);
        this.details = details;
    }
}
function readStopReason(signal) {
    const reason = signal.reason;
    const why = (0,describe_error/* describeError */.U)(reason);
    if (reason instanceof shared_deadline/* DeadlineExceeded */.m)
        return { code: 'deadline', why };
    if (!(reason instanceof RunStopped))
        return { code: 'interrupted', why };
    return { code: 'run-stopped', why, ...(reason.details !== undefined && { details: reason.details }) };
}
/** Says what a stop means for an edit, e.g. `Not sent: WHY.`, with the details. */
function describeStop(what, { why, details }) {
    return `${what}: ${why}.${details === undefined ? '' : ` ${details}`}`;
}
/** The error of an edit that was not sent at all; `lastKnown` is what was known until then, in sentences. */
function readNotSentReason(signal, lastKnown = '') {
    const reason = readStopReason(signal);
    const isKnown = lastKnown === '' || reason.details?.includes(lastKnown) === true;
    const before = isKnown ? '' : ` Before that: ${lastKnown}`;
    // The error that stopped the run already says what to do.
    const next = reason.code === 'run-stopped' ? '' : ' Run again to have it made.';
    return { code: reason.code, message: `${describeStop('Not sent', reason)}${before}${next}` };
}

;// CONCATENATED MODULE: ./jobs/follow/end-stopped.js


/**
 * Ends an edit whose job was not done in time, or whose run is being stopped. A job of this run that was last seen in
 * the queue is cancelled, which costs nothing, unless the run only ran out of time and is to leave it; one that runs,
 * or may run, stays pending: it will be charged.
 */
async function endStopped(edit, { requestId, submittedAtMs, isOurs }, { signal, isQueued, lastKnown }, deps) {
    const reason = readStopReason(signal);
    const { code } = reason;
    const known = lastKnown === '' ? '' : ` ${lastKnown}`;
    const why = `${describeWhy(edit, reason, deps)}${known}`;
    const isLeft = code === 'deadline' && deps.onTimeout === 'leave';
    // On a fresh signal: the one that stopped the edit would stop this too. The call is short anyway.
    const answer = isQueued && isOurs && !isLeft
        ? await deps.queue.cancel(requestId, new AbortController().signal)
        : undefined;
    if (answer === 'cancelled') {
        const message = `${why} It was cancelled in the service's queue (request ${requestId}): nothing is charged for it.`;
        const job = { kind: 'over-empty', requestId, submittedAtMs };
        return { state: 'cancelled', job, error: { code, message } };
    }
    const message = `${why} ${describeCancel(answer)}${describePending(requestId, deps)}`;
    return { state: 'pending', job: { kind: 'open', requestId, submittedAtMs }, error: { code, message } };
}
function describeWhy(edit, reason, { deadline }) {
    const isOwnTime = reason.code === 'deadline' && !deadline.signal.aborted;
    if (isOwnTime)
        return `It ran out of time: it was not done within ${(0,duration/* formatDuration */.a3)(edit.timeoutMs)}.`;
    // Only jobs of other runs are known before anything is sent.
    return describeStop(reason.code === 'run-stopped' ? 'Not collected' : 'Stopped', reason);
}
function describeCancel(answer) {
    switch (answer) {
        case undefined:
            return '';
        case 'not-cancellable':
            return 'It could no longer be cancelled. ';
        case 'unconfirmed':
            return 'The service did not confirm whether it was cancelled. ';
    }
}
/** What becomes of a job that no run waits for anymore. */
function describePending(requestId, { queue, keepsRecord }) {
    const next = keepsRecord
        ? 'The job may still be running and will be charged; the next run collects it without paying again. Its'
        : 'The job may still be running and will be charged; its';
    return `${next} result stays readable at ${queue.resultUrl(requestId)}.`;
}

;// CONCATENATED MODULE: ./jobs/follow/check-files.js

/** What is worth knowing about an edit's files although nothing is wrong with them: one line each. */
function checkFiles(edit, files) {
    const warnings = files.flatMap((file) => judgeSize(file, edit));
    for (const { path, oddity } of files) {
        if (oddity !== undefined)
            warnings.push(`${path}: ${oddity}. The service sent the same bytes twice, so this is what it made.`);
    }
    if (edit.forceSingle && files.length > 1)
        warnings.push(`The service made ${(0,format/* plural */.LS)(files.length, 'picture')}, although one was asked for (\`force-single\`).`);
    return warnings;
}
/** Only the default model has sizes in pixels. */
function judgeSize({ path, width, height }, { size: asked }) {
    if (asked === undefined || width === undefined || height === undefined)
        return [];
    if (width === asked.width && height === asked.height)
        return [];
    return [`${path} is ${width}x${height}, though ${asked.width}x${asked.height} was asked for.`];
}

;// CONCATENATED MODULE: ./jobs/follow/collect-outputs.js

/**
 * Downloads all outputs of a job, one after the other. If an address no longer works, the result is read again, which
 * gives fresh addresses. One that cannot be fetched does not keep the others from being fetched: all are paid for.
 */
async function collectOutputs(edit, requestId, urls, { files: ports, queue, takenOutputs }, signal) {
    const paths = (0,outputs/* numberOutputs */.eN)(edit.output, urls.length, takenOutputs);
    const files = [];
    let addresses = urls;
    let isFresh = false;
    let error;
    for (const [index, path] of paths.entries()) {
        let fetched = await ports.download(addresses[index] ?? '', path, signal);
        if (!fetched.ok && fetched.error.kind === 'vanished' && !isFresh && !signal.aborted) {
            isFresh = true;
            const again = await queue.result(requestId, signal);
            if (again.ok && again.value.kind === 'succeeded' && again.value.output.urls.length === urls.length) {
                addresses = again.value.output.urls;
                fetched = await ports.download(addresses[index] ?? '', path, signal);
            }
        }
        if (fetched.ok)
            files.push(fetched.value);
        else if (error === undefined || (!mayCome(error) && mayCome(fetched.error)))
            error = fetched.error;
        if (signal.aborted)
            break;
    }
    return { files, urls: addresses, ...(error !== undefined && { error }) };
}
function mayCome({ kind }) {
    return kind !== 'permanent';
}

;// CONCATENATED MODULE: ./ledger/life/is-given-up.js
/** Young jobs are never given up: a gateway that is broken for a while may answer that they do not exist. */
const GIVEN_UP_AFTER_MS = 60 * 60_000;
/**
 * Whether a job whose pictures cannot be fetched now is given up: then no run looks for it again, and it is made again
 * only with consent. Only a later run than the one that submitted it may decide that (`isOurs` is false). Pure.
 *
 * A job that is dated well ahead was submitted by a machine with a wrong clock, and the service did not say what time it
 * was. That says nothing about its age, and does not keep it young until that date. Only a server's clock shows it: the
 * wrong clock may be the one of this machine.
 */
function isGivenUp({ submittedAtMs, isOurs }, { localMs, serverMs }) {
    if (isOurs)
        return false;
    const ageMs = (serverMs ?? localMs) - submittedAtMs;
    return ageMs > GIVEN_UP_AFTER_MS || (serverMs !== undefined && -ageMs > GIVEN_UP_AFTER_MS);
}

;// CONCATENATED MODULE: ./jobs/follow/missing.js

/** A job whose pictures are to come later. */
function openJob({ requestId, submittedAtMs }) {
    return { kind: 'open', requestId, submittedAtMs };
}
/** A job that was paid for and whose pictures cannot be fetched now: a later run looks again, or no run does. */
function judgeMissing(job, { clock, queue }) {
    const { requestId, submittedAtMs } = job;
    const localMs = clock.now();
    const aheadMs = queue.aheadMs();
    const serverMs = aheadMs === undefined ? undefined : localMs + aheadMs;
    return isGivenUp(job, { localMs, serverMs })
        ? { kind: 'lost', requestId, submittedAtMs, isRecorded: false }
        : openJob(job);
}
/** What becomes of it, to follow another sentence; empty if no later run knows about it. */
function describeMissing({ kind }, { keepsRecord }) {
    if (!keepsRecord)
        return '';
    return kind === 'lost'
        ? ' It is given up: only a run with `on-unknown: resubmit` has it made, and pays, again.'
        : ' It counts as paid for: the next run looks for it again, and does not pay again.';
}

;// CONCATENATED MODULE: ./jobs/follow/fetch-outputs.js





/** Fetches what a job made, within the run's time, and says how that ended. */
async function fetchOutputs(edit, job, { urls, unread }, deps) {
    const { signal } = deps.deadline;
    const { requestId, submittedAtMs } = job;
    deps.onChange({ kind: 'downloading', edit });
    const startedAtMs = deps.clock.now();
    const collected = await collectOutputs(edit, requestId, urls, deps, signal);
    const { files, urls: outputUrls } = collected;
    const error = collected.error ?? judgeTypes(files, deps.files);
    const timings = { downloadMs: deps.clock.now() - startedAtMs };
    const warnings = [
        ...checkFiles(edit, files),
        ...(unread === undefined ? [] : [`The service also gave an output in an unknown form: ${unread}.`]),
    ];
    const facts = { files, outputUrls, timings, warnings };
    if (error === undefined && files.length === urls.length)
        return { state: 'succeeded', job: { kind: 'made', requestId, submittedAtMs }, ...facts };
    const got = files.length === 0 ? '' : ` ${files.length} of ${(0,format/* plural */.LS)(urls.length, 'picture')} downloaded.`;
    const where = `The picture is paid for; the result stays readable at ${deps.queue.resultUrl(requestId)}.${got}`;
    if (signal.aborted) {
        const reason = readStopReason(signal);
        const known = error === undefined ? '' : ` ${error.message}`;
        const message = `${describeStop('Stopped while downloading', reason)}${known} ${where}${describeNext('passing', deps)}`;
        return { state: 'pending', job: openJob(job), ...facts, error: { code: reason.code, message } };
    }
    const failed = error ?? {
        kind: 'passing',
        code: 'download-failed',
        message: 'Not every picture came.',
    };
    const end = (fact, next) => {
        const message = `${failed.message} ${where}${next}`;
        return { state: 'failed', job: fact, ...facts, error: { code: failed.code, message } };
    };
    if (failed.code === 'output-unusable')
        return end({ ...openJob(job), isUnusable: true }, ONLY_FORCE);
    if (failed.kind !== 'vanished')
        return end(openJob(job), describeNext(failed.kind, deps));
    const missing = judgeMissing(job, deps);
    return end(missing, describeMissing(missing, deps));
}
/**
 * Whether the files can go where the run delivers: a branch does not accept what is not known to be a picture or video.
 */
function judgeTypes(files, { takesUnknownFiles }) {
    const unknown = files.filter(({ type }) => type === 'application/octet-stream');
    if (takesUnknownFiles || unknown.length === 0)
        return undefined;
    const names = unknown.map(({ path }) => `\`${path}\``).join(', ');
    const message = `What the service made is not a picture or video of a known type, so it cannot go to the branch: ${names}.`;
    return { kind: 'permanent', code: 'output-unusable', message };
}
const ONLY_FORCE = ' Another run gets the same. To have the edit made again, and pay again, name it in `force`.';
/** For what was paid for and did not come this time. */
function describeNext(kind, { keepsRecord }) {
    if (kind === 'permanent')
        return ' Another run with the same settings gets the same.';
    return keepsRecord ? ' The next run fetches it without paying again.' : '';
}

// EXTERNAL MODULE: ./shared/wait.js
var wait = __webpack_require__(14926);
;// CONCATENATED MODULE: ./jobs/follow/describe-last.js
/** What is known about a job whose wait is over: sentences, or empty. `lastTry`: the last read, if that failed. */
function describeLast(seen, lastTry) {
    const tried = lastTry === undefined ? '' : `The last try to ask: ${lastTry}`;
    return [seen === undefined ? '' : describeSighting(seen), tried].filter((text) => text !== '').join(' ');
}
function describeSighting(seen) {
    switch (seen.kind) {
        case 'queued': {
            const position = seen.position === undefined ? '' : ` at position ${seen.position}`;
            return `The service last said that it was in the queue${position}.`;
        }
        case 'running':
            return 'The service last said that it was running.';
        case 'unrecognized':
            return `The service last said "${seen.word}", an unknown word.`;
    }
}

;// CONCATENATED MODULE: ./jobs/follow/ended-result.js
/** Whether an answer is the last one about a job. */
function isEnd(seen) {
    switch (seen.kind) {
        case 'queued':
        case 'running':
            return false;
        case 'unrecognized':
            return 'hasEnded' in seen && seen.hasEnded;
        case 'succeeded':
        case 'failed':
        case 'no-output':
        case 'unreadable':
        case 'cancelled':
            return true;
    }
}

;// CONCATENATED MODULE: ./jobs/follow/next-read.js
/** A last read is sent so long before the deadline, so that what has ended by then still counts. */
const LAST_READ_MS = 1000;
/** Unless the job was read shortly before. */
const SHORTEST_MS = 500;
/** When to read a job next; pure. May be after the deadline, whose signal ends the wait. */
function nextReadAtMs({ nowMs, lastReadMs, wishedMs, notBeforeMs, deadlineMs }) {
    // The clock may jump past the deadline before its timer fires: the signal must not be outrun.
    if (nowMs >= deadlineMs)
        return nowMs + SHORTEST_MS;
    const dueMs = Math.max(wishedMs, notBeforeMs);
    const lastMs = deadlineMs - LAST_READ_MS;
    return dueMs > lastMs && lastMs - lastReadMs >= SHORTEST_MS ? lastMs : dueMs;
}

;// CONCATENATED MODULE: ./jobs/follow/wait-until-due.js


/** After so long it is asked again when to read: other jobs may have shown how long such jobs take. */
const PLAN_AGAIN_MS = 1000;
/** Waits until the job is to be read and it is its turn; false if the signal ended the wait. */
async function waitUntilDue(reads, last, { clock, deadlineMs }, signal) {
    let { lastReadMs, notBeforeMs } = last;
    let latestMs = lastReadMs;
    for (;;) {
        const nowMs = clock.now();
        // If the clock was set back, these times go back with it: otherwise nothing is due until it has caught up.
        const backMs = Math.max(0, latestMs - nowMs);
        lastReadMs -= backMs;
        notBeforeMs -= backMs;
        latestMs = nowMs;
        const wishedMs = nowMs + reads.nextWaitMs(nowMs);
        const dueInMs = nextReadAtMs({ nowMs, wishedMs, deadlineMs, lastReadMs, notBeforeMs }) - nowMs;
        const waitMs = dueInMs > 0 ? Math.min(PLAN_AGAIN_MS, Math.ceil(dueInMs)) : reads.turn(nowMs);
        if (waitMs === 0)
            return !signal.aborted;
        if (!(await (0,wait/* wait */.u)(clock, waitMs, signal)))
            return false;
    }
}

;// CONCATENATED MODULE: ./jobs/follow/wait-for-job.js




/**
 * Waits until a job is over: by `/status` while it may be queued, because that gives its position; otherwise by
 * `/result`, because that gives everything. The reads themselves wait out outages. An unknown word is reported, and the wait
 * goes on unless the answer reads as one about a job that is over.
 */
async function waitForJob(job, deps, signal) {
    const startedAtMs = deps.clock.now();
    const reads = job.isOurs
        ? deps.reads.follow(startedAtMs)
        : deps.reads.collect(job.submittedAtMs, startedAtMs);
    try {
        return await readUntilOver(job.requestId, reads, deps, signal);
    }
    finally {
        reads.leave();
    }
}
async function readUntilOver(requestId, reads, deps, signal) {
    const { clock } = deps;
    let phase = 'queued';
    let lastReadMs = clock.now();
    let notBeforeMs = lastReadMs;
    let lastSeen;
    const stopped = (lastTry) => ({
        kind: 'stopped',
        isQueued: phase === 'queued',
        lastKnown: describeLast(lastSeen, lastTry),
    });
    const pace = {
        slowDown: () => {
            deps.reads.slowDown(clock.now());
        },
        waitForTurn: async () => {
            let waitMs = reads.turn(clock.now());
            while (waitMs > 0 && (await (0,wait/* wait */.u)(clock, waitMs, signal)))
                waitMs = reads.turn(clock.now());
        },
    };
    for (;;) {
        if (!(await waitUntilDue(reads, { lastReadMs, notBeforeMs }, deps, signal)))
            return stopped();
        const by = reads.isMaybeQueued() ? 'status' : 'result';
        const read = await readJob(requestId, by, deps.queue, pace, signal);
        if (!read.ok) {
            if (signal.aborted)
                return stopped(read.error.lastTry);
            return { kind: 'given-up', error: read.error };
        }
        lastReadMs = clock.now();
        notBeforeMs = lastReadMs + (read.retryAfterMs ?? 0);
        const seen = read.value;
        if (isEnd(seen))
            return { kind: 'ended', result: seen, timings: reads.ended(lastReadMs) };
        reads.saw(lastReadMs, seen);
        if (seen.kind !== 'unrecognized')
            phase = seen.kind;
        const sighting = seen.kind === 'unrecognized' ? { kind: 'unrecognized', word: seen.word } : seen;
        if (JSON.stringify(sighting) !== JSON.stringify(lastSeen))
            deps.onSighting(sighting);
        lastSeen = sighting;
    }
}
/**
 * One read of a job; after `ended`, the result is read at once, and so it is after an unknown word: the result may be
 * there nevertheless.
 */
async function readJob(requestId, by, queue, pace, signal) {
    if (by === 'result')
        return await queue.result(requestId, signal, pace);
    const status = await queue.status(requestId, signal, pace);
    if (!status.ok)
        return status;
    const { value } = status;
    switch (value.kind) {
        case 'queued':
        case 'running':
        case 'cancelled':
            return { ...status, value };
        case 'ended':
            return await queue.result(requestId, signal, pace);
        case 'unrecognized': {
            const result = await queue.result(requestId, signal, pace);
            return result.ok && isEnd(result.value) ? result : { ...status, value };
        }
    }
}

;// CONCATENATED MODULE: ./jobs/follow/follow-job.js
var follow_job_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var follow_job_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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
 * Waits for an accepted job within the edit's own time, which begins here, and collects what it made. Downloads have
 * the run's time: a picture that was paid for at the last moment is still fetched.
 */
async function followJob(edit, job, deps) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const deadline = follow_job_addDisposableResource(env_1, (0,shared_deadline/* startDeadline */.d)(deps.clock, edit.timeoutMs, 'the edit', deps.deadline.signal), false);
        const { signal } = deadline;
        const waited = await waitForJob(job, {
            ...deps,
            deadlineMs: Math.min(deadline.atMs, deps.deadline.atMs),
            onSighting: (sighting) => {
                deps.onChange({ edit, ...sighting });
            },
        }, signal);
        switch (waited.kind) {
            case 'stopped':
                return await endStopped(edit, job, { ...waited, signal }, deps);
            case 'given-up':
                return endRefused(job, waited.error, deps);
            case 'ended': {
                deps.onJobEnd(readCost(waited.result));
                const ending = await endResult(edit, job, waited.result, deps);
                return { ...ending, timings: { ...waited.timings, ...ending.timings } };
            }
        }
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        follow_job_disposeResources(env_1);
    }
}
/** The service refuses to report on the job. It was accepted, so it counts as paid for until a person has looked. */
function endRefused(job, { code, message, stopsRun }, deps) {
    if (stopsRun)
        deps.stopRun(message);
    // "Not found" means lost or expired: waiting longer would not bring it back, and sending it again could cost twice.
    if (code === 'not-found') {
        const fact = judgeMissing(job, deps);
        return {
            state: 'unknown',
            job: fact,
            error: { code, message: `${message}${describeMissing(fact, deps)}` },
        };
    }
    const text = `${message} ${describePending(job.requestId, deps)}`;
    return { state: 'pending', job: openJob(job), error: { code, message: text } };
}
async function endResult(edit, job, result, deps) {
    const { requestId, submittedAtMs } = job;
    const over = { kind: 'over-empty', requestId, submittedAtMs };
    switch (result.kind) {
        case 'succeeded':
            return { ...costOf(result), ...(await fetchOutputs(edit, job, result.output, deps)) };
        case 'cancelled': {
            const message = `The job was cancelled at the service (request ${requestId}). Run again to have it made.`;
            return { state: 'cancelled', job: over, error: { code: 'cancelled', message } };
        }
        case 'failed': {
            const message = `The service could not make it (request ${requestId}): ${result.message}.`;
            if (result.isOutOfBalance)
                deps.stopRun(message);
            return { state: 'failed', job: over, ...costOf(result), error: { code: 'job-failed', message } };
        }
        case 'no-output': {
            const why = result.reason === undefined ? '' : `: ${result.reason}`;
            const what = `The service says that it was made, and names no output (request ${requestId})${why}.`;
            return { ...costOf(result), ...endMissing(job, 'no-output', what, deps) };
        }
        case 'unreadable': {
            const what = `It was made and is paid for, but the form of its output is unknown: ${result.shape}. A person has to look: the result stays readable at ${deps.queue.resultUrl(requestId)}.`;
            return { ...costOf(result), ...endMissing(job, 'output-unreadable', what, deps) };
        }
        case 'unrecognized': {
            const why = result.reason === undefined ? '' : ` (${result.reason})`;
            const what = `The service ended it with the status "${result.word}"${why}, which is unknown, and names no output. A person has to look: the result stays readable at ${deps.queue.resultUrl(requestId)}.`;
            return endMissing(job, 'unrecognized-status', what, deps);
        }
    }
}
/** Paid for, certainly or perhaps, and no pictures that could be fetched now. */
function endMissing(job, code, what, deps) {
    const fact = judgeMissing(job, deps);
    return { state: 'failed', job: fact, error: { code, message: `${what}${describeMissing(fact, deps)}` } };
}
/** A job that is cancelled in the queue is not charged. An unknown cost is not 0. */
function readCost(result) {
    switch (result.kind) {
        case 'cancelled':
            return { usd: 0, hasMade: false };
        case 'unrecognized':
            return { usd: undefined, hasMade: false };
        case 'failed':
            return { usd: result.costUsd, hasMade: false };
        case 'succeeded':
        case 'no-output':
        case 'unreadable':
            return { usd: result.costUsd, hasMade: true };
    }
}
/** An unknown cost is left out: it is never 0. */
function costOf({ costUsd }) {
    return costUsd === undefined ? {} : { costUsd };
}

// EXTERNAL MODULE: ./media/data-picture.js
var data_picture = __webpack_require__(98319);
// EXTERNAL MODULE: ./models/default-model.js
var default_model = __webpack_require__(16193);
// EXTERNAL MODULE: ./models/fit-options.js
var fit_options = __webpack_require__(13316);
;// CONCATENATED MODULE: ./jobs/one-edit/compose-input.js




/** Makes the pictures of an edit sendable; the error is a sentence. */
async function composeInput(edit, deps) {
    try {
        const addresses = await addressNeeds(edit, deps);
        if (!addresses.ok)
            return addresses;
        const imageUrls = await deps.files.makeSendable(edit, addresses.value);
        const input = toWireInput(edit, imageUrls);
        const free = () => {
            imageUrls.filter(data_picture/* isDataPicture */.zl).forEach(data_picture/* freePicture */.xZ);
        };
        return input.ok ? { ok: true, value: { input: input.value, free } } : input;
    }
    catch (error) {
        return { ok: false, error: `${(0,describe_error/* describeError */.U)(error)}.` };
    }
}
/**
 * An edit in the model's own words; `imageUrls` are https URLs or pictures' bytes, in the edit's order. Nothing is sent that the spec
 * does not set, except the settings of the default model.
 */
function toWireInput(edit, imageUrls) {
    const { prompt, size, scale, forceSingle, model, published } = edit;
    const urls = imageUrls.map((url, index) => ({ url, option: edit.images[index]?.option }));
    const references = urls.flatMap(({ url, option }) => (option === undefined ? [url] : []));
    const pictures = [...Map.groupBy(urls, ({ option }) => option)].flatMap(([option, own]) => option === undefined ? [] : [[option, own.map(({ url }) => url)]]);
    const isDefault = size !== undefined && scale !== undefined;
    const hasOptions = Object.keys(edit.options).length > 0;
    const rules = (published ?? (isDefault && hasOptions ? default_model/* DEFAULT_MODEL */.U : undefined))?.options;
    const options = {
        ...(0,fit_options/* fitOptions */.k)(rules, edit.options),
        ...Object.fromEntries(pictures.map(([key, own]) => [key, shape(key, own)])),
    };
    if (isDefault) {
        const input = {
            image_urls: references,
            prompt,
            'width×height': size.wire,
            scale,
            force_single: forceSingle,
        };
        return { ok: true, value: { ...input, ...options } };
    }
    if (published === undefined)
        return {
            ok: false,
            error: `The schema of ${model} is not known, so its request cannot be made. Run again.`,
        };
    const { key, isList } = published.references;
    const value = { [key]: isList ? references : (references[0] ?? ''), prompt, ...options };
    return { ok: true, value };
    function shape(key, own) {
        const rule = published?.options.get(key);
        const isList = rule?.type === 'image' ? rule.isList : rule?.type === 'list';
        return isList ? own : (own[0] ?? '');
    }
}
/** Addresses of the first outputs of the edits that this one needs: made in this run or another, or unchanged. */
async function addressNeeds({ needs }, { outputUrls, unchanged, files, submitSignal }) {
    const addresses = new Map();
    for (const id of needs) {
        const there = unchanged.get(id);
        if (there !== undefined) {
            const address = await files.unchangedOutput(there, submitSignal);
            if (!address.ok)
                return address;
            addresses.set(id, address.value);
            continue;
        }
        const url = outputUrls.get(id);
        // Only another run's output can lack one: those of this run have succeeded.
        if (url === undefined)
            return { ok: false, error: `The output of ${id}, which another run made, has no address. Run again.` };
        addresses.set(id, url);
    }
    return { ok: true, value: addresses };
}

;// CONCATENATED MODULE: ./jobs/one-edit/submit-edit.js




const NO_JOB = { kind: 'none' };
/**
 * Submits an edit that is claimed only for this run, and records what became of it before anything else happens. It is
 * made ready before there is room for its job at the service: claimed, and its pictures in memory, once they fit there
 * beside those of other submits. `progress` says at any time how far it came.
 */
async function submitEdit(edit, progress, deps) {
    const { claims, submitSignal, budget } = deps;
    const excess = budget.reserve(edit);
    if (excess !== undefined)
        return end({ state: 'skipped', job: NO_JOB, error: excess });
    const needed = edit.needs.flatMap((id) => deps.unchanged.get(id) ?? []);
    const bytes = deps.files.uploadBytes(edit, needed);
    deps.expectPlace(edit, bytes > 0 ? 'bytes' : 'urls');
    // Before it takes room in memory: the wait may be long.
    const claim = await claims.claim(edit, submitSignal);
    if (claim.kind !== 'claimed') {
        budget.release(edit);
        return await answerRefusal(claim, deps);
    }
    const sent = await deps.uploadMemory.use(bytes, submitSignal, async () => await sendEdit(edit, claim.id, progress, deps), () => {
        deps.letOthersPass(edit);
    });
    if (sent?.kind === 'sent')
        return await recordAnswer(edit, sent.answer, sent.submittedAtMs, progress, deps);
    budget.release(edit);
    await claims.released(edit);
    return end(sent?.ending ?? notSent(deps));
}
/** Waits for room at the service, and for the budget of that time; the ending says why it may not be sent. */
async function enterService(edit, progress, deps) {
    const place = await deps.enterService(edit, deps.submitSignal);
    if (place === undefined)
        return notSent(deps);
    progress.place = place;
    progress.begunAtMs = deps.clock.now();
    deps.onChange({ kind: 'submitting', edit });
    // Others may have cost more than was reserved for them.
    const excess = deps.budget.reserve(edit);
    return excess && { state: 'skipped', job: NO_JOB, error: excess };
}
function end(ending) {
    return { kind: 'ended', ending };
}
/** What happens to an edit that may not be sent. */
async function answerRefusal(claim, deps) {
    switch (claim.kind) {
        case 'other-run':
            return claim;
        case 'delivered':
            return end(await takeDelivered(claim, deps));
        case 'failed':
            return end(notRecorded(claim.message, deps));
    }
}
/** The sendable pictures are released on return: `data:` URIs must not be in memory during the wait for the job. */
async function sendEdit(edit, key, progress, deps) {
    const { claims, queue, clock, submitSignal, deadline } = deps;
    const input = await composeInput(edit, deps);
    if (submitSignal.aborted)
        return { kind: 'unsent', ending: notSent(deps) };
    if (!input.ok) {
        const error = { code: 'reference-unusable', message: input.error };
        return { kind: 'unsent', ending: { state: 'failed', job: NO_JOB, error } };
    }
    const refusal = await enterService(edit, progress, deps);
    if (refusal !== undefined)
        return { kind: 'unsent', ending: refusal };
    try {
        await claims.posting(edit);
    }
    catch (error) {
        return { kind: 'unsent', ending: notRecorded(`${(0,describe_error/* describeError */.U)(error)}.`, deps) };
    }
    progress.hasLeft = true;
    const sentAtMs = clock.now();
    const call = { model: edit.model, signal: submitSignal, key, endsAtMs: deadline.atMs };
    const answer = await queue.submit(input.value.input, call);
    input.value.free();
    // By the service's clock: runs on other machines judge by it how old the job is.
    return { kind: 'sent', answer, submittedAtMs: sentAtMs + (queue.aheadMs() ?? 0) };
}
async function recordAnswer(edit, answer, submittedAtMs, progress, deps) {
    const { claims, budget } = deps;
    if (answer.kind === 'accepted') {
        const { requestId } = answer;
        const job = { requestId, submittedAtMs };
        progress.job = job;
        await claims.accepted(edit, requestId, submittedAtMs);
        deps.onChange({ kind: 'submitted', edit, requestId });
        return { kind: 'accepted', job };
    }
    const { code, message, stopsRun } = answer.error;
    if (stopsRun)
        deps.stopRun(message);
    if (answer.kind === 'maybe-sent') {
        await claims.maybeSent(edit);
        const next = deps.keepsRecord ? ' Only a run with `on-unknown: resubmit` sends it again.' : '';
        const error = { code, message: `${message}${next}` };
        return end({ state: 'unknown', job: { kind: 'maybe-sent' }, error });
    }
    budget.release(edit);
    await claims.released(edit);
    if (answer.kind === 'rejected')
        return end({ state: 'failed', job: { kind: 'refused', submittedAtMs }, error: { code, message } });
    // Its own reason if it has one: the service accepts nothing until after the run.
    const error = { code: stopsRun ? code : readStopReason(deps.submitSignal).code, message };
    return end({ state: 'skipped', job: NO_JOB, error });
}
/** What cannot be recorded must not be sent: neither this edit nor any that comes after it. */
function notRecorded(reason, deps) {
    const why = `Cannot guarantee that it is submitted only once: ${reason}`;
    if (deps.submitSignal.aborted)
        return notSent(deps, why);
    deps.stopRun(why);
    return { state: 'skipped', job: NO_JOB, error: { code: 'not-recorded', message: `Not sent. ${why}` } };
}
function notSent({ submitSignal }, lastKnown) {
    return { state: 'skipped', job: NO_JOB, error: readNotSentReason(submitSignal, lastKnown) };
}

;// CONCATENATED MODULE: ./jobs/one-edit/run-edit.js





/**
 * Takes one edit to its files on disk: submit, wait, download; or, from the job that an earlier run paid for (`paid`),
 * wait and download. It continues as another run's edit if that run was first. Never throws: whatever goes wrong is
 * part of the outcome, together with the request id once there is one.
 */
async function runEdit(edit, paid, deps) {
    const progress = { hasLeft: false, ...(paid !== undefined && { job: paid }) };
    const after = await tryEdit(edit, paid, progress, deps);
    progress.place?.leave();
    if (after.kind === 'other-run')
        return { kind: 'goes-on', action: after };
    const { ending } = after;
    if (progress.begunAtMs === undefined)
        return { kind: 'ended', outcome: endEdit(edit, ending) };
    const timings = { ...ending.timings, totalMs: deps.clock.now() - progress.begunAtMs };
    return { kind: 'ended', outcome: endEdit(edit, { ...ending, timings }) };
}
async function tryEdit(edit, paid, progress, deps) {
    try {
        if (paid !== undefined)
            return { kind: 'ended', ending: await collectEdit(edit, paid, progress, deps) };
        const after = await submitEdit(edit, progress, deps);
        if (after.kind !== 'accepted')
            return after;
        const onJobEnd = (cost) => {
            // Before the next edit is sent: it may be one too many.
            deps.budget.recordCost(edit, cost);
            progress.place?.leave();
        };
        const ending = await followJob(edit, { ...after.job, isOurs: true }, { ...deps, onJobEnd });
        // A job that this run has cancelled in the queue is not charged.
        if (ending.state === 'cancelled')
            deps.budget.recordCost(edit, { usd: 0, hasMade: false });
        return { kind: 'ended', ending };
    }
    catch (error) {
        return { kind: 'ended', ending: await endSurprised(edit, error, progress, deps) };
    }
}
/** Its times do not show how long jobs take: no run looked while it waited. */
async function collectEdit(edit, { requestId, submittedAtMs }, progress, deps) {
    // There is none once the run is over: then it ends at once.
    const place = await deps.enterService(edit, deps.deadline.signal);
    if (place !== undefined)
        progress.place = place;
    progress.begunAtMs = deps.clock.now();
    deps.onChange({ kind: 'collecting', edit, requestId });
    const job = { requestId, submittedAtMs, isOurs: false };
    const onJobEnd = () => place?.leave();
    const ending = await followJob(edit, job, { ...deps, onJobEnd });
    const { downloadMs } = ending.timings ?? {};
    return { ...ending, timings: { ...(downloadMs !== undefined && { downloadMs }) } };
}
/** A surprise on our side does not undo what was, or may have been, paid for. */
async function endSurprised(edit, error, { job, hasLeft }, deps) {
    const code = 'internal-error';
    const what = `An internal error: ${(0,describe_error/* describeError */.U)(error)}.`;
    if (job !== undefined) {
        const { requestId, submittedAtMs } = job;
        const message = `${what} ${describePending(requestId, deps)}`;
        return { state: 'pending', job: { kind: 'open', requestId, submittedAtMs }, error: { code, message } };
    }
    const lost = await recordSurprise(edit, hasLeft, deps);
    if (!hasLeft) {
        const message = `${what} It was not sent.${lost}`;
        return { state: 'failed', job: { kind: 'none' }, error: { code, message } };
    }
    const next = deps.keepsRecord ? ' Only a run with `on-unknown: resubmit` sends it again.' : '';
    const advice = `It may have been sent: look at your requests on RunComfy before it is sent again.${next}`;
    const message = `${what} ${advice}${lost}`;
    return { state: 'unknown', job: { kind: 'maybe-sent' }, error: { code, message } };
}
/** Recording may fail for the same reason. */
async function recordSurprise(edit, hasLeft, { claims, budget }) {
    try {
        if (!hasLeft)
            budget.release(edit);
        await (hasLeft ? claims.maybeSent(edit) : claims.released(edit));
        return '';
    }
    catch (error) {
        return ` That could not be recorded: ${(0,describe_error/* describeError */.U)(error)}.`;
    }
}

;// CONCATENATED MODULE: ./jobs/schedule/next-step.js

/** Decides about an edit that has not begun; pure. */
function planNextStep({ edit, action }, facts) {
    switch (action.kind) {
        case 'skip':
            return skip({ code: 'not-planned', message: action.reason });
        case 'unchanged':
        case 'adopt': {
            const job = { kind: 'delivered', requestId: action.entry.requestId };
            const state = action.kind === 'adopt' ? 'adopted' : 'unchanged';
            return { kind: 'end', ending: { state, job, unchangedFiles: action.files } };
        }
        case 'aside': {
            const { entry } = action;
            const job = { kind: 'delivered', requestId: entry.requestId };
            return { kind: 'end', ending: { state: 'unchanged', job, unchangedFiles: entry.files } };
        }
        case 'hold':
            return { kind: 'end', ending: holdEdit(action.entry, facts.nowMs) };
        case 'collect':
        case 'other-run':
            return action;
        case 'share':
            return planShare(action.with, facts);
        case 'submit':
            return planSubmit(edit, action, facts);
    }
}
function skip(error) {
    return { kind: 'end', ending: { state: 'skipped', job: { kind: 'none' }, error } };
}
function planSubmit({ needs }, action, { ended, isComing, stopped }) {
    for (const id of needs) {
        const state = ended.get(id)?.state;
        if (state === undefined && isComing(id))
            continue;
        if (state === 'succeeded' || state === 'unchanged' || state === 'adopted')
            continue;
        return skip({
            code: 'needs-not-met',
            message: `It uses the output of ${id}, ${describeAbsence(state)}.`,
        });
    }
    if (stopped !== undefined)
        return skip(stopped);
    return needs.every((id) => ended.has(id)) ? action : { kind: 'wait' };
}
/** Sends nothing, so it does not matter what the edit needs, or that nothing more may be submitted. */
function planShare(id, { ended, isComing }) {
    const twin = ended.get(id);
    if (twin?.state === 'succeeded')
        return { kind: 'share', twin };
    if (twin === undefined && isComing(id))
        return { kind: 'wait' };
    if (twin?.state === 'unchanged') {
        const message = `Its picture is that of ${id}, which another run delivered in the meantime. Run again: it is taken from there, at no cost.`;
        return skip({ code: 'delivered-by-other-run', message });
    }
    const message = `Its picture is that of ${id}, ${describeAbsence(twin?.state)}.`;
    return skip({ code: 'shared-edit-not-made', message });
}
function describeAbsence(state) {
    return state === undefined ? 'which is not part of this run' : `which ended as ${state}`;
}
/**
 * A number that is lower for edits whose turn is earlier: first what ends at once or only waits, then what was paid
 * for, and finally what costs money.
 */
function rankEdit({ action }) {
    switch (action.kind) {
        case 'unchanged':
        case 'adopt':
        case 'aside':
        case 'skip':
        case 'hold':
        case 'other-run':
            return 0;
        case 'collect':
            return 1;
        case 'submit':
        case 'share':
            return 2;
    }
}

;// CONCATENATED MODULE: ./jobs/schedule/next-moves.js

/**
 * What to do next; pure. Nothing, if everything that waits depends on what is under way. Another edit may wait for one
 * that ends at once, so nothing that takes room begins after it: the caller asks again.
 */
function nextMoves(run) {
    const facts = { ...run, isComing: (id) => run.waiting.has(id) || run.underWay.has(id) };
    const moves = [];
    const room = run.isOver ? { job: Infinity, copy: Infinity, claim: Infinity } : { ...run.room };
    let hasEnded = false;
    for (const waiting of run.waiting.values()) {
        const step = planNextStep(waiting, facts);
        if (step.kind === 'wait')
            continue;
        const work = workOf(step);
        if (work !== undefined) {
            const claim = step.kind === 'submit' ? 1 : 0;
            if (hasEnded || room[work] <= 0 || room.claim < claim)
                continue;
            // What has to wait leaves the room to others.
            if (step.kind === 'submit' && run.mustWait(waiting.edit))
                continue;
            room[work] -= 1;
            room.claim -= claim;
        }
        hasEnded ||= step.kind === 'end';
        moves.push({ ...waiting, step });
    }
    return moves.length === 0 && run.underWay.size === 0 ? [...run.waiting.values()].map(giveUp) : moves;
}
/** What an edit needs room for while it is under way. */
function workOf({ kind }) {
    switch (kind) {
        case 'submit':
        case 'collect':
            return 'job';
        case 'share':
            return 'copy';
        case 'other-run':
        case 'end':
            return undefined;
    }
}
/** The edits that are to be submitted, those first that need nothing more: the others may have to wait for long. Pure. */
function listUpcoming(waiting, ended) {
    const ready = [];
    const blocked = [];
    for (const { edit, action } of waiting) {
        if (action.kind !== 'submit')
            continue;
        (edit.needs.every((id) => ended.has(id)) ? ready : blocked).push(edit);
    }
    return [...ready, ...blocked];
}
/** Only a plan whose edits need each other in a circle leaves edits behind; the planner refuses those. */
function giveUp(waiting) {
    const message = 'It needs an edit that can only begin after it.';
    const error = { code: 'needs-not-met', message };
    return { ...waiting, step: { kind: 'end', ending: { state: 'skipped', job: { kind: 'none' }, error } } };
}

;// CONCATENATED MODULE: ./jobs/schedule/open-service.js

/**
 * As many places as `limit` says, given in the order of the turns, which are those of `inTurn`. An edit that is still
 * being made ready keeps later ones from passing, with two exceptions: one that waits for room in memory keeps none
 * waiting, since those that have the room may be waiting for a place; and one that sends bytes keeps those waiting that
 * send bytes too, not those that send only URLs. `onEnter` and `onLeave` are called with the id of an edit that has got
 * its place, or has left it.
 */
function openService(inTurn, limit, { onEnter, onLeave }) {
    const turns = new Map(inTurn.map(({ id }, turn) => [id, turn]));
    /** The turns of those that are being made ready. */
    const coming = new Set();
    /** The turns of those that send bytes. */
    const withBytes = new Set();
    const places = createPlaces(limit, (turn) => {
        const keeps = (earlier) => withBytes.has(turn) || !withBytes.has(earlier);
        return ![...coming].some((other) => other < turn && keeps(other));
    });
    const turnOf = ({ id }) => turns.get(id) ?? 0;
    const stopExpecting = (edit) => {
        if (coming.delete(turnOf(edit)))
            places.admit();
    };
    return {
        admit: () => {
            places.admit();
        },
        expectPlace: (edit, sends) => {
            coming.add(turnOf(edit));
            if (sends === 'bytes')
                withBytes.add(turnOf(edit));
        },
        letOthersPass: stopExpecting,
        leaveLine: stopExpecting,
        enterService: async (edit, signal) => {
            const entering = places.enter(signal, turnOf(edit));
            stopExpecting(edit);
            const place = await entering;
            if (place === undefined)
                return undefined;
            onEnter(edit.id);
            return {
                leave: () => {
                    place.leave();
                    onLeave(edit.id);
                },
            };
        },
    };
}

;// CONCATENATED MODULE: ./jobs/schedule/order-edits.js

/**
 * Edits (each after those it needs) in the order of their turns: by rank, then those first that the longest chain of
 * others waits for, then as they are in the plan. Pure.
 */
function orderEdits(edits) {
    const chains = measureChains(edits);
    return edits.toSorted((a, b) => rankEdit(a) - rankEdit(b) || chainOf(b, chains) - chainOf(a, chains));
}
function chainOf({ id }, chains) {
    return chains.get(id) ?? 0;
}
/** How many jobs come one after the other from each edit on, its own included. A copy of a picture takes no time. */
function measureChains(edits) {
    const chains = new Map();
    const extend = (id, jobs) => {
        chains.set(id, Math.max(chains.get(id) ?? 0, jobs));
    };
    for (const edit of edits.toReversed()) {
        const behind = chainOf(edit, chains);
        const jobs = isMade(edit) ? behind + 1 : behind;
        chains.set(edit.id, jobs);
        for (const id of edit.needs)
            extend(id, jobs);
        if (edit.action.kind === 'share')
            extend(edit.action.with, jobs);
    }
    return chains;
}
/** Whether a job of the service makes it, in this run or another. */
function isMade({ action }) {
    switch (action.kind) {
        case 'submit':
        case 'collect':
        case 'other-run':
            return true;
        case 'share':
        case 'hold':
        case 'unchanged':
        case 'adopt':
        case 'aside':
        case 'skip':
            return false;
    }
}

;// CONCATENATED MODULE: ./jobs/schedule/progress.js


const INTERVAL_MS = 15_000;
/** `progress: 3 of 12 done, 2 running, 4 queued, 1 failed, 1 m 05 s`. */
function renderProgress({ done, total, running, queued, failed }, elapsedMs) {
    const parts = [`${done} of ${total} done`, `${running} running`, `${queued} queued`, `${failed} failed`];
    return `progress: ${parts.join(', ')}, ${(0,duration/* formatDuration */.a3)(elapsedMs)}`;
}
/** Logs a line every 15 s until the returned function is called, so that long work shows progress. */
function startProgress(tally, { clock, log }) {
    const over = new AbortController();
    const startedAtMs = clock.now();
    const report = async () => {
        while (await (0,wait/* wait */.u)(clock, INTERVAL_MS, over.signal))
            log.info(renderProgress(tally.counts(), clock.now() - startedAtMs));
    };
    void report();
    return () => {
        over.abort();
    };
}

;// CONCATENATED MODULE: ./jobs/schedule/share-files.js




/**
 * Ends an edit that is the same as `twin`, which succeeded: with copies of its files at the edit's own paths, and with
 * the facts of the one request that made them. It costs nothing more. Begins nothing once the run is over; never
 * throws.
 */
async function shareFiles(edit, twin, deps) {
    const startedAtMs = deps.clock.now();
    const ending = await copyFiles(edit, twin, deps);
    const timings = { totalMs: deps.clock.now() - startedAtMs };
    return { kind: 'ended', outcome: endEdit(edit, { ...ending, timings }) };
}
async function copyFiles(edit, twin, { files: ports, deadline, takenOutputs }) {
    if (deadline.signal.aborted) {
        const reason = readStopReason(deadline.signal);
        const what = describeStop(`Its picture was not copied from ${twin.edit.id}`, reason);
        const error = { code: reason.code, message: `${what} Run again to have it.` };
        return { state: 'skipped', job: { kind: 'none' }, error };
    }
    const paths = (0,outputs/* numberOutputs */.eN)(edit.output, twin.files.length, takenOutputs);
    const files = [];
    const facts = { outputUrls: twin.outputUrls, costUsd: 0, files };
    try {
        for (const [index, file] of twin.files.entries())
            files.push(await ports.copy(file, paths[index] ?? edit.output));
    }
    catch (error) {
        const message = `Its picture is that of ${twin.edit.id}, which is paid for (request ${twin.job.requestId}), but could not be copied from there: ` +
            `${(0,describe_error/* describeError */.U)(error)}.`;
        return {
            state: 'failed',
            job: { ...twin.job, kind: 'open' },
            ...facts,
            error: { code: 'copy-failed', message },
        };
    }
    return { state: 'succeeded', job: twin.job, ...facts };
}

;// CONCATENATED MODULE: ./jobs/follow/waiting/place-read.js
const LEAST_STEP_MS = 20;
/** Steps grow with the time that the job has run, like the grid of the chances. */
const STEPS = 100;
/**
 * Milliseconds from `nowMs` until the job is worth a read, `longestMs` at most. Reads are placed in proportion to the
 * square root of the hazard rate, which is the chance that the job ends just then if it has not ended before; `price`
 * is that proportion, in reads per sqrt(ms). Pure.
 */
function placeRead(nowMs, starts, times, price, longestMs) {
    const firstMs = Math.min(...starts.map(({ atMs }) => atMs));
    let reads = 0;
    for (let waitMs = 0; waitMs < longestMs;) {
        const rate = price * Math.sqrt(hazardAt(nowMs + waitMs, starts, times));
        const stepMs = Math.max(LEAST_STEP_MS, (nowMs + waitMs - firstMs) / STEPS);
        if (reads + rate * stepMs >= 1)
            return Math.min(longestMs, waitMs + (1 - reads) / rate);
        reads += rate * stepMs;
        waitMs += stepMs;
    }
    return longestMs;
}
/** Per millisecond. */
function hazardAt(atMs, starts, times) {
    let density = 0;
    let survival = 0;
    for (const start of starts) {
        const ranMs = atMs - start.atMs;
        const chance = ranMs >= 0 ? times.at(ranMs) : NOT_STARTED;
        density += start.share * chance.density;
        survival += start.share * chance.survival;
    }
    return density / survival;
}
const NOT_STARTED = { density: 0, survival: 1 };

;// CONCATENATED MODULE: ./jobs/follow/waiting/possible-starts.js
/** As many possible starts are enough: between them, the times that jobs run are spread anyway. */
const possible_starts_MOST = 7;
/** How far the time for some places is from its mean, in standard deviations, in seven parts that are equally likely. */
const NORMAL_SEVENTHS = [-1.47, -0.79, -0.37, 0, 0.37, 0.79, 1.47];
/** What a wait of unknown length still takes, as a multiple of what it has taken so far. */
const AS_LONG_AGAIN = [0.1, 0.25, 0.5, 1, 2, 4, 8];
/** A queue that was met just now is not over at once. */
const LEAST_QUEUED_MS = 1000;
/** When a job may start, or may have started. At least one time. Pure. */
function listPossibleStarts(facts, queue) {
    switch (facts.kind) {
        case 'running':
            return [{ atMs: facts.startedAtMs, share: 1 }];
        case 'unread': {
            const waits = queue.queuedMs.length === 0 ? [0] : thinOut(queue.queuedMs);
            return waits.map((ms) => ({ atMs: facts.acceptedAtMs + ms, share: 1 }));
        }
        case 'queued': {
            const { seenAtMs } = facts;
            return restsOf(facts, queue).map((ms) => ({ atMs: seenAtMs + Math.max(0, ms), share: 1 }));
        }
    }
}
/** How long a queued job may still wait from when it was seen. */
function restsOf({ acceptedAtMs, seenAtMs, place }, { queuedMs, placeMs }) {
    if (place !== undefined && placeMs !== undefined) {
        // As if the places before it were freed by chance, one after the other.
        return NORMAL_SEVENTHS.map((deviation) => placeMs * (place + deviation * Math.sqrt(place)));
    }
    const waitedMs = seenAtMs - acceptedAtMs;
    const longer = queuedMs.filter((ms) => ms > waitedMs);
    if (longer.length > 0)
        return thinOut(longer).map((ms) => ms - waitedMs);
    return AS_LONG_AGAIN.map((times) => times * Math.max(LEAST_QUEUED_MS, waitedMs));
}
/** A few times that represent all. */
function thinOut(times) {
    if (times.length <= possible_starts_MOST)
        return times;
    const sorted = times.toSorted((a, b) => a - b);
    return Array.from({ length: possible_starts_MOST }, (_, n) => sorted[Math.floor(((n + 0.5) * sorted.length) / possible_starts_MOST)] ?? 0);
}

;// CONCATENATED MODULE: ./jobs/follow/waiting/job-reads.js


const job_reads_SHORTEST_MS = 250;
/** Long enough to be rare, short enough to show the place in the queue and that the service still answers. */
const LONGEST_MS = 30_000;
/** The reads of one job; see docs/decisions/0017-waiting.md. */
function createJobReads(job, { budget, times, rate, steady }) {
    const { acceptedAtMs, learns } = job;
    const self = {};
    let facts = { kind: 'unread', acceptedAtMs };
    let { readAtMs, firstWaitMs } = job;
    const leave = () => {
        times.leave(self);
        budget.leave(self);
    };
    const intervalMs = (nowMs) => {
        if (firstWaitMs !== undefined)
            return firstWaitMs;
        const ends = times.at(nowMs);
        const reads = rate.perJob + (rate.perSecond * ends.meanMs) / 1000;
        const starts = listPossibleStarts(facts, times.queue());
        const wishedMs = placeRead(readAtMs, starts, ends, reads / ends.spread, LONGEST_MS);
        return Math.max(job_reads_SHORTEST_MS, wishedMs);
    };
    return {
        leave,
        nextWaitMs: (clockMs) => {
            const nowMs = steady(clockMs);
            const wishedMs = intervalMs(nowMs);
            const dueMs = readAtMs + wishedMs;
            budget.wish(self, { dueMs, intervalMs: Math.max(job_reads_SHORTEST_MS, wishedMs) }, nowMs);
            return Math.max(0, dueMs - nowMs);
        },
        turn: (clockMs) => budget.turn(self, steady(clockMs)),
        isMaybeQueued: () => facts.kind === 'queued' || (facts.kind === 'unread' && times.isQueueUsual()),
        saw: (clockMs, seen) => {
            const nowMs = steady(clockMs);
            budget.answered();
            const before = facts;
            switch (seen.kind) {
                case 'queued': {
                    const { position: place } = seen;
                    facts = { kind: 'queued', acceptedAtMs, seenAtMs: nowMs, ...(place !== undefined && { place }) };
                    times.leave(self);
                    times.sawQueue(true);
                    break;
                }
                case 'running':
                    if (before.kind === 'unread')
                        times.sawQueue(false);
                    if (before.kind !== 'running')
                        facts = { kind: 'running', startedAtMs: startOf(before, nowMs) };
                    if (learns)
                        times.runs(self, startOf(facts, nowMs), nowMs);
                    break;
                case 'unrecognized':
            }
            if (before.kind === 'queued' && before.place !== undefined) {
                const { place, seenAtMs } = before;
                if (facts.kind === 'running')
                    times.pace.moved(Math.max(1, place), facts.startedAtMs - seenAtMs);
                else if (facts.kind === 'queued' && facts.place !== undefined && facts.place < place)
                    times.pace.moved(place - facts.place, nowMs - seenAtMs);
            }
            readAtMs = nowMs;
            firstWaitMs = undefined;
        },
        ended: (clockMs) => {
            const nowMs = steady(clockMs);
            budget.answered();
            if (facts.kind === 'unread')
                times.sawQueue(false);
            const startedAtMs = startOf(facts, nowMs);
            const ranMs = Math.max(0, nowMs - startedAtMs);
            const lastSeenMs = Math.min(ranMs, Math.max(0, readAtMs - startedAtMs));
            // It ended somewhere between the last two reads. If these are far apart, what is known of others says more.
            const phases = {
                queuedMs: Math.max(0, startedAtMs - acceptedAtMs),
                runningMs: times.guessTime(lastSeenMs, ranMs, nowMs),
            };
            leave();
            if (learns)
                times.ended(phases);
            return phases;
        },
    };
}
/** When a job started that is seen running, or over: in the middle between two reads, if it was queued at the first. */
function startOf(facts, nowMs) {
    switch (facts.kind) {
        case 'unread':
            return facts.acceptedAtMs;
        case 'running':
            return facts.startedAtMs;
        case 'queued':
            return (facts.seenAtMs + nowMs) / 2;
    }
}

;// CONCATENATED MODULE: ./jobs/follow/waiting/read-budget.js
/** In reads a second. */
const read_budget_MOST = 10;
const LEAST = 0.5;
/** So many reads may come at once. */
const BURST = 5;
/** What a read that was answered gives back after a slow-down, as a share of the budget. */
const GROWTH = 0.02;
/** Reads that were under way when the budget was lowered may be refused as well: they do not lower it again. */
const ONE_SLOW_DOWN_MS = 5000;
/**
 * No read waits as long as there is budget. If there is not enough for all, a job that has been due for longer is worth
 * more: it is the likelier one to be over. Pure but for what it remembers.
 */
function createReadBudget() {
    const wishes = new Map();
    /** When those were due that asked for their turn and have to wait. */
    const line = new Map();
    let perSecond = read_budget_MOST;
    let lastSlowDownMs = Number.NEGATIVE_INFINITY;
    /** When the next read would be due if all came evenly. */
    let nextMs = 0;
    const stepMs = () => 1000 / perSecond;
    const wished = () => [...wishes.values()].reduce((sum, { intervalMs }) => sum + 1000 / intervalMs, 0);
    return {
        wish: (job, wish, nowMs) => {
            wishes.set(job, wish);
            if (wish.dueMs > nowMs)
                line.delete(job);
        },
        turn: (job, nowMs) => {
            const dueMs = wishes.get(job)?.dueMs ?? nowMs;
            let ahead = 0;
            for (const otherMs of line.values())
                if (otherMs < dueMs)
                    ahead += 1;
            const earliestMs = nextMs - BURST * stepMs();
            if (nowMs < earliestMs + ahead * stepMs()) {
                line.set(job, dueMs);
                // Those ahead ask in the same moment, or give up: the first of the others must not sleep then.
                return Math.ceil(nowMs < earliestMs ? earliestMs - nowMs : stepMs() / 2);
            }
            line.delete(job);
            nextMs = Math.max(nextMs, nowMs) + stepMs();
            return 0;
        },
        leave: (job) => {
            wishes.delete(job);
            line.delete(job);
        },
        answered: () => {
            perSecond = Math.min(read_budget_MOST, perSecond * (1 + GROWTH));
        },
        slowDown: (nowMs) => {
            if (nowMs - lastSlowDownMs < ONE_SLOW_DOWN_MS)
                return;
            lastSlowDownMs = nowMs;
            perSecond = Math.max(LEAST, Math.min(perSecond, wished()) / 2);
            // Nothing is left of what may come at once.
            nextMs = nowMs + BURST * stepMs();
        },
    };
}

;// CONCATENATED MODULE: ./jobs/follow/waiting/smoothing-reach.js
/** The spread that is assumed as long as there is one time only. */
const FIRST_SPREAD = 0.35;
/** With less, a small change of the service's pace would make all reads come too early or too late. */
const LEAST_SPREAD = 0.06;
/** The standard deviation of a parabola that reaches 1 to both sides is 1 / sqrt(5). */
const REACH = Math.sqrt(5);
/** The middle half of a normal distribution is so many standard deviations wide. */
const MIDDLE_HALF = 1.34;
/**
 * How far a time is smoothed to both sides on the logarithmic scale: the more times, the less far (the rule of
 * Silverman, which is not misled by a few times that are far off). Pure.
 */
function smoothingReach(times) {
    const known = times.reduce((sum, { share }) => sum + share, 0);
    if (known === 0)
        return REACH * FIRST_SPREAD;
    const mean = times.reduce((sum, { log, share }) => sum + log * share, 0) / known;
    const variance = times.reduce((sum, { log, share }) => sum + (log - mean) ** 2 * share, 0) / known;
    const count = known ** 2 / times.reduce((sum, { share }) => sum + share ** 2, 0);
    const sorted = times.toSorted((a, b) => a.log - b.log);
    const middle = quantile(sorted, 0.75 * known) - quantile(sorted, 0.25 * known);
    const robust = middle > 0 ? Math.min(variance, (middle / MIDDLE_HALF) ** 2) : variance;
    const spread = Math.sqrt((robust * count + FIRST_SPREAD ** 2) / (count + 1));
    return REACH * Math.max(LEAST_SPREAD, 0.9 * spread * count ** -0.2);
}
function quantile(sorted, share) {
    let sum = 0;
    for (const time of sorted) {
        sum += time.share;
        if (sum >= share)
            return time.log;
    }
    return sorted.at(-1)?.log ?? 0;
}

;// CONCATENATED MODULE: ./jobs/follow/waiting/end-times.js

/** The shortest time that is told apart, in milliseconds. */
const FIRST_MS = 20;
/** Each cell of the grid is 2 % later than the one before; the last one is days away. */
const CELL = 0.02;
const CELLS = 800;
const GRID = Array.from({ length: CELLS }, (_, n) => {
    const log = Math.log(FIRST_MS) + n * CELL;
    return { log, ms: Math.exp(log) };
});
/** A time that the known ones do not explain is so many times as long as those, on average. */
const STRAY_TIMES = 3;
/** For so many times that mean, the chance that such a job ends is the same at any time; then it falls with the time. */
const EVEN_TIMES = 2;
/** The same if nothing is known. */
const FIRST_EVEN_TIMES = 30;
/**
 * The belief that follows from `times`: each of them smoothed over its neighborhood on a logarithmic scale. What they
 * leave open is spread over all times as if jobs ended by chance. As long as there are no times, all is left open, and
 * `firstMs` is the mean. Pure.
 */
function estimateEndTimes({ times, strayShare }, firstMs) {
    const known = times.reduce((sum, { share }) => sum + share, 0);
    // A lock file may name a job that took no time at all.
    const usualMs = times.reduce((sum, { ms, share }) => sum + Math.max(FIRST_MS, ms) * share, 0) / known;
    const cells = known === 0
        ? spreadStrays(strayShare, firstMs, FIRST_EVEN_TIMES)
        : spreadStrays(strayShare, STRAY_TIMES * usualMs, EVEN_TIMES);
    const logs = times.map(({ ms, share }) => ({ log: Math.log(Math.max(FIRST_MS, ms)), share }));
    addTimes(cells, logs, smoothingReach(logs));
    let meanMs = FIRST_MS;
    let spread = 0;
    for (const { ms, density, survival } of cells) {
        meanMs += survival * ms * CELL;
        spread += Math.sqrt(density * survival) * ms * CELL;
    }
    const at = (ms) => cells[Math.min(CELLS - 1, Math.max(0, Math.round(cellOf(Math.log(ms)))))] ?? NONE;
    return { at, meanMs, spread, between: (...range) => endBetween(cells, at, ...range) };
}
function endBetween(cells, at, fromMs, toMs, share) {
    const [from, to] = [at(fromMs).survival, at(toMs).survival];
    const wished = from - share * (from - to);
    const cell = cells.find(({ ms, survival }) => ms >= fromMs && survival <= wished);
    // If nothing is believed to end between them, each time is as good.
    const isPossible = from - to > UNBELIEVABLE && cell !== undefined;
    return isPossible ? Math.min(toMs, cell.ms) : fromMs + share * (toMs - fromMs);
}
/** A chance so small that it is one of rounding. */
const UNBELIEVABLE = 1e-6;
const NONE = { density: 0, survival: 1 };
/** The place of a time in the grid. */
function cellOf(log) {
    return (log - Math.log(FIRST_MS)) / CELL;
}
/** An even chance to end for a long time; after that one that falls, so that no job is read too often forever. */
function spreadStrays(share, meanMs, evenTimes) {
    const longMs = evenTimes * meanMs;
    return GRID.map(({ log, ms }) => {
        const late = ms <= longMs ? 1 : (longMs / ms) ** evenTimes;
        const survival = share * Math.exp(-Math.min(ms, longMs) / meanMs) * late;
        return { ms, log, survival, density: survival / Math.max(meanMs, ms / evenTimes), begins: 0 };
    });
}
/** Adds each time as a parabola that reaches so far to both sides. */
function addTimes(cells, times, reach) {
    for (const { log, share } of times) {
        const first = Math.max(0, Math.ceil(cellOf(log - reach)));
        const ending = cells.slice(first, Math.floor(cellOf(log + reach)) + 1);
        const [begin] = ending;
        if (begin !== undefined)
            begin.begins += share;
        for (const cell of ending) {
            const u = (cell.log - log) / reach;
            cell.density += (share * 0.75 * (1 - u * u)) / (reach * cell.ms);
            cell.survival += (share * (2 - 3 * u + u * u * u)) / 4;
        }
    }
    let later = 0;
    for (const cell of cells.toReversed()) {
        cell.survival += later;
        later += cell.begins;
    }
}

;// CONCATENATED MODULE: ./jobs/follow/waiting/queue-pace.js
/** What each new move leaves of the weight of the earlier ones. */
const KEEPS = 0.9;
function createQueuePace() {
    let places = 0;
    let ms = 0;
    return {
        moved: (newPlaces, newMs) => {
            places = places * KEEPS + newPlaces;
            ms = ms * KEEPS + newMs;
        },
        placeMs: () => (places > 0 ? ms / places : undefined),
    };
}

;// CONCATENATED MODULE: ./jobs/follow/waiting/weigh-times.js
/**
 * Gives each known time its share; `strayWeight` is what counts for the unknown. A job that still runs hands its own
 * share on to all that lasted longer (the estimate of Kaplan and Meier), so that the first jobs to end, which are the
 * quickest, do not make all others seem late. Pure.
 */
function weighTimes(seen, strayWeight) {
    // At the same time, what ended counts first.
    const sorted = seen.toSorted((a, b) => a.ms - b.ms || Number(b.isOver) - Number(a.isOver));
    let left = strayWeight + sorted.reduce((sum, { weight }) => sum + weight, 0);
    let factor = 1 / left;
    const times = [];
    for (const { ms, isOver, weight } of sorted) {
        if (isOver)
            times.push({ ms, share: weight * factor });
        else
            factor *= left / (left - weight);
        left -= weight;
    }
    return { times, strayShare: strayWeight * factor };
}

;// CONCATENATED MODULE: ./jobs/follow/waiting/run-times.js



/** How long a job takes if nothing is known: it is then read at even intervals. */
const FIRST_MEAN_MS = 60_000;
/** What the unknown counts beside the known jobs, each of which counts 1. */
const STRAY_WEIGHT = 0.3;
/** Jobs of earlier runs count less: the service may have changed. */
const EARLIER_WEIGHT = 0.5;
/** Of this run's jobs the latest count: the service may change. */
const MOST_OWN = 50;
/** What jobs that still run say changes slowly: it is looked at again after this share of the time that jobs take. */
const FRESH = 1 / 50;
const LEAST_FRESH_MS = 500;
/** Multiples of it are spread evenly between whole numbers, however many there are. */
const GOLDEN = (Math.sqrt(5) - 1) / 2;
/** `earlier`: of jobs that earlier runs have followed. */
function createRunTimes(earlier) {
    const own = [];
    const running = new Map(); // for how long each was seen to run
    const pace = createQueuePace();
    // Of earlier jobs most count; if nothing is known, there may be a queue.
    let hasQueue = earlier.filter(({ queuedMs }) => queuedMs > 0).length >= earlier.length / 2;
    let guesses = 0;
    let learned;
    const learn = () => {
        const seen = [
            ...earlier.map(({ runningMs }) => ({ ms: runningMs, isOver: true, weight: EARLIER_WEIGHT })),
            ...own.map(({ runningMs }) => ({ ms: runningMs, isOver: true, weight: 1 })),
            ...Array.from(running.values(), (ms) => ({ ms, isOver: false, weight: 1 })),
        ];
        return estimateEndTimes(weighTimes(seen, STRAY_WEIGHT), FIRST_MEAN_MS);
    };
    const at = (nowMs) => {
        const freshMs = Math.max(LEAST_FRESH_MS, FRESH * (learned?.times.meanMs ?? 0));
        if (learned === undefined || Math.abs(nowMs - learned.atMs) > freshMs)
            learned = { times: learn(), atMs: nowMs };
        return learned.times;
    };
    return {
        pace,
        at,
        isNothingKnown: () => earlier.length + own.length === 0,
        runs: (job, sinceMs, seenMs) => void running.set(job, seenMs - sinceMs),
        leave: (job) => void running.delete(job),
        guessTime: (fromMs, toMs, nowMs) => {
            const share = (0.5 + guesses * GOLDEN) % 1;
            guesses += 1;
            return at(nowMs).between(fromMs, toMs, share);
        },
        sawQueue: (isThere) => {
            hasQueue = isThere;
        },
        isQueueUsual: () => hasQueue,
        ended: (phases) => {
            own.push(phases);
            if (own.length > MOST_OWN)
                own.shift();
            learned = undefined;
        },
        queue: () => {
            const placeMs = pace.placeMs();
            const queuedMs = (own.length === 0 ? earlier : own).map((phases) => phases.queuedMs);
            return { queuedMs, ...(placeMs !== undefined && { placeMs }) };
        },
    };
}

;// CONCATENATED MODULE: ./jobs/follow/waiting/steady-time.js
/** Smaller steps back make a wait longer by less than a second: they need no care. */
const steady_time_LEAST_STEP_MS = 1000;
/**
 * Turns times of a clock into those that it would show if it had never been set back: after such a step, time goes on
 * from where it was. Otherwise nothing would be due until the clock has caught up. Pure but for what it remembers.
 */
function createSteadyTime() {
    let latestMs = Number.NEGATIVE_INFINITY;
    let behindMs = 0;
    return (nowMs) => {
        if (latestMs - (nowMs + behindMs) > steady_time_LEAST_STEP_MS)
            behindMs = latestMs - nowMs;
        const steadyMs = nowMs + behindMs;
        latestMs = Math.max(latestMs, steadyMs);
        return steadyMs;
    };
}

;// CONCATENATED MODULE: ./jobs/follow/waiting/create-read-planner.js




/** From 36 s on fewer than a read every two seconds. */
const RATE = { perJob: 5, perSecond: 0.36 };
/** If nothing is known, the first job of the run is read early: others may be as quick. */
const FIRST_WAIT_MS = 500;
/** A planner for one run; `earlier` are the phases of jobs that earlier runs have followed. */
function createReadPlanner(earlier, rate = RATE) {
    const budget = createReadBudget();
    const times = createRunTimes(earlier);
    const steady = createSteadyTime();
    const deps = { budget, times, rate, steady };
    let isFirst = true;
    return {
        follow: (nowMs) => {
            const acceptedAtMs = steady(nowMs);
            const firstWaitMs = isFirst && times.isNothingKnown() ? FIRST_WAIT_MS : undefined;
            isFirst = false;
            return createJobReads({ acceptedAtMs, readAtMs: acceptedAtMs, learns: true, firstWaitMs }, deps);
        },
        collect: (submittedAtMs, nowMs) => {
            const readAtMs = steady(nowMs);
            const acceptedAtMs = readAtMs - Math.max(0, nowMs - submittedAtMs);
            return createJobReads({ acceptedAtMs, readAtMs, learns: false, firstWaitMs: 0 }, deps);
        },
        slowDown: (nowMs) => {
            budget.slowDown(steady(nowMs));
        },
    };
}

;// CONCATENATED MODULE: ./jobs/one-edit/upload-memory.js


/**
 * Room for `limitBytes` of pictures at once, in the order of asking. A submit that is larger than the limit goes by
 * itself: it must not wait forever. One that has no bytes waits for no other.
 */
function createUploadMemory(limitBytes) {
    let used = 0;
    let inLine = 0;
    const entrance = (0,shared_line/* createLine */.R)();
    const freed = (0,gate/* createGate */.q)();
    const fits = (bytes) => used === 0 || used + bytes <= limitBytes;
    const waitForRoom = async (bytes, signal) => {
        inLine += 1;
        return await entrance.run(async () => {
            while (!signal.aborted && !fits(bytes))
                await freed.wait(signal);
            inLine -= 1;
            if (signal.aborted)
                return false;
            used += bytes;
            return true;
        });
    };
    return {
        use: async (bytes, signal, work, onWait) => {
            if (signal.aborted)
                return undefined;
            if (bytes === 0)
                return await work();
            if (inLine === 0 && fits(bytes)) {
                used += bytes;
            }
            else {
                onWait?.();
                if (!(await waitForRoom(bytes, signal)))
                    return undefined;
            }
            try {
                return await work();
            }
            finally {
                used -= bytes;
                freed.open();
            }
        },
    };
}

;// CONCATENATED MODULE: ./jobs/schedule/render-change.js


/** The log line about a change, beginning with the edit's id; undefined for changes too small for a line. */
function renderChange(change) {
    switch (change.kind) {
        case 'submitting':
        case 'downloading':
            return undefined;
        case 'submitted':
            return `${change.edit.id}  submitted  request ${change.requestId}`;
        case 'collecting':
            return `${change.edit.id}  collecting  request ${change.requestId}`;
        case 'other-run':
            return `${change.edit.id}  another run is working on it; waiting for ${change.entry.step.url}`;
        case 'queued':
            return `${change.edit.id}  queued${change.position === undefined ? '' : `, position ${change.position}`}`;
        case 'running':
            return `${change.edit.id}  running`;
        case 'unrecognized':
            return `${change.edit.id}  the service says "${change.word}", which is unknown; still waiting`;
        case 'ended':
            return renderOutcome(change.outcome);
    }
}
function renderOutcome(outcome) {
    const { edit, state, error, files, timings, costUsd, warnings } = outcome;
    const { action } = edit;
    const time = timings.totalMs === undefined ? '' : ` in ${(0,duration/* formatDuration */.a3)(timings.totalMs)}`;
    // The plan listed them, and there may be thousands.
    if (state === 'unchanged' || state === 'adopted')
        return undefined;
    // It is reported once, for the run as a whole.
    if (error?.code === 'run-refused')
        return undefined;
    if (state !== 'succeeded')
        return `${edit.id}  ${state}: ${error.message}`;
    const sizes = new Set(files.flatMap(({ width, height }) => (width && height ? [`${width}x${height}`] : [])));
    const isVideo = files.every(({ type }) => type.startsWith('video/'));
    const facts = [
        `${edit.id}  succeeded${time}`,
        (0,format/* plural */.LS)(files.length, isVideo ? 'video' : 'picture'),
        ...sizes,
        ...(action.kind === 'share' ? [`the same as ${action.with}`] : []),
        ...(costUsd === undefined || action.kind === 'share' ? [] : [(0,format/* formatUsd */.UK)(costUsd)]),
    ];
    return [facts.join(', '), ...warnings.map((warning) => `${edit.id}  note: ${warning}`)].join('\n');
}

;// CONCATENATED MODULE: ./jobs/schedule/share-work.js





/** Pictures in simultaneous submits. Each is in memory once; what is encoded of it is sent and forgotten. */
const UPLOAD_BYTES = 16 * 1024 * 1024;
/** What the edits of a run share: its counts, the memory for uploads, and the signal that ends all submits at once. */
function shareWork(plan, { tally, skips, outputUrls, deadline, log, earlierPhases, onChange }) {
    const stop = new AbortController();
    const unchanged = plan.edits.filter(({ action }) => (0,outputs/* hasPictures */.MB)(action));
    return {
        outputUrls,
        unchanged: new Map(unchanged.map((edit) => [edit.id, edit])),
        takenOutputs: plan.takenOutputs,
        reads: createReadPlanner(earlierPhases),
        uploadMemory: createUploadMemory(UPLOAD_BYTES),
        submitSignal: AbortSignal.any([deadline.signal, stop.signal]),
        stopRun: (message) => {
            stop.abort(new RunStopped('another edit failed in a way that would affect every edit', message));
        },
        onChange: (change) => {
            tally.count(change);
            const isHeld = change.kind === 'ended' && skips.hold(change.outcome);
            const line = isHeld ? undefined : renderChange(change);
            if (line !== undefined)
                log.info(line);
            onChange(change);
        },
    };
}

// EXTERNAL MODULE: ./shared/list-some.js
var list_some = __webpack_require__(65020);
;// CONCATENATED MODULE: ./jobs/schedule/skip-lines.js


/** Number of edits that one line names. */
const MAX_NAMED = 20;
function createSkipLines(log) {
    const held = new Map();
    const isUnsent = ({ state, job, error }) => state === 'skipped' || (state === 'pending' && job.kind === 'none' && error.code !== 'other-run');
    return {
        hold: (outcome) => {
            const { edit, state, error } = outcome;
            // What is refused for the run as a whole is reported once, as an error.
            if (error === undefined || !isUnsent(outcome) || error.code === 'run-refused')
                return false;
            const said = `${state}: ${error.message}`;
            held.set(said, [...(held.get(said) ?? []), edit.id]);
            return true;
        },
        flush: () => {
            for (const [said, ids] of held) {
                const [only = ''] = ids;
                log.info(ids.length === 1
                    ? `${only}  ${said}`
                    : `${(0,format/* plural */.LS)(ids.length, 'edit')} ${said} (${(0,list_some/* listSome */.X)(ids, MAX_NAMED)})`);
            }
            held.clear();
        },
    };
}

;// CONCATENATED MODULE: ./jobs/schedule/tally.js
/** Counts edits by what happened to each of them last. */
function createTally(total) {
    const phases = new Map();
    let done = 0;
    let failed = 0;
    return {
        count: (change) => {
            switch (change.kind) {
                case 'submitting':
                case 'submitted':
                case 'collecting':
                case 'queued':
                    phases.set(change.edit.id, 'queued');
                    break;
                case 'running':
                case 'downloading':
                    phases.set(change.edit.id, 'running');
                    break;
                case 'other-run':
                    phases.delete(change.edit.id); // it may have been about to be sent
                    break;
                case 'unrecognized':
                    break;
                case 'ended': {
                    const { state, edit } = change.outcome;
                    phases.delete(edit.id);
                    done += 1;
                    const hasPictures = state === 'succeeded' || state === 'unchanged' || state === 'adopted';
                    if (!hasPictures && edit.action.kind !== 'skip')
                        failed += 1;
                }
            }
        },
        counts: () => {
            const running = [...phases.values()].filter((phase) => phase === 'running').length;
            return { total, done, failed, running, queued: phases.size - running };
        },
    };
}

;// CONCATENATED MODULE: ./jobs/schedule/watch-other-run.js



/** Waits, as long as the run has time, for an edit that another run is working on. Sends nothing; never throws. */
async function watchOtherRun(edit, entry, deps) {
    const { signal } = deps.deadline;
    let answer;
    try {
        deps.onChange({ kind: 'other-run', edit, entry });
        answer = await deps.claims.waitForOtherRun(edit, entry, signal);
    }
    catch (error) {
        const stopped = signal.aborted
            ? describeStop('Stopped waiting', readStopReason(signal))
            : `Stopped waiting: ${(0,describe_error/* describeError */.U)(error)}.`;
        const message = `Another run (${entry.step.url}) claimed this edit and may have submitted it. ` +
            `${stopped} Run again when that run has ended.`;
        const job = { kind: 'none' };
        return {
            kind: 'ended',
            outcome: endEdit(edit, { state: 'pending', job, error: { code: 'other-run', message } }),
        };
    }
    switch (answer.kind) {
        case 'submitted':
            return { kind: 'goes-on', action: { kind: 'collect', entry: answer.entry } };
        case 'free':
            return { kind: 'goes-on', action: { kind: 'submit', over: [] } };
        case 'unknown':
            return { kind: 'goes-on', action: { kind: 'hold', entry: answer.entry } };
        case 'delivered':
            return { kind: 'ended', outcome: endEdit(edit, await takeDelivered(answer, deps)) };
    }
}

;// CONCATENATED MODULE: ./jobs/schedule/adapt-limit.js
/** Where it begins: what a run without `auto` has. */
const FIRST_LIMIT = { limit: 8, isCareful: false };
const adapt_limit_MOST = 64;
/**
 * Half as many jobs waiting as running keep the service busy while the end of one is noticed and the next one is sent.
 */
const JOBS_PER_RUNNING = 1.5;
/**
 * The limit after some news; pure. It grows by one for each job that begins at once while all places are taken, so that it
 * doubles with each round of jobs, and after the first sign of a full service by one for each round. It shrinks after a
 * "slow down" to less than there was then. A job that has waited shows how many the service runs at once: if of so many
 * in flight each waits as long as it runs, half of them run. The limit follows that in about one round of jobs.
 */
function adaptLimit(now, news) {
    switch (news.kind) {
        case 'slow-down':
            return { limit: atLeastOne(Math.min(Math.floor(now.limit) - 1, news.inFlight)), isCareful: true };
        case 'started-at-once':
            if (!isFull(now, news))
                return now;
            return { ...now, limit: Math.min(adapt_limit_MOST, now.limit + (now.isCareful ? 1 / Math.floor(now.limit) : 1)) };
        case 'ended': {
            const { queuedMs, runningMs } = news.phases;
            if (queuedMs <= 0)
                return now;
            const running = (news.inFlightBefore * runningMs) / (queuedMs + runningMs);
            const step = (JOBS_PER_RUNNING * running - now.limit) / now.limit;
            if (step > 0 && !isFull(now, news))
                return now;
            return { limit: atLeastOne(Math.min(adapt_limit_MOST, now.limit + step)), isCareful: true };
        }
    }
}
function isFull({ limit }, { inFlight }) {
    return inFlight >= Math.floor(limit);
}
function atLeastOne(limit) {
    return Math.max(1, limit);
}

;// CONCATENATED MODULE: ./jobs/schedule/watch-service.js

/** The number that was asked for, or with `auto` one that follows what the service does with this run's jobs. */
function watchService({ maxParallel, queue, log, }) {
    if (maxParallel !== 'auto')
        return { limit: () => maxParallel, observe: () => undefined };
    const jobs = new Map();
    let state = FIRST_LIMIT;
    let slowDowns = 0;
    const countInFlight = () => [...jobs.values()].filter(({ phase }) => phase !== 'ended').length;
    function learn(news) {
        const before = Math.floor(state.limit);
        state = adaptLimit(state, news);
        const after = Math.floor(state.limit);
        if (after !== before)
            log.debug(`max-parallel: ${before} -> ${after}`);
    }
    /** A job that is first seen running, or at its end, has not been seen to wait. */
    function begin(job) {
        if (job.phase === 'sent' && !job.isCollected)
            learn({ kind: 'started-at-once', inFlight: countInFlight() });
        job.phase = 'begun';
    }
    return {
        limit: () => Math.floor(state.limit),
        observe: (change) => {
            if (queue.slowDowns() > slowDowns) {
                slowDowns = queue.slowDowns();
                learn({ kind: 'slow-down', inFlight: countInFlight() });
            }
            const { id } = change.kind === 'ended' ? change.outcome.edit : change.edit;
            if (change.kind === 'submitting' || change.kind === 'submitted' || change.kind === 'collecting') {
                const job = { isCollected: change.kind === 'collecting', inFlightBefore: 0, phase: 'sent' };
                jobs.set(id, job);
                jobs.set(id, { ...job, inFlightBefore: countInFlight() });
            }
            const job = jobs.get(id);
            if (job === undefined)
                return;
            switch (change.kind) {
                case 'queued':
                    job.phase = 'begun';
                    break;
                case 'running':
                    begin(job);
                    break;
                case 'downloading':
                    begin(job);
                    job.phase = 'ended';
                    break;
                case 'ended': {
                    const { queuedMs, runningMs } = change.outcome.timings;
                    job.phase = 'ended';
                    if (queuedMs !== undefined && runningMs !== undefined && !job.isCollected) {
                        const { inFlightBefore } = job;
                        learn({
                            kind: 'ended',
                            inFlight: countInFlight(),
                            inFlightBefore,
                            phases: { queuedMs, runningMs },
                        });
                    }
                    jobs.delete(id);
                    break;
                }
                case 'submitting':
                case 'submitted':
                case 'collecting':
                case 'other-run':
                case 'unrecognized':
                    break;
            }
        },
    };
}

;// CONCATENATED MODULE: ./jobs/schedule/run-edits.js














/** How many edits at most are made ready to be sent before there is room for their jobs at the service. */
const READY_AHEAD = 8;
/**
 * How many edits at most are claimed and have no place at the service yet, however many places are free: a lost machine
 * leaves them unknown.
 */
const MOST_CLAIMED_AHEAD = 16;
/** How many edits at most have pictures of others copied for them at once. */
const COPIES = 8;
/**
 * Runs a plan's edits with at most `maxParallel` jobs at the service, each edit after those it needs and the one it
 * shares with; at the same time it waits for those that other runs are working on. Returns one outcome for each edit, in
 * the plan's order; one edit's failure affects only those that need it or share with it. Never throws because of an edit.
 */
async function runEdits(plan, deps) {
    const tally = createTally(plan.edits.length);
    const outputUrls = new Map();
    const skips = createSkipLines(deps.log);
    const ended = new Map();
    const inTurn = orderEdits(plan.edits);
    const waiting = new Map(inTurn.map((edit) => [edit.id, { edit, action: edit.action }]));
    const underWay = new Set();
    /** Ids of those under way that take room. An edit whose job has ended at the service takes none. */
    const taking = { job: new Set(), copy: new Set() };
    /** Ids of those that are made ready to be sent, and have no place at the service yet. */
    const ahead = new Set();
    const watch = watchService(deps);
    const released = [];
    const changed = (0,gate/* createGate */.q)();
    /** Aborted with the error if something breaks here: what an edit runs into is part of its outcome. */
    const broken = new AbortController();
    const service = openService(inTurn, watch.limit, {
        onEnter: (id) => {
            if (ahead.delete(id))
                changed.open();
        },
        onLeave: (id) => {
            taking.job.delete(id);
            changed.open();
        },
    });
    const onChange = (change) => {
        deps.onChange(change);
        const before = watch.limit();
        watch.observe(change);
        if (watch.limit() === before)
            return;
        service.admit();
        changed.open();
    };
    const ports = {
        ...deps,
        ...shareWork(plan, { ...deps, tally, skips, outputUrls, onChange }),
        ...service,
    };
    const end = (ending) => {
        const outcome = nameUnsent(ending, deps.unsent);
        ended.set(outcome.edit.id, outcome);
        released.push(deps.claims.releaseIfUnused(outcome.edit));
        const [url] = outcome.outputUrls;
        if (url !== undefined && (outcome.state === 'succeeded' || outcome.state === 'unchanged'))
            outputUrls.set(outcome.edit.id, url);
        ports.onChange({ kind: 'ended', outcome });
    };
    const follow = async (edit, work) => {
        const after = await work;
        underWay.delete(edit.id);
        ahead.delete(edit.id);
        service.leaveLine(edit);
        for (const ids of Object.values(taking))
            ids.delete(edit.id);
        if (after.kind === 'ended')
            end(after.outcome);
        else
            waiting.set(edit.id, { edit, action: after.action });
        changed.open();
    };
    const begin = (edit, step) => {
        underWay.add(edit.id);
        const work = workOf(step);
        if (work !== undefined)
            taking[work].add(edit.id);
        if (step.kind === 'submit')
            ahead.add(edit.id);
        follow(edit, takeStep(edit, step, ports)).catch((error) => {
            broken.abort(error);
        });
    };
    const mustWait = (edit) => deps.budget.mustWait(edit, underWay);
    /** What is over budget while others are under way may be within it later: it is decided when there is room for it. */
    const isTooEarly = (edit) => mustWait(edit) ||
        (taking.job.size >= watch.limit() &&
            !deps.deadline.signal.aborted &&
            deps.budget.reserve(edit) !== undefined);
    deps.claims.expect(() => listUpcoming(waiting.values(), ended));
    const stopProgress = startProgress(tally, deps);
    while (waiting.size > 0 || underWay.size > 0) {
        const { submitSignal } = ports;
        const moves = nextMoves({
            waiting,
            ended,
            underWay,
            mustWait,
            room: roomAt(watch.limit(), taking, ahead),
            isOver: deps.deadline.signal.aborted,
            stopped: submitSignal.aborted ? readNotSentReason(submitSignal) : undefined,
            nowMs: deps.clock.now(),
        });
        let isIdle = true;
        for (const { edit, step } of moves) {
            if (step.kind === 'submit' && isTooEarly(edit))
                continue;
            isIdle = false;
            waiting.delete(edit.id);
            if (step.kind === 'end')
                end(endEdit(edit, step.ending));
            else
                begin(edit, step);
        }
        if (!isIdle)
            continue;
        skips.flush();
        await changed.wait(broken.signal);
        broken.signal.throwIfAborted();
    }
    skips.flush();
    stopProgress();
    await Promise.all(released);
    return plan.edits.flatMap(({ id }) => ended.get(id) ?? []);
}
function roomAt(limit, taking, ahead) {
    return {
        job: limit + Math.min(READY_AHEAD, limit) - taking.job.size,
        copy: COPIES - taking.copy.size,
        claim: MOST_CLAIMED_AHEAD - ahead.size,
    };
}
async function takeStep(edit, step, ports) {
    switch (step.kind) {
        case 'submit':
            return await runEdit(edit, undefined, ports);
        case 'collect':
            return await runEdit(edit, step.entry, ports);
        case 'share':
            return await shareFiles(edit, step.twin, ports);
        case 'other-run':
            return await watchOtherRun(edit, step.entry, ports);
    }
}

;// CONCATENATED MODULE: ./plan/shards/pace.js
/**
 * GitHub recommends at most 6 pushes a minute for a repository. The jobs of a plan together leave half of that for their first and last
 * pushes, some of which are refused because another job was faster, and for everyone else.
 */
const PUSHES_PER_MINUTE = 3;
/** However long the turns are, a lost machine leaves no more edits unknown than this. */
const MOST_OPEN = 128;
/**
 * Two jobs that push at the same moment refuse each other, so jobs that start together begin this far apart: reading and pushing takes
 * 2 s or more.
 */
const APART_MS = 3000;
const MOST_APART_MS = 60_000;
/**
 * When a job may write its ledger, so that all jobs together keep within the limit, and no two have the same turn; undefined if it has
 * no others beside it.
 */
function paceOf(shard) {
    if (shard?.kind !== 'part' || shard.index === 0 || shard.of === 1)
        return undefined;
    const { index, of } = shard;
    const everyMs = (of * 60_000) / PUSHES_PER_MINUTE;
    return {
        beginMs: Math.min((index - 1) * APART_MS, MOST_APART_MS),
        firstMs: (everyMs * index) / of,
        everyMs,
    };
}
/**
 * How many claims a job has open at most, so that it does not run out of them before its next turn: as many as are sent until
 * then, with a fifth more, and those that are about to be sent.
 */
function countUntilTurn(everyMs, parallel, jobMs) {
    return Math.min(MOST_OPEN, Math.ceil((1.2 * parallel * everyMs) / jobMs) + parallel);
}

// EXTERNAL MODULE: ./shared/median.js
var median = __webpack_require__(54493);
;// CONCATENATED MODULE: ./run/make/claims-until-turn.js


/** A job of a model whose times are not known. */
const USUAL_MS = 30_000;
/** So many of the newest jobs say how long one takes. */
const NEWEST = 20;
/**
 * Follows how long jobs take in this run; before the first has ended, those of `earlier` runs say it. The first batch is claimed
 * before anything is known of today.
 */
function createClaimsUntilTurn(paceMs, maxParallel, earlier, clock) {
    const since = new Map();
    let lengths = earlier.slice(0, NEWEST).map(({ queuedMs, runningMs }) => queuedMs + runningMs);
    let hasOwn = false;
    let most = maxParallel === 'auto' ? 8 : maxParallel;
    return {
        observe: (change) => {
            switch (change.kind) {
                case 'submitted':
                    since.set(change.edit.id, clock.now());
                    // `auto` may go higher.
                    most = Math.max(most, since.size);
                    break;
                case 'downloading':
                case 'ended': {
                    const { id } = change.kind === 'ended' ? change.outcome.edit : change.edit;
                    const atMs = since.get(id);
                    if (atMs === undefined)
                        break;
                    since.delete(id);
                    lengths = [...(hasOwn ? lengths : []), clock.now() - atMs].slice(-NEWEST);
                    hasOwn = true;
                    break;
                }
                case 'submitting':
                case 'collecting':
                case 'other-run':
                case 'queued':
                case 'running':
                case 'unrecognized':
                    break;
            }
        },
        count: () => countUntilTurn(paceMs, most, Math.max((0,median/* median */.J)(lengths) ?? USUAL_MS, 1)),
    };
}

// EXTERNAL MODULE: ./deliver/branch/fetch-files.js
var fetch_files = __webpack_require__(14218);
// EXTERNAL MODULE: ./references/make-sendable.js
var make_sendable = __webpack_require__(86187);
// EXTERNAL MODULE: ./run/adopt/other-branches.js
var other_branches = __webpack_require__(40677);
;// CONCATENATED MODULE: ./run/make/unchanged-outputs.js







/** Bytes that go with a submit for an unchanged edit's first output. */
function unchangedBytes(edit) {
    const { file } = firstOutput(edit);
    return isSendable(file) ? file.bytes : 0;
}
/** Fetches each output from the branch once, one after the other: a git repository takes one writer at a time. */
function createUnchangedOutputs({ branch, others, queue, temp }) {
    const fetched = new Map();
    let folder;
    const line = (0,shared_line/* createLine */.R)();
    async function fetchOnce(edit, signal) {
        const known = fetched.get(edit.id);
        if (known !== undefined)
            return { ok: true, value: known };
        const { file, from, action } = firstOutput(edit);
        folder ??= await (0,promises_.mkdtemp)(external_node_path_.join(temp, 'dreamina-unchanged-'));
        const files = await (0,fetch_files/* fetchFiles */.U)((0,other_branches/* branchOf */.W0)(action, branch, others), [{ from, to: file }], folder, signal);
        const [here] = files.ok ? files.value : [];
        if (here === undefined)
            return { ok: false, error: files.ok ? 'The fetched file is missing.' : files.error.message };
        fetched.set(edit.id, here);
        return { ok: true, value: here };
    }
    return {
        open: async (edit, signal) => {
            const { file } = firstOutput(edit);
            if (!isSendable(file))
                return await readAddress(edit, queue, signal);
            const here = await line.run(async () => await fetchOnce(edit, signal));
            if (!here.ok)
                return here;
            return { ok: true, value: { type: file.type, bytes: await (0,promises_.readFile)(here.value.absolutePath) } };
        },
        [Symbol.asyncDispose]: async () => {
            if (folder !== undefined)
                await (0,promises_.rm)(folder, { recursive: true, force: true });
        },
    };
}
async function readAddress(edit, queue, signal) {
    const { file, requestId } = firstOutput(edit);
    const result = await queue.result(requestId, signal);
    const [url] = result.ok && result.value.kind === 'succeeded' ? result.value.output.urls : [];
    if (url !== undefined)
        return { ok: true, value: url };
    const why = result.ok ? 'the service no longer has it' : result.error.message;
    return {
        ok: false,
        error: `Cannot send the output of ${edit.id}: ${file.path} is not a JPEG or PNG of 6 MiB or less, and it has no address (${why}). ` +
            `Run once with \`force: ${edit.id}\` to make it again.`,
    };
}
function firstOutput({ id, action }) {
    if (!(0,outputs/* hasPictures */.MB)(action))
        throw new Error(`Edit ${id} is not unchanged`);
    const [file, recorded] = [action.files[0], action.entry.files[0]];
    if (file === undefined || recorded === undefined)
        throw new Error(`Edit ${id} has no files`);
    return { file, from: recorded.path, requestId: action.entry.requestId, action };
}
function isSendable(file) {
    return (file.type === 'image/jpeg' || file.type === 'image/png') && file.bytes <= make_sendable/* MAX_DATA_BYTES */.yL;
}

// EXTERNAL MODULE: ./shared/leaving-limit.js
var leaving_limit = __webpack_require__(3873);
;// CONCATENATED MODULE: ./run/make/flush-before-cancel.js

/** What a step that is being stopped writes to the ledger before it turns to the jobs. */
const FLUSH_MS = 3000;
/**
 * The queue of a run that may be stopped: then the ledger is flushed at once, and no job is cancelled until that is
 * done or 3 s have passed. Cancelling ends 5 s after the stop. Dispose of it when the edits have ended.
 */
function flushBeforeCancel(queue, ledger, { clock, stop }) {
    const limit = (0,leaving_limit/* startLeavingLimit */.u)(clock, stop);
    let flushed;
    const flush = () => (flushed ??= Promise.race([ledger.flush(), clock.sleep(FLUSH_MS)]));
    const onStop = () => {
        void flush();
    };
    stop.addEventListener('abort', onStop, { once: true });
    return {
        ...queue,
        cancel: async (requestId, signal) => {
            if (stop.aborted)
                await flush();
            return await queue.cancel(requestId, AbortSignal.any([signal, limit.signal]));
        },
        [Symbol.dispose]: () => {
            stop.removeEventListener('abort', onStop);
            limit[Symbol.dispose]();
        },
    };
}

// EXTERNAL MODULE: ./jobs/budget/open-budget.js + 1 modules
var open_budget = __webpack_require__(59182);
// EXTERNAL MODULE: ./plan/review/seen-costs.js
var seen_costs = __webpack_require__(8020);
// EXTERNAL MODULE: ./queue/create-queue-client.js + 23 modules
var create_queue_client = __webpack_require__(9517);
// EXTERNAL MODULE: ./lock/has-files.js
var has_files = __webpack_require__(53119);
// EXTERNAL MODULE: ./deliver/branch/describe-git-error.js
var describe_git_error = __webpack_require__(45157);
// EXTERNAL MODULE: ./deliver/branch/read-tip-again.js
var read_tip_again = __webpack_require__(21815);
// EXTERNAL MODULE: ./ledger/stores/git-store.js
var git_store = __webpack_require__(35142);
// EXTERNAL MODULE: ./shared/problem.js
var shared_problem = __webpack_require__(85720);
;// CONCATENATED MODULE: ./run/make/read-delivered.js







/** A reader for the branch that the plan was made from; without one, nothing is ever found. */
function createDeliveredReader(opened, world, signal) {
    const line = (0,shared_line/* createLine */.R)();
    async function read({ repository, place, recorded }) {
        const tip = await (0,read_tip_again/* readTipAgain */.e)({ repository, place }, { ...world, signal });
        if (tip.ok)
            return { ok: true, value: findDelivered(tip.value.recorded, recorded) };
        const { error } = tip;
        if (error.kind === 'unfit')
            return { ok: false, error: { kind: 'damaged', message: error.problems.map(shared_problem/* formatProblem */.Vw).join(' ') } };
        const message = (0,describe_git_error/* describeGitError */.e)(error.error, 'read', place, repository.remote);
        return { ok: false, error: { kind: (0,git_store/* judgeLedgerKind */.zu)(error.error.kind), message } };
    }
    return async () => {
        if (opened === undefined)
            return { ok: true, value: new Map() };
        // Two simultaneous fetches of one tip get in each other's way.
        return await line.run(async () => await read(opened));
    };
}
/** Edits whose pictures are there `now`, made by another request than `before`; pure. */
function findDelivered(now, before) {
    const known = new Set([...before.lock.edits.values()].map(recorded_jobs/* nameJob */.P));
    return new Map([...now.lock.edits.values()]
        .filter((entry) => !known.has((0,recorded_jobs/* nameJob */.P)(entry)))
        .filter((entry) => (0,has_files/* isWhole */.wP)(entry, now.paths))
        .map((entry) => [entry.fingerprint, entry]));
}

;// CONCATENATED MODULE: ./run/make/make-edits.js
var make_edits_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var make_edits_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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
 * How long after the run's deadline others must not take its claims for dead: a submit that left at the last moment may
 * take 2 minutes, the post step has five, and clocks differ.
 */
const CLAIM_MARGIN_MS = 15 * 60_000;
/**
 * However many jobs run at once, no more claims than twice this are open ahead of their submits (`runEdits` asks for no
 * more than that): a lost machine leaves them unknown.
 */
const MOST_AHEAD = 8;
/** The paid part of a run: opens the connections to the service and to its outputs, and makes the planned edits. */
async function makeEdits(work, world) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { plan, forms, inputs, folder, branch, base, others, ledger, watch, deadline } = work;
        const claimant = {
            ledger: ledger.handle,
            step: ledger.thisStep,
            destination: (0,name_destination/* nameDestination */.a)(inputs),
            clock: world.clock,
            overAtMs: deadline.atMs + CLAIM_MARGIN_MS,
        };
        await takeOverJobs(plan.edits.flatMap(listCollected), claimant);
        const client = make_edits_addDisposableResource(env_1, (0,create_queue_client/* createQueueClient */.f)({ apiUrl: inputs.apiUrl, token: inputs.apiToken, ...world }), true);
        const queue = make_edits_addDisposableResource(env_1, flushBeforeCancel(client, ledger.handle, world), false);
        const downloader = make_edits_addDisposableResource(env_1, createDownloader({ folder, outputHosts: inputs.outputHosts, ...world }), true);
        const unchanged = make_edits_addDisposableResource(env_1, createUnchangedOutputs({ branch, others, queue, temp: world.temp }), true);
        const recorded = (0,spending/* withSpendingOf */.ac)(branch?.recorded, base?.recorded);
        const whole = (0,open_budget/* findLimits */.Us)(work.budget, inputs, recorded, world.clock.now());
        const limits = shareLimits(whole, work.share);
        const money = await (0,open_budget/* openBudget */.ak)(withoutOthers(plan, work.share), limits, queue, world.log, deadline.signal, {
            prices: work.prices,
            earlier: (0,seen_costs/* listPriced */.oE)(branch?.recorded, base?.recorded),
        });
        const stopped = AbortSignal.abort(new RunStopped('the service refused the API token'));
        const runDeadline = money.kind === 'unauthorized' ? { ...deadline, signal: stopped } : deadline;
        const { signal } = runDeadline;
        const readDelivered = createDeliveredReader(branch, world, signal);
        const earlierPhases = listPhases((0,tip_facts/* locksOf */.aZ)(branch, base), new Set(plan.edits.map(({ model }) => model)));
        const pace = paceOf(inputs.shard);
        const turns = pace === undefined
            ? undefined
            : createClaimsUntilTurn(pace.everyMs, inputs.maxParallel, earlierPhases, world.clock);
        const claims = createRunClaims(plan.edits, {
            ...claimant,
            aheadOf: inputs.maxParallel === 'auto' ? MOST_AHEAD : Math.min(inputs.maxParallel, MOST_AHEAD),
            waitForOtherRun: createOtherRunWait({ ...world, ledger, watch, signal, readDelivered }),
            readDelivered,
            ...(turns !== undefined && { untilNextTurn: () => turns.count() }),
        });
        const edits = await runEdits(plan, {
            queue,
            claims,
            keepsRecord: ledger.keepsRecord(),
            budget: limitToApproved(money.budget, work.share, inputs.shard),
            unsent: inputs.shard?.kind === 'merge' ? 'pending' : 'skipped',
            onTimeout: inputs.onTimeout,
            files: {
                uploadBytes: (edit, needed) => needed.reduce((sum, each) => sum + unchangedBytes(each), (0,make_sendable/* uploadBytes */.D)(edit, forms)),
                makeSendable: async (edit, outputUrls) => await (0,shortage/* outlastShortage */.C)(async () => await (0,make_sendable/* makeSendable */.zR)(edit, forms, outputUrls), {
                    ...world,
                    signal,
                }),
                unchangedOutput: async (...call) => await unchanged.open(...call),
                copy: async (file, output) => await copyFile(file, folder, output),
                download: async (...call) => await downloader.download(...call),
                takesUnknownFiles: !inputs.deliver.includes('branch'),
            },
            clock: world.clock,
            log: world.log,
            earlierPhases,
            maxParallel: inputs.maxParallel,
            deadline: runDeadline,
            onChange: (change) => {
                turns?.observe(change);
                work.onChange(change);
            },
        });
        await claims.releaseUnused();
        return { edits, refusal: money.kind === 'within' ? undefined : money.refusal };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = make_edits_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
/** The plan as far as this run pays for it: what other jobs were to send is none of its budget. */
function withoutOthers(plan, { maySend }) {
    if (maySend === undefined)
        return plan;
    return {
        ...plan,
        edits: plan.edits.filter(({ id, action }) => action.kind !== 'submit' || maySend.has(id)),
    };
}
function listCollected(edit) {
    return edit.action.kind === 'collect' ? [[edit, edit.action.entry]] : [];
}

// EXTERNAL MODULE: ./plan/describe-plan.js
var describe_plan = __webpack_require__(31334);
// EXTERNAL MODULE: ./plan/list-to-send.js
var list_to_send = __webpack_require__(46718);
// EXTERNAL MODULE: ./references/reference-forms.js + 1 modules
var reference_forms = __webpack_require__(70777);
// EXTERNAL MODULE: ./deliver/branch/branch-paths.js
var branch_paths = __webpack_require__(39799);
// EXTERNAL MODULE: ./plan/plan-edits.js + 4 modules
var plan_edits = __webpack_require__(96719);
// EXTERNAL MODULE: ./run/adopt/fetch-copies.js
var fetch_copies = __webpack_require__(53254);
;// CONCATENATED MODULE: ./run/adopt/adopt-pictures.js
var adopt_pictures_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var adopt_pictures_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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
 * Fetches the pictures that the plan adopts, and plans again without those that cannot be copied. Throws the signal's
 * reason; then nothing is left on disk.
 */
async function adoptPictures(edits, first, world, signal) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const made = adopt_pictures_addDisposableResource(env_1, new AsyncDisposableStack(), true);
        let { plan, options } = first;
        let copies = new Map();
        const problems = [];
        while (plan.edits.some(({ action }) => action.kind === 'adopt')) {
            // Beside the output folder, not in it: what is in there is uploaded if this process is killed.
            const folder = await (0,promises_.mkdtemp)(external_node_path_.join(world.temp, 'dreamina-adopt-'));
            made.defer(async () => {
                await (0,promises_.rm)(folder, { recursive: true, force: true, maxRetries: 5 });
            });
            const fetched = await (0,fetch_copies/* fetchCopies */.m)(plan, first.others, folder, { ...world, signal });
            if (!fetched.ok)
                return fetched;
            copies = fetched.value.copies;
            const { failed } = fetched.value;
            if (failed.length === 0)
                break;
            problems.push(...failed.map(describeFailed));
            options = withoutFailed(options, failed);
            plan = (0,plan_edits/* planEdits */.r)(edits, options);
        }
        const resources = made.move();
        return {
            ok: true,
            value: {
                plan,
                options,
                copies,
                problems,
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
        const result_1 = adopt_pictures_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
/**
 * What can be planned with once these copies have failed; pure. Other branches that offer the same pictures are next. Of the
 * base, an edit that is there under its own id is left as it is: only what would be copied from it is not.
 */
function withoutFailed(options, failed) {
    const { base, offers } = options;
    return {
        ...options,
        ...(offers !== undefined && { offers: withoutOffers(offers, failed) }),
        ...(base !== undefined && { base: withoutBase(base, failed) }),
    };
}
function withoutOffers(offers, failed) {
    const gone = new Set(failed.map(({ action }) => nameEntry(action.on, action.from)));
    return new Map([...offers].map(([fingerprint, same]) => [
        fingerprint,
        same.filter(({ on, id }) => !gone.has(nameEntry(on, id))),
    ]));
}
function withoutBase(base, failed) {
    const copies = failed.filter(({ action }) => action.on.kind === 'base');
    const own = new Set(copies.filter(({ id, action }) => action.from === id).map(({ id }) => id));
    const uncopyable = new Set([...(base.uncopyable ?? []), ...copies.map(({ action }) => action.from)]);
    const { recorded } = base;
    const edits = new Map([...recorded.lock.edits].filter(([id]) => !own.has(id)));
    return { ...base, uncopyable, recorded: { ...recorded, lock: { ...recorded.lock, edits } } };
}
/** The entry `id` of a branch at one commit. */
function nameEntry(on, id) {
    return `${(0,other_branches/* nameTip */.bE)(on)} ${id}`;
}
function describeFailed({ id, action, why }) {
    const message = `The pictures of \`${id}\` cannot be copied from branch ${(0,branch_paths/* quotePath */.WG)(action.on.branch)}, so they count as not made: ${why}`;
    return { severity: 'warning', message };
}

// EXTERNAL MODULE: ./plan/review/find-orphaned.js
var find_orphaned = __webpack_require__(55375);
;// CONCATENATED MODULE: ./report/plan/describe-deviations.js


/** Number of edits that the message names. */
const describe_deviations_MAX_NAMED = 20;
/** Why a run does not apply an approved plan, as one error; undefined if it may. `createdAt`: when the plan was made. */
function describeDeviations(deviations, createdAt) {
    const [first] = deviations;
    if (first === undefined)
        return undefined;
    const items = deviations.map(({ edit, why }) => (edit === undefined ? why : `\`${edit}\`: ${why}`));
    const count = (0,format/* plural */.LS)(deviations.length, 'difference');
    const message = `Nothing was sent: this run would not do exactly what the plan of ${createdAt} says (${count}). ` +
        `${(0,list_some/* listStatements */.l)(items, describe_deviations_MAX_NAMED)}. Plan again, and apply the new plan.`;
    return { severity: 'error', message, ...(first.at !== undefined && { at: first.at }) };
}

// EXTERNAL MODULE: ./run/prepare/make-plan.js + 16 modules
var make_plan = __webpack_require__(16205);
;// CONCATENATED MODULE: ./run/prepare/check-approval.js




/** An error if the run would not do exactly what the approved plan says; without such a plan there is none. */
async function checkApproval({ approved, ids }, plan, { spec, branch }, first, inputs) {
    if (approved === undefined)
        return [];
    // Few runs have one, and it takes much code to compare plans.
    const { findDeviations } = await Promise.all(/* import() */[__webpack_require__.e(765), __webpack_require__.e(762)]).then(__webpack_require__.bind(__webpack_require__, 20762));
    // Those that only give their outputs to others are the business of another job.
    const edits = ids === undefined ? plan.edits : plan.edits.filter(({ id }) => ids.has(id));
    const recorded = branch?.recorded;
    const orphaned = (0,find_orphaned/* findOrphaned */.d)(edits, {
        spec: spec.path,
        specIds: (0,make_plan/* idsOf */.UX)(first),
        prune: inputs.prune,
        ...(recorded !== undefined && { recorded }),
    });
    const deviations = findDeviations(approved, {
        spec: spec.path,
        destination: (0,name_destination/* nameDestination */.a)(inputs),
        edits,
        recorded,
        leavesOut: inputs.shard !== undefined,
        removed: orphaned.flatMap(({ id, isRemoved }) => (isRemoved ? [id] : [])),
    });
    const problem = describeDeviations(deviations, approved.createdAt);
    return problem === undefined ? [] : [problem];
}

// EXTERNAL MODULE: ./deliver/artifact/find-artifact-fault.js
var find_artifact_fault = __webpack_require__(49615);
;// CONCATENATED MODULE: ./run/prepare/check-delivery.js


/** One pixel of the largest picture that the model makes, as a PNG that cannot be compressed. */
const BYTES_PER_PIXEL = 4;
/**
 * What certainly keeps the pictures of `toSend` from being delivered, found before they are paid for: no artifact
 * service, or less free disk space than the largest picture needs.
 */
async function checkDelivery(toSend, { deliver }, { env, repository, temp, freeBytes }) {
    if (toSend.length === 0)
        return [];
    const messages = [];
    const fault = deliver.includes('artifact') ? (0,find_artifact_fault/* findArtifactFault */.m)(env, repository.serverUrl) : undefined;
    if (fault !== undefined)
        messages.push(`Nothing was sent: its pictures could not be uploaded as an artifact: ${fault}. Set \`deliver: branch\` to commit them to a branch instead.`);
    const free = await freeBytes(temp);
    // A branch takes a second copy of each picture, in a git repository beside it.
    const copies = deliver.includes('branch') ? 2 : 1;
    const needed = copies * Math.max(...toSend.map(({ size }) => pixelsOf(size) * BYTES_PER_PIXEL));
    if (free !== undefined && free < needed)
        messages.push(`Nothing was sent: the disk of ${temp} has ${(0,format/* formatBytes */.z3)(free)} left, and one picture may need ${(0,format/* formatBytes */.z3)(needed)}. Free some disk space in an earlier step.`);
    return messages.map((message) => ({ severity: 'error', message }));
}
/** Other models than the default one have sizes of many names: 4K is the largest. */
function pixelsOf(size) {
    return size === undefined ? 4096 * 4096 : size.width * size.height;
}

// EXTERNAL MODULE: ./shared/model.js
var shared_model = __webpack_require__(50962);
;// CONCATENATED MODULE: ./run/prepare/check-models.js

/** An error for each model whose schema is not known although edits by it are to be sent: how they are sent is not known. Pure. */
function checkModels(toSend) {
    const unknown = toSend.filter(({ model, published }) => model !== shared_model/* MODEL */.A && published === undefined);
    return [...Map.groupBy(unknown, ({ model }) => model)].flatMap(([model, [first]]) => {
        if (first === undefined)
            return [];
        const message = `Nothing was sent: the schema of the model \`${model}\` is not known, so it is not known how a request has to be. A warning of its own says why. Run again later.`;
        return [{ severity: 'error', message, at: first.at }];
    });
}

// EXTERNAL MODULE: ./run/prepare/check-origin.js
var check_origin = __webpack_require__(22822);
// EXTERNAL MODULE: ./deliver/branch/open-branch.js + 2 modules
var open_branch = __webpack_require__(12655);
// EXTERNAL MODULE: ./git/retry-offline.js
var retry_offline = __webpack_require__(72838);
// EXTERNAL MODULE: ./deliver/branch/commit-signer.js
var commit_signer = __webpack_require__(13614);
;// CONCATENATED MODULE: ./deliver/branch/check-signing.js


/**
 * Checks whether GitHub signs commits, by one with the files of `commit` that no branch will name. What rules of the branch
 * refuse shows only in a real push. If that commit cannot be read, nothing is known, and the delivery will show it.
 */
async function checkSigning({ place }, commit, signer, deps) {
    const { signal } = deps;
    const tree = commit === undefined ? undefined : await signer.treeOf(commit, signal);
    if (commit === undefined || tree === undefined)
        return [];
    const order = { tree, parents: [commit], message: 'Check whether commits are signed' };
    const asked = await (0,retry_offline/* retryOffline */.C)(async () => {
        const answer = await signer.create(order, signal);
        return answer.kind === 'offline' ? { ok: false, error: answer } : { ok: true, value: answer };
    }, deps);
    const answer = asked.ok ? asked.value : { kind: 'offline', why: asked.error.why };
    if (answer.kind === 'signed')
        return [];
    return [{ severity: 'error', message: (0,commit_signer/* describeUnsigned */.D)(answer, place.branch) }];
}

;// CONCATENATED MODULE: ./run/ledger/check-store.js
const NOT_KEPT = 'What this run sends is not recorded for later runs: if it is killed, they cannot collect what was paid for.';
const IN_CACHE = 'The ledger is kept in the Actions cache: another run that begins at the same time may send, and pay for, the same edits (keep them apart with `concurrency`), runs of other branches see little of it, and GitHub forgets it after 7 days without use.';
/**
 * Checks, before the first submit, that what is sent can be recorded; the problem says why it cannot, and then nothing
 * may be sent. With `auto`, the run continues without a store that it may not read or write, and the log says so.
 */
async function checkStore(ledger, { mode, isWritable }, { log }, signal) {
    const { opened, found } = ledger;
    const isKnown = isWritable && opened.kind === 'git';
    const writeFault = found.ok && !isKnown ? await opened.findWriteFault(signal) : undefined;
    const fault = found.ok ? writeFault : found.error;
    if (fault === undefined) {
        if (opened.kind === 'cache')
            log.info(IN_CACHE);
        if (mode === 'auto' && !ledger.keepsRecord())
            log.info(`There is no \`github-token\` to keep a ledger with. ${NOT_KEPT}`);
        return undefined;
    }
    if (mode === 'auto' && fault.kind === 'denied') {
        ledger.stopKeeping();
        log.info(`${fault.message} ${NOT_KEPT}`);
        return undefined;
    }
    const message = `Nothing was sent: ${fault.message} Set \`ledger: none\` to run without it.`;
    return { severity: 'error', message };
}

;// CONCATENATED MODULE: ./run/prepare/check-rights.js




/**
 * Checks, before the first submit, that the branch and the ledger can be written, and that commits are signed if they must be. What keeps the branch from being
 * written usually applies to the ledger too, so then the ledger is not asked. Throws the signal's reason.
 */
async function checkRights(toSend, branch, ledger, { ledger: mode, signCommits, githubToken }, world, signal) {
    const { clock, random, log } = world;
    const deps = { clock, random, log, signal };
    const refusals = branch === undefined ? [] : await (0,open_branch/* checkBranchWritable */.B)(toSend, branch, deps);
    signal.throwIfAborted();
    if (refusals.length > 0)
        return refusals;
    if (branch !== undefined && signCommits) {
        const known = (0,tip_facts/* pictureCommit */.Et)(branch) ?? world.repository.sha;
        const unsigned = await checkSigning(branch, known, world.commitSigner(githubToken), deps);
        signal.throwIfAborted();
        if (unsigned.length > 0)
            return unsigned;
    }
    const refusal = await checkStore(ledger, { mode, isWritable: branch !== undefined }, world, signal);
    return refusal === undefined ? [] : [refusal];
}

// EXTERNAL MODULE: ./run/prepare/describe-repository.js
var describe_repository = __webpack_require__(80427);
// EXTERNAL MODULE: ./run/prepare/look-around.js + 2 modules
var look_around = __webpack_require__(19043);
// EXTERNAL MODULE: ./run/ledger/look-at-work.js + 2 modules
var look_at_work = __webpack_require__(11964);
// EXTERNAL MODULE: ./ledger/stores/cache-available.js
var cache_available = __webpack_require__(22518);
// EXTERNAL MODULE: ./ledger/stores/cache-over-git.js + 2 modules
var cache_over_git = __webpack_require__(92268);
// EXTERNAL MODULE: ./run/ledger/open-store.js
var open_store = __webpack_require__(24473);
;// CONCATENATED MODULE: ./run/ledger/choose-store.js



/**
 * Opens the store that the input `ledger` names. `auto` takes the repository; if the token may only read there, the
 * Actions cache, on top of what the repository records. If the runner offers no cache either, the run learns before it
 * sends anything that nothing is kept. Throws the signal's reason if that ends the wait.
 */
async function chooseStore(inputs, world, signal) {
    switch (inputs.ledger) {
        case 'none':
            return { ok: true, value: open_store/* NOTHING_KEPT */.Ff };
        case 'git':
            return await (0,open_store/* openGitStore */.oR)(inputs.githubToken, world, signal);
        case 'cache':
            return (0,open_store/* openCacheStore */.qb)(world);
        case 'auto':
            return await chooseFreely(inputs, world, signal);
    }
}
async function chooseFreely({ githubToken, deliver }, world, signal) {
    const isCacheThere = (0,cache_available/* findCacheFault */._)(world.env) === undefined;
    if (githubToken === '')
        return isCacheThere ? (0,open_store/* openCacheStore */.qb)(world) : { ok: true, value: open_store/* NOTHING_KEPT */.Ff };
    const opening = await (0,open_store/* openGitStore */.oR)(githubToken, world, signal);
    // A token that may push the branch may also write the ledger.
    if (!isCacheThere || deliver.includes('branch'))
        return opening;
    if (!opening.ok)
        return opening.error.kind === 'denied' ? (0,open_store/* openCacheStore */.qb)(world) : opening;
    const git = opening.value;
    const fault = await git.findWriteFault(signal);
    if (fault?.kind !== 'denied') {
        // Known by now: it is not asked again.
        return { ok: true, value: { ...git, findWriteFault: async () => await Promise.resolve(fault) } };
    }
    const cache = (0,open_store/* openCacheStore */.qb)(world);
    if (!cache.ok)
        return opening;
    world.log.info(`${fault.message} It is kept in the Actions cache instead.`);
    const store = (0,cache_over_git/* createCacheOverGit */.P)(cache.value.store, git.store);
    return {
        ok: true,
        value: {
            ...cache.value,
            store,
            [Symbol.asyncDispose]: async () => {
                await git[Symbol.asyncDispose]();
            },
        },
    };
}

// EXTERNAL MODULE: ./run/ledger/this-step.js
var this_step = __webpack_require__(88964);
;// CONCATENATED MODULE: ./ledger/write/outbox.js
/** What becomes of submits. */
const PACED = new Set(['accepted', 'maybe-sent', 'released']);
const EMPTY_OUTBOX = { parcels: [], isHurried: false };
function add(outbox, parcel) {
    return { ...outbox, parcels: [...outbox.parcels, { ...parcel, stage: 'new' }] };
}
/**
 * The journal has the parcel with this key, or (`isRecorded` is false) cannot take it. Then its claims are dropped, as the
 * post step of a killed process could not release them, and everything else leaves at once.
 */
function ready(outbox, key, isRecorded) {
    const parcels = outbox.parcels.map((parcel) => {
        if (parcel.key !== key)
            return parcel;
        return { ...parcel, stage: 'ready', changes: isRecorded ? parcel.changes : withoutClaims(parcel) };
    });
    return { parcels, isHurried: outbox.isHurried || !isRecorded };
}
/** What is ready has waited long enough. */
function hurried(outbox) {
    return { ...outbox, isHurried: true };
}
/** A write begins, or is tried again: it carries everything that is ready by now. */
function taken({ parcels }) {
    const first = listReady(parcels);
    const rest = parcels.slice(first.length);
    return {
        parcels: [...first.map((parcel) => ({ ...parcel, stage: 'taken' })), ...rest],
        isHurried: false,
    };
}
/** The write succeeded. */
function outbox_saved(outbox) {
    return { ...outbox, parcels: outbox.parcels.filter(({ stage }) => stage !== 'taken') };
}
/**
 * The write failed, for everything that is ready by now: claims are not granted, everything else goes with the next write,
 * and no caller waits for it anymore.
 */
function outbox_failed(outbox) {
    const first = listReady(outbox.parcels);
    const left = first.map((parcel) => ({
        ...parcel,
        stage: 'ready',
        isAwaited: false,
        changes: withoutClaims(parcel),
    }));
    return { ...outbox, parcels: [...left, ...outbox.parcels.slice(first.length)] };
}
/** Whether there is something to write now. */
function isDue({ parcels, isHurried }) {
    const first = listReady(parcels);
    return first.length > 0 && (isHurried || first.some(({ isAwaited }) => isAwaited));
}
/** Whether a caller waits for something that comes seldom, such as the end of the run: it does not wait for its turn. */
function isFlushed({ parcels }) {
    return listReady(parcels).some(({ isAwaited, changes }) => isAwaited && !isPaced(changes));
}
/** Whether there is something that comes again and again while edits are made. */
function isPaced(changes) {
    return changes.some(({ kind }) => kind === 'claim' || PACED.has(kind));
}
/** Whether something must be written after a while: other runs wait for it, or its money would be lost with this machine. */
function isUrgent({ parcels }) {
    return parcels.some(({ changes }) => changes.some(({ kind }) => PACED.has(kind)));
}
/** The first parcels that may leave or have left: one that is not in the journal yet holds back those behind it. */
function listReady(parcels) {
    const end = parcels.findIndex(({ stage }) => stage === 'new');
    return end < 0 ? parcels : parcels.slice(0, end);
}
/** What the write that is under way carries. */
function listTaken({ parcels }) {
    return parcels.filter(({ stage }) => stage === 'taken');
}
/** What is in the way of a parcel's own claims, by fingerprint. */
function pickRefused({ changes }, refused) {
    const claimed = new Set(changes.map((change) => (change.kind === 'claim' ? change.claim.fingerprint : '')));
    return new Map([...refused].filter(([fingerprint]) => claimed.has(fingerprint)));
}
/**
 * The end of a parcel's claims that were refused. The journal needs it: of a claim without an end, nothing is certain once
 * another line cannot be read.
 */
function listRefused({ changes }, refused) {
    return changes.flatMap((change) => {
        if (change.kind !== 'claim' || !refused.has(change.claim.fingerprint))
            return [];
        const { id, fingerprint } = change.claim;
        return [{ kind: 'released', fingerprint, id }];
    });
}
function withoutClaims({ changes }) {
    return changes.filter(({ kind }) => kind !== 'claim');
}

// EXTERNAL MODULE: ./ledger/write/save-changes.js + 1 modules
var save_changes = __webpack_require__(41250);
;// CONCATENATED MODULE: ./ledger/write/create-change-sender.js





function createChangeSender(deps) {
    const { journal, clock, log, signal, idDelayMs = 10_000, pace } = deps;
    const line = (0,shared_line/* createLine */.R)();
    const answers = new Map();
    let outbox = EMPTY_OUTBOX;
    let keys = 0;
    let known;
    let wasOpened = false;
    let foreignWrites = 0;
    let phase = { kind: 'idle' };
    /** When the next write may begin, as far as the pace goes. */
    let nextAtMs = clock.now() + (pace?.beginMs ?? 0);
    let hasWritten = false;
    function take() {
        outbox = taken(outbox);
        return listTaken(outbox).flatMap(({ changes }) => changes);
    }
    async function write() {
        if (isPaced(take())) {
            nextAtMs = clock.now() + ((hasWritten ? pace?.everyMs : pace?.firstMs) ?? 0);
            hasWritten = true;
        }
        // With a pace, others have written since: a write on what was known then would only be refused.
        const saved = await orFailed((0,save_changes/* saveChanges */.Zm)(pace === undefined ? known : undefined, take, deps));
        known = saved.ok ? saved.value.snapshot : undefined;
        if (saved.ok && saved.value.wasRead)
            foreignWrites += 1;
        const parcels = saved.ok ? listTaken(outbox) : listReady(outbox.parcels);
        outbox = saved.ok ? outbox_saved(outbox) : outbox_failed(outbox);
        if (saved.ok) {
            for (const parcel of parcels)
                note(listRefused(parcel, saved.value.refused));
            noteStored(parcels);
        }
        else if (!parcels.some(({ isAwaited }) => isAwaited))
            log.info(saved.error.message);
        for (const parcel of parcels) {
            const refused = saved.ok ? pickRefused(parcel, saved.value.refused) : undefined;
            answers.get(parcel.key)?.(refused === undefined ? saved : { ok: true, value: { refused } });
            answers.delete(parcel.key);
        }
    }
    function noteStored(parcels) {
        const last = parcels.findLast(({ changes }) => changes.length > 0);
        if (last === undefined)
            return;
        note([{ kind: 'stored', upTo: last.upTo }]);
    }
    /** What the journal need not have: without it, the post step of a killed process only does more than it must. */
    function note(records) {
        for (const record of records)
            journal.append(record).catch((error) => {
                log.debug(`Cannot record in the journal what the store has: ${(0,describe_error/* describeError */.U)(error)}`);
            });
    }
    /** How long the next write has to wait; infinite if there is nothing to write. */
    function waitMs() {
        if (isDue(outbox) && (signal.aborted || outbox.isHurried || isFlushed(outbox)))
            return 0;
        const paceLeftMs = Math.max(0, nextAtMs - clock.now());
        if (isDue(outbox))
            return paceLeftMs;
        return isUrgent(outbox) ? Math.max(idDelayMs, paceLeftMs) : Infinity;
    }
    async function writeAllDue() {
        if (phase.kind === 'writing')
            return;
        if (waitMs() === 0) {
            if (phase.kind === 'waiting')
                phase.timer.abort();
            phase = { kind: 'writing' };
            try {
                while (waitMs() === 0)
                    await line.run(write);
            }
            finally {
                phase = { kind: 'idle' };
            }
        }
        const ms = waitMs();
        if (signal.aborted || ms === Infinity)
            return;
        const untilMs = clock.now() + ms;
        if (phase.kind === 'waiting' && phase.untilMs <= untilMs)
            return;
        if (phase.kind === 'waiting')
            phase.timer.abort();
        await writeLater(ms, untilMs);
    }
    async function writeLater(ms, untilMs) {
        const timer = new AbortController();
        phase = { kind: 'waiting', timer, untilMs };
        const isOver = await (0,wait/* wait */.u)(clock, ms, AbortSignal.any([signal, timer.signal]));
        if (timer.signal.aborted)
            return;
        phase = { kind: 'idle' };
        if (isOver)
            outbox = hurried(outbox);
        await writeAllDue();
    }
    async function read() {
        const found = await orFailed((0,save_changes/* readStore */.uz)(deps));
        if (!found.ok)
            return found;
        if (wasOpened && found.value.version !== known?.version)
            foreignWrites += 1;
        wasOpened = true;
        known = found.value;
        return found;
    }
    return {
        get foreignWrites() {
            return foreignWrites;
        },
        add: (changes, answer) => {
            const key = (keys += 1);
            if (answer !== undefined)
                answers.set(key, answer);
            outbox = add(outbox, { key, changes, upTo: journal.lines, isAwaited: answer !== undefined });
            return key;
        },
        send: (key, isRecorded) => {
            outbox = ready(outbox, key, isRecorded);
            void writeAllDue();
        },
        read: async () => await line.run(read),
    };
}
/** An unexpected error counts as a failure of the store: every caller gets an answer, and no claim is granted. */
async function orFailed(work) {
    try {
        return await work;
    }
    catch (error) {
        const message = `The ledger of work in flight failed with an internal error: ${(0,describe_error/* describeError */.U)(error)}. Set \`ledger: none\` to run without it.`;
        return { ok: false, error: { kind: 'failed', message } };
    }
}

// EXTERNAL MODULE: ./ledger/life/prune.js
var prune = __webpack_require__(38814);
;// CONCATENATED MODULE: ./ledger/write/create-ledger.js




/**
 * Keeps the ledger for one step: each change is in the journal before it goes to the store. During an outage the store is
 * tried again until the signal ends that, which must come later than the end of the run's own work.
 */
function createLedger(deps) {
    const { journal, step, log } = deps;
    const sender = createChangeSender(deps);
    let began;
    /** Begins the lines at once, so that the journal has all changes in the order in which they go to the store. */
    function record(changes) {
        began ??= journal.append({ kind: 'began', step });
        return Promise.all([
            began,
            ...changes.map(async (change) => {
                await journal.append(change);
            }),
        ]);
    }
    async function update(changes) {
        const recorded = record(changes);
        const { promise, resolve } = Promise.withResolvers();
        const key = sender.add(changes, resolve);
        try {
            await recorded;
            sender.send(key, true);
        }
        catch (error) {
            const message = `${describeJournalFault(journal.file, error)} Nothing more is submitted.`;
            if (changes.some(({ kind }) => kind === 'claim'))
                resolve({ ok: false, error: { kind: 'denied', message } });
            sender.send(key, false);
        }
        return await promise;
    }
    return {
        get foreignWrites() {
            return sender.foreignWrites;
        },
        open: async () => {
            const read = await sender.read();
            return read.ok ? { ok: true, value: (0,prune/* pruneOld */.i)(read.value.ledger, (0,save_changes/* readTimes */.fh)(deps)) } : read;
        },
        update,
        note: async (changes) => {
            const recorded = record(changes);
            const key = sender.add(changes);
            try {
                await recorded;
                sender.send(key, true);
            }
            catch (error) {
                log.info(describeJournalFault(journal.file, error));
                sender.send(key, false);
            }
        },
        posting: async ({ id }) => {
            await journal.append({ kind: 'posting', id });
        },
        flush: async () => {
            const result = await update([]);
            return result.ok ? { ok: true, value: undefined } : result;
        },
    };
}
function describeJournalFault(file, error) {
    return `Cannot record what was sent in ${file} on this machine: ${(0,describe_error/* describeError */.U)(error)}.`;
}

// EXTERNAL MODULE: ./shared/optional-file.js
var optional_file = __webpack_require__(23490);
// EXTERNAL MODULE: ../node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(69987);
// EXTERNAL MODULE: ./shared/lazily.js
var lazily = __webpack_require__(99670);
;// CONCATENATED MODULE: ./ledger/write/journal-record.js


const recordSchema = (0,lazily/* lazily */.q)(() => {
    const step = schemas/* strictObject */.rej({
        runId: schemas/* string */.YjP(),
        attempt: schemas/* number */.aig(),
        name: schemas/* string */.YjP(),
        job: schemas/* string */.YjP().exactOptional(),
        process: schemas/* strictObject */.rej({ machine: schemas/* string */.YjP(), pid: schemas/* number */.aig() }).exactOptional(),
        url: schemas/* string */.YjP(),
    });
    const fingerprint = schemas/* string */.YjP();
    const requestId = schemas/* string */.YjP();
    const id = schemas/* string */.YjP();
    const claim = schemas/* strictObject */.rej({
        id,
        fingerprint,
        edit: schemas/* string */.YjP(),
        destination: schemas/* string */.YjP(),
        step,
        claimedAtMs: schemas/* number */.aig(),
        overAtMs: schemas/* number */.aig(),
    });
    const job = { fingerprint, requestId };
    return schemas/* discriminatedUnion */.gMt('kind', [
        schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('began'), step }),
        schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('claim'), claim, over: schemas/* array */.YOg(schemas/* string */.YjP()) }),
        schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('posting'), id }),
        schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('accepted'), claim, requestId, submittedAtMs: schemas/* number */.aig() }),
        schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('maybe-sent'), claim }),
        schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('released'), fingerprint, id }),
        schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('delivered'), ...job, destination: schemas/* string */.YjP(), atMs: schemas/* number */.aig() }),
        schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('unusable'), ...job, destination: schemas/* string */.YjP() }),
        schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('ended-empty'), ...job }),
        schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('lost'), ...job, atMs: schemas/* number */.aig() }),
        schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('stored'), upTo: schemas/* number */.aig() }),
    ]);
});
/** Reads one line of the journal; undefined if it is not a record. */
function journal_record_parseRecord(line) {
    let json;
    try {
        json = JSON.parse(line);
    }
    catch {
        // The process was killed while it wrote, or the disk was full.
        return undefined;
    }
    return recordSchema().safeParse(json).data;
}

;// CONCATENATED MODULE: ./ledger/write/journal.js



/**
 * Opens a journal (absolute path; its folder must exist), to continue after the last line that a killed process wrote.
 * Throws as the file system does.
 */
async function openJournal(file) {
    const handle = await (0,promises_.open)(file, 'a+');
    try {
        let lines = await repairTail(handle);
        let queued = '';
        let writing = Promise.resolve();
        let next;
        const writeQueued = async () => {
            next = undefined;
            const text = queued;
            queued = '';
            await handle.appendFile(text);
            await handle.datasync();
        };
        return {
            file,
            get lines() {
                return lines;
            },
            append: async (record) => {
                queued += `${JSON.stringify(record)}\n`;
                lines += 1;
                // Everything queued while the disk is busy goes with one sync, and after an error nothing is written anymore: a line
                // of `createLine` would give each record a turn of its own, and would go on.
                next ??= writing = writing.then(writeQueued);
                await next;
            },
            [Symbol.asyncDispose]: async () => {
                await writing.catch(() => undefined); // those who appended have the error
                await handle.close();
            },
        };
    }
    catch (error) {
        await handle.close();
        throw error;
    }
}
/**
 * Completes a last line that was cut short, so that the next record begins a line of its own; returns the number of
 * lines.
 */
async function repairTail(handle) {
    const bytes = await handle.readFile();
    const whole = bytes.lastIndexOf('\n') + 1;
    const lines = splitLines(bytes.toString('utf8', 0, whole)).length;
    if (whole === bytes.length)
        return lines;
    if (journal_record_parseRecord(bytes.toString('utf8', whole)) === undefined) {
        await handle.truncate(whole);
        return lines;
    }
    await handle.appendFile('\n');
    return lines + 1;
}
/** The records of a journal; none if there is no such file. A last line that was cut short is left out. */
async function readJournal(file) {
    const text = await readIfExists(file);
    return text === undefined ? [] : parseJournal(text);
}
function parseJournal(text) {
    const isCut = !text.endsWith('\n');
    const lines = splitLines(text);
    return lines.flatMap((line, index) => {
        const record = parseRecord(line);
        if (record !== undefined)
            return [record];
        // It was never confirmed as durable, so nothing was done because of it.
        return isCut && index === lines.length - 1 ? [] : [{ kind: 'unreadable' }];
    });
}
function splitLines(text) {
    const lines = text.split('\n');
    return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

// EXTERNAL MODULE: ./run/ledger/measure-ahead.js
var measure_ahead = __webpack_require__(17589);
// EXTERNAL MODULE: ./ledger/stores/no-store.js
var no_store = __webpack_require__(17919);
;// CONCATENATED MODULE: ./run/ledger/stoppable-store.js

function createStoppableStore({ kind, store }) {
    let [reading, writing] = [store, store];
    let isKept = kind !== 'none';
    return {
        store: {
            read: async (until) => await reading.read(until),
            write: async (...order) => await writing.write(...order),
        },
        keepsRecord: () => isKept,
        stopKeeping: (isReadable) => {
            isKept = false;
            writing = (0,no_store/* createNoStore */.d)();
            if (!isReadable)
                reading = writing;
        },
    };
}

;// CONCATENATED MODULE: ./run/ledger/open-ledger.js
var open_ledger_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var open_ledger_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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














/** The runner's SIGTERM comes 7.5 s after its SIGINT; by then the report must be written, too. */
const LEAVING_MS = 6000;
/**
 * Reads what is in flight, as the input `ledger` says. If it cannot be read, `found` says why: whether that matters
 * depends on the plan. Throws the signal's reason if that ends the wait.
 */
async function openLedger(inputs, world, signal) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { clock, state, stop, temp } = world;
        const made = open_ledger_addDisposableResource(env_1, new AsyncDisposableStack(), true);
        const thisStep = (0,this_step/* createThisStep */.X)(inputs, world);
        // In a folder of its own, which is never uploaded; the post step finds it there if this process is killed.
        const file = external_node_path_.join(await (0,promises_.mkdtemp)(external_node_path_.join(temp, 'dreamina-journal-')), 'journal.jsonl');
        const journal = made.use(await openJournal(file));
        state.save({ journal: file });
        const opening = await chooseStore(inputs, world, signal);
        const opened = made.use(opening.ok ? opening.value : open_store/* NOTHING_KEPT */.Ff);
        const { store, keepsRecord, stopKeeping } = createStoppableStore(opened);
        const leaving = made.use((0,leaving_limit/* startLeavingLimit */.u)(clock, stop, LEAVING_MS));
        const finished = new AbortController();
        const done = new AbortController();
        made.defer(() => {
            done.abort();
        });
        let serverAheadMs;
        const times = { clock, serverAheadMs: () => serverAheadMs };
        const handle = createLedger({
            ...world,
            store,
            journal,
            step: thisStep,
            pace: paceOf(inputs.shard),
            ...times,
            signal: AbortSignal.any([leaving.signal, finished.signal]),
        });
        const first = !opening.ok ? opening : await (0,or_aborted/* orAborted */.H)(handle.open(), signal);
        if (first.ok)
            serverAheadMs = await (0,measure_ahead/* measureAhead */.O)(first.value.ledger, inputs.githubToken, world, signal);
        const read = first.ok && serverAheadMs !== undefined ? await (0,or_aborted/* orAborted */.H)(handle.open(), signal) : first;
        if (!read.ok)
            signal.throwIfAborted();
        const resources = made.move();
        return {
            handle,
            thisStep,
            found: read,
            opened,
            readTimes: () => (0,save_changes/* readTimes */.fh)(times),
            readAgain: async () => {
                const again = await handle.open();
                return again.ok ? again.value.ledger : undefined;
            },
            keepsRecord,
            stopKeeping: () => {
                stopKeeping(read.ok);
            },
            finish: async (limitMs) => {
                // Nothing was claimed of a store that could not be read: it need not be asked again.
                if (!read.ok)
                    return { ok: true, value: undefined };
                void (0,wait/* wait */.u)(clock, limitMs, done.signal).then((isOver) => {
                    if (isOver)
                        finished.abort(new Error('it could not be reached in time'));
                });
                return await handle.flush();
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
        const result_1 = open_ledger_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}

;// CONCATENATED MODULE: ./run/prepare/meet-ledger.js
var meet_ledger_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var meet_ledger_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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
 * Opens the ledger and looks at what is in flight. `startedAtMs` is the start of this run, by the clock of this machine.
 * Throws the signal's reason; then nothing is left open.
 */
async function meetLedger(plan, startedAtMs, inputs, world, signal) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const made = meet_ledger_addDisposableResource(env_1, new AsyncDisposableStack(), true);
        const ledger = made.use(await openLedger((0,look_at_work/* skipIdleLedger */.T)(plan, inputs), world, signal));
        const work = await (0,look_at_work/* lookAtWork */.E)(ledger, startedAtMs, inputs, world, signal);
        const resources = made.move();
        return {
            ...work,
            ledger,
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
        const result_1 = meet_ledger_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}

// EXTERNAL MODULE: ./run/prepare/read-approved-plan.js
var read_approved_plan = __webpack_require__(46399);
// EXTERNAL MODULE: ./run/prepare/refused-run.js
var refused_run = __webpack_require__(83859);
;// CONCATENATED MODULE: ./run/prepare/share-of-cost.js
/**
 * Which share (0 to 1) of what a plan costs the edits with these ids have, by what the plan expects an edit of their model to cost;
 * by their number if it does not know. 0 if the plan sends nothing; pure.
 */
function shareOfCost({ edits, estimate }, ids) {
    const toSend = edits.filter(({ action }) => action === 'submit');
    const costs = estimate.kind === 'known' ? meanCosts(estimate.parts) : new Map();
    const isKnown = toSend.every(({ model }) => (costs.get(model) ?? 0) > 0);
    const sum = (some) => some.reduce((all, { model }) => all + (isKnown ? (costs.get(model) ?? 0) : 1), 0);
    return toSend.length === 0 ? 0 : sum(toSend.filter(({ id }) => ids.has(id))) / sum(toSend);
}
/** What an edit costs, by model, in USD. */
function meanCosts(parts) {
    return new Map([...Map.groupBy(parts, ({ model }) => model)].map(([model, own]) => {
        const count = own.reduce((sum, { edits }) => sum + edits, 0);
        const usd = own.reduce((sum, { edits, eachUsd }) => sum + edits * eachUsd, 0);
        return [model, count === 0 ? 0 : usd / count];
    }));
}

;// CONCATENATED MODULE: ./run/prepare/take-shard.js

const WHOLE = { maySend: undefined, partOf: new Map(), part: 1, monthSpentUsd: undefined };
/** The part of an approved plan that the input `shard` names; without that input, the whole. Pure. */
function takeShard(approved, shard) {
    if (approved === undefined)
        return { ok: true, value: { approved, ids: undefined, share: WHOLE, parts: undefined } };
    const toSend = approved.edits.flatMap(({ id, action }) => (action === 'submit' ? [id] : []));
    if (shard === undefined) {
        const share = { ...WHOLE, maySend: new Set(toSend) };
        return { ok: true, value: { approved, ids: undefined, share, parts: undefined } };
    }
    const { shards } = approved;
    if (shards === undefined)
        return refuse('was not divided. Plan with the input `max-shards`');
    const partOf = nameParts(shards, toSend);
    if (shard.kind === 'merge') {
        const share = { ...WHOLE, maySend: new Set(), partOf };
        return { ok: true, value: { approved, ids: undefined, share, parts: listParts(approved) } };
    }
    const { rest, shared } = shards;
    if (shard.of !== rest.length)
        return refuse(`has ${rest.length} shards, and not ${shard.of}. Take the shards from its output \`shards\``);
    const ids = new Set(shard.index === 0 ? shared : rest[shard.index - 1]);
    const maySend = new Set(toSend.filter((id) => ids.has(id)));
    return {
        ok: true,
        value: {
            // What other jobs send is none of this one's business.
            approved: {
                ...approved,
                edits: approved.edits.filter(({ id, action }) => action !== 'submit' || ids.has(id)),
            },
            ids,
            parts: undefined,
            share: {
                maySend,
                partOf,
                part: shareOfCost(approved, maySend),
                monthSpentUsd: approved.month?.spentUsd,
            },
        },
    };
}
/**
 * The ids that are still to be made again although nothing changed, by the whole plan; pure. A part that is run again has made some
 * of them already, and must not pay for them a second time. Without a part, a plan that was applied is used up.
 */
function listStillForced(forced, { approved }, shard, recorded) {
    if (approved === undefined || shard === undefined || recorded === undefined)
        return forced;
    const plannedAtMs = Date.parse(approved.createdAt);
    const prints = new Map(approved.edits.map(({ id, fingerprint }) => [id, fingerprint]));
    return new Set([...forced].filter((id) => {
        const entry = recorded.lock.edits.get(id);
        const isMade = entry?.fingerprint === prints.get(id) && Date.parse(entry?.submittedAt ?? '') > plannedAtMs;
        return !isMade;
    }));
}
/** The input `shard` of the job that sends each of these edits. */
function nameParts({ shared, rest }, toSend) {
    const sent = new Set(toSend);
    return new Map([shared, ...rest].flatMap((ids, index) => ids.filter((id) => sent.has(id)).map((id) => [id, `${index}/${rest.length}`])));
}
function listParts({ edits, createdAt }) {
    const forced = edits.filter(({ changes }) => changes.some(({ kind }) => kind === 'forced'));
    return {
        actions: new Map(edits.map(({ id, action }) => [id, action])),
        forced: new Set(forced.map(({ id }) => id)),
        plannedAtMs: Date.parse(createdAt),
    };
}
function refuse(what) {
    const message = `Input \`shard\` names a part of the plan, but the plan in \`plan-file\` ${what}.`;
    return { ok: false, error: [{ severity: 'error', message }] };
}

;// CONCATENATED MODULE: ./run/prepare/warn-of-lost-head.js

/**
 * A warning if the branch of a pull request that was never merged is gone: pictures that only it had are about to be paid for
 * again. Says nothing if GitHub does not answer. Throws the signal's reason.
 */
async function warnOfLostHead(branch, { githubToken }, world, signal) {
    if (branch?.place.into === undefined || branch.tip !== undefined)
        return [];
    const { branch: head, into: base } = branch.place;
    const last = await world.pullRequests(githubToken).findLast({ head, base }, signal);
    signal.throwIfAborted();
    if (!last.ok || last.value === undefined || last.value.isMerged)
        return [];
    const { number, url } = last.value;
    const message = `Branch ${(0,branch_paths/* quotePath */.WG)(head)} was deleted, and its pull request ${number} was not merged, so pictures that only it had are made and paid for again. To use them instead, cancel the run and restore the branch: ${url}`;
    return [{ severity: 'warning', message }];
}

;// CONCATENATED MODULE: ./run/prepare/prepare.js
var prepare_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var prepare_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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


















/** Looks around, plans, meets the ledger, plans again, and checks what the run needs. Sends nothing that costs. */
async function prepare(inputs, world, signal) {
    const work = async () => await prepareInTime(inputs, world, signal);
    return await (0,refused_run/* unlessCutShort */.R)('Nothing was sent', signal, work);
}
async function prepareInTime(inputs, world, signal) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { clock, log, state } = world;
        const startedAtMs = clock.now();
        const foreign = await (0,check_origin/* checkOrigin */.X)(inputs, world, signal);
        signal.throwIfAborted();
        if (foreign !== undefined)
            return { kind: 'refused', problems: [foreign] };
        const made = prepare_addDisposableResource(env_1, new AsyncDisposableStack(), true);
        const approval = await (0,read_approved_plan/* readApprovedPlan */.h)(inputs, world);
        const shard = approval.ok ? takeShard(approval.value, inputs.shard) : approval;
        const ids = shard.ok ? shard.value.ids : undefined;
        const looked = await (0,look_around/* lookAround */.h)({ ...inputs, ids }, world, signal);
        const unread = shard.ok ? [] : shard.error;
        if (!looked.ok)
            return { kind: 'refused', problems: [...unread, ...looked.error] };
        const seen = made.use(looked.value);
        if (!shard.ok)
            return { kind: 'refused', problems: [...unread, ...seen.problems] };
        // By the whole plan: what a part only uses may be made again by another one.
        const planned = { approved: approval.ok ? approval.value : undefined };
        const forced = listStillForced(seen.options.forced, planned, inputs.shard, seen.branch?.recorded);
        const asked = { ...seen, options: { ...seen.options, forced } };
        const finished = await (0,make_plan/* planFinished */.gH)(asked, inputs, world, signal);
        const { faults, others } = finished;
        if (faults.length > 0)
            return { kind: 'refused', problems: [...seen.problems, ...seen.branchFaults, ...faults] };
        const adopting = await adoptPictures(seen.edits, finished, world, signal);
        if (!adopting.ok)
            return { kind: 'refused', problems: [...seen.problems, adopting.error] };
        const { copies, ...adopted } = made.use(adopting.value);
        const first = { ...finished, ...adopted, problems: [...finished.problems, ...adopted.problems] };
        const met = made.use(await meetLedger(first.plan, startedAtMs, inputs, world, signal));
        const { ledger } = met;
        const { share, parts } = shard.value;
        const plan = (0,make_plan/* planWithFlight */.yI)(seen, first, met, sendingLimits(inputs, parts));
        const toSend = (0,list_to_send/* listToSend */.G)(plan);
        const { visibility } = world.github(inputs.githubToken);
        const { forms, problems: formProblems } = await (0,reference_forms/* resolveReferenceForms */.F)(toSend, {
            mode: inputs.references,
            repository: await (0,describe_repository/* describeRepository */.M)(visibility, world),
            signal,
        });
        const problems = [
            ...seen.problems,
            ...seen.branchFaults,
            ...first.problems,
            ...formProblems,
            ...(0,make_plan/* judgePlan */.t7)(plan, seen, first, met, inputs, { nowMs: clock.now(), mode: 'apply' }),
            ...(await checkApproval(shard.value, plan, seen, first, inputs)),
            ...checkModels(toSend),
            ...(await checkDelivery(toSend, inputs, world)),
        ];
        // Asked last and only if it matters: this takes requests of its own.
        if (toSend.length > 0 && !hasErrors(problems)) {
            problems.push(...(await checkRights(toSend, seen.branch, ledger, inputs, world, signal)), ...(await warnOfLostHead(seen.branch, inputs, world, signal)));
        }
        else if (!ledger.found.ok)
            log.info(ledger.found.error.message);
        if (hasErrors(problems))
            return { kind: 'refused', problems };
        state.save({ ledger: ledger.keepsRecord() ? ledger.opened.kind : 'none' });
        log.info([...(0,describe_plan/* describePlan */.d)(plan, forms, clock.now()), ...problems.map(describeWarning)].join('\n'));
        const resources = made.move();
        return {
            kind: 'ready',
            plan,
            forms,
            specIds: (0,make_plan/* idsOf */.UX)(first),
            specEdits: seen.spec.edits,
            budget: seen.spec.budget,
            share,
            parts,
            prices: seen.prices,
            ledger,
            watch: met.watch,
            debts: met.debts,
            branch: seen.branch,
            base: seen.base,
            others,
            copies,
            problems,
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
        const result_1 = prepare_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
/**
 * The limits that may forbid to send anything. The last job of a divided plan sends nothing in any case: an edit that others were to
 * send is still to come then, and not left out on purpose.
 */
function sendingLimits(inputs, parts) {
    const hasWork = parts !== undefined && [...parts.actions.values()].includes('submit');
    return hasWork ? {} : inputs;
}
function hasErrors(problems) {
    return (0,shared_problem/* listErrors */.Gr)(problems).length > 0;
}
/** Shown before anything is paid for; as an annotation it comes with the report. */
function describeWarning(problem) {
    return `warning: ${(0,shared_problem/* formatProblem */.Vw)(problem)}`;
}

;// CONCATENATED MODULE: ./run/run.js
var run_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var run_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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
 * The story of a run: prepare (free), make the edits (paid), deliver, close the ledger, report. Whatever fails on the
 * way, what succeeded is delivered, what is in flight is recorded for the next run, and everything is reported. Throws
 * only on surprises.
 */
async function run(inputs, world) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { clock, log, state, stop } = world;
        const startedAtMs = clock.now();
        const deadline = run_addDisposableResource(env_1, (0,shared_deadline/* startDeadline */.d)(clock, inputs.timeoutMs, 'the run (input `timeout`)', stop), false);
        // Saved at once: the post step delivers what is in the folder if this process is killed.
        const folder = await (0,promises_.mkdtemp)(external_node_path_.join(world.temp, 'dreamina-edits-'));
        state.save({ folder, artifactName: inputs.artifactName, retentionDays: inputs.retentionDays });
        const prepared = await log.group('Plan', async () => await prepare(inputs, world, deadline.signal));
        if (prepared.kind === 'refused') {
            const { refuseRun } = await loadRefusal();
            return await refuseRun(prepared, { folder, startedAtMs }, inputs, world);
        }
        const ready = run_addDisposableResource(env_1, prepared, true);
        const { plan, ledger } = ready;
        const start = { problems: ready.problems, startedAtMs, elapsedMs: 0 };
        const open = plan.edits.map((edit) => ({ edit, state: 'open' }));
        const record = (0,run_record/* startRunRecord */.R)({ ...start, edits: open }, folder, world);
        const { edits: made, refusal } = await makeEdits({ ...ready, inputs, folder, deadline, onChange: record.update }, world);
        await record.close();
        const edits = holdBackTakes(made, ready.specIds);
        const before = listPicturesBefore(ready);
        const ended = {
            ...start,
            edits,
            outcome: (0,decide_outcome/* decideRunOutcome */.qD)(edits),
            problems: [...ready.problems, ...(refusal === undefined ? [] : [refusal])],
            ...(refusal !== undefined && { refusal }),
            elapsedMs: clock.now() - startedAtMs,
            keepsRecord: ledger.keepsRecord(),
            before,
            ...(inputs.galleryUrl !== undefined && { galleryUrl: inputs.galleryUrl }),
        };
        const { deliverRun, propose, publishReport } = await loadEnd();
        const delivered = await log.group('Deliver', async () => await deliverRun(ended, { ...ready, inputs, folder }, world));
        const isDelivered = (0,conclude_run/* isWhole */.wP)(delivered);
        // Saved at once: the post step of a process that is killed from here on uploads nothing a second time.
        if (isDelivered)
            state.save({ isDelivered });
        const debtProblems = describeDebts(ready.debts, plan.edits, delivered);
        const unrecorded = await closeLedger(edits, ledger, {
            deliver: inputs.deliver,
            destination: (0,name_destination/* nameDestination */.a)(inputs),
            delivered,
            recorded: ready.branch?.recorded,
        });
        const whole = { ...ended, problems: [...ended.problems, ...debtProblems, ...unrecorded] };
        const report = await propose((0,conclude_run/* createReport */.LU)(whole, delivered, world.repository), ready.branch, before, inputs, world);
        await publishReport(report, record, before, inputs, world);
        log.info((0,conclude_run/* describeReport */.As)(report));
        if ((0,conclude_run/* isAllDone */.as)({ isStopped: stop.aborted, isDelivered }, unrecorded))
            state.save({ hasEnded: true });
        return (0,conclude_run/* judgeReport */.wI)(report, inputs.failOn);
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = run_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
// With the gallery and all that reads pictures, what comes after the edits would be a tenth of the start. Loaded by functions of their
// own, because the compiler leaves the names of imports as they are in a function that has resources.
async function loadRefusal() {
    return await Promise.all(/* import() */[__webpack_require__.e(936), __webpack_require__.e(753)]).then(__webpack_require__.bind(__webpack_require__, 13753));
}
async function loadEnd() {
    const { deliverRun } = await __webpack_require__.e(/* import() */ 666).then(__webpack_require__.bind(__webpack_require__, 72666));
    const { propose } = await Promise.all(/* import() */[__webpack_require__.e(936), __webpack_require__.e(259)]).then(__webpack_require__.bind(__webpack_require__, 55259));
    const { publishReport } = await Promise.all(/* import() */[__webpack_require__.e(936), __webpack_require__.e(469)]).then(__webpack_require__.bind(__webpack_require__, 50469));
    return { deliverRun, propose, publishReport };
}


/***/ })

};
