import { readFile, writeFile } from "node:fs/promises";
import { type County, createCounty } from "../county";
import { demoFiles } from "../demo";
import { readWorld, type World } from "./world";

const SOURCES = ["12345", "网格", "信访"] as const;

export interface SharedCounty {
  readonly county: County;
  readonly world: World;
  remove(): Promise<void>;
}

/** One county for all runs, its orders dealt out to three sources. */
export async function sharedCounty(orders: number): Promise<SharedCounty> {
  const demo = await demoFiles(orders, 5);
  const text = await readFile(demo.orders, "utf8");
  let row = 0;
  await writeFile(
    demo.orders,
    text.replaceAll(/^([^,\n]+),12345,/gm, (_, id: string) => `${id},${SOURCES[row++ % SOURCES.length]},`),
  );
  const county = await createCounty();
  await county.load(demo.all);
  const world = await readWorld(county.owner);
  return {
    county,
    world,
    async remove() {
      await county.drop();
      await demo.remove();
    },
  };
}
