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
  ['a switch without a value is on', 'http.schannelcheckrevoke\0', [['http.schannelcheckrevoke', 'true']]],
  ['another key without a value says nothing', 'http.proxy\0', []],
  ['an empty value is one', 'http.proxy\n\0', [['http.proxy', '']]],
  ["a path below the user's home", 'http.sslcainfo\n~/ca.pem\0', [['http.sslcainfo', '/users/o/ca.pem']]],
  ["another user's home is left to git", 'http.sslcainfo\n~x/ca.pem\0', [['http.sslcainfo', '~x/ca.pem']]],
])('%s', (_, text, settings) => {
  expect(parseMachineSettings(text, { HOME: '/users/o' })).toEqual(settings);
});
