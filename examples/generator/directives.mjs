// What the province issued before the outlet opened: the management scheme and the quarantine rule, in words of our
// own, and who of the outlet had read them.
import { city, lobby, manager, province, supervisor, teller } from './story.mjs';

const scheme = {
  directive: 'management-scheme', kind: 'management_scheme',
  title_zh: '三级管理方案', title_en: 'Three-level management scheme',
  text_zh: [
    '一、省行定规则、调资源、批恢复；市行定方案、排人员、跟运钞；网点管现场、管消杀、管现金。',
    '二、凡开业必消毒，不消毒不开业。营业前、营业中、营业后各有检查单，负责人签字。',
    '三、四项备份要有名有姓：业务、人员、服务、管理。没有备份不申请开业。',
    '四、收入的现金和付出的现金分两条线。收入现金先消毒、再清点、满存放期才能付出。',
    '五、每晚八点前逐级上报，没有事也要零报告。发现疑似，十分钟内隔离，三十分钟内停业并电话上报。',
  ].join('\n'),
  text_en: [
    '1. The province sets rules, moves resources and approves a reopening; the city makes the plan, posts people and follows the van; the outlet keeps its premises, its disinfection and its cash.',
    '2. No opening without disinfection. Before opening, during hours and after closing each have a checklist, signed by whoever is in charge.',
    '3. The four backups have names: business, people, service, management. Nobody asks to open without them.',
    '4. Cash received and cash paid out are two lines. What was received is sanitised, counted, and held for its time before it is paid out.',
    '5. Each level reports before eight in the evening, also when nothing happened. A suspected case is isolated within ten minutes; within thirty the outlet is closed and the upper level told.',
  ].join('\n'),
  days_to_read: 1, to_master: false,
};

const rule = {
  directive: 'quarantine-rule', kind: 'quarantine_rule',
  title_zh: '员工隔离规定', title_en: 'Quarantine rule for staff',
  text_zh: [
    '一、管控区内只用原本住在区内的员工；区外员工不进，区内员工不出。',
    '二、早晚各测一次体温，一人一档；37.3 度及以上、有症状或同住人异常，当天不上岗。',
    '三、密接、次密接按现行方案隔离，期满且检测合格才能复工。',
    '四、班组之间不见面交接，上下班只在家和网点之间往返。',
  ].join('\n'),
  text_en: [
    '1. Inside a seal only people who already live there are posted; nobody goes in, nobody comes out.',
    '2. Temperature is taken morning and evening, one record per person. At 37.3 degrees or above, with a symptom, or with one at home, nobody works that day.',
    '3. Contacts and contacts of contacts are in quarantine by the scheme in force, and come back when it has ended and the tests are clear.',
    '4. Teams hand over without meeting, and go between home and outlet only.',
  ].join('\n'),
  days_to_read: 2, to_master: true,
};

const issue = (s, time, document) =>
  s.does(time, province, `省行下发《${document.title_zh}》`, `The province issues: ${document.title_en}`,
    'directive.publish', document, 'directive.published');
const reads = (s, time, who, zh, { directive }) =>
  s.does(time, who, `${zh}读完并确认`, 'It is read and confirmed', 'directive.acknowledge', { directive, version: 1 },
    'directive.acknowledged');
const passes = (s, time, account, zh) =>
  s.does(time, manager, `${zh}通过隔离规定考核`, 'The quarantine rule is tested and passed', 'directive.record-training',
    { account, directive: rule.directive, version: 1 }, 'directive.training-recorded');

export const issued = (s) => {
  s.begin('2021-01-06');
  issue(s, '10:00', scheme);
  issue(s, '10:05', rule);
  reads(s, '10:30', city, '沈阳分行值班', scheme);
  s.begin('2021-01-07');
  const crew = [[manager, '网点负责人'], [supervisor, '授权主管'], [teller, '柜员'], [lobby, '大堂引导员']];
  crew.forEach(([who, zh], n) => {
    reads(s, `13:${10 + n}`, who, zh, scheme);
    reads(s, `13:${20 + n}`, who, zh, rule);
  });
  s.refused('13:30', manager, '自己不能给自己考核', 'Nobody passes themselves', 'directive.record-training',
    { account: manager.by, directive: rule.directive, version: 1 }, 'directive.own-training');
  crew.slice(1).forEach(([who, zh], n) => passes(s, `13:${31 + n}`, who.by, zh));
  s.sees('13:40', city, '全市学习进度一眼可见', 'The city sees who has read and who is tested', 'directives', { scope: 'SY' },
    { directives: [{ directive: 'management-scheme', read: 5 }, { directive: 'quarantine-rule', read: 4, mastered: 3 }] });
};
