export const id = 249;
export const ids = [249];
export const modules = {

/***/ 3406:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ literally),
/* harmony export */   k: () => (/* binding */ globOf)
/* harmony export */ });
/* harmony import */ var _shared_glob_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6534);

/** A path as a part of a glob: characters with a meaning there match any one character. */
function literally(path) {
    return path.replaceAll(/[^\p{L}\p{N}_./-]/gu, '?');
}
/** The glob, or none if it cannot be one because it is too long. */
function globOf(pattern) {
    const glob = (0,_shared_glob_js__WEBPACK_IMPORTED_MODULE_0__/* .parseGlob */ .qF)(pattern);
    return glob.ok ? [glob.value] : [];
}


/***/ }),

/***/ 4603:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ findPlace)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _shared_inside_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9391);
/* harmony import */ var _shared_optional_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3490);



/** Paths in a spec are relative to the root of the repository, from whichever folder a command is started. */
async function findPlace(directory, spec) {
    const root = await findRoot(directory);
    const workspace = root ?? directory;
    return {
        workspace,
        isCheckout: root !== undefined,
        spec: (0,_shared_inside_js__WEBPACK_IMPORTED_MODULE_1__/* .relativeTo */ .Mf)(workspace, node_path__WEBPACK_IMPORTED_MODULE_0__.resolve(directory, spec)),
    };
}
/** The nearest folder with a `.git`, from `directory` up. */
async function findRoot(directory) {
    for (let folder = directory;; folder = node_path__WEBPACK_IMPORTED_MODULE_0__.dirname(folder)) {
        if (await (0,_shared_optional_file_js__WEBPACK_IMPORTED_MODULE_2__/* .exists */ .t2)(node_path__WEBPACK_IMPORTED_MODULE_0__.join(folder, '.git')))
            return folder;
        if (folder === node_path__WEBPACK_IMPORTED_MODULE_0__.dirname(folder))
            return undefined;
    }
}


/***/ }),

/***/ 4249:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  initHere: () => (/* binding */ initHere)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./references/walk-tree.js
var walk_tree = __webpack_require__(7472);
// EXTERNAL MODULE: ./shared/format.js
var format = __webpack_require__(9612);
// EXTERNAL MODULE: ./shared/inside.js
var inside = __webpack_require__(9391);
// EXTERNAL MODULE: ./shared/list-some.js
var list_some = __webpack_require__(5020);
// EXTERNAL MODULE: ./shared/problem.js
var problem = __webpack_require__(5720);
// EXTERNAL MODULE: ./cli/check-here.js + 1 modules
var check_here = __webpack_require__(7106);
// EXTERNAL MODULE: ./cli/exit-codes.js
var exit_codes = __webpack_require__(85);
// EXTERNAL MODULE: ./cli/exact-glob.js
var exact_glob = __webpack_require__(3406);
// EXTERNAL MODULE: ./cli/find-place.js
var find_place = __webpack_require__(4603);
// EXTERNAL MODULE: ./shared/without-extension.js
var without_extension = __webpack_require__(4303);
;// CONCATENATED MODULE: ./cli/first-spec.js


/** As many as a person can look through; the rest is easily added. */
const MOST_EDITS = 20;
const SCHEMA = '# yaml-language-server: $schema=https://raw.githubusercontent.com/OWNER/dreamina-edit-action/v1/schema/edits.schema.json';
/** Characters that mean something else in `images`. */
const SPECIAL = /[*?[\]{}!\\]|\$\{\{|\p{Cc}/u;
/** Writes a spec with one edit for each picture; `pictures` are paths from the root of the repository. Pure. */
function renderFirstSpec(pictures) {
    const fit = pictures.filter((picture) => !SPECIAL.test(picture));
    const used = fit.slice(0, MOST_EDITS);
    const taken = new Set();
    const edits = used.map((picture) => {
        const id = nameEdit(picture, taken);
        return [
            `  ${id}:`,
            '    prompt: Put it on a plain white background. Keep its shape, its colors and its text as they are.',
            `    images: ${quote(picture)}`,
        ].join('\n');
    });
    const text = [
        SCHEMA,
        'version: 1',
        '# The most edits that one run may send. To limit the cost, add `max-cost` or `per-month`, in US dollars.',
        `budget: { max-edits: ${used.length} }`,
        'defaults: { size: 2048x2048, force-single: true }',
        '# One edit for each picture: say in `prompt` what you want. `dreamina-edits plan` shows what a run would make.',
        'edits:',
        ...edits,
        '',
    ].join('\n');
    return { text, edits: used.length, left: pictures.filter((picture) => !used.includes(picture)) };
}
/** An id that no other edit has: the file's name, as far as an id may have its characters. */
function nameEdit(picture, taken) {
    const stem = (0,without_extension/* withoutExtension */.w)(external_node_path_.posix.basename(picture));
    const word = stem
        .normalize('NFKD')
        .replaceAll(/[^\w-]+/g, '-')
        .replaceAll(/^[-_]+|-+$/g, '')
        .toLowerCase()
        .slice(0, 80);
    const base = word === '' ? 'picture' : word;
    let id = base;
    for (let number = 2; taken.has(id); number += 1)
        id = `${base}-${number}`;
    taken.add(id);
    return id;
}
/** A YAML string: as it is if it needs no quotes. */
function quote(text) {
    return /^[\p{L}\p{N}_./][\p{L}\p{N}_./ -]*$/u.test(text) && !text.endsWith(' ')
        ? text
        : JSON.stringify(text);
}

// EXTERNAL MODULE: ./cli/paint.js
var cli_paint = __webpack_require__(6152);
// EXTERNAL MODULE: ./cli/read-command.js + 3 modules
var read_command = __webpack_require__(5288);
// EXTERNAL MODULE: ./cli/render-json.js
var render_json = __webpack_require__(4605);
// EXTERNAL MODULE: ./cli/render-problems.js
var render_problems = __webpack_require__(907);
;// CONCATENATED MODULE: ./cli/init-here.js
















const MAX_NAMED = 5;
/** `dreamina-edits init`: writes a first spec for the pictures of a folder, and checks it. Never overwrites anything. */
async function initHere(command, terminal) {
    const place = await (0,find_place/* findPlace */.P)(terminal.directory, command.spec);
    const done = await writeSpec(place, command, terminal);
    const isGood = (0,problem/* listErrors */.Gr)(done.problems).length === 0;
    if (command.isJson)
        terminal.print((0,render_json/* renderJson */.h)('init', place, done.problems));
    else {
        const paint = (0,cli_paint/* createPaint */.X)(terminal.isColored && !command.isPlain);
        const lines = done.lines.map((line) => (isGood ? paint.green(line) : paint.plain(line)));
        terminal.print([...(0,render_problems/* renderProblems */.x)(done.problems, paint), ...lines].join('\n'));
    }
    return isGood ? exit_codes/* EXIT_CODES */.a.ok : exit_codes/* EXIT_CODES */.a.errors;
}
async function writeSpec(place, command, terminal) {
    const { workspace, spec } = place;
    const folder = external_node_path_.resolve(terminal.directory, command.folder);
    if (!(0,inside/* isInside */.FK)(workspace, folder))
        return refuse(`\`${command.folder}\` is outside of the repository, and a spec can only use pictures in it.`);
    const file = external_node_path_.resolve(workspace, spec);
    if (!(0,inside/* isInside */.FK)(workspace, file))
        return refuse(`\`${command.spec}\` is outside of the repository, and a run reads only specs in it.`);
    const pictures = await findPictures(workspace, (0,inside/* relativeTo */.Mf)(workspace, folder), terminal.stop);
    const first = renderFirstSpec(pictures);
    if (first.edits === 0)
        return refuse(`There are no JPEG or PNG pictures in \`${command.folder}\`. Name the folder that has them: \`dreamina-edits init FOLDER\`.`);
    try {
        await (0,promises_.mkdir)(external_node_path_.dirname(file), { recursive: true });
        await (0,promises_.writeFile)(file, first.text, { flag: 'wx' });
    }
    catch (error) {
        if (error.code !== 'EEXIST')
            throw error;
        return refuse(`\`${spec}\` exists already, and is left as it is. To write another file, use \`--spec\`.`);
    }
    const checked = await (0,check_here/* checkHere */.J)(place, [], terminal);
    // It was written a moment ago, so of course no commit has it.
    const problems = checked.problems.filter(({ severity, at }) => severity === 'error' || at !== undefined);
    const left = first.left.map((picture) => `\`${picture}\``);
    return {
        problems,
        lines: [
            `Wrote ${spec} with ${(0,format/* plural */.LS)(first.edits, 'edit')}.`,
            ...(left.length > 0
                ? [
                    `Left out, because their names have a meaning in \`images\` or there are more than ${MOST_EDITS}: ${(0,list_some/* listSome */.X)(left, MAX_NAMED)}. Rename them, or add edits for them by hand.`,
                ]
                : []),
            `Next: write the prompts, then run \`${planLine(command.spec)}\`.`,
        ],
    };
}
/** The command that plans this spec, from the same directory. */
function planLine(spec) {
    if (spec === read_command/* DEFAULT_SPEC */.u)
        return 'dreamina-edits plan';
    return `dreamina-edits plan ${/^[\w./-]+$/.test(spec) ? spec : `'${spec.replaceAll("'", String.raw `'\''`)}'`}`;
}
/** The pictures of the folder itself, or if it has none, of the folders in it. Sorted. */
async function findPictures(workspace, folder, signal) {
    const prefix = folder === '' ? '' : `${folder}/`;
    const names = '*.{jpg,jpeg,png,JPG,JPEG,PNG}';
    const globs = [names, `**/${names}`].flatMap((pattern) => (0,exact_glob/* globOf */.k)(`${(0,exact_glob/* literally */.D)(prefix)}${pattern}`));
    const [own, deep] = await (0,walk_tree/* walkTree */.I)(workspace, globs, signal);
    const found = own !== undefined && own.files.length > 0 ? own : deep;
    return (found?.files ?? []).filter((file) => file.startsWith(prefix));
}
function refuse(message) {
    return { problems: [{ severity: 'error', message }], lines: [] };
}


/***/ }),

/***/ 4605:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ renderJson)
/* harmony export */ });
/* harmony import */ var _shared_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5720);

/** The form of the JSON; raised whenever programs that read it would have to change. */
const JSON_VERSION = 1;
/** What a command found, as docs/command-line.md describes it. */
function renderJson(command, { spec }, problems, plan) {
    const isValid = (0,_shared_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .listErrors */ .Gr)(problems).length === 0;
    return JSON.stringify({ version: JSON_VERSION, command, spec, isValid, problems, ...(plan !== undefined && { plan }) }, null, 2);
}


/***/ }),

/***/ 907:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ renderProblems)
/* harmony export */ });
/* harmony import */ var _shared_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5720);

/** A line for each problem, errors first, as the action's log has them: `error: edits.yml:3:5: message`. */
function renderProblems(problems, paint) {
    const warnings = problems.filter(({ severity }) => severity === 'warning');
    return [...(0,_shared_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .listErrors */ .Gr)(problems), ...warnings].map((problem) => {
        const mark = problem.severity === 'error' ? paint.red('error:') : paint.yellow('warning:');
        return `${mark} ${paintText((0,_shared_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .formatProblem */ .Vw)(problem), paint)}`;
    });
}
function paintText(text, { dim, plain }) {
    const [, place, message] = /^(\S+:\d+:\d+:) (.*)$/s.exec(text) ?? [];
    return place === undefined || message === undefined ? plain(text) : `${dim(place)} ${plain(message)}`;
}


/***/ }),

/***/ 4303:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ withoutExtension)
/* harmony export */ });
/** A file's path without its extension. */
function withoutExtension(path) {
    return path.replace(/\.\w+$/, '');
}


/***/ })

};
