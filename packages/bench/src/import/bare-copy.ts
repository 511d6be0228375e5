import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Client } from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";

/** Seconds that PostgreSQL takes to COPY the events of a database into an empty table with the same columns, key and indexes. */
export async function bareCopy(url: string, times: number): Promise<readonly number[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const bytes: Buffer[] = [];
    for await (const chunk of client.query(copyTo("copy order_event to stdout"))) bytes.push(chunk as Buffer);
    const seconds: number[] = [];
    for (let time = 0; time < times; time++) {
      await client.query("drop table if exists bare_event; create table bare_event (like order_event including all)");
      const began = performance.now();
      await pipeline(Readable.from(bytes), client.query(copyFrom("copy bare_event from stdin")));
      seconds.push((performance.now() - began) / 1000);
    }
    await client.query("drop table bare_event");
    return seconds;
  } finally {
    await client.end();
  }
}
