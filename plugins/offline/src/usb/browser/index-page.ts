import {type Answer, find, foldPages, type IndexedPage} from './find.js';

// The list of all pages, with a field that searches their text. Without this script the list is there alone.

interface Words {
  searchLabel: string;
  searchHint: string;
  results: string;
  oneResult: string;
  nothing: string;
  nearly: string;
}

declare global {
  interface Window {
    opsbinderPages?: {pages: IndexedPage[]; words: Words};
  }
}

function start(): void {
  const data = window.opsbinderPages;
  const place = document.getElementById('opsbinder-copy-search');
  const list = document.getElementById('opsbinder-copy-list');
  if (!data || !place || !list) return;
  const {words} = data;
  const pages = foldPages(data.pages);

  const label = element('label', words.searchLabel);
  const field = document.createElement('input');
  field.type = 'search';
  field.id = 'opsbinder-copy-field';
  field.setAttribute('autocomplete', 'off');
  field.setAttribute('autocapitalize', 'none');
  field.spellcheck = false;
  field.setAttribute('aria-describedby', 'opsbinder-copy-hint');
  label.setAttribute('for', field.id);
  const hint = element('p', words.searchHint);
  hint.id = 'opsbinder-copy-hint';
  const status = element('p', '');
  status.setAttribute('role', 'status');
  const results = document.createElement('ol');
  results.className = 'opsbinder-copy-results';
  place.append(label, field, hint, status, results);

  const show = () => {
    const query = field.value.trim();
    const {answers, count, isNearly} = find(pages, query);
    list.hidden = query !== '';
    results.replaceChildren(...answers.map(resultItem));
    const number = count === 1 ? words.oneResult : words.results.replace('{count}', String(count));
    status.textContent = query === '' ? '' : count === 0 ? words.nothing : isNearly ? words.nearly : number;
    remember(query);
  };
  field.addEventListener('input', show);
  // Who comes back from a result finds the search as it was.
  field.value = remembered();
  if (field.value !== '') show();
  field.focus();
}

function resultItem({page: [file, title, place], section, excerpt}: Answer): HTMLElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = section ? `${file}#${encodeURIComponent(section[0])}` : file;
  link.textContent = section?.[1] ? `${title} › ${section[1]}` : title;
  item.append(link);
  if (place) item.append(' ', element('small', place));
  const text = document.createElement('p');
  excerpt.forEach((piece, index) => {
    text.append(index % 2 === 1 ? element('mark', piece) : piece);
  });
  item.append(text);
  return item;
}

function element(name: string, text: string): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

// The history's own entry: storage may be closed to files.
function remember(query: string): void {
  try {
    history.replaceState({query}, '');
  } catch {
    // Then it is forgotten.
  }
}

function remembered(): string {
  const state: unknown = history.state;
  const query = typeof state === 'object' && state !== null && 'query' in state ? state.query : undefined;
  return typeof query === 'string' ? query : '';
}

start();
