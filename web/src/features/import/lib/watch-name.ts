/** A name for one page's recognitions. `randomUUID` is not there on a page of plain HTTP. */
export const watchName = (): string =>
  [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
