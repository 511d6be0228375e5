import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { ROOT } from "./config";

const PackageSchema = z.object({ version: z.string() });

export const VERSION = PackageSchema.parse(JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"))).version;
