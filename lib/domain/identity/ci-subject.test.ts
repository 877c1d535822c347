import { describe, expect, it } from "vitest";
import { readCiSubject } from "./ci-subject";

const GITHUB = "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com";
const GITLAB = "arn:aws:iam::111122223333:oidc-provider/gitlab.example.com";

describe("the subject of a CI system's token", () => {
  it.each([
    [GITHUB, "repo:example/shop:ref:refs/heads/main", { repository: "example/shop", ref: "refs/heads/main" }],
    [GITHUB, "repo:example/shop:pull_request", { repository: "example/shop", trigger: "pull_request" }],
    [
      GITHUB,
      "repo:example/shop:environment:prod%3Aeu",
      { repository: "example/shop", environment: "prod:eu" },
    ],
    [
      GITHUB,
      "repo:example/shop:job_workflow_ref:example/ci/.github/workflows/deploy.yml@refs/heads/main",
      { repository: "example/shop", workflow: "example/ci/.github/workflows/deploy.yml@refs/heads/main" },
    ],
    [
      GITHUB,
      "repository_owner:example:repository_visibility:private:ref:refs/tags/v1",
      { organization: "example", ref: "refs/tags/v1" },
    ],
    // A branch that is called as a key is.
    [GITHUB, "repo:example/shop:ref:environment", { repository: "example/shop", ref: "environment" }],
    [
      GITLAB,
      "project_path:example/shop:ref_type:branch:ref:main",
      { repository: "example/shop", ref: "main" },
    ],
    [
      "arn:aws:iam::111122223333:oidc-provider/app.terraform.io",
      "organization:example:project:shop:workspace:shop-prod:run_phase:apply",
      { organization: "example", project: "shop", workspace: "shop-prod", phase: "apply" },
    ],
    [
      "oidc.circleci.com/org/0a1b",
      "org/0a1b/project/2c3d/user/4e5f/vcs-origin/github.com/example/shop/vcs-ref/refs/heads/main",
      {
        organization: "0a1b",
        project: "2c3d",
        user: "4e5f",
        repository: "github.com/example/shop",
        ref: "refs/heads/main",
      },
    ],
    [
      "api.bitbucket.org/2.0/workspaces/example/pipelines-config/identity/oidc",
      "{0a1b}:{2c3d}:{4e5f}",
      { repository: "{0a1b}", environment: "{2c3d}", step: "{4e5f}" },
    ],
    [
      "api.bitbucket.org/2.0/workspaces/example/pipelines-config/identity/oidc",
      "{0a1b}:{4e5f}",
      { repository: "{0a1b}", step: "{4e5f}" },
    ],
    [
      "agent.buildkite.com",
      "organization:example:pipeline:shop:ref:refs/heads/main:commit:9f3a:step:deploy",
      { organization: "example", pipeline: "shop", ref: "refs/heads/main", commit: "9f3a", step: "deploy" },
    ],
    ["accounts.google.com", "112233445566778899", {}],
    [GITHUB, "", {}],
    [GITHUB, ":::", {}],
    [GITHUB, "repo:", {}],
  ])("of %s %s", (provider, subject, facts) => {
    expect(readCiSubject(subject, provider)).toEqual(facts);
  });

  it("is read in linear time, and never as a prototype's property", () => {
    const long = "repo:a:ref:".repeat(100_000);
    expect(readCiSubject(long, GITHUB).repository).toBe("a");
    expect(readCiSubject("repo:a:__proto__:b:constructor:c", GITHUB)).toEqual({
      repository: "a:__proto__:b:constructor:c",
    });
  });
});
