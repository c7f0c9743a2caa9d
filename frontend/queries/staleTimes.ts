export const seconds = (number: number) => number * 1000;

/** For what stands around every screen: less often than where it is the matter. */
export const slowly = { refetchInterval: seconds(30), staleTime: seconds(20) };
