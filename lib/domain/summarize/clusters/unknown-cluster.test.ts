import { expect, test } from "vitest";
import { likelyClusters, unknownClusterMessage } from "./unknown-cluster";

const CLUSTERS = ["devCluster", "prod", "prod-eu", "staging"];

test("a misspelt cluster is answered with those that may have been meant", () => {
  expect(likelyClusters("prdo", CLUSTERS)).toEqual(CLUSTERS);
  expect(likelyClusters("stagign", CLUSTERS)).toEqual(["staging"]);
  expect(likelyClusters("PROD", CLUSTERS)).toEqual(["prod", "prod-eu"]);
  expect(likelyClusters("dev-cluster", CLUSTERS)).toEqual(["devCluster"]);
});

test("the message never repeats what was asked for", () => {
  expect(unknownClusterMessage("<b>prod</b>", ["prod"])).toBe(
    "There is no such cluster. Those that are read: prod.",
  );
  expect(unknownClusterMessage("x", [])).toBe("There is no such cluster. None is read.");
});
