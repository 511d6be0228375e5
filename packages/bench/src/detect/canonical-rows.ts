const UNITS = Array.from({ length: 120 }, (_, index) => `第${index + 1}承办单位`);
const HEADER = "order_id,event_id,at,kind,unit,to_unit,reason_code,text,operator,result,due_at";

/** Numbers in [0, 1) that are the same for the same seed (mulberry32). */
export function createDice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const MINUTE = 60_000;
const START = Date.UTC(2022, 0, 1);

/** Rows of canonical orders, eight events each on average: some returned, some passed on, most done. */
export function* orderRows(orders: number, dice: () => number): Generator<readonly string[]> {
  const unit = (): string => UNITS[Math.floor(dice() * UNITS.length)] ?? "";
  for (let order = 1; order <= orders; order++) {
    const id = `GD${String(order).padStart(9, "0")}`;
    const rows: string[] = [];
    let at = START + Math.floor(dice() * 900 * 24 * 60) * MINUTE;
    const add = (kind: string, by: string, to = "", reason = "", text = "", result = ""): void => {
      at += Math.floor(1 + dice() * dice() * 3000) * MINUTE;
      const instant = new Date(at + 8 * 60 * MINUTE).toISOString().slice(0, 19);
      rows.push(
        `${id},${id}-${rows.length + 1},${instant}+08:00,${kind},${by},${to},${reason},${text},H${order % 90},${result},`,
      );
    };
    let holder = unit();
    add("accepted", "centre", "", "", "受理市民来电");
    add("dispatched", "centre", holder, "", `派${holder}办理`);
    if (dice() < 0.8) add("signed", holder, "", "", "签收");
    for (let times = dice() < 0.25 ? 1 + Math.floor(dice() * 3) : 0; times > 0; times--) {
      add("return_requested", holder, "", "not_in_charge", "不属于本单位职责");
      const approved = dice() < 0.6;
      add(approved ? "return_approved" : "return_rejected", "centre", "", "", approved ? "同意退单" : "退单依据不足");
      if (!approved) continue;
      holder = unit();
      add("dispatched", "centre", holder, "", `派${holder}办理`);
    }
    if (dice() < 0.15) {
      const next = unit();
      add("transferred", holder, next, "", "转办");
      holder = next;
    }
    if (dice() < 0.7) add("contacted", holder, "", "", "联系市民了解情况");
    if (dice() < 0.5) add("progressed", holder, "", "", "已安排人员现场处理，正在推进");
    if (dice() < 0.8) add("replied", holder, "", "", "已向市民答复办理情况");
    if (dice() < 0.95) add("completed", holder, "", "", "办理完毕");
    if (dice() < 0.5) add("surveyed", "centre", "", "", "回访", dice() < 0.2 ? "不满意" : "满意");
    yield rows;
  }
}

export { HEADER };
