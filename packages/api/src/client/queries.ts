import type { Digest, DigestLine, DigestSetting, DigestSettingFields, Digests } from "../digests/digest";
import type { WatchMatches, WatchRule, WatchRuleFieldsInput, WatchRules } from "../queries/watch-rule";
import type { CallOptions, Calls } from "./calls";

const part = encodeURIComponent;

/** What one person watches for, and is told of each day. */
export const queryCalls = ({ get, act, drop }: Calls) => ({
  watchRules: (options?: CallOptions) => get<WatchRules>("/api/watch-rules", {}, options),
  addWatchRule: (given: WatchRuleFieldsInput, options?: CallOptions) =>
    act<WatchRule>("POST", "/api/watch-rules", given, {}, options),
  changeWatchRule: (id: string, given: WatchRuleFieldsInput, options?: CallOptions) =>
    act<WatchRule>("PUT", `/api/watch-rules/${part(id)}`, given, {}, options),
  removeWatchRule: (id: string, options?: CallOptions) => drop(`/api/watch-rules/${part(id)}`, options),
  watchMatches: (id: string, query: { cursor?: string; limit?: number } = {}, options?: CallOptions) =>
    get<WatchMatches>(`/api/watch-rules/${part(id)}/orders`, query, options),
  lookAtWatchMatches: (id: string, options?: CallOptions) =>
    act<WatchRule>("POST", `/api/watch-rules/${part(id)}/looks`, undefined, {}, options),

  digests: (options?: CallOptions) => get<Digests>("/api/digests", {}, options),
  digest: (date: string, options?: CallOptions) => get<Digest>(`/api/digests/${part(date)}`, {}, options),
  seeDigest: (date: string, options?: CallOptions) =>
    act<DigestLine>("POST", `/api/digests/${part(date)}/seen`, undefined, {}, options),
  digestSetting: (options?: CallOptions) => get<DigestSetting>("/api/digests/setting", {}, options),
  changeDigestSetting: (given: DigestSettingFields, options?: CallOptions) =>
    act<DigestSetting>("PUT", "/api/digests/setting", given, {}, options),
});
