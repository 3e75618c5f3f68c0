export const id = 157;
export const ids = [157];
export const modules = {

/***/ 16849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ checkNeeds),
/* harmony export */   g: () => (/* binding */ checkNeededSizes)
/* harmony export */ });
/* harmony import */ var _models_image_limits_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8510);
/* harmony import */ var _references_image_rules_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31687);
/* harmony import */ var _outputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(56987);



/**
 * Finds edits that cannot be made because an edit that they use is too large for a reference, or is skipped. This is an
 * error before anything is paid for, at the image's position in the spec.
 */
function checkNeeds(edits) {
    const byId = new Map(edits.map((edit) => [edit.id, edit]));
    const made = edits.filter((edit) => {
        const { action } = edit;
        // An edit that shares pictures needs what the other one does, unless that one is already paid for.
        return (action.kind === 'share' ? byId.get(action.with) : edit)?.action.kind === 'submit';
    });
    return findFaults(made, (id, user, option) => {
        const needed = byId.get(id);
        return needed === undefined ? undefined : faultOf(needed, (0,_references_image_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .findPictureRules */ .l3)(user, option));
    });
}
/**
 * The same as far as the spec by itself says it. What a frozen edit has is not known, so nothing is said about edits that
 * use it.
 */
function checkNeededSizes(edits) {
    const byId = new Map(edits.map((edit) => [edit.id, edit]));
    const made = edits.filter(({ frozen }) => !frozen);
    return findFaults(made, (id, user, option) => {
        const needed = byId.get(id);
        if (needed?.size === undefined || needed.frozen)
            return undefined;
        return judgeSize(needed, needed.size, (0,_references_image_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .findPictureRules */ .l3)(user, option));
    });
}
/** One problem for each image that uses an edit with a fault. */
function findFaults(edits, findFault) {
    const problems = new Map();
    const uses = edits.flatMap((user) => user.images.map((image) => ({ user, image })));
    for (const { user, image } of uses) {
        const fault = image.kind === 'edit' ? findFault(image.id, user, image.option) : undefined;
        if (fault === undefined)
            continue;
        const { file, line, column } = image.at;
        // With a matrix, one position in the spec makes many edits but is one mistake.
        problems.set(`${file}:${line}:${column}`, { severity: 'error', message: fault, at: image.at });
    }
    return [...problems.values()];
}
function faultOf(edit, rules) {
    const { id, size, frozen, action } = edit;
    if (action.kind === 'skip' && !frozen)
        return `\`${id}\` has no output that could be used here: ${action.reason}.`;
    if (action.kind === 'skip')
        return `\`${id}\` is frozen and has no output that could be used here. Remove \`frozen\` for one run to have it made.`;
    // The existing picture counts: a frozen edit may ask for another size by now.
    const file = (0,_outputs_js__WEBPACK_IMPORTED_MODULE_2__/* .hasPictures */ .MB)(action) ? action.entry.files[0] : undefined;
    const type = rules.types.find((each) => each === file?.type);
    if (file !== undefined && type === undefined && file.type === 'image/webp')
        return `The output of \`${id}\` is a WebP picture, and the model that uses it here takes only JPEG and PNG.`;
    const { width = size?.width, height = size?.height } = file ?? {};
    return width === undefined || height === undefined ? undefined : judgeSize(edit, { width, height }, rules);
}
function judgeSize({ id, frozen }, { width, height }, { limits }) {
    if ((0,_models_image_limits_js__WEBPACK_IMPORTED_MODULE_0__/* .isInRange */ .h)(width, only(limits.width)) && (0,_models_image_limits_js__WEBPACK_IMPORTED_MODULE_0__/* .isInRange */ .h)(height, only(limits.height)))
        return undefined;
    const most = (0,_references_image_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .describeSides */ .WO)(limits, 'most');
    return (`The output of \`${id}\` is ${width} x ${height} pixels, but a reference may have at most ${most}. ` +
        `Give \`${id}\` a smaller size${frozen ? ', and remove `frozen` for one run to have it made' : ''}.`);
}
/** The upper bound of a range. */
function only({ most }) {
    return most === undefined ? {} : { most };
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

/***/ 67157:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   validate: () => (/* binding */ validate)
/* harmony export */ });
/* unused harmony exports describeChecked, checkSpec */
/* harmony import */ var _git_look_up_committed_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81810);
/* harmony import */ var _plan_check_needs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16849);
/* harmony import */ var _references_inspect_references_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(26974);
/* harmony import */ var _report_render_check_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(98307);
/* harmony import */ var _shared_deadline_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(56927);
/* harmony import */ var _shared_problem_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(85720);
/* harmony import */ var _spec_locate_issues_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(1696);
/* harmony import */ var _prepare_choose_work_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(87067);
/* harmony import */ var _prepare_refused_run_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(83859);
/* harmony import */ var _publish_check_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(68537);
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










/** The story of a run that checks the spec and the references, without any network and without a token. */
async function validate(inputs, world) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const deadline = __addDisposableResource(env_1, (0,_shared_deadline_js__WEBPACK_IMPORTED_MODULE_4__/* .startDeadline */ .d)(world.clock, inputs.timeoutMs, 'the run (input `timeout`)', world.stop), false);
        const { signal } = deadline;
        const { workspace, clock, log } = world;
        const lookUpCommitted = (0,_git_look_up_committed_js__WEBPACK_IMPORTED_MODULE_0__/* .createCommittedLookup */ .b)(world);
        const ports = { workspace, clock, signal, lookUpCommitted, resolveHost: undefined };
        const work = async () => await checkSpec(inputs, ports, log);
        const checked = await (0,_prepare_refused_run_js__WEBPACK_IMPORTED_MODULE_7__/* .unlessCutShort */ .R)('The spec was not checked completely', signal, work);
        const { problems } = checked;
        const isCutShort = checked.kind === 'refused';
        const errors = (0,_shared_problem_js__WEBPACK_IMPORTED_MODULE_8__/* .listErrors */ .Gr)(problems).length;
        const headline = describeChecked(checked);
        const outcome = isCutShort ? 'incomplete' : errors > 0 ? 'failed' : 'valid';
        await (0,_publish_check_js__WEBPACK_IMPORTED_MODULE_6__/* .publishCheck */ .k)({ outcome, headline, problems }, world);
        return errors === 0 ? {} : { failure: `${headline}, all in the log and the job summary.` };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        __disposeResources(env_1);
    }
}
/** What the check of a spec found, in one clause. */
function describeChecked({ problems, isOnlyChoice, }) {
    const counts = (0,_report_render_check_js__WEBPACK_IMPORTED_MODULE_3__/* .countProblems */ ._)(problems);
    if ((0,_shared_problem_js__WEBPACK_IMPORTED_MODULE_8__/* .listErrors */ .Gr)(problems).length > 0)
        return `${isOnlyChoice === true ? 'The choice of edits' : 'The spec'} is not valid: ${counts}`;
    return `The spec is valid${counts === '' ? '' : `: ${counts}`}`;
}
/** Checks the spec and the references with these ports only. Throws the signal's reason. */
async function checkSpec(inputs, ports, log) {
    const chosen = await (0,_prepare_choose_work_js__WEBPACK_IMPORTED_MODULE_5__/* .chooseWork */ .v)(inputs, ports, log);
    if (!chosen.ok)
        return { kind: 'checked', problems: chosen.error, isOnlyChoice: false };
    const { edits, warnings, problems } = chosen.value;
    const inspected = await (0,_references_inspect_references_js__WEBPACK_IMPORTED_MODULE_2__/* .inspectReferences */ .D)(edits, ports);
    const found = [...warnings, ...inspected.problems, ...(0,_plan_check_needs_js__WEBPACK_IMPORTED_MODULE_1__/* .checkNeededSizes */ .g)(inspected.edits)];
    return {
        kind: 'checked',
        problems: (0,_spec_locate_issues_js__WEBPACK_IMPORTED_MODULE_9__/* .sortProblems */ .d)([...problems, ...found]),
        isOnlyChoice: (0,_shared_problem_js__WEBPACK_IMPORTED_MODULE_8__/* .listErrors */ .Gr)(found).length === 0,
    };
}


/***/ })

};
