/** `pnpm permissions`: writes docs/permissions.md from the table of decisions; a test asks the running product whether it is true. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Decision, may, PERMISSION_OF_ROUTE, POST_TEXTS, POSTS } from "@tianyan/api";

const ROOT = join(import.meta.dirname, "../../..");

const WORDS: Readonly<Partial<Record<Decision, string>>> = {
  public: "nothing",
  entering: "a session, even one still signing in",
  self: "a session",
};

const MACHINES = ["machine", "follower"] as const;

const allowed = (decision: Decision, post: (typeof POSTS | typeof MACHINES)[number]): boolean => {
  if (decision === "public") return true;
  const isMachine = MACHINES.some((machine) => machine === post);
  return decision === "self" || decision === "entering" ? !isMachine : may(post, decision);
};

const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
const mark = (yes: boolean): string => (yes ? "●" : "");

const head = ["operation", "asks for", "signed out", ...POSTS, ...MACHINES];
const lines = Object.entries(PERMISSION_OF_ROUTE).map(([operation, decision]: [string, Decision]) =>
  row([
    `\`${operation}\``,
    WORDS[decision] ?? decision,
    mark(decision === "public"),
    ...POSTS.map((post) => mark(allowed(decision, post))),
    ...MACHINES.map((post) => mark(allowed(decision, post))),
  ]),
);

const page = `# Who may ask for what

Written by \`pnpm permissions\`. A test calls every operation of the running product in every post, and fails where an answer differs from
this page or an operation is missing: a changed decision shows in the diff of this page.

What somebody sees of an answer is narrowed further by the scope of their appointment and by recusal.

| post | |
| --- | --- |
${POSTS.map((post) => row([`\`${post}\``, `${POST_TEXTS[post].zh} · ${POST_TEXTS[post].en}`])).join("\n")}
| \`machine\` | 接口密钥 · a key of a machine that delivers rows |
| \`follower\` | 跟进密钥 · a key of a system that follows; each says what of this it may |

${row(head)}
${row(head.map(() => "---"))}
${lines.join("\n")}
`;

await writeFile(join(ROOT, "docs/permissions.md"), page);
