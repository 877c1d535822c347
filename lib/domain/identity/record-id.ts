/** Of an attempt, a request or a record that was read, outside of the store: 128 bits in hex. */
export const RECORD_ID = /^[0-9a-f]{32}$/;
