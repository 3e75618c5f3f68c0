import { toPlainText } from './plain-text.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Text from outside as HTML text or as a quoted attribute's value. Line breaks stay; control and
 * bidirectional characters are dropped.
 */
export function escapeHtml(text: string): string {
  return toPlainText(text).replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
