// Every view of the tablet in both languages and both type sizes, at the sizes of a tablet and of a phone: accessible,
// not wider than the screen, and every target large enough for a gloved finger.
import { lyingTablet, phone, standingTablet, Visitor } from "./browser.mjs";
import { Line } from "./line.mjs";
import { colleague, signIn } from "./tablet.mjs";

const views = {
  next: "/outlet",
  health: "/outlet/health",
  checklists: "/outlet/checklists",
  opening: "/outlet/opening",
  hall: "/outlet/hall",
  disinfection: "/outlet/disinfection",
  supplies: "/outlet/supplies",
  outbox: "/outlet/outbox",
  account: "/outlet/account",
};
const smallest = 48; // CSS pixels.

export async function measureTargets(visitor, name) {
  const small = await visitor.page.evaluate((least) => {
    const inText = (e) => e.closest("p, dd, .note, .written-what, h2");
    return [...document.querySelectorAll("a, button, input, select")]
      .map((e) => [e, e.getBoundingClientRect()])
      .filter(([e, r]) => r.width > 1 && !(e.tagName === "A" && inText(e)))
      .filter(([, r]) => r.width < least - 0.5 || r.height < least - 0.5)
      .map(([e, r]) => `${e.outerHTML.slice(0, 80)} ${r.width}×${r.height}`);
  }, smallest);
  for (const target of small)
    visitor.finding(`${name} (${visitor.language}) small: ${target}`);
}

async function look(visitor, name, path) {
  const { page } = visitor;
  await page.goto(visitor.address + path);
  await page.locator("main h2").first().waitFor();
  await visitor.settled();
  await visitor.check(name);
  await measureTargets(visitor, name);
  await visitor.picture(`workplace-${name}`);
}

async function allViews(browser, server, findings) {
  for (const language of ["zh-CN", "en"])
    for (const type of ["normal", "large"])
      for (const size of [lyingTablet, standingTablet, phone]) {
        const visitor = await Visitor.enter(browser, server, {
          language,
          size,
        });
        await visitor.page.addInitScript(
          (t) => localStorage.setItem("waystation.type", t),
          type,
        );
        const mark = type === "large" ? "-large" : "";
        await look(visitor, `door${mark}`, "/outlet");
        await signIn(visitor.page.context(), server, "SY-4264-manager");
        for (const [name, path] of Object.entries(views))
          await look(visitor, name + mark, path);
        findings.push(...visitor.findings);
        await visitor.page.context().close();
      }
}

// The states that a plain visit does not meet: no right, a failing server, nothing there, refused.
async function states(browser, server, findings) {
  const line = await Line.to(server);
  const visitor = await Visitor.enter(browser, line.address, {
    size: lyingTablet,
  });
  const { page } = visitor;
  await signIn(page.context(), server, "LN-auditor");
  await look(visitor, "choice", "/outlet");
  await page.getByRole("searchbox").fill("向工街");
  await page.getByRole("button", { name: /沈阳向工街支行/ }).click();
  await look(visitor, "no-right", "/outlet/opening");
  await page.getByText("您的岗位不能登记这一项").first().waitFor();

  await signIn(page.context(), server, "SY-4264-manager");
  const fails = (route) =>
    route.fulfill({
      status: 500,
      contentType: "application/problem+json",
      body: JSON.stringify({
        code: "http.failed",
        status: 500,
        request_id: "R-1",
      }),
    });
  await page.goto(`${line.address}/outlet`);
  await page.getByRole("link", { name: "向工街支行负责人" }).waitFor();
  await visitor.settled();
  await page.route("**/api/views/outlet?**", fails);
  await page.goto(`${line.address}/outlet`);
  await page.getByText("下面仍是上次读到的数据").waitFor();
  await visitor.check("a failing server");
  await visitor.picture("workplace-failing");
  await page.unroute("**/api/views/outlet?**");

  // The gate is asked again after the city has closed the outlet and the round has lapsed.
  await page.goto(`${line.address}/outlet/opening`);
  await page.getByRole("button", { name: "打烊", exact: true }).first().click();
  await page.getByRole("button", { name: "打烊", exact: true }).last().click();
  await page.getByText("必须写明原因，对外公示").waitFor();
  await visitor.check("a refused write");
  await visitor.picture("workplace-refused");
  await line.cut();
  findings.push(...visitor.findings);
  await page.context().close();
}

// A day on which nothing has been planned here yet.
async function emptyDay(browser, server, findings) {
  const city = await colleague(browser, server, "SY-command");
  const { rows } = await city.see("outlets?scope=SY");
  const other = rows.find((row) => !row.zone).outlet;
  await city.close();
  const visitor = await Visitor.enter(browser, server, { size: phone });
  await signIn(visitor.page.context(), server, "SY-command");
  await look(visitor, "choice", "/outlet");
  await visitor.page.getByRole("searchbox").fill(other);
  await visitor.page.locator("main li button").first().click();
  for (const [name, path] of Object.entries(views))
    await look(visitor, `empty-${name}`, path);
  findings.push(...visitor.findings);
  await visitor.page.context().close();
}

export async function workplace(browser, server) {
  const findings = [];
  await allViews(browser, server, findings);
  await states(browser, server, findings);
  await emptyDay(browser, server, findings);
  return findings;
}
