import { ApiError } from "../errors/api-error";
import { may } from "./of-posts";
import type { Permission } from "./permissions";

/** First line of every service. Throws `permission.denied`. */
export function requirePermission(actor: { readonly post: string }, permission: Permission): void {
  if (!may(actor.post, permission)) throw new ApiError("permission.denied");
}

/** The same, and whoever may. */
export function permitted<A extends { readonly post: string }>(actor: A, permission: Permission): A {
  requirePermission(actor, permission);
  return actor;
}
