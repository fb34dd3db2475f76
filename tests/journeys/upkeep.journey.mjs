// A round is begun at the tablet, waited for and finished; supplies are sent by the city, and counted in with a shortage
// that the city then sees.
import { desk, phone, Visitor, wideTablet } from "./browser.mjs";
import { colleague, Hands, signIn, until } from "./tablet.mjs";

const outlet = "102221004264";
const neighbour = "102221004221";
const manager = "SY-4264-manager";
const afterContact = "2021-01-08T15:05:00+08:00";

async function look(visitor, name) {
  await visitor.settled();
  await visitor.check(name);
  await visitor.picture(name);
}

const recorded = (city, holds) => (what) =>
  until(what, async () => holds(await city.see(`rounds?outlet=${outlet}`)));

async function beginRound(visitor, city) {
  const { page } = visitor;
  const hands = new Hands(page);
  await hands.tab("消毒");
  await look(visitor, "upkeep-rounds");
  await page.getByRole("button", { name: /^开始消毒 \d+ 处$/ }).click();
  await page.getByRole("timer").waitFor();
  await recorded(
    city,
    (view) => view.open.length === 1,
  )("the round is begun in the log");
  if (await hands.button("完成").isEnabled())
    visitor.finding("the round could be finished before its contact time");
  const left = await page.getByRole("timer").innerText();
  if (!/^(29|30):\d\d$/.test(left)) visitor.finding(`the timer says ${left}`);
  await look(visitor, "upkeep-under-way");
}

async function finishRound(visitor, city) {
  const { page } = visitor;
  await page.goto(`${visitor.address}/outlet/disinfection`);
  await page.getByText("作用时间已满，可以完成").waitFor();
  await look(visitor, "upkeep-ready");
  await new Hands(page).button("完成").click();
  await recorded(
    city,
    (view) => view.open.length === 0 && view.untreated.length === 0,
  )("the round is finished in the log");
  const penAt = (view) =>
    view.treated.find((s) => s.touch_point === "pen")?.at ?? "";
  let before = "";
  await recorded(city, (view) => (before = penAt(view)) !== "")("the pen");
  await new Hands(page).button("擦拭一次").click();
  await recorded(city, (view) => penAt(view) > before)("the pads");
  await look(visitor, "upkeep-finished");
}

async function sendSupplies(city) {
  const item = "suit";
  await city.give("supply.receive", {
    outlet: neighbour,
    item,
    lot: "S-2021-09",
    quantity: 100,
    expires_on: "2021-02-01",
  });
  await city.give("supply.send", {
    from_outlet: neighbour,
    to_outlet: outlet,
    transfer: "T-0108-1",
    lines: [{ item, quantity: 10 }],
  });
}

async function acceptShort(visitor, city) {
  const { page } = visitor;
  const hands = new Hands(page);
  await hands.tab("物资");
  await hands.field("防护服 · S-2021-09").fill("8");
  await hands.field("缺 2，原因").fill("外包装破损");
  await look(visitor, "upkeep-supplies");
  await hands.button("点收").click();
  await until("the shortage is on the city's list", async () => {
    const { came_short } = await city.see("supplies?scope=SY");
    return came_short.length === 1 && came_short[0].reason === "外包装破损";
  });
  const { items } = await city.see("worklist?scope=SY");
  if (!items.some((item) => item.code === "transfer_short"))
    visitor.finding("the worklist does not say that a transfer came short");
}

// What the city sees of it, at a desk and on a phone; the sum opens on a click, and what the rules refuse is said.
async function inTheCity(browser, server, findings) {
  for (const language of ["zh-CN", "en"])
    for (const size of [desk, phone]) {
      const visitor = await Visitor.enter(browser, server, { language, size });
      const { page } = visitor;
      await visitor.start("SY-command");
      await visitor.visit("/supplies?scope=SY");
      await page.getByText("外包装破损").waitFor();
      await look(visitor, "supplies-city");
      await page
        .getByRole("button", {
          name: /(算式与办理|Sum and actions) · .*(防护服|Suits)/i,
        })
        .first()
        .click();
      await page.locator(".formula").waitFor();
      await look(visitor, "supplies-sum");
      findings.push(...visitor.findings);
      await page.context().close();
    }
}

async function refusedTransfer(browser, server, findings) {
  const visitor = await Visitor.enter(browser, server);
  const { page } = visitor;
  await visitor.start("SY-command");
  await visitor.visit(`/supplies?scope=SY&item=suit&search=${outlet}`);
  await page.getByRole("button", { name: /算式与办理/ }).click();
  await page.getByRole("button", { name: "调拨", exact: true }).click();
  await page.getByLabel("数量").fill("500");
  await page.getByRole("button", { name: "调拨", exact: true }).last().click();
  await page.locator(".refusal").waitFor();
  await look(visitor, "supplies-refused");
  findings.push(...visitor.findings);
  await page.context().close();
}

export async function upkeep(browser, address, server) {
  const findings = [];
  const visitor = await Visitor.enter(browser, address, { size: wideTablet });
  const { page } = visitor;
  await signIn(page.context(), address, manager);
  await page.goto(`${address}/outlet`);
  let city = await colleague(browser, address, "SY-command");
  await beginRound(visitor, city);
  await sendSupplies(city);
  await city.close();
  await server.jump(afterContact);
  await signIn(page.context(), address, manager);
  city = await colleague(browser, address, "SY-command");
  await finishRound(visitor, city);
  await acceptShort(visitor, city);
  await city.close();
  findings.push(...visitor.findings);
  await page.context().close();
  await inTheCity(browser, address, findings);
  await refusedTransfer(browser, address, findings);
  return findings;
}
