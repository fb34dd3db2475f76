#include "application/import_words.h"

#include <algorithm>
#include <span>

namespace waystation {

namespace {

struct Phrase {
  std::string_view code;
  std::string_view column;
  std::string_view en;
  std::string_view zh;
};

// clang-format off
constexpr Phrase phrases[] = {
    {"account.already-created", "id", "this account exists already", "该账户已存在"},
    {"account.role-above-own", "role", "only an administrator may give this role", "只有系统管理员可以授予此角色"},
    {"account.role-not-of-this-level", "scope", "a {role} does not work at the level of the {level}", "{role} 不属于 {level} 这一级"},
    {"account.title-empty", "title", "the title is empty", "名称为空"},
    {"authority.role", "", "the role {role} may not record this", "角色 {role} 无权登记"},
    {"authority.scope", "", "this lies outside your part of the bank: {scope}", "超出您的管辖范围:{scope}"},
    {"city.already-added", "id", "this city is there already", "该城市已存在"},
    {"city.time-zone-unknown", "time_zone", "\"{time_zone}\" is not a time zone such as Asia/Shanghai", "“{time_zone}”不是时区(如 Asia/Shanghai)"},
    {"city.title-empty", "name", "the name is empty", "名称为空"},
    {"city.unknown", "city", "there is no city \"{id}\"", "没有城市“{id}”"},
    {"community.already-added", "id", "this community is there already", "该社区已存在"},
    {"community.figures-impossible", "people", "people, card customers or share of elderly cannot be so", "人口、持卡客户或老年人比例不合理"},
    {"community.point-not-on-earth", "lon", "the position is not on earth", "坐标超出范围"},
    {"community.title-empty", "name", "the name is empty", "名称为空"},
    {"community.unknown", "community", "there is no community \"{id}\"", "没有社区“{id}”"},
    {"csv.cell-too-long", "", "a cell is longer than 4,096 bytes", "单元格超过 4096 字节"},
    {"csv.control-character", "", "a cell holds a control character", "单元格含有控制字符"},
    {"csv.encoding", "", "the file is neither UTF-8 nor GB18030; save it as \"CSV UTF-8\"", "文件既不是 UTF-8 也不是 GB18030,请另存为“CSV UTF-8”"},
    {"csv.stray-quote", "", "a quote stands where none may be; double it inside a quoted cell", "引号位置不对;引号内的引号须双写"},
    {"csv.too-large", "", "the file is larger than 64 MiB", "文件超过 64 MiB"},
    {"csv.too-many-columns", "", "the row has more than 64 columns", "该行超过 64 列"},
    {"csv.too-many-rows", "", "the file has more than 200,000 rows; split it", "文件超过 200000 行,请拆分"},
    {"csv.unclosed-quote", "", "a quoted cell is never closed", "引号没有结束"},
    {"desk.busy", "", "the desk is busy; nothing was written, try again", "系统繁忙,未写入任何内容,请重试"},
    {"desk.outcome-unknown", "", "nobody can say whether this was written; restart the server and look", "无法确定是否已写入,请重启服务后核对"},
    {"desk.time-backwards", "", "the log has events later than this time: {last}", "日志中已有更晚的事件:{last}"},
    {"import.cell-count", "", "the row has {cells} cells, the header {columns}", "该行有 {cells} 个单元格,表头有 {columns} 个"},
    {"import.column-missing", "", "the column \"{column}\" is missing", "缺少列“{column}”"},
    {"import.column-twice", "", "the column \"{column}\" is there twice", "列“{column}”重复"},
    {"import.empty", "", "the cell is empty", "单元格为空"},
    {"import.file-unknown", "", "neither the name nor the columns tell what this file is", "无法从文件名或列名识别文件类型"},
    {"import.half-position", "lat", "a position needs both lon and lat", "经度与纬度必须同时填写"},
    {"import.not-a-day", "", "\"{value}\" is not a day such as 2021-01-08", "“{value}”不是日期(如 2021-01-08)"},
    {"import.not-a-number", "", "\"{value}\" is not a whole number", "“{value}”不是整数"},
    {"import.not-a-time", "", "\"{value}\" is not a time such as 2021-01-08T09:00:00+08:00", "“{value}”不是时间(如 2021-01-08T09:00:00+08:00)"},
    {"import.not-a-time-of-day", "", "\"{value}\" is not a time of day such as 09:00", "“{value}”不是时刻(如 09:00)"},
    {"import.not-an-id", "", "\"{value}\" is not an id: 1 to 64 bytes without /", "“{value}”不是有效编号:1 至 64 字节,不含 /"},
    {"import.not-degrees", "", "\"{value}\" is not a position in degrees", "“{value}”不是经纬度"},
    {"import.not-a-point-list", "", "\"{value}\" is not a list such as \"123.37 41.82;123.39 41.82\"", "“{value}”不是坐标列表(如“123.37 41.82;123.39 41.82”)"},
    {"import.not-a-scope", "", "\"{value}\" is not a scope such as SY/102221004264", "“{value}”不是管辖范围(如 SY/102221004264)"},
    {"import.out-of-range", "", "{value} is not between {low} and {high}", "{value} 不在 {low} 与 {high} 之间"},
    {"import.volunteer-outside", "residence", "who volunteers must live inside a sealed zone", "请战人员必须居住在管控区内"},
    {"import.word-unknown", "", "\"{value}\" is not one of the words known here", "“{value}”不是可用的取值"},
    {"outlet.already-registered", "code", "this outlet is there already", "该网点已存在"},
    {"outlet.code-invalid", "code", "the check digit of {id} is wrong, or it is not 12 digits", "{id} 的校验位错误,或不是 12 位数字"},
    {"outlet.community-of-another-city", "community", "the community {community} belongs to another city", "社区 {community} 属于其他城市"},
    {"outlet.figure-negative", "", "a figure is negative", "数值不能为负"},
    {"outlet.float-above-limit", "cash_float_yuan", "the float is above the insured limit", "备付金超过库存限额"},
    {"outlet.hours-reversed", "closes", "it closes at {closes} before it opens at {opens}", "结束时间 {closes} 早于开始时间 {opens}"},
    {"outlet.title-empty", "name", "the name is empty", "名称为空"},
    {"outlet.unknown", "outlet", "there is no outlet \"{id}\"", "没有网点“{id}”"},
    {"plan.pin-past", "until", "the day {until} is over", "日期 {until} 已过"},
    {"plan.reason-empty", "reason", "the reason is empty", "原因为空"},
    {"plan.target-unknown", "target", "there is no such outlet or person: \"{id}\"", "没有该网点或人员:“{id}”"},
    {"policy.source-empty", "source", "the source is empty", "来源为空"},
    {"policy.two-places", "outlet", "give a zone or an outlet, not both", "只能填写管控区或网点之一"},
    {"policy.value-out-of-range", "value", "the value cannot be so for {key}", "{key} 的取值不合理"},
    {"quarantine.already-under-measure", "person", "the person is under a measure on these days already", "该人员在此期间已在隔离"},
    {"quarantine.dates-reversed", "until", "the measure ends before it begins", "结束日期早于开始日期"},
    {"quarantine.scheme-empty", "scheme", "the scheme is empty", "隔离方案为空"},
    {"quarantine.test-in-future", "sampled_at", "the sample lies in the future", "采样时间在将来"},
    {"staff.already-registered", "id", "this person is there already", "该人员已存在"},
    {"staff.already-volunteered", "volunteered_on", "the person has volunteered already", "该人员已请战"},
    {"staff.name-empty", "name", "the name is empty", "姓名为空"},
    {"staff.skill-twice", "skills", "a skill is named twice", "技能重复"},
    {"staff.unfit", "volunteered_on", "the person is not fit for duty: {missing}", "该人员不适合上岗:{missing}"},
    {"staff.unknown", "person", "there is no person \"{id}\"", "没有人员“{id}”"},
    {"supply.lot-empty", "lot", "the lot is empty", "批号为空"},
    {"supply.lot-expired", "expires_on", "the lot has expired", "该批次已过期"},
    {"supply.lot-expiry-differs", "expires_on", "this lot is there with another expiry", "同一批号的有效期不一致"},
    {"supply.quantity-out-of-range", "quantity", "the quantity {quantity} cannot be so", "数量 {quantity} 不合理"},
    {"van.already-registered", "id", "this van is there already", "该运钞车已存在"},
    {"van.carry-limit-not-positive", "carry_limit_yuan", "the carry limit must be more than nothing", "载款限额必须大于零"},
    {"van.plate-empty", "plate", "the plate is empty", "车牌为空"},
    {"van.plate-taken", "plate", "another van has the plate {plate}", "车牌 {plate} 已被使用"},
    {"van.suits-capacity-negative", "suits_capacity", "the capacity is negative", "装载量不能为负"},
    {"xlsx.damaged", "", "this is not a workbook that can be read", "无法读取该工作簿"},
    {"xlsx.too-large", "", "the workbook unpacks to more than 64 MiB", "工作簿解压后超过 64 MiB"},
    {"zone.area-empty", "area", "the area is empty", "区域名称为空"},
    {"zone.community-sealed-already", "id", "a community of it is sealed already", "其中的社区已在其他管控区内"},
    {"zone.dates-reversed", "valid_to", "it ends before it begins", "结束日期早于开始日期"},
    {"zone.document-empty", "document", "the document is empty", "文号为空"},
    {"zone.evidence-malformed", "evidence_sha256", "the hash is not 64 hexadecimal digits", "摘要不是 64 位十六进制"},
    {"zone.gate-empty", "gate", "the gate is empty", "卡口为空"},
    {"zone.holder-unknown", "holder", "there is no such person or van: \"{id}\"", "没有该人员或车辆:“{id}”"},
    {"zone.id-taken", "id", "this zone is there already", "该管控区已存在"},
    {"zone.issuer-empty", "issuer", "the issuer is empty", "签发单位为空"},
    {"zone.no-communities", "id", "no community says that it lies in this zone", "没有社区属于该管控区"},
    {"zone.outlet-outside", "outlet", "the outlet {outlet} does not lie in the zone {zone}", "网点 {outlet} 不在管控区 {zone} 内"},
    {"zone.outline-too-short", "outline", "an outline needs at least three corners", "边界至少需要三个点"},
    {"zone.pass-too-long", "valid_to", "the pass is valid for longer than the policy allows", "通行证有效期超过规定"},
    {"zone.scheme-empty", "scheme", "the scheme is empty", "方案为空"},
    {"zone.since-in-future", "", "the day lies in the future", "日期在将来"},
    {"zone.title-empty", "name", "the name is empty", "名称为空"},
    {"zone.unknown", "zone", "there is no zone \"{id}\"", "没有管控区“{id}”"},
    {"zone.window-reversed", "window_to", "the time window ends before it begins", "时间窗结束早于开始"},
};
// clang-format on

const Phrase* phrase_for(std::string_view code) {
  const auto at = std::ranges::find(phrases, code, &Phrase::code);
  return at == std::end(phrases) ? nullptr : at;
}

// Facts that have no place in the sentence are not lost: they stand in the error beside it.
std::string filled(std::string_view sentence, const std::vector<Fact>& facts) {
  std::string out{sentence};
  for (const Fact& fact : facts) {
    const std::string place = '{' + fact.name + '}';
    if (const auto at = out.find(place); at != out.npos) out.replace(at, place.size(), fact.value);
  }
  return out;
}

std::string listed(std::string_view code, const std::vector<Fact>& facts) {
  std::string out{code};
  for (const Fact& fact : facts) out += ' ' + fact.name + '=' + fact.value;
  return out;
}

}  // namespace

Words words_for(std::string_view code, const std::vector<Fact>& facts) {
  const Phrase* phrase = phrase_for(code);
  if (!phrase) return {listed(code, facts), listed(code, facts)};
  return {filled(phrase->en, facts), filled(phrase->zh, facts)};
}

std::string_view column_at_fault(std::string_view code) {
  const Phrase* phrase = phrase_for(code);
  return phrase ? phrase->column : std::string_view{};
}

}  // namespace waystation
