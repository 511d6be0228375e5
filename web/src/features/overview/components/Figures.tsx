import { FunnelFigure } from "./FunnelFigure";
import type { FigureInput } from "./figure-props";
import styles from "./overview.module.css";
import { PassingFigure } from "./PassingFigure";
import { PlacesFigure } from "./PlacesFigure";
import { TrendFigure } from "./TrendFigure";

/** The four questions; in a chunk of their own, because charts weigh more than all the rest of the screen. */
export function Figures(input: FigureInput) {
  return (
    <>
      <TrendFigure {...input} />
      <div className={styles.pair}>
        <FunnelFigure {...input} />
        <PassingFigure {...input} />
      </div>
      <PlacesFigure {...input} />
    </>
  );
}
