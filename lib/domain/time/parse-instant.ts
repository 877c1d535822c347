import { DAY_MS } from "./durations";
import type { EpochMs } from "./time-range";

const DASH = 45;
const COLON = 58;
const UPPER_Z = 90;
const LOWER_T = 116;
const LOWER_BIT = 32;

/**
 * An RFC 3339 instant in milliseconds, or null. `2026-01-02T03:04:05Z`, with up to nine decimals (cut to
 * milliseconds) and an offset `±hh:mm` allowed. Impossible dates and hours are refused, unlike Date.parse.
 */
export function parseInstant(text: string): EpochMs | null {
  if (!hasInstantShape(text)) return null;
  const days = daysSinceEpoch(digits(text, 0, 4), digits(text, 5, 2), digits(text, 8, 2));
  const hour = digits(text, 11, 2);
  const minute = digits(text, 14, 2);
  const second = digits(text, 17, 2);
  if (days === null || !isWithin(hour, 23) || !isWithin(minute, 59) || !isWithin(second, 59)) return null;
  const wholeMs = days * DAY_MS + ((hour * 60 + minute) * 60 + second) * 1000;
  if (text.length === 20 && text.charCodeAt(19) === UPPER_Z) return wholeMs;
  return withFractionAndOffset(text, wholeMs);
}

/** Dashes, T and colons in their places. */
function hasInstantShape(text: string): boolean {
  return (
    text.length >= 20 &&
    text.charCodeAt(4) === DASH &&
    text.charCodeAt(7) === DASH &&
    (text.charCodeAt(10) | LOWER_BIT) === LOWER_T &&
    text.charCodeAt(13) === COLON &&
    text.charCodeAt(16) === COLON
  );
}

function isWithin(value: number, most: number): boolean {
  return value >= 0 && value <= most;
}

function withFractionAndOffset(text: string, wholeMs: number): number | null {
  let at = 19;
  let fraction = 0;
  if (text[at] === ".") {
    const from = at + 1;
    at = from;
    while (at - from < 9 && isDigit(text.charCodeAt(at))) at++;
    if (at === from) return null;
    fraction = Number(
      text
        .slice(from, from + 3)
        .slice(0, at - from)
        .padEnd(3, "0"),
    );
  }
  const offset = offsetMinutes(text, at);
  return offset === null ? null : wholeMs + fraction - offset * 60_000;
}

function offsetMinutes(text: string, at: number): number | null {
  if (text[at] === "Z" || text[at] === "z") return text.length === at + 1 ? 0 : null;
  const sign = text[at] === "+" ? 1 : text[at] === "-" ? -1 : 0;
  const hours = digits(text, at + 1, 2);
  const minutes = digits(text, at + 4, 2);
  const wellFormed = sign !== 0 && text[at + 3] === ":" && text.length === at + 6;
  if (!wellFormed || !isWithin(hours, 23) || !isWithin(minutes, 59)) return null;
  return sign * (hours * 60 + minutes);
}

/** Days from 1970-01-01 in the proleptic Gregorian calendar; null for a date that does not exist. */
function daysSinceEpoch(year: number, month: number, day: number): number | null {
  if (year < 0 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The number that `count` digits from `from` make, or -1. */
function digits(text: string, from: number, count: number): number {
  let value = 0;
  for (let i = from; i < from + count; i++) {
    const code = text.charCodeAt(i);
    if (!isDigit(code)) return -1;
    value = value * 10 + code - 48;
  }
  return value;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
