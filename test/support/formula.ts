/**
 * Recomputes a receipt from its own formula and inputs, independently of the code that made it: arithmetic (+ − × /),
 * parentheses, `a > b`, and the functions a receipt may use. Inputs that share a name form a list. `below(n, steps…)`,
 * `above` and `exactly` are the chance that independent two-point steps of 25 bp add up to that.
 */

import { daysBetween } from '../../src/calendar/day.ts';
import { sessionsBetween } from '../../src/calendar/nyse.ts';
import type { Receipt, ReceiptInput } from '../../src/metrics/receipt.ts';
import { slowDistribution } from './slow-odds.ts';

type Operand = number | boolean | readonly ReceiptInput[];

/** The value the formula gives with the inputs; throws when the formula names something that is no input. */
export function recompute({ formula, inputs }: Pick<Receipt, 'formula' | 'inputs'>): number | boolean {
  const tokens = tokenised(formula, inputs);
  const { value, rest } = comparison(tokens);
  if (rest.length > 0) throw new Error(`unread part of the formula "${formula}": ${rest.map(String).join(' ')}`);
  return typeof value === 'boolean' ? value : scalar(value);
}

type Token = string | { readonly list: readonly ReceiptInput[] };

function tokenised(formula: string, inputs: readonly ReceiptInput[]): Token[] {
  const names = [...new Set(inputs.map(({ name }) => name))].sort((a, b) => b.length - a.length);
  const tokens: Token[] = [];
  let rest = formula;
  while (rest !== '') {
    const name = names.find((one) => rest.startsWith(one) && !/^[A-Za-z0-9_]/.test(rest.slice(one.length)));
    const symbol =
      /^(\s+|\d+(?:\.\d+)?|lowest first|highest first|rank|count|below|above|exactly|slope|rsquared|tvalue|mean|median|deviation|max|min|sum|share|days|sessions|in\b|[-+−×/()>,])/.exec(
        rest,
      )?.[0];
    if (name === undefined && symbol === undefined)
      throw new Error(`cannot read "${rest}" in the formula "${formula}"`);
    if (name !== undefined) tokens.push({ list: inputs.filter((input) => input.name === name) });
    else if (symbol !== undefined && symbol.trim() !== '') tokens.push(symbol);
    rest = rest.slice((name ?? symbol ?? '').length);
  }
  return tokens;
}

interface Parsed {
  readonly value: Operand;
  readonly rest: readonly Token[];
}

function scalar(value: Operand): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') throw new Error('a flag stands where a number is needed');
  const [only, second] = value;
  if (!only || second) throw new Error(`a list of ${value.length} stands where one number is needed`);
  return only.value;
}

function comparison(tokens: readonly Token[]): Parsed {
  const left = sum(tokens);
  if (left.rest[0] !== '>') return left;
  const right = sum(left.rest.slice(1));
  return { value: scalar(left.value) > scalar(right.value), rest: right.rest };
}

function sum(tokens: readonly Token[]): Parsed {
  let left = product(tokens);
  while (left.rest[0] === '+' || left.rest[0] === '−' || left.rest[0] === '-') {
    const right = product(left.rest.slice(1));
    const sign = left.rest[0] === '+' ? 1 : -1;
    left = { value: scalar(left.value) + sign * scalar(right.value), rest: right.rest };
  }
  return left;
}

function product(tokens: readonly Token[]): Parsed {
  let left = factor(tokens);
  while (left.rest[0] === '×' || left.rest[0] === '/') {
    const right = factor(left.rest.slice(1));
    const value =
      left.rest[0] === '×' ? scalar(left.value) * scalar(right.value) : scalar(left.value) / scalar(right.value);
    left = { value, rest: right.rest };
  }
  return left;
}

function factor(tokens: readonly Token[]): Parsed {
  const [head, ...rest] = tokens;
  if (head === undefined) throw new Error('the formula ends too early');
  if (typeof head !== 'string') return { value: head.list, rest };
  if (head === '−' || head === '-') {
    const inner = factor(rest);
    return { value: -scalar(inner.value), rest: inner.rest };
  }
  if (head === '(') return closed(comparison(rest));
  if (/^\d/.test(head)) return { value: Number(head), rest };
  return call(head, rest);
}

function closed({ value, rest }: Parsed): Parsed {
  if (rest[0] !== ')') throw new Error('a parenthesis is not closed');
  return { value, rest: rest.slice(1) };
}

function call(name: string, tokens: readonly Token[]): Parsed {
  if (tokens[0] !== '(') throw new Error(`${name} needs its arguments`);
  if (name === 'below' || name === 'above' || name === 'exactly') return chance(name, tokens.slice(1));
  const end = tokens.indexOf(')');
  const inside = tokens.slice(1, end);
  const lists = inside
    .filter((token): token is Exclude<Token, string> => typeof token !== 'string')
    .map(({ list }) => list);
  return {
    value: applied(
      name,
      lists,
      inside.filter((token): token is string => typeof token === 'string'),
    ),
    rest: tokens.slice(end + 1),
  };
}

function chance(name: 'below' | 'above' | 'exactly', tokens: readonly Token[]): Parsed {
  const values: number[] = [];
  let rest: readonly Token[] = [',', ...tokens];
  while (rest[0] === ',') {
    const argument = sum(rest.slice(1));
    values.push(scalar(argument.value));
    rest = argument.rest;
  }
  const [bound = 0, ...steps] = values;
  const fits = {
    below: (n: number) => n < bound,
    above: (n: number) => n > bound,
    exactly: (n: number) => n === bound,
  };
  const chances = [...slowDistribution(steps)].filter(([moves]) => fits[name](moves));
  return { value: total(chances.map(([, share]) => share)), rest: closed({ value: 0, rest }).rest };
}

function applied(name: string, lists: readonly (readonly ReceiptInput[])[], words: readonly string[]): number {
  const [first = [], second = []] = lists;
  const values = first.map(({ value }) => value);
  switch (name) {
    case 'count':
      return values.length;
    case 'sum':
      return total(values);
    case 'mean':
      return total(values) / values.length;
    case 'deviation':
      return deviation(values);
    case 'max':
      return Math.max(...values);
    case 'min':
      return Math.min(...values);
    case 'median':
      return median(values);
    case 'rsquared':
      return correlation(first, second) ** 2;
    case 'tvalue': {
      const r = correlation(first, second);
      return r * Math.sqrt((values.length - 2) / (1 - r ** 2));
    }
    case 'slope':
      return slope(
        values,
        second.map(({ value }) => value),
      );
    case 'share':
      return (
        values.filter((value) => value > Number(words.find((word) => /^\d/.test(word)) ?? 0)).length / values.length
      );
    case 'rank':
      return rank(scalar(first), second, words.includes('lowest first'));
    case 'days':
      return daysBetween(first[0]?.date ?? '', second[0]?.date ?? '');
    case 'sessions':
      return sessionsBetween(first[0]?.date ?? '', second[0]?.date ?? '');
    default:
      throw new Error(`no function ${name}`);
  }
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** Of a sample: divided by n − 1. */
function deviation(values: readonly number[]): number {
  const centre = total(values) / values.length;
  return Math.sqrt(total(values.map((value) => (value - centre) ** 2)) / (values.length - 1));
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return (Number(sorted[Math.floor(middle - 0.5)]) + Number(sorted[Math.ceil(middle - 0.5)])) / 2;
}

/** Least squares slope of `y` on `x`. */
function slope(y: readonly number[], x: readonly number[]): number {
  const [middleX, middleY] = [total(x) / x.length, total(y) / y.length];
  const together = total(x.map((value, index) => (value - middleX) * ((y[index] ?? Number.NaN) - middleY)));
  return together / total(x.map((value) => (value - middleX) ** 2));
}

/** Pearson's r, through standard scores. */
function correlation(y: readonly ReceiptInput[], x: readonly ReceiptInput[]): number {
  const scores = (list: readonly ReceiptInput[]) => {
    const middle = total(list.map(({ value }) => value)) / list.length;
    const size = Math.sqrt(total(list.map(({ value }) => (value - middle) ** 2)));
    return list.map(({ value }) => (value - middle) / size);
  };
  const other = scores(x);
  return total(scores(y).map((score, index) => score * (other[index] ?? Number.NaN)));
}

function rank(value: number, list: readonly ReceiptInput[], lowestFirst: boolean): number {
  return 1 + list.filter((other) => (lowestFirst ? other.value < value : other.value > value)).length;
}
