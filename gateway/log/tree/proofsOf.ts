import { sql } from "drizzle-orm";
import type { Hex } from "viem";
import type { Database } from "../../database/Database.ts";
import { logNodes } from "../../database/schema.ts";
import { heightOf } from "./heightOf.ts";

export type ProofsOfParameters = {
  database: Database;
  /** The leaf's. */
  index: number;
  /** In which trees: their anchors, and how many leaves they had. */
  trees: readonly { anchor: number; leaves: number }[];
};

/** A leaf's siblings in each tree, from the leaf upwards: one look-up a level, whatever was anchored since. */
export async function proofsOf({ database, index, trees }: ProofsOfParameters): Promise<(Hex | null)[][]> {
  const wanted = trees.map(({ anchor, leaves }, place) => ({ place, anchor, height: heightOf(leaves) }));
  const sibling = sql<Hex | null>`(
    select hash from ${logNodes} node
    where node.level = up.level and node.node_index = ((${index}::int >> up.level) # 1) and node.anchor <= tree.anchor
    order by node.anchor desc limit 1)`;
  const found = await database
    .select({ place: sql<number>`tree.place`, sibling })
    .from(
      sql`json_to_recordset(${JSON.stringify(wanted)}::json) as tree(place int, anchor int, height int),
        generate_series(0, tree.height - 1) as up(level)`,
    )
    .orderBy(sql`tree.place, up.level`);
  const proofs: (Hex | null)[][] = trees.map(() => []);
  for (const { place, sibling: hash } of found) proofs[place]!.push(hash);
  return proofs;
}
