// `npm run journeys`: the real program, a real browser, the journeys one after the other.
import { openBrowser } from "./browser.mjs";
import { importing } from "./import.journey.mjs";
import { reopening } from "./reopening.journey.mjs";
import { routes } from "./routes.journey.mjs";
import { startServer } from "./server.mjs";

const server = await startServer();
const browser = await openBrowser();
const findings = [];
try {
  const reopened = await reopening(browser, server.address);
  findings.push(...reopened.findings);
  findings.push(...(await importing(browser, server.address)));
  findings.push(...(await routes(browser, server.address, reopened)));
} finally {
  await browser.close();
  await server.stop();
}
for (const finding of findings) console.error(finding);
console.log(
  findings.length === 0
    ? "journeys: all went well"
    : `journeys: ${findings.length} findings`,
);
process.exitCode = findings.length === 0 ? 0 : 1;
