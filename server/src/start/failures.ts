import { access, constants } from "node:fs/promises";
import { codeOf, DatabaseFailure, makeFolders, textOf, type Words } from "@tianyan/db";
import { Refusal } from "@tianyan/ingest";

/** A failure of the start that is explained in one line. */
export class StartFailure extends Error {
  readonly words: Words;

  constructor(words: Words, cause?: unknown) {
    super(words.en, { cause });
    this.name = "StartFailure";
    this.words = words;
  }
}

/** What to say where the address cannot be listened on. */
export function listenFailure(error: unknown, host: string, port: number): StartFailure {
  const code = codeOf(error);
  if (code === "EADDRINUSE")
    return new StartFailure(
      {
        zh: `端口 ${port} 已被占用，请停用占用它的程序，或用 PORT 指定其他端口。`,
        en: `Port ${port} is taken: stop what uses it, or choose another with PORT.`,
      },
      error,
    );
  if (code === "EACCES")
    return new StartFailure(
      {
        zh: `没有监听端口 ${port} 的权限，请用 PORT 指定 1024 以上的端口。`,
        en: `Port ${port} may not be listened on: choose one above 1024 with PORT.`,
      },
      error,
    );
  return new StartFailure(
    {
      zh: `不能监听 ${host}:${port}（${textOf(error)}），请核对 HOST 与 PORT。`,
      en: `${host}:${port} cannot be listened on (${textOf(error)}): check HOST and PORT.`,
    },
    error,
  );
}

/** Makes a folder that a setting names; throws a StartFailure where it cannot be made or written. */
export async function usableFolder(folder: string, setting: string): Promise<void> {
  try {
    await makeFolders(folder);
    await access(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new StartFailure(
      {
        zh: `文件夹 ${folder} 不可写（${codeOf(error)}），请授予写权限，或用 ${setting} 指定其他位置。`,
        en: `The folder ${folder} cannot be written (${codeOf(error)}): grant the right, or name another with ${setting}.`,
      },
      error,
    );
  }
}

/** The line that explains a failure; null for one that nobody foresaw. */
export const wordsOf = (error: unknown): Words | null =>
  error instanceof StartFailure || error instanceof DatabaseFailure || error instanceof Refusal ? error.words : null;
