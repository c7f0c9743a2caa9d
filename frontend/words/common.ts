export const common = {
  name: "Ownchart",
  cancel: "Cancel",
  back: "Back",
  close: "Close",
  toChart: "Back to the chart",
  loading: "Loading this page",
  tryAgain: "Try again",
  details: "What exactly is signed",
  address: (address: string) => `${address.slice(0, 6)}…${address.slice(-4)}`,
  until: (day: string) => `until ${day}`,
  count: (number: number, one: string, many: string) => `${number.toLocaleString()} ${number === 1 ? one : many}`,
};
