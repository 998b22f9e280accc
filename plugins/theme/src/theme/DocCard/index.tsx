import type {Props} from '@theme/DocCard';
import DocCard from '@theme-init/DocCard';
import {useMarkedItem} from '../../client/markers/use-marked-item.js';

/** A card in a list of pages, marked where the page's review is. */
export default function MarkedDocCard(props: Props) {
  return <DocCard {...props} item={useMarkedItem(props.item)} />;
}
