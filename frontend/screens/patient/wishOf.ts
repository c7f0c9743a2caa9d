import type { Category } from "#core/records/categories.ts";
import type { Share, ShareWish } from "../../keeper/Keeper.ts";
import type { Grantee } from "./Grantee.ts";
import type { AboutMe } from "./useAboutMe.ts";
import { type Period, endOf } from "./endOf.ts";

/** What somebody chooses when they share, with whomever. */
export type ShareTerms = {
  parts: Category[];
  deed: Deed;
  /** For so long, or as long as was asked for. */
  period: Period | "asked";
  history: "all" | "from-now";
};

export type Deed = "both" | "read" | "add";

/** What somebody has already. */
export function deedOf({ read, contribute }: Pick<Share, "read" | "contribute">): Deed {
  if (read.length === 0) return "add";
  return contribute.length === 0 ? "read" : "both";
}

export type WishParameters = {
  terms: ShareTerms;
  grantee: Grantee | undefined;
  about: AboutMe;
  /** In Unix seconds. */
  askedUntil?: number;
};

/** Undefined while nobody or nothing is chosen. */
export function wishOf({ terms, grantee, about, askedUntil = 0 }: WishParameters): ShareWish | undefined {
  const { parts, deed, period, history } = terms;
  if (grantee === undefined || parts.length === 0) return undefined;
  return {
    grantee: grantee.address,
    granteeName: grantee.name,
    about,
    read: deed === "add" ? [] : parts,
    contribute: deed === "read" ? [] : parts,
    purpose: grantee.isRelative ? "family" : "treatment",
    validUntil: period === "asked" ? askedUntil : endOf(period),
    history,
  };
}
