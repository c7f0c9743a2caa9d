/** What a board can do with a licence. The numbers are those that members sign. */
export const acts = ["issue", "renew", "suspend", "reinstate", "revoke", "decline"] as const;

export type Act = (typeof acts)[number];

/** Those that the register knows. */
export type RegisterAct = Exclude<Act, "decline">;
