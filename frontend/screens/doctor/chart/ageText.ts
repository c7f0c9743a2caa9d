const unitFormat = (unit: "year" | "month" | "day", value: number) =>
  new Intl.NumberFormat(undefined, { style: "unit", unit, unitDisplay: "long" }).format(value);

/** How old somebody is, as people say it of children too; a birth date may lack its day or its month. */
export function ageText(birthDate: string, now: string): string {
  const [year, month, day] = birthDate.split("-").map(Number) as [number, number?, number?];
  const [thisYear, thisMonth, today] = now.slice(0, 10).split("-").map(Number) as [number, number, number];
  const isAhead = month !== undefined && (thisMonth < month || (thisMonth === month && today < (day ?? 1)));
  const years = thisYear - year - (isAhead ? 1 : 0);
  if (years >= 2 || month === undefined) return unitFormat("year", Math.max(years, 0));
  const months = (thisYear - year) * 12 + thisMonth - month - (today < (day ?? 1) ? 1 : 0);
  if (months >= 1 || day === undefined) return unitFormat("month", Math.max(months, 0));
  const days = (Date.parse(now.slice(0, 10)) - Date.parse(birthDate)) / 86_400_000;
  return unitFormat("day", Math.max(days, 0));
}
