// Builds the player: `npm ci --ignore-scripts`, then `npm run build`. The same sources make the same bytes, wherever the
// folder lies; what is built stands in the repository, so that nobody needs Node to play, to export or to test the rest.
import { build } from "esbuild";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));

const shared = {
  absWorkingDir: here,
  bundle: true,
  minify: true,
  charset: "utf8",
  target: ["es2020", "safari15"],
  format: "iife",
  legalComments: "none",
};
await build({ ...shared, entryPoints: ["src/main.ts"], outfile: "built/player.js", globalName: "EqualFooting" });
await build({ ...shared, entryPoints: ["src/platforms.ts"], outfile: "built/platforms.js", globalName: "EqualFooting" });
await build({ ...shared, entryPoints: ["src/studio.ts"], outfile: "built/studio.js", globalName: "EqualFooting" });
for (const name of ["loader", "site", "offline"])
  await build({ ...shared, entryPoints: [`src/${name}.ts`], outfile: `built/${name}.js` });
await build({ ...shared, entryPoints: ["first.css", "style.css"], outdir: "built" });

// The texts of the interface that the player tells: what stands in _("…") or N_("…"), for translators and for packing.
const sources = readdirSync(join(here, "src"), { recursive: true })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => name.replaceAll("\\", "/"))
  .sort();
const texts = {};
for (const name of sources) {
  const code = readFileSync(join(here, "src", name), "utf8");
  for (const [, literal] of code.matchAll(/\bN?_\(\s*("(?:[^"\\\n]|\\.)*"(?:\s*\+\s*"(?:[^"\\\n]|\\.)*")*)\s*[,)]/g)) {
    const text = literal.match(/"(?:[^"\\\n]|\\.)*"/g).map((part) => JSON.parse(part)).join("");
    texts[text] ??= `player/src/${name}`;
  }
}
writeFileSync(join(here, "built", "texts.json"), JSON.stringify(texts, null, 1) + "\n");
