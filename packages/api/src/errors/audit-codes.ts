/** What an answer about the audit trail can carry. */
export const AUDIT_ERRORS = {
  "audit.head_not_found": {
    status: 404,
    zh: "这一天没有导出的校验值，请从列表中选择。",
    en: "No head was exported on that day. Choose one from the list.",
  },
} as const;
