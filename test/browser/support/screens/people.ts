/** Who has come in on most of the screens. */
export const patient = "Tomás Rivera";
export const doctor = "Dr. Amara Okafor";
export const [hospital, clerk, boardClerk] = ["Harbor General Hospital", "Rosa Marín", "Ruth Abara"] as const;
