export const id = 259;
export const ids = [259];
export const modules = {

/***/ 55259:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  propose: () => (/* binding */ propose)
});

// EXTERNAL MODULE: ./report/comment/render-comment.js + 2 modules
var render_comment = __webpack_require__(5716);
// EXTERNAL MODULE: ./report/pull-outcome.js
var pull_outcome = __webpack_require__(38536);
// EXTERNAL MODULE: ./run/comment/post-comment.js + 1 modules
var post_comment = __webpack_require__(7921);
// EXTERNAL MODULE: ./shared/encode-path.js
var encode_path = __webpack_require__(32613);
// EXTERNAL MODULE: ./report/comment/comment-body.js
var comment_body = __webpack_require__(59684);
// EXTERNAL MODULE: ./shared/deadline.js
var deadline = __webpack_require__(56927);
// EXTERNAL MODULE: ./shared/retry.js
var retry = __webpack_require__(51049);
;// CONCATENATED MODULE: ./run/pull/open-pull.js
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




/** Nothing waits for it but the end of the step. */
const LIMIT_MS = 60_000;
const MOST_TRIES = 3;
const PAUSE_MS = 2000;
/**
 * Opens the pull request for the branch that the run delivered to, or replaces the text of the one that is open. What people
 * wrote around that text stays. Never merges. Undefined if the run is not asked to, or if the branch has nothing to propose.
 */
async function openPull({ opened, delivery, key, text }, { githubToken, pullInto: base, branch: head }, world) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        if (base === undefined || !isProposal(delivery, opened))
            return undefined;
        const { clock, log, stop, repository } = world;
        const limit = __addDisposableResource(env_1, (0,deadline/* startDeadline */.d)(clock, LIMIT_MS, 'the pull request', stop), false);
        const { signal } = limit;
        const pulls = world.pullRequests(githubToken);
        const branches = { head, base };
        let known;
        const placed = await (0,retry/* retry */.L)(async (tries) => {
            const result = await place(branches, pulls, { key, text }, (pull) => (known = pull), signal);
            const isLast = tries >= MOST_TRIES || signal.aborted;
            if (result.ok || result.error.kind !== 'failed' || isLast)
                return { kind: 'done', value: result };
            const waitMs = result.error.retryAfterMs ?? PAUSE_MS * tries;
            log.info((0,retry/* describeRetry */.e)(`Could not write the pull request: ${result.error.why}`, waitMs));
            return { kind: 'again', value: result, waitMs };
        }, { clock, signal });
        if (placed.ok) {
            log.info(`The pull request is up to date: ${placed.value.url}`);
            return { kind: 'up-to-date', number: placed.value.number, url: placed.value.url };
        }
        const { kind, why } = placed.error;
        if (known !== undefined)
            return { kind: 'not-updated', why, url: known.url };
        const compareUrl = `${repository.url}/compare/${(0,encode_path/* encodePath */.O)(base)}...${(0,encode_path/* encodePath */.O)(head)}?expand=1`;
        return { kind: 'not-opened', why, isDenied: kind === 'denied', compareUrl };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        __disposeResources(env_1);
    }
}
/** Whether the branch has something that the base does not have. */
function isProposal(delivery, opened) {
    return delivery.kind === 'committed' || (delivery.kind === 'unchanged' && opened?.joined?.isAhead === true);
}
/** Looks for it again with each try: the last one may have opened it, and only its answer was lost. */
async function place(branches, pulls, { key, text }, onFound, signal) {
    const found = await pulls.find(branches, signal);
    if (!found.ok)
        return found;
    const pull = found.value;
    if (pull !== undefined)
        onFound(pull);
    const body = (0,comment_body/* composeComment */.S)(key, pull?.body, text);
    if (body === undefined)
        return { ok: false, error: { kind: 'refused', why: 'what people wrote in it leaves no room for it' } };
    if (pull?.body === body)
        return { ok: true, value: pull };
    return pull === undefined
        ? await pulls.open(branches, { title: `Update pictures (${key.spec})`, body }, signal)
        : await pulls.update(pull.number, body, signal);
}

;// CONCATENATED MODULE: ./run/pull/propose.js




/** Proposes what is on the run's branch, if it is asked to: the report with what became of the pull request. */
async function propose(report, opened, before, inputs, world) {
    const { job, workspace } = world;
    const pull = await openPull({
        opened,
        delivery: report.branch,
        // One for each head, so the job that writes it does not matter.
        key: { spec: (0,post_comment/* nameSpec */.$)(inputs.spec, workspace), workflow: '', job: '', destination: '' },
        text: (0,render_comment/* runComment */.P6)(report, before, { runUrl: job.runUrl, job: job.name }),
    }, inputs, world);
    if (pull === undefined)
        return report;
    return { ...report, pull, problems: [...report.problems, ...(0,pull_outcome/* pullProblems */.q)(pull)] };
}


/***/ })

};
