import type { RegisteredUnit } from "@tianyan/api";

/** What the form of a unit holds, whatever is done with it in the end. */
export interface UnitForm {
  readonly code: string;
  readonly name: string;
  readonly parent: string;
  readonly kind: string;
  readonly aliases: string;
  /** Of a provisional one: the unit it is another word for. */
  readonly of: string;
  readonly into: string;
  readonly from: string;
  readonly note: string;
}

/** Nothing is chosen beforehand of what somebody has to decide. */
export const formOf = (unit: RegisteredUnit | null): UnitForm => ({
  code: unit?.code ?? "",
  name: unit?.name ?? "",
  parent: unit?.parent ?? "",
  kind: unit?.kind ?? "",
  aliases: unit?.aliases.join("\n") ?? "",
  of: "",
  into: unit?.merger?.into ?? "",
  from: unit?.merger?.from ?? "",
  note: unit?.merger?.note ?? "",
});
