import { ApiError, type ErrorBody, isErrorCode } from "@tianyan/api";

export interface SendFileOptions {
  readonly method?: "POST" | "PUT";
  readonly signal?: AbortSignal;
  /** Bytes sent so far, from 0 to the size of the file. */
  readonly onProgress?: (sent: number) => void;
}

function failureOf(request: XMLHttpRequest): ApiError {
  try {
    const { error } = JSON.parse(request.responseText) as ErrorBody;
    if (isErrorCode(error.code))
      return new ApiError(error.code, { requestId: error.request_id, problems: error.problems ?? [] });
  } catch {
    // An answer that is not ours says nothing of use.
  }
  return new ApiError("server.failed");
}

/** Sends a file as it is; fetch cannot tell how far it is. Rejects as the client does: ApiError, or TypeError when nothing answers. */
export function sendFile<T>(path: string, file: Blob, options: SendFileOptions = {}): Promise<T> {
  const { method = "POST", signal, onProgress } = options;
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, path);
    request.setRequestHeader("accept", "application/json");
    request.setRequestHeader("content-type", "application/octet-stream");
    request.upload.onprogress = (event) => onProgress?.(event.loaded);
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve(JSON.parse(request.responseText) as T);
      else reject(failureOf(request));
    };
    request.onerror = () => reject(new TypeError("the server cannot be reached"));
    request.onabort = () => reject(new DOMException("aborted", "AbortError"));
    signal?.addEventListener("abort", () => request.abort(), { once: true });
    request.send(file);
  });
}
