import {translate} from '@docusaurus/Translate';
import type {ComponentProps} from 'react';

/** The box of a task list. Markdown gives it no name, and a reader who cannot see it needs one. */
export function TaskBox(props: ComponentProps<'input'>) {
  if (props.type !== 'checkbox') return <input {...props} />;
  const label = props.checked
    ? translate({id: 'opsbinder.task.done', message: 'Done'})
    : translate({id: 'opsbinder.task.open', message: 'To do'});
  return <input aria-label={label} {...props} />;
}

/** A table. On a narrow screen it scrolls sideways, which a keyboard can only do when it can get there. */
export function ScrollableTable(props: ComponentProps<'table'>) {
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
  return <table tabIndex={0} {...props} />;
}
