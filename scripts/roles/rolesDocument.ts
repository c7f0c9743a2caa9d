import { readFile, writeFile } from "node:fs/promises";
import { type Answer, type Role, type Row, roles, rolesTable } from "../../test/system/support/rolesTable.ts";

const file = new URL("../../docs/gateway.md", import.meta.url);
const table = /(<!-- roles -->\n)[^]*?(<!-- \/roles -->)/;

/** The table in docs/gateway.md, as it stands there. */
export async function readRolesTable(): Promise<string | undefined> {
  return table.exec(await readFile(file, "utf8"))?.[0];
}

/** The table in docs/gateway.md, as it should stand there. */
export function framedRolesTable(): string {
  const rows = rolesTable.map((row) => [`\`${row.route}\``, row.what, answersOf(row)]);
  const cells = [["route", "what", "answer"], ["---", "---", "---"], ...rows];
  return `<!-- roles -->\n${cells.map((row) => `| ${row.join(" | ")} |\n`).join("")}<!-- /roles -->`;
}

export async function writeRolesTable(): Promise<void> {
  const text = await readFile(file, "utf8");
  await writeFile(
    file,
    text.replace(table, () => framedRolesTable()),
  );
}

/** What is allowed first, and last what all others get. */
function answersOf({ answers }: Row): string {
  const groups = Map.groupBy(roles.toReversed(), (role) => answers[role]);
  const [others, ...few] = [...groups].toSorted(([, a], [, b]) => b.length - a.length);
  const [allowed, refused] = [
    few.filter(([answer]) => isAllowed(answer)),
    few.filter(([answer]) => !isAllowed(answer)),
  ];
  const named = [...allowed, ...refused].map(([answer, theirs]) => `${plain(answer)} ${theirs.map(called).join(", ")}`);
  return [...named, `${plain(others![0])} ${few.length === 0 ? "everybody" : "all others"}`].join("; ");
}

const isAllowed = (answer: Answer) => typeof answer === "number";
const plain = (answer: Answer) => (isAllowed(answer) ? `${answer}:` : `\`${answer}\`:`);
const called = (role: Role) => (role === "nobody" ? "who has not signed in" : role);
