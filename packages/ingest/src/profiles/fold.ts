/** Blanks, underscores, brackets, stars of required fields and case tell no two headers apart. */
export const foldHeader = (header: string): string =>
  header
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_\-()（）*＊:：]+/g, "");
