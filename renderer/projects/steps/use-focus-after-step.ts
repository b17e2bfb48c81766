import { useEffect, useRef, type RefObject } from 'react';
import type { ProjectStage } from '@shared/model/project-event.ts';

/**
 * A step takes away the button that was pressed for it, and the focus with that: it goes on to the place which this gives
 * the reference of, instead of to the beginning of the page. `stage` is null until it is read.
 */
export function useFocusAfterStep<Place extends HTMLElement>(stage: ProjectStage | null): RefObject<Place | null> {
  const place = useRef<Place>(null);
  const before = useRef(stage);
  useEffect(() => {
    const isStep = before.current !== null && before.current !== stage;
    before.current = stage;
    if (isStep && document.activeElement === document.body) place.current?.focus();
  }, [stage]);
  return place;
}
