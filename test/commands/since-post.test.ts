import { expect, it } from 'vitest';
import { answerQuestion } from '../../commands/question.ts';
import { withoutPictures } from '../../src/messages/pictures.ts';
import { plainText } from '../../src/messages/plain-text.ts';
import type { Receipt } from '../../src/metrics/receipt.ts';
import type { PostSnapshot } from '../../src/questions/post-snapshot.ts';
import { showAsk } from '../../src/show-ask.ts';
import { describeWithData } from '../support/data-folder.ts';
import { desk } from '../support/desk.ts';

const { call } = desk();
/** Three sessions after the post. */
const NOW = Temporal.Instant.from('2024-01-23T03:00:00Z');

async function asked(text: string, post: PostSnapshot) {
  const { message } = await answerQuestion(text, { post, chain: [], call: { ...call, now: NOW } });
  return { message, words: plainText(withoutPictures(message)).replaceAll('\u00a0', ' ') };
}

async function postOf(on: string): Promise<PostSnapshot> {
  return (await showAsk(['as of when is this'], on, call)).post;
}

describeWithData('under a post that is three sessions old', () => {
  it.each([
    ['how far off the highs', /^−21\.68% from the record close.*\nNow Mon 22 Jan 2024: −18\.81% from the record close/],
    ['how many days in a row has it lagged', /^6 sessions in a row behind.*\nNow Mon 22 Jan 2024: .*1 session/],
    [
      'how far behind are small caps ytd',
      /^Behind by 4\.98 pp year to date.*\n−3\.85 pp now, close of Mon 22 Jan 2024/,
    ],
    ['whats goldmans target in points', /^2,244 .*\nNow Mon 22 Jan 2024: \+13\.12%.* left from the close of 1,983\.38/],
  ])('“%s” is about its day, and then today', async (text, expected) => {
    const { words } = await asked(text, await postOf('/smallcaps ytd asof 2024-01-17'));

    expect(words).toMatch(expected);
    expect(words).toMatch(/As of +Wed 17 Jan 2024 close, as in this post; newest session 22 Jan 2024/);
  });

  it.each([
    ['how many cuts by december now', /^5\.7 cuts.*\nNow Mon 22 Jan 2024: 5\.4 cuts/],
    ['is that AT the march meeting or BY march', /57\.4%[\s\S]*Now Mon 22 Jan 2024: .*42\.6%/],
    ['whats priced for march', /^20 Mar 2024 meeting: cut 57\.4%[\s\S]*42\.6% now, Mon 22 Jan/],
  ])('“%s” too', async (text, expected) => {
    expect((await asked(text, await postOf('alert odds-shift asof 2024-01-17'))).words).toMatch(expected);
  });

  it('says nothing of today where the question names its day, or nothing moved', async () => {
    const post = await postOf('/smallcaps ytd asof 2024-01-17');

    expect((await asked('how far off the highs on 2024-01-18', post)).words).not.toContain('Now ');
    expect((await asked('whats the base for that', post)).words).not.toContain('Now ');
  });

  it('has a receipt for today’s figures as well', async () => {
    const { message } = await asked('how far off the highs', await postOf('/smallcaps ytd asof 2024-01-17'));
    const record = message.numbers.filter(({ id }) => id === 'RUT.drawdown.record');

    expect(record.map(({ asOf }) => asOf)).toEqual(['2024-01-17', '2024-01-22']);
  });
});

describeWithData('under a post whose numbers changed since', () => {
  const QUESTION = 'how far behind are small caps ytd';

  function wrong(numbers: readonly Receipt[]): Receipt[] {
    return numbers.map((one) => (one.id === 'RUT-GSPC.gap.ytd' ? { ...one, value: -0.0612 } : one));
  }

  it('speaks of the corrected number and says what stood there', async () => {
    const post = await postOf('/smallcaps ytd asof 2024-01-22');
    const before = wrong(post.numbers).filter(({ id }) => id === 'RUT-GSPC.gap.ytd');
    const { words, message } = await asked(QUESTION, { ...post, corrected: { note: 'Corrected: −3.85 pp', before } });

    expect(words).toMatch(/^Behind by 3\.85 pp/);
    expect(words).toContain('Corrected since it was posted: −6.12 pp then, −3.85 pp now (RUT-GSPC.gap.ytd)');
    expect(message.numbers.map(({ id, value }) => [id, value])).toContainEqual(['RUT-GSPC.gap.ytd.as_posted', -0.0612]);
  });

  it('says so too when the correction was of another number', async () => {
    const post = await postOf('/smallcaps ytd asof 2024-01-22');
    const before = post.numbers.filter(({ id }) => id === 'XLK.return.1d');
    const { words } = await asked(QUESTION, { ...post, corrected: { note: 'Corrected', before } });

    expect(words).toContain('this post was corrected since, in another number');
  });

  it('warns when only the data were restated and the post still says the old number', async () => {
    const post = await postOf('/smallcaps ytd asof 2024-01-22');
    const { words } = await asked(QUESTION, { ...post, numbers: wrong(post.numbers) });

    expect(words).toContain('The data of that day have changed since the post: −6.12 pp then, −3.85 pp now');
  });

  it('says nothing of the kind where every number still stands', async () => {
    const { words } = await asked(QUESTION, await postOf('/smallcaps ytd asof 2024-01-22'));

    expect(words).not.toMatch(/orrected|changed since/);
  });
});
