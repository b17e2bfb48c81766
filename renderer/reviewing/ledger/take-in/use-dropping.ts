import { useEffect, useEffectEvent, useState } from 'react';

/**
 * Takes files and folders that are dropped anywhere onto the window, as long as the screen is there and `isReady`. True while
 * something that can be dropped is held over it.
 */
export function useDropping(isReady: boolean, onDrop: (dropped: readonly File[]) => void): boolean {
  const [isOver, setOver] = useState(false);
  const over = useEffectEvent((event: DragEvent): void => {
    if (!isReady || !event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault(); // that it may be dropped here
    event.dataTransfer.dropEffect = 'copy';
    setOver(true);
  });
  const drop = useEffectEvent((event: DragEvent): void => {
    setOver(false);
    if (!isReady || !event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    onDrop([...event.dataTransfer.files]);
  });
  useEffect(() => {
    // going on to another element is not leaving the window
    const leave = (event: DragEvent): void => setOver((isStill) => isStill && event.relatedTarget !== null);
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, []);
  return isOver && isReady;
}
