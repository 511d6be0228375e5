// The worker thread runs TypeScript sources, as the main thread does: Node 20 does not hand a thread the loader of its parent.
import { register } from "tsx/esm/api";

register();
await import("./worker.ts");
