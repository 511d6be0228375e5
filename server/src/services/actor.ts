import type { Actor } from "@tianyan/api";

/** For now everyone is one local user who may see everything. */
export const LOCAL_ACTOR: Actor = {
  name: "local",
  post: "local",
  scope: { sources: null, districts: null, units: null },
};
