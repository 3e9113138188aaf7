import {
  packDetection,
  type PackedDetection,
  unpackDetection,
} from '../../../src/core/reuse/packed-detection.ts';
import type { Detection } from '../../../src/core/reuse/pair.ts';

/** A detection packed in one go. */
export function packedOf(detection: Detection): PackedDetection {
  return ended(packDetection(detection));
}

/** A packed detection unpacked in one go. */
export function unpackedOf(packed: PackedDetection): Detection {
  return ended(unpackDetection(packed));
}

function ended<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
