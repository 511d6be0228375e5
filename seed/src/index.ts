export { demoPresent } from "./clock";
export { type Demo, writeDemo, writeDemoPart, writeDemoRegistry } from "./demo";
export { type DemoPart, demoParts, MOST_ORDERS } from "./parts";
export { type DemoOptions, type SimulatedOrder, simulate } from "./simulate";
export { copyStories, STORIES, storyFiles } from "./stories";
