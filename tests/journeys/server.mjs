// The real program over a data folder of its own, with the example in it, at a moment of January 2021.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

export const root = resolve(import.meta.dirname, "../..");
export const program =
  process.env.WAYSTATION ?? join(root, "build/release/waystation");

// The decision to reopen was made on the sixth; everything in the example was known before noon.
export const decisionDay = {
  recorded: "2021-01-06T08:00:00+08:00",
  begins: "2021-01-06T14:00:00+08:00",
};
// The outlet opened on the eighth. The story is played up to that afternoon.
export const openDay = {
  played: "2021-01-08T14:30:00+08:00",
  begins: "2021-01-08T14:32:00+08:00",
};

// The other story: new notes lie in the teller's box of the sealed outlet.
export const cashDay = {
  example: "clean-cash",
  played: "2021-01-08T08:45:00+08:00",
  begins: "2021-01-08T09:00:00+08:00",
};

// Of the three weeks of cash: the emergency run has passed the gate and is about to reach the outlet.
export const vanDay = {
  example: "clean-cash",
  played: "2021-01-14T14:58:00+08:00",
  begins: "2021-01-14T15:00:00+08:00",
};

const folderOf = (moment) =>
  join(root, "examples", moment.example ?? "shenyang-2021");

const run = (...words) =>
  execFileSync(program, words, { stdio: ["ignore", "ignore", "inherit"] });

function fill(data, moment) {
  if (moment.played)
    return run(
      "story",
      folderOf(moment),
      "--data",
      data,
      "--until",
      moment.played,
    );
  run("init", data);
  run("import", "--data", data, folderOf(moment), "--at", moment.recorded);
}

function serve(data, begins, web, listen) {
  const words = [
    "serve",
    "--data",
    data,
    "--demo",
    "--clock",
    begins,
    "--web",
    web,
  ];
  return spawn(program, [...words, "--listen", listen], {
    stdio: ["ignore", "pipe", "inherit"],
  });
}

// The first line that the program prints is its address.
const addressOf = (server) =>
  new Promise((found, failed) => {
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

// A server on a folder that is there; `stop` waits for its end and may be asked twice.
export async function serveFolder(
  data,
  begins,
  web = join(root, "web/dist"),
  listen = "127.0.0.1:0",
) {
  const server = serve(data, begins, web, listen);
  const ended = new Promise((done) => server.on("exit", done));
  const address = await addressOf(server);
  const stop = async () => {
    server.kill("SIGTERM");
    await ended;
  };
  return { address, stop };
}

export async function startServer(moment, web) {
  const folder = mkdtempSync(join(tmpdir(), "waystation-journey-"));
  const data = join(folder, "data");
  fill(data, moment);
  let server = await serveFolder(data, moment.begins, web);
  const { address } = server;
  const stop = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  // The clock of the demonstration jumps: the program starts again at a later moment, on the same log.
  const jump = async (to) => {
    await server.stop();
    server = await serveFolder(data, to, web, new URL(address).host);
  };
  return { address, stop, jump };
}
