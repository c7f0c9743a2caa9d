/** The chain that `npm start` serves. It begins anew each time, so its file may be replaced without asking. */
export const localChainId = 31_337;
