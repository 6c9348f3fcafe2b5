import { expect, it } from 'vitest';
import { bearishIn } from '../../src/questions/slots-street.ts';

it.each([
  'least bullish',
  'who is least optimistic on r2k',
  'most bearish strategist',
  'biggest bear',
  'most cautious',
  'lowest target',
  'street low',
  'bottom of the street',
  'smallest upside',
  'who is lowest',
  'who is least',
  'not very bullish',
])('“%s” asks for the low end', (text) => {
  expect(bearishIn(text)).toBe(true);
});

it.each([
  'least bearish',
  'most bullish',
  'biggest bull',
  'highest target',
  'street high',
  'least cautious',
  'most upside',
])('“%s” asks for the high end', (text) => {
  expect(bearishIn(text)).toBe(false);
});
