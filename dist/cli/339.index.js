export const id = 339;
export const ids = [339];
export const modules = {

/***/ 5339:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   validateHere: () => (/* binding */ validateHere)
/* harmony export */ });
/* harmony import */ var _run_plan_validate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6514);
/* harmony import */ var _shared_problem_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5720);
/* harmony import */ var _check_here_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9111);
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
