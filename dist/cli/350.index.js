export const id = 350;
export const ids = [350];
export const modules = {

/***/ 7350:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  modelsHere: () => (/* binding */ modelsHere)
});

// EXTERNAL MODULE: ./models/read-model.js + 2 modules
var read_model = __webpack_require__(2068);
// EXTERNAL MODULE: ./queue/create-queue-client.js + 27 modules
var create_queue_client = __webpack_require__(7373);
// EXTERNAL MODULE: ./shared/format.js
var format = __webpack_require__(9612);
// EXTERNAL MODULE: ./cli/check-here.js + 1 modules
var check_here = __webpack_require__(7106);
// EXTERNAL MODULE: ./models/own-keys.js
var own_keys = __webpack_require__(8165);
// EXTERNAL MODULE: ./shared/list-some.js
var list_some = __webpack_require__(5020);
// EXTERNAL MODULE: ./shared/model.js
var shared_model = __webpack_require__(962);
// EXTERNAL MODULE: ./shared/plain-text.js
var plain_text = __webpack_require__(295);
;// CONCATENATED MODULE: ./cli/describe-model.js





/** Keys that decide how large a picture is. */
const SIZE_KEY = /^(?:aspect_ratio|resolution|image_size|size|width|height|width×height)$/;
/** More choices than this are not listed. */
const MAX_CHOICES = 16;
/** A model in a few lines: references, sizes, other keys, price. */
function describeModel({ model, name, price }) {
    const { least, most } = model.references;
    const count = least === most ? String(least) : most === Infinity ? `${least} or more` : `${least} to ${most}`;
    const keys = [...model.options.keys()];
    const sizes = keys
        .filter((key) => SIZE_KEY.test(key))
        .map((key) => describeKey(key, model.options.get(key)));
    const others = keys.filter((key) => !SIZE_KEY.test(key));
    const cost = price === undefined ? 'price not known' : `from ${(0,format/* formatUsd */.UK)(price.baseUsd)} for each ${price.unit}`;
    return [
        `${name}: ${count} ${most === 1 ? 'image' : 'images'}, ${cost}`,
        ...sizes,
        ...(others.length === 0 ? [] : [`also ${(0,list_some/* listSome */.X)(others, MAX_CHOICES)}`]),
    ].map(plain_text/* toPlainLine */.Ic);
}
/** How a spec uses a model: its keys as comments, with what they may be. */
function renderSnippet({ model }) {
    const isDefault = model.id === shared_model/* MODEL */.A;
    const options = [...model.options].filter(([key]) => !isDefault || !own_keys/* OWN_KEYS */.M.has(key));
    const isNeeded = model.required.length > 0;
    return [
        'edits:',
        '  hero:',
        `    model: ${model.id}`,
        '    prompt: Put the mug on a beach.',
        '    images: [shots/mug.png]',
        ...(isDefault ? ['    # size: 2048x2048', '    # scale: 0.5', '    # force-single: true'] : []),
        ...(options.length === 0 ? [] : [`    ${isNeeded ? '' : '# '}options:`]),
        ...options.map(([key, rule]) => {
            const sign = model.required.includes(key) ? '' : '# ';
            return `    ${isNeeded ? '  ' : ''}${sign}${isNeeded ? '' : '  '}${(0,plain_text/* toPlainLine */.Ic)(describeKey(key, rule))}`;
        }),
    ];
}
function describeKey(key, rule) {
    return `${key}: ${rule === undefined ? 'any' : describeRule(rule)}`;
}
function describeRule(rule) {
    if (rule.type !== 'image' && rule.choices !== undefined)
        return (0,list_some/* listSome */.X)(rule.choices.map((choice) => JSON.stringify(choice).replace(/^"(.*)"$/, '$1')), MAX_CHOICES);
    switch (rule.type) {
        case 'text':
            return rule.mostLength === undefined ? 'text' : `text of up to ${rule.mostLength} characters`;
        case 'number':
            return `${rule.isWhole ? 'a whole number' : 'a number'}${describeRange(rule.range)}`;
        case 'boolean':
            return 'true or false';
        case 'list':
            return 'a list';
        case 'map':
            return 'a map';
        case 'image':
            return rule.isList ? 'files of the repository' : 'a file of the repository';
        case 'any':
            return 'a value';
    }
}
function describeRange({ least, most }) {
    if (least !== undefined && most !== undefined)
        return ` from ${least.value} to ${most.value}`;
    if (least !== undefined)
        return ` from ${least.value}`;
    return most === undefined ? '' : ` up to ${most.value}`;
}

// EXTERNAL MODULE: ./cli/exit-codes.js
var exit_codes = __webpack_require__(85);
// EXTERNAL MODULE: ./cli/paint.js
var cli_paint = __webpack_require__(6152);
;// CONCATENATED MODULE: ./cli/models-here.js
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







/** More pages than this are not asked for, whatever the service says of their number. */
const MAX_PAGES = 20;
/** `dreamina-edits models`: lists the service's edit models that a search finds; of a single one, also how a spec uses it. */
async function modelsHere(command, terminal) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const token = terminal.env['RUNCOMFY_TOKEN'] ?? '';
        if (token === '') {
            terminal.complain('The service lists its models only with a token: set RUNCOMFY_TOKEN to your API token.');
            return exit_codes/* EXIT_CODES */.a.usage;
        }
        const client = __addDisposableResource(env_1, (0,create_queue_client/* createQueueClient */.f)({ ...terminal, apiUrl: command.apiUrl, token, log: check_here/* SILENT */.q }), true);
        const found = await findModels(client, command.search, terminal.stop);
        terminal.stop.throwIfAborted();
        if (!found.ok) {
            terminal.complain(found.error);
            return exit_codes/* EXIT_CODES */.a.errors;
        }
        const models = found.value;
        if (command.isJson) {
            const listed = models.map(({ model, name, price }) => {
                return { id: model.id, name, price: price ?? null, inputSchema: model.schema };
            });
            terminal.print(JSON.stringify({ version: 1, command: 'models', models: listed }, null, 2));
            return exit_codes/* EXIT_CODES */.a.ok;
        }
        const paint = (0,cli_paint/* createPaint */.X)(terminal.isColored && !command.isPlain);
        const [only, ...others] = models;
        terminal.print([
            ...models.flatMap((each) => [
                paint.bold(each.model.id),
                ...describeModel(each).map((line) => `  ${line}`),
            ]),
            ...(only !== undefined && others.length === 0 ? ['', ...renderSnippet(only)] : []),
            ...(models.length === 1 ? [] : ['', `${(0,format/* plural */.LS)(models.length, 'edit model')}.`]),
        ].join('\n'));
        return exit_codes/* EXIT_CODES */.a.ok;
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
/** The edit models among those that the service finds, by id; one whose id is searched for comes alone. The error is a sentence. */
async function findModels(client, search, signal) {
    const entries = [];
    for (let page = 0; page < MAX_PAGES; page += 1) {
        const answer = await client.catalog({ search, offset: entries.length }, signal);
        if (!answer.ok)
            return { ok: false, error: answer.error.message };
        entries.push(...answer.value.models);
        if (answer.value.models.length === 0 || entries.length >= answer.value.total)
            break;
    }
    const models = entries.flatMap(({ id, name, price, inputSchema }) => {
        const model = (0,read_model/* readModel */.k)(id, inputSchema);
        return model.ok ? [{ model: model.value, name, price }] : [];
    });
    const exact = models.filter(({ model }) => model.id === search);
    const listed = exact.length > 0 ? exact : models;
    return { ok: true, value: listed.toSorted((a, b) => (a.model.id < b.model.id ? -1 : 1)) };
}


/***/ })

};
