/** Part of a pattern for one name. */
type Token =
  { readonly kind: 'character'; matches(character: string): boolean } | { readonly kind: 'star' } | Group;

interface Group {
  readonly kind: 'group';
  /** `?`, `*`, `+`, `@` or `!`. */
  readonly how: string;
  readonly options: readonly (readonly Token[])[];
}

/** A pattern for one name of a file or folder. */
export interface NamePattern {
  /** The name, if the pattern has no wildcards. */
  readonly literal: string | undefined;
  matches(name: string): boolean;
}

const WILDCARD = /[*?[]|[+@!]\(/;

/**
 * Compiles a pattern for one name: `*`, `?`, `[a-z]`, `[!a-z]` and the groups `?(a|b)`, `*(a|b)`, `+(a|b)`, `@(a|b)` and
 * `!(a|b)`. A wildcard at the beginning does not match a dot. Names are compared in Unicode form NFC, because macOS
 * stores others than people type. Matching never backtracks: its time grows with a fixed power of the length of the name.
 */
export function compileName(pattern: string): NamePattern {
  const text = pattern.normalize('NFC');
  if (!WILDCARD.test(text)) return { literal: text, matches: (name) => name.normalize('NFC') === text };
  const tokens = parseTokens(Array.from(text));
  const prefix = /^[^*?[+@!]*/.exec(text)?.[0] ?? '';
  const suffix = /[^*?[\]()+@!|]*$/.exec(text)?.[0] ?? '';
  return {
    literal: undefined,
    matches(name) {
      const own = name.normalize('NFC');
      // Cheap checks first: a glob over large folders is tested on far more names than it matches.
      if (!own.startsWith(prefix) || !own.endsWith(suffix)) return false;
      if (own.startsWith('.') && !text.startsWith('.')) return false;
      return matchTokens(tokens, Array.from(own));
    },
  };
}

function parseTokens(text: readonly string[]): readonly Token[] {
  /** Openings that turned out not to be groups, because they are never closed: not tried twice. */
  const unclosed = new Set<number>();

  function parse(
    from: number,
    inGroup: boolean,
  ): { readonly tokens: readonly Token[]; readonly end: number } {
    const tokens: Token[] = [];
    let index = from;
    while (index < text.length) {
      const character = text[index] ?? '';
      if (inGroup && (character === '|' || character === ')')) break;
      const found = parseGroup(index) ?? parseClass(text, index);
      if (found !== undefined) tokens.push(found.token);
      else if (character === '?') tokens.push({ kind: 'character', matches: () => true });
      else if (character !== '*') tokens.push({ kind: 'character', matches: (other) => other === character });
      // Several stars match what one does.
      else if (tokens.at(-1)?.kind !== 'star') tokens.push({ kind: 'star' });
      index = found?.end ?? index + 1;
    }
    return { tokens, end: index };
  }

  function parseGroup(start: number): { readonly token: Group; readonly end: number } | undefined {
    const how = text[start] ?? '';
    if (!'?*+@!'.includes(how) || text[start + 1] !== '(' || unclosed.has(start)) return undefined;
    const options: (readonly Token[])[] = [];
    let end = start + 1;
    do {
      const option = parse(end + 1, true);
      options.push(option.tokens);
      end = option.end;
    } while (text[end] === '|');
    if (text[end] === ')') return { token: { kind: 'group', how, options }, end: end + 1 };
    unclosed.add(start);
    return undefined;
  }

  return parse(0, false).tokens;
}

/** A class of characters that starts at `start`; undefined if it is not one or is never closed. */
function parseClass(
  text: readonly string[],
  start: number,
): { readonly token: Token; readonly end: number } | undefined {
  if (text[start] !== '[') return undefined;
  const isNegated = text[start + 1] === '!' || text[start + 1] === '^';
  const first = start + (isNegated ? 2 : 1);
  // A bracket at the first position is a member.
  const end = text.indexOf(']', first + 1);
  if (end < 0) return undefined;
  const members = text.slice(first, end);
  const ranges: (readonly [low: string, high: string])[] = [];
  for (let index = 0; index < members.length; index += 1) {
    const low = members[index] ?? '';
    const high = members[index + 1] === '-' ? members[index + 2] : undefined;
    ranges.push([low, high ?? low]);
    if (high !== undefined) index += 2;
  }
  const isMember = (character: string): boolean =>
    ranges.some(([low, high]) => codeOf(low) <= codeOf(character) && codeOf(character) <= codeOf(high));
  return {
    token: { kind: 'character', matches: (character) => isMember(character) !== isNegated },
    end: end + 1,
  };
}

function codeOf(character: string): number {
  return character.codePointAt(0) ?? 0;
}

function matchTokens(tokens: readonly Token[], name: readonly string[]): boolean {
  /** The ends of each group once matched from an index: nested groups would compute them again and again. */
  const known = new Map<Group, Map<number, ReadonlySet<number>>>();

  /** The indexes at which a match that starts at one of `starts` can end. */
  function endsOf(sequence: readonly Token[], starts: ReadonlySet<number>): ReadonlySet<number> {
    return sequence.reduce<ReadonlySet<number>>(
      (ends, token) => (ends.size === 0 ? ends : step(token, ends)),
      starts,
    );
  }

  function step(token: Token, starts: ReadonlySet<number>): ReadonlySet<number> {
    if (token.kind === 'star') return indexesFrom(Math.min(...starts));
    if (token.kind === 'group') return stepGroup(token, starts);
    const matching = [...starts].filter((at) => at < name.length && token.matches(name[at] ?? ''));
    return new Set(matching.map((at) => at + 1));
  }

  function stepGroup(group: Group, starts: ReadonlySet<number>): ReadonlySet<number> {
    if (group.how === '!') {
      return new Set(
        [...starts].flatMap((start) => [...indexesFrom(start)].filter((end) => !once(group, start).has(end))),
      );
    }
    const ends = new Set(group.how === '*' || group.how === '?' ? starts : []);
    const queue = new Set(starts);
    // Iterating a set also visits elements that are added meanwhile.
    for (const start of queue) {
      for (const end of once(group, start)) {
        ends.add(end);
        if (group.how === '*' || group.how === '+') queue.add(end);
      }
    }
    return ends;
  }

  function once(group: Group, start: number): ReadonlySet<number> {
    const ofGroup = known.get(group) ?? new Map<number, ReadonlySet<number>>();
    known.set(group, ofGroup);
    const ends =
      ofGroup.get(start) ?? new Set(group.options.flatMap((option) => [...endsOf(option, new Set([start]))]));
    ofGroup.set(start, ends);
    return ends;
  }

  function indexesFrom(start: number): ReadonlySet<number> {
    return new Set(Array.from({ length: name.length - start + 1 }, (_, index) => start + index));
  }

  return endsOf(tokens, new Set([0])).has(name.length);
}
