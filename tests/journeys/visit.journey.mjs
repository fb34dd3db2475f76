// What somebody does at home, in a browser that runs no script: take a number, see it, give it back; book a time
// and cancel it. Every page on the way is checked, in both languages and both type sizes.
import { gzipSync } from "node:zlib";
import { keepsPictures, phone, Visitor } from "./browser.mjs";

const most = 25 * 1024;
const outlet = "102221004264";

// axe needs a script, so each page is checked in a second page that has the same words.
class Reader {
  constructor(visitor, checker) {
    Object.assign(this, { visitor, page: visitor.page, checker });
  }
  async look(name) {
    const html = await this.page.content();
    const sent = gzipSync(html).length;
    if (sent > most) this.checker.finding(`${name} is ${sent} bytes`);
    await this.checker.page.setContent(
      html.replace(/<script[^>]*><\/script>/g, ""),
    );
    await this.checker.check(name);
    if (!keepsPictures) return;
    const { width } = this.page.viewportSize();
    await this.page.screenshot({
      path: `build/screenshots/${name}-${width}-${this.visitor.language}.png`,
      fullPage: true,
    });
  }
  async expect(words, where) {
    const text = await this.page.locator("main").innerText();
    if (!text.includes(words))
      this.visitor.finding(
        `${where} does not say ${words}: ${text.slice(0, 200)}`,
      );
  }
  press = (name) => this.page.getByRole("button", { name }).click();
}

async function enter(browser, address, language) {
  const still = await browser.newContext({
    viewport: phone,
    javaScriptEnabled: false,
  });
  const visitor = Visitor.at(await still.newPage(), address, language);
  const checker = await Visitor.enter(browser, address, {
    language,
    size: phone,
  });
  await checker.page.goto(`${address}/p`);
  return new Reader(visitor, checker);
}

async function one(browser, address, language, large) {
  const en = language === "en";
  const say = (zh, english) => (en ? english : zh);
  const reader = await enter(browser, address, language);
  const { page } = reader;
  const name = (word) => (large ? `${word}-large` : word);
  const query = `lang=${en ? "en" : "zh"}&size=${large ? "large" : "standard"}`;
  await page.goto(`${address}/p/place?${query}`);
  await reader.look(name("visit-place"));
  await page.getByLabel(say("社区", "Community")).selectOption("SY-HG-C02");
  await page.locator("form[action='/p'] button").click();
  await reader.look(name("visit-nearby"));
  await reader.expect("向工街支行", "the nearest outlet");
  await page
    .getByRole("link", { name: say("取号", "Get a number"), exact: true })
    .click();
  await reader.look(name("visit-take"));
  await page.getByLabel(say("优先照顾", "Priority")).selectOption("elderly");
  await reader.press(say("取号", "Get a number"));
  await reader.look(name("visit-mine"));
  await reader.expect("A0", "the ticket");
  await page.goto(`${address}/p/mine`);
  await reader.expect("A0", "the ticket, seen again");
  await reader.press(say("不去了，退号", "I am not coming"));
  await reader.expect(say("网点详情", "Details"), "the cancelling");
  await page.goto(`${address}/p/${outlet}/book?service=cash`);
  await reader.look(name("visit-book"));
  await page.locator("input[name=band]:not([disabled])").last().check();
  await reader.press(say("预约", "Book a time"));
  await reader.look(name("visit-booked"));
  await reader.expect(say("已约好", "Booked"), "the booking");
  await reader.press(say("取消", "Cancel it"));
  for (const path of [
    `/p/${outlet}`,
    "/p/find",
    "/p/all",
    "/p/mine",
    `/p/${outlet}/notice`,
    `/p/${outlet}/codes`,
  ]) {
    await page.goto(address + path);
    await reader.look(name(`visit${path.replaceAll("/", "-")}`));
  }
  const findings = [...reader.visitor.findings, ...reader.checker.findings];
  await page.context().close();
  await reader.checker.page.context().close();
  return findings;
}

export async function visiting(browser, address) {
  const findings = [];
  for (const language of ["zh-CN", "en"])
    for (const large of [false, true])
      findings.push(...(await one(browser, address, language, large)));
  return findings;
}
