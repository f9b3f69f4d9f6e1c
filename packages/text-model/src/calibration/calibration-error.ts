const BINS = 15;

/**
 * How far confidences are from what they promise: the mean over 15 equally wide bins of |share that was right - mean confidence|, weighted by
 * how many fall into each (Naeini, Cooper and Hauskrecht, AAAI 2015; Guo et al., ICML 2017).
 * @returns from 0 to 1; 0 without any
 */
export function calibrationError(confidences: ArrayLike<number>, hits: readonly boolean[], bins = BINS): number {
  const sums = new Float64Array(bins);
  const right = new Float64Array(bins);
  for (let at = 0; at < hits.length; at += 1) {
    const confidence = confidences[at]!;
    const bin = Math.min(bins - 1, Math.floor(confidence * bins));
    sums[bin] = sums[bin]! + confidence;
    right[bin] = right[bin]! + (hits[at] ? 1 : 0);
  }
  let error = 0;
  for (let bin = 0; bin < bins; bin += 1) error += Math.abs(right[bin]! - sums[bin]!);
  return hits.length > 0 ? error / hits.length : 0;
}
