/** The one thing of Node that a test of the screens needs; the screens themselves must not see Node's types. */
declare module "node:fs" {
  export function readFileSync(path: URL, encoding: "utf8"): string;
}
