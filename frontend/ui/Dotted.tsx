import { Fragment } from "react";

/** A few facts on one line; those that are not there are left out. */
export function Dotted({ facts }: { facts: readonly (string | undefined)[] }) {
  return facts
    .filter((fact) => fact !== undefined && fact !== "")
    .map((fact, place) => (
      <Fragment key={fact}>
        {place > 0 && " · "}
        <span>{fact}</span>
      </Fragment>
    ));
}
