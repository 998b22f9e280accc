import {sectionOfHeading} from '@opsbinder/core';
import {type Element, elementChildren, find, has, type Parent, setAttribute, squeeze, text} from './html.js';

// What words count beside prose, which counts 1. Headings weigh more by themselves, from 7 down to 2.
const TELLING = '2';
const CODE = '0.5';

const HEADING = /^h([1-6])$/;

/** The heading that what follows stands under. */
interface Under {
  /** The level of the heading that named the section; infinite outside of one. */
  level: number;
  isTelling: boolean;
}

/**
 * Lets words count by where they stand: what is said under symptoms and meaning is what people see and paste, so it
 * counts more than other prose, and code less, since the same commands stand on many pages. Weights that a page sets
 * itself are left as they are.
 */
export function weighSections(content: Parent): void {
  weigh(content, {level: Number.POSITIVE_INFINITY, isTelling: false});
}

function weigh(parent: Parent, start: Under): Under {
  let under = start;
  for (const element of elementChildren(parent)) {
    const level = Number(HEADING.exec(element.tagName)?.[1]);
    if (level) under = below(element, level, under);
    else if (element.tagName === 'pre') setWeight(element, under.isTelling ? '1' : CODE);
    else if (hasBlocks(element)) under = weigh(element, under);
    else if (under.isTelling) setWeight(element, TELLING);
  }
  return under;
}

function below(heading: Element, level: number, under: Under): Under {
  const section = sectionOfHeading(squeeze(text(heading)));
  if (section) return {level, isTelling: section === 'symptoms' || section === 'meaning'};
  // A heading deeper down that has no meaning of its own belongs to what it stands under.
  return level > under.level ? under : {level: Number.POSITIVE_INFINITY, isTelling: false};
}

function hasBlocks(element: Element): boolean {
  return find(element, ({tagName}) => tagName === 'pre' || HEADING.test(tagName)) !== undefined;
}

function setWeight(element: Element, weight: string): void {
  if (!has(element, 'data-pagefind-weight')) setAttribute(element, 'data-pagefind-weight', weight);
}
