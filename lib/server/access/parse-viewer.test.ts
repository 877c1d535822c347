import { expect, it } from "vitest";
import { ANYONE, LOCAL_VIEWER, type Viewer } from "@/lib/ports/viewer";
import { parseViewer } from "./parse-viewer";

const PERSON: Viewer = {
  kind: "person",
  id: "https://id.example.com|1",
  name: "Alice",
  role: "viewer",
  clusters: ["prod"],
};

it("takes a whole viewer, and nothing beside", () => {
  expect(parseViewer(LOCAL_VIEWER)).toEqual(LOCAL_VIEWER);
  expect(parseViewer({ ...PERSON, more: 1 })).toEqual(PERSON);
});

it.each([
  null,
  "admin",
  {},
  { kind: "local" },
  { ...PERSON, kind: "god" },
  { ...PERSON, id: 1 },
  { ...PERSON, role: "owner" },
  { ...PERSON, role: undefined },
  { ...PERSON, clusters: "ALL" },
  { ...PERSON, clusters: [1] },
  { ...PERSON, clusters: undefined },
])("lets what is no viewer do nothing: %j", (value) => {
  expect(parseViewer(value)).toEqual(ANYONE);
});
