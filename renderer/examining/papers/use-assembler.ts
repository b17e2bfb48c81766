import { useEffect, useState } from 'react';
import { openAssembler, type Assembler } from '../../data/assembly/assembly.ts';

/** The worker that draws, as long as the page is open; null until it has been started. */
export function useAssembler(): Assembler | null {
  const [assembler, setAssembler] = useState<Assembler | null>(null);
  useEffect(() => {
    const opened = openAssembler();
    setAssembler(opened);
    return () => {
      setAssembler(null);
      opened.close();
    };
  }, []);
  return assembler;
}
