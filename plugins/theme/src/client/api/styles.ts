/**
 * The styles of the API reference. They are text, not a style sheet, because Docusaurus puts all style sheets
 * of a site into one file that every page loads.
 *
 * Redoc names its classes by hash, so its parts are reached by structure. Most of them take their colours from
 * the theme, which uses the variables set here; what follows is for the colours that Redoc has written in, and
 * for Infima's table and list styles, which Redoc does not expect.
 */
export const apiStyles = `
.api-reference {
  --api-text: var(--ifm-font-color-base);
  --api-muted: #525860;
  --api-background: var(--ifm-background-surface-color);
  --api-surface: var(--ifm-color-emphasis-100);
  --api-line: var(--ifm-color-emphasis-300);
  /* The site's colour, brought near enough to that of the text to be read on any surface. */
  --api-accent: color-mix(in srgb, var(--ifm-color-primary) 50%, var(--ifm-font-color-base));
  --api-success: #14692b;
  --api-warning: #7a4d00;
  --api-error: #a8201a;
  --api-info: #0b5a8f;
  --api-token-name: #0b5a8f;
  --api-token-text: #14692b;
  --api-token-value: #8a3b00;
  --api-token-keyword: #7b2d8b;
}
[data-theme='dark'] .api-reference {
  --api-muted: #b4b9bf;
  --api-background: var(--ifm-background-color);
  --api-surface: var(--ifm-background-surface-color);
  --api-line: var(--ifm-color-emphasis-200);
  --api-success: #7ddb95;
  --api-warning: #ffc766;
  --api-error: #ffa69e;
  --api-info: #8ccdff;
  --api-token-name: #8ccdff;
  --api-token-text: #9fdcae;
  --api-token-value: #ffc18f;
  --api-token-keyword: #e0b0ec;
}

/* Layout */
.api-reference .api-content { flex: 1; min-width: 0; max-width: 1500px; }
.api-reference [data-section-id] { min-height: 0; }
.api-reference [data-section-id] > div, .api-reference [data-section-id] > div > div { min-width: 0; }
.api-reference [data-section-id]::after { border-color: var(--api-line) !important; }
.api-reference [data-section-id] { scroll-margin-top: calc(var(--ifm-navbar-height) + 0.5rem); }

/* List of operations */
.api-nav { --ifm-menu-color-active: var(--api-text); flex: none; width: 300px; border-right: 1px solid var(--ifm-toc-border-color); font-size: 0.9rem; }
.api-nav .menu { position: sticky; top: var(--ifm-navbar-height); max-height: calc(100vh - var(--ifm-navbar-height)); padding: 0.5rem; overflow-y: auto; }
.api-nav .menu__list .menu__list { padding-left: 0.5rem; }
.api-nav .menu > .menu__list > .menu__list-item > .menu__link { font-weight: var(--ifm-font-weight-bold); }
.api-nav .menu__link--active { font-weight: var(--ifm-font-weight-bold); background: var(--ifm-menu-color-background-active); }
.api-nav .menu__link > span:first-child { min-width: 0; overflow-wrap: anywhere; }
.api-nav-method { margin-left: 0.75rem; font: 0.75rem var(--ifm-font-family-monospace); text-transform: uppercase; color: var(--api-muted); }
.api-nav-deprecated { text-decoration: line-through; }
.api-nav-group { display: block; margin-top: 0.75rem; padding: 0 var(--ifm-menu-link-padding-horizontal); font-size: 0.8rem; color: var(--api-muted); }
.api-nav-credit { margin: 1.5rem var(--ifm-menu-link-padding-horizontal) 0.5rem; font-size: 0.8rem; }
.api-nav-credit a { color: var(--api-muted); text-decoration: underline; }
.api-nav summary { cursor: pointer; }
@media (min-width: 997px) {
  /* Always open where there is room. A browser that cannot do so keeps the summary to click on. */
  @supports selector(::details-content) {
    .api-nav summary { display: none; }
    .api-nav details { height: 100%; }
    .api-nav details::details-content { display: block; height: 100%; content-visibility: visible; }
  }
}
@media (max-width: 996px) {
  .api-reference .redoc-wrap { display: block; }
  .api-nav { width: auto; margin: 1rem var(--ifm-spacing-horizontal) 0; border: 0; }
  .api-nav summary { padding: 0.5rem 0.8rem; border-radius: var(--ifm-global-radius); background: var(--ifm-menu-color-background-active); }
  .api-nav .menu { position: static; max-height: 60vh; }
}
@media print { .api-nav { display: none; } }

/* Text */
.api-reference h1, .api-reference h2, .api-reference h3, .api-reference h5 { overflow-wrap: anywhere; }
.api-reference :is(h5, caption) { margin: 1.5rem 0 0; padding-bottom: 0.4rem; border-color: var(--api-line); color: var(--api-text); font-size: 0.9rem; font-weight: var(--ifm-font-weight-bold); text-transform: none; }
.api-reference :is(h5, caption)::first-letter { text-transform: uppercase; }
/* The heading of the authorizations, beside its value */
.api-reference h5:has(+ svg) { margin: 0 0.3rem 0 0; padding: 0; border: 0; }
.api-reference div:has(> h5 + svg) { white-space: nowrap; }
.api-reference h3 { margin: 1.5rem 0 0.75rem; font-size: 1.1rem; font-weight: var(--ifm-font-weight-bold); }
.api-reference h5 span { color: var(--api-muted); font-weight: var(--ifm-font-weight-normal); }
.api-reference .api-content a:any-link { color: var(--api-accent); text-decoration: underline; }
.api-reference .api-info a[download] { border-color: var(--api-line); color: var(--api-accent); }
.api-reference .api-info > div:not(:empty) { margin-top: 0.75rem; }
/* Contact and licence: Redoc pulls them to the left and cuts off what hangs over, which is words once they wrap. */
.api-reference .api-info div:has(> span) { margin-left: 0; column-gap: 1.5rem; }
.api-reference .api-info div:has(> span) > span { overflow-wrap: anywhere; }
.api-reference .api-info div:has(> span) > span::before { display: none; }
[data-theme='dark'] .api-reference :is(h1, h2) > a:first-child::before { filter: invert(1); }
.api-reference polygon { fill: currentcolor !important; }

/* Properties and parameters: rows with a line between them */
.api-reference table { display: table; margin-bottom: 0; overflow: visible; }
.api-reference table :is(tr, tr:nth-child(2n)) { border: 0; background: none; }
.api-reference table td { padding: 0.6rem 0.75rem 0.6rem 0; border: 0; border-top: 1px solid var(--api-line); vertical-align: top; }
.api-reference table td[kind] { border-left: 0; background: none !important; }
.api-reference table tr:first-child > td { border-top: 0; }
.api-reference td[kind] { width: 34%; white-space: normal; overflow-wrap: anywhere; }
.api-reference td[kind] > span:empty { display: none; }
.api-reference td[kind] > div { margin: 0.2rem 0 0; }
.api-reference td[kind] > button { text-align: left; }
.api-reference td[colspan] { padding: 0 0 0.6rem; border: 0; }
.api-reference td[colspan] > div { margin: 0; padding: 0 0.75rem; border-radius: var(--ifm-global-radius); background: var(--api-surface); }
.api-reference td > div > div:first-child > span { color: var(--api-muted); }
.api-reference td[colspan] td[colspan] > div { background: var(--api-background); }
.api-reference td[colspan] td[colspan] td[colspan] > div { background: var(--api-surface); }
@media (max-width: 996px) {
  .api-reference table :is(tbody, tr, td, td[kind]) { display: block; width: auto; }
  .api-reference table td { padding-right: 0; }
  .api-reference table td[kind] { padding-bottom: 0; }
  .api-reference table td[kind] + td { padding-top: 0; border: 0; }
}

/* Responses */
.api-reference button:has(> strong) { border-radius: var(--ifm-global-radius); }
.api-reference button > strong + div { color: var(--api-text); }

/* What is written out for readers without JavaScript; see markFoldedResponses */
@media (scripting: enabled) {
  .api-reference button[data-folded] + div { display: none; }
  .api-reference button[data-folded] > svg { transform: rotate(-90deg); }
}

/* Servers open on a click; without JavaScript they are always open */
@media (scripting: none) {
  .api-reference button:has(> .http-verb) + div { position: static; visibility: visible; transform: none; box-shadow: none; }
  .api-reference button > .http-verb ~ svg, .api-reference [role='tabpanel'] button { display: none; }
}

/* Choices: Redoc writes white on this colour and this colour on white */
.api-reference span + div > button { --api-accent: #0b5a8f; }
.api-reference .dropdown-select { background: var(--api-surface); }
.api-reference div:has(> .dropdown-select) { border-color: var(--api-line); background: var(--api-surface); color: var(--api-text); }
.api-reference :is(button, summary, a, [role='tab'], [tabindex]):focus-visible { outline: 2px solid var(--api-accent); outline-offset: 2px; }
.api-reference div:has(> .dropdown-select:focus-visible) { outline: 2px solid var(--api-accent); }

/* Requests and samples */
.api-reference button:has(> .http-verb) { border: 1px solid var(--api-line); border-radius: var(--ifm-global-radius); white-space: normal; overflow-wrap: anywhere; }
.api-reference .http-verb { border-radius: 3px; }
.api-reference [role='tablist'] > [role='tab'] { min-width: 0; border: 1px solid var(--api-line); background: none; color: var(--api-text); font-size: 0.85rem; }
.api-reference [role='tablist'] > [role='tab'][aria-selected='true'] { border-color: currentcolor; background: var(--api-surface); }
.api-reference [role='tabpanel'] { border-radius: var(--ifm-global-radius); }
.api-reference :is(pre, code, .token) { text-shadow: none !important; }
.api-reference pre { background: none; color: var(--api-text); overflow-wrap: anywhere; white-space: pre-wrap; }
.api-reference .api-content :not(pre) > code { border: 0; color: var(--api-text); }
.api-reference .redoc-json { overflow-wrap: anywhere; }
.api-reference .redoc-json code { background: none; border: 0; padding: 0; }
.api-reference .token { opacity: 1; color: var(--api-text); }
.api-reference .token:is(.comment, .prolog, .doctype, .cdata) { color: var(--api-muted); }
.api-reference .token:is(.property, .tag, .attr-name, .symbol, .selector, .property.string) { color: var(--api-token-name); }
.api-reference .token:is(.string, .char, .inserted, .regex, .url) { color: var(--api-token-text); }
.api-reference .token:is(.number, .boolean, .constant, .builtin, .variable, .attr-value) { color: var(--api-token-value); }
.api-reference .token:is(.keyword, .atrule, .important, .function, .deleted) { color: var(--api-token-keyword); }
.api-reference .token.property.string { color: var(--api-token-name); }
.api-reference .collapser { color: var(--api-text); }
`;
