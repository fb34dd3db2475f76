import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSnapshot } from './context';
import { link, useSection } from './route';
import { sections } from './sections';

interface Tab {
  name: string;
  icon: ReactNode;
  count?: number;
}

// One tab a section, between what is due and what waits to be sent.
export function Tabs() {
  const { t } = useTranslation();
  const { entries } = useSnapshot();
  const now = useSection();
  const open = entries.filter((e) => e.state === 'waiting' || e.state === 'conflict').length;
  const tabs: Tab[] = [
    { name: '', icon: <path d="M12 21a9 9 0 1 1 0-18 9 9 0 0 1 0 18M12 7.5V12l3.2 2.2" /> },
    ...sections,
    {
      name: 'outbox',
      icon: <path d="M4 13v6.5h16V13M12 15V4M7.5 8.5 12 4l4.5 4.5" />,
      count: open,
    },
  ];
  return (
    <nav className="tabs" aria-label={t('nav.label')}>
      <ul>
        {tabs.map(({ name, icon, count }) => (
          <li key={name}>
            <a {...link(name)} aria-current={now === name ? 'page' : undefined}>
              <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
                {icon}
              </svg>
              {t(`tablet.tab.${name || 'next'}`)}
              {count !== undefined && count > 0 && <span className="tab-count">{count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
