import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { api } from "./api";

/** Ends the session here. The page is loaded anew, so that nothing that was read stays in the browser. */
export function useSignOut() {
  return useMutation({
    mutationFn: () => api.signOut(),
    onSuccess: () => window.location.replace("/sign-in"),
  });
}

/** Acts on in another of one's posts, from its desk. */
export function useSwitchPost() {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (appointment: string) => api.switchAppointment(appointment),
    onSuccess: async () => {
      client.clear();
      await navigate({ to: "/" });
    },
  });
}
