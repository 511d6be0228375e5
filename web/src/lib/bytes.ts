const UNITS = ["B", "KB", "MB", "GB"] as const;

/** `3.4 MB`. */
export function bytes(size: number): string {
  const step = size < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log2(size) / 10));
  const figure = size / 1024 ** step;
  return `${step === 0 || figure >= 100 ? Math.round(figure) : figure.toFixed(1)} ${UNITS[step]}`;
}
