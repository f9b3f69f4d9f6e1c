import { beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { drawPng } from './draw-png.ts';

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="10" fill="#c00"/></svg>';

describe('the picture of a chart', () => {
  beforeAll(() => {
    // The batch is a process of its own. In this one tests of visitors' files may have run, which let it read their kinds alone.
    sharp.unblock({ operation: ['VipsForeignLoad'] });
  });

  it('is twice as dense as the chart, and white where the chart draws nothing', async () => {
    const { data, info } = await sharp(await drawPng(SVG))
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(info).toMatchObject({ width: 80, height: 40, channels: 3 });
    expect([...data.subarray(0, 3)]).toEqual([0xcc, 0, 0]);
    expect([...data.subarray(-3)]).toEqual([0xff, 0xff, 0xff]);
  });
});
