export interface OrderKey {
  readonly source: string;
  readonly orderId: string;
}

/** `source/order`, as the address bar holds it; a source's code has no slash. */
export const writeOrderKey = ({ source, orderId }: OrderKey): string => `${source}/${orderId}`;

export function readOrderKey(text: string | undefined): OrderKey | null {
  const slash = text?.indexOf("/") ?? -1;
  if (text === undefined || slash < 1 || slash === text.length - 1) return null;
  return { source: text.slice(0, slash), orderId: text.slice(slash + 1) };
}
