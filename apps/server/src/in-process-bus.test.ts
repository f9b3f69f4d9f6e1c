import { silentLog } from '@solodesk/core/testing';
import { describe, expect, it } from '@jest/globals';
import { createInProcessBus } from './in-process-bus.ts';

const NEWS = { kind: 'visitor', site: 'shop', visitorKey: 1 } as const;

describe('the bus of one process', () => {
  it('tells every listener, until it stops listening', () => {
    const bus = createInProcessBus(silentLog);
    const heard: string[] = [];
    const stop = bus.subscribe(() => heard.push('a'));
    bus.subscribe(() => heard.push('b'));
    bus.publish(NEWS);
    stop();
    bus.publish(NEWS);
    expect(heard).toEqual(['a', 'b', 'b']);
  });

  it('keeps the failure of one listener from the others and from the one who publishes', () => {
    const logged: string[] = [];
    const bus = createInProcessBus({ ...silentLog, error: (_fields, message) => logged.push(message) });
    const heard: string[] = [];
    bus.subscribe(() => {
      throw new Error('broken');
    });
    bus.subscribe(() => heard.push('b'));
    bus.publish(NEWS);
    expect(heard).toEqual(['b']);
    expect(logged).toHaveLength(1);
  });
});
