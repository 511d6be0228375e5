import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, test } from "vitest";
import { trustCount } from "../../packages/db/test/support/trust";
import { type Cluster, createCluster } from "./support/kill/cluster";
import { writeKillFiles } from "./support/kill/files";
import { FEW, KINDS, MANY } from "./support/kill/plan";
import { type Outcome, playPoint } from "./support/kill/points";
import { report } from "./support/kill/report";
import { type Scene, setScene } from "./support/kill/scene";

const ORDERS = trustCount(300, 800);
const POINTS = trustCount(0, 1) === 1 ? MANY : FEW;
/** Of a point; on a machine with nothing else to do it takes four seconds. */
const PATIENCE_MS = 240_000;

let folder: string;
let cluster: Cluster;
let scene: Scene;
const outcomes: Outcome[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tianyan-kill-files-"));
  cluster = await createCluster();
  scene = await setScene(cluster, await writeKillFiles(folder, ORDERS), folder);
}, PATIENCE_MS);

afterAll(async () => {
  await cluster?.remove();
  await rm(folder, { recursive: true, force: true });
  if (outcomes.length === POINTS.length) report(outcomes, scene);
});

function tell({ point, place, stage, left, told, milliseconds }: Outcome): void {
  const where =
    place === null ? "it had ended" : `${stage}, ${point.arrives ? "after" : "before"}: ${place.slice(0, 60)}`;
  const seconds = (milliseconds / 1000).toFixed(1);
  process.stdout.write(
    `${outcomes.length}/${POINTS.length} ${KINDS[point.kind]} | ${where} | ${left} | ${told} | ${seconds} s\n`,
  );
}

test.each(POINTS.map((point, index) => [index + 1, point.kind, point.at, point] as const))(
  "point %i: %s killed at %s leaves nothing half done; again, everything is whole",
  { timeout: PATIENCE_MS },
  async (number, _kind, _at, point) => {
    const outcome = await playPoint(cluster, scene, point, `point_${number}`);
    outcomes.push(outcome);
    tell(outcome);
  },
);
