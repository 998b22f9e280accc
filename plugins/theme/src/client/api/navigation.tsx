import ExecutionEnvironment from '@docusaurus/ExecutionEnvironment';
import {translate} from '@docusaurus/Translate';
import clsx from 'clsx';
import {type ReactNode, useEffect, useRef, useState} from 'react';
import type {ContentItemModel} from 'redoc';
import {useSectionInView} from './use-section-in-view';

/**
 * The operations of an API as plain links, so that they work without JavaScript and with a keyboard. It stands
 * in for Redoc's own menu, which needs a script and fetches a logo from another host.
 */
export function ApiNavigation({items}: {items: ContentItemModel[]}): ReactNode {
  const current = useSectionInView(items);
  // Readers may have opened the list that the server wrote, of which this one takes the place.
  const [wasOpen] = useState(
    () =>
      ExecutionEnvironment.canUseDOM &&
      document.querySelector<HTMLDetailsElement>('.api-nav details')?.open === true,
  );
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (list.current && current !== undefined) showCurrent(list.current);
  }, [current]);
  const label = translate({
    id: 'opsbinder.api.navigation',
    message: 'Operations',
    description: 'Heading and label of the list of operations beside an API reference',
  });
  return (
    <nav className="api-nav" aria-label={label}>
      <details open={wasOpen}>
        <summary>{label}</summary>
        <div ref={list} className="menu thin-scrollbar">
          <ItemList items={items} current={current} />
          <p className="api-nav-credit">
            <a href="https://redocly.com/redoc" target="_blank" rel="noopener noreferrer">
              {translate({id: 'opsbinder.api.credit', message: 'Shown with Redoc'})}
            </a>
          </p>
        </div>
      </details>
    </nav>
  );
}

// Scrolls the list, and nothing but the list, to where the reader is.
function showCurrent(list: HTMLElement): void {
  const link = list.querySelector('[aria-current]')?.getBoundingClientRect();
  const frame = list.getBoundingClientRect();
  if (link && (link.top < frame.top || link.bottom > frame.bottom)) {
    list.scrollTop += link.top - frame.top - frame.height / 2;
  }
}

function ItemList({items, current}: {items: ContentItemModel[]; current: string | undefined}): ReactNode {
  return (
    <ul className="menu__list">
      {items.map((item) => (
        <li key={item.id} className="menu__list-item">
          {item.type === 'group' ? (
            // A group of tags has no section of its own to lead to.
            <span className="api-nav-group">{item.name}</span>
          ) : (
            <a
              className={clsx('menu__link', item.id === current && 'menu__link--active')}
              href={`#${encodeURI(item.id)}`}
              aria-current={item.id === current ? 'location' : undefined}
            >
              <ItemName item={item} />
            </a>
          )}
          {item.items.length > 0 && <ItemList items={item.items} current={current} />}
        </li>
      ))}
    </ul>
  );
}

function ItemName({item}: {item: ContentItemModel}): ReactNode {
  if (item.type !== 'operation' || !('httpVerb' in item)) return item.sidebarLabel;
  return (
    <>
      <span className={item.deprecated ? 'api-nav-deprecated' : undefined}>{item.sidebarLabel}</span>
      <span className="api-nav-method">{item.isWebhook ? eventWord() : item.httpVerb}</span>
    </>
  );
}

function eventWord(): string {
  return translate({
    id: 'opsbinder.api.event',
    message: 'event',
    description:
      'Stands where an operation has its method: a request that the API sends instead of taking it',
  });
}
