/** How long one waits for at least so many bytes; who drips a byte now and then keeps nobody. */
export type Patience = { milliseconds: number; bytes: number };
