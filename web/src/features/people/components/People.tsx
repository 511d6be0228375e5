import { Button } from "@mantine/core";
import { ACCOUNT_STATES, POSTS } from "@tianyan/api";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Bones } from "../../../components/Bones";
import { FacetFilter } from "../../../components/FacetFilter";
import { FilterText } from "../../../components/FilterText";
import { Page } from "../../../components/Page";
import { EmptyState, ErrorState } from "../../../components/PageState";
import { useMay } from "../../../lib/use-meta";
import { usePostName } from "../../../lib/use-post-name";
import { useAccounts } from "../api/people";
import type { PeopleSearch } from "../lib/search";
import { AddPerson } from "./AddPerson";
import { OnePerson } from "./OnePerson";
import { PeopleTable } from "./PeopleTable";

export interface PeopleProps {
  readonly search: PeopleSearch;
  readonly onSearch: (next: PeopleSearch, replace?: boolean) => void;
}

/** Who may sign in, in which posts and scopes. */
export function People({ search, onSearch }: PeopleProps) {
  if (search.open !== undefined)
    return <OnePerson key={search.open} id={search.open} onClose={() => onSearch({ ...search, open: undefined })} />;
  return <Everybody search={search} onSearch={onSearch} />;
}

function Everybody({ search, onSearch }: PeopleProps) {
  const { t } = useTranslation();
  const postName = usePostName();
  const mayWrite = useMay("accounts.write");
  const [adding, setAdding] = useState(false);
  const { q, post, state } = search;
  const answer = useAccounts({ q, post, state });
  const accounts = answer.data?.accounts ?? [];
  const some = <T,>(list: readonly T[]) => (list.length > 0 ? [...list] : undefined);
  return (
    <Page
      title={t("people.title")}
      aside={answer.data && t("people.count", { n: accounts.length })}
      bar={
        <>
          <FilterText
            label={t("people.find")}
            value={q ?? ""}
            onChange={(words) => onSearch({ ...search, q: words === "" ? undefined : words }, true)}
          />
          <FacetFilter
            name="post"
            label={t("people.column.post")}
            options={POSTS.map((value) => ({ value, label: postName(value) }))}
            chosen={post ?? []}
            onChange={(chosen) => onSearch({ ...search, post: some(POSTS.filter((one) => chosen.includes(one))) })}
          />
          <FacetFilter
            name="state"
            label={t("filter.state")}
            options={ACCOUNT_STATES.map((value) => ({ value, label: t(`people.state.${value}`) }))}
            chosen={state ?? []}
            onChange={(chosen) =>
              onSearch({ ...search, state: some(ACCOUNT_STATES.filter((one) => chosen.includes(one))) })
            }
          />
          {mayWrite && (
            <Button size="compact-sm" onClick={() => setAdding(true)} data-testid="add-person">
              {t("people.add.title")}
            </Button>
          )}
        </>
      }
    >
      {answer.isError && <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.isPending && <Bones rows={10} />}
      {answer.data && accounts.length === 0 && <EmptyState title={t("people.none")}>{t("people.noneText")}</EmptyState>}
      {accounts.length > 0 && <PeopleTable accounts={accounts} />}
      {adding && <AddPerson onClose={() => setAdding(false)} />}
    </Page>
  );
}
