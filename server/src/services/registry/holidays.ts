import { ApiError, type SetHoliday } from "@tianyan/api";
import { type HolidayRow, readHolidays, removeHolidays, saveHolidays, type Transaction } from "@tianyan/db";
import type { RegistryChange } from "./change";

type Said = Omit<RegistryChange, "preview">;

const kind = "holiday";
const dayOf = (date: string) => ({
  target: { type: "holiday", id: date },
  async look(tx: Transaction) {
    const day = (await readHolidays(tx)).find((known) => known.date === date);
    return day ? { works: day.works } : null;
  },
});

export const setHoliday = (date: string, { works, note }: SetHoliday, actor: string): Said => ({
  kind,
  ...dayOf(date),
  subject: { zh: `${date} ${works ? "上班" : "休息"}`, en: `${date} is ${works ? "worked" : "off"}` },
  async write(tx, _before, now) {
    await saveHolidays(tx, [{ date, works, note }], actor, now);
  },
});

export const removeHoliday = (date: string): Said => ({
  kind,
  ...dayOf(date),
  subject: { zh: `${date} 恢复内置安排`, en: `${date} as the built-in table has it` },
  async write(tx) {
    if ((await removeHolidays(tx, [date])) === 0) throw new ApiError("holiday.not_found");
  },
});

/** The table stands in the place of all present entries. */
export const replaceHolidays = (rows: readonly HolidayRow[], actor: string): Said => ({
  kind,
  target: { type: "registry", id: "holidays" },
  look: async (tx) => Object.fromEntries((await readHolidays(tx)).map(({ date, works }) => [date, works])),
  subject: { zh: `导入自定节假日（${rows.length} 天）`, en: `Import ${rows.length} days of our own` },
  async write(tx, _before, now) {
    const present = await readHolidays(tx);
    await removeHolidays(
      tx,
      present.map(({ date }) => date),
    );
    if (rows.length > 0) await saveHolidays(tx, rows, actor, now);
  },
});
