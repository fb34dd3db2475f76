// Generated from the C++ descriptions by `waystation contract --typescript`. Do not edit.

// RFC 3339, such as 2021-01-08T01:00:00Z.
export type Time = string;
// YYYY-MM-DD at the place it speaks of.
export type Day = string;
// HH:MM.
export type TimeOfDay = string;
// 1/100 yuan, whole.
export type Fen = number;

export interface Change {
  seq: number;
  streams: string[];
}

export type DisinfectionAgent =
  | 'chlorine'
  | 'alcohol';

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

export interface Enrol {
  code: string;
  account: string;
  password: string;
}

export interface Fact {
  name: string;
  value: string;
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

export type OutletKind =
  | 'main_office'
  | 'branch'
  | 'sub_branch'
  | 'sub_branch_office'
  | 'back_office';

export type OutletState =
  | 'closed'
  | 'preparing'
  | 'ready'
  | 'open'
  | 'limited'
  | 'paused';

export interface Persona {
  account: string;
  title: string;
  role: Role;
  scope: string;
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
  | 'visits_per_thousand_customers';

export interface PolicyValue {
  value: number;
  grade: PolicyGrade;
  source: string;
}

export type PositionSource =
  | 'unknown'
  | 'surveyed'
  | 'synthetic';

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

export type QuarantineMeasureKind =
  | 'central_quarantine'
  | 'home_isolation'
  | 'home_monitoring';

export type QuarantineTestResult =
  | 'negative'
  | 'positive';

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
  | 'administrator';

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

export type SupplyItem =
  | 'suit'
  | 'wipe'
  | 'mask'
  | 'gloves'
  | 'face_shield'
  | 'chlorine_tablet';

export type ZonePassKind =
  | 'staff'
  | 'cash_van'
  | 'supplies';

export type ZoneRiskLevel =
  | 'low'
  | 'medium'
  | 'high';

export type ZoneSealKind =
  | 'key_control_area'
  | 'lockdown_area'
  | 'control_area'
  | 'precaution_area';

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
  'disinfection.record': {
    outlet: string;
    agent: DisinfectionAgent;
    batch: string;
    concentration: number;
    contact_minutes: number;
    touch_points: DisinfectionTouchPoint[];
    wipes_used: number;
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
  'supply.count': {
    outlet: string;
    item: SupplyItem;
    counted: number;
    reason: string;
  };
  'supply.issue': {
    outlet: string;
    item: SupplyItem;
    quantity: number;
  };
  'supply.receive': {
    outlet: string;
    item: SupplyItem;
    lot: string;
    quantity: number;
    expires_on?: Day | null;
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
  'disinfection.record': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide'],
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
  'staff.erase': ['province_command', 'administrator'],
  'staff.register': ['province_command', 'city_command', 'outlet_manager', 'administrator'],
  'staff.volunteer': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide'],
  'supply.count': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide'],
  'supply.issue': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide'],
  'supply.receive': ['province_command', 'city_command', 'outlet_manager', 'supervisor', 'teller', 'lobby_guide', 'administrator'],
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
}

export type ViewName = keyof Views;

export const viewRoles = {
} as const satisfies Record<ViewName, readonly Role[]>;
