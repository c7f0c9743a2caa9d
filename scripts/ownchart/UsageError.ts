/** The command line itself is wrong: one sentence, and where possible what was meant. */
export class UsageError extends Error {
  override readonly name = "UsageWrong";
}
