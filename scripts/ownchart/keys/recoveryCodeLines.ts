/** What is told of a recovery code that was made on the way; nothing where there is none. */
export function recoveryCodeLines(recoveryCode: string | undefined): string[] {
  if (recoveryCode === undefined) return [];
  return ["", `Recovery code, shown this once: ${recoveryCode}`, "Whoever has it, and your vault, has everything."];
}
