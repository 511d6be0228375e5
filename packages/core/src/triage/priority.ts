/** What makes a finding come first, in the order in which it is shown. */
export const PRIORITY_PARTS = ["level", "standing", "rule", "age", "repeat", "urgency"] as const;
export type PriorityPart = (typeof PRIORITY_PARTS)[number];
