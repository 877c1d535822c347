/** Who asks. Until sign-in exists there is one viewer: whoever reaches the loopback address. */
export interface Viewer {
  readonly kind: "local";
}

export const LOCAL_VIEWER: Viewer = { kind: "local" };
