/** `督〔2026〕17号`. */
export const caseNumber = ({ year, no }: { readonly year: number; readonly no: number }): string =>
  `督〔${year}〕${no}号`;
