export const id = 768;
export const ids = [768];
export const modules = {

/***/ 31126:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qe: () => (/* binding */ findObjects),
/* harmony export */   UY: () => (/* binding */ findOutermost),
/* harmony export */   g0: () => (/* binding */ readHeadCommit)
/* harmony export */ });
/* unused harmony export findFolders */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _shared_optional_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23490);
/* harmony import */ var _shared_inside_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19391);




/**
 * The outermost folder between `workspace` and `file` (both absolute) that has a `.git`: the workspace's own
 * repository, or the one that `actions/checkout` put into a folder of it. A repository inside another one never counts:
 * a checkout brings only submodules, so any other came with something that was unpacked there. Undefined if there is
 * none.
 */
async function findOutermost(workspace, file) {
    const top = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(workspace);
    const folder = node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(file);
    // The file's path may have been resolved, or not.
    const from = [top, workspace].find((start) => (0,_shared_inside_js__WEBPACK_IMPORTED_MODULE_3__/* .isInside */ .FK)(start, folder));
    if (from === undefined)
        return undefined;
    let root = top;
    let prefix = '';
    for (const part of ['', ...node_path__WEBPACK_IMPORTED_MODULE_1__.relative(from, folder).split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep)]) {
        root = node_path__WEBPACK_IMPORTED_MODULE_1__.join(root, part);
        if (part !== '')
            prefix += `${part}/`;
        if (await (0,_shared_optional_file_js__WEBPACK_IMPORTED_MODULE_2__/* .exists */ .t2)(node_path__WEBPACK_IMPORTED_MODULE_1__.join(root, '.git')))
            return { root, prefix };
    }
    return undefined;
}
/**
 * The objects of the repository that is checked out at `root` (absolute): of a `.git` folder, or of the one that a
 * `.git` file names.
 */
async function findObjects(root) {
    const { shared } = await findFolders(root);
    return { objects: node_path__WEBPACK_IMPORTED_MODULE_1__.join(shared, 'objects'), shallow: node_path__WEBPACK_IMPORTED_MODULE_1__.join(shared, 'shallow') };
}
/** The commit that is checked out at `root`; undefined if the files of its repository do not show it. */
async function readHeadCommit(root) {
    const { own, shared } = await findFolders(root);
    const head = await readText(node_path__WEBPACK_IMPORTED_MODULE_1__.join(own, 'HEAD'));
    const [, ref] = /^ref: (refs\/\S+)$/m.exec(head) ?? [];
    if (ref === undefined)
        return nameIn(head);
    const loose = nameIn(await readText(node_path__WEBPACK_IMPORTED_MODULE_1__.join(shared, ...ref.split('/'))));
    if (loose !== undefined)
        return loose;
    const packed = await readText(node_path__WEBPACK_IMPORTED_MODULE_1__.join(shared, 'packed-refs'));
    return nameIn(packed.split('\n').find((line) => line.endsWith(` ${ref}`)) ?? '');
}
function nameIn(text) {
    return /^(?:[0-9a-f]{64}|[0-9a-f]{40})\b/.exec(text)?.[0];
}
/** The folder of the working tree itself, and the one that it shares with others: its objects, branches and settings. */
async function findFolders(root) {
    const entry = node_path__WEBPACK_IMPORTED_MODULE_1__.join(root, '.git');
    // A file names the folder; usually it is the folder itself, and reading it yields nothing.
    const [, named] = /^gitdir: (.*)$/m.exec(await readText(entry)) ?? [];
    const own = named === undefined ? entry : node_path__WEBPACK_IMPORTED_MODULE_1__.resolve(root, named);
    // An additional working tree shares the objects and branches of the main one.
    const common = (await readText(node_path__WEBPACK_IMPORTED_MODULE_1__.join(own, 'commondir'))).trim();
    return { own, shared: common === '' ? own : node_path__WEBPACK_IMPORTED_MODULE_1__.resolve(own, common) };
}
/** Empty if it cannot be read. */
async function readText(file) {
    return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, 'utf8').catch(() => '');
}


/***/ }),

/***/ 6:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R5: () => (/* binding */ machineEnvironment),
/* harmony export */   _K: () => (/* binding */ gitEnvironment),
/* harmony export */   dH: () => (/* binding */ readerEnvironment)
/* harmony export */ });
/* harmony import */ var _shared_proxies_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41839);
/* harmony import */ var _git_settings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(394);


/** What git needs from outside: to be found, and to find its libraries, temporary files and certificates. */
const PASSED = new Set([
    'PATH',
    'PATHEXT',
    'SYSTEMROOT',
    'SYSTEMDRIVE',
    'WINDIR',
    'COMSPEC',
    'PROGRAMDATA',
    'TMPDIR',
    'TEMP',
    'TMP',
    'LD_LIBRARY_PATH',
]);
/** What git also needs to reach a server. */
const PASSED_TO_REMOTE = new Set([
    'SSL_CERT_FILE',
    'SSL_CERT_DIR',
    'GIT_SSL_CAINFO',
    'GIT_SSL_CAPATH',
    'ALL_PROXY',
]);
/**
 * The whole environment of a git process that may talk to `remote`, and to no one else. Everything that is not needed
 * is left out: other `GIT_*` variables would change what git does, write traces with the token in them, or lead it to
 * another repository. The token and all settings are passed by `GIT_CONFIG_COUNT` (git 2.31 and newer), so they are in
 * no file and on no command line. `remote.url` must be a URL that can be parsed.
 */
function gitEnvironment(env, remote, own) {
    return {
        ...passedVariables(env, PASSED),
        ...passedVariables(env, PASSED_TO_REMOTE),
        ...proxyVariables(env, remote),
        ...ownVariables(own.folder, [...own.machine, ...(0,_git_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .gitSettings */ .Ug)(remote)]),
        // Only the protocol of our own remote.
        GIT_ALLOW_PROTOCOL: new URL(remote.url).protocol.slice(0, -1),
    };
}
/**
 * The whole environment of a git process that reads objects from `objects` (absolute path) and nothing else: no
 * network, no token, and only our own configuration. Nothing is fetched, even if the objects' own repository would do
 * so.
 */
function readerEnvironment(env, folder, objects) {
    return {
        ...passedVariables(env, PASSED),
        ...ownVariables(folder, (0,_git_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .localSettings */ .f3)()),
        GIT_OBJECT_DIRECTORY: objects,
        GIT_NO_LAZY_FETCH: '1',
        GIT_ALLOW_PROTOCOL: 'none',
    };
}
/**
 * The environment in which git finds the configuration of the system and the user, with `folder` (a bare repository of
 * our own) instead of any around the working directory. It contains nothing about the remote.
 */
function machineEnvironment(env, folder) {
    const homes = ['HOME', 'USERPROFILE', 'HOMEDRIVE', 'HOMEPATH', 'XDG_CONFIG_HOME'];
    const files = ['GIT_CONFIG_GLOBAL', 'GIT_CONFIG_SYSTEM', 'GIT_CONFIG_NOSYSTEM'];
    return {
        ...passedVariables(env, PASSED),
        ...passedVariables(env, new Set([...homes, ...files])),
        GIT_DIR: folder,
        GIT_ALLOW_PROTOCOL: 'none',
        LC_ALL: 'C',
    };
}
function ownVariables(folder, settings) {
    return {
        HOME: folder,
        GIT_DIR: folder,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_CONFIG_COUNT: String(settings.length),
        ...Object.fromEntries(settings.flatMap(([key, value], index) => [
            [`GIT_CONFIG_KEY_${index}`, key],
            [`GIT_CONFIG_VALUE_${index}`, value],
        ])),
        GIT_TERMINAL_PROMPT: '0',
        // The output of git is parsed, so it must not be translated.
        LC_ALL: 'C',
    };
}
/** The variables of `env` whose names are in `names` (in upper case), spelled as they are. */
function passedVariables(env, names) {
    const passed = Object.entries(env).filter((entry) => entry[1] !== undefined && names.has(entry[0].toUpperCase()));
    return Object.fromEntries(passed);
}
function proxyVariables(env, { url }) {
    const { httpProxy, httpsProxy, noProxy } = (0,_shared_proxies_js__WEBPACK_IMPORTED_MODULE_0__/* .readProxies */ .r)(env, [new URL(url).hostname]);
    const variables = { http_proxy: httpProxy, https_proxy: httpsProxy, no_proxy: noProxy };
    return Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
}


/***/ }),

/***/ 51724:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m: () => (/* binding */ judgeGitExit),
  G: () => (/* binding */ judgeGitVersion)
});

// EXTERNAL MODULE: ./shared/describe-error.js
var describe_error = __webpack_require__(82129);
// EXTERNAL MODULE: ./git/remote-words.js
var remote_words = __webpack_require__(34646);
;// CONCATENATED MODULE: ./git/judge-git-error.js

/** By what git writes in the locale C; the first match counts. An HTTP status takes precedence over all of them. */
const SIGNS = [
    // Git says after it that the server hung up.
    [/does not support this repository's hash algorithm/, 'failed'],
    [/No space left on device|Read-only file system/, 'failed'],
    [/Authentication failed|could not read (?:Username|Password)|Invalid username or/i, 'unauthorized'],
    [/Permission to \S+ denied|Write access to repository not granted|access denied/i, 'denied'],
    [/repository '.*' not found|Repository not found/i, 'not-found'],
    [/does not appear to be a git repository|not a git repository/, 'not-found'],
    // Waiting does not change a certificate. An unreadable file of certificates is a fault of this machine.
    [/error setting certificate|certificate bundle/i, 'failed'],
    [/certificate (?:problem|verif)|certificate subject name/i, 'untrusted'],
    [/CONNECT tunnel failed|HTTP code \d+ from proxy/, 'failed'],
    [/Could not resolve|Name or service not known|Failed to connect|Couldn't connect/i, 'offline'],
    [
        /Connection (?:refused|timed out|reset|was reset|closed|died)|Operation (?:timed out|too slow)/i,
        'offline',
    ],
    [/(?:Recv|Send) failure|Empty reply|transfer closed|Broken pipe|curl \d+/i, 'offline'],
    [
        /RPC failed|early EOF|unexpected disconnect|hung up unexpectedly|expected flush|HTTP\/2 stream/i,
        'offline',
    ],
    [/SSL|TLS|handshake/, 'offline'],
];
/**
 * What the output of a failed git command says about its cause; pure. `why` is the server's own words if it sent any.
 * `exitCode` is used only in these words: git's exit codes say nothing about the cause.
 */
function judgeGitError(exitCode, stderr) {
    const kind = judgeStatus(stderr) ?? SIGNS.find(([sign]) => sign.test(stderr))?.[1] ?? 'failed';
    const words = (0,remote_words/* remoteWords */.S)(stderr);
    // Git would have asked for a password; its words about a terminal help no one here.
    if (kind === 'unauthorized' && /^could not read|^Authentication failed|returned error: 401$/.test(words))
        return { kind, why: 'the server does not accept the token, or asks for one and none was given' };
    return { kind, why: words === '' ? `git ended with status ${exitCode} and said nothing` : words };
}
function judgeStatus(stderr) {
    const [, digits] = /(?:returned error: |RPC failed; HTTP )(\d{3})/.exec(stderr) ?? [];
    if (digits === undefined)
        return undefined;
    switch (digits) {
        case '401':
            return 'unauthorized';
        case '403':
            return 'denied';
        case '301':
        case '302':
        case '303':
        case '307':
        case '308':
            return 'redirected';
        case '404':
        case '410':
            return 'not-found';
        case '413':
            return 'refused';
        case '408':
        case '429':
            return 'offline';
        default:
            return Number(digits) >= 500 ? 'offline' : 'failed';
    }
}

// EXTERNAL MODULE: ./git/run-git.js + 1 modules
var run_git = __webpack_require__(54472);
;// CONCATENATED MODULE: ./git/judge-git-exit.js



/** The first version that accepts its configuration, and with it the token, by `GIT_CONFIG_COUNT`. */
const OLDEST = { major: 2, minor: 31 };
const NEEDED = `git ${OLDEST.major}.${OLDEST.minor} or newer is needed`;
/**
 * What a git process printed, or why it failed; pure. `signal` is the one that it ran under: its reason says why git
 * was stopped.
 */
function judgeGitExit(exit, signal) {
    switch (exit.kind) {
        case 'exited':
            return exit.code === 0
                ? { ok: true, value: exit.stdout }
                : { ok: false, error: judgeGitError(exit.code, exit.stderr) };
        case 'stopped':
            return failure('stopped', `git was stopped: ${(0,describe_error/* describeError */.U)(signal.reason)}`);
        case 'killed':
            return failure('failed', `git was ended from outside by ${exit.by}`);
        case 'too-much':
            return failure('failed', `git printed more than ${run_git/* MOST_STDOUT_BYTES */.y} bytes`);
        case 'not-started':
            return exit.error.code === 'ENOENT'
                ? failure('git-missing', `git was not found on the PATH; ${NEEDED}`)
                : failure('failed', `git cannot be started: ${(0,describe_error/* describeError */.U)(exit.error)}`);
    }
}
/** Why git cannot be used, or undefined if `output` (of `git version`) names a version that will do; pure. */
function judgeGitVersion(output) {
    const [, version, major, minor] = /^git version ((\d+)\.(\d+)\S*)/.exec(output) ?? [];
    if (version === undefined)
        return `${NEEDED}; \`git version\` said ${JSON.stringify(output.slice(0, 100))}`;
    const newer = Number(major) - OLDEST.major || Number(minor) - OLDEST.minor;
    return newer < 0 ? `${NEEDED}, but this machine has git ${version}` : undefined;
}
function failure(kind, why) {
    return { ok: false, error: { kind, why } };
}


/***/ }),

/***/ 51791:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ listCommitted)
/* harmony export */ });
/* harmony import */ var _judge_git_exit_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51724);
/* harmony import */ var _list_files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(62942);


/** Far below the 32,767 characters that a command line may have on Windows. */
const MAX_PATH_CHARACTERS = 8000;
/**
 * Entries of a commit at these names (from its root, forward slashes), by name; names that it does not have are
 * missing. A folder is an entry of mode `040000`; one inside a submodule is not found.
 */
async function listCommitted(reader, commit, names, signal) {
    const found = [];
    for (const batch of inBatches([...new Set(names)].filter((name) => name !== ''))) {
        const args = ['--literal-pathspecs', 'ls-tree', '-z', '--full-tree', commit, '--', ...batch];
        const exit = (0,_judge_git_exit_js__WEBPACK_IMPORTED_MODULE_0__/* .judgeGitExit */ .m)(await reader.run(args, signal), signal);
        if (!exit.ok)
            return exit;
        found.push(...(0,_list_files_js__WEBPACK_IMPORTED_MODULE_1__/* .parseTree */ .c)(exit.value.toString()));
    }
    return { ok: true, value: new Map(found.map((entry) => [entry.path, entry])) };
}
function* inBatches(names) {
    let batch = [];
    let characters = 0;
    for (const name of names) {
        if (batch.length > 0 && characters + name.length > MAX_PATH_CHARACTERS) {
            yield batch;
            batch = [];
            characters = 0;
        }
        batch.push(name);
        characters += name.length + 1;
    }
    if (batch.length > 0)
        yield batch;
}


/***/ }),

/***/ 62942:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ listFiles),
/* harmony export */   c: () => (/* binding */ parseTree)
/* harmony export */ });
/** Every file of a commit that was fetched, in git's order. Nothing is asked of the remote. */
async function listFiles(repository, commit, signal) {
    // Without `-l`: git would fetch every file to know the sizes.
    const listed = await repository.run(['ls-tree', '-r', '-z', '--full-tree', commit], { signal });
    return listed.ok ? { ok: true, value: parseTree(listed.value.toString()) } : listed;
}
/** Reads what `git ls-tree -r -z` prints: `<mode> <type> <object>`, a tab, the path, NUL. Throws if it is something else. */
function parseTree(text) {
    return text
        .split('\0')
        .slice(0, -1)
        .map((record) => {
        const [, mode, blob, path] = /^(\d+) \w+ ([0-9a-f]+)\t(.+)$/s.exec(record) ?? [];
        if (mode === undefined || blob === undefined || path === undefined)
            throw new Error(`git ls-tree printed an unknown line: ${record}`);
        return { path, blob, mode };
    });
}


/***/ }),

/***/ 81810:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ createCommittedLookup)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _find_objects_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31126);
/* harmony import */ var _list_committed_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51791);
/* harmony import */ var _object_reader_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6903);
/* harmony import */ var _read_committed_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(29059);





/** Looks up paths in the commit that is checked out in the workspace, or in a folder of it. Throws only the signal's reason. */
function createCommittedLookup(source) {
    return async (paths, signal) => {
        const located = await Promise.all(paths.map(async (name) => {
            const file = node_path__WEBPACK_IMPORTED_MODULE_0__.join(source.workspace, ...name.split('/'));
            return { name, root: await (0,_find_objects_js__WEBPACK_IMPORTED_MODULE_1__/* .findOutermost */ .UY)(source.workspace, file) };
        }));
        const entries = new Map();
        for (const [root, group] of Map.groupBy(located, (item) => item.root)) {
            const names = group.map(({ name }) => name);
            const judge = root === undefined ? NO_REPOSITORY : await lookUpIn(root, names, source, signal);
            for (const name of names)
                entries.set(name, judge(name));
        }
        return entries;
    };
}
const NO_REPOSITORY = () => ({ kind: 'no repository' });
async function lookUpIn({ root, prefix }, names, source, signal) {
    const sha = await (0,_find_objects_js__WEBPACK_IMPORTED_MODULE_1__/* .readHeadCommit */ .g0)(root);
    if (sha === undefined)
        return () => ({ kind: 'unknown', why: 'no checked-out commit was found' });
    const within = (name) => name.slice(prefix.length);
    const wanted = names.map(within);
    const listed = await (0,_object_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .withReader */ .m)(await (0,_find_objects_js__WEBPACK_IMPORTED_MODULE_1__/* .findObjects */ .Qe)(root), { ...source, sha }, async (reader) => {
        return await (0,_list_committed_js__WEBPACK_IMPORTED_MODULE_2__/* .listCommitted */ .h)(reader, sha, [...wanted, ...wanted.flatMap(_read_committed_js__WEBPACK_IMPORTED_MODULE_4__/* .foldersAbove */ .Z)], signal);
    });
    signal.throwIfAborted();
    if (!listed.ok) {
        const { why } = listed.error;
        return () => ({ kind: 'unknown', why });
    }
    return (name) => {
        const above = (0,_read_committed_js__WEBPACK_IMPORTED_MODULE_4__/* .foldersAbove */ .Z)(within(name)).find((folder) => listed.value.get(folder)?.mode === '160000');
        if (above !== undefined)
            return { kind: 'submodule', path: `${prefix}${above}` };
        return kindOf(name, listed.value.get(within(name)));
    };
}
function kindOf(name, entry) {
    switch (entry?.mode) {
        case undefined:
            return { kind: 'absent' };
        case '120000':
            return { kind: 'link' };
        case '160000':
            return { kind: 'submodule', path: name };
        case '040000':
            return { kind: 'folder' };
        default:
            return { kind: 'file' };
    }
}


/***/ }),

/***/ 40908:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ makeGitFolder),
/* harmony export */   i: () => (/* binding */ setObjectFormat)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);


/**
 * Makes an empty bare repository at `folder` (absolute, must not exist; the folders above it are made too). By hand,
 * because `git init` would follow the machine's settings: a template, hooks, another hash, another way to keep refs.
 */
async function makeGitFolder(folder, format = 'sha1') {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(folder), { recursive: true });
    // Only a folder that is new may be removed at the end.
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(folder, { mode: 0o700 });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(node_path__WEBPACK_IMPORTED_MODULE_1__.join(folder, 'objects'));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(node_path__WEBPACK_IMPORTED_MODULE_1__.join(folder, 'refs'));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(node_path__WEBPACK_IMPORTED_MODULE_1__.join(folder, 'HEAD'), 'ref: refs/heads/main\n');
    await setObjectFormat(folder, format);
}
/** Changes the hash of a repository that has no objects yet. */
async function setObjectFormat(folder, format) {
    const lines = ['[core]', '\trepositoryformatversion = 1', '\tbare = true', '[extensions]'];
    const text = [...lines, `\tobjectformat = ${format}`, ''].join('\n');
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(node_path__WEBPACK_IMPORTED_MODULE_1__.join(folder, 'config'), text);
}


/***/ }),

/***/ 6903:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ withReader)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _shared_describe_error_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(82129);
/* harmony import */ var _git_environment_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6);
/* harmony import */ var _make_git_folder_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(40908);
/* harmony import */ var _run_git_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(54472);






/**
 * Does `work` with git in a private bare repository that has nothing of its own and takes its objects from `folder`. So
 * git reads that repository without running in it: neither its configuration nor its owner matters. The private
 * repository is removed afterwards.
 */
async function withReader({ objects, shallow }, { temp, env, sha = '' }, work) {
    let parent;
    try {
        parent = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)(node_path__WEBPACK_IMPORTED_MODULE_1__.join(temp, 'dreamina-read-'));
        const own = node_path__WEBPACK_IMPORTED_MODULE_1__.join(parent, 'repository.git');
        await (0,_make_git_folder_js__WEBPACK_IMPORTED_MODULE_3__/* .makeGitFolder */ .R)(own, sha.length === 64 ? 'sha256' : 'sha1');
        const isShallow = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.copyFile)(shallow, node_path__WEBPACK_IMPORTED_MODULE_1__.join(own, 'shallow')).then(() => true, () => false);
        const variables = (0,_git_environment_js__WEBPACK_IMPORTED_MODULE_2__/* .readerEnvironment */ .dH)(env, own, objects);
        return await work({
            isShallow,
            run: async (args, signal) => await (0,_run_git_js__WEBPACK_IMPORTED_MODULE_4__/* .runGit */ .E)({ args, folder: own, env: variables, signal }),
        });
    }
    catch (error) {
        return { ok: false, error: { kind: 'failed', why: (0,_shared_describe_error_js__WEBPACK_IMPORTED_MODULE_5__/* .describeError */ .U)(error) } };
    }
    finally {
        if (parent !== undefined)
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(parent, { recursive: true, force: true, maxRetries: 5 });
    }
}


/***/ }),

/***/ 29059:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ foldersAbove),
/* harmony export */   r: () => (/* binding */ readCommitted)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _shared_commit_name_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(48588);
/* harmony import */ var _find_objects_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31126);
/* harmony import */ var _list_committed_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51791);
/* harmony import */ var _object_reader_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6903);





/**
 * What this run's commit has at these paths (absolute; links resolved, as far as the files exist). Only the objects of
 * the workspace's own repository are read: none of its configuration, hooks or programs take part, and nothing is
 * fetched. Trees suffice, so a shallow, partial or sparse checkout will do. Throws only the signal's reason.
 */
async function readCommitted(files, source, signal) {
    const { sha = '', workspace } = source;
    const every = (why, some = files) => some.map((file) => [file, failed(why)]);
    if (!(0,_shared_commit_name_js__WEBPACK_IMPORTED_MODULE_4__/* .isCommitName */ .Nf)(sha))
        return new Map(every('the commit of this run is not known'));
    const located = await Promise.all(files.map(async (file) => ({ file, root: (await (0,_find_objects_js__WEBPACK_IMPORTED_MODULE_1__/* .findOutermost */ .UY)(workspace, file))?.root })));
    const found = new Map();
    for (const [root, group] of Map.groupBy(located, (item) => item.root)) {
        const some = group.map(({ file }) => file);
        const answers = root === undefined
            ? every('it is not in a git checkout', some)
            : await readIn(root, some, { ...source, sha }, signal);
        for (const [file, answer] of answers)
            found.set(file, answer);
    }
    return found;
}
async function readIn(root, files, source, signal) {
    const named = files.map((file) => ({ file, name: node_path__WEBPACK_IMPORTED_MODULE_0__.relative(root, file).replaceAll(node_path__WEBPACK_IMPORTED_MODULE_0__.sep, '/') }));
    const short = (0,_shared_commit_name_js__WEBPACK_IMPORTED_MODULE_4__/* .shortCommit */ .Ax)(source.sha);
    const listed = await (0,_object_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .withReader */ .m)(await (0,_find_objects_js__WEBPACK_IMPORTED_MODULE_1__/* .findObjects */ .Qe)(root), source, async (reader) => {
        const names = named.map(({ name }) => name);
        // A submodule is an entry of its own, with nothing below it.
        return await (0,_list_committed_js__WEBPACK_IMPORTED_MODULE_2__/* .listCommitted */ .h)(reader, source.sha, [...names, ...names.flatMap(foldersAbove)], signal);
    });
    signal.throwIfAborted();
    if (!listed.ok) {
        const { kind, why } = listed.error;
        const reason = kind === 'git-missing' ? why : `git cannot read commit ${short} in this checkout (${why})`;
        return files.map((file) => [file, failed(reason)]);
    }
    return named.map(({ file, name }) => [file, judge(name, listed.value, short)]);
}
function judge(name, there, short) {
    const entry = there.get(name);
    if (entry?.mode === '120000')
        return failed(`it is a symbolic link in commit ${short}`);
    if (entry?.mode.startsWith('100') === true)
        return { ok: true, value: entry };
    const submodule = foldersAbove(name)
        .map((folder) => there.get(folder))
        .find((above) => above?.mode === '160000');
    return failed(submodule === undefined
        ? `it is not in commit ${short}`
        : `it is in the submodule ${submodule.path}, not in commit ${short}`);
}
/** The folders that a file at `name` is in, the outermost first. */
function foldersAbove(name) {
    const parts = name.split('/').slice(0, -1);
    return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}
function failed(error) {
    return { ok: false, error };
}


/***/ }),

/***/ 34646:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ remoteWords),
/* harmony export */   c: () => (/* binding */ plainWords)
/* harmony export */ });
/* harmony import */ var _shared_plain_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60295);
/* harmony import */ var _shared_sentence_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47730);


const MOST_CHARACTERS = 600;
/** Progress lines of a server, and lines of git that add nothing to the others. */
const EMPTY = /^(?:$|(?:Resolving|Compressing|Counting|Enumerating|Receiving|Unpacking) |Total |hint:|error: failed to push some refs|fatal: the remote end hung up|fatal: Could not read from remote|Please make sure you have the correct|and the repository exists)/;
/**
 * What went wrong, in one line: the server's own words (`remote: ...`) if there are any, otherwise git's last
 * complaint. Empty if `stderr` says nothing.
 */
function remoteWords(stderr) {
    const lines = stderr.split(/[\r\n]+/).map(plainWords);
    const remote = lines
        .filter((line) => line.startsWith('remote:'))
        .map((line) => line.slice('remote:'.length).trim())
        .filter((line) => !EMPTY.test(line));
    const own = lines.filter((line) => /^(?:fatal|error): /.test(line) && !EMPTY.test(line));
    const last = lines.findLast((line) => line !== '') ?? '';
    const chosen = remote.length > 0 ? remote : own.length > 0 ? own.slice(-1) : [last];
    const words = chosen
        .map((line) => line.replace(/^(?:(?:fatal|error): )+/, ''))
        .map(_shared_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteWords */ .A)
        .join('; ');
    return words.length > MOST_CHARACTERS ? `${words.slice(0, MOST_CHARACTERS)}…` : words;
}
/**
 * Words of git or of a server in one line, without bytes that show nothing: some servers send the zero byte at the end of a
 * message, too, and a pipe may be cut within a character.
 */
function plainWords(said) {
    return (0,_shared_plain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .toPlainLine */ .Ic)(said.replaceAll('\uFFFD', ''));
}


/***/ }),

/***/ 54472:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  y: () => (/* binding */ MOST_STDOUT_BYTES),
  E: () => (/* binding */ runGit)
});

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
;// CONCATENATED MODULE: ./git/capture-stream.js
/** Collects a stream of text, and keeps its last `limit` bytes. */
function captureEnd(stream, limit) {
    let end = Buffer.alloc(0);
    stream.on('data', (chunk) => {
        end = Buffer.concat([end, chunk]).subarray(-limit);
    });
    return () => end.toString();
}
/** Collects a whole stream; as soon as it exceeds `limit` bytes, drops what it has and calls `onTooMuch`. */
function captureAll(stream, limit, onTooMuch) {
    let chunks = [];
    let bytes = 0;
    stream.on('data', (chunk) => {
        const before = bytes;
        bytes += chunk.length;
        if (bytes <= limit)
            chunks.push(chunk);
        else if (before <= limit) {
            chunks = [];
            onTooMuch();
        }
    });
    return () => Buffer.concat(chunks);
}

;// CONCATENATED MODULE: ./git/run-git.js


/** A tree of a million files stays below it. */
const MOST_STDOUT_BYTES = 256 * 1024 * 1024;
const MOST_STDERR_BYTES = 64 * 1024;
/** Runs git without a shell, and waits until it and all processes that write to its pipes have ended. Never throws. */
async function runGit(git) {
    const { signal, input } = git;
    if (signal.aborted)
        return { kind: 'stopped' };
    let child;
    try {
        child = startGit(git);
    }
    catch (error) {
        return { kind: 'not-started', error: error };
    }
    const ended = Promise.withResolvers();
    let why;
    const end = (reason) => {
        why ??= reason;
        endGroup(child);
    };
    const stdout = child.stdout &&
        captureAll(child.stdout, MOST_STDOUT_BYTES, () => {
            end('too-much');
        });
    const stderr = child.stderr && captureEnd(child.stderr, MOST_STDERR_BYTES);
    // A git that ends early does not read its input; its exit status says why, the broken pipe does not.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
    child.on('error', (error) => {
        ended.resolve({ kind: 'not-started', error });
    });
    child.on('close', (code, by) => {
        // Work that was finished counts, even if the signal came at the end.
        if (code !== null && (code === 0 || why === undefined))
            ended.resolve({
                kind: 'exited',
                code,
                stdout: stdout?.() ?? Buffer.alloc(0),
                stderr: stderr?.() ?? '',
            });
        else
            ended.resolve(why === undefined ? { kind: 'killed', by: String(by) } : { kind: why });
    });
    const onAbort = () => {
        end('stopped');
    };
    signal.addEventListener('abort', onAbort, { once: true });
    try {
        return await ended.promise;
    }
    finally {
        signal.removeEventListener('abort', onAbort);
    }
}
function startGit({ args, folder, env, output }) {
    return (0,external_node_child_process_.spawn)('git', args, {
        cwd: folder,
        env,
        stdio: ['pipe', output ?? 'pipe', 'pipe'],
        // A group of its own, so that processes that git started (git-remote-http, for example) are ended with it.
        detached: process.platform !== 'win32',
        windowsHide: true,
    });
}
function endGroup(child) {
    if (child.pid === undefined)
        return;
    if (process.platform === 'win32') {
        child.kill();
        return;
    }
    try {
        // Asked, not killed: a `git receive-pack` of a repository on this machine removes its lock files.
        process.kill(-child.pid, 'SIGTERM');
    }
    catch (error) {
        // The whole group has already ended (macOS says EPERM then).
        if (!['ESRCH', 'EPERM'].includes(error.code ?? ''))
            throw error;
    }
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

/***/ 31822:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  B: () => (/* binding */ createFileCheck)
});

// EXTERNAL MODULE: ./media/formats.js
var formats = __webpack_require__(92974);
;// CONCATENATED MODULE: ./media/walk.js
/** The next `count` bytes in one piece; for small counts. */
function* take(feed, count) {
    const end = feed.at + count;
    if (end <= feed.chunk.length) {
        const bytes = feed.chunk.subarray(feed.at, end);
        feed.at = end;
        return bytes;
    }
    const bytes = Buffer.alloc(count);
    let filled = 0;
    while (filled < count) {
        const piece = yield* next(feed, count - filled);
        filled += piece.copy(bytes, filled);
    }
    return bytes;
}
/** Some of the next bytes, at least one and at most `limit`. */
function* next(feed, limit) {
    while (feed.at === feed.chunk.length)
        yield;
    const piece = feed.chunk.subarray(feed.at, feed.at + limit);
    feed.at += piece.length;
    return piece;
}
/** Passes over `count` bytes. */
function* skip(feed, count) {
    let left = count;
    while (left > 0)
        left -= (yield* next(feed, left)).length;
}
/** Waits for the next byte without taking it; `mayEnd`: whether the file may end instead. */
function* waitForByte(feed, mayEnd) {
    feed.mayEnd = mayEnd;
    while (feed.at === feed.chunk.length)
        yield;
    feed.mayEnd = false;
}
/** Notes the size that a header names; gives what is wrong with it. */
function noteSize(notes, format, size) {
    if (size.width < 1 || size.height < 1)
        return `the ${format}'s header says ${size.width} x ${size.height} pixels`;
    notes.size = size;
    return undefined;
}

;// CONCATENATED MODULE: ./media/walk-gif.js

/** Walks a GIF block by block to its trailer (GIF89a specification). */
function* walkGif(feed, notes) {
    const head = yield* take(feed, 13);
    if (!/^GIF8[79]a/.test(head.toString('latin1', 0, 6)))
        return 'the GIF does not begin with its signature';
    const fault = noteSize(notes, 'GIF', { width: head.readUInt16LE(6), height: head.readUInt16LE(8) });
    if (fault !== undefined)
        return fault;
    yield* skipColors(feed, head.readUInt8(10));
    let sawImage = false;
    for (;;) {
        const kind = (yield* take(feed, 1)).readUInt8();
        switch (kind) {
            case 0x3b:
                return sawImage ? undefined : 'the GIF contains no picture: its trailer comes before any image';
            case 0x21:
                yield* skip(feed, 1);
                break;
            case 0x2c:
                sawImage = true;
                yield* skipColors(feed, (yield* take(feed, 9)).readUInt8(8));
                yield* skip(feed, 1);
                break;
            default:
                return 'the GIF contains an unknown block';
        }
        for (;;) {
            const length = (yield* next(feed, 1))[0] ?? 0;
            if (length === 0)
                break;
            yield* skip(feed, length);
        }
    }
}
/** Passes over the color table that the packed byte of a descriptor announces. */
function* skipColors(feed, packed) {
    if ((packed & 0x80) !== 0)
        yield* skip(feed, 3 * 2 ** ((packed & 7) + 1));
}

;// CONCATENATED MODULE: ./media/exif-orientation.js
/** Sizes of TIFF's integer types, by their codes. Decoders accept all of them for the orientation. */
const INTEGER_BYTES = { 1: 1, 3: 2, 4: 4, 6: 1, 8: 2, 9: 4 };
const ORIENTATION = 0x0112;
/**
 * The orientation (1 to 8) that a block of EXIF names, without its `Exif` prefix: a TIFF header and a first directory
 * (EXIF 2.32, section 4.6). Undefined if it names none, or if the block is malformed: decoders then ignore it.
 */
function readOrientation(tiff) {
    if (tiff.length < 8)
        return undefined;
    const order = tiff.toString('latin1', 0, 2);
    if (order !== 'II' && order !== 'MM')
        return undefined;
    const read = (at, bytes) => order === 'II' ? tiff.readUIntLE(at, bytes) : tiff.readUIntBE(at, bytes);
    if (read(2, 2) !== 42)
        return undefined;
    const start = read(4, 4);
    if (start + 2 > tiff.length)
        return undefined;
    const entries = read(start, 2);
    for (let index = 0; index < entries; index += 1) {
        const at = start + 2 + index * 12;
        if (at + 12 > tiff.length)
            return undefined;
        if (read(at, 2) !== ORIENTATION)
            continue;
        const bytes = INTEGER_BYTES[read(at + 2, 2)];
        if (bytes === undefined || read(at + 4, 4) === 0)
            return undefined;
        const value = read(at + 8, bytes);
        return value >= 1 && value <= 8 ? value : undefined;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./media/jpeg-headers.js
/** Sequential files without Huffman tables use the standard ones (Motion JPEG leaves them out). */
const STANDARD_TABLES = 2;
function createTables() {
    return { quantization: new Set(), dc: new Set(), ac: new Set() };
}
const CODINGS = {
    0xc0: 'sequential',
    0xc1: 'sequential',
    0xc2: 'progressive',
    0xc9: 'arithmetic',
    0xca: 'arithmetic',
};
/** Reads a frame header (ITU T.81, B.2.2); the error is why common decoders refuse it. */
function readFrame(marker, segment) {
    const coding = CODINGS[marker];
    if (coding === undefined)
        return refuse('the JPEG is lossless or hierarchical, which common decoders do not open');
    if (segment.length < 6)
        return refuse("the JPEG's frame header is too short");
    const [precision = 0] = segment;
    if (precision !== 8)
        return refuse(`the JPEG has ${precision} bits per color, and common decoders open only 8`);
    const [height, width, count = 0] = [segment.readUInt16BE(1), segment.readUInt16BE(3), segment[5]];
    if (count !== 1 && count !== 3 && count !== 4)
        return refuse(`the JPEG has ${count} color components, and common decoders open only those with 1, 3 or 4`);
    if (segment.length !== 6 + 3 * count)
        return refuse("the JPEG's frame header has an impossible length");
    const components = new Map();
    for (let at = 6; at < segment.length; at += 3) {
        const [id = 0, sampling = 0, table = 0] = segment.subarray(at, at + 3);
        if (components.has(id))
            return refuse('two color components of the JPEG have the same id');
        if (![sampling >> 4, sampling & 15].every((factor) => factor >= 1 && factor <= 4))
            return refuse('a color component of the JPEG has an impossible sampling factor');
        components.set(id, table);
    }
    return { ok: true, value: { coding, width, height, components } };
}
/** Notes the tables that a segment defines (DQT, DHT; ITU T.81, B.2.4); gives what is wrong with them. */
function noteTable(marker, segment, tables) {
    let at = 0;
    while (at < segment.length) {
        const head = segment[at] ?? 0;
        const [kind, id] = [head >> 4, head & 15];
        if (id > 3 || kind > 1)
            return 'the JPEG defines a table with an impossible number';
        if (marker === 0xdb) {
            tables.quantization.add(id);
            at += 1 + 64 * (kind + 1);
        }
        else {
            (kind === 0 ? tables.dc : tables.ac).add(id);
            at += 17 + segment.subarray(at + 1, at + 17).reduce((sum, count) => sum + count, 0);
        }
    }
    return at === segment.length ? undefined : 'a table of the JPEG has an impossible length';
}
/** Whether a scan (ITU T.81, B.2.3) can be decoded with what came before it; gives why not. */
function checkScan(segment, frame, tables) {
    const [count = 0] = segment;
    if (count < 1 || count > 4 || segment.length !== 4 + 2 * count)
        return 'a scan header of the JPEG has an impossible length';
    const [start = 0, , approximation = 0] = segment.subarray(1 + 2 * count);
    for (let at = 1; at < 1 + 2 * count; at += 2) {
        const [id = 0, huffman = 0] = segment.subarray(at, at + 2);
        const table = frame.components.get(id);
        if (table === undefined)
            return 'a scan of the JPEG is for a color component that its header lacks';
        if (!tables.quantization.has(table))
            return `quantization table ${table} of the JPEG is missing`;
        const missing = missingHuffman(huffman, frame.coding, start, approximation >> 4, tables);
        if (missing !== undefined)
            return `Huffman table ${missing} of the JPEG is missing`;
    }
    return undefined;
}
/** A progressive scan is for the first coefficient (`start` 0) or the others, and refining the first one needs no table. */
function missingHuffman(huffman, coding, start, refines, tables) {
    const [dc, ac] = [huffman >> 4, huffman & 15];
    switch (coding) {
        case 'arithmetic':
            return undefined;
        case 'sequential':
            if (!tables.dc.has(dc) && dc >= STANDARD_TABLES)
                return dc;
            return !tables.ac.has(ac) && ac >= STANDARD_TABLES ? ac : undefined;
        case 'progressive':
            if (start > 0)
                return tables.ac.has(ac) ? undefined : ac;
            return refines === 0 && !tables.dc.has(dc) ? dc : undefined;
    }
}
function refuse(error) {
    return { ok: false, error };
}

;// CONCATENATED MODULE: ./media/jpeg-markers.js

/** The next marker's code. Fill bytes are allowed before it; decoders pass over stray bytes, so this does. */
function* nextMarker(feed) {
    let sawPrefix = false;
    for (;;) {
        const byte = (yield* next(feed, 1))[0];
        if (byte === 0xff)
            sawPrefix = true;
        else if (sawPrefix && byte !== undefined && byte !== 0)
            return byte;
        else
            sawPrefix = false;
    }
}
/**
 * Passes over entropy-coded data to the marker that ends it. In it 0xFF is followed by 0 (a stuffed byte), by a restart
 * marker, or by that marker. The search runs over whole chunks: this is where the time goes.
 */
function* skipScan(feed) {
    for (;;) {
        const { chunk } = feed;
        let prefix = chunk.indexOf(0xff, feed.at);
        while (prefix !== -1 && prefix + 1 < chunk.length) {
            const code = chunk[prefix + 1] ?? 0;
            if (code === 0xff)
                prefix += 1;
            else if (isData(code))
                prefix = chunk.indexOf(0xff, prefix + 2);
            else {
                feed.at = prefix + 2;
                return code;
            }
        }
        feed.at = chunk.length;
        if (prefix === -1) {
            yield;
            continue;
        }
        // The prefix is the chunk's last byte: its code is in the next one, perhaps after fill bytes.
        let code = 0xff;
        while (code === 0xff)
            code = (yield* next(feed, 1))[0] ?? 0;
        if (!isData(code))
            return code;
    }
}
function isData(code) {
    return code === 0 || (code >= 0xd0 && code <= 0xd7);
}

;// CONCATENATED MODULE: ./media/walk-jpeg.js




const EXIF = 'Exif\0\0';
/**
 * Walks a JPEG marker by marker to its end marker (ITU T.81, annex B), through the entropy-coded data of every scan.
 * What follows the end marker (more pictures, vendor data) is not looked at. Stray bytes between segments are accepted,
 * as decoders do.
 */
function* walkJpeg(feed, notes) {
    const start = yield* take(feed, 2);
    if (start.readUInt16BE() !== 0xffd8)
        return 'the JPEG does not begin with its start marker';
    const tables = createTables();
    let frame;
    let sawScan = false;
    let sawExif = false;
    let marker = yield* nextMarker(feed);
    for (;;) {
        if (marker === 0xd9)
            return sawScan
                ? undefined
                : 'the JPEG contains no picture: its end marker comes before any picture data';
        if (marker === 0xd8)
            return 'the JPEG contains a second start marker';
        if (isStandalone(marker)) {
            marker = yield* nextMarker(feed);
            continue;
        }
        const length = (yield* take(feed, 2)).readUInt16BE() - 2;
        if (length < 0)
            return `a segment of the JPEG (0x${marker.toString(16)}) has an impossible length`;
        if (marker === 0xda) {
            if (frame === undefined)
                return 'picture data of the JPEG comes before its frame header';
            const fault = checkScan(yield* take(feed, length), frame, tables);
            if (fault !== undefined)
                return fault;
            sawScan = true;
            marker = yield* skipScan(feed);
            continue;
        }
        if (isFrameHeader(marker)) {
            if (frame !== undefined)
                return 'the JPEG contains two frame headers';
            const read = readFrame(marker, yield* take(feed, length));
            if (!read.ok)
                return read.error;
            frame = read.value;
            const fault = noteSize(notes, 'JPEG', frame);
            if (fault !== undefined)
                return fault;
        }
        else if (marker === 0xc4 || marker === 0xdb) {
            const fault = noteTable(marker, yield* take(feed, length), tables);
            if (fault !== undefined)
                return fault;
        }
        else if (marker === 0xe1 && !sawScan && !sawExif)
            sawExif = yield* readExif(feed, length, notes);
        else
            yield* skip(feed, length);
        marker = yield* nextMarker(feed);
    }
}
/** Notes the orientation of a segment that contains EXIF; false for one that contains something else, such as XMP. */
function* readExif(feed, length, notes) {
    const prefix = yield* take(feed, Math.min(length, EXIF.length));
    const isExif = prefix.toString('latin1') === EXIF;
    if (!isExif)
        yield* skip(feed, length - prefix.length);
    else {
        // Only the first block counts for decoders, even if it names no orientation and a later one does.
        const orientation = readOrientation(yield* take(feed, length - prefix.length));
        if (orientation !== undefined)
            notes.orientation = orientation;
    }
    return isExif;
}
/** Markers without a length: TEM and restarts. */
function isStandalone(code) {
    return code === 0x01 || (code >= 0xd0 && code <= 0xd7);
}
/** SOF0 to SOF15, without the tables among them (DHT, JPG, DAC). */
function isFrameHeader(code) {
    return code >= 0xc0 && code <= 0xcf && code !== 0xc4 && code !== 0xc8 && code !== 0xcc;
}

;// CONCATENATED MODULE: ./media/walk-mp4.js

/**
 * Walks the top-level boxes of an MP4 (ISO 14496-12, section 4.2). It has no end marker: it is whole
 * if its index (`moov`) and its media (`mdat`) are present and the last box ends with the file. A box that
 * extends to the end of the file cannot show a cut.
 */
function* walkMp4(feed) {
    const seen = new Set();
    for (;;) {
        yield* waitForByte(feed, isWhole(seen));
        const head = yield* take(feed, 8);
        const name = head.toString('latin1', 4);
        if (seen.size === 0 && name !== 'ftyp')
            return 'the MP4 does not begin with its file type box';
        seen.add(name);
        let length = head.readUInt32BE();
        let headBytes = 8;
        if (length === 0) {
            // The last box, which extends to the end of the file.
            if (!isWhole(seen))
                return 'the last box of the MP4 comes before its index and its media';
            return undefined;
        }
        if (length === 1) {
            length = Number((yield* take(feed, 8)).readBigUInt64BE());
            headBytes = 16;
        }
        if (length < headBytes)
            return 'a box of the MP4 has an impossible length';
        yield* skip(feed, length - headBytes);
    }
}
function isWhole(seen) {
    return seen.has('moov') && seen.has('mdat');
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ./media/png-order.js
function createChunkOrder() {
    return {
        sawHeader: false,
        sawPalette: false,
        sawExif: false,
        sawData: false,
        isDataOver: false,
        needsPalette: false,
    };
}
const CRITICAL = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND']);
/**
 * Whether a chunk may come here, with this length (PNG, third edition, section 5.6); gives why decoders refuse it, and
 * notes it.
 */
function checkOrder(order, name, length) {
    if (name === 'CgBI' && !order.sawHeader)
        return "the PNG is in Xcode's own form (CgBI), which only Apple's programs open";
    if (!order.sawHeader && name !== 'IHDR')
        return 'the PNG does not begin with its header (IHDR)';
    // The case of the first letter says whether a decoder must know it, that of the third is reserved.
    if (/^[A-Z]/.test(name) && !CRITICAL.has(name))
        return `the PNG contains an unknown critical chunk (${name})`;
    if (/^..[a-z]/.test(name))
        return `the PNG contains a chunk with a reserved name (${name})`;
    if (order.sawData && name !== 'IDAT')
        order.isDataOver = true;
    switch (name) {
        case 'IHDR':
            if (order.sawHeader)
                return 'the PNG contains two headers (IHDR)';
            order.sawHeader = true;
            return undefined;
        case 'PLTE':
            return checkPalette(order, length);
        case 'IDAT':
            if (order.isDataOver)
                return 'the picture data of the PNG is scattered: other chunks are between its parts';
            if (order.needsPalette && !order.sawPalette)
                return 'the PNG uses a palette and contains none';
            order.sawData = true;
            return undefined;
        case 'IEND':
            return order.sawData ? undefined : 'the PNG contains no picture: it ends before any picture data';
        default:
            return undefined;
    }
}
/** In a picture that does not use it, a palette is a hint that decoders skip if it is odd. */
function checkPalette(order, length) {
    if (order.sawPalette)
        return 'the PNG contains two palettes';
    order.sawPalette = true;
    const isValid = length > 0 && length <= 768 && length % 3 === 0;
    return order.needsPalette && !isValid
        ? `the PNG's palette has an impossible length (${length})`
        : undefined;
}

;// CONCATENATED MODULE: ./media/png-header.js
/** Samples per pixel and the bit depths allowed, by color type (PNG, third edition, section 11.2.1). */
const COLOR_TYPES = {
    0: [1, [1, 2, 4, 8, 16]],
    2: [3, [8, 16]],
    3: [1, [1, 2, 4, 8]],
    4: [2, [8, 16]],
    6: [4, [8, 16]],
};
/** Reads the 13 bytes of IHDR; the error is why decoders refuse it. */
function readPngHeader(data) {
    const [depth = 0, color = 0, compression = 0, filter = 0, interlace = 0] = data.subarray(8);
    const [samples, depths] = COLOR_TYPES[color] ?? [0, []];
    if (!depths.includes(depth))
        return png_header_refuse(`the PNG's header combines color type ${color} with ${depth} bits, which does not exist`);
    if (compression !== 0)
        return png_header_refuse(`the PNG uses the unknown compression method ${compression}`);
    if (filter !== 0)
        return png_header_refuse(`the PNG uses the unknown filter method ${filter}`);
    if (interlace > 1)
        return png_header_refuse(`the PNG uses the unknown interlace method ${interlace}`);
    const [width, height] = [data.readUInt32BE(0), data.readUInt32BE(4)];
    if (width >= 2 ** 31 || height >= 2 ** 31)
        return png_header_refuse(`the PNG's header says ${width} x ${height} pixels`);
    return {
        ok: true,
        value: {
            width,
            height,
            bitsPerPixel: samples * depth,
            usesPalette: color === 3,
            isInterlaced: interlace === 1,
        },
    };
}
function png_header_refuse(error) {
    return { ok: false, error };
}

;// CONCATENATED MODULE: ./media/walk-png.js





const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
const MAX_CHUNK_BYTES = 2 ** 31 - 1;
const HEADER_BYTES = 13;
/** The largest block of EXIF that is read for its orientation. JPEG allows no more than this. */
const MAX_EXIF_BYTES = 64 * 1024;
/**
 * Walks a PNG chunk by chunk to IEND (PNG, third edition, section 5), checking each chunk's checksum, and refuses what
 * decoders refuse. The compressed pixels go to `notes.pixels`.
 */
function* walkPng(feed, notes) {
    if (!(yield* take(feed, 8)).equals(SIGNATURE))
        return 'the PNG does not begin with its signature';
    const order = createChunkOrder();
    for (;;) {
        const head = yield* take(feed, 8);
        const length = head.readUInt32BE();
        const name = head.toString('latin1', 4);
        if (!/^[A-Za-z]{4}$/.test(name) || length > MAX_CHUNK_BYTES)
            return 'the PNG contains something that is not a chunk';
        const fault = checkOrder(order, name, length);
        if (fault !== undefined)
            return fault;
        let checksum = (0,external_node_zlib_.crc32)(head.subarray(4));
        const isWanted = name === 'IHDR' || (name === 'eXIf' && length <= MAX_EXIF_BYTES);
        const data = isWanted ? Buffer.from(yield* take(feed, length)) : undefined;
        if (data !== undefined)
            checksum = (0,external_node_zlib_.crc32)(data, checksum);
        for (let left = data === undefined ? length : 0; left > 0;) {
            const piece = yield* next(feed, left);
            checksum = (0,external_node_zlib_.crc32)(piece, checksum);
            if (name === 'IDAT')
                notes.pixels?.take(piece);
            left -= piece.length;
        }
        if ((yield* take(feed, 4)).readUInt32BE() !== checksum)
            return `the checksum of the PNG's ${name} chunk does not match`;
        if (name === 'IEND')
            return undefined;
        if (data === undefined)
            continue;
        const found = name === 'IHDR' ? readHeader(data, notes) : undefined;
        if (typeof found === 'string')
            return found;
        if (found !== undefined)
            order.needsPalette = found.usesPalette;
        // As decoders do: only the first block counts, and only in front of the pixels.
        else if (!order.sawData && !order.sawExif) {
            order.sawExif = true;
            const orientation = readOrientation(data);
            if (orientation !== undefined)
                notes.orientation = orientation;
        }
    }
}
function readHeader(data, notes) {
    if (data.length !== HEADER_BYTES)
        return `the PNG's header has ${data.length} bytes instead of 13`;
    const header = readPngHeader(data);
    if (!header.ok)
        return header.error;
    const fault = noteSize(notes, 'PNG', { width: header.value.width, height: header.value.height });
    if (fault !== undefined)
        return fault;
    notes.pixels?.begin(header.value);
    return header.value;
}

;// CONCATENATED MODULE: ./media/walk-webm.js

const EBML = 0x1a45dfa3;
const SEGMENT = 0x18538067;
const CLUSTER = 0x1f43b675;
/**
 * Walks the elements of a WebM (RFC 8794, RFC 9559). A segment that names its length must be complete.
 * A live recording names none: then a cut is seen only if it goes through an element.
 */
function* walkWebm(feed) {
    if ((yield* readId(feed)) !== EBML)
        return 'the WebM does not begin with its header';
    yield* skip(feed, (yield* readLength(feed)) ?? 0);
    // Other elements (padding) may come between the header and the segment.
    for (;;) {
        const id = yield* readId(feed);
        const length = yield* readLength(feed);
        if (id === SEGMENT && length !== undefined) {
            yield* skip(feed, length);
            return length > 0 ? undefined : 'the WebM contains no media';
        }
        if (id === SEGMENT)
            break;
        if (length === undefined)
            return 'an element of the WebM has no length';
        yield* skip(feed, length);
    }
    let sawCluster = false;
    for (;;) {
        yield* waitForByte(feed, sawCluster);
        const id = yield* readId(feed);
        const length = yield* readLength(feed);
        if (id === CLUSTER)
            sawCluster = true;
        // An element without a length is entered: its children are read as its siblings would be.
        if (length !== undefined)
            yield* skip(feed, length);
        else if (id !== CLUSTER)
            return 'an element of the WebM has no length';
    }
}
/** An element's id, its length marker included. */
function* readId(feed) {
    const first = (yield* next(feed, 1))[0] ?? 0;
    const extra = Math.clz32(first) - 24;
    // Ids have at most four bytes; anything else is no id, and compares unequal to all.
    if (extra > 3)
        return -1;
    return Buffer.concat([Buffer.of(first), yield* take(feed, extra)]).readUIntBE(0, extra + 1);
}
/** An element's length in bytes; undefined if the element says that it is unknown. */
function* readLength(feed) {
    const first = (yield* next(feed, 1))[0] ?? 0;
    const extra = Math.clz32(first) - 24;
    if (extra > 7)
        return undefined;
    let length = first & (0x7f >> extra);
    let allOnes = length === 0x7f >> extra;
    for (const byte of yield* take(feed, extra)) {
        length = length * 256 + byte;
        allOnes &&= byte === 0xff;
    }
    return allOnes ? undefined : length;
}

;// CONCATENATED MODULE: ./media/walk-webp.js

/** The most that is read of a chunk to find the canvas. */
const CANVAS_BYTES = 10;
/**
 * Walks a WebP chunk by chunk to the end that its RIFF header announces (RFC 9649, section 2). EXIF is at the end of
 * the file, and browsers ignore its orientation in a WebP, so it is ignored here as well.
 */
function* walkWebp(feed, notes) {
    const head = yield* take(feed, 12);
    if (head.toString('latin1', 0, 4) !== 'RIFF' || head.toString('latin1', 8) !== 'WEBP')
        return 'the WebP does not begin with its signature';
    let left = head.readUInt32LE(4) - 4;
    let sawPicture = false;
    while (left >= 8) {
        const chunk = yield* take(feed, 8);
        const name = chunk.toString('latin1', 0, 4);
        const length = chunk.readUInt32LE(4);
        left -= 8;
        if (length > left)
            return 'a chunk of the WebP is longer than the file claims to be';
        // Chunks are padded to an even length; some writers leave out the last one's padding.
        const padded = Math.min(length + (length % 2), left);
        left -= padded;
        if (notes.size !== undefined)
            yield* skip(feed, padded);
        else {
            const start = yield* take(feed, Math.min(length, CANVAS_BYTES));
            const size = readCanvas(name, start);
            if (size === undefined)
                return "the WebP's header cannot be read";
            const fault = noteSize(notes, 'WebP', size);
            if (fault !== undefined)
                return fault;
            yield* skip(feed, padded - start.length);
        }
        if (name === 'VP8 ' || name === 'VP8L' || name === 'ANMF')
            sawPicture = true;
    }
    yield* skip(feed, left);
    return sawPicture ? undefined : 'the WebP contains no picture';
}
/** The canvas that a first chunk of one of three forms describes; undefined for any other chunk. */
function readCanvas(name, data) {
    switch (name) {
        case 'VP8X':
            if (data.length < 10)
                return undefined;
            return { width: data.readUIntLE(4, 3) + 1, height: data.readUIntLE(7, 3) + 1 };
        case 'VP8L': {
            if (data.length < 5 || data[0] !== 0x2f)
                return undefined;
            const bits = data.readUInt32LE(1);
            return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
        }
        case 'VP8 ':
            if (data.length < 10 || data.readUIntBE(3, 3) !== 0x9d012a)
                return undefined;
            return { width: data.readUInt16LE(6) & 0x3fff, height: data.readUInt16LE(8) & 0x3fff };
        default:
            return undefined;
    }
}

;// CONCATENATED MODULE: ./media/check-file.js







const WALKS = {
    'image/jpeg': walkJpeg,
    'image/png': walkPng,
    'image/webp': walkWebp,
    'image/gif': walkGif,
    'video/mp4': walkMp4,
    'video/webm': walkWebm,
};
/**
 * Checks the structure of a file, from its first byte to its own end, while it is read or downloaded, and notes its size
 * on the way: a header that reads well does not show that the rest is missing. Bytes after the end are accepted. Holds
 * no more than one chunk and one metadata segment. `pixels` gets the compressed pixels of a PNG.
 */
function createFileCheck(type, pixels) {
    const feed = { chunk: Buffer.alloc(0), at: 0, mayEnd: false };
    const notes = { ...(pixels && { pixels }) };
    const walk = WALKS[type](feed, notes);
    let state = walk.next();
    let bytes = 0;
    function findFault() {
        if (state.done === true)
            return state.value;
        if (feed.mayEnd)
            return undefined;
        if (bytes === 0)
            return 'the file is empty';
        return `the ${formats/* FORMATS */.hR[type].name} is cut off after ${bytes} bytes`;
    }
    return {
        push(chunk) {
            bytes += chunk.length;
            if (state.done === true || chunk.length === 0)
                return;
            feed.chunk = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
            feed.at = 0;
            state = walk.next();
            feed.chunk = feed.chunk.subarray(0, 0);
            feed.at = 0;
        },
        finish() {
            const fault = findFault();
            return {
                ...(fault !== undefined && { fault }),
                ...(notes.size && { dimensions: turn(notes.size, notes.orientation) }),
            };
        },
    };
}
/** Orientations 5 to 8 turn the picture by a quarter (EXIF 2.32, tag 0x0112). */
function turn({ width, height }, orientation = 1) {
    return orientation >= 5 ? { width: height, height: width } : { width, height };
}


/***/ }),

/***/ 88424:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SX: () => (/* binding */ isCheckedType),
/* harmony export */   sM: () => (/* binding */ detectMediaType)
/* harmony export */ });
/* unused harmony export DETECTION_BYTES */
/** With this many bytes from a file's beginning, `detectMediaType` always gives its final answer. */
const DETECTION_BYTES = 64;
/** Beginnings that are enough to recognize a type. Text is latin1: one character for each byte. */
const SIGNATURES = [
    [/^\xff\xd8\xff/, 'image/jpeg'],
    [/^\x89PNG\r\n\x1a\n/, 'image/png'],
    [/^GIF8[79]a/, 'image/gif'],
    [/^RIFF....WEBP/s, 'image/webp'],
    // Matroska and WebM begin alike; the DocType (element 0x4282, then its length) distinguishes them.
    [/^\x1a\x45\xdf\xa3.*?\x42\x82[^a-z]{1,8}webm/s, 'video/webm'],
    [/^\x1a\x45\xdf\xa3.*?\x42\x82[^a-z]{1,8}matroska/s, 'video/x-matroska'],
    [/^(?:\xff\x0a|\0\0\0\x0cJXL \r\n\x87\n)/, 'image/jxl'],
    [/^(?:\xff\x4f\xff\x51|\0\0\0\x0cjP {2}\r\n\x87\n)/, 'image/jp2'],
    // The second pair is BigTIFF.
    [/^(?:II\*\0|MM\0\*|II\+\0\x08\0\0\0|MM\0\+\0\x08\0\0)/, 'image/tiff'],
    // With the length of a header that exists, as two letters are little.
    [/^BM.{12}[\x0c\x28\x34\x38\x40\x6c\x7c]\0\0\0/s, 'image/bmp'],
    // 1 to 255 pictures, the first of which has a reserved zero and at most one color plane.
    [/^\0\0\x01\0[^\0]\0.{3}\0[\0\x01]\0/s, 'image/x-icon'],
    // QuickTime from before the file type box.
    [/^.{4}(?:moov|mdat|wide|pnot)/s, 'video/quicktime'],
];
/**
 * What a picture or video is by its first bytes (`DETECTION_BYTES`, or all of a shorter file). Undefined for everything
 * else, sound and raw camera files in the same containers included.
 */
function detectMediaType(head) {
    const { buffer, byteOffset, length } = head;
    const text = Buffer.from(buffer, byteOffset, Math.min(length, DETECTION_BYTES)).toString('latin1');
    if (text.slice(4, 8) === 'ftyp' && text.length >= 12)
        return typeOfBrands(text);
    return SIGNATURES.find(([pattern]) => pattern.test(text))?.[1];
}
const CHECKED = new Set([
    'image/jpeg',
    'image/png',
    'image/webp',
    'image/gif',
    'video/mp4',
    'video/webm',
]);
/** Whether files of this type can be checked to their last byte. */
function isCheckedType(type) {
    return CHECKED.has(type);
}
const AVIF = /^avi[fso]$/;
const HEIC = /^(?:hei[cfmsx]|hev[cmsx])$/;
/** Brands of ISO 14496-12 for a picture in any codec: those it is compatible with say which. */
const ANY_PICTURE = /^(?:mif[12]|msf1|miaf|MA1[AB])$/;
const NEITHER = /^(?:crx |M4[AB] )$/;
/** The type behind a file type box (ISO 14496-12, section 4.3): a major brand, a version, and compatible brands. */
function typeOfBrands(text) {
    const end = Math.min(text.length, Buffer.from(text.slice(0, 4), 'latin1').readUInt32BE());
    const major = text.slice(8, 12);
    const compatible = text.slice(16, end).match(/.{4}/gs) ?? [];
    if (NEITHER.test(major))
        return undefined;
    if (major === 'qt  ')
        return 'video/quicktime';
    if (/^jp[2xm] $/.test(major))
        return 'image/jp2';
    if (AVIF.test(major))
        return 'image/avif';
    if (HEIC.test(major))
        return 'image/heic';
    if (!ANY_PICTURE.test(major))
        return 'video/mp4';
    return compatible.some((brand) => AVIF.test(brand)) ? 'image/avif' : 'image/heic';
}


/***/ }),

/***/ 92974:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z2: () => (/* binding */ MEDIA_TYPES),
/* harmony export */   hR: () => (/* binding */ FORMATS),
/* harmony export */   i_: () => (/* binding */ fileExtension),
/* harmony export */   sE: () => (/* binding */ shownAs)
/* harmony export */ });
const FORMATS = {
    'image/jpeg': { name: 'JPEG', described: 'a JPEG', extension: 'jpg' },
    'image/png': { name: 'PNG', described: 'a PNG', extension: 'png' },
    'image/webp': { name: 'WebP', described: 'a WebP picture', extension: 'webp' },
    'image/gif': { name: 'GIF', described: 'a GIF', extension: 'gif' },
    'image/avif': { name: 'AVIF', described: 'an AVIF picture', extension: 'avif' },
    'image/heic': { name: 'HEIC', described: 'a HEIC picture', extension: 'heic' },
    'image/jxl': { name: 'JPEG XL', described: 'a JPEG XL picture', extension: 'jxl' },
    'image/jp2': { name: 'JPEG 2000', described: 'a JPEG 2000 picture', extension: 'jp2' },
    'image/tiff': { name: 'TIFF', described: 'a TIFF picture', extension: 'tiff' },
    'image/bmp': { name: 'BMP', described: 'a BMP picture', extension: 'bmp' },
    'image/x-icon': { name: 'ICO', described: 'an ICO icon', extension: 'ico' },
    'video/mp4': { name: 'MP4', described: 'an MP4 video', extension: 'mp4' },
    'video/webm': { name: 'WebM', described: 'a WebM video', extension: 'webm' },
    'video/quicktime': { name: 'MOV', described: 'a QuickTime video (MOV)', extension: 'mov' },
    'application/octet-stream': { name: 'file', described: 'of an unknown kind', extension: 'bin' },
    'video/x-matroska': { name: 'MKV', described: 'a Matroska video (MKV)', extension: 'mkv' },
};
/** All types that may be on a branch and in a lock file. */
const MEDIA_TYPES = Object.keys(FORMATS).filter((type) => type !== 'application/octet-stream');
/** Pictures that are stored as such, though no common browser shows them. */
const NOT_IN_BROWSERS = new Set([
    'image/heic',
    'image/jxl',
    'image/jp2',
    'image/tiff',
    'application/octet-stream',
]);
/** How a page shows a file of this type: `link` if browsers cannot show it. */
function shownAs(type) {
    if (NOT_IN_BROWSERS.has(type))
        return 'link';
    return type.startsWith('video/') ? 'video' : 'picture';
}
/** The usual file extension of a type, without the dot. */
function fileExtension(type) {
    return FORMATS[type].extension;
}


/***/ }),

/***/ 2936:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hc: () => (/* binding */ IDENTITY_BYTES),
/* harmony export */   NS: () => (/* binding */ isLfsPointer),
/* harmony export */   Ui: () => (/* binding */ identifyContent)
/* harmony export */ });
/* harmony import */ var _detect_type_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88424);
/* harmony import */ var _formats_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92974);


/** With this many bytes from a file's beginning, `identifyContent` always gives its final answer. */
const IDENTITY_BYTES = 1024;
const TEXTS = [
    [/^version https:\/\/git-lfs\.github\.com\/spec\/v1/, 'a Git LFS pointer'],
    [/^<(?:!doctype html|html|head|body)/i, 'an HTML page'],
    [/^(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)*(?:<!doctype svg[^>]*>\s*)?<svg/i, 'an SVG drawing'],
    [/^<\?xml/i, 'an XML document'],
    [/^[[{]/, 'JSON'],
];
const PROGRAM = /^(?:MZ|\x7fELF|\xfe\xed\xfa[\xce\xcf]|[\xce\xcf]\xfa\xed\xfe|\xca\xfe\xba\xbe|\0asm|dex\n|BC\xc0\xde|L\0\0\0\x01\x14\x02\0)/;
const BINARIES = [
    [/^%PDF-/, 'a PDF'],
    [/^8BPS/, 'a Photoshop file'],
    [/^PK\x03\x04/, 'a ZIP archive'],
];
/** Judges the first `IDENTITY_BYTES` of a file, or all of a shorter one. */
function identifyContent(head) {
    const type = (0,_detect_type_js__WEBPACK_IMPORTED_MODULE_0__/* .detectMediaType */ .sM)(head);
    if (type !== undefined)
        return { kind: 'media', type, described: _formats_js__WEBPACK_IMPORTED_MODULE_1__/* .FORMATS */ .hR[type].described };
    const bytes = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, IDENTITY_BYTES));
    const raw = bytes.toString('latin1');
    const text = raw.replace(/^\xef\xbb\xbf/, '').trimStart();
    if (text === '')
        return { kind: 'empty', described: 'empty' };
    if (PROGRAM.test(raw))
        return { kind: 'program', described: 'a program' };
    const named = TEXTS.find(([pattern]) => pattern.test(text))?.[1];
    if (isMarkup(raw, text))
        return { kind: 'text', described: named ?? 'text' };
    const binary = BINARIES.find(([pattern]) => pattern.test(raw))?.[1];
    if (binary !== undefined)
        return { kind: 'binary', described: binary };
    return /^[\t\n\f\r\x1b\x20-\x7e\x80-\xff]*$/.test(raw)
        ? { kind: 'text', described: named ?? 'text' }
        : { kind: 'binary', described: 'of an unknown kind' };
}
/** What browsers may take for a document whatever follows, also in two bytes for each character. */
function isMarkup(raw, text) {
    return /^<[a-z!?/]/i.test(text) || /^(?:\xff\xfe|\xfe\xff|<\0|\0<)/.test(raw);
}
/** Whether a file's first bytes are those of a Git LFS pointer, committed instead of a file that was not fetched. */
function isLfsPointer(head) {
    return identifyContent(head).described === 'a Git LFS pointer';
}


/***/ }),

/***/ 51186:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ SOURCE_TYPES),
/* harmony export */   q: () => (/* binding */ composeMark)
/* harmony export */ });
/* harmony import */ var _xmp_namespaces_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88678);

/** Terms of the IPTC's vocabulary for where a picture comes from (cv.iptc.org/newscodes/digitalsourcetype). */
const SOURCE_TYPES = [
    'trainedAlgorithmicMedia',
    'compositeWithTrainedAlgorithmicMedia',
    'compositeSynthetic',
    'algorithmicallyEnhanced',
];
const VOCABULARY = 'http://cv.iptc.org/newscodes/digitalsourcetype/';
/** The properties of a mark (IPTC Photo Metadata Standard 2025.1, and the creator tool of XMP). */
function composeMark({ sourceType, system, prompt }) {
    const iptc = { prefix: 'Iptc4xmpExt', namespace: _xmp_namespaces_js__WEBPACK_IMPORTED_MODULE_0__.NS.iptc };
    return [
        { ...iptc, local: 'DigitalSourceType', value: `${VOCABULARY}${sourceType}` },
        { ...iptc, local: 'AISystemUsed', value: system },
        ...(prompt === undefined ? [] : [{ ...iptc, local: 'AIPromptInformation', value: prompt }]),
        { prefix: 'xmp', namespace: _xmp_namespaces_js__WEBPACK_IMPORTED_MODULE_0__.NS.xmp, local: 'CreatorTool', value: `${system}, dreamina-edit-action` },
    ];
}


/***/ }),

/***/ 88678:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NS: () => (/* binding */ NS)
/* harmony export */ });
/** The namespaces that are read or written here. */
const NS = {
    rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
    meta: 'adobe:ns:meta/',
    xmp: 'http://ns.adobe.com/xap/1.0/',
    iptc: 'http://iptc.org/std/Iptc4xmpExt/2008-02-29/',
    dcterms: 'http://purl.org/dc/terms/',
    note: 'http://ns.adobe.com/xmp/note/',
    aigc: 'http://www.tc260.org.cn/ns/AIGC/1.0/',
};


/***/ }),

/***/ 16193:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ DEFAULT_MODEL)
/* harmony export */ });
/* harmony import */ var _shared_model_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50962);
/* harmony import */ var _read_model_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12068);


const SCHEMA = {
    type: 'object',
    required: ['image_urls', 'prompt'],
    properties: {
        image_urls: {
            type: 'array',
            items: { type: 'string', format: 'image_uri' },
            validations: [
                { validation_rule: 'file_size_mb<=', validation_value: 15 },
                { validation_rule: 'width_pixels<=', validation_value: 4096 },
                { validation_rule: 'height_pixels<=', validation_value: 4096 },
                { validation_rule: 'width/height≥', validation_value: '0.33' },
                { validation_rule: 'width/height≤', validation_value: '3' },
            ],
            minItems: 1,
            maxItems: 10,
        },
        prompt: { type: 'string', maxLength: 800 },
        'width×height': {
            type: 'string',
            enum: [
                '1024x1024(1:1)',
                '2048x2048(1:1)',
                '2304x1728(4:3)',
                '2496x1664(3:2)',
                '2560x1440(16:9)',
                '3024x1296(21:9)',
                '4096x4096(1:1)',
                '4694x3520(4:3)',
                '4992x3328(3:2)',
                '5404x3040(16:9)',
                '6198x2656(21:9)',
            ],
        },
        scale: { type: 'float', minimum: 0, maximum: 1 },
        force_single: { type: 'boolean' },
    },
};
function createDefaultModel() {
    const read = (0,_read_model_js__WEBPACK_IMPORTED_MODULE_0__/* .readModel */ .k)(_shared_model_js__WEBPACK_IMPORTED_MODULE_1__/* .MODEL */ .A, SCHEMA);
    if (!read.ok)
        throw new Error(`The schema of ${_shared_model_js__WEBPACK_IMPORTED_MODULE_1__/* .MODEL */ .A} cannot be read: ${read.error}`);
    const { references } = read.value;
    // The page says "within [1/3, 3]"; its rule rounds the first number.
    const limits = {
        ...references.limits,
        ratio: { ...references.limits.ratio, least: { value: 1 / 3, isOpen: false } },
    };
    return { ...read.value, references: { ...references, limits } };
}
/** The model that makes the edits if the spec names none. It is built in, so that it works without asking anyone. */
const DEFAULT_MODEL = createDefaultModel();


/***/ }),

/***/ 13316:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ fitValue),
/* harmony export */   k: () => (/* binding */ fitOptions)
/* harmony export */ });
/* harmony import */ var _shared_is_map_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76144);
/* harmony import */ var _shared_map_values_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99864);


/**
 * Options as the model asks for them; pure. A value of the matrix or of `vars` has the type that it has there, and may be text
 * as it is written (`0.50`). Values that obey the rules already stay as they are.
 */
function fitOptions(rules, options) {
    return (0,_shared_map_values_js__WEBPACK_IMPORTED_MODULE_0__/* .mapValues */ .L)(options, (value, key) => fitValue(rules?.get(key), value));
}
/** A value in the type that a rule asks for; as it is if that cannot be. */
function fitValue(rule, value) {
    if (rule === undefined || rule.type === 'image')
        return value;
    if (Array.isArray(value)) {
        const items = rule.type === 'list' ? rule.items : undefined;
        return value.map((each) => fitValue(items, each));
    }
    if ((0,_shared_is_map_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .j)(value))
        return fitOptions(rule.type === 'map' ? rule.keys : undefined, value);
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean')
        return value;
    const isFlag = rule.type === 'boolean' && typeof value === 'string' && /^(?:true|false)$/i.test(value);
    if (isFlag)
        return value.toLowerCase() === 'true';
    const { choices } = rule;
    if (choices !== undefined)
        return choices.includes(value) ? value : (findChoice(choices, value) ?? value);
    switch (rule.type) {
        case 'text':
            return String(value);
        case 'number':
            return typeof value === 'string' ? (readNumeral(value) ?? value) : value;
        case 'boolean':
        case 'list':
        case 'map':
        case 'any':
            return value;
    }
}
/** The choice that is written like a value, or is the same number. */
function findChoice(choices, value) {
    const number = typeof value === 'string' ? readNumeral(value) : undefined;
    return choices.find((choice) => choice === number || (typeof choice !== 'object' && String(choice) === String(value)));
}
/** The number that a text is. */
function readNumeral(text) {
    const number = /^[-+]?\.?\d/.test(text) ? Number(text) : Number.NaN;
    return Number.isFinite(number) ? number : undefined;
}


/***/ }),

/***/ 8510:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ readImageLimits),
/* harmony export */   h: () => (/* binding */ isInRange)
/* harmony export */ });
/* harmony import */ var _shared_is_map_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76144);

/**
 * A file of "15 MB": the service does not say which megabyte is meant. This is the smaller one, because a refusal here
 * costs nothing and a refusal by the service may.
 */
const BYTES_OF_A_MEGABYTE = 1_000_000;
/** A rule ends in a comparison. */
const RULE = /^(.*?)(<=|>=|=<|=>|≤|≥|<|>)$/s;
const NO_LIMITS = { fileBytes: {}, width: {}, height: {}, ratio: {} };
/** What each rule is about, without spaces, and by how much its value is multiplied. */
const SUBJECTS = new Map([
    ['file_size_mb', ['fileBytes', BYTES_OF_A_MEGABYTE]],
    ['file_size_kb', ['fileBytes', 1000]],
    ['file_size_bytes', ['fileBytes', 1]],
    ['width_pixels', ['width', 1]],
    ['height_pixels', ['height', 1]],
    ['width/height', ['ratio', 1]],
]);
/** Reads the `validations` of a key for pictures. Rules that this version does not understand are named as published. */
function readImageLimits(validations) {
    let limits = NO_LIMITS;
    const unknown = [];
    for (const each of Array.isArray(validations) ? validations : []) {
        const { validation_rule: rule, validation_value: value } = (0,_shared_is_map_js__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .j)(each) ? each : {};
        const text = typeof rule === 'string' ? rule : JSON.stringify(rule ?? null);
        const more = readRule(text, value, limits);
        if (more === undefined)
            unknown.push(`${text} ${String(value)}`);
        else
            limits = more;
    }
    return { limits, unknown };
}
function readRule(rule, value, limits) {
    const [, subject = '', comparison = ''] = RULE.exec(rule.replaceAll(/\s/g, '').toLowerCase()) ?? [];
    const found = SUBJECTS.get(subject);
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    if (found === undefined || typeof number !== 'number' || !Number.isFinite(number))
        return undefined;
    const [key, factor] = found;
    const isOpen = comparison === '<' || comparison === '>';
    const bound = { value: number * factor, isOpen };
    const isMost = /[<≤]/.test(comparison);
    return { ...limits, [key]: narrow(limits[key], isMost ? { most: bound } : { least: bound }) };
}
/** The numbers that are in both ranges. */
function narrow(range, { least, most }) {
    return {
        ...range,
        ...(least !== undefined && { least: stricter(range.least, least, 1) }),
        ...(most !== undefined && { most: stricter(range.most, most, -1) }),
    };
}
function stricter(one, other, sign) {
    if (one === undefined)
        return other;
    if (one.value === other.value)
        return one.isOpen ? one : other;
    return (one.value - other.value) * sign > 0 ? one : other;
}
/** Whether a number is in a range. */
function isInRange(value, { least, most }) {
    const isLarge = least === undefined || (least.isOpen ? value > least.value : value >= least.value);
    const isSmall = most === undefined || (most.isOpen ? value < most.value : value <= most.value);
    return isLarge && isSmall;
}


/***/ }),

/***/ 19895:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ PUBLIC_MODELS),
/* harmony export */   T: () => (/* binding */ isModelId)
/* harmony export */ });
/** Two to four segments, none of which changes the meaning of an address. */
const MODEL_ID = /^(?!.*(?:^|\/)\.{1,2}(?:\/|$))[A-Za-z0-9_.-]+(?:\/[A-Za-z0-9_.-]+){1,3}$/;
/** Whether a text has the form of a model's id. Whether the service has such a model is another question. */
function isModelId(text) {
    return text.length <= 200 && MODEL_ID.test(text);
}
/** Edit models that the service's public pages named in September 2026, to find out what a misspelled id was meant to be. */
const PUBLIC_MODELS = [
    'bytedance/dreamina-4-0/edit',
    'bytedance/seedream-5.0-pro/image-to-image',
    'google/nano-banana-2/edit',
    'google/nano-banana-2-lite/edit',
    'openai/gpt-image-2/edit',
    'openai/gpt-image-2.5/flare/edit',
    'openai/gpt-image-2.5/sunburst/edit',
    'qwen/qwen-image-2.1/edit',
    'qwen/qwen-image-3.0/edit',
    'qwen/qwen-image-3.0/pro/edit',
    'wan-ai/wan-2.7/edit',
    'blackforestlabs/flux-1-kontext/pro/edit',
    'blackforestlabs/flux-1-kontext/max/edit',
];


/***/ }),

/***/ 88165:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ hasOption),
/* harmony export */   M: () => (/* binding */ OWN_KEYS)
/* harmony export */ });
/* harmony import */ var _shared_model_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50962);

/** Keys of the default model that have a name of their own in the spec, and are always sent. */
const OWN_KEYS = new Map([
    ['width×height', 'size'],
    ['scale', 'scale'],
    ['force_single', 'force-single'],
]);
/** Whether a key is one of `options` for a model, and has no other name in the spec. */
function hasOption({ id, options }, name) {
    return options.has(name) && !(id === _shared_model_js__WEBPACK_IMPORTED_MODULE_0__/* .MODEL */ .A && OWN_KEYS.has(name));
}


/***/ }),

/***/ 12068:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  k: () => (/* binding */ readModel)
});

// EXTERNAL MODULE: ./shared/is-map.js
var is_map = __webpack_require__(76144);
// EXTERNAL MODULE: ./shared/model.js
var model = __webpack_require__(50962);
// EXTERNAL MODULE: ./models/own-keys.js
var own_keys = __webpack_require__(88165);
// EXTERNAL MODULE: ./models/image-limits.js
var image_limits = __webpack_require__(8510);
;// CONCATENATED MODULE: ./models/read-rule.js


/** What a part of a published schema says about a value. What is not understood is left to the service. */
function readRule(published) {
    const schema = (0,is_map/* isMap */.j)(published) ? published : {};
    const image = readImageRule(schema);
    if (image !== undefined)
        return image;
    const enumerated = schema['enum'];
    const choices = Array.isArray(enumerated) ? { choices: enumerated } : {};
    switch (schema['type']) {
        case 'string':
            return plain({
                type: 'text',
                ...choices,
                ...present('leastLength', readNumber(schema['minLength'])),
                ...present('mostLength', readNumber(schema['maxLength'])),
            });
        case 'integer':
        case 'number':
        case 'float':
        case 'double':
            return plain({
                type: 'number',
                isWhole: schema['type'] === 'integer',
                ...choices,
                range: readRange(schema),
            });
        case 'boolean':
            return plain({ type: 'boolean', ...choices });
        case 'array': {
            const { rule: items, unknown } = readRule(schema['items']);
            return { rule: { type: 'list', ...choices, items, ...readCount(schema) }, unknown };
        }
        case 'object':
            return readMapRule(schema, choices);
        default:
            return plain({ type: 'any', ...choices });
    }
}
function plain(rule) {
    return { rule, unknown: [] };
}
function readMapRule(schema, choices) {
    const { properties } = schema;
    const read = Object.entries((0,is_map/* isMap */.j)(properties) ? properties : {}).map(([name, each]) => [name, readRule(each)]);
    const keys = new Map(read.map(([name, { rule }]) => [name, rule]));
    return {
        rule: {
            type: 'map',
            ...choices,
            ...((0,is_map/* isMap */.j)(properties) && { keys }),
            required: readNames(schema['required']),
        },
        unknown: read.flatMap(([, { unknown }]) => unknown),
    };
}
/** The rule of a key for pictures, which is known by its format, whatever its name; undefined for any other key. */
function readImageRule(schema) {
    const items = (0,is_map/* isMap */.j)(schema['items']) ? schema['items'] : {};
    const formats = [schema['format'], items['format']];
    if (!formats.includes('image_uri') && !formats.includes('image_uris'))
        return undefined;
    const isList = schema['type'] === 'array' || schema['format'] === 'image_uris' || (0,is_map/* isMap */.j)(schema['items']);
    const validations = [schema, items].flatMap(({ validations: each }) => (Array.isArray(each) ? each : []));
    const { limits, unknown } = (0,image_limits/* readImageLimits */.S)(validations);
    const { least, most } = isList ? readCount(schema) : { least: 0, most: 1 };
    return { rule: { type: 'image', isList, least, most, limits }, unknown };
}
function readCount({ minItems, maxItems }) {
    return { least: readNumber(minItems) ?? 0, most: readNumber(maxItems) ?? Infinity };
}
function readRange({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }) {
    // In older schemas, `true` makes the limit itself out of range.
    const [least, above] = [
        readNumber(minimum),
        readNumber(exclusiveMinimum === true ? minimum : exclusiveMinimum),
    ];
    const [most, below] = [
        readNumber(maximum),
        readNumber(exclusiveMaximum === true ? maximum : exclusiveMaximum),
    ];
    return {
        ...present('least', above !== undefined && above >= (least ?? -Infinity) ? bound(above, true) : bound(least, false)),
        ...present('most', below !== undefined && below <= (most ?? Infinity) ? bound(below, true) : bound(most, false)),
    };
}
function bound(value, isOpen) {
    return value === undefined ? undefined : { value, isOpen };
}
function present(key, value) {
    return value === undefined ? {} : { [key]: value };
}
/** A number, also if it is published as text. */
function readNumber(value) {
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}
/** The texts of a list from outside. */
function readNames(value) {
    return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lock/sort-json.js
var sort_json = __webpack_require__(60696);
;// CONCATENATED MODULE: ./models/reduce-schema.js



/** Keys of a schema whose values decide what is valid. */
const KEPT = new Set([
    'type',
    'format',
    'enum',
    'minimum',
    'maximum',
    'exclusiveMinimum',
    'exclusiveMaximum',
    'minLength',
    'maxLength',
    'minItems',
    'maxItems',
    'required',
]);
/** Deeper values are left to the service, and deeper choices make a schema one that lists none. */
const MAX_DEPTH = 8;
/**
 * The parts of a published schema that decide what is valid, with keys in one order: without descriptions, samples and
 * defaults, which change often and are never sent.
 */
function reduceSchema(schema, depth = 0) {
    const reduced = {};
    if (!(0,is_map/* isMap */.j)(schema) || depth > MAX_DEPTH)
        return reduced;
    for (const [key, value] of Object.entries(schema)) {
        if (KEPT.has(key) && !isDeep(value))
            reduced[key] = (0,sort_json/* sortJson */.B)(value);
        if (key === 'items')
            reduced[key] = reduceSchema(value, depth + 1);
        if (key === 'properties' && (0,is_map/* isMap */.j)(value))
            reduced[key] = reduceProperties(value, depth);
        if (key === 'validations' && Array.isArray(value))
            reduced[key] = value.flatMap(reduceValidation);
    }
    return (0,sort_json/* sortJson */.B)(reduced);
}
function isDeep(value, depth = 0) {
    if (typeof value !== 'object' || value === null)
        return false;
    return depth > MAX_DEPTH || Object.values(value).some((each) => isDeep(each, depth + 1));
}
function reduceProperties(properties, depth) {
    // The lock file cannot hold that key.
    const named = Object.entries(properties).filter(([name]) => name !== '__proto__');
    return Object.fromEntries(named.map(([name, each]) => [name, reduceSchema(each, depth + 1)]));
}
function reduceValidation(validation) {
    if (!(0,is_map/* isMap */.j)(validation))
        return [];
    const { validation_rule: rule, validation_value: value } = validation;
    if (typeof rule !== 'string')
        return [];
    const isPlain = typeof value === 'number' || typeof value === 'string';
    return [{ validation_rule: rule, validation_value: isPlain ? value : null }];
}
/** Hex SHA-256 of a reduced schema: the same for two schemas if and only if the same inputs are valid. */
function digestSchema(reduced) {
    return (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(reduced)).digest('hex');
}

;// CONCATENATED MODULE: ./models/read-model.js





/** More than any model has; a lock file that holds them is still read quickly. */
const MAX_SCHEMA_CHARACTERS = 64 * 1024;
/**
 * What the published input schema of a model says, as `GET /v1/models/{id}` has it under `input_schema`, or as the lock file
 * keeps it; pure. The error says why it is not an edit model.
 */
function readModel(id, inputSchema) {
    const schema = reduceSchema(inputSchema);
    const fail = (error) => ({ ok: false, error });
    if (!(0,is_map/* isMap */.j)(schema) || !(0,is_map/* isMap */.j)(schema['properties']))
        return fail('its published schema has no keys');
    if (JSON.stringify(schema).length > MAX_SCHEMA_CHARACTERS)
        return fail('its published schema is too large');
    const required = readNames(schema['required']);
    const read = Object.entries(schema['properties']).map(([key, each]) => [key, readRule(each)]);
    const rules = new Map(read.map(([key, { rule }]) => [key, rule]));
    const prompt = rules.get('prompt');
    if (prompt?.type !== 'text')
        return fail('its published schema has no `prompt`');
    const reference = findReferences(rules, required);
    if (reference === undefined)
        return fail('its published schema has no key for reference images');
    const [key, rule, ...rivals] = reference;
    const options = new Map([...rules].filter(([name]) => name !== 'prompt' && name !== key));
    return {
        ok: true,
        value: {
            id,
            ...(prompt.leastLength !== undefined && { leastPromptLength: prompt.leastLength }),
            ...(prompt.mostLength !== undefined && { mostPromptLength: prompt.mostLength }),
            references: { ...rule, key, least: Math.max(1, rule.least) },
            options,
            required: required.filter((name) => options.has(name) && !(id === model/* MODEL */.A && own_keys/* OWN_KEYS */.M.has(name))),
            rivals,
            unknownRules: read.flatMap(([name, { unknown }]) => unknown.map((each) => `${name}: ${each}`)),
            digest: digestSchema(schema),
            schema,
        },
    };
}
/** What models call their references; `face_images` and `control_image` are for something else. */
const PLAIN_NAME = /^(?:input_|reference_)?images?(?:_ur[il]s?)?$/i;
/**
 * Of several keys for pictures, the references' has a plain name, is required and a list; a mask is none of this. Gives it with its
 * rule, and the keys that might as well be it.
 */
function findReferences(rules, required) {
    const keys = [...rules].flatMap(([key, rule]) => (rule.type === 'image' ? [[key, rule]] : []));
    const rank = ([key, { isList }]) => (/mask/i.test(key) ? 0 : 8) +
        (PLAIN_NAME.test(key) ? 4 : 0) +
        (required.includes(key) ? 2 : 0) +
        (isList ? 1 : 0);
    // The keys are sorted: among equals, the first by name counts, in whatever order they are published.
    const [first, ...others] = keys.toSorted((a, b) => rank(b) - rank(a));
    if (first === undefined)
        return undefined;
    const rivals = others.filter((other) => rank(other) === rank(first)).map(([key]) => key);
    return [...first, ...rivals];
}


/***/ }),

/***/ 56987:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JA: () => (/* binding */ isSetAside),
/* harmony export */   Lo: () => (/* binding */ outputFiles),
/* harmony export */   MB: () => (/* binding */ hasPictures),
/* harmony export */   O2: () => (/* binding */ isUntouched),
/* harmony export */   eN: () => (/* binding */ numberOutputs),
/* harmony export */   ld: () => (/* binding */ isOfThePast)
/* harmony export */ });
/* harmony import */ var _media_formats_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92974);

/**
 * Output paths (without extension) for the `count` pictures of one edit: only `hero`, or `hero-1`, `hero-2`, ... Numbers
 * that would give the path of another edit in `taken` (lower case) are skipped, because files must not collide on any
 * system. The same plan gives the same paths in every run.
 */
function numberOutputs(output, count, taken) {
    if (count === 1)
        return [output];
    const paths = [];
    for (let number = 1; paths.length < count; number += 1) {
        const path = `${output}-${number}`;
        if (!taken.has(path.toLowerCase()))
            paths.push(path);
    }
    return paths;
}
/** The entry's files at the edit's current output paths; pure. `taken`: as `numberOutputs` has it. */
function outputFiles({ output }, { files }, taken) {
    const paths = numberOutputs(output, files.length, taken);
    return files.map((file, index) => ({
        ...file,
        path: `${paths[index] ?? output}.${(0,_media_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .fileExtension */ .i_)(file.type)}`,
    }));
}
/** Whether the pictures exist already: on the run's own branch, or on another one. */
function hasPictures(action) {
    return action.kind === 'unchanged' || action.kind === 'adopt';
}
/** Whether nothing changes for an edit: its pictures are recorded under its id, where the spec asks for them. */
function isUntouched({ id, action }) {
    if (action.kind === 'aside')
        return action.on?.kind === 'base' || (action.from === id && action.entry.stored !== undefined);
    return (action.kind === 'unchanged' &&
        action.from === id &&
        action.files.every(({ path }, index) => path === action.entry.files[index]?.path));
}
/** Whether a take is set aside by this plan; one that is aside already may only get another id. */
function isSetAside(edit) {
    const { action } = edit;
    if (action.kind !== 'aside' || isUntouched(edit))
        return false;
    return action.entry.stored === undefined || action.on !== undefined;
}
/** Whether pictures are copied from where they were replaced by others meanwhile. */
function isOfThePast({ on }) {
    return on?.kind === 'history' || on?.kind === 'target';
}


/***/ }),

/***/ 57116:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ groupFindings)
/* harmony export */ });
/* harmony import */ var _shared_list_some_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65020);
/* harmony import */ var _shared_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85720);


/** A message names at most this many, so that it stays far below the 4,096 characters of an annotation. */
const MAX_NAMES = 5;
/**
 * Turns findings into problems: one for each position and rule, however many edits a matrix made from that
 * position. Each names the other subjects and the edits. Sorted by position.
 */
function groupFindings(findings) {
    const groups = Map.groupBy(findings, ({ at, rule }) => JSON.stringify([at.file, at.line, at.column, rule]));
    return [...groups.values()].map(describeGroup).toSorted((a, b) => comparePositions(a.at, b.at));
}
function describeGroup(group) {
    const [first] = group;
    if (first === undefined)
        throw new RangeError('A group has at least one finding.');
    const subjects = new Set(group.map(({ subject }) => subject));
    subjects.delete(first.subject);
    const edits = [...new Set(group.map(({ edit }) => edit))];
    const others = subjects.size === 0 ? '' : ` The same applies to ${listNames([...subjects])}.`;
    const users = ` (edit${edits.length === 1 ? '' : 's'} ${listNames(edits)})`;
    return { severity: first.severity, at: first.at, message: `${first.message}${others}${users}` };
}
function listNames(names) {
    const shown = names.map((name) => `\`${name}\``);
    if (shown.length > MAX_NAMES)
        return (0,_shared_list_some_js__WEBPACK_IMPORTED_MODULE_0__/* .listSome */ .X)(shown, MAX_NAMES);
    return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}`;
}
function comparePositions(a, b) {
    return a.file.localeCompare(b.file, 'en') || (0,_shared_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .compareInFile */ .V)(a, b);
}


/***/ }),

/***/ 31687:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GJ: () => (/* binding */ checkDimensions),
/* harmony export */   Jf: () => (/* binding */ MAX_IMAGES_ADVISED),
/* harmony export */   P$: () => (/* binding */ findImageRule),
/* harmony export */   WO: () => (/* binding */ describeSides),
/* harmony export */   Xc: () => (/* binding */ checkPicture),
/* harmony export */   br: () => (/* binding */ refuseType),
/* harmony export */   ck: () => (/* binding */ DEFAULT_RULES),
/* harmony export */   cz: () => (/* binding */ checkFileSize),
/* harmony export */   j$: () => (/* binding */ mostBytes),
/* harmony export */   l3: () => (/* binding */ findPictureRules)
/* harmony export */ });
/* harmony import */ var _models_default_model_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16193);
/* harmony import */ var _models_image_limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8510);
/* harmony import */ var _shared_model_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50962);



/** The vendor of the default model warns about lower quality above this number. */
const MAX_IMAGES_ADVISED = 6;
/** A larger file is not read: no model is known to accept one. */
const MAX_READ_BYTES = 100_000_000;
const NO_LIMITS = { fileBytes: {}, width: {}, height: {}, ratio: {} };
/** The page of the default model names these two; the schemas of other models do not say. */
const TYPES = ['image/jpeg', 'image/png'];
const TYPES_OF_OTHERS = [...TYPES, 'image/webp'];
/** The key of an edit's model that takes an image: `option` names one of `options`, and without it, the references are meant. */
function findImageRule({ model = _shared_model_js__WEBPACK_IMPORTED_MODULE_2__/* .MODEL */ .A, published, frozen = false }, option) {
    // It is not sent: no rule applies to it, whatever its model takes by now.
    if (frozen)
        return undefined;
    const known = published ?? (model === _shared_model_js__WEBPACK_IMPORTED_MODULE_2__/* .MODEL */ .A ? _models_default_model_js__WEBPACK_IMPORTED_MODULE_0__/* .DEFAULT_MODEL */ .U : undefined);
    if (option === undefined)
        return known?.references;
    const rule = known?.options.get(option);
    return rule?.type === 'image' ? rule : undefined;
}
/** What an edit's model accepts as a picture for one of its keys; without limits if its schema is not known. */
function findPictureRules(user, option) {
    const isDefault = (user.model ?? _shared_model_js__WEBPACK_IMPORTED_MODULE_2__/* .MODEL */ .A) === _shared_model_js__WEBPACK_IMPORTED_MODULE_2__/* .MODEL */ .A && user.frozen !== true;
    return {
        types: isDefault ? TYPES : TYPES_OF_OTHERS,
        limits: findImageRule(user, option)?.limits ?? NO_LIMITS,
    };
}
/** What the default model accepts. */
const DEFAULT_RULES = findPictureRules({}, undefined);
/** The most bytes of a file that is read at all if it must obey one of these rules. */
function mostBytes(rules) {
    return rules.reduce((most, { limits }) => Math.max(most, limits.fileBytes.most?.value ?? MAX_READ_BYTES), 0);
}
/** The model's rule for the size of a file in bytes; undefined if the file obeys it. */
function checkFileSize(bytes, { limits } = DEFAULT_RULES) {
    if (bytes === 0)
        return { rule: 'empty', message: 'is empty. Export or commit it again.' };
    const { least, most = { value: MAX_READ_BYTES, isOpen: false } } = limits.fileBytes;
    const range = { most, ...(least !== undefined && { least }) };
    if ((0,_models_image_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .isInRange */ .h)(bytes, range))
        return undefined;
    const isTooLarge = !(0,_models_image_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .isInRange */ .h)(bytes, { most });
    const limit = isTooLarge
        ? `at most ${most.value / 1_000_000} MB (${most.value}). Make it smaller, preferably as a JPEG`
        : `at least ${(least?.value ?? 0) / 1_000_000} MB. Use a larger picture`;
    return { rule: 'file-size', message: `has ${bytes} bytes; the model accepts ${limit}.`, bytes };
}
/** All of the model's rules for the dimensions of a picture that it breaks. */
function checkDimensions({ width, height }, { limits } = DEFAULT_RULES) {
    const faults = [];
    const has = `has ${width} x ${height} pixels; the model accepts`;
    const isLarge = isOver(width, limits.width) || isOver(height, limits.height);
    const isSmall = isUnder(width, limits.width) || isUnder(height, limits.height);
    if (isLarge)
        faults.push({
            rule: 'resolution',
            message: `${has} at most ${describeSides(limits, 'most')}. Scale it down.`,
        });
    if (isSmall)
        faults.push({
            rule: 'small',
            message: `${has} at least ${describeSides(limits, 'least')}. Use a larger picture.`,
        });
    if (!isRatioInRange({ width, height }, limits.ratio)) {
        const message = `${has} a width of ${describeRatio(limits.ratio)} the height. Crop or pad it.`;
        faults.push({ rule: 'aspect-ratio', message });
    }
    return faults;
}
function isOver(value, { most }) {
    return most !== undefined && !(0,_models_image_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .isInRange */ .h)(value, { most });
}
function isUnder(value, { least }) {
    return least !== undefined && !(0,_models_image_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .isInRange */ .h)(value, { least });
}
/** Compared by multiplication, so that exactly 1:3 and 3:1 are allowed if one third and 3 are. */
function isRatioInRange({ width, height }, { least, most }) {
    const inverse = Math.round(1 / (least?.value ?? 1));
    const isThird = least?.value === 1 / inverse;
    const isWide = least === undefined ||
        (isThird && !least.isOpen ? width * inverse >= height : (0,_models_image_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .isInRange */ .h)(width / height, { least }));
    return (isWide && (most === undefined || (0,_models_image_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .isInRange */ .h)(width, { most: { ...most, value: height * most.value } })));
}
/** The limit of both sides, or of the one that has one. */
function describeSides({ width, height }, side) {
    const [w, h] = [width[side], height[side]];
    if (w !== undefined && h !== undefined)
        return `${w.value} x ${h.value}`;
    return w !== undefined ? `${w.value} in width` : `${h?.value ?? 0} in height`;
}
function describeRatio({ least, most }) {
    if (least === undefined)
        return `at most ${describeTimes(most)}`;
    if (most === undefined)
        return `at least ${describeTimes(least)}`;
    return `${describeTimes(least).replace(' times', '')} to ${describeTimes(most)}`;
}
const WORDS = new Map([
    [1 / 3, 'one third'],
    [0.25, 'a quarter'],
    [0.5, 'half'],
    [2, 'two times'],
    [3, 'three times'],
    [4, 'four times'],
]);
function describeTimes(bound) {
    const value = bound?.value ?? 0;
    return WORDS.get(value) ?? `${value} times`;
}
/** All of the model's rules that a sound picture breaks. */
function checkPicture(picture, rules) {
    const size = checkFileSize(picture.bytes, rules);
    if (size !== undefined)
        return [size];
    if (!rules.types.includes(picture.type))
        return [refuseType('a WebP picture', rules)];
    return checkDimensions(picture, rules);
}
/** That a file is of a type that the model does not accept. `described` fits behind "is". */
function refuseType(described, { types }) {
    const names = types.length > TYPES.length ? 'JPEG, PNG and WebP' : 'JPEG and PNG';
    return {
        rule: 'type',
        message: `is ${described} according to its content; the model accepts ${names}. Convert it.`,
    };
}


/***/ }),

/***/ 26974:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  D: () => (/* binding */ inspectReferences)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./shared/inside.js
var shared_inside = __webpack_require__(19391);
// EXTERNAL MODULE: ./shared/pool.js
var pool = __webpack_require__(89821);
// EXTERNAL MODULE: ./shared/glob.js + 2 modules
var shared_glob = __webpack_require__(26534);
// EXTERNAL MODULE: ./shared/format.js
var format = __webpack_require__(19612);
// EXTERNAL MODULE: ./shared/model.js
var shared_model = __webpack_require__(50962);
// EXTERNAL MODULE: ./spec/issue.js
var issue = __webpack_require__(41922);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./spec/describe-absent.js
var describe_absent = __webpack_require__(12544);
// EXTERNAL MODULE: ../node_modules/fastest-levenshtein/mod.js
var mod = __webpack_require__(2818);
// EXTERNAL MODULE: ./shared/list-some.js
var list_some = __webpack_require__(65020);
// EXTERNAL MODULE: ./shared/secret-path.js
var secret_path = __webpack_require__(25519);
;// CONCATENATED MODULE: ./references/suggest-path.js






const PICTURE_NAME = /\.(?:jpe?g|png)$/i;
/** A message names at most this many pictures. */
const MAX_PICTURES = 10;
/**
 * What the user may have meant by a path or glob that matches nothing: ``Did you mean `shots/mug.png`?``, or the pictures in
 * the folder of the glob, the most similar names first. Empty if nothing is similar. Looks only inside the workspace.
 */
async function suggestPath(workspace, wanted) {
    let found = '';
    let isOther = false;
    const segments = wanted.split('/');
    for (const [index, segment] of segments.entries()) {
        if (isOther && (0,shared_glob/* isGlob */.fg)(segment))
            return `Did you mean \`${[found, ...segments.slice(index)].join('/')}\`?`;
        const names = await namesIn(workspace, found);
        if ((0,shared_glob/* isGlob */.fg)(segment))
            return describePictures(found, segment, names);
        const near = names.includes(segment) ? segment : closest(segment, names);
        if (near === undefined)
            return isOther ? `Did you mean the folder \`${found}\`?` : '';
        isOther ||= near !== segment;
        found = found === '' ? near : `${found}/${near}`;
    }
    return isOther ? `Did you mean \`${found}\`?` : '';
}
async function namesIn(workspace, folder) {
    const inside = await (0,shared_inside/* resolveInside */.LI)(workspace, folder);
    // Without access to the folder, there is no suggestion.
    const names = inside.ok ? await (0,promises_.readdir)(inside.value.absolute).catch(() => []) : [];
    return names.filter((name) => (0,secret_path/* faultOfSecretPath */.Z)(name) === undefined);
}
function closest(wanted, names) {
    const limit = Math.max(1, Math.floor(wanted.length / 3));
    let best;
    for (const name of names) {
        const edits = name.toLowerCase() === wanted.toLowerCase() ? 0 : nameDistance(wanted, name);
        if (edits <= limit && (best === undefined || edits < best.edits))
            best = { name, edits };
    }
    return best?.name;
}
/** Another extension of the same picture counts as one edit. */
function nameDistance(wanted, name) {
    const stem = (text) => text.replace(PICTURE_NAME, '');
    const samePicture = PICTURE_NAME.test(wanted) && PICTURE_NAME.test(name) && stem(wanted) === stem(name);
    return samePicture ? 1 : (0,mod/* distance */.Io)(wanted, name);
}
function describePictures(folder, wanted, inFolder) {
    const pictures = inFolder
        .filter((name) => PICTURE_NAME.test(name) && !name.startsWith('.'))
        .toSorted()
        .map((name) => ({ name, edits: nameDistance(wanted, name) }))
        .toSorted((a, b) => a.edits - b.edits);
    if (pictures.length === 0)
        return '';
    const names = pictures.map(({ name }) => `\`${name}\``);
    return `${folder === '' ? 'The workspace' : `\`${folder}\``} contains ${(0,list_some/* listSome */.X)(names, MAX_PICTURES)}.`;
}

;// CONCATENATED MODULE: ./references/explain-missing.js






/**
 * Explains why paths do not exist and globs match nothing: a sparse checkout, a submodule, a typing error, or a path that is
 * relative to `specFolder`, the folder of the spec. The result has sentences for each, which continue after it.
 */
async function explainMissing(wanted, specFolder, { workspace, lookUpCommitted, signal, ...desk }) {
    const beginnings = new Set(wanted.map(literalBeginning).filter((beginning) => beginning !== ''));
    const committed = beginnings.size === 0 ? new Map() : await lookUpCommitted([...beginnings], signal);
    const explained = new Map();
    for (const each of wanted) {
        signal.throwIfAborted();
        const beginning = literalBeginning(each);
        const why = (await isCheckedOut(workspace, beginning))
            ? undefined
            : (0,describe_absent/* describeAbsent */.h)(committed.get(beginning), desk);
        explained.set(each, why ?? (await describeMissing(each, specFolder, workspace)));
    }
    return explained;
}
async function describeMissing(wanted, specFolder, workspace) {
    const what = (0,shared_glob/* isGlob */.fg)(wanted) ? 'matches no file.' : 'does not exist.';
    const beside = external_node_path_.posix.join(specFolder, wanted);
    const isBeside = beside !== wanted &&
        literalBeginning(wanted) !== '' &&
        (await isCheckedOut(workspace, literalBeginning(beside)));
    const hint = isBeside
        ? `Did you mean \`${beside}\`? Paths are relative to the workspace, not to the spec.`
        : await suggestPath(workspace, wanted);
    return `${what} ${hint}`.trimEnd();
}
/** The folders of a glob before its first wildcard; a path without wildcards as a whole. */
function literalBeginning(wanted) {
    const segments = wanted.split('/');
    const wildcard = segments.findIndex(shared_glob/* isGlob */.fg);
    return segments.slice(0, wildcard < 0 ? undefined : wildcard).join('/');
}
/** An empty folder counts as missing: a submodule that is not checked out is one. */
async function isCheckedOut(workspace, relative) {
    const found = await (0,shared_inside/* resolveInside */.LI)(workspace, relative);
    if (!found.ok)
        return false;
    const names = await (0,promises_.readdir)(found.value.absolute).catch(() => undefined);
    return names === undefined || names.length > 0;
}

// EXTERNAL MODULE: ./references/image-rules.js
var image_rules = __webpack_require__(31687);
;// CONCATENATED MODULE: ./references/walk-tree.js





/**
 * Finds the files that each glob matches in one walk over the folders that any of them can match. Wildcards pass over names
 * that start with a dot and `node_modules`, unless the glob names those; `.git` is never entered. `**` does not follow
 * symbolic links, other segments follow those that stay inside the root. Throws only the signal's reason.
 */
async function walkTree(root, globs, signal) {
    const found = globs.map(() => new Set());
    const leaving = new Map();
    const start = globs.flatMap(({ alternatives }, glob) => alternatives.map((segments) => ({ glob, segments, positions: (0,shared_glob/* enter */.Ve)(segments, [0]) })));
    const folders = [{ absolute: root, relative: '', candidates: start }];
    for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
        signal.throwIfAborted();
        const choose = createChooser(folder.candidates);
        // An unreadable folder matches nothing.
        const entries = await (0,promises_.opendir)(folder.absolute, { bufferSize: 128 }).catch(() => undefined);
        for await (const entry of entries ?? []) {
            signal.throwIfAborted();
            const candidates = choose(entry.name);
            if (candidates.length > 0)
                await visit(entry, folder, candidates);
        }
    }
    return found.map((files, glob) => {
        const leavesAt = leaving.get(glob);
        return { files: [...files].sort(byCodeUnit), ...(leavesAt !== undefined && { leavesAt }) };
    });
    async function visit(entry, folder, candidates) {
        const relative = folder.relative === '' ? entry.name : `${folder.relative}/${entry.name}`;
        if (entry.isDirectory())
            goInto(external_node_path_.join(folder.absolute, entry.name), relative, pass(candidates, entry.name));
        else if (entry.isFile())
            take(relative, pass(candidates, entry.name));
        else if (entry.isSymbolicLink())
            await visitLink(entry.name, relative, candidates);
    }
    async function visitLink(name, relative, candidates) {
        const linked = await (0,shared_inside/* resolveInside */.LI)(root, relative);
        if (linked.ok && (await (0,promises_.stat)(linked.value.absolute)).isDirectory()) {
            goInto(linked.value.absolute, relative, pass(candidates, name, true));
            return;
        }
        // Links that are broken or lead out are reported when they are inspected.
        take(relative, pass(candidates, name));
        if (linked.ok || linked.error.kind !== 'outside')
            return;
        for (const { glob } of pass(candidates, name, true).filter(isUnfinished))
            leaving.set(glob, relative);
    }
    function take(relative, candidates) {
        for (const { glob, segments, positions } of candidates)
            if (positions.has(segments.length))
                found[glob]?.add(relative);
    }
    function goInto(absolute, relative, candidates) {
        const inside = candidates.filter(isUnfinished);
        if (inside.length > 0)
            folders.push({ absolute, relative, candidates: inside });
    }
}
/** Chooses the candidates that may match a name in a folder. Those that want a literal name are looked up, not tested. */
function createChooser(candidates) {
    const byLiteral = Map.groupBy(candidates, literalOf);
    const others = byLiteral.get(undefined) ?? [];
    return (name) => {
        const own = name.normalize('NFC');
        if ((0,secret_path/* faultOfSecretPath */.Z)(own) !== undefined)
            return [];
        const modules = own === 'node_modules';
        return [...(byLiteral.get(own) ?? []), ...(modules ? others.filter(namesModules) : others)];
    };
}
function literalOf({ segments, positions }) {
    const [position = 0, ...more] = positions;
    const segment = segments[position];
    return more.length > 0 || segment === undefined || segment === 'any depth' ? undefined : segment.literal;
}
function namesModules({ segments }) {
    return segments.some((segment) => segment !== 'any depth' && segment.literal === 'node_modules');
}
/** The candidates that match one more name, with their new positions. */
function pass(candidates, name, namesOnly = false) {
    return candidates.flatMap((candidate) => {
        const positions = (0,shared_glob/* advance */.np)(candidate.segments, candidate.positions, name, namesOnly);
        return positions.size > 0 ? [{ ...candidate, positions }] : [];
    });
}
/** Whether a candidate can match something inside the folder that it has reached. */
function isUnfinished({ segments, positions }) {
    return [...positions].some((position) => position < segments.length);
}
function byCodeUnit(a, b) {
    if (a === b)
        return 0;
    return a < b ? -1 : 1;
}

;// CONCATENATED MODULE: ./references/expand-images.js









/** The most names that the braces of all globs of a spec may stand for together. */
const MAX_NAMES = 20_000;
/**
 * Expands the globs of all edits, each distinct one once, and counts the images. An edit with too many images is a
 * finding and is dropped, so that a glob that matches half the repository does not cause it to be read.
 */
async function expandImages(edits, ports) {
    const expansions = await expandPatterns(edits, ports);
    const findings = [];
    const expanded = [];
    for (const request of edits) {
        const perSource = request.images.map((source) => expandSource(source, expansions));
        for (const [index, source] of request.images.entries()) {
            const fault = perSource[index]?.fault;
            if (fault === undefined || source.kind !== 'file')
                continue;
            const message = `${(0,issue/* quote */.hD)(source.pattern)} ${fault.message}`;
            findings.push({
                severity: 'error',
                at: source.at,
                rule: fault.rule,
                subject: source.pattern,
                message,
                edit: request.id,
            });
        }
        const images = perSource.flatMap((source) => source.images);
        const counts = checkCounts(request, images);
        findings.push(...counts);
        if (counts.every(({ severity }) => severity === 'warning'))
            expanded.push({ request, images });
    }
    return { expanded, findings };
}
async function expandPatterns(edits, ports) {
    const { workspace, signal } = ports;
    const sources = edits.flatMap(({ images }) => images);
    const patterns = new Set(sources.flatMap((source) => (source.kind === 'file' ? [source.pattern] : [])));
    const expansions = new Map();
    const globs = new Map();
    let names = 0;
    for (const pattern of patterns) {
        signal.throwIfAborted();
        // A file whose name merely looks like a glob (`shot[1].png`) is used as it is. Whether it exists is found out later.
        const glob = (0,shared_glob/* isGlob */.fg)(pattern) && (await isAbsent(workspace, pattern)) ? (0,shared_glob/* parseGlob */.qF)(pattern) : undefined;
        names += glob?.ok === true ? glob.value.alternatives.length : 0;
        if (glob === undefined)
            expansions.set(pattern, { ok: true, value: [external_node_path_.posix.normalize(pattern)] });
        else if (!glob.ok)
            expansions.set(pattern, fail('glob', `${glob.error}.`));
        else if (names <= MAX_NAMES)
            globs.set(pattern, glob.value);
        else
            expansions.set(pattern, fail('glob', TOO_MANY_NAMES));
    }
    const walked = await walkTree(workspace, [...globs.values()], signal);
    const missing = [];
    for (const [index, pattern] of [...globs.keys()].entries()) {
        const { files, leavesAt } = walked[index] ?? { files: [] };
        if (files.length > 0)
            expansions.set(pattern, { ok: true, value: files });
        else if (leavesAt === undefined)
            missing.push(pattern);
        else {
            const link = `the symbolic link \`${leavesAt}\` leads out of the repository`;
            expansions.set(pattern, fail('outside', `matches no file: ${link}. Use files of the checkout.`));
        }
    }
    const specFolder = external_node_path_.posix.dirname(edits[0]?.at.file ?? '');
    for (const [pattern, why] of await explainMissing(missing, specFolder, ports))
        expansions.set(pattern, fail('no-match', why));
    return expansions;
}
const TOO_MANY_NAMES = `is one glob too many: with it, the braces of this spec stand for more than ${MAX_NAMES} names. Use \`*\` instead of braces.`;
async function isAbsent(workspace, file) {
    const found = await (0,shared_inside/* resolveInside */.LI)(workspace, file);
    return !found.ok && ['absent', 'unreadable'].includes(found.error.kind);
}
function fail(rule, message) {
    return { ok: false, error: { rule, message } };
}
function expandSource(source, expansions) {
    if (source.kind !== 'file')
        return { images: [source] };
    const expansion = expansions.get(source.pattern) ?? { ok: true, value: [] };
    if (!expansion.ok)
        return { images: [], fault: expansion.error };
    const { at, option } = source;
    const use = { at, ...(option !== undefined && { option }) };
    return { images: expansion.value.map((path) => ({ kind: 'file', path, ...use })) };
}
/** The images of each key of the model are counted by themselves. */
function checkCounts(request, images) {
    const byKey = Map.groupBy(images, ({ option }) => option);
    return [...byKey].flatMap(([option, own]) => checkCount(request, own, option) ?? []);
}
/** The finding is at the entry that brings the most images: that is the glob to narrow. */
function checkCount(request, images, option) {
    const { model = shared_model/* MODEL */.A } = request;
    const { least = 1, most = Infinity } = (0,image_rules/* findImageRule */.P$)(request, option) ?? {};
    const [first] = [...Map.groupBy(images, ({ at }) => at).entries()].toSorted((a, b) => b[1].length - a[1].length);
    const about = { at: first?.[0] ?? request.at, subject: '', edit: request.id };
    const count = images.length;
    const what = option === undefined
        ? (0,format/* plural */.LS)(count, 'reference image')
        : `${(0,format/* plural */.LS)(count, 'picture')} as \`options.${option}\``;
    if (count > most || count < least) {
        const range = most === Infinity ? `at least ${least}` : `${Math.max(1, least)} to ${most}`;
        const limit = least === most || most === 1 ? String(most) : range;
        const advice = count > most ? 'Remove some or narrow the glob.' : 'Add some.';
        const message = `This edit has ${what}; the model accepts ${limit}. ${advice}`;
        return {
            ...about,
            severity: 'error',
            rule: count > most ? 'too-many-images' : 'too-few-images',
            message,
        };
    }
    if (count <= image_rules/* MAX_IMAGES_ADVISED */.Jf || model !== shared_model/* MODEL */.A)
        return undefined;
    const message = `This edit has ${what}; more than ${image_rules/* MAX_IMAGES_ADVISED */.Jf} may lower the quality.`;
    return { ...about, severity: 'warning', rule: 'many-images', message };
}

// EXTERNAL MODULE: ./references/findings.js
var references_findings = __webpack_require__(57116);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./media/check-file.js + 12 modules
var check_file = __webpack_require__(31822);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ./media/png-rows.js
/** Where the passes of an interlaced picture begin, and how far apart their pixels are (PNG, third edition, section 8). */
const ADAM7 = [
    [0, 0, 8, 8],
    [4, 0, 8, 8],
    [0, 4, 4, 8],
    [2, 0, 4, 4],
    [0, 2, 2, 4],
    [1, 0, 2, 2],
    [0, 1, 1, 2],
];
const MAX_FILTER = 4;
function listPasses({ width, height, bitsPerPixel, isInterlaced }) {
    const pass = (columns, rows) => ({
        rowBytes: 1 + Math.ceil((columns * bitsPerPixel) / 8),
        rows: columns === 0 ? 0 : rows,
    });
    if (!isInterlaced)
        return [pass(width, height)];
    const count = (length, first, step) => Math.max(0, Math.ceil((length - first) / step));
    return ADAM7.map(([x, y, xStep, yStep]) => pass(count(width, x, xStep), count(height, y, yStep)));
}
/** The size of a picture's inflated pixels. */
function pixelBytes(header) {
    return listPasses(header).reduce((sum, { rowBytes, rows }) => sum + rowBytes * rows, 0);
}
function createRowCheck(header) {
    const passes = listPasses(header).filter(({ rows }) => rows > 0);
    let pass = 0;
    let row = 0;
    /** Bytes until the next row begins. */
    let left = 0;
    let surplus = 0;
    return {
        push: (piece) => {
            let at = left;
            for (let current = passes[pass]; at < piece.length; current = passes[pass]) {
                if (current === undefined) {
                    surplus += piece.length - at;
                    at = piece.length;
                    break;
                }
                const filter = piece[at] ?? 0;
                if (filter > MAX_FILTER)
                    return `a row of the PNG uses the unknown filter ${filter}`;
                at += current.rowBytes;
                row += 1;
                if (row < current.rows)
                    continue;
                row = 0;
                pass += 1;
            }
            left = at - piece.length;
            return undefined;
        },
        isComplete: () => pass === passes.length && left === 0,
        surplusBytes: () => surplus,
    };
}

;// CONCATENATED MODULE: ./media/check-png-pixels.js


/** Pixels of a 4096 x 4096 picture with 64 bits each, and a bit more. What is larger is not inflated. */
const MAX_PIXEL_BYTES = 160 * 1024 * 1024;
/** A piece of inflated pixels; only one at a time is in memory. */
const PIECE_BYTES = 64 * 1024;
/**
 * Inflates at most as many bytes as the header announces, whatever the stream contains. `sweep` gets the length of each
 * buffer that has become garbage: V8 lets all pixels of several pictures lie about before it collects them.
 */
function createPixelCheck(sweep) {
    const ended = Promise.withResolvers();
    let inflate;
    let queue = [];
    let fault;
    let isOver = false;
    /** Nothing more is to be learned. */
    function end(why) {
        if (isOver)
            return;
        isOver = true;
        fault = why;
        ended.resolve(undefined);
    }
    function begin(header) {
        const rows = createRowCheck(header);
        inflate = (0,external_node_zlib_.createInflate)({ chunkSize: PIECE_BYTES });
        inflate.on('data', (piece) => {
            const why = isOver ? undefined : rows.push(piece);
            sweep(piece.length);
            // Decoders stop after the last row too, and accept what follows.
            if (why !== undefined || rows.surplusBytes() > 0)
                end(why);
        });
        inflate.on('end', () => {
            end(rows.isComplete() ? undefined : 'the PNG has fewer pixels than its header says');
        });
        inflate.on('error', (error) => {
            const isCut = error.code === 'Z_BUF_ERROR';
            end(`the picture data of the PNG ${isCut ? 'ends too early' : 'is corrupt'}`);
        });
    }
    return {
        begin: (header) => {
            if (pixelBytes(header) > MAX_PIXEL_BYTES)
                end();
            else
                begin(header);
        },
        take: (piece) => {
            if (!isOver)
                queue.push(piece);
        },
        drain: async () => {
            const [first, ...others] = queue;
            queue = [];
            if (first === undefined || isOver)
                return;
            // Chunks of 8 KiB are common, and each write is a trip to another thread.
            const piece = others.length === 0 ? first : Buffer.concat([first, ...others]);
            const written = Promise.withResolvers();
            inflate?.write(piece, () => {
                written.resolve(undefined);
            });
            // A stream that ends inside this piece ignores the rest of it, and never reports that it was written.
            await Promise.race([written.promise, ended.promise]);
            if (piece !== first)
                sweep(piece.length);
        },
        finish: async () => {
            if (inflate === undefined)
                return undefined;
            if (!isOver)
                inflate.end();
            await ended.promise;
            return fault;
        },
        [Symbol.dispose]: () => {
            end();
            inflate?.destroy();
        },
    };
}

// EXTERNAL MODULE: ./media/identify-content.js
var identify_content = __webpack_require__(2936);
// EXTERNAL MODULE: ./shared/describe-error.js
var describe_error = __webpack_require__(82129);
// EXTERNAL MODULE: ./shared/fill-buffer.js
var fill_buffer = __webpack_require__(42621);
// EXTERNAL MODULE: ./shared/shortage.js
var shortage = __webpack_require__(78658);
;// CONCATENATED MODULE: ./references/read-pieces.js
/**
 * A file piece by piece up to its real end, starting with the `head` that was read into `buffer`. Each piece is
 * overwritten by the next one: do not keep it. Throws the signal's reason.
 */
async function* readPieces(file, head, buffer, signal) {
    signal.throwIfAborted();
    yield head;
    if (head.length < buffer.length)
        return;
    for (let position = head.length;;) {
        signal.throwIfAborted();
        const { bytesRead } = await file.read(buffer, 0, buffer.length, position);
        if (bytesRead === 0)
            return;
        position += bytesRead;
        yield buffer.subarray(0, bytesRead);
    }
}

;// CONCATENATED MODULE: ./references/inspect-file.js
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
 * Reads a file once from end to end, with a bounded piece of it in memory, and checks it as a reference image.
 * `rules` are those of the models that it is for: with several, only what every one of them would refuse is a fault here.
 * The error contains all rules that it breaks. Throws only the signal's reason.
 */
async function inspectFile(path, deps, rules = [image_rules/* DEFAULT_RULES */.ck]) {
    try {
        return await (0,shortage/* outlastShortage */.C)(async () => await openAndInspect(path, deps, rules), deps);
    }
    catch (error) {
        deps.signal.throwIfAborted();
        return inspect_file_fail('unreadable', `cannot be read (${(0,describe_error/* describeError */.U)(error)}).`);
    }
}
async function openAndInspect(path, deps, rules) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const stats = await (0,promises_.stat)(path);
        if (stats.isDirectory())
            return inspect_file_fail('directory', 'is a folder. Name a picture in it, or use a glob such as `folder/*.png`.');
        // Opening a named pipe would block forever.
        if (!stats.isFile())
            return inspect_file_fail('not-a-file', 'is not a regular file. Name a picture.');
        // Too large or too small for all of them.
        const sizes = rules.map((each) => (0,image_rules/* checkFileSize */.cz)(stats.size, each));
        const [size] = sizes;
        if (size !== undefined && (stats.size === 0 || stats.size > (0,image_rules/* mostBytes */.j$)(rules) || sizes.length === 1))
            return { ok: false, error: [size] };
        const file = __addDisposableResource(env_1, await (0,promises_.open)(path), true);
        // One byte more than expected, so that a file that grew is detected.
        return await deps.buffers.lend(async (buffer) => await inspectOpenFile(file, stats.size, buffer.subarray(0, stats.size + 1), deps, rules));
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
async function inspectOpenFile(file, bytes, buffer, { isAtDesk, signal, buffers }, rules) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const head = await (0,fill_buffer/* fillBuffer */.Y)(file, buffer, 0);
        if ((0,identify_content/* isLfsPointer */.NS)(head)) {
            return inspect_file_fail('lfs-pointer', `is a Git LFS pointer, not the picture itself. ${isAtDesk === true ? 'Run `git lfs pull`.' : 'Set `lfs: true` in the actions/checkout step.'}`);
        }
        const identity = (0,identify_content/* identifyContent */.Ui)(head);
        const type = identity.kind === 'media' ? identity.type : undefined;
        const [loosest = image_rules/* DEFAULT_RULES */.ck] = rules.toSorted((a, b) => b.types.length - a.types.length);
        const sendable = loosest.types.find((each) => each === type);
        if (sendable === undefined)
            return { ok: false, error: [(0,image_rules/* refuseType */.br)(identity.described, loosest)] };
        const sha256 = (0,external_node_crypto_.createHash)('sha256');
        const gitBlob = (0,external_node_crypto_.createHash)('sha1').update(`blob ${bytes}\0`);
        const pixels = __addDisposableResource(env_2, createPixelCheck(buffers.sweep), false);
        const check = (0,check_file/* createFileCheck */.B)(sendable, pixels);
        let seen = 0;
        for await (const piece of readPieces(file, head, buffer, signal)) {
            sha256.update(piece);
            gitBlob.update(piece);
            check.push(piece);
            await pixels.drain();
            seen += piece.length;
        }
        if (seen !== bytes)
            return inspect_file_fail('unreadable', 'changed while it was being read. Make sure that nothing writes to it during the run.');
        const { fault, dimensions } = check.finish();
        if (fault !== undefined)
            return damaged(fault);
        if (dimensions === undefined)
            throw new Error(`a ${sendable} without a fault has no size`);
        const [faults = [], ...others] = rules.map((each) => (0,image_rules/* checkDimensions */.GJ)(dimensions, each));
        if (faults.length > 0 && others.length === 0)
            return { ok: false, error: faults };
        const pixelFault = sendable === 'image/png' ? await pixels.finish() : undefined;
        if (pixelFault !== undefined)
            return damaged(pixelFault);
        return {
            ok: true,
            value: {
                ...dimensions,
                type: sendable,
                bytes,
                sha256: sha256.digest('hex'),
                gitBlob: gitBlob.digest('hex'),
            },
        };
    }
    catch (e_2) {
        env_2.error = e_2;
        env_2.hasError = true;
    }
    finally {
        __disposeResources(env_2);
    }
}
function damaged(fault) {
    return inspect_file_fail('damaged', `is not usable: ${fault}. Export or commit it again.`);
}
function inspect_file_fail(rule, message) {
    return { ok: false, error: [{ rule, message }] };
}

// EXTERNAL MODULE: ./shared/sweep-buffers.js
var sweep_buffers = __webpack_require__(51785);
;// CONCATENATED MODULE: ./references/reading-buffers.js

/** A piece of a file: enough to see what it is, and all of a small one. */
const reading_buffers_PIECE_BYTES = 256 * 1024;
function createReadingBuffers() {
    const free = [];
    return {
        lend: async (work) => {
            const buffer = free.pop() ?? Buffer.allocUnsafeSlow(reading_buffers_PIECE_BYTES);
            try {
                return await work(buffer);
            }
            finally {
                free.push(buffer);
            }
        },
        sweep: (0,sweep_buffers/* createBufferSweeper */.Y)(),
    };
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
// EXTERNAL MODULE: ./shared/address.js
var shared_address = __webpack_require__(88419);
// EXTERNAL MODULE: ./shared/deadline.js
var shared_deadline = __webpack_require__(56927);
// EXTERNAL MODULE: ./shared/loopback.js
var loopback = __webpack_require__(75170);
// EXTERNAL MODULE: ./shared/or-aborted.js
var or_aborted = __webpack_require__(56268);
;// CONCATENATED MODULE: ./references/check-host.js
var check_host_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var check_host_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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






const RESOLVE_MS = 5000;
/**
 * Judges a host in the form of `URL.hostname` (a name, IPv4 in its normal form, IPv6 in brackets). A name is
 * `private` if any of its addresses is. Ends within five seconds; throws only the signal's reason.
 */
async function checkHost(hostname, deps) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const host = hostname.replace(/^\[|\]$|\.$/g, '');
        if ((0,loopback/* isLoopbackHost */.c)(host))
            return { kind: 'private', address: host };
        if ((0,external_node_net_.isIP)(host) !== 0)
            return (0,shared_address/* isPublicAddress */.i)(host) ? { kind: 'public' } : { kind: 'private', address: host };
        const { resolveHost } = deps;
        if (resolveHost === undefined)
            return { kind: 'not-asked' };
        const deadline = check_host_addDisposableResource(env_1, (0,shared_deadline/* startDeadline */.d)(deps.clock, RESOLVE_MS, `Resolving ${host}`, deps.signal), false);
        let addresses;
        try {
            addresses = await (0,or_aborted/* orAborted */.H)(resolveHost(host), deadline.signal);
        }
        catch (error) {
            deps.signal.throwIfAborted();
            return { kind: 'unresolved', reason: (0,describe_error/* describeError */.U)(error) };
        }
        const hidden = addresses.find((address) => !(0,shared_address/* isPublicAddress */.i)(address));
        if (hidden !== undefined)
            return { kind: 'private', address: hidden };
        return addresses.length === 0 ? { kind: 'unresolved', reason: 'it has no address' } : { kind: 'public' };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        check_host_disposeResources(env_1);
    }
}

;// CONCATENATED MODULE: ./references/inspect-hosts.js


/** Number of names that are resolved at a time. */
const PARALLEL_HOSTS = 32;
/** Judges the host of each URL, each distinct host once. The result is by `URL.hostname`. */
async function inspectHosts(urls, deps) {
    const hosts = [...new Set(urls.map((url) => new URL(url).hostname))];
    return new Map(await (0,pool/* mapBounded */.y)(hosts, PARALLEL_HOSTS, async (host) => [host, await checkHost(host, deps)]));
}
/** The finding for an image that follows from the verdict on its host, if any. */
function judgeUrl(image, verdict, edit) {
    const { host } = new URL(image.url);
    const subject = redactUrl(image.url);
    const about = { at: image.at, subject, edit };
    switch (verdict.kind) {
        case 'public':
        case 'not-asked':
            return undefined;
        case 'private': {
            const where = host === verdict.address || host === `[${verdict.address}]` ? '' : ` (${verdict.address})`;
            const message = `\`${subject}\` is not on the public internet${where}, so the service cannot fetch it. Use a public https URL or a file of the repository.`;
            return { ...about, severity: 'error', rule: 'private-host', message };
        }
        case 'unresolved': {
            const message = `The host of \`${subject}\` does not resolve on this machine (${verdict.reason}). If it does not resolve for the service either, the edit will fail.`;
            return { ...about, severity: 'warning', rule: 'unresolved-host', message };
        }
    }
}
/** A URL without its query and fragment, which may contain a signature. */
function redactUrl(url) {
    const { origin, pathname, search } = new URL(url);
    return `${origin}${pathname}${search === '' ? '' : '?...'}`;
}

;// CONCATENATED MODULE: ./references/inspect-references.js










/** Number of paths to resolve at a time. */
const PARALLEL_PATHS = 16;
/** Number of files to read at a time: as many as Node has threads for it, each with less than a megabyte of memory. */
const PARALLEL_FILES = 4;
/**
 * Inspects every reference image before anything is sent: expands globs, reads, hashes and checks each distinct
 * file once, and resolves each distinct host once. `edits` has the edits without an error, in the given order;
 * `problems` has everything that was found, one for each position and rule. Throws only the signal's reason.
 */
async function inspectReferences(edits, deps) {
    deps.signal.throwIfAborted();
    const { expanded, findings: expansionFindings } = await expandImages(edits, deps);
    const findings = [...expansionFindings];
    const images = expanded.flatMap((edit) => edit.images);
    const users = listUsers(expanded);
    const urls = images.flatMap((image) => (image.kind === 'url' ? [image.url] : []));
    const [files, hosts] = await Promise.all([
        inspectFiles(users, external_node_path_.posix.dirname(edits[0]?.at.file ?? ''), deps),
        inspectHosts(urls, deps),
    ]);
    const inspected = [];
    for (const { request, images: wanted } of expanded) {
        const looked = wanted.map((image) => lookUp(image, request, files, hosts));
        findings.push(...looked.flatMap((image) => image.findings));
        inspected.push({
            ...request,
            images: looked.flatMap(({ image }) => (image === undefined ? [] : [image])),
        });
    }
    const broken = new Set(findings.flatMap(({ severity, edit }) => (severity === 'error' ? [edit] : [])));
    return { edits: inspected.filter(({ id }) => !broken.has(id)), problems: (0,references_findings/* groupFindings */.k)(findings) };
}
/** The files, each with the rules of those that use it, every one once. */
function listUsers(expanded) {
    const users = new Map();
    for (const { request, images } of expanded)
        for (const image of images) {
            if (image.kind !== 'file')
                continue;
            const rules = (0,image_rules/* findPictureRules */.l3)(request, image.option);
            const known = users.get(image.path) ?? [];
            if (!known.some(({ limits }) => limits === rules.limits))
                known.push(rules);
            users.set(image.path, known);
        }
    return users;
}
function lookUp(image, user, files, hosts) {
    switch (image.kind) {
        case 'edit':
            return { image, findings: [] };
        case 'url': {
            const verdict = hosts.get(new URL(image.url).hostname);
            const finding = verdict === undefined ? undefined : judgeUrl(image, verdict, user.id);
            return { image, findings: finding === undefined ? [] : [finding] };
        }
        case 'file': {
            const { path: file, at, option } = image;
            const reading = files.get(file);
            const rules = (0,image_rules/* findPictureRules */.l3)(user, option);
            const faults = reading?.ok === true
                ? (0,image_rules/* checkPicture */.Xc)(reading.value, rules)
                : reading?.error.map((fault) => fault.bytes === undefined ? fault : ((0,image_rules/* checkFileSize */.cz)(fault.bytes, rules) ?? fault));
            if (reading?.ok === true && faults?.length === 0)
                return { image: { ...reading.value, at, ...(option !== undefined && { option }) }, findings: [] };
            const edit = user.id;
            const findings = (faults ?? []).map(({ rule, message }) => {
                return { severity: 'error', at, rule, subject: file, message: `\`${file}\` ${message}`, edit };
            });
            return { findings };
        }
    }
}
/**
 * Inspects the files at these paths (relative to the workspace, forward slashes). A file is read only once, even
 * if several paths lead to it through symbolic links. The result has an entry for each path.
 */
async function inspectFiles(users, specFolder, deps) {
    const resolved = await (0,pool/* mapBounded */.y)([...users.keys()], PARALLEL_PATHS, async (file) => {
        deps.signal.throwIfAborted();
        return { file, real: await (0,shared_inside/* resolveInside */.LI)(deps.workspace, file) };
    });
    const absent = resolved.flatMap(({ file, real }) => real.ok || real.error.kind !== 'absent' ? [] : [file]);
    const missing = await explainMissing(absent, specFolder, deps);
    const distinct = new Map();
    for (const { file, real } of resolved) {
        if (!real.ok)
            continue;
        const { absolute } = real.value;
        const rules = [...(distinct.get(absolute) ?? []), ...(users.get(file) ?? [])];
        distinct.set(absolute, rules.filter(({ limits }, index) => rules.findIndex((each) => each.limits === limits) === index));
    }
    const fileDeps = { ...deps, buffers: createReadingBuffers() };
    const facts = new Map(await (0,pool/* mapBounded */.y)([...distinct], PARALLEL_FILES, async ([file, rules]) => [file, await inspectFile(file, fileDeps, rules)]));
    return new Map(resolved.map(({ file, real }) => {
        if (!real.ok) {
            const message = missing.get(file) ?? `${real.error.why}.`;
            return [file, { ok: false, error: [{ rule: 'path', message }] }];
        }
        const { absolute } = real.value;
        const reading = facts.get(absolute);
        if (reading === undefined)
            throw new Error(`Bug: ${file} was not inspected.`);
        if (!reading.ok)
            return [file, reading];
        return [
            file,
            { ok: true, value: { kind: 'file', path: file, absolutePath: absolute, ...reading.value } },
        ];
    }));
}


/***/ }),

/***/ 87067:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  v: () => (/* binding */ chooseWork)
});

;// CONCATENATED MODULE: ./shared/desk.js
/** How a message names a setting: an input of the step, or an option of the command line. */
function nameSetting(name, { isAtDesk }) {
    return isAtDesk === true ? `Option \`--${name}\`` : `Input \`${name}\``;
}

// EXTERNAL MODULE: ./spec/issue.js
var spec_issue = __webpack_require__(41922);
// EXTERNAL MODULE: ./shared/glob.js + 2 modules
var shared_glob = __webpack_require__(26534);
// EXTERNAL MODULE: ../node_modules/fastest-levenshtein/mod.js
var mod = __webpack_require__(2818);
// EXTERNAL MODULE: ./shared/list-some.js
var list_some = __webpack_require__(65020);
;// CONCATENATED MODULE: ./spec/suggest.js



/** The candidate that `text` most likely meant; undefined if none is near (a third of its length, at least 2). */
function nearest(text, candidates) {
    const wanted = text.toLowerCase();
    let best;
    let bestDistance = Math.max(2, Math.floor(text.length / 3)) + 1;
    for (const candidate of candidates) {
        // The difference in length is a lower bound of the distance, and much cheaper for thousands of candidates.
        if (Math.abs(candidate.length - text.length) >= bestDistance)
            continue;
        const found = (0,mod/* distance */.Io)(wanted, candidate.toLowerCase());
        // Words without any common letter are not similar, however short they are.
        if (found < bestDistance && found < text.length)
            [best, bestDistance] = [candidate, found];
    }
    return best;
}
/** ` Did you mean X?` with a leading space, or nothing: appended to a sentence. */
function didYouMean(text, candidates) {
    const found = nearest(text, candidates);
    return found === undefined ? '' : ` Did you mean ${(0,spec_issue/* quote */.hD)(found)}?`;
}
/** `a, b and 3 more`, each as code. */
function quoteSome(items, most = 5) {
    return (0,list_some/* listSome */.X)(items.map(spec_issue/* quote */.hD), most);
}

;// CONCATENATED MODULE: ./plan/match-ids.js



/** The most names that the braces of all globs of one input may stand for. */
const MAX_NAMES = 10_000;
/**
 * Matches the globs of a setting, e.g. `Input \`only\``, against the ids of the spec. One that names no take means the whole
 * edit: all its takes, or only the one that is kept.
 */
function matchIds(setting, globs, edits, means) {
    const problems = [];
    const byGlob = new Map();
    let names = 0;
    for (const text of new Set(globs)) {
        const glob = (0,shared_glob/* parseGlob */.qF)(text);
        names += glob.ok ? glob.value.alternatives.length : 0;
        const nameOf = text.includes('#') ? (edit) => edit.id : nameEdit;
        const isMeant = ({ take }) => text.includes('#') || means === 'all-takes' || take?.isKept !== false;
        const matches = glob.ok && names <= MAX_NAMES
            ? edits.filter((edit) => isMeant(edit) && (0,shared_glob/* matchesGlob */.kt)(glob.value, nameOf(edit))).map(({ id }) => id)
            : [];
        if (glob.ok)
            byGlob.set(text, matches);
        if (matches.length > 0)
            continue;
        const why = !glob.ok
            ? `${glob.error}.`
            : names > MAX_NAMES
                ? `is one glob too many: with it, the braces stand for more than ${MAX_NAMES} names. Use \`*\` instead of braces.`
                : `matches no edit of the spec.${suggest(text, [...new Set(edits.map(nameOf))])}`;
        problems.push({ severity: 'error', message: `${setting} has ${(0,spec_issue/* quote */.hD)(text)}, which ${why}` });
    }
    return { named: new Set([...byGlob.values()].flat()), byGlob, problems };
}
function nameEdit({ id, take }) {
    return take?.edit ?? id;
}
/** Ids that start with the text come first: users leave out the values of a matrix. */
function suggest(text, ids) {
    const longer = ids.filter((id) => id.startsWith(text));
    return longer.length > 0 ? ` These start with it: ${quoteSome(longer)}.` : didYouMean(text, ids);
}

;// CONCATENATED MODULE: ./plan/match-forced.js



/**
 * Finds the edits that the input `force` names. Warns about frozen edits, which stay as they are, and about globs that match
 * only edits that are not part of this run (`chosen`).
 */
function matchForced(globs, edits, chosen, desk = {}) {
    const setting = nameSetting('force', desk);
    const { named, byGlob, problems } = matchIds(setting, globs, edits, 'kept-take');
    const frozen = edits.filter(({ id, frozen: isFrozen }) => isFrozen && named.has(id));
    const warnings = frozen.map(({ id, at }) => {
        const message = `${setting} names \`${id}\`, which is frozen and stays as it is. Remove \`frozen\` to have it made again.`;
        return { severity: 'warning', message, at };
    });
    const inRun = new Set(chosen.map(({ id }) => id));
    const idle = [...byGlob].flatMap(([glob, ids]) => {
        if (ids.length === 0 || ids.some((id) => inRun.has(id)))
            return [];
        const message = `${setting} has ${(0,spec_issue/* quote */.hD)(glob)}, which has no effect in this run: \`only\` excludes every edit that it matches.`;
        return [{ severity: 'warning', message }];
    });
    return { forced: named, problems: [...problems, ...warnings, ...idle] };
}

;// CONCATENATED MODULE: ./plan/select-edits.js


/** Chooses the edits whose ids match a glob of `only` (all if it is empty), with the edits that they use. */
function selectEdits(edits, only, desk = {}) {
    if (only.length === 0)
        return { edits, takenAlong: [], problems: [] };
    const { named, problems } = matchIds(nameSetting('only', desk), only, edits, 'all-takes');
    const wanted = withNeeds(edits, named);
    return {
        edits: edits.filter((edit) => wanted.has(edit.id)),
        takenAlong: [...wanted].filter((id) => !named.has(id)),
        problems,
    };
}
/** The edits with these ids, and those that they use. */
function selectIds(edits, ids) {
    const wanted = withNeeds(edits, ids);
    return edits.filter(({ id }) => wanted.has(id));
}
function withNeeds(edits, named) {
    const byId = new Map(edits.map((edit) => [edit.id, edit]));
    const wanted = new Set(named);
    // Iterating a set also visits elements that are added meanwhile, so needs are followed transitively.
    for (const id of wanted) {
        for (const image of byId.get(id)?.images ?? [])
            if (image.kind === 'edit')
                wanted.add(image.id);
    }
    return wanted;
}

// EXTERNAL MODULE: ./references/inspect-references.js + 11 modules
var inspect_references = __webpack_require__(26974);
// EXTERNAL MODULE: ./spec/locate-issues.js
var locate_issues = __webpack_require__(1696);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./shared/breathe.js
var breathe = __webpack_require__(18586);
// EXTERNAL MODULE: ./shared/inside.js
var shared_inside = __webpack_require__(19391);
// EXTERNAL MODULE: ./shared/problem.js
var problem = __webpack_require__(85720);
;// CONCATENATED MODULE: ./spec/template.js

// Ends at the first `}}`, or at the end of the text if there is none.
const EXPRESSION = /\$\{\{(.*?)(?:\}\}|$)/gs;
const REFERENCE = /^\s*(matrix|vars|edit)\.([A-Za-z_][A-Za-z0-9_-]*)\s*$/;
/** A text that consists of exactly one `${{ matrix.x }}` or `${{ vars.x }}`. */
const WHOLE_REFERENCE = /^\$\{\{\s*(?:matrix|vars)\.[A-Za-z_][A-Za-z0-9_-]*\s*\}\}$/;
/**
 * Replaces `${{ matrix.x }}`, `${{ vars.x }}` and `${{ edit.id }}`. There are no other expressions, and values are inserted as
 * they are: what looks like an expression inside a value stays text. `faults` has every expression that does not work.
 */
function interpolate(text, scope) {
    if (!text.includes('${{'))
        return { text, faults: [] };
    const faults = [];
    const replaced = text.replaceAll(EXPRESSION, (source, inner) => {
        const value = evaluate(source, inner, scope);
        if (typeof value !== 'object')
            return String(value);
        faults.push({ source, message: value.message });
        return '';
    });
    return { text: replaced, faults };
}
/** The typed value of a text that matches `WHOLE_REFERENCE`. */
function lookUp(text, scope) {
    const value = evaluate(text, text.slice(3, -2), scope);
    return typeof value === 'object' ? { source: text, message: value.message } : value;
}
/** The names that a text uses from a scope, without invalid expressions. */
function usedNames(text, scope) {
    if (!text.includes('${{'))
        return [];
    const references = Array.from(text.matchAll(EXPRESSION), ([, inner = '']) => parseReference(inner));
    return references.flatMap((reference) => (reference?.scope === scope ? [reference.name] : []));
}
function parseReference(inner) {
    const [, scope, name] = REFERENCE.exec(inner) ?? [];
    if (name === undefined)
        return undefined;
    return scope === 'matrix' || scope === 'vars' || scope === 'edit' ? { scope, name } : undefined;
}
function evaluate(source, inner, scope) {
    if (!source.endsWith('}}'))
        return { message: 'This `${{` has no closing `}}`.' };
    const reference = parseReference(inner);
    if (reference === undefined) {
        return {
            message: `\`${source.replaceAll(/\s+/g, ' ').slice(0, 80)}\` is not a valid expression. ` +
                'Use `${{ matrix.NAME }}`, `${{ vars.NAME }}` or `${{ edit.id }}`.',
        };
    }
    const { name } = reference;
    switch (reference.scope) {
        case 'edit':
            return name === 'id' ? scope.id : { message: `\`edit.${name}\` does not exist. Use \`edit.id\`.` };
        case 'vars':
            return (scope.vars.get(name) ?? {
                message: `\`vars.${name}\` is not defined.${didYouMean(name, scope.vars.keys()) || ' Add it under `vars`.'}`,
            });
        case 'matrix':
            return scope.matrix.get(name) ?? { message: missingFromMatrix(name, scope) };
    }
}
function missingFromMatrix(name, scope) {
    if (scope.axisNames.has(name))
        return `\`matrix.${name}\` has no value in this combination. Add one with \`include\`.`;
    if (scope.matrix.size === 0)
        return `\`matrix.${name}\` is not defined, because this edit has no \`matrix\`.`;
    return `\`matrix.${name}\` is not defined.${didYouMean(name, scope.axisNames)}`;
}

;// CONCATENATED MODULE: ./spec/build-context.js

/** Whether the edit is never sent, whatever its model takes by now. */
function isFrozen({ expanded }) {
    return expanded.fields.frozen === true;
}
/** Whether the matrix of the edit compares models: its keys are then for all of them. */
function comparesModels({ expanded }) {
    return usedNames(expanded.fields.model ?? '', 'matrix').length > 0;
}
/** Records an error of the edit. Errors of one `rule` at one pointer, from several combinations of a matrix, are shown as one. */
function reject({ expanded, issues }, message, pointer, rule) {
    const ofMatrix = expanded.fields.matrix !== undefined;
    issues.push({
        severity: 'error',
        message,
        pointer,
        ...(ofMatrix && { edit: expanded.id }),
        ...(rule !== undefined && { rule }),
    });
}
/** A text of the spec, interpolated; undefined, with issues recorded, if an expression does not work. */
function renderText(context, template, path) {
    const { text, faults } = interpolate(template, context.expanded.scope);
    for (const { source, message } of faults)
        reject(context, message, { path, on: 'text', text: source });
    return faults.length === 0 ? text : undefined;
}

;// CONCATENATED MODULE: ./spec/repository-path.js

/**
 * A path of the repository in its shortest form, relative to the root, with forward slashes. Checks only the form. The error
 * completes a sentence about the path.
 */
function parseRepositoryPath(text) {
    if (text.trim() === '')
        return { ok: false, error: 'is empty.' };
    if (text.includes('\\'))
        return { ok: false, error: 'contains a backslash. Separate folders with `/`.' };
    if (/\p{Cc}/u.test(text))
        return { ok: false, error: 'contains a control character.' };
    if (text.startsWith('/') || /^[a-z]:/i.test(text)) {
        return {
            ok: false,
            error: 'is absolute. Use a path relative to the workspace, the root of the repository.',
        };
    }
    const normal = external_node_path_.posix.normalize(text);
    if (normal === '..' || normal.startsWith('../'))
        return { ok: false, error: 'leads out of the repository.' };
    return { ok: true, value: normal };
}

;// CONCATENATED MODULE: ./spec/build-images.js



/** The images of an edit, without those that have an issue. */
function buildImages(context) {
    const { key, fields } = context.expanded;
    const { images = [] } = fields;
    const path = ['edits', key, 'images'];
    if (!Array.isArray(images))
        return buildImage(context, images, path);
    return images.flatMap((entry, index) => buildImage(context, entry, [...path, index]));
}
/** One image of an edit, or of its `options`; none, with an issue recorded, if it cannot be one. */
function buildImage(context, entry, path) {
    if (typeof entry === 'object') {
        const id = renderText(context, entry.edit, [...path, 'edit']);
        return id === undefined ? [] : [{ kind: 'edit', id, path }];
    }
    const text = renderText(context, entry, path);
    if (text === undefined)
        return [];
    const source = parseImageSource(text);
    if (source.ok)
        return [{ ...source.value, path }];
    reject(context, `The image ${(0,spec_issue/* quote */.hD)(redact(text))} ${source.error}`, { path, on: 'value' });
    return [];
}
/** URLs may carry passwords and signatures, and more people read messages than the spec. */
function redact(text) {
    return /^[^/]*:\/\//.test(text) ? text.replace(/\/\/[^/]*@/, '//…@').replace(/[?#].*$/s, '?…') : text;
}
/** Pre-signed URLs have up to about 2,000 characters; a much longer one is most likely a mistake. */
const MAX_URL_CHARACTERS = 8192;
/**
 * What a text under `images` names, after interpolation: an https URL, otherwise a repository file or glob relative to the
 * workspace. Checks only the form. The error completes a sentence about the text: what is wrong and what to do.
 */
function parseImageSource(text) {
    if (text.trim() === '')
        return { ok: false, error: 'is empty.' };
    const scheme = /^([a-z][a-z0-9+.-]+):/i.exec(text)?.[1]?.toLowerCase();
    return scheme === undefined ? parsePattern(text) : parseUrl(text, scheme);
}
function parseUrl(text, scheme) {
    const url = URL.parse(text);
    if (scheme === 'http')
        return { ok: false, error: 'must start with https://. The service fetches nothing else.' };
    if (scheme !== 'https') {
        return {
            ok: false,
            error: `has the scheme \`${scheme.slice(0, 20)}:\`. Use an https:// URL or a file of the repository.`,
        };
    }
    // WHATWG's parser silently repairs spaces, backslashes and missing slashes. The service may not.
    if (url === null || url.hostname === '' || !/^https:\/\/[^/\\]/i.test(text) || /[\s\p{Cc}\\]/u.test(text)) {
        return { ok: false, error: 'is not a valid https:// URL.' };
    }
    if (url.username !== '' || url.password !== '') {
        return { ok: false, error: 'contains a user name or password. Use a public or pre-signed URL.' };
    }
    const raw = rawAddress(url);
    if (raw !== undefined) {
        return {
            ok: false,
            error: `is the address of a page about the file, not of the file. Use ${raw}, or the path of a file of this repository.`,
        };
    }
    return text.length > MAX_URL_CHARACTERS
        ? { ok: false, error: `is longer than ${MAX_URL_CHARACTERS} characters.` }
        : { ok: true, value: { kind: 'url', url: text } };
}
/** The address of the file itself, for a page of GitHub, GitLab or Hugging Face that shows a file; otherwise undefined. */
function rawAddress({ origin, hostname, pathname, searchParams }) {
    const github = /^\/([^/]+\/[^/]+)\/(?:blob|blame|edit)\/(.+)$/.exec(pathname);
    if (hostname === 'github.com' && github !== null)
        return searchParams.has('raw')
            ? undefined
            : `https://raw.githubusercontent.com/${github[1] ?? ''}/${github[2] ?? ''}`;
    if (pathname.includes('/-/blob/'))
        return `${origin}${pathname.replace('/-/blob/', '/-/raw/')}`;
    if (hostname === 'huggingface.co' && pathname.includes('/blob/'))
        return `${origin}${pathname.replace('/blob/', '/resolve/')}`;
    return undefined;
}
function parsePattern(text) {
    // Resolving `..` against a wildcard before it would name other files than the pattern does.
    if (/[*?[{!(].*\/\.\.(?:\/|$)/.test(text))
        return { ok: false, error: 'has `..` after a wildcard.' };
    const pattern = parseRepositoryPath(text);
    return pattern.ok ? { ok: true, value: { kind: 'file', pattern: pattern.value } } : pattern;
}

// EXTERNAL MODULE: ./shared/file-name.js
var file_name = __webpack_require__(73761);
;// CONCATENATED MODULE: ./spec/output-path.js

/** Leaves room for the output folder within the 4,096 bytes of Linux and the 1,024 of macOS. */
const MAX_PATH_BYTES = 512;
/** The extensions of pictures and videos that the service makes. */
const MEDIA_EXTENSION = /\.(?:jpe?g|png|webp|gif|mp4|webm)$/i;
/**
 * An output path that is safe to write on Linux, macOS and Windows: in Unicode form NFC, with forward slashes and without
 * extension. The error completes a sentence about the path: what is wrong and what to do.
 */
function parseOutputPath(text) {
    const path = text.normalize('NFC');
    const wrong = faultOfPath(path) ??
        path
            .split('/')
            .map(faultOfSegment)
            .find((fault) => fault !== undefined);
    return wrong === undefined ? { ok: true, value: path } : { ok: false, error: wrong };
}
/** Names used beside the pictures: the gallery, the results file (also its partial form) and the references. */
const RESERVED_BY_ARTIFACT = /^(references(?=\/|$)|index\.html(?=\/)|pictures\.json(?=\/)|results\.json(?:\.part)?(?=\/))/i;
function faultOfPath(path) {
    if (path.trim() === '')
        return 'is empty.';
    if (path.includes('\\'))
        return 'contains a backslash. Separate folders with `/`.';
    if (path.startsWith('/') || /^[a-z]:/i.test(path))
        return 'is absolute. Use a path relative to the output folder.';
    if (path.split('/').includes('..'))
        return 'contains `..`. It must stay in the output folder.';
    const reserved = RESERVED_BY_ARTIFACT.exec(path)?.[1];
    if (reserved !== undefined)
        return `starts with \`${reserved}\`, which is reserved for the artifact's own files. Choose another name.`;
    if (Buffer.byteLength(path) > MAX_PATH_BYTES)
        return `is longer than ${MAX_PATH_BYTES} bytes.`;
    return undefined;
}
function faultOfSegment(segment) {
    const fault = (0,file_name/* faultOfFileName */.v)(segment);
    if (fault !== undefined)
        return fault;
    const extension = MEDIA_EXTENSION.exec(segment)?.[0];
    return extension === undefined
        ? undefined
        : `has the extension \`${extension}\`. Remove it: the file's type decides.`;
}

;// CONCATENATED MODULE: ./spec/build-output.js



/** The output path: the edit's own, the spec's default, or one derived from the edit's id. */
function buildOutput(context) {
    const { key, fields, defaultOutput } = context.expanded;
    const template = fields.output ?? context.defaults.output;
    if (template === undefined)
        return check(context, defaultOutput, { path: ['edits', key], on: 'key' }, ' Give the edit an `output`.');
    const path = fields.output === undefined ? ['defaults', 'output'] : ['edits', key, 'output'];
    const text = renderText(context, template, path);
    return text === undefined ? undefined : check(context, text, { path, on: 'value' }, '');
}
function check(context, text, pointer, advice) {
    const output = parseOutputPath(text);
    if (output.ok)
        return { text: output.value, pointer };
    reject(context, `The output path ${(0,spec_issue/* quote */.hD)(text)} ${output.error}${advice}`, pointer);
    return undefined;
}

// EXTERNAL MODULE: ./shared/format.js
var format = __webpack_require__(19612);
;// CONCATENATED MODULE: ./spec/prompt-text.js

/** Longer than any model takes; for models whose limit is not known. */
const MAX_PROMPT_CHARACTERS = 32_000;
/**
 * A prompt that can be sent: `least` to `most` characters, without trailing line breaks. Characters are Unicode code points, because
 * the vendor states the limit in JSON Schema, whose `maxLength` counts them (draft 2020-12 validation, section 6.3.1): an
 * emoji counts as one, not as the two units of JavaScript. The error completes a sentence about the prompt.
 */
function parsePrompt(text, most = MAX_PROMPT_CHARACTERS, least = 1) {
    const prompt = text.replace(/[\r\n]+$/, '');
    if (prompt.trim() === '')
        return { ok: false, error: 'is empty.' };
    // A text has at most as many code points as units, and counting code points is slower.
    const characters = prompt.length > most || least > 1 ? Array.from(prompt).length : prompt.length;
    if (characters < least) {
        return {
            ok: false,
            error: `has ${(0,format/* plural */.LS)(characters, 'character')}; the model needs at least ${least}. Say more.`,
        };
    }
    if (characters > most) {
        return {
            ok: false,
            error: `has ${characters} characters; the model accepts at most ${most}. Shorten it.`,
        };
    }
    // Line breaks and tabs are the only control characters that a prompt needs.
    const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]|\p{Cs}/u.exec(prompt)?.[0];
    if (control === undefined)
        return { ok: true, value: prompt };
    const code = (control.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return { ok: false, error: `contains the control character U+${code}. Remove it.` };
}

;// CONCATENATED MODULE: ./spec/build-prompt.js




/** The prompt as it is sent, from `prompt` or `prompt-file`; undefined, with issues recorded, if it is not valid. */
function buildPrompt(context, files) {
    const { key, fields } = context.expanded;
    // Having both, or neither, was already reported when the form was checked.
    if (fields.prompt !== undefined) {
        const path = ['edits', key, 'prompt'];
        return finish(context, renderText(context, fields.prompt, path), '`prompt`', { path, on: 'value' });
    }
    const file = fields['prompt-file'];
    return file === undefined ? undefined : buildFromFile(context, file, files);
}
function buildFromFile(context, template, files) {
    const path = ['edits', context.expanded.key, 'prompt-file'];
    const pointer = { path, on: 'value' };
    const file = renderText(context, template, path);
    const content = file === undefined ? undefined : files.get(file);
    if (file === undefined || content === undefined)
        return undefined;
    if (!content.ok) {
        reject(context, `The prompt file ${(0,spec_issue/* quote */.hD)(file)} ${content.error}`, pointer);
        return undefined;
    }
    const { text, faults } = interpolate(content.value, context.expanded.scope);
    for (const { source, message } of faults) {
        reject(context, message, { position: positionIn(file, content.value, source) });
    }
    return finish(context, faults.length > 0 ? undefined : text, `The prompt file ${(0,spec_issue/* quote */.hD)(file)}`, pointer);
}
function finish(context, text, what, pointer) {
    if (text === undefined)
        return undefined;
    const answer = context.model?.answer;
    const isLimited = answer?.kind === 'known' && !isFrozen(context);
    const most = isLimited ? answer.model.mostPromptLength : undefined;
    const least = isLimited ? answer.model.leastPromptLength : undefined;
    const prompt = parsePrompt(text, most, least);
    if (prompt.ok)
        return prompt.value;
    reject(context, `${what} ${prompt.error}`, pointer, 'prompt');
    return undefined;
}
function positionIn(file, content, source) {
    const before = content.slice(0, Math.max(0, content.indexOf(source))).split('\n');
    return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

// EXTERNAL MODULE: ./shared/model.js
var shared_model = __webpack_require__(50962);
// EXTERNAL MODULE: ./shared/duration.js
var duration = __webpack_require__(42403);
;// CONCATENATED MODULE: ./spec/size.js
/** The sizes that the model offers, spelled as in its input schema (the vendor's schema of `width×height`). */
const WIRE_SIZES = [
    '1024x1024(1:1)',
    '2048x2048(1:1)',
    '2304x1728(4:3)',
    '2496x1664(3:2)',
    '2560x1440(16:9)',
    '3024x1296(21:9)',
    '4096x4096(1:1)',
    '4694x3520(4:3)',
    '4992x3328(3:2)',
    '5404x3040(16:9)',
    '6198x2656(21:9)',
];
/** The same sizes as `2560x1440`. */
const SHORT_SIZES = WIRE_SIZES.map((wire) => wire.slice(0, wire.indexOf('(')));
const SIZES = new Map(WIRE_SIZES.flatMap((wire) => {
    const short = wire.slice(0, wire.indexOf('('));
    const [width = 0, height = 0] = short.split('x').map(Number);
    const size = { width, height, wire };
    return [
        [short, size],
        [wire, size],
    ];
}));
/** Every spelling allowed in a spec: for each size, `2560x1440` and the model's own `2560x1440(16:9)`. */
const SIZE_SPELLINGS = [...SIZES.keys()];
/** The size meant by one of `SIZE_SPELLINGS`; undefined for any other text. */
function parseSize(text) {
    return SIZES.get(text);
}

;// CONCATENATED MODULE: ./spec/settings.js






const DEFAULT_SIZE = '2048x2048(1:1)';
const DEFAULT_SCALE = 0.5;
const DEFAULT_TIMEOUT = '15m';
/** The longest that a job may run on a self-hosted runner (docs.github.com, "Usage limits"). */
const MAX_TIMEOUT_MS = 5 * 24 * 3_600_000;
/** The size: the edit's own, the spec's default or the model's; undefined, with an issue recorded, if the model does not offer it. */
function resolveSize(context) {
    const setting = resolve(context, 'size', DEFAULT_SIZE);
    if (setting === undefined)
        return undefined;
    const size = parseSize(String(setting.value));
    if (size !== undefined)
        return size;
    const hint = didYouMean(String(setting.value), SIZE_SPELLINGS) || ` Use one of ${WIRE_SIZES.join(', ')}.`;
    reject(context, `\`size\` is ${(0,spec_issue/* quote */.hD)(setting.value)}, which the model does not offer.${hint}`, setting.pointer);
    return undefined;
}
/** The weight of the prompt, 0 to 1. */
function resolveScale(context) {
    const setting = resolve(context, 'scale', DEFAULT_SCALE);
    if (setting === undefined)
        return undefined;
    const { value, pointer } = setting;
    // A number of the matrix or of `vars` may be text, as it is written: `0.50`.
    const scale = typeof value === 'string' && /\d/.test(value) ? Number(value) : value;
    if (typeof scale === 'number' && scale >= 0 && scale <= 1)
        return scale;
    reject(context, `\`scale\` is ${(0,spec_issue/* quote */.hD)(value)}, but it must be a number from 0 to 1.`, pointer);
    return undefined;
}
/** The time limit of the edit, in milliseconds. */
function resolveTimeoutMs(context) {
    const setting = resolve(context, 'timeout', DEFAULT_TIMEOUT);
    if (setting === undefined)
        return undefined;
    const timeoutMs = (0,duration/* parseDuration */.E9)(String(setting.value)) ?? 0;
    if (timeoutMs > 0 && timeoutMs <= MAX_TIMEOUT_MS)
        return timeoutMs;
    const fault = timeoutMs === 0
        ? 'zero, which leaves no time for the edit'
        : `longer than ${(0,duration/* formatDuration */.a3)(MAX_TIMEOUT_MS)}`;
    reject(context, `\`timeout\` is ${fault}.`, setting.pointer);
    return undefined;
}
function resolve(context, name, fallback) {
    const { key, fields, scope } = context.expanded;
    const path = fields[name] === undefined ? ['defaults', name] : ['edits', key, name];
    const value = fields[name] ?? context.defaults[name] ?? fallback;
    const pointer = { path, on: 'value' };
    if (typeof value !== 'string' || !WHOLE_REFERENCE.test(value))
        return { value, pointer };
    const found = lookUp(value, scope);
    if (typeof found !== 'object')
        return { value: found, pointer };
    reject(context, found.message, pointer);
    return undefined;
}

;// CONCATENATED MODULE: ./spec/model-settings.js





/** Keys of the default model, and what other models call the same. */
const OTHER_NAMES = {
    size: /^(?:aspect_ratio|resolution|image_size|size|width|height)$/,
    scale: /^(?:scale|guidance_scale|strength)$/,
    'force-single': /^(?:number_of_images|num_images|num_outputs|n)$/,
};
/** The settings of the default model, or an issue for each of them that an edit of another model sets. */
function buildSettings(context) {
    const { expanded, defaults, model } = context;
    if (model !== undefined && model.id !== shared_model/* MODEL */.A) {
        refuseSettings(context, model.id);
        return { forceSingle: false };
    }
    const size = resolveSize(context);
    const scale = resolveScale(context);
    const forceSingle = expanded.fields['force-single'] ?? defaults['force-single'] ?? false;
    return size === undefined || scale === undefined ? undefined : { size, scale, forceSingle };
}
function refuseSettings(context, id) {
    const { key, fields } = context.expanded;
    const answer = context.model?.answer;
    const known = answer?.kind === 'known' ? [...answer.model.options.keys()] : undefined;
    for (const [name, others] of Object.entries(OTHER_NAMES)) {
        if (fields[name] === undefined)
            continue;
        const same = (known ?? []).filter((option) => others.test(option)).map((option) => `options.${option}`);
        const advice = same.length > 0
            ? `Use ${quoteSome(same)}.`
            : known === undefined
                ? "Use the model's own keys under `options`."
                : `Remove it: ${(0,spec_issue/* quote */.hD)(id)} has no such key.`;
        const move = comparesModels(context) ? ' Or move it to `defaults`: other models ignore it there.' : '';
        reject(context, `${(0,spec_issue/* quote */.hD)(name)} belongs to the model ${(0,spec_issue/* quote */.hD)(shared_model/* MODEL */.A)}. ${advice}${move}`, {
            path: ['edits', key, name],
            on: 'key',
        });
    }
}

// EXTERNAL MODULE: ./models/default-model.js
var default_model = __webpack_require__(16193);
// EXTERNAL MODULE: ./shared/is-map.js
var is_map = __webpack_require__(76144);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./models/image-limits.js
var image_limits = __webpack_require__(8510);
;// CONCATENATED MODULE: ./models/check-options.js



/**
 * Everything that is wrong with `options` by the model's published schema; pure. `pictures` are the keys of `options` whose
 * pictures are named in the spec: they are there, and checked with the other pictures.
 */
function checkOptions({ options: rules, required }, options, pictures = new Set()) {
    return checkMap(rules, required, options, [], pictures);
}
function checkMap(rules, required, value, path, pictures) {
    const missing = required.filter((key) => !Object.hasOwn(value, key) && !pictures.has(key));
    return [
        ...missing.map((key) => ({ kind: 'missing', path: [...path, key], rule: rules.get(key) })),
        ...Object.entries(value).flatMap(([key, each]) => {
            const rule = rules.get(key);
            if (rule !== undefined)
                return checkValue(rule, each, [...path, key]);
            return [{ kind: 'unknown-key', path: [...path, key], known: [...rules.keys()] }];
        }),
    ];
}
function checkValue(rule, value, path) {
    const isFit = isOfType(rule, value);
    const choices = rule.type === 'image' ? undefined : rule.choices;
    if (choices?.some((choice) => (0,external_node_util_.isDeepStrictEqual)(choice, value)) === true) {
        // The choices of a schema may be of another type than it says. They count.
        if (!isFit)
            return [];
    }
    else if (!isFit)
        return [{ kind: 'type', path, rule, value }];
    else if (choices !== undefined)
        return [{ kind: 'choice', path, choices, value }];
    switch (rule.type) {
        case 'text': {
            const amount = typeof value === 'string' ? Array.from(value).length : 0;
            return checkAmount('text', amount, rule.leastLength ?? 0, rule.mostLength ?? Infinity, path);
        }
        case 'number':
            return typeof value !== 'number' || (0,image_limits/* isInRange */.h)(value, rule.range)
                ? []
                : [{ kind: 'range', path, range: rule.range, value }];
        case 'list': {
            const entries = Array.isArray(value) ? value : [];
            return [
                ...checkAmount('list', entries.length, rule.least, rule.most, path),
                ...entries.flatMap((each, index) => checkValue(rule.items, each, [...path, index])),
            ];
        }
        case 'map':
            return rule.keys === undefined
                ? []
                : checkMap(rule.keys, rule.required, value, path, new Set());
        case 'image':
            return Array.isArray(value) ? checkAmount('list', value.length, rule.least, rule.most, path) : [];
        case 'boolean':
        case 'any':
            return [];
    }
}
function isOfType(rule, value) {
    switch (rule.type) {
        case 'text':
            return typeof value === 'string';
        case 'number':
            return (typeof value === 'number' && Number.isFinite(value) && (!rule.isWhole || Number.isInteger(value)));
        case 'boolean':
            return typeof value === 'boolean';
        case 'list':
            return Array.isArray(value);
        case 'map':
            return (0,is_map/* isMap */.j)(value);
        // A picture directly under `options` is read before. Inside of another value, it is sent as it is.
        case 'image':
            return rule.isList ? Array.isArray(value) && value.every(isAddress) : isAddress(value);
        case 'any':
            return value !== null;
    }
}
function isAddress(value) {
    return typeof value === 'string' && /^https:\/\/[^\s/]/.test(value);
}
function checkAmount(of, amount, least, most, path) {
    return amount >= least && amount <= most ? [] : [{ kind: 'length', of, path, amount, least, most }];
}

// EXTERNAL MODULE: ./models/own-keys.js
var own_keys = __webpack_require__(88165);
// EXTERNAL MODULE: ./models/fit-options.js
var fit_options = __webpack_require__(13316);
;// CONCATENATED MODULE: ./spec/option-value.js




/**
 * A value of `options` with its expressions replaced, those that are a whole value in the type that the rule asks for;
 * undefined, with an issue recorded, if that does not work.
 */
function readOptionValue(context, value, rule, path) {
    if (typeof value === 'string')
        return readText(context, value, rule, path);
    if (typeof value === 'boolean')
        return value;
    if (typeof value === 'number' && Number.isFinite(value) && !isRounded(value))
        return value;
    if (Array.isArray(value)) {
        const items = rule?.type === 'list' ? rule.items : undefined;
        const read = value.map((each, index) => readOptionValue(context, each, items, [...path, index]));
        const sound = read.filter((each) => each !== undefined);
        return sound.length === read.length ? sound : undefined;
    }
    if (typeof value === 'object' && value !== null) {
        const keys = rule?.type === 'map' ? rule.keys : undefined;
        const read = Object.entries(value).map(([key, each]) => [key, readOptionValue(context, each, keys?.get(key), [...path, key])]);
        return read.some(([, each]) => each === undefined) ? undefined : Object.fromEntries(read);
    }
    const what = value === null || value === undefined
        ? 'is empty. Give it a value, or remove it'
        : isRounded(value)
            ? `is larger than a number can be without being rounded. Use at most ${Number.MAX_SAFE_INTEGER}`
            : 'must be a number that JSON has';
    reject(context, `\`${describeOption(path)}\` ${what}.`, { path, on: 'value' });
    return undefined;
}
function readText(context, text, rule, path) {
    const { scope } = context.expanded;
    if (WHOLE_REFERENCE.test(text)) {
        const found = lookUp(text, scope);
        if (typeof found !== 'object') {
            const asked = (0,fit_options/* fitValue */.Z)(rule, found);
            return isRounded(asked) ? readOptionValue(context, asked, rule, path) : asked;
        }
        reject(context, found.message, { path, on: 'value' });
        return undefined;
    }
    const { text: read, faults } = interpolate(text, scope);
    for (const { source, message } of faults)
        reject(context, message, { path, on: 'text', text: source });
    return faults.length > 0 ? undefined : read;
}
/** Two such numbers may be read as one, so that one of two edits would never be made. */
function isRounded(value) {
    return Number.isInteger(value) && !Number.isSafeInteger(value);
}
/** `options.seed`, wherever in the spec it is set. */
function describeOption(path) {
    return (0,spec_issue/* nameSteps */.rT)(path.slice(path.indexOf('options')));
}

;// CONCATENATED MODULE: ./spec/describe-fault.js





/** More choices than this are not listed. */
const MAX_CHOICES = 20;
/** What is wrong with a value of `options`, as sentences. */
function describeFault(fault, model) {
    const name = (0,spec_issue/* quote */.hD)(describeOption(['options', ...fault.path]));
    switch (fault.kind) {
        case 'unknown-key': {
            const key = String(fault.path.at(-1));
            const known = fault.known.length === 0 ? ' It has none.' : ` Known here: ${quoteSome(fault.known, MAX_CHOICES)}.`;
            return `Unknown key ${name} of the model ${(0,spec_issue/* quote */.hD)(model)}.${didYouMean(key, fault.known) || known}`;
        }
        case 'missing':
            return `${name} is missing, and ${(0,spec_issue/* quote */.hD)(model)} requires it${fault.rule === undefined ? '' : `: ${describeRule(fault.rule)}`}.`;
        case 'type': {
            if (fault.rule.type === 'image')
                return `${name} must be ${fault.rule.isList ? 'a list of https:// URLs of pictures' : 'the https:// URL of a picture'}. A file of the repository or \`edit: ID\` can only be given directly under \`options\`.`;
            const { rule, value } = fault;
            const isText = rule.type === 'text' && typeof value !== 'object';
            const quotes = isText && (rule.choices?.includes(String(value)) ?? true) ? ' Put it in quotes.' : '';
            const isQuoted = typeof value === 'string' && isChoiceUnquoted(rule, value);
            return `${name} must be ${describeRule(rule)}, but it is ${(0,spec_issue/* showValue */.vp)(value)}${isQuoted ? ' as text. Remove the quotes' : ''}.${quotes}`;
        }
        case 'choice': {
            const texts = fault.choices.map(String);
            const hint = typeof fault.value === 'string' ? didYouMean(fault.value, texts) : '';
            return `${name} is ${(0,spec_issue/* showValue */.vp)(fault.value)}, but it must be one of ${listChoices(fault.choices)}.${hint}`;
        }
        case 'range':
            return `${name} must be ${describeRange(fault.range)}, but it is \`${fault.value}\`.`;
        case 'length': {
            const { of, amount, least, most } = fault;
            const unit = (count) => of === 'text' ? (0,format/* plural */.LS)(count, 'character') : (0,format/* plural */.LS)(count, 'entry', 'entries');
            const limit = amount > most ? `at most ${most}` : `at least ${least}`;
            return `${name} has ${unit(amount)}, but it may have ${limit}.`;
        }
    }
}
function isChoiceUnquoted({ choices = [] }, value) {
    return choices.some((choice) => (typeof choice === 'number' || typeof choice === 'boolean') && String(choice) === value);
}
function describeRule(rule) {
    if (rule.type !== 'image' && rule.choices !== undefined)
        return `one of ${listChoices(rule.choices)}`;
    switch (rule.type) {
        case 'text':
            return 'text';
        case 'number': {
            const { least, most } = rule.range;
            const range = least === undefined && most === undefined ? '' : ` ${describeRange(rule.range)}`;
            return `${rule.isWhole ? 'a whole number' : 'a number'}${range}`;
        }
        case 'boolean':
            return '`true` or `false`';
        case 'list':
            return 'a list';
        case 'map':
            return 'a map of keys and values';
        case 'image':
            return 'a picture';
        case 'any':
            return 'a value';
    }
}
function describeRange({ least, most }) {
    const isPlain = least !== undefined && most !== undefined && !least.isOpen && !most.isOpen;
    if (isPlain)
        return `from ${least.value} to ${most.value}`;
    return [
        ...(least === undefined ? [] : [`${least.isOpen ? 'more than' : 'at least'} ${least.value}`]),
        ...(most === undefined ? [] : [`${most.isOpen ? 'less than' : 'at most'} ${most.value}`]),
    ].join(' and ');
}
function listChoices(choices) {
    return (0,list_some/* listSome */.X)(choices.map(spec_issue/* showValue */.vp), MAX_CHOICES);
}

;// CONCATENATED MODULE: ./spec/option-pictures.js



/** Keys that are most likely pictures if the schema of the model is not known. */
const PICTURE_KEY = /(?:^|_)(?:image|mask)s?(?:_(?:url|uri)s?)?$/i;
const PICTURE_VALUE = /^https:\/\/|\.(?:jpe?g|png|webp)$/i;
/** Whether a value of `options` names pictures. */
function isForPictures(context, rule, name, value) {
    // The value of a frozen edit may be from a time when the key took something else.
    if (rule?.type === 'image')
        return !isFrozen(context) || isPicture('image', value);
    const isKnown = context.model?.answer.kind === 'known' && (rule !== undefined || !isFrozen(context));
    // A key that a schema no longer names as one for pictures may take them all the same: never a path as text.
    return (!isKnown || isFree(rule)) && isPicture(name, value);
}
/** Whether a rule says nothing of what a text is for. */
function isFree(rule) {
    if (rule?.type === 'list')
        return rule.choices === undefined && isFree(rule.items);
    return (rule?.type === 'text' || rule?.type === 'any') && rule.choices === undefined;
}
/** Whether a key and its value look like pictures, whatever the schema says. */
function isPicture(name, value) {
    const first = Array.isArray(value) ? value[0] : value;
    const isNamed = typeof first === 'string' && PICTURE_VALUE.test(first);
    return PICTURE_KEY.test(name) && (isNamed || isEditReference(first));
}
/** The pictures of a key of `options`, without those that have an issue. */
function buildPictures(context, value, rule, path) {
    const option = String(path.at(-1));
    if (Array.isArray(value) && value.length === 0) {
        reject(context, `\`${describeOption(path)}\` is empty. Name a picture, or remove it.`, {
            path,
            on: 'value',
        });
        return [];
    }
    if (Array.isArray(value) && rule?.isList === false && !isFrozen(context)) {
        reject(context, `\`${describeOption(path)}\` takes a single picture, but it is a list.`, {
            path,
            on: 'value',
        });
        return [];
    }
    const entries = Array.isArray(value) ? value : [value];
    return entries.flatMap((entry, index) => {
        const at = Array.isArray(value) ? [...path, index] : path;
        if (typeof entry === 'string' || isEditReference(entry))
            return buildImage(context, entry, at).map((image) => ({ ...image, option }));
        const message = `\`${describeOption(at)}\` must be a file of the repository, an https:// URL, or \`edit: ID\`.`;
        reject(context, message, { path: at, on: 'value' });
        return [];
    });
}
function isEditReference(value) {
    if (typeof value !== 'object' || value === null)
        return false;
    const { edit, ...others } = value;
    return typeof edit === 'string' && edit !== '' && Object.keys(others).length === 0;
}

;// CONCATENATED MODULE: ./spec/build-options.js








const NO_OPTIONS = { options: {}, images: [] };
/**
 * The model's own keys of an edit, interpolated and checked by the model's schema. Keys of `defaults` that the model does not
 * have are left out. The values stay as the spec has them: what type a model asks for may change.
 */
function buildOptions(context) {
    const { key, fields } = context.expanded;
    const model = context.model?.answer.kind === 'known' ? context.model.answer.model : undefined;
    // What most edits are like: without any, and of a model that needs none.
    const isPlain = fields.options === undefined && context.defaults.options === undefined;
    if (isPlain && (model === undefined || model.required.length === 0))
        return NO_OPTIONS;
    const own = fields.options ?? {};
    const inherited = Object.entries(context.defaults.options ?? {}).filter(([name]) => !Object.hasOwn(own, name) && (model === undefined || (0,own_keys/* hasOption */.K)(model, name)));
    const written = [
        ...inherited.map(([name, value]) => ({ name, value, path: ['defaults', 'options', name] })),
        ...Object.entries(own).map(([name, value]) => ({ name, value, path: ['edits', key, 'options', name] })),
    ];
    const options = new Map();
    /** As they are sent. */
    const fitted = new Map();
    const images = [];
    /** Keys that are there, whatever their value. */
    const given = new Set();
    for (const { name, value, path } of written) {
        if (isNamedElsewhere(context, model, name, path))
            continue;
        const rule = model?.options.get(name);
        if (isForPictures(context, rule, name, value)) {
            given.add(name);
            images.push(...buildPictures(context, value, rule?.type === 'image' ? rule : undefined, path));
            continue;
        }
        const read = readOptionValue(context, value, rule, path);
        if (read === undefined)
            given.add(name);
        else {
            fitted.set(name, read);
            options.set(name, readOptionValue({ ...context, issues: [] }, value, undefined, path) ?? read);
        }
    }
    // A frozen edit stays as it is, also if its model takes other options by now.
    if (model !== undefined && !isFrozen(context))
        checkBySchema(context, model, Object.fromEntries(fitted), given);
    const defaultOptions = readDefaults(context);
    return {
        options: Object.fromEntries(options),
        ...(defaultOptions !== undefined && { defaultOptions }),
        images,
    };
}
function readDefaults(context) {
    const { options: own = {} } = context.expanded.fields;
    const { options } = context.defaults;
    if (options === undefined)
        return undefined;
    const read = Object.entries(options).flatMap(([name, value]) => {
        if (Object.hasOwn(own, name) || isPicture(name, value))
            return [];
        const known = readOptionValue({ ...context, issues: [] }, value, undefined, [
            'defaults',
            'options',
            name,
        ]);
        return known === undefined ? [] : [[name, known]];
    });
    return Object.fromEntries(read);
}
function checkBySchema(context, model, options, given) {
    const { key, fields } = context.expanded;
    const rules = new Map([...model.options].filter(([name]) => (0,own_keys/* hasOption */.K)(model, name)));
    for (const fault of checkOptions({ ...model, options: rules }, options, given)) {
        const name = String(fault.path[0] ?? '');
        const isInherited = !Object.hasOwn(fields.options ?? {}, name) && Object.hasOwn(options, name);
        const start = isInherited ? ['defaults', 'options'] : ['edits', key, 'options'];
        const isAbout = fault.kind === 'missing' || fault.kind === 'unknown-key' ? 'key' : 'value';
        if (fault.kind === 'unknown-key' && fault.path.length === 1 && context.model?.isStandIn === true) {
            const message = `\`options.${name}\` was not checked: the schema of ${(0,spec_issue/* quote */.hD)(model.id)} that is built in does not have it, and the service's own is not known here.`;
            context.issues.push({
                severity: 'warning',
                message,
                pointer: { path: [...start, ...fault.path], on: 'key' },
            });
            continue;
        }
        const message = `${describeFault(fault, model.id)}${isInherited ? describeDefault(name, model) : adviseOnComparison(fault, context)}`;
        reject(context, message, { path: [...start, ...fault.path], on: isAbout });
    }
}
function describeDefault(name, { id }) {
    return ` It comes from \`defaults\`. If other models need it so, set \`options.${name}\` in the edits by ${(0,spec_issue/* quote */.hD)(id)}.`;
}
/** Keys of an edit are for all models that its matrix compares. */
function adviseOnComparison({ kind, path }, context) {
    return kind === 'unknown-key' && path.length === 1 && comparesModels(context)
        ? ' If only some of the models have it, move it to `options` under `defaults`: the others ignore it there.'
        : '';
}
/** Refuses keys that the spec has another name for. */
function isNamedElsewhere(context, model, name, path) {
    const ownName = name === 'prompt'
        ? 'prompt'
        : name === model?.references.key && !isFrozen(context)
            ? 'images'
            : context.model?.id === shared_model/* MODEL */.A
                ? own_keys/* OWN_KEYS */.M.get(name)
                : undefined;
    if (ownName === undefined)
        return false;
    reject(context, `\`${describeOption(path)}\` has a key of its own. Use \`${ownName}\` instead.`, {
        path,
        on: 'key',
    });
    return true;
}

;// CONCATENATED MODULE: ./spec/build-edits.js








/** Interpolates and checks each edit on its own. Checks that involve several edits come afterwards. */
function buildEdits(expanded, defaults, models, promptFiles) {
    const issues = [];
    const edits = expanded.map((edit) => {
        const context = { expanded: edit, defaults, model: models.get(edit), issues };
        const settings = buildSettings(context);
        const { images: pictures, ...options } = buildOptions(context);
        const request = buildRequest(context, settings, options, promptFiles);
        return {
            expanded: edit,
            output: buildOutput(context),
            images: [...buildImages(context), ...pictures],
            forceSingle: settings?.forceSingle ?? false,
            ...(context.model !== undefined && describeModel(context.model)),
            request,
        };
    });
    return { edits, issues };
}
function buildRequest(context, settings, options, promptFiles) {
    const { id, key, fields, scope } = context.expanded;
    const prompt = buildPrompt(context, promptFiles);
    const timeoutMs = resolveTimeoutMs(context);
    const description = fields.description === undefined
        ? undefined
        : renderText(context, fields.description, ['edits', key, 'description']);
    if (prompt === undefined ||
        settings === undefined ||
        timeoutMs === undefined ||
        context.model === undefined)
        return undefined;
    const matrix = Object.fromEntries(scope.matrix);
    const { frozen = false } = fields;
    const model = describeModel(context.model);
    const request = { id, key, matrix, prompt, ...model, ...options, ...settings, timeoutMs, frozen };
    return description === undefined ? request : { ...request, description };
}
function describeModel({ id, answer }) {
    const isPublished = answer.kind === 'known' && answer.model !== default_model/* DEFAULT_MODEL */.U;
    return { model: id, ...(isPublished && { published: answer.model }) };
}

// EXTERNAL MODULE: ../node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(69987);
// EXTERNAL MODULE: ../node_modules/zod/v4/core/registries.js
var registries = __webpack_require__(9110);
// EXTERNAL MODULE: ./media/mark/compose-mark.js
var compose_mark = __webpack_require__(51186);
;// CONCATENATED MODULE: ./spec/rendition-fields.js


// Messages complete the sentence "`key` is `value`, but it ...".
/** Formats of renditions, by their file extensions without `jpg`. */
const RENDITION_FORMATS = ['avif', 'webp', 'jpeg', 'png'];
/** What WebP can hold; JPEG and the others have room for more. */
const MAX_WIDTH = 16_383;
const MAX_SETS = 8;
const MAX_WIDTHS = 12;
const SET_NAME = /^[A-Za-z][A-Za-z0-9_]{0,29}$/;
const BYTES = /^(\d{1,9}(?:\.\d{1,3})?)\s?(B|KB|MB|KiB|MiB)$/;
const ASPECT = /^([1-9]\d{0,4})[:/]([1-9]\d{0,4})$/;
const COLOR = /^(?:#(?:[0-9a-f]{3}|[0-9a-f]{6})|white|black)$/i;
/** Made when a spec has sets: most have none, and every run reads a spec before all else. */
function makeSet() {
    const width = schemas/* int */.Whr().min(1).max(MAX_WIDTH);
    const format = schemas/* enum */.k5n(RENDITION_FORMATS, { error: 'must be avif, webp, jpeg or png.' });
    return schemas/* strictObject */.rej({
        width: schemas/* union */.KCZ([schemas/* array */.YOg(width).min(1).max(MAX_WIDTHS), width], {
            error: 'must be a width in pixels, or a list of them.',
        })
            .register(registries/* globalRegistry */.fd, {
            description: 'Widths in pixels. A picture is never enlarged: for a wider one, its own width is used, once.',
            examples: [[640, 1280, 2560]],
        }),
        format: schemas/* union */.KCZ([schemas/* array */.YOg(format).min(1).max(RENDITION_FORMATS.length), format], {
            error: 'must be avif, webp, jpeg or png, or a list of them.',
        })
            .optional()
            .register(registries/* globalRegistry */.fd, {
            description: 'avif, webp, jpeg or png, or a list of them. AVIF takes many seconds for each. Default: webp and jpeg.',
            default: ['webp', 'jpeg'],
        }),
        quality: schemas/* int */.Whr()
            .min(1)
            .max(100)
            .optional()
            .register(registries/* globalRegistry */.fd, {
            description: '1 to 100, for all formats but PNG. Default: 80, and 60 for AVIF.',
            examples: [75],
        }),
        'max-bytes': schemas/* string */.YjP()
            .regex(BYTES, { error: 'must be a number with a unit, for example `300KB`.' })
            .optional()
            .register(registries/* globalRegistry */.fd, {
            description: 'The most that one file may have. The quality is lowered for it, but not below 30.',
            examples: ['300KB'],
        }),
        background: schemas/* string */.YjP()
            .regex(COLOR, { error: 'must be `white`, `black`, or a color such as `#ffcc00`.' })
            .optional()
            .register(registries/* globalRegistry */.fd, {
            description: 'What is behind transparent parts, and around a picture with `fit: contain`. Default: nothing; white in JPEG.',
            examples: ['#ffcc00'],
        }),
        aspect: schemas/* string */.YjP()
            .regex(ASPECT, { error: 'must be two numbers such as `"16:9"`, in quotes.' })
            .optional()
            .register(registries/* globalRegistry */.fd, {
            description: 'Width and height of the rendition in relation to each other.',
            examples: ['16:9', '1:1'],
        }),
        fit: schemas/* enum */.k5n(['cover', 'contain'], { error: 'must be cover or contain.' })
            .optional()
            .register(registries/* globalRegistry */.fd, {
            description: 'How a picture gets its `aspect`. cover (the default): what is too much is cut off. contain: it is filled up with `background`.',
        }),
    })
        .register(registries/* globalRegistry */.fd, {
        title: 'Set of renditions',
        description: 'Smaller copies of a picture, in one or several widths and formats.',
    });
}
/** The sets by name. */
const renditions = schemas/* record */.g1P(schemas/* string */.YjP().regex(SET_NAME, {
    error: 'is not a valid name. Use at most 30 letters, digits and `_`, starting with a letter.',
}), schemas/* lazy */.RZV(makeSet))
    .refine((sets) => Object.keys(sets).length <= MAX_SETS, { error: `has more than ${MAX_SETS} sets.` })
    .register(registries/* globalRegistry */.fd, {
    title: 'Renditions',
    description: 'Smaller copies of the pictures for pages, in sets. They cost nothing, and follow their picture.',
    examples: [{ web: { width: [640, 1280], format: ['webp', 'jpeg'] } }],
    propertyNames: { pattern: SET_NAME.source },
});
/** The sets of one edit. */
const renditionNames = schemas/* union */.KCZ([schemas/* array */.YOg(schemas/* string */.YjP().min(1)), schemas/* string */.YjP().min(1)], {
    error: 'must be names of sets, or an empty list.',
})
    .register(registries/* globalRegistry */.fd, {
    title: 'Sets of renditions',
    description: 'Names of sets under `renditions`. Default: all. An empty list: none.',
    examples: [['web']],
});
/** What the picture shows. */
const alt = schemas/* string */.YjP()
    .min(1)
    .max(1000)
    .register(registries/* globalRegistry */.fd, {
    title: 'Alternative text',
    description: 'What the picture shows, for people who do not see it. It is not sent to the model. You can use `${{ }}`.',
    examples: ['A mug on a beach'],
});
/** Which pictures say that a machine made them. */
const mark = schemas/* enum */.k5n(['renditions', 'all', 'none'], { error: 'must be renditions, all or none.' })
    .register(registries/* globalRegistry */.fd, {
    title: 'Mark',
    description: 'Which pictures say in their metadata that a machine made them. renditions (the default): originals stay as the service made them. all: originals as well, unless they are signed. none.',
    default: 'renditions',
});
/** Whether the mark has the prompt. */
const markPrompt = schemas/* boolean */.zMY().register(registries/* globalRegistry */.fd, {
    title: 'Prompt in the mark',
    description: 'true: the mark has the prompt as well. Anyone who has the picture can read it.',
    default: false,
});
/** How the mark names the source. */
const markSource = schemas/* enum */.k5n(compose_mark/* SOURCE_TYPES */.m, { error: `must be one of ${compose_mark/* SOURCE_TYPES */.m.join(', ')}.` })
    .register(registries/* globalRegistry */.fd, {
    title: 'Source type in the mark',
    description: 'The digital source type of the IPTC. Default: compositeWithTrainedAlgorithmicMedia, and trainedAlgorithmicMedia for an edit without images.',
});

;// CONCATENATED MODULE: ./spec/build-pictures.js




/** The renditions, the mark and the alternative text of each edit. Nothing if the spec has issues of form. */
function build_pictures_buildPictures(expanded, { pictures }) {
    const settings = new Map();
    if (pictures === undefined)
        return { settings, issues: [] };
    const issues = Object.entries(pictures.renditions ?? {}).flatMap(([name, set]) => checkSet(name, set));
    for (const edit of expanded) {
        const built = build_pictures_buildSettings({ expanded: edit, issues }, pictures);
        if (built !== undefined)
            settings.set(edit.id, built);
    }
    return { settings, issues };
}
function build_pictures_buildSettings(context, spec) {
    const { key, fields } = context.expanded;
    const alt = fields.alt === undefined ? undefined : renderText(context, fields.alt, ['edits', key, 'alt']);
    const renditions = chooseSets(context, spec.renditions ?? {});
    const { mark = 'renditions', 'mark-prompt': markPrompt = false } = spec;
    if (alt === undefined && renditions.length === 0 && mark !== 'all')
        return undefined;
    const sourceType = fields['mark-source'] ?? spec['mark-source'];
    return {
        ...(alt !== undefined && { alt }),
        ...{ renditions, mark, markPrompt },
        ...(sourceType !== undefined && { sourceType }),
    };
}
function chooseSets(context, sets) {
    const { key, fields } = context.expanded;
    const known = Object.keys(sets);
    const { renditions: named = known } = fields;
    const names = new Set(Array.isArray(named) ? named : [named]);
    for (const name of names) {
        if (known.includes(name))
            continue;
        const hint = didYouMean(name, known) ||
            (known.length === 0 ? ' The spec has no `renditions`.' : ` There are ${known.map(spec_issue/* quote */.hD).join(', ')}.`);
        reject(context, `There is no set of renditions ${(0,spec_issue/* quote */.hD)(name)}.${hint}`, {
            path: ['edits', key, 'renditions'],
            on: 'value',
        });
    }
    const chosen = known.filter((name) => names.has(name)).map((name) => readSet(name, sets[name]));
    return chosen.map((set) => ({
        ...set,
        isNamed: chosen.some((other) => other.name !== set.name && other.formats.some((format) => set.formats.includes(format))),
    }));
}
function readSet(name, raw) {
    const { width = [], format = ['webp', 'jpeg'], quality, background, aspect, fit = 'cover' } = raw ?? {};
    const maxBytes = parseBytes(raw?.['max-bytes']);
    const [, across, up] = ASPECT.exec(aspect ?? '') ?? [];
    return {
        name,
        widths: [...new Set(Array.isArray(width) ? width : [width])].toSorted((a, b) => a - b),
        formats: [...new Set(Array.isArray(format) ? format : [format])],
        ...(quality !== undefined && { quality }),
        ...(maxBytes !== undefined && { maxBytes }),
        ...(background !== undefined && { background: readColor(background) }),
        ...(across !== undefined && { crop: { fit, width: Number(across), height: Number(up) } }),
        isNamed: false,
    };
}
const UNITS = { B: 1, KB: 1000, MB: 1e6, KiB: 1024, MiB: 1024 ** 2 };
function parseBytes(text) {
    const [, amount, unit = ''] = BYTES.exec(text ?? '') ?? [];
    return amount === undefined ? undefined : Math.floor(Number(amount) * (UNITS[unit] ?? 1));
}
/** As six lower-case digits, so that two spellings of one color are the same setting. */
function readColor(text) {
    const color = text.toLowerCase();
    if (color === 'white')
        return '#ffffff';
    if (color === 'black')
        return '#000000';
    return color.length === 4 ? `#${color.slice(1).replaceAll(/./g, '$&$&')}` : color;
}
function checkSet(name, raw) {
    const { formats } = readSet(name, raw);
    const path = ['renditions', name];
    const issues = [];
    const error = (message, key) => {
        issues.push({ severity: 'error', message, pointer: { path: [...path, key], on: 'value' } });
    };
    if (formats.includes('avif') && !formats.includes('jpeg') && !formats.includes('png'))
        error(`The set ${(0,spec_issue/* quote */.hD)(name)} has AVIF without JPEG or PNG, which some browsers and site builders need. Add \`jpeg\` to its \`format\`.`, 'format');
    if (raw.fit !== undefined && raw.aspect === undefined)
        error(`The set ${(0,spec_issue/* quote */.hD)(name)} has \`fit\` without \`aspect\`. Add an \`aspect\`, for example \`"16:9"\`.`, 'fit');
    return issues;
}

;// CONCATENATED MODULE: ./spec/check-default-options.js



/** An error for each key of `options` under `defaults` that no model of the spec has; pure. */
function checkDefaultOptions({ options = {} }, models) {
    const names = Object.keys(options);
    const known = [...models.values()].flatMap(({ answer }) => (answer.kind === 'known' ? [answer.model] : []));
    // What is not known may have the key.
    if (names.length === 0 || known.length === 0 || known.length < models.size)
        return [];
    const distinct = [...new Set(known)];
    return names
        .filter((name) => !distinct.some((model) => (0,own_keys/* hasOption */.K)(model, name)))
        .map((name) => {
        const key = (0,spec_issue/* quote */.hD)(`options.${name}`);
        const other = own_keys/* OWN_KEYS */.M.get(name) ?? (name === 'prompt' ? name : undefined);
        const keys = distinct.flatMap((model) => [...model.options.keys()].filter((each) => (0,own_keys/* hasOption */.K)(model, each)));
        const advice = didYouMean(name, keys) || ' Remove it.';
        const message = other !== undefined
            ? `${key} has a key of its own. Use ${(0,spec_issue/* quote */.hD)(other)} instead.`
            : `No model of this spec has the key ${key}.${advice}`;
        return { severity: 'error', message, pointer: { path: ['defaults', 'options', name], on: 'key' } };
    });
}

// EXTERNAL MODULE: ./shared/fold-path.js
var fold_path = __webpack_require__(42274);
;// CONCATENATED MODULE: ./spec/takes.js



/** Folder of the takes that are not kept, beside the outputs. */
const TAKES_FOLDER = 'takes';
/**
 * The takes of an edit whose output path is `output`. The kept one has that path; each of the others has one of its own,
 * `takes/OUTPUT/NUMBER`. An edit with a single take is only itself.
 */
function listTakes(edit, defaults, output) {
    const of = countTakes(edit, defaults);
    if (of === 1)
        return [{ id: edit.id, output }];
    const chosen = readKeep(edit);
    const kept = chosen ?? 1;
    return listTakePaths(edit, defaults, output).map((path, index) => {
        const number = index + 1;
        const isKept = number === kept;
        return {
            id: nameTake(edit.id, number),
            output: isKept ? output : path,
            take: { edit: edit.id, number, of, isKept, isChosen: chosen !== undefined },
        };
    });
}
/** The output path of each take of an edit if it is not the kept one; none if there is a single take. */
function listTakePaths(edit, defaults, output) {
    const of = countTakes(edit, defaults);
    return of === 1 ? [] : Array.from({ length: of }, (_, index) => `${TAKES_FOLDER}/${output}/${index + 1}`);
}
/** The id of what an edit's users get: that of the kept take, or the edit's own. */
function nameKept(edit, defaults) {
    return countTakes(edit, defaults) === 1 ? edit.id : nameTake(edit.id, readKeep(edit) ?? 1);
}
/** How often an edit is made. */
function countTakes({ fields }, { takes }) {
    return fields.takes ?? takes ?? 1;
}
function nameTake(id, number) {
    return `${id}#${number}`;
}
function readKeep({ id, fields: { keep } }) {
    return typeof keep === 'object' ? keep[id] : keep;
}
/** Checks that each `keep` names a take that its edit has, and with a matrix, edits that the matrix makes. */
function checkKeep(edits, defaults) {
    const byKey = Map.groupBy(edits, ({ key }) => key);
    return [...byKey].flatMap(([key, ofKey]) => {
        const [first] = ofKey;
        const keep = first?.fields.keep;
        if (first === undefined || keep === undefined)
            return [];
        const takes = countTakes(first, defaults);
        const ids = ofKey.map(({ id }) => id);
        const reject = (message, ...path) => ({
            severity: 'error',
            message,
            pointer: { path: ['edits', key, 'keep', ...path], on: path.length === 0 ? 'value' : 'key' },
        });
        const judge = (number, ...path) => {
            if (number <= takes)
                return [];
            const why = takes === 1 ? 'has a single take: set `takes`' : `has only ${(0,format/* plural */.LS)(takes, 'take')}`;
            return [reject(`\`keep\` names take ${number}, but ${(0,spec_issue/* quote */.hD)(path[0] ?? key)} ${why}.`, ...path)];
        };
        const hasMatrix = first.fields.matrix !== undefined;
        if (typeof keep === 'number') {
            if (!hasMatrix)
                return judge(keep);
            return [
                reject(`${(0,spec_issue/* quote */.hD)(key)} has a matrix, so \`keep\` must say which take of which edit: \`keep: { "${ids[0] ?? key}": ${keep} }\`. Its edits are ${quoteSome(ids)}.`),
            ];
        }
        if (!hasMatrix)
            return [reject(`${(0,spec_issue/* quote */.hD)(key)} has no matrix, so \`keep\` must be a number: the take to keep.`)];
        return Object.entries(keep).flatMap(([id, number]) => ids.includes(id)
            ? judge(number, id)
            : [
                reject(`\`keep\` names ${(0,spec_issue/* quote */.hD)(id)}, which is not an edit of ${(0,spec_issue/* quote */.hD)(key)}. Its edits are ${quoteSome(ids)}.`, id),
            ]);
    });
}

;// CONCATENATED MODULE: ./spec/check-outputs.js




/**
 * Checks that no two edits write the same file, also on systems that ignore case. An edit that may return several images also
 * owns the paths that end in `-1`, `-2`, ... `locate` is called only if something is wrong.
 */
function checkOutputs(edits, defaults, locate) {
    const issues = [];
    const owners = new Map();
    for (const edit of edits) {
        if (edit.output === undefined)
            continue;
        const path = (0,fold_path/* foldPath */.t)(edit.output.text);
        const owner = owners.get(path);
        if (owner === undefined)
            owners.set(path, edit);
        else
            issues.push(clash(edit, describeClash(edit, owner, locate)));
    }
    for (const edit of edits) {
        const [first] = listOthers(edit, defaults).flatMap((path) => owners.get((0,fold_path/* foldPath */.t)(path)) ?? []);
        if (first !== undefined)
            issues.push(clash(first, `is kept free for a take of ${check_outputs_name(edit, locate)}. Give the edit another \`output\`.`));
    }
    for (const [path, edit] of owners) {
        const base = /^(.+)-[1-9]\d*$/.exec(path)?.[1];
        const owner = base === undefined ? undefined : owners.get(base);
        if (owner === undefined || owner.forceSingle)
            continue;
        issues.push(clash(edit, `would be used for one of several images of ${check_outputs_name(owner, locate)}. ` +
            (owner.model !== undefined && owner.model !== shared_model/* MODEL */.A
                ? 'Give one of them another `output`.'
                : 'Give that edit `force-single: true`, or one of them another `output`.')));
    }
    return issues;
}
/** Paths of the takes that may not be at the edit's output: any of them may be kept one day. */
function listOthers({ expanded, output }, defaults) {
    return output === undefined ? [] : listTakePaths(expanded, defaults, output.text);
}
function describeClash(edit, owner, locate) {
    const { matrix } = edit.expanded.scope;
    // A path that already has the value differs, unless the values differ only in case.
    const differing = [...matrix].filter(([axis, value]) => (0,fold_path/* foldPath */.t)(String(owner.expanded.scope.matrix.get(axis))) !== (0,fold_path/* foldPath */.t)(String(value)));
    const [axis] = differing.map(([each]) => each);
    return edit.expanded.key === owner.expanded.key && axis !== undefined
        ? `is the same for several combinations of the matrix. Add \`\${{ matrix.${axis} }}\` to \`output\`.`
        : `is already used by ${check_outputs_name(owner, locate)}. Give one of them another \`output\`.`;
}
function clash({ expanded, output }, what) {
    const pointer = output?.pointer ?? { path: ['edits', expanded.key], on: 'key' };
    const message = `The output path ${(0,spec_issue/* quote */.hD)(output?.text ?? '')} ${what}`;
    return { severity: 'error', message, pointer, edit: expanded.id, rule: 'output' };
}
function check_outputs_name({ expanded, output }, locate) {
    const at = locate(output?.pointer ?? { path: ['edits', expanded.key], on: 'key' });
    return `${(0,spec_issue/* quote */.hD)(expanded.id)} (line ${at.line}, column ${at.column})`;
}

;// CONCATENATED MODULE: ./spec/check-renditions.js


/**
 * Checks that no rendition gets the path of another edit's picture or rendition, also on systems that ignore case. The width in a
 * name follows from the picture, which is not there yet, so any width counts. `locate` is called only if something is wrong.
 */
function checkRenditions(edits, settings, locate) {
    const owners = new Map();
    const issues = [];
    const claim = (path, edit) => {
        const owner = owners.get(path);
        if (owner === undefined)
            owners.set(path, edit);
        else if (owner !== edit)
            issues.push(check_renditions_clash(edit, owner, locate));
    };
    for (const edit of edits)
        for (const name of listNames(edit, settings))
            claim(name, edit);
    if (owners.size === 0)
        return [];
    for (const edit of edits) {
        const name = /^(.+)-\d+w$/.exec((0,fold_path/* foldPath */.t)(edit.output?.text ?? ''))?.[1];
        const owner = name === undefined ? undefined : (owners.get(name) ?? owners.get(name.replace(/-\d+(?=-|$)/, '')));
        if (owner !== undefined && owner !== edit)
            issues.push(check_renditions_clash(edit, owner, locate));
    }
    return issues;
}
/** What the names of an edit's renditions begin with, in front of the width and of a number among several pictures. */
function listNames({ expanded, output }, settings) {
    const sets = output === undefined ? [] : (settings.get(expanded.id)?.renditions ?? []);
    const path = (0,fold_path/* foldPath */.t)(output?.text ?? '');
    return [...new Set(sets.map(({ name, isNamed }) => (isNamed ? `${path}-${(0,fold_path/* foldPath */.t)(name)}` : path)))];
}
function check_renditions_clash(edit, owner, locate) {
    const pointer = pointerOf(edit);
    const at = locate(pointerOf(owner));
    const message = `The output path ${(0,spec_issue/* quote */.hD)(edit.output?.text ?? '')} may be that of a rendition of ${(0,spec_issue/* quote */.hD)(owner.expanded.id)} (line ${at.line}, column ${at.column}). Give one of them another \`output\`.`;
    return { severity: 'error', message, pointer, edit: edit.expanded.id, rule: 'rendition' };
}
function pointerOf({ expanded, output }) {
    return output?.pointer ?? { path: ['edits', expanded.key], on: 'key' };
}

;// CONCATENATED MODULE: ./spec/find-cycles.js
/**
 * The cycles found in one depth-first walk over a graph: at least one for each group of nodes that depend on each other.
 * Each is the list of its nodes, without repeating the first one at the end. `edges` may omit nodes without edges.
 */
function findCycles(edges) {
    const cycles = [];
    const done = new Set();
    for (const start of edges.keys()) {
        // An explicit stack: a chain of thousands of edits would overflow the call stack.
        const way = [];
        const stepsOf = [];
        const onWay = new Map();
        const enter = (node) => {
            onWay.set(node, way.length);
            way.push(node);
            stepsOf.push((edges.get(node) ?? []).values());
        };
        if (!done.has(start))
            enter(start);
        for (let steps = stepsOf.at(-1); steps !== undefined; steps = stepsOf.at(-1)) {
            const step = steps.next();
            if (step.done === true) {
                const left = way.pop();
                stepsOf.pop();
                if (left !== undefined) {
                    onWay.delete(left);
                    done.add(left);
                }
                continue;
            }
            const seenAt = onWay.get(step.value);
            if (seenAt !== undefined)
                cycles.push(way.slice(seenAt));
            else if (!done.has(step.value))
                enter(step.value);
        }
    }
    return cycles;
}

;// CONCATENATED MODULE: ./spec/check-references.js



/** Checks that each `edit:` names exactly one existing edit, and that no edit depends on itself, directly or not. */
function checkReferences(edits, expansion) {
    const issues = [];
    const ids = new Set(edits.map(({ expanded }) => expanded.id));
    const edges = new Map();
    const pathsOf = new Map();
    // One missing edit may be named thousands of times, and searching for a similar name is slow.
    const explain = memoize((id) => explainMissing(id, expansion));
    for (const { expanded, images } of edits) {
        const needs = [];
        for (const image of images) {
            if (image.kind !== 'edit')
                continue;
            const path = [...image.path, 'edit'];
            const message = ids.has(image.id) ? undefined : explain(image.id);
            if (message !== undefined)
                issues.push(issueOf(expanded, message, path));
            else
                needs.push(image.id);
            pathsOf.set(linkName(expanded.id, image.id), path);
        }
        if (needs.length > 0)
            edges.set(expanded.id, needs);
    }
    const editOf = new Map(edits.map(({ expanded }) => [expanded.id, expanded]));
    for (const cycle of findCycles(edges)) {
        const [first = '', second = first] = cycle;
        const path = pathsOf.get(linkName(first, second));
        const edit = editOf.get(first);
        if (path === undefined || edit === undefined)
            continue;
        const message = cycle.length === 1
            ? `${(0,spec_issue/* quote */.hD)(first)} uses its own output as an image.`
            : `These edits depend on each other in a cycle: ${[...cycle, first].map(spec_issue/* quote */.hD).join(' -> ')}.`;
        issues.push({ ...issueOf(edit, message, path), rule: 'cycle' });
    }
    return issues;
}
function linkName(from, to) {
    return `${from}\n${to}`;
}
function issueOf({ id, fields }, message, path) {
    const pointer = { path, on: 'value' };
    return { severity: 'error', message, pointer, ...(fields.matrix !== undefined && { edit: id }) };
}
/** Why an id names no edit; undefined if its key has an issue of its own, so that its ids are unknown. */
function explainMissing(id, { idsOf, broken }) {
    const take = id.lastIndexOf('#');
    if (take > 0)
        return `There is no edit ${(0,spec_issue/* quote */.hD)(id)}. Name the edit without the number, ${(0,spec_issue/* quote */.hD)(id.slice(0, take))}: its kept take is used (key \`keep\`).`;
    const [key = ''] = id.split('@', 1);
    if (broken.has(key))
        return undefined;
    const siblings = idsOf.get(key);
    if (siblings === undefined) {
        const known = nearest(key, idsOf.keys()) === undefined ? [...idsOf.values()].flat() : idsOf.keys();
        return `There is no edit ${(0,spec_issue/* quote */.hD)(id)}.${didYouMean(key, known)}`;
    }
    if (id !== key)
        return `There is no edit ${(0,spec_issue/* quote */.hD)(id)}.${didYouMean(id, siblings) || ` It can be ${quoteSome(siblings)}.`}`;
    return `${(0,spec_issue/* quote */.hD)(key)} has a matrix. Name one of its edits: ${quoteSome(siblings)}.`;
}
function memoize(compute) {
    const known = new Map();
    return (id) => {
        const { value } = known.get(id) ?? { value: compute(id) };
        known.set(id, { value });
        return value;
    };
}

;// CONCATENATED MODULE: ./spec/check-usage.js


/**
 * Warns about what makes no difference: a variable that is never used, and an axis of a matrix that changes nothing that is
 * sent to the model.
 */
function checkUsage(draft, expanded, promptFiles) {
    const textsOf = new Map(draft.edits.map(({ key, fields }) => [key, collectTexts(fields, draft)]));
    for (const { key, fields, scope } of expanded) {
        const file = fields['prompt-file'] === undefined ? undefined : interpolate(fields['prompt-file'], scope).text;
        const content = file === undefined ? undefined : promptFiles.get(file);
        if (content?.ok === true)
            textsOf.get(key)?.sent.add(content.value);
    }
    const everywhere = [...textsOf.values()].flatMap(({ sent, unsent }) => [...sent, ...unsent]);
    const vars = new Set(everywhere.flatMap((text) => usedNames(text, 'vars')));
    const issues = Object.keys(draft.vars)
        .filter((name) => !vars.has(name))
        .map((name) => warning(`The variable ${(0,spec_issue/* quote */.hD)(name)} is never used.`, ['vars', name]));
    for (const { key, fields } of draft.edits) {
        const sent = [...(textsOf.get(key)?.sent ?? [])];
        const used = new Set(sent.flatMap((text) => usedNames(text, 'matrix')));
        // The id differs between combinations, too.
        const usesId = sent.some((text) => usedNames(text, 'edit').length > 0);
        const axes = Object.entries(fields.matrix ?? {}).filter(([name]) => name !== 'include' && name !== 'exclude');
        for (const [name, values] of axes) {
            if (usesId || used.has(name) || (values?.length ?? 0) < 2)
                continue;
            const message = `Nothing that ${(0,spec_issue/* quote */.hD)(key)} sends uses \`\${{ matrix.${name} }}\`, so ` +
                'its values give the same pictures, which are made and paid for only once. ' +
                'For several candidates of one picture, use `takes`.';
            issues.push(warning(message, ['edits', key, 'matrix', name]));
        }
    }
    return issues;
}
function collectTexts(fields, { defaults, model: top }) {
    const { images = [], output = defaults.output ?? '', description = '', alt = '' } = fields;
    const named = (Array.isArray(images) ? images : [images]).map((entry) => typeof entry === 'string' ? entry : entry.edit);
    const settings = [fields.size ?? defaults.size, fields.scale ?? defaults.scale].map((value) => String(value ?? ''));
    const { model = top ?? '', options } = fields;
    const own = [model, JSON.stringify([options, defaults.options])];
    const sent = new Set([fields.prompt ?? '', fields['prompt-file'] ?? '', ...named, ...settings, ...own]);
    return { sent, unsent: [output, description, alt] };
}
function warning(message, path) {
    return { severity: 'warning', message, pointer: { path, on: 'key' } };
}

;// CONCATENATED MODULE: ./spec/edit-id.js

/** The names of a key's edits: one without a matrix, otherwise one for each combination, in order. */
function nameEdits(key, axes, combinations = []) {
    if (axes === undefined)
        return [{ id: key, defaultOutput: key }];
    const short = combinations.map((values) => nameOf(key, axisValues(values, axes)));
    const uses = new Map();
    for (const { id } of short)
        uses.set(id, (uses.get(id) ?? 0) + 1);
    // Values that `include` adds beside the axes are not part of a name, so that adding one renames nothing. Only
    // combinations with equal axis values are named by all of their values.
    return short.map((name, index) => {
        const values = combinations[index];
        return (uses.get(name.id) ?? 0) > 1 && values !== undefined ? nameOf(key, [...values.values()]) : name;
    });
}
function axisValues(values, axes) {
    const onAxes = [...values].filter(([name]) => axes.has(name)).map(([, value]) => value);
    return onAxes.length > 0 ? onAxes : [...values.values()];
}
function nameOf(key, values) {
    const words = values.map(toWord);
    const segment = words.join('-').replace(MEDIA_EXTENSION, '');
    // `+` instead of a comma: `{ edit: hero@beach,large }` would be two keys in YAML.
    return { id: `${key}@${words.join('+')}`, defaultOutput: `${key}/${segment}` };
}
const MAX_WORD_CHARACTERS = 60;
/** A value as part of an id, safe in globs and file names: letters and digits of any script, `.`, `_` and `-`. */
function toWord(value) {
    const word = String(value)
        .normalize('NFC')
        .replaceAll(/[^\p{L}\p{M}\p{N}._-]+/gu, ' ')
        .replaceAll(/^[ .]+|[ .]+$/g, '')
        .replaceAll(' ', '-');
    return word === '' ? '_' : Array.from(word).slice(0, MAX_WORD_CHARACTERS).join('');
}

;// CONCATENATED MODULE: ./spec/loosely-equal.js
/**
 * Equality as in GitHub's expressions, which compares the values of a workflow's matrix: text ignores case, and values of
 * different types are compared as numbers (docs.github.com, "Evaluate expressions in workflows", operators).
 */
function looselyEqual(a, b) {
    if (typeof a === 'string' && typeof b === 'string')
        return a.toUpperCase() === b.toUpperCase();
    return typeof a === typeof b ? a === b : toNumber(a) === toNumber(b);
}
const JSON_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
/** Empty text is 0; other text that is not a JSON number is NaN, which equals nothing. */
function toNumber(value) {
    if (typeof value !== 'string')
        return Number(value);
    if (value === '')
        return 0;
    return JSON_NUMBER.test(value) ? Number(value) : Number.NaN;
}

;// CONCATENATED MODULE: ./spec/expand-matrix.js

/**
 * All combinations, with the rules of GitHub workflows (docs.github.com, "Running variations of jobs in a
 * workflow"): the product of the axes, the first one changing slowest, without combinations that match all
 * pairs of an `exclude` entry. Each `include` entry is then added to every original combination whose axis
 * values it does not change (it may change values that an earlier entry added), or else appended as a
 * combination of its own, to which later entries add nothing.
 */
function expandMatrix(matrix) {
    const originals = multiply(matrix.axes).filter((values) => !matrix.exclude.some((entry) => matches(values, entry)));
    const added = [];
    for (const entry of matrix.include) {
        const [onAxes, beside] = split(entry, matrix.axes);
        const extended = originals.filter((values) => matches(values, onAxes));
        for (const combination of extended)
            for (const [name, value] of beside)
                combination.set(name, value);
        if (extended.length === 0)
            added.push(new Map([...onAxes, ...beside]));
    }
    return [...originals, ...added];
}
/** The number of combinations of the axes, without `include` and `exclude`. */
function countProduct(axes) {
    return axes.size === 0 ? 0 : [...axes.values()].reduce((count, values) => count * values.length, 1);
}
function multiply(axes) {
    if (axes.size === 0)
        return [];
    let combinations = [new Map()];
    for (const [name, values] of axes) {
        combinations = combinations.flatMap((start) => values.map((value) => new Map(start).set(name, value)));
    }
    return combinations;
}
/** Splits an entry into its axis values, in the order of the axes, and the rest. */
function split(entry, axes) {
    const onAxes = [...axes.keys()].flatMap((name) => {
        const value = entry.get(name);
        return value === undefined ? [] : [[name, value]];
    });
    return [new Map(onAxes), new Map([...entry].filter(([name]) => !axes.has(name)))];
}
function matches(values, wanted) {
    return [...wanted].every(([name, value]) => {
        const own = values.get(name);
        return own !== undefined && looselyEqual(own, value);
    });
}

// EXTERNAL MODULE: ./models/model-id.js
var model_id = __webpack_require__(19895);
;// CONCATENATED MODULE: ./spec/schema-fields.js






// Messages complete the sentence "`key` is `value`, but it ...".
const DURATION_RULE = 'must be a number with a unit, for example `90s`, `15m` or `1.5h`.';
const SIZE_RULE = `must be one of ${SHORT_SIZES.join(', ')}.`;
/** The model's own spellings, or a value of the matrix or of `vars`. A pattern, so that editors offer each size once. */
const OTHER_SIZE = new RegExp(`^(?:${WIRE_SIZES.map(schema_fields_escape).join('|')})$|${WHOLE_REFERENCE.source}`);
function schema_fields_escape(text) {
    return text.replaceAll(/[()]/g, String.raw `\$&`);
}
/** One of the model's sizes, in either spelling, or a value of the matrix or of `vars`. */
const size = schemas/* union */.KCZ([schemas/* enum */.k5n(SHORT_SIZES), schemas/* string */.YjP().regex(OTHER_SIZE, { error: SIZE_RULE })], { error: SIZE_RULE })
    .register(registries/* globalRegistry */.fd, {
    title: 'Output size',
    description: 'Width x height in pixels, one of the eleven sizes that the model offers. Default: 2048x2048.',
    default: '2048x2048',
    examples: ['2048x2048', '2560x1440', '${{ matrix.size }}'],
});
/** The weight of the prompt against the images, or a value of the matrix or of `vars`. */
const scale = schemas/* union */.KCZ([
    schemas/* number */.aig().min(0).max(1),
    schemas/* string */.YjP().regex(WHOLE_REFERENCE, { error: 'must be a number from 0 to 1, or `${{ matrix.NAME }}`.' }),
], { error: 'must be a number from 0 to 1.' })
    .register(registries/* globalRegistry */.fd, {
    title: 'Weight of the prompt',
    description: '0 to 1. A higher value gives the prompt more weight against the images. Default: 0.5.',
    default: 0.5,
    examples: [0.5, 0.8],
});
/** Whether to request one image only, or as many as the model returns. */
const forceSingle = schemas/* boolean */.zMY().register(registries/* globalRegistry */.fd, {
    title: 'One image only',
    description: 'true: request one image. false (the default): the model may return several images, whose names end in -1, -2, ...',
    default: false,
});
/** The time limit of one edit. */
const timeout = schemas/* string */.YjP({ error: DURATION_RULE })
    .regex(duration/* DURATION_PATTERN */.Cq, { error: DURATION_RULE })
    .register(registries/* globalRegistry */.fd, {
    title: 'Time limit of one edit',
    description: 'A number with a unit: ms, s, m or h. After this time, the edit stays pending. Default: 15m.',
    default: '15m',
    examples: ['90s', '15m'],
});
/** The most takes that an edit can have. */
const MOST_TAKES = 16;
/** How often the same request is made. */
const takes = schemas/* int */.Whr()
    .min(1)
    .max(MOST_TAKES)
    .register(registries/* globalRegistry */.fd, {
    title: 'Takes',
    description: `How many candidates to make, 1 to ${MOST_TAKES}. Each take is submitted and paid for on its own. \`keep\` chooses one of them.`,
    default: 1,
    examples: [4],
});
const takeNumber = schemas/* int */.Whr().min(1).max(MOST_TAKES);
const KEEP_RULE = 'must be the number of a take, or with a matrix a map of ids and numbers.';
/** The take whose pictures are those of the edit. */
const keep = schemas/* union */.KCZ([takeNumber, schemas/* record */.g1P(schemas/* string */.YjP(), takeNumber)], { error: KEEP_RULE })
    .register(registries/* globalRegistry */.fd, {
    title: 'Kept take',
    description: 'The number of the take that becomes the picture of the edit, at its `output`. With a matrix, a map of ids and numbers. Default: 1. Changing it costs nothing for the edit itself.',
    examples: [2, { 'hero@beach': 2 }],
});
/** The output path, before interpolation. */
const output = schemas/* string */.YjP()
    .min(1)
    .register(registries/* globalRegistry */.fd, {
    title: 'Output path',
    description: "Relative to the output folder, without extension (the file's type decides). Several images get -1, -2, ... " +
        "Default: the edit's id; with a matrix, KEY/VALUES. You can use `${{ }}`.",
    examples: ['banners/hero', 'banners/${{ matrix.scene }}'],
});
const imageEntry = schemas/* union */.KCZ([
    schemas/* string */.YjP().min(1).register(registries/* globalRegistry */.fd, {
        description: 'A file or glob of the repository, or an https:// URL. You can use `${{ }}`.',
    }),
    schemas/* strictObject */.rej({
        edit: schemas/* string */.YjP().min(1).register(registries/* globalRegistry */.fd, {
            description: 'Id of another edit, for example `cutout` or `hero@beach`.',
        }),
    })
        .register(registries/* globalRegistry */.fd, {
        description: 'The output of another edit, which is made first.',
    }),
], { error: 'must be a file or glob of the repository, an https:// URL, or `edit: ID`.' });
/** The model's id, before interpolation. */
const model = schemas/* string */.YjP()
    .min(1)
    .register(registries/* globalRegistry */.fd, {
    title: 'Model',
    description: 'The id of an edit model of the service. `size`, `scale` and `force-single` belong to the default model; all others have their own keys under `options`. You can use `${{ }}`.',
    default: shared_model/* MODEL */.A,
    examples: [...model_id/* PUBLIC_MODELS */.D, '${{ matrix.model }}'],
});
/** The model's own keys. What they may be is known from the schema that the service publishes. */
const options = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()).register(registries/* globalRegistry */.fd, {
    title: "The model's own keys",
    description: 'Checked by the schema that the service publishes for the model. A key for a picture, such as a mask, takes a file of the repository, an https:// URL or `edit: ID`. You can use `${{ }}`.',
    examples: [{ aspect_ratio: '16:9', resolution: '2K', seed: 7 }],
});
/** The reference images: one, or a list. */
const schema_fields_images = schemas/* union */.KCZ([schemas/* array */.YOg(imageEntry).min(1), imageEntry], {
    error: 'must be a list of files, https:// URLs and `edit: ID`.',
})
    .register(registries/* globalRegistry */.fd, {
    title: 'Reference images',
    description: 'Repository files, globs, https:// URLs, outputs of other edits. The default model takes 1 to 10 images, and more than 6 may lower the quality.',
    examples: ['shots/mug.png', ['shots/mug.png', 'scenes/*.jpg']],
});

;// CONCATENATED MODULE: ./spec/edit-schema.js




// Messages complete the sentence "`key` ...".
/** Names of `vars` and of matrix axes, as GitHub allows them in `${{ matrix.NAME }}`. */
const NAME_PATTERN = /^[A-Za-z_][A-Za-z0-9_-]{0,99}$/;
const NAME_RULE = 'is not a valid name. Use at most 100 letters, digits, `_` and `-`, starting with a letter or `_`.';
/** A name of `vars` or of a matrix axis. */
const edit_schema_name = schemas/* string */.YjP().regex(NAME_PATTERN, { error: NAME_RULE });
/** A value of `vars` or of a matrix. */
const scalar = schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig(), schemas/* boolean */.zMY()], {
    error: 'must be text, a number, or `true` or `false`.',
});
const combination = schemas/* record */.g1P(edit_schema_name, scalar);
const matrix = schemas/* object */.Ikc({
    include: schemas/* array */.YOg(combination)
        .optional()
        .register(registries/* globalRegistry */.fd, {
        description: 'Adds values to combinations, or whole combinations, as in a GitHub workflow.',
        examples: [[{ scene: 'beach', light: 'sunset' }]],
    }),
    exclude: schemas/* array */.YOg(combination)
        .optional()
        .register(registries/* globalRegistry */.fd, {
        description: 'Removes matching combinations, as in a GitHub workflow.',
        examples: [[{ scene: 'studio', light: 'sunset' }]],
    }),
})
    .catchall(schemas/* array */.YOg(scalar, { error: 'must be a list of values.' }).min(1))
    .register(registries/* globalRegistry */.fd, {
    title: 'Matrix',
    description: 'Makes one edit for each combination of values, at most 256. Use the values as `${{ matrix.NAME }}`.',
    examples: [{ scene: ['beach', 'studio'] }],
    propertyNames: { pattern: NAME_PATTERN.source, errorMessage: NAME_RULE },
});
/** One entry under `edits`. */
const edit = schemas/* strictObject */.rej({
    description: schemas/* string */.YjP()
        .optional()
        .register(registries/* globalRegistry */.fd, {
        title: 'Description',
        description: 'For people. It is not sent to the model.',
        examples: ['Home page hero'],
    }),
    prompt: schemas/* string */.YjP()
        .min(1)
        .optional()
        .register(registries/* globalRegistry */.fd, {
        title: 'Prompt',
        description: 'What to do with the images: 1 to 800 characters. You can use `${{ matrix.x }}`, `${{ vars.x }}` and `${{ edit.id }}`.',
        examples: ['Put the mug on the ${{ matrix.scene }}.'],
    }),
    'prompt-file': schemas/* string */.YjP()
        .min(1)
        .optional()
        .register(registries/* globalRegistry */.fd, {
        title: 'Prompt file',
        description: 'A text file of the repository that contains the prompt. Use it instead of `prompt`.',
        examples: ['prompts/hero.txt'],
    }),
    images: schema_fields_images,
    matrix: matrix.optional(),
    model: model.optional(),
    options: options.optional(),
    size: size.optional(),
    scale: scale.optional(),
    'force-single': forceSingle.optional(),
    timeout: timeout.optional(),
    output: output.optional(),
    takes: takes.optional(),
    keep: keep.optional(),
    alt: alt.optional(),
    renditions: renditionNames.optional(),
    'mark-source': markSource.optional(),
    frozen: schemas/* boolean */.zMY().optional().register(registries/* globalRegistry */.fd, {
        title: 'Frozen',
        description: 'true: leave this edit as it is and never submit it.',
        default: false,
    }),
})
    .register(registries/* globalRegistry */.fd, {
    title: 'Edit',
    allOf: [
        {
            if: { required: ['prompt'] },
            then: {
                properties: { 'prompt-file': false },
                errorMessage: 'Use either `prompt` or `prompt-file`, not both.',
            },
            else: {
                required: ['prompt-file'],
                errorMessage: 'The edit has no `prompt`. Add one, or `prompt-file` with a text file of the repository.',
            },
        },
    ],
    // What else is known of other models is known when the spec is read.
    if: { required: ['model'], properties: { model: { not: { enum: [shared_model/* MODEL */.A] }, pattern: '^[^$]*$' } } },
    then: {
        properties: { size: false, scale: false, 'force-single': false },
        errorMessage: '`size`, `scale` and `force-single` are keys of the default model. This model has keys of its own: write them under `options`.',
    },
});

;// CONCATENATED MODULE: ./spec/read-matrix.js




/** GitHub's limit for the matrix of a workflow (docs.github.com, "Usage limits"). */
const MAX_COMBINATIONS = 256;
/** Checks what the schema cannot, and expands the matrix; without combinations if there is an error. */
function readMatrix(raw, path) {
    const { include = [], exclude = [], ...axes } = raw;
    const matrix = {
        axes: new Map(Object.entries(axes)),
        include: include.map((entry) => new Map(Object.entries(entry))),
        exclude: exclude.map((entry) => new Map(Object.entries(entry))),
    };
    const issues = [...checkAxes(matrix, path), ...checkEntries(matrix, path)];
    const reject = (message) => {
        issues.push({ severity: 'error', message, pointer: { path, on: 'key' } });
        return { axes: matrix.axes, combinations: [], issues };
    };
    const tooMany = `The matrix has more than ${MAX_COMBINATIONS} combinations. Split the edit.`;
    // Counted before expanding: the product of a few long axes may not fit in memory.
    if (countProduct(matrix.axes) > MAX_COMBINATIONS)
        return reject(tooMany);
    if (issues.length > 0)
        return { axes: matrix.axes, combinations: [], issues };
    const combinations = expandMatrix(matrix);
    if (combinations.length > MAX_COMBINATIONS)
        return reject(tooMany);
    if (combinations.length > 0)
        return { axes: matrix.axes, combinations, issues };
    return reject(matrix.axes.size === 0 ? 'The matrix is empty.' : 'The matrix excludes all of its combinations.');
}
function checkAxes({ axes }, path) {
    const issues = [];
    for (const [name, values] of axes) {
        if (!NAME_PATTERN.test(name)) {
            const message = `${(0,spec_issue/* quote */.hD)(name)} is not a valid axis name. Use letters, digits, \`_\` and \`-\`, starting with a letter or \`_\`.`;
            issues.push({ severity: 'error', message, pointer: { path: [...path, name], on: 'key' } });
        }
        values.forEach((value, index) => issues.push(...read_matrix_checkValue(value, [...path, name, index])));
    }
    return issues;
}
function checkEntries({ axes, include, exclude }, path) {
    const issues = [];
    for (const [list, entries] of Object.entries({ include, exclude })) {
        entries.forEach((entry, index) => {
            const at = [...path, list, index];
            if (entry.size === 0)
                issues.push({
                    severity: 'error',
                    message: `This entry of \`${list}\` is empty.`,
                    pointer: { path: at, on: 'value' },
                });
            for (const [name, value] of entry) {
                issues.push(...read_matrix_checkValue(value, [...at, name]));
                const message = list === 'exclude' && !axes.has(name)
                    ? `\`exclude\` names ${(0,spec_issue/* quote */.hD)(name)}, which is not an axis of this matrix.${didYouMean(name, axes.keys())}`
                    : list === 'include' && !axes.has(name)
                        ? misspelt(name, axes)
                        : undefined;
                if (message !== undefined)
                    issues.push({ severity: 'error', message, pointer: { path: [...at, name], on: 'key' } });
            }
        });
    }
    return issues;
}
/** `OS` and `os` are the same name for GitHub but would be two here, so the difference is refused. */
function misspelt(name, axes) {
    const axis = [...axes.keys()].find((other) => other.toLowerCase() === name.toLowerCase());
    return axis === undefined
        ? undefined
        : `${(0,spec_issue/* quote */.hD)(name)} differs from the axis ${(0,spec_issue/* quote */.hD)(axis)} only in case. Spell both the same way.`;
}
/** Values are inserted as they are, so an expression in one would reach the model as text. */
function read_matrix_checkValue(value, path) {
    if (typeof value !== 'string' || !value.includes('${{'))
        return [];
    const message = '`${{ }}` does not work in the values of `vars` and `matrix`. Use it in the texts of an edit.';
    return [{ severity: 'error', message, pointer: { path, on: 'value' } }];
}

;// CONCATENATED MODULE: ./spec/expand-edits.js





/** More edits than one artifact or one run could hold; many edits with a matrix reach it quickly. */
const MAX_EDITS = 10_000;
/** Expands each key into one edit, or one for each combination of its matrix. */
function expandEdits(draft) {
    const vars = new Map(Object.entries(draft.vars));
    const issues = [...vars].flatMap(([name, value]) => read_matrix_checkValue(value, ['vars', name]));
    const broken = new Set(draft.broken);
    const idsOf = new Map();
    const edits = [];
    let count = 0;
    for (const draftEdit of draft.edits) {
        const made = expandEdit(draftEdit, vars);
        issues.push(...made.issues);
        if (made.edits.length === 0)
            broken.add(draftEdit.key);
        else
            idsOf.set(draftEdit.key, made.edits.map(({ id }) => id));
        count += made.edits.length * (draftEdit.fields.takes ?? draft.defaults.takes ?? 1);
        if (count > MAX_EDITS) {
            const message = `The spec has more than ${(0,format/* plural */.LS)(MAX_EDITS, 'edit')}, each take counted. Split it into several specs.`;
            issues.push({ severity: 'error', message, pointer: { path: ['edits', draftEdit.key], on: 'key' } });
            break;
        }
        edits.push(...made.edits);
    }
    return { edits, idsOf, broken, issues };
}
function expandEdit({ key, fields }, vars) {
    if (fields.matrix === undefined) {
        const scope = { matrix: new Map(), vars, id: key, axisNames: new Set() };
        return { edits: nameEdits(key).map((name) => ({ key, fields, ...name, scope })), issues: [] };
    }
    const path = ['edits', key, 'matrix'];
    const { axes, combinations, issues } = readMatrix(fields.matrix, path);
    const axisNames = new Set(combinations.flatMap((values) => [...values.keys()]));
    const edits = nameEdits(key, axes, combinations).map((name, index) => {
        const scope = { matrix: combinations[index] ?? new Map(), vars, id: name.id, axisNames };
        return { key, fields, ...name, scope };
    });
    const twice = edits.map(({ id }) => id).filter((id, index, ids) => ids.indexOf(id) !== index);
    if (twice.length === 0)
        return { edits, issues };
    const message = `Several combinations of ${(0,spec_issue/* quote */.hD)(key)} have the same id: ${quoteSome([...new Set(twice)])}. ` +
        'Use values that differ in letters or digits.';
    return { edits: [], issues: [...issues, { severity: 'error', message, pointer: { path, on: 'key' } }] };
}

// EXTERNAL MODULE: ../node_modules/yaml/browser/dist/index.js + 70 modules
var dist = __webpack_require__(89610);
;// CONCATENATED MODULE: ./spec/check-nodes.js


/** Deepest nesting that is accepted; a spec needs seven levels. */
const MAX_DEPTH = 64;
/** Most values that a file may have once every alias is expanded; 10,000 edits need about 300,000. */
const MAX_EXPANDED_NODES = 1_000_000;
/** Whether a key is the merge key `<<` (unquoted). */
function isMergeKey(key) {
    return (0,dist/* isScalar */.jn)(key) && (typeof key.value === 'symbol' || (key.value === '<<' && key.type === 'PLAIN'));
}
/** A key as it is written: `007` stays `007`, although YAML reads a number. */
function keyText({ source, value }) {
    return source ?? String(value);
}
/**
 * Walks a parsed document once, in the order of the file: resolves aliases, finds keys that are duplicates or not plain text,
 * and computes the size of the tree with every alias expanded, before anything is expanded (alias bombs).
 */
function checkNodes(root) {
    const faults = [];
    const aliased = new Map();
    const anchors = new Map();
    /** Expanded sizes of the anchored nodes that have been walked completely. */
    const sizes = new Map();
    function fault(node, message, fatal = true) {
        const range = node?.range;
        faults.push({ offset: range?.[0] ?? 0, message, fatal });
    }
    function walk(node, depth) {
        if ((0,dist/* isAlias */.Vj)(node))
            return walkAlias(node);
        if ((0,dist/* isPair */.tO)(node))
            return walk(node.key, depth) + walk(node.value, depth);
        if (!(0,dist/* isScalar */.jn)(node) && !(0,dist/* isMap */.jh)(node) && !(0,dist/* isSeq */.oP)(node))
            return 0;
        if (node.anchor !== undefined)
            anchors.set(node.anchor, node);
        if (depth > MAX_DEPTH) {
            fault(node, `This is nested more than ${MAX_DEPTH} levels deep.`);
            return 1;
        }
        if ((0,dist/* isMap */.jh)(node))
            checkKeys(node);
        let size = 1;
        if (!(0,dist/* isScalar */.jn)(node))
            for (const item of node.items)
                size += walk(item, depth + 1);
        if ((0,dist/* isMap */.jh)(node))
            for (const pair of node.items)
                checkMerge(pair);
        if (node.anchor !== undefined)
            sizes.set(node, size);
        return size;
    }
    function walkAlias(alias) {
        const anchored = anchors.get(alias.source);
        if (anchored === undefined) {
            fault(alias, `The alias ${(0,spec_issue/* quote */.hD)(`*${alias.source}`)} has no anchor ${(0,spec_issue/* quote */.hD)(`&${alias.source}`)} above it.`);
            return 1;
        }
        aliased.set(alias, anchored);
        const size = sizes.get(anchored);
        if (size === undefined)
            fault(alias, `The alias ${(0,spec_issue/* quote */.hD)(`*${alias.source}`)} refers to itself.`);
        return size ?? 1;
    }
    function checkKeys(map) {
        const seen = new Set();
        for (const { key } of map.items) {
            if (isMergeKey(key))
                continue;
            const name = (0,dist/* isScalar */.jn)(key) ? keyText(key) : undefined;
            if (name === undefined || name === '__proto__')
                fault(key, 'This cannot be a key. A key is a plain name.', false);
            else if (seen.has(name))
                fault(key, `The key ${(0,spec_issue/* quote */.hD)(name)} is defined twice. Remove one.`, false);
            else
                seen.add(name);
        }
    }
    function checkMerge({ key, value }) {
        if (!isMergeKey(key))
            return;
        const source = (0,dist/* isAlias */.Vj)(value) ? aliased.get(value) : value;
        const parts = (0,dist/* isSeq */.oP)(source)
            ? source.items.map((item) => ((0,dist/* isAlias */.Vj)(item) ? aliased.get(item) : item))
            : [source];
        if (!parts.every((part) => (0,dist/* isMap */.jh)(part) || part === undefined)) {
            fault(value ?? key, '`<<` can only merge maps: use an alias of a map, or a list of such aliases.');
        }
    }
    const size = walk(root, 0);
    if (size > MAX_EXPANDED_NODES)
        fault(root, `With its aliases expanded, the file has more than ${MAX_EXPANDED_NODES} values. Use fewer aliases.`);
    return { faults, aliased };
}

// EXTERNAL MODULE: ./shared/sentence.js
var sentence = __webpack_require__(47730);
;// CONCATENATED MODULE: ./spec/explain-yaml.js

/** Explanations for common mistakes in YAML, used instead of the parser's message. */
const EXPLANATIONS = {
    TAB_AS_INDENT: 'YAML cannot be indented with tabs. Use spaces.',
    MULTIPLE_DOCS: 'The file contains more than one YAML document (a line `---`). A spec is one document.',
    BLOCK_AS_IMPLICIT_KEY: 'This line cannot be read. Put text that contains `: ` in quotes; otherwise check the indentation.',
    MULTILINE_IMPLICIT_KEY: 'A key and its colon must be on the same line. Check the indentation of this line and the line above.',
    BAD_SCALAR_START: 'Text cannot start with this character. Put the text in quotes.',
    MISSING_CHAR: 'A quote or bracket that was opened before this position is never closed.',
    RESOURCE_EXHAUSTION: 'This is nested too deeply.',
    KEY_OVER_1024_CHARS: 'A key is longer than 1,024 characters. The colon after it may be missing.',
};
/** A parse error as one or two sentences on one line, without its position. */
function explainYaml({ code, message }) {
    const explanation = EXPLANATIONS[code];
    if (explanation !== undefined)
        return explanation;
    const why = (0,sentence/* toSentence */.R)(`not valid YAML: ${(0,sentence/* quoteWords */.A)(message.replaceAll(/\s+/g, ' '))}`);
    return code === 'BAD_INDENT' || code === 'UNEXPECTED_TOKEN'
        ? `${why} Check the brackets, quotes and indentation around it.`
        : why;
}

;// CONCATENATED MODULE: ./spec/locate.js

/**
 * Creates the look-up for one parsed file. An absent value is located at the key of the deepest existing map that is not behind
 * an alias or a merge, which others may use as well; a value behind an alias at its definition.
 */
function createLocate(source) {
    const { follow, pairsOf } = source.tree;
    /**
     * The deepest existing node along the path, with its pair, and whether it is the end of the path: if not, the pair is the last one
     * before an alias or a merge.
     */
    function descend(path) {
        let node = source.root;
        let pair;
        let own;
        let isOwn = true;
        for (const step of path) {
            const inside = follow(node);
            isOwn &&= inside === node;
            const next = (0,dist/* isMap */.jh)(inside) ? pairsOf(inside).get(String(step)) : undefined;
            if (next !== undefined)
                [node, pair] = [next.value, next];
            else if ((0,dist/* isSeq */.oP)(inside) && typeof step === 'number' && step < inside.items.length) {
                [node, pair] = [inside.items[step], undefined];
            }
            else
                return { node, ...(own && { pair: own }), complete: false };
            isOwn &&= next === undefined || ((0,dist/* isMap */.jh)(inside) && inside.items.includes(next));
            if (isOwn)
                own = pair;
        }
        return { node, ...(pair && { pair }), complete: true };
    }
    function offsetOf(pointer) {
        const { node, pair, complete } = descend(pointer.path);
        const key = startOf(pair?.key);
        if (key !== undefined && (pointer.on === 'key' || !complete || isEmpty(node)))
            return key;
        const start = startOf(node) ?? 0;
        if (pointer.on !== 'text')
            return start;
        const found = source.text.indexOf(pointer.text, start);
        return found >= 0 && found < endOf(node) ? found : start;
    }
    return (pointer) => {
        if (pointer.path === undefined)
            return pointer.position;
        const { line, col } = source.lines.linePos(offsetOf(pointer));
        // An empty file has no line, but positions count from 1.
        return { file: source.file, line: Math.max(1, line), column: Math.max(1, col) };
    };
}
function startOf(node) {
    return node?.range?.[0];
}
function endOf(node) {
    return node?.range?.[1] ?? 0;
}
/** An absent value has a range too, but an empty one. */
function isEmpty(node) {
    return node === null || ((0,dist/* isScalar */.jn)(node) && node.value === null && node.source === '');
}

;// CONCATENATED MODULE: ./spec/plain-data.js

const SETTINGS = {
    scale: 'typed',
    'force-single': 'typed',
    options: 'typed',
    takes: 'typed',
    '*': 'text',
};
const EDIT = { ...SETTINGS, keep: 'typed', frozen: 'typed', matrix: 'value' };
const SPEC = {
    model: 'text',
    vars: 'value',
    defaults: SETTINGS,
    edits: { '*': EDIT },
    '*': 'typed',
};
/**
 * The document as plain data, with numbers as they are written wherever they become text: a version `1.10` is not `1.1`,
 * and an article `00123` is not `123`. What an alias stands for becomes a single object, however often it is used.
 */
function toPlainData(root, { follow, pairsOf }) {
    const known = new Map();
    function read(node, readings) {
        if (!(0,dist/* isAlias */.Vj)(node))
            return readNode(node, readings);
        const followed = follow(node);
        const values = known.get(readings) ?? new Map();
        known.set(readings, values);
        if (!values.has(followed))
            values.set(followed, readNode(followed, readings));
        return values.get(followed);
    }
    function readNode(node, readings) {
        if (node === undefined)
            return undefined;
        if ((0,dist/* isScalar */.jn)(node))
            return readScalar(node, typeof readings === 'string' ? readings : 'typed');
        if ((0,dist/* isSeq */.oP)(node))
            return node.items.map((item) => read(item, readings));
        if (!(0,dist/* isMap */.jh)(node))
            return null;
        return Object.fromEntries(Array.from(pairsOf(node), ([name, pair]) => [name, read(pair.value, below(readings, name))]));
    }
    return read(root, SPEC);
}
function below(readings, key) {
    if (typeof readings === 'string')
        return readings;
    return (Object.hasOwn(readings, key) ? readings[key] : readings['*']) ?? 'typed';
}
function readScalar({ value, source }, reading) {
    if (reading === 'typed' || source === undefined)
        return value;
    if (typeof value !== 'number' && typeof value !== 'boolean')
        return value;
    return reading === 'text' || String(value) !== source ? source : value;
}

;// CONCATENATED MODULE: ./spec/read-document.js


/** Pieces of text that are parsed at once: some 20 ms. 5,000 edits have 200,000. */
const SLICE = 4096;
const OPTIONS = {
    version: '1.2',
    merge: true,
    // Our own walk finds duplicate keys: the parser would compare every key with every other.
    uniqueKeys: false,
    logLevel: 'error',
};
/**
 * Parses one document of YAML as the parser's own `parseDocument` does, but in slices, so that other work goes on beside it: git
 * answers while a large spec is read, and a signal ends it. Positions in `lines` are complete afterwards. Throws the signal's
 * reason.
 */
async function readDocument(text, lines, signal) {
    const parser = new dist/* Parser */.iX(lines.addNewLine);
    const tokens = [];
    lines.addNewLine(0);
    let pieces = 0;
    for (const piece of new dist/* Lexer */.JG().lex(text)) {
        pieces += 1;
        if (pieces % SLICE === 0)
            await (0,breathe/* breathe */.q)(signal);
        for (const token of parser.next(piece))
            tokens.push(token);
    }
    for (const token of parser.end())
        tokens.push(token);
    const [document, second] = new dist/* Composer */.Dk(OPTIONS).compose(tokens, true, text.length);
    if (document === undefined)
        throw new Error('The parser gave no document');
    if (second !== undefined) {
        const [start, end] = second.range;
        document.errors.push(new dist/* YAMLParseError */.XT([start, end], 'MULTIPLE_DOCS', 'several documents'));
    }
    return document;
}

;// CONCATENATED MODULE: ./spec/yaml-tree.js


/** Creates the view of a document without fatal faults; `aliased` comes from `checkNodes`. */
function createTree(aliased) {
    const pairs = new Map();
    function follow(node) {
        return (0,dist/* isAlias */.Vj)(node) ? aliased.get(node) : node;
    }
    function pairsOf(map) {
        const known = pairs.get(map);
        if (known !== undefined)
            return known;
        const found = new Map();
        pairs.set(map, found);
        for (const pair of map.items) {
            if ((0,dist/* isScalar */.jn)(pair.key) && !isMergeKey(pair.key))
                found.set(keyText(pair.key), pair);
        }
        // Own keys win over merged ones, and an earlier merged map over a later one.
        for (const pair of map.items) {
            if (!isMergeKey(pair.key))
                continue;
            const source = follow(pair.value);
            for (const part of (0,dist/* isSeq */.oP)(source) ? source.items.map(follow) : [source]) {
                if (!(0,dist/* isMap */.jh)(part))
                    continue;
                for (const [name, merged] of pairsOf(part))
                    if (!found.has(name))
                        found.set(name, merged);
            }
        }
        return found;
    }
    return { follow, pairsOf };
}

;// CONCATENATED MODULE: ./spec/parse-yaml.js








/** One syntax error causes others: after a few, the rest is noise. */
const MAX_SYNTAX_ERRORS = 5;
/**
 * Reads one document of YAML 1.2 (core schema and merge keys); `file` names it in positions. Fails, with every problem, if it
 * is not YAML or its values cannot be built: aliases without an anchor, circular aliases, aliases that expand enormously. Throws the signal's
 * reason.
 */
async function parseYaml(text, file, signal) {
    const lines = new dist/* LineCounter */.HN();
    const document = await readDocument(text, lines, signal);
    function problem(severity, message, offset) {
        const { line, col } = lines.linePos(offset);
        return { severity, message, at: { file, line: Math.max(1, line), column: Math.max(1, col) } };
    }
    const version = document.directives.yaml.version;
    if (version !== '1.2') {
        const message = `The line \`%YAML\` asks for YAML ${version}, but specs are YAML 1.2. Remove the line.`;
        return { ok: false, error: [problem('error', message, 0)] };
    }
    if (document.errors.length > 0) {
        const found = document.errors.map((error) => problem('error', explainYaml(error), error.pos[0]));
        return { ok: false, error: onePerLine(found).slice(0, MAX_SYNTAX_ERRORS) };
    }
    await (0,breathe/* breathe */.q)(signal);
    const { faults, aliased } = checkNodes(document.contents);
    const problems = [
        ...faults.map((fault) => problem('error', fault.message, fault.offset)),
        ...document.warnings.map((warning) => problem('warning', explainYaml(warning), warning.pos[0])),
    ];
    if (faults.some((fault) => fault.fatal))
        return { ok: false, error: problems };
    const tree = createTree(aliased);
    await (0,breathe/* breathe */.q)(signal);
    const locate = createLocate({ file, text, lines, root: document.contents, tree });
    return { ok: true, value: { value: toPlainData(document.contents, tree), locate, problems } };
}
function onePerLine(problems) {
    // The last entry wins in a map, so iterating backwards keeps the first problem of each line.
    return [...new Map(problems.toReversed().map((problem) => [problem.at?.line, problem])).values()].reverse();
}

;// CONCATENATED MODULE: ./spec/resolve-models.js






const NOT_ASKED = async (ids) => await Promise.resolve(new Map(ids.map((id) => [id, { kind: 'unknown', why: 'the service was not asked' }])));
/**
 * Finds out which model each edit is for, and what is known about it: each is looked up once. The default model is built in,
 * and looked up only for edits with `options`, which may be newer than this version.
 */
async function resolveModels(expanded, { model: top, defaults }, lookUp = NOT_ASKED) {
    const issues = [];
    const named = expanded.flatMap((edit) => {
        if (edit.fields.model === undefined && top === undefined)
            return [{ edit, id: shared_model/* MODEL */.A, path: ['model'] }];
        const path = edit.fields.model === undefined ? ['model'] : ['edits', edit.key, 'model'];
        const template = edit.fields.model ?? top ?? shared_model/* MODEL */.A;
        const found = readId(edit, template, path);
        issues.push(...found.issues);
        return found.id === undefined ? [] : [{ edit, id: found.id, path }];
    });
    const asked = named.filter(({ edit, id }) => id !== shared_model/* MODEL */.A || edit.fields.options !== undefined || defaults.options !== undefined);
    const answers = asked.length === 0 ? new Map() : await lookUp([...new Set(asked.map(({ id }) => id))]);
    const models = new Map();
    for (const { edit, id, path } of named) {
        const builtIn = { kind: 'known', model: default_model/* DEFAULT_MODEL */.U };
        const given = id === shared_model/* MODEL */.A ? (keepKnown(answers.get(id)) ?? builtIn) : answers.get(id);
        const answer = given ?? { kind: 'unknown', why: 'the service was not asked' };
        const isStandIn = id === shared_model/* MODEL */.A && answers.has(id) && answers.get(id)?.kind !== 'known';
        models.set(edit, {
            id,
            path,
            answer: edit.fields.frozen === true ? recall(answer) : answer,
            ...(isStandIn && { isStandIn }),
        });
    }
    // A frozen edit is not sent, so it does not matter what becomes of its model.
    for (const [edit, model] of models)
        if (edit.fields.frozen !== true)
            issues.push(...describeAnswer(edit, model));
    return { models, issues };
}
/** A model that is no longer there, as it was. */
function recall(answer) {
    if (answer.kind !== 'refused')
        return answer;
    const { why, last } = answer;
    return last === undefined ? { kind: 'unknown', why } : { kind: 'known', model: last };
}
/** What is built in is known without anyone's answer. */
function keepKnown(answer) {
    return answer?.kind === 'known' ? answer : undefined;
}
function readId(edit, template, path) {
    const { text, faults } = interpolate(template, edit.scope);
    if (faults.length > 0) {
        const issues = faults.map(({ source, message }) => resolve_models_issueOf(edit, message, { path, on: 'text', text: source }));
        return { issues };
    }
    if ((0,model_id/* isModelId */.T)(text))
        return { id: text, issues: [] };
    const hint = didYouMean(text, model_id/* PUBLIC_MODELS */.D) || ` Write it as \`${shared_model/* MODEL */.A}\` is written.`;
    return {
        issues: [resolve_models_issueOf(edit, `${(0,spec_issue/* quote */.hD)(text)} is not the id of a model.${hint}`, { path, on: 'value' })],
    };
}
function describeAnswer(edit, { id, answer, path }) {
    const pointer = { path, on: 'value' };
    switch (answer.kind) {
        case 'known': {
            const { unknownRules } = answer.model;
            const rules = unknownRules.map((rule) => `The schema of ${(0,spec_issue/* quote */.hD)(id)} has the rule ${(0,spec_issue/* quote */.hD)(rule)}, which this version does not know, so reference images were not checked by it.`);
            const { key } = answer.model.references;
            const rivals = answer.model.rivals.map((rival) => (0,spec_issue/* quote */.hD)(rival)).join(', ');
            const tie = `\`images\` is sent as ${(0,spec_issue/* quote */.hD)(key)} to ${(0,spec_issue/* quote */.hD)(id)}. Its schema does not say whether references belong there or in ${rivals}: look at the first picture before you make more.`;
            const notes = [
                ...rules,
                ...(rivals === '' ? [] : [tie]),
                ...(answer.note === undefined ? [] : [answer.note]),
            ];
            return notes.map((message) => ({ ...resolve_models_issueOf(edit, message, pointer), severity: 'warning' }));
        }
        case 'refused': {
            const message = `${(0,spec_issue/* quote */.hD)(id)} cannot be used: ${answer.why}.${didYouMean(id, model_id/* PUBLIC_MODELS */.D.filter((each) => each !== id))}`;
            return [resolve_models_issueOf(edit, message, pointer)];
        }
        case 'unknown': {
            const message = `\`options\` and reference images were not checked for ${(0,spec_issue/* quote */.hD)(id)}, because its schema is not known here: ${answer.why}.`;
            return [{ ...resolve_models_issueOf(edit, message, pointer), severity: 'warning' }];
        }
    }
}
function resolve_models_issueOf({ id, fields }, message, pointer) {
    return { severity: 'error', message, pointer, ...(fields.matrix !== undefined && { edit: id }) };
}

;// CONCATENATED MODULE: ./spec/read-prompt-files.js


/** Models take prompts of some thousand characters; expressions and blank lines may add to that. */
const MAX_PROMPT_FILE_BYTES = 64 * 1024;
/** Reads each prompt file once. Line breaks become `\n`, however the file was checked out. */
async function readPromptFiles(edits, readTexts) {
    const files = new Map();
    for (const { fields, scope } of edits) {
        const template = fields['prompt-file'];
        if (template === undefined)
            continue;
        const { text, faults } = interpolate(template, scope);
        if (faults.length === 0 && !files.has(text))
            files.set(text, parseRepositoryPath(text));
    }
    const paths = [...files.values()].flatMap((path) => (path.ok ? [path.value] : []));
    const texts = await readTexts([...new Set(paths)], MAX_PROMPT_FILE_BYTES);
    for (const [file, path] of files) {
        const read = path.ok ? texts.get(path.value) : path;
        if (read?.ok === true)
            files.set(file, { ok: true, value: read.value.replaceAll(/\r\n?/g, '\n') });
        else if (read !== undefined)
            files.set(file, read);
    }
    return files;
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./shared/describe-error.js
var describe_error = __webpack_require__(82129);
// EXTERNAL MODULE: ./shared/pool.js
var pool = __webpack_require__(89821);
// EXTERNAL MODULE: ./spec/describe-absent.js
var describe_absent = __webpack_require__(12544);
;// CONCATENATED MODULE: ./spec/read-text.js
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







const FILES_AT_ONCE = 8;
/**
 * Creates a reader of text files of the workspace: tracked by the commit or allowed by `untracked`, UTF-8, at most `maxBytes`
 * bytes. Their text is sent to the service, so a file that merely happens to be in the workspace is refused. Outside of any
 * repository nothing is tracked, and files may be read as long as no other file is in one. Throws only the signal's reason.
 */
function createTextReader(ports) {
    const { workspace, untracked, lookUpCommitted, signal } = ports;
    let isInRepository = false;
    async function lookUp(paths) {
        const entries = paths.length === 0 ? new Map() : await lookUpCommitted(paths, signal);
        if ([...entries.values()].some(({ kind }) => kind !== 'no repository'))
            isInRepository = true;
        return entries;
    }
    function refuse(entry) {
        if (entry === undefined || entry.kind === 'file')
            return undefined;
        if (entry.kind === 'no repository' && !isInRepository)
            return undefined;
        return entry.kind === 'unknown'
            ? fail(`cannot be read, because it is unknown whether the commit tracks it: ${entry.why}.`)
            : fail('is not tracked by the commit. Commit it, or allow it with the input `untracked-files`.');
    }
    return async (paths, maxBytes) => {
        const resolved = await (0,pool/* mapBounded */.y)(paths, FILES_AT_ONCE, async (path) => {
            signal.throwIfAborted();
            const inside = await (0,shared_inside/* resolveInside */.LI)(workspace, path);
            // A file is tracked by its real path; one that does not exist may still be in the commit.
            const committed = inside.ok ? inside.value.relative : path;
            const isAllowed = inside.ok && untracked.some((glob) => (0,shared_glob/* matchesGlob */.kt)(glob, committed));
            return {
                path,
                inside,
                committed,
                isDoubtful: !isAllowed && (inside.ok || inside.error.kind === 'absent'),
            };
        });
        const doubtful = resolved.filter(({ isDoubtful }) => isDoubtful).map(({ committed }) => committed);
        const entries = await lookUp([...new Set(doubtful)]);
        const texts = await (0,pool/* mapBounded */.y)(resolved, FILES_AT_ONCE, async ({ path, inside, committed, isDoubtful }) => {
            const entry = isDoubtful ? entries.get(committed) : undefined;
            if (!inside.ok)
                return [path, fail((0,describe_absent/* describeAbsent */.h)(entry, ports) ?? `${inside.error.why}.`)];
            return [path, refuse(entry) ?? (await read_text_readText(inside.value, maxBytes, signal))];
        });
        return new Map(texts);
    };
}
async function read_text_readText({ absolute }, maxBytes, signal) {
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            // Opening a named pipe would block forever.
            if (!(await (0,promises_.stat)(absolute)).isFile())
                return fail('is not a regular file.');
            const file = __addDisposableResource(env_1, await (0,promises_.open)(absolute), true);
            const { size } = await file.stat();
            if (size > maxBytes) {
                return fail(`is too large: ${(0,format/* formatBytes */.z3)(size)}. The limit is ${(0,format/* formatBytes */.z3)(maxBytes)}.`);
            }
            return decode(await file.readFile({ signal }));
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
        signal.throwIfAborted();
        return fail(`cannot be read (${(0,describe_error/* describeError */.U)(error)}).`);
    }
}
/** The text without its byte order mark. */
function decode(bytes) {
    try {
        return { ok: true, value: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
    }
    catch (error) {
        if (error instanceof TypeError)
            return fail('is not UTF-8 text. Save it as UTF-8.');
        throw error;
    }
}
function fail(error) {
    return { ok: false, error };
}

;// CONCATENATED MODULE: ./spec/suggest-spec.js





/** `Did you mean X?` for a spec that does not exist, if the folder has a YAML file with a similar name. */
async function suggestSpec(file, workspace) {
    const wanted = await (0,shared_inside/* resolveInside */.LI)(workspace, file);
    if (wanted.ok || wanted.error.kind !== 'absent')
        return undefined;
    const folder = external_node_path_.posix.dirname(file);
    const inside = await (0,shared_inside/* resolveInside */.LI)(workspace, folder);
    // Without access to the folder, there is no suggestion.
    const names = inside.ok ? await (0,promises_.readdir)(inside.value.absolute).catch(() => []) : [];
    const specs = names.filter((name) => /\.ya?ml$/i.test(name)).toSorted();
    const name = nearest(external_node_path_.posix.basename(file), specs);
    return name === undefined ? undefined : `Did you mean ${(0,spec_issue/* quote */.hD)(external_node_path_.posix.join(folder, name))}?`;
}

;// CONCATENATED MODULE: ./spec/schema.js






// The messages below complete the sentence "`key` ...". Later checks cover what a JSON schema cannot express.
const EDIT_KEY = /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/;
/** The form of a spec. The same schema checks specs and is exported as the JSON schema for editors. */
const specSchema = schemas/* strictObject */.rej({
    version: schemas/* literal */.euz(1)
        .register(registries/* globalRegistry */.fd, { title: 'Version of this format', description: 'Always 1.' }),
    model: model.optional(),
    vars: schemas/* record */.g1P(edit_schema_name, scalar)
        .optional()
        .register(registries/* globalRegistry */.fd, {
        title: 'Variables',
        description: 'Values to use as `${{ vars.NAME }}`.',
        examples: [{ brand: 'Acme' }],
    }),
    defaults: schemas/* strictObject */.rej({
        size: size.optional(),
        scale: scale.optional(),
        'force-single': forceSingle.optional(),
        timeout: timeout.optional(),
        output: output.optional(),
        options: options.optional(),
        takes: takes.optional(),
    })
        .optional()
        .register(registries/* globalRegistry */.fd, {
        title: 'Defaults',
        description: 'Settings for every edit that does not set its own.',
        examples: [{ size: '2560x1440', timeout: '30m' }],
    }),
    renditions: renditions.optional(),
    mark: mark.optional(),
    'mark-prompt': markPrompt.optional(),
    'mark-source': markSource.optional(),
    budget: schemas/* strictObject */.rej({
        'max-edits': schemas/* int */.Whr()
            .min(0)
            .optional()
            .register(registries/* globalRegistry */.fd, {
            description: 'The most edits that one run may submit. 0: nothing is sent.',
            examples: [40],
        }),
        'max-cost': schemas/* number */.aig()
            .min(0)
            .optional()
            .register(registries/* globalRegistry */.fd, {
            description: 'The most that one run may cost, in USD. 0: nothing is sent.',
            examples: [5],
        }),
        'per-month': schemas/* number */.aig()
            .min(0)
            .optional()
            .register(registries/* globalRegistry */.fd, {
            description: 'The most that the runs which deliver to one branch may cost together in a calendar month (UTC), in USD, as its lock file records it.',
            examples: [50],
        }),
    })
        .optional()
        .register(registries/* globalRegistry */.fd, {
        title: 'Budget',
        description: 'Limits, checked before anything is sent.',
        examples: [{ 'max-edits': 40, 'max-cost': 5 }],
    }),
    edits: schemas/* record */.g1P(schemas/* string */.YjP().regex(EDIT_KEY, {
        error: 'is not a valid id. Use at most 100 letters, digits, `_` and `-`, starting with a letter or digit.',
    }), edit)
        .register(registries/* globalRegistry */.fd, {
        title: 'Edits',
        description: 'The edits by id. Keep an id the same over time.',
        examples: [{ hero: { prompt: 'Put the mug on the beach.', images: 'shots/mug.png' } }],
        minProperties: 1,
        errorMessage: '`edits` must be a map. Write each edit under an id of its own, without a dash: `hero: { prompt: ..., images: ... }`.',
        defaultSnippets: [
            {
                label: 'New edit',
                description: 'An edit with one reference image',
                body: {
                    '${1:hero}': { prompt: '${2:Put the mug on the beach.}', images: ['${3:shots/mug.png}'] },
                },
            },
            {
                label: 'New edit for each value of a matrix',
                description: 'Several edits with one prompt',
                body: {
                    '${1:hero}': {
                        prompt: '${2:Put the mug on the} \\${{ matrix.${3:scene} \\}\\}.',
                        images: ['${4:shots/mug.png}'],
                        matrix: { '${3:scene}': ['${5:beach}', '${6:studio}'] },
                    },
                },
            },
        ],
    }),
})
    .register(registries/* globalRegistry */.fd, {
    title: 'Edits as code',
    description: 'Image edits for dreamina-edit-action.',
    if: { properties: { model: { const: shared_model/* MODEL */.A } } },
    then: {
        properties: {
            edits: {
                additionalProperties: {
                    if: { properties: { model: { const: shared_model/* MODEL */.A } } },
                    then: { properties: { images: { maxItems: default_model/* DEFAULT_MODEL */.U.references.most } } },
                },
            },
        },
    },
});

;// CONCATENATED MODULE: ./spec/check-keys.js







/** The keys that the schema allows at a path. */
function knownKeys(path) {
    const { shape } = specSchema;
    switch (path[0]) {
        case undefined:
            return Object.keys(shape);
        case 'defaults':
            return Object.keys(shape.defaults.unwrap().shape);
        case 'budget':
            return Object.keys(shape.budget.unwrap().shape);
        case 'renditions':
            return Object.keys(shape.renditions.unwrap().valueType.unwrap().shape);
        default:
            return path.length > 2 ? ['edit'] : Object.keys(shape.edits.valueType.shape);
    }
}
/**
 * Adds what the schema cannot express about keys: no edits, and a prompt given twice or not at all. Removes the issue that a
 * key is missing if a misspelled key was meant for it.
 */
function checkKeys(value, found) {
    const edits = (0,is_map/* isMap */.j)(value) ? value['edits'] : undefined;
    const added = [];
    if ((0,is_map/* isMap */.j)(edits) && Object.keys(edits).length === 0) {
        added.push({
            severity: 'error',
            message: '`edits` is empty. Add at least one edit.',
            pointer: { path: ['edits'], on: 'value' },
        });
    }
    for (const [key, edit] of (0,is_map/* isMap */.j)(edits) ? Object.entries(edits) : []) {
        if ((0,is_map/* isMap */.j)(edit))
            added.push(...checkPrompt(key, edit), ...checkImages(key, edit, value));
    }
    const meant = new Set(found.flatMap(({ pointer }) => meantKey(pointer.path)));
    return [...found, ...added].filter(({ pointer }) => {
        const path = pointer.path?.join('\n') ?? '';
        return !(meant.has(path) && valueIsMissing(value, pointer.path ?? []));
    });
}
function checkPrompt(key, edit) {
    const given = ['prompt', 'prompt-file'].filter((name) => Object.hasOwn(edit, name));
    if (given.length === 1)
        return [];
    return given.length === 0
        ? [
            {
                severity: 'error',
                message: `${(0,spec_issue/* quote */.hD)(key)} has no \`prompt\` (or \`prompt-file\`).`,
                pointer: { path: ['edits', key, 'prompt'], on: 'key' },
            },
        ]
        : [
            {
                severity: 'error',
                message: `${(0,spec_issue/* quote */.hD)(key)} has both \`prompt\` and \`prompt-file\`. Keep one.`,
                pointer: { path: ['edits', key, 'prompt-file'], on: 'key' },
            },
        ];
}
/** The default model's limit is known without asking anyone; each entry is at least one picture. */
function checkImages(key, { images, model }, root) {
    const { most } = default_model/* DEFAULT_MODEL */.U.references;
    const asked = model ?? ((0,is_map/* isMap */.j)(root) ? root['model'] : undefined) ?? shared_model/* MODEL */.A;
    if (asked !== shared_model/* MODEL */.A || !Array.isArray(images) || images.length <= most)
        return [];
    const message = `\`images\` has more than ${(0,format/* plural */.LS)(most, 'entry', 'entries')}.`;
    return [{ severity: 'error', message, pointer: { path: ['edits', key, 'images'], on: 'value' } }];
}
/** The path of the key that an unknown key was most likely meant for. */
function meantKey(path) {
    const parent = path?.slice(0, -1) ?? [];
    const key = path?.at(-1);
    if (typeof key !== 'string' || path === undefined)
        return [];
    // Deeper levels allow a single key; the names of variables and edits are free.
    const known = parent.length === 1 && parent[0] !== 'defaults' && parent[0] !== 'budget' ? [] : knownKeys(parent);
    const meant = known.includes(key) ? undefined : nearest(key, known);
    return meant === undefined ? [] : [[...parent, meant].join('\n')];
}
function valueIsMissing(root, path) {
    return (path.reduce((inside, step) => (0,is_map/* isMap */.j)(inside) || Array.isArray(inside) ? inside[step] : undefined, root) === undefined);
}

;// CONCATENATED MODULE: ./spec/describe-issue.js





/**
 * Turns one issue of the schema into the issues that are shown: one for each unknown key, and for a union those of the
 * best-fitting alternative. `root` is the whole value that was checked, `parent` the path of the issue's value in it.
 */
function describeIssue(issue, root, parent = []) {
    const path = [...parent, ...issue.path];
    const value = valueAt(root, path);
    const error = (message, on = 'value') => [
        { severity: 'error', message, pointer: { path, on } },
    ];
    switch (issue.code) {
        case 'unrecognized_keys':
            return issue.keys.map((key) => ({
                severity: 'error',
                message: `Unknown key ${(0,spec_issue/* quote */.hD)(key)}.${didYouMean(key, knownKeys(path)) || ` Known here: ${knownKeys(path).map(spec_issue/* quote */.hD).join(', ')}.`}`,
                pointer: { path: [...path, key], on: 'key' },
            }));
        case 'invalid_key':
            return error(`${(0,spec_issue/* quote */.hD)(String(path.at(-1)))} ${issue.issues[0]?.message ?? 'is not a valid name.'}`, 'key');
        case 'invalid_union': {
            const fitting = chooseBranch(issue.errors);
            if (fitting === undefined || value === undefined || value === null)
                return error(describeType(issue, value, path));
            return fitting.flatMap((nested) => describeIssue(nested, root, path));
        }
        case 'invalid_type':
            return error(describeType(issue, value, path));
        case 'invalid_value':
            if (value === undefined || value === null)
                return error(describeType(issue, value, path));
            return error(`${label(path)} must be ${issue.values.map((one) => `\`${String(one)}\``).join(' or ')}, but it is ${(0,spec_issue/* showValue */.vp)(value)}.`);
        case 'too_small':
            return error(`${label(path)} ${tooSmall(issue, value)}`);
        case 'too_big':
            return error(issue.origin === 'array'
                ? `${label(path)} has more than ${(0,format/* plural */.LS)(Number(issue.maximum), 'entry', 'entries')}.`
                : `${label(path)} must be at most ${String(issue.maximum)}, but it is ${(0,spec_issue/* showValue */.vp)(value)}.`);
        case 'invalid_format':
        case 'not_multiple_of':
        case 'invalid_element':
        case 'custom': {
            const hint = path.at(-1) === 'size' && typeof value === 'string' ? didYouMean(value, SIZE_SPELLINGS) : '';
            return error(`${label(path)} is ${(0,spec_issue/* showValue */.vp)(value)}, but it ${issue.message}${hint}`);
        }
    }
}
function tooSmall(issue, value) {
    if (issue.origin === 'array' || issue.origin === 'string')
        return 'is empty.';
    const bound = issue.inclusive === false ? 'more than' : 'at least';
    return `must be ${bound} ${String(issue.minimum)}, but it is ${(0,spec_issue/* showValue */.vp)(value)}.`;
}
/** The first alternative that accepts at least the type of the value itself. */
function chooseBranch(branches) {
    return branches.find((issues) => !issues.some((issue) => isOfWrongType(issue)));
}
function isOfWrongType(issue) {
    if (issue.path.length > 0)
        return false;
    return (issue.code === 'invalid_type' ||
        issue.code === 'invalid_value' ||
        (issue.code === 'invalid_union' && chooseBranch(issue.errors) === undefined));
}
const TYPE_NAMES = {
    string: 'text',
    number: 'a number',
    int: 'a whole number',
    boolean: '`true` or `false`',
    array: 'a list',
    object: 'a map of keys and values',
    record: 'a map of keys and values',
};
const LIST_OF_EDITS = '`edits` must be a map, but it is a list. Write each edit under an id of its own, without the `-`: `hero: { prompt: ..., images: ... }`.';
function describeType(issue, value, path) {
    if (value === undefined)
        return `${label(path)} is missing.${path.join() === 'version' ? ' Add the line `version: 1`.' : ''}`;
    if (value === null)
        return path.length === 0
            ? 'The spec is empty. Begin with `version: 1` and `edits`.'
            : `${label(path)} is empty.`;
    const expected = issue.code === 'invalid_type' ? TYPE_NAMES[issue.expected] : undefined;
    if (expected === undefined || !issue.message.startsWith('Invalid input'))
        return `${label(path)} ${issue.message}`;
    if (path.join() === 'edits' && Array.isArray(value))
        return LIST_OF_EDITS;
    const quotes = expected === 'text' && typeof value !== 'object' ? ' Put it in quotes.' : '';
    return `${label(path)} must be ${expected}, but it is ${(0,spec_issue/* showValue */.vp)(value)}.${quotes}`;
}
/** The name of a path: `scale`, `images[2]`, `vars.brand`, `edits.hero`; inside an edit, it starts at the edit's own keys. */
function label(path) {
    const own = path[0] === 'edits' && path.length > 2 ? path.slice(2) : path;
    const text = (0,spec_issue/* nameSteps */.rT)(own);
    return text === '' ? 'The spec' : (0,spec_issue/* quote */.hD)(text);
}
function valueAt(root, path) {
    let value = root;
    for (const step of path) {
        if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step))
            return undefined;
        value = value[step];
    }
    return value;
}

;// CONCATENATED MODULE: ./spec/validate.js





/** Checks the form of a spec's values. Names, paths and ids are checked later. */
function validateSpec(value) {
    const parsed = specSchema.safeParse(value);
    const found = parsed.success
        ? []
        : parsed.error.issues.flatMap((issue) => [...describeIssue(issue, value), ...lookBehindId(issue, value)]);
    const issues = checkKeys(value, found);
    if (parsed.success) {
        const { model, vars = {}, defaults = {}, budget = {}, edits } = parsed.data;
        const whole = Object.entries(edits).map(([key, fields]) => ({ key, fields }));
        return {
            draft: {
                ...(model !== undefined && { model }),
                vars,
                defaults,
                budget,
                edits: whole,
                pictures: parsed.data,
                broken: new Set(),
            },
            issues,
        };
    }
    const faulty = new Set(issues.flatMap(({ pointer }) => (pointer.path === undefined ? [] : [confine(pointer.path)])));
    return { draft: salvage(value, faulty), issues };
}
/** What is wrong with an edit besides its id: the schema does not look at the value of a key that is wrong. */
function lookBehindId({ code, path }, root) {
    const [section, key, ...deeper] = path;
    if (code !== 'invalid_key' || section !== 'edits' || typeof key !== 'string' || deeper.length > 0)
        return [];
    const parsed = edit.safeParse(asMap(asMap(root)['edits'])[key]);
    return parsed.success
        ? []
        : parsed.error.issues.flatMap((issue) => describeIssue(issue, root, ['edits', key]));
}
/** The smallest part that is dropped for an issue: a key of an edit, or of `vars`, `defaults` or `budget`. */
function confine(path) {
    return path.slice(0, path[0] === 'edits' ? 3 : 2).join('\n');
}
function salvage(value, faulty) {
    function sound(map, path) {
        const known = path[0] === 'vars' ? undefined : knownKeys(path);
        const entries = Object.entries(asMap(map)).filter(([key]) => !faulty.has([...path, key].join('\n')) && (known?.includes(key) ?? true));
        return Object.fromEntries(entries);
    }
    const top = asMap(value);
    const edits = Object.entries(asMap(top['edits']));
    const isBroken = (key) => faulty.has(`edits\n${key}`) || faulty.has(`edits\n${key}\nmatrix`);
    // The schema transforms nothing, so values without issues have the types that it declares.
    const model = faulty.has('model') ? undefined : top['model'];
    return {
        ...(typeof model === 'string' && { model }),
        vars: sound(top['vars'], ['vars']),
        defaults: sound(top['defaults'], ['defaults']),
        budget: sound(top['budget'], ['budget']),
        edits: edits.flatMap(([key, edit]) => isBroken(key) ? [] : [{ key, fields: sound(edit, ['edits', key]) }]),
        pictures: undefined,
        broken: new Set(edits.map(([key]) => key).filter(isBroken)),
    };
}
function asMap(value) {
    return (0,is_map/* isMap */.j)(value) ? { ...value } : {};
}

;// CONCATENATED MODULE: ./spec/read-spec.js





















/** 5,000 edits of 800 bytes each. A larger file is hardly meant to be a spec, and the parser would need seconds. */
const MAX_SPEC_BYTES = 4 * 1024 * 1024;
const ADVICE = 'Check the input `spec`, and that `actions/checkout` runs before this step.';
const ADVICE_AT_DESK = 'Name the spec as the argument, or write a first one with `dreamina-edits init`.';
/**
 * Reads, checks and expands a spec. `specPath` is relative to the workspace, or an absolute path inside it. Fails with every
 * problem that can be found without looking at images, warnings included, in the order of the file. Throws the
 * signal's reason.
 */
async function readSpec(specPath, ports) {
    const { workspace, signal } = ports;
    const file = (0,shared_inside/* relativeTo */.Mf)(workspace, external_node_path_.resolve(workspace, specPath));
    if (external_node_path_.isAbsolute(specPath) && file.startsWith('../'))
        return failure(describeForeignPath(specPath));
    const readTexts = createTextReader(ports);
    const text = (await readTexts([file], MAX_SPEC_BYTES)).get(file);
    if (text?.ok !== true) {
        const advice = (await suggestSpec(file, workspace)) ?? (ports.isAtDesk === true ? ADVICE_AT_DESK : ADVICE);
        return failure(`The spec ${(0,spec_issue/* quote */.hD)(file)} ${text?.error ?? 'was not read.'} ${advice}`);
    }
    const yaml = await parseYaml(text.value, file, signal);
    if (!yaml.ok)
        return { ok: false, error: (0,locate_issues/* sortProblems */.d)(yaml.error), imageUsers: [] };
    const { locate } = yaml.value;
    // Each of these steps takes tens of milliseconds with a large spec.
    await (0,breathe/* breathe */.q)(signal);
    const { draft, issues: issuesOfForm } = validateSpec(yaml.value.value);
    const expansion = expandEdits(inFileOrder(draft, locate));
    const promptFiles = await readPromptFiles(expansion.edits, readTexts);
    await (0,breathe/* breathe */.q)(signal);
    const { models, issues: issuesOfModels } = await resolveModels(expansion.edits, draft, ports.lookUpModels);
    const { edits, issues: issuesOfEdits } = buildEdits(expansion.edits, draft.defaults, models, promptFiles);
    const pictures = build_pictures_buildPictures(expansion.edits, draft);
    await (0,breathe/* breathe */.q)(signal);
    const issues = [
        ...issuesOfForm,
        ...expansion.issues,
        ...issuesOfModels,
        ...checkDefaultOptions(draft.defaults, models),
        ...issuesOfEdits,
        ...checkOutputs(edits, draft.defaults, locate),
        ...pictures.issues,
        ...checkRenditions(edits, pictures.settings, locate),
        ...checkReferences(edits, expansion),
        ...checkKeep(expansion.edits, draft.defaults),
    ];
    const sound = [...issues, ...yaml.value.problems].every(({ severity }) => severity === 'warning');
    // What is used is known only for a spec without errors.
    if (sound)
        issues.push(...checkUsage(draft, expansion.edits, promptFiles));
    const problems = (0,locate_issues/* sortProblems */.d)([...(0,locate_issues/* locateIssues */.n)(issues, locate), ...yaml.value.problems]);
    if (!sound) {
        return { ok: false, error: problems, imageUsers: edits.map((edit) => toImageUser(edit, locate)) };
    }
    const budget = readBudget(draft.budget, locate);
    const kept = new Map(expansion.edits.map((edit) => [edit.id, nameKept(edit, draft.defaults)]));
    const requests = edits.flatMap((edit) => toRequests(edit, draft.defaults, kept, pictures.settings, locate));
    const spec = { path: file, budget, edits: requests };
    return { ok: true, value: { spec, warnings: problems } };
}
/** In a container, `${{ github.workspace }}` is a path of the host, which does not exist there. */
function describeForeignPath(specPath) {
    return (`The spec ${(0,spec_issue/* quote */.hD)(specPath)} is outside the workspace. Use a path relative to the workspace, for example ` +
        `${(0,spec_issue/* quote */.hD)(external_node_path_.basename(specPath))}, without \`\${{ github.workspace }}\`: in a container job, that is a path of the host.`);
}
function failure(message) {
    return { ok: false, error: [{ severity: 'error', message }], imageUsers: [] };
}
/** JavaScript moves keys such as `2024` to the front of an object. */
function inFileOrder(draft, locate) {
    if (!draft.edits.some(({ key }) => /^\d+$/.test(key)))
        return draft;
    const located = draft.edits.map((edit) => ({ edit, at: locate({ path: ['edits', edit.key], on: 'key' }) }));
    located.sort((a, b) => (0,problem/* compareInFile */.V)(a.at, b.at));
    return { ...draft, edits: located.map(({ edit }) => edit) };
}
function toImageUser({ expanded, images, model, published }, locate) {
    return {
        id: expanded.id,
        ...(model !== undefined && { model }),
        ...(published !== undefined && { published }),
        ...(expanded.fields.frozen === true && { frozen: true }),
        images: images.map(({ path: at, ...image }) => ({ ...image, at: locate({ path: at, on: 'value' }) })),
        at: locate({ path: ['edits', expanded.key], on: 'key' }),
    };
}
/** One request for each take. What uses the output of another edit gets that of its kept take, by `kept`. */
function toRequests(edit, defaults, kept, settings, locate) {
    const { expanded, request, output } = edit;
    if (request === undefined || output === undefined) {
        throw new Error(`Edit ${expanded.id} is incomplete though no problem of it was found`);
    }
    const built = { ...toImageUser(edit, locate), ...request };
    const images = built.images.map((image) => image.kind === 'edit' ? { ...image, id: kept.get(image.id) ?? image.id } : image);
    return listTakes(expanded, defaults, output.text).map((take) => ({
        ...{ ...built, images, ...take },
        ...describePictures(settings.get(expanded.id), take),
    }));
}
/** Renditions are made of the kept take only. */
function describePictures(pictures, { take }) {
    if (pictures === undefined)
        return {};
    return { pictures: take === undefined || take.isKept ? pictures : { ...pictures, renditions: [] } };
}
function readBudget(budget, locate) {
    const { 'max-edits': maxEdits, 'max-cost': maxCostUsd, 'per-month': perMonthUsd } = budget;
    const placeOf = (key) => locate({ path: ['budget', key], on: 'value' });
    const edits = maxEdits !== undefined && { maxEdits: placeOf('max-edits') };
    const cost = maxCostUsd !== undefined && { maxCostUsd: placeOf('max-cost') };
    const month = perMonthUsd !== undefined && { perMonthUsd: placeOf('per-month') };
    return {
        ...(maxEdits !== undefined && { maxEdits }),
        ...(maxCostUsd !== undefined && { maxCostUsd }),
        ...(perMonthUsd !== undefined && { perMonthUsd }),
        ...((edits || cost || month) && { at: { ...edits, ...cost, ...month } }),
    };
}

;// CONCATENATED MODULE: ./run/prepare/choose-work.js





/**
 * Reads the spec and chooses the edits that the inputs name. The error is what is wrong, if the spec cannot be used.
 * Throws the signal's reason.
 */
async function chooseWork({ spec: path, untrackedFiles: untracked, only, force, ids }, ports, log) {
    const reading = await readSpec(path, { ...ports, untracked });
    ports.signal.throwIfAborted();
    if (!reading.ok) {
        // Its images are still inspected, so that spec and pictures can be fixed in one go.
        const { problems } = await (0,inspect_references/* inspectReferences */.D)(reading.imageUsers, ports);
        return { ok: false, error: (0,locate_issues/* sortProblems */.d)([...reading.error, ...problems]) };
    }
    const { spec, warnings } = reading.value;
    const selection = selectEdits(spec.edits, only, ports);
    if (selection.takenAlong.length > 0)
        log.info(`Also running, because other edits need them: ${selection.takenAlong.join(', ')}`);
    const chosen = ids === undefined ? selection.edits : selectIds(selection.edits, ids);
    const { forced, problems: forceProblems } = matchForced(force, spec.edits, selection.edits, ports);
    return {
        ok: true,
        value: {
            spec,
            edits: chosen,
            forced,
            warnings,
            problems: [...selection.problems, ...forceProblems],
        },
    };
}


/***/ }),

/***/ 83859:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ unlessCutShort)
/* harmony export */ });
/* harmony import */ var _shared_describe_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82129);

/** The result of `work`, which throws the signal's reason if it is cut short. `what` is then missing: a clause. */
async function unlessCutShort(what, signal, work) {
    try {
        return await work();
    }
    catch (error) {
        if (!signal.aborted)
            throw error;
        const cutShortBy = (0,_shared_describe_error_js__WEBPACK_IMPORTED_MODULE_0__/* .describeError */ .U)(signal.reason);
        return {
            kind: 'refused',
            problems: [{ severity: 'error', message: `${what}: ${cutShortBy}.` }],
            cutShortBy,
        };
    }
}


/***/ }),

/***/ 88419:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ isPublicAddress)
/* harmony export */ });
/* harmony import */ var ipaddr_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32738);

/**
 * Whether an IP address belongs to the public internet. False for private, loopback, link-local,
 * unspecified, carrier-grade NAT, multicast, reserved and documentation addresses, for those of tunnels
 * and translators that could lead back to them, and for text that is no IP address at all.
 *
 * Takes the forms that DNS and `URL.hostname` give: dotted IPv4, IPv6 with or without brackets.
 * An IPv4-mapped IPv6 address is judged by the IPv4 address in it. An address with a zone
 * (`fe80::1%eth0`) is bound to one link, so it is never public.
 */
function isPublicAddress(ip) {
    const text = ip.startsWith('[') && ip.endsWith(']') ? ip.slice(1, -1) : ip;
    // Not `isValid`: that reads `127.1`, `0x7f000001` and bare numbers too, which no resolver gives.
    if (text.includes('%'))
        return false;
    if (ipaddr_js__WEBPACK_IMPORTED_MODULE_0__.IPv4.isValidFourPartDecimal(text))
        return ipaddr_js__WEBPACK_IMPORTED_MODULE_0__.IPv4.parse(text).range() === 'unicast';
    if (!ipaddr_js__WEBPACK_IMPORTED_MODULE_0__.IPv6.isValid(text))
        return false;
    const address = ipaddr_js__WEBPACK_IMPORTED_MODULE_0__.IPv6.parse(text);
    if (address.isIPv4MappedAddress())
        return address.toIPv4Address().range() === 'unicast';
    // Global unicast is only 2000::/3 (IANA); this also refuses ::a.b.c.d, the IPv4-compatible form.
    return address.range() === 'unicast' && ((address.parts[0] ?? 0) & 0xe000) === 0x2000;
}


/***/ }),

/***/ 18586:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ breathe)
/* harmony export */ });
/**
 * Lets signals, timers and sockets have their turn in the middle of long work, which would otherwise hold them up. Throws
 * the signal's reason.
 */
async function breathe(signal) {
    await new Promise((resolve) => setImmediate(resolve));
    signal.throwIfAborted();
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

/***/ 42621:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ fillBuffer)
/* harmony export */ });
/**
 * Reads from `position` on into `buffer`; gives the part of it that was filled. Less than the whole buffer means that the file
 * ended there.
 */
async function fillBuffer(file, buffer, position) {
    let filled = 0;
    while (filled < buffer.length) {
        const { bytesRead } = await file.read(buffer, filled, buffer.length - filled, position + filled);
        if (bytesRead === 0)
            break;
        filled += bytesRead;
    }
    return buffer.subarray(0, filled);
}


/***/ }),

/***/ 42274:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ foldPath)
/* harmony export */ });
/** The key by which paths are compared: equal for paths that Windows or macOS would take for one file. */
function foldPath(path) {
    // By way of upper case, as some letters have one capital but two small forms, or two capitals (ß, ẞ, SS).
    return path.normalize('NFC').toLowerCase().toUpperCase().toLowerCase().normalize('NFC');
}


/***/ }),

/***/ 19391:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FK: () => (/* binding */ isInside),
/* harmony export */   LI: () => (/* binding */ resolveInside),
/* harmony export */   Mf: () => (/* binding */ relativeTo)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _secret_path_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25519);
/* harmony import */ var _system_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(58169);




/**
 * Resolves a path of the spec to a real file or folder inside `root`, following symbolic links. Nothing outside `root`, no
 * `.git` folder and no file with credentials is used, neither by the given path nor by the real one. If the names on disk
 * differ only in their Unicode form (macOS decomposes `é`), they are used.
 */
async function resolveInside(root, relativePath) {
    const realRoot = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(root);
    const wanted = node_path__WEBPACK_IMPORTED_MODULE_1__.resolve(realRoot, relativePath);
    if (!isInside(realRoot, wanted))
        return fail('outside', 'leads out of the repository');
    const secret = (0,_secret_path_js__WEBPACK_IMPORTED_MODULE_2__/* .faultOfSecretPath */ .Z)(relativeTo(realRoot, wanted));
    if (secret !== undefined)
        return fail('secret', secret);
    let real;
    try {
        real = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(wanted).catch(async (error) => {
            const composed = isAbsent(error)
                ? await findComposed(realRoot, relativeTo(realRoot, wanted))
                : undefined;
            if (composed === undefined)
                throw error;
            return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(composed);
        });
    }
    catch (error) {
        return isAbsent(error)
            ? fail('absent', 'does not exist')
            : fail('unreadable', `cannot be read (${(0,_system_error_js__WEBPACK_IMPORTED_MODULE_3__/* .codeOf */ .$)(error) ?? String(error)})`);
    }
    if (!isInside(realRoot, real))
        return fail('outside', 'is a symbolic link that leads out of the repository');
    const relative = relativeTo(realRoot, real);
    const behind = (0,_secret_path_js__WEBPACK_IMPORTED_MODULE_2__/* .faultOfSecretPath */ .Z)(relative);
    return behind === undefined
        ? { ok: true, value: { absolute: real, relative } }
        : fail('secret', `leads to \`${relative}\`, which ${behind}`);
}
/** The path whose names differ from the wanted ones only in their Unicode form; undefined if there is none. */
async function findComposed(realRoot, relative) {
    // Names without combining characters have only one form.
    if (relative.normalize('NFC') === relative.normalize('NFD'))
        return undefined;
    let folder = realRoot;
    for (const wanted of relative.split('/')) {
        const real = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(folder);
        if (!isInside(realRoot, real))
            return undefined;
        const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(real);
        const name = names.includes(wanted)
            ? wanted
            : names.find((each) => each.normalize('NFC') === wanted.normalize('NFC'));
        if (name === undefined)
            return undefined;
        folder = node_path__WEBPACK_IMPORTED_MODULE_1__.join(real, name);
    }
    return folder;
}
/** Whether a path lies in the folder `root`, or is it; both absolute. Looks at the names only, not at links. */
function isInside(root, candidate) {
    const relative = node_path__WEBPACK_IMPORTED_MODULE_1__.relative(root, candidate);
    return relative !== '..' && !relative.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}`) && !node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute(relative);
}
/** The path of `file` from `root` (both absolute), with forward slashes. */
function relativeTo(root, file) {
    return node_path__WEBPACK_IMPORTED_MODULE_1__.relative(root, file).split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).join('/');
}
function isAbsent(error) {
    return ['ENOENT', 'ENOTDIR'].includes((0,_system_error_js__WEBPACK_IMPORTED_MODULE_3__/* .codeOf */ .$)(error) ?? '');
}
function fail(kind, why) {
    return { ok: false, error: { kind, why } };
}


/***/ }),

/***/ 76144:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ isMap)
/* harmony export */ });
/** Whether a value from outside is a map of keys and values. */
function isMap(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}


/***/ }),

/***/ 65020:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ listSome),
/* harmony export */   l: () => (/* binding */ listStatements)
/* harmony export */ });
/** `a, b and 3 more`: the first `most` of a list, and how many more there are. */
function listSome(items, most) {
    const rest = items.length - most;
    const shown = items.slice(0, most).join(', ');
    return rest > 0 ? `${shown} and ${rest} more` : shown;
}
/** `a: no; b: no; and 3 more`: as `listSome`, for items that are statements of their own. */
function listStatements(items, most) {
    const rest = items.length - most;
    return [...items.slice(0, most), ...(rest > 0 ? [`and ${rest} more`] : [])].join('; ');
}


/***/ }),

/***/ 99864:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ mapValues)
/* harmony export */ });
/** The same keys with other values. */
function mapValues(record, map) {
    return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value, key)]));
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

/***/ 23490:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OR: () => (/* binding */ readIfExists),
/* harmony export */   c4: () => (/* binding */ isNotFound),
/* harmony export */   t2: () => (/* binding */ exists)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _system_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58169);


/** Whether there is a file or a folder; what cannot be reached counts as absent. */
async function exists(file) {
    return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.access)(file).then(() => true, () => false);
}
/** The text of a file; undefined if there is none. Otherwise throws as `node:fs` does. */
async function readIfExists(file) {
    try {
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, 'utf8');
    }
    catch (error) {
        if (isNotFound(error))
            return undefined;
        throw error;
    }
}
/** Whether an error of the file system says that there is no such file or folder. */
function isNotFound(error) {
    return (0,_system_error_js__WEBPACK_IMPORTED_MODULE_1__/* .codeOf */ .$)(error) === 'ENOENT';
}


/***/ }),

/***/ 56268:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ orAborted)
/* harmony export */ });
/** The outcome of `work`, or the signal's reason as soon as that is aborted. The work itself goes on, unheard. */
async function orAborted(work, signal) {
    const { promise, reject } = Promise.withResolvers();
    const onAbort = () => {
        reject(signal.reason);
    };
    if (signal.aborted)
        onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    try {
        return await Promise.race([work, promise]);
    }
    finally {
        signal.removeEventListener('abort', onAbort);
    }
}


/***/ }),

/***/ 89821:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ mapBounded)
/* harmony export */ });
/**
 * Runs `work` on every item, at most `limit` at a time, and gives the values in the items' order.
 * `work` is called only when its turn comes. After the first rejection no further item is begun; that
 * rejection is thrown once the work under way has ended, so that nothing goes on unwatched.
 */
async function mapBounded(items, limit, work) {
    const values = new Array(items.length);
    const queue = items.entries();
    let failed = false;
    async function drain() {
        for (const [index, item] of queue) {
            if (failed)
                return;
            try {
                values[index] = await work(item, index);
            }
            catch (error) {
                failed = true;
                throw error;
            }
        }
    }
    const workers = Array.from({ length: Math.min(limit, items.length) }, drain);
    await Promise.allSettled(workers);
    await Promise.all(workers);
    return values;
}


/***/ }),

/***/ 41839:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ readProxies)
/* harmony export */ });
/* harmony import */ var _loopback_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75170);

/**
 * The proxies that `env` names, lower case first as in curl. Those of `hosts` that can only be this machine are never
 * proxied: on another machine they would mean that one. Hosts come with or without brackets around IPv6.
 */
function readProxies(env, hosts) {
    const loopback = hosts
        .filter(_loopback_js__WEBPACK_IMPORTED_MODULE_0__/* .isLoopbackHost */ .c)
        .map((host) => (host.includes(':') && !host.startsWith('[') ? `[${host}]` : host));
    const noProxy = readVariable(env, 'no_proxy');
    return {
        // Empty strings, not undefined: otherwise undici would read the process's own environment.
        httpProxy: readVariable(env, 'http_proxy'),
        httpsProxy: readVariable(env, 'https_proxy'),
        // `*` means every host only if nothing else is listed.
        noProxy: noProxy === '*' ? noProxy : [noProxy, ...loopback].filter((entry) => entry !== '').join(','),
    };
}
/** An empty variable counts as unset, as in curl and GitHub's own actions: it does not hide its upper-case twin. */
function readVariable(env, name) {
    return [env[name], env[name.toUpperCase()]].find((value) => value !== undefined && value !== '') ?? '';
}


/***/ }),

/***/ 31171:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ retryDelayMs)
/* harmony export */ });
const BASE_MS = 500;
const CAP_MS = 30_000;
/**
 * Milliseconds to wait after failed attempt number `attempt` (1 after the first): full jitter over a ceiling that
 * doubles from 500 ms to 30 s, so that many clients which failed together do not come back together.
 * A time that the server asked for (`Retry-After`) is respected: the jitter is added to it.
 * https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
function retryDelayMs(attempt, random, retryAfterMs) {
    const ceiling = Math.min(CAP_MS, BASE_MS * 2 ** (Math.max(1, attempt) - 1));
    if (retryAfterMs === undefined)
        return Math.floor(random() * ceiling);
    // Only the first step of jitter: the server named its time, waiting longer does not help.
    return retryAfterMs + Math.floor(random() * BASE_MS);
}


/***/ }),

/***/ 51049:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ retry),
/* harmony export */   e: () => (/* binding */ describeRetry)
/* harmony export */ });
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42403);
/* harmony import */ var _wait_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14926);


/**
 * Makes attempts (numbered from 1) until one is done, or the signal is aborted between two of them: then the last
 * attempt's value counts. The attempt itself decides whether another one is worth it, and logs that.
 */
async function retry(attempt, { clock, signal }) {
    for (let tries = 1;; tries += 1) {
        const result = await attempt(tries);
        if (result.kind === 'done' || !(await (0,_wait_js__WEBPACK_IMPORTED_MODULE_1__/* .wait */ .u)(clock, result.waitMs, signal)))
            return result.value;
    }
}
/** The one wording for an attempt that failed and is repeated: what went wrong (a clause), then when it is tried again. */
function describeRetry(why, waitMs) {
    return `${why}. Trying again in ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(waitMs)}.`;
}


/***/ }),

/***/ 25519:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ faultOfSecretPath)
/* harmony export */ });
/** `.git` and its short form on Windows; macOS ignores these characters in names, so that what is left would be `.git`. */
const IGNORED_BY_MACOS = /[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/g;
/** Windows ignores dots and spaces at the end of a name, and what follows a colon is a stream of the same file. */
const GIT_FOLDER = /^(?:\.git|git~1)[. ]*(?::.*)?$/i;
/** Files that usually contain credentials. */
const CREDENTIALS = /^(?:\.env.*|\.npmrc|\.netrc|_netrc|\.pypirc|gha-creds-.*\.json)[. ]*(?::.*)?$/i;
/**
 * Why a file must never be read, no matter who asks for it: its text would end up in prompts, artifacts and commits. Undefined if
 * it may be read. `path` is relative to the workspace, with forward slashes.
 */
function faultOfSecretPath(path) {
    const names = path.split('/').map((name) => name.replaceAll(IGNORED_BY_MACOS, ''));
    if (names.some((name) => GIT_FOLDER.test(name)))
        return 'is in a `.git` folder, which this action never reads';
    const secret = names.find((name) => CREDENTIALS.test(name));
    return secret === undefined
        ? undefined
        : `may contain credentials (\`${secret}\`), so this action never reads it`;
}


/***/ }),

/***/ 78658:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ outlastShortage),
/* harmony export */   o: () => (/* binding */ isShortage)
/* harmony export */ });
/* harmony import */ var _retry_delay_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31171);
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51049);


/** What a machine answers while it is short of something that others will give back: file descriptors, buffers, memory. */
const CODES = new Set(['EMFILE', 'ENFILE', 'ENOBUFS', 'ENOMEM', 'EAGAIN']);
/** Whether an error, or one of its causes, is a shortage of the machine: it passes, and says nothing about the work. */
function isShortage(error) {
    if (!(error instanceof Error))
        return false;
    if ('code' in error && CODES.has(error.code))
        return true;
    if (error instanceof AggregateError && error.errors.some(isShortage))
        return true;
    return isShortage(error.cause);
}
/** How often work is tried: two minutes in all. */
const MAX_TRIES = 9;
/** Repeats work that fails for a shortage of the machine. Throws as the work does, also if the signal ends a wait. */
async function outlastShortage(work, options) {
    const last = await (0,_retry_js__WEBPACK_IMPORTED_MODULE_0__/* .retry */ .L)(async (tries) => {
        try {
            return { kind: 'done', value: { ok: true, value: await work() } };
        }
        catch (error) {
            const value = { ok: false, error };
            if (!isShortage(error) || tries >= MAX_TRIES)
                return { kind: 'done', value };
            return { kind: 'again', value, waitMs: (0,_retry_delay_js__WEBPACK_IMPORTED_MODULE_1__/* .retryDelayMs */ .q)(tries, () => 1) };
        }
    }, options);
    if (last.ok)
        return last.value;
    throw last.error;
}


/***/ }),

/***/ 51785:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ createBufferSweeper)
/* harmony export */ });
/* harmony import */ var _collect_garbage_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(52623);

/** Dead buffers that may lie about as garbage. Smaller values gain nothing more. */
const SWEEP_EVERY_BYTES = 4 * 1024 * 1024;
/** Gives a function to call with the length of each buffer that is no longer needed. */
function createBufferSweeper() {
    let collector;
    let pendingBytes = 0;
    return (bytes) => {
        pendingBytes += bytes;
        if (pendingBytes < SWEEP_EVERY_BYTES)
            return;
        pendingBytes = 0;
        collector ??= (0,_collect_garbage_js__WEBPACK_IMPORTED_MODULE_0__/* .createGarbageCollector */ .R)();
        collector.sweep();
    };
}


/***/ }),

/***/ 58169:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ codeOf)
/* harmony export */ });
/** The code of an error of the system, such as `ENOENT`; undefined if it has none. */
function codeOf(error) {
    return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}


/***/ }),

/***/ 14926:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ wait)
/* harmony export */ });
/** Waits `ms` milliseconds. False if the signal ended the wait; a signal's end is no error here. */
async function wait(clock, ms, signal) {
    try {
        await clock.sleep(ms, signal);
        return !signal.aborted;
    }
    catch (error) {
        if (signal.aborted)
            return false;
        throw error;
    }
}


/***/ }),

/***/ 12544:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ describeAbsent)
/* harmony export */ });
/** Why a file of the commit is not in the checkout, and what to do; undefined if the commit does not have it either. */
function describeAbsent(entry, { isAtDesk }) {
    switch (entry?.kind) {
        case 'file':
        case 'link':
        case 'folder':
            return isAtDesk === true
                ? 'is in the commit but not here: it was moved or deleted, or a sparse checkout left it out. Restore it, or name another file.'
                : 'is in the commit but not in this checkout: a sparse checkout left it out, or an earlier step removed it. ' +
                    'Add it to `sparse-checkout` in the actions/checkout step.';
        case 'submodule':
            return `is in the submodule \`${entry.path}\`, which is not checked out. ${isAtDesk === true ? 'Run `git submodule update --init`.' : 'Set `submodules: true` in the actions/checkout step.'}`;
        case 'absent':
        case 'no repository':
        case 'unknown':
        case undefined:
            return undefined;
    }
}


/***/ }),

/***/ 41922:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   hD: () => (/* binding */ quote),
/* harmony export */   rT: () => (/* binding */ nameSteps),
/* harmony export */   vp: () => (/* binding */ showValue)
/* harmony export */ });
/** Text of the spec as code in a message: shortened, on one line. */
function quote(text) {
    const line = String(text).replaceAll(/\s+/g, ' ');
    return `\`${line.length > 80 ? `${line.slice(0, 79)}…` : line}\``;
}
/** A value for people: maps and lists by their kind. */
function showValue(value) {
    if (Array.isArray(value))
        return 'a list';
    if (typeof value === 'object' && value !== null)
        return 'a map';
    return quote(String(value));
}
/** Steps into a value as a name: `images[2]`, `vars.brand`. */
function nameSteps(steps) {
    return steps
        .map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index > 0 ? '.' : ''}${step}`))
        .join('');
}


/***/ }),

/***/ 1696:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ sortProblems),
/* harmony export */   n: () => (/* binding */ locateIssues)
/* harmony export */ });
/* harmony import */ var _issue_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41922);

/**
 * Issues as problems with their positions, in the order of the file. Issues with the same rule and pointer become one problem
 * that names the first edit and counts the others: a matrix of 200 would repeat the same message 200 times.
 */
function locateIssues(issues, locate) {
    const groups = new Map();
    for (const issue of issues) {
        const name = JSON.stringify([issue.severity, issue.pointer, issue.rule ?? issue.message]);
        const group = groups.get(name);
        if (group === undefined)
            groups.set(name, [issue]);
        else
            group.push(issue);
    }
    return sortProblems([...groups.values()].flatMap((group) => describeGroup(group, locate)));
}
function describeGroup(group, locate) {
    const [first] = group;
    if (first === undefined)
        return [];
    const others = new Set(group.map(({ edit }) => edit)).size - 1;
    const which = first.edit === undefined ? '' : ` (${(0,_issue_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(first.edit)}${others > 0 ? ` and ${others} more` : ''})`;
    return [{ severity: first.severity, message: `${first.message}${which}`, at: locate(first.pointer) }];
}
/** Problems sorted by file, line and column; at one position, errors come first. */
function sortProblems(problems) {
    return problems.toSorted((a, b) => compare(a.at?.file ?? '', b.at?.file ?? '') ||
        (a.at?.line ?? 0) - (b.at?.line ?? 0) ||
        (a.at?.column ?? 0) - (b.at?.column ?? 0) ||
        compare(a.severity, b.severity));
}
function compare(a, b) {
    return a === b ? 0 : a < b ? -1 : 1;
}


/***/ })

};
