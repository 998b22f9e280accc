declare module '*.module.css' {
  const classes: Readonly<Record<string, string>>;
  export default classes;
}

declare module '@generated/opsbinder/markers.json' {
  const markers: import('@opsbinder/core').Markers[];
  export default markers;
}

declare module 'react-dom' {
  /** Renders what was asked for inside, before it returns. */
  export function flushSync(run: () => void): void;

  /** Renders into another element of the page. */
  export function createPortal(
    children: import('react').ReactNode,
    container: Element,
  ): import('react').ReactPortal;
}
