import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { DeliveryState, NewFollowerInput, WebhookFieldsInput } from "@tianyan/api";
import { api } from "../../../lib/api";

const WEBHOOKS = ["webhooks"] as const;
const FOLLOWERS = ["followers"] as const;
/** Messages go while somebody looks. */
const EVERY_MS = 10_000;

export const useWebhooks = () =>
  useQuery({ queryKey: WEBHOOKS, queryFn: ({ signal }) => api.webhooks({ signal }), refetchInterval: EVERY_MS });

export const useDeliveries = (state: DeliveryState | "") =>
  useQuery({
    queryKey: [...WEBHOOKS, "deliveries", state],
    queryFn: ({ signal }) => api.deliveries({ limit: 50, ...(state === "" ? {} : { state }) }, { signal }),
    refetchInterval: EVERY_MS,
    placeholderData: keepPreviousData,
  });

export const useFollowers = () =>
  useQuery({ queryKey: FOLLOWERS, queryFn: ({ signal }) => api.followers({ signal }), staleTime: 0 });

/** `act` and then everything of `key` anew. */
function useAct<G, T>(key: readonly string[], act: (given: G) => Promise<T>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: act, onSettled: () => client.invalidateQueries({ queryKey: key }), gcTime: 0 });
}

export const useAddWebhook = () => useAct(WEBHOOKS, (given: WebhookFieldsInput) => api.addWebhook(given));
export const useChangeWebhook = (id: string) =>
  useAct(WEBHOOKS, (given: WebhookFieldsInput) => api.changeWebhook(id, given));
export const useEndWebhook = () => useAct(WEBHOOKS, (id: string) => api.endWebhook(id));
export const useSendAgain = () => useAct(WEBHOOKS, (id: string) => api.sendAgain(id));
export const useAddFollower = () => useAct(FOLLOWERS, (given: NewFollowerInput) => api.addFollower(given));
export const useEndFollower = () => useAct(FOLLOWERS, (id: string) => api.endFollower(id));
