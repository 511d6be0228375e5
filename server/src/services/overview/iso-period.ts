import { isoInstant, type Period } from "@tianyan/core";

export const isoPeriod = ({ from, to }: Period) => ({ from: isoInstant(from), to: isoInstant(to) });
