/** A process of visitors who are connected and say nothing. Takes its orders from the process that started it. */
import { connectVisitor } from '../desk/connect.ts';

export interface CrowdOrder {
  url: string;
  site: string;
  connections: number;
}

/** As many handshakes at a time. */
const AT_ONCE = 40;

async function gather({ url, site, connections }: CrowdOrder): Promise<void> {
  let left = connections;
  const connectSome = async () => {
    while (left-- > 0) await connectVisitor(url, site);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, connectSome));
}

process.on('message', (order: CrowdOrder) => {
  gather(order).then(
    () => process.send?.({ ok: true }),
    (error: unknown) => process.send?.({ ok: false, reason: String(error) }),
  );
});
