import { request } from './api.ts';

export interface SignedInDevice {
  id: string;
  device: string;
  createdAt: number;
  lastSeenAt: number;
  here: boolean;
}

export interface SecondFactor {
  on: boolean;
  since: number | null;
  codesLeft: number;
}

export interface FactorBegun {
  /** For typing in by hand, base32. */
  secret: string;
  uri: string;
  /** Dark squares as one path, a unit a square. */
  qr: { size: number; path: string };
}

const session = (id: string) => `sessions/${encodeURIComponent(id)}`;

export const securityApi = {
  sessions: () => request<{ sessions: SignedInDevice[] }>('sessions'),
  revoke: (id: string) => request<object>(`${session(id)}/revoke`, {}),
  revokeOthers: () => request<object>(`${session('others')}/revoke`, {}),
  factor: () => request<SecondFactor>('second-factor'),
  begin: (current: string) => request<FactorBegun>('second-factor/begin', { current }),
  confirm: (code: string) => request<{ codes: string[] }>('second-factor/confirm', { code }),
  newCodes: (body: { current: string; code: string }) => request<{ codes: string[] }>('second-factor/codes', body),
  turnOff: (body: { current: string; code: string }) => request<object>('second-factor/off', body),
};
