import { ApiError } from "../errors/api-error";
import { may } from "./of-posts";
import type { Permission } from "./permissions";

interface Asker {
  readonly post: string;
  /** What a key is for, of what its post may; absent: all of that. */
  readonly grants?: readonly Permission[];
}

export const isPermitted = ({ post, grants }: Asker, permission: Permission): boolean =>
  may(post, permission) && (grants === undefined || grants.includes(permission));

/** First line of every service. Throws `permission.denied`. */
export function requirePermission(actor: Asker, permission: Permission): void {
  if (!isPermitted(actor, permission)) throw new ApiError("permission.denied");
}

/** The same, and whoever may. */
export function permitted<A extends Asker>(actor: A, permission: Permission): A {
  requirePermission(actor, permission);
  return actor;
}
