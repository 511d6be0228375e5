import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { IconButton } from "../../../components/IconButton";
import { BackIcon } from "../../../components/icons";
import { CaseView } from "../../../features/cases/components/CaseView";
import { DraftButton } from "../../../features/papers/components/DraftButton";

const route = getRouteApi("/cases/$id");

export function CasePage() {
  const { t } = useTranslation();
  const { id } = route.useParams();
  const navigate = useNavigate();
  return (
    <CaseView
      key={id}
      id={id}
      actions={
        <>
          <DraftButton caseId={id} />
          <IconButton label={t("cases.back")} onClick={() => void navigate({ to: "/cases" })}>
            <BackIcon />
          </IconButton>
        </>
      }
    />
  );
}
