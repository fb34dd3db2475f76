import type { Plugin } from 'vite';

// Whole families of sentences that only the staff's application says. What is not named here comes
// along, so that a new section of the tablet finds its words; a test holds the tablet's own words
// against this list.
const staffOnly =
  /^((accounts|admin|api|backed|backup|backups|bag-where|board|bring-limit|calendar|calls|cash(?!\.release$)|cash-part|checks|city|compare|contact|custody|daysheet|daysheet-not-yet|daysheet-state|diff|directive|directives|display|duty|forecast|figure|flow-kind|gantt|grade|guidance|import|incident|incidents|inspection|inspections|keys|levels|lock-kind|lots|machine\.kind|machine\.test|machines|manifest|measure-unit|nav(?!\.(label|skip)$)|need|objective|order|order-direction|order-end|order-means|order-status|outgoing|papers|person|pin|place|plan|plans|policies|policy|position|roster|rule|rule-fact|run-form|run-kind|run-moment|runway|schemes|report|reports|scope|services|sheet|signature|simulate|solve|stand-in|station|stations|contactless|supplies|supply|template|test-result|test-state|timeline|trail|trail-event|unit|van-window|vans|verdict|visit-basis|why|code\.(account|approval|backup|cash-day|city|community|export|import|plan|policy|relax|report|daily-report|directive|duty|forecast|foresight|incident|inspection|contactless|station|substitute|van|why|zone))\.|work\.\w+\.(do|detail)$)/;

// The hall display says little, and its families are known.
const screen =
  /^(display|code\.(sign-in|session)|hall\.(service|full|wait|wait-one|people|window)|role|state|language)(\.|$)/;

export const isForTablet = (key: string) => !staffOnly.test(key);
export const isForScreen = (key: string) => screen.test(key);

export function leanWords(isNeeded: (key: string) => boolean): Plugin {
  return {
    name: 'waystation-lean-words',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/locales\/[\w-]+\.json$/.test(id)) return undefined;
      const words = Object.entries(JSON.parse(code) as Record<string, string>);
      return JSON.stringify(Object.fromEntries(words.filter(([key]) => isNeeded(key))));
    },
  };
}
