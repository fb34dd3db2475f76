// A real browser that watches itself: what is not accessible, what fails, and what leaves the host.
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { root } from "./server.mjs";

const installed = createRequire(join(root, "web/package.json"));
const { chromium } = installed("playwright-core");
const axe = readFileSync(installed.resolve("axe-core/axe.min.js"), "utf8");
// To be looked at: PICTURES=yes keeps one of every page.
export const keepsPictures = process.env.PICTURES === "yes";
const pictures = join(root, "build/screenshots");
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

export const desk = { width: 1440, height: 900 };
export const wideTablet = { width: 1180, height: 780 };
export const lyingTablet = { width: 1024, height: 768 };
export const standingTablet = { width: 768, height: 1024 };
export const phone = { width: 390, height: 844 };

function launching() {
  mkdirSync(pictures, { recursive: true });
  const flags = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return {
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [...flags, "--disable-gpu"],
  };
}

export const openBrowser = () => chromium.launch(launching());

// A browser with a profile on disk, as a tablet has one: what it keeps outlives its end.
export const openProfile = (folder, size) =>
  chromium.launchPersistentContext(folder, {
    ...launching(),
    viewport: size,
    bypassCSP: true,
  });

export class Visitor {
  constructor(page, address, language) {
    Object.assign(this, { page, address, language, findings: [] });
  }

  static async enter(
    browser,
    address,
    { language = "zh-CN", size = desk } = {},
  ) {
    // axe is put into the page by the test, which the page's own policy would rightly forbid.
    const context = await browser.newContext({
      viewport: size,
      bypassCSP: true,
    });
    await context.addInitScript(
      (l) => localStorage.setItem("waystation.language", l),
      language,
    );
    return Visitor.at(await context.newPage(), address, language);
  }

  // At a page that is there already.
  static at(page, address, language) {
    const visitor = new Visitor(page, address, language);
    page.setDefaultTimeout(20_000);
    page.on("pageerror", (error) =>
      visitor.finding(`the page failed: ${error.message}`),
    );
    page.on("request", (request) => {
      const url = new URL(request.url());
      const own =
        url.origin === address || ["data:", "blob:"].includes(url.protocol);
      if (!own) visitor.finding(`a request left the host: ${url.origin}`);
    });
    return visitor;
  }

  finding(text) {
    this.findings.push(text);
  }

  async become(persona) {
    const status = await this.page.evaluate(
      (who) =>
        fetch("/api/session", {
          method: "POST",
          headers: { "Content-Type": "application/json" },
          body: JSON.stringify({ persona: who }),
        }).then((answer) => answer.status),
      persona,
    );
    if (status !== 200)
      throw new Error(`could not act as ${persona}: ${status}`);
  }

  async start(persona) {
    await this.page.goto(this.address);
    await this.become(persona);
  }

  async visit(path) {
    await this.page.goto(this.address + path);
    await this.page.locator("main").waitFor();
    await this.settled();
  }

  // Until nothing on the page is waiting for the server any more.
  async settled() {
    await this.page.locator(".skeleton").first().waitFor({ state: "detached" });
    await this.page.waitForTimeout(150);
  }

  async check(name) {
    await this.page.evaluate(axe);
    const found = await this.page.evaluate(
      (tags) => globalThis.axe.run(document, { runOnly: tags }),
      rules,
    );
    for (const { id, nodes } of found.violations) {
      this.finding(
        `${name} (${this.language}) ${id}: ${nodes[0].html.slice(0, 160)}`,
      );
    }
    const beyond = await this.page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    );
    if (beyond > 0)
      this.finding(
        `${name} (${this.language}) is ${beyond} px wider than the screen`,
      );
    const raw = await this.page.locator("body").innerText();
    if (/\{\{\w+\}\}/.test(raw)) {
      this.finding(
        `${name} (${this.language}) shows an unfilled place: ${raw.match(/.{0,20}\{\{.{0,20}/)}`,
      );
    }
  }

  async picture(name) {
    if (!keepsPictures) return;
    const { width } = this.page.viewportSize();
    const path = join(pictures, `${name}-${width}-${this.language}.png`);
    await this.page.screenshot({ path, fullPage: width < 500 });
  }
}
