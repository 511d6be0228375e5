/** What is killed, and at what work. */
export const KINDS = {
  server: "the server, at an import",
  upload: "the server, while a file comes in",
  undo: "the server, at an undo",
  command: "`tianyan import`",
  postmaster: "PostgreSQL, at an import of the server",
  backend: "a backend of PostgreSQL, at an import of the server",
  "undo-postmaster": "PostgreSQL, at an undo of the server",
  "command-postmaster": "PostgreSQL, at `tianyan import`",
} as const;

export type Kind = keyof typeof KINDS;

/** A place at which something is killed. */
export interface Point {
  readonly kind: Kind;
  /** Of the statements of the work, or of the bytes of the upload, 0 to 1; or the statement that ends it. */
  readonly at: number | "commit";
  /** The statement arrives and is done, and nobody gets the answer; else it never arrives. */
  readonly arrives: boolean;
}

/** Places spread evenly over the whole work, on either side of a statement by turns. */
function spread(kind: Kind, count: number): Point[] {
  return Array.from({ length: count }, (_, index) => ({
    kind,
    at: (index + 0.5) / count,
    arrives: index % 2 === 1,
  }));
}

const ends = (kind: Kind): Point[] => [false, true].map((arrives) => ({ kind, at: "commit" as const, arrives }));

/** Every kind, quickly. */
export const FEW: readonly Point[] = [
  { kind: "server", at: 0.3, arrives: false },
  { kind: "server", at: 0.75, arrives: true },
  { kind: "upload", at: 0.6, arrives: true },
  { kind: "undo", at: 0.5, arrives: false },
  { kind: "command", at: 0.6, arrives: true },
  { kind: "postmaster", at: 0.55, arrives: false },
  { kind: "backend", at: "commit", arrives: true },
  { kind: "undo-postmaster", at: 0.7, arrives: true },
  { kind: "command-postmaster", at: 0.22, arrives: true },
];

/** More than a hundred. */
export const MANY: readonly Point[] = [
  ...spread("server", 30),
  ...ends("server"),
  ...spread("upload", 4),
  ...spread("undo", 10),
  ...spread("command", 26),
  ...ends("command"),
  ...spread("postmaster", 13),
  ...ends("postmaster"),
  ...spread("backend", 13),
  ...ends("backend"),
  ...spread("undo-postmaster", 6),
  ...spread("command-postmaster", 6),
];
