import {useBaseUrlUtils} from '@docusaurus/useBaseUrl';
import markers from '@generated/opsbinder/markers.json';
import type {Freshness} from '@opsbinder/core';
import clsx from 'clsx';
import {useFreshness} from '../facts/use-freshness.js';
import {pathOf, readMarkers} from './markers.js';
import './styles.css';

/** What is marked of an entry in a sidebar or on a card. */
interface Item {
  href?: string;
  className?: string;
}

const MARKERS = readMarkers(markers);
const UNMARKED: Freshness = {state: 'exempt', reasons: []};

/** An entry with the class of its mark, where the page that it leads to has a state to be marked. */
export function useMarkedItem<T extends object>(item: T): T {
  const {href, className}: Item = item;
  const {withBaseUrl} = useBaseUrlUtils();
  const marker = href === undefined ? undefined : MARKERS.get(pathOf(withBaseUrl(href)));
  const {state} = useFreshness(marker?.freshness ?? UNMARKED);
  if (!marker?.states.includes(state)) return item;
  return {...item, className: clsx(className, 'opsbinder-marked', `opsbinder-marked--${state}`)};
}
