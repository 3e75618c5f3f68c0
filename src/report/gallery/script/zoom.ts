/** The size and place of the pictures in the large view, from fit to several hundred percent, the same for both of two. */
export const ZOOM = String.raw`
const zoom = { z: 1, x: 0, y: 0 };
const then = one('.then img'), now = one('.now img'), level = one('.level');
const MOST = 16;
let base = { width: 1, height: 1, paneWidth: 1, paneHeight: 1 };
const ratioOf = (image) => Number(image.dataset.ratio) || image.naturalWidth / image.naturalHeight || 1;
// How many times the fitted size a picture has when one of its pixels is one of the screen's.
const fullSize = () => (Number(now.dataset.wide) || now.naturalWidth || 1) / (base.width * devicePixelRatio);

function layout() {
  const { clientWidth: width, clientHeight: height } = stage;
  const apart = pair.dataset.mode === 'side';
  const stacked = apart && height > width;
  pair.classList.toggle('stacked', stacked);
  const paneWidth = apart && !stacked ? (width - 12) / 2 : width;
  const paneHeight = stacked ? (height - 12) / 2 : height;
  for (const image of [then, now]) {
    const ratio = ratioOf(apart ? image : now);
    const fitted = Math.min(paneWidth, paneHeight * ratio);
    image.style.width = fitted + 'px';
    image.style.height = fitted / ratio + 'px';
    image.dataset.height = fitted / ratio;
    if (image === now) base = { width: fitted, height: fitted / ratio, paneWidth, paneHeight };
  }
  place();
}
function place() {
  const apart = pair.dataset.mode === 'side';
  const wide = apart || zoom.z > 1;
  // At fit the pair is as large as the picture, so that the slider reaches from edge to edge.
  pair.style.width = wide ? '100%' : base.width + 'px';
  pair.style.height = wide ? '100%' : base.height + 'px';
  const spareX = Math.max(0, (base.width * zoom.z - base.paneWidth) / 2);
  const spareY = Math.max(0, (base.height * zoom.z - base.paneHeight) / 2);
  zoom.x = Math.min(spareX, Math.max(-spareX, zoom.x));
  zoom.y = Math.min(spareY, Math.max(-spareY, zoom.y));
  pair.style.setProperty('--z', zoom.z);
  pair.style.setProperty('--x', zoom.x + 'px');
  pair.style.setProperty('--y', zoom.y + 'px');
  // A caption is right below its picture, or on it if there is no room.
  for (const image of [then, now])
    image.parentElement.style.setProperty('--under', (wide ? (base.paneHeight - image.dataset.height * zoom.z) / 2 - 34 : 0) + 'px');
  const percent = Math.round((zoom.z / fullSize()) * 100);
  level.textContent = zoom.z === 1 ? 'Fit' : percent + ' %';
  stage.classList.toggle('zoomed', zoom.z > 1);
  pair.classList.toggle('pixels', percent >= 300);
}
// Zooms so that what is at this point of the screen stays there.
function zoomTo(z, at) {
  const to = Math.min(Math.max(z, Math.min(1, fullSize())), Math.max(MOST, fullSize() * 4));
  const box = stage.getBoundingClientRect();
  const pane = at && pair.dataset.mode === 'side' ? paneAt(at) : box;
  const px = at ? at.x - pane.left - pane.width / 2 : 0;
  const py = at ? at.y - pane.top - pane.height / 2 : 0;
  zoom.x = px - ((px - zoom.x) * to) / zoom.z;
  zoom.y = py - ((py - zoom.y) * to) / zoom.z;
  zoom.z = to;
  place();
}
function paneAt({ x, y }) {
  const boxes = all('.pane').map((pane) => pane.getBoundingClientRect());
  return boxes.find((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom) ?? boxes[1];
}
const toggleFull = (at) => zoomTo(zoom.z === 1 ? Math.max(fullSize(), fullSize() < 1.05 && fullSize() > 0.95 ? 2 : 0) : 1, at);
const fit = () => { zoom.z = 1; zoom.x = zoom.y = 0; place(); };
new ResizeObserver(() => { if (view.open) layout(); }).observe(stage);
for (const image of [then, now]) image.addEventListener('load', layout);
for (const button of all('[data-zoom]')) button.addEventListener('click', () => zoomTo(zoom.z * (button.dataset.zoom === 'in' ? 1.5 : 1 / 1.5)));
level.addEventListener('click', () => toggleFull());

// Pointers: drag to pan, two fingers to pinch, click or double tap between fit and 100 %, swipe to step.
const pointers = new Map();
let press = null, lastTap = -Infinity;
const middle = () => {
  const [a, b] = [...pointers.values()];
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, apart: Math.hypot(a.x - b.x, a.y - b.y) || 1 };
};
stage.addEventListener('pointerdown', (event) => {
  if (event.button || event.target.closest('.slide, .step')) return;
  pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  stage.setPointerCapture(event.pointerId);
  press = { x: event.clientX, y: event.clientY, moved: pointers.size > 1, wasAtFit: zoom.z === 1 };
});
stage.addEventListener('pointermove', (event) => {
  const before = pointers.get(event.pointerId);
  if (!before) return;
  const from = pointers.size === 2 ? middle() : before;
  pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  if (press && Math.hypot(event.clientX - press.x, event.clientY - press.y) > 5) press.moved = true;
  if (pointers.size === 2) {
    const to = middle();
    zoom.x += to.x - from.x;
    zoom.y += to.y - from.y;
    zoomTo((zoom.z * to.apart) / from.apart, to);
  } else if (zoom.z > 1 && press?.moved) {
    zoom.x += event.clientX - before.x;
    zoom.y += event.clientY - before.y;
    place();
  }
});
function lift(event) {
  if (!pointers.delete(event.pointerId) || pointers.size > 0 || event.type === 'pointercancel' || !press) return;
  const at = { x: event.clientX, y: event.clientY };
  if (press.moved) {
    const across = at.x - press.x;
    if (event.pointerType === 'touch' && press.wasAtFit && zoom.z === 1 && Math.abs(across) > 60 && Math.abs(at.y - press.y) < 60)
      step(across < 0 ? 1 : -1);
  } else if (event.pointerType !== 'touch') toggleFull(at);
  else if (event.timeStamp - lastTap < 320) { lastTap = -Infinity; toggleFull(at); }
  else lastTap = event.timeStamp;
  press = null;
}
stage.addEventListener('pointerup', lift);
stage.addEventListener('pointercancel', lift);
stage.addEventListener('wheel', (event) => {
  event.preventDefault();
  zoomTo(zoom.z * Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.0022)), { x: event.clientX, y: event.clientY });
}, { passive: false });
`;
