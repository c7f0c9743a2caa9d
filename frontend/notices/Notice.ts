import type { LinkProps } from "@tanstack/react-router";

/** Something that somebody should know without looking for it. */
export type Notice = {
  /** By which it is put away: another end, another record is another notice. */
  key: string;
  sentence: string;
  /** Where one can do something about it, and what that is. */
  action: string;
  to: Pick<LinkProps, "to" | "params" | "search">;
};
