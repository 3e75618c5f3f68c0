export const id = 936;
export const ids = [936];
export const modules = {

/***/ 59684:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ composeComment),
/* harmony export */   _: () => (/* binding */ isOwnComment)
/* harmony export */ });
/** GitHub refuses a longer comment. */
const MOST_CHARACTERS = 65_536;
/** The rest is room for what people add. */
const MOST_OF_OURS = 60_000;
/** How all markers begin. */
const MARK = '<!-- dreamina-edits:';
/** Two lines that GitHub does not show; our part of the comment is between them. */
function markersOf({ spec, workflow, job, destination }) {
    // No value can end the marker: `>` and white space are encoded.
    const name = `spec=${encode(spec)} job=${encode(workflow)}/${encode(job)} to=${encode(destination)}`;
    return { begin: `${MARK}begin ${name} -->`, end: `${MARK}end ${name} -->` };
}
function encode(text) {
    return encodeURIComponent(text.toWellFormed());
}
function splitBody(body, { begin, end }) {
    const from = body.indexOf(begin);
    if (from < 0)
        return undefined;
    const to = body.indexOf(end, from);
    // Without its end, everything behind the beginning counts as ours: otherwise it would be there twice.
    return { before: body.slice(0, from), after: to < 0 ? '' : body.slice(to + end.length) };
}
/** Whether this is the comment of `key`, written by `self`. Anyone may write the markers, so the author decides. */
function isOwnComment({ author, body }, self, key) {
    return author.toLowerCase() === self.toLowerCase() && body.includes(markersOf(key).begin);
}
/**
 * The comment with a new part of ours, made by `render` for a number of characters. What people wrote before and behind
 * the part stays. Undefined if that is so long that the shortest form has no room.
 */
function composeComment(key, existing, render) {
    const markers = markersOf(key);
    const { before, after } = splitBody(existing ?? '', markers) ?? { before: '', after: '' };
    const frame = (text) => `${before}${markers.begin}\n${text}\n${markers.end}${after}`;
    for (let room = Math.min(MOST_OF_OURS, MOST_CHARACTERS - frame('').length); room > 0;) {
        // Names in code are shown as they are, and one that looks like a marker would end our part early.
        const text = render(room).trimEnd().replaceAll(MARK, MARK.replace('!', '&#33;'));
        if (text === '')
            return undefined;
        const excess = frame(text).length - MOST_CHARACTERS;
        if (excess <= 0)
            return frame(text);
        room -= excess;
    }
    return undefined;
}


/***/ }),

/***/ 5716:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  tx: () => (/* binding */ planComment),
  oE: () => (/* binding */ problemsComment),
  LM: () => (/* binding */ renderBeside),
  P6: () => (/* binding */ runComment)
});

// EXTERNAL MODULE: ./shared/escape-markdown.js
var escape_markdown = __webpack_require__(67456);
// EXTERNAL MODULE: ./report/addresses.js
var addresses = __webpack_require__(35860);
// EXTERNAL MODULE: ./report/plan/render-plan-summary.js + 5 modules
var render_plan_summary = __webpack_require__(47485);
// EXTERNAL MODULE: ./report/spec-order.js
var spec_order = __webpack_require__(74412);
// EXTERNAL MODULE: ./report/summary-attention.js
var summary_attention = __webpack_require__(34691);
// EXTERNAL MODULE: ./media/formats.js
var formats = __webpack_require__(92974);
// EXTERNAL MODULE: ./shared/escape-html.js
var escape_html = __webpack_require__(31944);
// EXTERNAL MODULE: ./shared/format.js
var format = __webpack_require__(19612);
// EXTERNAL MODULE: ./shared/plain-text.js
var plain_text = __webpack_require__(60295);
// EXTERNAL MODULE: ./shared/encode-path.js
var encode_path = __webpack_require__(32613);
// EXTERNAL MODULE: ./report/branch-files.js
var branch_files = __webpack_require__(44128);
// EXTERNAL MODULE: ./report/describe-carried.js
var describe_carried = __webpack_require__(44340);
// EXTERNAL MODULE: ./report/gallery-address.js
var gallery_address = __webpack_require__(56443);
// EXTERNAL MODULE: ./report/html-in-markdown.js
var html_in_markdown = __webpack_require__(2965);
// EXTERNAL MODULE: ./report/picture-grid.js
var picture_grid = __webpack_require__(77695);
// EXTERNAL MODULE: ./report/pictures-before.js
var pictures_before = __webpack_require__(80017);
;// CONCATENATED MODULE: ./report/comment/picture-pairs.js












/** Two of these fill the width that GitHub gives a comment. */
const WIDTH = 360;
/** As much of a description as fits above a pair. */
const ABOUT_CHARACTERS = 200;
/** As much of each thing that a picture says of its origin; the results file has all of it. */
const CARRIED_CHARACTERS = 120;
/**
 * The pictures that changed, each beside the one that was in its place; empty if there are none. Everyone
 * who opens the page loads each picture at full size, so there are at most `max` pairs. With 0, only their number is shown.
 */
function renderPairs(report, before, max) {
    const addressOf = (0,branch_files/* createBranchAddress */.$A)(report);
    const inGallery = (0,gallery_address/* createGalleryAddress */.$)(report);
    const pairs = report.edits
        .filter((outcome) => isChanged(outcome, before.from))
        .flatMap((outcome) => {
        const address = addressOf(outcome);
        return address === undefined ? [] : listPairs(outcome, before, address, inGallery(outcome));
    });
    if (pairs.length === 0)
        return '';
    const shown = pairs.slice(0, max);
    const more = pairs.length - shown.length;
    const folder = (0,addresses/* linkAddress */.$)((0,branch_files/* branchFolderAddress */.Rj)(report) ?? report.repositoryUrl);
    const what = (0,format/* plural */.LS)(more, shown.length === 0 ? 'picture' : 'more picture');
    return [
        `### Pictures (${pairs.length})`,
        '',
        ...(shown.length > 0
            ? ['<table>', ...shown.map((pair) => renderPair(pair, report.repositoryUrl)), '</table>', '']
            : []),
        ...(more > 0 ? [`_${shown.length === 0 ? '' : 'And '}${what}: [see the branch](${folder})._`, ''] : []),
    ].join('\n');
}
/** Whether the pictures of an edit may be other ones than before. */
function isChanged({ edit: { action }, state }, from) {
    if (state === 'succeeded' || state === 'adopted')
        return true;
    // An earlier run of the same pull request made it, or another one meanwhile.
    const isOnBase = action.kind === 'unchanged' && action.on !== undefined;
    return from === 'base' && state === 'unchanged' && !isOnBase;
}
function listPairs(outcome, pictures, address, inGallery) {
    const { edit, state } = outcome;
    const files = (0,branch_files/* filesOf */.R8)(outcome);
    return files.flatMap((file, index) => {
        const before = (0,pictures_before/* listBefore */.C)(pictures, edit)[index];
        if (state !== 'succeeded' && before?.sha256 === file.sha256)
            return [];
        return [
            {
                id: edit.id,
                about: edit.description ?? '',
                number: files.length === 1 ? '' : `, ${index + 1} of ${files.length}`,
                ...{ file, before, address: address(file), inGallery },
            },
        ];
    });
}
function renderPair({ id, about, number, file, address, inGallery, before }, repositoryUrl) {
    const text = about === '' ? '' : `: ${(0,html_in_markdown/* textInMarkdown */.eY)((0,plain_text/* shorten */.ml)(about, ABOUT_CHARACTERS))}`;
    const caption = `${(0,html_in_markdown/* linkedCode */.nR)(id, inGallery)}${number}${text}${renderCarried(file)}`;
    const name = (0,escape_html/* escapeHtml */.Z)((0,plain_text/* toPlainLine */.Ic)(id + number));
    const after = showFile((0,escape_html/* escapeHtml */.Z)(address), (0,formats/* shownAs */.sE)(file.type), `${name}, after`);
    // A blank line would end the HTML.
    return before === undefined
        ? `<tr><td colspan="2">${caption}<br>New<br>${after}</td></tr>`
        : [
            `<tr><td colspan="2">${caption}</td></tr>`,
            '<tr>',
            `<td width="50%" valign="top">Before<br>${showFile(pinnedAddress(before, repositoryUrl), 'picture', `${name}, before`)}</td>`,
            `<td width="50%" valign="top">After<br>${after}</td>`,
            '</tr>',
        ].join('\n');
}
/** What the new picture says of its origin, in its own words. */
function renderCarried(file) {
    const said = (0,describe_carried/* describeCarried */.O)(file).map((clause) => (0,plain_text/* shorten */.ml)(clause, CARRIED_CHARACTERS));
    return said.length === 0 ? '' : `<br><sub>It says of its origin: ${(0,html_in_markdown/* textInMarkdown */.eY)(said.join('; '))}</sub>`;
}
function pinnedAddress({ path, commit }, repositoryUrl) {
    return (0,escape_html/* escapeHtml */.Z)(`${repositoryUrl}/blob/${commit}/${(0,encode_path/* encodePath */.O)(path)}`);
}
/** `href`: escaped. With `?raw=true`, the page of a file is the file itself, also in a private repository. */
function showFile(href, as, name) {
    switch (as) {
        case 'picture':
            return (0,picture_grid/* linkedPicture */.a)(href, `${href}?raw=true`, WIDTH, name);
        case 'video':
            return `<a href="${href}">▶ Video</a>`;
        case 'link':
            return `<a href="${href}">File</a>`;
    }
}

// EXTERNAL MODULE: ./report/render-branch.js
var render_branch = __webpack_require__(14011);
// EXTERNAL MODULE: ./report/refusal.js
var refusal = __webpack_require__(248);
// EXTERNAL MODULE: ./report/render-summary.js + 2 modules
var render_summary = __webpack_require__(61653);
// EXTERNAL MODULE: ./report/summary-next-steps.js
var summary_next_steps = __webpack_require__(13850);
// EXTERNAL MODULE: ./report/summary-totals.js
var summary_totals = __webpack_require__(32290);
;// CONCATENATED MODULE: ./report/comment/render-run.js








/** From every detail down to nothing but the totals. */
const RUN_FORMS = [
    { maxFailures: 100, maxProblems: 100, maxPairs: 12 },
    { maxFailures: 50, maxProblems: 20, maxPairs: 12 },
    { maxFailures: 20, maxProblems: 10, maxPairs: 6 },
    { maxFailures: 5, maxProblems: 3, maxPairs: 0 },
    { maxFailures: 0, maxProblems: 0, maxPairs: 0 },
];
/** What a run that applied says on a pull request, in one form. */
function renderRunForm(reported, before, { maxFailures, maxProblems, maxPairs }) {
    const report = { ...reported, edits: (0,spec_order/* inSpecOrder */.p)(reported.edits) };
    return [
        (0,summary_totals/* renderHeadline */.Lf)(report),
        (0,refusal/* renderRefusal */.$)(report),
        (0,summary_totals/* renderTotalsAsText */.F8)(report),
        (0,render_branch/* renderBranch */.J)(report),
        renderPairs(report, before, maxPairs),
        (0,summary_attention/* renderFailures */.S)((0,refusal/* listJudged */.u)(report), maxFailures),
        (0,summary_next_steps/* renderNextSteps */.t)({ ...report, edits: (0,refusal/* listJudged */.u)(report) }),
        (0,render_branch/* renderBranchNotes */.C)(report.branch, maxProblems),
        (0,summary_attention/* renderProblems */.x)((0,render_summary/* otherProblems */.$)(report), maxProblems),
    ]
        .filter((part) => part !== '')
        .join('\n');
}

;// CONCATENATED MODULE: ./report/comment/render-comment.js







/** Everyone who opens the pull request loads each picture at full size. */
const MOST_PLAN_PICTURES = 12;
/** A plan as a comment. */
function planComment(plan, source) {
    return withFooter(source, (max) => (0,render_plan_summary/* renderPlan */.E)(plan, (text) => text.trimEnd().length <= max, MOST_PLAN_PICTURES));
}
/** A run that applied as a comment: its pictures before and after, its costs and its problems. */
function runComment(report, before, source) {
    return withFooter(source, (max) => firstThatFits(RUN_FORMS.map((form) => () => renderRunForm(report, before, form)), max));
}
/** The pictures of a run beside those that they replaced, for a page that says the rest already. */
function renderBeside(report, before) {
    return before.pictures.size === 0
        ? ''
        : `\n${renderPairs({ ...report, edits: (0,spec_order/* inSpecOrder */.p)(report.edits) }, before, 12)}`;
}
/** What a step found that made nothing, as a comment; `headline` is ours: plain text. */
function problemsComment(headline, problems, source) {
    const forms = [100, 20, 3, 0].map((most) => () => `## ${headline}\n\n${(0,summary_attention/* renderProblems */.x)(problems, most, 'log')}`);
    return withFooter(source, (max) => firstThatFits(forms, max));
}
function firstThatFits(forms, max) {
    for (const form of forms) {
        const text = form().trimEnd();
        if (text.length <= max)
            return text;
    }
    return '';
}
function withFooter({ runUrl, job }, text) {
    const footer = `<sub>From [this run](${(0,addresses/* linkAddress */.$)(runUrl)}), job ${(0,escape_markdown/* markdownCode */.D9)(job)}. The next run replaces this text.</sub>`;
    return (max) => {
        const body = text(max - footer.length - 2);
        return body === '' ? '' : `${body.trimEnd()}\n\n${footer}`;
    };
}


/***/ }),

/***/ 10811:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ decideAdvice)
/* harmony export */ });
/* harmony import */ var _decide_outcome_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81435);

/** What there is to do about an edit; undefined if it has its pictures, or has none on purpose. Pure. */
function decideAdvice(outcome) {
    switch (outcome.state) {
        case 'succeeded':
        case 'unchanged':
        case 'adopted':
            return undefined;
        case 'pending':
            if (outcome.job.kind === 'open')
                return 'collect';
            return adviseWithoutJob(outcome.error.code);
        case 'unknown':
            return outcome.job.kind === 'maybe-sent' ? 'check-submit' : 'check-request';
        case 'cancelled':
            return 'run-again';
        case 'failed':
            return adviseAfterFailure(outcome.job.kind);
        case 'skipped':
            return (0,_decide_outcome_js__WEBPACK_IMPORTED_MODULE_0__/* .isSkippedOnPurpose */ .mg)(outcome) ? undefined : 'unblock';
    }
}
/** An edit is pending without a job of this run: its pictures exist, another run has it, or other jobs of the plan were to make it. */
function adviseWithoutJob(code) {
    if (code === 'not-committed')
        return 'bring';
    return code === 'other-run' ? 'other-run' : 'other-jobs';
}
function adviseAfterFailure(job) {
    switch (job) {
        case 'none':
        case 'refused':
        case 'over-empty':
            return 'fix';
        case 'open':
            return 'fetch-again';
        case 'lost':
            return 'look-up';
    }
}


/***/ }),

/***/ 44340:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ describeCarried)
/* harmony export */ });
/** The IPTC's vocabulary, of whose addresses the last part is enough for people. */
const TERMS = /^https?:\/\/cv\.iptc\.org\/newscodes\/digitalsourcetype\//;
/** What a picture says of its origin, in its own words; empty if it says nothing. Nothing of it is verified. */
function describeCarried({ carries }) {
    const { mark, label, c2pa } = carries ?? {};
    return [
        ...(mark === undefined ? [] : [`source type ${mark.replace(TERMS, '')}`]),
        ...(label === undefined ? [] : [`AIGC label ${label}`]),
        ...(c2pa === undefined ? [] : [`C2PA: ${c2pa}`]),
    ];
}


/***/ }),

/***/ 76107:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y2: () => (/* binding */ editFailures),
/* harmony export */   dm: () => (/* binding */ editProblems),
/* harmony export */   mU: () => (/* binding */ editWarnings)
/* harmony export */ });
/* harmony import */ var _decide_outcome_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81435);

/**
 * Edits that did not succeed, as problems at their position in the spec, for annotations. A failed edit is an error.
 * One that is still open, or that was skipped because of another failure, is a warning. The summary lists them itself.
 */
function editFailures(edits) {
    return edits.flatMap((outcome) => {
        const { edit, state, error } = outcome;
        if (error === undefined || (0,_decide_outcome_js__WEBPACK_IMPORTED_MODULE_0__/* .isSkippedOnPurpose */ .mg)(outcome))
            return [];
        // The error that stopped the run is reported once, by the edit that met it; the log has a line for each edit.
        if (error.code === 'run-stopped')
            return [];
        const message = `${edit.id} ${WORDS[state]}: ${error.message}`;
        return [{ severity: state === 'failed' ? 'error' : 'warning', message, at: edit.at }];
    });
}
/** The warnings of all edits, in whatever state they ended, as problems at their position in the spec. */
function editWarnings(edits) {
    return edits.flatMap(({ edit, warnings }) => warnings.map((text) => ({ severity: 'warning', message: `${edit.id}: ${text}`, at: edit.at })));
}
/** All problems of edits, failures first. */
function editProblems(edits) {
    return [...editFailures(edits), ...editWarnings(edits)];
}
const WORDS = {
    failed: 'failed',
    pending: 'is still pending',
    unknown: 'may or may not have been accepted',
    cancelled: 'was cancelled',
    skipped: 'was skipped',
};


/***/ }),

/***/ 56443:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ createGalleryAddress)
/* harmony export */ });
/* harmony import */ var _branch_files_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44128);

/** Where an edit is in a gallery, as the page itself writes it. */
function fragmentOf(id) {
    return encodeURIComponent(id.toWellFormed()).replaceAll('%40', '@').replaceAll('%2B', '+');
}
/**
 * Finds the place of an edit in the branch's gallery, as a site serves it. Undefined if no site is known, or if the branch does
 * not have the edit's pictures.
 */
function createGalleryAddress(run) {
    const { galleryUrl } = run;
    if (galleryUrl === undefined)
        return () => undefined;
    const onBranch = (0,_branch_files_js__WEBPACK_IMPORTED_MODULE_0__/* .createBranchAddress */ .$A)(run);
    return (outcome) => {
        const { id, action } = outcome.edit;
        const isElsewhere = action.kind === 'unchanged' && action.on !== undefined;
        return isElsewhere || onBranch(outcome) === undefined ? undefined : `${galleryUrl}#${fragmentOf(id)}`;
    };
}


/***/ }),

/***/ 2965:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AC: () => (/* binding */ codeInMarkdown),
/* harmony export */   eY: () => (/* binding */ textInMarkdown),
/* harmony export */   nR: () => (/* binding */ linkedCode)
/* harmony export */ });
/* harmony import */ var _shared_escape_html_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31944);
/* harmony import */ var _shared_escape_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67456);
/* harmony import */ var _shared_plain_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60295);



/** Marks where a long word may break, so that it does not make its column too wide for a phone. The text is a single line, so it has no line feed of its own. */
const BREAK = '\n';
/**
 * Text from outside as one line of HTML within a Markdown page on GitHub. Markdown leaves such HTML as it is, but
 * GitHub turns mentions, references, emoji, formulas and URLs in the page's text into markup. This prevents that.
 */
function textInMarkdown(text) {
    const parted = (0,_shared_plain_text_js__WEBPACK_IMPORTED_MODULE_2__/* .toPlainLine */ .Ic)(text)
        .replaceAll(/@|#(?=\d)|:(?=[\w+-]*[a-z][\w+-]*:)|:(?=\/\/)/gi, `$&${_shared_escape_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .WORD_JOINER */ .Pj}`)
        .replaceAll(/www(?=\.)/gi, `$&${_shared_escape_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .WORD_JOINER */ .Pj}`)
        .replaceAll(/\S{20}(?=\S)/gu, `$&${BREAK}`);
    // GitHub's documented way to show a dollar sign that does not begin a formula.
    return toHtml(parted).replaceAll('$', '<span>$</span>');
}
/** As `textInMarkdown`, but shown as code, so that it can be copied: GitHub turns nothing in code into markup. */
function codeInMarkdown(text) {
    const parted = (0,_shared_plain_text_js__WEBPACK_IMPORTED_MODULE_2__/* .toPlainLine */ .Ic)(text)
        .replaceAll(/[-_.+@/,]+(?=[^-_.+@/,])/g, `$&${BREAK}`)
        .replaceAll(/[^\n]{16}(?=[^\n])/gu, `$&${BREAK}`);
    return `<code>${toHtml(parted)}</code>`;
}
/** As `codeInMarkdown`, as a link if there is an address. */
function linkedCode(text, address) {
    const code = codeInMarkdown(text);
    return address === undefined ? code : `<a href="${(0,_shared_escape_html_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeHtml */ .Z)(address)}">${code}</a>`;
}
function toHtml(text) {
    return (0,_shared_escape_html_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeHtml */ .Z)(text).replaceAll(BREAK, '<wbr>');
}


/***/ }),

/***/ 77695:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ linkedPicture),
/* harmony export */   b: () => (/* binding */ renderGrid)
/* harmony export */ });
/**
 * HTML cells as a table with the given number of columns, for a Markdown page on GitHub, where a table is the only way
 * to put text under a picture. Neither the cells nor the result may contain a blank line, which would end the HTML.
 */
function renderGrid(cells, columns) {
    // With fewer cells than columns, cells keep their own width, so that a single picture is not stretched.
    const width = cells.length < columns ? '' : ` width="${Math.floor(100 / columns)}%"`;
    const rows = [];
    for (let start = 0; start < cells.length; start += columns) {
        const row = cells.slice(start, start + columns);
        rows.push(`<tr>\n${row.map((cell) => `<td valign="top"${width}>${cell}</td>`).join('\n')}\n</tr>`);
    }
    return `<table>\n${rows.join('\n')}\n</table>\n`;
}
/** A picture, `width` pixels wide, that links to a URL. URL, source and name must be escaped for a quoted attribute. */
function linkedPicture(address, source, width, name) {
    return `<a href="${address}"><img src="${source}" width="${width}" alt="${name}"></a>`;
}


/***/ }),

/***/ 66941:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RF: () => (/* binding */ countPlan),
/* harmony export */   ug: () => (/* binding */ describeHeadline),
/* harmony export */   wv: () => (/* binding */ describeCounts)
/* harmony export */ });
/* harmony import */ var _plan_review_describe_estimate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99336);
/* harmony import */ var _shared_format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19612);
/* harmony import */ var _shared_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85720);



/** How many edits of a plan have each status; every status is present. */
function countPlan({ edits, }) {
    const counts = {
        new: 0,
        changed: 0,
        pending: 0,
        blocked: 0,
        adopted: 0,
        moved: 0,
        aside: 0,
        shared: 0,
        frozen: 0,
        skipped: 0,
        unchanged: 0,
    };
    for (const { status } of edits)
        counts[status.kind] += 1;
    return counts;
}
/** What a plan comes to, in one plain clause: the number of edits and the cost first. */
function describeHeadline(plan) {
    const errors = (0,_shared_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .listErrors */ .Gr)(plan.problems).length;
    const counts = countPlan(plan);
    const made = counts.new + counts.changed;
    const open = counts.pending + counts.blocked;
    const faults = errors > 0 ? `: ${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(errors, 'error')}` : '';
    if (plan.edits.length === 0)
        return errors > 0 ? `No plan${faults}` : 'Plan: the spec has no edits';
    const what = made > 0
        ? `${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(made, 'edit')} to make, ${(0,_plan_review_describe_estimate_js__WEBPACK_IMPORTED_MODULE_2__/* .describeSum */ .V)(plan.estimate)}`
        : `nothing to make${open > 0 ? `, ${open} pending` : ''}`;
    return errors > 0 ? `Plan with ${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(errors, 'error')}: ${what}` : `Plan: ${what}`;
}
/** How many edits have which status, as `2 new, 1 changed`; statuses that no edit has are left out. */
function describeCounts(plan) {
    const counts = countPlan(plan);
    const words = { aside: 'set aside', shared: 'same as another edit', skipped: 'left out' };
    const parts = Object.entries({ ...counts })
        .filter(([, count]) => count > 0)
        .map(([kind, count]) => `${count} ${kind in words ? words[kind] : kind}`);
    const left = plan.orphaned.length;
    return [...parts, ...(left > 0 ? [`${left} no longer in the spec`] : [])].join(', ');
}


/***/ }),

/***/ 95426:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ describeMonth)
/* harmony export */ });
/* harmony import */ var _shared_format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19612);

/**
 * What was spent of the month's budget before this plan, behind the words "this month": `12.00 USD of 50.00 USD spent (2026-11, as
 * the lock file records it)`. `money` may change how an amount is written.
 */
function describeMonth({ name, limitUsd, spentUsd, unpriced }, money = (usd) => usd) {
    const unknown = unpriced > 0 ? `; the cost of ${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(unpriced, 'edit')} is not known` : '';
    const sums = `${money((0,_shared_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatUsd */ .UK)(spentUsd))} of ${money((0,_shared_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatUsd */ .UK)(limitUsd))}`;
    return `${sums} spent (${name}, as the lock file records it${unknown})`;
}


/***/ }),

/***/ 47485:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E: () => (/* binding */ renderPlan),
  O: () => (/* binding */ renderPlanSummary)
});

// EXTERNAL MODULE: ./shared/commit-name.js
var commit_name = __webpack_require__(48588);
// EXTERNAL MODULE: ./plan/review/describe-estimate.js
var describe_estimate = __webpack_require__(99336);
// EXTERNAL MODULE: ./plan/review/count-renditions.js
var count_renditions = __webpack_require__(19343);
// EXTERNAL MODULE: ./plan/review/estimate-growth.js
var estimate_growth = __webpack_require__(21776);
// EXTERNAL MODULE: ./shared/escape-markdown.js
var escape_markdown = __webpack_require__(67456);
// EXTERNAL MODULE: ./shared/problem.js
var shared_problem = __webpack_require__(85720);
// EXTERNAL MODULE: ./report/addresses.js
var addresses = __webpack_require__(35860);
// EXTERNAL MODULE: ./shared/encode-path.js
var encode_path = __webpack_require__(32613);
// EXTERNAL MODULE: ./report/summary-attention.js
var summary_attention = __webpack_require__(34691);
// EXTERNAL MODULE: ./report/plan/count-plan.js
var count_plan = __webpack_require__(66941);
// EXTERNAL MODULE: ./shared/format.js
var format = __webpack_require__(19612);
// EXTERNAL MODULE: ./shared/list-some.js
var list_some = __webpack_require__(65020);
// EXTERNAL MODULE: ./plan/review/describe-change.js
var describe_change = __webpack_require__(27506);
// EXTERNAL MODULE: ./plan/review/name-reference.js
var name_reference = __webpack_require__(19907);
// EXTERNAL MODULE: ./shared/escape-html.js
var escape_html = __webpack_require__(31944);
// EXTERNAL MODULE: ./shared/plain-text.js
var plain_text = __webpack_require__(60295);
// EXTERNAL MODULE: ./report/picture-grid.js
var picture_grid = __webpack_require__(77695);
// EXTERNAL MODULE: ./report/summary-totals.js
var summary_totals = __webpack_require__(32290);
;// CONCATENATED MODULE: ./report/plan/render-words.js


/** A longer part that did not change is cut in its middle, where nothing happens. In characters. */
const SAME_CHARACTERS = 120;
const CONTEXT_CHARACTERS = 50;
/** As much of a part that changed as is shown. */
const CHANGED_CHARACTERS = 900;
/** A word diff on one line of GitHub Markdown: what is removed is struck out, what is added is underlined and bold. */
function renderWords(words) {
    return words
        .map(({ kind, text }, index) => {
        if (kind === 'same')
            return spaced(text, (0,escape_markdown/* escapeMarkdown */.FV)(cutMiddle(text, index === 0, index === words.length - 1)));
        const shown = showChanged(text);
        if (kind === 'removed')
            return `${spaced(text, `<del>${shown}</del>`)}${gapAfter(text, words[index + 1])}`;
        return spaced(text, `<ins><b>${shown}</b></ins>`);
    })
        .join('')
        .trim();
}
/** Between what is removed and what is added in its place. */
function gapAfter(text, next) {
    return next?.kind === 'added' && !/\s$/.test(text) && !/^\s/.test(next.text) ? ' ' : '';
}
/** The blanks around a text, which its escaped form lacks, as one blank each; never for a text of blanks only. */
function spaced(text, shown) {
    if (text.trim() === '')
        return shown === '' ? ' ' : shown;
    return `${/^\s/.test(text) ? ' ' : ''}${shown}${/\s$/.test(text) ? ' ' : ''}`;
}
/** A change that shows nothing itself still shows that there is one. */
function showChanged(text) {
    const plain = (0,plain_text/* toPlainText */.bo)(text);
    if (plain === '')
        return '(invisible)';
    if (plain.trim() === '')
        return plain.replaceAll('\n', '↵').replaceAll(/\s/g, '␣');
    return (0,escape_markdown/* escapeMarkdown */.FV)(cut(plain, CHANGED_CHARACTERS));
}
/** A long text without its middle; at the start or the end of the whole, only the side next to a change is kept. */
function cutMiddle(text, isFirst, isLast) {
    if (text.length <= SAME_CHARACTERS)
        return text;
    const most = 2 * SAME_CHARACTERS;
    const characters = Array.from(text.length <= most ? text : `${text.slice(0, most)}${text.slice(-most)}`);
    if (characters.length <= SAME_CHARACTERS)
        return text;
    const head = characters.slice(0, CONTEXT_CHARACTERS).join('').replace(/\S*$/, '');
    const tail = characters.slice(-CONTEXT_CHARACTERS).join('').replace(/^\S*/, '');
    if (isFirst && !isLast)
        return `…${tail}`;
    if (isLast && !isFirst)
        return `${head}…`;
    return `${head}…${tail}`;
}
function cut(text, max) {
    const characters = Array.from(text.slice(0, 2 * max + 2));
    return characters.length <= max ? text : `${characters.slice(0, max).join('')}…`;
}

;// CONCATENATED MODULE: ./report/plan/render-change.js










/** Two of these and an arrow fit on a phone. */
const PICTURE_WIDTH = 120;
/** Longest text of a change that is not a prompt. */
const CHANGE_CHARACTERS = 400;
/** Paths and addresses may be long; the plan file has all of them. */
const NAME_CHARACTERS = 200;
/** One difference as Markdown for a list item. */
function renderChange(change, form) {
    switch (change.kind) {
        case 'prompt':
            return `Prompt: ${renderWords(change.words)}`;
        case 'reference-added':
            return `New reference: ${renderReference(change.reference)}${renderPair(undefined, change.after, form)}`;
        case 'reference-removed':
            return `Reference removed: ${renderReference(change.reference)}${renderPair(change.before, undefined, form)}`;
        case 'reference-replaced':
            return `Reference changed: ${renderReference(change.reference)}${renderPair(change.before, change.after, form)}`;
        case 'forced':
        case 'missing-files':
        case 'again':
        case 'reference-order':
        case 'input':
        case 'kept-take':
        case 'setting':
            return (0,summary_totals/* capital */.Nx)((0,escape_markdown/* markdownSentence */.nv)((0,plain_text/* shorten */.ml)((0,describe_change/* describeChange */.u)(change), CHANGE_CHARACTERS)));
    }
}
/** A reference by its name; a long one loses its end. */
function renderReference(name) {
    return (0,escape_markdown/* markdownSentence */.nv)((0,plain_text/* shorten */.ml)((0,name_reference/* describeReference */.P5)(name), NAME_CHARACTERS));
}
/** The old and the new picture, as far as they are known. */
function renderPair(before, after, form) {
    const shown = [
        ...(before === undefined ? [] : [renderPinned(before, 'before', form)]),
        ...(after === undefined ? [] : [renderPinned(after, 'after', form)]),
    ];
    if (shown.length === 0)
        return '';
    return form.show === 'pictures' ? `<br>${shown.join(' → ')}` : ` (${shown.join(' → ')})`;
}
/** A file of a commit, as a thumbnail or as a link. Anyone who can read the repository can open it. */
function renderPinned({ path, commit }, name, { repositoryUrl, show }) {
    const address = `${repositoryUrl}/blob/${commit}/${(0,encode_path/* encodePath */.O)(path)}`;
    if (show === 'links')
        return `[${name}](${(0,addresses/* linkAddress */.$)(`${address}?raw=true`)})`;
    const href = (0,escape_html/* escapeHtml */.Z)(address);
    return (0,picture_grid/* linkedPicture */.a)(href, `${href}?raw=true`, PICTURE_WIDTH, (0,escape_html/* escapeHtml */.Z)((0,plain_text/* toPlainLine */.Ic)(`${path}, ${name}`)));
}
/** How many pictures a change would show. */
function countPictures(change) {
    switch (change.kind) {
        case 'reference-added':
            return change.after === undefined ? 0 : 1;
        case 'reference-removed':
            return change.before === undefined ? 0 : 1;
        case 'reference-replaced':
            return [change.before, change.after].filter((file) => file !== undefined).length;
        case 'forced':
        case 'missing-files':
        case 'again':
        case 'prompt':
        case 'reference-order':
        case 'input':
        case 'kept-take':
        case 'setting':
            return 0;
    }
}

;// CONCATENATED MODULE: ./report/plan/render-status.js





/** As much of a reason as is shown; the plan file has all of it. */
const REASON_CHARACTERS = 400;
/** How many files one edit names. */
const MAX_NAMED = 10;
/** The status in a word or two, which is all that is certain to be read. */
function renderStatus(status) {
    switch (status.kind) {
        case 'new':
        case 'changed':
        case 'unchanged':
        case 'blocked':
        case 'frozen':
            return `**${status.kind}**`;
        case 'pending':
            return `**${PENDING[status.why]}**`;
        case 'moved':
            return status.isCopied ? `**copied** from ${(0,escape_markdown/* markdownCode */.D9)(status.from)}` : '**moved**';
        case 'adopted':
            return `**adopted** from branch ${(0,escape_markdown/* markdownCode */.D9)(status.branch)}, commit ${(0,escape_markdown/* markdownCode */.D9)((0,commit_name/* shortCommit */.Ax)(status.commit))}`;
        case 'aside':
            return '**set aside**';
        case 'shared':
            return `**same as** ${(0,escape_markdown/* markdownCode */.D9)(status.with)}`;
        case 'skipped':
            return '**left out**';
    }
}
const PENDING = { collect: 'paid for', 'other-run': 'in another run', hold: 'on hold' };
/** What there is to say about a status besides its name: sentences in Markdown. */
function renderDetails(status, repositoryUrl) {
    switch (status.kind) {
        case 'new':
        case 'changed':
            return [];
        case 'unchanged':
            return status.newerCommit === undefined
                ? []
                : [
                    `Stays as it is: the branch was made from the newer commit ${(0,escape_markdown/* markdownCode */.D9)((0,commit_name/* shortCommit */.Ax)(status.newerCommit))}.`,
                ];
        case 'pending':
            return renderPending(status, repositoryUrl);
        case 'blocked':
            return [`Not sent: it needs the output of ${(0,escape_markdown/* markdownCode */.D9)(status.by)}, which is on hold.`];
        case 'frozen':
            return status.hasPictures
                ? ['Stays as it is, although the spec has changed.']
                : ['Has no pictures, and none are made.'];
        case 'adopted':
            return ['Paid for already: its pictures are copied from there.', ...renderMoves(status)];
        case 'moved':
            return renderMoves(status);
        case 'aside':
            return ['Paid for, and not the kept take: its pictures leave the branch and stay in its history.'];
        case 'shared':
            return ['Made and paid for once.'];
        case 'skipped':
            return [`${(0,escape_markdown/* markdownSentence */.nv)((0,plain_text/* shorten */.ml)(status.reason, REASON_CHARACTERS))}.`];
    }
}
function renderMoves({ files, }) {
    return files
        .slice(0, MAX_NAMED)
        .map(({ from, to }) => (from === to ? (0,escape_markdown/* markdownCode */.D9)(to) : `${(0,escape_markdown/* markdownCode */.D9)(from)} → ${(0,escape_markdown/* markdownCode */.D9)(to)}`));
}
function renderPending({ why, what, runUrl, requestId }, repositoryUrl) {
    const request = requestId === undefined ? '' : ` Request ${(0,escape_markdown/* markdownCode */.D9)(requestId)}.`;
    // With a request id, the clause says already that it was paid for.
    const mayBePaid = why === 'hold' && requestId === undefined ? ' It may have been paid for.' : '';
    const consent = why === 'hold' ? ' It is not sent again without your consent: `on-unknown: resubmit`.' : '';
    return [
        `${linkRun((0,plain_text/* shorten */.ml)(what, REASON_CHARACTERS), runUrl, repositoryUrl)}.${request}${mayBePaid}${consent}`,
    ];
}
/** The clause as a sentence's beginning, with a link to the run: in place of its address, otherwise at the end. */
function linkRun(what, runUrl, repositoryUrl) {
    // The ledger, or a plan file from a fork, may name any address.
    const runs = `${repositoryUrl}/actions/runs/`;
    if (!runUrl.startsWith(runs) || !/^\d+(?:\/attempts\/\d+)?$/.test(runUrl.slice(runs.length)))
        return (0,summary_totals/* capital */.Nx)((0,escape_markdown/* markdownSentence */.nv)(what));
    const address = (0,addresses/* linkAddress */.$)(runUrl);
    const named = `the run ${runUrl} `;
    return what.startsWith(named)
        ? `[The run](${address}) ${(0,escape_markdown/* markdownSentence */.nv)(what.slice(named.length))}`
        : `${(0,summary_totals/* capital */.Nx)((0,escape_markdown/* markdownSentence */.nv)(what))} ([run](${address}))`;
}

;// CONCATENATED MODULE: ./report/plan/render-edit.js






/** As much of a text as is shown; the plan file has all of it. */
const ABOUT_CHARACTERS = 120;
const PROMPT_CHARACTERS = 300;
const OPTION_CHARACTERS = 80;
/** How many references or changes one edit names. */
const render_edit_MAX_NAMED = 10;
/** How many changes of one edit are shown: more than there are references and settings. */
const MOST_CHANGES = 300;
/** An edit of a plan as an item of a Markdown list. */
function renderEdit(edit, form) {
    const head = `- ${(0,escape_markdown/* markdownCode */.D9)(edit.id)} ${renderStatus(edit.status)}`;
    if (form.kind === 'short') {
        const names = [...new Set(edit.changes.map(describe_change/* nameChange */.c))];
        return names.length === 0 ? head : `${head}: ${(0,escape_markdown/* markdownSentence */.nv)((0,list_some/* listSome */.X)(names, render_edit_MAX_NAMED))}`;
    }
    const { description, status, current, changes } = edit;
    const about = description === undefined ? '' : `: ${(0,escape_markdown/* escapeMarkdown */.FV)((0,plain_text/* shorten */.ml)(description, ABOUT_CHARACTERS))}`;
    const lines = [
        ...(status.kind === 'new' ? renderRequest(edit) : []),
        ...renderDetails(status, form.pictures.repositoryUrl),
        ...changes.slice(0, MOST_CHANGES).map((change) => renderChange(change, form.pictures)),
        ...(changes.length > MOST_CHANGES
            ? [`And ${changes.length - MOST_CHANGES} more: see the plan file`]
            : []),
        ...(current === undefined || changes.length === 0
            ? []
            : [renderCurrent(renderPinned(current, 'current picture', form.pictures), form.pictures)]),
    ];
    return [`${head}${about}`, ...lines.map((line) => `  - ${line}`)].join('\n');
}
function renderCurrent(picture, { show }) {
    return show === 'pictures' ? `Current picture:<br>${picture}` : `See the ${picture}`;
}
/** What a new edit is made from: there is nothing to compare it with. */
function renderRequest({ prompt, model, size, options = {}, references }) {
    const names = references.slice(0, render_edit_MAX_NAMED).map(renderReference);
    const more = references.length - names.length;
    const what = size === undefined ? (0,escape_markdown/* markdownCode */.D9)(model) : (0,escape_markdown/* escapeMarkdown */.FV)(size.replace(/\(.*\)$/, ''));
    const settings = Object.entries(options).map(([key, value]) => (0,escape_markdown/* markdownCode */.D9)(`${key}: ${(0,plain_text/* shorten */.ml)(value, OPTION_CHARACTERS)}`));
    return [
        `Prompt: ${(0,escape_markdown/* escapeMarkdown */.FV)((0,plain_text/* shorten */.ml)(prompt, PROMPT_CHARACTERS))}`,
        ...(settings.length === 0 ? [] : [`Options: ${(0,list_some/* listSome */.X)(settings, render_edit_MAX_NAMED)}`]),
        `${what}, from ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
    ];
}

;// CONCATENATED MODULE: ./report/plan/render-groups.js






/** The edits of a plan by what they mean for a reader, each group in the order of the spec; empty groups are left out. */
function renderGroups(plan, form) {
    const of = (...kinds) => plan.edits.filter((edit) => kinds.includes(edit.status.kind) && !isUnremarkable(edit));
    const group = (title, edits) => renderGroup(title, edits, form, plan.repositoryUrl);
    const toMake = of('new', 'changed');
    const unremarkable = plan.edits.filter(isUnremarkable).map(({ id }) => id);
    return [
        group(titleOfKeep(plan), toMake.filter(({ isForKeep }) => isForKeep === true)),
        group('To make', toMake.filter(({ isForKeep }) => isForKeep !== true)),
        group('Pending', of('pending', 'blocked')),
        group('Nothing to make', of('adopted', 'moved', 'aside', 'shared', 'frozen', 'skipped', 'unchanged')),
        renderOrphaned(plan.orphaned, form),
        unremarkable.length === 0 || form.maxIds === 0
            ? ''
            : `<details>\n<summary>${(0,format/* plural */.LS)(unremarkable.length, 'unchanged edit')}</summary>\n\n${listIds(unremarkable, form.maxIds)}\n</details>\n`,
    ];
}
/** Changing `keep` is free; what is made from the kept take is not. */
function titleOfKeep({ keepEstimate }) {
    const cost = keepEstimate === undefined ? '' : `, ${(0,describe_estimate/* describeSum */.V)(keepEstimate)}`;
    return `To make again because another take is kept${cost}`;
}
/** Whether the edit is as the spec wants it, and stays so. */
function isUnremarkable({ status, changes }) {
    switch (status.kind) {
        case 'unchanged':
            return status.newerCommit === undefined;
        case 'frozen':
            return status.hasPictures && changes.length === 0;
        case 'new':
        case 'changed':
        case 'pending':
        case 'blocked':
        case 'adopted':
        case 'moved':
        case 'aside':
        case 'shared':
        case 'skipped':
            return false;
    }
}
function renderGroup(title, edits, form, repositoryUrl) {
    if (edits.length === 0 || form.maxEdits === 0)
        return '';
    const shown = edits.slice(0, form.maxEdits);
    let left = form.maxPictures;
    const items = shown.map((edit) => {
        if (form.edits === 'short')
            return renderEdit(edit, { kind: 'short' });
        const count = edit.changes.reduce((sum, change) => sum + countPictures(change), 0) +
            (edit.current === undefined ? 0 : 1);
        // Everyone who opens the page loads each picture at full size; beyond the limit, they are links.
        const show = count <= left ? 'pictures' : 'links';
        if (show === 'pictures')
            left -= count;
        return renderEdit(edit, { kind: 'full', pictures: { repositoryUrl, show } });
    });
    return [
        `### ${title} (${edits.length})`,
        '',
        ...items,
        '',
        ...moreLine(edits.length - shown.length, 'edit'),
    ].join('\n');
}
function renderOrphaned(orphaned, { maxIds }) {
    if (orphaned.length === 0 || maxIds === 0)
        return '';
    const isRemoved = orphaned.some((each) => each.isRemoved);
    const what = isRemoved
        ? 'Their files are removed from the branch.'
        : 'Their files stay on the branch. To remove them, set `prune: true`.';
    const ids = orphaned.map(({ id }) => id);
    return `### No longer in the spec (${orphaned.length})\n\n${what}\n\n${listIds(ids, maxIds)}`;
}
function listIds(ids, max) {
    return `${(0,list_some/* listSome */.X)(ids.map(escape_markdown/* markdownCode */.D9), max)}\n`;
}
function moreLine(more, noun) {
    return more > 0 ? [`_And ${(0,format/* plural */.LS)(more, `more ${noun}`)}: see the plan file._`, ''] : [];
}

// EXTERNAL MODULE: ./report/plan/describe-month.js
var describe_month = __webpack_require__(95426);
;// CONCATENATED MODULE: ./report/plan/render-plan-summary.js












/** From every detail down to nothing but the totals. The first form that fits is used. */
const LADDER = [
    { edits: 'full', maxEdits: 1000, maxPictures: 36, maxIds: 1000, maxProblems: 1000 },
    { edits: 'full', maxEdits: 100, maxPictures: 12, maxIds: 200, maxProblems: 100 },
    { edits: 'short', maxEdits: 1000, maxPictures: 0, maxIds: 100, maxProblems: 100 },
    { edits: 'short', maxEdits: 200, maxPictures: 0, maxIds: 50, maxProblems: 20 },
    { edits: 'short', maxEdits: 40, maxPictures: 0, maxIds: 20, maxProblems: 10 },
    { edits: 'short', maxEdits: 10, maxPictures: 0, maxIds: 0, maxProblems: 3 },
    { edits: 'short', maxEdits: 0, maxPictures: 0, maxIds: 0, maxProblems: 0 },
];
/** GitHub drops a whole summary that is over 1,048,576 bytes; the rest is room for what else the step may add. */
const DEFAULT_MAX_BYTES = 1_000_000;
/**
 * What a plan says as GitHub Markdown, for a summary: what would be made and what it would cost, what
 * changed and why. It becomes shorter until it fits into `maxBytes` of UTF-8: below about 1 KB only the headline may be
 * left, and below that nothing.
 */
function renderPlanSummary(plan, maxBytes = DEFAULT_MAX_BYTES) {
    return renderPlan(plan, (text) => Buffer.byteLength(text) <= maxBytes);
}
/** The most detailed form that fits, with at most so many pictures; empty if not even the headline does. */
function renderPlan(plan, fits, mostPictures = Infinity) {
    for (const form of LADDER) {
        const text = renderForm(plan, { ...form, maxPictures: Math.min(form.maxPictures, mostPictures) });
        if (fits(text))
            return text;
    }
    const headline = renderHeadline(plan);
    return fits(headline) ? headline : '';
}
function renderForm(plan, form) {
    return [
        renderHeadline(plan),
        renderTotals(plan),
        (0,summary_attention/* renderProblems */.x)(eachOnce(plan.problems), form.maxProblems, 'plan file'),
        ...renderGroups(plan, form),
    ]
        .filter((part) => part !== '')
        .join('\n');
}
/** With a matrix, one mistake may be found many times. */
function eachOnce(problems) {
    return [...new Map(problems.map((problem) => [(0,shared_problem/* formatProblem */.Vw)(problem), problem])).values()];
}
function renderHeadline(plan) {
    const sign = (0,shared_problem/* listErrors */.Gr)(plan.problems).length > 0 ? '✗ ' : '';
    return `## ${sign}${(0,escape_markdown/* keepMoneyWhole */.jg)((0,count_plan/* describeHeadline */.ug)(plan))}\n`;
}
/** Counts, money, and what the plan is about: a line each. */
function renderTotals(plan) {
    const { estimate, edits, orphaned, destination } = plan;
    const counts = (0,count_plan/* countPlan */.RF)(plan);
    const isLeast = estimate.kind === 'known' && estimate.isLeast;
    const more = isLeast
        ? ' It may be more: an edit can return several pictures, and not all edits cost the same.'
        : '';
    const pending = counts.pending + counts.blocked > 0 ? ' Pending edits are not included.' : '';
    const cost = `**Cost:** ${(0,escape_markdown/* keepMoneyWhole */.jg)((0,describe_estimate/* describeEstimatedCost */.f)(estimate))}.${more}${pending}`;
    const lines = [
        'Nothing was sent or paid for.',
        ...(edits.length + orphaned.length > 0 ? [`**Edits:** ${(0,count_plan/* describeCounts */.wv)(plan)}.`, cost] : []),
        ...renderMonth(plan),
        ...(plan.renditions === undefined ? [] : [`**Renditions:** ${(0,count_renditions/* describeRenditions */.z)(plan.renditions)}.`]),
        ...(plan.growth === undefined ? [] : [`**Branch:** ${(0,estimate_growth/* describeGrowth */.hT)(plan.growth)}.`]),
        `**Spec:** ${renderSpec(plan)}. **Destination:** ${(0,escape_markdown/* escapeMarkdown */.FV)(destination)}.`,
    ];
    return `${lines.join('\\\n')}\n`;
}
/** What is spent of the month's budget, before this plan. */
function renderMonth({ month }) {
    if (month === undefined)
        return [];
    return [`**This month:** ${(0,describe_month/* describeMonth */.k)(month, escape_markdown/* unbroken */.D_)}.`];
}
function renderSpec({ spec, repositoryUrl }) {
    const name = (0,escape_markdown/* markdownCode */.D9)(spec.path);
    if (spec.commit === undefined)
        return name;
    const file = (0,addresses/* linkAddress */.$)(`${repositoryUrl}/blob/${spec.commit}/${(0,encode_path/* encodePath */.O)(spec.path)}`);
    return `[${name}](${file}) at ${(0,escape_markdown/* markdownCode */.D9)((0,commit_name/* shortCommit */.Ax)(spec.commit))}`;
}


/***/ }),

/***/ 248:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ renderRefusal),
/* harmony export */   u: () => (/* binding */ listJudged)
/* harmony export */ });
/* harmony import */ var _shared_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85720);
/* harmony import */ var _shared_escape_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67456);


/** The edits to report one by one: without those that are skipped because the run as a whole may send nothing. */
function listJudged({ edits, refusal }) {
    return refusal === undefined ? edits : edits.filter(({ state }) => state !== 'skipped');
}
/** Why the run as a whole may send nothing, and what to do, in Markdown; never cut. Empty if it may. */
function renderRefusal({ refusal }) {
    return refusal === undefined ? '' : `**${(0,_shared_escape_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownSentence */ .nv)((0,_shared_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .formatProblem */ .Vw)(refusal))}**\n`;
}


/***/ }),

/***/ 14011:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ renderBranchNotes),
/* harmony export */   J: () => (/* binding */ renderBranch)
/* harmony export */ });
/* harmony import */ var _shared_commit_name_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(48588);
/* harmony import */ var _shared_escape_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67456);
/* harmony import */ var _shared_format_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(19612);
/* harmony import */ var _shared_plain_text_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(60295);
/* harmony import */ var _branch_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44128);
/* harmony import */ var _addresses_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35860);
/* harmony import */ var _pull_outcome_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(38536);







/** Longest sentence shown; the results file has all of it. */
const SENTENCE_CHARACTERS = 500;
/** What happened to the branch, in a sentence with a link; empty if the run does not deliver to a branch. */
function renderBranch(report) {
    const { branch, delivery } = report;
    if (branch.kind === 'none')
        return '';
    const name = (0,_shared_escape_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(branch.branch);
    if (branch.kind === 'failed') {
        const saved = delivery.kind === 'artifact' ? ' The pictures are in the artifact.' : '';
        return `**Branch ${name} was not updated:** ${(0,_shared_escape_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownSentence */ .nv)(branch.message)}${saved}\n`;
    }
    const folder = (0,_branch_files_js__WEBPACK_IMPORTED_MODULE_2__/* .branchFolderAddress */ .Rj)(report);
    if (folder === undefined || branch.commit === undefined)
        return `**Branch:** there was nothing to commit, so the branch ${name} does not exist yet.\n`;
    const link = `[${name}](${(0,_addresses_js__WEBPACK_IMPORTED_MODULE_1__/* .linkAddress */ .$)(folder)})`;
    const commit = `[${(0,_shared_escape_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)((0,_shared_commit_name_js__WEBPACK_IMPORTED_MODULE_3__/* .shortCommit */ .Ax)(branch.commit))}](${(0,_addresses_js__WEBPACK_IMPORTED_MODULE_1__/* .linkAddress */ .$)(`${report.repositoryUrl}/commit/${branch.commit}`)})`;
    switch (branch.kind) {
        case 'committed': {
            const files = (0,_shared_format_js__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .LS)(branch.changed.length, 'file');
            const how = branch.isByParts === true
                ? `committed by several jobs, and now at ${commit}`
                : `committed as ${commit}`;
            return `**Branch:** ${link}, ${files} ${how}.${renderGalleryLink(report)}\n${renderPull(report)}`;
        }
        case 'unchanged':
            return `**Branch:** ${link}, unchanged at ${commit}.${renderGalleryLink(report)}\n${renderPull(report)}`;
    }
}
function renderGalleryLink({ galleryUrl }) {
    return galleryUrl === undefined ? '' : ` [Gallery](${(0,_addresses_js__WEBPACK_IMPORTED_MODULE_1__/* .linkAddress */ .$)(galleryUrl)})`;
}
/** Where the pull request is; a warning says why there is none. */
function renderPull({ pull }) {
    const url = (0,_pull_outcome_js__WEBPACK_IMPORTED_MODULE_5__/* .pullUrl */ .X)(pull);
    return url === '' ? '' : `\n**Pull request:** [${url.replace(/^.*\//, '#')}](${(0,_addresses_js__WEBPACK_IMPORTED_MODULE_1__/* .linkAddress */ .$)(url)})\n`;
}
/** What is missing from the commit, and what to know about it; empty if there is nothing to say. */
function renderBranchNotes(branch, max) {
    if (branch.kind !== 'committed' || max === 0)
        return '';
    const { left, warnings } = branch;
    const lines = [
        ...left.map(({ id, reason }) => `- **Not committed:** ${(0,_shared_escape_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(id)}: ${(0,_shared_escape_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownSentence */ .nv)((0,_shared_plain_text_js__WEBPACK_IMPORTED_MODULE_6__/* .shorten */ .ml)(reason, SENTENCE_CHARACTERS))}`),
        ...warnings.map((text) => `- **Warning:** ${(0,_shared_escape_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownSentence */ .nv)((0,_shared_plain_text_js__WEBPACK_IMPORTED_MODULE_6__/* .shorten */ .ml)(text, SENTENCE_CHARACTERS))}`),
    ];
    if (lines.length === 0)
        return '';
    const more = lines.length - max;
    return [
        `### Branch (${lines.length})`,
        '',
        ...lines.slice(0, max),
        '',
        ...(more > 0 ? [`_And ${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .LS)(more, 'more note')}: see the results file._`, ''] : []),
    ].join('\n');
}


/***/ }),

/***/ 61653:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $: () => (/* binding */ otherProblems),
  B: () => (/* binding */ renderSummary)
});

// EXTERNAL MODULE: ./shared/problem.js
var shared_problem = __webpack_require__(85720);
// EXTERNAL MODULE: ./report/edit-problems.js
var edit_problems = __webpack_require__(76107);
// EXTERNAL MODULE: ./report/render-branch.js
var render_branch = __webpack_require__(14011);
// EXTERNAL MODULE: ./media/formats.js
var formats = __webpack_require__(92974);
// EXTERNAL MODULE: ./shared/escape-html.js
var escape_html = __webpack_require__(31944);
// EXTERNAL MODULE: ./shared/format.js
var format = __webpack_require__(19612);
// EXTERNAL MODULE: ./shared/plain-text.js
var plain_text = __webpack_require__(60295);
// EXTERNAL MODULE: ./report/branch-files.js
var branch_files = __webpack_require__(44128);
// EXTERNAL MODULE: ./report/html-in-markdown.js
var html_in_markdown = __webpack_require__(2965);
// EXTERNAL MODULE: ./report/picture-grid.js
var picture_grid = __webpack_require__(77695);
// EXTERNAL MODULE: ./report/addresses.js
var addresses = __webpack_require__(35860);
// EXTERNAL MODULE: ./report/gallery-address.js
var gallery_address = __webpack_require__(56443);
// EXTERNAL MODULE: ./shared/encode-path.js
var encode_path = __webpack_require__(32613);
// EXTERNAL MODULE: ./report/pictures-before.js
var pictures_before = __webpack_require__(80017);
;// CONCATENATED MODULE: ./report/render-pictures.js











/** Three of these fill the width that GitHub gives a summary. */
const WIDTH = 240;
const WIDTH_BEFORE = 120;
const COLUMNS = 3;
/** As much of a description as fits under a picture; the gallery has all of it. */
const ABOUT_CHARACTERS = 100;
/**
 * The pictures that this run made or adopted, as thumbnails that link to their files on the branch; empty if the branch has none
 * of them. GitHub cannot show pictures of an artifact in a summary.
 */
function renderPictures(report, max) {
    const addressOf = (0,branch_files/* createBranchAddress */.$A)(report);
    const inGallery = (0,gallery_address/* createGalleryAddress */.$)(report);
    const made = report.edits
        .filter(({ state }) => state === 'succeeded' || state === 'adopted')
        .flatMap((outcome) => {
        const address = addressOf(outcome);
        if (address === undefined)
            return [];
        const { edit } = outcome;
        const files = (0,branch_files/* filesOf */.R8)(outcome);
        return files.map((file, index) => ({
            ...{ file, id: edit.id, address: address(file), about: edit.description ?? '' },
            inGallery: inGallery(outcome),
            before: beforeOf(report, outcome, index, file),
            number: files.length === 1 ? '' : `, ${index + 1} of ${files.length}`,
        }));
    });
    if (made.length === 0 || max === 0)
        return '';
    const cells = [];
    let room = max;
    for (const picture of made) {
        // Two pictures: the old one beside the new one.
        const cost = picture.before === undefined ? 1 : 2;
        if (cost > room)
            break;
        room -= cost;
        cells.push(renderCell(picture, report.repositoryUrl));
    }
    const more = made.length - cells.length;
    const folder = (0,addresses/* linkAddress */.$)((0,branch_files/* branchFolderAddress */.Rj)(report) ?? report.repositoryUrl);
    return [
        `### Pictures (${made.length})`,
        '',
        (0,picture_grid/* renderGrid */.b)(cells, COLUMNS),
        ...(more > 0 ? [`_And ${(0,format/* plural */.LS)(more, 'more picture')}: [see the branch](${folder})._`, ''] : []),
    ].join('\n');
}
/** The picture that was in the place of this one; undefined if there was none, or the same. */
function beforeOf({ before }, { edit }, index, { sha256 }) {
    const was = before === undefined ? undefined : (0,pictures_before/* listBefore */.C)(before, edit)[index];
    return was?.sha256 === sha256 ? undefined : was;
}
function renderCell({ file, id, number, about, address, inGallery, before }, repositoryUrl) {
    const href = (0,escape_html/* escapeHtml */.Z)(address);
    const name = (0,escape_html/* escapeHtml */.Z)((0,plain_text/* toPlainLine */.Ic)(id + number));
    const text = about === '' ? '' : `<br><small>${(0,html_in_markdown/* textInMarkdown */.eY)((0,plain_text/* shorten */.ml)(about, ABOUT_CHARACTERS))}</small>`;
    const old = before === undefined ? '' : `<br>${renderBefore(before, repositoryUrl, `${name}, before`)}`;
    const caption = `${(0,html_in_markdown/* linkedCode */.nR)(id, inGallery)}${number}${text}${old}`;
    switch ((0,formats/* shownAs */.sE)(file.type)) {
        case 'picture':
            return `${(0,picture_grid/* linkedPicture */.a)(href, `${href}?raw=true`, WIDTH, name)}<br>${caption}`;
        case 'video':
            return `<a href="${href}">▶ Video</a><br>${caption}`;
        case 'link':
            return `<a href="${href}">${formats/* FORMATS */.hR[file.type].name}</a><br>${caption}`;
    }
}
function renderBefore({ path, commit }, repositoryUrl, name) {
    const href = (0,escape_html/* escapeHtml */.Z)(`${repositoryUrl}/blob/${commit}/${(0,encode_path/* encodePath */.O)(path)}`);
    return `<small>Before:</small> ${(0,picture_grid/* linkedPicture */.a)(href, `${href}?raw=true`, WIDTH_BEFORE, name)}`;
}

// EXTERNAL MODULE: ./report/refusal.js
var refusal = __webpack_require__(248);
// EXTERNAL MODULE: ./report/spec-order.js
var spec_order = __webpack_require__(74412);
// EXTERNAL MODULE: ./shared/duration.js
var duration = __webpack_require__(42403);
// EXTERNAL MODULE: ./shared/escape-markdown.js
var escape_markdown = __webpack_require__(67456);
// EXTERNAL MODULE: ./report/decide-outcome.js
var decide_outcome = __webpack_require__(81435);
// EXTERNAL MODULE: ./report/summary-totals.js
var summary_totals = __webpack_require__(32290);
;// CONCATENATED MODULE: ./report/summary-rows.js









/** A table with more rows than this is collapsed. */
const OPEN_ROWS = 40;
/** The table of all edits: `full` with descriptions and files, `short` without. */
function renderEditRows(report, form) {
    const { edits, delivery } = report;
    if (edits.length === 0)
        return '';
    const full = form === 'full';
    // A label for the artifact's URL, so that thousands of rows do not repeat it.
    const linked = delivery.kind === 'artifact';
    const onBranch = (0,branch_files/* createBranchAddress */.$A)(report);
    const inGallery = (0,gallery_address/* createGalleryAddress */.$)(report);
    const head = full
        ? ['| Edit | State | Files | Size | Time | Cost |', '| --- | --- | --- | --- | ---: | ---: |']
        : ['| Edit | State | Size | Time | Cost |', '| --- | --- | --- | ---: | ---: |'];
    const table = [
        ...head,
        ...edits.map((outcome) => full ? fullRow(outcome, onBranch(outcome), inGallery(outcome), linked) : shortRow(outcome)),
        '',
    ];
    const label = linked && full ? [`[artifact]: ${(0,addresses/* linkAddress */.$)(delivery.url)}`, ''] : [];
    const heading = `### All edits (${edits.length})`;
    return edits.length <= OPEN_ROWS
        ? [heading, '', ...table, ...label].join('\n')
        : [
            '<details>',
            `<summary>All ${(0,format/* plural */.LS)(edits.length, 'edit')}</summary>`,
            '',
            ...table,
            '</details>',
            '',
            ...label,
        ].join('\n');
}
/** Files link to the branch if it has them, otherwise to the artifact if this run made them. */
function fullRow(outcome, onBranch, inGallery, inArtifact) {
    const { edit, state, files } = outcome;
    const names = (0,branch_files/* filesOf */.R8)(outcome).map((file) => {
        const name = (0,escape_markdown/* markdownCode */.D9)(file.path);
        if (onBranch !== undefined)
            return `[${name}](${(0,addresses/* linkAddress */.$)(onBranch(file))})`;
        return inArtifact && files.length > 0 ? `[${name}][artifact]` : name;
    });
    const why = (0,decide_outcome/* isSkippedOnPurpose */.mg)(outcome) && edit.action.kind === 'skip'
        ? `: ${(0,escape_markdown/* escapeMarkdown */.FV)((0,plain_text/* shorten */.ml)(edit.action.reason, 80))}`
        : '';
    // A picture above the table has its description already.
    const isShown = state === 'succeeded' && onBranch !== undefined;
    const about = edit.description === undefined || isShown ? '' : `<br>${(0,escape_markdown/* escapeMarkdown */.FV)((0,plain_text/* shorten */.ml)(edit.description, 80))}`;
    const id = (0,escape_markdown/* markdownCode */.D9)(edit.id);
    return row([
        `${inGallery === undefined ? id : `[${id}](${(0,addresses/* linkAddress */.$)(inGallery)})`}${about}`,
        `${(0,summary_totals/* capital */.Nx)(state)}${why}`,
        names.join('<br>'),
        ...facts(outcome),
    ]);
}
function shortRow(outcome) {
    return row([(0,escape_markdown/* markdownCode */.D9)(outcome.edit.id), (0,summary_totals/* capital */.Nx)(outcome.state), ...facts(outcome)]);
}
function facts(outcome) {
    const { edit, timings, costUsd } = outcome;
    const [first] = (0,branch_files/* filesOf */.R8)(outcome);
    const { width, height } = first?.width !== undefined ? first : (edit.size ?? {});
    return [
        width === undefined || height === undefined ? '' : `${width}×${height}`,
        timings.totalMs === undefined ? '' : (0,escape_markdown/* unbroken */.D_)((0,duration/* formatDuration */.a3)(timings.totalMs)),
        costUsd === undefined ? '' : (0,escape_markdown/* unbroken */.D_)((0,format/* formatUsd */.UK)(costUsd)),
    ];
}
function row(cells) {
    return `| ${cells.join(' | ')} |`;
}

// EXTERNAL MODULE: ./report/summary-attention.js
var summary_attention = __webpack_require__(34691);
// EXTERNAL MODULE: ./report/summary-next-steps.js
var summary_next_steps = __webpack_require__(13850);
;// CONCATENATED MODULE: ./report/render-summary.js










/** Everyone who opens the summary loads each picture at full size. These are twelve rows; the branch shows all. */
const MAX_PICTURES = 36;
/** From every detail down to nothing but the totals. The first form that fits is used. */
const LADDER = [
    { rows: 'full', maxFailures: Infinity, maxProblems: Infinity, maxPictures: MAX_PICTURES },
    { rows: 'short', maxFailures: Infinity, maxProblems: Infinity, maxPictures: MAX_PICTURES },
    { rows: 'short', maxFailures: 300, maxProblems: 100, maxPictures: MAX_PICTURES },
    { rows: 'none', maxFailures: 300, maxProblems: 100, maxPictures: MAX_PICTURES },
    { rows: 'none', maxFailures: 50, maxProblems: 20, maxPictures: 12 },
    { rows: 'none', maxFailures: 0, maxProblems: 0, maxPictures: 0 },
];
/** GitHub drops a whole summary that is over 1,048,576 bytes; the rest is room for what else the step may add. */
const DEFAULT_CAP_BYTES = 1_000_000;
/**
 * The job summary in GitHub Markdown: headline, totals, what went wrong and what to do, a row for each edit.
 * It becomes shorter until it fits into `capBytes` of UTF-8: below about 2 KB only the headline may be left, and
 * below that nothing.
 */
function renderSummary(reported, capBytes = DEFAULT_CAP_BYTES) {
    const report = { ...reported, edits: (0,spec_order/* inSpecOrder */.p)(reported.edits) };
    for (const form of LADDER) {
        const text = renderForm(report, form);
        if (Buffer.byteLength(text) <= capBytes)
            return text;
    }
    const headline = (0,summary_totals/* renderHeadline */.Lf)(report);
    return Buffer.byteLength(headline) <= capBytes ? headline : '';
}
function renderForm(report, { rows, maxFailures, maxProblems, maxPictures }) {
    return [
        (0,summary_totals/* renderHeadline */.Lf)(report),
        (0,refusal/* renderRefusal */.$)(report),
        (0,summary_totals/* renderTotals */._R)(report),
        (0,render_branch/* renderBranch */.J)(report),
        (0,summary_attention/* renderFailures */.S)((0,refusal/* listJudged */.u)(report), maxFailures),
        (0,summary_next_steps/* renderNextSteps */.t)({ ...report, edits: (0,refusal/* listJudged */.u)(report) }),
        renderPictures(report, maxPictures),
        (0,render_branch/* renderBranchNotes */.C)(report.branch, maxProblems),
        (0,summary_attention/* renderProblems */.x)(otherProblems(report), maxProblems),
        rows === 'none' ? LEFT_OUT : renderEditRows(report, rows),
    ]
        .filter((part) => part !== '')
        .join('\n');
}
/** All problems except those that are above or in the table of failures already; each once. */
function otherProblems({ problems, edits, refusal }) {
    const above = refusal === undefined ? [] : [refusal];
    const listed = new Set([...above, ...(0,edit_problems/* editFailures */.Y2)(edits)].map(shared_problem/* formatProblem */.Vw));
    const others = [...problems, ...(0,edit_problems/* editWarnings */.mU)(edits)].filter((problem) => !listed.has((0,shared_problem/* formatProblem */.Vw)(problem)));
    return [...new Map(others.map((problem) => [(0,shared_problem/* formatProblem */.Vw)(problem), problem])).values()];
}
const LEFT_OUT = '_There are too many edits to list here. All of them are in the results file and the gallery._\n';


/***/ }),

/***/ 74412:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ inSpecOrder)
/* harmony export */ });
/* harmony import */ var _shared_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85720);

/**
 * Edits in the order of the spec, in which people look for them; edits of one matrix keep their order. A run makes them
 * in the plan's order instead: each after those it needs.
 */
function inSpecOrder(edits) {
    return edits.toSorted(({ edit: { at: a } }, { edit: { at: b } }) => (0,_shared_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .compareInFile */ .V)(a, b));
}


/***/ }),

/***/ 13850:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ renderNextSteps)
/* harmony export */ });
/* harmony import */ var _shared_format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19612);
/* harmony import */ var _decide_advice_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(10811);


/** The order in which it is given. */
const ADVICE = [
    'fix',
    'fetch-again',
    'look-up',
    'check-submit',
    'check-request',
    'bring',
    'collect',
    'other-run',
    'other-jobs',
    'run-again',
    'unblock',
];
/** What to do about each edit that has no pictures, one line for each kind of advice; empty if there are none. */
function renderNextSteps({ edits, keepsRecord }) {
    const given = edits.map(_decide_advice_js__WEBPACK_IMPORTED_MODULE_0__/* .decideAdvice */ .p);
    const lines = ADVICE.flatMap((advice) => {
        const count = given.filter((each) => each === advice).length;
        return count === 0 ? [] : [`- ${describeAdvice(advice, count, keepsRecord)}`];
    });
    return lines.length === 0 ? '' : ['### What to do next', '', ...lines, ''].join('\n');
}
function describeAdvice(advice, count, keepsRecord) {
    const edits = (0,_shared_format_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(count, 'edit');
    const it = count === 1 ? 'it' : 'them';
    switch (advice) {
        case 'fix':
            return `**${edits} failed:** fix the cause in the table above, then run again. The next run sends ${it} again and pays for what the service makes.`;
        case 'fetch-again': {
            const next = keepsRecord
                ? `run again: the next run fetches the pictures without paying again.`
                : 'keep the request ids above: you can read the results with them. A new run sends and pays again.';
            return `**${edits} failed after the service accepted ${it}:** ${next}`;
        }
        case 'look-up':
            return `**${edits} failed after the service made ${it}:** the pictures can no longer be fetched. Look for the request ids above on RunComfy${describeConsent(it, keepsRecord)}`;
        case 'check-submit':
            return `**${edits} unknown:** the service may have accepted ${it}, and then it charges as usual. Look at your requests on RunComfy${describeConsent(it, keepsRecord)}`;
        case 'check-request':
            return `**${edits} unknown:** the service accepted ${it} and may have charged, but no longer knows the request. Look for the request ids above on RunComfy${describeConsent(it, keepsRecord)}`;
        case 'bring':
            return `**${edits} pending:** the pictures exist, and are not on the branch yet. Run again: the next run brings ${it} there, at no cost.`;
        case 'collect': {
            const next = keepsRecord
                ? `Run again: the next run collects ${it} without paying again.`
                : 'Keep the request ids above: you can read the results with them. A new run sends and pays again.';
            return `**${edits} pending:** the service accepted ${it} and charges as usual. ${next} To give edits more time, raise \`timeout\`.`;
        }
        case 'other-run':
            return `**${edits} in another run:** that run may have sent ${it}. Run again when it has ended: nothing is paid for twice.`;
        case 'other-jobs':
            return `**${edits} pending:** no job of the plan made ${it}. The table above says why, and what to run again: nothing is paid for twice.`;
        case 'run-again':
            return `**${edits} cancelled:** nothing is charged. Run again to have ${it} made.`;
        case 'unblock':
            return `**${edits} skipped:** nothing was sent, and nothing is charged. See the reason in the table above, and run again when it no longer applies.`;
    }
}
function describeConsent(it, keepsRecord) {
    return keepsRecord
        ? `. The action never sends ${it} again without your consent: to have ${it} made, and maybe pay twice, run with \`on-unknown: resubmit\`.`
        : ' before you run again.';
}


/***/ }),

/***/ 7921:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $: () => (/* binding */ nameSpec),
  G: () => (/* binding */ postComment)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./shared/inside.js
var inside = __webpack_require__(19391);
// EXTERNAL MODULE: ./shared/deadline.js
var deadline = __webpack_require__(56927);
// EXTERNAL MODULE: ./shared/retry.js
var retry = __webpack_require__(51049);
// EXTERNAL MODULE: ./shared/commit-name.js
var commit_name = __webpack_require__(48588);
// EXTERNAL MODULE: ./report/comment/comment-body.js
var comment_body = __webpack_require__(59684);
;// CONCATENATED MODULE: ./run/comment/place-comment.js


/** Finds the comment again with each try: the last one may have written it, and only its answer was lost. */
async function placeComment(ref, key, text, comments, history, signal) {
    const found = await findPull(ref, comments, signal);
    if (!found.ok)
        return found;
    const pull = found.value;
    if (pull === undefined) {
        const commit = 'sha' in ref ? (0,commit_name/* shortCommit */.Ax)(ref.sha) : '';
        return { ok: true, value: { kind: 'no-pull', why: `no open pull request has ${commit} as its head` } };
    }
    const self = await comments.self(signal);
    if (!self.ok)
        return self;
    const isOwn = (each) => (0,comment_body/* isOwnComment */._)(each, self.value, key);
    return await write({ pull, key, isOwn, text }, comments, history, signal);
}
/** Writes over the comment that is there, or creates one. */
async function write(wanted, comments, history, signal) {
    const { pull, key, isOwn, text } = wanted;
    const last = history.hasCreated
        ? await keepOldest(pull, isOwn, comments, signal)
        : await comments.find(pull, isOwn, signal);
    if (!last.ok)
        return last;
    const body = (0,comment_body/* composeComment */.S)(key, last.value?.body, text);
    if (body === undefined)
        return {
            ok: false,
            error: {
                kind: 'refused',
                why: 'its shortest form and what people wrote beside it are longer than GitHub allows',
            },
        };
    if (last.value?.body === body)
        return { ok: true, value: { kind: 'posted', pull, url: history.url } };
    if (last.value === undefined) {
        // GitHub may not list at once what was just written.
        if (history.url !== undefined)
            return { ok: true, value: { kind: 'posted', pull, url: history.url } };
        history.hasCreated = true;
        const created = await comments.create(pull, body, signal);
        if (!created.ok)
            return created;
        history.url = created.value;
        return await write(wanted, comments, history, signal);
    }
    const written = await comments.update(last.value.id, body, signal);
    return written.ok ? { ok: true, value: { kind: 'posted', pull, url: written.value } } : written;
}
/**
 * Another run, on the same push, say, may have created a comment at the same moment: of all that are there, each of the runs
 * keeps the oldest one. Gives that one.
 */
async function keepOldest(pull, isOwn, comments, signal) {
    const all = await comments.findAll(pull, isOwn, signal);
    if (!all.ok)
        return all;
    const [oldest, ...others] = all.value;
    for (const { id } of others) {
        const removed = await comments.remove(id, signal);
        if (!removed.ok)
            return removed;
    }
    return { ok: true, value: oldest };
}
async function findPull(ref, comments, signal) {
    return 'number' in ref ? { ok: true, value: ref.number } : await comments.findPull(ref, signal);
}

;// CONCATENATED MODULE: ./run/comment/post-comment.js
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





/** Nothing waits for a comment but the end of the step. */
const LIMIT_MS = 60_000;
const MOST_TRIES = 3;
const PAUSE_MS = 2000;
/** The spec's path from the workspace, however the input spells it. */
function nameSpec(spec, workspace) {
    return (0,inside/* relativeTo */.Mf)(workspace, external_node_path_.resolve(workspace, spec));
}
/** Writes the comment of this spec and job on the pull request that the event is about: a new one, or over the last one. */
async function postComment(text, { githubToken, spec, destination }, world) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { clock, log, stop, job, workspace } = world;
        const { name, pull, ranFor, origin } = await world.readEvent();
        const ref = pull ?? ranFor;
        if (ref === undefined)
            return { kind: 'no-pull', why: `the event \`${name}\` is not about a pull request` };
        if (githubToken === '')
            return { kind: 'not-posted', reason: { kind: 'no-token' } };
        const limit = __addDisposableResource(env_1, (0,deadline/* startDeadline */.d)(clock, LIMIT_MS, 'the comment', stop), false);
        const comments = world.pullComments(githubToken);
        const history = { hasCreated: false };
        const placed = await (0,retry/* retry */.L)(async (tries) => {
            const result = await placeComment(ref, { spec: nameSpec(spec, workspace), workflow: job.workflow, job: job.name, destination }, text, comments, history, limit.signal);
            const isLast = tries >= MOST_TRIES || limit.signal.aborted;
            if (result.ok || result.error.kind !== 'failed' || isLast)
                return { kind: 'done', value: result };
            const waitMs = result.error.retryAfterMs ?? PAUSE_MS * tries;
            log.info((0,retry/* describeRetry */.e)(`Could not comment: ${result.error.why}`, waitMs));
            return { kind: 'again', value: result, waitMs };
        }, { clock, signal: limit.signal });
        if (placed.ok) {
            if (placed.value.kind === 'posted')
                log.info(describePosted(placed.value));
            return placed.value;
        }
        const { kind, why } = placed.error;
        // On other events of a fork, the job has the rights that its workflow gives it.
        const isFork = origin.kind === 'fork' && name.startsWith('pull_request') && name !== 'pull_request_target';
        return {
            kind: 'not-posted',
            reason: kind === 'denied' ? { kind, why, isFork } : { kind: 'failed', why },
        };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        __disposeResources(env_1);
    }
}
function describePosted({ pull, url }) {
    return url === undefined
        ? `The comment on pull request ${pull} says the same already.`
        : `The comment on pull request ${pull} is up to date: ${url}`;
}


/***/ })

};
