// A bad day at an outlet, through the real server: whatever goes wrong is refused by name, and the day goes on.
// Ends with "N passed, N failed".
import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { program, root, serveFolder } from "./server.mjs";

const outlet = "102221004264";
const folder = mkdtempSync(join(tmpdir(), "waystation-bad-day-"));
const data = join(folder, "data");
let passed = 0;
let failed = 0;
let server;

function expect(what, holds, shown) {
  if (holds) passed++;
  else failed++;
  console.log(
    holds ? `ok    ${what}` : `FAIL  ${what}: ${JSON.stringify(shown)}`,
  );
}

const freshKey = () => randomBytes(16).toString("hex");

async function persona(account) {
  const answer = await fetch(`${server.address}/api/session`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ persona: account }),
  });
  return answer.headers.get("set-cookie").split(";")[0];
}

// One order by somebody; what the desk said, with the version of what it changed.
function giver(cookie) {
  return async (command, body, { key = freshKey(), ifMatch } = {}) => {
    const headers = {
      "Content-Type": "application/json",
      "Idempotency-Key": key,
      Cookie: cookie,
    };
    if (ifMatch) headers["If-Match"] = ifMatch;
    const answer = await fetch(`${server.address}/api/commands/${command}`, {
      method: "POST",
      headers,
      body: JSON.stringify({ outlet, ...body }),
    });
    return {
      status: answer.status,
      replayed: answer.headers.get("idempotent-replay") === "true",
      ...(await answer.json()),
    };
  };
}

async function refuses(what, code, answer) {
  const said = await answer;
  expect(`${what}: ${code}`, said.code === code && said.status >= 400, said);
  return said;
}
async function accepts(what, answer) {
  const said = await answer;
  expect(what, said.status === 200, said);
  return said;
}

async function wrongAndExpiredLots({ supervisor }) {
  const issue = (lot, item = "mask") =>
    supervisor("supply.issue", { item, quantity: 10, lot });
  await refuses(
    "a lot that is not on the shelf is not issued",
    "supply.lot-not-here",
    issue("M-2019-99"),
  );
  await refuses(
    "nor one that has expired",
    "supply.lot-expired",
    issue("A-2020-01", "alcohol"),
  );
  const round = (batch) =>
    supervisor("disinfection.begin", {
      round: `R-${batch}`,
      agent: "alcohol",
      batch,
      concentration: 75,
      touch_points: ["pen"],
      form: "liquid",
      agent_used: 10,
    });
  await refuses(
    "nobody disinfects with a batch that is not there",
    "disinfection.batch-unknown",
    round("A-1999"),
  );
  await refuses(
    "nor with an expired one",
    "disinfection.batch-expired",
    round("A-2020-01"),
  );
  await accepts(
    "a lot arrives that expires sooner",
    supervisor("supply.receive", {
      item: "mask",
      lot: "M-2020-12",
      quantity: 50,
      expires_on: "2021-02-28",
    }),
  );
  await refuses(
    "the lot that expires later is not issued before it",
    "supply.not-first-expiring",
    supervisor("supply.issue", { item: "mask", quantity: 1, lot: "M-2021-01" }),
  );
  await accepts(
    "the right lot is issued",
    supervisor("supply.issue", { item: "mask", quantity: 10 }),
  );
}

async function doubleTaps({ lobby, teller }) {
  const key = freshKey();
  const ticket = {
    service: "cash",
    priority: "ordinary",
    channel: "paper",
  };
  const first = await accepts(
    "a ticket is taken",
    lobby("queue.take", ticket, { key }),
  );
  const again = await accepts(
    "the same tap arrives twice",
    lobby("queue.take", ticket, { key }),
  );
  expect("and is one ticket", again.replayed && again.seq === first.seq, again);
  await refuses(
    "the same key for another order is refused",
    "desk.id-used-otherwise",
    lobby("queue.take", { ...ticket, service: "pension" }, { key }),
  );
  await accepts("it is called", teller("queue.call", { window: 1 }));
  await accepts("and served", teller("queue.serve", { window: 1 }));
  await refuses(
    "a second tap on serve is refused",
    "queue.serving-already",
    teller("queue.serve", { window: 1 }),
  );
  await accepts("and done", teller("queue.finish", { window: 1 }));
  await refuses(
    "a second tap on done is refused",
    "queue.window-idle",
    teller("queue.finish", { window: 1 }),
  );
}

// One waits, and two tellers call in the same moment: one of them gets the ticket, the other a reason.
async function twoTellers({ lobby, teller }) {
  const take = () =>
    lobby("queue.take", {
      service: "cash",
      priority: "ordinary",
      channel: "paper",
    });
  const oneOf = (what, code, answers) => {
    const good = answers.filter((a) => a.status === 200);
    const refused = answers.filter((a) => a.code === code);
    expect(
      `${what}: one gets it, the other ${code}`,
      good.length === 1 && refused.length === 1,
      answers,
    );
  };
  const bothCall = (windows, options) =>
    Promise.all(
      windows.map((window) => teller("queue.call", { window }, options?.())),
    );
  for (let round = 0; round < 5; round++) {
    await take();
    oneOf(
      "two windows call the one who waits",
      "queue.nobody-waiting",
      await bothCall([1, 2]),
    );
    for (const window of [1, 2]) {
      await teller("queue.serve", { window });
      await teller("queue.finish", { window });
    }
  }
  await take();
  const { version } = await take();
  oneOf(
    "two tablets call at the same window",
    "queue.window-busy",
    await bothCall([1, 1]),
  );
  await refuses(
    "who decided on an older picture is told so",
    "desk.version-changed",
    teller("queue.call", { window: 2 }, { ifMatch: `"${version}"` }),
  );
  await accepts("the other window calls", teller("queue.call", { window: 2 }));
  for (const window of [1, 2]) {
    await teller("queue.serve", { window });
    await teller("queue.finish", { window });
  }
}

async function yesterdaysTicket({ lobby }) {
  const ticket = "2021-01-11-A001";
  await refuses(
    "yesterday's ticket does not open the door",
    "queue.ticket-of-another-day",
    lobby("lobby.enter", { people: 1, by: "tap", ticket }),
  );
  await refuses(
    "nor does one that was never given",
    "queue.ticket-unknown",
    lobby("lobby.enter", { people: 1, by: "tap", ticket: "2021-01-12-A999" }),
  );
}

async function clocks({ lobby, supervisor }) {
  const issue = (occurred_at) =>
    supervisor("supply.issue", { item: "wipe", quantity: 1, occurred_at });
  await refuses(
    "a tablet whose clock is ahead",
    "late-entry.in-future",
    issue("2021-01-12T19:00:00+08:00"),
  );
  await refuses(
    "a tablet whose clock is a week behind",
    "late-entry.too-old",
    issue("2021-01-05T09:00:00+08:00"),
  );
  const take = { service: "cash", priority: "ordinary", channel: "paper" };
  const before = await accepts("a ticket is taken", lobby("queue.take", take));
  await server.stop();
  // The server's own clock jumps back by two hours. Its log's time does not.
  server = await serveFolder(data, "2021-01-12T07:10:00+08:00");
  const people = await crew();
  const after = await accepts(
    "after the jump the day goes on",
    people.lobby("queue.take", take),
  );
  expect(
    "no entry is older than the one before it",
    Date.parse(after.at) >= Date.parse(before.at),
    after,
  );
  await refuses(
    "what a tablet did by the right clock is still ahead of the server's",
    "late-entry.in-future",
    people.supervisor("supply.issue", {
      item: "wipe",
      quantity: 1,
      occurred_at: "2021-01-12T10:30:00+08:00",
    }),
  );
  return people;
}

// The counter has an end: who takes tickets without end gets no more, and next door nobody notices.
async function ticketsWithoutEnd({ lobby, province }) {
  await accepts(
    "a day is limited to twelve tickets",
    province("policy.change", {
      key: "tickets_most_per_day",
      from: "2021-01-12",
      value: { value: 12, grade: "G", source: "演练" },
    }),
  );
  let answer;
  for (let i = 0; i < 13; i++)
    answer = await lobby("queue.take", {
      service: "pension",
      priority: "ordinary",
      channel: "phone",
    });
  await refuses("the day is full", "queue.day-full", answer);
}

async function crew() {
  const of = async (account) => giver(await persona(account));
  return {
    lobby: await of("SY-4264-lobby"),
    teller: await of("SY-4264-teller"),
    supervisor: await of("SY-4264-supervisor"),
    province: await of("LN-command"),
  };
}

async function badDay() {
  const played = "2021-01-12T09:04:00+08:00";
  execFileSync(
    program,
    [
      "story",
      join(root, "examples/outlet-day"),
      "--data",
      data,
      "--until",
      played,
    ],
    { stdio: ["ignore", "ignore", "inherit"] },
  );
  server = await serveFolder(data, "2021-01-12T09:10:00+08:00");
  let people = await crew();
  await accepts(
    "the one who was carried over is served first",
    people.teller("queue.call", { window: 1 }),
  );
  await people.teller("queue.serve", { window: 1 });
  await people.teller("queue.finish", { window: 1 });
  await wrongAndExpiredLots(people);
  await doubleTaps(people);
  await twoTellers(people);
  await yesterdaysTicket(people);
  people = await clocks(people);
  await ticketsWithoutEnd(people);
  await server.stop();
  const order = [
    "city.add",
    "--json",
    '{"city":"DL","title":"大连","time_zone":"Asia/Shanghai"}',
  ];
  const early = ["--at", "2021-01-12T08:00:00+08:00"];
  let said = "";
  try {
    execFileSync(program, ["do", "--data", data, ...order, ...early], {
      stdio: "pipe",
    });
  } catch (refused) {
    said = String(refused.stderr);
  }
  expect(
    "nothing is entered before the last entry",
    said.includes("desk.time-backwards"),
    said,
  );
  const verified = JSON.parse(
    execFileSync(program, ["verify", "--data", data, "--deep", "--json"]),
  );
  expect("the log of the bad day is whole", verified.ok, verified);
}

try {
  await badDay();
} catch (broken) {
  expect("the bad day goes to its end", false, String(broken.stack));
} finally {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
