/** Whether this page may have a service worker. A copy of the site in a folder has none. */
export function canHaveWorker(): boolean {
  return (
    typeof window !== 'undefined' &&
    window.isSecureContext &&
    window.location.protocol.startsWith('http') &&
    'serviceWorker' in navigator
  );
}

/** Calls `work` when the page has loaded and the browser has nothing better to do. */
export function whenIdle(work: () => void): void {
  // Safari has no requestIdleCallback.
  const later = () =>
    'requestIdleCallback' in window ? requestIdleCallback(work, {timeout: 5000}) : setTimeout(work, 1000);
  if (document.readyState === 'complete') later();
  else window.addEventListener('load', later, {once: true});
}
