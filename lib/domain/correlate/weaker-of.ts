import { CONFIDENCES, type Confidence } from "./attempt";

/** What is sure by two joins is as sure as the weaker of them. */
export function weakerOf(a: Confidence, b: Confidence): Confidence {
  return CONFIDENCES.indexOf(a) > CONFIDENCES.indexOf(b) ? a : b;
}
