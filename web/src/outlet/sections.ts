import type { Session } from '../api/contract';
import { viewRoles } from '../api/contract';
import type { Want } from './engine/shelves';
import type { Section } from './section';

const files = import.meta.glob<{ section: Section }>('./sections/*.tsx', { eager: true });

export const sections = Object.values(files)
  .map((file) => file.section)
  .sort((a, b) => a.order - b.order);

// What every section needs, each view once, as far as the role may see it.
export function wants(outlet: string, session: Session): Want[] {
  const scope = session.scope?.includes('/') ? session.scope : undefined;
  const all: Want[] = [
    { name: 'outlet', query: { outlet } },
    { name: 'worklist', query: { scope } },
    ...sections.flatMap((section) => section.wants?.(outlet, session) ?? []),
  ];
  const seen = new Set<string>();
  return all.filter(({ name }) => {
    const allowed = viewRoles[name].some((role) => role === session.role);
    return allowed && !seen.has(name) && Boolean(seen.add(name));
  });
}
