// What is typed and not stored yet, so that nothing leads away from it unasked.

const holders = new Set();

/**
 * Asks before the page is left while `what` gives words for what would be lost, or null. Ends with the signal, or when
 * the function it gives is called.
 */
export function holding(what, signal) {
  holders.add(what);
  const release = () => holders.delete(what);
  signal.addEventListener('abort', release);
  return release;
}

const unsaved = () => [...holders].map(what => what()).find(Boolean);

/** Whether the page may be left: nothing is held, or the reader lets it go. */
export function mayLeave() {
  const lost = unsaved();
  return !lost || confirm(`${lost} Leave all the same?`);
}

addEventListener('beforeunload', event => {
  if (unsaved()) {
    event.preventDefault();
  }
});
