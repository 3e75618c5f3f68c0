export const id = 319;
export const ids = [319];
export const modules = {

/***/ 22822:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ checkOrigin)
/* harmony export */ });
/**
 * Refuses to work on code of a fork: anyone who can open a pull request would decide what is paid for with the API token,
 * and what is pushed. Undefined if the code is the repository's own, or if the input `allow-forks` permits it.
 */
async function checkOrigin({ allowForks, githubToken }, world, signal) {
    if (allowForks)
        return undefined;
    const { name, origin } = await world.readEvent();
    const whose = origin.kind === 'pull-request'
        ? await world.github(githubToken).originOfPull(origin.number, signal)
        : origin;
    const why = describeForeign(whose);
    if (why === undefined)
        return undefined;
    const message = `Nothing was sent: the event \`${name}\` runs on ${why}, and its code would decide what is paid for with your API token and what is pushed. ` +
        'Review the code, then run the workflow on a branch of this repository, or set `allow-forks: true`.';
    return { severity: 'error', message };
}
function describeForeign(origin) {
    switch (origin.kind) {
        case 'own':
            return undefined;
        case 'fork':
            return origin.repository === undefined ? 'a fork that was deleted' : `the fork ${origin.repository}`;
        case 'pull-request':
            return `pull request ${origin.number}, which may come from a fork (give the job \`permissions: pull-requests: read\` to find out)`;
        case 'unknown':
            return 'a pull request that may come from a fork (the event file does not say)';
    }
}


/***/ }),

/***/ 46399:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ readApprovedPlan)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _report_plan_plan_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92218);
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
    return (0,_report_plan_plan_file_js__WEBPACK_IMPORTED_MODULE_2__/* .parsePlanFile */ .FU)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, 'utf8'), planFile);
}
/** Why the file is not read. A link could lead to any file of the runner, and a message could then show a part of it. */
async function findFault(file) {
    try {
        const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(file);
        if (found.isSymbolicLink())
            return 'which is a symbolic link';
        if (!found.isFile())
            return 'which is not a file';
        return found.size > _report_plan_plan_file_js__WEBPACK_IMPORTED_MODULE_2__/* .MOST_PLAN_BYTES */ .ui
            ? `which has ${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatBytes */ .z3)(found.size)}, and at most ${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatBytes */ .z3)(_report_plan_plan_file_js__WEBPACK_IMPORTED_MODULE_2__/* .MOST_PLAN_BYTES */ .ui)} are read`
            : undefined;
    }
    catch (error) {
        return error.code === 'ENOENT'
            ? 'which does not exist'
            : `which cannot be read: ${(0,_shared_describe_error_js__WEBPACK_IMPORTED_MODULE_4__/* .describeError */ .U)(error)}`;
    }
}


/***/ }),

/***/ 319:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./report/decide-outcome.js
var decide_outcome = __webpack_require__(81435);
// EXTERNAL MODULE: ./shared/deadline.js
var shared_deadline = __webpack_require__(56927);
// EXTERNAL MODULE: ./plan/decide-aside.js
var decide_aside = __webpack_require__(96580);
// EXTERNAL MODULE: ./shared/describe-error.js
var describe_error = __webpack_require__(82129);
// EXTERNAL MODULE: ./shared/or-aborted.js
var or_aborted = __webpack_require__(56268);
// EXTERNAL MODULE: ./shared/retry.js
var retry = __webpack_require__(51049);
// EXTERNAL MODULE: ./shared/retry-delay.js
var retry_delay = __webpack_require__(31171);
;// CONCATENATED MODULE: ./deliver/artifact/artifact-name.js
/** A matrix has at most 256 jobs (GitHub's documented limit), and each of them may ask for the same name. */
const MOST_JOBS = 256;
/**
 * The names to try for an artifact, in order. A name is taken for the whole run, re-runs and other jobs
 * included, so a re-run adds its attempt; the number behind it finds the next free name among matrix jobs.
 */
function artifactNames(name, attempt, tries = MOST_JOBS + 1) {
    const own = attempt > 1 ? `${name}-attempt-${attempt}` : name;
    return [own, ...Array.from({ length: tries - 1 }, (_, index) => `${own}-${index + 2}`)];
}

;// CONCATENATED MODULE: ./deliver/artifact/find-artifact-fault.js
/**
 * Why the artifact service cannot accept anything from this step, as far as the runner's environment shows; undefined
 * if it seems to be available. These are the conditions of `@actions/artifact`, which checks them only when it uploads.
 */
function findArtifactFault(env, serverUrl) {
    const host = URL.parse(serverUrl)?.hostname ?? '';
    // GitHub Enterprise Server has an older artifact service, and other servers have none of this kind.
    if (host !== 'github.com' && !/\.(?:ghe\.com|localhost)$/i.test(host))
        return `${host === '' ? serverUrl : host} does not take artifacts of this kind: only github.com and ghe.com do`;
    const missing = ['ACTIONS_RUNTIME_TOKEN', 'ACTIONS_RESULTS_URL'].filter((name) => !env[name]);
    if (missing.length > 0)
        return `${missing.join(' and ')} not set, as only the runner of a workflow does`;
    return mayWriteResults(env['ACTIONS_RUNTIME_TOKEN'] ?? '')
        ? undefined
        : 'ACTIONS_RUNTIME_TOKEN does not permit it (it has no scope `Actions.Results`)';
}
/** Whether the scopes of a runner's token (a JWT) name the run and the job that artifacts belong to. */
function mayWriteResults(token) {
    const [, body = ''] = token.split('.');
    let claims;
    try {
        claims = JSON.parse(Buffer.from(body, 'base64url').toString());
    }
    catch {
        return false;
    }
    const scopes = typeof claims === 'object' && claims !== null && 'scp' in claims ? claims.scp : '';
    return typeof scopes === 'string' && /(?:^| )Actions\.Results:[^: ]+:[^: ]+(?: |$)/.test(scopes);
}

;// CONCATENATED MODULE: ./deliver/artifact/judge-upload-error.js

/** Codes of `node:net`, most of which make the client give up at once, and its own words for a dead connection. */
const PASSING = /\b(ECONNRESET|ECONNREFUSED|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH|EAI_AGAIN|EPIPE|REQUEST_SEND_ERROR)\b|Upload progress stalled|Failed to make request after \d+ attempts|socket hang up/;
/** Reads the client's error, which can be recognized only by its words: it wraps its own errors in plain ones. */
function judgeUploadError(error) {
    const code = error instanceof Error && 'code' in error ? ` ${String(error.code)}` : '';
    const reason = (0,describe_error/* describeError */.U)(error);
    if (/\(409\)|already exists/.test(reason))
        return { kind: 'taken' };
    if (PASSING.test(`${reason}${code}`))
        return { kind: 'again', reason };
    return { kind: 'final', reason };
}

// EXTERNAL MODULE: ./shared/collect-garbage.js
var collect_garbage = __webpack_require__(52623);
;// CONCATENATED MODULE: ./deliver/artifact/sweep-while.js

const SWEEP_EVERY_MS = 20;
/**
 * Keeps the process small while `work` streams data that is invisible from here, and returns what `work` returns. The
 * artifact client makes a process grow by 100 MB, mostly dead buffers; with this, by 35 MB.
 */
async function sweepWhile(work, clock) {
    const collector = (0,collect_garbage/* createGarbageCollector */.R)();
    const done = new AbortController();
    const sweeping = (async () => {
        collector.shrink();
        while (!done.signal.aborted) {
            // The end of the work ends the sleep as well; it rejects then.
            await clock.sleep(SWEEP_EVERY_MS, done.signal).catch(() => undefined);
            collector.sweep();
        }
    })();
    try {
        return await work;
    }
    finally {
        done.abort();
        await sweeping;
    }
}

;// CONCATENATED MODULE: ./deliver/artifact/artifact.js








const TRIES = 6;
/**
 * Uploads files as one artifact of the run, under the next free name. Never throws: if it cannot be done, the delivery
 * says why, and where the files are.
 */
async function deliverArtifact(request, deps) {
    const { folder } = request;
    const fault = findArtifactFault(deps.env, deps.serverUrl);
    if (fault !== undefined) {
        const message = `The pictures could not be uploaded: ${fault}. They stay in ${folder} until the job ends.`;
        return { kind: 'failed', message, folder };
    }
    try {
        // Loaded here: it is most of the bundle, and a run that delivers nothing never needs it.
        const { DefaultArtifactClient } = await Promise.all(/* import() */[__webpack_require__.e(789), __webpack_require__.e(361), __webpack_require__.e(165)]).then(__webpack_require__.bind(__webpack_require__, 35165));
        const uploading = uploadUnderFreeName(new DefaultArtifactClient(), request, deps);
        return await sweepWhile((0,or_aborted/* orAborted */.H)(uploading, deps.signal), deps.clock);
    }
    catch (error) {
        const message = `The pictures could not be uploaded: ${explain(error)}. They stay in ${folder} until the job ends.`;
        return { kind: 'failed', message, folder };
    }
}
async function uploadUnderFreeName(client, request, { clock, random, log, signal }) {
    const names = artifactNames(request.name, request.run.attempt).values();
    let name = names.next().value;
    const uploaded = await (0,retry/* retry */.L)(async (tries) => {
        while (name !== undefined) {
            try {
                return { kind: 'done', value: { ok: true, value: await upload(client, name, request) } };
            }
            catch (error) {
                const verdict = judgeUploadError(error);
                if (verdict.kind === 'final' || (verdict.kind === 'again' && tries === TRIES))
                    throw error;
                if (verdict.kind === 'again') {
                    const waitMs = (0,retry_delay/* retryDelayMs */.q)(tries, random);
                    log.info((0,retry/* describeRetry */.e)(`The upload failed: ${verdict.reason}`, waitMs));
                    return { kind: 'again', value: { ok: false, error }, waitMs };
                }
                const next = names.next().value;
                const then = next === undefined ? '' : `; trying ${next}`;
                log.info(`The artifact name ${name} is taken in this run${then}.`);
                name = next;
            }
        }
        throw new Error(`no name like ${request.name} is free in this run`);
    }, { clock, signal });
    if (!uploaded.ok)
        throw uploaded.error;
    return uploaded.value;
}
/** Throws the errors of the client. */
async function upload(client, name, { folder, files, retentionDays, run }) {
    const uploaded = await client.uploadArtifact(name, [...files], folder, {
        // Pictures are already compressed: deflating them again takes three times as long and saves nothing.
        compressionLevel: 0,
        ...(retentionDays !== undefined && { retentionDays }),
    });
    const { id, size: bytes, digest } = uploaded;
    if (id === undefined || bytes === undefined || digest === undefined)
        throw new Error('the artifact service did not say which artifact it made');
    const url = `${run.runUrl}/artifacts/${id}`;
    return { kind: 'artifact', name, id, url, digest: `sha256:${digest}`, bytes, files: files.length };
}
function explain(error) {
    // The client's own words name package versions instead of the cause.
    return error instanceof Error && error.name === 'GHESNotSupportedError'
        ? 'GitHub Enterprise Server (GHES) does not take artifacts of this kind'
        : (0,describe_error/* describeError */.U)(error);
}

// EXTERNAL MODULE: ./shared/map-values.js
var map_values = __webpack_require__(99864);
// EXTERNAL MODULE: ./media/formats.js
var formats = __webpack_require__(92974);
// EXTERNAL MODULE: ./shared/without-extension.js
var without_extension = __webpack_require__(44303);
;// CONCATENATED MODULE: ./pictures/rendition-files.js


const FORMAT_TYPES = {
    avif: 'image/avif',
    webp: 'image/webp',
    jpeg: 'image/jpeg',
    png: 'image/png',
};
/**
 * The files of a set for an original at `path` (with extension): each width in each format. A width above the original's
 * gives the original's, once; nothing is enlarged.
 */
function listRenditions(path, original, set) {
    const widest = widestOf(original, set);
    const widths = [...new Set(set.widths.map((width) => Math.min(width, widest)))];
    const stem = `${(0,without_extension/* withoutExtension */.w)(path)}${set.isNamed ? `-${set.name}` : ''}`;
    return widths.flatMap((width) => set.formats.map((format) => {
        const type = FORMAT_TYPES[format];
        const height = heightOf(width, original, set);
        return { path: `${stem}-${width}w.${(0,formats/* fileExtension */.i_)(type)}`, type, width, height };
    }));
}
/** Whether a path is one that a rendition of the picture at `original` may have, by a set of this name. */
function isRenditionOf(path, original, set) {
    const stem = (0,without_extension/* withoutExtension */.w)(original);
    if (!path.startsWith(`${stem}-`))
        return false;
    const rest = path.slice(stem.length);
    const unnamed = rest.startsWith(`-${set}-`) ? rest.slice(set.length + 1) : rest;
    return /^-\d+w\.\w+$/.test(unnamed);
}
function widestOf({ width, height }, { crop }) {
    if (crop === undefined)
        return width;
    const byHeight = Math.max(1, Math.round((height * crop.width) / crop.height));
    return crop.fit === 'cover' ? Math.min(width, byHeight) : Math.max(width, byHeight);
}
function heightOf(width, original, { crop }) {
    const ratio = crop === undefined ? original.height / original.width : crop.height / crop.width;
    return Math.max(1, Math.round(width * ratio));
}

;// CONCATENATED MODULE: ./pictures/apply-renditions.js


/**
 * The renditions that are recorded after a commit; pure. `edits` are the entries after it: what was made of pictures that are not among
 * them is left out, as another run has replaced them. A path that is written belongs to its new record only.
 */
function applyRenditions(before, { set, stale, prune }, edits) {
    const originals = pathsOfOriginals(edits);
    const made = set.filter(({ original }) => originals.has(original));
    const written = new Set(made.flatMap(({ files }) => files.map(({ path }) => path)));
    const rest = mapRecords(before, (record) => without(record, (path) => written.has(path)));
    const outdated = new Set(stale.filter((path) => !written.has(path)));
    const marked = mapRecords(rest, (record) => withStale(record, outdated));
    const merged = made.reduce(addSet, marked);
    if (!prune)
        return merged;
    return mapRecords(merged, (record, original) => without(record, (path) => !isCurrent(path, record, originals.get(original) ?? [])));
}
/** Whether a recorded file is what the settings ask for of a picture that the lock file has. */
function isCurrent(path, record, originals) {
    return (record.stale?.includes(path) !== true &&
        originals.some((original) => isRenditionOf(path, original, record.set)));
}
/** The paths of each picture on the branch, by its SHA-256. */
function pathsOfOriginals(edits) {
    const files = [...edits.values()].flatMap((entry) => (entry.stored === undefined ? entry.files : []));
    return mapGroups(Map.groupBy(files, ({ sha256 }) => sha256), ({ path }) => path);
}
function mapGroups(groups, change) {
    return new Map([...groups].map(([key, items]) => [key, items.map(change)]));
}
function addSet(records, made) {
    const { original, key, set, settings, files, color, placeholder } = made;
    const old = records[original]?.[key];
    const paths = new Set(files.map(({ path }) => path));
    const record = {
        ...(old?.color !== undefined && { color: old.color }),
        ...(old?.placeholder !== undefined && { placeholder: old.placeholder }),
        ...(color !== undefined && { color }),
        ...(placeholder !== undefined && { placeholder }),
        ...{ set, settings, files: [...(old?.files ?? []).filter(({ path }) => !paths.has(path)), ...files] },
    };
    const stale = (old?.stale ?? []).filter((path) => !paths.has(path));
    const whole = stale.length === 0 ? record : { ...record, stale };
    return { ...records, [original]: { ...records[original], [key]: whole } };
}
/** The record without some of its files; undefined if none is left. */
function without(record, isGone) {
    const files = record.files.filter(({ path }) => !isGone(path));
    if (files.length === record.files.length)
        return record;
    return files.length === 0 ? undefined : withoutStale({ ...record, files }, isGone);
}
function withStale(record, outdated) {
    const added = record.files.map(({ path }) => path).filter((path) => outdated.has(path));
    return added.length === 0
        ? record
        : { ...record, stale: [...new Set([...(record.stale ?? []), ...added])].toSorted() };
}
function withoutStale(record, isGone) {
    const { stale = [], ...rest } = record;
    const left = stale.filter((path) => !isGone(path));
    return left.length === 0 ? rest : { ...rest, stale: left };
}
function mapRecords(records, change) {
    const mapped = Object.entries(records).map(([original, bySettings]) => {
        const changed = (0,map_values/* mapValues */.L)(bySettings, (record) => change(record, original));
        const kept = Object.entries(changed).filter((entry) => entry[1] !== undefined);
        return [original, Object.fromEntries(kept)];
    });
    return Object.fromEntries(mapped.filter(([, bySettings]) => Object.keys(bySettings).length > 0));
}

// EXTERNAL MODULE: ./shared/encode-path.js
var encode_path = __webpack_require__(32613);
// EXTERNAL MODULE: ./shared/escape-html.js
var escape_html = __webpack_require__(31944);
;// CONCATENATED MODULE: ./pictures/picture-element.js


/** The smallest first: a browser takes the first type that it knows. */
const ORDER = ['image/avif', 'image/webp', 'image/jpeg', 'image/png'];
/**
 * A `<picture>` element of one set's files (ascending in width), ready for a page in the folder of the pictures. Its size is
 * known before it is loaded, so that nothing jumps; `sizes` is the page's to refine.
 */
function renderPictureElement(files, original, { alt = '', color }) {
    const types = ORDER.filter((type) => files.some((file) => file.type === type));
    // What every browser shows, if there is one.
    const last = types.findLast((type) => type === 'image/jpeg' || type === 'image/png') ?? types.at(-1);
    const ofType = (type) => files.filter((file) => file.type === type);
    const shown = ofType(last).at(-1) ?? original;
    const sources = types
        .filter((type) => type !== last)
        .map((type) => `<source type="${type}" srcset="${sourceSet(ofType(type))}" sizes="100vw">`);
    const set = sourceSet(ofType(last));
    const attributes = [
        `src="${address(shown.path)}"`,
        ...(set === '' ? [] : [`srcset="${set}"`, 'sizes="100vw"']),
        `width="${shown.width ?? ''}"`,
        `height="${shown.height ?? ''}"`,
        `alt="${(0,escape_html/* escapeHtml */.Z)(alt)}"`,
        'loading="lazy"',
        'decoding="async"',
        ...(color === undefined ? [] : [`style="background-color:${color};max-width:100%;height:auto"`]),
    ];
    return `<picture>${sources.join('')}<img ${attributes.join(' ')}></picture>`;
}
function sourceSet(files) {
    return files.map(({ path, width }) => `${address(path)} ${width ?? ''}w`).join(', ');
}
/** As a relative address: every part is encoded, commas as well, which separate the parts of a `srcset`. */
function address(path) {
    return (0,escape_html/* escapeHtml */.Z)((0,encode_path/* encodePath */.O)(path));
}

;// CONCATENATED MODULE: ./pictures/pictures-file.js


/** Name of the file beside the pictures. */
const PICTURES_NAME = 'pictures.json';
const PICTURES_VERSION = 1;
/**
 * The list of pictures and renditions that pages are built from, as JSON: the same pictures give the same bytes. Paths are
 * relative to the folder of the file.
 */
function renderPicturesFile(edits, renditions) {
    const listed = edits
        .toSorted((a, b) => (a.id < b.id ? -1 : 1))
        .map(({ id, alt, files }) => [
        id,
        { alt: alt ?? null, pictures: files.map((file) => describe(file, alt, renditions)) },
    ]);
    return `${JSON.stringify({ version: PICTURES_VERSION, edits: Object.fromEntries(listed) }, null, 2)}\n`;
}
function describe(file, alt, renditions) {
    const records = Object.values(renditions[file.sha256] ?? {}).filter((record) => record.files.some(({ path }) => isCurrent(path, record, [file.path])));
    const sets = records
        .map((record) => ({ record, files: currentFiles(record, file.path) }))
        .toSorted((a, b) => (a.record.set < b.record.set ? -1 : 1));
    return {
        ...describeFile(file),
        ...{ carries: describeCarried(file.carries) },
        ...{ color: records[0]?.color ?? null, placeholder: records[0]?.placeholder ?? null },
        renditions: sets.map(({ record, files }) => ({
            set: record.set,
            color: record.color ?? null,
            placeholder: record.placeholder ?? null,
            files: files.map(describeFile),
            html: renderPictureElement(files, file, { alt, color: record.color }),
        })),
    };
}
function currentFiles(record, original) {
    return record.files
        .filter(({ path }) => isCurrent(path, record, [original]))
        .toSorted((a, b) => (a.width ?? 0) - (b.width ?? 0) || (a.path < b.path ? -1 : 1));
}
function describeFile({ path, width, height, bytes, type, sha256 }) {
    return { path, width: width ?? null, height: height ?? null, bytes, type, sha256 };
}
function describeCarried(carried) {
    if (carried === undefined)
        return null;
    const { mark, label, c2pa } = carried;
    return { mark: mark ?? null, label: label ?? null, c2pa: c2pa ?? null };
}

;// CONCATENATED MODULE: ./report/find-thumbnails.js

/** Smaller than this, a picture looks blurred in a gallery. */
const LEAST_WIDTH = 300;
/** How much the shape of a rendition may differ from the original's: by rounding, not by cropping. */
const TOLERANCE = 0.02;
/** Finds the smallest rendition that shows the whole picture, among those that are beside the gallery. */
function createThumbnails(made, isThere) {
    return ({ sha256, width, height }) => {
        if (width === undefined || height === undefined)
            return undefined;
        const files = Object.values(made[sha256] ?? {}).flatMap((set) => set.files);
        const fitting = files.filter((file) => file.width !== undefined &&
            file.height !== undefined &&
            file.width >= Math.min(LEAST_WIDTH, width) &&
            Math.abs(file.width / file.height / (width / height) - 1) < TOLERANCE &&
            (0,formats/* shownAs */.sE)(file.type) === 'picture' &&
            isThere(file.path));
        return fitting.toSorted((a, b) => (a.width ?? 0) - (b.width ?? 0) || a.bytes - b.bytes)[0]?.path;
    };
}

;// CONCATENATED MODULE: ./report/reference-path.js

/** Finds reference pictures among the staged files, the hosted URLs and the outputs of this run's edits. */
function createReferencePath(edits, staged) {
    const firstOutput = new Map(edits.flatMap((edit) => {
        const file = edit.state === 'open' ? undefined : edit.files[0];
        return file !== undefined && (0,formats/* shownAs */.sE)(file.type) === 'picture'
            ? [[edit.edit.id, file.path]]
            : [];
    }));
    return (image) => {
        switch (image.kind) {
            case 'file':
                return staged.get(image.sha256);
            case 'url':
                return image.url;
            case 'edit':
                return firstOutput.get(image.id);
        }
    };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./report/branch-files.js
var branch_files = __webpack_require__(44128);
;// CONCATENATED MODULE: ./report/gallery/script/copy.js
/** What was chosen, as lines for the spec or for an input. */
const COPY = String.raw `
const spec = one('.spec'), text = one('.spec textarea'), hint = one('.spec .hint'), take = one('.take-it');
const plain = (id) => (/^[\w][\w@+.#/-]*$/.test(id) && !/^(true|false|null|yes|no|on|off|\d+)$/i.test(id) && !id.includes(' #') ? id : JSON.stringify(id));
const marked = (mark) => cards.filter((card) => hasMark(card, mark));

// The edits in the order of the spec, each key once.
function keepLines() {
  const starred = marked('star').filter((card) => card.dataset.take !== undefined);
  const byKey = Map.groupBy(starred, (card) => card.dataset.key);
  const lines = [];
  for (const [key, members] of byKey) {
    const kept = new Map(members.map((card) => [card.dataset.edit, card.dataset.take]));
    const isPlain = kept.size === 1 && kept.has(key);
    lines.push('  ' + plain(key) + ':');
    if (isPlain) lines.push('    keep: ' + kept.get(key));
    else lines.push('    keep:', ...[...kept].map(([edit, number]) => '      ' + plain(edit) + ': ' + number));
  }
  return lines.length === 0 ? '' : ['edits:', ...lines, ''].join('\n');
}
const idLines = (input, ids) => (ids.length === 0 ? '' : [input + ': >-', ...ids.map((id) => '  ' + id), ''].join('\n'));
const FORMS = {
  keep: { lines: keepLines, hint: 'Add these lines to the edits of the spec. Keeping another take costs nothing.', none: 'Star a take of an edit first. Edits with one take only have nothing to keep.' },
  force: { lines: () => idLines('force', marked('reject').map((card) => card.id)), hint: 'Give this input to the action: these edits are made again, and paid for.', none: 'Reject a picture first.' },
  only: { lines: () => idLines('only', marked('star').map((card) => card.id)), hint: 'Give this input to the action: it does these edits only.', none: 'Star a picture first.' },
  shown: { lines: () => idLines('only', cards.filter((card) => !card.hidden).map((card) => card.id)), hint: 'Give this input to the action: it does these edits only.', none: 'No edit is shown.' },
};
function showForm() {
  const form = FORMS[one('.spec input:checked').value];
  const lines = form.lines();
  text.value = lines;
  hint.textContent = lines === '' ? form.none : form.hint;
  take.disabled = lines === '';
  take.textContent = 'Copy';
}
one('button.copy').addEventListener('click', () => {
  const first = ['keep', 'force', 'only', 'shown'].find((form) => FORMS[form].lines() !== '') ?? 'keep';
  one('.spec input[value=' + first + ']').checked = true;
  showForm();
  spec.showModal();
});
for (const input of all('.spec input')) input.addEventListener('change', showForm);
take.addEventListener('click', async () => {
  text.select();
  try {
    await navigator.clipboard.writeText(text.value);
    take.textContent = 'Copied';
  } catch {
    take.textContent = 'Press Ctrl or ⌘ and C';
  }
});
one('.spec .clear').addEventListener('click', () => {
  marks.clear();
  store.write(MARKS_NAME, '[]');
  cards.forEach(showMark);
  showMarks();
  if (filters.chip.startsWith('mark:')) choose('');
  showForm();
});

showMarks();
followLink();
`;

;// CONCATENATED MODULE: ./report/gallery/script/filter.js
/** Search, filters, groups, order and size of the contact sheet. */
const FILTER = String.raw `
const filters = { chip: '', values: new Map() };
const texts = new Map();
const textOf = (card) => {
  if (!texts.has(card)) texts.set(card, card.textContent.toLowerCase());
  return texts.get(card);
};
function fitsChip(card) {
  const [kind, name] = filters.chip.split(':');
  if (kind === 'state') return card.dataset.state === name;
  if (kind === 'mark') return hasMark(card, name);
  return kind !== 'changed' || /^(succeeded|adopted)$/.test(card.dataset.state);
}
function fitsValues(card) {
  const own = valuesOf.get(card);
  return [...filters.values].every(([axis, value]) => own[axis] === value);
}
function filter() {
  const words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
  let count = 0;
  for (const card of cards) {
    const match = fitsChip(card) && fitsValues(card) && words.every((word) => textOf(card).includes(word));
    if (card.hidden === match) card.hidden = !match;
    if (match) count += 1;
  }
  for (const head of all('h2.group')) {
    const own = groups.get(head).filter((card) => !card.hidden).length;
    head.hidden = own === 0;
    one('span', head).textContent = own;
  }
  shown.textContent = count === cards.length ? '' : count + ' of ' + cards.length + ' shown';
  none.hidden = count > 0 || cards.length === 0;
}
function choose(chip) {
  filters.chip = chip;
  for (const button of all('.chip')) button.setAttribute('aria-pressed', String(button.dataset.filter === chip));
  filter();
}
function showAll() {
  find.value = '';
  filters.values.clear();
  for (const facet of all('.facet')) facet.value = '';
  choose('');
}
find.addEventListener('input', filter);
for (const chip of all('.chip')) chip.addEventListener('click', () => choose(chip.dataset.filter));
for (const facet of all('.facet')) facet.addEventListener('change', () => {
  if (facet.value === '') filters.values.delete(facet.dataset.axis); else filters.values.set(facet.dataset.axis, facet.value);
  filter();
});
one('button', none).addEventListener('click', () => { showAll(); find.focus(); });

// Order and groups. Thousands of cards are shown in a new order at once, and moved to it when that is painted, so that the keyboard
// and a screen reader meet them in this order too.
const groupBy = one('.group-by'), sortBy = one('select.sort'), density = one('.density');
const groups = new Map();
const inOrder = new Map(cards.map((card, index) => [card, index]));
function groupOf(card) {
  const by = groupBy.value;
  if (by.startsWith('value:')) return valuesOf.get(card)[by.slice(6)] ?? 'no ' + by.slice(6);
  return card.dataset[by] ?? '';
}
function arrange() {
  const by = sortBy.value;
  const sorted = [...cards];
  if (by === 'id') sorted.sort((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }));
  else if (by !== '') sorted.sort((a, b) => Number(b.dataset[by] ?? -1) - Number(a.dataset[by] ?? -1) || inOrder.get(a) - inOrder.get(b));
  for (const head of groups.keys()) head.remove();
  groups.clear();
  const byGroup = groupBy.value === '' ? [[undefined, sorted]] : Map.groupBy(sorted, groupOf);
  arranged = [];
  for (const [name, members] of byGroup) {
    if (name !== undefined) {
      const head = make('h2', 'group', name + ' ');
      head.append(make('span'));
      groups.set(head, members);
      arranged.push(head);
    }
    arranged.push(...members);
  }
  grid.prepend(...groups.keys());
  arranged.forEach((part, index) => { part.style.order = index; });
  filter();
  clearTimeout(settling);
  requestAnimationFrame(() => { settling = setTimeout(settle, 50); });
}
let arranged = [], settling = 0;
function settle() {
  clearTimeout(settling);
  for (const part of arranged) {
    // Moved in this way, a picture that is loading goes on loading.
    if (grid.moveBefore) grid.moveBefore(part, null); else grid.append(part);
    part.style.order = '';
  }
  arranged = [];
}
groupBy.addEventListener('change', arrange);
sortBy.addEventListener('change', arrange);

const WIDTHS = [120, 180, 260, 350, 560];
const SIZE_NAME = 'dreamina-edit-size';
function setSize(size) {
  grid.style.setProperty('--card', WIDTHS[size] + 'px');
  // Only the two smallest sizes look different: a class that changes restyles every card.
  grid.classList.toggle('dense', size < 2);
  grid.classList.toggle('tiny', size < 1);
  density.value = size;
}
density.addEventListener('input', () => { setSize(density.value); store.write(SIZE_NAME, density.value); });
if (WIDTHS[store.read(SIZE_NAME) ?? '']) setSize(store.read(SIZE_NAME));

bar.hidden = cards.length < 2;
if (matchMedia('(max-width: 640px)').matches) one('.arrange').open = false;
`;

;// CONCATENATED MODULE: ./report/gallery/script/keyboard.js
/** The keyboard: single letters act in the large view only. */
const KEYBOARD = String.raw `
function neighbour(link, key) {
  const list = all('.edit:not([hidden]) .frame:not(.more .frame) > .shot');
  const here = list.indexOf(link);
  if (key === 'Home') return list[0];
  if (key === 'End') return list.at(-1);
  if (key === 'ArrowRight') return list[here + 1];
  if (key === 'ArrowLeft') return list[here - 1];
  const from = link.closest('.edit').getBoundingClientRect();
  const by = key === 'ArrowDown' ? 1 : -1;
  for (let at = here + by, best; ; at += by) {
    const box = list[at]?.closest('.edit').getBoundingClientRect();
    // Cards with the same top form a row. The next one is the first card of another row in the same column.
    if (!box) return best;
    if (Math.abs(box.top - from.top) < 2) continue;
    best ??= list[at];
    if (Math.abs(box.left - from.left) < 2) return list[at];
  }
}
const PAN = 60;
const IN_VIEW = {
  arrowright: () => step(1),
  arrowleft: () => step(-1),
  arrowdown: () => stepTake(1),
  arrowup: () => stepTake(-1),
  '+': () => zoomTo(zoom.z * 1.5),
  '=': () => zoomTo(zoom.z * 1.5),
  '-': () => zoomTo(zoom.z / 1.5),
  0: fit,
  1: () => zoomTo(fullSize()),
  c: () => setMode(LOOKS[(LOOKS.indexOf(mode) + 1) % LOOKS.length]),
  b: () => setMode(mode === 'blink' ? 'after' : 'blink'),
  ' ': () => { if (pair.dataset.mode === 'blink') { clearInterval(blinking); blink(); } },
  f: fullScreen,
  p: pin,
  s: () => mark('star'),
  x: () => mark('reject'),
};
const PANS = { ArrowRight: [-PAN, 0], ArrowLeft: [PAN, 0], ArrowDown: [0, -PAN], ArrowUp: [0, PAN] };
function pressInView(event) {
  const { key, target } = event;
  if (target.matches('input') || (key === ' ' && target.matches('button, a'))) return;
  if (target === side && /^Arrow(Up|Down)$/.test(key)) return;
  if (event.shiftKey && PANS[key]) {
    zoom.x += PANS[key][0];
    zoom.y += PANS[key][1];
    place();
  } else {
    const act = IN_VIEW[key.toLowerCase()];
    if (!act) return;
    act();
  }
  event.preventDefault();
}
document.addEventListener('keydown', (event) => {
  if (event.metaKey || event.ctrlKey || event.altKey) return;
  const { key, target } = event;
  if (view.open) pressInView(event);
  else if (target.matches('input, select, textarea')) {
    if (target === find && key === 'Escape') { find.value = ''; filter(); find.blur(); }
  } else if (key === 'Escape' && picked) setPicked(null);
  else if (key === '/' && !bar.hidden) {
    event.preventDefault();
    find.focus();
    find.select();
  } else if (/^(Arrow|Home$|End$)/.test(key) && target.matches('.shot')) {
    const next = neighbour(target, key);
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.closest('.edit').scrollIntoView({ block: 'nearest' });
  }
});
`;

;// CONCATENATED MODULE: ./report/gallery/script/marks.js
/** Stars and rejects: kept in the browser by the edit and its picture's content, so that they outlive the page. */
const MARKS = String.raw `
const MARKS_NAME = 'dreamina-edit-marks:' + document.title;
const marks = new Map(readMarks());
function readMarks() {
  try {
    const read = JSON.parse(store.read(MARKS_NAME) ?? '[]');
    return Array.isArray(read) ? read.filter((entry) => Array.isArray(entry) && entry.length === 2) : [];
  } catch {
    return [];
  }
}
const nameOf = (link) => link.closest('.edit').id + ' ' + link.dataset.file;
const markOf = (link) => marks.get(nameOf(link)) ?? '';
const shotsOf = (card) => all('.shot', card);
const hasMark = (card, mark) => shotsOf(card).some((link) => markOf(link) === mark);

function setMark(link, mark) {
  const name = nameOf(link);
  if (marks.get(name) === mark) marks.delete(name); else marks.set(name, mark);
  store.write(MARKS_NAME, JSON.stringify([...marks]));
  showMark(link.closest('.edit'));
  showMarks();
}
function showMark(card) {
  card.dataset.mark = hasMark(card, 'star') ? 'star' : hasMark(card, 'reject') ? 'reject' : '';
  const tools = one('.tools', card);
  if (!tools) return;
  const own = markOf(one('.shot', card));
  one('.star', tools).setAttribute('aria-pressed', String(own === 'star'));
  one('.reject', tools).setAttribute('aria-pressed', String(own === 'reject'));
}
function showMarks() {
  for (const mark of ['star', 'reject']) {
    const chip = one('.chip[data-filter="mark:' + mark + '"]');
    const count = cards.filter((card) => card.dataset.mark === mark).length;
    one('b', chip).textContent = count;
    chip.hidden = count === 0 && filters.chip !== chip.dataset.filter;
  }
  if (filters.chip.startsWith('mark:')) filter();
}

// The tools of a card: star, reject, and pick for a comparison.
const tools = make('div', 'tools');
for (const [look, text, name] of [['pick', 'Compare', 'Compare'], ['star', '★', 'Star'], ['reject', '✕', 'Reject']]) {
  const button = make('button', look, text);
  button.type = 'button';
  button.setAttribute('aria-pressed', 'false');
  button.dataset.name = name;
  tools.append(button);
}
for (const card of cards) {
  const frame = one('.shot', card)?.parentElement;
  if (!frame) continue;
  const own = tools.cloneNode(true);
  for (const button of own.children) button.setAttribute('aria-label', button.dataset.name + ' ' + titleOf(card));
  frame.append(own);
  showMark(card);
}
document.addEventListener('click', (event) => {
  const button = event.target.closest('.tools button');
  if (!button) return;
  const link = one('.shot', button.closest('.frame'));
  if (button.matches('.pick')) pick(link); else setMark(link, button.matches('.star') ? 'star' : 'reject');
});

// Any two pictures of the page: the second one that is picked opens both.
let picked = null;
function pick(link) {
  const other = picked;
  setPicked(other === link ? null : link);
  if (other === null || other === link) return;
  setPicked(null);
  if (mode === 'after') mode = 'side';
  show(link, { href: other.href, name: labelOf(other), link: other });
}
function setPicked(link) {
  picked = link;
  for (const button of all('.pick[aria-pressed=true]')) { button.setAttribute('aria-pressed', 'false'); button.textContent = 'Compare'; }
  document.body.classList.toggle('picking', link !== null);
  const button = link && one('.pick', link.parentElement);
  button?.setAttribute('aria-pressed', 'true');
  if (button) button.textContent = 'Pick another…';
}
`;

;// CONCATENATED MODULE: ./report/gallery/script/start.js
/** What all parts of the page's script use. No part makes HTML from text. */
const START = String.raw `'use strict';
const one = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const make = (name, look, text) => {
  const element = document.createElement(name);
  if (look) element.className = look;
  if (text !== undefined) element.textContent = text;
  return element;
};
const cards = all('.edit');
const grid = one('.grid');
const bar = one('.bar'), find = one('.find input'), shown = one('.shown'), none = one('.none');
const view = one('.view'), stage = one('.stage'), pair = one('.pair'), side = one('.side');
const valuesOf = new Map(cards.map((card) => [card, JSON.parse(card.dataset.values ?? '{}')]));
const titleOf = (card) => one('h2', card).textContent;
const takesOf = (card) => cards.filter((other) => other.dataset.edit === card.dataset.edit);

// A page that was opened from a disk may have no storage.
const store = {
  read(name) { try { return localStorage.getItem(name); } catch { return null; } },
  write(name, value) { try { localStorage.setItem(name, value); } catch { /* The choice lasts as long as the page. */ } },
};

// Sliders, in cards and in the large view.
document.addEventListener('input', (event) => {
  if (event.target.matches('.slide')) event.target.parentElement.style.setProperty('--at', event.target.value + '%');
});

// A hosted picture that cannot be loaded is replaced by its address.
document.addEventListener('error', (event) => {
  const image = event.target;
  if (!(image instanceof HTMLImageElement)) return;
  if (image.matches('.ref img')) {
    const link = image.parentElement;
    link.classList.add('named');
    link.textContent = link.title;
  } else if (image.matches('.before')) {
    const frame = image.closest('.frame');
    frame.classList.remove('compare');
    delete one('.shot', frame).dataset.before;
  }
}, true);
`;

;// CONCATENATED MODULE: ./report/gallery/script/viewer.js
/** The large view: which picture it shows, what it is compared with and how. */
const VIEW = String.raw `
const LOOKS = ['after', 'slide', 'side', 'blink'];
const slide = one('.pair .slide');
let mode = 'after', current = null, other = null, pinned = null, blinking = 0;
const pictures = () => (settle(), all('.edit:not([hidden]) .shot'));
const labelOf = (link) => {
  const card = link.closest('.edit');
  const shots = shotsOf(card);
  return titleOf(card) + (shots.length > 1 ? ', ' + (shots.indexOf(link) + 1) : '');
};

// Everything that this picture can be compared with, the most telling first.
function listOthers(link) {
  const card = link.closest('.edit');
  const before = link.dataset.before;
  const found = [
    ...(pinned ? [{ href: pinned.href, name: 'Pinned: ' + labelOf(pinned), link: pinned }] : []),
    ...(before ? [{ href: new URL(before, location).href, name: 'Before' }] : []),
    ...all('.ref:not(.named)', card).map((ref) => ({ href: ref.href, name: ref.title })),
    ...takesOf(card).flatMap(shotsOf).map((shot) => ({ href: shot.href, name: labelOf(shot), link: shot })),
  ];
  return found.filter(({ href }, index) => href !== link.href && found.findIndex((one) => one.href === href) === index);
}
function setMode(wanted) {
  mode = wanted;
  pair.dataset.mode = other ? mode : 'after';
  for (const button of all('.modes button')) button.setAttribute('aria-pressed', String(button.dataset.mode === pair.dataset.mode));
  clearInterval(blinking);
  pair.dataset.show = 'now';
  if (pair.dataset.mode === 'blink' && !matchMedia('(prefers-reduced-motion: reduce)').matches) blinking = setInterval(blink, 700);
  layout();
}
const blink = () => { pair.dataset.show = pair.dataset.show === 'now' ? 'then' : 'now'; };

function fill(image, href, name, link) {
  if (image.src !== href) image.src = href;
  image.alt = name;
  image.nextElementSibling.textContent = name;
  const thumbnail = link && one('img', link);
  const [width, height] = thumbnail ? [thumbnail.getAttribute('width'), thumbnail.getAttribute('height')] : [];
  image.dataset.ratio = width && height ? width / height : '';
  image.dataset.wide = width ?? '';
}
function show(link, wanted) {
  const card = link.closest('.edit');
  const list = pictures();
  const others = listOthers(link);
  if (wanted && !others.some(({ href }) => href === wanted.href)) others.unshift(wanted);
  // The one that is asked for, or of the same kind as before, or the most telling.
  other = wanted ?? (pinned && pinned !== link ? others[0] : others.find(({ name }) => name === other?.name) ?? others[0]) ?? null;
  if (other?.href === link.href) other = null;
  current = link;
  fill(now, link.href, titleOf(card), link);
  if (other) fill(then, other.href, other.name, other.link); else then.removeAttribute('src');
  pair.style.setProperty('--at', '50%');
  slide.value = '50';
  one('.modes').hidden = !other;
  one('.who strong').textContent = titleOf(card);
  const at = list.indexOf(link);
  one('.count').textContent = at < 0 ? '' : at + 1 + ' / ' + list.length;
  for (const button of all('.step')) button.hidden = list.length < 2;
  one('.save').href = link.href;
  showSide(card, others);
  showActs();
  if (!view.open) { fit(); view.showModal(); }
  setMode(mode);
  stage.focus();
  history.replaceState(null, '', '#' + encodeURIComponent(card.id).replaceAll('%40', '@').replaceAll('%2B', '+'));
  const next = list[at + 1];
  if (next) new Image().src = next.href;
}
function showSide(card, others) {
  const parts = all('.about, .reason, .next, .prompt, .facts', card).map((part) => part.cloneNode(true));
  if (others.length > 0) {
    const row = make('div', 'others');
    row.setAttribute('role', 'group');
    row.setAttribute('aria-label', 'Compare with');
    row.append(...others.map((entry) => {
      const button = make('button', 'other');
      button.type = 'button';
      button.title = entry.name;
      button.setAttribute('aria-pressed', String(entry.href === other?.href));
      const image = make('img');
      image.src = entry.link ? one('img', entry.link).src : entry.href;
      image.alt = '';
      image.loading = 'lazy';
      button.append(image, make('span', '', entry.name));
      button.addEventListener('click', () => {
        if (mode === 'after') mode = 'side';
        show(current, entry);
      });
      return button;
    }));
    parts.unshift(make('h3', '', 'Compare with'), row);
  }
  side.replaceChildren(...parts);
  side.scrollTop = 0;
}
function showActs() {
  one('.acts .star').setAttribute('aria-pressed', String(markOf(current) === 'star'));
  one('.acts .reject').setAttribute('aria-pressed', String(markOf(current) === 'reject'));
  one('.acts .pin').setAttribute('aria-pressed', String(pinned === current));
}
function mark(wanted) { setMark(current, wanted); showActs(); }
function pin() {
  pinned = pinned === current ? null : current;
  show(current, pinned === null || pinned === current ? undefined : other ?? undefined);
}
function step(by) {
  const list = pictures();
  const next = list[(list.indexOf(current) + by + list.length) % list.length];
  if (next) show(next);
}
// The next of the pictures that are candidates for the same place.
function stepTake(by) {
  const list = takesOf(current.closest('.edit')).flatMap(shotsOf);
  const next = list[(list.indexOf(current) + by + list.length) % list.length];
  if (next && next !== current) show(next);
}
function fullScreen() {
  const isWide = view.classList.toggle('wide');
  // Where the browser has no full screen, as on some phones, the picture gets the whole page at least.
  if (isWide) one('.room').requestFullscreen?.().catch(() => {}); else if (document.fullscreenElement) void document.exitFullscreen();
}
document.addEventListener('fullscreenchange', () => { if (!document.fullscreenElement) view.classList.remove('wide'); });

document.addEventListener('click', (event) => {
  if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = event.target.closest('.shot, .ref:not(.named)');
  if (!link) return;
  if (link.matches('.shot')) {
    event.preventDefault();
    if (picked && picked !== link) pick(link); else show(link);
    return;
  }
  // A reference: compared with the edit's picture if there is one.
  const picture = one('.shot', link.closest('.edit'));
  if (!picture) return;
  event.preventDefault();
  if (mode === 'after') mode = 'side';
  show(picture, { href: link.href, name: link.title });
});
for (const button of all('.modes button')) button.addEventListener('click', () => setMode(button.dataset.mode));
for (const [look, act] of [
  ['.back', () => step(-1)], ['.on', () => step(1)], ['.view .close', () => view.close()], ['.acts .star', () => mark('star')],
  ['.acts .reject', () => mark('reject')], ['.acts .pin', pin], ['.acts .full', fullScreen],
]) one(look).addEventListener('click', act);
view.addEventListener('close', () => {
  clearInterval(blinking);
  if (document.fullscreenElement) void document.exitFullscreen();
  view.classList.remove('wide');
  current?.focus();
  then.removeAttribute('src');
  now.removeAttribute('src');
  history.replaceState(null, '', location.pathname + location.search);
});

// An address that ends in an edit's id opens its picture.
function followLink() {
  const id = decode(location.hash.slice(1));
  const card = cards.find((one) => one.id === id);
  if (!card) return;
  if (card.hidden) showAll();
  card.scrollIntoView({ block: 'center' });
  const link = one('.shot', card);
  if (link && link !== current) show(link);
}
function decode(text) { try { return decodeURIComponent(text); } catch { return text; } }
addEventListener('hashchange', followLink);
`;

;// CONCATENATED MODULE: ./report/gallery/script/zoom.js
/** The size and place of the pictures in the large view, from fit to several hundred percent, the same for both of two. */
const ZOOM = String.raw `
const zoom = { z: 1, x: 0, y: 0 };
const then = one('.then img'), now = one('.now img'), level = one('.level');
const MOST = 16;
let base = { width: 1, height: 1, paneWidth: 1, paneHeight: 1 };
const ratioOf = (image) => Number(image.dataset.ratio) || image.naturalWidth / image.naturalHeight || 1;
// How many times the fitted size a picture has when one of its pixels is one of the screen's.
const fullSize = () => (Number(now.dataset.wide) || now.naturalWidth || 1) / (base.width * devicePixelRatio);

function layout() {
  const { clientWidth: width, clientHeight: height } = stage;
  const apart = pair.dataset.mode === 'side';
  const stacked = apart && height > width;
  pair.classList.toggle('stacked', stacked);
  const paneWidth = apart && !stacked ? (width - 12) / 2 : width;
  const paneHeight = stacked ? (height - 12) / 2 : height;
  for (const image of [then, now]) {
    const ratio = ratioOf(apart ? image : now);
    const fitted = Math.min(paneWidth, paneHeight * ratio);
    image.style.width = fitted + 'px';
    image.style.height = fitted / ratio + 'px';
    image.dataset.height = fitted / ratio;
    if (image === now) base = { width: fitted, height: fitted / ratio, paneWidth, paneHeight };
  }
  place();
}
function place() {
  const apart = pair.dataset.mode === 'side';
  const wide = apart || zoom.z > 1;
  // At fit the pair is as large as the picture, so that the slider reaches from edge to edge.
  pair.style.width = wide ? '100%' : base.width + 'px';
  pair.style.height = wide ? '100%' : base.height + 'px';
  const spareX = Math.max(0, (base.width * zoom.z - base.paneWidth) / 2);
  const spareY = Math.max(0, (base.height * zoom.z - base.paneHeight) / 2);
  zoom.x = Math.min(spareX, Math.max(-spareX, zoom.x));
  zoom.y = Math.min(spareY, Math.max(-spareY, zoom.y));
  pair.style.setProperty('--z', zoom.z);
  pair.style.setProperty('--x', zoom.x + 'px');
  pair.style.setProperty('--y', zoom.y + 'px');
  // A caption is right below its picture, or on it if there is no room.
  for (const image of [then, now])
    image.parentElement.style.setProperty('--under', (wide ? (base.paneHeight - image.dataset.height * zoom.z) / 2 - 34 : 0) + 'px');
  const percent = Math.round((zoom.z / fullSize()) * 100);
  level.textContent = zoom.z === 1 ? 'Fit' : percent + ' %';
  stage.classList.toggle('zoomed', zoom.z > 1);
  pair.classList.toggle('pixels', percent >= 300);
}
// Zooms so that what is at this point of the screen stays there.
function zoomTo(z, at) {
  const to = Math.min(Math.max(z, Math.min(1, fullSize())), Math.max(MOST, fullSize() * 4));
  const box = stage.getBoundingClientRect();
  const pane = at && pair.dataset.mode === 'side' ? paneAt(at) : box;
  const px = at ? at.x - pane.left - pane.width / 2 : 0;
  const py = at ? at.y - pane.top - pane.height / 2 : 0;
  zoom.x = px - ((px - zoom.x) * to) / zoom.z;
  zoom.y = py - ((py - zoom.y) * to) / zoom.z;
  zoom.z = to;
  place();
}
function paneAt({ x, y }) {
  const boxes = all('.pane').map((pane) => pane.getBoundingClientRect());
  return boxes.find((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom) ?? boxes[1];
}
const toggleFull = (at) => zoomTo(zoom.z === 1 ? Math.max(fullSize(), fullSize() < 1.05 && fullSize() > 0.95 ? 2 : 0) : 1, at);
const fit = () => { zoom.z = 1; zoom.x = zoom.y = 0; place(); };
new ResizeObserver(() => { if (view.open) layout(); }).observe(stage);
for (const image of [then, now]) image.addEventListener('load', layout);
for (const button of all('[data-zoom]')) button.addEventListener('click', () => zoomTo(zoom.z * (button.dataset.zoom === 'in' ? 1.5 : 1 / 1.5)));
level.addEventListener('click', () => toggleFull());

// Pointers: drag to pan, two fingers to pinch, click or double tap between fit and 100 %, swipe to step.
const pointers = new Map();
let press = null, lastTap = -Infinity;
const middle = () => {
  const [a, b] = [...pointers.values()];
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, apart: Math.hypot(a.x - b.x, a.y - b.y) || 1 };
};
stage.addEventListener('pointerdown', (event) => {
  if (event.button || event.target.closest('.slide, .step')) return;
  pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  stage.setPointerCapture(event.pointerId);
  press = { x: event.clientX, y: event.clientY, moved: pointers.size > 1, wasAtFit: zoom.z === 1 };
});
stage.addEventListener('pointermove', (event) => {
  const before = pointers.get(event.pointerId);
  if (!before) return;
  const from = pointers.size === 2 ? middle() : before;
  pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  if (press && Math.hypot(event.clientX - press.x, event.clientY - press.y) > 5) press.moved = true;
  if (pointers.size === 2) {
    const to = middle();
    zoom.x += to.x - from.x;
    zoom.y += to.y - from.y;
    zoomTo((zoom.z * to.apart) / from.apart, to);
  } else if (zoom.z > 1 && press?.moved) {
    zoom.x += event.clientX - before.x;
    zoom.y += event.clientY - before.y;
    place();
  }
});
function lift(event) {
  if (!pointers.delete(event.pointerId) || pointers.size > 0 || event.type === 'pointercancel' || !press) return;
  const at = { x: event.clientX, y: event.clientY };
  if (press.moved) {
    const across = at.x - press.x;
    if (event.pointerType === 'touch' && press.wasAtFit && zoom.z === 1 && Math.abs(across) > 60 && Math.abs(at.y - press.y) < 60)
      step(across < 0 ? 1 : -1);
  } else if (event.pointerType !== 'touch') toggleFull(at);
  else if (event.timeStamp - lastTap < 320) { lastTap = -Infinity; toggleFull(at); }
  else lastTap = event.timeStamp;
  press = null;
}
stage.addEventListener('pointerup', lift);
stage.addEventListener('pointercancel', lift);
stage.addEventListener('wheel', (event) => {
  event.preventDefault();
  zoomTo(zoom.z * Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.0022)), { x: event.clientX, y: event.clientY });
}, { passive: false });
`;

;// CONCATENATED MODULE: ./report/gallery/page-script.js







/** The page's own script: one text, because the page's policy allows exactly one. */
const PAGE_SCRIPT = [START, FILTER, MARKS, ZOOM, VIEW, KEYBOARD, COPY].join('');

;// CONCATENATED MODULE: ./report/gallery/spec-style.js
/** The look of the dialog that copies what was chosen. */
const SPEC_STYLE = `.spec{width:min(560px,calc(100vw - 24px));padding:22px 24px;border:1px solid var(--line);border-radius:14px;background:var(--raised);color:var(--ink)}
.spec::backdrop{background:#0008}
.spec h2{font:600 18px/1.3 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
.forms{display:grid;gap:4px;margin-top:12px}
.forms label{display:flex;gap:8px;align-items:baseline}
.forms input{accent-color:var(--accent)}
.hint{margin:14px 0 6px;color:var(--soft);font-size:14px}
.spec textarea{width:100%;padding:10px 12px;border:1px solid var(--line);border-radius:8px;background:var(--paper);color:var(--ink);font:13px/1.5 var(--mono);resize:vertical}
.ends{display:flex;flex-wrap:wrap;gap:8px;margin-top:14px}
.ends button{height:36px;padding:0 16px;border:1px solid var(--line);border-radius:9px;background:none}
.ends .clear{margin-right:auto;padding:0;border:0;color:var(--soft);text-decoration:underline;text-underline-offset:3px}
.ends .take-it{border-color:var(--ink);background:var(--ink);color:var(--paper)}
.ends .take-it:disabled{opacity:.45;cursor:default}`;

;// CONCATENATED MODULE: ./report/gallery/viewer-style.js
/** The large view's look: always dark, as pictures are judged best on a dark ground. */
const VIEWER_STYLE = `.view{
--paper:#101013;--raised:#1f1f25;--well:#1c1c21;--ink:#ededf0;--soft:#a9a8b3;--line:#3a3a43;--accent:#b7a0ff;
--good:#4cc488;--calm:#a1a0ab;--bad:#ff8094;--open:#efb45c;
color-scheme:dark;width:100vw;height:100dvh;max-width:none;max-height:none;margin:0;padding:0;border:0;overflow:hidden;background:var(--paper);color:var(--ink)}
.room{display:grid;grid-template:auto minmax(0,1fr) auto/minmax(0,1fr) 340px;width:100%;height:100dvh;background:var(--paper)}
.wide .room{grid-template-columns:minmax(0,1fr) 0}
.wide .side,.wide .keys{display:none}
.viewbar{grid-column:1/-1;display:flex;flex-wrap:wrap;align-items:center;gap:8px 12px;padding:10px 14px 10px 20px}
.who{flex:1;min-width:120px;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.who strong{font:600 15px var(--mono)}
.count{margin-left:8px;color:var(--soft);font-variant-numeric:tabular-nums}
.modes,.zoom{display:flex;padding:3px;border-radius:10px;background:var(--raised)}
.modes button,.zoom button{height:32px;padding:0 12px;border:0;border-radius:7px;background:none;color:var(--soft);white-space:nowrap}
.zoom button{padding:0 10px}.zoom button:hover,.modes button:hover{color:var(--ink)}
.zoom .level{min-width:62px;font-variant-numeric:tabular-nums;color:var(--ink)}
.modes button[aria-pressed=true]{background:#3d3d48;color:var(--ink)}
.acts{display:flex;gap:6px}
.acts>*,.view .close{display:grid;place-items:center;height:38px;min-width:38px;padding:0 11px;border:0;border-radius:10px;background:var(--raised);color:var(--ink);font-size:14px;text-decoration:none;white-space:nowrap}
.acts>*:hover,.view .close:hover{background:#34343c}
.acts .star,.acts .reject{color:var(--soft);font-size:16px;padding:0}
.acts .star[aria-pressed=true]{background:#f2c14e;color:#231a00}
.acts .reject[aria-pressed=true]{background:#c0283f;color:#fff}
.acts .pin[aria-pressed=true]{background:var(--accent);color:#1b1230}
.stage{position:relative;margin:0 76px;outline:none;touch-action:none;cursor:zoom-in;user-select:none;-webkit-user-select:none}
.stage.zoomed{cursor:grab}.stage.zoomed:active{cursor:grabbing}
.pair{position:absolute;left:50%;top:50%;translate:-50% -50%;display:grid;grid-template:minmax(0,1fr)/minmax(0,1fr);gap:12px}
.pane{position:relative;min-width:0;min-height:0;grid-area:1/1;overflow:hidden;border-radius:4px;background:var(--paper)}
.pane img{position:absolute;left:50%;top:50%;max-width:none;object-fit:contain;transform:translate(-50%,-50%) translate(var(--x,0px),var(--y,0px)) scale(var(--z,1))}
.pair.pixels .pane img{image-rendering:pixelated}
.pane figcaption{display:none;position:absolute;left:10px;bottom:max(10px,var(--under,0px));max-width:calc(100% - 20px);padding:2px 9px;border-radius:6px;background:#000b;color:#fff;font-size:12.5px;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.pair[data-mode=after] .then{display:none}
.pair[data-mode=slide] .then{z-index:1;clip-path:inset(0 calc(100% - var(--at,50%)) 0 0)}
.pair[data-mode=slide] .now{clip-path:inset(0 0 0 var(--at,50%))}
.pair[data-mode=slide]{overflow:hidden}.pair[data-mode=slide] .pane{border-radius:0}
.pair[data-mode=slide] .line,.pair[data-mode=slide] .slide{display:block;z-index:2}
.pair[data-mode=slide] .now figcaption{left:auto;right:10px}
.pair[data-mode=blink][data-show=now] .then,.pair[data-mode=blink][data-show=then] .now{visibility:hidden}
.pair[data-mode=side]{grid-template-columns:minmax(0,1fr) minmax(0,1fr)}
.pair[data-mode=side].stacked{grid-template:minmax(0,1fr) minmax(0,1fr)/minmax(0,1fr)}
.pair[data-mode=side] .pane{grid-area:auto}
.pair:not([data-mode=after]) figcaption{display:block}
.step{position:absolute;top:50%;translate:0 -50%;z-index:3;width:44px;height:64px;padding:0 0 5px;border:0;border-radius:10px;background:var(--raised);color:#fff;font-size:30px;line-height:1}
.step:hover{background:#34343c}
.back{left:-60px}.on{right:-60px}
.side{padding:4px 24px 20px 4px;overflow:auto;font-size:14.5px}
.side h3{margin:0 0 8px;color:var(--soft);font-size:13px;font-weight:500}
.others{display:grid;grid-template-columns:repeat(auto-fill,minmax(88px,1fr));gap:8px;margin-bottom:18px}
.other{min-width:0;padding:0;border:0;background:none;color:var(--soft);font-size:12px;text-align:left}
.other img{display:block;width:100%;aspect-ratio:4/3;object-fit:cover;border-radius:7px;background:var(--well)}
.other span{display:block;margin-top:3px;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.other[aria-pressed=true]{color:var(--ink)}.other[aria-pressed=true] img{outline:2px solid var(--accent);outline-offset:2px}
.side .facts{margin-top:18px;font-size:13px;grid-template-columns:minmax(0,1fr);gap:0}
.side .facts dd{margin-bottom:7px}
.keys{grid-column:1/-1;padding:10px 20px;color:var(--soft);font-size:12.5px}
.keys kbd{padding:1px 6px;border:1px solid var(--line);border-radius:4px}
.keys kbd:not(:first-child){margin-left:4px}
@media (max-width:1080px){.keys{display:none}.room{grid-template-columns:minmax(0,1fr) 280px}}
@media (max-width:860px){
.room{grid-template:auto minmax(0,1fr) minmax(0,32%)/minmax(0,1fr)}
.wide .room{grid-template:auto minmax(0,1fr)/minmax(0,1fr)}
.viewbar{padding:8px 10px 8px 14px;gap:8px}.stage{margin:0 8px}.side{padding:12px 14px 20px}
.who{order:-2;flex:1 1 60%}.view .close{order:-1}
.step{width:38px;height:52px;background:#0007}.back{left:0}.on{right:0}
.modes{order:1;flex-basis:100%}.modes button{flex:1;padding:0 4px}
.zoom{order:2}.acts{order:2;margin-left:auto}.acts .full,.acts .save{display:none}
.others{display:flex;overflow-x:auto;padding:3px;margin:-3px -3px 10px}.other{flex:0 0 84px}
}`;

;// CONCATENATED MODULE: ./report/gallery/page-style.js


/** The page's style: a plain contact sheet, light or dark like the reader's system. */
const PAGE_STYLE = `:root{
color-scheme:light dark;
--paper:#f6f5f2;--raised:#fff;--well:#e9e7e1;--ink:#1c1b19;--soft:#69655d;--line:#dedad1;--accent:#6a35d0;
--good:#187a48;--calm:#69655d;--bad:#c0283f;--open:#9a5b00;
--round:10px;--mono:ui-monospace,SFMono-Regular,"SF Mono",Menlo,Consolas,"Liberation Mono",monospace;
}
@media (prefers-color-scheme:dark){:root{
--paper:#131316;--raised:#1d1d22;--well:#232329;--ink:#ededf0;--soft:#a1a0ab;--line:#303038;--accent:#b7a0ff;
--good:#4cc488;--calm:#a1a0ab;--bad:#ff8094;--open:#efb45c;
}}
*,*::before,*::after{box-sizing:border-box}
[hidden]{display:none!important}
html{scroll-padding-top:80px}
body{margin:0 auto;max-width:1720px;padding:0 clamp(16px,3vw,48px) 64px;background:var(--paper);color:var(--ink);
font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;-webkit-text-size-adjust:100%}
a{color:inherit}
button,input{font:inherit;color:inherit}
button{cursor:pointer}
code,kbd{font-family:var(--mono);font-size:.86em}
:focus-visible{outline:2px solid var(--accent);outline-offset:3px}
h1,h2,h3,p,dl,ul,figure{margin:0;padding:0}
.good{--look:var(--good)}.calm{--look:var(--calm)}.bad{--look:var(--bad)}.open{--look:var(--open)}

.top{display:flex;flex-wrap:wrap;align-items:end;justify-content:space-between;gap:20px 48px;padding:clamp(28px,5vw,56px) 0 18px}
h1{font-size:clamp(24px,3.4vw,38px);line-height:1.12;letter-spacing:-.025em;font-weight:680;overflow-wrap:anywhere;text-wrap:balance}
.lead{margin-top:8px;color:var(--soft)}
.lead time{white-space:nowrap}
.lead time::before{content:"·";margin:0 6px 0 2px}
.totals{display:flex;flex-wrap:wrap;gap:10px 32px}
.totals dt{color:var(--soft);font-size:12.5px}
.totals dd{margin:0;font-size:17px;font-weight:600;font-variant-numeric:tabular-nums;letter-spacing:-.01em}
.shares{display:block;flex-basis:100%;width:100%;height:4px;border-radius:2px;overflow:hidden}
.shares rect{fill:var(--look)}

.bar{position:sticky;top:0;z-index:5;display:flex;flex-wrap:wrap;align-items:center;gap:8px 14px;padding:12px 0;margin-bottom:10px;background:var(--paper)}
.find{position:relative;flex:0 1 320px;min-width:0}
.find span{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}
.find input{width:100%;height:38px;padding:0 36px 0 14px;border:1px solid var(--line);border-radius:19px;background:var(--raised)}
.find input::placeholder{color:var(--soft);opacity:1}
.find input:focus-visible{outline-offset:0}
.find kbd{position:absolute;right:14px;top:9px;color:var(--soft);pointer-events:none}
.find input:focus~kbd,.find input:not(:placeholder-shown)~kbd{display:none}
.chips{display:flex;gap:6px;min-width:0;overflow-x:auto;padding:4px;margin:-4px;scrollbar-width:none}
.chip{flex:none;height:38px;padding:0 14px;border:1px solid var(--line);border-radius:19px;background:none;color:var(--soft);white-space:nowrap}
.chip b{font-weight:600;color:var(--look,var(--ink));font-variant-numeric:tabular-nums;margin-left:3px}
.chip:hover{color:var(--ink)}
.chip[aria-pressed=true]{background:var(--ink);border-color:var(--ink);color:var(--paper)}
.chip[aria-pressed=true] b{color:inherit}
.chip.marked{--look:var(--accent)}
.copy{height:38px;padding:0 14px;border:1px solid var(--line);border-radius:19px;background:none;white-space:nowrap}
.copy:hover{background:var(--raised)}
.shown{margin-left:auto;color:var(--soft);font-size:13.5px}
.arrange{flex-basis:100%;margin:0;font-size:13.5px}
.arrange>summary{display:none}
.arrange>div{display:flex;flex-wrap:wrap;gap:6px 18px;color:var(--soft)}
.arrange label{display:flex;align-items:center;gap:6px;min-width:0;max-width:100%}
.arrange select{min-width:0;max-width:220px;height:32px;padding:0 6px;border:1px solid var(--line);border-radius:8px;background:var(--raised);color:var(--ink);font:inherit}
.density{width:110px;accent-color:var(--accent)}
.group{grid-column:1/-1;padding-bottom:6px;border-bottom:1px solid var(--line);font:600 17px/1.3 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
.group span{color:var(--soft);font-weight:400}
.group{margin-bottom:-26px}.dense .group{margin-bottom:-4px}

.grid{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,var(--card,350px)),1fr));gap:40px 28px;align-items:start}
.grid.few{grid-template-columns:repeat(auto-fit,minmax(min(100%,var(--card,350px)),820px))}
.single .edit>.more{grid-column:1}
@media (min-width:900px){.single{grid-template-columns:minmax(0,1fr)}.single .edit{display:grid;grid-template-columns:minmax(0,1fr) 360px;gap:8px 32px;align-content:start}
.single .info{grid-area:1/2/span 2;margin-top:-10px}.single .prompt{-webkit-line-clamp:none;line-clamp:none}}
.edit{min-width:0;padding:6px;margin:-6px;content-visibility:auto;contain-intrinsic-size:auto 520px}
.frame{position:relative;overflow:hidden;border-radius:var(--round);background:var(--well)}
.frame img,.frame video{display:block;width:100%;height:auto;max-height:130vh}
.frame video{background:#000}
.frame .shot{display:block}
.frame:has(.shot:focus-visible){outline:3px solid var(--accent);outline-offset:3px}
.frame .shot:focus-visible{outline:none}
.frame.empty{display:grid;place-items:center;aspect-ratio:16/9;border:1px dashed var(--line);background:
repeating-linear-gradient(-45deg,transparent 0 9px,color-mix(in srgb,var(--look) 7%,transparent) 9px 10px)}
.frame.empty span{color:var(--look);font-weight:600}
.compare .before{position:absolute;inset:0;height:100%;max-height:none;object-fit:cover;clip-path:inset(0 calc(100% - var(--at,50%)) 0 0)}
.compare .after{clip-path:inset(0 0 0 var(--at,50%))}
.line{display:none;position:absolute;top:0;bottom:0;left:var(--at,50%);width:2px;margin-left:-1px;background:#fff;box-shadow:0 0 0 .5px #0005,0 0 10px #0006;pointer-events:none}
.compare .line{display:block}
.line::after{content:"";position:absolute;left:50%;top:50%;width:34px;height:34px;translate:-50% -50%;border-radius:50%;background:#fff;box-shadow:0 1px 6px #0007}
.line::before{content:"";position:absolute;z-index:1;left:50%;top:50%;width:16px;height:9px;translate:-50% -50%;background:#26252b;
clip-path:polygon(0 50%,32% 0,32% 100%,0 50%,100% 50%,68% 0,68% 100%,100% 50%)}
.slide{display:none;position:absolute;top:0;left:-22px;width:calc(100% + 44px);height:100%;margin:0;opacity:0;appearance:none;background:none;pointer-events:none;touch-action:pan-y}
.compare .slide{display:block}
.slide::-webkit-slider-thumb{appearance:none;width:44px;height:2000px;pointer-events:auto;cursor:ew-resize}
.slide::-moz-range-thumb{width:44px;height:2000px;border:0;pointer-events:auto;cursor:ew-resize}
.line:has(+.slide:focus-visible)::after{outline:3px solid var(--accent);outline-offset:2px}
.more{display:grid;grid-template-columns:repeat(auto-fill,minmax(84px,1fr));gap:8px;margin-top:8px}
.more .frame{border-radius:7px}
.frame .file{display:block;padding:40px 16px;text-align:center;font-family:var(--mono);overflow-wrap:anywhere}
.tools{position:absolute;right:8px;top:8px;z-index:2;display:flex;gap:5px;opacity:0}
.tools button{display:grid;place-items:center;height:32px;min-width:32px;padding:0;border:0;border-radius:8px;background:#141418d9;color:#e8e8ee;font-size:14px}
.tools .pick{padding:0 10px;font-size:13px}
.tools button:hover{background:#000}
.frame:hover .tools,.tools:focus-within,.picking .tools,[data-mark=star] .tools,[data-mark=reject] .tools{opacity:1}
.tools .star[aria-pressed=true]{background:#f2c14e;color:#231a00}
.tools .reject[aria-pressed=true]{background:#c0283f;color:#fff}
.tools .pick[aria-pressed=true]{background:#b7a0ff;color:#1b1230}
[data-mark=reject]:not(:hover) .shot img{opacity:.45}
@media (hover:none){.tools{opacity:1}.tools .pick{display:none}.picking .pick{display:grid}}
.dense .info>:not(.head),.tiny .slide,.tiny .line,.tiny .before,.dense .pick{display:none}
.tiny .compare .after{clip-path:none}
.grid.dense{gap:20px 14px}.grid.tiny{gap:14px 10px}
.dense .head{gap:6px;margin-top:5px}
.dense h2:not(.group){font-size:12px;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.tiny .state:not(.good){font-size:0}.tiny .state::before{margin:0}
.dense .edit{contain-intrinsic-size:auto 150px}
.tiny .frame.empty span{font-size:11px}

.head{display:flex;align-items:baseline;gap:12px;margin-top:13px}
h2{flex:1;min-width:0;font:600 14.5px/1.4 var(--mono);letter-spacing:-.01em;overflow-wrap:anywhere}
.state{flex:none;color:var(--look);font-size:13px;font-weight:550}
.state::before{content:"";display:inline-block;width:7px;height:7px;margin-right:6px;border-radius:50%;background:var(--look);vertical-align:1px}
.state.good{font-size:0}.state.good::before{margin:0}
.take{flex:none;padding:0 8px;border:1px solid var(--line);border-radius:10px;color:var(--soft);font-size:12.5px}
.take.kept{border-color:var(--accent);color:var(--accent)}
.next{margin-top:6px;font-size:14px;overflow-wrap:anywhere}
.about{margin-top:2px;color:var(--soft);font-size:14px;overflow-wrap:anywhere}
.prompt{margin-top:6px;white-space:pre-line;overflow-wrap:anywhere}
.info .prompt{display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:4;line-clamp:4;overflow:hidden}
.reason{margin-top:8px;padding:8px 12px;border-left:3px solid var(--look);border-radius:3px 8px 8px 3px;background:color-mix(in srgb,var(--look) 9%,transparent);font-size:14px;overflow-wrap:anywhere}
.refs{display:flex;flex-wrap:wrap;align-items:center;gap:6px;margin-top:10px;list-style:none}
.refs li{min-width:0;max-width:100%}
.ref{display:block;border-radius:6px}
.ref img{display:block;width:46px;height:46px;object-fit:cover;border-radius:6px;background:var(--well);font-size:0}
.named{display:block;max-width:100%;padding:3px 8px;border:1px solid var(--line);border-radius:6px;color:var(--soft);font:12.5px/1.5 var(--mono);overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
details{margin-top:8px;font-size:13.5px}
summary{color:var(--soft);cursor:pointer;font-variant-numeric:tabular-nums;border-radius:4px}
summary:hover{color:var(--ink)}
.facts{display:grid;grid-template-columns:auto minmax(0,1fr);gap:3px 16px;margin-top:8px}
.facts dt{color:var(--soft)}
.facts dd{margin:0;overflow-wrap:anywhere}
.none{padding:48px 0;text-align:center;color:var(--soft)}
.none button{border:0;background:none;color:var(--accent);text-decoration:underline;text-underline-offset:3px}
${VIEWER_STYLE}
${SPEC_STYLE}
@media (max-width:640px){
.totals{gap:8px 24px}.totals dd{font-size:15.5px}
.find{flex-basis:100%}.find kbd,.keys{display:none}
.shown:empty{display:none}.bar{position:static}
.arrange>summary{display:list-item}.arrange>div{display:grid;grid-template-columns:minmax(0,1fr);padding-top:8px}
.arrange label{justify-content:space-between}.arrange select{width:62%;max-width:none}.density{width:62%}
}
@media (prefers-reduced-motion:no-preference){.chip,.frame{transition:background-color .12s,color .12s}}
@media print{.bar,.slide,.line,.before,dialog{display:none!important}.edit{break-inside:avoid;content-visibility:visible}}
`;

// EXTERNAL MODULE: ./report/addresses.js
var addresses = __webpack_require__(35860);
// EXTERNAL MODULE: ./report/summary-totals.js
var summary_totals = __webpack_require__(32290);
// EXTERNAL MODULE: ./report/request-of.js + 1 modules
var request_of = __webpack_require__(96711);
// EXTERNAL MODULE: ./shared/duration.js
var duration = __webpack_require__(42403);
// EXTERNAL MODULE: ./shared/format.js
var shared_format = __webpack_require__(19612);
;// CONCATENATED MODULE: ./report/gallery/render-facts.js





/** The most important facts in one line: size, bytes, time, cost. */
function renderGlance(outcome) {
    const { edit, timings, costUsd } = outcome;
    const files = (0,branch_files/* filesOf */.R8)(outcome);
    const [first] = files;
    const shown = hasSize(first) ? first : edit.size;
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    return [
        ...(shown === undefined ? [] : [`${shown.width} × ${shown.height}`]),
        ...(files.length > 1 ? [(0,shared_format/* plural */.LS)(files.length, 'file')] : []),
        ...(bytes > 0 ? [(0,shared_format/* formatBytes */.z3)(bytes)] : []),
        ...(timings.totalMs === undefined ? [] : [(0,duration/* formatDuration */.a3)(timings.totalMs)]),
        ...(costUsd === undefined ? [] : [(0,shared_format/* formatUsd */.UK)(costUsd)]),
    ].join(' · ');
}
/** All facts of an edit, those without a value left out. */
function listFacts(outcome) {
    const { edit, costUsd, timings } = outcome;
    const requestId = (0,request_of/* requestOf */.f)(outcome);
    const matrix = Object.entries(edit.matrix).map(([key, value]) => `${key}: ${value}`);
    const phases = [
        ['queued', timings.queuedMs],
        ['running', timings.runningMs],
        ['download', timings.downloadMs],
    ];
    const times = phases.flatMap(([name, ms]) => (ms === undefined ? [] : [`${name} ${(0,duration/* formatDuration */.a3)(ms)}`]));
    const facts = [
        ['Request', requestId ?? '', 'code'],
        ['Model', edit.model, 'code'],
        ...describeSettings(edit),
        ['Matrix', matrix.join(', ')],
        ['Cost', costUsd === undefined ? (requestId === undefined ? '' : 'unknown') : (0,shared_format/* formatUsd */.UK)(costUsd)],
        ['Time', times.join(', ')],
        ...(0,branch_files/* filesOf */.R8)(outcome).flatMap((file) => {
            const size = file.width === undefined ? '' : `${file.width} × ${file.height ?? 0}, `;
            return [
                ['File', file.path, 'code'],
                ['', `${file.type}, ${size}${(0,shared_format/* formatBytes */.z3)(file.bytes)}`],
                ['SHA-256', file.sha256, 'code'],
            ];
        }),
        ['In the spec', `${edit.at.file}:${edit.at.line}`, 'code'],
    ];
    return facts.filter(([, value]) => value !== '');
}
/** Facts as a definition list. */
function renderFacts(facts) {
    const rows = facts.map(([name, value, code]) => {
        const text = (0,escape_html/* escapeHtml */.Z)(value);
        return `<dt>${(0,escape_html/* escapeHtml */.Z)(name)}</dt><dd>${code === undefined ? text : `<code>${text}</code>`}</dd>`;
    });
    return `<dl class="facts">${rows.join('')}</dl>`;
}
/** What was asked for besides prompt and pictures, by the names of the spec. */
function describeSettings({ size, scale, forceSingle, options, }) {
    const own = Object.entries(options).map(([key, value]) => [key, typeof value === 'string' ? value : JSON.stringify(value)]);
    if (size === undefined || scale === undefined)
        return own;
    return [
        ['Asked size', `${size.width} × ${size.height}`],
        ['Scale', `${scale}${forceSingle ? ', one picture only' : ''}`],
        ...own,
    ];
}
function hasSize(file) {
    return file?.width !== undefined && file.height !== undefined;
}

;// CONCATENATED MODULE: ./report/gallery/render-references.js


/** The references of an edit as a row of small pictures. If one cannot be shown, its name is. */
function renderReferences(references) {
    if (references.length === 0)
        return '';
    const items = references.map((reference) => `<li>${renderReference(reference)}</li>`);
    return `<ul class="refs" aria-label="References">${items.join('')}</ul>`;
}
function renderReference({ name: plain, address }) {
    const name = (0,escape_html/* escapeHtml */.Z)(plain);
    if (address === undefined)
        return `<span class="named" title="${name}">${name}</span>`;
    return `<a class="ref" href="${(0,addresses/* mediaAddress */.X)(address)}" title="${name}"><img src="${(0,addresses/* mediaAddress */.X)(address)}" alt="Reference ${name}" loading="lazy" decoding="async"></a>`;
}

;// CONCATENATED MODULE: ./report/gallery/state-looks.js
/** The color of a state: done, nothing happened, wrong, or still open. */
function lookOf(state) {
    switch (state) {
        case 'succeeded':
        case 'adopted':
            return 'good';
        case 'unchanged':
        case 'skipped':
            return 'calm';
        case 'failed':
            return 'bad';
        case 'pending':
        case 'unknown':
        case 'cancelled':
            return 'open';
    }
}

;// CONCATENATED MODULE: ./report/gallery/render-card.js







/** One edit: its pictures or the reason why there are none, its prompt, references, next step and facts. */
function renderCard(edit) {
    const { state, reason, next, warnings, description } = edit;
    const id = (0,escape_html/* escapeHtml */.Z)(edit.id);
    const look = state === undefined ? 'calm' : lookOf(state);
    const label = state === undefined ? '' : `<span class="state ${look}">${(0,summary_totals/* capital */.Nx)(state)}</span>`;
    return `<article class="edit" id="${id}"${renderData(edit)}>
${edit.files.length === 0 ? `<div class="frame empty ${look}"><span>${state === undefined ? 'No picture' : (0,summary_totals/* capital */.Nx)(state)}</span></div>` : renderFiles(edit, id)}
<div class="info">
<div class="head"><h2>${id}</h2>${edit.take === undefined ? '' : renderTake(edit.take)}${label}</div>
${description === undefined ? '' : `<p class="about" dir="auto">${(0,escape_html/* escapeHtml */.Z)(description)}</p>`}
${reason === undefined ? '' : `<p class="reason ${look}" dir="auto">${(0,escape_html/* escapeHtml */.Z)(reason)}</p>`}
${next === undefined ? '' : `<p class="next"><b>Next:</b> ${(0,escape_html/* escapeHtml */.Z)(next)}</p>`}
${renderLinked(edit.linked)}
<p class="prompt" dir="auto">${(0,escape_html/* escapeHtml */.Z)(edit.prompt)}</p>
${warnings.map((text) => `<p class="reason open" dir="auto">${(0,escape_html/* escapeHtml */.Z)(text)}</p>`).join('')}
${renderReferences(edit.references)}
<details><summary>${(0,escape_html/* escapeHtml */.Z)(edit.glance)}</summary>${renderFacts(edit.facts)}</details>
</div>
</article>`;
}
/** What the script filters, sorts and groups by. */
function renderData(edit) {
    const { take, files } = edit;
    const data = [
        ['key', edit.key],
        ['edit', take?.edit ?? edit.id],
        ['take', take?.number],
        ['state', edit.state],
        ['cost', edit.costUsd],
        ['ms', edit.totalMs],
        ['bytes', files.length === 0 ? undefined : files.reduce((sum, file) => sum + file.bytes, 0)],
        ['values', Object.keys(edit.matrix).length === 0 ? undefined : JSON.stringify(edit.matrix)],
    ];
    return data
        .map(([name, value]) => (value === undefined ? '' : ` data-${name}="${(0,escape_html/* escapeHtml */.Z)(String(value))}"`))
        .join('');
}
function renderTake({ number, of, isKept }) {
    return `<span class="take${isKept ? ' kept' : ''}">${number} of ${of}${isKept ? ', kept' : ''}</span>`;
}
/** Files that are not beside the page. The page must work offline, so it only links to them. */
function renderLinked(linked) {
    if (linked === undefined)
        return '';
    const links = linked.files.map(({ name: plain, address }) => {
        const name = (0,escape_html/* escapeHtml */.Z)(plain);
        return address === undefined ? name : `<a href="${(0,escape_html/* escapeHtml */.Z)(address)}">${name}</a>`;
    });
    return `<p class="about">${linked.where}: ${links.join(', ')}</p>`;
}
function renderFiles({ files, references, take }, id) {
    const [only, ...more] = references;
    // Takes are compared with each other rather than each with its reference.
    const reference = more.length > 0 || take !== undefined ? undefined : only?.address;
    const [first, ...others] = files.map((file, index) => renderFile(file, files.length > 1 ? `${id}, ${index + 1} of ${files.length}` : id, index === 0 ? (file.before ?? reference) : undefined));
    return `${first ?? ''}${others.length === 0 ? '' : `<div class="more">${others.join('')}</div>`}`;
}
/** `name` is escaped; `behind` is what the slider compares it with. */
function renderFile(file, name, behind) {
    const address = (0,addresses/* mediaAddress */.X)(file.path);
    if ((0,formats/* shownAs */.sE)(file.type) === 'link')
        return `<div class="frame"><a class="file" href="${address}">${(0,escape_html/* escapeHtml */.Z)(file.path)}</a></div>`;
    if ((0,formats/* shownAs */.sE)(file.type) === 'video') {
        return `<div class="frame"><video src="${address}" controls preload="metadata" playsinline aria-label="Result of ${name}"></video></div>`;
    }
    const size = file.width === undefined || file.height === undefined
        ? ''
        : ` width="${file.width}" height="${file.height}"`;
    const before = file.before === undefined ? '' : ` data-before="${(0,addresses/* mediaAddress */.X)(file.before)}"`;
    const shot = `class="shot" href="${address}" data-file="${file.sha256.slice(0, 16)}"${before}`;
    const after = `<img class="after" src="${(0,addresses/* mediaAddress */.X)(file.thumbnail ?? file.path)}"${size} alt="Result of ${name}" loading="lazy" decoding="async">`;
    if (behind === undefined)
        return `<div class="frame"><a ${shot}>${after}</a></div>`;
    const what = file.before === undefined ? 'reference' : 'picture before';
    return `<div class="frame compare"><a ${shot}>${after}<img class="before" src="${(0,addresses/* mediaAddress */.X)(behind)}" alt="" loading="lazy" decoding="async"></a><span class="line"></span><input class="slide" type="range" min="0" max="100" value="50" aria-label="How much of the ${what} shows, ${name}"></div>`;
}

// EXTERNAL MODULE: ./report/decide-advice.js
var decide_advice = __webpack_require__(10811);
;// CONCATENATED MODULE: ./report/gallery/next-step.js

/** If nothing is recorded, the next run knows of no request. */
const NOT_RECORDED = 'Keep the request id: you can read the result with it. A new run sends the edit and pays again.';
/** What a person can do about one edit that has no pictures: a sentence or two; undefined if there is nothing to do. */
function describeNextStep(outcome, keepsRecord) {
    const advice = (0,decide_advice/* decideAdvice */.p)(outcome);
    switch (advice) {
        case undefined:
            return undefined;
        case 'collect':
            return keepsRecord ? 'Run again: the next run collects it without paying again.' : NOT_RECORDED;
        case 'bring':
            return 'Run again: the next run brings the pictures to the branch, at no cost.';
        case 'other-run':
            return 'Run again when the other run has ended: nothing is paid for twice.';
        case 'check-submit':
        case 'check-request':
            return keepsRecord
                ? 'Look at your requests on RunComfy first. To have it made, and maybe pay twice, run with on-unknown: resubmit.'
                : 'Look at your requests on RunComfy before you run again.';
        case 'run-again':
            return 'Nothing is charged. Run again to have it made.';
        case 'fix':
            return 'Fix the cause, then run again: the next run sends it again and pays for what the service makes.';
        case 'fetch-again':
            return keepsRecord
                ? 'Run again: the next run fetches the pictures without paying again.'
                : NOT_RECORDED;
        case 'look-up':
            return 'Look for the request on RunComfy: the action no longer can fetch its pictures.';
        case 'unblock':
            return 'Nothing was sent. Run again when the reason no longer applies.';
    }
}

;// CONCATENATED MODULE: ./report/gallery/from-outcome.js


/** An edit's end as a card. */
function toGalleryEdit(outcome, { referencePath, thumbnail, onBranch, before, keepsRecord }) {
    const { edit, state, error, warnings, files, unchangedFiles, costUsd, timings } = outcome;
    return {
        id: edit.id,
        key: edit.key,
        ...(edit.take !== undefined && { take: edit.take }),
        // Models are compared like the values of a matrix, of which the model often is one.
        matrix: Object.fromEntries([
            ['model', edit.model],
            ...Object.entries(edit.matrix).map(([name, value]) => [name, String(value)]),
        ]),
        description: edit.description,
        prompt: edit.prompt,
        state,
        reason: error?.message ?? (edit.action.kind === 'skip' ? edit.action.reason : undefined),
        next: describeNextStep(outcome, keepsRecord),
        warnings,
        files: files.map((file, index) => ({ ...file, thumbnail: thumbnail?.(file), before: before[index] })),
        ...(files.length === 0 &&
            unchangedFiles.length > 0 && {
            linked: {
                where: onBranch === undefined ? 'Made by an earlier run' : 'On the branch',
                files: unchangedFiles.map((file) => ({ name: file.path, address: onBranch?.(file) })),
            },
        }),
        references: edit.images.map((image) => ({ name: nameOf(image), address: referencePath(image) })),
        glance: renderGlance(outcome),
        facts: listFacts(outcome),
        costUsd,
        totalMs: timings.totalMs,
    };
}
/** The name of a reference for people: its path, its address, or the edit that it comes from. */
function nameOf(image) {
    switch (image.kind) {
        case 'file':
            return image.path;
        case 'url':
            return image.url;
        case 'edit':
            return `output of ${image.id}`;
    }
}

// EXTERNAL MODULE: ./report/count-edits.js
var count_edits = __webpack_require__(3199);
// EXTERNAL MODULE: ./report/sum-costs.js
var sum_costs = __webpack_require__(1064);
;// CONCATENATED MODULE: ./report/gallery/render-header.js







/** The page's header: title, how the run ended, totals, and a bar that shows the share of each state. */
function renderHeader(run, title) {
    const files = run.edits.flatMap((edit) => edit.files);
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    const totals = [
        ['Edits', String(run.edits.length)],
        ['Files', String(files.length)],
        ['On disk', (0,shared_format/* formatBytes */.z3)(bytes)],
        ['Cost', (0,sum_costs/* describeCost */.P)((0,sum_costs/* sumCosts */.A)(run.edits))],
        ['Time', (0,duration/* formatDuration */.a3)(run.elapsedMs)],
    ];
    const made = new Date(run.startedAtMs).toISOString();
    return `<header class="top">
<div>
<h1>${(0,escape_html/* escapeHtml */.Z)(title)}</h1>
<p class="lead">${(0,escape_html/* escapeHtml */.Z)((0,summary_totals/* describeOutcome */.SS)(run))} <time datetime="${made}">${made.slice(0, 10)} ${made.slice(11, 16)} UTC</time></p>
</div>
<dl class="totals">${totals.map(([name, value]) => `<div><dt>${name}</dt><dd>${value}</dd></div>`).join('')}</dl>
${renderShares(run)}
</header>`;
}
/** The shares as SVG, where a width is an attribute: the page's policy allows no inline style. */
function renderShares({ edits }) {
    if (edits.length === 0)
        return '';
    const counts = (0,count_edits/* countStates */.c)(edits);
    let x = 0;
    const bars = count_edits/* STATES */.x.toReversed().flatMap((state) => {
        if (state === 'open' || counts[state] === 0)
            return [];
        const bar = `<rect class="${lookOf(state)}" x="${x}" width="${counts[state]}" height="1"/>`;
        x += counts[state];
        return [bar];
    });
    return `<svg class="shares" viewBox="0 0 ${edits.length} 1" preserveAspectRatio="none" aria-hidden="true">${bars.join('')}</svg>`;
}

;// CONCATENATED MODULE: ./report/gallery/render-toolbar.js




/** A value of a matrix is offered for choice if there are at least 2 and at most so many of them. */
const MOST_VALUES = 100;
/** Search, filters and order. They are hidden until the script runs, because they do nothing without it. */
function renderToolbar(edits) {
    return `<search class="bar" hidden>
<label class="find"><span>Search</span><input type="search" placeholder="Search ids, prompts, request ids" autocomplete="off" spellcheck="false"><kbd>/</kbd></label>
<div class="chips" role="group" aria-label="Filter">${renderChips(edits)}</div>
<button type="button" class="copy">Copy as spec…</button>
<output class="shown"></output>
<details class="arrange" open><summary>Sort, group, size</summary><div>${renderSelects(edits)}
<label>Size <input class="density" type="range" min="0" max="4" value="3" aria-label="Size of the pictures"></label>
</div></details>
</search>`;
}
function renderChips(edits) {
    const count = (wanted) => edits.filter(({ state }) => state === wanted).length;
    const states = count_edits/* STATES */.x.toReversed().flatMap((state) => {
        const own = count(state);
        return own === 0 || state === 'open'
            ? []
            : [renderChip(`state:${state}`, (0,summary_totals/* capital */.Nx)(state), own, ` ${lookOf(state)}`)];
    });
    // With one of the two only, its own chip shows the same.
    const changed = count('succeeded') > 0 && count('adopted') > 0 ? count('succeeded') + count('adopted') : 0;
    return [
        renderChip('', 'All', edits.length, '', true),
        ...(states.length > 1 ? states : []),
        ...(changed > 0 ? [renderChip('changed', 'Changed', changed)] : []),
        // The script shows them as soon as something is marked.
        renderChip('mark:star', 'Starred', 0, ' marked'),
        renderChip('mark:reject', 'Rejected', 0, ' marked'),
    ].join('');
}
function renderChip(filter, name, count, look = '', isOn = false) {
    return `<button type="button" class="chip${look}" data-filter="${filter}" aria-pressed="${isOn}">${name} <b>${count}</b></button>`;
}
function renderSelects(edits) {
    const axes = listAxes(edits);
    const facets = [...axes].map(([axis, values]) => renderSelect(axis, `class="facet" data-axis="${(0,escape_html/* escapeHtml */.Z)(axis)}"`, [
        ['', 'all'],
        ...values.map((value) => [value, value]),
    ]));
    const hasTakes = edits.some(({ take }) => take !== undefined);
    const groups = [
        ['', 'nothing'],
        ...(hasTakes || axes.size > 0 ? [[hasTakes ? 'edit' : 'key', 'edit']] : []),
        ['state', 'state'],
        ...[...axes.keys()].map((axis) => [`value:${axis}`, axis]),
    ];
    const orders = [
        ['', 'as in the spec'],
        ['id', 'id'],
        ['cost', 'cost'],
        ['ms', 'time'],
        ['bytes', 'file size'],
    ];
    return [
        ...facets,
        renderSelect('Group by', 'class="group-by"', groups),
        renderSelect('Sort by', 'class="sort"', orders),
    ].join('');
}
function renderSelect(name, attributes, choices) {
    const options = choices.map(([value, text]) => `<option value="${(0,escape_html/* escapeHtml */.Z)(value)}">${(0,escape_html/* escapeHtml */.Z)(text)}</option>`);
    return `<label>${(0,escape_html/* escapeHtml */.Z)(name)} <select ${attributes}>${options.join('')}</select></label>`;
}
/** The matrix keys and their values, in the order in which they come. */
function listAxes(edits) {
    const axes = new Map();
    for (const { matrix } of edits) {
        for (const [axis, value] of Object.entries(matrix)) {
            axes.set(axis, (axes.get(axis) ?? new Set()).add(value));
        }
    }
    return new Map([...axes]
        .filter(([, values]) => values.size > 1 && values.size <= MOST_VALUES)
        .map(([axis, values]) => [axis, [...values]]));
}

;// CONCATENATED MODULE: ./report/gallery/viewer.js
/** The large view. The script fills it with a copy of the card's content. */
const VIEWER = `<dialog class="view" aria-label="Large view">
<div class="room">
<div class="viewbar">
<div class="who"><strong></strong> <span class="count"></span></div>
<div class="modes" role="group" aria-label="How to compare">
<button type="button" data-mode="after" aria-pressed="true">Result</button>
<button type="button" data-mode="slide" aria-pressed="false">Slider</button>
<button type="button" data-mode="side" aria-pressed="false">Side by side</button>
<button type="button" data-mode="blink" aria-pressed="false">Blink</button>
</div>
<div class="zoom" role="group" aria-label="Zoom">
<button type="button" data-zoom="out" aria-label="Zoom out">−</button>
<button type="button" class="level" title="Fit or 100 %">Fit</button>
<button type="button" data-zoom="in" aria-label="Zoom in">+</button>
</div>
<div class="acts">
<button type="button" class="star" aria-pressed="false" aria-label="Star" title="Star (S)">★</button>
<button type="button" class="reject" aria-pressed="false" aria-label="Reject" title="Reject (X)">✕</button>
<button type="button" class="pin" aria-pressed="false" title="Keep this picture to compare others with (P)">Pin</button>
<button type="button" class="full" title="Full screen (F)">Full screen</button>
<a class="save" download>Save</a>
</div>
<button type="button" class="close" aria-label="Close">✕</button>
</div>
<div class="stage" tabindex="-1">
<div class="pair">
<figure class="pane then"><img alt="Reference" draggable="false"><figcaption>Reference</figcaption></figure>
<figure class="pane now"><img alt="Result" draggable="false"><figcaption>Result</figcaption></figure>
<span class="line"></span>
<input class="slide" type="range" min="0" max="100" value="50" aria-label="How much of the other picture shows">
</div>
<button type="button" class="step back" aria-label="Previous picture">‹</button>
<button type="button" class="step on" aria-label="Next picture">›</button>
</div>
<aside class="side" tabindex="0" aria-label="About this picture"></aside>
<p class="keys"><kbd>←</kbd> <kbd>→</kbd> pictures <kbd>↑</kbd> <kbd>↓</kbd> takes <kbd>+</kbd> <kbd>−</kbd> zoom <kbd>0</kbd> fit <kbd>1</kbd> 100 % <kbd>C</kbd> compare <kbd>P</kbd> pin <kbd>S</kbd> star <kbd>X</kbd> reject <kbd>F</kbd> full screen <kbd>Esc</kbd> close</p>
</div>
</dialog>
<dialog class="spec" aria-label="Copy as spec">
<form method="dialog">
<h2>Copy as spec</h2>
<p class="forms" role="radiogroup" aria-label="What to copy">
<label><input type="radio" name="form" value="keep" checked> <span>Keep the starred takes</span></label>
<label><input type="radio" name="form" value="force"> <span>Make the rejected ones again</span></label>
<label><input type="radio" name="form" value="only"> <span>Only the starred ones</span></label>
<label><input type="radio" name="form" value="shown"> <span>Only those that are shown</span></label>
</p>
<p class="hint"></p>
<textarea readonly rows="9" spellcheck="false" aria-label="Text to copy"></textarea>
<p class="ends"><button type="button" class="clear">Remove all marks</button> <button type="button" class="take-it">Copy</button> <button type="submit">Close</button></p>
</form>
</dialog>`;

// EXTERNAL MODULE: ./report/spec-order.js
var spec_order = __webpack_require__(74412);
;// CONCATENATED MODULE: ./report/render-gallery.js











/** With one or two edits, each gets more room than a column. */
const GRIDS = ['', ' single', ' few'];
/**
 * The gallery as one HTML page that needs only the pictures beside it: outputs at their `files[].path`, references
 * where `referencePath` says. Pictures that are only on the assets branch are links. The page works from a disk and
 * without a network (except for hosted references); without scripts it is a plain list of pictures. Its content
 * security policy allows no other script or style, so that text from outside stays text even if escaping fails.
 */
function renderGallery(run, options) {
    const { title, referencePath, thumbnail, before } = options;
    const branchAddress = 'branch' in run ? (0,branch_files/* createBranchAddress */.$A)(run) : () => undefined;
    const edits = (0,spec_order/* inSpecOrder */.p)(run.edits).map((outcome) => toGalleryEdit(outcome, {
        referencePath,
        thumbnail,
        onBranch: branchAddress(outcome),
        before: before?.get(outcome.edit.id) ?? [],
        keepsRecord: run.keepsRecord,
    }));
    const policy = [
        "default-src 'none'",
        // A page opened from a disk has an opaque origin; 'self' is for a page on a server.
        "img-src 'self' file: https:",
        "media-src 'self' file:",
        `style-src ${hashForPolicy(PAGE_STYLE)}`,
        `script-src ${hashForPolicy(PAGE_SCRIPT)}`,
        "base-uri 'none'",
        "form-action 'none'",
    ].join('; ');
    return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${(0,escape_html/* escapeHtml */.Z)(title)}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
${renderHeader(run, title)}
${renderToolbar(edits)}
<main class="grid${GRIDS[edits.length] ?? ''}">
${edits.map(renderCard).join('\n')}
</main>
<p class="none" hidden>No edit matches. <button type="button">Show all</button></p>
${VIEWER}
<script>${PAGE_SCRIPT}</script>
</body>
</html>
`;
}
/** The source expression with which a content security policy allows exactly this inline script or style. */
function hashForPolicy(text) {
    return `'sha256-${(0,external_node_crypto_.createHash)('sha256').update(text).digest('base64')}'`;
}

// EXTERNAL MODULE: ./shared/optional-file.js
var optional_file = __webpack_require__(23490);
;// CONCATENATED MODULE: ./report/stage-references.js




/**
 * Copies the repository pictures that edits of this run used, whether or not they succeeded, to `<folder>/references/<sha256>.<ext>`, each once, so
 * that the gallery works without the repository. A copy-on-write file system shares the bytes. A picture that was
 * removed during the run is left out, and the gallery shows its name instead. Otherwise throws as `node:fs` does.
 */
async function stageReferences(edits, folder) {
    const staged = new Map();
    for (const { edit, state, files } of edits) {
        // What an earlier run made is only linked to, and so are its references.
        if (state === 'unchanged' && files.length === 0)
            continue;
        for (const image of edit.images) {
            if (image.kind !== 'file' || staged.has(image.sha256))
                continue;
            const relative = `references/${image.sha256}.${(0,formats/* fileExtension */.i_)(image.type)}`;
            if (await copyTo(image, external_node_path_.join(folder, relative)))
                staged.set(image.sha256, relative);
        }
    }
    return staged;
}
/** Whether the picture was copied: false if it was removed during the run. */
async function copyTo(image, copy) {
    await (0,promises_.mkdir)(external_node_path_.dirname(copy), { recursive: true });
    try {
        await (0,promises_.copyFile)(image.absolutePath, copy, promises_.constants.COPYFILE_FICLONE);
        return true;
    }
    catch (error) {
        if ((0,optional_file/* isNotFound */.c4)(error))
            return false;
        throw error;
    }
}

;// CONCATENATED MODULE: ./report/results-delivery.js
/** The artifact as it appears in the results file. */
function describeDelivery(delivery) {
    switch (delivery.kind) {
        case 'artifact': {
            const { kind, name, id, url, digest, bytes, files } = delivery;
            return { kind, name, id, url, digest, bytes, files };
        }
        case 'none':
            return { kind: delivery.kind };
        case 'failed':
            return { kind: delivery.kind, message: delivery.message, folder: delivery.folder };
    }
}
/** The branch as it appears in the results file. All kinds have the same keys, so a reader need not check the kind first. */
function describeBranch(delivery) {
    const committed = delivery.kind === 'committed' ? delivery : undefined;
    const named = delivery.kind === 'none' ? undefined : delivery;
    return {
        kind: delivery.kind,
        branch: named?.branch ?? null,
        directory: named?.directory ?? null,
        commit: (named?.kind === 'failed' ? undefined : named?.commit) ?? null,
        changed: committed?.changed ?? [],
        warnings: committed?.warnings ?? [],
        left: (delivery.kind === 'failed' ? delivery.left : (committed?.left ?? [])).map(({ id, reason }) => ({
            id,
            reason,
        })),
        message: delivery.kind === 'failed' ? delivery.message : null,
    };
}

// EXTERNAL MODULE: ./report/pictures-before.js
var pictures_before = __webpack_require__(80017);
;// CONCATENATED MODULE: ./report/render-results.js







/** Raised whenever programs that read the results file would have to change. */
const SCHEMA_VERSION = 1;
/**
 * The results file as JSON text. Keys are camelCase and always present, in a fixed order. A value that is unknown or
 * does not apply is `null`, never 0. Durations are in milliseconds, money is in USD, times are ISO 8601 (UTC).
 *
 * A file that is written during the run has the same form with `"complete": false`: edits that have not ended are
 * `open`, with their request id as soon as there is one. The file inside the artifact is written before the
 * upload, so its `delivery` is `null`. `branch` is `null` until the branch is delivered.
 */
function renderResults(run) {
    const branchAddress = 'branch' in run ? (0,branch_files/* createBranchAddress */.$A)(run) : undefined;
    const was = 'outcome' in run ? run.before : undefined;
    const costs = (0,sum_costs/* sumCosts */.A)(run.edits);
    const results = {
        schemaVersion: SCHEMA_VERSION,
        complete: 'outcome' in run,
        outcome: 'outcome' in run ? run.outcome : null,
        model: findOnlyModel(run.edits),
        startedAt: new Date(run.startedAtMs).toISOString(),
        elapsedMs: run.elapsedMs,
        totals: { edits: run.edits.length, ...(0,count_edits/* countStates */.c)(run.edits) },
        costUsd: costs.knownUsd ?? null,
        editsOfUnknownCost: costs.unknownEdits,
        delivery: 'delivery' in run ? describeDelivery(run.delivery) : null,
        branch: 'branch' in run ? describeBranch(run.branch) : null,
        problems: run.problems.map(describeProblem),
        edits: run.edits.map((edit) => {
            const heldBy = 'branch' in run && edit.state !== 'open' ? (0,branch_files/* heldByCommit */.yZ)(edit, run.branch) : undefined;
            const isThere = edit.state !== 'open' && !isElsewhere(edit) && branchAddress?.(edit) !== undefined;
            const before = was === undefined ? [] : (0,pictures_before/* listBefore */.C)(was, edit.edit);
            return {
                ...describeEdit(edit, isThere && heldBy === undefined, heldBy),
                before: replaced(edit, before),
            };
        }),
    };
    return `${JSON.stringify(results, null, 2)}\n`;
}
/** The model of all edits; `null` if they have several, or if there are none. */
function findOnlyModel(edits) {
    const [only, ...others] = new Set(edits.map(({ edit }) => edit.model));
    return others.length === 0 ? (only ?? null) : null;
}
function describeEdit(edit, onBranch, heldBy) {
    const { edit: request, state } = edit;
    const ended = state === 'open' ? undefined : edit;
    return {
        id: request.id,
        key: request.key,
        matrix: request.matrix,
        take: describeTake(request.take),
        description: request.description ?? null,
        state,
        action: request.action.kind,
        sharedWith: request.action.kind === 'share' ? request.action.with : null,
        otherBranch: describeOtherBranch(request.action),
        heldBy: heldBy ?? null,
        fingerprint: request.fingerprint,
        requestId: (0,request_of/* requestOf */.f)(edit) ?? null,
        files: (ended === undefined ? [] : (0,branch_files/* filesOf */.R8)(ended)).map(({ path, sha256, bytes, type, width, height, ...rest }) => ({
            ...{ path, sha256, bytes, type },
            ...{ width: width ?? null, height: height ?? null, onBranch },
            carries: render_results_describeCarried(rest),
        })),
        costUsd: ended?.costUsd ?? null,
        timings: describeTimings(ended?.timings ?? {}),
        error: ended?.error === undefined ? null : { code: ended.error.code, message: ended.error.message },
        skippedBecause: skipReason(ended),
        warnings: ended?.warnings ?? [],
        prompt: request.prompt,
        references: request.images.map(describeReference),
        model: request.model,
        options: request.options,
        size: request.size?.wire ?? null,
        scale: request.scale ?? null,
        forceSingle: request.forceSingle,
        output: request.output,
        at: describePosition(request.at),
    };
}
/** The pictures that an edit of this run has taken the place of, each in a commit that has it. */
function replaced(edit, before) {
    if (edit.state !== 'succeeded' && edit.state !== 'adopted')
        return [];
    const now = new Set((0,branch_files/* filesOf */.R8)(edit).map(({ sha256 }) => sha256));
    return before.flatMap((picture) => picture === undefined || now.has(picture.sha256)
        ? []
        : [{ path: picture.path, commit: picture.commit, sha256: picture.sha256 }]);
}
/** Which take of its edit it is; `null` if there is only one. */
function describeTake(take) {
    if (take === undefined)
        return null;
    const { edit, number, of, isKept } = take;
    return { edit, number, of, isKept };
}
/** What a picture says of its origin; `null` if it says nothing, or if it was not looked for. */
function render_results_describeCarried({ carries }) {
    if (carries === undefined)
        return null;
    const { mark, label, c2pa } = carries;
    return { mark: mark ?? null, label: label ?? null, c2pa: c2pa ?? null };
}
/** The branch that has the pictures of an edit, or from which they were copied; `null` if they are the branch's own. */
function describeOtherBranch(action) {
    if (!('on' in action))
        return null;
    const { branch, commit } = action.on;
    return { branch, commit };
}
/** Whether the pictures stay on another branch. */
function isElsewhere({ edit: { action } }) {
    return action.kind === 'unchanged' && action.on !== undefined;
}
/** Why the plan left the edit out on purpose; `null` if it did not. */
function skipReason(outcome) {
    if (outcome === undefined || !(0,decide_outcome/* isSkippedOnPurpose */.mg)(outcome))
        return null;
    return outcome.edit.action.kind === 'skip' ? outcome.edit.action.reason : null;
}
function describeTimings(timings) {
    return {
        queuedMs: timings.queuedMs ?? null,
        runningMs: timings.runningMs ?? null,
        downloadMs: timings.downloadMs ?? null,
        totalMs: timings.totalMs ?? null,
    };
}
function describeReference(image) {
    switch (image.kind) {
        case 'file': {
            const { kind, path, sha256, bytes, type, width, height } = image;
            return { kind, path, sha256, bytes, type, width, height, option: image.option ?? null };
        }
        case 'url':
            return { kind: image.kind, url: image.url, option: image.option ?? null };
        case 'edit':
            return { kind: image.kind, edit: image.id, option: image.option ?? null };
    }
}
function describeProblem({ severity, message, at }) {
    return { severity, message, at: at === undefined ? null : describePosition(at) };
}
function describePosition({ file, line, column }) {
    return { file, line, column };
}

;// CONCATENATED MODULE: ./report/write-results.js


/**
 * Writes the results file in one step (a temporary file is renamed over it), so that a reader never sees half of it,
 * even after a kill. Calls for the same path must not overlap. Throws as `node:fs` does.
 */
async function writeResults(path, run) {
    const beside = `${path}.part`;
    await (0,promises_.writeFile)(beside, renderResults(run));
    await (0,promises_.rename)(beside, path);
}

// EXTERNAL MODULE: ./shared/sentence.js
var sentence = __webpack_require__(47730);
;// CONCATENATED MODULE: ./run/deliver/deliver-to-artifact.js











/** Uploads the run's pictures, with the results file and the gallery, as one artifact. */
async function deliverToArtifact(run, folder, { spec, artifactName: name, retentionDays }, renditions, world, signal, before = new Map()) {
    const pictures = run.edits.flatMap(({ files }) => files.map(({ absolutePath }) => absolutePath));
    if (pictures.length === 0)
        return { kind: 'none' };
    const companions = await writeCompanions(run, folder, spec, renditions, before).catch((error) => {
        // The pictures were paid for: they are uploaded even without a page about them.
        world.log.info((0,sentence/* toSentence */.R)(`the gallery could not be made: ${(0,describe_error/* describeError */.U)(error)}`));
        return [];
    });
    return await deliverArtifact({
        name,
        folder,
        files: [...companions, ...pictures, ...renditions.files],
        ...(retentionDays !== undefined && { retentionDays }),
        run: world.job,
    }, { ...world, serverUrl: world.repository.serverUrl, signal });
}
/** Writes what goes with the pictures: gallery, results file, and the references that the gallery shows. */
async function writeCompanions(run, folder, title, renditions, before) {
    const staged = await stageReferences(run.edits, folder);
    const referencePath = createReferencePath(run.edits, staged);
    const onDisk = new Set(renditions.files);
    const thumbnail = createThumbnails(renditions.made, (file) => onDisk.has(external_node_path_.join(folder, file)));
    const gallery = external_node_path_.join(folder, 'index.html');
    const results = external_node_path_.join(folder, 'results.json');
    await (0,promises_.writeFile)(gallery, renderGallery(run, { title, referencePath, thumbnail, before }));
    await writeResults(results, run);
    const list = await writePicturesFile(run, folder, renditions);
    const beside = new Set([
        ...staged.values(),
        ...[...before.values()].flatMap((files) => files.flatMap((file) => file ?? [])),
    ]);
    return [gallery, results, ...list, ...[...beside].map((relative) => external_node_path_.join(folder, relative))];
}
/** The list of pictures for pages, if this run made renditions. */
async function writePicturesFile({ edits }, folder, { files, made }) {
    if (files.length === 0)
        return [];
    const listed = edits
        // The kept take is the picture of its edit.
        .filter(({ edit: { take }, files: own }) => own.length > 0 && take?.isKept !== false)
        .map(({ edit: { id, take, pictures }, files: own }) => ({
        id: take?.edit ?? id,
        files: own,
        ...(pictures?.alt !== undefined && { alt: pictures.alt }),
    }));
    const file = external_node_path_.join(folder, PICTURES_NAME);
    await (0,promises_.writeFile)(file, renderPicturesFile(listed, made));
    return [file];
}

// EXTERNAL MODULE: ./git/push.js + 1 modules
var push = __webpack_require__(38568);
// EXTERNAL MODULE: ./shared/problem.js
var shared_problem = __webpack_require__(85720);
// EXTERNAL MODULE: ./deliver/branch/branch-paths.js
var branch_paths = __webpack_require__(39799);
// EXTERNAL MODULE: ./git/commit-tree.js
var commit_tree = __webpack_require__(78678);
// EXTERNAL MODULE: ./git/write-blobs.js
var write_blobs = __webpack_require__(29964);
// EXTERNAL MODULE: ./lock/lock-schema.js
var lock_schema = __webpack_require__(47384);
// EXTERNAL MODULE: ./lock/sort-json.js
var sort_json = __webpack_require__(60696);
;// CONCATENATED MODULE: ./lock/render-lock.js



/**
 * The lock file's text: the same bytes for the same lock, entries sorted by id, one value a line, so that a change to
 * one edit changes only its lines.
 */
function renderLock(lock) {
    const { edits, pages, preview, spending, models, renditions } = lock;
    // Put together by hand, as JavaScript moves keys such as `2024` to the front of an object.
    const entries = [...edits.keys()].toSorted().map((id) => {
        const entry = edits.get(id);
        if (entry === undefined)
            throw new Error(`${id} has no entry`);
        return `    ${JSON.stringify(id)}: ${indent(describeEntry(entry), '    ')}`;
    });
    const sections = {
        version: String(lock_schema/* LOCK_VERSION */.T),
        pages: indent(pages.toSorted(), '  '),
        ...(preview !== undefined && {
            preview: indent({ pull_request: preview.pullRequest, commit: preview.commit }, '  '),
        }),
        ...(spending !== undefined && {
            spending: indent((0,sort_json/* sortKeys */.d)((0,map_values/* mapValues */.L)(spending, describeMonth)), '  '),
        }),
        ...(models !== undefined && { models: indent((0,sort_json/* sortKeys */.d)((0,map_values/* mapValues */.L)(models, describeModel)), '  ') }),
        edits: entries.length === 0 ? '{}' : `{\n${entries.join(',\n')}\n  }`,
        ...(renditions !== undefined && { renditions: indent(describeRenditions(renditions), '  ') }),
    };
    const lines = Object.entries(sections).map(([key, value]) => `  "${key}": ${value}`);
    return `{\n${lines.join(',\n')}\n}\n`;
}
function describeEntry(entry) {
    return {
        spec: entry.spec ?? null,
        take: entry.take,
        kept: entry.isKept,
        stored: entry.stored,
        held_by: entry.heldBy,
        fingerprint: entry.fingerprint,
        model: entry.model,
        model_schema: entry.modelSchema,
        input: (0,sort_json/* sortJson */.B)(entry.input),
        references: entry.references?.map(({ content, path, commit, edit }) => ({
            content,
            path,
            commit,
            edit,
        })),
        alt: entry.alt,
        request_id: entry.requestId,
        cost_usd: entry.costUsd ?? null,
        submitted_at: entry.submittedAt,
        finished_at: entry.finishedAt,
        queued_ms: entry.queuedMs ?? null,
        running_ms: entry.runningMs ?? null,
        action_version: entry.actionVersion,
        spec_commit: entry.specCommit ?? null,
        files: entry.files.map(render_lock_describeFile),
        history: entry.history?.map(({ fingerprint, commit }) => ({ fingerprint, commit })),
    };
}
function render_lock_describeFile({ path, sha256, bytes, type, width, height, carries }) {
    const { mark, label, c2pa } = carries ?? {};
    return {
        path,
        sha256,
        bytes,
        width: width ?? null,
        height: height ?? null,
        type,
        ...(carries !== undefined && { carries: { mark, label, c2pa } }),
    };
}
function describeMonth({ costUsd, edits, unpriced, requests }) {
    return {
        cost_usd: costUsd,
        edits,
        unpriced,
        ...(requests !== undefined && {
            requests: (0,sort_json/* sortKeys */.d)(Object.fromEntries([...requests].map(([id, usd]) => [id, usd ?? null]))),
        }),
    };
}
function describeModel({ digest, schema }) {
    return { digest, schema: (0,sort_json/* sortJson */.B)(schema) };
}
function describeRenditions(renditions) {
    const describe = (rendition) => ({
        set: rendition.set,
        settings: (0,sort_json/* sortJson */.B)(rendition.settings),
        color: rendition.color,
        placeholder: rendition.placeholder,
        files: rendition.files.toSorted((a, b) => (a.path < b.path ? -1 : 1)).map(render_lock_describeFile),
        stale: rendition.stale?.toSorted(),
    });
    return (0,sort_json/* sortKeys */.d)((0,map_values/* mapValues */.L)(renditions, (bySettings) => (0,sort_json/* sortKeys */.d)((0,map_values/* mapValues */.L)(bySettings, describe))));
}
/** JSON on several lines, of which all but the first begin with `by`. */
function indent(value, by) {
    return JSON.stringify(value, null, 2).replaceAll('\n', `\n${by}`);
}

;// CONCATENATED MODULE: ./deliver/branch/find-missing.js

/**
 * Edits whose files were on the branch when the run began and are gone from this tip, because someone replaced the branch
 * or removed the files meanwhile; pure. They are reported, as they may have been removed on purpose.
 */
function findMissing({ tree }, unchanged, place) {
    return unchanged.flatMap(({ id, paths }) => {
        const gone = paths.find((path) => {
            const file = tree.get((0,branch_paths/* fromRoot */.tc)(place, path));
            return file === undefined || !(0,branch_paths/* isPlainFile */.Dn)(file);
        });
        if (gone === undefined)
            return [];
        const reason = `its picture ${(0,branch_paths/* quotePath */.WG)((0,branch_paths/* fromRoot */.tc)(place, gone))} was removed from the branch during the run; the next run makes it again`;
        return [{ id, reason }];
    });
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./lock/has-files.js
var has_files = __webpack_require__(53119);
// EXTERNAL MODULE: ./lock/locked-models.js
var locked_models = __webpack_require__(67498);
// EXTERNAL MODULE: ./lock/remember-past.js
var remember_past = __webpack_require__(2539);
// EXTERNAL MODULE: ./lock/spending.js
var lock_spending = __webpack_require__(76325);
// EXTERNAL MODULE: ./shared/take-id.js
var take_id = __webpack_require__(49912);
// EXTERNAL MODULE: ./deliver/branch/foreign-files.js
var foreign_files = __webpack_require__(7066);
// EXTERNAL MODULE: ./shared/fold-path.js
var fold_path = __webpack_require__(42274);
;// CONCATENATED MODULE: ./deliver/branch/plan-renditions.js




/**
 * What becomes of the renditions on one tip, whose entries after the commit are `edits`; pure. One whose path has a file of others,
 * or another edit's picture, is left out.
 */
function planRenditions(tip, edits, change, place) {
    const before = tip.recorded.lock.renditions ?? {};
    if (change === undefined)
        return { records: before, written: [], warnings: [] };
    const foreign = (0,foreign_files/* findForeign */.eN)(tip.tree, (0,branch_paths/* ownPaths */.Vw)(place, tip.recorded.lock));
    const pictures = new Set([...edits.values()].flatMap(({ files }) => files.map(({ path }) => (0,fold_path/* foldPath */.t)(path))));
    const warnings = [];
    const set = change.set.map((made) => ({
        ...made,
        files: made.files.filter(({ path }) => {
            if (!change.blobs.has(path))
                return false;
            const obstacle = (0,foreign_files/* findObstacle */.R5)((0,branch_paths/* fromRoot */.tc)(place, path), foreign);
            const owner = obstacle ?? (pictures.has((0,fold_path/* foldPath */.t)(path)) ? path : undefined);
            if (owner !== undefined)
                warnings.push(`The rendition ${(0,branch_paths/* quotePath */.WG)(path)} is left out, because ${(0,branch_paths/* quotePath */.WG)(owner)} is on the branch and is no rendition of this picture.`);
            return owner === undefined;
        }),
    }));
    const made = set.filter(({ files }) => files.length > 0);
    const records = applyRenditions(before, { ...change, set: made }, edits);
    const written = made
        .filter(({ original, key }) => records[original]?.[key] !== undefined)
        .flatMap(({ files }) => files)
        .flatMap(({ path }) => ({ path, blob: change.blobs.get(path) ?? '' }));
    return { records, written, warnings };
}
/** The paths of all files that are recorded. */
function listPaths(records) {
    const all = Object.values(records).flatMap((bySettings) => Object.values(bySettings));
    return all.flatMap(({ files }) => files.map(({ path }) => path));
}

;// CONCATENATED MODULE: ./deliver/branch/rebase-changes.js






/**
 * Fits changes that were planned on `base` to what is on the branch by now; pure. If another run made the same edit in
 * the meantime, pictures that this run made replace those, and pictures that it only moved or copied do not. Nothing is removed
 * that another run has made since, and nothing is written over what others wrote.
 */
function rebaseChanges(tip, base, changes, place) {
    const now = tip.recorded.lock.edits;
    const before = base.recorded.lock.edits;
    const isAsBefore = (id) => (0,external_node_util_.isDeepStrictEqual)(now.get(id), before.get(id));
    const warnings = [];
    const set = changes.set.filter(({ id, entry, sources }) => {
        const theirs = now.get(id);
        if (theirs === undefined || isAsBefore(id) || (0,remember_past/* isSameEntry */.TR)(theirs, entry))
            return true;
        const isMade = sources.some(({ kind }) => kind === 'disk');
        // Two runs that adopt the same pictures: the entries differ in the commit of the spec.
        if (!isMade && theirs.requestId === entry.requestId && sources.some(({ kind }) => kind === 'copy'))
            return false;
        const other = `Edit ${(0,branch_paths/* quotePath */.WG)(id)} was also made by another run, at ${theirs.finishedAt} (request ${theirs.requestId})`;
        warnings.push(isMade
            ? `${other}; this later one replaces it. The earlier pictures are in the branch's history.`
            : `${other}, while this run only moved or copied pictures; those of the other run stay.`);
        return isMade;
    });
    const left = new Map(findUnfit(tip, set, place).map((each) => [each.id, each]));
    const remaining = () => set.filter(({ id }) => !left.has(id));
    const removable = changes.remove.filter(isAsBefore);
    for (;;) {
        const remove = removable.filter((id) => !isNeeded(id, set, left, tip));
        const clashes = findClashes(tip, remaining(), remove);
        if (clashes.length === 0) {
            return {
                ...{ set: remaining(), remove: remove.filter((id) => now.has(id)) },
                ...{ left: [...left.values()], warnings },
            };
        }
        // An edit that is left out keeps its old paths, which another may have been about to take.
        for (const clash of clashes)
            left.set(clash.id, clash);
    }
}
/** Changes that cannot be made, whatever becomes of the others. */
function findUnfit(tip, set, place) {
    const foreign = (0,foreign_files/* findForeign */.eN)(tip.tree, (0,branch_paths/* ownPaths */.Vw)(place, tip.recorded.lock));
    const there = new Set([...tip.tree.values()].filter(branch_paths/* isPlainFile */.Dn).map(({ blob }) => blob));
    return set.flatMap(({ id, entry, sources, blobs, fault }) => {
        if (fault !== undefined)
            return [{ id, reason: fault }];
        const gone = sources.find(({ kind }, index) => kind === 'branch' && !there.has(blobs[index] ?? 'not known'));
        if (gone?.kind === 'branch') {
            const file = (0,branch_paths/* quotePath */.WG)((0,branch_paths/* fromRoot */.tc)(place, gone.path));
            const reason = `its picture ${file} is no longer on the branch; the next run makes it again`;
            return [{ id, reason, remedy: 'make-again' }];
        }
        for (const { path } of (0,has_files/* filesOnBranch */.rB)(entry)) {
            const obstacle = (0,foreign_files/* findObstacle */.R5)((0,branch_paths/* fromRoot */.tc)(place, path), foreign);
            if (obstacle === undefined)
                continue;
            const reason = `${(0,branch_paths/* quotePath */.WG)(obstacle)} is on the branch by now and was not made by this action`;
            return [{ id, reason, remedy: 'clear-path' }];
        }
        return [];
    });
}
/** Changes that would put a file where another edit of the branch has one, and keeps it. */
function findClashes(tip, set, remove) {
    const given = new Set([...remove, ...set.map(({ id }) => id)]);
    const owners = new Map();
    for (const [id, entry] of tip.recorded.lock.edits)
        if (!given.has(id))
            for (const { path } of (0,has_files/* filesOnBranch */.rB)(entry))
                owners.set((0,fold_path/* foldPath */.t)(path), id);
    return set.flatMap(({ id, entry }) => {
        const files = (0,has_files/* filesOnBranch */.rB)(entry);
        const taken = files.find(({ path }) => owners.has((0,fold_path/* foldPath */.t)(path)));
        if (taken === undefined) {
            for (const { path } of files)
                owners.set((0,fold_path/* foldPath */.t)(path), id);
            return [];
        }
        const owner = owners.get((0,fold_path/* foldPath */.t)(taken.path)) ?? '';
        const reason = `${(0,branch_paths/* quotePath */.WG)(taken.path)} is a picture of edit ${(0,branch_paths/* quotePath */.WG)(owner)}, which keeps it`;
        return [{ id, reason, remedy: 'wait-for-path' }];
    });
}
/** Whether the entry `id` must stay because an edit is left out that copies its files, or that was to replace them. */
function isNeeded(id, set, left, tip) {
    const entry = tip.recorded.lock.edits.get(id);
    const paths = new Set((entry === undefined ? [] : (0,has_files/* filesOnBranch */.rB)(entry)).map(({ path }) => (0,fold_path/* foldPath */.t)(path)));
    return set.some(({ id: other, entry: theirs, sources }) => left.has(other) &&
        ((0,has_files/* filesOnBranch */.rB)(theirs).some(({ path }) => paths.has((0,fold_path/* foldPath */.t)(path))) ||
            sources.some((source) => source.kind === 'branch' && paths.has((0,fold_path/* foldPath */.t)(source.path)))));
}

// EXTERNAL MODULE: ./deliver/branch/tip-facts.js
var tip_facts = __webpack_require__(68231);
;// CONCATENATED MODULE: ./deliver/branch/plan-commit.js











/**
 * Applies changes that were planned on `base` to the tip; pure. What others wrote stays: old files are removed only if
 * the tip's lock names them and nothing else has them after the commit.
 */
function planCommit(tip, base, changes, place) {
    const { set, remove, left, warnings } = rebaseChanges(tip, base, changes, place);
    const before = tip.recorded.lock.edits;
    const edits = new Map(before);
    for (const id of remove)
        edits.delete(id);
    for (const { id, entry } of set) {
        const past = findReplaced(id, tip, remove);
        edits.set(id, (0,remember_past/* rememberPast */.Uu)(entry, before.get(past), (0,tip_facts/* holderOf */.Kd)(tip, past)));
    }
    // Those that were only moved are recorded already, and count once.
    const paid = set.map(({ entry }) => entry);
    const spending = (0,lock_spending/* addSpending */.Kq)(tip.recorded.lock.spending, paid);
    const { models: known, renditions: recorded = {}, ...others } = tip.recorded.lock;
    const models = (0,locked_models/* gatherModels */.Q)(edits, changes.models, known);
    const derived = planRenditions(tip, edits, changes.renditions, place);
    const lock = {
        ...others,
        edits,
        ...(spending !== undefined && { spending }),
        ...(models !== undefined && { models }),
        ...(Object.keys(derived.records).length > 0 && { renditions: derived.records }),
    };
    const written = set
        .flatMap(({ entry, blobs }) => (0,has_files/* filesOnBranch */.rB)(entry).map(({ path }, index) => ({ path, blob: blobs[index] ?? '' })))
        .concat(derived.written)
        .map(({ path, blob }) => ({ path: (0,branch_paths/* fromRoot */.tc)(place, path), blob }))
        .filter(({ path, blob }) => !holds(tip.tree, path, blob));
    const own = (0,branch_paths/* ownPaths */.Vw)(place, lock);
    const removed = [...remove, ...set.map(({ id }) => id)]
        .flatMap((id) => {
        const entry = before.get(id);
        return entry === undefined ? [] : (0,has_files/* filesOnBranch */.rB)(entry).map(({ path }) => path);
    })
        .concat(listPaths(recorded))
        .map((path) => (0,branch_paths/* fromRoot */.tc)(place, path))
        .filter((path) => !own.has(path) && isPlainAt(tip.tree, path));
    const changed = set.filter(({ id }) => !(0,external_node_util_.isDeepStrictEqual)(before.get(id), edits.get(id)));
    const pictures = [...written, ...[...new Set(removed)].map((path) => ({ path }))];
    // A picture that moved counts once, although it is removed at one path and written at another.
    const blobs = new Set(written.map(({ blob }) => blob));
    const gone = pictures.filter((change) => !('blob' in change) && !blobs.has(tip.tree.get(change.path)?.blob ?? ''));
    return {
        lock,
        pictures,
        isChange: pictures.length > 0 ||
            changed.length > 0 ||
            remove.length > 0 ||
            !(0,external_node_util_.isDeepStrictEqual)(derived.records, recorded),
        facts: { edits: changed.length, files: written.length + gone.length },
        left,
        warnings: [...warnings, ...derived.warnings],
    };
}
/** The id of the entry that a change replaces: the edit's own, or the one it had before its takes were counted otherwise. */
function findReplaced(id, { recorded: { lock } }, remove) {
    const other = (0,take_id/* otherNameOf */.$G)(id);
    return !lock.edits.has(id) && other !== undefined && remove.includes(other) ? other : id;
}
/** Decides which of the pages `names` can be written and which old ones are removed; pure. */
function planPages(tip, lock, names, place) {
    const foreign = (0,foreign_files/* findForeign */.eN)(tip.tree, (0,branch_paths/* ownPaths */.Vw)(place, tip.recorded.lock));
    const judged = names.map((name) => ({ name, obstacle: (0,foreign_files/* findObstacle */.R5)((0,branch_paths/* fromRoot */.tc)(place, name), foreign) }));
    const pages = judged.filter(({ obstacle }) => obstacle === undefined).map(({ name }) => name);
    const own = (0,branch_paths/* ownPaths */.Vw)(place, { ...lock, pages });
    return {
        pages: pages.toSorted(),
        removed: tip.recorded.lock.pages
            .map((name) => (0,branch_paths/* fromRoot */.tc)(place, name))
            .filter((path) => !own.has(path) && isPlainAt(tip.tree, path)),
        obstacles: judged.flatMap(({ obstacle }) => obstacle ?? []),
    };
}
/** Whether the path already has these bytes. */
function holds(tree, path, blob) {
    return isPlainAt(tree, path) && tree.get(path)?.blob === blob;
}
function isPlainAt(tree, path) {
    const file = tree.get(path);
    return file !== undefined && (0,branch_paths/* isPlainFile */.Dn)(file);
}

;// CONCATENATED MODULE: ./deliver/branch/compose-commit.js







/** GitHub's own bot, whose name the runner's token uses. */
const AUTHOR = 'github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com>';
/** Makes the commit that brings the work onto `tip`: pictures, pages and lock file. Nothing goes over the network. */
async function composeCommit(tip, { opened, changes, request }, signal) {
    const { repository, place } = opened;
    const plan = planCommit(tip, opened, changes, place);
    const { warnings } = plan;
    const left = [...plan.left, ...findMissing(tip, request.unchanged ?? [], place)];
    if (!plan.isChange && !(0,tip_facts/* isBehind */.Jm)(tip))
        return { ok: true, value: { changed: [], left, warnings } };
    const { edits, pages: before, spending, models, renditions } = plan.lock;
    const preview = request.preview === 'as-before' ? plan.lock.preview : request.preview;
    const described = {
        edits,
        pages: before,
        ...(preview !== undefined && { preview }),
        ...(spending !== undefined && { spending }),
        ...(models !== undefined && { models }),
        ...(renditions !== undefined && { renditions }),
    };
    const texts = request.renderPages(described);
    const pages = planPages(tip, described, [...texts.keys()], place);
    const lock = renderLock({ ...described, pages: pages.pages });
    const documents = [
        ...pages.pages.map((name) => ({ path: (0,branch_paths/* fromRoot */.tc)(place, name), text: texts.get(name) ?? '' })),
        { path: (0,branch_paths/* fromRoot */.tc)(place, branch_paths/* LOCK_NAME */.Sy), text: lock },
    ];
    const written = await (0,write_blobs/* writeTexts */.qm)(repository, documents.map(({ text }) => text), signal);
    if (!written.ok)
        return written;
    const tree = [
        ...plan.pictures,
        ...pages.removed.map((path) => ({ path })),
        ...documents
            .map(({ path }, index) => ({ path, blob: written.value[index] ?? '' }))
            .filter(({ path, blob }) => !holds(tip.tree, path, blob)),
    ];
    const files = (0,tip_facts/* filesOf */.R8)(tip);
    const base = {
        ...(files !== undefined && { tip: files }),
        ...(tip.joined !== undefined && { parents: tip.joined.parents }),
    };
    const message = plan.isChange
        ? request.renderMessage(plan.facts)
        : `Merge branch '${place.into ?? ''}' into ${place.branch}`;
    const commit = await (0,commit_tree/* commitTree */.SC)(repository, { ...base, changes: tree, message, author: AUTHOR }, signal);
    if (!commit.ok)
        return commit;
    const blocked = pages.obstacles.map((path) => `${(0,branch_paths/* quotePath */.WG)(path)} was not made by this action, so the gallery page of that name was not written.`);
    return {
        ok: true,
        value: {
            ...(commit.value !== undefined && { commit: commit.value }),
            changed: tree.map(({ path }) => path).toSorted(),
            left,
            warnings: [...warnings, ...blocked],
        },
    };
}

// EXTERNAL MODULE: ./deliver/branch/describe-git-error.js
var describe_git_error = __webpack_require__(45157);
// EXTERNAL MODULE: ./shared/list-some.js
var list_some = __webpack_require__(65020);
;// CONCATENATED MODULE: ./deliver/branch/describe-left.js


/** More would hide the message that they are part of. */
const MOST_REASONS = 5;
/** Why each of some edits is not on the branch. */
function describeLeft(left) {
    return (0,list_some/* listStatements */.l)(left.map(({ id, reason }) => `${(0,branch_paths/* quotePath */.WG)(id)}: ${reason}`), MOST_REASONS);
}

// EXTERNAL MODULE: ./deliver/branch/read-joined-tip.js + 5 modules
var read_joined_tip = __webpack_require__(42155);
// EXTERNAL MODULE: ./deliver/branch/read-tip.js
var read_tip = __webpack_require__(27394);
// EXTERNAL MODULE: ./git/git-settings.js
var git_settings = __webpack_require__(394);
// EXTERNAL MODULE: ./git/judge-git-exit.js + 1 modules
var judge_git_exit = __webpack_require__(51724);
;// CONCATENATED MODULE: ./git/fetch-commit.js


/**
 * Fetches a commit by its name, without trees and files, for one whose files are here already. No ref of the remote needs
 * to name it: with version 2 of git's protocol, a client may want any object. False if the remote does not have it.
 */
async function fetchCommit(repository, commit, signal) {
    const args = ['fetch', '--quiet', '--filter=tree:0', '--no-tags', '--no-write-fetch-head', git_settings/* REMOTE */.Bn, commit];
    const exit = await repository.tryRun(args, { signal });
    if (exit.kind === 'exited' && exit.stderr.includes(`not our ref ${commit}`))
        return { ok: true, value: false };
    const fetched = (0,judge_git_exit/* judgeGitExit */.m)(exit, signal);
    return fetched.ok ? { ok: true, value: true } : fetched;
}

;// CONCATENATED MODULE: ./git/read-frame.js
/** Reads a commit that is in the private repository. */
async function readFrame(repository, commit, signal) {
    // `git log` and the like show no parents for a commit at which a truncated history ends; the object has them.
    const read = await repository.run(['cat-file', 'commit', commit], { signal });
    return read.ok ? { ok: true, value: parseCommit(read.value.toString()) } : read;
}
/** Parses a commit object; pure. */
function parseCommit(text) {
    const end = text.indexOf('\n\n');
    const lines = text.slice(0, end).split('\n');
    const find = (name) => lines.filter((line) => line.startsWith(`${name} `)).map((line) => line.slice(name.length + 1));
    const [tree = ''] = find('tree');
    return { tree, parents: find('parent'), message: text.slice(end + 2).trimEnd() };
}

// EXTERNAL MODULE: ./shared/unique-suffix.js
var unique_suffix = __webpack_require__(32900);
// EXTERNAL MODULE: ./git/fetch-tip.js
var fetch_tip = __webpack_require__(14342);
;// CONCATENATED MODULE: ./git/stage.js






/** Half of the largest push that GitHub accepts (2 GiB). */
const PART_BYTES = 1024 ** 3;
/** Outside `refs/heads`: no branch appears, no workflow starts. */
const STAGES = 'refs/dreamina/staging/';
const DAY_MS = 24 * 60 * 60 * 1000;
/**
 * The full name of a stage. It contains the time, so that one that was left behind can be distinguished from one in
 * use.
 */
function stageRef(nowMs, random) {
    return `${STAGES}${nowMs}-${(0,unique_suffix/* uniqueSuffix */.v)(random)}`;
}
/**
 * Sends files ahead under a ref of their own, so that the push of the branch is a few kilobytes: it can be repeated as
 * often as someone else pushes first, and is below every limit. Returns that ref, to be removed by the push of the
 * branch; undefined if the server refuses such a ref: then the push of the branch carries everything. `nowMs` is Unix
 * time.
 */
async function stageObjects(repository, blobs, options, signal) {
    const ref = stageRef(options.nowMs, options.random);
    let tip;
    let first = '';
    // Git looks only into the last commit of each ref for what the remote has: so each commit names the files of those
    // before it, too.
    const files = [];
    for (const part of splitParts(blobs, options.partBytes ?? PART_BYTES)) {
        files.push(...part.map((blob) => ({ path: blob, blob })));
        const content = {
            ...(tip !== undefined && { tip }),
            files,
            message: 'Pictures on their way to a branch',
            author: 'dreamina-edit-action <dreamina-edit-action@users.noreply.github.com>',
        };
        const commit = await (0,commit_tree/* commitFlat */.jG)(repository, content, signal);
        if (!commit.ok)
            return commit;
        const order = { commit: commit.value, ref, ...(tip !== undefined && { tip }) };
        const pushing = (0,push/* pushCommit */.Sq)(repository, order, signal);
        options.onPushing?.();
        const pushed = await pushing;
        if (!pushed.ok && pushed.error.kind !== 'refused')
            return pushed;
        if (!pushed.ok || pushed.value === 'moved')
            return { ok: true, value: undefined };
        if (tip === undefined)
            first = commit.value;
        tip = commit.value;
    }
    if (tip === undefined)
        return { ok: true, value: undefined };
    // Only in a shallow repository does git look into the trees of everything that the remote has, not just into those of
    // parents. This makes a repository without any fetch shallow, at a commit without parents that the remote would miss.
    await (0,promises_.appendFile)(external_node_path_.join(repository.folder, 'shallow'), `${first}\n`);
    return { ok: true, value: ref };
}
/** Object names in parts of at most `partBytes` each, or of a single larger file; each name once, in order. */
function splitParts(blobs, partBytes) {
    const parts = [];
    let room = 0;
    for (const [blob, bytes] of new Map(blobs.map((staged) => [staged.blob, staged.bytes]))) {
        if (parts.length === 0 || bytes > room) {
            parts.push([]);
            room = partBytes;
        }
        parts.at(-1)?.push(blob);
        room -= bytes;
    }
    return parts;
}
/** Full names of stages that dead runs left on the remote more than a day before `nowMs` (Unix). */
async function staleStages(repository, nowMs, signal) {
    const listed = await (0,fetch_tip/* listRefs */.D)(repository, [`${STAGES}*`], signal);
    return listed.ok ? { ok: true, value: listed.value.filter((ref) => isStaleStage(ref, nowMs)) } : listed;
}
/** Whether a ref is a stage that is more than a day old: no run lasts that long. */
function isStaleStage(ref, nowMs) {
    const [, madeMs] = new RegExp(`^${STAGES}(\\d+)-`).exec(ref) ?? [];
    return madeMs !== undefined && nowMs - Number(madeMs) > DAY_MS;
}

// EXTERNAL MODULE: ./git/retry-offline.js
var retry_offline = __webpack_require__(72838);
;// CONCATENATED MODULE: ./deliver/branch/commit-signer.js


/** Why there is no signed commit, and what to do; pure. */
function describeUnsigned({ kind, why }, branch) {
    const what = (0,sentence/* toSentence */.R)(`branch ${(0,branch_paths/* quotePath */.WG)(branch)} cannot get a signed commit: ${why}`);
    switch (kind) {
        case 'unsigned':
            return `${what} It signs only commits of an app, so leave the input \`github-token\` out, or use the token of a GitHub App; otherwise remove \`sign-commits\`.`;
        case 'denied':
            return `${what} Give the job \`permissions: contents: write\`, or a token with that right in the input \`github-token\`.`;
        case 'refused':
            return `${what} Remove \`sign-commits\` if the branch does not need signed commits.`;
        case 'offline':
            return `${what} GitHub could not be reached; run it again later.`;
    }
}

;// CONCATENATED MODULE: ./deliver/branch/sign-commit.js






/**
 * Has GitHub make the same commit again, signed: same tree, same parents, same message. The objects go to the server under
 * a ref of their own, which is added to `stages` and must be removed with the push of the branch. Returns the signed
 * commit, which is in the private repository then.
 */
async function signCommit(repository, commit, { signer, place, stages }, deps) {
    const { clock, random, signal } = deps;
    const frame = await readFrame(repository, commit, signal);
    if (!frame.ok)
        return gitError(frame.error);
    const ref = stageRef(clock.now(), random);
    stages.push(ref);
    const pushed = await (0,push/* pushCommit */.Sq)(repository, { commit, ref }, signal);
    if (!pushed.ok && pushed.error.kind === 'refused')
        return unsigned({ kind: 'refused', why: `the server refuses the ref ${ref}: ${pushed.error.why}` }, place);
    if (!pushed.ok)
        return gitError(pushed.error);
    const answer = await signer.create(frame.value, signal);
    if (answer.kind === 'offline')
        return gitError(answer);
    if (answer.kind !== 'signed')
        return unsigned(answer, place);
    const fetched = await fetchPatiently(repository, answer.commit, deps);
    if (!fetched.ok)
        return gitError(fetched.error);
    const made = await readFrame(repository, answer.commit, signal);
    if (!made.ok)
        return gitError(made.error);
    if (isSame(made.value, frame.value))
        return { ok: true, value: answer.commit };
    return unsigned({ kind: 'refused', why: `the commit ${answer.commit} has other content than asked for` }, place);
}
/** A commit that REST made a moment ago may not have reached each of the server's machines. */
async function fetchPatiently(repository, commit, deps) {
    const why = `the server does not have the commit ${commit}, which GitHub says it made`;
    const notYet = { ok: false, error: { kind: 'offline', why } };
    const fetched = await (0,retry_offline/* retryOffline */.C)(async () => {
        const found = await fetchCommit(repository, commit, deps.signal);
        return found.ok && !found.value ? notYet : found;
    }, deps);
    if (fetched.ok)
        return { ok: true, value: undefined };
    return fetched.error.why === why ? { ok: false, error: { kind: 'failed', why } } : fetched;
}
function isSame(made, wanted) {
    return made.tree === wanted.tree && made.parents.join(' ') === wanted.parents.join(' ');
}
function unsigned(answer, { branch }) {
    const message = describeUnsigned(answer, branch);
    return { ok: false, error: { kind: 'unfit', problems: [{ severity: 'error', message }] } };
}
function gitError(error) {
    return { ok: false, error: { kind: 'git', error } };
}

;// CONCATENATED MODULE: ./deliver/branch/land-work.js









/** A push that lost to another one is tried again after 100 ms to 3.2 s: each try takes only a moment. */
const MOVED_SHARE = 1 / 5;
const MOVED_STEPS = 6;
/**
 * Pushes the work, at first the commit that was composed on the branch as it was opened. If someone else pushed first,
 * or an answer was lost, it reads the branch again, composes a new commit on top of it and tries again, until the
 * signal. Never forced. Without `commit` there was nothing left to do. With a signer, the commit that is pushed is the one
 * that it made; `remove` grows by the refs that this took.
 */
async function landWork(work, first, { remove, isLight }, deps) {
    const { place, repository } = work.opened;
    const { random, log, signal, signer } = deps;
    const pusher = isLight ? deflateTexts(repository) : repository;
    let tip = work.opened;
    /** Composed and pushed, and perhaps accepted: the answer was lost. */
    let unanswered;
    let lastWhy;
    const done = (value) => ({ kind: 'done', value });
    const landed = await (0,retry/* retry */.L)(async (tries) => {
        if (tries > 1) {
            const now = await readTipPatiently(work, deps);
            if (!now.ok)
                return done(now);
            tip = now.value;
            if (unanswered?.commit !== undefined && tip.tip === unanswered.commit)
                return done({ ok: true, value: { ...unanswered, tip: unanswered.commit } });
        }
        const composed = tries === 1 ? first : await composeCommit(tip, work, signal);
        if (!composed.ok)
            return done(failed(composed.error));
        const { commit } = composed.value;
        const base = tip.tip === undefined ? {} : { tip: tip.tip };
        if (commit === undefined) {
            // Everything is on the branch already: from the push whose answer was lost, if there was one.
            const known = unanswered === undefined || tip.tip === undefined
                ? composed.value
                : { ...unanswered, commit: tip.tip };
            const there = (0,tip_facts/* pictureCommit */.Et)(tip);
            return done({ ok: true, value: { ...known, ...(there !== undefined && { tip: there }) } });
        }
        const sealed = signer === undefined
            ? { ok: true, value: commit }
            : await signCommit(pusher, commit, { signer, place, stages: remove }, deps);
        const pushed = sealed.ok
            ? asTip(await (0,push/* pushCommit */.Sq)(pusher, { commit: sealed.value, ref: (0,read_tip/* refOf */.H8)(place), ...base, remove }, signal))
            : sealed;
        if (sealed.ok && pushed.ok && pushed.value === 'pushed')
            return done({ ok: true, value: { ...composed.value, commit: sealed.value, tip: sealed.value } });
        let why = `someone else pushed to ${place.branch} first`;
        if (!pushed.ok) {
            const offline = whyOffline(pushed.error);
            if (offline === undefined)
                return done(pushed);
            if (sealed.ok)
                unanswered = { ...composed.value, commit: sealed.value };
            why = offline;
        }
        lastWhy = why;
        const waitMs = pushed.ok
            ? Math.floor((0,retry_delay/* retryDelayMs */.q)(Math.min(tries, MOVED_STEPS), random) * MOVED_SHARE)
            : (0,retry_delay/* retryDelayMs */.q)(tries, random);
        log.info((0,retry/* describeRetry */.e)(`Push ${tries} did not succeed: ${why}`, waitMs));
        return { kind: 'again', value: failed({ kind: 'stopped', why }), waitMs };
    }, deps);
    if (landed.ok || landed.error.kind !== 'git' || lastWhy === undefined)
        return landed;
    const { kind } = landed.error.error;
    if (!signal.aborted || (kind !== 'stopped' && kind !== 'offline'))
        return landed;
    // If time ran out, the fault that used it up says more than the command that was stopped.
    return failed({ kind: 'stopped', why: `${lastWhy}; ${(0,describe_error/* describeError */.U)(signal.reason)}` });
}
/** Reads the tip, and keeps trying while the server cannot be reached. */
async function readTipPatiently({ opened }, deps) {
    return await (0,retry/* retry */.L)(async (tries) => {
        const value = await (0,read_joined_tip/* readJoinedTip */.p)(opened.repository, opened.place, deps.signal);
        if (value.ok || value.error.kind === 'unfit' || value.error.error.kind !== 'offline')
            return { kind: 'done', value };
        const waitMs = (0,retry_delay/* retryDelayMs */.q)(tries, deps.random);
        deps.log.info((0,retry/* describeRetry */.e)(`The branch cannot be read: ${value.error.error.why}`, waitMs));
        return { kind: 'again', value, waitMs };
    }, deps);
}
/**
 * The same repository, for pushes of lock file and pages: those shrink to a seventh, while pictures do not shrink at
 * all and are not deflated otherwise. A lock file of 1,000 edits is sent whole with each try, because git has no older
 * one to build a delta on.
 */
function deflateTexts(repository) {
    const deflate = ['-c', 'pack.compression=6'];
    return {
        ...repository,
        run: async (args, command) => await repository.run([...deflate, ...args], command),
        tryRun: async (args, command) => await repository.tryRun([...deflate, ...args], command),
    };
}
/** What kept an answer from coming; undefined for any other error: trying again would not help. */
function whyOffline(error) {
    return error.kind === 'git' && error.error.kind === 'offline' ? error.error.why : undefined;
}
function asTip(result) {
    return result.ok ? result : failed(result.error);
}
function failed(error) {
    return { ok: false, error: { kind: 'git', error } };
}

;// CONCATENATED MODULE: ./deliver/branch/send-ahead.js



/** Less than this may just as well be pushed again with each try. */
const SMALL_BYTES = 1024 * 1024;
/** As many as one push can reasonably name. */
const MOST_STALE = 100;
/**
 * Sends pictures ahead of the branch's push if they are more than a little, so that this push can be repeated cheaply.
 * Keeps trying through an outage until the signal. If the server accepts nothing ahead, the push of the branch carries
 * everything. `onPushing` is called each time a transfer has begun.
 */
async function sendAhead(repository, payload, deps, onPushing = () => undefined) {
    if (payload.reduce((sum, { bytes }) => sum + bytes, 0) <= SMALL_BYTES)
        return { ok: true, value: { remove: [], isLight: true } };
    const { clock, random, log, signal } = deps;
    let finding;
    const startMeanwhile = () => {
        finding ??= staleStages(repository, clock.now(), signal);
        onPushing();
    };
    const tried = [];
    const staged = await (0,retry/* retry */.L)(async (tries) => {
        const [nowMs, chance] = [clock.now(), random()];
        const options = { nowMs, random: () => chance, onPushing: startMeanwhile };
        const value = await stageObjects(repository, payload, options, signal);
        if (value.ok || value.error.kind !== 'offline')
            return { kind: 'done', value };
        // Its answer was lost: the ref may exist under this name.
        tried.push(stageRef(nowMs, options.random));
        const waitMs = (0,retry_delay/* retryDelayMs */.q)(tries, random);
        log.info((0,retry/* describeRetry */.e)(`Sending the pictures failed: ${value.error.why}`, waitMs));
        return { kind: 'again', value, waitMs };
    }, deps);
    const stale = await finding;
    if (!staged.ok)
        return staged;
    if (stale?.ok === false)
        log.debug(`Old stages are not known: ${stale.error.why}`);
    const old = stale?.ok === true ? stale.value.slice(0, MOST_STALE) : [];
    const own = staged.value === undefined ? [] : [...tried, staged.value];
    return { ok: true, value: { remove: [...old, ...own], isLight: own.length > 0 } };
}

// EXTERNAL MODULE: ./shared/pool.js
var pool = __webpack_require__(89821);
;// CONCATENATED MODULE: ./deliver/branch/write-changes.js






const MIB = 1024 * 1024;
/** GitHub warns of files over 50 MiB and refuses pushes with one over 100 MiB (docs.github.com, "About large files"). */
const WARNED_BYTES = 50 * MIB;
const REFUSED_BYTES = 100 * MIB;
const STATS_AT_ONCE = 16;
/** Writes the pictures on disk into the private repository. One that cannot be committed is a fault of its edit. */
async function writeChanges({ repository, place, tree }, { set, renditions, ...others }, signal) {
    const weighed = await (0,pool/* mapBounded */.y)(set, STATS_AT_ONCE, weigh);
    const weighedRenditions = await (0,pool/* mapBounded */.y)([...(renditions?.sources ?? [])], STATS_AT_ONCE, weighRendition);
    const files = [
        ...weighed.flatMap(({ fault, onDisk }) => (fault === undefined ? onDisk : [])),
        ...weighedRenditions.flat(),
    ];
    const names = await (0,write_blobs/* writeBlobs */.Ci)(repository, files.map(({ absolutePath }) => absolutePath), signal);
    if (!names.ok)
        return names;
    const written = new Map(files.map(({ absolutePath }, index) => [absolutePath, names.value[index] ?? '']));
    const blobAt = (path) => {
        const file = tree.get((0,branch_paths/* fromRoot */.tc)(place, path));
        return file !== undefined && (0,branch_paths/* isPlainFile */.Dn)(file) ? file.blob : undefined;
    };
    const nameOf = (source) => source.kind === 'branch' ? blobAt(source.path) : written.get(source.absolutePath);
    const changes = weighed.map(({ change, fault }) => {
        return { ...change, blobs: change.sources.map(nameOf), ...(fault !== undefined && { fault }) };
    });
    const blobs = [...(renditions?.sources ?? [])].flatMap(([path, source]) => {
        const blob = nameOf(source);
        return blob === undefined ? [] : [[path, blob]];
    });
    const there = new Set([...tree.values()].map(({ blob }) => blob));
    const payload = new Map(files.map(({ bytes }, index) => [names.value[index] ?? '', bytes]));
    return {
        ok: true,
        value: {
            changes: {
                ...others,
                set: changes,
                ...(renditions !== undefined && { renditions: { ...renditions, blobs: new Map(blobs) } }),
            },
            payload: [...payload].filter(([blob]) => !there.has(blob)).map(([blob, bytes]) => ({ blob, bytes })),
            warnings: files.flatMap(({ path, bytes }) => bytes < WARNED_BYTES
                ? []
                : `${(0,branch_paths/* quotePath */.WG)((0,branch_paths/* fromRoot */.tc)(place, path))} has ${(0,shared_format/* formatBytes */.z3)(bytes)}: GitHub warns of files over 50 MiB, and every clone of the branch carries it.`),
        },
    };
}
async function weigh(change) {
    const onDisk = [];
    for (const [index, source] of change.sources.entries()) {
        if (source.kind === 'branch')
            continue;
        const path = change.entry.files[index]?.path ?? '';
        try {
            const { size: bytes } = await (0,promises_.stat)(source.absolutePath);
            onDisk.push({ path, absolutePath: source.absolutePath, bytes });
            if (bytes < REFUSED_BYTES)
                continue;
            const fault = `${(0,branch_paths/* quotePath */.WG)(path)} has ${(0,shared_format/* formatBytes */.z3)(bytes)}, and GitHub refuses files of 100 MiB or more`;
            return { change, onDisk, fault };
        }
        catch (error) {
            return { change, onDisk, fault: `${(0,branch_paths/* quotePath */.WG)(path)} cannot be read: ${(0,describe_error/* describeError */.U)(error)}` };
        }
    }
    return { change, onDisk };
}
/** One that cannot be read, or that GitHub would refuse, is left out: the next run makes it again. */
async function weighRendition([path, source]) {
    if (source.kind === 'branch')
        return [];
    try {
        const { size: bytes } = await (0,promises_.stat)(source.absolutePath);
        return bytes < REFUSED_BYTES ? [{ path, absolutePath: source.absolutePath, bytes }] : [];
    }
    catch {
        return [];
    }
}

;// CONCATENATED MODULE: ./deliver/branch/deliver-branch.js











/**
 * Brings changes onto the branch as one commit on top of its newest one, never forced. Makes no request if there is
 * nothing to change. Never throws because of git: if it cannot be done, the delivery says why and what to do, and the
 * branch is as it was.
 */
async function deliverBranch(opened, request, deps) {
    const { repository, place } = opened;
    const { set, remove, renditions } = request.changes;
    const isNothing = set.length === 0 && remove.length === 0 && renditions === undefined;
    if (isNothing && !(0,tip_facts/* isBehind */.Jm)(opened))
        return (0,tip_facts/* describeUnchanged */.bB)(opened, place);
    const failed = (error) => {
        const message = error.kind === 'git'
            ? (0,describe_git_error/* describeGitError */.e)(error.error, 'written to', place, repository.remote)
            : error.problems.map(shared_problem/* formatProblem */.Vw).join(' ');
        return { kind: 'failed', ...place, message, left: [] };
    };
    const written = await writeChanges(opened, request.changes, deps.signal);
    if (!written.ok)
        return failed({ kind: 'git', error: written.error });
    const work = { opened, changes: written.value.changes, request };
    // Usually no one pushes in the meantime, and then the commit is ready when the pictures are on the server.
    let composing;
    const route = await sendAhead(repository, written.value.payload, deps, () => {
        composing ??= composeCommit(opened, work, deps.signal);
        composing.catch(() => undefined); // awaited below
    });
    if (!route.ok) {
        await composing; // the repository is removed next
        return failed({ kind: 'git', error: route.error });
    }
    const composed = await (composing ?? composeCommit(opened, work, deps.signal));
    const landed = await landWork(work, composed, route.value, deps);
    if (!landed.ok || landed.value.commit === undefined) {
        // Otherwise a later run that has much to send removes them.
        const removed = await (0,push/* removeRefs */.vQ)(repository, route.value.remove, deps.signal);
        if (!removed.ok)
            deps.log.debug(`A stage was left behind: ${removed.error.why}`);
    }
    if (!landed.ok)
        return failed(landed.error);
    const { commit, changed, left, warnings } = landed.value;
    if (commit !== undefined) {
        const reasons = [...written.value.warnings, ...warnings];
        deps.log.info(`Committed to ${place.branch}: ${commit}, ${(0,shared_format/* plural */.LS)(changed.length, 'file')} touched`);
        return { kind: 'committed', ...place, commit, changed, warnings: reasons, left };
    }
    if (left.length > 0)
        return { kind: 'failed', ...place, message: nothingLanded(left, place.branch), left };
    const there = landed.value.tip;
    return { kind: 'unchanged', ...place, ...(there !== undefined && { commit: there }) };
}
function nothingLanded(left, branch) {
    return `Nothing could be committed to branch ${(0,branch_paths/* quotePath */.WG)(branch)}: ${describeLeft(left)}.`;
}

;// CONCATENATED MODULE: ./deliver/branch/plan-takes.js

/** Which take an entry is; nothing if its edit has one only. */
function plan_takes_describeTake({ take }) {
    return take === undefined ? {} : { take: take.number, ...(take.isKept && { isKept: true }) };
}
/** An entry of these pictures on the branch, as the take that an edit is now. */
function withTake(entry, edit) {
    const copy = { ...entry };
    delete copy.take;
    delete copy.isKept;
    delete copy.stored;
    delete copy.heldBy;
    return { ...copy, ...plan_takes_describeTake(edit) };
}
/** Takes the pictures of a take off the branch. Its entry stays, and says which commit has them; pure. */
function setAside(edit, { from, entry, on }, { tip }) {
    if (on?.kind === 'base')
        return [];
    const { stored = 'aside', heldBy = on?.commit ?? tip } = entry;
    const owner = from === edit.id && entry.spec === undefined ? {} : { spec: edit.at.file };
    const aside = {
        ...withTake(entry, edit),
        ...owner,
        stored,
        ...(heldBy !== undefined && { heldBy }),
    };
    return from === edit.id && (0,external_node_util_.isDeepStrictEqual)(aside, entry)
        ? []
        : [{ id: edit.id, entry: aside, sources: [] }];
}
/**
 * The changes that take those of the given takes off the branch again that a commit has brought to it: `there` are its
 * entries; pure.
 */
function setBroughtAside(brought, there, commit) {
    return brought.flatMap((edit) => {
        const entry = there.get(edit.id);
        return entry?.fingerprint === edit.fingerprint && entry.stored === undefined
            ? setAside(edit, { kind: 'aside', from: edit.id, entry }, { tip: commit })
            : [];
    });
}
/**
 * With `prune`, takes that the spec no longer has are discarded: their files leave the branch, and their entries stay, so that
 * they are not made and paid for again unless someone asks for it; pure. `taken`: ids whose pictures another edit takes over.
 */
function discardTakes(facts, taken) {
    if (!facts.prune)
        return [];
    const left = [...facts.recorded.lock.edits].filter(([id, { take }]) => take !== undefined && !facts.specIds.has(id));
    return left.flatMap(([id, entry]) => entry.stored === 'discarded' || taken.has(id) ? [] : [remember(id, entry, 'discarded', facts)]);
}
/** Takes among these ids, whose places others have now: their entries stay; pure. */
function rememberTakes(ids, facts) {
    return ids.flatMap((id) => {
        const entry = facts.recorded.lock.edits.get(id);
        return entry?.take === undefined ? [] : [remember(id, entry, 'aside', facts)];
    });
}
function remember(id, entry, stored, { tip }) {
    const heldBy = entry.stored === undefined ? tip : entry.heldBy;
    const remembered = { ...entry, stored, ...(heldBy !== undefined && { heldBy }) };
    delete remembered.isKept;
    return { id, entry: remembered, sources: [] };
}
/** Ids whose entries and files `prune` removes: edits that no spec has anymore. Their takes are only discarded; pure. */
function listPruned({ recorded, specIds, }) {
    const left = [...recorded.lock.edits].filter(([id, { take }]) => take === undefined && !specIds.has(id));
    return left.map(([id]) => id);
}

// EXTERNAL MODULE: ./lock/locked-contents.js
var locked_contents = __webpack_require__(94790);
// EXTERNAL MODULE: ./lock/types.js
var types = __webpack_require__(15624);
// EXTERNAL MODULE: ./shared/model.js
var shared_model = __webpack_require__(50962);
;// CONCATENATED MODULE: ./deliver/branch/record-edit.js




/** The lock entry of an edit that succeeded. Throws if it has no files: then the lock file could not be read again. */
function recordEdit(outcome, facts) {
    const { edit, job, costUsd, files, timings } = outcome;
    if (files.length === 0)
        throw new Error(`${edit.id} succeeded without files`);
    if (files.some(({ type }) => type === 'application/octet-stream'))
        throw new Error(`Bug: ${edit.id} would bring a file of unknown type to the branch`);
    const references = describeReferences(edit, facts);
    return {
        spec: edit.at.file,
        ...plan_takes_describeTake(edit),
        fingerprint: edit.fingerprint,
        model: edit.model,
        ...(edit.model !== shared_model/* MODEL */.A && edit.published !== undefined && { modelSchema: edit.published.digest }),
        input: edit.lockedInput,
        ...(references.length > 0 && { references }),
        ...(edit.pictures?.alt !== undefined && { alt: edit.pictures.alt }),
        requestId: job.requestId,
        ...(costUsd !== undefined && costUsd <= types/* MOST_USD */.L1 && { costUsd }),
        submittedAt: new Date(job.submittedAtMs).toISOString(),
        finishedAt: new Date(finishedAtMs(outcome, facts.nowMs)).toISOString(),
        // Phases have times only if this run followed the job from its submit on. One below 0 would make the lock unreadable.
        ...(timings.queuedMs !== undefined && { queuedMs: Math.max(0, Math.round(timings.queuedMs)) }),
        ...(timings.runningMs !== undefined && { runningMs: Math.max(0, Math.round(timings.runningMs)) }),
        files: files.map(record_edit_describeFile),
        actionVersion: facts.actionVersion,
        ...(facts.specCommit !== undefined && { specCommit: facts.specCommit }),
    };
}
/** What the spec calls the input's references by content; for a hosted picture, its address is enough. */
function describeReferences({ images, lockedInput }, { commitOf }) {
    const contents = (0,locked_contents/* contentsOf */.KD)(images, lockedInput);
    return images.flatMap((image, index) => {
        const content = contents[index];
        if (typeof content !== 'string' || image.kind === 'url')
            return [];
        if (image.kind === 'edit')
            return [{ content, edit: image.id }];
        const commit = commitOf?.(image);
        return [{ content, path: image.path, ...(commit !== undefined && { commit }) }];
    });
}
/** When its last file came, according to its phases; now at the latest, and not before the submit if the clock is slow. */
function finishedAtMs({ job, timings }, nowMs) {
    const { queuedMs, runningMs = 0, downloadMs = 0 } = timings;
    const byPhases = queuedMs === undefined ? nowMs : job.submittedAtMs + queuedMs + runningMs + downloadMs;
    return Math.max(job.submittedAtMs, Math.min(nowMs, byPhases));
}
/** Without its path on this machine. */
function record_edit_describeFile({ path, sha256, bytes, type, width, height, carries }) {
    return {
        path,
        sha256,
        bytes,
        type,
        ...(width !== undefined && { width }),
        ...(height !== undefined && { height }),
        ...(carries !== undefined && { carries }),
    };
}

;// CONCATENATED MODULE: ./deliver/branch/plan-changes.js







/**
 * What the branch is to become after a run: new pictures, and those that moved with a new id or output path. An edit
 * that did not succeed keeps what it has there, unless another edit's pictures are now at its path. An outcome that is
 * `unchanged` at its paths makes no change, so an unchanged spec makes none at all.
 */
function planChanges(outcomes, facts) {
    const made = outcomes.flatMap((outcome) => changeOf(outcome, facts));
    const replaced = new Set([...renamedAway(outcomes, facts), ...listOtherNames(made, facts)]);
    const decided = new Set([...replaced, ...made.map(({ id }) => id)]);
    const overwritten = listReplaced(made, outcomes, facts).filter((id) => !decided.has(id));
    const remembered = rememberTakes(overwritten, facts);
    const gone = new Set([...replaced, ...remembered.map(({ id }) => id)]);
    const set = [...made, ...remembered, ...discardTakes(facts, gone)];
    const remove = new Set([
        ...replaced,
        ...listSuperseded(outcomes, facts),
        ...overwritten,
        ...(facts.prune ? listPruned(facts) : []),
    ]);
    for (const { id } of set)
        remove.delete(id);
    const published = outcomes.flatMap(({ edit }) => (edit.published === undefined ? [] : [edit.published]));
    const models = published.map(({ id, digest, schema }) => [id, { digest, schema }]);
    return {
        set,
        remove: [...remove].toSorted(),
        ...(models.length > 0 && { models: Object.fromEntries(models) }),
    };
}
function changeOf(outcome, facts) {
    const { edit, state } = outcome;
    if (outcome.state === 'succeeded') {
        const sources = outcome.files.map(({ absolutePath }) => ({ kind: 'disk', absolutePath }));
        return [{ id: edit.id, entry: recordEdit(outcome, facts), sources }];
    }
    if (edit.action.kind === 'aside')
        return setAside(edit, edit.action, facts);
    if (state === 'adopted' && edit.action.kind === 'adopt')
        return [copyOf(edit, edit.action, facts)];
    if (state !== 'unchanged' || edit.action.kind !== 'unchanged')
        return [];
    if (edit.action.on !== undefined)
        return [];
    const { from, entry } = edit.action;
    // An entry that is copied or taken over belongs to this spec from now on.
    const isOwnAlready = from === edit.id && entry.spec === undefined;
    const owner = isOwnAlready ? {} : { spec: edit.at.file };
    const moved = { ...withAlt(withTake(entry, edit), edit), ...owner, files: edit.action.files };
    if (from === edit.id && (0,external_node_util_.isDeepStrictEqual)(moved, entry))
        return [];
    const sources = entry.files.map(({ path }) => ({ kind: 'branch', path }));
    return [{ id: edit.id, entry: moved, sources }];
}
/** The entry with the alternative text that the spec has now, which is no part of the fingerprint. */
function withAlt(entry, { pictures }) {
    const copy = { ...entry };
    if (pictures?.alt === undefined)
        delete copy.alt;
    else
        copy.alt = pictures.alt;
    return copy;
}
/** A finished edit of another branch, as it is on this one. */
function copyOf(edit, { entry, files }, { copies, specCommit }) {
    const sources = files.map(({ sha256 }) => {
        const absolutePath = copies.get(sha256);
        if (absolutePath === undefined)
            throw new Error(`Bug: a picture of ${edit.id} was not fetched`);
        return { kind: 'copy', absolutePath };
    });
    const adopted = { ...withTake(entry, edit), spec: edit.at.file, files };
    // A preview has no lasting commit. This run's spec asks for these pictures: runs of older commits keep them.
    // Its older pictures are in the history of the other branch, which may be deleted at any time.
    return {
        id: edit.id,
        entry: withAlt((0,remember_past/* withoutHistory */.lI)(specCommit === undefined ? adopted : { ...adopted, specCommit }), edit),
        sources,
    };
}
/** Ids whose pictures are on the base branch: older ones on this branch would hide them. */
function listSuperseded(outcomes, { recorded }) {
    return outcomes.flatMap(({ edit: { id, action } }) => action.kind === 'unchanged' && action.on !== undefined && recorded.lock.edits.has(id) ? [id] : []);
}
/** Ids that the spec no longer has and whose pictures an edit of this run took over. */
function renamedAway(outcomes, { specIds }) {
    return outcomes.flatMap(({ edit, state }) => state === 'unchanged' &&
        (edit.action.kind === 'unchanged' || edit.action.kind === 'aside') &&
        !specIds.has(edit.action.from)
        ? [edit.action.from]
        : []);
}
/**
 * Ids whose recorded files are where an edit of this run puts its own: edits that left the spec, or that were to be
 * made again and were not. Edits that are frozen, or that this run is not about, are not replaced.
 */
function listReplaced(set, outcomes, { recorded, specIds }) {
    const taken = new Set(set.flatMap(({ entry }) => (0,has_files/* filesOnBranch */.rB)(entry).map(({ path }) => (0,fold_path/* foldPath */.t)(path))));
    const notMade = new Set(outcomes.filter(({ state }) => state !== 'unchanged').map(({ edit }) => edit.id));
    return [...recorded.lock.edits]
        .filter(([id]) => !specIds.has(id) || notMade.has(id))
        .filter(([, entry]) => (0,has_files/* filesOnBranch */.rB)(entry).some(({ path }) => taken.has((0,fold_path/* foldPath */.t)(path))))
        .map(([id]) => id);
}
/** Ids that edits of this run had before their takes were counted otherwise: the new entries replace those. */
function listOtherNames(set, { recorded, specIds }) {
    return set.flatMap(({ id }) => {
        const other = (0,take_id/* otherNameOf */.$G)(id);
        const isReplaced = other !== undefined && !specIds.has(other) && recorded.lock.edits.has(other);
        return isReplaced ? [other] : [];
    });
}

// EXTERNAL MODULE: ./inputs/commit-message.js
var commit_message = __webpack_require__(25584);
// EXTERNAL MODULE: ./plan/outputs.js
var outputs = __webpack_require__(56987);
// EXTERNAL MODULE: ./shared/escape-markdown.js
var escape_markdown = __webpack_require__(67456);
// EXTERNAL MODULE: ./report/picture-grid.js
var picture_grid = __webpack_require__(77695);
// EXTERNAL MODULE: ./shared/plain-text.js
var plain_text = __webpack_require__(60295);
// EXTERNAL MODULE: ./report/html-in-markdown.js
var html_in_markdown = __webpack_require__(2965);
;// CONCATENATED MODULE: ./report/branch-page/render-entry.js







/** In pixels: two columns of this width fill a page on GitHub; on a phone they shrink with the table. */
const PICTURE_WIDTH = 440;
const SMALL_WIDTH = 70;
/** How many further pictures of one edit are shown; all are in the folder. */
const MAX_SMALL = 12;
/** As much of a prompt as is shown under a picture; the rest can be expanded. */
const PROMPT_START = 80;
const PROMPT_CHARACTERS = 2000;
/** As much of a description as fits under a picture. */
const ABOUT_CHARACTERS = 200;
/**
 * One edit of the branch as an HTML cell: its pictures, id, description, prompt and facts. URLs are relative to the
 * page.
 */
function renderEntry(id, entry, description) {
    const [first, ...others] = entry.files;
    const small = others.slice(0, MAX_SMALL).map((file) => render_entry_renderFile(file, id, SMALL_WIDTH));
    const more = others.length - small.length;
    return [
        first === undefined ? '' : render_entry_renderFile(first, id, PICTURE_WIDTH),
        small.length === 0 ? '' : `<br>${small.join(' ')}`,
        more > 0 ? `<br><sub>and ${more} more</sub>` : '',
        `<br><b>${(0,html_in_markdown/* codeInMarkdown */.A)(id)}</b>`,
        description === undefined ? '' : `<br>${(0,html_in_markdown/* textInMarkdown */.e)((0,plain_text/* shorten */.ml)(description, ABOUT_CHARACTERS))}`,
        `<br><small>${render_entry_renderFacts(entry)}</small>`,
        renderPrompt(entry.input['prompt']),
    ].join('');
}
/** A picture is shown. A video is a link, because GitHub does not play a repository's videos within a page. */
function render_entry_renderFile({ path, type }, id, width) {
    const address = (0,escape_html/* escapeHtml */.Z)((0,encode_path/* encodePath */.O)(path));
    if ((0,formats/* shownAs */.sE)(type) === 'picture')
        return (0,picture_grid/* linkedPicture */.a)(address, address, width, (0,escape_html/* escapeHtml */.Z)((0,plain_text/* toPlainLine */.Ic)(id)));
    return `<a href="${address}">▶ ${(0,html_in_markdown/* codeInMarkdown */.A)(path.slice(path.lastIndexOf('/') + 1))}</a>`;
}
function renderPrompt(prompt) {
    if (typeof prompt !== 'string')
        return '';
    const line = (0,plain_text/* toPlainLine */.Ic)(prompt);
    const start = (0,plain_text/* shorten */.ml)(line, PROMPT_START);
    if (start === line)
        return `<br><small>${(0,html_in_markdown/* textInMarkdown */.e)(line)}</small>`;
    // A word that would be cut in the middle is left out, and the sign before it.
    const words = start.replace(/\s\S{0,20}…$/, '…').replace(/[.,;:!?]…$/, '…');
    const whole = (0,html_in_markdown/* textInMarkdown */.e)((0,plain_text/* shorten */.ml)(line, PROMPT_CHARACTERS));
    return `<details><summary><small>${(0,html_in_markdown/* textInMarkdown */.e)(words)}</small></summary><small>${whole}</small></details>`;
}
function render_entry_renderFacts({ files, finishedAt, costUsd }) {
    const [first] = files;
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    return ([
        ...(first?.width === undefined || first.height === undefined
            ? []
            : [`${first.width} × ${first.height}`]),
        ...(files.length > 1 ? [(0,shared_format/* plural */.LS)(files.length, 'file')] : []),
        (0,shared_format/* formatBytes */.z3)(bytes),
        (0,html_in_markdown/* textInMarkdown */.e)(finishedAt.slice(0, 10)),
        ...(costUsd === undefined ? [] : [(0,shared_format/* formatUsd */.UK)(costUsd)]),
    ]
        // Dates are not broken at their hyphens on a phone.
        .map((fact) => fact.replaceAll(' ', '&nbsp;').replaceAll('-', '&#8209;'))
        .join(' · '));
}

;// CONCATENATED MODULE: ./report/branch-page/split-pages.js
/** Distributes parts over as few pages as possible, in order. No page is empty; without parts there are no pages. */
function splitPages(parts, { maxParts, maxBytes }) {
    const pages = [];
    let page = [];
    let bytes = 0;
    for (const part of parts) {
        const size = Buffer.byteLength(part);
        if (page.length > 0 && (page.length >= maxParts || bytes + size > maxBytes)) {
            pages.push(page);
            page = [];
            bytes = 0;
        }
        page.push(part);
        bytes += size;
    }
    return page.length === 0 ? pages : [...pages, page];
}

;// CONCATENATED MODULE: ./report/branch-page/render-branch-pages.js






/** Everyone who opens the page loads each picture at full size, perhaps on a phone. */
const EDITS_PER_PAGE = 60;
/** GitHub shows only the first 512 KB of a file; the rest is room for heading and links. */
const MAX_BYTES = 400_000;
/** With two columns the pictures are large enough to judge, and a phone has room for the prompts. */
const COLUMNS = 2;
/**
 * The pictures of the assets branch as GitHub Markdown, by file name relative to the branch directory: `README.md`,
 * which GitHub shows below the folder's list of files, and `gallery-2.md`, `gallery-3.md`, ... if there are many. Edits
 * are in the order of the spec, with their descriptions; if there are several specs, by spec and id, because a run knows
 * only its own. The same lock file and spec give the same bytes.
 */
function renderBranchPages(lock, options) {
    const isOne = hasOneSpec(lock);
    const listed = isOne ? options.spec : undefined;
    const spec = new Map(listed?.map((edit, index) => [edit.id, { ...edit, index }]));
    const keyOf = ([id, entry]) => [
        isOne ? '' : (entry.spec ?? ''),
        spec.get(id)?.index ?? Infinity,
        id,
    ];
    // What is not on the branch is in its history only.
    const there = [...lock.edits].filter(([, { stored }]) => stored === undefined);
    const entries = there.toSorted((a, b) => compareKeys(keyOf(a), keyOf(b)));
    const cells = entries.map(([id, entry]) => renderEntry(id, entry, spec.get(id)?.description));
    const room = { maxParts: options.maxEditsPerPage ?? EDITS_PER_PAGE, maxBytes: MAX_BYTES };
    const pages = splitPages(cells, room);
    const names = (pages.length === 0 ? [[]] : pages).map((_, index) => pageName(index));
    const totals = renderTotals(lock, options);
    return new Map(names.map((name, index) => {
        const links = renderLinks(names, index);
        return [name, renderPage(pages[index] ?? [], { title: options.title, totals, links })];
    }));
}
/** Otherwise the runs of two specs would order the page in turns. */
function hasOneSpec({ edits }) {
    return new Set([...edits.values()].flatMap(({ spec }) => spec ?? [])).size < 2;
}
/** By code unit, so that the order is the same on every machine. */
function compareKeys(a, b) {
    const index = a.findIndex((part, at) => part !== b[at]);
    return index < 0 ? 0 : (a[index] ?? 0) < (b[index] ?? 0) ? -1 : 1;
}
function pageName(index) {
    return index === 0 ? 'README.md' : `gallery-${index + 1}.md`;
}
function renderPage(cells, { title, totals, links }) {
    return [
        '<!-- Generated by dreamina-edit-action. Changes made by hand are overwritten by its next commit. -->',
        '',
        `# ${(0,escape_markdown/* escapeMarkdown */.FV)(title)}`,
        '',
        totals,
        '',
        ...(links === '' ? [] : [links, '']),
        ...(cells.length === 0 ? ['There are no pictures yet.', ''] : [(0,picture_grid/* renderGrid */.b)(cells, COLUMNS)]),
        ...(links === '' ? [] : [links, '']),
    ].join('\n');
}
function renderTotals({ edits, preview }, { directory, specUrl }) {
    const entries = [...edits.values()].filter(({ stored }) => stored === undefined);
    const files = entries.flatMap((entry) => entry.files);
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    const totals = `${(0,shared_format/* plural */.LS)(entries.length, 'edit')}, ${(0,shared_format/* plural */.LS)(files.length, 'file')}, ${(0,shared_format/* formatBytes */.z3)(bytes)}`;
    const folder = directory === '' ? '' : ` in ${(0,escape_markdown/* markdownCode */.D9)(directory)}`;
    const source = specUrl === undefined ? '' : `, made from [the spec](${(0,addresses/* linkAddress */.$)(specUrl)})`;
    // A preview may have only what its pull request changes.
    const of = preview === undefined ? '' : `Preview of pull request ${preview.pullRequest}: `;
    return `${of}${totals}${folder}${source}. This page is generated: changes made by hand are overwritten by the action's next commit.`;
}
function renderLinks(names, here) {
    if (names.length < 2)
        return '';
    const links = names.map((name, index) => (index === here ? `**${index + 1}**` : `[${index + 1}](${name})`));
    return `Page ${links.join(' · ')}`;
}

// EXTERNAL MODULE: ./shared/version.js
var version = __webpack_require__(68087);
// EXTERNAL MODULE: ./runner/pin-files.js
var pin_files = __webpack_require__(93197);
// EXTERNAL MODULE: ./runner/spec-commit.js
var spec_commit = __webpack_require__(99743);
// EXTERNAL MODULE: ./deliver/branch/read-tip-again.js
var read_tip_again = __webpack_require__(21815);
;// CONCATENATED MODULE: ./run/deliver/set-takes-aside.js




/**
 * Takes that are not kept came to the branch with a commit that has them for good; a second commit takes them off the branch
 * again, so that it has only what is kept. If that fails, they stay, and the next run does it. Returns the delivery with the
 * commit that has them.
 */
async function setTakesAside(edits, delivery, { repository, place }, request, takesOnBranch, deps) {
    if (delivery.kind !== 'committed')
        return delivery;
    const left = new Set(delivery.left.map(({ id }) => id));
    const brought = edits.filter(({ edit, state }) => (state === 'succeeded' || state === 'adopted') && (0,decide_aside/* isAside */.Zl)(edit, takesOnBranch) && !left.has(edit.id));
    if (brought.length === 0)
        return delivery;
    const { commit } = delivery;
    const read = await (0,read_tip_again/* readTipAgain */.e)({ repository, place }, deps);
    const current = read.ok ? { repository, place, ...read.value } : undefined;
    const set = current === undefined
        ? []
        : setBroughtAside(brought.map(({ edit }) => edit), current.recorded.lock.edits, commit);
    const again = current === undefined || set.length === 0
        ? undefined
        : await deliverBranch(current, { ...request, changes: { set, remove: [] } }, deps);
    if (again?.kind !== 'committed') {
        deps.log.info(`Takes that are not kept are still on branch ${place.branch}; the next run takes them off it.`);
        return delivery;
    }
    return {
        ...again,
        changed: [...new Set([...delivery.changed, ...again.changed])].toSorted(),
        warnings: [...delivery.warnings, ...again.warnings],
        left: delivery.left,
        aside: new Map([...(delivery.aside ?? []), ...set.map(({ id }) => [id, commit])]),
    };
}

;// CONCATENATED MODULE: ./run/deliver/deliver-to-branch.js











/** Commits what the run made, moved or pruned to the assets branch. */
async function deliverToBranch(run, opened, { specIds, specEdits, copies, renditions }, inputs, world, signal) {
    const specCommit = await (0,spec_commit/* readSpecCommit */.nE)(world);
    const changes = planChanges(run.edits, {
        recorded: opened.recorded,
        ...(opened.tip !== undefined && { tip: opened.tip }),
        specIds,
        prune: inputs.prune,
        copies,
        actionVersion: version/* VERSION */.x,
        ...(specCommit !== undefined && { specCommit }),
        commitOf: await (0,pin_files/* pinFiles */.z)(listSent(run), world, signal),
        nowMs: world.clock.now(),
    });
    const described = await describeCommits(inputs, specEdits, world);
    const deps = commitDeps(inputs, world, signal);
    const request = {
        changes: { ...changes, ...(renditions !== undefined && { renditions }) },
        unchanged: listUnchanged(run),
        ...described,
    };
    const delivery = await deliverBranch(opened, request, deps);
    const aside = new Map(changes.set.flatMap(({ id, entry: { heldBy } }) => (heldBy === undefined ? [] : [[id, heldBy]])));
    const delivered = delivery.kind === 'committed' && aside.size > 0 ? { ...delivery, aside } : delivery;
    return await setTakesAside(run.edits, delivered, opened, described, inputs.takesOnBranch, deps);
}
/** What commits of this run are made with. */
function commitDeps({ signCommits, githubToken }, { clock, random, log, commitSigner }, signal) {
    return { clock, random, log, signal, ...(signCommits && { signer: commitSigner(githubToken) }) };
}
/** The files that the new pictures were made from. */
function listSent({ edits }) {
    const made = edits.filter(({ state }) => state === 'succeeded');
    return made.flatMap(({ edit }) => edit.images.filter((image) => image.kind === 'file'));
}
/** How commits of this run describe themselves, and the branch. */
async function describeCommits(inputs, spec, { repository, job, readEvent }) {
    const { pull } = await readEvent();
    return {
        // A run without a base branch publishes, whatever started it.
        ...(inputs.baseBranch !== undefined && {
            preview: pull === undefined
                ? 'as-before'
                : { pullRequest: pull.number, ...(pull.head !== undefined && { commit: pull.head }) },
        }),
        renderMessage: (facts) => (0,commit_message/* renderCommitMessage */.j)(inputs.commitMessage, { ...facts, spec: inputs.spec, run: job.runUrl }),
        renderPages: (lock) => new Map([
            ...renderBranchPages(lock, {
                title: `${repository.owner}/${repository.name}`,
                directory: inputs.branchDirectory,
                spec,
            }),
            ...renderPicturesPage(lock),
        ]),
    };
}
/** The list of pictures for pages, if there are renditions. */
function renderPicturesPage({ edits, renditions }) {
    if (renditions === undefined)
        return new Map();
    // The kept take is the picture of its edit.
    const listed = [...edits].filter(([, { stored, take, isKept }]) => stored === undefined && (take === undefined || isKept === true));
    const text = renderPicturesFile(listed.map(([id, { alt, files }]) => ({ id: (0,take_id/* editOfTake */.Xo)(id), files, ...(alt !== undefined && { alt }) })), renditions);
    return new Map([[PICTURES_NAME, text]]);
}
/** Edits that the plan found on the run's own branch, and their files as they are after the run. */
function listUnchanged({ edits }) {
    return edits
        .filter(({ state, edit }) => state === 'unchanged' &&
        edit.action.kind === 'unchanged' &&
        edit.action.on === undefined &&
        (0,outputs/* isUntouched */.O2)(edit))
        .map(({ edit, unchangedFiles }) => ({ id: edit.id, paths: unchangedFiles.map(({ path }) => path) }));
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: ./git/read-blobs.js
var read_blobs = __webpack_require__(73029);
;// CONCATENATED MODULE: ./deliver/branch/fetch-files.js








/** Object names of files of the branch, as far as they are there. */
function blobsOf({ place, tree }, files) {
    return files.flatMap(({ from }) => {
        const file = tree.get((0,branch_paths/* fromRoot */.tc)(place, from));
        return file !== undefined && (0,branch_paths/* isPlainFile */.Dn)(file) ? [file.blob] : [];
    });
}
/**
 * Brings files of the branch to disk, below `folder` (absolute): one fetch for all of them. Files that came before an
 * error stay. A file that is not what the lock file says is an error, and is removed again.
 */
async function fetchFiles({ repository, place, tree }, files, folder, signal) {
    const blobs = [];
    for (const { from } of files) {
        const file = tree.get((0,branch_paths/* fromRoot */.tc)(place, from));
        if (file === undefined || !(0,branch_paths/* isPlainFile */.Dn)(file))
            return lost(`${where(from)} does not exist.`);
        blobs.push(file.blob);
    }
    const fetched = await (0,read_blobs/* fetchBlobs */.HP)(repository, blobs, signal);
    if (!fetched.ok)
        return unfetched(fetched.error);
    const fetchedFiles = [];
    for (const [index, { from, to }] of files.entries()) {
        const absolutePath = external_node_path_.join(folder, ...to.path.split('/'));
        await (0,promises_.mkdir)(external_node_path_.dirname(absolutePath), { recursive: true });
        const saved = await (0,read_blobs/* saveBlob */.H4)(repository, blobs[index] ?? '', absolutePath, signal);
        if (!saved.ok)
            return unfetched(saved.error);
        if ((await hashFile(absolutePath)) !== to.sha256) {
            await (0,promises_.rm)(absolutePath, { force: true });
            const what = `${where(from)} is not the file that the lock file records`;
            return lost(`${what}: restore it from the branch's history, or make the edit again with the input \`force\`.`);
        }
        fetchedFiles.push({ ...to, absolutePath });
    }
    return { ok: true, value: fetchedFiles };
    function lost(message) {
        return { ok: false, error: { isLost: true, message } };
    }
    function unfetched(error) {
        const message = (0,describe_git_error/* describeGitError */.e)(error, 'read', place, repository.remote);
        return { ok: false, error: { isLost: false, message } };
    }
    function where(file) {
        return `${(0,branch_paths/* quotePath */.WG)((0,branch_paths/* fromRoot */.tc)(place, file))} on branch ${(0,branch_paths/* quotePath */.WG)(place.branch)}`;
    }
}
async function hashFile(file) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    await (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(file), hash);
    return hash.digest('hex');
}

;// CONCATENATED MODULE: ./run/deliver/fetch-before.js


/**
 * Brings the pictures that this run replaced to `references/before/` in the output folder, so that the gallery shows old beside new. If
 * they cannot be fetched, the gallery does without them.
 */
async function fetchBefore({ edits }, opened, folder, { log }, signal) {
    const entries = opened.recorded.lock.edits;
    const replaced = edits.flatMap(({ edit: { id }, state, files }) => {
        const old = entries.get(id);
        if (state !== 'succeeded' || old === undefined || old.stored !== undefined)
            return [];
        const now = new Set(files.map(({ sha256 }) => sha256));
        return [[id, old.files.map((file) => (isOther(file, now) ? file : undefined))]];
    });
    const wanted = replaced.flatMap(([, files]) => files.flatMap((file) => file === undefined
        ? []
        : [{ from: file.path, to: { ...file, path: pathOf(file) } }]));
    if (wanted.length === 0)
        return new Map();
    const fetched = await fetchFiles(opened, wanted, folder, signal);
    if (!fetched.ok) {
        log.info(`The gallery does not show the pictures that were replaced: ${fetched.error.message}`);
        return new Map();
    }
    return new Map(replaced.map(([id, files]) => [id, files.map((file) => (file === undefined ? undefined : pathOf(file)))]));
}
function isOther({ sha256, type }, now) {
    return !now.has(sha256) && (0,formats/* shownAs */.sE)(type) === 'picture';
}
function pathOf({ sha256, type }) {
    return `references/before/${sha256}.${(0,formats/* fileExtension */.i_)(type)}`;
}

// EXTERNAL MODULE: ./media/identify-content.js
var identify_content = __webpack_require__(2936);
// EXTERNAL MODULE: ./run/adopt/other-branches.js
var other_branches = __webpack_require__(40677);
;// CONCATENATED MODULE: ./run/adopt/fetch-copies.js
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
 * Brings the pictures that a plan adopts to disk, below `folder` (absolute), before anything is sent: from then on, it does
 * not matter what becomes of the branches that they are on. One fetch for each branch. The error is what keeps all of them
 * from being fetched. Throws the signal's reason.
 */
async function fetchCopies({ edits }, others, folder, deps) {
    const adopted = edits.flatMap(({ id, action }) => (action.kind === 'adopt' ? [{ id, action }] : []));
    const copies = new Map();
    const failed = [];
    for (const [index, [branch, same]] of [
        ...Map.groupBy(adopted, ({ action }) => (0,other_branches/* branchOf */.W0)(action, undefined, others)),
    ].entries()) {
        const refuse = (why) => {
            const message = `Pictures of branch ${(0,branch_paths/* quotePath */.WG)(branch.place.branch)} cannot be copied, so nothing was sent: ${why}`;
            return { ok: false, error: { severity: 'error', message } };
        };
        const fault = await fetchAhead(branch, same, deps);
        if (fault !== undefined)
            return refuse(fault);
        for (const { id, action } of same) {
            const files = wantedOf(action);
            const fetched = await fetchFiles(branch, files, external_node_path_.join(folder, String(index)), deps.signal);
            deps.signal.throwIfAborted();
            if (!fetched.ok && !fetched.error.isLost)
                return refuse(fetched.error.message);
            const why = fetched.ok ? await findOddFile(fetched.value, branch) : fetched.error.message;
            if (why !== undefined)
                failed.push({ id, action, why });
            else if (fetched.ok)
                for (const { sha256, absolutePath } of fetched.value)
                    copies.set(sha256, absolutePath);
        }
    }
    return { ok: true, value: { copies, failed } };
}
/**
 * What is wrong with files whose bytes are not of the type that the lock file says. Anyone who may push to that branch could
 * put them there, and they would be published as pictures.
 */
async function findOddFile(files, { place }) {
    for (const { absolutePath, path: name, type } of files) {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const handle = __addDisposableResource(env_1, await (0,promises_.open)(absolutePath), true);
            const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(identify_content/* IDENTITY_BYTES */.Hc) });
            const identity = (0,identify_content/* identifyContent */.Ui)(buffer.subarray(0, bytesRead));
            if (identity.kind === 'media' && identity.type === type)
                continue;
            return `${(0,branch_paths/* quotePath */.WG)(name)} on branch ${(0,branch_paths/* quotePath */.WG)(place.branch)} is ${identity.described}, and not the picture that the lock file records.`;
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
    return undefined;
}
/** The files of an edit whose pictures exist: as they are on their branch, and as the spec wants them. */
function wantedOf({ entry, files }) {
    return files.map((to, index) => ({ from: entry.files[index]?.path ?? to.path, to }));
}
/** Fetches all pictures of one branch at once, and says why that is impossible. */
async function fetchAhead(branch, adopted, deps) {
    const { repository, place } = branch;
    const blobs = adopted.flatMap(({ action }) => blobsOf(branch, wantedOf(action)));
    const fetched = await (0,retry_offline/* retryOffline */.C)(async () => await (0,read_blobs/* fetchBlobs */.HP)(repository, blobs, deps.signal), deps);
    deps.signal.throwIfAborted();
    return fetched.ok ? undefined : (0,describe_git_error/* describeGitError */.e)(fetched.error, 'read', place, repository.remote);
}

;// CONCATENATED MODULE: ./run/deliver/fetch-unchanged.js




/** Whether another run delivered the edit after this run had planned to make it. */
function isDeliveredMeanwhile({ state, edit }) {
    const { kind } = edit.action;
    return state === 'unchanged' && kind !== 'unchanged' && kind !== 'aside';
}
/**
 * Fetches files of the branch for the artifact: those of edits that another run delivered in the meantime, those that an
 * earlier run could not upload and, with the contents `all`, those of every unchanged edit. Returns the run with them; if
 * they cannot be fetched, the log says why, and the run stays as it is.
 */
async function fetchUnchanged(run, { opened, others, current, folder, owed, }, contents, { log }, signal) {
    const unchanged = run.edits
        .filter(({ edit, files }) => files.length === 0 && (contents === 'all' || isOwed(edit, owed)))
        .flatMap((outcome) => {
        const { action } = outcome.edit;
        return (0,outputs/* hasPictures */.MB)(action) ? [{ branch: (0,other_branches/* branchOf */.W0)(action, opened, others), outcome }] : [];
    });
    const meanwhile = run.edits.filter(isDeliveredMeanwhile).flatMap(filesAtEnd);
    const byPath = new Map();
    for (const [branch, files] of [
        ...[...Map.groupBy(unchanged, ({ branch }) => branch)].map(([branch, same]) => [branch, same.flatMap(({ outcome }) => filesAtStart(outcome))]),
        [current, meanwhile],
    ]) {
        if (files.length === 0)
            continue;
        const fetched = await fetchFiles(branch, files, folder, signal);
        if (!fetched.ok) {
            log.info(`The artifact holds only pictures that this run made: ${fetched.error.message}`);
            return run;
        }
        for (const file of fetched.value)
            byPath.set(file.path, file);
    }
    if (byPath.size === 0)
        return run;
    const edits = run.edits.map((outcome) => ({
        ...outcome,
        files: [...outcome.files, ...outcome.unchangedFiles.flatMap(({ path }) => byPath.get(path) ?? [])],
    }));
    return { ...run, edits };
}
/** Whether the pictures of an unchanged edit are among those that are `owed` (request ids) to the artifact. */
function isOwed({ action }, owed) {
    return (0,outputs/* hasPictures */.MB)(action) && owed.has(action.entry.requestId);
}
/** Files of an edit that the plan found on a branch, at the paths they had then. */
function filesAtStart({ edit: { action } }) {
    return (0,outputs/* hasPictures */.MB)(action) ? wantedOf(action) : [];
}
function filesAtEnd({ unchangedFiles }) {
    return unchangedFiles.map((to) => ({ from: to.path, to }));
}

;// CONCATENATED MODULE: ./run/deliver/look-again.js






/**
 * Looks at the branch again if it may have moved: while a run waits for the service or for another run, others push. Then
 * what the run reports (commit, links) describes the branch at its end, not at its start.
 */
async function lookAgain({ edits }, branch, opened, world, signal) {
    const hasWorked = edits.some(({ edit: { action } }) => action.kind !== 'unchanged' && action.kind !== 'aside' && action.kind !== 'skip');
    const isStale = branch.kind === 'unchanged' && hasWorked;
    if (!isStale && !edits.some(isDeliveredMeanwhile))
        return { branch, current: opened, isFresh: false };
    const { repository, place } = opened;
    const tip = await (0,read_tip_again/* readTipAgain */.e)({ repository, place }, { ...world, signal });
    if (!tip.ok) {
        world.log.info(`Cannot read branch ${place.branch} again: the report describes it as it was at the start of the run.`);
        return { branch, current: opened, isFresh: false };
    }
    const current = { repository, place, ...tip.value };
    if (branch.kind !== 'unchanged')
        return { branch, current, isFresh: true };
    const missing = findMissing(current, listUnchanged({ edits }), place);
    if (missing.length > 0) {
        const message = `Branch ${place.branch} lost pictures: ${describeLeft(missing)}.`;
        return { branch: { kind: 'failed', ...place, message, left: missing }, current, isFresh: true };
    }
    return { branch: (0,tip_facts/* describeUnchanged */.bB)(current, place), current, isFresh: true };
}

;// CONCATENATED MODULE: ./pictures/compare-renditions.js


/**
 * Compares what the edits' pictures are to have with what is recorded and on the branch; pure. `paths`: every file of the branch.
 */
function compareRenditions(wanted, originals, recorded, paths) {
    const sets = wanted.flatMap((each) => {
        const record = recorded[each.original.sha256]?.[each.key];
        const there = (record?.files ?? []).filter(({ path }) => paths.has(path));
        const current = new Set(there.map(({ path }) => path).filter((path) => record?.stale?.includes(path) !== true));
        const missing = each.files.filter(({ path }) => !current.has(path));
        if (missing.length === 0)
            return [];
        const copies = missing.map((file) => ({ file, twin: there.find((other) => compare_renditions_isSame(file, other)) }));
        return [
            {
                wanted: each,
                make: copies.flatMap(({ file, twin }) => (twin === undefined ? [file] : [])),
                copy: copies.flatMap(({ file, twin }) => twin === undefined ? [] : [{ to: { ...twin, path: file.path }, from: twin.path }]),
            },
        ];
    });
    const keep = new Set(wanted.flatMap(({ files }) => files.map(({ path }) => (0,fold_path/* foldPath */.t)(path))));
    const stale = Object.values(recorded)
        .flatMap((bySettings) => Object.values(bySettings))
        .flatMap((record) => {
        const isOf = (path) => (original) => isRenditionOf(path, original, record.set);
        return record.files
            .map(({ path }) => path)
            .filter((path) => record.stale?.includes(path) !== true && !keep.has((0,fold_path/* foldPath */.t)(path)))
            .filter((path) => originals.own.some(isOf(path)) && !originals.others.some(isOf(path)));
    });
    return { sets, stale: [...new Set(stale)] };
}
function compare_renditions_isSame(one, other) {
    return one.type === other.type && one.width === other.width && one.height === other.height;
}

// EXTERNAL MODULE: ./media/mark/compose-mark.js
var compose_mark = __webpack_require__(51186);
;// CONCATENATED MODULE: ./pictures/rendition-settings.js


/**
 * Every setting that shapes the bytes of a set's files, but for width and format, which the files have themselves: so a width
 * that is added makes only its own files. The version of the engine is none of them: a new one is no reason to make everything again.
 */
function renditionSettings(set, mark) {
    const { quality, maxBytes, background, crop } = set;
    return {
        ...(quality !== undefined && { quality }),
        ...(maxBytes !== undefined && { 'max-bytes': maxBytes }),
        ...(background !== undefined && { background }),
        ...(crop !== undefined && { aspect: `${crop.width}:${crop.height}`, fit: crop.fit }),
        ...(mark.length > 0 && { mark: Object.fromEntries(mark.map(({ local, value }) => [local, value])) }),
    };
}
/** The settings' name in the lock file. */
function settingsKey(settings) {
    return (0,external_node_crypto_.createHash)('sha256')
        .update(JSON.stringify((0,sort_json/* sortJson */.B)(settings)))
        .digest('hex');
}

;// CONCATENATED MODULE: ./pictures/list-wanted.js



/** The mark of an edit's pictures. */
function markOf({ sourceType, markPrompt }, { model, prompt }) {
    return (0,compose_mark/* composeMark */.q)({ sourceType, system: model, ...(markPrompt && { prompt }) });
}
/** The renditions that an edit's pictures are to have. Those without a size that is known, such as videos, have none. */
function listWanted(pictures, settings, facts) {
    if (settings === undefined)
        return [];
    const mark = settings.mark === 'none' ? [] : markOf(settings, facts);
    return pictures.flatMap((original) => {
        const { width, height } = original;
        if (width === undefined || height === undefined || !original.type.startsWith('image/'))
            return [];
        return settings.renditions.map((set) => {
            const shaped = renditionSettings(set, mark);
            const files = listRenditions(original.path, { width, height }, set);
            return { set, original, settings: shaped, key: settingsKey(shaped), mark, files };
        });
    });
}

;// CONCATENATED MODULE: ./media/embedded/jpeg-parts.js
const START_OF_SCAN = 0xda;
/**
 * The segments of a JPEG in front of its pixels, and the start of scan as the last one; undefined if they cannot be
 * followed that far. The start of the file and fill bytes belong to no segment.
 */
function listJpegParts(bytes) {
    if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8)
        return undefined;
    const parts = [];
    let at = 2;
    for (;;) {
        if (bytes[at] !== 0xff)
            return undefined;
        let start = at;
        while (bytes[start + 1] === 0xff)
            start += 1;
        const marker = bytes[start + 1];
        if (marker === undefined || start + 4 > bytes.length)
            return undefined;
        // Markers without a length do not occur here, except TEM.
        if (marker === 0x01) {
            at = start + 2;
            continue;
        }
        const end = start + 2 + bytes.readUInt16BE(start + 2);
        if (end > bytes.length || end < start + 4)
            return undefined;
        parts.push({ name: marker.toString(16), start, end, data: bytes.subarray(start + 4, end) });
        if (marker === START_OF_SCAN)
            return parts;
        at = end;
    }
}
/** A segment; its content has at most 65,533 bytes. */
function jpegPart(marker, data) {
    const head = Buffer.of(0xff, marker, 0, 0);
    head.writeUInt16BE(data.length + 2, 2);
    return Buffer.concat([head, data]);
}

;// CONCATENATED MODULE: ./media/embedded/xmp-in-jpeg.js

/** In front of the packet (XMP specification, part 3, section 1.1.3). */
const XMP_HEADER = Buffer.from('http://ns.adobe.com/xap/1.0/\0', 'latin1');
const EXIF_HEADER = Buffer.from('Exif\0\0', 'latin1');
/** Further pictures behind the first one, found by their distance from here (CIPA DC-007). */
const MULTI_PICTURE_HEADER = Buffer.from('MPF\0', 'latin1');
/** As much as fits into a segment. */
const MAX_PACKET_BYTES = 65_533 - XMP_HEADER.length;
/** The XMP packet of a JPEG. */
function readJpegXmp(bytes) {
    const part = listJpegParts(bytes)?.find(isXmp);
    return part?.data.subarray(XMP_HEADER.length);
}
/** The JPEG with this packet in place of its own, behind JFIF and EXIF; not a byte of the rest changes. */
function writeJpegXmp(bytes, packet) {
    const parts = listJpegParts(bytes);
    if (parts === undefined)
        return { ok: false, error: 'the segments of the JPEG cannot be followed' };
    if (packet.length > MAX_PACKET_BYTES) {
        const error = `its XMP would have ${packet.length} bytes, and a JPEG has room for ${MAX_PACKET_BYTES}`;
        return { ok: false, error };
    }
    const old = parts.filter(isXmp);
    const first = parts.filter((part) => part.name === 'e0' || isExif(part)).at(-1);
    const at = first?.end ?? 2;
    const further = parts.find(({ name, data }) => name === 'e2' && startsWith(data, MULTI_PICTURE_HEADER));
    if (further !== undefined && [at, ...old.map(({ start }) => start)].some((each) => each > further.start))
        return { ok: false, error: 'it holds further pictures, which would no longer be found' };
    const pieces = [];
    let from = 0;
    const added = jpegPart(0xe1, Buffer.concat([XMP_HEADER, packet]));
    for (const cut of [...old, { start: at, end: at, added }].toSorted((a, b) => a.start - b.start)) {
        pieces.push(bytes.subarray(from, cut.start));
        if ('added' in cut)
            pieces.push(cut.added);
        from = Math.max(from, cut.end);
    }
    return { ok: true, value: Buffer.concat([...pieces, bytes.subarray(from)]) };
}
function isXmp({ name, data }) {
    return name === 'e1' && startsWith(data, XMP_HEADER);
}
function isExif({ name, data }) {
    return name === 'e1' && startsWith(data, EXIF_HEADER);
}
function startsWith(data, head) {
    return data.subarray(0, head.length).equals(head);
}
/** The EXIF data of a JPEG. */
function readJpegExif(bytes) {
    return listJpegParts(bytes)?.find(isExif)?.data.subarray(EXIF_HEADER.length);
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ./media/embedded/png-parts.js

const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
/** The chunks of a PNG up to its end; undefined if they cannot be followed that far. */
function listPngParts(bytes) {
    if (!bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE))
        return undefined;
    const parts = [];
    for (let start = SIGNATURE.length; start + 12 <= bytes.length;) {
        const end = start + 12 + bytes.readUInt32BE(start);
        if (end > bytes.length)
            return undefined;
        const name = bytes.toString('latin1', start + 4, start + 8);
        parts.push({ name, start, end, data: bytes.subarray(start + 8, end - 4) });
        if (name === 'IEND')
            return parts;
        start = end;
    }
    return undefined;
}
/** A chunk with its checksum. */
function pngPart(name, data) {
    const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
    const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    checksum.writeUInt32BE((0,external_node_zlib_.crc32)(body));
    return Buffer.concat([length, body, checksum]);
}

;// CONCATENATED MODULE: ./media/embedded/png-text.js

/** More than any honest text in a picture. */
const MAX_TEXT_BYTES = 4 * 1024 * 1024;
/** The keyword of a text chunk (PNG, third edition, section 11.3.3); undefined for any other chunk. */
function keywordOf({ name, data }) {
    if (name !== 'tEXt' && name !== 'zTXt' && name !== 'iTXt')
        return undefined;
    const end = data.indexOf(0);
    return end < 0 ? undefined : data.toString('latin1', 0, end);
}
/** The text of a text chunk; undefined if it cannot be read. */
function textOf(part) {
    const keyword = keywordOf(part);
    if (keyword === undefined)
        return undefined;
    const rest = part.data.subarray(keyword.length + 1);
    if (part.name === 'tEXt')
        return rest.toString('latin1');
    if (part.name === 'zTXt')
        return rest[0] === 0 ? inflate(rest.subarray(1))?.toString('latin1') : undefined;
    // Two flags, then the language and the translated keyword, each with a zero at its end.
    const language = rest.indexOf(0, 2);
    const translated = language < 0 ? -1 : rest.indexOf(0, language + 1);
    if (translated < 0)
        return undefined;
    const text = rest.subarray(translated + 1);
    return (rest[0] === 0 ? text : inflate(text))?.toString('utf8');
}
/** The content of an iTXt chunk whose text is not compressed: that is where readers look for XMP. */
function internationalText(keyword, text) {
    return Buffer.from(`${keyword}\0\0\0\0\0${text}`);
}
function inflate(bytes) {
    try {
        return (0,external_node_zlib_.inflateSync)(bytes, { maxOutputLength: MAX_TEXT_BYTES });
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./media/embedded/xmp-in-png.js


const XMP_KEYWORD = 'XML:com.adobe.xmp';
/** The XMP packet of a PNG, in whichever text chunk and at whichever place it is. */
function readPngXmp(bytes) {
    const part = listPngParts(bytes)?.find((each) => keywordOf(each) === XMP_KEYWORD);
    if (part === undefined)
        return undefined;
    const text = textOf(part);
    // In a Latin-1 chunk, the bytes are UTF-8 all the same.
    return text === undefined ? undefined : Buffer.from(text, part.name === 'iTXt' ? 'utf8' : 'latin1');
}
/**
 * The PNG with this packet in place of its own, not compressed and right behind the header: many readers neither inflate
 * it nor look behind the pixels.
 */
function writePngXmp(bytes, packet) {
    const parts = listPngParts(bytes);
    const header = parts?.[0];
    if (parts === undefined || header?.name !== 'IHDR')
        return { ok: false, error: 'the chunks of the PNG cannot be followed' };
    const added = pngPart('iTXt', internationalText(XMP_KEYWORD, packet.toString('utf8')));
    const kept = parts.slice(1).filter((part) => keywordOf(part) !== XMP_KEYWORD);
    const end = parts.at(-1)?.end ?? bytes.length;
    return {
        ok: true,
        value: Buffer.concat([
            bytes.subarray(0, header.end),
            added,
            ...kept.map((part) => bytes.subarray(part.start, part.end)),
            bytes.subarray(end),
        ]),
    };
}

;// CONCATENATED MODULE: ./media/embedded/webp-parts.js
/** The chunks of a WebP; undefined if they cannot be followed to the end that its header names. */
function listWebpParts(bytes) {
    if (bytes.length < 12 || bytes.toString('latin1', 0, 4) !== 'RIFF')
        return undefined;
    if (bytes.toString('latin1', 8, 12) !== 'WEBP')
        return undefined;
    const whole = 8 + bytes.readUInt32LE(4);
    if (whole > bytes.length)
        return undefined;
    const parts = [];
    for (let start = 12; start + 8 <= whole;) {
        const length = bytes.readUInt32LE(start + 4);
        const end = start + 8 + length;
        if (end > whole)
            return undefined;
        const name = bytes.toString('latin1', start, start + 4);
        // Some writers leave out the padding of the last chunk.
        const padded = Math.min(end + (length % 2), whole);
        parts.push({ name, start, end: padded, data: bytes.subarray(start + 8, end) });
        start = padded;
    }
    return parts;
}
/** A chunk, padded to an even length. */
function webpPart(name, data) {
    const head = Buffer.from(`${name}\0\0\0\0`, 'latin1');
    head.writeUInt32LE(data.length, 4);
    return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
}
/** A WebP file of these chunks. */
function webpFile(chunks) {
    const body = Buffer.concat([Buffer.from('WEBP', 'latin1'), ...chunks]);
    const head = Buffer.from('RIFF\0\0\0\0', 'latin1');
    head.writeUInt32LE(body.length, 4);
    return Buffer.concat([head, body]);
}

;// CONCATENATED MODULE: ./media/embedded/xmp-in-webp.js

/** Bits of the first byte of VP8X (RFC 9649, section 2.7). */
const XMP_FLAG = 0x04;
const ALPHA_FLAG = 0x10;
/** The XMP packet of a WebP. */
function readWebpXmp(bytes) {
    return listWebpParts(bytes)?.find(({ name }) => name === 'XMP ')?.data;
}
/** The WebP with this packet in place of its own, behind the pixels, and with the flag that announces it. */
function writeWebpXmp(bytes, packet) {
    const parts = listWebpParts(bytes);
    const [first, ...others] = parts ?? [];
    const header = first === undefined ? undefined : extendedHeader(first);
    if (first === undefined || header === undefined)
        return { ok: false, error: 'the chunks of the WebP cannot be followed' };
    const rest = first.name === 'VP8X' ? others : [first, ...others];
    const kept = rest.filter(({ name }) => name !== 'XMP ').map(({ name, data }) => webpPart(name, data));
    const chunks = [webpPart('VP8X', header), ...kept, webpPart('XMP ', packet)];
    return { ok: true, value: webpFile(chunks) };
}
/** The content of VP8X with the flag for XMP, by the file's own or by its only picture; undefined if it cannot be read. */
function extendedHeader({ name, data }) {
    if (name === 'VP8X') {
        if (data.length < 10)
            return undefined;
        const header = Buffer.from(data);
        header[0] = (header[0] ?? 0) | XMP_FLAG;
        return header;
    }
    const header = Buffer.alloc(10);
    if (name === 'VP8 ' && data.length >= 10) {
        header[0] = XMP_FLAG;
        writeCanvas(header, data.readUInt16LE(6) & 0x3fff, data.readUInt16LE(8) & 0x3fff);
        return header;
    }
    if (name === 'VP8L' && data.length >= 5) {
        const bits = data.readUInt32LE(1);
        header[0] = XMP_FLAG | (((bits >>> 28) & 1) === 1 ? ALPHA_FLAG : 0);
        writeCanvas(header, (bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1);
        return header;
    }
    return undefined;
}
function writeCanvas(header, width, height) {
    header.writeUIntLE(width - 1, 4, 3);
    header.writeUIntLE(height - 1, 7, 3);
}

;// CONCATENATED MODULE: ./media/embedded/embedded-xmp.js



const READERS = {
    'image/jpeg': readJpegXmp,
    'image/png': readPngXmp,
    'image/webp': readWebpXmp,
};
const WRITERS = {
    'image/jpeg': writeJpegXmp,
    'image/png': writePngXmp,
    'image/webp': writeWebpXmp,
};
/** The XMP packet of a picture, as text; undefined if it has none. */
function readXmp(bytes, type) {
    return READERS[type](bytes)?.toString('utf8');
}
/** The picture with this packet in place of its own; its pixels are not touched. */
function writeXmp(bytes, type, packet) {
    return WRITERS[type](bytes, Buffer.from(packet));
}

;// CONCATENATED MODULE: ./media/embedded/part.js
/** Whether embedded data of this type can be written. */
function isTagged(type) {
    return type === 'image/jpeg' || type === 'image/png' || type === 'image/webp';
}

// EXTERNAL MODULE: ./media/xmp/namespaces.js
var xmp_namespaces = __webpack_require__(88678);
;// CONCATENATED MODULE: ./media/xmp/parse-xml.js
const TOKEN = /<!--[^]*?-->|<\?[^]*?\?>|<!\[CDATA\[[^]*?\]\]>|<(?<closing>\/?)(?<tag>[^\s/><!?]+)(?<rest>(?:[^"'>]|"[^"]*"|'[^']*')*)>/g;
const ATTRIBUTE = /\s+([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const ENTITIES = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const MAX_DEPTH = 100;
/**
 * The elements of a well-formed XML text without a document type, with their places in it, so that parts can be cut out or
 * added and the rest stays as it is; undefined if the text is anything else.
 */
function parseXml(text) {
    if (text.includes('<!DOCTYPE') || text.includes('<!ENTITY'))
        return undefined;
    const open = [];
    let root;
    for (const match of text.matchAll(TOKEN)) {
        const { tag, closing, rest = '' } = match.groups ?? {};
        if (tag === undefined)
            continue;
        const end = match.index + match[0].length;
        const top = open.at(-1);
        if (closing === '/') {
            if (top?.tag !== tag)
                return undefined;
            open.pop();
            top.element.close = match.index;
            top.element.end = end;
            continue;
        }
        if (open.length === MAX_DEPTH || (top === undefined && root !== undefined))
            return undefined;
        const isEmpty = rest.endsWith('/');
        const { attributes, scope } = readAttributes(rest, match.index + 1 + tag.length, top?.scope);
        const [prefix] = splitName(tag);
        const element = {
            ...{ name: resolve(tag, scope, true), attributes, children: [] },
            ...{ prefix: prefix === '' ? '' : `${prefix}:`, start: match.index, open: end, close: end, end },
        };
        if (top === undefined)
            root = element;
        else
            top.element.children.push(element);
        if (!isEmpty)
            open.push({ element, tag, scope });
    }
    return open.length === 0 ? root : undefined;
}
function readAttributes(text, offset, outer = new Map([['xml', 'xml']])) {
    const found = [...text.matchAll(ATTRIBUTE)].map((match) => ({
        written: match[1] ?? '',
        value: decode(match[2] ?? match[3] ?? ''),
        start: offset + match.index,
        end: offset + match.index + match[0].length,
    }));
    const scope = new Map(outer);
    for (const { written, value } of found) {
        if (written === 'xmlns')
            scope.set('', value);
        else if (written.startsWith('xmlns:'))
            scope.set(written.slice(6), value);
    }
    const attributes = found.map(({ written, ...rest }) => ({ ...rest, name: resolve(written, scope, false) }));
    return { attributes, scope };
}
function splitName(written) {
    const colon = written.indexOf(':');
    return colon < 0 ? ['', written] : [written.slice(0, colon), written.slice(colon + 1)];
}
function resolve(written, scope, isElement) {
    const [prefix, local] = splitName(written);
    if (prefix === 'xmlns' || (prefix === '' && !isElement))
        return written;
    const namespace = scope.get(prefix);
    return namespace === undefined ? written : `${namespace} ${local}`;
}
/** The text of an element without markup; elements inside are left out. */
function textOfElement(text, element) {
    let inner = '';
    let from = element.open;
    for (const child of element.children) {
        inner += text.slice(from, child.start);
        from = child.end;
    }
    inner += text.slice(from, element.close);
    const plain = inner.replaceAll(/<!--[^]*?-->|<\?[^]*?\?>/g, '');
    return plain
        .split(/(<!\[CDATA\[[^]*?\]\]>)/)
        .map((piece) => (piece.startsWith('<![CDATA[') ? piece.slice(9, -3) : decode(piece)))
        .join('');
}
function decode(text) {
    return text.replaceAll(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
        if (typeof name === 'string')
            return ENTITIES[name] ?? whole;
        const code = typeof hex === 'string' ? Number.parseInt(hex, 16) : Number(decimal);
        return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    });
}

;// CONCATENATED MODULE: ./media/xmp/xmp-packet.js



/** Reads a packet; undefined if it is not XMP. */
function parsePacket(text) {
    const root = parseXml(text.replace(/\0+$/, ''));
    if (root === undefined)
        return undefined;
    const isRdf = ({ name }) => name === `${xmp_namespaces.NS.rdf} RDF`;
    const rdf = isRdf(root) ? root : root.children.find(isRdf);
    if (rdf === undefined)
        return undefined;
    const descriptions = rdf.children.filter(({ name }) => name === `${xmp_namespaces.NS.rdf} Description`);
    return { text, rdf, descriptions };
}
/** The text of a property, an address as well; undefined if the packet does not have it. */
function readProperty({ text, descriptions }, namespace, local) {
    const name = `${namespace} ${local}`;
    for (const { attributes, children } of descriptions) {
        const attribute = attributes.find((each) => each.name === name);
        if (attribute !== undefined)
            return attribute.value;
        const element = children.find((each) => each.name === name);
        if (element === undefined)
            continue;
        const resource = element.attributes.find((each) => each.name === `${xmp_namespaces.NS.rdf} resource`);
        return resource?.value ?? deepText(text, element).trim();
    }
    return undefined;
}
/** The first text in an element or in what it holds: an array's first item. */
function deepText(text, element) {
    const own = textOfElement(text, element);
    if (own.trim() !== '')
        return own;
    for (const child of element.children) {
        const inner = deepText(text, child);
        if (inner.trim() !== '')
            return inner;
    }
    return '';
}
/** The packet with these properties besides its own; one that it has already stays as it is. */
function addProperties(packet, properties) {
    const missing = properties.filter(({ namespace, local }) => readProperty(packet, namespace, local) === undefined);
    const { text, rdf, descriptions } = packet;
    if (missing.length === 0)
        return text;
    // All descriptions of one packet are about the same thing, by the same name.
    const about = descriptions
        .flatMap(({ attributes }) => attributes)
        .find(({ name }) => name === `${xmp_namespaces.NS.rdf} about`)?.value;
    const added = renderDescription(missing, rdf.prefix, about ?? '');
    if (rdf.end > rdf.open)
        return `${text.slice(0, rdf.close)}${added}${text.slice(rdf.close)}`;
    // It has no end tag, as it was empty.
    const start = text.slice(rdf.start, rdf.end).replace(/\/>$/, '>');
    return `${text.slice(0, rdf.start)}${start}${added}</${rdf.prefix}RDF>${text.slice(rdf.end)}`;
}
/** A new packet of these properties. */
function createPacket(properties) {
    return [
        '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>',
        `<x:xmpmeta xmlns:x="${xmp_namespaces.NS.meta}">`,
        `<rdf:RDF xmlns:rdf="${xmp_namespaces.NS.rdf}">${renderDescription(properties, 'rdf:', '')}</rdf:RDF>`,
        '</x:xmpmeta>',
        '<?xpacket end="w"?>',
    ].join('\n');
}
function renderDescription(properties, rdf, about) {
    const namespaces = new Map(properties.map(({ prefix, namespace }) => [prefix, namespace]));
    const declared = [...namespaces].map(([prefix, namespace]) => ` xmlns:${prefix}="${namespace}"`);
    const elements = properties.map(({ prefix, local, value }) => `<${prefix}:${local}>${escapeXml(value)}</${prefix}:${local}>`);
    // The prefix of RDF may be none, in which case an attribute cannot have it.
    const name = rdf === '' ? 'r:' : rdf;
    const own = rdf === '' ? ` xmlns:r="${xmp_namespaces.NS.rdf}"` : '';
    return `<${name}Description${own} ${name}about="${escapeXml(about)}"${declared.join('')}>${elements.join('')}</${name}Description>`;
}
/** Without the characters that XML cannot hold. */
function escapeXml(value) {
    return (0,escape_html/* escapeHtml */.Z)(value.toWellFormed().replaceAll(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, ''));
}

;// CONCATENATED MODULE: ./media/xmp/drop-stale.js


/**
 * Namespaces whose properties are not true of a picture that was made from another one, or say where and with what a
 * photograph was taken: TIFF and EXIF (orientation, positions), camera and lens (serial numbers), gain maps, depth and
 * motion that are stored beside the pixels, and the rest of a long packet.
 */
const STALE_NAMESPACES = [
    'http://ns.adobe.com/tiff/1.0/',
    'http://ns.adobe.com/exif/1.0/',
    'http://cipa.jp/exif/1.0/',
    'http://cipa.jp/exif/2.32/',
    'http://ns.adobe.com/exif/1.0/aux/',
    'http://ns.adobe.com/hdr-gain-map/1.0/',
    'http://ns.apple.com/HDRGainMap/1.0/',
    'http://ns.apple.com/pixeldatainfo/1.0/',
    'http://ns.google.com/photos/1.0/container/',
    'http://ns.google.com/photos/1.0/container/item/',
    'http://ns.google.com/photos/1.0/camera/',
    'http://ns.google.com/photos/dd/1.0/device/',
    'http://ns.google.com/photos/1.0/depthmap/',
    'http://ns.google.com/photos/1.0/image/',
    'http://ns.adobe.com/xmp/note/',
];
/** Single properties that are stale as well: a link to a signed manifest, and small copies of the picture. */
const STALE_PROPERTIES = [`${xmp_namespaces.NS.dcterms} provenance`, `${xmp_namespaces.NS.xmp} Thumbnails`];
/**
 * The packet without what is stale for a picture that was made from its own; undefined if it is not XMP. Whatever else
 * others wrote stays as it is.
 */
function dropStale(text) {
    const packet = parsePacket(text);
    if (packet === undefined)
        return undefined;
    let kept = text;
    for (const { start, end } of listStale(packet).toSorted((a, b) => b.start - a.start))
        kept = kept.slice(0, start) + kept.slice(end);
    return kept;
}
function listStale({ descriptions }) {
    return descriptions.flatMap(staleOf);
}
/** Also in structures: a place of the IPTC has its position by a property of EXIF. */
function staleOf({ attributes, children }) {
    return [
        ...attributes.filter(({ name }) => isStale(name)),
        ...children.flatMap((child) => (isStale(child.name) ? [child] : staleOf(child))),
    ];
}
function isStale(name) {
    const namespace = name.slice(0, Math.max(0, name.lastIndexOf(' ')));
    return STALE_NAMESPACES.includes(namespace) || STALE_PROPERTIES.includes(name);
}

;// CONCATENATED MODULE: ./media/mark/find-label.js




/** The label inside a comment of EXIF: an object of JSON. */
const LABEL_IN_EXIF = /\{\s*"AIGC"\s*:\s*\{[^{}]*\}\s*\}/;
/** The label that GB 45438-2025 asks for where it is not in XMP: a text chunk of a PNG, or a comment of EXIF. */
function findLabel(bytes, type) {
    if (type === 'image/jpeg')
        return inExif(readJpegExif(bytes));
    if (type === 'image/webp')
        return inExif(listWebpParts(bytes)?.find(({ name }) => name === 'EXIF')?.data);
    if (type !== 'image/png')
        return undefined;
    const parts = listPngParts(bytes) ?? [];
    const part = parts.find((each) => keywordOf(each) === 'AIGC');
    return part === undefined ? inExif(parts.find(({ name }) => name === 'eXIf')?.data) : textOf(part);
}
/** Comments are ASCII, or two bytes for each character. */
function inExif(exif) {
    if (exif === undefined)
        return undefined;
    const text = exif.toString('utf8').replaceAll('\0', '');
    return LABEL_IN_EXIF.exec(text)?.[0];
}

;// CONCATENATED MODULE: ./media/mark/rendition-packet.js






/**
 * The XMP of a picture that is made from an original: what others wrote there, without what is stale, a label that is not
 * in the original's XMP, and the mark. Undefined if there is nothing to write.
 */
function renditionPacket(original, type, mark) {
    const label = findLabel(original, type);
    const properties = [
        ...mark,
        ...(label === undefined ? [] : [{ prefix: 'TC260', namespace: xmp_namespaces.NS.aigc, local: 'AIGC', value: label }]),
    ];
    const text = isTagged(type) ? readXmp(original, type) : undefined;
    const kept = text === undefined ? undefined : dropStale(text);
    const packet = kept === undefined ? undefined : parsePacket(kept);
    if (packet !== undefined)
        return addProperties(packet, properties);
    return properties.length === 0 ? undefined : createPacket(properties);
}

// EXTERNAL MODULE: external "node:module"
var external_node_module_ = __webpack_require__(98995);
;// CONCATENATED MODULE: ./pictures/engine.js



const PLACEHOLDER_WIDTH = 16;
const PLACEHOLDER_QUALITY = 40;
const COLOR_WIDTH = 64;
/**
 * Loads the engine from its folder beside the bundle: megabytes of WebAssembly, so only when a rendition is made. Throws if
 * it is not there.
 */
function loadEngine(folder) {
    // A name that the bundler does not follow: the engine stays a file of its own, which anyone can replace.
    const entry = external_node_path_.join(folder, 'index.cjs');
    const load = (0,external_node_module_.createRequire)(entry);
    const open = openEngine(() => load(entry));
    // Every picture is used only a few times, one after the other.
    open.cache(false);
    const scaled = (file, { width, height, set }) => {
        const background = set.background ?? { r: 255, g: 255, b: 255, alpha: 0 };
        const fit = set.crop?.fit ?? 'fill';
        return open(file).autoOrient().resize({ width, height, fit, background }).toColourspace('srgb');
    };
    return {
        encode: async (file, encoding) => {
            const { format, set, packet } = encoding;
            let picture = scaled(file, encoding).withIccProfile('srgb');
            if (format === 'jpeg' || set.background !== undefined)
                picture = picture.flatten({ background: set.background ?? '#ffffff' });
            if (packet !== undefined)
                picture = picture.withXmp(packet);
            return await encode(picture, encoding).toBuffer();
        },
        preview: async (file, { width, height, set }) => {
            const at = (tiny) => ({
                width: tiny,
                height: Math.max(1, Math.round((height * tiny) / width)),
                set,
            });
            const placeholder = await scaled(file, at(PLACEHOLDER_WIDTH))
                .webp({ quality: PLACEHOLDER_QUALITY })
                .toBuffer();
            const small = await scaled(file, at(COLOR_WIDTH))
                .flatten({ background: set.background ?? '#ffffff' })
                .raw()
                .toBuffer({ resolveWithObject: true });
            const { width: across, height: down, channels } = small.info;
            const { dominant } = await open(small.data, { raw: { width: across, height: down, channels } }).stats();
            const color = [dominant.r, dominant.g, dominant.b].map((value) => value.toString(16).padStart(2, '0'));
            return {
                color: `#${color.join('')}`,
                placeholder: `data:image/webp;base64,${placeholder.toString('base64')}`,
            };
        },
    };
}
function openEngine(open) {
    try {
        return open();
    }
    catch (error) {
        // The rest lists files of this machine.
        const [why] = (0,describe_error/* describeError */.U)(error).split('\n');
        throw new Error(`the engine cannot be loaded (${why ?? ''})`, { cause: error });
    }
}
function encode(picture, { format, quality }) {
    switch (format) {
        case 'avif':
            return picture.avif({ quality });
        case 'webp':
            return picture.webp({ quality });
        case 'jpeg':
            return picture.jpeg({ quality });
        case 'png':
            return picture.png({ compressionLevel: 9 });
    }
}

;// CONCATENATED MODULE: ./pictures/make-file.js




const DEFAULT_QUALITY = { avif: 60, webp: 80, jpeg: 80, png: 100 };
/** Below this, a picture is visibly damaged: then it is rather too large. */
const LEAST_QUALITY = 30;
/** Makes one rendition of the picture in `file`. `packet`: its XMP. Throws what the engine throws. */
async function makeFile(engine, file, { set }, { width, height, type, path }, packet) {
    const format = set.formats.find((each) => FORMAT_TYPES[each] === type) ?? 'png';
    const encode = async (quality) => {
        const inFile = packet !== undefined && !isTagged(type) && { packet };
        const bytes = await engine.encode(file, { width, height, format, quality, set, ...inFile });
        if (packet === undefined || !isTagged(type))
            return bytes;
        const written = writeXmp(bytes, type, packet);
        if (!written.ok)
            throw new Error(written.error);
        return written.value;
    };
    const highest = set.quality ?? DEFAULT_QUALITY[format];
    const first = await encode(highest);
    const { maxBytes } = set;
    if (maxBytes === undefined || first.length <= maxBytes)
        return { bytes: first };
    const tooLarge = (bytes) => ({
        bytes,
        warning: `\`${path}\` has ${(0,shared_format/* formatBytes */.z3)(bytes.length)}, more than its \`max-bytes\` (${(0,shared_format/* formatBytes */.z3)(maxBytes)}): choose a smaller width or another format`,
    });
    if (format === 'png')
        return tooLarge(first);
    // The highest quality that fits, to two steps.
    let [fits, above] = [Math.min(LEAST_QUALITY, highest), highest];
    let best = await encode(fits);
    if (best.length > maxBytes)
        return tooLarge(best);
    while (above - fits > 2) {
        const middle = Math.floor((fits + above) / 2);
        const bytes = await encode(middle);
        if (bytes.length > maxBytes)
            above = middle;
        else
            [fits, best] = [middle, bytes];
    }
    return { bytes: best };
}

;// CONCATENATED MODULE: ./pictures/make-renditions.js







/**
 * Makes the files of sets below `folder` (absolute), one after the other; those that are only copied are recorded. `locate`
 * gives the absolute path of an original by its SHA-256, undefined if it cannot be had. Never throws for what a picture or
 * the engine does: the next run tries again.
 */
async function makeRenditions(work, folder, locate, ports) {
    const sets = [];
    const onDisk = new Map();
    const warnings = [];
    let engine;
    for (const { wanted, make, copy } of work) {
        const { set, original, settings, key, mark } = wanted;
        const warn = (text) => {
            warnings.push({ original: original.path, text });
        };
        const files = copy.map(({ to }) => to);
        let preview = {};
        const file = make.length === 0 ? undefined : locate(original.sha256);
        if (make.length > 0 && file === undefined)
            warn('its renditions are not made: the picture is not here');
        if (file !== undefined) {
            try {
                engine ??= loadEngine(ports.engineFolder);
                const packet = renditionPacket(await (0,promises_.readFile)(file), original.type, mark);
                for (const each of make) {
                    ports.signal.throwIfAborted();
                    const startedAtMs = ports.clock.now();
                    const { bytes, warning } = await makeFile(engine, file, wanted, each, packet);
                    if (warning !== undefined)
                        warn(warning);
                    const target = external_node_path_.join(folder, ...each.path.split('/'));
                    await (0,promises_.mkdir)(external_node_path_.dirname(target), { recursive: true });
                    await (0,promises_.writeFile)(target, bytes);
                    onDisk.set(each.path, target);
                    const sha256 = (0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex');
                    files.push({ ...each, sha256, bytes: bytes.length });
                    ports.log.info(`${each.path}: ${bytes.length} bytes in ${ports.clock.now() - startedAtMs} ms`);
                }
                const [first] = make;
                if (first !== undefined)
                    preview = await engine.preview(file, { ...first, set });
            }
            catch (error) {
                const why = ports.signal.aborted
                    ? 'there was no more time for it; the next run makes them'
                    : (0,describe_error/* describeError */.U)(error);
                warn(`its renditions ${set.name === '' ? '' : `\`${set.name}\` `}are not all made: ${why}`);
            }
        }
        if (files.length > 0)
            sets.push({ original: original.sha256, key, set: set.name, settings, files, ...preview });
    }
    return { sets, onDisk, warnings };
}

;// CONCATENATED MODULE: ./media/c2pa/bmff-boxes.js
/** The boxes one after the other; ends at the first one that does not fit. */
function listBmffBoxes(bytes) {
    const boxes = [];
    for (let at = 0; at + 8 <= bytes.length;) {
        let [size, head] = [bytes.readUInt32BE(at), 8];
        if (size === 1) {
            if (at + 16 > bytes.length)
                break;
            [size, head] = [Number(bytes.readBigUInt64BE(at + 8)), 16];
        }
        else if (size === 0)
            size = bytes.length - at;
        if (size < head || at + size > bytes.length)
            break;
        const name = bytes.toString('latin1', at + 4, at + 8);
        boxes.push({ name, data: bytes.subarray(at + head, at + size) });
        at += size;
    }
    return boxes;
}

;// CONCATENATED MODULE: ./media/c2pa/find-manifest.js




/** First bytes of the type of a C2PA manifest store (C2PA 2.2, section 11.1.4.2): `c2pa` and the rest of its UUID. */
const STORE_TYPE = Buffer.from('6332706100110010800000aa00389b71', 'hex');
/** The box of ISO media files that holds a manifest store (C2PA 2.2, appendix A.5.3). */
const BMFF_UUID = Buffer.from('d8fec3d61b0e483c92975828877ec481', 'hex');
const BMFF_TYPES = ['image/avif', 'image/heic', 'video/mp4', 'video/quicktime'];
/**
 * The C2PA manifest store in a picture, as JUMBF; empty if there is one that cannot be put together, undefined if there is
 * none.
 */
function findManifest(bytes, type) {
    if (type === 'image/jpeg')
        return findInJpeg(listJpegParts(bytes) ?? []);
    if (type === 'image/png')
        return listPngParts(bytes)?.find(({ name }) => name === 'caBX')?.data;
    if (type === 'image/webp')
        return listWebpParts(bytes)?.find(({ name }) => name === 'C2PA')?.data;
    return BMFF_TYPES.includes(type) ? findInBmff(bytes) : undefined;
}
/** One store may be cut into several segments (JPEG XT, ISO/IEC 18477-3): each repeats the header of the box. */
function findInJpeg(parts) {
    const segments = parts.filter(({ name, data }) => name === 'eb' && data.length >= 16 && data.toString('latin1', 0, 2) === 'JP');
    const byBox = Map.groupBy(segments, ({ data }) => data.readUInt16BE(2));
    for (const same of byBox.values()) {
        const sorted = same.toSorted((a, b) => a.data.readUInt32BE(4) - b.data.readUInt32BE(4));
        const pieces = sorted.map(({ data }, index) => {
            const isLong = data.readUInt32BE(8) === 1;
            return data.subarray(index === 0 ? 8 : isLong ? 24 : 16);
        });
        const box = Buffer.concat(pieces);
        if (box.includes(STORE_TYPE))
            return box;
    }
    return undefined;
}
function findInBmff(bytes) {
    const box = listBmffBoxes(bytes).find(({ name, data }) => name === 'uuid' && data.subarray(0, 16).equals(BMFF_UUID));
    if (box === undefined)
        return undefined;
    // Version and flags, the purpose with a zero at its end, and for `manifest` an offset of eight bytes.
    const purpose = box.data.indexOf(0, 20);
    return purpose < 0 ? Buffer.alloc(0) : box.data.subarray(purpose + 9);
}

;// CONCATENATED MODULE: ./media/mark/mark-picture.js






/**
 * An original with the mark in its XMP; its pixels and everything else in it stay byte for byte. A property that it has
 * already stays as it is. The error is why it is not marked: anything that is added to a signed picture makes its signature
 * invalid.
 */
function markPicture(bytes, type, mark) {
    if (!isTagged(type))
        return refuse(`${formats/* FORMATS */.hR[type].described} cannot be marked`);
    if (findManifest(bytes, type) !== undefined)
        return refuse('it is signed (C2PA), and any change would make the signature invalid');
    const text = readXmp(bytes, type);
    if (text === undefined)
        return writeXmp(bytes, type, createPacket(mark));
    const packet = parsePacket(text);
    if (packet === undefined)
        return refuse('its XMP cannot be read');
    if (readProperty(packet, xmp_namespaces.NS.dcterms, 'provenance') !== undefined)
        return refuse('it is signed (C2PA, with a manifest that is not in the file), and any change would make the signature invalid');
    const marked = addProperties(packet, mark);
    return marked === text ? { ok: true, value: bytes } : writeXmp(bytes, type, marked);
}
function refuse(error) {
    return { ok: false, error };
}

;// CONCATENATED MODULE: ./media/c2pa/cbor.js
/** More levels and items than any manifest has. */
const cbor_MAX_DEPTH = 40;
const MAX_ITEMS = 100_000;
/** The first value of `bytes`; undefined if it is cut off or malformed. */
function decodeCbor(bytes) {
    try {
        return new Decoder(bytes).read(0);
    }
    catch (error) {
        if (error instanceof RangeError)
            return undefined;
        throw error;
    }
}
class Decoder {
    #at = 0;
    #items = 0;
    #bytes;
    constructor(bytes) {
        this.#bytes = bytes;
    }
    read(depth) {
        this.#items += 1;
        if (depth > cbor_MAX_DEPTH || this.#items > MAX_ITEMS)
            throw new RangeError('too much');
        const head = this.#take(1)[0] ?? 0;
        const [major, info] = [head >> 5, head & 31];
        switch (major) {
            case 0:
                return this.#count(info);
            case 1: {
                const value = this.#count(info);
                return typeof value === 'bigint' ? -1n - value : -1 - value;
            }
            case 2:
                return this.#string(info, depth);
            case 3:
                return this.#string(info, depth).toString('utf8');
            case 4:
                return this.#list(info, depth);
            case 5:
                return this.#map(info, depth);
            case 6:
                this.#count(info);
                return this.read(depth + 1);
            default:
                return this.#simple(info);
        }
    }
    #take(count) {
        const end = this.#at + count;
        if (end > this.#bytes.length)
            throw new RangeError('cut off');
        const taken = this.#bytes.subarray(this.#at, end);
        this.#at = end;
        return taken;
    }
    #count(info) {
        if (info < 24)
            return info;
        if (info > 27)
            throw new RangeError('malformed');
        const bytes = this.#take(2 ** (info - 24));
        if (info < 27)
            return bytes.readUIntBE(0, bytes.length);
        const value = bytes.readBigUInt64BE(0);
        return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value;
    }
    #isAtBreak() {
        if (this.#bytes[this.#at] !== 0xff)
            return false;
        this.#at += 1;
        return true;
    }
    #string(info, depth) {
        if (info !== 31)
            return this.#take(Number(this.#count(info)));
        const pieces = [];
        while (!this.#isAtBreak()) {
            const piece = this.read(depth + 1);
            pieces.push(Buffer.isBuffer(piece) ? piece : Buffer.from(typeof piece === 'string' ? piece : ''));
        }
        return Buffer.concat(pieces);
    }
    #list(info, depth) {
        const items = [];
        const count = info === 31 ? Infinity : Number(this.#count(info));
        while (items.length < count && !(count === Infinity && this.#isAtBreak()))
            items.push(this.read(depth + 1));
        return items;
    }
    #map(info, depth) {
        const entries = [];
        const count = info === 31 ? Infinity : Number(this.#count(info));
        while (entries.length < count && !(count === Infinity && this.#isAtBreak())) {
            const key = this.read(depth + 1);
            entries.push([typeof key === 'object' ? '' : String(key), this.read(depth + 1)]);
        }
        return Object.fromEntries(entries);
    }
    #simple(info) {
        if (info === 20 || info === 21)
            return info === 21;
        if (info === 25)
            this.#take(2);
        if (info === 26)
            return this.#take(4).readFloatBE(0);
        if (info === 27)
            return this.#take(8).readDoubleBE(0);
        if (info === 31)
            throw new RangeError('malformed');
        if (info === 24)
            this.#take(1);
        return null;
    }
}

;// CONCATENATED MODULE: ./media/c2pa/describe-manifest.js




/** Longest text that is repeated from a file. */
const MAX_WORDS = 120;
/** COSE header with the signer's certificates (RFC 9360). */
const CERTIFICATES = '33';
/**
 * What the active manifest of a C2PA manifest store says of itself, in its own words: who signed it, with what it says the
 * picture was made, and the source types that its actions name. Nothing is verified: neither the signature nor the signer.
 */
function describeManifest(store) {
    const [root] = listSuperboxes(store);
    const manifest = root?.inner.at(-1);
    if (manifest === undefined)
        return 'a manifest that cannot be read';
    const find = (label) => manifest.inner.find((each) => label.test(each.label));
    const signer = readSigner(find(/^c2pa\.signature/));
    const generator = readGenerator(find(/^c2pa\.claim/));
    const sources = (find(/^c2pa\.assertions/)?.inner ?? [])
        .filter(({ label }) => label.startsWith('c2pa.actions'))
        .flatMap((actions) => listSourceTypes(contentOf(actions)));
    const said = [
        ...(signer === undefined ? [] : [`signed by ${signer}`]),
        ...(generator === undefined ? [] : [`claim of ${generator}`]),
        ...[...new Set(sources)].map((source) => `source type ${source}`),
    ];
    return said.length === 0 ? 'a manifest that says nothing of its origin' : said.join(', ');
}
function listSuperboxes(bytes, depth = 0) {
    if (depth > 6)
        return [];
    return listBmffBoxes(bytes).flatMap(({ name, data }) => {
        if (name !== 'jumb')
            return [];
        const boxes = listBmffBoxes(data);
        const [description] = boxes;
        if (description?.name !== 'jumd')
            return [];
        const content = boxes.filter((box) => box.name === 'cbor').map((box) => box.data);
        return [{ label: readLabel(description.data), content, inner: listSuperboxes(data, depth + 1) }];
    });
}
/** Behind the type (16 bytes) and the toggles, up to a zero. */
function readLabel(data) {
    const end = data.indexOf(0, 17);
    return data.toString('utf8', 17, end < 0 ? data.length : end);
}
function contentOf(box) {
    const [first] = box?.content ?? [];
    return first === undefined ? undefined : decodeCbor(first);
}
function readGenerator(claim) {
    const value = contentOf(claim);
    const generator = member(value, 'claim_generator');
    if (typeof generator === 'string' && generator.trim() !== '')
        return (0,plain_text/* shorten */.ml)(generator, MAX_WORDS);
    const info = member(value, 'claim_generator_info');
    const first = Array.isArray(info) ? info[0] : info;
    const parts = [member(first, 'name'), member(first, 'version')].filter((part) => typeof part === 'string');
    return parts.length === 0 ? undefined : (0,plain_text/* shorten */.ml)(parts.join('/'), MAX_WORDS);
}
/** The subject of the first certificate of the signature (COSE_Sign1: protected header, header, payload, signature). */
function readSigner(signature) {
    const value = contentOf(signature);
    if (!Array.isArray(value))
        return undefined;
    const [sealed, open] = value;
    const header = Buffer.isBuffer(sealed) ? decodeCbor(sealed) : undefined;
    const chain = [header, open].flatMap((each) => [member(each, CERTIFICATES), member(each, 'x5chain')]);
    const first = chain.find((each) => each !== undefined);
    const certificate = isList(first) ? first[0] : first;
    if (!Buffer.isBuffer(certificate))
        return undefined;
    try {
        const { subject } = new external_node_crypto_.X509Certificate(certificate);
        const names = new Map(subject.split('\n').map((line) => splitOnce(line)));
        const name = names.get('O') ?? names.get('CN');
        return name === undefined ? undefined : (0,plain_text/* shorten */.ml)(name, MAX_WORDS);
    }
    catch {
        return undefined;
    }
}
function splitOnce(line) {
    const at = line.indexOf('=');
    return [line.slice(0, at), line.slice(at + 1)];
}
function listSourceTypes(value) {
    const actions = member(value, 'actions');
    if (!isList(actions))
        return [];
    return actions.flatMap((action) => {
        const source = member(action, 'digitalSourceType');
        return typeof source === 'string' ? [(0,plain_text/* shorten */.ml)(source, MAX_WORDS)] : [];
    });
}
function isList(value) {
    return Array.isArray(value);
}
function member(value, key) {
    if (typeof value !== 'object' || value === null || Array.isArray(value) || Buffer.isBuffer(value))
        return undefined;
    return value[key];
}

;// CONCATENATED MODULE: ./media/mark/read-carried.js








/** Longest text that is repeated from a file. */
const read_carried_MAX_WORDS = 500;
/** What a picture says about its origin; undefined if it says nothing. Nothing is verified. */
function readCarried(bytes, type) {
    const text = isTagged(type) ? readXmp(bytes, type) : undefined;
    const packet = text === undefined ? undefined : parsePacket(text);
    const mark = packet && readProperty(packet, xmp_namespaces.NS.iptc, 'DigitalSourceType');
    const label = (packet && readProperty(packet, xmp_namespaces.NS.aigc, 'AIGC')) ?? findLabel(bytes, type);
    const c2pa = describeC2pa(bytes, type, packet && readProperty(packet, xmp_namespaces.NS.dcterms, 'provenance'));
    const carried = {
        ...(hasWords(mark) && { mark: (0,plain_text/* shorten */.ml)(mark, read_carried_MAX_WORDS) }),
        ...(hasWords(label) && { label: (0,plain_text/* shorten */.ml)(label, read_carried_MAX_WORDS) }),
        ...(c2pa !== undefined && { c2pa: (0,plain_text/* shorten */.ml)(c2pa, read_carried_MAX_WORDS) }),
    };
    return Object.keys(carried).length === 0 ? undefined : carried;
}
function describeC2pa(bytes, type, link) {
    const manifest = findManifest(bytes, type);
    if (manifest !== undefined)
        return describeManifest(manifest);
    return hasWords(link) ? `a manifest at ${link}` : undefined;
}
function hasWords(text) {
    return text !== undefined && (0,plain_text/* shorten */.ml)(text, 1) !== '';
}

;// CONCATENATED MODULE: ./run/deliver/pictures/mark-originals.js






/** More than any picture has; a video is not looked into. */
const mark_originals_MAX_BYTES = 100 * 1024 * 1024;
/**
 * The outcomes with what their new pictures say of their origin and, if the spec asks for it, with the mark in them. A picture that
 * cannot be marked stays as the service made it, with a warning. Never throws for what a picture is.
 */
async function markOriginals(outcomes) {
    const looked = [];
    for (const outcome of outcomes) {
        if (outcome.state !== 'succeeded') {
            looked.push(outcome);
            continue;
        }
        const warnings = [...outcome.warnings];
        const files = [];
        for (const file of outcome.files) {
            try {
                files.push(await lookAt(file, outcome, warnings));
            }
            catch (error) {
                warnings.push(`\`${file.path}\` was not looked into: ${(0,describe_error/* describeError */.U)(error)}.`);
                files.push(file);
            }
        }
        looked.push({ ...outcome, files, warnings });
    }
    return looked;
}
async function lookAt(file, { edit }, warnings) {
    const { absolutePath, type } = file;
    if (!type.startsWith('image/') || file.bytes > mark_originals_MAX_BYTES)
        return file;
    const bytes = await (0,promises_.readFile)(absolutePath);
    const settings = edit.pictures;
    const marked = settings?.mark === 'all' ? markPicture(bytes, type, markOf(settings, edit)) : undefined;
    if (marked?.ok === false)
        warnings.push(`\`${file.path}\` is not marked: ${marked.error}.`);
    const whole = marked?.ok === true ? marked.value : bytes;
    const carries = readCarried(whole, type);
    const seen = { ...file, ...(carries !== undefined && { carries }) };
    if (whole.equals(bytes))
        return seen;
    // Never half of it in place of what was paid for.
    const aside = `${absolutePath}.marked`;
    await (0,promises_.writeFile)(aside, whole);
    await (0,promises_.rename)(aside, absolutePath);
    return { ...seen, bytes: whole.length, sha256: (0,external_node_crypto_.createHash)('sha256').update(whole).digest('hex') };
}

;// CONCATENATED MODULE: ./run/deliver/pictures/shown-pictures.js
/**
 * The pictures of an edit that renditions are made of: new ones, those that the branch has, and those that are copied to it.
 * Those that stay on another branch, or that another run delivered meanwhile, are left to the runs of that branch.
 */
function listShown(outcome, copies) {
    const { state, edit, files } = outcome;
    const { action } = edit;
    // Only the kept take is the picture of its edit.
    if (edit.take?.isKept === false)
        return [];
    if (state === 'succeeded')
        return files.map((file) => ({ outcome, file, absolutePath: file.absolutePath }));
    if (state === 'adopted' && action.kind === 'adopt')
        return action.files.flatMap((file) => {
            const absolutePath = copies.get(file.sha256);
            return absolutePath === undefined ? [] : [{ outcome, file, absolutePath }];
        });
    if (state !== 'unchanged' || action.kind !== 'unchanged' || action.on !== undefined)
        return [];
    return action.files.map((file, index) => {
        const from = action.entry.files[index]?.path;
        return { outcome, file, ...(from !== undefined && { from }) };
    });
}

;// CONCATENATED MODULE: ./run/deliver/pictures/prepare-pictures.js
var prepare_pictures_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var prepare_pictures_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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













/** Pictures that were paid for wait for it. What is not made by then is made by the next run. */
const LIMIT_MS = 15 * 60_000;
/**
 * Looks into the new pictures, marks them if the spec asks for it, and makes the renditions that are missing. A rendition that
 * cannot be made is a warning of its edit: the pictures are delivered all the same.
 */
async function preparePictures(ended, request, world) {
    const run = { ...ended, edits: await markOriginals(ended.edits) };
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const limit = prepare_pictures_addDisposableResource(env_1, (0,shared_deadline/* startDeadline */.d)(world.clock, LIMIT_MS, 'the renditions', world.stop), false);
            const { signal } = limit;
            const { branch } = request;
            const shown = run.edits.flatMap((outcome) => listShown(outcome, request.copies));
            const work = findWork(shown, branch);
            const made = await make(work, shown, request, world, signal);
            const renditions = describeChange(work, made, request);
            return {
                run: { ...run, edits: run.edits.map((outcome) => withWarnings(outcome, shown, made)) },
                ...(renditions !== undefined && { renditions }),
                files: [...made.onDisk.values()],
                made: applyRenditions({}, { set: made.sets, stale: [], prune: false }, entriesOf(shown)),
            };
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            prepare_pictures_disposeResources(env_1);
        }
    }
    catch (error) {
        const warning = (0,sentence/* toSentence */.R)(`its renditions were not made: ${(0,describe_error/* describeError */.U)(error)}`);
        const edits = run.edits.map((outcome) => (outcome.edit.pictures?.renditions.length ?? 0) === 0
            ? outcome
            : { ...outcome, warnings: [...outcome.warnings, warning] });
        return { run: { ...run, edits }, files: [], made: {} };
    }
}
function findWork(shown, branch) {
    const byEdit = Map.groupBy(shown, ({ outcome }) => outcome);
    const wanted = [...byEdit].flatMap(([{ edit }, pictures]) => listWanted(pictures.map(({ file }) => file), edit.pictures, edit));
    const ids = new Set([...byEdit.keys()].map(({ edit }) => edit.id));
    const entries = branch?.recorded.lock.edits ?? new Map();
    const others = [...entries]
        .filter(([id]) => !ids.has(id))
        .flatMap(([, { files }]) => files.map((file) => file.path));
    const own = shown.map(({ file }) => file.path);
    const recorded = branch?.recorded.lock.renditions ?? {};
    return compareRenditions(wanted, { own, others }, recorded, branch?.recorded.paths ?? new Set());
}
async function make({ sets }, shown, { folder, branch }, world, signal) {
    // As in most runs: no folder is made for nothing.
    if (sets.length === 0)
        return { sets: [], onDisk: new Map(), warnings: [] };
    const needed = new Set(sets.flatMap((set) => (set.make.length > 0 ? [set.wanted.original.sha256] : [])));
    const onDisk = new Map(shown.flatMap(({ file, absolutePath }) => absolutePath === undefined ? [] : [[file.sha256, absolutePath]]));
    const missing = shown.filter(({ file }) => needed.has(file.sha256) && !onDisk.has(file.sha256));
    const temp = await (0,promises_.mkdtemp)(external_node_path_.join(world.temp, 'dreamina-originals-'));
    try {
        const wanted = missing.flatMap(({ file, from }) => from === undefined ? [] : [{ from, to: file }]);
        if (branch !== undefined && wanted.length > 0) {
            const fetched = await fetchFiles(branch, wanted, temp, signal);
            if (!fetched.ok)
                world.log.info(fetched.error.message);
            else
                for (const { sha256, absolutePath } of fetched.value)
                    onDisk.set(sha256, absolutePath);
        }
        return await makeRenditions(sets, folder, (sha256) => onDisk.get(sha256), { ...world, signal });
    }
    finally {
        await (0,promises_.rm)(temp, { recursive: true, force: true });
    }
}
/** What the branch's renditions become; undefined if nothing changes. */
function describeChange({ sets, stale }, { sets: made, onDisk }, { branch, prune }) {
    if (branch === undefined)
        return undefined;
    const copied = sets.flatMap(({ copy }) => copy.map(({ to, from }) => [to.path, { kind: 'branch', path: from }]));
    const sources = new Map([
        ...copied,
        ...[...onDisk].map(([name, absolutePath]) => [name, { kind: 'disk', absolutePath }]),
    ]);
    const change = { set: made, stale, prune, sources };
    const { edits, renditions = {} } = branch.recorded.lock;
    // With entries that are removed, more may go; those are known only on the tip.
    if (made.length > 0 || (prune && Object.keys(renditions).length > 0 && edits.size > 0))
        return change;
    return (0,external_node_util_.isDeepStrictEqual)(applyRenditions(renditions, change, edits), renditions) ? undefined : change;
}
function withWarnings(outcome, shown, { warnings }) {
    const own = new Set(shown.filter((each) => each.outcome === outcome).map(({ file }) => file.path));
    const texts = warnings
        .filter(({ original }) => own.has(original))
        .map(({ original, text }) => (0,sentence/* toSentence */.R)(`\`${original}\`: ${text}`));
    return texts.length === 0 ? outcome : { ...outcome, warnings: [...outcome.warnings, ...texts] };
}
function entriesOf(shown) {
    return new Map(shown.map(({ file }) => [file.path, { files: [{ ...file }] }]));
}

// EXTERNAL MODULE: ./git/fetch-history.js
var fetch_history = __webpack_require__(90855);
// EXTERNAL MODULE: ./git/is-built-on.js
var is_built_on = __webpack_require__(96283);
;// CONCATENATED MODULE: ./git/is-descendant.js


/**
 * Whether the commit `newer`, which `ref` (a full name) named on the remote a moment ago, builds on `older`. Both must have
 * been fetched. Fetches the commits between them and before them, without their files.
 */
async function isDescendant(repository, { older, newer, ref }, signal) {
    const fetched = await (0,fetch_history/* fetchHistory */.N)(repository, [ref], signal);
    if (!fetched.ok)
        return fetched;
    return await (0,is_built_on/* isBuiltOn */.K)(repository, { older, newer }, signal);
}

;// CONCATENATED MODULE: ./run/deliver/put-back.js








/**
 * Puts back the pictures of unchanged edits that someone removed from the branch during the run: they are paid for, and
 * they are in the branch's history. If that history was replaced, or cannot be read, the delivery stays as it is, and
 * names them: they may have been removed from it on purpose.
 */
async function putBack(run, found, { opened, folder, inputs, specEdits }, world, signal) {
    const unchanged = listUnchanged(run);
    const left = leftOf(found.branch);
    const lost = new Set(unchanged.map(({ id }) => id).filter((id) => left.some((each) => each.id === id)));
    if (lost.size === 0)
        return found;
    const current = found.isFresh ? found.current : await readAgain(opened, commitDeps(inputs, world, signal));
    if (current === undefined || !(await isHistoryIntact(opened, current, signal)))
        return found;
    const outcomes = run.edits.filter(({ edit }) => lost.has(edit.id) && isAsItWas(edit.id, opened, current));
    const fetched = await fetchFiles(opened, outcomes.flatMap(filesAtStart), folder, signal);
    if (!fetched.ok) {
        world.log.info(`Pictures that were removed from the branch cannot be put back: ${fetched.error.message}`);
        return found;
    }
    const onDisk = new Map(fetched.value.map(({ path, absolutePath }) => [path, absolutePath]));
    const set = outcomes.flatMap((outcome) => put_back_changeOf(outcome, onDisk));
    const request = { changes: { set, remove: [] }, ...(await describeCommits(inputs, specEdits, world)) };
    const again = await deliverBranch(current, request, commitDeps(inputs, world, signal));
    if (again.kind !== 'committed')
        return found;
    const ids = new Set(set.map(({ id }) => id));
    world.log.info(`Put back on branch ${opened.place.branch} what was removed during the run: ${[...ids].join(', ')}.`);
    const before = found.branch.kind === 'committed' ? found.branch : { changed: [], warnings: [] };
    const branch = {
        ...again,
        changed: [...new Set([...before.changed, ...again.changed])].toSorted(),
        warnings: [...before.warnings, ...again.warnings],
        left: [...left.filter(({ id }) => !ids.has(id)), ...again.left.filter(({ id }) => ids.has(id))],
    };
    return { ...found, branch };
}
async function readAgain(opened, deps) {
    const tip = await (0,read_tip_again/* readTipAgain */.e)(opened, deps);
    return tip.ok ? { repository: opened.repository, place: opened.place, ...tip.value } : undefined;
}
function leftOf(branch) {
    return branch.kind === 'committed' || branch.kind === 'failed' ? branch.left : [];
}
async function isHistoryIntact(opened, { tip }, signal) {
    if (opened.tip === undefined || tip === undefined)
        return false;
    const ref = (0,read_tip/* refOf */.H8)(opened.place);
    const built = await isDescendant(opened.repository, { older: opened.tip, newer: tip, ref }, signal);
    return built.ok && built.value;
}
/** Whether no other run has made the edit again in the meantime. */
function isAsItWas(id, opened, tip) {
    const now = tip.recorded.lock.edits.get(id);
    return now === undefined || (0,external_node_util_.isDeepStrictEqual)(now, opened.recorded.lock.edits.get(id));
}
function put_back_changeOf({ edit: { id, action } }, onDisk) {
    if (action.kind !== 'unchanged')
        return [];
    const { entry, files } = action;
    return [
        {
            id,
            entry,
            sources: files.map(({ path }) => ({ kind: 'copy', absolutePath: onDisk.get(path) ?? '' })),
        },
    ];
}

;// CONCATENATED MODULE: ./run/deliver/uncommitted.js





/**
 * The outcomes once it is known what came to the branch; pure. Pictures that exist already, and that the run was to copy or to
 * move there, count as there only if they are: otherwise they are left to the next run.
 */
function markUncommitted(edits, branch) {
    return edits.map((outcome) => {
        const missing = isBrought(outcome) ? whyMissing(outcome.edit.id, branch) : undefined;
        if (missing === undefined)
            return outcome;
        const error = { code: 'not-committed', message: describeMissing(outcome, missing) };
        return { ...outcome, state: 'pending', job: { kind: 'none' }, unchangedFiles: [], error };
    });
}
/**
 * The outcomes with the adopted pictures that did not come to the branch among their files, copied below the output folder
 * (absolute path): the artifact gets them. Those that cannot be copied are still on their own branch; the log says so.
 */
async function keepAdopted(edits, branch, { copies, folder }, log) {
    const kept = [];
    for (const outcome of edits) {
        const { edit, state } = outcome;
        const isMissing = state === 'adopted' && whyMissing(edit.id, branch) !== undefined;
        if (!isMissing || edit.action.kind !== 'adopt') {
            kept.push(outcome);
            continue;
        }
        try {
            const files = [];
            for (const file of edit.action.files) {
                const absolutePath = external_node_path_.join(folder, ...file.path.split('/'));
                await (0,promises_.mkdir)(external_node_path_.dirname(absolutePath), { recursive: true });
                await (0,promises_.copyFile)(copies.get(file.sha256) ?? '', absolutePath);
                files.push({ ...file, absolutePath });
            }
            kept.push({ ...outcome, files });
        }
        catch (error) {
            log.info(`The artifact does not hold the pictures of ${edit.id}: ${(0,describe_error/* describeError */.U)(error)}.`);
            kept.push(outcome);
        }
    }
    return kept;
}
/** Whether the pictures exist, and the commit of the run was to bring them to where the spec wants them. */
function isBrought({ edit, state }) {
    if (state === 'adopted')
        return true;
    const { action } = edit;
    return (state === 'unchanged' && action.kind === 'unchanged' && action.on === undefined && !(0,outputs/* isUntouched */.O2)(edit));
}
/** Why the branch does not have an edit as the run was to bring it there; undefined if it has. */
function whyMissing(id, branch) {
    switch (branch.kind) {
        case 'none':
            return { reason: 'the step was stopped before' };
        case 'unchanged':
            return undefined;
        case 'committed':
            return branch.left.find((each) => each.id === id);
        case 'failed':
            // If others were left out, this one was not: there was nothing to commit of it.
            return branch.left.length === 0
                ? { reason: 'the commit could not be delivered' }
                : branch.left.find((each) => each.id === id);
    }
}
function describeMissing({ edit: { action } }, { reason, remedy }) {
    const isCopy = action.kind === 'adopt';
    const was = isCopy
        ? `were not copied from branch ${(0,branch_paths/* quotePath */.WG)(action.on.branch)}`
        : 'were not moved to their new paths';
    const brings = `${isCopy ? 'copies' : 'moves'} them, at no cost`;
    const there = isCopy ? '' : 'are on the branch, but ';
    if (remedy === undefined)
        return `Its pictures ${there}${was}: ${reason}. The next run ${brings}.`;
    switch (remedy) {
        case 'make-again':
            return `Its pictures ${was}: ${reason}.`;
        case 'clear-path':
            return `Its pictures ${there}${was}: ${reason}. Give the edit another \`output\`, use another \`branch-directory\`, or remove the file: then the next run ${brings}.`;
        case 'wait-for-path':
            return `Its pictures ${there}${was}: ${reason}. The next run ${brings}, if that path is free by then.`;
    }
}

;// CONCATENATED MODULE: ./run/deliver/deliver-run.js
var deliver_run_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var deliver_run_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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











/** Enough for gigabytes on a slow connection. If it is not, the step says where the files are. */
const DELIVERY_LIMIT_MS = 20 * 60_000;
/**
 * Delivers the pictures: to the branch first, then as an artifact if that is asked for or if the branch did not take
 * everything, so that nothing that was paid for is lost with the runner.
 */
async function deliverRun(ended, request, world) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { inputs, folder, branch: opened, others, debts } = request;
        const isStopped = () => world.stop.aborted;
        if (isStopped())
            return leaveToPost(ended, folder);
        const pictures = await preparePictures(ended, { ...request, prune: inputs.prune }, world);
        const { run } = pictures;
        if (isStopped())
            return leaveToPost(run, folder);
        // Not under the run's deadline: what was paid for is delivered even after it.
        const limit = deliver_run_addDisposableResource(env_1, (0,shared_deadline/* startDeadline */.d)(world.clock, DELIVERY_LIMIT_MS, 'the delivery', world.stop), false);
        const { signal } = limit;
        if (opened === undefined) {
            const branch = { kind: 'none' };
            const branched = { ...run, branch, repositoryUrl: world.repository.url };
            const artifact = await deliverToArtifact(branched, folder, inputs, pictures, world, signal);
            return { edits: run.edits, branch, artifact, hasBegun: true, paidDebts: [] };
        }
        const delivery = await deliverToBranch(run, opened, { ...request, renditions: pictures.renditions }, inputs, world, signal);
        const found = await lookAgain(run, delivery, opened, world, signal);
        const { branch, current } = await putBack(run, found, { opened, folder, inputs, specEdits: request.specEdits }, world, signal);
        const isAsked = inputs.deliver.includes('artifact') || !isAllOnBranch(run, branch);
        // Someone has to choose: the artifact shows the takes of an edit beside each other.
        const hasTakes = run.edits.some(({ edit, state }) => state === 'succeeded' && (0,decide_aside/* isAside */.Zl)(edit, inputs.takesOnBranch));
        if (!isAsked && !hasTakes)
            return { edits: run.edits, branch, artifact: { kind: 'none' }, hasBegun: true, paidDebts: [] };
        const edits = await keepAdopted(run.edits, branch, request, world.log);
        const owed = new Set(debts.map(({ requestId }) => requestId));
        const whole = await fetchUnchanged({ ...run, edits }, { opened, others, current, folder, owed }, inputs.artifactContents, world, signal);
        const marked = markUncommitted(whole.edits, branch);
        const done = { ...whole, edits: marked, outcome: (0,decide_outcome/* decideRunOutcome */.qD)(marked) };
        const branched = { ...done, branch, repositoryUrl: world.repository.url };
        const before = await fetchBefore(branched, opened, folder, world, signal);
        const uploaded = await deliverToArtifact(branched, folder, inputs, pictures, world, signal, before);
        // Nothing is lost without it: the branch has everything.
        const isMissed = !isAsked && uploaded.kind === 'failed';
        if (isMissed)
            world.log.info(`There is no artifact with the takes: ${uploaded.message}`);
        const artifact = isMissed ? { kind: 'none' } : uploaded;
        const isPaid = ({ requestId }) => artifact.kind === 'artifact' &&
            whole.edits.some(({ edit, files }) => files.length > 0 && isOwed(edit, new Set([requestId])));
        return { edits, branch, artifact, hasBegun: true, paidDebts: debts.filter(isPaid) };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        deliver_run_disposeResources(env_1);
    }
}
/** A stopped step has no time for it; the post step has minutes. */
function leaveToPost({ edits }, folder) {
    const nothing = { edits, branch: { kind: 'none' }, hasBegun: false, paidDebts: [] };
    if (edits.every(({ state }) => state !== 'succeeded'))
        return { ...nothing, artifact: { kind: 'none' } };
    const message = 'The step was stopped before its pictures were delivered: the post step puts them in an artifact.';
    return { ...nothing, artifact: { kind: 'failed', message, folder } };
}
/** A branch takes only complete edits: the pictures of any other would be lost with the runner. */
function isAllOnBranch({ edits }, branch) {
    if (branch.kind === 'failed' || (branch.kind === 'committed' && branch.left.length > 0))
        return false;
    return edits.every(({ state, files }) => state === 'succeeded' || files.length === 0);
}

;// CONCATENATED MODULE: ./run/deliver/hold-back-takes.js


/**
 * The outcomes, with takes left where they are if they were to make room for the kept take and that one has no pictures: the
 * output of an edit is never empty because another take of it could not be made; pure.
 */
function holdBackTakes(edits) {
    const there = new Set(edits.flatMap(({ edit: { take }, state }) => take?.isKept === true && (0,decide_outcome/* isThere */.$B)({ state }) ? [take.edit] : []));
    return edits.map((outcome) => {
        const { edit } = outcome;
        const { take, action } = edit;
        if (outcome.state !== 'unchanged' || take === undefined || take.isKept || there.has(take.edit))
            return outcome;
        const isOnBranch = (action.kind === 'unchanged' || action.kind === 'aside') &&
            action.on === undefined &&
            action.entry.stored === undefined;
        if (!isOnBranch || (0,outputs/* isUntouched */.O2)(edit))
            return outcome;
        const { from, entry } = action;
        const stays = { kind: 'unchanged', from, entry, files: entry.files };
        return { ...outcome, edit: { ...edit, action: stays }, unchangedFiles: entry.files };
    });
}

// EXTERNAL MODULE: ./ledger/life/change-entry.js
var change_entry = __webpack_require__(23693);
// EXTERNAL MODULE: ./ledger/life/debt.js
var life_debt = __webpack_require__(70205);
// EXTERNAL MODULE: ./lock/recorded-jobs.js
var recorded_jobs = __webpack_require__(59170);
;// CONCATENATED MODULE: ./run/end/decide-ledger-changes.js



/**
 * What the ledger learns from a run that has ended and delivered; pure. An entry is closed once its pictures are at
 * their destination, or if there are none to come. Pictures for another destination are left to other runs. Pictures that
 * are on the branch and could not be uploaded become a debt. Everything else stays, and the next run collects it without
 * paying again.
 */
function decideLedgerChanges(edits, facts) {
    const changes = [
        ...recordOlder(facts),
        ...edits.flatMap((outcome) => changesFor(outcome, facts)),
        ...facts.delivered.paidDebts.map((debt) => (0,life_debt/* payDebt */.IH)(debt, facts.nowMs)),
    ];
    // Identical edits share one entry; it is enough if one of them is delivered.
    return [...new Map(changes.map((change) => [JSON.stringify(change), change])).values()];
}
/**
 * Jobs that the branch has, and whose run ended before it could record that. A forced edit replaces their pictures, and
 * after that no run could see that they were delivered: the next one would collect them over the newer ones.
 */
function recordOlder({ recorded, found, destination, nowMs: atMs }) {
    if (recorded === undefined)
        return [];
    const done = (0,recorded_jobs/* listJobs */.N)(recorded);
    return [...found.values()].flat().flatMap((entry) => {
        if (!(0,change_entry/* isOpen */.nT)(entry) || entry.destination !== destination || !done.has((0,recorded_jobs/* nameJob */.P)(entry)))
            return [];
        const { fingerprint, requestId } = entry;
        return [{ kind: 'delivered', fingerprint, requestId, destination, atMs }];
    });
}
/** Only the fact about the job decides: the words for it can change without affecting money. */
function changesFor(outcome, facts) {
    const { job } = outcome;
    const { fingerprint } = outcome.edit;
    const { destination, nowMs: atMs } = facts;
    switch (job.kind) {
        case 'none':
        case 'refused':
        case 'maybe-sent':
            return [];
        case 'open':
            return job.isUnusable === true
                ? [{ kind: 'unusable', fingerprint, requestId: job.requestId, destination }]
                : [];
        case 'made':
            if (!isDelivered(outcome, facts))
                return [];
            return [
                { kind: 'delivered', fingerprint, requestId: job.requestId, destination, atMs },
                ...(isUploadOwed(facts)
                    ? [(0,life_debt/* createDebt */.Km)({ edit: outcome.edit.id, destination, step: facts.thisStep }, job, atMs)]
                    : []),
            ];
        case 'delivered':
            if (outcome.state === 'adopted' && !isDelivered(outcome, facts))
                return [];
            // The run that brought its pictures to the branch did not get to record it.
            return isUndelivered(fingerprint, job.requestId, facts.found)
                ? [{ kind: 'delivered', fingerprint, requestId: job.requestId, destination, atMs }]
                : [];
        case 'over-empty':
            return [{ kind: 'ended-empty', fingerprint, requestId: job.requestId }];
        case 'lost':
            return job.isRecorded ? [] : [{ kind: 'lost', fingerprint, requestId: job.requestId, atMs }];
    }
}
function isUndelivered(fingerprint, requestId, found) {
    return (found.get(fingerprint) ?? []).some((entry) => (0,change_entry/* isOpen */.nT)(entry) && entry.requestId === requestId);
}
/** If they go to a branch, only the branch counts: an upload that failed beside it is a debt of its own. */
function isDelivered({ edit }, { deliver, delivered }) {
    const { branch, artifact } = delivered;
    if (!deliver.includes('branch'))
        return artifact.kind === 'artifact';
    switch (branch.kind) {
        case 'committed':
            return branch.left.every(({ id }) => id !== edit.id);
        case 'unchanged':
            return true;
        case 'none':
        case 'failed':
            return false;
    }
}
/** Whether pictures that are on the branch are missing in the artifact that was to hold them, too. */
function isUploadOwed({ deliver, delivered: { artifact } }) {
    return deliver.includes('branch') && deliver.includes('artifact') && artifact.kind === 'failed';
}

// EXTERNAL MODULE: ./run/ledger/ledger-view.js
var ledger_view = __webpack_require__(61936);
;// CONCATENATED MODULE: ./run/end/close-ledger.js


/** Everything else in the run is done by then. */
const close_ledger_LIMIT_MS = 60_000;
/**
 * Records in the ledger how the edits ended, and writes everything to the store that is not there yet. Returns a
 * warning if that fails: the post step has the journal, and tries again.
 */
async function closeLedger(edits, ledger, facts) {
    const { thisStep } = ledger;
    const { ledger: found } = (0,ledger_view/* listFound */.n)(ledger);
    const { localMs, serverMs } = ledger.readTimes();
    const changes = decideLedgerChanges(edits, { ...facts, found, thisStep, nowMs: serverMs ?? localMs });
    if (changes.length > 0)
        await ledger.handle.note(changes);
    const flushed = await ledger.finish(close_ledger_LIMIT_MS);
    if (flushed.ok || !ledger.keepsRecord())
        return [];
    const message = `${flushed.error.message} The post step tries again. If that fails too, the next run collects once more what this one delivered, and holds as unknown what this one left at the service.`;
    return [{ severity: 'warning', message }];
}

;// CONCATENATED MODULE: ./run/end/describe-debts.js



/**
 * What became of the pictures that an earlier run brought to the branch and could not upload; pure. Says nothing about
 * edits that are not part of this run.
 */
function describeDebts(debts, edits, { artifact, paidDebts }) {
    const paid = countPictures(paidDebts, edits);
    const unpaid = countPictures(debts.filter((debt) => !paidDebts.includes(debt)), edits);
    const isOne = unpaid === 1;
    return [
        ...(paid === 0
            ? []
            : [
                `${(0,shared_format/* plural */.LS)(paid, 'picture')} of an earlier run, whose upload failed, ${paid === 1 ? 'is' : 'are'} in the artifact now.`,
            ]),
        // If the upload failed again, that is an error of its own.
        ...(unpaid === 0 || artifact.kind === 'failed'
            ? []
            : [
                `${(0,shared_format/* plural */.LS)(unpaid, 'picture')} of an earlier run, whose upload failed, could not be fetched from the branch, so the artifact does not hold ${isOne ? 'it' : 'them'}; the log says why. The next run tries again.`,
            ]),
    ].map((message) => ({ severity: 'warning', message }));
}
function countPictures(debts, edits) {
    const owed = new Set(debts.map(({ requestId }) => requestId));
    return edits
        .filter((edit) => isOwed(edit, owed))
        .reduce((sum, { action }) => sum + ((0,outputs/* hasPictures */.MB)(action) ? action.files.length : 0), 0);
}

;// CONCATENATED MODULE: ./run/end/conclude-run.js





/** The whole report. A run whose pictures are not where they belong is not complete, whatever its edits say. */
function createReport(ended, { edits: delivered, branch, artifact }, repository) {
    const isDelivered = deliveryFailures(branch, artifact).length === 0;
    const edits = markUncommitted(delivered, branch);
    return {
        ...ended,
        edits: edits.map((outcome) => withWhereabouts(outcome, artifact)),
        delivery: artifact,
        branch,
        repositoryUrl: repository.url,
        outcome: isDelivered ? (0,decide_outcome/* decideRunOutcome */.qD)(edits) : 'incomplete',
    };
}
/** Pictures of an edit that did not all come go to the artifact only. Only now is it known whether they are there. */
function withWhereabouts(outcome, artifact) {
    const { error, files } = outcome;
    if (error === undefined || files.length === 0)
        return outcome;
    const where = artifact.kind === 'artifact'
        ? `What came is in the artifact \`${artifact.name}\`.`
        : 'What came was not delivered.';
    return { ...outcome, error: { ...error, message: `${error.message} ${where}` } };
}
/** The last line of the log: how it ended, and where the pictures are. */
function describeReport(report) {
    const { branch, delivery } = report;
    const links = [
        ...(branch.kind === 'committed' ? [`Branch ${branch.branch}: commit ${branch.commit}.`] : []),
        ...(delivery.kind === 'artifact' ? [`Pictures and gallery: ${delivery.url}`] : []),
    ];
    return [`${(0,summary_totals/* describeOutcome */.SS)(report)}.`, ...links].join(' ');
}
/** Whether a run that made its edits fails the step. */
function judgeReport(report, failOn) {
    const failures = deliveryFailures(report.branch, report.delivery);
    if (failures.length > 0)
        return { failure: failures.join(' ') };
    return (0,decide_outcome/* shouldFail */.W9)(report.edits, failOn) ? { failure: (0,summary_totals/* describeOutcome */.SS)(report) } : {};
}
/**
 * Whether the post step has nothing left to do: the main step ended by itself, or was stopped when everything was
 * already delivered, and the ledger knows about it. A step that is stopped earlier leaves its upload to the post step.
 */
function isAllDone({ isStopped, isDelivered }, unrecorded) {
    return unrecorded.length === 0 && (!isStopped || isDelivered);
}
/** Whether the delivery was begun, and everything is where it belongs. */
function isWhole(delivered) {
    return delivered.hasBegun && deliveryFailures(delivered.branch, delivered.artifact).length === 0;
}
function deliveryFailures(branch, artifact) {
    return [
        ...(branch.kind === 'failed' ? [branch.message] : []),
        ...(branch.kind === 'committed' && branch.left.length > 0
            ? [`${(0,shared_format/* plural */.LS)(branch.left.length, 'edit')} could not be committed: ${describeLeft(branch.left)}.`]
            : []),
        ...(artifact.kind === 'failed' ? [artifact.message] : []),
    ];
}

;// CONCATENATED MODULE: ./run/end/list-pictures-before.js


/**
 * The pictures that a run is compared with, pinned to a commit; pure. A preview is compared with its base branch, as that is
 * what a merge replaces. Nothing without a branch.
 */
function listPicturesBefore({ branch, base: below, }) {
    const { joined } = branch ?? {};
    // A pull request replaces what its base has.
    const base = branch === undefined || joined === undefined
        ? below
        : { place: branch.place, tip: joined.base, recorded: joined.recorded };
    const from = base?.tip === undefined ? 'own' : 'base';
    const { tip: commit, place, recorded } = (from === 'base' ? base : branch) ?? {};
    const folder = place === undefined || place.directory === '' ? '' : `${place.directory}/`;
    const entries = commit === undefined || recorded === undefined ? [] : [...recorded.lock.edits];
    const picturesOf = ({ files, stored, heldBy }) => {
        // A take that was set aside is in an older commit.
        const there = stored === undefined ? commit : heldBy;
        return files.map(({ path, type, sha256 }) => there !== undefined &&
            (0,formats/* shownAs */.sE)(type) === 'picture' &&
            (stored !== undefined || recorded?.paths.has(path) === true)
            ? { path: `${folder}${path}`, commit: there, sha256 }
            : undefined);
    };
    return {
        from,
        pictures: new Map(entries.flatMap(([id, entry]) => {
            const pictures = picturesOf(entry);
            return [id, ...(entry.isKept === true ? [(0,take_id/* editOfTake */.Xo)(id)] : [])].map((name) => [name, pictures]);
        })),
    };
}

// EXTERNAL MODULE: ./report/comment/render-comment.js + 2 modules
var render_comment = __webpack_require__(5716);
// EXTERNAL MODULE: ./report/edit-problems.js
var edit_problems = __webpack_require__(76107);
// EXTERNAL MODULE: ./report/emit-problems.js
var emit_problems = __webpack_require__(4410);
// EXTERNAL MODULE: ./report/pull-outcome.js
var pull_outcome = __webpack_require__(38536);
;// CONCATENATED MODULE: ./report/outputs.js



/**
 * The action's outputs by name. During a run they hold what is true if it ends right now, because the runner reads
 * them even after a kill: `outcome` is `incomplete`, and edits in flight count as pending.
 *
 * @param resultsFile path of the results file
 */
function reportOutputs(run, resultsFile) {
    const counts = (0,count_edits/* countStates */.c)(run.edits);
    const underWay = run.edits.filter((edit) => edit.state === 'open' && edit.requestId !== undefined);
    const { knownUsd } = (0,sum_costs/* sumCosts */.A)(run.edits);
    return {
        outcome: 'outcome' in run ? run.outcome : 'incomplete',
        'results-file': resultsFile,
        planned: String(run.edits.filter(({ edit }) => WANTED.has(edit.action.kind)).length),
        succeeded: String(counts.succeeded),
        failed: String(counts.failed),
        pending: String(counts.pending + counts.unknown + underWay.length),
        adopted: String(counts.adopted),
        unchanged: String(counts.unchanged),
        'cost-usd': knownUsd === undefined ? '' : String(knownUsd),
        ...branchOutputs('branch' in run ? run.branch : { kind: 'none' }),
        'pull-request-url': (0,pull_outcome/* pullUrl */.X)('pull' in run ? run.pull : undefined),
        ...artifactOutputs('delivery' in run ? run.delivery : { kind: 'none' }),
    };
}
/** Actions on which the run has something to make: all but `unchanged`, `adopt` and `skip`. */
const WANTED = new Set([
    'submit',
    'collect',
    'other-run',
    'hold',
    'share',
]);
/** All outputs of a job share 1 MB; the results file has all paths. */
const CHANGED_CHARACTERS = 10_000;
function branchOutputs(branch) {
    switch (branch.kind) {
        case 'committed':
            return {
                branch: branch.branch,
                'commit-sha': branch.commit,
                changed: wholeLines(branch.changed, CHANGED_CHARACTERS),
            };
        case 'unchanged':
            // Without a commit the branch does not exist, so it is not named.
            return {
                branch: branch.commit === undefined ? '' : branch.branch,
                'commit-sha': branch.commit ?? '',
                changed: '',
            };
        case 'none':
        case 'failed':
            return { branch: '', 'commit-sha': '', changed: '' };
    }
}
/** The first whole lines that together fit into `max` characters, including the line feeds between them. */
function wholeLines(lines, max) {
    const text = lines.join('\n');
    if (text.length <= max)
        return text;
    return text.slice(0, Math.max(0, text.lastIndexOf('\n', max)));
}
function artifactOutputs(delivery) {
    switch (delivery.kind) {
        case 'artifact':
            return {
                'artifact-name': delivery.name,
                'artifact-id': String(delivery.id),
                'artifact-url': delivery.url,
                'artifact-digest': delivery.digest,
            };
        case 'none':
        case 'failed':
            return { 'artifact-name': '', 'artifact-id': '', 'artifact-url': '', 'artifact-digest': '' };
    }
}

// EXTERNAL MODULE: ./report/refusal.js
var refusal = __webpack_require__(248);
// EXTERNAL MODULE: ./report/render-summary.js + 2 modules
var render_summary = __webpack_require__(61653);
// EXTERNAL MODULE: ./run/comment/comment-note.js
var comment_note = __webpack_require__(75369);
// EXTERNAL MODULE: ./run/end/publish-parts.js
var publish_parts = __webpack_require__(13813);
;// CONCATENATED MODULE: ./run/end/publish-report.js









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
                record.setOutputs(reportOutputs(report, record.resultsFile));
            },
        ],
        [
            'results file',
            async () => {
                await writeResults(record.resultsFile, report);
            },
        ],
        [
            'annotations',
            () => {
                const warnings = report.branch.kind === 'committed' ? report.branch.warnings : [];
                const problems = [
                    ...report.problems,
                    ...(0,edit_problems/* editProblems */.dm)((0,refusal/* listJudged */.u)(report)),
                    ...warnings.map((message) => ({ severity: 'warning', message })),
                ];
                (0,emit_problems/* emitProblems */.E)(problems, actions.annotate, log);
            },
        ],
        [
            'comment',
            async () => {
                const text = (0,render_comment/* runComment */.P6)(report, before, { runUrl: job.runUrl, job: job.name });
                const posted = await (0,comment_note/* commentIfAsked */.r)(text, inputs, world);
                // The summary has everything else that the comment would have said.
                note = posted.note === '' ? '' : posted.note + (0,render_comment/* renderBeside */.LM)(report, before);
            },
        ],
        [
            'job summary',
            async () => {
                await actions.writeSummary((0,render_summary/* renderSummary */.B)(report) + note);
            },
        ],
    ];
    await (0,publish_parts/* publishParts */.a)(parts, log);
}

// EXTERNAL MODULE: ./shared/line.js
var shared_line = __webpack_require__(93777);
;// CONCATENATED MODULE: ./run/end/run-record.js






/** Pause before a write: almost none in a small run; half a second with 5,000 edits, whose writing takes some 30 ms. */
const PAUSE_MS_PER_EDIT = 0.1;
/** Keeps outputs and results file up to date, beginning with `start`. */
function startRunRecord(start, folder, { actions, clock, log }) {
    const resultsFile = external_node_path_.join(folder, 'results.json');
    const edits = new Map(start.edits.map((edit) => [edit.edit.id, edit]));
    const written = new Map();
    const closed = new AbortController();
    const pauseMs = edits.size * PAUSE_MS_PER_EDIT;
    let isDue = false;
    let lastProblem;
    const line = (0,shared_line/* createLine */.R)();
    function setOutputs(outputs) {
        for (const [name, value] of Object.entries(outputs)) {
            if (written.get(name) === value)
                continue;
            actions.setOutput(name, value);
            written.set(name, value);
        }
    }
    async function write() {
        await clock.sleep(pauseMs, closed.signal).catch(ignoreClosing);
        isDue = false;
        const elapsedMs = clock.now() - start.startedAtMs;
        const run = { ...start, edits: [...edits.values()], elapsedMs };
        setOutputs(reportOutputs(run, resultsFile));
        await writeResults(resultsFile, run);
    }
    function ignoreClosing(error) {
        if (!closed.signal.aborted)
            throw error;
    }
    /** One write after the other; each holds all changes up to its beginning. */
    function writeSoon() {
        if (isDue)
            return;
        isDue = true;
        line.run(write).catch((error) => {
            const problem = (0,sentence/* toSentence */.R)(`the results file cannot be written: ${(0,describe_error/* describeError */.U)(error)}`);
            if (problem !== lastProblem)
                log.info(problem);
            lastProblem = problem;
        });
    }
    writeSoon();
    return {
        resultsFile,
        update: (change) => {
            if (change.kind !== 'submitted' && change.kind !== 'collecting' && change.kind !== 'ended')
                return;
            // Pictures of other branches come to this one at the end of the run: until then, they are only planned to.
            if (change.kind === 'ended' && change.outcome.state === 'adopted')
                return;
            const soFar = change.kind === 'ended' ? change.outcome : { ...change, state: 'open' };
            edits.set(soFar.edit.id, soFar);
            writeSoon();
        },
        setOutputs,
        close: async () => {
            closed.abort();
            await line.idle();
        },
    };
}

;// CONCATENATED MODULE: ./run/end/refuse-run.js





/** Reports a run that could not begin, which always fails the step. */
async function refuseRun({ problems, cutShortBy }, { folder, startedAtMs }, inputs, world) {
    const elapsedMs = world.clock.now() - startedAtMs;
    const start = { edits: [], problems, startedAtMs, elapsedMs };
    const record = startRunRecord(start, folder, world);
    await record.close();
    const report = {
        ...start,
        edits: [],
        outcome: cutShortBy === undefined ? 'failed' : 'incomplete',
        keepsRecord: false,
        delivery: { kind: 'none' },
        branch: { kind: 'none' },
        repositoryUrl: world.repository.url,
    };
    await publishReport(report, record, { from: 'own', pictures: new Map() }, inputs, world);
    world.log.info(describeReport(report));
    // The post step of a stopped step says that nothing was sent.
    if (!world.stop.aborted)
        world.state.save({ hasEnded: true });
    if (cutShortBy !== undefined)
        return { failure: `Nothing was sent: ${cutShortBy}.` };
    const errors = (0,shared_problem/* listErrors */.Gr)(problems).length;
    return { failure: `Nothing was sent: ${(0,shared_format/* plural */.LS)(errors, 'problem')}, all in the log and the job summary.` };
}

// EXTERNAL MODULE: ./run/ledger/name-destination.js
var name_destination = __webpack_require__(74131);
// EXTERNAL MODULE: ./ledger/life/judge-entry.js
var judge_entry = __webpack_require__(49112);
;// CONCATENATED MODULE: ./run/make/judge-other-run.js

/**
 * Judges the entries that a look found for an edit; pure. An edit that is unknown is held even if the run has the consent
 * to submit again: that consent is for what was unknown before the run began, and could be looked up.
 */
function judgeOtherRun(judged) {
    const ruling = (0,judge_entry/* pickRuling */.LL)(judged);
    switch (ruling?.verdict) {
        case undefined:
            return { kind: 'ask-branch', otherwise: { kind: 'free' } };
        case 'ours':
            return { kind: 'answered', answer: { kind: 'free' } };
        case 'collect':
            return { kind: 'answered', answer: { kind: 'submitted', entry: ruling.entry } };
        case 'delivered':
            // If it was delivered to another destination, it is paid for, and can be collected.
            return { kind: 'ask-branch', otherwise: { kind: 'submitted', entry: ruling.entry } };
        case 'unknown':
            return (0,judge_entry/* isDeadClaim */.jB)(ruling)
                ? { kind: 'in-doubt', entry: ruling.entry }
                : { kind: 'answered', answer: { kind: 'unknown', entry: ruling.entry } };
        case 'other-run':
            return { kind: 'busy' };
    }
}
/** The answer for an edit that may be on the branch; pure. */
function pickDelivered(delivered, fingerprint, otherwise) {
    const entry = delivered.get(fingerprint);
    if (entry === undefined)
        return otherwise;
    return { kind: 'delivered', files: entry.files, requestId: entry.requestId };
}

;// CONCATENATED MODULE: ./run/make/shared-looks.js

/** Time between two looks at the ledger; up to half as much again at random, so that runs do not look in step. */
const LOOK_MS = 5000;
function createSharedLooks({ ledger: { handle }, readDelivered, clock, random, log, signal, }) {
    const line = (0,shared_line/* createLine */.R)();
    let coming;
    let fresh;
    async function readBranch() {
        const read = await readDelivered();
        if (!read.ok)
            log.debug(`Cannot see what other runs delivered: ${read.error.message}`);
        return read.ok ? read.value : undefined;
    }
    function known(ledger) {
        let delivered;
        return { kind: 'seen', ledger, readDelivered: async () => await (delivered ??= readBranch()) };
    }
    async function look() {
        const read = await handle.open();
        if (read.ok)
            return known(read.value.ledger);
        const { kind, message } = read.error;
        log.debug(`Cannot see what other runs do: ${message}`);
        return kind === 'unreachable' ? { kind } : { kind: 'unreadable', message };
    }
    async function lookLater() {
        await clock.sleep(LOOK_MS * (1 + random() / 2), signal);
        coming = undefined;
        return await look();
    }
    return {
        next: async () => await (coming ??= lookLater()),
        afresh: async () => {
            fresh ??= line.run(async () => {
                fresh = undefined;
                return await look();
            });
            return await fresh;
        },
        known,
    };
}

;// CONCATENATED MODULE: ./run/make/wait-for-other-runs.js



/**
 * Waits for edits that other runs are working on, all together: one look at the ledger serves every wait. Each wait
 * ends as soon as its edit has a request id, is free or delivered, or can never become known. It rejects with its
 * signal's reason, and if the ledger can no longer be read.
 */
function createOtherRunWait(deps) {
    const { watch } = deps;
    const looks = createSharedLooks(deps);
    async function checkEntries({ ledger }, edit, signal) {
        const entries = ledger.get(edit.fingerprint) ?? [];
        return judgeOtherRun(await Promise.all(entries.map(async (entry) => await watch.look(entry, signal))));
    }
    async function readAnswer(look, edit, signal, isLater = false) {
        const seen = requireSeen(look);
        if (seen === undefined)
            return undefined;
        const verdict = await checkEntries(seen, edit, signal);
        switch (verdict.kind) {
            case 'answered':
                return verdict.answer;
            case 'busy':
                return undefined;
            case 'ask-branch': {
                const delivered = await seen.readDelivered();
                return delivered && pickDelivered(delivered, edit.fingerprint, verdict.otherwise);
            }
            case 'in-doubt':
                if (isLater)
                    return { kind: 'unknown', entry: verdict.entry };
                return await readAnswer(await looks.afresh(), edit, signal, true);
        }
    }
    return async (edit, entry, signal) => {
        let look = looks.known(new Map([[edit.fingerprint, [entry]]]));
        for (;;) {
            const answer = await (0,or_aborted/* orAborted */.H)(readAnswer(look, edit, signal), signal);
            if (answer !== undefined)
                return answer;
            look = await (0,or_aborted/* orAborted */.H)(looks.next(), signal);
        }
    };
}
/** Undefined if a later look may show more; throws if none will. */
function requireSeen(look) {
    switch (look.kind) {
        case 'seen':
            return look;
        case 'unreachable':
            return undefined;
        case 'unreadable':
            throw new Error(look.message);
    }
}

;// CONCATENATED MODULE: ./ledger/claims/claim-slot.js


/** A slot for each edit by its fingerprint, in their order. */
function createSlots(edits) {
    return new Map(edits.map((edit) => [edit.fingerprint, { edit, state: { kind: 'free' } }]));
}
/** Whether it may be claimed ahead. */
function isFresh({ edit, state }) {
    return (state.kind === 'free' || state.kind === 'ahead-failed') && edit.kind === 'submit';
}
/** Whether the store may have it, and no caller has asked for it. */
function isAhead({ state }) {
    return state.kind === 'ahead' || state.kind === 'ahead-failed';
}
/** Whether it is not claimed ahead anymore. */
function wasAskedFor({ state }) {
    switch (state.kind) {
        case 'free':
        case 'ahead':
        case 'ahead-failed':
        case 'ahead-refused':
            return false;
        case 'asked':
        case 'not-granted':
        case 'granted':
        case 'leaving':
        case 'answered':
        case 'over':
            return true;
    }
}
/** Whether the store may have it without a request id: the next run would not know what became of it. */
function isUnanswered({ state }) {
    return state.kind !== 'answered' && findClaim(state) !== undefined;
}
/** Whether the caller may have sent it, or may yet. */
function mayLeave({ state }) {
    return state.kind === 'granted' || state.kind === 'leaving';
}
/** Whether its submit is on its way: unlike one before that, it has a place at the service. */
function isLeaving({ state }) {
    return state.kind === 'leaving';
}
/** What the store may have of it. */
function findClaim(state) {
    switch (state.kind) {
        case 'ahead':
        case 'ahead-failed':
        case 'asked':
        case 'not-granted':
        case 'granted':
        case 'leaving':
        case 'answered':
            return state.claim;
        case 'free':
        case 'ahead-refused':
        case 'over':
            return undefined;
    }
}
/** That a caller asks for it; returns the answer if it was claimed ahead. */
function askFor(slot) {
    const { state } = slot;
    switch (state.kind) {
        case 'free':
            slot.state = { kind: 'over' };
            return undefined;
        case 'ahead':
            slot.state = { ...state, kind: 'asked' };
            return state.answer;
        case 'ahead-failed':
            slot.state = { kind: 'not-granted', claim: state.claim };
            return undefined;
        case 'ahead-refused':
            slot.state = { kind: 'over' };
            return state.answer;
        case 'not-granted':
        case 'over':
            return undefined;
        case 'asked':
        case 'granted':
        case 'leaving':
        case 'answered':
            throw new Error(`${slot.edit.fingerprint} is claimed twice at once`);
    }
}
/** That a write which claims it is under way. */
function startClaim(slot, claim, answer) {
    slot.state = { kind: wasAskedFor(slot) ? 'asked' : 'ahead', claim, answer };
}
/** To be called when its claim is released. */
function clearSlot(slot) {
    slot.state = { kind: wasAskedFor(slot) ? 'over' : 'free' };
}
/** What the write that held its claim means for it. */
function answerSlot(slot, claim, result, delivered) {
    const { state } = slot;
    if (!result.ok) {
        // A later caller may try again. The claim stays: the failed write may have reached the store.
        if (state.kind === 'ahead' && state.claim === claim)
            slot.state = { kind: 'ahead-failed', claim };
        return { kind: 'failed', message: result.error.message };
    }
    const entry = result.value.refused.get(slot.edit.fingerprint);
    if (entry === undefined)
        return delivered.get(slot.edit.fingerprint) ?? { kind: 'claimed', id: claim.id };
    // It may have been released while the write went on, and claimed again.
    if (findClaim(state) === claim)
        slot.state = state.kind === 'ahead' ? { kind: 'ahead-refused', answer: state.answer } : { kind: 'over' };
    return { kind: 'other-run', entry };
}
/** What the caller that asked for it gets: the answer, or that the wait for it was ended. */
async function awaitAsked(slot, answering, signal) {
    const answer = await waitForAnswer(answering, signal);
    const { state } = slot;
    // It may have been released meanwhile, and asked for again.
    if (state.kind === 'asked' && state.answer === answering)
        slot.state = { kind: answer.kind === 'claimed' ? 'granted' : 'not-granted', claim: state.claim };
    return answer;
}
async function waitForAnswer(answer, signal) {
    try {
        return await (0,or_aborted/* orAborted */.H)(answer, signal);
    }
    catch (error) {
        if (!signal.aborted)
            throw error;
        const message = `Stopped waiting for the claim: ${(0,describe_error/* describeError */.U)(signal.reason)}.`;
        return { kind: 'failed', message };
    }
}

;// CONCATENATED MODULE: ./ledger/claims/claim-window.js

/** `upcoming` gives the edits that will be asked for next, in their order, if that is known. */
function createClaimWindow(slots, size, upcoming = () => undefined) {
    /** How far the run is: edits before it that were not asked for have to wait for others. */
    let first = 0;
    function inTurn() {
        return upcoming() ?? [...slots.slice(first), ...slots.slice(0, first)];
    }
    function room() {
        const leaving = slots.filter(isLeaving).length;
        const ahead = slots.filter(isUnanswered).length - leaving;
        // Submits on their way count too, but at most for half of it: with many of them, no batch would have room.
        return size - ahead - Math.min(leaving, size / 2);
    }
    return {
        take: (asked) => {
            if (asked === undefined)
                return { claimed: inTurn().filter(isFresh).slice(0, room()), released: [] };
            first = slots.indexOf(asked);
            const left = room() - (isUnanswered(asked) ? 0 : 1);
            const next = inTurn().filter((slot) => slot !== asked && isFresh(slot) && !isUnanswered(slot));
            const ahead = inTurn().filter(isAhead);
            return left >= 0
                ? { claimed: [asked, ...next.slice(0, left)], released: [] }
                : { claimed: [asked], released: ahead.slice(left) };
        },
        isDue: () => 2 * room() >= size && inTurn().some(isFresh),
    };
}

;// CONCATENATED MODULE: ./ledger/claims/create-deliveries.js
/** Without `find`, nothing is ever found. */
function createDeliveries(ledger, find) {
    let found = new Map();
    /** Foreign writes that `found` knows of: what was delivered is on the branch before its entry is gone. */
    let known = -1;
    async function lookAgain() {
        const { foreignWrites } = ledger;
        if (known >= foreignWrites || find === undefined)
            return { ok: true, value: undefined };
        const delivered = await find();
        if (!delivered.ok)
            return delivered;
        found = new Map([...found, ...delivered.value]);
        known = Math.max(known, foreignWrites);
        return delivered;
    }
    return {
        get found() {
            return found;
        },
        check: async (update) => {
            const [result] = await Promise.all([update, lookAgain()]);
            if (!result.ok)
                return result;
            // Others may have written meanwhile, or the first look may have failed.
            const after = await lookAgain();
            return after.ok ? result : after;
        },
    };
}

;// CONCATENATED MODULE: ./ledger/claims/create-claims.js




/**
 * Claims edits (in plan order) ahead of their submits: many with one write of the store, which also takes along the
 * request ids that came in the meantime. The next write begins while there are claims left, so that usually only the
 * first one causes a wait.
 */
function createClaims(edits, deps) {
    const { ledger, step, destination, clock, aheadOf, overAtMs } = deps;
    const slots = createSlots(edits);
    let upcoming;
    const window = createClaimWindow([...slots.values()], 2 * aheadOf, () => upcoming?.().map(slotOf));
    const deliveries = createDeliveries(ledger, deps.findDelivered);
    let claims = 0;
    function slotOf({ fingerprint }) {
        const slot = slots.get(fingerprint);
        if (slot === undefined)
            throw new Error(`${fingerprint} is not among the edits to claim`);
        return slot;
    }
    function claimOf(edit) {
        const claim = findClaim(slotOf(edit).state);
        if (claim === undefined)
            throw new Error(`${edit.fingerprint} was not claimed`);
        return claim;
    }
    function makeClaim({ id: edit, fingerprint }) {
        claims += 1;
        const id = (0,change_entry/* nameClaim */._x)(step, claims);
        return { id, fingerprint, edit, destination, step, claimedAtMs: clock.now(), overAtMs };
    }
    function claimBatch({ claimed, released }) {
        const releases = releaseAll(released);
        // One that may be in the store after a failed write is claimed again, and is still the same claim.
        const made = claimed.map((slot) => ({ slot, claim: findClaim(slot.state) ?? makeClaim(slot.edit) }));
        const changes = made.map(({ slot: { edit }, claim }) => {
            return { kind: 'claim', claim, over: edit.kind === 'submit' ? edit.over : [] };
        });
        const update = deliveries.check(ledger.update([...releases, ...changes]));
        for (const { slot, claim } of made) {
            const answer = update.then((result) => answerSlot(slot, claim, result, deliveries.found));
            answer.catch(() => undefined); // the caller that asks for it gets it
            startClaim(slot, claim, answer);
        }
    }
    function claimAsked(slot) {
        claimBatch(window.take(slot));
        if (slot.state.kind !== 'asked')
            throw new Error('nothing was claimed');
        return slot.state.answer;
    }
    /** What becomes of its submit is known from now on. */
    function endSubmit(edit) {
        const claim = claimOf(edit);
        slotOf(edit).state = { kind: 'answered', claim };
        return claim;
    }
    async function release(given) {
        const releases = releaseAll(given);
        if (releases.length > 0)
            await ledger.note(releases);
    }
    return {
        expect: (next) => {
            upcoming = next;
        },
        claim: async (edit, signal) => {
            const slot = slotOf(edit);
            const answering = askFor(slot) ?? claimAsked(slot);
            if (window.isDue())
                claimBatch(window.take());
            const answer = await awaitAsked(slot, answering, signal);
            if (answer.kind === 'delivered')
                await release([slot]);
            return answer;
        },
        posting: async (edit) => {
            // Others rely on it: to them, a claim that is over belongs to a dead run.
            const claim = claimOf(edit);
            if (clock.now() > claim.overAtMs)
                throw new Error('Its claim has run out; nothing was sent');
            slotOf(edit).state = { kind: 'leaving', claim };
            await ledger.posting(claim);
        },
        accepted: async (edit, requestId, submittedAtMs) => {
            await ledger.note([{ kind: 'accepted', claim: endSubmit(edit), requestId, submittedAtMs }]);
        },
        maybeSent: async (edit) => {
            await ledger.note([{ kind: 'maybe-sent', claim: endSubmit(edit) }]);
        },
        released: async (edit) => {
            await release([slotOf(edit)]);
        },
        releaseIfUnused: async (edit) => {
            const slot = slotOf(edit);
            if (wasAskedFor(slot))
                return;
            void askFor(slot);
            await release([slot]);
        },
        releaseUnused: async () => {
            await release([...slots.values()].filter((slot) => isUnanswered(slot) && !mayLeave(slot)));
        },
    };
}
/** Removes the claims of slots; returns what the ledger must learn. */
function releaseAll(slots) {
    return slots.flatMap((slot) => {
        const claim = findClaim(slot.state);
        clearSlot(slot);
        if (claim === undefined)
            return [];
        return [{ kind: 'released', fingerprint: claim.fingerprint, id: claim.id }];
    });
}

;// CONCATENATED MODULE: ./run/make/take-over-jobs.js

/**
 * Notes jobs that were submitted for another destination, or that another run has delivered, as jobs for this run's
 * destination too. If this run does not get to deliver them, the next run to the same destination collects them: without
 * the note it would find nothing that is left to collect, and would pay again.
 */
async function takeOverJobs(jobs, deps) {
    const changes = jobs
        .filter(([, entry]) => entry.state === 'delivered' || entry.destination !== deps.destination)
        .map((job) => noteFor(job, deps));
    if (changes.length > 0)
        await deps.ledger.note(changes);
}
function noteFor([{ id: edit, fingerprint }, { requestId, submittedAtMs }], { step, destination, clock, overAtMs }) {
    // By the request, so that the same note made twice is one entry.
    const id = (0,change_entry/* nameClaim */._x)(step, requestId);
    const claim = { id, fingerprint, edit, destination, step, claimedAtMs: clock.now(), overAtMs };
    return { kind: 'accepted', claim, requestId, submittedAtMs };
}

;// CONCATENATED MODULE: ./run/make/create-run-claims.js



/**
 * The claims of a run's edits: those that are to be sent are claimed ahead, in batches; those that another run is working
 * on, once they are free. What another run delivered since the plan was made is not claimed.
 */
function createRunClaims(edits, deps) {
    const claims = createClaims(edits.flatMap(claimable), {
        ...deps,
        findDelivered: async () => {
            const read = await deps.readDelivered();
            return read.ok ? { ok: true, value: nameDelivered(read.value) } : read;
        },
    });
    return {
        ...claims,
        releaseIfUnused: async (edit) => {
            if (claimable(edit).length > 0)
                await claims.releaseIfUnused(edit);
        },
        waitForOtherRun: async (edit, ...call) => {
            const answer = await deps.waitForOtherRun(edit, ...call);
            if (answer.kind === 'submitted')
                await takeOverJobs([[edit, answer.entry]], deps);
            return answer;
        },
    };
}
function nameDelivered(delivered) {
    return new Map([...delivered].map(([fingerprint, { files, requestId }]) => [
        fingerprint,
        { kind: 'delivered', files, requestId },
    ]));
}
function claimable({ id, fingerprint, action }) {
    switch (action.kind) {
        case 'submit':
            return [{ id, fingerprint, kind: 'submit', over: action.over.map(change_entry/* nameEntry */.ap) }];
        case 'other-run':
            return [{ id, fingerprint, kind: 'other-run' }];
        case 'collect':
        case 'hold':
        case 'share':
        case 'unchanged':
        case 'adopt':
        case 'aside':
        case 'skip':
            return [];
    }
}

;// CONCATENATED MODULE: ./download/name-file.js


/**
 * Where a file of an edit goes, by what it is: `output` (relative path without extension) with the extension of its type,
 * or its hash in the same folder if its type is unknown, so that its name promises nothing.
 */
function nameFile(folder, output, { type, sha256 }) {
    const relative = type === 'application/octet-stream'
        ? external_node_path_.posix.join(external_node_path_.posix.dirname(output), `${sha256}.bin`)
        : `${output}.${(0,formats/* fileExtension */.i_)(type)}`;
    return { path: relative, absolutePath: external_node_path_.join(folder, ...relative.split('/')) };
}

;// CONCATENATED MODULE: ./download/copy-file.js



/**
 * Copies a downloaded file to `output` (relative path without extension) below `folder`; a copy-on-write file system
 * shares the bytes. The copy is complete as soon as it has its name. Throws as `node:fs` does, and then leaves nothing.
 */
async function copyFile(file, folder, output) {
    const named = nameFile(folder, output, file);
    const { absolutePath } = named;
    const part = `${absolutePath}.copy.part`;
    await (0,promises_.mkdir)(external_node_path_.dirname(absolutePath), { recursive: true });
    try {
        await (0,promises_.copyFile)(file.absolutePath, part, promises_.constants.COPYFILE_FICLONE);
        await (0,promises_.rename)(part, absolutePath);
    }
    catch (error) {
        await (0,promises_.rm)(part, { force: true });
        throw error;
    }
    return { ...file, ...named };
}

;// CONCATENATED MODULE: ./shared/places.js
/**
 * `limit` is asked whenever a place may be given: a lower one takes no place away, it only gives fewer new ones.
 * `mayEnter` says whether someone of that turn may have a place now; absent: everyone may.
 */
function createPlaces(limit, mayEnter = () => true) {
    const waiting = [];
    let taken = 0;
    function take() {
        taken += 1;
        let isTaken = true;
        return {
            leave: () => {
                if (!isTaken)
                    return;
                isTaken = false;
                taken -= 1;
                admit();
            },
        };
    }
    function admit() {
        while (taken < limit()) {
            const at = waiting.findIndex(({ turn }) => mayEnter(turn));
            const [next] = at < 0 ? [] : waiting.splice(at, 1);
            if (next === undefined)
                return;
            next.enter(take());
        }
    }
    return {
        admit,
        enter: async (signal, turn = 0) => {
            if (signal.aborted)
                return undefined;
            const { promise, resolve: enter } = Promise.withResolvers();
            const self = { turn, enter };
            const behind = waiting.findIndex((other) => other.turn > turn);
            waiting.splice(behind < 0 ? waiting.length : behind, 0, self);
            const onAbort = () => {
                const at = waiting.indexOf(self);
                if (at >= 0)
                    waiting.splice(at, 1);
                enter(undefined);
            };
            signal.addEventListener('abort', onAbort, { once: true });
            admit();
            try {
                return await promise;
            }
            finally {
                signal.removeEventListener('abort', onAbort);
            }
        },
    };
}

;// CONCATENATED MODULE: ./download/describe-failure.js

/** The error of a download that was given up after its last failure. */
function describeLastFailure(failure, count, tries) {
    const { host, reason } = failure;
    const after = tries === 1 ? '' : ` (tried ${tries} times)`;
    const from = host === '' ? '' : ` from ${host}`;
    switch (failure.kind) {
        case 'vanished':
            return {
                kind: 'vanished',
                code: 'output-vanished',
                message: `The output is gone${from}: ${reason}${after}.`,
            };
        case 'refused':
            return {
                kind: 'permanent',
                code: 'output-refused',
                message: `The output was not downloaded${from}: ${reason}.`,
            };
        case 'unusable':
            return {
                kind: 'permanent',
                code: 'output-unusable',
                message: `The output was not downloaded${from}: ${reason}.`,
            };
        case 'damaged':
            if (count.isAlwaysSame)
                return {
                    kind: 'permanent',
                    code: 'output-unusable',
                    message: `The output${from} is not usable: ${reason}. It was the same in ${tries} tries.`,
                };
            return describe_failure_failed(`The output could not be downloaded${from}: ${reason}${after}.`);
        case 'outage':
        case 'disk':
            return describe_failure_failed(`The output could not be downloaded${from}: ${reason}${after}.`);
    }
}
/** The error of a download that its signal ended; what went wrong before it says more than the stop itself. */
function describeStopped({ host, reason }, signal) {
    const why = (0,describe_error/* describeError */.U)(signal.reason);
    const last = reason.includes(why) ? '' : ` Before that: ${reason}.`;
    return describe_failure_failed(`The download from ${host} was stopped: ${why}.${last}`);
}
function describe_failure_failed(message) {
    return { kind: 'passing', code: 'download-failed', message };
}

;// CONCATENATED MODULE: ./download/next-try.js

/** Before the first try. */
const NO_FAILURES = {
    vanished: 0,
    damaged: 0,
    outage: 0,
    seen: undefined,
    isAlwaysSame: false,
};
/** Adds a failure to the count. */
function countFailure(count, failure) {
    switch (failure.kind) {
        case 'vanished':
            return { ...count, vanished: count.vanished + 1, outage: 0 };
        case 'damaged': {
            const seen = failure.bytes;
            const isAlwaysSame = seen !== undefined && (count.damaged === 0 || (count.isAlwaysSame && count.seen === seen));
            return { ...count, damaged: count.damaged + 1, outage: 0, seen, isAlwaysSame };
        }
        case 'outage':
            return { ...count, outage: count.outage + 1 };
        case 'refused':
        case 'unusable':
        case 'disk':
            return count;
    }
}
/** The wait between tries grows up to this step, which is 8 s: when an outage ends, paid pictures are fetched soon. */
const OUTAGE_STEPS = 5;
/**
 * Milliseconds until the next try after `failure`, which `count` already includes; undefined to give up. Reading is free
 * and the picture is paid for, so an outage is sat out for as long as the run has time.
 */
function nextTryMs(count, failure, limits, random) {
    switch (failure.kind) {
        case 'refused':
        case 'unusable':
        case 'disk':
            return undefined;
        case 'vanished':
            return count.vanished < limits.vanishedTries ? steadyDelayMs(count.vanished, random) : undefined;
        case 'damaged':
            return count.damaged < limits.damagedTries ? steadyDelayMs(count.damaged, random) : undefined;
        case 'outage':
            return (0,retry_delay/* retryDelayMs */.q)(Math.min(count.outage, OUTAGE_STEPS), random, failure.retryAfterMs);
    }
}
/**
 * A second more after every failure, and up to another one by chance. If tries are counted, a wait must not come out as
 * zero: all tries would be over in an instant, and a picture that is only late would be given up.
 */
function steadyDelayMs(failures, random) {
    return Math.floor((failures + random()) * 1000);
}

// EXTERNAL MODULE: ../bundle/undici.cjs
var undici = __webpack_require__(97696);
// EXTERNAL MODULE: ./shared/proxies.js
var proxies = __webpack_require__(41839);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
// EXTERNAL MODULE: ./shared/address.js
var shared_address = __webpack_require__(88419);
// EXTERNAL MODULE: ./shared/loopback.js
var loopback = __webpack_require__(75170);
;// CONCATENATED MODULE: ./download/guarded-lookup.js



/** Thrown while connecting: every address of a name leads inside a network. Never worth another try. */
class AddressRefused extends Error {
    name = 'AddressRefused';
}
/**
 * Resolves names for a connection and gives only addresses that may be contacted: public ones, or loopback for a
 * name that can mean nothing else. The check is made here, on the very addresses that are then connected to, so that
 * changing a name between check and use does not help.
 */
function createGuardedLookup(resolveHost) {
    return (host, options, callback) => {
        resolveHost(host).then((resolved) => {
            const allowed = resolved.filter((0,loopback/* isLoopbackHost */.c)(host) ? loopback/* isLoopbackHost */.c : shared_address/* isPublicAddress */.i);
            const addresses = allowed.map((address) => ({ address, family: (0,external_node_net_.isIPv6)(address) ? 6 : 4 }));
            const [first] = addresses;
            if (first === undefined)
                callback(new AddressRefused('its name leads inside a network'), []);
            else if (options.all === true)
                callback(null, addresses);
            else
                callback(null, first.address, first.family);
        }, (error) => {
            callback(error instanceof Error ? error : new Error(String(error)), []);
        });
    };
}

;// CONCATENATED MODULE: ./download/open-output.js




/** Small, since many downloads run side by side and each holds at most about this much. */
const HIGH_WATER_MARK_BYTES = 64 * 1024;
/** Opens the way to the hosts of outputs, through the proxies that `env` names; loopback is never proxied. */
function createOutputReader(deps) {
    const { env, outputHosts, limits } = deps;
    const agent = new undici.EnvHttpProxyAgent({
        ...(0,proxies/* readProxies */.r)(env, outputHosts.map(({ host }) => host)),
        // Only for connections without a proxy: behind one, it is the proxy that resolves and may refuse.
        connect: { lookup: createGuardedLookup(deps.resolveHost) },
        headersTimeout: limits.silenceMs,
        bodyTimeout: limits.silenceMs,
    });
    return {
        get: async (url, signal) => {
            const answering = agent.request({
                origin: url.origin,
                path: url.pathname + url.search,
                method: 'GET',
                headers: {
                    accept: 'image/*, video/*',
                    'accept-encoding': 'identity',
                    'user-agent': 'dreamina-edit-action',
                },
                signal,
                highWaterMark: HIGH_WATER_MARK_BYTES,
            });
            // undici heeds a signal only once it is connected; a dead network would hold an aborted call for 10 s.
            const { statusCode, headers, body } = await (0,or_aborted/* orAborted */.H)(answering, signal);
            // A body that is dropped before its end fails; its reader learns that by reading.
            body.on('error', () => undefined);
            return {
                status: statusCode,
                header: (name) => {
                    const value = headers[name];
                    return typeof value === 'string' ? value : value?.[0];
                },
                body,
            };
        },
        [Symbol.asyncDispose]: async () => {
            await agent.destroy();
        },
    };
}

;// CONCATENATED MODULE: ./download/sweep-buffers.js

/** Network buffers that may lie about as garbage. Smaller values gain nothing more. */
const SWEEP_EVERY_BYTES = 4 * 1024 * 1024;
/** Gives a function to call with the length of each chunk that was read and is no longer needed. */
function createBufferSweeper() {
    const collector = (0,collect_garbage/* createGarbageCollector */.R)();
    let pendingBytes = 0;
    return (bytes) => {
        pendingBytes += bytes;
        if (pendingBytes < SWEEP_EVERY_BYTES)
            return;
        pendingBytes = 0;
        collector.sweep();
    };
}

// EXTERNAL MODULE: ./shared/untrusted-certificate.js
var untrusted_certificate = __webpack_require__(32663);
;// CONCATENATED MODULE: ./download/check-address.js




/** The service keeps its outputs under these names, for anyone who has the address. */
const SERVICE_HOST = /^(?:[a-z0-9-]+\.)+runcomfy\.(?:net|com)$/;
/** Characters of a quoted address: a `data:` address would otherwise show a whole picture. */
const MAX_QUOTED = 100;
/**
 * Whether an output, or a redirect on the way to it, may be read from this address: https from the service's own
 * hosts, or from the `output-hosts` given by the user, which may speak http on loopback.
 * Undefined if it may, otherwise the reason. Names are resolved, and judged again, later.
 */
function refuseAddress(url, outputHosts) {
    const host = bareHost(url);
    if (url.username !== '' || url.password !== '')
        return unusable('the address contains a user name or a password');
    if (url.protocol !== 'https:' && url.protocol !== 'http:')
        return unusable(`the address is ${quoteAddress(url.href)}, and only https addresses are read`);
    const listed = outputHosts.some((allowed) => allowed.host === host && (allowed.port ?? defaultPort(url)) === effectivePort(url));
    if (!listed && !(SERVICE_HOST.test(host) && url.port === '')) {
        const reason = 'outputs may not come from this host. If you trust it, add it to the input `output-hosts`';
        return { kind: 'refused', reason };
    }
    if (url.protocol === 'http:' && !(0,loopback/* isLoopbackHost */.c)(host))
        return unusable('http is allowed on loopback only');
    if ((0,external_node_net_.isIP)(host) !== 0 && !(0,shared_address/* isPublicAddress */.i)(host) && !(0,loopback/* isLoopbackHost */.c)(host)) {
        return unusable('the address leads inside a network');
    }
    return undefined;
}
function unusable(reason) {
    return { kind: 'unusable', reason };
}
/** `URL.port` is empty for the scheme's default, also if the address names it. */
function effectivePort(url) {
    return url.port === '' ? defaultPort(url) : Number(url.port);
}
function defaultPort(url) {
    return url.protocol === 'http:' ? 80 : 443;
}
/** A URL's host without the brackets around IPv6. */
function bareHost(url) {
    return url.hostname.replace(/^\[|\]$/g, '');
}
/** An address of any kind for a message: without its query, which may contain a signature, and not too long. */
function quoteAddress(address) {
    const plain = (0,plain_text/* shorten */.ml)(address.replace(/[?#].*$/s, ''), MAX_QUOTED).replaceAll('`', '');
    return `\`${plain}\``;
}

// EXTERNAL MODULE: ./shared/retry-after.js
var retry_after = __webpack_require__(75102);
;// CONCATENATED MODULE: ./download/judge-answer.js

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/**
 * Judges the head of an answer. Object stores say 403 as well as 404 and 410 for an address that has expired.
 * `maxBytes` is compared with Content-Length here, and with the bytes themselves when they are read.
 */
function judgeAnswer(status, header, maxBytes, nowMs) {
    if (status === 200)
        return judgeBody(header, maxBytes);
    const location = header('location');
    if (REDIRECTS.has(status) && location !== undefined)
        return { kind: 'redirect', location };
    const reason = `it answered HTTP ${status}`;
    if ([401, 403, 404, 410].includes(status))
        return judge_answer_failed({ kind: 'vanished', reason });
    if (status === 408 || status === 425 || status === 429 || status >= 500) {
        const retryAfterMs = (0,retry_after/* parseRetryAfter */.m)(header('retry-after'), nowMs);
        return judge_answer_failed({ kind: 'outage', reason, ...(retryAfterMs !== undefined && { retryAfterMs }) });
    }
    return judge_answer_failed({ kind: 'damaged', reason });
}
function judgeBody(header, maxBytes) {
    const encoding = header('content-encoding') ?? 'identity';
    if (encoding !== 'identity') {
        const reason = `it sent ${encoding} encoding, which was not asked for`;
        return judge_answer_failed({ kind: 'damaged', reason });
    }
    const length = header('content-length');
    if (length === undefined)
        return { kind: 'body', expectedBytes: undefined };
    const expectedBytes = Number(length);
    return expectedBytes > maxBytes
        ? judge_answer_failed({ kind: 'unusable', reason: tooLarge(maxBytes) })
        : { kind: 'body', expectedBytes };
}
function judge_answer_failed(failure) {
    return { kind: 'failure', failure };
}
/** The reason for an output over the limit. */
function tooLarge(maxBytes) {
    return `the output is larger than ${Math.floor(maxBytes / 1024 / 1024)} MiB`;
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: ./shared/shortage.js
var shortage = __webpack_require__(78658);
// EXTERNAL MODULE: ./media/check-file.js + 12 modules
var check_file = __webpack_require__(31822);
// EXTERNAL MODULE: ./media/detect-type.js
var detect_type = __webpack_require__(88424);
;// CONCATENATED MODULE: ./download/inspect-content.js





/** Finds type and dimensions by content while the body streams by, and whether all of it came. */
function createContentInspector() {
    let head = [];
    let headBytes = 0;
    let identity;
    let check;
    function look() {
        const beginning = Buffer.concat(head);
        head = [];
        identity = (0,identify_content/* identifyContent */.Ui)(beginning);
        if (identity.kind === 'empty')
            return { reason: 'the body is empty' };
        if (identity.kind === 'text' || identity.kind === 'program') {
            const bytes = (0,external_node_crypto_.createHash)('sha256').update(beginning.subarray(0, identify_content/* IDENTITY_BYTES */.Hc)).digest('hex');
            return { reason: `it sent ${identity.described}, not a picture`, bytes };
        }
        if (identity.kind === 'media' && (0,detect_type/* isCheckedType */.SX)(identity.type))
            check = (0,check_file/* createFileCheck */.B)(identity.type);
        check?.push(beginning);
        return undefined;
    }
    return {
        push(chunk) {
            if (identity !== undefined) {
                check?.push(chunk);
                return undefined;
            }
            // A copy: the chunk may be a small part of a large buffer, which would stay in memory with it.
            head.push(Buffer.from(chunk));
            headBytes += chunk.length;
            return headBytes >= identify_content/* IDENTITY_BYTES */.Hc ? look() : undefined;
        },
        finish() {
            const unusable = identity === undefined ? look() : undefined;
            if (unusable !== undefined)
                return { ok: false, error: unusable };
            if (identity?.kind !== 'media')
                return { ok: true, value: { type: 'application/octet-stream', oddity: describeUnknown(identity) } };
            const { type } = identity;
            if (check === undefined) {
                const oddity = `${formats/* FORMATS */.hR[type].described} came, and whether it is complete cannot be checked`;
                return { ok: true, value: { type, oddity } };
            }
            const { fault, dimensions } = check.finish();
            return {
                ok: true,
                value: { type, ...(dimensions && { dimensions }), ...(fault !== undefined && { oddity: fault }) },
            };
        },
    };
}
function describeUnknown(identity) {
    return identity?.described === 'of an unknown kind'
        ? 'what came is not a picture or video of a known type'
        : `${identity?.described ?? 'something'} came, not a picture or video`;
}

;// CONCATENATED MODULE: ./download/part-file.js



/** Begins `<base>.<unique>.part`, with the folders above it. Throws as the file system does, and so does the file. */
async function openPartFile(base, unique) {
    await (0,promises_.mkdir)(external_node_path_.dirname(base), { recursive: true });
    const part = `${base}.${unique}.part`;
    // Never over something else: two writers of one part would mix their bytes.
    const handle = await (0,promises_.open)(part, 'wx');
    let isOpen = true;
    let isCommitted = false;
    async function close() {
        if (!isOpen)
            return;
        isOpen = false;
        await handle.close();
    }
    return {
        write: (chunk) => {
            for (let at = 0; at < chunk.length;)
                at += (0,external_node_fs_.writeSync)(handle.fd, chunk, at);
        },
        commit: async (file) => {
            await close();
            await (0,promises_.rename)(part, file);
            isCommitted = true;
        },
        [Symbol.asyncDispose]: async () => {
            await close();
            if (!isCommitted)
                await (0,promises_.rm)(part, { force: true });
        },
    };
}

;// CONCATENATED MODULE: ./download/receive-file.js
var receive_file_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var receive_file_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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










/** Above the size of any chunk, so that the sink never asks the body to wait. */
const SINK_BYTES = 1024 * 1024;
/**
 * Streams a body to disk one chunk at a time, hashing and checking it on the way, and gives the file the extension of
 * what it is. The body is read to its end or destroyed. Whatever fails, nothing of it stays on disk.
 */
async function receiveFile(body, expected, file) {
    const base = external_node_path_.join(file.folder, ...file.output.split('/'));
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const part = receive_file_addDisposableResource(env_1, await openPartFile(base, file.unique), true);
            return await receive(body, expected, file, part);
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            const result_1 = receive_file_disposeResources(env_1);
            if (result_1)
                await result_1;
        }
    }
    catch (error) {
        return { ok: false, error: unwritable(error) };
    }
    finally {
        body.destroy();
    }
}
async function receive(body, expected, file, part) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    const inspector = createContentInspector();
    const ended = {};
    let bytes = 0;
    // All of the work on a chunk is done before the next one is read. Waiting for each write would let chunks pile up
    // in the streams before it: eight downloads at a time took 20 MB more, and longer.
    const sink = new external_node_stream_.Writable({
        highWaterMark: SINK_BYTES,
        write: (chunk, _encoding, done) => {
            bytes += chunk.length;
            if (bytes > expected.maxBytes)
                ended.failure = { kind: 'unusable', reason: tooLarge(expected.maxBytes) };
            const unusable = inspector.push(chunk);
            if (unusable !== undefined)
                ended.failure ??= { kind: 'damaged', ...unusable };
            if (ended.failure !== undefined) {
                done(new Error(ended.failure.reason));
                return;
            }
            hash.update(chunk);
            try {
                part.write(chunk);
            }
            catch (error) {
                ended.failure = unwritable(error);
                done(error);
                return;
            }
            file.sweep(chunk.length);
            done();
        },
    });
    try {
        await (0,external_node_stream_promises_.pipeline)(body, sink);
    }
    catch (error) {
        // The network failed, not the server: sat out like any other outage.
        const all = expected.bytes === undefined ? 'all' : `all ${expected.bytes} bytes`;
        const reason = `the connection broke before ${all} came: ${(0,describe_error/* describeError */.U)(error)}`;
        return { ok: false, error: ended.failure ?? { kind: 'outage', reason } };
    }
    const content = inspector.finish();
    if (!content.ok)
        return { ok: false, error: { kind: 'damaged', ...content.error } };
    const { type, dimensions, oddity } = content.value;
    const sha256 = hash.digest('hex');
    if (oddity !== undefined && expected.seen !== sha256)
        return { ok: false, error: { kind: 'damaged', reason: oddity, bytes: sha256 } };
    const named = nameFile(file.folder, file.output, { type, sha256 });
    await part.commit(named.absolutePath);
    const odd = oddity === undefined ? {} : { oddity };
    return { ok: true, value: { ...named, sha256, bytes, type, ...dimensions, ...odd } };
}
/** A disk that is full or read-only stays so for this run; a shortage of the machine passes. */
function unwritable(error) {
    return {
        kind: (0,shortage/* isShortage */.o)(error) ? 'outage' : 'disk',
        reason: `the file cannot be written: ${(0,describe_error/* describeError */.U)(error)}`,
    };
}

;// CONCATENATED MODULE: ./download/try-download.js






const MAX_REDIRECTS = 5;
/**
 * One try: asks for the address, follows redirects with every hop checked like the first, and streams what comes to
 * disk. Nothing is sent but the address itself; in particular no credentials.
 */
async function tryDownload(address, file, deps) {
    let url = URL.parse(address);
    if (url === null)
        return try_download_failed('unusable', '', `the service named ${quoteAddress(address)}, which is not an address`);
    for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
        const host = bareHost(url);
        const refusal = refuseAddress(url, deps.outputHosts);
        if (refusal !== undefined)
            return try_download_failed(refusal.kind, host, refusal.reason);
        let answer;
        try {
            answer = await deps.reader.get(url, deps.signal);
        }
        catch (error) {
            if (error instanceof AddressRefused)
                return try_download_failed('refused', host, (0,describe_error/* describeError */.U)(error));
            // Tried a few times only: no run is long enough for someone to change a certificate.
            const untrusted = (0,untrusted_certificate/* describeUntrusted */._)(error);
            return try_download_failed(untrusted === undefined ? 'outage' : 'damaged', host, untrusted ?? (0,describe_error/* describeError */.U)(error));
        }
        const verdict = judgeAnswer(answer.status, answer.header, deps.maxBytes, deps.nowMs());
        if (verdict.kind === 'body') {
            const expected = { bytes: verdict.expectedBytes, maxBytes: deps.maxBytes, seen: deps.seen };
            const received = await receiveFile(answer.body, expected, file);
            return received.ok ? received : { ok: false, error: { host, ...received.error } };
        }
        // Its body says nothing that is needed; the connection is closed with it.
        answer.body.destroy();
        if (verdict.kind === 'failure') {
            return { ok: false, error: { ...verdict.failure, host } };
        }
        const next = URL.parse(verdict.location, url.href);
        if (next === null)
            return try_download_failed('damaged', host, 'it redirects to an address that cannot be read');
        url = next;
    }
    return try_download_failed('damaged', bareHost(url), `more than ${MAX_REDIRECTS} redirects`);
}
function try_download_failed(kind, host, reason) {
    return { ok: false, error: { kind, host, reason } };
}

;// CONCATENATED MODULE: ./download/create-downloader.js










const LIMITS = {
    maxBytes: 512 * 1024 * 1024,
    vanishedTries: 4,
    damagedTries: 4,
    silenceMs: 60_000,
    atOnce: 8,
};
/**
 * Opens the way from output addresses to verified files under `folder`. Those that wait for their next try do not keep
 * others from theirs. Dispose of it to close its connections.
 */
function createDownloader(deps) {
    const { clock, random, log } = deps;
    const limits = { ...LIMITS, ...deps.limits };
    const reader = createOutputReader({ ...deps, limits });
    const sweep = createBufferSweeper();
    const places = createPlaces(() => limits.atOnce);
    let begun = 0;
    return {
        download: async (url, output, signal) => {
            begun += 1;
            const unique = `${begun}-${(0,unique_suffix/* uniqueSuffix */.v)(random)}`;
            const file = { folder: deps.folder, output, unique, sweep };
            const parts = { ...deps, reader, maxBytes: limits.maxBytes, nowMs: () => clock.now(), signal };
            let count = NO_FAILURES;
            let before;
            const last = await (0,retry/* retry */.L)(async (tries) => {
                const place = await places.enter(signal);
                if (place === undefined) {
                    const error = before ?? notBegun(url, signal);
                    return { kind: 'done', value: { result: { ok: false, error }, tries } };
                }
                const trying = tryDownload(url, file, { ...parts, seen: count.seen });
                const result = await trying.finally(() => {
                    place.leave();
                });
                const value = { result, tries };
                if (result.ok || signal.aborted)
                    return { kind: 'done', value };
                before = result.error;
                count = countFailure(count, result.error);
                const waitMs = nextTryMs(count, result.error, limits, random);
                if (waitMs === undefined)
                    return { kind: 'done', value };
                log.debug(`${output}: ${result.error.host}: ${(0,retry/* describeRetry */.e)(result.error.reason, waitMs)}`);
                return { kind: 'again', value, waitMs };
            }, { clock, signal });
            if (last.result.ok)
                return last.result;
            const failure = last.result.error;
            return {
                ok: false,
                error: signal.aborted
                    ? describeStopped(failure, signal)
                    : describeLastFailure(failure, count, last.tries),
            };
        },
        [Symbol.asyncDispose]: async () => {
            await reader[Symbol.asyncDispose]();
        },
    };
}
/** It ran out of time before its first try. */
function notBegun(address, signal) {
    const url = URL.parse(address);
    return { kind: 'outage', host: url === null ? '' : bareHost(url), reason: (0,describe_error/* describeError */.U)(signal.reason) };
}

;// CONCATENATED MODULE: ./lock/recorded-phases.js
/** More would say little more, and older ones less. */
const MOST = 100;
/** The phases of these models' newest jobs that one run followed from submit to end, from some lock files; pure. */
function listPhases(locks, models) {
    // Several branches may record the same job.
    const byJob = new Map(locks.flatMap(({ edits }) => [...edits.values()].map((entry) => [entry.requestId, entry])));
    return [...byJob.values()]
        .filter((entry) => models.has(entry.model))
        .toSorted((a, b) => Date.parse(b.finishedAt) - Date.parse(a.finishedAt))
        .flatMap(({ queuedMs, runningMs }) => queuedMs === undefined || runningMs === undefined ? [] : [{ queuedMs, runningMs }])
        .slice(0, MOST);
}

;// CONCATENATED MODULE: ./jobs/budget/limit-to-approved.js
/**
 * A budget that lets only some edits be sent, whatever happens during the run: another run may leave an edit unsent that
 * it was working on, and this one would send it. `shard` is the part of the plan that the run does.
 */
function limitToApproved(budget, { maySend }, shard) {
    if (maySend === undefined)
        return budget;
    const refusal = describeRefusal(shard);
    return { ...budget, reserve: (edit) => (maySend.has(edit.id) ? budget.reserve(edit) : refusal) };
}
function describeRefusal(shard) {
    switch (shard?.kind) {
        case undefined: {
            const message = 'Not sent: the plan file does not have it as an edit to send. Plan again, and apply the new plan.';
            return { code: 'not-planned', message };
        }
        case 'part': {
            const message = 'Not sent: another part of the plan makes it, and has not delivered it. Run the failed jobs again.';
            return { code: 'not-planned', message };
        }
        case 'merge': {
            const message = 'Not sent: the job that was to make it ended without it. Run the failed jobs again, or the workflow.';
            return { code: 'interrupted', message };
        }
    }
}

;// CONCATENATED MODULE: ./jobs/budget/share-limits.js
/**
 * The limits of a job that does a part of a plan (0 to 1); pure. The plan as a whole was checked before, so the number of edits
 * needs no share. What other jobs of the plan have spent of the month since it was made is from their own shares.
 */
function shareLimits(limits, { part, monthSpentUsd }) {
    if (part === 1)
        return limits;
    const { maxCostUsd, month } = limits;
    const left = month === undefined ? 0 : month.limitUsd - (monthSpentUsd ?? month.spent.costUsd);
    return {
        ...limits,
        ...(maxCostUsd !== undefined && { maxCostUsd: maxCostUsd * part }),
        ...(month !== undefined && {
            month: { ...month, limitUsd: Math.min(month.limitUsd, month.spent.costUsd + left * part) },
        }),
    };
}

// EXTERNAL MODULE: ./shared/gate.js
var gate = __webpack_require__(31352);
// EXTERNAL MODULE: ./ledger/life/describe-entry.js
var describe_entry = __webpack_require__(86208);
;// CONCATENATED MODULE: ./jobs/endings.js



/** The outcome of an edit that ended in this way. */
function endEdit(edit, ending) {
    const nothing = { outputUrls: [], files: [], unchangedFiles: [], timings: {}, warnings: [] };
    return { edit, ...nothing, ...ending };
}
/**
 * The ending of an edit that was or may have been paid for, and cannot be collected: with its age, the run that sent
 * it, its request id if there is one, and what to do.
 */
function holdEdit(entry, nowMs) {
    const what = (0,describe_entry/* describeUnknown */.E)(entry, nowMs);
    if ((0,change_entry/* hasAnswer */.H1)(entry)) {
        const { requestId, submittedAtMs } = entry;
        const message = `It was not sent: ${what}. Only a run with \`on-unknown: resubmit\` has it made, and pays, again.`;
        const job = { kind: 'lost', requestId, submittedAtMs, isRecorded: true };
        return { state: 'unknown', job, error: { code: 'unknown-submit', message } };
    }
    const message = `It was not sent, because it may be paid for already: ${what}. ` +
        'Look for it among your requests on RunComfy; a run with `on-unknown: resubmit` sends it again.';
    return { state: 'unknown', job: { kind: 'maybe-sent' }, error: { code: 'unknown-submit', message } };
}
/**
 * The ending of an edit that another run delivered: unchanged, with fresh addresses for the edits that use it, if the
 * service still has them. Never throws: a surprise is the edit's failure.
 */
async function takeDelivered({ files, requestId }, { queue, deadline }) {
    try {
        const result = await queue.result(requestId, deadline.signal);
        const outputUrls = result.ok && result.value.kind === 'succeeded' ? result.value.output.urls : [];
        return { state: 'unchanged', job: { kind: 'delivered', requestId }, unchangedFiles: files, outputUrls };
    }
    catch (error) {
        const message = `Another run delivered it (request ${requestId}), but an internal error came up here: ${(0,describe_error/* describeError */.U)(error)}. Run again: it is taken from the branch, at no cost.`;
        return { state: 'failed', job: { kind: 'none' }, error: { code: 'internal-error', message } };
    }
}

;// CONCATENATED MODULE: ./jobs/stop-reason.js


/** The reason with which a run stops submitting after an error that would affect every edit. */
class RunStopped extends Error {
    name = 'RunStopped';
    /** What happened and what to do, in sentences. */
    details;
    constructor(why, details) {
        super(why);
        this.details = details;
    }
}
function readStopReason(signal) {
    const reason = signal.reason;
    const why = (0,describe_error/* describeError */.U)(reason);
    if (reason instanceof shared_deadline/* DeadlineExceeded */.m)
        return { code: 'deadline', why };
    if (!(reason instanceof RunStopped))
        return { code: 'interrupted', why };
    return { code: 'run-stopped', why, ...(reason.details !== undefined && { details: reason.details }) };
}
/** Says what a stop means for an edit, e.g. `Not sent: WHY.`, with the details. */
function describeStop(what, { why, details }) {
    return `${what}: ${why}.${details === undefined ? '' : ` ${details}`}`;
}
/** The error of an edit that was not sent at all; `lastKnown` is what was known until then, in sentences. */
function readNotSentReason(signal, lastKnown = '') {
    const reason = readStopReason(signal);
    const isKnown = lastKnown === '' || reason.details?.includes(lastKnown) === true;
    const before = isKnown ? '' : ` Before that: ${lastKnown}`;
    // The error that stopped the run already says what to do.
    const next = reason.code === 'run-stopped' ? '' : ' Run again to have it made.';
    return { code: reason.code, message: `${describeStop('Not sent', reason)}${before}${next}` };
}

;// CONCATENATED MODULE: ./jobs/follow/end-stopped.js


/**
 * Ends an edit whose job was not done in time, or whose run is being stopped. A job of this run that was last seen in
 * the queue is cancelled, which costs nothing, unless the run only ran out of time and is to leave it; one that runs,
 * or may run, stays pending: it will be charged.
 */
async function endStopped(edit, { requestId, submittedAtMs, isOurs }, { signal, isQueued, lastKnown }, deps) {
    const reason = readStopReason(signal);
    const { code } = reason;
    const known = lastKnown === '' ? '' : ` ${lastKnown}`;
    const why = `${describeWhy(edit, reason, deps)}${known}`;
    const isLeft = code === 'deadline' && deps.onTimeout === 'leave';
    // On a fresh signal: the one that stopped the edit would stop this too. The call is short anyway.
    const answer = isQueued && isOurs && !isLeft
        ? await deps.queue.cancel(requestId, new AbortController().signal)
        : undefined;
    if (answer === 'cancelled') {
        const message = `${why} It was cancelled in the service's queue (request ${requestId}): nothing is charged for it.`;
        const job = { kind: 'over-empty', requestId, submittedAtMs };
        return { state: 'cancelled', job, error: { code, message } };
    }
    const message = `${why} ${describeCancel(answer)}${describePending(requestId, deps)}`;
    return { state: 'pending', job: { kind: 'open', requestId, submittedAtMs }, error: { code, message } };
}
function describeWhy(edit, reason, { deadline }) {
    const isOwnTime = reason.code === 'deadline' && !deadline.signal.aborted;
    if (isOwnTime)
        return `It ran out of time: it was not done within ${(0,duration/* formatDuration */.a3)(edit.timeoutMs)}.`;
    // Only jobs of other runs are known before anything is sent.
    return describeStop(reason.code === 'run-stopped' ? 'Not collected' : 'Stopped', reason);
}
function describeCancel(answer) {
    switch (answer) {
        case undefined:
            return '';
        case 'not-cancellable':
            return 'It could no longer be cancelled. ';
        case 'unconfirmed':
            return 'The service did not confirm whether it was cancelled. ';
    }
}
/** What becomes of a job that no run waits for anymore. */
function describePending(requestId, { queue, keepsRecord }) {
    const next = keepsRecord
        ? 'The job may still be running and will be charged; the next run collects it without paying again. Its'
        : 'The job may still be running and will be charged; its';
    return `${next} result stays readable at ${queue.resultUrl(requestId)}.`;
}

;// CONCATENATED MODULE: ./jobs/follow/check-files.js

/** What is worth knowing about an edit's files although nothing is wrong with them: one line each. */
function checkFiles(edit, files) {
    const warnings = files.flatMap((file) => judgeSize(file, edit));
    for (const { path, oddity } of files) {
        if (oddity !== undefined)
            warnings.push(`${path}: ${oddity}. The service sent the same bytes twice, so this is what it made.`);
    }
    if (edit.forceSingle && files.length > 1)
        warnings.push(`The service made ${(0,shared_format/* plural */.LS)(files.length, 'picture')}, although one was asked for (\`force-single\`).`);
    return warnings;
}
/** Only the default model has sizes in pixels. */
function judgeSize({ path, width, height }, { size: asked }) {
    if (asked === undefined || width === undefined || height === undefined)
        return [];
    if (width === asked.width && height === asked.height)
        return [];
    return [`${path} is ${width}x${height}, though ${asked.width}x${asked.height} was asked for.`];
}

;// CONCATENATED MODULE: ./jobs/follow/collect-outputs.js

/**
 * Downloads all outputs of a job, one after the other. If an address no longer works, the result is read again, which
 * gives fresh addresses. One that cannot be fetched does not keep the others from being fetched: all are paid for.
 */
async function collectOutputs(edit, requestId, urls, { files: ports, queue, takenOutputs }, signal) {
    const paths = (0,outputs/* numberOutputs */.eN)(edit.output, urls.length, takenOutputs);
    const files = [];
    let addresses = urls;
    let isFresh = false;
    let error;
    for (const [index, path] of paths.entries()) {
        let fetched = await ports.download(addresses[index] ?? '', path, signal);
        if (!fetched.ok && fetched.error.kind === 'vanished' && !isFresh && !signal.aborted) {
            isFresh = true;
            const again = await queue.result(requestId, signal);
            if (again.ok && again.value.kind === 'succeeded' && again.value.output.urls.length === urls.length) {
                addresses = again.value.output.urls;
                fetched = await ports.download(addresses[index] ?? '', path, signal);
            }
        }
        if (fetched.ok)
            files.push(fetched.value);
        else if (error === undefined || (!mayCome(error) && mayCome(fetched.error)))
            error = fetched.error;
        if (signal.aborted)
            break;
    }
    return { files, urls: addresses, ...(error !== undefined && { error }) };
}
function mayCome({ kind }) {
    return kind !== 'permanent';
}

;// CONCATENATED MODULE: ./ledger/life/is-given-up.js
/** Young jobs are never given up: a gateway that is broken for a while may answer that they do not exist. */
const GIVEN_UP_AFTER_MS = 60 * 60_000;
/**
 * Whether a job whose pictures cannot be fetched now is given up: then no run looks for it again, and it is made again
 * only with consent. Only a later run than the one that submitted it may decide that (`isOurs` is false). Pure.
 *
 * A job that is dated well ahead was submitted by a machine with a wrong clock, and the service did not say what time it
 * was. That says nothing about its age, and does not keep it young until that date. Only a server's clock shows it: the
 * wrong clock may be the one of this machine.
 */
function isGivenUp({ submittedAtMs, isOurs }, { localMs, serverMs }) {
    if (isOurs)
        return false;
    const ageMs = (serverMs ?? localMs) - submittedAtMs;
    return ageMs > GIVEN_UP_AFTER_MS || (serverMs !== undefined && -ageMs > GIVEN_UP_AFTER_MS);
}

;// CONCATENATED MODULE: ./jobs/follow/missing.js

/** A job whose pictures are to come later. */
function openJob({ requestId, submittedAtMs }) {
    return { kind: 'open', requestId, submittedAtMs };
}
/** A job that was paid for and whose pictures cannot be fetched now: a later run looks again, or no run does. */
function judgeMissing(job, { clock, queue }) {
    const { requestId, submittedAtMs } = job;
    const localMs = clock.now();
    const aheadMs = queue.aheadMs();
    const serverMs = aheadMs === undefined ? undefined : localMs + aheadMs;
    return isGivenUp(job, { localMs, serverMs })
        ? { kind: 'lost', requestId, submittedAtMs, isRecorded: false }
        : openJob(job);
}
/** What becomes of it, to follow another sentence; empty if no later run knows about it. */
function missing_describeMissing({ kind }, { keepsRecord }) {
    if (!keepsRecord)
        return '';
    return kind === 'lost'
        ? ' It is given up: only a run with `on-unknown: resubmit` has it made, and pays, again.'
        : ' It counts as paid for: the next run looks for it again, and does not pay again.';
}

;// CONCATENATED MODULE: ./jobs/follow/fetch-outputs.js





/** Fetches what a job made, within the run's time, and says how that ended. */
async function fetchOutputs(edit, job, { urls, unread }, deps) {
    const { signal } = deps.deadline;
    const { requestId, submittedAtMs } = job;
    deps.onChange({ kind: 'downloading', edit });
    const startedAtMs = deps.clock.now();
    const collected = await collectOutputs(edit, requestId, urls, deps, signal);
    const { files, urls: outputUrls } = collected;
    const error = collected.error ?? judgeTypes(files, deps.files);
    const timings = { downloadMs: deps.clock.now() - startedAtMs };
    const warnings = [
        ...checkFiles(edit, files),
        ...(unread === undefined ? [] : [`The service also gave an output in an unknown form: ${unread}.`]),
    ];
    const facts = { files, outputUrls, timings, warnings };
    if (error === undefined && files.length === urls.length)
        return { state: 'succeeded', job: { kind: 'made', requestId, submittedAtMs }, ...facts };
    const got = files.length === 0 ? '' : ` ${files.length} of ${(0,shared_format/* plural */.LS)(urls.length, 'picture')} downloaded.`;
    const where = `The picture is paid for; the result stays readable at ${deps.queue.resultUrl(requestId)}.${got}`;
    if (signal.aborted) {
        const reason = readStopReason(signal);
        const known = error === undefined ? '' : ` ${error.message}`;
        const message = `${describeStop('Stopped while downloading', reason)}${known} ${where}${describeNext('passing', deps)}`;
        return { state: 'pending', job: openJob(job), ...facts, error: { code: reason.code, message } };
    }
    const failed = error ?? {
        kind: 'passing',
        code: 'download-failed',
        message: 'Not every picture came.',
    };
    const end = (fact, next) => {
        const message = `${failed.message} ${where}${next}`;
        return { state: 'failed', job: fact, ...facts, error: { code: failed.code, message } };
    };
    if (failed.code === 'output-unusable')
        return end({ ...openJob(job), isUnusable: true }, ONLY_FORCE);
    if (failed.kind !== 'vanished')
        return end(openJob(job), describeNext(failed.kind, deps));
    const missing = judgeMissing(job, deps);
    return end(missing, missing_describeMissing(missing, deps));
}
/**
 * Whether the files can go where the run delivers: a branch does not accept what is not known to be a picture or video.
 */
function judgeTypes(files, { takesUnknownFiles }) {
    const unknown = files.filter(({ type }) => type === 'application/octet-stream');
    if (takesUnknownFiles || unknown.length === 0)
        return undefined;
    const names = unknown.map(({ path }) => `\`${path}\``).join(', ');
    const message = `What the service made is not a picture or video of a known type, so it cannot go to the branch: ${names}.`;
    return { kind: 'permanent', code: 'output-unusable', message };
}
const ONLY_FORCE = ' Another run gets the same. To have the edit made again, and pay again, name it in `force`.';
/** For what was paid for and did not come this time. */
function describeNext(kind, { keepsRecord }) {
    if (kind === 'permanent')
        return ' Another run with the same settings gets the same.';
    return keepsRecord ? ' The next run fetches it without paying again.' : '';
}

// EXTERNAL MODULE: ./shared/wait.js
var wait = __webpack_require__(14926);
;// CONCATENATED MODULE: ./jobs/follow/describe-last.js
/** What is known about a job whose wait is over: sentences, or empty. `lastTry`: the last read, if that failed. */
function describeLast(seen, lastTry) {
    const tried = lastTry === undefined ? '' : `The last try to ask: ${lastTry}`;
    return [seen === undefined ? '' : describeSighting(seen), tried].filter((text) => text !== '').join(' ');
}
function describeSighting(seen) {
    switch (seen.kind) {
        case 'queued': {
            const position = seen.position === undefined ? '' : ` at position ${seen.position}`;
            return `The service last said that it was in the queue${position}.`;
        }
        case 'running':
            return 'The service last said that it was running.';
        case 'unrecognized':
            return `The service last said "${seen.word}", an unknown word.`;
    }
}

;// CONCATENATED MODULE: ./jobs/follow/ended-result.js
/** Whether an answer is the last one about a job. */
function isEnd(seen) {
    switch (seen.kind) {
        case 'queued':
        case 'running':
            return false;
        case 'unrecognized':
            return 'hasEnded' in seen && seen.hasEnded;
        case 'succeeded':
        case 'failed':
        case 'no-output':
        case 'unreadable':
        case 'cancelled':
            return true;
    }
}

;// CONCATENATED MODULE: ./jobs/follow/next-read.js
/** A last read is sent so long before the deadline, so that what has ended by then still counts. */
const LAST_READ_MS = 1000;
/** Unless the job was read shortly before. */
const SHORTEST_MS = 500;
/** When to read a job next; pure. May be after the deadline, whose signal ends the wait. */
function nextReadAtMs({ nowMs, lastReadMs, wishedMs, notBeforeMs, deadlineMs }) {
    // The clock may jump past the deadline before its timer fires: the signal must not be outrun.
    if (nowMs >= deadlineMs)
        return nowMs + SHORTEST_MS;
    const dueMs = Math.max(wishedMs, notBeforeMs);
    const lastMs = deadlineMs - LAST_READ_MS;
    return dueMs > lastMs && lastMs - lastReadMs >= SHORTEST_MS ? lastMs : dueMs;
}

;// CONCATENATED MODULE: ./jobs/follow/wait-until-due.js


/** After so long it is asked again when to read: other jobs may have shown how long such jobs take. */
const PLAN_AGAIN_MS = 1000;
/** Waits until the job is to be read and it is its turn; false if the signal ended the wait. */
async function waitUntilDue(reads, last, { clock, deadlineMs }, signal) {
    let { lastReadMs, notBeforeMs } = last;
    let latestMs = lastReadMs;
    for (;;) {
        const nowMs = clock.now();
        // If the clock was set back, these times go back with it: otherwise nothing is due until it has caught up.
        const backMs = Math.max(0, latestMs - nowMs);
        lastReadMs -= backMs;
        notBeforeMs -= backMs;
        latestMs = nowMs;
        const wishedMs = nowMs + reads.nextWaitMs(nowMs);
        const dueInMs = nextReadAtMs({ nowMs, wishedMs, deadlineMs, lastReadMs, notBeforeMs }) - nowMs;
        const waitMs = dueInMs > 0 ? Math.min(PLAN_AGAIN_MS, Math.ceil(dueInMs)) : reads.turn(nowMs);
        if (waitMs === 0)
            return !signal.aborted;
        if (!(await (0,wait/* wait */.u)(clock, waitMs, signal)))
            return false;
    }
}

;// CONCATENATED MODULE: ./jobs/follow/wait-for-job.js




/**
 * Waits until a job is over: by `/status` while it may be queued, because that gives its position; otherwise by
 * `/result`, because that gives everything. The reads themselves wait out outages. An unknown word is reported, and the wait
 * goes on unless the answer reads as one about a job that is over.
 */
async function waitForJob(job, deps, signal) {
    const startedAtMs = deps.clock.now();
    const reads = job.isOurs
        ? deps.reads.follow(startedAtMs)
        : deps.reads.collect(job.submittedAtMs, startedAtMs);
    try {
        return await readUntilOver(job.requestId, reads, deps, signal);
    }
    finally {
        reads.leave();
    }
}
async function readUntilOver(requestId, reads, deps, signal) {
    const { clock } = deps;
    let phase = 'queued';
    let lastReadMs = clock.now();
    let notBeforeMs = lastReadMs;
    let lastSeen;
    const stopped = (lastTry) => ({
        kind: 'stopped',
        isQueued: phase === 'queued',
        lastKnown: describeLast(lastSeen, lastTry),
    });
    const pace = {
        slowDown: () => {
            deps.reads.slowDown(clock.now());
        },
        waitForTurn: async () => {
            let waitMs = reads.turn(clock.now());
            while (waitMs > 0 && (await (0,wait/* wait */.u)(clock, waitMs, signal)))
                waitMs = reads.turn(clock.now());
        },
    };
    for (;;) {
        if (!(await waitUntilDue(reads, { lastReadMs, notBeforeMs }, deps, signal)))
            return stopped();
        const by = reads.isMaybeQueued() ? 'status' : 'result';
        const read = await readJob(requestId, by, deps.queue, pace, signal);
        if (!read.ok) {
            if (signal.aborted)
                return stopped(read.error.lastTry);
            return { kind: 'given-up', error: read.error };
        }
        lastReadMs = clock.now();
        notBeforeMs = lastReadMs + (read.retryAfterMs ?? 0);
        const seen = read.value;
        if (isEnd(seen))
            return { kind: 'ended', result: seen, timings: reads.ended(lastReadMs) };
        reads.saw(lastReadMs, seen);
        if (seen.kind !== 'unrecognized')
            phase = seen.kind;
        const sighting = seen.kind === 'unrecognized' ? { kind: 'unrecognized', word: seen.word } : seen;
        if (JSON.stringify(sighting) !== JSON.stringify(lastSeen))
            deps.onSighting(sighting);
        lastSeen = sighting;
    }
}
/**
 * One read of a job; after `ended`, the result is read at once, and so it is after an unknown word: the result may be
 * there nevertheless.
 */
async function readJob(requestId, by, queue, pace, signal) {
    if (by === 'result')
        return await queue.result(requestId, signal, pace);
    const status = await queue.status(requestId, signal, pace);
    if (!status.ok)
        return status;
    const { value } = status;
    switch (value.kind) {
        case 'queued':
        case 'running':
        case 'cancelled':
            return { ...status, value };
        case 'ended':
            return await queue.result(requestId, signal, pace);
        case 'unrecognized': {
            const result = await queue.result(requestId, signal, pace);
            return result.ok && isEnd(result.value) ? result : { ...status, value };
        }
    }
}

;// CONCATENATED MODULE: ./jobs/follow/follow-job.js
var follow_job_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var follow_job_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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
 * Waits for an accepted job within the edit's own time, which begins here, and collects what it made. Downloads have
 * the run's time: a picture that was paid for at the last moment is still fetched.
 */
async function followJob(edit, job, deps) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const deadline = follow_job_addDisposableResource(env_1, (0,shared_deadline/* startDeadline */.d)(deps.clock, edit.timeoutMs, 'the edit', deps.deadline.signal), false);
        const { signal } = deadline;
        const waited = await waitForJob(job, {
            ...deps,
            deadlineMs: Math.min(deadline.atMs, deps.deadline.atMs),
            onSighting: (sighting) => {
                deps.onChange({ edit, ...sighting });
            },
        }, signal);
        switch (waited.kind) {
            case 'stopped':
                return await endStopped(edit, job, { ...waited, signal }, deps);
            case 'given-up':
                return endRefused(job, waited.error, deps);
            case 'ended': {
                deps.onJobEnd(readCost(waited.result));
                const ending = await endResult(edit, job, waited.result, deps);
                return { ...ending, timings: { ...waited.timings, ...ending.timings } };
            }
        }
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        follow_job_disposeResources(env_1);
    }
}
/** The service refuses to report on the job. It was accepted, so it counts as paid for until a person has looked. */
function endRefused(job, { code, message, stopsRun }, deps) {
    if (stopsRun)
        deps.stopRun(message);
    // "Not found" means lost or expired: waiting longer would not bring it back, and sending it again could cost twice.
    if (code === 'not-found') {
        const fact = judgeMissing(job, deps);
        return {
            state: 'unknown',
            job: fact,
            error: { code, message: `${message}${missing_describeMissing(fact, deps)}` },
        };
    }
    const text = `${message} ${describePending(job.requestId, deps)}`;
    return { state: 'pending', job: openJob(job), error: { code, message: text } };
}
async function endResult(edit, job, result, deps) {
    const { requestId, submittedAtMs } = job;
    const over = { kind: 'over-empty', requestId, submittedAtMs };
    switch (result.kind) {
        case 'succeeded':
            return { ...costOf(result), ...(await fetchOutputs(edit, job, result.output, deps)) };
        case 'cancelled': {
            const message = `The job was cancelled at the service (request ${requestId}). Run again to have it made.`;
            return { state: 'cancelled', job: over, error: { code: 'cancelled', message } };
        }
        case 'failed': {
            const message = `The service could not make it (request ${requestId}): ${result.message}.`;
            if (result.isOutOfBalance)
                deps.stopRun(message);
            return { state: 'failed', job: over, ...costOf(result), error: { code: 'job-failed', message } };
        }
        case 'no-output': {
            const why = result.reason === undefined ? '' : `: ${result.reason}`;
            const what = `The service says that it was made, and names no output (request ${requestId})${why}.`;
            return { ...costOf(result), ...endMissing(job, 'no-output', what, deps) };
        }
        case 'unreadable': {
            const what = `It was made and is paid for, but the form of its output is unknown: ${result.shape}. A person has to look: the result stays readable at ${deps.queue.resultUrl(requestId)}.`;
            return { ...costOf(result), ...endMissing(job, 'output-unreadable', what, deps) };
        }
        case 'unrecognized': {
            const why = result.reason === undefined ? '' : ` (${result.reason})`;
            const what = `The service ended it with the status "${result.word}"${why}, which is unknown, and names no output. A person has to look: the result stays readable at ${deps.queue.resultUrl(requestId)}.`;
            return endMissing(job, 'unrecognized-status', what, deps);
        }
    }
}
/** Paid for, certainly or perhaps, and no pictures that could be fetched now. */
function endMissing(job, code, what, deps) {
    const fact = judgeMissing(job, deps);
    return { state: 'failed', job: fact, error: { code, message: `${what}${missing_describeMissing(fact, deps)}` } };
}
/** A job that is cancelled in the queue is not charged. An unknown cost is not 0. */
function readCost(result) {
    if (result.kind === 'cancelled')
        return 0;
    return result.kind === 'unrecognized' ? undefined : result.costUsd;
}
/** An unknown cost is left out: it is never 0. */
function costOf({ costUsd }) {
    return costUsd === undefined ? {} : { costUsd };
}

// EXTERNAL MODULE: ./media/data-picture.js
var data_picture = __webpack_require__(98319);
;// CONCATENATED MODULE: ./jobs/one-edit/compose-input.js


/** Makes the pictures of an edit sendable; the error is a sentence. */
async function composeInput(edit, deps) {
    try {
        const addresses = await addressNeeds(edit, deps);
        if (!addresses.ok)
            return addresses;
        const imageUrls = await deps.files.makeSendable(edit, addresses.value);
        const input = toWireInput(edit, imageUrls);
        const free = () => {
            imageUrls.filter(data_picture/* isDataPicture */.zl).forEach(data_picture/* freePicture */.xZ);
        };
        return input.ok ? { ok: true, value: { input: input.value, free } } : input;
    }
    catch (error) {
        return { ok: false, error: `${(0,describe_error/* describeError */.U)(error)}.` };
    }
}
/**
 * An edit in the model's own words; `imageUrls` are https URLs or pictures' bytes, in the edit's order. Nothing is sent that the spec
 * does not set, except the settings of the default model.
 */
function toWireInput(edit, imageUrls) {
    const { prompt, size, scale, forceSingle, model, published } = edit;
    const urls = imageUrls.map((url, index) => ({ url, option: edit.images[index]?.option }));
    const references = urls.flatMap(({ url, option }) => (option === undefined ? [url] : []));
    const pictures = [...Map.groupBy(urls, ({ option }) => option)].flatMap(([option, own]) => option === undefined ? [] : [[option, own.map(({ url }) => url)]]);
    const options = {
        ...edit.options,
        ...Object.fromEntries(pictures.map(([key, own]) => [key, shape(key, own)])),
    };
    if (size !== undefined && scale !== undefined) {
        const input = {
            image_urls: references,
            prompt,
            'width×height': size.wire,
            scale,
            force_single: forceSingle,
        };
        return { ok: true, value: { ...input, ...options } };
    }
    if (published === undefined)
        return {
            ok: false,
            error: `The schema of ${model} is not known, so its request cannot be made. Run again.`,
        };
    const { key, isList } = published.references;
    const value = { [key]: isList ? references : (references[0] ?? ''), prompt, ...options };
    return { ok: true, value };
    function shape(key, own) {
        const rule = published?.options.get(key);
        return rule?.type === 'image' && rule.isList ? own : (own[0] ?? '');
    }
}
/** Addresses of the first outputs of the edits that this one needs: made in this run or another, or unchanged. */
async function addressNeeds({ needs }, { outputUrls, unchanged, files, submitSignal }) {
    const addresses = new Map();
    for (const id of needs) {
        const there = unchanged.get(id);
        if (there !== undefined) {
            const address = await files.unchangedOutput(there, submitSignal);
            if (!address.ok)
                return address;
            addresses.set(id, address.value);
            continue;
        }
        const url = outputUrls.get(id);
        // Only another run's output can lack one: those of this run have succeeded.
        if (url === undefined)
            return { ok: false, error: `The output of ${id}, which another run made, has no address. Run again.` };
        addresses.set(id, url);
    }
    return { ok: true, value: addresses };
}

;// CONCATENATED MODULE: ./jobs/one-edit/submit-edit.js




const NO_JOB = { kind: 'none' };
/**
 * Submits an edit that is claimed only for this run, and records what became of it before anything else happens. It is
 * made ready before there is room for its job at the service: claimed, and its pictures in memory, once they fit there
 * beside those of other submits. `progress` says at any time how far it came.
 */
async function submitEdit(edit, progress, deps) {
    const { claims, submitSignal, budget } = deps;
    const excess = budget.reserve(edit);
    if (excess !== undefined)
        return end({ state: 'skipped', job: NO_JOB, error: excess });
    const needed = edit.needs.flatMap((id) => deps.unchanged.get(id) ?? []);
    const bytes = deps.files.uploadBytes(edit, needed);
    deps.expectPlace(edit, bytes > 0 ? 'bytes' : 'urls');
    // Before it takes room in memory: the wait may be long.
    const claim = await claims.claim(edit, submitSignal);
    if (claim.kind !== 'claimed') {
        budget.release(edit);
        return await answerRefusal(claim, deps);
    }
    const sent = await deps.uploadMemory.use(bytes, submitSignal, async () => await sendEdit(edit, claim.id, progress, deps), () => {
        deps.letOthersPass(edit);
    });
    if (sent?.kind === 'sent')
        return await recordAnswer(edit, sent.answer, sent.submittedAtMs, progress, deps);
    budget.release(edit);
    await claims.released(edit);
    return end(sent?.ending ?? notSent(deps));
}
/** Waits for room at the service, and for the budget of that time; the ending says why it may not be sent. */
async function enterService(edit, progress, deps) {
    const place = await deps.enterService(edit, deps.submitSignal);
    if (place === undefined)
        return notSent(deps);
    progress.place = place;
    progress.begunAtMs = deps.clock.now();
    deps.onChange({ kind: 'submitting', edit });
    // Others may have cost more than was reserved for them.
    const excess = deps.budget.reserve(edit);
    return excess && { state: 'skipped', job: NO_JOB, error: excess };
}
function end(ending) {
    return { kind: 'ended', ending };
}
/** What happens to an edit that may not be sent. */
async function answerRefusal(claim, deps) {
    switch (claim.kind) {
        case 'other-run':
            return claim;
        case 'delivered':
            return end(await takeDelivered(claim, deps));
        case 'failed':
            return end(notRecorded(claim.message, deps));
    }
}
/** The sendable pictures are released on return: `data:` URIs must not be in memory during the wait for the job. */
async function sendEdit(edit, key, progress, deps) {
    const { claims, queue, clock, submitSignal, deadline } = deps;
    const input = await composeInput(edit, deps);
    if (submitSignal.aborted)
        return { kind: 'unsent', ending: notSent(deps) };
    if (!input.ok) {
        const error = { code: 'reference-unusable', message: input.error };
        return { kind: 'unsent', ending: { state: 'failed', job: NO_JOB, error } };
    }
    const refusal = await enterService(edit, progress, deps);
    if (refusal !== undefined)
        return { kind: 'unsent', ending: refusal };
    try {
        await claims.posting(edit);
    }
    catch (error) {
        return { kind: 'unsent', ending: notRecorded(`${(0,describe_error/* describeError */.U)(error)}.`, deps) };
    }
    progress.hasLeft = true;
    const sentAtMs = clock.now();
    const call = { model: edit.model, signal: submitSignal, key, endsAtMs: deadline.atMs };
    const answer = await queue.submit(input.value.input, call);
    input.value.free();
    // By the service's clock: runs on other machines judge by it how old the job is.
    return { kind: 'sent', answer, submittedAtMs: sentAtMs + (queue.aheadMs() ?? 0) };
}
async function recordAnswer(edit, answer, submittedAtMs, progress, deps) {
    const { claims, budget } = deps;
    if (answer.kind === 'accepted') {
        const { requestId } = answer;
        const job = { requestId, submittedAtMs };
        progress.job = job;
        await claims.accepted(edit, requestId, submittedAtMs);
        deps.onChange({ kind: 'submitted', edit, requestId });
        return { kind: 'accepted', job };
    }
    const { code, message, stopsRun } = answer.error;
    if (stopsRun)
        deps.stopRun(message);
    if (answer.kind === 'maybe-sent') {
        await claims.maybeSent(edit);
        const next = deps.keepsRecord ? ' Only a run with `on-unknown: resubmit` sends it again.' : '';
        const error = { code, message: `${message}${next}` };
        return end({ state: 'unknown', job: { kind: 'maybe-sent' }, error });
    }
    budget.release(edit);
    await claims.released(edit);
    if (answer.kind === 'rejected')
        return end({ state: 'failed', job: { kind: 'refused', submittedAtMs }, error: { code, message } });
    // Its own reason if it has one: the service accepts nothing until after the run.
    const error = { code: stopsRun ? code : readStopReason(deps.submitSignal).code, message };
    return end({ state: 'skipped', job: NO_JOB, error });
}
/** What cannot be recorded must not be sent: neither this edit nor any that comes after it. */
function notRecorded(reason, deps) {
    const why = `Cannot guarantee that it is submitted only once: ${reason}`;
    if (deps.submitSignal.aborted)
        return notSent(deps, why);
    deps.stopRun(why);
    return { state: 'skipped', job: NO_JOB, error: { code: 'not-recorded', message: `Not sent. ${why}` } };
}
function notSent({ submitSignal }, lastKnown) {
    return { state: 'skipped', job: NO_JOB, error: readNotSentReason(submitSignal, lastKnown) };
}

;// CONCATENATED MODULE: ./jobs/one-edit/run-edit.js





/**
 * Takes one edit to its files on disk: submit, wait, download; or, from the job that an earlier run paid for (`paid`),
 * wait and download. It continues as another run's edit if that run was first. Never throws: whatever goes wrong is
 * part of the outcome, together with the request id once there is one.
 */
async function runEdit(edit, paid, deps) {
    const progress = { hasLeft: false, ...(paid !== undefined && { job: paid }) };
    const after = await tryEdit(edit, paid, progress, deps);
    progress.place?.leave();
    if (after.kind === 'other-run')
        return { kind: 'goes-on', action: after };
    const { ending } = after;
    if (progress.begunAtMs === undefined)
        return { kind: 'ended', outcome: endEdit(edit, ending) };
    const timings = { ...ending.timings, totalMs: deps.clock.now() - progress.begunAtMs };
    return { kind: 'ended', outcome: endEdit(edit, { ...ending, timings }) };
}
async function tryEdit(edit, paid, progress, deps) {
    try {
        if (paid !== undefined)
            return { kind: 'ended', ending: await collectEdit(edit, paid, progress, deps) };
        const after = await submitEdit(edit, progress, deps);
        if (after.kind !== 'accepted')
            return after;
        const onJobEnd = (costUsd) => {
            // Before the next edit is sent: it may be one too many.
            deps.budget.recordCost(edit, costUsd);
            progress.place?.leave();
        };
        const ending = await followJob(edit, { ...after.job, isOurs: true }, { ...deps, onJobEnd });
        // A job that this run has cancelled in the queue is not charged.
        if (ending.state === 'cancelled')
            deps.budget.recordCost(edit, 0);
        return { kind: 'ended', ending };
    }
    catch (error) {
        return { kind: 'ended', ending: await endSurprised(edit, error, progress, deps) };
    }
}
/** Its times do not show how long jobs take: no run looked while it waited. */
async function collectEdit(edit, { requestId, submittedAtMs }, progress, deps) {
    // There is none once the run is over: then it ends at once.
    const place = await deps.enterService(edit, deps.deadline.signal);
    if (place !== undefined)
        progress.place = place;
    progress.begunAtMs = deps.clock.now();
    deps.onChange({ kind: 'collecting', edit, requestId });
    const job = { requestId, submittedAtMs, isOurs: false };
    const onJobEnd = () => place?.leave();
    const ending = await followJob(edit, job, { ...deps, onJobEnd });
    const { downloadMs } = ending.timings ?? {};
    return { ...ending, timings: { ...(downloadMs !== undefined && { downloadMs }) } };
}
/** A surprise on our side does not undo what was, or may have been, paid for. */
async function endSurprised(edit, error, { job, hasLeft }, deps) {
    const code = 'internal-error';
    const what = `An internal error: ${(0,describe_error/* describeError */.U)(error)}.`;
    if (job !== undefined) {
        const { requestId, submittedAtMs } = job;
        const message = `${what} ${describePending(requestId, deps)}`;
        return { state: 'pending', job: { kind: 'open', requestId, submittedAtMs }, error: { code, message } };
    }
    const lost = await recordSurprise(edit, hasLeft, deps);
    if (!hasLeft) {
        const message = `${what} It was not sent.${lost}`;
        return { state: 'failed', job: { kind: 'none' }, error: { code, message } };
    }
    const next = deps.keepsRecord ? ' Only a run with `on-unknown: resubmit` sends it again.' : '';
    const advice = `It may have been sent: look at your requests on RunComfy before it is sent again.${next}`;
    const message = `${what} ${advice}${lost}`;
    return { state: 'unknown', job: { kind: 'maybe-sent' }, error: { code, message } };
}
/** Recording may fail for the same reason. */
async function recordSurprise(edit, hasLeft, { claims, budget }) {
    try {
        if (!hasLeft)
            budget.release(edit);
        await (hasLeft ? claims.maybeSent(edit) : claims.released(edit));
        return '';
    }
    catch (error) {
        return ` That could not be recorded: ${(0,describe_error/* describeError */.U)(error)}.`;
    }
}

;// CONCATENATED MODULE: ./jobs/schedule/next-step.js

/** Decides about an edit that has not begun; pure. */
function planNextStep({ edit, action }, facts) {
    switch (action.kind) {
        case 'skip':
            return skip({ code: 'not-planned', message: action.reason });
        case 'unchanged':
        case 'adopt': {
            const job = { kind: 'delivered', requestId: action.entry.requestId };
            const state = action.kind === 'adopt' ? 'adopted' : 'unchanged';
            return { kind: 'end', ending: { state, job, unchangedFiles: action.files } };
        }
        case 'aside': {
            const { entry } = action;
            const job = { kind: 'delivered', requestId: entry.requestId };
            return { kind: 'end', ending: { state: 'unchanged', job, unchangedFiles: entry.files } };
        }
        case 'hold':
            return { kind: 'end', ending: holdEdit(action.entry, facts.nowMs) };
        case 'collect':
        case 'other-run':
            return action;
        case 'share':
            return planShare(action.with, facts);
        case 'submit':
            return planSubmit(edit, action, facts);
    }
}
function skip(error) {
    return { kind: 'end', ending: { state: 'skipped', job: { kind: 'none' }, error } };
}
function planSubmit({ needs }, action, { ended, isComing, stopped }) {
    for (const id of needs) {
        const state = ended.get(id)?.state;
        if (state === undefined && isComing(id))
            continue;
        if (state === 'succeeded' || state === 'unchanged' || state === 'adopted')
            continue;
        return skip({
            code: 'needs-not-met',
            message: `It uses the output of ${id}, ${describeAbsence(state)}.`,
        });
    }
    if (stopped !== undefined)
        return skip(stopped);
    return needs.every((id) => ended.has(id)) ? action : { kind: 'wait' };
}
/** Sends nothing, so it does not matter what the edit needs, or that nothing more may be submitted. */
function planShare(id, { ended, isComing }) {
    const twin = ended.get(id);
    if (twin?.state === 'succeeded')
        return { kind: 'share', twin };
    if (twin === undefined && isComing(id))
        return { kind: 'wait' };
    if (twin?.state === 'unchanged') {
        const message = `Its picture is that of ${id}, which another run delivered in the meantime. Run again: it is taken from there, at no cost.`;
        return skip({ code: 'delivered-by-other-run', message });
    }
    const message = `Its picture is that of ${id}, ${describeAbsence(twin?.state)}.`;
    return skip({ code: 'shared-edit-not-made', message });
}
function describeAbsence(state) {
    return state === undefined ? 'which is not part of this run' : `which ended as ${state}`;
}
/**
 * A number that is lower for edits whose turn is earlier: first what ends at once or only waits, then what was paid
 * for, and finally what costs money.
 */
function rankEdit({ action }) {
    switch (action.kind) {
        case 'unchanged':
        case 'adopt':
        case 'aside':
        case 'skip':
        case 'hold':
        case 'other-run':
            return 0;
        case 'collect':
            return 1;
        case 'submit':
        case 'share':
            return 2;
    }
}

;// CONCATENATED MODULE: ./jobs/schedule/next-moves.js

/**
 * What to do next; pure. Nothing, if everything that waits depends on what is under way. Another edit may wait for one
 * that ends at once, so nothing that takes room begins after it: the caller asks again.
 */
function nextMoves(run) {
    const facts = { ...run, isComing: (id) => run.waiting.has(id) || run.underWay.has(id) };
    const moves = [];
    const room = run.isOver ? { job: Infinity, copy: Infinity, claim: Infinity } : { ...run.room };
    let hasEnded = false;
    for (const waiting of run.waiting.values()) {
        const step = planNextStep(waiting, facts);
        if (step.kind === 'wait')
            continue;
        const work = workOf(step);
        if (work !== undefined) {
            const claim = step.kind === 'submit' ? 1 : 0;
            if (hasEnded || room[work] <= 0 || room.claim < claim)
                continue;
            room[work] -= 1;
            room.claim -= claim;
        }
        hasEnded ||= step.kind === 'end';
        moves.push({ ...waiting, step });
    }
    return moves.length === 0 && run.underWay.size === 0 ? [...run.waiting.values()].map(giveUp) : moves;
}
/** What an edit needs room for while it is under way. */
function workOf({ kind }) {
    switch (kind) {
        case 'submit':
        case 'collect':
            return 'job';
        case 'share':
            return 'copy';
        case 'other-run':
        case 'end':
            return undefined;
    }
}
/** The edits that are to be submitted, those first that need nothing more: the others may have to wait for long. Pure. */
function listUpcoming(waiting, ended) {
    const ready = [];
    const blocked = [];
    for (const { edit, action } of waiting) {
        if (action.kind !== 'submit')
            continue;
        (edit.needs.every((id) => ended.has(id)) ? ready : blocked).push(edit);
    }
    return [...ready, ...blocked];
}
/** Only a plan whose edits need each other in a circle leaves edits behind; the planner refuses those. */
function giveUp(waiting) {
    const message = 'It needs an edit that can only begin after it.';
    const error = { code: 'needs-not-met', message };
    return { ...waiting, step: { kind: 'end', ending: { state: 'skipped', job: { kind: 'none' }, error } } };
}

;// CONCATENATED MODULE: ./jobs/schedule/open-service.js

/**
 * As many places as `limit` says, given in the order of the turns, which are those of `inTurn`. An edit that is still
 * being made ready keeps later ones from passing, with two exceptions: one that waits for room in memory keeps none
 * waiting, since those that have the room may be waiting for a place; and one that sends bytes keeps those waiting that
 * send bytes too, not those that send only URLs. `onEnter` and `onLeave` are called with the id of an edit that has got
 * its place, or has left it.
 */
function openService(inTurn, limit, { onEnter, onLeave }) {
    const turns = new Map(inTurn.map(({ id }, turn) => [id, turn]));
    /** The turns of those that are being made ready. */
    const coming = new Set();
    /** The turns of those that send bytes. */
    const withBytes = new Set();
    const places = createPlaces(limit, (turn) => {
        const keeps = (earlier) => withBytes.has(turn) || !withBytes.has(earlier);
        return ![...coming].some((other) => other < turn && keeps(other));
    });
    const turnOf = ({ id }) => turns.get(id) ?? 0;
    const stopExpecting = (edit) => {
        if (coming.delete(turnOf(edit)))
            places.admit();
    };
    return {
        admit: () => {
            places.admit();
        },
        expectPlace: (edit, sends) => {
            coming.add(turnOf(edit));
            if (sends === 'bytes')
                withBytes.add(turnOf(edit));
        },
        letOthersPass: stopExpecting,
        leaveLine: stopExpecting,
        enterService: async (edit, signal) => {
            const entering = places.enter(signal, turnOf(edit));
            stopExpecting(edit);
            const place = await entering;
            if (place === undefined)
                return undefined;
            onEnter(edit.id);
            return {
                leave: () => {
                    place.leave();
                    onLeave(edit.id);
                },
            };
        },
    };
}

;// CONCATENATED MODULE: ./jobs/schedule/order-edits.js

/**
 * Edits (each after those it needs) in the order of their turns: by rank, then those first that the longest chain of
 * others waits for, then as they are in the plan. Pure.
 */
function orderEdits(edits) {
    const chains = measureChains(edits);
    return edits.toSorted((a, b) => rankEdit(a) - rankEdit(b) || chainOf(b, chains) - chainOf(a, chains));
}
function chainOf({ id }, chains) {
    return chains.get(id) ?? 0;
}
/** How many jobs come one after the other from each edit on, its own included. A copy of a picture takes no time. */
function measureChains(edits) {
    const chains = new Map();
    const extend = (id, jobs) => {
        chains.set(id, Math.max(chains.get(id) ?? 0, jobs));
    };
    for (const edit of edits.toReversed()) {
        const behind = chainOf(edit, chains);
        const jobs = isMade(edit) ? behind + 1 : behind;
        chains.set(edit.id, jobs);
        for (const id of edit.needs)
            extend(id, jobs);
        if (edit.action.kind === 'share')
            extend(edit.action.with, jobs);
    }
    return chains;
}
/** Whether a job of the service makes it, in this run or another. */
function isMade({ action }) {
    switch (action.kind) {
        case 'submit':
        case 'collect':
        case 'other-run':
            return true;
        case 'share':
        case 'hold':
        case 'unchanged':
        case 'adopt':
        case 'aside':
        case 'skip':
            return false;
    }
}

;// CONCATENATED MODULE: ./jobs/schedule/progress.js


const INTERVAL_MS = 15_000;
/** `progress: 3 of 12 done, 2 running, 4 queued, 1 failed, 1 m 05 s`. */
function renderProgress({ done, total, running, queued, failed }, elapsedMs) {
    const parts = [`${done} of ${total} done`, `${running} running`, `${queued} queued`, `${failed} failed`];
    return `progress: ${parts.join(', ')}, ${(0,duration/* formatDuration */.a3)(elapsedMs)}`;
}
/** Logs a line every 15 s until the returned function is called, so that long work shows progress. */
function startProgress(tally, { clock, log }) {
    const over = new AbortController();
    const startedAtMs = clock.now();
    const report = async () => {
        while (await (0,wait/* wait */.u)(clock, INTERVAL_MS, over.signal))
            log.info(renderProgress(tally.counts(), clock.now() - startedAtMs));
    };
    void report();
    return () => {
        over.abort();
    };
}

;// CONCATENATED MODULE: ./jobs/schedule/share-files.js




/**
 * Ends an edit that is the same as `twin`, which succeeded: with copies of its files at the edit's own paths, and with
 * the facts of the one request that made them. It costs nothing more. Begins nothing once the run is over; never
 * throws.
 */
async function shareFiles(edit, twin, deps) {
    const startedAtMs = deps.clock.now();
    const ending = await copyFiles(edit, twin, deps);
    const timings = { totalMs: deps.clock.now() - startedAtMs };
    return { kind: 'ended', outcome: endEdit(edit, { ...ending, timings }) };
}
async function copyFiles(edit, twin, { files: ports, deadline, takenOutputs }) {
    if (deadline.signal.aborted) {
        const reason = readStopReason(deadline.signal);
        const what = describeStop(`Its picture was not copied from ${twin.edit.id}`, reason);
        const error = { code: reason.code, message: `${what} Run again to have it.` };
        return { state: 'skipped', job: { kind: 'none' }, error };
    }
    const paths = (0,outputs/* numberOutputs */.eN)(edit.output, twin.files.length, takenOutputs);
    const files = [];
    const facts = { outputUrls: twin.outputUrls, costUsd: 0, files };
    try {
        for (const [index, file] of twin.files.entries())
            files.push(await ports.copy(file, paths[index] ?? edit.output));
    }
    catch (error) {
        const message = `Its picture is that of ${twin.edit.id}, which is paid for (request ${twin.job.requestId}), but could not be copied from there: ` +
            `${(0,describe_error/* describeError */.U)(error)}.`;
        return {
            state: 'failed',
            job: { ...twin.job, kind: 'open' },
            ...facts,
            error: { code: 'copy-failed', message },
        };
    }
    return { state: 'succeeded', job: twin.job, ...facts };
}

;// CONCATENATED MODULE: ./jobs/follow/waiting/place-read.js
const LEAST_STEP_MS = 20;
/** Steps grow with the time that the job has run, like the grid of the chances. */
const STEPS = 100;
/**
 * Milliseconds from `nowMs` until the job is worth a read, `longestMs` at most. Reads are placed in proportion to the
 * square root of the hazard rate, which is the chance that the job ends just then if it has not ended before; `price`
 * is that proportion, in reads per sqrt(ms). Pure.
 */
function placeRead(nowMs, starts, times, price, longestMs) {
    const firstMs = Math.min(...starts.map(({ atMs }) => atMs));
    let reads = 0;
    for (let waitMs = 0; waitMs < longestMs;) {
        const rate = price * Math.sqrt(hazardAt(nowMs + waitMs, starts, times));
        const stepMs = Math.max(LEAST_STEP_MS, (nowMs + waitMs - firstMs) / STEPS);
        if (reads + rate * stepMs >= 1)
            return Math.min(longestMs, waitMs + (1 - reads) / rate);
        reads += rate * stepMs;
        waitMs += stepMs;
    }
    return longestMs;
}
/** Per millisecond. */
function hazardAt(atMs, starts, times) {
    let density = 0;
    let survival = 0;
    for (const start of starts) {
        const ranMs = atMs - start.atMs;
        const chance = ranMs >= 0 ? times.at(ranMs) : NOT_STARTED;
        density += start.share * chance.density;
        survival += start.share * chance.survival;
    }
    return density / survival;
}
const NOT_STARTED = { density: 0, survival: 1 };

;// CONCATENATED MODULE: ./jobs/follow/waiting/possible-starts.js
/** As many possible starts are enough: between them, the times that jobs run are spread anyway. */
const possible_starts_MOST = 7;
/** How far the time for some places is from its mean, in standard deviations, in seven parts that are equally likely. */
const NORMAL_SEVENTHS = [-1.47, -0.79, -0.37, 0, 0.37, 0.79, 1.47];
/** What a wait of unknown length still takes, as a multiple of what it has taken so far. */
const AS_LONG_AGAIN = [0.1, 0.25, 0.5, 1, 2, 4, 8];
/** A queue that was met just now is not over at once. */
const LEAST_QUEUED_MS = 1000;
/** When a job may start, or may have started. At least one time. Pure. */
function listPossibleStarts(facts, queue) {
    switch (facts.kind) {
        case 'running':
            return [{ atMs: facts.startedAtMs, share: 1 }];
        case 'unread': {
            const waits = queue.queuedMs.length === 0 ? [0] : thinOut(queue.queuedMs);
            return waits.map((ms) => ({ atMs: facts.acceptedAtMs + ms, share: 1 }));
        }
        case 'queued': {
            const { seenAtMs } = facts;
            return restsOf(facts, queue).map((ms) => ({ atMs: seenAtMs + Math.max(0, ms), share: 1 }));
        }
    }
}
/** How long a queued job may still wait from when it was seen. */
function restsOf({ acceptedAtMs, seenAtMs, place }, { queuedMs, placeMs }) {
    if (place !== undefined && placeMs !== undefined) {
        // As if the places before it were freed by chance, one after the other.
        return NORMAL_SEVENTHS.map((deviation) => placeMs * (place + deviation * Math.sqrt(place)));
    }
    const waitedMs = seenAtMs - acceptedAtMs;
    const longer = queuedMs.filter((ms) => ms > waitedMs);
    if (longer.length > 0)
        return thinOut(longer).map((ms) => ms - waitedMs);
    return AS_LONG_AGAIN.map((times) => times * Math.max(LEAST_QUEUED_MS, waitedMs));
}
/** A few times that represent all. */
function thinOut(times) {
    if (times.length <= possible_starts_MOST)
        return times;
    const sorted = times.toSorted((a, b) => a - b);
    return Array.from({ length: possible_starts_MOST }, (_, n) => sorted[Math.floor(((n + 0.5) * sorted.length) / possible_starts_MOST)] ?? 0);
}

;// CONCATENATED MODULE: ./jobs/follow/waiting/job-reads.js


const job_reads_SHORTEST_MS = 250;
/** Long enough to be rare, short enough to show the place in the queue and that the service still answers. */
const LONGEST_MS = 30_000;
/** The reads of one job; see docs/decisions/0017-waiting.md. */
function createJobReads(job, { budget, times, rate, steady }) {
    const { acceptedAtMs, learns } = job;
    const self = {};
    let facts = { kind: 'unread', acceptedAtMs };
    let { readAtMs, firstWaitMs } = job;
    const leave = () => {
        times.leave(self);
        budget.leave(self);
    };
    const intervalMs = (nowMs) => {
        if (firstWaitMs !== undefined)
            return firstWaitMs;
        const ends = times.at(nowMs);
        const reads = rate.perJob + (rate.perSecond * ends.meanMs) / 1000;
        const starts = listPossibleStarts(facts, times.queue());
        const wishedMs = placeRead(readAtMs, starts, ends, reads / ends.spread, LONGEST_MS);
        return Math.max(job_reads_SHORTEST_MS, wishedMs);
    };
    return {
        leave,
        nextWaitMs: (clockMs) => {
            const nowMs = steady(clockMs);
            const wishedMs = intervalMs(nowMs);
            const dueMs = readAtMs + wishedMs;
            budget.wish(self, { dueMs, intervalMs: Math.max(job_reads_SHORTEST_MS, wishedMs) }, nowMs);
            return Math.max(0, dueMs - nowMs);
        },
        turn: (clockMs) => budget.turn(self, steady(clockMs)),
        isMaybeQueued: () => facts.kind === 'queued' || (facts.kind === 'unread' && times.isQueueUsual()),
        saw: (clockMs, seen) => {
            const nowMs = steady(clockMs);
            budget.answered();
            const before = facts;
            switch (seen.kind) {
                case 'queued': {
                    const { position: place } = seen;
                    facts = { kind: 'queued', acceptedAtMs, seenAtMs: nowMs, ...(place !== undefined && { place }) };
                    times.leave(self);
                    times.sawQueue(true);
                    break;
                }
                case 'running':
                    if (before.kind === 'unread')
                        times.sawQueue(false);
                    if (before.kind !== 'running')
                        facts = { kind: 'running', startedAtMs: startOf(before, nowMs) };
                    if (learns)
                        times.runs(self, startOf(facts, nowMs), nowMs);
                    break;
                case 'unrecognized':
            }
            if (before.kind === 'queued' && before.place !== undefined) {
                const { place, seenAtMs } = before;
                if (facts.kind === 'running')
                    times.pace.moved(Math.max(1, place), facts.startedAtMs - seenAtMs);
                else if (facts.kind === 'queued' && facts.place !== undefined && facts.place < place)
                    times.pace.moved(place - facts.place, nowMs - seenAtMs);
            }
            readAtMs = nowMs;
            firstWaitMs = undefined;
        },
        ended: (clockMs) => {
            const nowMs = steady(clockMs);
            budget.answered();
            if (facts.kind === 'unread')
                times.sawQueue(false);
            const startedAtMs = startOf(facts, nowMs);
            const ranMs = Math.max(0, nowMs - startedAtMs);
            const lastSeenMs = Math.min(ranMs, Math.max(0, readAtMs - startedAtMs));
            // It ended somewhere between the last two reads. If these are far apart, what is known of others says more.
            const phases = {
                queuedMs: Math.max(0, startedAtMs - acceptedAtMs),
                runningMs: times.guessTime(lastSeenMs, ranMs, nowMs),
            };
            leave();
            if (learns)
                times.ended(phases);
            return phases;
        },
    };
}
/** When a job started that is seen running, or over: in the middle between two reads, if it was queued at the first. */
function startOf(facts, nowMs) {
    switch (facts.kind) {
        case 'unread':
            return facts.acceptedAtMs;
        case 'running':
            return facts.startedAtMs;
        case 'queued':
            return (facts.seenAtMs + nowMs) / 2;
    }
}

;// CONCATENATED MODULE: ./jobs/follow/waiting/read-budget.js
/** In reads a second. */
const read_budget_MOST = 10;
const LEAST = 0.5;
/** So many reads may come at once. */
const BURST = 5;
/** What a read that was answered gives back after a slow-down, as a share of the budget. */
const GROWTH = 0.02;
/** Reads that were under way when the budget was lowered may be refused as well: they do not lower it again. */
const ONE_SLOW_DOWN_MS = 5000;
/**
 * No read waits as long as there is budget. If there is not enough for all, a job that has been due for longer is worth
 * more: it is the likelier one to be over. Pure but for what it remembers.
 */
function createReadBudget() {
    const wishes = new Map();
    /** When those were due that asked for their turn and have to wait. */
    const line = new Map();
    let perSecond = read_budget_MOST;
    let lastSlowDownMs = Number.NEGATIVE_INFINITY;
    /** When the next read would be due if all came evenly. */
    let nextMs = 0;
    const stepMs = () => 1000 / perSecond;
    const wished = () => [...wishes.values()].reduce((sum, { intervalMs }) => sum + 1000 / intervalMs, 0);
    return {
        wish: (job, wish, nowMs) => {
            wishes.set(job, wish);
            if (wish.dueMs > nowMs)
                line.delete(job);
        },
        turn: (job, nowMs) => {
            const dueMs = wishes.get(job)?.dueMs ?? nowMs;
            let ahead = 0;
            for (const otherMs of line.values())
                if (otherMs < dueMs)
                    ahead += 1;
            const earliestMs = nextMs - BURST * stepMs();
            if (nowMs < earliestMs + ahead * stepMs()) {
                line.set(job, dueMs);
                // Those ahead ask in the same moment, or give up: the first of the others must not sleep then.
                return Math.ceil(nowMs < earliestMs ? earliestMs - nowMs : stepMs() / 2);
            }
            line.delete(job);
            nextMs = Math.max(nextMs, nowMs) + stepMs();
            return 0;
        },
        leave: (job) => {
            wishes.delete(job);
            line.delete(job);
        },
        answered: () => {
            perSecond = Math.min(read_budget_MOST, perSecond * (1 + GROWTH));
        },
        slowDown: (nowMs) => {
            if (nowMs - lastSlowDownMs < ONE_SLOW_DOWN_MS)
                return;
            lastSlowDownMs = nowMs;
            perSecond = Math.max(LEAST, Math.min(perSecond, wished()) / 2);
            // Nothing is left of what may come at once.
            nextMs = nowMs + BURST * stepMs();
        },
    };
}

;// CONCATENATED MODULE: ./jobs/follow/waiting/smoothing-reach.js
/** The spread that is assumed as long as there is one time only. */
const FIRST_SPREAD = 0.35;
/** With less, a small change of the service's pace would make all reads come too early or too late. */
const LEAST_SPREAD = 0.06;
/** The standard deviation of a parabola that reaches 1 to both sides is 1 / sqrt(5). */
const REACH = Math.sqrt(5);
/** The middle half of a normal distribution is so many standard deviations wide. */
const MIDDLE_HALF = 1.34;
/**
 * How far a time is smoothed to both sides on the logarithmic scale: the more times, the less far (the rule of
 * Silverman, which is not misled by a few times that are far off). Pure.
 */
function smoothingReach(times) {
    const known = times.reduce((sum, { share }) => sum + share, 0);
    if (known === 0)
        return REACH * FIRST_SPREAD;
    const mean = times.reduce((sum, { log, share }) => sum + log * share, 0) / known;
    const variance = times.reduce((sum, { log, share }) => sum + (log - mean) ** 2 * share, 0) / known;
    const count = known ** 2 / times.reduce((sum, { share }) => sum + share ** 2, 0);
    const sorted = times.toSorted((a, b) => a.log - b.log);
    const middle = quantile(sorted, 0.75 * known) - quantile(sorted, 0.25 * known);
    const robust = middle > 0 ? Math.min(variance, (middle / MIDDLE_HALF) ** 2) : variance;
    const spread = Math.sqrt((robust * count + FIRST_SPREAD ** 2) / (count + 1));
    return REACH * Math.max(LEAST_SPREAD, 0.9 * spread * count ** -0.2);
}
function quantile(sorted, share) {
    let sum = 0;
    for (const time of sorted) {
        sum += time.share;
        if (sum >= share)
            return time.log;
    }
    return sorted.at(-1)?.log ?? 0;
}

;// CONCATENATED MODULE: ./jobs/follow/waiting/end-times.js

/** The shortest time that is told apart, in milliseconds. */
const FIRST_MS = 20;
/** Each cell of the grid is 2 % later than the one before; the last one is days away. */
const CELL = 0.02;
const CELLS = 800;
const GRID = Array.from({ length: CELLS }, (_, n) => {
    const log = Math.log(FIRST_MS) + n * CELL;
    return { log, ms: Math.exp(log) };
});
/** A time that the known ones do not explain is so many times as long as those, on average. */
const STRAY_TIMES = 3;
/** For so many times that mean, the chance that such a job ends is the same at any time; then it falls with the time. */
const EVEN_TIMES = 2;
/** The same if nothing is known. */
const FIRST_EVEN_TIMES = 30;
/**
 * The belief that follows from `times`: each of them smoothed over its neighborhood on a logarithmic scale. What they
 * leave open is spread over all times as if jobs ended by chance. As long as there are no times, all is left open, and
 * `firstMs` is the mean. Pure.
 */
function estimateEndTimes({ times, strayShare }, firstMs) {
    const known = times.reduce((sum, { share }) => sum + share, 0);
    // A lock file may name a job that took no time at all.
    const usualMs = times.reduce((sum, { ms, share }) => sum + Math.max(FIRST_MS, ms) * share, 0) / known;
    const cells = known === 0
        ? spreadStrays(strayShare, firstMs, FIRST_EVEN_TIMES)
        : spreadStrays(strayShare, STRAY_TIMES * usualMs, EVEN_TIMES);
    const logs = times.map(({ ms, share }) => ({ log: Math.log(Math.max(FIRST_MS, ms)), share }));
    addTimes(cells, logs, smoothingReach(logs));
    let meanMs = FIRST_MS;
    let spread = 0;
    for (const { ms, density, survival } of cells) {
        meanMs += survival * ms * CELL;
        spread += Math.sqrt(density * survival) * ms * CELL;
    }
    const at = (ms) => cells[Math.min(CELLS - 1, Math.max(0, Math.round(cellOf(Math.log(ms)))))] ?? NONE;
    return { at, meanMs, spread, between: (...range) => endBetween(cells, at, ...range) };
}
function endBetween(cells, at, fromMs, toMs, share) {
    const [from, to] = [at(fromMs).survival, at(toMs).survival];
    const wished = from - share * (from - to);
    const cell = cells.find(({ ms, survival }) => ms >= fromMs && survival <= wished);
    // If nothing is believed to end between them, each time is as good.
    const isPossible = from - to > UNBELIEVABLE && cell !== undefined;
    return isPossible ? Math.min(toMs, cell.ms) : fromMs + share * (toMs - fromMs);
}
/** A chance so small that it is one of rounding. */
const UNBELIEVABLE = 1e-6;
const NONE = { density: 0, survival: 1 };
/** The place of a time in the grid. */
function cellOf(log) {
    return (log - Math.log(FIRST_MS)) / CELL;
}
/** An even chance to end for a long time; after that one that falls, so that no job is read too often forever. */
function spreadStrays(share, meanMs, evenTimes) {
    const longMs = evenTimes * meanMs;
    return GRID.map(({ log, ms }) => {
        const late = ms <= longMs ? 1 : (longMs / ms) ** evenTimes;
        const survival = share * Math.exp(-Math.min(ms, longMs) / meanMs) * late;
        return { ms, log, survival, density: survival / Math.max(meanMs, ms / evenTimes), begins: 0 };
    });
}
/** Adds each time as a parabola that reaches so far to both sides. */
function addTimes(cells, times, reach) {
    for (const { log, share } of times) {
        const first = Math.max(0, Math.ceil(cellOf(log - reach)));
        const ending = cells.slice(first, Math.floor(cellOf(log + reach)) + 1);
        const [begin] = ending;
        if (begin !== undefined)
            begin.begins += share;
        for (const cell of ending) {
            const u = (cell.log - log) / reach;
            cell.density += (share * 0.75 * (1 - u * u)) / (reach * cell.ms);
            cell.survival += (share * (2 - 3 * u + u * u * u)) / 4;
        }
    }
    let later = 0;
    for (const cell of cells.toReversed()) {
        cell.survival += later;
        later += cell.begins;
    }
}

;// CONCATENATED MODULE: ./jobs/follow/waiting/queue-pace.js
/** What each new move leaves of the weight of the earlier ones. */
const KEEPS = 0.9;
function createQueuePace() {
    let places = 0;
    let ms = 0;
    return {
        moved: (newPlaces, newMs) => {
            places = places * KEEPS + newPlaces;
            ms = ms * KEEPS + newMs;
        },
        placeMs: () => (places > 0 ? ms / places : undefined),
    };
}

;// CONCATENATED MODULE: ./jobs/follow/waiting/weigh-times.js
/**
 * Gives each known time its share; `strayWeight` is what counts for the unknown. A job that still runs hands its own
 * share on to all that lasted longer (the estimate of Kaplan and Meier), so that the first jobs to end, which are the
 * quickest, do not make all others seem late. Pure.
 */
function weighTimes(seen, strayWeight) {
    // At the same time, what ended counts first.
    const sorted = seen.toSorted((a, b) => a.ms - b.ms || Number(b.isOver) - Number(a.isOver));
    let left = strayWeight + sorted.reduce((sum, { weight }) => sum + weight, 0);
    let factor = 1 / left;
    const times = [];
    for (const { ms, isOver, weight } of sorted) {
        if (isOver)
            times.push({ ms, share: weight * factor });
        else
            factor *= left / (left - weight);
        left -= weight;
    }
    return { times, strayShare: strayWeight * factor };
}

;// CONCATENATED MODULE: ./jobs/follow/waiting/run-times.js



/** How long a job takes if nothing is known: it is then read at even intervals. */
const FIRST_MEAN_MS = 60_000;
/** What the unknown counts beside the known jobs, each of which counts 1. */
const STRAY_WEIGHT = 0.3;
/** Jobs of earlier runs count less: the service may have changed. */
const EARLIER_WEIGHT = 0.5;
/** Of this run's jobs the latest count: the service may change. */
const MOST_OWN = 50;
/** What jobs that still run say changes slowly: it is looked at again after this share of the time that jobs take. */
const FRESH = 1 / 50;
const LEAST_FRESH_MS = 500;
/** Multiples of it are spread evenly between whole numbers, however many there are. */
const GOLDEN = (Math.sqrt(5) - 1) / 2;
/** `earlier`: of jobs that earlier runs have followed. */
function createRunTimes(earlier) {
    const own = [];
    const running = new Map(); // for how long each was seen to run
    const pace = createQueuePace();
    // Of earlier jobs most count; if nothing is known, there may be a queue.
    let hasQueue = earlier.filter(({ queuedMs }) => queuedMs > 0).length >= earlier.length / 2;
    let guesses = 0;
    let learned;
    const learn = () => {
        const seen = [
            ...earlier.map(({ runningMs }) => ({ ms: runningMs, isOver: true, weight: EARLIER_WEIGHT })),
            ...own.map(({ runningMs }) => ({ ms: runningMs, isOver: true, weight: 1 })),
            ...Array.from(running.values(), (ms) => ({ ms, isOver: false, weight: 1 })),
        ];
        return estimateEndTimes(weighTimes(seen, STRAY_WEIGHT), FIRST_MEAN_MS);
    };
    const at = (nowMs) => {
        const freshMs = Math.max(LEAST_FRESH_MS, FRESH * (learned?.times.meanMs ?? 0));
        if (learned === undefined || Math.abs(nowMs - learned.atMs) > freshMs)
            learned = { times: learn(), atMs: nowMs };
        return learned.times;
    };
    return {
        pace,
        at,
        isNothingKnown: () => earlier.length + own.length === 0,
        runs: (job, sinceMs, seenMs) => void running.set(job, seenMs - sinceMs),
        leave: (job) => void running.delete(job),
        guessTime: (fromMs, toMs, nowMs) => {
            const share = (0.5 + guesses * GOLDEN) % 1;
            guesses += 1;
            return at(nowMs).between(fromMs, toMs, share);
        },
        sawQueue: (isThere) => {
            hasQueue = isThere;
        },
        isQueueUsual: () => hasQueue,
        ended: (phases) => {
            own.push(phases);
            if (own.length > MOST_OWN)
                own.shift();
            learned = undefined;
        },
        queue: () => {
            const placeMs = pace.placeMs();
            const queuedMs = (own.length === 0 ? earlier : own).map((phases) => phases.queuedMs);
            return { queuedMs, ...(placeMs !== undefined && { placeMs }) };
        },
    };
}

;// CONCATENATED MODULE: ./jobs/follow/waiting/steady-time.js
/** Smaller steps back make a wait longer by less than a second: they need no care. */
const steady_time_LEAST_STEP_MS = 1000;
/**
 * Turns times of a clock into those that it would show if it had never been set back: after such a step, time goes on
 * from where it was. Otherwise nothing would be due until the clock has caught up. Pure but for what it remembers.
 */
function createSteadyTime() {
    let latestMs = Number.NEGATIVE_INFINITY;
    let behindMs = 0;
    return (nowMs) => {
        if (latestMs - (nowMs + behindMs) > steady_time_LEAST_STEP_MS)
            behindMs = latestMs - nowMs;
        const steadyMs = nowMs + behindMs;
        latestMs = Math.max(latestMs, steadyMs);
        return steadyMs;
    };
}

;// CONCATENATED MODULE: ./jobs/follow/waiting/create-read-planner.js




/** From 36 s on fewer than a read every two seconds. */
const RATE = { perJob: 5, perSecond: 0.36 };
/** If nothing is known, the first job of the run is read early: others may be as quick. */
const FIRST_WAIT_MS = 500;
/** A planner for one run; `earlier` are the phases of jobs that earlier runs have followed. */
function createReadPlanner(earlier, rate = RATE) {
    const budget = createReadBudget();
    const times = createRunTimes(earlier);
    const steady = createSteadyTime();
    const deps = { budget, times, rate, steady };
    let isFirst = true;
    return {
        follow: (nowMs) => {
            const acceptedAtMs = steady(nowMs);
            const firstWaitMs = isFirst && times.isNothingKnown() ? FIRST_WAIT_MS : undefined;
            isFirst = false;
            return createJobReads({ acceptedAtMs, readAtMs: acceptedAtMs, learns: true, firstWaitMs }, deps);
        },
        collect: (submittedAtMs, nowMs) => {
            const readAtMs = steady(nowMs);
            const acceptedAtMs = readAtMs - Math.max(0, nowMs - submittedAtMs);
            return createJobReads({ acceptedAtMs, readAtMs, learns: false, firstWaitMs: 0 }, deps);
        },
        slowDown: (nowMs) => {
            budget.slowDown(steady(nowMs));
        },
    };
}

;// CONCATENATED MODULE: ./jobs/one-edit/upload-memory.js


/**
 * Room for `limitBytes` of pictures at once, in the order of asking. A submit that is larger than the limit goes by
 * itself: it must not wait forever. One that has no bytes waits for no other.
 */
function createUploadMemory(limitBytes) {
    let used = 0;
    let inLine = 0;
    const entrance = (0,shared_line/* createLine */.R)();
    const freed = (0,gate/* createGate */.q)();
    const fits = (bytes) => used === 0 || used + bytes <= limitBytes;
    const waitForRoom = async (bytes, signal) => {
        inLine += 1;
        return await entrance.run(async () => {
            while (!signal.aborted && !fits(bytes))
                await freed.wait(signal);
            inLine -= 1;
            if (signal.aborted)
                return false;
            used += bytes;
            return true;
        });
    };
    return {
        use: async (bytes, signal, work, onWait) => {
            if (signal.aborted)
                return undefined;
            if (bytes === 0)
                return await work();
            if (inLine === 0 && fits(bytes)) {
                used += bytes;
            }
            else {
                onWait?.();
                if (!(await waitForRoom(bytes, signal)))
                    return undefined;
            }
            try {
                return await work();
            }
            finally {
                used -= bytes;
                freed.open();
            }
        },
    };
}

;// CONCATENATED MODULE: ./jobs/schedule/render-change.js


/** The log line about a change, beginning with the edit's id; undefined for changes too small for a line. */
function renderChange(change) {
    switch (change.kind) {
        case 'submitting':
        case 'downloading':
            return undefined;
        case 'submitted':
            return `${change.edit.id}  submitted  request ${change.requestId}`;
        case 'collecting':
            return `${change.edit.id}  collecting  request ${change.requestId}`;
        case 'other-run':
            return `${change.edit.id}  another run is working on it; waiting for ${change.entry.step.url}`;
        case 'queued':
            return `${change.edit.id}  queued${change.position === undefined ? '' : `, position ${change.position}`}`;
        case 'running':
            return `${change.edit.id}  running`;
        case 'unrecognized':
            return `${change.edit.id}  the service says "${change.word}", which is unknown; still waiting`;
        case 'ended':
            return renderOutcome(change.outcome);
    }
}
function renderOutcome(outcome) {
    const { edit, state, error, files, timings, costUsd, warnings } = outcome;
    const { action } = edit;
    const time = timings.totalMs === undefined ? '' : ` in ${(0,duration/* formatDuration */.a3)(timings.totalMs)}`;
    // The plan listed them, and there may be thousands.
    if (state === 'unchanged' || state === 'adopted')
        return undefined;
    // It is reported once, for the run as a whole.
    if (error?.code === 'run-refused')
        return undefined;
    if (state !== 'succeeded')
        return `${edit.id}  ${state}: ${error.message}`;
    const sizes = new Set(files.flatMap(({ width, height }) => (width && height ? [`${width}x${height}`] : [])));
    const isVideo = files.every(({ type }) => type.startsWith('video/'));
    const facts = [
        `${edit.id}  succeeded${time}`,
        (0,shared_format/* plural */.LS)(files.length, isVideo ? 'video' : 'picture'),
        ...sizes,
        ...(action.kind === 'share' ? [`the same as ${action.with}`] : []),
        ...(costUsd === undefined || action.kind === 'share' ? [] : [(0,shared_format/* formatUsd */.UK)(costUsd)]),
    ];
    return [facts.join(', '), ...warnings.map((warning) => `${edit.id}  note: ${warning}`)].join('\n');
}

;// CONCATENATED MODULE: ./jobs/schedule/share-work.js





/** Pictures in simultaneous submits. Each is in memory once; what is encoded of it is sent and forgotten. */
const UPLOAD_BYTES = 16 * 1024 * 1024;
/** What the edits of a run share: its counts, the memory for uploads, and the signal that ends all submits at once. */
function shareWork(plan, { tally, skips, outputUrls, deadline, log, earlierPhases, onChange }) {
    const stop = new AbortController();
    const unchanged = plan.edits.filter(({ action }) => (0,outputs/* hasPictures */.MB)(action));
    return {
        outputUrls,
        unchanged: new Map(unchanged.map((edit) => [edit.id, edit])),
        takenOutputs: plan.takenOutputs,
        reads: createReadPlanner(earlierPhases),
        uploadMemory: createUploadMemory(UPLOAD_BYTES),
        submitSignal: AbortSignal.any([deadline.signal, stop.signal]),
        stopRun: (message) => {
            stop.abort(new RunStopped('another edit failed in a way that would affect every edit', message));
        },
        onChange: (change) => {
            tally.count(change);
            const isHeld = change.kind === 'ended' && skips.hold(change.outcome);
            const line = isHeld ? undefined : renderChange(change);
            if (line !== undefined)
                log.info(line);
            onChange(change);
        },
    };
}

;// CONCATENATED MODULE: ./jobs/schedule/skip-lines.js


/** Number of edits that one line names. */
const MAX_NAMED = 20;
function createSkipLines(log) {
    const held = new Map();
    return {
        hold: ({ edit, state, error }) => {
            // What is refused for the run as a whole is reported once, as an error.
            if (state !== 'skipped' || error.code === 'run-refused')
                return false;
            const ids = held.get(error.message) ?? [];
            held.set(error.message, [...ids, edit.id]);
            return true;
        },
        flush: () => {
            for (const [message, ids] of held) {
                const [only = ''] = ids;
                log.info(ids.length === 1
                    ? `${only}  skipped: ${message}`
                    : `${(0,shared_format/* plural */.LS)(ids.length, 'edit')} skipped: ${message} (${(0,list_some/* listSome */.X)(ids, MAX_NAMED)})`);
            }
            held.clear();
        },
    };
}

;// CONCATENATED MODULE: ./jobs/schedule/tally.js
/** Counts edits by what happened to each of them last. */
function createTally(total) {
    const phases = new Map();
    let done = 0;
    let failed = 0;
    return {
        count: (change) => {
            switch (change.kind) {
                case 'submitting':
                case 'submitted':
                case 'collecting':
                case 'queued':
                    phases.set(change.edit.id, 'queued');
                    break;
                case 'running':
                case 'downloading':
                    phases.set(change.edit.id, 'running');
                    break;
                case 'other-run':
                    phases.delete(change.edit.id); // it may have been about to be sent
                    break;
                case 'unrecognized':
                    break;
                case 'ended': {
                    const { state, edit } = change.outcome;
                    phases.delete(edit.id);
                    done += 1;
                    const hasPictures = state === 'succeeded' || state === 'unchanged' || state === 'adopted';
                    if (!hasPictures && edit.action.kind !== 'skip')
                        failed += 1;
                }
            }
        },
        counts: () => {
            const running = [...phases.values()].filter((phase) => phase === 'running').length;
            return { total, done, failed, running, queued: phases.size - running };
        },
    };
}

;// CONCATENATED MODULE: ./jobs/schedule/watch-other-run.js



/** Waits, as long as the run has time, for an edit that another run is working on. Sends nothing; never throws. */
async function watchOtherRun(edit, entry, deps) {
    const { signal } = deps.deadline;
    let answer;
    try {
        deps.onChange({ kind: 'other-run', edit, entry });
        answer = await deps.claims.waitForOtherRun(edit, entry, signal);
    }
    catch (error) {
        const stopped = signal.aborted
            ? describeStop('Stopped waiting', readStopReason(signal))
            : `Stopped waiting: ${(0,describe_error/* describeError */.U)(error)}.`;
        const message = `Another run (${entry.step.url}) claimed this edit and may have submitted it. ` +
            `${stopped} Run again when that run has ended.`;
        const job = { kind: 'none' };
        return {
            kind: 'ended',
            outcome: endEdit(edit, { state: 'pending', job, error: { code: 'other-run', message } }),
        };
    }
    switch (answer.kind) {
        case 'submitted':
            return { kind: 'goes-on', action: { kind: 'collect', entry: answer.entry } };
        case 'free':
            return { kind: 'goes-on', action: { kind: 'submit', over: [] } };
        case 'unknown':
            return { kind: 'goes-on', action: { kind: 'hold', entry: answer.entry } };
        case 'delivered':
            return { kind: 'ended', outcome: endEdit(edit, await takeDelivered(answer, deps)) };
    }
}

;// CONCATENATED MODULE: ./jobs/schedule/adapt-limit.js
/** Where it begins: what a run without `auto` has. */
const FIRST_LIMIT = { limit: 8, isCareful: false };
const adapt_limit_MOST = 64;
/**
 * Half as many jobs waiting as running keep the service busy while the end of one is noticed and the next one is sent.
 */
const JOBS_PER_RUNNING = 1.5;
/**
 * The limit after some news; pure. It grows by one for each job that begins at once while all places are taken, so that it
 * doubles with each round of jobs, and after the first sign of a full service by one for each round. It shrinks after a
 * "slow down" to less than there was then. A job that has waited shows how many the service runs at once: if of so many
 * in flight each waits as long as it runs, half of them run. The limit follows that in about one round of jobs.
 */
function adaptLimit(now, news) {
    switch (news.kind) {
        case 'slow-down':
            return { limit: atLeastOne(Math.min(Math.floor(now.limit) - 1, news.inFlight)), isCareful: true };
        case 'started-at-once':
            if (!isFull(now, news))
                return now;
            return { ...now, limit: Math.min(adapt_limit_MOST, now.limit + (now.isCareful ? 1 / Math.floor(now.limit) : 1)) };
        case 'ended': {
            const { queuedMs, runningMs } = news.phases;
            if (queuedMs <= 0)
                return now;
            const running = (news.inFlightBefore * runningMs) / (queuedMs + runningMs);
            const step = (JOBS_PER_RUNNING * running - now.limit) / now.limit;
            if (step > 0 && !isFull(now, news))
                return now;
            return { limit: atLeastOne(Math.min(adapt_limit_MOST, now.limit + step)), isCareful: true };
        }
    }
}
function isFull({ limit }, { inFlight }) {
    return inFlight >= Math.floor(limit);
}
function atLeastOne(limit) {
    return Math.max(1, limit);
}

;// CONCATENATED MODULE: ./jobs/schedule/watch-service.js

/** The number that was asked for, or with `auto` one that follows what the service does with this run's jobs. */
function watchService({ maxParallel, queue, log, }) {
    if (maxParallel !== 'auto')
        return { limit: () => maxParallel, observe: () => undefined };
    const jobs = new Map();
    let state = FIRST_LIMIT;
    let slowDowns = 0;
    const countInFlight = () => [...jobs.values()].filter(({ phase }) => phase !== 'ended').length;
    function learn(news) {
        const before = Math.floor(state.limit);
        state = adaptLimit(state, news);
        const after = Math.floor(state.limit);
        if (after !== before)
            log.debug(`max-parallel: ${before} -> ${after}`);
    }
    /** A job that is first seen running, or at its end, has not been seen to wait. */
    function begin(job) {
        if (job.phase === 'sent' && !job.isCollected)
            learn({ kind: 'started-at-once', inFlight: countInFlight() });
        job.phase = 'begun';
    }
    return {
        limit: () => Math.floor(state.limit),
        observe: (change) => {
            if (queue.slowDowns() > slowDowns) {
                slowDowns = queue.slowDowns();
                learn({ kind: 'slow-down', inFlight: countInFlight() });
            }
            const { id } = change.kind === 'ended' ? change.outcome.edit : change.edit;
            if (change.kind === 'submitting' || change.kind === 'submitted' || change.kind === 'collecting') {
                const job = { isCollected: change.kind === 'collecting', inFlightBefore: 0, phase: 'sent' };
                jobs.set(id, job);
                jobs.set(id, { ...job, inFlightBefore: countInFlight() });
            }
            const job = jobs.get(id);
            if (job === undefined)
                return;
            switch (change.kind) {
                case 'queued':
                    job.phase = 'begun';
                    break;
                case 'running':
                    begin(job);
                    break;
                case 'downloading':
                    begin(job);
                    job.phase = 'ended';
                    break;
                case 'ended': {
                    const { queuedMs, runningMs } = change.outcome.timings;
                    job.phase = 'ended';
                    if (queuedMs !== undefined && runningMs !== undefined && !job.isCollected) {
                        const { inFlightBefore } = job;
                        learn({
                            kind: 'ended',
                            inFlight: countInFlight(),
                            inFlightBefore,
                            phases: { queuedMs, runningMs },
                        });
                    }
                    jobs.delete(id);
                    break;
                }
                case 'submitting':
                case 'submitted':
                case 'collecting':
                case 'other-run':
                case 'unrecognized':
                    break;
            }
        },
    };
}

;// CONCATENATED MODULE: ./jobs/schedule/run-edits.js














/** How many edits at most are made ready to be sent before there is room for their jobs at the service. */
const READY_AHEAD = 8;
/**
 * How many edits at most are claimed and have no place at the service yet, however many places are free: a lost machine
 * leaves them unknown.
 */
const MOST_CLAIMED_AHEAD = 16;
/** How many edits at most have pictures of others copied for them at once. */
const COPIES = 8;
/**
 * Runs a plan's edits with at most `maxParallel` jobs at the service, each edit after those it needs and the one it
 * shares with; at the same time it waits for those that other runs are working on. Returns one outcome for each edit, in
 * the plan's order; one edit's failure affects only those that need it or share with it. Never throws because of an edit.
 */
async function runEdits(plan, deps) {
    const tally = createTally(plan.edits.length);
    const outputUrls = new Map();
    const skips = createSkipLines(deps.log);
    const ended = new Map();
    const inTurn = orderEdits(plan.edits);
    const waiting = new Map(inTurn.map((edit) => [edit.id, { edit, action: edit.action }]));
    const underWay = new Set();
    /** Ids of those under way that take room. An edit whose job has ended at the service takes none. */
    const taking = { job: new Set(), copy: new Set() };
    /** Ids of those that are made ready to be sent, and have no place at the service yet. */
    const ahead = new Set();
    const watch = watchService(deps);
    const released = [];
    const changed = (0,gate/* createGate */.q)();
    /** Aborted with the error if something breaks here: what an edit runs into is part of its outcome. */
    const broken = new AbortController();
    const service = openService(inTurn, watch.limit, {
        onEnter: (id) => {
            if (ahead.delete(id))
                changed.open();
        },
        onLeave: (id) => {
            taking.job.delete(id);
            changed.open();
        },
    });
    const onChange = (change) => {
        deps.onChange(change);
        const before = watch.limit();
        watch.observe(change);
        if (watch.limit() === before)
            return;
        service.admit();
        changed.open();
    };
    const ports = {
        ...deps,
        ...shareWork(plan, { ...deps, tally, skips, outputUrls, onChange }),
        ...service,
    };
    const end = (outcome) => {
        ended.set(outcome.edit.id, outcome);
        released.push(deps.claims.releaseIfUnused(outcome.edit));
        const [url] = outcome.outputUrls;
        if (url !== undefined && (outcome.state === 'succeeded' || outcome.state === 'unchanged'))
            outputUrls.set(outcome.edit.id, url);
        ports.onChange({ kind: 'ended', outcome });
    };
    const follow = async (edit, work) => {
        const after = await work;
        underWay.delete(edit.id);
        ahead.delete(edit.id);
        service.leaveLine(edit);
        for (const ids of Object.values(taking))
            ids.delete(edit.id);
        if (after.kind === 'ended')
            end(after.outcome);
        else
            waiting.set(edit.id, { edit, action: after.action });
        changed.open();
    };
    const begin = (edit, step) => {
        underWay.add(edit.id);
        const work = workOf(step);
        if (work !== undefined)
            taking[work].add(edit.id);
        if (step.kind === 'submit')
            ahead.add(edit.id);
        follow(edit, takeStep(edit, step, ports)).catch((error) => {
            broken.abort(error);
        });
    };
    /** What is over budget while others are under way may be within it later: it is decided when there is room for it. */
    const isTooEarly = (edit) => deps.budget.mustWait(edit, underWay) ||
        (taking.job.size >= watch.limit() &&
            !deps.deadline.signal.aborted &&
            deps.budget.reserve(edit) !== undefined);
    deps.claims.expect(() => listUpcoming(waiting.values(), ended));
    const stopProgress = startProgress(tally, deps);
    while (waiting.size > 0 || underWay.size > 0) {
        const { submitSignal } = ports;
        const moves = nextMoves({
            waiting,
            ended,
            underWay,
            room: roomAt(watch.limit(), taking, ahead),
            isOver: deps.deadline.signal.aborted,
            stopped: submitSignal.aborted ? readNotSentReason(submitSignal) : undefined,
            nowMs: deps.clock.now(),
        });
        let isIdle = true;
        for (const { edit, step } of moves) {
            if (step.kind === 'submit' && isTooEarly(edit))
                continue;
            isIdle = false;
            waiting.delete(edit.id);
            if (step.kind === 'end')
                end(endEdit(edit, step.ending));
            else
                begin(edit, step);
        }
        if (!isIdle)
            continue;
        skips.flush();
        await changed.wait(broken.signal);
        broken.signal.throwIfAborted();
    }
    skips.flush();
    stopProgress();
    await Promise.all(released);
    return plan.edits.flatMap(({ id }) => ended.get(id) ?? []);
}
function roomAt(limit, taking, ahead) {
    return {
        job: limit + Math.min(READY_AHEAD, limit) - taking.job.size,
        copy: COPIES - taking.copy.size,
        claim: MOST_CLAIMED_AHEAD - ahead.size,
    };
}
async function takeStep(edit, step, ports) {
    switch (step.kind) {
        case 'submit':
            return await runEdit(edit, undefined, ports);
        case 'collect':
            return await runEdit(edit, step.entry, ports);
        case 'share':
            return await shareFiles(edit, step.twin, ports);
        case 'other-run':
            return await watchOtherRun(edit, step.entry, ports);
    }
}

// EXTERNAL MODULE: ./references/make-sendable.js
var make_sendable = __webpack_require__(86187);
;// CONCATENATED MODULE: ./run/make/unchanged-outputs.js







/** Bytes that go with a submit for an unchanged edit's first output. */
function unchangedBytes(edit) {
    const { file } = firstOutput(edit);
    return isSendable(file) ? file.bytes : 0;
}
/** Fetches each output from the branch once, one after the other: a git repository takes one writer at a time. */
function createUnchangedOutputs({ branch, others, queue, temp }) {
    const fetched = new Map();
    let folder;
    const line = (0,shared_line/* createLine */.R)();
    async function fetchOnce(edit, signal) {
        const known = fetched.get(edit.id);
        if (known !== undefined)
            return { ok: true, value: known };
        const { file, from, action } = firstOutput(edit);
        folder ??= await (0,promises_.mkdtemp)(external_node_path_.join(temp, 'dreamina-unchanged-'));
        const files = await fetchFiles((0,other_branches/* branchOf */.W0)(action, branch, others), [{ from, to: file }], folder, signal);
        const [here] = files.ok ? files.value : [];
        if (here === undefined)
            return { ok: false, error: files.ok ? 'The fetched file is missing.' : files.error.message };
        fetched.set(edit.id, here);
        return { ok: true, value: here };
    }
    return {
        open: async (edit, signal) => {
            const { file } = firstOutput(edit);
            if (!isSendable(file))
                return await readAddress(edit, queue, signal);
            const here = await line.run(async () => await fetchOnce(edit, signal));
            if (!here.ok)
                return here;
            return { ok: true, value: { type: file.type, bytes: await (0,promises_.readFile)(here.value.absolutePath) } };
        },
        [Symbol.asyncDispose]: async () => {
            if (folder !== undefined)
                await (0,promises_.rm)(folder, { recursive: true, force: true });
        },
    };
}
async function readAddress(edit, queue, signal) {
    const { file, requestId } = firstOutput(edit);
    const result = await queue.result(requestId, signal);
    const [url] = result.ok && result.value.kind === 'succeeded' ? result.value.output.urls : [];
    if (url !== undefined)
        return { ok: true, value: url };
    const why = result.ok ? 'the service no longer has it' : result.error.message;
    return {
        ok: false,
        error: `Cannot send the output of ${edit.id}: ${file.path} is not a JPEG or PNG of 6 MiB or less, and it has no address (${why}). ` +
            `Run once with \`force: ${edit.id}\` to make it again.`,
    };
}
function firstOutput({ id, action }) {
    if (!(0,outputs/* hasPictures */.MB)(action))
        throw new Error(`Edit ${id} is not unchanged`);
    const [file, recorded] = [action.files[0], action.entry.files[0]];
    if (file === undefined || recorded === undefined)
        throw new Error(`Edit ${id} has no files`);
    return { file, from: recorded.path, requestId: action.entry.requestId, action };
}
function isSendable(file) {
    return (file.type === 'image/jpeg' || file.type === 'image/png') && file.bytes <= make_sendable/* MAX_DATA_BYTES */.yL;
}

// EXTERNAL MODULE: ./shared/leaving-limit.js
var leaving_limit = __webpack_require__(3873);
;// CONCATENATED MODULE: ./run/make/flush-before-cancel.js

/** What a step that is being stopped writes to the ledger before it turns to the jobs. */
const FLUSH_MS = 3000;
/**
 * The queue of a run that may be stopped: then the ledger is flushed at once, and no job is cancelled until that is
 * done or 3 s have passed. Cancelling ends 5 s after the stop. Dispose of it when the edits have ended.
 */
function flushBeforeCancel(queue, ledger, { clock, stop }) {
    const limit = (0,leaving_limit/* startLeavingLimit */.u)(clock, stop);
    let flushed;
    const flush = () => (flushed ??= Promise.race([ledger.flush(), clock.sleep(FLUSH_MS)]));
    const onStop = () => {
        void flush();
    };
    stop.addEventListener('abort', onStop, { once: true });
    return {
        ...queue,
        cancel: async (requestId, signal) => {
            if (stop.aborted)
                await flush();
            return await queue.cancel(requestId, AbortSignal.any([signal, limit.signal]));
        },
        [Symbol.dispose]: () => {
            stop.removeEventListener('abort', onStop);
            limit[Symbol.dispose]();
        },
    };
}

// EXTERNAL MODULE: ./jobs/budget/open-budget.js + 1 modules
var open_budget = __webpack_require__(59182);
// EXTERNAL MODULE: ./queue/create-queue-client.js + 23 modules
var create_queue_client = __webpack_require__(9517);
// EXTERNAL MODULE: ./ledger/stores/git-store.js
var git_store = __webpack_require__(35142);
;// CONCATENATED MODULE: ./run/make/read-delivered.js







/** A reader for the branch that the plan was made from; without one, nothing is ever found. */
function createDeliveredReader(opened, world, signal) {
    const line = (0,shared_line/* createLine */.R)();
    async function read({ repository, place, recorded }) {
        const tip = await (0,read_tip_again/* readTipAgain */.e)({ repository, place }, { ...world, signal });
        if (tip.ok)
            return { ok: true, value: findDelivered(tip.value.recorded, recorded) };
        const { error } = tip;
        if (error.kind === 'unfit')
            return { ok: false, error: { kind: 'damaged', message: error.problems.map(shared_problem/* formatProblem */.Vw).join(' ') } };
        const message = (0,describe_git_error/* describeGitError */.e)(error.error, 'read', place, repository.remote);
        return { ok: false, error: { kind: (0,git_store/* judgeLedgerKind */.zu)(error.error.kind), message } };
    }
    return async () => {
        if (opened === undefined)
            return { ok: true, value: new Map() };
        // Two simultaneous fetches of one tip get in each other's way.
        return await line.run(async () => await read(opened));
    };
}
/** Edits whose pictures are there `now`, made by another request than `before`; pure. */
function findDelivered(now, before) {
    const known = new Set([...before.lock.edits.values()].map(recorded_jobs/* nameJob */.P));
    return new Map([...now.lock.edits.values()]
        .filter((entry) => !known.has((0,recorded_jobs/* nameJob */.P)(entry)))
        .filter((entry) => (0,has_files/* isWhole */.wP)(entry, now.paths))
        .map((entry) => [entry.fingerprint, entry]));
}

;// CONCATENATED MODULE: ./run/make/make-edits.js
var make_edits_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var make_edits_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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
 * How long after the run's deadline others must not take its claims for dead: a submit that left at the last moment may
 * take 2 minutes, the post step has five, and clocks differ.
 */
const CLAIM_MARGIN_MS = 15 * 60_000;
/**
 * However many jobs run at once, no more claims than twice this are open ahead of their submits (`runEdits` asks for no
 * more than that): a lost machine leaves them unknown.
 */
const MOST_AHEAD = 8;
/** The paid part of a run: opens the connections to the service and to its outputs, and makes the planned edits. */
async function makeEdits(work, world) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { plan, forms, inputs, folder, branch, base, others, ledger, watch, deadline } = work;
        const claimant = {
            ledger: ledger.handle,
            step: ledger.thisStep,
            destination: (0,name_destination/* nameDestination */.a)(inputs),
            clock: world.clock,
            overAtMs: deadline.atMs + CLAIM_MARGIN_MS,
        };
        await takeOverJobs(plan.edits.flatMap(listCollected), claimant);
        const client = make_edits_addDisposableResource(env_1, (0,create_queue_client/* createQueueClient */.f)({ apiUrl: inputs.apiUrl, token: inputs.apiToken, ...world }), true);
        const queue = make_edits_addDisposableResource(env_1, flushBeforeCancel(client, ledger.handle, world), false);
        const downloader = make_edits_addDisposableResource(env_1, createDownloader({ folder, outputHosts: inputs.outputHosts, ...world }), true);
        const unchanged = make_edits_addDisposableResource(env_1, createUnchangedOutputs({ branch, others, queue, temp: world.temp }), true);
        const recorded = (0,lock_spending/* withSpendingOf */.ac)(branch?.recorded, base?.recorded);
        const whole = (0,open_budget/* findLimits */.Us)(work.budget, inputs, recorded, world.clock.now());
        const limits = shareLimits(whole, work.share);
        const money = await (0,open_budget/* openBudget */.ak)(plan, limits, queue, world.log, deadline.signal, {
            prices: work.prices,
            earlier: listEarlier(branch, base),
        });
        const stopped = AbortSignal.abort(new RunStopped('the service refused the API token'));
        const runDeadline = money.kind === 'unauthorized' ? { ...deadline, signal: stopped } : deadline;
        const { signal } = runDeadline;
        const readDelivered = createDeliveredReader(branch, world, signal);
        const claims = createRunClaims(plan.edits, {
            ...claimant,
            aheadOf: inputs.maxParallel === 'auto' ? MOST_AHEAD : Math.min(inputs.maxParallel, MOST_AHEAD),
            waitForOtherRun: createOtherRunWait({ ...world, ledger, watch, signal, readDelivered }),
            readDelivered,
        });
        const edits = await runEdits(plan, {
            queue,
            claims,
            keepsRecord: ledger.keepsRecord(),
            budget: limitToApproved(money.budget, work.share, inputs.shard),
            onTimeout: inputs.onTimeout,
            files: {
                uploadBytes: (edit, needed) => needed.reduce((sum, each) => sum + unchangedBytes(each), (0,make_sendable/* uploadBytes */.D)(edit, forms)),
                makeSendable: async (edit, outputUrls) => await (0,shortage/* outlastShortage */.C)(async () => await (0,make_sendable/* makeSendable */.zR)(edit, forms, outputUrls), {
                    ...world,
                    signal,
                }),
                unchangedOutput: async (...call) => await unchanged.open(...call),
                copy: async (file, output) => await copyFile(file, folder, output),
                download: async (...call) => await downloader.download(...call),
                takesUnknownFiles: !inputs.deliver.includes('branch'),
            },
            clock: world.clock,
            log: world.log,
            earlierPhases: listPhases(recordedBy(branch, base), new Set(plan.edits.map(({ model }) => model))),
            maxParallel: inputs.maxParallel,
            deadline: runDeadline,
            onChange: work.onChange,
        });
        await claims.releaseUnused();
        return { edits, refusal: money.kind === 'within' ? undefined : money.refusal };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = make_edits_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
/** The lock files of the branches on which this repository's finished work is. */
function recordedBy(...branches) {
    return branches.flatMap((branch) => (branch?.recorded === undefined ? [] : [branch.recorded.lock]));
}
function listEarlier(...branches) {
    return recordedBy(...branches).flatMap(({ edits }) => [...edits.values()]);
}
function listCollected(edit) {
    return edit.action.kind === 'collect' ? [[edit, edit.action.entry]] : [];
}

// EXTERNAL MODULE: ./plan/describe-plan.js
var describe_plan = __webpack_require__(31334);
// EXTERNAL MODULE: ./plan/list-to-send.js
var list_to_send = __webpack_require__(46718);
// EXTERNAL MODULE: ./references/reference-forms.js + 1 modules
var reference_forms = __webpack_require__(70777);
// EXTERNAL MODULE: ./plan/plan-edits.js + 3 modules
var plan_edits = __webpack_require__(28839);
;// CONCATENATED MODULE: ./run/adopt/adopt-pictures.js
var adopt_pictures_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var adopt_pictures_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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
 * Fetches the pictures that the plan adopts, and plans again without those that cannot be copied. Throws the signal's
 * reason; then nothing is left on disk.
 */
async function adoptPictures(edits, first, world, signal) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const made = adopt_pictures_addDisposableResource(env_1, new AsyncDisposableStack(), true);
        let { plan, options } = first;
        let copies = new Map();
        const problems = [];
        while (plan.edits.some(({ action }) => action.kind === 'adopt')) {
            // Beside the output folder, not in it: what is in there is uploaded if this process is killed.
            const folder = await (0,promises_.mkdtemp)(external_node_path_.join(world.temp, 'dreamina-adopt-'));
            made.defer(async () => {
                await (0,promises_.rm)(folder, { recursive: true, force: true, maxRetries: 5 });
            });
            const fetched = await fetchCopies(plan, first.others, folder, { ...world, signal });
            if (!fetched.ok)
                return fetched;
            copies = fetched.value.copies;
            const { failed } = fetched.value;
            if (failed.length === 0)
                break;
            problems.push(...failed.map(describeFailed));
            options = withoutFailed(options, failed);
            plan = (0,plan_edits/* planEdits */.r)(edits, options);
        }
        const resources = made.move();
        return {
            ok: true,
            value: {
                plan,
                options,
                copies,
                problems,
                [Symbol.asyncDispose]: async () => {
                    await resources.disposeAsync();
                },
            },
        };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = adopt_pictures_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
/**
 * What can be planned with once these copies have failed; pure. Other branches that offer the same pictures are next. Of the
 * base, an edit that is there under its own id is left as it is: only what would be copied from it is not.
 */
function withoutFailed(options, failed) {
    const { base, offers } = options;
    return {
        ...options,
        ...(offers !== undefined && { offers: withoutOffers(offers, failed) }),
        ...(base !== undefined && { base: withoutBase(base, failed) }),
    };
}
function withoutOffers(offers, failed) {
    const gone = new Set(failed.map(({ action }) => nameEntry(action.on, action.from)));
    return new Map([...offers].map(([fingerprint, same]) => [
        fingerprint,
        same.filter(({ on, id }) => !gone.has(nameEntry(on, id))),
    ]));
}
function withoutBase(base, failed) {
    const copies = failed.filter(({ action }) => action.on.kind === 'base');
    const own = new Set(copies.filter(({ id, action }) => action.from === id).map(({ id }) => id));
    const uncopyable = new Set([...(base.uncopyable ?? []), ...copies.map(({ action }) => action.from)]);
    const { recorded } = base;
    const edits = new Map([...recorded.lock.edits].filter(([id]) => !own.has(id)));
    return { ...base, uncopyable, recorded: { ...recorded, lock: { ...recorded.lock, edits } } };
}
/** The entry `id` of a branch at one commit. */
function nameEntry(on, id) {
    return `${(0,other_branches/* nameTip */.bE)(on)} ${id}`;
}
function describeFailed({ id, action, why }) {
    const message = `The pictures of \`${id}\` cannot be copied from branch ${(0,branch_paths/* quotePath */.WG)(action.on.branch)}, so they count as not made: ${why}`;
    return { severity: 'warning', message };
}

// EXTERNAL MODULE: ./plan/review/find-orphaned.js
var find_orphaned = __webpack_require__(55375);
;// CONCATENATED MODULE: ./report/plan/describe-deviations.js


/** Number of edits that the message names. */
const describe_deviations_MAX_NAMED = 20;
/** Why a run does not apply an approved plan, as one error; undefined if it may. `createdAt`: when the plan was made. */
function describeDeviations(deviations, createdAt) {
    const [first] = deviations;
    if (first === undefined)
        return undefined;
    const items = deviations.map(({ edit, why }) => (edit === undefined ? why : `\`${edit}\`: ${why}`));
    const count = (0,shared_format/* plural */.LS)(deviations.length, 'difference');
    const message = `Nothing was sent: this run would not do exactly what the plan of ${createdAt} says (${count}). ` +
        `${(0,list_some/* listStatements */.l)(items, describe_deviations_MAX_NAMED)}. Plan again, and apply the new plan.`;
    return { severity: 'error', message, ...(first.at !== undefined && { at: first.at }) };
}

// EXTERNAL MODULE: ./plan/review/find-blocked.js
var find_blocked = __webpack_require__(72578);
// EXTERNAL MODULE: ./plan/review/review-plan.js + 6 modules
var review_plan = __webpack_require__(92997);
// EXTERNAL MODULE: ./plan/review/name-reference.js
var name_reference = __webpack_require__(19907);
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
 * or is already paid for, and nothing else is sent, renamed or removed.
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
    const errors = (0,shared_problem/* listErrors */.Gr)(approved.problems).length;
    const differs = (what, then, today) => then === today ? [] : [`the plan is for ${what} \`${then}\`, and this run is for \`${today}\``];
    return [
        ...(errors > 0 ? [`the plan has ${(0,shared_format/* plural */.LS)(errors, 'error')}`] : []),
        ...differs('the spec', approved.spec.path, now.spec),
        ...differs('the destination', approved.destination, now.destination),
    ];
}
function judgeEdit(edit, then, approved, { recorded }) {
    const { kind } = edit.action;
    if (then === undefined)
        return judgeAdded(edit);
    const isToSend = then.action === 'submit';
    // What another run works on is sent by this one only if the plan says so; see `listApproved`.
    if (!isToSend && kind !== 'submit')
        return judgeOutput(edit, then);
    if (kind === 'skip')
        return `it was to be sent, and is left out: ${edit.action.reason}`;
    if (find_deviations_contentOf(edit) !== then.fingerprint)
        return describeOtherContent(edit, then);
    if (!isToSend)
        return describeNewSend(then);
    return judgeOutput(edit, then) ?? findSentSince(edit, approved.createdAt, recorded);
}
/** An edit that the plan does not have. Nothing happens to what is unchanged or left out. */
function judgeAdded({ id, action }) {
    switch (action.kind) {
        case 'skip':
        case 'hold':
        case 'other-run':
            return undefined;
        case 'unchanged':
        case 'aside':
            return action.from === id ? undefined : 'it is not in the plan';
        case 'submit':
        case 'collect':
        case 'share':
        case 'adopt':
            return 'it is not in the plan';
    }
}
function judgeOutput({ output, action }, then) {
    if (action.kind === 'skip' || action.kind === 'hold' || output === then.output)
        return undefined;
    return `its pictures would be saved as \`${output}\`, and not as \`${then.output}\``;
}
/** The fingerprint of the pictures that the edit will have. */
function find_deviations_contentOf({ action, fingerprint }) {
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

// EXTERNAL MODULE: ./run/prepare/make-plan.js + 16 modules
var make_plan = __webpack_require__(16205);
;// CONCATENATED MODULE: ./run/prepare/check-approval.js





/** An error if the run would not do exactly what the approved plan says; without such a plan there is none. Pure. */
function checkApproval({ approved, ids }, plan, { spec, branch }, first, inputs) {
    if (approved === undefined)
        return [];
    // Those that only give their outputs to others are the business of another job.
    const edits = ids === undefined ? plan.edits : plan.edits.filter(({ id }) => ids.has(id));
    const recorded = branch?.recorded;
    const orphaned = (0,find_orphaned/* findOrphaned */.d)(edits, {
        spec: spec.path,
        specIds: (0,make_plan/* idsOf */.UX)(first),
        prune: inputs.prune,
        ...(recorded !== undefined && { recorded }),
    });
    const deviations = findDeviations(approved, {
        spec: spec.path,
        destination: (0,name_destination/* nameDestination */.a)(inputs),
        edits,
        recorded,
        removed: orphaned.flatMap(({ id, isRemoved }) => (isRemoved ? [id] : [])),
    });
    const problem = describeDeviations(deviations, approved.createdAt);
    return problem === undefined ? [] : [problem];
}

;// CONCATENATED MODULE: ./run/prepare/check-delivery.js


/** One pixel of the largest picture that the model makes, as a PNG that cannot be compressed. */
const BYTES_PER_PIXEL = 4;
/**
 * What certainly keeps the pictures of `toSend` from being delivered, found before they are paid for: no artifact
 * service, or less free disk space than the largest picture needs.
 */
async function checkDelivery(toSend, { deliver }, { env, repository, temp, freeBytes }) {
    if (toSend.length === 0)
        return [];
    const messages = [];
    const fault = deliver.includes('artifact') ? findArtifactFault(env, repository.serverUrl) : undefined;
    if (fault !== undefined)
        messages.push(`Nothing was sent: its pictures could not be uploaded as an artifact: ${fault}. Set \`deliver: branch\` to commit them to a branch instead.`);
    const free = await freeBytes(temp);
    // A branch takes a second copy of each picture, in a git repository beside it.
    const copies = deliver.includes('branch') ? 2 : 1;
    const needed = copies * Math.max(...toSend.map(({ size }) => pixelsOf(size) * BYTES_PER_PIXEL));
    if (free !== undefined && free < needed)
        messages.push(`Nothing was sent: the disk of ${temp} has ${(0,shared_format/* formatBytes */.z3)(free)} left, and one picture may need ${(0,shared_format/* formatBytes */.z3)(needed)}. Free some disk space in an earlier step.`);
    return messages.map((message) => ({ severity: 'error', message }));
}
/** Other models than the default one have sizes of many names: 4K is the largest. */
function pixelsOf(size) {
    return size === undefined ? 4096 * 4096 : size.width * size.height;
}

;// CONCATENATED MODULE: ./run/prepare/check-models.js

/** An error for each model whose schema is not known although edits by it are to be sent: how they are sent is not known. Pure. */
function checkModels(toSend) {
    const unknown = toSend.filter(({ model, published }) => model !== shared_model/* MODEL */.A && published === undefined);
    return [...Map.groupBy(unknown, ({ model }) => model)].flatMap(([model, [first]]) => {
        if (first === undefined)
            return [];
        const message = `Nothing was sent: the schema of the model \`${model}\` is not known, so it is not known how a request has to be. A warning of its own says why. Run again later.`;
        return [{ severity: 'error', message, at: first.at }];
    });
}

// EXTERNAL MODULE: ./run/prepare/check-origin.js
var check_origin = __webpack_require__(22822);
// EXTERNAL MODULE: ./deliver/branch/open-branch.js + 2 modules
var open_branch = __webpack_require__(12655);
;// CONCATENATED MODULE: ./deliver/branch/check-signing.js


/**
 * Checks whether GitHub signs commits, by one with the files of `commit` that no branch will name. What rules of the branch
 * refuse shows only in a real push. If that commit cannot be read, nothing is known, and the delivery will show it.
 */
async function checkSigning({ place }, commit, signer, deps) {
    const { signal } = deps;
    const tree = commit === undefined ? undefined : await signer.treeOf(commit, signal);
    if (commit === undefined || tree === undefined)
        return [];
    const order = { tree, parents: [commit], message: 'Check whether commits are signed' };
    const asked = await (0,retry_offline/* retryOffline */.C)(async () => {
        const answer = await signer.create(order, signal);
        return answer.kind === 'offline' ? { ok: false, error: answer } : { ok: true, value: answer };
    }, deps);
    const answer = asked.ok ? asked.value : { kind: 'offline', why: asked.error.why };
    if (answer.kind === 'signed')
        return [];
    return [{ severity: 'error', message: describeUnsigned(answer, place.branch) }];
}

;// CONCATENATED MODULE: ./run/ledger/check-store.js
const NOT_KEPT = 'What this run sends is not recorded for later runs: if it is killed, they cannot collect what was paid for.';
const IN_CACHE = 'The ledger is kept in the Actions cache: another run that begins at the same time may send, and pay for, the same edits (keep them apart with `concurrency`), runs of other branches see little of it, and GitHub forgets it after 7 days without use.';
/**
 * Checks, before the first submit, that what is sent can be recorded; the problem says why it cannot, and then nothing
 * may be sent. With `auto`, the run continues without a store that it may not read or write, and the log says so.
 */
async function checkStore(ledger, { mode, isWritable }, { log }, signal) {
    const { opened, found } = ledger;
    const isKnown = isWritable && opened.kind === 'git';
    const writeFault = found.ok && !isKnown ? await opened.findWriteFault(signal) : undefined;
    const fault = found.ok ? writeFault : found.error;
    if (fault === undefined) {
        if (opened.kind === 'cache')
            log.info(IN_CACHE);
        if (mode === 'auto' && !ledger.keepsRecord())
            log.info(`There is no \`github-token\` to keep a ledger with. ${NOT_KEPT}`);
        return undefined;
    }
    if (mode === 'auto' && fault.kind === 'denied') {
        ledger.stopKeeping();
        log.info(`${fault.message} ${NOT_KEPT}`);
        return undefined;
    }
    const message = `Nothing was sent: ${fault.message} Set \`ledger: none\` to run without it.`;
    return { severity: 'error', message };
}

;// CONCATENATED MODULE: ./run/prepare/check-rights.js




/**
 * Checks, before the first submit, that the branch and the ledger can be written, and that commits are signed if they must be. What keeps the branch from being
 * written usually applies to the ledger too, so then the ledger is not asked. Throws the signal's reason.
 */
async function checkRights(toSend, branch, ledger, { ledger: mode, signCommits, githubToken }, world, signal) {
    const { clock, random, log } = world;
    const deps = { clock, random, log, signal };
    const refusals = branch === undefined ? [] : await (0,open_branch/* checkBranchWritable */.B)(toSend, branch, deps);
    signal.throwIfAborted();
    if (refusals.length > 0)
        return refusals;
    if (branch !== undefined && signCommits) {
        const known = (0,tip_facts/* pictureCommit */.Et)(branch) ?? world.repository.sha;
        const unsigned = await checkSigning(branch, known, world.commitSigner(githubToken), deps);
        signal.throwIfAborted();
        if (unsigned.length > 0)
            return unsigned;
    }
    const refusal = await checkStore(ledger, { mode, isWritable: branch !== undefined }, world, signal);
    return refusal === undefined ? [] : [refusal];
}

// EXTERNAL MODULE: ./run/prepare/describe-repository.js
var describe_repository = __webpack_require__(80427);
// EXTERNAL MODULE: ./run/prepare/look-around.js + 2 modules
var look_around = __webpack_require__(19043);
// EXTERNAL MODULE: ./run/ledger/look-at-work.js + 2 modules
var look_at_work = __webpack_require__(11964);
// EXTERNAL MODULE: ./ledger/stores/cache-available.js
var cache_available = __webpack_require__(22518);
// EXTERNAL MODULE: ./ledger/stores/cache-over-git.js + 2 modules
var cache_over_git = __webpack_require__(92268);
// EXTERNAL MODULE: ./run/ledger/open-store.js
var open_store = __webpack_require__(24473);
;// CONCATENATED MODULE: ./run/ledger/choose-store.js



/**
 * Opens the store that the input `ledger` names. `auto` takes the repository; if the token may only read there, the
 * Actions cache, on top of what the repository records. If the runner offers no cache either, the run learns before it
 * sends anything that nothing is kept. Throws the signal's reason if that ends the wait.
 */
async function chooseStore(inputs, world, signal) {
    switch (inputs.ledger) {
        case 'none':
            return { ok: true, value: open_store/* NOTHING_KEPT */.Ff };
        case 'git':
            return await (0,open_store/* openGitStore */.oR)(inputs.githubToken, world, signal);
        case 'cache':
            return (0,open_store/* openCacheStore */.qb)(world);
        case 'auto':
            return await chooseFreely(inputs, world, signal);
    }
}
async function chooseFreely({ githubToken, deliver }, world, signal) {
    const isCacheThere = (0,cache_available/* findCacheFault */._)(world.env) === undefined;
    if (githubToken === '')
        return isCacheThere ? (0,open_store/* openCacheStore */.qb)(world) : { ok: true, value: open_store/* NOTHING_KEPT */.Ff };
    const opening = await (0,open_store/* openGitStore */.oR)(githubToken, world, signal);
    // A token that may push the branch may also write the ledger.
    if (!isCacheThere || deliver.includes('branch'))
        return opening;
    if (!opening.ok)
        return opening.error.kind === 'denied' ? (0,open_store/* openCacheStore */.qb)(world) : opening;
    const git = opening.value;
    const fault = await git.findWriteFault(signal);
    if (fault?.kind !== 'denied') {
        // Known by now: it is not asked again.
        return { ok: true, value: { ...git, findWriteFault: async () => await Promise.resolve(fault) } };
    }
    const cache = (0,open_store/* openCacheStore */.qb)(world);
    if (!cache.ok)
        return opening;
    world.log.info(`${fault.message} It is kept in the Actions cache instead.`);
    const store = (0,cache_over_git/* createCacheOverGit */.P)(cache.value.store, git.store);
    return {
        ok: true,
        value: {
            ...cache.value,
            store,
            [Symbol.asyncDispose]: async () => {
                await git[Symbol.asyncDispose]();
            },
        },
    };
}

// EXTERNAL MODULE: ./run/ledger/this-step.js
var this_step = __webpack_require__(88964);
;// CONCATENATED MODULE: ./ledger/write/outbox.js
const EMPTY_OUTBOX = { parcels: [], isHurried: false };
function add(outbox, parcel) {
    return { ...outbox, parcels: [...outbox.parcels, { ...parcel, stage: 'new' }] };
}
/**
 * The journal has the parcel with this key, or (`isRecorded` is false) cannot take it. Then its claims are dropped, as the
 * post step of a killed process could not release them, and everything else leaves at once.
 */
function ready(outbox, key, isRecorded) {
    const parcels = outbox.parcels.map((parcel) => {
        if (parcel.key !== key)
            return parcel;
        return { ...parcel, stage: 'ready', changes: isRecorded ? parcel.changes : withoutClaims(parcel) };
    });
    return { parcels, isHurried: outbox.isHurried || !isRecorded };
}
/** What is ready has waited long enough. */
function hurried(outbox) {
    return { ...outbox, isHurried: true };
}
/** A write begins, or is tried again: it carries everything that is ready by now. */
function taken({ parcels }) {
    const first = listReady(parcels);
    const rest = parcels.slice(first.length);
    return {
        parcels: [...first.map((parcel) => ({ ...parcel, stage: 'taken' })), ...rest],
        isHurried: false,
    };
}
/** The write succeeded. */
function outbox_saved(outbox) {
    return { ...outbox, parcels: outbox.parcels.filter(({ stage }) => stage !== 'taken') };
}
/**
 * The write failed, for everything that is ready by now: claims are not granted, everything else goes with the next write,
 * and no caller waits for it anymore.
 */
function outbox_failed(outbox) {
    const first = listReady(outbox.parcels);
    const left = first.map((parcel) => ({
        ...parcel,
        stage: 'ready',
        isAwaited: false,
        changes: withoutClaims(parcel),
    }));
    return { ...outbox, parcels: [...left, ...outbox.parcels.slice(first.length)] };
}
/** Whether there is something to write now. */
function isDue({ parcels, isHurried }) {
    const first = listReady(parcels);
    return first.length > 0 && (isHurried || first.some(({ isAwaited }) => isAwaited));
}
/** Whether something must be written after a while: other runs wait for it, or its money would be lost with this machine. */
function isUrgent({ parcels }) {
    return parcels.some(({ changes }) => changes.some(({ kind }) => kind === 'accepted' || kind === 'maybe-sent' || kind === 'released'));
}
/** The first parcels that may leave or have left: one that is not in the journal yet holds back those behind it. */
function listReady(parcels) {
    const end = parcels.findIndex(({ stage }) => stage === 'new');
    return end < 0 ? parcels : parcels.slice(0, end);
}
/** What the write that is under way carries. */
function listTaken({ parcels }) {
    return parcels.filter(({ stage }) => stage === 'taken');
}
/** What is in the way of a parcel's own claims, by fingerprint. */
function pickRefused({ changes }, refused) {
    const claimed = new Set(changes.map((change) => (change.kind === 'claim' ? change.claim.fingerprint : '')));
    return new Map([...refused].filter(([fingerprint]) => claimed.has(fingerprint)));
}
/**
 * The end of a parcel's claims that were refused. The journal needs it: of a claim without an end, nothing is certain once
 * another line cannot be read.
 */
function listRefused({ changes }, refused) {
    return changes.flatMap((change) => {
        if (change.kind !== 'claim' || !refused.has(change.claim.fingerprint))
            return [];
        const { id, fingerprint } = change.claim;
        return [{ kind: 'released', fingerprint, id }];
    });
}
function withoutClaims({ changes }) {
    return changes.filter(({ kind }) => kind !== 'claim');
}

// EXTERNAL MODULE: ./ledger/write/save-changes.js + 1 modules
var save_changes = __webpack_require__(41250);
;// CONCATENATED MODULE: ./ledger/write/create-change-sender.js





function createChangeSender(deps) {
    const { journal, clock, log, signal, idDelayMs = 10_000 } = deps;
    const line = (0,shared_line/* createLine */.R)();
    const answers = new Map();
    let outbox = EMPTY_OUTBOX;
    let keys = 0;
    let known;
    let wasOpened = false;
    let foreignWrites = 0;
    let phase = { kind: 'idle' };
    function take() {
        outbox = taken(outbox);
        return listTaken(outbox).flatMap(({ changes }) => changes);
    }
    async function write() {
        take();
        const saved = await orFailed((0,save_changes/* saveChanges */.Zm)(known, take, deps));
        known = saved.ok ? saved.value.snapshot : undefined;
        if (saved.ok && saved.value.wasRead)
            foreignWrites += 1;
        const parcels = saved.ok ? listTaken(outbox) : listReady(outbox.parcels);
        outbox = saved.ok ? outbox_saved(outbox) : outbox_failed(outbox);
        if (saved.ok) {
            for (const parcel of parcels)
                note(listRefused(parcel, saved.value.refused));
            noteStored(parcels);
        }
        else if (!parcels.some(({ isAwaited }) => isAwaited))
            log.info(saved.error.message);
        for (const parcel of parcels) {
            const refused = saved.ok ? pickRefused(parcel, saved.value.refused) : undefined;
            answers.get(parcel.key)?.(refused === undefined ? saved : { ok: true, value: { refused } });
            answers.delete(parcel.key);
        }
    }
    function noteStored(parcels) {
        const last = parcels.findLast(({ changes }) => changes.length > 0);
        if (last === undefined)
            return;
        note([{ kind: 'stored', upTo: last.upTo }]);
    }
    /** What the journal need not have: without it, the post step of a killed process only does more than it must. */
    function note(records) {
        for (const record of records)
            journal.append(record).catch((error) => {
                log.debug(`Cannot record in the journal what the store has: ${(0,describe_error/* describeError */.U)(error)}`);
            });
    }
    async function writeAllDue() {
        if (phase.kind === 'writing')
            return;
        if (isDue(outbox)) {
            if (phase.kind === 'waiting')
                phase.timer.abort();
            phase = { kind: 'writing' };
            try {
                while (isDue(outbox))
                    await line.run(write);
            }
            finally {
                phase = { kind: 'idle' };
            }
        }
        if (phase.kind === 'idle' && !signal.aborted && isUrgent(outbox))
            await writeLater();
    }
    async function writeLater() {
        const timer = new AbortController();
        phase = { kind: 'waiting', timer };
        if (!(await (0,wait/* wait */.u)(clock, idDelayMs, AbortSignal.any([signal, timer.signal]))))
            return;
        outbox = hurried(outbox);
        await writeAllDue();
    }
    async function read() {
        const found = await orFailed((0,save_changes/* readStore */.uz)(deps));
        if (!found.ok)
            return found;
        if (wasOpened && found.value.version !== known?.version)
            foreignWrites += 1;
        wasOpened = true;
        known = found.value;
        return found;
    }
    return {
        get foreignWrites() {
            return foreignWrites;
        },
        add: (changes, answer) => {
            const key = (keys += 1);
            if (answer !== undefined)
                answers.set(key, answer);
            outbox = add(outbox, { key, changes, upTo: journal.lines, isAwaited: answer !== undefined });
            return key;
        },
        send: (key, isRecorded) => {
            outbox = ready(outbox, key, isRecorded);
            void writeAllDue();
        },
        read: async () => await line.run(read),
    };
}
/** An unexpected error counts as a failure of the store: every caller gets an answer, and no claim is granted. */
async function orFailed(work) {
    try {
        return await work;
    }
    catch (error) {
        const message = `The ledger of work in flight failed with an internal error: ${(0,describe_error/* describeError */.U)(error)}. Set \`ledger: none\` to run without it.`;
        return { ok: false, error: { kind: 'failed', message } };
    }
}

// EXTERNAL MODULE: ./ledger/life/prune.js
var prune = __webpack_require__(38814);
;// CONCATENATED MODULE: ./ledger/write/create-ledger.js




/**
 * Keeps the ledger for one step: each change is in the journal before it goes to the store. During an outage the store is
 * tried again until the signal ends that, which must come later than the end of the run's own work.
 */
function createLedger(deps) {
    const { journal, step, log } = deps;
    const sender = createChangeSender(deps);
    let began;
    /** Begins the lines at once, so that the journal has all changes in the order in which they go to the store. */
    function record(changes) {
        began ??= journal.append({ kind: 'began', step });
        return Promise.all([
            began,
            ...changes.map(async (change) => {
                await journal.append(change);
            }),
        ]);
    }
    async function update(changes) {
        const recorded = record(changes);
        const { promise, resolve } = Promise.withResolvers();
        const key = sender.add(changes, resolve);
        try {
            await recorded;
            sender.send(key, true);
        }
        catch (error) {
            const message = `${describeJournalFault(journal.file, error)} Nothing more is submitted.`;
            if (changes.some(({ kind }) => kind === 'claim'))
                resolve({ ok: false, error: { kind: 'denied', message } });
            sender.send(key, false);
        }
        return await promise;
    }
    return {
        get foreignWrites() {
            return sender.foreignWrites;
        },
        open: async () => {
            const read = await sender.read();
            return read.ok ? { ok: true, value: (0,prune/* pruneOld */.i)(read.value.ledger, (0,save_changes/* readTimes */.fh)(deps)) } : read;
        },
        update,
        note: async (changes) => {
            const recorded = record(changes);
            const key = sender.add(changes);
            try {
                await recorded;
                sender.send(key, true);
            }
            catch (error) {
                log.info(describeJournalFault(journal.file, error));
                sender.send(key, false);
            }
        },
        posting: async ({ id }) => {
            await journal.append({ kind: 'posting', id });
        },
        flush: async () => {
            const result = await update([]);
            return result.ok ? { ok: true, value: undefined } : result;
        },
    };
}
function describeJournalFault(file, error) {
    return `Cannot record what was sent in ${file} on this machine: ${(0,describe_error/* describeError */.U)(error)}.`;
}

// EXTERNAL MODULE: ../node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(69987);
;// CONCATENATED MODULE: ./ledger/write/journal-record.js

const step = schemas/* strictObject */.rej({
    runId: schemas/* string */.YjP(),
    attempt: schemas/* number */.aig(),
    name: schemas/* string */.YjP(),
    job: schemas/* string */.YjP().exactOptional(),
    process: schemas/* strictObject */.rej({ machine: schemas/* string */.YjP(), pid: schemas/* number */.aig() }).exactOptional(),
    url: schemas/* string */.YjP(),
});
const fingerprint = schemas/* string */.YjP();
const requestId = schemas/* string */.YjP();
const id = schemas/* string */.YjP();
const claim = schemas/* strictObject */.rej({
    id,
    fingerprint,
    edit: schemas/* string */.YjP(),
    destination: schemas/* string */.YjP(),
    step,
    claimedAtMs: schemas/* number */.aig(),
    overAtMs: schemas/* number */.aig(),
});
const job = { fingerprint, requestId };
const recordSchema = schemas/* discriminatedUnion */.gMt('kind', [
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('began'), step }),
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('claim'), claim, over: schemas/* array */.YOg(schemas/* string */.YjP()) }),
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('posting'), id }),
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('accepted'), claim, requestId, submittedAtMs: schemas/* number */.aig() }),
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('maybe-sent'), claim }),
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('released'), fingerprint, id }),
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('delivered'), ...job, destination: schemas/* string */.YjP(), atMs: schemas/* number */.aig() }),
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('unusable'), ...job, destination: schemas/* string */.YjP() }),
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('ended-empty'), ...job }),
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('lost'), ...job, atMs: schemas/* number */.aig() }),
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('stored'), upTo: schemas/* number */.aig() }),
]);
/** Reads one line of the journal; undefined if it is not a record. */
function journal_record_parseRecord(line) {
    let json;
    try {
        json = JSON.parse(line);
    }
    catch {
        // The process was killed while it wrote, or the disk was full.
        return undefined;
    }
    return recordSchema.safeParse(json).data;
}

;// CONCATENATED MODULE: ./ledger/write/journal.js



/**
 * Opens a journal (absolute path; its folder must exist), to continue after the last line that a killed process wrote.
 * Throws as the file system does.
 */
async function openJournal(file) {
    const handle = await (0,promises_.open)(file, 'a+');
    try {
        let lines = await repairTail(handle);
        let queued = '';
        let writing = Promise.resolve();
        let next;
        const writeQueued = async () => {
            next = undefined;
            const text = queued;
            queued = '';
            await handle.appendFile(text);
            await handle.datasync();
        };
        return {
            file,
            get lines() {
                return lines;
            },
            append: async (record) => {
                queued += `${JSON.stringify(record)}\n`;
                lines += 1;
                // Everything queued while the disk is busy goes with one sync, and after an error nothing is written anymore: a line
                // of `createLine` would give each record a turn of its own, and would go on.
                next ??= writing = writing.then(writeQueued);
                await next;
            },
            [Symbol.asyncDispose]: async () => {
                await writing.catch(() => undefined); // those who appended have the error
                await handle.close();
            },
        };
    }
    catch (error) {
        await handle.close();
        throw error;
    }
}
/**
 * Completes a last line that was cut short, so that the next record begins a line of its own; returns the number of
 * lines.
 */
async function repairTail(handle) {
    const bytes = await handle.readFile();
    const whole = bytes.lastIndexOf('\n') + 1;
    const lines = splitLines(bytes.toString('utf8', 0, whole)).length;
    if (whole === bytes.length)
        return lines;
    if (journal_record_parseRecord(bytes.toString('utf8', whole)) === undefined) {
        await handle.truncate(whole);
        return lines;
    }
    await handle.appendFile('\n');
    return lines + 1;
}
/** The records of a journal; none if there is no such file. A last line that was cut short is left out. */
async function readJournal(file) {
    const text = await readIfExists(file);
    return text === undefined ? [] : parseJournal(text);
}
function parseJournal(text) {
    const isCut = !text.endsWith('\n');
    const lines = splitLines(text);
    return lines.flatMap((line, index) => {
        const record = parseRecord(line);
        if (record !== undefined)
            return [record];
        // It was never confirmed as durable, so nothing was done because of it.
        return isCut && index === lines.length - 1 ? [] : [{ kind: 'unreadable' }];
    });
}
function splitLines(text) {
    const lines = text.split('\n');
    return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

// EXTERNAL MODULE: ./run/ledger/measure-ahead.js
var measure_ahead = __webpack_require__(17589);
// EXTERNAL MODULE: ./ledger/stores/no-store.js
var no_store = __webpack_require__(17919);
;// CONCATENATED MODULE: ./run/ledger/stoppable-store.js

function createStoppableStore({ kind, store }) {
    let [reading, writing] = [store, store];
    let isKept = kind !== 'none';
    return {
        store: {
            read: async (until) => await reading.read(until),
            write: async (...order) => await writing.write(...order),
        },
        keepsRecord: () => isKept,
        stopKeeping: (isReadable) => {
            isKept = false;
            writing = (0,no_store/* createNoStore */.d)();
            if (!isReadable)
                reading = writing;
        },
    };
}

;// CONCATENATED MODULE: ./run/ledger/open-ledger.js
var open_ledger_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var open_ledger_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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













/** The runner's SIGTERM comes 7.5 s after its SIGINT; by then the report must be written, too. */
const LEAVING_MS = 6000;
/**
 * Reads what is in flight, as the input `ledger` says. If it cannot be read, `found` says why: whether that matters
 * depends on the plan. Throws the signal's reason if that ends the wait.
 */
async function openLedger(inputs, world, signal) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { clock, state, stop, temp } = world;
        const made = open_ledger_addDisposableResource(env_1, new AsyncDisposableStack(), true);
        const thisStep = (0,this_step/* createThisStep */.X)(inputs, world);
        // In a folder of its own, which is never uploaded; the post step finds it there if this process is killed.
        const file = external_node_path_.join(await (0,promises_.mkdtemp)(external_node_path_.join(temp, 'dreamina-journal-')), 'journal.jsonl');
        const journal = made.use(await openJournal(file));
        state.save({ journal: file });
        const opening = await chooseStore(inputs, world, signal);
        const opened = made.use(opening.ok ? opening.value : open_store/* NOTHING_KEPT */.Ff);
        const { store, keepsRecord, stopKeeping } = createStoppableStore(opened);
        const leaving = made.use((0,leaving_limit/* startLeavingLimit */.u)(clock, stop, LEAVING_MS));
        const finished = new AbortController();
        const done = new AbortController();
        made.defer(() => {
            done.abort();
        });
        let serverAheadMs;
        const times = { clock, serverAheadMs: () => serverAheadMs };
        const handle = createLedger({
            ...world,
            store,
            journal,
            step: thisStep,
            ...times,
            signal: AbortSignal.any([leaving.signal, finished.signal]),
        });
        const first = !opening.ok ? opening : await (0,or_aborted/* orAborted */.H)(handle.open(), signal);
        if (first.ok)
            serverAheadMs = await (0,measure_ahead/* measureAhead */.O)(first.value.ledger, inputs.githubToken, world, signal);
        const read = first.ok && serverAheadMs !== undefined ? await (0,or_aborted/* orAborted */.H)(handle.open(), signal) : first;
        if (!read.ok)
            signal.throwIfAborted();
        const resources = made.move();
        return {
            handle,
            thisStep,
            found: read,
            opened,
            readTimes: () => (0,save_changes/* readTimes */.fh)(times),
            readAgain: async () => {
                const again = await handle.open();
                return again.ok ? again.value.ledger : undefined;
            },
            keepsRecord,
            stopKeeping: () => {
                stopKeeping(read.ok);
            },
            finish: async (limitMs) => {
                // Nothing was claimed of a store that could not be read: it need not be asked again.
                if (!read.ok)
                    return { ok: true, value: undefined };
                void (0,wait/* wait */.u)(clock, limitMs, done.signal).then((isOver) => {
                    if (isOver)
                        finished.abort(new Error('it could not be reached in time'));
                });
                return await handle.flush();
            },
            [Symbol.asyncDispose]: async () => {
                await resources.disposeAsync();
            },
        };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = open_ledger_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}

;// CONCATENATED MODULE: ./run/prepare/meet-ledger.js
var meet_ledger_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var meet_ledger_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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
 * Opens the ledger and looks at what is in flight. `startedAtMs` is the start of this run, by the clock of this machine.
 * Throws the signal's reason; then nothing is left open.
 */
async function meetLedger(plan, startedAtMs, inputs, world, signal) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const made = meet_ledger_addDisposableResource(env_1, new AsyncDisposableStack(), true);
        const ledger = made.use(await openLedger((0,look_at_work/* skipIdleLedger */.T)(plan, inputs), world, signal));
        const work = await (0,look_at_work/* lookAtWork */.E)(ledger, startedAtMs, inputs, world, signal);
        const resources = made.move();
        return {
            ...work,
            ledger,
            [Symbol.asyncDispose]: async () => {
                await resources.disposeAsync();
            },
        };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = meet_ledger_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}

// EXTERNAL MODULE: ./run/prepare/read-approved-plan.js
var read_approved_plan = __webpack_require__(46399);
// EXTERNAL MODULE: ./run/prepare/refused-run.js
var refused_run = __webpack_require__(83859);
;// CONCATENATED MODULE: ./run/prepare/take-shard.js
const WHOLE = { maySend: undefined, part: 1, monthSpentUsd: undefined };
/** The part of an approved plan that the input `shard` names; without that input, the whole. Pure. */
function takeShard(approved, shard) {
    if (approved === undefined)
        return { ok: true, value: { approved, ids: undefined, share: WHOLE } };
    const toSend = approved.edits.flatMap(({ id, action }) => (action === 'submit' ? [id] : []));
    if (shard === undefined || shard.kind === 'merge') {
        const maySend = new Set(shard === undefined ? toSend : []);
        return { ok: true, value: { approved, ids: undefined, share: { ...WHOLE, maySend } } };
    }
    const { shards } = approved;
    if (shards === undefined)
        return take_shard_refuse('was not divided. Plan with the input `max-shards`');
    const { rest, shared } = shards;
    if (shard.of !== rest.length)
        return take_shard_refuse(`has ${rest.length} shards, and not ${shard.of}. Take the shards from its output \`shards\``);
    const ids = new Set(shard.index === 0 ? shared : rest[shard.index - 1]);
    const maySend = new Set(toSend.filter((id) => ids.has(id)));
    return {
        ok: true,
        value: {
            // What other jobs send is none of this one's business.
            approved: {
                ...approved,
                edits: approved.edits.filter(({ id, action }) => action !== 'submit' || ids.has(id)),
            },
            ids,
            share: {
                maySend,
                part: toSend.length === 0 ? 0 : maySend.size / toSend.length,
                monthSpentUsd: approved.month?.spentUsd,
            },
        },
    };
}
function take_shard_refuse(what) {
    const message = `Input \`shard\` names a part of the plan, but the plan in \`plan-file\` ${what}.`;
    return { ok: false, error: [{ severity: 'error', message }] };
}

;// CONCATENATED MODULE: ./run/prepare/warn-of-lost-head.js

/**
 * A warning if the branch of a pull request that was never merged is gone: pictures that only it had are about to be paid for
 * again. Says nothing if GitHub does not answer. Throws the signal's reason.
 */
async function warnOfLostHead(branch, { githubToken }, world, signal) {
    if (branch?.place.into === undefined || branch.tip !== undefined)
        return [];
    const { branch: head, into: base } = branch.place;
    const last = await world.pullRequests(githubToken).findLast({ head, base }, signal);
    signal.throwIfAborted();
    if (!last.ok || last.value === undefined || last.value.isMerged)
        return [];
    const { number, url } = last.value;
    const message = `Branch ${(0,branch_paths/* quotePath */.WG)(head)} was deleted, and its pull request ${number} was not merged, so pictures that only it had are made and paid for again. To use them instead, cancel the run and restore the branch: ${url}`;
    return [{ severity: 'warning', message }];
}

;// CONCATENATED MODULE: ./run/prepare/prepare.js
var prepare_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var prepare_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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


















/** Looks around, plans, meets the ledger, plans again, and checks what the run needs. Sends nothing that costs. */
async function prepare(inputs, world, signal) {
    const work = async () => await prepareInTime(inputs, world, signal);
    return await (0,refused_run/* unlessCutShort */.R)('Nothing was sent', signal, work);
}
async function prepareInTime(inputs, world, signal) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { clock, log, state } = world;
        const startedAtMs = clock.now();
        const foreign = await (0,check_origin/* checkOrigin */.X)(inputs, world, signal);
        signal.throwIfAborted();
        if (foreign !== undefined)
            return { kind: 'refused', problems: [foreign] };
        const made = prepare_addDisposableResource(env_1, new AsyncDisposableStack(), true);
        const approval = await (0,read_approved_plan/* readApprovedPlan */.h)(inputs, world);
        const shard = approval.ok ? takeShard(approval.value, inputs.shard) : approval;
        const ids = shard.ok ? shard.value.ids : undefined;
        const looked = await (0,look_around/* lookAround */.h)({ ...inputs, ids }, world, signal);
        const unread = shard.ok ? [] : shard.error;
        if (!looked.ok)
            return { kind: 'refused', problems: [...unread, ...looked.error] };
        const seen = made.use(looked.value);
        if (!shard.ok)
            return { kind: 'refused', problems: [...unread, ...seen.problems] };
        const finished = await (0,make_plan/* planFinished */.gH)(seen, inputs, world, signal);
        const { faults, others } = finished;
        if (faults.length > 0)
            return { kind: 'refused', problems: [...seen.problems, ...seen.branchFaults, ...faults] };
        const adopting = await adoptPictures(seen.edits, finished, world, signal);
        if (!adopting.ok)
            return { kind: 'refused', problems: [...seen.problems, adopting.error] };
        const { copies, ...adopted } = made.use(adopting.value);
        const first = { ...finished, ...adopted, problems: [...finished.problems, ...adopted.problems] };
        const met = made.use(await meetLedger(first.plan, startedAtMs, inputs, world, signal));
        const { ledger } = met;
        const plan = (0,make_plan/* planWithFlight */.yI)(seen, first, met, inputs);
        const toSend = (0,list_to_send/* listToSend */.G)(plan);
        const { visibility } = world.github(inputs.githubToken);
        const { forms, problems: formProblems } = await (0,reference_forms/* resolveReferenceForms */.F)(toSend, {
            mode: inputs.references,
            repository: await (0,describe_repository/* describeRepository */.M)(visibility, world),
            signal,
        });
        const problems = [
            ...seen.problems,
            ...seen.branchFaults,
            ...first.problems,
            ...formProblems,
            ...(0,make_plan/* judgePlan */.t7)(plan, seen, first, met, inputs, { nowMs: clock.now(), mode: 'apply' }),
            ...checkApproval(shard.value, plan, seen, first, inputs),
            ...checkModels(toSend),
            ...(await checkDelivery(toSend, inputs, world)),
        ];
        // Asked last and only if it matters: this takes requests of its own.
        if (toSend.length > 0 && !hasErrors(problems)) {
            problems.push(...(await checkRights(toSend, seen.branch, ledger, inputs, world, signal)), ...(await warnOfLostHead(seen.branch, inputs, world, signal)));
        }
        else if (!ledger.found.ok)
            log.info(ledger.found.error.message);
        if (hasErrors(problems))
            return { kind: 'refused', problems };
        state.save({ ledger: ledger.keepsRecord() ? ledger.opened.kind : 'none' });
        log.info([...(0,describe_plan/* describePlan */.d)(plan, forms, clock.now()), ...problems.map(describeWarning)].join('\n'));
        const resources = made.move();
        return {
            kind: 'ready',
            plan,
            forms,
            specIds: (0,make_plan/* idsOf */.UX)(first),
            specEdits: seen.spec.edits,
            budget: seen.spec.budget,
            share: shard.value.share,
            prices: seen.prices,
            ledger,
            watch: met.watch,
            debts: met.debts,
            branch: seen.branch,
            base: seen.base,
            others,
            copies,
            problems,
            [Symbol.asyncDispose]: async () => {
                await resources.disposeAsync();
            },
        };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = prepare_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
function hasErrors(problems) {
    return (0,shared_problem/* listErrors */.Gr)(problems).length > 0;
}
/** Shown before anything is paid for; as an annotation it comes with the report. */
function describeWarning(problem) {
    return `warning: ${(0,shared_problem/* formatProblem */.Vw)(problem)}`;
}

// EXTERNAL MODULE: ./run/comment/post-comment.js + 1 modules
var post_comment = __webpack_require__(7921);
// EXTERNAL MODULE: ./report/comment/comment-body.js
var comment_body = __webpack_require__(59684);
;// CONCATENATED MODULE: ./run/pull/open-pull.js
var open_pull_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var open_pull_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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




/** Nothing waits for it but the end of the step. */
const open_pull_LIMIT_MS = 60_000;
const MOST_TRIES = 3;
const PAUSE_MS = 2000;
/**
 * Opens the pull request for the branch that the run delivered to, or replaces the text of the one that is open. What people
 * wrote around that text stays. Never merges. Undefined if the run is not asked to, or if the branch has nothing to propose.
 */
async function openPull({ opened, delivery, key, text }, { githubToken, pullInto: base, branch: head }, world) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        if (base === undefined || !isProposal(delivery, opened))
            return undefined;
        const { clock, log, stop, repository } = world;
        const limit = open_pull_addDisposableResource(env_1, (0,shared_deadline/* startDeadline */.d)(clock, open_pull_LIMIT_MS, 'the pull request', stop), false);
        const { signal } = limit;
        const pulls = world.pullRequests(githubToken);
        const branches = { head, base };
        let known;
        const placed = await (0,retry/* retry */.L)(async (tries) => {
            const result = await place(branches, pulls, { key, text }, (pull) => (known = pull), signal);
            const isLast = tries >= MOST_TRIES || signal.aborted;
            if (result.ok || result.error.kind !== 'failed' || isLast)
                return { kind: 'done', value: result };
            const waitMs = result.error.retryAfterMs ?? PAUSE_MS * tries;
            log.info((0,retry/* describeRetry */.e)(`Could not write the pull request: ${result.error.why}`, waitMs));
            return { kind: 'again', value: result, waitMs };
        }, { clock, signal });
        if (placed.ok) {
            log.info(`The pull request is up to date: ${placed.value.url}`);
            return { kind: 'up-to-date', number: placed.value.number, url: placed.value.url };
        }
        const { kind, why } = placed.error;
        if (known !== undefined)
            return { kind: 'not-updated', why, url: known.url };
        const compareUrl = `${repository.url}/compare/${(0,encode_path/* encodePath */.O)(base)}...${(0,encode_path/* encodePath */.O)(head)}?expand=1`;
        return { kind: 'not-opened', why, isDenied: kind === 'denied', compareUrl };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        open_pull_disposeResources(env_1);
    }
}
/** Whether the branch has something that the base does not have. */
function isProposal(delivery, opened) {
    return delivery.kind === 'committed' || (delivery.kind === 'unchanged' && opened?.joined?.isAhead === true);
}
/** Looks for it again with each try: the last one may have opened it, and only its answer was lost. */
async function place(branches, pulls, { key, text }, onFound, signal) {
    const found = await pulls.find(branches, signal);
    if (!found.ok)
        return found;
    const pull = found.value;
    if (pull !== undefined)
        onFound(pull);
    const body = (0,comment_body/* composeComment */.S)(key, pull?.body, text);
    if (body === undefined)
        return { ok: false, error: { kind: 'refused', why: 'what people wrote in it leaves no room for it' } };
    if (pull?.body === body)
        return { ok: true, value: pull };
    return pull === undefined
        ? await pulls.open(branches, { title: `Update pictures (${key.spec})`, body }, signal)
        : await pulls.update(pull.number, body, signal);
}

;// CONCATENATED MODULE: ./run/pull/propose.js




/** Proposes what is on the run's branch, if it is asked to: the report with what became of the pull request. */
async function propose(report, opened, before, inputs, world) {
    const { job, workspace } = world;
    const pull = await openPull({
        opened,
        delivery: report.branch,
        // One for each head, so the job that writes it does not matter.
        key: { spec: (0,post_comment/* nameSpec */.$)(inputs.spec, workspace), workflow: '', job: '', destination: '' },
        text: (0,render_comment/* runComment */.P6)(report, before, { runUrl: job.runUrl, job: job.name }),
    }, inputs, world);
    if (pull === undefined)
        return report;
    return { ...report, pull, problems: [...report.problems, ...(0,pull_outcome/* pullProblems */.q)(pull)] };
}

;// CONCATENATED MODULE: ./run/run.js
var run_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var run_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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
 * The story of a run: prepare (free), make the edits (paid), deliver, close the ledger, report. Whatever fails on the
 * way, what succeeded is delivered, what is in flight is recorded for the next run, and everything is reported. Throws
 * only on surprises.
 */
async function run(inputs, world) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { clock, log, state, stop } = world;
        const startedAtMs = clock.now();
        const deadline = run_addDisposableResource(env_1, (0,shared_deadline/* startDeadline */.d)(clock, inputs.timeoutMs, 'the run (input `timeout`)', stop), false);
        // Saved at once: the post step delivers what is in the folder if this process is killed.
        const folder = await (0,promises_.mkdtemp)(external_node_path_.join(world.temp, 'dreamina-edits-'));
        state.save({ folder, artifactName: inputs.artifactName, retentionDays: inputs.retentionDays });
        const prepared = await log.group('Plan', async () => await prepare(inputs, world, deadline.signal));
        if (prepared.kind === 'refused')
            return await refuseRun(prepared, { folder, startedAtMs }, inputs, world);
        const ready = run_addDisposableResource(env_1, prepared, true);
        const { plan, ledger } = ready;
        const start = { problems: ready.problems, startedAtMs, elapsedMs: 0 };
        const open = plan.edits.map((edit) => ({ edit, state: 'open' }));
        const record = startRunRecord({ ...start, edits: open }, folder, world);
        const { edits: made, refusal } = await makeEdits({ ...ready, inputs, folder, deadline, onChange: record.update }, world);
        await record.close();
        const edits = holdBackTakes(made);
        const before = listPicturesBefore(ready);
        const ended = {
            ...start,
            edits,
            outcome: (0,decide_outcome/* decideRunOutcome */.qD)(edits),
            problems: [...ready.problems, ...(refusal === undefined ? [] : [refusal])],
            ...(refusal !== undefined && { refusal }),
            elapsedMs: clock.now() - startedAtMs,
            keepsRecord: ledger.keepsRecord(),
            before,
        };
        const delivered = await log.group('Deliver', async () => await deliverRun(ended, { ...ready, inputs, folder }, world));
        const isDelivered = isWhole(delivered);
        // Saved at once: the post step of a process that is killed from here on uploads nothing a second time.
        if (isDelivered)
            state.save({ isDelivered });
        const debtProblems = describeDebts(ready.debts, plan.edits, delivered);
        const unrecorded = await closeLedger(edits, ledger, {
            deliver: inputs.deliver,
            destination: (0,name_destination/* nameDestination */.a)(inputs),
            delivered,
            recorded: ready.branch?.recorded,
        });
        const whole = { ...ended, problems: [...ended.problems, ...debtProblems, ...unrecorded] };
        const report = await propose(createReport(whole, delivered, world.repository), ready.branch, before, inputs, world);
        await publishReport(report, record, before, inputs, world);
        log.info(describeReport(report));
        if (isAllDone({ isStopped: stop.aborted, isDelivered }, unrecorded))
            state.save({ hasEnded: true });
        return judgeReport(report, inputs.failOn);
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = run_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}


/***/ })

};
