import { expect, test } from 'vitest';

import { parseMachineSettings } from '../../src/git/machine-settings.ts';

test.each([
  ['none', '', []],
  [
    'values of any text',
    'http.proxy\nhttp://u:p@proxy:1\0http.https://x.example/.sslcainfo\n/a b\n/c\0',
    [
      ['http.proxy', 'http://u:p@proxy:1'],
      ['http.https://x.example/.sslcainfo', '/a b\n/c'],
    ],
  ],
])('%s', (_, text, settings) => {
  expect(parseMachineSettings(text)).toEqual(settings);
});
