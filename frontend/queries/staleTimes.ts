export const seconds = (number: number) => number * 1000;
