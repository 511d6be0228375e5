import { Refusal } from "@tianyan/ingest";
import { z } from "zod";

const domains = (text: string): string[] =>
  text
    .split(",")
    .map((entry) => entry.trim().toLowerCase().replace(/^@/, ""))
    .filter((entry) => entry !== "");

/** Mail through the server of the house. */
export const MAIL_VARIABLES = {
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.email().optional(),
  MAIL_DOMAINS: z.string().default("").transform(domains),
} as const;

export interface MailConfig {
  /** `smtp://` or `smtps://`, with user and password where they are asked for. */
  readonly url: string;
  readonly from: string;
  /** To which domains alone; empty: to any. */
  readonly domains: readonly string[];
}

type Given = z.infer<z.ZodObject<typeof MAIL_VARIABLES>>;

/** Null where it is not set up. Throws a Refusal that names what is missing. */
export function readMail({ SMTP_URL, MAIL_FROM, MAIL_DOMAINS }: Given): MailConfig | null {
  if (SMTP_URL === undefined) return null;
  if (MAIL_FROM === undefined)
    throw new Refusal("config.invalid", {
      zh: "设置了 SMTP_URL，还需设置环境变量 MAIL_FROM（发件人邮箱）。",
      en: "SMTP_URL is set: the environment variable MAIL_FROM, the sender's address, is needed too.",
    });
  return { url: SMTP_URL, from: MAIL_FROM, domains: MAIL_DOMAINS };
}
