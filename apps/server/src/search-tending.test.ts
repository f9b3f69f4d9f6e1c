import { describe, expect, it } from '@jest/globals';
import { silentLog } from '@solodesk/core/testing';
import { startSearchTending } from './search-tending.ts';
import { until } from './testing/until.ts';

describe('the index of the search', () => {
  it('is tended until nothing is left, again when that failed, and no more after the stop', async () => {
    let left = 3;
    let failures = 0;
    const store = {
      async tendSearch() {
        if (left === 2 && failures === 0) {
          failures++;
          left--;
          return true;
        }
        return --left > 0;
      },
    };
    const tending = startSearchTending(store, silentLog);
    await until(() => left <= 0, 'for the index');
    await tending.stop();
    const atStop = left;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(left).toBe(atStop);
  });
});
