import { people } from "../../scripts/seed/people.ts";

/** The licensed physicians of a local chain, who can publish in charts that let them. */
export const [doctor, otherDoctor, thirdDoctor] = people.licensed.map(({ account }) => account) as unknown as [
  Account,
  Account,
  Account,
];

type Account = (typeof people.licensed)[number]["account"];
