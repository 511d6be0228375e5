import type { AddedMachineKey, MachineKey, MachineKeys, NewMachineKeyInput } from "../keys/keys";
import type { CallOptions, Calls } from "./calls";

/** Keys under which machines deliver rows. */
export const machineKeyCalls = ({ get, act }: Calls) => ({
  keys: (options?: CallOptions) => get<MachineKeys>("/api/keys", {}, options),
  addKey: (given: NewMachineKeyInput, options?: CallOptions) =>
    act<AddedMachineKey>("POST", "/api/keys", given, {}, options),
  endKey: (id: string, options?: CallOptions) =>
    act<MachineKey>("DELETE", `/api/keys/${encodeURIComponent(id)}`, undefined, {}, options),
});
