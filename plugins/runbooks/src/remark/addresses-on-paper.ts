import {paperAddresses} from '@opsbinder/core';
import type {Root} from 'mdast';

/** Gives the links whose addresses must be on paper what the theme prints behind them. */
export function markAddresses(tree: Root): void {
  for (const {node, address} of paperAddresses(tree)) {
    const data = node.data as {hProperties?: object} | undefined;
    node.data = {
      ...data,
      hProperties: {...data?.hProperties, 'data-address': address},
    } as typeof node.data;
  }
}
