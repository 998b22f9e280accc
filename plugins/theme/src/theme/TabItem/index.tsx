import type {Props} from '@theme/TabItem';
import TabItem from '@theme-init/TabItem';
import {useContext} from 'react';
import {TabNames} from '../../client/paper/tabs.js';

/** What stands under a tab, with the tab's name above it where all of them are shown one below the other. */
export default function PrintableTabItem(props: Props) {
  const names = useContext(TabNames);
  return (
    <TabItem {...props}>
      <p className="opsbinder-tab-name" data-pagefind-ignore="">
        {props.label ?? names.get(props.value) ?? props.value}
      </p>
      {props.children}
    </TabItem>
  );
}
