/** A call that comes at most once in `apart` milliseconds: the first at once, later ones gathered into one at the end of the time. */
export function atMostEvery(apart: number, action: () => void): { readonly call: () => void; readonly cancel: () => void } {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let isWanted = false;
  const wait = (): void => {
    timer = setTimeout(() => {
      timer = null;
      if (!isWanted) return;
      isWanted = false;
      action();
      wait();
    }, apart);
  };
  return {
    call() {
      if (timer) {
        isWanted = true;
        return;
      }
      action();
      wait();
    },
    cancel() {
      if (timer) clearTimeout(timer);
      timer = null;
    },
  };
}
