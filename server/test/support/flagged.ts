import { mark, type Stage } from "./acting";
import { fileOf } from "./county";

/** An order with a return that was rejected, and the finding of it. */
export async function flagged(
  stage: Stage,
): Promise<{ readonly source: string; readonly order_id: string; readonly key: string }> {
  const id = `F${mark()}`;
  const events = await fileOf("events.csv", [
    "order_id,at,kind,unit,to_unit",
    `${id},2026-11-02 09:00:00,accepted,,`,
    `${id},2026-11-02 09:10:00,dispatched,,甲局`,
    `${id},2026-11-02 10:00:00,return_requested,甲局,`,
    `${id},2026-11-02 11:00:00,return_rejected,,`,
  ]);
  await stage.county.load([events]);
  return { source: "12345", order_id: id, key: "rejected-returns|甲局|" };
}
