// Bundles the browser side. The output is committed, since the portal is built without Node; --check tells whether it is stale.
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = fileURLToPath(new URL(".", import.meta.url));
const bundles = [
  {
    out: join(here, "../NewsroomPortal/wwwroot/editor"),
    entryPoints: [
      { in: "editor/index.js", out: "editor" },
      { in: "editor/socket-worker.js", out: "socket-worker" },
      { in: "css/index.css", out: "editor" },
    ],
  },
  {
    out: join(here, "../NewsroomPortal.Tests/Benchmarks/page"),
    entryPoints: [{ in: "bench/baseline.js", out: "baseline" }],
  },
];

async function bundle(entryPoints, outdir) {
  const { metafile } = await build({
    absWorkingDir: here, entryPoints, outdir,
    bundle: true, minify: true, splitting: true, format: "esm", target: "es2022", charset: "utf8",
    chunkNames: "[name]", legalComments: "none", logLevel: "warning", metafile: true,
  });
  await writeFile(join(outdir, "licences.txt"), await licencesOf(inputsOf(metafile)));
}

/** What is in the bundles, without what was left out of them. */
function inputsOf({ outputs }) {
  return Object.values(outputs).flatMap(({ inputs }) => Object.keys(inputs).filter(path => inputs[path].bytesInOutput > 0));
}

/** The bundle carries other people's work, and so their notices. */
async function licencesOf(inputs) {
  const packages = inputs.map(path => /node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0]).filter(Boolean);
  const notices = [...new Set(packages)].sort().map(async folder => {
    const file = (await readdir(join(here, folder))).find(name => /^licen[cs]e/i.test(name));
    if (!file) throw new Error(`${folder} comes without a licence file.`);
    const text = (await readFile(join(here, folder, file), "utf8")).replace(/\r\n?/g, "\n").trim();
    return `${folder.slice("node_modules/".length)}\n\n${text}\n`;
  });
  return (await Promise.all(notices)).join(`\n${"-".repeat(72)}\n\n`);
}

async function staleFiles(fresh, committed) {
  const stale = [];
  for (const name of await readdir(fresh)) {
    const [made, kept] = await Promise.all([
      readFile(join(fresh, name)), readFile(join(committed, name)).catch(() => null),
    ]);
    if (kept === null || !made.equals(kept)) stale.push(join(committed, name));
  }
  return stale;
}

if (process.argv.includes("--check")) {
  const folder = await mkdtemp(join(tmpdir(), "newsroom-assets-"));
  const stale = [];
  for (const [index, { entryPoints, out }] of bundles.entries()) {
    const fresh = join(folder, String(index));
    await bundle(entryPoints, fresh);
    stale.push(...await staleFiles(fresh, out));
  }
  await rm(folder, { recursive: true });
  for (const file of stale) console.error(`${file} is not what the sources make. Run: npm run build`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  for (const { entryPoints, out } of bundles) await bundle(entryPoints, out);
}
