/** Somebody asked for it to stop. */
export class Cancelled extends Error {}

/** The server is going down. */
export class Interrupted extends Error {}
