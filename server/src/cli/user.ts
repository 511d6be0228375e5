import { text } from "node:stream/consumers";
import { parseArgs } from "node:util";
import { ApiError, type NewAccount, NewAccountSchema, POSTS, PostSchema } from "@tianyan/api";
import { accountOfLogin } from "@tianyan/db";
import { Refusal } from "@tianyan/ingest";
import type { Actor } from "../auth/actor";
import { publicAddress, readConfig } from "../config/config";
import { addAccountWithPassword, inviteAccount } from "../services/accounts/add";
import { disable, enable } from "../services/accounts/disable";
import { renewLink } from "../services/accounts/link";
import { listAccounts } from "../services/accounts/list";
import { resetFactor } from "../services/accounts/reset-factor";
import type { Services } from "../services/services";
import { type CommandIo, EXIT, type RunCommand } from "./command";
import { withInstallation } from "./with-installation";

const USAGE =
  "tianyan user add LOGIN --post POST [--name NAME] [--unit U] [--units A,B] [--districts D] [--sources S] [--password-stdin] | list | link LOGIN | disable LOGIN | enable LOGIN | factor-reset LOGIN";

const OPTIONS = {
  post: { type: "string", multiple: true },
  name: { type: "string" },
  unit: { type: "string" },
  units: { type: "string" },
  districts: { type: "string" },
  sources: { type: "string" },
  "password-stdin": { type: "boolean", default: false },
} as const;

interface Given {
  readonly post?: readonly string[] | undefined;
  readonly name?: string | undefined;
  readonly unit?: string | undefined;
  readonly units?: string | undefined;
  readonly districts?: string | undefined;
  readonly sources?: string | undefined;
}

const listOf = (words: string | undefined): string[] | null =>
  words === undefined
    ? null
    : words
        .split(",")
        .map((word) => word.trim())
        .filter((word) => word !== "");

/** Throws a Refusal that says which posts there are. */
function readPerson(login: string, given: Given): NewAccount {
  const { post: posts = [], name = login, unit = null, units, districts, sources } = given;
  if (posts.length === 0 || posts.some((post) => !PostSchema.safeParse(post).success))
    throw new Refusal("arguments.post", {
      zh: `请用 --post 给出岗位：${POSTS.join("、")}`,
      en: `Name a post with --post: ${POSTS.join(", ")}`,
    });
  const scope = { units: listOf(units), districts: listOf(districts), sources: listOf(sources) };
  const person = NewAccountSchema.safeParse({
    login,
    name,
    unit,
    appointments: posts.map((post) => ({ post, scope })),
  });
  if (person.success) return person.data;
  const field = person.error.issues[0]?.path.join(".") ?? "";
  throw new Refusal("arguments.person", { zh: `${field} 不可用，请更正`, en: `${field} cannot be used: correct it` });
}

type Act = (services: Services, actor: Actor, say: (line: object) => void) => Promise<void>;

async function idOf({ db }: Services, login: string): Promise<string> {
  const id = await accountOfLogin(db.sql, login);
  if (id === null) throw new ApiError("account.not_found");
  return id;
}

/** What the words ask for; null where they make no sense. */
function actOf(verb: string, login: string, address: string, given: Given, password: string | null): Act | null {
  if (verb === "list" && login === "")
    return async (services, actor, say) => {
      const all = await listAccounts(services, actor, { post: [], state: [] });
      for (const { login, name, state, factor, appointments } of all.accounts) {
        const posts = appointments.filter(({ in_force }) => in_force).map(({ post }) => post);
        say({ login, name, state, posts, factor: factor.enrolled });
      }
    };
  if (login === "") return null;
  if (verb === "add") {
    const person = readPerson(login, given);
    return async (services, actor, say) => {
      if (password !== null) {
        await addAccountWithPassword(services, actor, person, password);
        return say({ login });
      }
      const { link } = await inviteAccount(services, actor, person);
      return say({ login, link: address + link.path, expires_at: link.expires_at });
    };
  }
  if (verb === "link")
    return async (services, actor, say) => {
      const link = await renewLink(services, actor, await idOf(services, login));
      say({ login, link: address + link.path, expires_at: link.expires_at });
    };
  const change = { disable, enable, "factor-reset": resetFactor }[verb];
  return change
    ? async (services, actor, say) => {
        const { state } = await change(services, actor, await idOf(services, login));
        say({ login, state });
      }
    : null;
}

/** A line of standard input, without its end. */
const readPassword = async (): Promise<string> => (await text(process.stdin)).replace(/\r?\n$/, "");

/** `tianyan user …`: the first people of an installation, and a way back in where nobody is left who could. JSON lines. */
export const run: RunCommand = async (args, io: CommandIo) => {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  const [verb = "", login = "", ...rest] = positionals;
  const address = publicAddress(readConfig(process.env));
  const password = verb === "add" && values["password-stdin"] ? await readPassword() : null;
  const act = rest.length > 0 ? null : actOf(verb, login, address, values, password);
  if (!act) throw new Refusal("arguments.user", { zh: `用法：${USAGE}`, en: `Usage: ${USAGE}` });
  await withInstallation(io, (services, actor) =>
    act(services, actor, (line) => io.stdout.write(`${JSON.stringify(line)}\n`)),
  );
  return EXIT.done;
};
