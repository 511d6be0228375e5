import { Link } from "@tanstack/react-router";
import type { Account } from "@tianyan/api";
import { useTranslation } from "react-i18next";
import table from "../../../components/table.module.css";
import { formatInstant, instantOrNull } from "../../../lib/time";
import { usePostName } from "../../../lib/use-post-name";
import { AccountState } from "./AccountState";
import styles from "./people.module.css";

export function PeopleTable({ accounts }: { readonly accounts: readonly Account[] }) {
  const { t } = useTranslation();
  const postName = usePostName();
  return (
    <table className={table.table} data-testid="people">
      <thead>
        <tr>
          <th scope="col">{t("people.column.person")}</th>
          <th scope="col">{t("people.column.posts")}</th>
          <th scope="col" className={table.wide}>
            {t("people.column.unit")}
          </th>
          <th scope="col">{t("filter.state")}</th>
          <th scope="col" className={table.wide}>
            {t("people.column.factor")}
          </th>
          <th scope="col" className={table.wide}>
            {t("people.column.signedIn")}
          </th>
          <th scope="col" className={`${table.wide} ${table.figure}`}>
            {t("people.column.sessions")}
          </th>
        </tr>
      </thead>
      <tbody>
        {accounts.map((one) => {
          const signedIn = instantOrNull(one.last_signed_in_at);
          const posts = one.appointments.filter(({ in_force }) => in_force).map(({ post }) => postName(post));
          return (
            <tr key={one.id}>
              <td>
                <Link to="/people" search={(before) => ({ ...before, open: one.id })} className={styles.name}>
                  {one.name}
                </Link>{" "}
                <small className={table.quiet}>{one.login}</small>
              </td>
              <td>{posts.length === 0 ? t("people.noPost") : posts.join(t("list.comma"))}</td>
              <td className={table.wide}>{one.unit?.name ?? "–"}</td>
              <td className={table.fixed}>
                <AccountState account={one} />
              </td>
              <td className={`${table.wide} ${table.fixed}`}>
                {t(
                  one.factor.enrolled
                    ? "people.factor.enrolled"
                    : one.factor.required
                      ? "people.factor.missing"
                      : "people.factor.none",
                )}
              </td>
              <td className={`${table.wide} ${table.fixed}`}>{signedIn === null ? "–" : formatInstant(signedIn)}</td>
              <td className={`${table.wide} ${table.figure}`}>{one.sessions}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
