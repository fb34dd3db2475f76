// The evening: the province sets the hour, an outlet confirms what its rooms say, its city gathers and names who
// is silent, the outlet corrects, and each figure leads to the entries of the log.
import { phone } from "./browser.mjs";
import { at } from "./office.mjs";
import { colleague } from "./tablet.mjs";

const outlet = "102221004264";
const day = "2021-01-08";
const evening = `/reports?day=${day}`;

async function setHour(browser, address, findings) {
  const province = await at(browser, address, "LN-command", evening);
  await province.open("设定时间");
  await province.look("reports-hour");
  await province.send("设定时间");
  await province.page
    .getByText(/待报，/)
    .first()
    .waitFor();
  await province.look("reports-awaited");
  await province.leave(findings);
}

async function send(browser, address, findings) {
  const manager = await at(browser, address, "SY-4264-manager", evening);
  await manager.open("上报");
  if ((await manager.dialog.locator("input[type=number]").count()) > 0)
    manager.visitor.finding("a number can be typed into a report");
  await manager.dialog.getByLabel(/^说明/).fill("电话 02412345678");
  await manager.dialog
    .getByRole("button", { name: "上报", exact: true })
    .click();
  await manager.dialog.getByText("不能写电话").waitFor();
  await manager.dialog.getByLabel(/^说明/).fill("下午有风雪，叫号正常");
  await manager.look("report-form");
  await manager.send("上报");
  await manager.page.getByText(/已报/).first().waitFor();
  await manager.look("report-sent");
  await manager.leave(findings);
}

async function gather(browser, address, findings) {
  const city = await at(browser, address, "SY-command", evening);
  await city.page
    .getByText(/超时，应于/)
    .first()
    .waitFor();
  await city.open("上报");
  await city.look("report-gather");
  const reasons = city.dialog.getByLabel(/缺报原因/);
  const silent = await reasons.count();
  if (silent === 0) city.visitor.finding("no outlet of the zone is silent");
  for (let i = 0; i < silent; i++)
    await reasons.nth(i).fill("未恢复营业，线路中断");
  await city.send("上报");
  await city.page.getByText("上级注明缺报").first().waitFor();
  await city.look("reports-gathered");
  await city.leave(findings);
}

async function correct(browser, address, findings) {
  const manager = await at(browser, address, "SY-4264-manager", evening);
  await manager.open("更正");
  await manager.dialog.getByLabel("更正原因").fill("补看消杀台账");
  await manager.send("更正");
  await manager.page.getByText("第 2 版").first().waitFor();
  await manager.page
    .getByRole("link", { name: "查看 · 消杀完成（次）" })
    .click();
  await manager.page
    .locator(".report-facts")
    .getByText("disinfection.")
    .first()
    .waitFor();
  await manager.look("report-facts");
  const [file] = await Promise.all([
    manager.page.waitForEvent("download"),
    manager.page.getByRole("link", { name: "Excel" }).click(),
  ]);
  if (file.suggestedFilename() !== "reports.xlsx")
    manager.visitor.finding(
      `the workbook is named ${file.suggestedFilename()}`,
    );
  await manager.leave(findings);
}

async function onThePhone(browser, address, findings) {
  const options = { size: phone, language: "en" };
  const city = await at(
    browser,
    address,
    "SY-command",
    `${evening}&at=SY/${outlet}`,
    options,
  );
  await city.page.getByText("Corrected below").first().waitFor();
  await city.look("reports-phone");
  await city.page.emulateMedia({ media: "print" });
  await city.visitor.picture("report-printed");
  await city.leave(findings);
}

async function compare(city, findings) {
  const seen = await city.see(`report-day?day=${day}`);
  const row = seen.rows.find((one) => one.at === `SY/${outlet}`);
  const figure = (key) => row.figures.find((one) => one.key === key)?.sent;
  if (row.version !== 2)
    findings.push(`the outlet's report is version ${row.version}`);
  if (figure("outlets_opened") !== 1)
    findings.push("the outlet did not open in its report");
  const rounds = await city.see(
    `report-facts?outlet=${outlet}&day=${day}&figure=rounds_done`,
  );
  const entries = rounds.facts.filter((fact) => fact.event !== "outlet.opened");
  if (entries.length < figure("rounds_done"))
    findings.push(
      `${figure("rounds_done")} rounds rest on ${entries.length} entries`,
    );
}

export async function reporting(browser, address, server) {
  const findings = [];
  await setHour(browser, address, findings);
  await server.jump("2021-01-08T20:10:00+08:00");
  await send(browser, address, findings);
  await server.jump("2021-01-08T21:20:00+08:00");
  await gather(browser, address, findings);
  await correct(browser, address, findings);
  const city = await colleague(browser, address, "SY-command");
  await compare(city, findings);
  await city.close();
  await onThePhone(browser, address, findings);
  return findings;
}
