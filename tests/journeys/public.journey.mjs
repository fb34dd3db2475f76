// The pages that anybody may read, without a script: two languages, two type sizes, desk and phone.
import { gzipSync } from "node:zlib";
import { desk, phone, Visitor } from "./browser.mjs";

const most = 25 * 1024;
const pages = {
  "public-list": "/p",
  "public-outlet": "/p/102221004264",
  "public-machine": "/p/102221004264/1",
  "public-missing": "/p/102221000000",
};

export async function reading(browser, address) {
  const findings = [];
  for (const language of ["zh-CN", "en"]) {
    for (const size of [desk, phone]) {
      for (const large of [false, true]) {
        const visitor = await Visitor.enter(browser, address, {
          language,
          size,
        });
        for (const [name, path] of Object.entries(pages)) {
          const query = new URLSearchParams();
          if (language === "en") query.set("lang", "en");
          if (large) query.set("size", "large");
          const answer = await visitor.page.goto(`${address}${path}?${query}`);
          const sent = gzipSync(await answer.body()).length;
          if (sent > most) visitor.finding(`${name} is ${sent} bytes`);
          const shown = large ? `${name}-large` : name;
          await visitor.check(shown);
          await visitor.picture(shown);
        }
        findings.push(...visitor.findings);
        await visitor.page.context().close();
      }
    }
  }
  return findings;
}
