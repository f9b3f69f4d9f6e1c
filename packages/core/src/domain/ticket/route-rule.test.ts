import { describe, expect, it } from '@jest/globals';
import { routeReason } from './route-reason.ts';
import { routeTicket } from './route-rule.ts';
import type { RouteFacts, RouteRule } from './route-rule.ts';
import { TO_OWNER } from './ticket-route.ts';

const TECHNICIAN = { to: 'address', name: 'Lee', mail: 'lee@repairs.example' } as const;
const NIGHT = { to: 'person', name: 'Noah', mail: 'noah@shop.example' } as const;
const facts = (of: Partial<RouteFacts> = {}): RouteFacts => ({
  category: 'returns',
  locale: 'en',
  level: 'normal',
  priority: 20,
  isOpen: true,
  ...of,
});
const rule = (name: string, when: RouteRule['when'], target: RouteRule['target'] = TECHNICIAN): RouteRule => ({
  name,
  when,
  target,
});

describe('a ticket goes', () => {
  it('to the owner when no rule holds', () => {
    expect(routeTicket(facts(), [])).toEqual(TO_OWNER);
    expect(routeTicket(facts(), [rule('repairs', { category: ['repairs'] })])).toEqual(TO_OWNER);
  });

  it('where the first rule that holds sends it, with what fitted as the reason', () => {
    const rules = [
      rule('repairs by night', { category: ['repair*'], hours: 'closed' }, NIGHT),
      rule('repairs', { category: ['repair*'] }),
      rule('everything', {}, NIGHT),
    ];
    expect(routeTicket(facts({ category: 'repairs' }), rules)).toEqual({
      target: TECHNICIAN,
      rule: 'repairs',
      because: [{ on: 'category', was: 'repairs' }],
      byHand: false,
    });
    expect(routeTicket(facts({ category: 'repairs', isOpen: false }), rules).rule).toBe('repairs by night');
    expect(routeTicket(facts(), rules).rule).toBe('everything');
  });

  it.each<[RouteRule['when'], Partial<RouteFacts>, Partial<RouteFacts>]>([
    [{ locale: ['zh'] }, { locale: 'zh' }, { locale: 'en' }],
    [{ level: ['urgent', 'high'] }, { level: 'high' }, { level: 'normal' }],
    [{ priority: 60 }, { priority: 60 }, { priority: 59 }],
    [{ hours: 'open' }, { isOpen: true }, { isOpen: false }],
    [{ category: ['a', 'b'], locale: ['zh'] }, { category: 'b', locale: 'zh' }, { category: 'b' }],
  ])('by %j only where all of it fits', (when, fits, fails) => {
    expect(routeTicket(facts(fits), [rule('one', when)]).rule).toBe('one');
    expect(routeTicket(facts(fails), [rule('one', when)]).rule).toBeNull();
  });
});

describe('the reason of a way', () => {
  it('names the rule and what fitted, in both languages', () => {
    const when = { category: ['repairs'], level: ['urgent' as const], hours: 'closed' as const };
    const route = routeTicket(facts({ category: 'repairs', level: 'urgent', isOpen: false }), [rule('repairs', when)]);
    expect(routeReason(route, 'en')).toBe('repairs (category repairs, level urgent, outside opening hours)');
    expect(routeReason(route, 'zh')).toBe('repairs (类别 repairs，级别 urgent，营业时间外)');
    expect(routeReason(TO_OWNER, 'en')).toBe('no rule fits');
    expect(routeReason({ ...TO_OWNER, byHand: true }, 'zh')).toBe('手动指定');
  });
});
