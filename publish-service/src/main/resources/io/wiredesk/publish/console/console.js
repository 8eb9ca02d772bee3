// What is public, newest first, kept current by /stream. Copy is set as text, never as mark-up.
'use strict';
(() => {
  const list = document.getElementById('items');
  const line = document.getElementById('line');
  const empty = document.getElementById('empty');
  const loading = document.getElementById('loading');
  const more = document.getElementById('more');
  const section = document.getElementById('section');
  const words = document.getElementById('words');
  const rows = new Map(); // uri → {element, sequence, releasedAt}
  const MOST = 500;
  const NEWEST = '/items?state=any&limit=100'; // as console.html preloads it
  let next = null;

  const make = (tag, className, text) => {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (text !== undefined) element.textContent = text;
    return element;
  };

  const clock = (iso) => new Date(iso).toLocaleTimeString([], {hour: '2-digit', minute: '2-digit', second: '2-digit'});

  const sectionsOf = (desk) =>
    [...new Set((desk.takenBack || {}).sections || ((desk.enrichment || {}).sections || []).map((s) => s.section))];

  // copy without a headline (scraped, telex) is known by its first words
  function titleOf(item, desk) {
    const given = ((item.headlines || [])[0] || {}).value || item.title || item.slugline;
    if (given) return given;
    const text = (desk.text || '').trim().replace(/\s+/g, ' ');
    return text.length > 110 ? text.slice(0, text.lastIndexOf(' ', 110)) + ' …' : text || desk.uri;
  }

  function row(item, desk) {
    const gone = desk.state !== 'PUBLISHED';
    const element = make('li', gone ? desk.state.toLowerCase() : '');
    if (!gone && item.urgency && item.urgency <= 2) element.classList.add('urgent');
    const label = desk.takenBack || {};
    const headline = gone ? label.headline || label.slugline || desk.uri : titleOf(item, desk);
    element.append(make('h2', '', headline));
    element.append(meta(item, desk, gone));
    if (desk.change && desk.change.summary && !gone) {
      element.append(make('p', 'change', 'Since version ' + desk.previousVersion + ': ' + desk.change.summary));
    }
    if (!gone) element.append(...body(desk));
    element.dataset.sections = sectionsOf(desk).join(' ');
    return element;
  }

  function meta(item, desk, gone) {
    const p = make('p', 'meta');
    if (gone) {
      p.append(make('span', 'state', desk.state), ' ' + (desk.reason || '') + ' ');
    }
    sectionsOf(desk).forEach((name) => p.append(make('span', 'tag', name)));
    const time = make('time', '', clock(desk.releasedAt));
    time.dateTime = desk.releasedAt;
    const label = desk.takenBack || {};
    const facts = gone
      ? [label.provider, label.slugline, desk.desks && 'desks ' + desk.desks.join(', '), desk.uri]
      : [(desk.source || {}).provider, 'version ' + item.version, item.located, item.language];
    p.append(time, ' · ' + facts.filter(Boolean).join(' · '));
    return p;
  }

  function body(desk) {
    const parts = [];
    const names = ((desk.enrichment || {}).entities || []).slice(0, 12).map((e) => e.name);
    if (names.length) parts.push(make('p', 'names', names.join(', ')));
    if (desk.text) {
      const details = make('details');
      details.append(make('summary', '', 'Copy'), make('div', 'copy', desk.text));
      parts.push(details);
    }
    return parts;
  }

  function show(item, desk, live) {
    const known = rows.get(desk.uri);
    if (known && known.sequence >= desk.sequence) return;
    const element = row(item, desk);
    if (known) known.element.remove();
    if (live) {
      element.classList.add('new');
      setTimeout(() => element.classList.remove('new'), 4000);
      list.prepend(element);
    } else {
      list.append(element);
    }
    rows.set(desk.uri, {element, sequence: desk.sequence});
    if (live && rows.size > MOST) dropOldest();
    sectionsOf(desk).forEach(offer);
    filter(element);
    empty.hidden = rows.size > 0;
  }

  function dropOldest() {
    const last = list.lastElementChild;
    for (const [uri, known] of rows) if (known.element === last) rows.delete(uri);
    last.remove();
  }

  function offer(name) {
    if ([...section.options].some((option) => option.value === name)) return;
    const option = make('option', '', name);
    option.value = name;
    const after = [...section.options].find((o) => o.value && o.value > name);
    section.insertBefore(option, after || null);
  }

  function filter(element) {
    const wanted = section.value;
    const text = words.value.trim().toLowerCase();
    element.hidden = (wanted && !element.dataset.sections.split(' ').includes(wanted))
      || (text && !element.textContent.toLowerCase().includes(text));
  }

  async function load(link) {
    const response = await fetch(link);
    const page = await response.json();
    if (!response.ok) throw new Error(page.error);
    loading.hidden = true;
    page.items.forEach((item) => show(item, page.wiredesk[item.uri], false));
    next = page.next || null;
    more.hidden = !next;
    empty.hidden = rows.size > 0;
  }

  // what became public between the list and the stream
  async function catchUp() {
    const response = await fetch(NEWEST);
    const page = await response.json();
    if (!response.ok) throw new Error(page.error);
    page.items.reverse().forEach((item) => show(item, page.wiredesk[item.uri], true));
  }

  function listen(first) {
    const stream = new EventSource('/stream');
    const take = (event) => {
      const data = JSON.parse(event.data);
      show(data.item, data.wiredesk, true);
    };
    ['published', 'canceled', 'withheld'].forEach((state) => stream.addEventListener(state, take));
    stream.addEventListener('gap', () => location.reload());
    stream.onopen = () => {
      line.textContent = 'live';
      line.className = '';
      first.then(catchUp).catch((error) => { line.textContent = error.message; });
    };
    stream.onerror = () => {
      line.textContent = 'connection lost, trying again …';
      line.className = 'down';
      if (stream.readyState === EventSource.CLOSED) setTimeout(() => listen(first), 3000);
    };
  }

  async function start() {
    try {
      const first = load(NEWEST);
      listen(first);
      await first;
    } catch (error) {
      loading.hidden = true;
      line.textContent = error.message;
      line.className = 'down';
      setTimeout(() => location.reload(), 3000);
    }
  }

  const again = () => rows.forEach((known) => filter(known.element));
  section.addEventListener('change', again);
  words.addEventListener('input', again);
  document.getElementById('filters').addEventListener('submit', (event) => event.preventDefault());
  more.addEventListener('click', () => load(next).catch((error) => { line.textContent = error.message; }));
  start();
})();
