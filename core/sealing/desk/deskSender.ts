/** Who wrote a message, so that none can be sent back to its author. */
export const deskSender = { doctor: 0, patient: 1 } as const;

export type DeskSender = keyof typeof deskSender;
