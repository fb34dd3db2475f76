// Around the cash itself: an outlet orders in whole bundles and its centre reduces the order, two close the day
// and nobody opens it again, a code is changed by two, and a bag tells where it has been.
import { phone } from "./browser.mjs";
import { at } from "./office.mjs";
import { colleague, until } from "./tablet.mjs";

const outlet = "102221004264";
const bag = "102221005005-N1";

async function order(browser, address, city, findings) {
  const manager = await at(
    browser,
    address,
    "SY-4264-manager",
    "/cash?part=orders",
  );
  await manager.open("新预约");
  await manager.dialog.getByLabel("用款日").fill("2021-01-09");
  await manager.dialog.getByLabel("100 元", { exact: true }).fill("2");
  const sum = await manager.dialog.locator(".notes-sum").innerText();
  if (!sum.includes("20 万元")) manager.visitor.finding(`two bundles: ${sum}`);
  await manager.look("cash-order-form");
  await manager.send("提交");
  await manager.page.getByText("待审批").first().waitFor();
  await manager.leave(findings);

  const centre = await at(browser, address, "SY-cash", "/cash?part=orders");
  await centre.open("批准");
  await centre.dialog.getByLabel("100 元", { exact: true }).fill("1");
  await centre.dialog.getByLabel("核减原因").fill("下周再送");
  await centre.send("批准");
  await centre.page.getByText("已批准，待交接").waitFor();
  await centre.look("cash-orders");
  await centre.leave(findings);
  const [row] = (await city.see("cash-orders")).rows;
  if (row.approved_amount !== 10_000_000 || row.status !== "approved")
    findings.push(`the order is ${row.status} with ${row.approved_amount}`);
}

async function closeDay(browser, address, city, findings) {
  const teller = await at(
    browser,
    address,
    "SY-4264-teller",
    "/cash?part=sheet",
  );
  await teller.open("制单");
  await teller.send("制单");
  await teller.page.getByText("您已制单，等另一人签认").waitFor();
  await teller.leave(findings);
  const other = await at(
    browser,
    address,
    "SY-4264-supervisor",
    "/cash?part=sheet",
  );
  await other.open("签认");
  await other.send("签认");
  await other.page.getByText("两人已签认").waitFor();
  await other.look("cash-day-sheet");
  const [file] = await Promise.all([
    other.page.waitForEvent("download"),
    other.page.getByRole("button", { name: "CSV" }).click(),
  ]);
  if (file.suggestedFilename() !== `${outlet}-2021-01-08.csv`)
    other.visitor.finding(`the sheet is named ${file.suggestedFilename()}`);
  // What two have signed stands; the day before has no sheet of its own.
  await other.page.getByLabel("账单日").fill("2021-01-07");
  await other.page.getByText(/2021-01-07 的日终账单未单独签认/).waitFor();
  await other.leave(findings);
  const before = await city.see(`cash-day?outlet=${outlet}&day=2021-01-07`);
  if (before.code !== "cash-day.sheet-unknown")
    findings.push(`the day before answers ${before.code}`);
}

async function changeCode(browser, address, city, findings) {
  const manager = await at(
    browser,
    address,
    "SY-4264-manager",
    "/cash?part=keys",
  );
  await manager.open("登记锁");
  await manager.dialog.getByLabel("名称（如门上所写）").fill("金库外门");
  await manager.dialog.getByLabel("上次更换").fill("2020-06-10");
  await manager.send("登记锁");
  await manager.page.getByText("2020-12-10 已到期").waitFor();
  await manager.open("换密码");
  await manager.send("换密码");
  await manager.page.getByText("SY-4264-manager 已发起，待另一人").waitFor();
  await manager.leave(findings);
  const other = await at(
    browser,
    address,
    "SY-4264-supervisor",
    "/cash?part=keys",
  );
  await other.open("确认已更换");
  await other.send("确认已更换");
  await until("two have changed the code", async () =>
    (await city.see(`cash-day?outlet=${outlet}`)).locks.some(
      (lock) => lock.changed_by.length === 2 && !lock.overdue,
    ),
  );
  await other.look("cash-keys");
  await other.leave(findings);
}

async function onThePhone(browser, address, findings) {
  const options = { size: phone, language: "en" };
  const city = await at(
    browser,
    address,
    "SY-command",
    `/cash?part=bags&bag=${bag}`,
    options,
  );
  await city.page.locator(".bag-steps li").first().waitFor();
  await city.page.locator(".bag-label svg").waitFor();
  await city.look("cash-bag");
  for (const part of ["orders", "sheet", "keys"]) {
    await city.visitor.visit(`/cash?part=${part}&outlet=${outlet}`);
    await city.look(`cash-${part}`);
  }
  await city.leave(findings);
}

export async function cashrooms(browser, address, server) {
  const findings = [];
  const city = await colleague(browser, address, "SY-command");
  await order(browser, address, city, findings);
  await server.jump("2021-01-08T20:00:00+08:00");
  await closeDay(browser, address, city, findings);
  await changeCode(browser, address, city, findings);
  await onThePhone(browser, address, findings);
  await city.close();
  return findings;
}
