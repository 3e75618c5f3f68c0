/** Stars and rejects: kept in the browser by the edit and its picture's content, so that they outlive the page. */
export const MARKS = String.raw`
const MARKS_NAME = 'dreamina-edit-marks:' + document.title;
const marks = new Map(readMarks());
function readMarks() {
  try {
    const read = JSON.parse(store.read(MARKS_NAME) ?? '[]');
    return Array.isArray(read) ? read.filter((entry) => Array.isArray(entry) && entry.length === 2) : [];
  } catch {
    return [];
  }
}
const nameOf = (link) => link.closest('.edit').id + ' ' + link.dataset.file;
const markOf = (link) => marks.get(nameOf(link)) ?? '';
const shotsOf = (card) => all('.shot', card);
const hasMark = (card, mark) => shotsOf(card).some((link) => markOf(link) === mark);

function setMark(link, mark) {
  const name = nameOf(link);
  if (marks.get(name) === mark) marks.delete(name); else marks.set(name, mark);
  store.write(MARKS_NAME, JSON.stringify([...marks]));
  showMark(link.closest('.edit'));
  showMarks();
}
function showMark(card) {
  card.dataset.mark = hasMark(card, 'star') ? 'star' : hasMark(card, 'reject') ? 'reject' : '';
  const tools = one('.tools', card);
  if (!tools) return;
  const shot = one('.shot', card);
  const own = shot ? markOf(shot) : '';
  one('.star', tools).setAttribute('aria-pressed', String(own === 'star'));
  one('.reject', tools).setAttribute('aria-pressed', String(own === 'reject'));
}
function showMarks() {
  for (const mark of ['star', 'reject']) {
    const chip = one('.chip[data-filter="mark:' + mark + '"]');
    const count = cards.filter((card) => card.dataset.mark === mark).length;
    one('b', chip).textContent = count;
    chip.hidden = count === 0 && filters.chip !== chip.dataset.filter;
  }
  if (filters.chip.startsWith('mark:')) filter();
}

// The tools of a card: star, reject, and pick for a comparison.
const tools = make('div', 'tools');
for (const [look, text, name] of [['pick', 'Compare', 'Compare'], ['star', '★', 'Star'], ['reject', '✕', 'Reject']]) {
  const button = make('button', look, text);
  button.type = 'button';
  button.setAttribute('aria-pressed', 'false');
  button.dataset.name = name;
  tools.append(button);
}
for (const card of cards) {
  const frame = one('.shot', card)?.parentElement;
  if (!frame) continue;
  const own = tools.cloneNode(true);
  for (const button of own.children) button.setAttribute('aria-label', button.dataset.name + ' ' + titleOf(card));
  frame.append(own);
  showMark(card);
}
document.addEventListener('click', (event) => {
  const button = event.target.closest('.tools button');
  if (!button) return;
  const link = one('.shot', button.closest('.frame'));
  if (button.matches('.pick')) pick(link); else setMark(link, button.matches('.star') ? 'star' : 'reject');
});

// Any two pictures of the page: the second one that is picked opens both.
let picked = null;
function pick(link) {
  const other = picked;
  setPicked(other === link ? null : link);
  if (other === null || other === link) return;
  setPicked(null);
  if (mode === 'after') mode = 'side';
  show(link, { href: other.href, name: labelOf(other), link: other });
}
function setPicked(link) {
  picked = link;
  for (const button of all('.pick[aria-pressed=true]')) { button.setAttribute('aria-pressed', 'false'); button.textContent = 'Compare'; }
  document.body.classList.toggle('picking', link !== null);
  const button = link && one('.pick', link.parentElement);
  button?.setAttribute('aria-pressed', 'true');
  if (button) button.textContent = 'Pick another…';
}
`;
