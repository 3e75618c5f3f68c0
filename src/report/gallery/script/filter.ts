/** Search, filters, groups, order and size of the contact sheet. */
export const FILTER = String.raw`
const filters = { chip: '', values: new Map() };
const texts = new Map();
const textOf = (card) => {
  if (!texts.has(card)) texts.set(card, card.textContent.toLowerCase());
  return texts.get(card);
};
function fitsChip(card) {
  const [kind, name] = filters.chip.split(':');
  if (kind === 'state') return card.dataset.state === name;
  if (kind === 'mark') return hasMark(card, name);
  return kind !== 'changed' || /^(succeeded|adopted)$/.test(card.dataset.state);
}
function fitsValues(card) {
  const own = valuesOf.get(card);
  return [...filters.values].every(([axis, value]) => own[axis] === value);
}
function filter() {
  const words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
  let count = 0;
  for (const card of cards) {
    const match = fitsChip(card) && fitsValues(card) && words.every((word) => textOf(card).includes(word));
    if (card.hidden === match) card.hidden = !match;
    if (match) count += 1;
  }
  for (const head of all('h2.group')) {
    const own = groups.get(head).filter((card) => !card.hidden).length;
    head.hidden = own === 0;
    one('span', head).textContent = own;
  }
  shown.textContent = count === cards.length ? '' : count + ' of ' + cards.length + ' shown';
  none.hidden = count > 0 || cards.length === 0;
}
function choose(chip) {
  filters.chip = chip;
  for (const button of all('.chip')) button.setAttribute('aria-pressed', String(button.dataset.filter === chip));
  filter();
}
function showAll() {
  find.value = '';
  filters.values.clear();
  for (const facet of all('.facet')) facet.value = '';
  choose('');
}
find.addEventListener('input', filter);
for (const chip of all('.chip')) chip.addEventListener('click', () => choose(chip.dataset.filter));
for (const facet of all('.facet')) facet.addEventListener('change', () => {
  if (facet.value === '') filters.values.delete(facet.dataset.axis); else filters.values.set(facet.dataset.axis, facet.value);
  filter();
});
one('button', none).addEventListener('click', () => { showAll(); find.focus(); });

// Order and groups. Thousands of cards are shown in a new order at once, and moved to it when that is painted, so that the keyboard
// and a screen reader meet them in this order too.
const groupBy = one('.group-by'), sortBy = one('select.sort'), density = one('.density');
const groups = new Map();
const inOrder = new Map(cards.map((card, index) => [card, index]));
function groupOf(card) {
  const by = groupBy.value;
  if (by.startsWith('value:')) return valuesOf.get(card)[by.slice(6)] ?? 'no ' + by.slice(6);
  return card.dataset[by] ?? '';
}
function arrange() {
  const by = sortBy.value;
  const sorted = [...cards];
  if (by === 'id') sorted.sort((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }));
  else if (by !== '') sorted.sort((a, b) => Number(b.dataset[by] ?? -1) - Number(a.dataset[by] ?? -1) || inOrder.get(a) - inOrder.get(b));
  for (const head of groups.keys()) head.remove();
  groups.clear();
  const byGroup = groupBy.value === '' ? [[undefined, sorted]] : Map.groupBy(sorted, groupOf);
  arranged = [];
  for (const [name, members] of byGroup) {
    if (name !== undefined) {
      const head = make('h2', 'group', name + ' ');
      head.append(make('span'));
      groups.set(head, members);
      arranged.push(head);
    }
    arranged.push(...members);
  }
  grid.prepend(...groups.keys());
  arranged.forEach((part, index) => { part.style.order = index; });
  filter();
  clearTimeout(settling);
  requestAnimationFrame(() => { settling = setTimeout(settle, 50); });
}
let arranged = [], settling = 0;
function settle() {
  clearTimeout(settling);
  for (const part of arranged) {
    // Moved in this way, a picture that is loading goes on loading.
    if (grid.moveBefore) grid.moveBefore(part, null); else grid.append(part);
    part.style.order = '';
  }
  arranged = [];
}
groupBy.addEventListener('change', arrange);
sortBy.addEventListener('change', arrange);

const WIDTHS = [120, 180, 260, 350, 560];
const SIZE_NAME = 'dreamina-edit-size';
function setSize(size) {
  grid.style.setProperty('--card', WIDTHS[size] + 'px');
  // Only the two smallest sizes look different: a class that changes restyles every card.
  grid.classList.toggle('dense', size < 2);
  grid.classList.toggle('tiny', size < 1);
  density.value = size;
}
density.addEventListener('input', () => { setSize(density.value); store.write(SIZE_NAME, density.value); });
if (WIDTHS[store.read(SIZE_NAME) ?? '']) setSize(store.read(SIZE_NAME));

bar.hidden = cards.length < 2;
// Whatever is scrolled to is below the bar, however many rows that has.
new ResizeObserver(() => {
  const covered = getComputedStyle(bar).position === 'sticky' ? bar.offsetHeight : 0;
  document.documentElement.style.scrollPaddingTop = covered + 12 + 'px';
}).observe(bar);
if (matchMedia('(max-width: 640px)').matches) one('.arrange').open = false;
`;
