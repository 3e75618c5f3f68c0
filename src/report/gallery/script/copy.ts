/** What was chosen, as lines for the spec or for an input. */
export const COPY = String.raw`
const spec = one('.spec'), text = one('.spec textarea'), hint = one('.spec .hint'), take = one('.take-it');
const plain = (id) => (/^[\w][\w@+.#/-]*$/.test(id) && !/^(true|false|null|yes|no|on|off|\d+)$/i.test(id) && !id.includes(' #') ? id : JSON.stringify(id));
const marked = (mark) => cards.filter((card) => hasMark(card, mark));

const starredTakes = () => marked('star').filter((card) => card.dataset.take !== undefined);

// The edits in the order of the spec, each key once.
function keepLines() {
  const starred = starredTakes();
  const byKey = Map.groupBy(starred, (card) => card.dataset.key);
  const lines = [];
  for (const [key, members] of byKey) {
    const kept = new Map(members.map((card) => [card.dataset.edit, card.dataset.take]));
    const isPlain = kept.size === 1 && kept.has(key);
    lines.push('  ' + plain(key) + ':');
    if (isPlain) lines.push('    keep: ' + kept.get(key));
    else lines.push('    keep:', ...[...kept].map(([edit, number]) => '      ' + plain(edit) + ': ' + number));
  }
  return lines.length === 0 ? '' : ['edits:', ...lines, ''].join('\n');
}
// Only one take of an edit can be kept: the lines name the last one that is starred.
function describeSeveral() {
  const several = [...Map.groupBy(starredTakes(), (card) => card.dataset.edit)].filter(([, takes]) => takes.length > 1);
  const list = several.map(([edit, takes]) => edit + ' (' + takes.map((card) => card.dataset.take).join(', ') + '; here ' + takes.at(-1).dataset.take + ')');
  return several.length === 0 ? '' : ' An edit keeps one take only, and several are starred of ' + list.join(', ') + '.';
}
const idLines = (input, ids) => (ids.length === 0 ? '' : [input + ': >-', ...ids.map((id) => '  ' + id), ''].join('\n'));
const FORMS = {
  keep: { lines: keepLines, more: describeSeveral, hint: 'Add these lines to the edits of the spec. Keeping another take costs nothing.', none: 'Star a take of an edit first. Edits with one take only have nothing to keep.' },
  force: { lines: () => idLines('force', marked('reject').map((card) => card.id)), hint: 'Give this input to the action: these edits are made again, and paid for.', none: 'Reject a picture first.' },
  only: { lines: () => idLines('only', marked('star').map((card) => card.id)), hint: 'Give this input to the action: it does these edits only.', none: 'Star a picture first.' },
  shown: { lines: () => idLines('only', cards.filter((card) => !card.hidden).map((card) => card.id)), hint: 'Give this input to the action: it does these edits only.', none: 'No edit is shown.' },
};
function showForm() {
  const form = FORMS[one('.spec input:checked').value];
  const lines = form.lines();
  text.value = lines;
  hint.textContent = lines === '' ? form.none : form.hint + (form.more?.() ?? '');
  take.disabled = lines === '';
  take.textContent = 'Copy';
}
one('button.copy').addEventListener('click', () => {
  const first = ['keep', 'force', 'only', 'shown'].find((form) => FORMS[form].lines() !== '') ?? 'keep';
  one('.spec input[value=' + first + ']').checked = true;
  showForm();
  spec.showModal();
});
for (const input of all('.spec input')) input.addEventListener('change', showForm);
take.addEventListener('click', async () => {
  text.select();
  try {
    await navigator.clipboard.writeText(text.value);
    take.textContent = 'Copied';
  } catch {
    take.textContent = 'Press Ctrl or ⌘ and C';
  }
});
one('.spec .clear').addEventListener('click', () => {
  marks.clear();
  store.write(MARKS_NAME, '[]');
  cards.forEach(showMark);
  showMarks();
  if (filters.chip.startsWith('mark:')) choose('');
  showForm();
});

showMarks();
followLink();
`;
