// Which host a page is made for: its data say so.
import { Cmi5 } from "./cmi5";
import { Alone, type Host } from "./host";
import { Scorm } from "./scorm";
import type { Page } from "./shelf";

/** Returns the host of a page. */
export function hostOf({ platform }: Page): Host {
  if (platform?.kind === "scorm") return new Scorm(platform.version ?? "1.2", platform.points);
  if (platform?.kind === "cmi5") return new Cmi5(platform.points);
  return new Alone();
}
