/** For whom dates and numbers are written. */
export type Reader = {
  locale: string;
  /** The device's own where it is left out. */
  timeZone?: string;
};
