// The story of examples/outlet-day: one outlet inside the seal, one whole day, with all that can go wrong in one.
import { story_text, step_text, storyteller } from './story.mjs';
import { before } from './outlet_day_before.mjs';
import { eventful_morning, evening_list, hours, publish } from './checklist.mjs';
import { evening } from './outlet_day_evening.mjs';
import { crew_steps } from './outlet_day_people.mjs';
import { morning } from './outlet_day_morning.mjs';
import { queue } from './outlet_day_queue.mjs';
import { trouble } from './outlet_day_trouble.mjs';

export const outlet_day = () => {
  const story = storyteller();
  story.begin('2021-01-10');
  publish(story, '09:00', '2021-01-12');
  for (const chapter of [before, morning, eventful_morning, queue, trouble, hours, evening, evening_list, crew_steps]) chapter(story);
  return story_text(
    '2021年1月12日：管控区内一家网点的一天', '12 January 2021: one day of one outlet inside the seal',
    story.in_order().map(step_text));
};
