import type * as v from "valibot";
import type { Hex } from "viem";
import type { paperSchema } from "./paperSchema.ts";

/**
 * What applicants and boards write to each other, each signed by whom it says it is `by`. It travels sealed. What becomes of
 * it on chain is a board's own transaction.
 */
export type Paper = v.InferOutput<typeof paperSchema>;

export type PaperName = Paper["paper"];
export type PaperNamed<Name extends PaperName> = Extract<Paper, { paper: Name }>;

/** Somebody asks for a licence, for another term of it, answers a question, or withdraws what they asked for. */
export type Application = PaperNamed<"application">;
/** A board's word to somebody: a question, a refusal, the reason of an act. */
export type BoardLetter = PaperNamed<"letter">;
/** What a member who may not act alone would have done. */
export type BoardProposal = PaperNamed<"proposal">;
/** The board's secret, handed on by one of its members. */
export type BoardSecret = PaperNamed<"secret">;

export type Unsigned<SomePaper> = SomePaper extends Paper ? Omit<SomePaper, "signature"> : never;

/** Before whoever it is by has signed it. */
export type Draft<SomePaper> = SomePaper extends Paper ? Omit<SomePaper, "by" | "signature"> : never;

/** By its digest: so a word about a paper is about that very one. */
export type PaperId = Hex;

/** A file that goes with an application: sealed where bodies are, and opened by the key that stands here. */
export type ApplicationDocument = Extract<Application["content"], { purpose: "answer" }>["documents"][number];
