// A rest station from its publishing to who finds it: the manager publishes and verifies it, somebody on the road finds it by
// need and says what is wrong, the crew repairs it and counts who rests, a corner is suggested, judged and opened. Then a call
// back: asked for at home without a name, taken, answered and counted; and the suppliers of the sealed zone.
import { gzipSync } from "node:zlib";
import { keepsPictures, phone, Visitor } from "./browser.mjs";
import { asPersona, confirm, dialog, look } from "./office.mjs";

const outlet = "102221004264";
const manager = "SY-4264-manager";
const most = 25 * 1024;

const detail = (page) => page.locator(".station-detail");
const item = (page, name) =>
  detail(page)
    .getByRole("listitem")
    .filter({ has: page.getByText(name, { exact: true }) });

// The crew's part of the morning.
async function publish(visitor) {
  const { page } = visitor;
  await visitor.visit("/services");
  await look(visitor, "services-empty");
  const open = await dialog(page, "发布驿站");
  await open.getByLabel("网点").selectOption(outlet);
  for (const name of ["卫生间", "轮椅", "暖宝宝"])
    await open.getByLabel(name, { exact: true }).check();
  await open.getByLabel("从", { exact: true }).fill("07:00");
  await open.getByLabel("到", { exact: true }).fill("19:00");
  await open
    .getByLabel("告示（不超过100字）")
    .fill("进门请戴口罩、测体温，一次最多坐三位。");
  await look(visitor, "services-publish");
  await confirm(open, "发布");
  await detail(page).getByText("久未核实").waitFor();
  const check = await dialog(page, "核实");
  await check.getByLabel("暖宝宝").selectOption("absent");
  await look(visitor, "services-verify");
  await confirm(check, "核实");
  await detail(page).getByText("久未核实").waitFor({ state: "detached" });
}

// axe needs a script, so each page is checked in a second page that has the same words.
async function enterRoad(browser, address) {
  const still = await browser.newContext({
    viewport: phone,
    javaScriptEnabled: false,
  });
  const visitor = Visitor.at(await still.newPage(), address, "zh-CN");
  const checker = await Visitor.enter(browser, address, { size: phone });
  await checker.page.goto(`${address}/p`);
  return { visitor, page: visitor.page, checker };
}
async function see(road, name, words) {
  const html = await road.page.content();
  const sent = gzipSync(html).length;
  if (sent > most) road.checker.finding(`${name} is ${sent} bytes`);
  await road.checker.page.setContent(
    html.replace(/<script[^>]*><\/script>/g, ""),
  );
  await road.checker.check(name);
  const text = await road.page.locator("main").innerText();
  if (!text.includes(words))
    road.visitor.finding(
      `${name} does not say ${words}: ${text.slice(0, 200)}`,
    );
  if (keepsPictures)
    await road.page.screenshot({
      path: `build/screenshots/${name}-${phone.width}-zh-CN.png`,
      fullPage: true,
    });
}

async function onTheRoad(road, address) {
  const { page } = road;
  await page.goto(`${address}/p?place=SY-HG-C02`);
  await page.getByRole("link", { name: "找驿站歇脚" }).click();
  await see(road, "road-stations", "向工街支行");
  await page.getByLabel("卫生间").check();
  await page.getByLabel("您是").selectOption("courier");
  await page.getByRole("button", { name: "找驿站" }).click();
  await see(road, "road-found", "直线");
  await page.goto(`${address}/p/stations?need=printer`);
  await see(road, "road-none", "没有找到");
  await page.goto(`${address}/p/${outlet}/station?size=large`);
  await see(road, "road-station-large", "进门请戴口罩");
  await page.goto(`${address}/p/${outlet}/station?size=standard`);
  await see(road, "road-station", "暖宝宝");
  await page.getByRole("button", { name: /这里不对.*卫生间/ }).click();
  await see(road, "road-doubted", "网点会去看");
  await page.goto(`${address}/p/${outlet}/station`);
  await see(road, "road-station-doubted", "待核实");
}

async function repair(visitor) {
  const { page } = visitor;
  await visitor.visit("/services");
  await item(page, "卫生间").getByText("公众说不对").waitFor();
  await look(visitor, "services-doubted");
  await confirm(await dialog(page, "已修好", item(page, "卫生间")), "已修好");
  await item(page, "卫生间").getByText("能用", { exact: true }).waitFor();
  await confirm(await dialog(page, "报故障", item(page, "轮椅")), "报故障");
  await item(page, "轮椅").getByText("坏了", { exact: true }).waitFor();
  const count = await dialog(page, "记人数");
  await count.getByLabel("面向谁").selectOption("courier");
  await count.getByLabel("几个人").fill("2");
  await count.getByLabel("门口已经数过（不再占大堂名额）").check();
  await confirm(count, "记人数");
  const suggest = await dialog(page, "建议专区");
  await suggest.getByLabel("哪个专区").selectOption("elder_care");
  await suggest.getByLabel("为什么").fill("附近老年客户多");
  await confirm(suggest, "建议专区");
  await look(visitor, "services-station");
}

async function judge(browser, address) {
  const city = await asPersona(browser, address, "SY-command");
  const { page } = city;
  await city.visit(`/services?scope=SY&outlet=${outlet}`);
  await confirm(await dialog(page, "答复"), "答复");
  await page.getByText("同意，待开设").waitFor();
  await confirm(await dialog(page, "已开设"), "已开设");
  await detail(page).getByText("敬老专区").first().waitFor();
  await look(city, "services-city");
  await city.visit("/services?part=suppliers&scope=SY");
  const open = await dialog(page, "公布");
  const first = open.getByRole("group", { name: "第 1 家" });
  await first.getByLabel("名称").fill("示例超市");
  await first.getByLabel("网址（https 开头）").fill("http://shop.example");
  await open.getByRole("button", { name: "公布", exact: true }).click();
  await open.getByRole("alert").getByText("https://").waitFor();
  await first.getByLabel("网址（https 开头）").fill("https://shop.example/hg");
  await confirm(open, "公布");
  await page.getByText("示例超市").waitFor();
  await look(city, "services-suppliers");
  return city;
}

async function askForCall(road, address) {
  const { page } = road;
  await page.goto(`${address}/p/contactless`);
  await see(road, "home-contactless", "示例超市");
  await page.goto(`${address}/p/${outlet}/call`);
  await see(road, "home-call", "请网点给我打电话");
  await page.getByLabel("教我用手机银行").check();
  await page.getByLabel("您是").selectOption("elderly");
  await page.getByLabel("什么时候打").selectOption({ index: 3 });
  await page.getByLabel("打哪个电话").fill("024-12345678");
  await page.getByRole("button", { name: "请打给我" }).click();
  await see(road, "home-noted", "W001");
  await page.goto(`${address}/p/${outlet}/call`);
  await page.getByRole("button", { name: "我在家办好了" }).click();
  await see(road, "home-diverted", "今天不用来");
}

async function call(visitor) {
  const { page } = visitor;
  await visitor.visit("/services?part=calls");
  await page.getByText("W001").waitFor();
  if (await page.getByText("024-12345678").count())
    visitor.finding("the number is shown before the call is taken");
  await look(visitor, "services-calls");
  const take = await dialog(page, "我来接");
  await take.getByLabel("谁来打").fill("SY-S0101");
  await look(visitor, "services-take");
  await confirm(take, "我来接");
  await page.getByText("024-12345678").waitFor();
  await confirm(await dialog(page, "打完了"), "打完了");
  await page.getByText("办好了，不用来").first().waitFor();
  if (await page.getByText("024-12345678").count())
    visitor.finding("the number outlives the call");
  await look(visitor, "services-answered");
}

// The same on a telephone, and in English.
async function small(browser, address) {
  const visitor = await asPersona(browser, address, manager, {
    language: "en",
    size: phone,
  });
  for (const part of ["stations", "calls", "suppliers"]) {
    await visitor.visit(`/services?part=${part}`);
    await look(visitor, `services-${part}-phone`);
  }
  return visitor;
}

export async function services(browser, address) {
  const visitor = await asPersona(browser, address, manager);
  await publish(visitor);
  const road = await enterRoad(browser, address);
  await onTheRoad(road, address);
  await repair(visitor);
  const city = await judge(browser, address);
  await askForCall(road, address);
  await call(visitor);
  const all = [
    visitor,
    road.visitor,
    road.checker,
    city,
    await small(browser, address),
  ];
  for (const one of all) await one.page.context().close();
  return all.flatMap((one) => one.findings);
}
