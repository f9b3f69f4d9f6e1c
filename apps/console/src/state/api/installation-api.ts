import { request } from './api.ts';

export interface WidgetSighting {
  origin: string;
  /** UTC milliseconds. */
  at: number;
}

export type InstallationFault =
  'forbidden' | 'not_found' | 'refused' | 'tls' | 'network' | 'timeout' | 'cut_off' | 'too_large' | 'redirects';

export type InstallationCheck = { seen: WidgetSighting[] } & (
  | { reached: false; fault: InstallationFault; message: string }
  | {
      reached: true;
      /** Where the page was at last. */
      url: string;
      status: number;
      found: boolean;
      otherIds: string[];
      otherServers: string[];
      blocked: { directive: string; source: string }[];
      origin: string;
      admitted: boolean;
      seenAt: number | null;
    }
);

const path = (site: string) => `installation/${encodeURIComponent(site)}`;

export const installationApi = {
  read: (site: string) => request<{ seen: WidgetSighting[] }>(path(site)),
  check: (site: string, page: string) => request<InstallationCheck>(path(site), { page }),
};
