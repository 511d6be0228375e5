import type { CallerField } from "@tianyan/api";

/** In the order in which a person is described. */
export const CALLER_FIELDS: readonly CallerField[] = ["name", "phone", "id_number", "address"];
