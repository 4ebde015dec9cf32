// Builds the studio's page: `npm ci --ignore-scripts`, then `npm run build`. The same sources make the same bytes,
// wherever the folder lies; what is built stands in the repository, so that nobody needs Node to write a scenario.
import { build } from "esbuild";
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));

await build({
  absWorkingDir: here,
  bundle: true,
  minify: true,
  charset: "utf8",
  target: ["es2020", "safari15"],
  format: "iife",
  legalComments: "none",
  preserveSymlinks: true,
  jsx: "automatic",
  jsxImportSource: "preact",
  external: ["/file/*"],
  entryPoints: { studio: "src/main.tsx" },
  outdir: "built",
});
copyFileSync(join(here, "studio.html"), join(here, "built", "studio.html"));

// The texts of the interface that the page tells: what stands in _("…") or N_("…"), for translators.
const sources = readdirSync(join(here, "src"))
  .filter((name) => /\.tsx?$/.test(name))
  .sort();
const texts = {};
for (const name of sources) {
  const code = readFileSync(join(here, "src", name), "utf8");
  for (const [, literal] of code.matchAll(/\bN?_\(\s*("(?:[^"\\\n]|\\.)*"(?:\s*\+\s*"(?:[^"\\\n]|\\.)*")*)\s*[,)]/g)) {
    const text = literal.match(/"(?:[^"\\\n]|\\.)*"/g).map((part) => JSON.parse(part)).join("");
    texts[text] ??= `page/src/${name}`;
  }
}
writeFileSync(join(here, "built", "texts.json"), JSON.stringify(texts, null, 1) + "\n");
