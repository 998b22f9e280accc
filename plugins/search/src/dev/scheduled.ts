/** Work that is done again after each change, never twice at once, and once for changes that come together. */
export interface Scheduled {
  /** Says that there is something new. */
  ask(): void;
  /** Lets the work be done; whatever was asked for before has waited. */
  release(): void;
  /** Lets no work begin until it is released, as at first. */
  hold(): void;
}

/**
 * @param work may reject: that is `onError`'s to tell, and the next change has it done again
 * @param quietMs how long nothing must have been asked for, in milliseconds
 */
export function schedule(
  work: () => Promise<void>,
  {quietMs, onError}: {quietMs: number; onError: (error: unknown) => void},
): Scheduled {
  let isHeld = true;
  let isWanted = false;
  let isRunning = false;
  let timer: NodeJS.Timeout | undefined;

  async function run(): Promise<void> {
    isRunning = true;
    isWanted = false;
    await work().catch(onError);
    isRunning = false;
    wait();
  }
  function wait(): void {
    clearTimeout(timer);
    if (isHeld || isRunning || !isWanted) return;
    timer = setTimeout(run, quietMs);
    // A server that is stopped does not wait for it.
    timer.unref();
  }
  return {
    ask() {
      isWanted = true;
      wait();
    },
    release() {
      isHeld = false;
      wait();
    },
    hold() {
      isHeld = true;
      wait();
    },
  };
}
