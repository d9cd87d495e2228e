/** Where a command writes its results; messages go elsewhere. */
export type Output = { write: (line: string) => void };
