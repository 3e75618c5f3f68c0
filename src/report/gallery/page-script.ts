import { COPY } from './script/copy.ts';
import { FILTER } from './script/filter.ts';
import { KEYBOARD } from './script/keyboard.ts';
import { MARKS } from './script/marks.ts';
import { START } from './script/start.ts';
import { VIEW } from './script/viewer.ts';
import { ZOOM } from './script/zoom.ts';

/** The page's own script: one text, because the page's policy allows exactly one. */
export const PAGE_SCRIPT = [START, FILTER, MARKS, ZOOM, VIEW, KEYBOARD, COPY].join('');
