import type {Props} from '@theme/DocSidebarItem';
import DocSidebarItem from '@theme-init/DocSidebarItem';
import {useMarkedItem} from '../../client/markers/use-marked-item.js';

/** An entry in the sidebar, marked where the page's review is. */
export default function MarkedDocSidebarItem(props: Props) {
  return <DocSidebarItem {...props} item={useMarkedItem(props.item)} />;
}
