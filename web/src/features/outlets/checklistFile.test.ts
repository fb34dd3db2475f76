import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { listIn } from './checklistFile';

test('the list of the examples is read whole, with the day from which it holds', () => {
  const list = listIn(readFileSync('../examples/checklist.json', 'utf8'));
  expect(list?.from).toBe('2021-01-08');
  expect(list?.items).toHaveLength(32);
  expect(list?.items[0]!.phase).toBe('before_opening');
});

test('what is no list is not read: no JSON, no items, an item of no phase or without its words', () => {
  const item = { item: 'a', title_zh: '甲', title_en: 'A', phase: 'before_opening' };
  expect(listIn(JSON.stringify({ items: [item] }))?.items).toHaveLength(1);
  expect(listIn('{')).toBeUndefined();
  expect(listIn('null')).toBeUndefined();
  expect(listIn('[]')).toBeUndefined();
  expect(listIn('{"from": "2021-01-08"}')).toBeUndefined();
  expect(listIn(JSON.stringify({ items: [item, { ...item, phase: 'noon' }] }))).toBeUndefined();
  expect(listIn(JSON.stringify({ items: [{ ...item, title_en: undefined }] }))).toBeUndefined();
});
