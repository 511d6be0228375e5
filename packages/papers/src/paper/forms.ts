/** GB/T 9704-2012: 文件格式 (chapter 7) and 信函格式 (10.1). */
export const PAPER_FORMS = ["document", "letter"] as const;
export type PaperForm = (typeof PAPER_FORMS)[number];
