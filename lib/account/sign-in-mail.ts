import "server-only";
import { createTransport } from "nodemailer";

/** How long a link is good. */
export const MAIL_LINK_SECONDS = 15 * 60;

/** A mail server that says nothing must not keep a reader waiting for the minutes that are usual. */
const TIMEOUTS = {
  connectionTimeout: "10000",
  greetingTimeout: "10000",
  dnsTimeout: "10000",
  socketTimeout: "15000",
};

type SignInMail = { to: string; from: string; server: string; url: string };

/**
 * Sends the link that signs somebody in. It opens a page of ours that asks for a press of a button: programs that look
 * into mails follow links, and would use this one up. Throws when the server does not take the mail.
 */
export async function sendSignInMail({ to, from, server, url }: SignInMail): Promise<void> {
  const link = linkOf(url);
  const { rejected } = await createTransport(withTimeouts(server)).sendMail({
    to,
    from,
    subject: `Sign in to ${link.host}`,
    text: [
      `Open this link to sign in to ${link.host}:`,
      link.href,
      `It is good once, within ${MAIL_LINK_SECONDS / 60} minutes. If you did not ask for it, there is nothing to do.`,
    ].join("\n\n"),
  });
  if (rejected.length > 0) throw new Error("the mail server refused the address");
}

/** Nodemailer reads options beside an address from the address alone. */
function withTimeouts(server: string): string {
  const url = new URL(server);
  for (const [name, milliseconds] of Object.entries(TIMEOUTS))
    if (!url.searchParams.has(name)) url.searchParams.set(name, milliseconds);
  return url.href;
}

/** The page that asks, for next-auth's own address of the link. */
function linkOf(url: string): URL {
  const { origin, searchParams } = new URL(url);
  const link = new URL("/sign-in/link", origin);
  for (const name of ["email", "token", "callbackUrl"])
    link.searchParams.set(name, searchParams.get(name) ?? "");
  return link;
}
