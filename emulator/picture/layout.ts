import type { Rect } from './types.ts';

/** Where everything of a picture goes. */
export interface Layout {
  /** One pixel in a picture of 100 x 100: all measures are multiples of it. */
  readonly unit: number;
  /** One for each reference, in order; the reference is fitted inside. */
  readonly cells: readonly Rect[];
  /** The panel that holds the caption and the footnote. */
  readonly panel: Rect;
}

/** Divides a picture among its references and a caption of the given height. */
export function planLayout(width: number, height: number, references: number, captionHeight: number): Layout {
  const unit = Math.min(width, height) / 100;
  const margin = Math.round(4 * unit);
  const panelHeight = Math.round(captionHeight + 9.5 * unit);
  const panel = {
    left: margin,
    top: height - margin - panelHeight,
    width: width - 2 * margin,
    height: panelHeight,
  };
  const area = { left: margin, top: margin, width: width - 2 * margin, height: panel.top - 2 * margin };
  return { unit, cells: planGrid(area, references, margin), panel };
}

/** Equal cells in rows; the number of columns is the one that leaves the cells nearest to squares. */
export function planGrid(area: Rect, count: number, gap: number): readonly Rect[] {
  const grids = Array.from({ length: count }, (_, index) => {
    const columns = index + 1;
    const rows = Math.ceil(count / columns);
    const width = Math.floor((area.width - gap * (columns - 1)) / columns);
    const height = Math.floor((area.height - gap * (rows - 1)) / rows);
    return { columns, rows, width, height };
  });
  const [best] = grids.sort((a, b) => Math.min(b.width, b.height) - Math.min(a.width, a.height));
  if (best === undefined) return [];
  return Array.from({ length: count }, (_, index) => {
    const row = Math.floor(index / best.columns);
    const inRow = row === best.rows - 1 ? count - row * best.columns : best.columns;
    const rowWidth = inRow * best.width + (inRow - 1) * gap;
    return {
      left: area.left + Math.floor((area.width - rowWidth) / 2) + (index % best.columns) * (best.width + gap),
      top: area.top + row * (best.height + gap),
      width: best.width,
      height: best.height,
    };
  });
}

/** The largest box of the given proportions in the middle of a cell, leaving `padding` on all sides. */
export function fitInside(cell: Rect, width: number, height: number, padding: number): Rect {
  const factor = Math.min((cell.width - 2 * padding) / width, (cell.height - 2 * padding) / height);
  const fitted = {
    width: Math.max(1, Math.round(width * factor)),
    height: Math.max(1, Math.round(height * factor)),
  };
  return {
    left: cell.left + Math.round((cell.width - fitted.width) / 2),
    top: cell.top + Math.round((cell.height - fitted.height) / 2),
    ...fitted,
  };
}
