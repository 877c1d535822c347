import { parseInstant } from "../time/parse-instant";
import type { AuthenticatorEvent, AuthenticatorLine } from "./authenticator-record";
import {
  deniedShape,
  grantedShape,
  type RequestShape,
  type ShapeMatch,
  stsResponseShape,
  unquoted,
} from "./request-shapes";

const UPPER_S = 83;
const LOWER_I = 105;
const LOWER_W = 119;
/** Where `info` or `warning` starts, and the message behind `info`. */
const LEVEL_AT = 'time="2026-01-02T03:04:05Z" level='.length;
const MSG_AT = LEVEL_AT + 'info msg="'.length;
/** Longer lines are rare. */
const LONGEST = 4_096;
const NO_DUPLICATES: AuthenticatorLine["duplicates"] = Object.freeze([]);

/**
 * A request line without escapes whose fields come in one of the usual orders: by far the most lines of a log, and read
 * at a third of the cost. null says nothing about the line, only that it must be read the general way.
 */
export function readRequestLine(text: string): AuthenticatorLine | null {
  const shape = guessShape(text);
  if (shape === null || text.length > LONGEST) return null;
  const match = shape.pattern.exec(text);
  return match === null ? null : new RequestLine(text, shape, match);
}

/** By two letters. */
function guessShape(text: string): RequestShape | null {
  const level = text.charCodeAt(LEVEL_AT);
  if (level === LOWER_W) return deniedShape;
  if (level !== LOWER_I) return null;
  return text.charCodeAt(MSG_AT) === UPPER_S ? stsResponseShape : grantedShape;
}

/** What few ask for once they have the event is made when asked for. */
class RequestLine implements AuthenticatorLine {
  readonly kind = "line";
  readonly time: string;
  readonly level: string;
  readonly msg: string;
  readonly duplicates = NO_DUPLICATES;
  readonly event: AuthenticatorEvent;
  readonly #text: string;
  readonly #shape: RequestShape;
  #fields: ReadonlyMap<string, string> | null = null;

  constructor(text: string, shape: RequestShape, match: ShapeMatch) {
    this.time = match[1] ?? "";
    this.level = shape.level;
    this.msg = shape.msg;
    this.event = shape.toEvent(match);
    this.#text = text;
    this.#shape = shape;
  }

  get timeMs(): number | null {
    return parseInstant(this.time);
  }

  get fields(): ReadonlyMap<string, string> {
    this.#fields ??= readFields(this.#text, this.#shape);
    return this.#fields;
  }
}

function readFields(text: string, shape: RequestShape): ReadonlyMap<string, string> {
  const match: ShapeMatch = shape.pattern.exec(text) ?? [];
  const fields = new Map<string, string>();
  shape.keys.forEach((key, i) => {
    const value = match[i + 2];
    if (value !== undefined) fields.set(key, unquoted(value));
  });
  return fields;
}
