/** Whatever ends the terminal, or npm in it, ends this process too, once. */
export function endWithParent(end: () => void): void {
  let isEnding = false;
  const endOnce = () => {
    if (isEnding) return;
    isEnding = true;
    end();
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, endOnce);
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || endOnce(), 500).unref();
}
