export const id = 392;
export const ids = [392];
export const modules = {

/***/ 55392:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openBranches: () => (/* binding */ openBranches)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _deliver_branch_branch_paths_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(39799);
/* harmony import */ var _deliver_branch_describe_git_error_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(45157);
/* harmony import */ var _deliver_branch_open_branch_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12655);
/* harmony import */ var _deliver_branch_read_tip_again_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(21815);
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






/** Reads the assets branch, and the base branch beneath it. Throws the signal's reason; then nothing is left on disk. */
async function openBranches(inputs, world, signal) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const made = __addDisposableResource(env_1, new AsyncDisposableStack(), true);
        // Beside the output folder, not in it: what is in there is uploaded if this process is killed.
        const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)(node_path__WEBPACK_IMPORTED_MODULE_1__.join(world.temp, 'dreamina-git-'));
        made.defer(async () => {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(folder, { recursive: true, force: true, maxRetries: 5 });
        });
        const own = await (0,_deliver_branch_open_branch_js__WEBPACK_IMPORTED_MODULE_2__/* .openBranch */ .D)({
            remote: { url: `${world.repository.url}.git`, token: inputs.githubToken },
            place: {
                branch: inputs.branch,
                directory: inputs.branchDirectory,
                ...(inputs.pullInto !== undefined && { into: inputs.pullInto }),
            },
            folder: node_path__WEBPACK_IMPORTED_MODULE_1__.join(folder, 'repository.git'),
        }, { ...world, signal });
        if (own.ok)
            made.use(own.value.repository);
        signal.throwIfAborted();
        const opened = own.ok
            ? await openBase(own.value, inputs, { ...world, signal })
            : own;
        signal.throwIfAborted();
        const resources = made.move();
        return {
            opened,
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
/** Reads the base branch after the own one: two fetches into one repository would get in each other's way. */
async function openBase(own, { baseBranch: branch }, deps) {
    if (branch === undefined)
        return { ok: true, value: { own, base: undefined, problems: [] } };
    const { repository } = own;
    const place = { branch, directory: own.place.directory };
    const tip = await (0,_deliver_branch_read_tip_again_js__WEBPACK_IMPORTED_MODULE_3__/* .readTipAgain */ .e)({ repository, place }, deps);
    if (!tip.ok) {
        const { error } = tip;
        if (error.kind === 'unfit')
            return { ok: false, error: error.problems };
        const message = (0,_deliver_branch_describe_git_error_js__WEBPACK_IMPORTED_MODULE_4__/* .describeGitError */ .e)(error.error, 'read', place, repository.remote);
        return { ok: false, error: [{ severity: 'error', message }] };
    }
    if (tip.value.tip !== undefined)
        return { ok: true, value: { own, base: { repository, place, ...tip.value }, problems: [] } };
    const message = `Branch ${(0,_deliver_branch_branch_paths_js__WEBPACK_IMPORTED_MODULE_5__/* .quotePath */ .WG)(branch)} (input \`base-branch\`) does not exist, so none of its pictures count as made. If that is not expected, check the name.`;
    return { ok: true, value: { own, base: undefined, problems: [{ severity: 'warning', message }] } };
}


/***/ })

};
