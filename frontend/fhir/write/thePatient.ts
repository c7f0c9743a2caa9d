/**
 * Whoever the chart is about. A record that stands alone has no Patient to point to, and an address of the chain would tie
 * a name to it wherever the record goes.
 */
export const thePatient = { type: "Patient", display: "The patient" };
