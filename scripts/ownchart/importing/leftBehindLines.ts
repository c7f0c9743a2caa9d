import type { LeftBehind, ReadBack } from "#core/chart/readBack/ReadBack.ts";
import type { Context } from "../Context.ts";
import { plainLine } from "../output/plainText.ts";

const reasons: Record<LeftBehind["why"], string> = {
  superseded: "replaced by a newer version",
  "entered-in-error": "entered in error",
  missing: "missing already when the file was made",
  "unknown-kind": "of a kind that this version does not know",
};

/** What does not come along from an export, names of authors among it. */
export function leftBehindLines(context: Context, { left, disputed }: ReadBack): string[] {
  const counted = Map.groupBy(left, ({ why }) => why);
  const counts = [...counted].map(([why, those]) => `${those.length} ${reasons[why]}`);
  const stay = left.length === 0 ? "" : ` Not brought: ${counts.join(", ")}.`;
  const lost = disputed.length === 0 ? "" : ` Brought without their dispute: ${disputed.map(plainLine).join(", ")}.`;
  return context.prose(
    `These records will stand in your chart as added by you. An archive still says who added them before: keep it.${stay}${lost}`,
  );
}
