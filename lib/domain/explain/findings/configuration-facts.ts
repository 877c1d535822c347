/** What came of a configuration, as far as logs tell; what is left out is not known. */
export interface ConfigurationFacts {
  /** Principals, by their canonical ARN, that the authenticator denied as not mapped while the configuration was as it is. */
  readonly notMapped?: readonly string[];
  readonly sharedUsernames?: readonly SharedUsernameFact[];
}

/** Who came under one username of this cluster. */
export interface SharedUsernameFact {
  readonly username: string;
  /** Distinct people, by the names that their origins have. */
  readonly people: readonly string[];
}
