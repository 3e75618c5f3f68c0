/** Tags and attributes that survive in a job summary, roughly as GitHub keeps them. */
const allowed: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  [
    ['a', 'href'],
    ['img', 'src alt width height align'],
    ['td', 'align colspan rowspan'],
    ['th', 'align colspan rowspan'],
    ['details', 'open'],
    ['input', 'type checked disabled'],
    ...'b blockquote br code dd del div dl dt em h1 h2 h3 h4 h5 h6 hr i ins kbd li ol p picture pre q s samp small span strong sub summary sup table tbody tfoot thead tr ul var'
      .split(' ')
      .map((tag) => [tag, 'align']),
  ].map(([tag = '', attributes = '']) => [tag, attributes.split(' ')]),
);

const tag = /<(?<close>\/?)(?<name>[a-z][a-z0-9]*)(?=[\s/>])(?<attributes>(?:[^<>"']|"[^"]*"|'[^']*')*)>/gi;
const attribute =
  /(?<name>[a-z][\w-]*)(?:\s*=\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<bare>[^\s"'>]+)))?/gi;

/**
 * Takes from rendered HTML what a job summary would not show: unknown tags become text, unknown attributes go, addresses
 * are http(s) or relative, and scripts and styles vanish with their content. For our own preview, not a security boundary.
 */
export function sanitizeHtml(html: string): string {
  const bare = html
    .replaceAll(/<!--.*?-->/gs, '')
    .replaceAll(/<(script|style|iframe|svg)\b.*?<\/\1\s*>/gis, '');
  let result = '';
  let last = 0;
  for (const match of bare.matchAll(tag)) {
    result += escapeStray(bare.slice(last, match.index)) + keepTag(match);
    last = match.index + match[0].length;
  }
  return result + escapeStray(bare.slice(last));
}

function keepTag(match: RegExpExecArray): string {
  const {
    close = '',
    name = '',
    attributes = '',
  } = match.groups as Partial<Record<'close' | 'name' | 'attributes', string>>;
  const known = allowed[name.toLowerCase()];
  if (known === undefined) return escapeStray(match[0]);
  if (close !== '') return `</${name.toLowerCase()}>`;
  return `<${name.toLowerCase()}${keepAttributes(attributes, known)}>`;
}

function keepAttributes(attributes: string, known: readonly string[]): string {
  let kept = '';
  for (const { groups } of attributes.matchAll(attribute)) {
    const found = groups as Partial<Record<'name' | 'double' | 'single' | 'bare', string>> | undefined;
    const name = found?.name?.toLowerCase() ?? '';
    const value = found?.double ?? found?.single ?? found?.bare ?? '';
    if (!known.includes(name) || !isSafeAddress(name, value)) continue;
    kept += ` ${name}="${value.replaceAll('"', '&quot;')}"`;
  }
  return kept;
}

function isSafeAddress(name: string, value: string): boolean {
  if (name === 'src') return /^https?:\/\//i.test(value);
  return name !== 'href' || /^(?:https?:\/\/|mailto:|#|\/|[\w.-]+(?:\/|$))/i.test(value);
}

/** What is left between tags is text already; only a lone `<` could still begin something. */
function escapeStray(text: string): string {
  return text.replaceAll('<', '&lt;');
}
