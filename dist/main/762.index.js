export const id = 762;
export const ids = [762];
export const modules = {

/***/ 20762:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  findDeviations: () => (/* binding */ findDeviations)
});

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./plan/outputs.js
var outputs = __webpack_require__(56987);
// EXTERNAL MODULE: ./plan/review/find-blocked.js
var find_blocked = __webpack_require__(72578);
// EXTERNAL MODULE: ./plan/review/review-plan.js + 5 modules
var review_plan = __webpack_require__(49765);
// EXTERNAL MODULE: ./plan/review/name-reference.js
var name_reference = __webpack_require__(19907);
// EXTERNAL MODULE: ./shared/format.js
var format = __webpack_require__(19612);
// EXTERNAL MODULE: ./shared/problem.js
var problem = __webpack_require__(85720);
// EXTERNAL MODULE: ./ledger/life/change-entry.js
var change_entry = __webpack_require__(23693);
;// CONCATENATED MODULE: ./report/plan/find-sent-since.js

/**
 * Whether an edit that would be sent was already sent after its plan was made: then the plan is used up as far as this
 * edit goes, and sending it once more is not what was approved. Undefined if it was not; pure.
 */
function findSentSince({ id, action, fingerprint }, createdAt, recorded) {
    if (action.kind !== 'submit')
        return undefined;
    const atMs = Date.parse(createdAt);
    const own = recorded?.lock.edits.get(id);
    const requests = [
        ...(own?.fingerprint === fingerprint && Date.parse(own.submittedAt) > atMs ? [own.requestId] : []),
        ...action.over.flatMap((entry) => (0,change_entry/* hasAnswer */.H1)(entry) && entry.submittedAtMs > atMs ? [entry.requestId] : []),
    ];
    const [request] = requests;
    return request === undefined
        ? undefined
        : `it was already sent after the plan was made (request ${request}), and would be sent again`;
}

;// CONCATENATED MODULE: ./report/plan/find-deviations.js








/**
 * What a run would do in another way than an approved plan says; pure. Empty if each edit that the plan sends is sent now
 * or is already paid for, and nothing else is sent, brought to the branch, renamed or removed.
 */
function findDeviations(approved, now) {
    const whole = describeOther(approved, now);
    if (whole.length > 0)
        return whole.map((why) => ({ why }));
    const blocked = (0,find_blocked/* findBlocked */.g)(now.edits);
    const planned = new Map(approved.edits.map((edit) => [edit.id, edit]));
    const present = new Set(now.edits.map(({ id }) => id));
    const isRemovedAsPlanned = new Set(approved.orphaned.flatMap(({ id, isRemoved }) => (isRemoved ? [id] : [])));
    return [
        ...now.edits.flatMap((edit) => {
            const why = blocked.has(edit.id) ? undefined : judgeEdit(edit, planned.get(edit.id), approved, now);
            return why === undefined ? [] : [{ edit: edit.id, at: edit.at, why }];
        }),
        ...approved.edits
            .filter(({ id, action }) => action === 'submit' && !present.has(id))
            .map(({ id }) => ({ edit: id, why: 'it was to be sent and is no longer part of the run' })),
        ...now.removed
            .filter((id) => !isRemovedAsPlanned.has(id))
            .map((id) => ({ edit: id, why: 'its files would be removed from the branch' })),
    ];
}
/** Why the plan is not for this run at all. */
function describeOther(approved, now) {
    const errors = (0,problem/* listErrors */.Gr)(approved.problems).length;
    const differs = (what, then, today) => then === today ? [] : [`the plan is for ${what} \`${then}\`, and this run is for \`${today}\``];
    return [
        ...(errors > 0 ? [`the plan has ${(0,format/* plural */.LS)(errors, 'error')}`] : []),
        ...differs('the spec', approved.spec.path, now.spec),
        ...differs('the destination', approved.destination, now.destination),
    ];
}
function judgeEdit(edit, then, approved, { recorded, leavesOut }) {
    const { kind } = edit.action;
    if (then === undefined)
        return isActedOn(edit) ? 'it is not in the plan' : undefined;
    const isToSend = then.action === 'submit';
    // What another run works on is sent by this one only if the plan says so; see `listApproved`.
    if (!isToSend && kind !== 'submit')
        return judgeUnsent(edit, then);
    if (kind === 'skip')
        return `it was to be sent, and is left out: ${edit.action.reason}`;
    if (contentOf(edit) !== then.fingerprint)
        return describeOtherContent(edit, then);
    if (!isToSend)
        return leavesOut ? undefined : describeNewSend(then);
    return judgeOutput(edit, then) ?? findSentSince(edit, approved.createdAt, recorded);
}
/** An edit that is not sent, neither by the plan nor now: its pictures may still be brought, moved or removed. */
function judgeUnsent(edit, then) {
    const { action, fingerprint } = edit;
    const { status } = then;
    if (isActedOn(edit) && fingerprint !== then.fingerprint)
        return describeOtherContent(edit, then);
    if (action.kind === 'adopt' && status.kind === 'adopted' && action.on.branch !== status.branch)
        return `its pictures would be copied from branch \`${action.on.branch}\`, and not from \`${status.branch}\``;
    return judgeOutput(edit, then);
}
/** Whether anything comes of the edit: not if it is unchanged or left out. */
function isActedOn(edit) {
    switch (edit.action.kind) {
        case 'skip':
        case 'hold':
            return false;
        case 'unchanged':
        case 'aside':
            return !(0,outputs/* isUntouched */.O2)(edit);
        case 'submit':
        case 'collect':
        case 'other-run':
        case 'share':
        case 'adopt':
            return true;
    }
}
function judgeOutput({ output, action }, then) {
    if (action.kind === 'skip' || action.kind === 'hold' || output === then.output)
        return undefined;
    return `its pictures would be saved as \`${output}\`, and not as \`${then.output}\``;
}
/** The fingerprint of the pictures that the edit will have. */
function contentOf({ action, fingerprint }) {
    return action.kind === 'unchanged' ? action.entry.fingerprint : fingerprint;
}
function describeNewSend({ action }) {
    switch (action) {
        case 'unchanged':
        case 'aside':
            return 'it would be sent, and its pictures were unchanged in the plan';
        case 'adopt':
            return 'it would be sent, and its pictures were to be adopted in the plan';
        case 'collect':
            return 'it would be sent, and it was paid for already in the plan';
        case 'other-run':
            return 'it would be sent, because the run that worked on it has ended without sending it';
        case 'hold':
            return 'it would be sent, and it was on hold in the plan';
        case 'share':
        case 'skip':
        case 'submit':
            return 'it would be sent, and it was not to be sent in the plan';
    }
}
/** What of the request is another one than in the plan. */
function describeOtherContent(edit, then) {
    const names = (references) => references.join('\n');
    const differs = [
        ...(edit.prompt === then.prompt ? [] : ['prompt']),
        ...(edit.model === then.model ? [] : ['model']),
        ...(edit.size?.wire === then.size ? [] : ['size']),
        ...((0,external_node_util_.isDeepStrictEqual)((0,review_plan/* describeOptions */.c)(edit.options), then.options ?? {}) ? [] : ['options']),
        ...(names(edit.images.map((image) => (0,name_reference/* describeReference */.P5)((0,name_reference/* nameImage */.Pe)(image)))) ===
            names(then.references.map(name_reference/* describeReference */.P5))
            ? []
            : ['references']),
    ];
    const what = differs.length > 0 ? differs.join(', ') : 'content of a reference, or a setting';
    return `it is not what was planned (changed: ${what})`;
}


/***/ })

};
