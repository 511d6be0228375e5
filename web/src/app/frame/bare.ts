/** Addresses that show nothing but themselves: where people sign in. */
export const BARE: readonly string[] = ["/sign-in", "/enter"];
