import { useMutation, useQuery } from "@tanstack/react-query";
import type { AnswerExplanationInput, ExplainInput, RetractExplanationInput } from "@tianyan/api";
import { api } from "../../../lib/api";
import type { OrderKey } from "../../../lib/order-key";
import { useTriageTouched } from "../../../lib/triage/decide";

/** All that was decided about the findings of an order, newest first. */
export const useDecisions = ({ source, orderId }: OrderKey, enabled: boolean) =>
  useQuery({
    queryKey: ["decisions", source, orderId],
    queryFn: ({ signal }) => api.decisions(source, orderId, {}, { signal }),
    enabled,
  });

/** What units said to the findings of an order. */
export const useExplanations = ({ source, orderId }: OrderKey) =>
  useQuery({
    queryKey: ["explanations", source, orderId],
    queryFn: ({ signal }) => api.explanations({ source, order_id: orderId }, { signal }),
  });

/** The cases that an order is in. */
export const useCasesOf = ({ source, orderId }: OrderKey, enabled: boolean) =>
  useQuery({
    queryKey: ["cases", "of", source, orderId],
    queryFn: ({ signal }) => api.cases({ source, order_id: orderId, limit: 20 }, { signal }),
    enabled,
  });

export function useExplain() {
  const touched = useTriageTouched();
  return useMutation({ mutationFn: (given: ExplainInput) => api.explain(given), onSuccess: touched });
}

export function useAnswer(id: string) {
  const touched = useTriageTouched();
  return useMutation({
    mutationFn: (given: AnswerExplanationInput) => api.answerExplanation(id, given),
    onSuccess: touched,
  });
}

export function useRetract(id: string) {
  const touched = useTriageTouched();
  return useMutation({
    mutationFn: (given: RetractExplanationInput) => api.retractExplanation(id, given),
    onSuccess: touched,
  });
}
