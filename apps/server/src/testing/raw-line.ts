/** Long polling by hand: for what no client library would send. Packets are Engine.IO's, joined as its protocol says. */
export class RawLine {
  readonly #address: string;

  private constructor(address: string) {
    this.#address = address;
  }

  static async open(url: string, headers: Record<string, string> = {}): Promise<RawLine> {
    const address = `${url}/socket.io/?EIO=4&transport=polling`;
    const response = await fetch(address, { headers });
    const text = await response.text();
    if (!response.ok) throw new Error(text);
    return new RawLine(`${address}&sid=${(JSON.parse(text.slice(1)) as { sid: string }).sid}`);
  }

  async send(...packets: string[]): Promise<void> {
    const response = await fetch(this.#address, { method: 'POST', body: packets.join('\x1e') });
    if (!response.ok) throw new Error(await response.text());
  }

  /** Reads until as many packets came. */
  async receive(count: number): Promise<string[]> {
    const packets: string[] = [];
    while (packets.length < count) packets.push(...(await (await fetch(this.#address)).text()).split('\x1e'));
    return packets;
  }
}
