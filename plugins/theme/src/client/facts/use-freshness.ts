import type {Freshness} from '@opsbinder/core';
import {useEffect, useState} from 'react';
import {usePrinting} from '../paper/printing.js';
import {worsen} from './worsen.js';

/** A state as the reader should see it: as built until the page has come to life, then never better than that. */
export function useFreshness(built: Freshness): Freshness {
  const today = useReadersDay();
  return today === undefined ? built : worsen(built, today);
}

/**
 * The day on the reader's own calendar: for whoever looks at the page it is that day. Unknown until it lives. A page
 * may stay open for long, so one that is printed asks again.
 */
export function useReadersDay(): string | undefined {
  const [today, setToday] = useState<string>();
  const {at} = usePrinting();
  useEffect(() => setToday(dayOf(new Date())), []);
  return at === undefined ? today : dayOf(new Date(at));
}

function dayOf(time: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
}

/** The later of the day of the build and the reader's: a clock that goes before the build is wrong. */
export function useToday(asOf: string): string {
  const today = useReadersDay();
  return today !== undefined && today > asOf ? today : asOf;
}
