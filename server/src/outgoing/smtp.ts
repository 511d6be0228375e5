import { createTransport } from "nodemailer";
import type { MailConfig } from "../config/mail";
import type { Mail } from "./mail";

const TIMEOUT_MS = 30_000;

/** Through the mail server of the house. A password never goes over a line that is not encrypted. */
export function createMail({ url, from, domains }: MailConfig, timeoutMs = TIMEOUT_MS): Mail {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === "smtps:";
  const auth =
    username === "" ? {} : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } };
  const transport = createTransport({
    host: hostname.replace(/^\[|\]$/g, ""),
    port: port === "" ? (secure ? 465 : 25) : Number(port),
    secure,
    requireTLS: !secure && username !== "",
    ...auth,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    domains,
    async send({ to, subject, text, id }) {
      const signal = AbortSignal.timeout(2 * timeoutMs);
      await transport.sendMail({
        from,
        to: { name: "", address: to },
        subject,
        text,
        textEncoding: "base64",
        messageId: id,
        signal,
      });
    },
  };
}
