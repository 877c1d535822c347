import type { LineRecord } from "../line-record";
import { Connection } from "./connection";

/** Connections by cluster, stream and client port. */
export class Connections {
  /** Streams of two clusters may have the same name, so a name leads to a list. */
  readonly #byStream = new Map<string, Map<string, Connection[]>>();
  readonly #all: Connection[] = [];
  #last: Connection | null = null;

  /** null: the line names no client, so nothing can be paired with it. */
  of(line: LineRecord): Connection | null {
    const { client } = line.event;
    if (client === null) return null;
    // Mostly a response and its decision stand together.
    if (this.#last?.client === client && isOf(this.#last, line)) return this.#last;
    this.#last = this.#find(line, client);
    return this.#last;
  }

  close(unpaired: LineRecord[]): void {
    for (const connection of this.#all) connection.close(unpaired);
  }

  #find(line: LineRecord, client: string): Connection {
    let byClient = this.#byStream.get(line.stream);
    if (byClient === undefined) {
      byClient = new Map();
      this.#byStream.set(line.stream, byClient);
    }
    const connections = byClient.get(client);
    for (const known of connections ?? []) if (known.cluster === line.cluster) return known;
    const connection = new Connection(line, client);
    if (connections === undefined) byClient.set(client, [connection]);
    else connections.push(connection);
    this.#all.push(connection);
    return connection;
  }
}

function isOf(connection: Connection, line: LineRecord): boolean {
  return connection.stream === line.stream && connection.cluster === line.cluster;
}
