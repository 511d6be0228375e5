import {
  type NewAccount,
  type NewAccountInput,
  NewAccountSchema,
  POST_TEXTS,
  type Post,
  type Text,
} from "@tianyan/api";
import { accountOfLogin, endSessions, readAccounts, removeFactor, removeLinks } from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import { record } from "../audit/record";
import type { Services } from "../services";
import { addPerson } from "./add";
import { makeLink } from "./link";

const everything = { sources: null, districts: null, units: null };
const person = (post: Post, name: string, unit: string | null, units: string[] | null = null): NewAccountInput => ({
  login: `demo-${post.replace("_", "-")}`,
  name,
  unit,
  appointments: [{ post, scope: { ...everything, units } }],
});

/** Invented people of the invented county, one in each post; its units by their codes there. */
const PEOPLE: readonly NewAccount[] = [
  person("inspector", "沈明远", "jwj"),
  person("liaison", "顾晓岚", "jwj", ["zjj", "cgj", "jtj", "slj"]),
  person("leader", "韩伯年", "jwj"),
  person("unit_contact", "林志诚", "zjj", ["zjj"]),
  person("data_steward", "苏婉清", "jwj"),
  person("rule_keeper", "陆知行", "jwj"),
  person("system_admin", "方启明", null),
  person("security_admin", "秦守正", null),
  person("auditor", "谢慎之", null),
].map((one) => NewAccountSchema.parse(one));

export interface DemoLink {
  readonly post: Post;
  readonly title: Text;
  readonly name: string;
  /** To be put behind the address. */
  readonly path: string;
}

/**
 * A new link for each of the invented people, who are added where they are missing. Links given out before count no longer, and second factors
 * are to be set up anew: whoever tries the demonstration is somebody else each time.
 */
export const demoLinks = (services: Services, actor: Actor): Promise<readonly DemoLink[]> =>
  services.db.sql.begin(async (tx) => {
    const links: DemoLink[] = [];
    for (const given of PEOPLE) {
      const [appointment] = given.appointments;
      if (!appointment) continue;
      const there = await accountOfLogin(tx, given.login);
      const account = there ?? (await addPerson(tx, services, actor, given, true));
      const [row] = await readAccounts(tx, account);
      if (!row?.demo || row.disabled_at !== null) continue;
      await removeFactor(tx, account);
      const { path } = await makeLink(tx, services, actor, { account, purpose: "demo" });
      links.push({ post: appointment.post, title: POST_TEXTS[appointment.post], name: row.name, path });
    }
    await record(tx, actor, {
      action: "account.linked",
      subject: { type: "demo", id: "demo" },
      after: { purpose: "demo", posts: links.map(({ post }) => post) },
      outcome: "done",
    });
    return links;
  });

/** Shuts the invented people out: where no demonstration is wanted, nobody is let in by one. */
export const endDemo = ({ db }: Services): Promise<void> =>
  db.sql.begin(async (tx) => {
    for (const { id } of (await readAccounts(tx)).filter(({ demo }) => demo)) {
      await removeLinks(tx, id);
      await endSessions(tx, { account: id });
    }
  });
