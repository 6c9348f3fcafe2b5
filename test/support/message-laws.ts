/** What MESSAGES.md and CHARTS.md ask of every message, as one check: lengths, order, numbers, alt text. */
import { expect } from 'vitest';
import { LIMITS } from '../../src/messages/blocks.ts';
import type { Message } from '../../src/messages/message.ts';
import { recompute } from './formula.ts';

const ORDER = ['header', 'section', 'table', 'section', 'chart', 'context', 'actions'];

/** Fails when a message breaks a law of its kind. */
export function expectLawful(message: Message): void {
  expectOrder(message);
  expectLengths(message);
  expectNumbersOfHeader(message);
  expectCharts(message);
  expectProof(message);
}

function expectOrder({ blocks }: Message): void {
  let place = 0;
  for (const { type } of blocks) {
    const next = ORDER.indexOf(type, place);
    expect(next, `${type} stands out of order`).toBeGreaterThanOrEqual(0);
    place = next;
  }
  expect(blocks.length).toBeLessThanOrEqual(12);
}

function expectLengths({ blocks, text }: Message): void {
  expect(text.length, text).toBeLessThanOrEqual(LIMITS.fallback);
  expect(text).not.toMatch(/\*|undefined|NaN|Infinity/);
  for (const block of blocks) {
    if (block.type === 'header') expect(block.text.text.length, block.text.text).toBeLessThanOrEqual(LIMITS.headline);
    if (block.type === 'section') expectLines(block.text?.text ?? '');
    if (block.type === 'table') expectTable(block.rows as readonly (readonly { text: string }[])[]);
    if (block.type === 'context') {
      for (const element of block.elements)
        expect('text' in element ? element.text.length : 0).toBeLessThanOrEqual(300);
    }
    if (block.type === 'actions') expect(block.elements.length).toBeLessThanOrEqual(4);
  }
}

/** Number lines stay short enough for a phone; prose may run to 200 and a sentence of base rates somewhat beyond. */
function expectLines(text: string): void {
  expect(text).not.toMatch(/undefined|NaN|Infinity|\+−|−−|\b0 of 0\b/);
  for (const line of text.split('\n')) {
    const plain = line.replaceAll('&amp;', '&').replaceAll('*', '');
    expect(plain.length, line).toBeLessThanOrEqual(line.startsWith('*') ? 116 : 230);
  }
}

function expectTable(rows: readonly (readonly { text: string }[])[]): void {
  const width = rows[0]?.length ?? 0;
  expect(width).toBeLessThanOrEqual(5);
  for (const row of rows) {
    expect(row.length).toBe(width);
    expect(row[0]?.text.length ?? 0, row[0]?.text).toBeLessThanOrEqual(16);
    for (const { text } of row) expect(text).not.toMatch(/undefined|NaN|^$/);
  }
}

/** Someone who reads only the notification gets every number of the header. */
function expectNumbersOfHeader({ blocks, text }: Message): void {
  for (const block of blocks) {
    if (block.type !== 'header') continue;
    for (const number of block.text.text.match(/[−+]?\d[\d,.]*\d|\d/g) ?? [])
      expect(text, block.text.text).toContain(number);
  }
}

function expectCharts({ charts }: Message): void {
  for (const { title, subtitle, alt } of charts) {
    expect(title.length, title).toBeLessThanOrEqual(50);
    expect(subtitle.length, subtitle).toBeLessThanOrEqual(80);
    expect(alt.length, alt).toBeLessThanOrEqual(400);
    expect(`${title} ${subtitle} ${alt}`).not.toMatch(/undefined|NaN|chart of\b(?! the (?:\d|odds))/i);
  }
}

function expectProof({ numbers }: Message): void {
  expect(new Set(numbers.map(({ id }) => id)).size).toBe(numbers.length);
  for (const receipt of numbers) {
    const again = recompute(receipt);
    if (typeof receipt.value === 'boolean') expect(again, receipt.id).toBe(receipt.value);
    else expect(again, receipt.id).toBeCloseTo(receipt.value, 9);
  }
}
