import type { Services } from "../services";

/** The secret of a second factor as it lies in the database: of no use to who reads only that. */
export const sealSecret = ({ keys }: Services, secret: string): string => keys.conceal(secret);

export const openSecret = ({ keys }: Services, sealed: string): string => keys.reveal(sealed);
