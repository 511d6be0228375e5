import { ApiError, type DigestSetting, type DigestSettingFields } from "@tianyan/api";
import { readDigestSetting as readRow, writeDigestSetting } from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import { record } from "../audit/record";
import type { Services } from "../services";
import { digestOwner } from "./read";

export async function readDigestSetting(services: Services, actor: Actor): Promise<DigestSetting> {
  const row = await readRow(services.db.sql, digestOwner(actor));
  return { ...row, domains: services.mail ? [...services.mail.domains] : null };
}

const domainOf = (address: string): string => address.slice(address.lastIndexOf("@") + 1).toLowerCase();

/** Each sets their own: an address within the domains that the installation mails to. */
export async function changeDigestSetting(
  services: Services,
  actor: Actor,
  given: DigestSettingFields,
): Promise<DigestSetting> {
  const account = digestOwner(actor);
  const { mail, address } = given;
  if (mail && !services.mail) throw new ApiError("digest.no_mail");
  if (mail && address === null) throw new ApiError("digest.address_missing");
  const domains = services.mail?.domains ?? [];
  if (address !== null && domains.length > 0 && !domains.includes(domainOf(address)))
    throw new ApiError("digest.address_outside");
  await services.db.sql.begin(async (tx) => {
    const before = await readRow(tx, account);
    await writeDigestSetting(tx, account, given);
    const told = (one: DigestSettingFields) => ({ mail: one.mail, domain: one.address && domainOf(one.address) });
    const subject = { type: "account", id: account };
    const changed = { before: told(before), after: told(given) };
    await record(tx, actor, { action: "digest.set", subject, ...changed, outcome: "done" });
  });
  return readDigestSetting(services, actor);
}
