import { until } from './until.ts';

/** Everything that a socket was told, by event name, kept so that a test can look for it whenever it came. */
export class Heard {
  readonly all: { event: string; body: unknown }[] = [];

  add(event: string, body: unknown): void {
    this.all.push({ event, body });
  }

  of<T>(event: string): T[] {
    return this.all.filter((heard) => heard.event === event).map(({ body }) => body as T);
  }

  /** The first that fits, if it came already or comes soon. */
  until<T>(event: string, fits: (body: T) => boolean = () => true): Promise<T> {
    return until(() => this.of<T>(event).find(fits), `to hear "${event}"`);
  }
}
