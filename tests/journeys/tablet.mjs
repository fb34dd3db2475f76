// A manager's hands on the tablet of 向工街支行, and a look into what it keeps.
const outlet = "102221004264";

// Signed in over the server's own address: what a first view costs is counted on the line alone.
export async function signIn(context, server, persona) {
  const answer = await context.request.post(`${server}/api/session`, {
    data: { persona },
  });
  if (!answer.ok()) throw new Error(`could not act as ${persona}`);
}

// Another user, far from the tablet, at the server itself.
let keys = 0;
export async function colleague(browser, server, persona) {
  const context = await browser.newContext();
  await signIn(context, server, persona);
  return {
    see: async (view) =>
      (await context.request.get(`${server}/api/views/${view}`)).json(),
    give: async (command, body) => {
      const key = `01EVE0000000000000000000${String(++keys).padStart(2, "0")}`;
      const answer = await context.request.post(
        `${server}/api/commands/${command}`,
        {
          headers: { "Idempotency-Key": key },
          data: body,
        },
      );
      if (!answer.ok()) throw new Error(`${command}: ${await answer.text()}`);
    },
    close: () => context.close(),
  };
}

export class Hands {
  constructor(page) {
    this.page = page;
    this.written = 0;
  }

  button(name) {
    return this.page.getByRole("button", { name, exact: true });
  }

  field(label) {
    return this.page.getByRole("textbox", { name: label });
  }

  async tab(name) {
    await this.page
      .getByRole("navigation", { name: "主导航" })
      .getByRole("link", { name })
      .click();
  }

  // Until the tablet has it on its disk: it shows one more write than before.
  async wrote() {
    this.written++;
    for (let tries = 0; (await entries(this.page)).length < this.written;) {
      if (++tries > 200) throw new Error(`write ${this.written} was not kept`);
      await this.page.waitForTimeout(20);
    }
  }

  async check(person, degrees) {
    await this.tab("健康");
    await this.button(`测温：${person}`).click();
    await this.field("体温").fill(degrees);
    await this.button("登记").click();
    await this.wrote();
  }

  async move(item, way, fields) {
    await this.tab("物资");
    await this.page
      .getByRole("button", { name: new RegExp(`^${item}`) })
      .click();
    await this.button(way).click();
    for (const [label, value] of Object.entries(fields))
      await this.field(label).fill(value);
    await this.button(`登记${way}`).click();
    await this.wrote();
  }

  async disinfect() {
    await this.tab("消毒");
    await this.page.getByText("补录已完成的一轮").click();
    await this.button("登记").click();
    await this.wrote();
  }

  async restrict(to, verb, reason) {
    await this.tab("营业");
    await this.button(to).click();
    await this.field("原因").fill(reason);
    await this.button(verb).click();
    await this.wrote();
  }

  async turnOffSelfService() {
    await this.tab("营业");
    await this.button("关自助").click();
    await this.wrote();
  }
}

// What lies in the tablet's outbox, read from its disk.
export const entries = (page, disk = "waystation-outlet") =>
  page.evaluate(
    (name) =>
      new Promise((found, failed) => {
        const opened = indexedDB.open(name);
        opened.onerror = () => failed(opened.error);
        opened.onsuccess = () => {
          const db = opened.result;
          const all = db.transaction("outbox").objectStore("outbox").getAll();
          all.onsuccess = () => {
            db.close();
            found(all.result);
          };
        };
      }),
    disk,
  );

export async function until(what, holds, seconds = 60) {
  for (const end = Date.now() + seconds * 1000; Date.now() < end;) {
    if (await holds()) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`waited ${seconds} s in vain: ${what}`);
}

// Forty writes of an afternoon, in two halves. The five marked ones are about things that a colleague
// changes meanwhile.
const checks = (hands, names) => async () => {
  for (const [i, name] of names.entries())
    await hands.check(name, `36.${(i % 8) + 1}`);
};

export async function firstHalf(hands) {
  const team = ["李玉兰", "王佳怡", "黄丽华", "陈长江"];
  await checks(hands, [...team, ...team])();
  await hands.check("郭丽华", "36.6"); // Meanwhile checked by the city.
  await hands.move("口罩", "领用", { 数量: "10" });
  await hands.move("口罩", "领用", { 数量: "5" });
  await hands.move("防护服", "领用", { 数量: "5" }); // Meanwhile handed out by the city.
  await hands.move("消毒湿巾", "领用", { 数量: "20" });
  await hands.move("消毒湿巾", "领用", { 数量: "6" });
  await hands.move("手套", "入库", { 数量: "200", 批号: "G-1" });
  await hands.move("手套", "领用", { 数量: "20" });
  await hands.restrict("限流", "启动限流", "大厅满员");
  await hands.move("面屏", "入库", { 数量: "30", 批号: "F-1" });
  await hands.move("消毒片", "盘点", { 实点数: "490", 原因: "破损" }); // Meanwhile counted.
  await hands.move("口罩", "入库", { 数量: "500", 批号: "M-2" });
}

export async function secondHalf(hands) {
  await hands.disinfect(); // Meanwhile recorded by somebody else.
  const team = ["李玉兰", "王佳怡", "黄丽华", "陈长江", "李玉兰", "王佳怡"];
  await checks(hands, team)();
  await hands.restrict("暂停", "暂停营业", "设备检修");
  await hands.turnOffSelfService(); // Meanwhile turned off.
  await hands.move("口罩", "领用", { 数量: "12" });
  await hands.move("口罩", "入库", { 数量: "100", 批号: "M-3" });
  await hands.move("消毒湿巾", "盘点", { 实点数: "1165", 原因: "点数有差" });
  await hands.move("消毒湿巾", "领用", { 数量: "15" });
  await hands.move("消毒湿巾", "入库", { 数量: "300", 批号: "W-2" });
  await hands.move("手套", "入库", { 数量: "100", 批号: "G-2" });
  await hands.move("手套", "领用", { 数量: "30" });
  await hands.move("面屏", "领用", { 数量: "4" });
  await hands.move("面屏", "入库", { 数量: "10", 批号: "F-2" });
  await hands.restrict("限流", "启动限流", "恢复限流");
  await hands.move("口罩", "领用", { 数量: "3" });
}

export const stockAfter = {
  suit: 239, // 240, less the city's one; the tablet's five wait for a decision.
  wipe: 1450, // Counted 1165, −15, +300.
  mask: 2570, // 2000 −10 −5 +500 −12 +100 −3.
  gloves: 250, // 200 −20 +100 −30.
  face_shield: 36, // 30 −4 +10.
  chlorine_tablet: 480, // As the city counted.
};

export async function meanwhile(city) {
  await city.give("quarantine.record-check", {
    person: "SY-S0005",
    temperature_tenths: 366,
    symptoms: false,
  });
  await city.give("supply.issue", { outlet, item: "suit", quantity: 1 });
  await city.give("supply.count", {
    outlet,
    item: "chlorine_tablet",
    counted: 480,
    reason: "市行抽点",
  });
  await city.give("disinfection.record", {
    outlet,
    agent: "chlorine",
    batch: "C-2020-11",
    concentration: 500,
    contact_minutes: 30,
    touch_points: ["counter"],
    wipes_used: 0,
  });
  await city.give("outlet.switch-self-service", { outlet, on: false });
}
