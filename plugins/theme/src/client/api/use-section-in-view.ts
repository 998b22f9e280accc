import {useEffect, useState} from 'react';
import type {ContentItemModel} from 'redoc';

/** The id of the section at which the reader is; undefined above the first one, and on the server. */
export function useSectionInView(items: ContentItemModel[]): string | undefined {
  const [current, setCurrent] = useState<string>();
  useEffect(() => {
    const inView = new Set<Element>();
    const sections = sectionIds(items).flatMap((id) => document.getElementById(id) ?? []);
    const observer = new IntersectionObserver(
      (entries) => {
        for (const {target, isIntersecting} of entries) {
          if (isIntersecting) inView.add(target);
          else inView.delete(target);
        }
        setCurrent(sections.find((section) => inView.has(section))?.id);
      },
      // The upper part of the window, below the navbar: where people read.
      {rootMargin: '-80px 0px -70% 0px'},
    );
    for (const section of sections) observer.observe(section);
    return () => observer.disconnect();
  }, [items]);
  return current;
}

/** The ids of all sections of a page, in its order. */
export function sectionIds(items: ContentItemModel[]): string[] {
  return items.flatMap((item) => [...(item.type === 'group' ? [] : [item.id]), ...sectionIds(item.items)]);
}
