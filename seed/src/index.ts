export { demoPresent } from "./clock";
export { type Demo, writeDemo } from "./demo";
export { type DemoOptions, type SimulatedOrder, simulate } from "./simulate";
export { STORIES, storyFiles } from "./stories";
