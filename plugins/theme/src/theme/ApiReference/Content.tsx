import ExecutionEnvironment from '@docusaurus/ExecutionEnvironment';
import {type ReactNode, useEffect, useLayoutEffect, useRef, useState} from 'react';
import {
  ApiInfo,
  type AppStore,
  ContentItems,
  OptionsProvider,
  RedocWrap,
  StoreProvider,
  ThemeProvider,
} from 'redoc';
import {StyleSheetManager} from 'styled-components';
import {anchorOf} from '../../client/api/anchor';
import {mendMarkup} from '../../client/api/mend-markup';
import {ApiNavigation} from '../../client/api/navigation';
import {createStore} from '../../client/api/store';
import {apiStyles} from '../../client/api/styles';
import type {ApiData} from '../../client/api/types';

// React 18 complains about layout effects on the server, where they do nothing.
const useBrowserLayoutEffect = ExecutionEnvironment.canUseDOM ? useLayoutEffect : useEffect;

/**
 * One API, shown by Redoc.
 *
 * @param api the API
 * @param served whether the reader already has the same page from the server before their eyes
 * @param store Redoc's model of it, where there is one already
 */
export default function ApiReferenceContent({
  api,
  served,
  store: givenStore,
}: {
  api: ApiData;
  served: boolean;
  store?: AppStore;
}): ReactNode {
  const [store] = useState(() => givenStore ?? createStore(api));
  const [scrolled] = useState(() => (served ? window.scrollY : undefined));

  useBrowserLayoutEffect(() => {
    if (scrolled !== undefined) {
      window.scrollTo({top: scrolled, behavior: 'instant'});
      return;
    }
    // Reached by a link within the site: the anchor was not there yet when the browser looked for it.
    const anchor = anchorOf(window.location.hash);
    if (anchor) document.getElementById(anchor)?.scrollIntoView();
  }, [scrolled]);

  const root = useRef<HTMLDivElement>(null);
  useBrowserLayoutEffect(() => (root.current ? mendMarkup(root.current) : undefined), []);

  return (
    <div ref={root} className="api-reference redocusaurus">
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours; as a child, its quotes would be escaped. */}
      <style dangerouslySetInnerHTML={{__html: apiStyles}} />
      {/* Redoc would write every description a second time, as an attribute that does not exist. */}
      <StyleSheetManager shouldForwardProp={(name) => name !== 'html'}>
        <ThemeProvider theme={store.options.theme}>
          <StoreProvider value={store}>
            <OptionsProvider value={store.options}>
              <RedocWrap className="redoc-wrap">
                <ApiNavigation items={store.spec.contentItems} />
                <div className="api-content">
                  <ApiInfo store={store} />
                  <ContentItems items={store.spec.contentItems} />
                </div>
              </RedocWrap>
            </OptionsProvider>
          </StoreProvider>
        </ThemeProvider>
      </StyleSheetManager>
    </div>
  );
}
