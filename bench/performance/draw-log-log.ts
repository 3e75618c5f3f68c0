import { escapeHtml } from '../../src/shared/escape-html.ts';

export interface Series {
  readonly title: string;
  readonly points: readonly (readonly [x: number, y: number])[];
}

const WIDTH = 900;
const PLOT = { left: 60, top: 20, width: 480, height: 400 };
const LINE_PX = 15;

/** Series on logarithmic scales as an SVG: a straight line of slope 1 is linear growth. */
export function drawLogLog(series: readonly Series[], xTitle: string): string {
  const all = series.flatMap(({ points }) => points);
  const x = scale(
    all.map(([value]) => value),
    PLOT.left,
    PLOT.left + PLOT.width,
  );
  const y = scale(
    all.map(([, value]) => value),
    PLOT.top + PLOT.height,
    PLOT.top,
  );
  const height = Math.max(PLOT.top + PLOT.height + 50, PLOT.top + series.length * LINE_PX + 20);
  const grid = [
    ...x.decades.map((value) => line(x.at(value), PLOT.top, x.at(value), PLOT.top + PLOT.height)),
    ...x.decades.map((value) => text(x.at(value), PLOT.top + PLOT.height + 16, String(value))),
    ...y.decades.map((value) => line(PLOT.left, y.at(value), PLOT.left + PLOT.width, y.at(value))),
    ...y.decades.map((value) => text(8, y.at(value) + 4, String(value))),
  ];
  const lines = series.map(({ title, points }, n) => {
    const color = `hsl(${Math.round((n * 360) / series.length)} 65% 42%)`;
    const path = points.map(([a, b]) => `${x.at(a).toFixed(1)},${y.at(b).toFixed(1)}`).join(' ');
    const label = text(PLOT.left + PLOT.width + 16, PLOT.top + 10 + n * LINE_PX, title, color);
    return `<polyline points="${path}" fill="none" stroke="${color}" stroke-width="2"/>\n${label}`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="11">
<rect width="${WIDTH}" height="${height}" fill="#fff"/>
${[...grid, ...lines, text(PLOT.left + PLOT.width / 2, PLOT.top + PLOT.height + 36, xTitle)].join('\n')}
</svg>
`;
}

function scale(
  values: readonly number[],
  from: number,
  to: number,
): { readonly decades: readonly number[]; at(value: number): number } {
  const logs = values.filter((value) => value > 0).map((value) => Math.log10(value));
  const [first, last] = [Math.floor(Math.min(...logs)), Math.max(Math.ceil(Math.max(...logs)), 1)];
  return {
    decades: Array.from({ length: last - first + 1 }, (_, n) => 10 ** (first + n)),
    at: (value) => from + ((Math.log10(Math.max(value, 10 ** first)) - first) / (last - first)) * (to - from),
  };
}

function line(x1: number, y1: number, x2: number, y2: number): string {
  return `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="#ddd"/>`;
}

function text(x: number, y: number, content: string, color = '#333'): string {
  return `<text x="${x}" y="${y}" fill="${color}">${escapeHtml(content)}</text>`;
}
