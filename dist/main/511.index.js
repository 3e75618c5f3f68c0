export const id = 511;
export const ids = [511];
export const modules = {

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

/***/ 89449:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ renderNotPosted),
/* harmony export */   s: () => (/* binding */ describeNotPosted)
/* harmony export */ });
/* harmony import */ var _shared_escape_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67456);

/** Why a comment is not on the pull request, and what to do. */
function describeNotPosted(reason) {
    switch (reason.kind) {
        case 'no-token':
            return 'The comment was not posted on the pull request, because the input `github-token` is empty.';
        case 'denied':
            return reason.isFork
                ? `The comment was not posted on the pull request: ${reason.why}. Runs of pull requests from forks may not comment. A second workflow can post it: see “Forks” in docs/pull-requests.md.`
                : `The comment was not posted on the pull request: ${reason.why}. Give the job \`permissions: pull-requests: write\`.`;
        case 'failed':
            return `The comment was not posted on the pull request: ${reason.why}.`;
    }
}
/** The same as a note below a job summary. */
function renderNotPosted(reason) {
    return `\n> [!NOTE]\n> ${(0,_shared_escape_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownSentence */ .nv)(describeNotPosted(reason))}\n`;
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

/***/ 84036:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   commentPlan: () => (/* binding */ commentPlan)
/* harmony export */ });
/* harmony import */ var _report_comment_describe_not_posted_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(89449);
/* harmony import */ var _report_comment_render_comment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5716);
/* harmony import */ var _report_render_check_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(98307);
/* harmony import */ var _report_plan_render_plan_summary_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(47485);
/* harmony import */ var _shared_sentence_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(47730);
/* harmony import */ var _comment_post_comment_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7921);
/* harmony import */ var _ledger_name_destination_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(74131);
/* harmony import */ var _prepare_read_approved_plan_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(46399);
/* harmony import */ var _publish_check_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(68537);









const OUTCOMES = { posted: 'commented', 'no-pull': 'unchanged', 'not-posted': 'failed' };
/**
 * The story of a run that comments a plan of another run on its pull request. The plan may come from a fork: it is read
 * like any text from outside, and everything that is shown is rendered here.
 */
async function commentPlan(inputs, world) {
    const { actions, log, job } = world;
    const read = await (0,_prepare_read_approved_plan_js__WEBPACK_IMPORTED_MODULE_5__/* .readApprovedPlan */ .h)(inputs, world);
    const plan = read.ok ? read.value : undefined;
    const problems = read.ok ? checkPlan(read.value, inputs, world) : read.error;
    if (plan === undefined || problems.length > 0) {
        const headline = `The plan was not commented: ${(0,_report_render_check_js__WEBPACK_IMPORTED_MODULE_2__/* .countProblems */ ._)(problems)}`;
        await (0,_publish_check_js__WEBPACK_IMPORTED_MODULE_6__/* .publishCheck */ .k)({ outcome: 'failed', headline, problems }, world);
        return { failure: `${headline}, all in the log and the job summary.` };
    }
    const text = (0,_report_comment_render_comment_js__WEBPACK_IMPORTED_MODULE_1__/* .planComment */ .tx)(plan, { runUrl: job.runUrl, job: job.name });
    const outcome = await (0,_comment_post_comment_js__WEBPACK_IMPORTED_MODULE_4__/* .postComment */ .G)(text, 
    // By this workflow's own inputs: the plan's author could have a new comment written with each push.
    { ...inputs, destination: (0,_ledger_name_destination_js__WEBPACK_IMPORTED_MODULE_7__/* .nameDestination */ .a)(inputs) }, world);
    await actions.writeSummary((0,_report_plan_render_plan_summary_js__WEBPACK_IMPORTED_MODULE_3__/* .renderPlanSummary */ .O)(plan));
    actions.setOutput('outcome', OUTCOMES[outcome.kind]);
    switch (outcome.kind) {
        case 'posted':
            return {};
        case 'no-pull':
            // It was closed meanwhile, or has newer commits, whose own run comments.
            log.info((0,_shared_sentence_js__WEBPACK_IMPORTED_MODULE_8__/* .toSentence */ .R)(`there is no comment, because ${outcome.why}`));
            return {};
        case 'not-posted':
            return { failure: (0,_report_comment_describe_not_posted_js__WEBPACK_IMPORTED_MODULE_0__/* .describeNotPosted */ .s)(outcome.reason) };
    }
}
/** A plan of another spec or repository would be shown under the name of this one. */
function checkPlan(plan, { planFile = '', spec }, { repository: { url }, workspace }) {
    const refuse = (what) => [
        { severity: 'error', message: `Input \`plan-file\` is \`${planFile}\`, a plan ${what}.` },
    ];
    if (plan === undefined)
        return [];
    if (plan.repositoryUrl.toLowerCase() !== url.toLowerCase())
        return refuse(`of another repository (${plan.repositoryUrl}, not ${url})`);
    const own = (0,_comment_post_comment_js__WEBPACK_IMPORTED_MODULE_4__/* .nameSpec */ .$)(spec, workspace);
    if (plan.spec.path !== own)
        return refuse(`of another spec (${plan.spec.path}, not ${own}). Set the input \`spec\` as in the workflow that plans`);
    return [];
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

/***/ 46399:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ readApprovedPlan)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _report_plan_types_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9319);
/* harmony import */ var _shared_describe_error_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(82129);
/* harmony import */ var _shared_format_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19612);





/**
 * Reads the plan that the input `plan-file` names; undefined without that input. The file comes from another job, often
 * as an artifact, so it is trusted in nothing: it only says what may be sent, never what is sent.
 */
async function readApprovedPlan({ planFile }, { workspace }) {
    if (planFile === undefined)
        return { ok: true, value: undefined };
    const file = node_path__WEBPACK_IMPORTED_MODULE_1__.resolve(workspace, planFile);
    const fault = await findFault(file);
    if (fault !== undefined) {
        const message = `Input \`plan-file\` is \`${planFile}\`, ${fault}. Give the path of the file that a run with \`mode: plan\` wrote (its output \`plan-file\`).`;
        return { ok: false, error: [{ severity: 'error', message }] };
    }
    // Its schema is large, and few runs have such a file.
    const { parsePlanFile } = await __webpack_require__.e(/* import() */ 218).then(__webpack_require__.bind(__webpack_require__, 92218));
    return parsePlanFile(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, 'utf8'), planFile);
}
/** Why the file is not read. A link could lead to any file of the runner, and a message could then show a part of it. */
async function findFault(file) {
    try {
        const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(file);
        if (found.isSymbolicLink())
            return 'which is a symbolic link';
        if (!found.isFile())
            return 'which is not a file';
        return found.size > _report_plan_types_js__WEBPACK_IMPORTED_MODULE_2__/* .MOST_PLAN_BYTES */ .u
            ? `which has ${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatBytes */ .z3)(found.size)}, and at most ${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatBytes */ .z3)(_report_plan_types_js__WEBPACK_IMPORTED_MODULE_2__/* .MOST_PLAN_BYTES */ .u)} are read`
            : undefined;
    }
    catch (error) {
        return error.code === 'ENOENT'
            ? 'which does not exist'
            : `which cannot be read: ${(0,_shared_describe_error_js__WEBPACK_IMPORTED_MODULE_4__/* .describeError */ .U)(error)}`;
    }
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

/***/ 50962:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ MODEL)
/* harmony export */ });
/** The model that makes the edits. */
const MODEL = 'bytedance/dreamina-4-0/edit';


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

/***/ 44303:
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
