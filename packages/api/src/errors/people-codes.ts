/** Codes about who asks: signing in, the second factor, accounts, posts, and who called. */
export const PEOPLE_ERRORS = {
  "session.required": {
    status: 401,
    zh: "请先登录；如已登录，可能因长时间未操作或被结束而失效，请重新登录。",
    en: "Sign in first. If you were signed in, the session has ended: sign in again.",
  },
  "session.unfinished": {
    status: 401,
    zh: "登录尚未完成，请按页面提示输入动态验证码或设置密码。",
    en: "Signing in is not finished: give the code of your second factor, or choose a password, as the page says.",
  },
  "permission.denied": {
    status: 403,
    zh: "您的岗位不能进行这项操作；如工作需要，请切换岗位或请安全管理员授权。",
    en: "Your post may not do this. If your work needs it, change to another of your posts or ask the security administrator.",
  },
  "session.denied": {
    status: 401,
    zh: "账号或密码不正确，或账号暂被锁定、停用。多次输错会锁定一段时间；请核对后重试，或联系安全管理员。",
    en: "Account or password is wrong, or the account is locked or disabled for now. Several failures lock it for a while: check both and try again, or ask the security administrator.",
  },
  "session.too_many": {
    status: 429,
    zh: "此地址登录失败的次数过多，请过一段时间再试；急用请联系安全管理员。",
    en: "Too many failures from this address. Try again later, or ask the security administrator.",
  },
  "session.link_denied": {
    status: 401,
    zh: "登录链接无效、已用过或已过期，请向安全管理员索取新的链接。",
    en: "The link is not valid, was used, or has run out. Ask the security administrator for a new one.",
  },
  "session.code_denied": {
    status: 401,
    zh: "动态验证码不正确或已用过，或账号暂被锁定。请等下一个验证码再试，并核对手机时间。",
    en: "The code is wrong or was used, or the account is locked for now. Wait for the next code, and check the clock of your device.",
  },
  "session.no_post": {
    status: 403,
    zh: "账号目前没有生效的岗位，请联系安全管理员任命。",
    en: "The account has no post at present. Ask the security administrator to appoint you.",
  },
  "session.not_found": {
    status: 404,
    zh: "没有这个会话，可能已经结束，请刷新列表。",
    en: "There is no such session; it may have ended. Load the list again.",
  },
  "factor.enrolled": {
    status: 409,
    zh: "已绑定动态验证码；更换设备请由安全管理员重置后重新绑定。",
    en: "A second factor is set up. To change the device, ask the security administrator to reset it first.",
  },
  "factor.none": {
    status: 409,
    zh: "尚未绑定动态验证码，请先绑定。",
    en: "No second factor is set up. Set one up first.",
  },
  "password.denied": {
    status: 422,
    zh: "当前密码不正确，或账号暂被锁定，密码没有更改。",
    en: "The present password is wrong, or the account is locked for now; nothing was changed.",
  },
  "password.weak": {
    status: 422,
    zh: "密码不符合要求，请按说明更换。",
    en: "The password does not meet the rules. Choose another as explained.",
  },
  "password.used": {
    status: 422,
    zh: "这个密码用过，请换一个没有用过的。",
    en: "This password was used before. Choose one that was not.",
  },
  "password.none": {
    status: 409,
    zh: "此账号不用密码登录，无需设置密码。",
    en: "This account does not sign in by password: none is needed.",
  },
  "account.not_found": {
    status: 404,
    zh: "没有这个账号，请从列表中选择。",
    en: "There is no such account. Choose one from the list.",
  },
  "account.login_taken": {
    status: 409,
    zh: "账号名已被使用，请换一个。",
    en: "The login is taken. Choose another.",
  },
  "account.kinds_mixed": {
    status: 422,
    zh: "这些岗位不能由同一个人担任：三员相互独立，且不兼业务岗位；承办单位联系人也不兼任其他岗位。请另建账号。",
    en: "One person may not hold these posts: the three administrators are apart from each other and from business, and so are unit contacts. Make another account.",
  },
  "account.unit_unknown": {
    status: 422,
    zh: "单位不在单位名录中，请从名录选择或先登记。",
    en: "The unit is not on the list of units. Choose one that is, or register it first.",
  },
  "account.source_unknown": {
    status: 422,
    zh: "没有这个数据来源，请从列表中选择。",
    en: "There is no such source. Choose one from the list.",
  },
  "account.one_unit": {
    status: 422,
    zh: "承办单位联系人须且只能属于一个单位，请选择一个单位。",
    en: "A unit contact belongs to exactly one unit. Choose one.",
  },
  "account.period_wrong": {
    status: 422,
    zh: "任期的结束须晚于开始和现在，请更正。",
    en: "The appointment must end after it begins, and after now. Correct the period.",
  },
  "account.self": {
    status: 409,
    zh: "不能更改自己的账号与岗位，请由另一名安全管理员办理。",
    en: "Nobody changes their own account or posts. Ask another security administrator.",
  },
  "account.last_security_admin": {
    status: 409,
    zh: "这是最后一名长期任职的安全管理员，请先任命另一名。",
    en: "This is the last security administrator who stays in office. Appoint another first.",
  },
  "account.demo": {
    status: 409,
    zh: "这是演示人员，只能用启动时显示的链接登录，不能这样更改。",
    en: "This is an invented person of the demonstration, who enters by the links of the start; this cannot be changed.",
  },
  "account.disabled": {
    status: 409,
    zh: "账号已停用，请先启用。",
    en: "The account is disabled. Enable it first.",
  },
  "appointment.not_found": {
    status: 404,
    zh: "没有这项任命，或已经结束，请刷新后重试。",
    en: "There is no such appointment, or it has ended. Load the page again.",
  },
  "factor.stale": {
    status: 403,
    zh: "查看个人信息前须再次验证身份，请输入动态验证码后重试。",
    en: "Before personal data are shown, the second factor is asked for again. Give a code and try again.",
  },
  "caller.unknown": {
    status: 404,
    zh: "这张工单没有来电人信息，无可查看。",
    en: "Nothing is known of the caller of this order.",
  },
} as const satisfies Record<string, { status: number; zh: string; en: string }>;
