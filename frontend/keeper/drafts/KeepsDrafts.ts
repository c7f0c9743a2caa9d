/** What is typed into forms, kept sealed until it is sent, thrown away, or a week old. */
export type KeepsDrafts = {
  /** In place of what was kept of this form before. */
  keepDraft(form: string, draft: NewDraft): Promise<void>;
  draft(form: string): Promise<Draft | undefined>;
  /** Somebody goes on with what was found: it goes when that is sent. */
  takeUpDraft(form: string): Promise<void>;
  throwAwayDraft(form: string): Promise<void>;
};

/** `content` is anything that JSON can hold. */
export type NewDraft = { content: unknown; files: File[] };

/** Files that together would be too much are known by name alone. */
export type Draft = { content: unknown; files: DraftFile[] };

export type DraftFile = { name: string; file: File | undefined };
