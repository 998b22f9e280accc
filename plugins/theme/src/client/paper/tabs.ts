import {createContext} from 'react';

/** The names of tabs by value, where the whole row of tabs has them and not each tab. */
export const TabNames = createContext<ReadonlyMap<string, string>>(new Map());
