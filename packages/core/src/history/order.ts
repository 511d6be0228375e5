/** Non-compliant demands are kept as findings, but exempt: they fall on nobody. */
export const DEMAND_CLASSES = ["normal", "out_of_scope", "unlawful", "repeated", "unreasonable"] as const;
export type DemandClass = (typeof DEMAND_CLASSES)[number];

export const isDemandClass = (word: string | null): word is DemandClass =>
  word !== null && (DEMAND_CLASSES as readonly string[]).includes(word);

export const ORDER_TYPES = ["consult", "help", "complaint", "report", "suggestion", "other"] as const;
export const URGENCIES = ["normal", "urgent", "emergency"] as const;

/** What rules read of an order beside its events. Empty strings mean that the source says nothing. */
export interface OrderAttributes {
  /** Path, `a>b>c`. */
  readonly category: string;
  /** One of ORDER_TYPES, or a word of the source that the sla table may name. */
  readonly orderType: string;
  /** One of URGENCIES, or a word of the source; "" counts as normal. */
  readonly urgency: string;
  readonly slaClass: string;
  /** The class at acceptance; `classified` events change it. */
  readonly demandClass: DemandClass;
}

/** One citizen demand as the source describes it; its key is (source, orderId). */
export interface Order extends OrderAttributes {
  readonly orderId: string;
  readonly source: string;
  readonly title: string;
  readonly content: string;
  readonly district: string;
  readonly channel: string;
  /** The hotline it came in on before the merger. */
  readonly line: string;
  readonly citizenKey: string;
  readonly location: string;
}

export const emptyOrder = (source: string, orderId: string): Order => ({
  orderId,
  source,
  title: "",
  content: "",
  category: "",
  orderType: "",
  urgency: "",
  slaClass: "",
  district: "",
  channel: "",
  line: "",
  citizenKey: "",
  location: "",
  demandClass: "normal",
});
