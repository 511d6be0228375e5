/** Surnames alone: a hotline export masks the rest. */
export const SURNAMES =
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤".split(
    "",
  );

export const HONORIFICS = ["先生", "女士"] as const;

/** First digits of mobile numbers; the middle four are masked as in the export. */
export const MOBILE_PREFIXES = [
  "130",
  "131",
  "133",
  "135",
  "136",
  "137",
  "138",
  "139",
  "150",
  "151",
  "152",
  "158",
  "159",
  "177",
  "180",
  "181",
  "186",
  "187",
  "189",
  "198",
];
