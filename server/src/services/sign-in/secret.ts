import type { Services } from "../services";

/** The secret of a second factor as it lies in the database. */
export const sealSecret = (_services: Services, secret: string): string => `plain:${secret}`;

export const openSecret = (_services: Services, sealed: string): string => sealed.replace(/^plain:/, "");
