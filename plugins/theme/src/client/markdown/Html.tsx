import {translate} from '@docusaurus/Translate';
import {type ComponentProps, useEffect, useRef, useState} from 'react';

/** The box of a task list. Markdown gives it no name, and a reader who cannot see it needs one. */
export function TaskBox(props: ComponentProps<'input'>) {
  if (props.type !== 'checkbox') return <input {...props} />;
  const label = props.checked
    ? translate({id: 'opsbinder.task.done', message: 'Done'})
    : translate({id: 'opsbinder.task.open', message: 'To do'});
  return <input aria-label={label} {...props} />;
}

/**
 * A table. Where it is wider than the page it scrolls sideways, and is then a stop for the keyboard, which could
 * not scroll it otherwise.
 */
export function ScrollableTable(props: ComponentProps<'table'>) {
  const table = useRef<HTMLTableElement>(null);
  const [scrolls, setScrolls] = useState(false);
  const [hasCaption, setHasCaption] = useState(false);
  useEffect(() => {
    const element = table.current;
    if (!element) return;
    setHasCaption(element.caption !== null);
    // A pixel is what rounding can make.
    const observer = new ResizeObserver(() => setScrolls(element.scrollWidth > element.clientWidth + 1));
    // The room that it has, and the room that its rows take.
    for (const part of [element, ...element.children]) observer.observe(part);
    return () => observer.disconnect();
  }, []);
  if (!scrolls) return <table ref={table} {...props} />;
  const label = translate({
    id: 'opsbinder.table.scrolls',
    message: 'Table, scrolls sideways',
    description: 'Name of a table that is wider than the screen, for screen readers',
  });
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
  return <table ref={table} tabIndex={0} aria-label={hasCaption ? undefined : label} {...props} />;
}
