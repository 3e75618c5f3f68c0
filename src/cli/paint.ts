import { styleText } from 'node:util';

import { neutraliseLogText } from '../shared/log-line.ts';

/** Makes lines for the terminal; text from outside shows as text. */
export interface Paint {
  /** Only made safe. */
  readonly plain: (text: string) => string;
  readonly bold: (text: string) => string;
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly green: (text: string) => string;
  readonly dim: (text: string) => string;
}

export function createPaint(isColored: boolean): Paint {
  const style =
    (name: 'bold' | 'red' | 'yellow' | 'green' | 'dim') =>
    (text: string): string => {
      const line = neutraliseLogText(text);
      return isColored ? styleText(name, line, { validateStream: false }) : line;
    };
  return {
    plain: neutraliseLogText,
    bold: style('bold'),
    red: style('red'),
    yellow: style('yellow'),
    green: style('green'),
    dim: style('dim'),
  };
}
