import {translate} from '@docusaurus/Translate';
import {usePluralForm} from '@docusaurus/theme-common';

/** A number of pages in words: `1 page`, `12 pages`. */
export function PageCount({count}: {count: number}) {
  const {selectMessage} = usePluralForm();
  return selectMessage(
    count,
    translate(
      {
        id: 'opsbinder.tiers.count',
        message: '{count} page|{count} pages',
        description: 'Number of pages. One form for each plural of the language, separated by |',
      },
      {count},
    ),
  );
}
