export { CSI_FORMULA, csi } from './csi.ts';
export type { Csi } from './csi.ts';
export { studentQuantile } from './student-quantile.ts';
