// The hall display: calls appear and are said once each; the line is cut and comes back; an evacuation fills the screen;
// and the account of a display sees nothing else.
import { Visitor } from "./browser.mjs";
import { Line } from "./line.mjs";
import { colleague, signIn } from "./tablet.mjs";

const outlet = "102221004264";
const account = "SY-4264-hall";
const lying = { width: 1920, height: 1080 };
const standing = { width: 1080, height: 1920 };

// A machine that can speak, and notes down what it says.
function listen(page) {
  return page.addInitScript(() => {
    globalThis.said = [];
    globalThis.SpeechSynthesisUtterance = class extends EventTarget {
      constructor(text) {
        super();
        this.text = text;
      }
    };
    const speech = {
      getVoices: () => [{ lang: "zh-CN" }, { lang: "en-GB" }],
      cancel: () => {},
      speak: (utterance) => {
        globalThis.said.push(utterance.text);
        setTimeout(() => utterance.dispatchEvent(new Event("end")), 10);
      },
    };
    Object.defineProperty(globalThis, "speechSynthesis", { value: speech });
  });
}

async function open(browser, address, size, language) {
  const visitor = await Visitor.enter(browser, address, { size, language });
  await listen(visitor.page);
  await visitor.page.goto(`${address}/screen`);
  await visitor.page.locator("form").waitFor();
  await visitor.check("the display's door");
  await visitor.picture("screen-door");
  await signIn(visitor.page.context(), address, account);
  await visitor.page.goto(`${address}/screen`);
  await visitor.page.locator(".parts").waitFor();
  return visitor;
}

// Nothing but the queue of its own outlet.
async function seesNothingElse(visitor) {
  const paths = [
    "views/people",
    "views/board",
    `views/outlet?outlet=${outlet}`,
    "views/queue?outlet=102221004028",
    "export/people.csv",
  ];
  for (const path of paths) {
    const { status } = await visitor.page.evaluate(async (p) => {
      const answer = await fetch(`/api/${p}`);
      return { status: answer.status };
    }, path);
    if (![403, 404].includes(status))
      visitor.finding(`a display may read ${path}: ${status}`);
  }
}

async function callsAppear(visitor, crew) {
  const { page } = visitor;
  await crew.give("queue.finish", { outlet, window: 1 });
  await crew.give("queue.call", { outlet, window: 1 });
  await page.locator("li[data-called]").waitFor();
  await crew.give("queue.recall", { outlet, window: 1 });
  await page.getByText("第 2 次叫号").waitFor();
  await page.waitForTimeout(3000);
  const said = await page.evaluate(() => globalThis.said);
  if (said.length !== 2 || !said.every((s) => /^请 A 0 1 5 号/.test(s)))
    visitor.finding(`two calls were said as ${JSON.stringify(said)}`);
  await crew.give("lobby.enter", { outlet, people: 4, by: "sensor" });
  await page.getByText("还可进 1 人").waitFor();
  await visitor.check("the display");
  await visitor.picture("screen");
  await page.keyboard.press("m");
  await page.getByRole("button", { name: "静音（M）" }).waitFor();
}

async function cutAndBack(visitor, line) {
  const { page } = visitor;
  await line.cut();
  await page.getByText("信号中断").waitFor({ timeout: 40_000 });
  await page.getByText(/以下是 14:3\d 的情况/).waitFor();
  await page.locator("li[data-called]").waitFor(); // The last known stays.
  await visitor.check("the display cut off");
  await visitor.picture("screen-cut");
  await line.mend();
  await page.getByText("信号中断").waitFor({ state: "detached" });
}

async function endings(visitor, crew) {
  const { page } = visitor;
  await crew.give("lobby.evacuate", { outlet, reason: "火警" });
  await page.getByText("请立即离开").waitFor();
  await visitor.check("the evacuation");
  await visitor.picture("screen-evacuated");
  await crew.give("lobby.reopen", { outlet });
  await page.locator(".parts").waitFor();
  await crew.give("outlet.close", {
    outlet,
    customers_served: 47,
    reason: "提前打烊",
  });
  await page.getByText("今天的叫号已结束").waitFor();
  await visitor.check("the display closed");
  await visitor.picture("screen-closed");
}

export async function display(browser, server) {
  const line = await Line.to(server);
  const crew = await colleague(browser, server, "SY-4264-manager");
  const province = await colleague(browser, server, "LN-command");
  await province.give("account.create", {
    account,
    title: "向工街支行厅堂屏幕",
    role: "hall_display",
    scope: `SY/${outlet}`,
  });
  const wide = await open(browser, line.address, lying, "zh-CN");
  const tall = await open(browser, server, standing, "zh-CN");
  const english = await open(browser, server, lying, "en");
  await seesNothingElse(wide);
  await callsAppear(wide, crew);
  for (const other of [tall, english]) {
    await other.page.locator("li[data-called]").waitFor();
    await other.check("the display");
    await other.picture("screen");
  }
  await cutAndBack(wide, line);
  await endings(wide, crew);
  const findings = [wide, tall, english].flatMap((v) => v.findings);
  for (const { page } of [wide, tall, english]) await page.context().close();
  await line.cut();
  return findings;
}
