import { useEffect } from 'react';
import { request } from './bridge.ts';
import type { Places } from './places.ts';

/** Where this computer published last is where the next version belongs. */
export function useRepositoryProposed(propose: Places['propose']): void {
  useEffect(() => {
    const ask = async (): Promise<void> => {
      const { repository } = await request('publisher:state');
      if (repository?.place) propose({ place: repository.place, label: repository.label });
    };
    void ask();
  }, [propose]);
}
