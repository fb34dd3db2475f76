import { Link, useLocation, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useView } from '../api/hooks';

// Drawn on a 24-unit sheet with one pen.
const icons: Record<string, ReactNode> = {
  board: <path d="M4.2 16.5a8.5 8.5 0 1 1 15.6 0M12 14l4-5M4.5 20h15" />,
  plans: <path d="M5 5h14v15H5zM5 9.5h14M9 3v4M15 3v4M8.5 14.5l2.4 2.4 4.6-4.6" />,
  outlets: (
    <path d="M3.5 9.5 12 4l8.5 5.5zM5.5 9.5V18M10 9.5V18M14 9.5V18M18.5 9.5V18M3.5 20.5h17" />
  ),
  people: (
    <path d="M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7M2.8 20a6.2 6.2 0 0 1 12.4 0M16 4.6a3.2 3.2 0 0 1 0 6M17.5 14.2A6 6 0 0 1 21.2 20" />
  ),
  supplies: <path d="M4 8.5 12 4l8 4.5v8L12 21l-8-4.5zM4 8.5l8 4.5 8-4.5M12 13v8M8 6.3l8 4.4" />,
  cash: (
    <path d="M3.5 7h17v10h-17zM12 14.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5M6.5 12h.5M17 12h.5" />
  ),
  vans: (
    <path d="M3 7h11v9H3zM14 10h4l3 3v3h-7M7 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4M17.5 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4" />
  ),
  reports: <path d="M6 3.5h9l3.5 3.5v13.5H6zM15 3.5V7h3.5M9 11.5h6.5M9 14.5h6.5M9 17.5h4" />,
  incidents: <path d="M12 4 3.2 19.5h17.6zM12 10v4.5M12 16.8v.4" />,
  services: (
    <path d="M5 8.5h11v6a4 4 0 0 1-4 4H9a4 4 0 0 1-4-4zM16 10h1.5a2.3 2.3 0 0 1 0 4.6H16M8 3.5v2M12.5 3.5v2M4 21h13" />
  ),
  simulate: <path d="M4 19.5h16M6 16l4-5 3.5 3L19 6M19 6h-4M19 6v4" />,
  admin: <path d="M4 7h9M17 7h3M4 17h3M11 17h9M15 4.8v4.4M9 14.8v4.4" />,
};

const places = [
  { to: '/board', name: 'board' },
  { to: '/plans', name: 'plans' },
  { to: '/outlets', name: 'outlets' },
  { to: '/people', name: 'people' },
  { to: '/supplies', name: 'supplies' },
  { to: '/cash', name: 'cash' },
  { to: '/vans', name: 'vans' },
  { to: '/incidents', name: 'incidents' },
  { to: '/reports', name: 'reports' },
  { to: '/services', name: 'services' },
  { to: '/simulate', name: 'simulate' },
  { to: '/admin', name: 'admin' },
] as const;

export function NavRail() {
  const { t } = useTranslation();
  const { scope } = useSearch({ strict: false });
  const worklist = useView('worklist', { scope });
  const waiting = worklist.data?.items.filter((item) => item.mine).length ?? 0;
  const { pathname } = useLocation();
  const list = useRef<HTMLUListElement>(null);
  // On a telephone the rail is longer than the screen.
  useEffect(() => {
    const current = list.current?.querySelector(`a[href^="/${pathname.split('/')[1]}"]`);
    current?.scrollIntoView?.({ inline: 'center', block: 'nearest' });
  }, [pathname]);
  return (
    <nav className="rail" aria-label={t('nav.label')}>
      <span className="rail-logo" aria-hidden="true">
        <svg viewBox="0 0 32 32" width="34" height="34">
          <path d="M5 15.5 16 6l11 9.5" />
          <path d="M8.5 14v11h15V14" />
          <circle cx="16" cy="18.5" r="3" />
        </svg>
      </span>
      <ul ref={list}>
        {places.map(({ to, name }) => (
          <li key={name}>
            <Link to={to} search={{ scope }} activeProps={{ 'aria-current': 'page' }}>
              <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
                {icons[name]}
              </svg>
              {t(`nav.${name}`)}
              {name === 'board' && waiting > 0 && (
                <span className="rail-count">
                  {waiting}
                  <span className="unseen">{t('nav.waiting')}</span>
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
