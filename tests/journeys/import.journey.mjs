// A sheet with planted errors is reported row by row and writes nothing; the repaired one is recorded.
import { Visitor } from "./browser.mjs";

const head = "code,name,city,windows\n";
const good = "102221000010,沈阳市府大路支行,SY,2\n";
const bad =
  head +
  good +
  "102221000029,沈阳某支行,SY,two\n" +
  "10222100002,沈阳短码支行,SY,1\n";

export async function importing(browser, address) {
  const visitor = await Visitor.enter(browser, address);
  const { page } = visitor;
  await visitor.start("LN-admin");
  await visitor.visit("/admin?part=import");
  const choose = (text) =>
    page.locator("input[type=file]").setInputFiles({
      name: "outlets.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(text),
    });
  await choose(bad);
  await page.getByText("没有写入任何数据").waitFor();
  await page.getByRole("cell", { name: "windows" }).first().waitFor();
  await visitor.check("a sheet with errors");
  await visitor.picture("journey-5-import");

  const vans =
    "id,plate,city,carry_limit_yuan,suits_capacity\nSY-V09,辽A-ZH009,SY,3000000,200\n";
  await page.locator("input[type=file]").setInputFiles({
    name: "vans.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(vans),
  });
  await page.getByRole("button", { name: "确认写入" }).click();
  await page.getByText(/已写入 1 行/).waitFor();
  return visitor.findings;
}
