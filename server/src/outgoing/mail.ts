/** A letter of plain text to one person. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The same letter sent again has the same: mail servers and readers know it by this. */
  readonly id: string;
}

/** How mail leaves the house. */
export interface Mail {
  /** To which domains alone; empty: to any. */
  readonly domains: readonly string[];
  /** Resolves when the mail server took it. Rejects otherwise. */
  send(letter: Letter): Promise<void>;
}
