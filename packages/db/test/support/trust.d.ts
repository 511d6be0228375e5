/** How often a trust test repeats: `full` under `pnpm trust`, `small` in every other run. */
export declare const trustCount: (small: number, full: number) => number;
/** A figure of a line of docs/trust.md: printed, and kept for its table where `pnpm trust` asks for it. */
export declare function trustFigure(line: number, what: string, value: string | number): void;
/** A part of docs/trust.md that one row of its table cannot tell. */
export declare const trustSection: (title: string, text: string) => void;
