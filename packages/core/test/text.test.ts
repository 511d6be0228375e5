import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maskAddress, maskIdNumber, maskName, maskPhone, maskText } from "../src/index";

/** Invented numbers that are well formed: the check character is worked out. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const identity = (first17: string): string =>
  first17 + "10X98765432"[[...first17].reduce((sum, digit, at) => sum + Number(digit) * (WEIGHTS[at] ?? 0), 0) % 11];

function card(first: string): string {
  const sum = [...`${first}0`].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return `${first}${(10 - (sum % 10)) % 10}`;
}

const wide = (text: string): string =>
  text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));

const ID = identity("33102319850607123");

describe("what is of a person is hidden as officials hide it", () => {
  it.each([
    ["来电人电话13812345678，请回电", "来电人电话138****5678，请回电"],
    ["138 1234 5678", "138 **** 5678"],
    ["138-1234-5678", "138-****-5678"],
    ["138 12345678", "138 ****5678"],
    ["1381234 5678", "138**** 5678"],
    ["+8613812345678", "+86138****5678"],
    ["+86 138 1234 5678", "+86 138 **** 5678"],
    ["+86-138-1234-5678", "+86-138-****-5678"],
    ["0086 13812345678", "0086 138****5678"],
    ["013812345678", "0138****5678"],
    ["１３８１２３４５６７８", "１３８****５６７８"],
    ["13812345678/13912345678", "138****5678/139****5678"],
    ["13812345678、13912345678", "138****5678、139****5678"],
    ["13812345678,13912345678", "138****5678,139****5678"],
    ["**13812345678**", "**138****5678**"],
    ["* 138 1234 5678", "* 138 **** 5678"],
    ["Tel:13812345678", "Tel:138****5678"],
    ["微信vx13812345678", "微信vx138****5678"],
    ["张三13812345678住城东", "张三138****5678住城东"],
    ["电话13812345678.2024年3月", "电话138****5678.2024年3月"],
    ["0576-83214567", "0576-****4567"],
    ["(0576)83214567", "(0576)****4567"],
    ["（０１０）62345678", "（０１０）****5678"],
    ["010 6234 5678", "010 **** 5678"],
    ["057683214567", "0576****4567"],
    ["01062345678", "010****5678"],
    ["0576-8321456转801", "0576-****456转801"],
    ["400-820-8820", "400-***-*820"],
    ["4008208820", "400****820"],
    ["8008208820", "800****820"],
    [`身份证号${ID}`, `身份证号331023********${ID.slice(-4)}`],
    ["身份证号：331023198506071230", "身份证号：331023********1230"],
    [`${ID.slice(0, 6)} ${ID.slice(6, 14)} ${ID.slice(14)}`, `331023 ******** ${ID.slice(-4)}`],
    ["331023850607123", "331023******123"],
    ["浙A·12345", "浙A·1**45"],
    ["浙A12345", "浙A1**45"],
    ["浙a1b345", "浙a1**45"],
    ["浙AD12345", "浙AD1**45"],
    ["粤B12345F", "粤B12**5F"],
    ["浙A1234警", "浙A1**4警"],
    [card("622202123456789012"), `6222${"*".repeat(11)}${card("622202123456789012").slice(-4)}`],
    [
      card("621700123456789")
        .replace(/(.{4})/g, "$1 ")
        .trim(),
      `6217 **** **** ${card("621700123456789").slice(-4)}`,
    ],
    ["卡号6217001234567890", "卡号6217********7890"],
    ["邮箱zhangsan@163.com", "邮箱z*******@163.com"],
    ["13812345678@139.com", "1**********@139.com"],
    ["a@qq.com.cn", "*@qq.com.cn"],
  ])("%s", (text, masked) => {
    expect(maskText(text)).toBe(masked);
  });
});

describe("what is not of a person stays as it is", () => {
  it.each([
    "工单编号：13812345678",
    "工单号 202403051234567",
    "订单号4001234567",
    "流水号：6222021234567890",
    "GD13812345678",
    "TT-2024-138-1234-5678",
    "20240305-13812345678",
    "20240305123456",
    "2024030512345678",
    "202403051234567890",
    "331023202403051234",
    "331023240305001",
    "3310232403050012",
    "13812345678901",
    "1381234567",
    "12812345678",
    "合同金额13812345678元",
    "¥13812345678",
    "13812345678.50",
    "共13812345678 元",
    "1,381,234,567.80",
    "120.13812345678,30.15912345678",
    "圆周率约3.14159265358",
    "2024-03-05 09:07:00",
    "2024年3月5日9时7分",
    "2024/03/05-2024/04/05",
    "08:30-12:00，14:00-17:30",
    "83214567",
    "0576",
    "0576-20240305123",
    "150 20240305",
    "150-2024-0305-001",
    "1381 2345 678",
    "统一社会信用代码91330100MA2A12345X",
    "GB/T 33358-2016",
    "浙政发〔2024〕15号",
    "浙A区12345",
    "京G12345次列车",
    "更新A12345版",
    "最新B12345",
    "苏B20240305",
    "皖ABCDEF",
    "@某某",
    "a@b",
    "user@host",
    "1@2.3",
    "12345热线",
    "96110",
    "7 个工作日，100元，3.5%",
    "192.168.100.200",
    "138****5678",
    "110101********1234",
    "",
  ])("%s", (text) => {
    expect(maskText(text)).toBe(text);
  });
});

describe("the fields of a caller", () => {
  it("keep the surname, the ends of numbers, the address to its town", () => {
    expect(maskName("张三")).toBe("张*");
    expect(maskName("张小三")).toBe("张**");
    expect(maskPhone("13812345678")).toBe("138****5678");
    expect(maskPhone("83214567")).toBe("83****67");
    expect(maskPhone("110")).toBe("***");
    expect(maskIdNumber("331023198506071230")).toBe("331023********1230");
    expect(maskIdNumber("331023850607123")).toBe("331023******123");
    expect(maskIdNumber("E12345678")).toBe("E1*****78");
    expect(maskAddress("浙江省台州市天台县赤城街道劳动路12号3单元")).toBe("浙江省台州市天台县赤城街道****");
    expect(maskAddress("宁波市镇海区招宝山街道胜利路3号")).toBe("宁波市镇海区招宝山街道****");
    expect(maskAddress("天台县平桥镇下坊村5号")).toBe("天台县平桥镇****");
    expect(maskAddress("天台县劳动路5号")).toBe("天台县****");
    expect(maskAddress("劳动路5号")).toBe("****");
    expect([maskName(""), maskPhone(""), maskIdNumber(""), maskAddress("")]).toEqual(["", "", "", ""]);
  });
});

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
const two = (from: number, to: number) => fc.integer({ min: from, max: to }).map((n) => String(n).padStart(2, "0"));

const mobile = fc
  .tuple(fc.integer({ min: 3, max: 9 }), digits(9))
  .map(([second, rest]) => `1${second}${rest}`)
  .chain((bare) =>
    fc.constantFrom(
      bare,
      `${bare.slice(0, 3)} ${bare.slice(3, 7)} ${bare.slice(7)}`,
      `${bare.slice(0, 3)}-${bare.slice(3, 7)}-${bare.slice(7)}`,
      `+86${bare}`,
      `+86 ${bare}`,
      wide(bare),
    ),
  );
const landline = fc
  .tuple(fc.constantFrom("010", "021", "0576", "0571", "0851"), fc.integer({ min: 3, max: 8 }), digits(7))
  .chain(([area, first, rest]) =>
    fc.constantFrom(`${area}-${first}${rest}`, `(${area})${first}${rest}`, `${area} ${first}${rest}`),
  );
const identityNumber = fc
  .tuple(
    fc.constantFrom("331023", "110101", "510107"),
    fc.integer({ min: 1930, max: 2007 }),
    two(1, 12),
    two(1, 28),
    digits(3),
  )
  .map((parts) => identity(parts.join("")));
const plate = fc
  .tuple(fc.constantFrom("浙A", "京B·", "粤C"), fc.constantFrom("12345", "A1234", "D12345", "98765F"))
  .map((parts) => parts.join(""));
const bankCard = digits(5).map((rest) => card(`6217009999${rest}`));
const mail = fc.stringMatching(/^[a-z]{2,10}$/).map((local) => `${local}@example.cn`);
const planted = fc.oneof(mobile, landline, identityNumber, plate, bankCard, mail);

/** Words as orders have them, that hold nothing of a person; each ends in a sign no number goes on behind. */
const filler = fc.constantFrom(
  "群众反映路灯不亮，",
  "工单编号DH20240305000123；",
  "2024年3月5日，",
  "2024-03-05 09:07:00，",
  "金额1234567.89元。",
  "坐标120.138123,30.159123。",
  "已过7个工作日，",
  "流水号202403051234567；",
  "第3次退单（原因：不属本单位）。",
  "联系人：",
  "。",
);

/** What is hidden of a planted one: some, never all, never at its ends. */
const hides = (masked: string, original: string): boolean => masked !== original && masked.length === original.length;

describe("laws of masking", () => {
  it("every planted one is hidden and nothing else changes", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(filler, planted), { maxLength: 6 }), filler, (parts, end) => {
        const text = `${parts.map(([before, one]) => `${before}${one}，`).join("")}${end}`;
        const masked = maskText(text);
        let at = 0;
        for (const [before, one] of parts) {
          expect(masked.slice(at, at + before.length)).toBe(before);
          at += before.length;
          expect(hides(masked.slice(at, at + one.length), one), `${one} in ${text}`).toBe(true);
          at += one.length + 1;
        }
        expect(masked.slice(at)).toBe(end);
      }),
      { numRuns: 2_000 },
    );
  });

  const day = fc.tuple(fc.integer({ min: 2016, max: 2030 }), two(1, 12), two(1, 28)).map((parts) => parts.join(""));
  const whole = (least: number, most: number) => fc.stringMatching(new RegExp(`^\\d{${least},${most}}$`));
  const nobodys = fc.oneof(
    // Numbers of orders: a date and a sequence; letters; a region and a date; a label.
    fc.tuple(day, whole(4, 10)).map((parts) => parts.join("")),
    fc
      .tuple(fc.constantFrom("GD", "DH", "YX", "TZRX", "NO", "ZJ"), fc.constantFrom("", "-"), whole(8, 16))
      .map((parts) => parts.join("")),
    fc.tuple(fc.constantFrom("331023", "440305", "620102"), day, digits(4)).map((parts) => parts.join("")),
    fc
      .tuple(fc.constantFrom("331023", "440305"), day, whole(3, 4))
      .map(([region, date, last]) => `${region}${date.slice(2)}${last}`),
    fc
      .tuple(fc.constantFrom("工单编号：", "流水号", "订单号 ", "单号为", "No."), whole(9, 17))
      .map((parts) => parts.join("")),
    // Amounts, coordinates, instants.
    fc.tuple(whole(9, 12), fc.constantFrom("元", "万元", "吨", ".50", ".5元", "%")).map((parts) => parts.join("")),
    fc.tuple(fc.constantFrom("¥", "￥"), whole(9, 12)).map((parts) => parts.join("")),
    fc.tuple(fc.constantFrom("120.", "30.", "-9."), whole(4, 15)).map((parts) => parts.join("")),
    fc.tuple(day, fc.constantFrom("", " "), two(0, 23), two(0, 59), two(0, 59)).map((parts) => parts.join("")),
    day.map((date) => `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)} 09:07:00`),
    whole(1, 9),
  );

  it("what is nobody's number stays as it is", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("", "反映", "，共", "见（"),
        nobodys,
        fc.constantFrom("", "。", "，第3次", "）"),
        (before, one, after) => {
          const text = `${before}${one}${after}`;
          expect(maskText(text)).toBe(text);
        },
      ),
      { numRuns: 10_000 },
    );
  });

  const soup = fc.oneof(
    fc
      .array(
        fc.oneof(
          { weight: 3, arbitrary: planted },
          {
            weight: 2,
            arbitrary: fc.constantFrom(
              " ",
              "-",
              "*",
              "****",
              ".",
              "/",
              "@",
              "86",
              "+86",
              "0576",
              "1234",
              "138",
              "400",
              "_",
              "X",
              "号",
            ),
          },
          { weight: 1, arbitrary: filler },
        ),
        { maxLength: 12 },
      )
      .map((parts) => parts.join("")),
    fc.string({ unit: fc.constantFrom(..."0123456789 -*@.xX浙A()+_138０".split("")), maxLength: 60 }),
  );

  it("masking twice is masking once, and the length stays", () => {
    fc.assert(
      fc.property(soup, (text) => {
        const masked = maskText(text);
        expect(masked).toHaveLength(text.length);
        expect(maskText(masked)).toBe(masked);
        expect([...text].every((character, at) => masked[at] === character || masked[at] === "*")).toBe(true);
      }),
      { numRuns: 6_000 },
    );
  });

  it("takes time in proportion to the length, on the worst of texts", () => {
    const worst = [
      "1",
      "1 ",
      "1-",
      "*1",
      "1*",
      "a@",
      "@",
      ".1",
      "浙A1",
      "0576-",
      "+86 ",
      "138 1234 ",
      "110101 19900101 ",
      "138**** ",
    ];
    const spent = (unit: string, length: number): number => {
      const text = unit.repeat(length / unit.length);
      const began = performance.now();
      maskText(text);
      return performance.now() - began;
    };
    for (const unit of worst) {
      const [short, long] = [spent(unit, 100_000), spent(unit, 1_000_000)];
      // Ten times the length: a square would be a hundred times.
      expect(long, unit).toBeLessThan(Math.max(4_000, short * 40));
    }
  });
});
