export const id = 844;
export const ids = [844];
export const modules = {

/***/ 78678:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NH: () => (/* binding */ withIndex),
/* harmony export */   RX: () => (/* binding */ checkTree),
/* harmony export */   SC: () => (/* binding */ commitTree),
/* harmony export */   WM: () => (/* binding */ writeTree),
/* harmony export */   jG: () => (/* binding */ commitFlat)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _judge_git_exit_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51724);



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

/***/ 90855:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ fetchHistory)
/* harmony export */ });
/* harmony import */ var _fetch_shallow_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(52075);
/* harmony import */ var _git_settings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(394);
/* harmony import */ var _judge_git_exit_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51724);



/** The largest depth means all of the history (git-fetch(1)); `--unshallow` is refused if nothing is missing. */
const ALL = '--depth=2147483647';
/** Fetches all commits of the `refs` (full names), without their trees and files: two HTTP requests or three. */
async function fetchHistory(repository, refs, signal) {
    const quiet = ['--quiet', '--no-tags', '--no-write-fetch-head'];
    const exit = await (0,_fetch_shallow_js__WEBPACK_IMPORTED_MODULE_0__/* .fetchFiltered */ .qQ)(ALL, '--filter=tree:0', async (bounds) => await repository.tryRun(['fetch', ...quiet, ...bounds, _git_settings_js__WEBPACK_IMPORTED_MODULE_2__/* .REMOTE */ .Bn, ...refs], { signal }));
    return (0,_judge_git_exit_js__WEBPACK_IMPORTED_MODULE_1__/* .judgeGitExit */ .m)(exit, signal);
}


/***/ }),

/***/ 96283:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ isBuiltOn)
/* harmony export */ });
/* harmony import */ var _judge_git_exit_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51724);

/** Whether `older` is the commit `newer` or one of its ancestors, as far as the private repository knows its history. */
async function isBuiltOn(repository, { older, newer }, signal) {
    const exit = await repository.tryRun(['merge-base', '--is-ancestor', older, newer], { signal });
    if (exit.kind === 'exited' && exit.code === 1)
        return { ok: true, value: false };
    const judged = (0,_judge_git_exit_js__WEBPACK_IMPORTED_MODULE_0__/* .judgeGitExit */ .m)(exit, signal);
    return judged.ok ? { ok: true, value: true } : judged;
}


/***/ }),

/***/ 49523:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  h: () => (/* binding */ openRepository)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./shared/describe-error.js
var describe_error = __webpack_require__(82129);
// EXTERNAL MODULE: ./git/git-environment.js
var git_environment = __webpack_require__(6);
// EXTERNAL MODULE: ./git/git-settings.js
var git_settings = __webpack_require__(394);
// EXTERNAL MODULE: ./git/judge-git-exit.js + 1 modules
var judge_git_exit = __webpack_require__(51724);
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
var make_git_folder = __webpack_require__(40908);
// EXTERNAL MODULE: ./git/run-git.js + 1 modules
var run_git = __webpack_require__(54472);
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

/***/ 38568:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ZB: () => (/* binding */ checkWritable),
  Sq: () => (/* binding */ pushCommit),
  vQ: () => (/* binding */ removeRefs),
  UX: () => (/* binding */ replaceRef)
});

// EXTERNAL MODULE: ./git/commit-tree.js
var commit_tree = __webpack_require__(78678);
// EXTERNAL MODULE: ./git/fetch-tip.js
var fetch_tip = __webpack_require__(14342);
// EXTERNAL MODULE: ./git/git-settings.js
var git_settings = __webpack_require__(394);
// EXTERNAL MODULE: ./git/is-built-on.js
var is_built_on = __webpack_require__(96283);
// EXTERNAL MODULE: ./git/judge-git-exit.js + 1 modules
var judge_git_exit = __webpack_require__(51724);
// EXTERNAL MODULE: ./git/remote-words.js
var remote_words = __webpack_require__(34646);
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
        const built = await (0,is_built_on/* isBuiltOn */.K)(repository, { older: tip, newer: commit }, signal);
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


/***/ })

};
