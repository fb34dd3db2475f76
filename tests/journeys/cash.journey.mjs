// Two people at two tablets do a day of cash, and the days until it is money again: paid in, bagged, sanitised, counted
// blind by two, put into the vault by two, held, refused an hour early, released, drawn and paid out.
import { phone, Visitor, wideTablet } from "./browser.mjs";
import { colleague, entries, Hands, signIn, until } from "./tablet.mjs";

const outlet = "102221004264";
const persona = (who) => `SY-4264-${who}`;
const house = async (city) => city.see(`cash-outlet?outlet=${outlet}`);

async function look(visitor, name) {
  await visitor.settled();
  await visitor.check(name);
  await visitor.picture(name);
}

// Somebody at a tablet of their own, on the page of cash.
async function atTablet(browser, address, who, options = {}) {
  const visitor = await Visitor.enter(browser, address, {
    size: wideTablet,
    ...options,
  });
  await signIn(visitor.page.context(), address, persona(who));
  await visitor.page.goto(`${address}/outlet/cash`);
  await visitor.page.locator(".till-sums").waitFor();
  return { visitor, page: visitor.page, hands: new Hands(visitor.page) };
}

async function leave(one, findings) {
  findings.push(...one.visitor.findings);
  await one.page.context().close();
}

const card = (page, name) => page.getByRole("region", { name, exact: true });

async function payIn({ page, hands, visitor }, city) {
  const counter = card(page, "收付与封包");
  await counter.getByLabel("100 元", { exact: true }).fill("40");
  await counter.getByLabel("50 元", { exact: true }).fill("6");
  const sum = await counter.locator(".notes-sum").innerText();
  if (!sum.includes("4,300")) visitor.finding(`the running sum says ${sum}`);
  await look(visitor, "cash-receive");
  await hands.button("登记收款").click();
  await until("it is in the drawer", async () =>
    (await house(city)).stages.some(
      (held) => held.place === "window" && held.amount === 430_000,
    ),
  );
  await hands.button("封包").first().click();
  await counter.getByLabel("封签号").fill("S-1");
  await counter.locator("form button[type=submit]").click();
  await until(
    "it is bagged",
    async () => (await house(city)).bags.length === 1,
  );
  return (await house(city)).bags[0].bag;
}

async function intoCabinet({ page, hands }, city, bag) {
  await card(page, "消毒柜").getByLabel(bag).check();
  await hands.button("进柜").click();
  await until("it is in the cabinet", async () =>
    (await house(city)).runs.some((run) => run.bags.includes(bag)),
  );
  // Too early: nothing has been sanitised yet, and the page says by how much.
  await hands.button("出柜").click();
  await page.getByText(/只消毒了 \d+ 分钟，至少要 90 分钟/).waitFor();
  await hands.button("知道了").click();
}

async function takeOut({ hands }, city) {
  await hands.button("出柜").click();
  await until("it is sanitised", async () =>
    (await house(city)).bags.some((bag) => bag.stage === "sanitised"),
  );
}

async function count({ page, hands, visitor }, turn) {
  const counts = card(page, "双人清点");
  if (turn === "复点")
    await counts.getByRole("button", { name: /复点/ }).first().click();
  const shown = await counts.innerText();
  if (shown.includes("4,300"))
    visitor.finding("whoever counts sees what the bag should hold");
  await counts.getByLabel("100 元", { exact: true }).fill("40");
  await counts.getByLabel("50 元", { exact: true }).fill("6");
  await look(visitor, `cash-count-${turn === "复点" ? 2 : 1}`);
  await hands.button(`登记${turn}`).click();
}

async function propose({ page, hands }, deed, bag) {
  const vault = card(page, "库房与交接");
  await vault.getByLabel("事项").selectOption({ label: deed });
  await vault.getByLabel(bag).check();
  await hands.button("提交").click();
}

async function confirm({ page, visitor }, name, confirmed) {
  await card(page, "待第二人确认").waitFor();
  await look(visitor, name);
  await page.getByRole("button", { name: "确认", exact: true }).click();
  await until(`${name} is confirmed`, confirmed);
}

const bagIs = (city, holds) => async () => {
  const { bags } = await house(city);
  return bags.length === 1 && holds(bags[0]);
};

async function firstMorning(browser, address, findings) {
  const city = await colleague(browser, address, "SY-command");
  const teller = await atTablet(browser, address, "teller");
  const bag = await payIn(teller, city);
  await intoCabinet(teller, city, bag);
  await leave(teller, findings);
  await city.close();
  return bag;
}

async function counted(browser, address, bag, findings) {
  const city = await colleague(browser, address, "SY-command");
  const teller = await atTablet(browser, address, "teller");
  const other = await atTablet(browser, address, "teller-2");
  await takeOut(teller, city);
  await count(teller, "初点");
  await until("the first count is in the log", async () =>
    (await entries(teller.page)).every((entry) => entry.state === "done"),
  );
  await card(other.page, "双人清点").getByLabel("封包号").waitFor();
  await count(other, "复点");
  await until(
    "two have counted it",
    bagIs(city, (row) => row.stage === "counted"),
  );
  await propose(teller, "入库", bag);
  await confirm(
    other,
    "cash-store",
    bagIs(city, (row) => row.place === "vault"),
  );
  await leave(teller, findings);
  await leave(other, findings);
  const [{ held_until }] = (await house(city)).bags;
  await city.close();
  return Date.parse(held_until);
}

// An hour early is early, and a page says so in words.
async function tooEarly(browser, address, bag, findings) {
  const manager = await atTablet(browser, address, "manager");
  await propose(manager, "放行", bag);
  await manager.page.getByText(/存放期未满/).waitFor();
  await look(manager.visitor, "cash-too-early");
  await leave(manager, findings);
}

// The manager puts the release forward on the staff's page; in English the page looks the same.
async function atTheDesk(browser, address, findings) {
  for (const language of ["en", "zh-CN"]) {
    const visitor = await Visitor.enter(browser, address, { language });
    const { page } = visitor;
    await visitor.start(persona("manager"));
    await visitor.visit(`/cash?outlet=${outlet}`);
    await page
      .getByRole("button", { name: /^(放行 1 包|Release 1 bags)$/ })
      .click();
    await page.getByRole("dialog").waitFor();
    await look(visitor, "cash-desk-release");
    if (language === "zh-CN") {
      await page
        .getByRole("dialog")
        .getByRole("button", { name: "提交" })
        .click();
      await page.getByRole("button", { name: "撤回" }).waitFor();
      await look(visitor, "cash-desk");
    }
    findings.push(...visitor.findings);
    await page.context().close();
  }
}

async function released(browser, address, bag, findings) {
  const city = await colleague(browser, address, "SY-command");
  const manager = await atTablet(browser, address, "manager");
  const supervisor = await atTablet(browser, address, "supervisor");
  await atTheDesk(browser, address, findings);
  await confirm(
    supervisor,
    "cash-release",
    bagIs(city, (row) => row.stage === "released"),
  );
  await card(manager.page, "库房与交接")
    .getByLabel("事项")
    .selectOption({ label: "出库" });
  await propose(manager, "出库", bag);
  await confirm(
    supervisor,
    "cash-draw",
    async () => (await house(city)).bags.length === 0,
  );
  await leave(manager, findings);
  await leave(supervisor, findings);
  await payOut(browser, address, city, findings);
  await city.close();
}

async function payOut(browser, address, city, findings) {
  const before = (await house(city)).held;
  const teller = await atTablet(browser, address, "teller");
  const counter = card(teller.page, "收付与封包");
  await counter.getByRole("button", { name: "付款", exact: true }).click();
  await counter.getByLabel("50 元", { exact: true }).fill("6");
  await teller.hands.button("登记付款").click();
  await until(
    "it is money again",
    async () => (await house(city)).held === before - 30_000,
  );
  await leave(teller, findings);
}

async function inEnglish(browser, address, findings) {
  for (const size of [wideTablet, phone]) {
    const one = await atTablet(browser, address, "manager", {
      language: "en",
      size,
    });
    await look(one.visitor, "cash-page");
    await leave(one, findings);
  }
}

export async function cash(browser, address, server) {
  const findings = [];
  const bag = await firstMorning(browser, address, findings);
  await server.jump("2021-01-08T10:45:00+08:00");
  const money = await counted(browser, address, bag, findings);
  await server.jump(new Date(money - 3_600_000).toISOString());
  await tooEarly(browser, address, bag, findings);
  await server.jump(new Date(money).toISOString());
  await released(browser, address, bag, findings);
  await inEnglish(browser, address, findings);
  return findings;
}
