/** A number that a spreadsheet found too long and wrote as `2.02403E+15`: its last digits are lost, and many become one. */
export const isRounded = (id: string): boolean => id.includes("E+") && /^\d(?:\.\d+)?E\+\d+$/.test(id);
