export const id = 339;
export const ids = [339];
export const modules = {

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

/***/ 5339:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   validateHere: () => (/* binding */ validateHere)
/* harmony export */ });
/* harmony import */ var _run_plan_validate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6514);
/* harmony import */ var _shared_problem_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5720);
/* harmony import */ var _check_here_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7106);
/* harmony import */ var _exit_codes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(85);
/* harmony import */ var _find_place_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4603);
/* harmony import */ var _paint_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6152);
/* harmony import */ var _render_json_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4605);
/* harmony import */ var _render_problems_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(907);








/** `dreamina-edits validate`: what `mode: validate` finds, on this machine. */
async function validateHere(command, terminal) {
    const place = await (0,_find_place_js__WEBPACK_IMPORTED_MODULE_3__/* .findPlace */ .P)(terminal.directory, command.spec);
    const checked = await (0,_check_here_js__WEBPACK_IMPORTED_MODULE_1__/* .checkHere */ .J)(place, command.only, terminal);
    const { problems } = checked;
    const isValid = (0,_shared_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .listErrors */ .Gr)(problems).length === 0;
    if (command.isJson)
        terminal.print((0,_render_json_js__WEBPACK_IMPORTED_MODULE_6__/* .renderJson */ .h)('validate', place, problems));
    else {
        const paint = (0,_paint_js__WEBPACK_IMPORTED_MODULE_4__/* .createPaint */ .X)(terminal.isColored && !command.isPlain);
        const headline = `${(0,_run_plan_validate_js__WEBPACK_IMPORTED_MODULE_0__/* .describeChecked */ .j$)(checked)}.`;
        const last = isValid ? paint.green(`✓ ${headline}`) : paint.red(`✗ ${headline}`);
        terminal.print([...(0,_render_problems_js__WEBPACK_IMPORTED_MODULE_7__/* .renderProblems */ .x)(problems, paint), last].join('\n'));
    }
    return isValid ? _exit_codes_js__WEBPACK_IMPORTED_MODULE_2__/* .EXIT_CODES */ .a.ok : _exit_codes_js__WEBPACK_IMPORTED_MODULE_2__/* .EXIT_CODES */ .a.errors;
}


/***/ })

};
