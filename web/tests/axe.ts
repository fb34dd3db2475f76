import axe from 'axe-core';
import { expect } from 'vitest';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

// jsdom has no colours of its own; contrast is checked in a real browser by the journeys.
export async function expectAccessible(container: Element): Promise<void> {
  const found = await axe.run(container, {
    runOnly: rules,
    rules: { 'color-contrast': { enabled: false } },
  });
  expect(found.violations.map((violation) => `${violation.id}: ${violation.help}`)).toEqual([]);
}
