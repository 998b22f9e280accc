import {translate} from '@docusaurus/Translate';

// Redoc's subheadings are h5 where h3 would follow, and its choices between examples and variants have no
// name. Neither can be configured.
const headingLevel = '3';
const choiceLabel = () =>
  translate({
    id: 'opsbinder.api.choice',
    message: 'Choose what is shown',
    description: 'Label of a selection among examples, media types or variants in an API reference',
  });

/** Adds to Redoc's mark-up, as text, what assistive technology needs to know. */
export function mendServedMarkup(html: string): string {
  return html
    .replaceAll('<h5 ', `<h5 aria-level="${headingLevel}" `)
    .replaceAll('<select ', `<select aria-label="${choiceLabel()}" `);
}

/**
 * Marks the responses that are written out only for readers without JavaScript, who could not open them. The
 * style sheet hides them from everybody else, to whom Redoc will show them folded.
 *
 * @param html an API with all its responses unfolded
 * @param unfolded the status codes whose responses Redoc shows unfolded
 */
export function markFoldedResponses(html: string, unfolded: 'all' | Record<string, boolean>): string {
  if (unfolded === 'all') return html;
  return html.replace(
    /<button (?=[^>]*aria-expanded="true"[^>]*>(?:<svg.*?<\/svg>)?<strong[^>]*>(\w+) ?<\/strong>)/gs,
    (button, code: string) => (unfolded[code] ? button : `${button}data-folded `),
  );
}

/**
 * Adds to Redoc's elements what {@link mendServedMarkup} adds to its text: to an element's
 * descendants, and to all that Redoc adds there later.
 *
 * @returns a function that ends it
 */
export function mendMarkup(root: HTMLElement): () => void {
  const mend = () => {
    for (const heading of root.querySelectorAll('h5:not([aria-level])')) {
      heading.setAttribute('aria-level', headingLevel);
    }
    for (const choice of root.querySelectorAll('select:not([aria-label])')) {
      choice.setAttribute('aria-label', choiceLabel());
    }
  };
  mend();
  const observer = new MutationObserver(mend);
  observer.observe(root, {childList: true, subtree: true});
  return () => observer.disconnect();
}
