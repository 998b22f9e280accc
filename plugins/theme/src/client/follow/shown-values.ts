import {useMemo} from 'react';
import {usePrinting} from '../paper/printing.js';
import {type Snapshot, useSnapshot} from './page-state.js';

/** What blanks are filled with where they are shown. Secrets are kept nowhere, so they are blank on paper. */
export function useShownValues(): Snapshot['filled'] {
  const {filled, blanks} = useSnapshot();
  const {isOn} = usePrinting();
  return useMemo(() => {
    if (!isOn) return filled;
    const shown: Record<string, string> = Object.assign(Object.create(null), filled);
    for (const {key, secret} of blanks) if (secret) delete shown[key];
    return shown;
  }, [filled, blanks, isOn]);
}
