import { type MinifyOptions, type MinifyResult, minifySync, parseSync, Visitor } from 'rolldown/utils';

type SourceMap = NonNullable<MinifyOptions['inputMap']>;

/** How the bundler writes an import of one of Node's own modules: each of them makes a `require` of its own. */
const NEW_REQUIRE = '__WEBPACK_EXTERNAL_createRequire(import.meta.url)';
const ITS_IMPORT = 'import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";\n';

/**
 * A module of Node that is loaded when something of it is used. zlib is needed for some pictures only; without it, a start takes 2 ms less.
 * In one line: the bundler's source map knows which line is whose.
 */
const LATER =
  'const __laterOfNode = (name) => { let loaded; ' +
  'return new Proxy({}, { get: (_, key) => (loaded ??= __requireOfNode(name))[key] }); };\n';

const WIDE = /[^\x00-\x7f]/;
/** After a backslash, an escape would mean something else than the character. */
const WIDE_AFTER_BACKSLASH = /(?<!\\)(?:\\\\)*\\[^\x00-\x7f]/;
/** Half of a character: a name cannot have an escape of it. */
const SURROGATE = /[\ud800-\udfff]/;

/**
 * A bundled module that does the same and is compiled sooner: without blanks, comments and code that nothing comes to, and with short
 * names except those of functions and classes, which the stack of an error shows. JavaScript's own functions count as free of effects: a
 * call whose result nothing uses is left out, even if it might throw. The result is ASCII if possible, which Node decodes sooner. Throws
 * if the code is not JavaScript.
 */
export function shorten(name: string, code: string): string {
  return escapeWide(name, minify(name, code).code);
}

/** The same with a source map, which is made from the bundler's (both are JSON), and without escapes: these would shift its columns. */
export function shortenWithMap(name: string, code: string, map: string): { code: string; map: string } {
  const result = minify(name, code, JSON.parse(map) as SourceMap);
  return { code: result.code, map: JSON.stringify(result.map) };
}

function minify(name: string, code: string, inputMap?: SourceMap): MinifyResult {
  const keepNames = { function: true, class: true };
  const result = minifySync(name, requireOnce(code), {
    module: true,
    compress: { target: 'es2022', keepNames },
    mangle: { keepNames },
    codegen: { removeWhitespace: true, legalComments: 'none' },
    ...(inputMap !== undefined && { sourcemap: true, inputMap }),
  });
  const [error] = result.errors;
  if (error !== undefined) throw new Error(`${name}: ${error.message}`);
  return result;
}

/**
 * In a string, a template without a tag and a regular expression, an escape means the same, and so it does in most names. In a module in
 * which it would not everywhere, all stays.
 */
function escapeWide(name: string, code: string): string {
  if (!WIDE.test(code) || WIDE_AFTER_BACKSLASH.test(code)) return code;
  const others: string[] = [];
  new Visitor({
    TaggedTemplateExpression: ({ start, end }) => {
      const text = code.slice(start, end);
      if (WIDE.test(text)) others.push(text);
    },
    Identifier: ({ name: text }) => {
      if (SURROGATE.test(text)) others.push(text);
    },
  }).visit(parseSync(name, code).program);
  if (others.length > 0) return code;
  return code.replaceAll(/[^\x00-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function requireOnce(code: string): string {
  if (!code.includes(ITS_IMPORT)) return code;
  return code
    .replaceAll(NEW_REQUIRE, '__requireOfNode')
    .replaceAll('__requireOfNode("node:zlib")', '__laterOfNode("node:zlib")')
    .replace(ITS_IMPORT, `${ITS_IMPORT.trimEnd()} const __requireOfNode = ${NEW_REQUIRE}; ${LATER}`);
}
