export const id = 146;
export const ids = [146];
export const modules = {

/***/ 57146:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  clean: () => (/* binding */ clean)
});

// UNUSED EXPORTS: describeUnpublished

// EXTERNAL MODULE: ./deliver/branch/branch-paths.js
var branch_paths = __webpack_require__(39799);
// EXTERNAL MODULE: ./lock/has-files.js
var has_files = __webpack_require__(53119);
// EXTERNAL MODULE: ./plan/plan-edits.js + 4 modules
var plan_edits = __webpack_require__(96719);
;// CONCATENATED MODULE: ./plan/clean/list-needed.js


/**
 * The fingerprints that a spec asks for, now and once nothing of it is frozen anymore; pure. A frozen edit keeps an older
 * picture, and edits that use it are made from that one.
 */
function listWantedFingerprints(edits, { spec, recorded }) {
    const nothing = { spec, forced: new Set() };
    const now = (0,plan_edits/* planEdits */.r)(edits, { ...nothing, ...(recorded !== undefined && { recorded }) });
    const unfrozen = (0,plan_edits/* planEdits */.r)(edits.map((edit) => ({ ...edit, frozen: false })), nothing);
    return new Set([...now.edits, ...unfrozen.edits].map(({ fingerprint }) => fingerprint));
}
/**
 * The fingerprints whose pictures a branch has; pure. Those in its history do not count: it can be replaced, and they would
 * be paid for again.
 */
function listPublished({ lock, paths }) {
    return new Set([...lock.edits.values()].flatMap((entry) => ((0,has_files/* isWhole */.wP)(entry, paths) ? [entry.fingerprint] : [])));
}

// EXTERNAL MODULE: ./report/render-check.js
var render_check = __webpack_require__(98307);
// EXTERNAL MODULE: ./shared/deadline.js
var shared_deadline = __webpack_require__(56927);
// EXTERNAL MODULE: ./shared/escape-markdown.js
var escape_markdown = __webpack_require__(67456);
// EXTERNAL MODULE: ./shared/format.js
var format = __webpack_require__(19612);
// EXTERNAL MODULE: ./shared/problem.js
var problem = __webpack_require__(85720);
// EXTERNAL MODULE: ./run/plan/publish-check.js
var publish_check = __webpack_require__(68537);
// EXTERNAL MODULE: ./run/prepare/check-origin.js
var check_origin = __webpack_require__(22822);
// EXTERNAL MODULE: ./run/prepare/look-around.js + 2 modules
var look_around = __webpack_require__(19043);
// EXTERNAL MODULE: ./run/prepare/refused-run.js
var refused_run = __webpack_require__(83859);
// EXTERNAL MODULE: ./deliver/branch/describe-git-error.js
var describe_git_error = __webpack_require__(45157);
// EXTERNAL MODULE: ./deliver/branch/read-previews.js + 1 modules
var read_previews = __webpack_require__(12517);
// EXTERNAL MODULE: ./git/read-branches.js
var read_branches = __webpack_require__(88793);
// EXTERNAL MODULE: ./git/retry-offline.js
var retry_offline = __webpack_require__(72838);
// EXTERNAL MODULE: ./shared/list-some.js
var list_some = __webpack_require__(65020);
;// CONCATENATED MODULE: ./plan/clean/judge-preview.js


/** How long a preview is kept after its pull request was closed: time to reopen it, and for a failed run to be repeated. */
const KEPT_DAYS = 7;
const DAY_MS = 24 * 60 * 60 * 1000;
/** How many edits or files a reason names. */
const MOST_NAMED = 5;
/** Why a branch is kept whatever became of its pull request; undefined if nothing of it is needed. Pure. */
function findNeed({ lock, foreign }, facts) {
    if (lock.preview === undefined)
        return 'its lock file names no pull request';
    if (foreign.length > 0)
        return `it has files that no run of this action made: ${(0,list_some/* listSome */.X)(foreign.map(quote), MOST_NAMED)}`;
    const left = listUnpublished(lock, facts);
    const needed = left.filter(([, { fingerprint }]) => facts.wanted.has(fingerprint));
    if (needed.length > 0)
        return `the spec asks for pictures that are not published yet: ${nameEdits(needed)}`;
    const ofOthers = left.filter(([, { spec }]) => spec !== undefined && spec !== facts.spec);
    if (ofOthers.length > 0)
        return `it has pictures of another spec that are not published yet: ${nameEdits(ofOthers)}`;
    return undefined;
}
/** Finished edits of a preview whose pictures the published branch never had; pure. */
function listUnpublished({ edits }, { published }) {
    return [...edits].filter(([, { fingerprint }]) => !published.has(fingerprint));
}
/** Why a branch of which nothing is needed is kept because of its pull request; undefined if it may be removed. Pure. */
function findStay(number, pull, { isAllPublished, nowMs }) {
    const name = `pull request ${number}`;
    if (pull === undefined)
        return `GitHub does not say whether ${name} is closed (give the job \`permissions: pull-requests: read\`)`;
    if (pull.kind === 'open')
        return `${name} is open`;
    const days = Math.floor((nowMs - pull.closedAtMs) / DAY_MS);
    if (!(nowMs - pull.closedAtMs >= KEPT_DAYS * DAY_MS))
        return `${name} was closed ${days <= 0 ? 'less than a day' : (0,format/* plural */.LS)(days, 'day')} ago, and previews are kept for ${(0,format/* plural */.LS)(KEPT_DAYS, 'day')}`;
    // A run on an older commit does not know what the merge asks for.
    if (!isAllPublished && pull.merge !== undefined && pull.merge.isIncluded !== true)
        return pull.merge.isIncluded === false
            ? `${name} was merged, and this run's commit does not have the merge`
            : `${name} was merged, and it is not known whether this run's commit has the merge (set \`fetch-depth: 0\` for \`actions/checkout\`)`;
    return undefined;
}
function nameEdits(edits) {
    return (0,list_some/* listSome */.X)(edits.map(([id]) => quote(id)), MOST_NAMED);
}
function quote(text) {
    return `\`${text}\``;
}

// EXTERNAL MODULE: ./shared/describe-error.js
var describe_error = __webpack_require__(82129);
// EXTERNAL MODULE: ./run/adopt/read-adoptable.js
var read_adoptable = __webpack_require__(19459);
// EXTERNAL MODULE: ./runner/is-older.js + 1 modules
var is_older = __webpack_require__(24374);
;// CONCATENATED MODULE: ./run/clean/look-at-pull.js

/** What is known about a pull request, and whether this run's commit has its merge. Throws the signal's reason. */
async function lookAtPull(number, inputs, world, signal) {
    const pull = await world.github(inputs.githubToken).pullState(number, signal);
    signal.throwIfAborted();
    if (pull?.kind !== 'closed')
        return pull;
    const { closedAtMs, mergeCommit } = pull;
    if (mergeCommit === undefined)
        return { kind: 'closed', closedAtMs };
    const { sha } = world.repository;
    const isIncluded = sha === undefined
        ? undefined
        : sha === mergeCommit || (await (0,is_older/* isOlder */.t)(mergeCommit, sha, inputs, world, signal));
    return { kind: 'closed', closedAtMs, merge: { isIncluded } };
}

;// CONCATENATED MODULE: ./run/clean/remove-previews.js









/**
 * Removes the preview branches of which nothing is needed anymore, each only if it still is as it was looked at. Once the
 * signal ends it, it returns what was done until then.
 */
async function removePreviews(own, facts, inputs, world, signal) {
    const { repository, place } = own;
    const deps = { ...world, signal };
    const read = await (0,read_adoptable/* readAdoptable */.z)(own, inputs, deps);
    if (!read.ok)
        return read;
    const { unreadable, unseen } = read.value;
    const where = place.directory === '' ? 'at its root' : `in ${(0,branch_paths/* quotePath */.WG)(place.directory)}`;
    const cleaned = [
        ...unreadable.map(({ branch, why }) => ({ branch, kind: 'kept', why })),
        ...unseen.flatMap(({ branch, kind }) => kind === 'no-lock'
            ? [
                {
                    branch,
                    kind: 'kept',
                    why: `it has no lock file ${where} (input \`branch-directory\`)`,
                },
            ]
            : []),
    ];
    for (const preview of read.value.previews) {
        try {
            const why = await findReason(preview);
            cleaned.push(why === undefined ? await remove(preview) : { branch: preview.branch, kind: 'kept', why });
        }
        catch (error) {
            if (!signal.aborted)
                throw error;
        }
        // What was removed until now is reported in any case.
        if (signal.aborted)
            return { ok: true, value: { branches: cleaned, cutShortBy: (0,describe_error/* describeError */.U)(signal.reason) } };
    }
    return { ok: true, value: { branches: cleaned } };
    async function findReason(preview) {
        const { lock } = preview;
        const opened = await (0,read_previews/* openPreview */.H)(repository, preview, place.directory, signal);
        if (!opened.ok)
            return `its files cannot be listed: ${opened.error.why}`;
        const ours = (0,branch_paths/* ownPaths */.Vw)(opened.value.place, lock);
        const foreign = [...opened.value.tree.keys()].filter((path) => !ours.has(path));
        const need = findNeed({ lock, foreign }, facts);
        if (need !== undefined || lock.preview === undefined)
            return need;
        const { pullRequest } = lock.preview;
        const pull = await lookAtPull(pullRequest, inputs, world, signal);
        const isAllPublished = listUnpublished(lock, facts).length === 0;
        return findStay(pullRequest, pull, { isAllPublished, nowMs: world.clock.now() });
    }
    async function remove(preview) {
        const { branch } = preview;
        const removed = await (0,retry_offline/* retryOffline */.C)(async () => await (0,read_branches/* removeBranch */.VS)(repository, preview, signal), deps);
        if (!removed.ok && removed.error.kind === 'stopped')
            return { branch, kind: 'failed', why: 'the run ended while it was being removed, so it may be gone' };
        if (!removed.ok) {
            const where = { ...place, branch };
            return {
                branch,
                kind: 'failed',
                why: (0,describe_git_error/* describeGitError */.e)(removed.error, 'written to', where, repository.remote),
            };
        }
        return removed.value === 'removed'
            ? { branch, kind: 'removed' }
            : { branch, kind: 'kept', why: `${(0,branch_paths/* quotePath */.WG)(branch)} changed while it was looked at` };
    }
}

;// CONCATENATED MODULE: ./run/clean/clean.js
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
 * The story of a run that only removes preview branches which no one needs anymore. Makes no paid call, and writes nothing
 * else.
 */
async function clean(inputs, world) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { clock, log, stop } = world;
        const deadline = __addDisposableResource(env_1, (0,shared_deadline/* startDeadline */.d)(clock, inputs.timeoutMs, 'the run (input `timeout`)', stop), false);
        const { signal } = deadline;
        const done = await log.group('Clean', async () => {
            const work = async () => await cleanInTime(inputs, world, signal);
            const outcome = await (0,refused_run/* unlessCutShort */.R)('The branches were not looked at', signal, work);
            if (outcome.kind === 'cleaned')
                log.info(outcome.branches.map((branch) => describeBranch(branch, branch_paths/* quotePath */.WG)).join('\n'));
            return outcome;
        });
        const { problems } = done;
        const branches = done.kind === 'cleaned' ? done.branches : [];
        const cutShortBy = done.cutShortBy;
        const errors = (0,problem/* listErrors */.Gr)(problems).length;
        const headline = done.kind === 'refused'
            ? `The preview branches were not cleaned up: ${cutShortBy ?? (0,render_check/* countProblems */._)(problems)}`
            : `${countBranches(branches)}${cutShortBy === undefined ? '' : `, and the others were not looked at: ${cutShortBy}`}`;
        const outcome = cutShortBy !== undefined ? 'incomplete' : errors > 0 ? 'failed' : 'cleaned';
        const details = branches.map((branch) => `- ${describeBranch(branch, escape_markdown/* markdownCode */.D9, escape_markdown/* markdownSentence */.nv)}`);
        await (0,publish_check/* publishCheck */.k)({ outcome, headline, problems, details }, world);
        const removed = branches.filter(({ kind }) => kind === 'removed');
        world.actions.setOutput('removed-branches', removed.map(({ branch }) => branch).join('\n'));
        return errors === 0 && cutShortBy === undefined
            ? {}
            : { failure: `${headline}. The log and the job summary have the details.` };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        __disposeResources(env_1);
    }
}
/** E.g. `4 preview branches removed, 2 kept, 1 not removed`. */
function countBranches(branches) {
    const count = (kind) => branches.filter((each) => each.kind === kind).length;
    const failed = count('failed');
    const rest = failed === 0 ? '' : `, ${failed} not removed`;
    return `${(0,format/* plural */.LS)(count('removed'), 'preview branch', 'preview branches')} removed, ${count('kept')} kept${rest}`;
}
async function cleanInTime(inputs, world, signal) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const refused = (problems) => ({ kind: 'refused', problems });
        const foreign = await (0,check_origin/* checkOrigin */.X)(inputs, world, signal);
        if (foreign !== undefined)
            return refused([foreign]);
        const unpublished = describeUnpublished(await world.readEvent(), world.env['GITHUB_REF']);
        if (unpublished !== undefined) {
            const message = `Nothing was removed: ${unpublished}, and only the spec of the default branch decides which pictures are still needed. Run \`mode: clean\` on a schedule.`;
            return refused([{ severity: 'error', message }]);
        }
        // What is needed follows from the whole spec, whatever a run is about.
        const looked = await (0,look_around/* lookAround */.h)({ ...inputs, only: [], force: [] }, world, signal);
        if (!looked.ok)
            return refused(looked.error);
        const seen = __addDisposableResource(env_2, looked.value, true);
        const problems = [...seen.problems, ...seen.branchFaults];
        if ((0,problem/* listErrors */.Gr)(problems).length > 0 || seen.branch === undefined)
            return refused(problems);
        const { recorded } = seen.branch;
        const facts = {
            published: listPublished(recorded),
            wanted: listWantedFingerprints(seen.edits, { ...seen.options, recorded }),
            spec: seen.spec.path,
        };
        const removed = await removePreviews(seen.branch, facts, inputs, world, signal);
        if (!removed.ok)
            return refused([...problems, removed.error]);
        const { branches, cutShortBy } = removed.value;
        const failures = branches.flatMap((branch) => branch.kind === 'failed'
            ? [{ severity: 'error', message: `Branch ${(0,branch_paths/* quotePath */.WG)(branch.branch)} was not removed: ${branch.why}` }]
            : []);
        return {
            kind: 'cleaned',
            branches,
            problems: [...problems, ...failures],
            ...(cutShortBy !== undefined && { cutShortBy }),
        };
    }
    catch (e_2) {
        env_2.error = e_2;
        env_2.hasError = true;
    }
    finally {
        const result_1 = __disposeResources(env_2);
        if (result_1)
            await result_1;
    }
}
/** Why a run is not on the default branch, as far as is known; undefined if it is. A schedule runs nowhere else. */
function describeUnpublished({ name, defaultBranch }, ref) {
    if (name.startsWith('pull_request') || name === 'merge_group')
        return `the event \`${name}\` runs on changes that are not merged`;
    if (name === 'schedule')
        return undefined;
    if (defaultBranch === undefined)
        return `the event \`${name}\` does not say what the default branch is`;
    return ref === `refs/heads/${defaultBranch}`
        ? undefined
        : `the run is on \`${ref ?? 'an unknown ref'}\`, and not on the default branch \`${defaultBranch}\``;
}
function describeBranch(branch, name, clause = (text) => text) {
    switch (branch.kind) {
        case 'removed':
            return `${name(branch.branch)} removed`;
        case 'kept':
            return `${name(branch.branch)} kept: ${clause(branch.why)}`;
        case 'failed':
            return `${name(branch.branch)} not removed: ${clause(branch.why)}`;
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


/***/ })

};
