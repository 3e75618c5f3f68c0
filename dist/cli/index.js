#!/usr/bin/env node
import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 4589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 9448:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 1792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 8877:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:v8");

/***/ }),

/***/ 714:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:vm");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 6223:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _cli_exit_codes_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(85);
/* harmony import */ var _cli_run_command_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9517);
/* harmony import */ var _runner_check_node_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6837);
/* harmony import */ var _runner_terminal_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7304);
/* harmony import */ var _shared_describe_error_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(2129);
/* harmony import */ var _shared_sentence_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(7730);






const terminal = (0,_runner_terminal_js__WEBPACK_IMPORTED_MODULE_2__/* .createTerminal */ .P)();
async function act() {
    if (!(0,_runner_check_node_js__WEBPACK_IMPORTED_MODULE_3__/* .isNodeNewEnough */ .n)(process.versions.node)) {
        terminal.complain(`dreamina-edits needs Node 24 or newer, and this is Node ${process.versions.node}.`);
        return _cli_exit_codes_js__WEBPACK_IMPORTED_MODULE_0__/* .EXIT_CODES */ .a.unexpected;
    }
    return await (0,_cli_run_command_js__WEBPACK_IMPORTED_MODULE_1__/* .runCommand */ .d)(terminal);
}
const code = await act().catch((error) => {
    if (terminal.stop.aborted)
        return _cli_exit_codes_js__WEBPACK_IMPORTED_MODULE_0__/* .EXIT_CODES */ .a.interrupted;
    terminal.complain((0,_shared_sentence_js__WEBPACK_IMPORTED_MODULE_4__/* .toSentence */ .R)((0,_shared_describe_error_js__WEBPACK_IMPORTED_MODULE_5__/* .describeError */ .U)(error)));
    return _cli_exit_codes_js__WEBPACK_IMPORTED_MODULE_0__/* .EXIT_CODES */ .a.unexpected;
});
process.stdout.write('', () => {
    process.exit(code);
});

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 85:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ EXIT_CODES)
/* harmony export */ });
/** What the exit code of the command line says; docs/command-line.md documents it. */
const EXIT_CODES = {
    ok: 0,
    /** The spec or the plan has errors, or `init` found a spec that it must not overwrite. */
    errors: 1,
    /** The command itself is wrong, or names a place where nothing can be written. */
    usage: 2,
    /** `plan --fail-on-changes`: a run would send at least one edit. */
    changes: 3,
    /** Something that should not happen. */
    unexpected: 70,
    /** Ctrl+C. */
    interrupted: 130,
};


/***/ }),

/***/ 5288:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  u: () => (/* binding */ DEFAULT_SPEC),
  U: () => (/* binding */ readCommand)
});

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __nccwpck_require__(7975);
// EXTERNAL MODULE: ./shared/loopback.js
var loopback = __nccwpck_require__(5170);
// EXTERNAL MODULE: ./shared/duration.js
var duration = __nccwpck_require__(2403);
// EXTERNAL MODULE: ./shared/glob.js + 2 modules
var shared_glob = __nccwpck_require__(6534);
;// CONCATENATED MODULE: ./inputs/parse-value.js


/** Longest run: the longest that a job may last on a hosted runner is six hours, on your own five days. */
const MAX_TIMEOUT_MS = (/* unused pure expression or super */ null && (5 * 24 * 3_600_000));
/** A parser of one of the given words. */
function oneOf(...allowed) {
    return (text) => {
        const value = allowed.find((word) => word === text);
        return value === undefined
            ? { ok: false, error: `is ${JSON.stringify(text)}. It can be ${listed(allowed)}.` }
            : { ok: true, value };
    };
}
/** A parser of a whole number within [min, max], in decimal digits only. */
function wholeNumber(min, max) {
    return (text) => {
        const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
        return value >= min && value <= max
            ? { ok: true, value }
            : { ok: false, error: `is ${JSON.stringify(text)}. It must be a whole number from ${min} to ${max}.` };
    };
}
/** A parser of one word, or of what `parse` takes. */
function wordOr(word, parse) {
    return (text) => {
        if (text === word)
            return { ok: true, value: word };
        const parsed = parse(text);
        return parsed.ok ? parsed : { ok: false, error: `${parsed.error} It can also be \`${word}\`.` };
    };
}
/** A parser of an input that may be left empty: then its value is undefined. */
function optional(parse) {
    return (text) => (text === '' ? { ok: true, value: undefined } : parse(text));
}
/** An amount of US dollars in decimal digits. */
function parseUsd(text) {
    const value = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
    return Number.isFinite(value)
        ? { ok: true, value }
        : { ok: false, error: `is ${JSON.stringify(text)}. Write US dollars, e.g. \`2.50\`.` };
}
/** The parts of a list that is separated by white space or line breaks. */
function parse_value_words(text) {
    return text.split(/\s+/).filter((word) => word !== '');
}
/** Globs over paths, one a line: names of files may have spaces in them. */
function parseGlobs(text) {
    const globs = [];
    for (const line of text.split(/[\r\n]+/).map((each) => each.trim())) {
        if (line === '')
            continue;
        const glob = (0,shared_glob/* parseGlob */.qF)(line);
        if (!glob.ok)
            return { ok: false, error: `holds ${JSON.stringify(line)}, which ${glob.error}.` };
        globs.push(glob.value);
    }
    return { ok: true, value: globs };
}
/** `30m` and the like in milliseconds: more than nothing, at most five days. */
function parseTimeout(text) {
    const ms = parseDuration(text);
    if (ms === undefined) {
        return {
            ok: false,
            error: `is ${JSON.stringify(text)}. Write a number with its unit, e.g. \`90s\`, \`30m\` or \`2h\`.`,
        };
    }
    if (ms === 0)
        return { ok: false, error: 'is zero: nothing could be done in it.' };
    return ms <= MAX_TIMEOUT_MS
        ? { ok: true, value: ms }
        : { ok: false, error: `is ${formatDuration(ms)}. The longest is ${formatDuration(MAX_TIMEOUT_MS)}.` };
}
/** `artifact`, and `branch` or `pull-request`, separated by commas or white space. */
function parseDeliver(text) {
    const asked = new Set(parse_value_words(text.replaceAll(',', ' ')));
    const isPull = asked.has('pull-request');
    const ways = [...asked].map((word) => (word === 'pull-request' ? 'branch' : word)).filter(isWay);
    if (ways.length < asked.size)
        return {
            ok: false,
            error: `is ${JSON.stringify(text)}. It can be \`artifact\`, \`branch\`, \`pull-request\`, or \`artifact\` and one of the others.`,
        };
    if (isPull && asked.has('branch'))
        return {
            ok: false,
            error: 'names `branch` and `pull-request`. With `pull-request`, the pictures get to the branch when you merge; use one of them.',
        };
    return ways.length === 0
        ? { ok: false, error: 'names no destination. Use `artifact`, `branch`, `pull-request`, or two of them.' }
        : { ok: true, value: { ways, isPull } };
}
function isWay(word) {
    return word === 'artifact' || word === 'branch';
}
function listed(words) {
    const quoted = words.map((word) => `\`${word}\``);
    return `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1) ?? ''}`;
}

;// CONCATENATED MODULE: ./inputs/parse-address.js


/**
 * The API's base URL without a trailing slash. Only https, or http on loopback: the token goes there.
 */
function parseApiUrl(text) {
    const url = URL.parse(text);
    if (url === null)
        return { ok: false, error: `is ${JSON.stringify(text)}, which is no URL.` };
    if (url.username !== '' || url.password !== '') {
        return { ok: false, error: 'holds a user name or a password. The token belongs in `api-token`.' };
    }
    if (url.search !== '' || url.hash !== '')
        return { ok: false, error: 'holds a query or a fragment. Leave it out.' };
    if (url.protocol !== 'https:' && !(url.protocol === 'http:' && (0,loopback/* isLoopbackHost */.c)(url.hostname))) {
        return {
            ok: false,
            error: 'must begin with https:// (http:// only on loopback): the API token is sent there.',
        };
    }
    return { ok: true, value: url.href.replace(/\/+$/, '') };
}
/** Where a site serves the gallery page: the folder or the file, over https or, on loopback, http. */
function parseGalleryUrl(text) {
    const url = URL.parse(text);
    if (url === null)
        return { ok: false, error: `is ${JSON.stringify(text)}, which is no URL.` };
    if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopbackHost(url.hostname)))
        return { ok: false, error: 'must begin with https:// (http:// only on loopback).' };
    if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '')
        return {
            ok: false,
            error: 'holds a user name, a password, a query or a fragment. Give the address of the page only.',
        };
    return { ok: true, value: url.href };
}
/** `host` or `host:port`, one a line or separated by white space; IPv6 addresses in brackets. */
function parseOutputHosts(text) {
    const hosts = [];
    for (const word of words(text)) {
        // Parsed as the authority of a URL, so that names are checked and normalized as they are in output URLs.
        const url = /[/?#@*]/.test(word) ? null : URL.parse(`https://${word}`);
        if (url === null || url.hostname === '') {
            return {
                ok: false,
                error: `holds ${JSON.stringify(word)}. Write \`host\` or \`host:port\`, one a line.`,
            };
        }
        const port = /:(\d+)$/.exec(word)?.[1];
        const host = url.hostname.replace(/^\[|\]$/g, '');
        hosts.push(port === undefined ? { host } : { host, port: Number(port) });
    }
    return { ok: true, value: hosts };
}

// EXTERNAL MODULE: ./shared/file-name.js
var file_name = __nccwpck_require__(3761);
;// CONCATENATED MODULE: ./inputs/parse-branch.js

/** GitHub takes references of at most 255 bytes, `refs/heads/` included. */
const MAX_BRANCH_BYTES = 244;
/** Room for the pictures' own paths below it. */
const MAX_DIRECTORY_BYTES = 400;
/**
 * A short branch name that git and GitHub take: the rules of `git check-ref-format --branch`, less what is allowed and
 * means something else. The error is the end of a sentence about the input.
 */
function parseBranch(text) {
    const fault = faultOfBranch(text);
    return fault === undefined ? { ok: true, value: text } : { ok: false, error: fault };
}
function faultOfBranch(name) {
    if (name === '')
        return 'is empty. Leave it out for `assets`.';
    if (name.startsWith('refs/'))
        return `is ${JSON.stringify(name)}. Give the branch's short name, e.g. \`assets\`.`;
    const found = /[\u0000-\u0020\u007f~^:?*[\\]|\.\.|@\{|\p{Cs}/u.exec(name)?.[0];
    if (found !== undefined)
        return `holds ${JSON.stringify(found)}, which no branch's name can have.`;
    if (name.startsWith('-'))
        return 'begins with a dash, which no branch can.';
    if (name === 'HEAD' || name === '@')
        return `is \`${name}\`, which git keeps for itself.`;
    // GitHub refuses it, as it would hide the commit of that name.
    if (/^[0-9a-f]{40}$/i.test(name))
        return 'is the name of a commit. Give the name of a branch.';
    const parts = name.split('/');
    if (parts.includes(''))
        return 'holds a `/` too many.';
    if (parts.some((part) => part.startsWith('.') || part.endsWith('.lock')) || name.endsWith('.'))
        return 'holds a part that begins with a dot, or ends in a dot or in `.lock`, which git does not allow.';
    return Buffer.byteLength(name) > MAX_BRANCH_BYTES ? `is longer than ${MAX_BRANCH_BYTES} bytes.` : undefined;
}
/**
 * A folder of the branch, safe to check out on every system: slashes at its ends are dropped, so are `.` parts; empty
 * for the root. The error is the end of a sentence about the input.
 */
function parseBranchDirectory(text) {
    const parts = text
        .normalize('NFC')
        .replaceAll(/^\/+|\/+$/g, '')
        .split('/')
        .filter((part) => part !== '.');
    const directory = parts.join('/');
    if (directory === '')
        return { ok: true, value: '' };
    const fault = directory.includes('\\')
        ? 'has a backslash. Part folders by `/`.'
        : parts.includes('..')
            ? 'has `..`. It must stay in the branch.'
            : Buffer.byteLength(directory) > MAX_DIRECTORY_BYTES
                ? `is longer than ${MAX_DIRECTORY_BYTES} bytes.`
                : parts.map(file_name/* faultOfFileName */.v).find((found) => found !== undefined);
    return fault === undefined ? { ok: true, value: directory } : { ok: false, error: fault };
}

// EXTERNAL MODULE: ./shared/describe-error.js
var describe_error = __nccwpck_require__(2129);
;// CONCATENATED MODULE: ./cli/read-command.js





const DEFAULT_SPEC = 'edits.yml';
const API_URL = 'https://model-api.runcomfy.net';
const COMMON = {
    json: { type: 'boolean', default: false },
    'no-color': { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
};
const CHOICE = { only: { type: 'string', multiple: true } };
/** Reads the arguments of the command line; the error is a sentence. */
function readCommand(args) {
    const [name, ...rest] = args;
    if (name === undefined || name === '--help' || name === '-h' || name === 'help')
        return { ok: true, value: { kind: 'help' } };
    if (name === '--version' || name === 'version')
        return { ok: true, value: { kind: 'version' } };
    try {
        switch (name) {
            case 'validate':
                return readValidate(rest);
            case 'plan':
                return readPlan(rest);
            case 'init':
                return readInit(rest);
            case 'models':
                return readModels(rest);
            default:
                return fail(`There is no command \`${name}\`. Use \`init\`, \`validate\`, \`plan\` or \`models\`.`);
        }
    }
    catch (error) {
        // The parser explains what is wrong in its first sentence; others are about its own use.
        return fail(`${(0,describe_error/* describeError */.U)(error).replace(/\. .*$/s, '')}.`);
    }
}
function readValidate(args) {
    const { values, positionals } = (0,external_node_util_.parseArgs)({
        args: [...args],
        options: { ...COMMON, ...CHOICE },
        allowPositionals: true,
    });
    if (values.help)
        return { ok: true, value: { kind: 'help' } };
    return withOne(positionals, DEFAULT_SPEC, 'validate', (spec) => ({
        kind: 'validate',
        spec,
        only: listWords(values.only),
        ...outputOf(values),
    }));
}
function readPlan(args) {
    const { values, positionals } = (0,external_node_util_.parseArgs)({
        args: [...args],
        options: {
            ...COMMON,
            ...CHOICE,
            force: { type: 'string', multiple: true },
            branch: { type: 'string', default: 'assets' },
            'base-branch': { type: 'string' },
            'adopt-from': { type: 'string', multiple: true },
            'branch-directory': { type: 'string', default: '' },
            remote: { type: 'string', default: 'origin' },
            prune: { type: 'boolean', default: false },
            'takes-on-branch': { type: 'boolean', default: false },
            'fail-on-changes': { type: 'boolean', default: false },
            out: { type: 'string' },
        },
        allowPositionals: true,
    });
    if (values.help)
        return { ok: true, value: { kind: 'help' } };
    const branch = parseBranch(values.branch);
    if (!branch.ok)
        return fail(`Option \`--branch\` ${branch.error}`);
    const base = values['base-branch'] === undefined ? undefined : parseBranch(values['base-branch']);
    if (base?.ok === false)
        return fail(`Option \`--base-branch\` ${base.error}`);
    const adoptFrom = parseGlobs((values['adopt-from'] ?? []).join('\n'));
    if (!adoptFrom.ok)
        return fail(`Option \`--adopt-from\` ${adoptFrom.error}`);
    const directory = parseBranchDirectory(values['branch-directory']);
    if (!directory.ok)
        return fail(`Option \`--branch-directory\` ${directory.error}`);
    // It becomes a part of a path.
    const remote = parseBranch(values.remote);
    if (!remote.ok)
        return fail(`Option \`--remote\` ${remote.error}`);
    return withOne(positionals, DEFAULT_SPEC, 'plan', (spec) => ({
        kind: 'plan',
        spec,
        only: listWords(values.only),
        force: listWords(values.force),
        branch: branch.value,
        baseBranch: base?.value,
        branchDirectory: directory.value,
        adoptFrom: adoptFrom.value,
        remote: remote.value,
        prune: values.prune,
        takesOnBranch: values['takes-on-branch'],
        failOnChanges: values['fail-on-changes'],
        out: values.out,
        ...outputOf(values),
    }));
}
function readInit(args) {
    const { values, positionals } = (0,external_node_util_.parseArgs)({
        args: [...args],
        options: { ...COMMON, spec: { type: 'string', default: DEFAULT_SPEC } },
        allowPositionals: true,
    });
    if (values.help)
        return { ok: true, value: { kind: 'help' } };
    return withOne(positionals, '.', 'init', (folder) => ({
        kind: 'init',
        folder,
        spec: values.spec,
        ...outputOf(values),
    }));
}
function readModels(args) {
    const { values, positionals } = (0,external_node_util_.parseArgs)({
        args: [...args],
        options: { ...COMMON, search: { type: 'string' }, 'api-url': { type: 'string', default: API_URL } },
        allowPositionals: true,
    });
    if (values.help)
        return { ok: true, value: { kind: 'help' } };
    const address = parseApiUrl(values['api-url']);
    if (!address.ok)
        return fail(`Option \`--api-url\` ${address.error}`);
    return withOne(positionals, values.search ?? '', 'models', (search) => ({
        kind: 'models',
        search,
        apiUrl: address.value,
        ...outputOf(values),
    }));
}
/** A command with at most one argument besides its options. */
function withOne(positionals, otherwise, name, create) {
    const [value = otherwise, more] = positionals;
    if (more !== undefined)
        return fail(`\`${name}\` takes one argument, and \`${more}\` is one too many.`);
    return { ok: true, value: create(value) };
}
function outputOf(values) {
    return { isJson: values.json, isPlain: values['no-color'] };
}
function listWords(values) {
    return (values ?? []).flatMap(parse_value_words);
}
function fail(error) {
    return { ok: false, error };
}


/***/ }),

/***/ 9517:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  d: () => (/* binding */ runCommand)
});

// EXTERNAL MODULE: ./shared/version.js
var version = __nccwpck_require__(8087);
// EXTERNAL MODULE: ./cli/exit-codes.js
var exit_codes = __nccwpck_require__(85);
// EXTERNAL MODULE: ./cli/read-command.js + 3 modules
var read_command = __nccwpck_require__(5288);
;// CONCATENATED MODULE: ./cli/usage.js
/** What `--help` prints. */
const USAGE = `dreamina-edits: checks and plans AI-edited pictures, on this machine, without a token and without any network

Usage
  dreamina-edits init [FOLDER] [--spec edits.yml]   write a first spec for the pictures in a folder
  dreamina-edits validate [SPEC]                    check the spec and the reference images
  dreamina-edits plan [SPEC]                        say what a run would make, and what that would cost
  dreamina-edits models [--search WORDS]            list the service's edit models; asks the service, with the token in
                                                    RUNCOMFY_TOKEN

Options
  --json                    print JSON, see docs/command-line.md
  --no-color                print no colors; so does NO_COLOR=1
  --only GLOBS              these edits only, with those that they need (validate, plan)

Options of plan
  --branch NAME             the branch with the pictures; default: assets
  --base-branch NAME        the branch beneath it, as the input \`base-branch\`
  --adopt-from GLOBS        preview branches, as the input \`adopt-from\`
  --branch-directory PATH   their folder on the branch
  --remote NAME             the remote whose fetched branches are read; default: origin
  --force GLOBS             plan as with the input \`force\`
  --prune                   plan as with the input \`prune\`
  --takes-on-branch         plan as with the input \`takes-on-branch\`
  --fail-on-changes         exit with 3 if a run would send an edit
  --out FILE                write the plan file, for the input \`plan-file\`

Exit codes
  0 fine, 1 errors in the spec or the plan, 2 wrong arguments, 3 changes (--fail-on-changes), 70 unexpected error,
  130 stopped by Ctrl+C`;

;// CONCATENATED MODULE: ./cli/run-command.js




/** Does what the command line asks for. Each command is loaded when it is needed, so that the others start sooner. */
async function runCommand(terminal) {
    const command = (0,read_command/* readCommand */.U)(terminal.args);
    if (!command.ok) {
        terminal.complain(`${command.error} See \`dreamina-edits --help\`.`);
        return exit_codes/* EXIT_CODES */.a.usage;
    }
    const { value } = command;
    switch (value.kind) {
        case 'help':
            terminal.print(USAGE);
            return exit_codes/* EXIT_CODES */.a.ok;
        case 'version':
            terminal.print(version/* VERSION */.x);
            return exit_codes/* EXIT_CODES */.a.ok;
        case 'validate': {
            const { validateHere } = await Promise.all(/* import() */[__nccwpck_require__.e(34), __nccwpck_require__.e(999), __nccwpck_require__.e(339)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5339));
            return await validateHere(value, terminal);
        }
        case 'plan': {
            const { planHere } = await Promise.all(/* import() */[__nccwpck_require__.e(34), __nccwpck_require__.e(469), __nccwpck_require__.e(999), __nccwpck_require__.e(373), __nccwpck_require__.e(983)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2983));
            return await planHere(value, terminal);
        }
        case 'models': {
            const { modelsHere } = await Promise.all(/* import() */[__nccwpck_require__.e(34), __nccwpck_require__.e(469), __nccwpck_require__.e(999), __nccwpck_require__.e(373), __nccwpck_require__.e(350)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7350));
            return await modelsHere(value, terminal);
        }
        case 'init': {
            const { initHere } = await Promise.all(/* import() */[__nccwpck_require__.e(34), __nccwpck_require__.e(999), __nccwpck_require__.e(249)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4249));
            return await initHere(value, terminal);
        }
    }
}


/***/ }),

/***/ 6837:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ isNodeNewEnough)
/* harmony export */ });
/* unused harmony export findNodeFault */
/** The version that `action.yml` names (`node24`). Some runners take whatever Node is on their PATH. */
const NEEDED = 24;
/** Whether this Node can run the code. Uses only what every Node has. */
function isNodeNewEnough(version) {
    return parseInt(version, 10) >= NEEDED;
}
/** Why this Node cannot run the action; undefined if it can. */
function findNodeFault(version) {
    return isNodeNewEnough(version)
        ? undefined
        : `This action needs Node ${NEEDED}, and this runner started it with Node ${version}. Nothing was sent. Update the runner, or put Node ${NEEDED} first on its PATH.`;
}


/***/ }),

/***/ 7304:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  P: () => (/* binding */ createTerminal)
});

// UNUSED EXPORTS: decideColors

;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");
// EXTERNAL MODULE: external "node:process"
var external_node_process_ = __nccwpck_require__(1708);
// EXTERNAL MODULE: ./shared/log-line.js
var log_line = __nccwpck_require__(7552);
;// CONCATENATED MODULE: external "node:timers/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");
;// CONCATENATED MODULE: ./runner/clock.js

/** The longest wait that one timer can hold (2^31 - 1 ms); a longer one would fire at once. */
const LONGEST_TIMER_MS = 2_147_483_647;
/** The machine's clock. */
const systemClock = { now: Date.now, sleep };
async function sleep(ms, signal) {
    try {
        for (let leftMs = ms; leftMs > 0; leftMs -= LONGEST_TIMER_MS) {
            await (0,promises_namespaceObject.setTimeout)(Math.min(leftMs, LONGEST_TIMER_MS), undefined, signal === undefined ? {} : { signal });
        }
    }
    finally {
        signal?.throwIfAborted(); // the reason itself, not the timer's AbortError around it
    }
}

// EXTERNAL MODULE: ./shared/describe-error.js
var describe_error = __nccwpck_require__(2129);
;// CONCATENATED MODULE: ./runner/stop-signal.js

/** The reason with which a run stops after an error that nothing caught. */
class Crash extends Error {
    name = 'Crash';
}
/** After a crash the step ends in order. If that is impossible, because the crash took away what it waits for, it ends then. */
const CRASH_LIMIT_MS = 10_000;
/**
 * A signal that is aborted once the runner asks the step to stop, or after an error that nothing caught: with a `Crash`,
 * so that the step ends in the same order, and fails. The first reason stays.
 */
function listenForStop(source) {
    const stop = new AbortController();
    for (const name of ['SIGINT', 'SIGTERM', 'SIGBREAK']) {
        source.on(name, () => {
            stop.abort(new Error(`the step was stopped by ${name}`));
        });
    }
    // An unhandled rejection comes as the former, too, but only if nothing listens for the latter.
    for (const name of ['uncaughtException', 'unhandledRejection']) {
        source.on(name, (cause) => {
            stop.abort(new Crash(`an internal error ended the run: ${(0,describe_error/* describeError */.U)(cause)}`, { cause }));
        });
    }
    return stop.signal;
}
/** Gives what `work` gives. After a crash it throws the `Crash` instead: when the work has ended, or 10 s after the crash. */
async function orCrash(work, { clock, stop }) {
    const { promise: crash, reject } = Promise.withResolvers();
    const onStop = () => {
        const reason = stop.reason;
        if (!(reason instanceof Crash))
            return;
        const end = () => {
            reject(reason);
        };
        void Promise.race([work, clock.sleep(CRASH_LIMIT_MS)]).then(end, end);
    };
    if (stop.aborted)
        onStop();
    else
        stop.addEventListener('abort', onStop, { once: true });
    const result = await Promise.race([work, crash]);
    if (stop.reason instanceof Crash)
        throw stop.reason;
    return result;
}

;// CONCATENATED MODULE: ./runner/terminal.js





function createTerminal() {
    const { env, stdout, stderr } = external_node_process_;
    return {
        args: external_node_process_.argv.slice(2),
        env,
        directory: external_node_process_.cwd(),
        temp: (0,external_node_os_namespaceObject.tmpdir)(),
        clock: systemClock,
        random: Math.random,
        isColored: decideColors(env, stdout.isTTY),
        stop: listenForStop(external_node_process_),
        print: (text) => {
            stdout.write(`${text}\n`);
        },
        complain: (text) => {
            stderr.write(`${(0,log_line/* neutraliseLogText */.q)(text)}\n`);
        },
    };
}
/** `NO_COLOR` (https://no-color.org) wins over `FORCE_COLOR`; otherwise only a terminal gets colors. Pure. */
function decideColors(env, isTerminal) {
    if ((env['NO_COLOR'] ?? '') !== '')
        return false;
    const forced = env['FORCE_COLOR'] ?? '';
    if (forced !== '')
        return forced !== '0';
    return isTerminal && env['TERM'] !== 'dumb';
}


/***/ }),

/***/ 2129:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ describeError)
/* harmony export */ });
/* harmony import */ var _sentence_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7730);

/** An unknown thrown value in one line, with the causes that lie beneath it. */
function describeError(error) {
    if (!(error instanceof Error))
        return (0,_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteWords */ .A)(String(error));
    const own = error instanceof AggregateError && error.message === ''
        ? error.errors.map(describeError).join('; ')
        : error.message;
    const text = (0,_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteWords */ .A)((own === '' ? error.name : own).replaceAll(/\s+/g, ' '));
    if (error.cause === undefined)
        return text;
    const cause = describeError(error.cause);
    return text.includes(cause) ? text : `${text}: ${cause}`;
}


/***/ }),

/***/ 2403:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Cq: () => (/* binding */ DURATION_PATTERN),
/* harmony export */   E9: () => (/* binding */ parseDuration),
/* harmony export */   a3: () => (/* binding */ formatDuration)
/* harmony export */ });
const UNIT_MS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };
/** A whole or decimal number with its unit, e.g. `90s`, `1.5h`; the form that `parseDuration` reads. */
const DURATION_PATTERN = /^(\d+(?:\.\d+)?)(ms|s|m|h)$/;
/** `90s`, `10m`, `500ms`, `1h` in milliseconds (rounded); undefined if the text has another form. */
function parseDuration(text) {
    const [, amount, unit] = DURATION_PATTERN.exec(text) ?? [];
    if (amount === undefined || unit === undefined)
        return undefined;
    return Math.round(Number(amount) * (UNIT_MS[unit] ?? Number.NaN));
}
/** Milliseconds for people: `0.4 s`, `12 s`, `3 m 05 s`, `1 h 02 m`. */
function formatDuration(ms) {
    if (ms < 9950)
        return `${(ms / 1000).toFixed(1)} s`;
    const seconds = Math.round(ms / 1000);
    if (seconds < 60)
        return `${seconds} s`;
    const minutes = Math.floor(seconds / 60);
    if (minutes < 60)
        return `${minutes} m ${String(seconds % 60).padStart(2, '0')} s`;
    return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} m`;
}


/***/ }),

/***/ 3761:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ faultOfFileName)
/* harmony export */ });
/** Longest name of a file or folder: with `-12.webp` behind it and a few more it stays within the 255 of every file system. */
const MAX_NAME_BYTES = 200;
/** Names that Windows keeps for devices, whatever follows the first dot (learn.microsoft.com, "Naming Files"). */
const DEVICE_NAME = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:[. ]|$)/i;
// No system shows them, Windows refuses them.
const FORBIDDEN = /[<>:"|?*\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|\p{Cs}/u;
/** macOS drops these characters, so that what is left would be a name that git keeps for itself (git, utf8.c). */
const DROPPED_BY_MACOS = /[\u200c\u200d\u206a-\u206f]/g;
/** Names that git reads itself, and their short forms on Windows; servers refuse folders of these names (git, fsck.c). */
const GIT_NAME = /^(?:\.git(?:modules|attributes|ignore)?|\.mailmap|git(?:mod|att|ign)?~\d+|mailma~\d+|(?:gi7eba|gi7d29|gi250a|maba30)~\d+)$/i;
/**
 * What keeps a name of a file or folder from being written on Linux, macOS, Windows and in a git tree, as the end of a
 * sentence about the path that it is a part of. Undefined if it is safe.
 */
function faultOfFileName(name) {
    if (name === '')
        return 'has an empty part: a `/` too many.';
    if (name === '.')
        return 'has `.` as a part. Leave it out.';
    const forbidden = FORBIDDEN.exec(name)?.[0];
    if (forbidden !== undefined)
        return `has ${nameCharacter(forbidden)}, which not every system allows in a file name.`;
    if (/[. ]$/.test(name))
        return 'has a part that ends in a dot or a blank, which Windows drops.';
    if (name.startsWith(' '))
        return 'has a part that begins with a blank.';
    if (DEVICE_NAME.test(name))
        return `has \`${name}\` as a part, which Windows keeps for a device.`;
    if (GIT_NAME.test(name.replaceAll(DROPPED_BY_MACOS, '')))
        return `has \`${name}\` as a part, a name that git keeps for itself.`;
    return Buffer.byteLength(name) > MAX_NAME_BYTES
        ? `has a part longer than ${MAX_NAME_BYTES} bytes.`
        : undefined;
}
/** A character for people: itself if it can be seen, else its number. */
function nameCharacter(character) {
    if (/^[\x21-\x7e]$/.test(character))
        return `\`${character}\``;
    return `the character U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}


/***/ }),

/***/ 6534:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  np: () => (/* binding */ advance),
  Ve: () => (/* binding */ enter),
  fg: () => (/* binding */ isGlob),
  kt: () => (/* binding */ matchesGlob),
  qF: () => (/* binding */ parseGlob)
});

// UNUSED EXPORTS: MAX_GLOB_NAMES

;// CONCATENATED MODULE: ./shared/glob-braces.js
/** Reads the braces of a pattern without expanding them. Braces without a comma or range are text, as in a shell. */
function parseBraces(pattern) {
    const closing = matchBraces(pattern);
    const parts = parseParts(pattern, closing, 0, pattern.length);
    return { count: countAll(parts), expand: () => expandAll(parts) };
}
/** The closing brace of each opening one, by index. Braces without a partner are absent. */
function matchBraces(pattern) {
    const closing = new Map();
    const open = [];
    for (let index = 0; index < pattern.length; index += 1) {
        if (pattern[index] === '{')
            open.push(index);
        const start = pattern[index] === '}' ? open.pop() : undefined;
        if (start !== undefined)
            closing.set(start, index);
    }
    return closing;
}
function parseParts(pattern, closing, from, to) {
    const parts = [];
    let text = '';
    for (let index = from; index < to; index += 1) {
        const end = closing.get(index);
        const braces = end === undefined ? undefined : parseBrace(pattern, closing, index, end);
        if (end === undefined || braces === undefined) {
            text += pattern[index] ?? '';
            continue;
        }
        parts.push({ kind: 'text', text }, braces);
        text = '';
        index = end;
    }
    return [...parts, { kind: 'text', text }];
}
function parseBrace(pattern, closing, open, close) {
    const range = parseRange(pattern.slice(open + 1, close));
    if (range !== undefined)
        return range;
    const bounds = [open];
    for (let index = open + 1; index < close; index += 1) {
        index = closing.get(index) ?? index;
        if (pattern[index] === ',')
            bounds.push(index);
    }
    if (bounds.length === 1)
        return undefined;
    const options = bounds.map((start, index) => parseParts(pattern, closing, start + 1, bounds[index + 1] ?? close));
    return { kind: 'choice', options };
}
function parseRange(text) {
    const numbers = /^(-?\d+)\.\.(-?\d+)(?:\.\.(-?\d+))?$/.exec(text);
    const letters = numbers === null ? /^([a-z])\.\.([a-z])(?:\.\.(-?\d+))?$/i.exec(text) : null;
    const [, first, last, by = '1'] = numbers ?? letters ?? [];
    if (first === undefined || last === undefined)
        return undefined;
    const valueOf = (end) => (numbers === null ? (end.codePointAt(0) ?? 0) : Number(end));
    const [start, end] = [valueOf(first), valueOf(last)];
    const step = Math.max(1, Math.abs(Number(by))) * (end < start ? -1 : 1);
    // Beyond safe integers, neighbors are no longer distinct: such a range is never expanded.
    const isSafe = [start, end, step].every((value) => Number.isSafeInteger(value));
    const width = /^-?0\d/.test(first) || /^-?0\d/.test(last) ? Math.max(first.length, last.length) : 0;
    return {
        kind: 'range',
        count: isSafe ? Math.floor((end - start) / step) + 1 : Infinity,
        at(index) {
            const value = start + index * step;
            if (numbers === null)
                return String.fromCodePoint(value);
            const digits = String(Math.abs(value)).padStart(value < 0 ? width - 1 : width, '0');
            return value < 0 ? `-${digits}` : digits;
        },
    };
}
function countAll(parts) {
    return parts.reduce((product, part) => product * countOne(part), 1);
}
function countOne(part) {
    switch (part.kind) {
        case 'text':
            return 1;
        case 'range':
            return part.count;
        case 'choice':
            return part.options.reduce((sum, option) => sum + countAll(option), 0);
    }
}
function expandAll(parts) {
    return parts.reduce((starts, part) => {
        const ends = expandOne(part);
        return starts.flatMap((start) => ends.map((end) => start + end));
    }, ['']);
}
function expandOne(part) {
    switch (part.kind) {
        case 'text':
            return [part.text];
        case 'range':
            return Array.from({ length: part.count }, (_, index) => part.at(index));
        case 'choice':
            return part.options.flatMap(expandAll);
    }
}

;// CONCATENATED MODULE: ./shared/glob-name.js
const WILDCARD = /[*?[]|[+@!]\(/;
/**
 * Compiles a pattern for one name: `*`, `?`, `[a-z]`, `[!a-z]` and the groups `?(a|b)`, `*(a|b)`, `+(a|b)`, `@(a|b)` and
 * `!(a|b)`. A wildcard at the beginning does not match a dot. Names are compared in Unicode form NFC, because macOS
 * stores others than people type. Matching never backtracks: its time grows with a fixed power of the length of the name.
 */
function compileName(pattern) {
    const text = pattern.normalize('NFC');
    if (!WILDCARD.test(text))
        return { literal: text, matches: (name) => name.normalize('NFC') === text };
    const tokens = parseTokens(Array.from(text));
    const prefix = /^[^*?[+@!]*/.exec(text)?.[0] ?? '';
    const suffix = /[^*?[\]()+@!|]*$/.exec(text)?.[0] ?? '';
    return {
        literal: undefined,
        matches(name) {
            const own = name.normalize('NFC');
            // Cheap checks first: a glob over large folders is tested on far more names than it matches.
            if (!own.startsWith(prefix) || !own.endsWith(suffix))
                return false;
            if (own.startsWith('.') && !text.startsWith('.'))
                return false;
            return matchTokens(tokens, Array.from(own));
        },
    };
}
function parseTokens(text) {
    /** Openings that turned out not to be groups, because they are never closed: not tried twice. */
    const unclosed = new Set();
    function parse(from, inGroup) {
        const tokens = [];
        let index = from;
        while (index < text.length) {
            const character = text[index] ?? '';
            if (inGroup && (character === '|' || character === ')'))
                break;
            const found = parseGroup(index) ?? parseClass(text, index);
            if (found !== undefined)
                tokens.push(found.token);
            else if (character === '?')
                tokens.push({ kind: 'character', matches: () => true });
            else if (character !== '*')
                tokens.push({ kind: 'character', matches: (other) => other === character });
            // Several stars match what one does.
            else if (tokens.at(-1)?.kind !== 'star')
                tokens.push({ kind: 'star' });
            index = found?.end ?? index + 1;
        }
        return { tokens, end: index };
    }
    function parseGroup(start) {
        const how = text[start] ?? '';
        if (!'?*+@!'.includes(how) || text[start + 1] !== '(' || unclosed.has(start))
            return undefined;
        const options = [];
        let end = start + 1;
        do {
            const option = parse(end + 1, true);
            options.push(option.tokens);
            end = option.end;
        } while (text[end] === '|');
        if (text[end] === ')')
            return { token: { kind: 'group', how, options }, end: end + 1 };
        unclosed.add(start);
        return undefined;
    }
    return parse(0, false).tokens;
}
/** A class of characters that starts at `start`; undefined if it is not one or is never closed. */
function parseClass(text, start) {
    if (text[start] !== '[')
        return undefined;
    const isNegated = text[start + 1] === '!' || text[start + 1] === '^';
    const first = start + (isNegated ? 2 : 1);
    // A bracket at the first position is a member.
    const end = text.indexOf(']', first + 1);
    if (end < 0)
        return undefined;
    const members = text.slice(first, end);
    const ranges = [];
    for (let index = 0; index < members.length; index += 1) {
        const low = members[index] ?? '';
        const high = members[index + 1] === '-' ? members[index + 2] : undefined;
        ranges.push([low, high ?? low]);
        if (high !== undefined)
            index += 2;
    }
    const isMember = (character) => ranges.some(([low, high]) => codeOf(low) <= codeOf(character) && codeOf(character) <= codeOf(high));
    return {
        token: { kind: 'character', matches: (character) => isMember(character) !== isNegated },
        end: end + 1,
    };
}
function codeOf(character) {
    return character.codePointAt(0) ?? 0;
}
function matchTokens(tokens, name) {
    /** The ends of each group once matched from an index: nested groups would compute them again and again. */
    const known = new Map();
    /** The indexes at which a match that starts at one of `starts` can end. */
    function endsOf(sequence, starts) {
        return sequence.reduce((ends, token) => (ends.size === 0 ? ends : step(token, ends)), starts);
    }
    function step(token, starts) {
        if (token.kind === 'star')
            return indexesFrom(Math.min(...starts));
        if (token.kind === 'group')
            return stepGroup(token, starts);
        const matching = [...starts].filter((at) => at < name.length && token.matches(name[at] ?? ''));
        return new Set(matching.map((at) => at + 1));
    }
    function stepGroup(group, starts) {
        if (group.how === '!') {
            return new Set([...starts].flatMap((start) => [...indexesFrom(start)].filter((end) => !once(group, start).has(end))));
        }
        const ends = new Set(group.how === '*' || group.how === '?' ? starts : []);
        const queue = new Set(starts);
        // Iterating a set also visits elements that are added meanwhile.
        for (const start of queue) {
            for (const end of once(group, start)) {
                ends.add(end);
                if (group.how === '*' || group.how === '+')
                    queue.add(end);
            }
        }
        return ends;
    }
    function once(group, start) {
        const ofGroup = known.get(group) ?? new Map();
        known.set(group, ofGroup);
        const ends = ofGroup.get(start) ?? new Set(group.options.flatMap((option) => [...endsOf(option, new Set([start]))]));
        ofGroup.set(start, ends);
        return ends;
    }
    function indexesFrom(start) {
        return new Set(Array.from({ length: name.length - start + 1 }, (_, index) => start + index));
    }
    return endsOf(tokens, new Set([0])).has(name.length);
}

;// CONCATENATED MODULE: ./shared/glob.js


/** The most names that the braces and ranges of one glob may stand for. */
const MAX_GLOB_NAMES = 1000;
const MAX_CHARACTERS = 1000;
/** Groups such as `+(a|b)` that one glob may have: each makes matching slower. */
const MAX_GROUPS = 10;
/** Whether a text has characters with a meaning in globs. */
function isGlob(text) {
    return /[*?[{]|[+@!]\(/.test(text);
}
/**
 * Compiles a glob: `*`, `?`, `[a-z]`, `**`, groups such as `@(a|b)`, and braces. What the braces stand for is counted before
 * they are expanded. The error is a clause about the glob.
 */
function parseGlob(pattern) {
    if (pattern.length > MAX_CHARACTERS)
        return { ok: false, error: `is longer than ${MAX_CHARACTERS} characters` };
    if ((pattern.match(/[?*+@!]\(/g) ?? []).length > MAX_GROUPS)
        return { ok: false, error: `has more than ${MAX_GROUPS} groups in parentheses` };
    const braces = parseBraces(pattern);
    if (braces.count > MAX_GLOB_NAMES)
        return { ok: false, error: `stands for more than ${MAX_GLOB_NAMES} names. Use \`*\` instead of braces` };
    const alternatives = [...new Set(braces.expand())].map((path) => path
        .split('/')
        .filter((segment) => segment !== '' && segment !== '.')
        .map(compileSegment));
    return { ok: true, value: { alternatives } };
}
function compileSegment(segment) {
    return segment === '**' ? 'any depth' : compileName(segment);
}
/** Whether a path (forward slashes) matches a glob. `**` and wildcards do not match names that start with a dot. */
function matchesGlob({ alternatives }, path) {
    const names = path.split('/');
    return alternatives.some((segments) => {
        let positions = enter(segments, [0]);
        for (const name of names)
            positions = advance(segments, positions, name);
        return positions.has(segments.length);
    });
}
/**
 * The positions in `segments` after one more name of a path. A position counts the segments that are matched already.
 * With `namesOnly`, no `**` matches the name.
 */
function advance(segments, positions, name, namesOnly = false) {
    return enter(segments, [...positions].flatMap((position) => {
        const segment = segments[position];
        if (segment === undefined)
            return [];
        if (segment === 'any depth')
            return namesOnly || name.startsWith('.') ? [] : endAnyDepth(segments, position);
        return segment.matches(name) ? [position + 1] : [];
    }));
}
/** A `**` at the end matches at least one name; it may match more. */
function endAnyDepth(segments, position) {
    return position + 1 === segments.length ? [position, position + 1] : [position];
}
/** Adds the positions behind each `**`, which may also match nothing, unless it is the last segment. */
function enter(segments, positions) {
    const entered = new Set(positions);
    for (const position of entered)
        if (segments[position] === 'any depth' && position + 1 < segments.length)
            entered.add(position + 1);
    return entered;
}


/***/ }),

/***/ 7552:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ neutraliseLogText)
/* harmony export */ });
const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u2028\u2029]/g;
/**
 * Makes text from anywhere safe to print in a step's log. The runner takes a line that begins with `::`
 * for a workflow command, and `##[` anywhere in a line for an old-style one
 * (actions/runner, ActionCommand.cs); escape sequences could hide or forge lines. Line breaks stay.
 */
function neutraliseLogText(text) {
    return text
        .replaceAll('\r\n', '\n')
        .replaceAll(CONTROL, '\uFFFD')
        .replaceAll('##[', '## [')
        .replaceAll(/^(\s*):(?=:)/gm, '$1: ');
}


/***/ }),

/***/ 5170:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ isLoopbackHost)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7030);

/**
 * Whether a host of a URL can only be this machine: 127.0.0.0/8, ::1, `localhost` and names under it
 * (RFC 6761, section 6.3). Takes IPv6 addresses with or without brackets.
 */
function isLoopbackHost(host) {
    const name = host.toLowerCase().replace(/^\[|\]$/g, '');
    return (name === 'localhost' ||
        name.endsWith('.localhost') ||
        name === '::1' ||
        ((0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIPv4)(name) && name.startsWith('127.')));
}


/***/ }),

/***/ 7730:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ quoteWords),
/* harmony export */   R: () => (/* binding */ toSentence)
/* harmony export */ });
/** A clause as a sentence: with a capital letter and a full stop. Names in backticks and addresses stay as they are. */
function toSentence(clause) {
    return `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`;
}
/** Words of a server or a program as a clause: their own end goes, as ours follows. A question stays one, in quotes. */
function quoteWords(said) {
    const words = said.replace(/[\s.!]+$/, '');
    return words.endsWith('?') ? `“${words}”` : words;
}


/***/ }),

/***/ 8087:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ VERSION)
/* harmony export */ });
/** This action's version, as in package.json. The lock file records it for each edit. */
const VERSION = '1.0.0';


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		id: moduleId,
/******/ 		loaded: false,
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Flag the module as loaded
/******/ 	module.loaded = true;
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/node module decorator */
/******/ (() => {
/******/ 	__nccwpck_require__.nmd = (module) => {
/******/ 		module.paths = [];
/******/ 		if (!module.children) module.children = [];
/******/ 		return module;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(6223);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
