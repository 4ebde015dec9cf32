// Holds a manifest against every schema in a folder: `node manifest.mjs PACKAGE FOLDER MANIFEST.xml`. Prints what is wrong,
// and nothing where all is well. PACKAGE is the folder of `xmllint-wasm` (libxml2's own checker).
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const [checker, folder, manifest] = process.argv.slice(2);
const { validateXML } = createRequire(import.meta.url)(checker);
const schemas = readdirSync(folder)
  .filter((name) => name.endsWith(".xsd") && !/xml\.xsd$|^imsmd/.test(name)) // no manifest of ours holds metadata
  .map((fileName) => ({ fileName, contents: readFileSync(join(folder, fileName), "utf8") }));
const xml = readdirSync(folder)
  .filter((name) => /xml\.xsd$/.test(name))
  .map((fileName) => ({ fileName, contents: readFileSync(join(folder, fileName), "utf8") }));
const imports = new Map(
  schemas.map(({ fileName, contents }) => [/targetNamespace\s*=\s*"([^"]+)"/.exec(contents)?.[1], fileName]).reverse(),
);
const all = [...imports].map(([space, name]) => `<xs:import namespace="${space}" schemaLocation="${name}"/>`).join("");
const found = await validateXML({
  xml: [{ fileName: "manifest.xml", contents: readFileSync(manifest, "utf8") }],
  schema: [{ fileName: "all.xsd", contents: `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${all}</xs:schema>` }],
  preload: [...schemas, ...xml],
});
if (!found.valid) process.stdout.write(found.rawOutput);
