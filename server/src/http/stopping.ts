import { ApiError } from "@tianyan/api";
import { createMiddleware } from "hono/factory";

/** While we stop, what is under way is answered; whoever shares out requests is told to go elsewhere. */
export const whileStopping = (stopping: () => boolean) =>
  createMiddleware(async (context, next) => {
    if (!stopping()) return next();
    context.header("connection", "close");
    if (context.req.path === "/ready") throw new ApiError("server.stopping");
    await next();
  });
