import { useTranslation } from "react-i18next";
import { Page } from "../../../components/Page";
import type { ImportSearch } from "../lib/search";
import { CheckStep } from "./CheckStep";
import { FilesStep } from "./FilesStep";
import { ImportUnderWay } from "./ImportUnderWay";
import { Steps } from "./Steps";

export interface ImportProps {
  readonly search: ImportSearch;
  readonly onSearch: (next: ImportSearch) => void;
}

/** Files in: chosen, checked, loaded, told about. Where one stands is in the address, so that a reload loses nothing. */
export function Import({ search, onSearch }: ImportProps) {
  const { t } = useTranslation();
  const uploads = search.upload ?? [];
  const go = (next: Partial<ImportSearch>) => onSearch({ upload: undefined, import: undefined, ...next });
  const step = search.import !== undefined ? "load" : uploads.length > 0 ? "check" : "files";
  return (
    <Page title={t("import.title")} bar={<Steps step={step} />}>
      {step === "files" && <FilesStep onAll={(upload) => go({ upload })} />}
      {step === "check" && (
        <CheckStep
          key={uploads.join(".")}
          uploads={uploads}
          onUploads={(upload) => go({ upload: upload.length > 0 ? [...upload] : undefined })}
          onStarted={(id) => go({ import: id })}
        />
      )}
      {search.import !== undefined && <ImportUnderWay key={search.import} id={search.import} onNext={() => go({})} />}
    </Page>
  );
}
