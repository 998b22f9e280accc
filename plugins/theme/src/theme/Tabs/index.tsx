import useIsBrowser from '@docusaurus/useIsBrowser';
import type {Props} from '@theme/Tabs';
import Tabs from '@theme-init/Tabs';
import {useMemo} from 'react';
import {usePrinting} from '../../client/paper/printing.js';
import {TabNames} from '../../client/paper/tabs.js';

/** Tabs, all of which are there for paper, and for whoever reads without scripts. */
export default function PrintableTabs(props: Props) {
  const isBrowser = useIsBrowser();
  const {isOn} = usePrinting();
  const names = useMemo(
    () => new Map(props.values?.map(({value, label}) => [value, label ?? value])),
    [props.values],
  );
  return (
    <TabNames.Provider value={names}>
      <Tabs {...props} lazy={props.lazy && isBrowser && !isOn} />
    </TabNames.Provider>
  );
}
