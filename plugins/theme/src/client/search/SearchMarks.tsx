import {translate} from '@docusaurus/Translate';
import {usePluralForm} from '@docusaurus/theme-common';
import {type ReactNode, useCallback, useEffect, useState} from 'react';
import {createPortal} from 'react-dom';
import {canMark, contentOf, findWords, markPage, showFirst, unmarkPage} from './mark-page';
import styles from './marks.module.css';
import {forgetWords, type WordsToMark} from './words-to-mark';

export interface SearchMarksProps {
  asked: WordsToMark;
  onClear: () => void;
}

const PAUSE_IN_CHANGES = 150;

/**
 * Marks on the page what its search result was opened for, says how many matches there are, and takes the marks away
 * again: with its button or Escape. Where the browser cannot mark, it only shows the first match.
 */
export default function SearchMarks({asked, onClear}: SearchMarksProps): ReactNode {
  const [count, setCount] = useState(0);

  useEffect(() => {
    if (!canMark()) {
      if (asked.isNew) showFirst(findWords(asked));
      return;
    }
    const mark = () => {
      const ranges = markPage(asked);
      setCount(ranges.length);
      return ranges;
    };
    const ranges = mark();
    if (asked.isNew) showFirst(ranges);
    // Parts of a page come to life, or are opened, later.
    let timer: ReturnType<typeof setTimeout> | undefined;
    const changes = new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(mark, PAUSE_IN_CHANGES);
    });
    changes.observe(contentOf(document), {childList: true, characterData: true, subtree: true});
    return () => {
      changes.disconnect();
      clearTimeout(timer);
      unmarkPage();
    };
  }, [asked]);

  const clear = useCallback(() => {
    forgetWords();
    onClear();
  }, [onClear]);

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
      // A dialog takes it for itself.
      if (!document.querySelector('dialog[open]')) clear();
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [clear]);

  function clearByHand() {
    clear();
    // The button goes; reading goes on where the marks were.
    const content = contentOf(document) as HTMLElement;
    content.tabIndex = -1;
    content.focus({preventScroll: true});
    content.removeAttribute('tabindex');
  }

  if (!canMark()) return null;
  return createPortal(
    <div className={count > 0 ? styles.marks : undefined}>
      <span role="status">{count > 0 && <Count count={count} />}</span>
      {count > 0 && (
        <button type="button" className={styles.clear} onClick={clearByHand}>
          {translate({
            id: 'opsbinder.search.marks.clear',
            message: 'Clear',
            description: 'Takes the marks of a search away',
          })}
        </button>
      )}
    </div>,
    document.body,
  );
}

function Count({count}: {count: number}): ReactNode {
  const {selectMessage} = usePluralForm();
  return selectMessage(
    count,
    translate(
      {
        id: 'opsbinder.search.marks',
        message: 'One match marked|{count} matches marked',
        description:
          'Number of places marked on a page. One form for each plural of the language, separated by |',
      },
      {count},
    ),
  );
}
