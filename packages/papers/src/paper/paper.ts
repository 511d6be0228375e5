import type { NamingLevel, PaperKind } from "@tianyan/core";
import type { IsoDate } from "./dates";
import type { PaperForm } from "./forms";

/** Where an order is found: its key. */
export interface OrderKey {
  readonly source: string;
  readonly orderId: string;
}

/**
 * A stretch of text. With `fact` it was filled in from the data: the name of the datum in the fact table, and the orders it comes from.
 * Without, somebody wrote it.
 */
export interface Span {
  readonly text: string;
  readonly fact?: FactRef;
}

export interface FactRef {
  readonly id: string;
  readonly orders: readonly OrderKey[];
}

/** 一、 · （一） · 1. · （1）. Numbers are counted when rendered, never part of the text. */
export type HeadingLevel = 1 | 2 | 3 | 4;

export type Block =
  | { readonly type: "heading"; readonly level: HeadingLevel; readonly spans: readonly Span[] }
  | { readonly type: "paragraph"; readonly spans: readonly Span[] };

/** 发文字号: 阳纪督〔2026〕3号. */
export interface PaperNumber {
  readonly mark: string;
  readonly year: number;
  readonly no: number;
}

/** A notice as a value: JSON through and through, so that it is stored as it is. The same value is the same document, byte for byte. */
export interface Paper {
  readonly kind: PaperKind;
  readonly form: PaperForm;
  readonly naming: NamingLevel;
  /** 发文机关标志, the words in red on top. */
  readonly issuerMark: string;
  /** Null until it is issued; the space is left. */
  readonly number: PaperNumber | null;
  readonly urgency: Urgency | null;
  readonly title: readonly Span[];
  /** 主送机关, in order. */
  readonly to: readonly Span[];
  readonly body: readonly Block[];
  /** 附件: names without number and punctuation. */
  readonly attachments: readonly string[];
  /** 发文机关署名. */
  readonly signature: string;
  /** 成文日期; null until a leader signed. */
  readonly date: IsoDate | null;
  /** 附注, without brackets; "" for none. */
  readonly note: string;
  /** 抄送机关. */
  readonly copyTo: readonly string[];
  /** 印发机关. */
  readonly printedBy: string;
  /** 印发日期; null until it is issued. */
  readonly printedOn: IsoDate | null;
}

/** 紧急程度. */
export type Urgency = "特急" | "加急";

export const spansText = (spans: readonly Span[]): string => spans.map(({ text }) => text).join("");
export const numberText = ({ mark, year, no }: PaperNumber): string => `${mark}〔${year}〕${no}号`;
