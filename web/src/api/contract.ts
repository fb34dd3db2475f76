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

export interface CallShown {
  ticket: string;
  window: number;
  at: Time;
}

export interface Change {
  seq: number;
  streams: string[];
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

export interface CoverBar {
  outlet: string;
  title: string;
  item: string;
  stock: number;
  days?: number | null;
  minimum_days: number;
  severity: Severity;
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

export type DisinfectionAgent =
  | 'chlorine'
  | 'alcohol';

export type DisinfectionForm =
  | 'liquid'
  | 'tablet';

export type DisinfectionKind =
  | 'routine'
  | 'terminal';

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

export interface DutyPerson {
  person: string;
  name?: string | null;
  post: PlanPost;
  custody: PlanCustody;
  fit: boolean;
  reasons: string[];
}

export interface Enrol {
  code: string;
  account: string;
  password: string;
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

export type Level =
  | 'outlet'
  | 'city'
  | 'province';

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
  plan?: string | null;
  team?: PlanTeam | null;
  on_duty: DutyPerson[];
  stock: StockLine[];
  rounds: DisinfectionRound[];
  rounds_ever: number;
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

export type Phase =
  | 'before_opening'
  | 'during_hours'
  | 'after_closing';

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
  | 'closing_round_within_minutes';

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

export interface Posting {
  outlet: string;
  team: PlanTeam;
  post: PlanPost;
}

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

export interface QuarantineMeasure {
  kind: QuarantineMeasureKind;
  scheme: string;
  from: Day;
  until: Day;
}

export type QuarantineMeasureKind =
  | 'central_quarantine'
  | 'home_isolation'
  | 'home_monitoring';

export type QuarantineTestResult =
  | 'negative'
  | 'positive';

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

export interface Reply {
  seq: number;
  event: string;
  stream: string;
  version: number;
  at: Time;
}

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
  | 'hall_display'
  | 'door_counter';

export interface RoundDot {
  at: Time;
  done: boolean;
  overdue: boolean;
}

export interface Segment {
  phase: Phase;
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

export interface SupplyArrival {
  item: SupplyItem;
  lot: string;
  counted: number;
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

export interface SupplySending {
  item: SupplyItem;
  quantity: number;
  lot?: string | null;
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

export type Unit =
  | 'outlets'
  | 'permille'
  | 'people'
  | 'days'
  | 'rounds';

export interface VanLine {
  van: string;
  plate: string;
  gate: string;
  from: Time;
  to: Time;
  stops: string[];
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
  | 'zone_without_open_outlet';

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
  action: string;
  mine: boolean;
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
  'city.add': {
    city: string;
    title: string;
    time_zone: string;
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
  };
  'disinfection.finish': {
    outlet: string;
    round: string;
    wipes_used: number;
    exception?: string | null;
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
  'quarantine.end': {
    person: string;
    order: string;
  };
  'quarantine.record-check': {
    person: string;
    temperature_tenths: number;
    symptoms: boolean;
  };
  'quarantine.record-test': {
    person: string;
    sampled_at: Time;
    result: QuarantineTestResult;
  };
  'quarantine.start': {
    person: string;
    kind: QuarantineMeasureKind;
    scheme: string;
    from: Day;
    until: Day;
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
  'city.add': ['province_command', 'administrator'],
  'disinfection.abandon': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide'],
  'disinfection.begin': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide'],
  'disinfection.finish': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide'],
  'disinfection.record': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide'],
  'disinfection.ventilate': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide'],
  'lobby.check-door': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide'],
  'lobby.count': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide'],
  'lobby.enter': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide', 'door_counter'],
  'lobby.evacuate': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide'],
  'lobby.isolate': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide'],
  'lobby.leave': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide', 'door_counter'],
  'lobby.release-isolation': ['province_command', 'city_command', 'outlet_manager', 'supervisor'],
  'lobby.reopen': ['province_command', 'city_command', 'outlet_manager'],
  'outlet.close': ['province_command', 'city_command', 'outlet_manager'],
  'outlet.open': ['province_command', 'city_command', 'outlet_manager'],
  'outlet.prepare': ['province_command', 'city_command', 'outlet_manager'],
  'outlet.register': ['province_command', 'city_command', 'administrator'],
  'outlet.restrict': ['province_command', 'city_command', 'outlet_manager'],
  'outlet.switch-self-service': ['province_command', 'city_command', 'outlet_manager'],
  'plan.pin': ['province_command', 'city_command'],
  'plan.propose': ['province_command', 'city_command'],
  'plan.unpin': ['province_command', 'city_command'],
  'policy.change': ['province_command', 'administrator'],
  'policy.withdraw': ['province_command', 'administrator'],
  'quarantine.end': ['province_command', 'city_command'],
  'quarantine.record-check': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide'],
  'quarantine.record-test': ['province_command', 'city_command', 'outlet_manager'],
  'quarantine.start': ['province_command', 'city_command', 'outlet_manager'],
  'queue.arrive': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide'],
  'queue.book': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide'],
  'queue.call': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide'],
  'queue.cancel': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide'],
  'queue.cancel-booking': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide'],
  'queue.close-day': ['province_command', 'city_command', 'outlet_manager'],
  'queue.close-window': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide'],
  'queue.finish': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide'],
  'queue.forget': ['province_command', 'city_command', 'outlet_manager', 'administrator'],
  'queue.miss': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide'],
  'queue.open-window': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide'],
  'queue.park': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide'],
  'queue.pause-window': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide'],
  'queue.recall': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide'],
  'queue.resume': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide'],
  'queue.serve': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide'],
  'queue.take': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide'],
  'queue.transfer': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide'],
  'staff.erase': ['province_command', 'administrator'],
  'staff.register': ['province_command', 'city_command', 'outlet_manager', 'administrator'],
  'staff.volunteer': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide'],
  'supply.accept': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide'],
  'supply.appoint-keeper': ['province_command', 'city_command', 'outlet_manager'],
  'supply.count': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide'],
  'supply.issue': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide'],
  'supply.receive': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide', 'administrator'],
  'supply.send': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide'],
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
  board: { query: {
    scope?: string | null;
  }; result: Board };
  cities: { query: {
    scope?: string | null;
  }; result: CityTable };
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
  timeline: { query: {
    scope?: string | null;
    day?: Day | null;
  }; result: Timeline };
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
  board: ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide', 'cash_centre', 'van_crew', 'inspector', 'auditor', 'administrator'],
  cities: ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide', 'cash_centre', 'van_crew', 'inspector', 'auditor', 'administrator'],
  map: ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide', 'cash_centre', 'van_crew', 'inspector', 'auditor', 'administrator'],
  outlet: ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide', 'cash_centre', 'van_crew', 'inspector', 'auditor', 'administrator'],
  outlets: ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide', 'cash_centre', 'van_crew', 'inspector', 'auditor', 'administrator'],
  people: ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'inspector', 'auditor', 'administrator'],
  personas: ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide', 'cash_centre', 'van_crew', 'inspector', 'auditor', 'administrator'],
  plan: ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide', 'cash_centre', 'van_crew', 'inspector', 'auditor', 'administrator'],
  plans: ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide', 'cash_centre', 'van_crew', 'inspector', 'auditor', 'administrator'],
  policies: ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide', 'cash_centre', 'van_crew', 'inspector', 'auditor', 'administrator'],
  queue: ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide', 'cash_centre', 'van_crew', 'inspector', 'auditor', 'administrator', 'hall_display'],
  timeline: ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide', 'cash_centre', 'van_crew', 'inspector', 'auditor', 'administrator'],
  worklist: ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide', 'cash_centre', 'van_crew', 'inspector', 'auditor', 'administrator'],
  zone: ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide', 'cash_centre', 'van_crew', 'inspector', 'auditor', 'administrator'],
  zones: ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide', 'cash_centre', 'van_crew', 'inspector', 'auditor', 'administrator'],
} as const satisfies Record<ViewName, readonly Role[]>;
