/** The keyboard: single letters act in the large view only. */
export const KEYBOARD = String.raw`
function neighbour(link, key) {
  const list = all('.edit:not([hidden]) .frame:not(.more .frame) > .shot');
  const here = list.indexOf(link);
  if (key === 'Home') return list[0];
  if (key === 'End') return list.at(-1);
  if (key === 'ArrowRight') return list[here + 1];
  if (key === 'ArrowLeft') return list[here - 1];
  const from = link.closest('.edit').getBoundingClientRect();
  const by = key === 'ArrowDown' ? 1 : -1;
  for (let at = here + by, best; ; at += by) {
    const box = list[at]?.closest('.edit').getBoundingClientRect();
    // Cards with the same top form a row. The next one is the first card of another row in the same column.
    if (!box) return best;
    if (Math.abs(box.top - from.top) < 2) continue;
    best ??= list[at];
    if (Math.abs(box.left - from.left) < 2) return list[at];
  }
}
const PAN = 60;
const IN_VIEW = {
  arrowright: () => step(1),
  arrowleft: () => step(-1),
  arrowdown: () => stepTake(1),
  arrowup: () => stepTake(-1),
  '+': () => zoomTo(zoom.z * 1.5),
  '=': () => zoomTo(zoom.z * 1.5),
  '-': () => zoomTo(zoom.z / 1.5),
  0: fit,
  1: () => zoomTo(fullSize()),
  c: () => setMode(LOOKS[(LOOKS.indexOf(mode) + 1) % LOOKS.length]),
  b: () => setMode(mode === 'blink' ? 'after' : 'blink'),
  ' ': () => { if (pair.dataset.mode === 'blink') { clearInterval(blinking); blink(); } },
  f: fullScreen,
  p: pin,
  s: () => mark('star'),
  x: () => mark('reject'),
};
const PANS = { ArrowRight: [-PAN, 0], ArrowLeft: [PAN, 0], ArrowDown: [0, -PAN], ArrowUp: [0, PAN] };
function pressInView(event) {
  const { key, target } = event;
  if (target.matches('input') || (key === ' ' && target.matches('button, a'))) return;
  if (target === side && /^Arrow(Up|Down)$/.test(key)) return;
  if (event.shiftKey && PANS[key]) {
    zoom.x += PANS[key][0];
    zoom.y += PANS[key][1];
    place();
  } else {
    const act = IN_VIEW[key.toLowerCase()];
    if (!act) return;
    act();
  }
  event.preventDefault();
}
document.addEventListener('keydown', (event) => {
  if (event.metaKey || event.ctrlKey || event.altKey) return;
  const { key, target } = event;
  if (view.open) pressInView(event);
  else if (target.matches('input, select, textarea')) {
    if (target === find && key === 'Escape') { find.value = ''; filter(); find.blur(); }
  } else if (key === 'Escape' && picked) setPicked(null);
  else if (key === '/' && !bar.hidden) {
    event.preventDefault();
    find.focus();
    find.select();
  } else if (/^(Arrow|Home$|End$)/.test(key) && target.matches('.shot')) {
    const next = neighbour(target, key);
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.closest('.edit').scrollIntoView({ block: 'nearest' });
  }
});
`;
