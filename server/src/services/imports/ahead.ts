/** The items of `source`, of which the next is fetched while one is worked on. */
export async function* oneAhead<T>(source: AsyncIterable<T>): AsyncIterable<T> {
  const items = source[Symbol.asyncIterator]();
  const fetch = (): Promise<IteratorResult<T>> => {
    const item = items.next();
    // It fails where it is waited for.
    item.catch(() => undefined);
    return item;
  };
  try {
    for (let coming = fetch(); ; ) {
      const item = await coming;
      if (item.done) return;
      coming = fetch();
      yield item.value;
    }
  } finally {
    await items.return?.();
  }
}
