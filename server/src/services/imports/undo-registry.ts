import { type EventKind, isEventKind } from "@tianyan/core";
import {
  type Brought,
  countOrdersOf,
  kindsOnRecord,
  readCompetence,
  readMergers,
  readUnits,
  removeCompetenceRows,
  removeSource,
  removeUnits,
  restoreUnit,
  type SourceDescription,
  type StoredUnit,
  setRecordedKinds,
  stableText,
  standingBatches,
  type Transaction,
  type UndoneBatch,
  upsertSource,
  wordsInUse,
} from "@tianyan/db";

const unitText = ({ code, name, parent, kind, aliases, provisional }: Omit<StoredUnit, "pinyin">): string =>
  stableText({ code, name, parent, kind, aliases, provisional });

type BroughtUnit = Brought["units"][number];

/** Listed units and catalogue rows of a batch go, or become what they were, where nobody else has a hand in them. */
export async function takeBackRegistry(tx: Transaction, { id, brought }: UndoneBatch): Promise<void> {
  if (!brought) return;
  const standing = await standingBatches(tx, id);
  const others = standing.flatMap((batch) => (batch.brought ? [batch.brought] : []));
  const alsoListed = new Set(
    others.flatMap(({ competence }) => competence.map(({ category, unit }) => `${category}\0${unit}`)),
  );
  await removeCompetenceRows(
    tx,
    brought.competence.filter(({ category, unit, added }) => added && !alsoListed.has(`${category}\0${unit}`)),
  );
  const later = new Set(
    standing
      .filter((batch) => BigInt(batch.id) > BigInt(id))
      .flatMap((batch) => batch.brought?.units.filter(({ after }) => !after.provisional).map(({ code }) => code) ?? []),
  );
  const now = new Map((await readUnits(tx)).map((unit) => [unit.code, unit]));
  const own = brought.units.filter(({ code, after }) => {
    const present = now.get(code);
    return !after.provisional && !later.has(code) && present !== undefined && unitText(present) === unitText(after);
  });
  for (const { before } of own) if (before) await restoreUnit(tx, before);
  const gone = own.filter(({ before }) => before === null);
  await removeUnits(tx, await unused(tx, gone, [...now.values()]));
}

/** Of these units those that no event, unit, merger or catalogue row refers to any more. */
async function unused(
  tx: Transaction,
  units: readonly BroughtUnit[],
  all: readonly StoredUnit[],
): Promise<readonly string[]> {
  const wordsOf = ({ after }: BroughtUnit): string[] => [after.code, after.name, ...after.aliases];
  const met = await wordsInUse(tx, units.flatMap(wordsOf));
  const named = new Set((await readCompetence(tx)).map(({ unit }) => unit));
  const merged = new Set((await readMergers(tx)).flatMap(({ unit, into_unit }) => [unit, into_unit]));
  const free = new Set(
    units
      .filter((unit) => wordsOf(unit).every((word) => !met.has(word) && !named.has(word)) && !merged.has(unit.code))
      .map(({ code }) => code),
  );
  // A unit stays while one below it stays.
  for (let before = -1; before !== free.size; ) {
    before = free.size;
    for (const { code, parent } of all) if (!free.has(code)) free.delete(parent);
  }
  return [...free];
}

/** Sources are described as the newest batch that stands describes them; one of which nothing is left goes. */
export async function takeBackSources(tx: Transaction, { id, brought }: UndoneBatch, now: number): Promise<void> {
  const standing = await standingBatches(tx, id);
  for (const { code } of brought?.sources ?? []) {
    const described = standing
      .flatMap((batch) => batch.brought?.sources ?? [])
      .find((source) => source.code === code) as SourceDescription | undefined;
    if (!described) {
      if ((await countOrdersOf(tx, code)) === 0) await removeSource(tx, code);
      continue;
    }
    await upsertSource(tx, described, now);
    if (described.shape !== "event") continue;
    const kinds = (await kindsOnRecord(tx, code)).filter((kind): kind is EventKind => isEventKind(kind));
    await setRecordedKinds(tx, code, kinds);
  }
}

/** Units that were only met in the batch, and confirmed by nobody, are not known any more. */
export async function forgetUnits(tx: Transaction, { brought }: UndoneBatch): Promise<void> {
  const met = new Set((brought?.units ?? []).filter(({ after }) => after.provisional).map(({ code }) => code));
  const units = (await readUnits(tx)).filter(({ code, provisional }) => provisional && met.has(code));
  const inUse = await wordsInUse(
    tx,
    units.map(({ code }) => code),
  );
  const [row] = await tx<{ left: boolean }[]>`select exists (select from orders) as left`;
  const gone = units.filter(({ code, kind }) => !inUse.has(code) && !(kind === "centre" && row?.left));
  await removeUnits(
    tx,
    gone.map(({ code }) => code),
  );
}
