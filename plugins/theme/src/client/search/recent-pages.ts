import {rememberPage} from './recent';

// A page that only leads on to another is not where somebody was.
const TO_ARRIVE = 400;

let timer: ReturnType<typeof setTimeout> | undefined;

/** Docusaurus calls it once a page is there: docs and cards are remembered for the search, lists are not. */
export function onRouteDidUpdate({location}: {location: {pathname: string}}): void {
  clearTimeout(timer);
  timer = setTimeout(() => {
    // Lists are kept from the search, and have no article; nor has the page that says there is none.
    const title = document
      .querySelector('main:not([data-pagefind-ignore="all"]) article h1')
      ?.textContent?.trim();
    if (title) rememberPage({title, url: location.pathname});
  }, TO_ARRIVE);
}
