export const id = 997;
export const ids = [997];
export const modules = {

/***/ 39799:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dn: () => (/* binding */ isPlainFile),
/* harmony export */   Sy: () => (/* binding */ LOCK_NAME),
/* harmony export */   Vw: () => (/* binding */ ownPaths),
/* harmony export */   WG: () => (/* binding */ quotePath),
/* harmony export */   pd: () => (/* binding */ foldersOf),
/* harmony export */   tc: () => (/* binding */ fromRoot)
/* harmony export */ });
/* harmony import */ var _shared_plain_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60295);

/** Name of the lock file in the branch directory. */
const LOCK_NAME = 'edits.lock.json';
/** A path relative to the branch directory as a path from the branch's root. */
function fromRoot({ directory }, path) {
    return directory === '' ? path : `${directory}/${path}`;
}
/** Paths from the root of everything that the lock file names, and of the lock file itself. */
function ownPaths(place, { edits, pages, renditions }) {
    const onBranch = [...edits.values()].filter(({ stored }) => stored === undefined);
    const derived = Object.values(renditions ?? {}).flatMap((bySettings) => Object.values(bySettings));
    const files = [...onBranch, ...derived].flatMap((entry) => entry.files.map(({ path }) => path));
    return new Set([...files, ...pages, LOCK_NAME].map((path) => fromRoot(place, path)));
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
    return `\`${(0,_shared_plain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .toPlainLine */ .Ic)(path)}\``;
}


/***/ }),

/***/ 45157:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ describeGitError)
/* harmony export */ });
/* harmony import */ var _shared_sentence_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47730);
/* harmony import */ var _branch_paths_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39799);


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

/***/ 12655:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  B: () => (/* binding */ checkBranchWritable),
  D: () => (/* binding */ openBranch)
});

// EXTERNAL MODULE: ./git/commit-tree.js
var commit_tree = __webpack_require__(78678);
// EXTERNAL MODULE: ./git/fetch-tip.js
var fetch_tip = __webpack_require__(14342);
// EXTERNAL MODULE: ./git/open-repository.js + 1 modules
var open_repository = __webpack_require__(49523);
// EXTERNAL MODULE: ./git/push.js + 1 modules
var push = __webpack_require__(38568);
// EXTERNAL MODULE: ./git/retry-offline.js
var retry_offline = __webpack_require__(72838);
// EXTERNAL MODULE: ./shared/sentence.js
var sentence = __webpack_require__(47730);
// EXTERNAL MODULE: ./deliver/branch/branch-paths.js
var branch_paths = __webpack_require__(39799);
// EXTERNAL MODULE: ./git/read-blobs.js
var read_blobs = __webpack_require__(73029);
;// CONCATENATED MODULE: ./git/read-attributes.js


/**
 * What the `.gitattributes` files in the tree of `tip` say about these paths, as git itself reads them; the paths need
 * not exist. Asks the remote only for those files, and only if there are any.
 */
async function readAttributes(repository, { tip, tree }, paths, names, signal) {
    const files = [...tree.values()].filter(({ path, mode }) => /(?:^|\/)\.gitattributes$/.test(path) && mode.startsWith('100'));
    if (files.length === 0 || paths.length === 0)
        return { ok: true, value: [] };
    const fetched = await (0,read_blobs/* fetchBlobs */.HP)(repository, files.map(({ blob }) => blob), signal);
    if (!fetched.ok)
        return fetched;
    return await (0,commit_tree/* withIndex */.NH)(repository, tip, signal, async (indexFile) => {
        const input = paths.map((path) => `${path}\0`).join('');
        const args = ['check-attr', '-z', '--stdin', '--cached', ...names];
        const printed = await repository.run(args, { signal, indexFile, input });
        return printed.ok ? { ok: true, value: parseAttributes(printed.value.toString()) } : printed;
    });
}
/** Reads what `git check-attr -z` prints: path, name and value of each attribute, each followed by NUL. */
function parseAttributes(text) {
    const fields = text.split('\0').slice(0, -1);
    const found = [];
    for (let at = 0; at < fields.length; at += 3) {
        const [path = '', name = '', value = ''] = fields.slice(at, at + 3);
        if (value !== 'unspecified' && value !== 'unset')
            found.push({ path, name, value });
    }
    return found;
}

// EXTERNAL MODULE: ./media/formats.js
var formats = __webpack_require__(92974);
// EXTERNAL MODULE: ./deliver/branch/tip-facts.js
var tip_facts = __webpack_require__(68231);
;// CONCATENATED MODULE: ./deliver/branch/check-attributes.js




const EXTENSIONS = [...new Set(formats/* MEDIA_TYPES */.Z2.map(formats/* fileExtension */.i_))];
/**
 * Finds edits whose pictures the branch's `.gitattributes` wants in another form, for example in Git LFS or encrypted.
 * They are committed as they are, so every clone would see them as changed, or unencrypted.
 */
async function checkAttributes(edits, opened, signal) {
    const { repository, place, tree } = opened;
    const tip = (0,tip_facts/* filesOf */.R8)(opened);
    if (tip === undefined)
        return { ok: true, value: [] };
    const owners = new Map([[(0,branch_paths/* fromRoot */.tc)(place, branch_paths/* LOCK_NAME */.Sy), undefined]]);
    for (const edit of edits)
        for (const extension of EXTENSIONS)
            owners.set((0,branch_paths/* fromRoot */.tc)(place, `${edit.output}.${extension}`), edit);
    const names = ['filter', 'working-tree-encoding', 'ident', 'text'];
    const found = await readAttributes(repository, { tip, tree }, [...owners.keys()], names, signal);
    if (!found.ok)
        return found;
    const faults = new Map();
    for (const attribute of found.value) {
        const deed = describeDeed(attribute);
        if (deed === undefined || faults.has(deed))
            continue;
        const message = `\`.gitattributes\` on branch ${(0,branch_paths/* quotePath */.WG)(place.branch)} ${deed} ${(0,branch_paths/* quotePath */.WG)(attribute.path)}, but this action commits files as they are. Take the pictures out of that rule (for example by \`* !filter !text\` in a \`.gitattributes\` file in their folder), or use another \`branch\` or \`branch-directory\`.`;
        const at = owners.get(attribute.path)?.at;
        faults.set(deed, { severity: 'error', message, ...(at !== undefined && { at }) });
    }
    return { ok: true, value: [...faults.values()] };
}
/** What the attribute does to a file, or undefined if it leaves pictures as they are; pure. */
function describeDeed({ path, name, value }) {
    if (name === 'filter')
        return `has the filter \`${value}\` for`;
    // Text may be converted; the lock file is text.
    if (path.endsWith(`/${branch_paths/* LOCK_NAME */.Sy}`) || path === branch_paths/* LOCK_NAME */.Sy)
        return undefined;
    switch (name) {
        case 'working-tree-encoding':
            return `has the text encoding \`${value}\` for`;
        case 'ident':
            return 'has keywords expanded in';
        default:
            // `auto` leaves binary files as they are.
            return value === 'set' ? 'has line endings converted in' : undefined;
    }
}

// EXTERNAL MODULE: ./deliver/branch/describe-git-error.js
var describe_git_error = __webpack_require__(45157);
// EXTERNAL MODULE: ./deliver/branch/read-joined-tip.js + 4 modules
var read_joined_tip = __webpack_require__(84056);
// EXTERNAL MODULE: ./deliver/branch/read-tip.js
var read_tip = __webpack_require__(27394);
;// CONCATENATED MODULE: ./deliver/branch/open-branch.js
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
 * Reads the branch, without its pictures; a branch that does not exist yet is an empty one. Two git commands go to the
 * network, one if there is no lock file. Each problem says what is wrong and what to do; then nothing is left behind.
 */
async function openBranch({ remote, place, folder }, deps) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { env, signal } = deps;
        const repository = await (0,open_repository/* openRepository */.h)(folder, remote, env, signal);
        if (!repository.ok)
            return { ok: false, error: [gitProblem(repository.error, 'read', place, remote)] };
        const made = __addDisposableResource(env_1, new AsyncDisposableStack(), true);
        made.use(repository.value);
        const named = await repository.value.run(['check-ref-format', (0,read_tip/* refOf */.H8)(place)], { signal });
        if (!named.ok && named.error.kind === 'failed') {
            const message = `Input \`branch\` is ${JSON.stringify(place.branch)}, which is not a branch name that git accepts: choose another, for example \`assets\`.`;
            return { ok: false, error: [{ severity: 'error', message }] };
        }
        const ask = async (question) => await (0,retry_offline/* retryOffline */.C)(question, deps);
        const tip = await (0,read_joined_tip/* readJoinedTip */.p)(repository.value, place, signal, ask);
        if (!tip.ok) {
            const { error } = tip;
            const problems = error.kind === 'unfit' ? error.problems : [gitProblem(error.error, 'read', place, remote)];
            return { ok: false, error: problems };
        }
        if (tip.value.tip === undefined) {
            const clash = await findNameClash(repository.value, place, signal, ask);
            if (clash !== undefined)
                return { ok: false, error: [clash] };
        }
        made.move();
        return { ok: true, value: { repository: repository.value, place, ...tip.value } };
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
 * A branch that makes it impossible to create one of this name: git keeps branches as files in folders. One git
 * command.
 */
async function findNameClash(repository, place, signal, ask) {
    const own = (0,read_tip/* refOf */.H8)(place);
    const above = (0,branch_paths/* foldersOf */.pd)(place.branch).map((branch) => (0,read_tip/* refOf */.H8)({ ...place, branch }));
    const listed = await ask(async () => await (0,fetch_tip/* listRefs */.D)(repository, [...above, `${own}/*`], signal));
    if (!listed.ok)
        return gitProblem(listed.error, 'read', place, repository.remote);
    const clash = listed.value.find((ref) => above.includes(ref) || ref.startsWith(`${own}/`));
    if (clash === undefined)
        return undefined;
    const other = (0,branch_paths/* quotePath */.WG)(clash.slice('refs/heads/'.length));
    const message = `Branch ${(0,branch_paths/* quotePath */.WG)(place.branch)} cannot be created, because there is a branch ${other}, and git cannot keep both: choose another \`branch\`.`;
    return { severity: 'error', message };
}
/**
 * Checks whether pictures of these edits could be committed and pushed, and changes nothing: one git command on the
 * network, or two if there are `.gitattributes` files. What a branch protection refuses shows only in a real push.
 */
async function checkBranchWritable(edits, opened, deps) {
    const { repository, place } = opened;
    const { signal } = deps;
    const files = (0,tip_facts/* filesOf */.R8)(opened);
    if (files !== undefined) {
        const built = await (0,commit_tree/* checkTree */.RX)(repository, files, signal);
        if (!built.ok) {
            const message = `${(0,sentence/* toSentence */.R)(`git cannot build upon branch ${(0,branch_paths/* quotePath */.WG)(place.branch)}: ${built.error.why}`)} Remove that file from the branch, or use another \`branch\`.`;
            return [{ severity: 'error', message }];
        }
    }
    const attributes = await (0,retry_offline/* retryOffline */.C)(async () => await checkAttributes(edits, opened, signal), deps);
    if (!attributes.ok)
        return [gitProblem(attributes.error, 'read', place, repository.remote)];
    if (attributes.value.length > 0)
        return attributes.value;
    const writable = await (0,retry_offline/* retryOffline */.C)(async () => await (0,push/* checkWritable */.ZB)(repository, (0,read_tip/* refOf */.H8)(place), signal), deps);
    return writable.ok ? [] : [gitProblem(writable.error, 'written to', place, repository.remote)];
}
function gitProblem(error, deed, place, remote) {
    return { severity: 'error', message: (0,describe_git_error/* describeGitError */.e)(error, deed, place, remote) };
}


/***/ }),

/***/ 84056:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  p: () => (/* binding */ readJoinedTip)
});

// EXTERNAL MODULE: ./git/commit-tree.js
var commit_tree = __webpack_require__(78678);
// EXTERNAL MODULE: ./git/fetch-history.js
var fetch_history = __webpack_require__(90855);
// EXTERNAL MODULE: ./git/judge-git-exit.js + 1 modules
var judge_git_exit = __webpack_require__(51724);
;// CONCATENATED MODULE: ./git/find-merge-base.js


/**
 * The newest commit that two branches of the remote have in common; undefined if there is none. Both commits must have been
 * fetched. Fetches all commits before them, without their trees and files.
 */
async function findMergeBase(repository, [one, other], signal) {
    const fetched = await (0,fetch_history/* fetchHistory */.N)(repository, [one.ref, other.ref], signal);
    if (!fetched.ok)
        return fetched;
    const exit = await repository.tryRun(['merge-base', one.commit, other.commit], { signal });
    if (exit.kind === 'exited' && exit.code === 1)
        return { ok: true, value: undefined };
    const found = (0,judge_git_exit/* judgeGitExit */.m)(exit, signal);
    return found.ok ? { ok: true, value: found.value.toString().trim() } : found;
}

// EXTERNAL MODULE: ./shared/list-some.js
var list_some = __webpack_require__(65020);
// EXTERNAL MODULE: ./deliver/branch/branch-paths.js
var branch_paths = __webpack_require__(39799);
;// CONCATENATED MODULE: ./deliver/branch/merge-files.js
/**
 * Merges the files of two branches, path by path; pure. `before`: what both had last in common. What only one side changed
 * is as on that side. Nothing is merged within a file.
 */
function mergeFiles(before, head, base) {
    const files = new Map(base);
    const conflicts = [];
    for (const path of new Set([...before.keys(), ...head.keys()])) {
        const [was, ours, theirs] = [before.get(path), head.get(path), base.get(path)];
        if (isSame(ours, was) || isSame(ours, theirs))
            continue;
        if (!isSame(theirs, was))
            conflicts.push(path);
        else if (ours === undefined)
            files.delete(path);
        else
            files.set(path, ours);
    }
    return { files, conflicts };
}
function isSame(one, other) {
    return one?.blob === other?.blob && one?.mode === other?.mode;
}

// EXTERNAL MODULE: ./lock/remember-past.js
var remember_past = __webpack_require__(2539);
// EXTERNAL MODULE: ./lock/spending.js
var lock_spending = __webpack_require__(76325);
;// CONCATENATED MODULE: ./deliver/branch/merge-locks.js


/**
 * Merges the lock files of a branch (`head`) and of the one it is to be merged into (`base`), entry by entry; pure.
 * `before`: what both had last in common. If both made an edit since, the one that was finished later counts. Pages are the
 * base's, as they are written again.
 */
function mergeLocks(before, head, base) {
    const edits = new Map(base.edits);
    const fromHead = new Set();
    for (const id of new Set([...before.edits.keys(), ...head.edits.keys()])) {
        const [was, ours, theirs] = [before.edits.get(id), head.edits.get(id), base.edits.get(id)];
        if (merge_locks_isSame(ours, was) || merge_locks_isSame(ours, theirs))
            continue;
        const isChangedThere = !merge_locks_isSame(theirs, was);
        if (ours === undefined) {
            // Removed here, and made again there: it stays.
            if (!isChangedThere)
                edits.delete(id);
            continue;
        }
        if (isChangedThere && theirs !== undefined && theirs.finishedAt >= ours.finishedAt)
            continue;
        edits.set(id, ours);
        fromHead.add(id);
    }
    const spending = (0,lock_spending/* mergeSpending */.hv)(base.spending, head.spending);
    const renditions = { ...head.renditions, ...base.renditions };
    return {
        lock: {
            ...base,
            edits,
            ...(spending !== undefined && { spending }),
            ...(Object.keys(renditions).length > 0 && { renditions }),
        },
        fromHead,
    };
}
function merge_locks_isSame(one, other) {
    return one === undefined || other === undefined ? one === other : (0,remember_past/* isSameEntry */.TR)(one, other);
}

;// CONCATENATED MODULE: ./deliver/branch/join-branches.js



/**
 * Merges a branch into the one it proposes its pictures to; pure. `before`: what both had last in common. Files that a lock file
 * names follow their entries, files of others are merged path by path.
 */
function joinBranches({ before, head, base }, place) {
    const { lock, fromHead } = mergeLocks(before.lock, head.lock, base.lock);
    const own = new Set([before, head, base].flatMap((side) => [...(0,branch_paths/* ownPaths */.Vw)(place, side.lock)]));
    const others = ({ tree }) => new Map([...tree].filter(([path]) => !own.has(path)));
    const merged = mergeFiles(others(before), others(head), others(base));
    const tree = new Map([...merged.files, ...listOwn({ lock, fromHead }, head, base, place)]);
    const changes = listChanges(base.tree, tree);
    const isAhead = changes.length > 0 || fromHead.size > 0 || lock.edits.size !== base.lock.edits.size;
    return { tree, lock, changes, conflicts: merged.conflicts, isAhead };
}
/** The files that the merged lock file names, from the side that their entries come from; pages and lock file are written again. */
function listOwn({ lock, fromHead }, head, base, place) {
    const edits = [...lock.edits].map(([id, { files }]) => ({ files, from: fromHead.has(id) ? head : base }));
    const derived = Object.values(lock.renditions ?? {}).flatMap((bySettings) => Object.values(bySettings));
    const listed = [
        ...[...base.lock.pages, branch_paths/* LOCK_NAME */.Sy].map((path) => ({ path, sides: [base] })),
        ...edits.flatMap(({ files, from }) => files.map(({ path }) => ({ path, sides: [from] }))),
        ...derived.flatMap(({ files }) => files.map(({ path }) => ({ path, sides: [base, head] }))),
    ];
    return new Map(listed.flatMap(({ path, sides }) => {
        const full = (0,branch_paths/* fromRoot */.tc)(place, path);
        const file = sides.map(({ tree }) => tree.get(full)).find((found) => found !== undefined);
        return file === undefined ? [] : [[full, file]];
    }));
}
function listChanges(from, to) {
    const removed = [...from.keys()].filter((path) => !to.has(path)).map((path) => ({ path }));
    const set = [...to.values()].filter(({ path, blob, mode }) => {
        const was = from.get(path);
        return was?.blob !== blob || was.mode !== mode;
    });
    return [...removed, ...set];
}

// EXTERNAL MODULE: ./deliver/branch/read-tip.js
var read_tip = __webpack_require__(27394);
;// CONCATENATED MODULE: ./deliver/branch/read-joined-tip.js






/**
 * Fetches what is on the branch. If it is to be merged into another one, that is what both are together: what is on either
 * of them counts as there. Nothing is pushed; the next commit merges the other branch.
 */
async function readJoinedTip(repository, place, signal, ask = async (question) => await question()) {
    const { into, ...own } = place;
    if (into === undefined)
        return await (0,read_tip/* readTip */.av)(repository, place, signal, ask);
    const basePlace = { ...own, branch: into };
    const base = await (0,read_tip/* readTip */.av)(repository, basePlace, signal, ask);
    if (!base.ok)
        return base;
    const { tip: baseCommit, tree, recorded } = base.value;
    if (baseCommit === undefined)
        return unfit(describeNoBase(into));
    const head = await (0,read_tip/* readTip */.av)(repository, own, signal, ask);
    if (!head.ok)
        return head;
    const { tip } = head.value;
    const known = { base: baseCommit, tree, recorded };
    const asBase = { parents: [baseCommit], files: baseCommit, isAhead: false };
    const start = tip === undefined ? {} : { tip };
    if (tip === undefined || tip === baseCommit)
        return { ok: true, value: { ...start, tree, recorded, joined: { ...known, ...asBase } } };
    const both = [
        { ref: (0,read_tip/* refOf */.H8)(own), commit: tip },
        { ref: (0,read_tip/* refOf */.H8)(basePlace), commit: baseCommit },
    ];
    const common = await ask(async () => await findMergeBase(repository, both, signal));
    if (!common.ok)
        return { ok: false, error: { kind: 'git', error: common.error } };
    if (common.value === undefined)
        return unfit(describeStrangers(own.branch, into));
    if (common.value === tip)
        return { ok: true, value: { tip, tree, recorded, joined: { ...known, ...asBase } } };
    if (common.value === baseCommit) {
        const isAhead = !isSameTree(head.value, base.value);
        const joined = { ...known, parents: [tip], files: tip, isAhead };
        return { ok: true, value: { ...head.value, joined } };
    }
    return await merge(repository, place, { ...head.value, tip }, { ...base.value, tip: baseCommit }, common.value, signal, ask);
}
/** Both have commits that the other does not have. */
async function merge(repository, place, head, base, common, signal, ask) {
    const before = await (0,read_tip/* readCommitTip */.Dn)(repository, common, place, signal, ask);
    if (!before.ok)
        return before;
    const sides = { before: sideOf(before.value), head: sideOf(head), base: sideOf(base) };
    const together = joinBranches(sides, place);
    if (together.conflicts.length > 0)
        return unfit(describeConflicts(place, together));
    const files = await (0,commit_tree/* writeTree */.WM)(repository, base.tip, together.changes, signal);
    if (!files.ok)
        return { ok: false, error: { kind: 'git', error: files.error } };
    return { ok: true, value: asTip(head, base, together, files.value, place) };
}
function asTip({ tip, tree: own, recorded: ownRecorded }, base, { tree, lock, isAhead }, files, place) {
    const paths = (0,read_tip/* pathsBelow */.Yl)(tree, place);
    const head = { tip, tree: own, recorded: ownRecorded };
    const known = { base: base.tip, tree: base.tree, recorded: base.recorded, head };
    const joined = { ...known, parents: [tip, base.tip], files, isAhead };
    return { tip, tree, recorded: { lock, paths }, joined };
}
function sideOf({ tree, recorded }) {
    return { tree, lock: recorded.lock };
}
function isSameTree({ tree }, other) {
    return (tree.size === other.tree.size &&
        [...tree.values()].every(({ path, blob, mode }) => {
            const there = other.tree.get(path);
            return there?.blob === blob && there.mode === mode;
        }));
}
function describeNoBase(into) {
    return `There is no branch ${(0,branch_paths/* quotePath */.WG)(into)} to open a pull request for: give an existing one as \`branch\`, or use \`deliver: branch\`, which creates it.`;
}
/** A merge would bring back what someone may have removed from the history on purpose. */
function describeStrangers(branch, into) {
    return `Branches ${(0,branch_paths/* quotePath */.WG)(branch)} and ${(0,branch_paths/* quotePath */.WG)(into)} have no commit in common, because the history of one of them was replaced: rebase ${(0,branch_paths/* quotePath */.WG)(branch)} onto ${(0,branch_paths/* quotePath */.WG)(into)} by hand, or delete it, so that the pictures that only it has are made and paid for again.`;
}
function describeConflicts({ branch, into = '' }, { conflicts }) {
    const files = (0,list_some/* listSome */.X)(conflicts.map(branch_paths/* quotePath */.WG), 5);
    return `Branch ${(0,branch_paths/* quotePath */.WG)(branch)} cannot be brought up to date, because ${files} changed there and on branch ${(0,branch_paths/* quotePath */.WG)(into)}: merge ${(0,branch_paths/* quotePath */.WG)(into)} into ${(0,branch_paths/* quotePath */.WG)(branch)} by hand, or delete branch ${(0,branch_paths/* quotePath */.WG)(branch)}.`;
}
function unfit(message) {
    return { ok: false, error: { kind: 'unfit', problems: [{ severity: 'error', message }] } };
}


/***/ }),

/***/ 12517:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H: () => (/* binding */ openPreview),
  i: () => (/* binding */ readPreviews)
});

// EXTERNAL MODULE: ./git/list-files.js
var list_files = __webpack_require__(62942);
// EXTERNAL MODULE: ./git/read-branches.js
var read_branches = __webpack_require__(88793);
// EXTERNAL MODULE: ./git/read-blobs.js
var read_blobs = __webpack_require__(73029);
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

// EXTERNAL MODULE: ./git/retry-offline.js
var retry_offline = __webpack_require__(72838);
// EXTERNAL MODULE: ./lock/parse-lock.js + 3 modules
var parse_lock = __webpack_require__(89907);
// EXTERNAL MODULE: ./shared/plain-text.js
var plain_text = __webpack_require__(60295);
// EXTERNAL MODULE: ./deliver/branch/branch-paths.js
var branch_paths = __webpack_require__(39799);
// EXTERNAL MODULE: ./deliver/branch/read-tip.js
var read_tip = __webpack_require__(27394);
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
        const listed = await (0,retry_offline/* retryOffline */.C)(async () => await (0,read_branches/* listBranches */.jr)(repository, deps.signal), deps);
        if (!listed.ok)
            return listed;
        const names = listed.value.map(({ branch }) => branch).filter(isPreview);
        for (const name of names)
            known.add(name);
        const heads = await (0,retry_offline/* retryOffline */.C)(async () => await (0,read_branches/* fetchHeads */.o6)(repository, names, deps.signal), deps);
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


/***/ }),

/***/ 21815:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ readTipAgain)
/* harmony export */ });
/* harmony import */ var _git_retry_offline_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72838);
/* harmony import */ var _read_joined_tip_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(84056);


/** Reads what is on the branch by now; each question is asked again for a while if the server does not answer. */
async function readTipAgain({ repository, place }, deps) {
    return await (0,_read_joined_tip_js__WEBPACK_IMPORTED_MODULE_1__/* .readJoinedTip */ .p)(repository, place, deps.signal, async (question) => await (0,_git_retry_offline_js__WEBPACK_IMPORTED_MODULE_0__/* .retryOffline */ .C)(question, deps));
}


/***/ }),

/***/ 27394:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dn: () => (/* binding */ readCommitTip),
/* harmony export */   H8: () => (/* binding */ refOf),
/* harmony export */   Yl: () => (/* binding */ pathsBelow),
/* harmony export */   av: () => (/* binding */ readTip)
/* harmony export */ });
/* harmony import */ var _git_fetch_tip_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14342);
/* harmony import */ var _git_list_files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(62942);
/* harmony import */ var _git_read_blobs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73029);
/* harmony import */ var _lock_parse_lock_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(89907);
/* harmony import */ var _branch_paths_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(39799);





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

/***/ 68231:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Et: () => (/* binding */ pictureCommit),
/* harmony export */   Jm: () => (/* binding */ isBehind),
/* harmony export */   Kd: () => (/* binding */ holderOf),
/* harmony export */   R8: () => (/* binding */ filesOf),
/* harmony export */   bB: () => (/* binding */ describeUnchanged)
/* harmony export */ });
/* harmony import */ var _lock_remember_past_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2539);

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
    return joined !== undefined && entry !== undefined && there !== undefined && (0,_lock_remember_past_js__WEBPACK_IMPORTED_MODULE_0__/* .isSameEntry */ .TR)(entry, there)
        ? joined.base
        : tip;
}


/***/ }),

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

/***/ 52075:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BP: () => (/* binding */ nameFetched),
/* harmony export */   X7: () => (/* binding */ fetchShallow),
/* harmony export */   i1: () => (/* binding */ FETCHED),
/* harmony export */   qQ: () => (/* binding */ fetchFiltered)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

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

/***/ 14342:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ listRefs),
/* harmony export */   m: () => (/* binding */ fetchTip)
/* harmony export */ });
/* harmony import */ var _fetch_shallow_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(52075);
/* harmony import */ var _git_settings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(394);
/* harmony import */ var _judge_git_exit_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51724);



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
    const reason = /\((.*)\)$/.exec(summary)?.[1] ?? summary;
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


/***/ }),

/***/ 73029:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H4: () => (/* binding */ saveBlob),
/* harmony export */   HP: () => (/* binding */ fetchBlobs),
/* harmony export */   gm: () => (/* binding */ readBlob),
/* harmony export */   mH: () => (/* binding */ readFileOf)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
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
            const handle = __addDisposableResource(env_1, await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(part, 'w'), true);
            // Straight from git to the disk.
            const saved = await repository.run(['cat-file', 'blob', blob], { signal, output: handle.fd });
            if (!saved.ok)
                return saved;
            await handle.close();
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(part, file);
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
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(part, { force: true });
    }
}


/***/ }),

/***/ 88793:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VS: () => (/* binding */ removeBranch),
/* harmony export */   jr: () => (/* binding */ listBranches),
/* harmony export */   o6: () => (/* binding */ fetchHeads)
/* harmony export */ });
/* harmony import */ var _fetch_shallow_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(52075);
/* harmony import */ var _git_settings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(394);
/* harmony import */ var _judge_git_exit_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51724);



const HEADS = 'refs/heads/';
/** The branches of the remote: one HTTP request or two, however many there are. */
async function listBranches(repository, signal) {
    const listed = await repository.run(['ls-remote', '--heads', _git_settings_js__WEBPACK_IMPORTED_MODULE_2__/* .REMOTE */ .Bn], { signal });
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
    const locals = new Map(branches.map((branch) => [(0,_fetch_shallow_js__WEBPACK_IMPORTED_MODULE_0__/* .nameFetched */ .BP)(`${HEADS}${branch}`), branch]));
    const input = [...locals].map(([local, branch]) => `+${HEADS}${branch}:${local}\n`).join('');
    const exit = await (0,_fetch_shallow_js__WEBPACK_IMPORTED_MODULE_0__/* .fetchShallow */ .X7)(async (bounds) => {
        const args = ['fetch', '--quiet', ...bounds, '--no-tags', '--no-write-fetch-head', '--stdin', _git_settings_js__WEBPACK_IMPORTED_MODULE_2__/* .REMOTE */ .Bn];
        return await repository.tryRun(args, { signal, input });
    });
    if (exit.kind === 'exited' && exit.stderr.includes("couldn't find remote ref"))
        return { ok: true, value: undefined };
    const fetched = (0,_judge_git_exit_js__WEBPACK_IMPORTED_MODULE_1__/* .judgeGitExit */ .m)(exit, signal);
    if (!fetched.ok)
        return fetched;
    const listed = await repository.run(['for-each-ref', '--format=%(objectname) %(refname)', _fetch_shallow_js__WEBPACK_IMPORTED_MODULE_0__/* .FETCHED */ .i1], {
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
        _git_settings_js__WEBPACK_IMPORTED_MODULE_2__/* .REMOTE */ .Bn,
        `:${ref}`,
    ];
    const exit = await repository.tryRun(args, { signal });
    const judged = (0,_judge_git_exit_js__WEBPACK_IMPORTED_MODULE_1__/* .judgeGitExit */ .m)(exit, signal);
    if (judged.ok)
        return { ok: true, value: 'removed' };
    const now = await listBranches(repository, signal);
    if (!now.ok)
        return judged;
    const isSame = now.value.some((head) => head.branch === branch && head.commit === commit);
    return isSame ? judged : { ok: true, value: 'moved' };
}


/***/ }),

/***/ 72838:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ retryOffline)
/* harmony export */ });
/* harmony import */ var _shared_retry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51049);
/* harmony import */ var _shared_retry_delay_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31171);


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

/***/ 23693:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H1: () => (/* binding */ hasAnswer),
/* harmony export */   _x: () => (/* binding */ nameClaim),
/* harmony export */   ap: () => (/* binding */ nameEntry),
/* harmony export */   df: () => (/* binding */ changeEntry),
/* harmony export */   nT: () => (/* binding */ isOpen)
/* harmony export */ });
/* unused harmony export claimOf */
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


/***/ }),

/***/ 49112:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dv: () => (/* binding */ pickStrongest),
/* harmony export */   Ez: () => (/* binding */ findRepeated),
/* harmony export */   Im: () => (/* binding */ isUnusable),
/* harmony export */   LL: () => (/* binding */ pickRuling),
/* harmony export */   NP: () => (/* binding */ isOwn),
/* harmony export */   RB: () => (/* binding */ hasClaimsAhead),
/* harmony export */   YX: () => (/* binding */ judgeEntry),
/* harmony export */   jB: () => (/* binding */ isDeadClaim)
/* harmony export */ });
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


/***/ }),

/***/ 53119:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ hasFiles)
/* harmony export */ });
/** Whether all files of an entry are among these paths, which are relative to the branch directory; pure. */
function hasFiles({ files }, paths) {
    return files.every(({ path }) => paths.has(path));
}


/***/ }),

/***/ 47384:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ LOCK_VERSION),
/* harmony export */   k: () => (/* binding */ lockSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69987);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(79435);
/* harmony import */ var _media_formats_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92974);
/* harmony import */ var _shared_commit_name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48588);
/* harmony import */ var _shared_file_name_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(73761);
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(15624);





/** The form of the lock file that this version reads and writes. */
const LOCK_VERSION = 1;
const hash = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in 64 hex digits');
const commit = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(_shared_commit_name_js__WEBPACK_IMPORTED_MODULE_2__/* .COMMIT_NAME */ .AY, 'must be the full name of a commit');
const text = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1);
const count = zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().nonnegative();
const usd = zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().nonnegative().max(_types_js__WEBPACK_IMPORTED_MODULE_3__/* .MOST_USD */ .L1);
const sum = zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().nonnegative().max(_types_js__WEBPACK_IMPORTED_MODULE_3__/* .MOST_SPENT_USD */ .s_);
/** A path that is safe to write on every system and leads to nowhere but below the branch directory. */
const path = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
    .refine(isSafePath, 'must be a relative path with forward slashes, fit for every system');
function isSafePath(value) {
    // An output's name has room for a number and an extension behind it, so it is judged without them.
    const names = value.replace(/([^/])(?:-\d+)?\.\w+$/, '$1').split('/');
    return names.every((name) => !name.includes('\\') && (0,_shared_file_name_js__WEBPACK_IMPORTED_MODULE_4__/* .faultOfFileName */ .v)(name) === undefined);
}
const pixels = zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().positive().nullable();
const file = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    path,
    sha256: hash,
    bytes: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().positive(),
    width: pixels,
    height: pixels,
    type: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_media_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .MEDIA_TYPES */ .Z2),
    carries: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ mark: text.optional(), label: text.optional(), c2pa: text.optional() })
        .optional(),
})
    // What an entry names may be moved or removed: that is never the lock file, a page, or anything but a picture.
    .refine((value) => value.path.endsWith(`.${(0,_media_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .fileExtension */ .i_)(value.type)}`), {
    path: ['path'],
    message: 'must have the extension of its type',
});
/** The model's own keys, whatever they are. What was read from JSON is JSON: checking that takes longer than all else. */
const input = zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_1__/* .custom */ .IeY());
const reference = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    content: text,
    path: text.optional(),
    commit: commit.optional(),
    edit: text.optional(),
});
const entry = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    spec: text.nullable(),
    take: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().positive().optional(),
    stored: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['artifact', 'discarded']).optional(),
    fingerprint: hash,
    model: text,
    model_schema: hash.optional(),
    input,
    references: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(reference).optional(),
    alt: text.optional(),
    request_id: text,
    cost_usd: usd.nullable(),
    submitted_at: zod__WEBPACK_IMPORTED_MODULE_5__/* .datetime */ .w$(),
    finished_at: zod__WEBPACK_IMPORTED_MODULE_5__/* .datetime */ .w$(),
    queued_ms: count.nullable(),
    running_ms: count.nullable(),
    action_version: text,
    spec_commit: text.nullable(),
    files: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(file).min(1),
    history: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ fingerprint: hash, commit }))
        .max(_types_js__WEBPACK_IMPORTED_MODULE_3__/* .MOST_PAST */ .nw)
        .optional(),
});
const month = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^\d{4}-\d\d$/, 'must be a month such as 2026-11');
const spending = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    cost_usd: sum,
    edits: count,
    unpriced: count,
    requests: zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(text, usd.nullable()).optional(),
});
const rendition = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ set: text, settings: input, files: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(file).min(1) });
/** The lock file as it is written; strict, so that what another version added is not lost without a word. */
const lockSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    version: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(LOCK_VERSION),
    pages: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(path.endsWith('.md', 'must be a page, README.md or the like')),
    preview: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ pull_request: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().positive(), commit: commit.optional() }).optional(),
    spending: zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(month, spending).optional(),
    edits: zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1), entry),
    renditions: zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(hash, zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(hash, rendition)).optional(),
});


/***/ }),

/***/ 89907:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  P: () => (/* binding */ parseLock)
});

// EXTERNAL MODULE: ../node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(69987);
// EXTERNAL MODULE: ./shared/describe-error.js
var describe_error = __webpack_require__(82129);
// EXTERNAL MODULE: ./shared/fold-path.js
var fold_path = __webpack_require__(42274);
// EXTERNAL MODULE: ./shared/plain-text.js
var plain_text = __webpack_require__(60295);
;// CONCATENATED MODULE: ./lock/find-lost-key.js
/** JSON's strings, with the colon that makes one a key, and its braces. */
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?|[{}]/g;
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
        while (' \n\r\t'.includes(text.charAt(next)) && next < text.length)
            next += 1;
        if (text.charAt(next) === ':')
            count += 1;
        start = text.indexOf('"', next);
    }
    return count;
}
function isEscaped(text, quote) {
    let before = quote;
    while (text.charAt(before - 1) === '\\')
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
        for (const [key, inner] of Object.entries(top)) {
            if (key === '__proto__')
                return Number.NaN;
            if (!Array.isArray(top))
                count += 1;
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

// EXTERNAL MODULE: ../node_modules/yaml/dist/index.js
var dist = __webpack_require__(6637);
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

// EXTERNAL MODULE: ./lock/lock-schema.js
var lock_schema = __webpack_require__(47384);
// EXTERNAL MODULE: ./shared/map-values.js
var map_values = __webpack_require__(99864);
// EXTERNAL MODULE: ./lock/spending.js
var spending = __webpack_require__(76325);
;// CONCATENATED MODULE: ./lock/read-wire-lock.js


/** A lock file's content by our own names; pure. */
function readWireLock({ edits, pages, preview, spending, renditions }) {
    return {
        pages,
        edits: new Map(Object.entries(edits).map(([id, wire]) => [id, readEntry(wire)])),
        ...(preview !== undefined && {
            preview: dropAbsent({ pullRequest: preview.pull_request, commit: preview.commit }),
        }),
        ...(spending !== undefined && {
            spending: (0,map_values/* mapValues */.L)(spending, readMonth),
        }),
        ...(renditions !== undefined && {
            renditions: (0,map_values/* mapValues */.L)(renditions, (bySettings) => (0,map_values/* mapValues */.L)(bySettings, ({ files, ...facts }) => ({ ...facts, files: files.map(readFile) }))),
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
        stored: wire.stored,
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
    if (version !== undefined && version > lock_schema/* LOCK_VERSION */.T) {
        const message = `The lock file was written by a newer version of this action (its form is ${version}, this one knows ${lock_schema/* LOCK_VERSION */.T}). ${UPDATE}`;
        return { ok: false, error: [problem(message, ['version'])] };
    }
    const lost = findLostKey(text, json);
    if (lost !== undefined) {
        const message = `The lock file has a fault: the key ${JSON.stringify(lost.key)} ${lost.fault}. ${ADVICE}`;
        return { ok: false, error: [problemAt(positionAt(text, lost.offset), message)] };
    }
    const parsed = lock_schema/* lockSchema */.k.safeParse(json);
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

/***/ 59170:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ listJobs),
/* harmony export */   P: () => (/* binding */ nameJob)
/* harmony export */ });
/* harmony import */ var _has_files_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53119);

/** One name for a job and the pictures that it was asked for. */
function nameJob({ fingerprint, requestId }) {
    return `${fingerprint} ${requestId}`;
}
/** The jobs (see `nameJob`) whose pictures are recorded, and are all still on the branch; pure. */
function listJobs({ lock, paths }) {
    const there = [...lock.edits.values()].filter((entry) => (0,_has_files_js__WEBPACK_IMPORTED_MODULE_0__/* .hasFiles */ .Y)(entry, paths));
    return new Set(there.map(nameJob));
}


/***/ }),

/***/ 2539:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TR: () => (/* binding */ isSameEntry),
/* harmony export */   Uu: () => (/* binding */ rememberPast),
/* harmony export */   lI: () => (/* binding */ withoutHistory)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15624);


/**
 * The entry with the history it has when it replaces `replaced`, whose files and entry the commit `tip` still
 * has; pure. What the edit is now is not part of its history.
 */
function rememberPast(entry, replaced, tip) {
    const last = replaced === undefined || tip === undefined ? [] : [{ fingerprint: replaced.fingerprint, commit: tip }];
    const all = [...last, ...(replaced?.history ?? []), ...(entry.history ?? [])];
    const history = [];
    for (const past of all) {
        const isKnown = history.some(({ fingerprint }) => fingerprint === past.fingerprint);
        if (past.fingerprint !== entry.fingerprint && !isKnown)
            history.push(past);
    }
    const recent = history.slice(0, _types_js__WEBPACK_IMPORTED_MODULE_1__/* .MOST_PAST */ .nw);
    return (0,node_util__WEBPACK_IMPORTED_MODULE_0__.isDeepStrictEqual)(recent, entry.history ?? []) ? entry : { ...entry, history: recent };
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

/***/ 60696:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ sortJson),
/* harmony export */   d: () => (/* binding */ sortKeys)
/* harmony export */ });
/** The same value with the keys of every object in one order, so that equal values give equal texts. */
function sortJson(value) {
    if (Array.isArray(value))
        return value.map(sortJson);
    if (value === null || typeof value !== 'object')
        return value;
    const entries = Object.entries(value).filter((entry) => entry[1] !== undefined);
    return Object.fromEntries(entries.toSorted(byKey).map(([key, each]) => [key, sortJson(each)]));
}
/** The record with its keys in order: by code unit and not by a language's rules: the same order on every machine. */
function sortKeys(record) {
    return Object.fromEntries(Object.entries(record).toSorted(byKey));
}
function byKey([a], [b]) {
    return a < b ? -1 : 1;
}


/***/ }),

/***/ 76325:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bw: () => (/* binding */ sumUp),
/* harmony export */   GS: () => (/* binding */ monthOf),
/* harmony export */   Kq: () => (/* binding */ addSpending),
/* harmony export */   ac: () => (/* binding */ withSpendingOf),
/* harmony export */   hv: () => (/* binding */ mergeSpending)
/* harmony export */ });
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15624);

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

/***/ 15624:
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

/***/ 44857:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U4: () => (/* binding */ isNewer),
/* harmony export */   eQ: () => (/* binding */ findAtRisk),
/* harmony export */   xK: () => (/* binding */ warnOfNewer)
/* harmony export */ });
/* harmony import */ var _shared_commit_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48588);
/* harmony import */ var _shared_list_some_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65020);
/* harmony import */ var _outputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56987);



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
        if ((0,_outputs_js__WEBPACK_IMPORTED_MODULE_0__/* .isUntouched */ .O2)(edit))
            continue;
        touched.add(edit.id);
        if (edit.action.kind === 'unchanged' && !facts.specIds.has(edit.action.from))
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
                `The branch was made from a newer commit (${nameCommits(newer)}) than this run's (${(0,_shared_commit_name_js__WEBPACK_IMPORTED_MODULE_1__/* .shortCommit */ .Ax)(sha)}). These edits stay as they are on the branch, and nothing is sent for them: ${nameIds(newer)}. To go back to older pictures, revert the spec in a new commit.`,
            ]),
        ...(unknown.length === 0
            ? []
            : [
                `Neither the fetched history nor GitHub says whether the branch was made from a newer commit (${nameCommits(unknown)}) than this run's (${(0,_shared_commit_name_js__WEBPACK_IMPORTED_MODULE_1__/* .shortCommit */ .Ax)(sha)}), so this run may replace newer pictures of these edits: ${nameIds(unknown)}. ${history}`,
            ]),
    ];
    return messages.map((message) => ({ severity: 'warning', message }));
}
function nameIds(entries) {
    return nameEach(entries.map(({ id }) => id));
}
function nameCommits(entries) {
    return nameEach(entries.map(({ commit }) => (0,_shared_commit_name_js__WEBPACK_IMPORTED_MODULE_1__/* .shortCommit */ .Ax)(commit)));
}
function nameEach(all) {
    return (0,_shared_list_some_js__WEBPACK_IMPORTED_MODULE_2__/* .listSome */ .X)([...new Set(all)], MOST_NAMED);
}


/***/ }),

/***/ 28839:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  r: () => (/* binding */ planEdits)
});

// EXTERNAL MODULE: ./ledger/life/change-entry.js
var change_entry = __webpack_require__(23693);
// EXTERNAL MODULE: ./ledger/life/judge-entry.js
var judge_entry = __webpack_require__(49112);
// EXTERNAL MODULE: ./lock/recorded-jobs.js
var recorded_jobs = __webpack_require__(59170);
// EXTERNAL MODULE: ./media/formats.js
var formats = __webpack_require__(92974);
// EXTERNAL MODULE: ./lock/has-files.js
var has_files = __webpack_require__(53119);
;// CONCATENATED MODULE: ./plan/find-finished.js

/** Creates the finder of one plan. */
function createFinder({ recorded, base, offers, specIds }) {
    const own = createShelf(recorded, specIds);
    const beneath = createShelf(base?.recorded, specIds);
    /** Ids of entries whose files move to a renamed edit. */
    const taken = new Set();
    const onBase = (id, entry) => ({ id, entry, ...(base && { on: base.on }) });
    return {
        findById: ({ id }) => {
            const entry = own.get(id);
            if (entry !== undefined)
                return { id, entry };
            const below = beneath.get(id);
            return below === undefined ? undefined : onBase(id, below);
        },
        find: (edit) => {
            const { id, fingerprint } = edit;
            const here = own.get(id);
            if (here?.fingerprint === fingerprint)
                return { id, entry: here };
            const below = beneath.get(id);
            if (below?.fingerprint === fingerprint)
                return onBase(id, below);
            const same = own.findSame(edit, taken);
            if (same !== undefined)
                return same;
            const copy = beneath.findSame(edit, NONE, base?.uncopyable);
            if (copy !== undefined)
                return onBase(copy.id, copy.entry);
            return offers?.get(fingerprint)?.[0];
        },
        take: ({ id, on }) => {
            if (on === undefined)
                taken.add(id);
        },
    };
}
const NONE = new Set();
function createShelf(recorded, specIds) {
    const byFingerprint = Map.groupBy(recorded?.lock.edits ?? [], ([, entry]) => entry.fingerprint);
    const isThere = (entry) => recorded !== undefined && (0,has_files/* hasFiles */.Y)(entry, recorded.paths);
    return {
        get: (id) => {
            const entry = recorded?.lock.edits.get(id);
            return entry !== undefined && isThere(entry) ? entry : undefined;
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

// EXTERNAL MODULE: ./plan/newer-entries.js
var newer_entries = __webpack_require__(44857);
// EXTERNAL MODULE: ./plan/outputs.js
var outputs = __webpack_require__(56987);
;// CONCATENATED MODULE: ./plan/decide-action.js







/** Creates the decider for the edits of one plan. It remembers its decisions, because equal edits are made only once. */
function createDecider(decisions) {
    const { recorded, inFlight, forced } = decisions;
    const finished = createFinder(decisions);
    const firstOf = new Map();
    const done = recorded === undefined ? new Set() : (0,recorded_jobs/* listJobs */.N)(recorded);
    /**
     * Whether a job's pictures are recorded already: the run that delivered them ended before it updated the ledger. One that
     * is for another destination stays in the ledger until a run delivers it there: it must not replace pictures that are newer.
     */
    function isSetAside(entry, there) {
        if (!(0,change_entry/* isOpen */.nT)(entry))
            return false;
        const isOurs = entry.destination === inFlight?.destination;
        const isNewerThere = there !== undefined && Date.parse(there.submittedAt) >= entry.submittedAtMs;
        return done.has((0,recorded_jobs/* nameJob */.P)(entry)) || (!isOurs && isNewerThere);
    }
    function isUnusableHere(entry) {
        return (0,judge_entry/* isUnusable */.Im)(entry) && entry.destination === inFlight?.destination;
    }
    function stay(edit, { id: from, entry, on }) {
        const files = outputFiles(edit, entry, decisions.takenOutputs);
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
        const recordedOwn = recorded?.lock.edits.get(edit.id);
        // Not even if it is forced: the newer commit may have asked for it in another way.
        const isOfNewer = recordedOwn !== undefined && (0,newer_entries/* isNewer */.U4)(recordedOwn, decisions.newerCommits);
        if (isOfNewer && own === undefined)
            return {
                kind: 'skip',
                reason: `the branch was made from the newer commit ${recordedOwn.specCommit ?? ''} and lacks its pictures`,
            };
        if ((edit.frozen || isOfNewer) && there !== undefined) {
            const { entry, on } = there;
            return { kind: 'unchanged', from: edit.id, entry, files: entry.files, ...(on !== undefined && { on }) };
        }
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
    const ruling = (0,judge_entry/* pickRuling */.LL)(judged.filter(({ entry }) => !isSetAside(entry)));
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
/** The entry's files at the edit's current output paths. */
function outputFiles(edit, entry, taken) {
    const paths = (0,outputs/* numberOutputs */.eN)(edit.output, entry.files.length, taken);
    return entry.files.map((file, index) => ({
        ...file,
        path: `${paths[index] ?? edit.output}.${(0,formats/* fileExtension */.i_)(file.type)}`,
    }));
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lock/sort-json.js
var sort_json = __webpack_require__(60696);
;// CONCATENATED MODULE: ./plan/fingerprint.js


/** Part of every fingerprint. Increase it when the hashed form changes, which makes every edit new. */
const FORM = 1;
/**
 * An edit's input with its references by content: a file by its bytes, the output of another edit by that edit's
 * fingerprint (from `fingerprintOf`), a hosted picture by its URL.
 */
function lockInput(edit, fingerprintOf) {
    return {
        image_urls: edit.images.map((image) => describeImage(image, fingerprintOf)),
        prompt: edit.prompt,
        'width×height': edit.size.wire,
        scale: edit.scale,
        force_single: edit.forceSingle,
    };
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
/** Hex SHA-256 over model and input: equal for two edits if and only if they ask for the same pictures. */
function fingerprint(model, input) {
    const facts = [FORM, model, (0,sort_json/* sortJson */.B)(input)];
    return (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(facts)).digest('hex');
}

;// CONCATENATED MODULE: ./plan/plan-edits.js


/**
 * Decides what to do with each edit and orders the edits as in the spec, but each after those that it uses and the one
 * that it shares with. Expects that these exist and form no cycle, which the checks of the spec ensure.
 */
function planEdits(edits, options) {
    const { model, spec, ...known } = options;
    const byId = new Map(edits.map((edit) => [edit.id, edit]));
    const ordered = new Map();
    const takenOutputs = new Set([...spec, ...edits].map(({ output }) => output.toLowerCase()));
    const decide = createDecider({
        ...known,
        specIds: new Set(spec.map(({ id }) => id)),
        takenOutputs,
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
                    const lockedInput = lockInput(top, (id) => contentOf(ordered.get(id)));
                    const facts = { ...top, needs, lockedInput, fingerprint: fingerprint(model, lockedInput) };
                    ordered.set(top.id, { ...facts, action: decide(facts) });
                }
                stack.pop();
            }
        }
    }
    return { edits: [...ordered.values()], takenOutputs };
}
/** The fingerprint of an edit's output. For a frozen edit, that of the existing picture, whatever the spec says now. */
function contentOf(edit) {
    if (edit === undefined)
        return '';
    return edit.action.kind === 'unchanged' ? edit.action.entry.fingerprint : edit.fingerprint;
}
function needsOf(edit) {
    return [...new Set(edit.images.flatMap((image) => (image.kind === 'edit' ? [image.id] : [])))];
}


/***/ }),

/***/ 19459:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ readAdoptable)
/* harmony export */ });
/* harmony import */ var _deliver_branch_describe_git_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45157);
/* harmony import */ var _deliver_branch_read_previews_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12517);
/* harmony import */ var _shared_glob_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26534);



/** Whether a branch is a preview according to the input `adopt-from`; the branches that are published never are. */
function isPreview({ adoptFrom, branch, baseBranch }, name) {
    return name !== branch && name !== baseBranch && adoptFrom.some((glob) => (0,_shared_glob_js__WEBPACK_IMPORTED_MODULE_1__/* .matchesGlob */ .kt)(glob, name));
}
/** Reads the lock files of the branches of the input `adopt-from`. Throws the signal's reason. */
async function readAdoptable({ repository, place }, inputs, deps) {
    const read = await (0,_deliver_branch_read_previews_js__WEBPACK_IMPORTED_MODULE_0__/* .readPreviews */ .i)({ repository, directory: place.directory, isPreview: (name) => isPreview(inputs, name) }, deps);
    deps.signal.throwIfAborted();
    if (read.ok)
        return read;
    const message = `The branches of \`adopt-from\` cannot be read: ${(0,_deliver_branch_describe_git_error_js__WEBPACK_IMPORTED_MODULE_2__/* .describeGitError */ .e)(read.error, 'read', place, repository.remote)}`;
    return { ok: false, error: { severity: 'error', message } };
}


/***/ }),

/***/ 6424:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  h: () => (/* binding */ lookAround)
});

// EXTERNAL MODULE: ./git/look-up-committed.js
var look_up_committed = __webpack_require__(81810);
// EXTERNAL MODULE: ./references/inspect-references.js + 10 modules
var inspect_references = __webpack_require__(99277);
// EXTERNAL MODULE: ./shared/model.js
var model = __webpack_require__(50962);
// EXTERNAL MODULE: ./shared/collect-garbage.js
var collect_garbage = __webpack_require__(52623);
// EXTERNAL MODULE: ./spec/locate-issues.js
var locate_issues = __webpack_require__(1696);
// EXTERNAL MODULE: ./run/prepare/choose-work.js + 41 modules
var choose_work = __webpack_require__(92098);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./deliver/branch/branch-paths.js
var branch_paths = __webpack_require__(39799);
// EXTERNAL MODULE: ./deliver/branch/describe-git-error.js
var describe_git_error = __webpack_require__(45157);
// EXTERNAL MODULE: ./deliver/branch/open-branch.js + 2 modules
var open_branch = __webpack_require__(12655);
// EXTERNAL MODULE: ./deliver/branch/read-tip-again.js
var read_tip_again = __webpack_require__(21815);
;// CONCATENATED MODULE: ./run/prepare/open-assets-branch.js
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






/** Reads the assets branch, and the base branch beneath it, if pictures are delivered to a branch. Throws the signal's reason; then nothing is left on disk. */
async function openAssetsBranch(inputs, world, signal) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const made = __addDisposableResource(env_1, new AsyncDisposableStack(), true);
        let opened = { ok: true, value: undefined };
        if (inputs.deliver.includes('branch')) {
            // Beside the output folder, not in it: what is in there is uploaded if this process is killed.
            const folder = await (0,promises_.mkdtemp)(external_node_path_.join(world.temp, 'dreamina-git-'));
            made.defer(async () => {
                await (0,promises_.rm)(folder, { recursive: true, force: true, maxRetries: 5 });
            });
            const own = await (0,open_branch/* openBranch */.D)({
                remote: { url: `${world.repository.url}.git`, token: inputs.githubToken },
                place: {
                    branch: inputs.branch,
                    directory: inputs.branchDirectory,
                    ...(inputs.pullInto !== undefined && { into: inputs.pullInto }),
                },
                folder: external_node_path_.join(folder, 'repository.git'),
            }, { ...world, signal });
            if (own.ok)
                made.use(own.value.repository);
            signal.throwIfAborted();
            opened = own.ok ? await openBase(own.value, inputs, { ...world, signal }) : own;
            signal.throwIfAborted();
        }
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
    const tip = await (0,read_tip_again/* readTipAgain */.e)({ repository, place }, deps);
    if (!tip.ok) {
        const { error } = tip;
        if (error.kind === 'unfit')
            return { ok: false, error: error.problems };
        const message = (0,describe_git_error/* describeGitError */.e)(error.error, 'read', place, repository.remote);
        return { ok: false, error: [{ severity: 'error', message }] };
    }
    if (tip.value.tip !== undefined)
        return { ok: true, value: { own, base: { repository, place, ...tip.value }, problems: [] } };
    const message = `Branch ${(0,branch_paths/* quotePath */.WG)(branch)} (input \`base-branch\`) does not exist, so none of its pictures count as made. If that is not expected, check the name.`;
    return { ok: true, value: { own, base: undefined, problems: [{ severity: 'warning', message }] } };
}

// EXTERNAL MODULE: ./run/prepare/other-specs.js
var other_specs = __webpack_require__(2712);
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
        const chosen = await (0,choose_work/* chooseWork */.v)(inputs, ports, log);
        if (!chosen.ok)
            return chosen;
        const { spec, edits, forced, warnings, problems } = chosen.value;
        const [inspected, { opened: found }] = await Promise.all([(0,inspect_references/* inspectReferences */.D)(edits, ports), opening]);
        const { own: branch, base, problems: branchProblems = [] } = (found.ok ? found.value : undefined) ?? {};
        const others = await (0,other_specs/* findOtherEntries */.KU)([base, branch], spec.path, ports);
        const resources = made.move();
        const value = {
            spec,
            edits: inspected.edits,
            options: {
                model: model/* MODEL */.A,
                forced,
                spec: [...spec.edits, ...(0,other_specs/* asEdits */.Ym)(others)],
                ...(branch !== undefined && { recorded: branch.recorded }),
                ...(base?.tip !== undefined && {
                    base: { on: { kind: 'base', branch: base.place.branch, commit: base.tip }, recorded: base.recorded },
                }),
            },
            branch,
            base,
            branchFaults: found.ok ? [] : found.error,
            problems: (0,locate_issues/* sortProblems */.d)([
                ...problems,
                ...branchProblems,
                ...warnings,
                ...inspected.problems,
                ...(0,other_specs/* checkOwners */.Dc)(edits, others),
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


/***/ }),

/***/ 2712:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dc: () => (/* binding */ checkOwners),
/* harmony export */   KU: () => (/* binding */ findOtherEntries),
/* harmony export */   Ym: () => (/* binding */ asEdits)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _shared_optional_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23490);


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
    return [...others].map(([id, { files }]) => ({ id, output: (files[0]?.path ?? '').replace(/\.\w+$/, '') }));
}
async function isInWorkspace(workspace, file) {
    const isOutside = node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute(file) || node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(file).startsWith('..');
    return !isOutside && (await (0,_shared_optional_file_js__WEBPACK_IMPORTED_MODULE_1__/* .exists */ .t2)(node_path__WEBPACK_IMPORTED_MODULE_0__.join(workspace, file)));
}


/***/ }),

/***/ 24374:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  t: () => (/* binding */ isOlder)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./git/find-objects.js
var find_objects = __webpack_require__(31126);
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

// EXTERNAL MODULE: ./shared/commit-name.js
var commit_name = __webpack_require__(48588);
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


/***/ }),

/***/ 52623:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ createGarbageCollector),
/* harmony export */   j: () => (/* binding */ keepYoungSpaceSmall)
/* harmony export */ });
/* harmony import */ var node_v8__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78877);
/* harmony import */ var node_vm__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30714);


/** Old buffers are rare among the dead, and looking for them takes ten times as long as looking for young ones. */
const MAJOR_EVERY = 32;
/** The space for young objects, up to 96 MiB with its copy, grows with each collection and shrinks only in this one. */
const SHRINK_EVERY = 128;
/**
 * Keeps the memory of the process small while much data streams through it. V8 itself waits until tens of MiB of
 * dead buffers have piled up, and the process never gives that memory back: 120 downloads of 12 MB, eight at a time,
 * peaked at 182 MB without sweeping and at 105 MB with it, in the same time.
 */
function createGarbageCollector() {
    const collect = findCollector();
    const shrink = () => {
        collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
    };
    let calls = 0;
    return {
        sweep: () => {
            calls += 1;
            if (calls % SHRINK_EVERY === 0)
                shrink();
            else
                collect({ type: calls % MAJOR_EVERY === 0 ? 'major' : 'minor', execution: 'sync' });
        },
        shrink,
    };
}
/**
 * Keeps the space for young objects as small as it is now. V8 doubles it as long as objects survive in it, which those of a
 * large spec do: its plan then peaked at 360 MiB instead of 200, and took a tenth more processor time.
 */
function keepYoungSpaceSmall() {
    (0,node_v8__WEBPACK_IMPORTED_MODULE_0__.setFlagsFromString)('--semi-space-growth-factor=1');
}
/** V8 hands its collector only to contexts that are made while this flag is set. */
function findCollector() {
    (0,node_v8__WEBPACK_IMPORTED_MODULE_0__.setFlagsFromString)('--expose-gc');
    const collect = (0,node_vm__WEBPACK_IMPORTED_MODULE_1__.runInNewContext)('gc');
    (0,node_v8__WEBPACK_IMPORTED_MODULE_0__.setFlagsFromString)('--no-expose-gc');
    return collect;
}


/***/ }),

/***/ 99864:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ mapValues)
/* harmony export */ });
/** The same keys with other values. */
function mapValues(record, map) {
    return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}


/***/ }),

/***/ 50962:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ MODEL)
/* harmony export */ });
/** The model that makes the edits. */
const MODEL = 'bytedance/dreamina-4-0/edit';


/***/ }),

/***/ 79435:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w$: () => (/* binding */ datetime)
/* harmony export */ });
/* unused harmony exports date, time, duration */
/* harmony import */ var _core_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68729);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69987);



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
