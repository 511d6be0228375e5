import type { PaperKind } from "@tianyan/core";
import type { PaperTemplate, TemplateBlock } from "./template";

/** Who issues: the words in red, the signature, the office that prints. */
export interface Issuer {
  /** 中共阳谷县纪律检查委员会文件 is written with `name`; letters bear the name alone. */
  readonly name: string;
  /** 阳谷县纪委监委. */
  readonly shortName: string;
  /** 阳谷县纪委监委办公室. */
  readonly office: string;
}

const heading = (level: 1 | 2 | 3, text: string, more: Partial<TemplateBlock> = {}): TemplateBlock => ({
  type: "heading",
  level,
  text,
  ...more,
});
const paragraph = (text: string, more: Partial<TemplateBlock> = {}): TemplateBlock => ({
  type: "paragraph",
  text,
  ...more,
});

const COURSE: readonly TemplateBlock[] = [paragraph("{order.story}", { each: "order" })];
const PROBLEMS: readonly TemplateBlock[] = [heading(2, "{problem.name}。{problem.evidence}。", { each: "problem" })];
const MEASURES: readonly TemplateBlock[] = [
  heading(2, "{measure.unit}：{measure.problem}。{measure.measure}，于{measure.due}前完成。", { each: "measure" }),
];

/** The wording that comes with the product, as an official writes it; a commission changes it to its own. */
export function defaultTemplates(issuer: Issuer): Readonly<Record<PaperKind, PaperTemplate>> {
  const common = {
    form: "document",
    issuerMark: `${issuer.name}文件`,
    to: [],
    attachments: [],
    signature: issuer.shortName,
    copyTo: [],
    printedBy: issuer.office,
    note: "",
    naming: "addressee",
  } as const;
  return {
    supervision_order: {
      ...common,
      kind: "supervision_order",
      title: "关于{subject}的督办单",
      blocks: [
        paragraph("在热线工单日常监督中发现，{you}承办的群众诉求办理不到位。现将有关情况告知如下，请认真办理。"),
        heading(1, "基本情况"),
        ...COURSE,
        heading(1, "存在问题", { when: "problems" }),
        ...PROBLEMS,
        heading(1, "督办要求"),
        heading(2, "立即联系群众、到现场核实，依法依规办理诉求，并将结果答复群众。", { when: "orders.open" }),
        heading(2, "对已办结的诉求逐件回访，核实问题是否真正解决、群众是否认可。", { when: "orders.done" }),
        heading(2, "对照上述问题查明原因、厘清责任，逐项整改，防止同类问题再次发生。"),
        ...MEASURES,
        paragraph("请于{reply.by}前（{reply.days}内）将办理结果和整改情况书面报送我委，并附佐证材料。", {
          when: "reply.days",
        }),
      ],
    },
    work_reminder: {
      ...common,
      kind: "work_reminder",
      title: "关于{subject}的工作提示单",
      blocks: [
        paragraph("在热线工单日常监督中发现，有关群众诉求办理中存在需要引起重视的情况，现提示如下。"),
        heading(1, "有关情况"),
        ...COURSE,
        heading(1, "需要关注的问题", { when: "problems" }),
        ...PROBLEMS,
        heading(1, "工作提示"),
        heading(2, "严格落实首接负责制，职责不清、权属不明的，先行受理、会商办理，不得一退了之。"),
        heading(2, "及时联系群众、到现场核实，在规定期限内办结并如实答复。"),
        heading(2, "加强对承办环节的日常管理，对久拖不决的诉求逐件明确责任人和办结时间。"),
        ...MEASURES,
        paragraph("请于{reply.by}前（{reply.days}内）将采取的措施和办理进展报送我委。", { when: "reply.days" }),
      ],
    },
    supervision_letter: {
      ...common,
      kind: "supervision_letter",
      form: "letter",
      issuerMark: issuer.name,
      title: "关于督促办理{subject}的函",
      blocks: [
        ...COURSE,
        paragraph("经监督发现，办理中存在以下问题：", { when: "problems" }),
        ...PROBLEMS.map((block) => ({ ...block, level: 1 as const })),
        paragraph(
          "为切实维护群众利益，请{you}抓紧研究，明确牵头领导、责任科室和办结时间，尽快解决群众反映的问题，并举一反三，完善办理机制。",
        ),
        ...MEASURES.map(({ text, each }) => paragraph(text, each ? { each } : {})),
        paragraph("请于{reply.by}前（{reply.days}内）将办理情况函复我委。", { when: "reply.days" }),
        paragraph("特此函告。"),
      ],
    },
    proposal: {
      ...common,
      kind: "proposal",
      title: "关于{subject}的纪检监察建议书",
      blocks: [
        paragraph(
          "我委在监督检查{subject}时发现，有关单位在履行职责、制度建设等方面存在薄弱环节。根据《中国共产党纪律检查委员会工作条例》《中华人民共和国监察法》有关规定，现提出如下建议。",
        ),
        heading(1, "基本情况"),
        ...COURSE,
        heading(1, "发现的问题", { when: "problems" }),
        ...PROBLEMS,
        heading(1, "有关建议"),
        ...MEASURES,
        heading(
          2,
          "结合实际全面排查职责交叉、边界不清的事项，建立健全首接负责、协同办理制度，明确牵头单位和办理时限。",
        ),
        heading(2, "加强对制度执行情况的监督检查，对推诿扯皮、敷衍塞责的，依规依纪严肃处理。"),
        heading(1, "反馈要求", { when: "reply.days" }),
        paragraph(
          "对上述建议，无正当理由应当采纳。请于{reply.by}前（{reply.days}内）将采纳和落实情况书面反馈我委；如有异议，请在上述期限内书面说明理由。",
          {
            when: "reply.days",
          },
        ),
      ],
    },
    circular: {
      ...common,
      kind: "circular",
      naming: "units",
      title: "关于{units.named}履职不力问题的通报",
      to: ["各乡镇（街道）", "县直各单位"],
      blocks: [
        paragraph(
          "近期，我委在热线工单全程监督中发现，个别单位责任意识不强，对群众诉求推诿扯皮、敷衍应付，造成不良影响。为严肃工作纪律、推动作风转变，现将有关情况通报如下。",
        ),
        heading(1, "基本情况"),
        ...COURSE,
        heading(1, "存在问题", { when: "problems" }),
        ...PROBLEMS,
        heading(1, "处理情况", { when: "people.count" }),
        paragraph("目前，已依规依纪处理{people.count}。", { when: "people.count" }),
        heading(1, "工作要求"),
        heading(2, "压实首接责任"),
        paragraph(
          "首接单位对群众诉求负总责。职责不清、涉及多个单位的，由首接单位牵头会商、协同办理，不得以“不属于本单位职责”为由一退了之。",
        ),
        heading(2, "规范退单办理"),
        paragraph(
          "申请退单应当事先联系群众、到现场核实，依据充分、理由明确，并在规定时限内提出。热线中心要严格审核，准确派单，对有争议的诉求及时裁定承办单位。",
        ),
        heading(2, "健全长效机制"),
        paragraph(
          "各级各单位要引以为戒、举一反三，建立健全首接负责、协同办理、跟踪回访等制度。对不作为、慢作为、假作为的，依规依纪严肃追责问责。",
        ),
      ],
    },
  };
}
