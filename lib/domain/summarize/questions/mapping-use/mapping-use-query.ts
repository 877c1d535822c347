/** Whether anybody still uses the mappings of a cluster. */
export interface MappingUseQuery {
  readonly cluster: string;
}
