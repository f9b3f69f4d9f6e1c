/** Mail programs draw no SVG: its picture, on white paper and sharp on dense screens. */
export async function drawPng(svg: string): Promise<Buffer> {
  // Loaded when it is needed first, as it is for pictures.
  const { default: sharp } = await import('sharp');
  return sharp(Buffer.from(svg), { density: 144 }).flatten({ background: '#ffffff' }).png({ palette: true }).toBuffer();
}
