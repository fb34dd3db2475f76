// The sheets that import knows, with their columns: docs/reference/network-files.md.
export const sheets: Record<string, string> = {
  cities: 'id,name,time_zone',
  outlets:
    'code,name,city,district,address,lon,lat,position_source,community,kind,windows,machines,lobby_m2,seats,opens,closes,cash_float_yuan,cash_limit_yuan',
  communities: 'id,name,city,zone,lon,lat,position_source,people,card_customers,elderly_permille',
  zones: 'id,name,city,scheme,kind,sealed_at,outline',
  risk_areas: 'zone,area,level,since',
  staff: 'id,name,phone,outlet,residence,household,skills,volunteered_on',
  measures: 'person,kind,scheme,from,until',
  tests: 'person,sampled_at,result',
  supplies: 'outlet,item,lot,quantity,expires_on',
  vans: 'id,plate,city,carry_limit_yuan,suits_capacity',
  grants: 'zone,outlet,document,issuer,evidence_sha256',
  passes: 'zone,kind,holder,gate,window_from,window_to,valid_from,valid_to',
  policies: 'key,zone,outlet,from,value,grade,source',
  pins: 'kind,target,reason,until',
  accounts: 'id,title,role,scope',
};

// With the mark that makes Excel read it as UTF-8.
export const sheetText = (columns: string) => `\uFEFF${columns}\r\n`;
