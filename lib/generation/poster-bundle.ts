import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const PROJECT = fileURLToPath(new URL("../..", import.meta.url));
const ENTRY = fileURLToPath(new URL("./poster-page.ts", import.meta.url));

/** The poster page's script, bundled in memory: a classic script that sets the global `posterPage`. */
export async function bundlePosterPage(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [ENTRY],
    absWorkingDir: PROJECT,
    bundle: true,
    write: false,
    minify: true,
    format: "iife",
    globalName: "posterPage",
    target: "es2022",
    logLevel: "silent",
  });
  const [file] = outputFiles;
  if (!file) throw new Error("esbuild made no file");
  return file.text;
}
