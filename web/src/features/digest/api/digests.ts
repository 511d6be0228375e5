import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { DigestSettingFields } from "@tianyan/api";
import { useEffect } from "react";
import { api } from "../../../lib/api";
import { DIGESTS } from "../../../lib/digests";

const SETTING = ["digest-setting"] as const;

/** The digest of a day, which is read by that. */
export function useDigest(date: string | undefined) {
  const client = useQueryClient();
  const answer = useQuery({
    queryKey: ["digest", date],
    queryFn: ({ signal }) => api.digest(date ?? "", { signal }),
    enabled: date !== undefined,
  });
  const unread = answer.data !== undefined && answer.data.seen_at === null;
  useEffect(() => {
    if (!unread || date === undefined) return;
    void api.seeDigest(date).then(() => client.invalidateQueries({ queryKey: DIGESTS }));
  }, [client, date, unread]);
  return answer;
}

export const useDigestSetting = (enabled: boolean) =>
  useQuery({ queryKey: SETTING, queryFn: ({ signal }) => api.digestSetting({ signal }), enabled });

export function useChangeDigestSetting() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (fields: DigestSettingFields) => api.changeDigestSetting(fields),
    onSuccess: (setting) => client.setQueryData(SETTING, setting),
  });
}
