import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { IconButton } from "../../../components/IconButton";
import { BackIcon } from "../../../components/icons";
import { PaperView } from "../../../features/papers/components/PaperView";

const route = getRouteApi("/papers/$id");

export function PaperPage() {
  const { t } = useTranslation();
  const { id } = route.useParams();
  const navigate = useNavigate();
  return (
    <PaperView
      key={id}
      id={id}
      actions={
        <IconButton label={t("papers.back")} onClick={() => void navigate({ to: "/papers" })}>
          <BackIcon />
        </IconButton>
      }
    />
  );
}
