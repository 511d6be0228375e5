/** What lets a style element into this page: the server puts a new one into each. "" under the development server, which has no policy. */
export const styleNonce = (): string =>
  document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? "";

/** Libraries that add style elements by themselves look for it here. */
export function tellStyleNonce(): void {
  Object.assign(globalThis, { __webpack_nonce__: styleNonce() });
}
