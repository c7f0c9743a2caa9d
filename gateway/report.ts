/**
 * Tells the operator, in one line, that something went wrong. Messages of libraries are left out, since some of them carry
 * what was asked for: names and places in our code suffice to find a mistake.
 */
export function report(event: string, error?: unknown): void {
  console.error(new Date().toISOString(), event, ...(error === undefined ? [] : [describe(error)]));
}

function describe(error: unknown, depth = 0): string {
  if (!(error instanceof Error)) return typeof error;
  const places = (error.stack ?? "").split("\n").filter((line) => /^\s+at .*\/(gateway|ipfs|core)\//.test(line));
  const where = places.slice(0, 3).map((line) => line.trim().replace(/\(?file:\/\/.*\/(gateway|ipfs|core)\//, "($1/"));
  const cause = error.cause === undefined || depth > 3 ? "" : `; because of ${describe(error.cause, depth + 1)}`;
  return [error.name, ...where].join(" ") + cause;
}
