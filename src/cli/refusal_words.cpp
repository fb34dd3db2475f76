#include "cli/refusal_words.h"

#include <algorithm>
#include <array>

namespace waystation::cli {

namespace {

struct Words {
  std::string_view code, zh, en;
};

constexpr std::array table = {
    Words{"approval.already-decided", "该方案已经办结", "the plan is already decided"},
    Words{"approval.not-your-turn", "还没有轮到这一级签署", "another level signs first"},
    Words{"approval.outlet-not-opening", "该网点不在开业名单中",
          "this outlet does not open in the plan"},
    Words{"approval.proposer-cannot-approve", "提出方案的人不能代表省行批准",
          "who proposed the plan cannot approve it for the province"},
    Words{"approval.same-person", "同一人不能签署两级", "one person cannot sign two levels"},
    Words{"authority.role", "该角色无权办理", "this role may not do that"},
    Words{"authority.scope", "不在管辖范围内", "it lies outside the account's scope"},
    Words{"disinfection.too-short", "消毒作用时间不足", "the contact time is too short"},
    Words{"disinfection.too-weak", "消毒液浓度不足", "the disinfectant is too weak"},
    Words{"fit.abnormal", "体温或症状异常", "fever or symptoms at the last check"},
    Words{"fit.check-missing", "今日尚未测温", "no health check today"},
    Words{"fit.erased", "人员信息已删除", "the person was erased"},
    Words{"fit.test-overdue", "核酸检测已过期", "the nucleic acid test is overdue"},
    Words{"fit.test-positive", "核酸检测阳性", "the nucleic acid test is positive"},
    Words{"fit.under-measure", "正在隔离", "under a quarantine measure"},
    Words{"gate.crew-short", "到岗人员不足", "the crew is not complete"},
    Words{"gate.disinfection-missing", "没有有效的消毒记录", "no valid disinfection round"},
    Words{"gate.evacuated", "疏散尚未解除", "an evacuation is not lifted"},
    Words{"gate.grant-missing", "没有指挥部批文", "no grant of the command office"},
    Words{"gate.health-check-missing", "有人未测温", "a health check is missing"},
    Words{"gate.plan-not-approved", "当日没有已批准的方案", "no approved plan for the day"},
    Words{"gate.supplies-short", "防护物资不足", "supplies do not last long enough"},
    Words{"gate.terminal-missing", "疑似病例之后没有终末消毒",
          "no terminal disinfection since a suspected case"},
    Words{"gate.van-pass-missing", "运钞车没有有效通行证", "no valid pass of a cash van"},
    Words{"late-entry.in-future", "发生时间在将来", "it is said to happen in the future"},
    Words{"late-entry.too-old", "发生时间太早，不能再补录", "too long ago for a late entry"},
    Words{"outlet.gate-unmet", "还不能开业", "the outlet may not open yet"},
    Words{"quarantine.temperature-implausible", "体温读数不合理",
          "no living person has this temperature"},
    Words{"quarantine.test-in-future", "采样时间在将来", "the sample lies in the future"},
    Words{"staff.lives-outside", "不住在管控区内，不能派入",
          "lives outside the seal and may not be posted into it"},
    Words{"staff.unfit", "目前不能上岗", "not fit for duty"},
    Words{"supply.before-count", "此后已经盘点，不能再补", "a count has closed that time"},
    Words{"supply.not-first-expiring", "有更早到期的批号，应先发", "another lot expires first"},
    Words{"supply.not-keeper", "物资由专人管理，须说明原因",
          "the supplies have a keeper; another hand needs a reason"},
    Words{"supply.reason-missing", "盘点有差异，须说明原因", "a count that differs needs a reason"},
    Words{"supply.short", "库存不足", "not enough in stock"},
    Words{"supply.short-later", "补录后会出现负库存", "a later balance would fall below nothing"},
    Words{"zone.already-lifted", "该区域已经解封", "the seal is already lifted"},
};

static_assert(std::ranges::is_sorted(table, {}, &Words::code));

}  // namespace

std::string words_for(std::string_view code, Language language) {
  const auto at = std::ranges::lower_bound(table, code, {}, &Words::code);
  if (at == table.end() || at->code != code) return std::string(code);
  return std::string(language == Language::zh ? at->zh : at->en);
}

std::string in_words(const Refusal& no, Language language) {
  std::string words = words_for(no.code, language), codes = no.code;
  for (std::size_t i = 0; i < no.missing.size(); ++i) {
    words += i == 0 ? ": " : "; ";
    words += words_for(no.missing[i], language);
    codes += i == 0 ? ": " : ", ";
    codes += no.missing[i];
  }
  for (const Fact& fact : no.facts) codes += "; " + fact.name + ' ' + fact.value;
  return words + " [" + codes + ']';
}

}  // namespace waystation::cli
