import { POST_TEXTS, type Post } from "@tianyan/api";
import { useLanguage } from "../i18n/use-language";

/** Posts in words; what is none stands for itself. */
export function usePostName(): (post: string) => string {
  const language = useLanguage();
  return (post) => (Object.hasOwn(POST_TEXTS, post) ? POST_TEXTS[post as Post][language] : post);
}
