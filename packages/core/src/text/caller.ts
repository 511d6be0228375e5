import { maskText } from "./mask";

const stars = (count: number): string => "*".repeat(Math.max(0, count));

/** 张**: the surname stays. */
export function maskName(name: string): string {
  const [first = "", ...rest] = [...name];
  return `${first}${stars(rest.length)}`;
}

/** 138****5678; of what is no number that anybody knows, the ends stay. */
export function maskPhone(phone: string): string {
  const masked = maskText(phone);
  if (masked !== phone || phone === "") return masked;
  const kept = Math.min(3, Math.floor(phone.length / 4));
  return `${phone.slice(0, kept)}${stars(phone.length - 2 * kept)}${phone.slice(phone.length - kept)}`;
}

/** 110101********1234; of anything else, the ends stay. */
export function maskIdNumber(id: string): string {
  if (id.length < 15) return maskPhone(id);
  const back = id.length === 15 ? 3 : 4;
  return `${id.slice(0, 6)}${stars(id.length - 6 - back)}${id.slice(-back)}`;
}

/** A town's word that is not the beginning of a county's name, as in 镇海区. */
const TOWN = /^[^路弄巷号幢栋室\d]{0,40}?(?:街道|苏木|镇(?![^镇乡路村]{0,2}[区市县])|乡(?![^镇乡路村]{0,2}[区市县]))/;
const COUNTY = /^[^路弄巷号幢栋室\d]{0,30}[县区市旗]/;

/** The address to its town, else to its county; what is nearer is hidden. */
export function maskAddress(address: string): string {
  if (address === "") return "";
  const kept = (TOWN.exec(address) ?? COUNTY.exec(address))?.[0] ?? "";
  return address.length > kept.length ? `${kept}****` : kept;
}
