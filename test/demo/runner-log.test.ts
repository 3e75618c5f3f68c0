import { expect, test } from 'vitest';

import { createRunnerLog } from '../../demo/runner-log.ts';

test('masks hide values in all later lines and annotations, the longest first', () => {
  const log = createRunnerLog(['from the start']);
  log.read('abc before');
  log.read('::add-mask::abc');
  log.read('::add-mask::abcdef');
  log.read('::add-mask::line one%0Aline two');
  log.read('::add-mask::');
  log.read('abcdef and abc, line two, from the start');
  log.read('::error::abc failed');

  expect(log.lines.map(({ text }) => text)).toEqual(['abc before', '*** and ***, ***, ***', '*** failed']);
  expect(log.annotations).toEqual([{ kind: 'error', message: '*** failed' }]);
});

test('annotations carry their place', () => {
  const log = createRunnerLog();
  log.read('::error file=edits.yml,line=3,col=5,title=Spec::no such file');
  log.read('::notice::ready');

  expect(log.annotations).toEqual([
    { kind: 'error', message: 'no such file', title: 'Spec', file: 'edits.yml', line: 3, column: 5 },
    { kind: 'notice', message: 'ready' },
  ]);
});

test('groups, debug lines and silent commands', () => {
  const log = createRunnerLog();
  const shown = ['::group::Spec', '::debug::deep', '::endgroup::', '::save-state name=a::b'].map((line) =>
    log.read(line),
  );

  expect(shown).toEqual([
    { kind: 'group', text: 'Spec' },
    { kind: 'debug', text: 'deep' },
    { kind: 'endgroup', text: '' },
    undefined,
  ]);
  expect(log.commands.at(-1)).toEqual({ name: 'save-state', properties: { name: 'a' }, message: 'b' });
});

test('between stop-commands and its word nothing is a command', () => {
  const log = createRunnerLog();
  for (const line of ['::stop-commands::pause', '::error::text only', '::pause::', '::error::real'])
    log.read(line);

  expect(log.lines).toEqual([
    { kind: 'plain', text: '::error::text only' },
    { kind: 'error', text: 'real' },
  ]);
});
