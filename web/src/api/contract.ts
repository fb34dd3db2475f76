// Generated from the C++ descriptions by `waystation contract --typescript`. Do not edit.

// RFC 3339, such as 2021-01-08T01:00:00Z.
export type Time = string;
// YYYY-MM-DD at the place it speaks of.
export type Day = string;
// HH:MM.
export type TimeOfDay = string;
// 1/100 yuan, whole.
export type Fen = number;

export interface AccountRow {
  account: string;
  title: string;
  role: Role;
  scope: string;
  disabled: boolean;
  version: number;
}

export interface AccountTable {
  rows: AccountRow[];
  as_of_seq: number;
  as_of: Time;
}

export interface AgentRule {
  agent: DisinfectionAgent;
  kind: DisinfectionKind;
  least: number;
  contact_minutes: number;
}

export interface AppointmentShown {
  booking: string;
  person: string;
  service: QueueService;
  priority: QueuePriority;
  band: TimeOfDay;
  waitlisted: boolean;
  from: Time;
  until: Time;
}

export interface Appointments {
  outlet: string;
  day: Day;
  ahead_days: number;
  rows: AppointmentShown[];
  bands: BandShown[];
  version: number;
  as_of_seq: number;
  as_of: Time;
}

export interface ApprovalSignature {
  level: Level;
  by: string;
  at: Time;
  remark: string;
}

export interface BackupPerson {
  person: string;
  name?: string | null;
  fit: boolean;
  reasons: string[];
  tested_on?: Day | null;
  passed: boolean;
  test_overdue: boolean;
}

export interface BackupRow {
  at: string;
  title: string;
  post: PostBackupBackedPost;
  holder?: BackupPerson | null;
  substitutes: BackupPerson[];
  from_plan: boolean;
  single_point: boolean;
}

export interface Backups {
  rows: BackupRow[];
  single_points: number;
  today: Day;
  as_of_seq: number;
  as_of: Time;
}

export type BagWhere =
  | 'depot'
  | 'van'
  | 'outlet'
  | 'elsewhere';

export interface BandShown {
  band: TimeOfDay;
  booked: number;
  waitlisted: number;
  minutes_left: number;
  past: boolean;
}

export interface Board {
  scope: string;
  response_day?: number | null;
  cities_in_response: string[];
  figures: Figure[];
  states: StateCount[];
  cities: CityRollup[];
  cover: CoverBar[];
  now: Time;
  as_of_seq: number;
  as_of: Time;
}

export interface CallBackRow {
  outlet: string;
  title: string;
  request: string;
  kind: ContactlessKind;
  segment: ContactlessSegment;
  day: Day;
  from: TimeOfDay;
  till: TimeOfDay;
  call_by: Time;
  overdue: boolean;
  stage: ContactlessStage;
  asked_at: Time;
  adviser?: string | null;
  from_home: boolean;
  contact?: string | null;
  result?: ContactlessResult | null;
  version: number;
}

export interface CallShown {
  ticket: string;
  window: number;
  at: Time;
}

export interface CashAdvice {
  urgent: boolean;
  reserve: Fen;
  missing: Fen;
  bring: Fen;
  bundles: CashBundleLine[];
  limit: CashBringLimit;
  needed_by?: Time | null;
  leave_by?: Time | null;
  too_late: boolean;
  risk_if_not: number;
  risk_if_brought: number;
  small_percent: number;
  pension_day_ahead: boolean;
}

export interface CashBagRow {
  bag: string;
  source: CashSource;
  stage: CashStage;
  place: CashPlaceKind;
  at: string;
  amount: Fen;
  notes: CashPack[];
  seal: string;
  since: Time;
  sanitised_at?: Time | null;
  held_until?: Time | null;
  key_area: boolean;
  not_yet?: string | null;
}

export interface CashBagStep {
  seq: number;
  at: Time;
  event: string;
  deed?: CashDeedKind | null;
  outlet: string;
  title: string;
  by: string;
  with?: string | null;
  place?: string | null;
  seal?: string | null;
  remark?: string | null;
}

export interface CashBagTrail {
  bag: string;
  origin: string;
  origin_title: string;
  source?: CashSource | null;
  since?: Time | null;
  held_until?: Time | null;
  stage?: CashStage | null;
  at?: string | null;
  steps: CashBagStep[];
  time_zone: string;
  now: Time;
  as_of_seq: number;
  as_of: Time;
}

export interface CashBecoming {
  at: Time;
  amount: Fen;
  bag: string;
}

export type CashBringLimit =
  | 'none'
  | 'holding_limit'
  | 'van_load';

export interface CashBundleLine {
  denomination: CashDenomination;
  bundles: number;
  straps: number;
  amount: Fen;
}

export type CashCompartment =
  | 'clean'
  | 'dirty';

export interface CashDailyPayout {
  basis: CashForecastBasis;
  average: Fen;
  days_seen: number;
}

export type CashDayFlowKind =
  | 'received'
  | 'taken_in'
  | 'taken_over'
  | 'surplus'
  | 'paid'
  | 'handed_over'
  | 'handed_in'
  | 'missing';

export interface CashDayLine {
  kind: CashDayFlowKind;
  amount: Fen;
  times: number;
}

export interface CashDayPage {
  outlet: string;
  title: string;
  state: CashDayState;
  sheet: CashDaySheet;
  drawn_up_by?: string | null;
  signed_by?: string | null;
  signed_at?: Time | null;
  not_yet?: string | null;
  days: Day[];
  pairs: CashPairRow[];
  locks: CashLockRow[];
  version: number;
  time_zone: string;
  now: Time;
  as_of_seq: number;
  as_of: Time;
}

export interface CashDaySheet {
  day: Day;
  opening: Fen;
  lines: CashDayLine[];
  others: Fen;
  closing: Fen;
  since: Fen;
  held: CashDayStageSum[];
  discrepancies_open: number;
}

export interface CashDayStageSum {
  place: CashPlaceKind;
  stage: CashStage;
  amount: Fen;
  notes: CashPack[];
}

export type CashDayState =
  | 'open'
  | 'drawn_up'
  | 'signed_by_two';

export interface CashDeed {
  kind: CashDeedKind;
  bags: string[];
  filling?: CashFilling | null;
  source?: CashSource | null;
  teller_box?: string | null;
  van?: string | null;
  compartment?: CashCompartment | null;
  seals?: string[] | null;
  document?: string | null;
  machine?: string | null;
  cassettes?: string[] | null;
  emptied?: MachineEmptying[] | null;
  switches?: MachineSwitch[] | null;
  order?: string | null;
}

export type CashDeedKind =
  | 'take_in'
  | 'store'
  | 'release'
  | 'draw'
  | 'put_back'
  | 'sort_out'
  | 'hand_over'
  | 'take_over'
  | 'hand_in'
  | 'machine_mode'
  | 'machine_load'
  | 'machine_settle';

export type CashDenomination =
  | 'yuan_100'
  | 'yuan_50'
  | 'yuan_20'
  | 'yuan_10'
  | 'yuan_5'
  | 'yuan_1'
  | 'coin_1'
  | 'jiao_5'
  | 'jiao_1';

export interface CashDiscrepancy {
  bag: string;
  missing: CashPack[];
  surplus: CashPack[];
  at: Time;
  counted_by: string[];
}

export interface CashFilling {
  into: string;
  notes: CashPack[];
  total: Fen;
  seal: string;
}

export type CashForecastBasis =
  | 'ledger'
  | 'plan'
  | 'declared'
  | 'none';

export interface CashHolding {
  place: CashPlaceKind;
  line: CashLine;
  stage: CashStage;
  source: CashSource;
  amount: Fen;
  notes: CashPack[];
}

export type CashKeyLockKind =
  | 'vault'
  | 'cabinet'
  | 'machine';

export type CashLine =
  | 'paid_in'
  | 'paid_out';

export interface CashLockRow {
  lock: string;
  kind: CashKeyLockKind;
  changed_on: Day;
  changed_by: string[];
  due_on: Day;
  overdue: boolean;
  begun_by?: string | null;
}

export type CashMethod =
  | 'uv_pass'
  | 'cabinet';

export interface CashOrderAnswer {
  by: string;
  at: Time;
  remark: string;
}

export type CashOrderDirection =
  | 'delivery'
  | 'hand_in';

export interface CashOrderRow {
  outlet: string;
  title: string;
  city: string;
  order: string;
  direction: CashOrderDirection;
  status: CashOrderStatus;
  ordered: CashPack[];
  amount: Fen;
  approved: CashPack[];
  approved_amount: Fen;
  needed_on: Day;
  by: string;
  since: Time;
  answer_by: Time;
  late: boolean;
  two_approve: boolean;
  approvals: CashOrderAnswer[];
  closed?: CashOrderAnswer | null;
}

export type CashOrderStatus =
  | 'waiting'
  | 'approved'
  | 'refused'
  | 'withdrawn'
  | 'fulfilled';

export interface CashOrders {
  rows: CashOrderRow[];
  now: Time;
  as_of_seq: number;
  as_of: Time;
}

export interface CashPack {
  denomination: CashDenomination;
  count: number;
}

export interface CashPage {
  outlet: string;
  title: string;
  held: Fen;
  clean: Fen;
  limit: Fen;
  stages: CashHolding[];
  bags: CashBagRow[];
  teller_boxes: CashTellerBox[];
  runs: CashRunRow[];
  waiting: CashWaiting[];
  discrepancies: CashDiscrepancy[];
  version: number;
  time_zone: string;
  now: Time;
  as_of_seq: number;
  as_of: Time;
}

export interface CashPairRow {
  one: string;
  other: string;
  since: Time;
  last: Time;
  deeds: number;
  change_by: Time;
  too_long: boolean;
}

export type CashPlaceKind =
  | 'window'
  | 'teller_box'
  | 'cabinet'
  | 'vault'
  | 'cassette'
  | 'van'
  | 'customer'
  | 'central_bank'
  | 'discrepancy';

export interface CashReserve {
  left_over_basis_points: number;
  next_van: Fen;
  missed_van: Fen;
}

export interface CashRow {
  outlet: string;
  title: string;
  city: string;
  sealed: boolean;
  held: Fen;
  clean: Fen;
  limit: Fen;
  bags: number;
  waiting: number;
  discrepancies: number;
}

export interface CashRunRow {
  run: string;
  cabinet: string;
  method: CashMethod;
  since: Time;
  done_at: Time;
  bags: string[];
}

export interface CashRunway {
  rows: CashRunwayRow[];
  urgent: number;
  without_forecast: number;
  time_zone: string;
  now: Time;
  as_of_seq: number;
  as_of: Time;
}

export interface CashRunwayBasis {
  daily: CashDailyPayout;
  payment: Fen;
  dispersion_basis_points: number;
  warning_basis_points: number;
  pension_day_of_month: number;
  pension_factor_percent: number;
  van_interval_days: number;
  drive_minutes: number;
  gate_minutes: number;
}

export interface CashRunwayPage {
  row: CashRunwayRow;
  until: Time;
  curve: CashRunwayPoint[];
  reserves: CashReserve[];
  becoming: CashBecoming[];
  assumptions: CashRunwayBasis;
  time_zone: string;
  now: Time;
  as_of_seq: number;
  as_of: Time;
}

export interface CashRunwayPoint {
  at: Time;
  payout: Fen;
  supply: Fen;
  risk_basis_points: number;
}

export interface CashRunwayRow {
  outlet: string;
  title: string;
  city: string;
  sealed: boolean;
  paying: boolean;
  basis: CashForecastBasis;
  severity: Severity;
  clean: Fen;
  safe_until?: Time | null;
  runs_out_at?: Time | null;
  surely_out_at?: Time | null;
  visits: CashVisits;
  risk_next_van: number;
  risk_missed_van: number;
  advice: CashAdvice;
}

export type CashSource =
  | 'ordinary'
  | 'hospital'
  | 'wet_market'
  | 'public_transport'
  | 'station'
  | 'isolation_area'
  | 'damaged'
  | 'fit_notes'
  | 'new_sealed';

export type CashStage =
  | 'received'
  | 'bagged'
  | 'sanitising'
  | 'sanitised'
  | 'counted'
  | 'released'
  | 'payable'
  | 'paid'
  | 'handed_in'
  | 'missing';

export interface CashTable {
  rows: CashRow[];
  held: Fen;
  clean: Fen;
  as_of_seq: number;
  as_of: Time;
}

export interface CashTellerBox {
  teller_box: string;
  amount: Fen;
  notes: CashPack[];
}

export type CashVisitBasis =
  | 'plan'
  | 'passes'
  | 'interval'
  | 'none';

export interface CashVisits {
  basis: CashVisitBasis;
  next?: Time | null;
  after_next?: Time | null;
}

export interface CashWaiting {
  act: string;
  deed: CashDeed;
  by: string;
  expires_at: Time;
}

export interface CassetteRow {
  cassette: string;
  denomination: CashDenomination;
  direction: MachineDirection;
  held: number;
  capacity: number;
  floor: number;
  amount: Fen;
  low: boolean;
  full: boolean;
  counter: number;
  sensed?: number | null;
  difference?: MachineDifference | null;
}

export interface Change {
  seq: number;
  streams: string[];
}

export type ChecklistCondition =
  | 'inside_seal'
  | 'raised_level'
  | 'with_machines';

export interface ChecklistCount {
  phase: ChecklistPhase;
  settled: number;
  asked: number;
  complete: boolean;
}

export interface ChecklistFile {
  sha256: string;
  media: EvidenceMedia;
  bytes: number;
}

export interface ChecklistItem {
  item: string;
  title_zh: string;
  title_en: string;
  phase: ChecklistPhase;
  mandatory: boolean;
  evidence: boolean;
  measure?: ChecklistMeasure | null;
  when?: ChecklistCondition | null;
  if_failed?: string | null;
  answered_by?: ChecklistKnownFact | null;
  every_minutes?: number | null;
}

export type ChecklistItemState =
  | 'open'
  | 'passed'
  | 'failed'
  | 'cannot'
  | 'not_applicable'
  | 'overridden';

export type ChecklistKnownFact =
  | 'round_valid'
  | 'terminal_done'
  | 'crew_fit'
  | 'health_checks_done'
  | 'supplies_cover'
  | 'stock_counted'
  | 'lobby_cap_known'
  | 'isolation_room_free'
  | 'rounds_in_time'
  | 'airings_done'
  | 'closing_round_done'
  | 'lobby_empty'
  | 'queue_day_closed';

export interface ChecklistLine {
  item: string;
  title_zh: string;
  title_en: string;
  mandatory: boolean;
  evidence: boolean;
  measure?: ChecklistMeasure | null;
  every_minutes?: number | null;
  known?: ChecklistKnownFact | null;
  state: ChecklistItemState;
  due?: Time | null;
  overdue: boolean;
  verdict?: ChecklistVerdict | null;
  value?: number | null;
  note: string;
  files: ChecklistFile[];
  answered_at?: Time | null;
  answered_by: string;
  times: number;
  waiver?: ChecklistWaiver | null;
}

export interface ChecklistMeasure {
  least: number;
  most: number;
  unit: string;
}

export interface ChecklistPage {
  outlet: string;
  title: string;
  day: Day;
  time_zone: string;
  version: number;
  stages: ChecklistStage[];
  left_open: string[];
  now: Time;
  as_of_seq: number;
  as_of: Time;
}

export type ChecklistPhase =
  | 'before_opening'
  | 'during_hours'
  | 'after_closing';

export interface ChecklistRow {
  outlet: string;
  title: string;
  city: string;
  shown_state: ShownState;
  counts: ChecklistCount[];
  behind?: ChecklistPhase | null;
  since?: Time | null;
  waiting: string[];
}

export interface ChecklistStage {
  phase: ChecklistPhase;
  locked: boolean;
  complete: boolean;
  settled: number;
  asked: number;
  open: number;
  due?: Time | null;
  signed_at?: Time | null;
  signed_by: string;
  lines: ChecklistLine[];
}

export interface ChecklistTable {
  rows: ChecklistRow[];
  now: Time;
  as_of_seq: number;
  as_of: Time;
}

export type ChecklistVerdict =
  | 'pass'
  | 'fail'
  | 'cannot'
  | 'not_applicable';

export interface ChecklistWaiver {
  reason: string;
  level: Level;
  at: Time;
  by: string;
}

export interface CityRollup {
  city: string;
  title: string;
  open: number;
  total: number;
  abnormal: number;
  sealed_zones: number;
  states: StateCount[];
}

export interface CityRow {
  city: string;
  title: string;
  time_zone: string;
  outlets: number;
}

export interface CityTable {
  rows: CityRow[];
  as_of_seq: number;
  as_of: Time;
}

export type ContactlessKind =
  | 'wealth_studio'
  | 'mobile_bank_help'
  | 'grocery';

export interface ContactlessList {
  requests: CallBackRow[];
  days: DiversionRow[];
  zones: SuppliersRow[];
  now: Time;
  as_of_seq: number;
  as_of: Time;
}

export type ContactlessResult =
  | 'solved'
  | 'needs_to_come'
  | 'not_reached';

export type ContactlessSegment =
  | 'elderly'
  | 'household'
  | 'small_business'
  | 'other';

export type ContactlessStage =
  | 'waiting'
  | 'taken'
  | 'answered'
  | 'withdrawn';

export interface ContactlessSupplier {
  title: string;
  link: string;
  from: TimeOfDay;
  till: TimeOfDay;
}

export interface CoverBar {
  outlet: string;
  title: string;
  item: string;
  stock: number;
  days?: number | null;
  minimum_days: number;
  severity: Severity;
}

export interface DailyReportAbsence {
  at: string;
  reason: string;
}

export type DailyReportFigureKey =
  | 'outlets_opened'
  | 'minutes_open'
  | 'tickets_taken'
  | 'tickets_served'
  | 'tickets_turned_away'
  | 'wait_p90_minutes'
  | 'entered'
  | 'most_inside'
  | 'door_checked'
  | 'suspected'
  | 'staff_checked'
  | 'staff_abnormal'
  | 'rounds_done'
  | 'rounds_due'
  | 'airings'
  | 'suits_used'
  | 'suits_left'
  | 'masks_used'
  | 'masks_left'
  | 'gloves_used'
  | 'gloves_left'
  | 'wipes_used'
  | 'wipes_left'
  | 'cash_in_fen'
  | 'cash_out_fen'
  | 'cash_held_fen'
  | 'cash_differences'
  | 'van_stops_planned'
  | 'van_stops_served';

export interface DailyReportFiled {
  day: Day;
  version: number;
  figures: DailyReportLine[];
  zero: boolean;
  note: string;
  reason: string;
  absent: DailyReportAbsence[];
  gathered: DailyReportGathered[];
  by: string;
  at: Time;
}

export interface DailyReportGathered {
  at: string;
  version: number;
}

export interface DailyReportLine {
  key: DailyReportFigureKey;
  value: number;
}

export interface DayFigures {
  taken: number;
  served: number;
  voided: number;
  no_shows: number;
  wait_p50_minutes?: number | null;
  wait_p90_minutes?: number | null;
  promise_kept_permille?: number | null;
}

export type DirectiveKind =
  | 'management_scheme'
  | 'quarantine_rule'
  | 'emergency_plan'
  | 'guidance';

export interface DirectiveRow {
  directive: string;
  kind: DirectiveKind;
  version: number;
  title_zh: string;
  title_en: string;
  text_zh: string;
  text_en: string;
  to_master: boolean;
  published_at: Time;
  due: Time;
  overdue: boolean;
  readers: number;
  read: number;
  mastered: number;
  outstanding: Learner[];
  mine: boolean;
  read_by_me: boolean;
  mastered_by_me: boolean;
}

export interface Directives {
  directives: DirectiveRow[];
  now: Time;
  as_of_seq: number;
  as_of: Time;
}

export type DisinfectionAgent =
  | 'chlorine'
  | 'alcohol';

export interface DisinfectionAirings {
  done: number;
  due: number;
  per_day: number;
  next?: Time | null;
}

export type DisinfectionAlert =
  | 'normal'
  | 'raised'
  | 'sealed';

export interface DisinfectionClock {
  touch_point: DisinfectionTouchPoint;
  machine?: number | null;
  last?: Time | null;
  due: Time;
  per_customer: boolean;
}

export interface DisinfectionDuty {
  touch_point: DisinfectionTouchPoint;
  interval_minutes: number;
  per_customer: boolean;
}

export type DisinfectionForm =
  | 'liquid'
  | 'tablet';

export type DisinfectionKind =
  | 'routine'
  | 'terminal';

export interface DisinfectionOpenRound {
  round: string;
  begun_at: Time;
  by: string;
  agent: DisinfectionAgent;
  batch: string;
  concentration: number;
  touch_points: DisinfectionTouchPoint[];
  kind?: DisinfectionKind | null;
  machine?: number | null;
}

export interface DisinfectionRound {
  at: Time;
  by: string;
  agent: DisinfectionAgent;
  batch: string;
  concentration: number;
  contact_minutes: number;
  touch_points: DisinfectionTouchPoint[];
  kind?: DisinfectionKind | null;
  machine?: number | null;
  exception?: string | null;
}

export interface DisinfectionSurface {
  touch_point: DisinfectionTouchPoint;
  machine?: number | null;
}

export type DisinfectionTouchPoint =
  | 'counter'
  | 'pin_pad'
  | 'pen'
  | 'queue_machine'
  | 'note_counter'
  | 'atm_keypad'
  | 'atm_slot'
  | 'seat'
  | 'door_handle'
  | 'form_desk'
  | 'signature_pad'
  | 'floor';

export interface DisinfectionTreated {
  touch_point: DisinfectionTouchPoint;
  machine?: number | null;
  at: Time;
}

export interface DiversionRow {
  outlet: string;
  title: string;
  on: Day;
  asked: number;
  solved: number;
  needs_to_come: number;
  not_reached: number;
  diverted: number;
  need_not_come: number;
}

export interface DutyCall {
  account: string;
  at: string;
  deputy: boolean;
  from: Time;
}

export interface DutyPerson {
  person: string;
  name?: string | null;
  post: PlanPost;
  custody: PlanCustody;
  fit: boolean;
  reasons: string[];
}

export interface DutyRow {
  at: string;
  title: string;
  watches: DutyWatch[];
  answer_minutes: number;
  since: Time;
  path: DutyCall[];
  dead_end?: TimeOfDay | null;
}

export interface DutyTable {
  at: string;
  rows: DutyRow[];
  may_answer: string[];
  path: DutyCall[];
  time_zone: string;
  now: Time;
  as_of_seq: number;
  as_of: Time;
}

export interface DutyWatch {
  from: TimeOfDay;
  until: TimeOfDay;
  on_duty: string;
  deputy: string;
}

export interface Enrol {
  code: string;
  account: string;
  password: string;
}

export type EvidenceMedia =
  | 'jpeg'
  | 'png'
  | 'webp'
  | 'pdf';

export interface EvidenceReceipt {
  outlet: string;
  sha256: string;
  media: EvidenceMedia;
  bytes: number;
}

export interface Fact {
  name: string;
  value: string;
}

export interface Figure {
  key: FigureKey;
  value?: number | null;
  of?: number | null;
  unit: Unit;
  detail: Fact[];
  severity: Severity;
  target?: string | null;
}

export type FigureKey =
  | 'outlets_serving'
  | 'residents_reached'
  | 'people_fit'
  | 'cash_cover'
  | 'suit_cover'
  | 'rounds_overdue';

export interface GroundMap {
  outlets: MapOutlet[];
  zones: MapZone[];
  communities: MapCommunity[];
  as_of_seq: number;
  as_of: Time;
}

export interface ImportError {
  file: string;
  line: number;
  column: string;
  code: string;
  reason: string;
  reason_zh: string;
  facts: Fact[];
}

export interface ImportReport {
  rows: number;
  imported: number;
  dry_run: boolean;
  postponed: number;
  files: ImportedFile[];
  error_count: number;
  errors: ImportError[];
}

export interface ImportRequest {
  name: string;
  base64: string;
}

export interface ImportedFile {
  file: string;
  kind: string;
  encoding: string;
  rows: number;
  ignored_columns: string[];
}

export interface IncidentBackups {
  business: string;
  people: string;
  service: string;
  management: string;
  at: Time;
}

export type IncidentClass =
  | 'class_1'
  | 'class_2'
  | 'class_3'
  | 'class_4';

export interface IncidentDue {
  kind: IncidentDueKind;
  by: Time;
  overdue: boolean;
}

export type IncidentDueKind =
  | 'acknowledge'
  | 'isolate'
  | 'first_report'
  | 'close'
  | 'progress'
  | 'written_report';

export interface IncidentEntry {
  kind: IncidentEntryKind;
  at: Time;
  by: string;
  detail: string;
  note: string;
  late: boolean;
}

export type IncidentEntryKind =
  | 'raised'
  | 'classified'
  | 'acknowledged'
  | 'first_report'
  | 'written_report'
  | 'progress'
  | 'backups'
  | 'step'
  | 'cleared'
  | 'closed';

export interface IncidentFigures {
  open: number;
  overdue: number;
  closed: number;
}

export type IncidentKind =
  | 'suspected_case'
  | 'staff_infected'
  | 'van_missed'
  | 'stock_out'
  | 'crowding'
  | 'system_outage'
  | 'other';

export interface IncidentList {
  rows: IncidentRow[];
  figures: IncidentFigures;
  now: Time;
  as_of_seq: number;
  as_of: Time;
}

export interface IncidentPage {
  row: IncidentRow;
  steps: IncidentStep[];
  taken: IncidentStepTaken[];
  calls: DutyCall[];
  timeline: IncidentEntry[];
  trace?: IncidentTrace | null;
  backups?: IncidentBackups | null;
  unfinished: string[];
  after_action: string;
  may_approve: boolean;
  version: number;
  time_zone: string;
  now: Time;
  as_of_seq: number;
  as_of: Time;
}

export interface IncidentRow {
  incident: string;
  kind: IncidentKind;
  incident_class: IncidentClass;
  at: string;
  title: string;
  what: string;
  drill: boolean;
  happened_at: Time;
  dues: IncidentDue[];
  next_step?: IncidentStep | null;
  waiting_for: DutyCall[];
  acknowledged: boolean;
  cleared: boolean;
  closed_at?: Time | null;
  action: string;
  mine: boolean;
}

export type IncidentStep =
  | 'isolate'
  | 'close'
  | 'trace'
  | 'terminal'
  | 'reopen';

export interface IncidentStepTaken {
  step: IncidentStep;
  at: Time;
  by: string;
  late: boolean;
}

export interface IncidentTrace {
  from: Time;
  until: Time;
  people: string[];
  tickets: string[];
  entered: number;
}

export interface KeeperChoice {
  account: string;
  title: string;
}

export interface Learner {
  account: string;
  title: string;
  scope: string;
  read: boolean;
}

export type Level =
  | 'outlet'
  | 'city'
  | 'province';

export interface LoadableBag {
  bag: string;
  denomination: CashDenomination;
  notes: number;
}

export interface LobbyCap {
  people: number;
  by_rule: number;
  by_area?: number | null;
  by_seats?: number | null;
  by_windows: number;
}

export type LobbyCountedBy =
  | 'tap'
  | 'sensor';

export interface LobbyCounts {
  entered: number;
  most_inside: number;
  passed: number;
  masks_missing: number;
  suspected: number;
  isolated: number;
}

export type LobbyFoundAt =
  | 'door'
  | 'inside';

export interface LobbyOccupancy {
  inside: number;
  coming: number;
  cap: number;
}

export type LobbyOutcome =
  | 'cleared'
  | 'taken_away';

export interface LobbySuspect {
  suspect: string;
  found_at: LobbyFoundAt;
  since: Time;
  report_by: Time;
  close_by: Time;
  ticket?: string | null;
}

export interface LotRow {
  outlet: string;
  title: string;
  lot: SupplyLot;
  is_expired: boolean;
  days_left: number;
}

export interface MachineCassetteSpec {
  cassette: string;
  denomination: CashDenomination;
  direction: MachineDirection;
  capacity: number;
  floor: number;
}

export interface MachineDifference {
  notes: number;
  at: Time;
}

export type MachineDirection =
  | 'takes_in'
  | 'pays_out';

export interface MachineEmptying {
  cassette: string;
  into: string;
  seal: string;
  found?: number | null;
}

export type MachineKind =
  | 'recycler'
  | 'atm'
  | 'deposit_machine';

export type MachineMode =
  | 'deposit_only'
  | 'withdraw_only'
  | 'recycling';

export interface MachineReading {
  cassette: string;
  moved: number;
  held: number;
}

export type MachineReason =
  | 'commissioning'
  | 'replenishment'
  | 'settlement'
  | 'disinfection'
  | 'cassette_empty'
  | 'cassette_full'
  | 'dispenser_fault'
  | 'acceptor_fault'
  | 'network_fault'
  | 'power_fault'
  | 'ordered';

export interface MachineRow {
  machine: string;
  kind: MachineKind;
  mode?: MachineMode | null;
  confirmed?: MachineMode | null;
  drifts: boolean;
  forbidden: boolean;
  serves: boolean;
  reason: MachineReason;
  since: Time;
  settled_at: Time;
  settle_due: Time;
  settle_overdue: boolean;
  test_due: boolean;
  counters_read: boolean;
  series: number;
  reported_at?: Time | null;
  amount: Fen;
  cassettes: CassetteRow[];
}

export interface MachineSite {
  outlet: string;
  title: string;
  city: string;
  sealed: boolean;
  takes_in: boolean;
  pays_out: boolean;
  machines: MachineRow[];
  waiting: CashWaiting[];
  bags: LoadableBag[];
  version: number;
  cash_version: number;
  time_zone: string;
}

export interface MachineSwitch {
  machine: string;
  mode: MachineMode;
}

export interface Machines {
  sites: MachineSite[];
  now: Time;
  as_of_seq: number;
  as_of: Time;
}

export interface MapCommunity {
  community: string;
  title: string;
  city: string;
  at: Point;
  position_source: PositionSource;
  zone?: string | null;
  people: number;
  card_customers: number;
}

export interface MapOutlet {
  outlet: string;
  title: string;
  city: string;
  at: Point;
  position_source: PositionSource;
  state: OutletState;
  shown_state: ShownState;
  alert: boolean;
  zone?: string | null;
}

export interface MapZone {
  zone: string;
  title: string;
  city: string;
  kind: ZoneSealKind;
  outline: Point[];
  sealed_at: Time;
  people: number;
  outlets: number;
  outlets_open: number;
}

export interface Outlet {
  title: string;
  city: string;
  district: string;
  address: string;
  at: Point;
  position_source: PositionSource;
  community?: string | null;
  kind: OutletKind;
  windows: number;
  machines: number;
  lobby_m2: number;
  seats: number;
  opens: TimeOfDay;
  closes: TimeOfDay;
  cash_float: Fen;
  cash_limit: Fen;
  phone?: string | null;
  state: OutletState;
  self_service: boolean;
  windows_open: number;
  customers_served: number;
  reason: string;
  since: Time;
  opened_at?: Time | null;
}

export interface OutletChange {
  outlet: string;
  verdict_before?: PlanVerdict | null;
  verdict_after?: PlanVerdict | null;
  windows_before: number;
  windows_after: number;
}

export interface OutletDayLine {
  outlet: string;
  title: string;
  shown_state: ShownState;
  windows_open: number;
  windows_planned: number;
  segments: Segment[];
  rounds: RoundDot[];
}

export type OutletKind =
  | 'main_office'
  | 'branch'
  | 'sub_branch'
  | 'sub_branch_office'
  | 'back_office';

export interface OutletPage {
  outlet: string;
  facts: Outlet;
  shown_state: ShownState;
  city_title: string;
  time_zone: string;
  zone?: string | null;
  zone_title: string;
  grant?: ZoneGrant | null;
  passes: OutletPass[];
  gate_unmet: string[];
  untreated: DisinfectionSurface[];
  plan?: string | null;
  team?: PlanTeam | null;
  on_duty: DutyPerson[];
  stock: StockLine[];
  rounds: DisinfectionRound[];
  rounds_ever: number;
  open_rounds: DisinfectionOpenRound[];
  next_round_due?: Time | null;
  round_overdue: boolean;
  version: number;
  supply_version: number;
  disinfection_version: number;
  now: Time;
  as_of_seq: number;
  as_of: Time;
}

export interface OutletPass {
  pass: ZonePass;
  valid_today: boolean;
}

export interface OutletRow {
  outlet: string;
  title: string;
  city: string;
  district: string;
  kind: OutletKind;
  state: OutletState;
  shown_state: ShownState;
  self_service: boolean;
  windows_open: number;
  windows: number;
  zone?: string | null;
  suit_cover_days?: number | null;
  gates_unmet: number;
}

export type OutletState =
  | 'closed'
  | 'preparing'
  | 'ready'
  | 'open'
  | 'limited'
  | 'paused';

export interface OutletTable {
  rows: OutletRow[];
  as_of_seq: number;
  as_of: Time;
}

export interface People {
  rows: PersonRow[];
  names_open: boolean;
  today: Day;
  schemes: QuarantineScheme[];
  as_of_seq: number;
  as_of: Time;
}

export interface PersonChange {
  person: string;
  before?: Posting | null;
  after?: Posting | null;
}

export interface PersonRow {
  person: string;
  name?: string | null;
  phone?: string | null;
  erased: boolean;
  home_outlet: string;
  home_title: string;
  residence?: string | null;
  residence_title: string;
  zone?: string | null;
  household: string;
  skills: StaffSkill[];
  volunteered_on?: Day | null;
  measure?: QuarantineMeasure | null;
  checked_at?: Time | null;
  tested_at?: Time | null;
  fit: boolean;
  reasons: string[];
  fit_tomorrow: boolean;
  reasons_tomorrow: string[];
  free_on?: Day | null;
  tests: QuarantineDueTest[];
  loop_declared_at?: Time | null;
  may_volunteer?: string | null;
  volunteer_missing: string[];
  posted_to?: string | null;
  version: number;
  health_version: number;
}

export interface Persona {
  account: string;
  title: string;
  role: Role;
  scope: string;
}

export interface Personas {
  rows: Persona[];
  as_of_seq: number;
  as_of: Time;
}

export interface PieceClock {
  piece: PpePiece;
  since: Time;
  due: Time;
}

export interface PlaceChoice {
  outlet: string;
  title: string;
}

export interface PlaceInQueue {
  ticket: TicketShown;
  before: number;
  wait?: QueueWait | null;
  may_enter: boolean;
}

export interface PlanBackup {
  kind: PlanBackupKind;
  stands_in_for: string;
  who: string;
}

export type PlanBackupKind =
  | 'business'
  | 'people'
  | 'service'
  | 'management';

export interface PlanCrew {
  team: PlanTeam;
  members: PlanMember[];
}

export type PlanCustody =
  | 'none'
  | 'key_a'
  | 'key_b';

export interface PlanDifference {
  against: string;
  people: PersonChange[];
  outlets: OutletChange[];
}

export interface PlanDocument {
  format: number;
  zone: string;
  from: Day;
  days: number;
  policy_version: number;
  outlets: PlanOutletPlan[];
  flows: PlanFlow[];
  van_runs: PlanVanRun[];
  levels: PlanLevelResult[];
  multipliers: PlanMultiplier[];
}

export interface PlanFlow {
  day: Day;
  community: string;
  outlet: string;
  critical: number;
  ordinary: number;
}

export interface PlanLevelResult {
  level: PlanObjective;
  value: number;
  bound: number;
}

export interface PlanMember {
  person: string;
  post: PlanPost;
  custody: PlanCustody;
}

export interface PlanMultiplier {
  level: PlanObjective;
  row: string;
  price: number;
}

export type PlanObjective =
  | 'L1'
  | 'L2'
  | 'L3'
  | 'L4'
  | 'L5'
  | 'L6';

export interface PlanOutletDay {
  day: Day;
  team: PlanTeam;
  windows: number;
  critical_served: number;
  ordinary_served: number;
  payout: Fen;
  cash_delivered: Fen;
  float_left: Fen;
  suits_used: number;
  suits_left: number;
  wipes_used: number;
  wipes_left: number;
}

export interface PlanOutletPlan {
  outlet: string;
  verdict: PlanVerdict;
  opens_on?: Day | null;
  windows: number;
  crews: PlanCrew[];
  backups: PlanBackup[];
  suit_cover_days: number;
  wipe_cover_days: number;
  cash_need: Fen;
  days: PlanOutletDay[];
  conflict: PlanReason[];
  cheapest_fix?: PlanRelaxation | null;
}

export interface PlanPage {
  summary: PlanRow;
  document: PlanDocument;
  names: Record<string, string>;
  outlet_titles: Record<string, string>;
  community_titles: Record<string, string>;
  van_plates: Record<string, string>;
  difference?: PlanDifference | null;
  may_sign: boolean;
  version: number;
  approval_version: number;
  as_of_seq: number;
  as_of: Time;
}

export interface PlanPin {
  kind: PlanPinKind;
  target: string;
  reason: string;
  until: Day;
  by: string;
}

export type PlanPinKind =
  | 'must_open'
  | 'must_stay_shut'
  | 'person_excluded';

export type PlanPost =
  | 'supervisor'
  | 'teller'
  | 'guide'
  | 'guard'
  | 'spare';

export interface PlanReason {
  rule: PlanRule;
  code: string;
  facts: Fact[];
}

export interface PlanRelaxation {
  rule: PlanRule;
  code: string;
  amount: number;
  cost: number;
  facts: Fact[];
}

export interface PlanRequest {
  zone: string;
  from: Day;
  days: number;
}

export interface PlanRow {
  plan: string;
  zone: string;
  zone_title: string;
  status: PlanStatus;
  from: Day;
  days: number;
  outlets_opening: number;
  outlets: number;
  people: number;
  proposed_at: Time;
  proposed_by: string;
  signatures: ApprovalSignature[];
  level_due?: Level | null;
  returned?: ApprovalSignature | null;
}

export type PlanRule =
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'H5'
  | 'H6'
  | 'H7'
  | 'H8'
  | 'H9'
  | 'H10'
  | 'H11'
  | 'H12'
  | 'H13'
  | 'H14';

export type PlanStatus =
  | 'proposed'
  | 'approved'
  | 'returned'
  | 'superseded';

export interface PlanTable {
  rows: PlanRow[];
  pins: PlanPin[];
  as_of_seq: number;
  as_of: Time;
}

export type PlanTeam =
  | 'a'
  | 'b';

export interface PlanVanRun {
  day: Day;
  van: string;
  gate: string;
  from: TimeOfDay;
  to: TimeOfDay;
  stops: string[];
}

export type PlanVerdict =
  | 'can_open'
  | 'cannot_open';

export interface Point {
  lon_e6: number;
  lat_e6: number;
}

export type PolicyGrade =
  | 'L'
  | 'G'
  | 'N'
  | 'T'
  | 'W'
  | 'S'
  | 'A';

export type PolicyKey =
  | 'fever_tenths_celsius'
  | 'distance_cm'
  | 'lobby_waiting_max_people'
  | 'lobby_m2_per_person'
  | 'cash_hold_key_area_days'
  | 'cash_hold_other_days'
  | 'uv_per_pass_minutes'
  | 'uv_cabinet_minutes'
  | 'rounds_normal_per_day'
  | 'rounds_raised_per_day'
  | 'rounds_sealed_interval_minutes'
  | 'atm_rounds_per_day'
  | 'dual_control_min_people'
  | 'van_window_minutes'
  | 'wait_p90_minutes'
  | 'ticket_calls'
  | 'first_report_minutes'
  | 'release_clear_days'
  | 'staff_test_interval_days'
  | 'impact_record_keep_years'
  | 'mask_exposed_hours'
  | 'mask_public_hours'
  | 'suit_hours'
  | 'suits_per_person_day'
  | 'wipes_per_suit_change'
  | 'ppe_cover_min_days'
  | 'chlorine_min_mg_per_litre'
  | 'chlorine_contact_minutes'
  | 'alcohol_min_percent'
  | 'alcohol_contact_minutes'
  | 'ventilation_per_day'
  | 'ventilation_minutes'
  | 'cassette_code_months'
  | 'onsite_settle_per_week'
  | 'reserve_cover_days'
  | 'pension_day_factor_percent'
  | 'appointment_band_minutes'
  | 'written_report_hours'
  | 'home_isolation_after_days'
  | 'visitor_log_keep_days'
  | 'network_log_keep_months'
  | 'shift_team_days'
  | 'spare_per_team_people'
  | 'visits_per_window_day'
  | 'reopening_lead_days'
  | 'van_visit_interval_days'
  | 'reach_walk_max_metres'
  | 'pass_valid_days'
  | 'health_check_valid_hours'
  | 'round_valid_minutes'
  | 'critical_visit_payout_yuan'
  | 'visits_per_thousand_customers'
  | 'seats_usable_percent'
  | 'lobby_per_window_people'
  | 'lobby_beyond_windows_people'
  | 'priority_head_start_minutes'
  | 'appointment_head_start_minutes'
  | 'missed_back_places'
  | 'missed_returns'
  | 'tickets_most_per_day'
  | 'proxy_holders_max_people'
  | 'appointment_hold_minutes'
  | 'appointment_share_percent'
  | 'appointment_ahead_days'
  | 'waitlist_max_people'
  | 'service_cash_minutes'
  | 'service_pension_minutes'
  | 'service_social_card_minutes'
  | 'service_passbook_minutes'
  | 'service_account_minutes'
  | 'service_variation_percent'
  | 'isolation_room_people'
  | 'suspect_close_minutes'
  | 'late_entry_max_hours'
  | 'supply_lead_days'
  | 'reorder_margin_days'
  | 'expiry_warning_days'
  | 'disinfection_least_level'
  | 'terminal_chlorine_min_mg_per_litre'
  | 'closing_round_within_minutes'
  | 'evidence_max_kilobytes'
  | 'checklist_before_minutes'
  | 'checklist_after_minutes'
  | 'co_resident_watch_days'
  | 'loop_break_days'
  | 'loop_declaration_hours'
  | 'gloves_hours'
  | 'check_in_by_minutes'
  | 'check_in_grace_minutes'
  | 'backup_test_interval_days'
  | 'substitutes_shown_people'
  | 'chlorine_stock_mg_per_litre'
  | 'chlorine_tablet_mg'
  | 'public_page_valid_minutes'
  | 'public_status_valid_minutes'
  | 'public_come_early_minutes'
  | 'public_acts_address_per_hour'
  | 'public_codes_wrong_address_per_hour'
  | 'public_codes_wrong_ticket_per_hour'
  | 'public_acts_outlet_per_minute'
  | 'dual_control_expiry_minutes'
  | 'run_out_warning_basis_points'
  | 'payout_dispersion_basis_points'
  | 'declared_payout_per_day_yuan'
  | 'pension_day_of_month'
  | 'small_note_floor_percent'
  | 'small_note_floor_pension_percent'
  | 'emergency_drive_minutes'
  | 'gate_margin_minutes'
  | 'cassette_floor_percent'
  | 'cassette_full_percent'
  | 'van_grace_minutes'
  | 'van_plan_b_minutes'
  | 'cash_order_answer_hours'
  | 'cash_order_second_approval_yuan'
  | 'cash_pair_max_days'
  | 'cash_pair_blocks';

export interface PolicyOverride {
  zone?: string | null;
  outlet?: string | null;
  from: Day;
  value: number;
  grade: PolicyGrade;
  source: string;
  by: string;
  since: Time;
}

export interface PolicyRow {
  key: PolicyKey;
  unit: string;
  value: number;
  grade: PolicyGrade;
  source: string;
  overrides: PolicyOverride[];
}

export interface PolicySet {
  policy_version: number;
  rows: PolicyRow[];
  as_of_seq: number;
  as_of: Time;
}

export interface PolicyValue {
  value: number;
  grade: PolicyGrade;
  source: string;
}

export type PositionSource =
  | 'unknown'
  | 'surveyed'
  | 'synthetic';

export type PostBackupBackedPost =
  | 'supervisor'
  | 'teller'
  | 'guide'
  | 'guard'
  | 'key_holder'
  | 'outlet_manager'
  | 'city_duty'
  | 'province_duty';

export interface Posting {
  outlet: string;
  team: PlanTeam;
  post: PlanPost;
}

export interface PpeHandedOut {
  item: SupplyItem;
  quantity: number;
}

export type PpePiece =
  | 'mask'
  | 'gloves'
  | 'suit';

export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  where: string;
  missing: string[];
  facts: Fact[];
  version?: number | null;
  request_id: string;
}

export type QuarantineContactKind =
  | 'contact'
  | 'second_contact';

export interface QuarantineDueTest {
  on: Day;
  state: QuarantineTestState;
}

export interface QuarantineMeasure {
  kind: QuarantineMeasureKind;
  scheme: string;
  from: Day;
  until: Day;
  contact?: QuarantineContactKind | null;
  phases: QuarantineMeasurePhase[];
}

export type QuarantineMeasureKind =
  | 'central_quarantine'
  | 'home_isolation'
  | 'home_monitoring';

export interface QuarantineMeasurePhase {
  kind: QuarantineMeasureKind;
  from: Day;
  until: Day;
  tests_due: Day[];
}

export interface QuarantineScheme {
  scheme: string;
  valid_from: Day;
  rules: QuarantineSchemeRule[];
  grade: PolicyGrade;
  source: string;
}

export interface QuarantineSchemePhase {
  kind: QuarantineMeasureKind;
  days: number;
  test_days: number[];
}

export interface QuarantineSchemeRule {
  contact: QuarantineContactKind;
  phases: QuarantineSchemePhase[];
}

export type QuarantineTestResult =
  | 'negative'
  | 'positive';

export type QuarantineTestState =
  | 'taken'
  | 'missed'
  | 'due_today'
  | 'to_come';

export interface QueueCallingRule {
  version: number;
  head_starts: QueueHeadStart[];
  appointment_minutes: number;
  longest_head_start_minutes: number;
  calls: number;
  back_places: number;
  returns: number;
  cap: LobbyCap;
}

export type QueueChannel =
  | 'paper'
  | 'tablet'
  | 'phone';

export interface QueueHeadStart {
  priority: QueuePriority;
  minutes: number;
}

export interface QueuePage {
  outlet: string;
  title: string;
  shown_state: ShownState;
  opens: TimeOfDay;
  closes: TimeOfDay;
  time_zone: string;
  next_round?: Time | null;
  windows_open: number;
  day?: Day | null;
  closed: boolean;
  lobby: LobbyOccupancy;
  cap: LobbyCap;
  counts: LobbyCounts;
  evacuated: boolean;
  evacuated_for: string;
  isolated: LobbySuspect[];
  windows: WindowNow[];
  services: ServiceNow[];
  tickets: TicketShown[];
  last_called: CallShown[];
  figures: DayFigures;
  rule: QueueCallingRule;
  place?: PlaceInQueue | null;
  version: number;
  now: Time;
  as_of_seq: number;
  as_of: Time;
}

export type QueuePauseReason =
  | 'rest'
  | 'disinfection'
  | 'cash'
  | 'fault';

export type QueuePriority =
  | 'ordinary'
  | 'elderly'
  | 'disabled'
  | 'pregnant';

export interface QueueProxy {
  by: QueueProxyKind;
  purpose: QueueProxyPurpose;
  card_holders: number;
}

export type QueueProxyKind =
  | 'kin'
  | 'community_worker';

export type QueueProxyPurpose =
  | 'withdrawal'
  | 'pension'
  | 'social_card'
  | 'passbook'
  | 'other';

export type QueueRemaining =
  | 'carried_over'
  | 'turned_away';

export type QueueService =
  | 'cash'
  | 'pension'
  | 'social_card'
  | 'passbook'
  | 'account';

export type QueueStage =
  | 'waiting'
  | 'called'
  | 'serving'
  | 'parked'
  | 'served'
  | 'voided'
  | 'cancelled'
  | 'turned_away';

export interface QueueWait {
  p50_minutes: number;
  p90_minutes: number;
}

export type QueueWindowState =
  | 'closed'
  | 'open'
  | 'paused';

export interface Recipe {
  form: DisinfectionForm;
  product: number;
  asked: number;
  litres: number;
  stock: number;
  water_ml: number;
  mg_per_litre: number;
}

export interface Reply {
  seq: number;
  event: string;
  stream: string;
  version: number;
  at: Time;
  made?: string | null;
}

export interface ReportDay {
  day: Day;
  rows: ReportRow[];
  missing: string[];
  overdue: string[];
  from: TimeOfDay;
  minutes: number;
  time_zone: string;
  now: Time;
  as_of_seq: number;
  as_of: Time;
}

export interface ReportFact {
  seq: number;
  event: string;
  at: Time;
  by: string;
}

export interface ReportFacts {
  outlet: string;
  title: string;
  day: Day;
  figure: DailyReportFigureKey;
  room: string;
  facts: ReportFact[];
  left_off: number;
  time_zone: string;
  now: Time;
  as_of_seq: number;
  as_of: Time;
}

export interface ReportFigure {
  key: DailyReportFigureKey;
  sent?: number | null;
  now?: number | null;
  day_before?: number | null;
  changed: boolean;
}

export interface ReportPage {
  day: Day;
  row: ReportRow;
  versions: DailyReportFiled[];
  missing_below: string[];
  time_zone: string;
  now: Time;
  as_of_seq: number;
  as_of: Time;
}

export interface ReportRow {
  at: string;
  level: Level;
  title: string;
  state: ReportState;
  may_be_sent_at: Time;
  due_at: Time;
  version: number;
  zero: boolean;
  by?: string | null;
  sent_at?: Time | null;
  absence: string;
  below_changed: boolean;
  mine: boolean;
  figures: ReportFigure[];
}

export type ReportState =
  | 'not_owed'
  | 'awaited'
  | 'overdue'
  | 'sent'
  | 'named_missing';

export type Role =
  | 'province_command'
  | 'city_command'
  | 'outlet_manager'
  | 'supervisor'
  | 'teller'
  | 'lobby_guide'
  | 'cash_centre'
  | 'van_crew'
  | 'inspector'
  | 'auditor'
  | 'administrator'
  | 'visitor'
  | 'hall_display'
  | 'door_counter'
  | 'device';

export interface RosterOpenItem {
  code: string;
  count: number;
}

export interface RosterSheet {
  team: PlanTeam;
  given_by: string;
  given_at: Time;
  items: RosterOpenItem[];
  note: string;
  taken_by?: string | null;
  taken_at?: Time | null;
}

export interface RoundDot {
  at: Time;
  done: boolean;
  overdue: boolean;
  surfaces: number;
}

export interface RoundUnderWay {
  round: DisinfectionOpenRound;
  ready_at: Time;
}

export interface RoundsPage {
  outlet: string;
  time_zone: string;
  machines: number;
  alert: DisinfectionAlert;
  duties: DisinfectionDuty[];
  clocks: DisinfectionClock[];
  untreated: DisinfectionSurface[];
  treated: DisinfectionTreated[];
  open: RoundUnderWay[];
  terminal_outstanding: boolean;
  airings: DisinfectionAirings;
  airing_minutes: number;
  rules: AgentRule[];
  recipes: Recipe[];
  agents: SupplyLot[];
  version: number;
  now: Time;
  as_of_seq: number;
  as_of: Time;
}

export type RunMoment =
  | 'planned'
  | 'departed'
  | 'refused_at_gate'
  | 'at_gate'
  | 'arrived'
  | 'handed_over'
  | 'left'
  | 'plan_b'
  | 'returned'
  | 'cancelled';

export interface Segment {
  phase: ChecklistPhase;
  from: Time;
  to: Time;
  planned: boolean;
  shown_state: ShownState;
}

export interface ServiceNow {
  service: QueueService;
  waiting: number;
  wait?: QueueWait | null;
}

export interface Session {
  account?: string | null;
  title?: string | null;
  role?: Role | null;
  scope?: string | null;
  demo: boolean;
  clock: Time;
  as_of_seq: number;
  personas: Persona[];
}

export type Severity =
  | 'normal'
  | 'warning'
  | 'alarm';

export interface ShelfPage {
  outlet: string;
  rows: SupplyRow[];
  lots: SupplyLot[];
  incoming: TransferRow[];
  came_short: TransferRow[];
  keeper?: string | null;
  keeper_title: string;
  keepers: KeeperChoice[];
  places: PlaceChoice[];
  version: number;
  now: Time;
  as_of_seq: number;
  as_of: Time;
}

export type ShownState =
  | 'open'
  | 'self_service'
  | 'limited'
  | 'preparing'
  | 'paused'
  | 'sealed_closed'
  | 'no_data';

export interface SignIn {
  account?: string | null;
  password?: string | null;
  persona?: string | null;
}

export type StaffSkill =
  | 'supervisor'
  | 'teller'
  | 'lobby'
  | 'guard'
  | 'vault';

export interface StateCount {
  shown_state: ShownState;
  outlets: number;
}

export type StationAmenity =
  | 'aircon'
  | 'seat'
  | 'water'
  | 'phone_charge'
  | 'wifi'
  | 'public_education'
  | 'note_tester'
  | 'reading_glasses'
  | 'toilet'
  | 'nursing_room'
  | 'first_aid'
  | 'wheelchair'
  | 'stroller'
  | 'copier'
  | 'printer'
  | 'magnifier'
  | 'microwave'
  | 'fridge'
  | 'umbrella'
  | 'sewing_kit'
  | 'books'
  | 'heat_pad';

export type StationAudience =
  | 'sanitation_worker'
  | 'courier'
  | 'traffic_police'
  | 'other';

export type StationCondition =
  | 'working'
  | 'faulty'
  | 'absent';

export type StationCorner =
  | 'book_bar'
  | 'poverty_relief'
  | 'consumer_rights'
  | 'elder_care'
  | 'finance_education';

export interface StationItem {
  amenity: StationAmenity;
  basic: boolean;
  condition: StationCondition;
  since: Time;
  doubted_at?: Time | null;
  offered: boolean;
}

export interface StationList {
  stations: StationRow[];
  now: Time;
  as_of_seq: number;
  as_of: Time;
}

export interface StationRow {
  outlet: string;
  title: string;
  city: string;
  published: boolean;
  withdrawn_because: string;
  open_now: boolean;
  unconfirmed: boolean;
  items: StationItem[];
  corners: StationCorner[];
  audiences: StationAudience[];
  from: TimeOfDay;
  till: TimeOfDay;
  notice: string;
  valid_days: number;
  verified_at?: Time | null;
  verified_by?: string | null;
  faulty: number;
  doubted: number;
  visits: StationVisits[];
  suggestions: StationSuggestion[];
  inside: number;
  cap: number;
  version: number;
  time_zone: string;
}

export interface StationSeen {
  amenity: StationAmenity;
  condition: StationCondition;
}

export interface StationSuggestion {
  suggestion: string;
  corner: StationCorner;
  state: StationSuggestionState;
  why: string;
  reason: string;
  by: string;
  at: Time;
  judged_at?: Time | null;
  opened_at?: Time | null;
}

export type StationSuggestionState =
  | 'suggested'
  | 'accepted'
  | 'declined'
  | 'opened';

export interface StationVisits {
  audience: StationAudience;
  today: number;
  week: number;
}

export interface StockLine {
  item: string;
  stock: number;
  daily_use: number;
  people: number;
  days?: number | null;
  minimum_days: number;
  severity: Severity;
  first_expiry?: Day | null;
}

export interface SuppliersRow {
  zone: string;
  title: string;
  sealed: boolean;
  suppliers: ContactlessSupplier[];
  version: number;
}

export interface Supplies {
  rows: SupplyRow[];
  in_transit: TransferRow[];
  came_short: TransferRow[];
  expiring: LotRow[];
  now: Time;
  as_of_seq: number;
  as_of: Time;
}

export interface SupplyArrival {
  item: SupplyItem;
  lot: string;
  counted: number;
}

export interface SupplyCover {
  item: SupplyItem;
  people: number;
  stock: number;
  spoils: number;
  use_per_day: number;
  hours?: number | null;
  days?: number | null;
}

export type SupplyItem =
  | 'suit'
  | 'wipe'
  | 'mask'
  | 'gloves'
  | 'face_shield'
  | 'chlorine_tablet'
  | 'chlorine_liquid'
  | 'alcohol';

export interface SupplyLot {
  item: SupplyItem;
  lot: string;
  quantity: number;
  expires_on?: Day | null;
}

export interface SupplyReorder {
  cover: SupplyCover;
  in_transit: number;
  lead_days: number;
  margin_days: number;
  safety_days: number;
  due: boolean;
  below_safety: boolean;
  quantity: number;
  order_by?: Time | null;
  runs_out_at?: Time | null;
}

export interface SupplyRow {
  outlet: string;
  title: string;
  city: string;
  is_warehouse: boolean;
  is_sealed: boolean;
  keeper?: string | null;
  advice: SupplyReorder;
  minimum_days: number;
  severity: Severity;
  expired: number;
  first_expiry?: Day | null;
  arrives_by?: Time | null;
  next_van?: Time | null;
  comes_in_time: boolean;
}

export interface SupplySending {
  item: SupplyItem;
  quantity: number;
  lot?: string | null;
}

export interface TeamDays {
  team: PlanTeam;
  from: Day;
  until: Day;
  members: TeamMember[];
}

export interface TeamMember {
  person: string;
  name?: string | null;
  post: PlanPost;
  custody: PlanCustody;
  fit: boolean;
  reasons: string[];
  may_arrive: boolean;
  present_since?: Time | null;
  checked_in_at?: Time | null;
  clocks: PieceClock[];
}

export interface TeamPage {
  outlet: string;
  title: string;
  time_zone: string;
  on_duty?: TeamDays | null;
  next?: TeamDays | null;
  others: TeamMember[];
  sheet?: RosterSheet | null;
  open_items: RosterOpenItem[];
  in_hand: PpeHandedOut[];
  check_in_by: Time;
  version: number;
  ppe_version: number;
  now: Time;
  as_of_seq: number;
  as_of: Time;
}

export interface TicketShown {
  ticket: string;
  service: QueueService;
  priority: QueuePriority;
  card_holders: number;
  booked: boolean;
  inside: boolean;
  carried: boolean;
  stage: QueueStage;
  window: number;
  taken_at: Time;
  promised?: QueueWait | null;
}

export interface Timeline {
  day: Day;
  time_zone: string;
  outlets: OutletDayLine[];
  vans: VanLine[];
  now: Time;
  as_of_seq: number;
  as_of: Time;
}

export interface TransferRow {
  transfer: string;
  from_outlet: string;
  to_outlet: string;
  from_title: string;
  to_title: string;
  sent_at: Time;
  due_at: Time;
  is_overdue: boolean;
  lines: SupplyLot[];
  reason: string;
}

export type Unit =
  | 'outlets'
  | 'permille'
  | 'people'
  | 'days'
  | 'rounds';

export interface VanCrew {
  runs: VanRunDetail[];
  time_zone: string;
  now: Time;
  as_of_seq: number;
  as_of: Time;
}

export interface VanLine {
  van: string;
  plate: string;
  gate: string;
  from: Time;
  to: Time;
  stops: string[];
}

export interface VanRider {
  person: string;
  name?: string | null;
  home_outlet: string;
  home_title: string;
  guard: boolean;
  fit: boolean;
  rides_in?: string | null;
  rides_van?: string | null;
}

export interface VanRiders {
  day: Day;
  rows: VanRider[];
  as_of_seq: number;
  as_of: Time;
}

export interface VanRunBagRow {
  bag: string;
  carriage: VanRunCarriage;
  compartment: CashCompartment;
  seal: string;
  amount: Fen;
  where: BagWhere;
}

export type VanRunCarriage =
  | 'deliver'
  | 'collect';

export interface VanRunCheck {
  plate: string;
  crew: string[];
  by: string;
  at: Time;
}

export interface VanRunCrewMember {
  person: string;
  account: string;
}

export interface VanRunDetail {
  run: string;
  day: Day;
  van: string;
  plate: string;
  kind: VanRunRunKind;
  stage: VanRunRunStage;
  depot: string;
  depot_title: string;
  zone?: string | null;
  zone_title: string;
  gate: string;
  gate_from: string;
  gate_to: string;
  pass_from?: Day | null;
  pass_to?: Day | null;
  permit: string;
  gate_at: Time;
  insured: Fen;
  clean: Fen;
  dirty: Fen;
  crew: VanRunMember[];
  act_load: string;
  act_unload: string;
  stops: VanRunStop[];
  happened: VanRunHappening[];
  version: number;
}

export type VanRunGateReason =
  | 'pass'
  | 'hours'
  | 'health'
  | 'traffic_order'
  | 'other';

export interface VanRunHanded {
  crew: string[];
  house: string[];
  acts: string[];
  exceptions: string[];
  reason: string;
  by: string;
  at: Time;
}

export interface VanRunHappening {
  what: RunMoment;
  at: Time;
  by?: string | null;
  outlet?: string | null;
  title: string;
  detail: string;
}

export interface VanRunLot {
  transfer: string;
  lines: SupplyLot[];
  accepted_at?: Time | null;
  shortage: SupplyLot[];
  reason: string;
}

export interface VanRunMember {
  person: string;
  name?: string | null;
  account: string;
  unfit: string[];
}

export interface VanRunOrder {
  order: string;
  carriage: VanRunCarriage;
  amount: Fen;
  needed_on: Day;
  fulfilled: boolean;
}

export interface VanRunPage {
  run: VanRunDetail;
  time_zone: string;
  now: Time;
  as_of_seq: number;
  as_of: Time;
}

export interface VanRunPlanB {
  remedy: VanRunRemedy;
  due: Time;
  replacement?: string | null;
  note: string;
  by: string;
  at: Time;
}

export type VanRunRemedy =
  | 'next_window'
  | 'another_van'
  | 'emergency_run'
  | 'limit_payouts';

export interface VanRunRow {
  run: string;
  van: string;
  plate: string;
  city: string;
  kind: VanRunRunKind;
  stage: VanRunRunStage;
  gate: string;
  gate_at: Time;
  windows: VanRunWindow[];
  next?: number | null;
  minutes_late: number;
  clean: Fen;
  dirty: Fen;
  insured: Fen;
  missed: number;
}

export type VanRunRunKind =
  | 'regular'
  | 'emergency';

export type VanRunRunStage =
  | 'planned'
  | 'departed'
  | 'turned_back'
  | 'inside'
  | 'at_stop'
  | 'returned'
  | 'cancelled';

export interface VanRunSignatures {
  carriage: VanRunCarriage;
  first_by: string;
  first_at: Time;
  second_by?: string | null;
  second_at?: Time | null;
}

export interface VanRunStop {
  outlet: string;
  title: string;
  address: string;
  from: Time;
  to: Time;
  missed_from: Time;
  missed_at?: Time | null;
  minutes_late: number;
  bags: VanRunBagRow[];
  lots: VanRunLot[];
  orders: VanRunOrder[];
  act_in: string;
  act_out: string;
  signatures: VanRunSignatures[];
  check?: VanRunCheck | null;
  handed?: VanRunHanded | null;
  left_at?: Time | null;
  plan_b?: VanRunPlanB | null;
}

export interface VanRunStopWish {
  outlet: string;
  from: TimeOfDay;
  to: TimeOfDay;
  deliver: string[];
  collect: string[];
  transfers: string[];
}

export interface VanRunWindow {
  outlet: string;
  title: string;
  from: Time;
  to: Time;
  arrived: boolean;
  left: boolean;
  missed: boolean;
  plan_b?: VanRunRemedy | null;
}

export interface VanRuns {
  day: Day;
  time_zone: string;
  rows: VanRunRow[];
  now: Time;
  as_of_seq: number;
  as_of: Time;
}

export interface VanStops {
  outlet: string;
  runs: VanRunDetail[];
  house: string[];
  time_zone: string;
  now: Time;
  as_of_seq: number;
  as_of: Time;
}

export interface WhatIfDayChange {
  windows?: number | null;
  cap?: number | null;
  pay_out_machines?: number | null;
  booked_percent: number;
}

export interface WhatIfDayFigure {
  name: string;
  figure: WhatIfFigure;
}

export interface WhatIfFigure {
  mean: number;
  low: number;
  high: number;
}

export type WhatIfGoal =
  | 'lost'
  | 'window_wait_minutes'
  | 'contact_minutes'
  | 'overtime_minutes';

export interface WhatIfHourFigures {
  from: TimeOfDay;
  lobby: WhatIfFigure;
  outside: WhatIfFigure;
  wait_q90: WhatIfFigure;
}

export interface WhatIfInputRow {
  name: string;
  value: string;
  source: string;
}

export interface WhatIfOutlook {
  outlet: string;
  title: string;
  day: Day;
  goal: WhatIfGoal;
  proven: boolean;
  confidence_percent: number;
  indifference: number;
  days_ranked: number;
  days_of_figures: number;
  variants: WhatIfVariant[];
  inputs: WhatIfInputRow[];
}

export interface WhatIfQuestion {
  outlet: string;
  day: Day;
  pension_day: boolean;
  visits?: number | null;
  goal: WhatIfGoal;
  changes: WhatIfDayChange[];
}

export interface WhatIfVariant {
  change: WhatIfDayChange;
  best: boolean;
  out: boolean;
  days: number;
  goal: WhatIfFigure;
  difference: WhatIfFigure;
  figures: WhatIfDayFigure[];
  hours: WhatIfHourFigures[];
}

export interface WindowNow {
  window: number;
  state: QueueWindowState;
  services: QueueService[];
  paused_for?: QueuePauseReason | null;
  ticket?: string | null;
  serving: boolean;
  calls: number;
  next?: string | null;
  why_nobody: string;
}

export type WorkCode =
  | 'plan_waits_for_signature'
  | 'plan_returned'
  | 'gate_unmet'
  | 'ready_to_open'
  | 'cover_below_minimum'
  | 'pass_expiring'
  | 'quarantine_ending'
  | 'round_overdue'
  | 'zone_without_open_outlet'
  | 'checklist_overdue'
  | 'checklist_waits_for_override'
  | 'person_fallen_out'
  | 'check_in_missing'
  | 'ppe_overdue'
  | 'handover_waits'
  | 'measure_test_due'
  | 'backup_test_overdue'
  | 'rounds_overdue_in_city'
  | 'airing_overdue'
  | 'suspect_to_report'
  | 'suspect_to_close'
  | 'terminal_outstanding'
  | 'reorder_due'
  | 'lots_expired'
  | 'lots_expiring'
  | 'transfer_overdue'
  | 'transfer_short'
  | 'keeper_missing'
  | 'clean_cash_short'
  | 'machine_settle_due'
  | 'machine_mode_forbidden'
  | 'machine_mode_drift'
  | 'machine_cassette_low'
  | 'machine_cassette_full'
  | 'machine_difference'
  | 'machine_line_unserved'
  | 'van_window_missed'
  | 'van_plan_b_due'
  | 'cash_order_waits'
  | 'cash_pair_too_long'
  | 'code_change_due'
  | 'cash_day_unsigned'
  | 'directive_behind'
  | 'incident_due'
  | 'report_overdue';

export interface WorkItem {
  code: WorkCode;
  severity: Severity;
  deadline?: Time | null;
  city?: string | null;
  outlet?: string | null;
  zone?: string | null;
  plan?: string | null;
  person?: string | null;
  title: string;
  facts: Fact[];
  missing: string[];
  substitutes: WorkSubstitute[];
  action: string;
  mine: boolean;
}

export interface WorkSubstitute {
  person: string;
  name?: string | null;
  why: string[];
}

export interface Worklist {
  items: WorkItem[];
  now: Time;
  as_of_seq: number;
  as_of: Time;
}

export interface ZoneCommunity {
  community: string;
  title: string;
  people: number;
  card_customers: number;
  elderly_permille: number;
}

export interface ZoneGrant {
  outlet: string;
  document: string;
  issuer: string;
  evidence_sha256: string;
  at: Time;
}

export interface ZoneOutlet {
  outlet: string;
  title: string;
  state: OutletState;
  shown_state: ShownState;
  gate_unmet: string[];
}

export interface ZonePage {
  summary: ZoneRow;
  outline: Point[];
  communities: ZoneCommunity[];
  outlets: ZoneOutlet[];
  risk_areas: ZoneRiskArea[];
  grants: ZoneGrant[];
  passes: ZonePass[];
  as_of_seq: number;
  as_of: Time;
}

export interface ZonePass {
  kind: ZonePassKind;
  holder: string;
  gate: string;
  window_from: TimeOfDay;
  window_to: TimeOfDay;
  valid_from: Day;
  valid_to: Day;
}

export type ZonePassKind =
  | 'staff'
  | 'cash_van'
  | 'supplies';

export interface ZoneRiskArea {
  title: string;
  level: ZoneRiskLevel;
  since: Day;
}

export type ZoneRiskLevel =
  | 'low'
  | 'medium'
  | 'high';

export interface ZoneRow {
  zone: string;
  title: string;
  city: string;
  scheme: string;
  kind: ZoneSealKind;
  sealed_at: Time;
  lifted_at?: Time | null;
  day: number;
  communities: number;
  people: number;
  card_customers: number;
  outlets: number;
  outlets_open: number;
  people_fit: number;
  version: number;
}

export type ZoneSealKind =
  | 'key_control_area'
  | 'lockdown_area'
  | 'control_area'
  | 'precaution_area';

export interface ZoneTable {
  rows: ZoneRow[];
  as_of_seq: number;
  as_of: Time;
}

// POST /api/commands/<name>
export interface Commands {
  'account.create': {
    account: string;
    title: string;
    role: Role;
    scope: string;
  };
  'account.disable': {
    account: string;
  };
  'approval.return': {
    plan: string;
    remark: string;
  };
  'approval.sign': {
    plan: string;
    remark: string;
  };
  'backup.rank': {
    at: string;
    post: PostBackupBackedPost;
    holder?: string | null;
    substitutes: string[];
  };
  'backup.record-drill': {
    at: string;
    post: PostBackupBackedPost;
    person: string;
    on: Day;
    passed: boolean;
  };
  'cash-day.draw-up': {
    outlet: string;
    day: Day;
  };
  'cash-day.sign': {
    outlet: string;
    day: Day;
  };
  'cash-key.begin-change': {
    outlet: string;
    lock: string;
  };
  'cash-key.confirm-change': {
    outlet: string;
    lock: string;
  };
  'cash-key.register-lock': {
    outlet: string;
    lock: string;
    kind: CashKeyLockKind;
    changed_on: Day;
  };
  'cash-order.approve': {
    outlet: string;
    order: string;
    notes: CashPack[];
    total: Fen;
    remark: string;
  };
  'cash-order.place': {
    outlet: string;
    order: string;
    direction: CashOrderDirection;
    notes: CashPack[];
    total: Fen;
    needed_on: Day;
  };
  'cash-order.refuse': {
    outlet: string;
    order: string;
    reason: string;
  };
  'cash-order.withdraw': {
    outlet: string;
    order: string;
  };
  'cash.abandon-sanitising': {
    outlet: string;
    run: string;
    reason: string;
  };
  'cash.bag': {
    outlet: string;
    bag: string;
    window: string;
    source: CashSource;
    notes: CashPack[];
    total: Fen;
    seal: string;
    occurred_at?: Time | null;
  };
  'cash.begin-sanitising': {
    outlet: string;
    run: string;
    cabinet: string;
    method: CashMethod;
    bags: string[];
  };
  'cash.close-discrepancy': {
    outlet: string;
    bag: string;
    finding: string;
  };
  'cash.confirm': {
    outlet: string;
    act: string;
    occurred_at?: Time | null;
  };
  'cash.count': {
    outlet: string;
    bag: string;
    notes: CashPack[];
    total: Fen;
  };
  'cash.draw': {
    outlet: string;
    act: string;
    bags: string[];
    teller_box: string;
  };
  'cash.finish-sanitising': {
    outlet: string;
    run: string;
  };
  'cash.hand-in': {
    outlet: string;
    act: string;
    bags: string[];
    document: string;
  };
  'cash.hand-over': {
    outlet: string;
    act: string;
    van: string;
    compartment: CashCompartment;
    bags: string[];
    seals: string[];
    order?: string | null;
    occurred_at?: Time | null;
  };
  'cash.pay': {
    outlet: string;
    teller_box: string;
    notes: CashPack[];
    total: Fen;
    occurred_at?: Time | null;
  };
  'cash.put-back': {
    outlet: string;
    act: string;
    teller_box: string;
    filling: CashFilling;
  };
  'cash.receive': {
    outlet: string;
    window: string;
    source: CashSource;
    notes: CashPack[];
    total: Fen;
    occurred_at?: Time | null;
  };
  'cash.recount': {
    outlet: string;
    bag: string;
    notes: CashPack[];
    total: Fen;
  };
  'cash.refuse': {
    outlet: string;
    act: string;
    reason: string;
  };
  'cash.release': {
    outlet: string;
    act: string;
    bags: string[];
  };
  'cash.sort-out': {
    outlet: string;
    act: string;
    bag: string;
    filling: CashFilling;
  };
  'cash.store': {
    outlet: string;
    act: string;
    bags: string[];
  };
  'cash.take-in': {
    outlet: string;
    act: string;
    source: CashSource;
    filling: CashFilling;
    document: string;
  };
  'cash.take-over': {
    outlet: string;
    act: string;
    van: string;
    bags: string[];
    seals: string[];
    order?: string | null;
    occurred_at?: Time | null;
  };
  'cash.withdraw': {
    outlet: string;
    act: string;
  };
  'checklist.answer': {
    outlet: string;
    item: string;
    verdict: ChecklistVerdict;
    value?: number | null;
    note?: string | null;
    evidence?: string[] | null;
    occurred_at?: Time | null;
  };
  'checklist.override': {
    outlet: string;
    item: string;
    reason: string;
  };
  'checklist.publish': {
    from: Day;
    items: ChecklistItem[];
  };
  'checklist.sign': {
    outlet: string;
    phase: ChecklistPhase;
    occurred_at?: Time | null;
  };
  'city.add': {
    city: string;
    title: string;
    time_zone: string;
  };
  'contactless.answer': {
    outlet: string;
    request: string;
    result: ContactlessResult;
  };
  'contactless.ask': {
    outlet: string;
    person: string;
    contact: string;
    kind: ContactlessKind;
    segment: ContactlessSegment;
    day: Day;
    from: TimeOfDay;
    till: TimeOfDay;
  };
  'contactless.divert': {
    outlet: string;
    kind: ContactlessKind;
  };
  'contactless.publish-suppliers': {
    zone: string;
    suppliers: ContactlessSupplier[];
  };
  'contactless.take': {
    outlet: string;
    request: string;
    adviser: string;
    from_home: boolean;
  };
  'contactless.withdraw': {
    outlet: string;
    request: string;
  };
  'daily-report.correct': {
    at: string;
    day: Day;
    reason: string;
    note: string;
    absent: DailyReportAbsence[];
  };
  'daily-report.set-hour': {
    from: TimeOfDay;
    minutes: number;
  };
  'daily-report.submit': {
    at: string;
    day: Day;
    note: string;
    absent: DailyReportAbsence[];
  };
  'directive.acknowledge': {
    directive: string;
    version: number;
  };
  'directive.publish': {
    directive: string;
    kind: DirectiveKind;
    title_zh: string;
    title_en: string;
    text_zh: string;
    text_en: string;
    days_to_read: number;
    to_master: boolean;
  };
  'directive.record-training': {
    account: string;
    directive: string;
    version: number;
  };
  'disinfection.abandon': {
    outlet: string;
    round: string;
    reason: string;
  };
  'disinfection.begin': {
    outlet: string;
    round: string;
    agent: DisinfectionAgent;
    batch: string;
    concentration: number;
    touch_points: DisinfectionTouchPoint[];
    kind?: DisinfectionKind | null;
    machine?: number | null;
    form?: DisinfectionForm | null;
    agent_used?: number | null;
    occurred_at?: Time | null;
  };
  'disinfection.finish': {
    outlet: string;
    round: string;
    wipes_used: number;
    exception?: string | null;
    occurred_at?: Time | null;
  };
  'disinfection.record': {
    outlet: string;
    agent: DisinfectionAgent;
    batch: string;
    concentration: number;
    contact_minutes: number;
    touch_points: DisinfectionTouchPoint[];
    wipes_used: number;
    kind?: DisinfectionKind | null;
    machine?: number | null;
    form?: DisinfectionForm | null;
    agent_used?: number | null;
    exception?: string | null;
    occurred_at?: Time | null;
  };
  'disinfection.ventilate': {
    outlet: string;
    minutes: number;
    occurred_at?: Time | null;
  };
  'duty.publish': {
    at: string;
    watches: DutyWatch[];
    answer_minutes: number;
  };
  'evidence.store': {
    outlet: string;
    sha256: string;
    media: EvidenceMedia;
    bytes: number;
  };
  'incident.acknowledge': {
    incident: string;
  };
  'incident.activate-backups': {
    incident: string;
    business?: string | null;
    people?: string | null;
    service: string;
    management?: string | null;
  };
  'incident.classify': {
    incident: string;
    incident_class: IncidentClass;
    note: string;
  };
  'incident.clear': {
    incident: string;
    note: string;
  };
  'incident.close': {
    incident: string;
    after_action: string;
  };
  'incident.file-first-report': {
    incident: string;
    note: string;
  };
  'incident.file-written-report': {
    incident: string;
    note: string;
  };
  'incident.raise': {
    at: string;
    kind: IncidentKind;
    incident_class: IncidentClass;
    what: string;
    drill: boolean;
    happened_at?: Time | null;
  };
  'incident.record-progress': {
    incident: string;
    note: string;
  };
  'incident.take-step': {
    incident: string;
    step: IncidentStep;
    note: string;
  };
  'lobby.check-door': {
    outlet: string;
    temperature_tenths: number;
    masked: boolean;
    symptoms: boolean;
  };
  'lobby.count': {
    outlet: string;
    counted: number;
    reason: string;
  };
  'lobby.enter': {
    outlet: string;
    people: number;
    by: LobbyCountedBy;
    ticket?: string | null;
  };
  'lobby.evacuate': {
    outlet: string;
    reason: string;
  };
  'lobby.isolate': {
    outlet: string;
    found_at: LobbyFoundAt;
    ticket?: string | null;
  };
  'lobby.leave': {
    outlet: string;
    people: number;
    by: LobbyCountedBy;
    ticket?: string | null;
  };
  'lobby.release-isolation': {
    outlet: string;
    suspect: string;
    outcome: LobbyOutcome;
  };
  'lobby.reopen': {
    outlet: string;
  };
  'machine.close-difference': {
    outlet: string;
    machine: string;
    cassette: string;
    finding: string;
  };
  'machine.load': {
    outlet: string;
    act: string;
    machine: string;
    bags: string[];
    cassettes: string[];
    check_list: string;
  };
  'machine.register': {
    outlet: string;
    machine: string;
    kind: MachineKind;
    cassettes: MachineCassetteSpec[];
  };
  'machine.report': {
    outlet: string;
    machine: string;
    series: number;
    mode: MachineMode;
    cassettes: MachineReading[];
  };
  'machine.resume': {
    outlet: string;
    machine: string;
  };
  'machine.settle': {
    outlet: string;
    act: string;
    machine: string;
    emptied: MachineEmptying[];
  };
  'machine.stop': {
    outlet: string;
    machine: string;
    reason: MachineReason;
  };
  'machine.switch-mode': {
    outlet: string;
    act: string;
    switches: MachineSwitch[];
  };
  'machine.test-dispense': {
    outlet: string;
    machine: string;
    passed: boolean;
  };
  'outlet.close': {
    outlet: string;
    customers_served: number;
    reason: string;
  };
  'outlet.open': {
    outlet: string;
    windows: number;
  };
  'outlet.prepare': {
    outlet: string;
  };
  'outlet.publish-phone': {
    outlet: string;
    phone?: string | null;
  };
  'outlet.register': {
    outlet: string;
    title: string;
    city: string;
    district: string;
    address: string;
    at: Point;
    position_source: PositionSource;
    community?: string | null;
    kind: OutletKind;
    windows: number;
    machines: number;
    lobby_m2: number;
    seats: number;
    opens: TimeOfDay;
    closes: TimeOfDay;
    cash_float: Fen;
    cash_limit: Fen;
    phone?: string | null;
  };
  'outlet.restrict': {
    outlet: string;
    to: OutletState;
    reason: string;
  };
  'outlet.switch-self-service': {
    outlet: string;
    on: boolean;
  };
  'plan.pin': {
    kind: PlanPinKind;
    target: string;
    reason: string;
    until: Day;
  };
  'plan.propose': {
    plan: string;
    document: PlanDocument;
  };
  'plan.unpin': {
    target: string;
  };
  'policy.change': {
    key: PolicyKey;
    zone?: string | null;
    outlet?: string | null;
    from: Day;
    value: PolicyValue;
  };
  'policy.withdraw': {
    key: PolicyKey;
    zone?: string | null;
    outlet?: string | null;
  };
  'ppe.change': {
    outlet: string;
    person: string;
    pieces: PpePiece[];
    occurred_at?: Time | null;
  };
  'ppe.take-off': {
    outlet: string;
    person: string;
    pieces: PpePiece[];
    occurred_at?: Time | null;
  };
  'quarantine.declare-loop': {
    person: string;
    kept: boolean;
    occurred_at?: Time | null;
  };
  'quarantine.end': {
    person: string;
    order: string;
  };
  'quarantine.publish-scheme': {
    scheme: QuarantineScheme;
  };
  'quarantine.record-check': {
    person: string;
    temperature_tenths: number;
    symptoms: boolean;
    occurred_at?: Time | null;
  };
  'quarantine.record-test': {
    person: string;
    sampled_at: Time;
    result: QuarantineTestResult;
  };
  'quarantine.start': {
    person: string;
    scheme: string;
    from: Day;
    contact?: QuarantineContactKind | null;
    kind?: QuarantineMeasureKind | null;
    until?: Day | null;
  };
  'queue.arrive': {
    outlet: string;
    booking: string;
    channel: QueueChannel;
  };
  'queue.book': {
    outlet: string;
    booking: string;
    person: string;
    contact?: string | null;
    service: QueueService;
    priority: QueuePriority;
    day: Day;
    band: TimeOfDay;
  };
  'queue.call': {
    outlet: string;
    window: number;
  };
  'queue.cancel': {
    outlet: string;
    ticket: string;
  };
  'queue.cancel-booking': {
    outlet: string;
    booking: string;
  };
  'queue.close-day': {
    outlet: string;
    remaining: QueueRemaining;
  };
  'queue.close-window': {
    outlet: string;
    window: number;
  };
  'queue.correct-priority': {
    outlet: string;
    ticket: string;
    priority: QueuePriority;
    reason: string;
  };
  'queue.finish': {
    outlet: string;
    window: number;
  };
  'queue.forget': {
    outlet: string;
    person: string;
  };
  'queue.miss': {
    outlet: string;
    window: number;
  };
  'queue.open-window': {
    outlet: string;
    window: number;
    services: QueueService[];
  };
  'queue.park': {
    outlet: string;
    window: number;
  };
  'queue.pause-window': {
    outlet: string;
    window: number;
    reason: QueuePauseReason;
  };
  'queue.recall': {
    outlet: string;
    window: number;
  };
  'queue.resume': {
    outlet: string;
    ticket: string;
  };
  'queue.serve': {
    outlet: string;
    window: number;
  };
  'queue.take': {
    outlet: string;
    service: QueueService;
    priority: QueuePriority;
    channel: QueueChannel;
    proxy?: QueueProxy | null;
  };
  'queue.transfer': {
    outlet: string;
    window: number;
    to: QueueService;
  };
  'roster.arrive': {
    outlet: string;
    person: string;
    occurred_at?: Time | null;
  };
  'roster.check-in': {
    outlet: string;
    person: string;
    occurred_at?: Time | null;
  };
  'roster.hand-over': {
    outlet: string;
    person: string;
    note: string;
  };
  'roster.leave': {
    outlet: string;
    person: string;
    occurred_at?: Time | null;
  };
  'roster.replace': {
    outlet: string;
    out: string;
    in: string;
    until: Day;
    from?: Day | null;
  };
  'roster.set-team': {
    outlet: string;
    team: PlanTeam;
    from: Day;
    until: Day;
    members: PlanMember[];
  };
  'roster.take-over': {
    outlet: string;
    person: string;
  };
  'staff.erase': {
    person: string;
  };
  'staff.register': {
    person: string;
    full_name: string;
    phone: string;
    home_outlet: string;
    residence?: string | null;
    household: string;
    skills: StaffSkill[];
  };
  'staff.volunteer': {
    person: string;
    zone: string;
    on?: Day | null;
  };
  'station.count-visit': {
    outlet: string;
    audience: StationAudience;
    people: number;
    counted_at_door: boolean;
  };
  'station.judge-suggestion': {
    outlet: string;
    suggestion: string;
    accepted: boolean;
    reason: string;
  };
  'station.open-corner': {
    outlet: string;
    suggestion: string;
  };
  'station.publish': {
    outlet: string;
    amenities: StationAmenity[];
    corners: StationCorner[];
    audiences: StationAudience[];
    from: TimeOfDay;
    till: TimeOfDay;
    notice: string;
    valid_days: number;
  };
  'station.repair': {
    outlet: string;
    amenity: StationAmenity;
  };
  'station.report-fault': {
    outlet: string;
    amenity: StationAmenity;
  };
  'station.suggest-corner': {
    outlet: string;
    corner: StationCorner;
    why: string;
  };
  'station.verify': {
    outlet: string;
    seen: StationSeen[];
  };
  'station.withdraw': {
    outlet: string;
    reason: string;
  };
  'supply.accept': {
    outlet: string;
    transfer: string;
    lines: SupplyArrival[];
    reason: string;
    occurred_at?: Time | null;
  };
  'supply.appoint-keeper': {
    outlet: string;
    keeper: string;
  };
  'supply.count': {
    outlet: string;
    item: SupplyItem;
    counted: number;
    reason: string;
    lot?: string | null;
    occurred_at?: Time | null;
  };
  'supply.issue': {
    outlet: string;
    item: SupplyItem;
    quantity: number;
    lot?: string | null;
    reason?: string | null;
    occurred_at?: Time | null;
  };
  'supply.receive': {
    outlet: string;
    item: SupplyItem;
    lot: string;
    quantity: number;
    expires_on?: Day | null;
    occurred_at?: Time | null;
  };
  'supply.send': {
    from_outlet: string;
    to_outlet: string;
    transfer: string;
    lines: SupplySending[];
    reason?: string | null;
    occurred_at?: Time | null;
  };
  'van-run.arrive': {
    run: string;
    outlet: string;
    plate: string;
    crew: string[];
    occurred_at?: Time | null;
  };
  'van-run.cancel': {
    run: string;
    reason: string;
  };
  'van-run.depart': {
    run: string;
    disinfected_at: Time;
    occurred_at?: Time | null;
  };
  'van-run.hand-over': {
    run: string;
    outlet: string;
    crew: string[];
    house: string[];
    exceptions: string[];
    reason: string;
    occurred_at?: Time | null;
  };
  'van-run.leave': {
    run: string;
    outlet: string;
    occurred_at?: Time | null;
  };
  'van-run.list-bags': {
    run: string;
    outlet: string;
    deliver: string[];
    collect: string[];
  };
  'van-run.pass-gate': {
    run: string;
    occurred_at?: Time | null;
  };
  'van-run.plan': {
    run: string;
    day: Day;
    van: string;
    kind: VanRunRunKind;
    depot: string;
    gate_at: TimeOfDay;
    crew: VanRunCrewMember[];
    stops: VanRunStopWish[];
    insured?: Fen | null;
    permit?: string | null;
  };
  'van-run.plan-b': {
    run: string;
    outlet: string;
    remedy: VanRunRemedy;
    due: Time;
    replacement?: string | null;
    note: string;
  };
  'van-run.return': {
    run: string;
    occurred_at?: Time | null;
  };
  'van-run.turn-back': {
    run: string;
    reason: VanRunGateReason;
    note: string;
    occurred_at?: Time | null;
  };
  'van.register': {
    van: string;
    plate: string;
    city: string;
    carry_limit: Fen;
    suits_capacity: number;
  };
  'zone.add-community': {
    community: string;
    title: string;
    city: string;
    at: Point;
    position_source: PositionSource;
    people: number;
    card_customers: number;
    elderly_permille: number;
  };
  'zone.lift': {
    zone: string;
  };
  'zone.record-grant': {
    zone: string;
    granted: string;
    document: string;
    issuer: string;
    evidence_sha256: string;
  };
  'zone.record-pass': {
    zone: string;
    kind: ZonePassKind;
    holder: string;
    gate: string;
    window_from: TimeOfDay;
    window_to: TimeOfDay;
    valid_from: Day;
    valid_to: Day;
  };
  'zone.seal': {
    zone: string;
    title: string;
    city: string;
    scheme: string;
    kind: ZoneSealKind;
    since?: Time | null;
    outline: Point[];
    communities: string[];
  };
  'zone.set-risk': {
    zone: string;
    area: string;
    level: ZoneRiskLevel;
    since?: Day | null;
  };
}

export type CommandName = keyof Commands;

// Who may give a command; the server has the last word.
export const commandRoles = {
  'account.create': ['province_command', 'administrator'],
  'account.disable': ['province_command', 'administrator'],
  'approval.return': ['province_command', 'city_command', 'outlet_manager'],
  'approval.sign': ['province_command', 'city_command', 'outlet_manager'],
  'backup.rank': ['province_command', 'city_command', 'outlet_manager'],
  'backup.record-drill': ['province_command', 'city_command', 'outlet_manager'],
  'cash-day.draw-up': ['outlet_manager', 'supervisor', 'teller', 'cash_centre'],
  'cash-day.sign': ['outlet_manager', 'supervisor', 'teller', 'cash_centre'],
  'cash-key.begin-change': ['outlet_manager', 'supervisor', 'teller', 'cash_centre'],
  'cash-key.confirm-change': ['outlet_manager', 'supervisor', 'teller', 'cash_centre'],
  'cash-key.register-lock': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'cash_centre'],
  'cash-order.approve': ['province_command', 'city_command', 'cash_centre'],
  'cash-order.place': ['outlet_manager', 'supervisor'],
  'cash-order.refuse': ['province_command', 'city_command', 'cash_centre'],
  'cash-order.withdraw': ['outlet_manager', 'supervisor'],
  'cash.abandon-sanitising': ['outlet_manager', 'supervisor', 'teller', 'cash_centre'],
  'cash.bag': ['outlet_manager', 'supervisor', 'teller'],
  'cash.begin-sanitising': ['outlet_manager', 'supervisor', 'teller', 'cash_centre'],
  'cash.close-discrepancy': ['province_command', 'city_command', 'outlet_manager', 'cash_centre'],
  'cash.confirm': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'cash_centre', 'van_crew'],
  'cash.count': ['outlet_manager', 'supervisor', 'teller', 'cash_centre'],
  'cash.draw': ['outlet_manager', 'supervisor', 'teller', 'cash_centre'],
  'cash.finish-sanitising': ['outlet_manager', 'supervisor', 'teller', 'cash_centre'],
  'cash.hand-in': ['cash_centre'],
  'cash.hand-over': ['outlet_manager', 'supervisor', 'teller', 'cash_centre', 'van_crew'],
  'cash.pay': ['outlet_manager', 'supervisor', 'teller'],
  'cash.put-back': ['outlet_manager', 'supervisor', 'teller', 'cash_centre'],
  'cash.receive': ['outlet_manager', 'supervisor', 'teller'],
  'cash.recount': ['outlet_manager', 'supervisor', 'teller', 'cash_centre'],
  'cash.refuse': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'cash_centre', 'van_crew'],
  'cash.release': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'cash_centre'],
  'cash.sort-out': ['outlet_manager', 'supervisor', 'teller', 'cash_centre'],
  'cash.store': ['outlet_manager', 'supervisor', 'teller', 'cash_centre'],
  'cash.take-in': ['outlet_manager', 'supervisor', 'teller', 'cash_centre'],
  'cash.take-over': ['outlet_manager', 'supervisor', 'teller', 'cash_centre', 'van_crew'],
  'cash.withdraw': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'cash_centre', 'van_crew'],
  'checklist.answer': ['outlet_manager', 'supervisor', 'teller', 'lobby_guide'],
  'checklist.override': ['province_command', 'city_command'],
  'checklist.publish': ['province_command', 'administrator'],
  'checklist.sign': ['outlet_manager', 'supervisor'],
  'city.add': ['province_command', 'administrator'],
  'contactless.answer': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide'],
  'contactless.ask': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide', 'visitor'],
  'contactless.divert': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide', 'visitor'],
  'contactless.publish-suppliers': ['province_command', 'city_command'],
  'contactless.take': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide'],
  'contactless.withdraw': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide', 'visitor'],
  'daily-report.correct': ['province_command', 'city_command', 'outlet_manager', 'supervisor'],
  'daily-report.set-hour': ['province_command'],
  'daily-report.submit': ['province_command', 'city_command', 'outlet_manager', 'supervisor'],
  'directive.acknowledge': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide', 'cash_centre', 'van_crew', 'inspector', 'auditor', 'administrator'],
  'directive.publish': ['province_command', 'administrator'],
  'directive.record-training': ['province_command', 'city_command', 'outlet_manager'],
  'disinfection.abandon': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide'],
  'disinfection.begin': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide'],
  'disinfection.finish': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide'],
  'disinfection.record': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide'],
  'disinfection.ventilate': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide'],
  'duty.publish': ['province_command', 'city_command', 'outlet_manager'],
  'evidence.store': ['outlet_manager', 'supervisor', 'teller', 'lobby_guide'],
  'incident.acknowledge': ['province_command', 'city_command', 'outlet_manager'],
  'incident.activate-backups': ['province_command', 'city_command', 'outlet_manager'],
  'incident.classify': ['province_command', 'city_command', 'outlet_manager'],
  'incident.clear': ['province_command', 'city_command', 'outlet_manager'],
  'incident.close': ['province_command', 'city_command', 'outlet_manager'],
  'incident.file-first-report': ['province_command', 'city_command', 'outlet_manager'],
  'incident.file-written-report': ['province_command', 'city_command', 'outlet_manager'],
  'incident.raise': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide', 'cash_centre'],
  'incident.record-progress': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide', 'cash_centre'],
  'incident.take-step': ['province_command', 'city_command', 'outlet_manager', 'supervisor'],
  'lobby.check-door': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide'],
  'lobby.count': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide'],
  'lobby.enter': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide', 'door_counter'],
  'lobby.evacuate': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide'],
  'lobby.isolate': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide'],
  'lobby.leave': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide', 'door_counter'],
  'lobby.release-isolation': ['province_command', 'city_command', 'outlet_manager', 'supervisor'],
  'lobby.reopen': ['province_command', 'city_command', 'outlet_manager'],
  'machine.close-difference': ['province_command', 'city_command', 'outlet_manager', 'cash_centre'],
  'machine.load': ['outlet_manager', 'supervisor', 'teller', 'cash_centre'],
  'machine.register': ['province_command', 'city_command', 'outlet_manager', 'cash_centre'],
  'machine.report': ['outlet_manager', 'supervisor', 'teller', 'cash_centre', 'device'],
  'machine.resume': ['outlet_manager', 'supervisor', 'teller', 'cash_centre'],
  'machine.settle': ['outlet_manager', 'supervisor', 'teller', 'cash_centre'],
  'machine.stop': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide', 'cash_centre'],
  'machine.switch-mode': ['outlet_manager', 'supervisor', 'teller', 'cash_centre'],
  'machine.test-dispense': ['outlet_manager', 'supervisor', 'teller', 'cash_centre'],
  'outlet.close': ['province_command', 'city_command', 'outlet_manager'],
  'outlet.open': ['province_command', 'city_command', 'outlet_manager'],
  'outlet.prepare': ['province_command', 'city_command', 'outlet_manager'],
  'outlet.publish-phone': ['province_command', 'city_command', 'outlet_manager', 'administrator'],
  'outlet.register': ['province_command', 'city_command', 'administrator'],
  'outlet.restrict': ['province_command', 'city_command', 'outlet_manager'],
  'outlet.switch-self-service': ['province_command', 'city_command', 'outlet_manager'],
  'plan.pin': ['province_command', 'city_command'],
  'plan.propose': ['province_command', 'city_command'],
  'plan.unpin': ['province_command', 'city_command'],
  'policy.change': ['province_command', 'administrator'],
  'policy.withdraw': ['province_command', 'administrator'],
  'ppe.change': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide'],
  'ppe.take-off': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide'],
  'quarantine.declare-loop': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide'],
  'quarantine.end': ['province_command', 'city_command'],
  'quarantine.publish-scheme': ['province_command'],
  'quarantine.record-check': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide'],
  'quarantine.record-test': ['province_command', 'city_command', 'outlet_manager'],
  'quarantine.start': ['province_command', 'city_command', 'outlet_manager'],
  'queue.arrive': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide'],
  'queue.book': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide', 'visitor'],
  'queue.call': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide'],
  'queue.cancel': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide', 'visitor'],
  'queue.cancel-booking': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide', 'visitor'],
  'queue.close-day': ['province_command', 'city_command', 'outlet_manager'],
  'queue.close-window': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide'],
  'queue.correct-priority': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide'],
  'queue.finish': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide'],
  'queue.forget': ['province_command', 'city_command', 'outlet_manager', 'administrator', 'visitor'],
  'queue.miss': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide'],
  'queue.open-window': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide'],
  'queue.park': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide'],
  'queue.pause-window': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide'],
  'queue.recall': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide'],
  'queue.resume': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide'],
  'queue.serve': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide'],
  'queue.take': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide', 'visitor'],
  'queue.transfer': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide'],
  'roster.arrive': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide'],
  'roster.check-in': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide'],
  'roster.hand-over': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide'],
  'roster.leave': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide'],
  'roster.replace': ['province_command', 'city_command', 'outlet_manager'],
  'roster.set-team': ['province_command', 'city_command', 'outlet_manager'],
  'roster.take-over': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide'],
  'staff.erase': ['province_command', 'administrator'],
  'staff.register': ['province_command', 'city_command', 'outlet_manager', 'administrator'],
  'staff.volunteer': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide'],
  'station.count-visit': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide'],
  'station.judge-suggestion': ['province_command', 'city_command'],
  'station.open-corner': ['province_command', 'city_command', 'outlet_manager'],
  'station.publish': ['province_command', 'city_command', 'outlet_manager'],
  'station.repair': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide'],
  'station.report-fault': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide', 'visitor'],
  'station.suggest-corner': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide'],
  'station.verify': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide'],
  'station.withdraw': ['province_command', 'city_command', 'outlet_manager'],
  'supply.accept': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide'],
  'supply.appoint-keeper': ['province_command', 'city_command', 'outlet_manager'],
  'supply.count': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide'],
  'supply.issue': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide'],
  'supply.receive': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide', 'administrator'],
  'supply.send': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide'],
  'van-run.arrive': ['outlet_manager', 'supervisor', 'teller', 'cash_centre'],
  'van-run.cancel': ['province_command', 'city_command', 'cash_centre'],
  'van-run.depart': ['cash_centre', 'van_crew'],
  'van-run.hand-over': ['outlet_manager', 'supervisor', 'teller', 'cash_centre'],
  'van-run.leave': ['outlet_manager', 'supervisor', 'teller', 'cash_centre', 'van_crew'],
  'van-run.list-bags': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'cash_centre'],
  'van-run.pass-gate': ['cash_centre', 'van_crew'],
  'van-run.plan': ['province_command', 'city_command', 'cash_centre'],
  'van-run.plan-b': ['province_command', 'city_command', 'cash_centre'],
  'van-run.return': ['cash_centre', 'van_crew'],
  'van-run.turn-back': ['cash_centre', 'van_crew'],
  'van.register': ['province_command', 'city_command', 'cash_centre', 'administrator'],
  'zone.add-community': ['province_command', 'city_command', 'administrator'],
  'zone.lift': ['province_command', 'city_command'],
  'zone.record-grant': ['province_command', 'city_command'],
  'zone.record-pass': ['province_command', 'city_command'],
  'zone.seal': ['province_command', 'city_command'],
  'zone.set-risk': ['province_command', 'city_command'],
} as const satisfies Record<CommandName, readonly Role[]>;

// GET /api/views/<name>?<query>
export interface Views {
  accounts: { query: {
    scope?: string | null;
  }; result: AccountTable };
  appointments: { query: {
    outlet: string;
    day?: Day | null;
  }; result: Appointments };
  backups: { query: {
    scope?: string | null;
  }; result: Backups };
  board: { query: {
    scope?: string | null;
  }; result: Board };
  cash: { query: {
    scope?: string | null;
  }; result: CashTable };
  'cash-bag': { query: {
    bag: string;
  }; result: CashBagTrail };
  'cash-day': { query: {
    outlet: string;
    day?: Day | null;
  }; result: CashDayPage };
  'cash-orders': { query: {
    scope?: string | null;
  }; result: CashOrders };
  'cash-outlet': { query: {
    outlet: string;
  }; result: CashPage };
  'cash-runway': { query: {
    scope?: string | null;
  }; result: CashRunway };
  'cash-runway-outlet': { query: {
    outlet: string;
  }; result: CashRunwayPage };
  checklist: { query: {
    outlet: string;
    day?: Day | null;
  }; result: ChecklistPage };
  checklists: { query: {
    scope?: string | null;
  }; result: ChecklistTable };
  cities: { query: {
    scope?: string | null;
  }; result: CityTable };
  contactless: { query: {
    scope?: string | null;
  }; result: ContactlessList };
  directives: { query: {
    scope?: string | null;
    account?: string | null;
  }; result: Directives };
  'duty.roster': { query: {
    scope?: string | null;
  }; result: DutyTable };
  'incident.list': { query: {
    scope?: string | null;
    closed: boolean;
  }; result: IncidentList };
  'incident.page': { query: {
    incident: string;
  }; result: IncidentPage };
  machines: { query: {
    scope?: string | null;
    outlet?: string | null;
  }; result: Machines };
  map: { query: {
    scope?: string | null;
  }; result: GroundMap };
  outlet: { query: {
    outlet: string;
    windows?: number | null;
  }; result: OutletPage };
  outlets: { query: {
    scope?: string | null;
    zone?: string | null;
    shown_state?: ShownState | null;
    search?: string | null;
  }; result: OutletTable };
  people: { query: {
    scope?: string | null;
    zone?: string | null;
    outlet?: string | null;
    fit?: boolean | null;
    volunteered?: boolean | null;
  }; result: People };
  personas: { query: {
    role?: Role | null;
  }; result: Personas };
  plan: { query: {
    plan: string;
    against?: string | null;
  }; result: PlanPage };
  plans: { query: {
    scope?: string | null;
    zone?: string | null;
  }; result: PlanTable };
  policies: { query: {
    key?: PolicyKey | null;
  }; result: PolicySet };
  queue: { query: {
    outlet: string;
    ticket?: string | null;
  }; result: QueuePage };
  'report-day': { query: {
    scope?: string | null;
    day?: Day | null;
  }; result: ReportDay };
  'report-facts': { query: {
    outlet: string;
    day: Day;
    figure: DailyReportFigureKey;
  }; result: ReportFacts };
  'report-page': { query: {
    at?: string | null;
    day?: Day | null;
  }; result: ReportPage };
  rounds: { query: {
    outlet: string;
  }; result: RoundsPage };
  shelf: { query: {
    outlet: string;
  }; result: ShelfPage };
  stations: { query: {
    scope?: string | null;
    outlet?: string | null;
  }; result: StationList };
  supplies: { query: {
    scope?: string | null;
    item?: SupplyItem | null;
    severity?: Severity | null;
    search?: string | null;
  }; result: Supplies };
  team: { query: {
    outlet: string;
  }; result: TeamPage };
  timeline: { query: {
    scope?: string | null;
    day?: Day | null;
  }; result: Timeline };
  'van-crew': { query: {
    account: string;
  }; result: VanCrew };
  'van-riders': { query: {
    scope?: string | null;
    day?: Day | null;
  }; result: VanRiders };
  'van-run': { query: {
    run: string;
  }; result: VanRunPage };
  'van-runs': { query: {
    scope?: string | null;
    day?: Day | null;
  }; result: VanRuns };
  'van-stops': { query: {
    outlet: string;
  }; result: VanStops };
  worklist: { query: {
    scope?: string | null;
  }; result: Worklist };
  zone: { query: {
    zone: string;
  }; result: ZonePage };
  zones: { query: {
    scope?: string | null;
  }; result: ZoneTable };
}

export type ViewName = keyof Views;

export const viewRoles = {
  accounts: ['province_command', 'administrator'],
  appointments: ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide'],
  backups: ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'inspector', 'auditor', 'administrator'],
  board: ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide', 'cash_centre', 'van_crew', 'inspector', 'auditor', 'administrator'],
  cash: ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'cash_centre', 'auditor'],
  'cash-bag': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'cash_centre', 'auditor'],
  'cash-day': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'cash_centre', 'auditor'],
  'cash-orders': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'cash_centre', 'auditor'],
  'cash-outlet': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'cash_centre', 'auditor'],
  'cash-runway': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'cash_centre', 'auditor'],
  'cash-runway-outlet': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'cash_centre', 'auditor'],
  checklist: ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide', 'cash_centre', 'van_crew', 'inspector', 'auditor', 'administrator'],
  checklists: ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide', 'cash_centre', 'van_crew', 'inspector', 'auditor', 'administrator'],
  cities: ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide', 'cash_centre', 'van_crew', 'inspector', 'auditor', 'administrator'],
  contactless: ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide', 'inspector'],
  directives: ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide', 'cash_centre', 'van_crew', 'inspector', 'auditor', 'administrator'],
  'duty.roster': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide', 'cash_centre', 'auditor'],
  'incident.list': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide', 'cash_centre', 'auditor'],
  'incident.page': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide', 'cash_centre', 'auditor'],
  machines: ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide', 'cash_centre', 'auditor'],
  map: ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide', 'cash_centre', 'van_crew', 'inspector', 'auditor', 'administrator'],
  outlet: ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide', 'cash_centre', 'van_crew', 'inspector', 'auditor', 'administrator'],
  outlets: ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide', 'cash_centre', 'van_crew', 'inspector', 'auditor', 'administrator'],
  people: ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'inspector', 'auditor', 'administrator'],
  personas: ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide', 'cash_centre', 'van_crew', 'inspector', 'auditor', 'administrator'],
  plan: ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide', 'cash_centre', 'van_crew', 'inspector', 'auditor', 'administrator'],
  plans: ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide', 'cash_centre', 'van_crew', 'inspector', 'auditor', 'administrator'],
  policies: ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide', 'cash_centre', 'van_crew', 'inspector', 'auditor', 'administrator'],
  queue: ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide', 'cash_centre', 'van_crew', 'inspector', 'auditor', 'administrator', 'hall_display'],
  'report-day': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide', 'inspector', 'auditor'],
  'report-facts': ['province_command', 'city_command', 'outlet_manager', 'inspector', 'auditor'],
  'report-page': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide', 'inspector', 'auditor'],
  rounds: ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide', 'cash_centre', 'van_crew', 'inspector', 'auditor', 'administrator'],
  shelf: ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide', 'cash_centre', 'van_crew', 'inspector', 'auditor', 'administrator'],
  stations: ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide', 'cash_centre', 'van_crew', 'inspector', 'auditor', 'administrator'],
  supplies: ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide', 'cash_centre', 'van_crew', 'inspector', 'auditor', 'administrator'],
  team: ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide', 'inspector', 'auditor', 'administrator'],
  timeline: ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide', 'cash_centre', 'van_crew', 'inspector', 'auditor', 'administrator'],
  'van-crew': ['van_crew'],
  'van-riders': ['province_command', 'city_command', 'cash_centre'],
  'van-run': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'cash_centre', 'auditor'],
  'van-runs': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'cash_centre', 'auditor'],
  'van-stops': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'cash_centre'],
  worklist: ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide', 'cash_centre', 'van_crew', 'inspector', 'auditor', 'administrator'],
  zone: ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide', 'cash_centre', 'van_crew', 'inspector', 'auditor', 'administrator'],
  zones: ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide', 'cash_centre', 'van_crew', 'inspector', 'auditor', 'administrator'],
} as const satisfies Record<ViewName, readonly Role[]>;
