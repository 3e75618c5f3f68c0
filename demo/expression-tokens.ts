/** A piece of a GitHub Actions expression. */
export type Token =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'symbol'; readonly symbol: string };

const piece =
  /\s*(?:(?<text>'(?:[^']|'')*')|(?<number>0x[\da-fA-F]+|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|(?<name>[A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*)*)|(?<symbol>&&|\|\||[=!<>]=|[!<>(),]))/y;

const words = new Map<string, boolean | null>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

/** Splits an expression (the inside of `${{ }}`) into tokens. Throws at the first character that fits nowhere. */
export function tokenize(expression: string): readonly Token[] {
  const text = expression.trim();
  const tokens: Token[] = [];
  piece.lastIndex = 0;
  while (piece.lastIndex < text.length) {
    const start = piece.lastIndex;
    const groups = piece.exec(text)?.groups;
    if (groups === undefined) throw new Error(`unexpected "${text.slice(start).trim()}" in \${{ ${text} }}`);
    tokens.push(toToken(groups));
  }
  return tokens;
}

function toToken(groups: Readonly<Record<string, string | undefined>>): Token {
  const { text, number, name, symbol } = groups as Readonly<
    Partial<Record<'text' | 'number' | 'name' | 'symbol', string>>
  >;
  if (text !== undefined) return { kind: 'literal', value: text.slice(1, -1).replaceAll("''", "'") };
  if (number !== undefined) return { kind: 'literal', value: Number(number) };
  if (name === undefined) return { kind: 'symbol', symbol: symbol ?? '' };
  const word = words.get(name);
  return word === undefined ? { kind: 'name', name } : { kind: 'literal', value: word };
}
