import { expect, it } from "vitest";
import { loadOverviewView } from "./overview-view";

const read = (query: string) => loadOverviewView(new URLSearchParams(query));

it("shows the last day unless another window is asked for", () => {
  expect(read("")).toEqual({ range: "24h", lastMs: 86_400_000, problems: [] });
  expect(read("range=8h&v=1")).toEqual({ range: "8h", lastMs: 28_800_000, problems: [] });
});

it.each(["range=yesterday", "range=200d", "range=1h&range=2h", "range="])(
  "leaves out and names %s",
  (query) => {
    expect(read(query)).toMatchObject({ range: "24h", problems: [{ parameter: "range" }] });
  },
);

it("names what it does not know", () => {
  expect(read("cluster=prod&range=7d")).toMatchObject({ range: "7d", problems: [{ parameter: "cluster" }] });
});
