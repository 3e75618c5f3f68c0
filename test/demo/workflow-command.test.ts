import { expect, test } from 'vitest';

import { parseWorkflowCommand } from '../../demo/workflow-command.ts';

test.each([
  ['::warning::look', 'warning', {}, 'look'],
  ['  \t::warning::look', 'warning', {}, 'look'],
  [
    '::error file=a%3Ab.yml,line=3,col=7::50%25 done%0Anext',
    'error',
    { file: 'a:b.yml', line: '3', col: '7' },
    '50% done\nnext',
  ],
  ['::error title=::empty property', 'error', {}, 'empty property'],
  ['::Group::Title', 'group', {}, 'Title'],
  ['::endgroup::', 'endgroup', {}, ''],
  ['::add-mask::%2525', 'add-mask', {}, '%25'],
  ['text ##[error file=x;line=1]old style', 'error', { file: 'x', line: '1' }, 'old style'],
])('%s is a command', (line, name, properties, message) => {
  expect(parseWorkflowCommand(line)).toEqual({ name, properties, message });
});

test.each([
  '',
  'text',
  ': :error::x',
  'text ::error::x',
  '::unknown::x',
  '::error',
  '##[error',
  '##[section]x',
  '::::',
])('%j is plain text', (line) => {
  expect(parseWorkflowCommand(line)).toBeUndefined();
});
