import { expect, test } from 'vitest';

import { listNotices } from '../../scripts/list-notices.ts';

test('comments about copyright are kept whole, each once', () => {
  const code = [
    '/*! Copyright (c) 2001 A. */',
    ';// CONCATENATED MODULE: ./node_modules/b/index.js',
    '/* unused harmony export B */',
    '// Copyright 2002 B.',
    '// All rights reserved.',
    'const text = "// Copyright 2004 D.";',
    '// Not about this.',
    '',
    '/**',
    ' * Reads it.',
    ' *',
    ' * Copyright 2003 C.',
    ' */',
    'function read() {} // Copyright 2002 B.',
    '// All rights reserved.',
    'export { read, text };',
  ].join('\n');
  expect(listNotices('module.mjs', code)).toEqual([
    'Copyright (c) 2001 A.',
    'Copyright 2002 B.\nAll rights reserved.',
    'Reads it.\n\nCopyright 2003 C.',
  ]);
});
