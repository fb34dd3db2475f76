// The tablet's first view is small; it can be installed, starts without a line, takes new code at its next start and
// not before, and forgets what it showed when its user signs out.
import {
  cpSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { lyingTablet, standingTablet, Visitor } from "./browser.mjs";
import { Line } from "./line.mjs";
import { openDay, root, startServer } from "./server.mjs";
import { colleague, entries, Hands, signIn, until } from "./tablet.mjs";

const manager = "SY-4264-manager";
const budget = 110_000; // Bytes over the line: every request, with its headers.
const due = (page) =>
  page.getByRole("heading", { name: "接下来 30 分钟" }).waitFor();

// A tablet that was never here before; its worker fetches what it keeps only after the first view.
async function firstView(browser, line, server, findings) {
  const context = await browser.newContext({
    viewport: lyingTablet,
    serviceWorkers: "block",
  });
  await signIn(context, server, manager);
  const page = await context.newPage();
  const last = page.waitForResponse((r) => r.url().includes("/views/people"));
  const before = line.bytes;
  await page.goto(`${line.address}/outlet`);
  await due(page);
  await (await last).finished();
  const bytes = line.bytes - before;
  console.log(`tablet: first view ${bytes} bytes`);
  if (bytes > budget) findings.push(`the first view takes ${bytes} bytes`);
  await context.close();
}

async function withWorker(visitor, line, server) {
  const { page } = visitor;
  await signIn(page.context(), server, manager);
  const before = line.bytes;
  await page.goto(`${line.address}/outlet`);
  await due(page);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => 0));
  await page.waitForTimeout(4000); // Until the later views are kept too.
  console.log(`tablet: with all it keeps ${line.bytes - before} bytes`);
}

async function installable(visitor) {
  const browser = await visitor.page.context().newCDPSession(visitor.page);
  const { errors, url } = await browser.send("Page.getAppManifest");
  if (!url.endsWith("/outlet.webmanifest") || errors.length > 0)
    visitor.finding(`the manifest: ${url} ${JSON.stringify(errors)}`);
  const { installabilityErrors } = await browser.send(
    "Page.getInstallabilityErrors",
  );
  const real = installabilityErrors.filter((e) => e.errorId !== "in-incognito");
  if (real.length > 0)
    visitor.finding(`cannot be installed: ${JSON.stringify(real)}`);
}

async function startsWithoutLine(visitor, line) {
  const { page } = visitor;
  await line.cut();
  for (const path of ["/outlet", "/outlet/disinfection"]) {
    await page.goto(line.address + path);
    await page.getByRole("heading", { name: "沈阳向工街支行" }).waitFor();
  }
  await page.getByText("离线 · 可照常操作").waitFor();
  await page.getByText(/数据停在/).waitFor();
  await visitor.check("started without a line");
  await page.getByRole("button", { name: "EN", exact: true }).click();
  await page.getByRole("heading", { name: /Begin a round/ }).waitFor();
  await page.getByRole("button", { name: "中文", exact: true }).click();
  await line.mend();
}

// The same pages with another digest, as the next release will have.
async function withNextVersion(use) {
  const web = mkdtempSync(join(tmpdir(), "waystation-next-"));
  cpSync(join(root, "web/dist"), web, { recursive: true });
  const change = (name, from, to) => {
    const path = join(web, name);
    writeFileSync(path, readFileSync(path, "utf8").replace(from, to));
    for (const ending of [".br", ".gz"]) rmSync(path + ending, { force: true });
  };
  change("outlet-worker.js", /tabletVersion="\w+"/, 'tabletVersion="next"');
  change("outlet.html", "<title>", "<title>下一版 ");
  const next = await startServer(openDay, web);
  try {
    await use(next.address);
  } finally {
    await next.stop();
    rmSync(web, { recursive: true, force: true });
  }
}

async function takesNewCode(visitor, line, server) {
  const { page } = visitor;
  await withNextVersion(async (next) => {
    line.lead(next);
    await page.goto(`${line.address}/outlet`);
    const title = await page.title();
    if (title.startsWith("下一版"))
      visitor.finding("new code came in the middle of an old start");
    await until("new code is fetched", () =>
      page.evaluate(async () => {
        const worker = await navigator.serviceWorker.getRegistration("/outlet");
        return (await caches.keys()).length === 2 && !worker.installing;
      }),
    );
    if ((await page.title()).startsWith("下一版"))
      visitor.finding("new code came in the middle of work");
    // Under the eyes of a debugger an old worker may take its time to rest before it goes.
    await until("a start brings the new code", async () => {
      await page.goto(`${line.address}/icon.svg`);
      await page.goto(`${line.address}/outlet`);
      return (await page.title()).startsWith("下一版");
    });
  });
  line.lead(server);
}

const kept = (page) =>
  page.evaluate(
    () =>
      new Promise((found) => {
        indexedDB.open("waystation-outlet").onsuccess = ({ target }) => {
          const db = target.result;
          const all = db.transaction("views").objectStore("views").getAllKeys();
          all.onsuccess = () => {
            db.close();
            found(all.result);
          };
        };
      }),
  );

// What the account read goes at once, also without a line; what it wrote stays until it comes back.
async function forgets(visitor, line, server, city) {
  const { page } = visitor;
  await signIn(page.context(), server, manager);
  await page.goto(`${line.address}/outlet`);
  await due(page);
  if ((await kept(page)).length === 0) visitor.finding("no view was kept");
  await line.cut();
  const hands = new Hands(page);
  await hands.move("口罩", "领用", { 数量: "7" });
  await page.goto(`${line.address}/outlet/account`);
  await page.getByText("还有 1 条未处理的记录").waitFor();
  await visitor.check("before signing out");
  await visitor.picture("workplace-account");
  await page.getByRole("button", { name: "退出" }).click();
  await page.getByRole("button", { name: "清除并退出" }).click();
  await page.getByText(`有 ${manager} 写的记录未发送`).waitFor();
  await visitor.check("signed out without a line");
  await visitor.picture("workplace-door-offline");
  const left = await kept(page);
  if (left.length > 0) visitor.finding(`still kept: ${left}`);
  await line.mend();
  await page.getByRole("button", { name: "向工街支行柜员" }).click();
  await due(page);
  await page.waitForTimeout(500);
  const [waiting] = await entries(page);
  if (waiting.state !== "waiting")
    visitor.finding("a write was sent in another's name");
  await signIn(page.context(), server, manager);
  await page.goto(`${line.address}/outlet`);
  await until("the write is sent", async () =>
    (await entries(page)).every((e) => e.state === "done"),
  );
  const { stock } = await city.see("outlet?outlet=102221004264");
  const masks = stock.find((l) => l.item === "mask").stock;
  if (masks !== 1993) visitor.finding(`masks in the book: ${masks}`);
}

export async function starts(browser, server) {
  const line = await Line.to(server);
  const city = await colleague(browser, server, "SY-command");
  const visitor = await Visitor.enter(browser, line.address, {
    size: lyingTablet,
  });
  await firstView(browser, line, server, visitor.findings);
  await withWorker(visitor, line, server);
  await installable(visitor);
  await startsWithoutLine(visitor, line);
  await takesNewCode(visitor, line, server);
  await visitor.page.setViewportSize(standingTablet);
  await forgets(visitor, line, server, city);
  await visitor.page.context().close();
  await city.close();
  await line.cut();
  return visitor.findings;
}
