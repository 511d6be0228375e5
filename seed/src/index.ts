export { type Demo, type DemoOptions, writeDemo } from "./demo";
