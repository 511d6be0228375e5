export { Sources as SourcesPage } from "../../../features/sources/components/Sources";
