import { POST_TEXTS, POSTS, type Post } from "@tianyan/api";

/** Cookies of people, one in each post. */
export type Sessions = Readonly<Partial<Record<Post, string>>>;

export const LINK = /\/enter#([\w-]+)/;

/** Tokens of the one-time links that the start prints, by the post that stands beside them. */
export function linksOf(said: string): ReadonlyMap<Post, string> {
  const lines = said.split("\n").filter((line) => LINK.test(line));
  const found = POSTS.flatMap((post) => {
    const line = lines.find((one) => one.includes(POST_TEXTS[post].zh));
    const token = LINK.exec(line ?? "")?.[1];
    return token === undefined ? [] : [[post, token] as const];
  });
  return new Map(found);
}

/** Uses a one-time link up; answers the cookie as a browser sends it. */
export async function enter(url: string, token: string): Promise<string> {
  const answer = await fetch(`${url}/api/session/link`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: url },
    body: JSON.stringify({ token }),
  });
  const cookie = answer.headers.getSetCookie()[0]?.split(";")[0];
  if (!answer.ok || cookie === undefined)
    throw new Error(`the link was refused: ${answer.status} ${await answer.text()}`);
  return cookie;
}

export async function enterAll(url: string, said: string): Promise<Sessions> {
  const links = linksOf(said);
  const entered = await Promise.all(
    POSTS.map(async (post) => {
      const token = links.get(post);
      if (token === undefined) throw new Error(`the start printed no link for ${post}:\n${said}`);
      return [post, await enter(url, token)] as const;
    }),
  );
  return Object.fromEntries(entered) as Sessions;
}

const known = new Map<string, Sessions>();

/** Lets `visit` come signed in. */
export const remember = (url: string, sessions: Sessions): void => void known.set(url, sessions);

export function cookieOf(url: string, post: Post): string {
  const sessions = known.get(url);
  if (!sessions) throw new Error(`nobody is signed in at ${url}`);
  const cookie = sessions[post];
  if (cookie === undefined) throw new Error(`nobody is signed in as ${post}`);
  return cookie;
}
