let taken: string | null = null;

/** The token of a one-time link stands behind `#`, which no server and no log sees; it leaves the address bar at once. */
export function takeLinkToken(): string | null {
  const token = decodeURIComponent(window.location.hash.slice(1));
  if (token !== "") {
    taken = token;
    window.history.replaceState(window.history.state, "", window.location.pathname);
  }
  return taken;
}
