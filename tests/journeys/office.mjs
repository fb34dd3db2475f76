// What every journey through the staff's pages does: act as a persona, look, open a dialog by its verb and confirm it.
import { Visitor } from "./browser.mjs";

export async function look(visitor, name) {
  await visitor.settled();
  await visitor.check(name);
  await visitor.picture(name);
}

export async function asPersona(browser, address, persona, options = {}) {
  const visitor = await Visitor.enter(browser, address, options);
  await visitor.start(persona);
  return visitor;
}

// Whoever is done leaves, and says what was found.
export async function done(visitor) {
  await visitor.page.context().close();
  return visitor.findings;
}

// Opens a dialog by its verb, and gives it back; `within` narrows where the button is.
export async function dialog(page, verb, within = page) {
  await within.getByRole("button", { name: verb, exact: true }).first().click();
  const open = page.getByRole("dialog");
  await open.waitFor();
  return open;
}

const press = (open, verb) =>
  open.getByRole("button", { name: verb, exact: true }).click();

export async function confirm(open, verb) {
  await press(open, verb);
  await open.waitFor({ state: "detached" });
}
export async function refused(open, verb, words) {
  await press(open, verb);
  await open.getByRole("alert").getByText(words).waitFor();
}

// Somebody at one page of theirs, with the one dialog that may be open there.
export async function at(browser, address, persona, path, options) {
  const visitor = await asPersona(browser, address, persona, options);
  await visitor.visit(path);
  const { page } = visitor;
  const shown = page.getByRole("dialog");
  return {
    visitor,
    page,
    dialog: shown,
    open: (verb) => dialog(page, verb),
    send: (verb) => confirm(shown, verb),
    look: (name) => look(visitor, name),
    leave: async (findings) => {
      findings.push(...(await done(visitor)));
    },
  };
}
