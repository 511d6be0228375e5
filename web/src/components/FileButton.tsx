import { Button } from "@mantine/core";
import { useRef } from "react";

export interface FileButtonProps {
  readonly label: string;
  readonly busy: boolean;
  readonly testId: string;
  readonly onFile: (file: File) => void;
}

/** What is taken, as the browser's own dialog offers it; the server looks at the content. */
const TAKEN = ".pdf,.png,.jpg,.jpeg,.docx,.xlsx,.txt,.csv";

/** Chooses a file and hands it over. */
export function FileButton({ label, busy, testId, onFile }: FileButtonProps) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={field}
        type="file"
        hidden
        accept={TAKEN}
        data-testid={testId}
        aria-label={label}
        onChange={(event) => {
          const [chosen] = event.currentTarget.files ?? [];
          if (chosen) onFile(chosen);
          event.currentTarget.value = "";
        }}
      />
      <Button size="compact-sm" variant="default" loading={busy} onClick={() => field.current?.click()}>
        {label}
      </Button>
    </>
  );
}
