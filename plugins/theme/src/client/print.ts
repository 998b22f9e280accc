import './print.css';
import './paper/print.css';
import {fitTables} from './paper/fit-tables.js';
import {keepWords} from './paper/keep-words.js';
import {openAll} from './paper/open-all.js';
import {setPrinting} from './paper/printing.js';

// What style sheets cannot do: colours that a page took from its dark theme (of code, above all) are inline, so the
// page itself turns light for as long as it takes to print; and what is folded is opened.
if (typeof window !== 'undefined') {
  let putBack: (() => void) | undefined;
  window.addEventListener('beforeprint', () => {
    // Some browsers tell it twice.
    putBack?.();
    const theme = document.documentElement.getAttribute('data-theme');
    document.documentElement.setAttribute('data-theme', 'light');
    setPrinting(true);
    const fold = openAll();
    const loosen = keepWords();
    fitTables();
    putBack = () => {
      loosen();
      fold();
      if (theme !== null) document.documentElement.setAttribute('data-theme', theme);
    };
  });
  window.addEventListener('afterprint', () => {
    putBack?.();
    putBack = undefined;
    setPrinting(false);
  });
}
