// The forms of the day: a team where no plan rosters, a dated scheme, the early end of a measure, a post with its substitutes,
// a calendar's address, who is behind with the checklists; and on the tablet what is taken off, and a false priority put right.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { desk, phone, Visitor, wideTablet } from "./browser.mjs";
import { asPersona, confirm, dialog, look } from "./office.mjs";
import { root } from "./server.mjs";
import { colleague, signIn, until } from "./tablet.mjs";

const outlet = "102221004264";
const unplanned = "102221000930";
const manager = "SY-4264-manager";

async function setTeam(visitor, city) {
  const { page } = visitor;
  await visitor.visit(`/outlets/${unplanned}`);
  const open = await dialog(page, "排班");
  const crew = [
    ["SY-S0203", "柜员"],
    ["SY-S0204", "大堂"],
  ];
  for (const [n, [person, post]] of crew.entries()) {
    const row = open.getByRole("group", { name: `第 ${n + 1} 人` });
    await row.getByLabel("人员").fill(person);
    await row.getByLabel("岗位").selectOption({ label: post });
    await row.getByLabel("钥匙").selectOption("none");
  }
  await look(visitor, "forms-set-team");
  await confirm(open, "排班");
  await until("the team is on duty", async () => {
    const { on_duty } = await city.see(`team?outlet=${unplanned}`);
    return on_duty?.members.length === 2;
  });
}

async function publishScheme(browser, server) {
  const visitor = await asPersona(browser, server, "LN-command");
  const { page } = visitor;
  await visitor.visit("/people?part=schemes");
  await look(visitor, "forms-schemes");
  const open = await dialog(page, "发布方案");
  await open.getByRole("combobox", { name: "方案" }).fill("5+3");
  await open.getByLabel("施行日期").fill("2021-01-08");
  await open.getByLabel("发布文件").fill("联防联控〔2021〕示例号");
  const first = open.getByRole("group", { name: "第 1 阶段" }).first();
  await first.getByLabel("天数").fill("5");
  await first.getByLabel("检测日").fill("1 3 5");
  const second = open.getByRole("group", { name: "第 2 阶段" }).first();
  await second.getByLabel("天数").fill("3");
  await second.getByLabel("检测日").fill("3 9");
  await confirmRefused(open, "发布方案", "方案 5+3 的阶段不成立");
  await second.getByLabel("检测日").fill("3");
  await look(visitor, "forms-publish-scheme");
  await confirm(open, "发布方案");
  await page.getByRole("cell", { name: /^5\+3/ }).waitFor();
  await page.context().close();
  return visitor.findings;
}

async function confirmRefused(open, verb, words) {
  await open.getByRole("button", { name: verb, exact: true }).click();
  await open.getByText(words).waitFor();
}

// One looks at a list as a file before it holds; what is no list, and what does not stand, is said so.
async function publishChecklist(browser, server, findings) {
  const list = JSON.parse(readFileSync(join(root, "examples/checklist.json")));
  const file = (name, what) => ({
    name,
    mimeType: "application/json",
    buffer: Buffer.from(what),
  });
  const untitled = structuredClone(list);
  untitled.items[1].title_zh = "";
  for (const [language, size] of [
    ["en", phone],
    ["zh-CN", desk],
  ]) {
    const visitor = await Visitor.enter(browser, server, { language, size });
    await visitor.start("LN-admin");
    const { page } = visitor;
    await visitor.visit("/outlets?part=checklists");
    const words = {
      "zh-CN": [
        "发布清单",
        "清单文件（JSON）",
        "施行日期",
        "不是检查单",
        "不成立",
      ],
      en: [
        "Publish a list",
        "The list, a JSON file",
        "Holds from",
        "is no checklist",
        "cannot be",
      ],
    }[language];
    const open = await dialog(page, words[0]);
    await open.getByLabel(words[1]).setInputFiles(file("notes.json", "[]"));
    await open.getByText(words[3]).waitFor();
    await open
      .getByLabel(words[1])
      .setInputFiles(file("list.json", JSON.stringify(untitled)));
    await open
      .getByText(list.items[0][language === "en" ? "title_en" : "title_zh"])
      .waitFor();
    await open.getByLabel(words[2]).fill("2021-02-01");
    await confirmRefused(open, words[0], new RegExp(words[4]));
    await look(visitor, `forms-checklist-refused-${language}`);
    await open
      .getByLabel(words[1])
      .setInputFiles(file("list.json", JSON.stringify(list)));
    await open.getByLabel(words[2]).fill("2021-02-01");
    await look(visitor, `forms-checklist-${language}`);
    if (language === "zh-CN") await confirm(open, words[0]);
    findings.push(...visitor.findings);
    await page.context().close();
  }
}

async function endMeasure(visitor, city) {
  const { page } = visitor;
  await visitor.visit("/people?scope=SY");
  const row = page.getByRole("row", { name: /SY-S0011/ });
  await row.getByRole("button", { name: "解除措施" }).click();
  const open = page.getByRole("dialog");
  await open.getByLabel("解除文件（文号）").fill("皇姑防指〔2021〕示例2号");
  await look(visitor, "forms-end-measure");
  await confirm(open, "解除措施");
  await until("the measure is over", async () => {
    const { rows } = await city.see("people?scope=SY");
    return !rows.find(({ person }) => person === "SY-S0011").measure;
  });
}

async function nameBackups(visitor, city) {
  const { page } = visitor;
  await visitor.visit("/people?scope=SY&part=backups");
  const open = await dialog(page, "新设岗位");
  await open.getByLabel("岗位").selectOption("city_duty");
  await open.getByLabel("城市").selectOption("SY");
  await open.getByLabel("A角").fill("SY-S0201");
  await open.getByLabel("第 1 替补").fill("SY-S0205");
  await look(visitor, "forms-backups");
  await confirm(open, "设置替补");
  await until("the duty has a substitute", async () => {
    const { rows } = await city.see("backups?scope=SY");
    const duty = rows.find(({ post }) => post === "city_duty");
    return duty?.substitutes[0].person === "SY-S0205";
  });
}

// Whoever has the address reads the calendar, without a session.
async function askCalendar(browser, server) {
  const visitor = await asPersona(browser, server, manager);
  const { page } = visitor;
  await visitor.visit(`/outlets/${outlet}`);
  await page.getByRole("button", { name: "排班日历地址", exact: true }).click();
  const address = await page
    .getByRole("textbox", { name: "给日历软件的地址" })
    .inputValue();
  const stranger = await browser.newContext();
  const text = await (await stranger.request.get(address)).text();
  if (!text.startsWith("BEGIN:VCALENDAR"))
    visitor.finding("the calendar's address shows no calendar");
  await stranger.close();
  await look(visitor, "forms-calendar");
  await page.context().close();
  return visitor.findings;
}

async function whoIsBehind(browser, server, findings) {
  for (const language of ["zh-CN", "en"])
    for (const size of [desk, phone]) {
      const visitor = await Visitor.enter(browser, server, { language, size });
      await visitor.start("LN-auditor");
      for (const part of ["checklists", "checklists&behind=yes"]) {
        await visitor.visit(`/outlets?part=${part}`);
        await look(visitor, `outlets-${part.replace("&", "-")}`);
      }
      await visitor.visit("/people?part=schemes");
      await look(visitor, "people-schemes");
      findings.push(...visitor.findings);
      await visitor.page.context().close();
    }
}

// ---- On the tablet.

async function takeOff(visitor, city) {
  const { page } = visitor;
  await page.goto(`${visitor.address}/outlet/team`);
  const off = page.getByRole("button", { name: "吴佳怡：脱下防护" });
  await off.click();
  await look(visitor, "forms-take-off");
  await page
    .getByRole("group", { name: "吴佳怡：脱下防护" })
    .getByRole("button", { name: /^口罩/ })
    .click();
  await until("the mask is off", async () => {
    const { on_duty } = await city.see(`team?outlet=${outlet}`);
    const her = on_duty.members.find(({ person }) => person === "SY-S0101");
    return her.clocks.every(({ piece }) => piece !== "mask");
  });
}

async function correctPriority(visitor, city) {
  const { page } = visitor;
  const all = async () => (await city.see(`queue?outlet=${outlet}`)).tickets;
  const claimed = (one) => one.priority === "disabled";
  await page.goto(`${visitor.address}/outlet/hall`);
  const { ticket } = (await all()).find(claimed);
  await page
    .getByRole("button", { name: new RegExp(`^${ticket.slice(11)}`) })
    .click();
  const form = page.getByRole("form", { name: /^更正号/ });
  await form.getByRole("button", { name: "普通" }).click();
  await form.getByLabel("原因").fill("不符合优先条件");
  await look(visitor, "forms-correct-priority");
  await form.getByRole("button", { name: "更正优先" }).click();
  await until("the priority is put right", async () => {
    const now = (await all()).find((one) => one.ticket === ticket);
    return now.priority === "ordinary";
  });
}

async function onTheTablet(browser, server, city) {
  await city.give("roster.arrive", { outlet, person: "SY-S0101" });
  await city.give("ppe.change", {
    outlet,
    person: "SY-S0101",
    pieces: ["mask"],
  });
  for (const priority of ["ordinary", "disabled"])
    await city.give("queue.take", {
      outlet,
      service: "cash",
      priority,
      channel: "paper",
    });
  const visitor = await Visitor.enter(browser, server, { size: wideTablet });
  await signIn(visitor.page.context(), server, manager);
  await takeOff(visitor, city);
  await correctPriority(visitor, city);
  await visitor.page.context().close();
  return visitor.findings;
}

// One session of the city for all that it does: an account has only so many at a time.
export async function forms(browser, server) {
  const province = await colleague(browser, server, "LN-command");
  const city = await asPersona(browser, server, "SY-command");
  await setTeam(city, province);
  await endMeasure(city, province);
  await nameBackups(city, province);
  const findings = [
    ...city.findings,
    ...(await publishScheme(browser, server)),
    ...(await askCalendar(browser, server)),
  ];
  await city.page.context().close();
  await publishChecklist(browser, server, findings);
  await whoIsBehind(browser, server, findings);
  findings.push(...(await onTheTablet(browser, server, province)));
  await province.close();
  return findings;
}
