export function takenPort(port: number, variable: string): string {
  return `Port ${port} is taken: Ownchart, or another program, is running. End that one first, or set ${variable}.`;
}
