/** The groups of a code, as they stand on the paper. */
export function groupsOf(code: string): string[] {
  return code.split("-");
}

/** Whether this is the group, however it was read from paper: case and blanks do not matter, O is 0, I and L are 1. */
export function isGroup(group: string, typed: string): boolean {
  return read(typed) === read(group);
}

/** Two different groups to ask for, in their order; the last is too short to prove anything. */
export function groupsToAsk(groups: string[], random: () => number = Math.random): [number, number] {
  const count = groups.length - 1;
  const first = Math.floor(random() * count);
  const second = (first + 1 + Math.floor(random() * (count - 1))) % count;
  return first < second ? [first, second] : [second, first];
}

function read(text: string): string {
  return text.replace(/[\s-]/g, "").toUpperCase().replace(/O/g, "0").replace(/[IL]/g, "1");
}
