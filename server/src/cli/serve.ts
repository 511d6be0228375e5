import { EXIT, type RunCommand } from "./command";

export const run: RunCommand = async () => EXIT.done;
