/** Tags and attributes that survive in Markdown, roughly as GitHub keeps them. */
const allowed: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  [
    ['a', 'href'],
    ['img', 'src alt width height align'],
    ['td', 'align valign width colspan rowspan'],
    ['th', 'align valign width colspan rowspan'],
    ['details', 'open'],
    ['input', 'type checked disabled'],
    ...'b blockquote br code dd del div dl dt em h1 h2 h3 h4 h5 h6 hr i ins kbd li ol p picture pre q s samp small span strong sub summary sup table tbody tfoot thead tr ul var wbr'
      .split(' ')
      .map((tag) => [tag, 'align']),
  ].map(([tag = '', attributes = '']) => [tag, attributes.split(' ')]),
);

const tag = /<(?<close>\/?)(?<name>[a-z][a-z0-9]*)(?=[\s/>])(?<attributes>(?:[^<>"']|"[^"]*"|'[^']*')*)>/gi;
const attribute =
  /(?<name>[a-z][\w-]*)(?:\s*=\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<bare>[^\s"'>]+)))?/gi;

/**
 * Takes from rendered HTML what GitHub would not show: unknown tags become text, unknown attributes go, links are http(s)
 * or relative, pictures http(s) and, if the page is among files, relative; scripts and styles vanish with their
 * content. For our own preview, not a security boundary.
 */
export function sanitizeHtml(html: string, amongFiles = false): string {
  const bare = html
    .replaceAll(/<!--.*?-->/gs, '')
    .replaceAll(/<(script|style|iframe|svg)\b.*?<\/\1\s*>/gis, '');
  let result = '';
  let last = 0;
  for (const match of bare.matchAll(tag)) {
    result += escapeStray(bare.slice(last, match.index)) + keepTag(match, amongFiles);
    last = match.index + match[0].length;
  }
  return result + escapeStray(bare.slice(last));
}

function keepTag(match: RegExpExecArray, amongFiles: boolean): string {
  const {
    close = '',
    name = '',
    attributes = '',
  } = match.groups as Partial<Record<'close' | 'name' | 'attributes', string>>;
  const known = allowed[name.toLowerCase()];
  if (known === undefined) return escapeStray(match[0]);
  if (close !== '') return `</${name.toLowerCase()}>`;
  return `<${name.toLowerCase()}${keepAttributes(attributes, known, amongFiles)}>`;
}

function keepAttributes(attributes: string, known: readonly string[], amongFiles: boolean): string {
  let safe = '';
  for (const { groups } of attributes.matchAll(attribute)) {
    const found = groups as Partial<Record<'name' | 'double' | 'single' | 'bare', string>> | undefined;
    const name = found?.name?.toLowerCase() ?? '';
    const value = found?.double ?? found?.single ?? found?.bare ?? '';
    if (!known.includes(name) || !isSafeAddress(name, value, amongFiles)) continue;
    safe += ` ${name}="${value.replaceAll('"', '&quot;')}"`;
  }
  return safe;
}

function isSafeAddress(name: string, value: string, amongFiles: boolean): boolean {
  if (name !== 'src' && name !== 'href') return true;
  if (/^https?:\/\//i.test(value)) return true;
  const relative = /^(?:#|\/|[\w.%-]+(?:[/?#]|$))/.test(value);
  return name === 'src' ? amongFiles && relative : relative || /^mailto:/i.test(value);
}

/** What is left between tags is text already; only a lone `<` could still begin something. */
function escapeStray(text: string): string {
  return text.replaceAll('<', '&lt;');
}
