import { styleText } from 'node:util';

import type { LogLine } from './runner-log.ts';

/** The line for a terminal, as the log's page on GitHub would tint it. There are no colors if the output is not a terminal. */
export function colorLine({ kind, text }: LogLine): string {
  switch (kind) {
    case 'plain':
      return text;
    case 'group':
      return styleText('bold', `▾ ${text}`);
    case 'endgroup':
      return '';
    case 'error':
      return styleText('red', `Error: ${text}`);
    case 'warning':
      return styleText('yellow', `Warning: ${text}`);
    case 'notice':
      return styleText('cyan', `Notice: ${text}`);
    case 'debug':
      return styleText('gray', `Debug: ${text}`);
  }
}
