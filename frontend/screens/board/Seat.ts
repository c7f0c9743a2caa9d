/** Which board somebody looks at, and whether they may act alone on it. */
export type Seat = { jurisdiction: string; delay: number };
