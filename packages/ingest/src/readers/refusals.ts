import { Refusal } from "../refusal";

/** Files that cannot be used at all (formats.md, Bad input): one line each, with the file's name. */
const refusal = (code: string, path: string, zh: string, en: string): Refusal =>
  new Refusal(`file.${code}`, { zh: `${path}：${zh}`, en: `${path}: ${en}` });

const MOST_HEADERS = 20;

/** Of a file without a header its first row stands there: numbers and addresses are not for a message. */
const DATA = /[\d\uff10-\uff19]{4}|[\d\uff10-\uff19][号室栋幢]/;

/** Headers for a message: on one line, not endless. */
function listed(headers: readonly string[], between: string): string {
  const first = headers.slice(0, MOST_HEADERS).map((header) => (DATA.test(header) ? "…" : tidy(header)));
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
  oldSpreadsheet: (path: string) =>
    refusal(
      "old_spreadsheet",
      path,
      "是旧版 XLS 或带密码的工作簿，请打开后另存为 XLSX（不加密码）",
      "an old XLS or a workbook with a password; open it and save it as XLSX without one",
    ),
  webTable: (path: string) =>
    refusal(
      "web_table",
      path,
      "其实是网页格式的表格，请用电子表格软件打开后另存为 XLSX",
      "a web page with a table in it; open it in a spreadsheet program and save it as XLSX",
    ),
  openDocument: (path: string) =>
    refusal("open_document", path, "是 ODS 表格，请另存为 XLSX", "an ODS spreadsheet; save it as XLSX"),
  notAWorkbook: (path: string) =>
    refusal(
      "not_a_workbook",
      path,
      "是压缩包，但不是 XLSX，请解压后逐个导入其中的表格",
      "a zip, but no XLSX; unpack it and load the tables in it",
    ),
  damagedWorkbook: (path: string) =>
    refusal(
      "damaged_workbook",
      path,
      "工作簿已损坏或不完整，请重新导出或重新传输",
      "the workbook is damaged or cut off; export or transfer it again",
    ),
  encryptedWorkbook: (path: string) =>
    refusal(
      "encrypted_workbook",
      path,
      "工作簿带密码，请去掉密码后另存",
      "the workbook has a password; save it without one",
    ),
  workbookBomb: (path: string) =>
    refusal(
      "bomb",
      path,
      "解压后超过 2 GiB 或文件大小的 100 倍，不予读取",
      "unpacks to over 2 GiB or 100 times its size; not read",
    ),
  tooLargeForMemory: (path: string) =>
    refusal(
      "too_large",
      path,
      "工作簿太大，内存不足以读取，请按月份拆分，或另存为 CSV（UTF-8）",
      "the workbook needs more memory than there is; split it by month, or save it as CSV (UTF-8)",
    ),
  emptyWorkbook: (path: string) =>
    refusal("empty_workbook", path, "没有一个可见的工作表有内容", "no sheet that is visible holds anything"),
  severalSheets: (path: string, names: readonly string[]) =>
    refusal(
      "several_sheets",
      path,
      `有几个工作表都是同一类表格（${names.join("、")}），请分开保存`,
      `several of its sheets are tables of this kind (${names.join(", ")}); save them apart`,
    ),
  dtd: (path: string) =>
    refusal("dtd", path, "XML 中含有 DTD 或实体定义，不予读取", "the XML holds a DTD or defines entities; not read"),
  brokenXml: (path: string) =>
    refusal("broken_xml", path, "不是完整的 XES（XML）日志，请重新导出", "not a whole XES (XML) log; export it again"),
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
    refusal("not_a_table", path, "不是表格文件，请导出为 XLSX 或 CSV", "not a table; export it as XLSX or CSV"),
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
  stays: (path: string, header: string) =>
    refusal(
      "stays",
      path,
      `每行像是在一个单位的一次停留（有“${header}”，没有操作时间），请在数据来源配置中写 shape: step 和 outcomes`,
      `a row looks like a stay at a unit (it has "${header}", and no instant of its own); load it with a profile of shape step`,
    ),
  unknownTable: (path: string, headers: readonly string[]) =>
    refusal(
      "unknown_table",
      path,
      `无法从表头判断是工单、流转记录、单位还是职责目录（表头为：${listed(headers, "、")}）`,
      `its headers tell neither orders, events, units nor competence (${listed(headers, ", ")})`,
    ),
} as const;
