import type { Upload } from "@tianyan/api";
import { useRef, useState } from "react";
import { sendFile } from "../../../lib/send-file";

export interface Sending {
  readonly key: number;
  readonly name: string;
  readonly size: number;
  readonly sent: number;
  readonly upload: Upload | null;
  readonly error: unknown;
}

let nextKey = 0;

const isAbort = (error: unknown): boolean => error instanceof DOMException && error.name === "AbortError";

/** Files on their way to the server, one after the other; `onAll` gets the ids once every one of them has arrived. */
export function useUploads(onAll: (ids: string[]) => void) {
  const [sendings, setSendings] = useState<readonly Sending[]>([]);
  const aborts = useRef(new Map<number, AbortController>());

  const change = (key: number, part: Partial<Sending>) =>
    setSendings((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one)));

  const send = async (files: readonly File[]) => {
    const begun = files.map((file) => ({ file, key: nextKey++ }));
    for (const { key } of begun) aborts.current.set(key, new AbortController());
    setSendings((all) => [
      ...all,
      ...begun.map(({ file, key }) => ({ key, name: file.name, size: file.size, sent: 0, upload: null, error: null })),
    ]);
    const arrived: string[] = [];
    for (const { file, key } of begun) {
      const signal = aborts.current.get(key)?.signal;
      if (!signal || signal.aborted) continue;
      try {
        const path = `/api/uploads?name=${encodeURIComponent(file.name)}`;
        const upload = await sendFile<Upload>(path, file, { signal, onProgress: (sent) => change(key, { sent }) });
        change(key, { upload, sent: file.size });
        arrived.push(upload.id);
      } catch (error) {
        if (!isAbort(error)) change(key, { error });
      }
    }
    const wanted = begun.filter(({ key }) => !aborts.current.get(key)?.signal.aborted).length;
    if (arrived.length > 0 && arrived.length === wanted) {
      setSendings([]);
      onAll(arrived);
    }
  };

  const remove = (key: number) => {
    aborts.current.get(key)?.abort();
    setSendings((all) => all.filter((one) => one.key !== key));
  };
  return { sendings, send: (files: readonly File[]) => void send(files), remove };
}
