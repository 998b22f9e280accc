// What a page of the copy does by itself: it says how old it is, and copies code. Each page is whole without it.

function start(): void {
  const line = document.querySelector<HTMLElement>('.opsbinder-copy');
  if (line) tellAge(line);
  if (line) offerCopies(line.dataset);
  window.addEventListener('hashchange', openTarget);
  openTarget();
  keepPaperLight();
}

/** What has got worse since the copy was made. A clock that goes before it is wrong, and nothing gets better. */
function tellAge(line: HTMLElement): void {
  const {asOf, age, due, overdue} = line.dataset;
  const today = readersDay();
  const text = line.querySelector('p');
  if (!text || !asOf || !age || today <= asOf) return;
  const days = Math.round((Date.parse(today) - Date.parse(asOf)) / 86_400_000);
  if (days > 1) text.append(` ${age.replace('{days}', String(days))}`);

  // When they fall due stands on their pages; here it is enough not to pass for a state of today.
  const day = text.querySelector('time')?.textContent;
  if (day) for (const state of document.querySelectorAll('[data-copy-state]')) state.append(` (${day})`);

  for (const distance of document.querySelectorAll('[data-copy-distance]')) {
    const day = distance.parentElement
      ?.querySelector('[data-copy-distance] ~ time')
      ?.getAttribute('datetime');
    const far = day ? Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000) : undefined;
    const words = new Intl.RelativeTimeFormat(document.documentElement.lang || 'en', {numeric: 'auto'});
    if (far !== undefined) distance.textContent = words.format(far, 'day');
  }

  const header = document.querySelector<HTMLElement>('[data-freshness]');
  const [state, dueBy] = header?.dataset.freshness?.split(' ') ?? [];
  const isOverdue = (state === 'fresh' || state === 'due-soon') && dueBy !== undefined && today > dueBy;
  if (!header || !isOverdue || !due) return;
  const time = header.querySelector(`time[datetime="${dueBy}"]`);
  const said = document.createElement('strong');
  said.textContent = due.replace('{date}', time?.textContent ?? dueBy);
  text.append(' ', said);
  const badge = header.querySelector<HTMLElement>('[data-copy-badge]');
  const word = badge?.querySelector('strong');
  if (!badge || !word || !overdue) return;
  word.textContent = overdue;
  badge.classList.add('opsbinder-copy-overdue');
}

function readersDay(): string {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Buttons at commands. */
function offerCopies({copyCode = '', copied = '', copiedBlanks = '', notCopied = ''}: DOMStringMap): void {
  for (const pre of document.querySelectorAll<HTMLElement>('[data-command] .theme-code-block pre')) {
    const command = pre.closest('[data-command]');
    const code = command && typedText(pre);
    if (!command || !code) continue;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'opsbinder-copy-button';
    button.textContent = copyCode;
    const row = document.createElement('p');
    row.className = 'opsbinder-copy-row';
    const status = document.createElement('span');
    status.setAttribute('role', 'status');
    row.append(button, ' ', status);
    command.append(row);
    const done = pre.querySelector('[data-blank]') ? copiedBlanks : copied;
    button.addEventListener('click', () => {
      copy(code).then((isCopied) => {
        status.textContent = isCopied ? done : notCopied;
      });
    });
  }
}

/** The code as it is typed; nothing where it shows a session, of which only a part is typed. */
function typedText(pre: HTMLElement): string | undefined {
  const rows = [...pre.querySelectorAll<HTMLElement>('.token-line')].map((line) =>
    (line.textContent ?? '').replace(/\n$/, ''),
  );
  const lines = rows.length > 0 ? rows : (pre.textContent ?? '').replace(/\n$/, '').split('\n');
  const prompts = lines.filter((line) => /^\s*[$%❯] /.test(line)).length;
  const hasOutput = pre.querySelector('[data-copy-printed]') !== null;
  if (hasOutput || (prompts > 0 && prompts < lines.length)) return undefined;
  return lines.map((line) => (prompts > 0 ? line.replace(/^\s*[$%❯] /, '') : line)).join('\n');
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

// Where a file may not use the clipboard.
function copyBySelection(text: string): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  field.style.position = 'fixed';
  document.body.append(field);
  field.select();
  let isCopied = false;
  try {
    isCopied = document.execCommand('copy');
  } catch {
    // Then it is said.
  }
  field.remove();
  return isCopied;
}

/** Opens what a link leads into. */
function openTarget(): void {
  let id = location.hash.slice(1);
  try {
    id = decodeURIComponent(id);
  } catch {
    // As it stands.
  }
  const target = id === '' ? null : document.getElementById(id);
  let fold = target?.closest('details');
  if (!fold || fold.open) return;
  while (fold) {
    fold.open = true;
    fold = fold.parentElement?.closest('details');
  }
  target?.scrollIntoView();
}

function keepPaperLight(): void {
  const {documentElement: page} = document;
  let theme: string | null = null;
  window.addEventListener('beforeprint', () => {
    theme = page.getAttribute('data-theme');
    page.setAttribute('data-theme', 'light');
  });
  window.addEventListener('afterprint', () => {
    if (theme === null) page.removeAttribute('data-theme');
    else page.setAttribute('data-theme', theme);
  });
}

start();
