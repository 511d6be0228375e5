import { Button } from "@mantine/core";
import type { PaperDetail, PaperDocument } from "@tianyan/api";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ErrorState } from "../../../components/PageState";
import { useLanguage } from "../../../i18n/use-language";
import { useNumber } from "../../../i18n/use-number";
import { api } from "../../../lib/api";
import { useMay } from "../../../lib/use-meta";
import { usePaperChange } from "../api/papers";
import { numeralsOf } from "../lib/numerals";
import styles from "./papers.module.css";

type Spans = PaperDocument["title"];
/** 2026年3月9日: as the document writes it, without leading zeros. */
const dateOf = (date: string): string => {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  return `${year}年${month}月${day}日`;
};

const wordsOf = (spans: Spans): string => spans.map(({ text }) => text).join("");

/** The text as it stands, with what its check found; a draft is changed here. */
export function PaperText({ paper }: { readonly paper: PaperDetail }) {
  const { t } = useTranslation();
  const mayWrite = useMay("papers.write");
  const [editing, setEditing] = useState(false);
  const { text } = paper;
  if (!text) return <p className={styles.quiet}>{t("papers.outside")}</p>;
  const mine = mayWrite && paper.state === "draft";
  return (
    <section>
      <Check paper={paper} />
      {mine && !editing && (
        <div className={styles.buttons}>
          <Button size="compact-sm" variant="default" onClick={() => setEditing(true)} data-testid="edit">
            {t("papers.edit")}
          </Button>
          <Refresh paper={paper} />
        </div>
      )}
      {mine && editing ? (
        <Editor paper={paper} text={text} onDone={() => setEditing(false)} />
      ) : (
        <Sheet text={text} number={paper.number} />
      )}
    </section>
  );
}

function Check({ paper }: { readonly paper: PaperDetail }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const number = useNumber();
  if (!["draft", "submitted", "approved"].includes(paper.state) || paper.moves.length === 0) return null;
  if (paper.problems.length === 0)
    return (
      <p className={styles.ok} data-testid="checked">
        ✓ {t("papers.checked")}
      </p>
    );
  return (
    <div className={styles.problems} data-testid="problems">
      <b>{t("papers.problems", { n: number(paper.problems.length) })}</b>
      <ul>
        {paper.problems.map(({ code, place, ...words }) => (
          <li key={`${code} ${place.part} ${place.index} ${place.start}`}>{words[language]}</li>
        ))}
      </ul>
    </div>
  );
}

/** Takes every fact anew: what happened since is said then. */
function Refresh({ paper }: { readonly paper: PaperDetail }) {
  const { t } = useTranslation();
  const units = paper.receipts.map(({ unit }) => unit.code);
  const refresh = usePaperChange(() =>
    api.readdressPaper(paper.id, { version: paper.version, units, reply_working_days: paper.reply_working_days }),
  );
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        loading={refresh.isPending}
        onClick={() => refresh.mutate(undefined)}
        data-testid="refresh"
      >
        {t("papers.refresh")}
      </Button>
      {refresh.error && <ErrorState error={refresh.error} />}
    </>
  );
}

function Words({ spans }: { readonly spans: Spans }) {
  return spans.map((span, index) => {
    const key = `${index} ${span.fact?.id ?? ""}`;
    const orders = span.fact?.orders.map(({ orderId }) => orderId).join(" ");
    return span.fact ? (
      <span key={key} className={styles.fact} title={orders}>
        {span.text}
      </span>
    ) : (
      <span key={key}>{span.text}</span>
    );
  });
}

/** The text to be read on a screen; the document itself is made by the server. */
function Sheet({ text, number }: { readonly text: PaperDocument; readonly number: string | null }) {
  const numerals = numeralsOf(text.body);
  return (
    <article className={styles.sheet} lang="zh-CN" data-testid="paper-text">
      <p className={styles.mark}>{text.issuerMark}</p>
      {number !== null && <p className={styles.mark}>{number}</p>}
      <h2>
        <Words spans={text.title} />
      </h2>
      <p>{text.to.map((span, index) => `${index > 0 ? "、" : ""}${span.text}`).join("")}：</p>
      {text.body.map((block, index) => (
        <p
          key={`${numerals[index]} ${wordsOf(block.spans)}`}
          className={styles[block.type === "heading" ? "heading" : "body"]}
        >
          {numerals[index]}
          <Words spans={block.spans} />
        </p>
      ))}
      <p className={styles.right}>{text.signature}</p>
      {text.date !== null && <p className={styles.right}>{dateOf(text.date)}</p>}
    </article>
  );
}

interface EditorProps {
  readonly paper: PaperDetail;
  readonly text: PaperDocument;
  readonly onDone: () => void;
}

/** A field for each paragraph; one that is left empty goes. What was filled in and stays keeps where it comes from. */
function Editor({ paper, text, onDone }: EditorProps) {
  const { t } = useTranslation();
  const number = useNumber();
  const [title, setTitle] = useState(wordsOf(text.title));
  const [blocks, setBlocks] = useState(() =>
    text.body.map((block, place) => ({ block, place, words: wordsOf(block.spans) })),
  );
  const save = usePaperChange((next: PaperDocument) =>
    api.rewritePaper(paper.id, { version: paper.version, text: next }),
  );
  const changed = (spans: Spans, words: string): Spans => (wordsOf(spans) === words ? spans : [{ text: words }]);
  const next = (): PaperDocument => ({
    ...text,
    title: changed(text.title, title),
    body: blocks
      .map(({ block, words }) => ({ ...block, spans: changed(block.spans, words) }))
      .filter(({ spans }) => wordsOf(spans).trim() !== ""),
  });
  return (
    <form
      className={styles.edit}
      data-testid="editor"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(next(), { onSuccess: onDone });
      }}
    >
      <label>
        {t("papers.heading")}
        <input value={title} maxLength={500} onChange={(event) => setTitle(event.currentTarget.value)} />
      </label>
      {blocks.map(({ block, place, words }) => (
        <label key={place}>
          {t("papers.paragraph", { n: number(place + 1) })}
          <textarea
            rows={block.type === "heading" ? 1 : 4}
            value={words}
            maxLength={10_000}
            onChange={(event) => {
              const typed = event.currentTarget.value;
              setBlocks((before) => before.map((one) => (one.place === place ? { ...one, words: typed } : one)));
            }}
          />
        </label>
      ))}
      {save.error && <ErrorState error={save.error} />}
      <div className={styles.buttons}>
        <Button variant="default" onClick={onDone}>
          {t("papers.cancel")}
        </Button>
        <Button type="submit" loading={save.isPending} data-testid="save">
          {t("papers.save")}
        </Button>
      </div>
    </form>
  );
}
