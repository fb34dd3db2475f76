// `npm run journeys`: the real program, a real browser, the journeys one after the other; those of the
// staff, of the tablet or of the hall display alone, or a single one, by name.
import { openBrowser } from "./browser.mjs";
import { cash } from "./cash.journey.mjs";
import { cashrooms } from "./cashrooms.journey.mjs";
import { crew } from "./crew.journey.mjs";
import { foresee } from "./foresee.journey.mjs";
import { forms } from "./forms.journey.mjs";
import { hall } from "./hall.journey.mjs";
import { importing } from "./import.journey.mjs";
import { incidents } from "./incidents.journey.mjs";
import { reading } from "./public.journey.mjs";
import { cutOff, killed } from "./offline.journey.mjs";
import { reopening } from "./reopening.journey.mjs";
import { reporting } from "./reports.journey.mjs";
import { routes } from "./routes.journey.mjs";
import { display } from "./screen.journey.mjs";
import {
  cashDay,
  decisionDay,
  openDay,
  startServer,
  vanDay,
} from "./server.mjs";
import { services } from "./services.journey.mjs";
import { starts } from "./start.journey.mjs";
import { upkeep } from "./upkeep.journey.mjs";
import { visiting } from "./visit.journey.mjs";
import { workplace } from "./workplace.journey.mjs";

const journeys = {
  staff: [
    [decisionDay, reopening],
    [decisionDay, importing],
    [openDay, routes],
    [openDay, reading],
    [openDay, visiting],
    [openDay, forms],
    [openDay, foresee],
    [cashDay, cashrooms],
    [openDay, incidents],
    [openDay, reporting],
    [openDay, services],
  ],
  tablet: [
    [openDay, starts],
    [openDay, cutOff],
    [openDay, killed],
    [openDay, upkeep],
    [openDay, workplace],
    [openDay, hall],
    [cashDay, cash],
    [vanDay, crew],
  ],
  display: [[openDay, display]],
};
const asked = process.argv[2];
const all = Object.values(journeys).flat();
const those = asked
  ? (journeys[asked] ?? all.filter(([, journey]) => journey.name === asked))
  : all;
if (those.length === 0) throw new Error(`no journey is named ${asked}`);

const browser = await openBrowser();
const findings = [];
try {
  for (const [moment, journey] of those) {
    const server = await startServer(moment);
    try {
      findings.push(...(await journey(browser, server.address, server)));
    } finally {
      await server.stop();
    }
  }
} finally {
  await browser.close();
}
for (const finding of findings) console.error(finding);
console.log(
  findings.length === 0
    ? "journeys: all went well"
    : `journeys: ${findings.length} findings`,
);
process.exitCode = findings.length === 0 ? 0 : 1;
