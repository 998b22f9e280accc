import {translate} from '@docusaurus/Translate';
import {cssString} from '@opsbinder/core/browser';

/**
 * The foot of every sheet: whose it is, and of which revision; the style sheet adds the number of the sheet. Only a
 * style sheet can fill it, and only some browsers print it: nothing stands there that the page does not say itself.
 */
export function PaperFoot({title}: {title: string}) {
  const [before = '', after = ''] = translate({
    id: 'opsbinder.paper.revision',
    message: 'Revision {commit}',
    description: 'On paper; the commit is a short hash',
  }).split('{commit}');
  const revision = `${cssString(before)} var(--opsbinder-revision) ${cssString(after)}`;
  const css = `@page opsbinder-page{@bottom-left{content:${cssString(title)}}@bottom-center{content:${revision}}}`;
  return (
    // biome-ignore lint/security/noDangerouslySetInnerHtml: a style sheet, whose texts are escaped
    <style suppressHydrationWarning dangerouslySetInnerHTML={{__html: css}} />
  );
}
