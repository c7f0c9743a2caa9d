/** Mutants of sealing that no test need notice, by file and rule, and why. */
export const sealingSurvivors: [name: string, why: string][] = [];
