import './print.css';

// Colours that a page took from its dark theme (of code, above all) are inline and beyond any style sheet, so
// the page itself turns light for as long as it takes to print.
if (typeof window !== 'undefined') {
  let theme: string | null = null;
  window.addEventListener('beforeprint', () => {
    theme = document.documentElement.getAttribute('data-theme');
    document.documentElement.setAttribute('data-theme', 'light');
  });
  window.addEventListener('afterprint', () => {
    if (theme !== null) document.documentElement.setAttribute('data-theme', theme);
  });
}
