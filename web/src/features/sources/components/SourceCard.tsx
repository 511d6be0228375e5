import { Link } from "@tanstack/react-router";
import type { SourceItem } from "@tianyan/api";
import { DAY, EVENT_KINDS } from "@tianyan/core";
import { useTranslation } from "react-i18next";
import { useNumber } from "../../../i18n/use-number";
import { useWords } from "../../../i18n/use-words";
import { formatDate, formatInstant, instantOrNull } from "../../../lib/time";
import { useNow } from "../../../lib/use-clock";
import styles from "./sources.module.css";
import { Unmeasurable } from "./Unmeasurable";
import { Volumes } from "./Volumes";

const CALENDARS = ["cn", "weekdays", "every-day"] as const;
const isCalendar = (word: string): word is (typeof CALENDARS)[number] =>
  (CALENDARS as readonly string[]).includes(word);

/** Percent with two places; what is more than nothing is never shown as nothing. */
const share = (percent: number): string => (percent < 0.01 ? "<0.01" : percent.toFixed(2));

export function SourceCard({ source }: { readonly source: SourceItem }) {
  const { t } = useTranslation();
  const number = useNumber();
  const words = useWords();
  const now = useNow();
  const first = instantOrNull(source.first_at);
  const last = instantOrNull(source.last_at);
  const loaded = instantOrNull(source.recorded_at);
  const daysOld = last === null ? 0 : Math.floor((now - last) / DAY);
  const read = source.events + source.rejects;
  const rejects =
    source.rejects === 0
      ? "0"
      : t("sources.rejectShare", { n: number(source.rejects), share: share((source.rejects * 100) / read) });
  const figures = [
    [t("sources.orders"), number(source.orders)],
    [t("sources.events"), number(source.events)],
    [t("sources.rejects"), rejects],
    [t("sources.span"), first === null || last === null ? "–" : `${formatDate(first)} – ${formatDate(last)}`],
    [t("sources.loaded"), loaded === null ? "–" : formatInstant(loaded)],
    [t("sources.zone"), source.zone],
    [t("sources.calendar"), isCalendar(source.calendar) ? t(`sources.calendars.${source.calendar}`) : source.calendar],
  ];
  return (
    <section className={styles.source} aria-labelledby={`source-${source.code}`} data-testid="source">
      <h2 id={`source-${source.code}`}>
        {source.name || source.code}
        <small>
          {source.code} · {t(`sources.shape.${source.shape}`)}
          {daysOld > 0 && ` · ${t("sources.daysOld", { count: daysOld })}`}
        </small>
        <Link to="/data/history" search={{ source: [source.code] }}>
          {t("data.history")}
        </Link>
        <Link to="/watchlist" search={{ source: [source.code] }}>
          {t("rules.find")}
        </Link>
      </h2>
      <dl className={styles.figures}>
        {figures.map(([name, figure]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{figure}</dd>
          </div>
        ))}
      </dl>
      <dl className={styles.lists}>
        <dt>{t("sources.records")}</dt>
        <dd>
          {EVENT_KINDS.filter((kind) => source.records.includes(kind))
            .map(words.kind)
            .join(t("list.comma"))}
        </dd>
        <dt>{t("sources.notMeasurable")}</dt>
        <dd>
          <Unmeasurable source={source} />
        </dd>
      </dl>
      <Volumes source={source} />
    </section>
  );
}
