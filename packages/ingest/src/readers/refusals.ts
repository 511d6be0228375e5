import { Refusal } from "../refusal";

/** Files that cannot be used at all (formats.md, Bad input): one line each, with the file's name. */
const refusal = (code: string, path: string, zh: string, en: string): Refusal =>
  new Refusal(`file.${code}`, { zh: `${path}：${zh}`, en: `${path}: ${en}` });

const MOST_HEADERS = 20;

/** Headers for a message: on one line, not endless. */
function listed(headers: readonly string[], between: string): string {
  const first = headers.slice(0, MOST_HEADERS).map(tidy);
  return (headers.length > MOST_HEADERS ? [...first, "…"] : first).join(between);
}

/** A word of the file, fit for one line. */
const tidy = (word: string): string => {
  const line = word.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, " ");
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
};

export const refusals = {
  notFound: (path: string) => refusal("not_found", path, "没有这个文件", "there is no such file"),
  notReadable: (path: string, why: string) =>
    refusal("not_readable", path, `文件无法读取（${why}）`, `the file cannot be read (${why})`),
  notAFile: (path: string) =>
    refusal("not_a_file", path, "不是普通文件，请给出一个文件的路径", "not a regular file; give the path of one"),
  empty: (path: string) => refusal("empty", path, "文件是空的", "the file is empty"),
  spreadsheet: (path: string) =>
    refusal(
      "spreadsheet",
      path,
      "暂不支持 XLSX，请另存为 CSV（UTF-8）",
      "XLSX is not read yet; save it as CSV (UTF-8)",
    ),
  oldSpreadsheet: (path: string) =>
    refusal(
      "old_spreadsheet",
      path,
      "不支持旧版 XLS，请另存为 CSV（UTF-8）",
      "old XLS is not read; save it as CSV (UTF-8)",
    ),
  utf16: (path: string) =>
    refusal("utf16", path, "编码是 UTF-16，请另存为 UTF-8", "the encoding is UTF-16; save it as UTF-8"),
  damaged: (path: string) =>
    refusal(
      "damaged",
      path,
      "压缩文件已损坏或不完整，请重新传输",
      "the compressed file is damaged or cut off; transfer it again",
    ),
  bomb: (path: string) =>
    refusal("bomb", path, "解压后超过压缩文件的 1000 倍，不予读取", "unpacks to over 1,000 times its size; not read"),
  encoding: (path: string, byte: number) =>
    refusal(
      "encoding",
      path,
      `既不是 UTF-8 也不是 GB18030（UTF-8 在第 ${byte} 字节附近出错），请另存为 UTF-8`,
      `neither UTF-8 (broken near byte ${byte}) nor GB18030; save it as UTF-8`,
    ),
  binary: (path: string) =>
    refusal("not_a_table", path, "不是表格文件，请导出为 CSV 或 NDJSON", "not a table; export it as CSV or NDJSON"),
  jsonArray: (path: string) =>
    refusal(
      "json_array",
      path,
      "是 JSON 数组，请导出为 NDJSON（每行一个对象）",
      "a JSON array; export it as NDJSON, one object a line",
    ),
  openQuote: (path: string, line: number) =>
    refusal(
      "open_quote",
      path,
      `第 ${line} 行的引号没有配对，其后的内容无法区分，请改正后重试`,
      `a quote opened in line ${line} never closes, so that the rest cannot be told apart; correct it`,
    ),
  longRecord: (path: string) =>
    refusal(
      "long_record",
      path,
      "有一条记录超过 1600 万字符，不是可用的表格",
      "a record of over 16 million characters; not a usable table",
    ),
  missingColumn: (path: string, column: string, headers: readonly string[]) =>
    refusal(
      "missing_column",
      path,
      `缺少必需的列 ${column}（表头为：${listed(headers, "、")}）`,
      `the required column ${column} is missing (its headers: ${listed(headers, ", ")})`,
    ),
  doubleColumn: (path: string, column: string) =>
    refusal(
      "double_column",
      path,
      `列 ${tidy(column)} 出现两次，请改名`,
      `the column ${tidy(column)} occurs twice; rename one`,
    ),
  unknownTable: (path: string, headers: readonly string[]) =>
    refusal(
      "unknown_table",
      path,
      `无法从表头判断是工单、流转记录、单位还是职责目录（表头为：${listed(headers, "、")}）`,
      `its headers tell neither orders, events, units nor competence (${listed(headers, ", ")})`,
    ),
} as const;
