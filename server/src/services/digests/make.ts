import { type DigestPart, may, POSTS, PostSchema } from "@tianyan/api";
import { DAY, type Instant, instant, zone } from "@tianyan/core";
import { addDigest, type DigestReader, readDigestReaders, readDigestSetting, readLastDigests } from "@tianyan/db";
import { SYSTEM_ACTOR } from "../../auth/actor";
import { record } from "../audit/record";
import { loadJudging } from "../judging/setting";
import type { Services } from "../services";
import { partOf } from "./parts";

/** Not before this hour of the local day: what came in overnight is in it. */
const FROM_HOUR = 7;

export interface MakingOptions {
  /** Mail leaves this installation. */
  readonly mail: boolean;
  /** Asked between two people: no more of them today. */
  readonly stopped?: () => boolean;
}

/** Makes what is missing of today, one digest a person, and answers with how many. Whoever makes it first, made it. */
export async function makeDigests(services: Services, { mail, stopped }: MakingOptions): Promise<number> {
  const at = instant(services.now());
  const { parameters } = (await loadJudging(services.work.sql)).parametersAt(at);
  const { year, month, day, hour } = zone(parameters.zone).local(at);
  if (hour < FROM_HOUR) return 0;
  const date = `${year}-${two(month)}-${two(day)}`;
  const last = new Map((await readLastDigests(services.work.sql, date)).map((row) => [row.account, row]));
  let made = 0;
  for (const person of await peopleAt(services, at)) {
    const before = last.get(person[0].account);
    if (before?.made) continue;
    if (stopped?.()) break;
    const since = instant(before?.before ?? at - DAY);
    if (await makeOne(services, person, { date, since, mail })) made += 1;
  }
  return made;
}

const two = (number: number): string => String(number).padStart(2, "0");

type Person = readonly [DigestReader, ...DigestReader[]];

/** Each with all their posts that have a digest. */
async function peopleAt({ db }: Services, at: Instant): Promise<readonly Person[]> {
  const posts = POSTS.filter((post) => may(post, "digests.read"));
  const people = new Map<string, [DigestReader, ...DigestReader[]]>();
  for (const row of await readDigestReaders(db.sql, posts, at)) {
    const known = people.get(row.account);
    if (known) known.push(row);
    else people.set(row.account, [row]);
  }
  return [...people.values()];
}

/** As the person would see it now, in this post. */
const actorOf = ({ account, name, post, sources, districts, units, recused }: DigestReader) => ({
  ...SYSTEM_ACTOR,
  account,
  name,
  post: PostSchema.parse(post),
  scope: { sources, districts, units },
  recused: recused === null ? [] : [recused],
});

const thingsOf = ({ found, reddening, cases, approvals, measures, watched }: DigestPart): number =>
  found.total +
  reddening.total +
  (cases?.total ?? 0) +
  (approvals?.total ?? 0) +
  (measures?.total ?? 0) +
  watched.reduce((sum, { fresh }) => sum + fresh, 0);

async function makeOne(
  services: Services,
  person: Person,
  { date, since, mail }: { readonly date: string; readonly since: Instant; readonly mail: boolean },
): Promise<boolean> {
  const [{ account }] = person;
  const parts: DigestPart[] = [];
  for (const reader of person) parts.push(await partOf(services, actorOf(reader), since));
  const setting = await readDigestSetting(services.db.sql, account);
  const things = parts.reduce((sum, part) => sum + thingsOf(part), 0);
  const made = { account, date, made_at: services.now(), since, things, parts };
  // Nobody is written to about nothing.
  const to = mail && setting.mail && things > 0 ? setting.address : null;
  return services.work.sql.begin(async (tx) => {
    if (!(await addDigest(tx, made, to))) return false;
    const subject = { type: "digest", id: `${account}/${date}` };
    await record(tx, SYSTEM_ACTOR, {
      action: "digest.made",
      subject,
      after: { things, mailed: to !== null },
      outcome: "done",
    });
    return true;
  });
}
