import { expect, it } from 'vitest';
import type { Message } from '../../src/messages/message.ts';
import { showAsk } from '../../src/show-ask.ts';
import { describeWithData } from '../support/data-folder.ts';
import { desk } from '../support/desk.ts';

const { call } = desk();
const DIVERGENCE = 'alert smallcap-divergence asof 2024-01-22';
const MORNING = 'morning asof 2024-01-22';
const MARCH = '/fedodds march asof 2024-01-22';
const TARGETS = '/targets russell asof 2024-03-01';

const plain = ({ text, blocks }: Message) =>
  `${text}\n${JSON.stringify(blocks)}`.replaceAll('&amp;', '&').replaceAll('\u00a0', ' ').replaceAll('*', '');

async function said(questions: readonly string[], on: string): Promise<string> {
  const { answers } = await showAsk(questions, on, call);
  const answer = answers.at(-1);
  if (!answer) throw new Error('no answer');
  return plain(answer.message);
}

describeWithData('alerts asked for in a thread', () => {
  it.each([
    [DIVERGENCE, 'can you shoot me a msg if it narrows to 2pp', 'year-to-date gap closes above −2.00 pp; now −3.85 pp'],
    [DIVERGENCE, 'flag when lag > 800bps', 'year-to-date gap closes below −8.00 pp'],
    [DIVERGENCE, 'holler if it blows out past 8', 'year-to-date gap closes below −8.00 pp'],
    [DIVERGENCE, 'let me know when small caps take the lead', 'year-to-date gap closes above 0.00 pp'],
    ['/smallcaps 3m asof 2024-01-22', 'ping me if it passes 8', 'gap in 3 months closes above +8.00 pp; now +3.18 pp'],
    [MORNING, 'ping if june cut odds > 60%', 'odds of a cut by 12 Jun 2024 above 60.0%; now 99.4%; true already'],
    [MORNING, 'ping me if june ≥ 99.5%', 'odds of a cut by 12 Jun 2024 above 99.5%'],
    [MARCH, 'tell me if it drops below a third', 'odds of a cut by 20 Mar 2024 below 33.3%; now 42.6%'],
    [MARCH, 'tell me once its fifty fifty', 'odds of a cut by 20 Mar 2024 above 50.0%'],
    [MARCH, 'notify me if hold goes over 70%', 'odds of a hold by 20 Mar 2024 above 70.0%; now 57.4%'],
    [MARCH, 'alert me if it drops another 10 from here', 'odds of a cut by 20 Mar 2024 below 32.6%'],
    [MARCH, 'ping me if the odds move more than 10 points in a week', 'move over 10.0 pp in 5 futures days'],
    [
      MORNING,
      'warn me if rut drops 20% below its high',
      'Russell 2000 close 20% or more below its record; now −18.81%',
    ],
    [MORNING, 'ping me when the s&p makes a new record', 'S&P 500 record close'],
    [TARGETS, 'tell me when goldman changes', 'One firm alone cannot be watched'],
    [TARGETS, 'ping me if any target gets hit', 'a target is hit'],
    ['alert survey asof 2024-01-22', 'let me know when this flips back', 'a survey changes sides'],
  ])('under %s: %s', async (on, text, fires) => {
    const answer = await said([text], on);
    expect(answer).toContain(fires);
    expect(answer).toMatch(/Nothing is set yet.*Basis: .*Checked: .*Re-arms: .*Stop: .*\/capwatch alert stop/s);
  });

  it.each([
    ['set an alert on cuts by december below 5', 'The number of cuts cannot be watched'],
    ['let me know if 50bp odds for sept fall below 50', 'The odds of one size of move (50 bp) cannot be watched'],
    ['ping me if rsi goes above 70', 'RSI and other technical indicators cannot be watched'],
    ['let me know if small caps beat tech by 5 points', 'another series than the S&P 500 cannot be watched'],
    ['ping me if r2k closes below 1,900', '1,900.00 is −22.22% from the record'],
    ['ping me if small caps drop 10%', 'another 10% down would make it −26.92%'],
    ['let me know if the gap widens by 2 points', 'A change of the gap cannot be watched'],
    ['ping me if the gap falls below 8', 'Say on which side'],
    ['ping me if the gap passes 8 or march goes below 30', 'One alert watches one level'],
  ])('%s is refused by name', async (text, refusal) => {
    await expect(said([text], MORNING)).rejects.toMatchObject({ userMessage: expect.stringContaining(refusal) });
  });

  it('a level can be changed, completed and dropped by the next words', async () => {
    expect(await said(['ping me if the gap passes 8', 'make it 10'], DIVERGENCE)).toContain('closes below −10.00 pp');
    expect(await said(['ping me on june cut odds'], MORNING)).toContain('At which level should it fire?');
    expect(await said(['ping me on june cut odds', '60%'], MORNING)).toContain('by 12 Jun 2024 below 60.0%; now 99.4%');
    expect(await said(['ping me if the gap passes 8', 'make it 10', 'cancel'], DIVERGENCE)).toContain('nothing is set');
    expect(await said(['ping me if the gap passes 8', 'yes'], DIVERGENCE)).toContain('words alone set nothing');
  });
});

describeWithData('writes typed as sentences', () => {
  it.each([
    ['<!channel> delete all targets', /Nothing is withdrawn by a sentence alone.*\/targets withdraw 12/s],
    [
      'set goldman target to 9999',
      /Nothing is changed by a sentence alone.*Goldman, Russell 2000.*\/targets edit \d+ target 9999/s,
    ],
    ['withdraw call 3', /\/targets withdraw 3.*Review withdrawal/s],
    ['subscribe this channel', /Nothing is subscribed yet.*\/capwatch subscribe morning at 07:00/s],
    ['stop pinging me', /Nothing is stopped.*\/capwatch alert list.*\/capwatch alert stop/s],
    ['add: jefferies r2k 2400 year end', /its source is missing.*add jefferies r2k 2400 year-end source/s],
  ])('%s changes nothing and shows how', async (text, pattern) => {
    expect(await said([text], TARGETS)).toMatch(pattern);
  });

  it('a call lacking its link is asked for confirmation once the link is sent', async () => {
    const answer = await said(['add: jefferies r2k 2400 year end', 'https://jefferies.com/note'], TARGETS);
    expect(answer).toMatch(/Add this call\? Nothing is written yet.*Firm: Jefferies.*Target: 2,400.*31 Dec 2024/s);
  });
});
