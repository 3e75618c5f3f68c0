export const id = 436;
export const ids = [436];
export const modules = {

/***/ 39799:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BE: () => (/* binding */ GALLERY_NAME),
/* harmony export */   Dn: () => (/* binding */ isPlainFile),
/* harmony export */   Sy: () => (/* binding */ LOCK_NAME),
/* harmony export */   Vw: () => (/* binding */ ownPaths),
/* harmony export */   WG: () => (/* binding */ quotePath),
/* harmony export */   pd: () => (/* binding */ foldersOf),
/* harmony export */   tc: () => (/* binding */ fromRoot)
/* harmony export */ });
/* harmony import */ var _lock_has_files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53119);
/* harmony import */ var _lock_rendition_records_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74418);
/* harmony import */ var _shared_plain_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60295);



/** Name of the lock file in the branch directory. */
const LOCK_NAME = 'edits.lock.json';
/** Name of the gallery page in the branch directory: what a site shows for the folder. */
const GALLERY_NAME = 'index.html';
/** A path relative to the branch directory as a path from the branch's root. */
function fromRoot({ directory }, path) {
    return directory === '' ? path : `${directory}/${path}`;
}
/** Paths from the root of everything that the lock file names, and of the lock file itself. */
function ownPaths(place, { edits, pages, renditions }) {
    const derived = (0,_lock_rendition_records_js__WEBPACK_IMPORTED_MODULE_0__/* .renditionRecords */ .v)(renditions).flatMap((each) => each.files);
    const files = [...[...edits.values()].flatMap(_lock_has_files_js__WEBPACK_IMPORTED_MODULE_1__/* .filesOnBranch */ .rB), ...derived];
    return new Set([...files.map(({ path }) => path), ...pages, LOCK_NAME].map((path) => fromRoot(place, path)));
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
    return `\`${(0,_shared_plain_text_js__WEBPACK_IMPORTED_MODULE_2__/* .toPlainLine */ .Ic)(path)}\``;
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
/* harmony export */   aZ: () => (/* binding */ locksOf),
/* harmony export */   bB: () => (/* binding */ describeUnchanged)
/* harmony export */ });
/* harmony import */ var _lock_remember_past_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2539);

/** The lock files of the branches that are known, in this order. */
function locksOf(...branches) {
    return branches.flatMap((branch) => (branch === undefined ? [] : [branch.recorded.lock]));
}
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
/* harmony export */   YQ: () => (/* binding */ hasFiles),
/* harmony export */   rB: () => (/* binding */ filesOnBranch),
/* harmony export */   wP: () => (/* binding */ isWhole)
/* harmony export */ });
/** Files of the branch that belong to an entry: none if it was set aside or discarded; pure. */
function filesOnBranch({ files, stored }) {
    return stored === undefined ? files : [];
}
/** Whether all files of an entry are among these paths, which are relative to the branch directory; pure. */
function hasFiles({ files, stored }, paths) {
    return stored === undefined && files.every(({ path }) => paths.has(path));
}
/** Whether nothing is missing of an entry: a take that was set aside or discarded needs no files on the branch; pure. */
function isWhole(entry, paths) {
    return (entry.stored !== undefined && entry.take !== undefined) || hasFiles(entry, paths);
}


/***/ }),

/***/ 47384:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ LOCK_VERSION),
/* harmony export */   k: () => (/* binding */ lockSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69987);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(79435);
/* harmony import */ var _media_formats_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92974);
/* harmony import */ var _shared_commit_name_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(48588);
/* harmony import */ var _shared_file_name_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(73761);
/* harmony import */ var _shared_lazily_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99670);
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(15624);






/** The form of the lock file that this version reads and writes. */
const LOCK_VERSION = 1;
/** The lock file as it is written; strict, so that what another version added is not lost without a word. */
const lockSchema = (0,_shared_lazily_js__WEBPACK_IMPORTED_MODULE_1__/* .lazily */ .q)(() => {
    const hash = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in 64 hex digits');
    const commit = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().regex(_shared_commit_name_js__WEBPACK_IMPORTED_MODULE_3__/* .COMMIT_NAME */ .AY, 'must be the full name of a commit');
    const text = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().min(1);
    const count = zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().nonnegative();
    const usd = zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().nonnegative().max(_types_js__WEBPACK_IMPORTED_MODULE_4__/* .MOST_USD */ .L1);
    const sum = zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().nonnegative().max(_types_js__WEBPACK_IMPORTED_MODULE_4__/* .MOST_SPENT_USD */ .s_);
    // A path that is safe to write on every system and leads to nowhere but below the branch directory.
    const path = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
        .refine(isSafePath, 'must be a relative path with forward slashes, fit for every system');
    const pixels = zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().positive().nullable();
    const file = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
        path,
        sha256: hash,
        bytes: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().positive(),
        width: pixels,
        height: pixels,
        type: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(_media_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .MEDIA_TYPES */ .Z2),
        carries: zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ mark: text.optional(), label: text.optional(), c2pa: text.optional() })
            .optional(),
    })
        // What an entry names may be moved or removed: that is never the lock file, a page, or anything but a picture.
        .refine((value) => value.path.endsWith(`.${(0,_media_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .fileExtension */ .i_)(value.type)}`), {
        path: ['path'],
        message: 'must have the extension of its type',
    });
    // The model's own keys, whatever they are. What was read from JSON is JSON: checking that takes longer than all else.
    const input = zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .custom */ .IeY());
    const reference = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
        content: text,
        path: text.optional(),
        commit: commit.optional(),
        edit: text.optional(),
    });
    const entry = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
        spec: text.nullable(),
        take: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().positive().optional(),
        kept: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz(true).optional(),
        stored: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['aside', 'discarded']).optional(),
        held_by: commit.optional(),
        fingerprint: hash,
        model: text,
        model_schema: hash.optional(),
        input,
        references: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(reference).optional(),
        alt: text.optional(),
        request_id: text,
        cost_usd: usd.nullable(),
        submitted_at: zod__WEBPACK_IMPORTED_MODULE_5__/* .datetime */ .w$(),
        finished_at: zod__WEBPACK_IMPORTED_MODULE_5__/* .datetime */ .w$(),
        queued_ms: count.nullable(),
        running_ms: count.nullable(),
        action_version: text,
        spec_commit: text.nullable(),
        files: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(file).min(1),
        history: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ fingerprint: hash, commit }))
            .max(_types_js__WEBPACK_IMPORTED_MODULE_4__/* .MOST_PAST */ .nw)
            .optional(),
    });
    const month = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().regex(/^\d{4}-\d\d$/, 'must be a month such as 2026-11');
    const spending = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
        cost_usd: sum,
        edits: count,
        unpriced: count,
        requests: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(text, usd.nullable()).optional(),
    });
    const rendition = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
        set: text,
        settings: input,
        color: text.optional(),
        placeholder: text.optional(),
        files: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(file).min(1),
        stale: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(path).min(1).optional(),
    });
    return zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
        version: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz(LOCK_VERSION),
        pages: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(path.regex(/(?:\.md|(?:^|\/)pictures\.json|^index\.html)$/, 'must be a page, README.md or the like')),
        gallery: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(text).min(1).optional(),
        preview: zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ pull_request: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().positive(), commit: commit.optional() }).optional(),
        spending: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(month, spending).optional(),
        models: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(text, zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ digest: hash, schema: input })).optional(),
        edits: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().min(1), entry),
        renditions: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(hash, zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(hash, rendition)).optional(),
    });
});
function isSafePath(value) {
    // An output's name has room for a number and an extension behind it, so it is judged without them.
    const names = value.replace(/([^/])(?:-\d+)?\.\w+$/, '$1').split('/');
    return names.every((name) => !name.includes('\\') && (0,_shared_file_name_js__WEBPACK_IMPORTED_MODULE_6__/* .faultOfFileName */ .v)(name) === undefined);
}


/***/ }),

/***/ 94790:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HI: () => (/* binding */ listContents),
/* harmony export */   KD: () => (/* binding */ contentsOf),
/* harmony export */   NM: () => (/* binding */ listOptions),
/* harmony export */   Xo: () => (/* binding */ listReferences),
/* harmony export */   cl: () => (/* binding */ listSettings)
/* harmony export */ });
/* harmony import */ var _shared_is_map_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76144);

/** A picture by content begins like this; a hosted one is its address, which other keys may have as well. */
const CONTENT = /^(?:sha256|edit):/;
/** The keys under which references are recorded: the default model's own, and the one of all other models. */
const REFERENCE_KEYS = ['image_urls', 'images'];
/** Whether a recorded value is a picture by content, or a list of such; pure. */
function isPicture(value) {
    if (Array.isArray(value))
        return value.length > 0 && value.every((each) => isPicture(each));
    return typeof value === 'string' && CONTENT.test(value);
}
/** The model's own keys of a recorded input that have no other name in the spec; pure. */
function listOptions(input) {
    const { options } = input;
    return (0,_shared_is_map_js__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .j)(options) ? options : input;
}
/** The references of a recorded input by content; pure. */
function listReferences(input) {
    return REFERENCE_KEYS.flatMap((key) => input[key] ?? []);
}
/** The references of a recorded input by content, then pictures under other keys; pure. */
function listContents(input) {
    const pictures = Object.entries(listOptions(input))
        .filter(([key, value]) => !REFERENCE_KEYS.includes(key) && isPicture(value))
        .flatMap(([, value]) => value);
    return [...listReferences(input), ...pictures];
}
/** What is recorded of each image of an edit, in their order; undefined for a hosted picture of `options`; pure. */
function contentsOf(images, input) {
    const left = new Map([[undefined, [...listReferences(input)]]]);
    for (const { option } of images) {
        if (option === undefined || left.has(option))
            continue;
        const value = listOptions(input)[option];
        left.set(option, isPicture(value) ? [value ?? null].flat() : []);
    }
    return images.map(({ option }) => left.get(option)?.shift());
}
/** The settings of a recorded input by the names that people know: without the prompt and without pictures; pure. */
function listSettings(input) {
    const options = listOptions(input);
    const prefix = options === input ? '' : 'options.';
    const isSetting = ([key, value]) => !isPicture(value) && !(options === input && (key === 'prompt' || REFERENCE_KEYS.includes(key)));
    return new Map(Object.entries(options)
        .filter(isSetting)
        .map(([key, value]) => [`${prefix}${key}`, value]));
}


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
const [SPACE, COLON, BACKSLASH] = [0x20, 0x3a, 0x5c];
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
        while (isBlank(text.charCodeAt(next)))
            next += 1;
        if (text.charCodeAt(next) === COLON)
            count += 1;
        start = text.indexOf('"', next);
    }
    return count;
}
/** JSON's blanks: all its other characters have higher codes. */
function isBlank(code) {
    return code <= SPACE;
}
function isEscaped(text, quote) {
    let before = quote;
    while (text.charCodeAt(before - 1) === BACKSLASH)
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
        if (Array.isArray(top)) {
            for (const inner of top)
                if (typeof inner === 'object')
                    open.push(inner);
            continue;
        }
        for (const key of Object.keys(top)) {
            if (key === '__proto__')
                return Number.NaN;
            count += 1;
            const inner = top[key];
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

// EXTERNAL MODULE: ../node_modules/yaml/browser/dist/index.js + 70 modules
var dist = __webpack_require__(89610);
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
function readWireLock({ edits, pages, gallery, preview, spending, models, renditions, }) {
    return {
        pages,
        edits: new Map(Object.entries(edits).map(([id, wire]) => [id, readEntry(wire)])),
        ...(gallery !== undefined && { gallery }),
        ...(preview !== undefined && {
            preview: dropAbsent({ pullRequest: preview.pull_request, commit: preview.commit }),
        }),
        ...(spending !== undefined && {
            spending: (0,map_values/* mapValues */.L)(spending, readMonth),
        }),
        ...(models !== undefined && { models }),
        ...(renditions !== undefined && {
            renditions: (0,map_values/* mapValues */.L)(renditions, (bySettings) => (0,map_values/* mapValues */.L)(bySettings, ({ files, ...facts }) => ({
                ...dropAbsent(facts),
                files: files.map(readFile),
            }))),
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
        isKept: wire.kept,
        stored: wire.stored,
        heldBy: wire.held_by,
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
    const parsed = (0,lock_schema/* lockSchema */.k)().safeParse(json);
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
/** The jobs (see `nameJob`) whose pictures are recorded, and are all still on the branch or set aside; pure. */
function listJobs({ lock, paths }) {
    const there = [...lock.edits.values()].filter((entry) => (0,_has_files_js__WEBPACK_IMPORTED_MODULE_0__/* .isWhole */ .wP)(entry, paths));
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
    const commit = replaced?.stored === undefined ? tip : replaced.heldBy;
    const last = replaced === undefined || commit === undefined ? [] : [{ fingerprint: replaced.fingerprint, commit }];
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

/***/ 74418:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ renditionRecords)
/* harmony export */ });
/** The records of all renditions, whatever their original and their set; pure. */
function renditionRecords(renditions = {}) {
    return Object.values(renditions).flatMap((bySet) => Object.values(bySet));
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

/***/ 98319:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BW: () => (/* binding */ dataPrefix),
/* harmony export */   wE: () => (/* binding */ base64Length),
/* harmony export */   xZ: () => (/* binding */ freePicture),
/* harmony export */   zl: () => (/* binding */ isDataPicture)
/* harmony export */ });
function isDataPicture(value) {
    return typeof value === 'object' && value !== null && 'bytes' in value && Buffer.isBuffer(value.bytes);
}
/** Smaller ones may share their memory with others, and matter less. */
const WORTH_FREEING_BYTES = 1024 * 1024;
/**
 * Gives back the memory of a picture that was sent; its bytes are gone then. As garbage it would lie about until V8 looks
 * for old objects, which it rarely does: the bytes are not in its heap.
 */
function freePicture({ bytes: { buffer, byteLength } }) {
    if (byteLength >= WORTH_FREEING_BYTES && buffer instanceof ArrayBuffer && 'transfer' in buffer)
        buffer.transfer(0);
}
/** How every `data:` URI of a type begins. */
function dataPrefix(type) {
    return `data:${type};base64,`;
}
/** Characters of the base64 text of so many bytes. */
function base64Length(bytes) {
    return Math.ceil(bytes / 3) * 4;
}


/***/ }),

/***/ 17089:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ clashKeysOf),
/* harmony export */   Y: () => (/* binding */ keysOf)
/* harmony export */ });
/* harmony import */ var _shared_fold_path_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42274);
/* harmony import */ var _shared_without_extension_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44303);


/** A file's folded path, the same without extension, and also without number. */
function keysOf(path) {
    const key = (0,_shared_fold_path_js__WEBPACK_IMPORTED_MODULE_0__/* .foldPath */ .t)(path);
    const stem = (0,_shared_without_extension_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutExtension */ .w)(key);
    return [key, stem, stem.replace(/-[1-9]\d*$/, '-*')];
}
/** The keys under which an edit's pictures could clash. The number and types of pictures to be made are not known yet. */
function clashKeysOf({ output, forceSingle, action, }) {
    switch (action.kind) {
        case 'skip':
        case 'hold':
        case 'aside':
            return [];
        case 'unchanged':
        case 'adopt':
            return action.files.map(({ path }) => (0,_shared_fold_path_js__WEBPACK_IMPORTED_MODULE_0__/* .foldPath */ .t)(path));
        case 'submit':
        case 'collect':
        case 'other-run':
        case 'share':
            return forceSingle ? [(0,_shared_fold_path_js__WEBPACK_IMPORTED_MODULE_0__/* .foldPath */ .t)(output)] : [(0,_shared_fold_path_js__WEBPACK_IMPORTED_MODULE_0__/* .foldPath */ .t)(output), (0,_shared_fold_path_js__WEBPACK_IMPORTED_MODULE_0__/* .foldPath */ .t)(`${output}-*`)];
    }
}


/***/ }),

/***/ 96580:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Rr: () => (/* binding */ decideAside),
/* harmony export */   Zl: () => (/* binding */ isAside),
/* harmony export */   nl: () => (/* binding */ describeLostTake)
/* harmony export */ });
/** Whether the pictures of a take do not stay on the branch: another take is kept. */
function isAside({ take }, takesOnBranch) {
    return take !== undefined && !take.isKept && takesOnBranch !== true;
}
/**
 * What to do with a take that is not kept and whose pictures exist; undefined for everything else, and for pictures of other
 * branches: those are brought here first. `recordedOwn`: its own entry on the branch, whatever it was made from.
 */
function decideAside(edit, recordedOwn, { finished, forced, takesOnBranch }) {
    if (!isAside(edit, takesOnBranch) || (forced.has(edit.id) && !edit.frozen))
        return undefined;
    // A frozen take stays as it is, whatever the spec says by now, even if another edit has that.
    if (edit.frozen && recordedOwn?.stored !== undefined && recordedOwn.fingerprint !== edit.fingerprint)
        return { kind: 'aside', from: edit.id, entry: recordedOwn };
    // What it has comes before what another edit has of the same request: that one may be made again, or move.
    const own = finished.findOwnAside(edit);
    if (own?.entry.heldBy !== undefined)
        return { kind: 'aside', from: own.id, entry: own.entry };
    const there = finished.find(edit);
    if (there !== undefined) {
        const { id: from, entry, on } = there;
        if (on !== undefined && on.kind !== 'history')
            return undefined;
        if (on === undefined)
            finished.take(there);
        return { kind: 'aside', from, entry, ...(on !== undefined && { on }) };
    }
    const known = finished.findAside(edit);
    if (known !== undefined) {
        const { id: from, entry, on } = known;
        return { kind: 'aside', from, entry, ...(on !== undefined && { on }) };
    }
    return undefined;
}
/**
 * Why the pictures of a take are not to be had, although they were made: they were discarded, or are no longer in the branch's
 * history. Only `force` has them made again. Undefined if they were never made.
 */
function describeLostTake(edit, finished) {
    const known = finished.findAside(edit);
    // An edit with one picture is made again then, as if the picture was an older one of it.
    if (known?.entry.take === undefined)
        return undefined;
    const why = known.entry.stored === 'discarded' ? 'were discarded' : 'were set aside';
    return `its pictures ${why}, and cannot be taken from the branch's history; \`force: ${edit.id}\` has them made again`;
}


/***/ }),

/***/ 54797:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ namesOf),
/* harmony export */   p: () => (/* binding */ createFinder)
/* harmony export */ });
/* harmony import */ var _lock_has_files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53119);
/* harmony import */ var _shared_take_id_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49912);


/** Creates the finder of one plan. */
function createFinder({ recorded, base, offers, specIds }) {
    const own = createShelf(recorded, specIds);
    const beneath = createShelf(base?.recorded, specIds);
    /** Ids of entries whose files move to a renamed edit. */
    const taken = new Set();
    const onBase = (id, entry) => ({ id, entry, ...(base && { on: base.on }) });
    const findOwnAside = (edit) => {
        const found = own.findAside(edit);
        if (found === undefined || namesOf(edit.id, specIds).includes(found.id))
            return found;
        // A renamed edit whose pictures are on the branch comes before one whose are not.
        const same = own.findSame(edit, taken);
        const isMoved = same !== undefined && (same.id === edit.id || !specIds.has(same.id));
        return isMoved || specIds.has(found.id) ? undefined : found;
    };
    return {
        findById: ({ id }) => {
            for (const name of namesOf(id, specIds)) {
                const entry = own.get(name);
                if (entry !== undefined)
                    return { id: name, entry };
                const below = beneath.get(name);
                if (below !== undefined)
                    return onBase(name, below);
            }
            return undefined;
        },
        findAside: (edit) => {
            const here = own.findAside(edit);
            if (here !== undefined)
                return here;
            const below = beneath.findAside(edit);
            return below && onBase(below.id, below.entry);
        },
        findOwnAside,
        find: (edit) => {
            const { id, fingerprint } = edit;
            const here = own.get(id);
            if (here?.fingerprint === fingerprint)
                return { id, entry: here };
            const below = beneath.get(id);
            if (below?.fingerprint === fingerprint)
                return onBase(id, below);
            // An older commit may have an older picture of the same request, and another edit may have a newer one.
            const offered = offers?.get(fingerprint) ?? [];
            const ownAside = findOwnAside(edit)?.entry.requestId;
            const restored = offered.find(({ entry }) => entry.requestId === ownAside);
            if (restored !== undefined)
                return restored;
            const same = own.findSame(edit, taken);
            if (same !== undefined)
                return same;
            const copy = beneath.findSame(edit, NONE, base?.uncopyable);
            if (copy !== undefined)
                return onBase(copy.id, copy.entry);
            const aside = own.findAside(edit)?.entry.requestId;
            return offered.find(({ entry }) => entry.requestId === aside) ?? offered[0];
        },
        take: ({ id, on }) => {
            if (on === undefined)
                taken.add(id);
        },
    };
}
const NONE = new Set();
/** The ids under which an edit's pictures may be recorded: its own, and the one it had before its takes were counted otherwise. */
function namesOf(id, specIds) {
    const other = (0,_shared_take_id_js__WEBPACK_IMPORTED_MODULE_0__/* .otherNameOf */ .$G)(id);
    return other === undefined || specIds.has(other) ? [id] : [id, other];
}
function createShelf(recorded, specIds) {
    const byFingerprint = Map.groupBy(recorded?.lock.edits ?? [], ([, entry]) => entry.fingerprint);
    const isThere = (entry) => recorded !== undefined && (0,_lock_has_files_js__WEBPACK_IMPORTED_MODULE_1__/* .hasFiles */ .YQ)(entry, recorded.paths);
    return {
        get: (id) => {
            const entry = recorded?.lock.edits.get(id);
            return entry !== undefined && isThere(entry) ? entry : undefined;
        },
        findAside: ({ id: own, fingerprint }) => {
            const all = (byFingerprint.get(fingerprint) ?? []).filter(([, { stored }]) => stored !== undefined);
            const names = namesOf(own, specIds);
            const found = all.find(([id]) => id === own) ??
                all.find(([id]) => names.includes(id)) ??
                all.find(([id]) => !specIds.has(id)) ??
                all[0];
            return found && { id: found[0], entry: found[1] };
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
        const isTakenOver = edit.action.kind === 'unchanged' || edit.action.kind === 'aside';
        if (isTakenOver && !facts.specIds.has(edit.action.from))
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
                `${isAtDesk === true ? 'The fetched history does not say' : 'Neither the fetched history nor GitHub says'} whether the branch was made from a newer commit (${nameCommits(unknown)}) than this run's (${(0,_shared_commit_name_js__WEBPACK_IMPORTED_MODULE_1__/* .shortCommit */ .Ax)(sha)}), so this run may replace newer pictures of these edits: ${nameIds(unknown)}. ${history}`,
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

/***/ 96719:
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
// EXTERNAL MODULE: ./plan/decide-aside.js
var decide_aside = __webpack_require__(96580);
// EXTERNAL MODULE: ./plan/find-finished.js
var find_finished = __webpack_require__(54797);
// EXTERNAL MODULE: ./plan/newer-entries.js
var newer_entries = __webpack_require__(44857);
// EXTERNAL MODULE: ./plan/outputs.js
var outputs = __webpack_require__(56987);
;// CONCATENATED MODULE: ./plan/decide-action.js







/** Creates the decider for the edits of one plan. It remembers its decisions, because equal edits are made only once. */
function createDecider(decisions) {
    const { recorded, inFlight, forced } = decisions;
    const finished = (0,find_finished/* createFinder */.p)(decisions);
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
        const files = (0,outputs/* outputFiles */.Lo)(edit, entry, decisions.takenOutputs);
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
        const recordedOwn = (0,find_finished/* namesOf */.e)(edit.id, decisions.specIds)
            .map((name) => recorded?.lock.edits.get(name))
            .find((entry) => entry !== undefined);
        // Not even if it is forced: the newer commit may have asked for it in another way.
        const isOfNewer = recordedOwn !== undefined && (0,newer_entries/* isNewer */.U4)(recordedOwn, decisions.newerCommits);
        // What is only remembered hides nothing of the base branch.
        if (isOfNewer && own === undefined && (recordedOwn.stored === undefined || there === undefined))
            return {
                kind: 'skip',
                reason: `the branch was made from the newer commit ${recordedOwn.specCommit ?? ''} and lacks its pictures`,
            };
        // Which take of a frozen edit is kept may change: that sends nothing.
        const isSameTake = edit.take !== undefined && there?.entry.fingerprint === edit.fingerprint;
        if ((isOfNewer || (edit.frozen && !isSameTake)) && there !== undefined) {
            const { id: from, entry, on } = there;
            return { kind: 'unchanged', from, entry, files: entry.files, ...(on !== undefined && { on }) };
        }
        const aside = (0,decide_aside/* decideAside */.Rr)(edit, recordedOwn, { ...decisions, finished });
        if (aside !== undefined)
            return aside;
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
        const lost = isForced || work.kind === 'collect' ? undefined : (0,decide_aside/* describeLostTake */.nl)(edit, finished);
        if (lost !== undefined)
            return { kind: 'skip', reason: lost };
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

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lock/sort-json.js
var sort_json = __webpack_require__(60696);
;// CONCATENATED MODULE: ./plan/fingerprint.js


/** Part of every fingerprint. Increase it when the hashed form changes, which makes every edit new. */
const FORM = 1;
/**
 * An edit's input as the lock file records it: the default model's with its own keys as on the wire, that of any other model as
 * the spec has it. Its references are there by content: a file by its bytes, the output of another edit by that edit's
 * fingerprint (from `fingerprintOf`), a hosted picture by its URL.
 */
function lockInput(edit, fingerprintOf) {
    const { prompt, size, scale, images } = edit;
    const hasPictures = images.some(({ option }) => option !== undefined);
    const named = hasPictures
        ? images.map((image) => [image.option, describeImage(image, fingerprintOf)])
        : [];
    const references = (hasPictures ? images.filter(({ option }) => option === undefined) : images).map((image) => describeImage(image, fingerprintOf));
    const options = { ...edit.options, ...describePictures(named) };
    // What other models call their keys may change without another picture being asked for.
    if (size === undefined || scale === undefined)
        return { images: references, prompt, options };
    return {
        image_urls: references,
        prompt,
        'width×height': size.wire,
        scale,
        force_single: edit.forceSingle,
        ...options,
    };
}
/** Pictures of `options`: one by itself, several as a list, whether the model takes a list or not. */
function describePictures(contents) {
    if (contents.length === 0)
        return {};
    const byKey = Map.groupBy(contents, ([option]) => option);
    byKey.delete(undefined);
    return Object.fromEntries([...byKey].map(([key, own]) => {
        const [first = '', ...others] = own.map(([, content]) => content);
        return [key ?? '', others.length === 0 ? first : [first, ...others]];
    }));
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
/**
 * Hex SHA-256 over model and input: equal for two edits if and only if they ask for the same pictures. Takes of an edit ask
 * for different ones; the first take is what the edit was before it had several.
 */
function fingerprint(model, input, take = 1) {
    const facts = [FORM, model, (0,sort_json/* sortJson */.B)(input), ...(take === 1 ? [] : [take])];
    return (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(facts)).digest('hex');
}

// EXTERNAL MODULE: ./lock/locked-contents.js
var locked_contents = __webpack_require__(94790);
// EXTERNAL MODULE: ./models/default-model.js
var default_model = __webpack_require__(16193);
// EXTERNAL MODULE: ./models/own-keys.js
var own_keys = __webpack_require__(88165);
// EXTERNAL MODULE: ./models/read-model.js + 2 modules
var read_model = __webpack_require__(12068);
// EXTERNAL MODULE: ./shared/model.js
var shared_model = __webpack_require__(50962);
;// CONCATENATED MODULE: ./plan/former-inputs.js





/**
 * The options that an edit may have had before its model's schema changed, because `defaults` are only for models that have the
 * key: by the schemas that the lock files last saw, and by what is recorded of the edit. Pure.
 */
function listFormerOptions({ id, model, options, defaultOptions, published }, { recorded, base }) {
    if (defaultOptions === undefined)
        return [];
    const locks = [recorded?.lock, base?.recorded.lock].filter((lock) => lock !== undefined);
    const seen = locks.flatMap(({ models = {} }) => Object.hasOwn(models, model) ? (models[model] ?? []) : []);
    const former = seen
        .filter(({ digest }) => digest !== published?.digest)
        .flatMap(({ schema }) => {
        const read = (0,read_model/* readModel */.k)(model, schema);
        return read.ok ? [read.value] : [];
    });
    if (model === shared_model/* MODEL */.A && published !== undefined)
        former.push(default_model/* DEFAULT_MODEL */.U);
    const known = new Set([published?.digest, ...seen.map(({ digest }) => digest)]);
    const recordedKeys = locks
        .flatMap(({ edits }) => edits.get(id) ?? [])
        .filter((entry) => entry.model === model && !known.has(entry.modelSchema))
        .map(({ input }) => new Set(Object.keys((0,locked_contents/* listOptions */.NM)(input))));
    const own = Object.entries(options).filter(([key]) => !Object.hasOwn(defaultOptions, key));
    const inherit = (has) => Object.fromEntries([...own, ...Object.entries(defaultOptions).filter(([key]) => has(key))]);
    return [
        ...former.map((each) => inherit((key) => (0,own_keys/* hasOption */.K)(each, key))),
        ...recordedKeys.map((keys) => inherit((key) => keys.has(key))),
    ];
}

// EXTERNAL MODULE: ./plan/clash-keys.js
var clash_keys = __webpack_require__(17089);
;// CONCATENATED MODULE: ./plan/make-room.js




/**
 * The edits of a plan; a frozen take that is where the kept one of its edit goes makes room for that, as any other take would:
 * `frozen` keeps pictures as they are, but which take is kept may change. Without it, the kept take could never be delivered; pure.
 */
function makeRoom(edits, facts) {
    const kept = new Map(edits.flatMap((edit) => (edit.take?.isKept === true ? [[edit.take.edit, edit]] : [])));
    return edits.map((edit) => {
        const { take, frozen, action } = edit;
        if (take === undefined || take.isKept || !frozen || action.kind !== 'unchanged')
            return edit;
        if ((0,newer_entries/* isNewer */.U4)(action.entry, facts.newerCommits))
            return edit;
        const place = kept.get(take.edit);
        const wanted = new Set(place === undefined ? [] : (0,clash_keys/* clashKeysOf */.F)(place));
        const isInTheWay = action.files.some(({ path }) => (0,clash_keys/* keysOf */.Y)(path).some((key) => wanted.has(key)));
        return isInTheWay ? { ...edit, action: moveAway(edit, action, facts) } : edit;
    });
}
/** Where the take goes that is not kept: off the branch, or to a path of its own. */
function moveAway(edit, { from, entry, on }, { takesOnBranch, takenOutputs }) {
    if (on === undefined && (0,decide_aside/* isAside */.Zl)(edit, takesOnBranch))
        return { kind: 'aside', from, entry };
    const files = (0,outputs/* outputFiles */.Lo)(edit, entry, takenOutputs);
    return on === undefined
        ? { kind: 'unchanged', from, entry, files }
        : { kind: 'adopt', from, entry, files, on };
}

;// CONCATENATED MODULE: ./plan/plan-edits.js




/**
 * Decides what to do with each edit and orders the edits as in the spec, but each after those that it uses and the one
 * that it shares with. Expects that these exist and form no cycle, which the checks of the spec ensure.
 */
function planEdits(edits, options) {
    const { spec, ...known } = options;
    const byId = new Map(edits.map((edit) => [edit.id, edit]));
    const ordered = new Map();
    const takenOutputs = new Set([...spec, ...edits].map(({ output }) => output.toLowerCase()));
    const decide = createDecider({
        ...known,
        specIds: new Set(spec.map(({ id }) => id)),
        takenOutputs,
    });
    const decideNow = (facts) => ({
        ...facts,
        action: decide(facts),
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
                    const current = top;
                    const describe = (asked) => {
                        const lockedInput = lockInput({ ...current, options: asked }, (id) => contentOf(ordered.get(id)));
                        const print = fingerprint(current.model, lockedInput, current.take?.number);
                        return { ...current, needs, lockedInput, fingerprint: print };
                    };
                    ordered.set(current.id, findUnchanged(current, describe, decide, options) ?? decideNow(describe(current.options)));
                }
                stack.pop();
            }
        }
    }
    return { edits: makeRoom([...ordered.values()], { ...known, takenOutputs }), takenOutputs };
}
/** The edit as it was before its model's schema changed, if that is done or on its way: a schema makes no picture again. */
function findUnchanged(edit, describe, decide, options) {
    const formerOptions = options.forced.has(edit.id) ? [] : listFormerOptions(edit, options);
    if (formerOptions.length === 0)
        return undefined;
    const now = describe(edit.options).fingerprint;
    const entries = [options.recorded, options.base?.recorded].flatMap((each) => each?.lock.edits.get(edit.id) ?? []);
    for (const former of formerOptions.map(describe)) {
        const { fingerprint: print } = former;
        const isThere = entries.some((entry) => entry.fingerprint === print) || options.inFlight?.entries.has(print) === true;
        if (print === now || !isThere)
            continue;
        const action = decide(former);
        if (action.kind !== 'submit')
            return { ...former, action };
    }
    return undefined;
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

/***/ 9517:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  f: () => (/* binding */ createQueueClient)
});

// EXTERNAL MODULE: ../node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(69987);
// EXTERNAL MODULE: ./shared/lazily.js
var lazily = __webpack_require__(99670);
// EXTERNAL MODULE: ./shared/deadline.js
var deadline = __webpack_require__(56927);
// EXTERNAL MODULE: ./shared/describe-error.js
var describe_error = __webpack_require__(82129);
// EXTERNAL MODULE: ./shared/sentence.js
var sentence = __webpack_require__(47730);
;// CONCATENATED MODULE: ./queue/describe-failure.js


/**
 * Turns a failed call into an error for people: one line with method, URL without its query, HTTP status, the
 * service's code and words, and what to do. `advice` replaces the usual advice for the error's code.
 */
function describeFailure(call, failure, redact, advice) {
    const { origin, pathname } = new URL(call.url);
    const request = `${call.method} ${redact(origin + pathname)}`;
    const vendor = failure.vendorCode === undefined ? '' : ` (code ${redact(failure.vendorCode)})`;
    const say = (0,sentence/* quoteWords */.A)(redact(failure.say));
    const what = failure.status === undefined
        ? `${request} got no answer: ${say}`
        : `${request} answered ${failure.status}${vendor}: ${say}`;
    return {
        code: failure.code,
        message: `${what}. ${advice ?? ADVICE[failure.code]}`,
        stopsRun: stopsRun(failure),
    };
}
/** After these no further submit makes sense. A plain 403 may be about one edit only (a filter in front, say). */
function stopsRun({ code, vendorCode, isLasting }) {
    return (STOPPING.has(code) || isLasting === true || (code === 'permission-denied' && vendorCode !== undefined));
}
const STOPPING = new Set([
    'insufficient-balance',
    'authentication',
    'wrong-model',
]);
const ADVICE = {
    'insufficient-balance': 'Top up the balance at runcomfy.com, then run again.',
    authentication: 'Create a new API token in your RunComfy profile and update the secret given as `api-token`.',
    'permission-denied': 'Check that the token given as `api-token` belongs to the right RunComfy account.',
    'wrong-model': 'Check `api-url`: at this address there is no such model.',
    'not-found': 'The request has expired, or belongs to another service; check `api-url`.',
    'invalid-input': 'Change the edit as the answer says.',
    'rate-limited': 'Run again later, or lower `max-parallel`.',
    'service-error': 'The service has trouble; run again later.',
    'unreadable-answer': 'Check that `api-url`, and a proxy if there is one, lead to the RunComfy Model API.',
    connection: 'Check the network, the proxy settings and `api-url`.',
    deadline: 'Run again, or allow more time by `timeout`.',
};
/** The error of a call that its signal ended, with what the last try ran into. */
function describeAbandoned(call, signal, redact, last) {
    const why = redact((0,describe_error/* describeError */.U)(signal.reason));
    if (last === undefined) {
        const message = `${call.method} ${redact(new URL(call.url).pathname)} was abandoned: ${why}.`;
        return { code: 'deadline', message, stopsRun: false };
    }
    const message = `Stopped trying: ${why}. The last try: ${last.message}`;
    return { code: last.code, message, stopsRun: false, lastTry: last.message };
}

// EXTERNAL MODULE: ./shared/retry-after.js
var retry_after = __webpack_require__(75102);
// EXTERNAL MODULE: ./shared/retry-delay.js
var retry_delay = __webpack_require__(31171);
// EXTERNAL MODULE: ./shared/retry.js
var retry = __webpack_require__(51049);
;// CONCATENATED MODULE: ./queue/describe-json.js
/** Values nested deeper than this are left out: an answer may be nested deeper than the stack allows. */
const DEEPEST = 3;
const MOST_KEYS = 8;
/**
 * The shape of a JSON value from outside without its values, e.g. `{"pictures": [text, 2 in all]}`: short, and fit for
 * a message once it is redacted, because keys come from outside too. For a text, only the scheme of an address is
 * shown.
 */
function describeShape(value, depth = 0) {
    if (value === null)
        return 'null';
    if (Array.isArray(value))
        return describeArray(value, depth);
    if (typeof value === 'object')
        return describeObject(value, depth);
    if (typeof value !== 'string')
        return typeof value;
    const scheme = /^([a-z][a-z\d+.-]{0,19}):/i.exec(value)?.[1];
    return value === '' ? 'an empty text' : scheme === undefined ? 'text' : `"${scheme}:..."`;
}
function describeArray(items, depth) {
    if (items.length === 0)
        return '[]';
    if (depth >= DEEPEST)
        return '[...]';
    const all = items.length === 1 ? '' : `, ${items.length} in all`;
    return `[${describeShape(items[0], depth + 1)}${all}]`;
}
function describeObject(value, depth) {
    const entries = Object.entries(value);
    if (entries.length === 0)
        return '{}';
    if (depth >= DEEPEST)
        return '{...}';
    const shown = entries
        .slice(0, MOST_KEYS)
        .map(([key, item]) => `"${key.slice(0, 40)}": ${describeShape(item, depth + 1)}`);
    const more = entries.length > MOST_KEYS ? `, ${entries.length} keys in all` : '';
    return `{${shown.join(', ')}${more}}`;
}
/** A JSON value from outside as text, or its shape if it is nested too deep for that. */
function writeJson(value) {
    try {
        return JSON.stringify(value);
    }
    catch {
        return describeShape(value); // deeper than the stack allows
    }
}

// EXTERNAL MODULE: ./shared/untrusted-certificate.js
var untrusted_certificate = __webpack_require__(32663);
;// CONCATENATED MODULE: ./queue/error-code.js
/** The service's own codes, which come with HTTP 400 as well as with 200. */
const BY_CODE = new Map([
    ['400001', 'wrong-model'],
    ['400002', 'insufficient-balance'],
    ['400004', 'authentication'],
    ['403001', 'permission-denied'],
    ['404001', 'not-found'],
]);
const BY_NAME = new Map([
    ['invalidresourceidentifier', 'wrong-model'],
    ['insufficientresources', 'insufficient-balance'],
    ['useraccounterror', 'authentication'],
    ['permissiondeniederror', 'permission-denied'],
    ['resourcenotfound', 'not-found'],
]);
/** Words with which the service and its gateways say that the account has no balance. */
const NO_BALANCE = /insufficient[\s_-]*(?:resources?|balance|credits?|funds?)|(?:not[\s_-]+enough|no[\s_-]+more|out[\s_-]+of|low)[\s_-]+(?:balance|credits?|funds?)|(?:balance|credits?|funds?)[\s_-]+(?:is |are )?(?:too[\s_-]+low|insufficient|exhausted|used up)|payment[\s_-]+required/i;
/** Longer texts may repeat the prompt, whose words mean nothing here. */
const LONGEST_WORDS = 200;
/** What a vendor code means; undefined if it is unknown. `429001` is read as HTTP 429 would be. */
function codeOfVendor({ code, name, say }) {
    for (const word of [code, name]) {
        const known = word === undefined ? undefined : (BY_CODE.get(word) ?? BY_NAME.get(word.toLowerCase()));
        if (known !== undefined)
            return known;
    }
    const words = [code, name, say].filter((text) => text !== undefined && text.length <= LONGEST_WORDS);
    if (words.some((text) => text !== undefined && NO_BALANCE.test(text)))
        return 'insufficient-balance';
    if (code === undefined)
        return undefined;
    if (/^[45]\d\d(\d{3})?$/.test(code))
        return codeOfStatus(Number(code.slice(0, 3)));
    // Names of trouble inside the service leave open what became of the request.
    return /internal|server|timeout|timed.?out|unavailable/i.test(code) ? 'service-error' : 'invalid-input';
}
/** What an HTTP status other than 2xx means if the body says nothing that is known. */
function codeOfStatus(status) {
    switch (status) {
        case 401:
            return 'authentication';
        case 402:
            return 'insufficient-balance';
        case 403:
            return 'permission-denied';
        case 404:
        case 410:
            return 'not-found';
        case 429:
            return 'rate-limited';
        case 408:
        case 425:
        case 499:
            return 'service-error';
        default:
            if (status >= 500)
                return 'service-error';
            return status >= 400 ? 'invalid-input' : 'unreadable-answer';
    }
}

;// CONCATENATED MODULE: ./queue/parse-status.js


const schema = (0,lazily/* lazily */.q)(() => schemas/* object */.Ikc({
    status: schemas/* string */.YjP(),
    request_id: schemas/* string */.YjP().optional(),
    // Only for the log: an odd position must not make the status unreadable.
    queue_position: schemas/* number */.aig().int().nonnegative().optional().catch(undefined),
}));
/** Reads the answer of `/status`; undefined if it is not one, or is about another request. */
function parseStatus(body, requestId, redact) {
    const wire = schema().safeParse(body).data;
    if (wire === undefined || (wire.request_id ?? requestId) !== requestId)
        return undefined;
    const phase = readPhase(wire.status);
    switch (phase) {
        case 'queued':
            return { kind: phase, ...(wire.queue_position !== undefined && { position: wire.queue_position }) };
        case 'running':
        case 'cancelled':
            return { kind: phase };
        case 'completed':
        case 'succeeded':
        case 'failed':
            return { kind: 'ended' };
        case undefined:
            return { kind: 'unrecognized', word: redact(wire.status) };
    }
}
/** The service's words for the state of a job, and others that its own clients accept. */
const PHASES = new Map([
    ['in_queue', 'queued'],
    ['pending', 'queued'],
    ['waiting', 'queued'],
    ['in_progress', 'running'],
    ['starting', 'running'],
    ['processing', 'running'],
    ['completed', 'completed'],
    ['succeeded', 'succeeded'],
    ['failed', 'failed'],
    ['cancelled', 'cancelled'],
    ['canceled', 'cancelled'],
]);
/** What a status word means; undefined if it is unknown. */
function readPhase(word) {
    return PHASES.get(word.toLowerCase());
}
const ENDED = /abort|expir|reject|error|time.?d?.?out|terminat|kill|stopp|dead|declin|refus|block|moderat|fail|succe|complet|finish|done|ended|lost|delet|remov|skipp|invalid|exhaust|ready/i;
/** Whether an unknown word reads as the end of a job, as `aborted` or `expired` do and `rendering` does not. */
function soundsEnded(word) {
    return ENDED.test(word) && !/ing$/i.test(word);
}

;// CONCATENATED MODULE: ./queue/vendor-error.js




const vendor_error_schemas = (0,lazily/* lazily */.q)(() => {
    const word = schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig()]).transform(String).optional().catch(undefined);
    const any = schemas/* unknown */.L5J().optional();
    const body = schemas/* object */.Ikc({
        status: word,
        code: word,
        error_code: word,
        error_message: any,
        message: any,
        detail: any,
        error: any,
        failure_reason: any,
        failure_message: any,
        output: any,
    });
    // An error as an object: `{error: {code, message}}`, `{detail: {type}}` and the like.
    const nested = schemas/* object */.Ikc({
        code: word,
        error_code: word,
        name: word,
        type: word,
        error: word,
        message: any,
        error_message: any,
    });
    return { body, nested };
});
/** Codes that mean "no error", from services that always send the key. */
const NO_ERROR = new Set(['', '0', '200']);
/** Reads the service's error forms: `{code, error}` with a 4xx, `{error_code, error_message}` with a 200, and objects in either. */
function readVendorError(body) {
    const schema = vendor_error_schemas();
    const wire = schema.body.parse(body);
    const { error, detail } = wire;
    const nested = schema.nested.safeParse(error).data ?? schema.nested.safeParse(detail).data;
    const isNoError = wire.error_code === undefined || NO_ERROR.has(wire.error_code);
    const code = (isNoError ? undefined : wire.error_code) ?? wire.code ?? nested?.code ?? nested?.error_code;
    const name = typeof error === 'string' ? error : (nested?.name ?? nested?.type ?? nested?.error);
    const own = schema.nested.safeParse(error).data;
    const parts = [
        own?.message ?? own?.error_message ?? error,
        wire.error_message,
        wire.failure_reason,
        wire.failure_message,
        wire.message,
        detail,
    ]
        .filter((part) => part !== undefined && part !== null && part !== '')
        .map((part) => (typeof part === 'string' ? part : writeJson(part)));
    return {
        isError: isCallError(wire, !isNoError),
        ...(code !== undefined && { code }),
        ...(name !== undefined && { name }),
        say: [...new Set(parts)].join(': '),
    };
}
/**
 * Whether a body declares that the call itself failed. A job that ended reports its own error, or its pictures, in an
 * answer of its own: then the call went well.
 */
function isCallError({ status, error, output }, hasCode) {
    const hasOutput = output !== undefined && output !== null;
    if (status === undefined)
        return !hasOutput && (hasCode || isSaid(error));
    const isEnded = readPhase(status) !== 'queued' && readPhase(status) !== 'running';
    return hasCode && !isEnded;
}
function isSaid(error) {
    return error !== undefined && error !== null && error !== '' && error !== false;
}

;// CONCATENATED MODULE: ./queue/judge-reply.js




/** Decides whether a reply is an answer or a failure, and which kind. HTTP 200 with an `error_code` is a failure. */
function judgeReply(reply) {
    if (reply.kind === 'unanswered') {
        const untrusted = (0,untrusted_certificate/* describeUntrusted */._)(reply.error);
        if (untrusted !== undefined)
            return fail({ code: 'connection', say: untrusted, isLasting: true });
        return fail({ code: 'connection', say: (0,describe_error/* describeError */.U)(reply.error) });
    }
    const { status, retryAfter } = reply;
    const facts = { status, ...(retryAfter !== undefined && { retryAfter }) };
    const json = reply.cutShort === undefined ? parseObject(reply.text) : undefined;
    const vendor = json && readVendorError(json);
    if (status >= 200 && status < 300) {
        if (reply.cutShort !== undefined) {
            const say = `the answer broke off (${(0,describe_error/* describeError */.U)(reply.cutShort)})`;
            return fail({ ...facts, code: 'unreadable-answer', say });
        }
        if (json === undefined)
            return fail({ ...facts, code: 'unreadable-answer', say: describeText(reply.text) });
        if (vendor?.isError !== true)
            return { ok: true, value: json };
        return fail({ ...facts, ...wordsOf(vendor, reply.text), code: codeOfVendor(vendor) ?? 'service-error' });
    }
    if (vendor === undefined)
        return fail({ ...facts, code: codeOfStatus(status), say: describeText(reply.text) });
    // The body of a 5xx is trusted no further than its status.
    const code = status >= 500 ? codeOfStatus(status) : (codeOfVendor(vendor) ?? codeOfStatus(status));
    return fail({ ...facts, ...wordsOf(vendor, reply.text), code });
}
function wordsOf(vendor, text) {
    return {
        say: vendor.say === '' ? text : vendor.say,
        ...(vendor.code !== undefined && { vendorCode: vendor.code }),
    };
}
function fail(failure) {
    return { ok: false, error: failure };
}
function parseObject(text) {
    try {
        const json = JSON.parse(text);
        return typeof json === 'object' && json !== null && !Array.isArray(json)
            ? json
            : undefined;
    }
    catch {
        return undefined; // not JSON: the caller says what came instead
    }
}
function describeText(text) {
    if (text.trim() === '')
        return 'an empty body';
    const title = /<title[^>]*>([^<]*)/i.exec(text)?.[1]?.trim();
    if (title !== undefined && title !== '')
        return `a page titled "${title}" instead of JSON`;
    return /^\s*</.test(text) ? 'a page instead of JSON' : text;
}

;// CONCATENATED MODULE: ./queue/read-policy.js
/** Tries of a read that the service refuses in a way that may pass: about 15 s in all, waits included. */
const FEW_TRIES = 6;
/**
 * Whether a failed read is worth another try. Trouble on the way or at the service is, for as long as the deadline
 * allows: behind the read is a job that was paid for. A new id may take a moment to become readable, so after a refusal
 * it is read a few more times; a fault of the token or the account ends the read at once.
 */
function isWorthAnotherRead({ code, vendorCode, status }, attempt) {
    switch (code) {
        case 'authentication':
        case 'insufficient-balance':
            return false;
        case 'permission-denied':
            // A 403 that is not in the service's own words comes from something in between, and may pass.
            return vendorCode === undefined && attempt < FEW_TRIES;
        case 'not-found':
        case 'wrong-model':
        case 'invalid-input':
            return attempt < FEW_TRIES;
        case 'service-error':
            // An error inside a 200 is what the service says about this request: it is not an outage.
            return status === undefined || status >= 300 || attempt < FEW_TRIES;
        case 'connection':
        case 'rate-limited':
        case 'unreadable-answer':
        case 'deadline':
            return true;
    }
}
/** Whether the waits between tries grow without randomness: only few tries are left, so none may come too early. */
function isFewTries(failure) {
    return isWorthAnotherRead(failure, 1) && !isWorthAnotherRead(failure, FEW_TRIES);
}

;// CONCATENATED MODULE: ./queue/read-with-retry.js







/** Tries that may fail before the log shows the trouble outside of debug mode. */
const QUIET_TRIES = 3;
/**
 * The wait between tries grows up to this step, which is 8 s: when an outage ends, paid pictures are fetched soon.
 * After "slow down" it grows on.
 */
const OUTAGE_STEPS = 5;
/** Reads `url` until `parse` understands the answer, the failure is final, or `signal` ends it. */
async function readWithRetry(url, parse, deps, signal) {
    const { clock, random, log, redact } = deps;
    const isOver = () => signal.aborted;
    const call = { method: 'GET', url };
    let last;
    const answer = await (0,retry/* retry */.L)(async (tries) => {
        if (tries > 1)
            await deps.reads?.waitForTurn();
        if (isOver())
            return { kind: 'done', value: undefined };
        const read = await readOnce(url, parse, deps, signal);
        if (read.ok) {
            if (tries > QUIET_TRIES)
                log.info(`The service answers again, after ${tries} tries.`);
            const { parsed, retryAfter } = read.value;
            const retryAfterMs = (0,retry_after/* parseRetryAfter */.m)(retryAfter, clock.now());
            const floor = retryAfterMs === undefined ? {} : { retryAfterMs };
            return { kind: 'done', value: { ok: true, value: parsed, ...floor } };
        }
        // An answer that was cut off because time ran out is no news.
        if (isOver())
            return { kind: 'done', value: undefined };
        const failure = namedForRead(read.error);
        if (failure.code === 'rate-limited')
            deps.reads?.slowDown();
        last = describeFailure(call, failure, redact);
        if (!isWorthAnotherRead(failure, tries))
            return { kind: 'done', value: { ok: false, error: last } };
        log.debug(`try ${tries}: ${last.message}`);
        if (tries === QUIET_TRIES)
            log.info(`Still trying to read: ${last.message}`);
        const askedMs = (0,retry_after/* parseRetryAfter */.m)(failure.retryAfter, clock.now());
        const chance = isFewTries(failure) ? fullWait : random;
        const steps = failure.code === 'rate-limited' ? tries : Math.min(tries, OUTAGE_STEPS);
        return { kind: 'again', value: undefined, waitMs: (0,retry_delay/* retryDelayMs */.q)(steps, chance, askedMs) };
    }, { clock, signal });
    return answer ?? { ok: false, error: describeAbandoned(call, signal, redact, last) };
}
/** At a request's own address, "invalid identifier" is about the request, not the model. */
function namedForRead(failure) {
    return failure.code === 'wrong-model' ? { ...failure, code: 'not-found' } : failure;
}
const fullWait = () => 1;
/** One try of a read: the parsed answer, or why there is none. Never throws. */
async function readOnce(url, parse, { sender }, signal) {
    const reply = await sender.free('GET', url, signal);
    const judged = judgeReply(reply);
    if (!judged.ok)
        return judged;
    const parsed = parse(judged.value);
    const retryAfter = reply.kind === 'answered' ? reply.retryAfter : undefined;
    if (parsed !== undefined)
        return { ok: true, value: { parsed, retryAfter } };
    const say = `the answer has an unknown form: ${writeJson(judged.value)}`;
    const status = reply.kind === 'answered' ? { status: reply.status } : {};
    return { ok: false, error: { code: 'unreadable-answer', say, ...status } };
}

;// CONCATENATED MODULE: ./queue/catalog.js
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





const LIMIT_MS = 30_000;
/** The most entries that the service gives at once. */
const PAGE = 100;
const catalog_schema = (0,lazily/* lazily */.q)(() => schemas/* object */.Ikc({
    models: schemas/* array */.YOg(schemas/* looseObject */._H3({
        model_id: schemas/* string */.YjP(),
        display_name: schemas/* string */.YjP().optional().catch(undefined),
        base_price_usd: schemas/* number */.aig().nonnegative().optional().catch(undefined),
        price_unit: schemas/* string */.YjP().optional().catch(undefined),
        input_schema: schemas/* unknown */.L5J(),
    })),
    total: schemas/* number */.aig().optional().catch(undefined),
}));
/** Asks once for a page of the service's models, with their schemas. */
async function readCatalog(apiUrl, { search, offset }, deps, signal) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const limit = __addDisposableResource(env_1, (0,deadline/* startDeadline */.d)(deps.clock, LIMIT_MS, 'reading the list of models', signal), false);
        const query = new URLSearchParams({
            search,
            include_schema: 'true',
            limit: String(PAGE),
            offset: String(offset),
        });
        const url = `${apiUrl}/v1/models?${query.toString()}`;
        const read = await readOnce(url, parsePage, deps, limit.signal);
        if (read.ok)
            return { ok: true, value: read.value.parsed };
        const call = { method: 'GET', url };
        if (limit.signal.aborted)
            return { ok: false, error: describeAbandoned(call, limit.signal, deps.redact) };
        return { ok: false, error: describeFailure(call, read.error, deps.redact) };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        __disposeResources(env_1);
    }
}
function parsePage(body) {
    const wire = catalog_schema().safeParse(body).data;
    if (wire === undefined)
        return undefined;
    const models = wire.models.map((each) => ({
        id: each.model_id,
        name: each.display_name ?? each.model_id,
        inputSchema: each.input_schema,
        ...(each.base_price_usd !== undefined &&
            each.price_unit !== undefined && { price: { baseUsd: each.base_price_usd, unit: each.price_unit } }),
    }));
    return { models, total: wire.total ?? models.length };
}

;// CONCATENATED MODULE: ./queue/cancel.js
var cancel_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var cancel_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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






/** Short, because the runner leaves only seconds to a step that is being stopped. */
const cancel_LIMIT_MS = 5000;
const cancel_schema = (0,lazily/* lazily */.q)(() => {
    const word = schemas/* string */.YjP().optional().catch(undefined);
    return schemas/* object */.Ikc({ outcome: word, status: word });
});
/** Asks once, for at most 5 s, to cancel a job. Anything but a clear yes or no is `unconfirmed`: the job may go on. */
async function cancel(url, deps, signal) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const limit = cancel_addDisposableResource(env_1, (0,deadline/* startDeadline */.d)(deps.clock, cancel_LIMIT_MS, 'cancelling', signal), false);
        const judged = judgeReply(await deps.sender.free('POST', url, limit.signal));
        if (!judged.ok) {
            deps.log.debug(describeFailure({ method: 'POST', url }, judged.error, deps.redact).message);
            return 'unconfirmed';
        }
        const { outcome = '', status = '' } = cancel_schema().parse(judged.value);
        // The two fields may contradict each other; each of them is enough.
        if ([outcome, status].some((word) => readPhase(word) === 'cancelled'))
            return 'cancelled';
        return outcome === 'not_cancellable' ? 'not-cancellable' : 'unconfirmed';
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        cancel_disposeResources(env_1);
    }
}

// EXTERNAL MODULE: ./queue/job-url.js
var job_url = __webpack_require__(95322);
;// CONCATENATED MODULE: ./queue/parse-output.js

/** The keys of an object under which the service and its own clients put addresses, in order of preference. */
const KEYS = [
    'image',
    'images',
    'video',
    'videos',
    'url',
    'urls',
    'image_url',
    'image_urls',
    'video_url',
    'video_urls',
];
/** Deep enough for `{images: [{image: {url}}]}`. */
const parse_output_DEEPEST = 4;
/**
 * Reads an output of any shape that the vendor documents or its clients accept: an address, addresses in an array,
 * objects around either; `null` and empty texts among them count as nothing. Addresses under unknown keys are not
 * taken: they may be previews or logs.
 */
function readOutput(output) {
    const urls = [];
    const unread = [];
    collect(output, 0, urls, unread);
    const [first] = unread;
    return {
        urls: [...new Set(urls)],
        // If nothing was read, the whole shape is useful, otherwise only what was left out.
        ...(first !== undefined && { unread: describeShape(urls.length === 0 ? output : first) }),
    };
}
function collect(value, depth, urls, unread) {
    if (value === undefined || value === null || value === '')
        return;
    if (typeof value === 'string' && isAddress(value))
        urls.push(value);
    else if (depth >= parse_output_DEEPEST || typeof value !== 'object')
        unread.push(value);
    else if (Array.isArray(value))
        for (const item of value)
            collect(item, depth + 1, urls, unread);
    else
        collectObject(value, depth, urls, unread);
}
function collectObject(value, depth, urls, unread) {
    const known = KEYS.filter((key) => Object.hasOwn(value, key));
    for (const key of known)
        collect(value[key], depth + 1, urls, unread);
    // Other keys beside known ones are facts about the picture; by themselves they are an output that cannot be read.
    if (known.length === 0 && Object.keys(value).length > 0)
        unread.push(value);
}
function isAddress(text) {
    return /^https?:\/\//i.test(text) && URL.canParse(text);
}

;// CONCATENATED MODULE: ./queue/parse-result.js







const parse_result_schema = (0,lazily/* lazily */.q)(() => schemas/* looseObject */._H3({
    status: schemas/* string */.YjP().optional(),
    request_id: schemas/* string */.YjP().optional(),
    output: schemas/* unknown */.L5J().optional(),
    finished_at: schemas/* unknown */.L5J().optional(),
    // An odd cost stays unknown (never 0): it must not make a paid result unreadable.
    cost: schemas/* number */.aig().nonnegative().optional().catch(undefined),
}));
/**
 * Reads the answer of `/result`; undefined if it is not one, or is about another request. What reads as final is final,
 * whatever its words and its shape: asking again would bring the same answer until time is up.
 */
function parseResult(body, requestId, redact) {
    const wire = parse_result_schema().safeParse(body).data;
    if (wire === undefined || (wire.request_id ?? requestId) !== requestId)
        return undefined;
    const cost = wire.cost === undefined ? {} : { costUsd: wire.cost };
    const phase = readPhase(wire.status ?? '');
    switch (phase) {
        case 'queued':
        case 'running':
        case 'cancelled':
            return { kind: phase };
        case 'failed':
            return { ...describeFailed(wire, redact), ...cost };
        case 'succeeded':
        case 'completed':
        case undefined:
            return readEnd(wire, phase, redact, cost);
    }
}
/** The answer about a job that says it ended well, or whose word is missing or unknown. */
function readEnd(wire, phase, redact, cost) {
    const { urls, unread } = readOutput(wire.output);
    const reason = readReason(wire, redact);
    if (phase === undefined && !hasEnded(wire, urls.length > 0 || unread !== undefined)) {
        if (wire.status === undefined)
            return undefined;
        return { kind: 'unrecognized', word: redact(wire.status), hasEnded: false };
    }
    const rest = unread === undefined ? {} : { unread: redact(unread) };
    if (urls.length > 0)
        return { kind: 'succeeded', output: { urls, ...rest }, ...cost };
    if (unread !== undefined)
        return { kind: 'unreadable', shape: redact(unread), ...cost };
    const why = reason === undefined ? {} : { reason };
    if (phase === undefined)
        return { kind: 'unrecognized', word: redact(wire.status ?? 'no status'), hasEnded: true, ...why };
    // `completed` says only that the job ended; `succeeded` says that it was made, and charged.
    if (phase === 'completed' && reason !== undefined)
        return { ...describeFailed(wire, redact), ...cost };
    return { kind: 'no-output', ...why, ...cost };
}
/**
 * Whether an answer with an unknown word is about a job that is over. A word such as `rendering` may come with a
 * partial output.
 */
function hasEnded({ status = '', finished_at: finishedAt }, hasOutput) {
    if (typeof finishedAt === 'string' && finishedAt !== '')
        return true;
    return soundsEnded(status) || (hasOutput && !/ing$/i.test(status));
}
function describeFailed(wire, redact) {
    return {
        kind: 'failed',
        message: readReason(wire, redact) ?? 'no reason was given',
        isOutOfBalance: codeOfVendor(readVendorError(wire)) === 'insufficient-balance',
    };
}
/** The service's own words for what went wrong; undefined if it gave none. */
function readReason(wire, redact) {
    const said = (0,sentence/* quoteWords */.A)(redact(readVendorError(wire).say));
    return said === '' ? undefined : said;
}

// EXTERNAL MODULE: ./shared/request-id.js
var request_id = __webpack_require__(45734);
;// CONCATENATED MODULE: ./queue/read-cut-id.js

/**
 * The request id that a JSON answer names although it was cut off: a whole member of the outermost object, closing
 * quote included. Undefined if there is none, if the text mentions an error, or if it names ids in more than one way,
 * because then the right one is unknown.
 */
function readCutId(text) {
    if (/"error(?:_code|_message)?"/.test(text))
        return undefined;
    const named = [...text.matchAll(/"request_id"(?:\s*:\s*"([^"\\]*)")?/g)];
    const [first] = named;
    const ids = new Set(named.map(([, id]) => id));
    const [id] = ids;
    // A bracket before it may mean that it belongs to something else. Inside a text it means nothing, but that is rare.
    const isOutermost = first !== undefined && /^\s*\{[^{}[\]]*$/.test(text.slice(0, first.index));
    return isOutermost && ids.size === 1 && (0,request_id/* isRequestId */.h)(id) ? id : undefined;
}

;// CONCATENATED MODULE: ./queue/submit-verdict.js


/**
 * Judges whether a paid POST was accepted, was refused, or may be either. The service promises nothing about its
 * `Idempotency-Key`, so only a connection that was never made and an answer that refuses the request count as
 * "certainly not accepted". An answer that was cut off after its request id is enough: the id is the service's own.
 */
function judgeSubmit(reply, judged) {
    if (judged.ok) {
        const requestId = judged.value['request_id'];
        if ((0,request_id/* isRequestId */.h)(requestId))
            return { kind: 'accepted', requestId };
        const say = 'the answer holds no usable request id';
        return { kind: 'maybe-sent', failure: { code: 'unreadable-answer', say, ...statusOf(reply) } };
    }
    const failure = namedForSubmit(judged.error);
    if (reply.kind === 'unanswered') {
        if (reply.sent)
            return { kind: 'maybe-sent', failure };
        return { kind: failure.isLasting === true ? 'rejected' : 'again', failure };
    }
    const isUnreadable = isSuccess(reply.status) && failure.code === 'unreadable-answer';
    const cutId = isUnreadable ? readCutId(reply.text) : undefined;
    if (cutId !== undefined)
        return { kind: 'accepted', requestId: cutId };
    return { kind: refusalOf(reply, failure), failure };
}
function refusalOf({ status, text }, { code }) {
    if (isSuccess(status)) {
        // An error inside a 200. One that names a request nevertheless, or reports trouble inside, refuses nothing.
        if (code === 'unreadable-answer' || code === 'service-error' || text.includes('"request_id"'))
            return 'maybe-sent';
        return code === 'rate-limited' ? 'again' : 'rejected';
    }
    // A redirect may follow work that was done (303). 408 and 499 are about a request that was cut off on its way in, and
    // it may have been read completely.
    if (status < 400 || status >= 500 || status === 408 || status === 499)
        return 'maybe-sent';
    return status === 429 ? 'again' : 'rejected';
}
/** At the model's own address, "not found" is about the model. */
function namedForSubmit(failure) {
    return failure.code === 'not-found' ? { ...failure, code: 'wrong-model' } : failure;
}
function isSuccess(status) {
    return status >= 200 && status < 300;
}
function statusOf(reply) {
    return reply.kind === 'answered' ? { status: reply.status } : {};
}

;// CONCATENATED MODULE: ./queue/price.js
var price_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var price_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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






const price_LIMIT_MS = 15_000;
const price_schema = (0,lazily/* lazily */.q)(() => schemas/* object */.Ikc({
    base_price_usd: schemas/* number */.aig().nonnegative(),
    price_unit: schemas/* string */.YjP().min(1),
}));
/** Asks once, for at most 15 s, what the model at `url` costs. A price in an unknown form is an error, never 0. */
async function price(url, deps, signal) {
    return await readAbout('the price', url, parsePrice, deps, signal);
}
/** Asks once, for at most 15 s, what the service publishes about the model at `url`. */
async function readPublished(url, deps, signal) {
    return await readAbout("the model's schema", url, parsePublished, deps, signal);
}
async function readAbout(what, url, parse, deps, signal) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const limit = price_addDisposableResource(env_1, (0,deadline/* startDeadline */.d)(deps.clock, price_LIMIT_MS, `reading ${what}`, signal), false);
        const read = await readOnce(url, parse, deps, limit.signal);
        if (read.ok)
            return { ok: true, value: read.value.parsed };
        const call = { method: 'GET', url };
        if (limit.signal.aborted)
            return { ok: false, error: describeAbandoned(call, limit.signal, deps.redact) };
        return { ok: false, error: describeFailure(call, namedForSubmit(read.error), deps.redact) };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        price_disposeResources(env_1);
    }
}
function parsePrice(body) {
    const wire = price_schema().safeParse(body).data;
    if (wire === undefined)
        return undefined;
    return { baseUsd: wire.base_price_usd, unit: wire.price_unit };
}
function parsePublished(body) {
    const { input_schema: inputSchema } = body;
    if (inputSchema === undefined || inputSchema === null)
        return undefined;
    const known = parsePrice(body);
    return { inputSchema, ...(known !== undefined && { price: known }) };
}

;// CONCATENATED MODULE: ./queue/redact.js
const LONGEST = 300;
/**
 * Returns a function that makes text from the service one line of at most 300 characters, without control
 * characters, without the token in any spelling, and without the queries of URLs (pre-signed addresses are secrets).
 */
function createRedactor(token) {
    const spellings = [...new Set([token, encodeURIComponent(token), JSON.stringify(token).slice(1, -1)])]
        .filter((spelling) => spelling !== '')
        .toSorted((a, b) => b.length - a.length);
    return (text) => {
        let clean = text;
        // Before anything is cut off: half a token is still a secret.
        for (const spelling of spellings)
            clean = clean.replaceAll(spelling, '[token]');
        clean = clean
            .replaceAll(/(https?:\/\/[^\s"'<>?#]+)[?#][^\s"'<>]*/gi, '$1?...')
            .replaceAll(/(data:[\w/+.-]+;base64,)[\w+/=-]+/gi, '$1...')
            .replaceAll(/[\p{C}\s]+/gu, ' ')
            .trim();
        // Cut between characters: half a surrogate pair is not valid text.
        return clean.length <= LONGEST
            ? clean
            : `${clean.slice(0, LONGEST - 3).replace(/[\uD800-\uDBFF]$/, '')}...`;
    };
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: ../bundle/undici.cjs
var undici = __webpack_require__(97696);
// EXTERNAL MODULE: ./shared/collect-garbage.js
var collect_garbage = __webpack_require__(52623);
// EXTERNAL MODULE: ./shared/or-aborted.js
var or_aborted = __webpack_require__(56268);
// EXTERNAL MODULE: ./shared/proxies.js
var proxies = __webpack_require__(41839);
// EXTERNAL MODULE: ./shared/leaving-limit.js
var leaving_limit = __webpack_require__(3873);
;// CONCATENATED MODULE: ./queue/shorten-json.js
const LONGEST_STRING_BYTES = 64 * 1024;
const MOST_BYTES = 1024 * 1024;
/** A request may hold 64 MiB of `data:` URIs, and a result may echo it. */
const READ_BYTES = 128 * 1024 * 1024;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const LETTER_U = 0x75;
/**
 * Keeps at most 1 MiB of a JSON body of up to 128 MiB, by cutting each string in it after 64 KiB. A result may echo its
 * input, including pictures as `data:` URIs; with a plain limit, exactly those results could never be read.
 */
function createJsonShortener() {
    const chunks = [];
    let usedBytes = 0;
    let readBytes = 0;
    /** Bytes of the string being read; undefined outside of strings. */
    let stringBytes;
    /** The position in an escape (`\n`, or 4 digits after `\u`): half an escape is not JSON, so none is cut. */
    let escape = 0;
    let dropping = false;
    const use = (bytes) => {
        usedBytes += bytes.byteLength;
        if (usedBytes > MOST_BYTES)
            throw new Error('the answer is larger than 1 MiB');
        if (bytes.byteLength > 0)
            chunks.push(bytes.slice()); // a copy: a view would hold the whole chunk
    };
    return {
        push: (chunk) => {
            readBytes += chunk.byteLength;
            if (readBytes > READ_BYTES)
                throw new Error('the answer is larger than 128 MiB');
            const findQuote = createFinder(chunk, QUOTE);
            const findBackslash = createFinder(chunk, BACKSLASH);
            let useFrom = dropping ? chunk.byteLength : 0;
            for (let at = 0; at < chunk.byteLength; at += 1) {
                if (stringBytes === undefined) {
                    if (chunk[at] === QUOTE)
                        stringBytes = 0;
                    continue;
                }
                // Of what is dropped, only the end counts.
                if (dropping && escape === 0)
                    at = Math.min(findQuote(at), findBackslash(at));
                const byte = chunk[at];
                stringBytes += 1;
                if (escape === 'begun')
                    escape = byte === LETTER_U ? 4 : 0;
                else if (escape > 0)
                    escape -= 1;
                else if (byte === BACKSLASH)
                    escape = 'begun';
                else if (byte === QUOTE) {
                    if (dropping)
                        useFrom = at;
                    dropping = false;
                    stringBytes = undefined;
                }
                if (!dropping && escape === 0 && (stringBytes ?? 0) >= LONGEST_STRING_BYTES) {
                    use(chunk.subarray(useFrom, at + 1));
                    useFrom = chunk.byteLength;
                    dropping = true;
                }
            }
            use(chunk.subarray(useFrom));
        },
        text: () => new TextDecoder().decode(Buffer.concat(chunks)),
    };
}
/** Finds the next such byte at or after a position that only grows; the length if there is none. Each byte is read once. */
function createFinder(chunk, byte) {
    let found = -1;
    return (from) => {
        if (found < from) {
            const next = chunk.indexOf(byte, from);
            found = next < 0 ? chunk.byteLength : next;
        }
        return found;
    };
}

;// CONCATENATED MODULE: ./queue/sweep-after.js
const SWEEP_EVERY_BYTES = 4 * 1024 * 1024;
/** Gives pieces on; what was sent of them is dead, and would lie about until there is much of it. */
function* sweepAfter(pieces, { sweep }) {
    let bytes = 0;
    for (const piece of pieces) {
        yield piece;
        bytes += piece.byteLength;
        if (bytes < SWEEP_EVERY_BYTES)
            continue;
        bytes = 0;
        sweep();
    }
}

;// CONCATENATED MODULE: ./queue/send.js
var send_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var send_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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









const SILENCE_MS = 60_000;
/** Time for 64 MiB of references on a slow line; after it the outcome is unknown. */
const PAID_LIMIT_MS = 10 * 60_000;
/** How long after the run's end the answer to a paid POST is still awaited, even if it drips byte by byte. */
const PAID_GRACE_MS = 2 * 60_000;
/**
 * Opens the connection to the API. Proxies are taken from `env`; this throws if one of their variables is not a whole
 * URL. An API on loopback is never proxied: the token would leave the machine.
 */
function createRequestSender(deps) {
    const openAgent = () => openProxyAgent(deps.env, deps.apiUrl);
    const headers = {
        accept: 'application/json',
        authorization: `Bearer ${deps.token}`,
        'user-agent': 'dreamina-edit-action',
    };
    const reused = openAgent();
    const collector = (0,collect_garbage/* createGarbageCollector */.R)();
    return {
        free: async (method, url, signal) => await exchange(reused, { url, method, headers, signal }),
        paid: async (url, body, { signal: untilSent, key, endsAtMs }) => {
            const fresh = openAgent();
            const leftMs = Math.max(0, endsAtMs - deps.clock.now()) + PAID_GRACE_MS;
            try {
                const env_1 = { stack: [], error: void 0, hasError: false };
                try {
                    const limit = send_addDisposableResource(env_1, (0,deadline/* startDeadline */.d)(deps.clock, Math.min(PAID_LIMIT_MS, leftMs), 'the submit'), false);
                    const leaving = send_addDisposableResource(env_1, (0,leaving_limit/* startLeavingLimit */.u)(deps.clock, deps.stop), false);
                    return await exchange(fresh, {
                        url,
                        method: 'POST',
                        headers: {
                            ...headers,
                            'idempotency-key': key,
                            'content-type': 'application/json',
                            'content-length': String(body.byteLength),
                        },
                        // In pieces: progress then resets the silence timer, so that a long upload is not taken for silence.
                        body: external_node_stream_.Readable.from(sweepAfter(body.pieces(), collector), { objectMode: false }),
                        reset: true,
                        signal: AbortSignal.any([limit.signal, leaving.signal]),
                        untilSent,
                    });
                }
                catch (e_1) {
                    env_1.error = e_1;
                    env_1.hasError = true;
                }
                finally {
                    send_disposeResources(env_1);
                }
            }
            finally {
                await fresh.destroy();
            }
        },
        [Symbol.asyncDispose]: async () => {
            await reused.destroy();
        },
    };
}
function openProxyAgent(env, apiUrl) {
    try {
        return new undici.EnvHttpProxyAgent({
            headersTimeout: SILENCE_MS,
            bodyTimeout: SILENCE_MS,
            ...(0,proxies/* readProxies */.r)(env, [new URL(apiUrl).hostname]),
        });
    }
    catch {
        // Without the cause: its text contains the address, which may contain a password.
        throw new Error('HTTPS_PROXY, HTTP_PROXY or both are not a URL like http://proxy.example:3128.');
    }
}
async function exchange(agent, { url, untilSent, ...request }) {
    const { origin, pathname, search } = new URL(url);
    let sent = false;
    const started = Promise.withResolvers();
    const onStart = () => {
        // undici may dispatch a request again if it considers that safe; for a paid one it never is.
        if (sent)
            throw new Error('the request would have been sent twice');
        untilSent?.throwIfAborted();
        sent = true;
        started.resolve(undefined);
    };
    const watched = agent.compose((dispatch) => (options, handler) => {
        return dispatch(options, watchStart(handler, onStart));
    });
    let answer;
    try {
        // undici heeds a signal only once it is connected; a dead network would hold an aborted call for 10 s.
        const answering = watched.request({ origin, path: pathname + search, ...request });
        if (untilSent !== undefined)
            await (0,or_aborted/* orAborted */.H)(Promise.race([started.promise, answering]), untilSent);
        answer = await (0,or_aborted/* orAborted */.H)(answering, request.signal);
    }
    catch (error) {
        return { kind: 'unanswered', sent, error };
    }
    const { date, 'retry-after': retryAfter } = answer.headers;
    const dateMs = typeof date === 'string' ? Date.parse(date) : Number.NaN;
    const head = {
        kind: 'answered',
        status: answer.statusCode,
        retryAfter: typeof retryAfter === 'string' ? retryAfter : undefined,
        dateMs: Number.isNaN(dateMs) ? undefined : dateMs,
    };
    const shortener = createJsonShortener();
    try {
        for await (const chunk of answer.body)
            shortener.push(chunk);
        return { ...head, text: shortener.text() };
    }
    catch (error) {
        return { ...head, text: shortener.text(), cutShort: error };
    }
}
/** Calls `onStart` when a request is about to be written on a connection: before that, nothing of it has left. */
function watchStart(handler, onStart) {
    return {
        onRequestStart: (controller, context) => {
            onStart();
            handler.onRequestStart?.(controller, context);
        },
        onRequestUpgrade: (...args) => handler.onRequestUpgrade?.(...args),
        onResponseStart: (...args) => handler.onResponseStart?.(...args),
        onResponseData: (...args) => handler.onResponseData?.(...args),
        onResponseEnd: (...args) => handler.onResponseEnd?.(...args),
        onResponseError: (...args) => handler.onResponseError?.(...args),
    };
}

;// CONCATENATED MODULE: ./queue/service-time.js
/** Below this, a difference is the way of an answer through the network, and the second that a header is exact to. */
const NOTEWORTHY_MS = 60_000;
/** The time of one service. */
function createServiceTime(clock) {
    let aheadMs;
    return {
        hear: (reply) => {
            if (reply.kind === 'answered' && reply.dateMs !== undefined) {
                const differenceMs = reply.dateMs - clock.now();
                aheadMs = Math.abs(differenceMs) < NOTEWORTHY_MS ? 0 : differenceMs;
            }
            return reply;
        },
        aheadMs: () => aheadMs,
    };
}

// EXTERNAL MODULE: ./shared/gate.js
var gate = __webpack_require__(31352);
// EXTERNAL MODULE: ./shared/wait.js
var wait = __webpack_require__(14926);
;// CONCATENATED MODULE: ./queue/submit-pace.js


/** Above this many accepted submits since the last "slow down" there is no limit anymore. */
const UNLIMITED_FROM = 64;
/**
 * A pace with no limit at first. After a "slow down", half as many submits run at once, one more after each success.
 */
function createSubmitPace(clock) {
    let limit = Number.POSITIVE_INFINITY;
    let active = 0;
    let strikes = 0;
    /** Counts the slow-downs: answers to submits sent before the last one must not halve the limit again. */
    let era = 0;
    let pausedUntilMs = 0;
    /** How long the pause was when it began. */
    let pausedForMs = 0;
    let lastSlowDown;
    const turnEnded = (0,gate/* createGate */.q)();
    const takeTurn = () => {
        const bornIn = era;
        return {
            end: (how) => {
                if (how.kind === 'accepted') {
                    strikes = 0;
                    limit = limit + 1 >= UNLIMITED_FROM ? Number.POSITIVE_INFINITY : limit + 1;
                }
                if (how.kind === 'slow-down') {
                    lastSlowDown = how.error;
                    const untilMs = clock.now() + how.waitMs;
                    if (untilMs > pausedUntilMs)
                        [pausedUntilMs, pausedForMs] = [untilMs, how.waitMs];
                    if (bornIn === era) {
                        limit = Math.max(1, Math.floor(Math.min(active, limit) / 2));
                        era += 1;
                        strikes += 1;
                    }
                }
                active -= 1;
                turnEnded.open();
            },
        };
    };
    return {
        get slowDowns() {
            return era;
        },
        get strikes() {
            return strikes;
        },
        get lastSlowDown() {
            return lastSlowDown;
        },
        enter: async (signal) => {
            while (!signal.aborted) {
                const nowMs = clock.now();
                // Only a clock that was set back makes the pause longer than it was: then it starts again.
                if (pausedUntilMs - nowMs > pausedForMs)
                    pausedUntilMs = nowMs + pausedForMs;
                const waitMs = pausedUntilMs - nowMs;
                if (waitMs > 0)
                    await (0,wait/* wait */.u)(clock, waitMs, signal);
                else if (active >= limit)
                    await turnEnded.wait(signal);
                else {
                    active += 1;
                    return takeTurn();
                }
            }
            return undefined;
        },
    };
}

// EXTERNAL MODULE: ./media/data-picture.js
var data_picture = __webpack_require__(98319);
;// CONCATENATED MODULE: ./queue/write-body.js

/** Bytes of a picture that are encoded at once: a multiple of three, so that the texts can follow each other. */
const PICTURE_BYTES = 48 * 1024;
/** The JSON of an input, with its pictures as `data:` URIs. Pictures are encoded when they are sent. */
function writeBody(input) {
    const parts = [...joinTexts(writeValue(input))];
    const lengths = parts.map((part) => (0,data_picture/* isDataPicture */.zl)(part) ? (0,data_picture/* base64Length */.wE)(part.bytes.byteLength) : part.byteLength);
    return {
        byteLength: lengths.reduce((sum, length) => sum + length, 0),
        pieces: function* () {
            for (const part of parts)
                if ((0,data_picture/* isDataPicture */.zl)(part))
                    yield* encode(part.bytes);
                else
                    yield part;
        },
    };
}
function* encode(bytes) {
    for (let at = 0; at < bytes.byteLength; at += PICTURE_BYTES)
        yield Buffer.from(bytes.toString('base64', at, at + PICTURE_BYTES), 'latin1');
}
function* joinTexts(parts) {
    let text = '';
    for (const part of parts) {
        if (typeof part === 'string') {
            text += part;
            continue;
        }
        yield Buffer.from(text);
        yield part;
        text = '';
    }
    yield Buffer.from(text);
}
function* writeValue(value) {
    if ((0,data_picture/* isDataPicture */.zl)(value)) {
        yield `"${(0,data_picture/* dataPrefix */.BW)(value.type)}`;
        yield value;
        yield '"';
    }
    else if (isList(value)) {
        yield '[';
        for (const [index, item] of value.entries()) {
            if (index > 0)
                yield ',';
            yield* writeValue(item);
        }
        yield ']';
    }
    else if (typeof value === 'object' && value !== null) {
        yield '{';
        let comma = '';
        for (const [key, item] of Object.entries(value)) {
            if (item === undefined)
                continue;
            yield `${comma}${JSON.stringify(key)}:`;
            yield* writeValue(item);
            comma = ',';
        }
        yield '}';
    }
    else {
        yield JSON.stringify(value);
    }
}
function isList(value) {
    return Array.isArray(value);
}

;// CONCATENATED MODULE: ./queue/submit.js







const MAYBE_SENT_ADVICE = 'It may have been accepted and charged: look at the requests in the RunComfy dashboard before it is sent again.';
/** Longer than any job can last: a longer wait is as good as forever. */
const LONGEST_ASKED_MS = 365 * 24 * 60 * 60_000;
/**
 * Sends the paid call to `url` until the service accepts or refuses it, or until its outcome is unknown. It is sent
 * again only if it was certainly not accepted, and never before the time that the service asks for: if that is after
 * the end of the run, submitting ends at once.
 */
async function submit_submit(url, input, deps, call) {
    const { clock, random, log, redact, pace } = deps;
    const post = { method: 'POST', url };
    const body = writeBody(input);
    let last;
    const answer = await (0,retry/* retry */.L)(async (tries) => {
        const verdict = await tryOnce(post, body, deps, call);
        switch (verdict.kind) {
            case 'accepted':
                return { kind: 'done', value: verdict };
            case 'rejected':
                return {
                    kind: 'done',
                    value: { kind: 'rejected', error: describeFailure(post, verdict.failure, redact) },
                };
            case 'maybe-sent': {
                const error = describeFailure(post, verdict.failure, redact, MAYBE_SENT_ADVICE);
                return { kind: 'done', value: { kind: 'maybe-sent', error } };
            }
            case 'no-turn':
                return { kind: 'done', value: undefined };
            case 'too-late':
                return { kind: 'done', value: { kind: 'not-sent', error: verdict.error } };
            case 'again':
                last = describeFailure(post, verdict.failure, redact);
                log.debug(`try ${tries}: ${last.message}`);
                if (tries === 3)
                    log.info(`Still trying to submit: ${last.message}`);
                // After a "slow down", the pace holds back the next try.
                return {
                    kind: 'again',
                    value: undefined,
                    waitMs: verdict.failure.code === 'rate-limited' ? 0 : (0,retry_delay/* retryDelayMs */.q)(tries, random),
                };
        }
    }, { clock, signal: call.signal });
    return (answer ?? {
        kind: 'not-sent',
        error: describeAbandoned(post, call.signal, redact, last ?? pace.lastSlowDown),
    });
}
async function tryOnce(post, body, { clock, random, sender, pace, redact }, call) {
    const turn = await pace.enter(call.signal);
    if (turn === undefined)
        return { kind: 'no-turn' };
    const reply = await sender.paid(post.url, body, call);
    const verdict = judgeSubmit(reply, judgeReply(reply));
    if (verdict.kind !== 'again' || verdict.failure.code !== 'rate-limited') {
        turn.end({ kind: verdict.kind === 'accepted' ? 'accepted' : 'other' });
        return verdict;
    }
    const askedMs = (0,retry_after/* parseRetryAfter */.m)(verdict.failure.retryAfter, clock.now(), LONGEST_ASKED_MS);
    const nowMs = clock.now();
    const atMs = nowMs + (askedMs ?? 0);
    const error = atMs > call.endsAtMs
        ? describeTooLate(post, verdict.failure, atMs, redact)
        : describeFailure(post, verdict.failure, redact);
    const waitMs = Math.min((0,retry_delay/* retryDelayMs */.q)(pace.strikes + 1, random, askedMs), Math.max(0, call.endsAtMs - nowMs));
    turn.end({ kind: 'slow-down', waitMs, error });
    return atMs > call.endsAtMs ? { kind: 'too-late', error } : verdict;
}
/** The service accepts nothing until after the end of the run, which holds for every other submit as well. */
function describeTooLate(post, failure, atMs, redact) {
    const at = `${new Date(atMs).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
    const advice = `The service wants to be asked again at ${at}, after the end of this run. Run again then: nothing was sent, and nothing is charged.`;
    return { ...describeFailure(post, failure, redact, advice), stopsRun: true };
}

;// CONCATENATED MODULE: ./queue/create-queue-client.js












/**
 * A client for the RunComfy Model API. Dispose of it when the run is over: its open connections would keep
 * the process alive. Throws if a proxy variable of `env` is not a URL.
 */
function createQueueClient(options) {
    const { apiUrl, token, clock, random, log, env, stop } = options;
    const redact = createRedactor(token);
    const connection = createRequestSender({
        apiUrl,
        token,
        env,
        clock,
        stop: stop ?? new AbortController().signal,
    });
    const time = createServiceTime(clock);
    const sender = {
        free: async (...call) => time.hear(await connection.free(...call)),
        paid: async (...call) => time.hear(await connection.paid(...call)),
    };
    const deps = { sender, clock, random, log, redact };
    const pace = createSubmitPace(clock);
    const modelUrl = (model) => `${apiUrl}/v1/models/${model}`;
    return {
        submit: async (input, call) => await submit_submit(modelUrl(call.model), input, { ...deps, pace }, call),
        status: async (id, signal, pace) => {
            const url = (0,job_url/* jobUrl */.N)(apiUrl, id, 'status');
            return await readWithRetry(url, (body) => parseStatus(body, id, redact), { ...deps, reads: pace }, signal);
        },
        result: async (id, signal, pace) => {
            const url = `${(0,job_url/* jobUrl */.N)(apiUrl, id, 'result')}?include_cost=true`;
            return await readWithRetry(url, (body) => parseResult(body, id, redact), { ...deps, reads: pace }, signal);
        },
        cancel: async (id, signal) => await cancel((0,job_url/* jobUrl */.N)(apiUrl, id, 'cancel'), deps, signal),
        price: async (model, signal) => await price(modelUrl(model), deps, signal),
        catalog: async (search, signal) => await readCatalog(apiUrl, search, deps, signal),
        model: async (model, signal) => await readPublished(modelUrl(model), deps, signal),
        resultUrl: (id) => (0,job_url/* jobUrl */.N)(apiUrl, id, 'result'),
        aheadMs: () => time.aheadMs(),
        slowDowns: () => pace.slowDowns,
        [Symbol.asyncDispose]: async () => {
            await connection[Symbol.asyncDispose]();
        },
    };
}


/***/ }),

/***/ 95322:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ jobUrl)
/* harmony export */ });
/* harmony import */ var _shared_request_id_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45734);

/** The addresses of one job, made from our own `apiUrl`: those in an answer are not trusted with the token. */
function jobUrl(apiUrl, requestId, what) {
    // Not data: every caller has an id that was checked on the way, whether the service or a person wrote it.
    if (!(0,_shared_request_id_js__WEBPACK_IMPORTED_MODULE_0__/* .isRequestId */ .h)(requestId))
        throw new TypeError('not a request id');
    return `${apiUrl}/v1/requests/${requestId}/${what}`;
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

/***/ 19043:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  h: () => (/* binding */ lookAround)
});

// EXTERNAL MODULE: ./queue/create-queue-client.js + 23 modules
var create_queue_client = __webpack_require__(9517);
// EXTERNAL MODULE: ./deliver/branch/tip-facts.js
var tip_facts = __webpack_require__(68231);
// EXTERNAL MODULE: ./git/look-up-committed.js
var look_up_committed = __webpack_require__(81810);
// EXTERNAL MODULE: ./references/inspect-references.js + 11 modules
var inspect_references = __webpack_require__(26974);
// EXTERNAL MODULE: ./shared/collect-garbage.js
var collect_garbage = __webpack_require__(52623);
// EXTERNAL MODULE: ./spec/locate-issues.js
var locate_issues = __webpack_require__(1696);
// EXTERNAL MODULE: ./run/prepare/choose-work.js + 54 modules
var choose_work = __webpack_require__(87067);
// EXTERNAL MODULE: ./models/read-model.js + 2 modules
var read_model = __webpack_require__(12068);
;// CONCATENATED MODULE: ./run/prepare/look-up-models.js

/**
 * Finds out about models: from the service, once for each; if that is not possible, by what a lock file last saw of them.
 */
function createModelBook({ connect, locks, signal }) {
    const prices = new Map();
    const known = new Map();
    let queue;
    async function ask(id) {
        if (connect === undefined)
            return await remember(id, 'there is no API token to ask the service with');
        queue ??= connect();
        const answer = await queue.model(id, signal);
        signal.throwIfAborted();
        if (!answer.ok)
            return await judgeFailure(id, answer.error);
        const { price, inputSchema } = answer.value;
        if (price !== undefined)
            prices.set(id, price);
        const model = (0,read_model/* readModel */.k)(id, inputSchema);
        return model.ok
            ? { kind: 'known', model: model.value }
            : await refuse(id, `it is not a model that edits pictures: ${model.error}`);
    }
    async function judgeFailure(id, { code, message }) {
        if (code === 'wrong-model')
            return await refuse(id, 'the service has no such model');
        return await remember(id, `the service did not give it (${message.replace(/\.$/, '')})`, message);
    }
    async function refuse(id, why) {
        const last = await findLocked(id);
        return { kind: 'refused', why, ...(last !== undefined && { last }) };
    }
    /** What the lock files last saw. `failure`: why the service was not able to say it, in sentences. */
    async function remember(id, why, failure) {
        const model = await findLocked(id);
        if (model === undefined)
            return { kind: 'unknown', why: `${why}, and no edit on the branch was made with this model` };
        if (failure === undefined)
            return { kind: 'known', model };
        const note = `\`${id}\` was checked by the schema that the lock file last saw, because the service did not give the current one: ${failure}`;
        return { kind: 'known', model, note };
    }
    async function findLocked(id) {
        const [seen] = (await locks()).flatMap(({ models }) => models !== undefined && Object.hasOwn(models, id) ? [models[id]] : []);
        const model = seen === undefined ? undefined : (0,read_model/* readModel */.k)(id, seen.schema);
        return model?.ok === true ? model.value : undefined;
    }
    return {
        prices,
        lookUp: async (ids) => {
            for (const id of ids)
                if (!known.has(id))
                    known.set(id, ask(id));
            const answers = ids.map(async (id) => {
                const answer = await known.get(id);
                if (answer === undefined)
                    throw new Error(`Bug: ${id} was not looked up`);
                return [id, answer];
            });
            return new Map(await Promise.all(answers));
        },
    };
}

;// CONCATENATED MODULE: ./run/prepare/open-assets-branch.js
const NOT_ASKED_FOR = {
    opened: { ok: true, value: undefined },
    [Symbol.asyncDispose]: async () => {
        await Promise.resolve();
    },
};
/** Reads the assets branch, and the base branch beneath it, if pictures are delivered to a branch. Throws the signal's reason; then nothing is left on disk. */
async function openAssetsBranch(inputs, world, signal) {
    if (!inputs.deliver.includes('branch'))
        return NOT_ASKED_FOR;
    // Not loaded for nothing.
    const { openBranches } = await Promise.all(/* import() */[__webpack_require__.e(844), __webpack_require__.e(653), __webpack_require__.e(392)]).then(__webpack_require__.bind(__webpack_require__, 55392));
    return await openBranches(inputs, world, signal);
}

// EXTERNAL MODULE: ./run/prepare/other-specs.js
var other_specs = __webpack_require__(2712);
;// CONCATENATED MODULE: ./run/prepare/look-around.js
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
        const made = __addDisposableResource(env_1, new AsyncDisposableStack(), true);
        const over = new AbortController();
        // Git works on another processor while a large spec is read.
        const opening = openAssetsBranch(inputs, world, AbortSignal.any([signal, over.signal]));
        // Registered, and its failure handled, before it is open: what is read beside it may fail first.
        const opened = opening.catch(() => undefined);
        made.defer(async () => {
            over.abort();
            await (await opened)?.[Symbol.asyncDispose]();
        });
        const { apiToken: token, apiUrl } = inputs;
        const connect = () => made.use((0,create_queue_client/* createQueueClient */.f)({ ...world, apiUrl, token }));
        const models = createModelBook({
            connect: token === '' ? undefined : connect,
            locks: async () => listLocks(await opening),
            signal,
        });
        const chosen = await (0,choose_work/* chooseWork */.v)(inputs, { ...ports, lookUpModels: models.lookUp }, log);
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
                forced,
                takesOnBranch: inputs.takesOnBranch || !inputs.deliver.includes('branch'),
                spec: [...spec.edits, ...(0,other_specs/* asEdits */.Ym)(others)],
                ...(branch !== undefined && { recorded: branch.recorded }),
                ...(base?.tip !== undefined && {
                    base: { on: { kind: 'base', branch: base.place.branch, commit: base.tip }, recorded: base.recorded },
                }),
            },
            branch,
            base,
            branchFaults: found.ok ? [] : found.error,
            prices: models.prices,
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
        const result_1 = __disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
/** The lock files of the branches, the own one first. */
function listLocks({ opened }) {
    const { own, base } = (opened.ok ? opened.value : undefined) ?? {};
    return (0,tip_facts/* locksOf */.aZ)(own, base);
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
/* harmony import */ var _shared_without_extension_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44303);



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
    return [...others].map(([id, { files }]) => ({ id, output: (0,_shared_without_extension_js__WEBPACK_IMPORTED_MODULE_2__/* .withoutExtension */ .w)(files[0]?.path ?? '') }));
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

/***/ 31352:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ createGate)
/* harmony export */ });
/* harmony import */ var _or_aborted_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56268);

function createGate() {
    let next = Promise.withResolvers();
    return {
        wait: async (signal) => {
            // Only an abort can fail this wait.
            await (0,_or_aborted_js__WEBPACK_IMPORTED_MODULE_0__/* .orAborted */ .H)(next.promise, signal).catch(() => undefined);
        },
        open: () => {
            next.resolve(undefined);
            next = Promise.withResolvers();
        },
    };
}


/***/ }),

/***/ 99670:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ lazily)
/* harmony export */ });
/**
 * What `make` gives, made at the first use and kept. For the form of what only some runs read, such as a lock file or
 * an error of the service: to build all of these forms took a tenth of the start of every run. An error of `make` is thrown
 * at each use.
 */
function lazily(make) {
    let made;
    return () => (made ??= { value: make() }).value;
}


/***/ }),

/***/ 3873:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ startLeavingLimit)
/* harmony export */ });
/** The runner sends SIGTERM 7.5 s after SIGINT; some of that is needed to record the state of the run. */
const LEAVING_LIMIT_MS = 5000;
/** Watches `stop` until it is disposed of. */
function startLeavingLimit(clock, stop, limitMs = LEAVING_LIMIT_MS) {
    const over = new AbortController();
    const done = new AbortController();
    const onStop = () => {
        clock.sleep(limitMs, done.signal).then(() => {
            over.abort(new Error('the step was stopped, and no answer came in its last seconds'));
        }, () => undefined);
    };
    if (stop.aborted)
        onStop();
    else
        stop.addEventListener('abort', onStop, { once: true });
    return {
        signal: over.signal,
        [Symbol.dispose]: () => {
            stop.removeEventListener('abort', onStop);
            done.abort();
        },
    };
}


/***/ }),

/***/ 45734:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ isRequestId)
/* harmony export */ });
/** The only form in which a request id is put in a path: anything else could lead to another address. */
const REQUEST_ID = /^[A-Za-z0-9_-]{1,128}$/;
/** Whether text from outside is a request id. */
function isRequestId(text) {
    return typeof text === 'string' && REQUEST_ID.test(text);
}


/***/ }),

/***/ 49912:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $G: () => (/* binding */ otherNameOf),
/* harmony export */   G0: () => (/* binding */ namesBefore),
/* harmony export */   Xo: () => (/* binding */ editOfTake),
/* harmony export */   f2: () => (/* binding */ takeNumber)
/* harmony export */ });
/** The id of the edit that a take belongs to: `hero` for `hero#2`, and for `hero` itself. */
function editOfTake(id) {
    const at = id.lastIndexOf('#');
    return at < 0 ? id : id.slice(0, at);
}
/**
 * The other id of the same pictures: an edit's first take is what the edit was before it had several, and becomes that again.
 * Undefined for all other takes.
 */
function otherNameOf(id) {
    if (!id.includes('#'))
        return `${id}#1`;
    return id.endsWith('#1') ? editOfTake(id) : undefined;
}
/**
 * The ids under which what an edit had before may be, the most fitting first: a kept take is compared with what was kept before
 * it.
 */
function namesBefore(id, take) {
    return take?.isKept === true ? [take.edit, id] : [id, otherNameOf(id) ?? id];
}
/** The number of the take that an id names; the only take of an edit is its first. */
function takeNumber(id) {
    const number = /#(\d{1,2})$/.exec(id)?.[1];
    return number === undefined ? 1 : Number(number);
}


/***/ }),

/***/ 32663:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ describeUntrusted)
/* harmony export */ });
/** Codes of Node for a certificate that this machine does not trust, and what is wrong with it. */
const CODES = {
    DEPTH_ZERO_SELF_SIGNED_CERT: 'it is self-signed',
    SELF_SIGNED_CERT_IN_CHAIN: 'an authority that this machine does not know signed it',
    UNABLE_TO_GET_ISSUER_CERT: 'an authority that this machine does not know signed it',
    UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'an authority that this machine does not know signed it',
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'an authority that this machine does not know signed it',
    CERT_HAS_EXPIRED: 'it has expired',
    CERT_NOT_YET_VALID: 'it is not valid yet',
    ERR_TLS_CERT_ALTNAME_INVALID: 'it is for another host',
};
const EXTRA_AUTHORITY = 'if you trust it, set the environment variable NODE_EXTRA_CA_CERTS to a PEM file with the certificate of its authority';
/**
 * Why a connection failed, if the certificate of the server or of a proxy is the reason: a clause with what to do.
 * Waiting does not change that. Undefined for any other error.
 */
function describeUntrusted(error) {
    if (!(error instanceof Error))
        return undefined;
    const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
    const why = CODES[code];
    if (why === undefined)
        return describeUntrusted(error.cause);
    const isUnknown = /sign/i.test(why);
    return `the server's certificate is not trusted: ${why}${isUnknown ? `; ${EXTRA_AUTHORITY}` : ''}`;
}


/***/ }),

/***/ 44303:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ withoutExtension)
/* harmony export */ });
/** A file's path without its extension. */
function withoutExtension(path) {
    return path.replace(/\.\w+$/, '');
}


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
