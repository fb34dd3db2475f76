// Writes the steps of a story one by one, as a person would: the moment and who acts, what is told, and the command
// with what must come of it.
export const outlet = '102221004264';

const account = (name, role) => ({ by: `SY-4264-${name}`, role, scope: `SY/${outlet}` });
export const province = { by: 'LN-command', role: 'province_command', scope: '' };
export const duty_officer = { by: 'LN-duty', role: 'province_command', scope: '' };
export const administrator = { by: 'LN-admin', role: 'administrator', scope: '' };
export const city = { by: 'SY-command', role: 'city_command', scope: 'SY' };
export const manager = account('manager', 'outlet_manager');
export const supervisor = account('supervisor', 'supervisor');
export const teller = account('teller', 'teller');
export const lobby = account('lobby', 'lobby_guide');

// One story in the making. A step's time is one of the day that was begun last; windows, door and office are told one
// after the other, and put in the order of time at the end.
export const storyteller = () => {
  const steps = [];
  let day = '';
  const add = (time, who, zh, en, rest) =>
    steps.push({ at: `${day}T${time.padEnd(8, ':00')}+08:00`, ...who, say_zh: zh, say_en: en, ...rest });
  return {
    in_order: () => steps.toSorted((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at))),
    begin: (date) => { day = date; },
    files: (time, who, zh, en, files) => add(time, who, zh, en, { files }),
    plan: (time, who, zh, en, plan) => add(time, who, zh, en, { plan, expect: 'plan.proposed' }),
    does: (time, who, zh, en, command, fields, expect) =>
      add(time, who, zh, en, { command, with: fields, expect }),
    // With the bytes of a file of the folder.
    keeps: (time, who, zh, en, command, fields, keeps, expect) =>
      add(time, who, zh, en, { command, with: fields, keeps, expect }),
    refused: (time, who, zh, en, command, fields, code, missing) =>
      add(time, who, zh, en, { command, with: fields, refused: missing ? { code, missing } : { code } }),
    sees: (time, who, zh, en, view, fields, shows) =>
      add(time, who, zh, en, { check: { view, ...(fields ? { with: fields } : {}), shows } }),
  };
};

// JSON with a blank after each colon and comma, as the stories are written by hand.
const spaced = (value) => {
  if (Array.isArray(value)) return `[${value.map(spaced).join(', ')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  return `{${Object.entries(value).map(([key, v]) => `"${key}": ${spaced(v)}`).join(', ')}}`;
};
const members = (object) => spaced(object).slice(1, -1);

export const step_text = ({ at, by, role, scope, say_zh, say_en, ...rest }) =>
  `    {${members({ at, by, role, scope })},\n     ${members({ say_zh, say_en })},\n     ${members(rest)}}`;
export const step_line = (step) => `    {${members(step)}}`;

export const story_text = (title_zh, title_en, steps) =>
  `{\n  "title_zh": "${title_zh}",\n  "title_en": "${title_en}",\n  "time_zone": "Asia/Shanghai",\n  "steps": [\n${
    steps.join(',\n')}\n  ]\n}\n`;
