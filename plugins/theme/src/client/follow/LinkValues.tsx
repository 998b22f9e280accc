import {useLocation} from '@docusaurus/router';
import Translate from '@docusaurus/Translate';
import useIsBrowser from '@docusaurus/useIsBrowser';
import type {PageBlank} from '@opsbinder/core';
import {useState} from 'react';
import {Button} from './Button.js';
import styles from './blanks.module.css';
import {fieldId, keepFocus} from './focus.js';
import {type LinkValue, readLinkValues} from './link-values.js';
import {usePageState, useSnapshot} from './page-state.js';
import * as words from './words.js';

/**
 * The values that came with the address. Whoever wrote the link is not the reader, so nothing of it goes into a
 * command before the reader has seen it and agreed.
 */
export function LinkValues({blanks}: {blanks: readonly PageBlank[]}) {
  const {search} = useLocation();
  const [ignored, setIgnored] = useState('');
  const ignore = () => {
    setIgnored(search);
    keepFocus('[data-blanks] summary');
  };
  // A page is built without an address.
  if (!useIsBrowser() || search === '' || ignored === search) return null;
  return <Offer blanks={blanks} search={search} onIgnore={ignore} />;
}

function Offer({
  blanks,
  search,
  onIgnore,
}: {
  blanks: readonly PageBlank[];
  search: string;
  onIgnore: () => void;
}) {
  const state = usePageState();
  const {filled} = useSnapshot();
  const {values, refused} = readLinkValues(search, blanks);
  const open = values.filter(({blank, value}) => filled[blank.key] !== value);
  if (open.length === 0 && refused.length === 0) return null;
  const plain = open.filter(({acts}) => !acts);
  const use = (taken: readonly LinkValue[]) => {
    for (const {blank, value} of taken) state.fill(blank.key, value);
    state.say(words.taken(taken.length));
    keepFocus('[data-offer] button', `#${fieldId(taken[0]?.blank.key ?? '')}`, '[data-blanks] summary');
  };
  return (
    <section className={styles.offer} aria-label={words.offer()} data-offer="">
      <p>
        <Translate id="opsbinder.link.intro">
          The link that led here brings values. No command changes before you accept them.
        </Translate>
      </p>
      {open.length > 0 && (
        <dl>
          {open.map((offered) => (
            <div key={offered.blank.key}>
              <dt>
                <code>{offered.blank.name}</code>
              </dt>
              <dd>
                <code className={styles.offered}>{offered.value}</code>
                {offered.acts && <strong className={styles.warning}>{words.acts()}</strong>}
                <Button onClick={() => use([offered])}>{words.accept(offered.blank.name)}</Button>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {refused.map(({blank, secret}) => (
        <p key={blank.key}>{words.refusedFromLink(blank.name, secret)}</p>
      ))}
      <p className={styles.panelFoot}>
        {plain.length > 1 && (
          <Button kind="primary" onClick={() => use(plain)}>
            {words.acceptAll(plain.length, open.length)}
          </Button>
        )}
        <Button onClick={onIgnore}>
          <Translate id="opsbinder.link.ignore">Ignore the link</Translate>
        </Button>
      </p>
    </section>
  );
}
