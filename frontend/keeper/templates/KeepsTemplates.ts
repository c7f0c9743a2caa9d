/** What somebody begins their notes with, kept sealed on this device until they delete it. */
export type KeepsTemplates = {
  /** By name. */
  noteTemplates(): Promise<NoteTemplate[]>;
  /** In place of one of the same name. */
  keepNoteTemplate(template: NoteTemplate): Promise<void>;
  removeNoteTemplate(name: string): Promise<void>;
};

/** `content` is anything that JSON can hold. */
export type NoteTemplate = { name: string; content: unknown };
