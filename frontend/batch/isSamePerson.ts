/** Forgiving as to case, accents, punctuation and order of a name; of a birth date, only the same whole day will do. */
export function isSamePerson(
  one: { name: string; birthDate: string },
  other: { names: readonly string[]; birthDate: string },
): boolean {
  if (one.birthDate !== other.birthDate || !/^\d{4}-\d\d-\d\d$/.test(one.birthDate)) return false;
  const name = plainName(one.name);
  return name !== "" && other.names.some((it) => plainName(it) === name);
}

function plainName(name: string): string {
  const plain = name
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replaceAll("ø", "o")
    .replaceAll("ł", "l");
  return plain
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .toSorted()
    .join(" ");
}
