import { readFile } from "node:fs/promises";
import { parseDocument } from "yaml";
import { refusals } from "../readers/refusals";
import { Refusal } from "../refusal";

const LARGEST = 4 * 1024 * 1024;

const isErrno = (error: unknown): error is NodeJS.ErrnoException => error instanceof Error && "code" in error;

async function readUtf8(path: string): Promise<string> {
  try {
    const bytes = await readFile(path);
    if (bytes.length > LARGEST) throw refusals.notReadable(path, "> 4 MiB");
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) throw refusals.encoding(path, 0);
    if (isErrno(error) && error.code === "ENOENT") throw refusals.notFound(path);
    throw isErrno(error) ? refusals.notReadable(path, error.code ?? "") : error;
  }
}

/** A YAML 1.2 file as plain objects; throws a Refusal that names the line of the first mistake. */
export async function readYaml(path: string): Promise<unknown> {
  const document = parseDocument(await readUtf8(path), { version: "1.2", prettyErrors: true });
  const problem = document.errors[0];
  if (problem) {
    const line = problem.linePos?.[0].line ?? 1;
    const first = problem.message.split("\n", 1)[0] ?? "";
    throw new Refusal("file.not_yaml", {
      zh: `${path}：第 ${line} 行不是有效的 YAML（${first}）`,
      en: `${path}: line ${line} is not valid YAML (${first})`,
    });
  }
  const parsed: unknown = document.toJS({ maxAliasCount: 100 });
  return parsed;
}
