// A suspected case from the first tap to the review: the duty roster that nobody can fall through, the clocks, the steps in their
// order and by what the other rooms recorded, the approval of the city, and a drill that counts nowhere.
import { phone } from "./browser.mjs";
import { asPersona, confirm, dialog, look, refused } from "./office.mjs";
import { colleague, until } from "./tablet.mjs";

const outlet = "102221004264";
const manager = "SY-4264-manager";

const detail = (page) => page.locator(".incident-detail");

async function publishDuty(browser, address) {
  const visitor = await asPersona(browser, address, "LN-command");
  await visitor.visit("/incidents?part=duty");
  const open = await dialog(visitor.page, "发布值班");
  await open.getByLabel("从").fill("00:00");
  await open.getByLabel("到", { exact: true }).fill("20:00");
  await open.getByLabel("值班").selectOption("LN-command");
  await open.getByLabel("副班").selectOption("LN-duty");
  await refused(open, "发布值班", "20:00 无人接手的呼叫会落空");
  await open.getByLabel("到", { exact: true }).fill("24:00");
  await look(visitor, "incidents-duty-publish");
  await confirm(open, "发布值班");
  await visitor.page.getByRole("cell", { name: "00:00–24:00" }).waitFor();
  await look(visitor, "incidents-duty");
  return visitor.findings;
}

async function raise(visitor, { drill }) {
  const { page } = visitor;
  await visitor.visit("/incidents");
  const open = await dialog(page, "上报");
  await open
    .getByLabel("发生了什么（不写姓名）")
    .fill("门口测温 37.8 ℃，有咳嗽");
  if (drill) await open.getByLabel("这是演练，不计入统计").check();
  else await look(visitor, "incidents-raise");
  await confirm(open, "上报");
}

// Each verb opens the dialog of the row's one button and is confirmed there.
async function act(visitor, verb, text) {
  const { page } = visitor;
  const open = await dialog(page, verb, detail(page));
  if (text) await open.locator("textarea").fill(text);
  await confirm(open, verb);
  await visitor.settled();
}

async function stepRefused(visitor, verb, words) {
  const open = await dialog(visitor.page, verb, detail(visitor.page));
  await refused(open, verb, words);
  await open.getByRole("button", { name: "取消" }).click();
  await open.waitFor({ state: "detached" });
}

async function handle(browser, address) {
  const crew = await colleague(browser, address, manager);
  const visitor = await asPersona(browser, address, manager);
  const { page } = visitor;
  await raise(visitor, { drill: false });
  await page.getByText("疑似病例").first().waitFor();
  await look(visitor, "incidents-open");
  await act(visitor, "接手");
  await stepRefused(visitor, "已隔离", "厅堂没有登记隔离");
  await crew.give("lobby.isolate", { outlet, found_at: "door" });
  await act(visitor, "已隔离");
  const review = await dialog(page, "办结", detail(page));
  await review.locator("textarea").fill("太早");
  await refused(review, "办结", "处置步骤没有做完");
  await review.getByRole("button", { name: "取消" }).click();
  await act(visitor, "初报", "疑似一例，已隔离");
  await stepRefused(visitor, "已关门", "网点还在营业");
  await crew.give("outlet.restrict", {
    outlet,
    to: "paused",
    reason: "疑似病例",
  });
  await act(visitor, "已关门");
  await act(visitor, "交书面", "书面报告：时间、地点、经过");
  await act(visitor, "列名单");
  await detail(page)
    .getByText(/在岗员工/)
    .waitFor();
  await stepRefused(visitor, "已消毒", "还没有登记终末消毒");
  await look(visitor, "incidents-steps");
  return { crew, visitor };
}

const surfaces = [
  "counter",
  "pin_pad",
  "pen",
  "queue_machine",
  "note_counter",
  "atm_keypad",
  "atm_slot",
  "seat",
  "door_handle",
  "form_desk",
  "signature_pad",
  "floor",
];

async function disinfect(crew) {
  const [suspect] =
    (await crew.see(`queue?outlet=${outlet}`)).lobby?.isolated ?? [];
  await crew.give("lobby.release-isolation", {
    outlet,
    suspect: "2021-01-08-S1",
    outcome: "taken_away",
  });
  await crew.give("disinfection.record", {
    outlet,
    agent: "chlorine",
    batch: "C-2020-11",
    concentration: 1000,
    contact_minutes: 30,
    touch_points: surfaces,
    wipes_used: 0,
    kind: "terminal",
  });
}

async function approve(browser, address, { crew, visitor }) {
  await disinfect(crew);
  await visitor.visit("/incidents");
  await act(visitor, "已消毒");
  const shut = await crew.see("incident.list?closed=false");
  if (shut.rows[0].mine) visitor.finding("the outlet may approve itself");
  const city = await asPersona(browser, address, "SY-command");
  await city.visit("/incidents");
  await act(city, "批准");
  await act(city, "办结", "8 分钟隔离，关门按时；下次备好隔离室标识。");
  await city.visit("/incidents?part=closed");
  await city.page.getByText("8 分钟隔离").first().waitFor();
  await look(city, "incidents-closed");
  return city.findings;
}

async function drill(browser, address, visitor) {
  await raise(visitor, { drill: true });
  await visitor.page.locator(".incident-detail.drill").waitFor();
  await look(visitor, "incidents-drill");
  const { items } = await visitor.page.evaluate(() =>
    fetch("/api/views/worklist").then((answer) => answer.json()),
  );
  if (items.some((item) => item.code === "incident_due"))
    visitor.finding("a drill stands among real work");
  const { rows } = await visitor.page.evaluate(() =>
    fetch("/api/views/incident.list?closed=false").then((answer) =>
      answer.json(),
    ),
  );
  await visitor.page.context().close();
  const findings = [...visitor.findings];
  for (const more of [
    { size: phone },
    { language: "en" },
    { size: phone, language: "en" },
  ]) {
    const other = await asPersona(browser, address, manager, more);
    await other.visit(`/incidents?incident=${rows[0].incident}`);
    await look(other, "incidents-drill");
    await other.visit("/incidents?part=duty");
    await look(other, "incidents-duty");
    findings.push(...other.findings);
    await other.page.context().close();
  }
  return findings;
}

export async function incidents(browser, address) {
  const findings = await publishDuty(browser, address);
  const both = await handle(browser, address);
  findings.push(...(await approve(browser, address, both)));
  await until("the case is closed", async () => {
    const { figures } = await both.crew.see("incident.list?closed=false");
    return figures.closed === 1 && figures.open === 0;
  });
  findings.push(...(await drill(browser, address, both.visitor)));
  return findings;
}
