import { Link } from "@tanstack/react-router";
import type { DigestFinding, DigestPart } from "@tianyan/api";
import { CASE_ACTION_TEXTS, CASE_STAGE_TEXTS } from "@tianyan/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Level } from "../../../components/Level";
import { useLanguage } from "../../../i18n/use-language";
import { useNumber } from "../../../i18n/use-number";
import { ruleName } from "../../../lib/rule-name";
import { formatInstant, instantOrNull } from "../../../lib/time";
import { usePostName } from "../../../lib/use-post-name";
import styles from "./digest.module.css";

export interface DigestPartProps {
  readonly part: DigestPart;
  /** The person holds several posts: each is named. */
  readonly named: boolean;
}

/** What one post has to know, worst first. */
export function DigestPartView({ part, named }: DigestPartProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const postName = usePostName();
  const { found, reddening, cases, approvals, measures, watched } = part;
  return (
    <section className={styles.part} aria-label={postName(part.post)}>
      {named && <h2>{postName(part.post)}</h2>}
      <Section title={t("digest.found")} total={found.total} none={t("digest.foundNone")} shown={found.items.length}>
        {found.items.map((item) => (
          <FindingItem key={`${item.order_id}${item.rule}${item.since}`} item={item} />
        ))}
      </Section>
      <Section
        title={t("digest.reddening")}
        total={reddening.total}
        none={t("digest.reddeningNone")}
        shown={reddening.items.length}
      >
        {reddening.items.map((item) => (
          <FindingItem key={`${item.order_id}${item.rule}${item.since}`} item={item} />
        ))}
      </Section>
      {cases && (
        <Section title={t("digest.cases")} total={cases.total} none={t("digest.casesNone")} shown={cases.items.length}>
          {cases.items.map(({ id, number: name, stage, due, overdue }) => (
            <li key={id}>
              <Link to="/cases/$id" params={{ id }}>
                {name}
              </Link>
              <span>{CASE_STAGE_TEXTS[stage][language]}</span>
              <Due due={due} overdue={overdue} />
            </li>
          ))}
        </Section>
      )}
      {approvals && (
        <Section
          title={t("digest.approvals")}
          total={approvals.total}
          none={t("digest.approvalsNone")}
          shown={approvals.items.length}
        >
          {approvals.items.map(({ case: id, number: name, action }) => (
            <li key={`${id}${action}`}>
              <Link to="/cases/$id" params={{ id }}>
                {name}
              </Link>
              <span>{CASE_ACTION_TEXTS[action][language]}</span>
            </li>
          ))}
        </Section>
      )}
      {measures && (
        <Section
          title={t("digest.measures")}
          total={measures.total}
          none={t("digest.measuresNone")}
          shown={measures.items.length}
        >
          {measures.items.map(({ id, number: name, unit, due_on, overdue }) => (
            <li key={id}>
              <Link to="/measures">{name}</Link>
              <span>{unit}</span>
              <span>{t(overdue ? "digest.overdueSince" : "digest.dueOn", { at: due_on })}</span>
            </li>
          ))}
        </Section>
      )}
      {watched.length > 0 && (
        <Section title={t("digest.watched")} total={watched.length} none="" shown={watched.length}>
          {watched.map(({ id, name, fresh, matches }) => (
            <WatchedItem key={id} id={id} name={name} fresh={fresh} matches={matches} />
          ))}
        </Section>
      )}
    </section>
  );
}

interface SectionProps {
  readonly title: string;
  readonly total: number;
  readonly shown: number;
  /** Said where there is nothing. */
  readonly none: string;
  readonly children: ReactNode;
}

function Section({ title, total, shown, none, children }: SectionProps) {
  const { t } = useTranslation();
  const number = useNumber();
  return (
    <section className={styles.section}>
      <h3>
        {title} <span>{number(total)}</span>
      </h3>
      {total === 0 ? <p>{none}</p> : <ul>{children}</ul>}
      {total > shown && shown > 0 && <p>{t("digest.more", { n: number(total - shown) })}</p>}
    </section>
  );
}

function FindingItem({ item }: { readonly item: DigestFinding }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const since = instantOrNull(item.since);
  return (
    <li>
      <Level level={item.level} />
      <Link to="/orders/$source/$orderId" params={{ source: item.source, orderId: item.order_id }}>
        {ruleName(item.rule, language)}
      </Link>
      <span>{item.units.length === 0 ? t("digest.nobody") : item.units.join(t("list.comma"))}</span>
      <span className={styles.quiet}>
        {item.order_id}
        {since !== null && ` · ${formatInstant(since)}`}
      </span>
    </li>
  );
}

function Due({ due, overdue }: { readonly due: string | null; readonly overdue: boolean }) {
  const { t } = useTranslation();
  const at = instantOrNull(due);
  if (at === null) return null;
  return <span>{t(overdue ? "digest.overdueSince" : "digest.dueOn", { at: formatInstant(at) })}</span>;
}

function WatchedItem({ id, name, fresh, matches }: DigestPart["watched"][number]) {
  const { t } = useTranslation();
  const number = useNumber();
  return (
    <li>
      <Link to="/watch" search={{ rule: id }}>
        {name}
      </Link>
      <span>{t("digest.watchedCount", { fresh: number(fresh), n: number(matches) })}</span>
    </li>
  );
}
