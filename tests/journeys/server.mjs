// The real program over a data folder of its own, with the example in it, at a moment of January 2021.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

export const root = resolve(import.meta.dirname, "../..");
const program =
  process.env.WAYSTATION ?? join(root, "build/release/waystation");

// The decision to reopen was made on the sixth; everything in the example was known before noon.
export const recorded = "2021-01-06T08:00:00+08:00";
export const begins = "2021-01-06T14:00:00+08:00";

export async function startServer() {
  const folder = mkdtempSync(join(tmpdir(), "waystation-journey-"));
  const data = join(folder, "data");
  const quiet = { stdio: ["ignore", "ignore", "inherit"] };
  execFileSync(program, ["init", data], quiet);
  const example = join(root, "examples/shenyang-2021");
  execFileSync(
    program,
    ["import", "--data", data, example, "--at", recorded],
    quiet,
  );
  const server = spawn(
    program,
    [
      "serve",
      "--data",
      data,
      "--demo",
      "--clock",
      begins,
      "--listen",
      "127.0.0.1:0",
    ].concat(["--web", join(root, "web/dist")]),
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  const address = await new Promise((found, failed) => {
    let said = "";
    server.stdout.on("data", (bytes) => {
      said += bytes;
      const line = said.match(/http:\/\/\S+/);
      if (line) found(line[0]);
    });
    server.on("exit", (code) =>
      failed(new Error(`the server ended at once, code ${code}`)),
    );
  });
  const stop = async () => {
    const ended = new Promise((done) => server.on("exit", done));
    server.kill("SIGTERM");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  return { address, stop };
}
