import { expect, test } from "vitest";
import { ApiError, createClient, errorBody, queryString } from "../src/index";

const answer = (status: number, body: unknown) => async () => new Response(JSON.stringify(body), { status });

test("a query repeats a name for each of its values and leaves out what is empty", () => {
  expect(queryString({ rule: ["overdue", "unsigned"], at: undefined, q: "", limit: 5 })).toBe(
    "?rule=overdue&rule=unsigned&limit=5",
  );
  expect(queryString({})).toBe("");
});

test("an order number with a slash stays one part of the path", async () => {
  let asked = "";
  const client = createClient("http://x", async (input) => {
    asked = String(input);
    return new Response("{}");
  });
  await client.order("12345", "A/1 号", { at: "2021-01-01T00:00:00Z" });
  expect(asked).toBe("http://x/api/orders/12345/A%2F1%20%E5%8F%B7?at=2021-01-01T00%3A00%3A00Z");
});

test("a failure carries its code, its texts and the request id", async () => {
  const client = createClient("", answer(404, errorBody("order.not_found", "r-1")));
  const error = await client.order("s", "o").catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({ code: "order.not_found", status: 404, requestId: "r-1" });
});

test("an answer that is not ours becomes a failure all the same", async () => {
  const client = createClient("", async () => new Response("<html>", { status: 502 }));
  await expect(client.meta()).rejects.toMatchObject({ code: "server.failed" });
});
