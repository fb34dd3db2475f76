// From the board to a signed plan: the city proposes, outlet, city and province sign, each a different person
// where the rules ask for it; and opening is refused while the gate is unmet.
import { Visitor } from "./browser.mjs";

const outlet = "102221004264";

export async function reopening(browser, address) {
  const visitor = await Visitor.enter(browser, address);
  const { page } = visitor;
  await visitor.start("SY-command");

  await visitor.visit("/board");
  await page.getByRole("heading", { name: /待处置/ }).waitFor();
  await visitor.picture("journey-1-board");

  await page.getByRole("link", { name: "恢复计划", exact: true }).click();
  await page.getByLabel("开始日期").fill("2021-01-08");
  await page.getByRole("button", { name: "求解" }).click();
  await page.getByText(/可开 1 家，共 3 家/).waitFor();
  await visitor.check("a solved plan");
  await visitor.picture("journey-2-solved");
  await page.getByRole("button", { name: "以我的名义提出" }).click();
  await page.getByRole("heading", { name: "为什么" }).waitFor();
  const plan = new URL(page.url()).pathname.split("/").at(-1);

  for (const [persona, level] of [
    ["SY-4264-manager", "网点"],
    ["SY-command", "市行"],
    ["LN-command", "省行"],
  ]) {
    await page.getByLabel("当前身份").selectOption(persona);
    await visitor.visit(`/plans/${plan}`);
    await page.getByRole("button", { name: "签字同意" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText(`您将以${level}级签字`).waitFor();
    await visitor.check(`signing for ${level}`);
    await dialog.getByRole("button", { name: "签字同意" }).click();
    await dialog.waitFor({ state: "detached" });
  }
  await page.getByText("已生效").first().waitFor();
  await visitor.picture("journey-3-signed");

  await visitor.become("SY-4264-manager");
  await visitor.visit(`/outlets/${outlet}`);
  await page.getByRole("button", { name: "开业", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "开业", exact: true }).click();
  await dialog.getByText("没有在有效期内完成的消毒").waitFor();
  await visitor.check("an opening that is refused");
  await visitor.picture("journey-4-refused");

  return visitor.findings;
}
