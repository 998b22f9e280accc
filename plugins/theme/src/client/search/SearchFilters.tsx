import {interpolate} from '@docusaurus/Interpolate';
import {translate} from '@docusaurus/Translate';
import {type ReactNode, useEffect, useState} from 'react';
import type {FilterGroup, FilterValue} from './filter-values';
import {filterWord, type Names, valueWord} from './filter-words';
import styles from './page.module.css';
import {type Chosen, choose, countChosen} from './search-state';

/** Values of a group that are shown at once; the rest is asked for. */
const SHOWN = 8;

interface Props {
  groups: FilterGroup[];
  chosen: Chosen;
  names: Names;
  onChange: (chosen: Chosen) => void;
}

/** What the results can be narrowed by: beside them where there is room, folded above them where there is not. */
export default function SearchFilters({groups, chosen, names, onChange}: Props): ReactNode {
  const hasRoom = useHasRoom();
  if (groups.length === 0) return null;
  const count = countChosen(chosen);
  const title = translate({id: 'opsbinder.search.filters', message: 'Filters'});
  const body = (
    <>
      {groups.map((group) => (
        <Group key={group.name} group={group} chosen={chosen} names={names} onChange={onChange} />
      ))}
      {count > 0 && (
        <button type="button" className={styles.button} onClick={() => onChange({})}>
          {translate({id: 'opsbinder.search.filters.clear', message: 'Clear filters'})}
        </button>
      )}
    </>
  );
  if (hasRoom) {
    return (
      <section className={styles.filters} aria-label={title}>
        {body}
      </section>
    );
  }
  return (
    <details className={styles.folded}>
      <summary>
        {count > 0
          ? translate(
              {
                id: 'opsbinder.search.filters.chosen',
                message: 'Filters ({count} chosen)',
                description: 'Above the folded filters',
              },
              {count},
            )
          : title}
      </summary>
      <div className={styles.filters}>{body}</div>
    </details>
  );
}

function Group({
  group: {name, values},
  chosen,
  names,
  onChange,
}: {group: FilterGroup} & Omit<Props, 'groups'>) {
  const [showsAll, setShowsAll] = useState(false);
  const isLong = values.length > SHOWN + 1;
  const shown = values.filter(({isChosen}, index) => !isLong || showsAll || index < SHOWN || isChosen);
  return (
    <fieldset className={styles.group}>
      <legend>{filterWord(name)}</legend>
      {shown.map((value) => (
        <Value
          key={value.value}
          value={value}
          word={valueWord(name, value.value, names)}
          onChange={(isChosen) => onChange(choose(chosen, name, value.value, isChosen))}
        />
      ))}
      {isLong && !showsAll && (
        <button type="button" className={styles.plain} onClick={() => setShowsAll(true)}>
          {interpolate(
            translate({
              id: 'opsbinder.search.filters.all',
              message: 'Show all {count}',
              description: 'Shows the rest of a long list of filters',
            }),
            {count: values.length},
          )}
        </button>
      )}
    </fieldset>
  );
}

interface ValueProps {
  value: FilterValue;
  word: string;
  onChange: (isChosen: boolean) => void;
}

function Value({value: {count, isChosen}, word, onChange}: ValueProps): ReactNode {
  return (
    <label className={count === 0 && !isChosen ? `${styles.value} ${styles.none}` : styles.value}>
      <input type="checkbox" checked={isChosen} onChange={(event) => onChange(event.target.checked)} />
      <span className={styles.word}>{word}</span>
      <span className={styles.count}>{count}</span>
    </label>
  );
}

function useHasRoom(): boolean {
  const [hasRoom, setHasRoom] = useState(() => matchMedia(ROOM).matches);
  useEffect(() => {
    const media = matchMedia(ROOM);
    const follow = () => setHasRoom(media.matches);
    follow();
    media.addEventListener('change', follow);
    return () => media.removeEventListener('change', follow);
  }, []);
  return hasRoom;
}

// As in the style sheet, and where Docusaurus itself puts a column beside another.
const ROOM = '(min-width: 997px)';
