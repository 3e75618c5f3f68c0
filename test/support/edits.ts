import type { InspectedEdit } from '../../src/references/types.ts';
import type { EditRequest } from '../../src/spec/types.ts';

const AT = { file: 'edits.yml', line: 1, column: 1 };

interface Changes {
  /** Ids of edits whose outputs it uses. */
  readonly needs?: readonly string[];
  readonly frozen?: boolean;
}

/** A plain edit as the spec's part gives it: one hosted picture, and the outputs it needs. */
export function editRequest(id: string, changes: Changes = {}): EditRequest {
  return { ...inspectedEdit(id, changes) };
}

/** A plain edit whose images were looked at: one hosted picture, and the outputs it needs. */
export function inspectedEdit(
  id: string,
  { needs = [], frozen = false }: Changes = {},
): InspectedEdit & EditRequest {
  return {
    id,
    key: id.split('@')[0] ?? id,
    matrix: {},
    prompt: `Make ${id}.`,
    images: [
      { kind: 'url', url: 'https://cdn.example.com/a.jpg', at: AT },
      ...needs.map((needed) => ({ kind: 'edit' as const, id: needed, at: AT })),
    ],
    model: 'bytedance/dreamina-4-0/edit',
    options: {},
    size: { width: 2048, height: 2048, wire: '2048x2048(1:1)' },
    scale: 0.5,
    forceSingle: true,
    timeoutMs: 900_000,
    output: id.replace('@', '/'),
    frozen,
    at: AT,
  };
}
