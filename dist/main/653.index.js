export const id = 653;
export const ids = [653];
export const modules = {

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
// EXTERNAL MODULE: ./deliver/branch/read-joined-tip.js + 5 modules
var read_joined_tip = __webpack_require__(42155);
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

/***/ 42155:
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
// EXTERNAL MODULE: ./lock/has-files.js
var has_files = __webpack_require__(53119);
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

// EXTERNAL MODULE: ./lock/locked-models.js
var locked_models = __webpack_require__(67498);
// EXTERNAL MODULE: ./lock/remember-past.js
var remember_past = __webpack_require__(2539);
// EXTERNAL MODULE: ./lock/spending.js
var lock_spending = __webpack_require__(76325);
;// CONCATENATED MODULE: ./pictures/merge-renditions.js
/**
 * The renditions of two branches together; pure. A path that both have for different pictures belongs to the picture that the
 * merged lock file has (`originals`: their SHA-256), and otherwise to that of `base`.
 */
function mergeRenditions(head, base, originals) {
    const owners = new Map();
    const claim = (records, isWanted) => {
        for (const [original, bySettings] of Object.entries(records)) {
            if (originals.has(original) !== isWanted)
                continue;
            for (const [key, { files }] of Object.entries(bySettings))
                for (const { path } of files)
                    if (!owners.has(path))
                        owners.set(path, `${original} ${key}`);
        }
    };
    for (const isWanted of [true, false])
        for (const records of [base, head])
            claim(records, isWanted);
    const merged = {};
    // The base comes last, so that what both have is as it is there.
    for (const records of [head, base]) {
        for (const [original, bySettings] of Object.entries(records)) {
            for (const [key, record] of Object.entries(bySettings)) {
                const isOwn = ({ path }) => owners.get(path) === `${original} ${key}`;
                const known = merged[original]?.[key]?.files ?? [];
                const own = record.files.filter(isOwn);
                const others = known.filter(({ path }) => !own.some((file) => file.path === path));
                const files = [...others, ...own];
                if (files.length > 0)
                    merged[original] = { ...merged[original], [key]: { ...record, files } };
            }
        }
    }
    return merged;
}

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
    const { models: theirs, ...rest } = base;
    const models = (0,locked_models/* gatherModels */.Q)(edits, theirs, head.models);
    const originals = [...edits.values()].flatMap(has_files/* filesOnBranch */.rB).map(({ sha256 }) => sha256);
    const renditions = mergeRenditions(head.renditions ?? {}, base.renditions ?? {}, new Set(originals));
    return {
        lock: {
            ...rest,
            edits,
            ...(spending !== undefined && { spending }),
            ...(models !== undefined && { models }),
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
 * names follow their entries, files of others are merged path by path. A file that someone else put on the base is a conflict
 * where a picture is to be; a page of ours gives way to it.
 */
function joinBranches({ before, head, base }, place) {
    const { lock, fromHead } = mergeLocks(before.lock, head.lock, base.lock);
    const own = new Set([before, head, base].flatMap((side) => [...(0,branch_paths/* ownPaths */.Vw)(place, side.lock)]));
    const others = ({ tree }) => new Map([...tree].filter(([path]) => !own.has(path)));
    const merged = mergeFiles(others(before), others(head), others(base));
    const ours = listOwn({ lock, fromHead }, head, base, place);
    const theirs = listForeign(own, before, base, place);
    const taken = [...theirs.keys()].filter((path) => {
        const picture = ours.get(path);
        return picture !== undefined && picture.blob !== theirs.get(path)?.blob;
    });
    const tree = new Map([...merged.files, ...theirs, ...ours]);
    const changes = listChanges(base.tree, tree);
    const isAhead = changes.length > 0 || fromHead.size > 0 || lock.edits.size !== base.lock.edits.size;
    return { tree, lock, changes, conflicts: [...merged.conflicts, ...taken], isAhead };
}
/** Files of the base at our paths (`own`) that its lock file does not name, and that were not there before. */
function listForeign(own, before, base, place) {
    const ofBase = (0,branch_paths/* ownPaths */.Vw)(place, base.lock);
    const isOld = ({ path, blob }) => before.tree.get(path)?.blob === blob;
    return new Map([...base.tree].filter(([path, file]) => own.has(path) && !ofBase.has(path) && !isOld(file)));
}
/** The files that the merged lock file names, from the side that their entries come from; pages and lock file are written again. */
function listOwn({ lock, fromHead }, head, base, place) {
    const edits = [...lock.edits].map(([id, entry]) => ({
        files: (0,has_files/* filesOnBranch */.rB)(entry),
        from: fromHead.has(id) ? head : base,
    }));
    const derived = Object.entries(lock.renditions ?? {}).flatMap(([original, bySettings]) => Object.entries(bySettings).flatMap(([key, { files }]) => files.map(({ path }) => ({ path, sides: [sideOf(path, original, key)] }))));
    const listed = [
        ...[...base.lock.pages, branch_paths/* LOCK_NAME */.Sy].map((path) => ({ path, sides: [base] })),
        ...edits.flatMap(({ files, from }) => files.map(({ path }) => ({ path, sides: [from] }))),
        ...derived,
    ];
    return new Map(listed.flatMap(({ path, sides }) => {
        const full = (0,branch_paths/* fromRoot */.tc)(place, path);
        const file = sides.map(({ tree }) => tree.get(full)).find((found) => found !== undefined);
        return file === undefined ? [] : [[full, file]];
    }));
    function sideOf(path, original, key) {
        const record = base.lock.renditions?.[original]?.[key];
        return record?.files.some((file) => file.path === path) === true ? base : head;
    }
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

/***/ 21815:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ readTipAgain)
/* harmony export */ });
/* harmony import */ var _git_retry_offline_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72838);
/* harmony import */ var _read_joined_tip_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(42155);


/** Reads what is on the branch by now; each question is asked again for a while if the server does not answer. */
async function readTipAgain({ repository, place }, deps) {
    return await (0,_read_joined_tip_js__WEBPACK_IMPORTED_MODULE_1__/* .readJoinedTip */ .p)(repository, place, deps.signal, async (question) => await (0,_git_retry_offline_js__WEBPACK_IMPORTED_MODULE_0__/* .retryOffline */ .C)(question, deps));
}


/***/ }),

/***/ 67498:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ gatherModels)
/* harmony export */ });
/**
 * The schemas of the models by which these edits were checked; pure. Of several sources that have a model, the first one
 * counts. Undefined if there are none.
 */
function gatherModels(edits, ...sources) {
    const needed = [...edits.values()].flatMap(({ model, modelSchema }) => modelSchema === undefined ? [] : [model]);
    const found = [...new Set(needed)].toSorted().flatMap((id) => {
        const source = sources.find((each) => each !== undefined && Object.hasOwn(each, id));
        const model = source?.[id];
        return model === undefined ? [] : [[id, model]];
    });
    return found.length === 0 ? undefined : Object.fromEntries(found);
}


/***/ })

};
