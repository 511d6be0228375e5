/** Told while a file is read; through it the reading can be ended. */
export interface ReadWatch {
  /** Bytes of the file as it lies there, packed where it is packed: those since the last time. */
  readonly onBytes?: ((count: number) => void) | undefined;
  /** Its reason is thrown where it is aborted. */
  readonly signal?: AbortSignal | undefined;
}
