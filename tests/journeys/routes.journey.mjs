// Every page, in both languages, at the width of a desk and of a phone.
import { desk, phone, Visitor } from "./browser.mjs";

const pages = {
  board: "/board",
  "board-list": "/board?show=list",
  "board-cities": "/board?show=cities",
  "board-scope": "/board?scope=SY/102221004264",
  plans: "/plans",
  plan: null, // Of the plan that was made before.
  "plan-shut": null,
  outlets: "/outlets",
  outlet: "/outlets/102221004264",
  cash: "/cash",
  calls: "/outlets/102221004264/calls?day=2021-01-08",
  people: "/people",
  supplies: "/supplies",
  "supplies-filtered": "/supplies?item=mask&urgency=warning",
  "supplies-none": "/supplies?search=none",
  "people-zone": "/people?zone=SY-HG-01&fit=yes",
  "people-backups": "/people?part=backups",
  "people-schemes": "/people?part=schemes",
  directives: "/people?part=directives",
  incidents: "/incidents",
  duty: "/incidents?part=duty",
  reports: "/reports",
  services: "/services",
  "services-calls": "/services?part=calls",
  simulate: "/simulate",
  checklists: "/outlets?part=checklists",
  policies: "/admin?part=policies",
  import: "/admin?part=import",
  accounts: "/admin?part=accounts",
  api: "/admin?part=api",
};

// The plan in force, and an outlet that it leaves shut.
async function planOf(browser, address) {
  const visitor = await Visitor.enter(browser, address);
  await visitor.start("LN-command");
  const see = (view) =>
    visitor.page.evaluate(
      (path) => fetch(path).then((answer) => answer.json()),
      `/api/views/${view}`,
    );
  const { rows } = await see("plans");
  const { plan } = rows.find((row) => row.status === "approved");
  const { document } = await see(`plan?plan=${plan}`);
  const shut = document.outlets.find(
    (outlet) => outlet.verdict === "cannot_open",
  );
  await visitor.page.context().close();
  return { plan, shut: shut.outlet };
}

export async function routes(browser, address) {
  const { plan, shut } = await planOf(browser, address);
  const paths = {
    ...pages,
    plan: `/plans/${plan}`,
    "plan-shut": `/plans/${plan}?outlet=${shut}`,
  };
  const findings = [];
  for (const language of ["zh-CN", "en"]) {
    for (const size of [desk, phone]) {
      const visitor = await Visitor.enter(browser, address, { language, size });
      await visitor.page.goto(address);
      await visitor.settled();
      await visitor.check("sign-in");
      await visitor.picture("sign-in");
      await visitor.become("LN-command");
      for (const [name, path] of Object.entries(paths)) {
        await visitor.visit(path);
        await visitor.check(name);
        await visitor.picture(name);
      }
      findings.push(...visitor.findings);
      await visitor.page.context().close();
    }
  }
  return findings;
}
