// The hall on the tablet: two tellers who call at once, a double tap, an hour without a line, and every part of the page in
// both languages and type sizes.
import { phone, Visitor } from "./browser.mjs";
import { Line } from "./line.mjs";
import { colleague, entries, signIn, until } from "./tablet.mjs";
import { measureTargets } from "./workplace.journey.mjs";

const outlet = "102221004264";
const manager = "SY-4264-manager";
const tablet = { width: 1180, height: 780 };
const queue = (who) => who.see(`queue?outlet=${outlet}`);

class Hall {
  constructor(visitor) {
    this.visitor = visitor;
    this.page = visitor.page;
  }
  button(name) {
    return this.page.getByRole("button", { name, exact: true });
  }
  async expect(what, holds) {
    await until(what, holds, 30).catch((no) =>
      this.visitor.finding(no.message),
    );
  }
  states = async () => (await entries(this.page)).map((e) => e.state);
}

async function atHall(browser, address) {
  const visitor = await Visitor.enter(browser, address, { size: tablet });
  await signIn(visitor.page.context(), address, manager);
  await visitor.page.goto(`${address}/outlet/hall`);
  await visitor.page.getByRole("heading", { name: "大厅在场" }).waitFor();
  return new Hall(visitor);
}

// The other teller's call arrives first; ours is refused by name, and the refusal can be put away.
async function callAtOnce(hall, teller) {
  const { page } = hall;
  await hall.button("办结").click();
  await hall.button("窗口 1 叫下一位").waitFor();
  const first = async (route) => {
    await teller.give("queue.call", { outlet, window: 1 });
    await route.continue();
  };
  await page.route("**/api/commands/queue.call", first, { times: 1 });
  await hall.button("窗口 1 叫下一位").click();
  await page.getByText("窗口还在办号").waitFor();
  await hall.visitor.check("a call refused");
  await hall.visitor.picture("hall-told");
  const { windows } = await queue(teller);
  await page
    .locator(".window .hall-number", { hasText: windows[0].ticket.slice(11) })
    .waitFor();
  await hall.button("知道了").click();
  await hall.button("知道了").waitFor({ state: "detached" });
  await hall.button("到场办理").click();
  await hall.button("办结").waitFor();
}

async function tapTwice(hall, teller) {
  const before = (await queue(teller)).lobby.inside;
  await hall.button("＋ 进 1 人").dblclick();
  const inside = async () => (await queue(teller)).lobby.inside;
  await hall.expect("one person in", async () => (await inside()) > before);
  await hall.page.waitForTimeout(500);
  if ((await inside()) !== before + 1)
    hall.visitor.finding(`a double tap counted ${(await inside()) - before}`);
}

// What has happened is taken; what the server decides waits for the line, and says so.
async function anHourOffline(hall, line, teller) {
  const { page, visitor } = hall;
  const before = await queue(teller);
  const count = (await entries(page)).length;
  await line.cut();
  await page.getByText("两台平板各叫各的会叫重").waitFor();
  await hall.button("办结").click(); // The customer at the window goes.
  for (const tap of ["＋ 进 1 人", "＋ 进 1 人", "－ 出 1 人"]) {
    await hall.button(tap).click();
    await page.waitForTimeout(700);
  }
  await hall.button("取号").click();
  if (await hall.button("取号：现金").isEnabled())
    visitor.finding("a ticket was offered without a line");
  await hall.button("叫号").click();
  await visitor.check("the hall offline");
  await visitor.picture("hall-offline");
  const shown = await page.locator(".lobby-figure strong").innerText();
  if (Number(shown) !== before.lobby.inside + 1)
    visitor.finding(`offline the lobby showed ${shown}`);
  await line.mend({ swallowing: 1 });
  await hall.expect("all of it recorded", async () => {
    const own = (await hall.states()).slice(count);
    return own.length === 4 && own.every((state) => state === "done");
  });
  const after = await queue(teller);
  if (after.lobby.inside !== before.lobby.inside + 1)
    visitor.finding(
      `inside ${after.lobby.inside}, not ${before.lobby.inside + 1}`,
    );
  if (after.figures.served !== before.figures.served + 1)
    visitor.finding("the customer at the window was not finished");
}

// A ticket on paper, and the isolation room with its clocks.
async function doorAndTicket(hall, teller) {
  const { page } = hall;
  await hall.button("取号").click();
  await hall.button("老人").click();
  await hall.button("取号：现金").click();
  await page.getByRole("heading", { name: "您的号" }).waitFor();
  await page.emulateMedia({ media: "print" });
  if (!(await page.locator(".paper-number").isVisible()))
    hall.visitor.finding("the paper ticket is not printed");
  await page.emulateMedia({ media: "screen" });
  await hall.visitor.picture("hall-ticket");
  await hall.button("门口").click();
  await page.getByRole("textbox", { name: "体温" }).fill("37.8");
  await hall.button("登记").click();
  await hall.button("门口疑似，送隔离室").first().click();
  await page.getByText("疑似 S1").first().waitFor();
  await hall.visitor.picture("hall-door");
  await hall.button("排除 S1").click();
  await hall.expect("nobody isolated", async () => {
    return (await queue(teller)).isolated.length === 0;
  });
}

// Held down, not tapped.
async function evacuate(hall, teller) {
  const hold = hall.page.getByRole("button", { name: /^按住/ });
  await hold.click();
  await hall.page.waitForTimeout(300);
  if ((await queue(teller)).evacuated)
    hall.visitor.finding("a tap evacuated the hall");
  await hold.hover();
  await hall.page.mouse.down();
  await hall.page.waitForTimeout(1800);
  await hall.page.mouse.up();
  await hall.expect("the hall evacuated", async () => {
    return (await queue(teller)).evacuated;
  });
  await hall.visitor.check("evacuated");
  await hall.button("恢复进人叫号").click();
}

async function allParts(browser, server, findings) {
  const words = {
    "zh-CN": ["叫号", "取号", "门口", "预约", "今日"],
    en: ["Calling", "Tickets", "Door", "Bookings", "Today"],
  };
  for (const language of ["zh-CN", "en"])
    for (const type of ["normal", "large"])
      for (const size of [tablet, phone]) {
        const visitor = await Visitor.enter(browser, server, {
          language,
          size,
        });
        const { page } = visitor;
        await page.addInitScript(
          (t) => localStorage.setItem("waystation.type", t),
          type,
        );
        await signIn(page.context(), server, manager);
        await page.goto(`${server}/outlet/hall`);
        for (const part of words[language]) {
          await page.getByRole("button", { name: part, exact: true }).click();
          await visitor.settled();
          await visitor.check(`hall ${part} ${type}`);
          await measureTargets(visitor, `hall ${part} ${type}`);
          if (type === "normal")
            await visitor.picture(
              `hall-${words.en[words[language].indexOf(part)]}`,
            );
        }
        findings.push(...visitor.findings);
        await page.context().close();
      }
}

export async function hall(browser, server) {
  const findings = [];
  const line = await Line.to(server);
  const teller = await colleague(browser, server, manager);
  for (let i = 0; i < 3; i++)
    await teller.give("queue.take", {
      outlet,
      service: "cash",
      priority: "ordinary",
      channel: "paper",
    });
  const own = await atHall(browser, line.address);
  await callAtOnce(own, teller);
  await tapTwice(own, teller);
  await anHourOffline(own, line, teller);
  await doorAndTicket(own, teller);
  await evacuate(own, teller);
  findings.push(...own.visitor.findings);
  await own.page.context().close();
  await line.cut();
  await allParts(browser, server, findings);
  await teller.close();
  return findings;
}
