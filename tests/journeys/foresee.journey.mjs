// What the province has issued is read and tested; and a day to come is played in several ways, of which one is best.
import { phone } from "./browser.mjs";
import { asPersona, dialog, done, look } from "./office.mjs";
import { until } from "./tablet.mjs";

const outlet = "102221004264";

async function issue(browser, server) {
  const visitor = await asPersona(browser, server, "LN-command");
  const { page } = visitor;
  await visitor.visit("/people?part=directives");
  await page.getByRole("heading", { name: /三级管理方案/ }).waitFor();
  await look(visitor, "foresee-directives");
  const open = await dialog(page, "发布");
  await open.getByLabel("文件编号").fill("quarantine-rule");
  await open
    .getByRole("textbox", { name: /^正文/ })
    .fill("一、早晚各测一次体温。\n二、班组之间不见面交接。");
  await look(visitor, "foresee-publish-directive");
  await open.getByRole("button", { name: "发布", exact: true }).click();
  await open.waitFor({ state: "detached" });
  await page.getByText("第 2 版").waitFor();
  return done(visitor);
}

async function read(browser, server) {
  const visitor = await asPersona(browser, server, "SY-4264-manager", {
    size: phone,
  });
  const { page } = visitor;
  await visitor.visit("/people?part=directives");
  const open = await dialog(page, "已读");
  await look(visitor, "foresee-acknowledge-phone");
  await open.getByRole("button", { name: "已读", exact: true }).click();
  await open.waitFor({ state: "detached" });
  await page.getByText("您已读").first().waitFor();
  await look(visitor, "foresee-directives-phone");
  return done(visitor);
}

// Sixty-three came on the day before: one window or two, and with appointments?
async function play(browser, server) {
  const visitor = await asPersona(browser, server, "SY-command");
  const { page } = visitor;
  await visitor.visit(`/simulate?outlet=${outlet}`);
  await page.getByLabel("预计客户数").fill("63");
  await page.getByLabel("最想减少").selectOption("window_wait_minutes");
  await look(visitor, "foresee-question");
  await page.getByRole("button", { name: "开始推演" }).click();
  await page.getByText(/的把握|目前领先/).waitFor();
  const ranks = page.getByRole("region", { name: "各种安排的排名" });
  const rows = await ranks.getByRole("row").count();
  if (rows !== 4) visitor.finding(`${rows - 1} ways are ranked, not 3`);
  const best = await ranks.getByRole("row").nth(1).innerText();
  if (!best.includes("2 个窗口"))
    visitor.finding(`the best of one or two windows is ${best}`);
  await look(visitor, "foresee-answer");
  await page.getByText("看成表格").click();
  await look(visitor, "foresee-table");
  await page.getByRole("button", { name: "加一种安排" }).click();
  await page.getByLabel("取款机数").last().fill("10");
  await page.getByRole("button", { name: "开始推演" }).click();
  await page.getByText("这家网点没有 10 台自助机").waitFor();
  await look(visitor, "foresee-refused");
  return done(visitor);
}

async function inEnglishByPhone(browser, server) {
  const visitor = await asPersona(browser, server, "SY-command", {
    size: phone,
    language: "en",
  });
  const { page } = visitor;
  await visitor.visit(`/simulate?outlet=${outlet}`);
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await page
    .getByText(/is best:|leads so far/)
    .first()
    .waitFor();
  await look(visitor, "foresee-phone-en");
  return done(visitor);
}

async function late(browser, server) {
  const visitor = await asPersona(browser, server, "LN-command");
  await until("whoever is behind is on the worklist", async () => {
    const answer = await visitor.page.request.get(
      `${server}/api/views/worklist`,
    );
    return (await answer.json()).items.some(
      ({ code }) => code === "directive_behind",
    );
  });
  return done(visitor);
}

export async function foresee(browser, server) {
  return [
    ...(await late(browser, server)),
    ...(await issue(browser, server)),
    ...(await read(browser, server)),
    ...(await play(browser, server)),
    ...(await inEnglishByPhone(browser, server)),
  ];
}
