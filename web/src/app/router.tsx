import { createRootRoute, createRoute, createRouter, redirect } from '@tanstack/react-router';
import { lazyRouteComponent } from '@tanstack/react-router';
import type { DailyReportFigureKey, SupplyItem } from '../api/contract';
import { supplyItems } from '../kit/supplyItems';
import { Shell } from './Shell';

// Every filter lives in the address, so that a link shows the next person the same view, within
// their rights.
const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

export interface BoardSearch {
  scope?: string;
  show?: 'map' | 'list' | 'cities';
  outlet?: string;
}
export interface OutletsSearch {
  scope?: string;
  state?: string;
  search?: string;
  zone?: string;
  part?: 'list' | 'checklists';
  behind?: 'yes';
}
export interface CallsSearch {
  scope?: string;
  day?: string;
}
export interface PeopleSearch {
  scope?: string;
  zone?: string;
  fit?: 'yes' | 'no';
  part?: 'roster' | 'backups' | 'schemes' | 'directives';
}
export interface SuppliesSearch {
  scope?: string;
  item?: SupplyItem;
  urgency?: 'warning' | 'alarm';
  search?: string;
}
export interface VansSearch {
  scope?: string;
  day?: string;
  run?: string;
}
export interface ReportsSearch {
  scope?: string;
  day?: string;
  at?: string;
  figure?: DailyReportFigureKey;
}
export interface IncidentsSearch {
  scope?: string;
  part?: 'open' | 'closed' | 'duty';
  incident?: string;
}
export interface ServicesSearch {
  scope?: string;
  part?: 'stations' | 'calls' | 'suppliers';
  outlet?: string;
}
export interface SimulateSearch {
  scope?: string;
  outlet?: string;
}
export interface CashSearch {
  scope?: string;
  outlet?: string;
  part?: 'flow' | 'orders' | 'sheet' | 'bags' | 'keys';
  day?: string;
  bag?: string;
}
export interface PlanSearch {
  scope?: string;
  outlet?: string;
  against?: string;
}
export interface AdminSearch {
  scope?: string;
  part?: 'policies' | 'import' | 'accounts' | 'api';
  search?: string;
}

const word = <Word extends string>(value: unknown, words: readonly Word[]) =>
  words.find((known) => known === value);

const root = createRootRoute({
  component: Shell,
  validateSearch: (search: Record<string, unknown>): { scope?: string } => ({
    scope: text(search.scope),
  }),
});

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: ({ search }) => {
    throw redirect({ to: '/board', search });
  },
});
const board = createRoute({
  getParentRoute: () => root,
  path: '/board',
  validateSearch: (search: Record<string, unknown>): BoardSearch => ({
    scope: text(search.scope),
    show: word(search.show, ['map', 'list', 'cities']),
    outlet: text(search.outlet),
  }),
  component: lazyRouteComponent(() => import('../features/board/BoardPage'), 'BoardPage'),
});
const plans = createRoute({
  getParentRoute: () => root,
  path: '/plans',
  component: lazyRouteComponent(() => import('../features/plans/PlansPage'), 'PlansPage'),
});
const plan = createRoute({
  getParentRoute: () => root,
  path: '/plans/$plan',
  validateSearch: (search: Record<string, unknown>): PlanSearch => ({
    scope: text(search.scope),
    outlet: text(search.outlet),
    against: text(search.against),
  }),
  component: lazyRouteComponent(() => import('../features/plans/PlanPage'), 'PlanPage'),
});
const outlets = createRoute({
  getParentRoute: () => root,
  path: '/outlets',
  validateSearch: (search: Record<string, unknown>): OutletsSearch => ({
    scope: text(search.scope),
    state: text(search.state),
    search: text(search.search),
    zone: text(search.zone),
    part: word(search.part, ['list', 'checklists']),
    behind: word(search.behind, ['yes']),
  }),
  component: lazyRouteComponent(() => import('../features/outlets/OutletsPage'), 'OutletsPage'),
});
const outlet = createRoute({
  getParentRoute: () => root,
  path: '/outlets/$outlet',
  component: lazyRouteComponent(() => import('../features/outlets/OutletPage'), 'OutletPage'),
});
const calls = createRoute({
  getParentRoute: () => root,
  path: '/outlets/$outlet/calls',
  validateSearch: (search: Record<string, unknown>): CallsSearch => ({
    scope: text(search.scope),
    day: text(search.day),
  }),
  component: lazyRouteComponent(() => import('../features/outlets/CallsPage'), 'CallsPage'),
});
const people = createRoute({
  getParentRoute: () => root,
  path: '/people',
  validateSearch: (search: Record<string, unknown>): PeopleSearch => ({
    scope: text(search.scope),
    zone: text(search.zone),
    fit: word(search.fit, ['yes', 'no']),
    part: word(search.part, ['roster', 'backups', 'schemes', 'directives']),
  }),
  component: lazyRouteComponent(() => import('../features/people/PeoplePage'), 'PeoplePage'),
});
const supplies = createRoute({
  getParentRoute: () => root,
  path: '/supplies',
  validateSearch: (search: Record<string, unknown>): SuppliesSearch => ({
    scope: text(search.scope),
    item: word(search.item, supplyItems),
    urgency: word(search.urgency, ['warning', 'alarm']),
    search: text(search.search),
  }),
  component: lazyRouteComponent(() => import('../features/supplies/SuppliesPage'), 'SuppliesPage'),
});
const cash = createRoute({
  getParentRoute: () => root,
  path: '/cash',
  validateSearch: (search: Record<string, unknown>): CashSearch => ({
    scope: text(search.scope),
    outlet: text(search.outlet),
    part: word(search.part, ['flow', 'orders', 'sheet', 'bags', 'keys']),
    day: text(search.day),
    bag: text(search.bag),
  }),
  component: lazyRouteComponent(() => import('../features/cash/CashPage'), 'CashPage'),
});
const simulate = createRoute({
  getParentRoute: () => root,
  path: '/simulate',
  validateSearch: (search: Record<string, unknown>): SimulateSearch => ({
    scope: text(search.scope),
    outlet: text(search.outlet),
  }),
  component: lazyRouteComponent(() => import('../features/simulate/SimulatePage'), 'SimulatePage'),
});
const vans = createRoute({
  getParentRoute: () => root,
  path: '/vans',
  validateSearch: (search: Record<string, unknown>): VansSearch => ({
    scope: text(search.scope),
    day: text(search.day),
    run: text(search.run),
  }),
  component: lazyRouteComponent(() => import('../features/vans/VansPage'), 'VansPage'),
});
const reports = createRoute({
  getParentRoute: () => root,
  path: '/reports',
  validateSearch: (search: Record<string, unknown>): ReportsSearch => ({
    scope: text(search.scope),
    day: text(search.day),
    at: text(search.at),
    figure: text(search.figure) as DailyReportFigureKey | undefined,
  }),
  component: lazyRouteComponent(() => import('../features/reports/ReportsPage'), 'ReportsPage'),
});
const incidents = createRoute({
  getParentRoute: () => root,
  path: '/incidents',
  validateSearch: (search: Record<string, unknown>): IncidentsSearch => ({
    scope: text(search.scope),
    part: word(search.part, ['open', 'closed', 'duty']),
    incident: text(search.incident),
  }),
  component: lazyRouteComponent(
    () => import('../features/incidents/IncidentsPage'),
    'IncidentsPage',
  ),
});
const services = createRoute({
  getParentRoute: () => root,
  path: '/services',
  validateSearch: (search: Record<string, unknown>): ServicesSearch => ({
    scope: text(search.scope),
    part: word(search.part, ['stations', 'calls', 'suppliers']),
    outlet: text(search.outlet),
  }),
  component: lazyRouteComponent(() => import('../features/services/ServicesPage'), 'ServicesPage'),
});
const admin = createRoute({
  getParentRoute: () => root,
  path: '/admin',
  validateSearch: (search: Record<string, unknown>): AdminSearch => ({
    scope: text(search.scope),
    part: word(search.part, ['policies', 'import', 'accounts', 'api']),
    search: text(search.search),
  }),
  component: lazyRouteComponent(() => import('../features/admin/AdminPage'), 'AdminPage'),
});

const routes = root.addChildren([
  home,
  board,
  plans,
  plan,
  outlets,
  outlet,
  calls,
  people,
  supplies,
  cash,
  vans,
  incidents,
  reports,
  services,
  simulate,
  admin,
]);

// Addresses read as people write them: ?scope=SY/102221004264, without quotes or escapes.
function readSearch(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search));
}

function writeSearch(search: Record<string, unknown>): string {
  const written = new URLSearchParams();
  for (const [key, value] of Object.entries(search)) {
    if (value !== undefined && value !== '') written.set(key, String(value));
  }
  const shown = written.toString().replaceAll('%2F', '/');
  return shown && `?${shown}`;
}

export const makeRouter = () =>
  createRouter({
    routeTree: routes,
    parseSearch: readSearch,
    stringifySearch: writeSearch,
    defaultPreload: 'intent',
    scrollRestoration: true,
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
