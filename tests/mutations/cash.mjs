// Is every rule of cash watched? For each rule a copy of its file in which that rule is broken is compiled, linked
// with the random test of src/domain/cash_random_test.cpp, and must be found out by it. The list of mutations is part
// of the test: a rule that is rewritten must be broken anew here.
//
//   node tests/mutations/cash.mjs [build folder] [only this file or rule]
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const build = process.argv[2] ?? 'build/release';
const only = process.argv[3];
const runs = '4000';

// [what is broken, file, the rule as it stands, the rule as it is broken]
const mutations = [
  ['the clock', 'cash_hold', 'now < *until', 'now + std::chrono::hours{24} < *until'],
  ['the seal around a bag', 'cash_hold', '*community->unsealed_at >= bag.since', 'false'],
  ['special sources', 'cash_bag', 'return false;\n  }\n  return false;', 'return true;\n  }\n  return false;'],
  ['the minutes of a run', 'cash_sanitise', 'if (minutes < needed)', 'if (minutes + 1 < needed)'],
  ['one source in a cabinet', 'cash_sanitise', 'bag.source != site.bags.at(c.bags.front()).source', 'false'],
  ['the second counter', 'cash_count', 'first->by == stamp.by', 'false'],
  ['a blind second count', 'cash_count', 'found == first->notes', 'true'],
  ['what is missing is booked', 'cash_count', 'post(site.book, account_of(bag), site.book, lost, missing);', ''],
  ['the second signer', 'cash_act', 'if (act.by == stamp.by)', 'if (false)'],
  ['the time to confirm', 'cash_act', 'act->expires_at <= stamp.at', 'false'],
  ['both sides of a handover', 'cash_act', 'is_handing_over(act.deed.kind) && both_of_one_side', 'false'],
  ['who counted does not release', 'cash_deed_rule', 'std::ranges::find(bag.counted_by, a.stamp.by) != bag.counted_by.end()', 'false'],
  ['sanitised before the vault', 'cash_deed_rule', 'if (bag.stage != Stage::sanitised && bag.stage != Stage::counted)', 'if (false)'],
  ['only what is released is drawn', 'cash_deed_rule', 'if (bag.stage != Stage::released) return in_stage("cash.not-released", id, bag);', ''],
  ['the seal that is read', 'cash_deed_rule', 'bags.at(a.deed.bags[i]).seal != seals[i]', 'false'],
  ['clean and dirty apart', 'cash_deed_rule', 'compartment_of(bag) != *a.deed.compartment', 'false'],
  ['what a van may carry', 'cash_deed_rule', 'carried + more <= limit', 'true'],
  ['what an outlet may hold', 'cash_counter', 'held + more <= limit', 'true'],
  ['no more from a drawer than it holds', 'cash_counter', 'if (!holds(there, wanted))', 'if (false)'],
  ['damaged notes leave their bag', 'cash_doing', 'from.notes -= apart.notes;', ''],
  ['two places for one bag', 'cash_doing', 'from.bags.erase(id);', ''],
];

const folder = mkdtempSync(join(tmpdir(), 'waystation-mutants-'));
const compiler = JSON.parse(readFileSync(join(build, 'compile_commands.json'), 'utf8'));
const tests = join(build, 'CMakeFiles/domain_test.dir');

const compile = (name, text) => {
  const entry = compiler.find(({ file }) => file.endsWith(`src/domain/${name}.cpp`));
  const source = join(folder, `${name}.cpp`);
  writeFileSync(source, text);
  const object = join(folder, `${name}.o`);
  const words = entry.command.split(' ').filter((word) => word && !/^-O|^-g|^-W/.test(word));
  const [tool, ...rest] = words.filter((word) => !/ccache$/.test(word));
  const out = rest.indexOf('-o');
  rest.splice(out, 2);
  const plain = rest.filter((word) => word !== '-c' && word !== entry.file && !/cmake_pch|^-include$|Winvalid/.test(word));
  execFileSync(tool, [...plain, '-O1', '-w', '-c', source, '-o', object], { cwd: entry.directory });
  return object;
};

const judge = (object) => {
  const program = join(folder, 'mutant');
  const libraries = ['libdomain.a', 'libcore.a'].map((name) => join(build, name));
  const objects = ['tests/main.cpp.o', 'src/domain/cash_random_test.cpp.o'].map((name) => join(tests, name));
  execFileSync('c++', ['-o', program, ...objects, object, ...libraries, '-lsimdjson', '-ldate-tz']);
  return spawnSync(program, { encoding: 'utf8', env: { ...process.env, WAYSTATION_CASH_RUNS: runs } });
};

let passed = 0;
const failures = [];
try {
  for (const [rule, file, stands, broken] of mutations) {
    if (only && only !== file && only !== rule) continue;
    const text = readFileSync(`src/domain/${file}.cpp`, 'utf8');
    if (text.split(stands).length !== 2) {
      failures.push(`${rule}: "${stands}" does not stand once in ${file}.cpp`);
      continue;
    }
    const verdict = judge(compile(file, text.replace(stands, broken)));
    const found = /seed \d+: [^\n]*/.exec(verdict.stdout)?.[0];
    if (verdict.status === 0 || !found) failures.push(`${rule}: nothing was noticed`);
    else (passed += 1), console.log(`${rule}: ${found}`);
  }
} finally {
  rmSync(folder, { recursive: true });
}
for (const failure of failures) console.log(failure);
console.log(`mutants: ${passed} passed, ${failures.length} failed`);
process.exit(failures.length ? 1 : 0);
