// The tablet is cut off for an hour and takes forty writes; meanwhile a colleague changes five of the same things. On
// return 35 are applied, 5 are listed with both versions, none is lost and none happens twice: also when the first
// answers are swallowed, and when the browser is killed twice on the way.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { lyingTablet, openProfile, Visitor } from "./browser.mjs";
import { Line } from "./line.mjs";
import {
  colleague,
  entries,
  firstHalf,
  Hands,
  meanwhile,
  secondHalf,
  signIn,
  stockAfter,
  until,
} from "./tablet.mjs";

const manager = "SY-4264-manager";
const outlet = "102221004264";
const page_of = (city) => city.see(`outlet?outlet=${outlet}`);

// The keys of all commands that left the tablet, however often.
function watchKeys(page, keys) {
  page.on("request", (request) => {
    const key = request.headers()["idempotency-key"];
    if (key) keys.push(key);
  });
}

const expect = (visitor, holds, what) => {
  if (!holds) visitor.finding(what);
};

// What must hold once everything has been sent.
async function weigh(visitor, city, before) {
  const all = await entries(visitor.page);
  const of = (state) => all.filter((e) => e.state === state);
  const [done, conflicts] = [of("done"), of("conflict")];
  expect(visitor, all.length === 40, `40 writes were made, ${all.length} kept`);
  expect(visitor, done.length === 35, `35 applied, not ${done.length}`);
  expect(
    visitor,
    conflicts.length === 5,
    `5 conflicts, not ${conflicts.length}`,
  );
  const seqs = done.map((e) => e.reply.seq);
  const inOrder = (list) =>
    list.every((seq, i) => i === 0 || list[i - 1] < seq);
  expect(visitor, new Set(seqs).size === 35, "a write has another's entry");
  for (const stream of new Set(done.map((e) => e.stream))) {
    const own = done.filter((e) => e.stream === stream).map((e) => e.reply.seq);
    expect(visitor, inOrder(own), `${stream} was written out of order`);
  }
  const after = await page_of(city);
  const grown = after.as_of_seq - before.as_of_seq;
  expect(visitor, grown === 40, `the log grew by ${grown}, not by 5 + 35`);
  const stock = Object.fromEntries(after.stock.map((l) => [l.item, l.stock]));
  for (const [item, left] of Object.entries(stockAfter))
    expect(
      visitor,
      stock[item] === left,
      `${item}: ${stock[item]} in the book`,
    );
  const dated = all.filter((e) => e.command.startsWith("supply."));
  const both = dated.every((e) => e.body.occurred_at === e.at);
  expect(visitor, both, "a late write does not say when it happened");
  expect(visitor, after.facts.state === "limited", `is ${after.facts.state}`);
}

async function showConflicts(visitor, name) {
  const { page } = visitor;
  await page.goto(`${visitor.address}/outlet/outbox`);
  await page.getByRole("article").first().waitFor();
  const cards = await page.getByRole("article").all();
  expect(visitor, cards.length === 5, `${cards.length} conflicts are shown`);
  for (const card of cards) {
    const sides = await card.locator("dd").allInnerTexts();
    const both =
      sides.length === 2 && sides.every((text) => text.trim() !== "");
    expect(visitor, both, `a conflict without both sides: ${sides}`);
  }
  await visitor.check(name);
  await visitor.picture(name);
}

// Mine again for two, mine dropped for three; each by two taps.
async function decide(visitor, city) {
  const { page } = visitor;
  const before = await page_of(city);
  const choose = async (card, choice, sure) => {
    const left = await page.getByRole("article").count();
    await card.getByRole("button", { name: choice }).click();
    await card.getByRole("button", { name: sure }).click();
    await until(
      "the list is shorter",
      async () => (await page.getByRole("article").count()) < left,
    );
  };
  const about = (text) => page.getByRole("article").filter({ hasText: text });
  await choose(about("领用防护服 5"), "在现状上再做一次", "再做一次");
  await choose(about("盘点消毒片"), "在现状上再做一次", "再做一次");
  for (const text of ["郭丽华", "消毒 12 处", "关自助银行"])
    await choose(about(text), "放弃我的", "确定放弃");
  await until("all is settled", async () =>
    (await entries(page)).every((e) => ["done", "dropped"].includes(e.state)),
  );
  const after = await page_of(city);
  const grown = after.as_of_seq - before.as_of_seq;
  expect(visitor, grown === 2, `after the decisions the log grew by ${grown}`);
  const stock = Object.fromEntries(after.stock.map((l) => [l.item, l.stock]));
  expect(visitor, stock.suit === 234, `suits: ${stock.suit}`);
  expect(visitor, stock.chlorine_tablet === 490, `${stock.chlorine_tablet}`);
}

// Nothing waits any more, and the last answer has been weighed.
const sent = (page) =>
  until("everything is sent", async () => {
    const all = await entries(page);
    return all.length === 40 && all.every((e) => e.state !== "waiting");
  });

export async function cutOff(browser, server) {
  const line = await Line.to(server);
  const city = await colleague(browser, server, "SY-command");
  const visitor = await Visitor.enter(browser, line.address, {
    size: lyingTablet,
  });
  const { page } = visitor;
  const keys = [];
  watchKeys(page, keys);
  await page.clock.install();
  await signIn(page.context(), server, manager);
  await page.goto(`${line.address}/outlet`);
  await page.getByRole("heading", { name: "接下来 30 分钟" }).waitFor();
  const before = await page_of(city);

  await line.cut();
  const hands = new Hands(page);
  await firstHalf(hands);
  await meanwhile(city);
  await secondHalf(hands);
  await hands.tab("待发");
  await page.getByText("离线 · 40 条待发").waitFor();
  await visitor.check("forty writes wait");
  await visitor.picture("workplace-offline-40");
  await page.clock.fastForward("01:00:00");
  await page.locator(".age[data-state=lost]").waitFor();
  await hands.tab("接下来");
  await visitor.picture("workplace-offline-hour");
  expect(
    visitor,
    keys.every((key) => key.length === 26),
    "a key is no ULID",
  );

  await line.mend({ swallowing: 3 });
  await page.clock.fastForward("00:40");
  await sent(page);
  expect(visitor, line.swallowed, "no answer was swallowed");
  expect(
    visitor,
    keys.length > 40,
    "the swallowed answers were not asked again",
  );
  expect(
    visitor,
    new Set(keys).size === 40,
    `${new Set(keys).size} keys for 40 writes`,
  );
  await weigh(visitor, city, before);
  await showConflicts(visitor, "workplace-conflicts");
  await decide(visitor, city);
  await visitor.picture("workplace-settled");
  await page.context().close();
  await city.close();
  await line.cut();
  return visitor.findings;
}

// The processes of one browser, known by the profile that it was started with.
function killBrowser(profile) {
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    let command = "";
    try {
      command = readFileSync(`/proc/${pid}/cmdline`, "utf8");
    } catch {
      continue; // It has ended meanwhile.
    }
    if (command.includes(`--user-data-dir=${profile}`))
      process.kill(Number(pid), "SIGKILL");
  }
}

export async function killed(browser, server) {
  const profile = mkdtempSync(join(tmpdir(), "waystation-tablet-"));
  const line = await Line.to(server);
  const city = await colleague(browser, server, "SY-command");
  const keys = [];
  const findings = [];
  const start = async () => {
    const context = await openProfile(profile, lyingTablet);
    const visitor = Visitor.at(await context.newPage(), line.address, "zh-CN");
    visitor.findings = findings;
    watchKeys(visitor.page, keys);
    return visitor;
  };
  const kill = async (visitor) => {
    const gone = new Promise((done) =>
      visitor.page.context().on("close", done),
    );
    killBrowser(profile);
    await gone;
  };

  let visitor = await start();
  await signIn(visitor.page.context(), server, manager);
  await visitor.page.goto(`${line.address}/outlet`);
  await visitor.page.getByRole("heading", { name: "接下来 30 分钟" }).waitFor();
  await visitor.page.evaluate(() =>
    navigator.serviceWorker.ready.then(() => 0),
  );
  const before = await page_of(city);
  await line.cut();
  let hands = new Hands(visitor.page);
  await firstHalf(hands);
  await kill(visitor); // In the moment after the last tap.

  visitor = await start();
  await visitor.page.goto(`${line.address}/outlet`);
  await visitor.page.getByText("离线 · 20 条待发").waitFor();
  await visitor.picture("workplace-restarted-offline");
  await meanwhile(city);
  hands = new Hands(visitor.page);
  hands.written = 20;
  await secondHalf(hands);
  await kill(visitor);

  await line.mend({ swallowing: 2 });
  visitor = await start();
  await signIn(visitor.page.context(), server, manager);
  await visitor.page.goto(`${line.address}/outlet`);
  await until(
    "some are sent",
    async () => (await page_of(city)).as_of_seq > before.as_of_seq + 15,
  );
  await kill(visitor); // In the middle of sending.

  visitor = await start();
  await visitor.page.goto(`${line.address}/outlet`);
  await visitor.page.getByRole("heading", { name: "网点工作台" }).waitFor();
  await visitor.page.getByText(`有 ${manager} 写的记录未发送`).waitFor();
  await visitor.picture("workplace-door-waiting");
  await visitor.page.getByRole("button", { name: "向工街支行负责人" }).click();
  await sent(visitor.page);
  expect(
    visitor,
    new Set(keys).size === 40,
    `${new Set(keys).size} keys for 40 writes`,
  );
  await weigh(visitor, city, before);
  await showConflicts(visitor, "workplace-conflicts-killed");
  await decide(visitor, city);
  await visitor.page.context().close();
  await city.close();
  await line.cut();
  rmSync(profile, { recursive: true, force: true });
  return findings;
}
