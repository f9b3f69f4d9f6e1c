import { describe, expect, it } from '@jest/globals';
import { nearestName } from './nearest-name.ts';

const INTENTS = ['lesson.price', 'lesson.trial', 'lesson.age', 'studio.where'];

describe('the name that was meant', () => {
  it.each([
    ['lesson.trail', 'lesson.trial'],
    ['Lesson.Price', 'lesson.price'],
    ['lesson.pirce', 'lesson.price'],
    ['leson.prices', 'lesson.price'],
    ['trial', 'lesson.trial'],
    ['piano.lesson.age', 'lesson.age'],
  ])('of %s is %s', (typed, name) => expect(nearestName(typed, INTENTS)).toBe(name));

  it.each(['lesson.cost', 'le', '', 'x', 'lesson', 'studio.open'])('of %j is not guessed', (typed) => {
    expect(nearestName(typed, INTENTS)).toBeUndefined();
  });

  it('is not guessed where two are as near', () => {
    expect(nearestName('price', ['lesson.price', 'course.price'])).toBeUndefined();
    expect(nearestName('tuna', ['tune', 'tund'])).toBeUndefined();
  });

  it('is none of three letters but in other capitals, as one slip makes them anything', () => {
    expect(nearestName('EN', ['en', 'zh'])).toBe('en');
    expect(nearestName('eh', ['en', 'zh'])).toBeUndefined();
    expect(nearestName('man', ['mon'])).toBeUndefined();
  });
});
