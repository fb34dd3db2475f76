// The crew's telephone: a handover begun where neither side has a line. Each signs on its own device; the two signatures
// come back at different times, the house's first, and the log has each exactly once.
import { desk, phone, Visitor, wideTablet } from "./browser.mjs";
import { Line } from "./line.mjs";
import { colleague, entries, signIn, until } from "./tablet.mjs";

const run = "VR-0114-E";
const outlet = "102221004264";
const telephone = { ...phone, height: 820 };
const ours = "waystation-crew";

const expect = (visitor, holds, what) => holds || visitor.finding(what);
const awake = (page) =>
  page.evaluate(() => window.dispatchEvent(new Event("online")));

async function device(browser, server, persona, path, size) {
  const line = await Line.to(server);
  const visitor = await Visitor.enter(browser, line.address, { size });
  const keys = [];
  visitor.page.on("request", (request) => {
    const key = request.headers()["idempotency-key"];
    if (key) keys.push(key);
  });
  await signIn(visitor.page.context(), server, persona);
  await visitor.page.goto(line.address + path);
  return { line, visitor, page: visitor.page, keys };
}

async function inEnglish(browser, server) {
  const visitor = await Visitor.enter(browser, server, {
    language: "en",
    size: telephone,
  });
  await signIn(visitor.page.context(), server, "SY-V01-crew");
  await visitor.page.goto(`${server}/crew`);
  await visitor.page.getByRole("heading", { name: "Brought" }).waitFor();
  await visitor.check("the crew's telephone");
  await visitor.picture("crew-at-stop");
  await visitor.page.context().close();
  return visitor.findings;
}

// Each side does its part without a line.
async function checkAtTheDoor({ page }) {
  await page.getByRole("textbox", { name: "看到的车牌" }).fill("辽A-示01");
  for (const person of ["SY-G01", "SY-G02"])
    await page.getByRole("checkbox", { name: new RegExp(person) }).check();
  await page.getByRole("button", { name: "核验无误" }).click();
  await page.getByRole("button", { name: "签字接收 1 包" }).waitFor();
}

async function signForTheCrew({ page, visitor }) {
  // The order of the outlet, of just what the bag holds: the signature names it.
  const order = page.getByRole("checkbox", {
    name: "预约 CO-0114 · 10 万元",
  });
  expect(visitor, await order.isChecked(), "the order is not named by itself");
  const seal = page.getByPlaceholder("封签号");
  await seal.fill("F-N3");
  await page.getByText("与清单不符，应为 F-N2").waitFor();
  expect(
    visitor,
    await page.getByRole("button", { name: /个封签未核对/ }).isDisabled(),
    "a wrong seal can be signed for",
  );
  await visitor.check("a wrong seal");
  await visitor.picture("crew-wrong-seal");
  await seal.fill("F-N2");
  await page.getByRole("button", { name: "押运方签字" }).click();
  await page.getByText("已保存在本机，等网络").waitFor();
}

async function signForTheHouse({ page, visitor }) {
  await page.getByRole("button", { name: "签字接收 1 包" }).click();
  for (const person of ["SY-S4264-1", "SY-S4264-2"])
    await page.getByRole("checkbox", { name: person }).check();
  await page.getByRole("button", { name: "登记交接" }).click();
  await page.getByRole("heading", { name: "本机今天写的" }).waitFor();
  await visitor.check("a van at the tablet");
  await visitor.picture("tablet-van");
}

async function leave({ page, visitor }) {
  await page.getByRole("button", { name: "离开网点" }).click();
  await page
    .getByRole("heading", { name: "沈阳分行账务管理中心" })
    .first()
    .waitFor();
  await page.getByText(/离线/).first().waitFor();
  await visitor.check("a handover without a line");
  await visitor.picture("crew-offline");
}

const settled = (page, disk) => async () =>
  (await entries(page, disk)).every((e) => e.state === "done");

async function meet(crew, house, city) {
  const page = async () => (await city.see(`van-run?run=${run}`)).run;
  const before = await city.see(`van-run?run=${run}`);
  await house.line.mend({ swallowing: 1 });
  await awake(house.page);
  await until(
    "the check at the door arrives",
    async () => (await page()).stops[0].check,
  );
  await awake(house.page);
  await house.page.waitForTimeout(1500);
  const half = await page();
  expect(house.visitor, !half.stops[0].handed, "booked before both had signed");
  expect(
    house.visitor,
    (await entries(house.page)).some((e) => e.state === "waiting"),
    "the house's signature did not wait for the crew's",
  );
  await house.visitor.picture("tablet-van-waits");

  await crew.line.mend({ swallowing: 1 });
  await awake(crew.page);
  await until("both have signed", async () => {
    await awake(house.page);
    return (await page()).stops[0].handed;
  });
  await until("the van has left", async () => {
    await awake(crew.page);
    return (await page()).stops[0].left_at;
  });
  await until("the telephone is done", settled(crew.page, ours));
  await until("the tablet is done", settled(house.page));
  const after = await city.see(`van-run?run=${run}`);
  const grown = after.as_of_seq - before.as_of_seq;
  expect(crew.visitor, grown === 5, `the log grew by ${grown}, not by five`);
  const [stop] = after.run.stops;
  const [signed] = stop.signatures;
  expect(
    crew.visitor,
    signed.first_by === "SY-V01-crew",
    "the crew's signature",
  );
  expect(
    crew.visitor,
    signed.second_by === "SY-4264-supervisor",
    "the house's",
  );
  expect(crew.visitor, stop.bags[0].where === "outlet", "the bag did not move");
  const { rows } = await city.see("cash-orders?scope=SY");
  expect(
    crew.visitor,
    rows.find((row) => row.order === "CO-0114")?.status === "fulfilled",
    "the handover has not fulfilled the order that it named",
  );
  expect(crew.visitor, stop.orders[0].fulfilled, "the stop does not say so");
  for (const { visitor, keys } of [crew, house]) {
    const written = new Set(keys).size;
    const most = visitor === crew.visitor ? 2 : 3;
    expect(visitor, written === most, `${written} keys for ${most} writes`);
  }
  await crew.page
    .getByText(/已入账|返回/)
    .first()
    .waitFor();
  await crew.visitor.picture("crew-settled");
}

// The staff's page of the day, wide and narrow, in both languages.
async function board(browser, server) {
  const findings = [];
  for (const language of ["zh-CN", "en"])
    for (const size of [desk, telephone]) {
      const visitor = await Visitor.enter(browser, server, { language, size });
      await visitor.start("SY-command");
      await visitor.visit(`/vans?run=VR-0114`);
      await visitor.check("the van runs of the day");
      await visitor.picture("vans");
      findings.push(...visitor.findings);
      await visitor.page.context().close();
    }
  return findings;
}

// The cash centre plans a run on its page: refused beyond the last day of the pass, then planned.
async function plans(browser, server) {
  const visitor = await Visitor.enter(browser, server);
  const { page } = visitor;
  await visitor.start("SY-cash");
  await visitor.visit("/vans");
  await page.getByRole("button", { name: "排任务" }).click();
  const form = page.getByRole("dialog");
  await form.getByLabel("日期").fill("2021-01-15");
  await form.getByLabel("出发现金中心").selectOption("102221005005");
  await form.getByLabel("网点").selectOption(outlet);
  await form.getByLabel("窗口起").fill("16:00");
  await form.getByLabel("窗口止").fill("16:30");
  await form.getByLabel("车辆").fill("SY-V01");
  await form.getByLabel("到卡口时间").fill("07:40");
  await form.getByLabel("押运人员 1").fill("SY-G01");
  // The cash centre sees whom it may choose, by a masked name.
  await form.getByText("周* · 可上岗", { exact: true }).waitFor();
  await form.getByLabel("手机账号 1").selectOption("SY-V01-crew");
  await form.getByLabel("押运人员 2").fill("SY-G02");
  await form.getByLabel("手机账号 2").selectOption("SY-V01-mate");
  await form.getByText("该车当天没有此管控区的通行证").waitFor();
  await form.getByRole("button", { name: "排定" }).click();
  await form.getByText("SY-V01 当天没有 SY-HG-01 的通行证").waitFor();
  await visitor.check("a run that is refused");
  await visitor.picture("van-plan");
  await form.getByLabel("日期").fill("2021-01-14");
  await form.getByText("塔湾街东卡口 07:30–08:00 放行").waitFor();
  await form.getByRole("button", { name: "排定" }).click();
  await page
    .getByRole("cell", { name: "沈阳向工街支行 16:00–16:30", exact: true })
    .waitFor();
  await visitor.picture("vans-planned");
  await page.context().close();
  return visitor.findings;
}

export async function crew(browser, server) {
  const findings = await inEnglish(browser, server);
  const city = await colleague(browser, server, "SY-command");
  const house = await device(
    browser,
    server,
    "SY-4264-supervisor",
    "/outlet/van",
    wideTablet,
  );
  await house.page.getByRole("button", { name: "核验无误" }).waitFor();
  const ride = await device(browser, server, "SY-V01-crew", "/crew", telephone);
  await ride.page.getByRole("heading", { name: "沈阳向工街支行" }).waitFor();
  await ride.page.evaluate(() => navigator.serviceWorker.ready.then(() => 0));
  await ride.visitor.check("the next stop");
  await ride.visitor.picture("crew-next-stop");

  await house.line.cut();
  await ride.line.cut();
  await checkAtTheDoor(house);
  await signForTheCrew(ride);
  await signForTheHouse(house);
  await leave(ride);
  await ride.page.reload(); // The telephone was switched off: it starts from its own disk.
  await ride.page
    .getByRole("heading", { name: "沈阳分行账务管理中心" })
    .first()
    .waitFor();
  await meet(ride, house, city);

  findings.push(...ride.visitor.findings, ...house.visitor.findings);
  for (const { line, page } of [ride, house]) {
    await page.context().close();
    await line.cut();
  }
  await city.close();
  findings.push(...(await board(browser, server)));
  findings.push(...(await plans(browser, server)));
  return findings;
}
