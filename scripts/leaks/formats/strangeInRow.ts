import type { Row } from "../kept/StolenDatabase.ts";
import { promisedColumns } from "./promisedColumns.ts";

/** What a row holds that no row of its table should, each with its column and never with its value. */
export function strangeInRow({ table, columns }: Row): { where: string; what: string }[] {
  const promised = promisedColumns[table];
  if (promised === undefined) return [{ where: table, what: "a table that is not known" }];
  return Object.entries(columns).flatMap(([column, value]) => {
    const check = promised[column];
    const what = check === undefined ? "a column that is not known" : check(value);
    return what === undefined ? [] : [{ where: `${table}.${column}`, what }];
  });
}
