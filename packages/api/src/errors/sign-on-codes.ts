/** Of the single sign-on of the government. */
export const SIGN_ON_ERRORS = {
  "sign_on.not_set_up": {
    status: 404,
    zh: "本系统未接入统一身份认证，请用账号与密码登录。",
    en: "There is no single sign-on here. Sign in with account and password.",
  },
  "sign_on.unavailable": {
    status: 503,
    zh: "暂时连不上统一身份认证，请稍后重试，或用账号与密码登录；持续出现请联系系统管理员。",
    en: "The single sign-on cannot be reached. Try again shortly or use your password, and call the administrator if it lasts.",
  },
  "sign_on.failed": {
    status: 401,
    zh: "统一身份认证的答复无效、已用过或已过期，请重新登录。",
    en: "The answer of the single sign-on is not valid, was used, or has run out. Sign in again.",
  },
  "sign_on.unknown": {
    status: 401,
    zh: "统一身份认证通过了，但在本系统没有对应的可用账号，请联系安全管理员。",
    en: "The single sign-on knows you, but no account here that may be used is yours. Ask the security administrator.",
  },
  "sign_on.taken": {
    status: 409,
    zh: "这个用户标识已绑定另一账号，请先在那个账号解除绑定。",
    en: "Another account is bound to this subject. Take that binding away first.",
  },
} as const satisfies Record<string, { status: number; zh: string; en: string }>;
