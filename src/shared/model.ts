/** The model that makes the edits. */
export const MODEL = 'bytedance/dreamina-4-0/edit';
