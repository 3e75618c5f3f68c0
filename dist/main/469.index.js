export const id = 469;
export const ids = [469];
export const modules = {

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

/***/ 75369:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ commentIfAsked)
/* harmony export */ });
/* harmony import */ var _report_comment_describe_not_posted_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(89449);
/* harmony import */ var _shared_sentence_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(47730);
/* harmony import */ var _ledger_name_destination_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(74131);
/* harmony import */ var _post_comment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7921);




/**
 * Comments, if the input `comment` asks for it. A comment that cannot be posted never fails the step. Gives what the job
 * summary then says: `note`, in Markdown; empty if there is nothing to say.
 */
async function commentIfAsked(text, inputs, world) {
    // A step that is stopped has no time for it.
    if (!inputs.comment || world.stop.aborted)
        return { note: '' };
    const outcome = await (0,_post_comment_js__WEBPACK_IMPORTED_MODULE_1__/* .postComment */ .G)(text, { ...inputs, destination: (0,_ledger_name_destination_js__WEBPACK_IMPORTED_MODULE_2__/* .nameDestination */ .a)(inputs) }, world);
    switch (outcome.kind) {
        case 'posted':
            return { note: '' };
        case 'no-pull':
            world.log.info((0,_shared_sentence_js__WEBPACK_IMPORTED_MODULE_3__/* .toSentence */ .R)(`there is no comment, because ${outcome.why}`));
            return { note: '' };
        case 'not-posted':
            world.log.info((0,_report_comment_describe_not_posted_js__WEBPACK_IMPORTED_MODULE_0__/* .describeNotPosted */ .s)(outcome.reason));
            return { note: (0,_report_comment_describe_not_posted_js__WEBPACK_IMPORTED_MODULE_0__/* .renderNotPosted */ .d)(outcome.reason) };
    }
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

/***/ 50469:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   publishReport: () => (/* binding */ publishReport)
/* harmony export */ });
/* harmony import */ var _report_comment_render_comment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5716);
/* harmony import */ var _report_edit_problems_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76107);
/* harmony import */ var _report_emit_problems_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4410);
/* harmony import */ var _report_outputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27954);
/* harmony import */ var _report_refusal_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(248);
/* harmony import */ var _report_render_summary_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(61653);
/* harmony import */ var _report_write_results_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1697);
/* harmony import */ var _comment_comment_note_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(75369);
/* harmony import */ var _publish_parts_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(13813);









/**
 * Publishes a finished run: outputs, results file, annotations and log, comment, job summary. A part that fails neither
 * stops the others nor fails the step, as the pictures are already delivered. `before`: what the branch had.
 */
async function publishReport(report, record, before, inputs, world) {
    const { actions, log, job } = world;
    let note = '';
    const parts = [
        [
            'outputs',
            () => {
                record.setOutputs((0,_report_outputs_js__WEBPACK_IMPORTED_MODULE_2__/* .reportOutputs */ .r)(report, record.resultsFile));
            },
        ],
        [
            'results file',
            async () => {
                await (0,_report_write_results_js__WEBPACK_IMPORTED_MODULE_5__/* .writeResults */ .K)(record.resultsFile, report);
            },
        ],
        [
            'annotations',
            () => {
                const warnings = report.branch.kind === 'committed' ? report.branch.warnings : [];
                const problems = [
                    ...report.problems,
                    ...(0,_report_edit_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .editProblems */ .dm)((0,_report_refusal_js__WEBPACK_IMPORTED_MODULE_3__/* .listJudged */ .u)(report)),
                    ...warnings.map((message) => ({ severity: 'warning', message })),
                ];
                (0,_report_emit_problems_js__WEBPACK_IMPORTED_MODULE_7__/* .emitProblems */ .E)(problems, actions.annotate, log);
            },
        ],
        [
            'comment',
            async () => {
                const text = (0,_report_comment_render_comment_js__WEBPACK_IMPORTED_MODULE_0__/* .runComment */ .P6)(report, before, { runUrl: job.runUrl, job: job.name });
                const posted = await (0,_comment_comment_note_js__WEBPACK_IMPORTED_MODULE_6__/* .commentIfAsked */ .r)(text, inputs, world);
                // The summary has everything else that the comment would have said.
                note = posted.note === '' ? '' : posted.note + (0,_report_comment_render_comment_js__WEBPACK_IMPORTED_MODULE_0__/* .renderBeside */ .LM)(report, before);
            },
        ],
        [
            'job summary',
            async () => {
                await actions.writeSummary((0,_report_render_summary_js__WEBPACK_IMPORTED_MODULE_4__/* .renderSummary */ .B)(report) + note);
            },
        ],
    ];
    await (0,_publish_parts_js__WEBPACK_IMPORTED_MODULE_8__/* .publishParts */ .a)(parts, log);
}


/***/ })

};
