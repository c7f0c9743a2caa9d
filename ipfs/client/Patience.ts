/** How long a gateway may say nothing, and after which waits it is asked again; in milliseconds. */
export type Patience = { silence: number; retryAfter: readonly number[] };

export const usualPatience: Patience = { silence: 30_000, retryAfter: [200, 800, 2000] };
